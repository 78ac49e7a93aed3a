/*
 * What the matching gains over first come, first served: a list on which offers stand in the order
 * in which they came in, and each place, in the order of the needs' dates, goes to the first on it
 * who may be asked. Who may be asked is put to schakel_match() itself: a school with one adult, one
 * offer and one place left has an ask exactly when that adult may be asked. In the end asks are taken out that come
 * to nothing: those of a need without enough people, and of somebody who would come alone and does not want to.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/schakel.h"

enum { MOST_ASKED = 2000, PRIORITIES = 3 };

/* Asks that a way of asking makes. */
typedef struct planned {
    size_t adults[MOST_ASKED], offers[MOST_ASKED], needs[MOST_ASKED], places[MOST_ASKED];
    size_t count;
} planned;

/* What came of it. Places by priority, the highest first. */
typedef struct outcome {
    size_t filled[PRIORITIES], most_asked, never_asked, offerers, asks;
    double gini;
} outcome;

static void must(schakel_status status)
{
    assert_int_equal(status, SCHAKEL_OK);
}

/* -------------------------------------------------------------- a school cut down */

static void copy_concepts(const schakel_school *from, schakel_school *to)
{
    size_t count = schakel_school_count(from, SCHAKEL_KIND_CONCEPT);
    /* A concept waits for its broader one. */
    while (schakel_school_count(to, SCHAKEL_KIND_CONCEPT) < count)
        for (size_t i = 0; i < count; i++) {
            schakel_concept record = SCHAKEL_CONCEPT_INIT;
            schakel_school_get_concept(from, i, &record);
            if (schakel_school_find(to, SCHAKEL_KIND_CONCEPT, record.id) == SCHAKEL_NONE &&
                (record.broader_id == NULL ||
                 schakel_school_find(to, SCHAKEL_KIND_CONCEPT, record.broader_id) != SCHAKEL_NONE))
                must(schakel_school_add_concept(to, &record, NULL));
        }
}

static void copy_adult(const schakel_school *from, schakel_school *to, size_t index)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(from, index, &adult);
    must(schakel_school_add_adult(to, &adult, NULL));
    for (size_t i = 0; i < schakel_school_adult_tie_count(from, index); i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_group group = SCHAKEL_GROUP_INIT;
        schakel_school_get_adult_tie(from, index, i, &tie);
        schakel_school_get_child(from, schakel_school_find(from, SCHAKEL_KIND_CHILD, tie.child_id), &child);
        group.id = child.group_id;
        if (group.id != NULL && schakel_school_find(to, SCHAKEL_KIND_GROUP, group.id) == SCHAKEL_NONE)
            must(schakel_school_add_group(to, &group, NULL));
        must(schakel_school_add_child(to, &child, NULL));
        must(schakel_school_add_tie(to, &tie, NULL));
    }
}

/* A need with one place, unless it is there. */
static void copy_need(const schakel_school *from, schakel_school *to, size_t index, size_t place_index)
{
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    schakel_group group = SCHAKEL_GROUP_INIT;
    schakel_school_get_need(from, index, &need);
    schakel_school_get_place(from, index, place_index, &place);
    need.activity_id = need.team_id = NULL;
    group.id = need.group_id;
    if (group.id != NULL && schakel_school_find(to, SCHAKEL_KIND_GROUP, group.id) == SCHAKEL_NONE)
        must(schakel_school_add_group(to, &group, NULL));
    if (schakel_school_find(to, SCHAKEL_KIND_NEED, need.id) == SCHAKEL_NONE)
        must(schakel_school_add_need(to, &need, NULL));
    place.count = 1;
    place.minimum = 0; /* whether there are enough people shows when everybody was asked */
    schakel_status status = schakel_school_add_place(to, &place, NULL);
    assert_true(status == SCHAKEL_OK || status == SCHAKEL_DUPLICATE);
}

static size_t place_of(const schakel_school *school, size_t need, const char *id)
{
    for (size_t i = 0;; i++) {
        schakel_place place = SCHAKEL_PLACE_INIT;
        must(schakel_school_get_place(school, need, i, &place));
        if (strcmp(place.id, id) == 0)
            return i;
    }
}

