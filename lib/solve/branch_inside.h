/* What the files of branch and bound share; nobody else reads this. */
#ifndef SK_SOLVE_BRANCH_INSIDE_H
#define SK_SOLVE_BRANCH_INSIDE_H

#include "solve/branch.h"

#define SK_NO_BRANCH SIZE_MAX
#define SK_NO_FLOW ((sk_cost){INT64_MAX, INT64_MAX})

/* A branch holds more than its parent: one decision. */
typedef struct sk_branch {
    sk_cost bound;
    size_t parent;      /* SK_NO_BRANCH for the first */
    size_t first_child; /* 0 for none */
    uint32_t subject;
    uint32_t depth;
    sk_decision decision;
    uint8_t is_solved; /* the bound and the prices are its own, not its parent's */
    uint8_t waiting;   /* how many branches below it are not solved yet */
    sk_priced *prices; /* those that differ from the first ones */
    size_t price_count;
} sk_branch;

/*
 * Vertices and sites, each sorted by the part they are in. Parts meet in the sink alone. A site is where something can
 * be broken: a team, or (numbered after the teams) an item. Teams come first, since to decide one decides most.
 */
typedef struct sk_parts {
    uint32_t count;
    size_t *first_vertex;
    uint32_t *vertices;
    size_t *first_site;
    uint32_t *sites;
} sk_parts;

/* Two ways out of something that is broken; every answer goes one of them. */
typedef struct sk_breach {
    sk_decision decision[2];
    uint32_t subject[2];
    int ways; /* 1 when there is one only */
} sk_breach;

typedef struct sk_brancher {
    const sk_branch_problem *problem;
    const schakel_allocator *allocator;
    sk_branch_answer *answer;
    sk_flow flow;
    int32_t *stay_most;
    uint32_t *stuck; /* see sk_flow.stuck */
    int64_t *shift;  /* of the prices that are kept, by vertex; all 0 but while stuck ones are kept */
    /* The arcs of each item. */
    size_t *first_arc;
    uint32_t *arcs;
    sk_parts parts;
    uint32_t part;  /* the one at hand */
    sk_cost best;   /* total of the best flow in which nothing of the part at hand is broken */
    int64_t beyond; /* a high part that is more than any answer of the part at hand costs */
    /*
     * What holds now, in the order in which it came: an arc is forbidden (its number), an arc is locked (arc_count
     * more), a team is on (two times arc_count more). Marks are for one walk at a time.
     */
    uint32_t *holding;
    size_t holding_count;
    uint8_t *holds;
    uint32_t *marks;
    uint32_t mark_round;
    const sk_cost *first_prices; /* of the flow without decisions */
    sk_branch *branches;
    size_t branch_count;
    size_t branch_capacity;
    /* Open branches, the best on top. */
    size_t *open;
    size_t open_count;
    size_t open_capacity;
} sk_brancher;

/* Find the arcs of items and the parts. Returns 0 when memory ran out. */
int sk_branch_find_parts(sk_brancher *b);

/*
 * Hold exactly what a branch holds, and keep its bound and prices. Returns 0 when memory ran out. When no flow holds
 * all that, the bound is SK_NO_FLOW.
 */
int sk_branch_hold(sk_brancher *b, size_t index);
/* Hold a decision too. Returns 0 when no flow does; then some of it may be held. */
int sk_branch_decide(sk_brancher *b, sk_decision decision, uint32_t subject);
/* Let go of all but the first things held. */
void sk_branch_let_go(sk_brancher *b, size_t count);

/*
 * The next breach of the flow at hand, from a position among the part's sites on, all the way round. The position
 * stays at the site, so that the next look begins there.
 */
int sk_branch_find_breach(const sk_brancher *b, size_t *position, sk_breach *breach);

#endif
