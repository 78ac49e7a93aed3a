/*
 * The records in tables: which members each has, in the order of the document, where it
 * lives in the C record and what it may hold. One table serves adding, removing,
 * copying, reading and writing.
 */
#ifndef SK_SCHOOL_SHAPE_H
#define SK_SCHOOL_SHAPE_H

#include <string.h>

#include "base/memory.h"
#include "schakel/dialogue.h"
#include "schakel/rounds.h"
#include "schakel/school.h"
#include "schakel/survey.h"

typedef enum sk_field_kind {
    /* an int32_t or enum */
    SK_FIELD_NUMBER,
    SK_FIELD_BOOLEAN,
    SK_FIELD_DATE,   /* SCHAKEL_NO_DATE when it is not there */
    SK_FIELD_TIME,   /* SCHAKEL_NO_TIME when it is not there */
    SK_FIELD_CHOICE, /* one of some words */
    SK_FIELD_FLAGS,  /* an array of some words; a set of bits in C */
    /* a const char *, NULL when it is not there */
    SK_FIELD_ID,        /* the record's own, unique among its kind */
    SK_FIELD_KEY,       /* an id that is unique elsewhere: within a need, or the school's */
    SK_FIELD_REFERENCE, /* the id of a record of the target kind */
    SK_FIELD_LANGUAGE,
    SK_FIELD_TEXT,
    /* an array and a count */
    SK_FIELD_REFERENCES,
    SK_FIELD_LANGUAGES,
    SK_FIELD_TEXTS,
    SK_FIELD_OBJECTS, /* of structs */
    SK_FIELD_HANGING  /* of structs that the model keeps beside the record: ties, places */
} sk_field_kind;

typedef struct sk_field {
    const char *name;
    sk_field_kind kind;
    int required;
    size_t offset;
    size_t count_offset;        /* of lists */
    int32_t low, high;          /* of a number; high: the most items of a hanging list */
    const char *const *choices; /* by value or by bit; NULL for a value that is not written */
    size_t choice_count;
    const struct sk_shape *items; /* of objects */
    schakel_kind target;          /* of references */
} sk_field;

#define SK_NO_EXTRA ((size_t)-1)

struct sk_adding;

typedef struct sk_shape {
    size_t size;          /* of the C struct */
    const void *defaults; /* one such struct; what equals it is not written */
    size_t extra;         /* offset of the host's own data, or SK_NO_EXTRA */
    const sk_field *fields;
    size_t field_count;
    /* What no single member tells; runs after all members are right. May fill in what was left out. */
    void (*check)(struct sk_adding *a, void *record);
} sk_shape;

/* A child and a need with what the model keeps beside them; the record comes first. */
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

enum { SK_KIND_COUNT = SCHAKEL_KIND_ROUND_WISH + 1 };

/* What is known of each kind. */
typedef struct sk_kind_info {
    const char *name;    /* in messages: "adult" */
    const char *section; /* in the document: "adults" */
    const sk_shape *shape;
    size_t record_size; /* of the public record, which the shape's struct begins with */
    size_t entry_size;  /* of what the model keeps, which begins with the record */
} sk_kind_info;

extern const sk_kind_info sk_kinds[SK_KIND_COUNT];
extern const sk_shape sk_school_shape;

/* The kinds in the order of the document, which is an order in which they can be added. */
extern const schakel_kind sk_kind_order[SK_KIND_COUNT];

/* Room for the record of any kind. */
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
    schakel_consent consent;
    schakel_cycle_entry cycle;
    schakel_question question;
    schakel_wish wish;
    schakel_series series;
    schakel_activity activity;
    schakel_team team;
    schakel_answer answer;
    schakel_rung rung;
    schakel_case case_;
    schakel_talk talk;
    schakel_agreement agreement;
    schakel_contact contact;
    schakel_survey survey;
    schakel_survey_question survey_question;
    schakel_response response;
    schakel_round round;
    schakel_round_wish round_wish;
} sk_any_record;

/* As schakel_school_add_...(), and schakel_school_get_...(), for any kind. */
schakel_status sk_school_add(schakel_school *school, schakel_kind kind, const void *record,
                             schakel_error *error);
schakel_status sk_school_get(const schakel_school *school, schakel_kind kind, size_t index, void *out);
/*
 * Put a record where one with the same id is; what hangs on it stays. On failure nothing has changed; what the old one
 * pointed to stays as long as the school. What refers to it is not looked at: see schakel_school_replace().
 */
schakel_status sk_school_replace(schakel_school *school, schakel_kind kind, const void *record,
                                 schakel_error *error);

/* Is there a record of a kind with an id, or a built-in concept? */
int sk_is_there(const schakel_school *school, schakel_kind kind, const char *id);

/* The word that a document has for a value of a member of a kind; NULL for a value that is not written. */
const char *sk_word(schakel_kind kind, const char *member, int32_t value);

/* The members of a record by their offsets. */
static inline const char *sk_text_at(const void *record, size_t offset)
{
    const char *text;
    memcpy(&text, (const char *)record + offset, sizeof text);
    return text;
}

static inline int32_t sk_number_at(const void *record, size_t offset)
{
    int32_t number;
    memcpy(&number, (const char *)record + offset, sizeof number);
    return number;
}

static inline size_t sk_count_at(const void *record, size_t offset)
{
    size_t count;
    memcpy(&count, (const char *)record + offset, sizeof count);
    return count;
}

#endif
