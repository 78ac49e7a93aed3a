/* Solving part by part, and what came out. */
#include "solve/schedule_plan.h"

typedef struct solver {
    const schakel_allocator *allocator;
    sk_schedule_answer *answer;
    sk_plan plan;
    sk_timetable table;
    uint32_t *best;      /* of each job, in the plan */
    sk_wishes *wishes;   /* of each part */
    int64_t *least_high; /* of each part, what has no place at least */
} solver;

enum {
    SMALL = 40,         /* jobs; such parts are proved */
    SMALL_EFFORT = 4000 /* for each job, before the proof */
};

/* ----------------------------------------------------------------- one part */

static int work_at_part(sk_part *part, sk_arena *lasting)
{
    if (!sk_wishes_find(part->wishes, part, lasting) || !sk_part_build(part))
        return 0;
    int64_t high = sk_wishes_high(part->wishes);
    part->bound = high * part->table->plan->unit + sk_wishes_low(part->wishes, high);
    if (part->cost == part->bound)
        return 1;
    if (part->count > SMALL)
        return sk_part_search(part, part->effort) && sk_part_bound(part);
    uint64_t first = (uint64_t)part->count * SMALL_EFFORT;
    return sk_part_search(part, first < part->effort / 2 ? first : part->effort / 2) && sk_part_bound(part) &&
           sk_part_prove(part, part->effort / 2) && sk_part_search(part, part->effort);
}

static sk_cost split_cost(const sk_plan *plan, int64_t cost)
{
    return (sk_cost){cost / plan->unit, cost % plan->unit};
}

static int solve_part(solver *s, uint32_t number, const uint32_t *jobs, uint32_t count, uint64_t effort,
                      sk_arena *lasting)
{
    sk_arena arena;
    sk_arena_init(&arena, s->allocator);
    sk_part part = {.table = &s->table,
                    .jobs = jobs,
                    .count = count,
                    .choice_count = sk_plan_count_choices(&s->plan, jobs, count),
                    .best = s->best,
                    .effort = effort,
                    .wishes = &s->wishes[number],
                    .arena = &arena};
    int complete = work_at_part(&part, lasting);
    sk_arena_destroy(&arena);
    if (!complete)
        return 0;
    s->least_high[number] = part.bound / s->plan.unit;
    s->answer->value = sk_cost_add(s->answer->value, split_cost(&s->plan, part.cost));
    s->answer->bound = sk_cost_add(s->answer->bound, split_cost(&s->plan, part.bound));
    s->answer->effort_spent += effort - part.effort;
    return 1;
}

/* Effort is shared by how many choices there are; what a part doesn't need is for those after it. */
static int solve_parts(solver *s, sk_arena *arena)
{
    const sk_plan *plan = &s->plan;
    uint64_t left = plan->problem->effort, choices_left = plan->choice_count;
    for (uint32_t p = 0, first = 0; p < plan->part_count; first = plan->part_end[p++]) {
        uint32_t count = plan->part_end[p] - first;
        uint64_t choices = sk_plan_count_choices(plan, plan->part_jobs + first, count);
        uint64_t effort =
            choices_left == 0 ? 0 : (uint64_t)((double)left * (double)choices / (double)choices_left);
        uint64_t before = s->answer->effort_spent;
        if (!solve_part(s, p, plan->part_jobs + first, count, effort < left ? effort : left, arena))
            return 0;
        left -= s->answer->effort_spent - before;
        choices_left -= choices;
    }
    return 1;
}

/* ------------------------------------------------------------------- answer */

/*
 * The low part of what loses no more than the answer does. Where that may be more than must be, a part may lose all
 * of the difference.
 */
static int64_t bound_low(const solver *s)
{
    int64_t spare = s->answer->value.high - s->answer->bound.high, low = 0;
    if (spare == 0)
        return s->answer->bound.low;
    for (uint32_t p = 0; p < s->plan.part_count; p++)
        low += sk_wishes_low(&s->wishes[p], s->least_high[p] + spare);
    return low;
}

static void count_jobs(const solver *s)
{
    const sk_schedule_problem *problem = s->plan.problem;
    sk_schedule_answer *answer = s->answer;
    for (uint32_t job = 0; job < problem->job_count; job++) {
        uint32_t choice = s->best[job];
        answer->choice_of[job] = choice == SK_NONE ? SK_NONE : s->plan.choices[choice].number;
        answer->placed += choice != SK_NONE;
        answer->changed += problem->previous != NULL && problem->previous[job] != SK_NONE &&
                           answer->choice_of[job] != problem->previous[job];
    }
}

static void count_minutes(const solver *s)
{
    for (uint32_t f = 0; f < s->plan.problem->family_count; f++) {
        sk_visits visits = sk_timetable_visits(&s->table, f);
        s->answer->visits += visits.count;
        s->answer->wait_minutes += visits.wait;
    }
    for (uint32_t r = 0; r < s->plan.problem->resource_count; r++)
        s->answer->hole_minutes += sk_timetable_hole_minutes(&s->table, r);
}

static schakel_status solve(solver *s, const sk_schedule_problem *problem, sk_arena *arena)
{
    schakel_status status = sk_plan_make(&s->plan, problem, arena);
    if (status != SCHAKEL_OK)
        return status;
    s->best = sk_arena_array(arena, problem->job_count, sizeof *s->best, 0xff);
    s->wishes = sk_arena_array(arena, s->plan.part_count, sizeof *s->wishes, 0);
    s->least_high = sk_arena_array(arena, s->plan.part_count, sizeof *s->least_high, 0);
    if (s->best == NULL || s->wishes == NULL || s->least_high == NULL ||
        !sk_timetable_make(&s->table, &s->plan, arena) || !solve_parts(s, arena))
        return SCHAKEL_NO_MEMORY;
    s->answer->low_bound = bound_low(s);
    s->answer->parts = s->plan.part_count;
    s->answer->optimal = sk_cost_equal(s->answer->value, s->answer->bound);
    count_jobs(s);
    count_minutes(s);
    return SCHAKEL_OK;
}

schakel_status sk_schedule_solve(const sk_schedule_problem *problem, const schakel_allocator *allocator,
                                 sk_schedule_answer *answer)
{
    solver s = {.allocator = allocator, .answer = answer};
    sk_arena arena;
    *answer = (sk_schedule_answer){.choice_of = answer->choice_of};
    sk_arena_init(&arena, allocator);
    schakel_status status = solve(&s, problem, &arena);
    sk_arena_destroy(&arena);
    return status;
}
