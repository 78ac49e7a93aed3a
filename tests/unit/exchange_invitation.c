/* Readers and invitations as JSON: every member and every word. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>

#include "unit/exchange_trees.h"
#include "unit/invitation_document.h"

/* What was written is what is expected (with ' for "), but for its layout. Gives `text` back. */
static void assert_json(char *text, size_t length, const char *expected)
{
    char wanted[8192];
    cJSON *tree = parse(text, length);
    char *printed = cJSON_PrintUnformatted(tree);
    assert_true(strlen(expected) < sizeof wanted);
    strcpy(wanted, expected);
    for (char *c = wanted; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    if (strcmp(printed, wanted) != 0)
        print_error("%s\n", printed);
    assert_string_equal(printed, wanted);
    cJSON_free(printed);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
}

static void readers_have_what_to_do(void **state)
{
    char *text = NULL;
    size_t length = 0;
    (void)state;
    schakel_school *school = read_document();
    schakel_readers *readers = readers_of(school, SCHAKEL_LEVEL_A2, "avond");
    assert_int_equal(schakel_readers_to_json(readers, SCHAKEL_ENGLISH, &text, &length, NULL), SCHAKEL_OK);
    assert_json(
        text, length,
        "{'level':'A2','readers':[{'adult':'derya','reading':'none','reads':'no','text':'Call with an interpreter or in their own language, and tell what the letter says.','reach':{'channel':'call"
        "','second':'in_person','language':'tr','because':['got_through','reads_little','speaks_little'],'rea"
        "son':'It worked this way before.'}},{'adult':'fatma','reading':'A1','reads':'no','text':'Talk with t"
        "his parent at school and tell what the letter says.','reach':{'channel':'in_person','second':'call',"
        "'language':'nl','because':['reads_little'],'reason':'Reading is hard for this parent: talk first, an"
        "d write after that.'}},{'adult':'tom','reading':'unknown','reads':null,'text':'Give the letter, and "
        "ask whether all is clear.','reach':{'channel':'message','second':'mail','language':'nl','because':['"
        "not_known'],'reason':'We do not know how well this parent reads: ask.'}},{'adult':'bram','reading':'"
        "C1','reads':'yes','text':'This parent can read the letter.','reach':{'channel':'mail','second':'mess"
        "age','language':'nl','because':['asked_for','reads'],'reason':'This parent would like it this way.'}"
        "}]}");
    schakel_readers_destroy(readers);
    schakel_school_destroy(school);
}

static void an_invitation_has_everybody_and_every_advice(void **state)
{
    char *text = NULL;
    size_t length = 0;
    (void)state;
    schakel_school *school = read_document();
    schakel_invitation *invitation = invitation_of(school, "avond", 1);
    assert_int_equal(schakel_invitation_to_json(invitation, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    assert_json(
        text, length,
        "{'activity':'avond','slot':{'date':'2026-10-06','start':'19:30','end':'21:00'},'invite_by':'2026-09-"
        "15','level':'A2','families':2,'families_can_come':1,'cannot_read':2,'advice':[{'kind':'no_wish','tex"
        "t':'Deze activiteit hoort nog niet bij een wens: vraag ouders eerst wat zij willen.'},{'kind':'famil"
        "y_shut_out','text':'Uit sommige gezinnen kan niemand komen: praat met hen op een andere dag.'}"
        "],'invitees':[{'adult':'bram','child':null,'children':['kim','noor'],'can_come':'yes','can_read':'ye"
        "s','reach':{'channel':'mail','second':'message','language':'nl','because':['asked_for','reads'],'rea"
        "son':'Deze ouder wil het graag zo.'}},{'adult':'derya','child':null,'children':['kim'],'can_come':'n"
        "o','can_read':'no','reach':{'channel':'call','second':'in_person','language':'tr','because':['got_th"
        "rough','reads_little','speaks_little'],'reason':'Zo lukte het al eerder.'}},{'adult':'fatma','child'"
        ":null,'children':['noor'],'can_come':null,'can_read':'no','reach':{'channel':'in_person','second':'c"
        "all','language':'nl','because':['reads_little'],'reason':'Lezen is moeilijk voor deze ouder: praat e"
        "erst, en schrijf daarna.'}},{'adult':'tom','child':null,'children':['zoe'],'can_come':'no','can_read"
        "':null,'reach':{'channel':'message','second':'mail','language':'nl','because':['not_known'],'reason'"
        ":'We weten niet hoe goed deze ouder leest: vraag het.'}}]}");
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

static void an_invitation_without_a_time_has_none(void **state)
{
    char *text = NULL;
    size_t length = 0;
    (void)state;
    schakel_school *school = read_document();
    schakel_invitation *invitation = invitation_of(school, "thuis", 0);
    assert_int_equal(schakel_invitation_to_json(invitation, SCHAKEL_ENGLISH, &text, &length, NULL),
                     SCHAKEL_OK);
    cJSON *tree = parse(text, length);
    static const char *const members[] = {
        "activity",          "slot",        "invite_by", "level",    "families",
        "families_can_come", "cannot_read", "advice",    "invitees", NULL};
    assert_members(tree, members);
    assert_text(tree, "slot", NULL);
    assert_text(tree, "level", "unknown");
    assert_text(tree, "invite_by", "2026-09-01");
    const cJSON *late = cJSON_GetArrayItem(get(tree, "advice"), 0), *no_wish = late->next;
    assert_text(late, "kind", "late");
    assert_text(late, "text", "It is late for this invitation: send it today.");
    assert_text(no_wish, "kind", "no_wish");
    assert_null(no_wish->next);
    const cJSON *invitees = get(tree, "invitees");
    assert_int_equal(cJSON_GetArraySize(invitees), 9);
    const cJSON *kim = cJSON_GetArrayItem(invitees, 5);
    assert_text(kim, "adult", NULL);
    assert_text(kim, "child", "kim");
    assert_text(kim, "reach", NULL);
    assert_int_equal(cJSON_GetArraySize(get(kim, "children")), 0);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

/* Each bit has a word of its own. */
static void what_is_wrong_with_a_text_has_a_word(void **state)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"# Avond\n\nBeste ouders,\n\nKomt u ook naar de moederpraatgroep? U bent verplicht om te komen. De ouderavond "
         "is op dinsdag 6 oktober 2026. Wij beginnen om 19.30 uur. U bent welkom op school. Stuur voor 1 oktober een "
         "bericht.\n",
         "text_gendered text_missing text_pressure "},
        {"Teneinde de onderwijskundige ontwikkelingen en de daaruit voortvloeiende consequenties te evalueren, "
         "verzoeken wij u middels dit schrijven de navolgende documentatie te bestuderen.\n",
         "text_hard "}};
    static const schakel_slot slots[] = {{20733, 510, 570}, {20733, 1170, 1200}};
    (void)state;
    schakel_school *school = read_document();
    schakel_checker *checker = NULL;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < 2; i++) {
        schakel_report *report = NULL;
        schakel_invitation *invitation = NULL;
        schakel_invitation_options options = SCHAKEL_INVITATION_OPTIONS_INIT;
        char *text = NULL, words[200] = "";
        size_t length = 0;
        assert_int_equal(schakel_check(checker, cases[i].text, strlen(cases[i].text), NULL, &report, NULL),
                         SCHAKEL_OK);
        options.today = first_of_september();
        options.activity_id = "avond";
        options.report = report;
        options.slots = slots;
        options.slot_count = 2;
        assert_int_equal(schakel_invitation_make(school, &options, &invitation, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_invitation_to_json(invitation, SCHAKEL_DUTCH, &text, &length, NULL),
                         SCHAKEL_OK);
        cJSON *tree = parse(text, length);
        const cJSON *advice;
        cJSON_ArrayForEach(advice, get(tree, "advice"))
        {
            const char *kind = get(advice, "kind")->valuestring;
            if (strncmp(kind, "text_", 5) == 0 && (i == 1 || strcmp(kind, "text_hard") != 0))
                strcat(strcat(words, kind), " ");
        }
        assert_string_equal(words, cases[i].words);
        cJSON_Delete(tree);
        schakel_buffer_free(text);
        schakel_invitation_destroy(invitation);
        schakel_report_destroy(report);
    }
    schakel_checker_destroy(checker);
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    char *text = NULL;
    (void)state;
    schakel_school *school = read_document();
    schakel_readers *readers = readers_of(school, SCHAKEL_LEVEL_A2, NULL);
    schakel_invitation *invitation = invitation_of(school, "avond", 0);
    assert_int_equal(schakel_readers_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_readers_to_json(readers, SCHAKEL_DUTCH, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_invitation_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_invitation_to_json(invitation, SCHAKEL_DUTCH, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_null(text);
    schakel_invitation_destroy(invitation);
    schakel_readers_destroy(readers);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readers_have_what_to_do),
        cmocka_unit_test(an_invitation_has_everybody_and_every_advice),
        cmocka_unit_test(an_invitation_without_a_time_has_none),
        cmocka_unit_test(what_is_wrong_with_a_text_has_a_word),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
