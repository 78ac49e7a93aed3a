/* A bridge as text: every line, in Dutch and in English; and as JSON: every member. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>

#include "schakel/exchange.h"
#include "schakel/present.h"
#include "unit/bridge_build.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

/* A mother who speaks the languages in `like`, a teacher, and Omar, who interprets. */
static schakel_school *school_with_names(const char *languages_of_derya)
{
    schakel_school *school = new_school();
    schakel_adult mother = SCHAKEL_ADULT_INIT, father = SCHAKEL_ADULT_INIT;
    mother.name = "Derya Varenblad";
    mother.brings_interpreter = SCHAKEL_NO;
    mother.video_interpreter = SCHAKEL_YES;
    father.name = "Omar \xE2\x80\xAE Zonnedauw";
    add_staff(school, "s1", "fr B2");
    add_adult(school, "derya", languages_of_derya, &mother);
    add_adult(school, "omar", "ar C2, nl C1, tr C1", &father);
    add_offer(school, "o", "omar", "schakel:interpreter", NULL);
    return school;
}

static char *show(const char *languages_of_derya, schakel_time start, uint32_t offered,
                  const schakel_present_options *options)
{
    char *text = NULL;
    size_t length = 0;
    schakel_school *school = school_with_names(languages_of_derya);
    schakel_bridge_options talk = talk_of(derya, 1, teacher, 1);
    talk.start = start;
    talk.offered = offered;
    schakel_bridge_plan *plan = make(school, &talk);
    assert_int_equal(schakel_present_bridge_plan(plan, school, options, &text, &length, NULL), SCHAKEL_OK);
    assert_int_equal(strlen(text), length);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
    return text;
}

static void assert_shown(const char *languages_of_derya, schakel_time start, uint32_t offered,
                         schakel_language language, const char *expected)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.language = language;
    char *text = show(languages_of_derya, start, offered, &options);
    if (strcmp(text, expected) != 0)
        print_error("%s", text);
    assert_string_equal(text, expected);
    schakel_buffer_free(text);
}

static void a_bridge_is_shown_in_dutch(void **state)
{
    (void)state;
    /* The time in Turkish is 09:00. What steers a terminal in a name is shown as U+FFFD. */
    assert_shown(
        "tr C2/A1, ar B1", 9 * 60, 0, SCHAKEL_DUTCH,
        "Laat een volwassene meekomen die beide talen goed spreekt.\n"
        "  taal: Turks (" FSI "Türkçe" PDI ")\n"
        "  dinsdag 24 november 2026, 09:00 uur, 30 minuten\n"
        "  " FSI "24 Kasım 2026 Salı, 09:00" PDI "\n"
        "\n"
        "Zo kan het, de beste manier eerst\n"
        "  - iemand komt mee: Omar \xEF\xBF\xBD Zonnedauw\n"
        "    Deze persoon wil vertalen. Vraag de ouder eerst: mag deze persoon alles horen?\n"
        "  - iemand vertaalt via video\n"
        "    De ouder kent iemand die via video kan vertalen.\n"
        "  - een app vertaalt\n"
        "    Een app kan vertalen wat u zegt. Kijk eerst of de app deze taal kent.\n"
        "  - een tolk vertaalt via de telefoon\n"
        "    Een tolk kan vertalen via de telefoon. Vraag op tijd een tolk aan.\n"
        "\n"
        "Dit kan niet, of nog niet\n"
        "  - dezelfde taal spreken\n"
        "    Geen medewerker in dit gesprek spreekt ook een taal van de ouder.\n"
        "  - iemand komt mee\n"
        "    De ouder kan zelf niemand meenemen die vertaalt.\n"
        "\n"
        "Denk hieraan\n"
        "  - Neem meer tijd voor het gesprek. Vertalen en uitleggen duurt langer.\n"
        "  - Laat nooit een kind vertalen, ook niet als het dat goed kan.\n"
        "  - Kijk naar de ouder. Praat tegen de ouder en niet tegen de tolk.\n"
        "  - Praat in korte zinnen. Laat foto's zien van een dag op school.\n"
        "  - Vraag hoe het met het kind gaat. Vraag wat het kind al kan. Vraag niet naar een vlucht.\n"
        "  - Schrijf de afspraken op. Zeg ze aan het einde nog een keer.\n");
}

