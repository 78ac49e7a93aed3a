/*
 * What the files of a timetable share. timetable_talks.c says which talks there are and who comes,
 * timetable_bridge.c in which language, timetable_elsewhere.c what else they have to do, timetable_people.c what
 * each of them keeps busy, timetable_choices.c when they could be; then timetable_solve.c gives each a time, and
 * the other files tell what came of it.
 */
#ifndef SK_TALKS_TIMETABLE_H
#define SK_TALKS_TIMETABLE_H

#include <string.h>

#include "school/model.h"
#include "solve/schedule.h"

/* How long a family waits at most between two talks of one visit. */
enum { SK_ROUND_LONGEST_WAIT = 60 };

/* How far the search for a time for a talk came. */
typedef enum sk_round_progress {
    SK_ROUND_NOWHERE,
    SK_ROUND_HAS_BLOCKS, /* there are blocks that are not too early */
    SK_ROUND_SEATED,     /* one of them is long enough, and all of the staff sit */
    SK_ROUND_COMING,     /* and all the adults can come */
    SK_ROUND_UNDERSTOOD  /* and an interpreter is there when one is needed */
} sk_round_progress;

/* Who of the staff are at a talk when one of them leads it, and in which language it then is. */
typedef struct sk_staffing {
    const char *const *staff_ids; /* who leads first */
    size_t staff_count;           /* 0 when nobody is known */
    const char *shared; /* a language of somebody who needs a bridge that somebody of the staff speaks */
    int brings; /* does somebody who needs a bridge, and has no language with them, bring who interprets? */
    const char *const *wanted; /* languages of which one must be interpreted */
    size_t wanted_count;
} sk_staffing;

/* A talk to be planned. */
typedef struct sk_round_talk {
    size_t child;                 /* place in the school */
    const char *const *adult_ids; /* who come, by id */
    size_t adult_count;
    sk_staffing *staffings; /* one for each who may lead it, as the group lists them; one at least */
    size_t staffing_count;
    int sits; /* does somebody run the group, and has everybody of the staff blocks? */
    int32_t minutes;
    schakel_child_part part;
    int needs_bridge;
    uint32_t prefers;
    int missed;                  /* was a talk about the child missed in the year before? */
    int32_t unpopular;           /* talks about the child at an unpopular time in the two years before */
    const schakel_talk *planned; /* as it was; NULL when it is new */
    int over;                    /* did the round have it already? */
    int fixed;
    sk_round_progress progress;
} sk_round_talk;

/* When and how a talk would be: what a choice of the schedule means. */
typedef struct sk_round_time {
    schakel_date date;
    schakel_time start;
    const char *room;
    int online;
    uint32_t leader;            /* in the staffings of the talk */
    const char *interpreted;    /* the language that is; NULL for none */
    const char *interpreter_id; /* NULL for nobody of the school */
    uint32_t interpreter;       /* in the plan; SK_NONE for none */
} sk_round_time;

/* Two talks of one person, between which there may be a walk: resources with that gap, or SK_NONE. */
typedef struct sk_walk {
    uint32_t talks[2];
    uint32_t *on_the_spot; /* by who leads the first: of both, when both are and another leads the other */
    uint32_t online[2];    /* of both, when this one is by video and the other on the spot */
} sk_walk;

/* What people keep busy: resources, or SK_NONE. A person is anybody but staff: adults by their place, then children. */
typedef struct sk_round_people {
    uint32_t *staff; /* by staff */
    uint32_t *body;  /* by person: is in one place at a time */
    uint32_t *first; /* by person: its talks in `presences`; one more for the end, and one to fill with */
    uint32_t *presences;
    uint32_t *first_walk, *walk_count; /* by person, in `walks` */
    sk_walk *walks;
    size_t walks_count, walk_capacity;
    uint32_t *outside; /* by interpreter: somebody from outside */
    const char **rooms;
    uint32_t *room_resources;
    size_t room_count;
    int32_t *gap; /* by resource */
    size_t gap_capacity;
    uint32_t count;
} sk_round_people;

