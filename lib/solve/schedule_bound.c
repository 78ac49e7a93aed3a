/* Rewards and tolls that make a good bound. */
#include <string.h>

#include "solve/schedule_bound.h"

enum {
    SCALE = 64,            /* of all costs */
    SCALE_HIGH = 65536,    /* of the high part alone, at most */
    PATIENCE = 8,          /* rounds without a better bound before steps become smaller */
    ROUNDS = 300,          /* for a part, at most */
    CHOICES_SEEN = 6000000 /* in all rounds for a part, about */
};

/* How far the first step goes of what would do if prices were all that counted; how much of each round is mixed in. */
static const double BOLD = 0.3, MIX = 0.3;

/* All that is added up, rewards and tolls too, stays below this. */
static const int64_t SUM_LIMIT = INT64_C(1) << 58;

/* -------------------------------------------------------------------- value */

static void price_choices(sk_bound *bound)
{
    bound->paid[0] = 0;
    for (uint32_t i = 0; i < bound->stretch_count; i++)
        bound->paid[i + 1] = bound->paid[i] + bound->toll[i];
    for (uint32_t c = 0; c < bound->choice_count; c++) {
        if (!bound->is_alive[c])
            continue;
        int64_t cost = bound->own_cost[c] + bound->share[c] - bound->reward[bound->job[c]];
        for (size_t i = bound->first_toll[c]; i < bound->first_toll[c + 1]; i++)
            cost += bound->paid[bound->tolls[i].to] - bound->paid[bound->tolls[i].from];
        bound->cost[c] = cost;
    }
}

/* Count what the best way through a line has. */
static void count_way(sk_bound *bound, uint32_t last)
{
    for (uint32_t c = last; c != SK_NONE; c = bound->ways[0].before[c]) {
        bound->had[bound->job[c]]++;
        for (size_t i = bound->first_toll[c]; i < bound->first_toll[c + 1]; i++) {
            bound->used[bound->tolls[i].from]++;
            bound->used[bound->tolls[i].to]--;
        }
    }
}

int64_t sk_bound_value(sk_bound *bound)
{
    int64_t value = bound->rest;
    memset(bound->had, 0, bound->job_count * sizeof *bound->had);
    memset(bound->used, 0, ((size_t)bound->stretch_count + 1) * sizeof *bound->used);
    price_choices(bound);
    value -= bound->paid[bound->stretch_count];
    for (uint32_t job = 0; job < bound->job_count; job++)
        value += bound->alive_count[job] == 0 ? bound->unplaced[job] : bound->reward[job];
    for (uint32_t l = 0; l < bound->line_count; l++) {
        uint32_t last;
        value += sk_bound_walk(bound, &bound->lines[l], 0, &last);
        count_way(bound, last);
    }
    return value;
}

/* -------------------------------------------------------------------- climb */

/* The volume algorithm (Barahona & Anbil, 2000): from the best prices so far, towards what mixed ways lack. */
static void mix(double *mean, double seen, double part)
{
    *mean += part * (seen - *mean);
}

/* Mix what the ways have now with what they had, which swings less than each by itself. */
static void mix_ways(sk_bound *bound, double part)
{
    int32_t used = 0;
    for (uint32_t job = 0; job < bound->job_count; job++)
        mix(&bound->mean_had[job], bound->had[job], part);
    for (uint32_t i = 0; i < bound->stretch_count; i++)
        mix(&bound->mean_used[i], used += bound->used[i], part);
}

/* How much too little a job is had; 0 where no reward would change that. */
static double lack_of(const sk_bound *bound, uint32_t job)
{
    double lack = 1 - bound->mean_had[job];
    int is_most = !bound->must[job] && bound->best_reward[job] == bound->unplaced[job];
    return bound->alive_count[job] == 0 || (is_most && lack > 0) ? 0 : lack;
}

static double excess_of(const sk_bound *bound, uint32_t stretch)
{
    double excess = bound->mean_used[stretch] - 1;
    return excess < 0 && bound->best_toll[stretch] == 0 ? 0 : excess;
}

