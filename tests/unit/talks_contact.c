/* Contact about a child: sums and advice by hand, and sums against plain counting on random schools. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/talks.h"

enum { START = 20666 /* 2026-08-01 */ };

/* Two children, two adults, still without contact. */
static schakel_school *build_school(void)
{
    static const char *const children[] = {"kim", "tom"}, *const adults[] = {"anna", "bram"};
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = START;
    info.year_end = START + 364;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    for (int i = 0; i < 2; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        adult.id = adults[i];
        child.id = children[i];
        assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
    }
    return school;
}

/* A talk or a contact. */
typedef struct event {
    const char *child_id;
    const char *adult_ids[2]; /* a contact has no more than the first */
    size_t adult_count;
    schakel_date date;
    schakel_tone tone;
    int is_talk;
    schakel_talk_state state; /* of a talk */
    int32_t unnamed;
    schakel_channel channel; /* of a contact */
    int32_t from_parent;
} event;

static void add_event(schakel_school *school, const event *e)
{
    char id[16];
    size_t number =
        schakel_school_count(school, SCHAKEL_KIND_TALK) + schakel_school_count(school, SCHAKEL_KIND_CONTACT);
    snprintf(id, sizeof id, "e%zu", number);
    schakel_talk talk = SCHAKEL_TALK_INIT;
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    talk.id = contact.id = id;
    talk.child_id = contact.child_id = e->child_id;
    talk.date = contact.date = e->date;
    talk.tone = contact.tone = e->tone;
    talk.state = e->state;
    talk.adult_ids = e->adult_ids;
    talk.adult_count = e->adult_count;
    talk.unnamed_adults = e->unnamed;
    contact.adult_id = e->adult_count > 0 ? e->adult_ids[0] : NULL;
    contact.channel = e->channel;
    contact.from_parent = e->from_parent;
    if (e->is_talk)
        assert_int_equal(schakel_school_add_talk(school, &talk, NULL), SCHAKEL_OK);
    else
        assert_int_equal(schakel_school_add_contact(school, &contact, NULL), SCHAKEL_OK);
}

static schakel_contact_summary sum_up(const schakel_school *school, const char *child_id,
                                      const char *adult_id, schakel_date from, schakel_date until)
{
    schakel_contact_summary sum = SCHAKEL_CONTACT_SUMMARY_INIT;
    assert_int_equal(schakel_contact_sum(school, child_id, adult_id, from, until, &sum, NULL), SCHAKEL_OK);
    return sum;
}

static void assert_sum(const schakel_contact_summary *found, const char *expected)
{
    char out[128];
    snprintf(out, sizeof out, "%zu contacts, %zu good, %zu problem, %zu spoken, %zu parent%s", found->count,
             found->good, found->problem, found->spoken, found->from_parent,
             found->only_problems ? ", only problems" : "");
    assert_string_equal(out, expected);
}

/* ------------------------------------------------------------ worked by hand */

#define CONTACT(date, tone, channel, from_parent)                                                            \
    {                                                                                                        \
        "kim", {"anna"}, 1, START + (date), SCHAKEL_TONE_##tone, 0, SCHAKEL_TALK_HELD, 0,                    \
            SCHAKEL_CHANNEL_##channel, from_parent                                                           \
    }
#define TALK(date, tone, state)                                                                              \
    {                                                                                                        \
        "kim", {"anna", "bram"}, 2, START + (date), SCHAKEL_TONE_##tone, 1, SCHAKEL_TALK_##state, 0,         \
            SCHAKEL_CHANNEL_OTHER, 0                                                                         \
    }

