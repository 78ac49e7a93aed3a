/* Names of languages, dates and times in words: what people write, however new ICU is. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include <unicode/uloc.h>

#include "base/unicode.h"
#include "schakel/base.h"

static void assert_name(const char *tag, const char *in, const char *expected)
{
    char out[SCHAKEL_WORDS_SIZE];
    assert_int_equal(schakel_language_name(tag, in, out, sizeof out, NULL), SCHAKEL_OK);
    assert_string_equal(out, expected);
}

static void assert_date(int year, int month, int day, const char *in, const char *expected)
{
    char out[SCHAKEL_WORDS_SIZE];
    assert_int_equal(schakel_date_words(schakel_date_from_ymd(year, month, day), in, out, sizeof out, NULL),
                     SCHAKEL_OK);
    assert_string_equal(out, expected);
}

static void a_language_is_called_in_a_language(void **state)
{
    (void)state;
    assert_name("nl", "nl", "Nederlands");
    assert_name("en", "nl", "Engels");
    assert_name("ar", "nl", "Arabisch");
    assert_name("tr", "nl", "Turks");
    assert_name("ti", "nl", "Tigrinya");
    assert_name("rif", "nl", "Riffijns");
    assert_name("prs", "nl", "Dari");
    assert_name("PRS-AF", "nl", "Dari");
    assert_name("ar-SY", "nl", "Arabisch (Syrië)");
    assert_name("AR-sy", "nl", "Arabisch (Syrië)");
    assert_name("nl", "en", "Dutch");
    assert_name("nl", "ar", "الهولندية");
    assert_name("tr", "tr", "Türkçe");
    assert_name("ar", "ar-SY", "العربية");
}

static void a_day_is_written_as_the_language_does(void **state)
{
    char out[SCHAKEL_WORDS_SIZE];
    (void)state;
    assert_date(2026, 11, 24, "nl", "dinsdag 24 november 2026");
    assert_date(2026, 11, 24, "nl-BE", "dinsdag 24 november 2026");
    assert_date(2026, 11, 24, "en", "Tuesday, November 24, 2026");
    assert_date(2026, 11, 24, "tr", "24 Kasım 2026 Salı");
    assert_date(2024, 2, 29, "de", "Donnerstag, 29. Februar 2024");
    /* Thai people count years from another one; here they read the Gregorian year. */
    assert_int_equal(schakel_date_words(schakel_date_from_ymd(2026, 11, 24), "th", out, sizeof out, NULL),
                     SCHAKEL_OK);
    assert_non_null(strstr(out, "2026"));
    assert_int_equal(
        schakel_date_words(schakel_date_from_ymd(2026, 11, 24), "nl-u-ca-buddhist", out, sizeof out, NULL),
        SCHAKEL_OK);
    assert_string_equal(out, "dinsdag 24 november 2026");
    /* Persian has numerals of its own: 2026. */
    assert_int_equal(schakel_date_words(schakel_date_from_ymd(2026, 11, 24), "fa", out, sizeof out, NULL),
                     SCHAKEL_OK);
    assert_non_null(strstr(out, "۲۰۲۶"));
}

/* The weekdays by Zeller's rule; 1582 is where ICU's own calendar changes. */
static void the_first_and_the_last_year_are_gregorian(void **state)
{
    (void)state;
    assert_date(1, 1, 1, "nl", "maandag 1 januari 1");
    assert_date(1582, 10, 4, "nl", "maandag 4 oktober 1582");
    assert_date(1582, 10, 10, "nl", "zondag 10 oktober 1582");
    assert_date(1969, 12, 31, "nl", "woensdag 31 december 1969");
    assert_date(9999, 12, 31, "nl", "vrijdag 31 december 9999");
}

static void a_time_is_written_as_the_language_does(void **state)
{
    char out[SCHAKEL_WORDS_SIZE];
    (void)state;
    assert_int_equal(schakel_time_words(19 * 60 + 30, "nl", out, sizeof out, NULL), SCHAKEL_OK);
    assert_string_equal(out, "19:30");
    assert_int_equal(schakel_time_words(0, "nl", out, sizeof out, NULL), SCHAKEL_OK);
    assert_string_equal(out, "00:00");
    assert_int_equal(schakel_time_words(1439, "tr", out, sizeof out, NULL), SCHAKEL_OK);
    assert_string_equal(out, "23:59");
    /* What stands between the hour and PM differs by version. */
    assert_int_equal(schakel_time_words(19 * 60 + 30, "en", out, sizeof out, NULL), SCHAKEL_OK);
    assert_int_equal(strncmp(out, "7:30", 4), 0);
    assert_string_equal(out + strlen(out) - 2, "PM");
}

