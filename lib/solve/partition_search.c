/*
 * Branch and bound: the items are put one after the other in a group that is there, in a new
 * one, or out, the most promising first. A group is opened by its first item, so no division is
 * seen twice.
 *
 * The bound at a node: of the items to come, those that fit nowhere are out, and the others fill
 * what the groups still lack, their room, and new groups. Each adds its worths to a group that is
 * there in full, and half of its best ones to items that are to come as well.
 *
 * The bound of the part gives shifts, by which two items to come share the worth of their pair
 * unevenly, and a price. The price is taken off all worths; the bound then has it back as often as
 * there can be pairs, so an item gains nothing by more pairs than there are.
 */
#include "solve/partition_layout.h"

/* Larger parts are not proven by it in any reasonable number of nodes. */
enum { ITEMS_MAX = 48 };

typedef struct option {
    uint32_t group; /* SK_PARTITION_OUT for out */
    int64_t bound;
} option;

typedef struct searcher {
    partition_part *part;
    uint32_t count, low, high;
    uint32_t *order; /* item of each depth; all below goes by depth */
    int32_t *worth;
    unsigned char *clash;
    uint64_t *labels;
    unsigned char *leader;
    uint32_t *leaders_left; /* from each depth on */
    /* The best worths of an item with those from a depth on: how many, how many above 0, sums. */
    uint32_t *partners;
    uint32_t *wanted;
    int32_t *best; /* (depth * count + item) * high + how many */
    /* Groups, in the order in which they were opened. */
    uint32_t group_count;
    uint32_t *size;
    uint32_t *leaders;
    uint64_t *common;
    int32_t *gain;     /* group * count + item */
    uint32_t *clashes; /* likewise */
    uint32_t out;
    int64_t total;
    int64_t *twice; /* of the items to come, twice what each may add */
    /* The path. */
    uint32_t *chosen;       /* group at each depth */
    uint64_t *common_above; /* of that group, before */
    option *options;        /* depth * (groups there can be + 2) */
    uint32_t *option_count, *option_next;
    uint32_t width;
} searcher;

/* ------------------------------------------------------------------- bound */

/* Twice what an item may add to a group that has `size` items now, among those to come. */
static int64_t best_twice(const searcher *s, uint32_t depth, uint32_t item, uint32_t size)
{
    size_t place = (size_t)depth * s->count + item;
    uint32_t least = size + 1 < s->low ? s->low - size - 1 : 0, most = s->high - size - 1;
    if (s->partners[place] < least)
        return SK_PARTITION_NEVER;
    most = most < s->wanted[place] ? most : s->wanted[place];
    return s->best[place * s->high + (most > least ? most : least)];
}

/* The same with what it adds for sure. */
static int64_t join_twice(const searcher *s, uint32_t depth, uint32_t item, uint32_t group)
{
    size_t place = (size_t)group * s->count + item;
    if (s->size[group] == s->high || s->clashes[place] != 0 || (s->common[group] & s->labels[item]) == 0)
        return SK_PARTITION_NEVER;
    return 2 * s->gain[place] + best_twice(s, depth, item, s->size[group]);
}

/* How many of the items to come fit anywhere; what each may add goes to `twice`. */
static uint32_t find_twice(const searcher *s, uint32_t depth)
{
    uint32_t available = 0;
    for (uint32_t item = depth; item < s->count; item++) {
        int64_t most = best_twice(s, depth, item, 0);
        for (uint32_t group = 0; group < s->group_count; group++) {
            int64_t twice = join_twice(s, depth, item, group);
            most = twice > most ? twice : most;
        }
        if (most > SK_PARTITION_NEVER / 2)
            s->twice[available++] = most;
    }
    return available;
}

/*
 * The pairs there are when `placed` items come to the groups and to `fresh` new ones: most when the
 * largest are filled first. Each group gets what it lacks before that.
 */
