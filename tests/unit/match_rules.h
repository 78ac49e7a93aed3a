/*
 * The rules of schakel/match.h worked out once more, in the plainest way, for small random schools: who could be asked
 * for what, and what stops the others.
 */
#ifndef TESTS_UNIT_MATCH_RULES_H
#define TESTS_UNIT_MATCH_RULES_H

#include <stdio.h>

#include "unit/match_fit.h"
#include "unit/match_random.h"

enum { STEP = 30 };

/* What stops an offer, in the order of the header. */
typedef enum step {
    NO_CONCEPT,
    NO_LIMIT,
    NO_LANGUAGE,
    NO_CERTIFICATE,
    NO_TIME,
    NO_NOTICE,
    SAID_NO,
    OVER_CAP,
    TAKEN,
    ALONE,
    FITS
} step;

static const schakel_open_reason reason_of[] = {
    SCHAKEL_OPEN_NO_OFFER, SCHAKEL_OPEN_LIMIT,    SCHAKEL_OPEN_LANGUAGE, SCHAKEL_OPEN_CERTIFICATE,
    SCHAKEL_OPEN_TIME,     SCHAKEL_OPEN_NOTICE,   SCHAKEL_OPEN_DECLINED, SCHAKEL_OPEN_CAP,
    SCHAKEL_OPEN_BUSY,     SCHAKEL_OPEN_TOGETHER, SCHAKEL_OPEN_BUSY};

/* ------------------------------------------------------------------ the rules */

typedef struct seen_place {
    schakel_place record;
    size_t need;
} seen_place;

typedef struct view {
    const schakel_school *school;
    schakel_match_options options;
    schakel_school_info info;
    schakel_adult adults[MOST_ADULTS];
    schakel_offer offers[MOST_OFFERS];
    schakel_need needs[MOST_NEEDS];
    seen_place places[MOST_NEEDS * MOST_PLACES];
    schakel_ask asks[MOST_ASKS];
    size_t adult_count, offer_count, need_count, place_count, ask_count;
    int32_t asked[MOST_ADULTS], adult_room[MOST_ADULTS], offer_room[MOST_OFFERS];
    int32_t wanted[MOST_NEEDS * MOST_PLACES];
    int was_planned[MOST_ADULTS][MOST_NEEDS * MOST_PLACES];
    int has_plan;
    /* How far an offer gets for a place, and how it fits. */
    int filter[MOST_OFFERS][MOST_NEEDS * MOST_PLACES];
    int32_t fit[MOST_OFFERS][MOST_NEEDS * MOST_PLACES];
    int serves[MOST_OFFERS][MOST_NEEDS * MOST_PLACES];
    schakel_date date[MOST_OFFERS][MOST_NEEDS * MOST_PLACES];
} view;

static int same(const char *x, const char *y)
{
    return x != NULL && y != NULL && strcmp(x, y) == 0;
}

static schakel_date last_day(const schakel_need *need)
{
    return need->last_date == SCHAKEL_NO_DATE ? need->date : need->last_date;
}

static int keeps(schakel_ask_state state)
{
    return state != SCHAKEL_ASK_NO && state != SCHAKEL_ASK_NO_SHOW;
}

static int clash(const view *v, const schakel_need *x, const schakel_need *y)
{
    if (x->start == SCHAKEL_NO_TIME || y->start == SCHAKEL_NO_TIME || last_day(x) != x->date ||
        last_day(y) != y->date || x->date != y->date)
        return 0;
    /* Whoever comes first must have the travel time left before the other. */
    int32_t travel = v->options.travel_minutes;
    return !(x->end + travel <= y->start || y->end + travel <= x->start);
}

/* Minute by minute would do as well; all times here are multiples of STEP. */
static int is_free_at(const schakel_window *windows, size_t window_count, const schakel_exception *exceptions,
                      size_t exception_count, schakel_date date, schakel_time time)
{
    int weekday = (int)((date % 7 + 7 + 3) % 7), can = window_count == 0, cannot = 0;
    for (size_t i = 0; i < window_count; i++)
        can |= (windows[i].weekdays >> weekday & 1) && windows[i].start <= time && time < windows[i].end;
    for (size_t i = 0; i < exception_count; i++)
        if (exceptions[i].date == date && exceptions[i].start <= time && time < exceptions[i].end) {
            can |= exceptions[i].available;
            cannot |= !exceptions[i].available;
        }
    return can && !cannot;
}

static int can_come(const schakel_adult *adult, const schakel_offer *offer, const schakel_need *need,
                    schakel_date date)
{
    int any = 0, all = 1;
    schakel_time start = need->start == SCHAKEL_NO_TIME ? 0 : need->start;
    schakel_time end = need->start == SCHAKEL_NO_TIME ? 1440 : need->end;
    for (schakel_time time = start; time < end; time += STEP) {
        int is_free = is_free_at(adult->windows, adult->window_count, adult->exceptions,
                                 adult->exception_count, date, time) &&
                      is_free_at(offer->windows, offer->window_count, offer->exceptions,
                                 offer->exception_count, date, time);
        any |= is_free;
        all &= is_free;
    }
    return need->start == SCHAKEL_NO_TIME ? any : all;
}

