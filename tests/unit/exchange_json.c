/* The grammar of JSON, places in it, and numbers as they are written. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/json_scan.h"
#include "exchange/json_write.h"
#include "schakel/exchange.h"

static schakel_status scan(const char *text, schakel_error *error)
{
    return sk_json_scan(text, strlen(text), SCHAKEL_NESTING_MAX, error);
}

static void what_is_json_passes(void **state)
{
    static const char *const right[] = {
        "0",
        "-0",
        "-1",
        "10",
        "1.5",
        "-0.25",
        "0e1",
        "1E+2",
        "1e-2",
        "123456789012345678901234567890",
        "1e999",
        "null",
        "true",
        "false",
        "\"\"",
        "[]",
        "{}",
        " [ ] ",
        "\t\r\n{\n}\r",
        "[[],{}]",
        "[1,2 , 3]",
        "{\"\":0}",
        "{\"a\":1,\"a\":2}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\uD834\\uDD1E\"",
        "\"\x7F\"",
        "\"\xC3\xA9\xF0\x9F\x98\x80\xEF\xBF\xBE\"",
        "{\"a\":{\"b\":[{\"c\":null}]}}",
        "0.1234567890123456789012345678901234567890123456789012345678901",
    };
    (void)state;
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        if (scan(right[i], &error) != SCHAKEL_OK)
            fail_msg("%s: %s", right[i], error.message);
    }
}

static void what_is_no_json_is_refused(void **state)
{
    static const char *const wrong[] = {
        "",
        " ",
        "-",
        "+1",
        "01",
        "-01",
        "00",
        ".5",
        "1.",
        "1.e1",
        "1e",
        "1e+",
        "1e+-1",
        "0x10",
        "1_000",
        "Infinity",
        "-Infinity",
        "NaN",
        "nul",
        "nulll",
        "True",
        "truefalse",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,,2]",
        "[}",
        "{",
        "}",
        "{]",
        "{1:2}",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\",1}",
        "{\"a\":1:2}",
        "\"",
        "\"\\\"",
        "\"\\",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\U0041\"",
        "\"\\'\"",
        "'a'",
        "\"a\nb\"",
        "\"\x1F\"",
        "1 2",
        "[] []",
        "{}{}",
        "[]x",
        "//c\n1",
        "1//c",
        "/**/1",
        "\xC2\xA0\x31",
        "\f1",
        "\xFF",
        "\"\xC3\"",
        "\"\xED\xA0\x80\"",
        "\"\xF4\x90\x80\x80\"",
        "\"\xC0\x80\"",
        "\xEF\xBB\xBF{}",
        "[\"a\",\n\"b\"",
        "1\x01",
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (scan(wrong[i], NULL) != SCHAKEL_SYNTAX)
            fail_msg("%s is no JSON", wrong[i]);
}

static void every_beginning_of_a_document_is_refused(void **state)
{
    static const char text[] = "{\"a\": [1.5e3, \"\\u00e9\\n\", true, {\"b\": null}], \"c\": -2}";
    (void)state;
    for (size_t length = 0; length < sizeof text - 1; length++) {
        char *start = malloc(length == 0 ? 1 : length);
        assert_non_null(start);
        memcpy(start, text, length);
        assert_int_equal(sk_json_scan(start, length, SCHAKEL_NESTING_MAX, NULL), SCHAKEL_SYNTAX);
        free(start);
    }
    assert_int_equal(scan(text, NULL), SCHAKEL_OK);
}

static void a_nul_in_the_text_is_refused(void **state)
{
    (void)state;
    assert_int_equal(sk_json_scan("1\0", 2, 64, NULL), SCHAKEL_SYNTAX);
    assert_int_equal(sk_json_scan("\"a\0b\"", 5, 64, NULL), SCHAKEL_SYNTAX);
    assert_int_equal(sk_json_scan("[\0]", 3, 64, NULL), SCHAKEL_SYNTAX);
}

