/*
 * Changing what a solved flow may do.
 *
 * Each change leaves a vertex with a unit over and another that lacks one. The first is sent away and the second
 * fetches one; each search is a shortest path for prices that are dual, so the flow is at least cost after both.
 */
#include "solve/flow_search.h"

#include <string.h>

static uint32_t node_vertex(const sk_flow *flow, uint32_t arc)
{
    return flow->problem->source_count + flow->problem->arc_node[arc];
}

int64_t sk_flow_reduced_cost(const sk_flow *flow, uint32_t arc)
{
    return flow->problem->arc_cost[arc] + flow->prices[sk_flow_source(flow, arc)] -
           flow->prices[node_vertex(flow, arc)];
}

/* Note what the last search reached, and that no flow is left. */
static int is_stuck(sk_flow *flow, int lacks)
{
    flow->stuck_count = flow->settled_count;
    flow->stuck_lacks = lacks;
    if (flow->stuck != NULL)
        memcpy(flow->stuck, flow->order, flow->settled_count * sizeof *flow->stuck);
    return 0;
}

/* Two decisions on one arc that cannot both be: nothing needs to be searched to see that. */
static int contradicts(sk_flow *flow)
{
    flow->stuck_count = 0;
    return 0;
}

/* Send the unit that a new use of an arc leaves at its node, best of all back to the arc's source, which lacks one. */
static uint32_t send_on(sk_flow *flow, uint32_t arc)
{
    flow->lacking = sk_flow_source(flow, arc);
    uint32_t end = sk_flow_send(flow, node_vertex(flow, arc));
    flow->lacking = SK_NONE;
    return end;
}

/* Take back the unit on an arc and bring it from its source to its node another way. Returns 0 when there is none. */
static int go_round(sk_flow *flow, uint32_t arc)
{
    sk_flow_node *node = &flow->nodes[flow->problem->arc_node[arc]];
    sk_flow_drop_arc(flow, arc);
    node->missing++;
    if (sk_flow_send(flow, sk_flow_source(flow, arc)) == SK_NONE) {
        node->missing--;
        sk_flow_use_arc(flow, arc);
        return 0;
    }
    if (node->missing == 0)
        return 1;
    /* Its root has the unit still, so that can always be taken from there. */
    sk_flow_fetch(flow, node_vertex(flow, arc));
    node->missing--;
    return 1;
}

int sk_flow_forbid(sk_flow *flow, uint32_t arc)
{
    if (flow->arc_state[arc] & SK_ARC_LOCKED)
        return contradicts(flow);
    flow->arc_state[arc] |= SK_ARC_FORBIDDEN;
    if (!sk_flow_is_used(flow, arc) || go_round(flow, arc))
        return 1;
    flow->arc_state[arc] &= (uint8_t)~SK_ARC_FORBIDDEN;
    return is_stuck(flow, 0);
}

void sk_flow_allow(sk_flow *flow, uint32_t arc)
{
    flow->arc_state[arc] &= (uint8_t)~SK_ARC_FORBIDDEN;
    if (sk_flow_reduced_cost(flow, arc) >= 0)
        return;
    /* A unit over it pays. At worst it goes straight back, and the prices know what that costs. */
    sk_flow_use_arc(flow, arc);
    if (send_on(flow, arc) != sk_flow_source(flow, arc))
        sk_flow_fetch(flow, sk_flow_source(flow, arc));
}

int sk_flow_lock(sk_flow *flow, uint32_t arc)
{
    sk_flow_node *node = &flow->nodes[flow->problem->arc_node[arc]];
    if (flow->arc_state[arc] & SK_ARC_FORBIDDEN)
        return contradicts(flow);
    flow->arc_state[arc] |= SK_ARC_LOCKED;
    if (sk_flow_is_used(flow, arc))
        return 1;
    sk_flow_use_arc(flow, arc);
    uint32_t end = send_on(flow, arc);
    if (end == sk_flow_source(flow, arc))
        return 1;
    if (end != SK_NONE && sk_flow_fetch(flow, sk_flow_source(flow, arc)))
        return 1;
    is_stuck(flow, end != SK_NONE);
    flow->arc_state[arc] &= (uint8_t)~SK_ARC_LOCKED;
    sk_flow_drop_arc(flow, arc);
    if (end == SK_NONE)
        return 0;
    /* What went on from the node comes back. */
    node->missing++;
    sk_flow_fetch(flow, node_vertex(flow, arc));
    node->missing--;
    return 0;
}

void sk_flow_unlock(sk_flow *flow, uint32_t arc)
{
    flow->arc_state[arc] &= (uint8_t)~SK_ARC_LOCKED;
    /* The arc itself leads there too, so there is a way. */
    if (sk_flow_reduced_cost(flow, arc) > 0)
        go_round(flow, arc);
}

int sk_flow_stay_less(sk_flow *flow, uint32_t source)
{
    while (flow->staying[source] > flow->stay_most[source]) {
        sk_flow_stay(flow, source, -1);
        if (sk_flow_send(flow, source) != SK_NONE)
            continue;
        sk_flow_stay(flow, source, 1);
        return is_stuck(flow, 0);
    }
    return 1;
}

void sk_flow_stay_more(sk_flow *flow, uint32_t source)
{
    while (flow->staying[source] < flow->stay_most[source]) {
        if (flow->stay_cost[source] + flow->prices[source] - flow->sink_price >= 0)
            return;
        /* One more stays, and the source fetches it from elsewhere; or takes the same one, and knows the price. */
        sk_flow_stay(flow, source, 1);
        sk_flow_fetch(flow, source);
    }
}
