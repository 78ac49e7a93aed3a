/* Searching a flow for shortest paths, and taking their steps. For the files of this solver alone. */
#ifndef SK_SOLVE_FLOW_SEARCH_H
#define SK_SOLVE_FLOW_SEARCH_H

#include "solve/flow.h"

/* Sums of costs stay below this, so that differences of prices cannot overflow. */
#define SK_COST_LIMIT (INT64_MAX / 16)

static inline uint32_t sk_flow_sink(const sk_flow *flow)
{
    return flow->problem->source_count + flow->problem->node_count;
}

/* What the unit that makes a root's load `load` adds to the squares. */
static inline int64_t sk_flow_marginal(const sk_flow *flow, const sk_flow_node *root, int32_t load)
{
    return flow->problem->weight * (2 * (root->base + load) - 1);
}

/* Send a unit over an arc, or take it back; the rest of its way is the caller's. */
void sk_flow_use_arc(sk_flow *flow, uint32_t index);
void sk_flow_drop_arc(sk_flow *flow, uint32_t index);
/* Let some more units stay at their source (or fewer). */
void sk_flow_stay(sk_flow *flow, uint32_t source, int32_t units);

/*
 * Send a unit from one vertex to another over a shortest path. Prices stay dual to the flow. Returns 0 when
 * there is no path; then nothing has changed, and `settled` holds what can be reached from the start.
 */
int sk_flow_augment(sk_flow *flow, uint32_t start, uint32_t target);

#endif
