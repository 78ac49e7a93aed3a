/* Surveys to count: questions by letter, and respondents by the dozen. */
#ifndef TESTS_UNIT_INSIGHT_SURVEYS_H
#define TESTS_UNIT_INSIGHT_SURVEYS_H

#include <stdio.h>
#include <string.h>

#include "schakel/insight.h"

enum { MOST_QUESTIONS = 12, SKIPS = -1 };

static const char *const survey_choices[] = {"yes", "no", "perhaps", "never", "always", "often"};

static inline schakel_school *build_survey(int anonymous)
{
    schakel_school *school = NULL;
    schakel_survey survey = SCHAKEL_SURVEY_INIT;
    survey.id = "survey";
    survey.title = "What parents think";
    survey.anonymous = anonymous;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_survey(school, &survey, NULL), SCHAKEL_OK);
    return school;
}

/* A question with the first `choices` of the choices above, of which the first `counted` count. */
static inline void build_themed_question(schakel_school *school, const char *id, schakel_theme theme,
                                         size_t choices, size_t counted, int background)
{
    schakel_survey_question question = SCHAKEL_SURVEY_QUESTION_INIT;
    question.id = question.text = id;
    question.survey_id = "survey";
    question.theme = theme;
    question.choices = question.counted = survey_choices;
    question.choice_count = choices;
    question.counted_count = counted;
    question.background = background;
    assert_int_equal(schakel_school_add_survey_question(school, &question, NULL), SCHAKEL_OK);
}

static inline void build_question(schakel_school *school, const char *id, size_t choices, size_t counted,
                                  int background)
{
    build_themed_question(school, id, SCHAKEL_THEME_OTHER, choices, counted, background);
}

/* One who answered; questions have the ids "q0", "q1" and so on, or SKIPS. */
static inline void build_response(schakel_school *school, schakel_respondent role, const char *language,
                                  const int *answers, size_t count)
{
    char id[32], ids[MOST_QUESTIONS][24];
    schakel_reply replies[MOST_QUESTIONS];
    schakel_response response = SCHAKEL_RESPONSE_INIT;
    snprintf(id, sizeof id, "r%zu", schakel_school_count(school, SCHAKEL_KIND_RESPONSE));
    for (size_t i = 0; i < count; i++) {
        if (answers[i] == SKIPS)
            continue;
        snprintf(ids[i], sizeof ids[i], "q%zu", i);
        replies[response.reply_count++] = (schakel_reply){ids[i], survey_choices[answers[i]]};
    }
    response.id = id;
    response.survey_id = "survey";
    response.role = role;
    response.language = language;
    response.replies = replies;
    assert_int_equal(schakel_school_add_response(school, &response, NULL), SCHAKEL_OK);
}

static inline schakel_survey_result *count_survey(const schakel_school *school, int min_cell)
{
    schakel_survey_result *result = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_survey_options options = SCHAKEL_SURVEY_OPTIONS_INIT;
    options.min_cell = min_cell;
    assert_int_equal(schakel_survey_count(school, "survey", &options, &result, &error), SCHAKEL_OK);
    assert_non_null(result);
    return result;
}

static inline schakel_question_result question_at(const schakel_survey_result *result, size_t index)
{
    schakel_question_result question = SCHAKEL_QUESTION_RESULT_INIT;
    assert_int_equal(schakel_survey_result_get_question(result, index, &question), SCHAKEL_OK);
    return question;
}

static inline schakel_choice_result choice_at(const schakel_survey_result *result, size_t question,
                                              size_t index)
{
    schakel_choice_result choice = SCHAKEL_CHOICE_RESULT_INIT;
    assert_int_equal(schakel_survey_result_get_choice(result, question, index, &choice), SCHAKEL_OK);
    return choice;
}

static inline schakel_survey_row row_at(const schakel_survey_result *result, size_t index)
{
    schakel_survey_row row = SCHAKEL_SURVEY_ROW_INIT;
    assert_int_equal(schakel_survey_result_get_row(result, index, &row), SCHAKEL_OK);
    return row;
}

static inline schakel_survey_summary summary_of(const schakel_survey_result *result)
{
    schakel_survey_summary summary = SCHAKEL_SURVEY_SUMMARY_INIT;
    assert_int_equal(schakel_survey_result_get_summary(result, &summary), SCHAKEL_OK);
    return summary;
}

/* Sixty mothers, forty fathers who feel less welcome, and three others: on the first question a group differs, and one is hidden. */
static inline schakel_survey_result *sample_survey(const char *title)
{
    schakel_school *school = NULL;
    schakel_survey survey = SCHAKEL_SURVEY_INIT;
    survey.id = "survey";
    survey.title = title;
    survey.anonymous = 1;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_survey(school, &survey, NULL), SCHAKEL_OK);
    build_themed_question(school, "q0", SCHAKEL_THEME_ROLE, 3, 1, 0);
    build_themed_question(school, "q1", SCHAKEL_THEME_SAFETY, 4, 2, 0);
    build_themed_question(school, "q2", SCHAKEL_THEME_OTHER, 2, 0, 1);
    for (int i = 0; i < 103; i++) {
        int mother = i < 60, father = !mother && i < 100;
        int welcome = mother ? i < 45 : i < 72;
        int answers[3] = {welcome ? 0 : 1 + i % 2, i % 3, i % 10 == 0 ? SKIPS : i / 2 % 2};
        build_response(school,
                       mother   ? SCHAKEL_RESPONDENT_MOTHER
                       : father ? SCHAKEL_RESPONDENT_FATHER
                                : SCHAKEL_RESPONDENT_OTHER,
                       i % 4 < 2    ? "nl"
                       : i % 4 == 2 ? "tr"
                                    : "ar",
                       answers, 3);
    }
    schakel_survey_result *result = count_survey(school, 5);
    schakel_school_destroy(school);
    return result;
}

#endif
