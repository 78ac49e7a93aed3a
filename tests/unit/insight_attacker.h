/*
 * Somebody who adds and subtracts what an engagement shows, knowing what lies within what.
 *
 * Everybody in a row has a pattern: the ways that reached them. Which patterns there can be follows from the ways alone:
 * they are what some events together set. What is shown are numbers of people over rows and patterns. The attacker finds
 * every group of rows and patterns whose number follows from those by adding and subtracting, takes away the patterns that
 * are known to be nobody's, and looks again. Of a number that is told to be nearly all, the attacker knows between what it
 * lies. When the rest leaves it no choice, which linear programming tells, it is one more number that is shown.
 */
#ifndef TESTS_UNIT_INSIGHT_ATTACKER_H
#define TESTS_UNIT_INSIGHT_ATTACKER_H

#include <math.h>
#include <string.h>
#include <stdlib.h>

#include "schakel/insight.h"

enum { ROWS_MOST = 8, PATTERNS_MOST = 2048, FACTS_MOST = 128, CELLS_MOST = 4096, STEPS_MOST = 2000000 };
enum {
    RANGES_MOST = 16,
    PROGRAM_ROWS = FACTS_MOST + 2 * RANGES_MOST,
    PROGRAM_COLUMNS = CELLS_MOST + 2 * RANGES_MOST
};

