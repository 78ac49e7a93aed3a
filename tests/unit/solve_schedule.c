/* Times for talks: worked by hand, against every timetable, and large rounds against the rules. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/schedule_random.h"

/* Large rounds take long; builds that are slow try fewer of them than a tenth. */
enum { MIDDLE_ROUNDS = EFFORT == 100 ? 5000 : 200, PROVEN_ROUNDS = EFFORT == 100 ? 200 : 10 };

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
    assert_true(answer->low_bound <= answer->value.low);
    assert_int_equal(answer->optimal, sk_cost_equal(answer->value, answer->bound));
    for (uint32_t j = 0; j < p->job_count; j++)
        placed += answer->choice_of[j] != SK_NONE;
    assert_int_equal(answer->placed, placed);
}

/* -------------------------------------------------------------------- by hand */

/* A teacher who sits from 18:00 with room for so many talks of a quarter. */
static uint32_t add_teacher(int64_t hole_cost)
{
    uint32_t teacher = add_resource(&r, 0);
    add_block(&r, teacher, 1080, 1200, hole_cost);
    return teacher;
}

/* A talk of a quarter that may begin at each of some quarters after 18:00. */
static uint32_t add_talk(uint32_t family, uint32_t teacher, uint32_t parent, uint32_t first, uint32_t count)
{
    uint32_t job = add_job(&r, 1, family);
    for (uint32_t i = first; i < first + count; i++)
        add_choice(&r, 1080 + 15 * (int32_t)i, 1095 + 15 * (int32_t)i, 0, teacher, parent, SK_NONE);
    return job;
}

static int32_t start_of(const uint32_t *choice_of, uint32_t job)
{
    return r.choices[choice_of[job]].start;
}

static void nothing_to_plan_is_an_answer(void **state)
{
    uint32_t choice_of[1] = {7};
    (void)state;
    begin_round(&r);
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 0, 0);
    assert_int_equal(answer.optimal, 1);
    assert_int_equal(answer.parts, 0);
    assert_int_equal(choice_of[0], 7);
}

static void a_job_without_choices_has_no_place(void **state)
{
    uint32_t choice_of[1];
    (void)state;
    begin_round(&r);
    add_job(&r, 3, SK_NONE);
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 3, 0);
    assert_int_equal(answer.optimal, 1);
    assert_int_equal(choice_of[0], SK_NONE);
    assert_int_equal(sk_schedule_nearest(&r.problem, choice_of, 0), SK_NONE);
}

/* Fixed jobs take every time that the last one could have, so that the search has no choice of it to look at. */
static void a_job_whose_times_are_all_taken_has_no_place(void **state)
{
    uint32_t choice_of[11];
    (void)state;
    begin_round(&r);
    r.problem.family_count = 1;
    uint32_t teacher = add_teacher(0);
    uint32_t fixed = add_talk(0, teacher, SK_NONE, 4, 1);
    r.fixed[fixed] = r.first_choice[fixed];
    for (int i = 0; i < 9; i++)
        add_talk(0, teacher, SK_NONE, 0, 1);
    add_talk(0, teacher, SK_NONE, 4, 1);
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_int_equal(answer.placed, 2);
    assert_int_equal(choice_of[10], SK_NONE);
}

/* Who takes the first free quarter leaves none for who can come only then. */
static void nobody_is_left_out_because_another_came_first(void **state)
{
    uint32_t choice_of[2];
    (void)state;
    begin_round(&r);
    uint32_t teacher = add_teacher(0);
    add_talk(SK_NONE, teacher, add_resource(&r, 0), 0, 2);
    add_talk(SK_NONE, teacher, add_resource(&r, 0), 0, 1);
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 0, 0);
    assert_int_equal(start_of(choice_of, 0), 1095);
    assert_int_equal(start_of(choice_of, 1), 1080);
}

static void who_weighs_more_goes_first(void **state)
{
    uint32_t choice_of[2];
    (void)state;
    begin_round(&r);
    uint32_t teacher = add_teacher(0);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 1);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 1);
    r.unplaced[1] = 2;
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 1, 0);
    assert_int_equal(choice_of[0], SK_NONE);
    assert_int_equal(answer.optimal, 1);
}

/*
 * Two children with two teachers, and a parent who needs 10 minutes to walk. Right after each other is too near; a
 * quarter between costs 5 minutes of waiting.
 */
