/* Moments for a terminal: whom each reaches, the best first; then which of them together reach the most. */
#include "present/counts.h"
#include "present/names.h"
#include "present/open.h"

static void add_people(sk_page *page, size_t count)
{
    sk_add_count(page, count, sk_say(page, "persoon", "person"), sk_say(page, "mensen", "people"));
}

static void add_families(sk_page *page, size_t count)
{
    sk_add_count(page, count, sk_say(page, "gezin", "family"), sk_say(page, "gezinnen", "families"));
}

/* "3 moeders en 2 vaders" */
static void add_parents(sk_page *page, size_t mothers, size_t fathers)
{
    sk_add_count(page, mothers, sk_say(page, "moeder", "mother"), sk_say(page, "moeders", "mothers"));
    sk_buffer_adds(&page->out, sk_say(page, " en ", " and "));
    sk_add_count(page, fathers, sk_say(page, "vader", "father"), sk_say(page, "vaders", "fathers"));
}

static void add_slot(sk_page *page, const schakel_slot *slot)
{
    sk_paint(page, SK_CYAN);
    sk_add_date(page, slot->date, 1);
    sk_buffer_adds(&page->out, ", ");
    sk_add_times(page, slot->start, slot->end);
    sk_paint(page, SK_PLAIN);
}

/* Who is to be asked apart, one a line. */
static void add_left_out(sk_page *page, const schakel_school *school, const char *id)
{
    sk_buffer_adds(&page->out, "  - ");
    sk_add_adult(page, school, id);
    sk_buffer_adds(&page->out, "\n");
}

static void add_advice(sk_page *page, size_t count)
{
    sk_buffer_adds(&page->out, count == 1 ? sk_say(page, "Spreek met deze persoon apart een moment af.\n",
                                                   "Agree on another moment with this person.\n")
                                          : sk_say(page, "Spreek met hen apart een moment af.\n",
                                                   "Agree on another moment with them.\n"));
}

/* --------------------------------------------------------------------- moments */

static void add_unknown(sk_page *page, size_t count)
{
    if (count == 1)
        sk_buffer_adds(
            &page->out,
            sk_say(page,
                   "Van 1 persoon is niet bekend wanneer die kan. Vraag dat nog. Nu doen we alsof "
                   "die altijd kan.\n",
                   "For 1 person it is not known when they can come. Ask them. Until then it is as "
                   "if they always can.\n"));
    else if (count > 1)
        sk_buffer_addf(&page->out,
                       sk_say(page,
                              "Van %zu van hen is niet bekend wanneer ze kunnen. Vraag dat nog. Nu doen we "
                              "alsof ze altijd kunnen.\n",
                              "For %zu of them it is not known when they can come. Ask them. Until then it "
                              "is as if they always can.\n"),
                       count);
}

static void add_invited(sk_page *page, const schakel_timing_people *people)
{
    sk_buffer_adds(&page->out, sk_say(page, "Uitgenodigd: ", "Invited: "));
    add_people(page, people->adults);
    sk_buffer_adds(&page->out, sk_say(page, " uit ", " of "));
    add_families(page, people->families);
    sk_buffer_adds(&page->out, sk_say(page, ". Daarvan ", ". Of these "));
    add_parents(page, people->mothers, people->fathers);
    sk_buffer_adds(&page->out, ".\n");
    add_unknown(page, people->unknown);
}

/* "4 van 4 gezinnen, 5 van 7 mensen (1 moeder en 2 vaders); 2 kunnen niet" */
static void add_who_can(sk_page *page, const schakel_timing_people *people, const schakel_timing_row *row)
{
    size_t cannot = people->adults - row->adults;
    sk_buffer_addf(&page->out, sk_say(page, "%zu van ", "%zu of "), row->families);
    add_families(page, people->families);
    sk_buffer_addf(&page->out, sk_say(page, ", %zu van ", ", %zu of "), row->adults);
    add_people(page, people->adults);
    sk_buffer_adds(&page->out, " (");
    add_parents(page, row->mothers, row->fathers);
    sk_buffer_adds(&page->out, ")");
    if (cannot > 0)
        sk_buffer_addf(&page->out,
                       cannot == 1 ? sk_say(page, "; %zu kan niet", "; %zu cannot")
                                   : sk_say(page, "; %zu kunnen niet", "; %zu cannot"),
                       cannot);
}

static void add_moments(sk_page *page, const schakel_timing *timing, const schakel_timing_people *people)
{
    sk_add_heading(page, schakel_timing_count(timing) == 1
                             ? sk_say(page, "Wie kan dan?", "Who can come then?")
                             : sk_say(page, "De beste momenten eerst", "The best moments first"));
    for (size_t rank = 0; rank < schakel_timing_count(timing); rank++) {
        schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
        schakel_timing_get(timing, rank, &row);
        sk_buffer_addf(&page->out, "%3zu. ", rank + 1);
        add_slot(page, &row.slot);
        sk_buffer_adds(&page->out, "\n     ");
        if (people->families > 0) {
            sk_add_bar(page, row.families, people->families);
            sk_buffer_adds(&page->out, "  ");
        }
        add_who_can(page, people, &row);
        sk_buffer_adds(&page->out, "\n");
    }
}

