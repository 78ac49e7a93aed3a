/* A day of a timetable as an SVG picture: the staff as columns, time downwards. The tables of the page say the same. */
#include <stdio.h>
#include <string.h>

#include "present/timetable.h"

enum { AXIS = 44, GAP = 6, HEAD = 22, TEN_MINUTES = 16, HOUR = 60 };
/* The columns share the width of a page, within limits; more of them make it wider. */
enum { PAGE = 1224, NARROWEST = 130, WIDEST = 220 };

/* How a talk looks. */
typedef enum look { LOOK_PLAIN, LOOK_SHARED, LOOK_INTERPRETER, LOOK_HELP, LOOK_COUNT } look;

static const struct {
    const char *fill, *stroke, *nl, *en;
} looks[LOOK_COUNT] = {
    [LOOK_PLAIN] = {"#dcebf8", "#0b4a82", "gesprek", "talk"},
    [LOOK_SHARED] = {"#e6f3e6", "#1b6e3c", "in een andere taal", "in another language"},
    [LOOK_INTERPRETER] = {"#fff0c2", "#8a5a00", "met een tolk", "with an interpreter"},
    [LOOK_HELP] = {"#fbdcd9", "#a3170d", "hulp nodig met de taal", "help with the language is needed"},
};

static look look_of(const schakel_timetable_row *row)
{
    if (row->has_interpreter || (row->language == NULL && row->brings_interpreter))
        return LOOK_INTERPRETER;
    return !row->needs_bridge ? LOOK_PLAIN : row->language != NULL ? LOOK_SHARED : LOOK_HELP;
}

/* The attributes of a box, and of one with nothing in it. */
enum { SHAPE_SIZE = 96 };
static void describe(look l, int online, char shape[SHAPE_SIZE])
{
    snprintf(shape, SHAPE_SIZE, "rx=\"2\" fill=\"%s\" stroke=\"%s\"%s", looks[l].fill, looks[l].stroke,
             online ? " stroke-dasharray=\"4 2\"" : "");
}

static const char free_shape[] = "fill=\"#f0f0f0\"";

/* What the day of the picture spans. */
typedef struct day {
    const sk_shown_timetable *shown;
    schakel_date date;
    schakel_time first, last;
    int columns, column_width, talks;
} day;

static void widen(day *d, schakel_time start, schakel_time end)
{
    d->first = start < d->first ? start : d->first;
    d->last = end > d->last ? end : d->last;
}

/* Does somebody of the staff sit for talks, or have one, on this day? */
static int has_column(const day *d, const char *staff_id)
{
    for (size_t i = 0; i < d->shown->round.block_count; i++)
        if (d->shown->round.blocks[i].date == d->date &&
            strcmp(d->shown->round.blocks[i].staff_id, staff_id) == 0)
            return 1;
    return sk_has_talk_on(d->shown, d->date, staff_id);
}

static day measure(const sk_shown_timetable *shown, schakel_date date)
{
    day d = {shown, date, 24 * HOUR, 0, 0, 0, 0};
    for (size_t i = 0; i < shown->round.block_count; i++)
        if (shown->round.blocks[i].date == date)
            widen(&d, shown->round.blocks[i].start, shown->round.blocks[i].end);
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        if (row.date != date)
            continue;
        widen(&d, row.start, row.start + row.minutes);
        d.talks++;
    }
    d.first -= d.first % HOUR;
    for (size_t s = 0; s < shown->staff_count; s++)
        d.columns += has_column(&d, shown->staff_ids[s]);
    int share = (PAGE - AXIS) / (d.columns > 0 ? d.columns : 1);
    d.column_width = share < NARROWEST ? NARROWEST : share > WIDEST ? WIDEST : share;
    return d;
}

static int height_of(int minutes)
{
    return minutes * TEN_MINUTES / 10;
}

static int top_of(const day *d, schakel_time time)
{
    return HEAD + height_of(time - d->first);
}

static void add_hours(sk_page *page, const day *d, int width)
{
    for (schakel_time time = d->first; time <= d->last; time += HOUR) {
        int y = top_of(d, time);
        char text[SCHAKEL_TIME_SIZE];
        schakel_time_format(time, text);
        sk_buffer_addf(&page->out,
                       "<path d=\"M%d %dH%d\" stroke=\"#d0d0d0\"/><text x=\"%d\" y=\"%d\" "
                       "text-anchor=\"end\">%s</text>\n",
                       AXIS, y, width, AXIS - 6, y + 4, text);
    }
}

