/* What stands in the way of a choice, and whether it would fit if that moved. */
#include "solve/schedule.h"

#include <string.h>

static int in_each_others_way(const sk_schedule_choice *one, const sk_schedule_choice *other, int32_t gap)
{
    return one->start < other->end + gap && other->start < one->end + gap;
}

static int has_resource(const sk_schedule_problem *problem, const sk_schedule_choice *choice,
                        uint32_t resource)
{
    for (uint32_t i = 0; i < choice->use_count; i++)
        if (problem->uses[choice->first_use + i] == resource)
            return 1;
    return 0;
}

/* Do two choices clash at one resource of the first? */
static int clash_at(const sk_schedule_problem *problem, const sk_schedule_choice *one,
                    const sk_schedule_choice *other, uint32_t resource)
{
    return in_each_others_way(one, other, problem->gap[resource]) && has_resource(problem, other, resource);
}

int sk_schedule_clash(const sk_schedule_problem *problem, const sk_schedule_choice *one,
                      const sk_schedule_choice *other)
{
    for (uint32_t i = 0; i < one->use_count; i++)
        if (clash_at(problem, one, other, problem->uses[one->first_use + i]))
            return 1;
    return 0;
}

size_t sk_schedule_blockers(const sk_schedule_problem *problem, const uint32_t *choice_of, uint32_t job,
                            const sk_schedule_choice *choice, sk_schedule_blocker *blockers, size_t room)
{
    size_t count = 0;
    for (uint32_t other = 0; other < problem->job_count; other++) {
        if (other == job || choice_of[other] == SK_NONE)
            continue;
        const sk_schedule_choice *had = &problem->choices[choice_of[other]];
        for (uint32_t i = 0; i < choice->use_count; i++) {
            uint32_t resource = problem->uses[choice->first_use + i];
            if (!clash_at(problem, choice, had, resource))
                continue;
            if (count < room)
                blockers[count] = (sk_schedule_blocker){other, resource};
            count++;
        }
    }
    return count;
}

/* ------------------------------------------------------------------- nearest */

static int is_fixed(const sk_schedule_problem *problem, uint32_t job)
{
    return problem->fixed != NULL && problem->fixed[job] != SK_NONE;
}

typedef struct obstacle {
    int64_t fixed; /* jobs */
    int64_t weight;
    int64_t cost;
} obstacle;

static obstacle weigh(const sk_schedule_problem *problem, const uint32_t *choice_of, uint32_t job,
                      const sk_schedule_choice *choice)
{
    obstacle o = {0, 0, choice->cost};
    for (uint32_t other = 0; other < problem->job_count; other++) {
        if (other == job || choice_of[other] == SK_NONE ||
            !sk_schedule_clash(problem, choice, &problem->choices[choice_of[other]]))
            continue;
        o.fixed += is_fixed(problem, other);
        o.weight += problem->unplaced[other];
    }
    return o;
}

static int is_less(obstacle one, obstacle other)
{
    if (one.fixed != other.fixed)
        return one.fixed < other.fixed;
    return one.weight < other.weight || (one.weight == other.weight && one.cost < other.cost);
}

uint32_t sk_schedule_nearest(const sk_schedule_problem *problem, const uint32_t *choice_of, uint32_t job)
{
    uint32_t nearest = SK_NONE;
    obstacle least = {0, 0, 0};
    for (uint32_t c = problem->first_choice[job]; c < problem->first_choice[job + 1]; c++) {
        obstacle o = weigh(problem, choice_of, job, &problem->choices[c]);
        if (nearest == SK_NONE || is_less(o, least)) {
            nearest = c;
            least = o;
        }
    }
    return nearest;
}

/* ----------------------------------------------------------------- would fit */

/* A choice of another job that clashes with nothing; SK_NONE when there is none. */
static uint32_t free_choice(const sk_schedule_problem *problem, const uint32_t *choice_of, uint32_t job,
                            uint32_t other, const sk_schedule_choice *taken)
{
    for (uint32_t c = problem->first_choice[other]; c < problem->first_choice[other + 1]; c++)
        if (!sk_schedule_clash(problem, taken, &problem->choices[c])) {
            uint32_t i = 0;
            while (i < problem->job_count &&
                   (i == job || i == other || choice_of[i] == SK_NONE ||
                    !sk_schedule_clash(problem, &problem->choices[c], &problem->choices[choice_of[i]])))
                i++;
            if (i == problem->job_count)
                return c;
        }
    return SK_NONE;
}

/* Move all that is in the way, one after another. */
static int move_away(const sk_schedule_problem *problem, uint32_t *choice_of, uint32_t job,
                     const sk_schedule_choice *taken)
{
    for (uint32_t other = 0; other < problem->job_count; other++) {
        if (other == job || choice_of[other] == SK_NONE ||
            !sk_schedule_clash(problem, taken, &problem->choices[choice_of[other]]))
            continue;
        uint32_t choice =
            is_fixed(problem, other) ? SK_NONE : free_choice(problem, choice_of, job, other, taken);
        if (choice == SK_NONE)
            return 0;
        choice_of[other] = choice;
    }
    return 1;
}

schakel_status sk_schedule_would_fit(const sk_schedule_problem *problem, const uint32_t *choice_of,
                                     uint32_t job, const sk_schedule_choice *choice,
                                     const schakel_allocator *allocator, int *fits)
{
    size_t size = problem->job_count * sizeof *choice_of;
    uint32_t *moved = sk_alloc(allocator, size);
    *fits = 0;
    if (moved == NULL)
        return SCHAKEL_NO_MEMORY;
    memcpy(moved, choice_of, size);
    *fits = move_away(problem, moved, job, choice);
    sk_free(allocator, moved);
    return SCHAKEL_OK;
}