static double count_squares(const sk_bound *bound)
{
    double squares = 0;
    for (uint32_t job = 0; job < bound->job_count; job++)
        squares += lack_of(bound, job) * lack_of(bound, job);
    for (uint32_t i = 0; i < bound->stretch_count; i++)
        squares += excess_of(bound, i) * excess_of(bound, i);
    return squares;
}

static int64_t within(double number, int64_t least, int64_t most)
{
    return number <= (double)least ? least : number >= (double)most ? most : (int64_t)number;
}

/* From the best rewards and tolls there are. */
static void step(sk_bound *bound, double length)
{
    for (uint32_t job = 0; job < bound->job_count; job++) {
        int64_t most = bound->must[job] ? bound->limit : bound->unplaced[job];
        bound->reward[job] =
            within((double)bound->best_reward[job] + length * lack_of(bound, job), -bound->limit, most);
    }
    for (uint32_t i = 0; i < bound->stretch_count; i++)
        bound->toll[i] = within((double)bound->best_toll[i] + length * excess_of(bound, i), 0, bound->limit);
}

static void keep(sk_bound *bound)
{
    memcpy(bound->best_reward, bound->reward, bound->job_count * sizeof *bound->reward);
    memcpy(bound->best_toll, bound->toll, bound->stretch_count * sizeof *bound->toll);
}

static void take_best(sk_bound *bound)
{
    memcpy(bound->reward, bound->best_reward, bound->job_count * sizeof *bound->reward);
    memcpy(bound->toll, bound->best_toll, bound->stretch_count * sizeof *bound->toll);
}

int64_t sk_bound_climb(sk_bound *bound, int rounds, int64_t target)
{
    int64_t best = sk_bound_value(bound), aim = target * bound->scale;
    double boldness = BOLD;
    int stalled = 0;
    keep(bound);
    mix_ways(bound, 1);
    for (int round = 1; round < rounds && best < aim; round++) {
        double squares = count_squares(bound);
        if (squares == 0)
            break;
        step(bound, boldness * (double)(aim - best) / squares);
        int64_t value = sk_bound_value(bound);
        mix_ways(bound, MIX);
        if (value > best) {
            best = value;
            stalled = 0;
            boldness *= 1.1;
            keep(bound);
        } else if (++stalled == PATIENCE) {
            stalled = 0;
            boldness *= 0.66;
        }
    }
    take_best(bound);
    /* Costs are whole numbers. */
    return best >= aim ? target : best > 0 ? (best + bound->scale - 1) / bound->scale : 0;
}

/* ---------------------------------------------------------------------- make */

static int take_arrays(sk_bound *bound, sk_arena *arena)
{
    size_t jobs = bound->job_count, choices = bound->choice_count, stretches = bound->stretch_count;
    bound->cost = sk_arena_array(arena, choices, sizeof *bound->cost, 0);
    bound->reward = sk_arena_array(arena, jobs, sizeof *bound->reward, 0);
    bound->toll = sk_arena_array(arena, stretches, sizeof *bound->toll, 0);
    bound->paid = sk_arena_array(arena, stretches + 1, sizeof *bound->paid, 0);
    bound->had = sk_arena_array(arena, jobs, sizeof *bound->had, 0);
    bound->used = sk_arena_array(arena, stretches + 1, sizeof *bound->used, 0);
    bound->mean_had = sk_arena_array(arena, jobs, sizeof *bound->mean_had, 0);
    bound->mean_used = sk_arena_array(arena, stretches, sizeof *bound->mean_used, 0);
    bound->best_reward = sk_arena_array(arena, jobs, sizeof *bound->best_reward, 0);
    bound->best_toll = sk_arena_array(arena, stretches, sizeof *bound->best_toll, 0);
    return bound->cost != NULL && bound->reward != NULL && bound->toll != NULL && bound->paid != NULL &&
           bound->had != NULL && bound->used != NULL && bound->mean_had != NULL && bound->mean_used != NULL &&
           bound->best_reward != NULL && bound->best_toll != NULL;
}

