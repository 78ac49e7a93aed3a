/* Who could be asked for what. */
#include "match/roster.h"

#include "base/unicode.h"

enum { DAY_END = 1440 };

/* ---------------------------------------------------------------- language */

/* Basic filtering (RFC 4647, 3.3.1): "ar" covers "ar" and "ar-SY", but not the other way round. */
static int covers(const char *range, const char *tag)
{
    while (*range != '\0' && sk_ascii_lower(*range) == sk_ascii_lower(*tag)) {
        range++;
        tag++;
    }
    return *range == '\0' && (*tag == '\0' || *tag == '-');
}

static int speaks(const schakel_adult *adult, const schakel_offer *offer, const char *language)
{
    if (language == NULL)
        return 1;
    for (size_t i = 0; i < offer->language_count; i++)
        if (covers(language, offer->languages[i]))
            return 1;
    if (offer->language_count > 0)
        return 0;
    for (size_t i = 0; i < adult->language_count; i++)
        if (adult->languages[i].speaking >= SCHAKEL_LEVEL_B1 && covers(language, adult->languages[i].tag))
            return 1;
    return 0;
}

/* -------------------------------------------------------------------- time */

static int both_available(const schakel_adult *adult, const schakel_offer *offer, schakel_date date,
                          schakel_time start, schakel_time end)
{
    return schakel_available(adult->windows, adult->window_count, adult->exceptions, adult->exception_count,
                             date, start, end) &&
           schakel_available(offer->windows, offer->window_count, offer->exceptions, offer->exception_count,
                             date, start, end);
}

static int minute_available(const schakel_adult *adult, const schakel_offer *offer, schakel_date date,
                            schakel_time minute)
{
    return minute < DAY_END && both_available(adult, offer, date, minute, minute + 1);
}

/* The first free minute of a day comes where a window or "can come" begins or "cannot come" ends. */
static int some_start_available(const schakel_adult *adult, const schakel_offer *offer, schakel_date date,
                                const schakel_window *windows, size_t window_count,
                                const schakel_exception *exceptions, size_t exception_count)
{
    for (size_t i = 0; i < window_count; i++)
        if (minute_available(adult, offer, date, windows[i].start))
            return 1;
    for (size_t i = 0; i < exception_count; i++) {
        const schakel_exception *exception = &exceptions[i];
        if (exception->date == date &&
            minute_available(adult, offer, date, exception->available ? exception->start : exception->end))
            return 1;
    }
    return 0;
}

static int can_come(const schakel_adult *adult, const schakel_offer *offer, const schakel_need *need,
                    schakel_date date)
{
    if (need->start != SCHAKEL_NO_TIME)
        return both_available(adult, offer, date, need->start, need->end);
    return minute_available(adult, offer, date, 0) ||
           some_start_available(adult, offer, date, adult->windows, adult->window_count, adult->exceptions,
                                adult->exception_count) ||
           some_start_available(adult, offer, date, offer->windows, offer->window_count, offer->exceptions,
                                offer->exception_count);
}

int32_t sk_notice(const schakel_offer *offer, const schakel_need *need)
{
    return offer->notice > need->notice ? offer->notice : need->notice;
}

/* The first day that fits. Returns the filter that stops it, or SK_FITS. */
static int find_date(const roster *r, const schakel_adult *adult, const schakel_offer *offer,
                     const roster_need *need, schakel_date *date)
{
    int32_t notice = sk_notice(offer, &need->record);
    schakel_date today = r->options.today;
    int reason = SCHAKEL_OPEN_TIME;
    for (*date = need->record.date > today ? need->record.date : today; *date <= need->last_date; ++*date) {
        if (!can_come(adult, offer, &need->record, *date))
            continue;
        if (*date - today >= notice)
            return SK_FITS;
        reason = SCHAKEL_OPEN_NOTICE;
    }
    return reason;
}

int sk_needs_clash(const roster *r, uint32_t one, uint32_t other)
{
    const roster_need *x = &r->needs[one], *y = &r->needs[other];
    int32_t travel = r->options.travel_minutes;
    return one != other && x->is_timed && y->is_timed && x->record.date == y->record.date &&
           x->record.start < y->record.end + travel && y->record.start < x->record.end + travel;
}

