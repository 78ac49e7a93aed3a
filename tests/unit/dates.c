/* Dates, times and availability against facts from the calendar and hand-worked cases. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "schakel/base.h"

static void known_dates_have_their_day_number_and_weekday(void **state)
{
    (void)state;
    assert_int_equal(schakel_date_from_ymd(1970, 1, 1), 0);
    assert_int_equal(schakel_date_weekday(0), 4); /* a Thursday */
    assert_int_equal(schakel_date_from_ymd(2000, 3, 1), 11017);
    assert_int_equal(schakel_date_weekday(schakel_date_from_ymd(2026, 9, 1)), 2); /* a Tuesday */
    assert_int_equal(schakel_date_weekday(schakel_date_from_ymd(1, 1, 1)), 1);    /* proleptic: a Monday */
}

static void days_that_do_not_exist_are_refused(void **state)
{
    (void)state;
    assert_int_equal(schakel_date_from_ymd(2026, 2, 29), SCHAKEL_NO_DATE);
    assert_int_not_equal(schakel_date_from_ymd(2024, 2, 29), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_from_ymd(1900, 2, 29), SCHAKEL_NO_DATE);
    assert_int_not_equal(schakel_date_from_ymd(2000, 2, 29), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_from_ymd(2026, 4, 31), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_from_ymd(2026, 13, 1), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_from_ymd(2026, 0, 1), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_from_ymd(2026, 1, 0), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_from_ymd(0, 1, 1), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_from_ymd(10000, 1, 1), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_to_ymd(schakel_date_from_ymd(1, 1, 1) - 1, NULL, NULL, NULL),
                     SCHAKEL_INVALID);
    assert_int_equal(schakel_date_to_ymd(schakel_date_from_ymd(9999, 12, 31) + 1, NULL, NULL, NULL),
                     SCHAKEL_INVALID);
    assert_int_equal(schakel_date_to_ymd(SCHAKEL_NO_DATE, NULL, NULL, NULL), SCHAKEL_INVALID);
}

static void four_centuries_agree_with_the_c_library(void **state)
{
    (void)state;
    for (schakel_date date = schakel_date_from_ymd(1800, 1, 1); date <= schakel_date_from_ymd(2200, 12, 31);
         date++) {
        time_t seconds = (time_t)date * 86400;
        struct tm expected;
        assert_non_null(gmtime_r(&seconds, &expected));
        int year, month, day, week_year;
        assert_int_equal(schakel_date_to_ymd(date, &year, &month, &day), SCHAKEL_OK);
        assert_int_equal(year, expected.tm_year + 1900);
        assert_int_equal(month, expected.tm_mon + 1);
        assert_int_equal(day, expected.tm_mday);
        assert_int_equal(schakel_date_from_ymd(year, month, day), date);
        assert_int_equal(schakel_date_weekday(date) % 7, expected.tm_wday);
        char mine[16], theirs[16];
        int week = schakel_date_iso_week(date, &week_year);
        assert_true(strftime(theirs, sizeof theirs, "%G-%V", &expected) > 0);
        snprintf(mine, sizeof mine, "%04d-%02d", week_year, week);
        assert_string_equal(mine, theirs);
    }
}

static void dates_are_read_in_one_form_only(void **state)
{
    (void)state;
    char text[SCHAKEL_DATE_SIZE];
    schakel_date_format(schakel_date_parse("2026-11-24"), text);
    assert_string_equal(text, "2026-11-24");
    static const char *const wrong[] = {"",           "2026-11-2",  "2026-11-244", "24-11-2026", "2026/11/24",
                                        "2026-1 -24", "2026-11-31", "+026-11-24",  "2026-11-24 "};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(schakel_date_parse(wrong[i]), SCHAKEL_NO_DATE);
    assert_int_equal(schakel_date_parse(NULL), SCHAKEL_NO_DATE);
    schakel_date_format(SCHAKEL_NO_DATE, text);
    assert_string_equal(text, "");
}

