/* Results as JSON say what the results say, with the members that are promised, in their order. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "unit/exchange_trees.h"

/* ------------------------------------------------------------------- report */

static void assert_finding(const schakel_report *report, size_t index, const cJSON *finding,
                           schakel_language language)
{
    static const char *const names[] = {"rule",   "severity", "start",       "end", "line",
                                        "column", "message",  "suggestions", NULL};
    static const char *const severities[] = {"hint", "warning", "error"};
    schakel_finding expected = SCHAKEL_FINDING_INIT;
    assert_int_equal(schakel_report_get_finding(report, index, &expected), SCHAKEL_OK);
    assert_members(finding, names);
    assert_text(finding, "rule", schakel_rule_name(expected.rule));
    assert_text(finding, "severity", severities[expected.severity]);
    assert_number(finding, "start", (double)expected.start);
    assert_number(finding, "end", (double)expected.end);
    assert_number(finding, "line", (double)expected.line);
    assert_number(finding, "column", (double)expected.column);
    assert_text(finding, "message", language == SCHAKEL_ENGLISH ? expected.message_en : expected.message_nl);
    const cJSON *suggestions = get(finding, "suggestions"), *item;
    size_t count = 0;
    cJSON_ArrayForEach(item, suggestions)
        assert_string_equal(item->valuestring, schakel_report_get_suggestion(report, index, count++));
    assert_int_equal(count, expected.suggestion_count);
}

static void assert_text_reasons(const schakel_report *report, const cJSON *reasons, schakel_language language)
{
    static const char *const names[] = {"name", "points", "text", NULL};
    size_t count = schakel_report_reason_count(report);
    assert_int_equal(cJSON_GetArraySize(reasons), count);
    for (size_t i = 0; i < count; i++) {
        const cJSON *reason = cJSON_GetArrayItem(reasons, (int)i);
        schakel_reason expected = SCHAKEL_REASON_INIT;
        assert_int_equal(schakel_report_get_reason(report, i, &expected), SCHAKEL_OK);
        assert_members(reason, names);
        assert_text(reason, "name", expected.name);
        assert_number(reason, "points", expected.points);
        assert_text(reason, "text", language == SCHAKEL_ENGLISH ? expected.text_en : expected.text_nl);
    }
}

static void assert_report(const schakel_report *report, const cJSON *tree, schakel_language language)
{
    static const char *const names[] = {"file",    "difficulty", "level",    "confidence", "meets_target",
                                        "metrics", "findings",   "language", "reasons",    NULL};
    static const char *const first_metrics[] = {
        "words", "sentences", "words_per_sentence", "syllables_per_word", "flesch_douma", "leesindex_a"};
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    schakel_report_get_verdict(report, &verdict);
    schakel_report_get_metrics(report, &metrics);
    assert_members(tree, names);
    assert_number(tree, "difficulty", verdict.difficulty);
    assert_text(tree, "level", schakel_level_name(verdict.level));
    assert_number(tree, "confidence", verdict.confidence);
    assert_int_equal(cJSON_IsTrue(get(tree, "meets_target")), verdict.meets_target);
    const cJSON *shown = get(tree, "metrics"), *member = shown->child;
    for (size_t i = 0; i < 6; i++, member = member->next)
        assert_string_equal(member->string, first_metrics[i]);
    assert_int_equal(cJSON_GetArraySize(shown), 16);
    assert_number(shown, "words", (double)metrics.words);
    assert_number(shown, "sentences", (double)metrics.sentences);
    assert_number(shown, "words_per_sentence", metrics.words_per_sentence);
    assert_number(shown, "syllables_per_word", metrics.syllables_per_word);
    assert_number(shown, "flesch_douma", metrics.flesch_douma);
    assert_number(shown, "leesindex_a", metrics.leesindex_a);
    assert_number(shown, "bytes", (double)metrics.bytes);
    assert_number(shown, "paragraphs", (double)metrics.paragraphs);
    assert_number(shown, "syllables", (double)metrics.syllables);
    assert_number(shown, "letters", (double)metrics.letters);
    assert_number(shown, "longest_sentence", (double)metrics.longest_sentence);
    assert_number(shown, "letters_per_word", metrics.letters_per_word);
    assert_number(shown, "hard_word_share", metrics.hard_word_share);
    assert_number(shown, "unknown_word_share", metrics.unknown_word_share);
    assert_number(shown, "passive_share", metrics.passive_share);
    assert_number(shown, "subordinate_share", metrics.subordinate_share);
    const cJSON *findings = get(tree, "findings");
    assert_int_equal(cJSON_GetArraySize(findings), schakel_report_finding_count(report));
    for (size_t i = 0; i < schakel_report_finding_count(report); i++)
        assert_finding(report, i, cJSON_GetArrayItem(findings, (int)i), language);
    assert_text(tree, "language", verdict.language);
    assert_text_reasons(report, get(tree, "reasons"), language);
}

