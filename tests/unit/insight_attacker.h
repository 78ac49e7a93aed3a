/*
 * Somebody who adds and subtracts what an engagement shows, knowing what lies within what.
 *
 * Everybody in a row has a pattern: the ways that reached them. Which patterns there can be follows from the ways alone:
 * they are what some events together set. What is shown are numbers of people over rows and patterns. The attacker finds
 * every group of rows and patterns whose number follows from those by adding and subtracting, takes away the patterns that
 * are known to be nobody's, and looks again.
 */
#ifndef TESTS_UNIT_INSIGHT_ATTACKER_H
#define TESTS_UNIT_INSIGHT_ATTACKER_H

#include <math.h>
#include <string.h>
#include <stdlib.h>

#include "schakel/insight.h"

enum { ROWS_MOST = 8, PATTERNS_MOST = 2048, FACTS_MOST = 128, CELLS_MOST = 4096, STEPS_MOST = 2000000 };

/* A number that is shown: over a row, or over all for SCHAKEL_NONE. */
typedef struct fact {
    size_t row;
    int what;
    double number;
} fact;

/* People whom the same facts count, and nothing tells apart. */
typedef struct cell {
    uint64_t counted[2]; /* a bit for each fact */
    int is_nobody;       /* known to be */
} cell;

typedef struct attacker {
    const schakel_engagement *engagement;
    size_t min_cell;
    size_t way_count;
    uint32_t patterns[PATTERNS_MOST]; /* a bit for each way, and one for not only problems */
    size_t pattern_count;
    fact facts[FACTS_MOST];
    size_t fact_count;
    size_t rows; /* in the breakdown */
    cell cells[CELLS_MOST];
    size_t cell_count;
    /* the facts brought into a form in which each has a cell of its own; then the search, one knot of facts at a time */
    double matrix[FACTS_MOST][CELLS_MOST], numbers[FACTS_MOST];
    size_t rank;
    size_t knot_of[FACTS_MOST];
    size_t knot[FACTS_MOST], knot_size;
    size_t last_of[CELLS_MOST]; /* the place in its knot of the last fact that counts a cell */
    size_t counted[FACTS_MOST][CELLS_MOST], counted_count[FACTS_MOST]; /* the cells of a fact */
    double sums[CELLS_MOST];
    double leak;
    int found_nobody;
    size_t steps, given_up;
} attacker;

/* ------------------------------------------------------------------- patterns */

static inline schakel_reach_way way_at(const schakel_engagement *engagement, size_t index)
{
    schakel_reach_way way = SCHAKEL_REACH_WAY_INIT;
    schakel_engagement_get_way(engagement, index, &way);
    return way;
}

static inline int is_sort(const schakel_reach_way *way)
{
    return way->by == SCHAKEL_REACHED_BY_KIND || way->by == SCHAKEL_REACHED_BY_CONTACT ||
           way->by == SCHAKEL_REACHED_BY_ASK;
}

static inline int has_tone(const schakel_reach_way *way)
{
    return way->by == SCHAKEL_REACHED_BY_CONTACT ||
           (way->by == SCHAKEL_REACHED_BY_KIND && way->kind <= SCHAKEL_TALK_OTHER);
}

/* A kind of talk with rounds is told by round, not by month. */
static inline int has_rounds(const attacker *a, const schakel_reach_way *sort)
{
    for (size_t i = 1; i < a->way_count && sort->by == SCHAKEL_REACHED_BY_KIND; i++) {
        schakel_reach_way way = way_at(a->engagement, i);
        if (way.by == SCHAKEL_REACHED_IN_ROUND && way.kind == sort->kind)
            return 1;
    }
    return 0;
}

