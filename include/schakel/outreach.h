/*
 * schakel/outreach.h - how to reach every parent: by which channel, over which language bridge, with
 * whose help, at which time, and whom to invite for what.
 *
 * Unlike schakel/insight.h this names people: it is for whoever works with these parents. Nothing here
 * changes the school. Results keep pointers into the school, which must not change while they live, and are
 * immutable: many threads may read one. Ready sentences are constant, or lent by the result.
 *
 * Whom a school may invite about which child follows schakel_school_told() with SCHAKEL_SCOPE_PRACTICAL.
 */
#ifndef SCHAKEL_OUTREACH_H
#define SCHAKEL_OUTREACH_H

#include "dialogue.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ channel */

/** All channels of schakel_channel but SCHAKEL_CHANNEL_OTHER, as bits. */
#define SCHAKEL_CHANNELS_ALL 0x1BFu

/** Why a channel: flags. One of the three about reading is always there, so that it is known also of a channel that was asked for. */
#define SCHAKEL_BECAUSE_ASKED_FOR 0x1u    /**< the adult asked for it */
#define SCHAKEL_BECAUSE_GOT_THROUGH 0x2u  /**< it got through in the year before */
#define SCHAKEL_BECAUSE_READS 0x4u        /**< reads Dutch at A2 or better */
#define SCHAKEL_BECAUSE_READS_LITTLE 0x8u /**< reads Dutch below A2 */
#define SCHAKEL_BECAUSE_SPEAKS_LITTLE 0x10u /**< speaks Dutch below A2: talk in another language, or over a bridge */
#define SCHAKEL_BECAUSE_NOT_KNOWN 0x20u   /**< nobody wrote down how well they read: ask */
#define SCHAKEL_BECAUSE_FAILED 0x40u      /**< another channel would go first, and did not get through before */

/** How to reach an adult. Strings are constant or lent by the school. */
typedef struct schakel_channel_advice {
    size_t struct_size;
    schakel_channel channel; /**< SCHAKEL_CHANNEL_OTHER when the school offers none that will do */
    schakel_channel second;  /**< when the first does not get through; SCHAKEL_CHANNEL_OTHER for none */
    /**
     * BCP 47: in which language; "nl" unless they know Dutch below A2 and another language better: by how well they read
     * for what is written, as far as that is recorded, and else by how well they speak. The best of several, then by tag;
     * behind those a language of which no level is recorded, which is taken to be known better. "und" is none.
     */
    const char *language;
    uint32_t reasons;        /**< SCHAKEL_BECAUSE_ flags */
    const char *reason_nl;   /**< one Dutch sentence */
    const char *reason_en;   /**< the same in English */
} schakel_channel_advice;

#define SCHAKEL_CHANNEL_ADVICE_INIT \
    {sizeof(schakel_channel_advice), SCHAKEL_CHANNEL_OTHER, SCHAKEL_CHANNEL_OTHER, NULL, 0, NULL, NULL}

/**
 * Advise how to reach an adult. Of the channels that the school offers, in this order:
 *  1. those the adult asked for (schakel_adult.prefers), in the order in person, call, visit, message, film,
 *     video, mail, newsletter;
 *  2. those that got through in the year before `today`, most often first and then as in 3 or 4: a contact with this
 *     adult whose `reached` is yes, or that the adult began;
 *  3. who reads Dutch below A2, or speaks it below A2 (the highest level of a tag "nl"; who has languages
 *     and no such tag speaks none, as in schakel_cycle_row.needs_bridge): in person, call, film, visit, video, message, mail: talk before you write
 *     (Van der Pluijm, Thuis in Taal);
 *  4. everybody else, also whose level is not known: message, mail, call, in person, film, visit, video.
 * A newsletter comes last unless it was asked for. Behind all these, in the same order, go the channels that failed
 * twice or more in that year (`reached` is no) and did not get through once; who came to a talk in that year can be
 * reached in person, which then has not failed.
 * @param offered the channels that the school offers, as bits (1u << channel); 0 for SCHAKEL_CHANNELS_ALL.
 * SCHAKEL_CHANNEL_OTHER may be among them and is never advised.
 * @param today contacts after it and more than 365 days before it do not count.
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND for an adult that is not there; SCHAKEL_INVALID for a day ("/today") or a
 * channel ("/offered") that is none; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_channel_advise(const schakel_school *school, const char *adult_id,
                                                  uint32_t offered, schakel_date today,
                                                  schakel_channel_advice *out, schakel_error *error);

/* ------------------------------------------------------------------ readers */

