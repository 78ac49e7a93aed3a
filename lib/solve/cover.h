/*
 * Choosing sets that together hold as many elements as possible.
 *
 * An element is in some of the sets. Of at most so many sets, in this order: (1) most elements that are in one
 * of them at least; (2) fewest sets; (3) most elements over the sets, each counted in every chosen set that it
 * is in; (4) of two choices the one whose lowest different index is lower. (Maximum coverage, and set cover when there is
 * no limit.)
 *
 * Elements in the same sets become one class with a weight. A set whose classes are all in another one is in no
 * best choice, unless it is the same and comes first. What is left goes through branch and bound:
 *  - it begins with the greedy choice, which covers 63% of the best at least (Nemhauser, Wolsey and Fisher, 1978);
 *  - a branch covers no more than it does now and what the best next sets add to that one by one, since what a set adds
 *    only gets less (submodularity, same source);
 *  - nor more than a Lagrangian bound: each element pays a price to be in a chosen set, and the sets that earn most
 *    are chosen. Prices are found by a subgradient method (Held and Karp, 1971), in whole numbers, so that the bound
 *    is exact. Prices do for every branch, and leave out the sets with which a branch cannot become the best;
 *  - an element that has to be covered, since too little would be covered without it, says between which sets to choose.
 * The search goes three times over: for most elements; then, a set less at a time, for as many elements; then, with the
 * fewest sets, for the rest. Effort is counted, not timed, so the answer does not depend on the machine.
 */
#ifndef SK_SOLVE_COVER_H
#define SK_SOLVE_COVER_H

#include "base/memory.h"

enum { SK_COVER_SETS_MAX = 256, SK_COVER_ELEMENTS_MAX = 1 << 20 };

/* Lent by the caller while sk_cover_solve() runs. */
typedef struct sk_cover_problem {
    uint32_t set_count;   /* 0 to SK_COVER_SETS_MAX */
    size_t element_count; /* 0 to SK_COVER_ELEMENTS_MAX */
    const uint64_t
        *elements;   /* of each, the sets it is in as bits, 64 a word; as many words as all sets take */
    uint32_t most;   /* how many sets at most; 0 for no limit */
    uint32_t effort; /* how many branches to look at at most, 1 or more */
} sk_cover_problem;

typedef struct sk_cover_answer {
    uint32_t *chosen; /* room for set_count of them; ascending */
    uint32_t chosen_count;
    int64_t covered; /* elements in a chosen set */
    int64_t times;   /* elements over the chosen sets */
    int64_t bound;   /* no choice covers more */
    uint32_t fewest; /* to cover as many takes at least so many sets */
    int optimal;     /* it is proven that no choice is better, in the order above */
    uint32_t nodes;  /* branches that were looked at */
} sk_cover_answer;

/* Solve. Returns 0 when memory ran out. */
int sk_cover_solve(const sk_cover_problem *problem, const schakel_allocator *allocator,
                   sk_cover_answer *answer);

#endif
