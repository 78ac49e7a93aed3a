/* What is free when all talks have their time, and so the other times that each could have. */
#include <stdlib.h>

#include "talks/timetable.h"

/* ---------------------------------------------------------------------- busy */

static int compare_slots(const void *a, const void *b)
{
    const sk_busy_slot *left = a, *right = b;
    return (left->start > right->start) - (left->start < right->start);
}

/* When a talk is; NULL when it has no time, or none yet. */
static const sk_schedule_choice *choice_of(const sk_round_plan *plan, uint32_t talk)
{
    if (talk >= plan->talk_count)
        return &plan->elsewhere[talk - plan->talk_count];
    int has_time = plan->choice_of != NULL && plan->choice_of[talk] != SK_NONE;
    return has_time ? &plan->choices[plan->choice_of[talk]] : NULL;
}

static void fill_busy(const sk_round_plan *plan, sk_round_busy *busy)
{
    for (uint32_t t = 0; t < sk_round_all_talks(plan); t++) {
        const sk_schedule_choice *choice = choice_of(plan, t);
        for (uint32_t i = 0; choice != NULL && i < choice->use_count; i++)
            busy->slots[busy->first[plan->uses[choice->first_use + i] + 1]++] =
                (sk_busy_slot){choice->start, choice->end, t};
    }
}

int sk_round_find_busy(const sk_round_plan *plan, sk_round_busy *busy)
{
    uint32_t resources = plan->people.count;
    busy->count = resources;
    busy->first = sk_arena_array(plan->arena, (size_t)resources + 2, sizeof *busy->first, 0);
    if (busy->first == NULL)
        return 0;
    for (uint32_t t = 0; t < sk_round_all_talks(plan); t++) {
        const sk_schedule_choice *choice = choice_of(plan, t);
        for (uint32_t i = 0; choice != NULL && i < choice->use_count; i++)
            busy->first[plan->uses[choice->first_use + i] + 2]++;
    }
    for (uint32_t r = 0; r < resources; r++)
        busy->first[r + 2] += busy->first[r + 1];
    busy->slots = sk_arena_alloc(plan->arena, busy->first[resources + 1] * sizeof *busy->slots);
    if (busy->slots == NULL)
        return 0;
    fill_busy(plan, busy);
    for (uint32_t r = 0; r < resources; r++)
        if (busy->first[r + 1] > busy->first[r])
            qsort(busy->slots + busy->first[r], busy->first[r + 1] - busy->first[r], sizeof *busy->slots,
                  compare_slots);
    return 1;
}

static int is_resource_free(const sk_round_plan *plan, const sk_round_busy *busy, uint32_t resource,
                            uint32_t talk, const sk_schedule_choice *choice)
{
    int32_t gap = plan->people.gap[resource];
    if (resource >= busy->count) /* a room that no talk could be in before */
        return 1;
    for (uint32_t i = busy->first[resource]; i < busy->first[resource + 1]; i++) {
        const sk_busy_slot *slot = &busy->slots[i];
        if (slot->talk != talk && slot->start < choice->end + gap && choice->start < slot->end + gap)
            return 0;
    }
    return 1;
}

int sk_round_is_free(const sk_round_plan *plan, const sk_round_busy *busy, uint32_t talk,
                     const sk_schedule_choice *choice)
{
    for (uint32_t i = 0; i < choice->use_count; i++)
        if (!is_resource_free(plan, busy, plan->uses[choice->first_use + i], talk, choice))
            return 0;
    return 1;
}

/* ------------------------------------------------------------------- moments */

/* A choice at another time, and how much it differs from the talk otherwise. */
typedef struct other_time {
    const sk_round_time *time;
    int unlike;
} other_time;

static int is_one_moment(const other_time *a, const other_time *b)
{
    return a->time->date == b->time->date && a->time->start == b->time->start;
}

/* By date and start, what is most like the talk first; what is as like comes as the choices do. */
static int compare_times(const void *a, const void *b)
{
    const other_time *left = a, *right = b;
    if (left->time->date != right->time->date)
        return left->time->date < right->time->date ? -1 : 1;
    if (left->time->start != right->time->start)
        return left->time->start < right->time->start ? -1 : 1;
    if (left->unlike != right->unlike)
        return left->unlike < right->unlike ? -1 : 1;
    return (left->time > right->time) - (left->time < right->time);
}

/* Would it be another time, that the family hears of early enough? */
static int is_another(const sk_round_plan *plan, const schakel_timetable_row *row, const sk_round_time *time)
{
    return time->date >= plan->earliest && (time->date != row->date || time->start != row->start);
}

/* Another teacher differs more than by video or on the spot, and that more than another room. */
static int unlikeness(const schakel_timetable_row *row, const schakel_timetable_moment *moment)
{
    return 4 * (moment->staff_id != row->staff_ids[0]) + 2 * (moment->online != row->online) +
           !sk_round_same_text(moment->room, row->room);
}

static schakel_timetable_moment moment_of(const sk_round_talk *talk, const sk_round_time *time)
{
    return (schakel_timetable_moment){time->date, time->start, time->online ? NULL : time->room, time->online,
                                      sk_leader_id(talk, time->leader)};
}

/* Keep each date and start once. Returns 0 when memory ran out. */
static int keep_moments(schakel_timetable *timetable, const sk_round_talk *talk, sk_timetable_entry *entry,
                        other_time *times, size_t count)
{
    schakel_timetable_moment *moments = sk_arena_alloc(&timetable->arena, count * sizeof *moments);
    if (count > 0)
        qsort(times, count, sizeof *times, compare_times);
    for (size_t i = 0; moments != NULL && i < count; i++)
        if (i == 0 || !is_one_moment(&times[i - 1], &times[i]))
            moments[entry->moment_count++] = moment_of(talk, times[i].time);
    entry->moments = moments;
    return moments != NULL;
}

static int find_moments(schakel_timetable *timetable, const sk_round_plan *plan, const sk_round_busy *busy,
                        sk_timetable_entry *entry)
{
    const sk_round_talk *talk = &plan->talks[entry->talk];
    uint32_t first = plan->first_choice[entry->talk], end = plan->first_choice[entry->talk + 1];
    other_time *times = sk_arena_alloc(plan->arena, (end - first) * sizeof *times);
    size_t count = 0;
    for (uint32_t c = first; times != NULL && c < end; c++) {
        const sk_round_time *time = &plan->times[c];
        if (!is_another(plan, &entry->row, time) ||
            !sk_round_is_free(plan, busy, entry->talk, &plan->choices[c]))
            continue;
        schakel_timetable_moment moment = moment_of(talk, time);
        times[count++] = (other_time){time, unlikeness(&entry->row, &moment)};
    }
    return times != NULL && keep_moments(timetable, talk, entry, times, count);
}

int sk_timetable_find_moments(schakel_timetable *timetable, const sk_round_plan *plan,
                              const sk_round_busy *busy)
{
    for (size_t i = 0; i < timetable->count; i++)
        if (!find_moments(timetable, plan, busy, &timetable->entries[i]))
            return 0;
    return 1;
}

size_t schakel_timetable_moment_count(const schakel_timetable *timetable, size_t index)
{
    return timetable == NULL || index >= timetable->count ? 0 : timetable->entries[index].moment_count;
}

schakel_status schakel_timetable_get_moment(const schakel_timetable *timetable, size_t index,
                                            size_t moment_index, schakel_timetable_moment *out)
{
    if (out == NULL || moment_index >= schakel_timetable_moment_count(timetable, index))
        return SCHAKEL_MISUSE;
    *out = timetable->entries[index].moments[moment_index];
    return SCHAKEL_OK;
}
