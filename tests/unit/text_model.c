/* The model of difficulty: its list against its code, its scale, its reasons. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "text/model.h"

static void list_and_code_name_the_same_features(void **state)
{
    (void)state;
    assert_int_equal(sk_weight_count, SK_FEATURES);
    for (size_t i = 0; i < SK_FEATURES; i++)
        assert_string_equal(sk_weights[i].name, sk_feature_name(i));
    assert_null(sk_feature_name(SK_FEATURES));
}

static void limits_rise(void **state)
{
    (void)state;
    for (size_t i = 1; i < SK_LIMITS; i++)
        assert_true(sk_limits[i] > sk_limits[i - 1]);
}

/* A text whose sum is as given, by one feature alone. */
static schakel_verdict with_sum(double sum, double features[SK_FEATURES])
{
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    sk_counts counts;
    memset(&counts, 0, sizeof counts);
    memset(features, 0, SK_FEATURES * sizeof *features);
    counts.words = 100;
    features[SK_BY_LONGEST] = sum / sk_weights[SK_BY_LONGEST].weight;
    sk_judge_text(&counts, features, &v);
    return v;
}

static void difficulty_rises_with_the_sum_and_levels_begin_at_limits(void **state)
{
    (void)state;
    double features[SK_FEATURES], before = -1;
    for (double sum = -5; sum < 30; sum += 0.25) {
        schakel_verdict v = with_sum(sum, features);
        assert_true(v.difficulty > before && v.difficulty > 0 && v.difficulty < 100);
        assert_true(v.confidence > 0 && v.confidence < 1);
        before = v.difficulty;
    }
    for (int i = 0; i < SK_LIMITS; i++) {
        assert_int_equal(with_sum(sk_limits[i] - 0.001, features).level, SCHAKEL_LEVEL_A1 + i);
        assert_int_equal(with_sum(sk_limits[i] + 0.001, features).level, SCHAKEL_LEVEL_A1 + i + 1);
        assert_float_equal(with_sum(sk_limits[i], features).difficulty, 20 * (i + 1), 1e-6);
    }
}

static void reasons_tell_what_is_harder_than_usual(void **state)
{
    (void)state;
    double features[SK_FEATURES];
    sk_reason reasons[SK_ASPECTS];
    sk_counts counts = {.words = 100, .sentences = 8, .longest_sentence = 30, .above_a2 = 10, .address = 10};
    for (size_t i = 0; i < SK_FEATURES; i++)
        features[i] = sk_weights[i].usual;
    assert_int_equal(sk_reasons(&counts, features, reasons), 0);
    features[SK_BY_LONGEST] = 0.9;
    features[SK_BY_ABOVE_B1] = 0.1;
    assert_int_equal(sk_reasons(&counts, features, reasons), 2);
    assert_int_equal(reasons[0].aspect, SK_ASPECT_SENTENCES);
    assert_int_equal(reasons[1].aspect, SK_ASPECT_WORDS);
    assert_true(reasons[0].points >= reasons[1].points && reasons[1].points > 0);
    assert_true(reasons[0].much && reasons[1].much);
    /* Few words a sentence, few hard words: there is some of it, not much. */
    counts.sentences = 20;
    counts.above_a2 = 3;
    assert_int_equal(sk_reasons(&counts, features, reasons), 2);
    assert_true(!reasons[0].much && !reasons[1].much);
    /* Points without a figure are no reason. */
    counts.above_a2 = 0;
    features[SK_BY_EVERYDAY] = 0.5;
    assert_int_equal(sk_reasons(&counts, features, reasons), 1);
    assert_int_equal(reasons[0].aspect, SK_ASPECT_SENTENCES);
}

/* beslist: has decided, or decides. */
static void a_finite_verb_is_no_participle(void **state)
{
    static const struct {
        const char *text;
        int heavy;
    } texts[] = {
        {"De juf beslist.", 0}, {"De juf heeft het beslist.", 0}, {"Het is beslist door de juf.", 1}};
    schakel_checker *checker = NULL;
    (void)state;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        schakel_report *report = NULL;
        schakel_check(checker, texts[i].text, strlen(texts[i].text), NULL, &report, NULL);
        assert_int_equal(report->counts.participles, texts[i].heavy);
        schakel_report_destroy(report);
    }
    schakel_checker_destroy(checker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_and_code_name_the_same_features),
        cmocka_unit_test(limits_rise),
        cmocka_unit_test(difficulty_rises_with_the_sum_and_levels_begin_at_limits),
        cmocka_unit_test(reasons_tell_what_is_harder_than_usual),
        cmocka_unit_test(a_finite_verb_is_no_participle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
