/* Every allocation of a division fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "oom/failing.h"
#include "unit/solve_groups.h"

/* What comes out when there is memory enough. */
typedef struct expected {
    group_problem *problem;
    sk_partition_value value;
} expected;

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    const expected *e = context;
    uint32_t group_of[GROUP_ITEMS_MAX];
    sk_partition_answer answer = {.group_of = group_of};
    if (!sk_partition_solve(&e->problem->problem, allocator, &answer))
        return SCHAKEL_NO_MEMORY;
    return compare_values(answer.value, e->value) == 0 ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

static void check(group_problem *g, uint32_t least_nodes)
{
    uint32_t group_of[GROUP_ITEMS_MAX];
    sk_partition_answer answer = {.group_of = group_of};
    failing never = {0, 0, 0, 0, 0};
    schakel_allocator allocator = failing_allocator(&never);
    assert_int_equal(sk_partition_solve(&g->problem, &allocator, &answer), 1);
    assert_int_equal(never.live, 0);
    assert_true(answer.nodes >= least_nodes);
    expected e = {g, answer.value};
    assert_true(failing_every_request(attempt, &e));
}

/* Two parts of twelve, each with a label of its own, and both are searched. */
static void a_division_without_memory_leaves_nothing_behind(void **state)
{
    group_problem g;
    uint64_t seed = 21;
    (void)state;
    make_problem(&g, 24, 3, 5);
    g.problem.leader = g.leader;
    for (uint32_t i = 0; i < 24; i++) {
        g.labels[i] = i % 2 == 0 ? 1 : 2;
        g.leader[i] = i % 5 == 0;
        for (uint32_t j = 0; j < i; j++)
            set_worth(&g, i, j, (int32_t)draw(&seed, 2001) - 1000);
    }
    g.problem.effort = 400;
    check(&g, 200);
}

static void nothing_to_divide_takes_little(void **state)
{
    group_problem g;
    (void)state;
    make_problem(&g, 0, 2, 3);
    check(&g, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_division_without_memory_leaves_nothing_behind),
        cmocka_unit_test(nothing_to_divide_takes_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