/** Who of an audience can read a letter. */
typedef struct schakel_readers schakel_readers;

/** Which letter, for whom. */
typedef struct schakel_readers_options {
    size_t struct_size;
    schakel_date today;         /**< required */
    schakel_level level;        /**< required, A1 to C2: the level of the letter, as in schakel_verdict.level */
    const char *activity_id;    /**< the audience of an activity; NULL for the parents of groups */
    const char *const *group_ids; /**< their parents; none means of the whole school; only without an activity */
    size_t group_count;
    uint32_t offered;           /**< as for schakel_channel_advise() */
} schakel_readers_options;

#define SCHAKEL_READERS_OPTIONS_INIT \
    {sizeof(schakel_readers_options), SCHAKEL_NO_DATE, SCHAKEL_LEVEL_UNKNOWN, NULL, NULL, 0, 0}

/** Somebody of the audience. Strings are lent by readers and school. */
typedef struct schakel_reader {
    size_t struct_size;
    const char *adult_id;
    schakel_level reading;   /**< how well they read Dutch; unknown when not recorded */
    schakel_answered reads;  /**< can they read the letter: their level is not below the letter's; unasked when not known */
    const schakel_channel_advice *advice; /**< how to reach them instead, or as well */
    const char *text_nl;     /**< what to do for them, one Dutch sentence */
    const char *text_en;     /**< the same in English */
} schakel_reader;

#define SCHAKEL_READER_INIT \
    {sizeof(schakel_reader), NULL, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_UNASKED, NULL, NULL, NULL}

/**
 * Hold the level of a letter against how well its readers read.
 * @param options required.
 * @param out the caller ends it with schakel_readers_destroy().
 * @return SCHAKEL_OK; SCHAKEL_INVALID for a day, level or channel that is none, or groups beside an activity;
 * SCHAKEL_NOT_FOUND for an activity or group that is not there; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_readers_make(const schakel_school *school, const schakel_readers_options *options,
                                                schakel_readers **out, schakel_error *error);

/** End readers and all that they lent. @param readers NULL is ignored. */
SCHAKEL_API void schakel_readers_destroy(schakel_readers *readers);

/** How many there are: first who cannot read it, then of whom it is not known, then who can; each by id. */
SCHAKEL_API size_t schakel_readers_count(const schakel_readers *readers);

/** The reader at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_readers_get(const schakel_readers *readers, size_t index, schakel_reader *out);

/** The level of the letter. */
SCHAKEL_API schakel_level schakel_readers_level(const schakel_readers *readers);

/* ------------------------------------------------------------------- bridge */

/** How people without a good shared language will understand each other in a talk. */
typedef struct schakel_bridge_plan schakel_bridge_plan;

/** All bridges of schakel_bridge but SCHAKEL_BRIDGE_NONE, as bits. */
#define SCHAKEL_BRIDGES_ALL 0x3Eu

/** Which talk. */
typedef struct schakel_bridge_options {
    size_t struct_size;
    const char *const *adult_ids; /**< the parents in it; at least one */
    size_t adult_count;
    const char *const *staff_ids; /**< the staff in it; at least one */
    size_t staff_count;
    schakel_date date;      /**< required: the day of the talk */
    schakel_time start;     /**< SCHAKEL_NO_TIME when not known: then a helper is to have time for it somewhere on that day */
    int32_t minutes;        /**< how long it would take without a bridge, 5 to 240; default 15 */
    int32_t bridge_minutes; /**< how much longer with one, 0 to 240; default 15 */
    uint32_t offered;       /**< the bridges the school can make, as bits (1u << schakel_bridge); 0 for all */
} schakel_bridge_options;

