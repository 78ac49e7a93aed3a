/*
 * How long dividing over groups of 4 to 6 takes, and how far from the best an answer may be: for
 * families with places to live and three languages, who want to sit with those who live near, and
 * for pairs that are worth anything, which is the hardest to bound.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "solve/partition.h"

typedef struct crowd {
    sk_partition_problem problem;
    int32_t *worth;
    unsigned char *apart;
    uint64_t labels[SK_PARTITION_ITEMS_MAX];
    unsigned char leader[SK_PARTITION_ITEMS_MAX];
    int32_t x[SK_PARTITION_ITEMS_MAX], y[SK_PARTITION_ITEMS_MAX];
    uint32_t group_of[SK_PARTITION_ITEMS_MAX];
} crowd;

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

/* One in four leads; some speak the second or third language only. */
static void draw_people(crowd *c, uint64_t *seed)
{
    for (uint32_t i = 0; i < c->problem.count; i++) {
        uint32_t speech = draw(seed, 10);
        c->labels[i] = speech == 0 ? 2 : speech == 1 ? 4 : speech == 2 ? 3 : speech == 3 ? 5 : 1;
        c->leader[i] = draw(seed, 4) == 0;
        c->x[i] = (int32_t)draw(seed, 500);
        c->y[i] = (int32_t)draw(seed, 500);
    }
}

static void draw_pairs(crowd *c, int is_random, uint64_t *seed)
{
    uint32_t count = c->problem.count;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < i; j++) {
            int32_t worth = 1000 - abs(c->x[i] - c->x[j]) - abs(c->y[i] - c->y[j]);
            if (is_random)
                worth = (int32_t)draw(seed, 1001);
            c->worth[i * count + j] = c->worth[j * count + i] = worth;
            c->apart[i * count + j] = c->apart[j * count + i] = draw(seed, 50) == 0;
        }
}

static void measure(crowd *c, uint32_t count, int is_random)
{
    uint64_t seed = count;
    schakel_allocator allocator;
    sk_partition_answer answer = {.group_of = c->group_of};
    c->problem = (sk_partition_problem){count, 4, 6, c->worth, c->apart, c->labels, c->leader, 200000};
    memset(c->worth, 0, (size_t)count * count * sizeof *c->worth);
    memset(c->apart, 0, (size_t)count * count);
    draw_people(c, &seed);
    draw_pairs(c, is_random, &seed);
    double start = now_ms();
    if (!sk_allocator_resolve(NULL, &allocator) || !sk_partition_solve(&c->problem, &allocator, &answer))
        exit(1);
    double spent = now_ms() - start;
    printf("%4u items, %s: %8.2f ms; out %u (bound %u), leaderless %u (%u), worth %lld (%lld, gap %.1f %%), "
           "%u nodes, %s\n",
           (unsigned)count, is_random ? "random" : "nearby", spent, (unsigned)answer.value.out,
           (unsigned)answer.bound.out, (unsigned)answer.value.leaderless, (unsigned)answer.bound.leaderless,
           (long long)answer.value.worth, (long long)answer.bound.worth,
           100.0 * (double)(answer.bound.worth - answer.value.worth) / (double)answer.bound.worth,
           (unsigned)answer.nodes, answer.optimal ? "proven best" : "not proven");
}

int main(void)
{
    static const uint32_t counts[] = {12, 14, 16, 20, 30, 48, 100, 300, 1000};
    const size_t pairs = (size_t)SK_PARTITION_ITEMS_MAX * SK_PARTITION_ITEMS_MAX;
    static crowd c;
    setvbuf(stdout, NULL, _IOLBF, 0);
    c.worth = malloc(pairs * sizeof *c.worth);
    c.apart = malloc(pairs);
    if (c.worth == NULL || c.apart == NULL)
        return 1;
    for (int is_random = 0; is_random <= 1; is_random++)
        for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
            measure(&c, counts[i], is_random);
    free(c.worth);
    free(c.apart);
    return 0;
}
