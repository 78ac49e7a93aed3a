/* A round of talks put into a timetable: from options to rows. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "talks/timetable.h"

/* ------------------------------------------------------------------- options */

static schakel_status check_options(const schakel_school *school, const schakel_timetable_options *options,
                                    schakel_error *error)
{
    const struct {
        const char *path;
        int32_t number, least, most;
    } numbers[] = {
        {"/notice", options->notice, 0, 366},
        {"/visit_weight", options->visit_weight, 0, SCHAKEL_NUMBER_MAX},
        {"/wait_weight", options->wait_weight, 0, SCHAKEL_NUMBER_MAX},
        {"/hole_weight", options->hole_weight, 0, SCHAKEL_NUMBER_MAX},
        {"/preference_weight", options->preference_weight, 0, SCHAKEL_NUMBER_MAX},
        {"/unpopular_weight", options->unpopular_weight, 0, SCHAKEL_NUMBER_MAX},
        {"/change_weight", options->change_weight, 0, SCHAKEL_NUMBER_MAX},
        {"/effort", options->effort, 1, 1000000},
    };
    if (schakel_date_to_ymd(options->today, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/today", "expected a date in the years 1 to 9999");
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        schakel_status status =
            sk_check_number(error, numbers[i].path, numbers[i].number, numbers[i].least, numbers[i].most);
        if (status != SCHAKEL_OK)
            return status;
    }
    if (schakel_school_find(school, SCHAKEL_KIND_ROUND, options->round_id) == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, "/round", "there is no round with id \"%s\"",
                       options->round_id);
    return SCHAKEL_OK;
}

/* --------------------------------------------------------------------- order */

static int compare(int32_t a, int32_t b)
{
    return (a > b) - (a < b);
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare_blocks(const void *a, const void *b)
{
    const schakel_block *left = *(const schakel_block *const *)a, *right = *(const schakel_block *const *)b;
    int order = compare(left->date, right->date);
    order = order != 0 ? order : compare(left->start, right->start);
    order = order != 0 ? order : compare(left->end, right->end);
    order = order != 0 ? order : strcmp(left->staff_id, right->staff_id);
    order = order != 0 ? order : compare_texts(left->room, right->room);
    return order != 0 ? order : compare(left->online, right->online);
}

static int compare_interpreters(const void *a, const void *b)
{
    const schakel_interpreter_block *left = *(const schakel_interpreter_block *const *)a;
    const schakel_interpreter_block *right = *(const schakel_interpreter_block *const *)b;
    int order = compare(left->date, right->date);
    order = order != 0 ? order : compare(left->start, right->start);
    order = order != 0 ? order : compare(left->end, right->end);
    order = order != 0 ? order : strcmp(left->language, right->language);
    return order != 0 ? order : compare_texts(left->adult_id, right->adult_id);
}

static const char *first_staff(const schakel_timetable_row *row)
{
    return row->staff_count == 0 ? "" : row->staff_ids[0];
}

/* By date, start, first staff member and child; those without a time last. */
static int compare_entries(const void *a, const void *b)
{
    const sk_timetable_entry *left = a, *right = b;
    int left_placed = left->row.reason == SCHAKEL_PLACED, right_placed = right->row.reason == SCHAKEL_PLACED;
    if (left_placed != right_placed)
        return right_placed - left_placed;
    int order = left_placed ? compare(left->row.date, right->row.date) : 0;
    if (order == 0 && left_placed)
        order = compare(left->row.start, right->row.start);
    if (order == 0 && left_placed)
        order = strcmp(first_staff(&left->row), first_staff(&right->row));
    return order != 0 ? order : compare((int32_t)left->talk, (int32_t)right->talk);
}

/* ---------------------------------------------------------------------- plan */

/* Lists in an order of their own, so that the document's doesn't matter. Returns 0 when memory ran out. */
static int sort_lists(sk_round_plan *plan)
{
    const schakel_round *round = plan->round;
    size_t staff = schakel_school_count(plan->school, SCHAKEL_KIND_STAFF);
    plan->blocks = sk_arena_alloc(plan->arena, round->block_count * sizeof *plan->blocks);
    plan->interpreters = sk_arena_alloc(plan->arena, round->interpreter_count * sizeof *plan->interpreters);
    plan->has_blocks = sk_arena_array(plan->arena, staff, 1, 0);
    if (plan->blocks == NULL || plan->interpreters == NULL || plan->has_blocks == NULL)
        return 0;
    for (size_t i = 0; i < round->block_count; i++) {
        plan->blocks[i] = &round->blocks[i];
        plan->has_blocks[sk_round_staff(plan, round->blocks[i].staff_id)] = 1;
    }
    for (size_t i = 0; i < round->interpreter_count; i++)
        plan->interpreters[i] = &round->interpreters[i];
    if (round->block_count > 0)
        qsort(plan->blocks, round->block_count, sizeof *plan->blocks, compare_blocks);
    if (round->interpreter_count > 0)
        qsort(plan->interpreters, round->interpreter_count, sizeof *plan->interpreters, compare_interpreters);
    return 1;
}

/* -------------------------------------------------------------------- entries */

static void fill_time(const sk_round_time *time, schakel_timetable_row *row)
{
    row->date = time->date;
    row->start = time->start;
    row->room = time->online ? NULL : time->room;
    row->online = time->online;
    row->interpreter_id = time->interpreter_id;
    row->has_interpreter = time->interpreter_id != NULL || time->interpreter != SK_NONE;
    if (time->interpreted != NULL)
        row->language = time->interpreted;
}

/* The lists of a talk lie in the arena of the plan; those of a row must live as long as the timetable. */
static const char *const *keep_ids(schakel_timetable *timetable, const char *const *ids, size_t count)
{
    const char **kept = sk_arena_alloc(&timetable->arena, count * sizeof *kept);
    if (kept != NULL && count > 0)
        memcpy(kept, ids, count * sizeof *kept);
    return kept;
}

int sk_timetable_fill_staff(schakel_timetable *timetable, schakel_timetable_row *row,
                            const sk_staffing *staffing)
{
    row->staff_ids = keep_ids(timetable, staffing->staff_ids, staffing->staff_count);
    row->staff_count = staffing->staff_count;
    row->language = staffing->shared;
    row->brings_interpreter = staffing->brings;
    return row->staff_ids != NULL;
}

static int fill_entry(schakel_timetable *timetable, const sk_round_plan *plan, uint32_t talk)
{
    const sk_round_talk *t = &plan->talks[talk];
    const sk_round_time *time = plan->choice_of[talk] == SK_NONE ? NULL : &plan->times[plan->choice_of[talk]];
    schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
    row.child_id = sk_entry_id(plan->school, SCHAKEL_KIND_CHILD, t->child);
    row.adult_ids = keep_ids(timetable, t->adult_ids, t->adult_count);
    row.adult_count = t->adult_count;
    row.minutes = t->minutes;
    row.child = t->part;
    row.needs_bridge = t->needs_bridge;
    if (!sk_timetable_fill_staff(timetable, &row, &t->staffings[time == NULL ? 0 : time->leader]))
        return 0;
    if (time != NULL)
        fill_time(time, &row);
    if (t->planned != NULL) {
        row.talk_id = t->planned->id;
        row.moved = time == NULL || sk_round_moves(t, time);
    }
    row.fixed = t->fixed;
    timetable->entries[talk] = (sk_timetable_entry){row, talk, NULL, 0};
    return row.adult_ids != NULL;
}

static int fill(schakel_timetable *timetable, sk_round_plan *plan, const sk_round_solution *solution)
{
    sk_round_busy busy;
    timetable->count = plan->talk_count;
    timetable->entries = sk_arena_alloc(&timetable->arena, plan->talk_count * sizeof *timetable->entries);
    timetable->gone_count = plan->gone_count;
    timetable->gone = (const char **)keep_ids(timetable, plan->gone, plan->gone_count);
    if (timetable->entries == NULL || timetable->gone == NULL)
        return 0;
    for (uint32_t i = 0; i < plan->talk_count; i++)
        if (!fill_entry(timetable, plan, i))
            return 0;
    if (!sk_round_find_busy(plan, &busy) || !sk_timetable_find_moments(timetable, plan, &busy) ||
        !sk_timetable_find_reasons(timetable, plan, &busy) || !sk_timetable_sum(timetable, plan, solution))
        return 0;
    if (timetable->count > 0)
        qsort(timetable->entries, timetable->count, sizeof *timetable->entries, compare_entries);
    return 1;
}

/* ----------------------------------------------------------------------- make */

static schakel_status solve(schakel_timetable *timetable, sk_round_plan *plan, schakel_error *error)
{
    if (!sort_lists(plan) || !sk_round_find_talks(plan) || !sk_round_find_elsewhere(plan) ||
        !sk_round_find_people(plan) || !sk_round_find_choices(plan))
        return sk_fail_memory(error);
    sk_round_solution solution;
    schakel_status status = sk_round_solve(plan, &solution, error);
    if (status != SCHAKEL_OK)
        return status;
    if (!fill(timetable, plan, &solution))
        return sk_fail_memory(error);
    return SCHAKEL_OK;
}

static schakel_status make(schakel_timetable *timetable, const schakel_timetable_options *options,
                           schakel_error *error)
{
    sk_arena arena;
    sk_arena_init(&arena, &timetable->allocator);
    sk_round_plan plan = {.school = timetable->school,
                          .round = timetable->round,
                          .options = options,
                          .earliest = options->today + options->notice,
                          .arena = &arena};
    schakel_status status = solve(timetable, &plan, error);
    sk_free(arena.allocator, plan.talks);
    sk_free(arena.allocator, plan.gone);
    sk_free(arena.allocator, plan.people.gap);
    sk_free(arena.allocator, plan.people.walks);
    sk_free(arena.allocator, plan.choices);
    sk_free(arena.allocator, plan.times);
    sk_free(arena.allocator, plan.uses);
    sk_arena_destroy(&arena);
    return status;
}

schakel_status schakel_timetable_make(const schakel_school *school, const schakel_timetable_options *options,
                                      schakel_timetable **out, schakel_error *error)
{
    schakel_timetable_options used = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || options == NULL || out == NULL || !sk_record_in(options, &used, sizeof used) ||
        used.round_id == NULL)
        return sk_fail_misuse(
            error, "expected a school, options with struct_size and round_id, and a place for the timetable");
    schakel_status status = check_options(school, &used, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_timetable *timetable = sk_alloc_zeroed(sk_handle_allocator(school), 1, sizeof *timetable);
    if (timetable == NULL)
        return sk_fail_memory(error);
    timetable->allocator = *sk_handle_allocator(school);
    timetable->school = school;
    timetable->round =
        sk_entry(school, SCHAKEL_KIND_ROUND, schakel_school_find(school, SCHAKEL_KIND_ROUND, used.round_id));
    sk_arena_init(&timetable->arena, &timetable->allocator);
    status = make(timetable, &used, error);
    if (status == SCHAKEL_OK)
        *out = timetable;
    else
        schakel_timetable_destroy(timetable);
    return status;
}

void schakel_timetable_destroy(schakel_timetable *timetable)
{
    if (timetable == NULL)
        return;
    schakel_allocator allocator = timetable->allocator;
    sk_arena_destroy(&timetable->arena);
    sk_free(&allocator, timetable);
}

/* -------------------------------------------------------------------- asking */

schakel_status schakel_timetable_get_summary(const schakel_timetable *timetable,
                                             schakel_timetable_summary *out)
{
    if (timetable == NULL || out == NULL || !sk_record_out(out, &timetable->summary, sizeof *out))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}

const char *schakel_timetable_round(const schakel_timetable *timetable)
{
    return timetable == NULL ? NULL : timetable->round->id;
}

size_t schakel_timetable_count(const schakel_timetable *timetable)
{
    return timetable == NULL ? 0 : timetable->count;
}

schakel_status schakel_timetable_get(const schakel_timetable *timetable, size_t index,
                                     schakel_timetable_row *out)
{
    if (timetable == NULL || out == NULL || index >= timetable->count ||
        !sk_record_out(out, &timetable->entries[index].row, sizeof timetable->entries[index].row))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}
