/* Random rounds of talks at the level of the scheduler, and what an answer costs by code of its own. */
#ifndef TESTS_UNIT_SCHEDULE_RANDOM_H
#define TESTS_UNIT_SCHEDULE_RANDOM_H

#include <stdlib.h>
#include <string.h>

#include "solve/schedule.h"

enum {
    JOBS_MOST = 120,
    CHOICES_MOST = 6000,
    USES_MOST = 4 * CHOICES_MOST,
    RESOURCES_MOST = 400,
    BLOCKS_MOST = 200,
    DAY = 1440
};

typedef struct round_problem {
    sk_schedule_problem problem;
    int32_t gap[RESOURCES_MOST];
    uint32_t first_choice[JOBS_MOST + 1];
    int64_t unplaced[JOBS_MOST];
    uint32_t family[JOBS_MOST];
    uint32_t previous[JOBS_MOST];
    uint32_t fixed[JOBS_MOST];
    sk_schedule_choice choices[CHOICES_MOST];
    uint32_t uses[USES_MOST];
    uint32_t use_count;
    sk_schedule_block blocks[BLOCKS_MOST];
} round_problem;

static inline uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

static inline void begin_round(round_problem *r)
{
    sk_schedule_problem *p = &r->problem;
    memset(p, 0, sizeof *p);
    p->gap = r->gap;
    p->first_choice = r->first_choice;
    p->unplaced = r->unplaced;
    p->family = r->family;
    p->previous = r->previous;
    p->fixed = r->fixed;
    p->choices = r->choices;
    p->uses = r->uses;
    p->blocks = r->blocks;
    p->effort = 100000;
    r->first_choice[0] = 0;
    r->use_count = 0;
}

static inline uint32_t add_resource(round_problem *r, int32_t gap)
{
    r->gap[r->problem.resource_count] = gap;
    return r->problem.resource_count++;
}

static inline void add_block(round_problem *r, uint32_t resource, int32_t from, int32_t to, int64_t hole_cost)
{
    r->blocks[r->problem.block_count++] = (sk_schedule_block){resource, from, to, hole_cost};
}

/* A job whose choices follow. */
static inline uint32_t add_job(round_problem *r, int64_t unplaced, uint32_t family)
{
    uint32_t job = r->problem.job_count++;
    r->unplaced[job] = unplaced;
    r->family[job] = family;
    r->previous[job] = r->fixed[job] = SK_NONE;
    r->first_choice[job + 1] = r->first_choice[job];
    return job;
}

/* A choice of the last job; up to three resources, SK_NONE for none. */
static inline uint32_t add_choice(round_problem *r, int32_t start, int32_t end, int64_t cost, uint32_t one,
                                  uint32_t two, uint32_t three)
{
    uint32_t uses[] = {one, two, three}, choice = r->first_choice[r->problem.job_count]++;
    r->choices[choice] = (sk_schedule_choice){start, end, cost, r->use_count, 0};
    for (int i = 0; i < 3; i++)
        if (uses[i] != SK_NONE) {
            r->uses[r->use_count++] = uses[i];
            r->choices[choice].use_count++;
        }
    return choice;
}

/* --------------------------------------------------------------------- judge */

static inline int both_want(const sk_schedule_problem *p, const sk_schedule_choice *a,
                            const sk_schedule_choice *b)
{
    for (uint32_t i = 0; i < a->use_count; i++)
        for (uint32_t j = 0; j < b->use_count; j++) {
            uint32_t resource = p->uses[a->first_use + i];
            if (resource != p->uses[b->first_use + j])
                continue;
            int32_t between = a->start <= b->start ? b->start - a->end : a->start - b->end;
            if (between < p->gap[resource])
                return 1;
        }
    return 0;
}

static inline int by_start(const void *one, const void *other)
{
    const sk_schedule_choice *a = one, *b = other;
    return a->start != b->start ? (a->start > b->start) - (a->start < b->start)
                                : (a->end > b->end) - (a->end < b->end);
}