static void S9_brothers_and_sisters_are_on_one_visit(void **state)
{
    uint32_t choice_of[2];
    (void)state;
    begin_round(&r);
    uint32_t parent, one = add_teacher(0), other = add_teacher(0);
    parent = add_resource(&r, 10);
    r.problem.family_count = 1;
    r.problem.longest_wait = 30;
    r.problem.walk = 10;
    r.problem.visit_cost = 100;
    r.problem.wait_cost = 2;
    add_talk(0, one, parent, 0, 8);
    add_talk(0, other, parent, 4, 1);
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 0, 2 * 5);
    assert_int_equal(answer.visits, 1);
    assert_int_equal(answer.wait_minutes, 5);
    assert_int_equal(abs(start_of(choice_of, 0) - start_of(choice_of, 1)), 30);
}

/* Worth two visits rather than two hours of waiting. */
static void S9_a_long_wait_is_a_second_visit(void **state)
{
    uint32_t choice_of[2];
    (void)state;
    begin_round(&r);
    uint32_t teacher = add_teacher(0);
    r.problem.family_count = 1;
    r.problem.longest_wait = 30;
    r.problem.visit_cost = 100;
    add_talk(0, teacher, SK_NONE, 0, 1);
    add_talk(0, teacher, SK_NONE, 7, 1);
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 0, 100);
    assert_int_equal(answer.visits, 2);
    assert_int_equal(answer.wait_minutes, 0);
}

/* Three talks in eight quarters, the first and the fourth fixed by when their parents can come. */
static void a_teacher_has_no_idle_time_that_can_be_missed(void **state)
{
    uint32_t choice_of[3];
    (void)state;
    begin_round(&r);
    uint32_t teacher = add_teacher(3);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 1);
    add_talk(SK_NONE, teacher, SK_NONE, 3, 1);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 8);
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 0, 3 * 15);
    assert_int_equal(answer.hole_minutes, 15);
}

/* One interpreter for talks with two teachers at the same time. */
static void S9_an_interpreter_is_in_one_talk_at_a_time(void **state)
{
    uint32_t choice_of[2];
    (void)state;
    begin_round(&r);
    uint32_t one = add_teacher(0), other = add_teacher(0), interpreter = add_resource(&r, 0);
    for (uint32_t i = 0; i < 2; i++) {
        add_job(&r, 1, SK_NONE);
        for (int32_t k = 0; k < 2; k++)
            add_choice(&r, 1080 + 20 * k, 1110 + 20 * k, k, i == 0 ? one : other, interpreter, SK_NONE);
    }
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 1, 0);
    assert_int_equal(answer.optimal, 1);
    add_choice(&r, 1110, 1140, 7, other, interpreter, SK_NONE);
    answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 0, 7);
}

/* The second is as good for all but the one who would have to be told. */
static void what_was_told_before_stays(void **state)
{
    uint32_t choice_of[3];
    (void)state;
    begin_round(&r);
    uint32_t teacher = add_teacher(0);
    r.problem.change_cost = 5;
    for (uint32_t i = 0; i < 3; i++)
        add_talk(SK_NONE, teacher, SK_NONE, 0, 8);
    r.previous[0] = r.first_choice[0] + 6;
    r.previous[1] = r.first_choice[1] + 2;
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 0, 0);
    assert_int_equal(answer.changed, 0);
    r.previous[2] = r.first_choice[2] + 2;
    answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 0, 5);
    assert_int_equal(answer.changed, 1);
}

static void fixed_jobs_stay_and_of_two_that_clash_the_first(void **state)
{
    uint32_t choice_of[3];
    (void)state;
    begin_round(&r);
    uint32_t teacher = add_teacher(0);
    for (uint32_t i = 0; i < 3; i++)
        add_talk(SK_NONE, teacher, SK_NONE, 0, 3);
    r.unplaced[2] = 50;
    r.fixed[0] = r.first_choice[0] + 1;
    r.fixed[1] = r.first_choice[1] + 1;
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 1, 0);
    assert_int_equal(choice_of[0], r.fixed[0]);
    assert_int_equal(choice_of[1], SK_NONE);
    assert_int_not_equal(choice_of[2], SK_NONE);
}

