/* What a survey looks like, letter by letter. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "schakel/present.h"
#include "unit/insight_surveys.h"

static char *present(const schakel_survey_result *result, schakel_format format, schakel_language language,
                     const char *title)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *shown = NULL;
    size_t length = 0;
    options.format = format;
    options.language = language;
    options.title = title;
    assert_int_equal(schakel_present_survey_result(result, &options, &shown, &length, NULL), SCHAKEL_OK);
    assert_int_equal(strlen(shown), length);
    return shown;
}

static void text_by_theme_with_groups(void **state)
{
    (void)state;
    schakel_survey_result *result = sample_survey("Voelt u zich welkom?");
    char *shown = present(result, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, "De Brug");
    assert_string_equal(
        shown,
        "De Brug: Voelt u zich welkom?\n"
        "103 mensen hebben de vragen ingevuld. Er staan geen namen bij.\n"
        "\n"
        "Wat ouders doen en verwachten\n"
        "\n"
        "q0\n"
        "55% zegt “yes”: 57 van de 103 mensen. Bij alle ouders samen is dat waarschijnlijk tussen 46% en 65%.\n"
        "  yes                                57  ███████████░░░░░░░░░ 55%\n"
        "  no                                 23  ████░░░░░░░░░░░░░░░░ 22%\n"
        "  perhaps                            23  ████░░░░░░░░░░░░░░░░ 22%\n"
        "\n"
        "  Wie zegt “yes”?\n"
        "  Wie het zijn\n"
        "    moeders                          60  ███████████████░░░░░ 75%, tussen 63% en 84%  meer dan de anderen\n"
        "    vaders                            ·\n"
        "    andere volwassenen                ·\n"
        "  Taal die zij het best spreken\n"
        "    Nederlands                       52  ███████████░░░░░░░░░ 56%, tussen 42% en 68%\n"
        "    Turks                            26  ███████████░░░░░░░░░ 54%, tussen 35% en 71%\n"
        "    Arabisch                         25  ███████████░░░░░░░░░ 56%, tussen 37% en 73%\n"
        "\n"
        "Veiligheid en pesten\n"
        "\n"
        "q1\n"
        "67% zegt “yes” of “no”: 69 van de 103 mensen. Bij alle ouders samen is dat waarschijnlijk tussen 57% en 75%.\n"
        "  yes                                35  ███████░░░░░░░░░░░░░ 34%\n"
        "  no                                 34  ███████░░░░░░░░░░░░░ 33%\n"
        "  perhaps                            34  ███████░░░░░░░░░░░░░ 33%\n"
        "  never                               0  ░░░░░░░░░░░░░░░░░░░░ 0%\n"
        "\n"
        "  Wie zegt “yes” of “no”?\n"
        "  Wie het zijn\n"
        "    moeders                          60  █████████████░░░░░░░ 67%, tussen 54% en 77%\n"
        "    vaders                            ·\n"
        "    andere volwassenen                ·\n"
        "  Taal die zij het best spreken\n"
        "    Nederlands                       52  █████████████░░░░░░░ 67%, tussen 54% en 78%\n"
        "    Turks                            26  █████████████░░░░░░░ 65%, tussen 46% en 81%\n"
        "    Arabisch                         25  ██████████████░░░░░░ 68%, tussen 48% en 83%\n"
        "\n"
        "Wie dit hebben ingevuld\n"
        "\n"
        "q2\n"
        "  yes                                46  ██████████░░░░░░░░░░ 50%\n"
        "  no                                 46  ██████████░░░░░░░░░░ 50%\n"
        "\n"
        "· Staat er “meer dan de anderen” of “minder dan de anderen”? Dat verschil is groot genoeg om niet op toeval te lijken.\n"
        "· Niet alle ouders hebben de vragen ingevuld. Daarom staat erbij wat het bij alle ouders waarschijnlijk is. Wie niet meedeed, kan er anders over denken.\n"
        "· Aantallen van 1 tot en met 4 staan er niet in. Zo kan niemand zien om welke mensen het gaat. Soms staat ook een groter aantal er niet in, omdat je het kleine anders kunt uitrekenen.\n");
    schakel_buffer_free(shown);
    schakel_survey_result_destroy(result);
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0, length = strlen(part);
    for (size_t i = 0; text[i] != '\0'; i++)
        count += strncmp(text + i, part, length) == 0;
    return count;
}

static void a_page_with_a_bar_and_a_whisker_for_each_figure(void **state)
{
    (void)state;
    schakel_survey_result *result = sample_survey("Welcome & <safe>?");
    char *page = present(result, SCHAKEL_FORMAT_HTML, SCHAKEL_ENGLISH, NULL);
    size_t shown = 3 + 4 + 2, hidden = 0; /* choices */
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++) {
        size_t in_breakdown = row_at(result, i).breakdown == SCHAKEL_BY_BACKGROUND;
        shown += !row_at(result, i).hidden;
        /* A breakdown that shows nobody is left out. */
        hidden += row_at(result, i).hidden && !in_breakdown;
    }
    assert_int_equal(hidden, 4);
    assert_int_equal(count_of(page, "<svg "), shown);
    assert_int_equal(count_of(page, "<path "), 2 * shown); /* each twice: white, and dark on it */
    assert_int_equal(count_of(page, "not shown: too few people"), hidden);
    assert_int_equal(count_of(page, "<strong>more than the others</strong>"), 1);
    assert_int_equal(count_of(page, "<h2>"), 3);
    assert_int_equal(count_of(page, "<h3>"), 3);
    assert_int_equal(count_of(page, "<table"), count_of(page, "</table>"));
    assert_int_equal(count_of(page, "<tbody>"), count_of(page, "</tbody>"));
    assert_non_null(strstr(page, "<html lang=\"en\">"));
    assert_non_null(strstr(page, "<h1>Welcome &amp; &lt;safe&gt;?</h1>"));
    assert_non_null(strstr(page, "55% say \xE2\x80\x9Cyes\xE2\x80\x9D: 57 of 103 people."));
    /* 57 of 103 is 55%, from 46% to 65%: the bar and its whisker. */
    assert_non_null(
        strstr(page, "<rect width=\"55\" height=\"10\" fill=\"#0b4a82\"/><path d=\"M46 2v6m0-3H65m0-3v6\""));
    assert_null(strstr(page, "http"));
    assert_null(strstr(page, "<script"));
    schakel_buffer_free(page);
    page = present(result, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH, "De Brug");
    assert_non_null(strstr(page, "<h1>De Brug</h1>\n<h2>Welcome &amp; &lt;safe&gt;?</h2>"));
    schakel_buffer_free(page);
    schakel_survey_result_destroy(result);
}

