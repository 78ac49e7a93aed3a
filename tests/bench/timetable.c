/*
 * How good timetables of rounds of talks are and how long they take, for schools of several sizes, next to first come,
 * first served on the same schools: families in a random order, each of which takes what is best for itself of what is
 * free.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "schakel/talks.h"
#include "schakel/rounds.h"

enum {
    MONDAY = 20717,
    MINUTES = 15,
    WALK = 5,
    BLOCKS = 4,
    LANGUAGES = 4,
    MOST_CHILDREN = 1600,
    MOST_TEACHERS = 64
};

static uint64_t seed;

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static int draw(int below)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)(((seed >> 33) * (uint32_t)below) >> 31);
}

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* -------------------------------------------------------------------- memory */

static size_t live, most_live;

/* The size stands before each block. */
static void *count_allocate(void *context, size_t size)
{
    (void)context;
    max_align_t *block = malloc(sizeof *block + size);
    if (block == NULL)
        return NULL;
    memcpy(block, &size, sizeof size);
    live += size;
    most_live = live > most_live ? live : most_live;
    return block + 1;
}

static void count_release(void *context, void *block)
{
    size_t size;
    (void)context;
    memcpy(&size, (max_align_t *)block - 1, sizeof size);
    live -= size;
    free((max_align_t *)block - 1);
}

static void *count_reallocate(void *context, void *block, size_t size)
{
    size_t before;
    memcpy(&before, (max_align_t *)block - 1, sizeof before);
    void *copy = count_allocate(context, size);
    if (copy != NULL) {
        memcpy(copy, block, before < size ? before : size);
        count_release(context, block);
    }
    return copy;
}

/* -------------------------------------------------------------------- a school */

typedef struct pattern {
    int weight;
    schakel_window windows[2];
    size_t count;
} pattern;

#define T(hour, minute) ((hour)*60 + (minute))
/* Bits from Monday on. */
enum { ALL_WEEK = 0x1F, NOT_WEDNESDAY = 0x1B, TO_THURSDAY = 0x0F };

/* When parents can come; as in the sample school. */
static const pattern patterns[] = {
    {30, {{0, 0, 0}}, 0},
    {12, {{NOT_WEDNESDAY, T(8, 15), T(15, 0)}}, 1},
    {12, {{ALL_WEEK, T(8, 15), T(12, 15)}}, 1},
    {8, {{0x05, T(8, 15), T(17, 0)}, {0x10, T(8, 15), T(12, 30)}}, 2},
    {8, {{0x0A, T(8, 15), T(18, 0)}}, 1},
    {6, {{0x10, T(8, 0), T(17, 30)}}, 1},
    {10, {{TO_THURSDAY, T(18, 30), T(22, 0)}}, 1}, /* works by day */
    {6, {{ALL_WEEK, T(13, 0), T(20, 30)}}, 1},     /* works at night */
    {8, {{ALL_WEEK, T(14, 30), T(21, 30)}}, 1},    /* starts early */
};

/* When each teacher sits: a fifth more than the talks take. */
static const schakel_block sittings[BLOCKS] = {{NULL, 1, T(15, 0), T(17, 0), NULL, 0},
                                               {NULL, 1, T(18, 30), T(20, 30), NULL, 0},
                                               {NULL, 3, T(14, 45), T(16, 45), NULL, 0},
                                               {NULL, 4, T(8, 30), T(12, 0), NULL, 0}};
static const char *const languages[LANGUAGES] = {"ar", "ti", "tr", "uk"};

typedef struct bench_child {
    char id[32];
    int teacher, family, minutes;
    int language; /* -1 for none */
} bench_child;

typedef struct bench_family {
    char adult_id[2][32];
    int adult_count, pattern, language;
    int first, count; /* its children */
} bench_family;

static int teacher_count, child_count, family_count;
static int are_shared; /* do the teachers of a pair share their two groups? */
static bench_child children[MOST_CHILDREN];
static bench_family families[MOST_CHILDREN];
static char staff_ids[MOST_TEACHERS][32];
static schakel_block blocks[MOST_TEACHERS * BLOCKS];
static schakel_interpreter_block interpreters[200];
static size_t interpreter_count;

static void must(schakel_status status)
{
    if (status != SCHAKEL_OK) {
        fprintf(stderr, "%s\n", schakel_status_text(status));
        exit(1);
    }
}

static int draw_pattern(void)
{
    int at = draw(100), i = 0;
    for (; at >= patterns[i].weight; i++)
        at -= patterns[i].weight;
    return i;
}

