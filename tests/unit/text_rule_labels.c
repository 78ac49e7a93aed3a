/*
 * How often is each rule right? tests/data/text/rules/RULE.tsv holds texts, each labelled yes (the
 * rule should speak) or no. Printed per rule: precision and recall. A rule that is wrong too often fails.
 *
 * usage: unit_text_rule_labels [RULE]: with a rule's name its wrong texts are listed.
 */
#include "unit/text_help.h"

enum { ROWS_LEAST = 60 };

/* A rule that speaks must be right; what it misses is allowed more. */
static const double precision_least = 0.9, recall_least = 0.5;

static const char *shown; /* the rule whose wrong texts are listed */

/* "\n" in a row is a line end. */
static size_t unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from != '\0'; from++) {
        int line_end = from[0] == '\\' && from[1] == 'n';
        *to++ = line_end ? '\n' : *from;
        from += line_end;
    }
    *to = '\0';
    return (size_t)(to - text);
}

static int rule_speaks(const char *rule, const char *text, size_t length)
{
    schakel_finding f = SCHAKEL_FINDING_INIT;
    schakel_report *report = check(text, length);
    int found = 0;
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_report_get_finding(report, i, &f);
        found |= strcmp(schakel_rule_name(f.rule), rule) == 0;
    }
    schakel_report_destroy(report);
    return found;
}

typedef struct tally {
    const char *rule;
    size_t hit, missed, wrong, quiet;
} tally;

static void count_row(char *const *columns, void *context)
{
    tally *t = context;
    const char *label = columns[0];
    char *text = columns[1];
    if (strcmp(label, "yes") != 0 && strcmp(label, "no") != 0)
        fail_msg("%s: a label is yes or no, not \"%s\"", t->rule, label);
    int wanted = strcmp(label, "yes") == 0, found = rule_speaks(t->rule, text, unescape(text));
    *(wanted ? (found ? &t->hit : &t->missed) : (found ? &t->wrong : &t->quiet)) += 1;
    if (wanted != found && shown != NULL && strcmp(shown, t->rule) == 0)
        printf("%s: %s\n", wanted ? "missed" : "wrong ", text);
}

static double share(size_t part, size_t rest)
{
    return part + rest == 0 ? 0 : (double)part / (double)(part + rest);
}

static void measure(const char *path, const char *name, void *weak)
{
    char rule[64];
    snprintf(rule, sizeof rule, "%.*s", (int)strcspn(name, "."), name);
    tally t = {rule, 0, 0, 0, 0};
    size_t rows = each_row(path, count_row, &t);
    double precision = share(t.hit, t.wrong), recall = share(t.hit, t.missed);
    int fine = rows >= ROWS_LEAST && precision >= precision_least && recall >= recall_least;
    printf("%-24s %3zu texts  precision %.3f  recall %.3f%s\n", rule, rows, precision, recall,
           fine ? "" : "  TOO LOW");
    *(size_t *)weak += !fine;
}

static void rules_are_right(void **state)
{
    (void)state;
    size_t weak = 0;
    assert_true(each_file(SCHAKEL_TEST_DATA "/text/rules", ".tsv", measure, &weak) > 0);
    assert_int_equal(weak, 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rules_are_right)};
    shown = argc > 1 ? argv[1] : NULL;
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
