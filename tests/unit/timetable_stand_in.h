/*
 * A timetable made by hand, so that what is shown can be compared letter by letter whatever the planning does, and the
 * school it is of. It stands in for the calls of rounds.h; include this in one file of a test program.
 */
#ifndef TESTS_UNIT_TIMETABLE_STAND_IN_H
#define TESTS_UNIT_TIMETABLE_STAND_IN_H

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "schakel/rounds.h"

struct schakel_timetable {
    schakel_allocator allocator;
    const char *round_id;
    const schakel_timetable_row *rows;
    size_t count;
    const schakel_timetable_moment *moments; /* of the talk at an index */
    size_t moment_count;
    size_t movable;
    schakel_timetable_summary summary;
};

schakel_status schakel_timetable_get_summary(const schakel_timetable *timetable,
                                             schakel_timetable_summary *out)
{
    *out = timetable->summary;
    return SCHAKEL_OK;
}

const char *schakel_timetable_round(const schakel_timetable *timetable)
{
    return timetable->round_id;
}

size_t schakel_timetable_count(const schakel_timetable *timetable)
{
    return timetable->count;
}

schakel_status schakel_timetable_get(const schakel_timetable *timetable, size_t index,
                                     schakel_timetable_row *out)
{
    *out = timetable->rows[index];
    return SCHAKEL_OK;
}

size_t schakel_timetable_moment_count(const schakel_timetable *timetable, size_t index)
{
    return index == timetable->movable ? timetable->moment_count : 0;
}

