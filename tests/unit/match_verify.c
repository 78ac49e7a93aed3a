/* Matchings are verified against their school, and 10,000 corrupted ones are refused. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "match/outcome.h"
#include "unit/match_random.h"

enum { CORRUPTED = 10000, FAR = 1 << 30 };

/* ------------------------------------------------------------- corruptions */

/* Each changes a matching, and returns 0 when this one has nothing of the kind. The test puts everything back. */
typedef int (*corruption)(schakel_matching *m, uint64_t *seed);

static schakel_match_ask *some_ask(schakel_matching *m, uint64_t *seed)
{
    return m->ask_count == 0 ? NULL : &m->asks[draw(seed, (uint32_t)m->ask_count)];
}

static schakel_match_open *some_open(schakel_matching *m, uint64_t *seed)
{
    return m->open_count == 0 ? NULL : &m->opens[draw(seed, (uint32_t)m->open_count)];
}

static schakel_match_dropped *some_drop(schakel_matching *m, uint64_t *seed)
{
    return m->drop_count == 0 ? NULL : &m->drops[draw(seed, (uint32_t)m->drop_count)];
}

static int32_t one_off(uint64_t *seed)
{
    return draw(seed, 2) == 0 ? 1 : -1;
}

static int leave_out_an_ask(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *ask = some_ask(m, seed);
    if (ask != NULL)
        *ask = m->asks[--m->ask_count];
    return ask != NULL;
}

static int repeat_an_ask(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *one = some_ask(m, seed), *other = some_ask(m, seed);
    if (one == other)
        return 0;
    *one = *other;
    return 1;
}

static int swap_asks(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *one = some_ask(m, seed), *other = some_ask(m, seed);
    if (one == other)
        return 0;
    schakel_match_ask kept = *one;
    *one = *other;
    *other = kept;
    return 1;
}

static int ask_somebody_else(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *ask = some_ask(m, seed);
    if (ask == NULL || ask->next_adult_id == NULL)
        return 0;
    ask->adult_id = ask->next_adult_id;
    return 1;
}

static int ask_a_stranger(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *ask = some_ask(m, seed);
    if (ask != NULL)
        ask->adult_id = "stranger";
    return ask != NULL;
}

static int change_a_place(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *ask = some_ask(m, seed);
    if (ask != NULL)
        ask->place_id = "no place";
    return ask != NULL;
}

static int change_a_number(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *ask = some_ask(m, seed);
    if (ask == NULL)
        return 0;
    int32_t *numbers[] = {&ask->fit, &ask->date, &ask->ask_by, &ask->asked_before, &ask->was_planned};
    *numbers[draw(seed, 5)] += one_off(seed);
    return 1;
}

static int change_a_reason(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *ask = some_ask(m, seed);
    if (ask != NULL)
        ask->reasons ^= 1U << draw(seed, 8);
    return ask != NULL;
}

static int change_a_sentence(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *ask = some_ask(m, seed);
    if (ask != NULL)
        ask->reason_nl = ask->reason_en;
    return ask != NULL;
}

static int change_who_is_next(schakel_matching *m, uint64_t *seed)
{
    schakel_match_ask *ask = some_ask(m, seed);
    if (ask != NULL)
        ask->next_adult_id = ask->next_adult_id == NULL ? ask->adult_id : NULL;
    return ask != NULL;
}

static int change_an_open_place(schakel_matching *m, uint64_t *seed)
{
    schakel_match_open *open = some_open(m, seed);
    if (open == NULL)
        return 0;
    if (draw(seed, 2) == 0)
        open->missing += one_off(seed);
    else
        open->reason = (schakel_open_reason)((open->reason + 1) % 11);
    return 1;
}

static int leave_out_an_open_place(schakel_matching *m, uint64_t *seed)
{
    (void)seed;
    return m->open_count > 0 && m->open_count-- > 0;
}

static int change_a_drop(schakel_matching *m, uint64_t *seed)
{
    schakel_match_dropped *drop = some_drop(m, seed);
    if (drop != NULL)
        drop->reason = (schakel_drop_reason)((drop->reason + 1 + draw(seed, 4)) % 5);
    return drop != NULL;
}

static int leave_out_a_drop(schakel_matching *m, uint64_t *seed)
{
    (void)seed;
    return m->drop_count > 0 && m->drop_count-- > 0;
}

static int change_the_proof(schakel_matching *m, uint64_t *seed)
{
    schakel_match_proof *proof = &m->proof;
    int64_t *numbers[] = {&proof->value_high, &proof->value_low, &proof->bound_high, &proof->bound_low};
    *numbers[draw(seed, 4)] += one_off(seed) * (1 + (int32_t)draw(seed, 3));
    return 1;
}

static int claim_the_best_or_not(schakel_matching *m, uint64_t *seed)
{
    (void)seed;
    m->proof.optimal = !m->proof.optimal;
    return 1;
}

/*
 * A source whose price is far too high makes the bound far too low: it has a unit or more, each of which counts the
 * price less. `mutable_prices` are the copies that the test lets corruptions write.
 */