/* A box that cuts off what does not fit in it; its text and its end follow. */
static void begin_box(sk_page *page, const day *d, int x, int y, int height, const char *shape)
{
    sk_buffer_addf(&page->out,
                   "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><rect x=\".5\" y=\".5\" width=\"%d\" "
                   "height=\"%d\" %s/>",
                   x, y, d->column_width - GAP, height, d->column_width - GAP - 1, height - 1, shape);
}

static void add_blocks(sk_page *page, const day *d, const char *staff_id, int x)
{
    for (size_t i = 0; i < d->shown->round.block_count; i++) {
        const schakel_block *block = &d->shown->round.blocks[i];
        if (block->date != d->date || strcmp(block->staff_id, staff_id) != 0)
            continue;
        begin_box(page, d, x, top_of(d, block->start), height_of(block->end - block->start), free_shape);
        sk_buffer_adds(&page->out, "</svg>\n");
    }
}

static void add_talk(sk_page *page, const day *d, const schakel_timetable_row *row, int x)
{
    char shape[SHAPE_SIZE], time[SCHAKEL_TIME_SIZE];
    describe(look_of(row), row->online, shape);
    schakel_time_format(row->start, time);
    begin_box(page, d, x, top_of(d, row->start), height_of(row->minutes), shape);
    sk_buffer_addf(&page->out, "<text x=\"4\" y=\"15\">%s ", time);
    sk_add_child(page, d->shown->school, row->child_id);
    sk_buffer_adds(&page->out, "</text>");
    if (row->needs_bridge) {
        sk_buffer_adds(&page->out, "<text x=\"4\" y=\"29\">");
        sk_add_help(page, d->shown->school, row);
        sk_buffer_adds(&page->out, "</text>");
    }
    sk_buffer_adds(&page->out, "</svg>\n");
}

static void add_column(sk_page *page, const day *d, const char *staff_id, int x)
{
    sk_buffer_addf(
        &page->out,
        "<svg x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\"><text x=\"0\" y=\"14\" font-weight=\"700\">", x,
        d->column_width - GAP, HEAD);
    sk_add_staff(page, d->shown->school, staff_id);
    sk_buffer_adds(&page->out, "</text></svg>\n");
    add_blocks(page, d, staff_id, x);
    for (size_t i = 0; i < schakel_timetable_count(d->shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(d->shown, i);
        if (sk_is_talk_of(&row, d->date, staff_id))
            add_talk(page, d, &row, x);
    }
}

void sk_day_picture(sk_page *page, const sk_shown_timetable *shown, schakel_date date)
{
    day d = measure(shown, date);
    int width = AXIS + d.columns * d.column_width, height = top_of(&d, d.last) + 8, column = 0;
    sk_buffer_addf(
        &page->out,
        "<svg class=\"day\" role=\"img\" width=\"%d\" viewBox=\"0 0 %d %d\" font-size=\"11\" aria-label=\"",
        width, width, height);
    sk_add_date(page, date, 1);
    sk_buffer_addf(&page->out,
                   sk_say(page, ": %d gesprekken. De tabellen op deze pagina zeggen hetzelfde.\">\n",
                          ": %d talks. The tables on this page say the same.\">\n"),
                   d.talks);
    add_hours(page, &d, width);
    for (size_t s = 0; s < shown->staff_count; s++)
        if (has_column(&d, shown->staff_ids[s]))
            add_column(page, &d, shown->staff_ids[s], AXIS + column++ * d.column_width);
    sk_buffer_adds(&page->out, "</svg>\n");
}

static void add_key(sk_page *page, const char *shape, const char *word)
{
    sk_buffer_addf(
        &page->out,
        "<span><svg width=\"18\" height=\"14\" aria-hidden=\"true\"><rect x=\".5\" y=\".5\" width=\"17\" "
        "height=\"13\" %s/></svg>%s</span> ",
        shape, word);
}

void sk_day_key(sk_page *page)
{
    sk_buffer_adds(&page->out, "<p class=\"key\">");
    for (int l = 0; l < LOOK_COUNT; l++) {
        char shape[SHAPE_SIZE];
        describe((look)l, 0, shape);
        add_key(page, shape, sk_say(page, looks[l].nl, looks[l].en));
    }
    add_key(page, "fill=\"none\" stroke=\"#0b4a82\" stroke-dasharray=\"4 2\"", "online");
    add_key(page, free_shape, sk_say(page, "nog vrij", "still free"));
    sk_buffer_adds(&page->out, "</p>\n");
}
