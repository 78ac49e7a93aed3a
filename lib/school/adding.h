/* Passing a record through its checks on the way into a school. */
#ifndef SK_SCHOOL_ADDING_H
#define SK_SCHOOL_ADDING_H

#include "school/model.h"

/* The first check that fails decides; after it the others do nothing. */
typedef struct sk_adding {
    schakel_school *school;
    schakel_error *error;
    schakel_status status;
    const char *list; /* the list whose item is being checked, "windows"; NULL for the record itself */
    size_t index;     /* of that item */
} sk_adding;

/* Copy the caller's record over the defaults in `full`. Returns 0 after filling a->status when it can't be. */
int sk_adding_begin(sk_adding *a, schakel_school *school, const void *record, void *full, size_t size,
                    schakel_error *error);
/* Check the members of a record one by one and replace what they point to by the school's own copies. */
void sk_adding_take(sk_adding *a, const sk_shape *shape, void *record);

/* Check a text that may be missing unless it is required, and replace it by the school's own copy. */
void sk_adding_text(sk_adding *a, const char **text, int required, const char *member);

/* The member is as the document calls it, "name"; "" for the record or the item itself. */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void
sk_adding_refuse(sk_adding *a, schakel_status status, const char *member, const char *format, ...);
/* An array in the school's memory with room for one more item, holding a copy of `count` items; NULL when a check failed. */
void *sk_adding_longer(sk_adding *a, const void *items, size_t count, size_t size);

#endif
