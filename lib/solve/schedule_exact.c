/*
 * Branch and bound for a small part: a job is settled at each of its choices, or without a place, and what can't be
 * better than the best so far is passed over. At each node the prices are improved for some rounds; they also show
 * which choices are too dear to be in anything better.
 */
#include <string.h>

#include "solve/schedule_bound.h"

enum {
    NODE_ROUNDS = 12,
    CHOICES_MOST = 4000, /* what clashes with what is a table of so many times so many bits */
    ROUNDS_A_CHOICE = 4 /* so many rounds are about as much work as one look in the search, for each choice */
};

typedef struct prover {
    sk_part *part;
    sk_bound bound;
    uint64_t *clashes; /* of each choice, a set of choices */
    size_t words;
    /* What was killed, and which jobs became musts, to be undone. */
    uint32_t *killed;
    uint32_t killed_count;
    uint32_t *obliged;
    uint32_t obliged_count;
    int64_t *extra;   /* of each choice, what having it costs more than the bound */
    uint32_t *order;  /* the choices of each job that is settled, by that */
    uint8_t *settled; /* of each job */
    uint64_t left;
    int is_stopped;
} prover;

/* ------------------------------------------------------------------- clashes */

static int is_clash(const prover *p, uint32_t one, uint32_t other)
{
    return (int)(p->clashes[one * p->words + other / 64] >> (other % 64) & 1);
}

static void find_clashes(prover *p)
{
    const sk_bound *bound = &p->bound;
    for (uint32_t i = 0; i < bound->choice_count; i++)
        for (uint32_t j = 0; j < i; j++)
            if (bound->job[i] != bound->job[j] &&
                sk_plan_clash(bound->plan, sk_bound_choice(bound, i), sk_bound_choice(bound, j))) {
                p->clashes[i * p->words + j / 64] |= UINT64_C(1) << (j % 64);
                p->clashes[j * p->words + i / 64] |= UINT64_C(1) << (i % 64);
            }
}

/* -------------------------------------------------------------------- domains */

/* Returns 0 when a job that must have a place has no choice left. */
static int kill(prover *p, uint32_t choice)
{
    sk_bound *bound = &p->bound;
    uint32_t job = bound->job[choice];
    if (!bound->is_alive[choice])
        return 1;
    bound->is_alive[choice] = 0;
    p->killed[p->killed_count++] = choice;
    return --bound->alive_count[job] > 0 || !bound->must[job];
}

static void oblige(prover *p, uint32_t job)
{
    if (p->bound.must[job])
        return;
    p->bound.must[job] = 1;
    p->obliged[p->obliged_count++] = job;
}

static void restore(prover *p, uint32_t killed, uint32_t obliged)
{
    while (p->killed_count > killed) {
        uint32_t choice = p->killed[--p->killed_count];
        p->bound.is_alive[choice] = 1;
        p->bound.alive_count[p->bound.job[choice]]++;
    }
    while (p->obliged_count > obliged)
        p->bound.must[p->obliged[--p->obliged_count]] = 0;
}

/* Settle a job at a choice: no other one of it, and nothing that clashes. */
static int settle(prover *p, uint32_t choice)
{
    const sk_bound *bound = &p->bound;
    uint32_t job = bound->job[choice];
    oblige(p, job);
    for (uint32_t c = 0; c < bound->choice_count; c++)
        if (c != choice && (bound->job[c] == job || is_clash(p, choice, c)) && !kill(p, c))
            return 0;
    return 1;
}

static void leave_out(prover *p, uint32_t job)
{
    for (uint32_t c = p->bound.first_choice[job]; c < p->bound.first_choice[job + 1]; c++)
        kill(p, c);
}

/* -------------------------------------------------------------------- prices */

/* What each choice costs more than the best way through its line. */
static void count_extra(prover *p)
{
    sk_bound *bound = &p->bound;
    for (uint32_t l = 0; l < bound->line_count; l++) {
        const sk_bound_line *line = &bound->lines[l];
        uint32_t last;
        int64_t best = sk_bound_walk(bound, line, 0, &last);
        sk_bound_walk(bound, line, 1, &last);
        for (uint32_t i = line->first; i < line->first + line->count; i++) {
            uint32_t c = bound->ways[0].by_start[i];
            if (bound->is_alive[c])
                p->extra[c] = bound->ways[0].value[c] + bound->ways[1].value[c] - bound->cost[c] - best;
        }
    }
}

/* Kill what is too dear. Returns 0 when nothing better is left. */
static int kill_dear(prover *p, int64_t value)
{
    sk_bound *bound = &p->bound;
    int64_t spare = p->part->cost * bound->scale - value;
    for (uint32_t job = 0; job < bound->job_count; job++)
        if (!bound->must[job] && bound->alive_count[job] > 0 &&
            bound->unplaced[job] - bound->reward[job] >= spare)
            oblige(p, job);
    for (uint32_t c = 0; c < bound->choice_count; c++)
        if (bound->is_alive[c] && p->extra[c] >= spare && !kill(p, c))
            return 0;
    return 1;
}