static const event worked[] = {
    CONTACT(0, GOOD, IN_PERSON, 0),
    CONTACT(1, PROBLEM, VISIT, 1),
    CONTACT(2, NEUTRAL, CALL, 1),
    CONTACT(3, NEUTRAL, VIDEO, 0),
    CONTACT(4, GOOD, MESSAGE, 1),
    CONTACT(5, PROBLEM, MAIL, 0),
    CONTACT(6, NEUTRAL, OTHER, 0),
    TALK(7, GOOD, HELD),
    TALK(8, PROBLEM, MISSED),
    TALK(9, PROBLEM, CANCELLED),
    TALK(10, PROBLEM, PLANNED),
    /* Nobody of the parents came. */
    {"kim",
     {NULL, NULL},
     0,
     START + 11,
     SCHAKEL_TONE_GOOD,
     1,
     SCHAKEL_TALK_HELD,
     0,
     SCHAKEL_CHANNEL_OTHER,
     0},
    /* Somebody came who is not in the school any more. */
    {"kim",
     {NULL, NULL},
     0,
     START + 12,
     SCHAKEL_TONE_GOOD,
     1,
     SCHAKEL_TALK_HELD,
     1,
     SCHAKEL_CHANNEL_OTHER,
     0},
    {"kim", {NULL, NULL}, 0, START + 13, SCHAKEL_TONE_GOOD, 0, SCHAKEL_TALK_HELD, 0, SCHAKEL_CHANNEL_MAIL, 1},
    {"tom",
     {"anna", NULL},
     1,
     START + 14,
     SCHAKEL_TONE_PROBLEM,
     0,
     SCHAKEL_TALK_HELD,
     0,
     SCHAKEL_CHANNEL_MAIL,
     1},
    {"tom",
     {"anna", NULL},
     1,
     START + 15,
     SCHAKEL_TONE_PROBLEM,
     1,
     SCHAKEL_TALK_HELD,
     0,
     SCHAKEL_CHANNEL_MAIL,
     0},
};

static void sums_as_worked_out_by_hand(void **state)
{
    (void)state;
    static const struct {
        const char *child_id, *adult_id;
        schakel_date from, until, first, last;
        const char *expected;
    } cases[] = {
        {"kim", NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, START, START + 13,
         "10 contacts, 5 good, 2 problem, 6 spoken, 4 parent"},
        {"kim", "anna", SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, START, START + 7,
         "8 contacts, 3 good, 2 problem, 5 spoken, 3 parent"},
        {"kim", "bram", SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, START + 7, START + 7,
         "1 contacts, 1 good, 0 problem, 1 spoken, 0 parent"},
        {"kim", NULL, START + 1, START + 2, START + 1, START + 2,
         "2 contacts, 0 good, 1 problem, 2 spoken, 2 parent"},
        {"kim", NULL, START + 7, SCHAKEL_NO_DATE, START + 7, START + 13,
         "3 contacts, 3 good, 0 problem, 2 spoken, 1 parent"},
        {"kim", NULL, SCHAKEL_NO_DATE, START, START, START,
         "1 contacts, 1 good, 0 problem, 1 spoken, 0 parent"},
        {"kim", NULL, START + 8, START + 11, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE,
         "0 contacts, 0 good, 0 problem, 0 spoken, 0 parent"},
        {"kim", NULL, START + 2, START + 1, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE,
         "0 contacts, 0 good, 0 problem, 0 spoken, 0 parent"},
        {"tom", NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, START + 14, START + 15,
         "2 contacts, 0 good, 2 problem, 1 spoken, 1 parent, only problems"},
        {"tom", "bram", SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE,
         "0 contacts, 0 good, 0 problem, 0 spoken, 0 parent"},
    };
    schakel_school *school = build_school();
    for (size_t i = 0; i < sizeof worked / sizeof worked[0]; i++)
        add_event(school, &worked[i]);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_contact_summary sum =
            sum_up(school, cases[i].child_id, cases[i].adult_id, cases[i].from, cases[i].until);
        assert_sum(&sum, cases[i].expected);
        assert_int_equal(sum.first, cases[i].first);
        assert_int_equal(sum.last, cases[i].last);
    }
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------------- advice */

typedef struct advised {
    const char *why;
    event before[2];
    size_t count;
    const char *adult_id;
    schakel_tone tone;
    schakel_channel channel;
    schakel_contact_advice expected;
} advised;

