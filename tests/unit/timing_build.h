/* Small schools whose parents work in shifts, worked out by hand or drawn at random. */
#ifndef TESTS_UNIT_TIMING_BUILD_H
#define TESTS_UNIT_TIMING_BUILD_H

#include <stdio.h>
#include <string.h>

#include "schakel/schakel.h"

enum { WORKDAYS = 0x1F, SATURDAY = 0x20, TUESDAY_THURSDAY = 0xA };
enum { TODAY = 20697 /* 2026-09-01, a Tuesday */, TUESDAY = TODAY + 35 };

#define TELL(school, kind, record)                                                                           \
    do {                                                                                                     \
        schakel_error told_error = SCHAKEL_ERROR_INIT;                                                       \
        if (schakel_school_add_##kind(school, record, &told_error) != SCHAKEL_OK)                            \
            fail_msg("%s: %s", told_error.path, told_error.message);                                         \
    } while (0)

static inline schakel_time at(int hour, int minute)
{
    return hour * 60 + minute;
}

static inline schakel_school *begin_school(schakel_stage stage)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.stage = stage;
    info.year_start = schakel_date_from_ymd(2026, 8, 1);
    info.year_end = schakel_date_from_ymd(2027, 7, 31);
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    return school;
}

static inline void add_group(schakel_school *school, const char *id)
{
    schakel_group group = SCHAKEL_GROUP_INIT;
    group.id = id;
    TELL(school, group, &group);
}

static inline void add_child(schakel_school *school, const char *id, const char *group_id)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = id;
    child.group_id = group_id;
    TELL(school, child, &child);
}

/* An adult who can come in one window a week; on no day at all for no window. */
static inline void add_adult(schakel_school *school, const char *id, uint32_t weekdays, schakel_time start,
                             schakel_time end, const schakel_exception *exception)
{
    schakel_window window = {weekdays, start, end};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.windows = &window;
    adult.window_count = weekdays != 0;
    adult.exceptions = exception;
    adult.exception_count = exception != NULL;
    TELL(school, adult, &adult);
}

static inline void add_tie(schakel_school *school, const char *child_id, const char *adult_id,
                           schakel_tie_kind kind)
{
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = child_id;
    tie.adult_id = adult_id;
    tie.kind = kind;
    TELL(school, tie, &tie);
}

/* The child's parent lets an adult be told when things are. */
static inline void add_consent(schakel_school *school, const char *id, const char *child_id,
                               const char *adult_id, const char *by_adult_id)
{
    schakel_consent consent = SCHAKEL_CONSENT_INIT;
    consent.id = id;
    consent.child_id = child_id;
    consent.adult_id = adult_id;
    consent.by_adult_id = by_adult_id;
    consent.scopes = SCHAKEL_SCOPE_PRACTICAL;
    consent.given = TODAY - 10;
    TELL(school, consent, &consent);
}

/*
 * Four families, seven adults:
 *  c1: mum1 works days, dad1 works evenings;
 *  c2 and c3: mum2 can come on Saturdays, dad2 on Tuesdays and Thursdays; they live apart;
 *  c4: mum4 and aunt4 said nothing of when they can come; mum4 lets the aunt be invited;
 *  c5: guard5 cannot come on the evening of Tuesday 6 October.
 * `turn` adds the adults in another order.
 */
static inline schakel_school *school_in_shifts(size_t turn)
{
    static const schakel_exception away = {TUESDAY, 18 * 60, 22 * 60, 0};
    static const struct {
        const char *id;
        uint32_t weekdays;
        int from, until;
        const schakel_exception *exception;
    } adults[] = {{"mum1", WORKDAYS, 15, 22, NULL}, {"dad1", WORKDAYS, 8, 14, NULL},
                  {"mum2", SATURDAY, 9, 17, NULL},  {"dad2", TUESDAY_THURSDAY, 0, 24, NULL},
                  {"mum4", 0, 0, 0, NULL},          {"aunt4", 0, 0, 0, NULL},
                  {"guard5", 0, 0, 0, &away}};
    enum { ADULTS = sizeof adults / sizeof adults[0] };
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_group(school, "g1");
    add_group(school, "g2");
    for (size_t i = 0; i < ADULTS; i++) {
        size_t k = (i + turn) % ADULTS;
        add_adult(school, adults[k].id, adults[k].weekdays, at(adults[k].from, 0), at(adults[k].until, 0),
                  adults[k].exception);
    }
    add_child(school, "c1", "g1");
    add_child(school, "c2", "g1");
    add_child(school, "c3", "g2");
    add_child(school, "c4", "g2");
    add_child(school, "c5", "g2");
    add_tie(school, "c1", "mum1", SCHAKEL_TIE_MOTHER);
    add_tie(school, "c1", "dad1", SCHAKEL_TIE_FATHER);
    add_tie(school, "c2", "mum2", SCHAKEL_TIE_MOTHER);
    add_tie(school, "c3", "mum2", SCHAKEL_TIE_MOTHER);
    add_tie(school, "c2", "dad2", SCHAKEL_TIE_FATHER);
    add_tie(school, "c3", "dad2", SCHAKEL_TIE_FATHER);
    add_tie(school, "c4", "mum4", SCHAKEL_TIE_MOTHER);
    add_tie(school, "c4", "aunt4", SCHAKEL_TIE_RELATIVE);
    add_tie(school, "c5", "guard5", SCHAKEL_TIE_GUARDIAN);
    add_consent(school, "k4", "c4", "aunt4", "mum4");
    return school;
}

