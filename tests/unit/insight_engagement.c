/* Who is reached by what, counted by hand and once more from the records. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "insight/engagement.h"
#include "schakel/exchange.h"
#include "unit/effort.h"
#include "unit/insight_events.h"

enum { AUTUMN_FAMILIES = 24 };

/* ---------------------------------------------------------------------- reading */

static schakel_engagement *count_with(const schakel_school *school, int32_t min_cell)
{
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    schakel_engagement *engagement = NULL;
    options.min_cell = min_cell;
    assert_int_equal(schakel_engagement_count(school, &options, &engagement, NULL), SCHAKEL_OK);
    return engagement;
}

static size_t find_way(const schakel_engagement *engagement, schakel_reached_by by,
                       schakel_activity_kind kind, schakel_reach_way *out)
{
    for (size_t i = 0; i < schakel_engagement_way_count(engagement); i++) {
        *out = (schakel_reach_way)SCHAKEL_REACH_WAY_INIT;
        assert_int_equal(schakel_engagement_get_way(engagement, i, out), SCHAKEL_OK);
        if (out->by == by && out->kind == kind)
            return i;
    }
    return SCHAKEL_NONE;
}

static schakel_engagement_row find_row(const schakel_engagement *engagement, size_t way, schakel_unit unit,
                                       schakel_breakdown breakdown, const char *key)
{
    schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
    for (size_t i = 0; i < schakel_engagement_row_count(engagement); i++) {
        row = (schakel_engagement_row)SCHAKEL_ENGAGEMENT_ROW_INIT;
        assert_int_equal(schakel_engagement_get_row(engagement, i, &row), SCHAKEL_OK);
        if (row.way == way && row.unit == unit && row.breakdown == breakdown && strcmp(row.key, key) == 0) {
            assert_int_equal(row.never_reached, row.hidden ? 0 : row.people - row.reached);
            return row;
        }
    }
    fail_msg("no row %s", key);
    return row;
}

#define ASSERT_ROW(row, want_reached, want_people)                                                           \
    do {                                                                                                     \
        schakel_engagement_row r_ = (row);                                                                   \
        assert_false(r_.hidden);                                                                             \
        assert_int_equal(r_.reached, want_reached);                                                          \
        assert_int_equal(r_.people, want_people);                                                            \
    } while (0)

/* ---------------------------------------------------------------------- schools */

typedef struct ids {
    char child[32], mother[32], father[32];
} ids;

static ids ids_of(int family)
{
    ids of;
    snprintf(of.child, sizeof of.child, "c%02d", family);
    snprintf(of.mother, sizeof of.mother, "m%02d", family);
    snprintf(of.father, sizeof of.father, "f%02d", family);
    return of;
}

/* Twenty-four families with a child, a mother and a father; the first half of the children in group g1, the others in g2. */
static schakel_school *autumn(void)
{
    schakel_school *school = events_school("2026-08-01", "2027-07-31");
    add_group(school, "g1");
    add_group(school, "g2");
    for (int i = 0; i < AUTUMN_FAMILIES; i++) {
        ids of = ids_of(i);
        add_child(school, of.child, i < AUTUMN_FAMILIES / 2 ? "g1" : "g2");
        add_adult(school, of.mother, "nl");
        add_adult(school, of.father, i % 2 ? "nl" : "ti");
        add_tie(school, of.child, of.mother, SCHAKEL_TIE_MOTHER);
        add_tie(school, of.child, of.father, SCHAKEL_TIE_FATHER);
    }
    return school;
}

/* An activity for a group to which the mothers of some families come. */
static void mothers_come(schakel_school *school, schakel_activity_kind kind, const char *date,
                         const char *group, int first, int end)
{
    static char names[AUTUMN_FAMILIES][32];
    const char *came[AUTUMN_FAMILIES];
    for (int i = first; i < end; i++) {
        strcpy(names[i], ids_of(i).mother);
        came[i - first] = names[i];
    }
    add_activity(school, kind, on(date), group, came, (size_t)(end - first));
}

/* -------------------------------------------------------------------- by hand */

static void each_is_reached_by_what_they_did(void **state)
{
    schakel_school *school = autumn();
    schakel_reach_way way;
    (void)state;
    add_talk(school, SCHAKEL_TALK_CARE, on("2026-09-10"), "c00", "m00", SCHAKEL_TONE_NEUTRAL);
    for (int i = 0; i < 8; i++)
        add_talk(school, SCHAKEL_TALK_INTRODUCTORY, on("2026-09-10"), ids_of(i).child, ids_of(i).mother,
                 SCHAKEL_TONE_NEUTRAL);
    for (int i = 8; i < 18; i++)
        add_ask(school, on("2026-10-01"), ids_of(i).father, i < 15 ? SCHAKEL_ASK_DONE : SCHAKEL_ASK_YES);
    schakel_engagement *e = count_with(school, 2);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ALL, "all"), 15, 48);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_ALL, "all"), 15, 24);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 15, 24);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_GROUP, "g1"), 12, 12);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_GROUP, "g2"), 3, 12);
    size_t asks = find_way(e, SCHAKEL_REACHED_BY_CONTACT, SCHAKEL_ACTIVITY_OTHER, &way);
    ASSERT_ROW(find_row(e, asks, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "father"), 7, 24);
    ASSERT_ROW(find_row(e, asks, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "mother"), 0, 24);
    /* Whom the talk about care reached is one person. */
    size_t care = find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_TALK_CARE, &way);
    assert_int_equal(care, 2);
    assert_int_equal(way.occasions, 0);
    assert_true(find_row(e, care, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ALL, "all").hidden);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