static void costs_that_might_not_fit_are_refused(void **state)
{
    uint32_t choice_of[2];
    sk_schedule_answer answer = {.choice_of = choice_of};
    (void)state;
    begin_round(&r);
    uint32_t teacher = add_teacher(0);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 2);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 2);
    r.choices[0].cost = INT64_C(1) << 30;
    r.unplaced[0] = INT64_C(1) << 30;
    assert_int_equal(sk_schedule_solve(&r.problem, &usual, &answer), SCHAKEL_TOO_LARGE);
    r.choices[0].cost = INT64_MAX;
    r.unplaced[0] = 1;
    assert_int_equal(sk_schedule_solve(&r.problem, &usual, &answer), SCHAKEL_TOO_LARGE);
    r.choices[0].cost = 0;
    r.problem.wait_cost = INT64_MAX;
    r.problem.longest_wait = 2;
    assert_int_equal(sk_schedule_solve(&r.problem, &usual, &answer), SCHAKEL_TOO_LARGE);
}

/* ---------------------------------------------------------------- in the way */

/* 0 and 1 sit with a teacher at the first two quarters, and 2 finds both taken; the parent of 2 is also in 3. */
static uint32_t make_crowd(void)
{
    begin_round(&r);
    uint32_t teacher = add_teacher(0), other = add_teacher(0), parent = add_resource(&r, 0);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 2);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 2);
    add_talk(SK_NONE, teacher, parent, 0, 2);
    add_talk(SK_NONE, other, parent, 1, 1);
    r.unplaced[0] = 2;
    return parent;
}

static void what_is_in_the_way_is_told(void **state)
{
    uint32_t parent = make_crowd();
    uint32_t choice_of[] = {r.first_choice[0], r.first_choice[1] + 1, SK_NONE, r.first_choice[3]};
    sk_schedule_blocker blockers[4];
    (void)state;
    const sk_schedule_choice *second = &r.choices[r.first_choice[2] + 1];
    assert_int_equal(sk_schedule_blockers(&r.problem, choice_of, 2, second, blockers, 4), 2);
    assert_int_equal(blockers[0].job, 1);
    assert_int_equal(blockers[0].resource, 0);
    assert_int_equal(blockers[1].job, 3);
    assert_int_equal(blockers[1].resource, parent);
    assert_int_equal(sk_schedule_blockers(&r.problem, choice_of, 2, second, NULL, 0), 2);
    /* The first quarter has weight 2 in the way, and the second 1 and 1; then the order decides, or what is fixed. */
    assert_int_equal(sk_schedule_nearest(&r.problem, choice_of, 2), r.first_choice[2]);
    r.fixed[0] = r.first_choice[0];
    assert_int_equal(sk_schedule_nearest(&r.problem, choice_of, 2), r.first_choice[2] + 1);
    r.fixed[0] = SK_NONE;
    r.unplaced[0] = 3;
    assert_int_equal(sk_schedule_nearest(&r.problem, choice_of, 2), r.first_choice[2] + 1);
}

static void S9_what_an_hour_more_would_do_is_told(void **state)
{
    uint32_t choice_of[4];
    int fits = 7;
    (void)state;
    make_crowd();
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_int_equal(answer.placed, 3);
    uint32_t out = 0;
    while (choice_of[out] != SK_NONE)
        out++;
    /* If the teacher also sat at the third quarter. */
    sk_schedule_choice more = r.choices[r.first_choice[out]];
    more.start = 1110;
    more.end = 1125;
    assert_int_equal(sk_schedule_would_fit(&r.problem, choice_of, out, &more, &usual, &fits), SCHAKEL_OK);
    assert_int_equal(fits, 1);
    /* Not if it were at the first. */
    more = r.choices[r.first_choice[out]];
    assert_int_equal(sk_schedule_would_fit(&r.problem, choice_of, out, &more, &usual, &fits), SCHAKEL_OK);
    assert_int_equal(fits, 0);
}