/* Families with one to four children in different groups; 15 in 100 need an interpreter. */
static void draw_families(int wanted)
{
    static const int sizes[] = {1, 1, 1, 1, 1, 1, 2, 2, 2, 3};
    family_count = child_count = 0;
    while (child_count < wanted) {
        bench_family *family = &families[family_count];
        int size = draw(60) == 0 ? 4 : sizes[draw(10)], group = draw(teacher_count);
        *family = (bench_family){.adult_count = 1 + (draw(10) < 6),
                                 .pattern = draw_pattern(),
                                 .language = draw(100) < 15 ? draw(LANGUAGES) : -1,
                                 .first = child_count,
                                 .count = size};
        for (int i = 0; i < family->adult_count; i++)
            snprintf(family->adult_id[i], sizeof family->adult_id[i], "a%04d-%d", family_count, i);
        for (int i = 0; i < size; i++) {
            bench_child *child = &children[child_count];
            snprintf(child->id, sizeof child->id, "c%04d", child_count);
            child->teacher = (group + i * (1 + teacher_count / 4)) % teacher_count;
            child->family = family_count;
            child->language = family->language;
            child->minutes = family->language < 0 ? MINUTES : 2 * MINUTES;
            child_count++;
        }
        family_count++;
    }
}

static void draw_sittings(void)
{
    for (int t = 0; t < teacher_count; t++) {
        snprintf(staff_ids[t], sizeof staff_ids[t], "s%02d", t);
        for (int b = 0; b < BLOCKS; b++) {
            blocks[t * BLOCKS + b] = sittings[b];
            blocks[t * BLOCKS + b].staff_id = staff_ids[t];
            blocks[t * BLOCKS + b].date += MONDAY;
        }
    }
    /* Of each language an interpreter, and one more for each 12 teachers, at each sitting. */
    interpreter_count = 0;
    for (int l = 0; l < LANGUAGES; l++)
        for (int b = 0; b < BLOCKS; b++)
            for (int i = 0; i < 1 + teacher_count / 12; i++)
                interpreters[interpreter_count++] = (schakel_interpreter_block){
                    languages[l], NULL, MONDAY + sittings[b].date, sittings[b].start, sittings[b].end};
}

static void add_staff(schakel_school *school)
{
    for (int t = 0; t < teacher_count; t++) {
        schakel_staff staff = SCHAKEL_STAFF_INIT;
        staff.id = staff_ids[t];
        must(schakel_school_add_staff(school, &staff, NULL));
    }
    for (int t = 0; t < teacher_count; t++) {
        const char *ids[] = {staff_ids[t], staff_ids[t ^ 1]};
        schakel_group group = {sizeof group, staff_ids[t], NULL, 3, ids, are_shared ? 2 : 1, NULL};
        must(schakel_school_add_group(school, &group, NULL));
    }
}

static void add_family(schakel_school *school, const bench_family *family)
{
    for (int i = 0; i < family->adult_count; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_language_skill skill = {family->language < 0 ? "nl" : languages[family->language],
                                        SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
        adult.id = family->adult_id[i];
        adult.languages = &skill;
        adult.language_count = 1;
        adult.windows = patterns[family->pattern].windows;
        adult.window_count = i == 0 ? patterns[family->pattern].count : 0;
        must(schakel_school_add_adult(school, &adult, NULL));
    }
    for (int i = family->first; i < family->first + family->count; i++) {
        schakel_child child = {sizeof child, children[i].id, NULL, staff_ids[children[i].teacher],
                               NULL,         SCHAKEL_NO_DATE};
        must(schakel_school_add_child(school, &child, NULL));
        for (int k = 0; k < family->adult_count; k++) {
            schakel_tie tie = SCHAKEL_TIE_INIT;
            tie.child_id = child.id;
            tie.adult_id = family->adult_id[k];
            must(schakel_school_add_tie(school, &tie, NULL));
        }
    }
}

static schakel_school *make_school(const schakel_allocator *allocator)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_round round = SCHAKEL_ROUND_INIT;
    info.id = "bench";
    info.year_start = MONDAY - 30;
    info.year_end = MONDAY + 300;
    must(schakel_school_create(allocator, &school, NULL));
    must(schakel_school_set_info(school, &info, NULL));
    add_staff(school);
    for (int f = 0; f < family_count; f++)
        add_family(school, &families[f]);
    round.id = "round";
    round.blocks = blocks;
    round.block_count = (size_t)teacher_count * BLOCKS;
    round.interpreters = interpreters;
    round.interpreter_count = interpreter_count;
    must(schakel_school_add_round(school, &round, NULL));
    return school;
}