/* -------------------------------------------------------------------- past */

int sk_keeps_place(schakel_ask_state state)
{
    return state == SCHAKEL_ASK_OPEN || state == SCHAKEL_ASK_YES || state == SCHAKEL_ASK_DONE;
}

int sk_is_in_place(const roster *r, uint32_t adult, uint32_t place)
{
    const roster_past *past = r->past + r->adults[adult].first_past;
    for (size_t i = 0; i < r->adults[adult].past_count; i++)
        if (past[i].place == place && sk_keeps_place(past[i].state))
            return 1;
    return 0;
}

static int said_no(const roster *r, const roster_adult *adult, uint32_t need)
{
    const roster_past *past = r->past + adult->first_past;
    for (size_t i = 0; i < adult->past_count; i++)
        if (past[i].need == need && !sk_keeps_place(past[i].state))
            return 1;
    return 0;
}

static int is_taken(const roster *r, const roster_adult *adult, uint32_t need)
{
    const roster_past *past = r->past + adult->first_past;
    for (size_t i = 0; i < adult->past_count; i++)
        if (sk_keeps_place(past[i].state) && (past[i].need == need || sk_needs_clash(r, past[i].need, need)))
            return 1;
    return 0;
}

/* ------------------------------------------------------------------ filters */

int sk_has_child_in(const roster *r, const roster_adult *adult, const roster_need *need)
{
    for (size_t i = 0; i < adult->group_count; i++)
        if (need->group != SCHAKEL_NONE && r->groups[adult->first_group + i] == need->group)
            return 1;
    return 0;
}

static int is_within_limit(const roster *r, const roster_offer *offer, const roster_need *need)
{
    return offer->record.limit == SCHAKEL_LIMIT_NONE || (offer->record.limit == SCHAKEL_LIMIT_OWN_GROUP &&
                                                         sk_has_child_in(r, &r->adults[offer->adult], need));
}

int sk_filter_offer(const roster *r, uint32_t offer_index, uint32_t place_index, schakel_date *date)
{
    const roster_offer *offer = &r->offers[offer_index];
    const roster_place *place = &r->places[place_index];
    const roster_need *need = &r->needs[place->need];
    const roster_adult *adult = &r->adults[offer->adult];
    if (!is_within_limit(r, offer, need))
        return SCHAKEL_OPEN_LIMIT;
    if (!speaks(&adult->record, &offer->record, place->record.language))
        return SCHAKEL_OPEN_LANGUAGE;
    int reason = find_date(r, &adult->record, &offer->record, need, date);
    if (reason != SK_FITS)
        return reason;
    if (said_no(r, adult, place->need))
        return SCHAKEL_OPEN_DECLINED;
    if (adult->room <= 0 || offer->room <= 0)
        return SCHAKEL_OPEN_CAP;
    return is_taken(r, adult, place->need) ? SCHAKEL_OPEN_BUSY : SK_FITS;
}

int sk_roster_find_pairs(roster *r)
{
    for (uint32_t i = 0; i < r->place_count; i++) {
        roster_place *place = &r->places[i];
        place->first_pair = r->pair_count;
        if (place->wanted <= 0)
            continue;
        sk_walk_offers(r, place);
        for (size_t j = 0; j < r->walk_offer_count; j++) {
            uint32_t offer = r->walk_offers[j];
            schakel_date date;
            if (sk_filter_offer(r, offer, i, &date) != SK_FITS)
                continue;
            if (!sk_grow(r->arena.allocator, &r->pairs, &r->pair_capacity, r->pair_count + 1,
                         sizeof *r->pairs))
                return 0;
            r->pairs[r->pair_count++] = (roster_pair){r->offers[offer].adult, offer, r->offer_fit[offer],
                                                      date, r->offer_serves[offer]};
        }
        place->pair_count = r->pair_count - place->first_pair;
    }
    return 1;
}
