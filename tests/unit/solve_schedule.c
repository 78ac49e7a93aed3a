/* Times for talks: worked by hand, against every timetable, and large rounds against the rules. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/effort.h"
#include "unit/schedule_random.h"

static schakel_allocator usual;
static round_problem r;

/* -------------------------------------------------------------------- checks */

static sk_schedule_answer solve(const round_problem *round, uint32_t *choice_of)
{
    sk_schedule_answer answer = {.choice_of = choice_of};
    assert_int_equal(sk_schedule_solve(&round->problem, &usual, &answer), SCHAKEL_OK);
    return answer;
}

static void assert_cost(sk_cost cost, int64_t high, int64_t low)
{
    assert_int_equal(cost.high, high);
    assert_int_equal(cost.low, low);
}

/* Does an answer keep to the rules, and is all it says true? */
static void check(const round_problem *round, const sk_schedule_answer *answer)
{
    const sk_schedule_problem *p = &round->problem;
    uint32_t placed = 0;
    assert_true(is_valid(p, answer->choice_of));
    sk_cost cost = judge(p, answer->choice_of);
    assert_cost(answer->value, cost.high, cost.low);
    assert_false(sk_cost_less(answer->value, answer->bound));
    assert_int_equal(answer->optimal, sk_cost_equal(answer->value, answer->bound));
    for (uint32_t j = 0; j < p->job_count; j++)
        placed += answer->choice_of[j] != SK_NONE;
    assert_int_equal(answer->placed, placed);
}

/* ------------------------------------------------------------------- brute */

typedef struct brute {
    const sk_schedule_problem *p;
    uint32_t choice_of[JOBS_MOST];
    sk_cost best;
} brute;

static int fits_before(const brute *b, uint32_t job, uint32_t choice)
{
    for (uint32_t i = 0; i < job; i++)
        if (b->choice_of[i] != SK_NONE &&
            both_want(b->p, &b->p->choices[b->choice_of[i]], &b->p->choices[choice]))
            return 0;
    return 1;
}

static void try_all(brute *b, uint32_t job)
{
    if (job == b->p->job_count) {
        if (keeps_fixed(b->p, b->choice_of)) {
            sk_cost cost = judge(b->p, b->choice_of);
            if (sk_cost_less(cost, b->best))
                b->best = cost;
        }
        return;
    }
    for (uint32_t c = b->p->first_choice[job]; c < b->p->first_choice[job + 1]; c++)
        if (fits_before(b, job, c)) {
            b->choice_of[job] = c;
            try_all(b, job + 1);
        }
    b->choice_of[job] = SK_NONE;
    try_all(b, job + 1);
}

static void small_rounds_are_solved_as_well_as_can_be(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60 * EFFORT; seed++) {
        uint64_t s = seed;
        round_shape shape = {1 + draw(&s, 3), 1 + draw(&s, 6), draw(&s, 3),
                             3 + draw(&s, 5), 1 + draw(&s, 2), 1 + draw(&s, 4)};
        uint32_t choice_of[JOBS_MOST];
        draw_round(&r, &shape, &s);
        sk_schedule_answer answer = solve(&r, choice_of);
        brute b = {.p = &r.problem, .best = {INT64_MAX, INT64_MAX}};
        try_all(&b, 0);
        check(&r, &answer);
        if (!sk_cost_equal(b.best, answer.value) || !answer.optimal)
            printf("seed %d: best %d,%d found %d,%d bound %d,%d\n", (int)seed, (int)b.best.high,
                   (int)b.best.low, (int)answer.value.high, (int)answer.value.low, (int)answer.bound.high,
                   (int)answer.bound.low);
        assert_cost(answer.value, b.best.high, b.best.low);
        assert_true(answer.optimal);
    }
}

static int set_up(void **state)
{
    (void)state;
    return !sk_allocator_resolve(NULL, &usual);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_rounds_are_solved_as_well_as_can_be),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
