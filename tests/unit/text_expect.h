/* What a rule must find in a text, and with which suggestion. */
#ifndef TEXT_EXPECT_H
#define TEXT_EXPECT_H

#include "unit/text_help.h"

typedef struct expectation {
    const char *text;
    const char *place;      /* what is found first; NULL for nothing */
    const char *suggestion; /* its first suggestion; NULL when it does not matter */
} expectation;

static void expect_all(schakel_rule rule, const expectation *list, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const expectation *e = &list[i];
        schakel_report *report = check_at(e->text, SCHAKEL_LEVEL_A2);
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
