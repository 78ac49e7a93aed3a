/*
 * Results made by hand: a report and a matching whose contents the test chooses, so that what is
 * shown can be compared letter by letter. They stand in for the calls of text.h and match.h;
 * include this in one file of a test program.
 */
#ifndef TESTS_UNIT_PRESENT_STAND_IN_H
#define TESTS_UNIT_PRESENT_STAND_IN_H

#include <string.h>

#include "base/memory.h"
#include "schakel/present.h"

struct schakel_report {
    schakel_allocator allocator;
    schakel_verdict verdict;
    schakel_metrics metrics;
    const schakel_finding *findings;
    size_t count;
    const char *suggestions[2]; /* of every finding that has any */
    const schakel_reason *reasons;
    size_t reason_count;
};

schakel_status schakel_report_get_verdict(const schakel_report *report, schakel_verdict *out)
{
    *out = report->verdict;
    return SCHAKEL_OK;
}

schakel_status schakel_report_get_metrics(const schakel_report *report, schakel_metrics *out)
{
    *out = report->metrics;
    return SCHAKEL_OK;
}

size_t schakel_report_finding_count(const schakel_report *report)
{
    return report->count;
}

schakel_status schakel_report_get_finding(const schakel_report *report, size_t index, schakel_finding *out)
{
    if (index >= report->count)
        return SCHAKEL_MISUSE;
    *out = report->findings[index];
    return SCHAKEL_OK;
}

const char *schakel_report_get_suggestion(const schakel_report *report, size_t finding_index,
                                          size_t suggestion_index)
{
    return finding_index < report->count && suggestion_index < 2 ? report->suggestions[suggestion_index]
                                                                 : NULL;
}

size_t schakel_report_reason_count(const schakel_report *report)
{
    return report->reason_count;
}

schakel_status schakel_report_get_reason(const schakel_report *report, size_t index, schakel_reason *out)
{
    *out = report->reasons[index];
    return SCHAKEL_OK;
}

const char *schakel_rule_name(schakel_rule rule)
{
    return rule == SCHAKEL_RULE_HARD_WORD       ? "hard-word"
           : rule == SCHAKEL_RULE_LONG_SENTENCE ? "long-sentence"
           : rule == SCHAKEL_RULE_LONG_TEXT     ? "long-text"
                                                : NULL;
}

struct schakel_matching {
    schakel_allocator allocator;
    const schakel_match_ask *asks;
    size_t ask_count;
    const schakel_match_open *open;
    size_t open_count;
    schakel_match_proof proof;
};

size_t schakel_matching_count(const schakel_matching *matching)
{
    return matching->ask_count;
}

schakel_status schakel_matching_get(const schakel_matching *matching, size_t index, schakel_match_ask *out)
{
    *out = matching->asks[index];
    return SCHAKEL_OK;
}

size_t schakel_matching_open_count(const schakel_matching *matching)
{
    return matching->open_count;
}

schakel_status schakel_matching_get_open(const schakel_matching *matching, size_t index,
                                         schakel_match_open *out)
{
    *out = matching->open[index];
    return SCHAKEL_OK;
}

schakel_status schakel_matching_get_proof(const schakel_matching *matching, schakel_match_proof *out)
{
    *out = matching->proof;
    return SCHAKEL_OK;
}

#endif
