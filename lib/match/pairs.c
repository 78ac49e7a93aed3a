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

/* ------------------------------------------------------------------ company */

/* A pair that is to be left out has no fit. */
static int has_pair(const roster *r, uint32_t place, uint32_t adult)
{
    const roster_pair *pairs = r->pairs + r->places[place].first_pair;
    for (size_t i = 0; i < r->places[place].pair_count; i++)
        if (pairs[i].adult == adult && pairs[i].fit > 0)
            return 1;
    return 0;
}

int sk_has_company(const roster *r, uint32_t offer, uint32_t need)
{
    uint32_t other = r->offers[offer].together;
    const roster_need *own = &r->needs[need];
    if (other == SK_NOBODY || sk_is_in_need(r, other, need))
        return 1;
    for (uint32_t i = own->first_place; i < own->first_place + own->place_count; i++)
        if (has_pair(r, i, other))
            return 1;
    return 0;
}

/* Take the fit from pairs whose adult would come alone. Returns how many there were. */
static size_t find_lonely(roster *r)
{
    size_t found = 0;
    for (uint32_t i = 0; i < r->place_count; i++)
        for (size_t j = r->places[i].first_pair; j < r->places[i].first_pair + r->places[i].pair_count; j++) {
            if (r->pairs[j].fit == 0 || sk_has_company(r, r->pairs[j].offer, r->places[i].need))
                continue;
            r->pairs[j].fit = 0;
            found++;
        }
    return found;
}

static void drop_lonely(roster *r)
{
    size_t kept = 0;
    for (uint32_t i = 0; i < r->place_count; i++) {
        size_t first = kept, end = r->places[i].first_pair + r->places[i].pair_count;
        for (size_t j = r->places[i].first_pair; j < end; j++)
            if (r->pairs[j].fit > 0)
                r->pairs[kept++] = r->pairs[j];
        r->places[i].first_pair = first;
        r->places[i].pair_count = kept - first;
    }
    r->pair_count = kept;
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
    /* Who is left out may have been somebody's company. */
    while (somebody_wants_company && find_lonely(r) > 0)
        continue;
    if (somebody_wants_company)
        drop_lonely(r);
    return sk_planned_read(r);
}
