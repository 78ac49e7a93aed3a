/* Minimum-cost flow against every set of arcs, also while arcs are forbidden and allowed again. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "solve/flow_search.h"
#include "unit/solve_reference.h"

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

/* The flow breaks no rule, costs what it says, and its prices prove that none costs less. */
static void expect_proven(const big_problem *b, const sk_flow *flow, const uint8_t *forbidden)
{
    sk_cost prices[BIG_SOURCES + BIG_NODES], cost = {0, 0};
    int32_t left[BIG_SOURCES], load[BIG_NODES] = {0};
    memcpy(left, b->supply, sizeof left);
    for (uint32_t arc = 0; arc < b->flow.arc_count; arc++) {
        if (!sk_flow_is_used(flow, arc))
            continue;
        assert_false(forbidden[arc]);
        cost.low += b->arc_cost[arc];
        left[b->arc_source[arc]]--;
        for (uint32_t node = b->arc_node[arc]; node != SK_NONE; node = b->parent[node])
            load[node]++;
    }
    for (uint32_t i = 0; i < b->flow.source_count; i++) {
        assert_true(left[i] >= 0);
        assert_int_equal(left[i], flow->staying[i]);
        cost.high += left[i] * b->stay[i];
    }
    for (uint32_t i = 0; i < b->flow.node_count; i++) {
        assert_true(load[i] <= b->capacity[i]);
        assert_int_equal(load[i], flow->nodes[i].load);
        for (int32_t k = 1; b->parent[i] == SK_NONE && k <= load[i]; k++)
            cost.low += added_square(b, i, k);
    }
    assert_true(sk_cost_equal(cost, flow->total));
    for (uint32_t i = 0; i < b->flow.source_count + b->flow.node_count; i++)
        prices[i] = sk_flow_price(flow, i);
    assert_true(sk_cost_equal(cost, bound_of_prices(b, forbidden, prices)));
}

static void prices_prove_a_flow_best_and_bellman_ford_agrees(void **state)
{
    static const uint8_t none[BIG_ARCS];
    uint64_t seed = 11;
    (void)state;
    for (int round = 0; round < 3000; round++) {
        big_problem b;
        sk_flow flow;
        draw_big(&b, &seed);
        assert_int_equal(sk_flow_create(&flow, &b.flow, &usual), SCHAKEL_OK);
        sk_flow_solve(&flow);
        expect_proven(&b, &flow, none);
        assert_true(sk_cost_equal(flow.total, reference_cost(&b, none)));
        sk_flow_destroy(&flow);
    }
}

static void expect_same_from(const big_problem *b, sk_flow_start start, sk_cost total)
{
    static const uint8_t none[BIG_ARCS];
    sk_flow flow;
    assert_int_equal(sk_flow_create(&flow, &b->flow, &usual), SCHAKEL_OK);
    sk_flow_solve_from(&flow, start);
    expect_proven(b, &flow, none);
    assert_true(sk_cost_equal(flow.total, total));
    sk_flow_destroy(&flow);
}

/* Units are all sent, all fetched, or some of each; and searches give up now and then. */
static void wherever_a_flow_sets_out_from_it_costs_the_same(void **state)
{
    uint64_t seed = 12;
    int levels = 0, stays = 0;
    (void)state;
    for (int round = 0; round < 1000; round++) {
        big_problem b;
        sk_flow flow;
        int64_t highest = 0;
        draw_big(&b, &seed);
        assert_int_equal(sk_flow_create(&flow, &b.flow, &usual), SCHAKEL_OK);
        for (uint32_t i = 0; i < b.flow.node_count; i++)
            if (b.parent[i] == SK_NONE && b.base[i] + flow.nodes[i].capacity > highest)
                highest = b.base[i] + flow.nodes[i].capacity;
        sk_flow_start found = sk_flow_find_start(&flow);
        levels += found.stay_cost == 0 && found.level > 0;
        stays += found.stay_cost > 0;
        sk_flow_solve(&flow);
        for (int64_t level = 0; level <= highest; level++)
            for (size_t patience = 0; patience <= 16; patience += 4)
                expect_same_from(&b, (sk_flow_start){level, 0, patience}, flow.total);
        for (uint32_t i = 0; i < b.flow.source_count; i++)
            expect_same_from(&b, (sk_flow_start){highest, flow.stay_cost[i], 2}, flow.total);
        sk_flow_destroy(&flow);
    }
    assert_true(levels > 100 && stays > 100);
}