static void what_came_to_nothing_reaches_nobody(void **state)
{
    schakel_school *school = autumn();
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    schakel_talk talk = SCHAKEL_TALK_INIT;
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    const char *host = "m05", *mother = "m01";
    (void)state;
    contact.id = "unanswered";
    contact.child_id = "c00";
    contact.adult_id = "m00";
    contact.date = on("2026-09-10");
    contact.reached = SCHAKEL_NO;
    ADD(school, contact, &contact);
    talk.id = "missed";
    talk.child_id = "c01";
    talk.date = on("2026-09-10");
    talk.adult_ids = &mother;
    talk.adult_count = 1;
    talk.state = SCHAKEL_TALK_MISSED;
    ADD(school, talk, &talk);
    activity.id = "to come";
    activity.why = "om elkaar te zien";
    activity.date = on("2027-05-01");
    activity.host_ids = &host;
    activity.host_count = 1;
    ADD(school, activity, &activity);
    add_talk(school, SCHAKEL_TALK_PROGRESS, on("2026-07-31"), "c02", "m02", SCHAKEL_TONE_NEUTRAL);
    schakel_engagement *e = count_with(school, 2);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ALL, "all"), 0, 48);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_ALL, "all"), 0, 24);
    schakel_reach_way way;
    assert_int_equal(find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_ACTIVITY_OTHER, &way), SCHAKEL_NONE);
    assert_int_equal(find_way(e, SCHAKEL_REACHED_BY_CONTACT, SCHAKEL_ACTIVITY_OTHER, &way), SCHAKEL_NONE);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