/* A number that is shown, or lies between two: over a row, or over all for SCHAKEL_NONE. */
typedef struct fact {
    size_t row;
    int what;
    double number, most;
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
    double least_left[FACTS_MOST +
                      1]; /* by place in the knot: the least that it and later facts can add to a number */
    size_t counted[FACTS_MOST][CELLS_MOST], counted_count[FACTS_MOST]; /* the cells of a fact */
    double low[FACTS_MOST][CELLS_MOST],
        high[FACTS_MOST][CELLS_MOST]; /* what later facts of its knot can add to each */
    double sums[CELLS_MOST];
    double leak;
    int found_nobody;
    size_t steps, given_up;
    /* the program: a row for each number, with what it counts, a slack for each side of a range, helpers, and the number */
    double program[PROGRAM_ROWS][PROGRAM_COLUMNS + 1], price[PROGRAM_COLUMNS + 1];
    size_t basis[PROGRAM_ROWS], program_rows, program_columns;
    size_t ranges, pinned; /* so far: numbers between two, and those without a choice */
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
    return way->by == SCHAKEL_REACHED_BY_KIND || way->by == SCHAKEL_REACHED_BY_CONTACT;
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

static inline void add_fact(attacker *a, size_t row, int what, size_t number, size_t most)
{
    assert_true(a->fact_count < FACTS_MOST);
    a->facts[a->fact_count++] = (fact){row, what, (double)number, (double)most};
}

static inline int knows_people(const attacker *a, size_t place)
{
    for (size_t f = 0; f < a->fact_count; f++)
        if (a->facts[f].row == place && a->facts[f].what == PEOPLE)
            return 1;
    return 0;
}

static inline void add_row_facts(attacker *a, size_t place, const schakel_engagement_row *row)
{
    if ((!row->hidden || row->at_least != 0) && !knows_people(a, place))
        add_fact(a, place, PEOPLE, row->people, row->people);
    if (!row->hidden)
        add_fact(a, place, (int)row->way, row->reached, row->reached);
    /* One to min_cell - 1 fewer than what lies around it. */
    if (row->at_least != 0)
        add_fact(a, place, (int)row->way, row->at_least, row->at_least + a->min_cell - 2);
    if (row->way == 0 && !row->problems_hidden)
        add_fact(a, place, PROBLEMS, row->only_problems, row->only_problems);
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

static inline int is_range(const fact *f)
{
    return f->most > f->number;
}

static inline int counts(const attacker *a, size_t f, size_t c)
{
    return !a->cells[c].is_nobody && (a->cells[c].counted[f / 64] >> f % 64 & 1);
}

/* Solve the facts as far as they go (Gauss and Jordan). */
static inline void reduce(attacker *a)
{
    for (size_t f = 0; f < a->fact_count; f++) {
        int known = !is_range(&a->facts[f]);
        a->numbers[f] = known ? a->facts[f].number : 0;
        for (size_t c = 0; c < a->cell_count; c++)
            a->matrix[f][c] = known && counts(a, f, c);
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

/* --------------------------------------------------------------------- ranges */

/* One step of the simplex method: the column comes in where the row goes out. */
static inline void pivot(attacker *a, size_t row, size_t column)
{
    double by = a->program[row][column];
    for (size_t c = 0; c <= a->program_columns; c++)
        a->program[row][c] /= by;
    for (size_t r = 0; r <= a->program_rows; r++) {
        double *line = r < a->program_rows ? a->program[r] : a->price, times = line[column];
        if (r == row || near(times, 0))
            continue;
        for (size_t c = 0; c <= a->program_columns; c++)
            line[c] -= times * a->program[row][c];
    }
    a->basis[row] = column;
}

/* Make the number that price stands for as large as can be, from where it is (R. G. Bland's rule, so it ends). */
static inline double rise(attacker *a)
{
    for (;;) {
        size_t in = 0, out = SCHAKEL_NONE;
        while (in < a->program_columns && a->price[in] > -1e-7)
            in++;
        if (in == a->program_columns)
            return a->price[in];
        double least = 0;
        for (size_t r = 0; r < a->program_rows; r++) {
            if (a->program[r][in] < 1e-7)
                continue;
            double step = a->program[r][a->program_columns] / a->program[r][in];
            if (out == SCHAKEL_NONE || step < least - 1e-9 ||
                (step < least + 1e-9 && a->basis[r] < a->basis[out])) {
                out = r;
                least = step;
            }
        }
        assert_int_not_equal(out, SCHAKEL_NONE);
        pivot(a, out, in);
    }
}

static inline void add_line(attacker *a, const double *counted, double number, size_t slack, double sign)
{
    assert_true(a->program_rows < PROGRAM_ROWS);
    double *line = a->program[a->program_rows], flip = number < 0 ? -1 : 1;
    for (size_t c = 0; c <= a->program_columns; c++)
        line[c] = c < a->cell_count ? flip * counted[c] : 0;
    if (slack != SCHAKEL_NONE)
        line[slack] = flip * sign;
    line[a->program_columns] = flip * number;
    a->basis[a->program_rows++] = SCHAKEL_NONE;
}

/* All that is known, in a form in which some numbers of people for the cells are read off. */
static inline void find_some_numbers(attacker *a)
{
    static double counted[CELLS_MOST];
    size_t slack = a->cell_count;
    a->program_rows = 0;
    a->program_columns = a->cell_count;
    for (size_t f = 0; f < a->fact_count; f++)
        a->program_columns += is_range(&a->facts[f]) ? 2 : 0;
    assert_true(a->program_columns <= PROGRAM_COLUMNS);
    for (size_t f = 0; f < a->rank; f++)
        add_line(a, a->matrix[f], a->numbers[f], SCHAKEL_NONE, 0);
    for (size_t f = 0; f < a->fact_count; f++) {
        if (!is_range(&a->facts[f]))
            continue;
        for (size_t c = 0; c < a->cell_count; c++)
            counted[c] = counts(a, f, c);
        add_line(a, counted, a->facts[f].number, slack++, -1);
        add_line(a, counted, a->facts[f].most, slack++, 1);
    }
    /* What each line lacks, all together, comes to nothing. */
    for (size_t c = 0; c <= a->program_columns; c++) {
        a->price[c] = 0;
        for (size_t r = 0; r < a->program_rows; r++)
            a->price[c] -= a->program[r][c];
    }
    assert_true(near(rise(a), 0));
    /* Lines that still lack it are twice there, or take any other. */
    for (size_t r = 0; r < a->program_rows; r++)
        for (size_t c = 0; c < a->program_columns && a->basis[r] == SCHAKEL_NONE; c++)
            if (!near(a->program[r][c], 0))
                pivot(a, r, c);
}

/* The most (or, with -1, less the least) that a range can be. */
static inline double most_of(attacker *a, size_t f, double sign)
{
    for (size_t c = 0; c <= a->program_columns; c++)
        a->price[c] = c < a->cell_count ? -sign * counts(a, f, c) : 0;
    for (size_t r = 0; r < a->program_rows; r++)
        if (a->basis[r] != SCHAKEL_NONE && !near(a->price[a->basis[r]], 0)) {
            double times = a->price[a->basis[r]];
            for (size_t c = 0; c <= a->program_columns; c++)
                a->price[c] -= times * a->program[r][c];
        }
    return rise(a);
}

/* Ranges in which but one whole number is left are numbers that are known. Returns whether there were any. */
static inline int pin_ranges(attacker *a)
{
    int has_range = 0, pinned = 0;
    for (size_t f = 0; f < a->fact_count; f++)
        has_range |= is_range(&a->facts[f]);
    if (!has_range)
        return 0;
    find_some_numbers(a);
    for (size_t f = 0; f < a->fact_count; f++) {
        if (!is_range(&a->facts[f]))
            continue;
        double least = ceil(-most_of(a, f, -1) - 1e-6), most = floor(most_of(a, f, 1) + 1e-6);
        assert_true(least < most + 0.5);
        a->ranges++;
        if (!near(least, most))
            continue;
        a->facts[f].number = a->facts[f].most = most;
        a->pinned++;
        pinned = 1;
    }
    return pinned;
}

/* --------------------------------------------------------------------- search */

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

/* May each cell that a fact counts still come to be in the group or not, whatever is done with later facts? */
static inline int may_be_group(const attacker *a, size_t f)
{
    for (size_t i = 0; i < a->counted_count[f]; i++) {
        double sum = a->sums[a->counted[f][i]], least = sum + a->low[f][i], most = sum + a->high[f][i];
        int can_be_out = least < 1e-6 && most > -1e-6, can_be_in = least < 1 + 1e-6 && most > 1 - 1e-6;
        if (!can_be_out && !can_be_in)
            return 0;
    }
    return 1;
}

static inline void take_fact(attacker *a, size_t f, double times)
{
    for (size_t i = 0; i < a->counted_count[f]; i++)
        a->sums[a->counted[f][i]] += times * a->matrix[f][a->counted[f][i]];
}

/*
 * Take each fact or leave it: since it has a cell of its own, a group of people takes it once or not at all. Groups that
 * cannot come to be small any more are not looked for.
 */
static inline void search(attacker *a, size_t place, double number)
{
    if (a->steps++ > STEPS_MOST || number + a->least_left[place] > (double)a->min_cell - 0.5)
        return;
    if (place == a->knot_size) {
        note_group(a, number);
        return;
    }
    const size_t f = a->knot[place];
    if (may_be_group(a, f))
        search(a, place + 1, number);
    take_fact(a, f, 1);
    if (may_be_group(a, f))
        search(a, place + 1, number + a->numbers[f]);
    take_fact(a, f, -1);
}

static inline void search_knot(attacker *a, size_t knot)
{
    double low[CELLS_MOST], high[CELLS_MOST];
    a->knot_size = 0;
    for (size_t c = 0; c < a->cell_count; c++)
        a->sums[c] = low[c] = high[c] = 0;
    for (size_t f = a->rank; f-- > 0;) {
        if (a->knot_of[f] != knot)
            continue;
        a->counted_count[f] = 0;
        for (size_t c = 0; c < a->cell_count; c++) {
            size_t i = a->counted_count[f];
            if (near(a->matrix[f][c], 0))
                continue;
            a->low[f][i] = low[c];
            a->high[f][i] = high[c];
            low[c] += fmin(a->matrix[f][c], 0);
            high[c] += fmax(a->matrix[f][c], 0);
            a->counted[f][i] = c;
            a->counted_count[f]++;
        }
    }
    for (size_t f = 0; f < a->rank; f++)
        if (a->knot_of[f] == knot)
            a->knot[a->knot_size++] = f;
    a->least_left[a->knot_size] = 0;
    for (size_t place = a->knot_size; place-- > 0;)
        a->least_left[place] = a->least_left[place + 1] + fmin(a->numbers[a->knot[place]], 0);
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
        if (known->row != row || known->what < 0 || is_range(known))
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
        do
            reduce(a);
        while (pin_ranges(a));
        a->found_nobody = 0;
        find_knots(a);
        for (size_t f = 0; f < a->rank; f++)
            if (a->knot_of[f] == f)
                search_knot(a, f);
    } while (a->found_nobody && a->leak == 0);
    return (size_t)(a->leak + 0.5);
}

#endif
