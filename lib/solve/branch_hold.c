/* What a branch holds, and what the flow at hand breaks. */
#include "solve/branch_inside.h"

/* ------------------------------------------------------------------ things */

typedef int (*act_on_thing)(sk_brancher *b, uint32_t thing);

static uint32_t locking(const sk_brancher *b, uint32_t arc)
{
    return b->problem->flow.arc_count + arc;
}

static uint32_t having_team(const sk_brancher *b, uint32_t team)
{
    return 2 * b->problem->flow.arc_count + team;
}

static const sk_team *team_of(const sk_brancher *b, uint32_t thing)
{
    return &b->problem->teams[thing - 2 * b->problem->flow.arc_count];
}

static void ask_nothing(sk_brancher *b, const sk_team *team)
{
    for (uint32_t i = team->first_source; i < team->end_source; i++) {
        b->stay_most[i] = b->problem->flow.supply[i];
        sk_flow_stay_more(&b->flow, i);
    }
}

static int ask_minimum(sk_brancher *b, const sk_team *team)
{
    for (uint32_t i = team->first_source; i < team->end_source; i++) {
        b->stay_most[i] = b->problem->flow.supply[i] - b->problem->minimum[i];
        if (!sk_flow_stay_less(&b->flow, i))
            return 0;
    }
    return 1;
}

static void end_thing(sk_brancher *b, uint32_t thing)
{
    uint32_t arcs = b->problem->flow.arc_count;
    if (thing < arcs)
        sk_flow_allow(&b->flow, thing);
    else if (thing < 2 * arcs)
        sk_flow_unlock(&b->flow, thing - arcs);
    else
        ask_nothing(b, team_of(b, thing));
    b->holds[thing] = 0;
}

static int begin_thing(sk_brancher *b, uint32_t thing)
{
    uint32_t arcs = b->problem->flow.arc_count;
    int fine;
    if (b->holds[thing])
        return 1;
    if (thing < arcs)
        fine = sk_flow_forbid(&b->flow, thing);
    else if (thing < 2 * arcs)
        fine = sk_flow_lock(&b->flow, thing - arcs);
    else
        fine = ask_minimum(b, team_of(b, thing));
    if (!fine)
        return 0;
    b->holds[thing] = 1;
    b->holding[b->holding_count++] = thing;
    return 1;
}

static int mark_thing(sk_brancher *b, uint32_t thing)
{
    b->marks[thing] = b->mark_round;
    return 1;
}

/* --------------------------------------------------------------- decisions */

static int each_of_item(sk_brancher *b, uint32_t item, act_on_thing act)
{
    for (size_t i = b->first_arc[item]; i < b->first_arc[item + 1]; i++)
        if (!act(b, b->arcs[i]))
            return 0;
    return 1;
}

static int each_of_excluded(sk_brancher *b, uint32_t item, act_on_thing act)
{
    const sk_branch_problem *problem = b->problem;
    for (size_t i = problem->first_conflict[item]; i < problem->first_conflict[item + 1]; i++)
        if (!each_of_item(b, problem->conflicts[i], act))
            return 0;
    return 1;
}

static int each_of_team(sk_brancher *b, const sk_team *team, act_on_thing act)
{
    const uint32_t *first_arc = b->problem->flow.first_arc;
    for (uint32_t i = first_arc[team->first_source]; i < first_arc[team->end_source]; i++)
        if (!act(b, i))
            return 0;
    return 1;
}

/* Call a function for each thing that a decision holds, until it returns 0. */
static int each_of(sk_brancher *b, sk_decision decision, uint32_t subject, act_on_thing act)
{
    switch (decision) {
    case SK_FORBID_ITEM:
        return each_of_item(b, subject, act);
    case SK_KEEP_ITEM:
        return each_of_excluded(b, subject, act);
    case SK_FORBID_ARC:
        return act(b, subject);
    case SK_LOCK_ARC:
        return act(b, locking(b, subject));
    case SK_TEAM_OFF:
        return each_of_team(b, &b->problem->teams[subject], act);
    case SK_TEAM_ON:
        return act(b, having_team(b, subject));
    default:
        return 1;
    }
}

