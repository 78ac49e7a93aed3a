/* How a reach is kept, and which of its rows are hidden. */
#ifndef SK_INSIGHT_REACH_H
#define SK_INSIGHT_REACH_H

#include "base/memory.h"
#include "base/strings.h"
#include "schakel/insight.h"

typedef struct sk_reach_cell {
    schakel_breakdown breakdown;
    const char *key;
    size_t adults;
    size_t asked;
    size_t said_yes;
    int hidden;
    int yes_hidden;
} sk_reach_cell;

struct schakel_reach {
    schakel_allocator allocator;
    schakel_reach_options options;
    sk_strings keys;
    sk_reach_cell *cells;
    size_t count;
    size_t capacity;
};

/* Hide what is too small in the row for everybody. */
void sk_hide_total(sk_reach_cell *all, size_t min_cell);
/*
 * Hide what is too small in the rows of one breakdown, and what would give it away;
 * the order of the rows changes. Returns 0 when even hiding every row gives the
 * counts away, because each of them holds one person; then no row may be listed.
 */
int sk_hide_rows(const sk_reach_cell *all, sk_reach_cell *rows, size_t count, size_t min_cell);

#endif
