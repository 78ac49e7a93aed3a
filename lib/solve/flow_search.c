/*
 * Shortest paths with potentials, forwards to the sink and backwards from it.
 *
 * Every vertex that is reached is asked at once what the way from there to the sink costs. The
 * least of these is the bound: what is not nearer than that need not wait to be looked at. Most
 * units thus find their place by looking at the arcs of one source, without a heap.
 */
#include "solve/flow_search.h"

enum { HEAP_ARITY = 4 };

/*
 * A step is an arc, or for one between a node and its parent the number of the node after all
 * arcs. Taken forwards or backwards, it tells the vertex at its other side.
 */
static uint32_t forest_step(const sk_flow *flow, uint32_t node)
{
    return flow->problem->arc_count + node;
}

static int is_source(const sk_flow *flow, uint32_t vertex)
{
    return vertex < flow->problem->source_count;
}

static sk_flow_node *node_of(const sk_flow *flow, uint32_t vertex)
{
    return &flow->nodes[vertex - flow->problem->source_count];
}

/* -------------------------------------------------------------------- heap */

static void heap_put(sk_flow *flow, size_t position, uint32_t vertex)
{
    flow->heap[position] = vertex;
    flow->vertices[vertex].heap_position = (uint32_t)position;
}

static int is_nearer(const sk_flow *flow, uint32_t vertex, uint32_t other)
{
    return flow->vertices[vertex].distance < flow->vertices[other].distance;
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

/* ------------------------------------------------------------------- search */

/* The stack of vertices at the distance at hand grows down from the end of `order`, the settled ones up. */
static size_t level_top(const sk_flow *flow)
{
    return (size_t)flow->problem->source_count + flow->problem->node_count - flow->level_count;
}

static void begin_search(sk_flow *flow)
{
    flow->round++;
    flow->heap_count = 0;
    flow->level_count = 0;
    flow->settled_count = 0;
    flow->end = SK_NONE;
    flow->bound = INT64_MAX;
}

/* Note a way to a vertex. Returns 0 when one as short was known. */
static inline int reach(sk_flow *flow, uint32_t index, int64_t distance, uint32_t via)
{
    sk_flow_vertex *vertex = &flow->vertices[index];
    if (vertex->round == flow->round) {
        if (distance >= vertex->distance)
            return 0;
    } else {
        vertex->round = flow->round;
        vertex->heap_position = SK_NONE;
    }
    vertex->distance = distance;
    vertex->via = via;
    return 1;
}

static inline void end_at(sk_flow *flow, uint32_t vertex, int64_t distance)
{
    if (distance >= flow->bound)
        return;
    flow->bound = distance;
    flow->end = vertex;
}

/* Let a vertex that was reached wait for its turn. `now` is the distance at hand. */
static void wait(sk_flow *flow, uint32_t index, int64_t now)
{
    const sk_flow_vertex *vertex = &flow->vertices[index];
    if (vertex->distance >= flow->bound)
        return;
    if (vertex->heap_position != SK_NONE) {
        heap_rise(flow, vertex->heap_position, index);
    } else if (vertex->distance == now) {
        flow->level_count++;
        flow->order[level_top(flow)] = index;
    } else {
        heap_rise(flow, flow->heap_count++, index);
    }
}

/* The next vertex that is nearer than the bound, settled; SK_NONE when there is none. */
static uint32_t settle_next(sk_flow *flow)
{
    uint32_t vertex;
    if (flow->level_count > 0) {
        vertex = flow->order[level_top(flow)];
        flow->level_count--;
    } else if (flow->heap_count > 0) {
        vertex = heap_pop(flow);
    } else {
        return SK_NONE;
    }
    if (flow->vertices[vertex].distance >= flow->bound)
        return SK_NONE;
    flow->order[flow->settled_count++] = vertex;
    return vertex;
}

/* ----------------------------------------------------------------- forwards */

/* End at a node that misses a unit, or at a root with room, unless that is nearer than the search wants. */
static void end_forwards(sk_flow *flow, uint32_t vertex, int64_t distance)
{
    const sk_flow_node *node = node_of(flow, vertex);
    if (node->missing == 0) {
        if (node->parent != SK_NONE || node->load == node->capacity)
            return;
        distance += flow->prices[vertex] - flow->sink_price + sk_flow_marginal(flow, node, node->load + 1);
    }
    if (distance >= flow->floor)
        end_at(flow, vertex, distance);
}

static void reach_node_forwards(sk_flow *flow, uint32_t vertex, int64_t distance, uint32_t via, int64_t now)
{
    if (!reach(flow, vertex, distance, via))
        return;
    end_forwards(flow, vertex, distance);
    wait(flow, vertex, now);
}

/* End at a source, where a unit stays or is lacking. */
static void end_at_source(sk_flow *flow, uint32_t source, int64_t distance)
{
    int64_t step = flow->prices[source] - flow->sink_price;
    if (source == flow->lacking) {
        end_at(flow, source, distance);
        return;
    }
    step += flow->stay_cost[source];
    if (flow->stay_most == NULL || flow->staying[source] < flow->stay_most[source])
        end_at(flow, source, distance + step);
}

/* The arcs come by cost: when one is too far even to a node with the highest price, all after it are. */
static void expand_source_forwards(sk_flow *flow, uint32_t source)
{
    const sk_flow_problem *problem = flow->problem;
    const int64_t *prices = flow->prices + problem->source_count;
    int64_t now = flow->vertices[source].distance, from = now + flow->prices[source];
    int64_t nearest = from - flow->node_price;
    for (uint32_t i = problem->first_arc[source]; i < problem->first_arc[source + 1]; i++) {
        uint32_t arc = flow->source_arcs[i], node = problem->arc_node[arc];
        int64_t cost = problem->arc_cost[arc], distance = from + cost - prices[node];
        if (nearest + cost >= flow->bound)
            break;
        if (distance < flow->bound && flow->arc_state[arc] == 0)
            reach_node_forwards(flow, problem->source_count + node, distance, arc, now);
    }
}

static void expand_node_forwards(sk_flow *flow, uint32_t vertex)
{
    uint32_t sources = flow->problem->source_count, index = vertex - sources;
    const sk_flow_node *node = &flow->nodes[index];
    int64_t now = flow->vertices[vertex].distance, from = now + flow->prices[vertex];
    for (uint32_t i = node->first_arc; i < node->first_arc + node->used; i++) {
        uint32_t arc = flow->node_arcs[i].number, source = flow->node_arcs[i].source;
        int64_t distance = from - flow->prices[source];
        distance -= flow->problem->arc_cost[arc];
        if (flow->arc_state[arc] & SK_ARC_LOCKED)
            continue;
        if (distance < flow->bound && reach(flow, source, distance, arc)) {
            end_at_source(flow, source, distance);
            wait(flow, source, now);
        }
    }
    for (uint32_t child = node->first_child; child != SK_NONE; child = flow->next_sibling[child]) {
        int64_t distance = from - flow->prices[sources + child];
        if (flow->nodes[child].load > 0 && distance < flow->bound)
            reach_node_forwards(flow, sources + child, distance, forest_step(flow, child), now);
    }
    if (node->parent != SK_NONE && node->load < node->capacity) {
        int64_t distance = from - flow->prices[sources + node->parent];
        if (distance < flow->bound)
            reach_node_forwards(flow, sources + node->parent, distance, forest_step(flow, index), now);
    }
}

/* Ends at roots that are nearer than `floor` are passed over. */
static void search_forwards(sk_flow *flow, uint32_t start, int64_t floor)
{
    begin_search(flow);
    flow->floor = floor;
    reach(flow, start, 0, SK_NONE);
    if (is_source(flow, start))
        end_at_source(flow, start, 0);
    else
        end_forwards(flow, start, 0);
    wait(flow, start, 0);
    for (uint32_t vertex; (vertex = settle_next(flow)) != SK_NONE;) {
        if (is_source(flow, vertex))
            expand_source_forwards(flow, vertex);
        else
            expand_node_forwards(flow, vertex);
    }
}

/* Bring prices up to date with a forward search. */
static void raise_prices(sk_flow *flow)
{
    for (size_t i = 0; i < flow->settled_count; i++) {
        uint32_t vertex = flow->order[i];
        flow->prices[vertex] -= flow->bound - flow->vertices[vertex].distance;
    }
}

/* How many more units a root is bound to get once its price is up to date: it was passed over. */
static int32_t units_passed(const sk_flow *flow, uint32_t vertex)
{
    const sk_flow_node *node = node_of(flow, vertex);
    int64_t price = flow->prices[vertex] - (flow->bound - flow->vertices[vertex].distance);
    int32_t load = node->load;
    while (node->parent == SK_NONE && load < node->capacity &&
           sk_flow_marginal(flow, node, load + 1) + price < flow->sink_price)
        load++;
    return load - node->load;
}

/*
 * Is there little room among what a search passed over, for the units still to come? Of these, as
 * large a part is expected as of those before: the units of the sources that it met. Not worth a
 * guess for the last quarter of the sources: where room is missed in vain, to find that out is dear.
 */
static int is_room_scarce(const sk_flow *flow, uint32_t source)
{
    const int64_t most = INT32_MAX / 4, sources = flow->problem->source_count;
    int64_t room = 0, units = 0;
    for (size_t i = 0; i < flow->settled_count; i++) {
        uint32_t vertex = flow->order[i];
        if (is_source(flow, vertex))
            units += flow->problem->supply[vertex] - flow->staying[vertex];
        else
            room += units_passed(flow, vertex);
    }
    room = room < most ? room : most;
    units = units < most ? units : most;
    return 4 * (sources - source) > sources && 2 * room * ((int64_t)source + 1) < units * (sources - source);
}

int sk_flow_raise(sk_flow *flow, uint32_t source)
{
    search_forwards(flow, source, flow->problem->weight > 0 ? flow->problem->weight : flow->unit / 2);
    if (!is_room_scarce(flow, source))
        return 0;
    for (size_t i = 0; i < flow->settled_count; i++) {
        uint32_t vertex = flow->order[i];
        if (is_source(flow, vertex))
            continue;
        sk_flow_node *node = node_of(flow, vertex);
        for (int32_t passed = units_passed(flow, vertex); passed > 0; passed--) {
            sk_flow_lift(flow, node);
            node->missing++;
        }
    }
    raise_prices(flow);
    return 1;
}

/* ---------------------------------------------------------------- backwards */

static void reach_source_backwards(sk_flow *flow, uint32_t source, int64_t distance, uint32_t via,
                                   int64_t now)
{
    if (!reach(flow, source, distance, via))
        return;
    if (flow->staying[source] > 0) {
        int64_t step = flow->sink_price - flow->prices[source];
        step -= flow->stay_cost[source];
        end_at(flow, source, distance + step);
    }
    wait(flow, source, now);
}

static void reach_node_backwards(sk_flow *flow, uint32_t vertex, int64_t distance, uint32_t via, int64_t now)
{
    const sk_flow_node *node = node_of(flow, vertex);
    if (!reach(flow, vertex, distance, via))
        return;
    if (node->parent == SK_NONE && node->load > 0) {
        int64_t step = flow->sink_price - flow->prices[vertex];
        step -= sk_flow_marginal(flow, node, node->load);
        end_at(flow, vertex, distance + step);
    }
    wait(flow, vertex, now);
}

static void expand_source_backwards(sk_flow *flow, uint32_t source)
{
    const sk_flow_problem *problem = flow->problem;
    int64_t now = flow->vertices[source].distance, from = now - flow->prices[source];
    const int64_t *prices = flow->prices + problem->source_count;
    for (uint32_t arc = problem->first_arc[source]; arc < problem->first_arc[source + 1]; arc++) {
        if ((flow->arc_state[arc] & (SK_ARC_USED | SK_ARC_LOCKED)) != SK_ARC_USED)
            continue;
        uint32_t node = problem->arc_node[arc];
        int64_t distance = from + prices[node];
        distance -= problem->arc_cost[arc];
        if (distance < flow->bound)
            reach_node_backwards(flow, problem->source_count + node, distance, arc, now);
    }
}

static void expand_node_backwards(sk_flow *flow, uint32_t vertex)
{
    uint32_t sources = flow->problem->source_count, index = vertex - sources;
    const sk_flow_node *node = &flow->nodes[index];
    int64_t now = flow->vertices[vertex].distance, from = now - flow->prices[vertex];
    for (uint32_t i = node->first_arc + node->used; i < node[1].first_arc; i++) {
        uint32_t arc = flow->node_arcs[i].number, source = flow->node_arcs[i].source;
        int64_t distance = from + flow->prices[source];
        distance += flow->problem->arc_cost[arc];
        if (distance < flow->bound && flow->arc_state[arc] == 0)
            reach_source_backwards(flow, source, distance, arc, now);
    }
    for (uint32_t child = node->first_child; child != SK_NONE; child = flow->next_sibling[child]) {
        int64_t distance = from + flow->prices[sources + child];
        if (flow->nodes[child].load < flow->nodes[child].capacity && distance < flow->bound)
            reach_node_backwards(flow, sources + child, distance, forest_step(flow, child), now);
    }
    if (node->parent != SK_NONE && node->load > 0) {
        int64_t distance = from + flow->prices[sources + node->parent];
        if (distance < flow->bound)
            reach_node_backwards(flow, sources + node->parent, distance, forest_step(flow, index), now);
    }
}

static void search_backwards(sk_flow *flow, uint32_t start)
{
    begin_search(flow);
    if (is_source(flow, start))
        reach_source_backwards(flow, start, 0, SK_NONE, 0);
    else
        reach_node_backwards(flow, start, 0, SK_NONE, 0);
    for (uint32_t vertex; (vertex = settle_next(flow)) != SK_NONE;) {
        if (is_source(flow, vertex))
            expand_source_backwards(flow, vertex);
        else
            expand_node_backwards(flow, vertex);
    }
    for (size_t i = 0; flow->end != SK_NONE && i < flow->settled_count; i++) {
        int64_t *price = &flow->prices[flow->order[i]];
        int64_t nearer = flow->bound - flow->vertices[flow->order[i]].distance;
        *price += nearer;
        if (!is_source(flow, flow->order[i]) && *price > flow->node_price)
            flow->node_price = *price;
    }
}

/* ------------------------------------------------------------------- steps */

static void move_arc(sk_flow *flow, uint32_t arc, uint32_t to)
{
    uint32_t from = flow->arc_position[arc];
    sk_flow_arc moved = flow->node_arcs[from];
    flow->node_arcs[from] = flow->node_arcs[to];
    flow->node_arcs[to] = moved;
    flow->arc_position[flow->node_arcs[from].number] = from;
    flow->arc_position[arc] = to;
}

void sk_flow_use_arc(sk_flow *flow, uint32_t arc)
{
    sk_flow_node *node = &flow->nodes[flow->problem->arc_node[arc]];
    move_arc(flow, arc, node->first_arc + node->used++);
    flow->arc_state[arc] |= SK_ARC_USED;
    flow->total.low += flow->problem->arc_cost[arc];
}

void sk_flow_drop_arc(sk_flow *flow, uint32_t arc)
{
    sk_flow_node *node = &flow->nodes[flow->problem->arc_node[arc]];
    move_arc(flow, arc, node->first_arc + --node->used);
    flow->arc_state[arc] &= (uint8_t)~SK_ARC_USED;
    flow->total.low -= flow->problem->arc_cost[arc];
}

void sk_flow_stay(sk_flow *flow, uint32_t source, int32_t units)
{
    flow->staying[source] += units;
    flow->total.high += units * flow->problem->stay[source];
}

void sk_flow_lift(sk_flow *flow, sk_flow_node *node)
{
    node->load++;
    if (node->parent == SK_NONE)
        flow->total.low += sk_flow_marginal(flow, node, node->load);
}

void sk_flow_lower(sk_flow *flow, sk_flow_node *node)
{
    if (node->parent == SK_NONE)
        flow->total.low -= sk_flow_marginal(flow, node, node->load);
    node->load--;
}

/*
 * Take the step that a search noted at a vertex, in the direction of the flow, and return the
 * vertex at its other side. A forward search noted the step to the vertex, a backward search
 * the one from it.
 */
static uint32_t take_step(sk_flow *flow, uint32_t vertex, int is_backwards)
{
    const sk_flow_problem *problem = flow->problem;
    uint32_t via = flow->vertices[vertex].via;
    if (via < problem->arc_count) {
        if (is_source(flow, vertex) == is_backwards)
            sk_flow_use_arc(flow, via);
        else
            sk_flow_drop_arc(flow, via);
        return is_source(flow, vertex) ? problem->source_count + problem->arc_node[via]
                                       : sk_flow_source(flow, via);
    }
    uint32_t child = via - problem->arc_count;
    int is_child = vertex == problem->source_count + child;
    if (is_child == is_backwards)
        sk_flow_lift(flow, &flow->nodes[child]);
    else
        sk_flow_lower(flow, &flow->nodes[child]);
    return problem->source_count + (is_child ? flow->nodes[child].parent : child);
}

uint32_t sk_flow_send(sk_flow *flow, uint32_t start)
{
    search_forwards(flow, start, 0);
    if (flow->end == SK_NONE)
        return SK_NONE;
    raise_prices(flow);
    for (uint32_t vertex = flow->end; vertex != start;)
        vertex = take_step(flow, vertex, 0);
    if (flow->end == flow->lacking)
        return flow->end;
    if (is_source(flow, flow->end))
        sk_flow_stay(flow, flow->end, 1);
    else if (node_of(flow, flow->end)->missing > 0)
        node_of(flow, flow->end)->missing--;
    else
        sk_flow_lift(flow, node_of(flow, flow->end));
    return flow->end;
}

int sk_flow_fetch(sk_flow *flow, uint32_t start)
{
    search_backwards(flow, start);
    if (flow->end == SK_NONE)
        return 0;
    if (is_source(flow, flow->end))
        sk_flow_stay(flow, flow->end, -1);
    else
        sk_flow_lower(flow, node_of(flow, flow->end));
    for (uint32_t vertex = flow->end; vertex != start;)
        vertex = take_step(flow, vertex, 1);
    return 1;
}
