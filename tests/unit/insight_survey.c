/* Surveys, worked out by hand and from published figures. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <math.h>

#include "schakel/text.h"
#include "unit/insight_surveys.h"

/* ----------------------------------------------------------------- the articles */

static int percent(double share)
{
    return (int)(100 * share + 0.5);
}

/* Each end of the interval is the p from which the share lies z standard deviations of p away. */
static void is_interval(double low, double high, size_t count, size_t n)
{
    double share = (double)count / (double)n, ends[2] = {low, high};
    assert_true(low < share && share < high);
    for (int i = 0; i < 2; i++) {
        double distance = (share - ends[i]) * (share - ends[i]);
        double expected = 1.959963984540054 * 1.959963984540054 * ends[i] * (1 - ends[i]) / (double)n;
        assert_true(fabs(distance - expected) < 1e-12);
    }
}

static void is_share(const schakel_survey_result *result, size_t index, size_t counted, size_t n, int whole)
{
    schakel_question_result question = question_at(result, index);
    assert_int_equal(question.n, n);
    assert_int_equal(question.counted, counted);
    assert_int_equal(percent(question.share), whole);
    is_interval(question.low, question.high, counted, n);
}

/*
 * In 2017, 1,100 parents answered: 67% come to parents' evenings, 59% to talks about the report, 38% help with school work
 * at home, 44% are critical or very dissatisfied about how they are involved. The highly educated do not differ
 * from others.
 */
static void S1_survey_of_parents_with_its_intervals(void **state)
{
    enum { PARENTS = 1100 };
    static const int yes[] = {737, 649, 418, 484};
    (void)state;
    schakel_school *school = build_survey(1);
    for (int q = 0; q < 4; q++) {
        char id[24];
        snprintf(id, sizeof id, "q%d", q);
        build_question(school, id, 2, 1, 0);
    }
    build_question(school, "q4", 2, 0, 1);
    for (int i = 0; i < PARENTS; i++) {
        /* Every fourth is highly educated; answers go round with a step that 1,100 has no part in, so to all alike. */
        int answers[5] = {0, 0, 0, 0, i % 4 != 0};
        for (int q = 0; q < 4; q++)
            answers[q] = i * 7 % PARENTS >= yes[q];
        build_response(school, SCHAKEL_RESPONDENT_UNKNOWN, NULL, answers, 5);
    }
    schakel_survey_result *result = count_survey(school, 5);
    is_share(result, 0, 737, PARENTS, 67);
    is_share(result, 1, 649, PARENTS, 59);
    is_share(result, 2, 418, PARENTS, 38);
    is_share(result, 3, 484, PARENTS, 44);
    assert_int_equal(summary_of(result).comparisons, 4);
    size_t compared = 0;
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++) {
        schakel_survey_row row = row_at(result, i);
        if (row.breakdown != SCHAKEL_BY_BACKGROUND)
            continue;
        assert_string_equal(row.background_id, "q4");
        assert_true(!row.hidden && !row.differs && row.p_adjusted >= row.p && row.p > 0.2);
        is_interval(row.low, row.high, row.counted, row.n);
        compared++;
    }
    assert_int_equal(compared, 8);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

/*
 * Of 111 fathers 81% say that men bring up differently, 18% that teachers talk with their partner, 63% that teachers
 * value what fathers do. In a survey of mothers as well it shows that fathers differ on the second.
 */
