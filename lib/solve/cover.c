#include "solve/cover.h"

#include <stdlib.h>
#include <string.h>

#include "solve/cover_inside.h"

/* ---------------------------------------------------------------------- classes */

/* qsort() hands over no context, so the length stands beside the row. */
typedef struct element_row {
    const uint64_t *sets;
    size_t words;
} element_row;

static int by_sets(const void *a, const void *b)
{
    const element_row *left = a, *right = b;
    size_t i = 0;
    while (i + 1 < left->words && left->sets[i] == right->sets[i])
        i++;
    return (left->sets[i] > right->sets[i]) - (left->sets[i] < right->sets[i]);
}

/* Merge elements that are in the same sets. Returns 0 when memory ran out. */
static int find_classes(cover *c, const sk_cover_problem *problem)
{
    size_t words = (problem->set_count + 63) / 64;
    element_row *rows = sk_arena_alloc(&c->arena, problem->element_count * sizeof *rows);
    c->classes = sk_arena_alloc(&c->arena, problem->element_count * sizeof *c->classes);
    if (rows == NULL || c->classes == NULL)
        return 0;
    for (size_t i = 0; i < problem->element_count; i++)
        rows[i] = (element_row){problem->elements + i * words, words};
    if (words > 0)
        qsort(rows, problem->element_count, sizeof *rows, by_sets);
    for (size_t i = 0; i < problem->element_count && words > 0; i++) {
        if (i == 0 || by_sets(&rows[i - 1], &rows[i]) != 0)
            c->classes[c->class_count++] = (cover_class){rows[i].sets, 0};
        c->classes[c->class_count - 1].weight++;
    }
    return 1;
}

/* ------------------------------------------------------------------------- sets */

static int read_set(cover *c, uint32_t index, cover_set *set)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < c->class_count; i++)
        count += (uint32_t)cover_is_in(&c->classes[i], index);
    uint32_t *classes = sk_arena_alloc(&c->arena, count * sizeof *classes);
    *set = (cover_set){index, 0, classes, 0};
    for (uint32_t i = 0; classes != NULL && i < c->class_count; i++) {
        if (!cover_is_in(&c->classes[i], index))
            continue;
        classes[set->class_count++] = i;
        set->size += c->classes[i].weight;
    }
    return classes != NULL;
}

/* Is a set nothing beside another: all of it is in there, and more or earlier? */
static int is_inside(const cover *c, const cover_set *set, const cover_set *other)
{
    if (set->size > other->size || (set->size == other->size && set->index <= other->index))
        return 0;
    for (uint32_t k = 0; k < set->class_count; k++)
        if (!cover_is_in(&c->classes[set->classes[k]], other->index))
            return 0;
    return 1;
}

/* The sets that are inside no other one. Returns 0 when memory ran out. */
static int find_sets(cover *c, uint32_t set_count)
{
    cover_set *all = sk_arena_alloc(&c->arena, set_count * sizeof *all);
    c->sets = sk_arena_alloc(&c->arena, set_count * sizeof *c->sets);
    if (all == NULL || c->sets == NULL)
        return 0;
    for (uint32_t j = 0; j < set_count; j++)
        if (!read_set(c, j, &all[j]))
            return 0;
    for (uint32_t j = 0; j < set_count; j++) {
        int kept = all[j].size > 0;
        for (uint32_t other = 0; other < set_count && kept; other++)
            kept = !is_inside(c, &all[j], &all[other]);
        if (kept)
            c->sets[c->set_count++] = all[j];
    }
    return 1;
}

static int64_t coverable(const cover *c)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < c->class_count; i++) {
        int found = 0;
        for (uint32_t j = 0; j < c->set_count && !found; j++)
            found = cover_is_in(&c->classes[i], c->sets[j].index);
        sum += found ? c->classes[i].weight : 0;
    }
    return sum;
}

/* ----------------------------------------------------------------- the first choice */

static int64_t gain_of(const cover *c, const cover_set *set, const unsigned char *is_covered)
{
    int64_t gain = 0;
    for (uint32_t k = 0; k < set->class_count; k++)
        gain += is_covered[set->classes[k]] ? 0 : c->classes[set->classes[k]].weight;
    return gain;
}

/* Each time the set that adds most; on a tie the larger, then the earlier one. Returns 0 when memory ran out. */
static int choose_greedily(cover *c, uint32_t most)
{
    unsigned char *is_covered = sk_arena_array(&c->arena, c->class_count, 1, 0);
    if (is_covered == NULL)
        return 0;
    while (c->best_count < most) {
        uint32_t best = 0;
        int64_t best_gain = 0;
        for (uint32_t j = 0; j < c->set_count; j++) {
            int64_t gain = gain_of(c, &c->sets[j], is_covered);
            if (gain > best_gain || (gain == best_gain && c->sets[j].size > c->sets[best].size)) {
                best = j;
                best_gain = gain;
            }
        }
        if (best_gain == 0)
            break;
        c->best[c->best_count++] = best;
        c->best_covered += best_gain;
        c->best_times += c->sets[best].size;
        for (uint32_t k = 0; k < c->sets[best].class_count; k++)
            is_covered[c->sets[best].classes[k]] = 1;
    }
    qsort(c->best, c->best_count, sizeof c->best[0], cover_ascending);
    return 1;
}

