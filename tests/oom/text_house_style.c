/* Every allocation of a house style and of a checker made with it fails in turn; nothing leaks, nothing is half done. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "oom/failing.h"
#include "schakel/text.h"

static const char lines[] = "word\tkanjertraining\tA2\n"
                            "replace\tkernteam\tde leraren / het team\n"
                            "term\tkanjerles\tSamen leren spelen.\tLearning to play together.\n"
                            "rule\tguilt\toff\n";
static const char text[] = "Het kernteam geeft kanjerles en kanjertraining. Tevens is er om half 8 thee.";

/* More than the first room of the list. */
static schakel_status fill(schakel_house_style *style)
{
    char word[] = "wum00";
    schakel_status status = SCHAKEL_OK;
    for (int i = 0; i < 40 && status == SCHAKEL_OK; i++) {
        word[3] = (char)('0' + i / 10);
        word[4] = (char)('0' + i % 10);
        status = schakel_house_style_add_replacement(style, word, "iets", NULL);
    }
    if (status == SCHAKEL_OK)
        status = schakel_house_style_add_word(style, "avi", SCHAKEL_LEVEL_A2, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_house_style_add_term(style, "leerlijn", "Wat uw kind leert.", NULL, NULL);
    return status;
}

static schakel_status check_with_style(const schakel_allocator *allocator, void *context)
{
    schakel_house_style *style = NULL;
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    (void)context;
    schakel_status status = schakel_house_style_create(allocator, &style, NULL);
    if (status == SCHAKEL_OK)
        status = fill(style);
    if (status == SCHAKEL_OK)
        status = schakel_house_style_read(style, lines, sizeof lines - 1, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_checker_create_with(allocator, style, &checker, NULL);
    if ((status == SCHAKEL_OK) != (checker != NULL))
        status = SCHAKEL_MISUSE;
    if (status == SCHAKEL_OK)
        status = schakel_check(checker, text, sizeof text - 1, NULL, &report, NULL);
    if (status == SCHAKEL_OK && schakel_report_finding_count(report) < 4)
        status = SCHAKEL_MISUSE;
    schakel_house_style_destroy(style);
    schakel_checker_destroy(checker);
    schakel_report_destroy(report);
    return status;
}

static void a_house_style_survives_every_failed_allocation(void **state)
{
    (void)state;
    assert_int_equal(check_with_style(NULL, NULL), SCHAKEL_OK); /* ICU loads what it keeps */
    assert_true(failing_every_request(check_with_style, NULL));
}

/* Read `lines` again and again until there is memory for it: each time all of it or nothing. */
static void a_failed_read_leaves_the_style_as_it_was(void **state)
{
    (void)state;
    for (size_t k = 1;; k++) {
        failing f = {0, 0, 0, 0, 0};
        schakel_allocator allocator = failing_allocator(&f);
        schakel_house_style *style = NULL;
        schakel_checker *checker = NULL;
        schakel_report *report = NULL;
        assert_int_equal(schakel_house_style_create(&allocator, &style, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_house_style_add_replacement(style, "kernteam", "de groep", NULL),
                         SCHAKEL_OK);
        f.fail_at = f.requests + k;
        schakel_status status = SCHAKEL_OK;
        /* The same lines many times, so that the list must grow. */
        for (int i = 0; i < 20 && status == SCHAKEL_OK; i++)
            status = schakel_house_style_read(style, lines, sizeof lines - 1, NULL);
        int done = f.refused == 0;
        f.fail_at = 0;
        assert_int_equal(status, done ? SCHAKEL_OK : SCHAKEL_NO_MEMORY);
        assert_int_equal(schakel_checker_create_with(&allocator, style, &checker, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_check(checker, "Het kernteam.", 13, NULL, &report, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_report_finding_count(report), 1);
        const char *suggestion = schakel_report_get_suggestion(report, 0, 0);
        assert_true(strcmp(suggestion, "de groep") == 0 || strcmp(suggestion, "de leraren") == 0);
        schakel_report_destroy(report);
        schakel_checker_destroy(checker);
        schakel_house_style_destroy(style);
        assert_int_equal(f.live, 0);
        if (done)
            break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_house_style_survives_every_failed_allocation),
                                       cmocka_unit_test(a_failed_read_leaves_the_style_as_it_was)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
