/* From a solved network to what a caller reads: asks and open places, each with its reasons. */
#ifndef SK_MATCH_OUTCOME_H
#define SK_MATCH_OUTCOME_H

#include "match/network.h"

/* The handle's first member is its allocator, as with every handle. */
struct schakel_matching {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_match_options options; /* as used; what they point to is in the arena */
    schakel_match_ask *asks;
    size_t ask_count;
    schakel_match_open *opens;
    size_t open_count;
    schakel_match_dropped *drops;
    size_t drop_count;
    schakel_match_proof proof;
    sk_certificate certificate;
};

/* An ask of the plan. */
typedef struct plan_ask {
    uint32_t pair;
    uint32_t place;
    uint32_t next_of_adult; /* SK_NONE at the end */
} plan_ask;

/* Who is asked for what, by adult. */
typedef struct plan {
    roster *r;
    sk_weights weights;
    plan_ask *asks; /* by place */
    size_t ask_count;
    uint32_t *first_of_adult;
    int32_t *asks_of_adult;
    int32_t *asks_of_offer;
    int32_t *asks_of_place;
} plan;

/* Read the plan from the arcs that are used; arrays come from the roster's arena. Returns 0 when memory ran out. */
int sk_plan_begin(plan *p, roster *r, const network *n, const uint8_t *used);
/*
 * Read the plan from the asks of a matching, and the network that they lie in; arrays come from the roster's arena.
 * SCHAKEL_INVALID, with the index of an ask, when an ask could not be made or is there twice; SCHAKEL_TOO_LARGE or
 * SCHAKEL_NO_MEMORY.
 */
schakel_status sk_plan_read(const schakel_matching *matching, roster *r, network *n, plan *p, size_t *wrong);

/* The best adult to ask for a place beyond the plan, or SK_NOBODY. */
uint32_t sk_plan_next(const plan *p, uint32_t place);

/* Why a place stays open: the last filter that an offer of somebody who is not in it comes to. */
schakel_open_reason sk_plan_open_reason(plan *p, uint32_t place);

/* Is an adult asked for a place? */
int sk_plan_holds(const plan *p, uint32_t adult, uint32_t place);
/* Does some place of the need not reach its minimum? */
int sk_plan_is_off(const plan *p, uint32_t need);

/* The reasons for an ask as flags. */
uint32_t sk_plan_reasons(const plan *p, const plan_ask *ask);

/* Ready sentences; NULL when memory ran out, except that the second kind is constant. */
const char *sk_reason_text(sk_arena *arena, uint32_t reasons, int32_t asked_before,
                           schakel_language language);
const char *sk_open_text(schakel_open_reason reason, int somebody_is_found, schakel_language language);

const char *sk_drop_text(schakel_drop_reason reason, schakel_language language);

/* Fill the matching's asks, open places and dropped asks. Returns 0 when memory ran out. */
int sk_fill_matching(schakel_matching *matching, plan *p);

#endif
