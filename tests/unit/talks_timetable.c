/* Rounds of talks small enough to be worked out by hand, rule by rule. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "schakel/text.h"
#include "unit/rounds_build.h"

/* ------------------------------------------------------------------ when it is */

static void talks_lie_within_blocks_and_windows(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    (void)state;
    add_adult(school, "late", NULL, AT(15, 40), AT(22, 0));
    add_adult(school, "early", NULL, AT(8, 0), AT(15, 20));
    add_child(school, "c1", "1", "late");
    add_child(school, "c2", "1", "early");
    add_round(school, blocks, 1, NULL);
    expect(school, "0 15:00-15:15 c2 [early]; 0 15:45-16:00 c1 [late]");
    schakel_school_destroy(school);
}

/* Every adult who comes must be able to; one who lives apart has a window of their own. */
static void parents_come_together_apart_or_by_home(void **state)
{
    static const struct {
        int32_t home_of_mother, home_of_father;
        schakel_answered apart;
        const char *expected;
    } cases[] = {
        {0, 0, SCHAKEL_UNASKED, "0 15:30-15:45 c1 [f m s]"},
        {1, 2, SCHAKEL_UNASKED, "0 15:00-15:15 c1 [f]; 0 15:30-15:45 c1 [m s]"},
        {1, 1, SCHAKEL_UNASKED, "0 15:30-15:45 c1 [f m s]"},
        {1, 2, SCHAKEL_NO, "0 15:30-15:45 c1 [f m s]"},
        {1, 1, SCHAKEL_YES, "0 15:00-15:15 c1 [f]; 0 15:30-15:45 c1 [m]; 0 15:45-16:00 c1 [s]"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
        schakel_round round = SCHAKEL_ROUND_INIT;
        schakel_child child = {sizeof child, "c1", NULL, "1", NULL, SCHAKEL_NO_DATE};
        round.child = SCHAKEL_CHILD_ABSENT;
        add_adult(school, "m", NULL, AT(15, 30), AT(15, 45));
        add_adult(school, "f", NULL, 0, 0);
        add_adult(school, "s", NULL, AT(15, 30), AT(16, 0));
        TELL(school, child, &child);
        add_tie(school, "c1", "m", cases[i].home_of_mother);
        add_tie(school, "c1", "f", cases[i].home_of_father);
        add_tie(school, "c1", "s", cases[i].home_of_mother);
        add_round(school, blocks, 1, &round);
        schakel_round_wish wish = wish_for("c1");
        wish.apart = cases[i].apart;
        TELL(school, round_wish, &wish);
        schakel_timetable_options options = usual();
        options.hole_weight = 0;
        options.unpopular_weight = 0;
        schakel_timetable *timetable = make_with(school, &options);
        assert_string_equal(show(timetable), cases[i].expected);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

static void only_who_wants_to_and_may_be_told_comes(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    const char *wanted[] = {"a", "c"};
    (void)state;
    add_child(school, "c1", "1", "a");
    add_adult(school, "b", NULL, 0, 0);
    add_adult(school, "c", NULL, 0, 0);
    add_tie(school, "c1", "b", 0);
    schakel_tie stopped = SCHAKEL_TIE_INIT;
    stopped.child_id = "c1";
    stopped.adult_id = "c";
    stopped.informed = 0;
    TELL(school, tie, &stopped);
    add_round(school, blocks, 1, NULL);
    expect(school, "0 15:00-15:15 c1 [a b]");
    schakel_round_wish wish = wish_for("c1");
    wish.adult_ids = wanted;
    wish.adult_count = 2;
    TELL(school, round_wish, &wish);
    expect(school, "0 15:00-15:15 c1 [a]");
    schakel_school_destroy(school);
}

static void nothing_new_is_planned_too_soon(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", -4, AT(15, 0), AT(15, 15)),
                              block_of("anna", -3, AT(15, 0), AT(15, 15)),
                              block_of("anna", 0, AT(15, 0), AT(15, 30))};
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_round(school, blocks, 3, NULL);
    expect(school, "-3 15:00-15:15 c1 [a1]"); /* seven days ahead */
    schakel_timetable_options options = usual();
    options.notice = 8;
    schakel_timetable *timetable = make_with(school, &options);
    assert_string_equal(show(timetable), "0 15:00-15:15 c1 [a1]");
    schakel_timetable_destroy(timetable);
    /* What was planned may stay: nobody has to hear of it. */
    schakel_talk talk = talk_about("t", "c1", -4, AT(15, 0));
    TELL(school, talk, &talk);
    expect(school, "-4 15:00-15:15 c1 [a1]");
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------- who is in the way */

static void the_staff_pauses_and_families_walk(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 55)),
                              block_of("bo", 0, AT(15, 0), AT(16, 0))};
    schakel_round round = SCHAKEL_ROUND_INIT;
    (void)state;
    round.pause_minutes = 5;
    round.walk_minutes = 10;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_child(school, "c4", "1", "a4");
    add_child(school, "c3", "2", "a1");
    add_round(school, blocks, 2, &round);
    schakel_timetable *timetable = make(school);
    /* Anna has a talk and a pause three times, and loses nothing. The family cannot walk to the next talk in the pause. */
    schakel_timetable_summary s = sum_of(timetable);
    assert_int_equal(s.placed, 4);
    assert_int_equal(s.hole_minutes, 0);
    assert_int_equal(s.wait_minutes, 15);
    assert_int_equal(s.families, 1);
    assert_int_equal(s.together, 1);
    assert_int_equal(s.cost, 15 * 2);
    assert_true(s.optimal);
    assert_int_equal(s.bound, s.cost);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* A longer talk takes two turns, and costs who sits the rest of the second. */
static void a_longer_talk_leaves_a_hole(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    schakel_round round = SCHAKEL_ROUND_INIT;
    (void)state;
    round.pause_minutes = 5;
    round.bridge_minutes = 10;
    add_adult(school, "a1", "ti", AT(15, 0), AT(15, 30));
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 1, &round);
    schakel_timetable *timetable = make(school);
    assert_int_equal(row_of(timetable, 0).minutes, 25);
    assert_int_equal(row_of(timetable, 1).start, AT(15, 40));
    assert_int_equal(sum_of(timetable).hole_minutes, 10);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* Nobody is in two places, and no room holds two talks, in another round or on a day of its own either. */
static void nobody_is_elsewhere(void **state)
{
    static const struct {
        const char *why, *staff_id, *adult_id, *room, *interpreter_id;
        schakel_child_part child;
        schakel_time start,
            first; /* of the talk elsewhere, and of the one in the round that is then the first */
    } cases[] = {
        {"the teacher, and a pause", "anna", NULL, NULL, NULL, SCHAKEL_CHILD_ABSENT, AT(15, 0), AT(15, 20)},
        {"the parent, and a walk", NULL, "a1", NULL, NULL, SCHAKEL_CHILD_ABSENT, AT(15, 0), AT(15, 40)},
        {"the child", NULL, NULL, NULL, NULL, SCHAKEL_CHILD_JOINS, AT(15, 0), AT(15, 40)},
        {"a child who is not there", NULL, NULL, NULL, NULL, SCHAKEL_CHILD_ABSENT, AT(15, 0), AT(15, 0)},
        {"the room", NULL, NULL, "hal", NULL, SCHAKEL_CHILD_ABSENT, AT(15, 0), AT(15, 20)},
        {"who interprets", NULL, NULL, NULL, "a1", SCHAKEL_CHILD_ABSENT, AT(15, 0), AT(15, 20)},
        {"a parent of others", NULL, "a2", NULL, NULL, SCHAKEL_CHILD_ABSENT, AT(15, 0), AT(15, 0)},
        {"without a time", "anna", "a1", "hal", NULL, SCHAKEL_CHILD_JOINS, SCHAKEL_NO_TIME, AT(15, 0)},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (int in_a_round = 0; in_a_round < 2; in_a_round++) {
            schakel_school *school = new_school();
            schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
            schakel_round round = SCHAKEL_ROUND_INIT, other = SCHAKEL_ROUND_INIT;
            schakel_talk talk = talk_about("t", "c1", 0, cases[i].start);
            blocks[0].room = "hal";
            round.pause_minutes = 5;
            round.walk_minutes = 10;
            other.id = "q";
            add_child(school, "c1", "1", "a1");
            add_adult(school, "a2", NULL, 0, 0);
            add_round(school, blocks, 1, &round);
            TELL(school, round, &other);
            talk.round_id = in_a_round ? "q" : NULL;
            talk.staff_ids = &cases[i].staff_id;
            talk.staff_count = cases[i].staff_id != NULL;
            talk.adult_ids = &cases[i].adult_id;
            talk.adult_count = cases[i].adult_id != NULL;
            talk.room = cases[i].room;
            talk.interpreter_id = cases[i].interpreter_id;
            talk.child = cases[i].child;
            TELL(school, talk, &talk);
            schakel_timetable *timetable = make(school);
            if (row_of(timetable, 0).start != cases[i].first)
                fail_msg("%s: at %d", cases[i].why, (int)row_of(timetable, 0).start);
            assert_int_equal(schakel_timetable_count(timetable), 1);
            schakel_timetable_destroy(timetable);
            schakel_school_destroy(school);
        }
}

/* A talk elsewhere that is over, or on another day, is in nobody's way; one that takes every time is a reason. */
static void who_is_elsewhere_all_the_time_finds_it_full(void **state)
{
    static const struct {
        schakel_talk_state state;
        int day, is_full;
    } cases[] = {{SCHAKEL_TALK_PLANNED, 0, 1}, {SCHAKEL_TALK_CANCELLED, 0, 0}, {SCHAKEL_TALK_PLANNED, 1, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
        schakel_talk talk = talk_about("t", "c1", cases[i].day, AT(15, 0));
        const char *anna[] = {"anna"};
        add_child(school, "c1", "1", "a1");
        add_round(school, blocks, 1, NULL);
        talk.round_id = NULL;
        talk.minutes = 60;
        talk.staff_ids = anna;
        talk.staff_count = 1;
        talk.state = cases[i].state;
        TELL(school, talk, &talk);
        schakel_timetable *timetable = make(school);
        schakel_timetable_row row = row_of(timetable, 0);
        assert_int_equal(row.reason, cases[i].is_full ? SCHAKEL_UNPLACED_FULL : SCHAKEL_PLACED);
        assert_int_equal(schakel_timetable_moment_count(timetable, 0), cases[i].is_full ? 0 : 3);
        if (cases[i].is_full)
            assert_string_equal(
                row.text_nl,
                "Dit gesprek kan op dinsdag 15 september, als Anna Varenblad al om 14:45 begint.");
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* One after the other without a walk when both are by video, and with one when one of them is. */
static void nobody_walks_between_two_talks_by_video(void **state)
{
    (void)state;
    for (int online = 0; online <= 2; online++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15)),
                                  block_of("bo", 0, AT(15, 15), AT(15, 45))};
        blocks[0].online = online >= 1;
        blocks[1].online = online >= 2;
        add_child(school, "c1", "1", "a1");
        add_child(school, "c2", "2", "a1");
        add_round(school, blocks, 2, NULL);
        expect(school, online == 2 ? "0 15:00-15:15 c1 [a1]; 0 15:15-15:30 c2 [a1]"
                                   : "0 15:00-15:15 c1 [a1]; 0 15:30-15:45 c2 [a1]");
        schakel_school_destroy(school);
    }
}

/* Twins in one group, and a child of two homes, stay where they are; not when the teacher goes on by video. */
static void nobody_walks_who_stays_with_the_teacher(void **state)
{
    (void)state;
    for (int online = 0; online <= 1; online++)
        for (int twins = 0; twins <= 1; twins++) {
            schakel_school *school = new_school();
            schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15)),
                                      block_of("anna", 0, AT(15, 15), AT(15, 30))};
            blocks[1].online = online;
            add_child(school, "c1", "1", "a1");
            if (twins) {
                add_child(school, "c2", "1", "a1");
            } else {
                add_adult(school, "a2", NULL, 0, 0);
                add_tie(school, "c1", "a2", 0);
            }
            add_round(school, blocks, 2, NULL);
            schakel_round_wish wish = wish_for("c1");
            wish.apart = SCHAKEL_YES;
            TELL(school, round_wish, &wish);
            schakel_timetable *timetable = make(school);
            schakel_timetable_summary s = sum_of(timetable);
            assert_int_equal(s.talks, 2);
            assert_int_equal(s.placed, online ? 1 : 2);
            assert_int_equal(s.together, twins && !online);
            assert_int_equal(s.wait_minutes, 0);
            schakel_timetable_destroy(timetable);
            schakel_school_destroy(school);
        }
}

