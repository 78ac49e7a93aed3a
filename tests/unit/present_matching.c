/* What a matching looks like, letter by letter. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/present_stand_in.h"

#define OK(call) assert_int_equal((call), SCHAKEL_OK)

static schakel_date day(int month, int number)
{
    return schakel_date_from_ymd(2026, month, number);
}

static void add_need(schakel_school *school, const char *id, const char *title, schakel_date first,
                     schakel_date last, schakel_time start, schakel_time end)
{
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    need.id = place.need_id = id;
    need.title = title;
    need.date = first;
    need.last_date = last;
    need.start = start;
    need.end = end;
    place.id = "helpers";
    place.concept_id = title != NULL ? "reading" : "cleaning";
    place.count = 3;
    OK(schakel_school_add_need(school, &need, NULL));
    OK(schakel_school_add_place(school, &place, NULL));
}

/* Names and labels are left out where the ids must stand in for them. */
static schakel_school *make_school(void)
{
    schakel_school *school = NULL;
    schakel_concept reading = SCHAKEL_CONCEPT_INIT, cleaning = SCHAKEL_CONCEPT_INIT;
    schakel_adult fatima = SCHAKEL_ADULT_INIT, jan = SCHAKEL_ADULT_INIT;
    OK(schakel_school_create(NULL, &school, NULL));
    reading.id = "reading";
    reading.label_nl = "voorlezen";
    reading.label_en = "reading aloud";
    cleaning.id = "cleaning";
    fatima.id = "a1";
    fatima.name = "Fatima el Amrani";
    jan.id = "a2";
    OK(schakel_school_add_concept(school, &reading, NULL));
    OK(schakel_school_add_concept(school, &cleaning, NULL));
    OK(schakel_school_add_adult(school, &fatima, NULL));
    OK(schakel_school_add_adult(school, &jan, NULL));
    add_need(school, "n1", "Voorlezen in groep 3", day(9, 10), day(9, 10), 510, 555);
    add_need(school, "n2", NULL, day(9, 14), day(9, 18), SCHAKEL_NO_TIME, SCHAKEL_NO_TIME);
    return school;
}

static const schakel_match_ask asks[] = {
    {sizeof(schakel_match_ask), "n1", "helpers", "a1", "o1", 1000, 0, 0, 0, 0, "Zij biedt dit aan.",
     "She offers this.", "a2", 0},
    {sizeof(schakel_match_ask), "n2", "helpers", "a2", "o2", 900, 0, 0, 0, 0, "Hij kan dit ook.",
     "He can do this too.", NULL, 0},
    {sizeof(schakel_match_ask), "n2", "helpers", "a1", "o1", 900, 0, 0, 0, 0, "Zij kan dit ook.",
     "She can do this too.", "a2", 0},
};
static const schakel_match_open open_places[] = {
    {sizeof(schakel_match_open), "n1", "helpers", 2, SCHAKEL_OPEN_TIME, "Niemand kan dan komen.",
     "Nobody can come then."},
    {sizeof(schakel_match_open), "n2", "helpers", 1, SCHAKEL_OPEN_NO_OFFER, "Niemand biedt dit aan.",
     "Nobody offers this."},
};

static void compare(size_t ask_count, size_t open_count, int optimal, const schakel_present_options *options,
                    const char *expected)
{
    schakel_match_ask dated[3];
    schakel_matching matching;
    const schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    memset(&matching, 0, sizeof matching);
    memcpy(dated, asks, sizeof dated);
    dated[0].date = day(9, 10);
    dated[0].ask_by = day(9, 1);
    dated[1].date = dated[2].date = day(9, 14);
    dated[1].ask_by = dated[2].ask_by = day(9, 7);
    assert_true(sk_allocator_resolve(NULL, &matching.allocator));
    matching.asks = dated;
    matching.ask_count = ask_count;
    matching.open = open_places;
    matching.open_count = open_count;
    matching.proof = proof;
    matching.proof.optimal = optimal;
    matching.proof.nodes = 10000;
    schakel_school *school = make_school();
    char *shown = NULL;
    OK(schakel_present_matching(&matching, school, options, &shown, NULL, NULL));
    assert_string_equal(shown, expected);
    schakel_buffer_free(shown);
    schakel_school_destroy(school);
}