/* ------------------------------------------------------ first come, first served */

/* Where a child's talk is: a day and a time, or day -1. */
typedef struct place {
    int day, start, interpreter;
} place;

static place places[MOST_CHILDREN];

static int overlap(const place *a, int a_minutes, const place *b, int b_minutes, int gap)
{
    return a->day == b->day && a->start < b->start + b_minutes + gap && b->start < a->start + a_minutes + gap;
}

/* Is a place free of all that others took? `mine` counts for the walk of the family as well. */
static int is_free(int child, const place *at)
{
    for (int i = 0; i < child_count; i++) {
        int gap = children[i].family == children[child].family ? WALK : 0;
        int shares = gap > 0 || children[i].teacher == children[child].teacher ||
                     (at->interpreter >= 0 && places[i].interpreter == at->interpreter);
        if (i != child && places[i].day >= 0 && shares &&
            overlap(at, children[child].minutes, &places[i], children[i].minutes, gap))
            return 0;
    }
    return 1;
}

/* An interpreter who is free, into the place; 0 when one is needed and there is none. */
static int find_interpreter(int child, place *at)
{
    at->interpreter = -1;
    if (children[child].language < 0)
        return is_free(child, at);
    for (size_t i = 0; i < interpreter_count; i++) {
        const schakel_interpreter_block *block = &interpreters[i];
        at->interpreter = (int)i;
        if (block->language == languages[children[child].language] && block->date == MONDAY + at->day &&
            block->start <= at->start && at->start + children[child].minutes <= block->end &&
            is_free(child, at))
            return 1;
    }
    return 0;
}

static int can_come(const bench_family *family, int day, int start, int minutes)
{
    const pattern *p = &patterns[family->pattern];
    return schakel_available(p->windows, p->count, NULL, 0, MONDAY + day, start, start + minutes);
}

/* What one more talk costs a family that has some: another visit, or waiting, as the library counts it. */
static int price_of(const bench_family *family, int child, const place *at)
{
    int price = 400, any = 0;
    for (int i = family->first; i < family->first + family->count; i++) {
        if (i == child || places[i].day < 0)
            continue;
        any = 1;
        int after = at->start - places[i].start - children[i].minutes;
        int before = places[i].start - at->start - children[child].minutes;
        int gap = after > before ? after : before;
        if (places[i].day == at->day && gap <= 60 && 2 * (gap - WALK) < price)
            price = 2 * (gap - WALK);
    }
    return any ? price : 0;
}

/* The best place for a child, from a first day and time on; returns its price, or -1 when there is none. */
static int take_place(const bench_family *family, int child, int from_block, int from_slot)
{
    place best = {-1, 0, -1};
    int least = -1;
    for (int b = from_block; b < BLOCKS; b++)
        for (int slot = b == from_block ? from_slot : 0;
             sittings[b].start + slot * MINUTES + children[child].minutes <= sittings[b].end; slot++) {
            place at = {sittings[b].date, sittings[b].start + slot * MINUTES, -1};
            if (!can_come(family, at.day, at.start, children[child].minutes))
                continue;
            int price = price_of(family, child, &at);
            if ((least < 0 || price < least) && find_interpreter(child, &at)) {
                best = at;
                least = price;
            }
        }
    places[child] = best;
    return least;
}

/* Try each time for the first child, and what is nearest for the others. */
static void serve(const bench_family *family)
{
    place best[4] = {{-1, 0, -1}, {-1, 0, -1}, {-1, 0, -1}, {-1, 0, -1}};
    int least = 1000000;
    for (int b = 0; b < BLOCKS; b++)
        for (int slot = 0; slot < 14; slot++) {
            int price = 0;
            for (int i = 0; i < family->count; i++) {
                int one = take_place(family, family->first + i, i == 0 ? b : 0, i == 0 ? slot : 0);
                price += one < 0 ? 100000 : one;
            }
            if (price < least) {
                memcpy(best, &places[family->first], (size_t)family->count * sizeof *best);
                least = price;
            }
            for (int i = 0; i < family->count; i++)
                places[family->first + i].day = -1;
            if (family->count == 1)
                b = slot = BLOCKS + 14;
        }
    memcpy(&places[family->first], best, (size_t)family->count * sizeof *best);
}

static int is_on_one_visit(const bench_family *family)
{
    for (int i = family->first; i < family->first + family->count; i++)
        if (places[i].day < 0 || places[i].day != places[family->first].day)
            return 0;
    /* Each but the last has another within an hour after it. */
    int ends = 0;
    for (int i = family->first; i < family->first + family->count; i++) {
        int next = 0;
        for (int k = family->first; k < family->first + family->count; k++)
            next |= places[k].start > places[i].start &&
                    places[k].start - places[i].start - children[i].minutes <= 60;
        ends += !next;
    }
    return ends == 1;
}

