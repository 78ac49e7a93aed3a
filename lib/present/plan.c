/* What a matching and its calendar are shown with. */
#include "present/plan.h"

#include <string.h>

void sk_add_place(sk_page *page, const schakel_school *school, const char *need_id, const char *place_id)
{
    size_t need = schakel_school_find(school, SCHAKEL_KIND_NEED, need_id);
    for (size_t i = 0; i < schakel_school_place_count(school, need); i++) {
        schakel_place place = SCHAKEL_PLACE_INIT;
        schakel_school_get_place(school, need, i, &place);
        if (strcmp(place.id, place_id) != 0)
            continue;
        sk_add_name(page, sk_concept_word(page, school, place.concept_id));
        if (place.language != NULL) {
            sk_buffer_adds(&page->out, ", ");
            sk_add_name(page, sk_language_word(page, place.language));
        }
        if (place.certificate)
            sk_buffer_adds(&page->out, sk_say(page, ", met VOG", ", with certificate of conduct"));
        return;
    }
    sk_add_name(page, place_id);
}

void sk_add_when(sk_page *page, const schakel_need *need, schakel_date date)
{
    schakel_date first = date != SCHAKEL_NO_DATE ? date : need->date;
    if (first == SCHAKEL_NO_DATE)
        return;
    sk_buffer_adds(&page->out, ", ");
    sk_add_date(page, first, 1);
    if (date == SCHAKEL_NO_DATE && need->last_date != need->date) {
        sk_buffer_adds(&page->out, sk_say(page, " tot en met ", " up to and including "));
        sk_add_date(page, need->last_date, 1);
    }
    if (need->start != SCHAKEL_NO_TIME)
        sk_buffer_adds(&page->out, ", ");
    sk_add_times(page, need->start, need->end);
}

void sk_add_need(sk_page *page, const schakel_school *school, const char *need_id, const char *place_id,
                 schakel_date date)
{
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_school_get_need(school, schakel_school_find(school, SCHAKEL_KIND_NEED, need_id), &need);
    sk_add_name(page, need.title != NULL ? need.title : need_id);
    if (place_id != NULL) {
        sk_buffer_adds(&page->out, " (");
        sk_add_place(page, school, need_id, place_id);
        sk_buffer_adds(&page->out, ")");
    }
    sk_add_when(page, &need, date);
}

void sk_add_missing(sk_page *page, int32_t missing)
{
    sk_buffer_adds(&page->out, sk_say(page, "nog nodig: ", "still needed: "));
    sk_add_count(page, (size_t)missing, sk_say(page, "persoon", "person"), sk_say(page, "mensen", "people"));
}

void sk_add_next(sk_page *page, const schakel_school *school, const char *adult_id)
{
    if (adult_id != NULL)
        sk_add_adult(page, school, adult_id);
    else
        sk_buffer_adds(&page->out, sk_say(page, "er is dan niemand anders", "there is nobody else then"));
}

/* ----------------------------------------------------------------------- counts */

size_t sk_count_new(const schakel_matching *matching)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        count += !ask.was_planned;
    }
    return count;
}

int sk_was_repaired(const schakel_matching *matching)
{
    return schakel_matching_dropped_count(matching) != 0 ||
           sk_count_new(matching) != schakel_matching_count(matching);
}

static schakel_match_open open_at(const schakel_matching *matching, size_t index)
{
    schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
    schakel_matching_get_open(matching, index, &open);
    return open;
}

size_t sk_opens_end(const schakel_matching *matching, size_t first)
{
    const char *need_id = open_at(matching, first).need_id;
    size_t end = first + 1;
    while (end < schakel_matching_open_count(matching) &&
           strcmp(open_at(matching, end).need_id, need_id) == 0)
        end++;
    return end;
}

/* How many people a place lacks to reach its minimum; less than 1 when it reaches it. */
static int32_t place_lacks(const schakel_school *school, const schakel_match_open *open)
{
    size_t need = schakel_school_find(school, SCHAKEL_KIND_NEED, open->need_id);
    for (size_t i = 0; i < schakel_school_place_count(school, need); i++) {
        schakel_place place = SCHAKEL_PLACE_INIT;
        schakel_school_get_place(school, need, i, &place);
        if (strcmp(place.id, open->place_id) == 0)
            return place.minimum - (place.count - open->missing);
    }
    return 0;
}

int32_t sk_opens_lack(const schakel_matching *matching, const schakel_school *school, size_t first,
                      size_t end)
{
    int32_t lack = 0;
    for (size_t i = first; i < end; i++) {
        schakel_match_open open = open_at(matching, i);
        int32_t own = place_lacks(school, &open);
        lack += own > 0 ? own : 0;
    }
    return lack;
}

size_t sk_count_missing(const schakel_matching *matching)
{
    size_t missing = 0;
    for (size_t i = 0; i < schakel_matching_open_count(matching); i++)
        missing += (size_t)open_at(matching, i).missing;
    return missing;
}

/* --------------------------------------------------------------------- sentences */

void sk_add_plan_summary(sk_page *page, const schakel_matching *matching)
{
    size_t asks = schakel_matching_count(matching), missing = sk_count_missing(matching);
    if (asks == 0 && missing == 0) {
        sk_buffer_adds(&page->out, sk_say(page, "Er is niets te vragen.", "There is nothing to ask."));
        return;
    }
    sk_add_count(page, asks, sk_say(page, "vraag te stellen", "ask to send"),
                 sk_say(page, "vragen te stellen", "asks to send"));
    if (sk_was_repaired(matching)) {
        size_t added = sk_count_new(matching), dropped = schakel_matching_dropped_count(matching);
        sk_buffer_addf(&page->out,
                       sk_say(page, ", waarvan %zu nieuw; %zu uit het vorige plan ",
                              ", of which %zu new; %zu of the last plan "),
                       added, dropped);
        sk_buffer_adds(&page->out, dropped == 1 ? sk_say(page, "valt af", "is dropped")
                                                : sk_say(page, "vallen af", "are dropped"));
    }
    sk_buffer_adds(&page->out, "; ");
    if (missing == 0)
        sk_buffer_adds(&page->out, sk_say(page, "alle plaatsen zijn gevuld.", "every place is filled."));
    else
        sk_add_count(page, missing, sk_say(page, "plaats blijft open.", "place stays open."),
                     sk_say(page, "plaatsen blijven open.", "places stay open."));
}

void sk_add_proof(sk_page *page, const schakel_matching *matching)
{
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    schakel_matching_get_proof(matching, &proof);
    if (proof.optimal)
        sk_buffer_adds(&page->out,
                       sk_say(page, "Bewezen: beter kan niet.", "Proven: it cannot be done better."));
    else
        sk_buffer_addf(&page->out,
                       sk_say(page, "Niet bewezen: na %d pogingen gestopt; misschien kan het nog iets beter.",
                              "Not proven: stopped after %d tries; it might be done a little better."),
                       (int)proof.nodes);
}
