/* What the text, the tables and the pictures of an engagement share. */
#ifndef SK_PRESENT_ENGAGEMENT_H
#define SK_PRESENT_ENGAGEMENT_H

#include "present/counts.h"

/* The first rows by each way are those for everybody. */
enum { SK_ALL_ADULTS, SK_ALL_FAMILIES, SK_ALL_CHILDREN, SK_FIRST_OF_BREAKDOWNS };

/* How many rows there are by anything, and a row by some way; months have the first three alone. */
size_t sk_engagement_rows(const schakel_engagement *engagement);
schakel_engagement_row sk_engagement_row(const schakel_engagement *engagement, size_t way, size_t index);
schakel_reach_way sk_engagement_way(const schakel_engagement *engagement, size_t index);

/* How many a row tells were reached, if it does: exactly, or so many or more. What comes after the number says which. */
static inline int sk_tells_reached(const schakel_engagement_row *row)
{
    return !row->hidden || row->at_least != 0;
}

static inline size_t sk_reached_or_more(const schakel_engagement_row *row)
{
    return row->hidden ? row->at_least : row->reached;
}

static inline const char *sk_more(const schakel_engagement_row *row)
{
    return row->at_least != 0 ? "+" : "";
}

/* "gezinnen" */
const char *sk_unit_word(const sk_page *page, schakel_unit unit);
/* "startgesprek", "Startgesprek: 24 augustus tot 2 oktober", "september 2026" */
void sk_add_way(sk_page *page, const schakel_reach_way *way);
/* "moeders", "groep 3" */
void sk_add_row_name(sk_page *page, const schakel_school *school, const schakel_engagement_row *row);

/* What reaches people: the ways that are no month and no other year, those that reach most families first. */
typedef struct sk_way_list {
    size_t *indexes;
    size_t count;
} sk_way_list;
/* Returns 0 when memory ran out; the indexes lie in the arena. */
int sk_ways_by_reach(sk_way_list *ways, const schakel_engagement *engagement, sk_arena *arena);

/* The sentences that sum it up, each between `before` and `after`. */
void sk_add_engagement_sentences(sk_page *page, const schakel_engagement *engagement, const char *before,
                                 const char *after);

/* SVG pictures: families, adults and children; and the share of families for each of some ways. */
void sk_units_picture(sk_page *page, const schakel_engagement *engagement);
void sk_ways_picture(sk_page *page, const schakel_engagement *engagement, const sk_way_list *ways);
void sk_months_picture(sk_page *page, const schakel_engagement *engagement);

void sk_engagement_text(sk_page *page, const schakel_engagement *engagement, const schakel_school *school,
                        const sk_way_list *ways);
void sk_engagement_html(sk_page *page, const schakel_engagement *engagement, const schakel_school *school,
                        const schakel_reach *reach, const sk_way_list *ways);
/* The rule for hiding, in words; also what "+" means, where there is one. */
void sk_add_engagement_rule(sk_page *page, const schakel_engagement *engagement);
/* What both ask at the top. */
const char *sk_engagement_question(const sk_page *page);

#endif
