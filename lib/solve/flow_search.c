/* Shortest paths with potentials: the search of sk_flow, and its steps. */
#include "solve/flow_search.h"

enum { HEAP_ARITY = 4 };

/* -------------------------------------------------------------------- heap */

static void heap_put(sk_flow *flow, size_t position, uint32_t vertex)
{
    flow->heap[position] = vertex;
    flow->vertices[vertex].heap_position = (uint32_t)position;
}

static int is_nearer(const sk_flow *flow, uint32_t vertex, uint32_t other)
{
    return sk_cost_less(flow->vertices[vertex].distance, flow->vertices[other].distance);
}

static void heap_rise(sk_flow *flow, size_t position, uint32_t vertex)
{
    while (position > 0) {
        size_t above = (position - 1) / HEAP_ARITY;
        if (!is_nearer(flow, vertex, flow->heap[above]))
            break;
        heap_put(flow, position, flow->heap[above]);
        position = above;
    }
    heap_put(flow, position, vertex);
}

static uint32_t heap_pop(sk_flow *flow)
{
    uint32_t top = flow->heap[0];
    uint32_t last = flow->heap[--flow->heap_count];
    flow->vertices[top].heap_position = SK_NONE;
    if (flow->heap_count == 0)
        return top;
    size_t position = 0;
    for (size_t child; (child = position * HEAP_ARITY + 1) < flow->heap_count;) {
        size_t end = child + HEAP_ARITY < flow->heap_count ? child + HEAP_ARITY : flow->heap_count;
        size_t best = child;
        for (size_t i = child + 1; i < end; i++)
            if (is_nearer(flow, flow->heap[i], flow->heap[best]))
                best = i;
        if (!is_nearer(flow, flow->heap[best], last))
            break;
        heap_put(flow, position, flow->heap[best]);
        position = best;
    }
    heap_put(flow, position, last);
    return top;
}

/* ------------------------------------------------------------------ search */

static void relax(sk_flow *flow, uint32_t from, uint32_t to, int64_t high, int64_t low, uint32_t via)
{
    const sk_flow_vertex *tail = &flow->vertices[from];
    sk_flow_vertex *head = &flow->vertices[to];
    int is_seen = head->round == flow->round;
    if (is_seen && head->heap_position == SK_NONE)
        return;
    sk_cost step = {high + tail->price.high - head->price.high, low + tail->price.low - head->price.low};
    sk_cost distance = sk_cost_add(tail->distance, step);
    if (is_seen && !sk_cost_less(distance, head->distance))
        return;
    /* What is not nearer than the target is never settled, so it need not wait in the heap. */
    const sk_flow_vertex *target = &flow->vertices[flow->target];
    if (target->round == flow->round && !sk_cost_less(distance, target->distance))
        return;
    head->round = flow->round;
    head->distance = distance;
    head->from = from;
    head->via = via;
    if (is_seen)
        heap_rise(flow, head->heap_position, to);
    else if (sk_cost_is_zero(step))
        flow->level[flow->level_count++] = to;
    else
        heap_rise(flow, flow->heap_count++, to);
}

static void expand_source(sk_flow *flow, uint32_t source)
{
    const sk_flow_problem *problem = flow->problem;
    if (flow->stay_most == NULL || flow->staying[source] < flow->stay_most[source])
        relax(flow, source, sk_flow_sink(flow), problem->stay[source], 0, SK_NONE);
    /* Backwards, since of what is equally near the last comes off the stack first. */
    for (uint32_t i = problem->first_arc[source + 1]; i-- > problem->first_arc[source];) {
        const sk_flow_arc *arc = &flow->arcs[i];
        if (!arc->is_used && !arc->is_forbidden)
            relax(flow, source, problem->source_count + arc->node, 0, arc->cost, i);
    }
}

static void expand_node(sk_flow *flow, uint32_t vertex)
{
    uint32_t sources = flow->problem->source_count;
    const sk_flow_node *node = &flow->nodes[vertex - sources];
    for (uint32_t arc = node->first_used; arc != SK_NONE; arc = flow->arcs[arc].next_used)
        if (!flow->arcs[arc].is_locked)
            relax(flow, vertex, flow->arcs[arc].source, 0, -flow->arcs[arc].cost, arc);
    for (uint32_t child = node->first_child; child != SK_NONE; child = flow->nodes[child].next_sibling)
        if (flow->nodes[child].load > 0)
            relax(flow, vertex, sources + child, 0, 0, SK_NONE);
    if (node->load >= node->capacity)
        return;
    if (node->parent != SK_NONE)
        relax(flow, vertex, sources + node->parent, 0, 0, SK_NONE);
    else
        relax(flow, vertex, sk_flow_sink(flow), 0, sk_flow_marginal(flow, node, node->load + 1), SK_NONE);
}

/* Back from the sink: units there can be taken away from a root, or need not stay at a source. */
static void expand_sink(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    uint32_t sink = sk_flow_sink(flow);
    size_t count = flow->part != NULL ? flow->part_count : sink;
    for (size_t i = 0; i < count; i++) {
        uint32_t vertex = flow->part != NULL ? flow->part[i] : (uint32_t)i;
        if (vertex < problem->source_count) {
            if (flow->staying[vertex] > 0)
                relax(flow, sink, vertex, -problem->stay[vertex], 0, SK_NONE);
            continue;
        }
        const sk_flow_node *node = &flow->nodes[vertex - problem->source_count];
        if (node->parent == SK_NONE && node->load > 0)
            relax(flow, sink, vertex, 0, -sk_flow_marginal(flow, node, node->load), SK_NONE);
    }
}