/* A child who joins cannot be at two talks either, nor at two teachers without a walk; one who doesn't can. */
static void a_child_is_at_one_talk_at_a_time(void **state)
{
    static const char *const bo[] = {"bo"}, *const father[] = {"f"};
    (void)state;
    for (int absent = 0; absent <= 1; absent++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30))};
        schakel_round round = SCHAKEL_ROUND_INIT;
        round.child_year = absent ? 3 : 2; /* group 1 is in year 2 */
        add_child(school, "c1", "1", "m");
        add_adult(school, "f", NULL, 0, 0);
        add_tie(school, "c1", "f", 0);
        add_round(school, blocks, 1, &round);
        schakel_round_wish wish = wish_for("c1");
        wish.apart = SCHAKEL_YES;
        TELL(school, round_wish, &wish);
        schakel_talk talk = talk_about("t", "c1", 0, AT(15, 0));
        talk.staff_ids = bo;
        talk.adult_ids = father;
        talk.staff_count = talk.adult_count = 1;
        talk.child = SCHAKEL_CHILD_JOINS;
        talk.fixed = 1;
        TELL(school, talk, &talk);
        schakel_timetable *timetable = make(school);
        assert_int_equal(sum_of(timetable).talks, 2);
        assert_int_equal(sum_of(timetable).placed, absent ? 2 : 1); /* the child has no time to walk */
        assert_int_equal(row_of(timetable, absent ? 0 : 1).child,
                         absent ? SCHAKEL_CHILD_ABSENT : SCHAKEL_CHILD_JOINS);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

static void a_room_holds_one_talk(void **state)
{
    (void)state;
    for (int online = 0; online <= 1; online++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15)),
                                  block_of("bo", 0, AT(15, 0), AT(15, 15))};
        blocks[0].room = blocks[1].room = "hal";
        blocks[1].online = online;
        add_child(school, "c1", "1", "a1");
        add_child(school, "c2", "2", "a2");
        add_round(school, blocks, 2, NULL);
        schakel_timetable *timetable = make(school);
        assert_int_equal(sum_of(timetable).placed, online ? 2 : 1);
        assert_string_equal(row_of(timetable, 0).room, "hal");
        if (online)
            assert_null(row_of(timetable, 1).room);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

static void who_joins_must_sit_too(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0)),
                              block_of("bo", 0, AT(15, 30), AT(16, 0))};
    const char *bo[] = {"bo"};
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "2", "a2");
    add_round(school, blocks, 2, NULL);
    schakel_round_wish wish = wish_for("c1");
    wish.staff_ids = bo;
    wish.staff_count = 1;
    TELL(school, round_wish, &wish);
    schakel_timetable *timetable = make(school);
    schakel_timetable_row row = row_of(timetable, 0);
    /* Bo has both talks, one after the other. */
    assert_string_equal(show(timetable), "0 15:30-15:45 c1 [a1]; 0 15:45-16:00 c2 [a2]");
    assert_int_equal(row.staff_count, 2);
    assert_string_equal(row.staff_ids[0], "anna");
    assert_string_equal(row.staff_ids[1], "bo");
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* Only who sits in the round leads a talk of the group. */
static void somebody_without_blocks_is_passed_over(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("bo", 0, AT(15, 0), AT(16, 0))};
    const char *both[] = {"anna", "bo"};
    schakel_group group = {sizeof group, "3", NULL, 0, both, 2, NULL};
    (void)state;
    TELL(school, group, &group);
    add_child(school, "c1", "3", "a1");
    add_round(school, blocks, 1, NULL);
    schakel_timetable *timetable = make(school);
    assert_int_equal(row_of(timetable, 0).staff_count, 1);
    assert_string_equal(row_of(timetable, 0).staff_ids[0], "bo");
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* ----------------------------------------------------------------- languages */

/*
 * Three newcomers speak little Dutch. Bo speaks Turkish, so that one talk needs nobody else; the two in Tigrinya share the
 * one interpreter, and each takes twice as long. What there is no interpreter for is left to the school.
 */