/* When each resource is taken, by resource, then start. */
typedef struct sk_busy_slot {
    int32_t start, end;
    uint32_t talk;
} sk_busy_slot;

typedef struct sk_round_busy {
    uint32_t *first; /* of each resource; one more for the end, and one to fill with */
    sk_busy_slot *slots;
    uint32_t count; /* of resources */
} sk_round_busy;

typedef struct sk_round_plan {
    const schakel_school *school;
    const schakel_round *round;
    const schakel_timetable_options *options;
    schakel_date earliest; /* of a talk that is new or moves */
    sk_arena *arena;
    const schakel_block **blocks;                   /* by date, start, end, staff, room and online */
    const schakel_interpreter_block **interpreters; /* by date, start, end, language and adult */
    unsigned char *has_blocks;                      /* by staff */
    schakel_date *dates; /* of blocks and fixed talks, and school days near them; each once, in order */
    size_t date_count;

    sk_round_talk *talks; /* by child and adults; after them, those that people have elsewhere */
    size_t talk_count, talk_capacity;
    size_t elsewhere_count;
    sk_schedule_choice *elsewhere; /* when those are, and what they keep busy */
    sk_round_busy taken;           /* by those */
    const char **gone;             /* talks that were planned and are no more to be */
    size_t gone_count, gone_capacity;

    sk_round_people people;
    sk_schedule_choice *choices;
    sk_round_time *times; /* of each choice */
    size_t choice_count, choice_capacity, time_capacity;
    uint32_t *uses;
    size_t use_count, use_capacity;
    uint32_t *turns;                         /* by staff: talks whose choices with them come first */
    uint32_t *first_choice, *fixed, *family; /* by talk, as a schedule knows them by job */
    uint32_t
        *previous; /* likewise; what changing costs is in the choices, since several may be at one time */
    uint32_t family_count;
    int64_t *unplaced;
    sk_schedule_block *hole_blocks;
    uint32_t hole_block_count;

    uint32_t *choice_of; /* by talk, or SK_NONE: what came out */
} sk_round_plan;

static inline size_t sk_round_staff(const sk_round_plan *plan, const char *staff_id)
{
    return sk_index_get(&plan->school->tables[SCHAKEL_KIND_STAFF].by_id, staff_id);
}

static inline size_t sk_round_adult(const sk_round_plan *plan, const char *adult_id)
{
    return sk_index_get(&plan->school->tables[SCHAKEL_KIND_ADULT].by_id, adult_id);
}

/* From one moment at which a talk may begin to the next: a talk and the pause after it. */
static inline int32_t sk_round_step(const sk_round_plan *plan)
{
    return plan->round->minutes + plan->round->pause_minutes;
}

/* How many talks there are with those elsewhere. */
static inline size_t sk_round_all_talks(const sk_round_plan *plan)
{
    return plan->talk_count + plan->elsewhere_count;
}

/* Is an id, which is the school's own, in a list? */
static inline int sk_round_names(const char *const *ids, size_t count, const char *id)
{
    size_t i = 0;
    while (i < count && ids[i] != id)
        i++;
    return i < count;
}

/* Are two texts, which may be missing, the same? */
static inline int sk_round_same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Who leads a talk; NULL when nobody is known. */
static inline const char *sk_leader_id(const sk_round_talk *talk, uint32_t leader)
{
    const sk_staffing *staffing = &talk->staffings[leader];
    return staffing->staff_count == 0 ? NULL : staffing->staff_ids[0];
}

/* ------------------------------------------------------------------- making */

