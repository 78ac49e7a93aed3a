/* The groups of a survey and how they are compared, worked out by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <math.h>

#include "unit/insight_surveys.h"

/* "father 10/4; mother ?": key, n / counted. */
static void tell_rows(const schakel_survey_result *result, size_t question, schakel_breakdown breakdown,
                      char *out, size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++) {
        schakel_survey_row row = row_at(result, i);
        size_t used = strlen(out);
        if (row.question != question || row.breakdown != breakdown)
            continue;
        snprintf(out + used, size - used, "%s%s ", used == 0 ? "" : "; ", row.key);
        used = strlen(out);
        if (!row.hidden)
            snprintf(out + used, size - used, "%zu/%zu", row.n, row.counted);
        else
            snprintf(out + used, size - used, "?");
        assert_true(!row.hidden || (row.n == 0 && row.counted == 0 && row.share == 0 && row.p == 1 &&
                                    row.p_adjusted == 1 && !row.differs));
    }
}

/* Of a role: how many said yes, no, or nothing, to the first question; all say yes and no in turn to the second. */
typedef struct part {
    schakel_respondent role;
    int yes, no, skipped;
} part;

typedef struct worked_groups {
    const char *why;
    part parts[5];
    const char *first, *second;
} worked_groups;

#define M SCHAKEL_RESPONDENT_MOTHER
#define F SCHAKEL_RESPONDENT_FATHER
#define P SCHAKEL_RESPONDENT_PARENT
#define O SCHAKEL_RESPONDENT_OTHER
#define U SCHAKEL_RESPONDENT_UNKNOWN

static const worked_groups groups[] = {
    {"everything is large enough",
     {{M, 20, 10, 0}, {F, 5, 15, 0}},
     "mother 30/20; father 20/5",
     "mother 30/15; father 20/10"},
    {"a group with too few of one answer takes the smallest along",
     {{M, 20, 20, 0}, {F, 12, 3, 0}, {P, 6, 6, 0}, {U, 6, 8, 0}},
     "mother 40/20; father ?; parent ?; unknown ?",
     "mother 40/20; father 15/8; unknown 14/7; parent 12/6"},
    {"all of a group answer alike: that is not shown",
     {{M, 20, 20, 0}, {F, 14, 0, 0}, {P, 10, 10, 0}},
     "mother 40/20; father ?; parent ?",
     "mother 40/20; parent 20/10; father 14/7"},
    {"all of everybody answer alike: there is nothing to tell apart",
     {{M, 20, 0, 0}, {F, 10, 0, 0}},
     "mother 20/20; father 10/10",
     "mother 20/10; father 10/5"},
    {"who skipped are a part when they are enough",
     {{M, 20, 20, 5}, {F, 14, 14, 2}, {P, 10, 10, 3}},
     "mother 40/20; father ?; parent ?",
     "mother 45/23; father 30/15; parent 23/12"},
    {"few who skipped count as having given another answer",
     {{M, 20, 20, 2}, {F, 14, 14, 0}},
     "mother 42/20; father 28/14",
     "mother 42/21; father 28/14"},
    {"groups of one size go together",
     {{M, 20, 20, 0}, {F, 10, 10, 0}, {P, 10, 10, 0}, {O, 2, 2, 0}},
     "mother 40/20; father ?; other ?; parent ?",
     "mother 40/20; father ?; other ?; parent ?"},
    {"where nothing can be shown nothing is",
     {{M, 20, 2, 0}, {F, 10, 8, 0}},
     "father ?; mother ?",
     "mother 22/11; father 18/9"},
};