static void S4_fathers_are_told_apart_from_mothers(void **state)
{
    enum { FATHERS = 111, MOTHERS = 150 };
    static const int of_fathers[] = {90, 20, 70}, of_mothers[] = {121, 3, 95};
    static const int whole[] = {81, 18, 63};
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    build_question(school, "q1", 2, 1, 0);
    build_question(school, "q2", 2, 1, 0);
    for (int i = 0; i < FATHERS + MOTHERS; i++) {
        int father = i < FATHERS, answers[3];
        for (int q = 0; q < 3; q++)
            answers[q] = father ? i >= of_fathers[q] : i - FATHERS >= of_mothers[q];
        build_response(school, father ? SCHAKEL_RESPONDENT_FATHER : SCHAKEL_RESPONDENT_MOTHER, NULL, answers,
                       3);
    }
    schakel_survey_result *result = count_survey(school, 3);
    size_t fathers = 0;
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++) {
        schakel_survey_row row = row_at(result, i);
        if (strcmp(row.key, "father") != 0)
            continue;
        assert_int_equal(row.n, FATHERS);
        assert_int_equal(row.counted, of_fathers[row.question]);
        assert_int_equal(percent(row.share), whole[row.question]);
        is_interval(row.low, row.high, row.counted, row.n);
        assert_int_equal(row.differs, row.question == 1);
        fathers++;
    }
    assert_int_equal(fathers, 3);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

/* 43% of parents are at a school with introductory talks, 80% want them, 13% do not know, 7% do not need them. */
static void S9_who_wants_an_introductory_talk(void **state)
{
    enum { PARENTS = 1100 };
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    build_question(school, "q1", 3, 1, 0);
    for (int i = 0; i < PARENTS; i++) {
        int answers[2] = {i % 100 >= 43, i < 880 ? 0 : i < 880 + 143 ? 2 : 1};
        build_response(school, SCHAKEL_RESPONDENT_UNKNOWN, NULL, answers, 2);
    }
    schakel_survey_result *result = count_survey(school, 5);
    is_share(result, 0, 473, PARENTS, 43);
    is_share(result, 1, 880, PARENTS, 80);
    assert_int_equal(percent(choice_at(result, 1, 2).share), 13);
    assert_int_equal(percent(choice_at(result, 1, 1).share), 7);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------- one question by hand */

typedef struct worked {
    const char *why;
    size_t choices, counted;
    int people[6]; /* by choice */
    int skipped;
    const char *expected; /* "n counted: by choice", "?" for what is hidden */
} worked;

static const worked table[] = {
    {"all is large enough", 3, 1, {20, 10, 5}, 0, "35 20: 20 10 5"},
    {"enough skipped to be told", 3, 1, {20, 10, 5}, 5, "35 20: 20 10 5"},
    {"few skipped: they go with the smallest other answer", 3, 1, {20, 10, 5}, 2, "37 20: 20 10 ?"},
    {"few skipped, and enough hidden with them", 4, 1, {20, 10, 3, 8}, 2, "43 20: 20 10 ? 8"},
    {"a small choice takes the smallest of its own side along", 4, 2, {20, 3, 9, 30}, 0, "62 23: ? ? 9 30"},
    {"few other answers hide the counted ones", 3, 1, {20, 2, 1}, 0, "23 ?: ? ? ?"},
    {"few counted answers are hidden, and the smallest other choice", 3, 1, {3, 20, 10}, 0, "33 ?: ? 20 ?"},
    {"nobody of a choice is shown", 3, 1, {20, 10, 0}, 0, "30 20: 20 10 0"},
    {"no counted choices", 3, 0, {20, 10, 5}, 0, "35 -: 20 10 5"},
    {"choices of one size go together", 5, 1, {20, 2, 6, 6, 30}, 0, "64 20: 20 ? ? ? 30"},
    {"few answered at all", 2, 1, {3, 1}, 20, "? ?: ? ?"},
    {"nobody answered", 2, 1, {0, 0}, 20, "0 0: 0 0"},
    {"one person for each hidden choice is too few", 6, 0, {1, 1, 1, 1, 1, 9}, 0, "14 -: ? ? ? ? ? ?"},
    {"one person for each choice: nothing is shown", 6, 0, {1, 1, 1, 1, 1, 0}, 0, "? -: ? ? ? ? ? ?"},
    {"one for each counted choice: not how many counted either",
     6,
     5,
     {1, 1, 1, 1, 1, 9},
     0,
     "14 ?: ? ? ? ? ? ?"},
};

static void add_text(char *out, size_t size, const char *before, int hidden, size_t value)
{
    size_t used = strlen(out);
    if (hidden)
        snprintf(out + used, size - used, "%s?", before);
    else
        snprintf(out + used, size - used, "%s%zu", before, value);
}

static void tell_question(const schakel_survey_result *result, size_t index, char *out, size_t size)
{
    schakel_question_result question = question_at(result, index);
    out[0] = '\0';
    add_text(out, size, "", question.hidden, question.n);
    if (question.has_counted)
        add_text(out, size, " ", question.counted_hidden, question.counted);
    else
        snprintf(out + strlen(out), size - strlen(out), " -");
    assert_true(question.counted_hidden || !question.has_counted ||
                question.share == (question.n != 0 ? (double)question.counted / (double)question.n : 0));
    assert_true(!question.hidden || question.n == 0);
    assert_true(!question.counted_hidden ||
                (question.counted == 0 && question.share == 0 && question.low == 0 && question.high == 0));
    for (size_t i = 0; i < question.choice_count; i++) {
        schakel_choice_result choice = choice_at(result, index, i);
        add_text(out, size, i == 0 ? ": " : " ", choice.hidden, choice.count);
        assert_true(!choice.hidden || (choice.count == 0 && choice.share == 0 && choice.high == 0));
        assert_string_equal(choice.choice, survey_choices[i]);
    }
}

static void questions_as_worked_out_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const worked *w = &table[i];
        char told[128];
        schakel_school *school = build_survey(1);
        build_question(school, "q0", w->choices, w->counted, 0);
        for (int choice = SKIPS; choice < (int)w->choices; choice++)
            for (int person = 0; person < (choice == SKIPS ? w->skipped : w->people[choice]); person++)
                build_response(school, SCHAKEL_RESPONDENT_UNKNOWN, NULL, &choice, 1);
        schakel_survey_result *result = count_survey(school, 5);
        schakel_school_destroy(school);
        tell_question(result, 0, told, sizeof told);
        schakel_survey_result_destroy(result);
        if (strcmp(told, w->expected) != 0)
            fail_msg("%s: %s, expected %s", w->why, told, w->expected);
    }
}

