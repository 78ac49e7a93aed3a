/*
 * Minimum-cost flow from sources that each want some units, over arcs of capacity 1, into
 * a forest of nodes with capacities; what reaches a root costs the more the more the root
 * already has. A unit may also stay at its source, at a price.
 *
 *     source --arc--> node -> parent -> ... -> root -> (sink)
 *
 * The k-th unit at a root costs weight * ((base + k)^2 - (base + k - 1)^2). Staying behind
 * costs the high part, everything else the low part of a cost.
 *
 * The method is successive shortest paths with potentials (Ahuja, Magnanti & Orlin, "Network
 * Flows", 9.7), from both ends: a unit searches forwards from its source for room, and a root
 * that lacks a unit searches backwards for one that can be spared. A search stops at the first
 * of those it meets and touches no more vertices than are nearer; it never goes through the
 * sink, whose price stays what it is. flow.c tells which units are searched for from where.
 *
 * Inside, a cost is one number: the high part counts in units that no sum of low parts on a way
 * through the network can reach. A way passes the sink once, so it holds the price of at most one
 * unit that begins to stay and one that ceases to, and of those prices only the order matters.
 * They are replaced by their ranks, so that the numbers stay small.
 *
 * Afterwards arcs can be forbidden, allowed again, and locked, and it can be limited how many units stay at a
 * source; each such change costs two small searches a unit. Nothing is allocated after sk_flow_create.
 */
#ifndef SK_SOLVE_FLOW_H
#define SK_SOLVE_FLOW_H

#include "base/memory.h"
#include "solve/cost.h"

/* Lent by the caller for as long as the flow lives. */
typedef struct sk_flow_problem {
    uint32_t source_count;
    uint32_t node_count;
    uint32_t arc_count;
    const uint32_t *first_arc; /* of each source; source_count + 1 of them */
    const int32_t *supply;     /* units each source wants, 1 or more */
    const int64_t *stay;       /* what a unit that stays costs (high part), 0 or more */
    const uint32_t *arc_node;
    const int64_t *arc_cost; /* low part, 0 or more */
    const uint32_t *parent;  /* of each node; SK_NONE for a root; a parent comes before its children */
    const int32_t *capacity; /* of each node */
    const int64_t *base;     /* what each root already has; 0 for other nodes */
    int64_t weight;          /* of the squares, 0 or more */
} sk_flow_problem;

/* What a search knows of a source or a node. */
typedef struct sk_flow_vertex {
    int64_t distance;
    uint32_t round;         /* the search that saw it last */
    uint32_t via;           /* the step to it, see flow_search.c */
    uint32_t heap_position; /* SK_NONE when not in the heap */
} sk_flow_vertex;

typedef struct sk_flow_node {
    int32_t base;
    int32_t capacity; /* no more than its arcs and its children can bring */
    int32_t load;     /* units that leave it */
    int32_t missing;  /* of these, units that do not reach it yet */
    uint32_t parent;
    uint32_t first_child;
    uint32_t first_arc; /* in node_arcs; after the last node there is one more, for where its arcs end */
    uint32_t used;      /* of its arcs; they come first among them */
} sk_flow_node;

typedef struct sk_flow_arc {
    uint32_t number;
    uint32_t source;
} sk_flow_arc;

enum { SK_ARC_USED = 1, SK_ARC_FORBIDDEN = 2, SK_ARC_LOCKED = 4 };

typedef struct sk_flow {
    const sk_flow_problem *problem;
    sk_cost total; /* of the present flow; only what the units add to the squares counts */
    int64_t unit;  /* a rank of staying in low parts */
    /*
     * By vertex: sources, then nodes. No step of the flow has a negative reduced cost, which
     * is its cost + the price where it starts - the price where it ends.
     */
    int64_t *prices;
    int64_t sink_price;
    int64_t node_price;   /* no node's price is above this */
    int64_t *stay_cost;   /* by source: rank * unit */
    uint32_t *stay_order; /* the sources by what staying costs */
    int32_t *staying;     /* units, by source */
    /* Lent by the caller: how many units may stay at each source; NULL for as many as will. */
    const int32_t *stay_most;
    sk_flow_node *nodes;
    uint8_t *arc_state;
    uint32_t *source_arcs;  /* as the problem has them, but those of one source by cost */
    uint32_t *arc_position; /* in node_arcs */
    sk_flow_arc *node_arcs; /* the arcs to each node, those in use first */
    uint32_t *next_sibling; /* of each node */
    /* The search at hand: see flow_search.c. */
    sk_flow_vertex *vertices;
    uint32_t *heap;
    uint32_t *order;
    size_t heap_count;
    size_t level_count;
    size_t settled_count;
    uint32_t round;
    uint32_t end;
    uint32_t lacking; /* a source that takes back a unit that is sent, or SK_NONE */
    int64_t floor;
    int64_t bound;
    /* Lent by a caller that wants to know, with room for every vertex; or NULL. See below. */
    uint32_t *stuck;
    size_t stuck_count;
    int stuck_lacks; /* the unit was not over there, but lacking */
    const schakel_allocator *allocator;
    void *block; /* all arrays */
} sk_flow;

/*
 * Make a flow with all units still unplaced. SCHAKEL_TOO_LARGE when costs might not fit,
 * SCHAKEL_NO_MEMORY; in both cases nothing is left to destroy.
 */
schakel_status sk_flow_create(sk_flow *flow, const sk_flow_problem *problem,
                              const schakel_allocator *allocator);
void sk_flow_destroy(sk_flow *flow);

/* Place all units at least cost. Once, and before anything is forbidden. */
void sk_flow_solve(sk_flow *flow);

/*
 * Changes of what a flow may do. After each the flow is at least cost again and the prices are
 * dual to it. One that tightens returns 0 when no flow is left; then the flow is as it was, and `stuck` holds
 * the vertices from which a unit that is over cannot get out, or (stuck_lacks) those to which one that is lacking cannot
 * get; none when the arc itself says two things. (Of a source where fewer may stay, those that
 * could go elsewhere have gone.)
 */
int sk_flow_forbid(sk_flow *flow, uint32_t arc); /* an allowed arc */
void sk_flow_allow(sk_flow *flow, uint32_t arc); /* a forbidden arc */
int sk_flow_lock(sk_flow *flow, uint32_t arc);   /* use an arc whatever it costs */
void sk_flow_unlock(sk_flow *flow, uint32_t arc);
/* After stay_most of a source has become lower, or higher. */
int sk_flow_stay_less(sk_flow *flow, uint32_t source);
void sk_flow_stay_more(sk_flow *flow, uint32_t source);

/*
 * The price of a source or node (nodes come after the sources), where the sink's is 0. With these
 * no step of the flow has a negative reduced cost, compared high part first.
 */
sk_cost sk_flow_price(const sk_flow *flow, uint32_t vertex);
/* What an arc costs beyond what its prices say; only to be compared. */
int64_t sk_flow_reduced_cost(const sk_flow *flow, uint32_t arc);

static inline int sk_flow_is_used(const sk_flow *flow, uint32_t arc)
{
    return flow->arc_state[arc] & SK_ARC_USED;
}

static inline int sk_flow_is_forbidden(const sk_flow *flow, uint32_t arc)
{
    return flow->arc_state[arc] & SK_ARC_FORBIDDEN;
}

#endif