#define SCHAKEL_BRIDGE_OPTIONS_INIT \
    {sizeof(schakel_bridge_options), NULL, 0, NULL, 0, SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, 15, 15, 0}

/**
 * Plan the bridge. It is for the adults who need one, as in schakel_cycle_row.needs_bridge: of whom languages are
 * recorded, and Dutch not at all or below B1. When there is nobody like that, none is needed. Of the languages that all of
 * them speak at B1 or better, or else of all their languages but Dutch, theirs is the one that most of them speak best (on a
 * tie the one in which their levels together are higher, then the first by tag). Who does not have it needs a plan of
 * their own, and the preparation says so. It is "und" when no language but Dutch is recorded of them: ask first. The ways, in the order of Muller (De stem van ouders, Sardes 2017):
 *  1. a shared language: one other than Dutch that every adult in need and one of the staff speak at B1 or better. When of
 *     one of those no level is recorded in it, the way is there as one that is not possible: ask;
 *  2. somebody trusted nearby: the adult brings one (schakel_adult.brings_interpreter); or another adult with a tie
 *     to one of the same children, when the school may tell them how each child that they share does
 *     (SCHAKEL_SCOPE_PROGRESS, on the day of the talk); or one without such a tie who offers to interpret
 *     ("schakel:interpreter", "schakel:need-interpreting", "schakel:translator" or a concept narrower than those; within
 *     SCHAKEL_LIMIT_OWN_GROUP, not with SCHAKEL_LIMIT_NEVER, nor to come only together with somebody). Both speak at B1
 *     or better Dutch and that language, or another one that all who have that one speak at B1 or better; only those that
 *     the offer names, if it does; and can come then. None of the adults in the talk: they are there as a parent;
 *  3. an acquaintance elsewhere by video (schakel_adult.video_interpreter);
 *  4. machine translation;
 *  5. an interpreter by telephone.
 * Never a child, of whatever age: only adults are looked at, and the preparation says so. How often somebody was asked,
 * and how long before, is not looked at: whoever reads the plan asks them.
 * @param options required. Somebody who is there twice counts once; the order does not matter.
 * @param out the caller ends it with schakel_bridge_plan_destroy().
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND for somebody who is not there (the path is "/adults/" or "/staff/" and
 * the index); SCHAKEL_INVALID for a day, time or number out of range, a talk that goes on after midnight, or nobody on a
 * side; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_bridge_plan_make(const schakel_school *school, const schakel_bridge_options *options,
                                                    schakel_bridge_plan **out, schakel_error *error);

/** End a plan and all that it lent. @param plan NULL is ignored. */
SCHAKEL_API void schakel_bridge_plan_destroy(schakel_bridge_plan *plan);

/** The plan in short. Strings are lent by plan and school. */
typedef struct schakel_bridge_summary {
    size_t struct_size;
    schakel_bridge bridge; /**< the first that is possible; none when none is needed, or none is possible */
    int32_t needed;        /**< 1 when a bridge is needed */
    const char *language;  /**< BCP 47: to speak, or to interpret from and into; "nl" when no bridge is needed, "und" when it is not known */
    int32_t minutes;       /**< how long to take, bridge included */
    const char *text_nl;   /**< a short Dutch sentence or two */
    const char *text_en;   /**< the same in English */
    schakel_date date;     /**< the day of the talk */
    schakel_time start;    /**< SCHAKEL_NO_TIME when not known */
} schakel_bridge_summary;

#define SCHAKEL_BRIDGE_SUMMARY_INIT                                                                    \
    {sizeof(schakel_bridge_summary), SCHAKEL_BRIDGE_NONE, 0, NULL, 0, NULL, NULL, SCHAKEL_NO_DATE, \
     SCHAKEL_NO_TIME}

