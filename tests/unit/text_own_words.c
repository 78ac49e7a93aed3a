/*
 * The Dutch that the check itself shows to people must pass it: explanations of school terms at A2
 * without a finding, and the advice of the other lists too.
 */
#include "unit/text_help.h"

/* Does a text meet A2? A term may hold another, and "dit" points at the term that it is shown with. */
static int is_plain(const char *text, int findings_too)
{
    schakel_finding f = SCHAKEL_FINDING_INIT;
    schakel_report *report = check(text, strlen(text));
    int plain = verdict_of(report).meets_target;
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

typedef struct shown_column {
    const char *list;
    int column, findings_too;
    size_t hard;
} shown_column;

static void check_row(char *const *columns, void *context)
{
    shown_column *shown = context;
    const char *text = columns[shown->column];
    if (strcmp(text, "-") == 0 || is_plain(text, shown->findings_too))
        return;
    printf("%s: %s: %s\n", shown->list, columns[0], text);
    shown->hard++;
}

/* Check one column of a list. Returns how many rows there were. */
static size_t check_column(const char *list, int column, int findings_too)
{
    char path[HELP_PATH_SIZE];
    shown_column shown = {list, column, findings_too, 0};
    snprintf(path, sizeof path, "%s/text/words/%s", SCHAKEL_LIB_DIR, list);
    size_t rows = each_row(path, check_row, &shown);
    printf("%s: %zu texts, %zu not plain\n", list, rows, shown.hard);
    assert_int_equal(shown.hard, 0);
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
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
