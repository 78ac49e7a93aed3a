/*
 * Random flows of some size, their least cost by Bellman-Ford, and what must hold of prices. For
 * problems too large to try every set of arcs; nothing here is shared with the solver.
 */
#ifndef TESTS_UNIT_SOLVE_REFERENCE_H
#define TESTS_UNIT_SOLVE_REFERENCE_H

#include "unit/solve_random.h"

enum {
    BIG_SOURCES = 14,
    BIG_NODES = 24,
    BIG_ARCS = 120,
    BIG_LOAD = 4,
    BIG_EDGES = 2 * (2 * BIG_SOURCES + BIG_ARCS + (BIG_LOAD + 1) * BIG_NODES)
};

typedef struct big_problem {
    sk_flow_problem flow;
    uint32_t first_arc[BIG_SOURCES + 1];
    int32_t supply[BIG_SOURCES];
    int64_t stay[BIG_SOURCES];
    uint32_t arc_source[BIG_ARCS];
    uint32_t arc_node[BIG_ARCS];
    int64_t arc_cost[BIG_ARCS];
    uint32_t parent[BIG_NODES];
    int32_t capacity[BIG_NODES];
    int64_t base[BIG_NODES];
} big_problem;

static inline void draw_nodes(big_problem *b, uint64_t *seed)
{
    uint32_t forest = draw(seed, 3), base_below = 1 + draw(seed, 2) * 5;
    for (uint32_t i = 0; i < b->flow.node_count; i++) {
        b->parent[i] = i == 0 || draw(seed, 3) >= forest ? SK_NONE : draw(seed, i);
        b->capacity[i] = (int32_t)draw(seed, BIG_LOAD + 1);
        b->base[i] = b->parent[i] == SK_NONE ? draw(seed, base_below) : 0;
    }
}

static inline void draw_sources(big_problem *b, uint64_t *seed)
{
    static const int64_t stays[] = {0, 1, 1, 7, INT64_C(1000000000), INT64_C(1000000000000000)};
    uint32_t most_arcs = 2 + draw(seed, 7), cost_below = draw(seed, 2) == 0 ? 3 : 1001;
    for (uint32_t i = 0; i < b->flow.source_count; i++) {
        b->first_arc[i] = b->flow.arc_count;
        b->supply[i] = 1 + (int32_t)draw(seed, 4);
        b->stay[i] = stays[draw(seed, 6)];
        for (uint32_t left = draw(seed, most_arcs); left > 0; left--) {
            uint32_t arc = b->flow.arc_count++;
            b->arc_source[arc] = i;
            b->arc_node[arc] = draw(seed, b->flow.node_count);
            b->arc_cost[arc] = draw(seed, cost_below);
        }
    }
    b->first_arc[b->flow.source_count] = b->flow.arc_count;
}

static inline void draw_big(big_problem *b, uint64_t *seed)
{
    static const int64_t weights[] = {0, 1, 250, 100000000};
    b->flow = (sk_flow_problem){1 + draw(seed, BIG_SOURCES),
                                1 + draw(seed, BIG_NODES),
                                0,
                                b->first_arc,
                                b->supply,
                                b->stay,
                                b->arc_node,
                                b->arc_cost,
                                b->parent,
                                b->capacity,
                                b->base,
                                weights[draw(seed, 4)]};
    draw_nodes(b, seed);
    draw_sources(b, seed);
}

/* ------------------------------------------------------------------ least cost */

typedef struct edge {
    uint32_t from, to;
    int32_t room;
    sk_cost cost;
} edge;

/* Each edge is followed by its reverse. */
typedef struct edges {
    edge list[BIG_EDGES];
    uint32_t count;
} edges;

static inline void add_edge(edges *s, uint32_t from, uint32_t to, int32_t room, int64_t high, int64_t low)
{
    s->list[s->count++] = (edge){from, to, room, {high, low}};
    s->list[s->count++] = (edge){to, from, 0, {-high, -low}};
}

static inline int64_t added_square(const big_problem *b, uint32_t root, int32_t load)
{
    int64_t after = b->base[root] + load;
    return b->flow.weight * (after * after - (after - 1) * (after - 1));
}

static inline void list_edges(const big_problem *b, const uint8_t *forbidden, edges *s)
{
    uint32_t sources = b->flow.source_count, sink = sources + b->flow.node_count;
    s->count = 0;
    for (uint32_t i = 0; i < sources; i++)
        add_edge(s, i, sink, b->supply[i], b->stay[i], 0);
    for (uint32_t arc = 0; arc < b->flow.arc_count; arc++)
        if (!forbidden[arc])
            add_edge(s, b->arc_source[arc], sources + b->arc_node[arc], 1, 0, b->arc_cost[arc]);
    for (uint32_t i = 0; i < b->flow.node_count; i++) {
        if (b->parent[i] != SK_NONE)
            add_edge(s, sources + i, sources + b->parent[i], b->capacity[i], 0, 0);
        for (int32_t load = 1; b->parent[i] == SK_NONE && load <= b->capacity[i]; load++)
            add_edge(s, sources + i, sink, 1, 0, added_square(b, i, load));
    }
}

