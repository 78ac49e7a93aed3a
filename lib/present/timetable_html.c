/* A timetable as a web page: how good it is, a picture of each day, and the talks of each teacher, fit to hand out on paper. */
#include "present/timetable.h"

static const char own_style[] =
    ".day{max-width:none;height:auto}\n"
    ".day text{font-family:inherit}\n"
    ".talks th,.talks td{text-align:left;vertical-align:top}\n"
    ".talks td:first-child,.talks td:nth-child(4){white-space:nowrap}\n"
    ".key span{white-space:nowrap;margin-right:1rem}\n"
    ".key svg{display:inline;vertical-align:-.1rem;margin-right:.4rem}\n"
    "@media screen and (max-width:40rem){.talks,.talks tbody,.talks tr,.talks th,.talks td{display:block}"
    ".talks thead{position:absolute;clip-path:inset(50%)}.talks td{border:0;padding:0 .4rem}.talks td:empty{display:none}"
    ".talks tr{padding:.4rem 0}.talks td:nth-child(2){font-weight:600}}\n"
    "@media print{.day{width:100%;max-width:100%}.whole-day{break-inside:avoid}.teacher{break-before:page}"
    ".talks{font-size:8.5pt;line-height:1.3}.talks th,.talks td{padding:.12rem .4rem}.talks tbody "
    "th[colspan]{padding-top:.4rem}}\n";

/* ------------------------------------------------------------------ no time */

static void add_unplaced(sk_page *page, const sk_shown_timetable *shown, const schakel_timetable_row *row)
{
    sk_buffer_adds(&page->out, "<li><strong>");
    sk_add_child(page, shown->school, row->child_id);
    sk_buffer_adds(&page->out, "</strong>");
    if (row->adult_count > 0)
        sk_buffer_adds(&page->out, sk_say(page, ", met ", ", with "));
    sk_add_list(page, shown->school, row->adult_ids, row->adult_count, sk_add_adult);
    sk_buffer_adds(&page->out, "<br>");
    sk_add_name(page, sk_say(page, row->text_nl, row->text_en));
    sk_buffer_adds(&page->out, "</li>\n");
}

static void add_all_unplaced(sk_page *page, const sk_shown_timetable *shown, const char *staff_id)
{
    if (!sk_has_talk_on(shown, SCHAKEL_NO_DATE, staff_id))
        return;
    sk_buffer_addf(&page->out, "<h2>%s</h2>\n<ul>\n", sk_say(page, "Nog geen tijd", "No time yet"));
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        if (sk_is_talk_of(&row, SCHAKEL_NO_DATE, staff_id))
            add_unplaced(page, shown, &row);
    }
    sk_buffer_adds(&page->out, "</ul>\n");
}

/* -------------------------------------------------------------- one teacher */

static void add_talk(sk_page *page, const sk_shown_timetable *shown, const schakel_timetable_row *row)
{
    sk_buffer_adds(&page->out, "<tr><td>");
    sk_add_times(page, row->start, row->start + row->minutes);
    sk_buffer_adds(&page->out, "</td><td>");
    sk_add_child(page, shown->school, row->child_id);
    sk_buffer_adds(&page->out, "</td><td>");
    sk_add_list(page, shown->school, row->adult_ids, row->adult_count, sk_add_adult);
    sk_buffer_adds(&page->out, "</td><td>");
    sk_add_where(page, row);
    sk_buffer_adds(&page->out, "</td><td>");
    sk_add_help(page, shown->school, row);
    sk_buffer_adds(&page->out, row->needs_bridge && row->moved ? "; " : "");
    if (row->moved)
        sk_buffer_adds(&page->out, sk_say(page, "anders dan eerst", "not as before"));
    sk_buffer_adds(&page->out, "</td></tr>\n");
}

static void add_day(sk_page *page, const sk_shown_timetable *shown, schakel_date date, const char *staff_id)
{
    sk_buffer_adds(&page->out, "<tbody>\n<tr><th colspan=\"5\" scope=\"rowgroup\">");
    sk_add_date(page, date, 1);
    sk_buffer_adds(&page->out, "</th></tr>\n");
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        if (sk_is_talk_of(&row, date, staff_id))
            add_talk(page, shown, &row);
    }
    sk_buffer_adds(&page->out, "</tbody>\n");
}

