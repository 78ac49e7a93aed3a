/* Making and solving a flow, and changing which arcs are allowed. */
#include "solve/flow_search.h"

#include <string.h>

/* ------------------------------------------------------------------ create */

/* A path uses each source once, so its cost is bounded by two arcs a source and two loads. */
static int costs_fit(const sk_flow_problem *problem)
{
    int64_t high = 0, low = 0, dearest_arc = 0, dearest_load = 0, path = 0;
    for (uint32_t i = 0; i < problem->source_count; i++)
        if (!sk_add_product(&high, problem->supply[i], problem->stay[i], SK_COST_LIMIT))
            return 0;
    for (uint32_t i = 0; i < problem->arc_count; i++) {
        if (!sk_add_product(&low, problem->arc_cost[i], 1, SK_COST_LIMIT))
            return 0;
        if (problem->arc_cost[i] > dearest_arc)
            dearest_arc = problem->arc_cost[i];
    }
    for (uint32_t i = 0; i < problem->node_count; i++) {
        int64_t last = 0;
        if (problem->parent[i] != SK_NONE)
            continue;
        if (problem->base[i] > INT32_MAX / 2 ||
            !sk_add_product(&last, problem->weight, 2 * (problem->base[i] + problem->capacity[i]),
                            SK_COST_LIMIT) ||
            !sk_add_product(&low, last, problem->capacity[i], SK_COST_LIMIT))
            return 0;
        if (last > dearest_load)
            dearest_load = last;
    }
    return sk_add_product(&path, dearest_arc, 2 * (int64_t)problem->source_count + 2, SK_COST_LIMIT) &&
           sk_add_product(&path, dearest_load, 2, SK_COST_LIMIT);
}

static int take_arrays(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    size_t nodes = problem->node_count, arcs = problem->arc_count;
    size_t vertices = (size_t)problem->source_count + nodes;
    sk_arena *arena = &flow->arena;
    flow->prices = sk_arena_array(arena, vertices, sizeof *flow->prices, 0);
    flow->staying = sk_arena_array(arena, problem->source_count, sizeof *flow->staying, 0);
    flow->nodes = sk_arena_array(arena, nodes, sizeof *flow->nodes, 0);
    flow->arc_state = sk_arena_array(arena, arcs, sizeof *flow->arc_state, 0);
    flow->arc_source = sk_arena_array(arena, arcs, sizeof *flow->arc_source, 0);
    flow->arc_position = sk_arena_array(arena, arcs, sizeof *flow->arc_position, 0);
    flow->node_arcs = sk_arena_array(arena, arcs, sizeof *flow->node_arcs, 0);
    flow->first_of_node = sk_arena_array(arena, nodes + 2, sizeof *flow->first_of_node, 0);
    flow->vertices = sk_arena_array(arena, vertices, sizeof *flow->vertices, 0);
    flow->heap = sk_arena_array(arena, vertices, sizeof *flow->heap, 0);
    flow->order = sk_arena_array(arena, vertices, sizeof *flow->order, 0);
    return flow->prices != NULL && flow->staying != NULL && flow->nodes != NULL && flow->arc_state != NULL &&
           flow->arc_source != NULL && flow->arc_position != NULL && flow->node_arcs != NULL &&
           flow->first_of_node != NULL && flow->vertices != NULL && flow->heap != NULL && flow->order != NULL;
}

/* A counting sort of the arcs by node; each slot ends as the start of the next node, which is the one before it. */
static void sort_arcs(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    for (uint32_t arc = 0; arc < problem->arc_count; arc++)
        flow->first_of_node[problem->arc_node[arc] + 2]++;
    for (uint32_t i = 2; i < problem->node_count + 2; i++)
        flow->first_of_node[i] += flow->first_of_node[i - 1];
    for (uint32_t source = 0; source < problem->source_count; source++) {
        for (uint32_t arc = problem->first_arc[source]; arc < problem->first_arc[source + 1]; arc++) {
            uint32_t position = flow->first_of_node[problem->arc_node[arc] + 1]++;
            flow->node_arcs[position] = arc;
            flow->arc_position[arc] = position;
            flow->arc_source[arc] = source;
        }
    }
}

/* A node's capacity becomes what can reach it at most: its arcs and children count as well. */
static void copy_nodes(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    for (uint32_t i = 0; i < problem->node_count; i++)
        flow->nodes[i] = (sk_flow_node){.base = (int32_t)problem->base[i],
                                        .parent = problem->parent[i],
                                        .first_child = SK_NONE,
                                        .next_sibling = SK_NONE};
    for (uint32_t i = problem->node_count; i-- > 0;) {
        sk_flow_node *node = &flow->nodes[i];
        int64_t most = (int64_t)flow->first_of_node[i + 1] - flow->first_of_node[i];
        for (uint32_t child = node->first_child; child != SK_NONE; child = flow->nodes[child].next_sibling)
            most += flow->nodes[child].capacity;
        node->capacity = most < problem->capacity[i] ? (int32_t)most : problem->capacity[i];
        if (node->parent != SK_NONE) {
            node->next_sibling = flow->nodes[node->parent].first_child;
            flow->nodes[node->parent].first_child = i;
        }
    }
}

schakel_status sk_flow_create(sk_flow *flow, const sk_flow_problem *problem,
                              const schakel_allocator *allocator)
{
    memset(flow, 0, sizeof *flow);
    flow->problem = problem;
    if (!costs_fit(problem))
        return SCHAKEL_TOO_LARGE;
    sk_arena_init(&flow->arena, allocator);
    if (!take_arrays(flow)) {
        sk_arena_destroy(&flow->arena);
        return SCHAKEL_NO_MEMORY;
    }
    sort_arcs(flow);
    copy_nodes(flow);
    return SCHAKEL_OK;
}

