/* A table of adults, broken down, and which of its rows are hidden. */
#ifndef SK_INSIGHT_TABLE_H
#define SK_INSIGHT_TABLE_H

#include "base/memory.h"
#include "base/strings.h"
#include "insight/profile.h"
#include "schakel/insight.h"

/* Refuse a min_cell that is outside its limits. */
schakel_status sk_check_min_cell(schakel_error *error, int32_t min_cell);
/* Fill in the school year for days that are not given, and check them. */
schakel_status sk_take_days(const schakel_school *school, schakel_date *from, schakel_date *until,
                            schakel_error *error);
/* The same, and check min_cell. */
schakel_status sk_take_period(const schakel_school *school, schakel_date *from, schakel_date *until,
                              int32_t min_cell, schakel_error *error);

/* The adult of a recorded ask whose day is in such a period; SCHAKEL_NONE when it is not. */
size_t sk_adult_asked(const schakel_school *school, size_t index, schakel_date from, schakel_date until,
                      schakel_ask *ask);

/* The rows that there are by role and by reading, and how long a primary language subtag is (BCP 47: eight letters). */
enum { SK_ROLE_COUNT = 4, SK_READING_COUNT = SCHAKEL_LEVEL_C2 + 1, SK_SUBTAG_SIZE = 9 };

/* Where an adult belongs: see schakel_breakdown. Numbers are below the counts. */
int sk_role_of_adult(const schakel_school *school, size_t adult);
const char *sk_role_name(int role);
void sk_language_of_adult(const schakel_adult *adult, char best[SK_SUBTAG_SIZE]);
int sk_reading_of_adult(const schakel_adult *adult);
const char *sk_reading_name(int reading);

/* What is counted of an adult besides that they are there: flags. */
enum { SK_ASKED = 1, SK_SAID_YES = 2, SK_MEMBER = 4, SK_OFFERS = 8 };

/* How often an adult was asked, and will have been with the plan. */
typedef struct sk_asked {
    size_t recorded, with_plan;
} sk_asked;

typedef struct sk_cell {
    schakel_breakdown breakdown;
    const char *key;
    size_t adults;
    size_t asked;
    size_t said_yes;
    size_t members;      /* of a team; says nothing about what is hidden */
    size_t rank;         /* rows with one are listed in its order, whatever their size */
    sk_profile *profile; /* of a load */
    int hidden;
    int yes_hidden;
    int people_hidden; /* of what is told apart of the profiles in this breakdown */
    int offerers_hidden;
    int plan_hidden;
    int asks_hidden;
} sk_cell;

typedef struct sk_table {
    const schakel_allocator *allocator;
    sk_strings keys;
    sk_arena profiles;
    sk_cell *cells;
    size_t count;
    size_t capacity;
} sk_table;

void sk_table_init(sk_table *table, const schakel_allocator *allocator);
void sk_table_destroy(sk_table *table);
/*
 * Count every adult with a tie to a child; `flags` by adult. With `asked`, by adult as well, the rows have
 * profiles, and there are rows by reading. Returns 0 when memory ran out.
 */
int sk_table_count(sk_table *table, const schakel_school *school, const unsigned char *flags,
                   const sk_asked *asked);
/* Hide what is too small, and put the rows in the order in which they are listed. */
void sk_table_hide(sk_table *table, size_t min_cell);
/* After that: hide of the profiles what may not be shown, or would give that away. */
void sk_table_hide_profiles(sk_table *table, const sk_detail *detail, size_t min_cell);

/* Hide what is too small in the row for everybody. */
void sk_hide_total(sk_cell *all, size_t min_cell);
/*
 * Hide what is too small in the rows of one breakdown, and what would give it away;
 * the order of the rows changes. Returns 0 when even hiding every row gives the
 * counts away, because each of them holds one person; then no row may be listed.
 */
int sk_hide_rows(const sk_cell *all, sk_cell *rows, size_t count, size_t min_cell);
/* Hide in the rows of one breakdown what the profiles may not show; the order stays. */
void sk_hide_profiles(sk_cell *rows, size_t count, const sk_detail *detail, size_t min_cell);

#endif
