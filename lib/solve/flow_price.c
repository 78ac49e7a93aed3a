/* The numbers a flow counts in, and the price of the sink it sets out from. */
#include "solve/flow_search.h"

/* Sums of a few costs stay below INT64_MAX. */
static const int64_t COST_LIMIT = INT64_MAX / 16;

/* How many times the low parts of a way go into a unit: prices differ by a few ways. */
enum { WAYS_IN_UNIT = 8 };

enum { LONG_SEARCH = 256 };

/* ------------------------------------------------------------------- units */

/* Do totals fit? Tells also what the dearest arc and the dearest unit at a root cost. */
static int total_fits(const sk_flow_problem *problem, int64_t *dearest_arc, int64_t *dearest_load)
{
    int64_t high = 0, low = 0;
    for (uint32_t i = 0; i < problem->source_count; i++)
        if (!sk_add_product(&high, problem->supply[i], problem->stay[i], COST_LIMIT))
            return 0;
    for (uint32_t i = 0; i < problem->arc_count; i++) {
        if (!sk_add_product(&low, problem->arc_cost[i], 1, COST_LIMIT))
            return 0;
        if (problem->arc_cost[i] > *dearest_arc)
            *dearest_arc = problem->arc_cost[i];
    }
    for (uint32_t i = 0; i < problem->node_count; i++) {
        int64_t last = 0;
        if (problem->parent[i] != SK_NONE)
            continue;
        if (problem->base[i] > INT32_MAX ||
            !sk_add_product(&last, problem->weight, 2 * (problem->base[i] + problem->capacity[i]) + 1,
                            COST_LIMIT) ||
            !sk_add_product(&low, last, problem->capacity[i], COST_LIMIT))
            return 0;
        if (last > *dearest_load)
            *dearest_load = last;
    }
    return 1;
}

/* A way uses each source once, so it costs at most two arcs a source and two loads. */
int sk_flow_count_costs(const sk_flow_problem *problem, int64_t *unit)
{
    int64_t dearest_arc = 0, dearest_load = 0, way = 1, most = 0;
    if (problem->arc_count >= SK_NONE - problem->node_count ||
        !total_fits(problem, &dearest_arc, &dearest_load) ||
        !sk_add_product(&way, dearest_arc, 2 * (int64_t)problem->source_count + 2, COST_LIMIT) ||
        !sk_add_product(&way, dearest_load, 2, COST_LIMIT / WAYS_IN_UNIT))
        return 0;
    *unit = WAYS_IN_UNIT * way;
    return sk_add_product(&most, *unit, 2, COST_LIMIT);
}

static int goes_first(const int64_t *cost, uint32_t one, uint32_t other)
{
    return cost[one] < cost[other] || (cost[one] == cost[other] && one < other);
}

/* A shell sort (gaps of Ciura, 2001): quick where most costs are the same. */
void sk_flow_sort(const int64_t *cost, uint32_t *sorted, size_t count)
{
    static const size_t gaps[] = {1750, 701, 301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < sizeof gaps / sizeof gaps[0]; g++) {
        for (size_t i = gaps[g]; i < count; i++) {
            uint32_t item = sorted[i];
            size_t at = i;
            for (; at >= gaps[g] && goes_first(cost, item, sorted[at - gaps[g]]); at -= gaps[g])
                sorted[at] = sorted[at - gaps[g]];
            sorted[at] = item;
        }
    }
}

int sk_flow_rank_stays(sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    int64_t last = 0, cost = 0;
    for (uint32_t i = 0; i < problem->source_count; i++)
        flow->stay_order[i] = i;
    sk_flow_sort(problem->stay, flow->stay_order, problem->source_count);
    for (uint32_t i = 0; i < problem->source_count; i++) {
        uint32_t source = flow->stay_order[i];
        if (problem->stay[source] != last && !sk_add_product(&cost, flow->unit, 1, COST_LIMIT - flow->unit))
            return 0;
        last = problem->stay[source];
        flow->stay_cost[source] = cost;
    }
    return 1;
}

/* The true price of staying that a rank stands for. */
static int64_t stay_of_rank(const sk_flow *flow, int64_t rank)
{
    uint32_t low = 0, high = flow->problem->source_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (flow->stay_cost[flow->stay_order[middle]] >= rank * flow->unit)
            high = middle;
        else
            low = middle + 1;
    }
    return rank == 0 ? 0 : flow->problem->stay[flow->stay_order[low]];
}

