/*
 * schakel/match.h - which parent to ask for what: offers to needs, fairly and
 * provably well.
 *
 * An adult is eligible for a place when one of the adult's offers fits:
 *  - the offer has the place's concept (fit 1000) or a narrower one (100 less per
 *    step down, 500 at the least), or one that serves it, as said below;
 *  - the offer's limit allows the need's group (a need of the whole school is not one
 *    of the adult's own group);
 *  - the adult speaks the language that the place asks for: the offer's languages, or
 *    when it has none the adult's, hold it ("ar" is met by "ar" and by "ar-SY");
 *  - the need's time lies in what adult and offer say about when they can come; for
 *    a need without a time, both can come at some moment of the day; for a need with
 *    several possible days, on at least one of them that is not over;
 *  - today + the longer of the offer's and the need's notice is not after that day;
 *  - the adult has a certificate of conduct that holds on that day, where the place asks for one;
 *  - the adult did not say no to this need before, nor stay away from it;
 *  - the adult does not have a place in this need already, nor (open, yes or done) in
 *    one that overlaps with it;
 *  - when the offer holds only together with somebody: that adult has a place in this need, or could get one.
 *
 * How an offer fits by its concepts, own and built-in ones alike. From a concept of the
 * offer a way leads up from concept to broader concept. When it comes to that of the place
 * after i steps, the fit is 1000 - 100 * i. Once on the way it may also cross from a concept to
 * one that this serves (schakel_concept.serves_ids): when it comes to that of the place with i
 * steps up before the crossing and j after it, the fit is 800 - 100 * (i + j). Either is 500
 * at the least, and the best way counts; of two that fit alike, one without a crossing.
 * So a plumber (job in building > plumber, which serves the theme of water) fits a place for
 * "plumber" with 1000, for "job in building" with 900, for "water" with 800 and for "theme"
 * with 700.
 *
 * Among all ways to ask eligible adults in which no place is over-filled, no offer
 * and no adult is over its cap (this school year's asks counted, a "no" not), and
 * nobody is in one need twice or in two needs that overlap in time (a need
 * without a time, or with more than one possible day, overlaps nothing), nobody
 * comes alone who only comes together, and a need in which some place does not
 * reach its minimum is off (nobody is asked for any of its places), the
 * matching found is best in this order:
 *  1. most places of high priority filled, then of normal, then of low;
 *  2. least fit_weight * sum(1000 - fit) + spread_weight * sum over adults of
 *     (asked before + asked now)^2. The second sum is convex, so asking somebody
 *     who was never asked is always better than asking somebody who was, at equal
 *     fit; it is what spreads the load.
 *     With SCHAKEL_OBJECTIVE_FAIREST: least sum of (asked before + asked now)^2,
 *     and only then least sum(1000 - fit). Without clashes in time the loads are
 *     then decreasingly minimal: smallest maximum, then the next, and so on
 *     (Frank & Murota, arXiv 2007.09616; Harvey, Ladner, Lovasz & Tamir 2006).
 * When there was a plan already (schakel_match_options.planned), every ask that was not in it costs change_weight
 * more, so that as few people as possible notice that something changed; who said yes keeps the place in any case.
 * Equal answers are decided by the order of ids, so the result does not depend on
 * the order of the records.
 *
 * A finished matching is immutable and may be shared by threads.
 */
#ifndef SCHAKEL_MATCH_H
#define SCHAKEL_MATCH_H

#include "school.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Whom to ask for what, what stays open, and the proof. */
typedef struct schakel_matching schakel_matching;

/** What counts after filling places. */
typedef enum schakel_objective {
    SCHAKEL_OBJECTIVE_BALANCED = 0, /**< fit and spread weighed against each other */
    SCHAKEL_OBJECTIVE_FAIREST = 1   /**< spread first, then fit */
} schakel_objective;

