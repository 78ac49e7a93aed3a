/* What the files of covering share; nobody else reads this. */
#ifndef SK_SOLVE_COVER_INSIDE_H
#define SK_SOLVE_COVER_INSIDE_H

#include "solve/cover.h"

/* Elements that are in the same sets. */
typedef struct cover_class {
    const uint64_t *sets; /* as in the problem */
    int64_t weight;
} cover_class;

typedef struct cover_set {
    uint32_t index; /* in the problem */
    uint32_t class_count;
    const uint32_t *classes;
    int64_t size; /* weight of its classes */
} cover_set;

/* Sets are known here by their place among those that are left, which is in the order of their indexes. */
typedef struct cover {
    const schakel_allocator *allocator;
    sk_arena arena;
    cover_class *classes;
    uint32_t class_count;
    cover_set *sets;
    uint32_t set_count;
    /* The best choice so far; ascending. */
    uint32_t best[SK_COVER_SETS_MAX];
    uint32_t best_count;
    int64_t best_covered, best_times;
    uint32_t nodes, effort;
} cover;

static inline int cover_is_in(const cover_class *class, uint32_t index)
{
    return (class->sets[index / 64] >> index % 64) & 1;
}

/* For qsort() of sets. */
static inline int cover_ascending(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

/*
 * What a search looks for: at most so many sets whose worth, `per_weight` for each element that is covered and (with
 * sizes) one for each element of each set, is `wanted` or more; `enough` ends it. With sizes, per_weight is more than all
 * sizes can come to, and of two choices that are worth the same the first in order is wanted.
 */
typedef struct cover_goal {
    uint32_t most;
    int64_t per_weight;
    int with_sizes;
    int64_t wanted;
    int64_t enough;
} cover_goal;

static inline int64_t cover_worth(const cover_goal *goal, int64_t covered, int64_t times)
{
    return goal->per_weight * covered + (goal->with_sizes ? times : 0);
}

/* Prices and the bound that follows from them, in parts of `scale`. */
typedef struct cover_prices {
    int64_t scale;
    int64_t *price;  /* of each class, 0 to its weight times per_weight */
    int64_t rest;    /* what all classes are worth less their prices */
    int64_t *earned; /* by set: the prices of its classes, and its size if sizes count */
    uint32_t *order; /* sets, those that earn most first */
} cover_prices;

/* Make room for prices, all 0. Returns 0 when memory ran out. */
int sk_cover_prices_init(cover_prices *prices, cover *c);
/*
 * Find prices for a goal, beginning with those that are there, for a goal with a per_weight of 1; and the worth that no choice
 * goes above. It stops when that is below what is wanted. Returns 0 when memory ran out.
 */
int sk_cover_find_prices(cover_prices *prices, const cover *c, const cover_goal *goal, int64_t *bound);

/* How a search ended. */
typedef enum cover_end {
    COVER_NO_MEMORY,
    COVER_PROVEN, /* the best choice is what is looked for, or nothing is */
    COVER_STOPPED /* the effort was spent */
} cover_end;

/* Search for the best choice of a goal; it replaces the best one so far. */
cover_end sk_cover_search(cover *c, const cover_goal *goal, const cover_prices *prices);

#endif
