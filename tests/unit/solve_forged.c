/* Forged certificates: whatever is changed in one, what it still proves is never more than the truth. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "solve/certificate.h"
#include "unit/solve_random.h"

enum { ROUNDS = 10000, FORGERIES = 40, VERTICES = MOST_SOURCES + MOST_NODES, PARTS = 4, BRANCHES = 40 };

static schakel_allocator usual;

/* A certificate that can be written in, with room for one more of everything. */
typedef struct forged {
    sk_certificate certificate;
    uint32_t vertex_count; /* the sink not counted */
    sk_cost prices[VERTICES + 1];
    sk_certificate_part parts[PARTS + 1];
    uint32_t vertices[PARTS + 1][VERTICES + 1];
    sk_certificate_node nodes[PARTS + 1][BRANCHES + 1];
    sk_priced leaf_prices[PARTS + 1][BRANCHES + 1][VERTICES + 2];
} forged;

static void copy_part(forged *f, uint32_t index, const sk_certificate_part *part)
{
    f->parts[index] = *part;
    memcpy(f->vertices[index], part->vertices, part->vertex_count * sizeof f->vertices[0][0]);
    memcpy(f->nodes[index], part->nodes, part->node_count * sizeof f->nodes[0][0]);
    f->parts[index].vertices = f->vertices[index];
    f->parts[index].nodes = f->nodes[index];
    for (uint32_t i = 0; i < part->node_count; i++) {
        size_t size = part->nodes[i].price_count * sizeof f->leaf_prices[0][0][0];
        if (size > 0)
            memcpy(f->leaf_prices[index][i], part->nodes[i].prices, size);
        f->nodes[index][i].prices = f->leaf_prices[index][i];
    }
}

/* Returns 0 when there is no room for it. */
static int copy_certificate(forged *f, const sk_branch_problem *problem, const sk_certificate *certificate)
{
    f->vertex_count = problem->flow.source_count + problem->flow.node_count;
    f->certificate = (sk_certificate){f->prices, f->parts, certificate->part_count};
    memcpy(f->prices, certificate->prices, (f->vertex_count + 1) * sizeof f->prices[0]);
    if (certificate->part_count > PARTS)
        return 0;
    for (uint32_t i = 0; i < certificate->part_count; i++) {
        if (certificate->parts[i].node_count > BRANCHES)
            return 0;
        copy_part(f, i, &certificate->parts[i]);
    }
    return 1;
}

/* Most often a little, and now and then as much as there is. */
static void change_number(int64_t *number, uint64_t *seed)
{
    static const int64_t changes[] = {-1,     1,         -2,        2,         -5,           5,
                                      -25,    25,        -300,      300,       -1000,        1000,
                                      -30000, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN + 1};
    int64_t change = changes[draw(seed, draw(seed, 4) == 0 ? 17 : 12)];
    if (change > INT32_MAX || change < INT32_MIN)
        *number = change / (int64_t)(1 + draw(seed, 20));
    else
        *number = (int64_t)((uint64_t)*number + (uint64_t)change);
}

static void change_price(sk_cost *price, uint64_t *seed)
{
    change_number(draw(seed, 2) == 0 ? &price->high : &price->low, seed);
}

static void change_leaf(forged *f, uint32_t part, uint32_t index, uint64_t *seed)
{
    sk_certificate_node *node = &f->nodes[part][index];
    sk_priced *prices = f->leaf_prices[part][index];
    uint32_t vertex = draw(seed, f->vertex_count + 1);
    size_t at = 0;
    while (at < node->price_count && prices[at].vertex != vertex)
        at++;
    if (at == node->price_count) {
        prices[at] = (sk_priced){vertex, f->prices[vertex]};
        node->price_count++;
    }
    change_price(&prices[at].price, seed);
}

static void change_branch(forged *f, uint32_t part, uint64_t *seed)
{
    sk_certificate_part *p = &f->parts[part];
    uint32_t index = draw(seed, p->node_count);
    sk_certificate_node *node = &f->nodes[part][index];
    switch (draw(seed, 7)) {
    case 0:
        node->decision = (sk_decision)draw(seed, 8);
        break;
    case 1:
        node->subject = draw(seed, MOST_ARCS);
        break;
    case 2:
        node->parent = draw(seed, p->node_count + 1);
        break;
    case 3:
        node->first_child = draw(seed, p->node_count + 1);
        break;
    case 4:
        p->node_count -= p->node_count > 1;
        break;
    case 5:
        if (p->node_count <= BRANCHES)
            f->nodes[part][p->node_count++] = *node;
        break;
    default:
        change_leaf(f, part, index, seed);
        break;
    }
}

