/* Reading one record of a school document by its table. */
#ifndef SK_EXCHANGE_READ_H
#define SK_EXCHANGE_READ_H

#include "exchange/json_tree.h"
#include "exchange/sections.h"

typedef struct sk_reader {
    const char *text; /* the document, scanned */
    size_t length;
    schakel_school *school;
    const schakel_allocator *allocator;
    sk_arena arena;  /* what a record points to, until it is added */
    sk_value record; /* the record at hand */
    schakel_error error;
    struct schakel_problems *problems; /* where all that is wrong is kept; NULL to stop at the first */
} sk_reader;

/* As schakel_school_from_json(); with problems a school without the records that are wrong, unless something ends the reading. */
schakel_status sk_read_school(const char *json, size_t length, const schakel_allocator *allocator,
                              struct schakel_problems *problems, schakel_school **out, schakel_error *error);
/*
 * Keep the reader's error, unless it follows from another, and go on without this record (NULL when it is none). Returns 0
 * when the reading stops.
 */
int sk_go_on(sk_reader *reader, const cJSON *record);

/*
 * These return 0 after filling the reader's error. A node is one in the tree of the
 * record at hand.
 */
int sk_read_object(sk_reader *reader, const sk_shape *shape, const cJSON *node, void *record);
/* Does this name belong to the host? */
int sk_is_free_name(const char *name);
/* What is wrong with the host's own data: see sk_check_free_value(). */
int sk_refuse_free_value(sk_reader *reader, schakel_status status, const sk_value *where);
/* Add a record that was read from the record at hand. */
int sk_add_record(sk_reader *reader, schakel_kind kind, const sk_any_record *record);
/* Make the error of a call that was given the record at hand the reader's own; returns 0. */
int sk_refuse_record(sk_reader *reader, schakel_status status, const schakel_error *wrong);

/* Each fills the reader's error with the place of a value and returns 0. */
int sk_refuse_memory(sk_reader *reader);
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
int
sk_refuse(sk_reader *reader, const sk_value *at, schakel_status status, const char *format, ...);
/* "expected X, found Y". */
int sk_refuse_found(sk_reader *reader, const sk_value *at, const char *expected);
/* "unknown member "X"; allowed: Y". */
int sk_refuse_member(sk_reader *reader, const sk_value *at, const char *name, const char *allowed);

/* Add a word to a list in a message; of a list that gets too long the rest is "...". */
void sk_add_word(char *list, size_t size, const char *quotes, const char *word);
enum { SK_WORDS_SIZE = 180 };

/* ordered.c: records of a kind that refer to others of their kind, which may come later. */
int sk_read_ordered(sk_reader *reader, schakel_kind kind, const sk_field *reference, const sk_value *array);

#endif
