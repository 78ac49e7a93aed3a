/* Matching: from a school to asks, in one call. */
#include <stdio.h>

#include "base/error.h"
#include "match/outcome.h"
#include "match/planned.h"
#include "solve/certificate.h"

/* ------------------------------------------------------------------- options */

static schakel_status check_planned(const schakel_match_options *options, schakel_error *error)
{
    char path[40];
    if (options->planned_count > INT32_MAX || (options->planned == NULL && options->planned_count > 0))
        return sk_fail(error, SCHAKEL_INVALID, "/planned", "expected as many asks as the count says");
    for (size_t i = 0; i < options->planned_count; i++) {
        const schakel_planned *planned = &options->planned[i];
        if (planned->need_id != NULL && planned->place_id != NULL && planned->adult_id != NULL)
            continue;
        snprintf(path, sizeof path, "/planned/%zu", i);
        return sk_fail(error, SCHAKEL_INVALID, path, "expected a need, a place and an adult");
    }
    return SCHAKEL_OK;
}

static schakel_status take_options(const schakel_match_options *given, schakel_match_options *out,
                                   schakel_error *error)
{
    const schakel_match_options defaults = SCHAKEL_MATCH_OPTIONS_INIT;
    *out = defaults;
    if (given == NULL || !sk_record_in(given, out, sizeof *out))
        return sk_fail_misuse(error, "expected options with their struct_size");
    out->struct_size = sizeof *out;
    if (schakel_date_to_ymd(out->today, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/today", "expected a date in the years 1 to 9999");
    const struct {
        int32_t number, least, most;
        const char *path;
    } numbers[] = {
        {(int32_t)out->objective, SCHAKEL_OBJECTIVE_BALANCED, SCHAKEL_OBJECTIVE_FAIREST, "/objective"},
        {out->fit_weight, 0, 1000, "/fit_weight"},
        {out->spread_weight, 0, 100000, "/spread_weight"},
        {out->travel_minutes, 0, 1440, "/travel_minutes"},
        {out->max_nodes, 1, INT32_MAX, "/max_nodes"},
        {out->change_weight, 0, 1000000, "/change_weight"},
    };
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0] && status == SCHAKEL_OK; i++)
        status =
            sk_check_number(error, numbers[i].path, numbers[i].number, numbers[i].least, numbers[i].most);
    return status == SCHAKEL_OK ? check_planned(out, error) : status;
}

/* ------------------------------------------------------------------- matching */

/* Where the best is not proven, the certificate may prove more than the search knew of. */
static schakel_status fill_proof(schakel_matching *matching, const network *n, sk_branch_answer *answer)
{
    schakel_match_proof *proof = &matching->proof;
    schakel_status status = SCHAKEL_OK;
    if (!sk_cost_equal(answer->value, answer->bound))
        status = sk_certificate_bound(&n->problem, &answer->certificate, matching->arena.allocator,
                                      &answer->bound);
    matching->certificate = answer->certificate;
    *proof = (schakel_match_proof)SCHAKEL_MATCH_PROOF_INIT;
    proof->value_high = answer->value.high;
    proof->value_low = answer->value.low + n->squares_before;
    proof->bound_high = answer->bound.high;
    proof->bound_low = answer->bound.low + n->squares_before;
    proof->optimal = sk_cost_equal(answer->value, answer->bound);
    proof->nodes = answer->nodes;
    return status;
}

static schakel_status solve(roster *r, schakel_matching *matching)
{
    network n;
    plan p;
    schakel_status status = sk_roster_find_pairs(r) ? sk_network_build(r, &n) : SCHAKEL_NO_MEMORY;
    if (status != SCHAKEL_OK)
        return status;
    sk_branch_answer answer = {.used = sk_arena_alloc(&r->arena, n.problem.flow.arc_count)};
    if (answer.used == NULL)
        return SCHAKEL_NO_MEMORY;
    status = sk_branch_solve(&n.problem, r->options.max_nodes, &matching->arena, &answer);
    if (status != SCHAKEL_OK)
        return status;
    status = fill_proof(matching, &n, &answer);
    if (status != SCHAKEL_OK)
        return status;
    if (!sk_plan_begin(&p, r, &n, answer.used) || !sk_fill_matching(matching, &p))
        return SCHAKEL_NO_MEMORY;
    return SCHAKEL_OK;
}

schakel_status schakel_match(const schakel_school *school, const schakel_match_options *options,
                             schakel_matching **out, schakel_error *error)
{
    schakel_match_options full;
    roster r;
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the matching");
    *out = NULL;
    if (school == NULL)
        return sk_fail_misuse(error, "no school to match");
    schakel_status status = take_options(options, &full, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_matching *matching = sk_alloc_zeroed(sk_handle_allocator(school), 1, sizeof *matching);
    if (matching == NULL)
        return sk_fail_memory(error);
    matching->allocator = *sk_handle_allocator(school);
    sk_arena_init(&matching->arena, &matching->allocator);
    status = SCHAKEL_NO_MEMORY;
    if (sk_planned_copy(&matching->arena, &full, &matching->options)) {
        status = sk_roster_begin(&r, school, &matching->options);
        if (status == SCHAKEL_OK)
            status = solve(&r, matching);
        sk_roster_end(&r);
    }
    if (status == SCHAKEL_OK) {
        *out = matching;
        return SCHAKEL_OK;
    }
    schakel_matching_destroy(matching);
    return status == SCHAKEL_NO_MEMORY
               ? sk_fail_memory(error)
               : sk_fail(error, status, NULL, "the school is so large that costs could exceed 63 bits");
}

void schakel_matching_destroy(schakel_matching *matching)
{
    if (matching == NULL)
        return;
    sk_arena_destroy(&matching->arena);
    schakel_allocator allocator = matching->allocator;
    sk_free(&allocator, matching);
}

/* -------------------------------------------------------------------- reading */

size_t schakel_matching_count(const schakel_matching *matching)
{
    return matching == NULL ? 0 : matching->ask_count;
}

schakel_status schakel_matching_get(const schakel_matching *matching, size_t index, schakel_match_ask *out)
{
    if (index >= schakel_matching_count(matching) || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &matching->asks[index], sizeof *matching->asks) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_matching_open_count(const schakel_matching *matching)
{
    return matching == NULL ? 0 : matching->open_count;
}

schakel_status schakel_matching_get_open(const schakel_matching *matching, size_t index,
                                         schakel_match_open *out)
{
    if (index >= schakel_matching_open_count(matching) || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &matching->opens[index], sizeof *matching->opens) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_matching_dropped_count(const schakel_matching *matching)
{
    return matching == NULL ? 0 : matching->drop_count;
}

schakel_status schakel_matching_get_dropped(const schakel_matching *matching, size_t index,
                                            schakel_match_dropped *out)
{
    if (index >= schakel_matching_dropped_count(matching) || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &matching->drops[index], sizeof *matching->drops) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

schakel_status schakel_matching_get_proof(const schakel_matching *matching, schakel_match_proof *out)
{
    if (matching == NULL || out == NULL || !sk_record_out(out, &matching->proof, sizeof matching->proof))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}
