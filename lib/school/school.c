/* Making and ending a school, and reading what it holds. */
#include <string.h>

#include "base/error.h"
#include "school/model.h"

static const struct {
    const char *name;
    size_t record_size;
    size_t entry_size;
} kinds[KIND_COUNT] = {
    [SCHAKEL_KIND_STAFF] = {"staff", sizeof(schakel_staff), sizeof(schakel_staff)},
    [SCHAKEL_KIND_GROUP] = {"group", sizeof(schakel_group), sizeof(schakel_group)},
    [SCHAKEL_KIND_CONCEPT] = {"concept", sizeof(schakel_concept), sizeof(schakel_concept)},
    [SCHAKEL_KIND_ADULT] = {"adult", sizeof(schakel_adult), sizeof(adult_entry)},
    [SCHAKEL_KIND_CHILD] = {"child", sizeof(schakel_child), sizeof(child_entry)},
    [SCHAKEL_KIND_OFFER] = {"offer", sizeof(schakel_offer), sizeof(schakel_offer)},
    [SCHAKEL_KIND_NEED] = {"need", sizeof(schakel_need), sizeof(need_entry)},
    [SCHAKEL_KIND_ASK] = {"ask", sizeof(schakel_ask), sizeof(schakel_ask)},
};

const char *sk_kind_name(schakel_kind kind)
{
    return kinds[kind].name;
}

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
    for (size_t kind = 0; kind < KIND_COUNT; kind++) {
        school->tables[kind].entry_size = kinds[kind].entry_size;
        sk_index_init(&school->tables[kind].by_id, &school->allocator);
    }
    *out = school;
    return SCHAKEL_OK;
}

void schakel_school_destroy(schakel_school *school)
{
    if (school == NULL)
        return;
    for (size_t kind = 0; kind < KIND_COUNT; kind++) {
        sk_free(&school->allocator, school->tables[kind].entries);
        sk_index_destroy(&school->tables[kind].by_id);
    }
    sk_arena_destroy(&school->arena);
    sk_strings_destroy(&school->strings);
    schakel_allocator allocator = school->allocator;
    sk_free(&allocator, school);
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
    return school == NULL || (size_t)kind >= KIND_COUNT ? 0 : school->tables[kind].count;
}

size_t schakel_school_find(const schakel_school *school, schakel_kind kind, const char *id)
{
    if (school == NULL || (size_t)kind >= KIND_COUNT || id == NULL)
        return SCHAKEL_NONE;
    return sk_index_get(&school->tables[kind].by_id, sk_strings_find(&school->strings, id));
}

/* The entry at an index, or NULL when there is none. */
static const void *entry_at(const schakel_school *school, schakel_kind kind, size_t index)
{
    return index < schakel_school_count(school, kind) ? sk_entry(&school->tables[kind], index) : NULL;
}

static schakel_status lend(const void *record, void *out, size_t size)
{
    return record == NULL || out == NULL || !sk_record_out(out, record, size) ? SCHAKEL_MISUSE : SCHAKEL_OK;
}

static schakel_status get(const schakel_school *school, schakel_kind kind, size_t index, void *out)
{
    return lend(entry_at(school, kind, index), out, kinds[kind].record_size);
}

schakel_status schakel_school_get_staff(const schakel_school *school, size_t index, schakel_staff *out)
{
    return get(school, SCHAKEL_KIND_STAFF, index, out);
}

schakel_status schakel_school_get_group(const schakel_school *school, size_t index, schakel_group *out)
{
    return get(school, SCHAKEL_KIND_GROUP, index, out);
}

schakel_status schakel_school_get_concept(const schakel_school *school, size_t index, schakel_concept *out)
{
    return get(school, SCHAKEL_KIND_CONCEPT, index, out);
}

schakel_status schakel_school_get_adult(const schakel_school *school, size_t index, schakel_adult *out)
{
    return get(school, SCHAKEL_KIND_ADULT, index, out);
}

schakel_status schakel_school_get_child(const schakel_school *school, size_t index, schakel_child *out)
{
    return get(school, SCHAKEL_KIND_CHILD, index, out);
}

schakel_status schakel_school_get_offer(const schakel_school *school, size_t index, schakel_offer *out)
{
    return get(school, SCHAKEL_KIND_OFFER, index, out);
}

schakel_status schakel_school_get_need(const schakel_school *school, size_t index, schakel_need *out)
{
    return get(school, SCHAKEL_KIND_NEED, index, out);
}

schakel_status schakel_school_get_ask(const schakel_school *school, size_t index, schakel_ask *out)
{
    return get(school, SCHAKEL_KIND_ASK, index, out);
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
