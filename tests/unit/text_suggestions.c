/*
 * Every wording that a finding offers is put in its place: the text must not get harder by it, nor
 * may the same rule speak about the new wording by itself.
 *
 * usage: unit_text_suggestions [FILE]: instead of the letters and texts of the project, the lines
 * of a file, each a text of its own.
 */
#include "unit/text_help.h"

/* Difficulty is a sum of doubles: less than this is no difference. */
static const double nothing = 1e-6;

static const char *lines_file;

typedef struct tally {
    size_t offered, harder, again;
} tally;

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
    static char changed[2 * HELP_TEXT_SIZE];
    size_t size = strlen(suggestion), after = length - f->end;
    memcpy(changed, text, f->start);
    memcpy(changed + f->start, suggestion, size);
    memcpy(changed + f->start + size, text + f->end, after);
    schakel_report *report = check(changed, f->start + size + after);
    int harder = verdict_of(report).difficulty > before + nothing;
    int again = speaks_there(report, f->rule, f->start, f->start + size);
    if (harder || again)
        printf("%s [%s] \"%.*s\" -> \"%s\": difficulty %+.2f\n", again ? "again" : "harder",
               schakel_rule_name(f->rule), (int)(f->end - f->start), text + f->start, suggestion,
               verdict_of(report).difficulty - before);
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
            try_one(text, length, verdict_of(report).difficulty, &f,
                    schakel_report_get_suggestion(report, i, k), t);
    }
    schakel_report_destroy(report);
}

static void try_text(const char *name, const char *text, size_t length, void *context)
{
    (void)name;
    try_all(text, length, context);
}

static void try_lines(const char *path, tally *t)
{
    static char line[HELP_TEXT_SIZE];
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
        each_text(SCHAKEL_EXAMPLE_DATA "/letters", ".md", try_text, &t);
        each_text(SCHAKEL_TEST_DATA "/text/letters", ".md", try_text, &t);
        each_text(SCHAKEL_TEST_DATA "/text/levels", ".md", try_text, &t);
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
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
