/* Reading a plan: who is next, and why. */
#include <string.h>

#include "match/outcome.h"

/* -------------------------------------------------------------- from a matching */

/* The pair of an ask, SK_NOBODY when nobody could be asked so. */
static uint32_t find_pair(const roster *r, const schakel_match_ask *ask)
{
    uint32_t need = sk_roster_need(r, ask->need_id);
    uint32_t place = need == SK_NOBODY ? SK_NOBODY : sk_roster_place(r, need, ask->place_id);
    if (place == SK_NOBODY)
        return SK_NOBODY;
    uint32_t adult = sk_roster_adult(r, ask->adult_id);
    for (size_t i = sk_first_pair(r, place, adult); sk_is_pair_of(r, i, place, adult); i++)
        if (strcmp(r->offers[r->pairs[i].offer].record.id, ask->offer_id) == 0)
            return (uint32_t)i;
    return SK_NOBODY;
}

/* The arcs of a matching's asks. SCHAKEL_INVALID, with the index of an ask, for one that cannot be. */
static schakel_status find_used(const schakel_matching *matching, roster *r, const network *n, uint8_t **used,
                                size_t *wrong)
{
    uint32_t arcs = n->problem.flow.arc_count;
    uint32_t *arc_of_pair = sk_arena_array(&r->arena, r->pair_count, sizeof *arc_of_pair, 0xFF);
    *used = sk_arena_array(&r->arena, arcs, sizeof **used, 0);
    if (arc_of_pair == NULL || *used == NULL)
        return SCHAKEL_NO_MEMORY;
    for (uint32_t i = 0; i < arcs; i++)
        arc_of_pair[n->arc_pair[i]] = i;
    for (size_t i = 0; i < matching->ask_count; i++) {
        uint32_t pair = find_pair(r, &matching->asks[i]);
        uint32_t arc = pair == SK_NOBODY ? SK_NONE : arc_of_pair[pair];
        *wrong = i;
        if (arc == SK_NONE || (*used)[arc])
            return SCHAKEL_INVALID;
        (*used)[arc] = 1;
    }
    return SCHAKEL_OK;
}

/* ---------------------------------------------------------------------- reading */

int sk_plan_begin(plan *p, roster *r, const network *n, const uint8_t *used)
{
    const sk_flow_problem *flow = &n->problem.flow;
    size_t count = 0;
    for (uint32_t arc = 0; arc < flow->arc_count; arc++)
        count += used[arc];
    *p = (plan){.r = r, .weights = n->weights};
    p->asks = sk_arena_array(&r->arena, count, sizeof *p->asks, 0);
    p->first_of_adult = sk_arena_array(&r->arena, r->adult_count, sizeof *p->first_of_adult, 0xFF);
    p->asks_of_adult = sk_arena_array(&r->arena, r->adult_count, sizeof *p->asks_of_adult, 0);
    p->asks_of_offer = sk_arena_array(&r->arena, r->offer_count, sizeof *p->asks_of_offer, 0);
    p->asks_of_place = sk_arena_array(&r->arena, r->place_count, sizeof *p->asks_of_place, 0);
    if (p->asks == NULL || p->first_of_adult == NULL || p->asks_of_adult == NULL ||
        p->asks_of_offer == NULL || p->asks_of_place == NULL)
        return 0;
    for (uint32_t source = 0; source < flow->source_count; source++) {
        for (uint32_t arc = flow->first_arc[source]; arc < flow->first_arc[source + 1]; arc++) {
            if (!used[arc])
                continue;
            const roster_pair *pair = &r->pairs[n->arc_pair[arc]];
            uint32_t place = n->source_place[source];
            p->asks[p->ask_count] = (plan_ask){n->arc_pair[arc], place, p->first_of_adult[pair->adult]};
            p->first_of_adult[pair->adult] = (uint32_t)p->ask_count++;
            p->asks_of_adult[pair->adult]++;
            p->asks_of_offer[pair->offer]++;
            p->asks_of_place[place]++;
        }
    }
    return 1;
}

schakel_status sk_plan_read(const schakel_matching *matching, roster *r, network *n, plan *p, size_t *wrong)
{
    uint8_t *used;
    schakel_status status = sk_roster_find_pairs(r) ? sk_network_build(r, n) : SCHAKEL_NO_MEMORY;
    if (status == SCHAKEL_OK)
        status = find_used(matching, r, n, &used, wrong);
    if (status != SCHAKEL_OK)
        return status;
    return sk_plan_begin(p, r, n, used) ? SCHAKEL_OK : SCHAKEL_NO_MEMORY;
}

/* Does the plan leave room to ask for this pair as well, without asking anybody else too? */
static int is_free(const plan *p, const roster_pair *pair, uint32_t need)
{
    const roster *r = p->r;
    uint32_t together = r->offers[pair->offer].together;
    if (together != SK_NOBODY && !sk_is_in_need(r, together, need))
        return 0;
    if (r->adults[pair->adult].room - p->asks_of_adult[pair->adult] <= 0 ||
        r->offers[pair->offer].room - p->asks_of_offer[pair->offer] <= 0)
        return 0;
    for (uint32_t i = p->first_of_adult[pair->adult]; i != SK_NONE; i = p->asks[i].next_of_adult) {
        uint32_t other = r->places[p->asks[i].place].need;
        if (other == need || sk_needs_clash(r, other, need))
            return 0;
    }
    return 1;
}

