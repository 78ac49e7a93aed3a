/* Buddies in random small schools against every way to give newcomers a buddy, by rules that are worked out here. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/outreach.h"
#include "unit/effort.h"

enum { ROUNDS = 1000 * EFFORT };
enum { TODAY = 20000, YEAR_START = 19900, YEAR_END = 20200 };
enum { ADULTS = 9, CHILDREN = 5, TAGS = 6, OFFERS_MOST = 6, ASKS_MOST = 8, CONCEPTS = 6 };

static const char *const adult_ids[ADULTS] = {"a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"};
static const char *const child_ids[CHILDREN] = {"c0", "c1", "c2", "c3", "c4"};
static const char *const offer_ids[OFFERS_MOST] = {"o0", "o1", "o2", "o3", "o4", "o5"};
static const char *const ask_ids[ASKS_MOST] = {"k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7"};
static const char *const group_ids[] = {NULL, "g0", "g1"};
/* The language of each tag is what stands before the dash. */
static const char *const tags[TAGS] = {"nl", "NL-BE", "ti", "ar", "ar-SY", "en"};
static const int language_of[TAGS] = {0, 0, 1, 2, 2, 3};
/* The last two have nothing to do with new parents. */
static const char *const concepts[CONCEPTS] = {
    "schakel:need-buddy", "schakel:help-welcome", "schakel:help-neighbourhood", "own-low", "schakel:plumber",
    "own-other"};
enum { HELPING_CONCEPTS = 4 };

typedef struct model {
    uint64_t seed;
    schakel_adult adults[ADULTS];
    schakel_language_skill skills[ADULTS][TAGS];
    int level[ADULTS][TAGS]; /* 0 when the tag is not there */
    int group[CHILDREN];
    int tied[ADULTS][CHILDREN], told[ADULTS][CHILDREN];
    int offer_count, ask_count;
    schakel_offer offers[OFFERS_MOST];
    int offer_adult[OFFERS_MOST], offer_concept[OFFERS_MOST], offer_tag[OFFERS_MOST];
    schakel_ask asks[ASKS_MOST];
    int ask_adult[ASKS_MOST], ask_for[ASKS_MOST], ask_offer[ASKS_MOST];
    schakel_buddies_options options;
} model;

static int chance(model *m, int most)
{
    m->seed = m->seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((m->seed >> 33) % (uint64_t)most);
}

/* ------------------------------------------------------------------ making one */

static void make_adult(model *m, int a)
{
    static const schakel_date recent[] = {TODAY - 10, TODAY - 364, TODAY + 5, TODAY - 99};
    static const schakel_date old[] = {TODAY - 365, TODAY - 366, TODAY - 2000,
                                       TODAY - 800, TODAY - 300, SCHAKEL_NO_DATE};
    static const char *const countries[] = {NULL, "SY", "ER"};
    schakel_adult *adult = &m->adults[a];
    *adult = (schakel_adult)SCHAKEL_ADULT_INIT;
    adult->id = adult_ids[a];
    adult->since = a % 2 == 0 ? recent[chance(m, 4)] : old[chance(m, 6)];
    adult->country = countries[chance(m, 3)];
    adult->cap = chance(m, 3) == 0 ? 1 + chance(m, 3) : 0;
    adult->languages = m->skills[a];
    for (int t = 0; t < TAGS; t++) {
        m->level[a][t] = chance(m, 2) == 0 ? (int)SCHAKEL_LEVEL_A2 + chance(m, 4) : 0;
        if (m->level[a][t] != 0)
            m->skills[a][adult->language_count++] =
                (schakel_language_skill){tags[t], (schakel_level)m->level[a][t], SCHAKEL_LEVEL_UNKNOWN};
    }
}

static void make_offer(model *m, int o)
{
    schakel_offer *offer = &m->offers[o];
    int adult = chance(m, 4) == 0 ? chance(m, ADULTS) : 1 + 2 * chance(m, ADULTS / 2);
    *offer = (schakel_offer)SCHAKEL_OFFER_INIT;
    offer->id = offer_ids[o];
    offer->adult_id = adult_ids[m->offer_adult[o] = adult];
    m->offer_concept[o] = chance(m, 8) == 0 ? HELPING_CONCEPTS + chance(m, 2) : chance(m, HELPING_CONCEPTS);
    offer->concept_ids = &concepts[m->offer_concept[o]];
    offer->concept_count = 1;
    offer->cap = chance(m, 3) == 0 ? 1 + chance(m, 2) : 0;
    offer->limit = chance(m, 3) == 0 ? (schakel_offer_limit)(1 + chance(m, 2)) : SCHAKEL_LIMIT_NONE;
    m->offer_tag[o] = chance(m, 6) == 0 ? chance(m, TAGS) : -1;
    if (m->offer_tag[o] >= 0) {
        offer->languages = &tags[m->offer_tag[o]];
        offer->language_count = 1;
    }
    if (chance(m, 10) == 0)
        offer->together_id = adult_ids[adult == 0 ? 1 : 0];
}