static void an_activity_reaches_children_of_its_groups_and_their_whole_family(void **state)
{
    schakel_school *school = autumn();
    schakel_reach_way way;
    (void)state;
    /* Five mothers have a second child, in g2. */
    for (int i = 0; i < 5; i++) {
        char id[32];
        snprintf(id, sizeof id, "young%d", i);
        add_child(school, id, "g2");
        add_tie(school, id, ids_of(i).mother, SCHAKEL_TIE_MOTHER);
    }
    mothers_come(school, SCHAKEL_ACTIVITY_WALK_IN, "2026-10-06", "g1", 0, 6);
    schakel_engagement *e = count_with(school, 5);
    size_t walk_in = find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_ACTIVITY_WALK_IN, &way);
    ASSERT_ROW(find_row(e, walk_in, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_GROUP, "g1"), 6, 12);
    ASSERT_ROW(find_row(e, walk_in, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_GROUP, "g2"), 0, 17);
    ASSERT_ROW(find_row(e, walk_in, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 6, 24);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

static void ways_stand_in_order(void **state)
{
    schakel_school *school = autumn();
    static const schakel_reached_by order[] = {SCHAKEL_REACHED_BY_ANYTHING, SCHAKEL_REACHED_BY_KIND,
                                               SCHAKEL_REACHED_BY_KIND,     SCHAKEL_REACHED_BY_CONTACT,
                                               SCHAKEL_REACHED_IN_ROUND,    SCHAKEL_REACHED_IN_ROUND,
                                               SCHAKEL_REACHED_IN_MONTH};
    schakel_reach_way way = SCHAKEL_REACH_WAY_INIT;
    (void)state;
    add_round(school, "late", SCHAKEL_TALK_PROGRESS, on("2027-02-01"), on("2027-02-20"));
    add_round(school, "whole year", SCHAKEL_TALK_PROGRESS, on("2026-08-01"), on("2027-07-31"));
    add_round(school, "early", SCHAKEL_TALK_INTRODUCTORY, on("2026-07-20"), on("2026-09-20"));
    add_round(school, "next year", SCHAKEL_TALK_INTRODUCTORY, on("2027-08-20"), on("2027-09-20"));
    add_ask(school, on("2026-10-01"), "f00", SCHAKEL_ASK_DONE);
    add_contact(school, on("2026-10-01"), "c01", "f01", SCHAKEL_TONE_GOOD);
    add_talk(school, SCHAKEL_TALK_PROGRESS, on("2026-10-01"), "c02", "m02", SCHAKEL_TONE_NEUTRAL);
    add_talk(school, SCHAKEL_TALK_INTRODUCTORY, on("2026-10-01"), "c02", "m02", SCHAKEL_TONE_NEUTRAL);
    add_talk(school, SCHAKEL_TALK_OTHER, on("2025-08-01"), "c02", "m02", SCHAKEL_TONE_NEUTRAL);
    schakel_engagement *e = count_with(school, 5);
    assert_int_equal(schakel_engagement_way_count(e), 6 + 12 + 1);
    for (size_t i = 0; i < 7; i++) {
        schakel_engagement_get_way(e, i, &way);
        assert_int_equal(way.by, order[i]);
    }
    schakel_engagement_get_way(e, 4, &way);
    assert_string_equal(way.entry_id, "early");
    assert_int_equal(way.first, on("2026-08-01"));
    assert_int_equal(way.last, on("2026-09-20"));
    schakel_engagement_get_way(e, 5, &way);
    assert_string_equal(way.entry_id, "late");
    schakel_engagement_get_way(e, 13, &way);
    assert_int_equal(way.first, on("2027-03-01"));
    assert_int_equal(way.last, on("2027-03-31"));
    schakel_engagement_get_way(e, 18, &way);
    assert_int_equal(way.by, SCHAKEL_REACHED_YEAR_BEFORE);
    assert_int_equal(way.first, on("2025-08-01"));
    assert_int_equal(way.last, on("2026-07-31"));
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

static void months_are_two_to_twenty_four_and_the_year_before_is_apart(void **state)
{
    static const struct {
        const char *from, *until;
        size_t months, before;
    } periods[] = {{"2026-09-01", "2026-09-30", 0, 1},  {"2026-09-30", "2026-10-01", 2, 1},
                   {"2026-09-01", "2027-08-31", 12, 1}, {"2026-09-01", "2027-09-01", 13, 0},
                   {"2026-09-01", "2028-08-31", 24, 0}, {"2026-09-01", "2028-09-01", 0, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
        schakel_school *school = autumn();
        add_contact(school, on("2025-09-30"), "c00", "m00", SCHAKEL_TONE_GOOD);
        schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
        options.from = on(periods[i].from);
        options.until = on(periods[i].until);
        schakel_engagement *e = NULL;
        assert_int_equal(schakel_engagement_count(school, &options, &e, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_engagement_way_count(e), 1 + periods[i].months + periods[i].before);
        schakel_engagement_destroy(e);
        schakel_school_destroy(school);
    }
}

/* -------------------------------------------------------------------- stories */

static void S4_fathers_have_rows_of_their_own(void **state)
{
    schakel_school *school = autumn();
    (void)state;
    for (int i = 0; i < 20; i++)
        add_talk(school, SCHAKEL_TALK_INTRODUCTORY, on("2026-09-10"), ids_of(i).child,
                 i < 14 ? ids_of(i).mother : ids_of(i).father, SCHAKEL_TONE_GOOD);
    schakel_engagement *e = count_with(school, 5);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "mother"), 14, 24);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "father"), 6, 24);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

static void S6_weekly_at_the_door_reaches_more_than_the_meetings_of_the_same_few(void **state)
{
    schakel_school *school = autumn();
    schakel_reach_way way;
    (void)state;
    for (int week = 1; week <= 4; week++) {
        char date[16];
        snprintf(date, sizeof date, "2026-10-%02d", week * 6);
        mothers_come(school, SCHAKEL_ACTIVITY_WALK_IN, date, NULL, week - 1, week + 15);
        mothers_come(school, SCHAKEL_ACTIVITY_COURSE_MEETING, date, NULL, 0, 6);
    }
    schakel_engagement *e = count_with(school, 5);
    size_t walk_in = find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_ACTIVITY_WALK_IN, &way);
    assert_int_equal(way.occasions, 4);
    assert_false(way.same_few);
    ASSERT_ROW(find_row(e, walk_in, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 19, 24);
    size_t meeting = find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_ACTIVITY_COURSE_MEETING, &way);
    ASSERT_ROW(find_row(e, meeting, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 6, 24);
    assert_true(way.same_few);
    schakel_engagement_destroy(e);
    /* With seven it is more than a quarter; with other families each time they are not the same. */
    mothers_come(school, SCHAKEL_ACTIVITY_COURSE_MEETING, "2026-11-01", NULL, 17, 18);
    e = count_with(school, 2);
    find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_ACTIVITY_COURSE_MEETING, &way);
    assert_false(way.same_few);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

static void S9_of_a_round_it_is_known_how_many_are_still_to_be_reached(void **state)
{
    schakel_school *school = autumn();
    schakel_reach_way way;
    (void)state;
    add_round(school, "start", SCHAKEL_TALK_INTRODUCTORY, on("2026-09-01"), on("2026-09-25"));
    for (int i = 0; i < 19; i++)
        add_talk(school, SCHAKEL_TALK_INTRODUCTORY, on(i < 13 ? "2026-09-10" : "2026-11-01"), ids_of(i).child,
                 ids_of(i).father, SCHAKEL_TONE_GOOD);
    schakel_engagement *e = count_with(school, 5);
    size_t round = find_way(e, SCHAKEL_REACHED_IN_ROUND, SCHAKEL_TALK_INTRODUCTORY, &way);
    schakel_engagement_row row = find_row(e, round, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_ALL, "all");
    ASSERT_ROW(row, 13, 24);
    assert_int_equal(row.never_reached, 11);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

static void S13_only_about_problems(void **state)
{
    schakel_school *school = autumn();
    (void)state;
    for (int i = 0; i < 15; i++)
        add_contact(school, on("2026-10-01"), ids_of(i).child, ids_of(i).mother, SCHAKEL_TONE_PROBLEM);
    for (int i = 0; i < 3; i++)
        add_contact(school, on("2026-11-01"), ids_of(i).child, ids_of(i).mother, SCHAKEL_TONE_GOOD);
    for (int i = 3; i < 6; i++)
        add_ask(school, on("2026-11-01"), ids_of(i).mother, SCHAKEL_ASK_DONE);
    schakel_engagement *e = count_with(school, 3);
    schakel_engagement_row row = find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "mother");
    ASSERT_ROW(row, 15, 24);
    assert_false(row.problems_hidden);
    assert_int_equal(row.only_problems, 9);
    row = find_row(e, 0, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all");
    assert_int_equal(row.only_problems, 9);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

/* ----------------------------------------------------------------- nearly all */

#define ASSERT_AT_LEAST(row, want_at_least, want_people)                                                     \
    do {                                                                                                     \
        schakel_engagement_row r_ = (row);                                                                   \
        assert_true(r_.hidden);                                                                              \
        assert_int_equal(r_.reached, 0);                                                                     \
        assert_int_equal(r_.at_least, want_at_least);                                                        \
        assert_int_equal(r_.people, want_people);                                                            \
    } while (0)

/* All but two families have an introductory talk, and mothers of half of them walk in. */
static schakel_school *nearly_all_talk(void)
{
    schakel_school *school = autumn();
    for (int i = 0; i < AUTUMN_FAMILIES - 2; i++)
        add_talk(school, SCHAKEL_TALK_INTRODUCTORY, on("2026-09-10"), ids_of(i).child, ids_of(i).mother,
                 SCHAKEL_TONE_GOOD);
    mothers_come(school, SCHAKEL_ACTIVITY_WALK_IN, "2026-10-06", NULL, 6, 18);
    return school;
}

static void S9_where_a_few_are_not_reached_it_is_told_that_nearly_all_are(void **state)
{
    schakel_school *school = nearly_all_talk();
    schakel_reach_way way;
    (void)state;
    schakel_engagement *e = count_with(school, 5);
    schakel_engagement_row row = find_row(e, 0, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all");
    ASSERT_AT_LEAST(row, 20, 24);
    assert_true(row.problems_hidden);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_ALL, "all"), 20, 24);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_GROUP, "g1"), 0, 0);
    size_t talks = find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_TALK_INTRODUCTORY, &way);
    ASSERT_AT_LEAST(find_row(e, talks, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 20, 24);
    /* What leaves enough people shows, in a breakdown too. */
    size_t walk_in = find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_ACTIVITY_WALK_IN, &way);
    ASSERT_ROW(find_row(e, walk_in, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 12, 24);
    ASSERT_ROW(find_row(e, walk_in, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_GROUP, "g1"), 6, 12);
    ASSERT_ROW(find_row(e, walk_in, SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_GROUP, "g2"), 6, 12);
    schakel_engagement_destroy(e);
    /* Seven fewer than 24 is not nearly all; and at 2, one person would be known not to be reached. */
    e = count_with(school, 8);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 0, 0);
    schakel_engagement_destroy(e);
    e = count_with(school, 3);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 22, 24);
    schakel_engagement_destroy(e);
    add_contact(school, on("2026-10-01"), "c22", "f22", SCHAKEL_TONE_GOOD);
    e = count_with(school, 2);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 0, 0);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