static void groups_as_worked_out_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        char first[256], second[256];
        schakel_school *school = build_survey(1);
        build_question(school, "q0", 2, 1, 0);
        build_question(school, "q1", 2, 1, 0);
        for (int p = 0; p < 5; p++) {
            const part *of = &groups[i].parts[p];
            for (int person = 0; person < of->yes + of->no + of->skipped; person++) {
                int answers[2] = {person < of->yes ? 0 : person < of->yes + of->no ? 1 : SKIPS, person % 2};
                build_response(school, of->role, NULL, answers, 2);
            }
        }
        schakel_survey_result *result = count_survey(school, 5);
        schakel_school_destroy(school);
        tell_rows(result, 0, SCHAKEL_BY_ROLE, first, sizeof first);
        tell_rows(result, 1, SCHAKEL_BY_ROLE, second, sizeof second);
        schakel_survey_result_destroy(result);
        if (strcmp(first, groups[i].first) != 0 || strcmp(second, groups[i].second) != 0)
            fail_msg("%s:\n  %s\n  %s", groups[i].why, first, second);
    }
}

/* Three groups make three comparisons; two make one, told at both. */
static void comparisons_are_adjusted_together(void **state)
{
    static const int yes[] = {30, 15, 12};
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    for (int role = 0; role < 3; role++)
        for (int person = 0; person < 40; person++) {
            int answer = person >= yes[role];
            build_response(school, (schakel_respondent)(role + 1), person < 20 ? "nl" : "tr-TR", &answer, 1);
        }
    schakel_survey_result *result = count_survey(school, 5);
    assert_int_equal(summary_of(result).comparisons, 4);
    double least = 1;
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++) {
        schakel_survey_row row = row_at(result, i);
        size_t others = 120 - row.n;
        assert_true(row.p == schakel_groups_differ(row.counted, row.n, 57 - row.counted, others) ||
                    fabs(row.p - schakel_groups_differ(row.counted, row.n, 57 - row.counted, others)) <
                        1e-12);
        assert_int_equal(row.differs, row.p_adjusted < 0.05);
        least = row.p < least ? row.p : least;
    }
    /* Of four tests the likeliest difference counts four times. */
    schakel_survey_row nl = row_at(result, 3), tr = row_at(result, 4);
    assert_string_equal(nl.key, "nl");
    assert_string_equal(tr.key, "tr");
    assert_true(nl.p == tr.p && nl.p_adjusted == tr.p_adjusted && fabs(nl.p_adjusted - 4 * least) < 1e-12);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ who answered */

