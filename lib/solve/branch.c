/* Branch and bound: the search. */
#include "solve/branch_inside.h"

#include <string.h>

/* -------------------------------------------------------------- open branches */

/* Equal bounds: the deeper first, since it is nearer to an answer; then the older. */
static int goes_first(const sk_brancher *b, size_t x, size_t y)
{
    const sk_branch *one = &b->branches[x], *other = &b->branches[y];
    if (!sk_cost_equal(one->bound, other->bound))
        return sk_cost_less(one->bound, other->bound);
    if (one->depth != other->depth)
        return one->depth > other->depth;
    return x < y;
}

static int open_push(sk_brancher *b, size_t index)
{
    if (!sk_grow(b->allocator, &b->open, &b->open_capacity, b->open_count + 1, sizeof *b->open))
        return 0;
    size_t position = b->open_count++;
    while (position > 0 && goes_first(b, index, b->open[(position - 1) / 2])) {
        b->open[position] = b->open[(position - 1) / 2];
        position = (position - 1) / 2;
    }
    b->open[position] = index;
    return 1;
}

static size_t open_pop(sk_brancher *b)
{
    size_t top = b->open[0], last = b->open[--b->open_count], position = 0;
    for (size_t child; (child = 2 * position + 1) < b->open_count; position = child) {
        if (child + 1 < b->open_count && goes_first(b, b->open[child + 1], b->open[child]))
            child++;
        if (!goes_first(b, b->open[child], last))
            break;
        b->open[position] = b->open[child];
    }
    b->open[position] = last;
    return top;
}

static int add_branch(sk_brancher *b, size_t parent, sk_decision decision, uint32_t subject, sk_cost bound)
{
    if (!sk_grow(b->allocator, &b->branches, &b->branch_capacity, b->branch_count + 1, sizeof *b->branches))
        return 0;
    size_t index = b->branch_count++;
    b->branches[index] = (sk_branch){
        .bound = bound, .parent = parent, .decision = decision, .subject = subject, .prices = NULL};
    if (parent != SK_NO_BRANCH) {
        b->branches[index].depth = b->branches[parent].depth + 1;
        b->branches[parent].waiting++;
        if (b->branches[parent].first_child == 0)
            b->branches[parent].first_child = index;
    }
    return open_push(b, index);
}

/* ------------------------------------------------------------------ answers */

static void keep_answer(sk_brancher *b)
{
    const sk_flow_problem *flow = &b->problem->flow;
    if (!sk_cost_less(b->flow.total, b->best))
        return;
    b->best = b->flow.total;
    for (size_t i = b->parts.first_vertex[b->part]; i < b->parts.first_vertex[b->part + 1]; i++) {
        uint32_t source = b->parts.vertices[i];
        if (source >= flow->source_count)
            break;
        for (uint32_t arc = flow->first_arc[source]; arc < flow->first_arc[source + 1]; arc++)
            b->answer->used[arc] = (uint8_t)sk_flow_is_used(&b->flow, arc);
    }
}

/* What a way out of a breach would cost; the flow is left as it was. */
static sk_cost cost_of_way(sk_brancher *b, const sk_breach *breach, int way)
{
    size_t held = b->holding_count;
    int fine = sk_branch_decide(b, breach->decision[way], breach->subject[way]);
    sk_cost cost = fine ? b->flow.total : SK_NO_FLOW;
    sk_branch_let_go(b, held);
    return cost;
}

/* Does a decision only forbid? Then there is a flow that holds it too. */
static int only_forbids(sk_decision decision)
{
    return decision != SK_LOCK_ARC && decision != SK_TEAM_ON;
}

static int cheaper_way(sk_brancher *b, const sk_breach *breach)
{
    return breach->ways == 2 && sk_cost_less(cost_of_way(b, breach, 1), cost_of_way(b, breach, 0));
}

/*
 * From the present flow, take one way out of each breach until nothing is broken: the cheaper one, or one that only
 * forbids. Nothing is found where the way taken turns out to be closed, or the flow gets no better than the best.
 */
static void dive(sk_brancher *b, int forbidding)
{
    size_t position = b->parts.first_site[b->part];
    sk_breach breach;
    while (sk_branch_find_breach(b, &position, &breach)) {
        int way = forbidding ? !only_forbids(breach.decision[0]) : cheaper_way(b, &breach);
        if (!sk_branch_decide(b, breach.decision[way], breach.subject[way]) ||
            !sk_cost_less(b->flow.total, b->best))
            return;
    }
    keep_answer(b);
}

