/*
 * The nodes of each adult, and what in it excludes each other. Below the root of an adult hang nodes for what the
 * adult's pairs may not exceed together:
 *
 *     place -> [at most one of needs that clash] -> [what is left of an offer's cap] -> adult
 *
 * A node is made only where it can bind. An offer whose cap can bind, or that holds only together with somebody, has a
 * channel of its own; the others share one, in which only the best offer for a place counts. Two pairs that exclude
 * each other without meeting in a node become conflicts for the branching.
 */
#include "match/network_inside.h"

#include "match/order.h"

static void *take(builder *b, size_t count, size_t item_size, int fill)
{
    return sk_arena_array(&b->r->arena, count, item_size, fill);
}

/* ------------------------------------------------------------- pairs by adult */

/* The most pairs that one adult has, in *most. */
static int sort_pairs(builder *b, size_t *most)
{
    roster *r = b->r;
    b->pair_place = take(b, r->pair_count, sizeof *b->pair_place, 0);
    b->mine = take(b, r->pair_count, sizeof *b->mine, 0);
    b->first_mine = take(b, r->adult_count + 2, sizeof *b->first_mine, 0);
    if (b->pair_place == NULL || b->mine == NULL || b->first_mine == NULL)
        return 0;
    for (uint32_t i = 0; i < r->place_count; i++)
        for (size_t j = 0; j < r->places[i].pair_count; j++)
            b->pair_place[r->places[i].first_pair + j] = i;
    /* A counting sort; each slot ends as the start of the next adult, which is the one before it. */
    for (size_t i = 0; i < r->pair_count; i++)
        b->first_mine[r->pairs[i].adult + 2]++;
    *most = 0;
    for (size_t i = 1; i < r->adult_count + 2; i++) {
        *most = b->first_mine[i] > *most ? b->first_mine[i] : *most;
        b->first_mine[i] += b->first_mine[i - 1];
    }
    for (uint32_t i = 0; i < r->pair_count; i++)
        b->mine[b->first_mine[r->pairs[i].adult + 1]++] = i;
    return 1;
}

static uint32_t need_of(const builder *b, uint32_t pair)
{
    return b->r->places[b->pair_place[pair]].need;
}

/* ----------------------------------------------------------------- channels */

/* What has a time first, by day and then by its start or end. */
static int need_before(const roster_need *one, const roster_need *other, int by_end)
{
    if (one->is_timed != other->is_timed)
        return one->is_timed;
    if (one->is_timed && one->record.date != other->record.date)
        return one->record.date < other->record.date;
    schakel_time time = by_end ? one->record.end : one->record.start;
    schakel_time other_time = by_end ? other->record.end : other->record.start;
    if (one->is_timed && time != other_time)
        return time < other_time;
    return one < other;
}

static int ends_before(const void *context, uint32_t x, uint32_t y)
{
    const builder *b = context;
    return need_before(&b->r->needs[x], &b->r->needs[y], 1);
}

/* How many of some needs one person can do: always the first to end of those that are left. */
static int32_t most_beside_each_other(const builder *b, uint32_t *needs, size_t count)
{
    int32_t most = 0;
    uint32_t last = SK_NONE;
    sk_order(needs, count, ends_before, b);
    for (size_t i = 0; i < count; i++) {
        if (last != SK_NONE && sk_needs_clash(b->r, last, needs[i]))
            continue;
        last = needs[i];
        most++;
    }
    return most;
}

/* How many asks an adult can get at most. Counts the needs of each offer along the way. */
static int32_t root_capacity(builder *b, uint32_t adult)
{
    uint32_t last = SK_NONE, *needs = b->by_time;
    size_t count = 0;
    for (size_t i = b->first_mine[adult]; i < b->first_mine[adult + 1]; i++) {
        uint32_t need = need_of(b, b->mine[i]), offer = b->r->pairs[b->mine[i]].offer;
        if (need != last)
            needs[count++] = need;
        last = need;
        b->offer_needs[offer] += b->offer_last_need[offer] != need;
        b->offer_last_need[offer] = need;
    }
    return sk_least(b->r->adults[adult].room, most_beside_each_other(b, needs, count));
}

/* Has an offer a channel of its own? When its cap can bind, or it holds only together with somebody. */
static int is_apart(const builder *b, uint32_t offer, int32_t capacity)
{
    return b->r->offers[offer].together != SK_NOBODY ||
           b->r->offers[offer].room < sk_least(capacity, b->offer_needs[offer]);
}

