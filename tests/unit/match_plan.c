/* What a plan is: spread, priorities, clashes, who is next, the words, and the arguments. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "unit/match_build.h"

static void end(schakel_matching *matching, schakel_school *school)
{
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

/* A school with adults "a", "b", ... who all offer reading. */
static schakel_school *readers(size_t count)
{
    static const char *const adults[] = {"a", "b", "c", "d"}, *const offers[] = {"oa", "ob", "oc", "od"};
    schakel_school *school = new_school();
    add_concept(school, "reading", NULL);
    add_concept(school, "picture-books", "reading");
    for (size_t i = 0; i < count; i++) {
        add_plain_adult(school, adults[i]);
        add_plain_offer(school, offers[i], adults[i], "reading");
    }
    return school;
}

static void add_need_at(schakel_school *school, const char *id, schakel_time start, schakel_time end_time,
                        schakel_priority priority)
{
    schakel_need need = a_need(id);
    need.start = start;
    need.end = end_time;
    need.priority = priority;
    add_need(school, &need, "reading", 1);
}

/* --------------------------------------------------------------------- spread */

static void asks_are_spread_over_people(void **state)
{
    (void)state;
    schakel_school *school = readers(3);
    add_need_at(school, "n1", 540, 600, SCHAKEL_PRIORITY_NORMAL);
    add_need_at(school, "n2", 600, 660, SCHAKEL_PRIORITY_NORMAL);
    add_need_at(school, "n3", 660, 720, SCHAKEL_PRIORITY_NORMAL);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 3);
    assert_string_not_equal(ask_at(matching, 0).adult_id, ask_at(matching, 1).adult_id);
    assert_string_not_equal(ask_at(matching, 0).adult_id, ask_at(matching, 2).adult_id);
    assert_string_not_equal(ask_at(matching, 1).adult_id, ask_at(matching, 2).adult_id);
    end(matching, school);
}

static void who_was_never_asked_goes_before_who_was(void **state)
{
    (void)state;
    schakel_school *school = readers(2);
    add_ask(school, "q", "a", NULL, NULL, SCHAKEL_ASK_NO);
    add_plain_need(school, "n", "reading", 1);
    schakel_matching *matching = match(school, NULL);
    schakel_match_ask ask = ask_at(matching, 0);
    assert_string_equal(ask.adult_id, "b");
    assert_string_equal(ask.next_adult_id, "a");
    assert_int_equal(ask.reasons,
                     SCHAKEL_REASON_SAME_CONCEPT | SCHAKEL_REASON_NEVER_ASKED | SCHAKEL_REASON_LEAST_ASKED);
    end(matching, school);
}

/* Anna fits best but was asked before: 250 * (4 - 1) against 250 + 100 * weight. */
static const char *asked_with(schakel_objective objective, int32_t fit_weight)
{
    static const char *const anna = "anna", *const bert = "bert";
    schakel_school *school = readers(0);
    schakel_match_options options = plain_options();
    options.objective = objective;
    options.fit_weight = fit_weight;
    add_plain_adult(school, anna);
    add_plain_adult(school, bert);
    add_plain_offer(school, "oa", anna, "reading");
    add_plain_offer(school, "ob", bert, "picture-books");
    add_ask(school, "q", anna, NULL, NULL, SCHAKEL_ASK_DONE);
    add_plain_need(school, "n", "reading", 1);
    schakel_matching *matching = match(school, &options);
    const char *asked = strcmp(ask_at(matching, 0).adult_id, anna) == 0 ? anna : bert;
    end(matching, school);
    return asked;
}

static void fit_and_spread_are_weighed_unless_the_fairest_is_wanted(void **state)
{
    (void)state;
    assert_string_equal(asked_with(SCHAKEL_OBJECTIVE_BALANCED, 1), "bert");
    assert_string_equal(asked_with(SCHAKEL_OBJECTIVE_BALANCED, 4), "bert");
    assert_string_equal(asked_with(SCHAKEL_OBJECTIVE_BALANCED, 6), "anna");
    assert_string_equal(asked_with(SCHAKEL_OBJECTIVE_FAIREST, 1000), "bert");
}

