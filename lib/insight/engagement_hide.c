/*
 * Which figures of an engagement may be shown.
 *
 * Somebody who adds and subtracts knows that whoever is reached by a round is reached by its kind of talk, and by
 * anything; that whoever is reached by anything is reached by some sort; and so on. Taken together what is shown then
 * tells about more groups of people than have a row: who was reached, but not by talks; or, when there are but two
 * sorts, who was reached by both. Every such group must be open.
 *
 * In a row that shows, those groups are counted one by one. What is hidden is known as a sum over rows, and in each
 * of these rows it can be combined with something else that does show. So what is summed is the least that every such
 * combination counts in a row: see sk_part.
 */
#include <stdlib.h>
#include <string.h>

#include "insight/engagement.h"
#include "insight/parts.h"

typedef struct hiding {
    const sk_ways *ways;
    size_t min_cell;
    /* the unit at hand */
    sk_unit_row *total;
    sk_unit_table *breakdowns;
    size_t breakdown_count;
    int nearly_all;        /* nearly all of them were reached: only how many people there are is known */
    sk_parted_row *parted; /* room for the rows of a table */
} hiding;

static int is_open(const hiding *h, size_t people)
{
    return sk_is_open(people, h->min_cell);
}

/* How many people are known to lie around this way in a row for everybody: those of the nearest way that shows, or all. */
static size_t count_around(const hiding *h, const sk_unit_row *row, size_t way)
{
    size_t around = h->ways->list[way].within;
    while (around != SK_WAY_ANYTHING && row->hidden[around])
        around = h->ways->list[around].within;
    int of_people = way == SK_WAY_ANYTHING || way == h->ways->year_before || row->hidden[around];
    return of_people ? row->people : row->counts[around];
}

/* ------------------------------------------------------------------- siblings */

/* The ways that together are all of what they lie within. */
typedef struct siblings {
    size_t nonempty; /* how many of them reached somebody */
    size_t smallest; /* of those the one that reached fewest */
    size_t excess;   /* what they reached, added up, over what they reached together */
} siblings;

static int are_siblings(const sk_ways *ways, size_t a, size_t b)
{
    const sk_way *left = &ways->list[a], *right = &ways->list[b];
    int same_sort = (a < ways->sorts_end) == (b < ways->sorts_end) && left->within == right->within;
    return same_sort && (a < ways->sorts_end || left->told.by == right->told.by);
}

/* Are the ways like this one all of what they lie within? */
static int has_siblings(const sk_ways *ways, size_t way)
{
    const sk_way *w = &ways->list[way];
    if (w->told.by == SCHAKEL_REACHED_IN_ROUND)
        return ways->list[w->within].rounds_are_all;
    return way != SK_WAY_ANYTHING && way != ways->year_before;
}

/* All of what months lie within is what could be told by month, which has no row. */
static size_t count_within(const sk_ways *ways, const sk_unit_row *row, size_t way)
{
    int is_month = ways->list[way].told.by == SCHAKEL_REACHED_IN_MONTH;
    return row->counts[is_month ? sk_column_monthly(ways) : ways->list[way].within];
}

static siblings find_siblings(const sk_ways *ways, const sk_unit_row *row, size_t way)
{
    siblings found = {0, SCHAKEL_NONE, 0};
    size_t sum = 0;
    for (size_t i = 1; i < ways->months_end; i++) {
        size_t reached = row->counts[i];
        if (reached == 0 || !are_siblings(ways, i, way))
            continue;
        found.nonempty++;
        sum += reached;
        if (found.smallest == SCHAKEL_NONE || reached < row->counts[found.smallest])
            found.smallest = i;
    }
    found.excess = sum - count_within(ways, row, way);
    return found;
}

/* ---------------------------------------------------------------------- parts */

static int is_only_problem_sort(const sk_ways *ways, const sk_unit_row *row, size_t way)
{
    if (way >= ways->sorts_end || !ways->list[way].may_be_problem)
        return 0;
    for (size_t i = 1; i < ways->sorts_end; i++)
        if (i != way && ways->list[i].may_be_problem && row->counts[i] != 0)
            return 0;
    return 1;
}

static size_t least_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Reached by this way, the only one with problems in the row, but not only about problems. */
static size_t without_problems(const sk_ways *ways, const sk_unit_row *row, size_t way)
{
    return row->counts[sk_column_fine(ways)] + row->counts[way] - row->counts[SK_WAY_ANYTHING];
}

