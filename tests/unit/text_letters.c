/* The sample letters: what schools often write is hard, the rewrites are not; small edits change little. */
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

enum { LETTER_SIZE = 32768 };

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

static size_t read_letter(const char *name, char out[LETTER_SIZE])
{
    char path[1024];
    snprintf(path, sizeof path, "%s/letters/%s", SCHAKEL_EXAMPLE_DATA, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(out, 1, LETTER_SIZE, file);
    fclose(file);
    return length;
}

/* Call with each letter of a kind; returns how many there were. */
static size_t each_letter(const char *ending, void (*call)(const char *name, const char *text, size_t length))
{
    static const char folder[] = SCHAKEL_EXAMPLE_DATA "/letters";
    char text[LETTER_SIZE];
    struct dirent **entries;
    size_t called = 0;
    int count = scandir(folder, &entries, NULL, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        if (strstr(entries[i]->d_name, ending) != NULL) {
            size_t length = read_letter(entries[i]->d_name, text);
            call(entries[i]->d_name, text, length);
            called++;
        }
        free(entries[i]);
    }
    free(entries);
    return called;
}

static void must_be_plain(const char *name, const char *text, size_t length)
{
    schakel_verdict v = judge(text, length);
    if (v.level > SCHAKEL_LEVEL_A2 || !v.meets_target)
        fail_msg("%s is %s (%.1f)", name, schakel_level_name(v.level), v.difficulty);
}

static void must_be_hard(const char *name, const char *text, size_t length)
{
    schakel_verdict v = judge(text, length);
    if (v.level <= SCHAKEL_LEVEL_B1 || v.meets_target)
        fail_msg("%s is %s (%.1f)", name, schakel_level_name(v.level), v.difficulty);
}

static void rewritten_letters_are_at_most_a2(void **state)
{
    (void)state;
    assert_true(each_letter("-a2.md", must_be_plain) >= 5);
}

static void usual_letters_are_above_b1(void **state)
{
    (void)state;
    assert_true(each_letter("-zoals-vaak.md", must_be_hard) >= 5);
}

/* Leave out one word at a time, but no beginning or end of a sentence: no step of difficulty may be a jump. */
static void small_edits_change_difficulty_a_little(const char *name, const char *text, size_t length)
{
    char edited[LETTER_SIZE];
    double whole = judge(text, length).difficulty;
    for (size_t at = 0; at < length; at++) {
        size_t end = at;
        while (end < length && text[end] != ' ' && text[end] != '\n')
            end++;
        if (end == at || end == length || strchr(".?!#", text[end - 1]) != NULL ||
            (text[at] >= 'A' && text[at] <= 'Z')) {
            at = end;
            continue;
        }
        memcpy(edited, text, at);
        memcpy(edited + at, text + end + 1, length - end - 1);
        double change = judge(edited, length - (end + 1 - at)).difficulty - whole;
        if (change > 4 || change < -4)
            fail_msg("%s: without \"%.*s\" the difficulty changes by %.2f", name, (int)(end - at), text + at,
                     change);
        at = end;
    }
}

static void difficulty_has_no_jumps(void **state)
{
    (void)state;
    each_letter("ouderavond-", small_edits_change_difficulty_a_little);
}

static void confidence_grows_with_the_text(void **state)
{
    (void)state;
    char text[LETTER_SIZE];
    size_t length = read_letter("ouderavond-a2.md", text);
    double little = judge(text, 40).confidence, more = judge(text, length / 2).confidence;
    assert_true(little > 0 && little < more && more < judge(text, length).confidence);
    assert_true(judge(text, length).confidence < 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rewritten_letters_are_at_most_a2),
        cmocka_unit_test(usual_letters_are_above_b1),
        cmocka_unit_test(difficulty_has_no_jumps),
        cmocka_unit_test(confidence_grows_with_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