/** The plan in short. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_bridge_plan_get_summary(const schakel_bridge_plan *plan,
                                                           schakel_bridge_summary *out);

/** One way to make the bridge. Strings are lent by plan and school. */
typedef struct schakel_bridge_way {
    size_t struct_size;
    schakel_bridge bridge;
    int32_t possible;      /**< 1 or 0 */
    const char *language;  /**< BCP 47 */
    const char *adult_id;  /**< who helps; NULL when nobody in the school does */
    const char *staff_id;  /**< who of the staff speaks the shared language; else NULL */
    const char *text_nl;   /**< why it is possible or not, a short Dutch sentence or two */
    const char *text_en;   /**< the same in English */
} schakel_bridge_way;

#define SCHAKEL_BRIDGE_WAY_INIT \
    {sizeof(schakel_bridge_way), SCHAKEL_BRIDGE_NONE, 0, NULL, NULL, NULL, NULL, NULL}

/**
 * How many ways there are; 0 when none is needed. In the order above, possible or not: at least one for each bridge,
 * several when several people can help. Shared languages come with the one first that the adults speak best; of who
 * is nearby first whom the adult brings, then who has a tie, then who offers; then by id. Who knows the languages and
 * cannot come then is there as a way that is not possible.
 */
SCHAKEL_API size_t schakel_bridge_plan_way_count(const schakel_bridge_plan *plan);
/** The way at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_bridge_plan_get_way(const schakel_bridge_plan *plan, size_t index,
                                                       schakel_bridge_way *out);

/** How many things there are to prepare; 0 when no bridge is needed. */
SCHAKEL_API size_t schakel_bridge_plan_preparation_count(const schakel_bridge_plan *plan);
/** What to prepare, in short sentences; constant. @return NULL for a too high index. */
SCHAKEL_API const char *schakel_bridge_plan_preparation(const schakel_bridge_plan *plan, size_t index,
                                                        schakel_language language);

/* ------------------------------------------------------------------ buddies */

/** Experienced parents for newcomers. */
typedef struct schakel_buddies schakel_buddies;

/** Who is new, and how much to ask. */
typedef struct schakel_buddies_options {
    size_t struct_size;
    schakel_date today;      /**< required */
    int32_t newcomer_days;   /**< who has a child here for fewer days than this is new, 1 to 3650; default 365 */
    int32_t experience_days; /**< who has for this many days or more is experienced, 1 to 3650; default 365 */
    int32_t each;            /**< how many newcomers a buddy helps at most at a time, 1 to 100; default 2 */
} schakel_buddies_options;

#define SCHAKEL_BUDDIES_OPTIONS_INIT {sizeof(schakel_buddies_options), SCHAKEL_NO_DATE, 365, 365, 2}

/** A newcomer and a buddy. Strings are lent by buddies and school. */
typedef struct schakel_buddy_pair {
    size_t struct_size;
    const char *newcomer_id;
    const char *buddy_id; /**< NULL when there is nobody */
    const char *offer_id; /**< the buddy's offer; NULL when there is nobody */
    const char *language; /**< BCP 47, as the newcomer has it: the language they share best that is not Dutch ("und" is none), which is the one
                               that whoever speaks it less speaks best, then the first by tag; NULL for none */
    int32_t same_country; /**< 1 when they know the schools of the same country */
    int32_t same_group;   /**< 1 when they have children in the same group, about whom they may be told */
    int32_t fit;          /**< 0 to 1000, see schakel_buddies_make(); 0 when there is nobody */
    const char *text_nl;  /**< why this buddy, or why there is none and what to do, in short Dutch sentences */
    const char *text_en;  /**< the same in English */
} schakel_buddy_pair;

#define SCHAKEL_BUDDY_PAIR_INIT \
    {sizeof(schakel_buddy_pair), NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL}

