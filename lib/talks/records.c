#include "talks/records.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* What a record is sorted by. qsort() hands over no context, so it stands beside the place. */
typedef struct sortable {
    size_t child;
    schakel_date date;
    const char *id;
    size_t place;
} sortable;

static int in_order(const void *a, const void *b)
{
    const sortable *left = a, *right = b;
    if (left->child != right->child)
        return left->child < right->child ? -1 : 1;
    if (left->date != right->date)
        return left->date < right->date ? -1 : 1;
    return strcmp(left->id, right->id);
}

/* Sort and keep the places alone; NULL when memory ran out. */
static size_t *sorted_places(sortable *items, size_t count, sk_arena *arena)
{
    size_t *places = sk_arena_alloc(arena, count * sizeof *places);
    if (count > 0)
        qsort(items, count, sizeof *items, in_order);
    for (size_t i = 0; places != NULL && i < count; i++)
        places[i] = items[i].place;
    return places;
}

size_t *sk_ids_in_order(const schakel_school *school, schakel_kind kind, sk_arena *arena)
{
    size_t count = schakel_school_count(school, kind);
    sortable *items = sk_arena_array(arena, count, sizeof *items, 0);
    for (size_t i = 0; items != NULL && i < count; i++) {
        items[i].id = sk_entry_id(school, kind, i);
        items[i].place = i;
    }
    return items == NULL ? NULL : sorted_places(items, count, arena);
}

static const char *child_of(const void *record, schakel_kind kind)
{
    switch (kind) {
    case SCHAKEL_KIND_TALK:
        return ((const schakel_talk *)record)->child_id;
    case SCHAKEL_KIND_AGREEMENT:
        return ((const schakel_agreement *)record)->child_id;
    default:
        return ((const schakel_contact *)record)->child_id;
    }
}

static schakel_date day_of(const void *record, schakel_kind kind)
{
    switch (kind) {
    case SCHAKEL_KIND_TALK:
        return ((const schakel_talk *)record)->date;
    case SCHAKEL_KIND_AGREEMENT:
        return ((const schakel_agreement *)record)->date;
    default:
        return ((const schakel_contact *)record)->date;
    }
}

int sk_group_by_child(sk_by_child *out, const schakel_school *school, schakel_kind kind,
                      int (*is_wanted)(const void *record), sk_arena *arena)
{
    size_t count = schakel_school_count(school, kind), wanted = 0;
    size_t children = schakel_school_count(school, SCHAKEL_KIND_CHILD);
    sortable *items = sk_arena_array(arena, count, sizeof *items, 0);
    out->first = sk_arena_array(arena, children + 1, sizeof *out->first, 0);
    if (items == NULL || out->first == NULL)
        return 0;
    for (size_t i = 0; i < count; i++) {
        const void *record = sk_entry(school, kind, i);
        if (is_wanted != NULL && !is_wanted(record))
            continue;
        size_t child = schakel_school_find(school, SCHAKEL_KIND_CHILD, child_of(record, kind));
        items[wanted++] = (sortable){child, day_of(record, kind), sk_entry_id(school, kind, i), i};
        out->first[child + 1]++;
    }
    for (size_t i = 0; i < children; i++)
        out->first[i + 1] += out->first[i];
    out->places = sorted_places(items, wanted, arena);
    return out->places != NULL;
}

const size_t *sk_of_child(const sk_by_child *records, size_t child, size_t *count)
{
    *count = records->first[child + 1] - records->first[child];
    return records->places + records->first[child];
}

schakel_status sk_check_day(const schakel_school *school, schakel_date today, schakel_error *error)
{
    if (school->info.id == NULL)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "expected a school with its info set");
    if (schakel_date_to_ymd(today, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/today", "expected a date in the years 1 to 9999");
    return SCHAKEL_OK;
}