/*
 * Of the pairs of one adult for one place, keep the best whose offer does not stand apart, and
 * those that do only where they fit better. Returns the count kept.
 */
static size_t keep_best(const builder *b, const uint32_t *pairs, size_t count, int32_t capacity,
                        uint32_t *kept)
{
    const roster_pair *all = b->r->pairs;
    uint32_t best = SK_NONE;
    size_t keeping = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_apart(b, all[pairs[i]].offer, capacity) &&
            (best == SK_NONE || all[pairs[i]].fit > all[best].fit))
            best = pairs[i];
    for (size_t i = 0; i < count; i++) {
        uint32_t pair = pairs[i], offer = all[pair].offer;
        int apart = is_apart(b, offer, capacity);
        if (apart ? best != SK_NONE && all[pair].fit <= all[best].fit : pair != best)
            continue;
        b->pair_channel[pair] = apart ? offer : SK_NONE;
        kept[keeping++] = pair;
    }
    return keeping;
}

/* ------------------------------------------------------------ items and groups */

/* By channel; then by the needs' ends, so that a group is found from its first to end. */
static int pair_before(const void *context, uint32_t x, uint32_t y)
{
    const builder *b = context;
    uint32_t one = need_of(b, x), other = need_of(b, y);
    if (b->pair_channel[x] != b->pair_channel[y])
        return b->pair_channel[x] < b->pair_channel[y];
    return one == other ? x < y : need_before(&b->r->needs[one], &b->r->needs[other], 1);
}

static int item_before(const void *context, uint32_t x, uint32_t y)
{
    const builder *b = context;
    uint32_t one = b->items[x].need, other = b->items[y].need;
    return one == other ? x < y : need_before(&b->r->needs[one], &b->r->needs[other], 0);
}

static void make_items(builder *b, const uint32_t *pairs, size_t count)
{
    b->item_count = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t need = need_of(b, pairs[i]), channel = b->pair_channel[pairs[i]];
        item *last = b->item_count == 0 ? NULL : &b->items[b->item_count - 1];
        if (last == NULL || last->need != need || last->channel != channel) {
            uint32_t index = (uint32_t)b->item_count++;
            b->items[index] = (item){i, 0, need, channel, SK_NONE, SK_NONE};
            b->by_time[index] = index;
        }
        b->items[b->item_count - 1].count++;
    }
}

/* Is there an item that lies in the same channel and on the same day as an earlier one? */
static int may_be_put_together(const builder *b, uint32_t earlier, uint32_t index)
{
    if (index >= b->item_count || b->items[index].channel != b->items[earlier].channel)
        return 0;
    const roster_need *one = &b->r->needs[b->items[earlier].need],
                      *other = &b->r->needs[b->items[index].need];
    return one->is_timed && other->is_timed && one->record.date == other->record.date;
}

/*
 * Put items of a channel that all clash together. Those that begin before the first to end
 * is over all hold its last minute, so each two of them clash; this gives the fewest groups.
 */
static void make_groups(builder *b)
{
    for (uint32_t i = 0; i < b->item_count; i++) {
        if (b->items[i].group != SK_NONE)
            continue;
        b->items[i].group = i;
        for (uint32_t j = i + 1; may_be_put_together(b, i, j); j++)
            if (b->items[j].group == SK_NONE && sk_needs_clash(b->r, b->items[i].need, b->items[j].need))
                b->items[j].group = i;
    }
}

/* -------------------------------------------------------------------- nodes */

static uint32_t add_node(builder *b, uint32_t parent, int32_t capacity, int64_t base)
{
    b->parent[b->node_count] = parent;
    b->capacity[b->node_count] = capacity;
    b->base[b->node_count] = base;
    return b->node_count++;
}

/* A node for a group that has more than one pair under a parent that takes more than one. */
static void add_group(builder *b, const uint32_t *pairs, uint32_t group, uint32_t parent)
{
    size_t count = b->items[group].count;
    uint32_t node = parent, end = group + 1;
    for (; may_be_put_together(b, group, end); end++)
        count += b->items[end].group == group ? b->items[end].count : 0;
    if (count > 1 && b->capacity[parent] > 1)
        node = add_node(b, parent, 1, 0);
    for (size_t i = group; i < end; i++)
        for (size_t j = 0; b->items[i].group == group && j < b->items[i].count; j++)
            b->pair_node[pairs[b->items[i].first + j]] = node;
}

