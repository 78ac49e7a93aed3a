/*
 * How many people are asked how often, as lying bars. The bars of now are hatched and those
 * with the plan are full, each with its number, so nothing hangs on a colour.
 */
#include "present/load.h"

enum { WIDTH = 400, LINE = 26, HEADING = 30, BAR_LEFT = 128, BAR_WIDTH = 220, BAR_HEIGHT = 18, LETTERS = 15 };

static void add_title(sk_page *page, const schakel_load *load)
{
    sk_buffer_addf(&page->out, "<title id=\"spread-title\">%s</title>\n<desc id=\"spread-text\">",
                   sk_spread_words(page, load));
    for (int m = SCHAKEL_LOAD_RECORDED; m <= (sk_load_shows_plan(load) ? 1 : 0); m++) {
        schakel_load_moment moment = (schakel_load_moment)m;
        sk_buffer_addf(&page->out, "%s%s:", m == 0 ? "" : " ", sk_moment_words(page, moment));
        for (size_t i = 0; i < schakel_load_bin_count(load, moment); i++) {
            schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
            size_t people = sk_load_bin_people(load, moment, i, &bin);
            sk_buffer_adds(&page->out, i == 0 ? " " : ", ");
            sk_add_bin_words(page, &bin);
            sk_buffer_adds(&page->out, ": ");
            sk_add_count(page, people, sk_say(page, "mens", "person"), sk_say(page, "mensen", "people"));
        }
        sk_buffer_adds(&page->out, ".");
    }
    sk_buffer_adds(&page->out, "</desc>\n");
}

/* From `top` on. Returns where it ends. */
static size_t add_bars(sk_page *page, const schakel_load *load, schakel_load_moment moment, size_t top)
{
    const char *fill = moment == SCHAKEL_LOAD_RECORDED ? "url(#spread-now)" : "#0b4a82";
    size_t fullest = sk_load_fullest(load);
    sk_buffer_addf(&page->out, "<text x=\"0\" y=\"%zu\" font-weight=\"700\">%s</text>\n", top + 20,
                   sk_moment_words(page, moment));
    top += HEADING;
    for (size_t i = 0; i < schakel_load_bin_count(load, moment); i++, top += LINE) {
        schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
        size_t people = sk_load_bin_people(load, moment, i, &bin);
        size_t width = (people * BAR_WIDTH + fullest / 2) / fullest;
        sk_buffer_addf(&page->out, "<text x=\"%d\" y=\"%zu\" text-anchor=\"end\">", BAR_LEFT - 8, top + 18);
        sk_add_bin_words(page, &bin);
        sk_buffer_adds(&page->out, "</text>");
        if (people != 0)
            sk_buffer_addf(&page->out,
                           "<rect x=\"%d\" y=\"%zu\" width=\"%zu\" height=\"%d\" fill=\"%s\" "
                           "stroke=\"#0b4a82\"/>",
                           BAR_LEFT, top + 4, width == 0 ? 1 : width, BAR_HEIGHT, fill);
        sk_buffer_addf(&page->out, "<text x=\"%zu\" y=\"%zu\">%zu</text>\n", BAR_LEFT + width + 6, top + 18,
                       people);
    }
    return top;
}

void sk_load_picture(sk_page *page, const schakel_load *load)
{
    int with_plan = sk_load_shows_plan(load);
    size_t bins = schakel_load_bin_count(load, SCHAKEL_LOAD_RECORDED), height = HEADING + bins * LINE;
    if (bins == 0)
        return;
    if (with_plan)
        height += HEADING + schakel_load_bin_count(load, SCHAKEL_LOAD_WITH_PLAN) * LINE;
    sk_buffer_addf(
        &page->out,
        "<svg class=\"spread\" role=\"img\" viewBox=\"0 0 %d %zu\" font-size=\"%d\" fill=\"#1a1a1a\" "
        "aria-labelledby=\"spread-title\" aria-describedby=\"spread-text\">\n",
        WIDTH, height + 4, LETTERS);
    add_title(page, load);
    sk_buffer_adds(
        &page->out,
        "<defs><pattern id=\"spread-now\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
        "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><path d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\" "
        "stroke=\"#0b4a82\"/></pattern></defs>\n");
    size_t top = add_bars(page, load, SCHAKEL_LOAD_RECORDED, 0);
    if (with_plan)
        add_bars(page, load, SCHAKEL_LOAD_WITH_PLAN, top);
    sk_buffer_adds(&page->out, "</svg>\n");
}
