/*
 * schakel/talks.h - the talks of a year and what surrounds them: what is due for
 * every child, what is on the agenda, what contact there was, the file of a case, and small
 * groups for an evening.
 *
 * Nothing here changes the school. Results keep no pointer into it unless it is said, and
 * are immutable: many threads may read one.
 */
#ifndef SCHAKEL_TALKS_H
#define SCHAKEL_TALKS_H

#include "dialogue.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------- cycle */

/**
 * The talks that belong to a school year by default, by stage; a school that wants others adds cycle
 * entries of its own. Preschool and po: an introductory talk in the first six weeks in which parents do the
 * talking, a progress talk halfway, a hand-over talk at the end; the child joins from group 3. Vo: an
 * introductory talk and two progress talks that the pupil leads. Mbo: intake and signing the
 * education agreement before the start, a progress talk halfway that the student leads. All
 * are 15 minutes, and 15 more with a language bridge.
 * @return how many there are; 0 for an unknown stage.
 */
SCHAKEL_API size_t schakel_cycle_default_count(schakel_stage stage);

/**
 * One of the talks of the default cycle, ready to be added to a school.
 * @param year_start,year_end the school year that its days are counted in.
 * @param out its strings and list are constant.
 * @return SCHAKEL_OK or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_cycle_default(schakel_stage stage, size_t index, schakel_date year_start,
                                                 schakel_date year_end, schakel_cycle_entry *out);

/** Which talks are due, planned, done and missed. Keeps pointers into the school. */
typedef struct schakel_cycle schakel_cycle;

/** Which children, on which day. */
typedef struct schakel_cycle_options {
    size_t struct_size;
    schakel_date today;   /**< required */
    const char *child_id; /**< one child; NULL for all */
} schakel_cycle_options;

#define SCHAKEL_CYCLE_OPTIONS_INIT {sizeof(schakel_cycle_options), SCHAKEL_NO_DATE, NULL}

/** How a talk of the cycle stands for a child. */
typedef enum schakel_due {
    SCHAKEL_DUE_LATER = 0,      /**< its time has not come */
    SCHAKEL_DUE_NOW = 1,        /**< its time is here and no talk is planned */
    SCHAKEL_DUE_PLANNED = 2,
    SCHAKEL_DUE_UNRECORDED = 3, /**< the planned day is over and nobody wrote down how it went */
    SCHAKEL_DUE_DONE = 4,
    SCHAKEL_DUE_MISSED = 5      /**< its time is over and there was no talk */
} schakel_due;

/** A talk of the cycle for a child, with what to prepare. Strings and lists are lent by cycle and school. */
typedef struct schakel_cycle_row {
    size_t struct_size;
    const char *child_id;
    const char *entry_id;
    const char *title;
    schakel_activity_kind kind;
    schakel_due due;
    schakel_date first; /**< the time for it */
    schakel_date last;
    const char *talk_id;  /**< the talk that was planned or held for it; NULL for none */
    schakel_date date;    /**< of that talk; SCHAKEL_NO_DATE for none */
    int32_t minutes;      /**< how long to take */
    int32_t needs_bridge; /**< 1 when an adult who is invited is known to speak less Dutch than B1 */
    schakel_child_part child;
    const char *const *adult_ids; /**< whom to invite: who may be told about dates, by id */
    size_t adult_count;
    const char *const *questions; /**< prepared */
    size_t question_count;
    const char *const *agreement_ids; /**< open agreements that come back in it, the oldest first; none once it is done */
    size_t agreement_count;
    int32_t missed_before; /**< how many talks for it were planned and missed */
} schakel_cycle_row;

#define SCHAKEL_CYCLE_ROW_INIT                                                                       \
    {sizeof(schakel_cycle_row), NULL, NULL, NULL, SCHAKEL_TALK_PROGRESS, SCHAKEL_DUE_LATER,          \
     SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, NULL, SCHAKEL_NO_DATE, 0, 0, SCHAKEL_CHILD_ABSENT, NULL, 0,   \
     NULL, 0, NULL, 0, 0}

/**
 * Work out the cycle. A talk counts for the last entry of its kind whose time had begun, or, up to 30
 * days before any had, for the first one; a talk after the school year and after that entry's last day
 * counts for none, and neither do cancelled talks. Of several talks for an entry the one that was held counts,
 * else the first that is still to come, else the last. An entry with limits on the year does not hold for
 * a child in a mixed group or in none, and such a child takes part only where child_year is 0.
 * @param school its info must be set; must not change before the cycle is destroyed.
 * @param out the caller ends it with schakel_cycle_destroy().
 * @return SCHAKEL_OK; SCHAKEL_INVALID for a day that is none, or a school without info;
 * SCHAKEL_NOT_FOUND for a child that is not there; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_cycle_make(const schakel_school *school, const schakel_cycle_options *options,
                                              schakel_cycle **out, schakel_error *error);

/** End a cycle and all that it lent. @param cycle NULL is ignored. */
SCHAKEL_API void schakel_cycle_destroy(schakel_cycle *cycle);

