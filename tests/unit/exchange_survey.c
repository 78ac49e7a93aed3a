/* The result of a survey as JSON says what the result says, with the members that are promised, in their order. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/exchange_trees.h"
#include "unit/insight_surveys.h"

static void assert_figure(const cJSON *object, const char *name, double number, int is_hidden)
{
    if (is_hidden)
        assert_true(cJSON_IsNull(get(object, name)));
    else
        assert_number(object, name, number);
}

static void assert_share(const cJSON *object, double share, double low, double high, int is_hidden)
{
    assert_figure(object, "share", share, is_hidden);
    assert_figure(object, "low", low, is_hidden);
    assert_figure(object, "high", high, is_hidden);
}

static void assert_choice(const schakel_survey_result *result, size_t question, size_t index,
                          const cJSON *choice)
{
    static const char *const names[] = {"choice", "counted", "count", "share", "low", "high", NULL};
    schakel_choice_result expected = choice_at(result, question, index);
    assert_members(choice, names);
    assert_text(choice, "choice", expected.choice);
    assert_int_equal(cJSON_IsTrue(get(choice, "counted")), expected.counted);
    assert_figure(choice, "count", (double)expected.count, expected.hidden);
    assert_share(choice, expected.share, expected.low, expected.high, expected.hidden);
}

static void assert_question(const schakel_survey_result *result, size_t index, const cJSON *question)
{
    static const char *const names[] = {"id",    "theme", "text", "background", "n", "counted",
                                        "share", "low",   "high", "choices",    NULL};
    static const char *const themes[] = {"role", "safety", "other"};
    schakel_question_result expected = question_at(result, index);
    int no_counted = !expected.has_counted || expected.counted_hidden;
    assert_members(question, names);
    assert_text(question, "id", expected.question_id);
    assert_text(question, "theme", themes[index]);
    assert_text(question, "text", expected.text);
    assert_int_equal(cJSON_IsTrue(get(question, "background")), expected.background);
    assert_figure(question, "n", (double)expected.n, expected.hidden);
    assert_figure(question, "counted", (double)expected.counted, no_counted);
    assert_share(question, expected.share, expected.low, expected.high, no_counted);
    const cJSON *choices = get(question, "choices");
    assert_int_equal(cJSON_GetArraySize(choices), expected.choice_count);
    for (size_t i = 0; i < expected.choice_count; i++)
        assert_choice(result, index, i, cJSON_GetArrayItem(choices, (int)i));
}

static void assert_row(const schakel_survey_result *result, size_t index, const cJSON *row)
{
    static const char *const names[] = {"question",   "breakdown", "background",   "key",  "n",
                                        "counted",    "share",     "low",          "high", "p",
                                        "p_adjusted", "differs",   "with_skipped", NULL};
    static const char *const breakdowns[] = {[SCHAKEL_BY_ROLE] = "role",
                                             [SCHAKEL_BY_LANGUAGE] = "language",
                                             [SCHAKEL_BY_BACKGROUND] = "background"};
    schakel_survey_row expected = row_at(result, index);
    assert_members(row, names);
    assert_text(row, "question", question_at(result, expected.question).question_id);
    assert_text(row, "breakdown", breakdowns[expected.breakdown]);
    assert_text(row, "background", expected.background_id);
    assert_text(row, "key", expected.key);
    assert_figure(row, "n", (double)expected.n, expected.hidden);
    assert_figure(row, "counted", (double)expected.counted, expected.hidden);
    assert_share(row, expected.share, expected.low, expected.high, expected.hidden);
    assert_figure(row, "p", expected.p, expected.hidden);
    assert_figure(row, "p_adjusted", expected.p_adjusted, expected.hidden);
    assert_true(expected.hidden ? cJSON_IsNull(get(row, "differs"))
                                : cJSON_IsBool(get(row, "differs")) &&
                                      cJSON_IsTrue(get(row, "differs")) == expected.differs);
    assert_true(expected.hidden ? cJSON_IsNull(get(row, "with_skipped"))
                                : cJSON_IsTrue(get(row, "with_skipped")) == expected.with_skipped);
}

static void a_survey_says_it_all_and_null_for_what_is_hidden(void **state)
{
    static const char *const names[] = {"survey", "title",       "anonymous", "responses", "min_cell",
                                        "rule",   "comparisons", "questions", "rows",      NULL};
    schakel_survey_result *result = sample_survey("Welcome?");
    char *text = NULL;
    size_t length = 0, hidden = 0, differs = 0;
    (void)state;
    assert_int_equal(schakel_survey_result_to_json(result, SCHAKEL_ENGLISH, &text, &length, NULL),
                     SCHAKEL_OK);
    cJSON *tree = parse(text, length);
    assert_members(tree, names);
    assert_text(tree, "survey", "survey");
    assert_text(tree, "title", "Welcome?");
    assert_true(cJSON_IsTrue(get(tree, "anonymous")));
    assert_number(tree, "responses", 103);
    assert_number(tree, "min_cell", 5);
    assert_non_null(strstr(get(tree, "rule")->valuestring, "under 5 is not shown"));
    assert_number(tree, "comparisons", (double)summary_of(result).comparisons);
    assert_int_equal(cJSON_GetArraySize(get(tree, "questions")), 3);
    for (size_t i = 0; i < 3; i++)
        assert_question(result, i, cJSON_GetArrayItem(get(tree, "questions"), (int)i));
    size_t rows = schakel_survey_result_row_count(result);
    assert_int_equal(cJSON_GetArraySize(get(tree, "rows")), rows);
    for (size_t i = 0; i < rows; i++) {
        assert_row(result, i, cJSON_GetArrayItem(get(tree, "rows"), (int)i));
        hidden += (size_t)row_at(result, i).hidden;
        differs += (size_t)row_at(result, i).differs;
    }
    assert_true(hidden != 0 && differs != 0);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
    schakel_survey_result_destroy(result);
}

static void too_few_responses_are_null(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    schakel_school *school = build_survey(0);
    build_question(school, "q0", 2, 1, 0);
    build_response(school, SCHAKEL_RESPONDENT_MOTHER, "nl", (int[]){0}, 1);
    schakel_survey_result *result = count_survey(school, 5);
    assert_int_equal(schakel_survey_result_to_json(result, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    cJSON *tree = parse(text, length);
    assert_true(cJSON_IsNull(get(tree, "responses")) && cJSON_IsFalse(get(tree, "anonymous")));
    assert_true(cJSON_IsNull(get(get(tree, "questions")->child, "n")));
    assert_int_equal(cJSON_GetArraySize(get(tree, "rows")), 0);
    assert_non_null(strstr(get(tree, "rule")->valuestring, "kleiner dan 5"));
    cJSON_Delete(tree);
    schakel_buffer_free(text);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    (void)state;
    char *text = (char *)"";
    schakel_survey_result *result = sample_survey(NULL);
    assert_int_equal(schakel_survey_result_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_null(text);
    assert_int_equal(schakel_survey_result_to_json(result, SCHAKEL_DUTCH, NULL, NULL, NULL), SCHAKEL_MISUSE);
    schakel_survey_result_destroy(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_survey_says_it_all_and_null_for_what_is_hidden),
        cmocka_unit_test(too_few_responses_are_null),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
