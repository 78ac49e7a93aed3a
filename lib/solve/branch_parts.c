/* Cutting a branch problem into parts that meet in the sink alone. */
#include "solve/branch_inside.h"

/*
 * Sort numbers by a key below `keys`; what has the key SK_NONE is left out. `first` is zeroed
 * with room for keys + 2. A counting sort: counts two slots up, summed; each slot then ends
 * as the start of the next key, which is the one before it.
 */
static void sort_by_key(const uint32_t *key, uint32_t count, size_t keys, size_t *first, uint32_t *sorted)
{
    for (uint32_t i = 0; i < count; i++)
        if (key[i] != SK_NONE)
            first[key[i] + 2]++;
    for (size_t i = 1; i < keys + 2; i++)
        first[i] += first[i - 1];
    for (uint32_t i = 0; i < count; i++)
        if (key[i] != SK_NONE)
            sorted[first[key[i] + 1]++] = i;
}

/* Union-find with path halving; the lowest vertex stands for its part. */
static uint32_t find_leader(uint32_t *leader, uint32_t vertex)
{
    while (leader[vertex] != vertex) {
        leader[vertex] = leader[leader[vertex]];
        vertex = leader[vertex];
    }
    return vertex;
}

static void join(uint32_t *leader, uint32_t one, uint32_t other)
{
    one = find_leader(leader, one);
    other = find_leader(leader, other);
    if (one < other)
        leader[other] = one;
    else
        leader[one] = other;
}

/* The node of an item's first arc, as a vertex; SK_NONE for an item without arcs. */
static uint32_t item_vertex(const sk_brancher *b, uint32_t item)
{
    const sk_flow_problem *flow = &b->problem->flow;
    if (b->first_arc[item] == b->first_arc[item + 1])
        return SK_NONE;
    return flow->source_count + flow->arc_node[b->arcs[b->first_arc[item]]];
}

/* Join an item's arcs, and join the item with some others. */
static void join_item(const sk_brancher *b, uint32_t *leader, uint32_t item, const uint32_t *others,
                      size_t count)
{
    const sk_flow_problem *flow = &b->problem->flow;
    uint32_t own = item_vertex(b, item);
    if (own == SK_NONE)
        return;
    for (size_t i = b->first_arc[item]; i < b->first_arc[item + 1]; i++)
        join(leader, own, flow->source_count + flow->arc_node[b->arcs[i]]);
    for (size_t i = 0; i < count; i++)
        if (item_vertex(b, others[i]) != SK_NONE)
            join(leader, own, item_vertex(b, others[i]));
}

/* Join what arcs, the forest, items and teams hold together. */
static void join_parts(const sk_brancher *b, uint32_t *leader)
{
    const sk_branch_problem *problem = b->problem;
    const sk_flow_problem *flow = &problem->flow;
    for (uint32_t i = 0; i < flow->node_count; i++)
        if (flow->parent[i] != SK_NONE)
            join(leader, flow->source_count + i, flow->source_count + flow->parent[i]);
    for (uint32_t i = 0; i < flow->source_count; i++)
        for (uint32_t arc = flow->first_arc[i]; arc < flow->first_arc[i + 1]; arc++)
            join(leader, i, flow->source_count + flow->arc_node[arc]);
    for (uint32_t i = 0; i < problem->item_count; i++) {
        const size_t *conflict = problem->first_conflict + i, *partner = problem->first_partner;
        join_item(b, leader, i, problem->conflicts + conflict[0], conflict[1] - conflict[0]);
        if (partner != NULL)
            join_item(b, leader, i, problem->partners + partner[i], partner[i + 1] - partner[i]);
    }
    for (uint32_t i = 0; i < problem->team_count; i++)
        for (uint32_t j = problem->teams[i].first_source; j < problem->teams[i].end_source; j++)
            join(leader, problem->teams[i].first_source, j);
}

/* Number the parts, in the order of their first vertices; the part of each vertex goes to `part`. */
static uint32_t number_parts(const sk_brancher *b, uint32_t *part)
{
    uint32_t vertices = b->problem->flow.source_count + b->problem->flow.node_count, count = 0;
    for (uint32_t i = 0; i < vertices; i++)
        part[i] = i;
    join_parts(b, part);
    for (uint32_t i = 0; i < vertices; i++)
        part[i] = find_leader(part, i);
    /* Leaders come first, so each vertex after one can take over its number. */
    for (uint32_t i = 0; i < vertices; i++)
        part[i] = part[i] == i ? count++ : part[part[i]];
    return count;
}

static void find_site_parts(const sk_brancher *b, const uint32_t *part, uint32_t *site_part)
{
    uint32_t items = b->problem->item_count;
    for (uint32_t i = 0; i < items; i++)
        site_part[i] = item_vertex(b, i) == SK_NONE ? SK_NONE : part[item_vertex(b, i)];
    for (uint32_t i = 0; i < b->problem->team_count; i++)
        site_part[items + i] = part[b->problem->teams[i].first_source];
}

static int sort_parts(sk_brancher *b, uint32_t *part, uint32_t *site_part)
{
    const sk_branch_problem *problem = b->problem;
    uint32_t vertices = problem->flow.source_count + problem->flow.node_count,
             sites = problem->item_count + problem->team_count;
    sk_parts *parts = &b->parts;
    parts->count = number_parts(b, part);
    parts->first_vertex = sk_alloc_zeroed(b->allocator, (size_t)parts->count + 2, sizeof(size_t));
    parts->first_site = sk_alloc_zeroed(b->allocator, (size_t)parts->count + 2, sizeof(size_t));
    if (parts->first_vertex == NULL || parts->first_site == NULL)
        return 0;
    find_site_parts(b, part, site_part);
    sort_by_key(part, vertices, parts->count, parts->first_vertex, parts->vertices);
    sort_by_key(site_part, sites, parts->count, parts->first_site, parts->sites);
    return 1;
}

int sk_branch_find_parts(sk_brancher *b)
{
    const sk_branch_problem *problem = b->problem;
    size_t vertices = (size_t)problem->flow.source_count + problem->flow.node_count,
           sites = (size_t)problem->item_count + problem->team_count;
    b->first_arc = sk_alloc_zeroed(b->allocator, (size_t)problem->item_count + 2, sizeof *b->first_arc);
    b->arcs = sk_alloc_zeroed(b->allocator, problem->flow.arc_count, sizeof *b->arcs);
    b->parts.vertices = sk_alloc_zeroed(b->allocator, vertices, sizeof *b->parts.vertices);
    b->parts.sites = sk_alloc_zeroed(b->allocator, sites, sizeof *b->parts.sites);
    uint32_t *part = sk_alloc_zeroed(b->allocator, vertices, sizeof *part);
    uint32_t *site_part = sk_alloc_zeroed(b->allocator, sites, sizeof *site_part);
    int complete = b->first_arc != NULL && b->arcs != NULL && b->parts.vertices != NULL &&
                   b->parts.sites != NULL && part != NULL && site_part != NULL;
    if (complete) {
        sort_by_key(problem->arc_item, problem->flow.arc_count, problem->item_count, b->first_arc, b->arcs);
        complete = sort_parts(b, part, site_part);
    }
    sk_free(b->allocator, part);
    sk_free(b->allocator, site_part);
    return complete;
}