/** How many talks the cycle is made of: the school's own entries or the default ones, by first day. */
SCHAKEL_API size_t schakel_cycle_entry_count(const schakel_cycle *cycle);

/** A talk the cycle is made of. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_cycle_get_entry(const schakel_cycle *cycle, size_t index,
                                                   schakel_cycle_entry *out);

/** How many rows there are: by child's id, then by the first day. */
SCHAKEL_API size_t schakel_cycle_count(const schakel_cycle *cycle);

/** The row at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_cycle_get(const schakel_cycle *cycle, size_t index, schakel_cycle_row *out);

/* ------------------------------------------------------------------- agenda */

/** What is coming, and what asks for care. Keeps pointers into the school. */
typedef struct schakel_agenda schakel_agenda;

/** From which day, how far ahead. */
typedef struct schakel_agenda_options {
    size_t struct_size;
    schakel_date today; /**< required */
    int32_t days;       /**< how many days ahead, 0 to 366; default 28 */
} schakel_agenda_options;

#define SCHAKEL_AGENDA_OPTIONS_INIT {sizeof(schakel_agenda_options), SCHAKEL_NO_DATE, 28}

/** What an item of the agenda is. */
typedef enum schakel_agenda_kind {
    SCHAKEL_AGENDA_TALK = 0,           /**< a talk is planned */
    SCHAKEL_AGENDA_ACTIVITY = 1,       /**< an activity is planned */
    SCHAKEL_AGENDA_TALK_DUE = 2,       /**< a talk of the cycle must still be planned; its time ends in this period */
    SCHAKEL_AGENDA_TALK_UNRECORDED = 3, /**< a talk is over: did it take place? */
    SCHAKEL_AGENDA_AGREEMENT = 4,      /**< an open agreement is due, or overdue */
    SCHAKEL_AGENDA_CANNOT = 5,         /**< an open agreement that the parents do not support or cannot carry out */
    SCHAKEL_AGENDA_WISH = 6,           /**< a wish or expectation without an answer */
    SCHAKEL_AGENDA_COMPLAINT = 7,      /**< a complaint that became no wish and got no answer */
    SCHAKEL_AGENDA_NO_WISH = 8,        /**< an activity that answers no wish */
    SCHAKEL_AGENDA_FIRST_IS_BAD = 9,   /**< a planned talk about a problem would be the first contact */
    SCHAKEL_AGENDA_ONLY_PROBLEMS = 10, /**< two or more contacts this year, and all about problems */
    SCHAKEL_AGENDA_NOT_SPOKEN = 11,    /**< nobody spoke this year, eight weeks after its start, with adults who may be invited */
    SCHAKEL_AGENDA_NO_SUPPORT = 12     /**< a case went up the ladder and nobody offered independent support */
} schakel_agenda_kind;

/** An item of the agenda. Strings are lent by agenda and school. */
typedef struct schakel_agenda_item {
    size_t struct_size;
    schakel_agenda_kind kind;
    schakel_date date;    /**< when it is or is due; of what has no day, today */
    schakel_time start;   /**< SCHAKEL_NO_TIME when there is none */
    const char *id;       /**< of the talk, activity, agreement, wish, case or cycle entry; NULL when about contact */
    const char *child_id; /**< NULL when it is not about one child */
    const char *text_nl;  /**< what it is and what to do, one Dutch sentence */
    const char *text_en;  /**< the same in English */
} schakel_agenda_item;

#define SCHAKEL_AGENDA_ITEM_INIT \
    {sizeof(schakel_agenda_item), SCHAKEL_AGENDA_TALK, SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, NULL, NULL, NULL, NULL}

/**
 * Make the agenda from a day on.
 * @param school its info must be set; must not change before the agenda is destroyed.
 * @param out the caller ends it with schakel_agenda_destroy().
 * @return as schakel_cycle_make().
 */
SCHAKEL_API schakel_status schakel_agenda_make(const schakel_school *school, const schakel_agenda_options *options,
                                               schakel_agenda **out, schakel_error *error);

/** End an agenda and all that it lent. @param agenda NULL is ignored. */
SCHAKEL_API void schakel_agenda_destroy(schakel_agenda *agenda);

/** How many items there are: by kind of schakel_agenda_kind 0 to 1 together by day and time, then the others by kind, day, child and id. */
SCHAKEL_API size_t schakel_agenda_count(const schakel_agenda *agenda);

/** The item at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_agenda_get(const schakel_agenda *agenda, size_t index, schakel_agenda_item *out);

/* ------------------------------------------------------------------ contact */

