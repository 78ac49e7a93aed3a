/*
 * Matchings of random small schools against every way to ask people, with the rules of the
 * header worked out here once more, in the plainest way.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/match_fit.h"
#include "unit/match_random.h"

enum { STEP = 30, ROUNDS = 20000, MOST_WAYS = 200000, FITS = SCHAKEL_OPEN_BUSY + 1 };

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

static int filter_offer(view *v, size_t o, size_t p)
{
    const schakel_offer *offer = &v->offers[o];
    const schakel_place *place = &v->places[p].record;
    const schakel_need *need = &v->needs[v->places[p].need];
    size_t a = adult_of(v, offer->adult_id);
    const schakel_adult *adult = &v->adults[a];
    int can = 0, in_time = 0, said_no = 0, is_taken = 0;
    v->fit[o][p] = fit_of(v->school, offer, place->concept_id, &v->serves[o][p]);
    if (v->fit[o][p] == 0)
        return SCHAKEL_OPEN_NO_OFFER;
    if (offer->limit == SCHAKEL_LIMIT_NEVER ||
        (offer->limit == SCHAKEL_LIMIT_OWN_GROUP && !has_child_in(v, adult, need->group_id)))
        return SCHAKEL_OPEN_LIMIT;
    if (!speaks(adult, offer, place->language))
        return SCHAKEL_OPEN_LANGUAGE;
    for (schakel_date day = last_day(need); day >= need->date && day >= TODAY; day--) {
        if (!can_come(adult, offer, need, day))
            continue;
        can = 1;
        if (TODAY + offer->notice <= day && TODAY + need->notice <= day) {
            in_time = 1;
            v->date[o][p] = day;
        }
    }
    if (!can || !in_time)
        return can ? SCHAKEL_OPEN_NOTICE : SCHAKEL_OPEN_TIME;
    for (size_t i = 0; i < v->ask_count; i++) {
        if (!same(v->asks[i].adult_id, adult->id) || v->asks[i].need_id == NULL)
            continue;
        size_t index = schakel_school_find(v->school, SCHAKEL_KIND_NEED, v->asks[i].need_id);
        int is_this = index == v->places[p].need;
        said_no |= is_this && !keeps(v->asks[i].state);
        is_taken |= keeps(v->asks[i].state) && (is_this || clash(v, &v->needs[index], need));
    }
    if (said_no)
        return SCHAKEL_OPEN_DECLINED;
    if (v->adult_room[a] <= 0 || v->offer_room[o] <= 0)
        return SCHAKEL_OPEN_CAP;
    return is_taken ? SCHAKEL_OPEN_BUSY : FITS;
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
    for (size_t o = 0; o < v->offer_count; o++)
        for (size_t p = 0; p < v->place_count; p++)
            v->filter[o][p] = filter_offer(v, o, p);
}

/* ------------------------------------------------------------------ every way */

/* Who is asked: for an adult and a need, the place and offer; -1 for not asked. */
typedef struct way {
    int place[MOST_ADULTS][MOST_NEEDS];
    int offer[MOST_ADULTS][MOST_NEEDS];
} way;

/* What counts, in order: open places of high, normal and low priority, then the objective. */
typedef struct worth {
    int64_t part[5];
} worth;

static worth worth_of(const view *v, const way *w)
{
    worth total = {{0}};
    int64_t misfit = 0, squares = 0;
    for (size_t p = 0; p < v->place_count; p++)
        total.part[SCHAKEL_PRIORITY_HIGH - v->needs[v->places[p].need].priority] += v->wanted[p];
    for (size_t a = 0; a < v->adult_count; a++) {
        int64_t load = v->asked[a];
        for (size_t n = 0; n < v->need_count; n++) {
            if (w->place[a][n] < 0)
                continue;
            load++;
            total.part[SCHAKEL_PRIORITY_HIGH - v->needs[n].priority]--;
            misfit += 1000 - v->fit[w->offer[a][n]][w->place[a][n]];
        }
        squares += load * load;
    }
    if (v->options.objective == SCHAKEL_OBJECTIVE_FAIREST) {
        total.part[3] = squares;
        total.part[4] = misfit;
    } else {
        total.part[3] = v->options.fit_weight * misfit + v->options.spread_weight * squares;
    }
    return total;
}

static int is_better(const worth *x, const worth *y)
{
    for (int i = 0; i < 5; i++)
        if (x->part[i] != y->part[i])
            return x->part[i] < y->part[i];
    return 0;
}

