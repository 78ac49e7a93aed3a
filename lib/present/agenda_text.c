/* An agenda for a terminal: what is coming day by day, then what asks for care. */
#include <string.h>

#include "present/names.h"

static schakel_agenda_item item_at(const schakel_agenda *agenda, size_t index)
{
    schakel_agenda_item item = SCHAKEL_AGENDA_ITEM_INIT;
    schakel_agenda_get(agenda, index, &item);
    return item;
}

static void add_talk(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_talk talk = SCHAKEL_TALK_INIT;
    schakel_school_get_talk(school, schakel_school_find(school, SCHAKEL_KIND_TALK, id), &talk);
    sk_add_name(page, sk_activity_word(page, talk.kind));
    sk_buffer_adds(&page->out, sk_say(page, " over ", " about "));
    sk_add_child(page, school, talk.child_id);
    if (talk.adult_count > 0)
        sk_buffer_adds(&page->out, sk_say(page, " met ", " with "));
    sk_add_adults(page, school, talk.adult_ids, talk.adult_count);
}

static void add_activity(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    schakel_school_get_activity(school, schakel_school_find(school, SCHAKEL_KIND_ACTIVITY, id), &activity);
    const char *word = sk_activity_word(page, activity.kind);
    sk_add_name(page, activity.title != NULL ? activity.title : word);
    if (activity.title != NULL)
        sk_buffer_addf(&page->out, " (%s)", word);
}

static void add_agreement(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    schakel_school_get_agreement(school, schakel_school_find(school, SCHAKEL_KIND_AGREEMENT, id), &agreement);
    if (sk_add_person(page, school, agreement.by_adult_id, agreement.by_staff_id, agreement.by_child_id))
        sk_buffer_adds(&page->out, ": ");
    sk_add_name(page, agreement.text);
    sk_buffer_adds(&page->out, sk_say(page, " (over ", " (about "));
    sk_add_child(page, school, agreement.child_id);
    sk_buffer_adds(&page->out, ")");
}

static void add_wish(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_wish wish = SCHAKEL_WISH_INIT;
    schakel_school_get_wish(school, schakel_school_find(school, SCHAKEL_KIND_WISH, id), &wish);
    if (sk_add_person(page, school, wish.by_adult_id, wish.by_staff_id, wish.by_child_id))
        sk_buffer_adds(&page->out, ": ");
    sk_add_name(page, wish.text);
}

static void add_case(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_case c = SCHAKEL_CASE_INIT;
    schakel_school_get_case(school, schakel_school_find(school, SCHAKEL_KIND_CASE, id), &c);
    sk_add_child(page, school, c.child_id);
    if (c.title != NULL) {
        sk_buffer_adds(&page->out, ": ");
        sk_add_name(page, c.title);
    }
}

/* The entry with an id in the school's own cycle, or in the default one of its stage. */
static schakel_cycle_entry find_entry(const schakel_school *school, const char *id)
{
    schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    size_t own = schakel_school_find(school, SCHAKEL_KIND_CYCLE_ENTRY, id);
    schakel_school_get_info(school, &info);
    schakel_school_get_cycle_entry(school, own, &entry);
    for (size_t i = 0; own == SCHAKEL_NONE && i < schakel_cycle_default_count(info.stage); i++) {
        schakel_cycle_default(info.stage, i, info.year_start, info.year_end, &entry);
        if (strcmp(entry.id, id) == 0)
            break;
    }
    return entry;
}

/* The child, which talk, and by when. */
static void add_due_talk(sk_page *page, const schakel_school *school, const schakel_agenda_item *item)
{
    schakel_cycle_entry entry = find_entry(school, item->id);
    sk_add_child(page, school, item->child_id);
    sk_buffer_adds(&page->out, ": ");
    sk_add_name(page, entry.title != NULL ? entry.title : sk_activity_word(page, entry.kind));
    sk_buffer_adds(&page->out, sk_say(page, ", uiterlijk ", ", no later than "));
    sk_add_date(page, item->date, 1);
}

