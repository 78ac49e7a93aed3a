/* A timetable for a terminal: how good it is, what has no time, and the talks day by day. */
#include "present/timetable.h"

static void add_details(sk_page *page, const sk_shown_timetable *shown, const schakel_timetable_row *row)
{
    if (row->adult_count > 0)
        sk_buffer_adds(&page->out, sk_say(page, ", met ", ", with "));
    sk_add_list(page, shown->school, row->adult_ids, row->adult_count, sk_add_adult);
    if (row->online || row->room != NULL)
        sk_buffer_adds(&page->out, "; ");
    sk_add_where(page, row);
    if (row->needs_bridge)
        sk_buffer_adds(&page->out, "; ");
    sk_add_help(page, shown->school, row);
    if (row->moved)
        sk_buffer_adds(&page->out, sk_say(page, "; anders dan eerst", "; not as before"));
}

static void add_talk(sk_page *page, const sk_shown_timetable *shown, const schakel_timetable_row *row,
                     int indent)
{
    sk_buffer_addf(&page->out, "%*s", indent, "");
    sk_add_times(page, row->start, row->start + row->minutes);
    sk_buffer_adds(&page->out, "  ");
    sk_add_child(page, shown->school, row->child_id);
    add_details(page, shown, row);
    sk_buffer_adds(&page->out, "\n");
}

/* What a talk waits for comes below it. */
static void add_unplaced(sk_page *page, const sk_shown_timetable *shown, const schakel_timetable_row *row)
{
    sk_buffer_adds(&page->out, "  - ");
    sk_paint(page, SK_YELLOW);
    sk_add_child(page, shown->school, row->child_id);
    sk_paint(page, SK_PLAIN);
    add_details(page, shown, row);
    sk_buffer_adds(&page->out, "\n    ");
    sk_add_name(page, sk_say(page, row->text_nl, row->text_en));
    sk_buffer_adds(&page->out, "\n");
}

static void add_all_unplaced(sk_page *page, const sk_shown_timetable *shown, const char *staff_id)
{
    if (!sk_has_talk_on(shown, SCHAKEL_NO_DATE, staff_id))
        return;
    sk_add_heading(page, sk_say(page, "Nog geen tijd", "No time yet"));
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        if (sk_is_talk_of(&row, SCHAKEL_NO_DATE, staff_id))
            add_unplaced(page, shown, &row);
    }
}

/* The talks of one teacher on a day. */
static void add_talks(sk_page *page, const sk_shown_timetable *shown, schakel_date date, const char *staff_id,
                      int indent)
{
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        if (sk_is_talk_of(&row, date, staff_id))
            add_talk(page, shown, &row, indent);
    }
}

static void add_day(sk_page *page, const sk_shown_timetable *shown, schakel_date date)
{
    sk_buffer_adds(&page->out, "\n");
    sk_paint(page, SK_BOLD);
    sk_add_date(page, date, 1);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    for (size_t s = 0; s < shown->staff_count; s++) {
        if (!sk_has_talk_on(shown, date, shown->staff_ids[s]))
            continue;
        if (!shown->is_one_teacher) {
            sk_buffer_adds(&page->out, "  ");
            sk_paint(page, SK_CYAN);
            sk_add_staff(page, shown->school, shown->staff_ids[s]);
            sk_paint(page, SK_PLAIN);
            sk_buffer_adds(&page->out, "\n");
        }
        add_talks(page, shown, date, shown->staff_ids[s], shown->is_one_teacher ? 2 : 4);
    }
}

/* "Startgesprekken: Joost Eikenblad" */
static void add_heading(sk_page *page, const sk_shown_timetable *shown)
{
    sk_add_title(page);
    sk_buffer_adds(&page->out, page->out.length == 0 ? "" : "\n");
    sk_paint(page, SK_BOLD);
    sk_add_name(page, sk_round_name(shown));
    if (shown->is_one_teacher) {
        sk_buffer_adds(&page->out, ": ");
        sk_add_staff(page, shown->school, shown->staff_ids[0]);
    }
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
}

static void add_to_tell(sk_page *page, sk_shown_timetable *shown, const char *staff_id)
{
    if (sk_add_little_readers(page, shown, staff_id, NULL, NULL) == 0)
        return;
    sk_add_heading(page, sk_tell_them(page));
    sk_buffer_addf(&page->out, "  %s\n", sk_why_tell_them(page));
    sk_add_little_readers(page, shown, staff_id, "  - ", "\n");
}

void sk_timetable_text(sk_page *page, sk_shown_timetable *shown)
{
    const char *teacher = shown->is_one_teacher ? shown->staff_ids[0] : NULL;
    schakel_date date = SCHAKEL_NO_DATE;
    add_heading(page, shown);
    if (teacher == NULL)
        sk_add_timetable_sentences(page, shown, "  ", "\n");
    else if (sk_next_day(shown, date, teacher) == SCHAKEL_NO_DATE)
        sk_buffer_adds(&page->out,
                       sk_say(page, "  Er is geen gesprek met een tijd.\n", "  No talk has a time.\n"));
    add_all_unplaced(page, shown, teacher);
    while ((date = sk_next_day(shown, date, teacher)) != SCHAKEL_NO_DATE)
        add_day(page, shown, date);
    if (teacher != NULL)
        add_to_tell(page, shown, teacher);
}