void sk_flow_destroy(sk_flow *flow)
{
    sk_arena_destroy(&flow->arena);
}

/* ------------------------------------------------------------------- level */

/* The units that some source has arcs for. */
static int64_t placeable(const sk_flow_problem *problem, uint32_t source)
{
    int64_t arcs = (int64_t)problem->first_arc[source + 1] - problem->first_arc[source];
    return problem->supply[source] < arcs ? problem->supply[source] : arcs;
}

/* The units of a root that bring it to a level, with what it already has. */
static int64_t units_to(const sk_flow_node *root, int64_t level)
{
    int64_t units = level - root->base;
    return units <= 0 ? 0 : units < root->capacity ? units : root->capacity;
}

static int64_t all_units_to(const sk_flow *flow, int64_t level)
{
    int64_t units = 0;
    for (uint32_t i = 0; i < flow->problem->node_count; i++)
        if (flow->nodes[i].parent == SK_NONE)
            units += units_to(&flow->nodes[i], level);
    return units;
}

static int64_t units_dearer_than(const sk_flow_problem *problem, int64_t stay)
{
    int64_t units = 0;
    for (uint32_t i = 0; i < problem->source_count; i++)
        if (problem->stay[i] > stay)
            units += placeable(problem, i);
    return units;
}

/* The lowest level at which the roots have room for some units; `highest` when there is none. */
static int64_t find_level(const sk_flow *flow, int64_t units, int64_t highest)
{
    int64_t low = 0;
    while (low < highest) {
        int64_t middle = low + (highest - low) / 2;
        if (all_units_to(flow, middle) >= units)
            highest = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* The lowest price of staying such that there is room for all units that are dearer. */
static int64_t find_stay(const sk_flow_problem *problem, int64_t room)
{
    int64_t low = 0, high = 0;
    for (uint32_t i = 0; i < problem->source_count; i++)
        high = problem->stay[i] > high ? problem->stay[i] : high;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (units_dearer_than(problem, middle) <= room)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/*
 * Choose the sink's price, and set out from what is best at that: roots have all units that cost
 * less, and miss them; sources can let theirs stay at no loss.
 */
static void set_out(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    int64_t highest = 0, below, units = units_dearer_than(problem, -1);
    for (uint32_t i = 0; i < problem->node_count; i++)
        if (flow->nodes[i].parent == SK_NONE &&
            (int64_t)flow->nodes[i].base + flow->nodes[i].capacity > highest)
            highest = (int64_t)flow->nodes[i].base + flow->nodes[i].capacity;
    int64_t room = all_units_to(flow, highest);
    if (units > room)
        flow->sink_price.high = find_stay(problem, room);
    below = units > room ? highest : find_level(flow, units, highest) - 1;
    flow->sink_price.low = problem->weight * (2 * below + 1);
    for (uint32_t i = 0; i < problem->source_count; i++) {
        sk_cost stay = {problem->stay[i], 0};
        if (sk_cost_less(stay, flow->sink_price))
            flow->prices[i] = sk_cost_subtract(flow->sink_price, stay);
    }
    for (uint32_t i = 0; i < problem->node_count; i++) {
        sk_flow_node *node = &flow->nodes[i];
        int64_t left = node->parent == SK_NONE ? units_to(node, below) : 0;
        for (node->missing = (int32_t)left; left > 0; left--)
            sk_flow_lift(flow, node);
    }
}

/* ------------------------------------------------------------------- solve */

void sk_flow_solve(sk_flow *flow)
{
    set_out(flow);
    for (uint32_t source = 0; source < flow->problem->source_count; source++) {
        for (int32_t left = flow->problem->supply[source]; left > 0; left--) {
            if (sk_flow_send(flow, source) != source)
                continue;
            /* Paths only get longer: when it is best that one stays, the others do too. */
            sk_flow_stay(flow, source, left - 1);
            break;
        }
    }
    for (uint32_t i = 0; i < flow->problem->node_count; i++)
        for (; flow->nodes[i].missing > 0; flow->nodes[i].missing--)
            sk_flow_fetch(flow, flow->problem->source_count + i);
}

void sk_flow_forbid(sk_flow *flow, uint32_t arc)
{
    uint32_t node = flow->problem->arc_node[arc];
    int was_used = sk_flow_is_used(flow, arc);
    flow->arc_state[arc] |= SK_ARC_FORBIDDEN;
    if (!was_used)
        return;
    /* The source has a unit over and the node lacks one. */
    sk_flow_drop_arc(flow, arc);
    flow->nodes[node].missing++;
    sk_flow_send(flow, flow->arc_source[arc]);
    if (flow->nodes[node].missing == 0)
        return;
    sk_flow_fetch(flow, flow->problem->source_count + node);
    flow->nodes[node].missing--;
}

void sk_flow_allow(sk_flow *flow, uint32_t arc)
{
    uint32_t source = flow->arc_source[arc],
             node = flow->problem->source_count + flow->problem->arc_node[arc];
    sk_cost step = sk_cost_subtract(flow->prices[source], flow->prices[node]);
    step.low += flow->problem->arc_cost[arc];
    flow->arc_state[arc] &= (uint8_t)~SK_ARC_FORBIDDEN;
    if (!sk_cost_less(step, (sk_cost){0, 0}))
        return;
    /* A unit over it pays: the node then has one over, and the source lacks one. */
    sk_flow_use_arc(flow, arc);
    sk_flow_send(flow, node);
    sk_flow_fetch(flow, source);
}