static void what_is_in_the_way_may_move(void **state)
{
    uint32_t choice_of[] = {SK_NONE, SK_NONE};
    int fits = 7;
    (void)state;
    begin_round(&r);
    uint32_t teacher = add_teacher(0);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 2);
    add_talk(SK_NONE, teacher, SK_NONE, 0, 1);
    choice_of[0] = r.first_choice[0];
    const sk_schedule_choice *wanted = &r.choices[r.first_choice[1]];
    assert_int_equal(sk_schedule_would_fit(&r.problem, choice_of, 1, wanted, &usual, &fits), SCHAKEL_OK);
    assert_int_equal(fits, 1);
    assert_int_equal(choice_of[0], r.first_choice[0]);
    r.fixed[0] = r.first_choice[0];
    assert_int_equal(sk_schedule_would_fit(&r.problem, choice_of, 1, wanted, &usual, &fits), SCHAKEL_OK);
    assert_int_equal(fits, 0);
}

/* ------------------------------------------------------------------- brute */

typedef struct brute {
    const sk_schedule_problem *p;
    uint32_t choice_of[JOBS_MOST];
    sk_cost best;
    int is_last[JOBS_MOST];             /* of its family */
    sk_cost least_after[JOBS_MOST + 1]; /* what a job and those after it cost by themselves at least */
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

static round_shape draw_small_shape(uint64_t *seed)
{
    round_shape shape = {1 + draw(seed, 3), 1 + draw(seed, 7), draw(seed, 3),
                         3 + draw(seed, 5), 1 + draw(seed, 2), 1 + draw(seed, 4)};
    return shape;
}

static void small_rounds_are_solved_as_well_as_can_be(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40 * EFFORT; seed++) {
        uint64_t s = seed;
        round_shape shape = draw_small_shape(&s);
        uint32_t choice_of[JOBS_MOST];
        draw_round(&r, &shape, &s);
        sk_schedule_answer answer = solve(&r, choice_of);
        brute b = {.p = &r.problem, .best = {INT64_MAX, INT64_MAX}};
        try_all(&b, 0);
        check(&r, &answer);
        assert_cost(answer.value, b.best.high, b.best.low);
        assert_int_equal(answer.optimal, 1);
    }
}

static void see_last(brute *b)
{
    for (uint32_t j = 0; j < b->p->job_count; j++) {
        b->is_last[j] = b->p->family[j] != SK_NONE;
        for (uint32_t i = j + 1; i < b->p->job_count; i++)
            b->is_last[j] &= b->p->family[i] != b->p->family[j];
    }
}

/* What the jobs before one cost at least: families whose jobs are all there, and holes when all jobs are, are later. */
static sk_cost cost_so_far(const brute *b, uint32_t end)
{
    sk_cost cost = {0, 0};
    for (uint32_t j = 0; j < end; j++) {
        if (b->choice_of[j] == SK_NONE)
            cost.high += b->p->unplaced[j];
        else
            cost.low += b->p->choices[b->choice_of[j]].cost;
        if (b->p->previous[j] != SK_NONE && b->choice_of[j] != b->p->previous[j])
            cost.low += b->p->change_cost;
        if (b->is_last[j])
            cost.low += judge_family(b->p, b->choice_of, b->p->family[j]);
    }
    return cost;
}

static sk_cost least_alone(const sk_schedule_problem *p, uint32_t job)
{
    sk_cost least = {p->unplaced[job], 0};
    for (uint32_t c = p->first_choice[job]; c < p->first_choice[job + 1]; c++) {
        int64_t low = p->choices[c].cost;
        if (p->previous[job] != SK_NONE && p->previous[job] != c)
            low += p->change_cost;
        if (least.high > 0 || low < least.low)
            least = (sk_cost){0, low};
    }
    return least;
}

/* Try all that may be better than the best so far. */
static void try_better(brute *b, uint32_t job)
{
    for (uint32_t j = job; j < b->p->job_count; j++)
        b->choice_of[j] = SK_NONE;
    if (!sk_cost_less(sk_cost_add(cost_so_far(b, job), b->least_after[job]), b->best))
        return;
    if (job == b->p->job_count) {
        if (keeps_fixed(b->p, b->choice_of) && sk_cost_less(judge(b->p, b->choice_of), b->best))
            b->best = judge(b->p, b->choice_of);
        return;
    }
    for (uint32_t c = b->p->first_choice[job]; c < b->p->first_choice[job + 1]; c++)
        if (fits_before(b, job, c)) {
            b->choice_of[job] = c;
            try_better(b, job + 1);
        }
    b->choice_of[job] = SK_NONE;
    try_better(b, job + 1);
}

