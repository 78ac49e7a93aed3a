/*
 * Building a division and improving it.
 *
 * Groups are filled one by one with what fits best, items that clash most first, and what is
 * left joins the best of them or gets groups of its own. Then each item is moved, exchanged, put in or
 * swapped in as long as that is better; groups are dissolved over the others or made of
 * items that others can spare. After that, the best answer is shaken and improved again. The numbers to
 * shake by are drawn from a fixed seed, so that equal input gives equal output.
 *
 * All of it counts its steps and stops when they are used up. Between two changes the layout
 * always keeps to the rules.
 */
#include "solve/partition_layout.h"

#include <string.h>

static const uint32_t OUT = SK_PARTITION_OUT;

/* When so many times shaking in a row found nothing better, nothing will. */
enum { SHAKES_MAX = 400, EXCHANGES = 3, DRAWS = 8 };

typedef struct builder {
    partition_part *part;
    partition_layout layout;
    uint32_t *hardest; /* the items, those that clash most first */
    uint32_t *before;  /* where items were before a change that may be undone */
    uint32_t *loose;   /* items on their way to another group */
    uint64_t seed;
} builder;

static void save(const builder *b, uint32_t *to)
{
    memcpy(to, b->layout.group_of, b->part->count * sizeof *to);
}

/* ---------------------------------------------------------------- one item */

/* Move an item to the best other group. Returns what that gains, at least `least`. */
static int64_t find_move(const builder *b, uint32_t item, int64_t least, uint32_t *slot)
{
    const partition_layout *l = &b->layout;
    *slot = OUT;
    for (uint32_t i = 0; i < l->slots; i++) {
        if (l->size[i] == 0)
            continue;
        int64_t gain = sk_layout_move_gain(l, item, i);
        if (gain > least) {
            least = gain;
            *slot = i;
        }
    }
    return least;
}

/* For an item that is out: take the place of one that can go to another group. */
static int push_in(builder *b, uint32_t item)
{
    partition_layout *l = &b->layout;
    for (uint32_t i = 0; i < b->part->count && l->steps > 0; i++) {
        uint32_t slot = l->group_of[i], best = OUT;
        int64_t most = SK_PARTITION_NEVER / 2;
        l->steps--;
        if (slot == OUT || !sk_layout_may_replace(l, item, i))
            continue;
        l->steps -= l->slots;
        for (uint32_t j = 0; j < l->slots; j++) {
            int64_t gain = j == slot || l->size[j] == 0 ? SK_PARTITION_NEVER : sk_layout_join_gain(l, i, j);
            if (gain > most) {
                most = gain;
                best = j;
            }
        }
        if (best != OUT) {
            sk_layout_put(l, i, best);
            sk_layout_put(l, item, slot);
            return 1;
        }
    }
    return 0;
}

/* Do what gains most for an item, if anything does. */
static int improve_item(builder *b, uint32_t item)
{
    partition_layout *l = &b->layout;
    uint32_t slot, other;
    l->steps -= l->slots + b->part->count;
    int64_t gain = find_move(b, item, 0, &slot);
    sk_layout_find_exchange(l, item, gain, &other);
    if (other != OUT)
        sk_layout_exchange(l, item, other);
    else if (slot != OUT)
        sk_layout_put(l, item, slot);
    else
        return l->group_of[item] == OUT && push_in(b, item);
    return 1;
}

/* Look at items whose group changed until none is left. */
static void improve_items(builder *b)
{
    partition_layout *l = &b->layout;
    uint32_t count = b->part->count;
    for (uint32_t item = 0, idle = 0; idle < count && l->steps > 0; item = (item + 1) % count) {
        idle++;
        if (!l->dirty[item])
            continue;
        l->dirty[item] = 0;
        if (improve_item(b, item))
            idle = 0;
    }
}

/* -------------------------------------------------------------------- groups */

static uint32_t free_slot(const partition_layout *l)
{
    uint32_t slot = 0;
    while (slot < l->slots && l->size[slot] > 0)
        slot++;
    return slot;
}

/* May an item go to a new group: is it out, or can its group spare it? */
static int is_spare(const partition_layout *l, uint32_t item)
{
    uint32_t from = l->group_of[item];
    return from == OUT || l->size[from] > l->part->low;
}