static int64_t most_pairs(const searcher *s, uint32_t placed, uint32_t fresh)
{
    uint32_t of_size[ITEMS_MAX + 1] = {0}, rest = placed - fresh * s->low;
    int64_t pairs = 0;
    for (uint32_t group = 0; group < s->group_count; group++) {
        uint32_t size = s->size[group];
        rest -= size < s->low ? s->low - size : 0;
        of_size[size < s->low ? s->low : size]++;
    }
    of_size[s->low] += fresh;
    for (uint32_t size = s->high; size >= s->low; size--)
        for (; of_size[size] > 0; of_size[size]--) {
            int64_t more = s->high - size < rest ? s->high - size : rest;
            rest -= (uint32_t)more;
            pairs += (size + more) * (size + more - 1) / 2;
        }
    return pairs;
}

static int64_t bound_at(const searcher *s, uint32_t depth)
{
    uint32_t lacking = 0, room = 0, full = 0, open = 0;
    for (uint32_t group = 0; group < s->group_count; group++) {
        lacking += s->size[group] < s->low ? s->low - s->size[group] : 0;
        room += s->high - s->size[group];
        full += s->leaders[group] == 0 && s->size[group] == s->high;
        open += s->leaders[group] == 0 && s->size[group] < s->high;
    }
    uint32_t available = find_twice(s, depth);
    if (available < lacking)
        return SK_PARTITION_NEVER;
    uint32_t most = room + (available - lacking) / s->low * s->high;
    uint32_t placed = available < most ? available : most;
    uint32_t fresh = placed > room ? (placed - room + s->high - 1) / s->high : 0;
    open += fresh;
    sk_partition_value bound = {.out = s->out + s->count - depth - placed, .leaderless = full};
    if (open > s->leaders_left[depth])
        bound.leaderless += open - s->leaders_left[depth];
    bound.worth = s->part->price * most_pairs(s, placed, fresh) + s->total +
                  sk_partition_half(sk_partition_sum_best(s->twice, available, placed));
    return sk_partition_score(bound);
}

/* ------------------------------------------------------------------ options */

static void put(searcher *s, uint32_t depth, uint32_t group)
{
    s->chosen[depth] = group;
    if (group == SK_PARTITION_OUT) {
        s->out++;
        return;
    }
    size_t first = (size_t)group * s->count, row = (size_t)depth * s->count;
    s->group_count += group == s->group_count;
    s->total += s->gain[first + depth];
    s->size[group]++;
    s->leaders[group] += s->leader[depth];
    s->common_above[depth] = s->common[group];
    s->common[group] &= s->labels[depth];
    for (uint32_t i = depth + 1; i < s->count; i++) {
        s->gain[first + i] += s->worth[row + i];
        s->clashes[first + i] += s->clash[row + i];
    }
}

static void take_back(searcher *s, uint32_t depth)
{
    uint32_t group = s->chosen[depth];
    if (group == SK_PARTITION_OUT) {
        s->out--;
        return;
    }
    size_t first = (size_t)group * s->count, row = (size_t)depth * s->count;
    s->total -= s->gain[first + depth];
    s->leaders[group] -= s->leader[depth];
    s->common[group] = s->common_above[depth];
    s->group_count -= --s->size[group] == 0;
    for (uint32_t i = depth + 1; i < s->count; i++) {
        s->gain[first + i] -= s->worth[row + i];
        s->clashes[first + i] -= s->clash[row + i];
    }
}

/* Try an option; one that can be better than the best answer is kept, the best first. */
static void try_option(searcher *s, uint32_t depth, uint32_t group)
{
    option *options = s->options + (size_t)depth * s->width;
    uint32_t position = s->option_count[depth];
    s->part->nodes++;
    put(s, depth, group);
    int64_t bound = bound_at(s, depth + 1);
    take_back(s, depth);
    if (bound <= s->part->score)
        return;
    for (; position > 0 && options[position - 1].bound < bound; position--)
        options[position] = options[position - 1];
    options[position] = (option){group, bound};
    s->option_count[depth]++;
}