/* Sranan has no words of its own in ICU, but a name; the other language of a way is said. */
static void a_bridge_is_shown_in_english(void **state)
{
    (void)state;
    assert_shown("srn C2, fr B1, ar B1", SCHAKEL_NO_TIME, 1u << SCHAKEL_BRIDGE_NEARBY, SCHAKEL_ENGLISH,
                 "Let an adult come along who speaks both languages well.\n"
                 "  language: Arabic (" FSI "العربية" PDI ")\n"
                 "  Tuesday 24 November 2026, 30 minutes\n"
                 "  " FSI "الثلاثاء، ٢٤ نوفمبر ٢٠٢٦" PDI "\n"
                 "\n"
                 "What is possible, the best way first\n"
                 "  - somebody comes along: Omar \xEF\xBF\xBD Zonnedauw\n"
                 "    This person offers to interpret. Ask the parent first: may this person hear it all?\n"
                 "\n"
                 "What is not possible, or not yet\n"
                 "  - speaking the same language, in Sranan Tongo\n"
                 "    This school cannot do this.\n"
                 "  - somebody comes along, in Sranan Tongo\n"
                 "    The parent can bring nobody who interprets.\n"
                 "  - somebody interprets by video, in Sranan Tongo\n"
                 "    This school cannot do this.\n"
                 "  - an app translates, in Sranan Tongo\n"
                 "    This school cannot do this.\n"
                 "  - an interpreter by telephone, in Sranan Tongo\n"
                 "    This school cannot do this.\n"
                 "\n"
                 "What to think of\n"
                 "  - Take more time for the talk. Translating and explaining takes longer.\n"
                 "  - Never let a child interpret, however well it can.\n"
                 "  - Look at the parent. Speak to the parent, not to the interpreter.\n"
                 "  - Speak in short sentences. Show photos of a day at school.\n"
                 "  - Ask how the child is doing. Ask what it can do already. Do not ask about a flight.\n"
                 "  - Write down what is agreed. Say it once more at the end.\n");
}

static void where_none_is_needed_little_is_said(void **state)
{
    (void)state;
    assert_shown("nl C1", 9 * 60, 0, SCHAKEL_DUTCH,
                 "Er is geen hulp nodig met de taal.\n"
                 "  dinsdag 24 november 2026, 09:00 uur, 15 minuten\n");
    assert_shown("nl C1", SCHAKEL_NO_TIME, 0, SCHAKEL_ENGLISH,
                 "No help with the language is needed.\n"
                 "  Tuesday 24 November 2026, 15 minutes\n"
                 "  " FSI "dinsdag 24 november 2026" PDI "\n");
}

/* Lines that begin with one thing and go on with another. */
static void assert_begins(const char *languages_of_derya, schakel_language language, const char *expected)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.language = language;
    char *text = show(languages_of_derya, SCHAKEL_NO_TIME, 1u << SCHAKEL_BRIDGE_TELEPHONE, &options);
    assert_int_equal(strncmp(text, expected, strlen(expected)), 0);
    schakel_buffer_free(text);
}

static void words_that_are_not_there_are_left_out(void **state)
{
    (void)state;
    assert_begins(
        "srn C2", SCHAKEL_DUTCH,
        "Laat een tolk vertalen via de telefoon.\n  taal: Sranantongo\n  dinsdag 24 november 2026, 30 "
        "minuten\n\n");
    /* A tag without a name shows itself; English needs no English. */
    assert_begins(
        "qaa C2", SCHAKEL_DUTCH,
        "Laat een tolk vertalen via de telefoon.\n  taal: qaa\n  dinsdag 24 november 2026, 30 minuten\n\n");
    assert_begins(
        "en C2", SCHAKEL_ENGLISH,
        "Let an interpreter translate by telephone.\n  language: English\n  Tuesday 24 November 2026, 30 "
        "minutes\n\n");
    assert_begins(
        "nl A1", SCHAKEL_DUTCH,
        "Vraag eerst welke taal de ouder goed spreekt.\n  dinsdag 24 november 2026, 30 minuten\n\n");
}

static void a_shared_language_names_the_staff(void **state)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    options.title = "Gesprek";
    options.colour = 1;
    char *text = show("tr C2, fr B1", SCHAKEL_NO_TIME, 0, &options);
    assert_int_equal(strncmp(text, "\x1b[1mGesprek\x1b[0m\n\n\x1b[1mPraat in de taal", 36), 0);
    assert_non_null(strstr(text, "  taal: Frans ("));
    assert_non_null(strstr(text, "  - \x1b[36mdezelfde taal spreken\x1b[0m: s1\n"));
    assert_non_null(strstr(text, "  - \x1b[36meen app vertaalt\x1b[0m, in het Turks\n"));
    schakel_buffer_free(text);
}

