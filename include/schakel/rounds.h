/*
 * schakel/rounds.h - a round of talks: every child, every parent, one good timetable.
 *
 * A round and what families wish for it are records of a school, as in schakel/school.h: adding copies, getting
 * lends. They are added before talks: round, round wish. What comes of it are talks (schakel_talk) with
 * the round's id, so that attendance counts in schakel/insight.h like that of any talk.
 *
 * Row S9 of the way of working: a personal talk about every child at the start of the year, which brought attendance
 * to 100% (Spierenburg, De stem van ouders, Sardes 2017). First come, first served leaves brothers and sisters on three
 * evenings; a timetable is worked out for all families at once.
 */
#ifndef SCHAKEL_ROUNDS_H
#define SCHAKEL_ROUNDS_H

#include "dialogue.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ records */

/** When somebody of the staff sits for talks. Its layout is final: it never grows. */
typedef struct schakel_block {
    const char *staff_id;
    schakel_date date;
    schakel_time start; /**< minutes since midnight */
    schakel_time end;   /**< later than start */
    const char *room;   /**< two talks in a room of one name are never at one time; not empty; NULL for a place of their own */
    int32_t online;     /**< 1 when the talks are by video: then nobody has to walk, and no room is taken */
} schakel_block;

/** When somebody interprets in a round. Its layout is final: it never grows. */
typedef struct schakel_interpreter_block {
    const char *language; /**< BCP 47 */
    const char *adult_id; /**< an adult of the school who interprets; NULL for somebody from outside */
    schakel_date date;
    schakel_time start;
    schakel_time end; /**< later than start */
} schakel_interpreter_block;

/** A round of talks. */
typedef struct schakel_round {
    size_t struct_size;
    const char *id;
    const char *title;          /**< may be NULL */
    schakel_activity_kind kind; /**< a talk */
    const char *const *group_ids; /**< about the children of which groups; none means of all */
    size_t group_count;
    const schakel_block *blocks;
    size_t block_count;
    const schakel_interpreter_block *interpreters;
    size_t interpreter_count;
    int32_t minutes;        /**< how long a talk takes, 5 to 240; default 15 */
    int32_t bridge_minutes; /**< how much longer with a language bridge, 0 to 240; default 15 */
    int32_t pause_minutes;  /**< between two talks of somebody of the staff, 0 to 60; default 0 */
    int32_t walk_minutes;   /**< between two talks of one adult or child with different staff, 0 to 60; default 5 */
    schakel_child_part child; /**< what the child does in it; default joins */
    int32_t child_year;       /**< from which year of the stage the child takes part; 0 for every year, and mixed groups */
    const char *extra;        /**< as in schakel_school_info */
} schakel_round;

#define SCHAKEL_ROUND_INIT                                                                              \
    {sizeof(schakel_round), NULL, NULL, SCHAKEL_TALK_PROGRESS, NULL, 0, NULL, 0, NULL, 0, 15, 15, 0, 5, \
     SCHAKEL_CHILD_JOINS, 0, NULL}

/** Parts of a day: flags. */
#define SCHAKEL_PART_MORNING 0x1u   /**< begins before 12:00 */
#define SCHAKEL_PART_AFTERNOON 0x2u /**< begins from 12:00, before 18:00 */
#define SCHAKEL_PART_EVENING 0x4u   /**< begins from 18:00 */

/** What a family says about its talk in a round. Without one, all who may be told come, together unless they live apart. */
typedef struct schakel_round_wish {
    size_t struct_size;
    const char *id;
    const char *round_id;
    const char *child_id; /**< at most one wish for a child in a round */
    const char *const *adult_ids; /**< who want to come; none means all who may be told */
    size_t adult_count;
    schakel_answered apart; /**< yes: each adult has a talk of their own; no: they come together, and agree to that; unasked: apart by home when their ties name different homes; those of whom no home is told then come together */
    uint32_t prefers;       /**< SCHAKEL_PART_ flags; 0 for no preference */
    int32_t minutes;        /**< how long, 5 to 240; 0 for what the round says */
    const char *const *staff_ids; /**< who of the staff joins besides the one who leads; each must have blocks too */
    size_t staff_count;
    int32_t skips;     /**< 1 when the family does not come in this round */
    const char *extra; /**< as in schakel_school_info */
} schakel_round_wish;

