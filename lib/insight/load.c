/* Counting how the asks are spread. */
#include "base/error.h"
#include "insight/table.h"

#include <stdio.h>

struct schakel_load {
    schakel_allocator allocator;
    schakel_load_options options;
    sk_table table;
    sk_profile all;
    sk_detail detail;
    int hidden; /* everything but the rows is */
    int has_plan;
};

/* ------------------------------------------------------------------- options */

static schakel_status take_options(const schakel_school *school, const schakel_load_options *given,
                                   schakel_load_options *out, schakel_error *error)
{
    const schakel_load_options defaults = SCHAKEL_LOAD_OPTIONS_INIT;
    *out = defaults;
    if (given != NULL && !sk_record_in(given, out, sizeof *out))
        return sk_fail_misuse(error, "expected options with their struct_size");
    if (out->planned_count != 0 && out->planned_adult_ids == NULL)
        return sk_fail_misuse(error, "expected an adult for each planned ask");
    return sk_take_period(school, &out->from, &out->until, out->min_cell, error);
}

/* ------------------------------------------------------------------ the adults */

/* By the index of the adult. */
typedef struct adults {
    unsigned char *flags;
    sk_asked *asked;
} adults;

static void count_asks(const schakel_school *school, const schakel_load_options *options, adults *found)
{
    size_t asks = schakel_school_count(school, SCHAKEL_KIND_ASK);
    for (size_t i = 0; i < asks; i++) {
        schakel_ask ask;
        size_t adult = sk_adult_asked(school, i, options->from, options->until, &ask);
        if (adult == SCHAKEL_NONE)
            continue;
        found->flags[adult] |= SK_ASKED;
        found->asked[adult].recorded++;
        found->asked[adult].with_plan++;
    }
}

static void flag_offerers(const schakel_school *school, adults *found)
{
    size_t offers = schakel_school_count(school, SCHAKEL_KIND_OFFER);
    for (size_t i = 0; i < offers; i++) {
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_school_get_offer(school, i, &offer);
        if (offer.limit != SCHAKEL_LIMIT_NEVER)
            found->flags[schakel_school_find(school, SCHAKEL_KIND_ADULT, offer.adult_id)] |= SK_OFFERS;
    }
}

static schakel_status add_plan(const schakel_school *school, const schakel_load_options *options,
                               adults *found, schakel_error *error)
{
    for (size_t i = 0; i < options->planned_count; i++) {
        const char *id = options->planned_adult_ids[i];
        if (id == NULL)
            return sk_fail_misuse(error, "expected an adult for each planned ask");
        size_t adult = schakel_school_find(school, SCHAKEL_KIND_ADULT, id);
        if (adult == SCHAKEL_NONE) {
            char path[40];
            snprintf(path, sizeof path, "/planned/%zu", i);
            return sk_fail(error, SCHAKEL_NOT_FOUND, path, "there is no adult with id \"%s\"", id);
        }
        found->asked[adult].with_plan++;
    }
    return SCHAKEL_OK;
}

static schakel_status collect(const schakel_school *school, schakel_load *load, adults *found,
                              schakel_error *error)
{
    size_t count = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    found->flags = sk_alloc_zeroed(&load->allocator, count, sizeof *found->flags);
    found->asked = sk_alloc_zeroed(&load->allocator, count, sizeof *found->asked);
    if (found->flags == NULL || found->asked == NULL)
        return sk_fail_memory(error);
    count_asks(school, &load->options, found);
    flag_offerers(school, found);
    schakel_status status = add_plan(school, &load->options, found, error);
    if (status == SCHAKEL_OK && !sk_table_count(&load->table, school, found->flags, found->asked))
        status = sk_fail_memory(error);
    return status;
}

static void hide(schakel_load *load)
{
    size_t min_cell = (size_t)load->options.min_cell;
    load->all = *load->table.cells[0].profile;
    int adds = sk_profile_asks(&load->all, -1, SK_RECORDED) != sk_profile_asks(&load->all, -1, SK_WITH_PLAN);
    sk_table_hide(&load->table, min_cell);
    load->hidden = load->table.cells[0].hidden;
    if (!load->hidden)
        load->detail = sk_profile_choose(&load->all, adds, min_cell);
    sk_table_hide_profiles(&load->table, &load->detail, min_cell);
}

/* ------------------------------------------------------------------ public calls */

schakel_status schakel_load_count(const schakel_school *school, const schakel_load_options *options,
                                  schakel_load **out, schakel_error *error)
{
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the load");
    *out = NULL;
    if (school == NULL)
        return sk_fail_misuse(error, "expected a school");
    schakel_load_options used;
    schakel_status status = take_options(school, options, &used, error);
    if (status != SCHAKEL_OK)
        return status;
    const schakel_allocator *allocator = sk_handle_allocator(school);
    schakel_load *load = sk_alloc_zeroed(allocator, 1, sizeof *load);
    if (load == NULL)
        return sk_fail_memory(error);
    adults found = {NULL, NULL};
    load->allocator = *allocator;
    load->options = used;
    load->has_plan = used.planned_count != 0;
    sk_table_init(&load->table, &load->allocator);
    status = collect(school, load, &found, error);
    sk_free(&load->allocator, found.flags);
    sk_free(&load->allocator, found.asked);
    load->options.planned_adult_ids = NULL;
    load->options.planned_count = 0;
    if (status != SCHAKEL_OK) {
        schakel_load_destroy(load);
        return status;
    }
    hide(load);
    *out = load;
    return SCHAKEL_OK;
}

void schakel_load_destroy(schakel_load *load)
{
    if (load == NULL)
        return;
    schakel_allocator allocator = load->allocator;
    sk_table_destroy(&load->table);
    sk_free(&allocator, load);
}

