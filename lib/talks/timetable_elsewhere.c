/* The days of a round, and the talks that people have on them besides it: nobody is in two places there either. */
#include <stdlib.h>

#include "talks/records.h"
#include "talks/timetable.h"

enum { DAY = 4 * 1440 }; /* on the clock: with what ends after midnight, and a long night */
enum { SCHOOL_DAYS = 5 };

/* ---------------------------------------------------------------------- days */

static size_t place_of_day(const sk_round_plan *plan, schakel_date date)
{
    size_t low = 0, high = plan->date_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (plan->dates[middle] < date)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int32_t sk_round_clock(const sk_round_plan *plan, schakel_date date, schakel_time time)
{
    return (int32_t)place_of_day(plan, date) * DAY + time;
}

static int by_date(const void *a, const void *b)
{
    schakel_date left = *(const schakel_date *)a, right = *(const schakel_date *)b;
    return (left > right) - (left < right);
}

/* Monday to Friday of the week of a day. */
static void add_week(sk_round_plan *plan, schakel_date date, size_t *count)
{
    for (int weekday = 1; weekday <= SCHOOL_DAYS; weekday++)
        plan->dates[(*count)++] = date - schakel_date_weekday(date) + weekday;
}

/* The days of blocks and fixed talks, and the other school days of those weeks, which may be proposed. */
static int find_dates(sk_round_plan *plan)
{
    size_t count = 0, blocks = plan->round->block_count;
    plan->dates =
        sk_arena_alloc(plan->arena, (blocks * (SCHOOL_DAYS + 1) + plan->talk_count) * sizeof *plan->dates);
    if (plan->dates == NULL)
        return 0;
    for (size_t i = 0; i < blocks; i++) {
        plan->dates[count++] = plan->blocks[i]->date;
        if (i == 0 || plan->blocks[i]->date != plan->blocks[i - 1]->date)
            add_week(plan, plan->blocks[i]->date, &count);
    }
    for (size_t i = 0; i < plan->talk_count; i++)
        if (plan->talks[i].fixed)
            plan->dates[count++] = plan->talks[i].planned->date;
    if (count > 0)
        qsort(plan->dates, count, sizeof *plan->dates, by_date);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || plan->dates[i] != plan->dates[i - 1])
            plan->dates[plan->date_count++] = plan->dates[i];
    return 1;
}

/* ----------------------------------------------------------------- elsewhere */

static int is_elsewhere(const sk_round_plan *plan, const schakel_talk *record)
{
    size_t day = place_of_day(plan, record->date);
    return record->round_id != plan->round->id && record->state == SCHAKEL_TALK_PLANNED &&
           record->start != SCHAKEL_NO_TIME && day < plan->date_count && plan->dates[day] == record->date;
}

/* After the talks of the round, and not counted with them. Returns 0 when memory ran out. */
static int add_elsewhere(sk_round_plan *plan, const schakel_talk *record)
{
    size_t count = plan->talk_count + plan->elsewhere_count + 1;
    sk_staffing *staffing = sk_arena_alloc(plan->arena, sizeof *staffing);
    if (staffing == NULL ||
        !sk_grow(plan->arena->allocator, &plan->talks, &plan->talk_capacity, count, sizeof *plan->talks))
        return 0;
    *staffing = (sk_staffing){.staff_ids = record->staff_ids, .staff_count = record->staff_count};
    plan->elsewhere_count++;
    plan->talks[count - 1] =
        (sk_round_talk){.child = schakel_school_find(plan->school, SCHAKEL_KIND_CHILD, record->child_id),
                        .adult_ids = record->adult_ids,
                        .adult_count = record->adult_count,
                        .staffings = staffing,
                        .staffing_count = 1,
                        .minutes = record->minutes > 0 ? record->minutes : plan->round->minutes,
                        .part = record->child,
                        .planned = record,
                        .fixed = 1};
    return 1;
}

int sk_round_find_elsewhere(sk_round_plan *plan)
{
    const size_t *places = sk_ids_in_order(plan->school, SCHAKEL_KIND_TALK, plan->arena);
    if (places == NULL || !find_dates(plan))
        return 0;
    for (size_t i = 0; i < schakel_school_count(plan->school, SCHAKEL_KIND_TALK); i++) {
        const schakel_talk *record = sk_entry(plan->school, SCHAKEL_KIND_TALK, places[i]);
        if (is_elsewhere(plan, record) && !add_elsewhere(plan, record))
            return 0;
    }
    return 1;
}

int sk_round_take_elsewhere(sk_round_plan *plan)
{
    plan->elsewhere = sk_arena_alloc(plan->arena, plan->elsewhere_count * sizeof *plan->elsewhere);
    for (size_t i = 0; plan->elsewhere != NULL && i < plan->elsewhere_count; i++) {
        uint32_t talk = (uint32_t)(plan->talk_count + i), first_use = (uint32_t)plan->use_count;
        const schakel_talk *record = plan->talks[talk].planned;
        sk_round_time time = {.date = record->date,
                              .start = record->start,
                              .room = record->room,
                              .online = record->online,
                              .interpreter_id = record->interpreter_id,
                              .interpreter = SK_NONE};
        int32_t start = sk_round_clock(plan, record->date, record->start);
        if (!sk_round_use(plan, talk, &time))
            return 0;
        plan->elsewhere[i] = (sk_schedule_choice){start, start + plan->talks[talk].minutes, 0, first_use,
                                                  (uint32_t)plan->use_count - first_use};
    }
    return plan->elsewhere != NULL && sk_round_find_busy(plan, &plan->taken);
}
