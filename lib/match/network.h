/* The matching as a flow: places are sources, adults are roots, and offers and clashes lie between. */
#ifndef SK_MATCH_NETWORK_H
#define SK_MATCH_NETWORK_H

#include "match/roster.h"
#include "solve/branch.h"

/* What things cost. */
typedef struct sk_weights {
    int64_t misfit;                           /* a point of misfit */
    int64_t square;                           /* a square of load */
    int64_t change;                           /* an ask that was not in the plan as it was */
    int64_t place[SCHAKEL_PRIORITY_HIGH + 1]; /* a place that stays open, in the high part */
} sk_weights;

typedef struct network {
    sk_branch_problem problem;
    uint32_t *source_place;
    uint32_t *arc_pair;
    sk_weights weights;
    int64_t squares_before; /* cost of what was asked before, over all adults */
} network;

/*
 * Build from a roster whose pairs are found; arrays come from the roster's arena.
 * SCHAKEL_OK, SCHAKEL_TOO_LARGE or SCHAKEL_NO_MEMORY.
 */
schakel_status sk_network_build(roster *r, network *n);

#endif
