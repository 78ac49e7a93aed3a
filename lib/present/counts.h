/* What tables of counted people share: the words of their rows, columns, and the rule for hiding. */
#ifndef SK_PRESENT_COUNTS_H
#define SK_PRESENT_COUNTS_H

#include "present/page.h"

/* "moeders", "Nederlands", "A2" */
const char *sk_row_word(const sk_page *page, schakel_breakdown breakdown, const char *key);
const char *sk_breakdown_heading(const sk_page *page, schakel_breakdown breakdown);
/* "Van 1 augustus 2026 tot en met 31 juli 2027.", "Op 1 augustus 2026."; nothing when either day is not known. */
void sk_add_period(sk_page *page, schakel_date from, schakel_date until);
/* On a page: a note with it. */
void sk_add_period_note(sk_page *page, schakel_date from, schakel_date until);
/* The title, if there is one, with the question that the text answers; and the period. */
void sk_add_question(sk_page *page, const char *question, schakel_date from, schakel_date until);
/* Is there nobody in a row of a breakdown? Then it is not told. */
int sk_is_empty_row(schakel_breakdown breakdown, int hidden, size_t people);
/* Where a breakdown begins that is not the last one: its heading. On a page it goes over so many columns. */
void sk_add_breakdown_line(sk_page *page, schakel_breakdown *last, schakel_breakdown breakdown);
void sk_add_breakdown_row(sk_page *page, schakel_breakdown *last, schakel_breakdown breakdown, int columns);

/* On a page: a table that may be wider than the screen, column by column (the class of each may be ""), and then its rows. */
void sk_begin_table(sk_page *page, const char *name, const char *class_name);
void sk_add_column(sk_page *page, const char *words, const char *class_name);
void sk_begin_rows(sk_page *page);
void sk_end_table(sk_page *page);
/* What stands in a row of a table on a page, over so many columns, when its numbers are hidden. */
void sk_add_hidden_cells(sk_page *page, int columns);
/* A share as a percentage; of what is so much or more it is not rounded up, and `more` comes after it. */
void sk_add_share_or_more(sk_page *page, size_t part, size_t whole, const char *more);
/* On a page: a cell with a count, and one with a share as a bar, which is empty when there is nobody. */
void sk_add_count_td(sk_page *page, size_t value, int shown);
void sk_add_bar_td(sk_page *page, size_t part, size_t whole, const char *more);
/* The rule for hiding, in words; and as what a table ends with, in text and on a page. */
void sk_add_hiding_rule(sk_page *page, int32_t min_cell);
void sk_add_hiding_line(sk_page *page, int32_t min_cell);
void sk_add_hiding_note(sk_page *page, int32_t min_cell);

/* How many columns a text takes in a terminal. */
int sk_width(const char *text);
/* So many spaces; none for 0 or less. */
void sk_add_space(sk_page *page, int columns);
/* A text, or a count, at the right of so many columns; a dot for what is not shown. */
void sk_add_right(sk_page *page, const char *text, int columns);
void sk_add_count_cell(sk_page *page, size_t value, int shown, int columns);
/* A bar that is filled for a part of a whole, which is not 0; and one with its percentage. */
void sk_add_bar(sk_page *page, size_t part, size_t whole);
void sk_add_share(sk_page *page, size_t part, size_t whole);

#endif