static void depth_is_limited(void **state)
{
    (void)state;
    assert_int_equal(sk_json_scan("[[[]]]", 6, 3, NULL), SCHAKEL_OK);
    assert_int_equal(sk_json_scan("[[[]]]", 6, 2, NULL), SCHAKEL_TOO_LARGE);
    assert_int_equal(sk_json_scan("[[],[],[]]", 10, 2, NULL), SCHAKEL_OK);
    enum { DEEP = 1000000 };
    char *brackets = malloc(DEEP);
    assert_non_null(brackets);
    memset(brackets, '[', DEEP);
    assert_int_equal(sk_json_scan(brackets, DEEP, SCHAKEL_NESTING_MAX, NULL), SCHAKEL_TOO_LARGE);
    free(brackets);
}

static void an_error_has_line_column_and_path(void **state)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    assert_int_equal(scan("{\r\n  \"a~/\": [1,\n\xC3\xA9]}", &error), SCHAKEL_SYNTAX);
    assert_string_equal(error.path, "/a~0~1/1");
    assert_string_equal(error.message, "expected a value, found \xC3\xA9");
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 1);
    assert_int_equal(error.offset, 16);
}

static void pointers_name_the_value_at_an_offset(void **state)
{
    static const char text[] = "{\"a\": [10, {\"b\": [20]}, 30], \"\": {\"c\": 40}}";
    static const struct {
        const char *at, *path;
    } cases[] = {{"{\"a\"", ""},     {"[10", "/a"},  {"10", "/a/0"},  {"{\"b\"", "/a/1"}, {"[20", "/a/1/b"},
                 {"20", "/a/1/b/0"}, {"30", "/a/2"}, {"{\"c\"", "/"}, {"40", "//c"}};
    char path[128];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sk_json_pointer(text, strlen(text), (size_t)(strstr(text, cases[i].at) - text), path, sizeof path);
        assert_string_equal(path, cases[i].path);
    }
    sk_json_pointer(text, strlen(text), (size_t)(strstr(text, "20") - text), path, 7);
    assert_string_equal(path, "/a/1/b"); /* what fits */
}

static void children_come_with_their_text(void **state)
{
    static const char text[] = "{ \"a\" : [ 1 , \"x,]}\\\"\" ,{\"y\":[]} ] ,\"b\":true,\"c\" :-1.5e2\n}";
    static const char *const names[] = {"\"a\"", "\"b\"", "\"c\""};
    static const char *const values[] = {"[ 1 , \"x,]}\\\"\" ,{\"y\":[]} ]", "true", "-1.5e2"};
    static const char *const items[] = {"1", "\"x,]}\\\"\"", "{\"y\":[]}"};
    cJSON *tree = sk_tree_parse(text, strlen(text), NULL);
    sk_value object = {tree, text, strlen(text)}, name, child, array = {NULL, NULL, 0};
    sk_children children = sk_children_of(&object);
    size_t i = 0;
    (void)state;
    for (; sk_children_next(&children, &name, &child); i++) {
        assert_memory_equal(name.text, names[i], name.length);
        assert_int_equal(child.length, strlen(values[i]));
        assert_memory_equal(child.text, values[i], child.length);
        assert_memory_equal(child.node->string, names[i] + 1, 1);
        if (i == 0)
            array = child;
    }
    assert_int_equal(i, 3);
    children = sk_children_of(&array);
    for (i = 0; sk_children_next(&children, NULL, &child); i++) {
        assert_int_equal(child.length, strlen(items[i]));
        assert_memory_equal(child.text, items[i], child.length);
        assert_ptr_equal(sk_value_of(&object, child.node).text, child.text);
    }
    assert_int_equal(i, 3);
    cJSON_Delete(tree);
}

