/* What a flow cannot hold: which items exclude or need each other, and which places form a team. */
#include "match/network_inside.h"

int sk_add_relation(builder *b, relations *all, uint32_t one, uint32_t other)
{
    if (!sk_grow(b->r->arena.allocator, &all->items, &all->capacity, all->count + 1, sizeof *all->items))
        return 0;
    all->items[all->count++] = (relation){one, other};
    return 1;
}

/* ----------------------------------------------------------------- partners */

/* The item of a pair: an adult's pairs for one need in one channel. */
static uint32_t item_of(builder *b, uint32_t pair)
{
    const roster *r = b->r;
    uint32_t adult = r->pairs[pair].adult;
    const roster_need *need = &r->needs[r->places[b->pair_place[pair]].need];
    if (b->pair_item[pair] != SK_NONE)
        return b->pair_item[pair];
    for (uint32_t i = need->first_place; i < need->first_place + need->place_count; i++)
        for (size_t j = sk_first_pair(r, i, adult); sk_is_pair_of(r, j, i, adult); j++)
            if (b->pair_node[j] != SK_NONE && b->pair_channel[j] == b->pair_channel[pair])
                b->pair_item[j] = b->id_count;
    return b->id_count++;
}

/* An item needs one of the other adult's items for the same need, each of which is named once. */
static int add_partners_of(builder *b, uint32_t pair, uint32_t other, uint32_t *named_by)
{
    const roster *r = b->r;
    const roster_need *need = &r->needs[r->places[b->pair_place[pair]].need];
    uint32_t own = item_of(b, pair);
    for (uint32_t i = need->first_place; i < need->first_place + need->place_count; i++)
        for (size_t j = sk_first_pair(r, i, other); sk_is_pair_of(r, j, i, other); j++) {
            uint32_t partner = b->pair_node[j] == SK_NONE ? SK_NONE : item_of(b, (uint32_t)j);
            if (partner == SK_NONE || named_by[partner] == own)
                continue;
            named_by[partner] = own;
            if (!sk_add_relation(b, &b->partners, own, partner))
                return 0;
        }
    return 1;
}

int sk_network_add_partners(builder *b)
{
    roster *r = b->r;
    uint32_t *named_by = sk_arena_array(&r->arena, r->pair_count, sizeof *named_by, 0xFF);
    uint32_t *last_need = sk_arena_array(&r->arena, r->offer_count, sizeof *last_need, 0xFF);
    if (named_by == NULL || last_need == NULL)
        return 0;
    for (uint32_t i = 0; i < r->pair_count; i++) {
        uint32_t offer = r->pairs[i].offer, other = r->offers[offer].together;
        uint32_t need = r->places[b->pair_place[i]].need;
        /* An offer that wants company has a channel of its own, so its pairs for a need are one item. */
        if (b->pair_node[i] == SK_NONE || other == SK_NOBODY || last_need[offer] == need ||
            sk_is_in_need(r, other, need))
            continue;
        last_need[offer] = need;
        if (!add_partners_of(b, i, other, named_by))
            return 0;
    }
    return 1;
}

/* -------------------------------------------------------------------- lists */

/* Relations by item: a counting sort, counts two slots up; each slot ends as the start of the next item. */
static int list_relations(builder *b, const relations *all, int both_ways, const size_t **first_of,
                          const uint32_t **others_of)
{
    size_t *first = sk_arena_array(&b->r->arena, (size_t)b->id_count + 2, sizeof *first, 0);
    uint32_t *others = sk_arena_array(&b->r->arena, 2 * all->count, sizeof *others, 0);
    if (first == NULL || others == NULL)
        return 0;
    for (size_t i = 0; i < all->count; i++) {
        first[all->items[i].one + 2]++;
        if (both_ways)
            first[all->items[i].other + 2]++;
    }
    for (size_t i = 1; i < (size_t)b->id_count + 2; i++)
        first[i] += first[i - 1];
    for (size_t i = 0; i < all->count; i++) {
        others[first[all->items[i].one + 1]++] = all->items[i].other;
        if (both_ways)
            others[first[all->items[i].other + 1]++] = all->items[i].one;
    }
    *first_of = first;
    *others_of = others;
    return 1;
}

/* The sources of a need of which some place has a minimum still to reach are a team. */
static int list_teams(builder *b)
{
    const roster *r = b->r;
    sk_branch_problem *problem = &b->n->problem;
    uint32_t sources = problem->flow.source_count, end;
    int32_t *minimum = sk_arena_array(&b->r->arena, sources, sizeof *minimum, 0);
    sk_team *teams = sk_arena_array(&b->r->arena, sources, sizeof *teams, 0);
    if (minimum == NULL || teams == NULL)
        return 0;
    for (uint32_t i = 0; i < sources; i = end) {
        uint32_t need = r->places[b->n->source_place[i]].need;
        int is_team = 0;
        for (end = i; end < sources && r->places[b->n->source_place[end]].need == need; end++) {
            minimum[end] = sk_still_least(&r->places[b->n->source_place[end]]);
            is_team |= minimum[end] > 0;
        }
        if (is_team)
            teams[problem->team_count++] = (sk_team){i, end};
    }
    problem->minimum = minimum;
    problem->teams = teams;
    return 1;
}

int sk_network_list_rest(builder *b)
{
    sk_branch_problem *problem = &b->n->problem;
    problem->item_count = b->id_count;
    if (!list_relations(b, &b->conflicts, 1, &problem->first_conflict, &problem->conflicts) || !list_teams(b))
        return 0;
    return b->partners.count == 0 ||
           list_relations(b, &b->partners, 0, &problem->first_partner, &problem->partners);
}
