/* Who can come at which moment. */
#include "outreach/timing.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"

/* ------------------------------------------------------------------------ slots */

enum { DAY_END = 1440, WORD_BITS = 64 };

static schakel_status check_slots(const schakel_slot *slots, size_t count, schakel_error *error)
{
    if (count > SCHAKEL_SLOTS_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, "/slots", "expected at most %d moments, found %zu",
                       SCHAKEL_SLOTS_MAX, count);
    for (size_t i = 0; i < count; i++) {
        char path[32];
        snprintf(path, sizeof path, "/slots/%zu", i);
        if (schakel_date_to_ymd(slots[i].date, NULL, NULL, NULL) != SCHAKEL_OK)
            return sk_fail(error, SCHAKEL_INVALID, path, "expected a date in the years 1 to 9999");
        if (slots[i].start < 0 || slots[i].end <= slots[i].start || slots[i].end > DAY_END)
            return sk_fail(error, SCHAKEL_INVALID, path,
                           "expected a start and a later end on one day, found %d to %d minutes",
                           (int)slots[i].start, (int)slots[i].end);
    }
    return SCHAKEL_OK;
}

/* The activity's own time when no other is given; `own` is where it may lie. */
static schakel_status choose_slots(const schakel_school *school, schakel_timing_options *options,
                                   schakel_slot *own, schakel_error *error)
{
    if (options->slot_count != 0)
        return check_slots(options->slots, options->slot_count, error);
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    size_t index = schakel_school_find(school, SCHAKEL_KIND_ACTIVITY, options->activity_id);
    schakel_school_get_activity(school, index, &activity);
    if (activity.start == SCHAKEL_NO_TIME)
        return sk_fail(error, SCHAKEL_INVALID, "/slots", "expected a moment, since %s",
                       activity.id == NULL ? "there is no activity to take one from"
                                           : "the activity has no time of its own");
    *own = (schakel_slot){activity.date, activity.start, activity.end};
    options->slots = own;
    options->slot_count = 1;
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------------ who can come */

/* Fill the slots of each member and count everybody; `unknown` tells of each whether they said nothing. */
static void find_who_can(schakel_timing *timing, const schakel_school *school, const schakel_slot *slots,
                         unsigned char *unknown)
{
    schakel_timing_people *people = &timing->people;
    people->families = timing->audience.family_count;
    people->adults = timing->audience.count;
    for (size_t i = 0; i < timing->audience.count; i++) {
        const sk_member *member = &timing->audience.members[i];
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(school, member->adult, &adult);
        timing->adult_ids[i] = adult.id;
        unknown[i] = !sk_said_when(&adult);
        people->mothers += (size_t)member->is_mother;
        people->fathers += (size_t)member->is_father;
        people->unknown += unknown[i];
        for (size_t slot = 0; slot < timing->slot_count; slot++)
            if (schakel_available(adult.windows, adult.window_count, adult.exceptions, adult.exception_count,
                                  slots[slot].date, slots[slot].start, slots[slot].end))
                sk_slots_of(timing, i)[slot / WORD_BITS] |= UINT64_C(1) << slot % WORD_BITS;
    }
}

static int can_come(const schakel_timing *timing, size_t member, size_t slot)
{
    return (sk_slots_of(timing, member)[slot / WORD_BITS] >> slot % WORD_BITS) & 1;
}

/* Count who can come at a slot. `last_slot` holds of each family the last slot that counted it, from 1. */
static schakel_timing_row count_slot(const schakel_timing *timing, size_t slot, const unsigned char *unknown,
                                     uint32_t *last_slot)
{
    schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
    row.slot_index = slot;
    for (size_t i = 0; i < timing->audience.count; i++) {
        const sk_member *member = &timing->audience.members[i];
        if (!can_come(timing, i, slot))
            continue;
        row.adults++;
        row.mothers += (size_t)member->is_mother;
        row.fathers += (size_t)member->is_father;
        row.unknown += unknown[i];
        for (size_t f = 0; f < member->family_count; f++) {
            row.families += last_slot[member->families[f]] != slot + 1;
            last_slot[member->families[f]] = (uint32_t)slot + 1;
        }
    }
    return row;
}

/* The members that a slot shuts out, or NULL when memory ran out. */
static const uint32_t *find_shut_out(schakel_timing *timing, const schakel_timing_row *row)
{
    uint32_t *places = sk_arena_alloc(&timing->arena, (timing->people.adults - row->adults) * sizeof *places);
    size_t count = 0;
    for (size_t i = 0; places != NULL && i < timing->audience.count; i++)
        if (!can_come(timing, i, row->slot_index))
            places[count++] = (uint32_t)i;
    return places;
}

/* ----------------------------------------------------------------------- ranking */

static int compare(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int best_first(const void *a, const void *b)
{
    const schakel_timing_row *left = &((const sk_moment *)a)->row, *right = &((const sk_moment *)b)->row;
    const int steps[] = {compare(right->families, left->families),
                         compare(right->adults, left->adults),
                         compare(sk_fewer_parents(right), sk_fewer_parents(left)),
                         (left->slot.date > right->slot.date) - (left->slot.date < right->slot.date),
                         left->slot.start - right->slot.start,
                         left->slot.end - right->slot.end,
                         compare(left->slot_index, right->slot_index)};
    size_t step = 0;
    while (step + 1 < sizeof steps / sizeof steps[0] && steps[step] == 0)
        step++;
    return steps[step];
}

static int make_moments(schakel_timing *timing, const schakel_school *school, const schakel_slot *slots)
{
    sk_arena *arena = &timing->arena;
    size_t members = timing->audience.count;
    timing->words = (timing->slot_count + WORD_BITS - 1) / WORD_BITS;
    timing->adult_ids = sk_arena_alloc(arena, members * sizeof *timing->adult_ids);
    timing->can_come = sk_arena_array(arena, members * timing->words, sizeof *timing->can_come, 0);
    timing->moments = sk_arena_alloc(arena, timing->slot_count * sizeof *timing->moments);
    unsigned char *unknown = sk_arena_alloc(arena, members);
    uint32_t *last_slot = sk_arena_array(arena, timing->audience.family_count, sizeof *last_slot, 0);
    if (timing->adult_ids == NULL || timing->can_come == NULL || timing->moments == NULL || unknown == NULL ||
        last_slot == NULL)
        return 0;
    find_who_can(timing, school, slots, unknown);
    for (size_t i = 0; i < timing->slot_count; i++) {
        sk_moment *moment = &timing->moments[i];
        moment->row = count_slot(timing, i, unknown, last_slot);
        moment->row.slot = slots[i];
        moment->shut_out = find_shut_out(timing, &moment->row);
        if (moment->shut_out == NULL)
            return 0;
    }
    qsort(timing->moments, timing->slot_count, sizeof *timing->moments, best_first);
    return 1;
}

/* ------------------------------------------------------------------ public calls */

static schakel_status fill(schakel_timing *timing, const schakel_school *school,
                           schakel_timing_options *options, schakel_error *error)
{
    const sk_audience_of of = {options->activity_id, options->group_ids, options->group_count,
                               options->today};
    schakel_slot own;
    schakel_status status = sk_audience_find(&timing->audience, school, &of, &timing->arena, error);
    if (status == SCHAKEL_OK)
        status = choose_slots(school, options, &own, error);
    if (status != SCHAKEL_OK)
        return status;
    timing->slot_count = options->slot_count;
    return make_moments(timing, school, options->slots) ? SCHAKEL_OK : sk_fail_memory(error);
}

schakel_status schakel_timing_make(const schakel_school *school, const schakel_timing_options *options,
                                   schakel_timing **out, schakel_error *error)
{
    schakel_timing_options used = SCHAKEL_TIMING_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || options == NULL || out == NULL || !sk_record_in(options, &used, sizeof used))
        return sk_fail_misuse(error, "expected a school, options and a place for the timing");
    if ((used.group_ids == NULL && used.group_count != 0) || (used.slots == NULL && used.slot_count != 0))
        return sk_fail_misuse(error, "expected the groups and the moments that are counted");
    const schakel_allocator *allocator = sk_handle_allocator(school);
    schakel_timing *timing = sk_alloc_zeroed(allocator, 1, sizeof *timing);
    if (timing == NULL)
        return sk_fail_memory(error);
    timing->allocator = *allocator;
    timing->people = (schakel_timing_people)SCHAKEL_TIMING_PEOPLE_INIT;
    sk_arena_init(&timing->arena, &timing->allocator);
    schakel_status status = fill(timing, school, &used, error);
    if (status != SCHAKEL_OK) {
        schakel_timing_destroy(timing);
        return status;
    }
    *out = timing;
    return SCHAKEL_OK;
}

void schakel_timing_destroy(schakel_timing *timing)
{
    if (timing == NULL)
        return;
    schakel_allocator allocator = timing->allocator;
    sk_arena_destroy(&timing->arena);
    sk_free(&allocator, timing);
}

schakel_status schakel_timing_get_people(const schakel_timing *timing, schakel_timing_people *out)
{
    if (timing == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &timing->people, sizeof timing->people) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_timing_count(const schakel_timing *timing)
{
    return timing == NULL ? 0 : timing->slot_count;
}

schakel_status schakel_timing_get(const schakel_timing *timing, size_t rank, schakel_timing_row *out)
{
    if (out == NULL || rank >= schakel_timing_count(timing))
        return SCHAKEL_MISUSE;
    const schakel_timing_row *row = &timing->moments[rank].row;
    return sk_record_out(out, row, sizeof *row) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_timing_shut_out_count(const schakel_timing *timing, size_t rank)
{
    return rank >= schakel_timing_count(timing) ? 0
                                                : timing->people.adults - timing->moments[rank].row.adults;
}

const char *schakel_timing_shut_out(const schakel_timing *timing, size_t rank, size_t index)
{
    return index >= schakel_timing_shut_out_count(timing, rank)
               ? NULL
               : timing->adult_ids[timing->moments[rank].shut_out[index]];
}
