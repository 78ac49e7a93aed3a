/*
 * Making and solving a flow.
 *
 * A flow is solved as a pseudoflow (Ahuja, Magnanti & Orlin, 9.3 and 9.7): sources have units over,
 * and roots miss some that they are bound to get at the sink's price. Units are sent one at a
 * time from the sources; then the roots that still miss some fetch them. Whatever price it sets out
 * from, the result is best; the right one makes every search short.
 *
 * Where roots get their last units of a level, a search from a source is long: few roots have room
 * then, and much is looked at before one is found. A root that lacks a unit finds one to spare at
 * once, since most others have two. So the flow sets out from the level at which the last units
 * will be, as in a semi-matching (Harvey, Ladner, Lovasz & Tamir, 2006), and roots miss all below
 * it. That level may be another where some roots are in demand and others are not; long searches
 * tell so, and the level is raised for what they can reach. Effort is counted in vertices, not in
 * time, so the same problem always has the same answer.
 */
#include "solve/flow_search.h"

#include <stddef.h>
#include <string.h>

enum { FEW_ARCS = 32 };

/* ------------------------------------------------------------------ create */

/* Cut an array from a block, or only count what it takes when there is no block yet. */
static void *cut(char *block, size_t *used, size_t count, size_t size)
{
    const size_t alignment = _Alignof(max_align_t), start = *used;
    if (count > (SIZE_MAX - alignment - start) / size) {
        *used = SIZE_MAX - alignment;
        return NULL;
    }
    *used = (start + count * size + alignment - 1) / alignment * alignment;
    return block == NULL ? NULL : block + start;
}

/* Returns the size of the block. */
static size_t lay_out(sk_flow *flow, char *block)
{
    const size_t sources = flow->problem->source_count, nodes = flow->problem->node_count;
    const size_t arcs = flow->problem->arc_count, vertices = sources + nodes;
    size_t used = 0;
    flow->prices = cut(block, &used, vertices, sizeof *flow->prices);
    flow->stay_cost = cut(block, &used, sources, sizeof *flow->stay_cost);
    flow->stay_order = cut(block, &used, sources, sizeof *flow->stay_order);
    flow->staying = cut(block, &used, sources, sizeof *flow->staying);
    flow->nodes = cut(block, &used, nodes + 1, sizeof *flow->nodes);
    flow->next_sibling = cut(block, &used, nodes, sizeof *flow->next_sibling);
    flow->arc_state = cut(block, &used, arcs, sizeof *flow->arc_state);
    flow->source_arcs = cut(block, &used, arcs, sizeof *flow->source_arcs);
    flow->arc_position = cut(block, &used, arcs, sizeof *flow->arc_position);
    flow->node_arcs = cut(block, &used, arcs, sizeof *flow->node_arcs);
    flow->vertices = cut(block, &used, vertices, sizeof *flow->vertices);
    flow->heap = cut(block, &used, vertices, sizeof *flow->heap);
    flow->order = cut(block, &used, vertices, sizeof *flow->order);
    return used;
}

/*
 * Sort the arcs of one source by cost. The place of an arc among a few is how many go before it,
 * which takes no jumps that a processor would have to guess.
 */
static void order_few(const int64_t *cost, uint32_t first, uint32_t count, uint32_t *sorted)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t place = 0;
        for (uint32_t j = 0; j < i; j++)
            place += cost[j] <= cost[i];
        for (uint32_t j = i + 1; j < count; j++)
            place += cost[j] < cost[i];
        sorted[place] = first + i;
    }
}

static void order_sources(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    for (uint32_t i = 0; i < problem->source_count; i++) {
        uint32_t first = problem->first_arc[i], count = problem->first_arc[i + 1] - first;
        uint32_t *arcs = flow->source_arcs + first;
        if (count <= FEW_ARCS) {
            order_few(problem->arc_cost + first, first, count, arcs);
            continue;
        }
        for (uint32_t j = 0; j < count; j++)
            arcs[j] = first + j;
        sk_flow_sort(problem->arc_cost, arcs, count);
    }
}