static void a_report_is_one_line_with_what_was_found(void **state)
{
    static const char letter[] =
        "Geachte ouders,\n\nDe luizenmoeders worden verzocht om conform de afspraken, "
        "die in de MR zijn gemaakt, zorg te dragen voor de absentenregistratie.\n";
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    (void)state;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, letter, sizeof letter - 1, NULL, &report, NULL), SCHAKEL_OK);
    assert_true(schakel_report_finding_count(report) > 0);
    assert_true(schakel_report_reason_count(report) > 0);
    for (int language = SCHAKEL_DUTCH; language <= SCHAKEL_ENGLISH; language++) {
        char *text = NULL;
        size_t length = 0;
        assert_int_equal(schakel_report_to_json(report, "brief \"1\".md", (schakel_language)language, &text,
                                                &length, NULL),
                         SCHAKEL_OK);
        assert_null(strchr(text, '\n'));
        cJSON *tree = parse(text, length);
        assert_text(tree, "file", "brief \"1\".md");
        assert_report(report, tree, (schakel_language)language);
        cJSON_Delete(tree);
        schakel_buffer_free(text);
    }
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
}

static void what_is_not_dutch_has_a_language_and_no_level(void **state)
{
    static const char letter[] = "Dear parents, there will be no school on Friday because of the holiday.";
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, letter, sizeof letter - 1, NULL, &report, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_report_to_json(report, NULL, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    cJSON *tree = parse(text, length);
    assert_text(tree, "language", "en");
    assert_text(tree, "level", "unknown");
    assert_report(report, tree, SCHAKEL_DUTCH);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
}

static void an_empty_text_has_a_report_too(void **state)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, "", 0, NULL, &report, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_report_to_json(report, NULL, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    cJSON *tree = parse(text, length);
    assert_text(tree, "file", NULL);
    assert_text(tree, "level", "unknown");
    assert_report(report, tree, SCHAKEL_DUTCH);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
}

/* -------------------------------------------------------------------- reach */

static void assert_count(const cJSON *row, const char *name, size_t count, int is_hidden)
{
    if (is_hidden)
        assert_text(row, name, NULL);
    else
        assert_number(row, name, (double)count);
}

static size_t assert_row(const schakel_reach *reach, size_t index, const cJSON *row)
{
    static const char *const names[] = {"breakdown",   "key",      "adults", "asked",
                                        "never_asked", "said_yes", NULL};
    static const char *const breakdowns[] = {"all", "role", "language"};
    schakel_reach_row expected = SCHAKEL_REACH_ROW_INIT;
    assert_int_equal(schakel_reach_get_row(reach, index, &expected), SCHAKEL_OK);
    assert_members(row, names);
    assert_text(row, "breakdown", breakdowns[expected.breakdown]);
    assert_text(row, "key", expected.key);
    assert_count(row, "adults", expected.adults, expected.hidden);
    assert_count(row, "asked", expected.asked, expected.hidden);
    assert_count(row, "never_asked", expected.never_asked, expected.hidden);
    assert_count(row, "said_yes", expected.said_yes, expected.hidden || expected.yes_hidden);
    return expected.hidden != 0;
}

static void a_reach_shows_null_for_what_is_hidden(void **state)
{
    static const char *const names[] = {"from", "until", "min_cell", "rule", "rows", NULL};
    schakel_school *school = load_sample();
    schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
    schakel_reach *reach = NULL;
    (void)state;
    options.min_cell = 20;
    assert_int_equal(schakel_reach_count(school, &options, &reach, NULL), SCHAKEL_OK);
    for (int language = SCHAKEL_DUTCH; language <= SCHAKEL_ENGLISH; language++) {
        char *text = NULL;
        size_t length = 0, hidden = 0;
        assert_int_equal(schakel_reach_to_json(reach, (schakel_language)language, &text, &length, NULL),
                         SCHAKEL_OK);
        cJSON *tree = parse(text, length);
        assert_members(tree, names);
        assert_text(tree, "from", "2026-08-24");
        assert_text(tree, "until", "2027-07-16");
        assert_number(tree, "min_cell", 20);
        assert_non_null(strstr(get(tree, "rule")->valuestring,
                               language == SCHAKEL_DUTCH ? "kleiner dan 20" : "under 20"));
        assert_int_equal(cJSON_GetArraySize(get(tree, "rows")), schakel_reach_row_count(reach));
        for (size_t i = 0; i < schakel_reach_row_count(reach); i++)
            hidden += assert_row(reach, i, cJSON_GetArrayItem(get(tree, "rows"), (int)i));
        assert_true(hidden > 0 && hidden < schakel_reach_row_count(reach));
        cJSON_Delete(tree);
        schakel_buffer_free(text);
    }
    schakel_reach_destroy(reach);
    schakel_school_destroy(school);
}

/* --------------------------------------------------------------------- load */

static void assert_decimal(const cJSON *object, const char *name, double number, int is_hidden)
{
    if (is_hidden)
        assert_text(object, name, NULL);
    else
        assert_number(object, name, number);
}

static void assert_totals(const schakel_load *load, const cJSON *totals)
{
    static const char *const names[] = {"people",      "moment",     "adults",       "asked",
                                        "never_asked", "most_asked", "most_or_more", "most_adults",
                                        "asks",        "mean",       "gini",         NULL};
    static const char *const whom[] = {"adults", "offerers"}, *const moments[] = {"recorded", "with_plan"};
    assert_int_equal(cJSON_GetArraySize(totals), 4);
    for (int i = 0; i < 4; i++) {
        const cJSON *total = cJSON_GetArrayItem(totals, i);
        schakel_load_total t = SCHAKEL_LOAD_TOTAL_INIT;
        schakel_load_get_total(load, (schakel_load_people)(i / 2), (schakel_load_moment)(i % 2), &t);
        assert_members(total, names);
        assert_text(total, "people", whom[i / 2]);
        assert_text(total, "moment", moments[i % 2]);
        assert_count(total, "adults", t.adults, t.hidden);
        assert_count(total, "asked", t.asked, t.hidden);
        assert_count(total, "never_asked", t.never_asked, t.hidden);
        assert_count(total, "most_asked", t.most_asked, t.hidden);
        assert_count(total, "most_adults", t.most_adults, t.hidden);
        assert_true(t.hidden ? cJSON_IsNull(get(total, "most_or_more"))
                             : cJSON_IsTrue(get(total, "most_or_more")) == t.most_or_more);
        assert_count(total, "asks", t.asks, t.asks_hidden);
        assert_decimal(total, "mean", t.mean, t.asks_hidden);
        assert_decimal(total, "gini", t.gini, t.asks_hidden);
    }
}

static size_t assert_load_row(const schakel_load *load, size_t index, const cJSON *row)
{
    static const char *const names[] = {"breakdown",
                                        "key",
                                        "adults",
                                        "offerers",
                                        "asked",
                                        "never_asked",
                                        "asked_with_plan",
                                        "never_asked_with_plan",
                                        "asks",
                                        "asks_with_plan",
                                        "mean",
                                        "mean_with_plan",
                                        NULL};
    static const char *const breakdowns[] = {"all", "role", "language", "reading"};
    schakel_load_row r = SCHAKEL_LOAD_ROW_INIT;
    assert_int_equal(schakel_load_get_row(load, index, &r), SCHAKEL_OK);
    assert_members(row, names);
    assert_text(row, "breakdown", breakdowns[r.breakdown]);
    assert_text(row, "key", r.key);
    assert_count(row, "adults", r.adults, r.hidden);
    assert_count(row, "offerers", r.offerers, r.offerers_hidden);
    assert_count(row, "asked", r.asked, r.hidden);
    assert_count(row, "never_asked", r.never_asked, r.hidden);
    assert_count(row, "asked_with_plan", r.asked_with_plan, r.plan_hidden);
    assert_count(row, "never_asked_with_plan", r.never_asked_with_plan, r.plan_hidden);
    assert_count(row, "asks", r.asks, r.asks_hidden);
    assert_count(row, "asks_with_plan", r.asks_with_plan, r.asks_hidden || r.plan_hidden);
    assert_decimal(row, "mean", r.mean, r.asks_hidden);
    assert_decimal(row, "mean_with_plan", r.mean_with_plan, r.asks_hidden || r.plan_hidden);
    return r.hidden != 0;
}

static void a_load_shows_null_for_what_is_hidden(void **state)
{
    static const char *const names[] = {"from",   "until", "min_cell", "rule", "has_plan",
                                        "totals", "bins",  "rows",     NULL};
    static const char *const bin_names[] = {"moment", "asks", "or_more", "adults", "offerers", NULL};
    schakel_school *school = load_sample();
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    (void)state;
    schakel_school_get_adult(school, 0, &adult);
    /* With a plan, which is too small to show, and without one. */
    for (size_t planned = 0; planned < 2; planned++) {
        schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
        schakel_load *load = NULL;
        char *text = NULL;
        size_t length = 0, hidden = 0, bins = 0;
        options.planned_adult_ids = &adult.id;
        options.planned_count = planned;
        assert_int_equal(schakel_load_count(school, &options, &load, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_load_to_json(load, SCHAKEL_ENGLISH, &text, &length, NULL), SCHAKEL_OK);
        cJSON *tree = parse(text, length);
        assert_members(tree, names);
        assert_text(tree, "from", "2026-08-24");
        assert_text(tree, "until", "2027-07-16");
        assert_number(tree, "min_cell", 5);
        assert_int_equal(cJSON_IsTrue(get(tree, "has_plan")), planned);
        assert_totals(load, get(tree, "totals"));
        for (int moment = 0; moment < 2; moment++)
            for (size_t i = 0; i < schakel_load_bin_count(load, (schakel_load_moment)moment); i++, bins++) {
                schakel_load_bin b = SCHAKEL_LOAD_BIN_INIT;
                const cJSON *bin = cJSON_GetArrayItem(get(tree, "bins"), (int)bins);
                schakel_load_get_bin(load, (schakel_load_moment)moment, i, &b);
                assert_members(bin, bin_names);
                assert_text(bin, "moment", moment == 0 ? "recorded" : "with_plan");
                assert_number(bin, "asks", (double)b.asks);
                assert_int_equal(cJSON_IsTrue(get(bin, "or_more")), b.or_more);
                assert_number(bin, "adults", (double)b.adults);
                assert_count(bin, "offerers", b.offerers, b.offerers_hidden);
            }
        assert_int_equal(cJSON_GetArraySize(get(tree, "bins")), bins);
        assert_int_equal(cJSON_GetArraySize(get(tree, "rows")), schakel_load_row_count(load));
        for (size_t i = 0; i < schakel_load_row_count(load); i++)
            hidden += assert_load_row(load, i, cJSON_GetArrayItem(get(tree, "rows"), (int)i));
        assert_true(bins > 0 && hidden > 0 && hidden < schakel_load_row_count(load));
        cJSON_Delete(tree);
        schakel_buffer_free(text);
        schakel_load_destroy(load);
    }
    schakel_school_destroy(school);
}

static void misuse_is_refused(void **state)
{
    char *text = (char *)state;
    assert_int_equal(schakel_report_to_json(NULL, NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_null(text);
    assert_int_equal(schakel_matching_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_reach_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_is_one_line_with_what_was_found),
        cmocka_unit_test(what_is_not_dutch_has_a_language_and_no_level),
        cmocka_unit_test(an_empty_text_has_a_report_too),
        cmocka_unit_test(a_reach_shows_null_for_what_is_hidden),
        cmocka_unit_test(a_load_shows_null_for_what_is_hidden),
        cmocka_unit_test(misuse_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
