/* Cycle, agenda, case file and composition as JSON: every member and every word. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/exchange.h"

enum { SIZE = 8192 };

/* JSON is written here with ' for ". */
static void to_quotes(char *text)
{
    for (char *c = text; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
}

static schakel_school *read_school(const char *sections)
{
    char json[SIZE];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    int length =
        snprintf(json, sizeof json,
                 "{'schakel': 1, 'school': {'id': 'school', 'stage': 'po', 'year_start': '2026-08-01', "
                 "'year_end': '2027-07-31'}%s%s}",
                 sections[0] == '\0' ? "" : ", ", sections);
    assert_true(length > 0 && (size_t)length < sizeof json);
    to_quotes(json);
    if (schakel_school_from_json(json, (size_t)length, NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

/* What was written is what is expected, but for its layout, and ends in one newline. Gives `text` back. */
static void assert_json(char *text, size_t length, const char *expected)
{
    char wanted[SIZE];
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
    if (strcmp(printed, wanted) != 0)
        print_error("%s\n", printed);
    assert_string_equal(printed, wanted);
    cJSON_free(printed);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
}

/* -------------------------------------------------------------------- cycle */

static const char year[] =
    "'staff': [{'id': 'ines'}], 'adults': [{'id': 'anna', 'languages': [{'tag': 'ti', 'speaking': "
    "'C1'}]}, {'id': 'bram'}], 'children': [{'id': 'kim', 'ties': [{'adult': 'anna', 'kind': 'mother'}, "
    "{'adult': 'bram', 'kind': 'father'}]}], 'cycle': [{'id': 'a', 'kind': 'intake_talk', 'first': "
    "'2026-08-01', 'last': '2026-08-02'}, {'id': 'b', 'kind': 'introductory_talk', 'first': "
    "'2026-08-03', 'last': '2026-08-31', 'title': 'Dag \\\"kind\\\"', 'child': 'absent'}, {'id': 'c', "
    "'kind': 'progress_talk', 'first': '2026-09-01', 'last': '2026-09-30', 'minutes': 20, "
    "'bridge_minutes': 5, 'child': 'leads', 'questions': ['Hoe gaat het?', 'Wat is leuk?']}, {'id': 'd', "
    "'kind': 'signing_talk', 'first': '2026-09-01', 'last': '2026-09-30'}, {'id': 'e', 'kind': "
    "'care_talk', 'first': '2026-09-01', 'last': '2026-09-30'}, {'id': 'f', 'kind': 'handover_talk', "
    "'first': '2027-06-01', 'last': '2027-06-30'}], 'talks': [{'id': 't', 'kind': 'introductory_talk', "
    "'child': 'kim', 'date': '2026-08-20', 'state': 'held'}, {'id': 'u', 'kind': 'progress_talk', "
    "'child': 'kim', 'date': '2026-09-20', 'state': 'planned'}, {'id': 'v', 'kind': 'signing_talk', "
    "'child': 'kim', 'date': '2026-09-05', 'state': 'planned'}, {'id': 'w', 'kind': 'care_talk', "
    "'child': 'kim', 'date': '2026-09-04', 'state': 'missed'}], 'agreements': [{'id': 'g', 'child': "
    "'kim', 'text': 'Lezen', 'date': '2026-08-20'}, {'id': 'h', 'child': 'kim', 'text': 'Tellen', "
    "'date': '2026-09-08'}]";

static void a_cycle_has_every_row_and_word(void **state)
{
    (void)state;
    schakel_school *school = read_school(year);
    schakel_cycle *cycle = NULL;
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    options.today = schakel_date_from_ymd(2026, 9, 10);
    char *text = NULL;
    size_t length = 0;
    assert_int_equal(schakel_cycle_make(school, &options, &cycle, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_cycle_to_json(cycle, &text, &length, NULL), SCHAKEL_OK);
    assert_json(
        text, length,
        "{'rows':[{'child':'kim','entry':'a','title':null,'kind':'intake_talk','due':'missed',"
        "'first':'2026-08-01',"
        "'last':'2026-08-02','talk':null,'date':null,'minutes':30,'needs_bridge':true,'child_part':'joins',"
        "'adults':['anna','bram'],'questions':[],'agreements':[],'missed_before':0},"
        "{'child':'kim','entry':'b','title':'Dag \\\"kind\\\"','kind':'introductory_talk','due':'done',"
        "'first':"
        "'2026-08-03','last':'2026-08-31','talk':'t','date':'2026-08-20','minutes':30,'needs_bridge':true,"
        "'child_part':'absent','adults':['anna','bram'],'questions':[],'agreements':[],'missed_before':0},"
        "{'child':'kim','entry':'c','title':null,'kind':'progress_talk','due':'planned','first':'2026-09-01',"
        "'last':'2026-09-30','talk':'u','date':'2026-09-20','minutes':25,'needs_bridge':true,"
        "'child_part':'leads',"
        "'adults':['anna','bram'],'questions':['Hoe gaat het?','Wat is leuk?'],'agreements':['g','h'],"
        "'missed_before':0},"
        "{'child':'kim','entry':'d','title':null,'kind':'signing_talk','due':'unrecorded',"
        "'first':'2026-09-01',"
        "'last':'2026-09-30','talk':'v','date':'2026-09-05','minutes':30,'needs_bridge':true,"
        "'child_part':'joins',"
        "'adults':['anna','bram'],'questions':[],'agreements':['g'],'missed_before':0},"
        "{'child':'kim','entry':'e','title':null,'kind':'care_talk','due':'due','first':'2026-09-01','last':"
        "'2026-09-30','talk':null,'date':null,'minutes':30,'needs_bridge':true,'child_part':'joins','adults':"
        "['anna','bram'],'questions':[],'agreements':['g','h'],'missed_before':1},"
        "{'child':'kim','entry':'f','title':null,'kind':'handover_talk','due':'later','first':'2027-06-01',"
        "'last':"
        "'2027-06-30','talk':null,'date':null,'minutes':30,'needs_bridge':true,'child_part':'joins','adults':"
        "['anna','bram'],'questions':[],'agreements':['g','h'],'missed_before':0}]}");
    schakel_cycle_destroy(cycle);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------- agenda */

/* On 1 October everything is there once. */
static const char busy[] =
    "'adults': [{'id': 'anna'}], 'children': [{'id': 'kim', 'ties': [{'adult': 'anna', 'kind': 'mother'}]}, {'id': 'tom'}], 'cycle': [{'id': 'june', "
    "'kind': 'handover_talk', 'first': '2026-09-01', 'last': '2026-10-05', 'year_low': 8}, {'id': 'oct', "
    "'kind': 'progress_talk', 'first': '2026-09-01', 'last': '2026-10-05'}], 'talks': [{'id': 't', "
    "'kind': 'care_talk', 'child': 'kim', 'date': '2026-10-02', 'state': 'planned', 'start': '09:05'}, "
    "{'id': 'u', 'kind': 'other_talk', 'child': 'kim', 'date': '2026-09-29', 'state': 'planned'}, {'id': "
    "'x', 'kind': 'progress_talk', 'child': 'tom', 'date': '2026-09-02', 'state': 'held'}], 'wishes': "
    "[{'id': 'w', 'kind': 'wish', 'date': '2026-09-01', 'text': 'Lezen', 'child': 'kim'}, {'id': 'v', "
    "'kind': 'complaint', 'date': '2026-09-01', 'text': 'Laat'}], 'activities': [{'id': 'z', 'kind': "
    "'walk_in', 'why': 'Lezen', 'date': '2026-10-02', 'start': '10:00', 'end': '11:00'}], 'agreements': "
    "[{'id': 'g', 'child': 'tom', 'text': 'Lezen', 'date': '2026-09-01', 'due': '2026-10-08', "
    "'feasible': 'no'}], 'ladder': [{'id': 'one', 'level': 1}, {'id': 'two', 'level': 2}], 'cases': "
    "[{'id': 'c', 'child': 'tom', 'opened': '2026-09-01', 'steps': [{'rung': 'one', 'date': "
    "'2026-09-01'}, {'rung': 'two', 'date': '2026-09-02'}]}], 'contacts': [{'id': 'p', 'child': 'tom', "
    "'date': '2026-09-20', 'channel': 'mail', 'purpose': 'concern', 'tone': 'problem'}, {'id': 'q', "
    "'child': 'tom', 'date': '2026-09-20', 'channel': 'call', 'purpose': 'concern', 'tone': 'problem'}]";

static void assert_agenda(schakel_language language, const char *const texts[13])
{
    static const char format[] =
        "{'items':[{'kind':'talk','date':'2026-10-02','start':'09:05','id':'t','child':'kim','text':'%s'},"
        "{'kind':'activity','date':'2026-10-02','start':'10:00','id':'z','child':null,'text':'%s'},"
        "{'kind':'talk_due','date':'2026-10-05','start':null,'id':'oct','child':'kim','text':'%s'},"
        "{'kind':'talk_unrecorded','date':'2026-09-29','start':null,'id':'u','child':'kim','text':'%s'},"
        "{'kind':'agreement','date':'2026-10-08','start':null,'id':'g','child':'tom','text':'%s'},"
        "{'kind':'agreement_not_carried','date':'2026-10-01','start':null,'id':'g','child':'tom',"
        "'text':'%s'},"
        "{'kind':'wish','date':'2026-10-01','start':null,'id':'w','child':'kim','text':'%s'},"
        "{'kind':'complaint','date':'2026-10-01','start':null,'id':'v','child':null,'text':'%s'},"
        "{'kind':'activity_without_wish','date':'2026-10-02','start':null,'id':'z','child':null,'text':'%s'},"
        "{'kind':'first_contact_is_bad_news','date':'2026-10-02','start':null,'id':'t','child':'kim',"
        "'text':'%s'},"
        "{'kind':'only_problems','date':'2026-10-01','start':null,'id':null,'child':'tom','text':'%s'},"
        "{'kind':'not_spoken','date':'2026-10-01','start':null,'id':null,'child':'kim','text':'%s'},"
        "{'kind':'case_without_support','date':'2026-10-01','start':null,'id':'c','child':'tom',"
        "'text':'%s'}]}";
    char expected[SIZE];
    schakel_school *school = read_school(busy);
    schakel_agenda *agenda = NULL;
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    char *text = NULL;
    size_t length = 0;
    options.today = schakel_date_from_ymd(2026, 10, 1);
    assert_int_equal(schakel_agenda_make(school, &options, &agenda, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_agenda_to_json(agenda, language, &text, &length, NULL), SCHAKEL_OK);
    snprintf(expected, sizeof expected, format, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5],
             texts[6], texts[7], texts[8], texts[9], texts[10], texts[11], texts[12]);
    assert_json(text, length, expected);
    schakel_agenda_destroy(agenda);
    schakel_school_destroy(school);
}

static void an_agenda_has_every_kind_in_both_languages(void **state)
{
    static const char *const nl[13] = {
        "Dit gesprek is gepland.",
        "Deze activiteit is gepland.",
        "Plan dit gesprek. De tijd ervoor is bijna om.",
        "Dit gesprek was gepland. Is het doorgegaan? Schrijf het op.",
        "Het is tijd voor deze afspraak. Is het gelukt?",
        "De ouders zijn het niet eens met deze afspraak, of het lukt ze niet. Zoek samen iets anders.",
        "Er is nog geen antwoord op deze wens. Vertel wat u ermee doet.",
        "Praat over deze klacht. Wat willen de ouders graag?",
        "Bij welke wens hoort deze activiteit? Schrijf het op.",
        "Dit wordt het eerste contact, en het gaat over een probleem. Maak eerst kennis.",
        "Het contact ging dit jaar alleen over problemen. Vertel ook wat goed gaat.",
        "Niemand heeft deze ouders dit jaar gesproken. Bel ze, of nodig ze uit.",
        "De ouders kregen nog geen hulp van iemand van buiten de school. Bied dat aan."};
    static const char *const en[13] = {
        "This talk is planned.",
        "This activity is planned.",
        "Plan this talk: its time is nearly over.",
        "This talk was planned. Did it take place? Write it down.",
        "This agreement is due. Did it work out?",
        "The parents do not support this agreement or cannot carry it out. Find something else together.",
        "This wish has no answer yet. Say what you do with it.",
        "Talk about this complaint. Which wish is behind it?",
        "This activity does not say which wish it answers.",
        "This would be the first contact, and it is about a problem. Get to know each other first.",
        "Contact this year was only about problems. Also say what goes well.",
        "Nobody spoke with these parents this year. Call or invite them.",
        "The parents were not offered independent support yet. Offer it."};
    (void)state;
    assert_agenda(SCHAKEL_DUTCH, nl);
    assert_agenda(SCHAKEL_ENGLISH, en);
}

/* ---------------------------------------------------------------- case file */

static const char solved[] =
    "'staff': [{'id': 'ines'}], 'adults': [{'id': 'anna', 'languages': [{'tag': 'ti', 'speaking': "
    "'C1'}]}, {'id': 'bram'}], 'children': [{'id': 'kim', 'ties': [{'adult': 'anna', 'kind': 'mother'}, "
    "{'adult': 'bram', 'kind': 'father'}]}], 'ladder': [{'id': 'one', 'level': 1}], 'cases': [{'id': "
    "'c', 'child': 'kim', 'title': 'Rekenen', 'opened': '2026-09-01', 'closed': '2026-09-10', 'steps': "
    "[{'rung': 'one', 'date': '2026-09-09', 'reason': 'Meer'}], 'notes': [{'date': '2026-09-02', 'kind': "
    "'told', 'text': 'Moe', 'by_adult': 'anna'}, {'date': '2026-09-03', 'kind': 'tried', 'text': 'Rust', "
    "'by_staff': 'ines'}, {'date': '2026-09-04', 'kind': 'agreed', 'text': 'Vroeg', 'by_child': 'kim'}], "
    "'support_offered': '2026-09-08'}], 'talks': [{'id': 't', 'kind': 'care_talk', 'child': 'kim', "
    "'date': '2026-09-06', 'state': 'held', 'case': 'c'}], 'agreements': [{'id': 'g', 'child': 'kim', "
    "'text': 'Lezen', 'date': '2026-09-07', 'case': 'c'}, {'id': 'h', 'child': 'kim', 'text': 'Tellen', "
    "'date': '2026-09-07', 'case': 'c', 'by_adult': 'anna', 'supported': 'yes', 'feasible': 'no', "
    "'state': 'dropped'}], 'contacts': [{'id': 'p', 'child': 'kim', 'adult': 'anna', 'staff': 'ines', "
    "'date': '2026-09-05', 'channel': 'call', 'purpose': 'concern', 'case': 'c'}]";

static void a_case_file_has_every_kind_of_line(void **state)
{
    (void)state;
    schakel_school *school = read_school(solved);
    schakel_case_file *file = NULL;
    char *text = NULL;
    size_t length = 0;
    assert_int_equal(schakel_case_file_make(school, "c", &file, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_case_file_to_json(file, &text, &length, NULL), SCHAKEL_OK);
    assert_json(text, length,
                "{'lines':[{'date':'2026-09-01','kind':'opened','text':'Rekenen','id':null,'adult':null,"
                "'staff':null,'child':null},{'date':'2026-09-02','kind':'told','text':'Moe','id':null,"
                "'adult':'anna','staff':null,'child':null},{'date':'2026-09-03','kind':'tried',"
                "'text':'Rust','id':null,'adult':null,'staff':'ines','child':null},{'date':'2026-09-04',"
                "'kind':'agreed','text':'Vroeg','id':null,'adult':null,'staff':null,'child':'kim'},"
                "{'date':'2026-09-05','kind':'contact','text':null,'id':'p','adult':'anna',"
                "'staff':'ines','child':null},{'date':'2026-09-06','kind':'talk','text':null,'id':'t',"
                "'adult':null,'staff':null,'child':null},{'date':'2026-09-07','kind':'agreement',"
                "'text':'Lezen','id':'g','adult':null,'staff':null,'child':null,'supported':null,"
                "'feasible':null,'state':'open'},{'date':'2026-09-07','kind':'agreement','text':'Tellen',"
                "'id':'h','adult':'anna','staff':null,'child':null,'supported':'yes','feasible':'no',"
                "'state':'dropped'},{'date':'2026-09-08','kind':'support','text':null,'id':null,"
                "'adult':null,'staff':null,'child':null},{'date':'2026-09-09','kind':'step',"
                "'text':'Meer','id':'one','adult':null,'staff':null,'child':null},{'date':'2026-09-10',"
                "'kind':'closed','text':null,'id':null,'adult':null,'staff':null,'child':null}]}");
    schakel_case_file_destroy(file);
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------- composition */

/* Twelve mothers who speak Dutch, six fathers who speak Tigrinya, and so many others. */
static schakel_school *build_parents(int others)
{
    schakel_school *school =
        read_school("'children': [{'id': 'kim'}], 'adults': [{'id': 'anna'}], 'teams': [{'id': "
                    "'team', 'kind': 'council', 'members': [{'adult': 'anna'}]}]");
    schakel_tie first = SCHAKEL_TIE_INIT;
    first.child_id = "kim";
    first.adult_id = "anna";
    first.kind = SCHAKEL_TIE_MOTHER;
    assert_int_equal(schakel_school_add_tie(school, &first, NULL), SCHAKEL_OK);
    for (int i = 1; i < 18 + others; i++) {
        char id[24];
        const schakel_language_skill skill = {"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_A1};
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        snprintf(id, sizeof id, "adult-%d", i);
        adult.id = tie.adult_id = id;
        adult.languages = &skill;
        adult.language_count = i >= 12 && i < 18;
        tie.child_id = "kim";
        tie.kind = i < 12 ? SCHAKEL_TIE_MOTHER : i < 18 ? SCHAKEL_TIE_FATHER : SCHAKEL_TIE_OTHER;
        assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_school_add_tie(school, &tie, NULL), SCHAKEL_OK);
    }
    return school;
}

static void a_composition_hides_what_is_small(void **state)
{
    static const struct {
        int others;
        const char *expected;
    } cases[] = {
        {0, "{'members':1,'rows':[{'breakdown':'all','key':'all','adults':18,'expected':1,'missing':false},"
            "{'breakdown':'role','key':'mother','adults':12,'expected':0.6667,'missing':false},"
            "{'breakdown':'role','key':'father','adults':6,'expected':0.3333,'missing':false},"
            "{'breakdown':'role','key':'other','adults':0,'expected':0,'missing':false},{'breakdown':'role',"
            "'key':'parent','adults':0,'expected':0,'missing':false},{'breakdown':'language','key':'und',"
            "'adults':12,'expected':0.6667,'missing':false},{'breakdown':'language','key':'ti','adults':6,"
            "'expected':0.3333,'missing':false}]}"},
        {2, "{'members':1,'rows':[{'breakdown':'all','key':'all','adults':20,'expected':1,'missing':false},"
            "{'breakdown':'role','key':'mother','adults':12,'expected':0.6,'missing':false},"
            "{'breakdown':'role','key':'parent','adults':0,'expected':0,'missing':false},"
            "{'breakdown':'role','key':'father','adults':null,'expected':null,'missing':null},"
            "{'breakdown':'role','key':'other','adults':null,'expected':null,'missing':null},"
            "{'breakdown':'language','key':'und','adults':14,'expected':0.7,'missing':false},"
            "{'breakdown':'language','key':'ti','adults':6,'expected':0.3,'missing':false}]}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = build_parents(cases[i].others);
        schakel_composition *composition = NULL;
        char *text = NULL;
        size_t length = 0;
        assert_int_equal(schakel_composition_make(school, "team", NULL, &composition, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_composition_to_json(composition, &text, &length, NULL), SCHAKEL_OK);
        assert_json(text, length, cases[i].expected);
        schakel_composition_destroy(composition);
        schakel_school_destroy(school);
    }
}

/* ----------------------------------------------------------- layout, misuse */

static void an_empty_result_is_an_empty_list_and_the_length_may_be_left_out(void **state)
{
    (void)state;
    schakel_school *school = read_school("");
    schakel_cycle *cycle = NULL;
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    options.today = schakel_date_from_ymd(2026, 9, 10);
    char *text = NULL;
    assert_int_equal(schakel_cycle_make(school, &options, &cycle, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_cycle_to_json(cycle, &text, NULL, NULL), SCHAKEL_OK);
    assert_string_equal(text, "{\n  \"rows\": []\n}\n");
    schakel_buffer_free(text);
    schakel_cycle_destroy(cycle);
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    (void)state;
    char *text = (char *)state;
    assert_int_equal(schakel_cycle_to_json(NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_null(text);
    assert_int_equal(schakel_agenda_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_case_file_to_json(NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_composition_to_json(NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    schakel_school *school = build_parents(0);
    schakel_composition *composition = NULL;
    assert_int_equal(schakel_composition_make(school, "team", NULL, &composition, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_composition_to_json(composition, NULL, NULL, NULL), SCHAKEL_MISUSE);
    schakel_composition_destroy(composition);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cycle_has_every_row_and_word),
        cmocka_unit_test(an_agenda_has_every_kind_in_both_languages),
        cmocka_unit_test(a_case_file_has_every_kind_of_line),
        cmocka_unit_test(a_composition_hides_what_is_small),
        cmocka_unit_test(an_empty_result_is_an_empty_list_and_the_length_may_be_left_out),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