schakel_status schakel_timetable_get_moment(const schakel_timetable *timetable, size_t index,
                                            size_t moment_index, schakel_timetable_moment *out)
{
    (void)index;
    *out = timetable->moments[moment_index];
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------------- the school */

/* 20711 is Tuesday 15 September 2026. */
enum { STAND_IN_DAY = 20711 };

/* Of a record that must be right. */
#define STAND_IN_ADD(school, kind, record)                                                                   \
    do {                                                                                                     \
        if (schakel_school_add_##kind(school, record, NULL) != SCHAKEL_OK)                                   \
            abort();                                                                                         \
    } while (0)

static inline void stand_in_adult(schakel_school *school, const char *id, const char *name, const char *tag,
                                  schakel_level dutch)
{
    const schakel_language_skill skills[] = {{"nl", dutch, dutch}, {tag, SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C1}};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.name = name;
    adult.languages = skills;
    adult.language_count = tag != NULL ? 2 : 1;
    STAND_IN_ADD(school, adult, &adult);
}

static inline void stand_in_child(schakel_school *school, const char *id, const char *name,
                                  const char *adult_1, const char *adult_2)
{
    const char *const adults[] = {adult_1, adult_2};
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = id;
    child.name = name;
    STAND_IN_ADD(school, child, &child);
    for (size_t i = 0; i < 2 && adults[i] != NULL; i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = id;
        tie.adult_id = adults[i];
        STAND_IN_ADD(school, tie, &tie);
    }
}

static inline void stand_in_staff(schakel_school *school, const char *id, const char *name)
{
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    staff.id = id;
    staff.name = name;
    STAND_IN_ADD(school, staff, &staff);
}

static inline void stand_in_round(schakel_school *school)
{
    const schakel_block blocks[] = {
        {"joost", STAND_IN_DAY, 15 * 60, 17 * 60, "lokaal 4", 0},
        {"ellen", STAND_IN_DAY, 15 * 60, 17 * 60, "lokaal 2", 0},
        {"joost", STAND_IN_DAY + 2, 18 * 60 + 30, 20 * 60, NULL, 1},
    };
    schakel_round round = SCHAKEL_ROUND_INIT;
    round.id = "start";
    round.title = "Startgesprekken";
    round.kind = SCHAKEL_TALK_INTRODUCTORY;
    round.blocks = blocks;
    round.block_count = sizeof blocks / sizeof blocks[0];
    STAND_IN_ADD(school, round, &round);
}

/* Talks about Noor as they were planned: on the first day at four, half an hour later with Ellen, and at four by video. */
static inline void stand_in_talks(schakel_school *school)
{
    static const char *const ellen[] = {"ellen"};
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = "t2";
    talk.child_id = "noor";
    talk.round_id = "start";
    talk.date = STAND_IN_DAY;
    talk.start = 16 * 60;
    STAND_IN_ADD(school, talk, &talk);
    talk.id = "t3";
    talk.start += 30;
    talk.staff_ids = ellen;
    talk.staff_count = 1;
    STAND_IN_ADD(school, talk, &talk);
    talk.id = "t4";
    talk.start -= 30;
    talk.staff_count = 0;
    talk.online = 1;
    STAND_IN_ADD(school, talk, &talk);
}

/* Saar and Mees share a father with Delina; Noor is of another family. */
static inline schakel_school *stand_in_school(const schakel_allocator *allocator)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.name = "De Springplank";
    info.year_start = STAND_IN_DAY - 30;
    info.year_end = STAND_IN_DAY + 300;
    if (schakel_school_create(allocator, &school, NULL) != SCHAKEL_OK ||
        schakel_school_set_info(school, &info, NULL) != SCHAKEL_OK)
        abort();
    stand_in_staff(school, "ellen", "Ellen Boterbloem");
    stand_in_staff(school, "joost", "Joost Eikenblad");
    stand_in_staff(school, "yara", "Yara Lentewind");
    stand_in_adult(school, "joris", "Joris Waterval", NULL, SCHAKEL_LEVEL_C2);
    stand_in_adult(school, "marieke", "Marieke Korenaar", NULL, SCHAKEL_LEVEL_C2);
    stand_in_adult(school, "omar", "Omar Zonnedauw", "ar", SCHAKEL_LEVEL_NONE);
    stand_in_adult(school, "rahwa", "Rahwa Regenboog", "ti", SCHAKEL_LEVEL_C1);
    stand_in_adult(school, "selam", "Selam Avondrood", "ti", SCHAKEL_LEVEL_A1);
    stand_in_child(school, "delina", "Delina Waterval", "selam", "joris");
    stand_in_child(school, "mees", "Mees Waterval", "marieke", "joris");
    stand_in_child(school, "noor", "Noor Zonnedauw", "omar", NULL);
    stand_in_child(school, "saar", "Saar Waterval", "marieke", "joris");
    stand_in_child(school, "teun", "Teun Zeebries", NULL, NULL);
    stand_in_round(school);
    stand_in_talks(school);
    return school;
}

/* ---------------------------------------------------------------- the timetable */

static const char *const stand_in_both[] = {"joris", "marieke"};
static const char *const stand_in_selam[] = {"selam"};
static const char *const stand_in_omar[] = {"omar"};
static const char *const stand_in_ellen[] = {"ellen"};
static const char *const stand_in_joost[] = {"joost", "ellen"};

static const schakel_timetable_row stand_in_rows[] = {
    {.struct_size = sizeof(schakel_timetable_row),
     .child_id = "saar",
     .adult_ids = stand_in_both,
     .adult_count = 2,
     .staff_ids = stand_in_joost,
     .staff_count = 1,
     .date = STAND_IN_DAY,
     .start = 15 * 60 + 30,
     .minutes = 15,
     .room = "lokaal 4",
     .child = SCHAKEL_CHILD_JOINS},
    {.struct_size = sizeof(schakel_timetable_row),
     .child_id = "mees",
     .adult_ids = stand_in_both,
     .adult_count = 2,
     .staff_ids = stand_in_ellen,
     .staff_count = 1,
     .date = STAND_IN_DAY,
     .start = 15 * 60 + 50,
     .minutes = 15,
     .room = "lokaal <2>",
     .fixed = 1},
    {.struct_size = sizeof(schakel_timetable_row),
     .child_id = "delina",
     .adult_ids = stand_in_selam,
     .adult_count = 1,
     .staff_ids = stand_in_joost,
     .staff_count = 2,
     .date = STAND_IN_DAY + 2,
     .start = 18 * 60 + 30,
     .minutes = 30,
     .online = 1,
     .child = SCHAKEL_CHILD_LEADS,
     .needs_bridge = 1,
     .language = "ti",
     .interpreter_id = "rahwa",
     .has_interpreter = 1,
     .talk_id = "t1",
     .moved = 1},
    {.struct_size = sizeof(schakel_timetable_row),
     .child_id = "noor",
     .adult_ids = stand_in_omar,
     .adult_count = 1,
     .staff_ids = stand_in_joost,
     .staff_count = 1,
     .date = SCHAKEL_NO_DATE,
     .start = SCHAKEL_NO_TIME,
     .minutes = 30,
     .child = SCHAKEL_CHILD_JOINS,
     .needs_bridge = 1,
     .reason = SCHAKEL_UNPLACED_WINDOWS,
     .text_nl = "Omar kan alleen op vrijdag.",
     .text_en = "Omar can come on Friday only."},
};

/* Of Saar's talk: on the same day, once with another teacher, and by video two days later. */
static const schakel_timetable_moment stand_in_moments[] = {
    {STAND_IN_DAY, 15 * 60, "lokaal 4", 0, "joost"},
    {STAND_IN_DAY, 15 * 60 + 15, "lokaal 4", 0, "joost"},
    {STAND_IN_DAY, 16 * 60 + 15, "lokaal 2", 0, "ellen"},
    {STAND_IN_DAY + 2, 19 * 60, NULL, 1, "joost"},
    {STAND_IN_DAY + 2, 19 * 60 + 15, NULL, 1, "joost"},
    {STAND_IN_DAY + 2, 19 * 60 + 30, NULL, 1, "joost"},
};

static inline schakel_timetable stand_in_timetable(const schakel_allocator *allocator)
{
    schakel_timetable timetable = {.round_id = "start",
                                   .rows = stand_in_rows,
                                   .count = sizeof stand_in_rows / sizeof stand_in_rows[0],
                                   .moments = stand_in_moments,
                                   .moment_count = sizeof stand_in_moments / sizeof stand_in_moments[0],
                                   .movable = 0,
                                   .summary = SCHAKEL_TIMETABLE_SUMMARY_INIT};
    schakel_timetable_summary *summary = &timetable.summary;
    sk_allocator_resolve(allocator, &timetable.allocator);
    summary->talks = 4;
    summary->placed = summary->most = 3;
    summary->cost = 407;
    summary->bound = 400;
    summary->families = summary->together = 1;
    summary->hole_minutes = 5;
    summary->preferring = 2;
    summary->preferred = 1;
    summary->moved = 1;
    return timetable;
}

#endif