/* Find the options at a depth. */
static void open_depth(searcher *s, uint32_t depth)
{
    s->option_count[depth] = s->option_next[depth] = 0;
    for (uint32_t group = 0; group < s->group_count; group++)
        if (join_twice(s, depth, depth, group) > SK_PARTITION_NEVER / 2)
            try_option(s, depth, group);
    if (best_twice(s, depth, depth, 0) > SK_PARTITION_NEVER / 2)
        try_option(s, depth, s->group_count);
    try_option(s, depth, SK_PARTITION_OUT);
}

/* ------------------------------------------------------------------- search */

/* At the last depth the bound is the score, and all groups are large enough. */
static void keep_answer(searcher *s, int64_t score)
{
    s->part->score = score;
    for (uint32_t depth = 0; depth < s->count; depth++)
        s->part->group_of[s->order[depth]] = s->chosen[depth];
}

/* The best that the options on the path which were not followed can still give. */
static int64_t bound_of_rest(const searcher *s, uint32_t depth)
{
    int64_t bound = s->part->score;
    for (uint32_t i = 0; i < depth; i++) {
        const option *next = &s->options[(size_t)i * s->width + s->option_next[i]];
        if (s->option_next[i] < s->option_count[i] && next->bound > bound)
            bound = next->bound;
    }
    return bound;
}

/* Returns what no answer can beat. */
static int64_t search(searcher *s, uint32_t max_nodes)
{
    uint32_t depth = 0;
    int64_t bound = s->part->bound;
    for (int opened = 0;;) {
        if (!opened && max_nodes - s->part->nodes < s->group_count + 2) {
            int64_t rest = bound_of_rest(s, depth);
            return bound > rest ? bound : rest;
        }
        if (!opened)
            open_depth(s, depth);
        opened = 1;
        const option *next = &s->options[(size_t)depth * s->width + s->option_next[depth]];
        if (s->option_next[depth] == s->option_count[depth] || next->bound <= s->part->score) {
            if (depth == 0)
                return s->part->score;
            take_back(s, --depth);
            continue;
        }
        s->option_next[depth]++;
        bound = next->bound;
        put(s, depth, next->group);
        if (depth + 1 < s->count) {
            depth++;
            opened = 0;
            continue;
        }
        keep_answer(s, bound);
        take_back(s, depth);
    }
}

/* ------------------------------------------------------------------ prepare */

static int take_arrays(searcher *s, sk_arena *arena)
{
    size_t n = s->count, groups = s->count / s->low;
    s->width = (uint32_t)groups + 2;
    s->order = sk_arena_array(arena, n, sizeof *s->order, 0);
    s->worth = sk_arena_array(arena, n * n, sizeof *s->worth, 0);
    s->clash = sk_arena_array(arena, n * n, sizeof *s->clash, 0);
    s->labels = sk_arena_array(arena, n, sizeof *s->labels, 0);
    s->leader = sk_arena_array(arena, n, sizeof *s->leader, 0);
    s->leaders_left = sk_arena_array(arena, n + 1, sizeof *s->leaders_left, 0);
    s->partners = sk_arena_array(arena, (n + 1) * n, sizeof *s->partners, 0);
    s->wanted = sk_arena_array(arena, (n + 1) * n, sizeof *s->wanted, 0);
    s->best = sk_arena_array(arena, (n + 1) * n * s->high, sizeof *s->best, 0);
    s->size = sk_arena_array(arena, groups + 1, sizeof *s->size, 0);
    s->leaders = sk_arena_array(arena, groups + 1, sizeof *s->leaders, 0);
    s->common = sk_arena_array(arena, groups + 1, sizeof *s->common, 0xff);
    s->gain = sk_arena_array(arena, (groups + 1) * n, sizeof *s->gain, 0);
    s->clashes = sk_arena_array(arena, (groups + 1) * n, sizeof *s->clashes, 0);
    s->twice = sk_arena_array(arena, n, sizeof *s->twice, 0);
    s->chosen = sk_arena_array(arena, n, sizeof *s->chosen, 0);
    s->common_above = sk_arena_array(arena, n, sizeof *s->common_above, 0);
    s->options = sk_arena_array(arena, n * s->width, sizeof *s->options, 0);
    s->option_count = sk_arena_array(arena, n, sizeof *s->option_count, 0);
    s->option_next = sk_arena_array(arena, n, sizeof *s->option_next, 0);
    return s->order != NULL && s->worth != NULL && s->clash != NULL && s->labels != NULL &&
           s->leader != NULL && s->leaders_left != NULL && s->partners != NULL && s->wanted != NULL &&
           s->best != NULL && s->size != NULL && s->leaders != NULL && s->common != NULL && s->gain != NULL &&
           s->clashes != NULL && s->twice != NULL && s->chosen != NULL && s->common_above != NULL &&
           s->options != NULL && s->option_count != NULL && s->option_next != NULL;
}

