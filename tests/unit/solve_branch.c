/* Branch and bound, and its certificates, against every set of arcs that keeps to all. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "solve/certificate.h"
#include "unit/solve_random.h"

static schakel_allocator usual;
static sk_arena arena; /* of the certificate at hand */

/* Solve, and read from the certificate a bound that is no less than what is claimed, and no more than the truth. */
static sk_cost solve(const sk_branch_problem *problem, int32_t max_nodes, sk_branch_answer *answer)
{
    sk_cost proven;
    sk_arena_destroy(&arena);
    assert_int_equal(sk_branch_solve(problem, max_nodes, &arena, answer), SCHAKEL_OK);
    assert_int_equal(sk_certificate_bound(problem, &answer->certificate, &usual, &proven), SCHAKEL_OK);
    assert_false(sk_cost_less(proven, answer->bound));
    assert_false(sk_cost_less(answer->value, proven));
    return proven;
}

static void an_answer_costs_as_little_as_the_best_set_of_arcs(void **state)
{
    uint64_t seed = 3;
    int branched = 0;
    (void)state;
    for (int round = 0; round < 5000; round++) {
        small_problem s;
        uint8_t used[MOST_ARCS];
        sk_branch_answer answer = {.used = used};
        sk_cost cost;
        draw_problem(&s, &seed);
        solve(&s.problem, 100000, &answer);
        assert_true(cost_of(&s, set_of(used, s.problem.flow.arc_count), 1, &cost));
        assert_true(sk_cost_equal(cost, answer.value));
        assert_true(sk_cost_equal(cost, answer.bound));
        assert_true(sk_cost_equal(cost, best_cost(&s, 0, 1)));
        branched += answer.nodes > 1;
    }
    /* The problems are worth the trouble only when many need branching. */
    assert_true(branched > 300);
}

static void with_little_effort_the_best_lies_between_bound_and_value(void **state)
{
    uint64_t seed = 4;
    int unproven = 0;
    (void)state;
    for (int round = 0; round < 5000; round++) {
        small_problem s;
        uint8_t used[MOST_ARCS];
        sk_branch_answer answer = {.used = used};
        sk_cost cost;
        draw_problem(&s, &seed);
        int32_t most = 1 + (int32_t)draw(&seed, 3);
        sk_cost proven = solve(&s.problem, most, &answer);
        sk_cost best = best_cost(&s, 0, 1);
        assert_false(sk_cost_less(best, proven));
        assert_true(answer.nodes <= most);
        assert_true(cost_of(&s, set_of(used, s.problem.flow.arc_count), 1, &cost));
        assert_true(sk_cost_equal(cost, answer.value));
        assert_false(sk_cost_less(answer.value, best));
        assert_false(sk_cost_less(best, answer.bound));
        unproven += sk_cost_less(answer.bound, answer.value);
    }
    assert_true(unproven > 100);
}

enum { SIDES = 3 };

/* Several problems side by side in one. */
typedef struct wide_problem {
    sk_branch_problem problem;
    uint32_t first_arc[SIDES * MOST_SOURCES + 1];
    int32_t supply[SIDES * MOST_SOURCES];
    int64_t stay[SIDES * MOST_SOURCES];
    uint32_t arc_node[SIDES * MOST_ARCS];
    int64_t arc_cost[SIDES * MOST_ARCS];
    uint32_t arc_item[SIDES * MOST_ARCS];
    uint32_t parent[SIDES * MOST_NODES];
    int32_t capacity[SIDES * MOST_NODES];
    int64_t base[SIDES * MOST_NODES];
    size_t first_conflict[SIDES * MOST_ITEMS + 1];
    uint32_t conflicts[SIDES * MOST_ITEMS * MOST_ITEMS];
    size_t first_partner[SIDES * MOST_ITEMS + 1];
    uint32_t partners[SIDES * MOST_ITEMS * MOST_ITEMS];
    sk_team teams[SIDES * MOST_TEAMS];
    int32_t minimum[SIDES * MOST_SOURCES];
} wide_problem;

static void put_rest_beside(wide_problem *w, const small_problem *s)
{
    uint32_t item = w->problem.item_count, source = w->problem.flow.source_count;
    size_t partners = w->first_partner[item];
    for (uint32_t i = 0; i < s->problem.item_count; i++)
        w->first_partner[item + i + 1] = partners + s->first_partner[i + 1];
    for (size_t i = 0; i < s->first_partner[s->problem.item_count]; i++)
        w->partners[partners + i] = item + s->partners[i];
    for (uint32_t i = 0; i < s->problem.flow.source_count; i++)
        w->minimum[source + i] = s->minimum[i];
    for (uint32_t i = 0; i < s->problem.team_count; i++)
        w->teams[w->problem.team_count++] =
            (sk_team){source + s->teams[i].first_source, source + s->teams[i].end_source};
}

