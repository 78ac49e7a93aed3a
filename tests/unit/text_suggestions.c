/*
 * Every wording that a finding offers is put in its place: the text must not get harder by it, nor
 * may the same rule speak about the new wording by itself.
 *
 * usage: unit_text_suggestions [FILE]: instead of the letters and texts of the project, the lines
 * of a file, each a text of its own.
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

enum { TEXT_SIZE = 65536 };
/* Difficulty is a sum of doubles: less than this is no difference. */
static const double nothing = 1e-6;

static const char *lines_file;
static schakel_checker *checker;

typedef struct tally {
    size_t offered, harder, again;
} tally;

static schakel_report *check(const char *text, size_t length)
{
    schakel_report *report = NULL;
    assert_int_equal(schakel_check(checker, text, length, NULL, &report, NULL), SCHAKEL_OK);
    return report;
}

static double difficulty(const schakel_report *report)
{
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    assert_int_equal(schakel_report_get_verdict(report, &v), SCHAKEL_OK);
    return v.difficulty;
}

static int speaks_there(const schakel_report *report, schakel_rule rule, size_t start, size_t end)
{
    schakel_finding f = SCHAKEL_FINDING_INIT;
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_report_get_finding(report, i, &f);
        if (f.rule == rule && f.start >= start && f.end <= end)
            return 1;
    }
    return 0;
}

static void try_one(const char *text, size_t length, double before, const schakel_finding *f,
                    const char *suggestion, tally *t)
{
    static char changed[2 * TEXT_SIZE];
    size_t size = strlen(suggestion), after = length - f->end;
    memcpy(changed, text, f->start);
    memcpy(changed + f->start, suggestion, size);
    memcpy(changed + f->start + size, text + f->end, after);
    schakel_report *report = check(changed, f->start + size + after);
    int harder = difficulty(report) > before + nothing;
    int again = speaks_there(report, f->rule, f->start, f->start + size);
    if (harder || again)
        printf("%s [%s] \"%.*s\" -> \"%s\": difficulty %+.2f\n", again ? "again" : "harder",
               schakel_rule_name(f->rule), (int)(f->end - f->start), text + f->start, suggestion,
               difficulty(report) - before);
    t->offered++;
    t->harder += harder;
    t->again += again;
    schakel_report_destroy(report);
}

static void try_all(const char *text, size_t length, tally *t)
{
    schakel_report *report = check(text, length);
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_finding f = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &f);
        for (size_t k = 0; k < f.suggestion_count; k++)
            try_one(text, length, difficulty(report), &f, schakel_report_get_suggestion(report, i, k), t);
    }
    schakel_report_destroy(report);
}

static void try_folder(const char *folder, tally *t)
{
    static char text[TEXT_SIZE];
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        FILE *file = strstr(path, ".md") != NULL ? fopen(path, "rb") : NULL;
        if (file != NULL) {
            try_all(text, fread(text, 1, sizeof text, file), t);
            fclose(file);
        }
        free(entries[i]);
    }
    free(entries);
}

static void try_lines(const char *path, tally *t)
{
    static char line[TEXT_SIZE];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL)
        try_all(line, strcspn(line, "\n"), t);
    fclose(file);
}

static void suggestions_make_no_text_harder(void **state)
{
    (void)state;
    tally t = {0, 0, 0};
    if (lines_file != NULL) {
        try_lines(lines_file, &t);
    } else {
        try_folder(SCHAKEL_EXAMPLE_DATA "/letters", &t);
        try_folder(SCHAKEL_TEST_DATA "/text/letters", &t);
        try_folder(SCHAKEL_TEST_DATA "/text/levels", &t);
    }
    printf("%zu wordings put in their place: %zu make the text harder, %zu are found again\n", t.offered,
           t.harder, t.again);
    assert_true(t.offered > 0);
    assert_int_equal(t.harder, 0);
    assert_int_equal(t.again, 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(suggestions_make_no_text_harder)};
    lines_file = argc > 1 ? argv[1] : NULL;
    if (schakel_checker_create(NULL, &checker, NULL) != SCHAKEL_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    schakel_checker_destroy(checker);
    return failed;
}