/* Look for an answer in the branch that is held. Where nothing but forbidding was decided, there always is one. */
static void look_for_answer(sk_brancher *b)
{
    size_t held = b->holding_count;
    dive(b, 0);
    if (!sk_cost_equal(b->best, SK_NO_FLOW))
        return;
    sk_branch_let_go(b, held);
    dive(b, 1);
}

/* ------------------------------------------------------------------- search */

static int is_power_of_two(int32_t number)
{
    return (number & (number - 1)) == 0;
}

/* The prices of a branch serve those below it until these have their own. */
static void is_solved_now(sk_brancher *b, size_t index)
{
    size_t parent = b->branches[index].parent;
    b->branches[index].is_solved = 1;
    b->answer->nodes++;
    if (parent == SK_NO_BRANCH || --b->branches[parent].waiting > 0)
        return;
    sk_free(b->allocator, b->branches[parent].prices);
    b->branches[parent].prices = NULL;
}

/* Try one branch. Returns 0 when memory ran out. */
static int try_branch(sk_brancher *b, size_t index)
{
    int is_new = !b->branches[index].is_solved;
    if (!sk_branch_hold(b, index))
        return 0;
    if (is_new) {
        is_solved_now(b, index);
        if (!sk_cost_less(b->branches[index].bound, b->best))
            return 1;
        if (b->open_count > 0 && goes_first(b, b->open[0], index))
            return open_push(b, index);
    }
    size_t position = b->parts.first_site[b->part];
    sk_breach breach;
    if (!sk_branch_find_breach(b, &position, &breach)) {
        keep_answer(b);
        return 1;
    }
    for (int way = 0; way < breach.ways; way++)
        if (!add_branch(b, index, breach.decision[way], breach.subject[way], b->branches[index].bound))
            return 0;
    /* Now and then look for a better answer, which closes branches. */
    if (index == 0 || is_power_of_two(b->answer->nodes))
        look_for_answer(b);
    return 1;
}

/* The most that answers of the part can cost, all units staying, and 1 more. */
static int64_t beyond_part(const sk_brancher *b)
{
    const sk_flow_problem *flow = &b->problem->flow;
    int64_t most = 1;
    for (size_t i = b->parts.first_vertex[b->part]; i < b->parts.first_vertex[b->part + 1]; i++)
        if (b->parts.vertices[i] < flow->source_count)
            most += flow->stay[b->parts.vertices[i]] * flow->supply[b->parts.vertices[i]];
    return most;
}

/*
 * Search the part at hand for what is better than the best, with at most `most` branches beyond the flow that is
 * there. The bound is of the whole flow, like the best. Returns 0 when memory ran out.
 */
static int search_part(sk_brancher *b, int32_t most, sk_cost *bound)
{
    int32_t limit = b->answer->nodes + most;
    b->beyond = beyond_part(b);
    b->branch_count = 0;
    b->open_count = 0;
    if (!add_branch(b, SK_NO_BRANCH, SK_NO_DECISION, 0, b->flow.total))
        return 0;
    b->branches[0].is_solved = 1;
    while (b->open_count > 0 && sk_cost_less(b->branches[b->open[0]].bound, b->best)) {
        if (b->answer->nodes >= limit && !b->branches[b->open[0]].is_solved)
            break;
        if (!try_branch(b, open_pop(b)))
            return 0;
    }
    *bound = b->best;
    if (b->open_count > 0 && sk_cost_less(b->branches[b->open[0]].bound, b->best))
        *bound = b->branches[b->open[0]].bound;
    return 1;
}

/* -------------------------------------------------------------- certificate */

/* The prices of a leaf are its own or, when it was never solved, its parent's. */
static int write_node(const sk_brancher *b, sk_arena *arena, size_t index, sk_certificate_node *node)
{
    const sk_branch *branch = &b->branches[index];
    const sk_branch *priced = branch->is_solved ? branch : &b->branches[branch->parent];
    *node = (sk_certificate_node){branch->parent == SK_NO_BRANCH ? 0 : (uint32_t)branch->parent,
                                  (uint32_t)branch->first_child,
                                  branch->decision,
                                  branch->subject,
                                  NULL,
                                  0};
    if (branch->first_child != 0 || priced->price_count == 0)
        return 1;
    sk_priced *prices = sk_arena_alloc(arena, priced->price_count * sizeof *prices);
    if (prices == NULL)
        return 0;
    memcpy(prices, priced->prices, priced->price_count * sizeof *prices);
    node->prices = prices;
    node->price_count = priced->price_count;
    return 1;
}