/* Items that clash most and are worth least come first, since these are the hardest to place. */
static int64_t ease_of(const partition_part *part, uint32_t item)
{
    int64_t ease = 0;
    for (uint32_t j = 0; j < part->count; j++) {
        size_t pair = (size_t)item * part->count + j;
        ease += part->worth[pair] - part->clash[pair] * SK_PARTITION_WORTH_MAX;
    }
    return ease;
}

static void find_order(searcher *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t position = i;
        int64_t ease = ease_of(s->part, i);
        for (; position > 0 && ease_of(s->part, s->order[position - 1]) > ease; position--)
            s->order[position] = s->order[position - 1];
        s->order[position] = i;
    }
}

static void copy_part(searcher *s)
{
    const partition_part *part = s->part;
    for (uint32_t i = s->count; i-- > 0;) {
        uint32_t item = s->order[i];
        s->labels[i] = part->labels[item];
        s->leader[i] = part->leader[item];
        s->leaders_left[i] = s->leaders_left[i + 1] + s->leader[i];
        for (uint32_t j = 0; j < s->count; j++) {
            size_t pair = (size_t)item * s->count + s->order[j];
            s->worth[(size_t)i * s->count + j] = part->worth[pair] - part->price;
            s->clash[(size_t)i * s->count + j] = part->clash[pair];
        }
    }
}

/* What an item sees in those from a depth on: the best summed. `worths` has room for count. */
static void find_best(searcher *s, uint32_t depth, uint32_t item, int32_t *worths)
{
    const int32_t *shift = s->part->shift;
    size_t place = (size_t)depth * s->count + item;
    uint32_t count = 0;
    for (uint32_t j = depth; j < s->count; j++) {
        size_t pair = (size_t)item * s->count + j;
        int32_t worth = s->worth[pair] + shift[s->order[item]] - shift[s->order[j]];
        uint32_t position = count;
        if (j == item || s->clash[pair])
            continue;
        for (; position > 0 && worths[position - 1] < worth; position--)
            worths[position] = worths[position - 1];
        worths[position] = worth;
        count++;
    }
    s->partners[place] = count;
    for (uint32_t i = 0; i < count && i + 1 < s->high; i++) {
        s->best[place * s->high + i + 1] = s->best[place * s->high + i] + worths[i];
        s->wanted[place] += worths[i] > 0;
    }
}

int sk_partition_search(partition_part *part, uint32_t max_nodes, sk_arena *arena)
{
    searcher s = {.part = part, .count = part->count, .low = part->low, .high = part->high};
    if (part->count > ITEMS_MAX || part->score == part->bound)
        return 1;
    int32_t *worths = sk_arena_array(arena, part->count, sizeof *worths, 0);
    if (worths == NULL || !take_arrays(&s, arena))
        return 0;
    find_order(&s);
    copy_part(&s);
    for (uint32_t depth = 0; depth < s.count; depth++)
        for (uint32_t item = depth; item < s.count; item++)
            find_best(&s, depth, item, worths);
    int64_t bound = search(&s, max_nodes);
    if (bound < part->bound)
        part->bound = bound;
    return 1;
}
