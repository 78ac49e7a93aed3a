/* Removing and replacing records, and finding what refers to them. */
#include <string.h>

#include "base/error.h"
#include "school/adding.h"

/* A record that refers to another. */
typedef struct referrer {
    schakel_kind kind;
    const char *id; /* NULL when there is none */
} referrer;

/* Ids are interned, so equal ids are equal pointers. */
static int list_refers(const sk_field *field, const void *record, const char *id)
{
    const char *items = sk_text_at(record, field->offset);
    size_t count = sk_count_at(record, field->count_offset), i = 0;
    while (i < count && sk_text_at(items, i * sizeof id) != id)
        i++;
    return i < count;
}

static int record_refers(const sk_shape *shape, const void *record, schakel_kind target, const char *id);

static int objects_refer(const sk_field *field, const void *record, schakel_kind target, const char *id)
{
    const char *items = sk_text_at(record, field->offset);
    size_t count = sk_count_at(record, field->count_offset), i = 0;
    while (i < count && !record_refers(field->items, items + i * field->items->size, target, id))
        i++;
    return i < count;
}

static int field_refers(const sk_field *field, const void *record, schakel_kind target, const char *id)
{
    switch (field->kind) {
    case SK_FIELD_REFERENCE:
        return field->target == target && sk_text_at(record, field->offset) == id;
    case SK_FIELD_REFERENCES:
        return field->target == target && list_refers(field, record, id);
    case SK_FIELD_OBJECTS:
        return objects_refer(field, record, target, id);
    default:
        return 0;
    }
}

static int record_refers(const sk_shape *shape, const void *record, schakel_kind target, const char *id)
{
    size_t i = 0;
    while (i < shape->field_count && !field_refers(&shape->fields[i], record, target, id))
        i++;
    return i < shape->field_count;
}

/* Does a record refer to the record of `target` with an id? Ties do not count: they go along. */
static int refers(const schakel_school *school, schakel_kind kind, size_t index, schakel_kind target,
                  const char *id)
{
    const void *entry = sk_entry(school, kind, index);
    if (record_refers(sk_kinds[kind].shape, entry, target, id))
        return 1;
    if (kind != SCHAKEL_KIND_NEED || target != SCHAKEL_KIND_CONCEPT)
        return 0;
    const need_entry *need = entry;
    size_t i = 0;
    while (i < need->place_count && need->places[i].concept_id != id)
        i++;
    return i < need->place_count;
}