/**
 * Find a buddy for each newcomer who has none: an adult with a tie to a child about whom they may be told, whose `since`
 * is known and recent, or still to come, and for whom no ask is open, yes or done (schakel_ask.for_id), also when that was
 * before this school year. Nobody is new whose `since` is not known.
 *
 * A buddy is an experienced adult with an offer to help new parents ("schakel:need-buddy", "schakel:help-welcome"
 * or a concept that is narrower or serves one of those) that is not SCHAKEL_LIMIT_NEVER, within its cap and the adult's this school
 * year (a "no" does not count), who is not already the buddy of `each` people (asked this school year, or before it for
 * somebody who is still new), has no tie to a child of this newcomer, did not say no to this newcomer nor stayed away, and
 * shares with the newcomer a country or a language other than Dutch that both speak at B1 or better; a newcomer who speaks
 * Dutch at B1 or better may also get somebody who shares Dutch alone.
 * An offer with languages holds in those alone. One with SCHAKEL_LIMIT_OWN_GROUP holds for who has a child in the same
 * group, and one to come only together with somebody does not hold: a buddy comes alone.
 *
 * The assignment helps as many newcomers as possible; then it minimises, as in schakel_match(),
 *     sum over pairs (1000 - fit) + 250 * sum over buddies (asked before + asked now)^2,
 * so that who was asked little goes first. fit = 400 for a shared language other than Dutch + 300 for the same
 * country + 200 for Dutch at B1 on both sides + 100 for children in the same group. It is exact: a minimum-cost flow.
 * @param options required.
 * @param out the caller ends it with schakel_buddies_destroy().
 * @return SCHAKEL_OK; SCHAKEL_INVALID for an option out of range; SCHAKEL_TOO_LARGE; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_buddies_make(const schakel_school *school, const schakel_buddies_options *options,
                                                schakel_buddies **out, schakel_error *error);

/** End buddies and all that they lent. @param buddies NULL is ignored. */
SCHAKEL_API void schakel_buddies_destroy(schakel_buddies *buddies);

/** How many newcomers there are without a buddy: first who gets one, then who gets none; each by id. */
SCHAKEL_API size_t schakel_buddies_count(const schakel_buddies *buddies);

/** The pair at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_buddies_get(const schakel_buddies *buddies, size_t index, schakel_buddy_pair *out);

/* ------------------------------------------------------------------- timing */

/** A moment at which an activity could be. Its layout is final: it never grows. */
typedef struct schakel_slot {
    schakel_date date;
    schakel_time start;
    schakel_time end; /**< later than start */
} schakel_slot;

/** The most slots that are held against each other. */
#define SCHAKEL_SLOTS_MAX 256

/** Whom moments reach, and whom they shut out. */
typedef struct schakel_timing schakel_timing;

/** Which moments, for whom. */
typedef struct schakel_timing_options {
    size_t struct_size;
    schakel_date today;           /**< required */
    const char *activity_id;      /**< the audience of an activity; NULL for the parents of groups */
    const char *const *group_ids; /**< their parents; none means of the whole school; only without an activity */
    size_t group_count;
    const schakel_slot *slots;    /**< none: the activity's own date and time, which must be known */
    size_t slot_count;
} schakel_timing_options;

#define SCHAKEL_TIMING_OPTIONS_INIT {sizeof(schakel_timing_options), SCHAKEL_NO_DATE, NULL, NULL, 0, NULL, 0}

/**
 * Work out for each moment who can come: schakel_available() of the adult's windows and exceptions. Who has none
 * can always come, as far as is known. A family is children who share a parent, with everybody who is invited for
 * one of them; it can come when one of those can.
 * @param options required.
 * @param out the caller ends it with schakel_timing_destroy().
 * @return SCHAKEL_OK; SCHAKEL_INVALID for a day, a slot (the path names it) or no slot at all; SCHAKEL_TOO_LARGE
 * for too many slots; SCHAKEL_NOT_FOUND for an activity or group that is not there; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_timing_make(const schakel_school *school, const schakel_timing_options *options,
                                               schakel_timing **out, schakel_error *error);

/** End a timing and all that it lent. @param timing NULL is ignored. */
SCHAKEL_API void schakel_timing_destroy(schakel_timing *timing);

