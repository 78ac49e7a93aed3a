/* Filling a matching from a plan. */
#include "match/outcome.h"

#include <string.h>

#include "match/order.h"

/* ---------------------------------------------------------------------- asks */

typedef struct ask_order {
    const plan *p;
    const schakel_date *ask_by;
} ask_order;

/* The plan's asks lie by need, place and adult already. */
static int ask_before(const void *context, uint32_t x, uint32_t y)
{
    const ask_order *order = context;
    return order->ask_by[x] != order->ask_by[y] ? order->ask_by[x] < order->ask_by[y] : x < y;
}

static schakel_date last_day_to_ask(const roster *r, const roster_pair *pair, uint32_t place)
{
    return pair->date - sk_notice(&r->offers[pair->offer].record, &r->needs[r->places[place].need].record);
}

static int fill_ask(schakel_matching *matching, const plan *p, const plan_ask *planned, schakel_date ask_by,
                    schakel_match_ask *ask)
{
    const roster *r = p->r;
    const roster_place *place = &r->places[planned->place];
    const roster_pair *pair = &r->pairs[planned->pair];
    *ask = (schakel_match_ask)SCHAKEL_MATCH_ASK_INIT;
    ask->need_id = r->needs[place->need].record.id;
    ask->place_id = place->record.id;
    ask->adult_id = r->adults[pair->adult].record.id;
    ask->offer_id = r->offers[pair->offer].record.id;
    ask->fit = pair->fit;
    ask->date = pair->date;
    ask->ask_by = ask_by;
    ask->asked_before = r->adults[pair->adult].asked;
    ask->was_planned = pair->was_planned;
    ask->reasons = sk_plan_reasons(p, planned);
    ask->reason_nl = sk_reason_text(&matching->arena, ask->reasons, ask->asked_before, SCHAKEL_DUTCH);
    ask->reason_en = sk_reason_text(&matching->arena, ask->reasons, ask->asked_before, SCHAKEL_ENGLISH);
    return ask->reason_nl != NULL && ask->reason_en != NULL;
}

static int fill_asks(schakel_matching *matching, const plan *p)
{
    roster *r = p->r;
    uint32_t *order = sk_arena_alloc(&r->arena, p->ask_count * sizeof *order);
    schakel_date *ask_by = sk_arena_alloc(&r->arena, p->ask_count * sizeof *ask_by);
    uint32_t *next = sk_arena_alloc(&r->arena, r->place_count * sizeof *next);
    matching->asks = sk_arena_alloc(&matching->arena, p->ask_count * sizeof *matching->asks);
    if (order == NULL || ask_by == NULL || next == NULL || matching->asks == NULL)
        return 0;
    for (uint32_t i = 0; i < p->ask_count; i++) {
        order[i] = i;
        ask_by[i] = last_day_to_ask(r, &r->pairs[p->asks[i].pair], p->asks[i].place);
    }
    sk_order(order, p->ask_count, ask_before, &(ask_order){p, ask_by});
    /* Everybody who is asked for a place has the same stand-in: the best of those who are not. */
    for (uint32_t i = 0; i < r->place_count; i++)
        next[i] = p->asks_of_place[i] > 0 ? sk_plan_next(p, i) : SK_NOBODY;
    for (size_t i = 0; i < p->ask_count; i++) {
        const plan_ask *planned = &p->asks[order[i]];
        schakel_match_ask *ask = &matching->asks[matching->ask_count++];
        if (!fill_ask(matching, p, planned, ask_by[order[i]], ask))
            return 0;
        uint32_t stand_in = next[planned->place];
        ask->next_adult_id = stand_in == SK_NOBODY ? NULL : r->adults[stand_in].record.id;
    }
    return 1;
}

/* --------------------------------------------------------------------- opens */

static int open_before(const void *context, uint32_t x, uint32_t y)
{
    const roster *r = context;
    schakel_date one = r->needs[r->places[x].need].record.date,
                 other = r->needs[r->places[y].need].record.date;
    return one != other ? one < other : x < y;
}

static int fill_opens(schakel_matching *matching, plan *p)
{
    roster *r = p->r;
    size_t count = 0;
    uint32_t *open = sk_arena_alloc(&r->arena, r->place_count * sizeof *open);
    if (open == NULL)
        return 0;
    for (uint32_t i = 0; i < r->place_count; i++)
        if (r->places[i].wanted > p->asks_of_place[i])
            open[count++] = i;
    sk_order(open, count, open_before, r);
    matching->opens = sk_arena_alloc(&matching->arena, count * sizeof *matching->opens);
    if (matching->opens == NULL)
        return 0;
    for (size_t i = 0; i < count; i++) {
        const roster_place *place = &r->places[open[i]];
        int32_t missing = place->wanted - p->asks_of_place[open[i]];
        int somebody_is_found = missing < place->record.count;
        schakel_open_reason reason = sk_plan_open_reason(p, open[i]);
        matching->opens[matching->open_count++] =
            (schakel_match_open){sizeof(schakel_match_open),
                                 r->needs[place->need].record.id,
                                 place->record.id,
                                 missing,
                                 reason,
                                 sk_open_text(reason, somebody_is_found, SCHAKEL_DUTCH),
                                 sk_open_text(reason, somebody_is_found, SCHAKEL_ENGLISH)};
    }
    return 1;
}

/* --------------------------------------------------------------------- drops */

/* Why an ask of the plan as it was is not in the plan; it did not go out. */
static schakel_drop_reason drop_reason(const plan *p, const planned_ask *planned)
{
    const roster *r = p->r;
    if (planned->place == SK_NOBODY || planned->adult == SK_NOBODY || r->needs[planned->need].is_over)
        return SCHAKEL_DROP_GONE;
    if (sk_said_no(r, planned->adult, planned->need))
        return SCHAKEL_DROP_DECLINED;
    const roster_place *place = &r->places[planned->place];
    if (place->wanted <= 0 || sk_plan_is_off(p, planned->need))
        return SCHAKEL_DROP_FILLED;
    size_t pair = sk_first_pair(r, planned->place, planned->adult);
    return sk_is_pair_of(r, pair, planned->place, planned->adult) ? SCHAKEL_DROP_MOVED : SCHAKEL_DROP_CANNOT;
}

static int stays(const plan *p, const planned_ask *planned)
{
    return planned->place != SK_NOBODY && planned->adult != SK_NOBODY &&
           (sk_plan_holds(p, planned->adult, planned->place) ||
            sk_is_in_need(p->r, planned->adult, planned->need));
}

static int fill_drops(schakel_matching *matching, const plan *p)
{
    const roster *r = p->r;
    matching->drops = sk_arena_alloc(&matching->arena, r->planned_count * sizeof *matching->drops);
    if (matching->drops == NULL)
        return 0;
    for (size_t i = 0; i < r->planned_count; i++) {
        const schakel_planned *record = r->planned[i].record;
        if (stays(p, &r->planned[i]))
            continue;
        schakel_drop_reason reason = drop_reason(p, &r->planned[i]);
        matching->drops[matching->drop_count++] =
            (schakel_match_dropped){sizeof(schakel_match_dropped),
                                    record->need_id,
                                    record->place_id,
                                    record->adult_id,
                                    reason,
                                    sk_drop_text(reason, SCHAKEL_DUTCH),
                                    sk_drop_text(reason, SCHAKEL_ENGLISH)};
    }
    return 1;
}

int sk_fill_matching(schakel_matching *matching, plan *p)
{
    return fill_asks(matching, p) && fill_opens(matching, p) && fill_drops(matching, p);
}