static void misuse_of_showing_is_refused(void **state)
{
    schakel_school *school = school_with_names("tr C2");
    const schakel_bridge_options talk = talk_of(derya, 1, teacher, 1);
    schakel_bridge_plan *plan = make(school, &talk);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL;
    (void)state;
    assert_int_equal(schakel_present_bridge_plan(NULL, school, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_bridge_plan(plan, NULL, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_bridge_plan(plan, school, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    options.format = SCHAKEL_FORMAT_HTML;
    assert_int_equal(schakel_present_bridge_plan(plan, school, &options, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_to_json(plan, SCHAKEL_DUTCH, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_null(text);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

/* ----------------------------------------------------------------------- JSON */

/* The JSON of a plan, without its layout and with ' for ". */
static void assert_json(const char *languages_of_derya, schakel_time start, uint32_t offered,
                        schakel_language language, const char *expected)
{
    char *text = NULL, packed[4000];
    size_t length = 0, used = 0;
    schakel_school *school = school_with_names(languages_of_derya);
    schakel_bridge_options talk = talk_of(derya, 1, teacher, 1);
    talk.start = start;
    talk.offered = offered;
    schakel_bridge_plan *plan = make(school, &talk);
    assert_int_equal(schakel_bridge_plan_to_json(plan, language, &text, &length, NULL), SCHAKEL_OK);
    assert_int_equal(strlen(text), length);
    assert_int_equal(text[length - 1], '\n');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\n')
            c += strspn(c, "\n "); /* the indent of the next line */
        if (*c == '\0')
            break;
        assert_true(used + 1 < sizeof packed);
        packed[used++] = *c == '"' ? '\'' : *c;
    }
    packed[used] = '\0';
    if (strcmp(packed, expected) != 0)
        print_error("%s\n", packed);
    assert_string_equal(packed, expected);
    schakel_buffer_free(text);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

static void a_bridge_is_written_as_json(void **state)
{
    (void)state;
    assert_json(
        "nl C1", SCHAKEL_NO_TIME, 0, SCHAKEL_ENGLISH,
        "{'needed': false,'bridge': 'none','language': 'nl','date': '2026-11-24','start': null,'minutes': "
        "15,'text': 'No help with the language is needed.','ways': [],'preparations': []}");
    assert_json(
        "fr C2, ar C1", 9 * 60, 1u << SCHAKEL_BRIDGE_SHARED_LANGUAGE | 1u << SCHAKEL_BRIDGE_NEARBY,
        SCHAKEL_DUTCH,
        "{'needed': true,'bridge': 'shared_language','language': 'fr','date': '2026-11-24','start': '09:00',"
        "'minutes': 30,'text': 'Praat in de taal die u en de ouder allebei goed spreken.','ways': ["
        "{'bridge': 'shared_language','possible': true,'language': 'fr','adult': null,'staff': 's1','text': 'De "
        "ouder en deze medewerker spreken deze taal allebei goed.'},"
        "{'bridge': 'nearby','possible': false,'language': 'fr','adult': null,'staff': null,'text': 'De ouder kan "
        "zelf niemand meenemen die vertaalt.'},"
        "{'bridge': 'nearby','possible': true,'language': 'ar','adult': 'omar','staff': null,'text': 'Deze persoon "
        "wil vertalen. Vraag de ouder eerst: mag deze persoon alles horen?'},"
        "{'bridge': 'video','possible': false,'language': 'fr','adult': null,'staff': null,'text': 'Dit kan niet "
        "bij deze school.'},"
        "{'bridge': 'machine','possible': false,'language': 'fr','adult': null,'staff': null,'text': 'Dit kan niet "
        "bij deze school.'},"
        "{'bridge': 'telephone','possible': false,'language': 'fr','adult': null,'staff': null,'text': 'Dit kan "
        "niet bij deze school.'}],"
        "'preparations': ['Neem meer tijd voor het gesprek. Vertalen en uitleggen duurt langer.','Laat nooit een "
        "kind vertalen, ook niet als het dat goed kan.','Praat in korte zinnen. Laat foto's zien van een "
        "dag op school.','Vraag hoe het met het kind gaat. Vraag wat het kind al kan. Vraag niet naar een "
        "vlucht.','Schrijf de afspraken op. Zeg ze aan het einde nog een keer.']}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bridge_is_shown_in_dutch),
        cmocka_unit_test(a_bridge_is_shown_in_english),
        cmocka_unit_test(where_none_is_needed_little_is_said),
        cmocka_unit_test(words_that_are_not_there_are_left_out),
        cmocka_unit_test(a_shared_language_names_the_staff),
        cmocka_unit_test(misuse_of_showing_is_refused),
        cmocka_unit_test(a_bridge_is_written_as_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
