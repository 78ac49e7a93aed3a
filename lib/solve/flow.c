/* Successive shortest paths. */
#include "solve/flow.h"

#include <string.h>

enum { HEAP_ARITY = 4 };

/* Sums of costs stay below this, so that differences of prices cannot overflow. */
static const int64_t COST_LIMIT = INT64_MAX / 16;

static uint32_t sink_of(const sk_flow *flow)
{
    return flow->problem->source_count + flow->problem->node_count;
}

/* What the unit that makes a root's load `load` adds to the squares. */
static int64_t marginal(const sk_flow *flow, const sk_flow_node *root, int32_t load)
{
    return flow->problem->weight * (2 * (root->base + load) - 1);
}

/* ------------------------------------------------------------------ create */

/* A path uses each source once, so its cost is bounded by two arcs a source and two loads. */
static int costs_fit(const sk_flow_problem *problem)
{
    int64_t high = 0, low = 0, dearest_arc = 0, dearest_load = 0, path = 0;
    for (uint32_t i = 0; i < problem->source_count; i++)
        if (!sk_add_product(&high, problem->supply[i], problem->stay[i], COST_LIMIT))
            return 0;
    for (uint32_t i = 0; i < problem->arc_count; i++) {
        if (!sk_add_product(&low, problem->arc_cost[i], 1, COST_LIMIT))
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
                            COST_LIMIT) ||
            !sk_add_product(&low, last, problem->capacity[i], COST_LIMIT))
            return 0;
        if (last > dearest_load)
            dearest_load = last;
    }
    return sk_add_product(&path, dearest_arc, 2 * (int64_t)problem->source_count + 2, COST_LIMIT) &&
           sk_add_product(&path, dearest_load, 2, COST_LIMIT);
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
                (sk_flow_arc){problem->arc_cost[arc], i, problem->arc_node[arc], SK_NONE, SK_NONE, 0, 0};
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
    for (uint32_t i = 0; i <= sink_of(flow); i++)
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
    relax(flow, source, sink_of(flow), problem->stay[source], 0, SK_NONE);
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
        relax(flow, vertex, flow->arcs[arc].source, 0, -flow->arcs[arc].cost, arc);
    for (uint32_t child = node->first_child; child != SK_NONE; child = flow->nodes[child].next_sibling)
        if (flow->nodes[child].load > 0)
            relax(flow, vertex, sources + child, 0, 0, SK_NONE);
    if (node->load >= node->capacity)
        return;
    if (node->parent != SK_NONE)
        relax(flow, vertex, sources + node->parent, 0, 0, SK_NONE);
    else
        relax(flow, vertex, sink_of(flow), 0, marginal(flow, node, node->load + 1), SK_NONE);
}

/* Back from the sink: units there can be taken away from a root, or need not stay at a source. */
static void expand_sink(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    uint32_t sink = sink_of(flow);
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
            relax(flow, sink, vertex, 0, -marginal(flow, node, node->load), SK_NONE);
    }
}