static inline int64_t judge_family(const sk_schedule_problem *p, const uint32_t *choice_of, uint32_t family)
{
    sk_schedule_choice talks[JOBS_MOST];
    uint32_t count = 0;
    int64_t cost = 0;
    for (uint32_t j = 0; j < p->job_count; j++)
        if (p->family[j] == family && choice_of[j] != SK_NONE)
            talks[count++] = p->choices[choice_of[j]];
    qsort(talks, count, sizeof talks[0], by_start);
    for (uint32_t i = 1; i < count; i++) {
        int32_t latest = talks[0].end;
        for (uint32_t k = 0; k < i; k++)
            latest = talks[k].end > latest ? talks[k].end : latest;
        int32_t wait = talks[i].start - latest;
        if (wait > p->longest_wait)
            cost += p->visit_cost;
        else if (wait > p->walk)
            cost += p->wait_cost * (wait - p->walk);
    }
    return cost;
}

static inline int64_t judge_block(const sk_schedule_problem *p, const uint32_t *choice_of,
                                  const sk_schedule_block *block)
{
    sk_schedule_choice talks[JOBS_MOST];
    uint32_t count = 0;
    int64_t minutes = 0;
    for (uint32_t j = 0; j < p->job_count; j++) {
        if (choice_of[j] == SK_NONE)
            continue;
        const sk_schedule_choice *c = &p->choices[choice_of[j]];
        for (uint32_t i = 0; i < c->use_count; i++)
            if (p->uses[c->first_use + i] == block->resource && c->start >= block->from &&
                c->start < block->to)
                talks[count++] = *c;
    }
    qsort(talks, count, sizeof talks[0], by_start);
    for (uint32_t i = 1; i < count; i++)
        minutes += talks[i].start - talks[i - 1].end - p->gap[block->resource];
    return minutes * block->hole_cost;
}

/* Is a fixed job at its choice unless an earlier fixed one clashes? */
static inline int keeps_fixed(const sk_schedule_problem *p, const uint32_t *choice_of)
{
    for (uint32_t j = 0; j < p->job_count; j++) {
        int clashes = 0;
        if (p->fixed[j] == SK_NONE)
            continue;
        for (uint32_t i = 0; i < j; i++)
            clashes |= p->fixed[i] != SK_NONE && choice_of[i] != SK_NONE &&
                       both_want(p, &p->choices[p->fixed[i]], &p->choices[p->fixed[j]]);
        if (choice_of[j] != (clashes ? SK_NONE : p->fixed[j]))
            return 0;
    }
    return 1;
}

static inline int is_valid(const sk_schedule_problem *p, const uint32_t *choice_of)
{
    for (uint32_t j = 0; j < p->job_count; j++) {
        if (choice_of[j] == SK_NONE)
            continue;
        if (choice_of[j] < p->first_choice[j] || choice_of[j] >= p->first_choice[j + 1])
            return 0;
        for (uint32_t i = 0; i < j; i++)
            if (choice_of[i] != SK_NONE && both_want(p, &p->choices[choice_of[i]], &p->choices[choice_of[j]]))
                return 0;
    }
    return keeps_fixed(p, choice_of);
}

static inline sk_cost judge(const sk_schedule_problem *p, const uint32_t *choice_of)
{
    sk_cost cost = {0, 0};
    for (uint32_t j = 0; j < p->job_count; j++) {
        if (choice_of[j] == SK_NONE)
            cost.high += p->unplaced[j];
        else
            cost.low += p->choices[choice_of[j]].cost;
        if (p->previous[j] != SK_NONE && choice_of[j] != p->previous[j])
            cost.low += p->change_cost;
    }
    for (uint32_t f = 0; f < p->family_count; f++)
        cost.low += judge_family(p, choice_of, f);
    for (uint32_t b = 0; b < p->block_count; b++)
        cost.low += judge_block(p, choice_of, &p->blocks[b]);
    return cost;
}

