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
 *
 * A pair need not count for one half with each of the two. Items get shifts; one sees the worth
 * of a pair raised by its own shift and lowered by that of the other, who sees the opposite, so that
 * the sum stays. An item that more want than it can be with gets a higher shift, step by step (a
 * subgradient method, as Held and Karp did for the travelling salesman, 1971).
 */
#include "solve/partition_part.h"

#include <string.h>

enum {
    SHIFT_MAX = 1000,
    SEEN_MAX = SK_PARTITION_WORTH_MAX + 2 * SHIFT_MAX,
    LEVELS = 2 * SEEN_MAX + 1,
    STARTS_MAX = 64,
    ROUNDS = 20
};

/* What shifting may cost, in worths looked at; large parts get fewer rounds. */
static const int64_t LOOKS = 4000000;

typedef struct seen_worth {
    int32_t worth;
    uint32_t item;
} seen_worth;

typedef struct bounder {
    partition_part *part;
    uint32_t out, fewest, most; /* the items out and the groups that the bound is for */
    int32_t *shift;
    seen_worth *seen; /* what one item sees, as a heap; the best on top */
    int64_t *least;   /* of each item, its best low - 1 worths */
    uint32_t *next;   /* how many next ones there are of each size, for all items */
    int32_t *wanted;  /* how many more items want each than it wants itself */
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

static void sink(seen_worth *heap, uint32_t count, uint32_t position)
{
    seen_worth sunk = heap[position];
    for (uint32_t child; (child = 2 * position + 1) < count; position = child) {
        if (child + 1 < count && heap[child + 1].worth > heap[child].worth)
            child++;
        if (heap[child].worth <= sunk.worth)
            break;
        heap[position] = heap[child];
    }
    heap[position] = sunk;
}

/* What an item sees of those it may meet, as a heap. Returns how many they are. */
static uint32_t see(const bounder *b, uint32_t item)
{
    const partition_part *part = b->part;
    size_t first = (size_t)item * part->count;
    uint32_t count = 0;
    for (uint32_t j = 0; j < part->count; j++)
        if (j != item && !part->clash[first + j])
            b->seen[count++] = (seen_worth){part->worth[first + j] + b->shift[item] - b->shift[j], j};
    for (uint32_t i = count / 2; i-- > 0;)
        sink(b->seen, count, i);
    return count;
}

/* Sum the best low - 1 of an item, and count the next ones. Those at least at the price are wanted. */
static void count_worths(const bounder *b, uint32_t item, int32_t price)
{
    uint32_t count = see(b, item), least = b->part->low - 1, most = b->part->high - 1;
    b->least[item] = 0;
    for (uint32_t taken = 0; taken < most && count > 0; taken++) {
        seen_worth best = b->seen[0];
        b->seen[0] = b->seen[--count];
        sink(b->seen, count, 0);
        if (taken < least)
            b->least[item] += best.worth;
        else
            b->next[best.worth + SEEN_MAX]++;
        if (taken < least || best.worth > price) {
            b->wanted[best.item]++;
            b->wanted[item]--;
        }
    }
}

int64_t sk_partition_sum_best(int64_t *numbers, uint32_t count, uint32_t wanted)
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

/*
 * At most this is gained with the shifts there are. The price is what a pair must be worth at least when
 * there are fewer pairs than would be wanted; 0 otherwise.
 */
static int64_t bound_worth(const bounder *b, int32_t *price)
{
    const partition_part *part = b->part;
    uint32_t placed = part->count - b->out;
    int64_t twice = sk_partition_sum_best(b->least, part->count, placed);
    int64_t fixed = (int64_t)placed * (part->low - 1);
    /* More groups have fewer pairs. */
    int64_t room = 2 * most_pairs(part, placed, b->fewest) - fixed;
    int64_t forced = 2 * least_pairs(placed, b->most) - fixed;
    *price = 0;
    for (uint32_t level = LEVELS; level-- > 0 && room > 0;) {
        int32_t worth = (int32_t)level - SEEN_MAX;
        int64_t limit = worth > 0 ? room : forced, taken = b->next[level];
        taken = taken < limit ? taken : limit;
        if (taken <= 0)
            continue;
        twice += taken * worth;
        room -= taken;
        forced -= taken;
        if (room == 0 && worth > 0)
            *price = worth;
    }
    return sk_partition_half(twice);
}

static int32_t clamp(int64_t number, int32_t most)
{
    return (int32_t)(number > most ? most : number < -most ? -most : number);
}

/* Shift what the worths count for, and keep the least bound with its shifts and price. */
static int64_t shift_worths(const bounder *b)
{
    partition_part *part = b->part;
    int64_t least = INT64_MAX, rounds = LOOKS / ((int64_t)part->count * part->count);
    int32_t price = 0;
    rounds = rounds < ROUNDS ? rounds : ROUNDS;
    for (int32_t round = 0; round < rounds; round++) {
        memset(b->next, 0, LEVELS * sizeof *b->next);
        memset(b->wanted, 0, part->count * sizeof *b->wanted);
        for (uint32_t i = 0; i < part->count; i++)
            count_worths(b, i, price);
        int64_t bound = bound_worth(b, &price);
        if (bound < least) {
            least = bound;
            part->price = price;
            memcpy(part->shift, b->shift, part->count * sizeof *b->shift);
        }
        int64_t step = 4 * SK_PARTITION_WORTH_MAX / (16 + round);
        for (uint32_t i = 0; i < part->count; i++)
            b->shift[i] = clamp(b->shift[i] + step * b->wanted[i] / part->high / 4, SHIFT_MAX);
    }
    return least;
}

/* ---------------------------------------------------------------------- bound */

static uint32_t larger(uint32_t one, uint32_t other)
{
    return one > other ? one : other;
}

static void bound_part(bounder *b)
{
    partition_part *part = b->part;
    uint32_t clique = find_clique(b);
    for (;; b->out++) {
        uint32_t placed = part->count - b->out;
        b->fewest = larger((placed + part->high - 1) / part->high, clique > b->out ? clique - b->out : 0);
        b->most = placed / part->low;
        if (b->fewest <= b->most)
            break;
    }
    sk_partition_value bound = {.out = b->out};
    if (b->fewest > part->leader_count)
        bound.leaderless = b->fewest - part->leader_count;
    /* More groups than this would be more groups without a leader. */
    if (b->most > part->leader_count + bound.leaderless)
        b->most = part->leader_count + bound.leaderless;
    if (b->out < part->count)
        bound.worth = shift_worths(b);
    part->bound = sk_partition_score(bound);
}

int sk_partition_bound(partition_part *part, sk_arena *arena)
{
    bounder b = {.part = part};
    b.shift = sk_arena_array(arena, part->count, sizeof *b.shift, 0);
    b.seen = sk_arena_array(arena, part->count, sizeof *b.seen, 0);
    b.least = sk_arena_array(arena, part->count, sizeof *b.least, 0);
    b.wanted = sk_arena_array(arena, part->count, sizeof *b.wanted, 0);
    b.clique = sk_arena_array(arena, part->count, sizeof *b.clique, 0);
    b.next = sk_arena_array(arena, LEVELS, sizeof *b.next, 0);
    if (b.shift == NULL || b.seen == NULL || b.least == NULL || b.wanted == NULL || b.clique == NULL ||
        b.next == NULL)
        return 0;
    bound_part(&b);
    return 1;
}
