/* Schools one a line, however the bytes come in. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/exchange.h"

#define SCHOOL(id)                                                                                           \
    "{\"schakel\":1,\"school\":{\"id\":\"" id "\",\"stage\":\"po\",\"year_start\":\"2026-08-24\","           \
    "\"year_end\":\"2027-07-16\"}}"

/* Hands out a text some bytes at a time, and fails at an offset. */
typedef struct source {
    const char *text;
    size_t at;
    size_t at_once;
    size_t fail_at; /* (size_t)-1 for never */
} source;

static int read_source(void *context, char *buffer, size_t size, size_t *read)
{
    source *s = context;
    size_t rest = strlen(s->text) - s->at;
    if (s->at >= s->fail_at)
        return 0;
    *read = rest < s->at_once ? rest : s->at_once;
    if (*read > size)
        *read = size;
    memcpy(buffer, s->text + s->at, *read);
    s->at += *read;
    return 1;
}

static schakel_stream *open_source(source *s, const char *text, size_t at_once)
{
    schakel_stream *stream = NULL;
    *s = (source){text, 0, at_once, (size_t)-1};
    assert_int_equal(schakel_stream_open(read_source, s, NULL, &stream, NULL), SCHAKEL_OK);
    return stream;
}

static void expect_school(schakel_stream *stream, const char *id)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    assert_int_equal(schakel_stream_next(stream, &school, NULL), SCHAKEL_OK);
    assert_non_null(school);
    schakel_school_get_info(school, &info);
    assert_string_equal(info.id, id);
    schakel_school_destroy(school);
}

static void expect_end(schakel_stream *stream)
{
    schakel_school *school = (schakel_school *)stream;
    for (int i = 0; i < 2; i++) {
        assert_int_equal(schakel_stream_next(stream, &school, NULL), SCHAKEL_OK);
        assert_null(school);
    }
    schakel_stream_close(stream);
}

static void schools_come_one_by_one_however_they_are_cut(void **state)
{
    source s;
    (void)state;
    for (size_t at_once = 1; at_once < 400; at_once += at_once < 8 ? 1 : 37) {
        schakel_stream *stream =
            open_source(&s, "\n" SCHOOL("a") "\r\n\n \t\n" SCHOOL("b") "\n" SCHOOL("c"), at_once);
        expect_school(stream, "a");
        expect_school(stream, "b");
        expect_school(stream, "c");
        expect_end(stream);
    }
}

static void an_empty_stream_has_no_schools(void **state)
{
    source s;
    (void)state;
    expect_end(open_source(&s, "", 10));
    expect_end(open_source(&s, "\n\n  \n", 10));
}

static void after_a_wrong_line_the_next_is_read(void **state)
{
    source s;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = NULL;
    (void)state;
    schakel_stream *stream =
        open_source(&s, SCHOOL("a") "\n\n {\"schakel\":\r2}\n" SCHOOL("b") "\nx\n" SCHOOL("c") "\n", 7);
    expect_school(stream, "a");
    assert_int_equal(schakel_stream_next(stream, &school, &error), SCHAKEL_INVALID);
    assert_null(school);
    assert_string_equal(error.path, "/schakel");
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 14);
    assert_int_equal(error.offset, strlen(SCHOOL("a") "\n\n {\"schakel\":\r"));
    expect_school(stream, "b");
    assert_int_equal(schakel_stream_next(stream, &school, &error), SCHAKEL_SYNTAX);
    assert_int_equal(error.line, 5);
    assert_int_equal(error.column, 1);
    expect_school(stream, "c");
    expect_end(stream);
}

static void a_document_over_two_lines_is_two_wrong_lines(void **state)
{
    source s;
    schakel_school *school = NULL;
    (void)state;
    schakel_stream *stream = open_source(&s, "{\"schakel\":1,\n\"school\":{}}\n", 100);
    assert_int_equal(schakel_stream_next(stream, &school, NULL), SCHAKEL_SYNTAX);
    assert_int_equal(schakel_stream_next(stream, &school, NULL), SCHAKEL_SYNTAX);
    expect_end(stream);
}

