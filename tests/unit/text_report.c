/* Reports: errors, places, counts and records as the header promises. */
#include "unit/text_help.h"

static schakel_metrics metrics_of(const char *text)
{
    schakel_metrics m = SCHAKEL_METRICS_INIT;
    schakel_report *report = check(text, strlen(text));
    assert_int_equal(schakel_report_get_metrics(report, &m), SCHAKEL_OK);
    schakel_report_destroy(report);
    return m;
}

static void near(double found, double expected)
{
    assert_true(found - expected < 1e-9 && expected - found < 1e-9);
}

static void metrics_agree_with_counting_by_hand(void **state)
{
    (void)state;
    /* Words 4 + 3, syllables (1+2+2+2) + (1+1+1), letters (3+6+5+5) + (3+3+4). */
    schakel_metrics m = metrics_of("Wij lopen samen buiten. Het is mooi!");
    assert_int_equal(m.words, 7);
    assert_int_equal(m.sentences, 2);
    assert_int_equal(m.paragraphs, 1);
    assert_int_equal(m.syllables, 10);
    assert_int_equal(m.letters, 28);
    assert_int_equal(m.longest_sentence, 4);
    assert_int_equal(m.bytes, 36);
    near(m.words_per_sentence, 3.5);
    near(m.syllables_per_word, 10.0 / 7);
    near(m.letters_per_word, 4);
    /* 206.84 - 77 * 10/7 - 0.93 * 3.5 = 206.84 - 110 - 3.255 */
    near(m.flesch_douma, 93.585);
    /* 195 - 2 * 3.5 - (2/3) * 100 * 10/7 = 188 - 2000/21 */
    near(m.leesindex_a, 188 - 2000.0 / 21);
}

static void headings_and_items_are_sentences(void **state)
{
    (void)state;
    schakel_metrics m = metrics_of("# Kop\n\nEen zin\n\n- een\n- twee\n");
    assert_int_equal(m.sentences, 4);
    assert_int_equal(m.paragraphs, 2);
    assert_int_equal(m.words, 5);
}

static void shares_are_of_sentences_and_words(void **state)
{
    (void)state;
    schakel_metrics m = metrics_of("U wordt gebeld. Wij bellen omdat het regent. Kom. Ga.");
    near(m.passive_share, 0.25);
    near(m.subordinate_share, 0.25);
    near(metrics_of("Kom wumwam").unknown_word_share, 0.5);
    near(metrics_of("Kom 19.30").unknown_word_share, 0);
}

static void a_text_without_words_meets_every_target(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n\n", "?! ...", "\xF0\x9F\x8E\x89"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        schakel_report *report = check(texts[i], strlen(texts[i]));
        schakel_verdict v = verdict_of(report);
        assert_int_equal(v.level, SCHAKEL_LEVEL_UNKNOWN);
        assert_int_equal(v.meets_target, 1);
        near(v.difficulty, 0);
        assert_int_equal(schakel_report_finding_count(report), 0);
        schakel_report_destroy(report);
    }
    schakel_report *report = check(NULL, 0);
    schakel_report_destroy(report);
    near(metrics_of("").flesch_douma, 0);
}

static void places_are_bytes_lines_and_columns(void **state)
{
    (void)state;
    static const char text[] = "Eén.\r\nTwee.\rTevens komt er thee.\n\n  Ook half 8.";
    schakel_finding f = SCHAKEL_FINDING_INIT;
    schakel_report *report = check(text, sizeof text - 1);
    assert_int_equal(schakel_report_finding_count(report), 2);
    schakel_report_get_finding(report, 0, &f);
    assert_int_equal(f.rule, SCHAKEL_RULE_FORMAL_WORDING);
    assert_int_equal(f.line, 3);
    assert_int_equal(f.column, 1);
    assert_memory_equal(text + f.start, "Tevens", f.end - f.start);
    schakel_report_get_finding(report, 1, &f);
    assert_int_equal(f.line, 5);
    assert_int_equal(f.column, 7);
    assert_memory_equal(text + f.start, "half 8", f.end - f.start);
    schakel_report_destroy(report);
}

