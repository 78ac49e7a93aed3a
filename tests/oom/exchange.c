/* Every allocation fails in turn while schools are read, written, saved and streamed; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "oom/failing.h"
#include "schakel/exchange.h"

#define RIGHT SCHAKEL_TEST_DATA "/right/full.json"

/* A document on one line, for the stream as well. */
static char document[64 * 1024];
static size_t document_length;

static int read_document(void **state)
{
    (void)state;
    FILE *file = fopen(RIGHT, "rb");
    if (file == NULL)
        return 1;
    document_length = fread(document, 1, sizeof document - 1, file);
    fclose(file);
    for (size_t i = 0; i < document_length; i++)
        if (document[i] == '\n')
            document[i] = ' ';
    return document_length == 0;
}

static schakel_status from_json(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    (void)context;
    schakel_status status = schakel_school_from_json(document, document_length, allocator, &school, NULL);
    if ((school == NULL) != (status != SCHAKEL_OK))
        return SCHAKEL_MISUSE;
    schakel_school_destroy(school);
    return status;
}

/* Of a text in which a child has a tie to nobody, and another that comes after it. */
static schakel_status check(const schakel_allocator *allocator, void *context)
{
    static const char text[] =
        "{\"schakel\":1,\"school\":{\"id\":\"s\",\"stage\":\"po\",\"year_start\":\"2026-08-24\",\"year_end\":\"2027-07-16\"},"
        "\"children\":[{\"id\":\"c\",\"ties\":[{\"adult\":\"x\",\"kind\":\"mother\"}]},{\"id\":1}],"
        "\"concepts\":[{\"id\":\"k\",\"nl\":\"k\",\"broader\":[]},{\"id\":\"l\",\"nl\":\"l\",\"broader\":\"k\"}]}";
    schakel_problems *problems = NULL;
    (void)context;
    schakel_status status = schakel_document_check(text, sizeof text - 1, allocator, &problems, NULL);
    if ((problems == NULL) != (status != SCHAKEL_OK) ||
        (status == SCHAKEL_OK && schakel_problems_count(problems) != 3))
        status = SCHAKEL_MISUSE;
    schakel_problems_destroy(problems);
    return status;
}

