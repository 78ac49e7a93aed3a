/*
 * A flow with pairs that exclude each other, by branch and bound.
 *
 * An arc may belong to an item; two items in conflict may not both be used. The flow
 * without the conflicts gives a bound; where it uses both items of a pair, one branch
 * forbids one of them and the other branch all that this one excludes. The branch with
 * the least bound goes first, so the search can stop at any moment with the best answer so
 * far and a bound for all answers.
 */
#ifndef SK_SOLVE_BRANCH_H
#define SK_SOLVE_BRANCH_H

#include "solve/flow.h"

typedef struct sk_branch_problem {
    sk_flow_problem flow;
    const uint32_t *arc_item; /* of each arc; SK_NONE for an arc without conflicts */
    uint32_t item_count;
    const size_t *first_conflict; /* of each item; item_count + 1 of them */
    const uint32_t *conflicts;    /* the items that an item excludes; both ways round */
} sk_branch_problem;

typedef struct sk_branch_answer {
    uint8_t *used; /* by arc; the caller's array of arc_count */
    sk_cost value;
    sk_cost bound; /* equals value when the answer is proven best */
    int32_t nodes; /* branches tried, the flow without the conflicts included */
} sk_branch_answer;

/*
 * Solve, trying at most max_nodes branches (1 or more). There always is an answer, since
 * units may stay. SCHAKEL_OK, SCHAKEL_TOO_LARGE or SCHAKEL_NO_MEMORY.
 */
schakel_status sk_branch_solve(const sk_branch_problem *problem, int32_t max_nodes,
                               const schakel_allocator *allocator, sk_branch_answer *answer);

#endif