static int has_child_in(const view *v, const schakel_adult *adult, const char *group_id)
{
    size_t index = schakel_school_find(v->school, SCHAKEL_KIND_ADULT, adult->id);
    for (size_t i = 0; i < schakel_school_adult_tie_count(v->school, index); i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_school_get_adult_tie(v->school, index, i, &tie);
        schakel_school_get_child(v->school, schakel_school_find(v->school, SCHAKEL_KIND_CHILD, tie.child_id),
                                 &child);
        if (same(child.group_id, group_id))
            return 1;
    }
    return 0;
}

/* Of the tags that are drawn, "ar" and "AR" are covered by each other, and "ar-SY" by both. */
static int understands(const char *wanted, const char *tag)
{
    if (strcmp(wanted, tag) == 0)
        return 1;
    return (strcmp(wanted, "ar") == 0 || strcmp(wanted, "AR") == 0) &&
           (strcmp(tag, "ar") == 0 || strcmp(tag, "AR") == 0 || strcmp(tag, "ar-SY") == 0);
}

static int speaks(const schakel_adult *adult, const schakel_offer *offer, const char *wanted)
{
    int does = wanted == NULL;
    for (size_t i = 0; i < offer->language_count && wanted != NULL; i++)
        does |= understands(wanted, offer->languages[i]);
    for (size_t i = 0; i < adult->language_count && wanted != NULL && offer->language_count == 0; i++)
        does |=
            adult->languages[i].speaking >= SCHAKEL_LEVEL_B1 && understands(wanted, adult->languages[i].tag);
    return does;
}

static size_t adult_of(const view *v, const char *id)
{
    size_t index = 0;
    while (index < v->adult_count && strcmp(v->adults[index].id, id) != 0)
        index++;
    return index;
}

static step filter_offer(view *v, size_t o, size_t p)
{
    const schakel_offer *offer = &v->offers[o];
    const schakel_place *place = &v->places[p].record;
    const schakel_need *need = &v->needs[v->places[p].need];
    size_t a = adult_of(v, offer->adult_id);
    const schakel_adult *adult = &v->adults[a];
    int has_certificate = 0, can = 0, in_time = 0, said_no = 0, is_taken = 0;
    v->fit[o][p] = fit_of(v->school, offer, place->concept_id, &v->serves[o][p]);
    if (v->fit[o][p] == 0)
        return NO_CONCEPT;
    if (offer->limit == SCHAKEL_LIMIT_NEVER ||
        (offer->limit == SCHAKEL_LIMIT_OWN_GROUP && !has_child_in(v, adult, need->group_id)))
        return NO_LIMIT;
    if (!speaks(adult, offer, place->language))
        return NO_LANGUAGE;
    for (schakel_date day = last_day(need); day >= need->date && day >= TODAY; day--) {
        if (place->certificate && adult->certificate_until < day)
            continue;
        has_certificate = 1;
        if (!can_come(adult, offer, need, day))
            continue;
        can = 1;
        if (TODAY + offer->notice <= day && TODAY + need->notice <= day) {
            in_time = 1;
            v->date[o][p] = day;
        }
    }
    if (!has_certificate && (place->certificate || last_day(need) >= TODAY))
        return NO_CERTIFICATE;
    if (!can || !in_time)
        return can ? NO_NOTICE : NO_TIME;
    for (size_t i = 0; i < v->ask_count; i++) {
        if (!same(v->asks[i].adult_id, adult->id) || v->asks[i].need_id == NULL)
            continue;
        size_t index = schakel_school_find(v->school, SCHAKEL_KIND_NEED, v->asks[i].need_id);
        int is_this = index == v->places[p].need;
        said_no |= is_this && !keeps(v->asks[i].state);
        is_taken |= keeps(v->asks[i].state) && (is_this || clash(v, &v->needs[index], need));
    }
    if (said_no)
        return SAID_NO;
    if (v->adult_room[a] <= 0 || v->offer_room[o] <= 0)
        return OVER_CAP;
    return is_taken ? TAKEN : FITS;
}

static int is_in_place(const view *v, size_t a, size_t p)
{
    for (size_t i = 0; i < v->ask_count; i++)
        if (same(v->asks[i].adult_id, v->adults[a].id) &&
            same(v->asks[i].need_id, v->needs[v->places[p].need].id) &&
            same(v->asks[i].place_id, v->places[p].record.id) && keeps(v->asks[i].state))
            return 1;
    return 0;
}

