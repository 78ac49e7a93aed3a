/* Who is reached: what text and page share, and the public call. */
#include "present/engagement.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "present/names.h"
#include "present/open.h"

/* ------------------------------------------------------------------------- rows */

/* Rows stand by way: where those of a way begin. */
static size_t first_row(const schakel_engagement *engagement, size_t way)
{
    size_t low = 0, high = schakel_engagement_row_count(engagement);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
        schakel_engagement_get_row(engagement, middle, &row);
        if (row.way < way)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t sk_engagement_rows(const schakel_engagement *engagement)
{
    return first_row(engagement, 1);
}

schakel_engagement_row sk_engagement_row(const schakel_engagement *engagement, size_t way, size_t index)
{
    schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
    schakel_engagement_get_row(engagement, first_row(engagement, way) + index, &row);
    return row;
}

schakel_reach_way sk_engagement_way(const schakel_engagement *engagement, size_t index)
{
    schakel_reach_way way = SCHAKEL_REACH_WAY_INIT;
    schakel_engagement_get_way(engagement, index, &way);
    return way;
}

/* A way with the families it reaches, to be sorted; those of which nothing is told count as none. */
typedef struct ranked {
    size_t index, families;
} ranked;

static int by_reach(const void *a, const void *b)
{
    const ranked *left = a, *right = b;
    if (left->families != right->families)
        return left->families > right->families ? -1 : 1;
    return left->index < right->index ? -1 : 1;
}

int sk_ways_by_reach(sk_way_list *ways, const schakel_engagement *engagement, sk_arena *arena)
{
    size_t all = schakel_engagement_way_count(engagement);
    ranked *order = sk_arena_alloc(arena, all * sizeof *order);
    *ways = (sk_way_list){sk_arena_alloc(arena, all * sizeof *ways->indexes), 0};
    if (order == NULL || ways->indexes == NULL)
        return 0;
    for (size_t i = 0; i < all; i++) {
        schakel_reach_way way = sk_engagement_way(engagement, i);
        schakel_engagement_row row = sk_engagement_row(engagement, i, SK_ALL_FAMILIES);
        if (way.by != SCHAKEL_REACHED_BY_ANYTHING && way.by != SCHAKEL_REACHED_IN_MONTH &&
            way.by != SCHAKEL_REACHED_YEAR_BEFORE)
            order[ways->count++] = (ranked){i, sk_reached_or_more(&row)};
    }
    qsort(order, ways->count, sizeof *order, by_reach);
    for (size_t i = 0; i < ways->count; i++)
        ways->indexes[i] = order[i].index;
    return 1;
}

/* ------------------------------------------------------------------------ words */

const char *sk_engagement_question(const sk_page *page)
{
    return sk_say(page, "Wie bereiken we, en wie niet?", "Whom do we reach, and whom not?");
}

const char *sk_unit_word(const sk_page *page, schakel_unit unit)
{
    switch (unit) {
    case SCHAKEL_UNIT_FAMILIES:
        return sk_say(page, "gezinnen", "families");
    case SCHAKEL_UNIT_CHILDREN:
        return sk_say(page, "kinderen", "children");
    case SCHAKEL_UNIT_ADULTS:
        break;
    }
    return sk_say(page, "volwassenen", "adults");
}

static void add_round(sk_page *page, const schakel_reach_way *way)
{
    sk_add_name(page, way->title != NULL ? way->title : sk_activity_word(page, way->kind));
    sk_buffer_adds(&page->out, sk_say(page, " vanaf ", " from "));
    sk_add_date(page, way->first, 0);
}

void sk_add_way(sk_page *page, const schakel_reach_way *way)
{
    switch (way->by) {
    case SCHAKEL_REACHED_BY_KIND:
        sk_buffer_adds(&page->out, sk_activity_word(page, way->kind));
        return;
    case SCHAKEL_REACHED_BY_CONTACT:
        sk_buffer_adds(&page->out, sk_say(page, "contact of helpen op school", "contact or helping at school"));
        return;
    case SCHAKEL_REACHED_IN_ROUND:
        add_round(page, way);
        return;
    case SCHAKEL_REACHED_IN_MONTH:
        sk_add_month(page, way->first);
        return;
    case SCHAKEL_REACHED_YEAR_BEFORE:
        sk_buffer_adds(&page->out, sk_say(page, "een jaar eerder", "a year earlier"));
        return;
    case SCHAKEL_REACHED_BY_ANYTHING:
        break;
    }
    sk_buffer_adds(&page->out, sk_say(page, "alles samen", "everything together"));
}

void sk_add_row_name(sk_page *page, const schakel_school *school, const schakel_engagement_row *row)
{
    if (row->breakdown == SCHAKEL_BY_ALL)
        sk_buffer_adds(&page->out, sk_unit_word(page, row->unit));
    else if (row->breakdown == SCHAKEL_BY_GROUP && row->key[0] == '\0')
        sk_buffer_adds(&page->out, sk_say(page, "in geen groep", "in no group"));
    else if (row->breakdown == SCHAKEL_BY_GROUP)
        sk_add_group(page, school, row->key);
    else
        sk_add_name(page, sk_row_word(page, row->breakdown, row->key));
}

/* -------------------------------------------------------------------- sentences */

static void add_hidden(sk_page *page)
{
    sk_buffer_adds(&page->out,
                   sk_say(page,
                          "Hoeveel gezinnen bereikt zijn, staat er niet in. Anders kun je zien om "
                          "welke mensen het gaat.",
                          "How many families are reached is left out. Otherwise you could see which "
                          "people it is about."));
}

static void add_nearly_all(sk_page *page, const schakel_engagement_row *families)
{
    sk_buffer_addf(&page->out,
                   sk_say(page, "Van de %zu gezinnen zijn er %zu of meer bereikt: bijna allemaal.",
                          "Of %zu families %zu or more are reached: nearly all."),
                   families->people, families->at_least);
}

static void add_share_reached(sk_page *page, const schakel_engagement_row *families)
{
    sk_buffer_addf(
        &page->out,
        families->reached == 1
            ? sk_say(page, "Van de %zu gezinnen is er %zu bereikt", "Of %zu families %zu is reached")
            : sk_say(page, "Van de %zu gezinnen zijn er %zu bereikt", "Of %zu families %zu are reached"),
        families->people, families->reached);
    sk_buffer_adds(&page->out, " (");
    sk_add_percentage(page, (double)families->reached / (double)families->people);
    sk_buffer_adds(&page->out, ")");
    sk_buffer_addf(&page->out, sk_say(page, ". Nog niet: %zu.", ". Not yet: %zu."), families->never_reached);
}

static void add_reached(sk_page *page, const schakel_engagement_row *families)
{
    if (!sk_tells_reached(families))
        add_hidden(page);
    else if (families->hidden)
        add_nearly_all(page, families);
    else if (families->people == 0)
        sk_buffer_adds(&page->out, sk_say(page, "Er zijn nog geen gezinnen.", "There are no families yet."));
    else
        add_share_reached(page, families);
}

static void add_only_problems(sk_page *page, const schakel_engagement_row *families)
{
    sk_buffer_addf(
        &page->out,
        families->only_problems == 1
            ? sk_say(page,
                     "Met %zu gezin ging het contact alleen over wat er misgaat. Vertel ook wat er "
                     "goed gaat.",
                     "With %zu family contact was only about what goes wrong. Say what goes well too.")
            : sk_say(page,
                     "Met %zu gezinnen ging het contact alleen over wat er misgaat. Vertel ook wat "
                     "er goed gaat.",
                     "With %zu families contact was only about what goes wrong. Say what goes well "
                     "too."),
        families->only_problems);
}

static const char *or_more(const sk_page *page, const schakel_engagement_row *row)
{
    return row->at_least != 0 ? sk_say(page, " of meer", " or more") : "";
}

static void add_year_before(sk_page *page, const schakel_engagement_row *now,
                            const schakel_engagement_row *then)
{
    sk_buffer_addf(&page->out,
                   sk_say(page, "Een jaar eerder waren in dezelfde tijd %zu%s gezinnen bereikt; nu %zu%s.",
                          "A year earlier %zu%s families were reached in the same time; now %zu%s."),
                   sk_reached_or_more(then), or_more(page, then), sk_reached_or_more(now),
                   or_more(page, now));
}

static void add_same_few(sk_page *page, const schakel_reach_way *way, const schakel_engagement_row *families)
{
    sk_buffer_adds(&page->out,
                   sk_say(page, "Steeds dezelfde gezinnen komen bij: ", "The same families come to: "));
    sk_add_way(page, way);
    sk_buffer_addf(&page->out,
                   sk_say(page, " (%zu keer, %zu van de %zu gezinnen). Vraag de anderen wat zij wel willen.",
                          " (%zu times, %zu of %zu families). Ask the others what they would like."),
                   way->occasions, families->reached, families->people);
}

void sk_add_engagement_sentences(sk_page *page, const schakel_engagement *engagement, const char *before,
                                 const char *after)
{
    schakel_engagement_row families = sk_engagement_row(engagement, 0, SK_ALL_FAMILIES);
    sk_buffer_adds(&page->out, before);
    add_reached(page, &families);
    sk_buffer_adds(&page->out, after);
    if (!sk_tells_reached(&families))
        return;
    if (!families.problems_hidden && families.only_problems != 0) {
        sk_buffer_adds(&page->out, before);
        add_only_problems(page, &families);
        sk_buffer_adds(&page->out, after);
    }
    for (size_t i = 1; i < schakel_engagement_way_count(engagement); i++) {
        schakel_reach_way way = sk_engagement_way(engagement, i);
        schakel_engagement_row row = sk_engagement_row(engagement, i, SK_ALL_FAMILIES);
        int compares = way.by == SCHAKEL_REACHED_YEAR_BEFORE && sk_tells_reached(&row);
        if (!compares && !way.same_few)
            continue;
        sk_buffer_adds(&page->out, before);
        if (compares)
            add_year_before(page, &families, &row);
        else
            add_same_few(page, &way, &row);
        sk_buffer_adds(&page->out, after);
    }
}

void sk_add_engagement_rule(sk_page *page, const schakel_engagement *engagement)
{
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    int any_more = 0;
    schakel_engagement_get_options(engagement, &options);
    for (size_t i = 0; i < schakel_engagement_row_count(engagement); i++) {
        schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
        schakel_engagement_get_row(engagement, i, &row);
        any_more |= row.at_least != 0;
    }
    sk_add_hiding_rule(page, options.min_cell);
    if (any_more)
        sk_buffer_adds(&page->out,
                       sk_say(page, " Een + betekent: zo veel of meer.", " A + means: so many or more."));
}

/* ------------------------------------------------------------------ public call */

schakel_status schakel_present_engagement(const schakel_engagement *engagement, const schakel_school *school,
                                          const schakel_reach *reach, const schakel_present_options *options,
                                          char **out, size_t *out_length, schakel_error *error)
{
    sk_page page;
    sk_arena arena;
    sk_way_list ways;
    schakel_status status = sk_open_school_page(&page, engagement, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    sk_arena_init(&arena, sk_handle_allocator(engagement));
    if (!sk_ways_by_reach(&ways, engagement, &arena)) {
        page.out.failed = 1;
    } else if (page.options.format == SCHAKEL_FORMAT_HTML) {
        sk_engagement_html(&page, engagement, school, reach, &ways);
    } else {
        sk_engagement_text(&page, engagement, school, &ways);
        if (reach != NULL) {
            sk_buffer_adds(&page.out, "\n");
            page.options.title = NULL;
            sk_reach_text(&page, reach);
        }
    }
    sk_arena_destroy(&arena);
    return sk_close_page(&page, out, out_length, error);
}
