/* What is coming and what asks for care: each kind of item, and what is just not one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/exchange.h"
#include "schakel/talks.h"

static schakel_date day(const char *text)
{
    schakel_date date = schakel_date_parse(text);
    assert_int_not_equal(date, SCHAKEL_NO_DATE);
    return date;
}

/* A school of 2026-2027 whose cycle has one talk, in June; sections are written with ' for ". */
static schakel_school *read_school(const char *sections)
{
    char json[4096];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    int length = snprintf(
        json, sizeof json,
        "{'schakel': 1, 'school': {'id': 'school', 'stage': 'po', 'year_start': '2026-08-01', 'year_end': "
        "'2027-07-31'}, 'adults': [{'id': 'anna'}], 'children': [{'id': 'kim', 'ties': [{'adult': 'anna', "
        "'kind': 'mother'}]}], 'cycle': [{'id': 'june', 'kind': 'handover_talk', 'first': '2027-06-01', "
        "'last': "
        "'2027-06-30'}]%s%s}",
        sections[0] == '\0' ? "" : ", ", sections);
    assert_true(length > 0 && (size_t)length < sizeof json);
    for (char *c = json; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    if (schakel_school_from_json(json, (size_t)length, NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

/* "talk 2026-10-01 09:30 t kim; wish 2026-10-01 - w -": kind, day, time, id and child. */
static void list_items(const schakel_school *school, const char *today, int days, char *out, size_t size)
{
    static const char *const kinds[] = {"talk",     "activity", "due",       "unrecorded", "agreement",
                                        "cannot",   "wish",     "complaint", "no-wish",    "first-is-bad",
                                        "only-bad", "unspoken", "no-support"};
    schakel_agenda *agenda = NULL;
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    options.today = day(today);
    options.days = days;
    assert_int_equal(schakel_agenda_make(school, &options, &agenda, NULL), SCHAKEL_OK);
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_agenda_count(agenda); i++) {
        schakel_agenda_item item = SCHAKEL_AGENDA_ITEM_INIT;
        char date[SCHAKEL_DATE_SIZE], start[SCHAKEL_TIME_SIZE];
        assert_int_equal(schakel_agenda_get(agenda, i, &item), SCHAKEL_OK);
        schakel_date_format(item.date, date);
        schakel_time_format(item.start, start);
        assert_true(strlen(item.text_nl) > 10 && strlen(item.text_en) > 10);
        used +=
            (size_t)snprintf(out + used, size - used, "%s%s %s %s %s %s", i == 0 ? "" : "; ",
                             kinds[item.kind], date, start[0] == '\0' ? "-" : start,
                             item.id == NULL ? "-" : item.id, item.child_id == NULL ? "-" : item.child_id);
        assert_true(used < size);
    }
    schakel_agenda_destroy(agenda);
}

#define TALK(id, kind, date, state, more)                                                                    \
    "{'id': '" id "', 'kind': '" kind "_talk', 'child': 'kim', 'date': '" date "', 'state': '" state         \
    "', 'adults': ['anna']" more "}"
#define TALKS(list) "'talks': [" list "]"
#define PLANNED(date) TALKS(TALK("t", "other", date, "planned", ""))
#define ACTIVITY(date, more)                                                                                 \
    "'wishes': [{'id': 'w', 'kind': 'wish', 'date': '2026-08-02', 'text': 'Lezen', 'state': 'busy'}], "      \
    "'activities': [{'id': 'a', 'kind': 'walk_in', 'why': 'Samen lezen', 'date': '" date "'" more "}]"
#define AGREED(more)                                                                                         \
    "'agreements': [{'id': 'g', 'child': 'kim', 'text': 'Lezen', 'date': '2026-08-20'" more "}]"
#define WISH(kind, date, more)                                                                               \
    "'wishes': [{'id': 'w', 'kind': '" kind "', 'date': '" date "', 'text': 'Samen lezen'" more "}]"
#define BECAME                                                                                               \
    "'wishes': [{'id': 'w', 'kind': 'complaint', 'date': '2026-09-01', 'text': 'Te laat'}, {'id': 'v', "     \
    "'kind': 'wish', 'date': '2026-09-02', 'text': 'Op tijd', 'from': 'w', 'state': 'busy'}]"
#define CONTACT(id, date, channel, tone)                                                                     \
    "{'id': '" id "', 'child': 'kim', 'date': '" date "', 'channel': '" channel                              \
    "', 'purpose': 'concern', 'tone': '" tone "'}"
#define CONTACTS(list) "'contacts': [" list "]"
#define LADDER                                                                                               \
    "'ladder': [{'id': 'one', 'level': 1}, {'id': 'two', 'level': 2}], 'cases': [{'id': 'c', 'child': "      \
    "'kim', 'opened': '2026-08-20'"
#define STEP(rung) "{'rung': '" rung "', 'date': '2026-09-01'}"
#define CASE(steps, more) LADDER ", 'steps': [" steps "]" more "}]"

/* Without days it is from 10 September and four weeks ahead, to 8 October. */
static const struct {
    const char *why, *sections, *expected, *today;
    int days;
} cases[] = {
    {"nothing at all", "", "", NULL, 28},
    {"a talk on the first day", PLANNED("2026-09-10"), "talk 2026-09-10 - t kim", NULL, 28},
    {"a talk on the last day", PLANNED("2026-10-08"), "talk 2026-10-08 - t kim", "2026-09-10", 28},
    {"a talk a day too late", PLANNED("2026-10-09"), "", NULL, 28},
    {"no days ahead is today alone", PLANNED("2026-09-10"), "talk 2026-09-10 - t kim", "2026-09-10", 0},
    {"tomorrow is not today", PLANNED("2026-09-11"), "", "2026-09-10", 0},
    {"a whole leap year ahead", PLANNED("2027-09-11"), "talk 2027-09-11 - t kim", "2026-09-10", 366},
    {"a talk at a time", TALKS(TALK("t", "other", "2026-09-11", "planned", ", 'start': '09:30'")),
     "talk 2026-09-11 09:30 t kim", NULL, 28},
    {"a talk that was held, missed or cancelled is not coming",
     TALKS(TALK("t", "other", "2026-09-11", "missed", "") ", " TALK(
         "u", "other", "2026-09-11", "cancelled", "") ", " TALK("v", "other", "2026-09-11", "held", "")),
     "", NULL, 28},
    {"an activity", ACTIVITY("2026-09-11", ", 'wishes': ['w'], 'start': '08:30', 'end': '09:00'"),
     "activity 2026-09-11 08:30 a -", NULL, 28},
    {"an activity that is over", ACTIVITY("2026-09-09", ""), "", NULL, 28},
    {"an activity a day too late", ACTIVITY("2026-10-09", ""), "", NULL, 28},
    {"an activity that answers no wish", ACTIVITY("2026-09-10", ""),
     "activity 2026-09-10 - a -; no-wish 2026-09-10 - a -", NULL, 28},
    {"the time for a talk ends on the last day", CONTACTS(CONTACT("x", "2026-09-01", "call", "good")),
     "due 2027-06-30 - june kim", "2027-06-02", 28},
    {"it ends a day later", CONTACTS(CONTACT("x", "2026-09-01", "call", "good")), "", "2027-06-01", 28},
    {"its time has not come", CONTACTS(CONTACT("x", "2026-09-01", "call", "good")), "", "2027-05-31", 366},
    {"its last day", CONTACTS(CONTACT("x", "2026-09-01", "call", "good")), "due 2027-06-30 - june kim",
     "2027-06-30", 0},
    {"its time is over", CONTACTS(CONTACT("x", "2026-09-01", "call", "good")), "", "2027-07-01", 28},
    {"a talk that was yesterday", PLANNED("2026-09-09"), "unrecorded 2026-09-09 - t kim", NULL, 28},
    {"on the first day of the year", PLANNED("2026-08-01"), "unrecorded 2026-08-01 - t kim", NULL, 28},
    {"of last year nobody asks", PLANNED("2026-07-31"), "", NULL, 28},
    {"an agreement is due on the last day", AGREED(", 'due': '2026-10-08'"), "agreement 2026-10-08 - g kim",
     NULL, 28},
    {"due a day later", AGREED(", 'due': '2026-10-09'"), "", NULL, 28},
    {"overdue", AGREED(", 'due': '2026-08-20'"), "agreement 2026-08-20 - g kim", NULL, 28},
    {"two are due",
     "'agreements': [{'id': 'h', 'child': 'kim', 'text': 'Tellen', 'date': '2026-08-20', 'due': "
     "'2026-09-10'}, {'id': 'g', "
     "'child': 'kim', 'text': 'Lezen', 'date': '2026-08-20', 'due': '2026-09-10'}]",
     "agreement 2026-09-10 - g kim; agreement 2026-09-10 - h kim", NULL, 28},
    {"an agreement for always", AGREED(""), "", NULL, 28},
    {"an agreement that is done", AGREED(", 'due': '2026-09-10', 'state': 'done', 'feasible': 'no'"), "",
     NULL, 28},
    {"the parents do not support it", AGREED(", 'supported': 'no', 'feasible': 'yes'"),
     "cannot 2026-09-10 - g kim", NULL, 28},
    {"the parents cannot carry it out", AGREED(", 'supported': 'yes', 'feasible': 'no'"),
     "cannot 2026-09-10 - g kim", NULL, 28},
    {"the parents do and can", AGREED(", 'supported': 'yes', 'feasible': 'yes'"), "", NULL, 28},
    {"a wish without an answer", WISH("wish", "2026-09-10", ""), "wish 2026-09-10 - w -", NULL, 28},
    {"an expectation, about a child", WISH("expectation", "2025-09-10", ", 'child': 'kim'"),
     "wish 2026-09-10 - w kim", NULL, 28},
    {"a wish of tomorrow", WISH("wish", "2026-09-11", ""), "", NULL, 28},
    {"a wish that is worked on", WISH("wish", "2026-09-09", ", 'state': 'busy'"), "", NULL, 28},
    {"a wish with an answer", WISH("wish", "2026-09-09", ", 'answer': 'Ja'"), "", NULL, 28},
    {"a complaint", WISH("complaint", "2026-09-09", ""), "complaint 2026-09-10 - w -", NULL, 28},
    {"a complaint with an answer", WISH("complaint", "2026-09-09", ", 'answer': 'Ja'"), "", NULL, 28},
    {"a complaint that became a wish", BECAME, "", NULL, 28},
    {"the first contact would be about a problem",
     TALKS(TALK("t", "other", "2026-09-11", "planned", ", 'tone': 'problem'")),
     "talk 2026-09-11 - t kim; first-is-bad 2026-09-11 - t kim", NULL, 28},
    {"or about care", TALKS(TALK("t", "care", "2026-09-11", "planned", "")),
     "talk 2026-09-11 - t kim; first-is-bad 2026-09-11 - t kim", NULL, 28},
    {"another talk comes first",
     TALKS(
         TALK("t", "care", "2026-09-12", "planned", "") ", " TALK("u", "other", "2026-09-11", "planned", "")),
     "talk 2026-09-11 - u kim; talk 2026-09-12 - t kim", NULL, 28},
    {"a cancelled talk does not come first",
     TALKS(TALK("t", "care", "2026-09-12", "planned", "") ", " TALK("u", "other", "2026-09-11", "cancelled",
                                                                    "")),
     "talk 2026-09-12 - t kim; first-is-bad 2026-09-12 - t kim", NULL, 28},
    {"it is too far away", TALKS(TALK("t", "care", "2026-10-09", "planned", "")), "", NULL, 28},
    {"there was contact, long ago",
     TALKS(TALK("t", "care", "2026-09-11", "planned", "")) ", " CONTACTS(
         CONTACT("x", "2024-01-01", "mail", "neutral")),
     "talk 2026-09-11 - t kim", NULL, 28},
    {"two contacts, both about problems",
     CONTACTS(
         CONTACT("x", "2026-08-01", "mail", "problem") ", " CONTACT("y", "2026-09-10", "mail", "problem")),
     "only-bad 2026-09-10 - - kim", NULL, 28},
    {"one of them was last year",
     CONTACTS(
         CONTACT("x", "2026-07-31", "mail", "problem") ", " CONTACT("y", "2026-09-10", "mail", "problem")),
     "", NULL, 28},
    {"one of them is tomorrow",
     CONTACTS(
         CONTACT("x", "2026-08-01", "mail", "problem") ", " CONTACT("y", "2026-09-11", "mail", "problem")),
     "", NULL, 28},
    {"one of them was a talk that was held",
     TALKS(TALK("t", "other", "2026-09-01", "held", ", 'tone': 'problem'")) ", " CONTACTS(
         CONTACT("y", "2026-09-10", "mail", "problem")),
     "only-bad 2026-09-10 - - kim", NULL, 28},
    {"two talks that were held, both about problems",
     TALKS(TALK("t", "other", "2026-09-01", "held",
                ", 'tone': 'problem'") ", " TALK("u", "other", "2026-09-02", "held", ", 'tone': 'problem'")),
     "only-bad 2026-09-10 - - kim", NULL, 28},
    {"one of them was neutral",
     CONTACTS(
         CONTACT("x", "2026-08-01", "mail", "problem") ", " CONTACT("y", "2026-09-10", "mail", "neutral")),
     "", NULL, 28},
    {"nobody spoke with them for eight weeks", "", "unspoken 2026-09-26 - - kim", "2026-09-26", 28},
    {"a day less", "", "", "2026-09-25", 28},
    {"on the last day of the year", "", "unspoken 2027-07-31 - - kim", "2027-07-31", 28},
    {"the year is over", "", "", "2027-08-01", 28},
    {"a message is not speaking", CONTACTS(CONTACT("x", "2026-09-01", "message", "good")),
     "unspoken 2026-09-26 - - kim", "2026-09-26", 28},
    {"a talk by video is", CONTACTS(CONTACT("x", "2026-08-01", "video", "good")), "", "2026-09-26", 28},
    {"that was last year", CONTACTS(CONTACT("x", "2026-07-31", "visit", "good")),
     "unspoken 2026-09-26 - - kim", "2026-09-26", 28},
    {"a case went up", CASE(STEP("one") ", " STEP("two"), ""), "no-support 2026-09-10 - c kim", NULL, 28},
    {"two cases went up",
     CASE(STEP("one") ", " STEP("two"),
          "}, {'id': 'b', 'child': 'kim', 'opened': '2026-08-20', 'steps': [" STEP("one") ", " STEP(
              "two") "]"),
     "no-support 2026-09-10 - b kim; no-support 2026-09-10 - c kim", NULL, 28},
    {"a case on its first rung", CASE(STEP("one"), ""), "", NULL, 28},
    {"support was offered", CASE(STEP("one") ", " STEP("two"), ", 'support_offered': '2026-09-02'"), "", NULL,
     28},
    {"the case is closed", CASE(STEP("one") ", " STEP("two"), ", 'closed': '2026-09-02'"), "", NULL, 28},
};

static void each_kind_of_item_as_worked_out_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[1024];
        schakel_school *school = read_school(cases[i].sections);
        list_items(school, cases[i].today == NULL ? "2026-09-10" : cases[i].today, cases[i].days, out,
                   sizeof out);
        if (strcmp(out, cases[i].expected) != 0)
            fail_msg("%s: %s", cases[i].why, out);
        schakel_school_destroy(school);
    }
}

/* -------------------------------------------------------------------- order */

#define OF(child, id, kind, date, more)                                                                      \
    "{'id': '" id "', 'kind': '" kind "_talk', 'child': '" child "', 'date': '" date                         \
    "', 'state': 'planned'" more "}"

static void items_come_by_kind_day_time_child_and_id(void **state)
{
    static const char *const talks[] = {OF("tom", "e", "other", "2026-09-12", ", 'start': '08:00'"),
                                        OF("kim", "d", "other", "2026-09-12", ", 'start': '10:00'"),
                                        OF("tom", "c", "other", "2026-09-12", ""),
                                        OF("kim", "b", "other", "2026-09-12", ""),
                                        OF("kim", "a", "other", "2026-09-12", ""),
                                        OF("tom", "f", "other", "2026-09-09", ""),
                                        OF("kim", "g", "other", "2026-09-09", ""),
                                        OF("kim", "h", "other", "2026-09-08", "")};
    enum { COUNT = sizeof talks / sizeof talks[0] };
    (void)state;
    for (size_t turn = 0; turn < COUNT; turn++) {
        char sections[3072] =
            "'activities': [{'id': 'z', 'kind': 'walk_in', 'why': 'Lezen', 'date': '2026-09-12', 'start': "
            "'08:00', "
            "'end': '09:00'}, {'id': 'y', 'kind': 'walk_in', 'why': 'Lezen', 'date': '2026-09-11'}], "
            "'wishes': "
            "[{'id': 'v', 'kind': 'wish', 'date': '2026-09-01', 'text': 'Lezen', 'child': 'kim'}, {'id': "
            "'w', "
            "'kind': 'wish', 'date': '2026-09-02', 'text': 'Lezen'}], 'talks': [";
        char json[4096], out[1024];
        for (size_t i = 0; i < COUNT; i++) {
            strcat(sections, i == 0 ? "" : ", ");
            strcat(sections, talks[(i + turn) % COUNT]);
        }
        snprintf(
            json, sizeof json,
            "{'schakel': 1, 'school': {'id': 'school', 'stage': 'po', 'year_start': '2026-08-01', "
            "'year_end': "
            "'2027-07-31'}, 'children': [{'id': 'tom'}, {'id': 'kim'}], 'cycle': [{'id': 'june', 'kind': "
            "'handover_talk', 'first': '2027-06-01', 'last': '2027-06-30'}], %s]}",
            sections);
        for (char *c = json; *c != '\0'; c++)
            *c = *c == '\'' ? '"' : *c;
        schakel_school *school = NULL;
        assert_int_equal(schakel_school_from_json(json, strlen(json), NULL, &school, NULL), SCHAKEL_OK);
        list_items(school, "2026-09-10", 7, out, sizeof out);
        assert_string_equal(
            out,
            "activity 2026-09-11 - y -; talk 2026-09-12 - a kim; talk 2026-09-12 - b kim; talk 2026-09-12 - "
            "c "
            "tom; talk 2026-09-12 08:00 e tom; activity 2026-09-12 08:00 z -; talk 2026-09-12 10:00 d kim; "
            "unrecorded 2026-09-08 - h kim; unrecorded 2026-09-09 - g kim; unrecorded 2026-09-09 - f tom; "
            "wish 2026-09-10 - w -; wish 2026-09-10 - v kim; no-wish 2026-09-11 - y -; no-wish 2026-09-12 - "
            "z -");
        schakel_school_destroy(school);
    }
}

/* -------------------------------------------------------------------- misuse */

static void wrong_options_are_refused_by_name(void **state)
{
    static const struct {
        const char *today;
        int days;
        const char *path;
    } wrong[] = {{"2026-09-10", -1, "/days"}, {"2026-09-10", 367, "/days"}, {NULL, 28, "/today"}};
    (void)state;
    schakel_school *school = read_school(""), *bare = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    assert_int_equal(options.days, 28);
    schakel_agenda *agenda;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        options.today = schakel_date_parse(wrong[i].today);
        options.days = wrong[i].days;
        agenda = (schakel_agenda *)school;
        assert_int_equal(schakel_agenda_make(school, &options, &agenda, &error), SCHAKEL_INVALID);
        assert_null(agenda);
        assert_string_equal(error.path, wrong[i].path);
    }
    options.today = day("2026-09-10");
    assert_int_equal(schakel_school_create(NULL, &bare, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_agenda_make(bare, &options, &agenda, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "");
    schakel_school_destroy(bare);
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    (void)state;
    schakel_school *school = read_school(WISH("wish", "2026-09-01", ""));
    schakel_agenda *agenda = NULL;
    schakel_agenda_item item = SCHAKEL_AGENDA_ITEM_INIT;
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    options.today = day("2026-09-10");
    assert_int_equal(schakel_agenda_make(NULL, &options, &agenda, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_agenda_make(school, NULL, &agenda, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_agenda_make(school, &options, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_agenda_make(school, &options, &agenda, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_agenda_count(agenda), 1);
    assert_int_equal(schakel_agenda_count(NULL), 0);
    assert_int_equal(schakel_agenda_get(agenda, 1, &item), SCHAKEL_MISUSE);
    assert_int_equal(schakel_agenda_get(agenda, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_agenda_get(NULL, 0, &item), SCHAKEL_MISUSE);
    item.struct_size = 0;
    assert_int_equal(schakel_agenda_get(agenda, 0, &item), SCHAKEL_MISUSE);
    schakel_agenda_destroy(agenda);
    schakel_agenda_destroy(NULL);
    options.struct_size = 0;
    assert_int_equal(schakel_agenda_make(school, &options, &agenda, NULL), SCHAKEL_MISUSE);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_item_as_worked_out_by_hand),
        cmocka_unit_test(items_come_by_kind_day_time_child_and_id),
        cmocka_unit_test(wrong_options_are_refused_by_name),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