static void findings_come_in_the_order_of_their_start(void **state)
{
    (void)state;
    static const char text[] =
        "Aan de hand hiervan wordt op 03-04-2026 om half 8 door de school d.m.v. een spel bepaald "
        "wie er niet zonder jas naar buiten mag en tevens wie de klasmoeder helpt.";
    schakel_report *report = check(text, sizeof text - 1);
    size_t count = schakel_report_finding_count(report), before = 0;
    assert_true(count >= 6);
    for (size_t i = 0; i < count; i++) {
        schakel_finding f = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &f);
        assert_true(f.start >= before && f.start < f.end && f.end <= sizeof text - 1);
        assert_non_null(strstr(f.message_nl, "."));
        assert_null(strchr(f.message_nl, '%'));
        assert_null(strchr(f.message_en, '%'));
        before = f.start;
    }
    schakel_report_destroy(report);
}

static void wrong_calls_are_told_apart(void **state)
{
    (void)state;
    schakel_error e = SCHAKEL_ERROR_INIT;
    schakel_report *report = NULL;
    assert_int_equal(schakel_check(NULL, "a", 1, NULL, &report, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_check(checker, NULL, 1, NULL, &report, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_check(checker, "a", 1, NULL, NULL, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_check(checker, "a", SCHAKEL_TEXT_MAX + 1, NULL, &report, &e), SCHAKEL_TOO_LARGE);
    schakel_check_options options = SCHAKEL_CHECK_OPTIONS_INIT;
    options.target = SCHAKEL_LEVEL_C2;
    assert_int_equal(schakel_check(checker, "a", 1, &options, &report, &e), SCHAKEL_INVALID);
    options.target = SCHAKEL_LEVEL_NONE;
    assert_int_equal(schakel_check(checker, "a", 1, &options, &report, &e), SCHAKEL_INVALID);
    options.struct_size = 1;
    assert_int_equal(schakel_check(checker, "a", 1, &options, &report, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_check(checker, "goed\nfo\xC3(t", 10, NULL, &report, &e), SCHAKEL_SYNTAX);
    assert_int_equal(e.line, 2);
    assert_int_equal(e.column, 3);
    assert_int_equal(e.offset, 7);
    assert_null(report);
    assert_int_equal(schakel_checker_create(NULL, NULL, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_report_get_finding(NULL, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_report_get_verdict(NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_report_get_metrics(NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_report_finding_count(NULL), 0);
    assert_null(schakel_report_get_suggestion(NULL, 0, 0));
    schakel_report_destroy(NULL);
    schakel_checker_destroy(NULL);
}

static void suggestions_end_with_null(void **state)
{
    (void)state;
    schakel_report *report = check("Kom om half 8.", 14);
    assert_string_equal(schakel_report_get_suggestion(report, 0, 0), "7.30 uur");
    assert_string_equal(schakel_report_get_suggestion(report, 0, 1), "19.30 uur");
    assert_null(schakel_report_get_suggestion(report, 0, 2));
    assert_null(schakel_report_get_suggestion(report, 1, 0));
    schakel_report_destroy(report);
}

/* A million bytes on one line: no recursion, no square of the length. */
static void one_long_line_is_checked(void **state)
{
    (void)state;
    static const char sentence[] = "Tevens gaan wij om half 8 met alle kinderen naar het strand. ";
    size_t length = 1000000, size = sizeof sentence - 1;
    char *text = malloc(length);
    assert_non_null(text);
    for (size_t i = 0; i < length; i++)
        text[i] = sentence[i % size];
    schakel_report *report = check(text, length);
    assert_true(schakel_report_finding_count(report) > 2 * (length / size));
    schakel_report_destroy(report);
    memset(text, 'a', length);
    report = check(text, length);
    schakel_report_destroy(report);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(metrics_agree_with_counting_by_hand),
        cmocka_unit_test(headings_and_items_are_sentences),
        cmocka_unit_test(shares_are_of_sentences_and_words),
        cmocka_unit_test(a_text_without_words_meets_every_target),
        cmocka_unit_test(places_are_bytes_lines_and_columns),
        cmocka_unit_test(findings_come_in_the_order_of_their_start),
        cmocka_unit_test(wrong_calls_are_told_apart),
        cmocka_unit_test(suggestions_end_with_null),
        cmocka_unit_test(one_long_line_is_checked),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