/* An ask as it is on record, with its need when that can matter. */
static void copy_ask(const schakel_school *from, schakel_school *to, const schakel_ask *recorded,
                     const char *offer_id)
{
    schakel_ask ask = *recorded;
    if (ask.offer_id != NULL && strcmp(ask.offer_id, offer_id) != 0)
        ask.offer_id = NULL;
    if (ask.need_id != NULL) {
        size_t need = schakel_school_find(from, SCHAKEL_KIND_NEED, ask.need_id);
        int gone = ask.state == SCHAKEL_ASK_NO || ask.state == SCHAKEL_ASK_NO_SHOW;
        /* A place that was refused would be open here; it matters only where the need is there already. */
        if (gone && schakel_school_find(to, SCHAKEL_KIND_NEED, ask.need_id) == SCHAKEL_NONE)
            ask.need_id = ask.place_id = NULL;
        else
            copy_need(from, to, need, place_of(from, need, ask.place_id));
    }
    must(schakel_school_add_ask(to, &ask, NULL));
}

static const char *id_of_adult(const schakel_school *school, size_t index)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(school, index, &adult);
    return adult.id;
}

static const char *id_of_need(const schakel_school *school, size_t index)
{
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_school_get_need(school, index, &need);
    return need.id;
}

static void add_planned(const schakel_school *from, schakel_school *to, const planned *plan, size_t adult,
                        const char *offer_id, schakel_date today)
{
    for (size_t i = 0; i < plan->count; i++) {
        char id[40];
        schakel_ask ask = SCHAKEL_ASK_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_place place = SCHAKEL_PLACE_INIT;
        if (plan->adults[i] != adult)
            continue;
        snprintf(id, sizeof id, "planned ask %zu", i);
        schakel_school_get_offer(from, plan->offers[i], &offer);
        schakel_school_get_place(from, plan->needs[i], plan->places[i], &place);
        ask.id = id;
        ask.adult_id = id_of_adult(from, adult);
        ask.need_id = id_of_need(from, plan->needs[i]);
        ask.place_id = place.id;
        ask.offer_id = offer.id;
        ask.date = today;
        copy_ask(from, to, &ask, offer_id);
    }
}

/* Would this offer's adult be asked for this place, with nothing else to fill? */
static int may_ask(const schakel_school *school, const planned *plan, size_t offer_index, size_t need,
                   size_t place, schakel_date today)
{
    schakel_school *cut = NULL;
    schakel_matching *matching = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_school_get_offer(school, offer_index, &offer);
    offer.team_id = offer.together_id = NULL;
    size_t adult = schakel_school_find(school, SCHAKEL_KIND_ADULT, offer.adult_id);
    must(schakel_school_create(NULL, &cut, NULL));
    must(schakel_school_get_info(school, &info));
    must(schakel_school_set_info(cut, &info, NULL));
    copy_concepts(school, cut);
    copy_adult(school, cut, adult);
    must(schakel_school_add_offer(cut, &offer, NULL));
    copy_need(school, cut, need, place);
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_ASK); i++) {
        schakel_ask ask = SCHAKEL_ASK_INIT;
        schakel_school_get_ask(school, i, &ask);
        if (strcmp(ask.adult_id, offer.adult_id) == 0)
            copy_ask(school, cut, &ask, offer.id);
    }
    add_planned(school, cut, plan, adult, offer.id, today);
    options.today = today;
    must(schakel_match(cut, &options, &matching, NULL));
    int may = 0;
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        may |= strcmp(ask.need_id, id_of_need(school, need)) == 0;
    }
    schakel_matching_destroy(matching);
    schakel_school_destroy(cut);
    return may;
}

/* ------------------------------------------------------------------ ways of asking */

/* How many people are still wanted for a place. */
static size_t wanted(const schakel_school *school, size_t need_index, size_t place_index, schakel_date today)
{
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    size_t taken = 0;
    schakel_school_get_need(school, need_index, &need);
    schakel_school_get_place(school, need_index, place_index, &place);
    if ((need.last_date == SCHAKEL_NO_DATE ? need.date : need.last_date) < today)
        return 0;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_ASK); i++) {
        schakel_ask ask = SCHAKEL_ASK_INIT;
        schakel_school_get_ask(school, i, &ask);
        taken += ask.need_id != NULL && strcmp(ask.need_id, need.id) == 0 &&
                 strcmp(ask.place_id, place.id) == 0 && ask.state != SCHAKEL_ASK_NO &&
                 ask.state != SCHAKEL_ASK_NO_SHOW;
    }
    return (size_t)place.count > taken ? (size_t)place.count - taken : 0;
}