static void make_ask(model *m, int k)
{
    schakel_ask *ask = &m->asks[k];
    int adult = chance(m, ADULTS);
    *ask = (schakel_ask)SCHAKEL_ASK_INIT;
    ask->id = ask_ids[k];
    ask->adult_id = adult_ids[m->ask_adult[k] = adult];
    ask->date = chance(m, 4) == 0 ? YEAR_START - 1 : chance(m, 5) == 0 ? YEAR_END : TODAY - 20;
    ask->state = (schakel_ask_state)chance(m, 5);
    m->ask_for[k] = chance(m, 2) == 0 ? chance(m, ADULTS) : -1;
    if (m->ask_for[k] == adult)
        m->ask_for[k] = -1;
    ask->for_id = m->ask_for[k] >= 0 ? adult_ids[m->ask_for[k]] : NULL;
    m->ask_offer[k] = -1;
    for (int o = 0; o < m->offer_count; o++)
        if (m->offer_adult[o] == adult && chance(m, 2) == 0)
            m->ask_offer[k] = o;
    ask->offer_id = m->ask_offer[k] >= 0 ? offer_ids[m->ask_offer[k]] : NULL;
}

static void make_model(model *m, uint64_t seed)
{
    memset(m, 0, sizeof *m);
    m->seed = seed;
    for (int c = 0; c < CHILDREN; c++)
        m->group[c] = chance(m, 3);
    for (int a = 0; a < ADULTS; a++) {
        make_adult(m, a);
        for (int c = 0; c < CHILDREN; c++) {
            m->tied[a][c] = chance(m, 6) == 0;
            m->told[a][c] = m->tied[a][c] && chance(m, 8) != 0;
        }
    }
    m->offer_count = 3 + chance(m, OFFERS_MOST - 2);
    for (int o = 0; o < m->offer_count; o++)
        make_offer(m, o);
    m->ask_count = chance(m, ASKS_MOST + 1);
    for (int k = 0; k < m->ask_count; k++)
        make_ask(m, k);
    m->options = (schakel_buddies_options)SCHAKEL_BUDDIES_OPTIONS_INIT;
    m->options.today = TODAY;
    m->options.each = 1 + chance(m, 3);
    m->options.newcomer_days = chance(m, 3) == 0 ? 100 : 365;
    m->options.experience_days = chance(m, 4) == 0 ? 100 : 365;
}

/* ------------------------------------------------------------- as a school */

static void add_basics(schakel_school *school)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = YEAR_START;
    info.year_end = YEAR_END;
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    for (int g = 1; g <= 2; g++) {
        schakel_group group = SCHAKEL_GROUP_INIT;
        group.id = group_ids[g];
        assert_int_equal(schakel_school_add_group(school, &group, NULL), SCHAKEL_OK);
    }
    static const char *const own[][2] = {
        {"own-high", "schakel:help-welcome"}, {"own-low", "own-high"}, {"own-other", NULL}};
    for (int i = 0; i < 3; i++) {
        schakel_concept concept = SCHAKEL_CONCEPT_INIT;
        concept.id = own[i][0];
        concept.broader_id = own[i][1];
        assert_int_equal(schakel_school_add_concept(school, &concept, NULL), SCHAKEL_OK);
    }
}

static void add_tie(schakel_school *school, const model *m, int a, int c)
{
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.adult_id = adult_ids[a];
    tie.child_id = child_ids[c];
    tie.informed = m->told[a][c];
    if (m->tied[a][c])
        assert_int_equal(schakel_school_add_tie(school, &tie, NULL), SCHAKEL_OK);
}