/* --------------------------------------------------------------------- draw */

/* How a round is drawn. */
typedef struct round_shape {
    uint32_t teachers, jobs, interpreters;
    uint32_t starts; /* in each block of a teacher */
    uint32_t blocks;
    uint32_t choices; /* of each job, about, of the starts there are */
} round_shape;

static inline int draw_one_in(uint64_t *seed, uint32_t chance)
{
    return draw(seed, chance) == 0;
}

static inline void draw_choices(round_problem *r, const round_shape *shape, uint32_t teacher, uint32_t parent,
                                uint32_t interpreter, uint64_t *seed)
{
    int needs_interpreter = interpreter != SK_NONE && draw_one_in(seed, 4);
    int32_t length = 5 * (1 + (int32_t)draw(seed, 3)) + (needs_interpreter ? 5 : 0);
    uint32_t all = shape->starts * shape->blocks;
    for (uint32_t s = 0; s < all; s++) {
        int32_t start = (int32_t)(s / shape->starts) * DAY + 900 + 5 * (int32_t)(s % shape->starts);
        if (draw(seed, all) >= shape->choices)
            continue;
        for (uint32_t i = 0; i < (needs_interpreter ? shape->interpreters : 1); i++)
            add_choice(r, start, start + length, draw(seed, 4) * draw(seed, 5), teacher, parent,
                       needs_interpreter ? interpreter + i : SK_NONE);
    }
}

/* Families of one to four jobs with one or two parents. */
static inline void draw_jobs(round_problem *r, const round_shape *shape, uint64_t *seed)
{
    uint32_t interpreter = shape->interpreters == 0 ? SK_NONE : add_resource(r, 5 * (int32_t)draw(seed, 2));
    for (uint32_t i = 1; i < shape->interpreters; i++)
        add_resource(r, 0);
    while (r->problem.job_count < shape->jobs) {
        uint32_t family = draw_one_in(seed, 5) ? SK_NONE : r->problem.family_count++;
        uint32_t parent = add_resource(r, 5 * (int32_t)draw(seed, 3)), other = add_resource(r, 0);
        for (uint32_t k = 1 + draw(seed, 2) * draw(seed, 4); k > 0 && r->problem.job_count < shape->jobs;
             k--) {
            add_job(r, 1 + draw(seed, 3), family);
            draw_choices(r, shape, draw(seed, shape->teachers), draw_one_in(seed, 4) ? other : parent,
                         interpreter, seed);
        }
    }
}

static inline void draw_round(round_problem *r, const round_shape *shape, uint64_t *seed)
{
    sk_schedule_problem *p = &r->problem;
    begin_round(r);
    for (uint32_t t = 0; t < shape->teachers; t++) {
        uint32_t teacher = add_resource(r, draw_one_in(seed, 3) ? 5 : 0);
        for (int32_t b = 0; b < (int32_t)shape->blocks; b++)
            add_block(r, teacher, b * DAY + 900, b * DAY + 900 + 5 * (int32_t)shape->starts,
                      draw(seed, 2) * draw(seed, 4));
    }
    draw_jobs(r, shape, seed);
    p->longest_wait = 10 + (int32_t)draw(seed, 30);
    p->walk = 5 * (int32_t)draw(seed, 2);
    p->visit_cost = draw(seed, 100);
    p->wait_cost = draw(seed, 4);
    p->change_cost = draw(seed, 30);
    for (uint32_t j = 0; j < p->job_count; j++) {
        uint32_t count = r->first_choice[j + 1] - r->first_choice[j];
        if (count > 0 && draw_one_in(seed, 3))
            r->previous[j] = r->first_choice[j] + draw(seed, count);
        if (count > 0 && draw_one_in(seed, 10))
            r->fixed[j] = r->first_choice[j] + draw(seed, count);
    }
}

#endif