/* What an event of a sort on a day sets. */
static inline uint32_t event_bits(const attacker *a, size_t sort, schakel_date date, int problem)
{
    schakel_reach_way of = way_at(a->engagement, sort);
    uint32_t bits = 1u | 1u << sort | (problem ? 0 : 1u << a->way_count);
    for (size_t i = 1; i < a->way_count; i++) {
        schakel_reach_way way = way_at(a->engagement, i);
        int by_month = way.by == SCHAKEL_REACHED_IN_MONTH && !has_rounds(a, &of);
        int by_round =
            way.by == SCHAKEL_REACHED_IN_ROUND && of.by == SCHAKEL_REACHED_BY_KIND && of.kind == way.kind;
        if ((by_month || by_round) && date >= way.first && date <= way.last)
            bits |= 1u << i;
    }
    return bits;
}

static inline void add_pattern(attacker *a, uint32_t bits)
{
    for (size_t i = 0; i < a->pattern_count; i++)
        if (a->patterns[i] == bits)
            return;
    assert_true(a->pattern_count < PATTERNS_MOST);
    a->patterns[a->pattern_count++] = bits;
}

static inline void join_patterns(attacker *a, uint32_t bits)
{
    size_t known = a->pattern_count;
    for (size_t i = 0; i < known; i++)
        add_pattern(a, a->patterns[i] | bits);
}

/* Days on which nothing begins or ends are like the day before. */
static inline int is_like_day_before(const attacker *a, schakel_date date)
{
    for (size_t i = 0; i < a->way_count; i++) {
        schakel_reach_way way = way_at(a->engagement, i);
        if (way.first == date || way.last + 1 == date)
            return 0;
    }
    return 1;
}

static inline void find_patterns(attacker *a)
{
    schakel_reach_way anything = way_at(a->engagement, 0);
    a->way_count = schakel_engagement_way_count(a->engagement);
    a->pattern_count = 0;
    add_pattern(a, 0);
    for (size_t i = 1; i < a->way_count; i++) {
        schakel_reach_way way = way_at(a->engagement, i);
        if (way.by == SCHAKEL_REACHED_YEAR_BEFORE)
            join_patterns(a, 1u << i);
        for (schakel_date d = anything.first; is_sort(&way) && d <= anything.last; d++) {
            if (is_like_day_before(a, d))
                continue;
            join_patterns(a, event_bits(a, i, d, 0));
            if (has_tone(&way))
                join_patterns(a, event_bits(a, i, d, 1));
        }
    }
}

/* ---------------------------------------------------------------------- facts */

enum { PEOPLE = -1, PROBLEMS = -2 };

static inline int counts_pattern(const attacker *a, int what, uint32_t bits)
{
    if (what == PEOPLE)
        return 1;
    if (what == PROBLEMS)
        return (bits & 1u) && !(bits >> a->way_count & 1u);
    return (int)(bits >> what & 1u);
}

static inline void add_fact(attacker *a, size_t row, int what, size_t number)
{
    assert_true(a->fact_count < FACTS_MOST);
    a->facts[a->fact_count++] = (fact){row, what, (double)number};
}

static inline void add_row_facts(attacker *a, size_t place, const schakel_engagement_row *row)
{
    if (!row->hidden) {
        if (row->way == 0)
            add_fact(a, place, PEOPLE, row->people);
        add_fact(a, place, (int)row->way, row->reached);
    }
    if (row->way == 0 && !row->problems_hidden)
        add_fact(a, place, PROBLEMS, row->only_problems);
}

/* What is shown of a breakdown, and of everybody. Returns 0 when there are no rows. */
static inline int find_facts(attacker *a, schakel_unit unit, schakel_breakdown breakdown)
{
    size_t way = SCHAKEL_NONE, place = 0;
    a->fact_count = a->rows = 0;
    for (size_t i = 0; i < schakel_engagement_row_count(a->engagement); i++) {
        schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
        schakel_engagement_get_row(a->engagement, i, &row);
        int is_total = row.breakdown == SCHAKEL_BY_ALL;
        /* Rows without people are no secret. */
        if (row.unit != unit ||
            (!is_total && (row.breakdown != breakdown || (!row.hidden && row.people == 0))))
            continue;
        place = row.way == way ? place : 0;
        way = row.way;
        add_row_facts(a, is_total ? SCHAKEL_NONE : place, &row);
        place += !is_total;
        a->rows = place > a->rows ? place : a->rows;
    }
    assert_true(a->rows <= ROWS_MOST);
    return a->rows != 0;
}