static void the_first_id_wins_when_all_else_is_equal(void **state)
{
    (void)state;
    schakel_school *school = readers(4);
    add_plain_need(school, "n", "reading", 2);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 2);
    assert_string_equal(ask_at(matching, 0).adult_id, "a");
    assert_string_equal(ask_at(matching, 1).adult_id, "b");
    assert_string_equal(ask_at(matching, 0).next_adult_id, "c");
    end(matching, school);
}

/* ------------------------------------------------------------------ priorities */

static void one_place_of_high_priority_goes_before_many_of_low(void **state)
{
    (void)state;
    schakel_school *school = readers(0);
    schakel_adult adult = an_adult("anna");
    adult.cap = 1;
    add_adult(school, &adult);
    add_plain_offer(school, "o", "anna", "reading");
    add_need_at(school, "n1", 540, 600, SCHAKEL_PRIORITY_LOW);
    add_need_at(school, "n2", 600, 660, SCHAKEL_PRIORITY_HIGH);
    add_need_at(school, "n3", 660, 720, SCHAKEL_PRIORITY_NORMAL);
    schakel_matching *matching = match(school, NULL);
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    assert_int_equal(schakel_matching_count(matching), 1);
    assert_string_equal(ask_at(matching, 0).need_id, "n2");
    assert_int_equal(schakel_matching_open_count(matching), 2);
    assert_string_equal(open_at(matching, 0).need_id, "n1");
    assert_string_equal(open_at(matching, 1).need_id, "n3");
    assert_int_equal(open_at(matching, 0).reason, SCHAKEL_OPEN_BUSY);
    assert_int_equal(schakel_matching_get_proof(matching, &proof), SCHAKEL_OK);
    /* Low weighs 1, normal 2, high 4; one ask costs 250. */
    assert_int_equal(proof.value_high, 3);
    assert_int_equal(proof.value_low, 250);
    assert_int_equal(proof.bound_high, 3);
    assert_int_equal(proof.bound_low, 250);
    assert_int_equal(proof.optimal, 1);
    end(matching, school);
}

/* --------------------------------------------------------------------- clashes */

static size_t asks_for_two(schakel_time first_end, schakel_time second_start, int32_t travel)
{
    schakel_school *school = readers(1);
    schakel_match_options options = plain_options();
    options.travel_minutes = travel;
    add_need_at(school, "n1", 540, first_end, SCHAKEL_PRIORITY_NORMAL);
    add_need_at(school, "n2", second_start, 720, SCHAKEL_PRIORITY_NORMAL);
    return count_asks(school, &options);
}

static void needs_that_overlap_clash_and_travel_counts(void **state)
{
    (void)state;
    assert_int_equal(asks_for_two(600, 600, 0), 2);
    assert_int_equal(asks_for_two(601, 600, 0), 1);
    assert_int_equal(asks_for_two(600, 620, 20), 2);
    assert_int_equal(asks_for_two(600, 620, 21), 1);
}

static void a_need_without_a_time_or_with_more_days_clashes_with_nothing(void **state)
{
    schakel_need any_time = a_need("n1"), two_days = a_need("n2");
    (void)state;
    schakel_school *school = readers(1);
    any_time.start = any_time.end = SCHAKEL_NO_TIME;
    two_days.last_date = DAY + 1;
    add_need(school, &any_time, "reading", 1);
    add_need(school, &two_days, "reading", 1);
    add_plain_need(school, "n3", "reading", 1);
    assert_int_equal(count_asks(school, NULL), 3);
}

static void a_chain_of_needs_takes_the_two_ends(void **state)
{
    (void)state;
    /* The middle one clashes with both; two of three can be done, and it takes no branching luck to see it. */
    schakel_school *school = readers(1);
    add_need_at(school, "n1", 540, 600, SCHAKEL_PRIORITY_NORMAL);
    add_need_at(school, "n2", 590, 650, SCHAKEL_PRIORITY_NORMAL);
    add_need_at(school, "n3", 640, 700, SCHAKEL_PRIORITY_NORMAL);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 2);
    assert_string_equal(ask_at(matching, 0).need_id, "n1");
    assert_string_equal(ask_at(matching, 1).need_id, "n3");
    end(matching, school);
}

