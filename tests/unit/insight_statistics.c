/* Intervals, the exact comparison and many comparisons, against what was worked out in other ways. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <math.h>

#include "insight/statistics.h"
#include "schakel/insight.h"

static int near(double a, double b, double tolerance)
{
    return fabs(a - b) <= tolerance;
}

/* ----------------------------------------------------------------- intervals */

/* The ends are the p of which the observed share lies exactly z standard deviations away. */
static double distance(double share, double n, double p)
{
    return fabs(share - p) / sqrt(p * (1 - p) / n);
}

static void an_interval_ends_where_the_share_would_be_just_unlikely(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 60; n++)
        for (size_t count = 0; count <= n; count++) {
            double low, high, share = (double)count / (double)n;
            assert_int_equal(schakel_share_interval(count, n, &low, &high), SCHAKEL_OK);
            assert_true(low >= 0 && low <= share && high >= share && high <= 1);
            if (count != 0)
                assert_true(near(distance(share, (double)n, low), 1.959963984540054, 1e-9));
            if (count != n)
                assert_true(near(distance(share, (double)n, high), 1.959963984540054, 1e-9));
        }
}

/* By the closed form with 50 decimals, z from the inverse of the normal distribution. */
static void intervals_as_computed_with_many_decimals(void **state)
{
    static const struct {
        size_t count, n;
        double low, high;
    } cases[] = {{737, 1100, 0.64166318569461211, 0.69715358641645586},
                 {649, 1100, 0.56067076358161483, 0.61870282165365653},
                 {418, 1100, 0.35178054080020688, 0.40905467888609803},
                 {484, 1100, 0.41092509254134119, 0.46949251730181124},
                 {90, 111, 0.72803167201765173, 0.87279664128105028},
                 {20, 111, 0.11977587290242193, 0.26198050036992815},
                 {70, 111, 0.53788220721862934, 0.71463983750111504},
                 {1, 10, 0.01787621309507290, 0.40415002679523848}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double low, high;
        assert_int_equal(schakel_share_interval(cases[i].count, cases[i].n, &low, &high), SCHAKEL_OK);
        assert_true(near(low, cases[i].low, 1e-14) && near(high, cases[i].high, 1e-14));
    }
}

static void an_interval_of_nobody_is_everything(void **state)
{
    double low = -1, high = -1;
    (void)state;
    assert_int_equal(schakel_share_interval(0, 0, &low, &high), SCHAKEL_OK);
    assert_true(low == 0 && high == 1);
    assert_int_equal(schakel_share_interval(0, 7, &low, NULL), SCHAKEL_OK);
    assert_true(low == 0);
    assert_int_equal(schakel_share_interval(7, 7, NULL, &high), SCHAKEL_OK);
    assert_true(high == 1);
    assert_int_equal(schakel_share_interval(2, 1, &low, &high), SCHAKEL_MISUSE);
}

/* ---------------------------------------------------------------- two groups */

/* No number of tables is over 40 choose 20, which fits in 64 bits, so chances are compared as whole numbers. */
static uint64_t choose(size_t n, size_t k)
{
    uint64_t result = 1;
    for (size_t i = 1; i <= k; i++)
        result = result * (n - k + i) / i;
    return result;
}

static double enumerate(size_t a_count, size_t a_n, size_t b_count, size_t b_n)
{
    size_t counted = a_count + b_count;
    uint64_t seen = choose(a_n, a_count) * choose(b_n, b_count), sum = 0;
    for (size_t x = 0; x <= a_n && x <= counted; x++) {
        if (counted - x > b_n)
            continue;
        uint64_t ways = choose(a_n, x) * choose(b_n, counted - x);
        sum += ways <= seen ? ways : 0;
    }
    return (double)sum / (double)choose(a_n + b_n, counted);
}

static void the_comparison_agrees_with_every_table_of_up_to_40_people(void **state)
{
    double worst = 0;
    size_t tables = 0;
    (void)state;
    for (size_t people = 2; people <= 40; people++)
        for (size_t a_n = 1; a_n < people; a_n++)
            for (size_t a_count = 0; a_count <= a_n; a_count++)
                for (size_t b_count = 0; b_count <= people - a_n; b_count++) {
                    double exact = enumerate(a_count, a_n, b_count, people - a_n);
                    double p = schakel_groups_differ(a_count, a_n, b_count, people - a_n);
                    worst = fmax(worst, fabs(p - exact) / exact);
                    tables++;
                }
    print_message("%zu tables, largest relative error %.1e\n", tables, worst);
    assert_true(tables > 100000 && worst < 1e-12);
}

