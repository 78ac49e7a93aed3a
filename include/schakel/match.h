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
 *  - the adult did not say no to this need before, nor stay away from it;
 *  - the adult does not have a place in this need already, nor (open, yes or done) in
 *    one that overlaps with it.
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
 * without a time, or with more than one possible day, overlaps nothing), the
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

/** How to match. */
typedef struct schakel_match_options {
    size_t struct_size;
    schakel_date today;          /**< required: asks go out from this day on; earlier needs are left alone */
    schakel_objective objective; /**< default balanced */
    int32_t fit_weight;          /**< 0 to 1000; default 1 */
    int32_t spread_weight;       /**< 0 to 100000; default 250: asking somebody for the second time weighs as 500 points of fit */
    int32_t travel_minutes;      /**< free time wanted between two needs of one adult on a day, 0 to 1440; default 0 */
    int32_t max_nodes;           /**< effort: how many branches to try at most, 1 or more; default 10000 */
} schakel_match_options;

#define SCHAKEL_MATCH_OPTIONS_INIT \
    {sizeof(schakel_match_options), SCHAKEL_NO_DATE, SCHAKEL_OBJECTIVE_BALANCED, 1, 250, 0, 10000}

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
    const char *next_adult_id; /**< whom to ask when this adult says no: the best who is free then; NULL for nobody */
} schakel_match_ask;

#define SCHAKEL_MATCH_ASK_INIT                                                                       \
    {sizeof(schakel_match_ask), NULL, NULL, NULL, NULL, 0, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 0, 0, \
     NULL, NULL, NULL}

/** How many asks there are, ordered by ask_by, then need, place and adult id. */
SCHAKEL_API size_t schakel_matching_count(const schakel_matching *matching);

/** The ask at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_matching_get(const schakel_matching *matching, size_t index,
                                                schakel_match_ask *out);

/** Why a place stays open: the first of these that empties the list of candidates. */
typedef enum schakel_open_reason {
    SCHAKEL_OPEN_NO_OFFER = 0,  /**< nobody offers this */
    SCHAKEL_OPEN_LIMIT = 1,     /**< who offers it does not do so for this group, or not now */
    SCHAKEL_OPEN_LANGUAGE = 2,  /**< nobody of them speaks the language */
    SCHAKEL_OPEN_TIME = 3,      /**< nobody of them can come then */
    SCHAKEL_OPEN_NOTICE = 4,    /**< it is too late to ask them */
    SCHAKEL_OPEN_DECLINED = 5,  /**< they said no */
    SCHAKEL_OPEN_CAP = 6,       /**< they have been asked as often as they want */
    SCHAKEL_OPEN_BUSY = 7       /**< there are candidates, but all are needed elsewhere */
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

/**
 * How good the matching is. Costs are pairs, compared high part first.
 * The high part weighs the places that stay open: 1 for one of low priority, and for
 * one of a higher priority 1 more than all places of lower priority together.
 * The low part is the objective, over all adults; with SCHAKEL_OBJECTIVE_FAIREST it is
 * m * sum of (asked before + asked now)^2 + sum(1000 - fit), where m is 1 more than 500
 * times the number of people to be found.
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

#ifdef __cplusplus
}
#endif

#endif
