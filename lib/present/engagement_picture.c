/*
 * Who is reached, as lying bars: full for who was reached, hatched for who was reached only about problems, open for the
 * rest. Each has its numbers, so nothing hangs on a colour.
 */
#include "present/engagement.h"

/* Names stand above their bars, so that the picture can be read on a small screen. */
enum {
    WIDTH = 400,
    LINE = 46,
    BAR_WIDTH = 290,
    BAR_TOP = 22,
    BAR_HEIGHT = 16,
    NAME_BASELINE = 15,
    BASELINE = 35,
    LETTERS = 15
};

static size_t width_of(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (part * BAR_WIDTH + whole / 2) / whole;
}

static void begin(sk_page *page, const char *id, size_t lines, const char *title)
{
    sk_buffer_addf(
        &page->out,
        "<svg class=\"engaged\" role=\"img\" viewBox=\"0 0 %d %zu\" font-size=\"%d\" fill=\"#1a1a1a\" "
        "aria-labelledby=\"%s\">\n<title id=\"%s\">%s</title>\n",
        WIDTH, lines * LINE + 4, LETTERS, id, id, title);
}

static void add_rect(sk_page *page, size_t x, size_t width, const char *fill, const char *stroke)
{
    if (width != 0)
        sk_buffer_addf(&page->out,
                       "<rect x=\"%zu\" y=\"%d\" width=\"%zu\" height=\"%d\" fill=\"%s\" stroke=\"%s\"/>", x,
                       BAR_TOP, width, BAR_HEIGHT, fill, stroke);
}

/* The bar of a row, of which so many were reached only about problems, and its numbers. */
static void add_bar(sk_page *page, const schakel_engagement_row *row, size_t only_problems)
{
    if (!sk_tells_reached(row)) {
        sk_buffer_addf(&page->out, "<text x=\"0\" y=\"%d\" font-style=\"italic\">%s</text>", BASELINE,
                       sk_say(page, "niet getoond", "not shown"));
        return;
    }
    size_t reached = sk_reached_or_more(row), full = width_of(reached - only_problems, row->people);
    add_rect(page, 1, BAR_WIDTH, "#fff", "#767676");
    add_rect(page, 1, full, "#0b4a82", "#0b4a82");
    add_rect(page, 1 + full, width_of(reached, row->people) - full, "url(#engaged-hatched)", "#a14400");
    sk_buffer_addf(&page->out,
                   sk_say(page, "<text x=\"%d\" y=\"%d\">%zu%s van %zu</text>",
                          "<text x=\"%d\" y=\"%d\">%zu%s of %zu</text>"),
                   BAR_WIDTH + 9, BASELINE, reached, sk_more(row), row->people);
}

static void begin_line(sk_page *page, size_t number)
{
    sk_buffer_addf(&page->out, "<g transform=\"translate(0 %zu)\"><text x=\"0\" y=\"%d\">", number * LINE,
                   NAME_BASELINE);
}

void sk_units_picture(sk_page *page, const schakel_engagement *engagement)
{
    static const size_t order[] = {SK_ALL_FAMILIES, SK_ALL_ADULTS, SK_ALL_CHILDREN};
    begin(page, "engaged-units", 3, sk_engagement_question(page));
    sk_buffer_adds(
        &page->out,
        "<defs><pattern id=\"engaged-hatched\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
        "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><path d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\" "
        "stroke=\"#a14400\" stroke-width=\"2\"/></pattern></defs>\n");
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        schakel_engagement_row row = sk_engagement_row(engagement, 0, order[i]);
        begin_line(page, i);
        sk_buffer_addf(&page->out, "%s</text>", sk_unit_word(page, row.unit));
        add_bar(page, &row, row.problems_hidden ? 0 : row.only_problems);
        sk_buffer_adds(&page->out, "</g>\n");
    }
    sk_buffer_adds(&page->out, "</svg>\n");
}

/* One line for a way: the families it reaches. */
static void add_way_bar(sk_page *page, const schakel_engagement *engagement, size_t way_index, size_t number)
{
    schakel_reach_way way = sk_engagement_way(engagement, way_index);
    schakel_engagement_row row = sk_engagement_row(engagement, way_index, SK_ALL_FAMILIES);
    begin_line(page, number);
    sk_add_way(page, &way);
    sk_buffer_adds(&page->out, "</text>");
    add_bar(page, &row, 0);
    sk_buffer_adds(&page->out, "</g>\n");
}

void sk_ways_picture(sk_page *page, const schakel_engagement *engagement, const sk_way_list *ways)
{
    begin(page, "engaged-ways", ways->count,
          sk_say(page, "Hoeveel gezinnen bereikt wat?", "How many families does what reach?"));
    for (size_t i = 0; i < ways->count; i++)
        add_way_bar(page, engagement, ways->indexes[i], i);
    sk_buffer_adds(&page->out, "</svg>\n");
}

void sk_months_picture(sk_page *page, const schakel_engagement *engagement)
{
    size_t first = 0, count = 0;
    for (size_t i = 0; i < schakel_engagement_way_count(engagement); i++)
        if (sk_engagement_way(engagement, i).by == SCHAKEL_REACHED_IN_MONTH) {
            first = count == 0 ? i : first;
            count++;
        }
    if (count == 0)
        return;
    sk_buffer_addf(&page->out, "<h3>%s</h3>\n", sk_say(page, "Maand voor maand", "Month by month"));
    begin(page, "engaged-months", count, sk_say(page, "Gezinnen per maand", "Families by month"));
    for (size_t i = 0; i < count; i++)
        add_way_bar(page, engagement, first + i, i);
    sk_buffer_adds(&page->out, "</svg>\n");
}
