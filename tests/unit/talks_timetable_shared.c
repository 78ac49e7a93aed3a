/* Groups of two teachers, small enough to be worked out by hand: who leads which talk. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/rounds_build.h"

static const char *const both[] = {"anna", "bo"};

/* Group 1 is of Anna and Bo. */
static schakel_school *shared_school(void)
{
    schakel_school *school = new_school();
    schakel_group group = {sizeof group, "1", NULL, 2, both, 2, NULL};
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_GROUP, &group, NULL), SCHAKEL_OK);
    return school;
}

/* "15:00 c1 anna+bo; - c2 bo". */
static const char *show_staff(const schakel_timetable *timetable)
{
    static char out[LINE];
    out[0] = '\0';
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row row = row_of(timetable, i);
        char start[SCHAKEL_TIME_SIZE] = "-";
        if (row.reason == SCHAKEL_PLACED)
            schakel_time_format(row.start, start);
        put(out, i == 0 ? "" : "; ", start);
        put(out, " ", row.child_id);
        for (size_t k = 0; k < row.staff_count; k++)
            put(out, k == 0 ? " " : "+", row.staff_ids[k]);
    }
    return out;
}

static void expect_staff(const schakel_school *school, const char *expected)
{
    schakel_timetable *timetable = make(school);
    assert_string_equal(show_staff(timetable), expected);
    schakel_timetable_destroy(timetable);
}

static size_t count_led_by(const schakel_timetable *timetable, const char *staff_id)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++)
        count += strcmp(row_of(timetable, i).staff_ids[0], staff_id) == 0;
    return count;
}

/* ------------------------------------------------------------------ who leads */

static void both_teachers_have_talks(void **state)
{
    schakel_school *school = shared_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30)),
                              block_of("bo", 0, AT(15, 0), AT(15, 30))};
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_child(school, "c3", "1", "a3");
    add_child(school, "c4", "1", "a4");
    add_round(school, blocks, 2, NULL);
    schakel_timetable *timetable = make(school);
    assert_int_equal(sum_of(timetable).placed, 4);
    assert_int_equal(count_led_by(timetable, "anna"), 2);
    assert_int_equal(count_led_by(timetable, "bo"), 2);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* With hours to spare each has as many, also when one child of the group comes after each of another group. */
static void shares_are_even_where_that_costs_nothing(void **state)
{
    (void)state;
    for (int days = 0; days <= 2; days += 2) {
        schakel_school *school = shared_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(17, 0), AT(20, 0)),
                                  block_of("bo", days, AT(17, 0), AT(20, 0)),
                                  block_of("cees", 0, AT(17, 0), AT(20, 0))};
        schakel_staff cees = SCHAKEL_STAFF_INIT;
        const char *ids[] = {"cees"};
        schakel_group group = {sizeof group, "3", NULL, 2, ids, 1, NULL};
        cees.id = "cees";
        TELL(school, staff, &cees);
        TELL(school, group, &group);
        for (int i = 0; i < 16; i++) {
            char child_id[8], adult_id[8];
            snprintf(child_id, sizeof child_id, "c%02d", i);
            snprintf(adult_id, sizeof adult_id, "a%02d", i);
            add_child(school, child_id, i % 2 == 0 ? "1" : "3", adult_id);
        }
        add_round(school, blocks, 3, NULL);
        schakel_timetable *timetable = make(school);
        assert_int_equal(sum_of(timetable).placed, 16);
        assert_int_equal(sum_of(timetable).cost, 0);
        assert_int_equal(count_led_by(timetable, "anna"), 4);
        assert_int_equal(count_led_by(timetable, "bo"), 4);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* Who is added joins a colleague, and leads when there is none. */
static void who_is_added_joins_a_colleague(void **state)
{
    static const struct {
        const char *added[2];
        size_t count;
        int anna_sits;
        const char *expected;
    } cases[] = {
        {{"bo"}, 1, 1, "15:00 c1 anna+bo"},         {{"anna"}, 1, 1, "15:00 c1 bo+anna"},
        {{"bo", "anna"}, 2, 1, "15:00 c1 anna+bo"}, {{"bo"}, 1, 0, "15:00 c1 bo"},
        {{"anna"}, 1, 0, "- c1 bo+anna"}, /* who is added must sit */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = shared_school();
        schakel_block blocks[] = {block_of("bo", 0, AT(15, 0), AT(15, 15)),
                                  block_of("anna", 0, AT(15, 0), AT(15, 15))};
        add_child(school, "c1", "1", "a1");
        add_round(school, blocks, cases[i].anna_sits ? 2 : 1, NULL);
        schakel_round_wish wish = wish_for("c1");
        wish.staff_ids = cases[i].added;
        wish.staff_count = cases[i].count;
        TELL(school, round_wish, &wish);
        expect_staff(school, cases[i].expected);
        schakel_school_destroy(school);
    }
}

