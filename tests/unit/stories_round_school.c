/*
 * The introductory talks of a whole school, told as a story on the sample school through the public headers. The name of
 * a test begins with the row it tells.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/stories.h"

enum { BLOCKS_EACH = 5, MOST_BLOCKS = 100 };

/* The first teacher of each group sits on three afternoons, an evening and a morning. */
static size_t add_blocks(const schakel_school *school, schakel_block *blocks)
{
    static const schakel_block sittings[BLOCKS_EACH] = {{NULL, 0, 14 * 60 + 30, 17 * 60, NULL, 0},
                                                        {NULL, 1, 14 * 60 + 30, 17 * 60, NULL, 0},
                                                        {NULL, 1, 18 * 60 + 30, 20 * 60 + 30, NULL, 0},
                                                        {NULL, 3, 14 * 60 + 30, 17 * 60, NULL, 0},
                                                        {NULL, 4, 8 * 60 + 30, 12 * 60, NULL, 0}};
    size_t count = 0;
    for (size_t g = 0; g < schakel_school_count(school, SCHAKEL_KIND_GROUP); g++) {
        schakel_group group = SCHAKEL_GROUP_INIT;
        schakel_school_get_group(school, g, &group);
        for (int i = 0; i < BLOCKS_EACH; i++) {
            blocks[count] = sittings[i];
            blocks[count].staff_id = group.staff_ids[0];
            blocks[count++].date += day("2026-09-21"); /* a Monday */
        }
    }
    return count;
}

/* A round for all groups; talks of before that were planned by hand are left alone. */
static void add_round(schakel_school *school)
{
    static const char *const tongues[] = {"ti", "ar", "tr"};
    schakel_block blocks[MOST_BLOCKS];
    schakel_interpreter_block interpreters[6];
    schakel_round round = SCHAKEL_ROUND_INIT;
    for (int i = 0; i < 6; i++) {
        int evening = i % 2;
        interpreters[i] = (schakel_interpreter_block){tongues[i / 2], NULL, day("2026-09-22"),
                                                      evening ? 18 * 60 + 30 : 14 * 60 + 30,
                                                      evening ? 20 * 60 + 30 : 17 * 60};
    }
    round.id = "start-2026";
    round.kind = SCHAKEL_TALK_INTRODUCTORY;
    round.child_year = 3;
    round.blocks = blocks;
    round.block_count = add_blocks(school, blocks);
    round.interpreters = interpreters;
    round.interpreter_count = 6;
    TELL(school, round, &round);
}

static schakel_timetable *make(const schakel_school *school, schakel_timetable_summary *summary)
{
    schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    schakel_timetable *timetable = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    options.round_id = "start-2026";
    options.today = day("2026-09-01");
    if (schakel_timetable_make(school, &options, &timetable, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    *summary = (schakel_timetable_summary)SCHAKEL_TIMETABLE_SUMMARY_INIT;
    assert_int_equal(schakel_timetable_get_summary(timetable, summary), SCHAKEL_OK);
    return timetable;
}

/* Ask who cannot come at one time to come apart, when that is the advice. Returns how many were asked. */
static size_t ask_to_come_apart(schakel_school *school, const schakel_timetable *timetable)
{
    size_t asked = 0;
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
        schakel_timetable_get(timetable, i, &row);
        if (row.text_nl == NULL || strcmp(row.text_nl, "Vraag de ouders of ze ook apart willen komen.") != 0)
            continue;
        schakel_round_wish wish = SCHAKEL_ROUND_WISH_INIT;
        wish.id = wish.child_id = row.child_id;
        wish.round_id = "start-2026";
        wish.apart = SCHAKEL_YES;
        TELL(school, round_wish, &wish);
        asked++;
    }
    return asked;
}

/* About how many children somebody comes to talk. */
static size_t count_children(const schakel_school *school, const schakel_timetable *timetable)
{
    size_t count = 0;
    for (size_t c = 0; c < schakel_school_count(school, SCHAKEL_KIND_CHILD); c++) {
        schakel_child child = SCHAKEL_CHILD_INIT;
        int comes = 0;
        schakel_school_get_child(school, c, &child);
        for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
            schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
            schakel_timetable_get(timetable, i, &row);
            comes |= row.reason == SCHAKEL_PLACED && strcmp(row.child_id, child.id) == 0;
        }
        count += (size_t)comes;
    }
    return count;
}

/*
 * Every family of the school gets a personal talk in one week of September. Where both parents cannot come at one time
 * they are asked to come apart. Brothers and sisters come on one visit, newcomers get the time they need, and of
 * those for whom there is no time yet it is said what would help. Later a family cannot come: its place is free, and
 * nobody else hears of it.
 */
static void S9_every_family_has_a_talk_at_the_start_of_the_year(void **state)
{
    schakel_school *school = load_sample("school.json");
    schakel_timetable_summary together, s, later;
    size_t before = schakel_school_count(school, SCHAKEL_KIND_TALK);
    size_t children = schakel_school_count(school, SCHAKEL_KIND_CHILD);
    (void)state;
    add_round(school);
    schakel_timetable *timetable = make(school, &together);
    size_t first_children = count_children(school, timetable);
    assert_true(together.talks > children); /* parents in two homes come apart */
    assert_true(together.placed * 100 >= together.most * 99);
    assert_true(ask_to_come_apart(school, timetable) > 10);
    schakel_timetable_destroy(timetable);

    timetable = make(school, &s);
    assert_true(count_children(school, timetable) > first_children);
    assert_true(count_children(school, timetable) * 100 >= children * 85);
    assert_true(s.together * 100 >= s.families * 65);
    schakel_timetable_row first = SCHAKEL_TIMETABLE_ROW_INIT;
    schakel_timetable_get(timetable, 0, &first);
    for (size_t i = 0; i < s.talks; i++) {
        schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
        schakel_timetable_get(timetable, i, &row);
        assert_int_equal(row.minutes, row.needs_bridge ? 30 : 15);
        assert_int_equal(row.reason == SCHAKEL_PLACED, row.text_nl == NULL);
    }
    assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
    schakel_timetable_destroy(timetable);
    assert_int_equal(schakel_school_count(school, SCHAKEL_KIND_TALK), before + s.placed);

    schakel_round_wish wish = SCHAKEL_ROUND_WISH_INIT;
    wish.id = "cannot-come";
    wish.round_id = "start-2026";
    wish.child_id = first.child_id;
    wish.skips = 1;
    TELL(school, round_wish, &wish);
    timetable = make(school, &later);
    assert_true(later.placed + (s.talks - later.talks) >= s.placed);
    assert_true(later.moved <= 3); /* the one that goes, and who likes the free place much better */
    assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S9_every_family_has_a_talk_at_the_start_of_the_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