/* Tuesday evening, Wednesday morning, Saturday morning, Thursday after lunch. */
static const schakel_slot shift_slots[] = {{TUESDAY, 19 * 60 + 30, 21 * 60},
                                           {TUESDAY + 1, 8 * 60 + 30, 9 * 60 + 30},
                                           {TUESDAY + 4, 10 * 60, 12 * 60},
                                           {TUESDAY + 2, 13 * 60, 14 * 60}};
enum { SHIFT_SLOTS = sizeof shift_slots / sizeof shift_slots[0] };

static inline schakel_timing *time_slots(const schakel_school *school, const schakel_slot *slots,
                                         size_t count)
{
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    schakel_timing *timing = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    options.today = TODAY;
    options.slots = slots;
    options.slot_count = count;
    if (schakel_timing_make(school, &options, &timing, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return timing;
}

/* ------------------------------------------------------------------- at random */

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static inline uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

enum { MOST_ADULTS = 7, MOST_CHILDREN = 5, MOST_SLOTS = 7 };
/* Ids whose order has nothing to do with the order of adding. */
static const char *const random_ids[] = {"q", "c", "x", "a", "m", "f", "t"};

static inline void draw_adult(schakel_school *school, const char *id, uint64_t seed)
{
    schakel_window windows[2];
    schakel_exception exceptions[2];
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.windows = windows;
    adult.window_count = draw(&seed, 3);
    adult.exceptions = exceptions;
    adult.exception_count = draw(&seed, 3);
    for (size_t i = 0; i < 2; i++) {
        schakel_time start = at((int)draw(&seed, 22), 0);
        windows[i] = (schakel_window){1 + draw(&seed, 127), start, start + 60 + 60 * (int)draw(&seed, 2)};
        start = at((int)draw(&seed, 20), 0);
        exceptions[i] = (schakel_exception){TODAY + (int)draw(&seed, 3), start,
                                            start + 60 + 60 * (int)draw(&seed, 4), (int)draw(&seed, 2)};
    }
    TELL(school, adult, &adult);
}

/* With another turn the same school, with its records added in another order. */
static inline schakel_school *draw_school(uint64_t seed, uint32_t turn)
{
    uint32_t adults = 1 + draw(&seed, MOST_ADULTS), children = 1 + draw(&seed, MOST_CHILDREN);
    schakel_school *school = begin_school(draw(&seed, 3) == 0 ? SCHAKEL_STAGE_MBO : SCHAKEL_STAGE_PO);
    for (uint32_t i = 0; i < adults; i++)
        draw_adult(school, random_ids[(i + turn) % adults], seed + (i + turn) % adults * 1000);
    add_group(school, "g0");
    add_group(school, "g1");
    for (uint32_t i = 0; i < children; i++) {
        uint32_t which = (i + turn) % children;
        uint64_t own = seed + 77 + which * 1000;
        uint32_t group = draw(&own, 3);
        const char *id = random_ids[which];
        add_child(school, id, group == 2 ? NULL : group == 1 ? "g1" : "g0");
        for (uint32_t k = 0; k < adults; k++) {
            schakel_tie tie = SCHAKEL_TIE_INIT;
            tie.child_id = id;
            tie.adult_id = random_ids[k];
            tie.kind = (schakel_tie_kind)draw(&own, 10);
            tie.informed = draw(&own, 5) != 0;
            tie.authority = (schakel_authority)draw(&own, 3);
            if (draw(&own, 2) == 0)
                TELL(school, tie, &tie);
        }
    }
    return school;
}

/* Slots in three days, some of them twice. */
static inline size_t draw_slots(schakel_slot slots[MOST_SLOTS], uint64_t seed)
{
    size_t count = 1 + draw(&seed, MOST_SLOTS);
    for (size_t i = 0; i < count; i++) {
        schakel_time start = at((int)draw(&seed, 22), 0);
        slots[i] = (schakel_slot){TODAY + (int)draw(&seed, 3), start, start + 30 + 60 * (int)draw(&seed, 2)};
    }
    return count;
}

/* ---------------------------------------------------------- worked out otherwise */

/* Can they come, minute by minute? */
static inline int can_come(const schakel_adult *adult, const schakel_slot *slot)
{
    uint32_t weekday = UINT32_C(1) << (schakel_date_weekday(slot->date) - 1);
    for (schakel_time minute = slot->start; minute < slot->end; minute++) {
        int can = adult->window_count == 0, cannot = 0;
        for (size_t i = 0; i < adult->window_count; i++)
            can |= (adult->windows[i].weekdays & weekday) && adult->windows[i].start <= minute &&
                   minute < adult->windows[i].end;
        for (size_t i = 0; i < adult->exception_count; i++) {
            const schakel_exception *exception = &adult->exceptions[i];
            if (exception->date != slot->date || exception->start > minute || exception->end <= minute)
                continue;
            can |= exception->available;
            cannot |= !exception->available;
        }
        if (cannot || !can)
            return 0;
    }
    return 1;
}

/* Whom it is about: adults by id, with the families of the children about whom they may be told. */
typedef struct people {
    size_t count;
    schakel_adult adults[MOST_ADULTS];
    uint32_t families[MOST_ADULTS]; /* bits */
    int is_mother[MOST_ADULTS], is_father[MOST_ADULTS];
    uint32_t all_families;
} people;

static inline int is_in(const char *group_id, const char *const *group_ids, size_t group_count)
{
    int found = group_count == 0;
    for (size_t i = 0; i < group_count && group_id != NULL; i++)
        found |= strcmp(group_id, group_ids[i]) == 0;
    return found;
}

/* Label children so that those who share a parent have one label. */
static inline void label_families(const schakel_school *school, uint32_t labels[MOST_CHILDREN])
{
    for (uint32_t i = 0; i < MOST_CHILDREN; i++)
        labels[i] = i;
    for (size_t round = 0; round < MOST_CHILDREN; round++)
        for (size_t a = 0; a < schakel_school_count(school, SCHAKEL_KIND_ADULT); a++) {
            uint32_t least = MOST_CHILDREN;
            for (int pass = 0; pass < 2; pass++)
                for (size_t t = 0; t < schakel_school_adult_tie_count(school, a); t++) {
                    schakel_tie tie = SCHAKEL_TIE_INIT;
                    schakel_school_get_adult_tie(school, a, t, &tie);
                    size_t child = schakel_school_find(school, SCHAKEL_KIND_CHILD, tie.child_id);
                    if (tie.kind > SCHAKEL_TIE_GUARDIAN)
                        continue;
                    if (pass == 1)
                        labels[child] = least;
                    least = labels[child] < least ? labels[child] : least;
                }
        }
}

static inline void find_people(people *found, const schakel_school *school, const char *const *group_ids,
                               size_t group_count)
{
    static const char *const sorted[] = {"a", "c", "f", "m", "q", "t", "x"};
    uint32_t labels[MOST_CHILDREN];
    label_families(school, labels);
    memset(found, 0, sizeof *found);
    for (size_t i = 0; i < sizeof sorted / sizeof sorted[0]; i++) {
        size_t adult = schakel_school_find(school, SCHAKEL_KIND_ADULT, sorted[i]), at_place = found->count;
        found->families[at_place] = 0;
        for (size_t t = 0; adult != SCHAKEL_NONE && t < schakel_school_adult_tie_count(school, adult); t++) {
            schakel_tie tie = SCHAKEL_TIE_INIT;
            schakel_child child = SCHAKEL_CHILD_INIT;
            schakel_told told = SCHAKEL_TOLD_INIT;
            schakel_school_get_adult_tie(school, adult, t, &tie);
            size_t index = schakel_school_find(school, SCHAKEL_KIND_CHILD, tie.child_id);
            schakel_school_get_child(school, index, &child);
            schakel_school_told(school, tie.child_id, sorted[i], SCHAKEL_SCOPE_PRACTICAL, TODAY, &told, NULL);
            if (!told.allowed || !is_in(child.group_id, group_ids, group_count))
                continue;
            found->families[at_place] |= UINT32_C(1) << labels[index];
            found->is_mother[at_place] |= tie.kind == SCHAKEL_TIE_MOTHER;
            found->is_father[at_place] |= tie.kind == SCHAKEL_TIE_FATHER;
        }
        if (found->families[at_place] == 0)
            continue;
        found->adults[at_place] = (schakel_adult)SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(school, adult, &found->adults[at_place]);
        found->all_families |= found->families[at_place];
        found->count++;
    }
}

static inline size_t count_bits(uint32_t bits)
{
    size_t count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

#endif
