/* Memory, strings, errors and UTF-8: what every room stands on. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "oom/failing.h"

static void the_version_is_spelled_from_its_numbers(void **state)
{
    (void)state;
    char expected[32];
    snprintf(expected, sizeof expected, "%d.%d.%d", SCHAKEL_VERSION_MAJOR, SCHAKEL_VERSION_MINOR,
             SCHAKEL_VERSION_PATCH);
    assert_string_equal(schakel_version(), expected);
}

static void every_status_has_a_text_of_its_own(void **state)
{
    (void)state;
    for (int a = SCHAKEL_OK; a <= SCHAKEL_IO; a++)
        for (int b = SCHAKEL_OK; b <= SCHAKEL_IO + 1; b++)
            assert_int_equal(
                strcmp(schakel_status_text((schakel_status)a), schakel_status_text((schakel_status)b)) == 0,
                a == b);
    assert_string_equal(schakel_status_text((schakel_status)99), "unknown status");
}

static void an_error_is_cut_between_characters(void **state)
{
    (void)state;
    char path[200], message[400];
    memset(path, 'x', sizeof path);
    memcpy(path + 125, "\xE2\x82\xAC", 3); /* a euro sign over the end */
    path[199] = '\0';
    memset(message, 'y', sizeof message);
    memcpy(message + 253, "\xC3\xA9\xC3\xA9", 4);
    message[399] = '\0';
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_int_equal(sk_fail(&error, SCHAKEL_INVALID, path, "%s", message), SCHAKEL_INVALID);
    assert_int_equal(strlen(error.path), 125);
    assert_int_equal(strlen(error.message), 255);
    assert_true(sk_utf8_valid(error.message, 255, NULL));
    sk_error_at(&error, 3, 4, 5);
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 4);
    assert_int_equal(error.offset, 5);
    assert_int_equal(sk_fail(NULL, SCHAKEL_IO, NULL, "nothing"), SCHAKEL_IO);
    sk_error_at(NULL, 1, 1, 1);
}

static void nothing_is_written_past_an_older_error(void **state)
{
    (void)state;
    schakel_error error = SCHAKEL_ERROR_INIT;
    memset(error.message, 'z', sizeof error.message);
    error.struct_size = offsetof(schakel_error, message);
    sk_fail(&error, SCHAKEL_INVALID, "/a", "long");
    assert_int_equal(error.status, SCHAKEL_INVALID);
    assert_string_equal(error.path, "/a");
    for (size_t i = 0; i < sizeof error.message; i++)
        assert_int_equal(error.message[i], 'z');
    error.struct_size = 0;
    error.status = SCHAKEL_OK;
    sk_fail(&error, SCHAKEL_INVALID, "/a", "long");
    assert_int_equal(error.status, SCHAKEL_OK);
}

static void an_allocator_must_be_whole(void **state)
{
    (void)state;
    failing f = {0, 0, 0, 0, 0};
    schakel_allocator given = failing_allocator(&f), own;
    assert_true(sk_allocator_resolve(&given, &own));
    assert_true(sk_allocator_resolve(NULL, &own));
    given.release = NULL;
    assert_false(sk_allocator_resolve(&given, &own));
    given = failing_allocator(&f);
    given.struct_size = 0;
    assert_false(sk_allocator_resolve(&given, &own));
    assert_null(sk_alloc_zeroed(&own, SIZE_MAX, 2));
}

static void a_buffer_hands_out_its_text_and_takes_it_back(void **state)
{
    (void)state;
    failing f = {0, 0, 0, 0, 0};
    schakel_allocator allocator = failing_allocator(&f);
    sk_buffer buffer;
    sk_buffer_init(&buffer, &allocator);
    for (int i = 0; i < 100; i++)
        sk_buffer_addf(&buffer, "%d,", i);
    sk_buffer_adds(&buffer, "klaar");
    char *text;
    size_t length;
    assert_int_equal(sk_buffer_take(&buffer, &text, &length), SCHAKEL_OK);
    assert_int_equal(length, strlen(text));
    assert_int_equal(length, 10 * 2 + 90 * 3 + 5);
    assert_string_equal(text + length - 8, "99,klaar");
    schakel_buffer_free(text);
    schakel_buffer_free(NULL);
    assert_int_equal(f.live, 0);
    assert_int_equal(sk_buffer_take(&buffer, &text, NULL), SCHAKEL_OK);
    assert_string_equal(text, "");
    schakel_buffer_free(text);
    assert_int_equal(f.live, 0);
}

