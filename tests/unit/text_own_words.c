/*
 * The Dutch that the check itself shows to people must pass it: explanations of school terms at A2
 * without a finding, and the advice of the other lists too.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/text.h"

enum { LINE_SIZE = 8192, COLUMNS = 4 };

static schakel_checker *checker;

/* Does a text meet A2? A term may hold another, and "dit" points at the term that it is shown with. */
static int is_plain(const char *text, int findings_too)
{
    schakel_report *report = NULL;
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    schakel_finding f = SCHAKEL_FINDING_INIT;
    assert_int_equal(schakel_check(checker, text, strlen(text), NULL, &report, NULL), SCHAKEL_OK);
    schakel_report_get_verdict(report, &v);
    int plain = v.meets_target;
    for (size_t i = 0; findings_too && i < schakel_report_finding_count(report); i++) {
        schakel_report_get_finding(report, i, &f);
        if (f.rule == SCHAKEL_RULE_SCHOOL_TERM || f.rule == SCHAKEL_RULE_UNCLEAR_REFERENCE ||
            f.rule == SCHAKEL_RULE_READING_TASK)
            continue;
        printf("[%s] %s\n", schakel_rule_name(f.rule), f.message_nl);
        plain = 0;
    }
    schakel_report_destroy(report);
    return plain;
}

/* Check one column of a list; `separator` parts alternatives. Returns how many rows there were. */
static size_t check_column(const char *list, int column, int findings_too)
{
    static char line[LINE_SIZE];
    char path[1024];
    size_t rows = 0, hard = 0;
    int header = 1;
    snprintf(path, sizeof path, "%s/text/words/%s", SCHAKEL_LIB_DIR, list);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        char *at = line;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || header) {
            header &= line[0] == '#';
            continue;
        }
        for (int i = 0; i < column && at != NULL; i++)
            at = strchr(at, '\t') != NULL ? strchr(at, '\t') + 1 : NULL;
        assert_non_null(at);
        at[strcspn(at, "\t")] = '\0';
        rows++;
        if (strcmp(at, "-") != 0 && !is_plain(at, findings_too)) {
            printf("%s: %s: %s\n", list, line, at);
            hard++;
        }
    }
    fclose(file);
    printf("%s: %zu texts, %zu not plain\n", list, rows, hard);
    assert_int_equal(hard, 0);
    return rows;
}

static void school_terms_are_explained_in_plain_words(void **state)
{
    (void)state;
    assert_true(check_column("terms.tsv", 2, 1) >= 350);
}

static void advice_is_given_in_plain_words(void **state)
{
    (void)state;
    check_column("gendered.tsv", 3, 1);
    check_column("guilt.tsv", 1, 0);
    check_column("flight.tsv", 1, 0);
    check_column("reading.tsv", 1, 0);
}

static void figures_of_speech_get_plain_words(void **state)
{
    (void)state;
    assert_true(check_column("idioms.tsv", 1, 0) >= 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(school_terms_are_explained_in_plain_words),
        cmocka_unit_test(advice_is_given_in_plain_words),
        cmocka_unit_test(figures_of_speech_get_plain_words),
    };
    if (schakel_checker_create(NULL, &checker, NULL) != SCHAKEL_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    schakel_checker_destroy(checker);
    return failed;
}
