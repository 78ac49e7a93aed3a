/* What a reach looks like, letter by letter. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "schakel/present.h"
#include "unit/insight_build.h"

static schakel_reach *make_reach(void)
{
    static const people groups[] = {{SCHAKEL_TIE_MOTHER, "nl", 40, 20, 10},
                                    {SCHAKEL_TIE_FATHER, "ar", 30, 20, 3},
                                    {SCHAKEL_TIE_PARENT, "xyz", 20, 20, 6},
                                    {SCHAKEL_TIE_MOTHER, "uk", 3, 0, 0}};
    schakel_school *school = build_empty();
    schakel_reach *reach = NULL;
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
        build_people(school, &groups[i]);
    assert_int_equal(schakel_reach_count(school, NULL, &reach, NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
    return reach;
}

#define FULL10                                                                                               \
    "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
#define FULL3 "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
#define BLANK3 "\xE2\x96\x91\xE2\x96\x91\xE2\x96\x91"
#define BLANK1 "\xE2\x96\x91"
#define DOT "\xC2\xB7"

static void a_table_with_bars_and_dots_for_what_is_hidden(void **state)
{
    (void)state;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.title = "De Springplank";
    schakel_reach *reach = make_reach();
    char *shown = NULL;
    assert_int_equal(schakel_present_reach(reach, &options, &shown, NULL, NULL), SCHAKEL_OK);
    assert_string_equal(
        shown,
        "De Springplank: Wie is gevraagd, en wie nooit?\n"
        "Van 1 augustus 2026 tot en met 31 juli 2027.\n"
        "\n"
        "                                 mensen  gevraagd  nooit gevraagd    zei ja\n"
        "iedereen                             93        60              33        19  " FULL10 FULL3 BLANK3
            BLANK3 BLANK1 " 65%\n"
        "\n"
        "Wie het zijn\n"
        "  moeders                            43        20              23         " DOT
        "  " FULL3 FULL3 FULL3 BLANK3 BLANK3 BLANK3 BLANK1 BLANK1 " 47%\n"
        "  vaders                             30        20              10         " DOT
        "  " FULL10 FULL3 BLANK3 BLANK3 BLANK1 " 67%\n"
        "  andere ouders                      20        20               0         " DOT "  " FULL10 FULL10
        " 100%\n"
        "\n"
        "Taal die zij het best spreken\n"
        "  Nederlands                         40        20              20        10  " FULL10 BLANK3 BLANK3
            BLANK3 BLANK1 " 50%\n"
        "  Arabisch                            " DOT "         " DOT "               " DOT "         " DOT
        "\n"
        "  Oekra\xC3\xAF"
        "ens                           " DOT "         " DOT "               " DOT "         " DOT "\n"
        "  xyz                                 " DOT "         " DOT "               " DOT "         " DOT
        "\n"
        "\n" DOT
        " Aantallen van 1 tot en met 4 staan er niet in. Zo kan niemand zien om welke mensen het gaat. Soms staat "
        "ook een groter aantal er niet in, omdat je het kleine anders kunt uitrekenen.\n");
    schakel_buffer_free(shown);
    schakel_reach_destroy(reach);
}

static void a_page_with_bars_and_the_rule_in_words(void **state)
{
    (void)state;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.format = SCHAKEL_FORMAT_HTML;
    options.language = SCHAKEL_ENGLISH;
    options.title = "<De Springplank>";
    schakel_reach *reach = make_reach();
    char *page = NULL;
    size_t length = 0;
    assert_int_equal(schakel_present_reach(reach, &options, &page, &length, NULL), SCHAKEL_OK);
    assert_int_equal(length, strlen(page));
    assert_non_null(strstr(page, "<html lang=\"en\">"));
    assert_non_null(strstr(page, "<h1>&lt;De Springplank&gt;</h1>"));
    assert_non_null(
        strstr(page, "<p class=\"note\">From 1 August 2026 up to and including 31 July 2027.</p>"));
    assert_non_null(strstr(page, "<tr><th scope=\"row\">fathers</th><td>30</td><td>20</td><td>10</td>"
                                 "<td class=\"hidden\">not shown</td><td class=\"bar\"><div>"));
    assert_non_null(strstr(
        page, "<rect width=\"67\" height=\"10\" fill=\"#0b4a82\"/></svg><span>67%</span></div></td></tr>"));
    assert_non_null(
        strstr(page, "<tr><th scope=\"row\">Ukrainian</th><td colspan=\"5\" class=\"hidden\">not shown"));
    assert_non_null(strstr(page, "Numbers from 1 up to and including 4 are left out."));
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "http"));
    schakel_buffer_free(page);
    schakel_reach_destroy(reach);
}

static void wrong_use_is_told(void **state)
{
    (void)state;
    char *shown = NULL;
    schakel_reach *reach = make_reach();
    assert_int_equal(schakel_present_reach(NULL, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_reach(reach, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    schakel_reach_destroy(reach);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_with_bars_and_dots_for_what_is_hidden),
        cmocka_unit_test(a_page_with_bars_and_the_rule_in_words),
        cmocka_unit_test(wrong_use_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