static void S5_talks_with_newcomers_take_longer_and_share_the_interpreter(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(17, 0)),
                              block_of("bo", 0, AT(15, 0), AT(17, 0))};
    schakel_interpreter_block interpreters[] = {{"ti-ER", "tolk", TUESDAY, AT(15, 0), AT(16, 0)}};
    schakel_round round = SCHAKEL_ROUND_INIT;
    (void)state;
    add_adult(school, "tolk", NULL, 0, 0);
    add_adult(school, "ti1", "ti", 0, 0);
    add_adult(school, "ti2", "ti", 0, 0);
    add_adult(school, "tr", "tr", 0, 0);
    add_adult(school, "uk", "uk", 0, 0);
    add_child(school, "c1", "1", "ti1");
    add_child(school, "c2", "2", "ti2");
    add_child(school, "c3", "2", "tr");
    add_child(school, "c4", "1", "uk");
    round.interpreters = interpreters;
    round.interpreter_count = 1;
    add_round(school, blocks, 2, &round);
    schakel_timetable *timetable = make(school);
    assert_int_equal(sum_of(timetable).placed, 4);
    schakel_time interpreted[2];
    size_t count = 0;
    for (size_t i = 0; i < 4; i++) {
        schakel_timetable_row row = row_of(timetable, i);
        assert_true(row.needs_bridge);
        assert_int_equal(row.minutes, 30);
        if (strcmp(row.adult_ids[0], "tr") == 0) {
            assert_string_equal(row.language, "tr");
            assert_false(row.has_interpreter);
        } else if (strcmp(row.adult_ids[0], "uk") == 0) {
            assert_null(row.language);
            assert_false(row.has_interpreter);
        } else {
            assert_string_equal(row.language, "ti-ER");
            assert_string_equal(row.interpreter_id, "tolk");
            assert_true(row.has_interpreter);
            interpreted[count++] = row.start;
        }
    }
    assert_int_equal(count, 2);
    assert_int_equal(interpreted[1] - interpreted[0], 30);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* Somebody from outside can be in as many talks at once as there are blocks, and an adult of the school in one. */
static void interpreters_are_in_one_talk_each(void **state)
{
    (void)state;
    for (int two = 0; two <= 1; two++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30)),
                                  block_of("bo", 0, AT(15, 0), AT(15, 30))};
        schakel_interpreter_block interpreters[] = {{"ti", NULL, TUESDAY, AT(15, 0), AT(15, 30)},
                                                    {"ti", NULL, TUESDAY, AT(15, 0), AT(15, 30)}};
        schakel_round round = SCHAKEL_ROUND_INIT;
        add_adult(school, "a1", "ti", 0, 0);
        add_adult(school, "a2", "ti", 0, 0);
        add_child(school, "c1", "1", "a1");
        add_child(school, "c2", "2", "a2");
        round.interpreters = interpreters;
        round.interpreter_count = two ? 2 : 1;
        add_round(school, blocks, 2, &round);
        schakel_timetable *timetable = make(school);
        assert_int_equal(sum_of(timetable).placed, two ? 2 : 1);
        assert_int_equal(sum_of(timetable).most, two ? 2 : 1);
        assert_null(row_of(timetable, 0).interpreter_id);
        assert_true(row_of(timetable, 0).has_interpreter);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* Whoever brings somebody leaves the one interpreter to others, unless they have a language with the staff. */
static void S5_who_brings_somebody_needs_no_interpreter(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30)),
                              block_of("bo", 0, AT(15, 0), AT(15, 30))};
    schakel_interpreter_block interpreters[] = {{"ti", NULL, TUESDAY, AT(15, 0), AT(15, 30)}};
    schakel_language_skill skills[] = {{"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1},
                                       {"tr", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1}};
    schakel_round round = SCHAKEL_ROUND_INIT;
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = i == 0 ? "brings" : "turkish";
        adult.languages = &skills[i];
        adult.language_count = 1;
        adult.brings_interpreter = SCHAKEL_YES;
        TELL(school, adult, &adult);
    }
    add_adult(school, "a3", "ti", 0, 0);
    add_child(school, "c1", "1", "brings");
    add_child(school, "c3", "2", "a3");
    round.interpreters = interpreters;
    round.interpreter_count = 1;
    add_round(school, blocks, 2, &round);
    schakel_timetable *timetable = make(school);
    assert_int_equal(sum_of(timetable).placed, 2);
    for (size_t i = 0; i < 2; i++) {
        schakel_timetable_row row = row_of(timetable, i);
        int brings = strcmp(row.adult_ids[0], "brings") == 0;
        assert_int_equal(row.brings_interpreter, brings);
        assert_int_equal(row.has_interpreter, !brings);
        assert_int_equal(row.minutes, 30);
        assert_true(brings == (row.language == NULL));
    }
    schakel_timetable_destroy(timetable);
    add_child(school, "c2", "2", "turkish");
    timetable = make(school);
    for (size_t i = 0; i < 3; i++)
        if (strcmp(row_of(timetable, i).adult_ids[0], "turkish") == 0) {
            assert_int_equal(row_of(timetable, i).brings_interpreter, 0);
            assert_string_equal(row_of(timetable, i).language, "tr");
        }
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* A parent who interprets for others comes to a talk of their own at another time. */
static void who_interprets_has_talks_too(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30)),
                              block_of("bo", 0, AT(15, 0), AT(15, 45))};
    schakel_interpreter_block interpreters[] = {{"ti", "tolk", TUESDAY, AT(15, 0), AT(16, 0)}};
    schakel_round round = SCHAKEL_ROUND_INIT;
    (void)state;
    add_adult(school, "a1", "ti", 0, 0);
    add_adult(school, "tolk", NULL, 0, 0);
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "2", "tolk");
    round.interpreters = interpreters;
    round.interpreter_count = 1;
    add_round(school, blocks, 2, &round);
    expect(school, "0 15:00-15:30 c1 [a1]; 0 15:30-15:45 c2 [tolk]");
    schakel_school_destroy(school);
}

/* ----------------------------------------------------------------- as it was */

static void fixed_talks_stay_whatever_the_rules_say(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30))};
    schakel_talk talk = talk_about("t", "c1", 0, AT(15, 10)); /* off the grid, and in both places */
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 1, NULL);
    talk.fixed = 1;
    talk.minutes = 20;
    talk.room = "zolder";
    TELL(school, talk, &talk);
    schakel_timetable *timetable = make(school);
    schakel_timetable_row row = row_of(timetable, 0);
    assert_string_equal(show(timetable), "0 15:10-15:30 c1 [a1]; - c2 [a2] 6");
    assert_true(row.fixed);
    assert_false(row.moved);
    assert_string_equal(row.talk_id, "t");
    assert_string_equal(row.room, "zolder");
    schakel_timetable_destroy(timetable);
    /* A family that doesn't come is no longer there at all. */
    schakel_round_wish wish = wish_for("c1");
    wish.skips = 1;
    TELL(school, round_wish, &wish);
    timetable = make(school);
    assert_string_equal(show(timetable), "0 15:00-15:15 c2 [a2]");
    assert_int_equal(sum_of(timetable).moved, 1);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

static void fixed_talks_that_clash_are_named(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    schakel_talk talk = talk_about("other", "c1", 5, AT(15, 0));
    schakel_timetable *timetable = NULL;
    schakel_timetable_options options = usual();
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 1, NULL);
    talk.round_id = NULL;
    TELL(school, talk, &talk);
    talk = talk_about("t1", "c1", 0, AT(15, 0));
    talk.fixed = 1;
    TELL(school, talk, &talk);
    talk = talk_about("t2", "c2", 0, AT(15, 10));
    talk.fixed = 1;
    TELL(school, talk, &talk);
    assert_int_equal(schakel_timetable_make(school, &options, &timetable, &error), SCHAKEL_INVALID);
    assert_null(timetable);
    assert_string_equal(error.path, "/talks/2");
    assert_non_null(strstr(error.message, "\"t2\" and \"t1\""));
    schakel_school_destroy(school);
}