/* Prices only count as differences; keep them small. */
static void shift_prices(sk_flow *flow)
{
    sk_cost shift = flow->vertices[sk_flow_sink(flow)].price;
    if (shift.high > -SK_COST_LIMIT && shift.high < SK_COST_LIMIT && shift.low > -SK_COST_LIMIT &&
        shift.low < SK_COST_LIMIT)
        return;
    for (uint32_t i = 0; i <= sk_flow_sink(flow); i++)
        flow->vertices[i].price = sk_cost_subtract(flow->vertices[i].price, shift);
    flow->price_outside = sk_cost_subtract(flow->price_outside, shift);
}

static void begin_search(sk_flow *flow, uint32_t start, uint32_t target)
{
    flow->round++;
    flow->target = target;
    for (; flow->heap_count > 0; flow->heap_count--)
        flow->vertices[flow->heap[flow->heap_count - 1]].heap_position = SK_NONE;
    flow->settled_count = 0;
    flow->level[0] = start;
    flow->level_count = 1;
    flow->vertices[start].round = flow->round;
    flow->vertices[start].distance = (sk_cost){0, 0};
}

/*
 * Find a shortest path and bring the prices up to date, so that no step of the flow after
 * it has a negative reduced cost. Returns 0 when there is none.
 */
static int search(sk_flow *flow, uint32_t start, uint32_t target)
{
    begin_search(flow, start, target);
    for (;;) {
        if (flow->level_count + flow->heap_count == 0)
            return 0;
        uint32_t vertex = flow->level_count > 0 ? flow->level[--flow->level_count] : heap_pop(flow);
        if (vertex == target)
            break;
        flow->settled[flow->settled_count++] = vertex;
        if (vertex < flow->problem->source_count)
            expand_source(flow, vertex);
        else if (vertex < sk_flow_sink(flow))
            expand_node(flow, vertex);
        else
            expand_sink(flow);
    }
    sk_cost reached = flow->vertices[target].distance;
    for (size_t i = 0; i < flow->settled_count; i++) {
        sk_flow_vertex *vertex = &flow->vertices[flow->settled[i]];
        vertex->price = sk_cost_add(vertex->price, sk_cost_subtract(vertex->distance, reached));
    }
    shift_prices(flow);
    return 1;
}

/* ----------------------------------------------------------------- augment */

void sk_flow_use_arc(sk_flow *flow, uint32_t index)
{
    sk_flow_arc *arc = &flow->arcs[index];
    sk_flow_node *node = &flow->nodes[arc->node];
    arc->is_used = 1;
    arc->next_used = node->first_used;
    arc->previous_used = SK_NONE;
    if (node->first_used != SK_NONE)
        flow->arcs[node->first_used].previous_used = index;
    node->first_used = index;
    flow->total.low += arc->cost;
}

void sk_flow_drop_arc(sk_flow *flow, uint32_t index)
{
    sk_flow_arc *arc = &flow->arcs[index];
    arc->is_used = 0;
    if (arc->next_used != SK_NONE)
        flow->arcs[arc->next_used].previous_used = arc->previous_used;
    if (arc->previous_used != SK_NONE)
        flow->arcs[arc->previous_used].next_used = arc->next_used;
    else
        flow->nodes[arc->node].first_used = arc->next_used;
    flow->total.low -= arc->cost;
}

void sk_flow_stay(sk_flow *flow, uint32_t source, int32_t units)
{
    flow->staying[source] += units;
    flow->total.high += units * flow->problem->stay[source];
}

/* Send one unit more (or less) from a node to its parent, or from a root to the sink. */
static void lift(sk_flow *flow, sk_flow_node *node)
{
    node->load++;
    if (node->parent == SK_NONE)
        flow->total.low += sk_flow_marginal(flow, node, node->load);
}

static void lower(sk_flow *flow, sk_flow_node *node)
{
    if (node->parent == SK_NONE)
        flow->total.low -= sk_flow_marginal(flow, node, node->load);
    node->load--;
}

static void take_step(sk_flow *flow, uint32_t from, uint32_t to)
{
    uint32_t sources = flow->problem->source_count, sink = sk_flow_sink(flow);
    uint32_t arc = flow->vertices[to].via;
    if (arc != SK_NONE && from < sources)
        sk_flow_use_arc(flow, arc);
    else if (arc != SK_NONE)
        sk_flow_drop_arc(flow, arc);
    else if (from < sources)
        sk_flow_stay(flow, from, 1);
    else if (to < sources)
        sk_flow_stay(flow, to, -1);
    else if (to == sink || (from != sink && flow->nodes[from - sources].parent == to - sources))
        lift(flow, &flow->nodes[from - sources]);
    else
        lower(flow, &flow->nodes[to - sources]);
}

int sk_flow_augment(sk_flow *flow, uint32_t start, uint32_t target)
{
    if (!search(flow, start, target))
        return 0;
    for (uint32_t to = target; to != start; to = flow->vertices[to].from)
        take_step(flow, flow->vertices[to].from, to);
    return 1;
}
