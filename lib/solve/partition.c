/* The parts of a problem, and their answers put together. */
#include "solve/partition_part.h"

/*
 * What building and improving may cost in all, in places looked at: about a quarter of
 * a second. The parts share it by their size.
 */
static const int64_t STEPS = 30000000;

typedef struct divider {
    const sk_partition_problem *problem;
    const schakel_allocator *allocator;
    sk_partition_answer *answer;
    sk_arena arena;
    /* The items of the parts, part by part; count of them at most. */
    uint32_t *items;
    uint32_t *part_end; /* of each part, where its items end */
    uint32_t part_count;
    uint32_t *number; /* of each group, in the order of first items */
} divider;

static int may_meet(const sk_partition_problem *problem, uint32_t one, uint32_t other)
{
    return one != other && !problem->apart[(size_t)one * problem->count + other] &&
           (problem->labels[one] & problem->labels[other]) != 0;
}

/* -------------------------------------------------------------------- parts */

/*
 * An item that may meet less than low - 1 others is in no group; without it others may meet
 * too few as well. Those that are dropped get the mark 1.
 */
static void drop_lonely(const divider *d, uint32_t *meets, unsigned char *dropped, uint32_t *queue)
{
    const sk_partition_problem *problem = d->problem;
    uint32_t queued = 0;
    for (uint32_t i = 0; i < problem->count; i++) {
        for (uint32_t j = 0; j < problem->count; j++)
            meets[i] += (uint32_t)may_meet(problem, i, j);
        if (meets[i] < problem->low - 1) {
            dropped[i] = 1;
            queue[queued++] = i;
        }
    }
    for (uint32_t at = 0; at < queued; at++)
        for (uint32_t j = 0; j < problem->count; j++)
            if (!dropped[j] && may_meet(problem, queue[at], j) && --meets[j] < problem->low - 1) {
                dropped[j] = 1;
                queue[queued++] = j;
            }
}

static void sort_rising(uint32_t *numbers, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        uint32_t number = numbers[i], position = i;
        for (; position > 0 && numbers[position - 1] > number; position--)
            numbers[position] = numbers[position - 1];
        numbers[position] = number;
    }
}

/* Walk from each item that is not yet in a part to all that it may meet. */
static void find_parts(divider *d, unsigned char *seen)
{
    const sk_partition_problem *problem = d->problem;
    uint32_t end = 0;
    for (uint32_t i = 0; i < problem->count; i++) {
        uint32_t first = end;
        if (seen[i])
            continue;
        seen[i] = 1;
        d->items[end++] = i;
        for (uint32_t at = first; at < end; at++)
            for (uint32_t j = 0; j < problem->count; j++)
                if (!seen[j] && may_meet(problem, d->items[at], j)) {
                    seen[j] = 1;
                    d->items[end++] = j;
                }
        sort_rising(d->items + first, end - first);
        d->part_end[d->part_count++] = end;
    }
}

static int prepare(divider *d)
{
    size_t count = d->problem->count;
    uint32_t *meets = sk_arena_array(&d->arena, count, sizeof *meets, 0);
    unsigned char *gone = sk_arena_array(&d->arena, count, sizeof *gone, 0);
    d->items = sk_arena_array(&d->arena, count, sizeof *d->items, 0);
    d->part_end = sk_arena_array(&d->arena, count, sizeof *d->part_end, 0);
    d->number = sk_arena_array(&d->arena, count, sizeof *d->number, 0xff);
    if (meets == NULL || gone == NULL || d->items == NULL || d->part_end == NULL || d->number == NULL)
        return 0;
    drop_lonely(d, meets, gone, d->items);
    find_parts(d, gone);
    return 1;
}

/* -------------------------------------------------------------------- solving */

static int take_part(partition_part *part, sk_arena *arena)
{
    size_t count = part->count;
    part->worth = sk_arena_array(arena, count * count, sizeof *part->worth, 0);
    part->clash = sk_arena_array(arena, count * count, sizeof *part->clash, 0);
    part->labels = sk_arena_array(arena, count, sizeof *part->labels, 0);
    part->leader = sk_arena_array(arena, count, sizeof *part->leader, 1);
    part->shift = sk_arena_array(arena, count, sizeof *part->shift, 0);
    part->group_of = sk_arena_array(arena, count, sizeof *part->group_of, 0xff);
    return part->worth != NULL && part->clash != NULL && part->labels != NULL && part->leader != NULL &&
           part->shift != NULL && part->group_of != NULL;
}