/* Send a unit from a source to the sink over a cheapest way. */
static inline sk_cost send_unit(edges *s, uint32_t source, uint32_t sink)
{
    sk_cost distance[BIG_SOURCES + BIG_NODES + 1];
    uint32_t via[BIG_SOURCES + BIG_NODES + 1];
    for (uint32_t i = 0; i <= sink; i++)
        distance[i] = (sk_cost){INT64_MAX / 2, 0};
    distance[source] = (sk_cost){0, 0};
    for (int changed = 1; changed;) {
        changed = 0;
        for (uint32_t i = 0; i < s->count; i++) {
            const edge *at = &s->list[i];
            sk_cost reached = sk_cost_add(distance[at->from], at->cost);
            if (at->room == 0 || distance[at->from].high == INT64_MAX / 2 ||
                !sk_cost_less(reached, distance[at->to]))
                continue;
            distance[at->to] = reached;
            via[at->to] = i;
            changed = 1;
        }
    }
    for (uint32_t at = sink; at != source; at = s->list[via[at]].from) {
        s->list[via[at]].room--;
        s->list[via[at] ^ 1].room++;
    }
    return distance[sink];
}

/* The least cost without the arcs that are forbidden (a byte each). */
static inline sk_cost reference_cost(const big_problem *b, const uint8_t *forbidden)
{
    edges s;
    sk_cost total = {0, 0};
    list_edges(b, forbidden, &s);
    for (uint32_t i = 0; i < b->flow.source_count; i++)
        for (int32_t left = b->supply[i]; left > 0; left--)
            total = sk_cost_add(total, send_unit(&s, i, b->flow.source_count + b->flow.node_count));
    return total;
}

/* ---------------------------------------------------------------------- prices */

/* count * cost where that is below 0: what a flow may gain at most over a step with this reduced cost. */
static inline void add_gain(sk_cost *bound, int64_t count, sk_cost cost)
{
    if (!sk_cost_less(cost, (sk_cost){0, 0}))
        return;
    bound->high += count * cost.high;
    bound->low += count * cost.low;
}

/* What can reach each node at most, by its arcs and its children. */
static inline void list_reach(const big_problem *b, int32_t *reach)
{
    for (uint32_t i = b->flow.node_count; i-- > 0;) {
        reach[i] = 0;
        for (uint32_t arc = 0; arc < b->flow.arc_count; arc++)
            reach[i] += b->arc_node[arc] == i;
        for (uint32_t child = i + 1; child < b->flow.node_count; child++)
            reach[i] += b->parent[child] == i ? reach[child] : 0;
        reach[i] = reach[i] < b->capacity[i] ? reach[i] : b->capacity[i];
    }
}

/* What no flow can cost less than, by the prices alone (Lagrange's bound). */
static inline sk_cost bound_of_prices(const big_problem *b, const uint8_t *forbidden, const sk_cost *prices)
{
    const sk_cost *node_prices = prices + b->flow.source_count, none = {0, 0};
    sk_cost bound = none;
    int32_t reach[BIG_NODES];
    list_reach(b, reach);
    for (uint32_t i = 0; i < b->flow.source_count; i++) {
        bound.high -= b->supply[i] * prices[i].high;
        bound.low -= b->supply[i] * prices[i].low;
        add_gain(&bound, b->supply[i], sk_cost_add(prices[i], (sk_cost){b->stay[i], 0}));
    }
    for (uint32_t arc = 0; arc < b->flow.arc_count; arc++) {
        sk_cost reduced = sk_cost_subtract(prices[b->arc_source[arc]], node_prices[b->arc_node[arc]]);
        reduced.low += b->arc_cost[arc];
        add_gain(&bound, !forbidden[arc], reduced);
    }
    for (uint32_t i = 0; i < b->flow.node_count; i++) {
        if (b->parent[i] != SK_NONE)
            add_gain(&bound, reach[i], sk_cost_subtract(node_prices[i], node_prices[b->parent[i]]));
        for (int32_t load = 1; b->parent[i] == SK_NONE && load <= reach[i]; load++)
            add_gain(&bound, 1, sk_cost_add(node_prices[i], (sk_cost){0, added_square(b, i, load)}));
    }
    return bound;
}

#endif
