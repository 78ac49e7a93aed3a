/* Which children share a parent. */
#ifndef SK_SCHOOL_FAMILIES_H
#define SK_SCHOOL_FAMILIES_H

#include "base/memory.h"
#include "schakel/school.h"

/* Is a tie of this kind one of a parent, or of who stands in for one? */
int sk_is_parent_kind(schakel_tie_kind kind);

typedef struct sk_families {
    uint32_t *of_child; /* by child: the number of its family */
    size_t count;
} sk_families;

/*
 * Families are numbered in the order of their first child. Children belong together when they share a parent, or
 * are joined by a row of children who do. Returns 0 when memory ran out; the numbers lie in the arena.
 */
int sk_families_find(sk_families *families, const schakel_school *school, sk_arena *arena);

/* What belongs together as trees: each item points to its parent, a root to itself. A root is the lowest number in its tree. */
uint32_t sk_root_of(uint32_t *parent, uint32_t item);
void sk_join(uint32_t *parent, uint32_t a, uint32_t b);

#endif