/* Moving pays only when it is worth more than what it costs. */
static void planned_talks_move_when_that_pays(void **state)
{
    (void)state;
    for (int pays = 0; pays <= 1; pays++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30)),
                                  block_of("bo", 0, AT(15, 0), AT(16, 0)),
                                  block_of("bo", 1, AT(15, 0), AT(16, 0))};
        schakel_timetable_options options = usual();
        schakel_talk talk = talk_about("t", "c2", 1, AT(15, 0));
        add_child(school, "c1", "1", "a1");
        add_child(school, "c2", "2", "a1");
        add_round(school, blocks, 3, NULL);
        TELL(school, talk, &talk);
        /* Moving saves a visit of 400; it costs the change and ten minutes of waiting at 2. */
        options.change_weight = pays ? 379 : 381;
        schakel_timetable *timetable = make_with(school, &options);
        schakel_timetable_summary s = sum_of(timetable);
        assert_int_equal(s.moved, pays);
        assert_int_equal(s.together, pays);
        assert_int_equal(s.cost, pays ? 399 : 400);
        for (size_t i = 0; i < 2; i++) {
            schakel_timetable_row row = row_of(timetable, i);
            assert_int_equal(row.moved, pays && row.talk_id != NULL);
        }
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

static void talks_that_are_over_are_not_planned_again(void **state)
{
    static const struct {
        schakel_talk_state state;
        int day;
        int again;
    } cases[] = {
        {SCHAKEL_TALK_HELD, -20, 0},    {SCHAKEL_TALK_MISSED, -20, 0}, {SCHAKEL_TALK_CANCELLED, -20, 0},
        {SCHAKEL_TALK_PLANNED, -20, 0}, {SCHAKEL_TALK_PLANNED, 0, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
        schakel_talk talk = talk_about("t", "c1", cases[i].day, AT(15, 0));
        add_child(school, "c1", "1", "a1");
        add_round(school, blocks, 1, NULL);
        talk.state = cases[i].state;
        TELL(school, talk, &talk);
        expect(school, cases[i].again ? "0 15:00-15:15 c1 [a1]" : "");
        /* Unless there is a planned one too. */
        talk = talk_about("t2", "c1", 0, AT(15, 15));
        TELL(school, talk, &talk);
        schakel_timetable *timetable = make(school);
        assert_int_equal(schakel_timetable_count(timetable), 1);
        assert_string_equal(row_of(timetable, 0).talk_id, cases[i].again ? "t" : "t2");
        assert_int_equal(sum_of(timetable).moved, cases[i].again); /* the second of two planned ones goes */
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* Of parents who come apart one has been; the other has not. */
static void a_talk_that_was_held_counts_for_who_came(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    schakel_talk talk = talk_about("t", "c1", -20, AT(15, 0));
    const char *mother[] = {"m"};
    (void)state;
    add_child(school, "c1", "1", "m");
    add_adult(school, "f", NULL, 0, 0);
    add_tie(school, "c1", "f", 0);
    add_round(school, blocks, 1, NULL);
    schakel_round_wish wish = wish_for("c1");
    wish.apart = SCHAKEL_YES;
    TELL(school, round_wish, &wish);
    talk.state = SCHAKEL_TALK_HELD;
    talk.adult_ids = mother;
    talk.adult_count = 1;
    TELL(school, talk, &talk);
    expect(school, "0 15:00-15:15 c1 [f]");
    schakel_school_destroy(school);
}

static void only_groups_of_the_round_have_talks(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0)),
                              block_of("bo", 0, AT(15, 0), AT(16, 0))};
    const char *groups[] = {"2"};
    schakel_round round = SCHAKEL_ROUND_INIT;
    (void)state;
    round.group_ids = groups;
    round.group_count = 1;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "2", "a2");
    add_child(school, "c3", NULL, "a3");
    add_round(school, blocks, 2, &round);
    expect(school, "0 15:00-15:15 c2 [a2]");
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ what matters */

static void who_was_missed_before_comes_first(void **state)
{
    (void)state;
    for (int days = 365; days <= 366; days++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15))};
        schakel_talk talk = SCHAKEL_TALK_INIT;
        add_child(school, "c1", "1", "a1");
        add_child(school, "c2", "1", "a2");
        add_round(school, blocks, 1, NULL);
        talk.id = "before";
        talk.child_id = "c2";
        talk.date = TODAY - days;
        talk.state = SCHAKEL_TALK_MISSED;
        TELL(school, talk, &talk);
        expect(school,
               days == 365 ? "0 15:00-15:15 c2 [a2]; - c1 [a1] 6" : "0 15:00-15:15 c1 [a1]; - c2 [a2] 6");
        schakel_school_destroy(school);
    }
}

/* One missed talk counts as three: three families together weigh as much, four weigh more. */
static void a_missed_talk_counts_for_three(void **state)
{
    (void)state;
    for (int others = 2; others <= 4; others += 2) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
        schakel_talk talk = SCHAKEL_TALK_INIT;
        static const char *const children[] = {"c1", "c2", "c3", "c4"}, *const adults[] = {"a1", "a2", "a3",
                                                                                           "a4"};
        for (int i = 0; i < others; i++)
            add_child(school, children[i], "1", adults[i]);
        add_child(school, "c9", "1", "a9");
        add_round(school, blocks, 1, NULL);
        schakel_round_wish wish = wish_for("c9");
        wish.minutes = 60;
        TELL(school, round_wish, &wish);
        talk.id = "before";
        talk.child_id = "c9";
        talk.date = TODAY - 100;
        talk.state = SCHAKEL_TALK_MISSED;
        TELL(school, talk, &talk);
        schakel_timetable *timetable = make(school);
        schakel_timetable_summary s = sum_of(timetable);
        assert_int_equal(s.placed, others == 2 ? 1 : 4);
        assert_true(s.optimal && s.most >= s.placed);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* A planned talk keeps its place before a new one gets it, whatever changing costs. */
static void who_had_a_time_keeps_one(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15))};
    schakel_talk talk = talk_about("t", "c2", 0, AT(15, 0));
    schakel_timetable_options options = usual();
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 1, NULL);
    schakel_round_wish wish = wish_for("c2");
    wish.prefers = SCHAKEL_PART_EVENING;
    TELL(school, round_wish, &wish);
    TELL(school, talk, &talk);
    options.change_weight = 0;
    options.preference_weight = 10000;
    schakel_timetable *timetable = make_with(school, &options);
    assert_string_equal(show(timetable), "0 15:00-15:15 c2 [a2]; - c1 [a1] 6");
    assert_int_equal(sum_of(timetable).cost, 10000);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

static void preferences_and_unpopular_times_cost(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(8, 15), AT(8, 30)),
                              block_of("anna", 0, AT(11, 45), AT(12, 0))};
    schakel_talk talk = SCHAKEL_TALK_INIT;
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 2, NULL);
    talk.id = "before";
    talk.child_id = "c1";
    talk.date = TODAY - 400;
    talk.start = AT(20, 30);
    talk.state = SCHAKEL_TALK_HELD;
    TELL(school, talk, &talk);
    schakel_round_wish wish = wish_for("c2");
    wish.prefers = SCHAKEL_PART_AFTERNOON | SCHAKEL_PART_EVENING;
    TELL(school, round_wish, &wish);
    /* Somebody comes early. c1 had its turn, so it is c2; neither is in the afternoon. */
    schakel_timetable *timetable = make(school);
    schakel_timetable_summary s = sum_of(timetable);
    assert_string_equal(show(timetable), "0 08:15-08:30 c2 [a2]; 0 11:45-12:00 c1 [a1]");
    assert_int_equal(s.cost, 20 + 60);
    assert_int_equal(s.preferring, 1);
    assert_int_equal(s.preferred, 0);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* Three children in two groups, first on one visit of all; first come, first served would need luck for that. */
static void S9_brothers_and_sisters_are_on_one_visit(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {
        block_of("anna", 0, AT(15, 0), AT(16, 0)), block_of("anna", 2, AT(18, 30), AT(19, 30)),
        block_of("bo", 0, AT(15, 0), AT(16, 0)), block_of("bo", 2, AT(18, 30), AT(19, 30))};
    (void)state;
    add_adult(school, "day", NULL, AT(18, 0), AT(22, 0)); /* works by day */
    add_child(school, "c1", "1", "day");
    add_child(school, "c2", "2", "day");
    add_child(school, "c3", "1", "free");
    add_child(school, "c4", "2", "free");
    add_child(school, "c5", "2", "other");
    add_round(school, blocks, 4, NULL);
    schakel_timetable *timetable = make(school);
    schakel_timetable_summary s = sum_of(timetable);
    assert_int_equal(s.placed, 5);
    assert_int_equal(s.families, 2);
    assert_int_equal(s.together, 2);
    assert_true(s.optimal);
    for (size_t i = 0; i < 5; i++) {
        schakel_timetable_row row = row_of(timetable, i);
        if (strcmp(row.adult_ids[0], "day") == 0)
            assert_int_equal(row.date, TUESDAY + 2);
    }
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* ----------------------------------------------------------------- no time for it */

/* Is a sentence plain Dutch? */
static void expect_plain(const char *text)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, text, strlen(text), NULL, &report, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_report_get_verdict(report, &verdict), SCHAKEL_OK);
    if (!verdict.meets_target)
        fail_msg("not plain: %s", text);
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
}

