/* All that is wrong with a document. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "schakel/exchange.h"

#define BEGIN                                                                                                \
    "{\"schakel\":1,\"school\":{\"id\":\"s\",\"stage\":\"po\",\"year_start\":\"2026-08-24\",\"year_end\":\"2027-07-16\"},"

enum { PROBLEMS_MOST = 6 };

static schakel_problems *check(const char *text)
{
    schakel_problems *problems = NULL;
    assert_int_equal(schakel_document_check(text, strlen(text), NULL, &problems, NULL), SCHAKEL_OK);
    return problems;
}

static void each_wrong_record_is_told_once(void **state)
{
    static const struct {
        const char *text;
        const char *paths[PROBLEMS_MOST];
    } cases[] = {
        {BEGIN "\"adults\":[{\"id\":\"a\"}]}", {NULL}},
        /* Two wrong records in two sections, of which one has two things wrong. */
        {BEGIN "\"children\":[{\"id\":\"c\",\"shoe\":1,\"hat\":2}],\"adults\":[{\"id\":\"a\"},{\"id\":3}]}",
         {"/children/0/shoe", "/adults/1/id"}},
        /* Whom the wrong record is about is not told to be missing; whom nobody wrote down is. */
        {BEGIN
         "\"adults\":[{\"id\":\"a\",\"cap\":-1}],\"children\":[{\"id\":\"c\",\"ties\":[{\"adult\":\"a\","
         "\"kind\":\"mother\"}]},{\"id\":\"d\",\"ties\":[{\"adult\":\"b\",\"kind\":\"mother\"}]}],"
         "\"contacts\":[{\"id\":\"k\",\"child\":\"c\",\"date\":\"2026-09-01\",\"channel\":\"call\",\"purpose\":\"invite\"}]}",
         {"/adults/0/cap", "/children/1/ties/0/adult"}},
        /* At the top: no version, a section that is none, and the school. */
        {"{\"school\":{\"id\":\"s\",\"stage\":\"po\",\"year_start\":\"2026\"},\"pets\":[],\"staff\":{},\"adults\":[{}]}",
         {"", "/school/year_start", "/pets", "/staff", "/adults/0"}},
        /* Concepts stand in any order: one is wrong, two lead back to each other, and one is fine. */
        {BEGIN
         "\"concepts\":[{\"id\":\"k\",\"nl\":\"k\",\"broader\":\"l\"},{\"id\":\"m\",\"nl\":\"m\",\"broader\":\"n\"},"
         "{\"id\":\"l\",\"nl\":\"l\",\"broader\":\"k\"},{\"id\":\"n\",\"nl\":1},{\"id\":\"o\",\"nl\":\"o\"}]}",
         {"/concepts/2/broader", "/concepts/3/nl"}},
        {"{\"schakel\":1,", {""}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_problems *problems = check(cases[i].text);
        size_t k = 0;
        for (; k < PROBLEMS_MOST && cases[i].paths[k] != NULL; k++) {
            schakel_error error = SCHAKEL_ERROR_INIT;
            if (schakel_problems_get(problems, k, &error) != SCHAKEL_OK)
                fail_msg("case %zu: %s is not told", i, cases[i].paths[k]);
            assert_string_equal(error.path, cases[i].paths[k]);
            assert_true(error.status != SCHAKEL_OK && error.message[0] != '\0');
        }
        if (schakel_problems_count(problems) > k) {
            schakel_error error = SCHAKEL_ERROR_INIT;
            schakel_problems_get(problems, k, &error);
            fail_msg("case %zu: %s is told: %s", i, error.path, error.message);
        }
        schakel_problems_destroy(problems);
    }
}

static void misuse_is_refused(void **state)
{
    schakel_problems *problems = check("[]");
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    assert_int_equal(schakel_problems_get(problems, 0, &error), SCHAKEL_OK);
    assert_int_equal(schakel_problems_get(problems, 1, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_problems_get(problems, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_problems_get(NULL, 0, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_problems_count(NULL), 0);
    schakel_problems_destroy(problems);
    schakel_problems_destroy(NULL);
    assert_int_equal(schakel_document_check("{}", 2, NULL, NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_document_check(NULL, 2, NULL, &problems, &error), SCHAKEL_MISUSE);
    assert_null(problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_wrong_record_is_told_once),
        cmocka_unit_test(misuse_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