static int64_t pair_cost(const plan *p, const roster_pair *pair)
{
    int64_t load = (int64_t)p->r->adults[pair->adult].asked + p->asks_of_adult[pair->adult] + 1;
    return p->weights.square * (2 * load - 1) + p->weights.misfit * (1000 - pair->fit);
}

uint32_t sk_plan_next(const plan *p, uint32_t place_index)
{
    const roster_place *place = &p->r->places[place_index];
    const roster_pair *best = NULL;
    for (size_t i = place->first_pair; i < place->first_pair + place->pair_count; i++) {
        const roster_pair *pair = &p->r->pairs[i];
        if (is_free(p, pair, place->need) && (best == NULL || pair_cost(p, pair) < pair_cost(p, best)))
            best = pair;
    }
    return best == NULL ? SK_NOBODY : best->adult;
}

int sk_plan_holds(const plan *p, uint32_t adult, uint32_t place)
{
    for (uint32_t i = p->first_of_adult[adult]; i != SK_NONE; i = p->asks[i].next_of_adult)
        if (p->asks[i].place == place)
            return 1;
    return 0;
}

int sk_plan_is_off(const plan *p, uint32_t need)
{
    const roster_need *own = &p->r->needs[need];
    for (uint32_t i = own->first_place; i < own->first_place + own->place_count; i++)
        if (p->asks_of_place[i] < sk_still_least(&p->r->places[i]))
            return 1;
    return 0;
}

/* The last filter that an offer of somebody who is not in a place comes to. */
static sk_filter furthest_filter(plan *p, uint32_t place)
{
    roster *r = p->r;
    sk_filter furthest = SK_STOPS_CONCEPT;
    sk_walk_offers(r, &r->places[place]);
    for (size_t i = 0; i < r->walk_offer_count; i++) {
        uint32_t offer = r->walk_offers[i], adult = r->offers[offer].adult;
        schakel_date date;
        if (sk_is_in_place(r, adult, place) || sk_plan_holds(p, adult, place))
            continue;
        sk_filter filter = sk_filter_offer(r, offer, place, &date);
        if (filter == SK_FITS && !sk_has_pair(r, place, offer))
            filter = SK_STOPS_TOGETHER;
        furthest = filter > furthest ? filter : furthest;
    }
    return furthest;
}

schakel_open_reason sk_plan_open_reason(plan *p, uint32_t place)
{
    static const schakel_open_reason reasons[] = {
        [SK_STOPS_CONCEPT] = SCHAKEL_OPEN_NO_OFFER,
        [SK_STOPS_LIMIT] = SCHAKEL_OPEN_LIMIT,
        [SK_STOPS_LANGUAGE] = SCHAKEL_OPEN_LANGUAGE,
        [SK_STOPS_CERTIFICATE] = SCHAKEL_OPEN_CERTIFICATE,
        [SK_STOPS_TIME] = SCHAKEL_OPEN_TIME,
        [SK_STOPS_NOTICE] = SCHAKEL_OPEN_NOTICE,
        [SK_STOPS_DECLINED] = SCHAKEL_OPEN_DECLINED,
        [SK_STOPS_CAP] = SCHAKEL_OPEN_CAP,
        [SK_STOPS_TAKEN] = SCHAKEL_OPEN_BUSY,
        [SK_STOPS_TOGETHER] = SCHAKEL_OPEN_TOGETHER,
        [SK_FITS] = SCHAKEL_OPEN_BUSY,
    };
    const roster_place *own = &p->r->places[place];
    sk_filter furthest = furthest_filter(p, place);
    if (sk_plan_is_off(p, own->need) && (furthest == SK_FITS || sk_can_reach_least(p->r, own)))
        return SCHAKEL_OPEN_MINIMUM;
    return reasons[furthest];
}

uint32_t sk_plan_reasons(const plan *p, const plan_ask *ask)
{
    const roster *r = p->r;
    const roster_place *place = &r->places[ask->place];
    const roster_pair *pair = &r->pairs[ask->pair];
    const roster_adult *adult = &r->adults[pair->adult];
    uint32_t reasons = pair->serves        ? SCHAKEL_REASON_SERVES_THEME
                       : pair->fit == 1000 ? SCHAKEL_REASON_SAME_CONCEPT
                                           : SCHAKEL_REASON_NARROWER_CONCEPT;
    int is_least_asked = 1, is_only_one = 1;
    for (size_t i = place->first_pair; i < place->first_pair + place->pair_count; i++) {
        is_only_one &= r->pairs[i].adult == pair->adult;
        is_least_asked &= r->adults[r->pairs[i].adult].asked >= adult->asked;
    }
    reasons |= place->record.language != NULL ? SCHAKEL_REASON_LANGUAGE : 0;
    reasons |= adult->asked == 0 ? SCHAKEL_REASON_NEVER_ASKED : 0;
    reasons |= is_least_asked ? SCHAKEL_REASON_LEAST_ASKED : 0;
    reasons |= is_only_one ? SCHAKEL_REASON_ONLY_ONE : 0;
    reasons |= sk_has_child_in(r, adult, &r->needs[place->need]) ? SCHAKEL_REASON_OWN_GROUP : 0;
    return reasons;
}