/* Of 24 mothers 22, and of 24 fathers 9: in all 17 were never reached, at most 4 of them mothers. */
static void S4_of_mothers_nearly_all_are_reached_and_of_fathers_not(void **state)
{
    schakel_school *school = autumn();
    (void)state;
    for (int i = 0; i < 22; i++)
        add_contact(school, on("2026-10-01"), ids_of(i).child, ids_of(i).mother, SCHAKEL_TONE_GOOD);
    for (int i = 0; i < 9; i++)
        add_contact(school, on("2026-10-02"), ids_of(i).child, ids_of(i).father, SCHAKEL_TONE_GOOD);
    schakel_engagement *e = count_with(school, 5);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ALL, "all"), 31, 48);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "mother"), 20, 24);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "father"), 0, 0);
    schakel_engagement_destroy(e);
    /* When all fathers but two are reached too, it is 4 in all: of everybody then nearly all, and of no role. */
    for (int i = 9; i < 22; i++)
        add_contact(school, on("2026-10-02"), ids_of(i).child, ids_of(i).father, SCHAKEL_TONE_GOOD);
    e = count_with(school, 5);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ALL, "all"), 44, 48);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "mother"), 0, 0);
    schakel_engagement_destroy(e);
    /* With a minimum of 3 two of each, which are all four: each role would be known. */
    e = count_with(school, 3);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ALL, "all"), 44, 48);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "mother"), 0, 0);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE, "father"), 0, 0);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

