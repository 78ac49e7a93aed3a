/*
 * A flow with more to keep to than a flow can hold, by branch and bound:
 *  - an arc may belong to an item; two items in conflict may not both be used;
 *  - an item may need a partner: when it is used, one of some other items must be used too;
 *  - sources may form a team: either each of them places at least its minimum, or none of them places anything.
 *
 * The flow without all this gives a bound; where it breaks something, the answers are split in two (see
 * sk_decision). The branch with the least bound goes first, so the search can stop at any moment with the best
 * answer so far and a bound for all answers. What is decided is kept as a proof.
 */
#ifndef SK_SOLVE_BRANCH_H
#define SK_SOLVE_BRANCH_H

#include "solve/flow.h"

/* Sources that lie together: first to before end. */
typedef struct sk_team {
    uint32_t first_source;
    uint32_t end_source;
} sk_team;

typedef struct sk_branch_problem {
    sk_flow_problem flow;
    const uint32_t *arc_item; /* of each arc; SK_NONE for an arc without conflicts or partners */
    uint32_t item_count;
    const size_t *first_conflict; /* of each item; item_count + 1 of them */
    const uint32_t *conflicts;    /* the items that an item excludes; both ways round */
    const size_t *first_partner;  /* of each item; item_count + 1 of them; NULL when no item needs another */
    const uint32_t *partners; /* the items of which an item needs one; none in the list: it needs nobody */
    uint32_t team_count;
    const sk_team *teams;
    const int32_t *minimum; /* of each source, at most its supply; only read for the sources of a team */
} sk_branch_problem;

/* What one branch holds more than the one above it. */
typedef enum sk_decision {
    SK_NO_DECISION = 0, /* the branch that holds everything */
    SK_FORBID_ITEM,     /* the item is not used */
    SK_KEEP_ITEM,       /* what the item excludes is not used */
    SK_FORBID_ARC,
    SK_LOCK_ARC, /* the arc is used */
    SK_TEAM_OFF, /* no source of the team places anything */
    SK_TEAM_ON   /* each source of the team places its minimum */
} sk_decision;

typedef struct sk_priced {
    uint32_t vertex;
    sk_cost price;
} sk_priced;

/*
 * A branch. The first of a part holds everything. One that is split has its two branches next to each other:
 * forbid and keep an item, forbid and lock an arc, a team off and on; or one branch that forbids an item, where
 * no partner is left for it.
 */
typedef struct sk_certificate_node {
    uint32_t parent;
    uint32_t first_child; /* 0 for a leaf */
    sk_decision decision;
    uint32_t subject; /* the item, arc or team */
    /* Of a leaf: the prices that differ from those of the certificate. */
    const sk_priced *prices;
    size_t price_count;
} sk_certificate_node;

/* Some vertices that are joined to the others in the sink alone. */
typedef struct sk_certificate_part {
    const uint32_t *vertices;
    size_t vertex_count;
    const sk_certificate_node *nodes;
    uint32_t node_count;
} sk_certificate_part;

/* Sources, then nodes, then the sink have a price. Vertices in no part keep it. */
typedef struct sk_certificate {
    const sk_cost *prices;
    const sk_certificate_part *parts;
    uint32_t part_count;
} sk_certificate;

typedef struct sk_branch_answer {
    uint8_t *used; /* by arc; the caller's array of arc_count */
    sk_cost value;
    sk_cost bound; /* equals value when the answer is proven best */
    int32_t nodes; /* branches tried, the flow without the rest included */
    sk_certificate certificate;
} sk_branch_answer;

/*
 * Solve, trying at most max_nodes branches (1 or more). There always is an answer, since
 * units may stay. The certificate comes from the arena, which also lends its allocator.
 * SCHAKEL_OK, SCHAKEL_TOO_LARGE or SCHAKEL_NO_MEMORY.
 */
schakel_status sk_branch_solve(const sk_branch_problem *problem, int32_t max_nodes, sk_arena *arena,
                               sk_branch_answer *answer);

#endif
