/* Reading a proof. This file shares the shapes of problems and proofs with the solver, and none of its code. */
#include "solve/certificate.h"

#include <string.h>

enum { FREE = 0, FORBIDDEN = 1, LOCKED = 2 };

/* Prices beyond this are refused, and sums stop there. */
static const int64_t LIMIT = INT64_MAX / 8;

typedef struct reading {
    const sk_branch_problem *problem;
    /* The arcs of each item. */
    size_t *first_arc;
    uint32_t *item_arcs;
    sk_cost *prices;   /* of all vertices, those of the leaf at hand put over the certificate's */
    uint32_t *part_of; /* of each vertex: 1 more than its part's number; 0 for in none */
    int64_t *capacity; /* of each node: no more than its arcs and children can bring */
    uint8_t *arc_state;
    int32_t *least_placed; /* by source: what a team that is on asks of it */
    int is_void;           /* the leaf at hand holds nothing, since it both locks and forbids an arc */
    int is_large;          /* a sum did not fit */
    sk_cost sum;
} reading;

/* ------------------------------------------------------------------- sums */

static void add(reading *r, int64_t *sum, int64_t term)
{
    if (term > LIMIT - *sum || term < -LIMIT - *sum)
        r->is_large = 1;
    else
        *sum += term;
}

/* sum += each * count, for a count that is 0 or more. */
static void add_times(reading *r, int64_t *sum, int64_t each, int64_t count)
{
    if (count != 0 && (each > LIMIT / count || each < -LIMIT / count))
        r->is_large = 1;
    else
        add(r, sum, each * count);
}

static void add_cost(reading *r, sk_cost each, int64_t count)
{
    add_times(r, &r->sum.high, each.high, count);
    add_times(r, &r->sum.low, each.low, count);
}

static int is_negative(sk_cost cost)
{
    return sk_cost_less(cost, (sk_cost){0, 0});
}

static uint32_t sink_of(const reading *r)
{
    return r->problem->flow.source_count + r->problem->flow.node_count;
}

static sk_cost reduced(const reading *r, uint32_t tail, uint32_t head, sk_cost cost)
{
    return sk_cost_add(cost, sk_cost_subtract(r->prices[tail], r->prices[head]));
}

/* --------------------------------------------------------- what a vertex adds */

static void add_source(reading *r, uint32_t source)
{
    const sk_flow_problem *flow = &r->problem->flow;
    sk_cost staying = reduced(r, source, sink_of(r), (sk_cost){flow->stay[source], 0});
    add_cost(r, sk_cost_subtract(r->prices[sink_of(r)], r->prices[source]), flow->supply[source]);
    if (is_negative(staying))
        add_cost(r, staying, flow->supply[source] - r->least_placed[source]);
    for (uint32_t arc = flow->first_arc[source]; arc < flow->first_arc[source + 1]; arc++) {
        sk_cost cost =
            reduced(r, source, flow->source_count + flow->arc_node[arc], (sk_cost){0, flow->arc_cost[arc]});
        if (r->arc_state[arc] == LOCKED || (r->arc_state[arc] == FREE && is_negative(cost)))
            add_cost(r, cost, 1);
    }
}

/*
 * How many units a root takes at least cost, when each costs `step` and the squares of its load: all with a
 * negative cost, since each unit costs more than the one before. The high parts decide unless they are 0.
 */
static int64_t best_load(const reading *r, uint32_t node, sk_cost step)
{
    const sk_flow_problem *flow = &r->problem->flow;
    int64_t capacity = r->capacity[node];
    if (step.high != 0 || flow->weight == 0)
        return is_negative(step) ? capacity : 0;
    if (step.low >= 0)
        return 0;
    /* weight * (2 * (base + k) - 1) < -low, for the largest whole k */
    int64_t load = ((-step.low - 1) / flow->weight + 1) / 2 - flow->base[node];
    return load < 0 ? 0 : load < capacity ? load : capacity;
}

static void add_root(reading *r, uint32_t node)
{
    const sk_flow_problem *flow = &r->problem->flow;
    sk_cost step = reduced(r, flow->source_count + node, sink_of(r), (sk_cost){0, 0});
    int64_t load = best_load(r, node, step);
    add_cost(r, step, load);
    add_times(r, &r->sum.low, flow->weight, (2 * flow->base[node] + load) * load);
}