/* In one order, or the other way round. */
static schakel_school *build(const model *m, int reversed)
{
#define IN_ORDER(i, count) (reversed ? (count)-1 - (i) : (i))
    schakel_school *school = NULL;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    add_basics(school);
    for (int i = 0; i < ADULTS; i++)
        assert_int_equal(schakel_school_add_adult(school, &m->adults[IN_ORDER(i, ADULTS)], NULL), SCHAKEL_OK);
    for (int i = 0; i < CHILDREN; i++) {
        schakel_child child = SCHAKEL_CHILD_INIT;
        int c = IN_ORDER(i, CHILDREN);
        child.id = child_ids[c];
        child.group_id = group_ids[m->group[c]];
        assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
        for (int k = 0; k < ADULTS; k++)
            add_tie(school, m, IN_ORDER(k, ADULTS), c);
    }
    for (int i = 0; i < m->offer_count; i++)
        assert_int_equal(schakel_school_add_offer(school, &m->offers[IN_ORDER(i, m->offer_count)], NULL),
                         SCHAKEL_OK);
    for (int i = 0; i < m->ask_count; i++)
        assert_int_equal(schakel_school_add_ask(school, &m->asks[IN_ORDER(i, m->ask_count)], NULL),
                         SCHAKEL_OK);
    return school;
}

/* ------------------------------------------------------------------- the rules */

typedef struct rules {
    int asked[ADULTS];
    int room[ADULTS];
    int offer_room[OFFERS_MOST];
    int newcomer_count, newcomers[ADULTS];
    int fit[ADULTS][OFFERS_MOST]; /* by newcomer and offer; -1 when it will not do */
    const char *language[ADULTS][OFFERS_MOST];
    int country[ADULTS][OFFERS_MOST], same_group[ADULTS][OFFERS_MOST];
    /* The best way, and the one that is tried. */
    int best_helped;
    int64_t best_cost;
    int now[ADULTS], offer_now[OFFERS_MOST];
} rules;

static int is_in_year(const schakel_ask *ask)
{
    return ask->date >= YEAR_START && ask->date <= YEAR_END;
}

static int holds(schakel_ask_state state)
{
    return state == SCHAKEL_ASK_OPEN || state == SCHAKEL_ASK_YES || state == SCHAKEL_ASK_DONE;
}

static int is_new(const model *m, int adult)
{
    return m->adults[adult].since != SCHAKEL_NO_DATE &&
           m->adults[adult].since > TODAY - m->options.newcomer_days;
}

/* Is somebody the buddy of somebody this school year, or of who is new since before? */
static int is_buddy_of(const model *m, int helper, int newcomer)
{
    for (int k = 0; k < m->ask_count; k++)
        if (m->ask_adult[k] == helper && m->ask_for[k] == newcomer && holds(m->asks[k].state) &&
            (is_in_year(&m->asks[k]) || is_new(m, newcomer)))
            return 1;
    return 0;
}

static void find_room(const model *m, rules *r)
{
    for (int a = 0; a < ADULTS; a++) {
        int newcomers = m->options.each, left = m->adults[a].cap == 0 ? 1000 : m->adults[a].cap;
        for (int b = 0; b < ADULTS; b++)
            newcomers -= is_buddy_of(m, a, b);
        for (int k = 0; k < m->ask_count; k++) {
            r->asked[a] += m->ask_adult[k] == a && is_in_year(&m->asks[k]);
            left -= m->ask_adult[k] == a && is_in_year(&m->asks[k]) && m->asks[k].state != SCHAKEL_ASK_NO;
        }
        r->room[a] = newcomers < left ? newcomers : left;
    }
    for (int o = 0; o < m->offer_count; o++) {
        r->offer_room[o] = m->offers[o].cap == 0 ? 1000 : m->offers[o].cap;
        for (int k = 0; k < m->ask_count; k++)
            r->offer_room[o] -=
                m->ask_offer[k] == o && is_in_year(&m->asks[k]) && m->asks[k].state != SCHAKEL_ASK_NO;
    }
}

static int best_level(const model *m, int adult, int language)
{
    int best = 0;
    for (int t = 0; t < TAGS; t++)
        if (language_of[t] == language && m->level[adult][t] > best)
            best = m->level[adult][t];
    return best;
}

/* The lower of the two levels in a language, or 0 when the offer does not hold in it or it is below B1. */
static int shared_level(const model *m, int newcomer, int o, int language)
{
    int one = best_level(m, newcomer, language), other = best_level(m, m->offer_adult[o], language);
    int lower = one < other ? one : other;
    if (m->offer_tag[o] >= 0 && language_of[m->offer_tag[o]] != language)
        return 0;
    return lower >= (int)SCHAKEL_LEVEL_B1 ? lower : 0;
}

