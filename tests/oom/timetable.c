/* Every allocation of a timetable, and of putting it into its school, fails in turn; nothing leaks and nothing is half done. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "oom/failing.h"
#include "schakel/talks.h"
#include "schakel/rounds.h"

enum { DAY = 20700, CHILDREN = 9 };

/* What is tried: only the k-th request after `armed` fails. */
typedef struct attempt {
    failing f;
    schakel_allocator allocator;
    schakel_school *school;
    schakel_timetable *timetable;
} attempt;

static schakel_status add_family(schakel_school *school, int number)
{
    char child_id[24], adult_id[24], talk_id[24];
    snprintf(child_id, sizeof child_id, "child-%d", number);
    snprintf(adult_id, sizeof adult_id, "adult-%d", number / 2);
    snprintf(talk_id, sizeof talk_id, "talk-%d", number);
    schakel_language_skill skill = {"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = adult_id;
    adult.languages = &skill;
    adult.language_count = (size_t)(number == 0);
    schakel_child child = {sizeof child, child_id, NULL, "group", NULL, SCHAKEL_NO_DATE};
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = child_id;
    tie.adult_id = adult_id;
    const char *ids[] = {adult_id};
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = talk_id;
    talk.child_id = child_id;
    talk.round_id = "round";
    talk.date = DAY + 10;
    talk.start = 900 + 15 * (number - 1) + 5 * (number == 4);
    talk.adult_ids = ids;
    talk.adult_count = 1;
    talk.fixed = number == 2;
    talk.room = "hal";
    schakel_status status = number % 2 == 0 ? schakel_school_add_adult(school, &adult, NULL) : SCHAKEL_OK;
    status = status == SCHAKEL_OK ? schakel_school_add_child(school, &child, NULL) : status;
    status = status == SCHAKEL_OK ? schakel_school_add_tie(school, &tie, NULL) : status;
    return status == SCHAKEL_OK && number > 1 && number < 5 ? schakel_school_add_talk(school, &talk, NULL)
                                                            : status;
}

static schakel_status add_round(schakel_school *school)
{
    const char *staff_ids[] = {"staff", "other"};
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    schakel_group group = {sizeof group, "group", NULL, 3, staff_ids, 2, NULL};
    schakel_block blocks[] = {{"staff", DAY + 10, 900, 960, "hal", 0},
                              {"other", DAY + 10, 945, 975, "aula", 0},
                              {"staff", DAY + 11, 900, 930, NULL, 1}};
    schakel_interpreter_block interpreters[] = {{"ti", NULL, DAY + 10, 900, 960}};
    schakel_round round = SCHAKEL_ROUND_INIT;
    round.id = "round";
    round.blocks = blocks;
    round.block_count = 3;
    round.interpreters = interpreters;
    round.interpreter_count = 1;
    schakel_status status = SCHAKEL_OK;
    for (int i = 0; i < 2 && status == SCHAKEL_OK; i++) {
        staff.id = staff_ids[i];
        status = schakel_school_add_staff(school, &staff, NULL);
    }
    status = status == SCHAKEL_OK ? schakel_school_add_group(school, &group, NULL) : status;
    return status == SCHAKEL_OK ? schakel_school_add_round(school, &round, NULL) : status;
}

static void begin(attempt *a)
{
    *a = (attempt){.f = {0, 0, 0, 0, 0}};
    a->allocator = failing_allocator(&a->f);
    assert_int_equal(schakel_school_create(&a->allocator, &a->school, NULL), SCHAKEL_OK);
    assert_int_equal(add_round(a->school), SCHAKEL_OK);
    for (int i = 0; i < CHILDREN; i++)
        assert_int_equal(add_family(a->school, i), SCHAKEL_OK);
}

static void end(attempt *a)
{
    schakel_timetable_destroy(a->timetable);
    schakel_school_destroy(a->school);
    assert_int_equal(a->f.live, 0);
}

static void arm(attempt *a, size_t k, int for_ever)
{
    a->f.requests = 0;
    a->f.refused = 0;
    a->f.fail_at = k;
    a->f.for_ever = for_ever;
}

static schakel_status make(attempt *a)
{
    schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    options.round_id = "round";
    options.today = DAY;
    options.effort = 1;
    return schakel_timetable_make(a->school, &options, &a->timetable, NULL);
}

static int is_led_by(const schakel_timetable *timetable, const char *staff_id)
{
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
        schakel_timetable_get(timetable, i, &row);
        if (row.reason == SCHAKEL_PLACED && strcmp(row.staff_ids[0], staff_id) == 0)
            return 1;
    }
    return 0;
}

static void a_timetable_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    for (int for_ever = 0; for_ever <= 1; for_ever++) {
        attempt a;
        begin(&a);
        for (size_t k = 1;; k++) {
            size_t live = a.f.live;
            arm(&a, k, for_ever);
            schakel_status status = make(&a);
            if (a.f.refused == 0) {
                /* One has no time, so that its sentence is made as well. */
                schakel_timetable_summary summary = SCHAKEL_TIMETABLE_SUMMARY_INIT;
                assert_int_equal(status, SCHAKEL_OK);
                schakel_timetable_get_summary(a.timetable, &summary);
                assert_true(summary.placed > 2 && summary.placed < summary.talks);
                assert_true(is_led_by(a.timetable, "staff") && is_led_by(a.timetable, "other"));
                break;
            }
            assert_int_equal(status, SCHAKEL_NO_MEMORY);
            assert_null(a.timetable);
            assert_int_equal(a.f.live, live);
        }
        end(&a);
    }
}

static void put_talks(const schakel_school *school, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_TALK); i++) {
        schakel_talk talk = SCHAKEL_TALK_INIT;
        schakel_school_get_talk(school, i, &talk);
        used += (size_t)snprintf(out + used, size - used, "%s %d %d %d %s\n", talk.id, talk.date, talk.start,
                                 talk.minutes, talk.room == NULL ? "-" : talk.room);
    }
}

static void a_timetable_is_put_in_whole_or_not_at_all(void **state)
{
    (void)state;
    for (int for_ever = 0; for_ever <= 1; for_ever++) {
        attempt a;
        char before[1000], after[1000];
        begin(&a);
        assert_int_equal(make(&a), SCHAKEL_OK);
        put_talks(a.school, before, sizeof before);
        size_t refused = 0;
        for (size_t k = 1;; k++) {
            arm(&a, k, for_ever);
            schakel_status status = schakel_timetable_apply(a.timetable, a.school, NULL);
            put_talks(a.school, after, sizeof after);
            if (a.f.refused == 0) {
                assert_int_equal(status, SCHAKEL_OK);
                assert_string_not_equal(before, after);
                break;
            }
            assert_int_equal(status, SCHAKEL_NO_MEMORY);
            assert_string_equal(before, after);
            refused++;
        }
        assert_true(refused > 3);
        end(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_timetable_without_memory_leaves_nothing_behind),
        cmocka_unit_test(a_timetable_is_put_in_whole_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