/** An ask of an earlier plan that did not go out yet. Its layout is final: it never grows, so that arrays keep their stride. */
typedef struct schakel_planned {
    const char *need_id;
    const char *place_id;
    const char *adult_id;
} schakel_planned;

/** How to match. */
typedef struct schakel_match_options {
    size_t struct_size;
    schakel_date today;          /**< required: asks go out from this day on; earlier needs are left alone */
    schakel_objective objective; /**< default balanced */
    int32_t fit_weight;          /**< 0 to 1000; default 1 */
    int32_t spread_weight;       /**< 0 to 100000; default 250: asking somebody for the second time weighs as 500 points of fit */
    int32_t travel_minutes;      /**< free time wanted between two needs of one adult on a day, 0 to 1440; default 0 */
    int32_t max_nodes;           /**< effort: how many branches to try at most, 1 or more; default 10000 */
    /**
     * The plan as it was, to be repaired: the asks that did not go out. Asks that did are in the school. Ids that are
     * not in the school any more are no error: such an ask is dropped. NULL for a new plan.
     */
    const schakel_planned *planned;
    size_t planned_count;
    /**
     * 0 to 1000000; default 5000: asking somebody who was not planned weighs as 5000 points of fit, more than any
     * one ask gains by fit or spread with the default weights. With SCHAKEL_OBJECTIVE_FAIREST it weighs as so many
     * squares of load.
     */
    int32_t change_weight;
} schakel_match_options;

#define SCHAKEL_MATCH_OPTIONS_INIT                                                                          \
    {sizeof(schakel_match_options), SCHAKEL_NO_DATE, SCHAKEL_OBJECTIVE_BALANCED, 1, 250, 0, 10000, NULL, 0, \
     5000}

/**
 * Match a school's offers to its needs from a day on.
 * @param school read, not changed; must not change before the matching is destroyed.
 * @param options not NULL, since `today` has no default.
 * @param out where to put the matching; the caller ends it with schakel_matching_destroy().
 * @return SCHAKEL_OK (also when places stay open); SCHAKEL_INVALID for an option out of range (the
 * path names it); SCHAKEL_TOO_LARGE when costs could exceed 63 bits; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_match(const schakel_school *school, const schakel_match_options *options,
                                         schakel_matching **out, schakel_error *error);

/** End a matching and all that it lent. @param matching NULL is ignored. */
SCHAKEL_API void schakel_matching_destroy(schakel_matching *matching);

/** Why an adult is asked: flags. Eligible means here also: not over a cap before these asks. */
#define SCHAKEL_REASON_SAME_CONCEPT 0x1u     /**< offers exactly this */
#define SCHAKEL_REASON_NARROWER_CONCEPT 0x2u /**< offers a special case of this */
#define SCHAKEL_REASON_LANGUAGE 0x4u         /**< speaks the language asked for */
#define SCHAKEL_REASON_NEVER_ASKED 0x8u      /**< was not asked before this school year */
#define SCHAKEL_REASON_LEAST_ASKED 0x10u     /**< nobody eligible was asked less often */
#define SCHAKEL_REASON_OWN_GROUP 0x20u       /**< has a child in the group it is for */
#define SCHAKEL_REASON_ONLY_ONE 0x40u        /**< nobody else is eligible */
#define SCHAKEL_REASON_SERVES_THEME 0x80u    /**< offers something that serves this theme or need */

/** One ask that should go out. Strings are lent by the matching. */
typedef struct schakel_match_ask {
    size_t struct_size;
    const char *need_id;
    const char *place_id;
    const char *adult_id;
    const char *offer_id;
    int32_t fit;           /**< 500 to 1000 */
    schakel_date date;     /**< the day it is for: the first possible one for this adult */
    schakel_date ask_by;   /**< the last day on which the ask respects the notice */
    int32_t asked_before;  /**< how often this adult was asked this school year already */
    uint32_t reasons;      /**< SCHAKEL_REASON_ flags */
    const char *reason_nl; /**< the reasons as one Dutch sentence */
    const char *reason_en; /**< the same in English */
    /** whom to ask when this adult says no: the best who is free then, and does not wait for somebody else; NULL for nobody */
    const char *next_adult_id;
    int32_t was_planned;       /**< 1 when the plan as it was had this ask already */
} schakel_match_ask;

