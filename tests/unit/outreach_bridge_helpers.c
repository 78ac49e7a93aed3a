/* Who could interpret: adults with a tie to the child, and those who offer it; worked out by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/bridge_build.h"

#define WITHOUT_HELPER "machine ti 30: shared- ti, nearby- ti, video- ti, machine+ ti, telephone+ ti"
#define WITH_OMAR                                                                                            \
    "nearby ti 30: shared- ti, nearby- ti, nearby+ ti omar, video- ti, machine+ ti, telephone+ ti"
#define OMAR_BUSY                                                                                            \
    "machine ti 30: shared- ti, nearby- ti, nearby- ti omar, video- ti, machine+ ti, telephone+ ti"

/* Omar is a friend of the family, whom a parent may let the school tell how Kim does. */
static void who_has_a_tie_must_be_told_how_the_child_does(void **state)
{
    static const struct {
        schakel_tie_kind kind;
        int32_t informed;
        uint32_t consent;
        const char *expected;
    } cases[] = {{SCHAKEL_TIE_FATHER, 1, 0, WITH_OMAR},
                 {SCHAKEL_TIE_FATHER, 0, 0, WITHOUT_HELPER},
                 {SCHAKEL_TIE_FRIEND, 1, 0, WITHOUT_HELPER},
                 {SCHAKEL_TIE_FRIEND, 1, SCHAKEL_SCOPE_PRACTICAL, WITHOUT_HELPER},
                 {SCHAKEL_TIE_FRIEND, 1, SCHAKEL_SCOPE_PROGRESS, WITH_OMAR}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = school_of_derya("ti C2", NULL);
        schakel_consent consent = SCHAKEL_CONSENT_INIT;
        add_adult(school, "omar", "ti C2, nl C1", NULL);
        add_tie(school, "kim", "omar", cases[i].kind, cases[i].informed);
        /* Who may not hear it, may not interpret it either. */
        add_offer(school, "o", "omar", "schakel:interpreter", NULL);
        consent.id = "c";
        consent.child_id = "kim";
        consent.adult_id = "omar";
        consent.by_adult_id = "derya";
        consent.scopes = cases[i].consent;
        consent.given = talk_day();
        if (consent.scopes != 0)
            assert_int_equal(schakel_school_add_consent(school, &consent, NULL), SCHAKEL_OK);
        assert_for_derya(school, cases[i].expected);
        schakel_school_destroy(school);
    }
}

/* Omar may hear about Kim, not about Tom; the talk may be about both. */
static void of_every_child_that_they_share(void **state)
{
    (void)state;
    schakel_school *school = school_of_derya("ti C2", NULL);
    add_adult(school, "omar", "ti C2, nl C1", NULL);
    add_tie(school, "kim", "omar", SCHAKEL_TIE_FATHER, 1);
    add_child(school, "tom", NULL);
    add_tie(school, "tom", "derya", SCHAKEL_TIE_MOTHER, 1);
    assert_for_derya(school, WITH_OMAR);
    add_tie(school, "tom", "omar", SCHAKEL_TIE_OTHER, 1);
    assert_for_derya(school, WITHOUT_HELPER);
    schakel_school_destroy(school);
}

static void a_helper_speaks_both_languages_at_b1(void **state)
{
    static const char *const too_little[] = {"ti C2",     "ti C2, nl A2", "ti C2, nl",    "ti A2, nl C2",
                                             "ti, nl C2", "nl C2",        "tir C2, nl C2"};
    static const char *const enough[] = {"ti B1, nl B1", "ti-ET C1, nl-BE B2", "nl C2, en A1, ti C2"};
    (void)state;
    for (size_t i = 0; i < sizeof too_little / sizeof too_little[0]; i++) {
        schakel_school *school = school_of_derya("ti C2", NULL);
        add_adult(school, "omar", too_little[i], NULL);
        add_offer(school, "o", "omar", "schakel:interpreter", NULL);
        assert_for_derya(school, WITHOUT_HELPER);
        schakel_school_destroy(school);
    }
    for (size_t i = 0; i < sizeof enough / sizeof enough[0]; i++) {
        schakel_school *school = school_of_derya("ti C2", NULL);
        add_adult(school, "omar", enough[i], NULL);
        add_offer(school, "o", "omar", "schakel:interpreter", NULL);
        assert_for_derya(school, WITH_OMAR);
        schakel_school_destroy(school);
    }
}

/* Omar does not speak Tigrinya, but Arabic, which she speaks as well; Aron's Arabic would do too, and he has better. */
static void another_language_that_the_parent_speaks_will_do(void **state)
{
    (void)state;
    schakel_school *school = school_of_derya("ti C2, ar B1, en A2", NULL);
    add_adult(school, "omar", "ar C2, nl C1", NULL);
    add_offer(school, "o", "omar", "schakel:interpreter", NULL);
    add_adult(school, "aron", "ar C2, ti B1, nl C1", NULL);
    add_offer(school, "a", "aron", "schakel:interpreter", NULL);
    add_adult(school, "eva", "en C2, nl C2", NULL);
    add_offer(school, "e", "eva", "schakel:interpreter", NULL);
    assert_for_derya(school, "nearby ti 30: shared- ti, nearby- ti, nearby+ ti aron, nearby+ ar omar, "
                             "video- ti, machine+ ti, telephone+ ti");
    schakel_school_destroy(school);
}