static int take_lists(sk_bound *bound, sk_arena *arena)
{
    size_t jobs = bound->job_count, choices = bound->choice_count;
    bound->first_choice = sk_arena_array(arena, jobs + 1, sizeof *bound->first_choice, 0);
    bound->job = sk_arena_array(arena, choices, sizeof *bound->job, 0);
    bound->is_alive = sk_arena_array(arena, choices, sizeof *bound->is_alive, 1);
    bound->own_cost = sk_arena_array(arena, choices, sizeof *bound->own_cost, 0);
    bound->least_with = sk_arena_array(arena, choices, sizeof *bound->least_with, 0);
    bound->had_choices = sk_arena_array(arena, jobs, sizeof *bound->had_choices, 0);
    bound->share = sk_arena_array(arena, choices, sizeof *bound->share, 0);
    bound->alive_count = sk_arena_array(arena, jobs, sizeof *bound->alive_count, 0);
    bound->must = sk_arena_array(arena, jobs, sizeof *bound->must, 0);
    bound->unplaced = sk_arena_array(arena, jobs, sizeof *bound->unplaced, 0);
    bound->families = sk_arena_array(arena, jobs, sizeof *bound->families, 0);
    bound->number_of = sk_arena_array(arena, bound->plan->job_count, sizeof *bound->number_of, 0);
    return bound->first_choice != NULL && bound->job != NULL && bound->is_alive != NULL &&
           bound->own_cost != NULL && bound->least_with != NULL && bound->had_choices != NULL &&
           bound->share != NULL && bound->alive_count != NULL && bound->must != NULL &&
           bound->unplaced != NULL && bound->families != NULL && bound->number_of != NULL;
}

static void number_choices(sk_bound *bound)
{
    const sk_plan *plan = bound->plan;
    uint32_t choice = 0;
    for (uint32_t job = 0; job < bound->job_count; job++) {
        uint32_t number = bound->part->jobs[job];
        bound->number_of[number] = job;
        bound->first_choice[job] = choice;
        bound->alive_count[job] = plan->first_choice[number + 1] - plan->first_choice[number];
        bound->unplaced[job] =
            (bound->kind == SK_BOUND_ALL ? plan->unplaced[number] : plan->unplaced[number] / plan->unit) *
            bound->scale;
        for (uint32_t i = 0; i < bound->alive_count[job]; i++, choice++) {
            bound->job[choice] = job;
            if (bound->kind == SK_BOUND_ALL)
                bound->own_cost[choice] = plan->choices[plan->first_choice[number] + i].cost * bound->scale;
        }
    }
    bound->first_choice[bound->job_count] = choice;
}

/* Jobs that no timetable that is better than the best so far leaves out. */
static void find_musts(sk_bound *bound)
{
    int64_t spare = bound->part->cost * bound->scale;
    for (uint32_t job = 0; job < bound->job_count; job++)
        if (bound->alive_count[job] == 0)
            spare -= bound->unplaced[job];
    for (uint32_t job = 0; job < bound->job_count; job++)
        bound->must[job] = bound->alive_count[job] > 0 &&
                           (bound->plan->fixed[bound->part->jobs[job]] || bound->unplaced[job] >= spare);
}

static void find_families(sk_bound *bound)
{
    const sk_plan *plan = bound->plan;
    for (uint32_t job = 0; job < bound->job_count; job++) {
        uint32_t family = plan->family[bound->part->jobs[job]];
        if (family != SK_NONE && plan->members[plan->first_member[family]] == bound->part->jobs[job] &&
            plan->first_member[family + 1] - plan->first_member[family] > 1)
            bound->families[bound->family_count++] = family;
    }
}

