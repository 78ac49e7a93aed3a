/* Searching a flow for shortest paths, and taking their steps. For the files of this solver alone. */
#ifndef SK_SOLVE_FLOW_SEARCH_H
#define SK_SOLVE_FLOW_SEARCH_H

#include "solve/flow.h"

/* Find the unit of the high part. Returns 0 when costs might not fit. */
int sk_flow_count_costs(const sk_flow_problem *problem, int64_t *unit);
/* Sort sources or arcs by a cost of each, and equal ones by number. */
void sk_flow_sort(const int64_t *cost, uint32_t *sorted, size_t count);
/* Put ranks for what staying costs. Returns 0 when they do not fit. */
int sk_flow_rank_stays(sk_flow *flow);

/*
 * Where a flow sets out from: at a price of the sink at which roots have all units up to a level;
 * or at one, above all levels, at which units of a source stay at no loss.
 */
typedef struct sk_flow_start {
    int64_t level;     /* at most what some root can reach */
    int64_t stay_cost; /* of a source; 0 to set out from the level */
    size_t patience;   /* a search is long when it settles more vertices */
} sk_flow_start;

/* The start from which searches are short. */
sk_flow_start sk_flow_find_start(const sk_flow *flow);
/* Set the prices, and the units that roots miss. */
void sk_flow_set_out(sk_flow *flow, sk_flow_start start);
/* Like sk_flow_solve, which takes the start that was found. */
void sk_flow_solve_from(sk_flow *flow, sk_flow_start start);

static inline uint32_t sk_flow_source(const sk_flow *flow, uint32_t arc)
{
    return flow->node_arcs[flow->arc_position[arc]].source;
}

/* What the unit that makes a root's load `load` adds to the squares. */
static inline int64_t sk_flow_marginal(const sk_flow *flow, const sk_flow_node *root, int32_t load)
{
    return flow->problem->weight * (2 * ((int64_t)root->base + load) - 1);
}

/* Send a unit over an arc, or take it back; the rest of its way is the caller's. */
void sk_flow_use_arc(sk_flow *flow, uint32_t arc);
void sk_flow_drop_arc(sk_flow *flow, uint32_t arc);
/* Let some more units stay at their source (or fewer). */
void sk_flow_stay(sk_flow *flow, uint32_t source, int32_t units);
/* Send one unit more (or less) from a node to its parent, or from a root to the sink. */
void sk_flow_lift(sk_flow *flow, sk_flow_node *node);
void sk_flow_lower(sk_flow *flow, sk_flow_node *node);

/*
 * Send a unit that a vertex has over to the sink or to a node that misses one, whichever is
 * nearer. Returns the vertex where the path ended: a source where the unit stays, or a node. SK_NONE when there is no
 * path; then nothing has changed, and the first settled_count of `order` are what can be reached.
 */
uint32_t sk_flow_send(sk_flow *flow, uint32_t start);
/*
 * Raise what it costs to get to the sink, for a source and all that can be reached from it, from one
 * level to the next. Roots with room left below that miss those units from then on. Returns 0, and
 * leaves all as it is, when there seems to be room enough.
 */
int sk_flow_raise(sk_flow *flow, uint32_t source);
/* Bring a unit back from the sink to a vertex that lacks one. Returns 0, with nothing changed, when there is none. */
int sk_flow_fetch(sk_flow *flow, uint32_t start);

#endif
