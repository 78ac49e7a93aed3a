/* What a rule must find in a text, and with which suggestion. */
#ifndef TEXT_EXPECT_H
#define TEXT_EXPECT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/text.h"

typedef struct expectation {
    const char *text;
    const char *place;      /* what is found first; NULL for nothing */
    const char *suggestion; /* its first suggestion; NULL when it does not matter */
} expectation;

static schakel_report *check(const char *text, schakel_level target)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_check_options options = SCHAKEL_CHECK_OPTIONS_INIT;
    options.target = target;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, text, strlen(text), &options, &report, NULL), SCHAKEL_OK);
    schakel_checker_destroy(checker);
    return report;
}

/* The number of the first finding of a rule, or the count of all findings. */
static size_t first_of(const schakel_report *report, schakel_rule rule, schakel_finding *finding)
{
    size_t i = 0;
    for (; i < schakel_report_finding_count(report); i++) {
        assert_int_equal(schakel_report_get_finding(report, i, finding), SCHAKEL_OK);
        if (finding->rule == rule)
            break;
    }
    return i;
}

static void expect_all(schakel_rule rule, const expectation *list, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const expectation *e = &list[i];
        schakel_report *report = check(e->text, SCHAKEL_LEVEL_A2);
        schakel_finding f = SCHAKEL_FINDING_INIT;
        size_t number = first_of(report, rule, &f);
        int found = number < schakel_report_finding_count(report);
        int fine = found == (e->place != NULL);
        if (found && fine) {
            const char *suggestion = schakel_report_get_suggestion(report, number, 0);
            fine = strlen(e->place) == f.end - f.start &&
                   strncmp(e->text + f.start, e->place, f.end - f.start) == 0;
            fine &= e->suggestion == NULL || (suggestion != NULL && strcmp(suggestion, e->suggestion) == 0);
            if (!fine)
                print_message("suggestion %s, ", suggestion != NULL ? suggestion : "(none)");
        }
        if (!fine) {
            print_message("%s: \"%s\" gives \"%.*s\"\n", schakel_rule_name(rule), e->text,
                          found ? (int)(f.end - f.start) : 0, e->text + f.start);
            wrong++;
        }
        schakel_report_destroy(report);
    }
    assert_int_equal(wrong, 0);
}

#define EXPECT(rule, list) expect_all(rule, list, sizeof list / sizeof list[0])

#endif