static void expect_reason(const schakel_school *school, schakel_unplaced_reason reason, const char *nl,
                          const char *en)
{
    schakel_timetable *timetable = make(school);
    schakel_timetable_row row = row_of(timetable, schakel_timetable_count(timetable) - 1);
    assert_int_equal(row.reason, reason);
    assert_int_equal(row.date, SCHAKEL_NO_DATE);
    assert_int_equal(row.start, SCHAKEL_NO_TIME);
    assert_string_equal(row.text_nl, nl);
    assert_string_equal(row.text_en, en);
    expect_plain(row.text_nl);
    schakel_timetable_destroy(timetable);
}

static void no_staff(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("bo", 0, AT(15, 0), AT(15, 30))};
    (void)state;
    add_adult(school, "a1", NULL, AT(16, 10), AT(18, 0));
    add_child(school, "c1", "1", "a1");
    add_round(school, blocks, 1, NULL);
    expect_reason(
        school, SCHAKEL_UNPLACED_NO_STAFF,
        "Dit gesprek kan op dinsdag 15 september van 16:15 tot 16:30, als Anna Varenblad tijd heeft.",
        "This talk is possible on Tuesday 15 September from 16:15 to 16:30, if Anna Varenblad has time.");
    schakel_school_destroy(school);
    school = new_school();
    add_child(school, "c1", NULL, "a1");
    add_round(school, blocks, 1, NULL);
    expect_reason(school, SCHAKEL_UNPLACED_NO_STAFF,
                  "Zeg eerst wie van de school dit gesprek doet, en wanneer.",
                  "Say first who of the school has this talk, and when.");
    schakel_school_destroy(school);
    /* All of it is over, or so soon that nobody hears of it in time. */
    static const int days[] = {-11, -4};
    for (size_t i = 0; i < 2; i++) {
        school = new_school();
        blocks[0] = block_of("anna", days[i], AT(15, 0), AT(15, 30));
        add_child(school, "c1", "1", "a1");
        add_round(school, blocks, 1, NULL);
        expect_reason(school, SCHAKEL_UNPLACED_NO_STAFF,
                      "Alle tijden voor dit gesprek zijn voorbij of komen te snel. Kies een latere dag.",
                      "All times for this talk are over or come too soon. Choose a later day.");
        schakel_school_destroy(school);
    }
}

/* A round of which all talks were fixed by hand, and then a child comes. */
static void no_blocks(void **state)
{
    schakel_school *school = new_school();
    schakel_talk talk = talk_about("t", "c1", 0, AT(8, 0));
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a1");
    add_round(school, NULL, 0, NULL);
    talk.fixed = 1;
    TELL(school, talk, &talk);
    expect_reason(
        school, SCHAKEL_UNPLACED_NO_STAFF,
        "Dit gesprek kan op dinsdag 15 september van 08:15 tot 08:30, als Anna Varenblad tijd heeft.",
        "This talk is possible on Tuesday 15 September from 08:15 to 08:30, if Anna Varenblad has time.");
    schakel_school_destroy(school);
}

static void no_adult(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30))};
    schakel_child child = {sizeof child, "c1", NULL, "1", NULL, SCHAKEL_NO_DATE};
    (void)state;
    TELL(school, child, &child);
    add_round(school, blocks, 1, NULL);
    expect_reason(school, SCHAKEL_UNPLACED_NO_ADULT, "Zoek eerst uit wie er over dit kind mag komen praten.",
                  "Find out first who may come to talk about this child.");
    schakel_school_destroy(school);
    /* Who is of age says who is told. */
    school = new_school();
    child.born = TODAY - 19 * 366;
    TELL(school, child, &child);
    add_adult(school, "a1", NULL, 0, 0);
    add_tie(school, "c1", "a1", 0);
    add_round(school, blocks, 1, NULL);
    expect_reason(school, SCHAKEL_UNPLACED_NO_ADULT, "Vraag de jongere zelf wie er mee mag komen.",
                  "Ask the young person who may come along.");
    schakel_school_destroy(school);
}

static void no_window(void **state)
{
    static const struct {
        schakel_time from, until;
        const char *nl, *en;
    } cases[] = {
        {AT(16, 0), AT(20, 0),
         "Dit gesprek kan op dinsdag 15 september, als Anna Varenblad tot 16:15 blijft.",
         "This talk is possible on Tuesday 15 September, if Anna Varenblad stays until 16:15."},
        {AT(8, 0), AT(15, 10),
         "Dit gesprek kan op dinsdag 15 september, als Anna Varenblad al om 14:45 begint.",
         "This talk is possible on Tuesday 15 September, if Anna Varenblad begins at 14:45."},
        {AT(19, 0), AT(20, 0),
         "Dit gesprek kan op dinsdag 15 september van 19:00 tot 19:15, als Anna Varenblad tijd heeft.",
         "This talk is possible on Tuesday 15 September from 19:00 to 19:15, if Anna Varenblad has time."},
        {AT(4, 0), AT(5, 0), "Vraag de ouders op welke andere dag of tijd ze kunnen.",
         "Ask the parents on which other day or time they can come."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
        add_adult(school, "a1", NULL, cases[i].from, cases[i].until);
        add_child(school, "c1", "1", "a1");
        add_round(school, blocks, 1, NULL);
        expect_reason(school, SCHAKEL_UNPLACED_WINDOWS, cases[i].nl, cases[i].en);
        schakel_school_destroy(school);
    }
}

/* A day of the week of the round, when the adult can come on no day of it; not at a time at which the teacher is elsewhere. */
static void no_window_on_a_day_of_the_round(void **state)
{
    static const char *const anna[] = {"anna"};
    static const struct {
        int weekday; /* 0 for Monday */
        const char *nl, *en;
    } cases[] = {
        {0, "Dit gesprek kan op maandag 14 september van 15:00 tot 15:15, als Anna Varenblad tijd heeft.",
         "This talk is possible on Monday 14 September from 15:00 to 15:15, if Anna Varenblad has time."},
        {2, "Dit gesprek kan op woensdag 16 september van 15:30 tot 15:45, als Anna Varenblad tijd heeft.",
         "This talk is possible on Wednesday 16 September from 15:30 to 15:45, if Anna Varenblad has time."},
        {4, "Dit gesprek kan op vrijdag 18 september van 15:00 tot 15:15, als Anna Varenblad tijd heeft.",
         "This talk is possible on Friday 18 September from 15:00 to 15:15, if Anna Varenblad has time."},
        {5, "Vraag de ouders op welke andere dag of tijd ze kunnen.",
         "Ask the parents on which other day or time they can come."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
        schakel_window window = {1u << cases[i].weekday, AT(8, 0), AT(22, 0)};
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_talk talk = talk_about("t", "c1", 1, AT(15, 0));
        adult.id = "a1";
        adult.windows = &window;
        adult.window_count = 1;
        TELL(school, adult, &adult);
        add_child(school, "c1", "1", "a1");
        add_round(school, blocks, 1, NULL);
        talk.round_id = NULL;
        talk.minutes = 30;
        talk.staff_ids = anna;
        talk.staff_count = 1;
        TELL(school, talk, &talk);
        expect_reason(school, SCHAKEL_UNPLACED_WINDOWS, cases[i].nl, cases[i].en);
        schakel_school_destroy(school);
    }
}

/* Each could come, but not both at one time. */
static void no_window_for_both(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    (void)state;
    add_adult(school, "m", NULL, AT(15, 0), AT(15, 30));
    add_adult(school, "f", NULL, AT(15, 30), AT(16, 0));
    add_child(school, "c1", "1", "m");
    add_tie(school, "c1", "f", 0);
    add_round(school, blocks, 1, NULL);
    expect_reason(school, SCHAKEL_UNPLACED_WINDOWS, "Vraag de ouders of ze ook apart willen komen.",
                  "Ask the parents whether they would also come apart.");
    schakel_school_destroy(school);
}

static void no_interpreter(void **state)
{
    static const struct {
        schakel_time from, until;
        int online;
        schakel_unplaced_reason reason;
        const char *nl, *en;
    } cases[] = {
        {AT(15, 0), AT(16, 0), 0, SCHAKEL_UNPLACED_INTERPRETER,
         "Dit gesprek kan op dinsdag 15 september van 15:00 tot 15:30, als er een tolk Tigrinya is.",
         "This talk is possible on Tuesday 15 September from 15:00 to 15:30, if there is an interpreter for Tigrinya."},
        {AT(15, 0), AT(16, 0), 1, SCHAKEL_UNPLACED_INTERPRETER,
         "Dit gesprek kan op dinsdag 15 september van 15:00 tot 15:30 online, als er een tolk Tigrinya is.",
         "This talk is possible on Tuesday 15 September from 15:00 to 15:30 online, if there is an interpreter for Tigrinya."},
        {AT(15, 0), AT(18, 0), 1, SCHAKEL_UNPLACED_INTERPRETER,
         "Dit gesprek kan op dinsdag 15 september van 17:00 tot 17:30, als Anna Varenblad tijd heeft.",
         "This talk is possible on Tuesday 15 September from 17:00 to 17:30, if Anna Varenblad has time."},
        {AT(16, 0), AT(16, 30), 1, SCHAKEL_UNPLACED_WINDOWS,
         "Dit gesprek kan op dinsdag 15 september van 16:00 tot 16:30 online. Nodig zijn Anna Varenblad en een tolk "
         "Tigrinya.",
         "This talk is possible on Tuesday 15 September from 16:00 to 16:30 online. It needs Anna Varenblad and an "
         "interpreter for Tigrinya."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
        schakel_interpreter_block interpreters[] = {{"ti", NULL, TUESDAY, AT(17, 0), AT(18, 0)}};
        schakel_round round = SCHAKEL_ROUND_INIT;
        blocks[0].online = cases[i].online;
        add_adult(school, "a1", "ti-ER", cases[i].from, cases[i].until);
        add_child(school, "c1", "1", "a1");
        round.interpreters = interpreters;
        round.interpreter_count = 1;
        add_round(school, blocks, 1, &round);
        expect_reason(school, cases[i].reason, cases[i].nl, cases[i].en);
        schakel_school_destroy(school);
    }
}

/* Of two talks at one time the one that is fixed would have the next interpreter, so that one more helps only that. */
static void an_interpreter_goes_to_the_fixed_talk_first(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0)),
                              block_of("bo", 0, AT(15, 0), AT(16, 0))};
    schakel_interpreter_block interpreters[] = {{"ti", NULL, TUESDAY, AT(17, 0), AT(18, 0)}};
    schakel_round round = SCHAKEL_ROUND_INIT;
    schakel_talk talk = talk_about("t", "c2", 0, AT(15, 0));
    (void)state;
    add_adult(school, "a1", "ti", AT(15, 0), AT(15, 30));
    add_adult(school, "a2", "ti", 0, 0);
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "2", "a2");
    round.interpreters = interpreters;
    round.interpreter_count = 1;
    add_round(school, blocks, 2, &round);
    talk.fixed = 1;
    TELL(school, talk, &talk);
    expect_reason(
        school, SCHAKEL_UNPLACED_INTERPRETER,
        "Dit gesprek kan op maandag 14 september van 15:00 tot 15:30. Nodig zijn Anna Varenblad en een tolk "
        "Tigrinya.",
        "This talk is possible on Monday 14 September from 15:00 to 15:30. It needs Anna Varenblad and an "
        "interpreter for Tigrinya.");
    schakel_school_destroy(school);
}