/* A table that may be wider than the screen. */
static void add_talks(sk_page *page, const sk_shown_timetable *shown, const char *staff_id)
{
    static const struct {
        const char *nl, *en;
    } columns[] = {{"Tijd", "Time"},
                   {"Kind", "Child"},
                   {"Wie komt", "Who comes"},
                   {"Waar", "Where"},
                   {"Let op", "Note"}};
    schakel_date date = sk_next_day(shown, SCHAKEL_NO_DATE, staff_id);
    if (date == SCHAKEL_NO_DATE) {
        sk_buffer_addf(&page->out, "<p>%s</p>\n",
                       sk_say(page, "Er is geen gesprek met een tijd.", "No talk has a time."));
        return;
    }
    sk_buffer_adds(&page->out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    sk_add_staff(page, shown->school, staff_id);
    sk_buffer_adds(&page->out, "\">\n<table class=\"talks\">\n<thead><tr>");
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sk_buffer_addf(&page->out, "<th scope=\"col\">%s</th>", sk_say(page, columns[i].nl, columns[i].en));
    sk_buffer_adds(&page->out, "</tr></thead>\n");
    for (; date != SCHAKEL_NO_DATE; date = sk_next_day(shown, date, staff_id))
        add_day(page, shown, date, staff_id);
    sk_buffer_adds(&page->out, "</table>\n</div>\n");
}

static void add_to_tell(sk_page *page, sk_shown_timetable *shown, const char *staff_id)
{
    if (sk_add_little_readers(page, shown, staff_id, NULL, NULL) == 0)
        return;
    sk_buffer_addf(&page->out, "<h3>%s</h3>\n<p>%s</p>\n<ul>\n", sk_tell_them(page), sk_why_tell_them(page));
    sk_add_little_readers(page, shown, staff_id, "<li>", "</li>\n");
    sk_buffer_adds(&page->out, "</ul>\n");
}

static void add_teacher_page(sk_page *page, sk_shown_timetable *shown)
{
    const char *teacher = shown->staff_ids[0];
    sk_html_begin(page, sk_round_name(shown), own_style);
    sk_buffer_adds(&page->out, "<h2>");
    sk_add_staff(page, shown->school, teacher);
    sk_buffer_adds(&page->out, "</h2>\n");
    add_talks(page, shown, teacher);
    add_to_tell(page, shown, teacher);
    add_all_unplaced(page, shown, teacher);
    sk_html_end(page);
}

/* -------------------------------------------------------------- whole round */

static void add_pictures(sk_page *page, const sk_shown_timetable *shown)
{
    schakel_date date = SCHAKEL_NO_DATE;
    while ((date = sk_next_day(shown, date, NULL)) != SCHAKEL_NO_DATE) {
        sk_buffer_adds(&page->out, "<section class=\"whole-day\">\n<h2>");
        sk_add_date(page, date, 1);
        sk_buffer_adds(&page->out,
                       "</h2>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        sk_add_date(page, date, 1);
        sk_buffer_adds(&page->out, "\">\n");
        sk_day_picture(page, shown, date);
        sk_buffer_adds(&page->out, "</div>\n</section>\n");
    }
}

static void add_sections(sk_page *page, sk_shown_timetable *shown)
{
    for (size_t s = 0; s < shown->staff_count; s++) {
        sk_buffer_adds(&page->out, "<section class=\"teacher\">\n<h2>");
        sk_add_staff(page, shown->school, shown->staff_ids[s]);
        sk_buffer_adds(&page->out, "</h2>\n");
        add_talks(page, shown, shown->staff_ids[s]);
        add_to_tell(page, shown, shown->staff_ids[s]);
        sk_buffer_adds(&page->out, "</section>\n");
    }
}

void sk_timetable_html(sk_page *page, sk_shown_timetable *shown)
{
    if (shown->is_one_teacher) {
        add_teacher_page(page, shown);
        return;
    }
    sk_html_begin(page, sk_round_name(shown), own_style);
    sk_add_timetable_sentences(page, shown, "<p class=\"note\">", "</p>\n");
    add_all_unplaced(page, shown, NULL);
    sk_day_key(page);
    add_pictures(page, shown);
    add_sections(page, shown);
    sk_html_end(page);
}
