/* What families would have by themselves, against every timetable. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/schedule_random.h"
#include "solve/schedule_plan.h"

enum { HIGH_MOST = 64 }; /* more than the jobs of a small round weigh together */

static schakel_allocator usual;
static round_problem r;

/* The least low part of all timetables of a round, by high part; INT64_MAX for none. */
static int64_t least_low[HIGH_MOST];
static uint32_t tried[JOBS_MOST];

static int fits_before(const sk_schedule_problem *p, uint32_t job, uint32_t choice)
{
    for (uint32_t i = 0; i < job; i++)
        if (tried[i] != SK_NONE && both_want(p, &p->choices[tried[i]], &p->choices[choice]))
            return 0;
    return 1;
}

static void try_all(const sk_schedule_problem *p, uint32_t job)
{
    if (job == p->job_count) {
        sk_cost cost = judge(p, tried);
        if (keeps_fixed(p, tried) && cost.low < least_low[cost.high])
            least_low[cost.high] = cost.low;
        return;
    }
    for (uint32_t c = p->first_choice[job]; c < p->first_choice[job + 1]; c++)
        if (fits_before(p, job, c)) {
            tried[job] = c;
            try_all(p, job + 1);
        }
    tried[job] = SK_NONE;
    try_all(p, job + 1);
}

/* By how much may be lost: the least low part of what loses no more. */
static void try_round(const sk_schedule_problem *p)
{
    for (int high = 0; high < HIGH_MOST; high++)
        least_low[high] = INT64_MAX;
    try_all(p, 0);
    for (int high = 1; high < HIGH_MOST; high++)
        if (least_low[high - 1] < least_low[high])
            least_low[high] = least_low[high - 1];
}

static round_shape draw_small_shape(uint64_t *seed)
{
    round_shape shape = {1 + draw(seed, 3), 1 + draw(seed, 7), draw(seed, 3),
                         3 + draw(seed, 5), 1 + draw(seed, 2), 1 + draw(seed, 4)};
    return shape;
}

/* What the families of a whole round would have. */
static void find(sk_wishes *wishes, sk_arena *arena)
{
    sk_plan plan;
    sk_timetable table;
    assert_int_equal(sk_plan_make(&plan, &r.problem, arena), SCHAKEL_OK);
    assert_true(sk_timetable_make(&table, &plan, arena));
    sk_part all = {.table = &table, .jobs = plan.part_jobs, .count = plan.job_count, .arena = arena};
    assert_true(sk_wishes_find(wishes, &all, arena));
}

/* Whatever may be lost, no timetable costs less; and often there is one that costs no more. */
static void no_timetable_costs_less_than_its_families_would(void **state)
{
    uint64_t checked = 0, met = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= 40 * EFFORT; seed++) {
        uint64_t s = seed;
        round_shape shape = draw_small_shape(&s);
        sk_arena arena;
        sk_wishes wishes;
        draw_round(&r, &shape, &s);
        try_round(&r.problem);
        sk_arena_init(&arena, &usual);
        find(&wishes, &arena);
        for (int high = 0; high < HIGH_MOST; high++) {
            if (least_low[high] == INT64_MAX)
                continue;
            int64_t low = sk_wishes_low(&wishes, high);
            assert_true(sk_wishes_high(&wishes) <= high);
            assert_true(low <= least_low[high]);
            checked++;
            met += low == least_low[high];
        }
        sk_arena_destroy(&arena);
    }
    assert_true(met > checked / 2);
}

/* One parent who comes for up to five talks, each with somebody else: that is what the family would have. */
static void draw_family(uint64_t *seed)
{
    begin_round(&r);
    r.problem.family_count = 1;
    r.problem.longest_wait = 10 + (int32_t)draw(seed, 30);
    r.problem.walk = 5 * (int32_t)draw(seed, 2);
    r.problem.visit_cost = draw(seed, 100);
    r.problem.wait_cost = draw(seed, 4);
    r.problem.change_cost = draw(seed, 30);
    uint32_t parent = add_resource(&r, 5 * (int32_t)draw(seed, 3));
    for (uint32_t jobs = 1 + draw(seed, 5); jobs > 0; jobs--) {
        uint32_t job = add_job(&r, 1 + draw(seed, 3), 0), choices = draw(seed, 5);
        for (uint32_t i = choices; i > 0; i--) {
            int32_t start = 5 * (int32_t)draw(seed, 30);
            add_choice(&r, start, start + 5 + 5 * (int32_t)draw(seed, 4), draw(seed, 20), parent, SK_NONE,
                       SK_NONE);
        }
        if (choices > 0 && draw_one_in(seed, 3))
            r.previous[job] = r.first_choice[job] + draw(seed, choices);
        if (choices > 0 && draw_one_in(seed, 5))
            r.fixed[job] = r.first_choice[job] + draw(seed, choices);
    }
}

static void a_family_by_itself_gets_what_it_would(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40 * EFFORT; seed++) {
        uint64_t s = seed;
        int high = 0;
        sk_arena arena;
        sk_wishes wishes;
        draw_family(&s);
        try_round(&r.problem);
        while (least_low[high] == INT64_MAX)
            high++;
        sk_arena_init(&arena, &usual);
        find(&wishes, &arena);
        assert_int_equal(sk_wishes_high(&wishes), high);
        assert_int_equal(sk_wishes_low(&wishes, high), least_low[high]);
        sk_arena_destroy(&arena);
    }
}

/* Without any effort more is lost than must be: then parts may lose what others need not. */
static void the_low_part_of_a_bad_answer_is_bounded(void **state)
{
    uint32_t loose = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= 40 * EFFORT; seed++) {
        uint64_t s = seed;
        round_shape shape = draw_small_shape(&s);
        uint32_t choice_of[JOBS_MOST];
        sk_schedule_answer answer = {.choice_of = choice_of};
        draw_round(&r, &shape, &s);
        r.problem.effort = 0;
        try_round(&r.problem);
        assert_int_equal(sk_schedule_solve(&r.problem, &usual, &answer), SCHAKEL_OK);
        assert_true(answer.low_bound <= least_low[answer.value.high]);
        loose += answer.parts > 1 && answer.bound.high < answer.value.high;
    }
    assert_true(loose > 0);
}

static int set_up(void **state)
{
    (void)state;
    return !sk_allocator_resolve(NULL, &usual);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_timetable_costs_less_than_its_families_would),
        cmocka_unit_test(a_family_by_itself_gets_what_it_would),
        cmocka_unit_test(the_low_part_of_a_bad_answer_is_bounded),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
