/* How good a timetable is. */
#include <stdlib.h>

#include "talks/timetable.h"

/* The time of a talk, as one of those of a family or of a block. */
typedef struct slot {
    uint32_t owner;
    int32_t start, end;
} slot;

static int compare_slots(const void *a, const void *b)
{
    const slot *left = a, *right = b;
    if (left->owner != right->owner)
        return left->owner < right->owner ? -1 : 1;
    return (left->start > right->start) - (left->start < right->start);
}

static void sort_slots(slot *slots, size_t count)
{
    if (count > 0)
        qsort(slots, count, sizeof *slots, compare_slots);
}

static int32_t at_least_0(int32_t minutes)
{
    return minutes > 0 ? minutes : 0;
}

static const sk_schedule_choice *choice_of(const sk_round_plan *plan, uint32_t talk)
{
    return plan->choice_of[talk] == SK_NONE ? NULL : &plan->choices[plan->choice_of[talk]];
}

/* Who are at a talk that has a time. */
static const sk_staffing *staffing_of(const sk_round_plan *plan, uint32_t talk)
{
    return &plan->talks[talk].staffings[plan->times[plan->choice_of[talk]].leader];
}

/* ----------------------------------------------------------------- families */

/* Count the minutes that families wait, and the visits of each. */
static int32_t sum_visits(const sk_round_plan *plan, const slot *slots, size_t count, uint32_t *visits)
{
    int32_t wait = 0, latest = 0;
    for (size_t i = 0; i < count; i++) {
        int is_next =
            i > 0 && slots[i].owner == slots[i - 1].owner && slots[i].start <= latest + SK_ROUND_LONGEST_WAIT;
        visits[slots[i].owner] += !is_next;
        wait += is_next ? at_least_0(slots[i].start - latest - plan->round->walk_minutes) : 0;
        latest = is_next && latest > slots[i].end ? latest : slots[i].end;
    }
    return wait;
}

static int sum_families(schakel_timetable_summary *summary, const sk_round_plan *plan)
{
    slot *slots = sk_arena_alloc(plan->arena, plan->talk_count * sizeof *slots);
    uint32_t *visits = sk_arena_array(plan->arena, plan->family_count, sizeof *visits, 0);
    size_t count = 0;
    if (slots == NULL || visits == NULL)
        return 0;
    for (uint32_t i = 0; i < plan->talk_count; i++) {
        const sk_schedule_choice *choice = choice_of(plan, i);
        if (choice != NULL && plan->family[i] != SK_NONE)
            slots[count++] = (slot){plan->family[i], choice->start, choice->end};
    }
    sort_slots(slots, count);
    summary->wait_minutes = sum_visits(plan, slots, count, visits);
    /* A family of which a talk has no time is not all on one visit. */
    for (uint32_t i = 0; i < plan->talk_count; i++)
        if (plan->family[i] != SK_NONE && choice_of(plan, i) == NULL)
            visits[plan->family[i]] = 0;
    summary->families = plan->family_count;
    for (uint32_t i = 0; i < plan->family_count; i++)
        summary->together += visits[i] == 1;
    return 1;
}

/* --------------------------------------------------------------------- holes */

/* The block of a resource in which a talk begins, or SK_NONE. */
static uint32_t block_at(const sk_round_plan *plan, uint32_t resource, int32_t start)
{
    for (uint32_t i = 0; i < plan->hole_block_count; i++) {
        const sk_schedule_block *block = &plan->hole_blocks[i];
        if (block->resource == resource && block->from <= start && start < block->to)
            return i;
    }
    return SK_NONE;
}

static int sum_holes(schakel_timetable_summary *summary, const sk_round_plan *plan)
{
    size_t room = 0, count = 0;
    for (uint32_t i = 0; i < plan->talk_count; i++)
        room += choice_of(plan, i) == NULL ? 0 : staffing_of(plan, i)->staff_count;
    slot *slots = sk_arena_alloc(plan->arena, room * sizeof *slots);
    for (uint32_t i = 0; slots != NULL && i < plan->talk_count; i++) {
        const sk_schedule_choice *choice = choice_of(plan, i);
        for (size_t k = 0; choice != NULL && k < staffing_of(plan, i)->staff_count; k++) {
            size_t staff = sk_round_staff(plan, staffing_of(plan, i)->staff_ids[k]);
            uint32_t block = block_at(plan, plan->people.staff[staff], choice->start);
            if (block != SK_NONE)
                slots[count++] = (slot){block, choice->start, choice->end};
        }
    }
    if (slots == NULL)
        return 0;
    sort_slots(slots, count);
    for (size_t i = 1; i < count; i++)
        if (slots[i].owner == slots[i - 1].owner)
            summary->hole_minutes +=
                at_least_0(slots[i].start - slots[i - 1].end - plan->round->pause_minutes);
    return 1;
}

/* --------------------------------------------------------------------- talks */

static void sum_rows(schakel_timetable *timetable, const sk_round_plan *plan)
{
    schakel_timetable_summary *summary = &timetable->summary;
    summary->moved = timetable->gone_count;
    for (size_t i = 0; i < timetable->count; i++) {
        const schakel_timetable_row *row = &timetable->entries[i].row;
        const sk_round_talk *talk = &plan->talks[timetable->entries[i].talk];
        int is_placed = row->reason == SCHAKEL_PLACED, prefers = is_placed && talk->prefers != 0;
        summary->placed += (size_t)is_placed;
        summary->moved += (size_t)row->moved;
        summary->preferring += (size_t)prefers;
        summary->preferred += (size_t)(prefers && sk_round_is_preferred(talk, row->start));
    }
}

int sk_timetable_sum(schakel_timetable *timetable, const sk_round_plan *plan,
                     const sk_round_solution *solution)
{
    schakel_timetable_summary *summary = &timetable->summary;
    summary->struct_size = sizeof *summary;
    summary->talks = plan->talk_count;
    summary->most = solution->most;
    summary->cost = solution->cost;
    summary->bound = solution->bound;
    summary->optimal = solution->optimal;
    sum_rows(timetable, plan);
    return sum_families(summary, plan) && sum_holes(summary, plan);
}
