/* What moves gain, kept up to date item by item. */
#include "solve/partition_layout.h"

static const uint32_t OUT = SK_PARTITION_OUT;

int sk_layout_init(partition_layout *l, const partition_part *part, sk_arena *arena)
{
    size_t count = part->count, slots = part->count / part->low;
    *l = (partition_layout){.part = part, .slots = (uint32_t)slots};
    l->group_of = sk_arena_array(arena, count, sizeof *l->group_of, 0xff);
    l->first = sk_arena_array(arena, slots, sizeof *l->first, 0xff);
    l->next = sk_arena_array(arena, count, sizeof *l->next, 0xff);
    l->before = sk_arena_array(arena, count, sizeof *l->before, 0xff);
    l->size = sk_arena_array(arena, slots, sizeof *l->size, 0);
    l->leaders = sk_arena_array(arena, slots, sizeof *l->leaders, 0);
    l->common = sk_arena_array(arena, slots, sizeof *l->common, 0xff);
    l->others = sk_arena_array(arena, count, sizeof *l->others, 0xff);
    l->gain = sk_arena_array(arena, slots * count, sizeof *l->gain, 0);
    l->own = sk_arena_array(arena, count, sizeof *l->own, 0);
    l->clashes = sk_arena_array(arena, slots * count, sizeof *l->clashes, 0);
    l->dirty = sk_arena_array(arena, count, sizeof *l->dirty, 1);
    l->score = -(int64_t)count * SK_PARTITION_OUT_COST;
    return l->group_of != NULL && l->first != NULL && l->next != NULL && l->before != NULL &&
           l->size != NULL && l->leaders != NULL && l->common != NULL && l->others != NULL &&
           l->gain != NULL && l->own != NULL && l->clashes != NULL && l->dirty != NULL;
}

static int is_leaderless(const partition_layout *l, uint32_t slot)
{
    return l->size[slot] > 0 && l->leaders[slot] == 0;
}

/* Find what the items of a slot are worth in it, and their labels in common, with and without each. */
static void look_again(partition_layout *l, uint32_t slot)
{
    uint64_t labels = UINT64_MAX;
    uint32_t last = OUT;
    for (uint32_t i = l->first[slot]; i != OUT; i = l->next[i]) {
        l->others[i] = labels;
        labels &= l->part->labels[i];
        l->dirty[i] = 1;
        l->own[i] = l->gain[slot * (size_t)l->part->count + i];
        last = i;
    }
    l->common[slot] = labels;
    labels = UINT64_MAX;
    for (uint32_t i = last; i != OUT; i = l->before[i]) {
        l->others[i] &= labels;
        labels &= l->part->labels[i];
    }
}

/* Add an item to what others find in a slot, or take it away. */
static void count_in(partition_layout *l, uint32_t item, uint32_t slot, int sign)
{
    size_t count = l->part->count;
    int32_t *gain = l->gain + slot * count;
    uint16_t *clashes = l->clashes + slot * count;
    const int32_t *worth = l->part->worth + item * count;
    const unsigned char *clash = l->part->clash + item * count;
    for (size_t i = 0; i < count; i++)
        gain[i] += sign * worth[i];
    for (size_t i = 0; i < count; i++)
        clashes[i] = (uint16_t)(clashes[i] + sign * clash[i]);
}

static void take_out(partition_layout *l, uint32_t item)
{
    uint32_t slot = l->group_of[item], before = l->before[item], next = l->next[item];
    l->score += is_leaderless(l, slot) * SK_PARTITION_LEADERLESS;
    if (before == OUT)
        l->first[slot] = next;
    else
        l->next[before] = next;
    if (next != OUT)
        l->before[next] = before;
    l->group_of[item] = OUT;
    l->leaders[slot] -= l->part->leader[item];
    if (--l->size[slot] == 0)
        l->group_count--;
    l->placed--;
    count_in(l, item, slot, -1);
    l->score -= l->gain[slot * (size_t)l->part->count + item] + SK_PARTITION_OUT_COST;
    l->score -= is_leaderless(l, slot) * SK_PARTITION_LEADERLESS;
    look_again(l, slot);
    l->dirty[item] = 1;
}

static void put_in(partition_layout *l, uint32_t item, uint32_t slot)
{
    l->score += is_leaderless(l, slot) * SK_PARTITION_LEADERLESS;
    l->score += l->gain[slot * (size_t)l->part->count + item] + SK_PARTITION_OUT_COST;
    l->before[item] = OUT;
    l->next[item] = l->first[slot];
    if (l->first[slot] != OUT)
        l->before[l->first[slot]] = item;
    l->first[slot] = item;
    l->group_of[item] = slot;
    l->leaders[slot] += l->part->leader[item];
    if (l->size[slot]++ == 0)
        l->group_count++;
    l->placed++;
    count_in(l, item, slot, 1);
    l->score -= is_leaderless(l, slot) * SK_PARTITION_LEADERLESS;
    look_again(l, slot);
}