static void put_beside(wide_problem *w, const small_problem *s)
{
    sk_flow_problem *flow = &w->problem.flow;
    const sk_flow_problem *added = &s->problem.flow;
    size_t conflicts = w->first_conflict[w->problem.item_count];
    put_rest_beside(w, s);
    for (uint32_t i = 0; i < added->source_count; i++) {
        w->supply[flow->source_count + i] = s->supply[i];
        w->stay[flow->source_count + i] = s->stay[i];
        w->first_arc[flow->source_count + i + 1] = flow->arc_count + s->first_arc[i + 1];
    }
    for (uint32_t i = 0; i < added->arc_count; i++) {
        w->arc_node[flow->arc_count + i] = flow->node_count + s->arc_node[i];
        w->arc_cost[flow->arc_count + i] = s->arc_cost[i];
        w->arc_item[flow->arc_count + i] =
            s->arc_item[i] == SK_NONE ? SK_NONE : w->problem.item_count + s->arc_item[i];
    }
    for (uint32_t i = 0; i < added->node_count; i++) {
        w->parent[flow->node_count + i] = s->parent[i] == SK_NONE ? SK_NONE : flow->node_count + s->parent[i];
        w->capacity[flow->node_count + i] = s->capacity[i];
        w->base[flow->node_count + i] = s->base[i];
    }
    for (uint32_t i = 0; i < s->problem.item_count; i++)
        w->first_conflict[w->problem.item_count + i + 1] = conflicts + s->first_conflict[i + 1];
    for (size_t i = 0; i < s->first_conflict[s->problem.item_count]; i++)
        w->conflicts[conflicts + i] = w->problem.item_count + s->conflicts[i];
    flow->source_count += added->source_count;
    flow->arc_count += added->arc_count;
    flow->node_count += added->node_count;
    w->problem.item_count += s->problem.item_count;
}

static void problems_side_by_side_cost_what_they_cost_apart(void **state)
{
    uint64_t seed = 8;
    (void)state;
    for (int round = 0; round < 4000; round++) {
        wide_problem w = {.first_arc = {0}};
        uint8_t used[SIDES * MOST_ARCS];
        sk_branch_answer answer = {.used = used};
        sk_cost apart = {0, 0}, cost;
        int64_t weight = draw(&seed, 300);
        w.problem.flow = (sk_flow_problem){0,          0,          0,        w.first_arc, w.supply, w.stay,
                                           w.arc_node, w.arc_cost, w.parent, w.capacity,  w.base,   weight};
        w.problem.arc_item = w.arc_item;
        w.problem.first_conflict = w.first_conflict;
        w.problem.conflicts = w.conflicts;
        w.problem.first_partner = w.first_partner;
        w.problem.partners = w.partners;
        w.problem.teams = w.teams;
        w.problem.minimum = w.minimum;
        small_problem sides[SIDES];
        for (int i = 0; i < SIDES; i++) {
            draw_problem(&sides[i], &seed);
            sides[i].problem.flow.weight = weight;
            apart = sk_cost_add(apart, best_cost(&sides[i], 0, 1));
            put_beside(&w, &sides[i]);
        }
        solve(&w.problem, 100000, &answer);
        assert_true(sk_cost_equal(answer.value, apart));
        assert_true(sk_cost_equal(answer.bound, apart));
        uint32_t first = 0;
        for (int i = 0; i < SIDES; i++) {
            uint32_t arcs = sides[i].problem.flow.arc_count;
            assert_true(cost_of(&sides[i], set_of(used + first, arcs), 1, &cost));
            apart = sk_cost_subtract(apart, cost);
            first += arcs;
        }
        assert_true(sk_cost_equal(apart, (sk_cost){0, 0}));
        sk_cost best = answer.value;
        int32_t enough = 2 * answer.nodes + 2;
        solve(&w.problem, 1 + (int32_t)draw(&seed, (uint32_t)enough), &answer);
        assert_false(sk_cost_less(answer.value, best) || sk_cost_less(best, answer.bound));
        /* What easy parts leave of the effort goes to the hard ones: twice what it took is enough. */
        solve(&w.problem, enough, &answer);
        assert_true(sk_cost_equal(answer.value, best) && sk_cost_equal(answer.bound, best));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_costs_as_little_as_the_best_set_of_arcs),
        cmocka_unit_test(problems_side_by_side_cost_what_they_cost_apart),
        cmocka_unit_test(with_little_effort_the_best_lies_between_bound_and_value),
    };
    if (!sk_allocator_resolve(NULL, &usual))
        return 1;
    sk_arena_init(&arena, &usual);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sk_arena_destroy(&arena);
    return failed;
}