/* Can an adult be asked for a place by an offer beside what the way holds already? */
static int may_add(const view *v, const way *w, size_t a, size_t p, size_t o)
{
    size_t need = v->places[p].need;
    int32_t asks = 0, of_offer = 0, in_place = 0;
    for (size_t n = 0; n < v->need_count; n++) {
        for (size_t other = 0; other < v->adult_count; other++)
            in_place += w->place[other][n] == (int)p;
        if (w->place[a][n] < 0)
            continue;
        asks++;
        of_offer += w->offer[a][n] == (int)o;
        if (n == need || clash(v, &v->needs[n], &v->needs[need]))
            return 0;
    }
    return asks < v->adult_room[a] && of_offer < v->offer_room[o] && in_place < v->wanted[p];
}

static void try_all(const view *v, way *w, size_t slot, worth *best)
{
    if (slot == v->adult_count * v->need_count) {
        worth found = worth_of(v, w);
        if (is_better(&found, best))
            *best = found;
        return;
    }
    size_t a = slot % v->adult_count, n = slot / v->adult_count;
    try_all(v, w, slot + 1, best);
    for (size_t p = 0; p < v->place_count; p++) {
        for (size_t o = 0; v->places[p].need == n && o < v->offer_count; o++) {
            if (adult_of(v, v->offers[o].adult_id) != a || v->filter[o][p] != FITS || !may_add(v, w, a, p, o))
                continue;
            w->place[a][n] = (int)p;
            w->offer[a][n] = (int)o;
            try_all(v, w, slot + 1, best);
            w->place[a][n] = -1;
        }
    }
}

/* How many ways there are when caps and clashes are forgotten. */
static double count_ways(const view *v)
{
    double ways = 1;
    for (size_t n = 0; n < v->need_count; n++)
        for (size_t a = 0; a < v->adult_count; a++) {
            double options = 1;
            for (size_t o = 0; o < v->offer_count; o++)
                for (size_t p = 0; p < v->place_count; p++)
                    options += v->places[p].need == n && v->filter[o][p] == FITS && v->wanted[p] > 0 &&
                               adult_of(v, v->offers[o].adult_id) == a;
            ways *= options;
        }
    return ways;
}

/* -------------------------------------------------------------------- checks */

static size_t place_of(const view *v, const char *need_id, const char *place_id)
{
    for (size_t p = 0; p < v->place_count; p++)
        if (same(v->needs[v->places[p].need].id, need_id) && same(v->places[p].record.id, place_id))
            return p;
    return SCHAKEL_NONE;
}

static size_t offer_of(const view *v, const char *id)
{
    for (size_t o = 0; o < v->offer_count; o++)
        if (same(v->offers[o].id, id))
            return o;
    return SCHAKEL_NONE;
}

/* Read the matching's asks; each must be allowed beside those before it. */
static void check_asks(const view *v, const schakel_matching *matching, way *w)
{
    memset(w, 0xFF, sizeof *w);
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        assert_int_equal(schakel_matching_get(matching, i, &ask), SCHAKEL_OK);
        size_t p = place_of(v, ask.need_id, ask.place_id), o = offer_of(v, ask.offer_id);
        assert_true(p != SCHAKEL_NONE && o != SCHAKEL_NONE);
        size_t a = adult_of(v, ask.adult_id), n = v->places[p].need;
        assert_string_equal(v->offers[o].adult_id, ask.adult_id);
        assert_int_equal(v->filter[o][p], FITS);
        assert_true(may_add(v, w, a, p, o));
        w->place[a][n] = (int)p;
        w->offer[a][n] = (int)o;
        int32_t notice = v->offers[o].notice > v->needs[n].notice ? v->offers[o].notice : v->needs[n].notice;
        assert_int_equal(ask.fit, v->fit[o][p]);
        assert_int_equal(ask.date, v->date[o][p]);
        assert_int_equal(ask.ask_by, ask.date - notice);
        assert_true(ask.ask_by >= TODAY);
        assert_int_equal(ask.asked_before, v->asked[a]);
        uint32_t how = v->serves[o][p]        ? SCHAKEL_REASON_SERVES_THEME
                       : v->fit[o][p] == 1000 ? SCHAKEL_REASON_SAME_CONCEPT
                                              : SCHAKEL_REASON_NARROWER_CONCEPT;
        assert_int_equal(ask.reasons & (SCHAKEL_REASON_SERVES_THEME | SCHAKEL_REASON_SAME_CONCEPT |
                                        SCHAKEL_REASON_NARROWER_CONCEPT),
                         how);
        assert_int_equal((ask.reasons & SCHAKEL_REASON_NEVER_ASKED) != 0, v->asked[a] == 0);
        assert_int_equal((ask.reasons & SCHAKEL_REASON_OWN_GROUP) != 0,
                         has_child_in(v, &v->adults[a], v->needs[n].group_id));
    }
}