static void times_are_read_in_one_form_only(void **state)
{
    (void)state;
    assert_int_equal(schakel_time_parse("00:00"), 0);
    assert_int_equal(schakel_time_parse("19:30"), 1170);
    assert_int_equal(schakel_time_parse("24:00"), 1440);
    static const char *const wrong[] = {"", "7:30", "24:01", "12:60", "12.30", "19:300", "ab:cd", "1930"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(schakel_time_parse(wrong[i]), SCHAKEL_NO_TIME);
    assert_int_equal(schakel_time_parse(NULL), SCHAKEL_NO_TIME);
    char text[SCHAKEL_TIME_SIZE];
    schakel_time_format(1170, text);
    assert_string_equal(text, "19:30");
    schakel_time_format(SCHAKEL_NO_TIME, text);
    assert_string_equal(text, "");
    schakel_time_format(1441, text);
    assert_string_equal(text, "");
}

static void windows_that_touch_count_as_one(void **state)
{
    (void)state;
    schakel_date tuesday = schakel_date_from_ymd(2026, 9, 1);
    schakel_window windows[] = {{1u << 1, 600, 660}, {1u << 1, 540, 600}, {1u << 2, 0, 1440}};
    assert_true(schakel_available(windows, 3, NULL, 0, tuesday, 540, 660));
    assert_true(schakel_available(windows, 3, NULL, 0, tuesday, 550, 650));
    assert_false(schakel_available(windows, 3, NULL, 0, tuesday, 539, 600));
    assert_false(schakel_available(windows, 3, NULL, 0, tuesday, 600, 661));
    assert_true(schakel_available(windows, 3, NULL, 0, tuesday + 1, 0, 1440));
    assert_false(schakel_available(windows, 3, NULL, 0, tuesday + 2, 600, 610));
    assert_true(schakel_available(NULL, 0, NULL, 0, tuesday, 0, 1440));
}

static void exceptions_overrule_windows(void **state)
{
    (void)state;
    schakel_date tuesday = schakel_date_from_ymd(2026, 9, 1);
    schakel_window windows[] = {{1u << 1, 540, 720}};
    schakel_exception away[] = {{tuesday, 600, 630, 0}};
    assert_false(schakel_available(windows, 1, away, 1, tuesday, 590, 601));
    assert_true(schakel_available(windows, 1, away, 1, tuesday, 630, 700)); /* it ends as the absence ends */
    assert_true(schakel_available(windows, 1, away, 1, tuesday, 540, 600));
    assert_true(schakel_available(windows, 1, away, 1, tuesday + 7, 590, 601));
    assert_false(schakel_available(NULL, 0, away, 1, tuesday, 0, 1440));
    schakel_exception extra[] = {{tuesday, 720, 780, 1}, {tuesday + 1, 0, 1440, 1}};
    assert_true(schakel_available(windows, 1, extra, 2, tuesday, 700, 780));
    assert_true(schakel_available(windows, 1, extra, 2, tuesday + 1, 0, 1440));
    schakel_exception both[] = {{tuesday, 720, 780, 1}, {tuesday, 740, 741, 0}};
    assert_false(schakel_available(windows, 1, both, 2, tuesday, 730, 760));
}

static void levels_have_names_both_ways(void **state)
{
    (void)state;
    for (int level = SCHAKEL_LEVEL_NONE; level <= SCHAKEL_LEVEL_C2; level++)
        assert_int_equal(schakel_level_from_name(schakel_level_name((schakel_level)level)), level);
    assert_int_equal(schakel_level_from_name("a2"), SCHAKEL_LEVEL_A2);
    assert_int_equal(schakel_level_from_name("A"), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(schakel_level_from_name("A22"), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(schakel_level_from_name(""), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(schakel_level_from_name(NULL), SCHAKEL_LEVEL_UNKNOWN);
    assert_string_equal(schakel_level_name((schakel_level)99), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_dates_have_their_day_number_and_weekday),
        cmocka_unit_test(days_that_do_not_exist_are_refused),
        cmocka_unit_test(four_centuries_agree_with_the_c_library),
        cmocka_unit_test(dates_are_read_in_one_form_only),
        cmocka_unit_test(times_are_read_in_one_form_only),
        cmocka_unit_test(windows_that_touch_count_as_one),
        cmocka_unit_test(exceptions_overrule_windows),
        cmocka_unit_test(levels_have_names_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
