/*
 * What parents offer and school needs, told as stories on the sample school through the public headers.
 * The name of a test begins with the row it tells.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/stories.h"

/* The first concept that a text offers. */
static const char *first_concept(const schakel_understanding *understanding)
{
    schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
    assert_int_equal(schakel_understanding_get_concept(understanding, 0, &found), SCHAKEL_OK);
    assert_false(found.excluded);
    return found.concept_id;
}

static schakel_matching *plan(const schakel_school *school)
{
    schakel_matching *matching = NULL;
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    options.today = schakel_date_from_ymd(2026, 9, 1);
    assert_int_equal(schakel_match(school, &options, &matching, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_matching_verify(matching, school, NULL), SCHAKEL_OK);
    return matching;
}

static int is_asked(const schakel_matching *matching, const char *need_id, const char *adult_id)
{
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        if (strcmp(ask.need_id, need_id) == 0 && strcmp(ask.adult_id, adult_id) == 0)
            return 1;
    }
    return 0;
}

/*
 * At intake a mother writes that she is a nurse. The teacher needs somebody for the first aid lesson. What she
 * wrote becomes an offer, and the plan finds her: a nurse serves that theme.
 */
static void S2_expertise_from_the_intake_is_used(void **state)
{
    static const char intake[] = "Ik ben verpleegkundige in een ziekenhuis. Liever niet luizen pluizen.";
    schakel_school *school = load_sample("school.json");
    schakel_understanding *understanding = NULL;
    schakel_adult mother = SCHAKEL_ADULT_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    (void)state;
    assert_int_equal(schakel_understand(school, intake, strlen(intake), NULL, &understanding, NULL),
                     SCHAKEL_OK);
    const char *concept_id = first_concept(understanding);
    assert_string_equal(concept_id, "schakel:nurse");
    size_t last = schakel_understanding_concept_count(understanding) - 1;
    schakel_found_concept turned_down = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_understanding_get_concept(understanding, last, &turned_down);
    assert_int_equal(turned_down.excluded, 1);
    mother.id = offer.adult_id = "new mother";
    offer.id = "what she wrote";
    offer.text = intake;
    offer.concept_ids = &concept_id;
    offer.concept_count = 1;
    offer.notice = 21;
    need.id = place.need_id = "first aid lesson";
    need.date = schakel_date_from_ymd(2026, 11, 12);
    need.start = 600;
    need.end = 660;
    place.id = "guest";
    place.concept_id = "schakel:theme-first-aid";
    place.count = 2;
    assert_int_equal(schakel_school_add_adult(school, &mother, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_offer(school, &offer, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_need(school, &need, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    schakel_understanding_destroy(understanding);
    schakel_matching *matching = plan(school);
    assert_true(is_asked(matching, "first aid lesson", "new mother"));
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

/* Parents with busy jobs free time when they hear long ahead: nobody is asked later than they want. */
static void S2_everybody_is_asked_in_time(void **state)
{
    schakel_school *school = load_sample("school.json");
    schakel_calendar *calendar = NULL;
    (void)state;
    schakel_matching *matching = plan(school);
    assert_int_equal(schakel_calendar_make(matching, school, NULL, &calendar, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_calendar_count(calendar), schakel_matching_count(matching));
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_matching_get(matching, i, &ask);
        schakel_school_get_offer(school, schakel_school_find(school, SCHAKEL_KIND_OFFER, ask.offer_id),
                                 &offer);
        assert_true(ask.date - ask.ask_by >= offer.notice);
    }
    for (size_t i = 0; i < schakel_calendar_count(calendar); i++) {
        schakel_calendar_entry entry = SCHAKEL_CALENDAR_ENTRY_INIT;
        schakel_calendar_get(calendar, i, &entry);
        assert_true(entry.send_on <= entry.ask_by);
    }
    schakel_calendar_destroy(calendar);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

/* Some are asked too often and others offered and were never asked: the plan turns that round. */
static void S1_who_was_never_asked_comes_first(void **state)
{
    schakel_school *school = load_sample("school.json");
    schakel_load *load = NULL;
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    schakel_load_total before = SCHAKEL_LOAD_TOTAL_INIT, after = SCHAKEL_LOAD_TOTAL_INIT;
    const char *asked[1000];
    (void)state;
    schakel_matching *matching = plan(school);
    options.planned_count = schakel_matching_count(matching);
    assert_true(options.planned_count <= 1000);
    for (size_t i = 0; i < options.planned_count; i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        asked[i] = ask.adult_id;
    }
    options.planned_adult_ids = asked;
    assert_int_equal(schakel_load_count(school, &options, &load, NULL), SCHAKEL_OK);
    schakel_load_get_total(load, SCHAKEL_LOAD_OFFERERS, SCHAKEL_LOAD_RECORDED, &before);
    schakel_load_get_total(load, SCHAKEL_LOAD_OFFERERS, SCHAKEL_LOAD_WITH_PLAN, &after);
    assert_false(before.hidden || after.hidden);
    assert_true(after.never_asked * 4 < before.never_asked);
    assert_true(after.gini < before.gini / 2);
    schakel_load_destroy(load);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

/* A trip with too few helpers is off for now, and that is said; it goes ahead when one more family offers to come. */
static void S2_a_trip_goes_ahead_when_there_are_enough(void **state)
{
    schakel_school *school = load_sample("school.json");
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    const char *const bees = "schakel:beekeeper";
    static const char *const ids[] = {"one", "two", "three"};
    (void)state;
    need.id = place.need_id = "to the bees";
    need.date = schakel_date_from_ymd(2027, 4, 8);
    place.id = "helpers";
    place.concept_id = bees;
    place.count = 4;
    place.minimum = 3;
    assert_int_equal(schakel_school_add_need(school, &need, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < 3; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        adult.id = offer.id = offer.adult_id = ids[i];
        offer.concept_ids = &bees;
        offer.concept_count = 1;
        schakel_matching *matching = plan(school);
        assert_false(i > 0 && is_asked(matching, "to the bees", ids[i - 1]));
        schakel_matching_destroy(matching);
        assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_school_add_offer(school, &offer, NULL), SCHAKEL_OK);
    }
    schakel_matching *matching = plan(school);
    for (size_t i = 0; i < 3; i++)
        assert_true(is_asked(matching, "to the bees", ids[i]));
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S1_who_was_never_asked_comes_first),
        cmocka_unit_test(S2_expertise_from_the_intake_is_used),
        cmocka_unit_test(S2_everybody_is_asked_in_time),
        cmocka_unit_test(S2_a_trip_goes_ahead_when_there_are_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
