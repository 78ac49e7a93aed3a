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
        set |= (uint32_t)flow->arcs[arc].is_used << arc;
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

/* What a flow has to keep to: bits of arcs, and how many units may stay at each source. */
typedef struct limits {
    uint32_t forbidden, locked;
    int32_t stay_most[MOST_SOURCES];
} limits;

static int keeps_to(const small_problem *s, const limits *l, uint32_t set)
{
    int32_t left[MOST_SOURCES];
    memcpy(left, s->supply, sizeof left);
    for (uint32_t arc = 0; arc < s->problem.flow.arc_count; arc++)
        left[s->arc_source[arc]] -= (int32_t)(set >> arc & 1);
    for (uint32_t i = 0; i < s->problem.flow.source_count; i++)
        if (left[i] > l->stay_most[i])
            return 0;
    return (set & l->forbidden) == 0 && (set & l->locked) == l->locked;
}

/* The least cost within limits; INT64_MAX when no flow keeps to them. */
static sk_cost best_within(const small_problem *s, const limits *l)
{
    sk_cost best = {INT64_MAX, INT64_MAX}, cost;
    for (uint32_t set = 0; set < UINT32_C(1) << s->problem.flow.arc_count; set++)
        if (keeps_to(s, l, set) && cost_of(s, set, 0, &cost) && sk_cost_less(cost, best))
            best = cost;
    return best;
}

static int change(sk_flow *flow, limits *l, int32_t *supply, uint64_t *seed)
{
    uint32_t arc = draw(seed, flow->problem->arc_count), bit = UINT32_C(1) << arc;
    uint32_t source = draw(seed, flow->problem->source_count);
    int32_t before = l->stay_most[source];
    switch (draw(seed, 3)) {
    case 0:
        if (l->forbidden & bit) {
            sk_flow_allow(flow, arc);
        } else if (!sk_flow_forbid(flow, arc)) {
            l->forbidden |= bit;
            return 0;
        }
        l->forbidden ^= bit;
        return 1;
    case 1:
        if (l->locked & bit) {
            sk_flow_unlock(flow, arc);
        } else if (!sk_flow_lock(flow, arc)) {
            l->locked |= bit;
            return 0;
        }
        l->locked ^= bit;
        return 1;
    default:
        l->stay_most[source] = (int32_t)draw(seed, (uint32_t)supply[source] + 1);
        if (l->stay_most[source] > before)
            sk_flow_stay_more(flow, source);
        return sk_flow_stay_less(flow, source);
    }
}

static uint32_t used_set(const sk_flow *flow)
{
    uint32_t set = 0;
    for (uint32_t arc = 0; arc < flow->problem->arc_count; arc++)
        set |= (uint32_t)flow->arcs[arc].is_used << arc;
    return set;
}

static void a_flow_stays_best_while_its_limits_change(void **state)
{
    uint64_t seed = 5;
    int refused = 0;
    (void)state;
    for (int round = 0; round < 600; round++) {
        small_problem s;
        sk_flow flow;
        limits l = {0, 0, {0}}, before;
        do
            draw_problem(&s, &seed);
        while (s.problem.flow.arc_count < 4);
        memcpy(l.stay_most, s.supply, sizeof l.stay_most);
        assert_int_equal(sk_flow_create(&flow, &s.problem.flow, &usual), SCHAKEL_OK);
        sk_flow_solve(&flow);
        flow.stay_most = l.stay_most;
        for (int step = 0; step < 20; step++) {
            before = l;
            if (!change(&flow, &l, s.supply, &seed)) {
                refused++;
                assert_int_equal(best_within(&s, &l).high, INT64_MAX);
                l = before;
                for (uint32_t i = 0; i < s.problem.flow.source_count; i++)
                    sk_flow_stay_more(&flow, i);
            }
            sk_cost best = best_within(&s, &l), cost;
            assert_true(keeps_to(&s, &l, used_set(&flow)));
            assert_true(cost_of(&s, used_set(&flow), 0, &cost));
            assert_true(sk_cost_equal(cost, flow.total));
            assert_true(sk_cost_equal(cost, best));
        }
        sk_flow_destroy(&flow);
    }
    assert_true(refused > 500);
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
        cmocka_unit_test(a_flow_stays_best_while_its_limits_change),
        cmocka_unit_test(the_second_ask_goes_to_somebody_else_at_equal_cost),
        cmocka_unit_test(costs_that_might_not_fit_are_refused),
    };
    if (!sk_allocator_resolve(NULL, &usual))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
