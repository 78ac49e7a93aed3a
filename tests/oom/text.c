/* Every allocation of a check fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "oom/failing.h"
#include "schakel/text.h"

/* Something for every rule, other scripts, and more words than fit the first arrays. */
static const char text[] =
    "# Thema-avond mediawijsheid\n\nGeachte ouders,\n\nIn het kader van ons beleid wordt er door de school op "
    "03-04-2026 om half 8 een ouderavond georganiseerd, waarbij alle ouders d.m.v. een formulier kunnen aangeven of "
    "zij aanwezig zullen zijn. De luizenmoeder mag niet zonder reden niet komen. Uw aanwezigheid is verplicht. Waarom "
    "bent u gevlucht? Привет мир. 你好世界。\n\n- een\n- twee\n\n| a | b |\n\nBeste ouders,\n\nOp 4 maart is er een "
    "feest. U bent welkom! De leraar en de docent zijn er. Wij stellen het op prijs als u KOMT!! Daan maakt vaak ruzie. Hij "
    "luistert niet. Lees thuis een verhaal met hem. Vraag je moeder om hulp. De kat uit de boom.\n";

static schakel_status check(const schakel_allocator *allocator, void *context)
{
    (void)context;
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_status status = schakel_checker_create(allocator, &checker, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_check(checker, text, sizeof text - 1, NULL, &report, NULL);
    if ((status == SCHAKEL_OK) != (report != NULL) ||
        (report != NULL && schakel_report_finding_count(report) < 8))
        status = SCHAKEL_MISUSE;
    schakel_checker_destroy(checker);
    schakel_report_destroy(report);
    return status;
}

static void a_check_survives_every_failed_allocation(void **state)
{
    (void)state;
    assert_int_equal(check(NULL, NULL), SCHAKEL_OK); /* ICU loads what it keeps */
    assert_true(failing_every_request(check, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_check_survives_every_failed_allocation)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
