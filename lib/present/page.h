/* What all results are written with: words in two languages, numbers, dates, safe text. */
#ifndef SK_PRESENT_PAGE_H
#define SK_PRESENT_PAGE_H

#include "base/memory.h"
#include "schakel/present.h"

typedef struct sk_page {
    sk_buffer out;
    schakel_present_options options;
} sk_page;

/* ANSI colours; nothing is written when the page has none. */
typedef enum sk_colour { SK_PLAIN, SK_BOLD, SK_FAINT, SK_RED, SK_YELLOW, SK_CYAN, SK_GREEN } sk_colour;

/* The Dutch or the English words. */
const char *sk_say(const sk_page *page, const char *nl, const char *en);
void sk_paint(sk_page *page, sk_colour colour);

/*
 * Text from outside. For a terminal, characters that could steer it (controls, changes of
 * direction) are shown as U+FFFD; for HTML everything is escaped as well.
 */
void sk_add_shown(sk_page *page, const char *text, size_t length);
void sk_add_name(sk_page *page, const char *text);
/* A number with decimals: 12,5 in Dutch. Rounded half away from zero. */
void sk_add_number(sk_page *page, double value, int decimals);
/* A share of 0 to 1 as a whole percentage. */
void sk_add_percentage(sk_page *page, double share);
/* "1 woord", "2 woorden": `one` and `more` in the page's language. */
void sk_add_count(sk_page *page, size_t count, const char *one, const char *more);
/* "dinsdag 1 september 2026" */
void sk_add_date(sk_page *page, schakel_date date, int with_weekday);
/* "september 2026" */
void sk_add_month(sk_page *page, schakel_date date);

/* How many columns a character takes in a terminal: 0, 1 or 2. */
int sk_columns(uint32_t code_point);
/* Does a character steer a terminal rather than show something? Tab and line ends count as well. */
int sk_steers(uint32_t code_point);

/* A page up to where its content begins, under its title or else its subject, with styles of its own or ""; and its end. */
void sk_html_begin(sk_page *page, const char *subject, const char *own_style);
void sk_html_end(sk_page *page);

/* The results, one function for each. Return 0 when the result does not fit the text. */
int sk_report_text(sk_page *page, const schakel_report *report, const char *text, size_t length);
int sk_report_html(sk_page *page, const schakel_report *report, const char *text, size_t length);
void sk_matching_text(sk_page *page, const schakel_matching *matching, const schakel_school *school);
void sk_matching_html(sk_page *page, const schakel_matching *matching, const schakel_school *school,
                      const schakel_calendar *calendar, const schakel_load *load);
void sk_calendar_text(sk_page *page, const schakel_calendar *calendar, const schakel_school *school);
void sk_calendar_html(sk_page *page, const schakel_calendar *calendar, const schakel_school *school);
void sk_reach_text(sk_page *page, const schakel_reach *reach);
/* A whole page, or a part of one that has another subject. */
void sk_reach_html(sk_page *page, const schakel_reach *reach);
void sk_reach_section(sk_page *page, const schakel_reach *reach);
void sk_load_text(sk_page *page, const schakel_load *load);
void sk_load_html(sk_page *page, const schakel_load *load);
/* Parts of a page: how many people are asked how often as an SVG picture, and all there is to tell below it. */
void sk_load_picture(sk_page *page, const schakel_load *load);
void sk_load_section(sk_page *page, const schakel_load *load);
void sk_cycle_text(sk_page *page, const schakel_cycle *cycle, const schakel_school *school);
void sk_agenda_text(sk_page *page, const schakel_agenda *agenda, const schakel_school *school);
void sk_school_text(sk_page *page, const schakel_school *school);

/* "Engels" for "en" and "en-GB"; the tag itself for a language that has no name here. */
const char *sk_language_word(const sk_page *page, const char *tag);

#endif