static void add_item(sk_page *page, const schakel_school *school, const schakel_agenda_item *item)
{
    switch (item->kind) {
    case SCHAKEL_AGENDA_TALK:
    case SCHAKEL_AGENDA_TALK_UNRECORDED:
    case SCHAKEL_AGENDA_FIRST_IS_BAD:
        add_talk(page, school, item->id);
        break;
    case SCHAKEL_AGENDA_ACTIVITY:
    case SCHAKEL_AGENDA_NO_WISH:
        add_activity(page, school, item->id);
        break;
    case SCHAKEL_AGENDA_AGREEMENT:
    case SCHAKEL_AGENDA_CANNOT:
        add_agreement(page, school, item->id);
        break;
    case SCHAKEL_AGENDA_WISH:
    case SCHAKEL_AGENDA_COMPLAINT:
        add_wish(page, school, item->id);
        break;
    case SCHAKEL_AGENDA_NO_SUPPORT:
        add_case(page, school, item->id);
        break;
    case SCHAKEL_AGENDA_TALK_DUE:
        add_due_talk(page, school, item);
        break;
    case SCHAKEL_AGENDA_ONLY_PROBLEMS:
    case SCHAKEL_AGENDA_NOT_SPOKEN:
        sk_add_child(page, school, item->child_id);
        break;
    }
}

/* Does the reader need the day as well? */
static int has_day(schakel_agenda_kind kind)
{
    return kind == SCHAKEL_AGENDA_TALK_UNRECORDED || kind == SCHAKEL_AGENDA_AGREEMENT ||
           kind == SCHAKEL_AGENDA_NO_WISH || kind == SCHAKEL_AGENDA_FIRST_IS_BAD;
}

/* Returns the index of the first item that is no day's. */
static size_t add_days(sk_page *page, const schakel_agenda *agenda, const schakel_school *school)
{
    schakel_date last = SCHAKEL_NO_DATE;
    size_t i = 0;
    for (; i < schakel_agenda_count(agenda); i++) {
        schakel_agenda_item item = item_at(agenda, i);
        if (item.kind > SCHAKEL_AGENDA_ACTIVITY)
            break;
        if (item.date != last) {
            sk_buffer_adds(&page->out, page->out.length == 0 ? "" : "\n");
            sk_paint(page, SK_CYAN);
            sk_add_date(page, item.date, 1);
            sk_paint(page, SK_PLAIN);
            sk_buffer_adds(&page->out, "\n");
        }
        last = item.date;
        sk_buffer_adds(&page->out, "  ");
        sk_add_times(page, item.start, SCHAKEL_NO_TIME);
        sk_buffer_adds(&page->out, item.start != SCHAKEL_NO_TIME ? "  " : "");
        add_item(page, school, &item);
        sk_buffer_adds(&page->out, "\n");
    }
    return i;
}

void sk_agenda_text(sk_page *page, const schakel_agenda *agenda, const schakel_school *school)
{
    sk_add_title(page);
    size_t i = add_days(page, agenda, school);
    int kind = -1;
    for (; i < schakel_agenda_count(agenda); i++) {
        schakel_agenda_item item = item_at(agenda, i);
        if ((int)item.kind != kind)
            sk_add_heading(page, sk_say(page, item.text_nl, item.text_en));
        kind = (int)item.kind;
        sk_buffer_adds(&page->out, "  - ");
        if (has_day(item.kind)) {
            sk_add_date(page, item.date, 0);
            sk_buffer_adds(&page->out, ": ");
        }
        add_item(page, school, &item);
        sk_buffer_adds(&page->out, "\n");
    }
    if (schakel_agenda_count(agenda) == 0)
        sk_buffer_adds(&page->out,
                       sk_say(page, "Er staat niets op de agenda.\n", "Nothing is on the agenda.\n"));
}