static inline void find_cells(attacker *a)
{
    a->cell_count = 0;
    for (size_t row = 0; row < a->rows; row++)
        for (size_t p = 0; p < a->pattern_count; p++) {
            cell c = {{0, 0}, 0};
            for (size_t f = 0; f < a->fact_count; f++)
                if ((a->facts[f].row == SCHAKEL_NONE || a->facts[f].row == row) &&
                    counts_pattern(a, a->facts[f].what, a->patterns[p]))
                    c.counted[f / 64] |= (uint64_t)1 << f % 64;
            size_t k = 0;
            while (k < a->cell_count &&
                   (a->cells[k].counted[0] != c.counted[0] || a->cells[k].counted[1] != c.counted[1]))
                k++;
            assert_true(k < CELLS_MOST);
            if (k == a->cell_count)
                a->cells[a->cell_count++] = c;
        }
}

/* ------------------------------------------------------------------ reasoning */

static inline int near(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

static inline void add_times(attacker *a, size_t to, size_t from, double times)
{
    for (size_t c = 0; c < a->cell_count; c++)
        a->matrix[to][c] += times * a->matrix[from][c];
    a->numbers[to] += times * a->numbers[from];
}

/* Solve the facts as far as they go (Gauss and Jordan). */
static inline void reduce(attacker *a)
{
    for (size_t f = 0; f < a->fact_count; f++) {
        a->numbers[f] = a->facts[f].number;
        for (size_t c = 0; c < a->cell_count; c++)
            a->matrix[f][c] = !a->cells[c].is_nobody && (a->cells[c].counted[f / 64] >> f % 64 & 1);
    }
    a->rank = 0;
    for (size_t c = 0; c < a->cell_count && a->rank < a->fact_count; c++) {
        size_t f = a->rank;
        while (f < a->fact_count && near(a->matrix[f][c], 0))
            f++;
        if (f == a->fact_count)
            continue;
        if (f != a->rank)
            add_times(a, a->rank, f, (1 - a->matrix[a->rank][c]) / a->matrix[f][c]);
        else
            add_times(a, f, f, 1 / a->matrix[f][c] - 1);
        for (size_t k = 0; k < a->fact_count; k++)
            if (k != a->rank && !near(a->matrix[k][c], 0))
                add_times(a, k, a->rank, -a->matrix[k][c]);
        a->rank++;
    }
}

/* Facts that count a cell together are in one knot. */
static inline void find_knots(attacker *a)
{
    for (size_t f = 0; f < a->rank; f++)
        a->knot_of[f] = f;
    for (size_t c = 0; c < a->cell_count; c++) {
        size_t first = SCHAKEL_NONE;
        for (size_t f = 0; f < a->rank; f++) {
            if (near(a->matrix[f][c], 0))
                continue;
            if (first == SCHAKEL_NONE)
                first = f;
            size_t old = a->knot_of[f], now = a->knot_of[first];
            for (size_t k = 0; k < a->rank && old != now; k++)
                if (a->knot_of[k] == old)
                    a->knot_of[k] = now;
        }
    }
}

static inline void note_group(attacker *a, double number)
{
    int any = 0;
    if (number > (double)a->min_cell - 0.5)
        return;
    for (size_t c = 0; c < a->cell_count; c++) {
        any |= a->sums[c] > 0.5;
        if (near(number, 0) && a->sums[c] > 0.5 && !a->cells[c].is_nobody)
            a->found_nobody = a->cells[c].is_nobody = 1;
    }
    if (any && !near(number, 0))
        a->leak = number;
    assert_true(number > -0.5);
}

/*
 * Take each fact or leave it: since it has a cell of its own, a group of people takes it once or not at all. When the
 * last fact that counts a cell is decided, the cell is in the group or it is not.
 */
static inline void search(attacker *a, size_t place, double number)
{
    if (a->steps++ > STEPS_MOST)
        return;
    if (place == a->knot_size) {
        note_group(a, number);
        return;
    }
    const size_t f = a->knot[place], *counted = a->counted[f], count = a->counted_count[f];
    for (int take = 0; take < 2; take++) {
        int fine = 1;
        for (size_t i = 0; i < count; i++) {
            size_t c = counted[i];
            if (take)
                a->sums[c] += a->matrix[f][c];
            if (a->last_of[c] == place)
                fine &= near(a->sums[c], 0) || near(a->sums[c], 1);
        }
        if (fine)
            search(a, place + 1, number + (take ? a->numbers[f] : 0));
        for (size_t i = 0; i < count && take; i++)
            a->sums[counted[i]] -= a->matrix[f][counted[i]];
    }
}

static inline void search_knot(attacker *a, size_t knot)
{
    a->knot_size = 0;
    for (size_t c = 0; c < a->cell_count; c++)
        a->sums[c] = 0;
    for (size_t f = 0; f < a->rank; f++) {
        if (a->knot_of[f] != knot)
            continue;
        a->counted_count[f] = 0;
        for (size_t c = 0; c < a->cell_count; c++) {
            if (near(a->matrix[f][c], 0))
                continue;
            a->counted[f][a->counted_count[f]++] = c;
            a->last_of[c] = a->knot_size;
        }
        a->knot[a->knot_size++] = f;
    }
    a->steps = 0;
    search(a, 0, 0);
    a->given_up += a->steps > STEPS_MOST;
}

/*
 * When the sorts in a row, or for everybody, add up to just those reached by anything, nobody was reached by two. That
 * does not come out of the search: who was reached by three would be counted twice.
 */
static inline void rule_out_overlaps(attacker *a, size_t row)
{
    double excess = 0;
    size_t sorts = 0;
    uint64_t of_sorts[2] = {0, 0};
    for (size_t i = 1; i < a->way_count; i++) {
        schakel_reach_way way = way_at(a->engagement, i);
        sorts += (size_t)is_sort(&way);
    }
    for (size_t f = 0; f < a->fact_count; f++) {
        const fact *known = &a->facts[f];
        if (known->row != row || known->what < 0)
            continue;
        schakel_reach_way way = way_at(a->engagement, (size_t)known->what);
        excess += is_sort(&way) ? known->number : known->what == 0 ? -known->number : 0;
        sorts -= (size_t)is_sort(&way);
        if (is_sort(&way))
            of_sorts[f / 64] |= (uint64_t)1 << f % 64;
    }
    for (size_t c = 0; c < a->cell_count && sorts == 0 && near(excess, 0); c++) {
        uint64_t counted[2] = {a->cells[c].counted[0] & of_sorts[0], a->cells[c].counted[1] & of_sorts[1]};
        int both = counted[0] != 0 && counted[1] != 0;
        if (both || (counted[0] & (counted[0] - 1)) != 0 || (counted[1] & (counted[1] - 1)) != 0)
            a->cells[c].is_nobody = 1;
    }
}

/* The number of a group of people, below the minimum, that follows from what is shown; 0 when there is none. */
static inline size_t attack(attacker *a, schakel_unit unit, schakel_breakdown breakdown)
{
    a->leak = 0;
    if (!find_facts(a, unit, breakdown))
        return 0;
    find_cells(a);
    rule_out_overlaps(a, SCHAKEL_NONE);
    for (size_t row = 0; row < a->rows; row++)
        rule_out_overlaps(a, row);
    do {
        a->found_nobody = 0;
        reduce(a);
        find_knots(a);
        for (size_t f = 0; f < a->rank; f++)
            if (a->knot_of[f] == f)
                search_knot(a, f);
    } while (a->found_nobody && a->leak == 0);
    return (size_t)(a->leak + 0.5);
}

#endif
