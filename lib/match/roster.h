/*
 * What a matching looks at: the school's people, offers, needs and places in the order of
 * their ids, what was asked before, and which adult could be asked for which place.
 */
#ifndef SK_MATCH_ROSTER_H
#define SK_MATCH_ROSTER_H

#include "match/concepts.h"
#include "schakel/match.h"

#define SK_NOBODY UINT32_MAX

/* An ask of the plan as it was; SK_NOBODY for what is not there any more. */
typedef struct planned_ask {
    const schakel_planned *record;
    uint32_t need;
    uint32_t place;
    uint32_t adult;
} planned_ask;

/* An ask of this document's needs. */
typedef struct roster_past {
    uint32_t need;
    uint32_t place;
    schakel_ask_state state;
} roster_past;

typedef struct roster_adult {
    schakel_adult record;
    int32_t asked; /* this school year */
    int32_t room;  /* how many asks more there may be */
    size_t first_past;
    size_t past_count;
    size_t first_group;
    size_t group_count;
} roster_adult;

typedef struct roster_offer {
    schakel_offer record;
    uint32_t adult;
    uint32_t together; /* who must come too; SK_NOBODY for none */
    int32_t room;
} roster_offer;

typedef struct roster_need {
    schakel_need record;
    schakel_date last_date;
    size_t group; /* index in the school; SCHAKEL_NONE for the whole school */
    int is_timed; /* one day, with a time: it can clash with others */
    int is_over;
    uint32_t first_place;
    uint32_t place_count;
} roster_need;

/* An offer that fits a place, and when. */
typedef struct roster_pair {
    uint32_t adult;
    uint32_t offer;
    int32_t fit;
    schakel_date date;
    uint8_t serves;      /* it fits over a concept that serves that of the place */
    uint8_t was_planned; /* the plan as it was asked this adult for this place */
} roster_pair;

typedef struct roster_place {
    schakel_place record;
    size_t concept_index; /* as in concepts.h */
    uint32_t need;
    int32_t wanted;    /* how many people are still to be found */
    size_t first_pair; /* by adult, then offer */
    size_t pair_count;
} roster_place;

typedef struct roster {
    const schakel_school *school;
    schakel_match_options options;
    sk_arena arena;
    roster_adult *adults;
    roster_offer *offers;
    roster_need *needs;
    roster_place *places; /* by need, then id */
    size_t adult_count, offer_count, need_count, place_count;
    roster_past *past;
    size_t *groups; /* of the children of each adult */
    concept_net concepts;
    /* The offers that fit the place of the last walk. */
    uint32_t *walk_offers;
    size_t walk_offer_count;
    int32_t *offer_fit; /* of the offers in the walk; 0 for the others */
    uint8_t *offer_serves;
    planned_ask *planned; /* by need, place and adult id; each once */
    size_t planned_count;
    roster_pair *pairs;
    size_t pair_count;
    size_t pair_capacity;
} roster;

/* Read the school. SCHAKEL_OK, SCHAKEL_TOO_LARGE or SCHAKEL_NO_MEMORY; to be ended with sk_roster_end in any case. */
schakel_status sk_roster_begin(roster *r, const schakel_school *school, const schakel_match_options *options);
void sk_roster_end(roster *r);

/* Find the pairs of every place that still wants somebody. Returns 0 when memory ran out. */
int sk_roster_find_pairs(roster *r);

/* By id; SK_NOBODY for one that is not there. */
uint32_t sk_roster_adult(const roster *r, const char *id);
uint32_t sk_roster_need(const roster *r, const char *id);
uint32_t sk_roster_place(const roster *r, uint32_t need, const char *id);

/* How many people a place must still get, or its need is off. */
int32_t sk_still_least(const roster_place *place);
/* Are there that many who could be asked? */
int sk_can_reach_least(const roster *r, const roster_place *place);

/* Do two needs claim an adult at one time? A need does not clash with itself here. */
int sk_needs_clash(const roster *r, uint32_t one, uint32_t other);
/* How many days ahead an ask must go out: the longer of what the adult and the school want. */
int32_t sk_notice(const schakel_offer *offer, const schakel_need *need);

/* Does the adult have a child in the group of the need? */
int sk_has_child_in(const roster *r, const roster_adult *adult, const roster_need *need);

/* Was the adult asked for this need or place, in a state that keeps the place? */
int sk_keeps_place(schakel_ask_state state);
int sk_is_in_place(const roster *r, uint32_t adult, uint32_t place);
int sk_is_in_need(const roster *r, uint32_t adult, uint32_t need);
/* Did the adult say no to this need, or not come? */
int sk_said_no(const roster *r, uint32_t adult, uint32_t need);

/* Collect in walk_offers the offers that fit a place, by adult, then id; offer_fit says how well each does (concepts.c). */
void sk_walk_offers(roster *r, const roster_place *place);

/* What stops an offer, in the order in which it is looked at. */
typedef enum sk_filter {
    SK_STOPS_CONCEPT,
    SK_STOPS_LIMIT,
    SK_STOPS_LANGUAGE,
    SK_STOPS_CERTIFICATE,
    SK_STOPS_TIME,
    SK_STOPS_NOTICE,
    SK_STOPS_DECLINED,
    SK_STOPS_CAP,
    SK_STOPS_TAKEN,
    SK_STOPS_TOGETHER, /* only known when pairs are found */
    SK_FITS
} sk_filter;

/* The first filter that a collected offer does not pass for a place, or SK_FITS with the day. */
sk_filter sk_filter_offer(const roster *r, uint32_t offer, uint32_t place, schakel_date *date);

/* The first of an adult's pairs for a place, or where it would be; they lie together. */
size_t sk_first_pair(const roster *r, uint32_t place, uint32_t adult);
/* Is it one of them? */
int sk_is_pair_of(const roster *r, size_t pair, uint32_t place, uint32_t adult);
int sk_has_pair(const roster *r, uint32_t place, uint32_t offer);

#endif
