/* Moments that together reach as many as possible. */
#include <stdlib.h>

#include "base/error.h"
#include "outreach/timing.h"
#include "solve/cover.h"

struct schakel_spread {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_spread_summary summary;
    schakel_spread_moment *moments; /* by date and time */
    size_t moment_count;
    const char **missed; /* by id */
    size_t missed_count;
};

static schakel_status check_options(const schakel_spread_options *options, schakel_error *error)
{
    if (options->each != SCHAKEL_SPREAD_ADULTS && options->each != SCHAKEL_SPREAD_FAMILIES)
        return sk_fail(error, SCHAKEL_INVALID, "/each", "expected adults or families");
    schakel_status status = sk_check_number(error, "/times", options->times, 0, SCHAKEL_SLOTS_MAX);
    return status == SCHAKEL_OK ? sk_check_number(error, "/max_nodes", options->max_nodes, 1, INT32_MAX)
                                : status;
}

/* ----------------------------------------------------------------- who is covered */

/* Those that are to be reached, with the slots at which they can come. */
typedef struct to_reach {
    const schakel_timing *timing;
    schakel_spread_each each;
    size_t count;
    const uint64_t *slots;
    unsigned char *reached; /* filled as moments are told */
} to_reach;

/* Of each family the slots at which somebody can come; NULL when memory ran out. */
static const uint64_t *slots_of_families(const schakel_timing *timing, sk_arena *arena)
{
    size_t words = timing->words;
    uint64_t *slots = sk_arena_array(arena, timing->people.families * words, sizeof *slots, 0);
    for (size_t i = 0; slots != NULL && i < timing->audience.count; i++) {
        const sk_member *member = &timing->audience.members[i];
        for (size_t f = 0; f < member->family_count; f++)
            for (size_t word = 0; word < words; word++)
                slots[member->families[f] * words + word] |= sk_slots_of(timing, i)[word];
    }
    return slots;
}

static int begin_reaching(to_reach *r, const schakel_timing *timing, schakel_spread_each each,
                          sk_arena *arena)
{
    int by_family = each == SCHAKEL_SPREAD_FAMILIES;
    *r = (to_reach){.timing = timing, .each = each};
    r->count = by_family ? timing->people.families : timing->people.adults;
    r->slots = by_family ? slots_of_families(timing, arena) : timing->can_come;
    r->reached = sk_arena_array(arena, r->count, 1, 0);
    return r->slots != NULL && r->reached != NULL;
}

/* Count who can come at a moment, and who of them could not before. */
static void count_moment(const to_reach *r, schakel_spread_moment *moment)
{
    size_t slot = moment->slot_index;
    for (size_t i = 0; i < r->count; i++) {
        if (!(r->slots[i * r->timing->words + slot / 64] >> slot % 64 & 1))
            continue;
        moment->can_come++;
        moment->first_time += !r->reached[i];
        r->reached[i] = 1;
    }
}

static int is_missed(const to_reach *r, size_t member)
{
    const sk_member *m = &r->timing->audience.members[member];
    if (r->each == SCHAKEL_SPREAD_ADULTS)
        return !r->reached[member];
    for (size_t f = 0; f < m->family_count; f++)
        if (!r->reached[m->families[f]])
            return 1;
    return 0;
}

/* --------------------------------------------------------------------- the answer */

/* Of two that begin together, one reaches all that the other does: never both are chosen. */
static int by_time(const void *a, const void *b)
{
    const schakel_spread_moment *left = a, *right = b;
    if (left->slot.date != right->slot.date)
        return left->slot.date < right->slot.date ? -1 : 1;
    return left->slot.start - right->slot.start;
}

/* The chosen slots as moments, by time. */
static void take_moments(schakel_spread *spread, const to_reach *r, const sk_cover_answer *answer)
{
    for (size_t rank = 0; rank < r->timing->slot_count; rank++) {
        const schakel_timing_row *row = &r->timing->moments[rank].row;
        for (uint32_t i = 0; i < answer->chosen_count; i++)
            if (answer->chosen[i] == row->slot_index) {
                schakel_spread_moment *moment = &spread->moments[spread->moment_count++];
                *moment = (schakel_spread_moment)SCHAKEL_SPREAD_MOMENT_INIT;
                moment->slot_index = row->slot_index;
                moment->slot = row->slot;
            }
    }
    qsort(spread->moments, spread->moment_count, sizeof *spread->moments, by_time);
    for (size_t i = 0; i < spread->moment_count; i++)
        count_moment(r, &spread->moments[i]);
}