static sk_parted_row parts_of_anything(const sk_unit_row *row)
{
    size_t reached = row->counts[SK_WAY_ANYTHING], never = row->people - reached;
    return (sk_parted_row){.parts = {{row->people, row->people}, {reached, reached}, {never, never}}};
}

static sk_parted_row parts_of_year_before(const hiding *h, const sk_unit_row *row)
{
    size_t reached = row->counts[h->ways->year_before], never = row->people - reached;
    return (sk_parted_row){.parts = {{reached, reached}, {never, never}}};
}

/*
 * Siblings that are known, and more than one of them: what they add up to is known too. One of two can be counted for those only whom
 * the other reached as well. Where nobody was reached by two, each is known from the others.
 */
static void part_siblings(const hiding *h, const sk_unit_row *row, size_t way, sk_parted_row *parted)
{
    siblings everywhere = find_siblings(h->ways, h->total, way), here = find_siblings(h->ways, row, way);
    if (!has_siblings(h->ways, way) || everywhere.nonempty < 2 || !is_open(h, everywhere.excess))
        return;
    if (here.nonempty <= 2)
        parted->parts[0].least = least_of(parted->parts[0].least, here.excess);
    if (here.excess == 0)
        parted->parts[0].least = parted->parts[1].least = 0;
    parted->parts[2] = (sk_part){here.excess, here.excess};
}

static sk_parted_row parts_of_sort_or_round(const hiding *h, const sk_unit_row *row, size_t way)
{
    const sk_ways *ways = h->ways;
    const sk_way *w = &ways->list[way];
    int of_people = h->nearly_all && w->within == SK_WAY_ANYTHING;
    size_t reached = row->counts[way];
    size_t others = (of_people ? row->people : row->counts[w->within]) - reached;
    sk_parted_row parted = {.parts = {{reached, reached}, {others, others}}};
    if (reached != 0 && is_only_problem_sort(ways, row, way))
        parted.parts[0].least = without_problems(ways, row, way);
    /* What cannot be a problem lies within what was not only about problems, too. */
    if (way < ways->sorts_end && !w->may_be_problem)
        parted.parts[1].least = row->counts[sk_column_fine(ways)] - reached;
    part_siblings(h, row, way, &parted);
    return parted;
}

static int has_problem_sort(const sk_ways *ways, const sk_unit_row *row)
{
    int has = 0;
    for (size_t i = 1; i < ways->sorts_end; i++)
        has |= ways->list[i].may_be_problem && row->counts[i] != 0;
    return has;
}

/* Where no talk or contact was, it is known that nobody was reached only about problems. */
static sk_parted_row parts_of_fine(const hiding *h, const sk_unit_row *row)
{
    const sk_ways *ways = h->ways;
    size_t fine = row->counts[sk_column_fine(ways)], least = fine;
    size_t problems = row->counts[SK_WAY_ANYTHING] - fine;
    if (!has_problem_sort(ways, h->total))
        return (sk_parted_row){.people = 0};
    for (size_t i = 1; i < ways->sorts_end; i++) {
        if (!ways->list[i].may_be_problem)
            least = least_of(least, fine - row->counts[i]);
        else if (row->counts[i] != 0 && is_only_problem_sort(ways, row, i))
            least = least_of(least, without_problems(ways, row, i));
    }
    if (!has_problem_sort(ways, row))
        least = 0;
    return (sk_parted_row){.parts = {{problems, problems}, {least, fine}}};
}

static sk_parted_row parts_of(const hiding *h, const sk_unit_row *row, size_t column)
{
    sk_parted_row parted;
    if (column == SK_WAY_ANYTHING)
        parted = parts_of_anything(row);
    else if (column == h->ways->year_before)
        parted = parts_of_year_before(h, row);
    else if (column == sk_column_fine(h->ways))
        parted = parts_of_fine(h, row);
    else
        parted = parts_of_sort_or_round(h, row, column);
    parted.people = row->people;
    parted.hidden = row->hidden[column];
    return parted;
}

/* ------------------------------------------------------------------------ rows */

/* Is each group that can be told apart in this row, which shows what lies around the way, open? */
static int shows_sort_or_round(const hiding *h, const sk_unit_row *row, size_t way)
{
    const sk_ways *ways = h->ways;
    if (!is_open(h, row->counts[way]) || !is_open(h, count_around(h, row, way) - row->counts[way]))
        return 0;
    if (!has_siblings(ways, way))
        return 1;
    siblings all = find_siblings(ways, row, way);
    return all.smallest != way || is_open(h, all.excess);
}