static schakel_status to_json(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    char *text = NULL;
    (void)context;
    schakel_status status = schakel_school_from_json(document, document_length, allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_to_json(school, &text, NULL, NULL);
    if ((text == NULL) != (status != SCHAKEL_OK))
        return SCHAKEL_MISUSE;
    schakel_buffer_free(text);
    schakel_school_destroy(school);
    return status;
}

static schakel_status reach_to_json(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_reach *reach = NULL;
    char *text = NULL;
    (void)context;
    schakel_status status = schakel_school_from_json(document, document_length, allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_reach_count(school, NULL, &reach, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_reach_to_json(reach, SCHAKEL_DUTCH, &text, NULL, NULL);
    schakel_buffer_free(text);
    schakel_reach_destroy(reach);
    schakel_school_destroy(school);
    return status;
}

static schakel_status load_to_json(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_load *load = NULL;
    char *text = NULL;
    (void)context;
    schakel_status status = schakel_school_from_json(document, document_length, allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_load_count(school, NULL, &load, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_load_to_json(load, SCHAKEL_DUTCH, &text, NULL, NULL);
    schakel_buffer_free(text);
    schakel_load_destroy(load);
    schakel_school_destroy(school);
    return status;
}

static schakel_status matching_to_json(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_matching *matching = NULL;
    schakel_calendar *calendar = NULL;
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    char *text = NULL, *dates = NULL;
    (void)context;
    options.today = schakel_date_from_ymd(2026, 9, 1);
    schakel_status status = schakel_school_from_json(document, document_length, allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_match(school, &options, &matching, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_matching_to_json(matching, SCHAKEL_DUTCH, &text, NULL, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_calendar_make(matching, school, NULL, &calendar, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_calendar_to_json(calendar, SCHAKEL_DUTCH, &dates, NULL, NULL);
    schakel_buffer_free(dates);
    schakel_buffer_free(text);
    schakel_calendar_destroy(calendar);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    return status;
}

static schakel_status read_plan(const schakel_allocator *allocator, void *context)
{
    static const char text[] =
        "{\"asks\":[{\"need\":\"n\",\"place\":\"p\",\"adult\":\"a\"},{\"adult\":\"a\",\"place\":"
        "\"p\",\"need\":\"another need, with an id that is rather long\"}],\"open\":[]}";
    schakel_planned *planned = NULL;
    size_t count = 0;
    (void)context;
    schakel_status status =
        schakel_planned_from_json(text, sizeof text - 1, allocator, &planned, &count, NULL);
    if ((planned == NULL) != (status != SCHAKEL_OK) || count != (status == SCHAKEL_OK ? 2u : 0u))
        status = SCHAKEL_MISUSE;
    schakel_planned_free(planned);
    return status;
}

static schakel_status load_and_save(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_status status = schakel_school_load(RIGHT, allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_save(school, context, NULL);
    schakel_school_destroy(school);
    return status;
}

/* Hands out the document, a newline, and the document again. */
static int read_twice(void *context, char *buffer, size_t size, size_t *read)
{
    size_t *at = context;
    *read = 0;
    while (*read < size && *at < 2 * document_length + 1) {
        size_t place = *at % (document_length + 1);
        buffer[(*read)++] = place == document_length ? '\n' : document[place];
        ++*at;
    }
    return 1;
}

static schakel_status stream(const schakel_allocator *allocator, void *context)
{
    size_t at = 0;
    schakel_stream *open = NULL;
    (void)context;
    schakel_status status = schakel_stream_open(read_twice, &at, allocator, &open, NULL);
    for (int i = 0; i < 3 && status == SCHAKEL_OK; i++) {
        schakel_school *school = NULL;
        status = schakel_stream_next(open, &school, NULL);
        schakel_school_destroy(school);
    }
    schakel_stream_close(open);
    return status;
}

/* The trees come from malloc; this program may tell cJSON to use something that fails. */
static failing trees;

static void *tree_allocate(size_t size)
{
    return failing_allocate(&trees, size);
}

static void tree_release(void *block)
{
    if (block != NULL)
        failing_release(&trees, block);
}

static void try_trees(schakel_status (*attempt)(const schakel_allocator *, void *), size_t least)
{
    cJSON_Hooks hooks = {tree_allocate, tree_release};
    schakel_status status = SCHAKEL_OK;
    cJSON_InitHooks(&hooks);
    for (size_t k = 1; k == 1 || trees.refused > 0; k++) {
        trees = (failing){0, k, 0, 0, 0};
        status = attempt(NULL, NULL);
        if (trees.live != 0 || status != (trees.refused > 0 ? SCHAKEL_NO_MEMORY : SCHAKEL_OK))
            break;
    }
    cJSON_InitHooks(NULL);
    assert_int_equal(trees.live, 0);
    assert_int_equal(trees.refused, 0);
    assert_int_equal(status, SCHAKEL_OK);
    assert_true(trees.requests > least); /* they did go through here */
}

static void trees_without_memory_survive(void **state)
{
    (void)state;
    try_trees(to_json, 100);
    try_trees(read_plan, 10);
}

static void reading_survives(void **state)
{
    (void)state;
    assert_true(failing_every_request(from_json, NULL));
}

static void writing_survives(void **state)
{
    (void)state;
    assert_true(failing_every_request(to_json, NULL));
}

static void results_survive(void **state)
{
    (void)state;
    assert_true(failing_every_request(reach_to_json, NULL));
    assert_true(failing_every_request(load_to_json, NULL));
    assert_true(failing_every_request(matching_to_json, NULL));
}

static void plans_survive(void **state)
{
    (void)state;
    assert_true(failing_every_request(read_plan, NULL));
}

static void files_survive(void **state)
{
    char path[] = "/tmp/schakel-oom-XXXXXX";
    int file = mkstemp(path);
    (void)state;
    assert_true(file >= 0);
    close(file);
    int fine = failing_every_request(load_and_save, path);
    unlink(path);
    assert_true(fine);
}

static void checking_survives(void **state)
{
    (void)state;
    assert_true(failing_every_request(check, NULL));
}

static void streams_survive(void **state)
{
    (void)state;
    assert_true(failing_every_request(stream, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_survives),  cmocka_unit_test(writing_survives),
        cmocka_unit_test(results_survive),   cmocka_unit_test(plans_survive),
        cmocka_unit_test(files_survive),     cmocka_unit_test(streams_survive),
        cmocka_unit_test(checking_survives), cmocka_unit_test(trees_without_memory_survive),
    };
    return cmocka_run_group_tests(tests, read_document, NULL);
}
