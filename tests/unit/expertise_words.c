/* From the words of a text to concepts: inflection, compounds, slips and which of several wordings is meant. */
#include "unit/expertise_help.h"

static void a_job_is_known_in_every_form(void **state)
{
    (void)state;
    assert_first("kapper", "hairdresser");
    assert_first("Wij zijn kappers", "hairdresser");
    assert_first("KAPPER", "hairdresser");
    assert_first("Ik ben kapster", "hairdresser");
    assert_first("I am a hairdresser", "hairdresser");
    assert_first("two hairdressers", "hairdresser");
}

static void words_of_a_wording_stand_in_any_order_and_form(void **state)
{
    (void)state;
    assert_first("buizen leggen", "plumber");
    assert_first("ik leg buizen", "plumber");
    assert_first("Buizen heb ik vaak gelegd", "plumber");
    assert_first("ik maak graag taarten", "cakes");
    /* Not when they stand in different sentences. */
    assert_true(score_of("Ik leg iets uit. Over buizen.", "plumber") < score_of("Ik leg buizen", "plumber"));
    /* And not across a clause with a verb of its own. */
    assert_true(score_of("Ik leg uit hoe ik leef met buizen", "plumber") <
                score_of("Ik leg buizen", "plumber"));
}

static void a_separable_verb_is_one_word(void **state)
{
    (void)state;
    assert_first("voorlezen", "reading-aloud");
    assert_first("Ik lees graag voor", "reading-aloud");
    assert_first("om voor te lezen", "reading-aloud");
    assert_first("Ik heb vaak voorgelezen", "reading-aloud");
    assert_true(score_of("Ik lees voor de klas", "reading-aloud") <
                score_of("Ik lees graag voor", "reading-aloud"));
}

static void a_compound_is_understood_by_its_parts(void **state)
{
    (void)state;
    assert_first("ziekenhuisverpleegkundige", "nurse");
    assert_first("hobbyloodgieter", "plumber");
    assert_first("taartenbakker", "cakes");
    /* The last part tells more than the first, and less than the whole word. */
    assert_true(score_of("hobbyloodgieter", "plumber") > score_of("loodgietershond", "plumber"));
    assert_true(score_of("loodgieter", "plumber") > score_of("hobbyloodgieter", "plumber"));
}

static void one_slip_of_the_keyboard_is_forgiven_in_a_long_word(void **state)
{
    (void)state;
    assert_first("lodgieter", "plumber");                 /* one missing */
    assert_first("looddgieter", "plumber");               /* one too many */
    assert_first("loodgjeter", "plumber");                /* a wrong one */
    assert_first("loodgeiter", "plumber");                /* two changed places */
    assert_true(score_of("ik metzel", "bricklayer") > 0); /* of metselen */
    assert_true(score_of("loodgeiter", "plumber") < score_of("loodgieter", "plumber"));
    assert_int_equal(told_of("lodgeiter", "plumber"), 0);          /* two slips */
    assert_int_equal(told_of("kaper", "hairdresser"), 0);          /* too short */
    assert_int_equal(told_of("I speak", "advice-audiovisual"), 0); /* "speaken" is a verb, so no speaker */
    assert_int_equal(told_of("Nederland", "language-dutch"), 0);   /* no slip but another word */
}

static void marks_on_letters_do_not_matter(void **state)
{
    (void)state;
    int32_t score = score_of("mozaïek", "mosaic");
    assert_true(score > 0);
    assert_int_equal(score_of("mozaiek", "mosaic"), score);
    assert_int_equal(score_of("moza\x69\xCC\x88"
                              "ek",
                              "mosaic"),
                     score); /* i and a mark apart */
}

static void a_longer_wording_takes_its_words_with_it(void **state)
{
    (void)state;
    schakel_understanding *u = understand("Ik speel piano");
    schakel_found_concept piano = SCHAKEL_FOUND_CONCEPT_INIT, games = SCHAKEL_FOUND_CONCEPT_INIT;
    assert_int_equal(place_of(u, "piano", &piano), 0);
    place_of(u, "games", &games);
    assert_true(games.score < piano.score / 2);
    schakel_understanding_destroy(u);
}

static void speaking_a_language_is_no_trade(void **state)
{
    (void)state;
    static const char *const others[] = {"advice-it-office", "presenter", "magician",
                                         "advice-career-coaching"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_int_equal(told_of("Ik spreek Turks", others[i]), 0);
    assert_first("Ik spreek Turks", "language-turkish");
    /* Who speaks to others is meant when that is said. */
    assert_first("Ik spreek graag voor een groep", "advice-public-speaking");
    assert_first("Ik spreek graag voor de klas", "help-guest-talk");
    assert_first("Ik ben gastspreker", "help-guest-talk");
    assert_first("ik vertaal", "translator");
}

static void words_by_themselves_add_up(void **state)
{
    (void)state;
    int32_t one = score_of("spuit", "firefighter"), two = score_of("brand en kazerne", "firefighter");
    int32_t three = score_of("brand, slang en kazerne", "firefighter");
    assert_true(one < two && two < three);
}

static void evidence_is_where_the_words_stand(void **state)
{
    (void)state;
    static const char text[] = "Één keer: ik leg de buizen.";
    schakel_understanding *u = understand(text);
    schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_found_evidence evidence = SCHAKEL_FOUND_EVIDENCE_INIT;
    size_t place = place_of(u, "plumber", &found);
    assert_int_equal(place, 0);
    assert_true(found.evidence_count >= 1);
    assert_int_equal(schakel_understanding_get_evidence(u, place, 0, &evidence), SCHAKEL_OK);
    assert_int_equal(evidence.start, strstr(text, "leg") - text);
    assert_int_equal(evidence.end, strstr(text, ".") - text);
    assert_string_equal(evidence.wording, "buizen leggen");
    assert_true(evidence.score > 0 && evidence.score <= 1000);
    assert_int_equal(schakel_understanding_get_evidence(u, place, found.evidence_count, &evidence),
                     SCHAKEL_MISUSE);
    schakel_understanding_destroy(u);
}

static void a_text_without_anything_says_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {"",          " ",      "...",   "Hallo!",
                                        "ik en jij", "Привет", "12 34", "Schakel mij in voor"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        schakel_understanding *u = understand(texts[i]);
        assert_int_equal(schakel_understanding_concept_count(u), 0);
        assert_int_equal(schakel_understanding_language_count(u), 0);
        schakel_understanding_destroy(u);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_job_is_known_in_every_form),
        cmocka_unit_test(words_of_a_wording_stand_in_any_order_and_form),
        cmocka_unit_test(a_separable_verb_is_one_word),
        cmocka_unit_test(a_compound_is_understood_by_its_parts),
        cmocka_unit_test(one_slip_of_the_keyboard_is_forgiven_in_a_long_word),
        cmocka_unit_test(marks_on_letters_do_not_matter),
        cmocka_unit_test(a_longer_wording_takes_its_words_with_it),
        cmocka_unit_test(speaking_a_language_is_no_trade),
        cmocka_unit_test(words_by_themselves_add_up),
        cmocka_unit_test(evidence_is_where_the_words_stand),
        cmocka_unit_test(a_text_without_anything_says_nothing),
    };
    return cmocka_run_group_tests(tests, make_expertise, end_expertise);
}
