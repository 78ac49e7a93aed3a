/* Every allocation of a check fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "oom/failing.h"
#include "schakel/text.h"

/* A letter: something for the rules about letters and the most common ones, and other scripts. */
static const char letter[] =
    "# Thema-avond mediawijsheid\n\nGeachte ouders,\n\nIn het kader van ons beleid wordt er door de school op "
    "03-04-2026 om half 8 een ouderavond georganiseerd, waarbij alle ouders d.m.v. een formulier kunnen aangeven of "
    "zij aanwezig zullen zijn. De luizenmoeder mag niet zonder reden niet komen. Uw aanwezigheid is verplicht. Waarom "
    "bent u gevlucht? Привет мир. 你好世界。\n\n- een\n- twee\n\n| a | b |\n\nBeste ouders,\n\nOp 4 maart is er een "
    "feest. U bent welkom! De leraar en de docent zijn er. Wij stellen het op prijs als u KOMT!! Daan maakt vaak ruzie. Hij "
    "luistert niet. Lees thuis een verhaal met hem. Vraag je moeder om hulp. De kat uit de boom.\n";

/* Something for all other rules. What is long follows. */
static const char heavy[] =
    "# Regels\n\nEr is behoefte aan hulp. Er wordt op school hard gewerkt. Deze is op kamp. Wij nodigen alle ouders "
    "van de kinderen in de groepen graag uit. Neem een bal, een touw, een doek en een tas mee. Er komen zeven "
    "kinderen. De uitreiking van de prijzen vindt plaats. De school geeft hem autonomie. De regels voor het parkeren "
    "van auto's in de straat naast de school bij het park zijn nieuw. De kinderen zingen. De juf speelt.\n\n"
    "The children go to school and the parents stay at home.\n\n";

enum { SENTENCES = 60, TEXT_ROOM = 8192 };

/* The heavy text and many words that nobody knows: more than fit the first arrays. */
static void make_long_text(char out[TEXT_ROOM])
{
    size_t used = (size_t)snprintf(out, TEXT_ROOM, "%s", heavy);
    for (int i = 0; i < SENTENCES; i++)
        used += (size_t)snprintf(out + used, TEXT_ROOM - used, "Dat is een mooie zwoffelkrint%c%c. ",
                                 'b' + i % 8, 'b' + i / 8);
    assert_true(used < TEXT_ROOM);
}

static schakel_status check(const schakel_allocator *allocator, void *context)
{
    const char *text = context;
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_status status = schakel_checker_create(allocator, &checker, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_check(checker, text, strlen(text), NULL, &report, NULL);
    if ((status == SCHAKEL_OK) != (report != NULL) ||
        (report != NULL && schakel_report_finding_count(report) < 8))
        status = SCHAKEL_MISUSE;
    schakel_checker_destroy(checker);
    schakel_report_destroy(report);
    return status;
}

static void a_check_survives_every_failed_allocation(void **state)
{
    char copy[sizeof letter], text[TEXT_ROOM];
    (void)state;
    memcpy(copy, letter, sizeof letter);
    make_long_text(text);
    assert_int_equal(check(NULL, copy), SCHAKEL_OK); /* ICU loads what it keeps */
    assert_true(failing_every_request(check, copy));
    assert_true(failing_every_request(check, text));
}

static void note_rules(const char *text, int seen[])
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, text, strlen(text), NULL, &report, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_finding f = SCHAKEL_FINDING_INIT;
        assert_int_equal(schakel_report_get_finding(report, i, &f), SCHAKEL_OK);
        seen[f.rule] = 1;
    }
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
}

static void the_texts_have_something_for_every_rule(void **state)
{
    char text[TEXT_ROOM];
    int seen[64] = {0};
    (void)state;
    make_long_text(text);
    note_rules(letter, seen);
    note_rules(text, seen);
    for (int rule = 0; schakel_rule_name((schakel_rule)rule) != NULL; rule++)
        if (!seen[rule])
            fail_msg("nothing for %s", schakel_rule_name((schakel_rule)rule));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_check_survives_every_failed_allocation),
                                       cmocka_unit_test(the_texts_have_something_for_every_rule)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
