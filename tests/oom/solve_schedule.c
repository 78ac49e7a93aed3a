/* Every allocation of a timetable fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "oom/failing.h"
#include "unit/schedule_random.h"

static round_problem r;

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    const sk_cost *expected = context;
    uint32_t choice_of[JOBS_MOST];
    sk_schedule_answer answer = {.choice_of = choice_of};
    schakel_status status = sk_schedule_solve(&r.problem, allocator, &answer);
    if (status != SCHAKEL_OK)
        return status;
    return sk_cost_equal(answer.value, *expected) && is_valid(&r.problem, choice_of) ? SCHAKEL_OK
                                                                                     : SCHAKEL_MISUSE;
}

static void check(const round_shape *shape, uint64_t seed, uint64_t effort)
{
    uint32_t choice_of[JOBS_MOST];
    sk_schedule_answer answer = {.choice_of = choice_of};
    failing never = {0, 0, 0, 0, 0};
    schakel_allocator allocator = failing_allocator(&never);
    draw_round(&r, shape, &seed);
    r.problem.effort = effort;
    assert_int_equal(sk_schedule_solve(&r.problem, &allocator, &answer), SCHAKEL_OK);
    assert_int_equal(never.live, 0);
    assert_true(never.requests > 0);
    assert_true(failing_every_request(attempt, &answer.value));
}

/* Searched, bounded in both parts and proved. */
static void a_small_round_without_memory_leaves_nothing_behind(void **state)
{
    const round_shape shape = {2, 8, 1, 6, 2, 5};
    (void)state;
    for (uint64_t seed = 1; seed < 6; seed++)
        check(&shape, seed, 20000);
}

static void a_large_round_without_memory_leaves_nothing_behind(void **state)
{
    const round_shape shape = {5, 60, 2, 12, 2, 10};
    (void)state;
    check(&shape, 3, 2000);
}

/* Another choice needs a copy of where all are. */
static schakel_status attempt_fit(const schakel_allocator *allocator, void *context)
{
    const uint32_t *choice_of = context;
    int fits = 7;
    schakel_status status =
        sk_schedule_would_fit(&r.problem, choice_of, 0, &r.choices[r.first_choice[0]], allocator, &fits);
    return status != SCHAKEL_OK || fits == 1 ? status : SCHAKEL_MISUSE;
}

static void a_question_without_memory_leaves_nothing_behind(void **state)
{
    uint32_t choice_of[] = {SK_NONE};
    (void)state;
    begin_round(&r);
    add_job(&r, 1, SK_NONE);
    add_choice(&r, 0, 10, 0, add_resource(&r, 0), SK_NONE, SK_NONE);
    assert_true(failing_every_request(attempt_fit, choice_of));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_round_without_memory_leaves_nothing_behind),
        cmocka_unit_test(a_large_round_without_memory_leaves_nothing_behind),
        cmocka_unit_test(a_question_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
