/* Who gets a buddy and who can be one, worked out by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "unit/outreach_buddies.h"

/* ------------------------------------------------------------------- stories */

/*
 * A mother came to school this summer. She speaks little Dutch. One father knows the schools of her country and her
 * language; another father has a child in the same group, but they cannot talk with each other.
 */
static void S5_a_newcomer_gets_a_buddy_who_knows_the_way_and_the_language(void **state)
{
    static const person teun = {.id = "Teun Klaproos",
                                .since = "2022-08-22",
                                .tags = {"+nl"},
                                .child = "Fenna Klaproos",
                                .group = "groep 3"};
    schakel_school *school = build_two();
    schakel_offer offer = offer_of("rondleiden", teun.id);
    (void)state;
    add_person(school, &teun);
    add_offer(school, &offer);
    schakel_buddies *buddies = find(school, 2);
    assert_int_equal(schakel_buddies_count(buddies), 1);
    schakel_buddy_pair pair = pair_at(buddies, 0);
    assert_string_equal(pair.newcomer_id, derya.id);
    assert_string_equal(pair.buddy_id, sami.id);
    assert_string_equal(pair.offer_id, "welkom");
    assert_string_equal(pair.language, "ar-SY");
    assert_true(pair.same_country && !pair.same_group);
    assert_int_equal(pair.fit, 400 + 300);
    assert_string_equal(pair.text_nl,
                        "Deze ouders spreken dezelfde taal. Ze kennen scholen in hetzelfde land.");
    assert_string_equal(pair.text_en,
                        "These parents speak the same language. They know schools in the same country.");
    schakel_buddies_destroy(buddies);

    /* Sami says yes. Derya has a buddy now, and does not stand on the list any more. */
    add_ask(school, "vraag", sami.id, derya.id, "2026-09-01", SCHAKEL_ASK_YES);
    buddies = find(school, 2);
    assert_int_equal(schakel_buddies_count(buddies), 0);
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

/* Who was asked little goes first, also when the answers were no: squares 2^2 + 2^2 = 8 against 3^2 + 1^2 = 10. */
static void asks_are_spread(void **state)
{
    static const person people[] = {
        {.id = "n1", .since = "2026-08-24", .tags = {"ti"}, .child = "c1"},
        {.id = "n2", .since = "2026-08-24", .tags = {"ti"}, .child = "c2"},
        {.id = "h1", .since = "2020-08-24", .tags = {"ti"}, .child = "c3"},
        {.id = "h2", .since = "2020-08-24", .tags = {"ti"}, .child = "c4"},
    };
    (void)state;
    for (int asked_before = 0; asked_before <= 1; asked_before++) {
        schakel_school *school = build_school();
        for (size_t i = 0; i < 4; i++)
            add_person(school, &people[i]);
        schakel_offer first = offer_of("o1", "h1"), second = offer_of("o2", "h2");
        add_offer(school, &first);
        add_offer(school, &second);
        if (asked_before) {
            add_ask(school, "k1", "h1", NULL, "2026-08-10", SCHAKEL_ASK_NO);
            add_ask(school, "k2", "h1", NULL, "2026-08-11", SCHAKEL_ASK_NO);
        }
        schakel_buddies *buddies = find(school, 3);
        size_t helped_by_first = 0;
        for (size_t i = 0; i < 2; i++)
            helped_by_first += strcmp(pair_at(buddies, i).buddy_id, "h1") == 0;
        assert_int_equal(helped_by_first, asked_before ? 0 : 1);
        schakel_buddies_destroy(buddies);
        schakel_school_destroy(school);
    }
}

/* ------------------------------------------------------------------ who is new */

static void somebody_is_new_for_a_year(void **state)
{
    static const struct {
        const char *since;
        size_t expected;
    } cases[] = {{"2025-09-01", 0}, {"2025-09-02", 1}, {"2026-09-01", 1}, {"2026-09-14", 1}, {NULL, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = build_school();
        person p = derya;
        p.since = cases[i].since;
        add_person(school, &p);
        schakel_buddies *buddies = find(school, 2);
        assert_int_equal(schakel_buddies_count(buddies), cases[i].expected);
        schakel_buddies_destroy(buddies);
        schakel_school_destroy(school);
    }
}

static void only_who_may_be_told_about_a_child_is_a_newcomer(void **state)
{
    schakel_school *school = build_school();
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    (void)state;
    adult.since = DAY("2026-08-24");
    child.id = tie.child_id = "kind";
    assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
    static const char *const ids[] = {"geen band", "niets vertellen", "vriend", "ouder"};
    for (size_t i = 0; i < 4; i++) {
        adult.id = tie.adult_id = ids[i];
        tie.informed = i != 1;
        tie.kind = i == 2 ? SCHAKEL_TIE_FRIEND : SCHAKEL_TIE_PARENT;
        assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
        if (i > 0)
            assert_int_equal(schakel_school_add_tie(school, &tie, NULL), SCHAKEL_OK);
    }
    schakel_buddies *buddies = find(school, 2);
    assert_int_equal(schakel_buddies_count(buddies), 1);
    assert_string_equal(pair_at(buddies, 0).newcomer_id, "ouder");
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

static void who_has_a_buddy_is_not_listed(void **state)
{
    static const struct {
        const char *date;
        schakel_ask_state answer;
        size_t expected;
    } cases[] = {
        {"2026-08-30", SCHAKEL_ASK_OPEN, 0},    {"2026-08-01", SCHAKEL_ASK_YES, 0},
        {"2027-07-31", SCHAKEL_ASK_DONE, 0},    {"2026-08-30", SCHAKEL_ASK_NO, 1},
        {"2026-08-30", SCHAKEL_ASK_NO_SHOW, 1}, {"2026-07-31", SCHAKEL_ASK_YES, 0},
        {"2025-10-01", SCHAKEL_ASK_DONE, 0},    {"2026-07-31", SCHAKEL_ASK_NO, 1},
        {"2027-08-01", SCHAKEL_ASK_YES, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = build_two();
        add_ask(school, "vraag", sami.id, derya.id, cases[i].date, cases[i].answer);
        schakel_buddies *buddies = find(school, 2);
        assert_int_equal(schakel_buddies_count(buddies), cases[i].expected);
        schakel_buddies_destroy(buddies);
        schakel_school_destroy(school);
    }
}

/* Sami was asked before the summer. That counts until the newcomer is new no more, and then there is room for Derya. */
static void a_buddy_from_before_the_summer_counts_as_long_as_somebody_is_new(void **state)
{
    (void)state;
    for (int is_new = 0; is_new <= 1; is_new++) {
        schakel_school *school = build_two();
        person settled = derya;
        settled.id = "settled";
        settled.child = "settled child";
        settled.since = is_new ? "2025-09-02" : "2025-09-01";
        add_person(school, &settled);
        add_ask(school, "vraag", sami.id, "settled", "2026-05-10", SCHAKEL_ASK_YES);
        schakel_buddies *buddies = find(school, 1);
        assert_int_equal(schakel_buddies_count(buddies), 1);
        assert_string_equal(pair_at(buddies, 0).newcomer_id, derya.id);
        assert_true((pair_at(buddies, 0).buddy_id == NULL) == is_new);
        schakel_buddies_destroy(buddies);
        schakel_school_destroy(school);
    }
}

/* ------------------------------------------------------------------ who helps */

static void who_said_no_or_stayed_away_is_not_asked_for_them_again(void **state)
{
    (void)state;
    assert_ptr_equal(buddy_of_derya(build_two()), sami.id);
    static const schakel_ask_state answers[] = {SCHAKEL_ASK_NO, SCHAKEL_ASK_NO_SHOW};
    for (size_t i = 0; i < 2; i++) {
        /* Last year as well. */
        schakel_school *school = build_two();
        add_ask(school, "vraag", sami.id, derya.id, "2026-06-01", answers[i]);
        assert_null(buddy_of_derya(school));
    }
    /* A no to something else is none to this newcomer. */
    schakel_school *school = build_two();
    add_ask(school, "vraag", sami.id, NULL, "2026-08-30", SCHAKEL_ASK_NO);
    assert_ptr_equal(buddy_of_derya(school), sami.id);
}

/* An offer that holds as it is, and in turn one thing of it, or of who made it, is otherwise. */
static void who_is_not_willing_or_not_able_is_not_asked(void **state)
{
    static const char *const plumber[] = {"schakel:plumber"}, *const area[] = {"schakel:help-neighbourhood"},
                             *const buddy[] = {"schakel:plumber", "schakel:need-buddy"},
                             *const french[] = {"fr"}, *const arabic[] = {"ar"};
    enum { AS_IS, PLUMBER, AREA, BUDDY, NEVER, TOGETHER, FRENCH, ARABIC, OWN_GROUP, RECENT, UNKNOWN, CASES };
    (void)state;
    for (int i = AS_IS; i < CASES; i++) {
        schakel_school *school = build_school();
        schakel_offer offer = offer_of("welkom", sami.id);
        person helper = sami;
        offer.concept_ids = i == PLUMBER ? plumber
                            : i == AREA  ? area
                            : i == BUDDY ? buddy
                                         : offer.concept_ids;
        offer.concept_count = i == BUDDY ? 2 : 1;
        offer.limit = i == NEVER       ? SCHAKEL_LIMIT_NEVER
                      : i == OWN_GROUP ? SCHAKEL_LIMIT_OWN_GROUP
                                       : SCHAKEL_LIMIT_NONE;
        offer.together_id = i == TOGETHER ? derya.id : NULL;
        offer.languages = i == FRENCH ? french : arabic;
        offer.language_count = i == FRENCH || i == ARABIC;
        helper.since = i == RECENT ? "2025-09-02" : i == UNKNOWN ? NULL : "2025-09-01";
        helper.country = NULL;
        add_person(school, &derya);
        add_person(school, &helper);
        add_offer(school, &offer);
        int holds = i == AS_IS || i == AREA || i == BUDDY || i == ARABIC;
        const char *found = buddy_of_derya(school);
        if ((found == sami.id) != holds)
            fail_msg("case %d: %s", i, found != NULL ? found : "nobody");
    }
}

static void an_offer_for_the_own_group_holds_there(void **state)
{
    schakel_school *school = build_school();
    schakel_offer offer = offer_of("welkom", sami.id);
    person helper = sami;
    (void)state;
    offer.limit = SCHAKEL_LIMIT_OWN_GROUP;
    helper.group = "groep 3";
    add_person(school, &derya);
    add_person(school, &helper);
    add_offer(school, &offer);
    assert_ptr_equal(buddy_of_derya(school), sami.id);
}

/* Parents who live apart speak one language and have a child in one group, and are no help to each other. */
static void the_other_parent_of_a_child_is_no_buddy(void **state)
{
    schakel_school *school = build_school();
    schakel_offer offer = offer_of("welkom", sami.id);
    person helper = sami;
    (void)state;
    helper.child = derya.child;
    add_person(school, &derya);
    add_person(school, &helper);
    add_offer(school, &offer);
    assert_null(buddy_of_derya(school));
}

static void nobody_is_their_own_buddy(void **state)
{
    schakel_school *school = build_school();
    schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    schakel_buddies *buddies = NULL;
    schakel_offer offer = offer_of("welkom", derya.id);
    (void)state;
    add_person(school, &derya);
    add_offer(school, &offer);
    options.today = DAY("2026-09-01");
    options.experience_days = 1;
    assert_int_equal(schakel_buddies_make(school, &options, &buddies, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_buddies_count(buddies), 1);
    assert_null(pair_at(buddies, 0).buddy_id);
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

/* "und" says that a language is not known: two who have it need not understand each other. */
static void a_language_that_is_not_known_is_not_shared(void **state)
{
    static const person new_here = {.id = "new", .since = "2026-08-24", .tags = {"+und"}, .child = "c1"};
    static const person helper = {.id = "old", .since = "2020-08-24", .tags = {"+und"}, .child = "c2"};
    schakel_school *school = build_school();
    schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    schakel_buddies *buddies = NULL;
    schakel_offer offer = offer_of("welkom", helper.id);
    (void)state;
    add_person(school, &new_here);
    add_person(school, &helper);
    add_offer(school, &offer);
    options.today = DAY("2026-09-01");
    assert_int_equal(schakel_buddies_make(school, &options, &buddies, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_buddies_count(buddies), 1);
    assert_null(pair_at(buddies, 0).buddy_id);
    assert_string_equal(pair_at(buddies, 0).text_en,
                        "We do not know which language this parent speaks well. Ask that first.");
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S5_a_newcomer_gets_a_buddy_who_knows_the_way_and_the_language),
        cmocka_unit_test(asks_are_spread),
        cmocka_unit_test(somebody_is_new_for_a_year),
        cmocka_unit_test(only_who_may_be_told_about_a_child_is_a_newcomer),
        cmocka_unit_test(who_has_a_buddy_is_not_listed),
        cmocka_unit_test(a_buddy_from_before_the_summer_counts_as_long_as_somebody_is_new),
        cmocka_unit_test(who_said_no_or_stayed_away_is_not_asked_for_them_again),
        cmocka_unit_test(who_is_not_willing_or_not_able_is_not_asked),
        cmocka_unit_test(an_offer_for_the_own_group_holds_there),
        cmocka_unit_test(the_other_parent_of_a_child_is_no_buddy),
        cmocka_unit_test(nobody_is_their_own_buddy),
        cmocka_unit_test(a_language_that_is_not_known_is_not_shared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
