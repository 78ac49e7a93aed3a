/* A table of adults, broken down, and which of its rows are hidden. */
#ifndef SK_INSIGHT_TABLE_H
#define SK_INSIGHT_TABLE_H

#include "base/memory.h"
#include "base/strings.h"
#include "schakel/insight.h"

/* The limits of min_cell, and the refusal of what is outside them. */
enum { SK_MIN_CELL_LOW = 2, SK_MIN_CELL_HIGH = 1000 };
schakel_status sk_fail_min_cell(schakel_error *error, int32_t min_cell);

/* What is counted of an adult besides that they are there: flags. */
enum { SK_ASKED = 1, SK_SAID_YES = 2, SK_MEMBER = 4 };

typedef struct sk_cell {
    schakel_breakdown breakdown;
    const char *key;
    size_t adults;
    size_t asked;
    size_t said_yes;
    size_t members; /* of a team; says nothing about what is hidden */
    int hidden;
    int yes_hidden;
} sk_cell;

typedef struct sk_table {
    const schakel_allocator *allocator;
    sk_strings keys;
    sk_cell *cells;
    size_t count;
    size_t capacity;
} sk_table;

void sk_table_init(sk_table *table, const schakel_allocator *allocator);
void sk_table_destroy(sk_table *table);
/* Count every adult with a tie to a child; `flags` by adult. Returns 0 when memory ran out. */
int sk_table_count(sk_table *table, const schakel_school *school, const unsigned char *flags);
/* Hide what is too small, and put the rows in the order in which they are listed. */
void sk_table_hide(sk_table *table, size_t min_cell);

/* Hide what is too small in the row for everybody. */
void sk_hide_total(sk_cell *all, size_t min_cell);
/*
 * Hide what is too small in the rows of one breakdown, and what would give it away;
 * the order of the rows changes. Returns 0 when even hiding every row gives the
 * counts away, because each of them holds one person; then no row may be listed.
 */
int sk_hide_rows(const sk_cell *all, sk_cell *rows, size_t count, size_t min_cell);

#endif
