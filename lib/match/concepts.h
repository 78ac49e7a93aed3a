/*
 * Which concepts lead to which: those of the school by their index, and after them the built-in
 * ones. Links between built-in concepts are the library's own tables; here is what the school
 * adds to those, and the offers with each concept.
 */
#ifndef SK_MATCH_CONCEPTS_H
#define SK_MATCH_CONCEPTS_H

#include "base/memory.h"
#include "schakel/school.h"

/* Links from concepts, one after another in a list for each. */
typedef struct concept_links {
    uint32_t *first; /* by concept; SK_NOBODY at the end */
    uint32_t *next;  /* by link */
    uint32_t *other; /* by link: where it leads */
    uint32_t count;
} concept_links;

/* A concept that a walk comes to, and in how many steps. */
typedef struct concept_step {
    uint32_t concept_index;
    uint32_t steps;
} concept_step;

typedef struct concept_net {
    size_t own_count;
    size_t count; /* own and built-in */
    /* What the school adds. */
    concept_links narrower, serving, offers;
    /* Room for one walk: what is narrower, and what leads there over a concept that serves. */
    concept_step *walk, *served_walk;
    uint32_t *walked_last; /* the last walk that came to a concept over one that serves */
    uint32_t walk_number;
} concept_net;

struct roster;

/* Read the concepts of a roster whose offers are there. Returns 0 when memory ran out. */
int sk_read_concepts(struct roster *r);
/* The index of the concept with an id, own or built-in, that is there. */
size_t sk_concept_index(const schakel_school *school, const char *id);

#endif