static void a_buffer_remembers_that_memory_ran_out(void **state)
{
    (void)state;
    failing f = {0, 2, 0, 0, 0};
    schakel_allocator allocator = failing_allocator(&f);
    sk_buffer buffer;
    sk_buffer_init(&buffer, &allocator);
    char *text = NULL;
    for (int i = 0; i < 1000; i++)
        sk_buffer_adds(&buffer, "0123456789");
    assert_int_equal(sk_buffer_take(&buffer, &text, NULL), SCHAKEL_NO_MEMORY);
    assert_null(text);
    assert_int_equal(f.live, 0);
}

static void an_arena_aligns_and_gives_all_back(void **state)
{
    (void)state;
    failing f = {0, 0, 0, 0, 0};
    schakel_allocator allocator = failing_allocator(&f);
    sk_arena arena;
    sk_arena_init(&arena, &allocator);
    for (size_t i = 1; i < 3000; i++) {
        char *text = sk_arena_text(&arena, "abcdefgh", i % 9);
        assert_int_equal(strlen(text), i % 9);
        unsigned char *block = sk_arena_alloc(&arena, i);
        assert_int_equal((uintptr_t)block % _Alignof(max_align_t), 0);
        memset(block, 0xAA, i);
    }
    assert_non_null(sk_arena_alloc(&arena, 5 * 1024 * 1024));
    assert_null(sk_arena_alloc(&arena, SIZE_MAX));
    assert_null(sk_arena_text(&arena, "", SIZE_MAX));
    sk_arena_destroy(&arena);
    assert_int_equal(f.live, 0);
}

static void equal_texts_are_interned_once(void **state)
{
    (void)state;
    schakel_allocator allocator;
    sk_allocator_resolve(NULL, &allocator);
    sk_strings strings;
    sk_strings_init(&strings, &allocator);
    const char *kept[1000];
    char text[16];
    assert_null(sk_strings_find(&strings, "0"));
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 1000; i++) {
            snprintf(text, sizeof text, "id%d", i);
            const char *copy = sk_strings_intern(&strings, text);
            assert_string_equal(copy, text);
            if (round == 0)
                kept[i] = copy;
            assert_ptr_equal(copy, kept[i]);
            assert_ptr_equal(sk_strings_find(&strings, text), copy);
        }
    assert_int_equal(strings.count, 1000);
    assert_null(sk_strings_find(&strings, "id1000"));
    sk_strings_destroy(&strings);
}

/* A plain array is the model that the hash index must agree with. */
static void an_index_agrees_with_an_array_through_random_changes(void **state)
{
    (void)state;
    enum { KEYS = 200 };
    static const char keys[KEYS];
    size_t expected[KEYS];
    memset(expected, 0xFF, sizeof expected);
    schakel_allocator allocator;
    sk_allocator_resolve(NULL, &allocator);
    sk_index index;
    sk_index_init(&index, &allocator);
    uint32_t random = 1;
    for (size_t step = 0; step < 20000; step++) {
        random = random * 1664525u + 1013904223u;
        size_t key = (random >> 8) % KEYS;
        if (expected[key] != (size_t)-1 && (random >> 30) != 0) {
            sk_index_remove(&index, &keys[key]);
            expected[key] = (size_t)-1;
        } else {
            assert_true(sk_index_reserve(&index));
            sk_index_set(&index, &keys[key], step);
            expected[key] = step;
        }
        for (size_t i = 0; i < KEYS; i++)
            assert_int_equal(sk_index_get(&index, &keys[i]), expected[i]);
    }
    sk_index_destroy(&index);
    assert_int_equal(sk_index_get(&index, &keys[0]), (size_t)-1);
}