static int write_part(const sk_brancher *b, sk_arena *arena, sk_certificate_part *part)
{
    size_t first = b->parts.first_vertex[b->part], count = b->parts.first_vertex[b->part + 1] - first;
    uint32_t *vertices = sk_arena_alloc(arena, count * sizeof *vertices);
    sk_certificate_node *nodes = sk_arena_alloc(arena, b->branch_count * sizeof *nodes);
    if (vertices == NULL || nodes == NULL || b->branch_count > UINT32_MAX)
        return 0;
    memcpy(vertices, b->parts.vertices + first, count * sizeof *vertices);
    for (size_t i = 0; i < b->branch_count; i++)
        if (!write_node(b, arena, i, &nodes[i]))
            return 0;
    *part = (sk_certificate_part){vertices, count, nodes, (uint32_t)b->branch_count};
    return 1;
}

static void free_branches(sk_brancher *b)
{
    for (size_t i = 0; i < b->branch_count; i++)
        sk_free(b->allocator, b->branches[i].prices);
    b->branch_count = 0;
}

static int write_prices(sk_brancher *b, sk_arena *arena)
{
    size_t count = (size_t)b->problem->flow.source_count + b->problem->flow.node_count + 1;
    sk_cost *prices = sk_arena_array(arena, count, sizeof *prices, 0);
    if (prices == NULL)
        return 0;
    for (size_t i = 0; i < count; i++)
        prices[i] = i + 1 < count ? sk_flow_price(&b->flow, (uint32_t)i) : (sk_cost){0, 0};
    b->first_prices = b->answer->certificate.prices = prices;
    return 1;
}

/* -------------------------------------------------------------------- parts */

static int is_broken(sk_brancher *b, uint32_t part)
{
    sk_breach breach;
    b->part = part;
    size_t position = b->parts.first_site[part];
    return sk_branch_find_breach(b, &position, &breach);
}

static int take_holding(sk_brancher *b)
{
    size_t things = 2 * (size_t)b->problem->flow.arc_count + b->problem->team_count;
    size_t vertices = (size_t)b->problem->flow.source_count + b->problem->flow.node_count;
    b->holding = sk_alloc_zeroed(b->allocator, things, sizeof *b->holding);
    b->holds = sk_alloc_zeroed(b->allocator, things, sizeof *b->holds);
    b->marks = sk_alloc_zeroed(b->allocator, things, sizeof *b->marks);
    b->stay_most = sk_alloc_zeroed(b->allocator, b->problem->flow.source_count, sizeof *b->stay_most);
    b->stuck = sk_alloc_zeroed(b->allocator, vertices, sizeof *b->stuck);
    b->shift = sk_alloc_zeroed(b->allocator, vertices, sizeof *b->shift);
    if (b->holding == NULL || b->holds == NULL || b->marks == NULL || b->stay_most == NULL ||
        b->stuck == NULL || b->shift == NULL)
        return 0;
    memcpy(b->stay_most, b->problem->flow.supply, b->problem->flow.source_count * sizeof *b->stay_most);
    b->flow.stay_most = b->stay_most;
    b->flow.stuck = b->stuck;
    return 1;
}

/* What is known of a broken part. */
typedef struct outcome {
    uint32_t part;
    int32_t effort; /* how many branches it was given; -1 before it was searched */
    sk_cost best;
    sk_cost bound;
} outcome;

static int is_proven(const outcome *o)
{
    return sk_cost_equal(o->best, o->bound);
}

/* Search a part, again or for the first time. Returns 0 when memory ran out. */
static int solve_part(sk_brancher *b, sk_arena *arena, int32_t most, outcome *o, sk_certificate_part *proof)
{
    b->part = o->part;
    b->best = o->best;
    int complete = search_part(b, most, &o->bound) && write_part(b, arena, proof);
    free_branches(b);
    if (!complete)
        return 0;
    sk_branch_let_go(b, 0);
    o->best = b->best;
    o->effort = most;
    return 1;
}

