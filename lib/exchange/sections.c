#include "exchange/sections.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

/* Put "/list/index" before the path of an error. */
static schakel_status within(schakel_status status, schakel_error *error, const char *list, size_t index)
{
    char path[2 * sizeof error->path], message[sizeof error->message];
    if (status == SCHAKEL_OK)
        return status;
    snprintf(path, sizeof path, "/%s/%zu%s", list, index, error->path);
    memcpy(message, error->message, sizeof message);
    return sk_fail(error, status, path, "%s", message);
}

static schakel_status add_child(schakel_school *school, const sk_any_record *record, schakel_error *error)
{
    const sk_child_document *child = &record->child;
    schakel_status status = schakel_school_add_child(school, &child->child, error);
    for (size_t i = 0; i < child->tie_count && status == SCHAKEL_OK; i++) {
        schakel_tie tie = child->ties[i];
        tie.child_id = child->child.id;
        status = within(schakel_school_add_tie(school, &tie, error), error, "ties", i);
    }
    return status;
}

static int get_child(const schakel_school *school, size_t index, sk_any_record *out, sk_arena *arena)
{
    size_t count = schakel_school_child_tie_count(school, index);
    schakel_tie *ties = sk_arena_alloc(arena, count * sizeof *ties);
    if (ties == NULL)
        return 0;
    schakel_school_get_child(school, index, &out->child.child);
    for (size_t i = 0; i < count; i++) {
        ties[i] = (schakel_tie)SCHAKEL_TIE_INIT;
        schakel_school_get_child_tie(school, index, i, &ties[i]);
    }
    out->child.ties = ties;
    out->child.tie_count = count;
    return 1;
}

static schakel_status add_need(schakel_school *school, const sk_any_record *record, schakel_error *error)
{
    const sk_need_document *need = &record->need;
    schakel_status status = schakel_school_add_need(school, &need->need, error);
    for (size_t i = 0; i < need->place_count && status == SCHAKEL_OK; i++) {
        schakel_place place = need->places[i];
        place.need_id = need->need.id;
        status = within(schakel_school_add_place(school, &place, error), error, "places", i);
    }
    return status;
}

static int get_need(const schakel_school *school, size_t index, sk_any_record *out, sk_arena *arena)
{
    size_t count = schakel_school_place_count(school, index);
    schakel_place *places = sk_arena_alloc(arena, count * sizeof *places);
    if (places == NULL)
        return 0;
    schakel_school_get_need(school, index, &out->need.need);
    /* The model fills it in; the document leaves it out. */
    if (out->need.need.last_date == out->need.need.date)
        out->need.need.last_date = SCHAKEL_NO_DATE;
    for (size_t i = 0; i < count; i++) {
        places[i] = (schakel_place)SCHAKEL_PLACE_INIT;
        schakel_school_get_place(school, index, i, &places[i]);
    }
    out->need.places = places;
    out->need.place_count = count;
    return 1;
}

schakel_status sk_section_add(schakel_school *school, schakel_kind kind, const sk_any_record *record,
                              schakel_error *error)
{
    if (kind == SCHAKEL_KIND_CHILD)
        return add_child(school, record, error);
    if (kind == SCHAKEL_KIND_NEED)
        return add_need(school, record, error);
    return sk_school_add(school, kind, record, error);
}

int sk_section_get(const schakel_school *school, schakel_kind kind, size_t index, sk_any_record *out,
                   sk_arena *arena)
{
    memcpy(out, sk_kinds[kind].shape->defaults, sk_kinds[kind].shape->size);
    if (kind == SCHAKEL_KIND_CHILD)
        return get_child(school, index, out, arena);
    if (kind == SCHAKEL_KIND_NEED)
        return get_need(school, index, out, arena);
    return sk_school_get(school, kind, index, out) == SCHAKEL_OK;
}
