/* Every allocation of a survey that is counted, shown and written fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"
#include "schakel/present.h"

static const char *const choices[] = {"yes", "no"};

static schakel_status add_question(schakel_school *school, const char *id, int background)
{
    schakel_survey_question question = SCHAKEL_SURVEY_QUESTION_INIT;
    question.id = question.text = id;
    question.survey_id = "survey";
    question.choices = question.counted = choices;
    question.choice_count = 2;
    question.counted_count = 1;
    question.background = background;
    return schakel_school_add_survey_question(school, &question, NULL);
}

/* Forty respondents of ten languages. */
static schakel_status fill(schakel_school *school)
{
    schakel_survey survey = SCHAKEL_SURVEY_INIT;
    survey.id = survey.title = "survey";
    schakel_status status = schakel_school_add_survey(school, &survey, NULL);
    if (status == SCHAKEL_OK)
        status = add_question(school, "asked", 0);
    if (status == SCHAKEL_OK)
        status = add_question(school, "background", 1);
    for (int i = 0; i < 40 && status == SCHAKEL_OK; i++) {
        char id[32], tag[3] = {'a', (char)('a' + i % 10), '\0'};
        schakel_reply replies[] = {{"asked", choices[i % 2]}, {"background", choices[i / 2 % 2]}};
        schakel_response response = SCHAKEL_RESPONSE_INIT;
        snprintf(id, sizeof id, "r%d", i);
        response.id = id;
        response.survey_id = "survey";
        response.role = i % 3 ? SCHAKEL_RESPONDENT_MOTHER : SCHAKEL_RESPONDENT_FATHER;
        response.language = tag;
        response.replies = replies;
        response.reply_count = 2;
        status = schakel_school_add_response(school, &response, NULL);
    }
    return status;
}

static schakel_status show(const schakel_survey_result *result)
{
    schakel_present_options page = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL, *html = NULL, *json = NULL;
    page.format = SCHAKEL_FORMAT_HTML;
    schakel_status status = schakel_present_survey_result(result, NULL, &text, NULL, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_survey_result(result, &page, &html, NULL, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_survey_result_to_json(result, SCHAKEL_DUTCH, &json, NULL, NULL);
    schakel_buffer_free(text);
    schakel_buffer_free(html);
    schakel_buffer_free(json);
    return status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_survey_result *result = NULL;
    (void)context;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school);
    if (status == SCHAKEL_OK) {
        status = schakel_survey_count(school, "survey", NULL, &result, NULL);
        if ((status == SCHAKEL_OK) != (result != NULL))
            status = SCHAKEL_MISUSE;
    }
    if (status == SCHAKEL_OK)
        status = show(result);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
    return status;
}

static void a_survey_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_survey_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
