/* Every allocation of a flow and its branching fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "oom/failing.h"
#include "solve/certificate.h"
#include "unit/solve_random.h"

static schakel_status attempt_flow(const schakel_allocator *allocator, void *context)
{
    const small_problem *s = context;
    sk_flow flow;
    schakel_status status = sk_flow_create(&flow, &s->problem.flow, allocator);
    if (status != SCHAKEL_OK)
        return status;
    sk_flow_solve(&flow);
    sk_flow_destroy(&flow);
    return SCHAKEL_OK;
}

static schakel_status attempt_branching(const schakel_allocator *allocator, void *context)
{
    const small_problem *s = context;
    uint8_t used[MOST_ARCS];
    sk_branch_answer answer = {.used = used};
    sk_arena arena;
    sk_arena_init(&arena, allocator);
    schakel_status status = sk_branch_solve(&s->problem, 100000, &arena, &answer);
    sk_cost bound;
    if (status == SCHAKEL_OK)
        status = sk_certificate_bound(&s->problem, &answer.certificate, allocator, &bound);
    sk_arena_destroy(&arena);
    return status;
}

static void a_flow_without_memory_leaves_nothing_behind(void **state)
{
    small_problem s;
    uint64_t seed = 31;
    (void)state;
    for (int round = 0; round < 20; round++) {
        draw_problem(&s, &seed);
        assert_true(failing_every_request(attempt_flow, &s));
        assert_true(failing_every_request(attempt_branching, &s));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_flow_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
