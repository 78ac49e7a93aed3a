/* Is a letter plain Dutch, and does it tell all there is to tell? */
#ifndef TESTS_UNIT_LETTER_CHECK_H
#define TESTS_UNIT_LETTER_CHECK_H

#include <string.h>

#include "schakel/text.h"

/* At level A2 or below, and nothing in it to change but tips: a complete invitation, no guilt, no school terms. */
static inline void assert_letter_is_plain(const schakel_checker *checker, const char *text, size_t length)
{
    schakel_report *report = NULL;
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    assert_int_equal(schakel_check(checker, text, length, NULL, &report, NULL), SCHAKEL_OK);
    schakel_report_get_verdict(report, &verdict);
    if (verdict.level > SCHAKEL_LEVEL_A2)
        fail_msg("level %s:\n%.*s", schakel_level_name(verdict.level), (int)length, text);
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_finding finding = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &finding);
        if (finding.severity != SCHAKEL_SEVERITY_HINT)
            fail_msg("%s: %s\n%.*s", schakel_rule_name(finding.rule), finding.message_nl, (int)length, text);
    }
    schakel_report_destroy(report);
}

/* The letters of a family, with a line between them. */
static inline void assert_letters_are_plain(const char *text)
{
    static const char between[] = "\n---\n";
    schakel_checker *checker = NULL;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    for (const char *end; (end = strstr(text, between)) != NULL; text = end + strlen(between))
        assert_letter_is_plain(checker, text, (size_t)(end - text));
    assert_letter_is_plain(checker, text, strlen(text));
    schakel_checker_destroy(checker);
}

#endif