static referrer find_referrer(const schakel_school *school, schakel_kind target, const char *id)
{
    for (int kind = 0; kind < SK_KIND_COUNT; kind++)
        for (size_t i = 0; i < school->tables[kind].count; i++)
            if (refers(school, (schakel_kind)kind, i, target, id))
                return (referrer){(schakel_kind)kind, sk_entry_id(school, (schakel_kind)kind, i)};
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

static consent_node *unhang_consent(schakel_school *school, const schakel_consent *consent)
{
    child_entry *child = sk_find_entry(school, SCHAKEL_KIND_CHILD, consent->child_id);
    consent_node **link = &child->consents;
    while ((*link)->consent.id != consent->id)
        link = &(*link)->next;
    consent_node *node = *link;
    *link = node->next;
    return node;
}

/* ----------------------------------------------------------------- removing */

schakel_status schakel_school_remove(schakel_school *school, schakel_kind kind, const char *id,
                                     schakel_error *error)
{
    if (school == NULL || (size_t)kind >= SK_KIND_COUNT || id == NULL)
        return sk_fail_misuse(error, "expected a school, a kind and an id");
    table *records = &school->tables[kind];
    size_t index = schakel_school_find(school, kind, id);
    if (index == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no %s with id \"%s\"", sk_kinds[kind].name,
                       id);
    const char *own_id = sk_entry_id(school, kind, index);
    referrer other = find_referrer(school, kind, own_id);
    if (other.id != NULL)
        return sk_fail(error, SCHAKEL_IN_USE, NULL, "%s \"%s\" is used by %s \"%s\"", sk_kinds[kind].name,
                       own_id, sk_kinds[other.kind].name, other.id);
    if (kind == SCHAKEL_KIND_CHILD)
        for (tie_node *node = ((child_entry *)sk_entry(school, kind, index))->ties.first; node != NULL;
             node = node->next_of_child)
            unlink_from_adult(school, node);
    if (kind == SCHAKEL_KIND_ADULT)
        for (tie_node *node = ((adult_entry *)sk_entry(school, kind, index))->ties.first; node != NULL;
             node = node->next_of_adult)
            unlink_from_child(school, node);
    if (kind == SCHAKEL_KIND_CONSENT)
        unhang_consent(school, sk_entry(school, kind, index));
    sk_index_remove(&records->by_id, own_id);
    records->count--;
    memmove(sk_entry(school, kind, index), sk_entry(school, kind, index + 1),
            (records->count - index) * sk_kinds[kind].entry_size);
    for (size_t i = index; i < records->count; i++)
        sk_index_set(&records->by_id, sk_entry_id(school, kind, i), i);
    return SCHAKEL_OK;
}

/* ---------------------------------------------------------------- replacing */

/* Does everything that refers to a record still hold, now that it is another? */
static schakel_status check_referrers(schakel_school *school, schakel_kind target, const char *id,
                                      schakel_error *error)
{
    for (size_t k = 0; k < SK_KIND_COUNT; k++) {
        const sk_kind_info *info = &sk_kinds[k];
        for (size_t i = 0; info->shape->check != NULL && i < school->tables[k].count; i++) {
            if (!refers(school, (schakel_kind)k, i, target, id))
                continue;
            schakel_error why = SCHAKEL_ERROR_INIT;
            sk_adding a = {.school = school, .error = &why};
            any_entry entry;
            memcpy(&entry, sk_entry(school, (schakel_kind)k, i), info->entry_size);
            info->shape->check(&a, &entry);
            if (a.status != SCHAKEL_OK)
                return sk_fail(error, SCHAKEL_IN_USE, NULL, "%s \"%s\" is used by %s \"%s\", where %s: %s",
                               sk_kinds[target].name, id, info->name, sk_entry_id(school, (schakel_kind)k, i),
                               why.path, why.message);
        }
    }
    return SCHAKEL_OK;
}

/* A record refers to what is before it alone: so a document can be read, and nothing goes round. */
static schakel_status check_order(const schakel_school *school, schakel_kind kind, size_t index,
                                  schakel_error *error)
{
    for (size_t i = index; i < school->tables[kind].count; i++)
        if (record_refers(sk_kinds[kind].shape, sk_entry(school, kind, index), kind,
                          sk_entry_id(school, kind, i)))
            return sk_fail(error, SCHAKEL_INVALID, NULL, "expected no %s that is not before it, found \"%s\"",
                           sk_kinds[kind].name, sk_entry_id(school, kind, i));
    return SCHAKEL_OK;
}

/* The consent that hangs on a child is a copy. */
static void hang_anew(schakel_school *school, const schakel_consent *before, const schakel_consent *after)
{
    consent_node *node = unhang_consent(school, before);
    child_entry *child = sk_find_entry(school, SCHAKEL_KIND_CHILD, after->child_id);
    *node = (consent_node){*after, child->consents};
    child->consents = node;
}

schakel_status schakel_school_replace(schakel_school *school, schakel_kind kind, const void *record,
                                      schakel_error *error)
{
    if (school == NULL || (size_t)kind >= SK_KIND_COUNT || record == NULL)
        return sk_fail_misuse(error, "expected a school, a kind and a record");
    const sk_kind_info *info = &sk_kinds[kind];
    const char *id = ((const record_head *)record)->id;
    size_t index = schakel_school_find(school, kind, id);
    if (id != NULL && index == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, "/id", "there is no %s with id \"%s\"", info->name, id);
    any_entry before;
    if (index != SCHAKEL_NONE)
        memcpy(&before, sk_entry(school, kind, index), info->record_size);
    schakel_status status = sk_school_replace(school, kind, record, error);
    if (status != SCHAKEL_OK)
        return status;
    void *entry = sk_entry(school, kind, index);
    status = check_order(school, kind, index, error);
    if (status == SCHAKEL_OK)
        status = check_referrers(school, kind, sk_entry_id(school, kind, index), error);
    if (status != SCHAKEL_OK)
        memcpy(entry, &before, info->record_size);
    else if (kind == SCHAKEL_KIND_CONSENT)
        hang_anew(school, &before.record.consent, entry);
    return status;
}