static int shows_fine(const hiding *h, const sk_unit_row *row)
{
    const sk_ways *ways = h->ways;
    size_t fine = row->counts[sk_column_fine(ways)];
    int open = is_open(h, fine) && is_open(h, row->counts[SK_WAY_ANYTHING] - fine);
    if (!has_problem_sort(ways, row))
        return 1;
    for (size_t i = 1; i < ways->sorts_end && open; i++) {
        if (row->hidden[i] || row->counts[i] == 0)
            continue;
        if (!ways->list[i].may_be_problem)
            open = is_open(h, fine - row->counts[i]);
        else if (is_only_problem_sort(ways, row, i))
            open = is_open(h, without_problems(ways, row, i));
    }
    return open;
}

static int has_kind_by_round(const sk_ways *ways, const sk_unit_row *row)
{
    int has = 0;
    for (size_t i = 1; i < ways->sorts_end; i++)
        has |= ways->list[i].has_rounds && row->counts[i] != 0;
    return has;
}

/*
 * Months show for everybody only. Where some kinds are told by round, somebody can subtract a month from anything in one group of
 * people, and from the one sort that is told by month in another; what is counted then is never less than who was reached by
 * what is told by month, but in other months.
 */
static int shows_month(const hiding *h, const sk_unit_row *row, size_t month)
{
    const sk_ways *ways = h->ways;
    size_t reached = row->counts[month], monthly = row->counts[sk_column_monthly(ways)];
    if (!is_open(h, reached) || !is_open(h, count_around(h, row, month) - reached))
        return 0;
    if (reached != 0 && has_kind_by_round(ways, row) && monthly - reached < h->min_cell)
        return 0;
    siblings all = find_siblings(ways, row, month);
    return all.smallest != month || is_open(h, all.excess);
}

static int shows_people(const hiding *h, const sk_unit_row *row)
{
    size_t reached = row->counts[SK_WAY_ANYTHING];
    return is_open(h, row->people) && is_open(h, reached) && is_open(h, row->people - reached);
}

static int shows(const hiding *h, const sk_unit_row *row, size_t column)
{
    const sk_ways *ways = h->ways;
    if (column == SK_WAY_ANYTHING)
        return !row->people_hidden && shows_people(h, row);
    if (column == sk_column_fine(ways))
        return !row->hidden[SK_WAY_ANYTHING] && shows_fine(h, row);
    size_t within = ways->list[column].within;
    if (row->hidden[within] && (within != SK_WAY_ANYTHING || !h->nearly_all || row->people_hidden))
        return 0;
    if (column == ways->year_before)
        return is_open(h, row->counts[column]) && is_open(h, row->people - row->counts[column]);
    if (column >= ways->rounds_end)
        return shows_month(h, row, column);
    return shows_sort_or_round(h, row, column);
}

/* --------------------------------------------------------------------- tables */

static void hide_all(const sk_unit_table *table, size_t column)
{
    for (size_t i = 0; i < table->count; i++)
        table->rows[i].hidden[column] = table->rows[i].people != 0;
}

/* When all that is hidden is added up, which is the total, is it open? */
static int adds_up(const hiding *h, const sk_unit_table *table)
{
    sk_part sum[SK_PARTS_MAX] = {{0, 0}};
    for (size_t i = 0; i < table->count; i++)
        for (int part = 0; part < SK_PARTS_MAX; part++) {
            sum[part].least += h->parted[i].parts[part].least;
            sum[part].most += h->parted[i].parts[part].most;
        }
    for (int part = 0; part < SK_PARTS_MAX; part++)
        if (sum[part].most != 0 && sum[part].least < h->min_cell)
            return 0;
    return 1;
}

/* Hide a column in the rows of a breakdown. Returns 0 when even then the total gives too much away. */
static int hide_column(const hiding *h, sk_unit_table *table, size_t column)
{
    for (size_t i = 0; i < table->count; i++) {
        sk_unit_row *row = &table->rows[i];
        row->hidden[column] = row->people != 0 && !shows(h, row, column);
        h->parted[i] = parts_of(h, row, column);
    }
    int safe = sk_hide_parted(h->parted, table->count, h->min_cell);
    for (size_t i = 0; i < table->count; i++)
        table->rows[i].hidden[column] = (unsigned char)h->parted[i].hidden;
    table->left_out |= column == SK_WAY_ANYTHING && !safe;
    return safe || column == SK_WAY_ANYTHING || adds_up(h, table);
}