static void add_nodes(builder *b, uint32_t adult, const uint32_t *pairs, int32_t capacity)
{
    uint32_t channel = b->items[0].channel;
    int one_channel = b->items[b->item_count - 1].channel == channel;
    if (one_channel && channel != SK_NONE)
        capacity = sk_least(capacity, b->r->offers[channel].room);
    uint32_t root = add_node(b, SK_NONE, capacity, b->r->adults[adult].asked), parent = root;
    for (uint32_t i = 0; i < b->item_count; i++) {
        int begins = i == 0 || b->items[i].channel != b->items[i - 1].channel;
        channel = b->items[i].channel;
        if (begins && !one_channel)
            parent = channel == SK_NONE ? root : add_node(b, root, b->r->offers[channel].room, 0);
        if (b->items[i].group == i)
            add_group(b, pairs, i, parent);
    }
}

/* ---------------------------------------------------------------- conflicts */

static uint32_t item_id(builder *b, const uint32_t *pairs, item *i)
{
    if (i->id == SK_NONE) {
        i->id = b->id_count++;
        for (size_t j = 0; j < i->count; j++)
            b->pair_item[pairs[i->first + j]] = i->id;
    }
    return i->id;
}

/* Can no later item by time exclude this one any more? */
static int is_past(const builder *b, const item *one, const item *later)
{
    return one->need != later->need && !sk_needs_clash(b->r, one->need, later->need);
}

static int add_conflicts(builder *b, const uint32_t *pairs)
{
    sk_order(b->by_time, b->item_count, item_before, b);
    for (size_t i = 0; i < b->item_count; i++) {
        item *one = &b->items[b->by_time[i]];
        for (size_t j = i + 1; j < b->item_count; j++) {
            item *other = &b->items[b->by_time[j]];
            if (is_past(b, one, other))
                break;
            if (one->group == other->group || (one->channel == other->channel && one->channel != SK_NONE &&
                                               b->r->offers[one->channel].room == 1))
                continue;
            uint32_t one_id = item_id(b, pairs, one), other_id = item_id(b, pairs, other);
            if (!sk_add_relation(b, &b->conflicts, one_id, other_id))
                return 0;
        }
    }
    return 1;
}

static int add_adult(builder *b, uint32_t adult)
{
    uint32_t *pairs = b->mine + b->first_mine[adult];
    size_t count = b->first_mine[adult + 1] - b->first_mine[adult], kept = 0;
    if (count == 0)
        return 1;
    int32_t capacity = root_capacity(b, adult);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && b->pair_place[pairs[end]] == b->pair_place[pairs[i]];)
            end++;
        kept += keep_best(b, pairs + i, end - i, capacity, pairs + kept);
    }
    sk_order(pairs, kept, pair_before, b);
    make_items(b, pairs, kept);
    make_groups(b);
    add_nodes(b, adult, pairs, capacity);
    return capacity < 2 || add_conflicts(b, pairs);
}

int sk_network_add_adults(builder *b)
{
    size_t pairs = b->r->pair_count, most;
    if (!sort_pairs(b, &most))
        return 0;
    /* A root for each adult; at most a channel and a group for each pair. */
    size_t nodes = b->r->adult_count + 2 * pairs;
    b->pair_node = take(b, pairs, sizeof *b->pair_node, 0xFF);
    b->pair_item = take(b, pairs, sizeof *b->pair_item, 0xFF);
    b->pair_channel = take(b, pairs, sizeof *b->pair_channel, 0xFF);
    b->offer_needs = take(b, b->r->offer_count, sizeof *b->offer_needs, 0);
    b->offer_last_need = take(b, b->r->offer_count, sizeof *b->offer_last_need, 0xFF);
    b->parent = take(b, nodes, sizeof *b->parent, 0);
    b->capacity = take(b, nodes, sizeof *b->capacity, 0);
    b->base = take(b, nodes, sizeof *b->base, 0);
    b->items = take(b, most, sizeof *b->items, 0);
    b->by_time = take(b, most, sizeof *b->by_time, 0);
    if (b->pair_node == NULL || b->pair_item == NULL || b->pair_channel == NULL || b->offer_needs == NULL ||
        b->offer_last_need == NULL || b->parent == NULL || b->capacity == NULL || b->base == NULL ||
        b->items == NULL || b->by_time == NULL)
        return 0;
    for (uint32_t adult = 0; adult < b->r->adult_count; adult++)
        if (!add_adult(b, adult))
            return 0;
    return 1;
}