/* An evening on which nobody sits or interprets: for one or two of the staff, with and without an interpreter. */
static void nobody_is_there(void **state)
{
    static const struct {
        const char *language;
        size_t joins;
        const char *nl, *en;
    } cases[] = {
        {"ti", 0,
         "Dit gesprek kan op dinsdag 15 september van 20:00 tot 20:30. Nodig zijn Anna Varenblad en een tolk "
         "Tigrinya.",
         "This talk is possible on Tuesday 15 September from 20:00 to 20:30. It needs Anna Varenblad and an "
         "interpreter for Tigrinya."},
        {"ti", 1,
         "Dit gesprek kan op dinsdag 15 september van 20:00 tot 20:30. Nodig zijn Anna Varenblad, Bo Lindegaard "
         "en een tolk Tigrinya.",
         "This talk is possible on Tuesday 15 September from 20:00 to 20:30. It needs Anna Varenblad, Bo "
         "Lindegaard and an interpreter for Tigrinya."},
        {NULL, 1,
         "Dit gesprek kan op dinsdag 15 september van 20:00 tot 20:15. Nodig zijn Anna Varenblad en Bo "
         "Lindegaard.",
         "This talk is possible on Tuesday 15 September from 20:00 to 20:15. It needs Anna Varenblad and Bo "
         "Lindegaard."},
    };
    static const char *const bo[] = {"bo"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = new_school();
        schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0)),
                                  block_of("bo", 0, AT(15, 0), AT(16, 0))};
        schakel_interpreter_block interpreters[] = {{"ti", NULL, TUESDAY, AT(15, 0), AT(16, 0)}};
        schakel_round round = SCHAKEL_ROUND_INIT;
        add_adult(school, "a1", cases[i].language, AT(20, 0), AT(21, 0));
        add_child(school, "c1", "1", "a1");
        round.interpreters = interpreters;
        round.interpreter_count = 1;
        add_round(school, blocks, 2, &round);
        schakel_round_wish wish = wish_for("c1");
        wish.staff_ids = bo;
        wish.staff_count = cases[i].joins;
        TELL(school, round_wish, &wish);
        expect_reason(school, SCHAKEL_UNPLACED_WINDOWS, cases[i].nl, cases[i].en);
        schakel_school_destroy(school);
    }
}

static void too_long(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 30)),
                              block_of("bo", 0, AT(15, 15), AT(16, 0))};
    const char *bo[] = {"bo"};
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_round(school, blocks, 2, NULL);
    schakel_round_wish wish = wish_for("c1");
    wish.minutes = 40;
    TELL(school, round_wish, &wish);
    expect_reason(school, SCHAKEL_UNPLACED_TOO_LONG,
                  "Dit gesprek kan op dinsdag 15 september, als Anna Varenblad tot 15:40 blijft.",
                  "This talk is possible on Tuesday 15 September, if Anna Varenblad stays until 15:40.");
    /* And with Bo, who comes a quarter later: both would have to be there longer. */
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_ROUND_WISH, "c1", NULL), SCHAKEL_OK);
    wish.staff_ids = bo;
    wish.staff_count = 1;
    TELL(school, round_wish, &wish);
    expect_reason(school, SCHAKEL_UNPLACED_TOO_LONG,
                  "Dit gesprek kan op dinsdag 15 september, als Anna Varenblad tot 15:55 blijft.",
                  "This talk is possible on Tuesday 15 September, if Anna Varenblad stays until 15:55.");
    schakel_school_destroy(school);
}

static void all_is_full(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(15, 15)),
                              block_of("anna", 2, AT(10, 0), AT(10, 15))};
    (void)state;
    add_adult(school, "a1", NULL, AT(15, 0), AT(15, 30));
    add_adult(school, "a2", NULL, AT(15, 0), AT(15, 30));
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 2, NULL);
    expect_reason(school, SCHAKEL_UNPLACED_FULL,
                  "Dit gesprek kan op dinsdag 15 september, als Anna Varenblad tot 15:30 blijft.",
                  "This talk is possible on Tuesday 15 September, if Anna Varenblad stays until 15:30.");
    /* The next one needs another time. */
    add_child(school, "c3", "1", "a3");
    add_child(school, "c4", "1", "a4");
    expect_reason(school, SCHAKEL_UNPLACED_FULL,
                  "Dit gesprek kan op dinsdag 15 september, als Anna Varenblad al om 14:45 begint.",
                  "This talk is possible on Tuesday 15 September, if Anna Varenblad begins at 14:45.");
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ other times */

