/* A calendar: whom to ask in which week, and whom to thank. In text and as a web page. */
#include "present/plan.h"

#include <string.h>

static schakel_calendar_entry entry_at(const schakel_calendar *calendar, size_t index)
{
    schakel_calendar_entry entry = SCHAKEL_CALENDAR_ENTRY_INIT;
    schakel_calendar_get(calendar, index, &entry);
    return entry;
}

static schakel_calendar_thanks thanks_at(const schakel_calendar *calendar, size_t index)
{
    schakel_calendar_thanks thanks = SCHAKEL_CALENDAR_THANKS_INIT;
    schakel_calendar_get_thanks(calendar, index, &thanks);
    return thanks;
}

/* In this order: what tells most first. */
static const schakel_thanks_reason thanks_order[] = {SCHAKEL_THANKS_WAITING, SCHAKEL_THANKS_ENOUGH,
                                                     SCHAKEL_THANKS_NOT_THEN, SCHAKEL_THANKS_NO_NEED};
enum { THANKS_REASONS = sizeof thanks_order / sizeof thanks_order[0] };

/* The names of those who get one message, with commas. Returns the message, NULL when there are none. */
static const char *add_thanked(sk_page *page, const schakel_calendar *calendar, const schakel_school *school,
                               schakel_thanks_reason reason, int only_message)
{
    const char *message = NULL;
    for (size_t i = 0; i < schakel_calendar_thanks_count(calendar); i++) {
        schakel_calendar_thanks thanks = thanks_at(calendar, i);
        if (thanks.reason != reason)
            continue;
        if (!only_message) {
            sk_buffer_adds(&page->out, message == NULL ? "" : ", ");
            sk_add_adult(page, school, thanks.adult_id);
        }
        message = sk_say(page, thanks.message_nl, thanks.message_en);
    }
    return message;
}

static const char *thanks_heading(const sk_page *page)
{
    return sk_say(page, "Bedank wie iets aanbiedt en nu niet gevraagd wordt",
                  "Thank those who offer something and are not asked now");
}

static const char *urgent_words(const sk_page *page)
{
    return sk_say(page, "vraag dit snel: na een nee is er weinig tijd",
                  "ask this soon: after a no there is little time");
}

/* "Week 38, maandag 14 september 2026" */
static void add_week(sk_page *page, schakel_date day)
{
    sk_buffer_addf(&page->out, "Week %d, ", schakel_date_iso_week(day, NULL));
    sk_add_date(page, day, 1);
}

/* Where the asks of the calendar that go out on one day end. */
static size_t batch_end(const schakel_calendar *calendar, size_t first)
{
    schakel_date day = entry_at(calendar, first).send_on;
    size_t end = first + 1;
    while (end < schakel_calendar_count(calendar) && entry_at(calendar, end).send_on == day)
        end++;
    return end;
}

/* Is this the first ask of a message: of one adult, on one day? */
static int begins_message(const schakel_calendar *calendar, size_t index)
{
    if (index == 0)
        return 1;
    schakel_calendar_entry entry = entry_at(calendar, index), before = entry_at(calendar, index - 1);
    return entry.send_on != before.send_on || strcmp(entry.adult_id, before.adult_id) != 0;
}

static size_t count_messages(const schakel_calendar *calendar)
{
    size_t messages = 0;
    for (size_t i = 0; i < schakel_calendar_count(calendar); i++)
        messages += (size_t)begins_message(calendar, i);
    return messages;
}

/* ------------------------------------------------------------------------ text */

static void add_text_entry(sk_page *page, const schakel_school *school, const schakel_calendar_entry *entry)
{
    sk_buffer_adds(&page->out, sk_say(page, "    voor ", "    for "));
    sk_add_need(page, school, entry->need_id, entry->place_id, entry->date);
    sk_buffer_adds(&page->out, sk_say(page, "\n      bij nee: ", "\n      if no: "));
    sk_add_next(page, school, entry->next_adult_id);
    sk_buffer_adds(&page->out, "\n");
    if (!entry->is_urgent)
        return;
    sk_buffer_adds(&page->out, "      ");
    sk_paint(page, SK_YELLOW);
    sk_buffer_adds(&page->out, urgent_words(page));
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
}