/* Ten of each answer, none of them by group: nothing to find. */
static void no_difference_and_no_title(void **state)
{
    (void)state;
    schakel_school *school = build_survey(0);
    build_themed_question(school, "q0", SCHAKEL_THEME_HOURS, 2, 1, 0);
    build_themed_question(school, "q1", SCHAKEL_THEME_OTHER, 2, 0, 1);
    for (int i = 0; i < 40; i++)
        build_response(school, i < 20 ? SCHAKEL_RESPONDENT_MOTHER : SCHAKEL_RESPONDENT_FATHER, NULL,
                       (int[]){i % 2, i < 10 ? SKIPS : i / 2 % 2}, 2);
    schakel_survey_result *result = count_survey(school, 5);
    char *text = present(result, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, NULL);
    assert_non_null(strstr(text, "Geen groep antwoordt duidelijk anders dan de anderen."));
    assert_null(strstr(text, "geen namen"));
    assert_non_null(strstr(text, "Schooltijden en vakanties"));
    assert_non_null(strstr(text, "  q1\n    no "));
    assert_non_null(strstr(text, "    geen antwoord "));
    schakel_buffer_free(text);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void too_few_responses_are_told(void **state)
{
    (void)state;
    schakel_survey_result *result = NULL;
    schakel_survey survey = SCHAKEL_SURVEY_INIT;
    schakel_school *school = NULL;
    survey.id = "survey";
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_survey(school, &survey, NULL), SCHAKEL_OK);
    build_question(school, "q0", 2, 1, 0);
    build_response(school, SCHAKEL_RESPONDENT_MOTHER, "nl", (int[]){0}, 1);
    result = count_survey(school, 5);
    char *text = present(result, SCHAKEL_FORMAT_TEXT, SCHAKEL_ENGLISH, NULL);
    assert_string_equal(
        text,
        "What do the parents think?\nThere are too few people to show anything.\n\n\xC2\xB7 Numbers from "
        "1 up to and including 4 are left out. That way nobody can see which people they are. "
        "Sometimes a larger number is left out too, because the small one could be worked out from it.\n");
    schakel_buffer_free(text);
    char *page = present(result, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH, NULL);
    assert_non_null(strstr(page, "<h1>Wat vinden de ouders?</h1>"));
    assert_null(strstr(page, "<svg"));
    assert_null(strstr(page, "<h2>"));
    schakel_buffer_free(page);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

/* Of nobody there is no share. */
static void a_question_that_all_skip_has_no_share(void **state)
{
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    for (int i = 0; i < 40; i++)
        build_response(school, i < 20 ? SCHAKEL_RESPONDENT_MOTHER : SCHAKEL_RESPONDENT_FATHER, NULL,
                       (int[]){SKIPS}, 1);
    schakel_survey_result *result = count_survey(school, 5);
    assert_false(row_at(result, 0).hidden);
    assert_int_equal(row_at(result, 0).n, 0);
    char *text = present(result, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, NULL),
         *page = present(result, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH, NULL);
    assert_non_null(strstr(text, "40 mensen hebben de vragen ingevuld."));
    assert_non_null(strstr(text, "  yes                                 0\n"));
    assert_null(strstr(text, "Wie zegt"));
    assert_non_null(strstr(page, ">yes</th><td>0</td><td></td></tr>"));
    schakel_buffer_free(page);
    schakel_buffer_free(text);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

/* Of 50 mothers 8 skip the question, of 50 fathers 27: among those who answered it, more say yes than among all mothers. */
static void of_two_groups_with_who_skipped_one_says_it_more(void **state)
{
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    for (int i = 0; i < 50; i++) {
        build_response(school, SCHAKEL_RESPONDENT_MOTHER, NULL, (int[]){i < 40 ? 0 : i < 42 ? 1 : SKIPS}, 1);
        build_response(school, SCHAKEL_RESPONDENT_FATHER, NULL, (int[]){i < 20 ? 0 : i < 23 ? 1 : SKIPS}, 1);
    }
    schakel_survey_result *result = count_survey(school, 5);
    assert_true(row_at(result, 0).with_skipped);
    assert_true(question_at(result, 0).share > 0.9);
    char *text = present(result, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, NULL);
    assert_non_null(strstr(text, " 40%, tussen 28% en 54%  minder dan de anderen\n"));
    assert_non_null(strstr(text, " 80%, tussen 67% en 89%  meer dan de anderen\n"));
    schakel_buffer_free(text);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void a_group_of_all_needs_no_line(void **state)
{
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    for (int i = 0; i < 40; i++)
        build_response(school, i < 20 ? SCHAKEL_RESPONDENT_MOTHER : SCHAKEL_RESPONDENT_FATHER, NULL,
                       (int[]){i % 2}, 1);
    schakel_survey_result *result = count_survey(school, 5);
    char *text = present(result, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, NULL);
    assert_non_null(strstr(text, "    vaders                           20 "));
    assert_null(strstr(text, "taal niet bekend"));
    schakel_buffer_free(text);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void a_survey_without_responses_says_so(void **state)
{
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    schakel_survey_result *result = count_survey(school, 5);
    char *text = present(result, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, NULL);
    assert_non_null(strstr(text, "\nNog niemand heeft de vragen ingevuld.\n"));
    assert_null(strstr(text, "Niet alle ouders"));
    schakel_buffer_free(text);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    (void)state;
    char *shown = (char *)"";
    schakel_survey_result *result = sample_survey(NULL);
    assert_int_equal(schakel_present_survey_result(NULL, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_null(shown);
    assert_int_equal(schakel_present_survey_result(result, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    schakel_survey_result_destroy(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_by_theme_with_groups),
        cmocka_unit_test(a_page_with_a_bar_and_a_whisker_for_each_figure),
        cmocka_unit_test(no_difference_and_no_title),
        cmocka_unit_test(too_few_responses_are_told),
        cmocka_unit_test(a_question_that_all_skip_has_no_share),
        cmocka_unit_test(of_two_groups_with_who_skipped_one_says_it_more),
        cmocka_unit_test(a_group_of_all_needs_no_line),
        cmocka_unit_test(a_survey_without_responses_says_so),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