static void of_those_reached_nearly_all_may_have_had_a_talk(void **state)
{
    schakel_school *school = autumn();
    schakel_reach_way way;
    (void)state;
    for (int i = 0; i < 18; i++)
        add_talk(school, SCHAKEL_TALK_INTRODUCTORY, on("2026-09-10"), ids_of(i).child, ids_of(i).mother,
                 SCHAKEL_TONE_GOOD);
    mothers_come(school, SCHAKEL_ACTIVITY_WALK_IN, "2026-10-06", NULL, 10, 19);
    schakel_engagement *e = count_with(school, 5);
    size_t talks = find_way(e, SCHAKEL_REACHED_BY_KIND, SCHAKEL_TALK_INTRODUCTORY, &way);
    ASSERT_ROW(find_row(e, 0, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 19, 24);
    ASSERT_AT_LEAST(find_row(e, talks, SCHAKEL_UNIT_FAMILIES, SCHAKEL_BY_ALL, "all"), 15, 24);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

/* Once it is known how many they are, each of so many languages is known to be spoken by one. */
static void a_breakdown_of_one_person_a_row_is_left_out_where_nearly_all_are_reached(void **state)
{
    schakel_school *school = events_school("2026-09-01", "2026-09-30");
    (void)state;
    for (int i = 0; i < 20; i++) {
        char language[3] = {'a', (char)('a' + i), '\0'};
        ids of = ids_of(i);
        add_child(school, of.child, NULL);
        add_adult(school, of.mother, language);
        add_tie(school, of.child, of.mother, SCHAKEL_TIE_MOTHER);
        if (i < 18)
            add_contact(school, on("2026-09-10"), of.child, of.mother, SCHAKEL_TONE_GOOD);
    }
    schakel_engagement *e = count_with(school, 5);
    ASSERT_AT_LEAST(find_row(e, 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ALL, "all"), 16, 20);
    for (size_t i = 0; i < schakel_engagement_row_count(e); i++) {
        schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
        schakel_engagement_get_row(e, i, &row);
        assert_int_not_equal(row.breakdown, SCHAKEL_BY_LANGUAGE);
    }
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------ a second count */

static uint32_t random_below(uint64_t *seed, uint32_t bound)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % bound;
}

enum { CHILDREN = 20, ADULTS = 24, DAYS = 90, RECORDS = 30 };

static const char *name_of(char kind, uint32_t number, char out[16])
{
    snprintf(out, 16, "%c%u", kind, (unsigned)number);
    return out;
}

static void add_random_activity(schakel_school *school, uint64_t *seed, schakel_date date)
{
    char adults[3][16], groups[2][16];
    const char *adult_ids[3], *group_ids[2];
    char id[32];
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    for (int i = 0; i < 3; i++)
        adult_ids[i] = name_of('a', (random_below(seed, ADULTS / 3) * 3 + (uint32_t)i), adults[i]);
    for (uint32_t i = 0; i < 2; i++)
        group_ids[i] = name_of('g', i, groups[i]);
    activity.id = next_id(school, SCHAKEL_KIND_ACTIVITY, id);
    activity.kind = random_below(seed, 2) ? SCHAKEL_ACTIVITY_WALK_IN : SCHAKEL_ACTIVITY_COUNCIL;
    activity.why = "om samen te leren";
    activity.date = date;
    activity.attended_ids = adult_ids;
    activity.attended_count = random_below(seed, 3);
    activity.unnamed_attended = (int32_t)random_below(seed, 2);
    activity.host_ids = adult_ids + 2;
    activity.host_count = random_below(seed, 2);
    activity.group_ids = group_ids;
    activity.group_count = random_below(seed, 3);
    ADD(school, activity, &activity);
}

static schakel_school *tangled_school(uint64_t *seed)
{
    schakel_school *school = events_school("2026-09-10", "2026-11-20");
    char child[16], adult[16], group[16];
    for (uint32_t i = 0; i < 3; i++)
        add_group(school, name_of('g', i, group));
    for (uint32_t i = 0; i < ADULTS; i++)
        add_adult(school, name_of('a', i, adult), i % 3 == 0 ? NULL : i % 3 == 1 ? "nl" : "so");
    for (uint32_t i = 0; i < CHILDREN; i++) {
        uint32_t in = random_below(seed, 4), first = random_below(seed, ADULTS - 2);
        add_child(school, name_of('c', i, child), in < 3 ? name_of('g', in, group) : NULL);
        for (uint32_t k = 0; k < random_below(seed, 3); k++)
            add_tie(school, child, name_of('a', first + k, adult), (schakel_tie_kind)random_below(seed, 10));
    }
    add_round(school, "one", SCHAKEL_TALK_CARE, on("2026-09-20"), on("2026-10-10"));
    add_round(school, "two", SCHAKEL_TALK_CARE, on("2026-10-11"), on("2026-12-31"));
    for (uint32_t i = 0; i < RECORDS; i++) {
        schakel_date date =
            on(random_below(seed, 5) ? "2026-09-01" : "2025-09-01") + (schakel_date)random_below(seed, DAYS);
        schakel_tone tone = random_below(seed, 2) ? SCHAKEL_TONE_PROBLEM : SCHAKEL_TONE_GOOD;
        name_of('c', random_below(seed, CHILDREN), child);
        name_of('a', random_below(seed, ADULTS), adult);
        switch (random_below(seed, 4)) {
        case 0:
            add_talk(school, random_below(seed, 2) ? SCHAKEL_TALK_CARE : SCHAKEL_TALK_PROGRESS, date, child,
                     random_below(seed, 3) ? adult : NULL, tone);
            break;
        case 1:
            add_contact(school, date, child, random_below(seed, 3) ? adult : NULL, tone);
            break;
        case 2:
            add_ask(school, date, adult, (schakel_ask_state)random_below(seed, 5));
            break;
        default:
            add_random_activity(school, seed, date);
            break;
        }
    }
    return school;
}

/* What a thing that happened has to do with an adult or a child: read from the records one by one. */
typedef struct happened {
    schakel_date date;
    int sort, is_problem, took_place;
} happened;

static int lists(const char *const *ids_listed, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(ids_listed[i], id) == 0)
            return 1;
    return 0;
}

static int has_tie(const schakel_school *school, const char *child_id, const char *adult_id)
{
    size_t child = schakel_school_find(school, SCHAKEL_KIND_CHILD, child_id);
    for (size_t i = 0; i < schakel_school_child_tie_count(school, child); i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_school_get_child_tie(school, child, i, &tie);
        if (strcmp(tie.adult_id, adult_id) == 0)
            return 1;
    }
    return 0;
}

/* Did the record at an index of a kind reach this adult (child NULL), or this child through any adult? */
static int reaches(const schakel_school *school, schakel_kind kind, size_t index, const char *adult_id,
                   const schakel_child *child, happened *what)
{
    schakel_talk talk = SCHAKEL_TALK_INIT;
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    schakel_ask ask = SCHAKEL_ASK_INIT;
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    if (kind == SCHAKEL_KIND_TALK) {
        schakel_school_get_talk(school, index, &talk);
        *what = (happened){talk.date, (int)talk.kind, talk.tone == SCHAKEL_TONE_PROBLEM, 1};
        return child != NULL ? strcmp(talk.child_id, child->id) == 0
                             : lists(talk.adult_ids, talk.adult_count, adult_id);
    }
    if (kind == SCHAKEL_KIND_CONTACT) {
        schakel_school_get_contact(school, index, &contact);
        *what = (happened){contact.date, 20, contact.tone == SCHAKEL_TONE_PROBLEM, 1};
        return child != NULL ? strcmp(contact.child_id, child->id) == 0
                             : contact.adult_id != NULL && strcmp(contact.adult_id, adult_id) == 0;
    }
    if (kind == SCHAKEL_KIND_ASK) {
        schakel_school_get_ask(school, index, &ask);
        *what = (happened){ask.date, 20, 0, ask.state == SCHAKEL_ASK_DONE};
        return child != NULL ? has_tie(school, child->id, ask.adult_id) : strcmp(ask.adult_id, adult_id) == 0;
    }
    schakel_school_get_activity(school, index, &activity);
    *what = (happened){activity.date, (int)activity.kind, 0,
                       activity.attended_count + (size_t)activity.unnamed_attended != 0};
    if (child == NULL)
        return lists(activity.attended_ids, activity.attended_count, adult_id) ||
               lists(activity.host_ids, activity.host_count, adult_id);
    if (activity.group_count != 0 &&
        (child->group_id == NULL || !lists(activity.group_ids, activity.group_count, child->group_id)))
        return 0;
    for (size_t i = 0; i < activity.attended_count; i++)
        if (has_tie(school, child->id, activity.attended_ids[i]))
            return 1;
    return activity.host_count != 0 && has_tie(school, child->id, activity.host_ids[0]);
}

static int is_of_way(const schakel_reach_way *way, const happened *what)
{
    int in_days = what->took_place && what->date >= way->first && what->date <= way->last;
    switch (way->by) {
    case SCHAKEL_REACHED_BY_KIND:
    case SCHAKEL_REACHED_IN_ROUND:
        return in_days && what->sort == (int)way->kind;
    case SCHAKEL_REACHED_BY_CONTACT:
        return in_days && what->sort == 20;
    case SCHAKEL_REACHED_IN_MONTH:
        return in_days && what->sort != SCHAKEL_TALK_CARE; /* that has rounds */
    default:
        return in_days;
    }
}

/* Was somebody reached by a way; or, when only `not_problems` count, by something that was no problem? */
static int is_reached(const schakel_school *school, const schakel_reach_way *way, int not_problems,
                      const char *adult_id, const schakel_child *child)
{
    static const schakel_kind kinds[] = {SCHAKEL_KIND_TALK, SCHAKEL_KIND_CONTACT, SCHAKEL_KIND_ASK,
                                         SCHAKEL_KIND_ACTIVITY};
    for (size_t k = 0; k < 4; k++)
        for (size_t i = 0; i < schakel_school_count(school, kinds[k]); i++) {
            happened what;
            if (reaches(school, kinds[k], i, adult_id, child, &what) && is_of_way(way, &what) &&
                !(not_problems && what.is_problem))
                return 1;
        }
    return 0;
}

static size_t count_adults(const schakel_school *school, const schakel_reach_way *way, int not_problems)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_ADULT); i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(school, i, &adult);
        count += schakel_school_adult_tie_count(school, i) != 0 &&
                 is_reached(school, way, not_problems, adult.id, NULL);
    }
    return count;
}

