/* Dividing over groups: worked by hand, against every division, and large ones against the rules. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/solve_groups.h"

enum { MANY = 50 * EFFORT, FEW = 6 * EFFORT / 10 };

static schakel_allocator usual;

static sk_partition_answer solve(const group_problem *g, uint32_t *group_of)
{
    sk_partition_answer answer = {.group_of = group_of};
    assert_int_equal(sk_partition_solve(&g->problem, &usual, &answer), 1);
    assert_true(answer.nodes <= g->problem.effort);
    return answer;
}

/* Does an answer keep to the rules, and is its value what it says? */
static void check(const group_problem *g, const sk_partition_answer *answer)
{
    sk_partition_value value;
    assert_true(judge(g, answer->group_of, answer->group_count, &value));
    assert_true(compare_values(value, answer->value) == 0);
    assert_true(compare_values(answer->bound, answer->value) >= 0);
    assert_int_equal(answer->optimal, compare_values(answer->bound, answer->value) == 0);
    assert_true(numbered_by_first_items(g, answer));
}

static void assert_value(const sk_partition_answer *answer, uint32_t out, uint32_t leaderless, int64_t worth)
{
    assert_int_equal(answer->value.out, out);
    assert_int_equal(answer->value.leaderless, leaderless);
    assert_int_equal(answer->value.worth, worth);
    assert_int_equal(answer->optimal, 1);
    assert_true(compare_values(answer->bound, answer->value) == 0);
}

/* -------------------------------------------------------------------- by hand */

static void nothing_to_divide_is_an_answer(void **state)
{
    group_problem g;
    uint32_t group_of[1] = {7};
    (void)state;
    make_problem(&g, 0, 2, 3);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 0, 0);
    assert_int_equal(answer.group_count, 0);
    assert_int_equal(group_of[0], 7);
}

static void too_few_for_a_group_are_all_out(void **state)
{
    group_problem g;
    uint32_t group_of[3];
    (void)state;
    make_problem(&g, 3, 4, 6);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 3, 0, 0);
    assert_int_equal(answer.group_count, 0);
    for (int i = 0; i < 3; i++)
        assert_int_equal(group_of[i], SK_PARTITION_OUT);
}

static void those_who_must_all_stay_apart_are_all_out(void **state)
{
    group_problem g;
    uint32_t group_of[5];
    (void)state;
    make_problem(&g, 5, 2, 5);
    for (uint32_t i = 0; i < 5; i++)
        for (uint32_t j = 0; j < i; j++)
            set_apart(&g, i, j);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 5, 0, 0);
}

static void groups_of_one_need_no_other(void **state)
{
    group_problem g;
    uint32_t group_of[3];
    (void)state;
    make_problem(&g, 3, 1, 1);
    set_worth(&g, 0, 1, 5);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 0, 0);
    assert_int_equal(answer.group_count, 3);
}

/* 0 and 3 are worth 9 together, and 1 and 2 are worth 1; 0-1 and 2-3 would be 5 and 4. */
static void pairs_are_chosen_by_what_they_are_worth_together(void **state)
{
    group_problem g;
    uint32_t group_of[4];
    (void)state;
    make_problem(&g, 4, 2, 2);
    set_worth(&g, 0, 3, 9);
    set_worth(&g, 1, 2, 1);
    set_worth(&g, 0, 1, 5);
    set_worth(&g, 2, 3, 4);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 0, 10);
    assert_int_equal(group_of[0], 0);
    assert_int_equal(group_of[1], 1);
    assert_int_equal(group_of[2], 1);
    assert_int_equal(group_of[3], 0);
}

/* Four who cost each other 10: two pairs cost 20, a group of four 60. Nobody is left out to save that. */
static void worths_below_zero_make_small_groups_and_leave_nobody_out(void **state)
{
    group_problem g;
    uint32_t group_of[4];
    (void)state;
    make_problem(&g, 4, 2, 4);
    for (uint32_t i = 0; i < 4; i++)
        for (uint32_t j = 0; j < i; j++)
            set_worth(&g, i, j, -10);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 0, -20);
    assert_int_equal(answer.group_count, 2);
}