static void add_vertex(reading *r, uint32_t vertex)
{
    const sk_flow_problem *flow = &r->problem->flow;
    uint32_t node = vertex - flow->source_count;
    if (vertex < flow->source_count) {
        add_source(r, vertex);
    } else if (flow->parent[node] == SK_NONE) {
        add_root(r, node);
    } else {
        sk_cost step = reduced(r, vertex, flow->source_count + flow->parent[node], (sk_cost){0, 0});
        if (is_negative(step))
            add_cost(r, step, r->capacity[node]);
    }
}

/* -------------------------------------------------------------- decisions */

static void set_arc(reading *r, uint32_t arc, uint8_t state)
{
    r->is_void |= r->arc_state[arc] + state == LOCKED + FORBIDDEN;
    r->arc_state[arc] = state;
}

static void set_item(reading *r, uint32_t item, uint8_t state)
{
    for (size_t i = r->first_arc[item]; i < r->first_arc[item + 1]; i++)
        set_arc(r, r->item_arcs[i], state);
}

static void set_team(reading *r, const sk_team *team, uint8_t state)
{
    const uint32_t *first_arc = r->problem->flow.first_arc;
    for (uint32_t i = first_arc[team->first_source]; i < first_arc[team->end_source]; i++)
        set_arc(r, i, state);
}

static int subject_exists(const reading *r, const sk_certificate_node *node)
{
    switch (node->decision) {
    case SK_FORBID_ITEM:
    case SK_KEEP_ITEM:
        return node->subject < r->problem->item_count;
    case SK_FORBID_ARC:
    case SK_LOCK_ARC:
        return node->subject < r->problem->flow.arc_count;
    case SK_TEAM_OFF:
    case SK_TEAM_ON:
        return node->subject < r->problem->team_count;
    default:
        return 0;
    }
}

/* Hold what one branch holds more than the one above it; or no longer. */
static void decide(reading *r, const sk_certificate_node *node, int holds)
{
    const sk_branch_problem *problem = r->problem;
    uint32_t subject = node->subject;
    uint8_t forbidden = holds ? FORBIDDEN : FREE;
    switch (node->decision) {
    case SK_FORBID_ITEM:
        set_item(r, subject, forbidden);
        break;
    case SK_KEEP_ITEM:
        for (size_t i = problem->first_conflict[subject]; i < problem->first_conflict[subject + 1]; i++)
            set_item(r, problem->conflicts[i], forbidden);
        break;
    case SK_FORBID_ARC:
        set_arc(r, subject, forbidden);
        break;
    case SK_LOCK_ARC:
        set_arc(r, subject, holds ? LOCKED : FREE);
        break;
    case SK_TEAM_OFF:
        set_team(r, &problem->teams[subject], forbidden);
        break;
    default:
        for (uint32_t i = problem->teams[subject].first_source; i < problem->teams[subject].end_source; i++)
            r->least_placed[i] = holds ? problem->minimum[i] : 0;
        break;
    }
}

/* Hold what a branch and those above it hold; or no longer. */
static void hold(reading *r, const sk_certificate_part *part, uint32_t index, int holds)
{
    r->is_void = 0;
    for (uint32_t i = index; i != 0; i = part->nodes[i].parent)
        decide(r, &part->nodes[i], holds);
}

/* ------------------------------------------------------------------- trees */

/* Is every arc of an item's partners forbidden? */
static int has_no_partner(const reading *r, uint32_t item)
{
    const sk_branch_problem *problem = r->problem;
    if (problem->first_partner == NULL || problem->first_partner[item] == problem->first_partner[item + 1])
        return 0;
    for (size_t i = problem->first_partner[item]; i < problem->first_partner[item + 1]; i++) {
        uint32_t partner = problem->partners[i];
        for (size_t j = r->first_arc[partner]; j < r->first_arc[partner + 1]; j++)
            if (r->arc_state[r->item_arcs[j]] != FORBIDDEN)
                return 0;
    }
    return 1;
}

static int is_child(const sk_certificate_part *part, uint32_t index, uint32_t parent)
{
    return index < part->node_count && part->nodes[index].parent == parent;
}

