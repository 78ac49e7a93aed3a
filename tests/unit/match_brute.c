/*
 * Matchings of random small schools against every way to ask people, by the rules as
 * match_rules.h works them out.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/match_rules.h"

enum { ROUNDS = 2000 * EFFORT, MOST_WAYS = 200000 };

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
    int64_t misfit = 0, squares = 0, changes = 0;
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
            changes += v->has_plan && !v->was_planned[a][w->place[a][n]];
        }
        squares += load * load;
    }
    if (v->options.objective == SCHAKEL_OBJECTIVE_FAIREST) {
        total.part[3] = squares + v->options.change_weight * changes;
        total.part[4] = misfit;
    } else {
        total.part[3] = v->options.fit_weight * misfit + v->options.spread_weight * squares +
                        v->options.change_weight * changes;
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

/* How many people are in a place, those who were asked before included. */
static int32_t people_in(const view *v, const way *w, size_t p)
{
    int32_t count = 0;
    for (size_t a = 0; a < v->adult_count; a++)
        count += is_in_place(v, a, p) || w->place[a][v->places[p].need] == (int)p;
    return count;
}

/* Is nobody asked for a need that is off, and does nobody come alone who only comes together? */
static int keeps_to_rest(const view *v, const way *w)
{
    for (size_t n = 0; n < v->need_count; n++) {
        int is_asked = 0, is_off = 0;
        for (size_t a = 0; a < v->adult_count; a++) {
            is_asked |= w->place[a][n] >= 0;
            const char *together = w->place[a][n] < 0 ? NULL : v->offers[w->offer[a][n]].together_id;
            size_t other = together == NULL ? 0 : adult_of(v, together);
            if (together != NULL && w->place[other][n] < 0 && !is_in_need(v, other, n))
                return 0;
        }
        for (size_t p = 0; p < v->place_count; p++)
            is_off |= v->places[p].need == n && people_in(v, w, p) < v->places[p].record.minimum;
        if (is_asked && is_off)
            return 0;
    }
    return 1;
}

static void try_all(const view *v, way *w, size_t slot, worth *best)
{
    if (slot == v->adult_count * v->need_count) {
        if (!keeps_to_rest(v, w))
            return;
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
        assert_int_equal(ask.was_planned, v->has_plan && v->was_planned[a][p]);
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
            /* Who only comes together must find the other there already. */
            if (v->offers[o].together_id != NULL && !is_in_need(v, adult_of(v, v->offers[o].together_id), n))
                continue;
            /* The one who said no makes room in the place; loads stay as planned. */
            without.place[adult_of(v, ask.adult_id)][n] = -1;
            if (!may_add(v, &without, a, p, o))
                continue;
            with = *w;
            with.place[a][n] = (int)p;
            with.offer[a][n] = (int)o;
            view plain = *v;
            plain.has_plan = 0;
            worth found = worth_of(&plain, &with);
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
        int furthest = NO_CONCEPT, is_off = 0;
        for (size_t other = 0; other < v->place_count; other++)
            is_off |= v->places[other].need == v->places[p].need &&
                      people_in(v, w, other) < v->places[other].record.minimum;
        int32_t candidates = 0;
        for (size_t a = 0; a < v->adult_count; a++) {
            int is_candidate = 0;
            for (size_t o = 0; o < v->offer_count; o++)
                is_candidate |= adult_of(v, v->offers[o].adult_id) == a && v->filter[o][p] == FITS;
            candidates += is_candidate;
        }
        for (size_t o = 0; o < v->offer_count; o++) {
            size_t a = adult_of(v, v->offers[o].adult_id);
            if (w->place[a][v->places[p].need] != (int)p && !is_in_place(v, a, p) &&
                v->filter[o][p] > furthest)
                furthest = v->filter[o][p];
        }
        int could = furthest == FITS || people_in(v, w, p) + candidates >= v->places[p].record.minimum;
        assert_int_equal(open.reason, is_off && could ? SCHAKEL_OPEN_MINIMUM : reason_of[furthest]);
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

static int said_no(const view *v, size_t a, size_t need)
{
    for (size_t i = 0; i < v->ask_count; i++)
        if (same(v->asks[i].adult_id, v->adults[a].id) && same(v->asks[i].need_id, v->needs[need].id) &&
            !keeps(v->asks[i].state))
            return 1;
    return 0;
}

/* What became of one ask of the plan as it was: -1 when it is not dropped. */
static int fate_of(const view *v, const schakel_planned *planned, const way *w)
{
    size_t p = place_of(v, planned->need_id, planned->place_id), a = adult_of(v, planned->adult_id);
    int can = 0, is_off = 0;
    if (p == SCHAKEL_NONE || a == v->adult_count)
        return SCHAKEL_DROP_GONE;
    size_t n = v->places[p].need;
    if (w->place[a][n] == (int)p || is_in_need(v, a, n))
        return -1;
    if (last_day(&v->needs[n]) < TODAY)
        return SCHAKEL_DROP_GONE;
    if (said_no(v, a, n))
        return SCHAKEL_DROP_DECLINED;
    for (size_t other = 0; other < v->place_count; other++)
        is_off |= v->places[other].need == n && people_in(v, w, other) < v->places[other].record.minimum;
    if (v->wanted[p] == 0 || is_off)
        return SCHAKEL_DROP_FILLED;
    for (size_t o = 0; o < v->offer_count; o++)
        can |= adult_of(v, v->offers[o].adult_id) == a && v->filter[o][p] == FITS;
    return can ? SCHAKEL_DROP_MOVED : SCHAKEL_DROP_CANNOT;
}

static int same_planned(const schakel_planned *x, const schakel_planned *y)
{
    return same(x->need_id, y->need_id) && same(x->place_id, y->place_id) && same(x->adult_id, y->adult_id);
}

static void check_dropped(const view *v, const schakel_matching *matching, const way *w)
{
    size_t expected = 0;
    for (size_t i = 0; i < v->options.planned_count; i++) {
        const schakel_planned *planned = &v->options.planned[i];
        int fate = fate_of(v, planned, w), is_first = 1;
        size_t found = 0;
        for (size_t j = 0; j < i; j++)
            is_first &= !same_planned(planned, &v->options.planned[j]);
        for (size_t j = 0; j < schakel_matching_dropped_count(matching); j++) {
            schakel_match_dropped dropped = SCHAKEL_MATCH_DROPPED_INIT;
            assert_int_equal(schakel_matching_get_dropped(matching, j, &dropped), SCHAKEL_OK);
            const schakel_planned as = {dropped.need_id, dropped.place_id, dropped.adult_id};
            if (!same_planned(&as, planned))
                continue;
            assert_int_equal(dropped.reason, fate);
            found++;
        }
        assert_int_equal(found, fate >= 0);
        expected += (size_t)(fate >= 0 && is_first);
    }
    assert_int_equal(schakel_matching_dropped_count(matching), expected);
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
        drawn_plan old_plan;
        draw_plan(&old_plan, &drawn, &seed);
        draw_options(&options, &old_plan, &seed);
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
            assert_true(keeps_to_rest(&v, &found));
            check_dropped(&v, matching, &found);
            assert_int_equal(schakel_matching_verify(matching, school, NULL), SCHAKEL_OK);
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
    assert_true(serving > ROUNDS / 40 || schakel_builtin_concept_count() == 0);
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
        drawn_plan old_plan;
        draw_plan(&old_plan, &drawn, &seed);
        draw_options(&options, &old_plan, &seed);
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
