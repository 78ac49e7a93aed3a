/* Putting a timetable into its school: all of it, or nothing. */
#include <string.h>

#include "base/error.h"
#include "talks/timetable.h"

typedef struct applying {
    const schakel_timetable *timetable;
    schakel_school *school;
    sk_arena *arena; /* for as long as this takes */
    schakel_error *error;
    unsigned char *goes;  /* by talk of the school */
    schakel_talk *before; /* talks that were replaced, as they were */
    size_t replaced;
    size_t count; /* of talks in the school, before any were added */
} applying;

static size_t find_talk(const applying *a, const char *id)
{
    return schakel_school_find(a->school, SCHAKEL_KIND_TALK, id);
}

/* ------------------------------------------------------------------- records */

/* Where nobody interprets, another way that the school found stays, but not a language that nobody shares any more. */
static schakel_bridge bridge_of(const schakel_timetable_row *row, schakel_bridge before)
{
    if (row->has_interpreter)
        return SCHAKEL_BRIDGE_NEARBY;
    if (row->language != NULL)
        return SCHAKEL_BRIDGE_SHARED_LANGUAGE;
    if (row->brings_interpreter)
        return SCHAKEL_BRIDGE_NEARBY;
    return row->needs_bridge && before != SCHAKEL_BRIDGE_SHARED_LANGUAGE ? before : SCHAKEL_BRIDGE_NONE;
}

/* The talk of a row, with what is kept of the one it was. */
static schakel_talk talk_of(const applying *a, const schakel_timetable_row *row, const schakel_talk *before)
{
    schakel_talk talk = *before;
    talk.round_id = a->timetable->round->id;
    talk.kind = a->timetable->round->kind;
    talk.child_id = row->child_id;
    talk.date = row->date;
    talk.start = row->start;
    talk.minutes = row->minutes;
    talk.state = SCHAKEL_TALK_PLANNED;
    talk.staff_ids = row->staff_ids;
    talk.staff_count = row->staff_count;
    talk.adult_ids = row->adult_ids;
    talk.adult_count = row->adult_count;
    talk.child = row->child;
    talk.bridge = bridge_of(row, before->bridge);
    talk.room = row->room;
    talk.online = row->online;
    talk.interpreter_id = row->interpreter_id;
    return talk;
}

static int are_same_ids(const char *const *a, size_t a_count, const char *const *b, size_t b_count)
{
    size_t i = 0;
    while (i < a_count && i < b_count && a[i] == b[i])
        i++;
    return i == a_count && i == b_count;
}

static int is_same_talk(const schakel_talk *a, const schakel_talk *b)
{
    return a->date == b->date && a->start == b->start && a->minutes == b->minutes && a->kind == b->kind &&
           are_same_ids(a->staff_ids, a->staff_count, b->staff_ids, b->staff_count) &&
           are_same_ids(a->adult_ids, a->adult_count, b->adult_ids, b->adult_count) && a->child == b->child &&
           a->bridge == b->bridge && sk_round_same_text(a->room, b->room) && a->online == b->online &&
           a->interpreter_id == b->interpreter_id;
}

/* -------------------------------------------------------------------- going */

/* Which talks go; none may that an agreement refers to. */
static schakel_status find_going(applying *a)
{
    const schakel_timetable *timetable = a->timetable;
    for (size_t i = 0; i < timetable->gone_count; i++)
        a->goes[find_talk(a, timetable->gone[i])] = 1;
    for (size_t i = 0; i < timetable->count; i++) {
        const schakel_timetable_row *row = &timetable->entries[i].row;
        if (row->talk_id != NULL && row->reason != SCHAKEL_PLACED)
            a->goes[find_talk(a, row->talk_id)] = 1;
    }
    for (size_t i = 0; i < schakel_school_count(a->school, SCHAKEL_KIND_AGREEMENT); i++) {
        const schakel_agreement *agreement = sk_entry(a->school, SCHAKEL_KIND_AGREEMENT, i);
        if (agreement->talk_id != NULL && a->goes[find_talk(a, agreement->talk_id)])
            return sk_fail(a->error, SCHAKEL_IN_USE, NULL, "talk \"%s\" is used by agreement \"%s\"",
                           agreement->talk_id, agreement->id);
    }
    return SCHAKEL_OK;
}

