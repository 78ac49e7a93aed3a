/* What tests of texts share: a checker, and reading texts and lists. Include this in one file of a test program. */
#ifndef TESTS_UNIT_TEXT_HELP_H
#define TESTS_UNIT_TEXT_HELP_H

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

/* ----------------------------------------------------------------- checking */

/* One for all tests of a program, between make_checker and end_checker. */
static schakel_checker *checker;

static inline int make_checker(void **state)
{
    (void)state;
    return schakel_checker_create(NULL, &checker, NULL) == SCHAKEL_OK ? 0 : -1;
}

static inline int end_checker(void **state)
{
    (void)state;
    schakel_checker_destroy(checker);
    return 0;
}

static inline schakel_report *check(const char *text, size_t length)
{
    schakel_report *report = NULL;
    assert_int_equal(schakel_check(checker, text, length, NULL, &report, NULL), SCHAKEL_OK);
    return report;
}

static inline schakel_report *check_at(const char *text, schakel_level target)
{
    schakel_report *report = NULL;
    schakel_check_options options = SCHAKEL_CHECK_OPTIONS_INIT;
    options.target = target;
    assert_int_equal(schakel_check(checker, text, strlen(text), &options, &report, NULL), SCHAKEL_OK);
    return report;
}

static inline schakel_verdict verdict_of(const schakel_report *report)
{
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    assert_int_equal(schakel_report_get_verdict(report, &v), SCHAKEL_OK);
    return v;
}

static inline schakel_verdict judge(const char *text, size_t length)
{
    schakel_report *report = check(text, length);
    schakel_verdict v = verdict_of(report);
    schakel_report_destroy(report);
    return v;
}

/* The number of the first finding of a rule, or the count of all findings. */
static inline size_t first_of(const schakel_report *report, schakel_rule rule, schakel_finding *finding)
{
    size_t i = 0;
    for (; i < schakel_report_finding_count(report); i++) {
        assert_int_equal(schakel_report_get_finding(report, i, finding), SCHAKEL_OK);
        if (finding->rule == rule)
            break;
    }
    return i;
}

/* ------------------------------------------------------------------- reading */

enum { HELP_PATH_SIZE = 1024, HELP_TEXT_SIZE = 65536, HELP_LINE_SIZE = 8192, HELP_COLUMNS_MAX = 8 };

typedef void (*take_file)(const char *path, const char *name, void *context);
typedef void (*take_text)(const char *name, const char *text, size_t length, void *context);
typedef void (*take_columns)(char *const *columns, void *context);

/* Call with each file of a folder that has `part` in its name, in the order of names; returns how many. */
static inline size_t each_file(const char *folder, const char *part, take_file take, void *context)
{
    struct dirent **entries;
    size_t taken = 0;
    int count = scandir(folder, &entries, NULL, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        if (strstr(name, part) != NULL) {
            char path[HELP_PATH_SIZE];
            snprintf(path, sizeof path, "%s/%s", folder, name);
            take(path, name, context);
            taken++;
        }
        free(entries[i]);
    }
    free(entries);
    return taken;
}

/* Read a whole text; it is no string, and must leave room to spare. */
static inline size_t read_text(const char *path, char out[HELP_TEXT_SIZE])
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(out, 1, HELP_TEXT_SIZE, file);
    fclose(file);
    assert_true(length < HELP_TEXT_SIZE);
    return length;
}

typedef struct each_text_call {
    take_text take;
    void *context;
} each_text_call;

static inline void take_text_of_file(const char *path, const char *name, void *context)
{
    static char text[HELP_TEXT_SIZE];
    const each_text_call *call = context;
    call->take(name, text, read_text(path, text), call->context);
}

/* Call with each text of a folder. */
static inline size_t each_text(const char *folder, const char *part, take_text take, void *context)
{
    each_text_call call = {take, context};
    return each_file(folder, part, take_text_of_file, &call);
}

static inline size_t split_columns(char *line, char *columns[HELP_COLUMNS_MAX])
{
    size_t count = 0;
    for (char *at = line; at != NULL; count++) {
        assert_true(count < HELP_COLUMNS_MAX);
        columns[count] = at;
        at = strchr(at, '\t');
        if (at != NULL)
            *at++ = '\0';
    }
    return count;
}

/* Call with the columns of each row of a list, behind its header; returns how many rows there were. */
static inline size_t each_row(const char *path, take_columns take, void *context)
{
    static char line[HELP_LINE_SIZE];
    char *columns[HELP_COLUMNS_MAX] = {NULL};
    size_t header = 0, rows = 0;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#')
            continue;
        line[strcspn(line, "\n")] = '\0';
        size_t count = split_columns(line, columns);
        if (header == 0) {
            header = count;
            continue;
        }
        if (count != header)
            fail_msg("%s: \"%s\" has %zu columns, not %zu", path, line, count, header);
        take(columns, context);
        rows++;
    }
    fclose(file);
    return rows;
}

#endif
