/*
 * Checking a matching against its school. What is asked and what it costs is looked at in the terms of the school;
 * the bound is read from the certificate. None of the solver's code is used.
 */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "match/outcome.h"
#include "solve/certificate.h"

typedef struct checking {
    const schakel_matching *matching;
    roster r;
    network n;
    plan p;
    schakel_error *error;
} checking;

/* Wrong at an item of a list, or (index SCHAKEL_NONE) in a member. */
static schakel_status refuse(const checking *c, const char *member, size_t index, const char *message)
{
    char path[40];
    if (index == SCHAKEL_NONE)
        snprintf(path, sizeof path, "/%s", member);
    else
        snprintf(path, sizeof path, "/%s/%zu", member, index);
    return sk_fail(c->error, SCHAKEL_INVALID, path, "%s", message);
}

/* --------------------------------------------------------------------- asks */

/* Is the adult of an ask free for it beside the other asks, and not alone against their wish? */
static int may_stand(const checking *c, const plan_ask *ask)
{
    const roster *r = &c->r;
    const roster_pair *pair = &r->pairs[ask->pair];
    uint32_t need = r->places[ask->place].need, together = r->offers[pair->offer].together;
    int has_company = together == SK_NOBODY || sk_is_in_need(r, together, need);
    for (uint32_t i = c->p.first_of_adult[pair->adult]; i != SK_NONE; i = c->p.asks[i].next_of_adult) {
        uint32_t other = r->places[c->p.asks[i].place].need;
        if (&c->p.asks[i] != ask && (other == need || sk_needs_clash(r, other, need)))
            return 0;
    }
    uint32_t first = together == SK_NOBODY ? SK_NONE : c->p.first_of_adult[together];
    for (uint32_t i = first; i != SK_NONE; i = c->p.asks[i].next_of_adult)
        has_company |= r->places[c->p.asks[i].place].need == need;
    return has_company && c->p.asks_of_adult[pair->adult] <= r->adults[pair->adult].room &&
           c->p.asks_of_offer[pair->offer] <= r->offers[pair->offer].room &&
           c->p.asks_of_place[ask->place] <= r->places[ask->place].wanted && !sk_plan_is_off(&c->p, need);
}

static schakel_status check_together(const checking *c)
{
    for (size_t i = 0; i < c->p.ask_count; i++)
        if (!may_stand(c, &c->p.asks[i]))
            return refuse(c, "asks", SCHAKEL_NONE, "expected asks that are allowed together");
    return SCHAKEL_OK;
}

/* --------------------------------------------------------------------- value */

/* What the plan costs. Returns 0 when that does not fit. */
static int find_cost(const checking *c, sk_cost *cost)
{
    const roster *r = &c->r;
    const sk_weights *weights = &c->n.weights;
    const int64_t most = INT64_MAX / 2;
    *cost = (sk_cost){0, 0};
    for (size_t i = 0; i < r->place_count; i++)
        if (!sk_add_product(&cost->high, r->places[i].wanted - c->p.asks_of_place[i],
                            weights->place[r->needs[r->places[i].need].record.priority], most))
            return 0;
    for (size_t i = 0; i < c->p.ask_count; i++) {
        const roster_pair *pair = &r->pairs[c->p.asks[i].pair];
        if (!sk_add_product(&cost->low, 1000 - pair->fit, weights->misfit, most) ||
            !sk_add_product(&cost->low, !pair->was_planned, weights->change, most))
            return 0;
    }
    for (size_t i = 0; i < r->adult_count; i++) {
        int64_t load = (int64_t)r->adults[i].asked + c->p.asks_of_adult[i];
        if (!sk_add_product(&cost->low, load * load, weights->square, most))
            return 0;
    }
    return 1;
}

static schakel_status check_proof(const checking *c)
{
    const schakel_match_proof *proof = &c->matching->proof;
    const sk_cost claimed_value = {proof->value_high, proof->value_low},
                  claimed_bound = {proof->bound_high, proof->bound_low};
    sk_cost value, bound;
    if (!find_cost(c, &value))
        return SCHAKEL_TOO_LARGE;
    if (!sk_cost_equal(value, claimed_value))
        return refuse(c, "proof/value", SCHAKEL_NONE, "expected what the asks cost");
    schakel_status status =
        sk_certificate_bound(&c->n.problem, &c->matching->certificate, c->r.arena.allocator, &bound);
    if (status == SCHAKEL_INVALID)
        return refuse(c, "proof/bound", SCHAKEL_NONE, "expected prices and branches that are a proof");
    if (status != SCHAKEL_OK)
        return status;
    bound.low += c->n.squares_before;
    if (!sk_cost_equal(bound, claimed_bound))
        return refuse(c, "proof/bound", SCHAKEL_NONE, "expected what prices and branches prove");
    if (proof->optimal != sk_cost_equal(value, bound))
        return refuse(c, "proof/optimal", SCHAKEL_NONE, "expected whether the value equals the bound");
    if (proof->nodes < 1 || proof->nodes > c->matching->options.max_nodes)
        return refuse(c, "proof/nodes", SCHAKEL_NONE, "expected a number of branches within the limit");
    return SCHAKEL_OK;
}

