/*
 * Sharing what a family costs between the choices of its jobs, so that the shares of the choices that are had never
 * come to more than what the family then costs.
 *
 * Where there are not too many ways to place the jobs that are not settled, all are tried. The least any way costs
 * is the family's for certain. A choice bears what the ways that have it cost more than that, divided by the number
 * of jobs.
 *
 * Otherwise each pair of jobs that will have a place costs the family at least what it costs by itself when the
 * others lie between as well as they can; the mean over the pairs holds for the family, and each of the two bears
 * half of it, the other one being where it costs least.
 */
#include <string.h>

#include "solve/schedule_bound.h"

/* The members of a family that have choices left, numbered within the part. */
typedef struct circle {
    const sk_bound *bound;
    uint32_t family;
    uint32_t first, end; /* in plan->members */
    uint32_t count;      /* members that may get a place */
    uint32_t open;       /* those of them that are not settled */
    uint32_t open_job;   /* one of them */
    int32_t longest;     /* minutes that one job takes at most */
} circle;

static int is_settled(const sk_bound *bound, uint32_t job)
{
    return bound->must[job] && bound->alive_count[job] == 1;
}

static uint32_t first_of(const sk_bound *bound, uint32_t member)
{
    return bound->first_choice[bound->number_of[member]];
}

static uint32_t end_of(const sk_bound *bound, uint32_t member)
{
    return bound->first_choice[bound->number_of[member] + 1];
}

static circle see_family(const sk_bound *bound, uint32_t family)
{
    const sk_plan *plan = bound->plan;
    circle c = {.bound = bound,
                .family = family,
                .first = plan->first_member[family],
                .end = plan->first_member[family + 1]};
    for (uint32_t m = c.first; m < c.end; m++) {
        uint32_t job = bound->number_of[plan->members[m]];
        if (bound->alive_count[job] == 0)
            continue;
        c.count++;
        c.open += !is_settled(bound, job);
        for (uint32_t i = bound->first_choice[job]; i < bound->first_choice[job + 1]; i++) {
            const sk_plan_choice *choice = sk_bound_choice(bound, i);
            if (choice->end - choice->start > c.longest)
                c.longest = choice->end - choice->start;
        }
    }
    return c;
}

/* ---------------------------------------------------------------------- ways */

enum {
    WAYS_MOST = 20000,
    PAIRED_MOST = 12 /* jobs; nothing is shared of what a larger family costs */
};

/* A family's jobs are placed one after another, in all ways. */
typedef struct ways {
    sk_bound *bound;
    const circle *circle;
    uint32_t had_count; /* in bound->had_choices: those of the plan that are placed so far */
} ways;

static int has_few_ways(const circle *c)
{
    int64_t count = 1;
    for (uint32_t m = c->first; m < c->end && count <= WAYS_MOST; m++) {
        uint32_t job = c->bound->number_of[c->bound->plan->members[m]];
        if (c->bound->alive_count[job] > 0)
            count *= (int64_t)c->bound->alive_count[job] + !c->bound->must[job];
    }
    return count <= WAYS_MOST;
}

static int fits_had(const ways *w, uint32_t choice)
{
    const sk_plan *plan = w->bound->plan;
    for (uint32_t i = 0; i < w->had_count; i++)
        if (sk_plan_clash(plan, &plan->choices[w->bound->had_choices[i]], &plan->choices[choice]))
            return 0;
    return 1;
}

