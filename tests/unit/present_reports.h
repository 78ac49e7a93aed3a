/* Reports made by hand, and what is shown of them. Include this in one file of a test program. */
#ifndef TESTS_UNIT_PRESENT_REPORTS_H
#define TESTS_UNIT_PRESENT_REPORTS_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>

#include "unit/present_stand_in.h"

#define EM "\xE2\x80\xA6"

/* The place of `what` in the text as a finding; line and column as the text room counts them. */
static schakel_finding find(const char *text, const char *what, schakel_severity severity, size_t suggestions)
{
    schakel_finding finding = SCHAKEL_FINDING_INIT;
    const char *place = strstr(text, what);
    assert_non_null(place);
    finding.rule = SCHAKEL_RULE_HARD_WORD;
    finding.severity = severity;
    finding.start = (size_t)(place - text);
    finding.end = finding.start + strlen(what);
    finding.line = finding.column = 1;
    for (const char *c = text; c < place; c++) {
        int ends = *c == '\n' || (*c == '\r' && c[1] != '\n');
        finding.line += (size_t)ends;
        finding.column = ends ? 1 : finding.column + 1;
    }
    finding.message_nl = "Zeg het gewoner.";
    finding.message_en = "Say it plainer.";
    finding.suggestion_count = suggestions;
    return finding;
}

static schakel_report make_report(const schakel_finding *findings, size_t count)
{
    schakel_report report;
    const schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    const schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    memset(&report, 0, sizeof report);
    assert_true(sk_allocator_resolve(NULL, &report.allocator));
    report.verdict = verdict;
    report.metrics = metrics;
    report.findings = findings;
    report.count = count;
    report.suggestions[0] = "volgens";
    report.suggestions[1] = "zoals <in>";
    return report;
}

/* The caller ends the text with schakel_buffer_free(). */
static char *show(const schakel_report *report, const char *text, const schakel_present_options *options)
{
    char *shown = NULL;
    size_t length = 0;
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_int_equal(schakel_present_report(report, text, strlen(text), options, &shown, &length, &error),
                     SCHAKEL_OK);
    assert_non_null(shown);
    assert_int_equal(length, strlen(shown));
    return shown;
}

static inline schakel_reason reason(const char *name, double points)
{
    schakel_reason made = SCHAKEL_REASON_INIT;
    made.name = name;
    made.points = points;
    made.text_nl = "Daarom.";
    made.text_en = "That is why.";
    return made;
}

#endif