static void fill_part(const sk_partition_problem *problem, partition_part *part)
{
    for (uint32_t i = 0; i < part->count; i++) {
        uint32_t item = part->item[i];
        part->labels[i] = problem->labels[item];
        if (problem->leader != NULL)
            part->leader[i] = problem->leader[item] != 0;
        part->leader_count += part->leader[i];
        for (uint32_t j = 0; j < part->count; j++) {
            if (i == j)
                continue;
            size_t pair = (size_t)i * part->count + j;
            part->worth[pair] = problem->worth[(size_t)item * problem->count + part->item[j]];
            part->clash[pair] = !may_meet(problem, item, part->item[j]);
        }
    }
}

static sk_partition_value add(sk_partition_value one, sk_partition_value other)
{
    return (sk_partition_value){one.out + other.out, one.leaderless + other.leaderless,
                                one.worth + other.worth};
}

/* Put the answer of a part in that of the problem; its groups are numbered after those of earlier parts. */
static void keep_part(divider *d, const partition_part *part)
{
    sk_partition_answer *answer = d->answer;
    uint32_t first = answer->group_count;
    for (uint32_t i = 0; i < part->count; i++) {
        if (part->group_of[i] == SK_PARTITION_OUT)
            continue;
        uint32_t group = first + part->group_of[i];
        answer->group_of[part->item[i]] = group;
        if (group >= answer->group_count)
            answer->group_count = group + 1;
    }
    answer->nodes += part->nodes;
    answer->value = add(answer->value, sk_partition_value_of(part->score));
    answer->bound = add(answer->bound, sk_partition_value_of(part->bound));
    answer->optimal &= part->score == part->bound;
}

static int solve_part(divider *d, uint32_t *items, uint32_t count, uint32_t max_nodes)
{
    const sk_partition_problem *problem = d->problem;
    uint32_t high = problem->high < count ? problem->high : count;
    partition_part part = {.count = count, .low = problem->low, .high = high, .item = items};
    sk_arena arena;
    sk_arena_init(&arena, d->allocator);
    int complete = take_part(&part, &arena);
    if (complete) {
        fill_part(problem, &part);
        complete = sk_partition_bound(&part, &arena) &&
                   sk_partition_build(&part, STEPS / problem->count * count, &arena) &&
                   sk_partition_search(&part, max_nodes, &arena);
    }
    if (complete)
        keep_part(d, &part);
    sk_arena_destroy(&arena);
    return complete;
}

/* Number the groups in the order of their first items. */
static void number_groups(divider *d)
{
    sk_partition_answer *answer = d->answer;
    uint32_t count = 0;
    for (uint32_t i = 0; i < d->problem->count; i++) {
        if (answer->group_of[i] == SK_PARTITION_OUT)
            continue;
        uint32_t *number = &d->number[answer->group_of[i]];
        if (*number == UINT32_MAX)
            *number = count++;
        answer->group_of[i] = *number;
    }
    answer->group_count = count;
}

static int divide(divider *d)
{
    sk_partition_answer *answer = d->answer;
    uint32_t first = 0;
    if (!prepare(d))
        return 0;
    for (uint32_t part = 0; part < d->part_count; part++) {
        uint32_t end = d->part_end[part];
        /* What earlier parts leave is shared evenly. */
        uint32_t nodes = (d->problem->effort - answer->nodes) / (d->part_count - part);
        if (!solve_part(d, d->items + first, end - first, nodes))
            return 0;
        first = end;
    }
    answer->value.out += d->problem->count - first;
    answer->bound.out += d->problem->count - first;
    number_groups(d);
    return 1;
}

int sk_partition_solve(const sk_partition_problem *problem, const schakel_allocator *allocator,
                       sk_partition_answer *answer)
{
    divider d = {.problem = problem, .allocator = allocator, .answer = answer};
    *answer = (sk_partition_answer){.group_of = answer->group_of, .optimal = 1};
    for (uint32_t i = 0; i < problem->count; i++)
        answer->group_of[i] = SK_PARTITION_OUT;
    sk_arena_init(&d.arena, allocator);
    int complete = divide(&d);
    sk_arena_destroy(&d.arena);
    return complete;
}
