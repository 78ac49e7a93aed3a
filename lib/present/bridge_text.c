/* A bridge for a terminal: the way to take, the other ways, and what to prepare. */
#include <string.h>

#include "base/error.h"
#include "present/names.h"
#include "present/open.h"
#include "present/own_words.h"

/* By schakel_bridge. */
static const struct {
    const char *nl, *en;
} bridges[] = {
    {"geen", "none"},
    {"dezelfde taal spreken", "speaking the same language"},
    {"iemand komt mee", "somebody comes along"},
    {"iemand vertaalt via video", "somebody interprets by video"},
    {"een app vertaalt", "an app translates"},
    {"een tolk vertaalt via de telefoon", "an interpreter by telephone"},
};

static void add_moment(sk_page *page, const schakel_bridge_summary *summary)
{
    sk_buffer_adds(&page->out, "  ");
    sk_add_date(page, summary->date, 1);
    sk_buffer_adds(&page->out, summary->start != SCHAKEL_NO_TIME ? ", " : "");
    sk_add_times(page, summary->start, SCHAKEL_NO_TIME);
    sk_buffer_addf(&page->out, sk_say(page, ", %d minuten\n", ", %d minutes\n"), (int)summary->minutes);
    sk_add_own_moment(page, summary->language, summary->date, summary->start);
}

static void add_summary(sk_page *page, const schakel_bridge_summary *summary)
{
    sk_add_heading(page, sk_say(page, summary->text_nl, summary->text_en));
    if (summary->needed && strcmp(summary->language, "und") != 0) {
        sk_buffer_adds(&page->out, sk_say(page, "  taal: ", "  language: "));
        sk_add_language(page, summary->language);
        sk_add_own_name(page, summary->language);
        sk_buffer_adds(&page->out, "\n");
    }
    add_moment(page, summary);
}

/* "iemand komt mee: Omar Zonnedauw, Arabisch": who does it, and the language when it is another than the plan's. */
static void add_way(sk_page *page, const schakel_school *school, const schakel_bridge_way *way,
                    const char *language)
{
    sk_buffer_adds(&page->out, "  - ");
    sk_paint(page, SK_CYAN);
    sk_buffer_adds(&page->out, sk_say(page, bridges[way->bridge].nl, bridges[way->bridge].en));
    sk_paint(page, SK_PLAIN);
    if (way->adult_id != NULL || way->staff_id != NULL) {
        sk_buffer_adds(&page->out, ": ");
        sk_add_person(page, school, way->adult_id, way->staff_id, NULL);
    }
    if (strcmp(way->language, language) != 0) {
        sk_buffer_adds(&page->out, sk_say(page, ", in het ", ", in "));
        sk_add_language(page, way->language);
    }
    sk_buffer_adds(&page->out, "\n    ");
    sk_buffer_adds(&page->out, sk_say(page, way->text_nl, way->text_en));
    sk_buffer_adds(&page->out, "\n");
}

static void add_ways(sk_page *page, const schakel_bridge_plan *plan, const schakel_school *school,
                     int possible, const char *language)
{
    int any = 0;
    for (size_t i = 0; i < schakel_bridge_plan_way_count(plan); i++) {
        schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
        schakel_bridge_plan_get_way(plan, i, &way);
        if (way.possible != possible)
            continue;
        if (!any && possible)
            sk_add_heading(page, sk_say(page, "Zo kan het, de beste manier eerst",
                                        "What is possible, the best way first"));
        else if (!any)
            sk_add_heading(page,
                           sk_say(page, "Dit kan niet, of nog niet", "What is not possible, or not yet"));
        any = 1;
        add_way(page, school, &way, language);
    }
}

static void add_preparations(sk_page *page, const schakel_bridge_plan *plan)
{
    for (size_t i = 0; i < schakel_bridge_plan_preparation_count(plan); i++) {
        if (i == 0)
            sk_add_heading(page, sk_say(page, "Denk hieraan", "What to think of"));
        sk_buffer_addf(&page->out, "  - %s\n",
                       schakel_bridge_plan_preparation(plan, i, page->options.language));
    }
}

schakel_status schakel_present_bridge_plan(const schakel_bridge_plan *plan, const schakel_school *school,
                                           const schakel_present_options *options, char **out,
                                           size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    schakel_status status = sk_open_text_page(&page, plan, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_bridge_plan_get_summary(plan, &summary);
    sk_add_title(&page);
    add_summary(&page, &summary);
    add_ways(&page, plan, school, 1, summary.language);
    add_ways(&page, plan, school, 0, summary.language);
    add_preparations(&page, plan);
    return sk_close_page(&page, out, out_length, error);
}