/* Nothing better is found by trying all that may be better than the answer. */
static void rounds_of_ten_to_fourteen_are_proven(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= PROVEN_ROUNDS; seed++) {
        uint64_t s = seed;
        round_shape shape = {2 + draw(&s, 3), 10 + draw(&s, 5), draw(&s, 3), 8, 2, 3};
        uint32_t choice_of[JOBS_MOST];
        draw_round(&r, &shape, &s);
        r.problem.effort = 20000000;
        sk_schedule_answer answer = solve(&r, choice_of);
        check(&r, &answer);
        assert_int_equal(answer.optimal, 1);
        brute b = {.p = &r.problem, .best = answer.value};
        see_last(&b);
        for (uint32_t j = r.problem.job_count; j-- > 0;)
            b.least_after[j] = sk_cost_add(b.least_after[j + 1], least_alone(&r.problem, j));
        try_better(&b, 0);
        assert_cost(answer.value, b.best.high, b.best.low);
    }
}

/* --------------------------------------------------------------------- large */

/* Two interpreters have time for eight talks, and ten need them; too many jobs to try all. */
static void S9_that_interpreters_are_short_is_proven(void **state)
{
    uint32_t choice_of[JOBS_MOST];
    (void)state;
    begin_round(&r);
    uint32_t interpreters[] = {add_resource(&r, 0), add_resource(&r, 0)}, teachers[5];
    for (uint32_t t = 0; t < 5; t++)
        teachers[t] = add_teacher(0);
    for (uint32_t j = 0; j < 10; j++) {
        add_job(&r, 1, SK_NONE);
        for (int32_t k = 0; k < 7; k++)
            for (uint32_t i = 0; i < 2; i++)
                add_choice(&r, 1080 + 15 * k, 1110 + 15 * k, 0, teachers[j % 5], interpreters[i], SK_NONE);
    }
    for (uint32_t j = 0; j < 20; j++)
        add_talk(SK_NONE, teachers[j % 5], SK_NONE, 0, 8);
    for (uint32_t j = 0; j < 12; j++)
        add_talk(SK_NONE, interpreters[0], SK_NONE, 8, 20);
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.value, 2, 0);
    assert_cost(answer.bound, 2, 0);
    assert_int_equal(answer.parts, 1);
}

/*
 * Two teachers who share 118 talks have 48 quarters of an hour. Twelve talks weigh more, six of those take half an hour:
 * all twelve have a place beside thirty of a quarter, which is 66 of a weight of 142.
 */
static void S9_that_teachers_who_share_are_short_is_proven(void **state)
{
    uint32_t choice_of[JOBS_MOST];
    (void)state;
    begin_round(&r);
    uint32_t teachers[] = {add_resource(&r, 0), add_resource(&r, 0)};
    for (int32_t j = 0; j < 118; j++) {
        int32_t quarters = j % 4 == 0 ? 2 : 1;
        add_job(&r, j % 10 == 0 ? 3 : 1, SK_NONE);
        for (int32_t k = 0; k + quarters <= 24; k++)
            for (uint32_t t = 0; t < 2; t++)
                add_choice(&r, 960 + 15 * k, 960 + 15 * (k + quarters), 0, teachers[t], SK_NONE, SK_NONE);
    }
    sk_schedule_answer answer = solve(&r, choice_of);
    check(&r, &answer);
    assert_cost(answer.bound, 142 - 66, 0);
    assert_cost(answer.value, 142 - 66, 0);
}

static round_shape draw_middle_shape(uint64_t *seed)
{
    round_shape shape = {4 + draw(seed, 5), 40 + draw(seed, 41), draw(seed, 4), 15 + draw(seed, 30), 3,
                         8 + draw(seed, 25)};
    return shape;
}

static void rounds_of_any_size_keep_to_the_rules(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= MIDDLE_ROUNDS; seed++) {
        uint64_t s = seed;
        round_shape shape = draw_middle_shape(&s);
        uint32_t choice_of[JOBS_MOST];
        draw_round(&r, &shape, &s);
        r.problem.effort = draw(&s, 20000);
        if (r.problem.family_count > 0 && draw_one_in(&s, 20))
            memset(r.family, 0, sizeof r.family);
        sk_schedule_answer answer = solve(&r, choice_of);
        check(&r, &answer);
    }
}