static void change_vertices(forged *f, uint32_t part, uint64_t *seed)
{
    sk_certificate_part *p = &f->parts[part];
    switch (draw(seed, 3)) {
    case 0:
        f->vertices[part][draw(seed, (uint32_t)p->vertex_count)] = draw(seed, f->vertex_count + 1);
        break;
    case 1:
        if (p->vertex_count <= VERTICES)
            f->vertices[part][p->vertex_count++] = draw(seed, f->vertex_count);
        break;
    default:
        p->vertex_count -= p->vertex_count > 1;
        break;
    }
}

static void forge(forged *f, uint64_t *seed)
{
    uint32_t parts = f->certificate.part_count;
    uint32_t kind = parts == 0 ? 0 : draw(seed, 8), part = parts == 0 ? 0 : draw(seed, parts);
    if (kind < 2)
        change_price(&f->prices[draw(seed, f->vertex_count + 1)], seed);
    else if (kind < 5)
        change_branch(f, part, seed);
    else if (kind < 6)
        change_vertices(f, part, seed);
    else if (kind < 7)
        f->certificate.part_count = parts - 1;
    else if (parts <= PARTS)
        copy_part(f, f->certificate.part_count++, &f->parts[part]);
}

static void a_forged_certificate_proves_nothing_false(void **state)
{
    uint64_t seed = 21;
    int still_proofs = 0, refused = 0;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        static forged f;
        small_problem s;
        sk_arena arena;
        uint8_t used[MOST_ARCS];
        sk_branch_answer answer = {.used = used};
        draw_problem(&s, &seed);
        sk_arena_init(&arena, &usual);
        assert_int_equal(sk_branch_solve(&s.problem, 1 + (int32_t)draw(&seed, 60), &arena, &answer),
                         SCHAKEL_OK);
        sk_cost best = best_cost(&s, 0, 1), bound;
        for (int i = 0; i < FORGERIES && copy_certificate(&f, &s.problem, &answer.certificate); i++) {
            for (uint32_t changes = 1 + draw(&seed, 3); changes > 0; changes--)
                forge(&f, &seed);
            schakel_status status = sk_certificate_bound(&s.problem, &f.certificate, &usual, &bound);
            if (status == SCHAKEL_OK && sk_cost_less(best, bound))
                fail_msg("round %d, forgery %d proves more than the truth", round, i);
            still_proofs += status == SCHAKEL_OK;
            refused += status == SCHAKEL_INVALID;
        }
        sk_arena_destroy(&arena);
    }
    /* Other prices and other branches may prove less, and are no lie. */
    assert_true(still_proofs > 10000 && refused > 5000);
}

/* -------------------------------------------------------------------- by hand */

/* One source with two units, one of which finds room; the other costs 1 to leave. */
static const uint32_t first_arc[] = {0, 1}, arc_node[] = {0}, no_parent[] = {SK_NONE}, no_item[] = {SK_NONE};
static const int32_t two[] = {2}, one[] = {1}, none[] = {0};
static const int64_t stay[] = {1}, free_of_cost[] = {0};
static const size_t no_conflict[] = {0};
static const sk_team team = {0, 1};

static sk_branch_problem by_hand(void)
{
    return (sk_branch_problem){
        .flow = {1, 1, 1, first_arc, two, stay, arc_node, free_of_cost, no_parent, one, free_of_cost, 0},
        .arc_item = no_item,
        .first_conflict = no_conflict,
        .team_count = 1,
        .teams = &team,
        .minimum = none};
}

static schakel_status read_bound(const sk_cost *prices, const sk_certificate_part *parts, uint32_t count,
                                 sk_cost *bound)
{
    const sk_branch_problem problem = by_hand();
    const sk_certificate certificate = {prices, parts, count};
    return sk_certificate_bound(&problem, &certificate, &usual, bound);
}

/* The source's price makes a unit that stays free, and the node's price what its room is worth. */
static const sk_cost right[] = {{-1, 0}, {-1, 0}, {0, 0}};

static void what_is_counted_twice_is_refused(void **state)
{
    static const uint32_t all[] = {0, 1}, twice[] = {0, 1, 0}, half[] = {0};
    static const sk_certificate_node whole = {0, 0, SK_NO_DECISION, 0, NULL, 0};
    const sk_certificate_part part = {all, 2, &whole, 1}, repeated = {twice, 3, &whole, 1};
    const sk_certificate_part torn = {half, 1, &whole, 1}, both[] = {part, part};
    sk_cost bound;
    (void)state;
    assert_int_equal(read_bound(right, NULL, 0, &bound), SCHAKEL_OK);
    assert_true(sk_cost_equal(bound, (sk_cost){1, 0}));
    assert_int_equal(read_bound(right, &part, 1, &bound), SCHAKEL_OK);
    assert_true(sk_cost_equal(bound, (sk_cost){1, 0}));
    assert_int_equal(read_bound(right, &repeated, 1, &bound), SCHAKEL_INVALID);
    assert_int_equal(read_bound(right, both, 2, &bound), SCHAKEL_INVALID);
    assert_int_equal(read_bound(right, &torn, 1, &bound), SCHAKEL_INVALID);
}

