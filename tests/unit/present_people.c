/* Buddies and a balance as text and as JSON: every line, in Dutch and in English. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <string.h>

#include "schakel/exchange.h"
#include "schakel/present.h"

/* Quotes are written with ' here. */
static void to_quotes(char *text)
{
    for (char *c = text; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
}

static schakel_school *read_school(const char *document)
{
    char json[8192];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_true(strlen(document) < sizeof json);
    strcpy(json, document);
    to_quotes(json);
    if (schakel_school_from_json(json, strlen(json), NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

#define BEGIN                                                                                                \
    "{'schakel': 1, 'school': {'id': 's', 'stage': 'po', 'year_start': '2026-08-01', 'year_end': "           \
    "'2027-07-31'}"

/* Gives `text` back. */
static void assert_text(char *text, size_t length, const char *expected)
{
    assert_non_null(text);
    assert_int_equal(strlen(text), length);
    assert_string_equal(text, expected);
    schakel_buffer_free(text);
}

/* What was written is what is expected, but for its layout, and ends in one newline. Gives `text` back. */
static void assert_json(char *text, size_t length, const char *expected)
{
    char wanted[4096];
    const char *end = NULL;
    assert_non_null(text);
    assert_int_equal(strlen(text), length);
    assert_true(length > 2 && text[length - 1] == '\n' && text[length - 2] == '}');
    cJSON *tree = cJSON_ParseWithLengthOpts(text, length + 1, &end, 1);
    assert_non_null(tree);
    char *printed = cJSON_PrintUnformatted(tree);
    assert_true(strlen(expected) < sizeof wanted);
    strcpy(wanted, expected);
    to_quotes(wanted);
    assert_string_equal(printed, wanted);
    cJSON_free(printed);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
}

/* ------------------------------------------------------------------- buddies */

/* Nora, Bo, Kit and Zed are new. Sami helps Nora; nobody speaks with Bo, who has one language twice, and Zed; and nobody
   knows what Kit speaks. */
static const char newcomers[] = BEGIN
    ", 'adults': [{'id': 'bo', 'since': '2026-08-24', 'languages': [{'tag': 'tr', 'speaking': 'C1'}, "
    "{'tag': 'nl-NL'}, {'tag': 'hy-AM', 'speaking': 'A1'}, {'tag': 'hy'}]}, {'id': 'kit', 'since': '2026-08-24'}, {'id': 'nora', "
    "'name': 'Nora Dauwkruid', 'since': '2026-08-24', 'country': 'SY', 'languages': [{'tag': 'ar-SY', 'speaking': "
    "'C1'}]}, {'id': 'zed', 'since': '2026-08-24', 'languages': [{'tag': 'fr', 'speaking': 'C1'}]}, {'id': 'sami', 'name': 'Sami Zonnedauw', 'since': '2020-08-24', 'country': 'SY', "
    "'languages': [{'tag': 'ar', 'speaking': 'C1'}]}], 'children': [{'id': 'c', 'ties': [{'adult': 'bo', 'kind': "
    "'mother'}, {'adult': 'kit', 'kind': 'father'}]}, {'id': 'd', 'ties': [{'adult': 'nora', 'kind': 'mother'}, "
    "{'adult': 'zed', 'kind': 'father'}]}], 'offers': [{'id': 'o', 'adult': "
    "'sami', 'concepts': ['schakel:need-buddy']}]}";

static schakel_buddies *buddies_of(const schakel_school *school)
{
    schakel_buddies *buddies = NULL;
    schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    options.today = schakel_date_from_ymd(2026, 9, 1);
    assert_int_equal(schakel_buddies_make(school, &options, &buddies, NULL), SCHAKEL_OK);
    return buddies;
}

static void buddies_are_shown_by_name(void **state)
{
    schakel_school *school = read_school(newcomers);
    schakel_buddies *buddies = buddies_of(school);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_present_buddies(buddies, school, NULL, &text, &length, NULL), SCHAKEL_OK);
    assert_text(text, length,
                "Wie kan welke nieuwe ouder helpen?\n"
                "  - Nora Dauwkruid: vraag Sami Zonnedauw (Arabisch)\n"
                "    Deze ouders spreken dezelfde taal. Ze kennen scholen in hetzelfde land.\n"
                "\n"
                "Wie zoekt nog een maatje?\n"
                "Zoek iemand met dezelfde taal. Of zoek iemand die scholen in hetzelfde land kent.\n"
                "  - bo (Turks, Armeens)\n"
                "  - zed (Frans)\n"
                "We weten niet welke taal deze ouder goed spreekt. Vraag dat eerst.\n"
                "  - kit\n");
    options.language = SCHAKEL_ENGLISH;
    options.title = "De Brug";
    assert_int_equal(schakel_present_buddies(buddies, school, &options, &text, &length, NULL), SCHAKEL_OK);
    assert_text(
        text, length,
        "De Brug\n"
        "\n"
        "Who can help which new parent?\n"
        "  - Nora Dauwkruid: ask Sami Zonnedauw (Arabic)\n"
        "    These parents speak the same language. They know schools in the same country.\n"
        "\n"
        "Who is still without a buddy?\n"
        "Look for somebody with the same language. Or look for somebody who knows schools in the same "
        "country.\n"
        "  - bo (Turkish, Armenian)\n"
        "  - zed (French)\n"
        "We do not know which language this parent speaks well. Ask that first.\n"
        "  - kit\n");
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

static void buddies_are_written_as_json(void **state)
{
    schakel_school *school = read_school(newcomers);
    schakel_buddies *buddies = buddies_of(school);
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_buddies_to_json(buddies, SCHAKEL_ENGLISH, &text, &length, NULL), SCHAKEL_OK);
    assert_json(
        text, length,
        "{'pairs':[{'newcomer':'nora','buddy':'sami','offer':'o','language':'ar-SY','same_country':true,"
        "'same_group':false,'fit':700,'text':'These parents speak the same language. They know schools in "
        "the same country.'},{'newcomer':'bo','buddy':null,'offer':null,'language':null,'same_country':"
        "false,'same_group':false,'fit':0,'text':'Look for somebody with the same language. Or look for "
        "somebody who knows schools in the same country.'},{'newcomer':'kit','buddy':null,'offer':null,'language':"
        "null,'same_country':false,'same_group':false,'fit':0,'text':'We do not know which language this parent "
        "speaks well. Ask that first.'},{'newcomer':'zed','buddy':null,'offer':null,'language':null,'same_country':"
        "false,'same_group':false,'fit':0,'text':'Look for somebody with the same language. Or look for "
        "somebody who knows schools in the same country.'}]}");
    assert_int_equal(schakel_buddies_to_json(buddies, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    assert_non_null(strstr(text, "\"Deze ouders spreken dezelfde taal. "));
    schakel_buffer_free(text);
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

static void a_school_without_newcomers_says_so(void **state)
{
    schakel_school *school = read_school(BEGIN "}");
    schakel_buddies *buddies = buddies_of(school);
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_buddies_count(buddies), 0);
    assert_int_equal(schakel_present_buddies(buddies, school, NULL, &text, &length, NULL), SCHAKEL_OK);
    assert_text(text, length, "Geen nieuwe ouder zoekt nog een maatje.\n");
    assert_int_equal(schakel_buddies_to_json(buddies, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    assert_json(text, length, "{'pairs':[]}");
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------- balance */

/* Merel was asked too often, Teun for one thing, Idris never, and Wout while he does not want it. */
static const char asked[] = BEGIN
    ", 'staff': [{'id': 'juf'}], 'concepts': [{'id': 'read', 'nl': 'voorlezen', 'en': 'reading aloud'}, {'id': "
    "'fix', 'nl': 'repareren', 'en': 'repairing'}], 'adults': [{'id': 'idris', 'name': 'Idris Wilgenkat'}, {'id': "
    "'merel', 'name': 'Merel Rietkraag', 'cap': 1}, {'id': 'teun'}, {'id': 'wout'}], 'children': [{'id': 'kim'}], "
    "'wishes': [{'id': 'w', 'kind': 'expectation', 'by_adult': 'idris', 'date': '2026-09-01', 'text': 'Zeg wat ik "
    "kan doen.'}, {'id': 'v', 'kind': 'expectation', 'by_staff': 'juf', 'date': '2026-09-02', 'text': 'Lees thuis "
    "voor.', 'state': 'done', 'answer': 'Dat gaat goed.', 'answer_date': '2026-09-09'}, {'id': 'u', 'kind': "
    "'expectation', 'by_child': 'kim', 'date': '2026-09-03', 'text': 'Kom eens kijken.'}], 'offers': [{'id': 'a', "
    "'adult': 'idris', 'concepts': ['read', 'fix']}, {'id': 'b', 'adult': 'idris', 'concepts': ['fix']}, {'id': "
    "'t', 'adult': 'teun', 'concepts': ['read'], 'cap': 1}, {'id': 'n', 'adult': 'wout', 'concepts': ['fix'], "
    "'limit': 'never'}], 'asks': [{'id': '1', 'adult': 'merel', 'date': '2026-09-01', 'state': 'done'}, {'id': '2', "
    "'adult': 'merel', 'date': '2026-09-01', 'state': 'done'}, {'id': '3', 'adult': 'merel', 'date': '2026-09-02', "
    "'state': 'no'}, {'id': '4', 'adult': 'teun', 'offer': 't', 'date': '2026-09-01', 'state': 'done'}, {'id': '5', "
    "'adult': 'teun', 'offer': 't', 'date': '2026-09-01', 'state': 'done'}, {'id': '6', 'adult': 'wout', 'offer': "
    "'n', 'date': '2026-09-01', 'state': 'no'}]}";

static schakel_balance *balance_of(const schakel_school *school)
{
    schakel_balance *balance = NULL;
    assert_int_equal(schakel_balance_make(school, NULL, &balance, NULL), SCHAKEL_OK);
    return balance;
}

static void a_balance_is_shown_by_name(void **state)
{
    schakel_school *school = read_school(asked);
    schakel_balance *balance = balance_of(school);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_present_balance(balance, school, NULL, &text, &length, NULL), SCHAKEL_OK);
    assert_text(text, length,
                "Te vaak gevraagd\n"
                "  - Merel Rietkraag: 3 keer gevraagd, wil hoogstens 1 keer\n"
                "    Vraag deze ouder dit schooljaar niets meer.\n"
                "  - teun: 2 keer gevraagd (voorlezen)\n"
                "    Vraag dit de rest van het schooljaar aan iemand anders.\n"
                "\n"
                "Biedt iets aan en is niet gevraagd: vraag deze ouders ook eens\n"
                "  - Idris Wilgenkat: voorlezen, repareren; repareren\n"
                "    verwacht: Zeg wat ik kan doen.\n"
                "\n"
                "Wel gevraagd, maar wil dat nu niet\n"
                "  - wout: 1 keer gevraagd (repareren)\n"
                "    Deze ouder wil dit nu niet doen: vraag er niet om.\n"
                "\n"
                "Wat ouders verwachten\n"
                "  - 1 september 2026: Zeg wat ik kan doen.\n"
                "    Dit heeft nog geen antwoord.\n"
                "\n"
                "Wat de school verwacht\n"
                "  - 2 september 2026: Lees thuis voor.\n"
                "    antwoord: Dat gaat goed.\n"
                "\n"
                "Wat kinderen verwachten\n"
                "  - 3 september 2026: Kom eens kijken.\n"
                "    Dit heeft nog geen antwoord.\n");
    options.language = SCHAKEL_ENGLISH;
    assert_int_equal(schakel_present_balance(balance, school, &options, &text, &length, NULL), SCHAKEL_OK);
    assert_text(text, length,
                "Asked too often\n"
                "  - Merel Rietkraag: asked 3 times, wants at most 1 time\n"
                "    Ask this parent nothing more this school year.\n"
                "  - teun: asked 2 times (reading aloud)\n"
                "    For the rest of the school year, ask somebody else for this.\n"
                "\n"
                "Offers something and was not asked: ask these parents as well\n"
                "  - Idris Wilgenkat: reading aloud, repairing; repairing\n"
                "    expects: Zeg wat ik kan doen.\n"
                "\n"
                "Was asked, but does not want that now\n"
                "  - wout: asked 1 time (repairing)\n"
                "    This parent does not want to do this now: do not ask for it.\n"
                "\n"
                "What parents expect\n"
                "  - 1 September 2026: Zeg wat ik kan doen.\n"
                "    This has no answer yet.\n"
                "\n"
                "What the school expects\n"
                "  - 2 September 2026: Lees thuis voor.\n"
                "    answer: Dat gaat goed.\n"
                "\n"
                "What children expect\n"
                "  - 3 September 2026: Kom eens kijken.\n"
                "    This has no answer yet.\n");
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
}

static void a_balance_is_written_as_json(void **state)
{
    schakel_school *school = read_school(asked);
    schakel_balance *balance = balance_of(school);
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_balance_to_json(balance, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    assert_json(
        text, length,
        "{'adults':[{'adult':'merel','kind':'too_often','asks':3,'wants':1,'offers':[],'expectations':[],'text':"
        "'Vraag deze ouder dit schooljaar niets meer.'},{'adult':'teun','kind':'too_often','asks':2,'wants':null,"
        "'offers':['t'],'expectations':[],'text':'Vraag dit de rest van het schooljaar aan iemand anders.'},"
        "{'adult':'idris','kind':'never','asks':0,'wants':null,'offers':['a','b'],'expectations':['w'],'text':"
        "'Deze ouder wil graag iets doen: vraag dat ook eens.'},{'adult':'wout','kind':'while_not','asks':1,"
        "'wants':null,'offers':['n'],'expectations':[],'text':'Deze ouder wil dit nu niet doen: vraag er niet "
        "om.'}],'expectations':[{'wish':'w','side':'parents','text':'Zeg wat ik kan doen.','answer':null,'date':"
        "'2026-09-01'},{'wish':'v','side':'school','text':'Lees thuis voor.','answer':'Dat gaat goed.','date':"
        "'2026-09-02'},{'wish':'u','side':'children','text':'Kom eens kijken.','answer':null,'date':"
        "'2026-09-03'}]}");
    assert_int_equal(schakel_balance_to_json(balance, SCHAKEL_ENGLISH, &text, &length, NULL), SCHAKEL_OK);
    assert_non_null(strstr(text, "\"Ask this parent nothing more this school year.\""));
    schakel_buffer_free(text);
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
}

static void a_school_in_balance_says_so(void **state)
{
    schakel_school *school = read_school(BEGIN "}");
    schakel_balance *balance = balance_of(school);
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_present_balance(balance, school, NULL, &text, &length, NULL), SCHAKEL_OK);
    assert_text(text, length, "Niemand is te vaak gevraagd, en wie iets aanbiedt, is ook gevraagd.\n");
    assert_int_equal(schakel_balance_to_json(balance, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    assert_json(text, length, "{'adults':[],'expectations':[]}");
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------------- misuse */

static void misuse_is_told(void **state)
{
    schakel_school *school = read_school(BEGIN "}");
    schakel_buddies *buddies = buddies_of(school);
    schakel_balance *balance = balance_of(school);
    schakel_present_options page = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = (char *)school;
    (void)state;
    page.format = SCHAKEL_FORMAT_HTML; /* text alone */
    assert_int_equal(schakel_present_buddies(buddies, school, &page, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_null(text);
    assert_int_equal(schakel_present_buddies(buddies, NULL, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_buddies(NULL, school, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_buddies(buddies, school, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_balance(balance, school, &page, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_balance(balance, NULL, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_balance(NULL, school, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_balance(balance, school, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_buddies_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_buddies_to_json(buddies, SCHAKEL_DUTCH, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_balance_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_balance_to_json(balance, SCHAKEL_DUTCH, NULL, NULL, NULL), SCHAKEL_MISUSE);
    schakel_buddies_destroy(buddies);
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buddies_are_shown_by_name),
        cmocka_unit_test(buddies_are_written_as_json),
        cmocka_unit_test(a_school_without_newcomers_says_so),
        cmocka_unit_test(a_balance_is_shown_by_name),
        cmocka_unit_test(a_balance_is_written_as_json),
        cmocka_unit_test(a_school_in_balance_says_so),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
