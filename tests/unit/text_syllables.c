/* Syllables, against words that were counted by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/text.h"

enum { LINE_SIZE = 256 };

/* One half of the labelled words. */
typedef struct half {
    size_t words, right;
} half;

static double share(half h)
{
    return h.words == 0 ? 0 : (double)h.right / (double)h.words;
}

static void count_word(char *line, half *dev, half *held)
{
    char *word = strtok(line, "\t"), *labelled = strtok(NULL, "\t"), *set = strtok(NULL, "\t\n");
    assert_non_null(set);
    half *of = strcmp(set, "dev") == 0 ? dev : held;
    size_t found = schakel_syllables(word, strlen(word)), expected = strtoul(labelled, NULL, 10);
    of->words++;
    if (found == expected)
        of->right++;
    else if (of == dev) /* the held ones are there to be measured, not to be mended one by one */
        print_message("%s: %zu instead of %zu\n", word, found, expected);
}

static void words_have_the_syllables_that_people_count(void **state)
{
    (void)state;
    FILE *file = fopen(SCHAKEL_TEST_DATA "/text/syllables.tsv", "r");
    assert_non_null(file);
    half dev = {0, 0}, held = {0, 0};
    char line[LINE_SIZE];
    int in_header = 1;
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#')
            continue;
        if (!in_header)
            count_word(line, &dev, &held);
        in_header = 0;
    }
    fclose(file);
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