/* Make a new group of an item and those that gain most in it. Returns 0 when it stays too small. */
static int open_group(builder *b, uint32_t seed)
{
    partition_layout *l = &b->layout;
    uint32_t slot = free_slot(l), low = b->part->low;
    if (slot == l->slots || l->part->count - l->group_count * low < low)
        return 0;
    sk_layout_put(l, seed, slot);
    while (l->size[slot] < low && l->steps > 0) {
        uint32_t best = OUT;
        int64_t most = SK_PARTITION_NEVER / 2;
        l->steps -= b->part->count;
        for (uint32_t i = 0; i < b->part->count; i++) {
            int64_t gain = sk_layout_move_gain(l, i, slot);
            if (gain > most) {
                most = gain;
                best = i;
            }
        }
        if (best == OUT)
            return 0;
        sk_layout_put(l, best, slot);
    }
    return l->size[slot] >= low;
}

/* Take all items of a group out. */
static uint32_t empty_group(builder *b, uint32_t slot, uint32_t *taken)
{
    partition_layout *l = &b->layout;
    uint32_t count = 0;
    for (; l->first[slot] != OUT; count++) {
        taken[count] = l->first[slot];
        sk_layout_put(l, taken[count], OUT);
    }
    return count;
}

/* Put each of these items that is out in the best group for it, if there is one. */
static void seat(builder *b, const uint32_t *items, uint32_t count)
{
    partition_layout *l = &b->layout;
    uint32_t slot;
    for (uint32_t i = 0; i < count; i++) {
        l->steps -= l->slots;
        if (l->group_of[items[i]] != OUT)
            continue;
        find_move(b, items[i], SK_PARTITION_NEVER / 2, &slot);
        if (slot != OUT)
            sk_layout_put(l, items[i], slot);
    }
}

/* Keep a change that kept to the rules and made the score better; otherwise put all back. */
static int keep_if_better(builder *b, int is_allowed, int64_t score)
{
    if (is_allowed && b->layout.score > score)
        return 1;
    sk_layout_restore(&b->layout, b->before);
    return 0;
}

/* Try to dissolve each group, and to open one around each item. */
static int improve_groups(builder *b)
{
    partition_layout *l = &b->layout;
    int better = 0;
    for (uint32_t slot = 0; slot < l->slots && l->steps > 0; slot++) {
        if (l->size[slot] == 0)
            continue;
        int64_t score = l->score;
        save(b, b->before);
        uint32_t count = empty_group(b, slot, b->loose);
        seat(b, b->loose, count);
        better |= keep_if_better(b, 1, score);
    }
    for (uint32_t i = 0; i < b->part->count && l->steps > 0; i++) {
        if (!is_spare(l, i) || l->part->count - l->group_count * l->part->low < l->part->low)
            continue;
        int64_t score = l->score;
        save(b, b->before);
        int is_allowed = open_group(b, i);
        better |= keep_if_better(b, is_allowed, score);
    }
    return better;
}

static void improve(builder *b)
{
    do
        improve_items(b);
    while (improve_groups(b) && b->layout.steps > 0);
}

/* ------------------------------------------------------------------ building */

/* Put those that clash with most others first; equal ones stay in their order. */
static void sort_hardest(builder *b)
{
    const partition_part *part = b->part;
    uint32_t *clashes = b->before;
    for (uint32_t i = 0; i < part->count; i++) {
        uint32_t position = i;
        clashes[i] = 0;
        for (uint32_t j = 0; j < part->count; j++)
            clashes[i] += part->clash[(size_t)i * part->count + j];
        for (; position > 0 && clashes[b->hardest[position - 1]] < clashes[i]; position--)
            b->hardest[position] = b->hardest[position - 1];
        b->hardest[position] = i;
    }
}

/* Let all that are out and may do so join a group. */
static void top_up(builder *b, uint32_t slot)
{
    partition_layout *l = &b->layout;
    l->steps -= b->part->count;
    for (uint32_t i = 0; i < b->part->count; i++) {
        uint32_t item = b->hardest[i];
        if (l->group_of[item] == OUT && sk_layout_join_gain(l, item, slot) > SK_PARTITION_NEVER / 2)
            sk_layout_put(l, item, slot);
    }
}

/*
 * Fill groups from what is out, up to so many, and let the rest join. What is left then gets groups of
 * its own, as full as they can be.
 */
