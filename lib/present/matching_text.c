/* A matching for a terminal: whom to ask for what and by when, what stays open, and the proof. */
#include "present/names.h"

#include <string.h>

/* What a place asks for, in words where it has them. */
static void add_concept(sk_page *page, const schakel_school *school, size_t need, const char *place_id)
{
    for (size_t i = 0; i < schakel_school_place_count(school, need); i++) {
        schakel_place place = SCHAKEL_PLACE_INIT;
        schakel_school_get_place(school, need, i, &place);
        if (strcmp(place.id, place_id) != 0)
            continue;
        sk_add_name(page, sk_concept_word(page, school, place.concept_id));
        return;
    }
    sk_add_name(page, place_id);
}

/* "Voorlezen in groep 3 (voorlezen), donderdag 10 september 2026, 08:30 tot 09:15 uur" */
static void add_need(sk_page *page, const schakel_school *school, const char *need_id, const char *place_id,
                     schakel_date date)
{
    schakel_need need = SCHAKEL_NEED_INIT;
    size_t index = schakel_school_find(school, SCHAKEL_KIND_NEED, need_id);
    schakel_school_get_need(school, index, &need);
    sk_add_name(page, need.title != NULL ? need.title : need_id);
    sk_buffer_adds(&page->out, " (");
    add_concept(page, school, index, place_id);
    sk_buffer_adds(&page->out, "), ");
    sk_add_date(page, date != SCHAKEL_NO_DATE ? date : need.date, 1);
    if (date == SCHAKEL_NO_DATE && need.last_date != need.date) {
        sk_buffer_adds(&page->out, sk_say(page, " tot en met ", " up to and including "));
        sk_add_date(page, need.last_date, 1);
    }
    if (need.start != SCHAKEL_NO_TIME)
        sk_buffer_adds(&page->out, ", ");
    sk_add_times(page, need.start, need.end);
}

static void add_ask(sk_page *page, const schakel_school *school, const schakel_match_ask *ask)
{
    const char *reason = sk_say(page, ask->reason_nl, ask->reason_en);
    sk_buffer_adds(&page->out, "  ");
    sk_paint(page, SK_BOLD);
    sk_add_adult(page, school, ask->adult_id);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, sk_say(page, " voor ", " for "));
    add_need(page, school, ask->need_id, ask->place_id, ask->date);
    sk_buffer_adds(&page->out, sk_say(page, "\n    waarom: ", "\n    why: "));
    sk_add_name(page, reason != NULL ? reason : "");
    sk_buffer_adds(&page->out, sk_say(page, "\n    bij nee: ", "\n    if no: "));
    if (ask->next_adult_id != NULL)
        sk_add_adult(page, school, ask->next_adult_id);
    else
        sk_buffer_adds(&page->out, sk_say(page, "er is dan niemand anders", "there is nobody else then"));
    sk_buffer_adds(&page->out, "\n");
}

static void add_asks(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    schakel_date last = SCHAKEL_NO_DATE;
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        if (ask.ask_by != last) {
            sk_buffer_adds(&page->out, i == 0 ? "" : "\n");
            sk_paint(page, SK_CYAN);
            sk_buffer_adds(&page->out, sk_say(page, "Vraag uiterlijk op ", "Ask no later than "));
            sk_add_date(page, ask.ask_by, 1);
            sk_paint(page, SK_PLAIN);
            sk_buffer_adds(&page->out, "\n");
        }
        last = ask.ask_by;
        add_ask(page, school, &ask);
    }
}

/* Returns how many people are missing. */
static size_t add_open(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    size_t missing = 0, count = schakel_matching_open_count(matching);
    if (count != 0) {
        sk_paint(page, SK_YELLOW);
        sk_buffer_adds(&page->out, sk_say(page, "Dit blijft open", "This stays open"));
        sk_paint(page, SK_PLAIN);
        sk_buffer_adds(&page->out, "\n");
    }
    for (size_t i = 0; i < count; i++) {
        schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
        schakel_matching_get_open(matching, i, &open);
        const char *why = sk_say(page, open.why_nl, open.why_en);
        missing += (size_t)open.missing;
        sk_buffer_adds(&page->out, "  ");
        add_need(page, school, open.need_id, open.place_id, SCHAKEL_NO_DATE);
        sk_buffer_adds(&page->out, sk_say(page, "\n    nog nodig: ", "\n    still needed: "));
        sk_add_count(page, (size_t)open.missing, sk_say(page, "persoon", "person"),
                     sk_say(page, "mensen", "people"));
        sk_buffer_adds(&page->out, sk_say(page, "\n    waarom: ", "\n    why: "));
        sk_add_name(page, why != NULL ? why : "");
        sk_buffer_adds(&page->out, "\n");
    }
    return missing;
}

static void add_summary(sk_page *page, const schakel_matching *matching, size_t missing)
{
    size_t asks = schakel_matching_count(matching);
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    schakel_matching_get_proof(matching, &proof);
    sk_paint(page, SK_BOLD);
    if (asks == 0 && missing == 0) {
        sk_buffer_adds(&page->out, sk_say(page, "Er is niets te vragen.", "There is nothing to ask."));
    } else {
        sk_add_count(page, asks, sk_say(page, "vraag te stellen", "ask to send"),
                     sk_say(page, "vragen te stellen", "asks to send"));
        sk_buffer_adds(&page->out, "; ");
        if (missing == 0)
            sk_buffer_adds(&page->out, sk_say(page, "alle plaatsen zijn gevuld.", "every place is filled."));
        else
            sk_add_count(page, missing, sk_say(page, "plaats blijft open.", "place stays open."),
                         sk_say(page, "plaatsen blijven open.", "places stay open."));
    }
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    if (proof.optimal)
        sk_buffer_adds(&page->out,
                       sk_say(page, "Bewezen: beter kan niet.\n", "Proven: it cannot be done better.\n"));
    else
        sk_buffer_addf(&page->out,
                       sk_say(page,
                              "Niet bewezen: na %d pogingen gestopt; misschien kan het nog iets beter.\n",
                              "Not proven: stopped after %d tries; it might be done a little better.\n"),
                       (int)proof.nodes);
}

void sk_matching_text(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    sk_add_title(page);
    if (page->options.title != NULL)
        sk_buffer_adds(&page->out, "\n");
    add_asks(page, matching, school);
    if (schakel_matching_count(matching) != 0)
        sk_buffer_adds(&page->out, "\n");
    size_t missing = add_open(page, matching, school);
    if (missing != 0)
        sk_buffer_adds(&page->out, "\n");
    add_summary(page, matching, missing);
}
