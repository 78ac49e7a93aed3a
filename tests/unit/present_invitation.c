/* Readers and invitations as text: every line, in Dutch and in English. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/invitation_document.h"

static void assert_readers(const char *activity_id, schakel_level level, schakel_language language,
                           const char *expected)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL;
    size_t length = 0;
    schakel_school *school = read_document();
    schakel_readers *readers = readers_of(school, level, activity_id);
    options.language = language;
    assert_int_equal(schakel_present_readers(readers, school, &options, &text, &length, NULL), SCHAKEL_OK);
    if (strcmp(text, expected) != 0)
        print_error("%s", text);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(text));
    schakel_buffer_free(text);
    schakel_readers_destroy(readers);
    schakel_school_destroy(school);
}

static void assert_invitation(const char *activity_id, int with_letter,
                              const schakel_present_options *options, const char *expected)
{
    char *text = NULL;
    size_t length = 0;
    schakel_school *school = read_document();
    schakel_invitation *invitation = invitation_of(school, activity_id, with_letter);
    assert_int_equal(schakel_present_invitation(invitation, school, options, &text, &length, NULL),
                     SCHAKEL_OK);
    if (strcmp(text, expected) != 0)
        print_error("%s", text);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(text));
    schakel_buffer_free(text);
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

static void readers_are_grouped_by_what_to_do(void **state)
{
    (void)state;
    assert_readers(NULL, SCHAKEL_LEVEL_B1, SCHAKEL_DUTCH,
                   "De brief is op niveau B1.\n"
                   "2 mensen kunnen de brief niet lezen.\n"
                   "2 mensen: we weten niet of zij de brief kunnen lezen.\n"
                   "1 persoon kan de brief lezen.\n"
                   "\n"
                   "Praat op school met deze ouder en vertel wat er in de brief staat. (1)\n"
                   "  fatma: leest op niveau A1\n"
                   "\n"
                   "Bel met een tolk of in de eigen taal, en vertel wat er in de brief staat. (1)\n"
                   "  Derya Varenblad: leest geen Nederlands, Turks\n"
                   "\n"
                   "Geef de brief, en vertel met een tolk of in de eigen taal wat er staat. (1)\n"
                   "  Siham Zwaluwstaart: Riffijns\n"
                   "\n"
                   "Geef de brief, en vraag of alles duidelijk is. (1)\n"
                   "  Tom Zwaluwstaart\n");
    assert_readers("avond", SCHAKEL_LEVEL_A1, SCHAKEL_ENGLISH,
                   "The letter is at level A1.\n"
                   "1 person cannot read the letter.\n"
                   "1 person of whom we do not know whether they can.\n"
                   "2 people can read the letter.\n"
                   "\n"
                   "Call with an interpreter or in their own language, and tell what the letter says. (1)\n"
                   "  Derya Varenblad: reads no Dutch, Turkish\n"
                   "\n"
                   "Give the letter, and ask whether all is clear. (1)\n"
                   "  Tom Zwaluwstaart\n");
}

static void an_invitation_is_grouped_by_channel(void **state)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    assert_invitation("avond", 1, &options,
                      "Samen <lezen>\n"
                      "Wanneer: dinsdag 6 oktober 2026, 19:30 tot 21:00 uur\n"
                      "Nodig uiterlijk op dinsdag 15 september 2026 uit.\n"
                      "2 gezinnen op de lijst. Uit 1 gezin kan iemand komen.\n"
                      "De tekst is op niveau A2. 2 mensen kunnen de tekst niet lezen. "
                      "Van 1 persoon weten we niet hoe goed die leest: vraag het.\n"
                      "\n"
                      "Let hier eerst op\n"
                      "  - Deze activiteit hoort nog niet bij een wens: vraag ouders eerst wat zij willen.\n"
                      "  - Uit sommige gezinnen kan niemand komen: praat met hen op een andere dag.\n"
                      "\n"
                      "Praat met deze mensen op school (1)\n"
                      "  fatma (Noor Varenblad): kan de tekst niet lezen\n"
                      "\n"
                      "Bel deze mensen (1)\n"
                      "  Derya Varenblad (Kim Varenblad): kan niet komen, kan de tekst niet lezen, Turks\n"
                      "\n"
                      "Stuur deze mensen een bericht (1)\n"
                      "  Tom Zwaluwstaart (zoe): kan niet komen\n"
                      "\n"
                      "Stuur deze mensen een brief of een mail (1)\n"
                      "  Bram Varenblad (Kim Varenblad, Noor Varenblad): kan komen\n"
                      "\n"
                      "De dag en de tijd in andere talen\n"
                      "  Turks (⁨Türkçe⁩), 1 persoon\n"
                      "    ⁨6 Ekim 2026 Salı, 19:30⁩\n");
}

static void an_invitation_without_a_time_names_the_day(void **state)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    options.language = SCHAKEL_ENGLISH;
    options.title = "School";
    assert_invitation("thuis", 0, &options,
                      "School\n\n"
                      "home assignment\n"
                      "When: Thursday 10 September 2026\n"
                      "Invite no later than Tuesday 1 September 2026.\n"
                      "3 families on the list.\n"
                      "\n"
                      "See to this first\n"
                      "  - It is late for this invitation: send it today.\n"
                      "  - This activity answers no wish yet: first ask parents what they want.\n"
                      "\n"
                      "Talk with these people at school (2)\n"
                      "  fatma (Noor Varenblad)\n"
                      "  Siham Zwaluwstaart (Zus Zwaluwstaart): Riffian\n"
                      "\n"
                      "Call these people (1)\n"
                      "  Derya Varenblad (Kim Varenblad): Turkish\n"
                      "\n"
                      "Send these people a message (1)\n"
                      "  Tom Zwaluwstaart (zoe)\n"
                      "\n"
                      "Send these people a letter or an e-mail (1)\n"
                      "  Bram Varenblad (Kim Varenblad, Noor Varenblad)\n"
                      "\n"
                      "Invite these children themselves (4)\n"
                      "  Kim Varenblad\n"
                      "  Noor Varenblad\n"
                      "  zoe\n"
                      "  Zus Zwaluwstaart\n"
                      "\n"
                      "The day in other languages\n"
                      "  Riffian, 1 person\n"
                      "    tell the day\n"
                      "  Turkish (⁨Türkçe⁩), 1 person\n"
                      "    ⁨10 Eylül 2026 Perşembe⁩\n");
}

/* The page about an activity of a school with one child: what it says before and after the advice. */
static void assert_page(const char *stage, const char *audience, const char *ties, int with_letter,
                        const char *before, const char *after)
{
    static const char advice[] =
        "\nLet hier eerst op\n"
        "  - Deze activiteit hoort nog niet bij een wens: vraag ouders eerst wat zij willen.\n";
    char json[1024], expected[1024];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    char *text = NULL;
    snprintf(
        json, sizeof json,
        "{\"schakel\": 1, \"school\": {\"id\": \"s\", \"stage\": \"%s\", \"year_start\": \"2026-08-01\", "
        "\"year_end\": \"2027-07-31\"}, \"adults\": [{\"id\": \"ada\"}, {\"id\": \"bo\"}], \"children\": "
        "[{\"id\": \"kim\", \"ties\": [%s]}], \"activities\": [{\"id\": \"avond\", \"title\": \"Samen\", "
        "\"kind\": \"other\", \"audience\": \"%s\", \"why\": \"Lezen\", \"date\": \"2026-10-06\", "
        "\"start\": \"19:30\", \"end\": \"21:00\"}]}",
        stage, ties, audience);
    if (schakel_school_from_json(json, strlen(json), NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    schakel_invitation *invitation = invitation_of(school, "avond", with_letter);
    assert_int_equal(schakel_present_invitation(invitation, school, NULL, &text, NULL, NULL), SCHAKEL_OK);
    snprintf(expected, sizeof expected,
             "Samen\nWanneer: dinsdag 6 oktober 2026, 19:30 tot 21:00 uur\n"
             "Nodig uiterlijk op dinsdag 15 september 2026 uit.\n%s%s%s",
             before, advice, after);
    assert_string_equal(text, expected);
    schakel_buffer_free(text);
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

static void what_there_is_none_of_is_not_counted(void **state)
{
    static const char *const stages[] = {"preschool", "po", "vo", "mbo"};
    static const char *const children[] = {"kinderen", "kinderen", "leerlingen", "studenten"};
    (void)state;
    assert_page("po", "parents", "", 0, "Er is niemand om uit te nodigen.\n", "");
    assert_page("po", "fathers", "{\"adult\": \"ada\", \"kind\": \"mother\"}", 1,
                "Er is niemand om uit te nodigen.\nDe tekst is op niveau A2.\n", "");
    for (size_t i = 0; i < 4; i++) {
        char after[64];
        snprintf(after, sizeof after, "\nNodig deze %s zelf uit (1)\n  kim\n", children[i]);
        assert_page(stages[i], "children", "", 0, "", after);
    }
}

static void of_whom_it_is_not_known_how_they_read_is_counted(void **state)
{
    (void)state;
    assert_page("po", "parents",
                "{\"adult\": \"ada\", \"kind\": \"mother\"}, {\"adult\": \"bo\", \"kind\": \"father\"}", 1,
                "1 gezin op de lijst. Uit 1 gezin kan iemand komen.\n"
                "De tekst is op niveau A2. Van 2 mensen weten we niet hoe goed zij lezen: vraag het.\n",
                "\nStuur deze mensen een bericht (2)\n  ada (kim)\n  bo (kim)\n");
}

static void misuse_is_told(void **state)
{
    schakel_present_options html = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL;
    (void)state;
    html.format = SCHAKEL_FORMAT_HTML;
    schakel_school *school = read_document();
    schakel_readers *readers = readers_of(school, SCHAKEL_LEVEL_A2, NULL);
    schakel_invitation *invitation = invitation_of(school, "avond", 0);
    assert_int_equal(schakel_present_readers(NULL, school, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_readers(readers, NULL, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_readers(readers, school, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_readers(readers, school, &html, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_invitation(NULL, school, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_invitation(invitation, NULL, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_invitation(invitation, school, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_invitation(invitation, school, &html, &text, NULL, NULL),
                     SCHAKEL_MISUSE);
    assert_null(text);
    schakel_invitation_destroy(invitation);
    schakel_readers_destroy(readers);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readers_are_grouped_by_what_to_do),
        cmocka_unit_test(an_invitation_is_grouped_by_channel),
        cmocka_unit_test(an_invitation_without_a_time_names_the_day),
        cmocka_unit_test(what_there_is_none_of_is_not_counted),
        cmocka_unit_test(of_whom_it_is_not_known_how_they_read_is_counted),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
