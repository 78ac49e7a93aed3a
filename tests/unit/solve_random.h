/* Small random problems for the solver, and their best cost by trying every set of arcs. */
#ifndef TESTS_UNIT_SOLVE_RANDOM_H
#define TESTS_UNIT_SOLVE_RANDOM_H

#include <string.h>

#include "solve/branch.h"

enum { MOST_SOURCES = 4, MOST_NODES = 9, MOST_ARCS = 13, MOST_ITEMS = 6, MOST_TEAMS = 2 };

typedef struct small_problem {
    sk_branch_problem problem;
    uint32_t first_arc[MOST_SOURCES + 1];
    int32_t supply[MOST_SOURCES];
    int64_t stay[MOST_SOURCES];
    uint32_t arc_source[MOST_ARCS];
    uint32_t arc_node[MOST_ARCS];
    int64_t arc_cost[MOST_ARCS];
    uint32_t arc_item[MOST_ARCS];
    uint32_t parent[MOST_NODES];
    int32_t capacity[MOST_NODES];
    int64_t base[MOST_NODES];
    uint8_t excludes[MOST_ITEMS][MOST_ITEMS];
    size_t first_conflict[MOST_ITEMS + 1];
    uint32_t conflicts[MOST_ITEMS * MOST_ITEMS];
    uint8_t serves[MOST_ITEMS][MOST_ITEMS]; /* is the second a partner of the first? */
    size_t first_partner[MOST_ITEMS + 1];
    uint32_t partners[MOST_ITEMS * MOST_ITEMS];
    sk_team teams[MOST_TEAMS];
    int32_t minimum[MOST_SOURCES];
} small_problem;

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static inline uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

static inline void draw_conflicts(small_problem *s, uint64_t *seed)
{
    size_t count = 0;
    memset(s->excludes, 0, sizeof s->excludes);
    for (uint32_t i = 0; i < s->problem.item_count; i++)
        for (uint32_t j = 0; j < i; j++)
            s->excludes[i][j] = s->excludes[j][i] = draw(seed, 3) == 0;
    for (uint32_t i = 0; i < s->problem.item_count; i++) {
        s->first_conflict[i] = count;
        for (uint32_t j = 0; j < s->problem.item_count; j++)
            if (s->excludes[i][j])
                s->conflicts[count++] = j;
    }
    s->first_conflict[s->problem.item_count] = count;
}

/* Some items need one of some others. */
static inline void draw_partners(small_problem *s, uint64_t *seed)
{
    size_t count = 0;
    memset(s->serves, 0, sizeof s->serves);
    s->problem.first_partner = draw(seed, 3) == 0 ? NULL : s->first_partner;
    s->problem.partners = s->partners;
    for (uint32_t i = 0; i < s->problem.item_count; i++) {
        int needs = draw(seed, 3) == 0;
        s->first_partner[i] = count;
        for (uint32_t j = 0; j < s->problem.item_count; j++) {
            s->serves[i][j] = s->problem.first_partner != NULL && needs && i != j && draw(seed, 3) == 0;
            if (s->serves[i][j])
                s->partners[count++] = j;
        }
    }
    s->first_partner[s->problem.item_count] = count;
}

/* Runs of sources, some of which are teams. */
static inline void draw_teams(small_problem *s, uint64_t *seed)
{
    uint32_t sources = s->problem.flow.source_count;
    s->problem.team_count = 0;
    s->problem.teams = s->teams;
    s->problem.minimum = s->minimum;
    for (uint32_t i = 0; i < sources; i++)
        s->minimum[i] = (int32_t)draw(seed, (uint32_t)s->supply[i] + 1);
    for (uint32_t i = 0, end; i < sources && s->problem.team_count < MOST_TEAMS; i = end) {
        end = i + 1 + draw(seed, sources - i);
        if (draw(seed, 2) == 0)
            s->teams[s->problem.team_count++] = (sk_team){i, end};
    }
}

static inline void draw_problem(small_problem *s, uint64_t *seed)
{
    static const int64_t stays[] = {0, 1, 1, 5, 25};
    static const uint32_t dearest[] = {1, 4, 1000};
    sk_flow_problem *flow = &s->problem.flow;
    uint32_t cost_below = dearest[draw(seed, 3)] + 1;
    flow->source_count = draw(seed, MOST_SOURCES + 1);
    flow->node_count = 1 + draw(seed, MOST_NODES);
    flow->arc_count = 0;
    flow->weight = (int64_t)draw(seed, 2) * draw(seed, 300);
    s->problem.item_count = draw(seed, MOST_ITEMS + 1);
    for (uint32_t i = 0; i < flow->node_count; i++) {
        s->parent[i] = i == 0 || draw(seed, 2) == 0 ? SK_NONE : draw(seed, i);
        s->capacity[i] = (int32_t)draw(seed, 4);
        s->base[i] = s->parent[i] == SK_NONE ? draw(seed, 4) : 0;
    }
    for (uint32_t i = 0; i < flow->source_count; i++) {
        s->first_arc[i] = flow->arc_count;
        s->supply[i] = 1 + (int32_t)draw(seed, 3);
        s->stay[i] = stays[draw(seed, 5)];
        for (uint32_t count = draw(seed, 6); count > 0 && flow->arc_count < MOST_ARCS; count--) {
            uint32_t arc = flow->arc_count++;
            s->arc_source[arc] = i;
            s->arc_node[arc] = draw(seed, flow->node_count);
            s->arc_cost[arc] = draw(seed, cost_below);
            uint32_t item = draw(seed, s->problem.item_count + 1);
            s->arc_item[arc] = item == s->problem.item_count ? SK_NONE : item;
        }
    }
    s->first_arc[flow->source_count] = flow->arc_count;
    draw_conflicts(s, seed);
    draw_partners(s, seed);
    draw_teams(s, seed);
    flow->first_arc = s->first_arc;
    flow->supply = s->supply;
    flow->stay = s->stay;
    flow->arc_node = s->arc_node;
    flow->arc_cost = s->arc_cost;
    flow->parent = s->parent;
    flow->capacity = s->capacity;
    flow->base = s->base;
    s->problem.arc_item = s->arc_item;
    s->problem.first_conflict = s->first_conflict;
    s->problem.conflicts = s->conflicts;
}