/* No effort at all, and all the effort there is, have bounds that hold for each other. */
static void with_little_effort_the_best_lies_between_value_and_bound(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= EFFORT; seed++) {
        uint64_t s = seed;
        round_shape shape = {3, 12, 1, 10, 2, 5};
        uint32_t choice_of[JOBS_MOST];
        draw_round(&r, &shape, &s);
        r.problem.effort = 20000000;
        sk_schedule_answer best = solve(&r, choice_of);
        assert_int_equal(best.optimal, 1);
        for (r.problem.effort = 0; r.problem.effort < 1000; r.problem.effort = 10 * r.problem.effort + 1) {
            sk_schedule_answer answer = solve(&r, choice_of);
            check(&r, &answer);
            assert_false(sk_cost_less(answer.value, best.value));
            assert_false(sk_cost_less(best.value, answer.bound));
            assert_true(answer.effort_spent <= r.problem.effort);
        }
    }
}

static void the_same_round_has_the_same_answer(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= EFFORT / 2; seed++) {
        uint64_t s = seed;
        round_shape shape = draw_middle_shape(&s);
        uint32_t one[JOBS_MOST], other[JOBS_MOST];
        draw_round(&r, &shape, &s);
        sk_schedule_answer first = solve(&r, one), second = solve(&r, other);
        assert_memory_equal(one, other, r.problem.job_count * sizeof *one);
        assert_cost(second.bound, first.bound.high, first.bound.low);
        assert_int_equal(first.effort_spent, second.effort_spent);
    }
}

/* The last job first, and its last choice. Fixed jobs that clash are settled by order, so there are none. */
static void turn_round(round_problem *to, const round_problem *from)
{
    const sk_schedule_problem *p = &from->problem;
    *to = *from;
    to->problem.first_choice = to->first_choice;
    to->problem.unplaced = to->unplaced;
    to->problem.family = to->family;
    to->problem.previous = to->previous;
    to->problem.choices = to->choices;
    to->problem.fixed = NULL;
    for (uint32_t job = 0, choice = 0; job < p->job_count; job++) {
        uint32_t old = p->job_count - 1 - job;
        to->unplaced[job] = from->unplaced[old];
        to->family[job] = from->family[old];
        to->previous[job] = SK_NONE;
        for (uint32_t c = from->first_choice[old + 1]; c-- > from->first_choice[old]; choice++) {
            to->choices[choice] = from->choices[c];
            if (from->previous[old] == c)
                to->previous[job] = choice;
        }
        to->first_choice[job + 1] = choice;
    }
}

static void the_order_of_jobs_changes_no_best_value(void **state)
{
    static round_problem turned;
    (void)state;
    for (uint64_t seed = 1; seed <= 10 * EFFORT; seed++) {
        uint64_t s = seed;
        round_shape shape = draw_small_shape(&s);
        uint32_t choice_of[JOBS_MOST];
        draw_round(&r, &shape, &s);
        r.problem.fixed = NULL;
        turn_round(&turned, &r);
        sk_schedule_answer one = solve(&r, choice_of), other = solve(&turned, choice_of);
        assert_int_equal(one.optimal, 1);
        assert_int_equal(other.optimal, 1);
        assert_cost(one.value, other.value.high, other.value.low);
    }
}

/* Minutes may count from any moment, such as 1970. */
static void when_minutes_begin_changes_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= EFFORT; seed++) {
        uint64_t s = seed;
        round_shape shape = {3, 12, 1, 10, 2, 5};
        uint32_t one[JOBS_MOST], other[JOBS_MOST];
        draw_round(&r, &shape, &s);
        sk_schedule_answer before = solve(&r, one);
        for (uint32_t c = 0; c < r.first_choice[r.problem.job_count]; c++) {
            r.choices[c].start += 30000000;
            r.choices[c].end += 30000000;
        }
        for (uint32_t b = 0; b < r.problem.block_count; b++) {
            r.blocks[b].from += 30000000;
            r.blocks[b].to += 30000000;
        }
        sk_schedule_answer after = solve(&r, other);
        assert_memory_equal(one, other, r.problem.job_count * sizeof *one);
        assert_cost(after.bound, before.bound.high, before.bound.low);
    }
}

/* ------------------------------------------------------------------- changes */

