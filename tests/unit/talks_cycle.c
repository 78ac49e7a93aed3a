/* The talks of a year: worked out by hand, and against a slow second writing of the rules. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/talks_model.h"
#include "schakel/exchange.h"
#include "schakel/talks.h"

static schakel_date day(const char *written)
{
    schakel_date date = schakel_date_parse(written);
    assert_int_not_equal(date, SCHAKEL_NO_DATE);
    return date;
}

/* A school of 2026-2027 with sections that are written with ' for ". */
static schakel_school *read_school(const char *stage, const char *sections)
{
    char json[4096];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    int length = snprintf(json, sizeof json,
                          "{'schakel': 1, 'school': {'id': 'school', 'stage': '%s', 'year_start': "
                          "'2026-08-01', 'year_end': '2027-07-31'}%s%s}",
                          stage, sections[0] == '\0' ? "" : ", ", sections);
    assert_true(length > 0 && (size_t)length < sizeof json);
    for (char *c = json; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    if (schakel_school_from_json(json, (size_t)length, NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

static schakel_cycle *make(const schakel_school *school, schakel_date today, const char *child_id)
{
    schakel_cycle *cycle = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    options.today = today;
    options.child_id = child_id;
    if (schakel_cycle_make(school, &options, &cycle, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return cycle;
}

/* ------------------------------------------------------------------- as text */

typedef void row_writer(text *out, const schakel_cycle_row *row);

static void put_rows(text *out, const schakel_cycle *cycle, row_writer *put_row)
{
    for (size_t i = 0; i < schakel_cycle_count(cycle); i++) {
        schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
        assert_int_equal(schakel_cycle_get(cycle, i, &row), SCHAKEL_OK);
        put_row(out, &row);
    }
}

/* ------------------------------------------------------------- default cycles */

static void each_stage_has_its_own_default(void **state)
{
    static const struct {
        const char *stage, *expected;
    } cases[] = {
        {"preschool", "introductory 1 2026-08-01 2026-09-11 joins 3; progress 2 2026-12-26 2027-02-12 joins "
                      "3; handover 3 2027-06-14 2027-07-31 joins 3"},
        {"po", "introductory 1 2026-08-01 2026-09-11 joins 3; progress 2 2026-12-26 2027-02-12 joins 3; "
               "handover 3 2027-06-14 2027-07-31 joins 3"},
        {"vo", "introductory 1 2026-08-01 2026-09-25 joins 0; progress-1 2 2026-10-24 2026-12-11 leads 0; "
               "progress-2 2 2027-02-13 2027-04-02 leads 0"},
        {"mbo", "intake 0 2026-02-02 2026-07-31 leads 0; signing 4 2026-05-03 2026-08-29 leads 0; progress 2 "
                "2026-12-19 2027-02-17 leads 0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        text out = {"", 0};
        schakel_school *school = read_school(cases[i].stage, "");
        schakel_cycle *cycle = make(school, day("2026-09-01"), NULL);
        assert_int_equal(schakel_cycle_entry_count(cycle), 3);
        for (size_t e = 0; e < 3; e++) {
            schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
            char first[SCHAKEL_DATE_SIZE], last[SCHAKEL_DATE_SIZE];
            assert_int_equal(schakel_cycle_get_entry(cycle, e, &entry), SCHAKEL_OK);
            schakel_date_format(entry.first, first);
            schakel_date_format(entry.last, last);
            assert_memory_equal(entry.id, "default-", 8);
            put(&out, "%s%s %d %s %s %s %d", e == 0 ? "" : "; ", entry.id + 8, (int)entry.kind, first, last,
                part_words[entry.child], (int)entry.child_year);
            assert_true(entry.minutes == 15 && entry.bridge_minutes == 15);
            assert_true(entry.year_low == 0 && entry.year_high == 0);
            assert_true(entry.title[0] != '\0' && entry.question_count >= 2 && entry.questions[0][0] != '\0');
        }
        assert_string_equal(out.at, cases[i].expected);
        schakel_cycle_destroy(cycle);
        schakel_school_destroy(school);
    }
}

/* ------------------------------------------------------------ worked by hand */

#define ENTRY(id, kind, first, last, more)                                                                   \
    "{'id': '" id "', 'kind': '" kind "_talk', 'first': '" first "', 'last': '" last "'" more "}"
#define AUTUMN ENTRY("autumn", "progress", "2026-10-01", "2026-10-31", "")
#define KIM "'children': [{'id': 'kim'}]"
#define IN_YEAR(year)                                                                                        \
    "'groups': [{'id': 'g', 'year': " #year "}], 'children': [{'id': 'kim', 'group': 'g'}], "
#define CYCLE(entries) IN_YEAR(4) "'cycle': [" entries "]"
#define TWO CYCLE(ENTRY("spring", "progress", "2027-03-01", "2027-03-31", "") ", " AUTUMN)
#define ONE_DAY                                                                                              \
    CYCLE(ENTRY("b", "progress", "2026-10-01", "2026-10-31", "") ", " ENTRY("a", "progress", "2026-10-01",   \
                                                                            "2026-12-31", ""))
#define FOR_EIGHT CYCLE(AUTUMN ", " ENTRY("eight", "progress", "2026-10-10", "2026-10-31", ", 'year_low': 8"))
#define SUMMER CYCLE(ENTRY("summer", "progress", "2027-06-01", "2027-08-20", ""))

typedef struct worked {
    const char *why, *sections;
    const char *talks; /* "id date state", of progress unless the id is "care" */
    const char *today, *expected;
} worked;

static const worked standing[] = {
    {"its time has not come", TWO, "", "2026-09-30", "autumn later; spring later"},
    {"its first day", TWO, "", "2026-10-01", "autumn now; spring later"},
    {"its last day", TWO, "", "2026-10-31", "autumn now; spring later"},
    {"the day after it", TWO, "", "2026-11-01", "autumn missed; spring later"},
    {"without own entries there are those of the stage", KIM, "", "2026-08-01",
     "default-introductory now; default-progress later; default-handover later"},
    {"planned for today", TWO, "t 2026-10-05 0", "2026-10-05", "autumn planned t; spring later"},
    {"planned for yesterday", TWO, "t 2026-10-05 0", "2026-10-06", "autumn unrecorded t; spring later"},
    {"and when its time is over", TWO, "t 2026-10-05 0", "2026-12-01", "autumn unrecorded t; spring later"},
    {"held", TWO, "t 2026-10-05 1", "2026-12-01", "autumn done t; spring later"},
    {"held late", TWO, "t 2027-02-28 1", "2027-03-01", "autumn done t; spring now"},
    {"the first day of the next", TWO, "t 2027-03-01 1", "2027-03-01", "autumn missed; spring done t"},
    {"thirty days early", TWO, "t 2026-09-01 1", "2026-09-02", "autumn done t; spring later"},
    {"thirty-one days early", TWO, "t 2026-08-31 1", "2026-09-02", "autumn later; spring later"},
    {"last year's", TWO, "t 2026-03-10 1", "2026-10-02", "autumn now; spring later"},
    {"next year's", TWO, "t 2027-08-01 0", "2027-04-01", "autumn missed; spring missed"},
    {"the last day of the year", TWO, "t 2027-07-31 0", "2027-04-01", "autumn missed; spring planned t"},
    {"another kind", TWO, "care 2026-10-05 1", "2026-10-06", "autumn now; spring later"},
    {"cancelled", TWO, "t 2026-10-05 3", "2026-10-06", "autumn now; spring later"},
    {"missed, to be planned again", TWO, "t 2026-10-05 2", "2026-10-31", "autumn now +1; spring later"},
    {"missed, and its time is over", TWO, "t 2026-10-05 2", "2026-11-01", "autumn missed +1; spring later"},
    {"missed twice, then held", TWO, "a 2026-10-05 2 b 2026-10-09 2 c 2026-10-12 1", "2026-11-01",
     "autumn done c +2; spring later"},
    {"held tells more than planned", TWO, "a 2026-10-05 1 b 2026-10-20 0", "2026-10-06",
     "autumn done a; spring later"},
    {"and more than not recorded", TWO, "a 2026-10-02 0 b 2026-10-05 1", "2026-10-06",
     "autumn done b; spring later"},
    {"of two that were held the first", TWO, "b 2026-10-05 1 a 2026-10-20 1", "2026-10-21",
     "autumn done b; spring later"},
    {"one to come tells more than one not recorded", TWO, "a 2026-10-20 0 b 2026-10-05 0", "2026-10-10",
     "autumn planned a; spring later"},
    {"of two on one day the first id", TWO, "b 2026-10-20 0 a 2026-10-20 0", "2026-10-10",
     "autumn planned a; spring later"},
    {"with one first day the last id", ONE_DAY, "t 2026-10-05 1", "2026-11-01", "a now; b done t"},
    {"and, early, the first", ONE_DAY, "t 2026-09-25 1", "2026-11-01", "a done t; b missed"},
    {"entries for others take no talk", FOR_EIGHT, "t 2026-10-20 1", "2026-11-01", "autumn done t"},
    {"the time goes on after the year", SUMMER, "t 2027-08-20 0", "2027-08-02", "summer planned t"},
    {"and ends", SUMMER, "t 2027-08-21 0", "2027-08-02", "summer now"},
};

static void add_talks(schakel_school *school, const char *talks)
{
    char id[8], date[16];
    int state, used;
    for (; sscanf(talks, "%7s %15s %d%n", id, date, &state, &used) == 3; talks += used) {
        schakel_talk talk = SCHAKEL_TALK_INIT;
        talk.id = id;
        talk.child_id = "kim";
        talk.kind = strcmp(id, "care") == 0 ? SCHAKEL_TALK_CARE : SCHAKEL_TALK_PROGRESS;
        talk.date = day(date);
        talk.state = (schakel_talk_state)state;
        assert_int_equal(schakel_school_add_talk(school, &talk, NULL), SCHAKEL_OK);
    }
}

static void assert_worked(const worked *cases, size_t count, const char *stage, row_writer *put_row)
{
    for (size_t i = 0; i < count; i++) {
        text out = {"", 0};
        schakel_school *school = read_school(stage, cases[i].sections);
        add_talks(school, cases[i].talks);
        schakel_cycle *cycle = make(school, day(cases[i].today), NULL);
        put_rows(&out, cycle, put_row);
        if (strcmp(out.at, cases[i].expected) != 0)
            fail_msg("%s: %s", cases[i].why, out.at);
        schakel_cycle_destroy(cycle);
        schakel_school_destroy(school);
    }
}

#define ONCE(day, more) ENTRY("e" #day, "other", "2026-09-0" #day, "2026-09-0" #day, ", 'child_year': 3" more)
#define YEARS                                                                                                \
    "'cycle': [" ONCE(1, "") ", " ONCE(2, ", 'year_high': 2") ", " ONCE(                                     \
        3, ", 'year_low': 1, 'year_high': 3") ", " ONCE(4, ", 'year_low': 3, 'child': 'leads'") "]"
#define ADULTS(first, second) "'adults': [{'id': 'anna'" first "}, {'id': 'bram'" second "}]"
#define SPEAKS(tag, level) ", 'languages': [{'tag': '" tag "', 'speaking': '" level "'}]"
#define TIES(first, second)                                                                                  \
    ", 'children': [{'id': 'kim', 'ties': [{'adult': 'bram', " second "}, {'adult': 'anna', " first "}]}]"
#define PARENTS TIES("'kind': 'mother'", "'kind': 'father'")
#define ONE ", 'cycle': [" AUTUMN "]"
#define AGREED(id, date, state)                                                                              \
    "{'id': '" id "', 'child': 'kim', 'text': 'Lezen', 'date': '" date "', 'state': '" state "'}"
#define AGREEMENTS                                                                                           \
    ", 'agreements': [" AGREED("late", "2026-10-05", "open") ", " AGREED(                                    \
        "b", "2026-09-02",                                                                                   \
        "open") ", " AGREED("a", "2026-09-02",                                                               \
                            "open") ", " AGREED("old", "2025-06-01",                                         \
                                                "open") ", " AGREED("done", "2026-09-03",                    \
                                                                    "done") ", " AGREED("dropped",           \
                                                                                        "2026-09-03",        \
                                                                                        "dropped") "]"

static const worked preparations[] = {
    {"a mixed group has no limited entries, and its children are taken to be young", IN_YEAR(0) YEARS, "",
     "2026-08-20", "e1 15 absent [] []"},
    {"nor has a child in no group", "'children': [{'id': 'kim'}], " YEARS, "", "2026-08-20",
     "e1 15 absent [] []"},
    {"year 1", IN_YEAR(1) YEARS, "", "2026-08-20",
     "e1 15 absent [] []; e2 15 absent [] []; e3 15 absent [] []"},
    {"year 2", IN_YEAR(2) YEARS, "", "2026-08-20",
     "e1 15 absent [] []; e2 15 absent [] []; e3 15 absent [] []"},
    {"year 3", IN_YEAR(3) YEARS, "", "2026-08-20", "e1 15 joins [] []; e3 15 joins [] []; e4 15 leads [] []"},
    {"year 4", IN_YEAR(4) YEARS, "", "2026-08-20", "e1 15 joins [] []; e4 15 leads [] []"},
    {"both parents, by id", ADULTS("", "") PARENTS ONE, "", "2026-10-01", "autumn 15 joins [anna bram] []"},
    {"who may be told nothing is not invited",
     ADULTS("", "") TIES("'kind': 'mother'", "'kind': 'father', 'informed': false") ONE, "", "2026-10-01",
     "autumn 15 joins [anna] []"},
    {"a parent without authority is told of dates; a friend is not",
     ADULTS("", "") TIES("'kind': 'mother', 'authority': 'no'", "'kind': 'friend'") ONE, "", "2026-10-01",
     "autumn 15 joins [anna] []"},
    {"Dutch below B1 asks for a bridge", ADULTS(SPEAKS("nl", "A2"), SPEAKS("nl", "C1")) PARENTS ONE, "",
     "2026-10-01", "autumn 30 bridge joins [anna bram] []"},
    {"Dutch at B1 does not, also the Dutch of Belgium",
     ADULTS(SPEAKS("nl", "B1"), SPEAKS("nl-BE", "B1")) PARENTS ONE, "", "2026-10-01",
     "autumn 15 joins [anna bram] []"},
    {"another language alone does", ADULTS(SPEAKS("ti", "C1"), "") PARENTS ONE, "", "2026-10-01",
     "autumn 30 bridge joins [anna bram] []"},
    {"a language that only begins alike is another one", ADULTS(SPEAKS("nld", "C1"), "") PARENTS ONE, "",
     "2026-10-01", "autumn 30 bridge joins [anna bram] []"},
    {"Dutch of an unknown level is not known to be low",
     ADULTS(", 'languages': [{'tag': 'nl'}]", "") PARENTS ONE, "", "2026-10-01",
     "autumn 15 joins [anna bram] []"},
    {"who is not invited needs no bridge",
     ADULTS("", SPEAKS("ti", "C1")) TIES("'kind': 'mother'", "'kind': 'friend'") ONE, "", "2026-10-01",
     "autumn 15 joins [anna] []"},
    {"the entry says how long, with and without a bridge",
     ADULTS("", SPEAKS("ti", "C1")) PARENTS
     ", 'cycle': [" ENTRY("autumn", "progress", "2026-10-01", "2026-10-31",
                          ", 'minutes': 20, 'bridge_minutes': 25, 'child': 'absent'") "]",
     "", "2026-10-01", "autumn 45 bridge absent [anna bram] []"},
    {"open agreements come back, the oldest first", KIM ONE AGREEMENTS, "", "2026-10-01",
     "autumn 15 joins [] [old a b late]"},
    {"in a planned talk those of before its day", KIM ONE AGREEMENTS, "t 2026-10-05 0", "2026-10-01",
     "autumn 15 joins [] [old a b]"},
    {"in a talk that is not recorded as well", KIM ONE AGREEMENTS, "t 2026-10-05 0", "2026-12-01",
     "autumn 15 joins [] [old a b]"},
    {"none once it is done", KIM ONE AGREEMENTS, "t 2026-10-06 1", "2026-12-01", "autumn 15 joins [] []"},
    {"none once it is missed", KIM ONE AGREEMENTS, "", "2026-12-01", "autumn 15 joins [] []"},
};

#define STUDENT                                                                                              \
    ADULTS("", "")                                                                                           \
    ", 'children': [{'id': 'kim', 'born': '2008-10-10', 'ties': [{'adult': 'anna', 'kind': "                 \
    "'mother'}, {'adult': 'bram', 'kind': 'partner'}]}]" ONE
#define CONSENT(adult, scope, more)                                                                          \
    ", 'consents': [{'id': 'c', 'child': 'kim', 'adult': '" adult "', 'scopes': ['" scope                    \
    "'], 'given': '2026-10-05'" more "}]"

static const worked students[] = {
    {"on the day before the birthday parents are invited", STUDENT, "", "2026-10-09",
     "autumn 15 joins [anna] []"},
    {"from then on the student decides", STUDENT, "", "2026-10-10", "autumn 15 joins [] []"},
    {"and may invite a partner", STUDENT CONSENT("bram", "practical", ""), "", "2026-10-10",
     "autumn 15 joins [bram] []"},
    {"consent to tell about care is none to invite", STUDENT CONSENT("anna", "care", ""), "", "2026-10-10",
     "autumn 15 joins [] []"},
    {"consent can be withdrawn", STUDENT CONSENT("bram", "practical", ", 'withdrawn': '2026-10-11'"), "",
     "2026-10-11", "autumn 15 joins [] []"},
    {"without a date of birth a student decides", ADULTS("", "") PARENTS ONE, "", "2026-10-01",
     "autumn 15 joins [] []"},
};

static void talks_stand_as_worked_out_by_hand(void **state)
{
    (void)state;
    assert_worked(standing, sizeof standing / sizeof standing[0], "po", put_brief);
}

static void talks_are_prepared_as_worked_out_by_hand(void **state)
{
    (void)state;
    assert_worked(preparations, sizeof preparations / sizeof preparations[0], "po", put_preparation);
    assert_worked(students, sizeof students / sizeof students[0], "mbo", put_preparation);
}

/* ------------------------------------------------------------ written twice */

static void random_schools_have_the_rows_of_the_second_writing(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4000; seed++) {
        static text expected, found, again, one;
        schakel_school *school = draw_school(seed, 0), *turned = draw_school(seed, 1 + (uint32_t)(seed % 5));
        schakel_date today = FIRST_DAY - 30 + (schakel_date)(seed * 37 % 420);
        schakel_cycle *cycle = make(school, today, NULL), *turned_cycle = make(turned, today, NULL);
        schakel_cycle *of_one = make(school, today, "x");
        expected.length = found.length = again.length = one.length = 0;
        expected.at[0] = found.at[0] = again.at[0] = one.at[0] = '\0';
        size_t last = put_model(&expected, school, today);
        put_rows(&found, cycle, put_whole);
        put_rows(&again, turned_cycle, put_whole);
        put_rows(&one, of_one, put_whole);
        if (strcmp(found.at, expected.at) != 0)
            fail_msg("seed %d: expected\n%sfound\n%s", (int)seed, expected.at, found.at);
        if (strcmp(again.at, found.at) != 0)
            fail_msg("seed %d depends on the order of adding:\n%s\n%s", (int)seed, found.at, again.at);
        assert_string_equal(one.at, expected.at + last);
        schakel_cycle_destroy(cycle);
        schakel_cycle_destroy(turned_cycle);
        schakel_cycle_destroy(of_one);
        schakel_school_destroy(school);
        schakel_school_destroy(turned);
    }
}

/* -------------------------------------------------------------------- misuse */

static void wrong_options_are_refused(void **state)
{
    (void)state;
    schakel_school *school = read_school("po", KIM), *bare = NULL;
    schakel_cycle *cycle = (schakel_cycle *)school;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    assert_int_equal(schakel_cycle_make(school, &options, &cycle, &error), SCHAKEL_INVALID);
    assert_null(cycle);
    assert_string_equal(error.path, "/today");
    options.today = FIRST_DAY;
    options.child_id = "tom";
    assert_int_equal(schakel_cycle_make(school, &options, &cycle, &error), SCHAKEL_NOT_FOUND);
    assert_string_equal(error.path, "/child_id");
    options.child_id = NULL;
    assert_int_equal(schakel_school_create(NULL, &bare, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_cycle_make(bare, &options, &cycle, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "");
    assert_int_equal(schakel_cycle_make(NULL, &options, &cycle, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_make(school, NULL, &cycle, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_make(school, &options, NULL, NULL), SCHAKEL_MISUSE);
    options.struct_size = 0;
    assert_int_equal(schakel_cycle_make(school, &options, &cycle, NULL), SCHAKEL_MISUSE);
    schakel_school_destroy(bare);
    schakel_school_destroy(school);
}

static void wrong_indexes_are_refused(void **state)
{
    (void)state;
    schakel_school *school = read_school("po", KIM);
    schakel_cycle *cycle = make(school, FIRST_DAY, NULL);
    schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
    schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
    assert_int_equal(schakel_cycle_count(NULL) + schakel_cycle_entry_count(NULL), 0);
    assert_int_equal(schakel_cycle_get(NULL, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_get(cycle, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_get(cycle, 3, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_get_entry(NULL, 0, &entry), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_get_entry(cycle, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_get_entry(cycle, 3, &entry), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_default_count((schakel_stage)4), 0);
    assert_int_equal(schakel_cycle_default(SCHAKEL_STAGE_PO, 3, 0, 300, &entry), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_default(SCHAKEL_STAGE_PO, 0, 0, 300, NULL), SCHAKEL_MISUSE);
    row.struct_size = entry.struct_size = 0;
    assert_int_equal(schakel_cycle_get(cycle, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_get_entry(cycle, 0, &entry), SCHAKEL_MISUSE);
    assert_int_equal(schakel_cycle_default(SCHAKEL_STAGE_PO, 0, 0, 300, &entry), SCHAKEL_MISUSE);
    schakel_cycle_destroy(cycle);
    schakel_cycle_destroy(NULL);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_stage_has_its_own_default),
        cmocka_unit_test(talks_stand_as_worked_out_by_hand),
        cmocka_unit_test(talks_are_prepared_as_worked_out_by_hand),
        cmocka_unit_test(random_schools_have_the_rows_of_the_second_writing),
        cmocka_unit_test(wrong_options_are_refused),
        cmocka_unit_test(wrong_indexes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
