/*
 * Texts written for a level from the descriptors of the CEFR: does the check find that level? The
 * model was fitted on those with odd numbers; those with even numbers were held out.
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

enum { TEXT_SIZE = 32768, LEVELS = 5, TEXTS_LEAST = 20 };

/* How many texts of each level, in each half, were judged to be of each level. */
static size_t judged[2][LEVELS][LEVELS];

static schakel_verdict judge(const char *text, size_t length)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, text, length, NULL, &report, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_report_get_verdict(report, &v), SCHAKEL_OK);
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
    return v;
}

static int judge_all(void **state)
{
    (void)state;
    static const char folder[] = SCHAKEL_TEST_DATA "/text/levels";
    static char text[TEXT_SIZE];
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char name[3] = "", path[1024];
        int number;
        if (sscanf(entries[i]->d_name, "%2[ABC12]-%d.md", name, &number) == 2) {
            snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
            FILE *file = fopen(path, "rb");
            schakel_verdict v = judge(text, file == NULL ? 0 : fread(text, 1, sizeof text, file));
            if (file == NULL || v.level == SCHAKEL_LEVEL_UNKNOWN)
                return -1;
            fclose(file);
            judged[number % 2][schakel_level_from_name(name) - SCHAKEL_LEVEL_A1]
                  [v.level - SCHAKEL_LEVEL_A1]++;
        }
        free(entries[i]);
    }
    free(entries);
    return count > 0 ? 0 : -1;
}

static size_t sum(const size_t row[LEVELS], int from, int to)
{
    size_t total = 0;
    for (int i = from; i <= to; i++)
        total += i >= 0 && i < LEVELS ? row[i] : 0;
    return total;
}

static void check_half(size_t half[LEVELS][LEVELS], const char *name, double exact_least)
{
    size_t all = 0, exact = 0, near = 0;
    for (int level = 0; level < LEVELS; level++) {
        printf("%s %s judged", name, schakel_level_name((schakel_level)(SCHAKEL_LEVEL_A1 + level)));
        for (int found = 0; found < LEVELS; found++)
            printf("  %s %zu", schakel_level_name((schakel_level)(SCHAKEL_LEVEL_A1 + found)),
                   half[level][found]);
        printf("\n");
        assert_true(sum(half[level], 0, LEVELS - 1) >= TEXTS_LEAST / 2);
        all += sum(half[level], 0, LEVELS - 1);
        exact += half[level][level];
        near += sum(half[level], level - 1, level + 1);
    }
    printf("%s: %zu texts, level right %zu, within one %zu\n", name, all, exact, near);
    assert_true((double)exact >= exact_least * (double)all);
    assert_int_equal(near, all);
    /* What was written for A2 is judged A1 or A2 in nine of ten, and never above B1. */
    assert_true(10 * sum(half[1], 0, 1) >= 9 * sum(half[1], 0, LEVELS - 1));
    assert_int_equal(sum(half[1], 3, LEVELS - 1) + sum(half[0], 2, LEVELS - 1), 0);
}

static void texts_of_the_fit_get_their_level(void **state)
{
    (void)state;
    check_half(judged[1], "fitted  ", 0.9);
}

static void held_out_texts_get_their_level(void **state)
{
    (void)state;
    check_half(judged[0], "held out", 0.85);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_of_the_fit_get_their_level),
        cmocka_unit_test(held_out_texts_get_their_level),
    };
    return cmocka_run_group_tests(tests, judge_all, NULL);
}
