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
 * The method is successive shortest paths with potentials (Ahuja, Magnanti & Orlin,
 * "Network Flows", 9.7): one Dijkstra search a unit, which stops at the first free
 * root and touches no more nodes than it reached. Afterwards arcs can be forbidden, allowed
 * again, and locked, and it can be limited how many units stay at a source; each such change
 * costs a search a unit. Nothing is allocated after sk_flow_create.
 */
#ifndef SK_SOLVE_FLOW_H
#define SK_SOLVE_FLOW_H

#include "base/memory.h"
#include "solve/cost.h"

#define SK_NONE UINT32_MAX

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

/* What a search knows of a source, a node or the sink; together, since a search uses it together. */
typedef struct sk_flow_vertex {
    sk_cost price;
    sk_cost distance;
    uint32_t round; /* the search that saw it last */
    uint32_t from;
    uint32_t via;           /* the arc that was taken; SK_NONE for a step inside the forest or at the sink */
    uint32_t heap_position; /* SK_NONE when not in the heap */
} sk_flow_vertex;

typedef struct sk_flow_node {
    int64_t base;
    uint32_t parent;
    uint32_t first_child;
    uint32_t next_sibling;
    uint32_t first_used; /* the used arcs are a doubly linked list */
    int32_t capacity;
    int32_t load; /* units that leave it */
} sk_flow_node;

typedef struct sk_flow_arc {
    int64_t cost;
    uint32_t source;
    uint32_t node;
    uint32_t next_used;
    uint32_t previous_used;
    uint8_t is_used;
    uint8_t is_forbidden;
    uint8_t is_locked; /* stays used */
} sk_flow_arc;

typedef struct sk_flow {
    const sk_flow_problem *problem;
    sk_cost total; /* of the present flow; only what the units add to the squares counts */
    sk_flow_arc *arcs;
    sk_flow_node *nodes;
    int32_t *staying;         /* by source */
    const int32_t *stay_most; /* by source: how many may stay; NULL for as many as will. Lent by the caller */
    sk_flow_vertex *vertices; /* sources, then nodes, then the sink */
    uint32_t *heap;
    uint32_t *level; /* a stack of vertices at the distance being expanded */
    uint32_t *settled;
    size_t heap_count;
    size_t level_count;
    size_t settled_count;
    uint32_t round;
    uint32_t target;
    /* The part that is being changed, and the sink's price when that began. */
    const uint32_t *part;
    size_t part_count;
    sk_cost price_outside;
    sk_arena arena;
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
 * Between these, only one part is changed: sources and nodes (as vertices: nodes come after
 * the sources) that no arc joins to the others. A search then need not look at the rest.
 */
void sk_flow_enter_part(sk_flow *flow, const uint32_t *vertices, size_t count);
void sk_flow_leave_part(sk_flow *flow);

/*
 * Changes of what a flow may do. After each the flow is at least cost again and the prices are
 * dual to it. One that tightens returns 0 when no flow is left; then nothing has changed, and
 * `settled` holds the vertices from which the unit that was in the way could not get out.
 */
int sk_flow_forbid(sk_flow *flow, uint32_t arc); /* an allowed arc */
void sk_flow_allow(sk_flow *flow, uint32_t arc); /* a forbidden arc */
int sk_flow_lock(sk_flow *flow, uint32_t arc);   /* use an arc whatever it costs */
void sk_flow_unlock(sk_flow *flow, uint32_t arc);
/* After stay_most of a source has become lower, or higher. Of some units those that could be brought elsewhere are. */
int sk_flow_stay_less(sk_flow *flow, uint32_t source);
void sk_flow_stay_more(sk_flow *flow, uint32_t source);

#endif
