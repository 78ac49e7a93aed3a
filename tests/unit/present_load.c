/* What a load looks like, letter by letter; and that its picture tells what its numbers tell. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "schakel/present.h"
#include "unit/insight_loads.h"

/* Of forty who offer something, twenty were asked once; the plan asks fifteen for the first time. */
static const asked_people groups[] = {{SCHAKEL_TIE_MOTHER, "nl", 15, 1, 0, 1},
                                      {SCHAKEL_TIE_MOTHER, "nl", 5, 1, 0, 0},
                                      {SCHAKEL_TIE_FATHER, "uk", 20, 1, 1, 0},
                                      {SCHAKEL_TIE_FATHER, "xyz", 10, 0, 0, 0}};
enum { GROUPS = sizeof groups / sizeof groups[0] };

static char *show(schakel_load *load, const schakel_present_options *options)
{
    char *shown = NULL;
    size_t length = 0;
    assert_int_equal(schakel_present_load(load, options, &shown, &length, NULL), SCHAKEL_OK);
    assert_int_equal(length, strlen(shown));
    schakel_load_destroy(load);
    return shown;
}

static void assert_has(const char *shown, const char *part)
{
    if (strstr(shown, part) == NULL)
        fail_msg("\"%s\" is not in:\n%s", part, shown);
}

#define DOT "\xC2\xB7"
#define BLOCK "\xE2\x96\x88"
#define BLOCKS5 BLOCK BLOCK BLOCK BLOCK BLOCK
#define BLOCKS10 BLOCKS5 BLOCKS5

static void sentences_bars_and_a_table(void **state)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    options.title = "De Springplank";
    char *shown = show(load_of_people(groups, GROUPS, 5), &options);
    assert_string_equal(
        shown,
        "De Springplank: Hoe zijn de vragen verdeeld?\n"
        "Van 1 augustus 2026 tot en met 31 juli 2027.\n"
        "\n"
        "Van de 40 mensen die iets aanbieden, zijn er 20 nog niet gevraagd. Met het plan zijn dat er 5.\n"
        "Het vaakst gevraagd zijn 20 mensen: 1 keer. Met het plan zijn dat er 35: 1 keer.\n"
        "Samen zijn zij 20 keer gevraagd. Met het plan wordt dat 35 keer.\n"
        "Hoe eerlijk is dat verdeeld? Het getal daarvoor (gini) is 0,50. Met het plan wordt het 0,13. Bij 0 "
        "wordt iedereen even vaak gevraagd. Hoe dichter bij 1, hoe meer vragen naar een paar mensen gaan.\n"
        "\n"
        "Hoe vaak mensen die iets aanbieden gevraagd zijn\n"
        "\n"
        "Nu\n"
        "  0 keer                20  " BLOCKS10 BLOCKS10 BLOCK BLOCK BLOCK "\n"
        "  1 keer                20  " BLOCKS10 BLOCKS10 BLOCK BLOCK BLOCK "\n"
        "\n"
        "Met het plan\n"
        "  0 keer                 5  " BLOCKS5 BLOCK "\n"
        "  1 keer                35  " BLOCKS10 BLOCKS10 BLOCKS10 BLOCKS10 "\n"
        "\n"
        "                                mensen  bieden iets aan  nooit gevraagd   nooit, met plan  vragen per persoon  per persoon, met plan\n"
        "iedereen                            50               40              30                15                 0,4                    0,7\n"
        "\n"
        "Wie het zijn\n"
        "  vaders                            30               20              10                10                 0,7                    0,7\n"
        "  moeders                           20               20              20                 5                 0,0                    0,8\n"
        "\n"
        "Taal die zij het best spreken\n"
        "  Nederlands                        20               20              20                 5                 0,0                    0,8\n"
        "  Oekra\xC3\xAF"
        "ens                         20               20               0                 0                 1,0                    1,0\n"
        "  xyz                               10                0              10                10                 0,0                    0,0\n"
        "\n"
        "Hoe zij Nederlands lezen\n"
        "  B1                                20               20              20                 5                 0,0                    0,8\n"
        "  niet bekend                       30               20              10                10                 0,7                    0,7\n"
        "\n" DOT
        " Aantallen van 1 tot en met 4 staan er niet in. Zo kan niemand zien om welke mensen het gaat. "
        "Soms staat ook een groter aantal er niet in, omdat je het kleine anders kunt uitrekenen.\n");
    schakel_buffer_free(shown);
}

