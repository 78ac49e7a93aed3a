/* A reach as a table, in text and as a web page with bars. */
#include "base/unicode.h"
#include "present/page.h"

#include <stdio.h>
#include <string.h>

/* ----------------------------------------------------------------------- words */

typedef struct word {
    const char *key, *nl, *en;
} word;

static const word role_words[] = {{"mother", "moeders", "mothers"},
                                  {"father", "vaders", "fathers"},
                                  {"parent", "andere ouders", "other parents"},
                                  {"other", "andere volwassenen", "other adults"}};

static const char *role_word(const sk_page *page, const char *key)
{
    for (size_t i = 0; i < sizeof role_words / sizeof role_words[0]; i++)
        if (strcmp(role_words[i].key, key) == 0)
            return sk_say(page, role_words[i].nl, role_words[i].en);
    return key;
}

static const char *row_name(const sk_page *page, const schakel_reach_row *row)
{
    if (row->breakdown == SCHAKEL_BY_ROLE)
        return role_word(page, row->key);
    if (row->breakdown == SCHAKEL_BY_LANGUAGE)
        return sk_language_word(page, row->key);
    return sk_say(page, "iedereen", "everybody");
}

static const char *heading(const sk_page *page, schakel_breakdown breakdown)
{
    return breakdown == SCHAKEL_BY_ROLE
               ? sk_say(page, "Wie het zijn", "Who they are")
               : sk_say(page, "Taal die zij het best spreken", "Language they speak best");
}

static void add_period(sk_page *page, const schakel_reach_options *options)
{
    if (options->from == SCHAKEL_NO_DATE || options->until == SCHAKEL_NO_DATE)
        return;
    sk_buffer_adds(&page->out, sk_say(page, "Van ", "From "));
    sk_add_date(page, options->from, 0);
    sk_buffer_adds(&page->out, sk_say(page, " tot en met ", " up to and including "));
    sk_add_date(page, options->until, 0);
    sk_buffer_adds(&page->out, ".");
}

/* The rule for hiding, in words. */
static void add_rule(sk_page *page, const schakel_reach_options *options)
{
    sk_buffer_addf(
        &page->out,
        sk_say(page,
               "Aantallen van 1 tot en met %d staan er niet in. Zo kan niemand zien om welke mensen het "
               "gaat. Soms staat ook een groter aantal er niet in, omdat je het kleine anders kunt "
               "uitrekenen.",
               "Numbers from 1 up to and including %d are left out. That way nobody can see which people "
               "they are. Sometimes a larger number is left out too, because the small one could be "
               "worked out from it."),
        (int)options->min_cell - 1);
}

/* ------------------------------------------------------------------------ text */

enum { NAME_COLUMNS = 32, BAR_COLUMNS = 20 };
/* Of the counts, with the space before them: people, asked, never asked, said yes. */
enum { ADULTS_COLUMNS = 7, ASKED_COLUMNS = 10, NEVER_COLUMNS = 16, YES_COLUMNS = 10 };

static void pad(sk_page *page, int columns)
{
    if (columns > 0)
        sk_buffer_addf(&page->out, "%*s", columns, "");
}

static int width_of(const char *text)
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

static void add_right(sk_page *page, const char *text, int columns)
{
    pad(page, columns - width_of(text));
    sk_buffer_adds(&page->out, text);
}

static void add_cell(sk_page *page, size_t value, int shown, int columns)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", value);
    add_right(page, shown ? text : "\xC2\xB7", columns);
}

static void add_text_row(sk_page *page, const schakel_reach_row *row)
{
    const char *name = row_name(page, row);
    int indent = row->breakdown == SCHAKEL_BY_ALL ? 0 : 2;
    pad(page, indent);
    sk_add_name(page, name);
    pad(page, NAME_COLUMNS - indent - width_of(name));
    add_cell(page, row->adults, !row->hidden, ADULTS_COLUMNS);
    add_cell(page, row->asked, !row->hidden, ASKED_COLUMNS);
    add_cell(page, row->never_asked, !row->hidden, NEVER_COLUMNS);
    add_cell(page, row->said_yes, !row->yes_hidden, YES_COLUMNS);
    if (!row->hidden && row->adults != 0) {
        size_t filled = (row->asked * BAR_COLUMNS + row->adults / 2) / row->adults;
        sk_buffer_adds(&page->out, "  ");
        sk_paint(page, SK_CYAN);
        for (size_t i = 0; i < BAR_COLUMNS; i++) {
            if (i == filled) {
                sk_paint(page, SK_PLAIN);
                sk_paint(page, SK_FAINT);
            }
            sk_buffer_adds(&page->out, i < filled ? "\xE2\x96\x88" : "\xE2\x96\x91");
        }
        sk_paint(page, SK_PLAIN);
        sk_buffer_adds(&page->out, " ");
        sk_add_percentage(page, (double)row->asked / (double)row->adults);
    }
    sk_buffer_adds(&page->out, "\n");
}

static const char *question(const sk_page *page)
{
    return sk_say(page, "Wie is gevraagd, en wie nooit?", "Who was asked, and who never was?");
}

