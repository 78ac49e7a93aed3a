/* Every wrong document in tests/data/wrong is refused with the status, path and message in expected.tsv. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/exchange.h"

enum { LINE_SIZE = 1024, COLUMNS = 5, DOCUMENT_SIZE = 128 * 1024 };
enum { FILE_NAME, STATUS, PATH, MESSAGE };

static const struct {
    const char *name;
    schakel_status status;
} statuses[] = {{"SYNTAX", SCHAKEL_SYNTAX},
                {"INVALID", SCHAKEL_INVALID},
                {"DUPLICATE", SCHAKEL_DUPLICATE},
                {"NOT_FOUND", SCHAKEL_NOT_FOUND},
                {"TOO_LARGE", SCHAKEL_TOO_LARGE}};

static schakel_status status_called(const char *name)
{
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
        if (strcmp(statuses[i].name, name) == 0)
            return statuses[i].status;
    fail_msg("no status is called %s", name);
    return SCHAKEL_OK;
}

/* Cut a line at its tabs. Returns how many columns it has. */
static size_t cut(char *line, char *columns[COLUMNS])
{
    size_t count = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char *at = line; at != NULL && count < COLUMNS; count++) {
        columns[count] = at;
        at = strchr(at, '\t');
        if (at != NULL)
            *at++ = '\0';
    }
    return count;
}

static size_t read_document(const char *name, char *out)
{
    char path[sizeof SCHAKEL_TEST_DATA + 1100];
    snprintf(path, sizeof path, SCHAKEL_TEST_DATA "/wrong/%s.json", name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("%s cannot be opened", path);
    size_t length = fread(out, 1, DOCUMENT_SIZE, file);
    fclose(file);
    return length;
}

/* The line and column that belong to an offset, counted on their own. */
static void check_position(const char *name, const char *text, const schakel_error *error)
{
    size_t line = 1, column = 1;
    for (size_t i = 0; i < error->offset; i++) {
        column = text[i] == '\n' ? 1 : column + 1;
        line += text[i] == '\n';
    }
    if (error->line != line || error->column != column)
        fail_msg("%s: offset %zu is line %zu, column %zu, not %zu, %zu", name, error->offset, line, column,
                 error->line, error->column);
}

/* What reading stops at is one of all the problems. */
static void check_problems(const char *name, const char *text, size_t length, const schakel_error *first)
{
    schakel_problems *problems = NULL;
    int has_first = 0;
    assert_int_equal(schakel_document_check(text, length, NULL, &problems, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < schakel_problems_count(problems); i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_problems_get(problems, i, &error), SCHAKEL_OK);
        check_position(name, text, &error);
        has_first |= error.status == first->status && strcmp(error.path, first->path) == 0 &&
                     strcmp(error.message, first->message) == 0;
    }
    if (!has_first)
        fail_msg("%s: %s is not among its problems", name, first->path);
    schakel_problems_destroy(problems);
}

/* Returns 0 after saying what is different. */
static int check_one(char *columns[COLUMNS])
{
    static char text[DOCUMENT_SIZE];
    size_t length = read_document(columns[FILE_NAME], text);
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = (schakel_school *)text;
    /* A copy of exactly that length, so that reading past it is seen. */
    char *copy = malloc(length == 0 ? 1 : length);
    assert_non_null(copy);
    memcpy(copy, text, length);
    schakel_status status = schakel_school_from_json(copy, length, NULL, &school, &error);
    if (status != status_called(columns[STATUS]) || error.status != status || school != NULL ||
        strcmp(error.path, columns[PATH]) != 0 || strcmp(error.message, columns[MESSAGE]) != 0) {
        print_error("%s\n  expected %s at \"%s\": %s\n  found %s at \"%s\": %s\n", columns[FILE_NAME],
                    columns[STATUS], columns[PATH], columns[MESSAGE], schakel_status_text(status), error.path,
                    error.message);
        schakel_school_destroy(school);
        free(copy);
        return 0;
    }
    check_position(columns[FILE_NAME], copy, &error);
    check_problems(columns[FILE_NAME], copy, length, &error);
    assert_int_equal(schakel_school_from_json(copy, length, NULL, &school, NULL), status);
    free(copy);
    return 1;
}

static void wrong_documents_are_refused_with_place_and_message(void **state)
{
    char line[LINE_SIZE], *columns[COLUMNS];
    size_t count = 0, right = 0;
    (void)state;
    FILE *list = fopen(SCHAKEL_TEST_DATA "/wrong/expected.tsv", "rb");
    assert_non_null(list);
    while (fgets(line, sizeof line, list) != NULL) {
        if (line[0] == '#' || strncmp(line, "file\t", 5) == 0)
            continue;
        assert_int_equal(cut(line, columns), COLUMNS);
        right += (size_t)check_one(columns);
        count++;
    }
    fclose(list);
    assert_int_equal(right, count);
    assert_true(count >= 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(wrong_documents_are_refused_with_place_and_message)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