/* Whom the only moment shuts out. */
static void add_shut_out(sk_page *page, const schakel_timing *timing, const schakel_school *school)
{
    size_t count = schakel_timing_shut_out_count(timing, 0);
    if (count == 0)
        return;
    sk_add_heading(page, sk_say(page, "Wie kan dan niet?", "Who cannot come then?"));
    add_advice(page, count);
    for (size_t i = 0; i < count; i++)
        add_left_out(page, school, schakel_timing_shut_out(timing, 0, i));
}

/* ---------------------------------------------------------------------- spread */

static void add_counted(sk_page *page, const schakel_spread_summary *summary, size_t count)
{
    if (summary->each == SCHAKEL_SPREAD_FAMILIES)
        add_families(page, count);
    else
        add_people(page, count);
}

/* What is proven, or how much better it might be. */
static void add_proof(sk_page *page, const schakel_spread_summary *summary, size_t chosen)
{
    if (summary->optimal)
        sk_buffer_adds(&page->out, summary->fewest > 0
                                       ? sk_say(page, "Met minder momenten lukt dat niet.\n",
                                                "Fewer moments cannot do that.\n")
                                       : sk_say(page, "Met dit aantal momenten kan het niet beter.\n",
                                                "With so many moments it cannot be better.\n"));
    else if (summary->bound > summary->reached)
        sk_buffer_addf(&page->out,
                       sk_say(page, "Misschien kan het beter, maar niet beter dan %zu.\n",
                              "It may be better, but not better than %zu.\n"),
                       summary->bound);
    else if (summary->fewest > 0 && summary->fewest < chosen)
        sk_buffer_addf(&page->out,
                       sk_say(page, "Misschien kan het met minder momenten, maar niet met minder dan %zu.\n",
                              "It may take fewer moments, but no fewer than %zu.\n"),
                       summary->fewest);
}

static void add_missed(sk_page *page, const schakel_spread *spread, const schakel_school *school)
{
    size_t count = schakel_spread_missed_count(spread);
    if (count == 0)
        return;
    sk_add_heading(
        page, sk_say(page, "Wie kan op geen van deze momenten?", "Who cannot come at any of these moments?"));
    add_advice(page, count);
    for (size_t i = 0; i < count; i++)
        add_left_out(page, school, schakel_spread_missed(spread, i));
}

static void add_spread(sk_page *page, const schakel_spread *spread, const schakel_school *school)
{
    schakel_spread_summary summary = SCHAKEL_SPREAD_SUMMARY_INIT;
    size_t chosen = schakel_spread_count(spread);
    schakel_spread_get_summary(spread, &summary);
    sk_add_heading(page, sk_say(page, "Kies deze momenten", "Choose these moments"));
    for (size_t i = 0; i < chosen; i++) {
        schakel_spread_moment moment = SCHAKEL_SPREAD_MOMENT_INIT;
        schakel_spread_get(spread, i, &moment);
        sk_buffer_adds(&page->out, "  ");
        add_slot(page, &moment.slot);
        sk_buffer_adds(&page->out, ": ");
        add_counted(page, &summary, moment.can_come);
        sk_buffer_addf(&page->out, sk_say(page, ", %zu voor het eerst\n", ", %zu for the first time\n"),
                       moment.first_time);
    }
    sk_buffer_addf(
        &page->out,
        sk_say(page, "Minstens één keer kunnen komen: %zu van ", "Can come at least once: %zu of "),
        summary.reached);
    add_counted(page, &summary, summary.people);
    sk_buffer_adds(&page->out, ".\n");
    add_proof(page, &summary, chosen);
    add_missed(page, spread, school);
}

static void add_timing(sk_page *page, const schakel_timing *timing, const schakel_spread *spread,
                       const schakel_school *school)
{
    schakel_timing_people people = SCHAKEL_TIMING_PEOPLE_INIT;
    schakel_timing_get_people(timing, &people);
    sk_add_title(page);
    sk_add_heading(page, sk_say(page, "Wanneer kunnen de ouders?", "When can the parents come?"));
    if (people.adults == 0) {
        sk_buffer_adds(&page->out,
                       sk_say(page, "Er is niemand om uit te nodigen.\n", "There is nobody to invite.\n"));
        return;
    }
    add_invited(page, &people);
    add_moments(page, timing, &people);
    if (spread != NULL)
        add_spread(page, spread, school);
    else if (schakel_timing_count(timing) == 1)
        add_shut_out(page, timing, school);
}

schakel_status schakel_present_timing(const schakel_timing *timing, const schakel_spread *spread,
                                      const schakel_school *school, const schakel_present_options *options,
                                      char **out, size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_text_page(&page, timing, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    add_timing(&page, timing, spread, school);
    return sk_close_page(&page, out, out_length, error);
}
