/* The time of a check grows with the text and no faster, also within one sentence. bench_text_shapes has more shapes. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "schakel/text.h"

/* What grows with the square of the text takes 64 times as long, where 8 is fair. Times below the least tell nothing. */
enum { SHORT_TEXT = 50000, LONG_TEXT = 8 * SHORT_TEXT, TIMES_MOST = 24, ATTEMPTS = 3 };
static const double least_seconds = 0.2;

static double seconds_of(const schakel_checker *checker, const char *part, const char *after, size_t size)
{
    size_t length = 0, once = strlen(part);
    char *text = malloc(size + once + strlen(after));
    assert_non_null(text);
    for (; length < size; length += once)
        memcpy(text + length, part, once);
    memcpy(text + length, after, strlen(after));
    struct timespec from, to;
    schakel_report *report = NULL;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    assert_int_equal(schakel_check(checker, text, length + strlen(after), NULL, &report, NULL), SCHAKEL_OK);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    schakel_report_destroy(report);
    free(text);
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

static int grows_fairly(const schakel_checker *checker, const char *part, const char *after)
{
    for (int i = 0; i < ATTEMPTS; i++) {
        double few = seconds_of(checker, part, after, SHORT_TEXT);
        double many = seconds_of(checker, part, after, LONG_TEXT);
        if (many < least_seconds || many < TIMES_MOST * few)
            return 1;
    }
    return 0;
}

static void time_grows_with_the_text(void **state)
{
    static const struct {
        const char *part, *after;
    } shapes[] = {{"om ", ""},
                  {"om het ", ""},
                  {"er is ", ""},
                  {"omdat er ", ""},
                  {"wordt ", ""},
                  {"hiervoor wordt ", ""},
                  {"hierover wordt gewerkt ", ""},
                  {"verzocht ", ""},
                  {"lezen ", ""},
                  {"u moet lezen school ", ""},
                  {"lees voor ", "op school"},
                  {"moeders ", "ook"},
                  {"de puntjes op de i ", ""},
                  {"de docent de leerkracht de leraar ", ""},
                  {"beslissing ", ""},
                  {"half 8 ", ""},
                  {"om 5 voor half 8 ", ""},
                  {"volgende week ", ""},
                  {"begin maart ", ""},
                  {"binnenkort ", ""},
                  {"](", ""},
                  {"\xD0\xB0.", ""}};
    schakel_checker *checker = NULL;
    (void)state;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        if (!grows_fairly(checker, shapes[i].part, shapes[i].after))
            fail_msg("\"%s\" repeated takes more than its share of time", shapes[i].part);
    schakel_checker_destroy(checker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(time_grows_with_the_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
