/* Copying a school record by record, leaving out records and what refers to them. */
#ifndef SK_ACCESS_COPY_H
#define SK_ACCESS_COPY_H

#include "school/model.h"

/* What decides about a copy; `context` is handed to each function. */
typedef struct sk_copy_rules {
    /* Is a record in the copy? */
    int (*keeps)(void *context, schakel_kind kind, size_t index);
    /*
     * Take out of a record (a copy of its own) what the copy may not hold. References to what is not kept
     * go by themselves.
     */
    void (*trim)(void *context, schakel_kind kind, size_t index, sk_any_record *record);
    /*
     * Does an id stay in a list of references of a record that is kept, when what it refers to is kept? Does
     * a tie between people who are kept? NULL for always.
     */
    int (*keeps_item)(void *context, schakel_kind kind, size_t index, const sk_field *field, const char *id);
    int (*keeps_tie)(void *context, const schakel_tie *tie);
    int with_extra; /* 1 to keep the host's own data */
} sk_copy_rules;

/* Make the copy. `out` is set on success alone. */
schakel_status sk_copy_school(const schakel_school *school, const sk_copy_rules *rules, void *context,
                              schakel_school **out, schakel_error *error);

#endif