static void fill_first_come(const schakel_school *school, size_t need, size_t place, schakel_date today,
                            planned *plan)
{
    size_t left = wanted(school, need, place, today);
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_OFFER) && left > 0; i++) {
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        if (!may_ask(school, plan, i, need, place, today))
            continue;
        assert_true(plan->count < MOST_ASKED);
        schakel_school_get_offer(school, i, &offer);
        plan->adults[plan->count] = schakel_school_find(school, SCHAKEL_KIND_ADULT, offer.adult_id);
        plan->offers[plan->count] = i;
        plan->needs[plan->count] = need;
        plan->places[plan->count++] = place;
        left--;
    }
}

/* How many people a place has, on record and planned. */
static size_t people_in(const schakel_school *school, const planned *plan, size_t need, size_t place_index,
                        schakel_date today)
{
    schakel_place place = SCHAKEL_PLACE_INIT;
    schakel_school_get_place(school, need, place_index, &place);
    size_t people = (size_t)place.count - wanted(school, need, place_index, today);
    for (size_t i = 0; i < plan->count; i++)
        people += plan->needs[i] == need && plan->places[i] == place_index;
    return people;
}

static int has_company(const schakel_school *school, const planned *plan, const char *adult_id, size_t need)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->needs[i] == need && strcmp(id_of_adult(school, plan->adults[i]), adult_id) == 0)
            return 1;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_ASK); i++) {
        schakel_ask ask = SCHAKEL_ASK_INIT;
        schakel_school_get_ask(school, i, &ask);
        if (ask.need_id != NULL && strcmp(ask.need_id, id_of_need(school, need)) == 0 &&
            strcmp(ask.adult_id, adult_id) == 0 && ask.state != SCHAKEL_ASK_NO &&
            ask.state != SCHAKEL_ASK_NO_SHOW)
            return 1;
    }
    return 0;
}

/* Would this planned ask come to something: with company where that is wanted, in a need that goes ahead? */
static int goes_ahead(const schakel_school *school, const planned *plan, size_t index, schakel_date today)
{
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    size_t need = plan->needs[index];
    schakel_school_get_offer(school, plan->offers[index], &offer);
    if (offer.together_id != NULL && !has_company(school, plan, offer.together_id, need))
        return 0;
    for (size_t i = 0; i < schakel_school_place_count(school, need); i++) {
        schakel_place place = SCHAKEL_PLACE_INIT;
        schakel_school_get_place(school, need, i, &place);
        if (people_in(school, plan, need, i, today) < (size_t)place.minimum)
            return 0;
    }
    return 1;
}

/* Take out the asks that come to nothing, until all do come to something. */
static void drop_what_is_off(const schakel_school *school, schakel_date today, planned *plan)
{
    for (size_t i = 0; i < plan->count;) {
        if (goes_ahead(school, plan, i, today)) {
            i++;
            continue;
        }
        plan->count--;
        plan->adults[i] = plan->adults[plan->count];
        plan->offers[i] = plan->offers[plan->count];
        plan->needs[i] = plan->needs[plan->count];
        plan->places[i] = plan->places[plan->count];
        i = 0;
    }
}

/* The needs in the order of their dates, those of one date as they came in. */
static void ask_first_come(const schakel_school *school, schakel_date today, planned *plan)
{
    size_t count = schakel_school_count(school, SCHAKEL_KIND_NEED), done = 0;
    schakel_date last = INT32_MIN;
    plan->count = 0;
    while (done < count) {
        schakel_date date = INT32_MAX;
        for (int pass = 0; pass < 2; pass++)
            for (size_t i = 0; i < count; i++) {
                schakel_need need = SCHAKEL_NEED_INIT;
                schakel_school_get_need(school, i, &need);
                if (pass == 0 && need.date > last && need.date < date)
                    date = need.date;
                if (pass == 0 || need.date != date)
                    continue;
                for (size_t place = 0; place < schakel_school_place_count(school, i); place++)
                    fill_first_come(school, i, place, today, plan);
                done++;
            }
        last = date;
    }
    drop_what_is_off(school, today, plan);
}

static void ask_by_matching(const schakel_school *school, const schakel_match_options *options, planned *plan)
{
    schakel_matching *matching = NULL;
    must(schakel_match(school, options, &matching, NULL));
    plan->count = 0;
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        size_t need = schakel_school_find(school, SCHAKEL_KIND_NEED, ask.need_id);
        assert_true(plan->count < MOST_ASKED);
        plan->adults[plan->count] = schakel_school_find(school, SCHAKEL_KIND_ADULT, ask.adult_id);
        plan->offers[plan->count] = schakel_school_find(school, SCHAKEL_KIND_OFFER, ask.offer_id);
        plan->needs[plan->count] = need;
        plan->places[plan->count++] = place_of(school, need, ask.place_id);
    }
    schakel_matching_destroy(matching);
}

