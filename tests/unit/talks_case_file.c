/* The file of a case: every kind of line, and their order. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/exchange.h"
#include "schakel/talks.h"

static schakel_school *read_school(const char *sections)
{
    char json[4096];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    int length = snprintf(
        json, sizeof json,
        "{'schakel': 1, 'school': {'id': 'school', 'stage': 'po', 'year_start': '2026-08-01', 'year_end': "
        "'2027-07-31'}, 'staff': [{'id': 'ines'}], 'adults': [{'id': 'anna'}], 'children': [{'id': 'kim'}, "
        "{'id': "
        "'tom'}], 'ladder': [{'id': 'one', 'level': 1}, {'id': 'two', 'level': 2}]%s%s}",
        sections[0] == '\0' ? "" : ", ", sections);
    assert_true(length > 0 && (size_t)length < sizeof json);
    for (char *c = json; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    if (schakel_school_from_json(json, (size_t)length, NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

static schakel_case_file *make(const schakel_school *school, const char *case_id)
{
    schakel_case_file *file = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_case_file_make(school, case_id, &file, &error) != SCHAKEL_OK)
        fail_msg("%s", error.message);
    return file;
}

static const char *or_none(const char *text)
{
    return text == NULL ? "-" : text;
}

/* "2026-09-01 told by anna: text [id]", a line each; of an agreement also how it stands. */
static void list_lines(const schakel_school *school, char *out, size_t size)
{
    static const char *const kinds[] = {"opened", "told",      "tried",   "agreed", "contact",
                                        "talk",   "agreement", "support", "step",   "closed"};
    size_t used = 0;
    schakel_case_file *file = make(school, "c");
    out[0] = '\0';
    for (size_t i = 0; i < schakel_case_file_count(file); i++) {
        schakel_file_line line = SCHAKEL_FILE_LINE_INIT;
        char date[SCHAKEL_DATE_SIZE];
        assert_int_equal(schakel_case_file_get(file, i, &line), SCHAKEL_OK);
        schakel_date_format(line.date, date);
        used += (size_t)snprintf(out + used, size - used, "%s %s %s %s by %s %s %s", date, kinds[line.kind],
                                 or_none(line.id), or_none(line.text), or_none(line.adult_id),
                                 or_none(line.staff_id), or_none(line.child_id));
        if (line.kind == SCHAKEL_FILE_AGREEMENT)
            used += (size_t)snprintf(out + used, size - used, " (%d %d %d)", (int)line.supported,
                                     (int)line.feasible, (int)line.state);
        else
            assert_true(line.supported == SCHAKEL_UNASKED && line.feasible == SCHAKEL_UNASKED &&
                        line.state == SCHAKEL_AGREEMENT_OPEN);
        used += (size_t)snprintf(out + used, size - used, "\n");
        assert_true(used < size);
    }
    schakel_case_file_destroy(file);
}

typedef struct worked {
    const char *why, *sections, *expected;
} worked;

#define CASE(more) "'cases': [{'id': 'c', 'child': 'kim', 'opened': '2026-09-01'" more "}]"
#define OPENED "2026-09-01 opened - - by - - -\n"
#define NOTE(date, kind, text, more) "{'date': '" date "', 'kind': '" kind "', 'text': '" text "'" more "}"
#define NOTES(list) CASE(", 'notes': [" list "]")
#define TALK(id, state, more)                                                                                \
    "{'id': '" id "', 'kind': 'care_talk', 'child': 'kim', 'date': '2026-09-03', 'state': '" state "'" more  \
    "}"
#define CONTACT(id, more)                                                                                    \
    "{'id': '" id "', 'child': 'kim', 'date': '2026-09-04', 'channel': 'call', 'purpose': 'concern'" more "}"
#define AGREED(id, more)                                                                                     \
    "{'id': '" id "', 'child': 'kim', 'case': 'c', 'text': 'Rustig begin', 'date': '2026-09-05', " more "}"
#define AGREED_MORE                                                                                          \
    AGREED("g", "'by_adult': 'anna', 'supported': 'yes', 'feasible': 'no', 'state': 'dropped'")              \
    ", " AGREED("i", "'by_staff': 'ines', 'state': 'done'") ", " AGREED("j", "'by_child': 'kim'")

