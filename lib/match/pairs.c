/* Finding the pairs of offers and places. */
#include <string.h>

#include "match/planned.h"
#include "match/roster.h"

int32_t sk_still_least(const roster_place *place)
{
    int32_t least = place->record.minimum - (place->record.count - place->wanted);
    return least < 0 ? 0 : least < place->wanted ? least : place->wanted;
}

int sk_can_reach_least(const roster *r, const roster_place *place)
{
    int32_t left = sk_still_least(place);
    size_t end = place->first_pair + place->pair_count;
    /* Pairs lie by adult. */
    for (size_t i = place->first_pair; i < end && left > 0; i++)
        left -= i == place->first_pair || r->pairs[i].adult != r->pairs[i - 1].adult;
    return left <= 0;
}

size_t sk_first_pair(const roster *r, uint32_t place, uint32_t adult)
{
    size_t low = r->places[place].first_pair, high = low + r->places[place].pair_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->pairs[middle].adult < adult)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int sk_is_pair_of(const roster *r, size_t pair, uint32_t place, uint32_t adult)
{
    return pair < r->places[place].first_pair + r->places[place].pair_count && r->pairs[pair].adult == adult;
}

int sk_has_pair(const roster *r, uint32_t place, uint32_t offer)
{
    uint32_t adult = r->offers[offer].adult;
    for (size_t i = sk_first_pair(r, place, adult); sk_is_pair_of(r, i, place, adult); i++)
        if (r->pairs[i].offer == offer)
            return 1;
    return 0;
}

/* ------------------------------------------------------------------ company */

/* Who would come alone to the need at hand. Whoever is left out may have been somebody's company. */
typedef struct company {
    int32_t *pairs_left;     /* by adult */
    uint32_t *first_waiting; /* by adult: the first pair that holds only when that adult comes */
    uint32_t *next_waiting;  /* by pair */
    uint32_t *gone;          /* adults without a pair whose waiting pairs are still to be left out */
    size_t gone_count;
} company;

static int begin_company(roster *r, company *c)
{
    c->pairs_left = sk_arena_array(&r->arena, r->adult_count, sizeof *c->pairs_left, 0);
    c->first_waiting = sk_arena_array(&r->arena, r->adult_count, sizeof *c->first_waiting, 0xFF);
    c->next_waiting = sk_arena_array(&r->arena, r->pair_count, sizeof *c->next_waiting, 0xFF);
    c->gone = sk_arena_array(&r->arena, r->adult_count, sizeof *c->gone, 0);
    c->gone_count = 0;
    return c->pairs_left != NULL && c->first_waiting != NULL && c->next_waiting != NULL && c->gone != NULL;
}

/* Count the pairs of each adult, and put those that wait for somebody with whom they wait for. */
static void find_waiting(const roster *r, company *c, uint32_t need, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        uint32_t other = r->offers[r->pairs[i].offer].together;
        c->pairs_left[r->pairs[i].adult]++;
        if (other == SK_NOBODY || sk_is_in_need(r, other, need))
            continue;
        c->next_waiting[i] = c->first_waiting[other];
        c->first_waiting[other] = (uint32_t)i;
    }
}

/* Who waits for somebody without a pair has no fit. */
static void leave_out_waiting(roster *r, company *c, uint32_t adult)
{
    for (uint32_t i = c->first_waiting[adult]; i != SK_NOBODY; i = c->next_waiting[i]) {
        r->pairs[i].fit = 0;
        if (--c->pairs_left[r->pairs[i].adult] == 0)
            c->gone[c->gone_count++] = r->pairs[i].adult;
    }
    c->first_waiting[adult] = SK_NOBODY;
}

/* Take the fit from the pairs of a need whose adults would come alone. */
static void find_lonely(roster *r, company *c, uint32_t need)
{
    const roster_need *own = &r->needs[need];
    if (own->place_count == 0)
        return;
    const roster_place *last = &r->places[own->first_place + own->place_count - 1];
    size_t first = r->places[own->first_place].first_pair, end = last->first_pair + last->pair_count;
    find_waiting(r, c, need, first, end);
    for (size_t i = first; i < end; i++) {
        uint32_t other = r->offers[r->pairs[i].offer].together;
        if (other != SK_NOBODY && c->pairs_left[other] == 0)
            leave_out_waiting(r, c, other);
        while (c->gone_count > 0)
            leave_out_waiting(r, c, c->gone[--c->gone_count]);
    }
    for (size_t i = first; i < end; i++) {
        uint32_t other = r->offers[r->pairs[i].offer].together;
        c->pairs_left[r->pairs[i].adult] = 0;
        if (other != SK_NOBODY)
            c->first_waiting[other] = SK_NOBODY;
    }
}

static int drop_lonely(roster *r)
{
    company c;
    size_t kept = 0;
    if (!begin_company(r, &c))
        return 0;
    for (uint32_t i = 0; i < r->need_count; i++)
        find_lonely(r, &c, i);
    for (uint32_t i = 0; i < r->place_count; i++) {
        size_t first = kept, end = r->places[i].first_pair + r->places[i].pair_count;
        for (size_t j = r->places[i].first_pair; j < end; j++)
            if (r->pairs[j].fit > 0)
                r->pairs[kept++] = r->pairs[j];
        r->places[i].first_pair = first;
        r->places[i].pair_count = kept - first;
    }
    r->pair_count = kept;
    return 1;
}

/* ------------------------------------------------------------------- finding */

static int add_pair(roster *r, uint32_t offer, schakel_date date)
{
    if (!sk_grow(r->arena.allocator, &r->pairs, &r->pair_capacity, r->pair_count + 1, sizeof *r->pairs))
        return 0;
    r->pairs[r->pair_count++] =
        (roster_pair){r->offers[offer].adult, offer, r->offer_fit[offer], date, r->offer_serves[offer], 0};
    return 1;
}

int sk_roster_find_pairs(roster *r)
{
    int somebody_wants_company = 0;
    for (uint32_t i = 0; i < r->place_count; i++) {
        roster_place *place = &r->places[i];
        place->first_pair = r->pair_count;
        if (place->wanted <= 0)
            continue;
        sk_walk_offers(r, place);
        for (size_t j = 0; j < r->walk_offer_count; j++) {
            uint32_t offer = r->walk_offers[j];
            schakel_date date;
            if (sk_filter_offer(r, offer, i, &date) != SK_FITS)
                continue;
            somebody_wants_company |= r->offers[offer].together != SK_NOBODY;
            if (!add_pair(r, offer, date))
                return 0;
        }
        place->pair_count = r->pair_count - place->first_pair;
    }
    return (!somebody_wants_company || drop_lonely(r)) && sk_planned_read(r);
}
