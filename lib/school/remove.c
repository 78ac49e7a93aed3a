/* Removing records, and finding what still refers to them. */
#include <string.h>

#include "base/error.h"
#include "school/model.h"

/* A record that refers to another. */
typedef struct referrer {
    schakel_kind kind;
    const char *id; /* NULL when there is none */
} referrer;

static int holds(const char *const *ids, size_t count, const char *id)
{
    size_t i = 0;
    while (i < count && ids[i] != id)
        i++;
    return i < count;
}

static int refers_to_concept(const schakel_school *school, schakel_kind kind, size_t index, const char *id)
{
    const void *entry = sk_entry(&school->tables[kind], index);
    if (kind == SCHAKEL_KIND_CONCEPT)
        return ((const schakel_concept *)entry)->broader_id == id;
    if (kind == SCHAKEL_KIND_OFFER)
        return holds(((const schakel_offer *)entry)->concept_ids,
                     ((const schakel_offer *)entry)->concept_count, id);
    if (kind != SCHAKEL_KIND_NEED)
        return 0;
    const need_entry *need = entry;
    size_t i = 0;
    while (i < need->place_count && need->places[i].concept_id != id)
        i++;
    return i < need->place_count;
}

/* Does a record of `kind` refer to the record of `target` with an id? Ids are interned. */
static int refers(const schakel_school *school, schakel_kind kind, size_t index, schakel_kind target,
                  const char *id)
{
    const void *entry = sk_entry(&school->tables[kind], index);
    const schakel_ask *ask = entry;
    switch (target) {
    case SCHAKEL_KIND_STAFF:
        return kind == SCHAKEL_KIND_GROUP && holds(((const schakel_group *)entry)->staff_ids,
                                                   ((const schakel_group *)entry)->staff_count, id);
    case SCHAKEL_KIND_GROUP:
        return (kind == SCHAKEL_KIND_CHILD && ((const schakel_child *)entry)->group_id == id) ||
               (kind == SCHAKEL_KIND_NEED && ((const schakel_need *)entry)->group_id == id);
    case SCHAKEL_KIND_CONCEPT:
        return refers_to_concept(school, kind, index, id);
    case SCHAKEL_KIND_ADULT:
        return (kind == SCHAKEL_KIND_OFFER && ((const schakel_offer *)entry)->adult_id == id) ||
               (kind == SCHAKEL_KIND_ASK && ask->adult_id == id);
    case SCHAKEL_KIND_OFFER:
        return kind == SCHAKEL_KIND_ASK && ask->offer_id == id;
    case SCHAKEL_KIND_NEED:
        return kind == SCHAKEL_KIND_ASK && ask->need_id == id;
    case SCHAKEL_KIND_CHILD:
    case SCHAKEL_KIND_ASK:
        break; /* ties go along; nothing refers to an ask */
    }
    return 0;
}

static referrer find_referrer(const schakel_school *school, schakel_kind target, const char *id)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (size_t i = 0; i < school->tables[kind].count; i++)
            if (refers(school, (schakel_kind)kind, i, target, id))
                return (referrer){(schakel_kind)kind, sk_entry_id(&school->tables[kind], i)};
    return (referrer){target, NULL};
}

static void unlink_from_child(schakel_school *school, const tie_node *node)
{
    child_entry *child = sk_find_entry(school, SCHAKEL_KIND_CHILD, node->tie.child_id);
    tie_node **link = &child->ties.first;
    while (*link != node)
        link = &(*link)->next_of_child;
    *link = node->next_of_child;
    child->ties.count--;
}

static void unlink_from_adult(schakel_school *school, const tie_node *node)
{
    adult_entry *adult = sk_find_entry(school, SCHAKEL_KIND_ADULT, node->tie.adult_id);
    tie_node **link = &adult->ties.first;
    while (*link != node)
        link = &(*link)->next_of_adult;
    *link = node->next_of_adult;
    adult->ties.count--;
}

schakel_status schakel_school_remove(schakel_school *school, schakel_kind kind, const char *id,
                                     schakel_error *error)
{
    if (school == NULL || (size_t)kind >= KIND_COUNT || id == NULL)
        return sk_fail_misuse(error, "expected a school, a kind and an id");
    table *records = &school->tables[kind];
    size_t index = schakel_school_find(school, kind, id);
    if (index == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no %s with id \"%s\"", sk_kind_name(kind),
                       id);
    const char *own_id = sk_entry_id(records, index);
    referrer other = find_referrer(school, kind, own_id);
    if (other.id != NULL)
        return sk_fail(error, SCHAKEL_IN_USE, NULL, "%s \"%s\" is used by %s \"%s\"", sk_kind_name(kind),
                       own_id, sk_kind_name(other.kind), other.id);
    if (kind == SCHAKEL_KIND_CHILD)
        for (tie_node *node = ((child_entry *)sk_entry(records, index))->ties.first; node != NULL;
             node = node->next_of_child)
            unlink_from_adult(school, node);
    if (kind == SCHAKEL_KIND_ADULT)
        for (tie_node *node = ((adult_entry *)sk_entry(records, index))->ties.first; node != NULL;
             node = node->next_of_adult)
            unlink_from_child(school, node);
    sk_index_remove(&records->by_id, own_id);
    records->count--;
    memmove(sk_entry(records, index), sk_entry(records, index + 1),
            (records->count - index) * records->entry_size);
    for (size_t i = index; i < records->count; i++)
        sk_index_set(&records->by_id, sk_entry_id(records, i), i);
    return SCHAKEL_OK;
}