/*
 * The sizes of the rows of a breakdown. Tables of other counts hide the same, so that no size follows from laying them side
 * by side.
 */
static void hide_people(const hiding *h, sk_unit_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        size_t people = table->rows[i].people;
        h->parted[i] = (sk_parted_row){{{people, people}}, people, !is_open(h, people)};
    }
    table->left_out = !sk_hide_parted(h->parted, table->count, h->min_cell);
    for (size_t i = 0; i < table->count; i++)
        table->rows[i].people_hidden = h->parted[i].hidden;
}

/* ----------------------------------------------------------------- nearly all */

/* Are so many that were not reached few enough, and enough to be more than one? */
static int is_nearly_all(const hiding *h, size_t around, size_t reached)
{
    enum { ALL_TO_FEW = 4 }; /* it is nearly all when all are so many times the few, or more */
    size_t few = h->min_cell - 1;
    return few >= 2 && around >= ALL_TO_FEW * few && !is_open(h, around - reached);
}

/* Tell of what is hidden because it is a few less than all that lies around it that it is nearly that. */
static void tell_nearly_all(const hiding *h, size_t way)
{
    sk_unit_row *total = h->total;
    size_t around = count_around(h, total, way);
    int knows_people = way == SK_WAY_ANYTHING || !total->hidden[SK_WAY_ANYTHING] || h->nearly_all;
    if (total->hidden[way] && knows_people && is_nearly_all(h, around, total->counts[way]))
        total->at_least[way] = around - (h->min_cell - 1);
}

/* Is this a hidden row of a breakdown, by anything, of which it could be told? */
static int is_row_nearly_all(const hiding *h, const sk_unit_row *row)
{
    return row->hidden[SK_WAY_ANYTHING] && !row->people_hidden &&
           is_nearly_all(h, row->people, row->counts[SK_WAY_ANYTHING]);
}

/*
 * The same of the rows of a breakdown, by anything. How many were never reached in all hidden rows together is known, and must leave
 * a choice to each of those that are told to be nearly all.
 */
static void tell_rows_nearly_all(const hiding *h, sk_unit_table *table)
{
    size_t few = h->min_cell - 1, never = 0, told = 0, people_of_others = 0;
    for (size_t i = 0; i < table->count; i++) {
        const sk_unit_row *row = &table->rows[i];
        int is_told = is_row_nearly_all(h, row);
        if (!row->hidden[SK_WAY_ANYTHING])
            continue;
        never += row->people - row->counts[SK_WAY_ANYTHING];
        told += (size_t)is_told;
        people_of_others += is_told ? 0 : row->people;
    }
    int leaves_a_choice = never > told && never < told * few + people_of_others;
    for (size_t i = 0; i < table->count && leaves_a_choice; i++) {
        sk_unit_row *row = &table->rows[i];
        if (is_row_nearly_all(h, row))
            row->at_least[SK_WAY_ANYTHING] = row->people - few;
    }
}

/* Do some ways add up to all people of a row, as far as they show for everybody? */
static int covers(const sk_unit_row *total, const sk_unit_row *row, size_t first, size_t end, size_t people)
{
    size_t sum = 0;
    for (size_t way = first; way < end && sum < people; way++)
        sum += total->at_least[way] != 0 ? people : total->hidden[way] ? 0 : row->counts[way];
    return sum >= people;
}

/*
 * Of a number that is nearly all it must not follow that it is no more than what others add up to. So the ways of a sort,
 * which together are all of what they lie within, add up to all that lies around them, or do not show.
 */
static void hide_uncovered(const hiding *h, size_t first, size_t end)
{
    int covered = first == end || covers(h->total, h->total, first, end, count_around(h, h->total, first));
    for (size_t i = 0; i < h->breakdown_count; i++) {
        const sk_unit_table *table = &h->breakdowns[i];
        int rows_covered = covered;
        for (size_t k = 0; k < table->count; k++)
            rows_covered &= covers(h->total, &table->rows[k], first, end, table->rows[k].people);
        for (size_t way = first; way < end && !rows_covered; way++)
            hide_all(table, way);
    }
    for (size_t way = first; way < end && !covered; way++)
        h->total->hidden[way] = 1;
}

static int tells_nearly_all(const hiding *h)
{
    for (size_t way = 0; way < h->ways->sorts_end; way++)
        if (h->total->at_least[way] != 0)
            return 1;
    return 0;
}

/* ----------------------------------------------------------------------- units */

