/* Branch and bound on conflicting items. */
#include "solve/branch.h"

/* A branch forbids more than its parent: an item, or all that an item excludes. */
typedef struct branch {
    sk_cost bound;
    size_t parent; /* NO_BRANCH for the root */
    uint32_t item; /* SK_NONE for the root */
    uint32_t depth;
    uint8_t keeps_item; /* forbids what the item excludes */
    uint8_t is_solved;  /* the bound is its own, not its parent's */
} branch;

#define NO_BRANCH SIZE_MAX

/* Vertices and items, each sorted by the part they are in. Parts meet in the sink alone. */
typedef struct parts {
    uint32_t count;
    size_t *first_vertex;
    uint32_t *vertices;
    size_t *first_item;
    uint32_t *items;
} parts;

typedef struct brancher {
    const sk_branch_problem *problem;
    const schakel_allocator *allocator;
    sk_branch_answer *answer;
    sk_flow flow;
    /* The arcs of each item. */
    size_t *first_arc;
    uint32_t *arcs;
    /* The parts that no arc joins, with their vertices and items; and the one at hand. */
    parts parts;
    uint32_t part;
    sk_cost best; /* total of the best flow without a conflict in the part at hand */
    /* The items that are forbidden now, and whether each is; marks are for one walk at a time. */
    uint32_t *forbidden;
    size_t forbidden_count;
    uint8_t *is_forbidden;
    uint32_t *marks;
    uint32_t mark_round;
    branch *branches;
    size_t branch_count;
    size_t branch_capacity;
    /* Open branches, the best on top. */
    size_t *open;
    size_t open_count;
    size_t open_capacity;
} brancher;

/* -------------------------------------------------------------- open branches */

/* Equal bounds: the deeper first, since it is nearer to an answer; then the older. */
static int goes_first(const brancher *b, size_t x, size_t y)
{
    const branch *one = &b->branches[x], *other = &b->branches[y];
    if (!sk_cost_equal(one->bound, other->bound))
        return sk_cost_less(one->bound, other->bound);
    if (one->depth != other->depth)
        return one->depth > other->depth;
    return x < y;
}

static int open_push(brancher *b, size_t index)
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

static size_t open_pop(brancher *b)
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

static int add_branch(brancher *b, size_t parent, uint32_t item, int keeps_item, sk_cost bound)
{
    if (!sk_grow(b->allocator, &b->branches, &b->branch_capacity, b->branch_count + 1, sizeof *b->branches))
        return 0;
    uint32_t depth = parent == NO_BRANCH ? 0 : b->branches[parent].depth + 1;
    b->branches[b->branch_count] =
        (branch){bound, parent, item, depth, (uint8_t)keeps_item, parent == NO_BRANCH};
    return open_push(b, b->branch_count++);
}

/* -------------------------------------------------------------- forbidding */

static void forbid(brancher *b, uint32_t item)
{
    if (b->is_forbidden[item])
        return;
    for (size_t i = b->first_arc[item]; i < b->first_arc[item + 1]; i++)
        sk_flow_forbid(&b->flow, b->arcs[i]);
    b->is_forbidden[item] = 1;
    b->forbidden[b->forbidden_count++] = item;
}

static void allow(brancher *b, size_t position)
{
    uint32_t item = b->forbidden[position];
    for (size_t i = b->first_arc[item]; i < b->first_arc[item + 1]; i++)
        sk_flow_allow(&b->flow, b->arcs[i]);
    b->is_forbidden[item] = 0;
    b->forbidden[position] = b->forbidden[--b->forbidden_count];
}

/* Call a function for each item that a branch and those above it forbid. */
static void for_each_forbidden(brancher *b, size_t index, void (*act)(brancher *b, uint32_t item))
{
    const sk_branch_problem *problem = b->problem;
    for (const branch *at = &b->branches[index]; at->item != SK_NONE; at = &b->branches[at->parent]) {
        if (!at->keeps_item) {
            act(b, at->item);
            continue;
        }
        for (size_t i = problem->first_conflict[at->item]; i < problem->first_conflict[at->item + 1]; i++)
            act(b, problem->conflicts[i]);
    }
}