static sk_cost *mutable_prices;
static uint32_t price_count;
static sk_certificate_node *mutable_nodes;
static sk_priced *mutable_leaf_prices;

static int is_in_part(const schakel_matching *m, uint32_t vertex)
{
    for (uint32_t i = 0; i < m->certificate.part_count; i++)
        for (size_t j = 0; j < m->certificate.parts[i].vertex_count; j++)
            if (m->certificate.parts[i].vertices[j] == vertex)
                return 1;
    return 0;
}

static int change_a_price(schakel_matching *m, uint64_t *seed)
{
    /* Sources come first; every place that wants somebody is one. */
    uint32_t sources = 0;
    for (size_t i = 0; i < m->ask_count; i++)
        sources += i == 0 || m->asks[i].place_id != m->asks[i - 1].place_id;
    if (sources == 0 || is_in_part(m, 0))
        return 0;
    (void)seed;
    mutable_prices[0].high += FAR;
    return 1;
}

/* A branch that both locks and forbids an arc holds nothing, and its prices mean nothing. */
static int may_hold_nothing(const sk_certificate_part *part, uint32_t index)
{
    for (uint32_t i = index; i != 0; i = part->nodes[i].parent)
        if (part->nodes[i].decision == SK_LOCK_ARC)
            return 1;
    return 0;
}

/* In a leaf that holds something, a source of the part gets a price that is far too high. */
static int change_a_leaf(schakel_matching *m, uint64_t *seed)
{
    if (m->certificate.part_count == 0)
        return 0;
    const sk_certificate_part *part = &m->certificate.parts[0];
    for (uint32_t tries = 0; tries < 20; tries++) {
        uint32_t index = draw(seed, part->node_count);
        sk_certificate_node *node = &mutable_nodes[index];
        if (node->first_child != 0 || may_hold_nothing(part, index))
            continue;
        for (size_t i = 0; i < node->price_count; i++)
            mutable_leaf_prices[i] = node->prices[i];
        size_t at = 0;
        while (at < node->price_count && node->prices[at].vertex != part->vertices[0])
            at++;
        mutable_leaf_prices[at].vertex = part->vertices[0];
        mutable_leaf_prices[at].price.low = 0;
        mutable_leaf_prices[at].price.high = (int64_t)FAR * 1024;
        node->prices = mutable_leaf_prices;
        node->price_count += at == node->price_count;
        return 1;
    }
    return 0;
}

static int change_a_decision(schakel_matching *m, uint64_t *seed)
{
    if (m->certificate.part_count == 0 || m->certificate.parts[0].node_count < 2)
        return 0;
    sk_certificate_node *node = &mutable_nodes[1 + draw(seed, m->certificate.parts[0].node_count - 1)];
    switch (draw(seed, 4)) {
    case 0:
        node->subject += 1;
        return 1;
    case 1:
        node->decision = (sk_decision)(node->decision % 6 + 1);
        return 1;
    case 2:
        node->parent = (uint32_t)(node - mutable_nodes);
        return 1;
    default:
        node->subject = UINT32_MAX;
        return 1;
    }
}

static int lose_a_branch(schakel_matching *m, uint64_t *seed)
{
    (void)seed;
    if (m->certificate.part_count == 0)
        return 0;
    sk_certificate_part *part = (sk_certificate_part *)m->certificate.parts;
    return part->node_count > 1 && part->node_count-- > 1;
}

static const corruption corruptions[] = {
    leave_out_an_ask,     repeat_an_ask,   swap_asks,         ask_somebody_else, ask_a_stranger,
    change_a_place,       change_a_number, change_a_reason,   change_a_sentence, change_who_is_next,
    change_an_open_place, change_a_drop,   leave_out_a_drop,  change_the_proof,  claim_the_best_or_not,
    change_a_price,       change_a_leaf,   change_a_decision, lose_a_branch,     leave_out_an_open_place,
};
enum { KINDS = sizeof corruptions / sizeof corruptions[0] };

/* ------------------------------------------------------------------ the test */