/* Prices only count as differences; keep them small. */
static void shift_prices(sk_flow *flow)
{
    sk_cost shift = flow->vertices[sink_of(flow)].price;
    if (shift.high > -COST_LIMIT && shift.high < COST_LIMIT && shift.low > -COST_LIMIT &&
        shift.low < COST_LIMIT)
        return;
    for (uint32_t i = 0; i <= sink_of(flow); i++)
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
 * it has a negative reduced cost. There always is a path: a unit can stay at its source.
 */
static void search(sk_flow *flow, uint32_t start, uint32_t target)
{
    begin_search(flow, start, target);
    for (;;) {
        uint32_t vertex = flow->level_count > 0 ? flow->level[--flow->level_count] : heap_pop(flow);
        if (vertex == target)
            break;
        flow->settled[flow->settled_count++] = vertex;
        if (vertex < flow->problem->source_count)
            expand_source(flow, vertex);
        else if (vertex < sink_of(flow))
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
}

/* ----------------------------------------------------------------- augment */

static void use_arc(sk_flow *flow, uint32_t index)
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

static void drop_arc(sk_flow *flow, uint32_t index)
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

static void stay(sk_flow *flow, uint32_t source, int32_t units)
{
    flow->staying[source] += units;
    flow->total.high += units * flow->problem->stay[source];
}

/* Send one unit more (or less) from a node to its parent, or from a root to the sink. */
static void lift(sk_flow *flow, sk_flow_node *node)
{
    node->load++;
    if (node->parent == SK_NONE)
        flow->total.low += marginal(flow, node, node->load);
}

static void lower(sk_flow *flow, sk_flow_node *node)
{
    if (node->parent == SK_NONE)
        flow->total.low -= marginal(flow, node, node->load);
    node->load--;
}

static void take_step(sk_flow *flow, uint32_t from, uint32_t to)
{
    uint32_t sources = flow->problem->source_count, sink = sink_of(flow);
    uint32_t arc = flow->vertices[to].via;
    if (arc != SK_NONE && from < sources)
        use_arc(flow, arc);
    else if (arc != SK_NONE)
        drop_arc(flow, arc);
    else if (from < sources)
        stay(flow, from, 1);
    else if (to < sources)
        stay(flow, to, -1);
    else if (to == sink || (from != sink && flow->nodes[from - sources].parent == to - sources))
        lift(flow, &flow->nodes[from - sources]);
    else
        lower(flow, &flow->nodes[to - sources]);
}

static void augment(sk_flow *flow, uint32_t start, uint32_t target)
{
    search(flow, start, target);
    for (uint32_t to = target; to != start; to = flow->vertices[to].from)
        take_step(flow, flow->vertices[to].from, to);
}

void sk_flow_solve(sk_flow *flow)
{
    uint32_t sink = sink_of(flow);
    for (uint32_t source = 0; source < flow->problem->source_count; source++) {
        for (int32_t left = flow->problem->supply[source]; left > 0; left--) {
            augment(flow, source, sink);
            if (flow->vertices[sink].from != source)
                continue;
            /* Paths only get longer: when it is best that one stays, the others do too. */
            stay(flow, source, left - 1);
            break;
        }
    }
}

void sk_flow_enter_part(sk_flow *flow, const uint32_t *vertices, size_t count)
{
    flow->part = vertices;
    flow->part_count = count;
    flow->price_outside = flow->vertices[sink_of(flow)].price;
}

/* The part meets the rest in the sink alone: give that its old price again, and shift the part along. */
void sk_flow_leave_part(sk_flow *flow)
{
    sk_flow_vertex *sink = &flow->vertices[sink_of(flow)];
    sk_cost shift = sk_cost_subtract(sink->price, flow->price_outside);
    for (size_t i = 0; i < flow->part_count; i++) {
        sk_flow_vertex *vertex = &flow->vertices[flow->part[i]];
        vertex->price = sk_cost_subtract(vertex->price, shift);
    }
    sink->price = flow->price_outside;
    flow->part = NULL;
}

void sk_flow_forbid(sk_flow *flow, uint32_t index)
{
    sk_flow_arc *arc = &flow->arcs[index];
    arc->is_forbidden = 1;
    if (!arc->is_used)
        return;
    /* The source has a unit over and the node one too few: bring it there another way. */
    drop_arc(flow, index);
    augment(flow, arc->source, flow->problem->source_count + arc->node);
}

void sk_flow_allow(sk_flow *flow, uint32_t index)
{
    sk_flow_arc *arc = &flow->arcs[index];
    uint32_t node = flow->problem->source_count + arc->node;
    sk_cost step = sk_cost_subtract(flow->vertices[arc->source].price, flow->vertices[node].price);
    step.low += arc->cost;
    arc->is_forbidden = 0;
    if (!sk_cost_less(step, (sk_cost){0, 0}))
        return;
    /* A unit over it pays: send one, and bring it from the node back to the source. */
    use_arc(flow, index);
    augment(flow, node, arc->source);
}
