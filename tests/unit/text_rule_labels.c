/*
 * How often is each rule right? tests/data/text/rules/RULE.tsv holds texts, each labelled yes (the
 * rule should speak) or no; rules and lists were developed on them. tests/data/text/rules-held was
 * written without sight of rules, lists and the other texts, and is for measuring only. Printed per rule:
 * precision and recall on both. A rule that is wrong too often fails.
 *
 * usage: unit_text_rule_labels [RULE]: with a rule's name its wrong texts are listed, but for those held out.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/text.h"

enum { TEXT_SIZE = 8192 };

/* A rule that speaks must be right; what it misses is allowed more. */
typedef struct limits {
    size_t rows;
    double precision, recall;
    int shows; /* list what is wrong */
} limits;

static const char *shown; /* the rule whose wrong texts are listed */

static schakel_checker *checker;

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
    schakel_report *report = NULL;
    schakel_finding f = SCHAKEL_FINDING_INIT;
    int found = 0;
    assert_int_equal(schakel_check(checker, text, length, NULL, &report, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_report_get_finding(report, i, &f);
        found |= strcmp(schakel_rule_name(f.rule), rule) == 0;
    }
    schakel_report_destroy(report);
    return found;
}

typedef struct tally {
    size_t hit, missed, wrong, quiet;
} tally;

static tally measure(const char *rule, FILE *file, int shows)
{
    static char line[TEXT_SIZE];
    tally t = {0, 0, 0, 0};
    int header = 1;
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *text = strchr(line, '\t');
        if (line[0] == '#' || text == NULL || header) {
            header &= line[0] == '#';
            continue;
        }
        *text++ = '\0';
        if (strcmp(line, "yes") != 0 && strcmp(line, "no") != 0)
            fail_msg("%s: a label is yes or no, not \"%s\"", rule, line);
        int wanted = strcmp(line, "yes") == 0, found = rule_speaks(rule, text, unescape(text));
        *(wanted ? (found ? &t.hit : &t.missed) : (found ? &t.wrong : &t.quiet)) += 1;
        if (shows && wanted != found && shown != NULL && strcmp(shown, rule) == 0)
            printf("%s: %s\n", wanted ? "missed" : "wrong ", text);
    }
    return t;
}

static double share(size_t part, size_t rest)
{
    return part + rest == 0 ? 0 : (double)part / (double)(part + rest);
}

/* Measure a rule, add to `sum`, and print. Returns whether it is good enough. */
static int measure_rule(const char *folder, const char *file_name, const limits *least, tally *sum)
{
    char rule[64] = "", path[1024];
    snprintf(rule, sizeof rule, "%.*s", (int)strcspn(file_name, "."), file_name);
    snprintf(path, sizeof path, "%s/%s", folder, file_name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    tally t = measure(rule, file, least->shows);
    fclose(file);
    size_t rows = t.hit + t.missed + t.wrong + t.quiet;
    double precision = share(t.hit, t.wrong), recall = share(t.hit, t.missed);
    int fine = rows >= least->rows && precision >= least->precision && recall >= least->recall;
    printf("%-24s %3zu texts  precision %.3f  recall %.3f%s\n", rule, rows, precision, recall,
           fine ? "" : "  TOO LOW");
    sum->hit += t.hit;
    sum->missed += t.missed;
    sum->wrong += t.wrong;
    sum->quiet += t.quiet;
    return fine;
}

static void measure_folder(const char *folder, const limits *least)
{
    struct dirent **entries;
    tally sum = {0, 0, 0, 0};
    size_t weak = 0;
    int count = scandir(folder, &entries, NULL, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        if (strstr(entries[i]->d_name, ".tsv") != NULL)
            weak += !measure_rule(folder, entries[i]->d_name, least, &sum);
        free(entries[i]);
    }
    free(entries);
    printf("all together: precision %.3f  recall %.3f\n", share(sum.hit, sum.wrong),
           share(sum.hit, sum.missed));
    assert_int_equal(weak, 0);
}

static void rules_are_right(void **state)
{
    (void)state;
    const limits least = {60, 0.9, 0.7, 1};
    measure_folder(SCHAKEL_TEST_DATA "/text/rules", &least);
}

static void rules_are_right_about_texts_held_out(void **state)
{
    (void)state;
    const limits least = {30, 0.85, 0.25, 0};
    measure_folder(SCHAKEL_TEST_DATA "/text/rules-held", &least);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_right),
        cmocka_unit_test(rules_are_right_about_texts_held_out),
    };
    shown = argc > 1 ? argv[1] : NULL;
    if (schakel_checker_create(NULL, &checker, NULL) != SCHAKEL_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    schakel_checker_destroy(checker);
    return failed;
}
