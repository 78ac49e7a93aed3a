/* Making and solving a flow. */
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
        if (problem->base[i] > INT32_MAX ||
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

static void *take(sk_flow *flow, size_t count, size_t item_size)
{
    void *block = count > SIZE_MAX / item_size ? NULL : sk_arena_alloc(&flow->arena, count * item_size);
    if (block != NULL)
        memset(block, 0, count * item_size);
    return block;
}

static int take_arrays(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    size_t vertices = (size_t)problem->source_count + problem->node_count + 1;
    flow->arcs = take(flow, problem->arc_count, sizeof *flow->arcs);
    flow->nodes = take(flow, problem->node_count, sizeof *flow->nodes);
    flow->staying = take(flow, problem->source_count, sizeof *flow->staying);
    flow->vertices = take(flow, vertices, sizeof *flow->vertices);
    flow->heap = take(flow, vertices, sizeof *flow->heap);
    flow->level = take(flow, vertices, sizeof *flow->level);
    flow->settled = take(flow, vertices, sizeof *flow->settled);
    return flow->arcs != NULL && flow->nodes != NULL && flow->staying != NULL && flow->vertices != NULL &&
           flow->heap != NULL && flow->level != NULL && flow->settled != NULL;
}

static void copy_problem(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    for (uint32_t i = 0; i < problem->source_count; i++)
        for (uint32_t arc = problem->first_arc[i]; arc < problem->first_arc[i + 1]; arc++)
            flow->arcs[arc] =
                (sk_flow_arc){problem->arc_cost[arc], i, problem->arc_node[arc], SK_NONE, SK_NONE, 0, 0, 0};
    for (uint32_t i = 0; i < problem->node_count; i++)
        flow->nodes[i] = (sk_flow_node){problem->base[i], problem->parent[i],   SK_NONE, SK_NONE,
                                        SK_NONE,          problem->capacity[i], 0};
    for (uint32_t i = problem->node_count; i-- > 0;) {
        uint32_t parent = problem->parent[i];
        if (parent == SK_NONE)
            continue;
        flow->nodes[i].next_sibling = flow->nodes[parent].first_child;
        flow->nodes[parent].first_child = i;
    }
    for (uint32_t i = 0; i <= sk_flow_sink(flow); i++)
        flow->vertices[i].heap_position = SK_NONE;
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
    copy_problem(flow);
    return SCHAKEL_OK;
}

void sk_flow_destroy(sk_flow *flow)
{
    sk_arena_destroy(&flow->arena);
}

/* ------------------------------------------------------------------- solve */

void sk_flow_solve(sk_flow *flow)
{
    uint32_t sink = sk_flow_sink(flow);
    for (uint32_t source = 0; source < flow->problem->source_count; source++) {
        for (int32_t left = flow->problem->supply[source]; left > 0; left--) {
            sk_flow_augment(flow, source, sink);
            if (flow->vertices[sink].from != source)
                continue;
            /* Paths only get longer: when it is best that one stays, the others do too. */
            sk_flow_stay(flow, source, left - 1);
            break;
        }
    }
}