#define SCHAKEL_ROUND_WISH_INIT \
    {sizeof(schakel_round_wish), NULL, NULL, NULL, NULL, 0, SCHAKEL_UNASKED, 0, 0, NULL, 0, 0, NULL}

/*
 * As "Adding" and "Getting" in schakel/school.h.
 */

/** Add a round; its groups, staff and adults must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_round(schakel_school *school, const schakel_round *round,
                                                    schakel_error *error);
/** Add a wish; its round, child, adults and staff must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_round_wish(schakel_school *school, const schakel_round_wish *wish,
                                                         schakel_error *error);
/** Get the round at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_round(const schakel_school *school, size_t index, schakel_round *out);
/** Get the wish at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_round_wish(const schakel_school *school, size_t index,
                                                         schakel_round_wish *out);

/* ---------------------------------------------------------------- timetable */

/**
 * A timetable of a round. Keeps pointers into the school, which must not change while it lives; immutable.
 *
 * Talks. One for each child of the round, with the adults who come; when they come apart one for each of them, or,
 * when they do so because they live apart, one for each home. Each is led by one of those who run the child's group and
 * have blocks in the round, and who a wish adds joins; somebody who runs the group and is added joins a colleague, and
 * leads only when no colleague has blocks. Who leads is chosen together with the time: the teachers of a group share its
 * talks. Where that makes no difference to what is wanted below, who speaks the family's language leads, and each has
 * about as many talks. Nothing is given up for it: who must have fewer sits shorter.
 *
 * Languages. A talk with an adult who needs a language bridge (as in schakel_cycle_row.needs_bridge) takes
 * bridge_minutes longer; when none of its staff speaks a language of that adult at B1 or better, the adult brings nobody
 * who interprets (schakel_adult.brings_interpreter), and the round has interpreters for one, one of those is needed too:
 * one interpreter a talk, for the first such adult, in a language that the others speak too if there is one. A language
 * of an adult is one spoken at B1 or better, or at a level that is not known.
 *
 * Hard rules. Nobody, and no room, is in two places at once; a pause between talks of one of the staff, and a walk
 * between those of one adult or child, unless both are online or both on the spot and led by the same person (who
 * interprets goes from one talk to the next at once); the talk lies within a block of each of its staff, within the
 * windows of every adult who comes (schakel_available()) and, when it needs an interpreter, within a block of one who
 * doesn't come to it as a parent. It begins a whole number of turns after the start of a block of who leads it, which
 * also says where it is; a turn is `minutes` and `pause_minutes` (of the round) together. A talk that is new, or moves
 * to another time or to or from video, is not before `today` plus `notice`; somebody else may come to lead it sooner.
 * A planned talk of another round, or of none, stays where it is: whoever is there, and its room, are taken.
 *
 * Fixed talks stay where they are, with the people, length and place that they say, whatever the rules say of one
 * talk alone; only the rules between talks hold. One that needs an interpreter and names none has the first from
 * outside who is free among the fixed talks, if there is one. One that says no time is not fixed, nor is one of which
 * nobody may be told any more, and one whose family skips the round goes.
 *
 * Wanted, in this order: as many talks as possible, where a talk about a child of whom a talk was missed in the 365
 * days before counts SCHAKEL_ROUND_MISSED_COUNTS times; then as few talks as possible that were planned and go; then
 * the least cost, the sum of
 *   visit_weight       for each visit of a family beyond the first: talks on one day with at most an hour between them are one visit;
 *   wait_weight        for each minute a family waits within a visit, beyond the walk;
 *   hole_weight        for each minute in a block that one of the staff waits between two talks, beyond the pause;
 *   preference_weight  for each talk outside the parts of the day that the family prefers, twice when one was missed in the 365 days before;
 *   unpopular_weight   for each talk that begins before 8:30 or from 20:30 on, once more for each such talk about the
 *                      child that was held or missed in the 730 days before;
 *   change_weight      for each talk that was planned and moves: to another time, from on the spot to by video or back, or to
 *                      be led by somebody who was not to be there (one that names no staff leaves open who leads).
 * A family is here whoever come together: talks that have an adult in common, or are joined by a row of talks that do.
 * Blocks of one person that overlap count as one block for the holes; a talk belongs to the block in which it begins.
 */
typedef struct schakel_timetable schakel_timetable;

/** How often a talk counts that was missed in the year before. */
#define SCHAKEL_ROUND_MISSED_COUNTS 3