static void named_respondents_are_known_from_the_school(void **state)
{
    (void)state;
    schakel_school *school = build_survey(0);
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = "child";
    assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
    build_question(school, "q0", 2, 1, 0);
    for (int i = 0; i < 40; i++) {
        char id[32];
        snprintf(id, sizeof id, "a%d", i);
        schakel_language_skill skills[] = {
            {"nl", SCHAKEL_LEVEL_A2, i % 4 < 2 ? SCHAKEL_LEVEL_A1 : SCHAKEL_LEVEL_B1},
            {"ti-ER", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2}};
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = id;
        adult.languages = skills;
        adult.language_count = 1 + (size_t)(i % 2);
        assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = "child";
        tie.adult_id = id;
        tie.kind = i % 2 ? SCHAKEL_TIE_FATHER : SCHAKEL_TIE_GUARDIAN;
        assert_int_equal(schakel_school_add_tie(school, &tie, NULL), SCHAKEL_OK);
        schakel_reply reply = {"q0", survey_choices[i >= 20]};
        schakel_response response = SCHAKEL_RESPONSE_INIT;
        response.id = response.adult_id = id;
        response.survey_id = "survey";
        response.replies = &reply;
        response.reply_count = 1;
        assert_int_equal(schakel_school_add_response(school, &response, NULL), SCHAKEL_OK);
    }
    for (int i = 0; i < 20; i++)
        build_response(school, SCHAKEL_RESPONDENT_UNKNOWN, NULL, (int[]){i % 2}, 1);
    schakel_survey_result *result = count_survey(school, 5);
    char told[256];
    tell_rows(result, 0, SCHAKEL_BY_ROLE, told, sizeof told);
    assert_string_equal(told, "father 20/10; parent 20/10; unknown 20/10");
    tell_rows(result, 0, SCHAKEL_BY_LANGUAGE, told, sizeof told);
    assert_string_equal(told, "nl 20/10; ti 20/10; und 20/10");
    tell_rows(result, 0, SCHAKEL_BY_READING, told, sizeof told);
    assert_string_equal(told, "A1 20/10; B1 20/10; unknown 20/10");
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void a_background_question_makes_groups_and_no_rows_of_its_own(void **state)
{
    (void)state;
    char told[256];
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    build_question(school, "q1", 3, 1, 1);
    for (int i = 0; i < 84; i++)
        build_response(school, SCHAKEL_RESPONDENT_UNKNOWN, NULL,
                       (int[]){i % 2, i < 40   ? 0
                                      : i < 60 ? 1
                                      : i < 64 ? 2
                                               : SKIPS},
                       2);
    schakel_survey_result *result = count_survey(school, 5);
    assert_int_equal(question_at(result, 1).n, 64);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(choice_at(result, 1, i).hidden, i != 0);
    /* What the choices hide, the groups hide; who did not say are between them in size, so they go along. */
    tell_rows(result, 0, SCHAKEL_BY_BACKGROUND, told, sizeof told);
    assert_string_equal(told, "yes 40/20;  ?; no ?; perhaps ?");
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++)
        assert_int_equal(row_at(result, i).question, 0);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void a_breakdown_with_a_group_for_each_is_left_out(void **state)
{
    static const char *const tags[] = {"nl", "ti", "ar", "tr", "so", "am"};
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    for (int i = 0; i < 6; i++)
        build_response(school, SCHAKEL_RESPONDENT_MOTHER, tags[i], (int[]){0}, 1);
    schakel_survey_result *result = count_survey(school, 5);
    assert_int_equal(schakel_survey_result_row_count(result), 1);
    schakel_survey_row row = row_at(result, 0);
    assert_int_equal(row.breakdown, SCHAKEL_BY_ROLE);
    assert_true(!row.hidden && row.n == 6 && row.p == 1 && row.p_adjusted == 1);
    assert_int_equal(summary_of(result).comparisons, 0);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void the_order_of_responses_changes_nothing(void **state)
{
    static const char *const tags[] = {"nl", "ti", "ar", "tr"};
    enum { PEOPLE = 97 };
    char first[2048] = "", now[2048];
    (void)state;
    for (int step = 1; step < 8; step += 2) {
        schakel_school *school = build_survey(1);
        build_question(school, "q0", 3, 1, 0);
        build_question(school, "q1", 3, 0, 1);
        for (int k = 0; k < PEOPLE; k++) {
            int i = k * step % PEOPLE;
            int answers[2] = {i % 3, i * i % 7 % 3};
            build_response(school, (schakel_respondent)(i % 5), tags[i * i % 11 % 4], answers, 2);
        }
        schakel_survey_result *result = count_survey(school, 3);
        schakel_school_destroy(school);
        now[0] = '\0';
        for (int b = SCHAKEL_BY_ROLE; b <= SCHAKEL_BY_BACKGROUND; b++)
            tell_rows(result, 0, (schakel_breakdown)b, now + strlen(now), sizeof now - strlen(now));
        if (step == 1)
            memcpy(first, now, sizeof first);
        assert_string_equal(now, first);
        assert_non_null(strchr(now, '/'));
        schakel_survey_result_destroy(result);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_as_worked_out_by_hand),
        cmocka_unit_test(comparisons_are_adjusted_together),
        cmocka_unit_test(named_respondents_are_known_from_the_school),
        cmocka_unit_test(a_background_question_makes_groups_and_no_rows_of_its_own),
        cmocka_unit_test(a_breakdown_with_a_group_for_each_is_left_out),
        cmocka_unit_test(the_order_of_responses_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