#define A_PROBLEM SCHAKEL_TONE_PROBLEM
#define BY_CALL SCHAKEL_CHANNEL_CALL
#define BY_MAIL SCHAKEL_CHANNEL_MAIL
/* The contact that is meant is on day 10. */
static const advised advices[] = {
    {"good news is always fine", {{0}}, 0, NULL, SCHAKEL_TONE_GOOD, BY_MAIL, SCHAKEL_ADVICE_FINE},
    {"the first contact", {{0}}, 0, NULL, A_PROBLEM, BY_CALL, SCHAKEL_ADVICE_FIRST_IS_BAD},
    {"the first one, also in writing", {{0}}, 0, NULL, A_PROBLEM, BY_MAIL, SCHAKEL_ADVICE_FIRST_IS_BAD},
    {"one contact, about a problem",
     {CONTACT(1, PROBLEM, CALL, 0)},
     1,
     NULL,
     A_PROBLEM,
     BY_CALL,
     SCHAKEL_ADVICE_ONLY_PROBLEMS},
    {"two, both about problems",
     {CONTACT(1, PROBLEM, CALL, 0), TALK(2, PROBLEM, HELD)},
     2,
     NULL,
     A_PROBLEM,
     BY_MAIL,
     SCHAKEL_ADVICE_ONLY_PROBLEMS},
    {"two, one of them neutral",
     {CONTACT(1, PROBLEM, CALL, 0), CONTACT(2, NEUTRAL, MAIL, 0)},
     2,
     NULL,
     A_PROBLEM,
     BY_CALL,
     SCHAKEL_ADVICE_FINE},
    {"bad news by letter",
     {CONTACT(1, GOOD, CALL, 0)},
     1,
     NULL,
     A_PROBLEM,
     BY_MAIL,
     SCHAKEL_ADVICE_MESSAGE_IS_COLD},
    {"or in an app",
     {CONTACT(1, GOOD, CALL, 0)},
     1,
     NULL,
     A_PROBLEM,
     SCHAKEL_CHANNEL_MESSAGE,
     SCHAKEL_ADVICE_MESSAGE_IS_COLD},
    {"by video is speaking",
     {CONTACT(1, GOOD, CALL, 0)},
     1,
     NULL,
     A_PROBLEM,
     SCHAKEL_CHANNEL_VIDEO,
     SCHAKEL_ADVICE_FINE},
    {"earlier the same day counts",
     {CONTACT(10, GOOD, CALL, 0)},
     1,
     NULL,
     A_PROBLEM,
     BY_CALL,
     SCHAKEL_ADVICE_FINE},
    {"later does not",
     {CONTACT(11, GOOD, CALL, 0)},
     1,
     NULL,
     A_PROBLEM,
     BY_CALL,
     SCHAKEL_ADVICE_FIRST_IS_BAD},
    {"years ago does", {CONTACT(-1000, GOOD, CALL, 0)}, 1, NULL, A_PROBLEM, BY_CALL, SCHAKEL_ADVICE_FINE},
    {"of the other parent it is the first",
     {CONTACT(1, GOOD, CALL, 0)},
     1,
     "bram",
     A_PROBLEM,
     BY_CALL,
     SCHAKEL_ADVICE_FIRST_IS_BAD},
    {"of this parent it is not",
     {CONTACT(1, GOOD, CALL, 0)},
     1,
     "anna",
     A_PROBLEM,
     BY_CALL,
     SCHAKEL_ADVICE_FINE},
    {"a planned talk is no contact",
     {TALK(9, GOOD, PLANNED)},
     1,
     NULL,
     A_PROBLEM,
     BY_CALL,
     SCHAKEL_ADVICE_FIRST_IS_BAD},
};

static void advice_as_worked_out_by_hand(void **state)
{
    (void)state;
    const char *texts[4][2] = {{NULL, NULL}, {NULL, NULL}, {NULL, NULL}, {NULL, NULL}};
    for (size_t i = 0; i < sizeof advices / sizeof advices[0]; i++) {
        const advised *a = &advices[i];
        schakel_contact_advice found;
        const char *nl = NULL, *en = NULL;
        schakel_school *school = build_school();
        for (size_t e = 0; e < a->count; e++)
            add_event(school, &a->before[e]);
        assert_int_equal(schakel_contact_advise(school, "kim", a->adult_id, a->tone, a->channel, START + 10,
                                                &found, &nl, &en, NULL),
                         SCHAKEL_OK);
        if (found != a->expected)
            fail_msg("%s: %d", a->why, (int)found);
        texts[found][0] = nl;
        texts[found][1] = en;
        schakel_school_destroy(school);
    }
    assert_string_equal(texts[SCHAKEL_ADVICE_FINE][0], "Dit is goed zo.");
    assert_non_null(strstr(texts[SCHAKEL_ADVICE_FIRST_IS_BAD][0], "het eerste contact"));
    assert_non_null(strstr(texts[SCHAKEL_ADVICE_ONLY_PROBLEMS][0], "alleen over problemen"));
    assert_non_null(strstr(texts[SCHAKEL_ADVICE_MESSAGE_IS_COLD][0], "Bel liever"));
    assert_string_equal(texts[SCHAKEL_ADVICE_FINE][1], "This contact is fine.");
    assert_non_null(strstr(texts[SCHAKEL_ADVICE_FIRST_IS_BAD][1], "the first contact"));
    assert_non_null(strstr(texts[SCHAKEL_ADVICE_ONLY_PROBLEMS][1], "only about problems"));
    assert_non_null(strstr(texts[SCHAKEL_ADVICE_MESSAGE_IS_COLD][1], "Rather call"));
}

