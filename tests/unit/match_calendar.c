/* The calendar: days worked out by hand, messages that go together, and whom to thank in which words. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/text.h"
#include "unit/match_build.h"

/* TODAY, 20030, is Sunday 3 November 2024; Mondays are 20031, 20038, ... */
enum { MONDAY = 20031 };

static schakel_school *readers(size_t count)
{
    static const char *const adults[] = {"a", "b", "c", "d"}, *const offers[] = {"oa", "ob", "oc", "od"};
    schakel_school *school = new_school();
    add_concept(school, "reading", NULL);
    for (size_t i = 0; i < count; i++) {
        add_plain_adult(school, adults[i]);
        add_plain_offer(school, offers[i], adults[i], "reading");
    }
    return school;
}

static void add_need_on(schakel_school *school, const char *id, schakel_date date, int32_t notice)
{
    schakel_need need = a_need(id);
    need.date = date;
    need.notice = notice;
    add_need(school, &need, "reading", 1);
}

static schakel_calendar *lay_out(const schakel_school *school, const schakel_calendar_options *options)
{
    schakel_calendar *calendar = NULL;
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_calendar_make(matching, school, options, &calendar, NULL), SCHAKEL_OK);
    schakel_matching_destroy(matching);
    return calendar;
}

static schakel_calendar_entry entry_at(const schakel_calendar *calendar, size_t index)
{
    schakel_calendar_entry entry = SCHAKEL_CALENDAR_ENTRY_INIT;
    assert_int_equal(schakel_calendar_get(calendar, index, &entry), SCHAKEL_OK);
    return entry;
}

static void end(schakel_calendar *calendar, schakel_school *school)
{
    schakel_calendar_destroy(calendar);
    schakel_school_destroy(school);
}

/* ---------------------------------------------------------------------- days */

/* One need with a notice of 0 on a day; when is the ask sent? */
static schakel_calendar_entry only_entry(schakel_date date, const schakel_calendar_options *options)
{
    schakel_school *school = readers(1);
    add_need_on(school, "n", date, 0);
    schakel_calendar *calendar = lay_out(school, options);
    assert_int_equal(schakel_calendar_count(calendar), 1);
    schakel_calendar_entry entry = entry_at(calendar, 0);
    assert_int_equal(entry.ask_by, date);
    assert_int_equal(entry.date, date);
    end(calendar, school);
    entry.adult_id = entry.need_id = entry.place_id = NULL;
    return entry;
}

static void asks_go_with_the_last_batch_that_leaves_time_for_an_answer(void **state)
{
    schakel_calendar_options fridays = SCHAKEL_CALENDAR_OPTIONS_INIT, none = SCHAKEL_CALENDAR_OPTIONS_INIT;
    (void)state;
    /* Seven days before Monday four weeks on is the Monday before. */
    assert_int_equal(only_entry(MONDAY + 28, NULL).send_on, MONDAY + 21);
    assert_int_equal(only_entry(MONDAY + 28, NULL).is_urgent, 0);
    assert_int_equal(only_entry(MONDAY + 27, NULL).send_on, MONDAY + 14);
    fridays.weekday = 5;
    assert_int_equal(only_entry(MONDAY + 28, &fridays).send_on, MONDAY + 18);
    none.answer_days = 0;
    assert_int_equal(only_entry(MONDAY + 28, &none).send_on, MONDAY + 28);
}

static void what_is_near_goes_out_as_soon_as_it_can(void **state)
{
    (void)state;
    /* No Monday leaves seven days before Saturday, but one is left before it. */
    schakel_calendar_entry entry = only_entry(MONDAY + 5, NULL);
    assert_int_equal(entry.send_on, MONDAY);
    assert_int_equal(entry.is_urgent, 1);
    /* No Monday at all: today. */
    entry = only_entry(TODAY, NULL);
    assert_int_equal(entry.send_on, TODAY);
    assert_int_equal(entry.is_urgent, 1);
}

