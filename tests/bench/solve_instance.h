/*
 * Instances for the flow: adults with room for some asks, needs for some adults, and the pairs
 * that fit, each with a cost. As many asks as possible, then the least sum of the squared asks
 * of each adult, then the least cost.
 */
#ifndef TESTS_BENCH_SOLVE_INSTANCE_H
#define TESTS_BENCH_SOLVE_INSTANCE_H

#include <stddef.h>
#include <stdint.h>

/* What a square and an open place cost where costs cannot be pairs. */
#define SQUARE_COST INT64_C(100000000)
#define OPEN_COST INT64_C(30000000000000)

typedef struct instance {
    uint32_t adult_count;
    uint32_t need_count;
    uint32_t pair_count;
    int32_t *room;        /* of each adult, 1 to 3 */
    int32_t *wanted;      /* of each need */
    uint32_t *first_pair; /* of each need; need_count + 1 of them */
    uint32_t *pair_adult;
    int64_t *pair_cost;
} instance;

typedef struct lemon_result {
    int64_t value;
    double build_ms; /* graph, maps and solver */
    double solve_ms; /* the solver's run alone */
    size_t graph_bytes;
    size_t solver_bytes; /* most at any time, beyond the graph and its maps */
} lemon_result;

#ifdef __cplusplus
extern "C" {
#endif

/* The network simplex of LEMON. Returns 0 when that found no optimum. */
int lemon_solve(const instance *drawn, lemon_result *result);

#ifdef __cplusplus
}
#endif

#endif