/* ----------------------------------------------------------------------- comparing */

static double gini_of(const size_t *loads, size_t count)
{
    double apart = 0, sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)loads[i];
        for (size_t j = 0; j < count; j++)
            apart += loads[i] > loads[j] ? (double)(loads[i] - loads[j]) : (double)(loads[j] - loads[i]);
    }
    return sum > 0 ? apart / (2 * (double)count * sum) : 0.0;
}

/* What is shown of it agrees with a load, as far as that shows it. */
static void agree_with_load(const schakel_school *school, const planned *plan, const outcome *found)
{
    static const char *ids[MOST_ASKED];
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    schakel_load_total total = SCHAKEL_LOAD_TOTAL_INIT;
    schakel_load *load = NULL;
    for (size_t i = 0; i < plan->count; i++)
        ids[i] = id_of_adult(school, plan->adults[i]);
    options.min_cell = 2;
    options.planned_adult_ids = ids;
    options.planned_count = plan->count;
    must(schakel_load_count(school, &options, &load, NULL));
    must(schakel_load_get_total(load, SCHAKEL_LOAD_OFFERERS, SCHAKEL_LOAD_WITH_PLAN, &total));
    assert_true(total.hidden || (total.adults == found->offerers && total.never_asked == found->never_asked));
    assert_true(total.asks_hidden || (total.asks == found->asks && total.gini <= found->gini + 1e-9));
    schakel_load_destroy(load);
}

/* Loads of those who offer something that may be asked now and have a tie to a child. */
static outcome outcome_of(const schakel_school *school, const planned *plan)
{
    outcome made = {{0}, 0, 0, 0, 0, 0.0};
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    size_t *asked = calloc(adults + 1, sizeof *asked), *loads = calloc(adults + 1, sizeof *loads);
    char *offers = calloc(adults + 1, 1);
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    assert_true(asked != NULL && loads != NULL && offers != NULL);
    schakel_school_get_info(school, &info);
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_ASK); i++) {
        schakel_ask ask = SCHAKEL_ASK_INIT;
        schakel_school_get_ask(school, i, &ask);
        if (ask.date >= info.year_start && ask.date <= info.year_end)
            asked[schakel_school_find(school, SCHAKEL_KIND_ADULT, ask.adult_id)]++;
    }
    for (size_t i = 0; i < plan->count; i++) {
        schakel_need need = SCHAKEL_NEED_INIT;
        schakel_school_get_need(school, plan->needs[i], &need);
        made.filled[SCHAKEL_PRIORITY_HIGH - need.priority]++;
        asked[plan->adults[i]]++;
    }
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_OFFER); i++) {
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_school_get_offer(school, i, &offer);
        if (offer.limit != SCHAKEL_LIMIT_NEVER)
            offers[schakel_school_find(school, SCHAKEL_KIND_ADULT, offer.adult_id)] = 1;
    }
    for (size_t i = 0; i < adults; i++) {
        if (!offers[i] || schakel_school_adult_tie_count(school, i) == 0)
            continue;
        loads[made.offerers++] = asked[i];
        made.asks += asked[i];
        made.never_asked += asked[i] == 0;
        made.most_asked = asked[i] > made.most_asked ? asked[i] : made.most_asked;
    }
    made.gini = gini_of(loads, made.offerers);
    agree_with_load(school, plan, &made);
    free(asked);
    free(loads);
    free(offers);
    return made;
}

/* More of a higher priority goes before any number of a lower one. */
static int fills_fewer(const outcome *a, const outcome *b)
{
    for (int i = 0; i < PRIORITIES; i++)
        if (a->filled[i] != b->filled[i])
            return a->filled[i] < b->filled[i];
    return 0;
}

static size_t all_filled(const outcome *o)
{
    return o->filled[0] + o->filled[1] + o->filled[2];
}

static void print_outcome(const char *name, const outcome *o)
{
    print_message(
        "  %-22s filled %zu (high %zu, normal %zu, low %zu), never asked %zu of %zu, most asked %zu, "
        "Gini %.4f\n",
        name, all_filled(o), o->filled[0], o->filled[1], o->filled[2], o->never_asked, o->offerers,
        o->most_asked, o->gini);
}

/* ------------------------------------------------------------------- drawn schools */

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