/** How many people there are. */
typedef struct schakel_timing_people {
    size_t struct_size;
    size_t families;
    size_t adults;
    size_t mothers; /**< of the adults: mother to one of the children it is for */
    size_t fathers;
    size_t unknown; /**< of the adults: have no windows and no exceptions, and count as able to come */
} schakel_timing_people;

#define SCHAKEL_TIMING_PEOPLE_INIT {sizeof(schakel_timing_people), 0, 0, 0, 0, 0}

/** Everybody who is invited. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_timing_get_people(const schakel_timing *timing, schakel_timing_people *out);

/** A moment with whom it reaches. */
typedef struct schakel_timing_row {
    size_t struct_size;
    size_t slot_index; /**< in the options; 0 for the activity's own */
    schakel_slot slot;
    size_t families; /**< that can come, as in schakel_timing_people */
    size_t adults;
    size_t mothers;
    size_t fathers;
    size_t unknown;
} schakel_timing_row;

#define SCHAKEL_TIMING_ROW_INIT \
    {sizeof(schakel_timing_row), 0, {SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, SCHAKEL_NO_TIME}, 0, 0, 0, 0, 0}

/** How many moments there are, the best first: most families, then most adults, then most fathers and mothers of whichever
    are fewer, then the earliest. */
SCHAKEL_API size_t schakel_timing_count(const schakel_timing *timing);

/** The moment at a rank. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high rank. */
SCHAKEL_API schakel_status schakel_timing_get(const schakel_timing *timing, size_t rank, schakel_timing_row *out);

/** How many adults the moment at a rank shuts out. */
SCHAKEL_API size_t schakel_timing_shut_out_count(const schakel_timing *timing, size_t rank);

/** Whom it shuts out, by id. @return the adult's id, lent by the school; NULL for a too high index. */
SCHAKEL_API const char *schakel_timing_shut_out(const schakel_timing *timing, size_t rank, size_t index);

/* ------------------------------------------------------------------- spread */

/** Moments over the year that together reach as many as possible at least once. */
typedef struct schakel_spread schakel_spread;

/** Whom to count. */
typedef enum schakel_spread_each {
    SCHAKEL_SPREAD_ADULTS = 0, /**< each adult at least once */
    SCHAKEL_SPREAD_FAMILIES = 1 /**< somebody of each family at least once */
} schakel_spread_each;

/** How many moments, for whom. */
typedef struct schakel_spread_options {
    size_t struct_size;
    schakel_spread_each each;
    int32_t times;     /**< how many moments at most, 1 to 256; 0 (default) for as few as reach all that can be reached */
    int32_t max_nodes; /**< the limit of effort: how many branches are looked at, 1 or more; default 200000 */
} schakel_spread_options;

#define SCHAKEL_SPREAD_OPTIONS_INIT {sizeof(schakel_spread_options), SCHAKEL_SPREAD_ADULTS, 0, 200000}

/**
 * Choose moments out of those of a timing: first as many people reached at least once as possible; then as few
 * moments as do that; then as many times that somebody can come as possible; then the earliest slots by index.
 * Solved by branch and bound (covering); with the limit of effort the best found and a bound.
 * @param timing its rows are the moments to choose from; must outlive the spread.
 * @param options NULL for the defaults.
 * @param out the caller ends it with schakel_spread_destroy().
 * @return SCHAKEL_OK; SCHAKEL_INVALID for an option out of range; SCHAKEL_TOO_LARGE for more than 1048576 people;
 * SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_spread_make(const schakel_timing *timing, const schakel_spread_options *options,
                                               schakel_spread **out, schakel_error *error);

/** End a spread and all that it lent. @param spread NULL is ignored. */
SCHAKEL_API void schakel_spread_destroy(schakel_spread *spread);