/* Hide a column for everybody of the unit, and in its breakdowns. */
static void hide_in_unit(const hiding *h, size_t column)
{
    sk_unit_row *total = h->total;
    int is_month = column >= h->ways->rounds_end && column < h->ways->months_end;
    total->hidden[column] = total->people != 0 && !shows(h, total, column);
    for (size_t i = 0; i < h->breakdown_count; i++)
        if (!h->breakdowns[i].left_out && !is_month && !total->hidden[column])
            total->hidden[column] = !hide_column(h, &h->breakdowns[i], column);
    for (size_t i = 0; i < h->breakdown_count; i++)
        if (is_month || total->hidden[column])
            hide_all(&h->breakdowns[i], column);
    if (!is_month && column != sk_column_fine(h->ways))
        tell_nearly_all(h, column);
}

static void hide_columns(const hiding *h, size_t first, size_t end)
{
    for (size_t column = first; column < end; column++)
        hide_in_unit(h, column);
}

/* What was not only about problems comes last: how it shows depends on the kinds that do. */
static void hide_unit(hiding *h)
{
    const sk_ways *ways = h->ways;
    for (size_t i = 0; i < h->breakdown_count; i++)
        hide_people(h, &h->breakdowns[i]);
    hide_in_unit(h, SK_WAY_ANYTHING);
    for (size_t i = 0; i < h->breakdown_count && !h->total->hidden[SK_WAY_ANYTHING]; i++)
        tell_rows_nearly_all(h, &h->breakdowns[i]);
    h->nearly_all = h->total->at_least[SK_WAY_ANYTHING] != 0;
    hide_columns(h, 1, ways->sorts_end);
    if (h->nearly_all)
        hide_uncovered(h, 1, ways->sorts_end);
    hide_columns(h, ways->sorts_end, ways->months_end);
    if (tells_nearly_all(h))
        hide_uncovered(h, ways->rounds_end, ways->months_end);
    hide_columns(h, ways->months_end, sk_column_fine(ways) + 1);
}

/* ---------------------------------------------------------------------- order */

static int by_people(const void *a, const void *b)
{
    const sk_unit_row *left = a, *right = b;
    if (left->people != right->people)
        return left->people < right->people ? -1 : 1;
    return strcmp(left->key, right->key);
}

static int tells_people(const sk_unit_row *row)
{
    return !row->hidden[SK_WAY_ANYTHING] || row->at_least[SK_WAY_ANYTHING] != 0;
}

static int as_listed(const void *a, const void *b)
{
    const sk_unit_row *left = a, *right = b;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    int left_tells = tells_people(left), right_tells = tells_people(right);
    if (left_tells != right_tells)
        return right_tells - left_tells;
    /* The order of hidden rows must not tell their sizes. */
    if (left_tells && left->people != right->people)
        return left->people > right->people ? -1 : 1;
    return strcmp(left->key, right->key);
}

static void sort_rows(sk_unit_table *table, int (*compare)(const void *, const void *))
{
    if (table->count != 0)
        qsort(table->rows, table->count, sizeof *table->rows, compare);
}

/* The breakdowns of a unit stand together. */
static const struct {
    size_t first, count;
} breakdowns[] = {
    [SCHAKEL_UNIT_ADULTS] = {SK_TABLE_ROLE, 3},
    [SCHAKEL_UNIT_FAMILIES] = {SK_TABLE_ROLE, 0},
    [SCHAKEL_UNIT_CHILDREN] = {SK_TABLE_GROUP, 1},
};

int sk_hide_units(sk_unit_table tables[SK_UNIT_TABLES], const sk_ways *ways, size_t min_cell, sk_arena *arena)
{
    hiding h = {.ways = ways, .min_cell = min_cell};
    size_t most = 0;
    for (int i = 0; i < SK_UNIT_TABLES; i++) {
        most = tables[i].count > most ? tables[i].count : most;
        sort_rows(&tables[i], by_people);
    }
    h.parted = sk_arena_array(arena, most, sizeof *h.parted, 0);
    if (h.parted == NULL)
        return 0;
    for (int unit = SCHAKEL_UNIT_ADULTS; unit <= SCHAKEL_UNIT_CHILDREN; unit++) {
        h.total = &tables[unit].rows[0];
        h.breakdowns = tables + breakdowns[unit].first;
        h.breakdown_count = breakdowns[unit].count;
        h.nearly_all = 0;
        hide_unit(&h);
    }
    for (int i = 0; i < SK_UNIT_TABLES; i++)
        sort_rows(&tables[i], as_listed);
    return 1;
}
