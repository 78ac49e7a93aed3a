/* A house style that a test fills, and what is found with it. Include this in one file of a test program. */
#ifndef TESTS_UNIT_HOUSE_STYLES_H
#define TESTS_UNIT_HOUSE_STYLES_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/text.h"

static schakel_house_style *style;

static inline int make_style(void **state)
{
    (void)state;
    return schakel_house_style_create(NULL, &style, NULL) == SCHAKEL_OK ? 0 : -1;
}

static inline int end_style(void **state)
{
    (void)state;
    schakel_house_style_destroy(style);
    style = NULL;
    return 0;
}

static inline void add_word(const char *word, schakel_level level)
{
    assert_int_equal(schakel_house_style_add_word(style, word, level, NULL), SCHAKEL_OK);
}

static inline void add_replacement(const char *hard, const char *plain)
{
    assert_int_equal(schakel_house_style_add_replacement(style, hard, plain, NULL), SCHAKEL_OK);
}

static inline void add_term(const char *term, const char *explanation)
{
    assert_int_equal(schakel_house_style_add_term(style, term, explanation, NULL, NULL), SCHAKEL_OK);
}

static inline schakel_report *check_at(const char *text, schakel_level target)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_check_options options = SCHAKEL_CHECK_OPTIONS_INIT;
    options.target = target;
    assert_int_equal(schakel_checker_create_with(NULL, style, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, text, strlen(text), &options, &report, NULL), SCHAKEL_OK);
    schakel_checker_destroy(checker);
    return report;
}

/* What is found as text: rule, place and first suggestion, a finding a line. */
static inline void describe(const char *text, schakel_level target, char out[1024])
{
    schakel_report *report = check_at(text, target);
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_report_finding_count(report) && used < 1024; i++) {
        schakel_finding f = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &f);
        const char *suggestion = schakel_report_get_suggestion(report, i, 0);
        used += (size_t)snprintf(out + used, 1024 - used, "%s(%.*s)%s%s ", schakel_rule_name(f.rule),
                                 (int)(f.end - f.start), text + f.start, suggestion != NULL ? "=" : "",
                                 suggestion != NULL ? suggestion : "");
    }
    schakel_report_destroy(report);
}

static inline void expect(const char *text, const char *found)
{
    char shown[1024];
    describe(text, SCHAKEL_LEVEL_A2, shown);
    assert_string_equal(shown, found);
}

/* Is there nothing to say about a word in a sentence that is plain otherwise? */
static inline int is_quiet(const char *text, schakel_level target)
{
    char shown[1024];
    describe(text, target, shown);
    return shown[0] == '\0';
}

#define STYLE_TEST(name) cmocka_unit_test_setup_teardown(name, make_style, end_style)

#endif