/* ------------------------------------------------------------------- counting */

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static int draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)(((*seed >> 33) * below) >> 31);
}

enum { EVENTS = 12 };
static const char *const adult_ids[] = {NULL, "anna", "bram"}, *const child_ids[] = {"kim", "tom"};

static event draw_event(uint64_t *seed)
{
    event e = {0};
    e.child_id = child_ids[draw(seed, 2)];
    e.is_talk = draw(seed, 2);
    e.adult_count = (size_t)draw(seed, e.is_talk ? 3 : 2);
    e.adult_ids[0] = e.adult_count == 0 ? NULL : adult_ids[1 + draw(seed, 2)];
    e.adult_ids[1] = e.adult_count < 2 ? NULL : strcmp(e.adult_ids[0], "anna") == 0 ? "bram" : "anna";
    e.date = START + draw(seed, 20);
    e.tone = (schakel_tone)draw(seed, 3);
    e.state = (schakel_talk_state)draw(seed, 4);
    e.unnamed = draw(seed, 4) == 0;
    e.channel = (schakel_channel)draw(seed, 7);
    e.from_parent = draw(seed, 2);
    return e;
}

static int counts(const event *e, const char *child_id, const char *adult_id, schakel_date from,
                  schakel_date until)
{
    int is_with = adult_id == NULL && !e->is_talk;
    if (adult_id == NULL && e->is_talk)
        is_with = e->adult_count > 0 || e->unnamed > 0;
    for (size_t i = 0; adult_id != NULL && i < e->adult_count; i++)
        is_with |= strcmp(e->adult_ids[i], adult_id) == 0;
    return is_with && strcmp(e->child_id, child_id) == 0 && (!e->is_talk || e->state == SCHAKEL_TALK_HELD) &&
           (from == SCHAKEL_NO_DATE || e->date >= from) && (until == SCHAKEL_NO_DATE || e->date <= until);
}

static schakel_contact_summary count_plainly(const event *events, size_t count, const char *child_id,
                                             const char *adult_id, schakel_date from, schakel_date until)
{
    schakel_contact_summary sum = SCHAKEL_CONTACT_SUMMARY_INIT;
    for (schakel_date date = START; date < START + 20; date++)
        for (size_t i = 0; i < count; i++) {
            const event *e = &events[i];
            if (e->date != date || !counts(e, child_id, adult_id, from, until))
                continue;
            sum.first = sum.count == 0 ? date : sum.first;
            sum.last = date;
            sum.count++;
            sum.good += e->tone == SCHAKEL_TONE_GOOD;
            sum.problem += e->tone == SCHAKEL_TONE_PROBLEM;
            sum.spoken +=
                e->is_talk || (e->channel != SCHAKEL_CHANNEL_MESSAGE && e->channel != SCHAKEL_CHANNEL_MAIL &&
                               e->channel != SCHAKEL_CHANNEL_OTHER);
            sum.from_parent += !e->is_talk && e->from_parent;
        }
    sum.only_problems = sum.count > 1 && sum.count == sum.problem;
    return sum;
}

static schakel_contact_advice advise_plainly(const schakel_contact_summary *before, schakel_tone tone,
                                             schakel_channel channel)
{
    int in_writing = channel == SCHAKEL_CHANNEL_MESSAGE || channel == SCHAKEL_CHANNEL_MAIL ||
                     channel == SCHAKEL_CHANNEL_OTHER;
    return tone != SCHAKEL_TONE_PROBLEM       ? SCHAKEL_ADVICE_FINE
           : before->count == 0               ? SCHAKEL_ADVICE_FIRST_IS_BAD
           : before->count == before->problem ? SCHAKEL_ADVICE_ONLY_PROBLEMS
           : in_writing                       ? SCHAKEL_ADVICE_MESSAGE_IS_COLD
                                              : SCHAKEL_ADVICE_FINE;
}