/* ----------------------------------------------------------------- the words */

static int same_text(const char *one, const char *other)
{
    return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

static int same_ask(const schakel_match_ask *one, const schakel_match_ask *other)
{
    return same_text(one->need_id, other->need_id) && same_text(one->place_id, other->place_id) &&
           same_text(one->adult_id, other->adult_id) && same_text(one->offer_id, other->offer_id) &&
           one->fit == other->fit && one->date == other->date && one->ask_by == other->ask_by &&
           one->asked_before == other->asked_before && one->reasons == other->reasons &&
           same_text(one->reason_nl, other->reason_nl) && same_text(one->reason_en, other->reason_en) &&
           same_text(one->next_adult_id, other->next_adult_id) && one->was_planned == other->was_planned;
}

static int same_open(const schakel_match_open *one, const schakel_match_open *other)
{
    return same_text(one->need_id, other->need_id) && same_text(one->place_id, other->place_id) &&
           one->missing == other->missing && one->reason == other->reason &&
           same_text(one->why_nl, other->why_nl) && same_text(one->why_en, other->why_en);
}

static int same_drop(const schakel_match_dropped *one, const schakel_match_dropped *other)
{
    return same_text(one->need_id, other->need_id) && same_text(one->place_id, other->place_id) &&
           same_text(one->adult_id, other->adult_id) && one->reason == other->reason &&
           same_text(one->why_nl, other->why_nl) && same_text(one->why_en, other->why_en);
}

/* Is all that is said of the plan what would be said of it again? */
static schakel_status compare(const checking *c, const schakel_matching *again)
{
    const schakel_matching *m = c->matching;
    if (m->ask_count != again->ask_count)
        return refuse(c, "asks", SCHAKEL_NONE, "expected another number of asks");
    for (size_t i = 0; i < m->ask_count; i++)
        if (!same_ask(&m->asks[i], &again->asks[i]))
            return refuse(c, "asks", i, "expected other words or numbers, or another order");
    if (m->open_count != again->open_count)
        return refuse(c, "open", SCHAKEL_NONE, "expected another number of open places");
    for (size_t i = 0; i < m->open_count; i++)
        if (!same_open(&m->opens[i], &again->opens[i]))
            return refuse(c, "open", i, "expected other words or numbers, or another order");
    if (m->drop_count != again->drop_count)
        return refuse(c, "dropped", SCHAKEL_NONE, "expected another number of dropped asks");
    for (size_t i = 0; i < m->drop_count; i++)
        if (!same_drop(&m->drops[i], &again->drops[i]))
            return refuse(c, "dropped", i, "expected other words, or another order");
    return SCHAKEL_OK;
}

static schakel_status check_words(checking *c)
{
    schakel_matching again = {.allocator = *c->r.arena.allocator};
    sk_arena_init(&again.arena, &again.allocator);
    schakel_status status = sk_fill_matching(&again, &c->p) ? compare(c, &again) : SCHAKEL_NO_MEMORY;
    sk_arena_destroy(&again.arena);
    return status;
}

/* -------------------------------------------------------------------- verify */

/* Read the plan of the matching, if its asks are asks that could be made. */
static schakel_status read_plan(checking *c)
{
    size_t wrong;
    schakel_status status = sk_plan_read(c->matching, &c->r, &c->n, &c->p, &wrong);
    if (status == SCHAKEL_INVALID)
        return refuse(c, "asks", wrong,
                      "expected an ask that is allowed, by the best offer for it, and once");
    return status;
}

static schakel_status check(checking *c)
{
    schakel_status status = read_plan(c);
    if (status == SCHAKEL_OK)
        status = check_together(c);
    if (status == SCHAKEL_OK)
        status = check_proof(c);
    return status == SCHAKEL_OK ? check_words(c) : status;
}

schakel_status schakel_matching_verify(const schakel_matching *matching, const schakel_school *school,
                                       schakel_error *error)
{
    if (matching == NULL || school == NULL)
        return sk_fail_misuse(error, "expected a matching and its school");
    checking c = {.matching = matching, .error = error};
    schakel_status status = sk_roster_begin(&c.r, school, &matching->options);
    if (status == SCHAKEL_OK)
        status = check(&c);
    sk_roster_end(&c.r);
    if (status == SCHAKEL_NO_MEMORY)
        return sk_fail_memory(error);
    if (status == SCHAKEL_TOO_LARGE)
        return sk_fail(error, status, NULL, "the school is so large that costs could exceed 63 bits");
    return status;
}