/* Two holidays: one that takes a batch, and a day by itself on the Monday before it. */
static void nothing_goes_out_while_the_school_is_closed(void **state)
{
    const schakel_period closed[] = {{MONDAY + 7, MONDAY + 7}, {MONDAY + 12, MONDAY + 20}};
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    (void)state;
    schakel_school *school = readers(4);
    assert_int_equal(schakel_school_get_info(school, &info), SCHAKEL_OK);
    info.closed = closed;
    info.closed_count = 2;
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    add_need_on(school, "n1", MONDAY + 14, 0);
    add_need_on(school, "n2", MONDAY + 21, 0);
    add_need_on(school, "n3", MONDAY + 27, 0);
    add_need_on(school, "n4", MONDAY + 28, 0);
    schakel_calendar *calendar = lay_out(school, NULL);
    assert_int_equal(schakel_calendar_count(calendar), 4);
    /* Of the Mondays that leave a week, those of +7 and +14 fall away: the first three go at the last open one before. */
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(entry_at(calendar, i).send_on, MONDAY);
    assert_int_equal(entry_at(calendar, 3).send_on, MONDAY + 21);
    assert_string_equal(entry_at(calendar, 3).need_id, "n4");
    end(calendar, school);
}

static void nobody_is_asked_later_than_they_want(void **state)
{
    schakel_calendar_options later = SCHAKEL_CALENDAR_OPTIONS_INIT;
    (void)state;
    schakel_school *school = readers(2);
    add_need_on(school, "n1", MONDAY + 21, 14);
    add_need_on(school, "n2", MONDAY + 28, 14);
    later.today = MONDAY + 8;
    schakel_calendar *calendar = lay_out(school, &later);
    /* The first should have been asked by Monday; the second still can. */
    assert_int_equal(schakel_calendar_count(calendar), 1);
    assert_string_equal(entry_at(calendar, 0).need_id, "n2");
    assert_int_equal(entry_at(calendar, 0).send_on, MONDAY + 14);
    end(calendar, school);
}

static void asks_of_one_person_go_together(void **state)
{
    schakel_calendar_options near = SCHAKEL_CALENDAR_OPTIONS_INIT;
    (void)state;
    schakel_school *school = readers(1);
    add_need_on(school, "n1", MONDAY + 28, 0);
    add_need_on(school, "n2", MONDAY + 49, 0);
    add_need_on(school, "n3", MONDAY + 78, 0);
    add_need_on(school, "n4", MONDAY + 77, 0);
    schakel_calendar *calendar = lay_out(school, NULL);
    assert_int_equal(entry_at(calendar, 0).send_on, MONDAY + 21);
    assert_int_equal(entry_at(calendar, 1).send_on, MONDAY + 21);
    /* 77 - 56 = 21: just near enough for the first message. */
    assert_string_equal(entry_at(calendar, 2).need_id, "n4");
    assert_int_equal(entry_at(calendar, 2).send_on, MONDAY + 21);
    /* 78 - 56 = 22: a day too long ahead for it. */
    assert_int_equal(entry_at(calendar, 3).send_on, MONDAY + 70);
    schakel_calendar_destroy(calendar);
    near.ahead_days = 14;
    calendar = lay_out(school, &near);
    assert_int_equal(entry_at(calendar, 1).send_on, MONDAY + 42);
    end(calendar, school);
}

static void entries_lie_by_day_and_person(void **state)
{
    (void)state;
    schakel_school *school = readers(3);
    add_need_on(school, "n1", MONDAY + 35, 0);
    add_need_on(school, "n2", MONDAY + 28, 0);
    add_need_on(school, "n3", MONDAY + 28, 0);
    schakel_calendar *calendar = lay_out(school, NULL);
    assert_int_equal(schakel_calendar_count(calendar), 3);
    for (size_t i = 1; i < 3; i++) {
        schakel_calendar_entry one = entry_at(calendar, i - 1), other = entry_at(calendar, i);
        assert_true(one.send_on < other.send_on ||
                    (one.send_on == other.send_on && strcmp(one.adult_id, other.adult_id) < 0));
    }
    end(calendar, school);
}

/* -------------------------------------------------------------------- thanks */

static schakel_calendar_thanks thanks_at(const schakel_calendar *calendar, size_t index)
{
    schakel_calendar_thanks thanks = SCHAKEL_CALENDAR_THANKS_INIT;
    assert_int_equal(schakel_calendar_get_thanks(calendar, index, &thanks), SCHAKEL_OK);
    return thanks;
}