static int64_t scale_of_high(const sk_plan *plan)
{
    int64_t scale = SCALE_HIGH;
    while (plan->total / plan->unit > SUM_LIMIT / 4 / scale)
        scale /= 2;
    return scale;
}

int sk_bound_make(sk_bound *bound, const sk_part *part, sk_bound_kind kind, sk_arena *arena)
{
    *bound = (sk_bound){.part = part,
                        .plan = part->table->plan,
                        .kind = kind,
                        .scale = kind == SK_BOUND_ALL ? SCALE : scale_of_high(part->table->plan),
                        .job_count = part->count,
                        .choice_count = part->choice_count};
    if (!take_lists(bound, arena))
        return 0;
    number_choices(bound);
    find_musts(bound);
    find_families(bound);
    if (!sk_timetable_make(&bound->settled, bound->plan, arena) || !sk_bound_make_lines(bound, arena) ||
        !sk_bound_make_tolls(bound, arena) || !take_arrays(bound, arena))
        return 0;
    /* A way passes each stretch at most once for each job. */
    bound->limit = SUM_LIMIT / ((int64_t)bound->job_count + 1) / ((int64_t)bound->stretch_count + 1);
    return 1;
}

/* -------------------------------------------------------------------- a part */

static int rounds_for(const sk_part *part)
{
    uint32_t rounds = CHOICES_SEEN / (part->choice_count + 1);
    return rounds < ROUNDS ? (int)rounds + 1 : ROUNDS;
}

/* How many choices a job has on the line of its first one: about how many times it can begin. */
static uint32_t count_times(const sk_bound *bound, uint32_t job)
{
    uint32_t first = bound->first_choice[job], count = 0;
    for (uint32_t c = first; c < bound->first_choice[job + 1]; c++)
        count += bound->line[c] == bound->line[first];
    return count;
}

static int64_t length_of(const sk_bound *bound, uint32_t job)
{
    uint32_t first = bound->first_choice[job];
    return bound->ways[0].end[first] - bound->ways[0].start[first];
}

/* What a minute earns: as much for all, since a way could have a job that earns more by the minute again and again. */
typedef struct earnings {
    int64_t least;             /* that a job weighs */
    int64_t shortest, longest; /* minutes that a job takes */
} earnings;

static earnings find_earnings(const sk_bound *bound)
{
    earnings e = {INT64_MAX, INT64_MAX, 1};
    for (uint32_t job = 0; job < bound->job_count; job++) {
        int64_t length = length_of(bound, job);
        e.least = bound->unplaced[job] < e.least ? bound->unplaced[job] : e.least;
        e.shortest = length < e.shortest ? length : e.shortest;
        e.longest = length > e.longest ? length : e.longest;
    }
    return e;
}

/* Those who can come at few times earn by the minute, up to what they weigh, and the others nothing. */
static void reward_tied(sk_bound *bound, const uint32_t *times, uint32_t most, int64_t by_minute)
{
    for (uint32_t job = 0; job < bound->job_count; job++) {
        int64_t earned = times[job] <= most ? by_minute * length_of(bound, job) : 0;
        bound->reward[job] = earned < bound->unplaced[job] ? earned : bound->unplaced[job];
    }
}

static void keep_if_better(sk_bound *bound, int64_t *best)
{
    int64_t value = sk_bound_value(bound);
    if (value <= *best)
        return;
    *best = value;
    keep(bound);
}

/*
 * Where there is too little time for all, that is so for those who can come at no more than so many times. A minute is
 * worth little when a long job goes for many short ones, and much when only short ones are left out. The best of
 * those bounds is where the climb starts.
 */
static int start_high(sk_bound *bound, sk_arena *arena)
{
    uint32_t *times = sk_arena_array(arena, bound->job_count, sizeof *times, 0);
    earnings e = find_earnings(bound);
    int64_t best = INT64_MIN;
    if (times == NULL)
        return 0;
    for (uint32_t job = 0; job < bound->job_count; job++)
        times[job] = count_times(bound, job);
    for (uint32_t job = 0; job < bound->job_count; job++) {
        uint32_t other = 0;
        while (times[other] != times[job])
            other++;
        if (other < job)
            continue;
        reward_tied(bound, times, times[job], e.least / e.longest);
        keep_if_better(bound, &best);
        reward_tied(bound, times, times[job], e.least / e.shortest);
        keep_if_better(bound, &best);
    }
    take_best(bound);
    return 1;
}

