/* Who may be told what, from which day; the ladder; passports that become offers and needs; what holds a record. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/exchange.h"

static schakel_date day(const char *text)
{
    return schakel_date_parse(text);
}

/* A school that is written with ' for ". */
static schakel_school *read_school(const char *text)
{
    char json[6000];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    snprintf(json, sizeof json, "%s", text);
    for (char *c = json; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    if (schakel_school_from_json(json, strlen(json), NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

/* ------------------------------------------------------------- who may be told */

#define FAMILY                                                                                                         \
    "'adults': [{'id': 'moeder'}, {'id': 'vader'}, {'id': 'pleeg'}, {'id': 'voogd'}, {'id': 'stief'}, {'id': 'oma'}, " \
    "{'id': 'weg'}, {'id': 'vreemd'}], 'children': [{'id': 'kind', 'born': '2008-03-10', 'ties': ["                    \
    "{'adult': 'moeder', 'kind': 'mother'}, {'adult': 'vader', 'kind': 'father', 'authority': 'no'}, "                 \
    "{'adult': 'pleeg', 'kind': 'foster_parent'}, {'adult': 'voogd', 'kind': 'guardian'}, "                            \
    "{'adult': 'stief', 'kind': 'stepparent'}, {'adult': 'oma', 'kind': 'relative', 'authority': 'no'}, "              \
    "{'adult': 'weg', 'kind': 'mother', 'informed': false, 'authority': 'yes'}]}]"
#define SCHOOL(more)                                                                                                \
    "{'schakel': 1, 'school': {'id': 's', 'stage': 'vo', 'year_start': '2025-08-18', 'year_end': '2026-07-10'" more \
    "}, " FAMILY

typedef struct question {
    const char *adult;
    uint32_t scope;
    const char *date;
    schakel_told_reason reason;
} question;

static void ask_all(const char *text, const question *questions, size_t count)
{
    schakel_school *school = read_school(text);
    for (size_t i = 0; i < count; i++) {
        schakel_told told = SCHAKEL_TOLD_INIT;
        const question *q = &questions[i];
        assert_int_equal(schakel_school_told(school, "kind", q->adult, q->scope, day(q->date), &told, NULL),
                         SCHAKEL_OK);
        if (told.reason != q->reason)
            fail_msg("%s, scope %u on %s: reason %d, not %d", q->adult, (unsigned)q->scope, q->date,
                     (int)told.reason, (int)q->reason);
        int yes = q->reason >= SCHAKEL_TOLD_AUTHORITY && q->reason <= SCHAKEL_TOLD_CHILD;
        assert_int_equal(told.allowed, yes);
        assert_true(told.reason_nl[0] != '\0' && told.reason_en[0] != '\0');
    }
    schakel_school_destroy(school);
}

enum { PRACTICAL = SCHAKEL_SCOPE_PRACTICAL, PROGRESS = SCHAKEL_SCOPE_PROGRESS, CARE = SCHAKEL_SCOPE_CARE };

static void of_a_minor_authority_decides(void **state)
{
    static const question questions[] = {
        {"moeder", PRACTICAL, "2025-10-01", SCHAKEL_TOLD_AUTHORITY},
        {"moeder", CARE, "2025-10-01", SCHAKEL_TOLD_AUTHORITY},
        {"voogd", CARE, "2025-10-01", SCHAKEL_TOLD_AUTHORITY},
        {"vader", PRACTICAL, "2025-10-01", SCHAKEL_TOLD_DUTY},
        {"vader", PROGRESS, "2025-10-01", SCHAKEL_TOLD_DUTY},
        {"vader", CARE, "2025-10-01", SCHAKEL_TOLD_NO_CONSENT},
        {"pleeg", PROGRESS, "2025-10-01", SCHAKEL_TOLD_DUTY},
        {"pleeg", CARE, "2025-10-01", SCHAKEL_TOLD_NO_CONSENT},
        {"stief", PRACTICAL, "2025-10-01", SCHAKEL_TOLD_NO_CONSENT},
        {"oma", PRACTICAL, "2025-10-01", SCHAKEL_TOLD_NO_CONSENT},
        {"weg", PRACTICAL, "2025-10-01", SCHAKEL_TOLD_STOPPED},
        {"vreemd", PRACTICAL, "2025-10-01", SCHAKEL_TOLD_NO_TIE},
    };
    (void)state;
    ask_all(SCHOOL("") "}", questions, sizeof questions / sizeof questions[0]);
}

/* Of those who gave consent here only the mother may; the last one gave it for later and took it back. */
static void consent_counts_from_who_may_give_it(void **state)
{
    static const question questions[] = {
        {"stief", PRACTICAL, "2025-10-01", SCHAKEL_TOLD_NO_CONSENT}, /* from a father without authority */
        {"vader", CARE, "2025-10-01", SCHAKEL_TOLD_NO_CONSENT},      /* from a mother who is not informed */
        {"pleeg", CARE, "2025-10-01", SCHAKEL_TOLD_NO_CONSENT},      /* from a minor */
        {"oma", PRACTICAL, "2025-08-31", SCHAKEL_TOLD_NO_CONSENT},
        {"oma", PRACTICAL, "2025-09-01", SCHAKEL_TOLD_CONSENT},
        {"oma", PROGRESS, "2025-10-01", SCHAKEL_TOLD_NO_CONSENT},
        {"oma", PRACTICAL, "2025-11-30", SCHAKEL_TOLD_CONSENT},
        {"oma", PRACTICAL, "2025-12-01", SCHAKEL_TOLD_WITHDRAWN},
    };
    (void)state;
    ask_all(
        SCHOOL(
            "") ", 'consents': [{'id': '1', 'child': 'kind', 'by_adult': 'vader', 'adult': 'stief', 'scopes': "
                "['practical'], 'given': '2025-09-01'}, {'id': '2', 'child': 'kind', 'by_adult': 'weg', 'adult': "
                "'vader', 'scopes': ['care'], 'given': '2025-09-01'}, {'id': '3', 'child': 'kind', 'adult': 'pleeg', "
                "'scopes': ['care'], 'given': '2025-09-01'}, {'id': '4', 'child': 'kind', 'by_adult': 'moeder', "
                "'adult': 'oma', 'scopes': ['practical'], 'given': '2025-09-01', 'withdrawn': '2025-12-01'}]}",
        questions, sizeof questions / sizeof questions[0]);
}

/* On the eighteenth birthday the student decides; what a parent let others hear holds no more. */
static void of_age_the_student_decides(void **state)
{
    static const question questions[] = {
        {"moeder", PROGRESS, "2026-03-09", SCHAKEL_TOLD_AUTHORITY},
        {"moeder", PROGRESS, "2026-03-10", SCHAKEL_TOLD_CHILD_DECIDES},
        {"oma", PROGRESS, "2026-03-09", SCHAKEL_TOLD_CONSENT},
        {"oma", PROGRESS, "2026-03-10", SCHAKEL_TOLD_CHILD_DECIDES},
        {"vader", PROGRESS, "2026-03-10", SCHAKEL_TOLD_CHILD},
        {"vader", CARE, "2026-03-10", SCHAKEL_TOLD_CHILD_DECIDES},
        {"weg", PROGRESS, "2026-03-10", SCHAKEL_TOLD_STOPPED}, /* also with consent */
    };
    (void)state;
    ask_all(
        SCHOOL(
            "") ", 'consents': [{'id': '1', 'child': 'kind', 'by_adult': 'moeder', 'adult': 'oma', 'scopes': "
                "['progress'], 'given': '2025-09-01'}, {'id': '2', 'child': 'kind', 'adult': 'vader', 'scopes': "
                "['practical', 'progress'], 'given': '2025-09-01'}, {'id': '3', 'child': 'kind', 'adult': 'weg', "
                "'scopes': ['progress'], 'given': '2025-09-01'}]}",
        questions, sizeof questions / sizeof questions[0]);
}

static int decides(const char *school_more, const char *stage, const char *born, const char *date)
{
    char text[600];
    snprintf(text, sizeof text,
             "{'schakel': 1, 'school': {'id': 's', 'stage': '%s', 'year_start': '2025-08-18', 'year_end': "
             "'2026-07-10'%s}, 'children': [{'id': 'kind'%s%s%s}]}",
             stage, school_more, born[0] == '\0' ? "" : ", 'born': '", born, born[0] == '\0' ? "" : "'");
    schakel_school *school = read_school(text);
    int answer = schakel_school_decides(school, "kind", day(date));
    assert_int_equal(schakel_school_decides(school, "niemand", day(date)), 0);
    schakel_school_destroy(school);
    return answer;
}

static void the_age_is_the_schools_or_the_laws(void **state)
{
    (void)state;
    assert_false(decides("", "vo", "2008-03-10", "2026-03-09"));
    assert_true(decides("", "vo", "2008-03-10", "2026-03-10"));
    assert_false(decides(", 'decides_age': 16", "vo", "2008-03-10", "2024-03-09"));
    assert_true(decides(", 'decides_age': 16", "vo", "2008-03-10", "2024-03-10"));
    assert_true(decides(", 'decides_age': 17", "vo", "2008-03-10", "2025-03-10"));
    assert_false(decides("", "vo", "2008-02-29", "2026-02-28")); /* no 29 February in that year */
    assert_true(decides("", "vo", "2008-02-29", "2026-03-01"));
    assert_true(decides(", 'decides_age': 16", "vo", "2008-02-29", "2024-02-29"));
    assert_false(decides("", "po", "", "2026-03-10"));
    assert_true(decides("", "mbo", "", "2026-03-10"));
    assert_false(decides("", "mbo", "9990-01-01", "2026-03-10")); /* its birthday lies past the last year */
}

/* The law is named where it decides, and only there. */
static void the_law_is_named(void **state)
{
    static const struct {
        const char *more, *adult, *date, *source;
    } rows[] = {
        {"", "moeder", "2025-10-01", "Burgerlijk Wetboek 1:245"},
        {"", "vader", "2025-10-01", "Burgerlijk Wetboek 1:377c"},
        {"", "pleeg", "2025-10-01", NULL},
        {"", "moeder", "2026-04-01", "Burgerlijk Wetboek 1:233"},
        {"", "vreemd", "2025-10-01", NULL},
    };
    schakel_told told = SCHAKEL_TOLD_INIT;
    schakel_school *school = read_school(SCHOOL("") "}");
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        schakel_school_told(school, "kind", rows[i].adult, PROGRESS, day(rows[i].date), &told, NULL);
        if (rows[i].source == NULL)
            assert_null(told.source);
        else
            assert_string_equal(told.source, rows[i].source);
    }
    schakel_school_destroy(school);
    school = read_school(SCHOOL(", 'decides_age': 16") "}");
    schakel_school_told(school, "kind", "moeder", PROGRESS, day("2025-10-01"), &told, NULL);
    assert_int_equal(told.reason, SCHAKEL_TOLD_CHILD_DECIDES);
    assert_null(told.source); /* the school's own rule */
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_int_equal(schakel_school_told(school, "x", "moeder", PROGRESS, 0, &told, &error),
                     SCHAKEL_NOT_FOUND);
    assert_int_equal(schakel_school_told(school, "kind", "x", PROGRESS, 0, &told, &error), SCHAKEL_NOT_FOUND);
    assert_int_equal(schakel_school_told(school, "kind", "moeder", 3, 0, &told, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_told(school, NULL, "moeder", 1, 0, &told, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_told(school, "kind", NULL, 1, 0, &told, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_told(school, "kind", "moeder", 1, 0, NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_told(NULL, "kind", "moeder", 1, 0, &told, &error), SCHAKEL_MISUSE);
    told.struct_size = 1;
    assert_int_equal(schakel_school_told(school, "kind", "moeder", 1, 0, &told, &error), SCHAKEL_MISUSE);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------- ladder */

static schakel_school *load(const char *name)
{
    char path[300];
    schakel_school *school = NULL;
    snprintf(path, sizeof path, "%s/right/%s", SCHAKEL_TEST_DATA, name);
    assert_int_equal(schakel_school_load(path, NULL, &school, NULL), SCHAKEL_OK);
    return school;
}

static schakel_case case_of(const schakel_school *school, size_t index)
{
    schakel_case c = SCHAKEL_CASE_INIT;
    assert_int_equal(schakel_school_get_case(school, index, &c), SCHAKEL_OK);
    return c;
}

static void steps_go_up_and_leave_the_school_with_consent(void **state)
{
    schakel_school *school = load("dialogue.json");
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    schakel_step outside = {"r3", day("2026-09-20"), NULL}, same = {"r2", day("2026-09-20"), NULL},
                 early = {"r3", day("2026-09-09"), NULL}, late = {"r3", day("2026-12-02"), NULL},
                 unknown = {"r9", day("2026-09-20"), NULL}, no_day = {"r3", SCHAKEL_NO_DATE, NULL};
    assert_int_equal(schakel_school_step_up(school, "k1", &same, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/steps/2/rung");
    assert_int_equal(schakel_school_step_up(school, "k1", &early, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/steps/2/date");
    assert_int_equal(schakel_school_step_up(school, "k1", &late, &error), SCHAKEL_INVALID);
    assert_int_equal(schakel_school_step_up(school, "k1", &unknown, &error), SCHAKEL_NOT_FOUND);
    assert_string_equal(error.path, "/rung");
    assert_int_equal(schakel_school_step_up(school, "k1", &no_day, &error), SCHAKEL_INVALID);
    assert_int_equal(schakel_school_step_up(school, "k9", &outside, &error), SCHAKEL_NOT_FOUND);
    assert_int_equal(schakel_school_step_up(school, NULL, &outside, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_step_up(NULL, "k1", &outside, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_step_up(school, "k1", NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(case_of(school, 0).step_count, 2);
    /* The child is sixteen there only in November, so its own consent does not hold yet. */
    assert_int_equal(schakel_school_step_up(school, "k1", &outside, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/rung");
    schakel_step of_age = {"r3", day("2026-11-12"), "Samen verder"};
    assert_int_equal(schakel_school_step_up(school, "k1", &of_age, &error), SCHAKEL_OK);
    assert_int_equal(case_of(school, 0).step_count, 3);
    assert_string_equal(case_of(school, 0).steps[2].reason, "Samen verder");
    schakel_school_destroy(school);
}

static void notes_stay_in_the_order_of_days(void **state)
{
    schakel_school *school = load("dialogue.json");
    char text[] = "Tussen de andere in.";
    (void)state;
    schakel_note note = {day("2026-09-03"), SCHAKEL_NOTE_TOLD, text, NULL, NULL, NULL};
    assert_int_equal(schakel_school_add_note(school, "k1", &note, NULL), SCHAKEL_OK);
    text[0] = 'X'; /* it was copied */
    schakel_case c = case_of(school, 0);
    assert_int_equal(c.note_count, 4);
    assert_string_equal(c.notes[1].text, "Later beginnen."); /* of the same day, and there before */
    assert_string_equal(c.notes[2].text, "Tussen de andere in.");
    schakel_error error = SCHAKEL_ERROR_INIT;
    note.by_adult_id = "a1";
    note.by_staff_id = "t1";
    assert_int_equal(schakel_school_add_note(school, "k1", &note, &error), SCHAKEL_INVALID);
    note.by_adult_id = note.by_staff_id = NULL;
    note.text = " ";
    assert_int_equal(schakel_school_add_note(school, "k1", &note, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/text");
    assert_int_equal(schakel_school_add_note(school, "k9", &note, &error), SCHAKEL_NOT_FOUND);
    assert_int_equal(schakel_school_add_note(school, "k1", NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(case_of(school, 0).note_count, 4);
    note.text = "Nog een.";
    for (size_t i = 4; i < SCHAKEL_LIST_MAX; i++)
        assert_int_equal(schakel_school_add_note(school, "k1", &note, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_note(school, "k1", &note, &error), SCHAKEL_TOO_LARGE);
    schakel_school_destroy(school);
}

/* ---------------------------------------------------------------- passports */

static void answers_become_offers_and_needs_once(void **state)
{
    schakel_school *school = load("dialogue.json");
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_answer answer = SCHAKEL_ANSWER_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    static const char *const music[] = {"music"};
    (void)state;
    offer.id = "new-offer";
    need.id = "new-need";
    need.date = day("2026-11-01");
    assert_int_equal(schakel_school_offer_from_answer(school, "p1", &offer, &error), SCHAKEL_DUPLICATE);
    assert_int_equal(schakel_school_offer_from_answer(school, "p2", &offer, &error), SCHAKEL_INVALID);
    assert_int_equal(schakel_school_offer_from_answer(school, "p9", &offer, &error), SCHAKEL_NOT_FOUND);
    assert_int_equal(schakel_school_need_from_answer(school, "p1", &need, &error), SCHAKEL_INVALID);
    assert_int_equal(schakel_school_need_from_answer(school, "p2", &need, &error), SCHAKEL_DUPLICATE);
    assert_int_equal(schakel_school_need_from_answer(school, "p9", &need, &error), SCHAKEL_NOT_FOUND);
    assert_int_equal(schakel_school_offer_from_answer(NULL, "p1", &offer, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_offer_from_answer(school, "p1", NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_need_from_answer(school, NULL, &need, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_need_from_answer(school, "p2", NULL, &error), SCHAKEL_MISUSE);

    answer.id = "p4";
    answer.question_id = "v1";
    answer.child_id = "c1";
    answer.date = day("2026-09-01");
    answer.text = "Ik speel viool.";
    answer.concept_ids = music;
    answer.concept_count = 1;
    assert_int_equal(schakel_school_add_answer(school, &answer, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_offer_from_answer(school, "p4", &offer, &error),
                     SCHAKEL_INVALID); /* by nobody */
    answer.id = "p5";
    answer.by_adult_id = "a1";
    assert_int_equal(schakel_school_add_answer(school, &answer, NULL), SCHAKEL_OK);
    offer.id = "o1";
    assert_int_equal(schakel_school_offer_from_answer(school, "p5", &offer, &error),
                     SCHAKEL_DUPLICATE); /* the id */
    offer.id = "new-offer";
    assert_int_equal(schakel_school_offer_from_answer(school, "p5", &offer, &error), SCHAKEL_OK);
    schakel_school_get_offer(school, schakel_school_find(school, SCHAKEL_KIND_OFFER, "new-offer"), &offer);
    assert_string_equal(offer.adult_id, "a1");
    assert_string_equal(offer.text, "Ik speel viool.");
    assert_string_equal(offer.concept_ids[0], "music");
    schakel_school_get_answer(school, schakel_school_find(school, SCHAKEL_KIND_ANSWER, "p5"), &answer);
    assert_string_equal(answer.offer_id, "new-offer");

    schakel_answer wanted = SCHAKEL_ANSWER_INIT;
    static const char *const both[] = {"music", "reading"};
    wanted.id = "p6";
    wanted.question_id = "v2";
    wanted.group_id = "g1";
    wanted.by_staff_id = "t1";
    wanted.date = day("2026-09-01");
    wanted.text = "Muziek en lezen";
    wanted.concept_ids = both;
    wanted.concept_count = 2;
    assert_int_equal(schakel_school_add_answer(school, &wanted, NULL), SCHAKEL_OK);
    need.id = "n1";
    assert_int_equal(schakel_school_need_from_answer(school, "p6", &need, &error), SCHAKEL_DUPLICATE);
    need.id = "new-need";
    assert_int_equal(schakel_school_need_from_answer(school, "p6", &need, &error), SCHAKEL_OK);
    size_t at = schakel_school_find(school, SCHAKEL_KIND_NEED, "new-need");
    schakel_school_get_need(school, at, &need);
    assert_string_equal(need.title, "Muziek en lezen");
    assert_string_equal(need.group_id, "g1");
    assert_int_equal(schakel_school_place_count(school, at), 2);
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------- what is in use */

static void what_is_referred_to_stays(void **state)
{
    static const struct {
        schakel_kind kind;
        const char *id;
        schakel_status status;
    } rows[] = {
        {SCHAKEL_KIND_STAFF, "t2", SCHAKEL_IN_USE},    /* by a rung */
        {SCHAKEL_KIND_CHILD, "c1", SCHAKEL_IN_USE},    /* by talks and more */
        {SCHAKEL_KIND_ADULT, "a3", SCHAKEL_IN_USE},    /* by a consent */
        {SCHAKEL_KIND_WISH, "w1", SCHAKEL_IN_USE},     /* by the wish it became */
        {SCHAKEL_KIND_SERIES, "s1", SCHAKEL_IN_USE},   /* by a meeting */
        {SCHAKEL_KIND_TEAM, "m1", SCHAKEL_IN_USE},     /* by an offer */
        {SCHAKEL_KIND_ACTIVITY, "x1", SCHAKEL_IN_USE}, /* by a need */
        {SCHAKEL_KIND_QUESTION, "v3", SCHAKEL_IN_USE}, /* by an answer */
        {SCHAKEL_KIND_RUNG, "r1", SCHAKEL_IN_USE},     /* by a step */
        {SCHAKEL_KIND_CASE, "k1", SCHAKEL_IN_USE},     /* by a talk */
        {SCHAKEL_KIND_TALK, "g1", SCHAKEL_IN_USE},     /* by an agreement */
        {SCHAKEL_KIND_OFFER, "o1", SCHAKEL_IN_USE},    /* by an answer */
        {SCHAKEL_KIND_CONTACT, "z1", SCHAKEL_OK},      {SCHAKEL_KIND_AGREEMENT, "f1", SCHAKEL_OK},
        {SCHAKEL_KIND_TALK, "g1", SCHAKEL_OK},         {SCHAKEL_KIND_CASE, "k1", SCHAKEL_OK},
        {SCHAKEL_KIND_RUNG, "r1", SCHAKEL_OK},         {SCHAKEL_KIND_ANSWER, "p1", SCHAKEL_OK},
        {SCHAKEL_KIND_CYCLE_ENTRY, "y1", SCHAKEL_OK},
    };
    schakel_school *school = load("dialogue.json");
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        if (schakel_school_remove(school, rows[i].kind, rows[i].id, &error) != rows[i].status)
            fail_msg("%s: %s", rows[i].id, error.message);
    }
    schakel_school_destroy(school);
}

/* A consent that was removed is forgotten, also among those of its child. */
static void a_removed_consent_holds_no_more(void **state)
{
    schakel_school *school = load("dialogue.json");
    schakel_told told = SCHAKEL_TOLD_INIT;
    (void)state;
    schakel_school_told(school, "c1", "a3", PROGRESS, day("2026-09-10"), &told, NULL);
    assert_int_equal(told.reason, SCHAKEL_TOLD_CONSENT);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_CONSENT, "t1", NULL), SCHAKEL_OK);
    schakel_school_told(school, "c1", "a3", PROGRESS, day("2026-09-10"), &told, NULL);
    assert_int_equal(told.reason, SCHAKEL_TOLD_NO_CONSENT);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_CONSENT, "t2", NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
}

/* A program that was built before a record grew passes a smaller one. */
static void older_callers_are_understood(void **state)
{
    schakel_school *school = load("dialogue.json");
    schakel_child child = SCHAKEL_CHILD_INIT;
    (void)state;
    child.struct_size = offsetof(schakel_child, born);
    child.id = "old";
    child.born = 1; /* past its end: not read */
    assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
    child.struct_size = sizeof child;
    schakel_school_get_child(school, schakel_school_find(school, SCHAKEL_KIND_CHILD, "old"), &child);
    assert_int_equal(child.born, SCHAKEL_NO_DATE);
    child.struct_size = offsetof(schakel_child, born);
    child.born = 7; /* nor written */
    schakel_school_get_child(school, 0, &child);
    assert_int_equal(child.born, 7);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_minor_authority_decides),
        cmocka_unit_test(consent_counts_from_who_may_give_it),
        cmocka_unit_test(of_age_the_student_decides),
        cmocka_unit_test(the_age_is_the_schools_or_the_laws),
        cmocka_unit_test(the_law_is_named),
        cmocka_unit_test(steps_go_up_and_leave_the_school_with_consent),
        cmocka_unit_test(notes_stay_in_the_order_of_days),
        cmocka_unit_test(answers_become_offers_and_needs_once),
        cmocka_unit_test(what_is_referred_to_stays),
        cmocka_unit_test(a_removed_consent_holds_no_more),
        cmocka_unit_test(older_callers_are_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
