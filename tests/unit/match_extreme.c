/* Schools that are allowed but strange, and could make a matching slow or too large. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/match_build.h"

/* A letter and a number of as many digits for all, so that ids come in the order of their numbers. */
typedef struct numbered {
    char text[16];
} numbered;

static numbered number(char letter, int index)
{
    numbered id;
    snprintf(id.text, sizeof id.text, "%c%05d", letter, index);
    return id;
}

static schakel_school *readers(int count, int32_t cap)
{
    schakel_school *school = new_school();
    add_concept(school, "reading", NULL);
    for (int i = 0; i < count; i++) {
        numbered id = number('a', i);
        schakel_adult adult = an_adult(id.text);
        adult.cap = cap;
        add_adult(school, &adult);
    }
    return school;
}

/* An offer of an adult; `together` is the number of the other, or -1. */
static void add_numbered_offer(schakel_school *school, int index, int adult, int32_t cap, int together)
{
    numbered id = number('o', index), who = number('a', adult), other = number('a', together);
    schakel_offer offer = an_offer(id.text, who.text, (const char *const[]){"reading"});
    offer.cap = cap;
    offer.together_id = together < 0 ? NULL : other.text;
    add_offer(school, &offer);
}

static void add_places(schakel_school *school, int places, int32_t count)
{
    schakel_need need = a_need("n");
    schakel_place place = SCHAKEL_PLACE_INIT;
    assert_int_equal(schakel_school_add_need(school, &need, NULL), SCHAKEL_OK);
    place.need_id = "n";
    place.concept_id = "reading";
    place.count = count;
    for (int i = 0; i < places; i++) {
        numbered id = number('p', i);
        place.id = id.text;
        assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    }
}

/* Match, check, and end the school. Returns how many are asked. */
static size_t asked_with_proof(schakel_school *school, const schakel_match_options *options, int32_t *nodes)
{
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    schakel_matching *matching = match(school, options);
    size_t count = schakel_matching_count(matching);
    assert_int_equal(schakel_matching_get_proof(matching, &proof), SCHAKEL_OK);
    assert_int_equal(proof.optimal, 1);
    assert_int_equal(schakel_matching_verify(matching, school, NULL), SCHAKEL_OK);
    *nodes = proof.nodes;
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    return count;
}

/* Every two of the 10,000 ways to ask exclude each other; that one is all needs no branching. */
static void one_person_with_many_offers_for_one_time(void **state)
{
    int32_t nodes;
    (void)state;
    schakel_school *school = readers(1, 0);
    for (int i = 0; i < 100; i++)
        add_numbered_offer(school, i, 0, 1, -1);
    for (int i = 0; i < 100; i++) {
        numbered id = number('n', i);
        add_plain_need(school, id.text, "reading", 1);
    }
    assert_int_equal(asked_with_proof(school, NULL, &nodes), 1);
    assert_int_equal(nodes, 1);
}

/* At each of three times there are many needs, the most urgent at the first; which is a matter for the flow. */
static void one_person_with_many_needs_at_a_few_times(void **state)
{
    int32_t nodes;
    (void)state;
    schakel_school *school = readers(1, 0);
    add_numbered_offer(school, 0, 0, 0, -1);
    for (int i = 0; i < 90; i++) {
        numbered id = number('n', i);
        schakel_need need = a_need(id.text);
        need.start += i / 30 * 60 + i % 10;
        need.end = need.start + 51;
        need.priority = i < 30 ? SCHAKEL_PRIORITY_HIGH : SCHAKEL_PRIORITY_NORMAL;
        add_need(school, &need, "reading", 1);
    }
    assert_int_equal(asked_with_proof(school, NULL, &nodes), 3);
    assert_int_equal(nodes, 1);
}

/* Nobody sings, so nobody needs to be tried for reading beside it. */
static void a_need_that_is_off_anyhow_takes_no_search(void **state)
{
    int32_t nodes;
    schakel_place place = SCHAKEL_PLACE_INIT;
    (void)state;
    schakel_school *school = readers(2, 0);
    add_numbered_offer(school, 0, 0, 0, -1);
    add_numbered_offer(school, 1, 1, 0, -1);
    add_concept(school, "singing", NULL);
    add_places(school, 1, 2);
    place.need_id = "n";
    place.id = "q";
    place.concept_id = "singing";
    place.minimum = 1;
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    assert_int_equal(asked_with_proof(school, NULL, &nodes), 0);
    assert_int_equal(nodes, 1);
}

/* The last one offers nothing, so the one before cannot come, and so on up to the first. */
static void a_long_chain_of_company_breaks_at_its_end(void **state)
{
    int32_t nodes;
    (void)state;
    schakel_school *school = readers(5001, 0);
    for (int i = 0; i < 5000; i++)
        add_numbered_offer(school, i, i, 0, i + 1);
    add_places(school, 1, 5000);
    assert_int_equal(asked_with_proof(school, NULL, &nodes), 0);
}

static void a_ring_of_company_comes_as_one(void **state)
{
    int32_t nodes;
    (void)state;
    schakel_school *school = readers(200, 0);
    for (int i = 0; i < 200; i++)
        add_numbered_offer(school, i, i, 0, (i + 1) % 200);
    add_places(school, 250, 1);
    assert_int_equal(asked_with_proof(school, NULL, &nodes), 200);
}

/* As many people and asks as there may be in one record. */
static void the_largest_numbers_fit(void **state)
{
    schakel_match_options options = plain_options();
    int32_t nodes;
    (void)state;
    options.objective = SCHAKEL_OBJECTIVE_FAIREST;
    schakel_school *school = readers(50, SCHAKEL_NUMBER_MAX);
    for (int i = 0; i < 50; i++)
        add_numbered_offer(school, i, i, SCHAKEL_NUMBER_MAX, -1);
    for (int i = 0; i < 20; i++) {
        numbered id = number('n', i);
        schakel_need need = a_need(id.text);
        need.date += i;
        add_need(school, &need, "reading", SCHAKEL_NUMBER_MAX);
    }
    assert_int_equal(asked_with_proof(school, &options, &nodes), 1000);
}

/* Squares of loads times all the misfit there could be: said, and not got wrong. */
static void too_large_is_said(void **state)
{
    schakel_match_options options = plain_options();
    schakel_matching *matching = NULL;
    (void)state;
    options.objective = SCHAKEL_OBJECTIVE_FAIREST;
    schakel_school *school = readers(200, 0);
    for (int i = 0; i < 200; i++)
        add_numbered_offer(school, i, i, 0, -1);
    for (int i = 0; i < 1000; i++) {
        numbered id = number('n', i);
        schakel_need need = a_need(id.text);
        need.date += i % 200;
        need.start = 480 + 60 * (i / 200);
        need.end = need.start + 60;
        add_need(school, &need, "reading", SCHAKEL_NUMBER_MAX);
    }
    assert_int_equal(schakel_match(school, &options, &matching, NULL), SCHAKEL_TOO_LARGE);
    assert_null(matching);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_person_with_many_offers_for_one_time),
        cmocka_unit_test(one_person_with_many_needs_at_a_few_times),
        cmocka_unit_test(a_need_that_is_off_anyhow_takes_no_search),
        cmocka_unit_test(a_long_chain_of_company_breaks_at_its_end),
        cmocka_unit_test(a_ring_of_company_comes_as_one),
        cmocka_unit_test(the_largest_numbers_fit),
        cmocka_unit_test(too_large_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