/* Half a team may have been asked for its minimum when the other half turned out to be too much. */
static void forget(sk_brancher *b, sk_decision decision, uint32_t subject)
{
    if (decision == SK_TEAM_ON)
        ask_nothing(b, &b->problem->teams[subject]);
}

/* ------------------------------------------------------------------ prices */

/* List the prices of the part that differ from the first ones; only count them for NULL. */
static size_t list_prices(const sk_brancher *b, sk_priced *prices)
{
    size_t count = 0;
    for (size_t i = b->parts.first_vertex[b->part]; i < b->parts.first_vertex[b->part + 1]; i++) {
        uint32_t vertex = b->parts.vertices[i];
        sk_cost price = sk_flow_price(&b->flow, vertex);
        price.high += b->shift[vertex];
        if (sk_cost_equal(price, b->first_prices[vertex]))
            continue;
        if (prices != NULL)
            prices[count] = (sk_priced){vertex, price};
        count++;
    }
    return count;
}

/* Keep the prices of the flow at hand for a branch. Returns 0 when memory ran out. */
static int keep_prices(sk_brancher *b, sk_branch *branch)
{
    sk_free(b->allocator, branch->prices);
    branch->price_count = 0;
    branch->prices = sk_alloc(b->allocator, list_prices(b, NULL) * sizeof *branch->prices);
    if (branch->prices == NULL)
        return 0;
    branch->price_count = list_prices(b, branch->prices);
    return 1;
}

static void shift_stuck(sk_brancher *b, int64_t shift)
{
    for (size_t i = 0; i < b->flow.stuck_count; i++)
        b->shift[b->stuck[i]] = shift;
}

/*
 * A unit is stuck: more must leave the vertices that it can reach than can leave them. For each unit of price that
 * these are cheaper, every flow costs one more at least (Farkas); so as much as it takes to be beyond any answer. The
 * other way round for vertices that lack a unit which cannot get there.
 */
static int keep_stuck_prices(sk_brancher *b, sk_branch *branch)
{
    shift_stuck(b, b->flow.stuck_lacks ? b->beyond : -b->beyond);
    int complete = keep_prices(b, branch);
    shift_stuck(b, 0);
    return complete;
}

/* ----------------------------------------------------------------- holding */

void sk_branch_let_go(sk_brancher *b, size_t count)
{
    while (b->holding_count > count)
        end_thing(b, b->holding[--b->holding_count]);
}

int sk_branch_decide(sk_brancher *b, sk_decision decision, uint32_t subject)
{
    if (each_of(b, decision, subject, begin_thing))
        return 1;
    forget(b, decision, subject);
    return 0;
}

static void let_go_of_unmarked(sk_brancher *b)
{
    size_t kept = 0;
    for (size_t i = 0; i < b->holding_count; i++) {
        uint32_t thing = b->holding[i];
        if (b->marks[thing] == b->mark_round)
            b->holding[kept++] = thing;
        else
            end_thing(b, thing);
    }
    b->holding_count = kept;
}

int sk_branch_hold(sk_brancher *b, size_t index)
{
    sk_branch *branch = &b->branches[index];
    b->mark_round++;
    for (size_t i = index; i != SK_NO_BRANCH; i = b->branches[i].parent)
        each_of(b, b->branches[i].decision, b->branches[i].subject, mark_thing);
    let_go_of_unmarked(b);
    for (size_t i = index; i != SK_NO_BRANCH; i = b->branches[i].parent) {
        sk_decision decision = b->branches[i].decision;
        if (each_of(b, decision, b->branches[i].subject, begin_thing))
            continue;
        int complete = keep_stuck_prices(b, branch);
        forget(b, decision, b->branches[i].subject);
        branch->bound = SK_NO_FLOW;
        return complete;
    }
    branch->bound = b->flow.total;
    return keep_prices(b, branch);
}

