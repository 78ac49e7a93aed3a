/*
 * How often is each rule right? tests/data/text/rules/RULE.tsv holds texts, each labelled yes (the
 * rule should speak) or no; rules and lists were developed on them. tests/data/text/rules-held was
 * written without sight of rules, lists and the other texts, and is for measuring only. Printed per rule:
 * precision and recall on both. A rule that is wrong too often fails.
 *
 * usage: unit_text_rule_labels [RULE]: with a rule's name its wrong texts are listed, but for those held out.
 */
#include "unit/text_help.h"

/* A rule that speaks must be right; what it misses is allowed more. */
typedef struct limits {
    size_t rows;
    double precision, recall;
} limits;

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

/* What is measured of a folder: all its rules together, and how many are not good enough. */
typedef struct measurement {
    limits least;
    tally sum;
    size_t weak;
} measurement;

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

static void measure(const char *path, const char *name, void *context)
{
    measurement *m = context;
    char rule[64];
    snprintf(rule, sizeof rule, "%.*s", (int)strcspn(name, "."), name);
    tally t = {rule, 0, 0, 0, 0};
    size_t rows = each_row(path, count_row, &t);
    double precision = share(t.hit, t.wrong), recall = share(t.hit, t.missed);
    int fine = rows >= m->least.rows && precision >= m->least.precision && recall >= m->least.recall;
    printf("%-24s %3zu texts  precision %.3f  recall %.3f%s\n", rule, rows, precision, recall,
           fine ? "" : "  TOO LOW");
    m->weak += !fine;
    m->sum.hit += t.hit;
    m->sum.missed += t.missed;
    m->sum.wrong += t.wrong;
}

static void measure_folder(const char *folder, limits least)
{
    measurement m = {least, {NULL, 0, 0, 0, 0}, 0};
    assert_true(each_file(folder, ".tsv", measure, &m) > 0);
    printf("all together: precision %.3f  recall %.3f\n", share(m.sum.hit, m.sum.wrong),
           share(m.sum.hit, m.sum.missed));
    assert_int_equal(m.weak, 0);
}

static void rules_are_right(void **state)
{
    (void)state;
    measure_folder(SCHAKEL_TEST_DATA "/text/rules", (limits){60, 0.9, 0.7});
}

static void rules_are_right_about_texts_held_out(void **state)
{
    (void)state;
    shown = NULL;
    measure_folder(SCHAKEL_TEST_DATA "/text/rules-held", (limits){30, 0.85, 0.25});
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_right),
        cmocka_unit_test(rules_are_right_about_texts_held_out),
    };
    shown = argc > 1 ? argv[1] : NULL;
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