static void *copy_of(const void *items, size_t count, size_t size, size_t spare)
{
    char *copy = calloc(count + spare, size);
    assert_non_null(copy);
    if (count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

static size_t most_leaf_prices(const sk_certificate_part *part)
{
    size_t most = 0;
    for (uint32_t i = 0; i < part->node_count; i++)
        most = part->nodes[i].price_count > most ? part->nodes[i].price_count : most;
    return most;
}

/* Corrupt a copy of what the matching holds, see what the check says, and put the matching back. */
static int is_refused(schakel_matching *m, const schakel_school *school, corruption corrupt, uint64_t *seed,
                      int *applied)
{
    schakel_matching kept = *m;
    sk_certificate_part none = {NULL, 0, NULL, 0};
    const sk_certificate_part *first = m->certificate.part_count > 0 ? m->certificate.parts : &none;
    sk_certificate_part *parts = copy_of(m->certificate.parts, m->certificate.part_count, sizeof *parts, 1);
    m->asks = copy_of(m->asks, m->ask_count, sizeof *m->asks, 1);
    m->opens = copy_of(m->opens, m->open_count, sizeof *m->opens, 1);
    m->drops = copy_of(m->drops, m->drop_count, sizeof *m->drops, 1);
    mutable_prices = copy_of(m->certificate.prices, price_count, sizeof *mutable_prices, 1);
    mutable_nodes = copy_of(first->nodes, first->node_count, sizeof *mutable_nodes, 1);
    mutable_leaf_prices = copy_of(NULL, 0, sizeof *mutable_leaf_prices, most_leaf_prices(first) + 1);
    if (m->certificate.part_count > 0)
        parts[0].nodes = mutable_nodes;
    m->certificate.parts = parts;
    m->certificate.prices = mutable_prices;
    *applied = corrupt(m, seed);
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_status status = schakel_matching_verify(m, school, &error);
    void *copies[] = {parts, m->asks, m->opens, m->drops, mutable_prices, mutable_nodes, mutable_leaf_prices};
    for (size_t i = 0; i < sizeof copies / sizeof copies[0]; i++)
        free(copies[i]);
    *m = kept;
    return status == SCHAKEL_INVALID && error.path[0] == '/' && error.message[0] != '\0';
}

/* How many vertices the problem of a school has, worked out as the matching does. */
static uint32_t count_prices(const schakel_matching *m, const schakel_school *school)
{
    roster r;
    network n;
    uint32_t count = 0;
    assert_int_equal(sk_roster_begin(&r, school, &m->options), SCHAKEL_OK);
    assert_true(sk_roster_find_pairs(&r));
    assert_int_equal(sk_network_build(&r, &n), SCHAKEL_OK);
    count = n.problem.flow.source_count + n.problem.flow.node_count + 1;
    sk_roster_end(&r);
    return count;
}

static void corrupted_matchings_are_refused(void **state)
{
    uint64_t seed = 11;
    size_t refused = 0, of_kind[KINDS] = {0};
    (void)state;
    while (refused < CORRUPTED) {
        drawn_school drawn;
        drawn_plan old_plan;
        schakel_match_options options;
        schakel_matching *m = NULL;
        draw_school(&drawn, &seed);
        draw_plan(&old_plan, &drawn, &seed);
        draw_options(&options, &old_plan, &seed);
        options.max_nodes = draw(&seed, 4) == 0 ? 1 + (int32_t)draw(&seed, 3) : options.max_nodes;
        schakel_school *school = build_school(&drawn, 0);
        assert_int_equal(schakel_match(school, &options, &m, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_matching_verify(m, school, NULL), SCHAKEL_OK);
        price_count = count_prices(m, school);
        for (size_t i = 0; i < KINDS; i++) {
            int applied;
            int fine = is_refused(m, school, corruptions[i], &seed, &applied);
            if (applied && !fine)
                fail_msg("a corruption of kind %zu is not refused", i);
            refused += (size_t)applied;
            of_kind[i] += (size_t)applied;
        }
        assert_int_equal(schakel_matching_verify(m, school, NULL), SCHAKEL_OK);
        schakel_matching_destroy(m);
        schakel_school_destroy(school);
    }
    for (size_t i = 0; i < KINDS; i++)
        if (of_kind[i] < 20)
            fail_msg("only %zu corruptions of kind %zu", of_kind[i], i);
}

/* The school changes after the matching: what it says does not hold any more. */
static void a_matching_of_another_school_is_refused(void **state)
{
    uint64_t seed = 12;
    size_t with_asks = 0;
    (void)state;
    while (with_asks < 500) {
        drawn_school drawn;
        schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
        schakel_matching *m = NULL;
        schakel_error error = SCHAKEL_ERROR_INIT;
        options.today = TODAY;
        draw_school(&drawn, &seed);
        schakel_school *school = build_school(&drawn, 0);
        assert_int_equal(schakel_match(school, &options, &m, NULL), SCHAKEL_OK);
        if (schakel_matching_count(m) > 0) {
            schakel_match_ask planned = SCHAKEL_MATCH_ASK_INIT;
            schakel_ask ask = SCHAKEL_ASK_INIT;
            schakel_matching_get(m, 0, &planned);
            ask.id = "it is declined";
            ask.adult_id = planned.adult_id;
            ask.need_id = planned.need_id;
            ask.place_id = planned.place_id;
            ask.date = TODAY;
            ask.state = SCHAKEL_ASK_NO;
            assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
            assert_int_equal(schakel_matching_verify(m, school, &error), SCHAKEL_INVALID);
            with_asks++;
        }
        schakel_matching_destroy(m);
        schakel_school_destroy(school);
    }
}

static void misuse_is_told(void **state)
{
    (void)state;
    assert_int_equal(schakel_matching_verify(NULL, NULL, NULL), SCHAKEL_MISUSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(corrupted_matchings_are_refused),
        cmocka_unit_test(a_matching_of_another_school_is_refused),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
