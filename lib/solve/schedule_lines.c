/* Lines: for each the choices that are on it, and the best way through them. */
#include "solve/flow_search.h"
#include "solve/schedule_bound.h"

/* --------------------------------------------------------------------- walk */

/* A choice has ended: ways may go on from it. */
static void arrive(sk_bound_end *ends, const int64_t *hole_cost, const sk_bound_way *way, uint32_t block,
                   uint32_t choice)
{
    sk_bound_end *end = &ends[block];
    int64_t slope = way->value[choice] - hole_cost[block] * way->end[choice];
    if (way->value[choice] < end->value) {
        end->value = way->value[choice];
        end->value_choice = choice;
    }
    if (slope < end->slope) {
        end->slope = slope;
        end->slope_choice = choice;
    }
}

/* The best way to where a choice starts; the last block is for what is in no block. */
static int64_t depart(const sk_bound_end *ends, const int64_t *hole_cost, const sk_bound_line *line,
                      uint32_t block, int64_t start, uint32_t *before)
{
    uint32_t none = line->block_count - 1;
    int64_t least = 0;
    *before = SK_NONE;
    for (uint32_t b = 0; b < line->block_count; b++) {
        int is_same = b == block && b != none;
        int64_t value = is_same ? ends[b].slope : ends[b].value;
        if (value == INT64_MAX)
            continue;
        if (is_same)
            value += hole_cost[b] * (start - line->gap);
        if (value < least) {
            least = value;
            *before = is_same ? ends[b].slope_choice : ends[b].value_choice;
        }
    }
    return least;
}

int64_t sk_bound_walk(sk_bound *bound, const sk_bound_line *line, int direction, uint32_t *last)
{
    const sk_bound_way *way = &bound->ways[direction];
    const uint32_t *by_start = way->by_start + line->first, *by_end = way->by_end + line->first;
    const int64_t *hole_cost = bound->hole_cost + line->first_block;
    sk_bound_end *ends = bound->ends + line->first_block;
    int64_t best = 0;
    uint32_t arrived = 0;
    *last = SK_NONE;
    for (uint32_t b = 0; b < line->block_count; b++)
        ends[b] = (sk_bound_end){INT64_MAX, INT64_MAX, SK_NONE, SK_NONE};
    for (uint32_t i = 0; i < line->count; i++) {
        uint32_t choice = by_start[i];
        if (!bound->is_alive[choice])
            continue;
        for (; way->end[by_end[arrived]] + line->gap <= way->start[choice]; arrived++)
            if (bound->is_alive[by_end[arrived]])
                arrive(ends, hole_cost, way, bound->block[by_end[arrived]], by_end[arrived]);
        way->value[choice] = bound->cost[choice] + depart(ends, hole_cost, line, bound->block[choice],
                                                          way->start[choice], &way->before[choice]);
        if (way->value[choice] < best) {
            best = way->value[choice];
            *last = choice;
        }
    }
    return best;
}

/* --------------------------------------------------------------------- lines */

static int has_use(const sk_plan *plan, const sk_plan_choice *choice, uint32_t resource)
{
    for (uint32_t u = choice->first_use; u < choice->end_use; u++)
        if (plan->uses[u].resource == resource)
            return 1;
    return 0;
}

static int all_have_use(const sk_bound *bound, uint32_t job, uint32_t resource)
{
    for (uint32_t c = bound->first_choice[job]; c < bound->first_choice[job + 1]; c++)
        if (!has_use(bound->plan, sk_bound_choice(bound, c), resource))
            return 0;
    return 1;
}

/* A resource that all choices of a job have: one whose holes cost something, then the most popular; or SK_NONE. */
static uint32_t common_resource(const sk_bound *bound, uint32_t job)
{
    const sk_plan_choice *first = sk_bound_choice(bound, bound->first_choice[job]);
    uint32_t best = SK_NONE;
    for (uint32_t u = first->first_use; u < first->end_use; u++) {
        sk_plan_use use = bound->plan->uses[u];
        if ((best == SK_NONE || use.block != SK_NONE) && all_have_use(bound, job, use.resource)) {
            best = use.resource;
            if (use.block != SK_NONE)
                break;
        }
    }
    return best;
}

