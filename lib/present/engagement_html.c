/* Who is reached, as a web page. */
#include "present/engagement.h"

static const char own_style[] = ".engaged{width:30rem}\n"
                                ".engaged text{font-family:inherit}\n"
                                ".matrix th,.matrix td{padding:.35rem .5rem}\n"
                                ".matrix thead th{vertical-align:bottom}\n";

/* ------------------------------------------------------------------ who is reached */

static void add_people_row(sk_page *page, const schakel_school *school, const schakel_engagement_row *row)
{
    sk_buffer_adds(&page->out, "<tr><th scope=\"row\">");
    sk_add_row_name(page, school, row);
    sk_buffer_adds(&page->out, "</th>");
    if (!sk_tells_reached(row)) {
        sk_add_hidden_cells(page, 5);
    } else {
        sk_add_count_td(page, row->people, 1);
        sk_buffer_addf(&page->out, "<td>%zu%s</td>", sk_reached_or_more(row), sk_more(row));
        sk_add_count_td(page, row->never_reached, !row->hidden);
        sk_add_count_td(page, row->only_problems, !row->problems_hidden);
        sk_add_bar_td(page, sk_reached_or_more(row), row->people, sk_more(row));
    }
    sk_buffer_adds(&page->out, "</tr>\n");
}

static void add_people(sk_page *page, const schakel_engagement *engagement, const schakel_school *school)
{
    schakel_breakdown last = SCHAKEL_BY_ALL;
    sk_begin_table(page, sk_engagement_question(page), "");
    sk_add_column(page, sk_say(page, "Wie", "Who"), "");
    sk_add_column(page, sk_say(page, "Aantal", "Number"), "");
    sk_add_column(page, sk_say(page, "Bereikt", "Reached"), "");
    sk_add_column(page, sk_say(page, "Nog niet", "Not yet"), "");
    sk_add_column(page, sk_say(page, "Alleen over zorgen", "Only about problems"), "");
    sk_add_column(page, sk_say(page, "Deel dat bereikt is", "Share that is reached"), "bar");
    sk_begin_rows(page);
    for (size_t i = 0; i < sk_engagement_rows(engagement); i++) {
        schakel_engagement_row row = sk_engagement_row(engagement, 0, i);
        if (sk_is_empty_row(row.breakdown, row.hidden, row.people))
            continue;
        sk_add_breakdown_row(page, &last, row.breakdown, 6);
        add_people_row(page, school, &row);
    }
    sk_end_table(page);
}

/* --------------------------------------------------------------- what reaches whom */

static void add_share(sk_page *page, const schakel_engagement_row *row)
{
    if (!sk_tells_reached(row)) {
        sk_buffer_addf(&page->out, "<td class=\"hidden\"><span aria-label=\"%s\">\xC2\xB7</span></td>",
                       sk_say(page, "niet getoond", "not shown"));
        return;
    }
    sk_buffer_adds(&page->out, "<td>");
    sk_add_share_or_more(page, sk_reached_or_more(row), row->people, sk_more(row));
    sk_buffer_adds(&page->out, "</td>");
}

static void add_matrix(sk_page *page, const schakel_engagement *engagement, const schakel_school *school,
                       const sk_way_list *ways)
{
    schakel_breakdown last = SCHAKEL_BY_ALL;
    sk_begin_table(page, sk_say(page, "Wat bereikt wie", "What reaches whom"), "matrix");
    sk_add_column(page, sk_say(page, "Wie", "Who"), "");
    for (size_t k = 0; k < ways->count; k++) {
        schakel_reach_way way = sk_engagement_way(engagement, ways->indexes[k]);
        sk_buffer_adds(&page->out, "<th scope=\"col\">");
        sk_add_way(page, &way);
        if (way.occasions != 0)
            sk_buffer_addf(&page->out, " (%zu&times;)", way.occasions);
        sk_buffer_adds(&page->out, "</th>");
    }
    sk_begin_rows(page);
    for (size_t i = 0; i < sk_engagement_rows(engagement); i++) {
        schakel_engagement_row row = sk_engagement_row(engagement, 0, i);
        if (sk_is_empty_row(row.breakdown, row.hidden, row.people))
            continue;
        sk_add_breakdown_row(page, &last, row.breakdown, (int)ways->count + 1);
        sk_buffer_adds(&page->out, "<tr><th scope=\"row\">");
        sk_add_row_name(page, school, &row);
        sk_buffer_adds(&page->out, "</th>");
        for (size_t k = 0; k < ways->count; k++) {
            schakel_engagement_row cell = sk_engagement_row(engagement, ways->indexes[k], i);
            add_share(page, &cell);
        }
        sk_buffer_adds(&page->out, "</tr>\n");
    }
    sk_end_table(page);
}

void sk_engagement_html(sk_page *page, const schakel_engagement *engagement, const schakel_school *school,
                        const schakel_reach *reach, const sk_way_list *ways)
{
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    schakel_engagement_get_options(engagement, &options);
    sk_html_begin(page, sk_engagement_question(page), own_style);
    if (page->options.title != NULL)
        sk_buffer_addf(&page->out, "<h2>%s</h2>\n", sk_engagement_question(page));
    sk_add_period_note(page, options.from, options.until);
    sk_add_engagement_sentences(page, engagement, "<p class=\"note\">", "</p>\n");
    sk_units_picture(page, engagement);
    sk_buffer_addf(&page->out, "<p class=\"note\">%s</p>\n",
                   sk_say(page,
                          "Vol: bereikt. Gestreept: alleen over wat er misgaat. Leeg: nog niet bereikt.",
                          "Full: reached. Hatched: only about what goes wrong. Open: not reached yet."));
    add_people(page, engagement, school);
    sk_buffer_addf(&page->out, "<h2>%s</h2>\n", sk_say(page, "Wat bereikt wie?", "What reaches whom?"));
    if (ways->count != 0) {
        sk_buffer_addf(&page->out, "<h3>%s</h3>\n",
                       sk_say(page, "Gezinnen die zo bereikt zijn", "Families reached this way"));
        sk_ways_picture(page, engagement, ways);
    }
    sk_months_picture(page, engagement);
    if (ways->count != 0) {
        sk_buffer_addf(&page->out, "<h3>%s</h3>\n", sk_say(page, "Per groep mensen", "By group of people"));
        add_matrix(page, engagement, school, ways);
    }
    sk_buffer_adds(&page->out, "<p class=\"note\">");
    sk_add_engagement_rule(page, engagement);
    sk_buffer_adds(&page->out, "</p>\n");
    if (reach != NULL)
        sk_reach_section(page, reach);
    sk_html_end(page);
}
