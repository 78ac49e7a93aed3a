/* Adding what hangs on a record: ties on a child and an adult, places on a need. */
#include <string.h>

#include "base/error.h"
#include "school/adding.h"
#include "school/checks.h"

/* The record that something is to hang on, which is found by its id; the id becomes the school's own. */
static void *find_owner(sk_adding *a, schakel_kind kind, const char **id, const char *member)
{
    size_t index = schakel_school_find(a->school, kind, *id);
    if (*id == NULL)
        sk_adding_refuse(a, SCHAKEL_INVALID, member, "expected the id of a %s", sk_kinds[kind].name);
    else if (index == SCHAKEL_NONE)
        sk_adding_refuse(a, SCHAKEL_NOT_FOUND, member, "there is no %s with id \"%s\"", sk_kinds[kind].name,
                         *id);
    if (a->status != SCHAKEL_OK)
        return NULL;
    *id = sk_entry_id(a->school, kind, index);
    return sk_entry(a->school, kind, index);
}

schakel_status schakel_school_add_place(schakel_school *school, const schakel_place *place,
                                        schakel_error *error)
{
    sk_adding a;
    schakel_place full = SCHAKEL_PLACE_INIT;
    if (!sk_adding_begin(&a, school, place, &full, sizeof full, error))
        return a.status;
    need_entry *need = find_owner(&a, SCHAKEL_KIND_NEED, &full.need_id, "need");
    sk_adding_take(&a, &sk_place_shape, &full);
    if (a.status != SCHAKEL_OK)
        return a.status;
    for (size_t i = 0; i < need->place_count; i++)
        if (need->places[i].id == full.id)
            return sk_fail(error, SCHAKEL_DUPLICATE, "/id", "need \"%s\" already has a place with id \"%s\"",
                           need->record.id, full.id);
    if (need->place_count == SCHAKEL_PLACES_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, "", "a need has at most %d places", SCHAKEL_PLACES_MAX);
    if (need->place_count == need->place_capacity) {
        /* The old array stays in the arena; doubling keeps that under what is in use. */
        size_t capacity = need->place_capacity == 0 ? 1 : need->place_capacity * 2;
        schakel_place *places = sk_arena_alloc(&school->arena, capacity * sizeof *places);
        if (places == NULL)
            return sk_fail_memory(error);
        if (need->place_count > 0)
            memcpy(places, need->places, need->place_count * sizeof *places);
        need->places = places;
        need->place_capacity = capacity;
    }
    need->places[need->place_count++] = full;
    return SCHAKEL_OK;
}

schakel_status schakel_school_add_tie(schakel_school *school, const schakel_tie *tie, schakel_error *error)
{
    sk_adding a;
    schakel_tie full = SCHAKEL_TIE_INIT;
    if (!sk_adding_begin(&a, school, tie, &full, sizeof full, error))
        return a.status;
    child_entry *child = find_owner(&a, SCHAKEL_KIND_CHILD, &full.child_id, "child");
    sk_adding_take(&a, &sk_tie_shape, &full);
    if (a.status != SCHAKEL_OK)
        return a.status;
    adult_entry *adult = sk_find_entry(school, SCHAKEL_KIND_ADULT, full.adult_id);
    tie_node **of_child = &child->ties.first;
    while (*of_child != NULL && strcmp((*of_child)->tie.adult_id, full.adult_id) < 0)
        of_child = &(*of_child)->next_of_child;
    if (*of_child != NULL && (*of_child)->tie.adult_id == full.adult_id)
        return sk_fail(error, SCHAKEL_DUPLICATE, "/adult", "child \"%s\" already has a tie with adult \"%s\"",
                       full.child_id, full.adult_id);
    if (child->ties.count == SCHAKEL_TIES_MAX || adult->ties.count == SCHAKEL_TIES_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, "", "a child or an adult has at most %d ties",
                       SCHAKEL_TIES_MAX);
    tie_node **of_adult = &adult->ties.first;
    while (*of_adult != NULL && strcmp((*of_adult)->tie.child_id, full.child_id) < 0)
        of_adult = &(*of_adult)->next_of_adult;
    tie_node *node = sk_arena_alloc(&school->arena, sizeof *node);
    if (node == NULL)
        return sk_fail_memory(error);
    *node = (tie_node){full, *of_child, *of_adult};
    *of_child = node;
    *of_adult = node;
    child->ties.count++;
    adult->ties.count++;
    return SCHAKEL_OK;
}