/** What the moments bring. */
typedef struct schakel_spread_summary {
    size_t struct_size;
    size_t people;   /**< adults or families that are invited */
    size_t reached;  /**< of those, how many can come at least once */
    size_t bound;    /**< no choice of so many moments reaches more; equals reached when proven */
    size_t fewest;   /**< with times 0: reaching them takes at least so many moments; else 0 */
    int32_t optimal; /**< 1 when it is proven that none is better, in the order above */
    schakel_spread_each each; /**< whether people are adults or families */
} schakel_spread_summary;

#define SCHAKEL_SPREAD_SUMMARY_INIT {sizeof(schakel_spread_summary), 0, 0, 0, 0, 0, SCHAKEL_SPREAD_ADULTS}

/** What the moments bring. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_spread_get_summary(const schakel_spread *spread, schakel_spread_summary *out);

/** How many moments were chosen. */
SCHAKEL_API size_t schakel_spread_count(const schakel_spread *spread);

/** A chosen moment. */
typedef struct schakel_spread_moment {
    size_t struct_size;
    size_t slot_index; /**< in the options of the timing */
    schakel_slot slot;
    size_t can_come;   /**< adults or families that can come then */
    size_t first_time; /**< of those, how many can come at none of the moments before it */
} schakel_spread_moment;

#define SCHAKEL_SPREAD_MOMENT_INIT \
    {sizeof(schakel_spread_moment), 0, {SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, SCHAKEL_NO_TIME}, 0, 0}

/** The chosen moment at an index, by date and time. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_spread_get(const schakel_spread *spread, size_t index, schakel_spread_moment *out);

/** How many adults can come at none of the chosen moments; with families, those of the families of which nobody can. */
SCHAKEL_API size_t schakel_spread_missed_count(const schakel_spread *spread);

/** An adult who can come at none of them, by id: speak with them apart. @return lent by the school; NULL for a too high index. */
SCHAKEL_API const char *schakel_spread_missed(const schakel_spread *spread, size_t index);

/* --------------------------------------------------------------- invitation */

/** Whom to invite for an activity, how and when. */
typedef struct schakel_invitation schakel_invitation;

/** Which activity. */
typedef struct schakel_invitation_options {
    size_t struct_size;
    schakel_date today;        /**< required */
    const char *activity_id;   /**< required */
    int32_t notice;            /**< how many days ahead to invite, 0 to 366; default 21, so that working parents can arrange it */
    const schakel_slot *slots; /**< moments to choose from; none: the activity's own */
    size_t slot_count;
    const schakel_report *report; /**< the check of the text of the invitation (schakel_check()); NULL for none */
    uint32_t offered;          /**< as for schakel_channel_advise() */
} schakel_invitation_options;

#define SCHAKEL_INVITATION_OPTIONS_INIT \
    {sizeof(schakel_invitation_options), SCHAKEL_NO_DATE, NULL, 21, NULL, 0, NULL, 0}

/** What to see to before it goes out: flags. */
#define SCHAKEL_INVITE_LATE 0x1u          /**< the day to invite is over */
#define SCHAKEL_INVITE_BETTER_SLOT 0x2u   /**< another of the moments brings more families than the activity's own */
#define SCHAKEL_INVITE_TEXT_HARD 0x4u     /**< the text is harder than its target */
#define SCHAKEL_INVITE_TEXT_GENDERED 0x8u /**< the wording shuts out fathers or mothers, or is a stereotype */
#define SCHAKEL_INVITE_TEXT_MISSING 0x10u /**< the text does not say all that an invitation says */
#define SCHAKEL_INVITE_TEXT_PRESSURE 0x20u /**< the wording blames or presses parents */
#define SCHAKEL_INVITE_NO_WISH 0x40u      /**< the activity answers no wish: ask parents first */
#define SCHAKEL_INVITE_FAMILY_SHUT_OUT 0x80u /**< of some family nobody can come at the best moment */

