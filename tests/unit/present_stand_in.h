/*
 * Results made by hand: a report and a matching whose contents the test chooses, so that what is
 * shown can be compared letter by letter. They stand in for the calls of text.h and match.h;
 * include this in one file of a test program.
 */
#ifndef TESTS_UNIT_PRESENT_STAND_IN_H
#define TESTS_UNIT_PRESENT_STAND_IN_H

#include <stdlib.h>
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
    const schakel_match_dropped *dropped;
    size_t dropped_count;
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

size_t schakel_matching_dropped_count(const schakel_matching *matching)
{
    return matching->dropped_count;
}

schakel_status schakel_matching_get_dropped(const schakel_matching *matching, size_t index,
                                            schakel_match_dropped *out)
{
    *out = matching->dropped[index];
    return SCHAKEL_OK;
}

schakel_status schakel_matching_get_proof(const schakel_matching *matching, schakel_match_proof *out)
{
    *out = matching->proof;
    return SCHAKEL_OK;
}

struct schakel_calendar {
    schakel_allocator allocator;
    const schakel_calendar_entry *entries;
    size_t entry_count;
    const schakel_calendar_thanks *thanks;
    size_t thanks_count;
};

/* The calendar of any matching, when a test has one; else there is none. */
static const schakel_calendar *calendar_to_make;

schakel_status schakel_calendar_make(const schakel_matching *matching, const schakel_school *school,
                                     const schakel_calendar_options *options, schakel_calendar **out,
                                     schakel_error *error)
{
    (void)matching, (void)school, (void)options, (void)error;
    *out = calendar_to_make == NULL ? NULL : malloc(sizeof **out);
    if (*out == NULL)
        return SCHAKEL_NOT_FOUND;
    **out = *calendar_to_make;
    return SCHAKEL_OK;
}

void schakel_calendar_destroy(schakel_calendar *calendar)
{
    free(calendar);
}

size_t schakel_calendar_count(const schakel_calendar *calendar)
{
    return calendar->entry_count;
}

schakel_status schakel_calendar_get(const schakel_calendar *calendar, size_t index,
                                    schakel_calendar_entry *out)
{
    *out = calendar->entries[index];
    return SCHAKEL_OK;
}

size_t schakel_calendar_thanks_count(const schakel_calendar *calendar)
{
    return calendar->thanks_count;
}

schakel_status schakel_calendar_get_thanks(const schakel_calendar *calendar, size_t index,
                                           schakel_calendar_thanks *out)
{
    *out = calendar->thanks[index];
    return SCHAKEL_OK;
}

#endif
