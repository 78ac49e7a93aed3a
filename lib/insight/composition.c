/* Who is missing in a team. */
#include "base/error.h"
#include "insight/table.h"

struct schakel_composition {
    schakel_allocator allocator;
    sk_table table;
    size_t adults;
    size_t members;
};

/* Flags by the place of the adult. */
static unsigned char *flag_members(const schakel_school *school, const schakel_team *team)
{
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    unsigned char *flags = sk_alloc_zeroed(sk_handle_allocator(school), adults, sizeof *flags);
    for (size_t i = 0; flags != NULL && i < team->member_count; i++) {
        size_t adult = schakel_school_find(school, SCHAKEL_KIND_ADULT, team->members[i].adult_id);
        if (adult < adults)
            flags[adult] = SK_MEMBER;
    }
    return flags;
}

schakel_status schakel_composition_make(const schakel_school *school, const char *team_id,
                                        const schakel_composition_options *options, schakel_composition **out,
                                        schakel_error *error)
{
    schakel_composition_options used = SCHAKEL_COMPOSITION_OPTIONS_INIT;
    schakel_team team = SCHAKEL_TEAM_INIT;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || team_id == NULL || out == NULL ||
        (options != NULL && !sk_record_in(options, &used, sizeof used)))
        return sk_fail_misuse(error, "expected a school, a team and a place for the composition");
    schakel_status status = sk_check_min_cell(error, used.min_cell);
    if (status != SCHAKEL_OK)
        return status;
    size_t index = schakel_school_find(school, SCHAKEL_KIND_TEAM, team_id);
    if (index == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no team with id \"%s\"", team_id);
    schakel_school_get_team(school, index, &team);
    const schakel_allocator *allocator = sk_handle_allocator(school);
    schakel_composition *made = sk_alloc_zeroed(allocator, 1, sizeof *made);
    if (made == NULL)
        return sk_fail_memory(error);
    made->allocator = *allocator;
    sk_table_init(&made->table, &made->allocator);
    unsigned char *flags = flag_members(school, &team);
    int fine = flags != NULL && sk_table_count(&made->table, school, flags, NULL);
    sk_free(allocator, flags);
    if (!fine) {
        schakel_composition_destroy(made);
        return sk_fail_memory(error);
    }
    made->adults = made->table.cells[0].adults;
    made->members = made->table.cells[0].members;
    sk_table_hide(&made->table, (size_t)used.min_cell);
    *out = made;
    return SCHAKEL_OK;
}

void schakel_composition_destroy(schakel_composition *composition)
{
    if (composition == NULL)
        return;
    schakel_allocator allocator = composition->allocator;
    sk_table_destroy(&composition->table);
    sk_free(&allocator, composition);
}

size_t schakel_composition_members(const schakel_composition *composition)
{
    return composition == NULL ? 0 : composition->members;
}

size_t schakel_composition_row_count(const schakel_composition *composition)
{
    return composition == NULL ? 0 : composition->table.count;
}

schakel_status schakel_composition_get_row(const schakel_composition *composition, size_t index,
                                           schakel_composition_row *out)
{
    if (composition == NULL || out == NULL || index >= composition->table.count)
        return SCHAKEL_MISUSE;
    const sk_cell *cell = &composition->table.cells[index];
    schakel_composition_row row = SCHAKEL_COMPOSITION_ROW_INIT;
    row.breakdown = cell->breakdown;
    row.key = cell->key;
    row.hidden = cell->hidden;
    if (!cell->hidden && composition->adults > 0) {
        row.adults = cell->adults;
        row.expected = (double)composition->members * (double)cell->adults / (double)composition->adults;
        row.missing = cell->members == 0 && row.expected >= 0.5;
    }
    return sk_record_out(out, &row, sizeof row) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