#define SCHAKEL_MATCH_ASK_INIT                                                                       \
    {sizeof(schakel_match_ask), NULL, NULL, NULL, NULL, 0, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 0, 0, \
     NULL, NULL, NULL, 0}

/** How many asks there are, ordered by ask_by, then need, place and adult id. */
SCHAKEL_API size_t schakel_matching_count(const schakel_matching *matching);

/** The ask at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_matching_get(const schakel_matching *matching, size_t index,
                                                schakel_match_ask *out);

/**
 * Why a place stays open: the first that empties the list of candidates, in this order: no offer, limit, language,
 * certificate, time, notice, declined, cap, together, busy. A need that is off has `minimum` for every place
 * that could reach its own minimum, or for which somebody could still come.
 */
typedef enum schakel_open_reason {
    SCHAKEL_OPEN_NO_OFFER = 0,    /**< nobody offers this */
    SCHAKEL_OPEN_LIMIT = 1,       /**< who offers it does not do so for this group, or not now */
    SCHAKEL_OPEN_LANGUAGE = 2,    /**< nobody of them speaks the language */
    SCHAKEL_OPEN_TIME = 3,        /**< nobody of them can come then */
    SCHAKEL_OPEN_NOTICE = 4,      /**< it is too late to ask them */
    SCHAKEL_OPEN_DECLINED = 5,    /**< they said no */
    SCHAKEL_OPEN_CAP = 6,         /**< they have been asked as often as they want */
    SCHAKEL_OPEN_BUSY = 7,        /**< there are candidates, but all are needed elsewhere */
    SCHAKEL_OPEN_CERTIFICATE = 8, /**< nobody of them has a certificate of conduct that holds then */
    SCHAKEL_OPEN_TOGETHER = 9,    /**< they only come together with somebody who cannot */
    SCHAKEL_OPEN_MINIMUM = 10     /**< the need is off: it, or another place of it, does not reach its minimum */
} schakel_open_reason;

/** A place that stays open. Strings are lent by the matching. */
typedef struct schakel_match_open {
    size_t struct_size;
    const char *need_id;
    const char *place_id;
    int32_t missing; /**< how many people are missing, 1 or more */
    schakel_open_reason reason;
    const char *why_nl; /**< one Dutch sentence */
    const char *why_en; /**< the same in English */
} schakel_match_open;

#define SCHAKEL_MATCH_OPEN_INIT \
    {sizeof(schakel_match_open), NULL, NULL, 0, SCHAKEL_OPEN_NO_OFFER, NULL, NULL}

/** How many places stay open, ordered by the need's date, then need and place id. */
SCHAKEL_API size_t schakel_matching_open_count(const schakel_matching *matching);

/** The open place at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_matching_get_open(const schakel_matching *matching, size_t index,
                                                     schakel_match_open *out);

/** Why an ask of the plan as it was is not in the matching. */
typedef enum schakel_drop_reason {
    SCHAKEL_DROP_GONE = 0,     /**< the need, the place or the adult is not there any more, or it is over */
    SCHAKEL_DROP_DECLINED = 1, /**< the adult said no, or stayed away */
    SCHAKEL_DROP_CANNOT = 2,   /**< the adult cannot do it any more: see schakel_open_reason */
    SCHAKEL_DROP_FILLED = 3,   /**< the place has enough people, or the need is off */
    SCHAKEL_DROP_MOVED = 4     /**< the plan is better so: somebody else is asked for it */
} schakel_drop_reason;