static void published_comparisons(void **state)
{
    static const struct {
        const char *which;
        size_t a_count, a_n, b_count, b_n;
        double p;
    } cases[] = {
        {"the lady tasting tea (Fisher, The Design of Experiments, 1935): 34/70", 3, 4, 1, 4, 34.0 / 70},
        {"all eight cups right: 2/70", 4, 4, 0, 4, 2.0 / 70},
        {"twins of convicts (Fisher 1934, 21.02): 2 of 17 and 10 of 13", 2, 17, 10, 13, 0.0005367241},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (!near(schakel_groups_differ(cases[i].a_count, cases[i].a_n, cases[i].b_count, cases[i].b_n),
                  cases[i].p, 1e-10))
            fail_msg("%s", cases[i].which);
}

/* Computed with whole numbers of as many digits as it takes. */
static void comparisons_of_many_people(void **state)
{
    static const struct {
        size_t a_count, a_n, b_count, b_n;
        double p;
    } cases[] = {{60, 100, 55, 130, 1.1323866084976991e-02},
                 {300, 600, 230, 500, 2.0321769047613586e-01},
                 {484, 1100, 20, 111, 4.8881869992549285e-08},
                 {900, 2000, 1050, 2000, 2.4128460506368218e-06},
                 {5, 1000, 30, 3000, 1.7130394187652123e-01},
                 {251500, 500000, 100000, 200000, 2.3364216363759554e-02},
                 {2501234, 4999999, 2497000, 5000000, 7.4103687260616167e-03},
                 {2505000, 4999999, 2495000, 5000000, 2.5395947859759719e-10}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double p = schakel_groups_differ(cases[i].a_count, cases[i].a_n, cases[i].b_count, cases[i].b_n);
        if (!near(p, cases[i].p, 1e-11 * cases[i].p))
            fail_msg("%zu/%zu and %zu/%zu: %.15g, expected %.15g", cases[i].a_count, cases[i].a_n,
                     cases[i].b_count, cases[i].b_n, p, cases[i].p);
    }
}

static void millions_of_people_can_be_compared(void **state)
{
    (void)state;
    double same = schakel_groups_differ(2500000, 4999999, 2500000, 5000000);
    assert_true(same > 0.99 && same <= 1);
    /* Far below what a double can hold. */
    assert_true(schakel_groups_differ(4000000, 4999999, 1000000, 5000000) == 0);
    assert_true(schakel_groups_differ(1, 4999999, 0, 5000000) > 0.49);
}

static void the_order_of_groups_and_of_answers_changes_nothing(void **state)
{
    (void)state;
    for (size_t a = 0; a <= 9; a++)
        for (size_t b = 0; b <= 14; b++) {
            double p = schakel_groups_differ(a, 9, b, 14);
            assert_true(near(p, schakel_groups_differ(b, 14, a, 9), 1e-12));
            assert_true(near(p, schakel_groups_differ(9 - a, 9, 14 - b, 14), 1e-12));
        }
}

static void what_cannot_be_compared_is_told(void **state)
{
    (void)state;
    assert_true(schakel_groups_differ(0, 0, 3, 5) == 1);
    assert_true(schakel_groups_differ(3, 5, 0, 0) == 1);
    assert_true(schakel_groups_differ(0, 0, 0, 0) == 1);
    assert_true(schakel_groups_differ(0, 5, 0, 5) == 1);
    assert_true(schakel_groups_differ(5, 5, 5, 5) == 1);
    assert_true(schakel_groups_differ(6, 5, 1, 5) == -1);
    assert_true(schakel_groups_differ(1, 5, 6, 5) == -1);
    assert_true(schakel_groups_differ(1, 5000000, 1, 5000000) == -1);
    assert_true(schakel_groups_differ(1, SIZE_MAX, 1, 5) == -1);
    assert_true(schakel_groups_differ(1, 5, 1, SIZE_MAX) == -1);
}

/* ----------------------------------------------------------- many comparisons */

static void holm_as_worked_out_by_hand(void **state)
{
    /* 0.01 x 4; 0.013 x 3 is less than that, so 0.04; 0.03 x 2; 0.8 x 1. */
    sk_test tests[] = {{0, 0.03, 0}, {1, 0.01, 0}, {2, 0.8, 0}, {3, 0.013, 0}};
    static const double expected[] = {0.06, 0.04, 0.8, 0.04};
    (void)state;
    sk_holm(tests, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(tests[i].number, i);
        assert_true(near(tests[i].adjusted, expected[i], 1e-15));
    }
    sk_test large[] = {{0, 0.6, 0}, {1, 0.9, 0}};
    sk_holm(large, 2);
    assert_true(large[0].adjusted == 1 && large[1].adjusted == 1);
    sk_holm(NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_interval_ends_where_the_share_would_be_just_unlikely),
        cmocka_unit_test(intervals_as_computed_with_many_decimals),
        cmocka_unit_test(an_interval_of_nobody_is_everything),
        cmocka_unit_test(the_comparison_agrees_with_every_table_of_up_to_40_people),
        cmocka_unit_test(published_comparisons),
        cmocka_unit_test(comparisons_of_many_people),
        cmocka_unit_test(millions_of_people_can_be_compared),
        cmocka_unit_test(the_order_of_groups_and_of_answers_changes_nothing),
        cmocka_unit_test(what_cannot_be_compared_is_told),
        cmocka_unit_test(holm_as_worked_out_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
