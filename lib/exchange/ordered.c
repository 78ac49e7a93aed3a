/*
 * Reading records that refer to others of their kind: a concept to a broader one, a wish to
 * the complaint it came from. The model wants the one that is referred to first; the document
 * need not have them in that order. They keep the order of the document as far as that
 * allows.
 */
#include <string.h>

#include "base/strings.h"
#include "exchange/read.h"

typedef struct ordering {
    sk_reader *reader;
    schakel_kind kind;
    const sk_field *reference;
    size_t count;
    sk_any_record *records;
    sk_value *values;
    size_t *chain;        /* the records that wait for the last one in it */
    size_t *visited_from; /* in whose chain a record was, plus 1; 0 for in none */
    char *is_done;        /* added, or lost since it is wrong */
    sk_strings strings;
    sk_index by_id;
} ordering;

/* Which record this one refers to; SCHAKEL_NONE for none, also when its id is unknown. */
static size_t referred_by(const ordering *o, size_t i)
{
    const char *id = sk_text_at(&o->records[i], o->reference->offset);
    return id == NULL ? SCHAKEL_NONE : sk_index_get(&o->by_id, sk_strings_find(&o->strings, id));
}

static const char *own_id(const ordering *o, size_t i)
{
    /* The first member of every record is its size, the second its id. */
    return sk_text_at(&o->records[i], offsetof(schakel_concept, id));
}

static int refuse_circle(const ordering *o, size_t i)
{
    const char *name = o->reference->name;
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(o->values[i].node, name);
    sk_value at = sk_value_of(&o->values[i], member);
    return sk_refuse(o->reader, &at, SCHAKEL_INVALID, "\"%s\" of %s \"%.100s\" leads back to itself", name,
                     sk_kinds[o->kind].name, own_id(o, i));
}

/* Go on without a record. Returns 0 when the reading stops. */
static int lose(ordering *o, size_t i)
{
    o->is_done[i] = 1;
    return sk_go_on(o->reader, o->values[i].node);
}

/* Add a record after everything it leads back to. */
static int add_in_order(ordering *o, size_t first)
{
    size_t depth = 0;
    for (size_t i = first; i != SCHAKEL_NONE && !o->is_done[i]; i = referred_by(o, i)) {
        if (o->visited_from[i] == first + 1)
            return refuse_circle(o, o->chain[depth - 1]) || lose(o, o->chain[depth - 1]);
        o->visited_from[i] = first + 1;
        o->chain[depth++] = i;
    }
    while (depth > 0) {
        size_t i = o->chain[--depth];
        o->reader->record = o->values[i];
        if (!sk_add_record(o->reader, o->kind, &o->records[i]) && !lose(o, i))
            return 0;
        o->is_done[i] = 1;
    }
    return 1;
}

static int index_record(ordering *o, size_t i)
{
    const char *id = sk_strings_intern(&o->strings, own_id(o, i));
    if (id == NULL || !sk_index_reserve(&o->by_id))
        return sk_refuse_memory(o->reader);
    /* The first one with an id counts; adding the second is an error anyway. */
    if (sk_index_get(&o->by_id, id) == SCHAKEL_NONE)
        sk_index_set(&o->by_id, id, i);
    return 1;
}

static int read_all(ordering *o, const sk_value *array)
{
    sk_children children = sk_children_of(array);
    for (size_t i = 0; i < o->count; i++) {
        sk_children_next(&children, NULL, &o->values[i]);
        o->reader->record = o->values[i];
        int fine = sk_read_object(o->reader, sk_kinds[o->kind].shape, o->values[i].node, &o->records[i]) &&
                   index_record(o, i);
        if (!fine && !lose(o, i))
            return 0;
    }
    for (size_t i = 0; i < o->count; i++)
        if (!add_in_order(o, i))
            return 0;
    return 1;
}

static int prepare(ordering *o)
{
    sk_arena *arena = &o->reader->arena;
    size_t largest = sizeof *o->records + sizeof *o->values;
    if (o->count > SIZE_MAX / largest)
        return 0;
    o->records = sk_arena_alloc(arena, o->count * sizeof *o->records);
    o->values = sk_arena_alloc(arena, o->count * sizeof *o->values);
    o->chain = sk_arena_alloc(arena, o->count * sizeof *o->chain);
    o->visited_from = sk_arena_alloc(arena, o->count * sizeof *o->visited_from);
    o->is_done = sk_arena_alloc(arena, o->count);
    if (o->records == NULL || o->values == NULL || o->chain == NULL || o->visited_from == NULL ||
        o->is_done == NULL)
        return 0;
    memset(o->visited_from, 0, o->count * sizeof *o->visited_from);
    memset(o->is_done, 0, o->count);
    return 1;
}

int sk_read_ordered(sk_reader *reader, schakel_kind kind, const sk_field *reference, const sk_value *array)
{
    cJSON *tree = sk_tree_parse(array->text, array->length, NULL);
    if (tree == NULL)
        return sk_refuse_memory(reader);
    sk_value value = {tree, array->text, array->length};
    ordering o = {
        .reader = reader, .kind = kind, .reference = reference, .count = (size_t)cJSON_GetArraySize(tree)};
    sk_strings_init(&o.strings, reader->allocator);
    sk_index_init(&o.by_id, reader->allocator);
    int fine = o.count == 0 || (prepare(&o) ? read_all(&o, &value) : sk_refuse_memory(reader));
    sk_index_destroy(&o.by_id);
    sk_strings_destroy(&o.strings);
    cJSON_Delete(tree);
    reader->record.node = NULL;
    return fine;
}