static size_t count_children(const schakel_school *school, const schakel_reach_way *way, int not_problems,
                             const char *group)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_CHILD); i++) {
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_school_get_child(school, i, &child);
        int is_in = group == NULL || strcmp(group, child.group_id != NULL ? child.group_id : "") == 0;
        count += is_in && is_reached(school, way, not_problems, NULL, &child);
    }
    return count;
}

static void counts_are_those_of_a_second_count(void **state)
{
    uint64_t seed = 20261201;
    size_t reached_ever = 0;
    (void)state;
    for (int round = 0; round < 4 * EFFORT; round++) {
        schakel_school *school = tangled_school(&seed);
        schakel_allocator allocator = *sk_handle_allocator(school);
        sk_strings texts;
        sk_arena arena;
        sk_ways ways;
        sk_reached reached;
        sk_unit_table tables[SK_UNIT_TABLES];
        sk_strings_init(&texts, &allocator);
        sk_arena_init(&arena, &allocator);
        assert_true(sk_find_ways(&ways, school, on("2026-09-10"), on("2026-11-20"), &texts, &arena));
        assert_true(sk_find_reached(&reached, &ways, &arena));
        assert_true(sk_count_units(tables, &ways, &reached, &texts, &arena));
        for (size_t i = 0; i <= ways.count; i++) {
            int fine = i == ways.count;
            const schakel_reach_way *way = &ways.list[fine ? 0 : i].told;
            assert_int_equal(tables[0].rows[0].counts[i], count_adults(school, way, fine));
            assert_int_equal(tables[2].rows[0].counts[i], count_children(school, way, fine, NULL));
            for (size_t k = 0; k < tables[SK_TABLE_GROUP].count; k++) {
                const sk_unit_row *row = &tables[SK_TABLE_GROUP].rows[k];
                assert_int_equal(row->counts[i], count_children(school, way, fine, row->key));
            }
            reached_ever += tables[2].rows[0].counts[i];
        }
        for (int i = 0; i < SK_UNIT_TABLES; i++)
            sk_free(&allocator, tables[i].rows);
        sk_strings_destroy(&texts);
        sk_arena_destroy(&arena);
        schakel_school_destroy(school);
    }
    assert_true(reached_ever > 1000);
}

