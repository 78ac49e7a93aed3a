/*
 * How good and how quick timetables of a round of talks are, against first come, first served.
 *
 *     bench_schedule [EFFORT]      30 million unless said
 *
 * A school has groups with a teacher each, who sits three evenings and an afternoon, with some time to spare.
 * Families have one to four children. Parents who work by day come in the evening; others come whenever, or not on
 * some day. 15% of the families need one of few interpreters, who sit two evenings and the afternoon; their talks
 * take twice as long.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "solve/schedule.h"

enum {
    DAY = 1440,
    DAYS = 4,
    TALK = 15,
    LONG_TALK = 30,
    GRID = 5,
    TALKS_MOST = 1500,
    CHOICES_MOST = 1000000,
    RESOURCES_MOST = 3 * TALKS_MOST
};

enum { CHILDREN_MOST = 4 };

typedef struct household {
    uint32_t parent;
    int needs_interpreter;
    int works_by_day;
    int32_t no_day;   /* on which nobody can come */
    int32_t earliest; /* in the evening */
    uint32_t count;
    uint32_t groups[CHILDREN_MOST]; /* of the children */
} household;

typedef struct bench {
    sk_schedule_problem problem;
    int32_t gap[RESOURCES_MOST];
    uint32_t first_choice[TALKS_MOST + 1];
    int64_t unplaced[TALKS_MOST];
    uint32_t family[TALKS_MOST];
    uint32_t fixed[TALKS_MOST];
    sk_schedule_choice *choices;
    uint32_t *uses;
    uint32_t use_count;
    sk_schedule_block blocks[TALKS_MOST];
    household households[TALKS_MOST];
    uint32_t household_count;
    int32_t minutes[TALKS_MOST]; /* of talks, of each group */
    uint32_t staff, interpreters, first_interpreter;
    int32_t spare; /* per cent of a teacher's time */
    uint64_t seed;
} bench;

/* Blocks counts every byte that is out. */
typedef struct counting {
    size_t live, peak;
} counting;

typedef union head {
    size_t size;
    max_align_t align;
} head;

static void *counting_allocate(void *context, size_t size)
{
    counting *c = context;
    head *block = malloc(sizeof *block + size);
    if (block == NULL)
        return NULL;
    block->size = size;
    c->live += size;
    c->peak = c->live > c->peak ? c->live : c->peak;
    return block + 1;
}

static void counting_release(void *context, void *block)
{
    ((counting *)context)->live -= ((head *)block - 1)->size;
    free((head *)block - 1);
}

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static uint32_t draw(bench *b, uint32_t below)
{
    b->seed = b->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((b->seed >> 33) * below) >> 31);
}

/* ---------------------------------------------------------------------- school */

static uint32_t add_resource(bench *b, int32_t gap)
{
    b->gap[b->problem.resource_count] = gap;
    return b->problem.resource_count++;
}

/* Three evenings and an afternoon, as long as is needed and some more. */
static void add_teacher(bench *b, uint32_t group)
{
    uint32_t teacher = add_resource(b, 0);
    int32_t minutes = b->minutes[group] * (100 + b->spare) / 100 / DAYS / GRID * GRID;
    for (int32_t day = 0; day < DAYS; day++) {
        int32_t from = day * DAY + (day == DAYS - 1 ? 14 * 60 : 18 * 60 + 15 * (int32_t)draw(b, 3));
        b->blocks[b->problem.block_count++] = (sk_schedule_block){teacher, from, from + minutes, 2};
    }
}

static int can_come(const household *h, int32_t start)
{
    int32_t day = start / DAY, minute = start % DAY;
    if (day == h->no_day)
        return 0;
    return minute < 17 * 60 ? !h->works_by_day : minute >= h->earliest;
}

static void add_choice(bench *b, uint32_t choice_cost, int32_t start, int32_t length, const uint32_t *uses,
                       uint32_t count)
{
    uint32_t choice = b->first_choice[b->problem.job_count]++;
    if (choice >= CHOICES_MOST)
        exit(2);
    b->choices[choice] = (sk_schedule_choice){start, start + length, choice_cost, b->use_count, count};
    memcpy(b->uses + b->use_count, uses, count * sizeof *uses);
    b->use_count += count;
}

static int32_t length_of(const household *h)
{
    return h->needs_interpreter ? LONG_TALK : TALK;
}

