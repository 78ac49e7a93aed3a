/* Problems of dividing items over groups, the rules, and the best value by trying every division. */
#ifndef TESTS_UNIT_SOLVE_GROUPS_H
#define TESTS_UNIT_SOLVE_GROUPS_H

#include <string.h>

#include "solve/partition.h"

enum { GROUP_ITEMS_MAX = 200 };

typedef struct group_problem {
    sk_partition_problem problem;
    int32_t worth[GROUP_ITEMS_MAX * GROUP_ITEMS_MAX];
    unsigned char apart[GROUP_ITEMS_MAX * GROUP_ITEMS_MAX];
    uint64_t labels[GROUP_ITEMS_MAX];
    unsigned char leader[GROUP_ITEMS_MAX];
} group_problem;

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static inline uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

static inline void set_worth(group_problem *g, uint32_t one, uint32_t other, int32_t worth)
{
    g->worth[one * g->problem.count + other] = g->worth[other * g->problem.count + one] = worth;
}

static inline void set_apart(group_problem *g, uint32_t one, uint32_t other)
{
    g->apart[one * g->problem.count + other] = g->apart[other * g->problem.count + one] = 1;
}

/* No worths, nobody apart, one label for all, no leaders needed. */
static inline void make_problem(group_problem *g, uint32_t count, uint32_t low, uint32_t high)
{
    memset(g->worth, 0, (size_t)count * count * sizeof *g->worth);
    memset(g->apart, 0, (size_t)count * count);
    memset(g->leader, 0, sizeof g->leader);
    for (uint32_t i = 0; i < count; i++)
        g->labels[i] = 1;
    g->problem = (sk_partition_problem){count, low, high, g->worth, g->apart, g->labels, NULL, 200000};
}

/* Of each kind: few labels or many, few leaders or none needed, worths above 0, below, or both. */
static inline void draw_groups(group_problem *g, uint64_t *seed, uint32_t count)
{
    static const int32_t lowest[] = {0, -3, -1000, -20}, highest[] = {9, 3, 1000, -1};
    uint32_t low = 1 + draw(seed, 4), kind = draw(seed, 4), labels = 1 + draw(seed, 3);
    uint32_t apart = draw(seed, 3) == 0 ? 2 : 3 + draw(seed, 20), leaders = 1 + draw(seed, 5);
    make_problem(g, count, low, low + draw(seed, 4));
    if (draw(seed, 2) == 0)
        g->problem.leader = g->leader;
    for (uint32_t i = 0; i < count; i++) {
        g->leader[i] = draw(seed, leaders) == 0;
        g->labels[i] = 1 + draw(seed, (1u << labels) - 1);
        for (uint32_t j = 0; j < i; j++) {
            set_worth(g, i, j,
                      lowest[kind] + (int32_t)draw(seed, (uint32_t)(highest[kind] - lowest[kind] + 1)));
            if (draw(seed, apart) == 0)
                set_apart(g, i, j);
        }
        /* Nobody reads what an item is worth with itself. */
        g->worth[i * count + i] = 777;
    }
}

/* Above 0 when the first value is better, below 0 when it is worse. */
static inline int compare_values(sk_partition_value one, sk_partition_value other)
{
    if (one.out != other.out)
        return one.out < other.out ? 1 : -1;
    if (one.leaderless != other.leaderless)
        return one.leaderless < other.leaderless ? 1 : -1;
    return (one.worth > other.worth) - (one.worth < other.worth);
}

/* Whether the items of one group may be together; adds to the value what the group does. */
static inline int judge_group(const group_problem *g, const uint32_t *group_of, uint32_t group,
                              sk_partition_value *value)
{
    const sk_partition_problem *p = &g->problem;
    uint32_t size = 0, leaders = 0;
    uint64_t labels = UINT64_MAX;
    for (uint32_t i = 0; i < p->count; i++) {
        if (group_of[i] != group)
            continue;
        size++;
        labels &= p->labels[i];
        leaders += p->leader == NULL || p->leader[i];
        for (uint32_t j = 0; j < i; j++) {
            if (group_of[j] != group)
                continue;
            if (p->apart[i * p->count + j])
                return 0;
            value->worth += p->worth[i * p->count + j];
        }
    }
    value->leaderless += leaders == 0;
    return size >= p->low && size <= p->high && labels != 0;
}

/* Whether a division keeps to the rules, and what it is worth. */
static inline int judge(const group_problem *g, const uint32_t *group_of, uint32_t group_count,
                        sk_partition_value *value)
{
    *value = (sk_partition_value){0, 0, 0};
    for (uint32_t i = 0; i < g->problem.count; i++) {
        if (group_of[i] == SK_PARTITION_OUT)
            value->out++;
        else if (group_of[i] >= group_count)
            return 0;
    }
    for (uint32_t group = 0; group < group_count; group++)
        if (!judge_group(g, group_of, group, value))
            return 0;
    return 1;
}

static inline int numbered_by_first_items(const group_problem *g, const sk_partition_answer *answer)
{
    uint32_t seen = 0;
    for (uint32_t i = 0; i < g->problem.count; i++) {
        if (answer->group_of[i] == SK_PARTITION_OUT || answer->group_of[i] < seen)
            continue;
        if (answer->group_of[i] != seen++)
            return 0;
    }
    return seen == answer->group_count;
}

/* Try every group for an item and those after it, out as well. */
static inline void try_all(const group_problem *g, uint32_t *group_of, uint32_t item, uint32_t group_count,
                           sk_partition_value *best)
{
    sk_partition_value value;
    if (item == g->problem.count) {
        if (judge(g, group_of, group_count, &value) && compare_values(value, *best) > 0)
            *best = value;
        return;
    }
    for (uint32_t group = 0; group <= group_count; group++) {
        group_of[item] = group;
        try_all(g, group_of, item + 1, group_count + (group == group_count), best);
    }
    group_of[item] = SK_PARTITION_OUT;
    try_all(g, group_of, item + 1, group_count, best);
}

static inline sk_partition_value best_value(const group_problem *g)
{
    uint32_t group_of[GROUP_ITEMS_MAX];
    sk_partition_value best = {UINT32_MAX, 0, 0};
    try_all(g, group_of, 0, 0, &best);
    return best;
}

#endif