/* Seven in groups of exactly three: one is out, and that is the one who costs most. */
static void the_one_left_out_is_the_one_who_adds_least(void **state)
{
    group_problem g;
    uint32_t group_of[7];
    (void)state;
    make_problem(&g, 7, 3, 3);
    for (uint32_t i = 0; i < 7; i++)
        for (uint32_t j = 0; j < i; j++)
            set_worth(&g, i, j, i == 4 || j == 4 ? 1 : 2);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 1, 0, 12);
    assert_int_equal(group_of[4], SK_PARTITION_OUT);
}

/* One language each for 0-1 and 2-3, and 4 speaks both; it is worth 7 beside 2, and 3 beside 0. */
static void a_group_has_a_label_in_common(void **state)
{
    group_problem g;
    uint32_t group_of[5];
    (void)state;
    make_problem(&g, 5, 2, 3);
    g.labels[0] = g.labels[1] = 1;
    g.labels[2] = g.labels[3] = UINT64_C(1) << 63;
    g.labels[4] = g.labels[0] | g.labels[2];
    set_worth(&g, 0, 4, 3);
    set_worth(&g, 2, 4, 7);
    set_worth(&g, 0, 2, 1000);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 0, 7);
    assert_int_equal(group_of[4], group_of[2]);
}

/* Each two of the three have a label in common, but the three have not. */
static void labels_in_common_by_twos_are_not_enough(void **state)
{
    group_problem g;
    uint32_t group_of[3];
    (void)state;
    make_problem(&g, 3, 3, 3);
    g.labels[0] = 1 | 2;
    g.labels[1] = 2 | 4;
    g.labels[2] = 4 | 1;
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 3, 0, 0);
}

/* Two leaders who are worth 500 together are divided over two groups all the same. */
static void leaders_go_before_worth_and_after_nobody_out(void **state)
{
    group_problem g;
    uint32_t group_of[6];
    (void)state;
    make_problem(&g, 6, 3, 3);
    g.problem.leader = g.leader;
    g.leader[1] = g.leader[4] = 1;
    set_worth(&g, 1, 4, 500);
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 0, 0);
    assert_true(group_of[1] != group_of[4]);
    /* With one leader there is a group without; leaving three out is no way round that. */
    g.leader[4] = 0;
    answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 1, 500);
    /* When groups may be larger, one will do. */
    g.problem.high = 6;
    answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 0, 500);
}

/* --------------------------------------------------------------- every division */

static void an_answer_is_the_best_of_all_divisions(void **state)
{
    uint64_t seed = 11;
    int with_out = 0, without_leader = 0, below_zero = 0, searched = 0;
    (void)state;
    for (int round = 0; round < MANY; round++) {
        group_problem g;
        uint32_t group_of[GROUP_ITEMS_MAX];
        draw_groups(&g, &seed, draw(&seed, round % 8 == 0 ? 9 : 8));
        g.problem.effort = 200000;
        sk_partition_answer answer = solve(&g, group_of);
        check(&g, &answer);
        assert_int_equal(answer.optimal, 1);
        assert_true(compare_values(answer.value, best_value(&g)) == 0);
        with_out += answer.value.out > 0 && answer.group_count > 0;
        without_leader += answer.value.leaderless > 0;
        below_zero += answer.value.worth < 0;
        searched += answer.nodes > 0;
    }
    /* The problems are worth the trouble only when each rule matters in many. */
    assert_true(with_out > MANY / 10 && without_leader > MANY / 10 && below_zero > MANY / 10 &&
                searched > MANY / 10);
}

static void with_little_effort_the_best_lies_between_value_and_bound(void **state)
{
    uint64_t seed = 12;
    int unproven = 0;
    (void)state;
    for (int round = 0; round < MANY; round++) {
        group_problem g;
        uint32_t group_of[GROUP_ITEMS_MAX];
        draw_groups(&g, &seed, draw(&seed, round % 8 == 0 ? 9 : 8));
        g.problem.effort = round % 2 == 0 ? 1 : 1 + draw(&seed, 60);
        sk_partition_answer answer = solve(&g, group_of);
        sk_partition_value best = best_value(&g);
        check(&g, &answer);
        assert_true(compare_values(answer.value, best) <= 0);
        assert_true(compare_values(answer.bound, best) >= 0);
        unproven += !answer.optimal;
    }
    assert_true(unproven > MANY / 25);
}