/** Which round, and what matters. */
typedef struct schakel_timetable_options {
    size_t struct_size;
    const char *round_id;      /**< required */
    schakel_date today;        /**< required: nothing new is planned before it */
    int32_t notice;            /**< days ahead that a family hears of a talk that is new or moves, 0 to 366; default 7 */
    int32_t visit_weight;      /**< 0 to 10000, as all weights; default 400 */
    int32_t wait_weight;       /**< default 2 */
    int32_t hole_weight;       /**< default 1 */
    int32_t preference_weight; /**< default 60 */
    int32_t unpopular_weight;  /**< default 20 */
    int32_t change_weight;     /**< default 200 */
    int32_t effort;            /**< the limit of effort for each talk, 1 to 1000000; default 1000 */
} schakel_timetable_options;

#define SCHAKEL_TIMETABLE_OPTIONS_INIT \
    {sizeof(schakel_timetable_options), NULL, SCHAKEL_NO_DATE, 7, 400, 2, 1, 60, 20, 200, 1000}

/** Why a talk has no time. */
typedef enum schakel_unplaced_reason {
    SCHAKEL_PLACED = 0,
    SCHAKEL_UNPLACED_NO_STAFF = 1,       /**< nobody who runs the child's group has blocks in the round that are not too early, or one of the others has none */
    SCHAKEL_UNPLACED_NO_ADULT = 2,       /**< there is no adult who may be told and wants to come */
    SCHAKEL_UNPLACED_WINDOWS = 3,        /**< no block lies within what the adults can */
    SCHAKEL_UNPLACED_INTERPRETER = 4,    /**< no interpreter is there when staff and adults are */
    SCHAKEL_UNPLACED_TOO_LONG = 5,       /**< no block, or none when all of its staff sit, is long enough */
    SCHAKEL_UNPLACED_FULL = 6            /**< every moment that would do is taken */
} schakel_unplaced_reason;

/** A talk. Strings and lists are lent by timetable and school. */
typedef struct schakel_timetable_row {
    size_t struct_size;
    const char *child_id;
    const char *const *adult_ids; /**< who come, by id */
    size_t adult_count;
    const char *const *staff_ids; /**< who leads first; without a time who would as the text says, or else the first who may; somebody without blocks when nobody who runs the group has any */
    size_t staff_count;
    schakel_date date;  /**< SCHAKEL_NO_DATE when it has no time */
    schakel_time start; /**< SCHAKEL_NO_TIME when it has no time */
    int32_t minutes;
    const char *room;   /**< NULL for none */
    int32_t online;
    schakel_child_part child;
    int32_t needs_bridge;
    const char *language;       /**< BCP 47: what is interpreted, or shared with the staff; NULL without a bridge */
    const char *interpreter_id; /**< the adult who interprets; NULL for nobody of the school */
    int32_t has_interpreter;    /**< 1 when an interpreter of the round is there */
    const char *talk_id;        /**< the talk as it was planned; NULL for one that is new */
    int32_t moved;              /**< 1 when it was planned at another time, or by video and is not or the other way round, or without who leads it now, or now has no time */
    int32_t fixed;              /**< 1 when it was fixed */
    schakel_unplaced_reason reason; /**< SCHAKEL_PLACED, or why it has no time */
    const char *text_nl;        /**< of one without a time: the smallest change that would make it possible, in Dutch; what is said of several talks can all be done; else NULL */
    const char *text_en;        /**< the same in English */
    int32_t brings_interpreter; /**< 1 when an adult who needs a bridge, and has no language with the staff, brings somebody who interprets */
} schakel_timetable_row;

#define SCHAKEL_TIMETABLE_ROW_INIT                                                                          \
    {sizeof(schakel_timetable_row), NULL, NULL, 0, NULL, 0, SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, 0, NULL, 0,   \
     SCHAKEL_CHILD_ABSENT, 0, NULL, NULL, 0, NULL, 0, 0, SCHAKEL_PLACED, NULL, NULL, 0}