/* The common resource of the job, or the most popular one of the choice; SK_NONE for a choice that uses none. */
static void choose_lines(const sk_bound *bound, uint32_t *line_of)
{
    for (uint32_t job = 0; job < bound->job_count; job++) {
        if (bound->first_choice[job] == bound->first_choice[job + 1])
            continue;
        uint32_t common = bound->kind == SK_BOUND_HIGH_BY_CHOICE ? SK_NONE : common_resource(bound, job);
        for (uint32_t c = bound->first_choice[job]; c < bound->first_choice[job + 1]; c++) {
            const sk_plan_choice *choice = sk_bound_choice(bound, c);
            int has_own = common == SK_NONE && choice->first_use < choice->end_use;
            line_of[c] = has_own ? bound->plan->uses[choice->first_use].resource : common;
        }
    }
}

/* What uses nothing is on a line of its own. */
static void number_lines(sk_bound *bound, uint32_t *number_of)
{
    for (uint32_t c = 0; c < bound->choice_count; c++) {
        uint32_t resource = bound->line_of[c];
        if (resource == SK_NONE) {
            bound->line[c] = bound->line_count++;
            continue;
        }
        if (number_of[resource] == SK_NONE)
            number_of[resource] = bound->line_count++;
        bound->line[c] = number_of[resource];
    }
}

/* --------------------------------------------------------------------- orders */

/* Times count from the first start, so that they stay small. */
static void fill_times(sk_bound *bound)
{
    int64_t first = INT64_MAX;
    for (uint32_t c = 0; c < bound->choice_count; c++)
        if (sk_bound_choice(bound, c)->start < first)
            first = sk_bound_choice(bound, c)->start;
    for (uint32_t c = 0; c < bound->choice_count; c++) {
        const sk_plan_choice *choice = sk_bound_choice(bound, c);
        bound->ways[0].start[c] = choice->start - first;
        bound->ways[0].end[c] = choice->end - first;
        bound->ways[1].start[c] = first - choice->end;
        bound->ways[1].end[c] = first - choice->start;
    }
}

/* The choices line by line in all four orders, which are then sorted. */
static void order_choices(sk_bound *bound)
{
    uint32_t first = 0;
    for (uint32_t c = 0; c < bound->choice_count; c++)
        bound->lines[bound->line[c]].count++;
    for (uint32_t l = 0; l < bound->line_count; l++) {
        bound->lines[l].first = first;
        first += bound->lines[l].count;
        bound->lines[l].count = 0;
    }
    for (uint32_t c = 0; c < bound->choice_count; c++) {
        sk_bound_line *line = &bound->lines[bound->line[c]];
        uint32_t at = line->first + line->count++;
        if (bound->line_of[c] != SK_NONE)
            line->gap = bound->plan->problem->gap[bound->line_of[c]];
        for (int d = 0; d < 2; d++)
            bound->ways[d].by_start[at] = bound->ways[d].by_end[at] = c;
    }
    for (uint32_t l = 0; l < bound->line_count; l++)
        for (int d = 0; d < 2; d++) {
            const sk_bound_way *way = &bound->ways[d];
            sk_flow_sort(way->start, way->by_start + bound->lines[l].first, bound->lines[l].count);
            sk_flow_sort(way->end, way->by_end + bound->lines[l].first, bound->lines[l].count);
        }
}

/* --------------------------------------------------------------------- blocks */

/*
 * A line's holes cost something only when all that could fill them are on it; otherwise its choices count as in
 * no block.
 */
static void find_strangers(const sk_bound *bound, uint8_t *has_strangers)
{
    for (uint32_t c = 0; c < bound->choice_count; c++) {
        const sk_plan_choice *choice = sk_bound_choice(bound, c);
        for (uint32_t u = choice->first_use; u < choice->end_use; u++)
            if (bound->plan->uses[u].resource != bound->line_of[c])
                has_strangers[bound->plan->uses[u].resource] = 1;
    }
}

static uint32_t block_of(const sk_bound *bound, uint32_t choice)
{
    const sk_plan_choice *c = sk_bound_choice(bound, choice);
    for (uint32_t u = c->first_use; u < c->end_use; u++)
        if (bound->plan->uses[u].resource == bound->line_of[choice])
            return bound->plan->uses[u].block;
    return SK_NONE;
}