static const worked cases[] = {
    {"a case alone", CASE(""), OPENED},
    {"its title is what it is about", CASE(", 'title': 'Rekenen'"), "2026-09-01 opened - Rekenen by - - -\n"},
    {"closed on the day it was opened", CASE(", 'closed': '2026-09-01'"),
     OPENED "2026-09-01 closed - - by - - -\n"},
    {"support was offered", CASE(", 'support_offered': '2026-09-02'"),
     OPENED "2026-09-02 support - - by - - -\n"},
    {"by whom", CASE(", 'support_offered': '2026-09-02', 'support': 'Tante Roos'"),
     OPENED "2026-09-02 support - Tante Roos by - - -\n"},
    {"who supports the parents is not told without a day", CASE(", 'support': 'Tante Roos'"), OPENED},
    {"steps, with and without a reason",
     CASE(
         ", 'steps': [{'rung': 'one', 'date': '2026-09-01'}, {'rung': 'two', 'date': '2026-09-02', 'reason': "
         "'Meer hulp'}]"),
     OPENED "2026-09-01 step one - by - - -\n2026-09-02 step two Meer hulp by - - -\n"},
    {"notes of each kind and by each",
     NOTES(NOTE("2026-09-02", "told", "Moe", ", 'by_adult': 'anna'") ", " NOTE(
         "2026-09-03", "tried", "Rust",
         ", 'by_staff': 'ines'") ", " NOTE("2026-09-04", "agreed", "Vroeg naar bed", ", 'by_child': 'kim'")),
     OPENED
     "2026-09-02 told - Moe by anna - -\n2026-09-03 tried - Rust by - ines -\n2026-09-04 agreed - Vroeg "
     "naar bed by - - kim\n"},
    {"talks that were held, of this case",
     CASE("") ", 'talks': [" TALK("t", "held", ", 'case': 'c'") ", " TALK("u", "held", "") ", " TALK(
         "v", "planned", ", 'case': 'c'") ", " TALK("w", "missed",
                                                    ", 'case': 'c'") ", " TALK("x", "cancelled",
                                                                               ", 'case': 'c'") "]",
     OPENED "2026-09-03 talk t - by - - -\n"},
    {"contacts of this case",
     CASE("") ", 'contacts': [" CONTACT("x", ", 'case': 'c', 'adult': 'anna', 'staff': 'ines'") ", " CONTACT(
         "y", "") ", " CONTACT("z", ", 'case': 'c'") "]",
     OPENED "2026-09-04 contact x - by anna ines -\n2026-09-04 contact z - by - - -\n"},
    {"agreements of this case, however they stand",
     CASE("") ", 'agreements': [" AGREED_MORE ", {'id': 'h', 'child': 'kim', 'text': 'Rustig begin', 'date': "
              "'2026-09-05'}]",
     OPENED
     "2026-09-05 agreement g Rustig begin by anna - - (1 2 2)\n2026-09-05 agreement i Rustig begin by - "
     "ines - (0 0 1)\n2026-09-05 agreement j Rustig begin by - - kim (0 0 0)\n"},
    {"another case keeps its own",
     "'cases': [{'id': 'c', 'child': 'kim', 'opened': '2026-09-01'}, {'id': 'd', 'child': 'kim', 'opened': "
     "'2026-09-01', 'notes': [" NOTE("2026-09-02", "told", "Moe",
                                     "") "]}], 'talks': [" TALK("t", "held", ", 'case': 'd'") "]",
     OPENED},
};

static void every_kind_of_line_as_worked_out_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[2048];
        schakel_school *school = read_school(cases[i].sections);
        list_lines(school, out, sizeof out);
        if (strcmp(out, cases[i].expected) != 0)
            fail_msg("%s:\n%s", cases[i].why, out);
        schakel_school_destroy(school);
    }
}

/* -------------------------------------------------------------------- order */