static void nobody_is_asked_twice_for_one_need(void **state)
{
    schakel_place place = SCHAKEL_PLACE_INIT;
    (void)state;
    schakel_school *school = readers(1);
    add_plain_need(school, "n", "reading", 2);
    place.need_id = "n";
    place.id = "p2";
    place.concept_id = "reading";
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 1);
    assert_int_equal(schakel_matching_open_count(matching), 2);
    end(matching, school);
}

static void a_place_that_is_kept_takes_the_time_of_the_adult(void **state)
{
    (void)state;
    schakel_school *school = readers(1);
    add_plain_need(school, "n1", "reading", 1);
    add_plain_need(school, "n2", "reading", 1);
    add_ask(school, "q", "a", "n1", NULL, SCHAKEL_ASK_YES);
    assert_int_equal(only_open_reason(school), SCHAKEL_OPEN_BUSY);
}

static void an_adult_asked_twice_for_a_place_takes_one_seat(void **state)
{
    (void)state;
    schakel_school *school = readers(1);
    add_plain_need(school, "n", "reading", 2);
    add_ask(school, "q1", "a", "n", NULL, SCHAKEL_ASK_OPEN);
    add_ask(school, "q2", "a", "n", NULL, SCHAKEL_ASK_YES);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_open_count(matching), 1);
    assert_int_equal(open_at(matching, 0).missing, 1);
    end(matching, school);
}

/* ------------------------------------------------------------------------ next */

static void the_next_one_is_free_then(void **state)
{
    (void)state;
    /* Two at the same time and three people: the third is next for both. */
    schakel_school *school = readers(3);
    add_plain_need(school, "n1", "reading", 1);
    add_plain_need(school, "n2", "reading", 1);
    schakel_matching *matching = match(school, NULL);
    const char *next = ask_at(matching, 0).next_adult_id;
    assert_int_equal(schakel_matching_count(matching), 2);
    assert_non_null(next);
    assert_string_not_equal(next, ask_at(matching, 0).adult_id);
    assert_string_not_equal(next, ask_at(matching, 1).adult_id);
    assert_string_equal(ask_at(matching, 1).next_adult_id, next);
    end(matching, school);
    school = readers(2);
    add_plain_need(school, "n1", "reading", 1);
    add_plain_need(school, "n2", "reading", 1);
    matching = match(school, NULL);
    assert_null(ask_at(matching, 0).next_adult_id);
    end(matching, school);
}

/* ----------------------------------------------------------------------- order */

static void asks_come_by_the_day_to_ask_and_open_places_by_their_day(void **state)
{
    schakel_need early = a_need("z"), late = a_need("a"), long_notice = a_need("m");
    (void)state;
    schakel_school *school = readers(3);
    add_concept(school, "sport", NULL);
    late.date = DAY + 5;
    long_notice.date = DAY + 5;
    long_notice.notice = 14;
    add_need(school, &early, "reading", 1);
    add_need(school, &late, "reading", 1);
    add_need(school, &long_notice, "reading", 1);
    early.id = "z-sport";
    late.id = "a-sport";
    add_need(school, &late, "sport", 1);
    add_need(school, &early, "sport", 1);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 3);
    assert_string_equal(ask_at(matching, 0).need_id, "m");
    assert_int_equal(ask_at(matching, 0).ask_by, DAY - 9);
    assert_string_equal(ask_at(matching, 1).need_id, "z");
    assert_string_equal(ask_at(matching, 2).need_id, "a");
    assert_string_equal(open_at(matching, 0).need_id, "z-sport");
    assert_string_equal(open_at(matching, 1).need_id, "a-sport");
    end(matching, school);
}

/* ----------------------------------------------------------------------- words */