static void numbers_that_a_float_changes_are_seen(void **state)
{
    static const char *const kept[] = {"0",
                                       "-0",
                                       "0.0",
                                       "0e5",
                                       "1",
                                       "9007199254740992",
                                       "-9007199254740992",
                                       "0.1",
                                       "0.30000000000000004",
                                       "1e22",
                                       "1.7976931348623157e308",
                                       "5e-324",
                                       "1.10",
                                       "100000",
                                       "2.2250738585072014E-308",
                                       "123e5",
                                       "0.000001"};
    static const char *const changed[] = {"9007199254740993",
                                          "-9007199254740993",
                                          "18446744073709551615",
                                          "1152921504606846976",
                                          "0.30000000000000001",
                                          "0.123456789012345678",
                                          "1e309",
                                          "-1e999",
                                          "1e-400",
                                          "3e-324",
                                          "1.79769313486231575e308"};
    (void)state;
    for (size_t i = 0; i < sizeof kept / sizeof kept[0] + sizeof changed / sizeof changed[0]; i++) {
        int is_kept = i < sizeof kept / sizeof kept[0];
        const char *text = is_kept ? kept[i] : changed[i - sizeof kept / sizeof kept[0]];
        cJSON *tree = sk_tree_parse(text, strlen(text), NULL);
        sk_value value = {tree, text, strlen(text)}, where;
        schakel_allocator allocator;
        assert_true(sk_allocator_resolve(NULL, &allocator));
        if (sk_check_free_value(&value, &allocator, &where) != (is_kept ? SCHAKEL_OK : SCHAKEL_INVALID))
            fail_msg("%s is %s", text, is_kept ? "kept" : "changed");
        cJSON_Delete(tree);
    }
}

static void decimals_have_at_most_four_places(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{0, "0"},
                 {1, "1"},
                 {-1.5, "-1.5"},
                 {12.34564, "12.3456"},
                 {12.34567, "12.3457"},
                 {0.1 + 0.2, "0.3"},
                 {-0.00001, "0"},
                 {-0.0, "0"},
                 {100, "100"},
                 {-77793.16, "-77793.16"},
                 {0.9999, "0.9999"},
                 {0.99999, "1"},
                 {123456789.0625, "123456789.0625"},
                 {NAN, "null"},
                 {INFINITY, "null"},
                 {-1e300, "null"},
                 {10.05, "10.05"}};
    schakel_allocator allocator;
    (void)state;
    assert_true(sk_allocator_resolve(NULL, &allocator));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sk_json_writer writer;
        char *text = NULL;
        sk_json_writer_init(&writer, &allocator, 1);
        sk_json_decimal(&writer, NULL, cases[i].number);
        assert_int_equal(sk_json_finish(&writer, &text, NULL, NULL), SCHAKEL_OK);
        assert_string_equal(text, cases[i].text);
        schakel_buffer_free(text);
    }
}

static void text_is_escaped_where_it_must_be(void **state)
{
    schakel_allocator allocator;
    sk_json_writer writer;
    char *text = NULL;
    (void)state;
    assert_true(sk_allocator_resolve(NULL, &allocator));
    sk_json_writer_init(&writer, &allocator, 1);
    sk_json_open(&writer, NULL, '{');
    sk_json_text(&writer, "q\"", "\"\\/\b\f\n\r\t\x01\x1F\x7F\xC3\xA9");
    sk_json_text(&writer, "n", NULL);
    sk_json_text(&writer, "e", "");
    sk_json_close(&writer, '}');
    assert_int_equal(sk_json_finish(&writer, &text, NULL, NULL), SCHAKEL_OK);
    assert_string_equal(
        text,
        "{\"q\\\"\": \"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\xC3\xA9\", \"n\": null, \"e\": \"\"}");
    assert_int_equal(scan(text, NULL), SCHAKEL_OK);
    schakel_buffer_free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_json_passes),
        cmocka_unit_test(what_is_no_json_is_refused),
        cmocka_unit_test(every_beginning_of_a_document_is_refused),
        cmocka_unit_test(a_nul_in_the_text_is_refused),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(an_error_has_line_column_and_path),
        cmocka_unit_test(pointers_name_the_value_at_an_offset),
        cmocka_unit_test(children_come_with_their_text),
        cmocka_unit_test(numbers_that_a_float_changes_are_seen),
        cmocka_unit_test(decimals_have_at_most_four_places),
        cmocka_unit_test(text_is_escaped_where_it_must_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