static void mark(brancher *b, uint32_t item)
{
    b->marks[item] = b->mark_round;
}

/* Forbid exactly what a branch forbids. */
static void move_to(brancher *b, size_t index)
{
    b->mark_round++;
    for_each_forbidden(b, index, mark);
    for (size_t i = b->forbidden_count; i-- > 0;)
        if (b->marks[b->forbidden[i]] != b->mark_round)
            allow(b, i);
    for_each_forbidden(b, index, forbid);
}

/* --------------------------------------------------------------- conflicts */

static int is_used(const brancher *b, uint32_t item)
{
    for (size_t i = b->first_arc[item]; i < b->first_arc[item + 1]; i++)
        if (sk_flow_is_used(&b->flow, b->arcs[i]))
            return 1;
    return 0;
}

/*
 * The first pair of the part that the flow breaks, from a position among its items on;
 * items before it have no broken pair with a later one.
 */
static int find_conflict(const brancher *b, size_t *position, uint32_t *first, uint32_t *second)
{
    const sk_branch_problem *problem = b->problem;
    for (; *position < b->parts.first_item[b->part + 1]; ++*position) {
        *first = b->parts.items[*position];
        if (!is_used(b, *first))
            continue;
        for (size_t i = problem->first_conflict[*first]; i < problem->first_conflict[*first + 1]; i++) {
            *second = problem->conflicts[i];
            if (*second > *first && is_used(b, *second))
                return 1;
        }
    }
    return 0;
}

static int find_first_conflict(const brancher *b, uint32_t *first, uint32_t *second)
{
    size_t position = b->parts.first_item[b->part];
    return find_conflict(b, &position, first, second);
}

/* Does an item exclude more used items than another? */
static int excludes_more(const brancher *b, uint32_t item, uint32_t other)
{
    const size_t *first = b->problem->first_conflict;
    size_t count = 0, other_count = 0;
    for (size_t i = first[item]; i < first[item + 1]; i++)
        count += (size_t)is_used(b, b->problem->conflicts[i]);
    for (size_t i = first[other]; i < first[other + 1]; i++)
        other_count += (size_t)is_used(b, b->problem->conflicts[i]);
    return count > other_count;
}

static void keep_answer(brancher *b)
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

/* From the present flow, forbid the cheaper item of each broken pair until none is broken. */
static void dive(brancher *b)
{
    size_t position = b->parts.first_item[b->part];
    uint32_t first = 0, second = 0;
    for (;;) {
        if (!find_conflict(b, &position, &first, &second)) {
            /* Later steps may have broken an earlier pair. */
            position = b->parts.first_item[b->part];
            if (!find_conflict(b, &position, &first, &second))
                break;
        }
        forbid(b, first);
        sk_cost without_first = b->flow.total;
        allow(b, b->forbidden_count - 1);
        forbid(b, second);
        if (sk_cost_less(without_first, b->flow.total)) {
            allow(b, b->forbidden_count - 1);
            forbid(b, first);
        }
        if (!sk_cost_less(b->flow.total, b->best))
            return;
    }
    keep_answer(b);
}

/* ------------------------------------------------------------------- search */

static int is_power_of_two(int32_t number)
{
    return (number & (number - 1)) == 0;
}

/* Try one branch. Returns 0 when memory ran out. */
static int try_branch(brancher *b, size_t index)
{
    branch *tried = &b->branches[index];
    move_to(b, index);
    if (!tried->is_solved) {
        tried->is_solved = 1;
        tried->bound = b->flow.total;
        b->answer->nodes++;
        if (!sk_cost_less(tried->bound, b->best))
            return 1;
        if (b->open_count > 0 && goes_first(b, b->open[0], index))
            return open_push(b, index);
    }
    uint32_t first = 0, second = 0;
    if (!find_first_conflict(b, &first, &second)) {
        keep_answer(b);
        return 1;
    }
    sk_cost bound = tried->bound;
    uint32_t item = excludes_more(b, second, first) ? second : first;
    if (!add_branch(b, index, item, 0, bound) || !add_branch(b, index, item, 1, bound))
        return 0;
    /* Now and then look for a better answer, which closes branches. */
    if (is_power_of_two(b->answer->nodes))
        dive(b);
    return 1;
}