static void add_talk(bench *b, const household *h, uint32_t group)
{
    uint32_t job = b->problem.job_count++;
    int32_t length = length_of(h);
    b->unplaced[job] = 1;
    b->family[job] = (uint32_t)(h - b->households);
    b->fixed[job] = SK_NONE;
    b->first_choice[job + 1] = b->first_choice[job];
    uint32_t liked = draw(b, DAYS);
    for (uint32_t k = group * DAYS; k < (group + 1) * DAYS; k++) {
        const sk_schedule_block *block = &b->blocks[k];
        for (int32_t start = block->from; start + length <= block->to;
             start += h->needs_interpreter ? 15 : GRID) {
            uint32_t uses[] = {block->resource, h->parent, 0};
            uint32_t cost = (uint32_t)(start / DAY) == liked ? 0 : 5;
            if (!can_come(h, start))
                continue;
            if (!h->needs_interpreter) {
                add_choice(b, cost, start, length, uses, 2);
                continue;
            }
            for (uint32_t i = 0; i < b->interpreters; i++) {
                uses[2] = b->first_interpreter + i;
                if ((uint32_t)(start / DAY) != i % DAYS)
                    add_choice(b, cost, start, length, uses, 3);
            }
        }
    }
}

/* Families until there are talks enough; brothers and sisters are in different groups of about the same size. */
static void draw_households(bench *b, uint32_t talks)
{
    static const uint32_t sizes[] = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4};
    for (uint32_t left = talks, group = 0; left > 0; b->household_count++) {
        household *h = &b->households[b->household_count];
        uint32_t size = sizes[draw(b, 11)];
        size = size < left ? size : left;
        size = size < b->staff ? size : b->staff;
        *h = (household){0,
                         draw(b, 100) < 15,
                         draw(b, 2) == 0,
                         draw(b, 3) == 0 ? (int32_t)draw(b, DAYS) : DAYS,
                         18 * 60 + 15 * (int32_t)draw(b, 4),
                         size,
                         {0}};
        for (uint32_t i = 0; i < size; i++, left--) {
            uint32_t jump = i == 0 ? 0 : 1 + draw(b, 2) * (b->staff > 2 * CHILDREN_MOST);
            group = (group + 1 + jump) % b->staff;
            h->groups[i] = group;
            b->minutes[group] += length_of(h);
        }
    }
}

/* As many as are needed, each on three of the four days, and some more. */
static void add_interpreters(bench *b)
{
    int32_t minutes = 0;
    for (uint32_t i = 0; i < b->household_count; i++)
        if (b->households[i].needs_interpreter)
            minutes += LONG_TALK * (int32_t)b->households[i].count;
    b->first_interpreter = b->problem.resource_count;
    b->interpreters = 1 + (uint32_t)minutes * 13 / 10 / (120 * (DAYS - 1));
    for (uint32_t i = 0; i < b->interpreters; i++)
        add_resource(b, 0);
}

static void add_families(bench *b)
{
    for (uint32_t i = 0; i < b->household_count; i++) {
        household *h = &b->households[i];
        h->parent = add_resource(b, 5);
        for (uint32_t k = 0; k < h->count; k++)
            add_talk(b, h, h->groups[k]);
    }
    b->problem.family_count = b->household_count;
}

static void make_school(bench *b, uint32_t staff, uint32_t talks, int32_t spare, uint64_t effort)
{
    sk_schedule_choice *choices = b->choices;
    uint32_t *uses = b->uses;
    memset(b, 0, sizeof *b);
    b->choices = choices;
    b->uses = uses;
    b->seed = staff * UINT64_C(1000) + talks;
    b->staff = staff;
    b->spare = spare;
    b->problem = (sk_schedule_problem){.gap = b->gap,
                                       .first_choice = b->first_choice,
                                       .unplaced = b->unplaced,
                                       .family = b->family,
                                       .fixed = b->fixed,
                                       .choices = b->choices,
                                       .uses = b->uses,
                                       .blocks = b->blocks,
                                       .longest_wait = 45,
                                       .walk = 5,
                                       .visit_cost = 60,
                                       .wait_cost = 1,
                                       .effort = effort};
    draw_households(b, talks);
    for (uint32_t g = 0; g < staff; g++)
        add_teacher(b, g);
    add_interpreters(b);
    add_families(b);
}

/* ----------------------------------------------------------------- first come */

/* Talks in random order, each at its own cheapest choice that is free: the earliest of those. */
static void first_come(bench *b, uint32_t *choice_of)
{
    const sk_schedule_problem *p = &b->problem;
    uint32_t *order = malloc(p->job_count * sizeof *order);
    if (order == NULL)
        exit(2);
    for (uint32_t i = 0; i < p->job_count; i++) {
        choice_of[i] = SK_NONE;
        order[i] = i;
    }
    for (uint32_t i = p->job_count; i > 1; i--) {
        uint32_t other = draw(b, i), job = order[i - 1];
        order[i - 1] = order[other];
        order[other] = job;
    }
    for (uint32_t i = 0; i < p->job_count; i++) {
        uint32_t job = order[i], best = SK_NONE;
        for (uint32_t c = p->first_choice[job]; c < p->first_choice[job + 1]; c++)
            if ((best == SK_NONE || p->choices[c].cost < p->choices[best].cost) &&
                sk_schedule_blockers(p, choice_of, job, &p->choices[c], NULL, 0) == 0)
                best = c;
        choice_of[job] = best;
    }
    free(order);
}