static void reasons_are_said_in_two_languages(void **state)
{
    schakel_need need = a_need("n");
    schakel_place place = SCHAKEL_PLACE_INIT;
    schakel_language_skill skill = {"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
    schakel_adult adult = an_adult("anna");
    (void)state;
    schakel_school *school = readers(0);
    add_group(school, "g");
    adult.languages = &skill;
    adult.language_count = 1;
    add_adult(school, &adult);
    add_child(school, "c", "g", "anna");
    add_plain_offer(school, "o", "anna", "picture-books");
    need.group_id = "g";
    assert_int_equal(schakel_school_add_need(school, &need, NULL), SCHAKEL_OK);
    place.need_id = "n";
    place.id = "p";
    place.concept_id = "reading";
    place.language = "ti";
    place.count = 2;
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    add_ask(school, "q1", "anna", NULL, NULL, SCHAKEL_ASK_DONE);
    add_ask(school, "q2", "anna", NULL, NULL, SCHAKEL_ASK_DONE);
    schakel_matching *matching = match(school, NULL);
    schakel_match_ask ask = ask_at(matching, 0);
    assert_int_equal(ask.reasons, SCHAKEL_REASON_NARROWER_CONCEPT | SCHAKEL_REASON_LANGUAGE |
                                      SCHAKEL_REASON_OWN_GROUP | SCHAKEL_REASON_LEAST_ASKED |
                                      SCHAKEL_REASON_ONLY_ONE);
    assert_string_equal(ask.reason_nl, "Biedt iets aan wat hierbij hoort. Spreekt de taal die nodig is. "
                                       "Heeft een kind in deze groep. Is dit schooljaar al 2 keer gevraagd. "
                                       "Niemand anders kan dit nu doen.");
    assert_string_equal(ask.reason_en,
                        "Offers something that is part of this. Speaks the language that is needed. "
                        "Has a child in this group. Was asked 2 times this school year. "
                        "Nobody else can do this now.");
    assert_string_equal(open_at(matching, 0).why_nl, "Verder biedt niemand dit aan.");
    assert_string_equal(open_at(matching, 0).why_en, "Nobody else offers this.");
    end(matching, school);
}

static void who_was_asked_least_is_told_so(void **state)
{
    (void)state;
    schakel_school *school = readers(2);
    add_ask(school, "q1", "a", NULL, NULL, SCHAKEL_ASK_DONE);
    add_ask(school, "q2", "b", NULL, NULL, SCHAKEL_ASK_DONE);
    add_plain_need(school, "n", "reading", 1);
    schakel_matching *matching = match(school, NULL);
    assert_string_equal(ask_at(matching, 0).reason_nl,
                        "Biedt precies dit aan. Is dit schooljaar al 1 keer gevraagd. "
                        "Niemand die kan, is minder vaak gevraagd.");
    assert_string_equal(ask_at(matching, 0).reason_en,
                        "Offers exactly this. Was asked once this school year. "
                        "Nobody who can was asked less often.");
    end(matching, school);
}

/* ------------------------------------------------------------------- arguments */

static void wrong_options_are_named(void **state)
{
    static const schakel_planned nameless[] = {{"n", "p", "a"}, {"n", NULL, "a"}};
    const schakel_match_options fine = {sizeof fine, TODAY, SCHAKEL_OBJECTIVE_BALANCED, 1, 250, 0, 10, NULL,
                                        0,           5000};
    schakel_match_options wrong[11];
    static const char *const paths[] = {"/today",         "/objective",      "/fit_weight", "/fit_weight",
                                        "/spread_weight", "/travel_minutes", "/max_nodes",  "/change_weight",
                                        "/change_weight", "/planned",        "/planned/1"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        wrong[i] = fine;
    wrong[0].today = SCHAKEL_NO_DATE;
    wrong[1].objective = (schakel_objective)2;
    wrong[2].fit_weight = -1;
    wrong[3].fit_weight = 1001;
    wrong[4].spread_weight = 100001;
    wrong[5].travel_minutes = 1441;
    wrong[6].max_nodes = 0;
    wrong[7].change_weight = -1;
    wrong[8].change_weight = 1000001;
    wrong[9].planned_count = 1;
    wrong[10].planned = nameless;
    wrong[10].planned_count = 2;
    (void)state;
    schakel_school *school = readers(1);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        schakel_matching *matching = (schakel_matching *)school;
        assert_int_equal(schakel_match(school, &wrong[i], &matching, &error), SCHAKEL_INVALID);
        assert_string_equal(error.path, paths[i]);
        assert_null(matching);
    }
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    schakel_matching *matching = NULL;
    schakel_match_options options = plain_options(), sizeless = options;
    schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
    schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    (void)state;
    schakel_school *school = readers(1);
    sizeless.struct_size = 0;
    assert_int_equal(schakel_match(NULL, &options, &matching, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_match(school, NULL, &matching, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_match(school, &sizeless, &matching, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_match(school, &options, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_matching_count(NULL), 0);
    assert_int_equal(schakel_matching_open_count(NULL), 0);
    assert_int_equal(schakel_matching_get_proof(NULL, &proof), SCHAKEL_MISUSE);
    schakel_matching_destroy(NULL);
    matching = match(school, NULL);
    assert_int_equal(schakel_matching_get(matching, 0, &ask), SCHAKEL_MISUSE);
    assert_int_equal(schakel_matching_get_open(matching, 0, &open), SCHAKEL_MISUSE);
    assert_int_equal(schakel_matching_get_proof(matching, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_matching_get_proof(matching, &proof), SCHAKEL_OK);
    assert_int_equal(proof.optimal, 1);
    end(matching, school);
}

static void an_older_caller_gets_what_it_knows(void **state)
{
    schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
    schakel_match_options options = plain_options();
    (void)state;
    schakel_school *school = readers(1);
    add_plain_need(school, "n", "reading", 1);
    options.struct_size = offsetof(schakel_match_options, fit_weight);
    options.max_nodes = -5;
    schakel_matching *matching = match(school, &options);
    ask.struct_size = offsetof(schakel_match_ask, adult_id);
    assert_int_equal(schakel_matching_get(matching, 0, &ask), SCHAKEL_OK);
    assert_string_equal(ask.need_id, "n");
    assert_null(ask.adult_id);
    end(matching, school);
}

static void an_empty_school_has_an_empty_matching(void **state)
{
    schakel_school *school = NULL;
    (void)state;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    schakel_matching *matching = match(school, NULL);
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    assert_int_equal(schakel_matching_get_proof(matching, &proof), SCHAKEL_OK);
    assert_int_equal(schakel_matching_count(matching), 0);
    assert_int_equal(proof.optimal, 1);
    assert_int_equal(proof.value_high, 0);
    end(matching, school);
}

static void costs_over_63_bits_are_refused(void **state)
{
    char id[16];
    (void)state;
    schakel_school *school = readers(0);
    for (int i = 0; i < 9; i++) {
        schakel_need need = a_need(id);
        need.priority = (schakel_priority)(i / 3);
        snprintf(id, sizeof id, "n%d", i);
        assert_int_equal(schakel_school_add_need(school, &need, NULL), SCHAKEL_OK);
        for (int j = 0; j < SCHAKEL_PLACES_MAX; j++) {
            char place_id[16];
            schakel_place place = SCHAKEL_PLACE_INIT;
            snprintf(place_id, sizeof place_id, "p%d", j);
            place.need_id = id;
            place.id = place_id;
            place.concept_id = "reading";
            place.count = SCHAKEL_NUMBER_MAX;
            assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
        }
    }
    schakel_matching *matching = NULL;
    schakel_match_options options = plain_options();
    assert_int_equal(schakel_match(school, &options, &matching, NULL), SCHAKEL_TOO_LARGE);
    assert_null(matching);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_are_spread_over_people),
        cmocka_unit_test(who_was_never_asked_goes_before_who_was),
        cmocka_unit_test(fit_and_spread_are_weighed_unless_the_fairest_is_wanted),
        cmocka_unit_test(the_first_id_wins_when_all_else_is_equal),
        cmocka_unit_test(one_place_of_high_priority_goes_before_many_of_low),
        cmocka_unit_test(needs_that_overlap_clash_and_travel_counts),
        cmocka_unit_test(a_need_without_a_time_or_with_more_days_clashes_with_nothing),
        cmocka_unit_test(a_chain_of_needs_takes_the_two_ends),
        cmocka_unit_test(nobody_is_asked_twice_for_one_need),
        cmocka_unit_test(a_place_that_is_kept_takes_the_time_of_the_adult),
        cmocka_unit_test(an_adult_asked_twice_for_a_place_takes_one_seat),
        cmocka_unit_test(the_next_one_is_free_then),
        cmocka_unit_test(asks_come_by_the_day_to_ask_and_open_places_by_their_day),
        cmocka_unit_test(reasons_are_said_in_two_languages),
        cmocka_unit_test(who_was_asked_least_is_told_so),
        cmocka_unit_test(wrong_options_are_named),
        cmocka_unit_test(misuse_is_told),
        cmocka_unit_test(an_older_caller_gets_what_it_knows),
        cmocka_unit_test(an_empty_school_has_an_empty_matching),
        cmocka_unit_test(costs_over_63_bits_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