/* ---------------------------------------------------------------------- order */

#define COPY_BACKWARDS(from, to, KIND, name, INIT)                                                           \
    for (size_t i_ = schakel_school_count(from, SCHAKEL_KIND_##KIND); i_-- > 0;) {                           \
        schakel_##name record_ = INIT;                                                                       \
        schakel_school_get_##name(from, i_, &record_);                                                       \
        ADD(to, name, &record_);                                                                             \
    }

static schakel_school *backwards(const schakel_school *school)
{
    schakel_school *copy = events_school("2026-09-10", "2026-11-20");
    COPY_BACKWARDS(school, copy, GROUP, group, SCHAKEL_GROUP_INIT)
    COPY_BACKWARDS(school, copy, ADULT, adult, SCHAKEL_ADULT_INIT)
    COPY_BACKWARDS(school, copy, CHILD, child, SCHAKEL_CHILD_INIT)
    for (size_t i = schakel_school_count(school, SCHAKEL_KIND_ADULT); i-- > 0;)
        for (size_t k = schakel_school_adult_tie_count(school, i); k-- > 0;) {
            schakel_tie tie = SCHAKEL_TIE_INIT;
            schakel_school_get_adult_tie(school, i, k, &tie);
            ADD(copy, tie, &tie);
        }
    COPY_BACKWARDS(school, copy, CYCLE_ENTRY, cycle_entry, SCHAKEL_CYCLE_ENTRY_INIT)
    COPY_BACKWARDS(school, copy, ACTIVITY, activity, SCHAKEL_ACTIVITY_INIT)
    COPY_BACKWARDS(school, copy, ASK, ask, SCHAKEL_ASK_INIT)
    COPY_BACKWARDS(school, copy, TALK, talk, SCHAKEL_TALK_INIT)
    COPY_BACKWARDS(school, copy, CONTACT, contact, SCHAKEL_CONTACT_INIT)
    return copy;
}

static void the_order_of_the_records_changes_nothing(void **state)
{
    uint64_t seed = 20261202;
    (void)state;
    for (int round = 0; round < 10; round++) {
        schakel_school *school = tangled_school(&seed), *copy = backwards(school);
        schakel_engagement *first = count_with(school, 2), *second = count_with(copy, 2);
        char *json[2];
        assert_int_equal(schakel_engagement_to_json(first, NULL, SCHAKEL_DUTCH, &json[0], NULL, NULL),
                         SCHAKEL_OK);
        assert_int_equal(schakel_engagement_to_json(second, NULL, SCHAKEL_DUTCH, &json[1], NULL, NULL),
                         SCHAKEL_OK);
        assert_string_equal(json[0], json[1]);
        schakel_buffer_free(json[0]);
        schakel_buffer_free(json[1]);
        schakel_engagement_destroy(first);
        schakel_engagement_destroy(second);
        schakel_school_destroy(school);
        schakel_school_destroy(copy);
    }
}

/* ----------------------------------------------------------------------- JSON */

static void what_is_hidden_is_null_in_json(void **state)
{
    schakel_school *school = events_school("2026-09-01", "2026-09-30");
    char *json = NULL;
    size_t length = 0;
    (void)state;
    add_round(school, "start", SCHAKEL_TALK_INTRODUCTORY, on("2026-09-01"), on("2026-09-10"));
    for (uint32_t i = 0; i < 6; i++) {
        char child[16], adult[16];
        add_child(school, name_of('c', i, child), NULL);
        add_adult(school, name_of('a', i, adult), NULL);
        add_tie(school, child, adult, SCHAKEL_TIE_MOTHER);
        add_talk(school, SCHAKEL_TALK_INTRODUCTORY, on(i < 2 ? "2026-09-10" : "2026-09-20"), child, adult,
                 SCHAKEL_TONE_NEUTRAL);
    }
    schakel_engagement *e = count_with(school, 5);
    assert_int_equal(schakel_engagement_to_json(e, NULL, SCHAKEL_ENGLISH, &json, &length, NULL), SCHAKEL_OK);
    assert_int_equal(length, strlen(json));
    assert_non_null(strstr(
        json, "\"by\": \"round\",\n      \"kind\": \"introductory_talk\",\n      \"entry\": \"start\",\n"
              "      \"title\": null,\n      \"first\": \"2026-09-01\",\n"
              "      \"last\": \"2026-09-10\",\n      \"occasions\": 0,\n"
              "      \"same_few\": false\n"));
    assert_non_null(
        strstr(json, "\"way\": 0,\n      \"unit\": \"children\",\n      \"breakdown\": \"group\",\n"
                     "      \"key\": \"\",\n      \"people\": 6,\n      \"reached\": 6,\n"
                     "      \"never_reached\": 0,\n      \"only_problems\": 0,\n      \"at_least\": null\n"));
    assert_non_null(strstr(
        json, "\"way\": 2,\n      \"unit\": \"families\",\n      \"breakdown\": \"all\",\n"
              "      \"key\": \"all\",\n      \"people\": null,\n      \"reached\": null,\n"
              "      \"never_reached\": null,\n      \"only_problems\": null,\n      \"at_least\": null\n"));
    schakel_buffer_free(json);
    assert_int_equal(schakel_engagement_to_json(NULL, NULL, SCHAKEL_DUTCH, &json, NULL, NULL),
                     SCHAKEL_MISUSE);
    assert_null(json);
    schakel_engagement_destroy(e);
    schakel_school_destroy(school);
}

/* --------------------------------------------------------------------- misuse */

static void wrong_options_are_refused(void **state)
{
    schakel_school *school = autumn();
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    schakel_engagement *e = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    options.min_cell = 1;
    assert_int_equal(schakel_engagement_count(school, &options, &e, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/min_cell");
    options.min_cell = 5;
    options.from = on("2027-01-01");
    options.until = on("2026-01-01");
    assert_int_equal(schakel_engagement_count(school, &options, &e, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/until");
    options.struct_size = 0;
    assert_int_equal(schakel_engagement_count(school, &options, &e, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_count(NULL, NULL, &e, NULL), SCHAKEL_MISUSE);
    assert_null(e);
    assert_int_equal(schakel_engagement_count(school, NULL, NULL, NULL), SCHAKEL_MISUSE);
    schakel_school_destroy(school);
}

static void wrong_calls_are_refused(void **state)
{
    schakel_school *school = autumn();
    schakel_engagement *e = NULL;
    schakel_reach_way way = SCHAKEL_REACH_WAY_INIT;
    schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    (void)state;
    assert_int_equal(schakel_engagement_count(school, NULL, &e, NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
    assert_int_equal(schakel_engagement_get_way(NULL, 0, &way), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_get_way(e, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_get_way(e, schakel_engagement_way_count(e), &way), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_get_row(NULL, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_get_row(e, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_get_row(e, schakel_engagement_row_count(e), &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_get_options(NULL, &options), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_get_options(e, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_engagement_get_options(e, &options), SCHAKEL_OK);
    assert_int_equal(options.from, on("2026-08-01"));
    assert_int_equal(options.until, on("2027-07-31"));
    assert_int_equal(schakel_engagement_way_count(NULL), 0);
    assert_int_equal(schakel_engagement_row_count(NULL), 0);
    schakel_engagement_destroy(NULL);
    /* A caller who knows a shorter row and way. */
    row.struct_size = offsetof(schakel_engagement_row, reached);
    row.reached = 77;
    assert_int_equal(schakel_engagement_get_row(e, 0, &row), SCHAKEL_OK);
    assert_int_equal(row.people, 48);
    assert_int_equal(row.reached, 77);
    way.struct_size = offsetof(schakel_reach_way, same_few);
    way.same_few = 77;
    assert_int_equal(schakel_engagement_get_way(e, 0, &way), SCHAKEL_OK);
    assert_int_equal(way.same_few, 77);
    schakel_engagement_destroy(e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_reached_by_what_they_did),
        cmocka_unit_test(what_came_to_nothing_reaches_nobody),
        cmocka_unit_test(an_activity_reaches_children_of_its_groups_and_their_whole_family),
        cmocka_unit_test(ways_stand_in_order),
        cmocka_unit_test(months_are_two_to_twenty_four_and_the_year_before_is_apart),
        cmocka_unit_test(S4_fathers_have_rows_of_their_own),
        cmocka_unit_test(S6_weekly_at_the_door_reaches_more_than_the_meetings_of_the_same_few),
        cmocka_unit_test(S9_of_a_round_it_is_known_how_many_are_still_to_be_reached),
        cmocka_unit_test(S13_only_about_problems),
        cmocka_unit_test(S9_where_a_few_are_not_reached_it_is_told_that_nearly_all_are),
        cmocka_unit_test(S4_of_mothers_nearly_all_are_reached_and_of_fathers_not),
        cmocka_unit_test(of_those_reached_nearly_all_may_have_had_a_talk),
        cmocka_unit_test(a_breakdown_of_one_person_a_row_is_left_out_where_nearly_all_are_reached),
        cmocka_unit_test(counts_are_those_of_a_second_count),
        cmocka_unit_test(the_order_of_the_records_changes_nothing),
        cmocka_unit_test(what_is_hidden_is_null_in_json),
        cmocka_unit_test(wrong_options_are_refused),
        cmocka_unit_test(wrong_calls_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