enum { TODAY = 20000, ADULTS = 24, NEEDS = 12, CONCEPTS = 6, GROUPS = 3 };

static void add_people(schakel_school *school, uint64_t *seed)
{
    static const char *const groups[GROUPS] = {"g0", "g1", "g2"};
    for (int i = 0; i < GROUPS; i++) {
        schakel_group group = SCHAKEL_GROUP_INIT;
        group.id = groups[i];
        must(schakel_school_add_group(school, &group, NULL));
    }
    for (uint32_t i = 0; i < ADULTS; i++) {
        char id[16];
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_window window = {1 + draw(seed, 127), 480, 780 + 60 * (schakel_time)draw(seed, 8)};
        /* Ids whose order is not the order of adding. */
        snprintf(id, sizeof id, "a%02u", (unsigned)(i * 7 % ADULTS));
        adult.id = child.id = tie.child_id = tie.adult_id = id;
        adult.windows = &window;
        adult.window_count = draw(seed, 3) == 0;
        adult.cap = draw(seed, 4) == 0 ? 2 : 0;
        child.group_id = groups[draw(seed, GROUPS)];
        must(schakel_school_add_adult(school, &adult, NULL));
        must(schakel_school_add_child(school, &child, NULL));
        must(schakel_school_add_tie(school, &tie, NULL));
        if (draw(seed, 5) == 0) {
            schakel_ask ask = SCHAKEL_ASK_INIT;
            ask.id = ask.adult_id = id;
            ask.date = TODAY - 20;
            ask.state = (schakel_ask_state)draw(seed, 5);
            must(schakel_school_add_ask(school, &ask, NULL));
        }
    }
}

static void add_offers(schakel_school *school, uint64_t *seed)
{
    static const char *const concepts[CONCEPTS] = {"c0", "c1", "c2", "c3", "c4", "c5"};
    for (int i = 0; i < CONCEPTS; i++) {
        schakel_concept record = SCHAKEL_CONCEPT_INIT;
        record.id = concepts[i];
        record.broader_id = i == 5 ? concepts[0] : NULL;
        must(schakel_school_add_concept(school, &record, NULL));
    }
    for (uint32_t i = 0; i < ADULTS + ADULTS / 2; i++) {
        char id[16], adult_id[16];
        const char *concept_id = concepts[draw(seed, CONCEPTS)];
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        snprintf(id, sizeof id, "o%02u", (unsigned)i);
        snprintf(adult_id, sizeof adult_id, "a%02u", (unsigned)draw(seed, ADULTS));
        offer.id = id;
        offer.adult_id = adult_id;
        offer.concept_ids = &concept_id;
        offer.concept_count = 1;
        offer.cap = (int32_t)draw(seed, 4);
        offer.notice = (int32_t)draw(seed, 10);
        offer.limit = draw(seed, 8) == 0    ? SCHAKEL_LIMIT_OWN_GROUP
                      : draw(seed, 20) == 0 ? SCHAKEL_LIMIT_NEVER
                                            : SCHAKEL_LIMIT_NONE;
        must(schakel_school_add_offer(school, &offer, NULL));
    }
}

static void add_needs(schakel_school *school, int priorities, uint64_t *seed)
{
    static const char *const concepts[CONCEPTS] = {"c0", "c1", "c2", "c3", "c4", "c5"};
    static const char *const groups[GROUPS] = {"g0", "g1", "g2"};
    for (uint32_t i = 0; i < NEEDS; i++) {
        char id[16];
        schakel_need need = SCHAKEL_NEED_INIT;
        snprintf(id, sizeof id, "n%02u", (unsigned)(i * 5 % NEEDS));
        need.id = id;
        need.group_id = draw(seed, 2) == 0 ? groups[draw(seed, GROUPS)] : NULL;
        need.date = TODAY + 3 + 2 * (schakel_date)draw(seed, 8);
        need.start = 500 + 30 * (schakel_time)draw(seed, 8);
        need.end = need.start + 60;
        need.priority = priorities ? (schakel_priority)draw(seed, 3) : SCHAKEL_PRIORITY_NORMAL;
        must(schakel_school_add_need(school, &need, NULL));
        for (uint32_t j = 0; j <= draw(seed, 2); j++) {
            char place_id[16];
            schakel_place place = SCHAKEL_PLACE_INIT;
            snprintf(place_id, sizeof place_id, "p%u", (unsigned)j);
            place.need_id = id;
            place.id = place_id;
            place.concept_id = concepts[draw(seed, CONCEPTS)];
            place.count = 1 + (int32_t)draw(seed, 3);
            must(schakel_school_add_place(school, &place, NULL));
        }
    }
}

