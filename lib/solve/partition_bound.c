/*
 * What no division of a part can beat, in three steps, each for the best of the one before.
 *
 * Out: p items fill k groups only when k * low <= p <= k * high. Of items that all clash with each
 * other, no two are in one group; so when q of them are there and o items are out, k >= q - o. The
 * least o with a k is the bound.
 *
 * Leaderless: the least such k, less the leaders.
 *
 * Worth: each item has at least low - 1 and at most high - 1 others beside it, so its worths add
 * up to no more than its best low - 1 and then those of its next ones that are above 0. How many pairs
 * k groups of p items have lies between two numbers, which limits those next ones over all items
 * together. Half of the sum counts each pair once.
 */
#include "solve/partition_part.h"

enum { WORTHS = 2 * SK_PARTITION_WORTH_MAX + 1, STARTS_MAX = 64 };

typedef struct bounder {
    const partition_part *part;
    int64_t *least; /* of each item, its best low - 1 worths */
    uint32_t *row;  /* how many worths there are of each size, for one item */
    uint32_t *next; /* the same for the next ones of all items */
    uint32_t *clique;
} bounder;

/* ------------------------------------------------------------------- clashes */

static uint32_t grow_clique(const bounder *b, uint32_t start)
{
    const partition_part *part = b->part;
    uint32_t size = 1;
    b->clique[0] = start;
    for (uint32_t step = 1; step < part->count; step++) {
        uint32_t i = (start + step) % part->count, same = 0;
        while (same < size && part->clash[(size_t)i * part->count + b->clique[same]])
            same++;
        if (same == size)
            b->clique[size++] = i;
    }
    return size;
}

/* How many items were found that all clash with each other. */
static uint32_t find_clique(const bounder *b)
{
    uint32_t most = 0, stride = b->part->count / STARTS_MAX + 1;
    for (uint32_t start = 0; start < b->part->count; start += stride) {
        uint32_t size = grow_clique(b, start);
        most = size > most ? size : most;
    }
    return most;
}

/* --------------------------------------------------------------------- worth */

/* Split the worths of an item in its best low - 1, which are summed, and the next, which are counted. */
static void count_worths(const bounder *b, uint32_t item)
{
    const partition_part *part = b->part;
    size_t first = (size_t)item * part->count;
    uint32_t least = part->low - 1, most = part->high - 1, taken = 0;
    for (uint32_t j = 0; j < part->count; j++)
        if (j != item && !part->clash[first + j])
            b->row[part->worth[first + j] + SK_PARTITION_WORTH_MAX]++;
    for (uint32_t size = WORTHS; size-- > 0;) {
        int32_t worth = (int32_t)size - SK_PARTITION_WORTH_MAX;
        for (; b->row[size] > 0; b->row[size]--, taken++) {
            if (taken < least)
                b->least[item] += worth;
            else if (taken < most)
                b->next[size]++;
        }
    }
}

/* The sum of the best `wanted` of the numbers; they get another order. */
static int64_t sum_best(int64_t *numbers, uint32_t count, uint32_t wanted)
{
    int64_t sum = 0;
    for (; count > wanted; count--) {
        uint32_t least = 0;
        for (uint32_t i = 1; i < count; i++)
            if (numbers[i] < numbers[least])
                least = i;
        numbers[least] = numbers[count - 1];
    }
    for (uint32_t i = 0; i < count; i++)
        sum += numbers[i];
    return sum;
}

static int64_t pairs_in(int64_t size)
{
    return size * (size - 1) / 2;
}

/* Pairs in as many full groups as can be, and in groups of one size. */
static int64_t most_pairs(const partition_part *part, int64_t placed, int64_t groups)
{
    int64_t spread = part->high - part->low, more = placed - groups * part->low;
    if (spread == 0)
        return groups * pairs_in(part->low);
    int64_t full = more / spread, rest = more % spread;
    int64_t pairs = full * pairs_in(part->high) + (groups - full) * pairs_in(part->low);
    return pairs + pairs_in(part->low + rest) - pairs_in(part->low);
}

static int64_t least_pairs(int64_t placed, int64_t groups)
{
    int64_t size = placed / groups, larger = placed % groups;
    return larger * pairs_in(size + 1) + (groups - larger) * pairs_in(size);
}

/* At most this is gained by `placed` items in `fewest` to `most` groups. */
static int64_t bound_worth(const bounder *b, uint32_t placed, uint32_t fewest, uint32_t most)
{
    const partition_part *part = b->part;
    if (placed == 0)
        return 0;
    int64_t twice = sum_best(b->least, part->count, placed), fixed = (int64_t)placed * (part->low - 1);
    /* More groups have fewer pairs. */
    int64_t room = 2 * most_pairs(part, placed, fewest) - fixed;
    int64_t forced = 2 * least_pairs(placed, most) - fixed;
    for (uint32_t size = WORTHS; size-- > 0 && room > 0;) {
        int64_t worth = (int64_t)size - SK_PARTITION_WORTH_MAX, taken = b->next[size];
        int64_t limit = worth > 0 ? room : forced;
        taken = taken < limit ? taken : limit;
        if (taken <= 0)
            continue;
        twice += taken * worth;
        room -= taken;
        forced -= taken;
    }
    return sk_partition_half(twice);
}

/* ---------------------------------------------------------------------- bound */

static uint32_t larger(uint32_t one, uint32_t other)
{
    return one > other ? one : other;
}

static void bound_part(const bounder *b, partition_part *part)
{
    uint32_t clique = find_clique(b), out = 0, fewest = 0, most = 0;
    for (;; out++) {
        uint32_t placed = part->count - out;
        fewest = larger((placed + part->high - 1) / part->high, clique > out ? clique - out : 0);
        most = placed / part->low;
        if (fewest <= most)
            break;
    }
    sk_partition_value bound = {.out = out};
    if (fewest > part->leader_count)
        bound.leaderless = fewest - part->leader_count;
    /* More groups than this would be more groups without a leader. */
    if (most > part->leader_count + bound.leaderless)
        most = part->leader_count + bound.leaderless;
    bound.worth = bound_worth(b, part->count - out, fewest, most);
    part->bound = sk_partition_score(bound);
}

int sk_partition_bound(partition_part *part, sk_arena *arena)
{
    bounder b = {.part = part};
    b.least = sk_arena_array(arena, part->count, sizeof *b.least, 0);
    b.clique = sk_arena_array(arena, part->count, sizeof *b.clique, 0);
    b.row = sk_arena_array(arena, WORTHS, sizeof *b.row, 0);
    b.next = sk_arena_array(arena, WORTHS, sizeof *b.next, 0);
    if (b.least == NULL || b.clique == NULL || b.row == NULL || b.next == NULL)
        return 0;
    for (uint32_t i = 0; i < part->count; i++)
        count_worths(&b, i);
    bound_part(&b, part);
    return 1;
}
