/*
 * A proof that no answer to a branch problem costs less than a bound.
 *
 * Prices give a bound by themselves (Lagrange; Ahuja, Magnanti & Orlin, "Network Flows", 16.3): whatever they
 * are, a flow costs at least
 *
 *     sum over sources    supply * (price of the sink - price of the source)
 *   + sum over steps      the least of (reduced cost * units) over the units that the step may carry
 *
 * where the reduced cost of a step is its cost + the price of its tail - the price of its head. Where an answer
 * also has to keep to what a flow cannot hold, the answers are split in two, and each half in two again: every
 * answer belongs to a leaf of this tree, and each leaf has prices of its own. The vertices fall into parts that
 * meet in the sink alone, so a part has a tree of its own and the bounds of the parts add up.
 */
#ifndef SK_SOLVE_CERTIFICATE_H
#define SK_SOLVE_CERTIFICATE_H

#include "solve/branch.h"

/*
 * The bound that a certificate proves, found without solving anything: one walk over the problem, and one over
 * its part for each leaf. SCHAKEL_INVALID when it is no proof at all, SCHAKEL_TOO_LARGE when its sums do not fit
 * 63 bits, SCHAKEL_NO_MEMORY.
 */
schakel_status sk_certificate_bound(const sk_branch_problem *problem, const sk_certificate *certificate,
                                    const schakel_allocator *allocator, sk_cost *bound);

#endif
