/* Matching: from a school to asks, in one call. */
#include "match/outcome.h"

#include "base/error.h"

/* ------------------------------------------------------------------- options */

static schakel_status check_number(int32_t number, int32_t least, int32_t most, const char *path,
                                   schakel_error *error)
{
    if (number >= least && number <= most)
        return SCHAKEL_OK;
    return sk_fail(error, SCHAKEL_INVALID, path, "expected a number from %d to %d, found %d", (int)least,
                   (int)most, (int)number);
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
    };
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0] && status == SCHAKEL_OK; i++)
        status = check_number(numbers[i].number, numbers[i].least, numbers[i].most, numbers[i].path, error);
    return status;
}

/* ------------------------------------------------------------------- matching */

static void fill_proof(schakel_matching *matching, const network *n, const sk_branch_answer *answer)
{
    schakel_match_proof *proof = &matching->proof;
    *proof = (schakel_match_proof)SCHAKEL_MATCH_PROOF_INIT;
    proof->value_high = answer->value.high;
    proof->value_low = answer->value.low + n->squares_before;
    proof->bound_high = answer->bound.high;
    proof->bound_low = answer->bound.low + n->squares_before;
    proof->optimal = sk_cost_equal(answer->value, answer->bound);
    proof->nodes = answer->nodes;
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
    fill_proof(matching, &n, &answer);
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
    status = sk_roster_begin(&r, school, &full);
    if (status == SCHAKEL_OK)
        status = solve(&r, matching);
    sk_roster_end(&r);
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

schakel_status schakel_matching_get_proof(const schakel_matching *matching, schakel_match_proof *out)
{
    if (matching == NULL || out == NULL || !sk_record_out(out, &matching->proof, sizeof matching->proof))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}
