/* Making and ending a school, and reading what it holds. */
#include <string.h>

#include "base/error.h"
#include "school/adding.h"

schakel_status schakel_school_create(const schakel_allocator *allocator, schakel_school **out,
                                     schakel_error *error)
{
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the school");
    *out = NULL;
    schakel_allocator own;
    if (!sk_allocator_resolve(allocator, &own))
        return sk_fail_misuse(error, "an allocator needs its struct_size and all three functions");
    schakel_school *school = sk_alloc_zeroed(&own, 1, sizeof *school);
    if (school == NULL)
        return sk_fail_memory(error);
    school->allocator = own;
    school->info = (schakel_school_info)SCHAKEL_SCHOOL_INFO_INIT;
    sk_strings_init(&school->strings, &school->allocator);
    sk_arena_init(&school->arena, &school->allocator);
    for (size_t kind = 0; kind < SK_KIND_COUNT; kind++)
        sk_index_init(&school->tables[kind].by_id, &school->allocator);
    *out = school;
    return SCHAKEL_OK;
}

void schakel_school_destroy(schakel_school *school)
{
    if (school == NULL)
        return;
    for (size_t kind = 0; kind < SK_KIND_COUNT; kind++) {
        sk_free(&school->allocator, school->tables[kind].entries);
        sk_index_destroy(&school->tables[kind].by_id);
    }
    sk_arena_destroy(&school->arena);
    sk_strings_destroy(&school->strings);
    schakel_allocator allocator = school->allocator;
    sk_free(&allocator, school);
}

schakel_status schakel_school_set_info(schakel_school *school, const schakel_school_info *info,
                                       schakel_error *error)
{
    sk_adding a;
    schakel_school_info full = SCHAKEL_SCHOOL_INFO_INIT;
    if (!sk_adding_begin(&a, school, info, &full, sizeof full, error))
        return a.status;
    sk_adding_take(&a, &sk_school_shape, &full);
    if (a.status == SCHAKEL_OK)
        sk_adding_text(&a, &full.document_extra, 0, "document_extra");
    if (a.status == SCHAKEL_OK)
        school->info = full;
    return a.status;
}

schakel_status schakel_school_get_info(const schakel_school *school, schakel_school_info *out)
{
    if (school == NULL || out == NULL || !sk_record_out(out, &school->info, sizeof school->info))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------------ by kind */

size_t schakel_school_count(const schakel_school *school, schakel_kind kind)
{
    return school == NULL || (size_t)kind >= SK_KIND_COUNT ? 0 : school->tables[kind].count;
}

size_t schakel_school_find(const schakel_school *school, schakel_kind kind, const char *id)
{
    if (school == NULL || (size_t)kind >= SK_KIND_COUNT || id == NULL)
        return SCHAKEL_NONE;
    return sk_index_get(&school->tables[kind].by_id, sk_strings_find(&school->strings, id));
}

int sk_is_there(const schakel_school *school, schakel_kind kind, const char *id)
{
    return schakel_school_find(school, kind, id) != SCHAKEL_NONE ||
           (kind == SCHAKEL_KIND_CONCEPT && schakel_builtin_concept_find(id) != SCHAKEL_NONE);
}

/* The entry at an index, or NULL when there is none. */
static const void *entry_at(const schakel_school *school, schakel_kind kind, size_t index)
{
    return index < schakel_school_count(school, kind) ? sk_entry(school, kind, index) : NULL;
}

static schakel_status lend(const void *record, void *out, size_t size)
{
    return record == NULL || out == NULL || !sk_record_out(out, record, size) ? SCHAKEL_MISUSE : SCHAKEL_OK;
}

/* --------------------------------------------------------- places and ties */

size_t schakel_school_place_count(const schakel_school *school, size_t need_index)
{
    const need_entry *need = entry_at(school, SCHAKEL_KIND_NEED, need_index);
    return need == NULL ? 0 : need->place_count;
}

schakel_status schakel_school_get_place(const schakel_school *school, size_t need_index, size_t place_index,
                                        schakel_place *out)
{
    const need_entry *need = entry_at(school, SCHAKEL_KIND_NEED, need_index);
    const schakel_place *place =
        need != NULL && place_index < need->place_count ? need->places + place_index : NULL;
    return lend(place, out, sizeof *place);
}

size_t schakel_school_child_tie_count(const schakel_school *school, size_t child_index)
{
    const child_entry *child = entry_at(school, SCHAKEL_KIND_CHILD, child_index);
    return child == NULL ? 0 : child->ties.count;
}

schakel_status schakel_school_get_child_tie(const schakel_school *school, size_t child_index,
                                            size_t tie_index, schakel_tie *out)
{
    const child_entry *child = entry_at(school, SCHAKEL_KIND_CHILD, child_index);
    const tie_node *node = child == NULL ? NULL : child->ties.first;
    for (size_t i = 0; i < tie_index && node != NULL; i++)
        node = node->next_of_child;
    return lend(node == NULL ? NULL : &node->tie, out, sizeof node->tie);
}

size_t schakel_school_adult_tie_count(const schakel_school *school, size_t adult_index)
{
    const adult_entry *adult = entry_at(school, SCHAKEL_KIND_ADULT, adult_index);
    return adult == NULL ? 0 : adult->ties.count;
}

schakel_status schakel_school_get_adult_tie(const schakel_school *school, size_t adult_index,
                                            size_t tie_index, schakel_tie *out)
{
    const adult_entry *adult = entry_at(school, SCHAKEL_KIND_ADULT, adult_index);
    const tie_node *node = adult == NULL ? NULL : adult->ties.first;
    for (size_t i = 0; i < tie_index && node != NULL; i++)
        node = node->next_of_adult;
    return lend(node == NULL ? NULL : &node->tie, out, sizeof node->tie);
}
