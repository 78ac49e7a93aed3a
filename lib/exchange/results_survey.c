/* The result of a survey as JSON. */
#include "exchange/results.h"
#include "schakel/exchange.h"
#include "school/shape.h"

/* A share with its interval. */
static void write_share(sk_json_writer *json, double share, double low, double high, int is_hidden)
{
    sk_json_figure(json, "share", share, is_hidden);
    sk_json_figure(json, "low", low, is_hidden);
    sk_json_figure(json, "high", high, is_hidden);
}

static void write_choice(sk_json_writer *json, const schakel_choice_result *choice)
{
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "choice", choice->choice);
    sk_json_boolean(json, "counted", choice->counted);
    sk_json_count(json, "count", choice->count, choice->hidden);
    write_share(json, choice->share, choice->low, choice->high, choice->hidden);
    sk_json_close(json, '}');
}

static void write_question(sk_json_writer *json, const schakel_survey_result *result, size_t index)
{
    schakel_question_result question = SCHAKEL_QUESTION_RESULT_INIT;
    schakel_survey_result_get_question(result, index, &question);
    int no_counted = !question.has_counted || question.counted_hidden;
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "id", question.question_id);
    sk_json_text(json, "theme", sk_word(SCHAKEL_KIND_SURVEY_QUESTION, "theme", (int32_t)question.theme));
    sk_json_text(json, "text", question.text);
    sk_json_boolean(json, "background", question.background);
    sk_json_count(json, "n", question.n, question.hidden);
    sk_json_count(json, "counted", question.counted, no_counted);
    write_share(json, question.share, question.low, question.high, no_counted);
    sk_json_open(json, "choices", '[');
    for (size_t i = 0; i < question.choice_count; i++) {
        schakel_choice_result choice = SCHAKEL_CHOICE_RESULT_INIT;
        schakel_survey_result_get_choice(result, index, i, &choice);
        write_choice(json, &choice);
    }
    sk_json_close(json, ']');
    sk_json_close(json, '}');
}

static void write_row(sk_json_writer *json, const schakel_survey_result *result, size_t index)
{
    schakel_survey_row row = SCHAKEL_SURVEY_ROW_INIT;
    schakel_question_result question = SCHAKEL_QUESTION_RESULT_INIT;
    schakel_survey_result_get_row(result, index, &row);
    schakel_survey_result_get_question(result, row.question, &question);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "question", question.question_id);
    sk_json_text(json, "breakdown", sk_breakdown_word((int)row.breakdown));
    sk_json_text(json, "background", row.background_id);
    sk_json_text(json, "key", row.key);
    sk_json_count(json, "n", row.n, row.hidden);
    sk_json_count(json, "counted", row.counted, row.hidden);
    write_share(json, row.share, row.low, row.high, row.hidden);
    sk_json_figure(json, "p", row.p, row.hidden);
    sk_json_figure(json, "p_adjusted", row.p_adjusted, row.hidden);
    if (row.hidden)
        sk_json_null(json, "differs");
    else
        sk_json_boolean(json, "differs", row.differs);
    if (row.hidden)
        sk_json_null(json, "with_skipped");
    else
        sk_json_boolean(json, "with_skipped", row.with_skipped);
    sk_json_close(json, '}');
}

schakel_status schakel_survey_result_to_json(const schakel_survey_result *result, schakel_language language,
                                             char **out, size_t *length, schakel_error *error)
{
    sk_json_writer json;
    schakel_survey_summary summary = SCHAKEL_SURVEY_SUMMARY_INIT;
    if (!sk_result_begin(&json, result, out, 0, error))
        return SCHAKEL_MISUSE;
    schakel_survey_result_get_summary(result, &summary);
    sk_json_text(&json, "survey", summary.survey_id);
    sk_json_text(&json, "title", summary.title);
    sk_json_boolean(&json, "anonymous", summary.anonymous);
    sk_json_count(&json, "responses", summary.responses, summary.hidden);
    sk_json_integer(&json, "min_cell", summary.min_cell);
    sk_json_hiding_rule(&json, sk_handle_allocator(result), summary.min_cell, language);
    sk_json_integer(&json, "comparisons", (int64_t)summary.comparisons);
    sk_json_open(&json, "questions", '[');
    for (size_t i = 0; i < schakel_survey_result_question_count(result); i++)
        write_question(&json, result, i);
    sk_json_close(&json, ']');
    sk_json_open(&json, "rows", '[');
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++)
        write_row(&json, result, i);
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