/* Do the branches below a branch hold, together, every answer that it holds? */
static int splits_well(reading *r, const sk_certificate_part *part, uint32_t index)
{
    static const sk_decision others[] = {
        [SK_FORBID_ITEM] = SK_KEEP_ITEM, [SK_KEEP_ITEM] = SK_FORBID_ITEM, [SK_FORBID_ARC] = SK_LOCK_ARC,
        [SK_LOCK_ARC] = SK_FORBID_ARC,   [SK_TEAM_OFF] = SK_TEAM_ON,      [SK_TEAM_ON] = SK_TEAM_OFF};
    uint32_t first = part->nodes[index].first_child;
    if (first <= index || !is_child(part, first, index) || !subject_exists(r, &part->nodes[first]))
        return 0;
    const sk_certificate_node *one = &part->nodes[first], *other = one + 1;
    if (is_child(part, first + 1, index))
        return other->decision == others[one->decision] && other->subject == one->subject;
    if (one->decision != SK_FORBID_ITEM)
        return 0;
    hold(r, part, index, 1);
    int is_alone = has_no_partner(r, one->subject);
    hold(r, part, index, 0);
    return is_alone;
}

static int set_price(reading *r, uint32_t vertex, sk_cost price)
{
    if (price.high > LIMIT || price.high < -LIMIT || price.low > LIMIT || price.low < -LIMIT)
        return 0;
    r->prices[vertex] = price;
    return 1;
}

/* Put the prices of a leaf over those of the certificate. */
static int take_prices(reading *r, const sk_certificate_node *leaf)
{
    for (size_t i = 0; i < leaf->price_count; i++)
        if (leaf->prices[i].vertex > sink_of(r) ||
            !set_price(r, leaf->prices[i].vertex, leaf->prices[i].price))
            return 0;
    return 1;
}

/* What the part costs at least in a leaf. Returns 0 when it is no proof. */
static int read_leaf(reading *r, const sk_certificate *certificate, const sk_certificate_part *part,
                     uint32_t index, sk_cost *least)
{
    const sk_certificate_node *leaf = &part->nodes[index];
    hold(r, part, index, 1);
    int is_void = r->is_void;
    if (!take_prices(r, leaf))
        return 0;
    r->sum = (sk_cost){0, 0};
    for (size_t i = 0; i < part->vertex_count; i++)
        add_vertex(r, part->vertices[i]);
    for (size_t i = 0; i < leaf->price_count; i++)
        r->prices[leaf->prices[i].vertex] = certificate->prices[leaf->prices[i].vertex];
    hold(r, part, index, 0);
    if (!is_void && sk_cost_less(r->sum, *least))
        *least = r->sum;
    return 1;
}

/* The least bound of the part's leaves. Returns 0 when it is no proof. */
static int read_part(reading *r, const sk_certificate *certificate, const sk_certificate_part *part,
                     sk_cost *least)
{
    *least = (sk_cost){INT64_MAX, INT64_MAX};
    for (uint32_t i = 0; i < part->node_count; i++) {
        const sk_certificate_node *node = &part->nodes[i];
        if (i > 0 && (node->parent >= i || !subject_exists(r, node)))
            return 0;
        if (node->first_child != 0 ? !splits_well(r, part, i) : !read_leaf(r, certificate, part, i, least))
            return 0;
    }
    return least->high != INT64_MAX;
}

/* ------------------------------------------------------------------- parts */

static int take_parts(reading *r, const sk_certificate *certificate)
{
    for (uint32_t i = 0; i < certificate->part_count; i++)
        for (size_t j = 0; j < certificate->parts[i].vertex_count; j++) {
            uint32_t vertex = certificate->parts[i].vertices[j];
            if (vertex >= sink_of(r) || r->part_of[vertex] != 0)
                return 0;
            r->part_of[vertex] = i + 1;
        }
    return 1;
}

/* Does nothing lead from one part to another? */
static int are_apart(const reading *r)
{
    const sk_flow_problem *flow = &r->problem->flow;
    const uint32_t *node_part = r->part_of + flow->source_count;
    for (uint32_t i = 0; i < flow->node_count; i++)
        if (flow->parent[i] != SK_NONE && node_part[i] != node_part[flow->parent[i]])
            return 0;
    for (uint32_t i = 0; i < flow->source_count; i++)
        for (uint32_t arc = flow->first_arc[i]; arc < flow->first_arc[i + 1]; arc++)
            if (r->part_of[i] != node_part[flow->arc_node[arc]])
                return 0;
    return 1;
}