/* By weight, what has no place at least of some of the part's jobs; nothing when all of them have one. */
static int bound_high_of(const sk_part *part, sk_bound_kind kind, const uint32_t *jobs, uint32_t count,
                         int64_t *high)
{
    const sk_plan *plan = part->table->plan;
    sk_part some = {.table = part->table,
                    .jobs = jobs,
                    .count = count,
                    .choice_count = sk_plan_count_choices(plan, jobs, count)};
    sk_arena arena;
    sk_bound bound;
    for (uint32_t i = 0; i < count; i++)
        some.cost += part->best[jobs[i]] == SK_NONE ? plan->unplaced[jobs[i]] / plan->unit : 0;
    if (some.cost == 0)
        return 1;
    sk_arena_init(&arena, part->arena->allocator);
    int complete = sk_bound_make(&bound, &some, kind, &arena) && start_high(&bound, &arena);
    if (complete)
        *high += sk_bound_climb(&bound, rounds_for(&some), some.cost);
    sk_arena_destroy(&arena);
    return complete;
}

/* Lines that share a job belong together. */
static void group_lines(const sk_bound *bound, uint32_t *parent)
{
    for (uint32_t l = 0; l < bound->line_count; l++)
        parent[l] = l;
    for (uint32_t c = 0; c < bound->choice_count; c++)
        sk_join_roots(parent, bound->line[c], bound->line[bound->first_choice[bound->job[c]]]);
}

/*
 * Group by group of lines, each by itself: then what each loses is rounded up to whole jobs. Jobs without choices
 * are lost.
 */
static int bound_high(sk_part *part, sk_bound_kind kind, int64_t *high)
{
    const sk_plan *plan = part->table->plan;
    uint32_t *jobs = sk_arena_array(part->arena, part->count, sizeof *jobs, 0);
    sk_bound bound;
    if (jobs == NULL || !sk_bound_make(&bound, part, kind, part->arena))
        return 0;
    uint32_t *parent = sk_arena_array(part->arena, bound.line_count, sizeof *parent, 0);
    if (parent == NULL)
        return 0;
    group_lines(&bound, parent);
    *high = 0;
    for (uint32_t job = 0; job < part->count; job++)
        if (bound.alive_count[job] == 0)
            *high += plan->unplaced[part->jobs[job]] / plan->unit;
    for (uint32_t l = 0; l < bound.line_count; l++) {
        uint32_t count = 0;
        for (uint32_t job = 0; job < part->count; job++)
            if (bound.alive_count[job] > 0 && sk_find_root(parent, bound.line[bound.first_choice[job]]) == l)
                jobs[count++] = part->jobs[job];
        if (!bound_high_of(part, kind, jobs, count, high))
            return 0;
    }
    return 1;
}

/* Teachers may be short of time, or those whom the choices of a job share out, such as interpreters. */
static int bound_high_both(sk_part *part, int64_t *high)
{
    int64_t by_job, by_choice;
    if (!bound_high(part, SK_BOUND_HIGH_BY_JOB, &by_job) ||
        !bound_high(part, SK_BOUND_HIGH_BY_CHOICE, &by_choice))
        return 0;
    *high = by_job > by_choice ? by_job : by_choice;
    return 1;
}

int sk_part_bound(sk_part *part)
{
    int64_t unit = part->table->plan->unit, high = 0, least = part->bound / unit;
    if (part->cost / unit > least && !bound_high_both(part, &high))
        return 0;
    if (high > least)
        part->bound = high * unit + sk_wishes_low(part->wishes, high);
    return 1;
}