/* Everything on one day but for the first and the last. */
static void on_one_day_lines_come_by_kind_and_then_by_id(void **state)
{
    static const char sections[] =
        "'cases': [{'id': 'c', 'child': 'kim', 'opened': '2026-09-02', 'closed': '2026-09-02', "
        "'support_offered': "
        "'2026-09-02', 'steps': [{'rung': 'one', 'date': '2026-09-02'}, {'rung': 'two', 'date': "
        "'2026-09-02'}], "
        "'notes': [{'date': '2026-09-01', 'kind': 'agreed', 'text': 'Eerst'}, {'date': '2026-09-02', 'kind': "
        "'agreed', 'text': 'Af'}, {'date': '2026-09-02', 'kind': 'tried', 'text': 'Bel'}, {'date': "
        "'2026-09-02', "
        "'kind': 'told', 'text': 'Dag'}, {'date': '2026-09-03', 'kind': 'told', 'text': 'Later'}]}], "
        "'talks': "
        "[{'id': 't', 'kind': 'care_talk', 'child': 'kim', 'date': '2026-09-02', 'state': 'held', 'case': "
        "'c'}, "
        "{'id': 's', 'kind': 'care_talk', 'child': 'kim', 'date': '2026-09-02', 'state': 'held', 'case': "
        "'c'}], "
        "'agreements': [{'id': 'h', 'child': 'kim', 'case': 'c', 'text': 'Op tijd', 'date': '2026-09-02'}, "
        "{'id': "
        "'g', 'child': 'kim', 'case': 'c', 'text': 'Rust', 'date': '2026-09-02'}], 'contacts': [{'id': 'y', "
        "'child': 'kim', 'case': 'c', 'date': '2026-09-02', 'channel': 'call', 'purpose': 'concern'}, "
        "{'id': 'x', "
        "'child': 'kim', 'case': 'c', 'date': '2026-09-02', 'channel': 'call', 'purpose': 'concern'}]";
    static const char expected[] =
        "2026-09-01 agreed - Eerst by - - -\n2026-09-02 opened - - by - - -\n2026-09-02 told - Dag by - - -\n"
        "2026-09-02 tried - Bel by - - -\n2026-09-02 agreed - Af by - - -\n2026-09-02 contact x - by - - -\n"
        "2026-09-02 contact y - by - - -\n2026-09-02 talk s - by - - -\n2026-09-02 talk t - by - - -\n"
        "2026-09-02 agreement g Rust by - - - (0 0 0)\n2026-09-02 agreement h Op tijd by - - - (0 0 0)\n"
        "2026-09-02 support - - by - - -\n2026-09-02 step one - by - - -\n2026-09-02 step two - by - - -\n"
        "2026-09-02 closed - - by - - -\n2026-09-03 told - Later by - - -\n";
    char out[2048];
    (void)state;
    schakel_school *school = read_school(sections);
    list_lines(school, out, sizeof out);
    assert_string_equal(out, expected);
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------------- misuse */

static void misuse_and_unknown_cases_are_told(void **state)
{
    (void)state;
    schakel_school *school = read_school(CASE(""));
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_case_file *file = (schakel_case_file *)school;
    schakel_file_line line = SCHAKEL_FILE_LINE_INIT;
    assert_int_equal(schakel_case_file_make(school, "d", &file, &error), SCHAKEL_NOT_FOUND);
    assert_null(file);
    assert_non_null(strstr(error.message, "case with id \"d\""));
    assert_int_equal(schakel_case_file_make(NULL, "c", &file, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_case_file_make(school, NULL, &file, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_case_file_make(school, "c", NULL, NULL), SCHAKEL_MISUSE);
    file = make(school, "c");
    assert_int_equal(schakel_case_file_count(file), 1);
    assert_int_equal(schakel_case_file_count(NULL), 0);
    assert_int_equal(schakel_case_file_get(file, 1, &line), SCHAKEL_MISUSE);
    assert_int_equal(schakel_case_file_get(file, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_case_file_get(NULL, 0, &line), SCHAKEL_MISUSE);
    line.struct_size = 0;
    assert_int_equal(schakel_case_file_get(file, 0, &line), SCHAKEL_MISUSE);
    schakel_case_file_destroy(file);
    schakel_case_file_destroy(NULL);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_line_as_worked_out_by_hand),
        cmocka_unit_test(on_one_day_lines_come_by_kind_and_then_by_id),
        cmocka_unit_test(misuse_and_unknown_cases_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