/** An ask of the plan as it was that is not in the matching. Strings are lent by the matching. */
typedef struct schakel_match_dropped {
    size_t struct_size;
    const char *need_id;
    const char *place_id;
    const char *adult_id;
    schakel_drop_reason reason;
    const char *why_nl; /**< one Dutch sentence */
    const char *why_en; /**< the same in English */
} schakel_match_dropped;

#define SCHAKEL_MATCH_DROPPED_INIT \
    {sizeof(schakel_match_dropped), NULL, NULL, NULL, SCHAKEL_DROP_GONE, NULL, NULL}

/**
 * How many asks of the plan as it was are not in the matching, ordered by need, place and adult id. One that went out
 * since, and was not declined, is not dropped.
 */
SCHAKEL_API size_t schakel_matching_dropped_count(const schakel_matching *matching);

/** The dropped ask at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_matching_get_dropped(const schakel_matching *matching, size_t index,
                                                        schakel_match_dropped *out);

/**
 * How good the matching is. Costs are pairs, compared high part first.
 * The high part weighs the places that stay open: 1 for one of low priority, and for
 * one of a higher priority 1 more than all places of lower priority together.
 * The low part is the objective, over all adults; with SCHAKEL_OBJECTIVE_FAIREST it is
 * m * sum of (asked before + asked now)^2 + sum(1000 - fit), where m is 1 more than 500
 * times the number of people to be found. To both come change_weight (or m * change_weight) for each ask that
 * was not in the plan as it was, if there was one.
 */
typedef struct schakel_match_proof {
    size_t struct_size;
    int64_t value_high; /**< cost of this matching */
    int64_t value_low;
    int64_t bound_high; /**< no matching costs less */
    int64_t bound_low;
    int32_t optimal;    /**< 1 when value equals bound: proven best */
    int32_t nodes;      /**< how many branches were tried */
} schakel_match_proof;

#define SCHAKEL_MATCH_PROOF_INIT {sizeof(schakel_match_proof), 0, 0, 0, 0, 0, 0}

/** The proof of a matching. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_matching_get_proof(const schakel_matching *matching, schakel_match_proof *out);

/**
 * Check a matching against the school it was made from, without the code that solved it: that every ask is allowed and
 * all of them together are, that asks, open and dropped places say what they should, that the value is what the asks
 * cost, and that no matching costs less than the bound. The last follows from prices that the matching keeps (dual
 * prices, and for each branch that was tried its own), by adding up what each person, offer and place can cost
 * at least: one walk over the school, and one for each branch over the people and places it concerns. Who is eligible
 * for what, and what must not go together, is read from the school anew, by the code that reads it for schakel_match().
 * @param school as it was when the matching was made.
 * @return SCHAKEL_OK; SCHAKEL_INVALID with in the path what is wrong ("/asks", "/asks/3", "/open", "/dropped/0",
 * "/proof/value", "/proof/bound", "/proof/optimal", "/proof/nodes"); SCHAKEL_TOO_LARGE when costs could exceed 63 bits;
 * SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_matching_verify(const schakel_matching *matching, const schakel_school *school,
                                                   schakel_error *error);

/* ----------------------------------------------------------------- calendar */

/** When to ask whom, batch by batch, and whom to thank. */
typedef struct schakel_calendar schakel_calendar;

/** How to lay out a calendar. */
typedef struct schakel_calendar_options {
    size_t struct_size;
    schakel_date today;   /**< SCHAKEL_NO_DATE for the day of the matching; no message goes out before it */
    int32_t weekday;      /**< on which day of the week messages go out: 1 Monday to 7 Sunday; default 1 */
    int32_t answer_days;  /**< how many days there should be left to ask the next person after a no, 0 to 365; default 7 */
    int32_t ahead_days;   /**< how many days before its ask_by an ask may go along with an earlier one, 0 to 366; default 56 */
} schakel_calendar_options;

#define SCHAKEL_CALENDAR_OPTIONS_INIT {sizeof(schakel_calendar_options), SCHAKEL_NO_DATE, 1, 7, 56}