/* The least that ways cost from here on. Goes no deeper than the family has jobs. */
static int64_t try_ways(ways *w, uint32_t member)
{
    sk_bound *bound = w->bound;
    const circle *c = w->circle;
    if (member == c->end)
        return sk_timetable_family_cost(&bound->settled, c->family, SK_NONE);
    uint32_t job = bound->number_of[bound->plan->members[member]];
    int64_t least = INT64_MAX;
    if (!bound->must[job])
        least = try_ways(w, member + 1);
    for (uint32_t i = bound->first_choice[job]; i < bound->first_choice[job + 1]; i++) {
        uint32_t choice = sk_bound_plan_choice(bound, i);
        if (!bound->is_alive[i] || !fits_had(w, choice))
            continue;
        sk_timetable_join_family(&bound->settled, choice);
        bound->had_choices[w->had_count++] = choice;
        int64_t cost = try_ways(w, member + 1);
        w->had_count--;
        sk_timetable_leave_family(&bound->settled, choice);
        if (cost < bound->least_with[i])
            bound->least_with[i] = cost;
        least = cost < least ? cost : least;
    }
    return least;
}
static void share_ways(sk_bound *bound, const circle *c)
{
    ways w = {bound, c, 0};
    const uint32_t *members = bound->plan->members;
    for (uint32_t m = c->first; m < c->end; m++)
        for (uint32_t i = first_of(bound, members[m]); i < end_of(bound, members[m]); i++)
            bound->least_with[i] = INT64_MAX;
    int64_t least = try_ways(&w, c->first);
    if (least == INT64_MAX)
        return;
    bound->rest += least * bound->scale;
    for (uint32_t m = c->first; m < c->end; m++)
        for (uint32_t i = first_of(bound, members[m]); i < end_of(bound, members[m]); i++)
            if (bound->is_alive[i] && bound->least_with[i] != INT64_MAX && c->open > 0)
                bound->share[i] = (bound->least_with[i] - least) * bound->scale / c->open;
}

/* --------------------------------------------------------------------- pairs */

static int64_t smaller(int64_t one, int64_t other)
{
    return one < other ? one : other;
}

/* What two choices cost a family at least; INT64_MAX when they clash. */
static int64_t pair_cost(const circle *c, const sk_plan_choice *one, const sk_plan_choice *other)
{
    const sk_schedule_problem *problem = c->bound->plan->problem;
    if (sk_plan_clash(c->bound->plan, one, other))
        return INT64_MAX;
    int64_t between =
        one->start < other->start ? (int64_t)other->start - one->end : (int64_t)one->start - other->end;
    int64_t others = c->count - 2;
    int64_t bridged = others * c->longest;
    if (between > bridged + (others + 1) * problem->longest_wait)
        return problem->visit_cost;
    int64_t wait = between - bridged - (others + 1) * problem->walk;
    int64_t waiting = wait > 0 ? wait * problem->wait_cost : 0;
    return c->count == 2 ? waiting : smaller(waiting, problem->visit_cost);
}

/* The least that a choice costs with any choice of another job. */
static int64_t least_pair(const circle *c, const sk_plan_choice *one, uint32_t other_job)
{
    const sk_bound *bound = c->bound;
    int64_t least = INT64_MAX;
    for (uint32_t i = bound->first_choice[other_job]; i < bound->first_choice[other_job + 1] && least > 0;
         i++)
        if (bound->is_alive[i])
            least = smaller(least, pair_cost(c, one, sk_bound_choice(bound, i)));
    return least;
}

static void share_pair(sk_bound *bound, const circle *c, uint32_t job, uint32_t other)
{
    int64_t halves = (int64_t)c->count * (c->count - 1);
    for (uint32_t i = bound->first_choice[job]; i < bound->first_choice[job + 1]; i++) {
        if (!bound->is_alive[i])
            continue;
        int64_t least = least_pair(c, sk_bound_choice(bound, i), other);
        /* A choice that clashes with all of the other job's can't be had; any share holds. */
        if (least == INT64_MAX)
            least = bound->plan->problem->visit_cost;
        bound->share[i] += least * bound->scale / halves;
    }
}

static void share_pairs(sk_bound *bound, const circle *c)
{
    const uint32_t *members = bound->plan->members;
    for (uint32_t m = c->first; m < c->end; m++)
        for (uint32_t n = c->first; n < c->end; n++) {
            uint32_t job = bound->number_of[members[m]], other = bound->number_of[members[n]];
            if (m != n && bound->alive_count[job] > 0 && bound->alive_count[other] > 0 && bound->must[job] &&
                bound->must[other])
                share_pair(bound, c, job, other);
        }
}

void sk_bound_share(sk_bound *bound)
{
    memset(bound->share, 0, bound->choice_count * sizeof *bound->share);
    bound->rest = 0;
    for (uint32_t i = 0; i < bound->family_count; i++) {
        circle c = see_family(bound, bound->families[i]);
        if (has_few_ways(&c))
            share_ways(bound, &c);
        else if (c.count <= PAIRED_MOST)
            share_pairs(bound, &c);
    }
}