/* ------------------------------------------------------------------------- stages */

/* Search for a goal, unless the prices say that there is nothing; `bound` is what no choice is worth more than. */
static cover_end reach(cover *c, const cover_goal *goal, cover_prices *prices, int64_t *bound)
{
    if (!sk_cover_find_prices(prices, c, goal, bound))
        return COVER_NO_MEMORY;
    return *bound < goal->wanted ? COVER_PROVEN : sk_cover_search(c, goal, prices);
}

/* Cover as much as can be covered. */
static cover_end cover_most(cover *c, uint32_t most, int64_t all, cover_prices *prices, int64_t *bound)
{
    const cover_goal goal = {most, 1, 0, c->best_covered + 1, all};
    *bound = all;
    if (c->best_covered == all)
        return COVER_PROVEN;
    cover_end end = reach(c, &goal, prices, bound);
    if (end == COVER_PROVEN)
        *bound = c->best_covered;
    else if (*bound > all)
        *bound = all;
    return end;
}

/*
 * So many sets at least, by their prices, for as much as is covered now: the bound rules out any number below. Returns 0 when
 * memory ran out.
 */
static int find_fewest(cover *c, cover_prices *prices, uint32_t *fewest)
{
    uint32_t too_few = 0, enough = c->best_count;
    while (enough > too_few + 1) {
        uint32_t middle = (too_few + enough) / 2;
        const cover_goal goal = {middle, 1, 0, c->best_covered, c->best_covered};
        int64_t bound;
        if (!sk_cover_find_prices(prices, c, &goal, &bound))
            return 0;
        if (bound < c->best_covered)
            too_few = middle;
        else
            enough = middle;
    }
    *fewest = enough;
    return 1;
}

/* Cover everything with a set less, until that cannot be done. */
static cover_end cover_with_fewest(cover *c, cover_prices *prices)
{
    cover_end end = COVER_PROVEN;
    uint32_t before = c->best_count + 1;
    while (end == COVER_PROVEN && c->best_count < before && c->best_count > 0) {
        const cover_goal goal = {c->best_count - 1, 1, 0, c->best_covered, c->best_covered};
        int64_t bound;
        before = c->best_count;
        end = reach(c, &goal, prices, &bound);
    }
    return end;
}

/* With as many sets and as much covered: the most times, and then the first in order. */
static cover_end cover_most_times(cover *c, cover_prices *prices)
{
    int64_t bound, per_weight = 1;
    if (c->best_count == 0)
        return COVER_PROVEN;
    for (uint32_t j = 0; j < c->set_count; j++)
        per_weight += c->sets[j].size;
    cover_goal goal = {c->best_count, per_weight, 1, 0, INT64_MAX};
    goal.wanted = cover_worth(&goal, c->best_covered, c->best_times);
    return reach(c, &goal, prices, &bound);
}

/* Find the best choice, and what is proven of it. Where something stays uncovered every place is used. */
static cover_end find_best(cover *c, uint32_t most, sk_cover_answer *answer)
{
    cover_prices prices, of_fewest;
    int64_t all = coverable(c);
    if (!sk_cover_prices_init(&prices, c) || !sk_cover_prices_init(&of_fewest, c) ||
        !choose_greedily(c, most))
        return COVER_NO_MEMORY;
    cover_end end = cover_most(c, most, all, &prices, &answer->bound);
    if (end == COVER_PROVEN && c->best_covered == all)
        end = cover_with_fewest(c, &of_fewest);
    answer->fewest = c->best_count;
    if (end == COVER_PROVEN)
        return cover_most_times(c, &prices);
    return end == COVER_STOPPED && find_fewest(c, &of_fewest, &answer->fewest) ? end : COVER_NO_MEMORY;
}

int sk_cover_solve(const sk_cover_problem *problem, const schakel_allocator *allocator,
                   sk_cover_answer *answer)
{
    cover c = {.allocator = allocator, .effort = problem->effort};
    cover_end end = COVER_NO_MEMORY;
    sk_arena_init(&c.arena, allocator);
    if (find_classes(&c, problem) && find_sets(&c, problem->set_count)) {
        int limited = problem->most != 0 && problem->most < c.set_count;
        end = find_best(&c, limited ? problem->most : c.set_count, answer);
    }
    answer->chosen_count = c.best_count;
    answer->covered = c.best_covered;
    answer->times = c.best_times;
    answer->optimal = end == COVER_PROVEN;
    answer->nodes = c.nodes;
    for (uint32_t i = 0; i < c.best_count; i++)
        answer->chosen[i] = c.sets[c.best[i]].index;
    sk_arena_destroy(&c.arena);
    return end != COVER_NO_MEMORY;
}
