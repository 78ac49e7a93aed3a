/* Giving the talks a time: those that have choices are put to solve/schedule.h. */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "talks/timetable.h"

enum { EFFORT_UNIT = 40 }; /* choices to look at for each talk */

/* The talks that have choices, as jobs. What a schedule knows by job is in the plan by talk. */
typedef struct jobs {
    uint32_t *talk; /* of each job */
    uint32_t *first_choice, *family, *previous, *fixed;
    int64_t *unplaced;
    uint32_t *choice_of;
    uint32_t count;
} jobs;

static int find_jobs(jobs *j, const sk_round_plan *plan)
{
    size_t talks = plan->talk_count;
    *j = (jobs){.talk = sk_arena_alloc(plan->arena, talks * sizeof *j->talk),
                .first_choice = sk_arena_array(plan->arena, talks + 1, sizeof *j->first_choice, 0),
                .family = sk_arena_alloc(plan->arena, talks * sizeof *j->family),
                .previous = sk_arena_alloc(plan->arena, talks * sizeof *j->previous),
                .fixed = sk_arena_alloc(plan->arena, talks * sizeof *j->fixed),
                .unplaced = sk_arena_alloc(plan->arena, talks * sizeof *j->unplaced),
                .choice_of = sk_arena_alloc(plan->arena, talks * sizeof *j->choice_of)};
    if (j->talk == NULL || j->first_choice == NULL || j->family == NULL || j->previous == NULL ||
        j->fixed == NULL || j->unplaced == NULL || j->choice_of == NULL)
        return 0;
    for (uint32_t t = 0; t < talks; t++) {
        if (plan->first_choice[t] == plan->first_choice[t + 1])
            continue;
        uint32_t job = j->count++;
        j->talk[job] = t;
        j->family[job] = plan->family[t];
        j->previous[job] = plan->previous[t];
        j->fixed[job] = plan->fixed[t];
        j->unplaced[job] = plan->unplaced[t];
        j->first_choice[job + 1] = plan->first_choice[t + 1];
    }
    return 1;
}

static sk_schedule_problem problem_of(const sk_round_plan *plan, const jobs *j)
{
    const schakel_timetable_options *options = plan->options;
    return (sk_schedule_problem){.resource_count = plan->people.count,
                                 .gap = plan->people.gap,
                                 .job_count = j->count,
                                 .first_choice = j->first_choice,
                                 .unplaced = j->unplaced,
                                 .family = j->family,
                                 .previous = j->previous,
                                 .fixed = j->fixed,
                                 .choices = plan->choices,
                                 .uses = plan->uses,
                                 .block_count = plan->hole_block_count,
                                 .blocks = plan->hole_blocks,
                                 .family_count = plan->family_count,
                                 .longest_wait = SK_ROUND_LONGEST_WAIT,
                                 .walk = plan->round->walk_minutes,
                                 .visit_cost = options->visit_weight,
                                 .wait_cost = options->wait_weight,
                                 .effort = (uint64_t)options->effort * EFFORT_UNIT * j->count};
}

/* Fixed talks must be possible together. */
static schakel_status check_fixed(const sk_round_plan *plan, const jobs *j,
                                  const sk_schedule_problem *problem, schakel_error *error)
{
    for (uint32_t i = 0; i < j->count; i++)
        for (uint32_t k = 0; k < i; k++) {
            char path[40];
            if (j->fixed[i] == SK_NONE || j->fixed[k] == SK_NONE ||
                !sk_schedule_clash(problem, &plan->choices[j->fixed[i]], &plan->choices[j->fixed[k]]))
                continue;
            const char *id = plan->talks[j->talk[i]].planned->id;
            const char *other_id = plan->talks[j->talk[k]].planned->id;
            snprintf(path, sizeof path, "/talks/%zu",
                     schakel_school_find(plan->school, SCHAKEL_KIND_TALK, id));
            return sk_fail(
                error, SCHAKEL_INVALID, path,
                "expected fixed talks that can all be: \"%s\" and \"%s\" need somebody or a room at one time",
                id, other_id);
        }
    return SCHAKEL_OK;
}

static int heaviest_first(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left < right) - (left > right);
}

/* The fewest jobs without a time that together weigh so much. Sorts the weights. */
static size_t fewest_unplaced(int64_t *weights, size_t count, int64_t least)
{
    size_t fewest = 0;
    if (count > 0)
        qsort(weights, count, sizeof *weights, heaviest_first);
    for (int64_t sum = 0; fewest < count && sum < least; fewest++)
        sum += weights[fewest];
    return fewest;
}

schakel_status sk_round_solve(sk_round_plan *plan, sk_round_solution *solution, schakel_error *error)
{
    jobs j;
    plan->choice_of = sk_arena_array(plan->arena, plan->talk_count, sizeof *plan->choice_of, 0xFF);
    if (plan->choice_of == NULL || !find_jobs(&j, plan))
        return sk_fail_memory(error);
    sk_schedule_problem problem = problem_of(plan, &j);
    sk_schedule_answer answer = {.choice_of = j.choice_of};
    schakel_status status = check_fixed(plan, &j, &problem, error);
    if (status != SCHAKEL_OK)
        return status;
    status = sk_schedule_solve(&problem, plan->arena->allocator, &answer);
    if (status == SCHAKEL_TOO_LARGE)
        return sk_fail(error, status, NULL, "expected less weight for so many talks");
    if (status != SCHAKEL_OK)
        return sk_fail_memory(error);
    for (uint32_t i = 0; i < j.count; i++)
        plan->choice_of[j.talk[i]] = j.choice_of[i];
    solution->cost = answer.value.low;
    solution->bound = answer.low_bound;
    solution->optimal = answer.optimal;
    solution->most = j.count - fewest_unplaced(j.unplaced, j.count, answer.bound.high);
    return SCHAKEL_OK;
}
