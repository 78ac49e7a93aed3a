/*
 * Texts written for a level from the descriptors of the CEFR: does the check find that level? The
 * model was fitted on those with odd numbers; those with even numbers were held out.
 */
#include "unit/text_help.h"

enum { LEVELS = 5, TEXTS_LEAST = 20 };

/* How many texts of each level, in each half, were judged to be of each level. */
static size_t judged[2][LEVELS][LEVELS];

static void judge_one(const char *name, const char *text, size_t length, void *context)
{
    char level[3] = "";
    int number;
    (void)context;
    if (sscanf(name, "%2[ABC12]-%d.md", level, &number) != 2)
        return;
    schakel_verdict v = judge(text, length);
    assert_int_not_equal(v.level, SCHAKEL_LEVEL_UNKNOWN);
    judged[number % 2][schakel_level_from_name(level) - SCHAKEL_LEVEL_A1][v.level - SCHAKEL_LEVEL_A1]++;
}

static int judge_all(void **state)
{
    if (make_checker(state) != 0)
        return -1;
    return each_text(SCHAKEL_TEST_DATA "/text/levels", ".md", judge_one, NULL) > 0 ? 0 : -1;
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
    return cmocka_run_group_tests(tests, judge_all, end_checker);
}