/* Minutes that teachers wait between two talks of a sitting. */
static int count_holes(void)
{
    int holes = 0;
    for (int i = 0; i < child_count; i++) {
        int next = T(24, 0);
        for (int k = 0; k < child_count; k++)
            if (children[k].teacher == children[i].teacher && places[k].day == places[i].day &&
                places[k].start > places[i].start && places[k].start < next)
                next = places[k].start;
        int end = places[i].start + children[i].minutes;
        for (int b = 0; b < BLOCKS && places[i].day >= 0; b++)
            if (sittings[b].date == places[i].day && sittings[b].start < end && next < sittings[b].end)
                holes += next - end;
    }
    return holes;
}

static void first_come(void)
{
    static int order[MOST_CHILDREN];
    int placed = 0, several = 0, together = 0;
    double start = now_ms();
    for (int i = 0; i < child_count; i++)
        places[i] = (place){-1, 0, -1};
    for (int f = 0; f < family_count; f++) {
        int other = draw(f + 1);
        order[f] = order[other];
        order[other] = f;
    }
    for (int f = 0; f < family_count; f++)
        serve(&families[order[f]]);
    for (int i = 0; i < child_count; i++)
        placed += places[i].day >= 0;
    for (int f = 0; f < family_count; f++) {
        several += families[f].count > 1;
        together += families[f].count > 1 && is_on_one_visit(&families[f]);
    }
    double spent = now_ms() - start;
    printf(
        "  first come, first served: %4d placed; %d of %d families with several on one visit; holes %d minutes; "
        "%.0f ms\n",
        placed, together, several, count_holes(), spent);
}

/* ------------------------------------------------------------------- measuring */

/* A timetable, what making it took, and how many talks without a time have a change that would give them one. */
typedef struct measured {
    schakel_timetable_summary summary;
    double spent;
    size_t memory, helped;
} measured;

static measured make_timetable(schakel_school *school)
{
    measured m = {SCHAKEL_TIMETABLE_SUMMARY_INIT, 0, 0, 0};
    schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    schakel_timetable *timetable = NULL;
    options.round_id = "round";
    options.today = MONDAY - 14;
    size_t before = most_live = live;
    double start = now_ms();
    must(schakel_timetable_make(school, &options, &timetable, NULL));
    m.spent = now_ms() - start;
    m.memory = most_live - before;
    must(schakel_timetable_get_summary(timetable, &m.summary));
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
        must(schakel_timetable_get(timetable, i, &row));
        m.helped += row.text_en != NULL && strncmp(row.text_en, "This talk is possible", 21) == 0;
    }
    must(schakel_timetable_apply(timetable, school, NULL));
    schakel_timetable_destroy(timetable);
    return m;
}

static void measure(int teachers, int wanted, int shared)
{
    schakel_allocator allocator = SCHAKEL_ALLOCATOR_INIT;
    allocator.allocate = count_allocate;
    allocator.reallocate = count_reallocate;
    allocator.release = count_release;
    seed = (uint64_t)wanted;
    teacher_count = teachers;
    are_shared = shared;
    draw_families(wanted);
    draw_sittings();
    schakel_school *school = make_school(&allocator);
    measured m = make_timetable(school), again = make_timetable(school);
    const schakel_timetable_summary *s = &m.summary;
    printf("%d teachers%s, %d children\n", teachers, shared ? " in pairs" : "", child_count);
    printf(
        "  timetable: %4zu placed, at most %zu; %zu of %zu families with several on one visit; "
        "holes %d minutes\n    cost %lld, at least %lld; %s; %.0f ms, %.1f MB; a change would help %zu of the %zu others\n",
        s->placed, s->most, s->together, s->families, (int)s->hole_minutes, (long long)s->cost,
        (long long)s->bound, s->optimal ? "proven best" : "not proven", m.spent, (double)m.memory / 1e6,
        m.helped, s->talks - s->placed);
    printf("  put in and made again: %zu placed, %zu moved, %.0f ms\n", again.summary.placed,
           again.summary.moved, again.spent);
    if (!shared)
        first_come();
    schakel_school_destroy(school);
}

int main(void)
{
    static const int sizes[][2] = {{10, 200}, {20, 500}, {40, 1000}, {60, 1500}};
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (int shared = 0; shared <= 1; shared++)
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
            measure(sizes[i][0], sizes[i][1], shared);
    return 0;
}