/* Bo speaks Turkish, so that Bo leads: nobody has to interpret, though somebody could at any time or at none. */
static void who_speaks_the_language_leads(void **state)
{
    static const schakel_interpreter_block interpreters[] = {{"tr", NULL, TUESDAY, AT(8, 0), AT(22, 0)},
                                                             {"tr", NULL, TUESDAY, AT(9, 0), AT(10, 0)}};
    (void)state;
    for (int i = 0; i <= 2; i++) {
        schakel_school *school = shared_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0)),
                                  block_of("bo", 0, AT(15, 0), AT(16, 0))};
        schakel_round round = SCHAKEL_ROUND_INIT;
        round.interpreters = &interpreters[i];
        round.interpreter_count = i < 2;
        add_adult(school, "a1", "tr", 0, 0);
        add_child(school, "c1", "1", "a1");
        add_round(school, blocks, 2, &round);
        schakel_timetable *timetable = make(school);
        schakel_timetable_row row = row_of(timetable, 0);
        assert_string_equal(show_staff(timetable), "15:00 c1 bo");
        assert_string_equal(row.language, "tr");
        assert_int_equal(row.has_interpreter, 0);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* Twins walk from one teacher to the other, or stay with one. */
static void nobody_walks_who_stays_with_one_of_them(void **state)
{
    (void)state;
    for (int stays = 0; stays <= 1; stays++) {
        schakel_school *school = shared_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15)),
                                  block_of("bo", 0, AT(15, 15), AT(15, 30)),
                                  block_of("bo", 0, AT(15, 30), AT(15, 45))};
        add_child(school, "c1", "1", "a1");
        add_child(school, "c2", "1", "a1");
        add_round(school, blocks, stays ? 3 : 2, NULL);
        schakel_timetable *timetable = make(school);
        assert_int_equal(sum_of(timetable).placed, stays ? 2 : 1);
        assert_int_equal(sum_of(timetable).wait_minutes, 0);
        if (stays)
            assert_int_equal(count_led_by(timetable, "bo"), 2);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* ------------------------------------------------------------------ as planned */

static schakel_talk talk_with(const char *id, const char *child_id, schakel_time start,
                              const char *const *staff_id)
{
    schakel_talk talk = talk_about(id, child_id, 0, start);
    talk.staff_ids = staff_id;
    talk.staff_count = staff_id != NULL;
    return talk;
}

/* Whoever led a talk still does, and one that names nobody leaves it open; a change of who leads costs as another time. */
static void who_led_a_talk_still_does(void **state)
{
    (void)state;
    for (int who = 0; who <= 2; who++) {
        schakel_school *school = shared_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 45)),
                                  block_of("bo", 0, AT(15, 0), AT(15, 45))};
        add_child(school, "c1", "1", "a1");
        add_child(school, "c2", "1", "a2");
        add_round(school, blocks, 2, NULL);
        for (int i = 0; i < 2; i++) {
            schakel_talk talk = talk_with(i == 0 ? "t1" : "t2", i == 0 ? "c1" : "c2", AT(15, 15 * i),
                                          who < 2 ? &both[who] : NULL);
            TELL(school, talk, &talk);
        }
        schakel_timetable *timetable = make(school);
        assert_int_equal(sum_of(timetable).moved, 0);
        if (who < 2)
            assert_int_equal(count_led_by(timetable, both[who]), 2);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* Bo falls ill: Anna takes over at once at the same time, though the family would hear of another time too late. */
static void a_colleague_takes_over(void **state)
{
    schakel_school *school = shared_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 45))};
    schakel_timetable_options options = usual();
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 1, NULL);
    schakel_talk with_bo = talk_with("t1", "c1", AT(15, 0), &both[1]);
    schakel_talk with_anna = talk_with("t2", "c2", AT(15, 15), &both[0]);
    TELL(school, talk, &with_bo);
    TELL(school, talk, &with_anna);
    options.today = TUESDAY - 1;
    schakel_timetable *timetable = make_with(school, &options);
    assert_string_equal(show_staff(timetable), "15:00 c1 anna; 15:15 c2 anna");
    assert_true(row_of(timetable, 0).moved);
    assert_false(row_of(timetable, 1).moved);
    assert_int_equal(sum_of(timetable).moved, 1);
    assert_int_equal(sum_of(timetable).cost, options.change_weight);
    assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
    schakel_timetable_destroy(timetable);
    timetable = make_with(school, &options);
    assert_string_equal(show_staff(timetable), "15:00 c1 anna; 15:15 c2 anna");
    assert_int_equal(sum_of(timetable).moved, 0);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* Anna can have only one of two talks at one time: the other goes to Bo, which is less than no talk. */
static void a_talk_changes_hands_when_that_gives_another_a_time(void **state)
{
    schakel_school *school = shared_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15)),
                              block_of("bo", 0, AT(15, 0), AT(15, 15))};
    (void)state;
    const char *anna[] = {"anna"};
    schakel_group group = {sizeof group, "2", NULL, 3, anna, 1, NULL};
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_GROUP, &group, NULL), SCHAKEL_OK);
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "2", "a2");
    add_round(school, blocks, 2, NULL);
    schakel_talk talk = talk_with("t1", "c1", AT(15, 0), &both[0]);
    TELL(school, talk, &talk);
    expect_staff(school, "15:00 c2 anna; 15:00 c1 bo");
    schakel_school_destroy(school);
}

