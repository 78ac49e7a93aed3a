/* A reach as a table, in text and as a web page with bars. */
#include "present/counts.h"

/* ------------------------------------------------------------------------ text */

enum { NAME_COLUMNS = 32 };
/* Of the counts, with the space before them: people, asked, never asked, said yes. */
enum { ADULTS_COLUMNS = 7, ASKED_COLUMNS = 10, NEVER_COLUMNS = 16, YES_COLUMNS = 10 };

static void add_text_row(sk_page *page, const schakel_reach_row *row)
{
    const char *name = sk_row_word(page, row->breakdown, row->key);
    int indent = row->breakdown == SCHAKEL_BY_ALL ? 0 : 2;
    sk_add_space(page, indent);
    sk_add_name(page, name);
    sk_add_space(page, NAME_COLUMNS - indent - sk_width(name));
    sk_add_count_cell(page, row->adults, !row->hidden, ADULTS_COLUMNS);
    sk_add_count_cell(page, row->asked, !row->hidden, ASKED_COLUMNS);
    sk_add_count_cell(page, row->never_asked, !row->hidden, NEVER_COLUMNS);
    sk_add_count_cell(page, row->said_yes, !row->yes_hidden, YES_COLUMNS);
    if (!row->hidden && row->adults != 0) {
        sk_buffer_adds(&page->out, "  ");
        sk_add_share(page, row->asked, row->adults);
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
    sk_add_question(page, question(page), options.from, options.until);
    sk_add_space(page, NAME_COLUMNS);
    sk_paint(page, SK_BOLD);
    sk_add_right(page, sk_say(page, "mensen", "people"), ADULTS_COLUMNS);
    sk_add_right(page, sk_say(page, "gevraagd", "asked"), ASKED_COLUMNS);
    sk_add_right(page, sk_say(page, "nooit gevraagd", "never asked"), NEVER_COLUMNS);
    sk_add_right(page, sk_say(page, "zei ja", "said yes"), YES_COLUMNS);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    schakel_breakdown last = SCHAKEL_BY_ALL;
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++) {
        schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
        schakel_reach_get_row(reach, i, &row);
        if (sk_is_empty_row(row.breakdown, row.hidden, row.adults))
            continue;
        sk_add_breakdown_line(page, &last, row.breakdown);
        add_text_row(page, &row);
    }
    sk_add_hiding_line(page, options.min_cell);
}

/* ------------------------------------------------------------------------ HTML */

static void add_html_row(sk_page *page, const schakel_reach_row *row)
{
    sk_buffer_adds(&page->out, "<tr><th scope=\"row\">");
    sk_add_name(page, sk_row_word(page, row->breakdown, row->key));
    sk_buffer_adds(&page->out, "</th>");
    if (row->hidden) {
        sk_add_hidden_cells(page, 5);
        sk_buffer_adds(&page->out, "</tr>\n");
        return;
    }
    sk_add_count_td(page, row->adults, 1);
    sk_add_count_td(page, row->asked, 1);
    sk_add_count_td(page, row->never_asked, 1);
    sk_add_count_td(page, row->said_yes, !row->yes_hidden);
    sk_add_bar_td(page, row->asked, row->adults, "");
    sk_buffer_adds(&page->out, "</tr>\n");
}

static void add_html_table(sk_page *page, const schakel_reach *reach)
{
    schakel_breakdown last = SCHAKEL_BY_ALL;
    sk_begin_table(page, question(page), "");
    sk_add_column(page, sk_say(page, "Groep", "Group"), "");
    sk_add_column(page, sk_say(page, "Mensen", "People"), "");
    sk_add_column(page, sk_say(page, "Gevraagd", "Asked"), "");
    sk_add_column(page, sk_say(page, "Nooit gevraagd", "Never asked"), "");
    sk_add_column(page, sk_say(page, "Zei ja", "Said yes"), "");
    sk_add_column(page, sk_say(page, "Deel dat gevraagd is", "Share that was asked"), "bar");
    sk_begin_rows(page);
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++) {
        schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
        schakel_reach_get_row(reach, i, &row);
        if (sk_is_empty_row(row.breakdown, row.hidden, row.adults))
            continue;
        sk_add_breakdown_row(page, &last, row.breakdown, 6);
        add_html_row(page, &row);
    }
    sk_end_table(page);
}

static void add_content(sk_page *page, const schakel_reach *reach)
{
    schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
    schakel_reach_get_options(reach, &options);
    sk_add_period_note(page, options.from, options.until);
    add_html_table(page, reach);
    sk_add_hiding_note(page, options.min_cell);
}

void sk_reach_section(sk_page *page, const schakel_reach *reach)
{
    sk_buffer_addf(&page->out, "<h2>%s</h2>\n", question(page));
    add_content(page, reach);
}

void sk_reach_html(sk_page *page, const schakel_reach *reach)
{
    sk_html_begin(page, question(page), "");
    if (page->options.title != NULL)
        sk_buffer_addf(&page->out, "<h2>%s</h2>\n", question(page));
    add_content(page, reach);
    sk_html_end(page);
}
