/* Syllables, against words that were counted by hand. */
#include "unit/text_help.h"

/* One half of the labelled words. */
typedef struct half {
    size_t words, right;
} half;

typedef struct halves {
    half dev, held;
} halves;

static double share(half h)
{
    return h.words == 0 ? 0 : (double)h.right / (double)h.words;
}

static void count_word(char *const *columns, void *context)
{
    halves *both = context;
    const char *word = columns[0];
    half *of = strcmp(columns[2], "dev") == 0 ? &both->dev : &both->held;
    size_t found = schakel_syllables(word, strlen(word)), expected = strtoul(columns[1], NULL, 10);
    of->words++;
    if (found == expected)
        of->right++;
    else if (of == &both->dev) /* the held ones are there to be measured, not to be mended one by one */
        print_message("%s: %zu instead of %zu\n", word, found, expected);
}

static void words_have_the_syllables_that_people_count(void **state)
{
    (void)state;
    halves both = {{0, 0}, {0, 0}};
    each_row(SCHAKEL_TEST_DATA "/text/syllables.tsv", count_word, &both);
    half dev = both.dev, held = both.held;
    print_message("syllables: dev %zu of %zu right, held %zu of %zu (%.1f %%)\n", dev.right, dev.words,
                  held.right, held.words, 100 * share(held));
    assert_true(dev.words + held.words >= 420);
    assert_int_equal(dev.right, dev.words);
    assert_true(share(held) >= 0.97);
}

static size_t syllables(const char *word)
{
    return schakel_syllables(word, strlen(word));
}

static void the_way_a_word_is_written_does_not_matter(void **state)
{
    (void)state;
    assert_int_equal(syllables("OUDERAVOND"), 4);
    assert_int_equal(syllables("Reünie"), 3);
    assert_int_equal(syllables("REÜNIE"), 3);
    assert_int_equal(syllables("reu\xCC\x88nie"), 3); /* u with its trema apart */
    assert_int_equal(syllables("ouder\xC2\xAD"
                               "avond"),
                     4); /* soft hyphen */
}

static void what_has_no_letter_has_no_syllable(void **state)
{
    (void)state;
    assert_int_equal(schakel_syllables(NULL, 0), 0);
    assert_int_equal(syllables(""), 0);
    assert_int_equal(syllables("2026"), 0);
    assert_int_equal(syllables("?!"), 0);
    assert_int_equal(syllables("\xC3"), 0); /* not UTF-8 */
    assert_int_equal(syllables("привет"), 1);
}

static void long_runs_of_letters_are_counted_too(void **state)
{
    (void)state;
    char word[3000];
    for (size_t i = 0; i < sizeof word; i += 2)
        memcpy(word + i, "na", 2);
    assert_int_equal(schakel_syllables(word, sizeof word), sizeof word / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_the_syllables_that_people_count),
        cmocka_unit_test(the_way_a_word_is_written_does_not_matter),
        cmocka_unit_test(what_has_no_letter_has_no_syllable),
        cmocka_unit_test(long_runs_of_letters_are_counted_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