static size_t count_serving(const schakel_matching *matching)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        count += (ask.reasons & SCHAKEL_REASON_SERVES_THEME) != 0;
    }
    return count;
}

/* Who is next: what one more ask costs, by cost and then by id. */
static void check_next(const view *v, const schakel_matching *matching, const way *w)
{
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        size_t p = place_of(v, ask.need_id, ask.place_id);
        const char *next = NULL;
        worth least = {{0}};
        for (size_t o = 0; o < v->offer_count; o++) {
            way without = *w, with;
            size_t a = adult_of(v, v->offers[o].adult_id), n = v->places[p].need;
            if (v->filter[o][p] != FITS || w->place[a][n] >= 0)
                continue;
            /* The one who said no makes room in the place; loads stay as planned. */
            without.place[adult_of(v, ask.adult_id)][n] = -1;
            if (!may_add(v, &without, a, p, o))
                continue;
            with = *w;
            with.place[a][n] = (int)p;
            with.offer[a][n] = (int)o;
            worth found = worth_of(v, &with);
            if (next == NULL || is_better(&found, &least) ||
                (!is_better(&least, &found) && strcmp(v->adults[a].id, next) < 0)) {
                next = v->adults[a].id;
                least = found;
            }
        }
        assert_int_equal(next == NULL, ask.next_adult_id == NULL);
        if (next != NULL)
            assert_string_equal(next, ask.next_adult_id);
    }
}

static void check_opens(const view *v, const schakel_matching *matching, const way *w)
{
    int32_t missing[MOST_NEEDS * MOST_PLACES];
    memcpy(missing, v->wanted, sizeof missing);
    for (size_t a = 0; a < v->adult_count; a++)
        for (size_t n = 0; n < v->need_count; n++)
            if (w->place[a][n] >= 0)
                missing[w->place[a][n]]--;
    for (size_t i = 0; i < schakel_matching_open_count(matching); i++) {
        schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
        assert_int_equal(schakel_matching_get_open(matching, i, &open), SCHAKEL_OK);
        size_t p = place_of(v, open.need_id, open.place_id);
        assert_true(open.missing > 0);
        assert_int_equal(open.missing, missing[p]);
        missing[p] = 0;
        int furthest = SCHAKEL_OPEN_NO_OFFER;
        for (size_t o = 0; o < v->offer_count; o++) {
            size_t a = adult_of(v, v->offers[o].adult_id);
            if (w->place[a][v->places[p].need] != (int)p && !is_in_place(v, a, p) &&
                v->filter[o][p] > furthest)
                furthest = v->filter[o][p];
        }
        assert_int_equal(open.reason, furthest == FITS ? SCHAKEL_OPEN_BUSY : furthest);
    }
    for (size_t p = 0; p < v->place_count; p++)
        assert_int_equal(missing[p], 0);
}

/* The cost as the header describes it. */
static void check_proof(const view *v, const schakel_match_proof *proof, const worth *best)
{
    int64_t count[3] = {0}, total = 0;
    for (size_t p = 0; p < v->place_count; p++) {
        count[v->needs[v->places[p].need].priority] += v->wanted[p];
        total += v->wanted[p];
    }
    int64_t normal = 1 + count[SCHAKEL_PRIORITY_LOW], high = normal * (1 + count[SCHAKEL_PRIORITY_NORMAL]);
    assert_int_equal(proof->value_high, best->part[0] * high + best->part[1] * normal + best->part[2]);
    if (v->options.objective == SCHAKEL_OBJECTIVE_FAIREST)
        assert_int_equal(proof->value_low, best->part[3] * (1 + 500 * total) + best->part[4]);
    else
        assert_int_equal(proof->value_low, best->part[3]);
}

static void draw_options(schakel_match_options *options, uint64_t *seed)
{
    *options = (schakel_match_options)SCHAKEL_MATCH_OPTIONS_INIT;
    options->today = TODAY;
    options->objective = (schakel_objective)(draw(seed, 3) == 0);
    if (draw(seed, 2) == 0) {
        options->fit_weight = (int32_t)draw(seed, 4);
        options->spread_weight = (int32_t)draw(seed, 400);
    }
    options->travel_minutes = draw(seed, 3) == 0 ? 30 * (int32_t)draw(seed, 4) : 0;
}

