/*
 * Matchings whose asks could each be made, but not all of them: made from one school, and checked against one that
 * differs in a single thing.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "match/outcome.h"
#include "unit/match_build.h"

/* What the schools differ in; all else is "a" and "b", who both offer reading, and the needs "n" and "o". */
typedef struct shape {
    schakel_time second_start; /* of "o"; 0 for no such need */
    int32_t cap, offer_cap;    /* of "a" */
    int32_t count, minimum;    /* of the place in "n" */
    int only_a;                /* "b" offers nothing */
    int together;              /* "a" only comes with "b" */
} shape;

static schakel_school *build(const shape *s)
{
    schakel_school *school = new_school();
    schakel_adult adult = an_adult("a");
    schakel_offer offer = an_offer("oa", "a", (const char *const[]){"reading"});
    schakel_need need = a_need("n"), second = a_need("o");
    schakel_place place = SCHAKEL_PLACE_INIT;
    add_concept(school, "reading", NULL);
    adult.cap = s->cap;
    add_adult(school, &adult);
    add_plain_adult(school, "b");
    offer.cap = s->offer_cap;
    offer.together_id = s->together ? "b" : NULL;
    add_offer(school, &offer);
    if (!s->only_a)
        add_plain_offer(school, "ob", "b", "reading");
    assert_int_equal(schakel_school_add_need(school, &need, NULL), SCHAKEL_OK);
    place.need_id = "n";
    place.id = "p";
    place.concept_id = "reading";
    place.count = s->count;
    place.minimum = s->minimum;
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    second.start = s->second_start;
    second.end = s->second_start + 60;
    if (s->second_start > 0)
        add_need(school, &second, "reading", 1);
    return school;
}

/* The matching of one school is refused for the other, since its asks do not go together. */
static void expect_refused(const shape *made_from, const shape *checked_against, int32_t travel_minutes)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = build(made_from), *other = build(checked_against);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_verify(matching, school, &error), SCHAKEL_OK);
    matching->options.travel_minutes = travel_minutes;
    assert_int_equal(schakel_matching_verify(matching, other, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/asks");
    assert_string_equal(error.message, "expected asks that are allowed together");
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    schakel_school_destroy(other);
}

static void two_needs_at_one_time_are_refused(void **state)
{
    const shape apart = {.second_start = 660, .count = 1, .only_a = 1};
    shape at_once = apart;
    (void)state;
    at_once.second_start = 570;
    expect_refused(&apart, &at_once, 0);
    /* An hour lies between them, which is not enough. */
    expect_refused(&apart, &apart, 61);
}

static void more_asks_than_wanted_are_refused(void **state)
{
    const shape free = {.second_start = 660, .count = 1, .only_a = 1};
    shape capped = free;
    (void)state;
    capped.cap = 1;
    expect_refused(&free, &capped, 0);
    capped = free;
    capped.offer_cap = 1;
    expect_refused(&free, &capped, 0);
}

static void more_people_than_places_are_refused(void **state)
{
    const shape wide = {.count = 2}, narrow = {.count = 1};
    (void)state;
    expect_refused(&wide, &narrow, 0);
}

static void fewer_people_than_the_minimum_are_refused(void **state)
{
    const shape one = {.count = 1}, two = {.count = 2, .minimum = 2};
    (void)state;
    expect_refused(&one, &two, 0);
}

static void who_would_come_alone_is_refused(void **state)
{
    const shape alone = {.count = 1}, together = {.count = 1, .together = 1};
    (void)state;
    expect_refused(&alone, &together, 0);
}

/* One person for two places of a need. */
static void one_person_in_a_need_twice_is_refused(void **state)
{
    const shape one = {.count = 1};
    schakel_place place = SCHAKEL_PLACE_INIT;
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    schakel_school *school = build(&one);
    place.need_id = "n";
    place.id = "q";
    place.concept_id = "reading";
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 2);
    for (size_t i = 0; i < 2; i++) {
        matching->asks[i].adult_id = "a";
        matching->asks[i].offer_id = "oa";
    }
    assert_int_equal(schakel_matching_verify(matching, school, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/asks");
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

static void an_effort_that_was_not_made_is_refused(void **state)
{
    const shape one = {.count = 1};
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    schakel_school *school = build(&one);
    schakel_matching *matching = match(school, NULL);
    const int32_t wrong[] = {0, -1, matching->options.max_nodes + 1};
    for (size_t i = 0; i < 3; i++) {
        matching->proof.nodes = wrong[i];
        assert_int_equal(schakel_matching_verify(matching, school, &error), SCHAKEL_INVALID);
        assert_string_equal(error.path, "/proof/nodes");
    }
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_needs_at_one_time_are_refused),
        cmocka_unit_test(more_asks_than_wanted_are_refused),
        cmocka_unit_test(more_people_than_places_are_refused),
        cmocka_unit_test(fewer_people_than_the_minimum_are_refused),
        cmocka_unit_test(who_would_come_alone_is_refused),
        cmocka_unit_test(one_person_in_a_need_twice_is_refused),
        cmocka_unit_test(an_effort_that_was_not_made_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