/* ---------------------------------------------------------------------- report */

/* Families of several children, and how many of those come once for all. */
static void count_whole(const bench *b, const uint32_t *choice_of, uint32_t *several, uint32_t *whole)
{
    const sk_schedule_problem *p = &b->problem;
    *several = *whole = 0;
    for (uint32_t first = 0, end; first < p->job_count; first = end) {
        int is_whole = 1;
        for (end = first; end < p->job_count && b->family[end] == b->family[first]; end++)
            is_whole &= choice_of[end] != SK_NONE;
        if (end - first == 1)
            continue;
        (*several)++;
        if (is_whole) {
            int32_t earliest = INT32_MAX, latest = 0, busy = 0;
            for (uint32_t j = first; j < end; j++) {
                const sk_schedule_choice *c = &p->choices[choice_of[j]];
                earliest = c->start < earliest ? c->start : earliest;
                latest = c->end > latest ? c->end : latest;
                busy += c->end - c->start;
            }
            /* On one day and with no wait longer than a visit may have, all waits together. */
            is_whole = latest - earliest - busy <= p->longest_wait * (int32_t)(end - first - 1);
        }
        *whole += (uint32_t)is_whole;
    }
}

static void report(const char *who, const bench *b, const sk_schedule_answer *answer, double spent)
{
    uint32_t several, whole;
    count_whole(b, answer->choice_of, &several, &whole);
    printf(
        "  %-11s placed %4u of %4u, together %3u of %3u families, visits %u, waiting %lld min, holes %lld min, "
        "value (%lld, %lld), bound (%lld, %lld), %.0f ms\n",
        who, answer->placed, b->problem.job_count, whole, several, answer->visits,
        (long long)answer->wait_minutes, (long long)answer->hole_minutes, (long long)answer->value.high,
        (long long)answer->value.low, (long long)answer->bound.high, (long long)answer->bound.low, spent);
}

/* What first come comes to is counted by solving with all of it fixed. */
static void measure(bench *b, uint32_t staff, uint32_t talks, int32_t spare, uint64_t effort)
{
    static uint32_t choice_of[TALKS_MOST];
    counting count = {0, 0};
    schakel_allocator allocator = SCHAKEL_ALLOCATOR_INIT;
    sk_schedule_answer answer = {.choice_of = choice_of};
    allocator.context = &count;
    allocator.allocate = counting_allocate;
    allocator.release = counting_release;
    make_school(b, staff, talks, spare, effort);
    printf("%u teachers with %d%% to spare, %u talks, %u interpreters, %u choices\n", staff, spare, talks,
           b->interpreters, b->first_choice[talks]);
    double start = now_ms();
    if (sk_schedule_solve(&b->problem, &allocator, &answer) != SCHAKEL_OK)
        exit(1);
    report("schakel", b, &answer, now_ms() - start);
    printf("  %.1f MB, effort %.1f million, %u parts\n", (double)count.peak * 1e-6,
           (double)answer.effort_spent * 1e-6, answer.parts);
    start = now_ms();
    first_come(b, b->fixed);
    double spent = now_ms() - start;
    /* A job that found nothing stays out: it may have nothing else. */
    b->problem.effort = 0;
    sk_schedule_solve(&b->problem, &allocator, &answer);
    report("first come", b, &answer, spent);
}

int main(int argc, char **argv)
{
    static const uint32_t sizes[][3] = {{3, 14, 60},  {10, 200, 15}, {14, 350, 15}, {20, 500, 15},
                                        {20, 500, 5}, {20, 500, 0},  {32, 800, 15}, {60, 1500, 15}};
    static bench b;
    uint64_t effort = argc > 1 ? strtoull(argv[1], NULL, 10) : 30000000;
    setvbuf(stdout, NULL, _IOLBF, 0);
    b.choices = malloc(CHOICES_MOST * sizeof *b.choices);
    b.uses = malloc((size_t)3 * CHOICES_MOST * sizeof *b.uses);
    if (b.choices == NULL || b.uses == NULL)
        return 1;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        measure(&b, sizes[i][0], sizes[i][1], (int32_t)sizes[i][2], effort);
    free(b.choices);
    free(b.uses);
    return 0;
}