static void a_flow_that_is_changed_costs_what_it_does_when_solved_anew(void **state)
{
    uint64_t seed = 13;
    (void)state;
    for (int round = 0; round < 300; round++) {
        big_problem b;
        sk_flow flow;
        uint8_t forbidden[BIG_ARCS] = {0};
        do
            draw_big(&b, &seed);
        while (b.flow.arc_count < 10);
        assert_int_equal(sk_flow_create(&flow, &b.flow, &usual), SCHAKEL_OK);
        sk_flow_solve(&flow);
        for (int change = 0; change < 40; change++) {
            uint32_t arc = draw(&seed, b.flow.arc_count);
            if (forbidden[arc])
                sk_flow_allow(&flow, arc);
            else
                sk_flow_forbid(&flow, arc);
            forbidden[arc] ^= 1;
            expect_proven(&b, &flow, forbidden);
        }
        assert_true(sk_cost_equal(flow.total, reference_cost(&b, forbidden)));
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
        set |= (uint32_t)sk_flow_is_used(flow, arc) << arc;
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

/* One source with so many arcs that they are sorted another way. */
static void of_many_arcs_the_cheapest_are_used(void **state)
{
    enum { ARCS = 3000, UNITS = 700 };
    static uint32_t arc_node[ARCS], parent[ARCS];
    static int64_t arc_cost[ARCS], base[ARCS];
    static int32_t capacity[ARCS];
    const uint32_t first_arc[] = {0, ARCS};
    const int32_t supply[] = {UNITS};
    const int64_t stay[] = {1};
    const sk_flow_problem problem = {1,        ARCS,     ARCS,   first_arc, supply, stay,
                                     arc_node, arc_cost, parent, capacity,  base,   0};
    uint64_t seed = 14;
    int64_t dearest_used = 0, cheapest_left = INT64_MAX;
    sk_flow flow;
    (void)state;
    for (uint32_t i = 0; i < ARCS; i++) {
        arc_node[i] = i;
        arc_cost[i] = draw(&seed, 500);
        parent[i] = SK_NONE;
        capacity[i] = 1;
    }
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_OK);
    sk_flow_solve(&flow);
    uint32_t used = 0;
    for (uint32_t i = 0; i < ARCS; i++) {
        used += sk_flow_is_used(&flow, i) != 0;
        if (sk_flow_is_used(&flow, i) && arc_cost[i] > dearest_used)
            dearest_used = arc_cost[i];
        if (!sk_flow_is_used(&flow, i) && arc_cost[i] < cheapest_left)
            cheapest_left = arc_cost[i];
    }
    assert_int_equal(used, UNITS);
    assert_true(dearest_used <= cheapest_left);
    for (uint32_t i = 1; i < ARCS; i++)
        assert_true(arc_cost[flow.source_arcs[i - 1]] <= arc_cost[flow.source_arcs[i]]);
    sk_flow_destroy(&flow);
}

static void of_equal_nodes_the_first_is_asked(void **state)
{
    static const uint32_t first_arc[] = {0, 3}, arc_node[] = {1, 0, 2},
                          parent[] = {SK_NONE, SK_NONE, SK_NONE};
    static const int32_t supply[] = {1}, capacity[] = {1, 1, 1};
    static const int64_t stay[] = {1}, arc_cost[] = {7, 7, 7}, base[] = {0, 0, 0};
    const sk_flow_problem problem = {1,        3,        3,      first_arc, supply, stay,
                                     arc_node, arc_cost, parent, capacity,  base,   250};
    sk_flow flow;
    (void)state;
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_OK);
    sk_flow_solve(&flow);
    assert_true(sk_flow_is_used(&flow, 0));
    sk_flow_forbid(&flow, 0);
    assert_true(sk_flow_is_used(&flow, 1));
    sk_flow_destroy(&flow);
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

/* The dearer the arcs, the fewer different prices of staying fit; how high those are is no matter. */
static void ranks_that_might_not_fit_are_refused(void **state)
{
    enum { SOURCES = 3000 };
    static uint32_t first_arc[SOURCES + 1];
    static int32_t supply[SOURCES];
    static int64_t stay[SOURCES];
    static const uint32_t arc_node[] = {0}, parent[] = {SK_NONE};
    static const int32_t capacity[] = {1};
    static const int64_t base[] = {0};
    int64_t arc_cost[] = {INT64_C(1000000000)};
    const sk_flow_problem problem = {SOURCES,  1,        1,      first_arc, supply, stay,
                                     arc_node, arc_cost, parent, capacity,  base,   1};
    sk_flow flow;
    (void)state;
    for (uint32_t i = 0; i < SOURCES; i++) {
        first_arc[i + 1] = 1;
        supply[i] = 1;
        stay[i] = INT64_C(100000000000) * (1 + i % 1000);
    }
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_OK);
    sk_flow_destroy(&flow);
    arc_cost[0] = INT64_C(100000000000);
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_TOO_LARGE);
    for (uint32_t i = 0; i < SOURCES; i++)
        stay[i] = INT64_C(1000000000000);
    assert_int_equal(sk_flow_create(&flow, &problem, &usual), SCHAKEL_OK);
    sk_flow_destroy(&flow);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_flow_costs_as_little_as_the_best_set_of_arcs),
        cmocka_unit_test(a_flow_stays_best_while_arcs_are_forbidden_and_allowed),
        cmocka_unit_test(prices_prove_a_flow_best_and_bellman_ford_agrees),
        cmocka_unit_test(wherever_a_flow_sets_out_from_it_costs_the_same),
        cmocka_unit_test(a_flow_that_is_changed_costs_what_it_does_when_solved_anew),
        cmocka_unit_test(a_flow_stays_best_while_its_limits_change),
        cmocka_unit_test(of_many_arcs_the_cheapest_are_used),
        cmocka_unit_test(of_equal_nodes_the_first_is_asked),
        cmocka_unit_test(the_second_ask_goes_to_somebody_else_at_equal_cost),
        cmocka_unit_test(costs_that_might_not_fit_are_refused),
        cmocka_unit_test(ranks_that_might_not_fit_are_refused),
    };
    if (!sk_allocator_resolve(NULL, &usual))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
