/*
 * Dividing items over groups of a limited size, so that what is worth having in one
 * group is in one group.
 *
 * Rules: a group has low to high items; two items that must stay apart are in different
 * groups; the label sets of the items of a group have a label in common. In this
 * order: (1) least items left out; (2) least groups without a leader; (3) most worth, the
 * sum over pairs in one group.
 *
 * Items that no pair joins, directly or by way of others, are divided apart from each other. Each such
 * part is built greedily and improved by moving, swapping, putting in and leaving out, within a
 * fixed number of steps (about a third of a second in all). Where the bound says that this may not be
 * the best, a part of up to 48 items is searched by branch and bound. Up to 14 or so that ends within
 * 200,000 nodes; larger parts keep a bound that says how far from the best they can be.
 *
 * Equal answers are decided by the order of the items. Effort is counted, not timed, so the answer does
 * not depend on the machine.
 */
#ifndef SK_SOLVE_PARTITION_H
#define SK_SOLVE_PARTITION_H

#include "base/memory.h"

/* An item that is in no group. */
#define SK_PARTITION_OUT UINT32_MAX

enum { SK_PARTITION_ITEMS_MAX = 1000 };

/* Lent by the caller while sk_partition_solve() runs. */
typedef struct sk_partition_problem {
    uint32_t count;             /* 0 to SK_PARTITION_ITEMS_MAX */
    uint32_t low, high;         /* 1 <= low <= high */
    const int32_t *worth;       /* count * count, symmetric; of a pair in one group, -1000 to 1000 */
    const unsigned char *apart; /* count * count, symmetric; 1 for a pair that must stay apart */
    const uint64_t *labels;     /* of each item, a set of bits; never 0 */
    const unsigned char
        *leader;     /* of each item, 1 for one that can lead; NULL when no group needs a leader */
    uint32_t effort; /* how many nodes to try at most in the exact search, 1 or more */
} sk_partition_problem;

/* What an answer is worth, to be compared in this order. */
typedef struct sk_partition_value {
    uint32_t out;        /* items left out: fewer is better */
    uint32_t leaderless; /* groups without a leader: fewer is better */
    int64_t worth;       /* more is better */
} sk_partition_value;

typedef struct sk_partition_answer {
    uint32_t *group_of; /* count of them; groups are numbered in the order of their first items */
    uint32_t group_count;
    sk_partition_value value;
    sk_partition_value bound; /* no answer is better than this */
    int optimal;              /* value equals bound, or the exact search ended */
    uint32_t nodes;           /* tried by the exact search */
} sk_partition_answer;

/* Solve. `answer->group_of` has room for count items. Returns 0 when memory ran out. */
int sk_partition_solve(const sk_partition_problem *problem, const schakel_allocator *allocator,
                       sk_partition_answer *answer);

#endif