static void fill(builder *b, uint32_t groups)
{
    partition_layout *l = &b->layout;
    for (int is_left = 0; is_left <= 1; is_left++) {
        for (uint32_t i = 0; i < b->part->count && l->steps > 0; i++) {
            uint32_t item = b->hardest[i];
            if (l->group_of[item] != OUT || (!is_left && l->group_count >= groups))
                continue;
            save(b, b->before);
            if (!open_group(b, item))
                sk_layout_restore(l, b->before);
            else if (is_left)
                top_up(b, l->group_of[item]);
        }
        if (!is_left)
            seat(b, b->hardest, b->part->count);
    }
}

static void keep_best(builder *b)
{
    if (b->layout.score <= b->part->score)
        return;
    b->part->score = b->layout.score;
    save(b, b->part->group_of);
}

static uint32_t draw(builder *b, uint32_t below)
{
    /* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
    b->seed = b->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((b->seed >> 33) * below) >> 31);
}

/* Exchange a few items that may be exchanged, whatever that costs. */
static void shake_items(builder *b)
{
    for (int i = 0; i < EXCHANGES; i++)
        for (int j = 0; j < DRAWS; j++) {
            uint32_t item = draw(b, b->part->count), other = draw(b, b->part->count);
            if (sk_layout_may_exchange(&b->layout, item, other)) {
                sk_layout_exchange(&b->layout, item, other);
                break;
            }
        }
}

/* Empty the groups of two items and fill as many anew, around the hardest of what is out. */
static void shake_groups(builder *b)
{
    uint32_t groups = b->layout.group_count;
    for (int i = 0; i < 2; i++) {
        uint32_t slot = b->layout.group_of[draw(b, b->part->count)];
        if (slot != OUT)
            empty_group(b, slot, b->loose);
    }
    fill(b, groups + draw(b, 3) - 1);
}

static void shake(builder *b)
{
    partition_layout *l = &b->layout;
    for (int idle = 0; idle < SHAKES_MAX && l->steps > 0 && b->part->score < b->part->bound; idle++) {
        int64_t best = b->part->score;
        if (draw(b, 3) == 0)
            shake_groups(b);
        else
            shake_items(b);
        improve_items(b);
        keep_best(b);
        if (b->part->score > best)
            idle = 0;
        /* An equal answer may lead on to a better one. */
        else if (l->score < best)
            sk_layout_restore(l, b->part->group_of);
    }
}

/* Start with all out, and fill so many groups. */
static void start(builder *b, uint32_t groups)
{
    for (uint32_t item = 0; item < b->part->count; item++)
        sk_layout_put(&b->layout, item, OUT);
    fill(b, groups);
    improve(b);
    keep_best(b);
}

/*
 * Start with few groups; then with one for each leader and with many, when these can be expected
 * to end. The steps that are left are for shaking.
 */
static void build(builder *b)
{
    partition_layout *l = &b->layout;
    partition_part *part = b->part;
    uint32_t fewest = (part->count + part->high - 1) / part->high, most = part->count / part->low;
    uint32_t led = part->leader_count < most ? part->leader_count : most;
    int64_t steps = l->steps;
    start(b, fewest);
    int64_t spent = steps - l->steps;
    if (led > fewest && l->steps > 3 * spent && part->score < part->bound)
        start(b, led);
    if (most > fewest && most != led && l->steps > 3 * spent && part->score < part->bound)
        start(b, most);
    sk_layout_restore(l, part->group_of);
    shake(b);
    sk_layout_restore(l, part->group_of);
    improve(b);
    keep_best(b);
}

int sk_partition_build(partition_part *part, int64_t steps, sk_arena *arena)
{
    builder b = {.part = part, .seed = 1};
    size_t count = part->count;
    b.hardest = sk_arena_array(arena, count, sizeof *b.hardest, 0);
    b.before = sk_arena_array(arena, count, sizeof *b.before, 0);
    b.loose = sk_arena_array(arena, count, sizeof *b.loose, 0);
    if (b.hardest == NULL || b.before == NULL || b.loose == NULL || !sk_layout_init(&b.layout, part, arena))
        return 0;
    part->score = b.layout.score;
    b.layout.steps = steps;
    sort_hardest(&b);
    build(&b);
    return 1;
}
