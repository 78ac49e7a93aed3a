/* Minimum-cost flow against every set of arcs, also while arcs are forbidden and allowed again. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/solve_random.h"

static schakel_allocator usual;

static void expect_best(const small_problem *s, const sk_flow *flow, uint32_t forbidden)
{
    sk_cost best = best_cost(s, forbidden, 0), cost;
    uint32_t set = 0;
    for (uint32_t arc = 0; arc < s->problem.flow.arc_count; arc++)
        set |= (uint32_t)sk_flow_is_used(flow, arc) << arc;
    assert_int_equal(set & forbidden, 0);
    assert_true(cost_of(s, set, 0, &cost));
    assert_true(sk_cost_equal(cost, flow->total));
    assert_true(sk_cost_equal(cost, best));
}

static void a_flow_costs_as_little_as_the_best_set_of_arcs(void **state)
{
    uint64_t seed = 1;
    (void)state;
    for (int round = 0; round < 3000; round++) {
        small_problem s;
        sk_flow flow;
        draw_problem(&s, &seed);
        assert_int_equal(sk_flow_create(&flow, &s.problem.flow, &usual), SCHAKEL_OK);
        sk_flow_solve(&flow);
        expect_best(&s, &flow, 0);
        sk_flow_destroy(&flow);
    }
}

static void a_flow_stays_best_while_arcs_are_forbidden_and_allowed(void **state)
{
    uint64_t seed = 2;
    (void)state;
    for (int round = 0; round < 400; round++) {
        small_problem s;
        sk_flow flow;
        uint32_t forbidden = 0;
        do
            draw_problem(&s, &seed);
        while (s.problem.flow.arc_count < 4);
        assert_int_equal(sk_flow_create(&flow, &s.problem.flow, &usual), SCHAKEL_OK);
        sk_flow_solve(&flow);
        for (int step = 0; step < 20; step++) {
            uint32_t arc = draw(&seed, s.problem.flow.arc_count);
            if (forbidden >> arc & 1)
                sk_flow_allow(&flow, arc);
            else
                sk_flow_forbid(&flow, arc);
            forbidden ^= UINT32_C(1) << arc;
            expect_best(&s, &flow, forbidden);
        }
        sk_flow_destroy(&flow);
    }
}

static void the_second_ask_goes_to_somebody_else_at_equal_cost(void **state)
{
    static const uint32_t first_arc[] = {0, 2, 4}, arc_node[] = {0, 1, 0, 1}, parent[] = {SK_NONE, SK_NONE};
    static const int32_t supply[] = {1, 1}, capacity[] = {2, 2};
    static const int64_t stay[] = {1, 1}, arc_cost[] = {7, 7, 7, 7}, base[] = {0, 0};
    const sk_flow_problem problem = {2,        2,        4,      first_arc, supply, stay,
                                     arc_node, arc_cost, parent, capacity,  base,   250};
    sk_flow flow;
    (void)state;
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_OK);
    sk_flow_solve(&flow);
    assert_int_equal(flow.nodes[0].load, 1);
    assert_int_equal(flow.nodes[1].load, 1);
    assert_int_equal(flow.total.low, 7 + 7 + 250 + 250);
    sk_flow_destroy(&flow);
}

static void costs_that_might_not_fit_are_refused(void **state)
{
    static const uint32_t first_arc[] = {0, 1}, arc_node[] = {0}, parent[] = {SK_NONE};
    static const int32_t supply[] = {4}, capacity[] = {1};
    static const int64_t small[] = {1}, huge[] = {INT64_MAX / 4};
    sk_flow_problem problem = {1,        1,     1,      first_arc, supply, small,
                               arc_node, small, parent, capacity,  small,  1};
    sk_flow flow;
    (void)state;
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_OK);
    sk_flow_destroy(&flow);
    problem.stay = huge;
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_TOO_LARGE);
    problem.stay = small;
    problem.arc_cost = huge;
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_TOO_LARGE);
    problem.arc_cost = small;
    problem.base = huge;
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_TOO_LARGE);
    problem.base = small;
    problem.weight = INT64_MAX / 4;
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_TOO_LARGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_flow_costs_as_little_as_the_best_set_of_arcs),
        cmocka_unit_test(a_flow_stays_best_while_arcs_are_forbidden_and_allowed),
        cmocka_unit_test(the_second_ask_goes_to_somebody_else_at_equal_cost),
        cmocka_unit_test(costs_that_might_not_fit_are_refused),
    };
    if (!sk_allocator_resolve(NULL, &usual))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