static void a_failed_read_is_an_error_for_ever(void **state)
{
    source s;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = NULL;
    (void)state;
    schakel_stream *stream = open_source(&s, SCHOOL("a") "\n" SCHOOL("b") "\n", 120);
    s.fail_at = 120;
    expect_school(stream, "a");
    for (int i = 0; i < 2; i++) {
        assert_int_equal(schakel_stream_next(stream, &school, &error), SCHAKEL_IO);
        assert_null(school);
        s.fail_at = (size_t)-1;
    }
    schakel_stream_close(stream);
}

static int read_too_much(void *context, char *buffer, size_t size, size_t *read)
{
    (void)context;
    (void)buffer;
    *read = size + 1;
    return 1;
}

static void a_read_function_that_lies_is_an_error(void **state)
{
    schakel_stream *stream = NULL;
    schakel_school *school = NULL;
    (void)state;
    assert_int_equal(schakel_stream_open(read_too_much, NULL, NULL, &stream, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_stream_next(stream, &school, NULL), SCHAKEL_IO);
    schakel_stream_close(stream);
}

/* Hands out the same line again and again. */
typedef struct country {
    size_t lines;
    size_t at;
} country;

static int read_country(void *context, char *buffer, size_t size, size_t *read)
{
    static const char line[] = SCHOOL("school") "\n";
    country *c = context;
    *read = 0;
    while (c->lines > 0 && *read < size) {
        buffer[(*read)++] = line[c->at++];
        if (line[c->at] == '\0') {
            c->at = 0;
            c->lines--;
        }
    }
    return 1;
}

static size_t most_memory;

static void *most_allocate(void *context, size_t size)
{
    (void)context;
    most_memory = size > most_memory ? size : most_memory;
    return malloc(size);
}

static void *most_reallocate(void *context, void *block, size_t size)
{
    (void)context;
    most_memory = size > most_memory ? size : most_memory;
    return realloc(block, size);
}

static void most_release(void *context, void *block)
{
    (void)context;
    free(block);
}

static void a_country_streams_through_in_constant_memory(void **state)
{
    enum { LINES = 20000 };
    country c = {LINES, 0};
    schakel_allocator allocator = {sizeof allocator, NULL, most_allocate, most_reallocate, most_release};
    schakel_stream *stream = NULL;
    schakel_school *school = NULL;
    size_t count = 0;
    (void)state;
    assert_int_equal(schakel_stream_open(read_country, &c, &allocator, &stream, NULL), SCHAKEL_OK);
    while (schakel_stream_next(stream, &school, NULL) == SCHAKEL_OK && school != NULL) {
        count++;
        schakel_school_destroy(school);
    }
    schakel_stream_close(stream);
    assert_int_equal(count, LINES);
    assert_true(most_memory < 256 * 1024);
}

static void misuse_is_refused(void **state)
{
    source s;
    schakel_stream *stream = NULL;
    schakel_school *school = NULL;
    schakel_allocator allocator = SCHAKEL_ALLOCATOR_INIT;
    (void)state;
    assert_int_equal(schakel_stream_open(NULL, NULL, NULL, &stream, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_stream_open(read_source, &s, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_stream_open(read_source, &s, &allocator, &stream, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_stream_next(NULL, &school, NULL), SCHAKEL_MISUSE);
    stream = open_source(&s, "", 1);
    assert_int_equal(schakel_stream_next(stream, NULL, NULL), SCHAKEL_MISUSE);
    schakel_stream_close(stream);
    schakel_stream_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schools_come_one_by_one_however_they_are_cut),
        cmocka_unit_test(an_empty_stream_has_no_schools),
        cmocka_unit_test(after_a_wrong_line_the_next_is_read),
        cmocka_unit_test(a_document_over_two_lines_is_two_wrong_lines),
        cmocka_unit_test(a_failed_read_is_an_error_for_ever),
        cmocka_unit_test(a_read_function_that_lies_is_an_error),
        cmocka_unit_test(a_country_streams_through_in_constant_memory),
        cmocka_unit_test(misuse_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