/** What contact there was about a child in a period: contacts, and talks that were held. */
typedef struct schakel_contact_summary {
    size_t struct_size;
    size_t count;        /**< of both */
    size_t good;         /**< about what goes well */
    size_t problem;      /**< about what goes wrong */
    size_t spoken;       /**< in which people spoke with each other: talks, in person, visits, calls, video */
    size_t from_parent;  /**< that the parent began */
    schakel_date first;  /**< SCHAKEL_NO_DATE when there was none */
    schakel_date last;
    int32_t only_problems; /**< 1 when there were two or more, and all about problems */
} schakel_contact_summary;

#define SCHAKEL_CONTACT_SUMMARY_INIT \
    {sizeof(schakel_contact_summary), 0, 0, 0, 0, 0, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 0}

/**
 * Sum up the contact about a child.
 * @param adult_id with one adult; NULL with anybody.
 * @param from,until first and last day; SCHAKEL_NO_DATE for no limit.
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_contact_sum(const schakel_school *school, const char *child_id,
                                               const char *adult_id, schakel_date from, schakel_date until,
                                               schakel_contact_summary *out, schakel_error *error);

/** What to think of before getting in touch. */
typedef enum schakel_contact_advice {
    SCHAKEL_ADVICE_FINE = 0,
    SCHAKEL_ADVICE_FIRST_IS_BAD = 1,   /**< it would be the first contact, and bad news: get to know each other first */
    SCHAKEL_ADVICE_ONLY_PROBLEMS = 2,  /**< contact was about problems alone: also say what goes well */
    SCHAKEL_ADVICE_MESSAGE_IS_COLD = 3 /**< bad news in writing: call, or speak to each other */
} schakel_contact_advice;

/**
 * Advice before a contact about a child.
 * @param adult_id with whom; NULL for the parents together.
 * @param tone,channel of the contact that is meant. @param date its day; earlier contact counts, of any year.
 * @param advice,text_nl,text_en what to think of, in one sentence each (constant); each may be NULL.
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_contact_advise(const schakel_school *school, const char *child_id,
                                                  const char *adult_id, schakel_tone tone, schakel_channel channel,
                                                  schakel_date date, schakel_contact_advice *advice,
                                                  const char **text_nl, const char **text_en,
                                                  schakel_error *error);

/* ---------------------------------------------------------------- case file */

/** All that is known of a case, in the order of time. Keeps pointers into the school. */
typedef struct schakel_case_file schakel_case_file;

/** What a line of a case's file is. */
typedef enum schakel_file_kind {
    SCHAKEL_FILE_OPENED = 0,
    SCHAKEL_FILE_TOLD = 1,
    SCHAKEL_FILE_TRIED = 2,
    SCHAKEL_FILE_AGREED = 3,    /**< a note of what was agreed */
    SCHAKEL_FILE_CONTACT = 4,
    SCHAKEL_FILE_TALK = 5,
    SCHAKEL_FILE_AGREEMENT = 6,
    SCHAKEL_FILE_SUPPORT = 7,   /**< independent support was offered */
    SCHAKEL_FILE_STEP = 8,      /**< the case went to a rung */
    SCHAKEL_FILE_CLOSED = 9
} schakel_file_kind;

/** A line of a case's file. Strings are lent by the school. */
typedef struct schakel_file_line {
    size_t struct_size;
    schakel_date date;
    schakel_file_kind kind;
    const char *text;     /**< of a note, agreement, step (its reason) or support; NULL when there is none */
    const char *id;       /**< of the talk, agreement, contact or rung; else NULL */
    const char *adult_id; /**< who told or does it, when known */
    const char *staff_id;
    const char *child_id;
    schakel_answered supported; /**< of an agreement */
    schakel_answered feasible;
    schakel_agreement_state state; /**< of an agreement */
} schakel_file_line;

#define SCHAKEL_FILE_LINE_INIT                                                                     \
    {sizeof(schakel_file_line), SCHAKEL_NO_DATE, SCHAKEL_FILE_OPENED, NULL, NULL, NULL, NULL, NULL, \
     SCHAKEL_UNASKED, SCHAKEL_UNASKED, SCHAKEL_AGREEMENT_OPEN}

/**
 * Gather the file of a case: what goes along to every rung.
 * @param school must not change before the file is destroyed.
 * @param out the caller ends it with schakel_case_file_destroy().
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_case_file_make(const schakel_school *school, const char *case_id,
                                                  schakel_case_file **out, schakel_error *error);

/** End a file. @param file NULL is ignored. */
SCHAKEL_API void schakel_case_file_destroy(schakel_case_file *file);