static void who_is_not_asked_is_thanked_and_told_why(void **state)
{
    (void)state;
    schakel_school *school = readers(2);
    schakel_adult busy = an_adult("x");
    const schakel_window evening = {127, 1200, 1260};
    schakel_offer kept = an_offer("oz", "z", (const char *const[]){"reading"});
    add_concept(school, "chess", NULL);
    add_concept(school, "music", NULL);
    add_plain_adult(school, "e"); /* offers nothing */
    busy.windows = &evening;
    busy.window_count = 1;
    add_adult(school, &busy);
    add_plain_offer(school, "ox", "x", "reading");
    add_plain_adult(school, "y");
    add_plain_offer(school, "oy", "y", "chess");
    add_plain_adult(school, "z");
    kept.limit = SCHAKEL_LIMIT_NEVER;
    add_offer(school, &kept);
    add_plain_adult(school, "w");
    add_plain_offer(school, "ow", "w", "music");
    add_plain_need(school, "n", "reading", 1);
    schakel_need band = a_need("m");
    schakel_place place = SCHAKEL_PLACE_INIT;
    place.need_id = "m";
    place.id = "p";
    place.concept_id = "music";
    place.count = place.minimum = 2;
    assert_int_equal(schakel_school_add_need(school, &band, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    schakel_calendar *calendar = lay_out(school, NULL);
    assert_int_equal(schakel_calendar_count(calendar), 1);
    assert_string_equal(entry_at(calendar, 0).adult_id, "a");
    assert_int_equal(schakel_calendar_thanks_count(calendar), 4);
    assert_string_equal(thanks_at(calendar, 0).adult_id, "b");
    assert_int_equal(thanks_at(calendar, 0).reason, SCHAKEL_THANKS_ENOUGH);
    assert_string_equal(thanks_at(calendar, 1).adult_id, "w");
    assert_int_equal(thanks_at(calendar, 1).reason, SCHAKEL_THANKS_WAITING);
    assert_string_equal(thanks_at(calendar, 2).adult_id, "x");
    assert_int_equal(thanks_at(calendar, 2).reason, SCHAKEL_THANKS_NOT_THEN);
    assert_string_equal(thanks_at(calendar, 3).adult_id, "y");
    assert_int_equal(thanks_at(calendar, 3).reason, SCHAKEL_THANKS_NO_NEED);
    end(calendar, school);
}

/* The place stays open, so it would not be true that there are enough people. */
static void who_does_not_come_alone_is_not_told_that_there_are_enough(void **state)
{
    (void)state;
    schakel_school *school = readers(0);
    schakel_offer offer = an_offer("oa", "a", (const char *const[]){"reading"});
    add_plain_adult(school, "a");
    add_plain_adult(school, "b");
    offer.together_id = "b";
    add_offer(school, &offer);
    add_plain_need(school, "n", "reading", 1);
    schakel_calendar *calendar = lay_out(school, NULL);
    assert_int_equal(schakel_calendar_count(calendar), 0);
    assert_int_equal(schakel_calendar_thanks_count(calendar), 1);
    assert_int_equal(thanks_at(calendar, 0).reason, SCHAKEL_THANKS_NOT_THEN);
    end(calendar, school);
}

static void who_was_asked_this_year_is_not_thanked(void **state)
{
    (void)state;
    schakel_school *school = readers(2);
    add_ask(school, "q", "b", NULL, NULL, SCHAKEL_ASK_NO);
    add_plain_need(school, "n", "reading", 1);
    schakel_calendar *calendar = lay_out(school, NULL);
    assert_int_equal(schakel_calendar_thanks_count(calendar), 0);
    end(calendar, school);
}

/* What a parent is told is itself plain Dutch. */
static void the_words_of_thanks_are_at_a2(void **state)
{
    schakel_checker *checker = NULL;
    int seen[4] = {0};
    (void)state;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    for (int kind = 0; kind < 4; kind++) {
        schakel_school *school = readers(2);
        schakel_need need = a_need("n");
        schakel_place place = SCHAKEL_PLACE_INIT;
        add_concept(school, "chess", NULL);
        need.date = kind == SCHAKEL_THANKS_NOT_THEN ? TODAY : DAY;
        need.notice = kind == SCHAKEL_THANKS_NOT_THEN ? 3 : 0;
        place.need_id = "n";
        place.id = "p";
        place.concept_id = kind == SCHAKEL_THANKS_NO_NEED ? "chess" : "reading";
        place.count = place.minimum = kind == SCHAKEL_THANKS_WAITING ? 3 : 1;
        assert_int_equal(schakel_school_add_need(school, &need, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
        schakel_calendar *calendar = lay_out(school, NULL);
        for (size_t i = 0; i < schakel_calendar_thanks_count(calendar); i++) {
            schakel_calendar_thanks thanks = thanks_at(calendar, i);
            schakel_report *report = NULL;
            schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
            schakel_check_options target = SCHAKEL_CHECK_OPTIONS_INIT;
            target.target = SCHAKEL_LEVEL_A2;
            assert_int_equal(thanks.reason, kind);
            assert_int_equal(
                schakel_check(checker, thanks.message_nl, strlen(thanks.message_nl), &target, &report, NULL),
                SCHAKEL_OK);
            schakel_report_get_verdict(report, &verdict);
            if (!verdict.meets_target || schakel_report_finding_count(report) > 0) {
                schakel_finding finding = SCHAKEL_FINDING_INIT;
                schakel_report_get_finding(report, 0, &finding);
                fail_msg("%s: %s (%d findings)", thanks.message_nl, finding.message_nl,
                         (int)schakel_report_finding_count(report));
            }
            schakel_report_destroy(report);
            seen[kind] = 1;
        }
        end(calendar, school);
    }
    for (int kind = 0; kind < 4; kind++)
        assert_true(seen[kind]);
    schakel_checker_destroy(checker);
}

/* ----------------------------------------------------------------- arguments */

static void wrong_options_are_named(void **state)
{
    schakel_calendar_options wrong[7];
    static const char *const paths[] = {"/today",       "/weekday",    "/weekday",   "/answer_days",
                                        "/answer_days", "/ahead_days", "/ahead_days"};
    const schakel_calendar_options fine = SCHAKEL_CALENDAR_OPTIONS_INIT;
    (void)state;
    for (size_t i = 0; i < 7; i++)
        wrong[i] = fine;
    wrong[0].today = INT32_MAX;
    wrong[1].weekday = 0;
    wrong[2].weekday = 8;
    wrong[3].answer_days = -1;
    wrong[4].answer_days = 366;
    wrong[5].ahead_days = -1;
    wrong[6].ahead_days = 367;
    schakel_school *school = readers(1);
    schakel_matching *matching = match(school, NULL);
    for (size_t i = 0; i < 7; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        schakel_calendar *calendar = (schakel_calendar *)school;
        assert_int_equal(schakel_calendar_make(matching, school, &wrong[i], &calendar, &error),
                         SCHAKEL_INVALID);
        assert_string_equal(error.path, paths[i]);
        assert_null(calendar);
    }
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    schakel_calendar *calendar = NULL;
    schakel_calendar_entry entry = SCHAKEL_CALENDAR_ENTRY_INIT;
    schakel_calendar_thanks thanks = SCHAKEL_CALENDAR_THANKS_INIT;
    schakel_calendar_options sizeless = SCHAKEL_CALENDAR_OPTIONS_INIT;
    (void)state;
    schakel_school *school = readers(1), *other = readers(0);
    add_plain_need(school, "n", "reading", 1);
    schakel_matching *matching = match(school, NULL);
    sizeless.struct_size = 0;
    assert_int_equal(schakel_calendar_make(NULL, school, NULL, &calendar, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_calendar_make(matching, NULL, NULL, &calendar, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_calendar_make(matching, school, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_calendar_make(matching, school, &sizeless, &calendar, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_calendar_make(matching, other, NULL, &calendar, NULL), SCHAKEL_NOT_FOUND);
    assert_null(calendar);
    assert_int_equal(schakel_calendar_count(NULL), 0);
    assert_int_equal(schakel_calendar_thanks_count(NULL), 0);
    assert_int_equal(schakel_calendar_get(NULL, 0, &entry), SCHAKEL_MISUSE);
    assert_int_equal(schakel_calendar_get_thanks(NULL, 0, &thanks), SCHAKEL_MISUSE);
    schakel_calendar_destroy(NULL);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    schakel_school_destroy(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_go_with_the_last_batch_that_leaves_time_for_an_answer),
        cmocka_unit_test(what_is_near_goes_out_as_soon_as_it_can),
        cmocka_unit_test(nothing_goes_out_while_the_school_is_closed),
        cmocka_unit_test(nobody_is_asked_later_than_they_want),
        cmocka_unit_test(asks_of_one_person_go_together),
        cmocka_unit_test(entries_lie_by_day_and_person),
        cmocka_unit_test(who_is_not_asked_is_thanked_and_told_why),
        cmocka_unit_test(who_does_not_come_alone_is_not_told_that_there_are_enough),
        cmocka_unit_test(who_was_asked_this_year_is_not_thanked),
        cmocka_unit_test(the_words_of_thanks_are_at_a2),
        cmocka_unit_test(wrong_options_are_named),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
