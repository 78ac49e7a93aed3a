/* Who is reached, for a terminal. */
#include "present/engagement.h"

#include <string.h>

/* Columns, with the space before a number. */
enum {
    NAME_COLUMNS = 38,
    PEOPLE_COLUMNS = 8,
    REACHED_COLUMNS = 10,
    NEVER_COLUMNS = 10,
    PROBLEMS_COLUMNS = 14
};
enum { TIMES_COLUMNS = 8, FAMILIES_COLUMNS = 10, ADULTS_COLUMNS = 13, CHILDREN_COLUMNS = 10 };

/* Write what comes next in a column of its own: the text that was added since `start`, filled up with spaces. */
static void fill_column(sk_page *page, size_t start, int columns)
{
    if (!page->out.failed)
        sk_add_space(page, columns - sk_width(page->out.data + start));
}

static void add_reached_cell(sk_page *page, const schakel_engagement_row *row, int columns)
{
    sk_add_count_cell(page, sk_reached_or_more(row), sk_tells_reached(row),
                      columns - (int)strlen(sk_more(row)));
    sk_buffer_adds(&page->out, sk_more(row));
}

/* The share that was reached, as a bar and in numbers. */
static void add_reached_bar(sk_page *page, const schakel_engagement_row *row)
{
    if (!sk_tells_reached(row) || row->people == 0)
        return;
    sk_buffer_adds(&page->out, "  ");
    sk_add_bar(page, sk_reached_or_more(row), row->people);
    sk_buffer_adds(&page->out, " ");
    sk_add_share_or_more(page, sk_reached_or_more(row), row->people, sk_more(row));
}

static void add_row(sk_page *page, const schakel_school *school, const schakel_engagement_row *row)
{
    int indent = row->breakdown == SCHAKEL_BY_ALL ? 0 : 2;
    sk_add_space(page, indent);
    size_t start = page->out.length;
    sk_add_row_name(page, school, row);
    fill_column(page, start, NAME_COLUMNS - indent);
    sk_add_count_cell(page, row->people, sk_tells_reached(row), PEOPLE_COLUMNS);
    add_reached_cell(page, row, REACHED_COLUMNS);
    sk_add_count_cell(page, row->never_reached, !row->hidden, NEVER_COLUMNS);
    sk_add_count_cell(page, row->only_problems, !row->problems_hidden, PROBLEMS_COLUMNS);
    add_reached_bar(page, row);
    sk_buffer_adds(&page->out, "\n");
}

static void add_table(sk_page *page, const schakel_engagement *engagement, const schakel_school *school)
{
    schakel_breakdown last = SCHAKEL_BY_ALL;
    sk_add_space(page, NAME_COLUMNS);
    sk_paint(page, SK_BOLD);
    sk_add_right(page, sk_say(page, "aantal", "number"), PEOPLE_COLUMNS);
    sk_add_right(page, sk_say(page, "bereikt", "reached"), REACHED_COLUMNS);
    sk_add_right(page, sk_say(page, "nog niet", "not yet"), NEVER_COLUMNS);
    sk_add_right(page, sk_say(page, "alleen zorgen", "only problems"), PROBLEMS_COLUMNS);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    for (size_t i = 0; i < sk_engagement_rows(engagement); i++) {
        schakel_engagement_row row = sk_engagement_row(engagement, 0, i);
        if (sk_is_empty_row(row.breakdown, row.hidden, row.people))
            continue;
        sk_add_breakdown_line(page, &last, row.breakdown);
        add_row(page, school, &row);
    }
}

/* How often activities took place; talks, contact and asks are as many as the people they reach. */
static void add_times(sk_page *page, const schakel_reach_way *way)
{
    if (way->occasions != 0)
        sk_add_count_cell(page, way->occasions, 1, TIMES_COLUMNS);
    else
        sk_add_space(page, TIMES_COLUMNS);
}

/* A way: how often, and how many families, adults and children it reached. */
static void add_way_line(sk_page *page, const schakel_engagement *engagement, size_t index)
{
    schakel_reach_way way = sk_engagement_way(engagement, index);
    schakel_engagement_row families = sk_engagement_row(engagement, index, SK_ALL_FAMILIES);
    schakel_engagement_row adults = sk_engagement_row(engagement, index, SK_ALL_ADULTS);
    schakel_engagement_row children = sk_engagement_row(engagement, index, SK_ALL_CHILDREN);
    sk_buffer_adds(&page->out, "  ");
    size_t start = page->out.length;
    sk_add_way(page, &way);
    fill_column(page, start, NAME_COLUMNS - 2);
    add_times(page, &way);
    add_reached_cell(page, &families, FAMILIES_COLUMNS);
    add_reached_cell(page, &adults, ADULTS_COLUMNS);
    add_reached_cell(page, &children, CHILDREN_COLUMNS);
    add_reached_bar(page, &families);
    sk_buffer_adds(&page->out, "\n");
}

static void add_ways_head(sk_page *page, const char *heading, const char *times)
{
    sk_buffer_adds(&page->out, "\n");
    sk_paint(page, SK_BOLD);
    size_t start = page->out.length;
    sk_buffer_adds(&page->out, heading);
    fill_column(page, start, NAME_COLUMNS);
    sk_add_right(page, times, TIMES_COLUMNS);
    sk_add_right(page, sk_unit_word(page, SCHAKEL_UNIT_FAMILIES), FAMILIES_COLUMNS);
    sk_add_right(page, sk_unit_word(page, SCHAKEL_UNIT_ADULTS), ADULTS_COLUMNS);
    sk_add_right(page, sk_unit_word(page, SCHAKEL_UNIT_CHILDREN), CHILDREN_COLUMNS);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
}

static void add_months(sk_page *page, const schakel_engagement *engagement)
{
    int any = 0;
    for (size_t i = 0; i < schakel_engagement_way_count(engagement); i++) {
        if (sk_engagement_way(engagement, i).by != SCHAKEL_REACHED_IN_MONTH)
            continue;
        if (!any)
            add_ways_head(page, sk_say(page, "Maand voor maand", "Month by month"), "");
        any = 1;
        add_way_line(page, engagement, i);
    }
}

void sk_engagement_text(sk_page *page, const schakel_engagement *engagement, const schakel_school *school,
                        const sk_way_list *ways)
{
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    schakel_engagement_get_options(engagement, &options);
    sk_add_question(page, sk_engagement_question(page), options.from, options.until);
    sk_add_engagement_sentences(page, engagement, "", "\n");
    sk_buffer_adds(&page->out, "\n");
    add_table(page, engagement, school);
    if (ways->count != 0)
        add_ways_head(page, sk_say(page, "Wat bereikt wie", "What reaches whom"),
                      sk_say(page, "hoe vaak", "times"));
    for (size_t i = 0; i < ways->count; i++)
        add_way_line(page, engagement, ways->indexes[i]);
    add_months(page, engagement);
    sk_buffer_adds(&page->out, "\n\xC2\xB7 ");
    sk_add_engagement_rule(page, engagement);
    sk_buffer_adds(&page->out, "\n");
}
