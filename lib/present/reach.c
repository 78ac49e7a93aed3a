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
        if (row.breakdown != last)
            sk_buffer_addf(&page->out, "\n%s\n", sk_breakdown_heading(page, row.breakdown));
        last = row.breakdown;
        add_text_row(page, &row);
    }
    sk_buffer_adds(&page->out, "\n\xC2\xB7 ");
    sk_add_hiding_rule(page, options.min_cell);
    sk_buffer_adds(&page->out, "\n");
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

static void add_html_head(sk_page *page, const schakel_reach_options *options)
{
    static const struct {
        const char *key, *nl, *en;
    } columns[] = {
        {"", "Groep", "Group"},     {"", "Mensen", "People"},
        {"", "Gevraagd", "Asked"},  {"", "Nooit gevraagd", "Never asked"},
        {"", "Zei ja", "Said yes"}, {" class=\"bar\"", "Deel dat gevraagd is", "Share that was asked"}};
    sk_buffer_adds(&page->out, "<table>\n<caption>");
    sk_add_period(page, options->from, options->until);
    sk_buffer_adds(&page->out, "</caption>\n<thead><tr>");
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sk_buffer_addf(&page->out, "<th scope=\"col\"%s>%s</th>", columns[i].key,
                       sk_say(page, columns[i].nl, columns[i].en));
    sk_buffer_adds(&page->out, "</tr></thead>\n<tbody>\n");
}

static void add_html_table(sk_page *page, const schakel_reach *reach)
{
    schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
    schakel_reach_get_options(reach, &options);
    add_html_head(page, &options);
    schakel_breakdown last = SCHAKEL_BY_ALL;
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++) {
        schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
        schakel_reach_get_row(reach, i, &row);
        if (row.breakdown != last)
            sk_buffer_addf(&page->out,
                           "</tbody>\n<tbody>\n<tr><th colspan=\"6\" scope=\"rowgroup\">%s</th></tr>\n",
                           sk_breakdown_heading(page, row.breakdown));
        last = row.breakdown;
        add_html_row(page, &row);
    }
    sk_buffer_adds(&page->out, "</tbody>\n</table>\n<p class=\"note\">");
    sk_add_hiding_rule(page, options.min_cell);
    sk_buffer_adds(&page->out, "</p>\n");
}

void sk_reach_section(sk_page *page, const schakel_reach *reach)
{
    sk_buffer_addf(&page->out,
                   "<h2>%s</h2>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n",
                   question(page), question(page));
    add_html_table(page, reach);
    sk_buffer_adds(&page->out, "</div>\n");
}

void sk_reach_html(sk_page *page, const schakel_reach *reach)
{
    sk_html_begin(page, page->options.title != NULL ? page->options.title : question(page));
    if (page->options.title != NULL)
        sk_buffer_addf(&page->out, "<h2>%s</h2>\n", question(page));
    add_html_table(page, reach);
    sk_html_end(page);
}
