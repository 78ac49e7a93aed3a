/* The members of surveys, their questions and what was answered. */
#include "school/checks.h"
#include "school/fields.h"

static const char *const themes[] = {"role", "transitions", "privacy", "hours", "safety", "other"};
static const char *const respondents[] = {NULL, "mother", "father", "parent", "other"};

static const schakel_survey no_survey = SCHAKEL_SURVEY_INIT;
static const sk_field survey_fields[] = {
    ID(schakel_survey, id),
    TEXT("title", OPTIONAL, schakel_survey, title),
    DATE("first", OPTIONAL, schakel_survey, first),
    DATE("last", OPTIONAL, schakel_survey, last),
    BOOLEAN("anonymous", schakel_survey, anonymous),
};
SHAPE(sk_survey_shape, schakel_survey, no_survey, offsetof(schakel_survey, extra), survey_fields,
      sk_check_survey);

static const schakel_survey_question no_survey_question = SCHAKEL_SURVEY_QUESTION_INIT;
static const sk_field survey_question_fields[] = {
    ID(schakel_survey_question, id),
    REFERENCE("survey", REQUIRED, schakel_survey_question, survey_id, SURVEY),
    CHOICE("theme", OPTIONAL, schakel_survey_question, theme, themes),
    TEXT("text", REQUIRED, schakel_survey_question, text),
    TEXTS("choices", schakel_survey_question, choices, choice_count),
    TEXTS("counted", schakel_survey_question, counted, counted_count),
    BOOLEAN("background", schakel_survey_question, background),
};
SHAPE(sk_survey_question_shape, schakel_survey_question, no_survey_question,
      offsetof(schakel_survey_question, extra), survey_question_fields, sk_check_survey_question);

static const schakel_reply no_reply = {NULL, NULL};
static const sk_field reply_fields[] = {
    REFERENCE("question", REQUIRED, schakel_reply, question_id, SURVEY_QUESTION),
    TEXT("choice", REQUIRED, schakel_reply, choice),
};
static SHAPE(reply_shape, schakel_reply, no_reply, SK_NO_EXTRA, reply_fields, NULL);

static const schakel_response no_response = SCHAKEL_RESPONSE_INIT;
static const sk_field response_fields[] = {
    ID(schakel_response, id),
    REFERENCE("survey", REQUIRED, schakel_response, survey_id, SURVEY),
    REFERENCE("adult", OPTIONAL, schakel_response, adult_id, ADULT),
    CHOICE("role", OPTIONAL, schakel_response, role, respondents),
    SCALAR("language", SK_FIELD_LANGUAGE, OPTIONAL, schakel_response, language),
    OBJECTS("replies", schakel_response, replies, reply_count, reply_shape),
};
SHAPE(sk_response_shape, schakel_response, no_response, offsetof(schakel_response, extra), response_fields,
      sk_check_response);
