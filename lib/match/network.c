/* From pairs to arcs: places are sources, adults are roots. */
#include "match/network_inside.h"

#include <string.h>

enum { MISFIT_MOST = 500, FIT_FULL = 1000 };

static void *take(builder *b, size_t count, size_t item_size, int fill)
{
    return sk_arena_array(&b->r->arena, count, item_size, fill);
}

/* -------------------------------------------------------------------- costs */

/* A place of higher priority costs more than all of lower priority together. */
static int weigh_places(const roster *r, int64_t *weights, int64_t *wanted)
{
    int64_t count[SCHAKEL_PRIORITY_HIGH + 1] = {0}, all = 0;
    for (size_t i = 0; i < r->place_count; i++)
        count[r->needs[r->places[i].need].record.priority] += r->places[i].wanted;
    for (int i = SCHAKEL_PRIORITY_LOW; i <= SCHAKEL_PRIORITY_HIGH; i++) {
        weights[i] = all + 1;
        *wanted += count[i];
        if (!sk_add_product(&all, count[i], weights[i], INT64_MAX / 2))
            return 0;
    }
    return 1;
}

/* With the fairest objective one square outweighs all misfit there can be. */
static int weigh_loads(const roster *r, int64_t wanted, network *n)
{
    int64_t factor = 1;
    n->weights.misfit = r->options.fit_weight;
    n->weights.square = r->options.spread_weight;
    n->weights.change = r->planned_count == 0 ? 0 : r->options.change_weight;
    if (r->options.objective == SCHAKEL_OBJECTIVE_FAIREST) {
        int64_t change = 0;
        if (!sk_add_product(&factor, wanted, MISFIT_MOST, INT64_MAX / 2) ||
            !sk_add_product(&change, factor, n->weights.change, INT64_MAX / 2))
            return 0;
        n->weights.misfit = 1;
        n->weights.square = factor;
        n->weights.change = change;
    }
    n->squares_before = 0;
    for (size_t i = 0; i < r->adult_count; i++) {
        int64_t asked = r->adults[i].asked;
        if (!sk_add_product(&n->squares_before, asked * asked, n->weights.square, INT64_MAX / 2))
            return 0;
    }
    return 1;
}

/* ----------------------------------------------------------------- problem */

/* Is a need off whatever is planned, since too few could be asked for some place of it? */
static int is_hopeless(const roster *r, uint32_t need)
{
    const roster_need *own = &r->needs[need];
    for (uint32_t i = own->first_place; i < own->first_place + own->place_count; i++)
        if (!sk_can_reach_least(r, &r->places[i]))
            return 1;
    return 0;
}

static int add_sources(builder *b)
{
    roster *r = b->r;
    network *n = b->n;
    sk_flow_problem *flow = &n->problem.flow;
    uint32_t *first_arc = take(b, r->place_count + 1, sizeof *first_arc, 0);
    int32_t *supply = take(b, r->place_count, sizeof *supply, 0);
    int64_t *stay = take(b, r->place_count, sizeof *stay, 0);
    uint32_t *arc_node = take(b, r->pair_count, sizeof *arc_node, 0);
    int64_t *arc_cost = take(b, r->pair_count, sizeof *arc_cost, 0);
    uint32_t *arc_item = take(b, r->pair_count, sizeof *arc_item, 0);
    n->source_place = take(b, r->place_count, sizeof *n->source_place, 0);
    n->arc_pair = take(b, r->pair_count, sizeof *n->arc_pair, 0);
    if (first_arc == NULL || supply == NULL || stay == NULL || arc_node == NULL || arc_cost == NULL ||
        arc_item == NULL || n->source_place == NULL || n->arc_pair == NULL)
        return 0;
    int hopeless = 0;
    for (uint32_t i = 0; i < r->place_count; i++) {
        const roster_place *place = &r->places[i];
        if (i == r->needs[place->need].first_place)
            hopeless = is_hopeless(r, place->need);
        if (place->wanted <= 0)
            continue;
        uint32_t source = flow->source_count++;
        n->source_place[source] = i;
        supply[source] = place->wanted;
        stay[source] = n->weights.place[r->needs[place->need].record.priority];
        for (size_t j = 0; j < place->pair_count; j++) {
            uint32_t pair = (uint32_t)(place->first_pair + j), arc = flow->arc_count;
            if (b->pair_node[pair] == SK_NONE || hopeless)
                continue;
            n->arc_pair[arc] = pair;
            arc_node[arc] = b->pair_node[pair];
            arc_cost[arc] = n->weights.misfit * (FIT_FULL - r->pairs[pair].fit) +
                            (r->pairs[pair].was_planned ? 0 : n->weights.change);
            arc_item[arc] = b->pair_item[pair];
            flow->arc_count++;
        }
        first_arc[source + 1] = flow->arc_count;
    }
    flow->first_arc = first_arc;
    flow->supply = supply;
    flow->stay = stay;
    flow->arc_node = arc_node;
    flow->arc_cost = arc_cost;
    n->problem.arc_item = arc_item;
    return 1;
}

schakel_status sk_network_build(roster *r, network *n)
{
    builder b = {.r = r, .n = n};
    int64_t wanted = 0;
    memset(n, 0, sizeof *n);
    if (r->pair_count > INT32_MAX / 4 || r->adult_count > INT32_MAX / 4 ||
        !weigh_places(r, n->weights.place, &wanted) || !weigh_loads(r, wanted, n))
        return SCHAKEL_TOO_LARGE;
    int complete = sk_network_add_adults(&b) && sk_network_add_partners(&b) && add_sources(&b) &&
                   sk_network_list_rest(&b);
    sk_free(r->arena.allocator, b.conflicts.items);
    sk_free(r->arena.allocator, b.partners.items);
    sk_flow_problem *flow = &n->problem.flow;
    flow->node_count = b.node_count;
    flow->parent = b.parent;
    flow->capacity = b.capacity;
    flow->base = b.base;
    flow->weight = n->weights.square;
    return complete ? SCHAKEL_OK : SCHAKEL_NO_MEMORY;
}