static void find_fit(const model *m, rules *r, int n, int o)
{
    int helper = m->offer_adult[o], family = 0, declined = 0, best = 0;
    const char *country = m->adults[n].country, *other = m->adults[helper].country;
    int dutch = shared_level(m, n, o, 0) != 0;
    r->fit[n][o] = -1;
    r->country[n][o] = country != NULL && other != NULL && strcmp(country, other) == 0;
    for (int t = 0; t < TAGS; t++) {
        int level = m->level[n][t] != 0 && language_of[t] != 0 ? shared_level(m, n, o, language_of[t]) : 0;
        if (level > best || (level != 0 && level == best && strcmp(tags[t], r->language[n][o]) < 0)) {
            best = level;
            r->language[n][o] = tags[t];
        }
    }
    for (int c = 0; c < CHILDREN; c++) {
        family |= m->tied[n][c] && m->tied[helper][c];
        for (int d = 0; d < CHILDREN; d++)
            r->same_group[n][o] |=
                m->told[n][c] && m->told[helper][d] && m->group[c] != 0 && m->group[c] == m->group[d];
    }
    for (int k = 0; k < m->ask_count; k++)
        declined |= m->ask_adult[k] == helper && m->ask_for[k] == n && !holds(m->asks[k].state);
    if (m->offer_concept[o] >= HELPING_CONCEPTS || m->offers[o].limit == SCHAKEL_LIMIT_NEVER ||
        m->offers[o].together_id != NULL || helper == n || family || declined)
        return;
    if (m->adults[helper].since == SCHAKEL_NO_DATE ||
        m->adults[helper].since > TODAY - m->options.experience_days)
        return;
    if (m->offers[o].limit == SCHAKEL_LIMIT_OWN_GROUP && !r->same_group[n][o])
        return;
    if (best == 0 && !r->country[n][o] && !dutch)
        return;
    r->fit[n][o] = 400 * (best != 0) + 300 * r->country[n][o] + 200 * dutch + 100 * r->same_group[n][o];
}

static void find_newcomers(const model *m, rules *r)
{
    for (int a = 0; a < ADULTS; a++) {
        int counts = 0, has = 0;
        for (int c = 0; c < CHILDREN; c++)
            counts |= m->told[a][c];
        for (int b = 0; b < ADULTS; b++)
            has |= is_buddy_of(m, b, a);
        if (counts && !has && is_new(m, a))
            r->newcomers[r->newcomer_count++] = a;
    }
}

static int64_t cost_of_squares(const rules *r)
{
    int64_t cost = 0;
    for (int a = 0; a < ADULTS; a++)
        cost += 250 * (int64_t)(r->asked[a] + r->now[a]) * (r->asked[a] + r->now[a]);
    return cost;
}

/* Every way for the newcomers from one on. */
static void try_all(const model *m, rules *r, int from, int helped, int64_t misfit)
{
    if (from == r->newcomer_count) {
        int64_t cost = misfit + cost_of_squares(r);
        if (helped > r->best_helped || (helped == r->best_helped && cost < r->best_cost)) {
            r->best_helped = helped;
            r->best_cost = cost;
        }
        return;
    }
    int n = r->newcomers[from];
    try_all(m, r, from + 1, helped, misfit);
    for (int o = 0; o < m->offer_count; o++) {
        int helper = m->offer_adult[o];
        if (r->fit[n][o] < 0 || r->now[helper] >= r->room[helper] || r->offer_now[o] >= r->offer_room[o])
            continue;
        r->now[helper]++;
        r->offer_now[o]++;
        try_all(m, r, from + 1, helped + 1, misfit + 1000 - r->fit[n][o]);
        r->now[helper]--;
        r->offer_now[o]--;
    }
}

static void work_out(const model *m, rules *r)
{
    memset(r, 0, sizeof *r);
    r->best_helped = -1;
    find_room(m, r);
    find_newcomers(m, r);
    for (int n = 0; n < ADULTS; n++)
        for (int o = 0; o < m->offer_count; o++)
            find_fit(m, r, n, o);
    try_all(m, r, 0, 0, 0);
}

/* ---------------------------------------------------------------- comparison */