static void take_missed(schakel_spread *spread, const to_reach *r)
{
    for (size_t i = 0; i < r->timing->audience.count; i++)
        if (is_missed(r, i))
            spread->missed[spread->missed_count++] = r->timing->adult_ids[i];
}

static int choose(schakel_spread *spread, const schakel_timing *timing, const schakel_spread_options *options)
{
    sk_arena *arena = &spread->arena;
    to_reach r;
    sk_cover_answer answer = {.chosen = sk_arena_alloc(arena, timing->slot_count * sizeof *answer.chosen)};
    spread->moments = sk_arena_alloc(arena, timing->slot_count * sizeof *spread->moments);
    spread->missed = sk_arena_alloc(arena, timing->people.adults * sizeof *spread->missed);
    if (answer.chosen == NULL || spread->moments == NULL || spread->missed == NULL ||
        !begin_reaching(&r, timing, options->each, arena))
        return 0;
    const sk_cover_problem problem = {(uint32_t)timing->slot_count, r.count, r.slots,
                                      (uint32_t)options->times, (uint32_t)options->max_nodes};
    if (!sk_cover_solve(&problem, &spread->allocator, &answer))
        return 0;
    take_moments(spread, &r, &answer);
    take_missed(spread, &r);
    spread->summary = (schakel_spread_summary){.struct_size = sizeof spread->summary,
                                               .people = r.count,
                                               .reached = (size_t)answer.covered,
                                               .bound = (size_t)answer.bound,
                                               .fewest = options->times == 0 ? answer.fewest : 0,
                                               .optimal = answer.optimal,
                                               .each = options->each};
    return 1;
}

/* ------------------------------------------------------------------ public calls */

schakel_status schakel_spread_make(const schakel_timing *timing, const schakel_spread_options *options,
                                   schakel_spread **out, schakel_error *error)
{
    schakel_spread_options used = SCHAKEL_SPREAD_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (timing == NULL || out == NULL || (options != NULL && !sk_record_in(options, &used, sizeof used)))
        return sk_fail_misuse(error, "expected a timing, options and a place for the spread");
    schakel_status status = check_options(&used, error);
    if (status != SCHAKEL_OK)
        return status;
    if (timing->people.adults > SK_COVER_ELEMENTS_MAX || timing->people.families > SK_COVER_ELEMENTS_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, NULL, "expected at most %d adults and families",
                       SK_COVER_ELEMENTS_MAX);
    schakel_spread *spread = sk_alloc_zeroed(&timing->allocator, 1, sizeof *spread);
    if (spread == NULL)
        return sk_fail_memory(error);
    spread->allocator = timing->allocator;
    sk_arena_init(&spread->arena, &spread->allocator);
    if (!choose(spread, timing, &used)) {
        schakel_spread_destroy(spread);
        return sk_fail_memory(error);
    }
    *out = spread;
    return SCHAKEL_OK;
}

void schakel_spread_destroy(schakel_spread *spread)
{
    if (spread == NULL)
        return;
    schakel_allocator allocator = spread->allocator;
    sk_arena_destroy(&spread->arena);
    sk_free(&allocator, spread);
}

schakel_status schakel_spread_get_summary(const schakel_spread *spread, schakel_spread_summary *out)
{
    if (spread == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &spread->summary, sizeof spread->summary) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_spread_count(const schakel_spread *spread)
{
    return spread == NULL ? 0 : spread->moment_count;
}

schakel_status schakel_spread_get(const schakel_spread *spread, size_t index, schakel_spread_moment *out)
{
    if (out == NULL || index >= schakel_spread_count(spread))
        return SCHAKEL_MISUSE;
    const schakel_spread_moment *moment = &spread->moments[index];
    return sk_record_out(out, moment, sizeof *moment) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_spread_missed_count(const schakel_spread *spread)
{
    return spread == NULL ? 0 : spread->missed_count;
}

const char *schakel_spread_missed(const schakel_spread *spread, size_t index)
{
    return index >= schakel_spread_missed_count(spread) ? NULL : spread->missed[index];
}
