/* The records of surveys: what belongs together, who may read a response, and what stays when a person is erased. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "schakel/access.h"
#include "schakel/exchange.h"

static const char document[] =
    "{\"schakel\":1,\"school\":{\"id\":\"s\",\"stage\":\"po\",\"year_start\":\"2026-08-24\","
    "\"year_end\":\"2027-07-16\"},\"staff\":[{\"id\":\"t1\",\"role\":\"head\"}],"
    "\"adults\":[{\"id\":\"a1\"},{\"id\":\"a2\"}],"
    "\"children\":[{\"id\":\"c1\",\"ties\":[{\"adult\":\"a1\",\"kind\":\"mother\"},"
    "{\"adult\":\"a2\",\"kind\":\"father\"}]}],"
    "\"asks\":[{\"id\":\"q1\",\"adult\":\"a1\",\"date\":\"2026-09-01\",\"state\":\"yes\",\"for\":\"a2\"}],"
    "\"surveys\":[{\"id\":\"v\"}],"
    "\"survey_questions\":[{\"id\":\"u\",\"survey\":\"v\",\"text\":\"Voelt u zich welkom?\","
    "\"choices\":[\"ja\",\"nee\"],\"counted\":[\"ja\"]}],"
    "\"responses\":[{\"id\":\"e1\",\"survey\":\"v\",\"adult\":\"a1\",\"replies\":"
    "[{\"question\":\"u\",\"choice\":\"nee\"}]},"
    "{\"id\":\"e2\",\"survey\":\"v\",\"replies\":[{\"question\":\"u\",\"choice\":\"ja\"}]}]}";

static schakel_school *load(void)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = NULL;
    if (schakel_school_from_json(document, strlen(document), NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

static void records_come_back(void **state)
{
    schakel_school *school = load();
    schakel_survey survey = SCHAKEL_SURVEY_INIT;
    schakel_survey_question question = SCHAKEL_SURVEY_QUESTION_INIT;
    schakel_response response = SCHAKEL_RESPONSE_INIT;
    (void)state;
    assert_int_equal(schakel_school_get_survey(school, 0, &survey), SCHAKEL_OK);
    assert_int_equal(survey.first, SCHAKEL_NO_DATE);
    assert_int_equal(survey.anonymous, 0);
    assert_int_equal(schakel_school_get_survey_question(school, 0, &question), SCHAKEL_OK);
    assert_int_equal(question.theme, SCHAKEL_THEME_OTHER);
    assert_int_equal(question.choice_count, 2);
    assert_string_equal(question.counted[0], "ja");
    assert_int_equal(schakel_school_get_response(school, 0, &response), SCHAKEL_OK);
    assert_string_equal(response.adult_id, "a1");
    assert_string_equal(response.replies[0].choice, "nee");
    assert_int_equal(schakel_school_get_response(school, 2, &response), SCHAKEL_MISUSE);
    schakel_school_destroy(school);
}

static void a_survey_in_use_stays(void **state)
{
    schakel_school *school = load();
    (void)state;
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_SURVEY, "v", NULL), SCHAKEL_IN_USE);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_SURVEY_QUESTION, "u", NULL), SCHAKEL_IN_USE);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_RESPONSE, "e1", NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_RESPONSE, "e2", NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_SURVEY_QUESTION, "u", NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_SURVEY, "v", NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
}

/* How many responses somebody sees, for any purpose. */
static size_t responses_seen(const schakel_school *school, schakel_kind kind, const char *id)
{
    static const schakel_purpose purposes[] = {SCHAKEL_PURPOSE_DIALOGUE, SCHAKEL_PURPOSE_ORGANISE,
                                               SCHAKEL_PURPOSE_CARE};
    size_t most = 0;
    for (size_t i = 0; i < sizeof purposes / sizeof purposes[0]; i++) {
        schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
        schakel_school *seen = NULL;
        viewer.kind = kind;
        viewer.id = id;
        viewer.purpose = purposes[i];
        viewer.today = schakel_date_from_ymd(2026, 10, 1);
        assert_int_equal(schakel_view(school, &viewer, &seen, NULL), SCHAKEL_OK);
        size_t count = schakel_school_count(seen, SCHAKEL_KIND_RESPONSE);
        assert_int_equal(schakel_school_count(seen, SCHAKEL_KIND_SURVEY_QUESTION), 1);
        most = count > most ? count : most;
        schakel_school_destroy(seen);
    }
    return most;
}

static void only_the_respondent_reads_a_response(void **state)
{
    schakel_school *school = load();
    (void)state;
    assert_int_equal(responses_seen(school, SCHAKEL_KIND_ADULT, "a1"), 1);
    assert_int_equal(responses_seen(school, SCHAKEL_KIND_ADULT, "a2"), 0);
    assert_int_equal(responses_seen(school, SCHAKEL_KIND_STAFF, "t1"), 0);
    assert_int_equal(responses_seen(school, SCHAKEL_KIND_CHILD, "c1"), 0);
    schakel_school_destroy(school);
}

/* The counts are kept: what was answered stays, and nobody knows by whom. */
static void a_response_outlives_the_name(void **state)
{
    schakel_school *school = load(), *without = NULL;
    schakel_response response = SCHAKEL_RESPONSE_INIT;
    schakel_ask ask = SCHAKEL_ASK_INIT;
    (void)state;
    assert_int_equal(schakel_school_without(school, SCHAKEL_KIND_ADULT, "a1", &without, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_count(without, SCHAKEL_KIND_RESPONSE), 2);
    assert_int_equal(schakel_school_get_response(without, 0, &response), SCHAKEL_OK);
    assert_null(response.adult_id);
    assert_string_equal(response.replies[0].choice, "nee");
    assert_int_equal(schakel_school_count(without, SCHAKEL_KIND_ASK), 0);
    schakel_school_destroy(without);
    assert_int_equal(schakel_school_without(school, SCHAKEL_KIND_ADULT, "a2", &without, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_get_ask(without, 0, &ask), SCHAKEL_OK);
    assert_null(ask.for_id); /* that the buddy was asked still counts */
    schakel_school_destroy(without);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_come_back),
        cmocka_unit_test(a_survey_in_use_stays),
        cmocka_unit_test(only_the_respondent_reads_a_response),
        cmocka_unit_test(a_response_outlives_the_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