/* Improve the prices and leave out what is too dear. Returns 0 when nothing better is left. */
static int tighten(prover *p, int rounds)
{
    sk_bound *bound = &p->bound;
    uint64_t work = (uint64_t)rounds * bound->choice_count / ROUNDS_A_CHOICE + 1;
    p->left -= work < p->left ? work : p->left;
    sk_bound_share(bound);
    if (sk_bound_climb(bound, rounds, p->part->cost) >= p->part->cost)
        return 0;
    int64_t value = sk_bound_value(bound);
    count_extra(p);
    return kill_dear(p, value);
}

/* -------------------------------------------------------------------- branch */

static void keep_settled(prover *p)
{
    sk_part *part = p->part;
    const sk_bound *bound = &p->bound;
    for (uint32_t job = 0; job < bound->job_count; job++)
        if (part->table->choice_of[part->jobs[job]] != SK_NONE)
            sk_timetable_remove(part->table, part->jobs[job]);
    for (uint32_t c = 0; c < bound->choice_count; c++)
        if (bound->is_alive[c])
            sk_timetable_place(part->table, sk_bound_plan_choice(bound, c));
    if (part->table->cost >= part->cost)
        return;
    part->cost = part->table->cost;
    for (uint32_t job = 0; job < bound->job_count; job++)
        part->best[part->jobs[job]] = part->table->choice_of[part->jobs[job]];
}

/* The job that isn't settled with the fewest ways to go on; SK_NONE when all are. */
static uint32_t hardest_job(const prover *p)
{
    const sk_bound *bound = &p->bound;
    uint32_t hardest = SK_NONE, least = UINT32_MAX;
    for (uint32_t job = 0; job < bound->job_count; job++) {
        uint32_t ways = bound->alive_count[job] + !bound->must[job];
        if (!p->settled[job] && bound->alive_count[job] > 0 && ways < least) {
            hardest = job;
            least = ways;
        }
    }
    return hardest;
}

static void sort_by_extra(const prover *p, uint32_t *order, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        uint32_t choice = order[i], at = i;
        for (; at > 0 && p->extra[order[at - 1]] > p->extra[choice]; at--)
            order[at] = order[at - 1];
        order[at] = choice;
    }
}

/* The choices of a job that are left, the cheapest first; returns how many. */
static uint32_t list_choices(prover *p, uint32_t job)
{
    uint32_t *order = p->order + p->bound.first_choice[job], count = 0;
    for (uint32_t c = p->bound.first_choice[job]; c < p->bound.first_choice[job + 1]; c++)
        if (p->bound.is_alive[c])
            order[count++] = c;
    sort_by_extra(p, order, count);
    return count;
}

/* Goes no deeper than there are jobs. */
static void branch(prover *p)
{
    if (p->left == 0)
        p->is_stopped = 1;
    if (p->is_stopped || !tighten(p, NODE_ROUNDS))
        return;
    uint32_t job = hardest_job(p);
    if (job == SK_NONE) {
        keep_settled(p);
        return;
    }
    uint32_t count = list_choices(p, job), killed = p->killed_count, obliged = p->obliged_count;
    int may_be_out = !p->bound.must[job];
    p->settled[job] = 1;
    for (uint32_t i = 0; i < count && !p->is_stopped; i++) {
        if (settle(p, p->order[p->bound.first_choice[job] + i]))
            branch(p);
        restore(p, killed, obliged);
    }
    if (may_be_out) {
        leave_out(p, job);
        branch(p);
        restore(p, killed, obliged);
    }
    p->settled[job] = 0;
}

/* ---------------------------------------------------------------------- part */

static int take_arrays(prover *p, sk_arena *arena)
{
    size_t choices = p->bound.choice_count, jobs = p->bound.job_count;
    p->words = choices / 64 + 1;
    p->clashes = sk_arena_array(arena, choices * p->words, sizeof *p->clashes, 0);
    p->killed = sk_arena_array(arena, choices, sizeof *p->killed, 0);
    p->obliged = sk_arena_array(arena, jobs, sizeof *p->obliged, 0);
    p->extra = sk_arena_array(arena, choices, sizeof *p->extra, 0);
    p->order = sk_arena_array(arena, choices, sizeof *p->order, 0);
    p->settled = sk_arena_array(arena, jobs, sizeof *p->settled, 0);
    return p->clashes != NULL && p->killed != NULL && p->obliged != NULL && p->extra != NULL &&
           p->order != NULL && p->settled != NULL;
}

int sk_part_prove(sk_part *part, uint64_t effort)
{
    prover p = {.part = part, .left = effort};
    if (part->bound == part->cost || effort == 0 || part->choice_count > CHOICES_MOST)
        return 1;
    if (!sk_bound_make(&p.bound, part, SK_BOUND_ALL, part->arena) || !take_arrays(&p, part->arena))
        return 0;
    find_clashes(&p);
    branch(&p);
    if (!p.is_stopped)
        part->bound = part->cost;
    part->effort -= effort - p.left;
    sk_part_restore(part);
    return 1;
}