/**
 * Lay out when the asks of a matching should go out.
 *
 * Messages go out once a week, on the weekday, unless the school is closed then. An ask goes with the last batch that
 * leaves answer_days before its ask_by; when that is past, with the last batch that is not after ask_by; when that is
 * past too, today. An ask whose ask_by itself is past is left out, so nobody is asked later than they want. Who is asked
 * more than once gets an ask along with an earlier one, in one message, when that is at most ahead_days before its ask_by.
 * @param options NULL for the defaults.
 * @param out the caller ends it with schakel_calendar_destroy(). It keeps no pointer into the matching or the school.
 * @return SCHAKEL_OK; SCHAKEL_INVALID for an option out of range (the path names it); SCHAKEL_NOT_FOUND when the
 * matching is not of this school; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_calendar_make(const schakel_matching *matching, const schakel_school *school,
                                                 const schakel_calendar_options *options, schakel_calendar **out,
                                                 schakel_error *error);

/** End a calendar and all that it lent. @param calendar NULL is ignored. */
SCHAKEL_API void schakel_calendar_destroy(schakel_calendar *calendar);

/** One ask in the calendar. Strings are lent by the calendar. */
typedef struct schakel_calendar_entry {
    size_t struct_size;
    schakel_date send_on; /**< the day the message goes out */
    const char *adult_id;
    const char *need_id;
    const char *place_id;
    schakel_date ask_by;       /**< as in schakel_match_ask; not before send_on */
    schakel_date date;         /**< the day it is for */
    const char *next_adult_id; /**< whom to ask after a no; NULL for nobody */
    int32_t is_urgent;         /**< 1 when a no leaves less than answer_days to ask somebody else */
} schakel_calendar_entry;

#define SCHAKEL_CALENDAR_ENTRY_INIT                                                                              \
    {sizeof(schakel_calendar_entry), SCHAKEL_NO_DATE, NULL, NULL, NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, NULL, 0}

/** How many asks there are, ordered by send_on, then adult, need and place id. */
SCHAKEL_API size_t schakel_calendar_count(const schakel_calendar *calendar);

/** The ask at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_calendar_get(const schakel_calendar *calendar, size_t index,
                                                schakel_calendar_entry *out);

/** The options as used, defaults filled in. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_calendar_get_options(const schakel_calendar *calendar,
                                                        schakel_calendar_options *out);

/** Why somebody who offers something is not asked. */
typedef enum schakel_thanks_reason {
    SCHAKEL_THANKS_NO_NEED = 0,  /**< the school needs nothing of what they offer yet */
    SCHAKEL_THANKS_ENOUGH = 1,   /**< others are asked for it, or said yes already */
    /** it is needed, but not for their group, in their language, when they can come, or without whom they come with */
    SCHAKEL_THANKS_NOT_THEN = 2,
    SCHAKEL_THANKS_WAITING = 3   /**< they could do something that is off, because there are not enough people for it yet */
} schakel_thanks_reason;

/** Somebody who offers something, was not asked this school year, and is not in the matching. Strings are lent by the calendar. */
typedef struct schakel_calendar_thanks {
    size_t struct_size;
    const char *adult_id;
    schakel_thanks_reason reason;
    const char *message_nl; /**< what the school can tell them, in plain Dutch of level A2 */
    const char *message_en; /**< the same in English */
} schakel_calendar_thanks;

#define SCHAKEL_CALENDAR_THANKS_INIT \
    {sizeof(schakel_calendar_thanks), NULL, SCHAKEL_THANKS_NO_NEED, NULL, NULL}

/** How many there are to thank, by adult id. Offers with the limit `never` do not count. */
SCHAKEL_API size_t schakel_calendar_thanks_count(const schakel_calendar *calendar);

/** The one at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_calendar_get_thanks(const schakel_calendar *calendar, size_t index,
                                                       schakel_calendar_thanks *out);

#ifdef __cplusplus
}
#endif

#endif