static void what_is_said_when_little_may_be_shown(void **state)
{
    static const struct {
        asked_people groups[3];
        const char *has, *has_not;
    } cases[] = {
        {{{SCHAKEL_TIE_MOTHER, "nl", 0, 0, 0, 0}}, "Nobody offers anything.\nNobody was asked.\n", "plan"},
        {{{SCHAKEL_TIE_MOTHER, "nl", 3, 1, 0, 1}}, "There are too few people to show anything.\n", "Now"},
        {{{SCHAKEL_TIE_MOTHER, "nl", 9, 1, 1, 0}}, "All 9 people who offer something were asked.\n", "plan"},
        {{{SCHAKEL_TIE_MOTHER, "nl", 9, 1, 0, 1}},
         "Of the 9 people who offer something, 9 were not asked yet. With the plan all of them are asked.\n"
         "Nobody was asked. With the plan that is 9: once.\n",
         "too few people"},
        {{{SCHAKEL_TIE_MOTHER, "nl", 20, 1, 0, 0},
          {SCHAKEL_TIE_MOTHER, "nl", 10, 1, 1, 0},
          {SCHAKEL_TIE_MOTHER, "nl", 2, 1, 0, 1}},
         "What the plan changes is left out.",
         "With the plan"},
        {{{SCHAKEL_TIE_MOTHER, "nl", 20, 1, 0, 0},
          {SCHAKEL_TIE_MOTHER, "nl", 10, 1, 1, 0},
          {SCHAKEL_TIE_MOTHER, "nl", 2, 0, 1, 0}},
         "Of the 32 people, 20 were not asked yet.\nAsked most often are 12 people: once.\n",
         "offer something,"},
        {{{SCHAKEL_TIE_MOTHER, "nl", 20, 1, 0, 0},
          {SCHAKEL_TIE_MOTHER, "nl", 9, 1, 1, 0},
          {SCHAKEL_TIE_MOTHER, "nl", 1, 1, 9, 0}},
         "(Gini) is at least 0.67. At 0",
         "plan"},
        {{{SCHAKEL_TIE_MOTHER, "nl", 20, 1, 0, 0},
          {SCHAKEL_TIE_MOTHER, "nl", 9, 1, 1, 0},
          {SCHAKEL_TIE_MOTHER, "nl", 1, 1, 2, 0}},
         "Asked most often are 10 people: once or more.\n",
         "Together"},
    };
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    options.language = SCHAKEL_ENGLISH;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *shown = show(load_of_people(cases[i].groups, 3, 5), &options);
        assert_has(shown, cases[i].has);
        if (strstr(shown, cases[i].has_not) != NULL)
            fail_msg("\"%s\" is in:\n%s", cases[i].has_not, shown);
        schakel_buffer_free(shown);
    }
}

static void a_page_with_a_picture_that_is_told_as_well(void **state)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    options.format = SCHAKEL_FORMAT_HTML;
    options.title = "<De Springplank>";
    char *page = show(load_of_people(groups, GROUPS, 5), &options);
    assert_has(page, "<html lang=\"nl\">");
    assert_has(page, "<h1>&lt;De Springplank&gt;</h1>");
    assert_has(page, "<svg class=\"spread\" role=\"img\" viewBox=\"0 0 400 168\"");
    assert_has(page, "aria-labelledby=\"spread-title\" aria-describedby=\"spread-text\"");
    assert_has(page, "<title id=\"spread-title\">Hoe vaak mensen die iets aanbieden gevraagd zijn</title>");
    assert_has(page,
               "<desc id=\"spread-text\">Nu: 0 keer: 20 mensen, 1 keer: 20 mensen. Met het plan: 0 keer: 5 "
               "mensen, 1 keer: 35 mensen.</desc>");
    /* The bars: of 35, 20 and 5 in 220. */
    assert_has(page, "width=\"220\" height=\"18\" fill=\"#0b4a82\"");
    assert_has(page, "width=\"126\" height=\"18\" fill=\"url(#spread-now)\"");
    assert_has(page, "width=\"31\" height=\"18\" fill=\"#0b4a82\"");
    assert_has(page,
               "<tr><th scope=\"row\">vaders</th><td>30</td><td>20</td><td>10</td><td>10</td><td>0,7</td>"
               "<td>0,7</td></tr>");
    assert_has(page, "Aantallen van 1 tot en met 4 staan er niet in.");
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "http"));
    schakel_buffer_free(page);
}

static void a_page_without_people_has_no_picture(void **state)
{
    static const asked_people few = {SCHAKEL_TIE_MOTHER, "nl", 3, 1, 1, 1};
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    options.format = SCHAKEL_FORMAT_HTML;
    char *page = show(load_of_people(&few, 1, 5), &options);
    assert_null(strstr(page, "<svg"));
    assert_has(page, "<p class=\"note\">Er zijn te weinig mensen om iets te laten zien.</p>");
    assert_has(page,
               "<td colspan=\"4\" class=\"hidden\">niet getoond: te weinig mensen, of uit te rekenen</td>");
    schakel_buffer_free(page);
}

static void wrong_use_is_told(void **state)
{
    char *shown = NULL;
    (void)state;
    schakel_load *load = load_of_people(groups, GROUPS, 5);
    assert_int_equal(schakel_present_load(NULL, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_load(load, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    schakel_load_destroy(load);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_bars_and_a_table),
        cmocka_unit_test(what_is_said_when_little_may_be_shown),
        cmocka_unit_test(a_page_with_a_picture_that_is_told_as_well),
        cmocka_unit_test(a_page_without_people_has_no_picture),
        cmocka_unit_test(wrong_use_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