/** How good a timetable is. */
typedef struct schakel_timetable_summary {
    size_t struct_size;
    size_t talks;      /**< to be planned */
    size_t placed;
    size_t most;       /**< no timetable places more */
    int64_t cost;      /**< as above; lower is better */
    int64_t bound;     /**< no timetable that is as good in what comes before the cost costs less; 0 or more */
    int32_t optimal;   /**< 1 when it is proven that no timetable is better */
    size_t families;   /**< with two or more talks to be planned */
    size_t together;   /**< of those, with all of them on one visit */
    int32_t wait_minutes; /**< of all families together, within visits, beyond the walk */
    int32_t hole_minutes; /**< of all the staff together, beyond the pause */
    size_t preferring;    /**< placed talks of families with a preference */
    size_t preferred;     /**< of those, within it */
    size_t moved;         /**< talks that were planned and moved or went */
} schakel_timetable_summary;

#define SCHAKEL_TIMETABLE_SUMMARY_INIT \
    {sizeof(schakel_timetable_summary), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

/**
 * Make a timetable. Talks of the round (schakel_talk.round_id) that are planned, for today or later, are the timetable
 * as it was: fixed ones stay, others move when that pays. Talks that were held, missed or cancelled, or whose day is over,
 * are not planned again, unless there is a planned one too. Of several talks about a child, each counts for the adults it
 * names, and one that names none of those who come for all of them.
 * @param options round_id and today are required.
 * @param out the caller ends it with schakel_timetable_destroy().
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND for a round that is not there; SCHAKEL_INVALID for an option out of range, or
 * fixed talks that break a hard rule among themselves (the path is "/talks/" and the index of one); SCHAKEL_TOO_LARGE
 * for weights that cannot be added for so many talks; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_timetable_make(const schakel_school *school,
                                                  const schakel_timetable_options *options,
                                                  schakel_timetable **out, schakel_error *error);

/** End a timetable and all that it lent. @param timetable NULL is ignored. */
SCHAKEL_API void schakel_timetable_destroy(schakel_timetable *timetable);

/** How good it is. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_timetable_get_summary(const schakel_timetable *timetable,
                                                         schakel_timetable_summary *out);

/** The round it is of; lent by the school. @return NULL for NULL. */
SCHAKEL_API const char *schakel_timetable_round(const schakel_timetable *timetable);

/** How many talks there are: by date, start, first staff member and child; then those without a time by child. */
SCHAKEL_API size_t schakel_timetable_count(const schakel_timetable *timetable);

/** The talk at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_timetable_get(const schakel_timetable *timetable, size_t index,
                                                 schakel_timetable_row *out);

/**
 * Another time that a talk could have without moving any other: where it would be then, and with whom, as much like the
 * talk as can be at that time (first in who leads it, then in being by video or not, then in the room). Its layout is
 * final: it never grows.
 */
typedef struct schakel_timetable_moment {
    schakel_date date;
    schakel_time start;
    const char *room;     /**< NULL for none, as when online; lent by the school, like staff_id */
    int32_t online;       /**< 1 when the talk would be by video */
    const char *staff_id; /**< who would lead it */
} schakel_timetable_moment;

#define SCHAKEL_TIMETABLE_MOMENT_INIT {SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, NULL, 0, NULL}

/** How many other times the talk at an index could have, with all others as they are: what to offer a family. Also of a fixed one. */
SCHAKEL_API size_t schakel_timetable_moment_count(const schakel_timetable *timetable, size_t index);

/** One of those times, by date and start. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_timetable_get_moment(const schakel_timetable *timetable, size_t index,
                                                        size_t moment_index, schakel_timetable_moment *out);

/**
 * Put a timetable into a school: planned talks of the round that have no time any more are removed; those that have
 * another time, or other people, length, place or interpreter than they say, are put right and keep their id, tone, case
 * and extra; and each new talk is added with state planned. Its id is the round's id, "-" and the child's id, with "-" and
 * the first number from 2 on that makes it free when that is taken. Its bridge says whether a language is shared or somebody
 * interprets (SCHAKEL_BRIDGE_NEARBY), also who is brought along; with neither, another bridge of a talk that needs one stays.
 * Fixed talks stay as they are.
 * @param school the school it was made from; the timetable may no longer be used afterwards, only destroyed.
 * @return SCHAKEL_OK; as schakel_school_add_talk(); SCHAKEL_IN_USE when an agreement refers to a talk that goes;
 * SCHAKEL_MISUSE, also for another school. On failure nothing has changed.
 */
SCHAKEL_API schakel_status schakel_timetable_apply(const schakel_timetable *timetable, schakel_school *school,
                                                   schakel_error *error);

#ifdef __cplusplus
}
#endif

#endif
