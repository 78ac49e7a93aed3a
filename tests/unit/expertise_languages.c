/* Which languages somebody knows, and which names of languages say something else. */
#include "expertise/tables.h"
#include "unit/expertise_help.h"

/* The languages of a text: "ti nl- " for Tigrinya, and Dutch turned down. */
static void languages_of(const char *text, char out[128])
{
    schakel_understanding *u = understand(text);
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_understanding_language_count(u); i++) {
        schakel_found_language found = SCHAKEL_FOUND_LANGUAGE_INIT;
        assert_int_equal(schakel_understanding_get_language(u, i, &found), SCHAKEL_OK);
        assert_true(found.start < found.end && found.end <= strlen(text));
        used += (size_t)snprintf(out + used, 128 - used, "%s%s ", found.tag, found.excluded ? "-" : "");
    }
    schakel_understanding_destroy(u);
}

static void assert_languages(const char *text, const char *expected)
{
    char found[128];
    languages_of(text, found);
    if (strcmp(found, expected) != 0)
        fail_msg("\"%s\": found \"%s\", expected \"%s\"", text, found, expected);
}

static void languages_that_are_meant(void **state)
{
    (void)state;
    assert_languages("Ik kan vertellen over het ziekenhuis, ook in het Tigrinya", "ti ");
    assert_languages("ik spreek arabisch", "ar ");
    assert_languages("Ik spreek Turks, Koerdisch en Farsi", "tr ku fa ");
    assert_languages("Papiamento", "pap ");
    assert_languages("Voorlezen in het Pools of Engels", "pl en ");
    assert_languages("Sranan Tongo en Nederlands", "srn nl ");
    assert_languages("Arabischtalig", "ar ");
    assert_languages("Ik spreek Spaans. Mijn man ook Spaans.", "es ");
}

static void names_that_are_adjectives(void **state)
{
    (void)state;
    assert_languages("Turks eten koken", "");
    assert_languages("Ik ben Turks", "");
    assert_languages("bij de Chinees", "");
    assert_languages("Spaans gebied en Spaans", "es ");
}

static void languages_that_are_not_known(void **state)
{
    (void)state;
    assert_languages("Ik spreek Arabisch maar Nederlands niet", "ar nl- ");
    assert_languages("geen Engels", "en- ");
    assert_languages("Ik spreek weinig Nederlands", "nl- ");
    /* Offered somewhere counts for more. */
    assert_languages("Geen Engels. Toch spreek ik Engels.", "en ");
}

static void what_is_written_in_another_language(void **state)
{
    (void)state;
    assert_languages("I would like to help the school and the children with this", "en ");
    assert_languages("Ik wil de school en de kinderen graag helpen", "");
}

static void the_language_is_told_as_a_concept_too(void **state)
{
    (void)state;
    assert_int_equal(told_of("Ik spreek Tigrinya", "language-tigrinya"), 1);
    assert_int_equal(told_of("Ik spreek geen Tigrinya", "language-tigrinya"), -1);
    assert_int_equal(told_of("Turks eten koken", "language-turkish"), 0);
    /* In it something else is offered, which comes first. */
    assert_first("Ik kan schaken in het Tigrinya", "chess");
}

static void the_table_is_in_order(void **state)
{
    (void)state;
    assert_true(sk_language_name_count > 150);
    for (size_t i = 1; i < sk_language_name_count; i++)
        assert_true(strcmp(sk_language_names[i - 1].name, sk_language_names[i].name) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_that_are_meant),
        cmocka_unit_test(names_that_are_adjectives),
        cmocka_unit_test(languages_that_are_not_known),
        cmocka_unit_test(what_is_written_in_another_language),
        cmocka_unit_test(the_language_is_told_as_a_concept_too),
        cmocka_unit_test(the_table_is_in_order),
    };
    return cmocka_run_group_tests(tests, make_expertise, end_expertise);
}
