/*
 * The school document in tables: which members a record has, in their order, and where
 * each lives in the C record. One table serves reading and writing.
 */
#ifndef SK_EXCHANGE_SHAPES_H
#define SK_EXCHANGE_SHAPES_H

#include "base/memory.h"
#include "schakel/school.h"

/* How a member looks in JSON; in C it is an int32_t or enum unless said otherwise. */
typedef enum sk_field_kind {
    SK_FIELD_NUMBER,
    SK_FIELD_BOOLEAN,
    SK_FIELD_DATE,
    SK_FIELD_TIME,
    SK_FIELD_CHOICE, /* one of some words */
    SK_FIELD_DAYS,   /* an array of days of the week; a set of bits in C */
    SK_FIELD_TEXT,   /* const char * */
    SK_FIELD_TEXTS,  /* an array of strings; const char *const * and a count */
    SK_FIELD_OBJECTS /* an array of objects; an array of structs and a count */
} sk_field_kind;

typedef struct sk_field {
    const char *name;
    sk_field_kind kind;
    int required;
    size_t offset;
    size_t count_offset;        /* of lists */
    int32_t low, high;          /* of a number; high: the most items of a list, 0 for any number */
    const char *const *choices; /* by value; NULL for a value that is not written */
    size_t choice_count;
    const struct sk_shape *items; /* of objects */
} sk_field;

#define SK_NO_EXTRA ((size_t)-1)

typedef struct sk_shape {
    size_t size;          /* of the C struct */
    const void *defaults; /* one such struct; what equals it is not written */
    size_t extra;         /* offset of the host's own data, or SK_NO_EXTRA */
    const sk_field *fields;
    size_t field_count;
} sk_shape;

/* A child and a need hold what the C model keeps beside them. */
typedef struct sk_child_document {
    schakel_child child;
    const schakel_tie *ties;
    size_t tie_count;
} sk_child_document;

typedef struct sk_need_document {
    schakel_need need;
    const schakel_place *places;
    size_t place_count;
} sk_need_document;

/* Room for the record of any section. */
typedef union sk_any_record {
    schakel_school_info info;
    schakel_staff staff;
    schakel_group group;
    schakel_concept concept_;
    schakel_adult adult;
    sk_child_document child;
    schakel_offer offer;
    sk_need_document need;
    schakel_ask ask;
} sk_any_record;

/* A list of records at the top of the document. */
typedef struct sk_section {
    const char *name;
    schakel_kind kind;
    const sk_shape *shape;
    /* As schakel_school_add_...(); the path of an error is relative to the record. */
    schakel_status (*add)(schakel_school *school, const sk_any_record *record, schakel_error *error);
    /* Returns 0 when memory for what hangs on the record ran out. */
    int (*get)(const schakel_school *school, size_t index, sk_any_record *out, sk_arena *arena);
} sk_section;

enum { SK_SECTION_COUNT = 8 };
/* In the order of the document, which is the order of adding. */
extern const sk_section sk_sections[SK_SECTION_COUNT];
extern const sk_shape sk_school_shape;
/* The names of the days, Monday first. */
extern const char *const sk_day_names[7];

#endif
