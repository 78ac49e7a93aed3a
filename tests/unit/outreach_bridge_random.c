/* Bridges in random schools, held against the words of schakel/outreach.h written a second time, slowly. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/bridge_build.h"

enum { ADULTS = 6, STAFF = 3, CHILDREN = 3, OFFERS = 4, TAGS = 4, ROUNDS = 20000, NOT_THERE = -1 };

/* In the order in which a tie between languages is decided; Dutch is the last. */
static const char *const tags[TAGS] = {"ar", "en", "ti", "nl"};
static const char *const concepts[] = {"schakel:interpreter", "schakel:translator", "schakel:plumber", "own"};
static const char *const groups[] = {NULL, "g0", "g1"};
enum { DUTCH = TAGS - 1 };

typedef struct drawn_offer {
    int adult, concept_, limit, together, language; /* of tags; NOT_THERE for none */
    int has_window;
    schakel_window window;
} drawn_offer;

typedef struct drawn {
    int adult_count, in_talk[ADULTS], speaks[ADULTS][TAGS]; /* NOT_THERE, or a level */
    int brings[ADULTS], video[ADULTS], has_window[ADULTS];
    schakel_window window[ADULTS];
    int tie[CHILDREN][ADULTS], informed[CHILDREN][ADULTS], group[CHILDREN]; /* the kind of tie; NOT_THERE */
    int staff_in_talk[STAFF], staff_speaks[STAFF][TAGS];
    int offer_count;
    drawn_offer offers[OFFERS];
    uint32_t offered;
    schakel_time start;
} drawn;

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

static int draw_level(uint64_t *seed, uint32_t absent_of_ten)
{
    return draw(seed, 10) < absent_of_ten ? NOT_THERE : (int)draw(seed, 8);
}

static schakel_window draw_window(uint64_t *seed)
{
    schakel_time start = (schakel_time)(480 + 15 * draw(seed, 8));
    return (schakel_window){1 + draw(seed, 127), start, start + 15 + 15 * (schakel_time)draw(seed, 6)};
}

static void draw_school(drawn *d, uint64_t *seed)
{
    static const int kinds[] = {SCHAKEL_TIE_MOTHER, SCHAKEL_TIE_FATHER, SCHAKEL_TIE_FRIEND};
    memset(d, 0, sizeof *d);
    d->adult_count = 2 + (int)draw(seed, ADULTS - 1);
    for (int a = 0; a < d->adult_count; a++) {
        d->in_talk[a] = a == 0 || draw(seed, 4) == 0;
        for (int t = 0; t < TAGS; t++)
            d->speaks[a][t] = draw_level(seed, 4);
        d->brings[a] = (int)draw(seed, 5) % 3;
        d->video[a] = (int)draw(seed, 5) % 3;
        d->has_window[a] = draw(seed, 3) == 0;
        d->window[a] = draw_window(seed);
        for (int c = 0; c < CHILDREN; c++) {
            d->tie[c][a] = draw(seed, 3) == 0 ? kinds[draw(seed, 3)] : NOT_THERE;
            d->informed[c][a] = draw(seed, 6) != 0;
        }
    }
    for (int c = 0; c < CHILDREN; c++)
        d->group[c] = (int)draw(seed, 3);
    for (int s = 0; s < STAFF; s++) {
        d->staff_in_talk[s] = s == 0 || draw(seed, 3) == 0;
        for (int t = 0; t < TAGS; t++)
            d->staff_speaks[s][t] = draw_level(seed, 7);
    }
    d->offer_count = (int)draw(seed, OFFERS + 1);
    for (int o = 0; o < d->offer_count; o++) {
        drawn_offer *offer = &d->offers[o];
        offer->adult = (int)draw(seed, (uint32_t)d->adult_count);
        offer->concept_ = (int)draw(seed, 4);
        offer->limit = draw(seed, 2) == 0 ? 0 : (int)draw(seed, 3);
        offer->together = draw(seed, 6) == 0;
        offer->language = draw(seed, 4) == 0 ? (int)draw(seed, TAGS) : NOT_THERE;
        offer->has_window = draw(seed, 3) == 0;
        offer->window = draw_window(seed);
    }
    d->offered = draw(seed, 2) == 0 ? 0 : draw(seed, 32) * 2;
    d->start = draw(seed, 3) == 0 ? SCHAKEL_NO_TIME : (schakel_time)(480 + 15 * draw(seed, 8));
}

