/* Reading the plan as it was. */
#include "match/planned.h"

#include <string.h>

#include "match/order.h"

static int compare(const schakel_planned *one, const schakel_planned *other)
{
    int order = strcmp(one->need_id, other->need_id);
    if (order == 0)
        order = strcmp(one->place_id, other->place_id);
    return order != 0 ? order : strcmp(one->adult_id, other->adult_id);
}

static int comes_before(const void *context, uint32_t x, uint32_t y)
{
    const schakel_planned *planned = context;
    int order = compare(&planned[x], &planned[y]);
    return order != 0 ? order < 0 : x < y;
}

static planned_ask find(const roster *r, const schakel_planned *record)
{
    planned_ask ask = {record, sk_roster_need(r, record->need_id), SK_NOBODY,
                       sk_roster_adult(r, record->adult_id)};
    if (ask.need != SK_NOBODY)
        ask.place = sk_roster_place(r, ask.need, record->place_id);
    return ask;
}

static void mark_pairs(roster *r, const planned_ask *ask)
{
    if (ask->place == SK_NOBODY)
        return;
    size_t first = sk_first_pair(r, ask->place, ask->adult);
    for (size_t i = first; sk_is_pair_of(r, i, ask->place, ask->adult); i++)
        r->pairs[i].was_planned = 1;
}

int sk_planned_read(roster *r)
{
    const schakel_planned *planned = r->options.planned;
    size_t count = r->options.planned_count;
    uint32_t *order = sk_arena_array(&r->arena, count, sizeof *order, 0);
    r->planned = sk_arena_array(&r->arena, count, sizeof *r->planned, 0);
    if (order == NULL || r->planned == NULL)
        return 0;
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    sk_order(order, count, comes_before, planned);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && compare(&planned[order[i]], &planned[order[i - 1]]) == 0)
            continue;
        planned_ask ask = find(r, &planned[order[i]]);
        mark_pairs(r, &ask);
        r->planned[r->planned_count++] = ask;
    }
    return 1;
}

int sk_planned_copy(sk_arena *arena, const schakel_match_options *options, schakel_match_options *copy)
{
    schakel_planned *planned = sk_arena_array(arena, options->planned_count, sizeof *planned, 0);
    *copy = *options;
    copy->planned = planned;
    if (planned == NULL)
        return 0;
    for (size_t i = 0; i < options->planned_count; i++) {
        const schakel_planned *given = &options->planned[i];
        planned[i].need_id = sk_arena_text(arena, given->need_id, strlen(given->need_id));
        planned[i].place_id = sk_arena_text(arena, given->place_id, strlen(given->place_id));
        planned[i].adult_id = sk_arena_text(arena, given->adult_id, strlen(given->adult_id));
        if (planned[i].need_id == NULL || planned[i].place_id == NULL || planned[i].adult_id == NULL)
            return 0;
    }
    return 1;
}
