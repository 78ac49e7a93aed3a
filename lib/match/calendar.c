/* When to ask whom, and whom to thank. */
#include <string.h>

#include "base/error.h"
#include "match/order.h"
#include "match/outcome.h"
#include "school/closed.h"

enum { WEEK = 7 };

/* The handle's first member is its allocator, as with every handle. */
struct schakel_calendar {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_calendar_options options;
    schakel_calendar_entry *entries;
    size_t entry_count;
    schakel_calendar_thanks *thanks;
    size_t thanks_count;
};

/* ------------------------------------------------------------------- options */

static schakel_status take_options(const schakel_calendar_options *given, const schakel_matching *matching,
                                   schakel_calendar_options *out, schakel_error *error)
{
    const schakel_calendar_options defaults = SCHAKEL_CALENDAR_OPTIONS_INIT;
    *out = defaults;
    if (given != NULL && !sk_record_in(given, out, sizeof *out))
        return sk_fail_misuse(error, "expected options with their struct_size");
    out->struct_size = sizeof *out;
    if (out->today == SCHAKEL_NO_DATE)
        out->today = matching->options.today;
    if (schakel_date_to_ymd(out->today, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/today", "expected a date in the years 1 to 9999");
    schakel_status status = sk_check_number(error, "/weekday", out->weekday, 1, WEEK);
    if (status == SCHAKEL_OK)
        status = sk_check_number(error, "/answer_days", out->answer_days, 0, 365);
    return status == SCHAKEL_OK ? sk_check_number(error, "/ahead_days", out->ahead_days, 0, 366) : status;
}

/* ---------------------------------------------------------------------- days */

/* The last batch that goes out on or before a day. */
static schakel_date batch_before(const schakel_calendar_options *options, const schakel_school *school,
                                 schakel_date day)
{
    for (;;) {
        schakel_date batch = day - (schakel_date_weekday(day) - options->weekday + WEEK) % WEEK;
        day = sk_open_before(school, batch);
        if (day == batch)
            return batch;
    }
}

/* When an ask goes out by itself; SCHAKEL_NO_DATE when it is too late. */
static schakel_date send_day(const schakel_calendar_options *options, const schakel_school *school,
                             schakel_date ask_by)
{
    schakel_date early = batch_before(options, school, ask_by - options->answer_days);
    schakel_date late = batch_before(options, school, ask_by);
    if (ask_by < options->today)
        return SCHAKEL_NO_DATE;
    if (early >= options->today)
        return early;
    return late >= options->today ? late : options->today;
}

/* ------------------------------------------------------------------- entries */

static int by_adult(const void *context, uint32_t x, uint32_t y)
{
    const schakel_calendar_entry *entries = context;
    int order = strcmp(entries[x].adult_id, entries[y].adult_id);
    if (order != 0)
        return order < 0;
    return entries[x].send_on != entries[y].send_on ? entries[x].send_on < entries[y].send_on : x < y;
}

static int by_day(const void *context, uint32_t x, uint32_t y)
{
    const schakel_calendar_entry *one = (const schakel_calendar_entry *)context + x,
                                 *other = (const schakel_calendar_entry *)context + y;
    if (one->send_on != other->send_on)
        return one->send_on < other->send_on;
    int order = strcmp(one->adult_id, other->adult_id);
    if (order == 0)
        order = strcmp(one->need_id, other->need_id);
    if (order == 0)
        order = strcmp(one->place_id, other->place_id);
    return order != 0 ? order < 0 : x < y;
}

/* Let asks go along with an earlier one of the same adult. */
static void join_messages(schakel_calendar *calendar, schakel_calendar_entry *entries, uint32_t *order,
                          size_t count)
{
    const schakel_calendar_entry *message = NULL;
    sk_order(order, count, by_adult, entries);
    for (size_t i = 0; i < count; i++) {
        schakel_calendar_entry *entry = &entries[order[i]];
        if (message != NULL && strcmp(message->adult_id, entry->adult_id) == 0 &&
            entry->ask_by - calendar->options.ahead_days <= message->send_on)
            entry->send_on = message->send_on;
        else
            message = entry;
        entry->is_urgent = entry->ask_by - entry->send_on < calendar->options.answer_days;
    }
}

static schakel_calendar_entry draft(const schakel_calendar *calendar, const schakel_school *school,
                                    const schakel_match_ask *ask)
{
    schakel_calendar_entry entry = SCHAKEL_CALENDAR_ENTRY_INIT;
    entry.send_on = send_day(&calendar->options, school, ask->ask_by);
    entry.adult_id = ask->adult_id;
    entry.need_id = ask->need_id;
    entry.place_id = ask->place_id;
    entry.ask_by = ask->ask_by;
    entry.date = ask->date;
    entry.next_adult_id = ask->next_adult_id;
    return entry;
}

/* Copy a text into the calendar; NULL stays NULL. */
static void keep_text(schakel_calendar *calendar, const char **text, int *complete)
{
    if (*text == NULL)
        return;
    *text = sk_arena_text(&calendar->arena, *text, strlen(*text));
    *complete &= *text != NULL;
}

/* Lay out the asks. Returns 0 when memory ran out. */
static int lay_out(schakel_calendar *calendar, const schakel_school *school, const schakel_matching *matching,
                   sk_arena *scratch)
{
    size_t asks = matching->ask_count, count = 0;
    int complete = 1;
    schakel_calendar_entry *drafts = sk_arena_array(scratch, asks, sizeof *drafts, 0);
    uint32_t *order = sk_arena_array(scratch, asks, sizeof *order, 0);
    calendar->entries = sk_arena_array(&calendar->arena, asks, sizeof *calendar->entries, 0);
    if (drafts == NULL || order == NULL || calendar->entries == NULL)
        return 0;
    for (size_t i = 0; i < asks; i++) {
        drafts[count] = draft(calendar, school, &matching->asks[i]);
        order[count] = (uint32_t)count;
        count += drafts[count].send_on != SCHAKEL_NO_DATE;
    }
    join_messages(calendar, drafts, order, count);
    sk_order(order, count, by_day, drafts);
    for (size_t i = 0; i < count; i++) {
        schakel_calendar_entry *entry = &calendar->entries[calendar->entry_count++];
        *entry = drafts[order[i]];
        keep_text(calendar, &entry->adult_id, &complete);
        keep_text(calendar, &entry->need_id, &complete);
        keep_text(calendar, &entry->place_id, &complete);
        keep_text(calendar, &entry->next_adult_id, &complete);
    }
    return complete;
}

/* -------------------------------------------------------------------- thanks */

/* clang-format off */
static const char *const messages[][SCHAKEL_ENGLISH + 1] = {
    [SCHAKEL_THANKS_NO_NEED] = {
        "Fijn dat u wilt helpen. We hebben uw hulp nu nog niet nodig. We weten wat u kunt. Is het nodig? Dan vragen we "
        "u graag.",
        "Thank you for wanting to help. We do not need it yet. We know what you can do, and will gladly ask you when we "
        "need it."},
    [SCHAKEL_THANKS_ENOUGH] = {
        "Fijn dat u wilt helpen. Er zijn nu genoeg mensen. We vragen u graag een andere keer.",
        "Thank you for wanting to help. There are enough people now. We will gladly ask you another time."},
    [SCHAKEL_THANKS_NOT_THEN] = {
        "Fijn dat u wilt helpen. We zoeken hulp, maar niet op uw tijden. Of het is voor een andere groep. Kunt u ook op "
        "andere tijden? Vertel het ons.",
        "Thank you for wanting to help. We look for help, but not at your times, or for another group. Can you come at "
        "other times too? Tell us."},
    [SCHAKEL_THANKS_WAITING] = {
        "Fijn dat u wilt helpen. We zoeken nog meer mensen, want dit doen we samen. Zijn er genoeg mensen? Dan vragen "
        "we u.",
        "Thank you for wanting to help. We look for more people, since this takes several. When there are enough, we "
        "will ask you."},
};
/* clang-format on */

/*
 * Why a place does not ask somebody who can do it. When it still is open, that is because they only come together with
 * somebody who does not.
 */
static schakel_thanks_reason reason_of_place(const plan *p, uint32_t place)
{
    if (sk_plan_is_off(p, p->r->places[place].need))
        return SCHAKEL_THANKS_WAITING;
    return p->asks_of_place[place] < p->r->places[place].wanted ? SCHAKEL_THANKS_NOT_THEN
                                                                : SCHAKEL_THANKS_ENOUGH;
}

/* Of two reasons the one that says more: that one could have done it, before that one could not. */
static int says_more(schakel_thanks_reason one, schakel_thanks_reason other)
{
    static const int order[] = {[SCHAKEL_THANKS_NO_NEED] = 0,
                                [SCHAKEL_THANKS_NOT_THEN] = 1,
                                [SCHAKEL_THANKS_ENOUGH] = 2,
                                [SCHAKEL_THANKS_WAITING] = 3};
    return order[one] > order[other];
}

/* The reason of each adult, by the places that are not over. */
static void find_reasons(const plan *p, schakel_thanks_reason *reasons)
{
    roster *r = p->r;
    for (uint32_t i = 0; i < r->place_count; i++) {
        if (r->needs[r->places[i].need].is_over)
            continue;
        schakel_thanks_reason able = reason_of_place(p, i);
        sk_walk_offers(r, &r->places[i]);
        for (size_t j = 0; j < r->walk_offer_count; j++) {
            uint32_t offer = r->walk_offers[j], adult = r->offers[offer].adult;
            schakel_date date;
            int is_able = sk_filter_offer(r, offer, i, &date) >= SK_STOPS_TAKEN;
            schakel_thanks_reason reason = is_able ? able : SCHAKEL_THANKS_NOT_THEN;
            if (r->offers[offer].record.limit != SCHAKEL_LIMIT_NEVER && says_more(reason, reasons[adult]))
                reasons[adult] = reason;
        }
    }
}

/* Fill who is to be thanked: offers something, was not asked this year, and is not in the plan. */
static int fill_thanks(schakel_calendar *calendar, const plan *p)
{
    roster *r = p->r;
    uint8_t *offers = sk_arena_array(&r->arena, r->adult_count, sizeof *offers, 0);
    schakel_thanks_reason *reasons = sk_arena_array(&r->arena, r->adult_count, sizeof *reasons, 0);
    calendar->thanks = sk_arena_array(&calendar->arena, r->adult_count, sizeof *calendar->thanks, 0);
    int complete = offers != NULL && reasons != NULL && calendar->thanks != NULL;
    if (!complete)
        return 0;
    for (size_t i = 0; i < r->offer_count; i++)
        offers[r->offers[i].adult] |= r->offers[i].record.limit != SCHAKEL_LIMIT_NEVER;
    find_reasons(p, reasons);
    for (size_t i = 0; i < r->adult_count; i++) {
        if (!offers[i] || r->adults[i].asked > 0 || p->asks_of_adult[i] > 0)
            continue;
        schakel_calendar_thanks *thanks = &calendar->thanks[calendar->thanks_count++];
        *thanks = (schakel_calendar_thanks){sizeof *thanks, r->adults[i].record.id, reasons[i],
                                            messages[reasons[i]][SCHAKEL_DUTCH],
                                            messages[reasons[i]][SCHAKEL_ENGLISH]};
        keep_text(calendar, &thanks->adult_id, &complete);
    }
    return complete;
}

/* --------------------------------------------------------------------- make */

static schakel_status fill(schakel_calendar *calendar, const schakel_matching *matching, roster *r)
{
    network n;
    plan p;
    size_t wrong;
    schakel_status status = sk_plan_read(matching, r, &n, &p, &wrong);
    if (status != SCHAKEL_OK)
        return status;
    return lay_out(calendar, r->school, matching, &r->arena) && fill_thanks(calendar, &p) ? SCHAKEL_OK
                                                                                          : SCHAKEL_NO_MEMORY;
}

schakel_status schakel_calendar_make(const schakel_matching *matching, const schakel_school *school,
                                     const schakel_calendar_options *options, schakel_calendar **out,
                                     schakel_error *error)
{
    schakel_calendar_options full;
    roster r;
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the calendar");
    *out = NULL;
    if (matching == NULL || school == NULL)
        return sk_fail_misuse(error, "expected a matching and its school");
    schakel_status status = take_options(options, matching, &full, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_calendar *calendar = sk_alloc_zeroed(sk_handle_allocator(school), 1, sizeof *calendar);
    if (calendar == NULL)
        return sk_fail_memory(error);
    calendar->allocator = *sk_handle_allocator(school);
    calendar->options = full;
    sk_arena_init(&calendar->arena, &calendar->allocator);
    status = sk_roster_begin(&r, school, &matching->options);
    if (status == SCHAKEL_OK)
        status = fill(calendar, matching, &r);
    sk_roster_end(&r);
    if (status == SCHAKEL_OK) {
        *out = calendar;
        return SCHAKEL_OK;
    }
    schakel_calendar_destroy(calendar);
    return status == SCHAKEL_NO_MEMORY
               ? sk_fail_memory(error)
               : sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "the matching is not of this school, as it is now");
}

void schakel_calendar_destroy(schakel_calendar *calendar)
{
    if (calendar == NULL)
        return;
    sk_arena_destroy(&calendar->arena);
    schakel_allocator allocator = calendar->allocator;
    sk_free(&allocator, calendar);
}

/* -------------------------------------------------------------------- reading */

size_t schakel_calendar_count(const schakel_calendar *calendar)
{
    return calendar == NULL ? 0 : calendar->entry_count;
}

schakel_status schakel_calendar_get(const schakel_calendar *calendar, size_t index,
                                    schakel_calendar_entry *out)
{
    if (index >= schakel_calendar_count(calendar) || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &calendar->entries[index], sizeof *calendar->entries) ? SCHAKEL_OK
                                                                                    : SCHAKEL_MISUSE;
}

schakel_status schakel_calendar_get_options(const schakel_calendar *calendar, schakel_calendar_options *out)
{
    if (calendar == NULL || out == NULL || !sk_record_out(out, &calendar->options, sizeof calendar->options))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}

size_t schakel_calendar_thanks_count(const schakel_calendar *calendar)
{
    return calendar == NULL ? 0 : calendar->thanks_count;
}

schakel_status schakel_calendar_get_thanks(const schakel_calendar *calendar, size_t index,
                                           schakel_calendar_thanks *out)
{
    if (index >= schakel_calendar_thanks_count(calendar) || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &calendar->thanks[index], sizeof *calendar->thanks) ? SCHAKEL_OK
                                                                                  : SCHAKEL_MISUSE;
}
