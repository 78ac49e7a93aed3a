/* A matching for a terminal: whom to ask for what and by when, what stays open, and the proof. */
#include "present/plan.h"

/* ------------------------------------------------------------------------- asks */

static void add_ask(sk_page *page, const schakel_school *school, const schakel_match_ask *ask)
{
    const char *reason = sk_say(page, ask->reason_nl, ask->reason_en);
    sk_buffer_adds(&page->out, "  ");
    sk_paint(page, SK_BOLD);
    sk_add_adult(page, school, ask->adult_id);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, sk_say(page, " voor ", " for "));
    sk_add_need(page, school, ask->need_id, ask->place_id, ask->date);
    sk_buffer_adds(&page->out, sk_say(page, "\n    waarom: ", "\n    why: "));
    sk_add_name(page, reason != NULL ? reason : "");
    sk_buffer_adds(&page->out, sk_say(page, "\n    bij nee: ", "\n    if no: "));
    sk_add_next(page, school, ask->next_adult_id);
    sk_buffer_adds(&page->out, "\n");
}

/* What an ask must be to be shown. */
typedef enum choice { EVERY, NEW, KEPT } choice;

static int is_chosen(choice which, const schakel_match_ask *ask)
{
    return which == EVERY || (which == KEPT) == (ask->was_planned != 0);
}

static void add_asks(sk_page *page, const schakel_matching *matching, const schakel_school *school,
                     choice which)
{
    schakel_date last = SCHAKEL_NO_DATE;
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        if (!is_chosen(which, &ask))
            continue;
        if (ask.ask_by != last) {
            sk_buffer_adds(&page->out, last == SCHAKEL_NO_DATE ? "" : "\n");
            sk_paint(page, SK_CYAN);
            sk_buffer_adds(&page->out, sk_say(page, "Vraag uiterlijk op ", "Ask no later than "));
            sk_add_date(page, ask.ask_by, 1);
            sk_paint(page, SK_PLAIN);
            sk_buffer_adds(&page->out, "\n");
        }
        last = ask.ask_by;
        add_ask(page, school, &ask);
    }
    if (last != SCHAKEL_NO_DATE)
        sk_buffer_adds(&page->out, "\n");
}

/* A coloured line above a part of the text. */
static void add_line(sk_page *page, sk_colour colour, const char *words)
{
    sk_paint(page, colour);
    sk_buffer_adds(&page->out, words);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
}

static void add_dropped(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    size_t count = schakel_matching_dropped_count(matching);
    if (count == 0)
        return;
    add_line(page, SK_YELLOW, sk_say(page, "Dit valt af", "This is dropped from the plan"));
    for (size_t i = 0; i < count; i++) {
        schakel_match_dropped dropped = SCHAKEL_MATCH_DROPPED_INIT;
        schakel_matching_get_dropped(matching, i, &dropped);
        const char *why = sk_say(page, dropped.why_nl, dropped.why_en);
        sk_buffer_adds(&page->out, "  ");
        sk_add_adult(page, school, dropped.adult_id);
        sk_buffer_adds(&page->out, sk_say(page, " voor ", " for "));
        sk_add_need(page, school, dropped.need_id, dropped.place_id, SCHAKEL_NO_DATE);
        sk_buffer_adds(&page->out, sk_say(page, "\n    waarom: ", "\n    why: "));
        sk_add_name(page, why != NULL ? why : "");
        sk_buffer_adds(&page->out, "\n");
    }
    sk_buffer_adds(&page->out, "\n");
}

/* What changed first, since that is what somebody must act on. */
static void add_repaired(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    size_t asks = schakel_matching_count(matching), added = sk_count_new(matching);
    add_dropped(page, matching, school);
    if (added != 0) {
        add_line(page, SK_BOLD, sk_say(page, "Dit is nieuw", "This is new"));
        add_asks(page, matching, school, NEW);
    }
    if (added != asks) {
        add_line(page, SK_BOLD, sk_say(page, "Dit blijft zoals het was", "This stays as it was"));
        add_asks(page, matching, school, KEPT);
    }
}

/* ------------------------------------------------------------------------- open */

static void add_why(sk_page *page, const schakel_match_open *open)
{
    const char *why = sk_say(page, open->why_nl, open->why_en);
    sk_add_name(page, why != NULL ? why : "");
    sk_buffer_adds(&page->out, "\n");
}

static void add_open(sk_page *page, const schakel_school *school, const schakel_match_open *open)
{
    sk_buffer_adds(&page->out, "  ");
    sk_add_need(page, school, open->need_id, open->place_id, SCHAKEL_NO_DATE);
    sk_buffer_adds(&page->out, "\n    ");
    sk_add_missing(page, open->missing);
    sk_buffer_adds(&page->out, sk_say(page, "\n    waarom: ", "\n    why: "));
    add_why(page, open);
}

/* A need that is off, said once; of its places only those that are to blame. */
static void add_off(sk_page *page, const schakel_matching *matching, const schakel_school *school,
                    size_t first, size_t end, int32_t lack)
{
    schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
    schakel_matching_get_open(matching, first, &open);
    sk_buffer_adds(&page->out, "  ");
    sk_add_need(page, school, open.need_id, NULL, SCHAKEL_NO_DATE);
    sk_buffer_adds(&page->out, sk_say(page, "\n    gaat nog niet door: nog ", "\n    cannot go ahead yet: "));
    sk_add_count(page, (size_t)lack, sk_say(page, "persoon nodig", "more person needed"),
                 sk_say(page, "mensen nodig", "more people needed"));
    sk_buffer_adds(&page->out, "\n");
    for (size_t i = first; i < end; i++) {
        schakel_matching_get_open(matching, i, &open);
        if (open.reason == SCHAKEL_OPEN_MINIMUM)
            continue;
        sk_buffer_adds(&page->out, "    ");
        sk_add_place(page, school, open.need_id, open.place_id);
        sk_buffer_adds(&page->out, ": ");
        add_why(page, &open);
    }
}

static void add_opens(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    size_t count = schakel_matching_open_count(matching);
    if (count == 0)
        return;
    add_line(page, SK_YELLOW, sk_say(page, "Dit blijft open", "This stays open"));
    for (size_t first = 0, end; first < count; first = end) {
        end = sk_opens_end(matching, first);
        int32_t lack = sk_opens_lack(matching, school, first, end);
        if (lack > 0)
            add_off(page, matching, school, first, end, lack);
        for (size_t i = first; i < end && lack == 0; i++) {
            schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
            schakel_matching_get_open(matching, i, &open);
            add_open(page, school, &open);
        }
    }
    sk_buffer_adds(&page->out, "\n");
}

void sk_matching_text(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    sk_add_title(page);
    if (page->options.title != NULL)
        sk_buffer_adds(&page->out, "\n");
    if (sk_was_repaired(matching))
        add_repaired(page, matching, school);
    else
        add_asks(page, matching, school, EVERY);
    add_opens(page, matching, school);
    sk_paint(page, SK_BOLD);
    sk_add_plan_summary(page, matching);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    sk_add_proof(page, matching);
    sk_buffer_adds(&page->out, "\n");
}