/* The number within the line of a block of the problem; `numbers` are those of the line so far. */
static uint32_t number_block(sk_bound_line *line, uint32_t *numbers, uint32_t block)
{
    uint32_t b = 0;
    while (b < line->block_count && numbers[b] != block)
        b++;
    if (b == line->block_count)
        numbers[line->block_count++] = block;
    return b;
}

static void number_blocks(sk_bound *bound, const uint8_t *has_strangers, uint32_t *numbers)
{
    uint32_t first = 0;
    for (uint32_t l = 0; l < bound->line_count; l++) {
        sk_bound_line *line = &bound->lines[l];
        line->first_block = first;
        for (uint32_t i = line->first; i < line->first + line->count; i++) {
            uint32_t choice = bound->ways[0].by_start[i], resource = bound->line_of[choice];
            uint32_t block = resource == SK_NONE || has_strangers[resource] || bound->kind != SK_BOUND_ALL
                                 ? SK_NONE
                                 : block_of(bound, choice);
            bound->block[choice] = block;
            if (block != SK_NONE)
                bound->block[choice] = number_block(line, numbers + first, block);
        }
        for (uint32_t b = 0; b < line->block_count; b++)
            bound->hole_cost[first + b] =
                bound->plan->problem->blocks[numbers[first + b]].hole_cost * bound->scale;
        for (uint32_t i = line->first; i < line->first + line->count; i++)
            if (bound->block[bound->ways[0].by_start[i]] == SK_NONE)
                bound->block[bound->ways[0].by_start[i]] = line->block_count;
        first += ++line->block_count;
    }
}

/* ---------------------------------------------------------------------- make */

static int take_ways(sk_bound *bound, sk_arena *arena)
{
    size_t choices = bound->choice_count;
    for (int d = 0; d < 2; d++) {
        sk_bound_way *way = &bound->ways[d];
        way->start = sk_arena_array(arena, choices, sizeof *way->start, 0);
        way->end = sk_arena_array(arena, choices, sizeof *way->end, 0);
        way->by_start = sk_arena_array(arena, choices, sizeof *way->by_start, 0);
        way->by_end = sk_arena_array(arena, choices, sizeof *way->by_end, 0);
        way->value = sk_arena_array(arena, choices, sizeof *way->value, 0);
        way->before = sk_arena_array(arena, choices, sizeof *way->before, 0);
        if (way->start == NULL || way->end == NULL || way->by_start == NULL || way->by_end == NULL ||
            way->value == NULL || way->before == NULL)
            return 0;
    }
    return 1;
}

int sk_bound_make_lines(sk_bound *bound, sk_arena *arena)
{
    size_t choices = bound->choice_count, resources = bound->plan->problem->resource_count;
    uint32_t *number_of = sk_arena_array(arena, resources, sizeof *number_of, 0xff);
    uint8_t *has_strangers = sk_arena_array(arena, resources, sizeof *has_strangers, 0);
    bound->line_of = sk_arena_array(arena, choices, sizeof *bound->line_of, 0);
    bound->line = sk_arena_array(arena, choices, sizeof *bound->line, 0);
    bound->block = sk_arena_array(arena, choices, sizeof *bound->block, 0);
    if (number_of == NULL || has_strangers == NULL || bound->line_of == NULL || bound->line == NULL ||
        bound->block == NULL || !take_ways(bound, arena))
        return 0;
    choose_lines(bound, bound->line_of);
    number_lines(bound, number_of);
    /* Each line has one block more, for what is in none. */
    size_t blocks = (size_t)bound->plan->problem->block_count + bound->line_count;
    uint32_t *numbers = sk_arena_array(arena, blocks, sizeof *numbers, 0);
    bound->lines = sk_arena_array(arena, bound->line_count, sizeof *bound->lines, 0);
    bound->hole_cost = sk_arena_array(arena, blocks, sizeof *bound->hole_cost, 0);
    bound->ends = sk_arena_array(arena, blocks, sizeof *bound->ends, 0);
    if (numbers == NULL || bound->lines == NULL || bound->hole_cost == NULL || bound->ends == NULL)
        return 0;
    fill_times(bound);
    order_choices(bound);
    find_strangers(bound, has_strangers);
    number_blocks(bound, has_strangers, numbers);
    return 1;
}