static void a_fixed_talk_keeps_who_leads_it(void **state)
{
    schakel_school *school = shared_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15)),
                              block_of("bo", 0, AT(15, 0), AT(15, 15))};
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "2", "a2");
    add_round(school, blocks, 2, NULL);
    schakel_talk talk = talk_with("t1", "c1", AT(15, 0), &both[1]);
    talk.fixed = 1;
    TELL(school, talk, &talk);
    expect_staff(school, "15:00 c1 bo; - c2 bo"); /* Bo is the only teacher of c2 */
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ what could be */

/* Anna's block is full and cannot be longer for this family; Bo can stay. */
static void a_sentence_may_be_about_either(void **state)
{
    schakel_school *school = shared_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(9, 0), AT(9, 15)),
                              block_of("bo", 0, AT(15, 0), AT(15, 15))};
    (void)state;
    add_adult(school, "a1", NULL, AT(15, 15), AT(15, 30));
    add_child(school, "c1", "1", "a1");
    add_round(school, blocks, 2, NULL);
    schakel_timetable *timetable = make(school);
    assert_string_equal(show_staff(timetable), "- c1 bo");
    assert_string_equal(row_of(timetable, 0).text_nl,
                        "Dit gesprek kan op dinsdag 15 september, als Bo Lindegaard tot 15:30 blijft.");
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* At each other time the talk is with the same teacher when that can be, else on the spot, else in the same room. */
static void a_moment_says_where_and_with_whom(void **state)
{
    static const struct {
        schakel_time start;
        const char *room;
        int online;
        const char *staff_id;
    } expected[] = {{AT(16, 0), "hal", 0, "anna"},
                    {AT(16, 15), NULL, 1, "anna"},
                    {AT(16, 30), "aula", 0, "bo"},
                    {AT(16, 45), "hal", 0, "bo"}};
    schakel_school *school = shared_school();
    schakel_block blocks[] = {{"anna", TUESDAY, AT(15, 0), AT(15, 15), "hal", 0},
                              {"anna", TUESDAY, AT(16, 0), AT(16, 15), "hal", 0},
                              {"bo", TUESDAY, AT(16, 0), AT(16, 15), "hal", 0},
                              {"anna", TUESDAY, AT(16, 15), AT(16, 30), NULL, 1},
                              {"bo", TUESDAY, AT(16, 15), AT(16, 30), "hal", 0},
                              {"bo", TUESDAY, AT(16, 30), AT(16, 45), NULL, 1},
                              {"bo", TUESDAY, AT(16, 30), AT(16, 45), "aula", 0},
                              {"bo", TUESDAY, AT(16, 45), AT(17, 0), "aula", 0},
                              {"bo", TUESDAY, AT(16, 45), AT(17, 0), "hal", 0}};
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_round(school, blocks, sizeof blocks / sizeof blocks[0], NULL);
    schakel_talk talk = talk_with("t1", "c1", AT(15, 0), &both[0]);
    talk.fixed = 1;
    talk.room = "hal";
    talk.staff_count = 0; /* who leads is then the first of the group */
    TELL(school, talk, &talk);
    schakel_timetable *timetable = make(school);
    assert_string_equal(show_staff(timetable), "15:00 c1 anna");
    assert_int_equal(schakel_timetable_moment_count(timetable, 0), sizeof expected / sizeof expected[0]);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        schakel_timetable_moment moment = SCHAKEL_TIMETABLE_MOMENT_INIT;
        assert_int_equal(schakel_timetable_get_moment(timetable, 0, i, &moment), SCHAKEL_OK);
        assert_int_equal(moment.start, expected[i].start);
        assert_int_equal(moment.online, expected[i].online);
        assert_string_equal(moment.staff_id, expected[i].staff_id);
        assert_int_equal(moment.room == NULL, expected[i].room == NULL);
        if (moment.room != NULL)
            assert_string_equal(moment.room, expected[i].room);
    }
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_teachers_have_talks),
        cmocka_unit_test(shares_are_even_where_that_costs_nothing),
        cmocka_unit_test(who_is_added_joins_a_colleague),
        cmocka_unit_test(who_speaks_the_language_leads),
        cmocka_unit_test(nobody_walks_who_stays_with_one_of_them),
        cmocka_unit_test(who_led_a_talk_still_does),
        cmocka_unit_test(a_colleague_takes_over),
        cmocka_unit_test(a_talk_changes_hands_when_that_gives_another_a_time),
        cmocka_unit_test(a_fixed_talk_keeps_who_leads_it),
        cmocka_unit_test(a_sentence_may_be_about_either),
        cmocka_unit_test(a_moment_says_where_and_with_whom),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