static void some_languages_go_from_right_to_left(void **state)
{
    static const char *const left[] = {"tr", "nl", "ti", "so", "en-GB", "ar-Latn", "", "x", "ar-", "no tag"};
    static const char *const right[] = {"ar", "ar-SY", "fa", "prs", "ckb", "ur", "ps", "he", "ku-Arab"};
    (void)state;
    for (size_t i = 0; i < sizeof left / sizeof left[0]; i++)
        assert_false(schakel_language_right_to_left(left[i]));
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++)
        assert_true(schakel_language_right_to_left(right[i]));
    assert_false(schakel_language_right_to_left(NULL));
}

/* ------------------------------------------------------------------- failures */

/* Every call about a language without words fails alike, also where ICU would take the host's language. */
static void a_language_without_words_is_not_found(void **state)
{
    static const char *const without[] = {"tlh", "srn", "qaa", "und", "ku-Arab"};
    UErrorCode status = U_ZERO_ERROR;
    (void)state;
    uloc_setDefault("nl_NL", &status);
    assert_true(U_SUCCESS(status));
    for (size_t i = 0; i < sizeof without / sizeof without[0]; i++) {
        char out[SCHAKEL_WORDS_SIZE] = "old";
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_date_words(0, without[i], out, sizeof out, &error), SCHAKEL_NOT_FOUND);
        assert_string_equal(out, "");
        assert_string_equal(error.path, "/in");
        assert_non_null(strstr(error.message, without[i]));
        assert_int_equal(schakel_time_words(0, without[i], out, sizeof out, NULL), SCHAKEL_NOT_FOUND);
        assert_int_equal(schakel_language_name("nl", without[i], out, sizeof out, NULL), SCHAKEL_NOT_FOUND);
    }
}

static void a_language_without_a_name_is_not_found(void **state)
{
    static const char *const nameless[] = {"qaa", "und"};
    (void)state;
    for (size_t i = 0; i < sizeof nameless / sizeof nameless[0]; i++) {
        char out[SCHAKEL_WORDS_SIZE] = "old";
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_language_name(nameless[i], "nl", out, sizeof out, &error),
                         SCHAKEL_NOT_FOUND);
        assert_string_equal(out, "");
        assert_string_equal(error.path, "/tag");
    }
}

static void a_tag_that_is_none_is_refused(void **state)
{
    static char long_tag[400] = "nl";
    static const char *const wrong[] = {"", "x", "a", "nl_NL", "ar-", "-ar", "a b", "nederlands!", long_tag};
    (void)state;
    while (strlen(long_tag) + 10 < sizeof long_tag)
        strcat(long_tag, "-abcdefgh");
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char out[SCHAKEL_WORDS_SIZE] = "old";
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_language_name(wrong[i], "nl", out, sizeof out, &error), SCHAKEL_INVALID);
        assert_string_equal(error.path, "/tag");
        assert_string_equal(out, "");
        assert_int_equal(schakel_language_name("nl", wrong[i], out, sizeof out, &error), SCHAKEL_INVALID);
        assert_string_equal(error.path, "/in");
        assert_int_equal(schakel_date_words(0, wrong[i], out, sizeof out, NULL), SCHAKEL_INVALID);
        assert_int_equal(schakel_time_words(0, wrong[i], out, sizeof out, NULL), SCHAKEL_INVALID);
    }
}

static void a_day_or_time_that_is_none_is_refused(void **state)
{
    static const schakel_date dates[] = {SCHAKEL_NO_DATE, INT32_MAX, -719163, 2932897};
    static const schakel_time times[] = {SCHAKEL_NO_TIME, 1440, INT32_MIN, INT32_MAX};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        char out[SCHAKEL_WORDS_SIZE] = "old";
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_date_words(dates[i], "nl", out, sizeof out, &error), SCHAKEL_INVALID);
        assert_string_equal(out, "");
        assert_string_equal(error.path, "/date");
        assert_int_equal(schakel_time_words(times[i], "nl", out, sizeof out, &error), SCHAKEL_INVALID);
        assert_string_equal(error.path, "/time");
    }
}