static void asks_by_date_then_what_stays_open_then_the_proof(void **state)
{
    (void)state;
    compare(
        3, 2, 1, NULL,
        "Vraag uiterlijk op dinsdag 1 september 2026\n"
        "  Fatima el Amrani voor Voorlezen in groep 3 (voorlezen), donderdag 10 september 2026, 08:30 tot 09:15 uur\n"
        "    waarom: Zij biedt dit aan.\n"
        "    bij nee: a2\n"
        "\n"
        "Vraag uiterlijk op maandag 7 september 2026\n"
        "  a2 voor n2 (cleaning), maandag 14 september 2026\n"
        "    waarom: Hij kan dit ook.\n"
        "    bij nee: er is dan niemand anders\n"
        "  Fatima el Amrani voor n2 (cleaning), maandag 14 september 2026\n"
        "    waarom: Zij kan dit ook.\n"
        "    bij nee: a2\n"
        "\n"
        "Dit blijft open\n"
        "  Voorlezen in groep 3 (voorlezen), donderdag 10 september 2026, 08:30 tot 09:15 uur\n"
        "    nog nodig: 2 mensen\n"
        "    waarom: Niemand kan dan komen.\n"
        "  n2 (cleaning), maandag 14 september 2026 tot en met vrijdag 18 september 2026\n"
        "    nog nodig: 1 persoon\n"
        "    waarom: Niemand biedt dit aan.\n"
        "\n"
        "3 vragen te stellen; 3 plaatsen blijven open.\n"
        "Bewezen: beter kan niet.\n");
}

static void in_english_with_colour_and_a_title(void **state)
{
    (void)state;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.language = SCHAKEL_ENGLISH;
    options.colour = 1;
    options.title = "De Springplank";
    compare(
        1, 0, 0, &options,
        "\x1B[1mDe Springplank\x1B[0m\n"
        "\n"
        "\x1B[36mAsk no later than Tuesday 1 September 2026\x1B[0m\n"
        "  \x1B[1mFatima el Amrani\x1B[0m for Voorlezen in groep 3 (reading aloud), Thursday 10 September 2026, 08:30 to 09:15\n"
        "    why: She offers this.\n"
        "    if no: a2\n"
        "\n"
        "\x1B[1m1 ask to send; every place is filled.\x1B[0m\n"
        "Not proven: stopped after 10000 tries; it might be done a little better.\n");
}

static void nothing_to_ask_is_said(void **state)
{
    (void)state;
    compare(0, 0, 1, NULL, "Er is niets te vragen.\nBewezen: beter kan niet.\n");
}

static void a_built_in_concept_has_its_label(void **state)
{
    schakel_matching matching;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    schakel_concept builtin = SCHAKEL_CONCEPT_INIT;
    schakel_match_open open = {
        sizeof(schakel_match_open), "n3", "helpers", 1, SCHAKEL_OPEN_NO_OFFER, "Niemand biedt dit aan.",
        "Nobody offers this."};
    (void)state;
    if (schakel_builtin_concept_get(0, &builtin) != SCHAKEL_OK)
        skip();
    memset(&matching, 0, sizeof matching);
    assert_true(sk_allocator_resolve(NULL, &matching.allocator));
    matching.open = &open;
    matching.open_count = 1;
    schakel_school *school = make_school();
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    need.id = place.need_id = "n3";
    need.date = day(9, 10);
    place.id = "helpers";
    place.concept_id = builtin.id;
    OK(schakel_school_add_need(school, &need, NULL));
    OK(schakel_school_add_place(school, &place, NULL));
    for (int language = SCHAKEL_DUTCH; language <= SCHAKEL_ENGLISH; language++) {
        char expected[300], *shown = NULL;
        options.language = (schakel_language)language;
        snprintf(expected, sizeof expected, "n3 (%s), ",
                 language == SCHAKEL_DUTCH ? builtin.label_nl : builtin.label_en);
        OK(schakel_present_matching(&matching, school, &options, &shown, NULL, NULL));
        assert_non_null(strstr(shown, expected));
        schakel_buffer_free(shown);
    }
    schakel_school_destroy(school);
}

static void what_is_missing_is_refused(void **state)
{
    (void)state;
    schakel_matching matching;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *shown = NULL;
    memset(&matching, 0, sizeof matching);
    assert_true(sk_allocator_resolve(NULL, &matching.allocator));
    schakel_school *school = make_school();
    assert_int_equal(schakel_present_matching(&matching, NULL, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_matching(NULL, school, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_matching(&matching, school, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    /* There is no calendar for a matching of another school. */
    options.format = SCHAKEL_FORMAT_HTML;
    assert_int_equal(schakel_present_matching(&matching, school, &options, &shown, NULL, NULL),
                     SCHAKEL_NOT_FOUND);
    assert_null(shown);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_by_date_then_what_stays_open_then_the_proof),
        cmocka_unit_test(in_english_with_colour_and_a_title),
        cmocka_unit_test(nothing_to_ask_is_said),
        cmocka_unit_test(a_built_in_concept_has_its_label),
        cmocka_unit_test(what_is_missing_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
