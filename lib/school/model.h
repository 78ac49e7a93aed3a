/* How a school is kept. Everything in a record is interned or lies in the arena. */
#ifndef SK_SCHOOL_MODEL_H
#define SK_SCHOOL_MODEL_H

#include "base/strings.h"
#include "school/shape.h"

/* A tie is in two lists: its child's, by adult id, and its adult's, by child id. */
typedef struct tie_node {
    schakel_tie tie;
    struct tie_node *next_of_child;
    struct tie_node *next_of_adult;
} tie_node;

typedef struct tie_list {
    tie_node *first;
    size_t count;
} tie_list;

/* A consent once more, so that those of one child are found without going over all. */
typedef struct consent_node {
    schakel_consent consent;
    struct consent_node *next;
} consent_node;

/* What a table holds of each kind begins with the record; the rest is what hangs on it. */
typedef struct adult_entry {
    schakel_adult record;
    tie_list ties;
} adult_entry;

typedef struct child_entry {
    schakel_child record;
    tie_list ties;
    consent_node *consents;
} child_entry;

typedef struct need_entry {
    schakel_need record;
    schakel_place *places;
    size_t place_count;
    size_t place_capacity;
} need_entry;

/* Room for the entry of any kind. */
typedef union any_entry {
    sk_any_record record;
    adult_entry adult;
    child_entry child;
    need_entry need;
} any_entry;

/* The first two members of every record with an id. */
typedef struct record_head {
    size_t struct_size;
    const char *id;
} record_head;

typedef struct table {
    char *entries;
    size_t count;
    size_t capacity;
    sk_index by_id;
} table;

struct schakel_school {
    schakel_allocator allocator;
    sk_strings strings;
    sk_arena arena;
    schakel_school_info info;
    table tables[SK_KIND_COUNT];
};

static inline void *sk_entry(const schakel_school *school, schakel_kind kind, size_t index)
{
    return school->tables[kind].entries + index * sk_kinds[kind].entry_size;
}

static inline const char *sk_entry_id(const schakel_school *school, schakel_kind kind, size_t index)
{
    return ((const record_head *)sk_entry(school, kind, index))->id;
}

/* The entry of a kind with an interned id, or NULL. */
static inline void *sk_find_entry(const schakel_school *school, schakel_kind kind, const char *interned_id)
{
    size_t index = sk_index_get(&school->tables[kind].by_id, interned_id);
    return index == SCHAKEL_NONE ? NULL : sk_entry(school, kind, index);
}

#endif