/* Take away one in so many of the choices that are had; those jobs have no previous choice then. */
static uint32_t take_away_choices(round_problem *round, const uint32_t *choice_of, uint32_t chance,
                                  uint64_t *seed)
{
    uint32_t kept = 0, taken = 0;
    for (uint32_t job = 0; job < round->problem.job_count; job++) {
        uint32_t first = round->first_choice[job];
        int is_taken = choice_of[job] != SK_NONE && draw(seed, chance) == 0;
        round->first_choice[job] = kept;
        round->previous[job] = round->fixed[job] = SK_NONE;
        taken += (uint32_t)is_taken;
        for (uint32_t c = first; c < round->first_choice[job + 1]; c++) {
            if (c == choice_of[job] && is_taken)
                continue;
            if (c == choice_of[job])
                round->previous[job] = kept;
            round->choices[kept++] = round->choices[c];
        }
    }
    round->first_choice[round->problem.job_count] = kept;
    return taken;
}

static uint32_t count_changes(const round_problem *round, const uint32_t *choice_of)
{
    uint32_t count = 0;
    for (uint32_t job = 0; job < round->problem.job_count; job++)
        count += round->previous[job] != SK_NONE && choice_of[job] != round->previous[job];
    return count;
}

/* Some times fall away, time and again: others are told as little as can be. */
static void a_changed_round_changes_little(void **state)
{
    uint32_t lost = 0, repaired = 0, anew = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= EFFORT; seed++) {
        uint64_t s = seed;
        round_shape shape = draw_middle_shape(&s);
        uint32_t choice_of[JOBS_MOST], other[JOBS_MOST];
        draw_round(&r, &shape, &s);
        solve(&r, choice_of);
        for (int change = 0; change < 3; change++) {
            lost += take_away_choices(&r, choice_of, 15, &s);
            r.problem.change_cost = 0;
            r.problem.previous = NULL;
            solve(&r, other);
            anew += count_changes(&r, other);
            r.problem.previous = r.previous;
            r.problem.change_cost = 1000;
            if (draw(&s, 2) == 0)
                for (uint32_t job = 0; job < r.problem.job_count; job += 5)
                    r.fixed[job] = r.previous[job];
            sk_schedule_answer answer = solve(&r, choice_of);
            check(&r, &answer);
            assert_int_equal(answer.changed, count_changes(&r, choice_of));
            repaired += answer.changed;
        }
    }
    assert_true(lost > 0);
    assert_true(repaired < lost);
    assert_true(repaired * 5 < anew);
}

static int set_up(void **state)
{
    (void)state;
    return !sk_allocator_resolve(NULL, &usual);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_plan_is_an_answer),
        cmocka_unit_test(a_job_without_choices_has_no_place),
        cmocka_unit_test(a_job_whose_times_are_all_taken_has_no_place),
        cmocka_unit_test(nobody_is_left_out_because_another_came_first),
        cmocka_unit_test(who_weighs_more_goes_first),
        cmocka_unit_test(S9_brothers_and_sisters_are_on_one_visit),
        cmocka_unit_test(S9_a_long_wait_is_a_second_visit),
        cmocka_unit_test(a_teacher_has_no_idle_time_that_can_be_missed),
        cmocka_unit_test(S9_an_interpreter_is_in_one_talk_at_a_time),
        cmocka_unit_test(what_was_told_before_stays),
        cmocka_unit_test(fixed_jobs_stay_and_of_two_that_clash_the_first),
        cmocka_unit_test(costs_that_might_not_fit_are_refused),
        cmocka_unit_test(what_is_in_the_way_is_told),
        cmocka_unit_test(S9_what_an_hour_more_would_do_is_told),
        cmocka_unit_test(what_is_in_the_way_may_move),
        cmocka_unit_test(small_rounds_are_solved_as_well_as_can_be),
        cmocka_unit_test(rounds_of_ten_to_fourteen_are_proven),
        cmocka_unit_test(S9_that_interpreters_are_short_is_proven),
        cmocka_unit_test(S9_that_teachers_who_share_are_short_is_proven),
        cmocka_unit_test(rounds_of_any_size_keep_to_the_rules),
        cmocka_unit_test(with_little_effort_the_best_lies_between_value_and_bound),
        cmocka_unit_test(the_same_round_has_the_same_answer),
        cmocka_unit_test(the_order_of_jobs_changes_no_best_value),
        cmocka_unit_test(when_minutes_begin_changes_nothing),
        cmocka_unit_test(a_changed_round_changes_little),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
