/* The steps of dividing a part, each on its own: the search without a good start, and building in a hurry. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "solve/partition_part.h"
#include "unit/solve_groups.h"

static schakel_allocator usual;

typedef struct whole {
    partition_part part;
    int32_t worth[GROUP_ITEMS_MAX * GROUP_ITEMS_MAX];
    unsigned char clash[GROUP_ITEMS_MAX * GROUP_ITEMS_MAX];
    unsigned char leader[GROUP_ITEMS_MAX];
    int32_t shift[GROUP_ITEMS_MAX];
    uint32_t group_of[GROUP_ITEMS_MAX];
} whole;

/* All items of a problem as one part, with all of them out. */
static void take_whole(whole *w, group_problem *g)
{
    const sk_partition_problem *p = &g->problem;
    uint32_t high = p->high < p->count ? p->high : p->count;
    w->part = (partition_part){.count = p->count, .low = p->low, .high = high};
    for (uint32_t i = 0; i < p->count; i++) {
        w->leader[i] = p->leader == NULL || p->leader[i];
        w->part.leader_count += w->leader[i];
        w->shift[i] = 0;
        w->group_of[i] = SK_PARTITION_OUT;
        for (uint32_t j = 0; j < p->count; j++) {
            uint32_t pair = i * p->count + j;
            w->worth[pair] = i == j ? 0 : p->worth[pair];
            w->clash[pair] = i != j && (p->apart[pair] || (p->labels[i] & p->labels[j]) == 0);
        }
    }
    w->part.worth = w->worth;
    w->part.clash = w->clash;
    w->part.labels = g->labels;
    w->part.leader = w->leader;
    w->part.shift = w->shift;
    w->part.group_of = w->group_of;
    w->part.score = sk_partition_score((sk_partition_value){p->count, 0, 0});
}

/* Groups of a part may leave numbers unused. Returns the value after numbering them again. */
static sk_partition_value judge_whole(const group_problem *g, const whole *w)
{
    uint32_t number[GROUP_ITEMS_MAX], group_of[GROUP_ITEMS_MAX], count = 0;
    sk_partition_value value;
    memset(number, 0xff, sizeof number);
    for (uint32_t i = 0; i < g->problem.count; i++) {
        group_of[i] = SK_PARTITION_OUT;
        if (w->group_of[i] == SK_PARTITION_OUT)
            continue;
        assert_true(w->group_of[i] < g->problem.count);
        if (number[w->group_of[i]] == UINT32_MAX)
            number[w->group_of[i]] = count++;
        group_of[i] = number[w->group_of[i]];
    }
    assert_true(judge(g, group_of, count, &value));
    assert_true(compare_values(value, sk_partition_value_of(w->part.score)) == 0);
    return value;
}

static void the_search_finds_the_best_from_nothing(void **state)
{
    uint64_t seed = 31;
    (void)state;
    for (int round = 0; round < 3000; round++) {
        group_problem g;
        whole w;
        sk_arena arena;
        draw_groups(&g, &seed, 4 + draw(&seed, 4));
        take_whole(&w, &g);
        sk_arena_init(&arena, &usual);
        assert_int_equal(sk_partition_bound(&w.part, &arena), 1);
        sk_partition_value best = best_value(&g);
        assert_true(compare_values(sk_partition_value_of(w.part.bound), best) >= 0);
        assert_int_equal(sk_partition_search(&w.part, 200000, &arena), 1);
        assert_true(compare_values(judge_whole(&g, &w), best) == 0);
        assert_true(w.part.bound == w.part.score);
        sk_arena_destroy(&arena);
    }
}

