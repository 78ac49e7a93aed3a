/*
 * The concepts that the library brings itself, made out of lib/school/concepts by generate_concepts.
 * They lie in the order of their ids; what leads from one to others is kept by index.
 */
#ifndef SK_SCHOOL_BUILTIN_H
#define SK_SCHOOL_BUILTIN_H

#include "schakel/school.h"

/* What the ids of built-in concepts begin with. */
#define SK_BUILTIN_PREFIX "schakel:"

/* For a concept without a broader one. */
#define SK_NO_BUILTIN UINT32_MAX

extern const uint32_t sk_builtin_count;
extern const schakel_concept sk_builtin_concepts[];
extern const uint32_t sk_builtin_broader[];

/* The others of concept i are others[first[i]] to others[first[i + 1]], that one not included. */
typedef struct sk_builtin_links {
    const uint32_t *first;
    const uint32_t *others;
} sk_builtin_links;

extern const sk_builtin_links sk_builtin_narrower; /* one step down */
extern const sk_builtin_links sk_builtin_served;   /* the themes and needs it serves */
extern const sk_builtin_links sk_builtin_serving;  /* the other way round */

/* Is this an id of the library's own, whether or not there is such a concept? */
int sk_is_builtin_id(const char *id);

#endif
