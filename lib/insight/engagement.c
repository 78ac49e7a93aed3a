/* Who is reached: the public calls. */
#include "insight/engagement.h"

#include "base/error.h"
#include "insight/parts.h"

struct schakel_engagement {
    schakel_allocator allocator;
    schakel_engagement_options options;
    const char *school_id;
    sk_strings texts;
    sk_arena arena; /* the ways and the rows */
    schakel_reach_way *ways;
    size_t way_count;
    schakel_engagement_row *rows;
    size_t row_count;
};

/* What is only needed while counting. */
typedef struct counting {
    schakel_engagement *made;
    sk_arena arena;
    sk_ways ways;
    sk_reached reached;
    sk_unit_table tables[SK_UNIT_TABLES];
} counting;

/* --------------------------------------------------------------- the same few */

enum { OFTEN = 3 };

/* Does a kind of activity reach the same few families? See schakel_reach_way.same_few. */
static int reaches_same_few(const counting *c, size_t way)
{
    const schakel_reach_way *told = &c->ways.list[way].told;
    const sk_unit_row *families = &c->tables[SCHAKEL_UNIT_FAMILIES].rows[0];
    const uint32_t *visits = c->reached.visits[told->kind];
    size_t reached = families->counts[way], regulars = 0, min_cell = (size_t)c->made->options.min_cell;
    if (told->by != SCHAKEL_REACHED_BY_KIND || visits == NULL || told->occasions < OFTEN ||
        families->hidden[way])
        return 0;
    for (size_t i = 0; i < families->people; i++)
        regulars += visits[i] != 0 && 2 * (size_t)visits[i] >= told->occasions;
    return reached != 0 && 4 * reached <= families->people && 2 * regulars >= reached &&
           sk_is_open(reached, min_cell) && sk_is_open(regulars, min_cell) &&
           sk_is_open(reached - regulars, min_cell);
}

/* ----------------------------------------------------------------- the result */

static schakel_engagement_row tell_row(const counting *c, const sk_unit_table *table, size_t index,
                                       size_t way)
{
    const sk_unit_row *row = &table->rows[index];
    size_t fine = sk_column_fine(&c->ways);
    schakel_engagement_row told = SCHAKEL_ENGAGEMENT_ROW_INIT;
    told.way = way;
    told.unit = table->unit;
    told.breakdown = table->breakdown;
    told.key = row->key;
    told.hidden = row->hidden[way];
    told.at_least = row->at_least[way];
    if (!told.hidden || told.at_least != 0)
        told.people = row->people;
    if (!told.hidden) {
        told.reached = row->counts[way];
        told.never_reached = told.people - told.reached;
    }
    if (way == SK_WAY_ANYTHING) {
        told.problems_hidden = row->hidden[fine];
        told.only_problems = row->hidden[fine] ? 0 : row->counts[way] - row->counts[fine];
    }
    return told;
}

/* Months show for everybody only. */
static int lists_table(const counting *c, int table, size_t way)
{
    int is_month = way >= c->ways.rounds_end && way < c->ways.months_end;
    return !c->tables[table].left_out && (!is_month || c->tables[table].breakdown == SCHAKEL_BY_ALL);
}

static int tell_all(counting *c)
{
    schakel_engagement *made = c->made;
    size_t rows = 0;
    for (int i = 0; i < SK_UNIT_TABLES; i++)
        rows += c->tables[i].count * c->ways.count;
    made->ways = sk_arena_array(&made->arena, c->ways.count, sizeof *made->ways, 0);
    made->rows = sk_arena_array(&made->arena, rows, sizeof *made->rows, 0);
    if (made->ways == NULL || made->rows == NULL)
        return 0;
    made->way_count = c->ways.count;
    for (size_t way = 0; way < c->ways.count; way++) {
        made->ways[way] = c->ways.list[way].told;
        made->ways[way].same_few = reaches_same_few(c, way);
        for (int i = 0; i < SK_UNIT_TABLES; i++)
            for (size_t k = 0; lists_table(c, i, way) && k < c->tables[i].count; k++)
                made->rows[made->row_count++] = tell_row(c, &c->tables[i], k, way);
    }
    return 1;
}

static int count_all(counting *c, const schakel_school *school)
{
    const schakel_engagement_options *options = &c->made->options;
    sk_strings *texts = &c->made->texts;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &info);
    c->made->school_id = sk_strings_intern(texts, info.id != NULL ? info.id : "");
    return c->made->school_id != NULL &&
           sk_find_ways(&c->ways, school, options->from, options->until, texts, &c->arena) &&
           sk_find_reached(&c->reached, &c->ways, &c->arena) &&
           sk_count_units(c->tables, &c->ways, &c->reached, texts, &c->arena) &&
           sk_hide_units(c->tables, &c->ways, (size_t)options->min_cell, &c->arena) && tell_all(c);
}

/* ---------------------------------------------------------------- public calls */

schakel_status schakel_engagement_count(const schakel_school *school,
                                        const schakel_engagement_options *options, schakel_engagement **out,
                                        schakel_error *error)
{
    schakel_engagement_options used = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || out == NULL || (options != NULL && !sk_record_in(options, &used, sizeof used)))
        return sk_fail_misuse(
            error, "expected a school, options with their struct_size and a place for the engagement");
    schakel_status status = sk_take_period(school, &used.from, &used.until, used.min_cell, error);
    if (status != SCHAKEL_OK)
        return status;
    const schakel_allocator *allocator = sk_handle_allocator(school);
    schakel_engagement *made = sk_alloc_zeroed(allocator, 1, sizeof *made);
    if (made == NULL)
        return sk_fail_memory(error);
    made->allocator = *allocator;
    made->options = used;
    sk_strings_init(&made->texts, &made->allocator);
    sk_arena_init(&made->arena, &made->allocator);
    counting c = {.made = made};
    sk_arena_init(&c.arena, allocator);
    int fine = count_all(&c, school);
    for (int i = 0; i < SK_UNIT_TABLES; i++)
        sk_free(allocator, c.tables[i].rows);
    sk_arena_destroy(&c.arena);
    if (!fine) {
        schakel_engagement_destroy(made);
        return sk_fail_memory(error);
    }
    *out = made;
    return SCHAKEL_OK;
}

void schakel_engagement_destroy(schakel_engagement *engagement)
{
    if (engagement == NULL)
        return;
    schakel_allocator allocator = engagement->allocator;
    sk_strings_destroy(&engagement->texts);
    sk_arena_destroy(&engagement->arena);
    sk_free(&allocator, engagement);
}

const char *schakel_engagement_school(const schakel_engagement *engagement)
{
    return engagement != NULL ? engagement->school_id : NULL;
}

size_t schakel_engagement_way_count(const schakel_engagement *engagement)
{
    return engagement != NULL ? engagement->way_count : 0;
}

schakel_status schakel_engagement_get_way(const schakel_engagement *engagement, size_t index,
                                          schakel_reach_way *out)
{
    if (engagement == NULL || out == NULL || index >= engagement->way_count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &engagement->ways[index], sizeof *out) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_engagement_row_count(const schakel_engagement *engagement)
{
    return engagement != NULL ? engagement->row_count : 0;
}

schakel_status schakel_engagement_get_row(const schakel_engagement *engagement, size_t index,
                                          schakel_engagement_row *out)
{
    if (engagement == NULL || out == NULL || index >= engagement->row_count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &engagement->rows[index], sizeof *out) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

schakel_status schakel_engagement_get_options(const schakel_engagement *engagement,
                                              schakel_engagement_options *out)
{
    if (engagement == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &engagement->options, sizeof engagement->options) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