/* ------------------------------------------------------------- the real thing */

static const char *const adult_ids[ADULTS] = {"a0", "a1", "a2", "a3", "a4", "a5"};
static const char *const staff_ids[STAFF] = {"s0", "s1", "s2"};
static const char *const child_ids[CHILDREN] = {"c0", "c1", "c2"};

static void write_languages(const int speaks[TAGS], char out[PEOPLE_ROOM])
{
    size_t used = 0;
    out[0] = '\0';
    for (int t = 0; t < TAGS; t++)
        if (speaks[t] != NOT_THERE)
            used += (size_t)snprintf(out + used, PEOPLE_ROOM - used, "%s%s %s", used == 0 ? "" : ", ",
                                     tags[t], schakel_level_name((schakel_level)speaks[t]));
}

static void build_adult(schakel_school *school, const drawn *d, int a)
{
    char text[PEOPLE_ROOM];
    schakel_adult like = SCHAKEL_ADULT_INIT;
    like.brings_interpreter = (schakel_answered)d->brings[a];
    like.video_interpreter = (schakel_answered)d->video[a];
    like.windows = &d->window[a];
    like.window_count = (size_t)d->has_window[a];
    write_languages(d->speaks[a], text);
    add_adult(school, adult_ids[a], text, &like);
}

static void build_offer(schakel_school *school, const drawn *d, int o)
{
    static const char *const ids[OFFERS] = {"o0", "o1", "o2", "o3"};
    const drawn_offer *from = &d->offers[o];
    schakel_offer like = SCHAKEL_OFFER_INIT;
    like.limit = (schakel_offer_limit)from->limit;
    like.together_id = from->together ? adult_ids[from->adult == 0] : NULL;
    like.languages = from->language == NOT_THERE ? NULL : &tags[from->language];
    like.language_count = from->language != NOT_THERE;
    like.windows = &from->window;
    like.window_count = (size_t)from->has_window;
    add_offer(school, ids[o], adult_ids[from->adult], concepts[from->concept_], &like);
}

/* Everything forwards, or everything backwards. */
static schakel_school *build(const drawn *d, int backwards)
{
    char text[PEOPLE_ROOM];
    schakel_school *school = new_school();
    schakel_concept own = SCHAKEL_CONCEPT_INIT;
    own.id = "own";
    own.broader_id = "schakel:interpreter";
    assert_int_equal(schakel_school_add_concept(school, &own, NULL), SCHAKEL_OK);
    add_group(school, "g0");
    add_group(school, "g1");
    for (int i = 0; i < STAFF; i++) {
        int s = backwards ? STAFF - 1 - i : i;
        write_languages(d->staff_speaks[s], text);
        add_staff(school, staff_ids[s], text);
    }
    for (int i = 0; i < d->adult_count; i++)
        build_adult(school, d, backwards ? d->adult_count - 1 - i : i);
    for (int i = 0; i < CHILDREN; i++) {
        int c = backwards ? CHILDREN - 1 - i : i;
        add_child(school, child_ids[c], groups[d->group[c]]);
        for (int a = 0; a < d->adult_count; a++)
            if (d->tie[c][a] != NOT_THERE)
                add_tie(school, child_ids[c], adult_ids[a], (schakel_tie_kind)d->tie[c][a],
                        d->informed[c][a]);
    }
    for (int i = 0; i < d->offer_count; i++)
        build_offer(school, d, backwards ? d->offer_count - 1 - i : i);
    return school;
}