/* A counting sort of the arcs by node: the count of each becomes where it starts, and counts up again. */
static void sort_arcs(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    uint32_t first = 0;
    for (uint32_t arc = 0; arc < problem->arc_count; arc++)
        flow->nodes[problem->arc_node[arc]].used++;
    for (uint32_t i = 0; i <= problem->node_count; i++) {
        flow->nodes[i].first_arc = first;
        first += flow->nodes[i].used;
        flow->nodes[i].used = 0;
    }
    for (uint32_t source = 0; source < problem->source_count; source++) {
        for (uint32_t arc = problem->first_arc[source]; arc < problem->first_arc[source + 1]; arc++) {
            sk_flow_node *node = &flow->nodes[problem->arc_node[arc]];
            flow->arc_position[arc] = node->first_arc + node->used++;
            flow->node_arcs[flow->arc_position[arc]] = (sk_flow_arc){arc, source};
        }
    }
}

/* A node's capacity becomes what can reach it at most: its arcs and children count as well. */
static void copy_nodes(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    for (uint32_t i = 0; i < problem->node_count; i++) {
        sk_flow_node *node = &flow->nodes[i];
        node->base = (int32_t)problem->base[i];
        node->parent = problem->parent[i];
        node->first_child = SK_NONE;
    }
    for (uint32_t i = problem->node_count; i-- > 0;) {
        sk_flow_node *node = &flow->nodes[i];
        int64_t most = node->used;
        for (uint32_t child = node->first_child; child != SK_NONE; child = flow->next_sibling[child])
            most += flow->nodes[child].capacity;
        node->capacity = most < problem->capacity[i] ? (int32_t)most : problem->capacity[i];
        node->used = 0;
        if (node->parent == SK_NONE)
            continue;
        flow->next_sibling[i] = flow->nodes[node->parent].first_child;
        flow->nodes[node->parent].first_child = i;
    }
}

schakel_status sk_flow_create(sk_flow *flow, const sk_flow_problem *problem,
                              const schakel_allocator *allocator)
{
    memset(flow, 0, sizeof *flow);
    flow->problem = problem;
    flow->allocator = allocator;
    flow->lacking = SK_NONE;
    if (!sk_flow_count_costs(problem, &flow->unit))
        return SCHAKEL_TOO_LARGE;
    flow->block = sk_alloc_zeroed(allocator, lay_out(flow, NULL), 1);
    if (flow->block == NULL)
        return SCHAKEL_NO_MEMORY;
    lay_out(flow, flow->block);
    if (!sk_flow_rank_stays(flow)) {
        sk_flow_destroy(flow);
        return SCHAKEL_TOO_LARGE;
    }
    order_sources(flow);
    sort_arcs(flow);
    copy_nodes(flow);
    return SCHAKEL_OK;
}

void sk_flow_destroy(sk_flow *flow)
{
    sk_free(flow->allocator, flow->block);
}

/* ------------------------------------------------------------------- solve */

/* What long searches cost since the last try to raise a level, and how much may come together before the next. */
typedef struct effort {
    size_t spent;
    size_t limit;
} effort;

/*
 * Send a unit. Where long searches have cost as much as looking at everything once, the last places
 * of a level may be left for later, to be looked for from the other end.
 */
static uint32_t send(sk_flow *flow, uint32_t source, size_t patience, effort *e)
{
    uint32_t end = sk_flow_send(flow, source);
    if (flow->settled_count > patience)
        e->spent += flow->settled_count - patience;
    if (e->spent > e->limit) {
        e->spent = 0;
        if (!sk_flow_raise(flow, source))
            e->limit *= 2;
    }
    return end;
}

void sk_flow_solve_from(sk_flow *flow, sk_flow_start start)
{
    effort e = {0, (size_t)flow->problem->source_count + flow->problem->node_count};
    sk_flow_set_out(flow, start);
    for (uint32_t source = 0; source < flow->problem->source_count; source++) {
        for (int32_t left = flow->problem->supply[source]; left > 0; left--) {
            if (send(flow, source, start.patience, &e) != source)
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

void sk_flow_solve(sk_flow *flow)
{
    sk_flow_solve_from(flow, sk_flow_find_start(flow));
}