/* ---------------------------------------------------------------- breaches */

static int is_used(const sk_brancher *b, uint32_t item)
{
    for (size_t i = b->first_arc[item]; i < b->first_arc[item + 1]; i++)
        if (sk_flow_is_used(&b->flow, b->arcs[i]))
            return 1;
    return 0;
}

/* How many used items does an item exclude? */
static size_t excluded_in_use(const sk_brancher *b, uint32_t item)
{
    const size_t *first = b->problem->first_conflict;
    size_t count = 0;
    for (size_t i = first[item]; i < first[item + 1]; i++)
        count += (size_t)is_used(b, b->problem->conflicts[i]);
    return count;
}

/* A used item excludes a later one that is used. */
static int excludes_used(const sk_brancher *b, uint32_t item, sk_breach *breach)
{
    const sk_branch_problem *problem = b->problem;
    for (size_t i = problem->first_conflict[item]; i < problem->first_conflict[item + 1]; i++) {
        uint32_t other = problem->conflicts[i];
        if (other < item || !is_used(b, other))
            continue;
        uint32_t chosen = excluded_in_use(b, other) > excluded_in_use(b, item) ? other : item;
        *breach = (sk_breach){{SK_FORBID_ITEM, SK_KEEP_ITEM}, {chosen, chosen}, 2};
        return 1;
    }
    return 0;
}

/* A used item needs a partner, and none is used. The way out is the partner's arc that costs least now. */
static int lacks_partner(const sk_brancher *b, uint32_t item, sk_breach *breach)
{
    const sk_branch_problem *problem = b->problem;
    uint32_t best = SK_NONE;
    int64_t least = INT64_MAX;
    if (problem->first_partner == NULL || problem->first_partner[item] == problem->first_partner[item + 1])
        return 0;
    for (size_t i = problem->first_partner[item]; i < problem->first_partner[item + 1]; i++) {
        uint32_t partner = problem->partners[i];
        if (is_used(b, partner))
            return 0;
        for (size_t j = b->first_arc[partner]; j < b->first_arc[partner + 1]; j++) {
            int64_t cost = sk_flow_reduced_cost(&b->flow, b->arcs[j]);
            if (sk_flow_is_forbidden(&b->flow, b->arcs[j]) || cost >= least)
                continue;
            least = cost;
            best = b->arcs[j];
        }
    }
    *breach = best == SK_NONE ? (sk_breach){{SK_FORBID_ITEM, SK_NO_DECISION}, {item, 0}, 1}
                              : (sk_breach){{SK_LOCK_ARC, SK_FORBID_ARC}, {best, best}, 2};
    return 1;
}

/* A team of which one source places less than its minimum, and another (or that one) something. */
static int is_half(const sk_brancher *b, uint32_t index, sk_breach *breach)
{
    const sk_team *team = &b->problem->teams[index];
    int is_short = 0, is_begun = 0;
    for (uint32_t i = team->first_source; i < team->end_source; i++) {
        int32_t placed = b->problem->flow.supply[i] - b->flow.staying[i];
        is_short |= placed < b->problem->minimum[i];
        is_begun |= placed > 0;
    }
    *breach = (sk_breach){{SK_TEAM_ON, SK_TEAM_OFF}, {index, index}, 2};
    return is_short && is_begun;
}

static int is_broken(const sk_brancher *b, uint32_t site, sk_breach *breach)
{
    if (site < b->problem->team_count)
        return is_half(b, site, breach);
    uint32_t item = site - b->problem->team_count;
    return is_used(b, item) && (excludes_used(b, item, breach) || lacks_partner(b, item, breach));
}

int sk_branch_find_breach(const sk_brancher *b, size_t *position, sk_breach *breach)
{
    size_t first = b->parts.first_site[b->part], end = b->parts.first_site[b->part + 1];
    for (size_t left = end - first; left > 0; left--) {
        if (is_broken(b, b->parts.sites[*position], breach))
            return 1;
        *position = *position + 1 < end ? *position + 1 : first;
    }
    return 0;
}
