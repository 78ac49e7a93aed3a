#include "present/counts.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"

/* ----------------------------------------------------------------------- words */

typedef struct word {
    const char *key, *nl, *en;
} word;

static const word role_words[] = {{"mother", "moeders", "mothers"},
                                  {"father", "vaders", "fathers"},
                                  {"parent", "andere ouders", "other parents"},
                                  {"other", "andere volwassenen", "other adults"},
                                  {"unknown", "niet bekend", "not known"}};
static const word reading_words[] = {{"none", "leest geen Nederlands", "reads no Dutch"},
                                     {"unknown", "niet bekend", "not known"}};

static const char *word_of(const sk_page *page, const word *words, size_t count, const char *key)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].key, key) == 0)
            return sk_say(page, words[i].nl, words[i].en);
    return key;
}

const char *sk_row_word(const sk_page *page, schakel_breakdown breakdown, const char *key)
{
    switch (breakdown) {
    case SCHAKEL_BY_ROLE:
        return word_of(page, role_words, sizeof role_words / sizeof role_words[0], key);
    case SCHAKEL_BY_LANGUAGE:
        return sk_language_word(page, key);
    case SCHAKEL_BY_READING:
        return word_of(page, reading_words, sizeof reading_words / sizeof reading_words[0], key);
    case SCHAKEL_BY_GROUP:
    case SCHAKEL_BY_BACKGROUND:
        return key;
    case SCHAKEL_BY_ALL:
        break;
    }
    return sk_say(page, "iedereen", "everybody");
}

const char *sk_breakdown_heading(const sk_page *page, schakel_breakdown breakdown)
{
    if (breakdown == SCHAKEL_BY_READING)
        return sk_say(page, "Hoe zij Nederlands lezen", "How they read Dutch");
    if (breakdown == SCHAKEL_BY_GROUP)
        return sk_say(page, "Kinderen per groep", "Children by group");
    return breakdown == SCHAKEL_BY_ROLE
               ? sk_say(page, "Wie het zijn", "Who they are")
               : sk_say(page, "Taal die zij het best spreken", "Language they speak best");
}

void sk_add_period(sk_page *page, schakel_date from, schakel_date until)
{
    if (from == SCHAKEL_NO_DATE || until == SCHAKEL_NO_DATE)
        return;
    if (from != until) {
        sk_buffer_adds(&page->out, sk_say(page, "Van ", "From "));
        sk_add_date(page, from, 0);
        sk_buffer_adds(&page->out, sk_say(page, " tot en met ", " up to and including "));
    } else {
        sk_buffer_adds(&page->out, sk_say(page, "Op ", "On "));
    }
    sk_add_date(page, until, 0);
    sk_buffer_adds(&page->out, ".");
}

void sk_add_period_note(sk_page *page, schakel_date from, schakel_date until)
{
    if (from == SCHAKEL_NO_DATE || until == SCHAKEL_NO_DATE)
        return;
    sk_buffer_adds(&page->out, "<p class=\"note\">");
    sk_add_period(page, from, until);
    sk_buffer_adds(&page->out, "</p>\n");
}

void sk_add_question(sk_page *page, const char *question, schakel_date from, schakel_date until)
{
    sk_paint(page, SK_BOLD);
    if (page->options.title != NULL) {
        sk_add_name(page, page->options.title);
        sk_buffer_adds(&page->out, ": ");
    }
    sk_buffer_adds(&page->out, question);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    sk_add_period(page, from, until);
    sk_buffer_adds(&page->out, "\n\n");
}

int sk_is_empty_row(schakel_breakdown breakdown, int hidden, size_t people)
{
    return breakdown != SCHAKEL_BY_ALL && !hidden && people == 0;
}

void sk_add_breakdown_line(sk_page *page, schakel_breakdown *last, schakel_breakdown breakdown)
{
    if (breakdown != *last)
        sk_buffer_addf(&page->out, "\n%s\n", sk_breakdown_heading(page, breakdown));
    *last = breakdown;
}

void sk_add_breakdown_row(sk_page *page, schakel_breakdown *last, schakel_breakdown breakdown, int columns)
{
    if (breakdown != *last)
        sk_buffer_addf(&page->out,
                       "</tbody>\n<tbody>\n<tr><th colspan=\"%d\" scope=\"rowgroup\">%s</th></tr>\n", columns,
                       sk_breakdown_heading(page, breakdown));
    *last = breakdown;
}

/* ---------------------------------------------------------------------- tables */

static void add_class(sk_page *page, const char *name)
{
    if (name[0] != '\0')
        sk_buffer_addf(&page->out, " class=\"%s\"", name);
}

void sk_begin_table(sk_page *page, const char *name, const char *class_name)
{
    sk_buffer_addf(&page->out,
                   "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n<table", name);
    add_class(page, class_name);
    sk_buffer_adds(&page->out, ">\n<thead><tr>");
}

void sk_add_column(sk_page *page, const char *words, const char *class_name)
{
    sk_buffer_adds(&page->out, "<th scope=\"col\"");
    add_class(page, class_name);
    sk_buffer_addf(&page->out, ">%s</th>", words);
}