static void utf8_is_checked_to_the_byte(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t bad; /* (size_t)-1: valid */
    } cases[] = {
        {"", (size_t)-1},
        {"zeeën en ideeën", (size_t)-1},
        {"acht bytes en meer, en dan \xF0\x9F\x98\x80", (size_t)-1},
        {"12345678\xC3", 8},
        {"\x80", 0},
        {"ab\xC0\x80", 2},     /* overlong NUL */
        {"ab\xED\xA0\x80", 2}, /* surrogate */
        {"abc\xF4\x90\x80\x80", 3} /* over U+10FFFF */,
        {"\xE2\x82", 0},
        {"caf\xE9 ", 3}, /* Latin-1 */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bad = (size_t)-1;
        int valid = sk_utf8_valid(cases[i].text, strlen(cases[i].text), &bad);
        assert_int_equal(valid, cases[i].bad == (size_t)-1);
        assert_int_equal(bad, cases[i].bad);
    }
    assert_int_equal(sk_utf8_cut("a\xC3\xA9", 3), 3);
    assert_int_equal(sk_utf8_cut("a\xC3\xA9", 2), 1);
    assert_int_equal(sk_utf8_cut("\xF0\x9F\x98\x80", 3), 0);
    assert_int_equal(sk_utf8_cut("", 0), 0);
}

static void characters_are_read_one_by_one(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t code_point;
        size_t size;
    } cases[] = {{"a", 'a', 1},
                 {"\xC3\xA9x", 0xE9, 2},
                 {"\xE2\x82\xAC", 0x20AC, 3},
                 {"\xF0\x9F\x98\x80", 0x1F600, 4},
                 {"\x80", 0xFFFD, 1},
                 {"\xC0\x80", 0xFFFD, 1},
                 {"\xE2\x82", 0xFFFD, 1},
                 {"\xED\xA0\x80", 0xFFFD, 1},
                 {"\xF4\x90\x80\x80", 0xFFFD, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t c = 0;
        assert_int_equal(sk_utf8_next(cases[i].text, strlen(cases[i].text), &c), cases[i].size);
        assert_int_equal(c, cases[i].code_point);
    }
    assert_int_equal(sk_ascii_lower('Z'), 'z');
    assert_int_equal(sk_ascii_lower('['), '[');
}

static void a_walk_along_lines_goes_on_where_it_was(void **state)
{
    (void)state;
    static const char text[] = "ab\ncd\r\nef\rgh";
    /* The line and its first byte, for every offset. */
    static const size_t lines[] = {1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4},
                        starts[] = {0, 0, 0, 3, 3, 3, 3, 7, 7, 7, 10, 10};
    sk_line_walk walk = {0, 1, 0};
    for (size_t at = 0; at < sizeof text - 1; at++) {
        sk_line_walk_to(&walk, text, sizeof text - 1, at);
        assert_int_equal(walk.line, lines[at]);
        assert_int_equal(walk.start, starts[at]);
    }
}

static void positions_know_three_line_ends(void **state)
{
    (void)state;
    size_t line, column;
    sk_position("ab\ncd\r\nef\rgh", 11, &line, &column);
    assert_int_equal(line, 4);
    assert_int_equal(column, 2);
    sk_position("ab\ncd\r\nef\rgh", 7, &line, &column);
    assert_int_equal(line, 3);
    assert_int_equal(column, 1);
    sk_position("", 0, &line, &column);
    assert_int_equal(line, 1);
    assert_int_equal(column, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_version_is_spelled_from_its_numbers),
        cmocka_unit_test(every_status_has_a_text_of_its_own),
        cmocka_unit_test(an_error_is_cut_between_characters),
        cmocka_unit_test(nothing_is_written_past_an_older_error),
        cmocka_unit_test(an_allocator_must_be_whole),
        cmocka_unit_test(a_buffer_hands_out_its_text_and_takes_it_back),
        cmocka_unit_test(a_buffer_remembers_that_memory_ran_out),
        cmocka_unit_test(an_arena_aligns_and_gives_all_back),
        cmocka_unit_test(equal_texts_are_interned_once),
        cmocka_unit_test(an_index_agrees_with_an_array_through_random_changes),
        cmocka_unit_test(utf8_is_checked_to_the_byte),
        cmocka_unit_test(characters_are_read_one_by_one),
        cmocka_unit_test(a_walk_along_lines_goes_on_where_it_was),
        cmocka_unit_test(positions_know_three_line_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