static int is_in_need(const view *v, size_t a, size_t need)
{
    for (size_t p = 0; p < v->place_count; p++)
        if (v->places[p].need == need && is_in_place(v, a, p))
            return 1;
    return 0;
}

/* Who would come alone cannot come, and so may leave another alone. */
static void leave_out_lonely(view *v)
{
    for (int changed = 1; changed;) {
        changed = 0;
        for (size_t o = 0; o < v->offer_count; o++)
            for (size_t p = 0; p < v->place_count; p++) {
                size_t need = v->places[p].need;
                if (v->filter[o][p] != FITS || v->offers[o].together_id == NULL)
                    continue;
                size_t other = adult_of(v, v->offers[o].together_id);
                int has = is_in_need(v, other, need);
                for (size_t x = 0; x < v->offer_count; x++)
                    for (size_t y = 0; y < v->place_count; y++)
                        has |= v->places[y].need == need && v->wanted[y] > 0 && v->filter[x][y] == FITS &&
                               adult_of(v, v->offers[x].adult_id) == other;
                if (has)
                    continue;
                v->filter[o][p] = ALONE;
                changed = 1;
            }
    }
}

static void count_past(view *v)
{
    for (size_t a = 0; a < v->adult_count; a++)
        v->adult_room[a] = v->adults[a].cap == 0 ? 1000 : v->adults[a].cap;
    for (size_t o = 0; o < v->offer_count; o++)
        v->offer_room[o] = v->offers[o].cap == 0 ? 1000 : v->offers[o].cap;
    for (size_t i = 0; i < v->ask_count; i++) {
        size_t a = adult_of(v, v->asks[i].adult_id);
        if (v->asks[i].date < v->info.year_start || v->asks[i].date > v->info.year_end)
            continue;
        v->asked[a]++;
        v->adult_room[a] -= v->asks[i].state != SCHAKEL_ASK_NO;
        for (size_t o = 0; o < v->offer_count; o++)
            v->offer_room[o] -=
                same(v->asks[i].offer_id, v->offers[o].id) && v->asks[i].state != SCHAKEL_ASK_NO;
    }
    for (size_t p = 0; p < v->place_count; p++) {
        v->wanted[p] = v->places[p].record.count;
        for (size_t a = 0; a < v->adult_count; a++)
            v->wanted[p] -= is_in_place(v, a, p);
        if (v->wanted[p] < 0 || last_day(&v->needs[v->places[p].need]) < TODAY)
            v->wanted[p] = 0;
    }
}

#define READ_ALL(KIND, INIT, get, records, count)                                                            \
    for (count = 0; count < schakel_school_count(v->school, KIND); count++) {                                \
        records[count] = INIT;                                                                               \
        get(v->school, count, &records[count]);                                                              \
    }

static void look_at_plan(view *v)
{
    v->has_plan = v->options.planned_count > 0;
    for (size_t i = 0; i < v->options.planned_count; i++)
        for (size_t a = 0; a < v->adult_count; a++)
            for (size_t p = 0; p < v->place_count; p++)
                v->was_planned[a][p] |= same(v->options.planned[i].adult_id, v->adults[a].id) &&
                                        same(v->options.planned[i].need_id, v->needs[v->places[p].need].id) &&
                                        same(v->options.planned[i].place_id, v->places[p].record.id);
}

static void look(view *v, const schakel_school *school, const schakel_match_options *options)
{
    memset(v, 0, sizeof *v);
    v->school = school;
    v->options = *options;
    v->info = (schakel_school_info)SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &v->info);
    READ_ALL(SCHAKEL_KIND_ADULT, (schakel_adult)SCHAKEL_ADULT_INIT, schakel_school_get_adult, v->adults,
             v->adult_count)
    READ_ALL(SCHAKEL_KIND_OFFER, (schakel_offer)SCHAKEL_OFFER_INIT, schakel_school_get_offer, v->offers,
             v->offer_count)
    READ_ALL(SCHAKEL_KIND_NEED, (schakel_need)SCHAKEL_NEED_INIT, schakel_school_get_need, v->needs,
             v->need_count)
    READ_ALL(SCHAKEL_KIND_ASK, (schakel_ask)SCHAKEL_ASK_INIT, schakel_school_get_ask, v->asks, v->ask_count)
    for (size_t n = 0; n < v->need_count; n++)
        for (size_t i = 0; i < schakel_school_place_count(school, n); i++) {
            seen_place *place = &v->places[v->place_count++];
            *place = (seen_place){SCHAKEL_PLACE_INIT, n};
            schakel_school_get_place(school, n, i, &place->record);
        }
    count_past(v);
    look_at_plan(v);
    for (size_t o = 0; o < v->offer_count; o++)
        for (size_t p = 0; p < v->place_count; p++)
            v->filter[o][p] = filter_offer(v, o, p);
    leave_out_lonely(v);
}

#endif