/* A branch that is its own parent, or whose parent comes after it, leads nowhere. */
static void branches_in_a_ring_are_refused(void **state)
{
    static const uint32_t all[] = {0, 1};
    sk_certificate_node nodes[] = {{0, 1, SK_NO_DECISION, 0, NULL, 0},
                                   {0, 0, SK_TEAM_OFF, 0, NULL, 0},
                                   {0, 0, SK_TEAM_ON, 0, NULL, 0},
                                   {0, 0, SK_TEAM_ON, 0, NULL, 0},
                                   {0, 0, SK_TEAM_ON, 0, NULL, 0}};
    const sk_certificate_part part = {all, 2, nodes, 5};
    sk_cost bound;
    (void)state;
    assert_int_equal(read_bound(right, &part, 1, &bound), SCHAKEL_OK);
    nodes[3].parent = 3;
    assert_int_equal(read_bound(right, &part, 1, &bound), SCHAKEL_INVALID);
    nodes[3].parent = 4;
    nodes[4].parent = 3;
    assert_int_equal(read_bound(right, &part, 1, &bound), SCHAKEL_INVALID);
}

/* A proof of nothing at all: no branches, or none that holds anything. */
static void a_part_without_leaves_is_refused(void **state)
{
    static const uint32_t all[] = {0, 1};
    static const sk_certificate_node nodes[] = {{0, 1, SK_NO_DECISION, 0, NULL, 0},
                                                {0, 0, SK_LOCK_ARC, 0, NULL, 0},
                                                {0, 0, SK_FORBID_ARC, 0, NULL, 0}};
    const sk_certificate_part empty = {all, 2, nodes, 0}, halved = {all, 2, nodes, 2};
    const sk_certificate_part whole = {all, 2, nodes, 3};
    sk_cost bound;
    (void)state;
    assert_int_equal(read_bound(right, &empty, 1, &bound), SCHAKEL_INVALID);
    assert_int_equal(read_bound(right, &halved, 1, &bound), SCHAKEL_INVALID);
    assert_int_equal(read_bound(right, &whole, 1, &bound), SCHAKEL_OK);
    assert_true(sk_cost_equal(bound, (sk_cost){1, 0}));
}

static void prices_that_do_not_fit_are_refused(void **state)
{
    static const int64_t extremes[] = {INT64_MAX, INT64_MIN, INT64_MAX / 8 + 1, -(INT64_MAX / 8) - 1};
    static const int64_t large[] = {INT64_MAX / 8, -(INT64_MAX / 8)};
    sk_cost bound;
    (void)state;
    for (int vertex = 0; vertex < 3; vertex++)
        for (int half = 0; half < 2; half++) {
            sk_cost prices[] = {right[0], right[1], right[2]};
            int64_t *number = half == 0 ? &prices[vertex].high : &prices[vertex].low;
            for (int i = 0; i < 4; i++) {
                *number = extremes[i];
                assert_int_equal(read_bound(prices, NULL, 0, &bound), SCHAKEL_INVALID);
            }
            for (int i = 0; i < 2; i++) {
                *number = large[i];
                schakel_status status = read_bound(prices, NULL, 0, &bound);
                assert_true(status == SCHAKEL_TOO_LARGE ||
                            (status == SCHAKEL_OK && !sk_cost_less((sk_cost){1, 0}, bound)));
            }
        }
}

/* Squares so heavy that what the last unit of a root costs does not fit. */
static void loads_that_do_not_fit_are_refused(void **state)
{
    static const int32_t much[] = {1 << 29};
    static const int64_t before[] = {INT32_MAX};
    static const sk_cost prices[] = {{0, 0}, {-1, 0}, {0, 0}};
    sk_branch_problem problem = by_hand();
    const sk_certificate certificate = {prices, NULL, 0};
    sk_cost bound;
    (void)state;
    problem.flow.capacity = much;
    problem.flow.base = before;
    problem.flow.weight = INT64_MAX / 8;
    assert_int_equal(sk_certificate_bound(&problem, &certificate, &usual, &bound), SCHAKEL_TOO_LARGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_forged_certificate_proves_nothing_false),
        cmocka_unit_test(what_is_counted_twice_is_refused),
        cmocka_unit_test(branches_in_a_ring_are_refused),
        cmocka_unit_test(a_part_without_leaves_is_refused),
        cmocka_unit_test(prices_that_do_not_fit_are_refused),
        cmocka_unit_test(loads_that_do_not_fit_are_refused),
    };
    return sk_allocator_resolve(NULL, &usual) ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
