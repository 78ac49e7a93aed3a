/* Changing what a solved flow may do. */
#include "solve/flow_search.h"

/* ------------------------------------------------------------------- parts */

void sk_flow_enter_part(sk_flow *flow, const uint32_t *vertices, size_t count)
{
    flow->part = vertices;
    flow->part_count = count;
    flow->price_outside = flow->vertices[sk_flow_sink(flow)].price;
}

/* The part meets the rest in the sink alone: give that its old price again, and shift the part along. */
void sk_flow_leave_part(sk_flow *flow)
{
    sk_flow_vertex *sink = &flow->vertices[sk_flow_sink(flow)];
    sk_cost shift = sk_cost_subtract(sink->price, flow->price_outside);
    for (size_t i = 0; i < flow->part_count; i++) {
        sk_flow_vertex *vertex = &flow->vertices[flow->part[i]];
        vertex->price = sk_cost_subtract(vertex->price, shift);
    }
    sink->price = flow->price_outside;
    flow->part = NULL;
}

/* ------------------------------------------------------------------ prices */

/* What a step costs beyond what its prices say. */
static sk_cost reduced(const sk_flow *flow, uint32_t tail, uint32_t head, sk_cost cost)
{
    return sk_cost_add(cost, sk_cost_subtract(flow->vertices[tail].price, flow->vertices[head].price));
}

static sk_cost reduced_arc(const sk_flow *flow, uint32_t index)
{
    const sk_flow_arc *arc = &flow->arcs[index];
    return reduced(flow, arc->source, flow->problem->source_count + arc->node, (sk_cost){0, arc->cost});
}

/* -------------------------------------------------------------------- arcs */

int sk_flow_forbid(sk_flow *flow, uint32_t index)
{
    sk_flow_arc *arc = &flow->arcs[index];
    if (arc->is_locked) {
        flow->settled_count = 0;
        return 0;
    }
    arc->is_forbidden = 1;
    if (!arc->is_used)
        return 1;
    /* The source has a unit over and the node one too few: bring it there another way. */
    sk_flow_drop_arc(flow, index);
    if (sk_flow_augment(flow, arc->source, flow->problem->source_count + arc->node))
        return 1;
    sk_flow_use_arc(flow, index);
    arc->is_forbidden = 0;
    return 0;
}

void sk_flow_allow(sk_flow *flow, uint32_t index)
{
    sk_flow_arc *arc = &flow->arcs[index];
    arc->is_forbidden = 0;
    if (!sk_cost_less(reduced_arc(flow, index), (sk_cost){0, 0}))
        return;
    /* It pays, so take a unit over it; from there a unit goes back to the source, over the arc itself at worst. */
    sk_flow_use_arc(flow, index);
    sk_flow_augment(flow, flow->problem->source_count + arc->node, arc->source);
}

int sk_flow_lock(sk_flow *flow, uint32_t index)
{
    sk_flow_arc *arc = &flow->arcs[index];
    if (arc->is_forbidden) {
        flow->settled_count = 0;
        return 0;
    }
    arc->is_locked = 1;
    if (arc->is_used)
        return 1;
    sk_flow_use_arc(flow, index);
    if (sk_flow_augment(flow, flow->problem->source_count + arc->node, arc->source))
        return 1;
    sk_flow_drop_arc(flow, index);
    arc->is_locked = 0;
    return 0;
}

void sk_flow_unlock(sk_flow *flow, uint32_t index)
{
    sk_flow_arc *arc = &flow->arcs[index];
    arc->is_locked = 0;
    if (!sk_cost_less((sk_cost){0, 0}, reduced_arc(flow, index)))
        return;
    /* The arc itself leads there too, so there is a path. */
    sk_flow_drop_arc(flow, index);
    sk_flow_augment(flow, arc->source, flow->problem->source_count + arc->node);
}

/* -------------------------------------------------------------------- stay */

int sk_flow_stay_less(sk_flow *flow, uint32_t source)
{
    while (flow->staying[source] > flow->stay_most[source]) {
        sk_flow_stay(flow, source, -1);
        if (sk_flow_augment(flow, source, sk_flow_sink(flow)))
            continue;
        sk_flow_stay(flow, source, 1);
        return 0;
    }
    return 1;
}

void sk_flow_stay_more(sk_flow *flow, uint32_t source)
{
    uint32_t sink = sk_flow_sink(flow);
    while (flow->staying[source] < flow->stay_most[source]) {
        sk_cost cost = reduced(flow, source, sink, (sk_cost){flow->problem->stay[source], 0});
        if (!sk_cost_less(cost, (sk_cost){0, 0}))
            return;
        /* As with an arc; where the unit comes straight back, the prices say from then on that it does not pay. */
        sk_flow_stay(flow, source, 1);
        sk_flow_augment(flow, sink, source);
    }
}