/** How many lines there are, by day; on one day in the order of schakel_file_kind, steps and notes as they stand in the case. */
SCHAKEL_API size_t schakel_case_file_count(const schakel_case_file *file);

/** The line at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_case_file_get(const schakel_case_file *file, size_t index,
                                                 schakel_file_line *out);

/* ------------------------------------------------------------------- groups */

/** Small groups, tables for an evening. Keeps pointers into the school. */
typedef struct schakel_grouping schakel_grouping;

/** Who should sit together. */
typedef enum schakel_mix {
    SCHAKEL_MIX_MIXED = 0,  /**< people who do not know each other: children in different groups, different best languages */
    SCHAKEL_MIX_ALIKE = 1   /**< people with much in common: children in one group or year, the same concepts offered */
} schakel_mix;

/** Two adults. Its layout is final: it never grows. */
typedef struct schakel_pair {
    const char *one_id;
    const char *other_id;
} schakel_pair;

/** How to make groups. */
typedef struct schakel_grouping_options {
    size_t struct_size;
    int32_t low;  /**< the least people in a group, 1 to 1000; default 4 */
    int32_t high; /**< the most, not under low; default 6 */
    schakel_mix mix;
    int32_t shared_language; /**< 1 when a group must have a language that all speak at A2 or better; default 1 */
    const char *const *adult_ids; /**< who comes; at most 1000 */
    size_t adult_count;
    const char *const *host_ids; /**< those of them who can lead a group; none when no group needs a host */
    size_t host_count;
    const schakel_pair *apart; /**< who must not be in one group */
    size_t apart_count;
    int32_t effort; /**< how many branches to try at most for a proof, 1 or more; default 200000 */
} schakel_grouping_options;

#define SCHAKEL_GROUPING_OPTIONS_INIT                                                                   \
    {sizeof(schakel_grouping_options), 4, 6, SCHAKEL_MIX_MIXED, 1, NULL, 0, NULL, 0, NULL, 0, 200000}

/**
 * Make groups. In this order: as few people as possible are left out, as few groups as possible have
 * no host, and as much as possible is worth it: for each pair in a group, mixed: 1 when their children have no group in
 * common and 1 when their best languages differ; alike: 2 when their children have a group in common, or else
 * 1 when they have a year in common, and 1 for each concept that both offer, up to 3.
 * The order of the adults does not matter: equal answers are decided by the order of ids.
 * @param school must not change before the grouping is destroyed.
 * @param out the caller ends it with schakel_grouping_destroy().
 * @return SCHAKEL_OK, also when people are left out; SCHAKEL_INVALID for an option out of range; SCHAKEL_NOT_FOUND for an
 * adult who is not there (a host or one of a pair must be among those who come); SCHAKEL_DUPLICATE; SCHAKEL_TOO_LARGE; SCHAKEL_NO_MEMORY;
 * SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_grouping_make(const schakel_school *school,
                                                 const schakel_grouping_options *options, schakel_grouping **out,
                                                 schakel_error *error);

/** End a grouping. @param grouping NULL is ignored. */
SCHAKEL_API void schakel_grouping_destroy(schakel_grouping *grouping);

/** A group. Strings are lent by grouping and school. */
typedef struct schakel_small_group {
    size_t struct_size;
    const char *const *adult_ids; /**< by id */
    size_t adult_count;
    const char *host_id;  /**< the first host in it; NULL for none */
    const char *language; /**< a language that all speak, Dutch if there is a choice; NULL when none was asked for */
} schakel_small_group;

#define SCHAKEL_SMALL_GROUP_INIT {sizeof(schakel_small_group), NULL, 0, NULL, NULL}

/** How many groups there are, by the first id in each. */
SCHAKEL_API size_t schakel_grouping_count(const schakel_grouping *grouping);

/** The group at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_grouping_get(const schakel_grouping *grouping, size_t index,
                                                schakel_small_group *out);

/** How good the groups are, and how much better any could be. */
typedef struct schakel_grouping_proof {
    size_t struct_size;
    const char *const *out_ids; /**< who is left out, by id; lent by the grouping */
    size_t out_count;
    size_t hostless;     /**< groups without a host, when hosts were wanted */
    int64_t worth;
    size_t out_bound;    /**< no grouping leaves out fewer */
    size_t hostless_bound; /**< nor, with that, has fewer groups without a host */
    int64_t worth_bound; /**< nor, with both, is worth more */
    int32_t optimal;     /**< 1 when this is proven best */
} schakel_grouping_proof;

#define SCHAKEL_GROUPING_PROOF_INIT {sizeof(schakel_grouping_proof), NULL, 0, 0, 0, 0, 0, 0, 0}

/** The proof of a grouping. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_grouping_get_proof(const schakel_grouping *grouping,
                                                      schakel_grouping_proof *out);

#ifdef __cplusplus
}
#endif

#endif
