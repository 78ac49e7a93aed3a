/* The sample letters: what schools often write is hard, the rewrites are not; small edits change little. */
#include "unit/text_help.h"

static const char letters[] = SCHAKEL_EXAMPLE_DATA "/letters";

static void must_be_plain(const char *name, const char *text, size_t length, void *context)
{
    (void)context;
    schakel_verdict v = judge(text, length);
    if (v.level > SCHAKEL_LEVEL_A2 || !v.meets_target)
        fail_msg("%s is %s (%.1f)", name, schakel_level_name(v.level), v.difficulty);
}

static void must_be_hard(const char *name, const char *text, size_t length, void *context)
{
    (void)context;
    schakel_verdict v = judge(text, length);
    if (v.level <= SCHAKEL_LEVEL_B1 || v.meets_target)
        fail_msg("%s is %s (%.1f)", name, schakel_level_name(v.level), v.difficulty);
}

static void rewritten_letters_are_at_most_a2(void **state)
{
    (void)state;
    assert_true(each_text(letters, "-a2.md", must_be_plain, NULL) >= 5);
}

static void usual_letters_are_above_b1(void **state)
{
    (void)state;
    assert_true(each_text(letters, "-zoals-vaak.md", must_be_hard, NULL) >= 5);
}

/* Leave out one word at a time, but no beginning or end of a sentence: no step of difficulty may be a jump. */
static void small_edits_change_difficulty_a_little(const char *name, const char *text, size_t length,
                                                   void *context)
{
    static char edited[HELP_TEXT_SIZE];
    (void)context;
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
    each_text(letters, "ouderavond-", small_edits_change_difficulty_a_little, NULL);
}

static void confidence_grows_with_the_text(void **state)
{
    (void)state;
    static char text[HELP_TEXT_SIZE];
    size_t length = read_text(SCHAKEL_EXAMPLE_DATA "/letters/ouderavond-a2.md", text);
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
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