/** The invitation as a whole. */
typedef struct schakel_invitation_summary {
    size_t struct_size;
    const char *activity_id;
    schakel_slot slot;        /**< the best moment; NO_DATE and NO_TIME when no time is known */
    schakel_date invite_by;   /**< its date (without a time: the activity's) less the notice, before a holiday that this is in, not before today */
    uint32_t flags;           /**< SCHAKEL_INVITE_ flags */
    schakel_level level;      /**< of the text; unknown without one */
    size_t families;          /**< that are invited */
    size_t families_can_come; /**< at the best moment; equals families when no time is known */
    size_t cannot_read;       /**< adults who cannot read the text */
} schakel_invitation_summary;

#define SCHAKEL_INVITATION_SUMMARY_INIT                                                                    \
    {sizeof(schakel_invitation_summary), NULL, {SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, SCHAKEL_NO_TIME},        \
     SCHAKEL_NO_DATE, 0, SCHAKEL_LEVEL_UNKNOWN, 0, 0, 0}

/** Somebody to invite. Strings and lists are lent by invitation and school. */
typedef struct schakel_invitee {
    size_t struct_size;
    const char *adult_id;         /**< NULL for a child that is invited itself */
    const char *child_id;         /**< that child; else NULL */
    const char *const *child_ids; /**< the children for whom the adult is invited, by id */
    size_t child_count;
    schakel_answered can_come;    /**< at the best moment; unasked when no time is known, or they said nothing of when they can */
    schakel_answered can_read;    /**< the text; unasked without one, or when it is not known */
    const schakel_channel_advice *advice; /**< how to reach them; NULL for a child, who is told in person */
} schakel_invitee;

#define SCHAKEL_INVITEE_INIT \
    {sizeof(schakel_invitee), NULL, NULL, NULL, 0, SCHAKEL_UNASKED, SCHAKEL_UNASKED, NULL}

/**
 * Work out whom to invite for an activity: every adult who may be told of dates (schakel_school_told()) about a
 * child it is for, whoever stands first on the list; separated parents each, by a channel of their own. A child that
 * decides for itself (schakel_school_decides()), every student of an mbo, and every child for whom or with whom the
 * activity is, gets an invitation of its own; its parents get one only with its consent.
 * The children are those of the activity's groups, of the whole school without groups. Of its audience:
 * fathers: adults who are father to such a child. Newcomers: who has a child here for less than a year, or of whom it is
 * not known. Children: the children alone. Team: the adults and children in its team. Others: all adults.
 * Among moments the one that schakel_timing_make() ranks first is the best; the activity's own when it is among them and
 * reaches as many families, adults, and fathers and mothers. Without moments and without a time of the activity nothing
 * is known of who can come.
 * @param options required.
 * @param out the caller ends it with schakel_invitation_destroy(). It keeps no pointer to the report.
 * @return as schakel_timing_make() and schakel_channel_advise(); SCHAKEL_INVALID also for a notice out of range, and for
 * what is over: a moment before today, or an activity ("/activity") whose own day is and no other moments;
 * SCHAKEL_NOT_FOUND for an activity that is not there.
 */
SCHAKEL_API schakel_status schakel_invitation_make(const schakel_school *school,
                                                   const schakel_invitation_options *options,
                                                   schakel_invitation **out, schakel_error *error);

/** End an invitation and all that it lent. @param invitation NULL is ignored. */
SCHAKEL_API void schakel_invitation_destroy(schakel_invitation *invitation);

/** The invitation as a whole. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_invitation_get_summary(const schakel_invitation *invitation,
                                                          schakel_invitation_summary *out);

/** How many there are to invite: adults by id, then children by id. */
SCHAKEL_API size_t schakel_invitation_count(const schakel_invitation *invitation);

/** The invitee at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_invitation_get(const schakel_invitation *invitation, size_t index,
                                                  schakel_invitee *out);

/** How many things there are to see to: one for each flag. */
SCHAKEL_API size_t schakel_invitation_advice_count(const schakel_invitation *invitation);

/** What to see to, one sentence; constant. @return NULL for a too high index. */
SCHAKEL_API const char *schakel_invitation_advice(const schakel_invitation *invitation, size_t index,
                                                  schakel_language language);

#ifdef __cplusplus
}
#endif

#endif
