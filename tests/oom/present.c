/* Every allocation of what is shown fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "oom/failing.h"
#include "unit/present_stand_in.h"

enum { FINDINGS = 40 };

static schakel_status show_report(const schakel_allocator *allocator, void *context)
{
    static const char text[] = "Conform de brief gaan wij weg.\n";
    schakel_finding findings[FINDINGS];
    schakel_report report;
    const schakel_finding finding = SCHAKEL_FINDING_INIT;
    const schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    const schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    static const schakel_reason reason = {sizeof reason, "words", 9, "Moeilijk.", "Hard."};
    memset(&report, 0, sizeof report);
    for (int i = 0; i < FINDINGS; i++) {
        findings[i] = finding;
        findings[i].end = 7;
        findings[i].line = findings[i].column = 1;
        findings[i].message_nl = "Zeg het gewoner.";
        findings[i].suggestion_count = 1;
    }
    report.allocator = *allocator;
    report.verdict = verdict;
    report.metrics = metrics;
    report.findings = findings;
    report.count = FINDINGS;
    report.suggestions[0] = "volgens";
    report.verdict.level = SCHAKEL_LEVEL_B1;
    report.metrics.words = 6;
    report.reasons = &reason;
    report.reason_count = 1;
    findings[0].rule = SCHAKEL_RULE_LONG_TEXT;
    findings[1].rule = SCHAKEL_RULE_HARD_WORD;
    char *shown = NULL;
    schakel_status status =
        schakel_present_report(&report, text, sizeof text - 1, context, &shown, NULL, NULL);
    if ((status == SCHAKEL_OK) != (shown != NULL))
        status = SCHAKEL_MISUSE;
    schakel_buffer_free(shown);
    return status;
}

static schakel_status show_reach(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_reach *reach = NULL;
    char *shown = NULL;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_reach_count(school, NULL, &reach, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_reach(reach, context, &shown, NULL, NULL);
    schakel_buffer_free(shown);
    schakel_reach_destroy(reach);
    schakel_school_destroy(school);
    return status;
}

/* Ten adults who offer something, five of them asked. */
static schakel_status fill(schakel_school *school)
{
    static const char *const concept_id = "concept";
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = concept_.id = concept_id;
    schakel_status status = schakel_school_add_concept(school, &concept_, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_child(school, &child, NULL);
    for (int i = 0; i < 10 && status == SCHAKEL_OK; i++) {
        const char id[] = {(char)('a' + i), '\0'};
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_ask ask = SCHAKEL_ASK_INIT;
        adult.id = tie.adult_id = offer.id = offer.adult_id = ask.id = ask.adult_id = id;
        tie.child_id = child.id;
        offer.concept_ids = &concept_id;
        offer.concept_count = 1;
        ask.date = 20000;
        status = schakel_school_add_adult(school, &adult, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_tie(school, &tie, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_offer(school, &offer, NULL);
        if (status == SCHAKEL_OK && i % 2 == 0)
            status = schakel_school_add_ask(school, &ask, NULL);
    }
    return status;
}

static schakel_status show_load(const schakel_allocator *allocator, void *context)
{
    static const char *const plan[] = {"b", "d", "f", "h", "j"};
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    schakel_school *school = NULL;
    schakel_load *load = NULL;
    char *shown = NULL;
    options.planned_adult_ids = plan;
    options.planned_count = 5;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school);
    if (status == SCHAKEL_OK)
        status = schakel_load_count(school, &options, &load, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_load(load, context, &shown, NULL, NULL);
    schakel_buffer_free(shown);
    schakel_load_destroy(load);
    schakel_school_destroy(school);
    return status;
}

static schakel_status show_matching(const schakel_allocator *allocator, void *context)
{
    static const schakel_match_ask ask = {sizeof ask, "need", "place", "adult", "offer", 1000, 20000,
                                          20000,      0,      0,       "Zo.",   "So.",   NULL, 0};
    schakel_match_ask asks[FINDINGS];
    schakel_matching matching;
    const schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    for (int i = 0; i < FINDINGS; i++)
        asks[i] = ask;
    memset(&matching, 0, sizeof matching);
    matching.allocator = *allocator;
    matching.asks = asks;
    matching.ask_count = FINDINGS;
    matching.proof = proof;
    schakel_school *school = NULL;
    char *shown = NULL;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_matching(&matching, school, context, &shown, NULL, NULL);
    schakel_buffer_free(shown);
    schakel_school_destroy(school);
    return status;
}

static void what_is_shown_without_memory_leaves_nothing_behind(void **state)
{
    schakel_present_options text = SCHAKEL_PRESENT_OPTIONS_INIT, html = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    html.format = SCHAKEL_FORMAT_HTML;
    assert_true(failing_every_request(show_report, &text));
    assert_true(failing_every_request(show_report, &html));
    assert_true(failing_every_request(show_reach, &text));
    assert_true(failing_every_request(show_reach, &html));
    assert_true(failing_every_request(show_load, &text));
    assert_true(failing_every_request(show_load, &html));
    assert_true(failing_every_request(show_matching, &text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_shown_without_memory_leaves_nothing_behind)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