static void moments_are_what_is_free(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0)),
                              block_of("anna", 1, AT(9, 0), AT(9, 30))};
    schakel_timetable_moment moment = SCHAKEL_TIMETABLE_MOMENT_INIT;
    (void)state;
    add_adult(school, "a1", NULL, AT(15, 0), AT(22, 0));
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 2, NULL);
    schakel_talk talk = talk_about("t1", "c1", 0, AT(15, 15));
    talk.fixed = 1;
    TELL(school, talk, &talk);
    talk = talk_about("t2", "c2", 0, AT(15, 30));
    TELL(school, talk, &talk);
    schakel_timetable *timetable = make(school);
    assert_string_equal(show(timetable), "0 15:15-15:30 c1 [a1]; 0 15:30-15:45 c2 [a2]");
    /* The fixed one too may be offered another time; its parent works in the morning. */
    assert_int_equal(schakel_timetable_moment_count(timetable, 0), 2);
    schakel_timetable_get_moment(timetable, 0, 0, &moment);
    assert_int_equal(moment.start, AT(15, 0));
    schakel_timetable_get_moment(timetable, 0, 1, &moment);
    assert_int_equal(moment.start, AT(15, 45));
    assert_int_equal(schakel_timetable_moment_count(timetable, 1), 4);
    schakel_timetable_get_moment(timetable, 1, 3, &moment);
    assert_int_equal(moment.date, TUESDAY + 1);
    assert_int_equal(moment.start, AT(9, 15));
    assert_int_equal(schakel_timetable_get_moment(timetable, 1, 4, &moment), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_get_moment(timetable, 0, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_get_moment(NULL, 0, 0, &moment), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_moment_count(timetable, 2), 0);
    assert_int_equal(schakel_timetable_moment_count(NULL, 0), 0);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------------- putting in */

static schakel_talk talk_of(const schakel_school *school, const char *id)
{
    schakel_talk talk = SCHAKEL_TALK_INIT;
    assert_int_equal(
        schakel_school_get_talk(school, schakel_school_find(school, SCHAKEL_KIND_TALK, id), &talk),
        SCHAKEL_OK);
    return talk;
}

static void a_timetable_is_put_into_its_school(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0)),
                              block_of("bo", 0, AT(15, 0), AT(16, 0))};
    schakel_interpreter_block interpreters[] = {{"ti", "tolk", TUESDAY, AT(15, 0), AT(16, 0)}};
    schakel_round round = SCHAKEL_ROUND_INIT;
    (void)state;
    blocks[0].room = "hal";
    round.kind = SCHAKEL_TALK_INTRODUCTORY;
    round.interpreters = interpreters;
    round.interpreter_count = 1;
    add_adult(school, "tolk", NULL, 0, 0);
    add_adult(school, "ti", "ti", 0, 0);
    add_adult(school, "tr", "tr", 0, 0);
    add_child(school, "c1", "1", "ti");
    add_child(school, "c2", "2", "tr");
    add_child(school, "c3", "1", "m");
    add_adult(school, "f", NULL, 0, 0);
    add_tie(school, "c3", "f", 0);
    add_child(school, "c4", "2", "a4");
    add_round(school, blocks, 2, &round);
    schakel_round_wish wish = wish_for("c3");
    wish.apart = SCHAKEL_YES;
    TELL(school, round_wish, &wish);
    wish = wish_for("c4");
    wish.skips = 1;
    TELL(school, round_wish, &wish);
    schakel_talk talk = talk_about("mine", "c2", 3, AT(9, 0)); /* nobody sits then */
    talk.tone = SCHAKEL_TONE_GOOD;
    TELL(school, talk, &talk);
    talk = talk_about("skipped", "c4", 0, AT(15, 0));
    TELL(school, talk, &talk);
    talk = talk_about("r-c1", "c4", -30, AT(15, 0)); /* an id that is taken */
    talk.round_id = NULL;
    TELL(school, talk, &talk);
    schakel_timetable *timetable = make(school);
    assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
    schakel_timetable_destroy(timetable);
    assert_int_equal(schakel_school_count(school, SCHAKEL_KIND_TALK), 5);
    assert_int_equal(schakel_school_find(school, SCHAKEL_KIND_TALK, "skipped"), SCHAKEL_NONE);
    talk = talk_of(school, "r-c1-2");
    assert_string_equal(talk.child_id, "c1");
    assert_string_equal(talk.round_id, "r");
    assert_int_equal(talk.kind, SCHAKEL_TALK_INTRODUCTORY);
    assert_int_equal(talk.state, SCHAKEL_TALK_PLANNED);
    assert_int_equal(talk.minutes, 30);
    assert_int_equal(talk.bridge, SCHAKEL_BRIDGE_NEARBY);
    assert_string_equal(talk.interpreter_id, "tolk");
    assert_string_equal(talk.room, "hal");
    assert_string_equal(talk.staff_ids[0], "anna");
    assert_string_equal(talk.adult_ids[0], "ti");
    talk = talk_of(school, "mine");
    assert_int_equal(talk.date, TUESDAY);
    assert_int_equal(talk.bridge, SCHAKEL_BRIDGE_SHARED_LANGUAGE);
    assert_int_equal(talk.tone, SCHAKEL_TONE_GOOD);
    assert_null(talk.room);
    assert_string_equal(talk_of(school, "r-c3").child_id, "c3");
    assert_string_equal(talk_of(school, "r-c3-2").child_id, "c3");
    assert_int_equal(talk_of(school, "r-c3").adult_count, 1);
    /* And again: all of it is as it was. */
    timetable = make(school);
    assert_int_equal(sum_of(timetable).moved, 0);
    assert_int_equal(sum_of(timetable).placed, 4);
    assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_count(school, SCHAKEL_KIND_TALK), 5);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* Who is brought along is a bridge; without anybody the school's own stays, but a language that nobody shares does not. */