static void random_schools_are_as_counted_plainly(void **state)
{
    (void)state;
    for (uint64_t turn = 1; turn <= 5000; turn++) {
        uint64_t seed = turn;
        event events[EVENTS];
        size_t count = (size_t)draw(&seed, EVENTS + 1);
        schakel_school *school = build_school();
        for (size_t i = 0; i < count; i++) {
            events[i] = draw_event(&seed);
            add_event(school, &events[i]);
        }
        for (int i = 0; i < 6; i++) {
            const char *child_id = child_ids[i % 2], *adult_id = adult_ids[i / 2];
            schakel_date from = draw(&seed, 3) == 0 ? SCHAKEL_NO_DATE : START + draw(&seed, 20);
            schakel_date until = draw(&seed, 3) == 0 ? SCHAKEL_NO_DATE : START + draw(&seed, 20);
            schakel_contact_summary expected = count_plainly(events, count, child_id, adult_id, from, until);
            schakel_contact_summary found = sum_up(school, child_id, adult_id, from, until);
            assert_int_equal(found.count, expected.count);
            assert_int_equal(found.good, expected.good);
            assert_int_equal(found.problem, expected.problem);
            assert_int_equal(found.spoken, expected.spoken);
            assert_int_equal(found.from_parent, expected.from_parent);
            assert_int_equal(found.first, expected.first);
            assert_int_equal(found.last, expected.last);
            assert_int_equal(found.only_problems, expected.only_problems);
            schakel_date date = START + draw(&seed, 20);
            schakel_tone tone = (schakel_tone)draw(&seed, 3);
            schakel_channel channel = (schakel_channel)draw(&seed, 7);
            schakel_contact_advice advice;
            expected = count_plainly(events, count, child_id, adult_id, SCHAKEL_NO_DATE, date);
            assert_int_equal(schakel_contact_advise(school, child_id, adult_id, tone, channel, date, &advice,
                                                    NULL, NULL, NULL),
                             SCHAKEL_OK);
            assert_int_equal(advice, advise_plainly(&expected, tone, channel));
        }
        schakel_school_destroy(school);
    }
}

/* -------------------------------------------------------------------- misuse */

static schakel_status sum_of(const schakel_school *school, const char *child_id, const char *adult_id,
                             schakel_error *error)
{
    schakel_contact_summary sum = SCHAKEL_CONTACT_SUMMARY_INIT;
    return schakel_contact_sum(school, child_id, adult_id, START, START, &sum, error);
}

static schakel_status advice_of(const schakel_school *school, const char *child_id, const char *adult_id,
                                int tone, int channel)
{
    return schakel_contact_advise(school, child_id, adult_id, (schakel_tone)tone, (schakel_channel)channel,
                                  START, NULL, NULL, NULL, NULL);
}

static void misuse_and_unknown_people_are_told(void **state)
{
    (void)state;
    schakel_school *school = build_school();
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_contact_summary sum = SCHAKEL_CONTACT_SUMMARY_INIT;
    assert_int_equal(sum_of(school, "zoe", NULL, &error), SCHAKEL_NOT_FOUND);
    assert_non_null(strstr(error.message, "child with id \"zoe\""));
    assert_int_equal(sum_of(school, "kim", "zoe", &error), SCHAKEL_NOT_FOUND);
    assert_non_null(strstr(error.message, "adult with id \"zoe\""));
    assert_true(sum_of(NULL, "kim", NULL, NULL) == SCHAKEL_MISUSE &&
                sum_of(school, NULL, NULL, NULL) == SCHAKEL_MISUSE);
    assert_int_equal(schakel_contact_sum(school, "kim", NULL, START, START, NULL, NULL), SCHAKEL_MISUSE);
    sum.struct_size = 0;
    assert_int_equal(schakel_contact_sum(school, "kim", NULL, START, START, &sum, NULL), SCHAKEL_MISUSE);
    assert_int_equal(advice_of(school, "kim", "anna", 2, 6), SCHAKEL_OK);
    assert_int_equal(advice_of(school, "kim", "anna", 3, 0), SCHAKEL_MISUSE);
    assert_int_equal(advice_of(school, "kim", "anna", 0, 7), SCHAKEL_MISUSE);
    assert_int_equal(advice_of(NULL, "kim", "anna", 0, 0), SCHAKEL_MISUSE);
    assert_int_equal(advice_of(school, NULL, "anna", 0, 0), SCHAKEL_MISUSE);
    assert_int_equal(advice_of(school, "zoe", "anna", 0, 0), SCHAKEL_NOT_FOUND);
    assert_int_equal(advice_of(school, "kim", "zoe", 0, 0), SCHAKEL_NOT_FOUND);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_as_worked_out_by_hand),
        cmocka_unit_test(advice_as_worked_out_by_hand),
        cmocka_unit_test(random_schools_are_as_counted_plainly),
        cmocka_unit_test(misuse_and_unknown_people_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