/* "Nederlands" has ten letters. */
static void words_must_fit_with_their_end(void **state)
{
    char out[12];
    (void)state;
    for (size_t size = 1; size <= 11; size++) {
        schakel_status expected = size < 11 ? SCHAKEL_TOO_LARGE : SCHAKEL_OK;
        memset(out, '#', sizeof out);
        assert_int_equal(schakel_language_name("nl", "nl", out, size, NULL), expected);
        assert_string_equal(out, size < 11 ? "" : "Nederlands");
        assert_int_equal(out[size], '#');
        assert_int_equal(schakel_date_words(0, "nl", out, size, NULL), SCHAKEL_TOO_LARGE);
        assert_string_equal(out, "");
    }
    assert_int_equal(schakel_time_words(0, "nl", out, 5, NULL), SCHAKEL_TOO_LARGE);
    assert_int_equal(schakel_time_words(0, "nl", out, 6, NULL), SCHAKEL_OK);
}

static void a_missing_argument_is_misuse(void **state)
{
    char out[8];
    (void)state;
    assert_int_equal(schakel_language_name(NULL, "nl", out, sizeof out, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_language_name("nl", NULL, out, sizeof out, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_language_name("nl", "nl", NULL, sizeof out, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_language_name("nl", "nl", out, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_date_words(0, NULL, out, sizeof out, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_date_words(0, "nl", NULL, sizeof out, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_time_words(0, NULL, out, sizeof out, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_time_words(0, "nl", out, 0, NULL), SCHAKEL_MISUSE);
}

/* ----------------------------------------------------------------- properties */

/* In every language that ICU has, all that there is to say fits the size that the header promises. */
static void the_promised_size_is_enough(void **state)
{
    int languages = 0;
    (void)state;
    for (int32_t i = 0; i < uloc_countAvailable(); i++) {
        char tag[64], out[SCHAKEL_WORDS_SIZE];
        UErrorCode status = U_ZERO_ERROR;
        uloc_toLanguageTag(uloc_getAvailable(i), tag, sizeof tag, 1, &status);
        assert_true(U_SUCCESS(status));
        if (schakel_date_words(0, tag, out, sizeof out, NULL) == SCHAKEL_NOT_FOUND)
            continue;
        languages++;
        for (int32_t k = 0; k < 12; k++) {
            schakel_date date = schakel_date_from_ymd(9990, k + 1, 20 + k % 7);
            assert_int_equal(schakel_date_words(date, tag, out, sizeof out, NULL), SCHAKEL_OK);
            assert_true(sk_utf8_valid(out, strlen(out), NULL) && out[0] != '\0');
        }
        assert_int_equal(schakel_time_words(12 * 60 + 59, tag, out, sizeof out, NULL), SCHAKEL_OK);
        /* Dutch has no name for some of them. */
        assert_int_not_equal(schakel_language_name(tag, "nl", out, sizeof out, NULL), SCHAKEL_TOO_LARGE);
        assert_int_equal(schakel_language_name(tag, tag, out, sizeof out, NULL), SCHAKEL_OK);
    }
    assert_true(languages > 300);
}

static void *write_words(void *fine)
{
    static const char *const tags[] = {"nl", "ti", "ar", "tr"};
    for (int i = 0; i < 40; i++) {
        char day[SCHAKEL_WORDS_SIZE], name[SCHAKEL_WORDS_SIZE];
        int done = schakel_date_words(i, tags[i % 4], day, sizeof day, NULL) == SCHAKEL_OK &&
                   schakel_language_name(tags[i % 4], "nl", name, sizeof name, NULL) == SCHAKEL_OK;
        *(int *)fine &= done && (i % 4 != 0 || strcmp(name, "Nederlands") == 0);
    }
    return NULL;
}

static void many_threads_write_at_once(void **state)
{
    enum { THREADS = 8 };
    pthread_t threads[THREADS];
    int fine[THREADS];
    (void)state;
    for (size_t i = 0; i < THREADS; i++) {
        fine[i] = 1;
        assert_int_equal(pthread_create(&threads[i], NULL, write_words, &fine[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_true(fine[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_language_is_called_in_a_language),
        cmocka_unit_test(a_day_is_written_as_the_language_does),
        cmocka_unit_test(the_first_and_the_last_year_are_gregorian),
        cmocka_unit_test(a_time_is_written_as_the_language_does),
        cmocka_unit_test(some_languages_go_from_right_to_left),
        cmocka_unit_test(a_language_without_words_is_not_found),
        cmocka_unit_test(a_language_without_a_name_is_not_found),
        cmocka_unit_test(a_tag_that_is_none_is_refused),
        cmocka_unit_test(a_day_or_time_that_is_none_is_refused),
        cmocka_unit_test(words_must_fit_with_their_end),
        cmocka_unit_test(a_missing_argument_is_misuse),
        cmocka_unit_test(the_promised_size_is_enough),
        cmocka_unit_test(many_threads_write_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