static void a_matching_is_as_good_as_the_best_of_all_ways(void **state)
{
    uint64_t seed = 5;
    size_t with_asks = 0, branched = 0, with_two = 0, serving = 0;
    (void)state;
    for (int round = 0; round < ROUNDS;) {
        drawn_school drawn;
        view v;
        schakel_match_options options;
        draw_school(&drawn, &seed);
        draw_options(&options, &seed);
        schakel_school *school = build_school(&drawn, 0);
        assert_non_null(school);
        look(&v, school, &options);
        if (count_ways(&v) <= MOST_WAYS) {
            schakel_matching *matching = NULL;
            schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
            way all, found;
            worth best = {{INT64_MAX, 0, 0, 0, 0}};
            memset(&all, 0xFF, sizeof all);
            assert_int_equal(schakel_match(school, &options, &matching, NULL), SCHAKEL_OK);
            assert_int_equal(schakel_matching_get_proof(matching, &proof), SCHAKEL_OK);
            try_all(&v, &all, 0, &best);
            check_asks(&v, matching, &found);
            worth value = worth_of(&v, &found);
            assert_false(is_better(&best, &value) || is_better(&value, &best));
            assert_int_equal(proof.optimal, 1);
            assert_int_equal(proof.value_high, proof.bound_high);
            assert_int_equal(proof.value_low, proof.bound_low);
            check_proof(&v, &proof, &best);
            check_next(&v, matching, &found);
            check_opens(&v, matching, &found);
            with_asks += schakel_matching_count(matching) > 0;
            with_two += schakel_matching_count(matching) > 2;
            serving += count_serving(matching);
            branched += proof.nodes > 1;
            schakel_matching_destroy(matching);
            round++;
        }
        schakel_school_destroy(school);
    }
    print_message("%zu with asks, %zu with more than two, %zu branched, %zu asked for what they serve\n",
                  with_asks, with_two, branched, serving);
    assert_true(with_asks > ROUNDS / 4 && with_two > ROUNDS / 20 && branched > 30);
    assert_true(serving > ROUNDS / 20 || schakel_builtin_concept_count() == 0);
}

static int same_asks(const schakel_matching *x, const schakel_matching *y)
{
    if (schakel_matching_count(x) != schakel_matching_count(y) ||
        schakel_matching_open_count(x) != schakel_matching_open_count(y))
        return 0;
    for (size_t i = 0; i < schakel_matching_count(x); i++) {
        schakel_match_ask one = SCHAKEL_MATCH_ASK_INIT, other = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(x, i, &one);
        schakel_matching_get(y, i, &other);
        if (!same(one.need_id, other.need_id) || !same(one.place_id, other.place_id) ||
            !same(one.adult_id, other.adult_id) || !same(one.offer_id, other.offer_id) ||
            !same(one.reason_nl, other.reason_nl) || one.date != other.date ||
            (one.next_adult_id != other.next_adult_id && !same(one.next_adult_id, other.next_adult_id)))
            return 0;
    }
    for (size_t i = 0; i < schakel_matching_open_count(x); i++) {
        schakel_match_open one = SCHAKEL_MATCH_OPEN_INIT, other = SCHAKEL_MATCH_OPEN_INIT;
        schakel_matching_get_open(x, i, &one);
        schakel_matching_get_open(y, i, &other);
        if (!same(one.need_id, other.need_id) || !same(one.place_id, other.place_id) ||
            one.missing != other.missing || one.reason != other.reason || !same(one.why_nl, other.why_nl))
            return 0;
    }
    return 1;
}

static void the_order_of_the_records_makes_no_difference(void **state)
{
    uint64_t seed = 6;
    (void)state;
    for (int round = 0; round < 10000; round++) {
        drawn_school drawn;
        schakel_match_options options;
        schakel_matching *one = NULL, *other = NULL;
        draw_school(&drawn, &seed);
        draw_options(&options, &seed);
        schakel_school *school = build_school(&drawn, 0), *shuffled = build_school(&drawn, seed | 1);
        assert_int_equal(schakel_match(school, &options, &one, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_match(shuffled, &options, &other, NULL), SCHAKEL_OK);
        assert_true(same_asks(one, other));
        schakel_matching_destroy(one);
        schakel_matching_destroy(other);
        schakel_school_destroy(school);
        schakel_school_destroy(shuffled);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_matching_is_as_good_as_the_best_of_all_ways),
        cmocka_unit_test(the_order_of_the_records_makes_no_difference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