/* ----------------------------------------------------------------- whole results */

static void too_few_responses_show_nothing(void **state)
{
    (void)state;
    char told[64];
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    for (int people = 0; people <= 5; people++) {
        schakel_survey_result *result = count_survey(school, 5);
        schakel_survey_summary summary = summary_of(result);
        tell_question(result, 0, told, sizeof told);
        assert_int_equal(summary.hidden, people > 0 && people < 5);
        assert_int_equal(summary.responses, people == 5 ? 5 : 0);
        assert_string_equal(told, people == 0 ? "0 0: 0 0" : people < 5 ? "? ?: ? ?" : "5 5: 5 0");
        assert_int_equal(schakel_survey_result_row_count(result), people == 5 ? 2 : 0);
        schakel_survey_result_destroy(result);
        build_response(school, SCHAKEL_RESPONDENT_MOTHER, "nl", (int[]){0}, 1);
    }
    schakel_school_destroy(school);
}

static void questions_stand_by_theme(void **state)
{
    static const schakel_theme themes[] = {SCHAKEL_THEME_OTHER, SCHAKEL_THEME_SAFETY, SCHAKEL_THEME_ROLE,
                                           SCHAKEL_THEME_SAFETY, SCHAKEL_THEME_HOURS};
    static const char *const ids[] = {"e", "d", "c", "b", "a"}, *const expected[] = {"c", "a", "d", "b", "e"};
    (void)state;
    schakel_school *school = build_survey(1);
    for (int i = 0; i < 5; i++) {
        schakel_survey_question question = SCHAKEL_SURVEY_QUESTION_INIT;
        question.id = ids[i];
        question.survey_id = "survey";
        question.theme = themes[i];
        question.text = "What do you think?";
        question.choices = survey_choices;
        question.choice_count = 2;
        assert_int_equal(schakel_school_add_survey_question(school, &question, NULL), SCHAKEL_OK);
    }
    schakel_survey other = SCHAKEL_SURVEY_INIT;
    other.id = "other";
    assert_int_equal(schakel_school_add_survey(school, &other, NULL), SCHAKEL_OK);
    schakel_survey_result *result = count_survey(school, 5), *none = NULL;
    assert_int_equal(schakel_survey_count(school, "other", NULL, &none, NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
    assert_int_equal(schakel_survey_result_question_count(result), 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(question_at(result, i).question_id, expected[i]);
    schakel_survey_summary summary = summary_of(result);
    assert_string_equal(summary.survey_id, "survey");
    assert_string_equal(summary.title, "What parents think");
    assert_true(summary.anonymous && summary.min_cell == 5);
    assert_int_equal(schakel_survey_result_question_count(none), 0);
    assert_null(summary_of(none).title);
    schakel_survey_result_destroy(result);
    schakel_survey_result_destroy(none);
}

static void shorter_records_are_filled_as_far_as_they_go(void **state)
{
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    for (int i = 0; i < 20; i++)
        build_response(school, SCHAKEL_RESPONDENT_MOTHER, "nl", (int[]){i % 2}, 1);
    schakel_survey_result *result = count_survey(school, 5);
    schakel_survey_row row = {.struct_size = offsetof(schakel_survey_row, counted), .counted = 77};
    assert_int_equal(schakel_survey_result_get_row(result, 0, &row), SCHAKEL_OK);
    assert_true(row.n == 20 && row.counted == 77);
    schakel_question_result question = {.struct_size = offsetof(schakel_question_result, counted),
                                        .counted = 77};
    assert_int_equal(schakel_survey_result_get_question(result, 0, &question), SCHAKEL_OK);
    assert_true(question.n == 20 && question.counted == 77);
    schakel_choice_result choice = {.struct_size = offsetof(schakel_choice_result, share), .share = 77};
    assert_int_equal(schakel_survey_result_get_choice(result, 0, 0, &choice), SCHAKEL_OK);
    assert_true(choice.count == 10 && choice.share == 77);
    schakel_survey_summary summary = {.struct_size = offsetof(schakel_survey_summary, min_cell),
                                      .min_cell = 77};
    assert_int_equal(schakel_survey_result_get_summary(result, &summary), SCHAKEL_OK);
    assert_true(summary.responses == 20 && summary.min_cell == 77);
    schakel_survey_result_destroy(result);
    schakel_school_destroy(school);
}

static void what_is_wrong_is_told(void **state)
{
    static const int32_t wrong[] = {-5, 0, 1, 1001};
    (void)state;
    schakel_school *school = build_survey(1);
    schakel_survey_result *result = (schakel_survey_result *)school;
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_int_equal(schakel_survey_count(school, "nosuch", NULL, &result, &error), SCHAKEL_NOT_FOUND);
    assert_null(result);
    assert_string_equal(error.path, "/survey");
    assert_non_null(strstr(error.message, "nosuch"));
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        schakel_survey_options options = SCHAKEL_SURVEY_OPTIONS_INIT;
        options.min_cell = wrong[i];
        assert_int_equal(schakel_survey_count(school, "survey", &options, &result, &error), SCHAKEL_INVALID);
        assert_null(result);
        assert_string_equal(error.path, "/min_cell");
    }
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    (void)state;
    schakel_school *school = build_survey(1);
    build_question(school, "q0", 2, 1, 0);
    schakel_survey_result *result = NULL;
    schakel_survey_options options = {0, 5};
    schakel_survey_summary summary = SCHAKEL_SURVEY_SUMMARY_INIT;
    schakel_question_result question = SCHAKEL_QUESTION_RESULT_INIT;
    schakel_choice_result choice = SCHAKEL_CHOICE_RESULT_INIT;
    schakel_survey_row row = SCHAKEL_SURVEY_ROW_INIT;
    schakel_survey_question none = SCHAKEL_SURVEY_QUESTION_INIT;
    assert_int_equal(schakel_survey_count(NULL, "survey", NULL, &result, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_count(school, NULL, NULL, &result, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_count(school, "survey", NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_count(school, "survey", &options, &result, NULL), SCHAKEL_MISUSE);
    result = count_survey(school, 5);
    assert_int_equal(schakel_survey_result_get_summary(NULL, &summary), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_summary(result, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_question(NULL, 0, &question), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_question(result, 1, &question), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_question(result, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_choice(NULL, 0, 0, &choice), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_choice(result, 1, 0, &choice), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_choice(result, 0, 2, &choice), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_choice(result, 0, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_row(NULL, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_row(result, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_row(result, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_question_count(NULL), 0);
    assert_int_equal(schakel_survey_result_row_count(NULL), 0);
    summary.struct_size = question.struct_size = choice.struct_size = none.struct_size = 0;
    assert_int_equal(schakel_survey_result_get_summary(result, &summary), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_question(result, 0, &question), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_result_get_choice(result, 0, 0, &choice), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_default(0, &none), SCHAKEL_MISUSE);
    schakel_survey_result_destroy(result);
    schakel_survey_result_destroy(NULL);
    assert_int_equal(schakel_survey_default(schakel_survey_default_count(), &none), SCHAKEL_MISUSE);
    assert_int_equal(schakel_survey_default(0, NULL), SCHAKEL_MISUSE);
    schakel_school_destroy(school);
}

/* ---------------------------------------------------------------- default questions */

static void the_default_questions_are_two_for_each_theme_and_can_be_asked(void **state)
{
    (void)state;
    schakel_school *school = build_survey(1);
    assert_int_equal(schakel_survey_default_count(), 10);
    for (size_t i = 0; i < 10; i++) {
        schakel_survey_question question = SCHAKEL_SURVEY_QUESTION_INIT;
        assert_int_equal(schakel_survey_default(i, &question), SCHAKEL_OK);
        assert_int_equal(question.theme, i / 2);
        assert_null(question.survey_id);
        assert_int_equal(question.counted_count, 1);
        assert_string_equal(question.counted[0], "ja");
        question.survey_id = "survey";
        assert_int_equal(schakel_school_add_survey_question(school, &question, NULL), SCHAKEL_OK);
    }
    schakel_school_destroy(school);
}

static void the_default_questions_are_at_level_A2(void **state)
{
    (void)state;
    schakel_checker *checker = NULL;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < schakel_survey_default_count(); i++) {
        schakel_survey_question question = SCHAKEL_SURVEY_QUESTION_INIT;
        schakel_report *report = NULL;
        schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
        assert_int_equal(schakel_survey_default(i, &question), SCHAKEL_OK);
        assert_int_equal(schakel_check(checker, question.text, strlen(question.text), NULL, &report, NULL),
                         SCHAKEL_OK);
        assert_int_equal(schakel_report_get_verdict(report, &verdict), SCHAKEL_OK);
        if (verdict.level > SCHAKEL_LEVEL_A2 || schakel_report_finding_count(report) != 0)
            fail_msg("%s", question.text);
        schakel_report_destroy(report);
    }
    schakel_checker_destroy(checker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S1_survey_of_parents_with_its_intervals),
        cmocka_unit_test(S4_fathers_are_told_apart_from_mothers),
        cmocka_unit_test(S9_who_wants_an_introductory_talk),
        cmocka_unit_test(questions_as_worked_out_by_hand),
        cmocka_unit_test(too_few_responses_show_nothing),
        cmocka_unit_test(questions_stand_by_theme),
        cmocka_unit_test(shorter_records_are_filled_as_far_as_they_go),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(misuse_is_told),
        cmocka_unit_test(the_default_questions_are_two_for_each_theme_and_can_be_asked),
        cmocka_unit_test(the_default_questions_are_at_level_A2),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