/*
 * Search the part at hand, with at most `most` branches beyond the flow that is there.
 * The bound is of the whole flow, like the best. Returns 0 when memory ran out.
 */
static int search_part(brancher *b, int32_t most, sk_cost *bound)
{
    int32_t limit = b->answer->nodes + most;
    b->best = (sk_cost){INT64_MAX, INT64_MAX};
    b->branch_count = 0;
    b->open_count = 0;
    if (!add_branch(b, NO_BRANCH, SK_NONE, 0, b->flow.total))
        return 0;
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

static int is_broken(brancher *b, uint32_t part)
{
    uint32_t first, second;
    b->part = part;
    return find_first_conflict(b, &first, &second);
}

/* Parts do not touch each other, so what each adds to the cost of the flow is simply added up. */
static schakel_status search(brancher *b, int32_t max_nodes)
{
    sk_branch_answer *answer = b->answer;
    uint32_t left = 0;
    sk_flow_solve(&b->flow);
    const sk_cost relaxed = b->flow.total;
    answer->nodes = 1;
    answer->value = answer->bound = relaxed;
    for (uint32_t i = 0; i < b->problem->flow.arc_count; i++)
        answer->used[i] = (uint8_t)sk_flow_is_used(&b->flow, i);
    for (uint32_t part = 0; part < b->parts.count; part++)
        left += (uint32_t)is_broken(b, part);
    for (uint32_t part = 0; part < b->parts.count; part++) {
        sk_cost bound;
        if (!is_broken(b, part))
            continue;
        /* What the others leave is shared evenly. */
        if (!search_part(b, (max_nodes - answer->nodes) / (int32_t)left--, &bound))
            return SCHAKEL_NO_MEMORY;
        while (b->forbidden_count > 0)
            allow(b, b->forbidden_count - 1);
        answer->value = sk_cost_add(answer->value, sk_cost_subtract(b->best, relaxed));
        answer->bound = sk_cost_add(answer->bound, sk_cost_subtract(bound, relaxed));
    }
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------------- prepare */

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
static uint32_t item_vertex(const brancher *b, uint32_t item)
{
    const sk_flow_problem *flow = &b->problem->flow;
    if (b->first_arc[item] == b->first_arc[item + 1])
        return SK_NONE;
    return flow->source_count + flow->arc_node[b->arcs[b->first_arc[item]]];
}

/* Join what arcs, the forest, items and conflicts hold together. */
static void join_parts(const brancher *b, uint32_t *leader)
{
    const sk_flow_problem *flow = &b->problem->flow;
    for (uint32_t i = 0; i < flow->node_count; i++)
        if (flow->parent[i] != SK_NONE)
            join(leader, flow->source_count + i, flow->source_count + flow->parent[i]);
    for (uint32_t i = 0; i < flow->source_count; i++)
        for (uint32_t arc = flow->first_arc[i]; arc < flow->first_arc[i + 1]; arc++)
            join(leader, i, flow->source_count + flow->arc_node[arc]);
    for (uint32_t i = 0; i < b->problem->item_count; i++) {
        for (size_t j = b->first_arc[i]; j < b->first_arc[i + 1]; j++)
            join(leader, item_vertex(b, i), flow->source_count + flow->arc_node[b->arcs[j]]);
        for (size_t j = b->problem->first_conflict[i]; j < b->problem->first_conflict[i + 1]; j++)
            if (item_vertex(b, i) != SK_NONE && item_vertex(b, b->problem->conflicts[j]) != SK_NONE)
                join(leader, item_vertex(b, i), item_vertex(b, b->problem->conflicts[j]));
    }
}

/* Number the parts, in the order of their first vertices; the part of each vertex goes to `part`. */
static uint32_t number_parts(const brancher *b, uint32_t *part)
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

static int find_parts(brancher *b)
{
    const sk_branch_problem *problem = b->problem;
    uint32_t vertices = problem->flow.source_count + problem->flow.node_count;
    uint32_t *part = sk_alloc_zeroed(b->allocator, vertices, sizeof *part);
    uint32_t *item_part = sk_alloc_zeroed(b->allocator, problem->item_count, sizeof *item_part);
    b->parts.vertices = sk_alloc_zeroed(b->allocator, vertices, sizeof *b->parts.vertices);
    b->parts.items = sk_alloc_zeroed(b->allocator, problem->item_count, sizeof *b->parts.items);
    int complete = part != NULL && item_part != NULL && b->parts.vertices != NULL && b->parts.items != NULL;
    if (complete) {
        b->parts.count = number_parts(b, part);
        b->parts.first_vertex = sk_alloc_zeroed(b->allocator, (size_t)b->parts.count + 2, sizeof(size_t));
        b->parts.first_item = sk_alloc_zeroed(b->allocator, (size_t)b->parts.count + 2, sizeof(size_t));
        complete = b->parts.first_vertex != NULL && b->parts.first_item != NULL;
    }
    if (complete) {
        for (uint32_t i = 0; i < problem->item_count; i++)
            item_part[i] = item_vertex(b, i) == SK_NONE ? SK_NONE : part[item_vertex(b, i)];
        sort_by_key(part, vertices, b->parts.count, b->parts.first_vertex, b->parts.vertices);
        sort_by_key(item_part, problem->item_count, b->parts.count, b->parts.first_item, b->parts.items);
    }
    sk_free(b->allocator, part);
    sk_free(b->allocator, item_part);
    return complete;
}

static int prepare(brancher *b)
{
    const sk_branch_problem *problem = b->problem;
    size_t items = problem->item_count, arcs = problem->flow.arc_count;
    b->first_arc = sk_alloc_zeroed(b->allocator, items + 2, sizeof *b->first_arc);
    b->arcs = sk_alloc_zeroed(b->allocator, arcs, sizeof *b->arcs);
    b->forbidden = sk_alloc_zeroed(b->allocator, items, sizeof *b->forbidden);
    b->is_forbidden = sk_alloc_zeroed(b->allocator, items, sizeof *b->is_forbidden);
    b->marks = sk_alloc_zeroed(b->allocator, items, sizeof *b->marks);
    if (b->first_arc == NULL || b->arcs == NULL || b->forbidden == NULL || b->is_forbidden == NULL ||
        b->marks == NULL)
        return 0;
    sort_by_key(problem->arc_item, problem->flow.arc_count, items, b->first_arc, b->arcs);
    return find_parts(b);
}

schakel_status sk_branch_solve(const sk_branch_problem *problem, int32_t max_nodes,
                               const schakel_allocator *allocator, sk_branch_answer *answer)
{
    brancher b = {.problem = problem, .allocator = allocator, .answer = answer};
    schakel_status status = sk_flow_create(&b.flow, &problem->flow, allocator);
    if (status != SCHAKEL_OK)
        return status;
    status = prepare(&b) ? search(&b, max_nodes) : SCHAKEL_NO_MEMORY;
    sk_free(allocator, b.first_arc);
    sk_free(allocator, b.arcs);
    sk_free(allocator, b.parts.first_vertex);
    sk_free(allocator, b.parts.vertices);
    sk_free(allocator, b.parts.first_item);
    sk_free(allocator, b.parts.items);
    sk_free(allocator, b.forbidden);
    sk_free(allocator, b.is_forbidden);
    sk_free(allocator, b.marks);
    sk_free(allocator, b.branches);
    sk_free(allocator, b.open);
    sk_flow_destroy(&b.flow);
    return status;
}