void sk_layout_put(partition_layout *l, uint32_t item, uint32_t slot)
{
    if (l->group_of[item] != OUT)
        take_out(l, item);
    if (slot != OUT)
        put_in(l, item, slot);
    /* About what it costs beside looking at one place: all items in a row, and the group. */
    l->steps -= l->part->count / 4 + 2 * (slot == OUT ? 0 : l->size[slot]);
}

void sk_layout_restore(partition_layout *l, const uint32_t *group_of)
{
    for (uint32_t i = 0; i < l->part->count; i++)
        if (l->group_of[i] != group_of[i])
            sk_layout_put(l, i, group_of[i]);
}

/* What it means for the leaders of a slot that an item is lost and another is won. */
static int64_t leader_gain(const partition_layout *l, uint32_t slot, uint32_t lost, uint32_t won)
{
    int64_t before = l->leaders[slot] == 0, after = l->leaders[slot] - lost + won == 0;
    return (before - after) * SK_PARTITION_LEADERLESS;
}

int64_t sk_layout_leave_gain(const partition_layout *l, uint32_t item)
{
    uint32_t slot = l->group_of[item];
    return leader_gain(l, slot, l->part->leader[item], 0) - l->gain[slot * (size_t)l->part->count + item] -
           SK_PARTITION_OUT_COST;
}

int64_t sk_layout_join_gain(const partition_layout *l, uint32_t item, uint32_t slot)
{
    size_t place = slot * (size_t)l->part->count + item;
    if (l->size[slot] >= l->part->high || l->clashes[place] != 0 ||
        (l->common[slot] & l->part->labels[item]) == 0)
        return SK_PARTITION_NEVER;
    int64_t gain = l->gain[place] + SK_PARTITION_OUT_COST;
    if (l->size[slot] == 0)
        return gain - !l->part->leader[item] * SK_PARTITION_LEADERLESS;
    return gain + leader_gain(l, slot, 0, l->part->leader[item]);
}

int64_t sk_layout_move_gain(const partition_layout *l, uint32_t item, uint32_t slot)
{
    uint32_t from = l->group_of[item];
    if (from == slot || (from != OUT && l->size[from] <= l->part->low))
        return SK_PARTITION_NEVER;
    return sk_layout_join_gain(l, item, slot) + (from == OUT ? 0 : sk_layout_leave_gain(l, item));
}

/* What it gains to put an item in the place of one that is in a slot, if the rules allow it. */
static int64_t replace_gain(const partition_layout *l, uint32_t item, uint32_t placed)
{
    size_t count = l->part->count;
    uint32_t slot = l->group_of[placed];
    return (int64_t)l->gain[slot * count + item] - l->part->worth[item * count + placed] - l->own[placed] +
           leader_gain(l, slot, l->part->leader[placed], l->part->leader[item]);
}

int sk_layout_may_replace(const partition_layout *l, uint32_t item, uint32_t placed)
{
    size_t count = l->part->count;
    return l->clashes[l->group_of[placed] * count + item] == l->part->clash[item * count + placed] &&
           (l->others[placed] & l->part->labels[item]) != 0;
}

int sk_layout_may_exchange(const partition_layout *l, uint32_t item, uint32_t other)
{
    uint32_t slot = l->group_of[item], other_slot = l->group_of[other];
    return slot != other_slot && (other_slot == OUT || sk_layout_may_replace(l, item, other)) &&
           (slot == OUT || sk_layout_may_replace(l, other, item));
}

int64_t sk_layout_find_exchange(const partition_layout *l, uint32_t item, int64_t least, uint32_t *other)
{
    uint32_t slot = l->group_of[item];
    *other = OUT;
    for (uint32_t i = 0; i < l->part->count; i++) {
        if (l->group_of[i] == slot)
            continue;
        int64_t gain = (l->group_of[i] == OUT ? 0 : replace_gain(l, item, i)) +
                       (slot == OUT ? 0 : replace_gain(l, i, item));
        /* Few gain anything, so the rules are looked at last. */
        if (gain > least && sk_layout_may_exchange(l, item, i)) {
            least = gain;
            *other = i;
        }
    }
    return least;
}

void sk_layout_exchange(partition_layout *l, uint32_t item, uint32_t other)
{
    uint32_t slot = l->group_of[item], other_slot = l->group_of[other];
    sk_layout_put(l, item, OUT);
    sk_layout_put(l, other, slot);
    sk_layout_put(l, item, other_slot);
}