/* These return 0 when memory ran out. Each builds on what is before it. */
int sk_round_find_talks(sk_round_plan *plan);
int sk_round_find_bridge(const sk_round_plan *plan, sk_round_talk *talk);
/* The days of the round, and the talks that people have on them elsewhere. */
int sk_round_find_elsewhere(sk_round_plan *plan);
int sk_round_find_people(sk_round_plan *plan);
int sk_round_take_elsewhere(sk_round_plan *plan);
int sk_round_find_choices(sk_round_plan *plan);
/* Write down what a talk at a time keeps busy, at the end of the uses. */
int sk_round_use(sk_round_plan *plan, uint32_t talk, const sk_round_time *time);

/* What came out, besides the choices. */
typedef struct sk_round_solution {
    size_t most; /* talks that can have a time */
    int64_t cost, bound;
    int optimal;
} sk_round_solution;

/* SCHAKEL_INVALID for fixed talks that clash; SCHAKEL_TOO_LARGE; SCHAKEL_NO_MEMORY. */
schakel_status sk_round_solve(sk_round_plan *plan, sk_round_solution *solution, schakel_error *error);

/* ------------------------------------------------------------------ asking */

/* Minutes that all days share: there is a long night between two. */
int32_t sk_round_clock(const sk_round_plan *plan, schakel_date date, schakel_time time);
int sk_round_goes_online(const sk_round_plan *plan, const sk_round_talk *talk);
/* Does a block of somebody hold a stretch of time? */
int sk_round_holds(const schakel_block *block, const char *staff_id, schakel_date date, schakel_time start,
                   schakel_time end);
/* Must one of the languages that are interpreted be this one, whatever its region? */
int sk_round_wants(const sk_staffing *staffing, const char *language);
/* Does somebody interpret one of the languages that a talk waits for with who leads it, all the time of that talk? */
int sk_round_interprets(const sk_round_talk *talk, uint32_t leader,
                        const schakel_interpreter_block *interpreter, schakel_date date, schakel_time start);
/* Can every adult come? */
int sk_round_adults_can(const sk_round_plan *plan, const sk_round_talk *talk, schakel_date date,
                        schakel_time start);
int sk_round_is_unpopular(schakel_time start);
/* Does a talk that was planned become another: another time, by video or no longer, or led by who was not to be there? */
int sk_round_moves(const sk_round_talk *talk, const sk_round_time *time);
/* Does a talk begin in a part of the day that its family prefers? */
int sk_round_is_preferred(const sk_round_talk *talk, schakel_time start);

/* ------------------------------------------------------------------ telling */

/* A row, and what else is known of it. */
typedef struct sk_timetable_entry {
    schakel_timetable_row row;
    uint32_t talk; /* in the plan */
    const schakel_timetable_moment *moments;
    size_t moment_count;
} sk_timetable_entry;

struct schakel_timetable {
    schakel_allocator allocator;
    sk_arena arena;
    const schakel_school *school;
    const schakel_round *round;
    sk_timetable_entry *entries;
    size_t count;
    schakel_timetable_summary summary;
    const char **gone; /* talks that were planned and are no more to be */
    size_t gone_count;
};

/* These return 0 when memory ran out. */
/* What all talks that have a time keep busy, and those elsewhere. */
int sk_round_find_busy(const sk_round_plan *plan, sk_round_busy *busy);
/* Is all that a choice uses free, but for its own talk? */
int sk_round_is_free(const sk_round_plan *plan, const sk_round_busy *busy, uint32_t talk,
                     const sk_schedule_choice *choice);
int sk_timetable_find_moments(schakel_timetable *timetable, const sk_round_plan *plan,
                              const sk_round_busy *busy);
/* Who of the staff are at the talk of a row, and which language they share with the family. */
int sk_timetable_fill_staff(schakel_timetable *timetable, schakel_timetable_row *row,
                            const sk_staffing *staffing);
int sk_timetable_find_reasons(schakel_timetable *timetable, sk_round_plan *plan, const sk_round_busy *busy);
int sk_timetable_sum(schakel_timetable *timetable, const sk_round_plan *plan,
                     const sk_round_solution *solution);

#endif