static void add_text_batch(sk_page *page, const schakel_calendar *calendar, const schakel_school *school,
                           size_t first, size_t end)
{
    sk_paint(page, SK_CYAN);
    add_week(page, entry_at(calendar, first).send_on);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, sk_say(page, ": vraag\n", ": ask\n"));
    for (size_t i = first; i < end; i++) {
        schakel_calendar_entry entry = entry_at(calendar, i);
        if (begins_message(calendar, i)) {
            sk_buffer_adds(&page->out, "  ");
            sk_paint(page, SK_BOLD);
            sk_add_adult(page, school, entry.adult_id);
            sk_paint(page, SK_PLAIN);
            sk_buffer_adds(&page->out, "\n");
        }
        add_text_entry(page, school, &entry);
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_text_thanks(sk_page *page, const schakel_calendar *calendar, const schakel_school *school)
{
    if (schakel_calendar_thanks_count(calendar) == 0)
        return;
    sk_paint(page, SK_BOLD);
    sk_buffer_adds(&page->out, thanks_heading(page));
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    for (size_t i = 0; i < THANKS_REASONS; i++) {
        const char *message = add_thanked(page, calendar, school, thanks_order[i], 1);
        if (message == NULL)
            continue;
        sk_buffer_adds(&page->out, "  \"");
        sk_add_name(page, message);
        sk_buffer_adds(&page->out, "\"\n    ");
        add_thanked(page, calendar, school, thanks_order[i], 0);
        sk_buffer_adds(&page->out, "\n");
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_counts(sk_page *page, const schakel_calendar *calendar)
{
    size_t asks = schakel_calendar_count(calendar), thanks = schakel_calendar_thanks_count(calendar);
    if (asks == 0) {
        sk_buffer_adds(&page->out, sk_say(page, "Er is niets te vragen", "There is nothing to ask"));
    } else {
        sk_add_count(page, asks, sk_say(page, "vraag", "ask"), sk_say(page, "vragen", "asks"));
        sk_buffer_adds(&page->out, " in ");
        sk_add_count(page, count_messages(calendar), sk_say(page, "bericht", "message"),
                     sk_say(page, "berichten", "messages"));
    }
    if (thanks != 0) {
        sk_buffer_adds(&page->out, "; ");
        sk_add_count(page, thanks, sk_say(page, "persoon te bedanken", "person to thank"),
                     sk_say(page, "mensen te bedanken", "people to thank"));
    }
    sk_buffer_adds(&page->out, ".");
}

void sk_calendar_text(sk_page *page, const schakel_calendar *calendar, const schakel_school *school)
{
    sk_add_title(page);
    if (page->options.title != NULL)
        sk_buffer_adds(&page->out, "\n");
    for (size_t first = 0, end; first < schakel_calendar_count(calendar); first = end) {
        end = batch_end(calendar, first);
        add_text_batch(page, calendar, school, first, end);
    }
    add_text_thanks(page, calendar, school);
    sk_paint(page, SK_BOLD);
    add_counts(page, calendar);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
}

/* ------------------------------------------------------------------------ HTML */

static void add_html_entry(sk_page *page, const schakel_school *school, const schakel_calendar_entry *entry)
{
    sk_buffer_adds(&page->out, "<li>");
    sk_add_need(page, school, entry->need_id, entry->place_id, entry->date);
    sk_buffer_addf(&page->out, ". <span class=\"aside\">%s", sk_say(page, "Bij nee: ", "If no: "));
    sk_add_next(page, school, entry->next_adult_id);
    sk_buffer_adds(&page->out, ".</span>");
    if (entry->is_urgent)
        sk_buffer_addf(&page->out, " <strong class=\"tag\">%s</strong>", urgent_words(page));
    sk_buffer_adds(&page->out, "</li>\n");
}

static void add_html_batch(sk_page *page, const schakel_calendar *calendar, const schakel_school *school,
                           size_t first, size_t end)
{
    sk_buffer_adds(&page->out, "<h3>");
    add_week(page, entry_at(calendar, first).send_on);
    sk_buffer_adds(&page->out, "</h3>\n<ul class=\"people\">\n");
    for (size_t i = first; i < end; i++) {
        schakel_calendar_entry entry = entry_at(calendar, i);
        if (begins_message(calendar, i)) {
            sk_buffer_adds(&page->out, i == first ? "<li><strong>" : "</ul></li>\n<li><strong>");
            sk_add_adult(page, school, entry.adult_id);
            sk_buffer_adds(&page->out, "</strong>\n<ul>\n");
        }
        add_html_entry(page, school, &entry);
    }
    sk_buffer_adds(&page->out, "</ul></li>\n</ul>\n");
}

static void add_html_thanks(sk_page *page, const schakel_calendar *calendar, const schakel_school *school)
{
    if (schakel_calendar_thanks_count(calendar) == 0)
        return;
    sk_buffer_addf(&page->out, "<section id=\"thanks\">\n<h2>%s</h2>\n", thanks_heading(page));
    for (size_t i = 0; i < THANKS_REASONS; i++) {
        const char *message = add_thanked(page, calendar, school, thanks_order[i], 1);
        if (message == NULL)
            continue;
        sk_buffer_adds(&page->out, "<blockquote>");
        sk_add_name(page, message);
        sk_buffer_addf(&page->out, "</blockquote>\n<p class=\"note\">%s", sk_say(page, "Aan: ", "To: "));
        add_thanked(page, calendar, school, thanks_order[i], 0);
        sk_buffer_adds(&page->out, ".</p>\n");
    }
    sk_buffer_adds(&page->out, "</section>\n");
}

void sk_calendar_sections(sk_page *page, const schakel_calendar *calendar, const schakel_school *school)
{
    sk_buffer_addf(&page->out, "<section id=\"weeks\">\n<h2>%s</h2>\n<p class=\"note\">",
                   sk_say(page, "Wanneer vraagt u wie?", "Whom do you ask when?"));
    add_counts(page, calendar);
    sk_buffer_adds(&page->out, "</p>\n");
    for (size_t first = 0, end; first < schakel_calendar_count(calendar); first = end) {
        end = batch_end(calendar, first);
        add_html_batch(page, calendar, school, first, end);
    }
    sk_buffer_adds(&page->out, "</section>\n");
    add_html_thanks(page, calendar, school);
}

void sk_calendar_html(sk_page *page, const schakel_calendar *calendar, const schakel_school *school)
{
    sk_html_begin(page, sk_say(page, "Kalender van de vragen", "Calendar of asks"), sk_plan_style);
    sk_calendar_sections(page, calendar, school);
    sk_html_end(page);
}
