/*
 * Dividing one part of the items: those that are joined, directly or by way of others, by
 * pairs that may be in one group. Parts have no group in common, and values add up.
 */
#ifndef SK_SOLVE_PARTITION_PART_H
#define SK_SOLVE_PARTITION_PART_H

#include "solve/partition.h"

enum { SK_PARTITION_WORTH_MAX = 1000 };

typedef struct partition_part {
    uint32_t count;        /* low or more */
    uint32_t low, high;    /* high is at most count */
    uint32_t *item;        /* of each, its number in the problem; rising */
    int32_t *worth;        /* count * count; 0 of an item with itself */
    unsigned char *clash;  /* count * count; 1 for a pair that may not be in one group */
    uint64_t *labels;      /* of each */
    unsigned char *leader; /* of each; all 1 when no group needs a leader */
    uint32_t leader_count;
    /*
     * What makes the bound of the worth good: how much more an item sees in each pair than the other
     * one does, and what a pair must be worth at least. See partition_bound.c.
     */
    int32_t *shift;
    int32_t price;
    /* The best answer so far, and how it compares; see sk_partition_score(). */
    uint32_t *group_of;
    int64_t score;
    int64_t bound;
    uint32_t nodes; /* tried by the exact search */
} partition_part;

/*
 * A value as one number, more is better. It cannot overflow: all pairs of 1000 items are worth
 * less than 2^29 either way, so 2^31 outweighs them, 2^42 outweighs all groups without a leader,
 * and 1000 items left out stay below 2^52.
 */
#define SK_PARTITION_LEADERLESS (INT64_C(1) << 31)
#define SK_PARTITION_OUT_COST (INT64_C(1) << 42)

static inline int64_t sk_partition_score(sk_partition_value value)
{
    return value.worth - value.leaderless * SK_PARTITION_LEADERLESS - value.out * SK_PARTITION_OUT_COST;
}

/* The value of a score: each worth is nearer to 0 than half of what outweighs it. */
static inline sk_partition_value sk_partition_value_of(int64_t score)
{
    const int64_t half = SK_PARTITION_LEADERLESS / 2;
    sk_partition_value value = {0, 0, 0};
    int64_t lost = half - score; /* 0 or more, since a worth is at most half */
    value.out = (uint32_t)(lost / SK_PARTITION_OUT_COST);
    lost %= SK_PARTITION_OUT_COST;
    value.leaderless = (uint32_t)(lost / SK_PARTITION_LEADERLESS);
    value.worth = half - lost % SK_PARTITION_LEADERLESS;
    return value;
}

/* Half of twice a worth, rounded down. */
static inline int64_t sk_partition_half(int64_t twice)
{
    return (twice - (twice < 0)) / 2;
}

/* The sum of the best `wanted` of count numbers; they get another order. */
int64_t sk_partition_sum_best(int64_t *numbers, uint32_t count, uint32_t wanted);

/*
 * Set `bound` from how many items there are, the leaders, and the best worths of each item.
 * Returns 0 when memory ran out, like those below.
 */
int sk_partition_bound(partition_part *part, sk_arena *arena);

/* Set `group_of` and `score`: build and improve, with at most `steps` steps. */
int sk_partition_build(partition_part *part, int64_t steps, sk_arena *arena);

/*
 * Improve `group_of`, `score` and `bound` by branch and bound, trying at most max_nodes nodes. Does
 * nothing for a part that is too large for it.
 */
int sk_partition_search(partition_part *part, uint32_t max_nodes, sk_arena *arena);

#endif