/* --------------------------------------------------------------------- larger */

static void twelve_to_fourteen_items_are_proven(void **state)
{
    uint64_t seed = 13;
    (void)state;
    for (int round = 0; round < FEW; round++) {
        group_problem g;
        uint32_t group_of[GROUP_ITEMS_MAX];
        draw_groups(&g, &seed, 12 + draw(&seed, 3));
        g.problem.low = 2 + draw(&seed, 2);
        g.problem.high = g.problem.low + 1 + draw(&seed, 2);
        g.problem.effort = 200000;
        sk_partition_answer answer = solve(&g, group_of);
        check(&g, &answer);
        assert_int_equal(answer.optimal, 1);
    }
}

static void large_answers_keep_to_the_rules_and_do_not_change(void **state)
{
    uint64_t seed = 14;
    (void)state;
    for (int round = 0; round < 16; round++) {
        group_problem g;
        uint32_t group_of[GROUP_ITEMS_MAX], again[GROUP_ITEMS_MAX];
        draw_groups(&g, &seed, round == 0 ? GROUP_ITEMS_MAX : 30 + draw(&seed, 60));
        g.problem.effort = 2000;
        sk_partition_answer answer = solve(&g, group_of);
        check(&g, &answer);
        sk_partition_answer other = solve(&g, again);
        assert_memory_equal(group_of, again, g.problem.count * sizeof *group_of);
        assert_true(compare_values(answer.value, other.value) == 0);
        assert_true(compare_values(answer.bound, other.bound) == 0);
        assert_int_equal(answer.nodes, other.nodes);
        assert_int_equal(answer.optimal, other.optimal);
    }
}

/* Hidden groups of four that are worth more together than any other four: they are found, and proven. */
static void hidden_groups_are_found(void **state)
{
    enum { COUNT = 200 };
    uint64_t seed = 15;
    group_problem g;
    uint32_t group_of[COUNT], hidden[COUNT];
    (void)state;
    make_problem(&g, COUNT, 4, 4);
    for (uint32_t i = 0; i < COUNT; i++)
        hidden[i] = i / 4;
    for (uint32_t i = COUNT - 1; i > 0; i--) {
        uint32_t other = draw(&seed, i + 1), kept = hidden[i];
        hidden[i] = hidden[other];
        hidden[other] = kept;
    }
    for (uint32_t i = 0; i < COUNT; i++)
        for (uint32_t j = 0; j < i; j++)
            set_worth(&g, i, j, hidden[i] == hidden[j] ? 100 : (int32_t)draw(&seed, 90));
    sk_partition_answer answer = solve(&g, group_of);
    check(&g, &answer);
    assert_value(&answer, 0, 0, COUNT / 4 * 6 * 100);
    for (uint32_t i = 0; i < COUNT; i++)
        for (uint32_t j = 0; j < i; j++)
            assert_int_equal(group_of[i] == group_of[j], hidden[i] == hidden[j]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_divide_is_an_answer),
        cmocka_unit_test(too_few_for_a_group_are_all_out),
        cmocka_unit_test(those_who_must_all_stay_apart_are_all_out),
        cmocka_unit_test(groups_of_one_need_no_other),
        cmocka_unit_test(pairs_are_chosen_by_what_they_are_worth_together),
        cmocka_unit_test(worths_below_zero_make_small_groups_and_leave_nobody_out),
        cmocka_unit_test(the_one_left_out_is_the_one_who_adds_least),
        cmocka_unit_test(a_group_has_a_label_in_common),
        cmocka_unit_test(labels_in_common_by_twos_are_not_enough),
        cmocka_unit_test(leaders_go_before_worth_and_after_nobody_out),
        cmocka_unit_test(an_answer_is_the_best_of_all_divisions),
        cmocka_unit_test(with_little_effort_the_best_lies_between_value_and_bound),
        cmocka_unit_test(twelve_to_fourteen_items_are_proven),
        cmocka_unit_test(large_answers_keep_to_the_rules_and_do_not_change),
        cmocka_unit_test(hidden_groups_are_found),
    };
    if (!sk_allocator_resolve(NULL, &usual))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