static schakel_school *draw_school(int priorities, uint64_t *seed)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = TODAY - 40;
    info.year_end = TODAY + 300;
    must(schakel_school_create(NULL, &school, NULL));
    must(schakel_school_set_info(school, &info, NULL));
    add_people(school, seed);
    add_offers(school, seed);
    add_needs(school, priorities, seed);
    return school;
}

/* ----------------------------------------------------------------------- the tests */

static void add_up(outcome *sum, const outcome *o)
{
    for (int i = 0; i < PRIORITIES; i++)
        sum->filled[i] += o->filled[i];
    sum->never_asked += o->never_asked;
    sum->offerers += o->offerers;
    sum->most_asked += o->most_asked;
    sum->gini += o->gini;
}

static void matching_is_fairer_than_first_come_over_drawn_schools(void **state)
{
    enum { SCHOOLS = 200 };
    static planned plan;
    outcome sums[3] = {{{0}, 0, 0, 0, 0, 0.0}, {{0}, 0, 0, 0, 0, 0.0}, {{0}, 0, 0, 0, 0, 0.0}};
    uint64_t seed = 20261115;
    size_t more = 0, fairer = 0;
    (void)state;
    for (int round = 0; round < SCHOOLS; round++) {
        outcome found[3];
        schakel_school *school = draw_school(round % 2, &seed);
        schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
        options.today = TODAY;
        ask_first_come(school, TODAY, &plan);
        found[0] = outcome_of(school, &plan);
        for (int objective = 0; objective < 2; objective++) {
            options.objective = (schakel_objective)objective;
            ask_by_matching(school, &options, &plan);
            found[1 + objective] = outcome_of(school, &plan);
            assert_false(fills_fewer(&found[1 + objective], &found[0]));
            /* With one priority that is a plain number of places. */
            assert_true(round % 2 != 0 || all_filled(&found[1 + objective]) >= all_filled(&found[0]));
        }
        for (int i = 0; i < 3; i++)
            add_up(&sums[i], &found[i]);
        more += fills_fewer(&found[0], &found[1]);
        fairer += found[1].gini < found[0].gini;
        schakel_school_destroy(school);
    }
    for (int i = 0; i < 3; i++)
        sums[i].gini /= SCHOOLS;
    print_message("%d drawn schools; sums, and the mean Gini coefficient:\n", SCHOOLS);
    print_outcome("first come", &sums[0]);
    print_outcome("matching, balanced", &sums[1]);
    print_outcome("matching, fairest", &sums[2]);
    print_message("  matching fills more in %zu of them and is fairer in %zu\n", more, fairer);
    for (int i = 1; i < 3; i++) {
        assert_true(sums[i].gini < sums[0].gini);
        assert_true(sums[i].never_asked < sums[0].never_asked);
        assert_true(sums[i].most_asked < sums[0].most_asked);
        assert_true(all_filled(&sums[i]) > all_filled(&sums[0]));
    }
}

static void matching_is_fairer_than_first_come_at_the_sample_school(void **state)
{
    static planned plan;
    schakel_school *school = NULL;
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    outcome found[3];
    (void)state;
    options.today = schakel_date_from_ymd(2026, 9, 1);
    must(schakel_school_load(SCHAKEL_EXAMPLE_DATA "/school.json", NULL, &school, NULL));
    plan.count = 0;
    outcome before = outcome_of(school, &plan);
    ask_first_come(school, options.today, &plan);
    found[0] = outcome_of(school, &plan);
    for (int objective = 0; objective < 2; objective++) {
        options.objective = (schakel_objective)objective;
        ask_by_matching(school, &options, &plan);
        found[1 + objective] = outcome_of(school, &plan);
    }
    print_message("the sample school:\n");
    print_outcome("on record", &before);
    print_outcome("first come", &found[0]);
    print_outcome("matching, balanced", &found[1]);
    print_outcome("matching, fairest", &found[2]);
    for (int i = 1; i < 3; i++) {
        assert_false(fills_fewer(&found[i], &found[0]));
        assert_true(found[i].gini < found[0].gini);
        assert_true(found[i].never_asked < found[0].never_asked);
        assert_true(found[i].most_asked <= found[0].most_asked);
    }
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matching_is_fairer_than_first_come_over_drawn_schools),
        cmocka_unit_test(matching_is_fairer_than_first_come_at_the_sample_school),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