/* ------------------------------------------------------------------ the figures */

static int is_moment(schakel_load_moment moment)
{
    return moment == SCHAKEL_LOAD_RECORDED || moment == SCHAKEL_LOAD_WITH_PLAN;
}

static int is_hidden(const schakel_load *load, int offers, schakel_load_moment moment)
{
    return load->hidden || (offers >= 0 && !load->detail.offerers) ||
           (moment == SCHAKEL_LOAD_WITH_PLAN && !load->detail.plan);
}

static void add_asks(const schakel_load *load, int offers, int moment, schakel_load_total *total)
{
    sk_stretch stretches[SK_BINS];
    size_t last = load->detail.last[moment], left = sk_profile_asks(&load->all, offers, moment);
    total->asks = left;
    total->mean = total->adults == 0 ? 0.0 : (double)total->asks / (double)total->adults;
    for (size_t bin = 0; bin <= last; bin++) {
        stretches[bin].people = sk_profile_people(&load->all, offers, moment, last, bin);
        stretches[bin].asks = bin == last ? left : bin * stretches[bin].people;
        left -= stretches[bin].asks;
    }
    total->gini = sk_gini(stretches, last + 1);
}

schakel_status schakel_load_get_total(const schakel_load *load, schakel_load_people people,
                                      schakel_load_moment moment, schakel_load_total *out)
{
    if (load == NULL || out == NULL || !is_moment(moment) ||
        (people != SCHAKEL_LOAD_ADULTS && people != SCHAKEL_LOAD_OFFERERS))
        return SCHAKEL_MISUSE;
    schakel_load_total total = SCHAKEL_LOAD_TOTAL_INIT;
    int offers = people == SCHAKEL_LOAD_OFFERERS ? 1 : -1;
    total.hidden = is_hidden(load, offers, moment);
    total.asks_hidden = total.hidden || !load->detail.asks;
    if (!total.hidden) {
        size_t last = load->detail.last[moment], bin = last;
        total.never_asked = sk_profile_people(&load->all, offers, (int)moment, 1, 0);
        total.asked = sk_profile_people(&load->all, offers, (int)moment, 1, 1);
        total.adults = total.asked + total.never_asked;
        while (bin > 0 && sk_profile_people(&load->all, offers, (int)moment, last, bin) == 0)
            bin--;
        total.most_asked = bin;
        total.most_or_more = bin == last && load->all.most[moment] > last;
        total.most_adults = sk_profile_people(&load->all, offers, (int)moment, last, bin);
    }
    if (!total.asks_hidden)
        add_asks(load, offers, (int)moment, &total);
    return sk_record_out(out, &total, sizeof total) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_load_bin_count(const schakel_load *load, schakel_load_moment moment)
{
    if (load == NULL || !is_moment(moment) || is_hidden(load, -1, moment))
        return 0;
    return load->detail.last[moment] + 1;
}

schakel_status schakel_load_get_bin(const schakel_load *load, schakel_load_moment moment, size_t index,
                                    schakel_load_bin *out)
{
    if (out == NULL || index >= schakel_load_bin_count(load, moment))
        return SCHAKEL_MISUSE;
    schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
    size_t last = load->detail.last[moment];
    bin.asks = index;
    bin.or_more = index == last && load->all.most[moment] > last;
    bin.adults = sk_profile_people(&load->all, -1, (int)moment, last, index);
    bin.offerers_hidden = !load->detail.offerers;
    if (!bin.offerers_hidden)
        bin.offerers = sk_profile_people(&load->all, 1, (int)moment, last, index);
    return sk_record_out(out, &bin, sizeof bin) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_load_row_count(const schakel_load *load)
{
    return load != NULL ? load->table.count : 0;
}

static void fill_row(const sk_cell *cell, schakel_load_row *row)
{
    const sk_profile *profile = cell->profile;
    row->adults = cell->adults;
    row->asked = cell->asked;
    row->never_asked = cell->adults - cell->asked;
    if (!row->offerers_hidden)
        row->offerers = sk_profile_people(profile, 1, SK_RECORDED, 0, 0);
    if (!row->plan_hidden) {
        row->never_asked_with_plan = sk_profile_people(profile, -1, SK_WITH_PLAN, 1, 0);
        row->asked_with_plan = cell->adults - row->never_asked_with_plan;
    }
    if (row->asks_hidden)
        return;
    row->asks = sk_profile_asks(profile, -1, SK_RECORDED);
    if (!row->plan_hidden)
        row->asks_with_plan = sk_profile_asks(profile, -1, SK_WITH_PLAN);
    if (cell->adults != 0) {
        row->mean = (double)row->asks / (double)cell->adults;
        row->mean_with_plan = (double)row->asks_with_plan / (double)cell->adults;
    }
}

schakel_status schakel_load_get_row(const schakel_load *load, size_t index, schakel_load_row *out)
{
    if (load == NULL || out == NULL || index >= load->table.count)
        return SCHAKEL_MISUSE;
    const sk_cell *cell = &load->table.cells[index];
    schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
    row.breakdown = cell->breakdown;
    row.key = cell->key;
    row.hidden = cell->hidden;
    row.offerers_hidden = cell->offerers_hidden;
    row.plan_hidden = cell->plan_hidden;
    row.asks_hidden = cell->asks_hidden;
    if (!cell->hidden)
        fill_row(cell, &row);
    return sk_record_out(out, &row, sizeof row) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

int schakel_load_has_plan(const schakel_load *load)
{
    return load != NULL && load->has_plan;
}

schakel_status schakel_load_get_options(const schakel_load *load, schakel_load_options *out)
{
    if (load == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &load->options, sizeof load->options) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