/*
 * Search the parts that are not proven yet, in two rounds: in the first what is left of the effort is shared evenly, and
 * what easy parts leave goes to the hard ones in the second.
 */
static int solve_parts(sk_brancher *b, sk_arena *arena, int32_t max_nodes, outcome *outcomes,
                       sk_certificate_part *proofs, uint32_t count)
{
    for (int round = 0; round < 2; round++) {
        uint32_t left = 0;
        for (uint32_t i = 0; i < count; i++)
            left += !is_proven(&outcomes[i]);
        for (uint32_t i = 0; i < count; i++) {
            if (is_proven(&outcomes[i]))
                continue;
            int32_t most = (max_nodes - b->answer->nodes) / (int32_t)left--;
            if (most > outcomes[i].effort && !solve_part(b, arena, most, &outcomes[i], &proofs[i]))
                return 0;
        }
    }
    return 1;
}

/* Parts do not touch each other, so what each adds to the cost of the flow is simply added up. */
static int search(sk_brancher *b, sk_arena *arena, int32_t max_nodes)
{
    sk_branch_answer *answer = b->answer;
    const sk_cost relaxed = b->flow.total;
    uint32_t count = 0;
    for (uint32_t part = 0; part < b->parts.count; part++)
        count += (uint32_t)is_broken(b, part);
    if (count == 0)
        return 1;
    sk_certificate_part *proofs = sk_arena_array(arena, count, sizeof *proofs, 0);
    outcome *outcomes = sk_alloc_zeroed(b->allocator, count, sizeof *outcomes);
    int complete = proofs != NULL && outcomes != NULL && take_holding(b);
    if (complete) {
        count = 0;
        for (uint32_t part = 0; part < b->parts.count; part++)
            if (is_broken(b, part))
                outcomes[count++] = (outcome){part, -1, SK_NO_FLOW, relaxed};
        complete = solve_parts(b, arena, max_nodes, outcomes, proofs, count);
    }
    answer->certificate.parts = proofs;
    answer->certificate.part_count = count;
    for (uint32_t i = 0; complete && i < count; i++) {
        answer->value = sk_cost_add(answer->value, sk_cost_subtract(outcomes[i].best, relaxed));
        answer->bound = sk_cost_add(answer->bound, sk_cost_subtract(outcomes[i].bound, relaxed));
    }
    sk_free(b->allocator, outcomes);
    return complete;
}

/* The flow without the rest: a bound, and an answer where nothing is broken. */
static void solve_flow(sk_brancher *b)
{
    sk_branch_answer *answer = b->answer;
    sk_flow_solve(&b->flow);
    answer->nodes = 1;
    answer->value = answer->bound = b->flow.total;
    answer->certificate = (sk_certificate){0};
    for (uint32_t i = 0; i < b->problem->flow.arc_count; i++)
        answer->used[i] = (uint8_t)sk_flow_is_used(&b->flow, i);
}

schakel_status sk_branch_solve(const sk_branch_problem *problem, int32_t max_nodes, sk_arena *arena,
                               sk_branch_answer *answer)
{
    const schakel_allocator *allocator = arena->allocator;
    sk_brancher b = {.problem = problem, .allocator = allocator, .answer = answer};
    schakel_status status = sk_flow_create(&b.flow, &problem->flow, allocator);
    if (status != SCHAKEL_OK)
        return status;
    solve_flow(&b);
    int complete = write_prices(&b, arena) && sk_branch_find_parts(&b) && search(&b, arena, max_nodes);
    sk_free(allocator, b.first_arc);
    sk_free(allocator, b.arcs);
    sk_free(allocator, b.parts.first_vertex);
    sk_free(allocator, b.parts.vertices);
    sk_free(allocator, b.parts.first_site);
    sk_free(allocator, b.parts.sites);
    sk_free(allocator, b.holding);
    sk_free(allocator, b.holds);
    sk_free(allocator, b.marks);
    sk_free(allocator, b.stay_most);
    sk_free(allocator, b.stuck);
    sk_free(allocator, b.shift);
    free_branches(&b);
    sk_free(allocator, b.branches);
    sk_free(allocator, b.open);
    sk_flow_destroy(&b.flow);
    return complete ? SCHAKEL_OK : SCHAKEL_NO_MEMORY;
}