static void what_is_offered_must_be_to_interpret(void **state)
{
    static const struct {
        const char *concept_id;
        const char *expected;
    } cases[] = {{"schakel:interpreter", WITH_OMAR},
                 {"schakel:translator", WITH_OMAR},
                 {"schakel:need-interpreting", WITH_OMAR},
                 {"court", WITH_OMAR},
                 {"court-asylum", WITH_OMAR},
                 {"schakel:work-office", WITHOUT_HELPER},
                 {"schakel:need-translation", WITHOUT_HELPER},
                 {"other", WITHOUT_HELPER}};
    static const char *const own[][2] = {
        {"court", "schakel:interpreter"}, {"court-asylum", "court"}, {"other", "schakel:plumber"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = school_of_derya("ti C2", NULL);
        for (size_t k = 0; k < 3; k++) {
            schakel_concept record = SCHAKEL_CONCEPT_INIT;
            record.id = own[k][0];
            record.broader_id = own[k][1];
            assert_int_equal(schakel_school_add_concept(school, &record, NULL), SCHAKEL_OK);
        }
        add_adult(school, "omar", "ti C2, nl C1", NULL);
        add_offer(school, "o", "omar", cases[i].concept_id, NULL);
        assert_for_derya(school, cases[i].expected);
        schakel_school_destroy(school);
    }
}

static void an_offer_holds_as_far_as_it_says(void **state)
{
    static const char *const dutch_and_turkish[] = {"nl", "tr"}, *const tigrinya[] = {"ti-ER"};
    schakel_offer like[5];
    static const char *const expected[] = {WITHOUT_HELPER, WITHOUT_HELPER, WITH_OMAR, WITHOUT_HELPER,
                                           WITHOUT_HELPER};
    (void)state;
    for (size_t i = 0; i < 5; i++)
        like[i] = (schakel_offer)SCHAKEL_OFFER_INIT;
    like[0].limit = SCHAKEL_LIMIT_NEVER;
    like[1].languages = dutch_and_turkish;
    like[1].language_count = 2;
    like[2].languages = tigrinya;
    like[2].language_count = 1;
    like[3].together_id = "derya";
    like[4].limit = SCHAKEL_LIMIT_OWN_GROUP;
    for (size_t i = 0; i < 5; i++) {
        schakel_school *school = school_of_derya("ti C2", NULL);
        add_adult(school, "omar", "ti C2, nl C1", NULL);
        add_child(school, "bas", "g2");
        add_tie(school, "bas", "omar", SCHAKEL_TIE_FATHER, 1);
        add_offer(school, "o", "omar", "schakel:interpreter", &like[i]);
        assert_for_derya(school, expected[i]);
        schakel_school_destroy(school);
    }
}

static void an_offer_for_the_own_group_holds_there(void **state)
{
    schakel_offer like = SCHAKEL_OFFER_INIT;
    like.limit = SCHAKEL_LIMIT_OWN_GROUP;
    (void)state;
    schakel_school *school = school_of_derya("ti C2", NULL);
    add_adult(school, "omar", "ti C2, nl C1", NULL);
    add_offer(school, "o", "omar", "schakel:interpreter", &like);
    add_child(school, "bas", NULL);
    add_tie(school, "bas", "omar", SCHAKEL_TIE_FATHER, 1);
    /* Without a group, neither child is in the group of the other. */
    add_child(school, "tom", NULL);
    add_tie(school, "tom", "derya", SCHAKEL_TIE_MOTHER, 1);
    assert_for_derya(school, WITHOUT_HELPER);
    add_child(school, "mia", "g1");
    add_tie(school, "mia", "omar", SCHAKEL_TIE_FATHER, 1);
    assert_for_derya(school, WITH_OMAR);
    schakel_school_destroy(school);
}

/* Of his offers the one with which he can come counts. */
static void the_best_of_several_offers_counts(void **state)
{
    static const schakel_window evening = {0x7F, 19 * 60, 22 * 60};
    schakel_offer like = SCHAKEL_OFFER_INIT;
    like.windows = &evening;
    like.window_count = 1;
    (void)state;
    schakel_school *school = school_of_derya("ti C2", NULL);
    add_adult(school, "omar", "ti C2, nl C1", NULL);
    add_offer(school, "evening", "omar", "schakel:interpreter", &like);
    assert_for_derya(school, OMAR_BUSY);
    add_offer(school, "always", "omar", "schakel:translator", NULL);
    assert_for_derya(school, WITH_OMAR);
    schakel_school_destroy(school);
}

/* Arabic now is better than Tigrinya in the evening, in whatever order he offers them. */
static void coming_counts_more_than_the_language(void **state)
{
    static const schakel_window evening = {0x7F, 19 * 60, 22 * 60};
    static const char *const arabic[] = {"ar"}, *const tigrinya[] = {"ti"};
    (void)state;
    for (int first = 0; first < 2; first++) {
        schakel_school *school = school_of_derya("ti C2, ar B1", NULL);
        add_adult(school, "omar", "ti C2, ar C2, nl C1", NULL);
        for (int i = 0; i < 2; i++) {
            int is_tigrinya = i == first;
            schakel_offer like = SCHAKEL_OFFER_INIT;
            like.languages = is_tigrinya ? tigrinya : arabic;
            like.language_count = 1;
            like.windows = &evening;
            like.window_count = (size_t)is_tigrinya;
            add_offer(school, is_tigrinya ? "ti" : "ar", "omar", "schakel:interpreter", &like);
        }
        assert_for_derya(school, "nearby ar 30: shared- ti, nearby- ti, nearby+ ar omar, video- ti, "
                                 "machine+ ti, telephone+ ti");
        schakel_school_destroy(school);
    }
}

/* From nine to half past, bridge included, on Tuesday 24 November 2026. */
static void a_helper_can_come_then(void **state)
{
    static const struct {
        schakel_window window;
        schakel_exception exception;
        const char *at_nine, *some_time;
    } cases[] = {
        {{0x02, 540, 570}, {0, 0, 1, 0}, WITH_OMAR, WITH_OMAR},
        {{0x02, 540, 569}, {0, 0, 1, 0}, OMAR_BUSY, OMAR_BUSY},
        {{0x02, 541, 571}, {0, 0, 1, 0}, OMAR_BUSY, WITH_OMAR},
        {{0x7D, 0, 1440}, {0, 0, 1, 0}, OMAR_BUSY, OMAR_BUSY},
        {{0x7F, 0, 1440}, {20781, 569, 600, 0}, OMAR_BUSY, WITH_OMAR},
        {{0x7F, 0, 1440}, {20781, 570, 600, 0}, WITH_OMAR, WITH_OMAR},
        {{0x7F, 0, 1440}, {20780, 0, 1440, 0}, WITH_OMAR, WITH_OMAR},
        {{0x7F, 0, 1440}, {20781, 0, 1440, 0}, OMAR_BUSY, OMAR_BUSY},
        {{0x01, 0, 1440}, {20781, 540, 570, 1}, WITH_OMAR, WITH_OMAR},
        {{0x02, 1410, 1440}, {0, 0, 1, 0}, OMAR_BUSY, WITH_OMAR},
        {{0x02, 1411, 1440}, {0, 0, 1, 0}, OMAR_BUSY, OMAR_BUSY},
    };
    (void)state;
    assert_int_equal(talk_day(), 20781);
    /* The windows of the adult, and those of the offer. */
    for (size_t i = 0; i < 2 * sizeof cases / sizeof cases[0]; i++) {
        size_t n = i / 2;
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        if (i % 2 == 0) {
            adult.windows = &cases[n].window;
            adult.exceptions = &cases[n].exception;
            adult.window_count = adult.exception_count = 1;
        } else {
            offer.windows = &cases[n].window;
            offer.exceptions = &cases[n].exception;
            offer.window_count = offer.exception_count = 1;
        }
        schakel_school *school = school_of_derya("ti C2", NULL);
        schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
        add_adult(school, "omar", "ti C2, nl C1", &adult);
        add_offer(school, "o", "omar", "schakel:interpreter", &offer);
        assert_planned(school, &options, cases[n].at_nine);
        options.start = SCHAKEL_NO_TIME;
        assert_planned(school, &options, cases[n].some_time);
        schakel_school_destroy(school);
    }
}

/* A father in the talk is there as a father, however good his Dutch. */
static void nobody_in_the_talk_interprets(void **state)
{
    static const char *const both[] = {"derya", "omar"};
    (void)state;
    schakel_school *school = school_of_derya("ti C2", NULL);
    add_adult(school, "omar", "ti C2, nl C1", NULL);
    add_tie(school, "kim", "omar", SCHAKEL_TIE_FATHER, 1);
    add_offer(school, "o", "omar", "schakel:interpreter", NULL);
    const schakel_bridge_options options = talk_of(both, 2, teacher, 1);
    assert_planned(school, &options, WITHOUT_HELPER);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_a_tie_must_be_told_how_the_child_does),
        cmocka_unit_test(of_every_child_that_they_share),
        cmocka_unit_test(a_helper_speaks_both_languages_at_b1),
        cmocka_unit_test(another_language_that_the_parent_speaks_will_do),
        cmocka_unit_test(what_is_offered_must_be_to_interpret),
        cmocka_unit_test(an_offer_holds_as_far_as_it_says),
        cmocka_unit_test(an_offer_for_the_own_group_holds_there),
        cmocka_unit_test(the_best_of_several_offers_counts),
        cmocka_unit_test(coming_counts_more_than_the_language),
        cmocka_unit_test(a_helper_can_come_then),
        cmocka_unit_test(nobody_in_the_talk_interprets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