/* Nothing refers to them any more, so this cannot fail. The last first, since the places after one move down. */
static void remove_going(applying *a)
{
    for (size_t i = a->count; i > 0; i--)
        if (a->goes[i - 1])
            schakel_school_remove(a->school, SCHAKEL_KIND_TALK,
                                  sk_entry_id(a->school, SCHAKEL_KIND_TALK, i - 1), NULL);
}

/* ------------------------------------------------------------------- coming */

/* The round's id, "-" and the child's, and a number when that is taken. */
static schakel_status add_new(applying *a, const schakel_timetable_row *row)
{
    const schakel_talk nothing = SCHAKEL_TALK_INIT;
    schakel_talk talk = talk_of(a, row, &nothing);
    sk_buffer id;
    sk_buffer_init(&id, &a->school->allocator);
    sk_buffer_addf(&id, "%s-%s", talk.round_id, talk.child_id);
    size_t length = id.length;
    for (size_t number = 2; !id.failed && find_talk(a, id.data) != SCHAKEL_NONE; number++) {
        id.length = length;
        sk_buffer_addf(&id, "-%zu", number);
    }
    talk.id = id.data;
    schakel_status status =
        id.failed ? sk_fail_memory(a->error) : schakel_school_add_talk(a->school, &talk, a->error);
    sk_buffer_destroy(&id);
    return status;
}

static schakel_status replace(applying *a, const schakel_timetable_row *row)
{
    const schakel_talk *before = sk_entry(a->school, SCHAKEL_KIND_TALK, find_talk(a, row->talk_id));
    schakel_talk talk = talk_of(a, row, before);
    if (row->fixed || is_same_talk(&talk, before))
        return SCHAKEL_OK;
    a->before[a->replaced] = *before;
    schakel_status status = sk_school_replace(a->school, SCHAKEL_KIND_TALK, &talk, a->error);
    a->replaced += status == SCHAKEL_OK;
    return status;
}

static schakel_status put_in(applying *a)
{
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < a->timetable->count && status == SCHAKEL_OK; i++) {
        const schakel_timetable_row *row = &a->timetable->entries[i].row;
        if (row->reason == SCHAKEL_PLACED)
            status = row->talk_id == NULL ? add_new(a, row) : replace(a, row);
    }
    return status;
}

/* As it was before anything was put in. */
static void take_back(applying *a)
{
    for (size_t i = schakel_school_count(a->school, SCHAKEL_KIND_TALK); i > a->count; i--)
        schakel_school_remove(a->school, SCHAKEL_KIND_TALK, sk_entry_id(a->school, SCHAKEL_KIND_TALK, i - 1),
                              NULL);
    for (size_t i = 0; i < a->replaced; i++)
        memcpy(sk_entry(a->school, SCHAKEL_KIND_TALK, find_talk(a, a->before[i].id)), &a->before[i],
               sizeof a->before[i]);
}

/* ---------------------------------------------------------------- public call */

static schakel_status apply(applying *a)
{
    a->count = schakel_school_count(a->school, SCHAKEL_KIND_TALK);
    a->goes = sk_arena_array(a->arena, a->count, 1, 0);
    a->before = sk_arena_alloc(a->arena, a->timetable->count * sizeof *a->before);
    if (a->goes == NULL || a->before == NULL)
        return sk_fail_memory(a->error);
    schakel_status status = find_going(a);
    if (status != SCHAKEL_OK)
        return status;
    status = put_in(a);
    if (status == SCHAKEL_OK)
        remove_going(a);
    else
        take_back(a);
    return status;
}

schakel_status schakel_timetable_apply(const schakel_timetable *timetable, schakel_school *school,
                                       schakel_error *error)
{
    if (timetable == NULL || school == NULL || timetable->school != school)
        return sk_fail_misuse(error, "expected a timetable and the school it was made from");
    sk_arena arena;
    sk_arena_init(&arena, &school->allocator);
    applying a = {.timetable = timetable, .school = school, .arena = &arena, .error = error};
    schakel_status status = apply(&a);
    sk_arena_destroy(&arena);
    return status;
}
