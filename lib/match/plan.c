/* Reading a plan: who is next, and why. */
#include "match/outcome.h"

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

/* Does the plan leave room to ask for this pair as well? */
static int is_free(const plan *p, const roster_pair *pair, uint32_t need)
{
    const roster *r = p->r;
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

static int is_planned_for(const plan *p, uint32_t adult, uint32_t place)
{
    for (uint32_t i = p->first_of_adult[adult]; i != SK_NONE; i = p->asks[i].next_of_adult)
        if (p->asks[i].place == place)
            return 1;
    return 0;
}

schakel_open_reason sk_plan_open_reason(plan *p, uint32_t place)
{
    roster *r = p->r;
    int furthest = SCHAKEL_OPEN_NO_OFFER;
    sk_walk_offers(r, &r->places[place]);
    for (size_t i = 0; i < r->walk_offer_count; i++) {
        uint32_t offer = r->walk_offers[i], adult = r->offers[offer].adult;
        schakel_date date;
        if (sk_is_in_place(r, adult, place) || is_planned_for(p, adult, place))
            continue;
        int filter = sk_filter_offer(r, offer, place, &date);
        furthest = filter > furthest ? filter : furthest;
    }
    return furthest < SK_FITS ? (schakel_open_reason)furthest : SCHAKEL_OPEN_BUSY;
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