static void plan_really(const drawn *d, int backwards, char *out, size_t size)
{
    const char *adults[ADULTS], *staff[STAFF];
    size_t adult_count = 0, staff_count = 0;
    for (int i = 0; i < d->adult_count; i++) {
        int a = backwards ? d->adult_count - 1 - i : i;
        if (d->in_talk[a])
            adults[adult_count++] = adult_ids[a];
    }
    for (int i = 0; i < STAFF; i++) {
        int s = backwards ? STAFF - 1 - i : i;
        if (d->staff_in_talk[s])
            staff[staff_count++] = staff_ids[s];
    }
    schakel_school *school = build(d, backwards);
    schakel_bridge_options options = talk_of(adults, adult_count, staff, staff_count);
    options.start = d->start;
    options.offered = d->offered;
    schakel_bridge_plan *plan = make(school, &options);
    write_plan(plan, out, size);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ the model */

static int is_in_need(const drawn *d, int a)
{
    int any = 0;
    for (int t = 0; t < TAGS; t++)
        any |= d->speaks[a][t] != NOT_THERE;
    int dutch = d->speaks[a][DUTCH];
    return d->in_talk[a] && any && (dutch == NOT_THERE || (dutch > 0 && dutch < SCHAKEL_LEVEL_B1));
}

/* Do all in need, or all of those who have language `served`, speak a language at B1? */
static int all_speak(const drawn *d, int t, int served)
{
    for (int a = 0; a < d->adult_count; a++)
        if (is_in_need(d, a) && (served == NOT_THERE || d->speaks[a][served] != NOT_THERE) &&
            d->speaks[a][t] < SCHAKEL_LEVEL_B1)
            return 0;
    return 1;
}

/* How a language stands as the one of the plan: a larger number comes first; NOT_THERE when nobody has it. */
static int worth(const drawn *d, int t)
{
    int best_of = 0, levels = 0, any = 0;
    for (int a = 0; a < d->adult_count; a++) {
        int level = d->speaks[a][t], is_best = level != NOT_THERE;
        if (!is_in_need(d, a))
            continue;
        for (int other = 0; other < DUTCH; other++)
            is_best &= d->speaks[a][other] <= level;
        best_of += is_best;
        levels += level > 0 ? level : 0;
        any |= level != NOT_THERE;
    }
    return any ? (all_speak(d, t, NOT_THERE) * 10 + best_of) * 1000 + levels * 10 + (DUTCH - t) : NOT_THERE;
}

/* The languages from the plan's own to the last; returns how many there are. */
static int rank_languages(const drawn *d, int order[DUTCH])
{
    int count = 0;
    for (int best = 1 << 30; best > 0;) {
        int next = 0, found = NOT_THERE;
        for (int t = 0; t < DUTCH; t++)
            if (worth(d, t) > next && worth(d, t) < best) {
                next = worth(d, t);
                found = t;
            }
        if (found != NOT_THERE)
            order[count++] = found;
        best = next;
    }
    return count;
}

static int is_free(const drawn *d, int a, const drawn_offer *offer, schakel_time start)
{
    return schakel_available(&d->window[a], (size_t)d->has_window[a], NULL, 0, talk_day(), start,
                             start + 30) &&
           (offer == NULL || schakel_available(&offer->window, (size_t)offer->has_window, NULL, 0, talk_day(),
                                               start, start + 30));
}

static int can_come(const drawn *d, int a, const drawn_offer *offer)
{
    if (d->start != SCHAKEL_NO_TIME)
        return is_free(d, a, offer, d->start);
    for (schakel_time start = 0; start <= 1410; start++)
        if (is_free(d, a, offer, start))
            return 1;
    return 0;
}

/* Of children of adults in the talk: how many ties somebody has, and how many of those are told. */
static void count_ties(const drawn *d, const schakel_school *school, int a, int *ties, int *told)
{
    *ties = *told = 0;
    for (int c = 0; c < CHILDREN; c++) {
        int is_of_talk = 0;
        schakel_told answer = SCHAKEL_TOLD_INIT;
        for (int other = 0; other < d->adult_count; other++)
            is_of_talk |= d->in_talk[other] && d->tie[c][other] != NOT_THERE;
        if (!is_of_talk || d->tie[c][a] == NOT_THERE)
            continue;
        schakel_school_told(school, child_ids[c], adult_ids[a], SCHAKEL_SCOPE_PROGRESS, talk_day(), &answer,
                            NULL);
        ++*ties;
        *told += answer.allowed;
    }
}

static int shares_group(const drawn *d, int a)
{
    for (int own = 0; own < CHILDREN; own++)
        for (int c = 0; c < CHILDREN; c++)
            for (int other = 0; other < d->adult_count; other++)
                if (d->tie[own][a] != NOT_THERE && d->in_talk[other] && d->tie[c][other] != NOT_THERE &&
                    d->group[own] != 0 && d->group[own] == d->group[c])
                    return 1;
    return 0;
}

static int holds(const drawn *d, const drawn_offer *offer)
{
    return strcmp(concepts[offer->concept_], "schakel:plumber") != 0 && !offer->together &&
           (offer->limit == SCHAKEL_LIMIT_NONE ||
            (offer->limit == SCHAKEL_LIMIT_OWN_GROUP && shares_group(d, offer->adult)));
}

typedef struct text {
    char at[900];
    size_t length;
    char chosen[30]; /* the first possible way */
} text;

static void put_way(text *out, const char *bridge, int is_possible, const char *language, const char *who)
{
    int length = snprintf(out->at + out->length, sizeof out->at - out->length, "%s%s%s %s%s%s",
                          out->length == 0 ? "" : ", ", bridge, is_possible ? "+" : "-", language,
                          who == NULL ? "" : " ", who == NULL ? "" : who);
    out->length += (size_t)length;
    if (is_possible && out->chosen[0] == '\0')
        snprintf(out->chosen, sizeof out->chosen, "%s %s", bridge, language);
}

/* The way of a helper with one of their offers (NULL for a tie): which is 0 for none, higher for better. */
static int way_of(const drawn *d, int a, const drawn_offer *offer, const int *order, int count, int *language)
{
    for (int i = 0; i < count; i++) {
        int t = order[i];
        int serves = i == 0 || all_speak(d, t, order[0]);
        int names = offer == NULL || offer->language == NOT_THERE || offer->language == t;
        if (!serves || !names || d->speaks[a][t] < SCHAKEL_LEVEL_B1 || d->speaks[a][DUTCH] < SCHAKEL_LEVEL_B1)
            continue;
        *language = t;
        return (can_come(d, a, offer) ? 100 : 10) - i;
    }
    return 0;
}

static void put_helpers(text *out, const drawn *d, const schakel_school *school, const int *order, int count)
{
    for (int with_tie = 1; with_tie >= 0; with_tie--)
        for (int a = 0; a < d->adult_count; a++) {
            int ties, told, language = 0, best = 0, best_language = 0;
            count_ties(d, school, a, &ties, &told);
            if (d->in_talk[a] || (ties > 0) != with_tie || told < ties)
                continue;
            if (with_tie)
                best = way_of(d, a, NULL, order, count, &best_language);
            for (int o = 0; !with_tie && o < d->offer_count; o++) {
                const drawn_offer *offer = &d->offers[o];
                if (offer->adult != a || !holds(d, offer))
                    continue;
                int rank = way_of(d, a, offer, order, count, &language);
                if (rank > best) {
                    best = rank;
                    best_language = language;
                }
            }
            if (best > 0)
                put_way(out, "nearby", best > 50, tags[best_language], adult_ids[a]);
        }
}

/* Does one of those whom the plan serves say yes? */
static int says_yes(const drawn *d, const int answers[ADULTS], int served)
{
    for (int a = 0; a < d->adult_count; a++)
        if (is_in_need(d, a) && (served == NOT_THERE || d->speaks[a][served] != NOT_THERE) &&
            answers[a] == SCHAKEL_YES)
            return 1;
    return 0;
}

/* Do all in need know a language, who may speak it at B1: their level is that, or not recorded? */
static int all_may_speak(const drawn *d, int t)
{
    for (int a = 0; a < d->adult_count; a++)
        if (is_in_need(d, a) && d->speaks[a][t] < SCHAKEL_LEVEL_B1 &&
            d->speaks[a][t] != SCHAKEL_LEVEL_UNKNOWN)
            return 0;
    return 1;
}

static void put_shared(text *out, const drawn *d, const int *order, int count, const char *language)
{
    size_t before = out->length;
    for (int i = 0; i < count; i++)
        for (int s = 0; s < STAFF; s++) {
            int level = d->staff_speaks[s][order[i]], is_known = level >= SCHAKEL_LEVEL_B1;
            if (d->staff_in_talk[s] && all_may_speak(d, order[i]) &&
                (is_known || level == SCHAKEL_LEVEL_UNKNOWN))
                put_way(out, "shared", is_known && all_speak(d, order[i], NOT_THERE), tags[order[i]],
                        staff_ids[s]);
        }
    if (out->length == before)
        put_way(out, "shared", 0, language, NULL);
}

static void plan_slowly(const drawn *d, char *out, size_t size)
{
    int order[DUTCH], count = rank_languages(d, order), any = 0;
    int served = count > 0 ? order[0] : NOT_THERE;
    const char *language = count > 0 ? tags[order[0]] : "und";
    uint32_t offered = d->offered == 0 ? SCHAKEL_BRIDGES_ALL : d->offered;
    text ways = {"", 0, ""};
    for (int a = 0; a < d->adult_count; a++)
        any |= is_in_need(d, a);
    if (!any) {
        snprintf(out, size, "no none nl 15");
        return;
    }
    schakel_school *school = build(d, 0);
    if (offered & 1u << SCHAKEL_BRIDGE_SHARED_LANGUAGE)
        put_shared(&ways, d, order, count, language);
    else
        put_way(&ways, "shared", 0, language, NULL);
    int is_offered = (offered & 1u << SCHAKEL_BRIDGE_NEARBY) != 0;
    put_way(&ways, "nearby", is_offered && says_yes(d, d->brings, served), language, NULL);
    if (is_offered)
        put_helpers(&ways, d, school, order, count);
    is_offered = (offered & 1u << SCHAKEL_BRIDGE_VIDEO) != 0;
    put_way(&ways, "video", is_offered && says_yes(d, d->video, served), language, NULL);
    put_way(&ways, "machine", (offered & 1u << SCHAKEL_BRIDGE_MACHINE) && count > 0, language, NULL);
    put_way(&ways, "telephone", (offered & 1u << SCHAKEL_BRIDGE_TELEPHONE) && count > 0, language, NULL);
    if (ways.chosen[0] == '\0')
        snprintf(ways.chosen, sizeof ways.chosen, "none %s", language);
    snprintf(out, size, "%s 30: %s", ways.chosen, ways.at);
    schakel_school_destroy(school);
}

static void a_plan_is_what_the_header_says(void **state)
{
    static const char *const starts[] = {"no none", "shared",    "nearby", "video",
                                         "machine", "telephone", "none"};
    enum { KINDS = sizeof starts / sizeof starts[0] };
    int seen[KINDS] = {0};
    uint64_t seed = 20261124;
    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        char expected[1000], found[1000], backwards[1000];
        drawn d;
        draw_school(&d, &seed);
        plan_slowly(&d, expected, sizeof expected);
        plan_really(&d, 0, found, sizeof found);
        plan_really(&d, 1, backwards, sizeof backwards);
        if (strcmp(expected, found) != 0)
            fail_msg("round %d\n%s\n%s", i, expected, found);
        assert_string_equal(found, backwards);
        for (int k = 0; k < KINDS; k++)
            seen[k] += strncmp(found, starts[k], strlen(starts[k])) == 0;
    }
    for (int k = 0; k < KINDS; k++) {
        print_message("%s: %d\n", starts[k], seen[k]);
        assert_true(seen[k] > 100);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_plan_is_what_the_header_says)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
