/* Counting who was asked. */
#include "base/error.h"
#include "insight/table.h"

struct schakel_reach {
    schakel_allocator allocator;
    schakel_reach_options options;
    sk_table table;
};

/* ------------------------------------------------------------------- options */

static schakel_status take_options(const schakel_school *school, const schakel_reach_options *given,
                                   schakel_reach_options *out, schakel_error *error)
{
    const schakel_reach_options defaults = SCHAKEL_REACH_OPTIONS_INIT;
    *out = defaults;
    if (given != NULL && !sk_record_in(given, out, sizeof *out))
        return sk_fail_misuse(error, "expected options with their struct_size");
    return sk_take_period(school, &out->from, &out->until, out->min_cell, error);
}

/* ------------------------------------------------------------- what adults did */

static int says_yes(schakel_ask_state state)
{
    return state == SCHAKEL_ASK_YES || state == SCHAKEL_ASK_DONE || state == SCHAKEL_ASK_NO_SHOW;
}

/* Flags by the index of the adult. */
static unsigned char *collect_answers(const schakel_school *school, const schakel_reach *reach)
{
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    size_t asks = schakel_school_count(school, SCHAKEL_KIND_ASK);
    unsigned char *flags = sk_alloc_zeroed(&reach->allocator, adults, sizeof *flags);
    for (size_t i = 0; flags != NULL && i < asks; i++) {
        schakel_ask ask;
        size_t adult = sk_adult_asked(school, i, reach->options.from, reach->options.until, &ask);
        if (adult != SCHAKEL_NONE)
            flags[adult] |= says_yes(ask.state) ? SK_ASKED | SK_SAID_YES : SK_ASKED;
    }
    return flags;
}

/* ------------------------------------------------------------------ public calls */

schakel_status schakel_reach_count(const schakel_school *school, const schakel_reach_options *options,
                                   schakel_reach **out, schakel_error *error)
{
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the reach");
    *out = NULL;
    if (school == NULL)
        return sk_fail_misuse(error, "expected a school");
    schakel_reach_options used;
    schakel_status status = take_options(school, options, &used, error);
    if (status != SCHAKEL_OK)
        return status;
    const schakel_allocator *allocator = sk_handle_allocator(school);
    schakel_reach *reach = sk_alloc_zeroed(allocator, 1, sizeof *reach);
    if (reach == NULL)
        return sk_fail_memory(error);
    reach->allocator = *allocator;
    reach->options = used;
    sk_table_init(&reach->table, &reach->allocator);
    unsigned char *flags = collect_answers(school, reach);
    int fine = flags != NULL && sk_table_count(&reach->table, school, flags, NULL);
    sk_free(&reach->allocator, flags);
    if (!fine) {
        schakel_reach_destroy(reach);
        return sk_fail_memory(error);
    }
    sk_table_hide(&reach->table, (size_t)used.min_cell);
    *out = reach;
    return SCHAKEL_OK;
}

void schakel_reach_destroy(schakel_reach *reach)
{
    if (reach == NULL)
        return;
    schakel_allocator allocator = reach->allocator;
    sk_table_destroy(&reach->table);
    sk_free(&allocator, reach);
}

size_t schakel_reach_row_count(const schakel_reach *reach)
{
    return reach != NULL ? reach->table.count : 0;
}

schakel_status schakel_reach_get_row(const schakel_reach *reach, size_t index, schakel_reach_row *out)
{
    if (reach == NULL || out == NULL || index >= reach->table.count)
        return SCHAKEL_MISUSE;
    const sk_cell *cell = &reach->table.cells[index];
    schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
    row.breakdown = cell->breakdown;
    row.key = cell->key;
    row.hidden = cell->hidden;
    row.yes_hidden = cell->yes_hidden;
    if (!cell->hidden) {
        row.adults = cell->adults;
        row.asked = cell->asked;
        row.never_asked = cell->adults - cell->asked;
    }
    if (!cell->yes_hidden)
        row.said_yes = cell->said_yes;
    return sk_record_out(out, &row, sizeof row) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

schakel_status schakel_reach_get_options(const schakel_reach *reach, schakel_reach_options *out)
{
    if (reach == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &reach->options, sizeof reach->options) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