static inline int breaks_conflict(const small_problem *s, uint32_t set)
{
    for (uint32_t a = 0; a < s->problem.flow.arc_count; a++)
        for (uint32_t b = 0; b < a; b++)
            if ((set >> a & 1) && (set >> b & 1) && s->arc_item[a] != SK_NONE && s->arc_item[b] != SK_NONE &&
                s->excludes[s->arc_item[a]][s->arc_item[b]])
                return 1;
    return 0;
}

static inline int is_item_used(const small_problem *s, uint32_t set, uint32_t item)
{
    for (uint32_t a = 0; a < s->problem.flow.arc_count; a++)
        if ((set >> a & 1) && s->arc_item[a] == item)
            return 1;
    return 0;
}

static inline int lacks_partner(const small_problem *s, uint32_t set)
{
    for (uint32_t i = 0; i < s->problem.item_count; i++) {
        int needs = 0, has = 0;
        for (uint32_t j = 0; j < s->problem.item_count; j++) {
            needs |= s->serves[i][j];
            has |= s->serves[i][j] && is_item_used(s, set, j);
        }
        if (needs && !has && is_item_used(s, set, i))
            return 1;
    }
    return 0;
}

/* `left` is what each source has not placed. */
static inline int breaks_team(const small_problem *s, const int32_t *left)
{
    for (uint32_t i = 0; i < s->problem.team_count; i++) {
        int is_off = 1, is_on = 1;
        for (uint32_t j = s->teams[i].first_source; j < s->teams[i].end_source; j++) {
            is_off &= left[j] == s->supply[j];
            is_on &= s->supply[j] - left[j] >= s->minimum[j];
        }
        if (!is_off && !is_on)
            return 1;
    }
    return 0;
}

/* The cost of using a set of arcs (a bit each). Returns 0 when that is not allowed. */
static inline int cost_of(const small_problem *s, uint32_t set, int with_rest, sk_cost *cost)
{
    const sk_flow_problem *flow = &s->problem.flow;
    int32_t left[MOST_SOURCES], load[MOST_NODES] = {0};
    *cost = (sk_cost){0, 0};
    memcpy(left, s->supply, sizeof left);
    for (uint32_t arc = 0; arc < flow->arc_count; arc++) {
        if (!(set >> arc & 1))
            continue;
        cost->low += s->arc_cost[arc];
        left[s->arc_source[arc]]--;
        for (uint32_t node = s->arc_node[arc]; node != SK_NONE; node = s->parent[node])
            load[node]++;
    }
    for (uint32_t i = 0; i < flow->source_count; i++) {
        if (left[i] < 0)
            return 0;
        cost->high += left[i] * s->stay[i];
    }
    for (uint32_t i = 0; i < flow->node_count; i++) {
        int64_t after = s->base[i] + load[i];
        if (load[i] > s->capacity[i])
            return 0;
        if (s->parent[i] == SK_NONE)
            cost->low += flow->weight * (after * after - s->base[i] * s->base[i]);
    }
    return !with_rest || (!breaks_conflict(s, set) && !lacks_partner(s, set) && !breaks_team(s, left));
}

/* The least cost without the arcs in `forbidden`; with the rest of the problem than the flow, or without. */
static inline sk_cost best_cost(const small_problem *s, uint32_t forbidden, int with_rest)
{
    sk_cost best = {INT64_MAX, INT64_MAX}, cost;
    for (uint32_t set = 0; set < UINT32_C(1) << s->problem.flow.arc_count; set++)
        if ((set & forbidden) == 0 && cost_of(s, set, with_rest, &cost) && sk_cost_less(cost, best))
            best = cost;
    return best;
}

static inline uint32_t set_of(const uint8_t *used, uint32_t arc_count)
{
    uint32_t set = 0;
    for (uint32_t arc = 0; arc < arc_count; arc++)
        set |= (uint32_t)(used[arc] != 0) << arc;
    return set;
}

#endif