void sk_reach_text(sk_page *page, const schakel_reach *reach)
{
    schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
    schakel_reach_get_options(reach, &options);
    sk_paint(page, SK_BOLD);
    if (page->options.title != NULL) {
        sk_add_name(page, page->options.title);
        sk_buffer_adds(&page->out, ": ");
    }
    sk_buffer_adds(&page->out, question(page));
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    add_period(page, &options);
    sk_buffer_adds(&page->out, "\n\n");
    pad(page, NAME_COLUMNS);
    sk_paint(page, SK_BOLD);
    add_right(page, sk_say(page, "mensen", "people"), ADULTS_COLUMNS);
    add_right(page, sk_say(page, "gevraagd", "asked"), ASKED_COLUMNS);
    add_right(page, sk_say(page, "nooit gevraagd", "never asked"), NEVER_COLUMNS);
    add_right(page, sk_say(page, "zei ja", "said yes"), YES_COLUMNS);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    schakel_breakdown last = SCHAKEL_BY_ALL;
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++) {
        schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
        schakel_reach_get_row(reach, i, &row);
        if (row.breakdown != last)
            sk_buffer_addf(&page->out, "\n%s\n", heading(page, row.breakdown));
        last = row.breakdown;
        add_text_row(page, &row);
    }
    sk_buffer_adds(&page->out, "\n\xC2\xB7 ");
    add_rule(page, &options);
    sk_buffer_adds(&page->out, "\n");
}

/* ------------------------------------------------------------------------ HTML */

static void add_html_number(sk_page *page, size_t value, int shown)
{
    if (shown)
        sk_buffer_addf(&page->out, "<td>%zu</td>", value);
    else
        sk_buffer_addf(&page->out, "<td class=\"hidden\">%s</td>", sk_say(page, "niet getoond", "not shown"));
}

static void add_html_row(sk_page *page, const schakel_reach_row *row)
{
    sk_buffer_adds(&page->out, "<tr><th scope=\"row\">");
    sk_add_name(page, row_name(page, row));
    sk_buffer_adds(&page->out, "</th>");
    if (row->hidden) {
        sk_buffer_addf(&page->out, "<td colspan=\"5\" class=\"hidden\">%s</td></tr>\n",
                       sk_say(page, "niet getoond: te weinig mensen, of uit te rekenen",
                              "not shown: too few people, or it could be worked out"));
        return;
    }
    add_html_number(page, row->adults, 1);
    add_html_number(page, row->asked, 1);
    add_html_number(page, row->never_asked, 1);
    add_html_number(page, row->said_yes, !row->yes_hidden);
    sk_buffer_adds(&page->out, "<td class=\"bar\"><div>");
    if (row->adults != 0) {
        double share = 100.0 * (double)row->asked / (double)row->adults;
        int percent = (int)(share + 0.5);
        sk_buffer_addf(
            &page->out,
            "<svg role=\"img\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-label=\"%d%%\">"
            "<rect width=\"100\" height=\"10\" fill=\"#e2e2e2\"/><rect width=\"%d\" height=\"10\" "
            "fill=\"#0b4a82\"/></svg><span>%d%%</span>",
            percent, percent, percent);
    }
    sk_buffer_adds(&page->out, "</div></td></tr>\n");
}

static void add_html_head(sk_page *page, const schakel_reach_options *options)
{
    static const word columns[] = {
        {"", "Groep", "Group"},     {"", "Mensen", "People"},
        {"", "Gevraagd", "Asked"},  {"", "Nooit gevraagd", "Never asked"},
        {"", "Zei ja", "Said yes"}, {" class=\"bar\"", "Deel dat gevraagd is", "Share that was asked"}};
    sk_buffer_adds(&page->out, "<table>\n<caption>");
    add_period(page, options);
    sk_buffer_adds(&page->out, "</caption>\n<thead><tr>");
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sk_buffer_addf(&page->out, "<th scope=\"col\"%s>%s</th>", columns[i].key,
                       sk_say(page, columns[i].nl, columns[i].en));
    sk_buffer_adds(&page->out, "</tr></thead>\n<tbody>\n");
}

void sk_reach_html(sk_page *page, const schakel_reach *reach)
{
    schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
    schakel_reach_get_options(reach, &options);
    sk_html_begin(page, page->options.title != NULL ? page->options.title : question(page));
    if (page->options.title != NULL)
        sk_buffer_addf(&page->out, "<h2>%s</h2>\n", question(page));
    add_html_head(page, &options);
    schakel_breakdown last = SCHAKEL_BY_ALL;
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++) {
        schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
        schakel_reach_get_row(reach, i, &row);
        if (row.breakdown != last)
            sk_buffer_addf(&page->out,
                           "</tbody>\n<tbody>\n<tr><th colspan=\"6\" scope=\"rowgroup\">%s</th></tr>\n",
                           heading(page, row.breakdown));
        last = row.breakdown;
        add_html_row(page, &row);
    }
    sk_buffer_adds(&page->out, "</tbody>\n</table>\n<p class=\"note\">");
    add_rule(page, &options);
    sk_buffer_adds(&page->out, "</p>\n");
    sk_html_end(page);
}