void sk_begin_rows(sk_page *page)
{
    sk_buffer_adds(&page->out, "</tr></thead>\n<tbody>\n");
}

void sk_end_table(sk_page *page)
{
    sk_buffer_adds(&page->out, "</tbody>\n</table>\n</div>\n");
}

void sk_add_hidden_cells(sk_page *page, int columns)
{
    sk_buffer_addf(&page->out, "<td colspan=\"%d\" class=\"hidden\">%s</td>", columns,
                   sk_say(page, "niet getoond: te weinig mensen, of uit te rekenen",
                          "not shown: too few people, or it could be worked out"));
}

void sk_add_count_td(sk_page *page, size_t value, int shown)
{
    if (shown)
        sk_buffer_addf(&page->out, "<td>%zu</td>", value);
    else
        sk_buffer_addf(&page->out, "<td class=\"hidden\">%s</td>", sk_say(page, "niet getoond", "not shown"));
}

static int percent_of(size_t part, size_t whole, const char *more)
{
    return (int)(100.0 * (double)part / (double)whole + (more[0] == '\0' ? 0.5 : 0));
}

void sk_add_share_or_more(sk_page *page, size_t part, size_t whole, const char *more)
{
    if (whole != 0)
        sk_buffer_addf(&page->out, "%d%%%s", percent_of(part, whole, more), more);
}

void sk_add_bar_td(sk_page *page, size_t part, size_t whole, const char *more)
{
    sk_buffer_adds(&page->out, "<td class=\"bar\"><div>");
    if (whole != 0) {
        int percent = percent_of(part, whole, more);
        sk_buffer_addf(
            &page->out,
            "<svg role=\"img\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-label=\"%d%%%s\">"
            "<rect width=\"100\" height=\"10\" fill=\"#e2e2e2\"/><rect width=\"%d\" height=\"10\" "
            "fill=\"#0b4a82\"/></svg><span>%d%%%s</span>",
            percent, more, percent, percent, more);
    }
    sk_buffer_adds(&page->out, "</div></td>");
}

void sk_add_hiding_rule(sk_page *page, int32_t min_cell)
{
    if (min_cell == 2)
        sk_buffer_adds(&page->out,
                       sk_say(page, "Het aantal 1 staat er niet in.", "The number 1 is left out."));
    else
        sk_buffer_addf(&page->out,
                       sk_say(page, "Aantallen van 1 tot en met %d staan er niet in.",
                              "Numbers from 1 up to and including %d are left out."),
                       (int)min_cell - 1);
    sk_buffer_adds(
        &page->out,
        sk_say(page,
               " Zo kan niemand zien om welke mensen het gaat. Soms staat ook een groter aantal er "
               "niet in, omdat je het kleine anders kunt uitrekenen.",
               " That way nobody can see which people they are. Sometimes a larger number is left "
               "out too, because the small one could be worked out from it."));
}

void sk_add_hiding_line(sk_page *page, int32_t min_cell)
{
    sk_buffer_adds(&page->out, "\n\xC2\xB7 ");
    sk_add_hiding_rule(page, min_cell);
    sk_buffer_adds(&page->out, "\n");
}

void sk_add_hiding_note(sk_page *page, int32_t min_cell)
{
    sk_buffer_adds(&page->out, "<p class=\"note\">");
    sk_add_hiding_rule(page, min_cell);
    sk_buffer_adds(&page->out, "</p>\n");
}

/* --------------------------------------------------------------------- columns */

int sk_width(const char *text)
{
    int columns = 0;
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t c;
        at += sk_utf8_next(text + at, length - at, &c);
        columns += sk_columns(c);
    }
    return columns;
}

void sk_add_space(sk_page *page, int columns)
{
    if (columns > 0)
        sk_buffer_addf(&page->out, "%*s", columns, "");
}

void sk_add_right(sk_page *page, const char *text, int columns)
{
    sk_add_space(page, columns - sk_width(text));
    sk_buffer_adds(&page->out, text);
}

void sk_add_count_cell(sk_page *page, size_t value, int shown, int columns)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", value);
    sk_add_right(page, shown ? text : "\xC2\xB7", columns);
}

void sk_add_bar(sk_page *page, size_t part, size_t whole)
{
    enum { BAR_COLUMNS = 20 };
    size_t filled = (part * BAR_COLUMNS + whole / 2) / whole;
    sk_paint(page, SK_CYAN);
    for (size_t i = 0; i < BAR_COLUMNS; i++) {
        if (i == filled) {
            sk_paint(page, SK_PLAIN);
            sk_paint(page, SK_FAINT);
        }
        sk_buffer_adds(&page->out, i < filled ? "\xE2\x96\x88" : "\xE2\x96\x91");
    }
    sk_paint(page, SK_PLAIN);
}

void sk_add_share(sk_page *page, size_t part, size_t whole)
{
    sk_add_bar(page, part, whole);
    sk_buffer_adds(&page->out, " ");
    sk_add_percentage(page, (double)part / (double)whole);
}
