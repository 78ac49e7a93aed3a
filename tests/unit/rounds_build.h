/* Small rounds of talks in few words, and timetables as text. */
#ifndef TESTS_UNIT_ROUNDS_BUILD_H
#define TESTS_UNIT_ROUNDS_BUILD_H

#include <stdio.h>
#include <string.h>

#include "schakel/talks.h"
#include "schakel/rounds.h"

/* Tuesday 15 September 2026, and the day the timetable is made. */
enum { TUESDAY = 20711, TODAY = TUESDAY - 10, LINE = 2000 };

#define AT(hour, minute) ((hour)*60 + (minute))

#define TELL(school, kind, record)                                                                           \
    do {                                                                                                     \
        schakel_error tell_error = SCHAKEL_ERROR_INIT;                                                       \
        if (schakel_school_add_##kind(school, record, &tell_error) != SCHAKEL_OK)                            \
            fail_msg("%s: %s", tell_error.path, tell_error.message);                                         \
    } while (0)

/* Two groups: 1 of Anna Varenblad, 2 of Bo Lindegaard. */
static inline schakel_school *new_school(void)
{
    static const char *const names[] = {"Anna Varenblad", "Bo Lindegaard"}, *const ids[] = {"anna", "bo"};
    static const char *const groups[] = {"1", "2"};
    static const schakel_language_skill turkish = {"tr", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_UNKNOWN};
    schakel_school *school = NULL;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    for (int i = 0; i < 2; i++) {
        schakel_staff staff = {sizeof staff, ids[i],   names[i], SCHAKEL_STAFF_TEACHER,
                               NULL,         &turkish, (size_t)i};
        schakel_group group = {sizeof group, groups[i], NULL, 2 + i, &ids[i], 1, NULL};
        TELL(school, staff, &staff);
        TELL(school, group, &group);
    }
    return school;
}

static inline void add_adult(schakel_school *school, const char *id, const char *language, schakel_time from,
                             schakel_time until)
{
    schakel_language_skill skill = {language, SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
    schakel_window window = {0x7F, from, until};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.languages = &skill;
    adult.language_count = language != NULL;
    adult.windows = &window;
    adult.window_count = until > 0;
    TELL(school, adult, &adult);
}

static inline void add_tie(schakel_school *school, const char *child_id, const char *adult_id, int32_t home)
{
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = child_id;
    tie.adult_id = adult_id;
    tie.home = home;
    TELL(school, tie, &tie);
}

/* A child and one parent, who is there already or can come always. */
static inline void add_child(schakel_school *school, const char *id, const char *group_id,
                             const char *adult_id)
{
    schakel_child child = {sizeof child, id, NULL, group_id, NULL, SCHAKEL_NO_DATE};
    TELL(school, child, &child);
    if (schakel_school_find(school, SCHAKEL_KIND_ADULT, adult_id) == SCHAKEL_NONE)
        add_adult(school, adult_id, NULL, 0, 0);
    add_tie(school, id, adult_id, 0);
}

static inline schakel_block block_of(const char *staff_id, int day, schakel_time start, schakel_time end)
{
    schakel_block block = {staff_id, TUESDAY + day, start, end, NULL, 0};
    return block;
}

/* The round "r" with blocks; the rest as its defaults, or as `like` says. */
static inline void add_round(schakel_school *school, const schakel_block *blocks, size_t count,
                             const schakel_round *like)
{
    schakel_round round = SCHAKEL_ROUND_INIT;
    if (like != NULL)
        round = *like;
    round.id = "r";
    round.blocks = blocks;
    round.block_count = count;
    TELL(school, round, &round);
}

static inline schakel_round_wish wish_for(const char *child_id)
{
    schakel_round_wish wish = SCHAKEL_ROUND_WISH_INIT;
    wish.id = wish.child_id = child_id;
    wish.round_id = "r";
    return wish;
}

/* A talk of the round about a child, planned. */
static inline schakel_talk talk_about(const char *id, const char *child_id, int day, schakel_time start)
{
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = id;
    talk.child_id = child_id;
    talk.round_id = "r";
    talk.date = TUESDAY + day;
    talk.start = start;
    return talk;
}

static inline schakel_timetable_options usual(void)
{
    schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    options.round_id = "r";
    options.today = TODAY;
    return options;
}

static inline schakel_timetable *make_with(const schakel_school *school,
                                           const schakel_timetable_options *options)
{
    schakel_timetable *timetable = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_timetable_make(school, options, &timetable, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return timetable;
}

static inline schakel_timetable *make(const schakel_school *school)
{
    schakel_timetable_options options = usual();
    return make_with(school, &options);
}

static inline schakel_timetable_row row_of(const schakel_timetable *timetable, size_t index)
{
    schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
    assert_int_equal(schakel_timetable_get(timetable, index, &row), SCHAKEL_OK);
    return row;
}

static inline schakel_timetable_summary sum_of(const schakel_timetable *timetable)
{
    schakel_timetable_summary summary = SCHAKEL_TIMETABLE_SUMMARY_INIT;
    assert_int_equal(schakel_timetable_get_summary(timetable, &summary), SCHAKEL_OK);
    return summary;
}

static inline void put(char *out, const char *before, const char *text)
{
    assert_true(strlen(out) + strlen(before) + strlen(text) < LINE);
    strcat(out, before);
    strcat(out, text);
}

/* "0 15:00-15:15 anna x [a b]; - y [c] 6": days after Tuesday, or the reason at the end. Staff only after the first. */
static inline const char *show(const schakel_timetable *timetable)
{
    static char out[LINE];
    out[0] = '\0';
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row row = row_of(timetable, i);
        char start[SCHAKEL_TIME_SIZE], end[SCHAKEL_TIME_SIZE], times[40] = "-";
        schakel_time_format(row.start, start);
        schakel_time_format(row.start + row.minutes, end);
        if (row.reason == SCHAKEL_PLACED)
            snprintf(times, sizeof times, "%d %s-%s", (int)(row.date - TUESDAY), start, end);
        put(out, i == 0 ? "" : "; ", times);
        put(out, " ", row.child_id);
        for (size_t k = 0; k < row.adult_count; k++)
            put(out, k == 0 ? " [" : " ", row.adult_ids[k]);
        put(out, row.adult_count > 0 ? "]" : "", "");
        snprintf(times, sizeof times, " %d", (int)row.reason);
        put(out, row.reason == SCHAKEL_PLACED ? "" : times, "");
    }
    return out;
}

/* Make, compare and end. */
static inline void expect(const schakel_school *school, const char *expected)
{
    schakel_timetable *timetable = make(school);
    assert_string_equal(show(timetable), expected);
    schakel_timetable_destroy(timetable);
}

#endif