/* To the sink it is a way that ends by staying or does not; its low part is less than half a unit. */
sk_cost sk_flow_price(const sk_flow *flow, uint32_t vertex)
{
    int64_t way = flow->sink_price - flow->prices[vertex];
    int64_t rank = (way + flow->unit / 2) / flow->unit;
    return (sk_cost){-stay_of_rank(flow, rank), rank * flow->unit - way};
}

/* ------------------------------------------------------------------- level */

/* The units of a source that have an arc to go. */
static int64_t placeable(const sk_flow_problem *problem, uint32_t source)
{
    int64_t arcs = (int64_t)problem->first_arc[source + 1] - problem->first_arc[source];
    return problem->supply[source] < arcs ? problem->supply[source] : arcs;
}

/* The units of a root that bring it to a level, with what it already has. */
static int64_t units_to(const sk_flow_node *root, int64_t level)
{
    int64_t units = level - root->base;
    if (root->parent != SK_NONE || units <= 0)
        return 0;
    return units < root->capacity ? units : root->capacity;
}

static int64_t all_units_to(const sk_flow *flow, int64_t level)
{
    int64_t units = 0;
    for (uint32_t i = 0; i < flow->problem->node_count; i++)
        units += units_to(&flow->nodes[i], level);
    return units;
}

static int64_t highest_level(const sk_flow *flow)
{
    int64_t highest = 0;
    for (uint32_t i = 0; i < flow->problem->node_count; i++)
        if (flow->nodes[i].parent == SK_NONE &&
            (int64_t)flow->nodes[i].base + flow->nodes[i].capacity > highest)
            highest = (int64_t)flow->nodes[i].base + flow->nodes[i].capacity;
    return highest;
}

/* The lowest level at which the roots have room for so many units; `highest` when none has. */
static int64_t find_level(const sk_flow *flow, int64_t units, int64_t highest)
{
    int64_t low = 0;
    while (low < highest) {
        int64_t middle = low + (highest - low) / 2;
        if (all_units_to(flow, middle) >= units)
            highest = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* What staying costs the dearest units for which there is no room any more; 0 when there is room for all. */
static int64_t find_stay(const sk_flow *flow, int64_t room)
{
    for (uint32_t i = flow->problem->source_count; i-- > 0;) {
        room -= placeable(flow->problem, flow->stay_order[i]);
        if (room < 0)
            return flow->stay_cost[flow->stay_order[i]];
    }
    return 0;
}

/*
 * The level at which the last units will be is that of water poured into all roots together, if
 * arcs allow it. At its price, or that of staying when there is too little room, units find
 * their place at once: a search from a source meets room at that level or below, and where room
 * below is left, a search back from it meets a unit above.
 */
sk_flow_start sk_flow_find_start(const sk_flow *flow)
{
    const sk_flow_problem *problem = flow->problem;
    int64_t units = 0, highest = highest_level(flow), room = all_units_to(flow, highest);
    for (uint32_t i = 0; i < problem->source_count; i++)
        units += placeable(problem, i);
    if (units > room)
        return (sk_flow_start){highest, find_stay(flow, room), LONG_SEARCH};
    int64_t level = find_level(flow, units, highest);
    return (sk_flow_start){level > 0 ? level - 1 : 0, 0, LONG_SEARCH};
}

void sk_flow_set_out(sk_flow *flow, sk_flow_start start)
{
    const sk_flow_problem *problem = flow->problem;
    if (start.stay_cost > 0)
        start.level = highest_level(flow);
    flow->sink_price = start.stay_cost + problem->weight * (2 * start.level + 1);
    for (uint32_t i = 0; i < problem->source_count; i++)
        if (flow->stay_cost[i] < flow->sink_price)
            flow->prices[i] = flow->sink_price - flow->stay_cost[i];
    for (uint32_t i = 0; i < problem->node_count; i++) {
        sk_flow_node *node = &flow->nodes[i];
        for (node->missing = (int32_t)units_to(node, start.level); node->load < node->missing;)
            sk_flow_lift(flow, node);
    }
}