/* Some are wanted by all, so the bound shifts worths, and has a price for pairs. */
static void the_search_finds_the_best_with_some_that_all_want(void **state)
{
    uint64_t seed = 34;
    int priced = 0, shifted = 0;
    (void)state;
    for (int round = 0; round < 60; round++) {
        group_problem g;
        whole w;
        sk_arena arena;
        make_problem(&g, 8, 2, 3 + draw(&seed, 2));
        for (uint32_t i = 0; i < 8; i++)
            for (uint32_t j = 0; j < i; j++)
                set_worth(&g, i, j, (int32_t)(draw(&seed, 200) + (j < 2) * 300 + (i < 3) * draw(&seed, 500)));
        take_whole(&w, &g);
        sk_arena_init(&arena, &usual);
        assert_int_equal(sk_partition_bound(&w.part, &arena), 1);
        sk_partition_value best = best_value(&g);
        assert_true(compare_values(sk_partition_value_of(w.part.bound), best) >= 0);
        priced += w.part.price > 0;
        shifted += w.part.shift[0] != 0;
        assert_int_equal(sk_partition_search(&w.part, 200000, &arena), 1);
        assert_true(compare_values(judge_whole(&g, &w), best) == 0);
        sk_arena_destroy(&arena);
    }
    assert_true(priced > 10 && shifted > 10);
}

/* Stopped at any node, the search has an answer that keeps to the rules, and a bound above the best. */
static void a_search_that_is_stopped_keeps_a_bound(void **state)
{
    uint64_t seed = 32;
    int stopped = 0;
    (void)state;
    for (int round = 0; round < 2000; round++) {
        group_problem g;
        whole w;
        sk_arena arena;
        draw_groups(&g, &seed, 4 + draw(&seed, 4));
        take_whole(&w, &g);
        sk_arena_init(&arena, &usual);
        uint32_t nodes = draw(&seed, 100);
        assert_int_equal(sk_partition_bound(&w.part, &arena), 1);
        assert_int_equal(sk_partition_search(&w.part, nodes, &arena), 1);
        sk_partition_value best = best_value(&g);
        assert_true(w.part.nodes <= nodes);
        assert_true(compare_values(judge_whole(&g, &w), best) <= 0);
        assert_true(compare_values(sk_partition_value_of(w.part.bound), best) >= 0);
        stopped += w.part.bound != w.part.score;
        sk_arena_destroy(&arena);
    }
    assert_true(stopped > 300);
}

static void building_may_stop_after_any_step(void **state)
{
    uint64_t seed = 33;
    (void)state;
    for (int round = 0; round < 2000; round++) {
        group_problem g;
        whole w;
        sk_arena arena;
        draw_groups(&g, &seed, 6 + draw(&seed, 30));
        take_whole(&w, &g);
        sk_arena_init(&arena, &usual);
        assert_int_equal(sk_partition_bound(&w.part, &arena), 1);
        assert_int_equal(sk_partition_build(&w.part, draw(&seed, 4000), &arena), 1);
        judge_whole(&g, &w);
        assert_true(w.part.score <= w.part.bound);
        sk_arena_destroy(&arena);
    }
}

static void a_score_gives_its_value_back(void **state)
{
    static const int64_t worths[] = {-499500000, -1000, -1, 0, 1, 1000, 499500000};
    static const uint32_t counts[] = {0, 1, 2, 999, 1000};
    (void)state;
    for (int out = 0; out < 5; out++)
        for (int leaderless = 0; leaderless < 5; leaderless++)
            for (int worth = 0; worth < 7; worth++) {
                sk_partition_value value = {counts[out], counts[leaderless], worths[worth]};
                sk_partition_value back = sk_partition_value_of(sk_partition_score(value));
                assert_true(compare_values(value, back) == 0);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_search_finds_the_best_from_nothing),
        cmocka_unit_test(the_search_finds_the_best_with_some_that_all_want),
        cmocka_unit_test(a_search_that_is_stopped_keeps_a_bound),
        cmocka_unit_test(building_may_stop_after_any_step),
        cmocka_unit_test(a_score_gives_its_value_back),
    };
    if (!sk_allocator_resolve(NULL, &usual))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
