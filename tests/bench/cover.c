/*
 * How long choosing moments takes, and how far from the best it may stop: schools whose parents work by day, in
 * the evening, in turns or part of the week, some at the weekend, with days on which they cannot come, against slots in
 * the evening, morning, afternoon and on Saturdays over a year. The last rows are not like a school: everybody can come at some
 * slots, drawn for each apart.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "schakel/base.h"
#include "solve/cover.h"

enum { ADULTS_MAX = 5000, WORDS = SK_COVER_SETS_MAX / 64, FIRST_DAY = 20697 /* 2026-09-01 */ };

static uint64_t elements[ADULTS_MAX * WORDS];

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

typedef struct slot {
    schakel_date date;
    schakel_time start, end;
} slot;

/* A slot some days after the one before: mostly in the evening. */
static slot draw_slot(schakel_date date, uint64_t *seed)
{
    static const schakel_time starts[] = {1170, 1170, 1140, 1200, 510, 540, 840, 930};
    schakel_time start = starts[draw(seed, 8)];
    int weekday = schakel_date_weekday(date);
    if (weekday == 7)
        date++;
    if (weekday == 6)
        start = 600;
    return (slot){date, start, start + (start > 1000 ? 90 : 60)};
}

enum { DAY_SHIFT, EVENING_SHIFT, WEEKEND_ONLY, PART_TIME, IN_TURNS, ALWAYS };

static int kind_of_work(uint64_t *seed)
{
    uint32_t drawn = draw(seed, 100);
    return drawn < 35   ? DAY_SHIFT
           : drawn < 50 ? EVENING_SHIFT
           : drawn < 56 ? WEEKEND_ONLY
           : drawn < 76 ? PART_TIME
           : drawn < 81 ? IN_TURNS
                        : ALWAYS;
}

/* Free days of one who works part of the week; the earliest end of a day's work. */
typedef struct worker {
    int kind;
    uint32_t free_days;
    schakel_time home, leaves;
    uint32_t turn;
} worker;

static int works_then(const worker *w, const slot *s)
{
    int weekday = schakel_date_weekday(s->date);
    uint32_t turn = (uint32_t)(s->date / 7 + (int)w->turn) % 3;
    switch (w->kind) {
    case DAY_SHIFT:
        return weekday < 6 && s->start < w->home;
    case EVENING_SHIFT:
        return weekday < 6 && s->end > w->leaves;
    case WEEKEND_ONLY:
        return weekday < 6;
    case PART_TIME:
        return weekday < 6 && (w->free_days >> weekday & 1) == 0 && s->start < w->home;
    case IN_TURNS:
        return turn == 0 ? s->end < 1000 : turn == 1 ? s->end > 900 : s->start < 700;
    default:
        return 0;
    }
}

static void draw_school(uint32_t slots, uint32_t adults, uint32_t away, uint64_t seed)
{
    slot moments[SK_COVER_SETS_MAX];
    size_t words = (slots + 63) / 64;
    for (uint32_t j = 0; j < slots; j++)
        moments[j] = draw_slot(FIRST_DAY + (int)(j * 300 / slots), &seed);
    memset(elements, 0, sizeof elements);
    for (uint32_t i = 0; i < adults; i++) {
        worker w = {kind_of_work(&seed), 2 + draw(&seed, 62), 1080 + 30 * (int)draw(&seed, 5),
                    900 + 30 * (int)draw(&seed, 8), draw(&seed, 3)};
        for (uint32_t j = 0; j < slots; j++)
            if (!works_then(&w, &moments[j]) && draw(&seed, 100) >= away)
                elements[i * words + j / 64] |= UINT64_C(1) << j % 64;
    }
}

static void draw_at_random(uint32_t slots, uint32_t adults, uint32_t percent, uint64_t seed)
{
    size_t words = (slots + 63) / 64;
    memset(elements, 0, sizeof elements);
    for (uint32_t i = 0; i < adults; i++)
        for (uint32_t j = 0; j < slots; j++)
            if (draw(&seed, 100) < percent)
                elements[i * words + j / 64] |= UINT64_C(1) << j % 64;
}

/* How many are covered by taking, so many times, the set that adds most. */
static uint32_t greedy(uint32_t slots, uint32_t adults, uint32_t most, uint32_t *taken)
{
    static unsigned char covered[ADULTS_MAX];
    size_t words = (slots + 63) / 64;
    uint32_t sum = 0, best_gain = 1;
    memset(covered, 0, sizeof covered);
    for (*taken = 0; *taken < most && best_gain > 0; *taken += best_gain > 0) {
        uint32_t best = 0;
        best_gain = 0;
        for (uint32_t j = 0; j < slots; j++) {
            uint32_t gain = 0;
            for (uint32_t i = 0; i < adults; i++)
                gain += !covered[i] && (elements[i * words + j / 64] >> j % 64 & 1);
            if (gain > best_gain) {
                best = j;
                best_gain = gain;
            }
        }
        for (uint32_t i = 0; i < adults; i++)
            covered[i] |= elements[i * words + best / 64] >> best % 64 & 1;
        sum += best_gain;
    }
    return sum;
}

static void measure(const char *name, uint32_t slots, uint32_t adults, uint32_t most)
{
    schakel_allocator usual;
    uint32_t chosen[SK_COVER_SETS_MAX], taken;
    sk_cover_answer answer = {.chosen = chosen};
    sk_cover_problem problem = {slots, adults, elements, most, 200000};
    sk_allocator_resolve(NULL, &usual);
    double began = now_ms();
    if (!sk_cover_solve(&problem, &usual, &answer))
        exit(1);
    double took = now_ms() - began;
    uint32_t by_greed = greedy(slots, adults, most == 0 ? slots : most, &taken);
    printf("%-10s %5u %6u %4u  %6u in %2u  %6d in %2u  %6d %6u  %8d  %-6s %7u %9.1f\n", name, slots, adults,
           most, by_greed, taken, (int)answer.covered, answer.chosen_count, (int)answer.bound, answer.fewest,
           (int)answer.times, answer.optimal ? "proven" : "-", answer.nodes, took);
}

int main(void)
{
    static const uint32_t slots[] = {40, 100, 256}, adults[] = {420, 5000}, most[] = {0, 1, 2, 3, 4, 6, 8};
    static const struct {
        const char *name;
        uint32_t away; /* out of a hundred days */
    } schools[] = {{"as ever", 0}, {"away 3%", 3}, {"away 15%", 15}};
    printf("%-10s %5s %6s %4s  %12s  %12s  %6s %6s  %8s  %-6s %7s %9s\n", "school", "slots", "adults", "most",
           "greedy", "covered", "bound", "fewest", "times", "", "nodes", "ms");
    for (size_t kind = 0; kind < sizeof schools / sizeof schools[0]; kind++)
        for (size_t a = 0; a < sizeof adults / sizeof adults[0]; a++)
            for (size_t n = 0; n < sizeof slots / sizeof slots[0]; n++) {
                draw_school(slots[n], adults[a], schools[kind].away, 1);
                for (size_t m = 0; m < sizeof most / sizeof most[0]; m++)
                    measure(schools[kind].name, slots[n], adults[a], most[m]);
            }
    for (uint32_t percent = 5; percent <= 20; percent += 15)
        for (size_t n = 0; n < sizeof slots / sizeof slots[0]; n++) {
            draw_at_random(slots[n], 420, percent, 1);
            measure(percent == 5 ? "random 5%" : "random 20%", slots[n], 420, 0);
            measure(percent == 5 ? "random 5%" : "random 20%", slots[n], 420, 4);
        }
    return 0;
}