static void S5_applying_says_how_they_understand_each_other(void **state)
{
    static const struct {
        schakel_answered brings;
        schakel_bridge before, after;
    } cases[] = {
        {SCHAKEL_YES, SCHAKEL_BRIDGE_NONE, SCHAKEL_BRIDGE_NEARBY},
        {SCHAKEL_YES, SCHAKEL_BRIDGE_SHARED_LANGUAGE, SCHAKEL_BRIDGE_NEARBY},
        {SCHAKEL_NO, SCHAKEL_BRIDGE_TELEPHONE, SCHAKEL_BRIDGE_TELEPHONE},
        {SCHAKEL_NO, SCHAKEL_BRIDGE_SHARED_LANGUAGE, SCHAKEL_BRIDGE_NONE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = new_school();
        schakel_block block = block_of("anna", 0, AT(15, 0), AT(15, 30));
        schakel_language_skill skill = {"uk", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = "uk";
        adult.languages = &skill;
        adult.language_count = 1;
        adult.brings_interpreter = cases[i].brings;
        TELL(school, adult, &adult);
        add_child(school, "c1", "1", "uk");
        add_round(school, &block, 1, NULL);
        schakel_talk talk = talk_about("t", "c1", 0, AT(15, 0));
        talk.bridge = cases[i].before;
        TELL(school, talk, &talk);
        schakel_timetable *timetable = make(school);
        assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
        assert_int_equal(talk_of(school, "t").bridge, cases[i].after);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
}

/* A talk that an agreement was made in may move, but not go. */
static void an_agreement_keeps_its_talk(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_round(school, blocks, 1, NULL);
    schakel_talk talk = talk_about("t", "c1", 3, AT(15, 0));
    TELL(school, talk, &talk);
    agreement.id = "g";
    agreement.child_id = "c1";
    agreement.talk_id = "t";
    agreement.text = "Lezen";
    agreement.by_child_id = "c1";
    agreement.date = TODAY;
    TELL(school, agreement, &agreement);
    schakel_timetable *timetable = make(school);
    assert_int_equal(sum_of(timetable).moved, 1);
    assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
    assert_int_equal(talk_of(school, "t").date, TUESDAY);
    schakel_timetable_destroy(timetable);
    schakel_round_wish wish = wish_for("c1");
    wish.skips = 1;
    TELL(school, round_wish, &wish);
    wish = wish_for("c2");
    wish.minutes = 45;
    TELL(school, round_wish, &wish);
    timetable = make(school);
    assert_int_equal(schakel_timetable_apply(timetable, school, &error), SCHAKEL_IN_USE);
    assert_string_equal(error.message, "talk \"t\" is used by agreement \"g\"");
    assert_int_equal(talk_of(school, "r-c2").minutes, 15);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* What fails halfway is taken back: an id that would be too long. */
static void what_cannot_be_put_in_changes_nothing(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    char id[256];
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    memset(id, 'z', 255);
    id[255] = '\0';
    add_child(school, "c1", "1", "a1");
    add_child(school, "c2", "1", "a2");
    add_child(school, id, "1", "a3");
    add_round(school, blocks, 1, NULL);
    schakel_talk talk = talk_about("t", "c2", 3, AT(15, 0));
    TELL(school, talk, &talk);
    schakel_timetable *timetable = make(school);
    assert_int_equal(sum_of(timetable).placed, 3);
    assert_int_equal(schakel_timetable_apply(timetable, school, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/id");
    assert_int_equal(schakel_school_count(school, SCHAKEL_KIND_TALK), 1);
    assert_int_equal(talk_of(school, "t").date, TUESDAY + 3);
    assert_int_equal(talk_of(school, "t").minutes, 0);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ asking wrongly */

static void wrong_options_are_named(void **state)
{
    schakel_school *school = new_school();
    schakel_timetable_options options = usual();
    schakel_timetable *timetable = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    struct {
        int32_t *number;
        int32_t value;
        const char *path;
    } wrong[] = {{&options.today, SCHAKEL_NO_DATE, "/today"},
                 {&options.notice, 367, "/notice"},
                 {&options.notice, -1, "/notice"},
                 {&options.visit_weight, 10001, "/visit_weight"},
                 {&options.wait_weight, -1, "/wait_weight"},
                 {&options.hole_weight, -1, "/hole_weight"},
                 {&options.preference_weight, -1, "/preference_weight"},
                 {&options.unpopular_weight, -1, "/unpopular_weight"},
                 {&options.change_weight, -1, "/change_weight"},
                 {&options.effort, 0, "/effort"},
                 {&options.effort, 1000001, "/effort"}};
    (void)state;
    assert_int_equal(schakel_timetable_make(school, &options, &timetable, &error), SCHAKEL_NOT_FOUND);
    assert_string_equal(error.path, "/round");
    add_round(school, NULL, 0, NULL);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        options = usual();
        *wrong[i].number = wrong[i].value;
        assert_int_equal(schakel_timetable_make(school, &options, &timetable, &error), SCHAKEL_INVALID);
        assert_string_equal(error.path, wrong[i].path);
        assert_null(timetable);
    }
    schakel_school_destroy(school);
}

static void misuse_is_said(void **state)
{
    schakel_school *school = new_school(), *other = new_school();
    schakel_timetable_options options = usual();
    schakel_timetable *timetable = NULL;
    schakel_timetable_summary summary = SCHAKEL_TIMETABLE_SUMMARY_INIT;
    schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
    (void)state;
    add_round(school, NULL, 0, NULL);
    assert_int_equal(schakel_timetable_make(NULL, &options, &timetable, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_make(school, NULL, &timetable, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_make(school, &options, NULL, NULL), SCHAKEL_MISUSE);
    options.round_id = NULL;
    assert_int_equal(schakel_timetable_make(school, &options, &timetable, NULL), SCHAKEL_MISUSE);
    options = usual();
    options.struct_size = 0;
    assert_int_equal(schakel_timetable_make(school, &options, &timetable, NULL), SCHAKEL_MISUSE);
    /* A round of nothing is fine. */
    timetable = make(school);
    assert_int_equal(schakel_timetable_count(timetable), 0);
    assert_true(sum_of(timetable).optimal);
    assert_string_equal(schakel_timetable_round(timetable), "r");
    assert_int_equal(schakel_timetable_get(timetable, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_get(NULL, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_get_summary(timetable, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_get_summary(NULL, &summary), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_apply(timetable, other, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_apply(timetable, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_apply(NULL, school, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
    assert_null(schakel_timetable_round(NULL));
    assert_int_equal(schakel_timetable_count(NULL), 0);
    schakel_timetable_destroy(timetable);
    schakel_timetable_destroy(NULL);
    schakel_school_destroy(school);
    schakel_school_destroy(other);
}

/* A caller who knows less of the records gets less, and the defaults for the rest. */
static void shorter_records_work(void **state)
{
    schakel_school *school = new_school();
    schakel_block blocks[] = {block_of("anna", 0, AT(15, 0), AT(16, 0))};
    schakel_timetable_options options = usual();
    schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
    schakel_timetable_summary summary = SCHAKEL_TIMETABLE_SUMMARY_INIT;
    (void)state;
    add_child(school, "c1", "1", "a1");
    add_round(school, blocks, 1, NULL);
    options.struct_size = offsetof(schakel_timetable_options, notice);
    options.notice = -1;
    schakel_timetable *timetable = make_with(school, &options);
    row.struct_size = offsetof(schakel_timetable_row, start);
    row.start = 7;
    assert_int_equal(schakel_timetable_get(timetable, 0, &row), SCHAKEL_OK);
    assert_int_equal(row.date, TUESDAY);
    assert_int_equal(row.start, 7);
    row.struct_size = 1;
    assert_int_equal(schakel_timetable_get(timetable, 0, &row), SCHAKEL_MISUSE);
    summary.struct_size = offsetof(schakel_timetable_summary, most);
    assert_int_equal(schakel_timetable_get_summary(timetable, &summary), SCHAKEL_OK);
    assert_int_equal(summary.placed, 1);
    assert_int_equal(summary.most, 0);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(talks_lie_within_blocks_and_windows),
        cmocka_unit_test(parents_come_together_apart_or_by_home),
        cmocka_unit_test(only_who_wants_to_and_may_be_told_comes),
        cmocka_unit_test(nothing_new_is_planned_too_soon),
        cmocka_unit_test(the_staff_pauses_and_families_walk),
        cmocka_unit_test(a_longer_talk_leaves_a_hole),
        cmocka_unit_test(nobody_is_elsewhere),
        cmocka_unit_test(who_is_elsewhere_all_the_time_finds_it_full),
        cmocka_unit_test(nobody_walks_between_two_talks_by_video),
        cmocka_unit_test(nobody_walks_who_stays_with_the_teacher),
        cmocka_unit_test(a_child_is_at_one_talk_at_a_time),
        cmocka_unit_test(a_room_holds_one_talk),
        cmocka_unit_test(who_joins_must_sit_too),
        cmocka_unit_test(somebody_without_blocks_is_passed_over),
        cmocka_unit_test(S5_talks_with_newcomers_take_longer_and_share_the_interpreter),
        cmocka_unit_test(interpreters_are_in_one_talk_each),
        cmocka_unit_test(S5_who_brings_somebody_needs_no_interpreter),
        cmocka_unit_test(who_interprets_has_talks_too),
        cmocka_unit_test(fixed_talks_stay_whatever_the_rules_say),
        cmocka_unit_test(fixed_talks_that_clash_are_named),
        cmocka_unit_test(planned_talks_move_when_that_pays),
        cmocka_unit_test(talks_that_are_over_are_not_planned_again),
        cmocka_unit_test(a_talk_that_was_held_counts_for_who_came),
        cmocka_unit_test(only_groups_of_the_round_have_talks),
        cmocka_unit_test(who_was_missed_before_comes_first),
        cmocka_unit_test(a_missed_talk_counts_for_three),
        cmocka_unit_test(who_had_a_time_keeps_one),
        cmocka_unit_test(preferences_and_unpopular_times_cost),
        cmocka_unit_test(S9_brothers_and_sisters_are_on_one_visit),
        cmocka_unit_test(no_staff),
        cmocka_unit_test(no_blocks),
        cmocka_unit_test(no_adult),
        cmocka_unit_test(no_window),
        cmocka_unit_test(no_window_on_a_day_of_the_round),
        cmocka_unit_test(no_window_for_both),
        cmocka_unit_test(no_interpreter),
        cmocka_unit_test(an_interpreter_goes_to_the_fixed_talk_first),
        cmocka_unit_test(nobody_is_there),
        cmocka_unit_test(too_long),
        cmocka_unit_test(all_is_full),
        cmocka_unit_test(moments_are_what_is_free),
        cmocka_unit_test(a_timetable_is_put_into_its_school),
        cmocka_unit_test(S5_applying_says_how_they_understand_each_other),
        cmocka_unit_test(an_agreement_keeps_its_talk),
        cmocka_unit_test(what_cannot_be_put_in_changes_nothing),
        cmocka_unit_test(wrong_options_are_named),
        cmocka_unit_test(misuse_is_said),
        cmocka_unit_test(shorter_records_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