static int read_all(reading *r, const sk_certificate *certificate, sk_cost *bound)
{
    sk_cost total, least;
    for (uint32_t i = 0; i <= sink_of(r); i++)
        if (!set_price(r, i, certificate->prices[i]))
            return 0;
    if (!take_parts(r, certificate) || !are_apart(r))
        return 0;
    r->sum = (sk_cost){0, 0};
    for (uint32_t i = 0; i < sink_of(r); i++)
        if (r->part_of[i] == 0)
            add_vertex(r, i);
    total = r->sum;
    for (uint32_t i = 0; i < certificate->part_count; i++) {
        if (!read_part(r, certificate, &certificate->parts[i], &least))
            return 0;
        add(r, &total.high, least.high);
        add(r, &total.low, least.low);
    }
    *bound = total;
    return 1;
}

/* -------------------------------------------------------------------- begin */

/* A counting sort: each slot ends as the start of the next item, which is the one before it. */
static void sort_arcs(reading *r)
{
    const sk_branch_problem *problem = r->problem;
    for (uint32_t i = 0; i < problem->flow.arc_count; i++)
        if (problem->arc_item[i] != SK_NONE)
            r->first_arc[problem->arc_item[i] + 2]++;
    for (size_t i = 1; i < (size_t)problem->item_count + 2; i++)
        r->first_arc[i] += r->first_arc[i - 1];
    for (uint32_t i = 0; i < problem->flow.arc_count; i++)
        if (problem->arc_item[i] != SK_NONE)
            r->item_arcs[r->first_arc[problem->arc_item[i] + 1]++] = i;
}

/* A parent comes before its children, so from the last node on each knows what its children bring. */
static void find_capacities(reading *r)
{
    const sk_flow_problem *flow = &r->problem->flow;
    for (uint32_t i = 0; i < flow->arc_count; i++)
        r->capacity[flow->arc_node[i]]++;
    for (uint32_t i = flow->node_count; i-- > 0;) {
        if (r->capacity[i] > flow->capacity[i])
            r->capacity[i] = flow->capacity[i];
        if (flow->parent[i] != SK_NONE)
            r->capacity[flow->parent[i]] += r->capacity[i];
    }
}

schakel_status sk_certificate_bound(const sk_branch_problem *problem, const sk_certificate *certificate,
                                    const schakel_allocator *allocator, sk_cost *bound)
{
    sk_arena arena;
    reading r = {.problem = problem};
    size_t vertices = (size_t)sink_of(&r) + 1, arcs = problem->flow.arc_count;
    sk_arena_init(&arena, allocator);
    r.first_arc = sk_arena_array(&arena, (size_t)problem->item_count + 2, sizeof *r.first_arc, 0);
    r.item_arcs = sk_arena_array(&arena, arcs, sizeof *r.item_arcs, 0);
    r.prices = sk_arena_array(&arena, vertices, sizeof *r.prices, 0);
    r.part_of = sk_arena_array(&arena, vertices, sizeof *r.part_of, 0);
    r.capacity = sk_arena_array(&arena, problem->flow.node_count, sizeof *r.capacity, 0);
    r.arc_state = sk_arena_array(&arena, arcs, sizeof *r.arc_state, 0);
    r.least_placed = sk_arena_array(&arena, problem->flow.source_count, sizeof *r.least_placed, 0);
    schakel_status status = SCHAKEL_NO_MEMORY;
    if (r.first_arc != NULL && r.item_arcs != NULL && r.prices != NULL && r.part_of != NULL &&
        r.capacity != NULL && r.arc_state != NULL && r.least_placed != NULL) {
        sort_arcs(&r);
        find_capacities(&r);
        status = !read_all(&r, certificate, bound) ? SCHAKEL_INVALID
                 : r.is_large                      ? SCHAKEL_TOO_LARGE
                                                   : SCHAKEL_OK;
    }
    sk_arena_destroy(&arena);
    return status;
}