static schakel_buddies *find_buddies(const schakel_school *school, const model *m)
{
    schakel_buddies *buddies = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_buddies_make(school, &m->options, &buddies, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return buddies;
}

static schakel_buddy_pair pair_at(const schakel_buddies *buddies, size_t index)
{
    schakel_buddy_pair pair = SCHAKEL_BUDDY_PAIR_INIT;
    assert_int_equal(schakel_buddies_get(buddies, index, &pair), SCHAKEL_OK);
    assert_true(pair.text_nl[0] != '\0' && pair.text_en[0] != '\0');
    return pair;
}

/* Ids end in their number. */
static int number_of(const char *id)
{
    return id[1] - '0';
}

static int same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* A pair is as the rules say. Returns whether there is somebody; counts what it uses. */
static int check_pair(const model *m, rules *r, const schakel_buddy_pair *pair, int64_t *misfit)
{
    int n = number_of(pair->newcomer_id);
    if (pair->buddy_id == NULL) {
        assert_true(pair->offer_id == NULL && pair->language == NULL && pair->fit == 0);
        assert_true(!pair->same_country && !pair->same_group);
        return 0;
    }
    int o = number_of(pair->offer_id), helper = number_of(pair->buddy_id);
    assert_int_equal(helper, m->offer_adult[o]);
    assert_int_equal(pair->fit, r->fit[n][o]);
    assert_true(same(pair->language, r->language[n][o]));
    assert_int_equal(pair->same_country, r->country[n][o]);
    assert_int_equal(pair->same_group, r->same_group[n][o]);
    assert_true(++r->now[helper] <= r->room[helper]);
    assert_true(++r->offer_now[o] <= r->offer_room[o]);
    *misfit += 1000 - pair->fit;
    return 1;
}

static int check(const model *m, const schakel_buddies *buddies, rules *r)
{
    int helped = 0, seen[ADULTS] = {0};
    int64_t misfit = 0;
    work_out(m, r);
    assert_int_equal(schakel_buddies_count(buddies), r->newcomer_count);
    for (size_t i = 0; i < schakel_buddies_count(buddies); i++) {
        schakel_buddy_pair pair = pair_at(buddies, i);
        seen[number_of(pair.newcomer_id)]++;
        helped += check_pair(m, r, &pair, &misfit);
        if (i == 0)
            continue;
        schakel_buddy_pair before = pair_at(buddies, i - 1);
        assert_true(before.buddy_id != NULL || pair.buddy_id == NULL);
        if ((before.buddy_id == NULL) == (pair.buddy_id == NULL))
            assert_true(strcmp(before.newcomer_id, pair.newcomer_id) < 0);
    }
    for (int i = 0; i < r->newcomer_count; i++)
        assert_int_equal(seen[r->newcomers[i]], 1);
    assert_int_equal(helped, r->best_helped);
    assert_int_equal(misfit + cost_of_squares(r), r->best_cost);
    return helped;
}

static void check_same(const schakel_buddies *one, const schakel_buddies *other)
{
    assert_int_equal(schakel_buddies_count(one), schakel_buddies_count(other));
    for (size_t i = 0; i < schakel_buddies_count(one); i++) {
        schakel_buddy_pair x = pair_at(one, i), y = pair_at(other, i);
        assert_true(same(x.newcomer_id, y.newcomer_id) && same(x.buddy_id, y.buddy_id) &&
                    same(x.offer_id, y.offer_id) && same(x.language, y.language) && x.text_nl == y.text_nl);
    }
}

static void buddies_are_the_best_of_every_way_whatever_the_order(void **state)
{
    long helped = 0, alone = 0, choices = 0;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        static model m;
        static rules r;
        make_model(&m, (uint64_t)round * 7919 + 1);
        schakel_school *school = build(&m, 0), *turned = build(&m, 1);
        schakel_buddies *buddies = find_buddies(school, &m), *again = find_buddies(turned, &m);
        int found = check(&m, buddies, &r);
        helped += found;
        alone += r.newcomer_count - found;
        for (int i = 0, ways = 0; i < r.newcomer_count; i++, ways = 0) {
            for (int o = 0; o < m.offer_count; o++)
                ways += r.fit[r.newcomers[i]][o] >= 0;
            choices += ways > 1;
        }
        check_same(buddies, again);
        schakel_buddies_destroy(buddies);
        schakel_buddies_destroy(again);
        schakel_school_destroy(school);
        schakel_school_destroy(turned);
    }
    print_message("%d schools: %ld helped, %ld not, %ld with a choice\n", ROUNDS, helped, alone, choices);
    /* So the schools are worth trying. */
    assert_true(helped > ROUNDS / 2 && alone > ROUNDS / 2 && choices > ROUNDS / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buddies_are_the_best_of_every_way_whatever_the_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
