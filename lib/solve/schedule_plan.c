/* Compiling a problem: costs as one number, what fixed jobs leave, and the parts. */
#include "solve/schedule_plan.h"

/* Costs, and sums of them, stay below this. */
static const int64_t COST_LIMIT = INT64_C(1) << 50;

/* -------------------------------------------------------------------- costs */

/* The holes before a choice are at most as long as the blocks it is in. */
static int most_of_choice(const sk_plan *plan, const sk_plan_choice *choice, int64_t *most)
{
    const sk_schedule_problem *problem = plan->problem;
    *most = choice->cost;
    for (uint32_t u = choice->first_use; u < choice->end_use; u++) {
        const sk_schedule_block *block = &problem->blocks[plan->uses[u].block];
        if (plan->uses[u].block != SK_NONE &&
            !sk_add_product(most, (int64_t)block->to - block->from, block->hole_cost, COST_LIMIT))
            return 0;
    }
    return *most <= COST_LIMIT;
}

/* What a job adds to the low part at most, in any timetable. Returns 0 when that might not fit. */
static int most_of_job(const sk_plan *plan, uint32_t job, int64_t *most)
{
    const sk_schedule_problem *problem = plan->problem;
    *most = 0;
    for (uint32_t c = plan->first_choice[job]; c < plan->first_choice[job + 1]; c++) {
        int64_t of_choice;
        if (!most_of_choice(plan, &plan->choices[c], &of_choice))
            return 0;
        if (of_choice > *most)
            *most = of_choice;
    }
    return sk_add_product(most, 1, problem->change_cost, COST_LIMIT) &&
           sk_add_product(most, 1, problem->visit_cost, COST_LIMIT) &&
           sk_add_product(most, problem->longest_wait, problem->wait_cost, COST_LIMIT);
}

static int count_costs(sk_plan *plan)
{
    const sk_schedule_problem *problem = plan->problem;
    int64_t low = 1, most;
    for (uint32_t job = 0; job < problem->job_count; job++)
        if (!most_of_job(plan, job, &most) || !sk_add_product(&low, 1, most, COST_LIMIT))
            return 0;
    plan->unit = plan->total = low;
    for (uint32_t job = 0; job < problem->job_count; job++) {
        if (!sk_add_product(&plan->total, problem->unplaced[job], plan->unit, COST_LIMIT))
            return 0;
        plan->unplaced[job] = problem->unplaced[job] * plan->unit;
        if (problem->previous != NULL && problem->previous[job] != SK_NONE)
            plan->unplaced[job] += problem->change_cost;
    }
    return 1;
}

/* ------------------------------------------------------------------- choices */

static void count_popular(sk_plan *plan, uint32_t *last_job)
{
    const sk_schedule_problem *problem = plan->problem;
    for (uint32_t job = 0; job < problem->job_count; job++)
        for (uint32_t c = problem->first_choice[job]; c < problem->first_choice[job + 1]; c++)
            for (uint32_t i = 0; i < problem->choices[c].use_count; i++) {
                uint32_t resource = problem->uses[problem->choices[c].first_use + i];
                if (last_job[resource] != job)
                    plan->popular[resource]++;
                last_job[resource] = job;
            }
}

/* The blocks with a hole cost, resource by resource. */
typedef struct block_lists {
    uint32_t *first; /* of each resource, in `blocks`; one more for the end, and one to fill with */
    uint32_t *blocks;
} block_lists;

static void list_blocks(const sk_schedule_problem *problem, block_lists *lists)
{
    for (uint32_t b = 0; b < problem->block_count; b++)
        if (problem->blocks[b].hole_cost > 0)
            lists->first[problem->blocks[b].resource + 2]++;
    for (uint32_t r = 0; r < problem->resource_count; r++)
        lists->first[r + 2] += lists->first[r + 1];
    for (uint32_t b = 0; b < problem->block_count; b++)
        if (problem->blocks[b].hole_cost > 0)
            lists->blocks[lists->first[problem->blocks[b].resource + 1]++] = b;
}

static uint32_t find_block(const sk_schedule_problem *problem, const block_lists *lists, uint32_t resource,
                           int32_t start)
{
    for (uint32_t i = lists->first[resource]; i < lists->first[resource + 1]; i++) {
        const sk_schedule_block *block = &problem->blocks[lists->blocks[i]];
        if (block->from <= start && start < block->to)
            return lists->blocks[i];
    }
    return SK_NONE;
}

/* The most popular first: it is the likeliest to be taken. */
static void sort_uses(const sk_plan *plan, sk_plan_use *uses, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        sk_plan_use use = uses[i];
        uint32_t at = i;
        for (; at > 0 && plan->popular[uses[at - 1].resource] < plan->popular[use.resource]; at--)
            uses[at] = uses[at - 1];
        uses[at] = use;
    }
}

static void compile_choices(sk_plan *plan, const block_lists *blocks)
{
    const sk_schedule_problem *problem = plan->problem;
    uint32_t use = 0;
    for (uint32_t job = 0; job < problem->job_count; job++) {
        uint32_t previous = problem->previous == NULL ? SK_NONE : problem->previous[job];
        plan->first_choice[job] = problem->first_choice[job];
        for (uint32_t c = problem->first_choice[job]; c < problem->first_choice[job + 1]; c++) {
            const sk_schedule_choice *given = &problem->choices[c];
            int is_change = previous != SK_NONE && previous != c;
            plan->choices[c] = (sk_plan_choice){.start = given->start,
                                                .end = given->end,
                                                .cost = given->cost + is_change * problem->change_cost,
                                                .job = job,
                                                .first_use = use,
                                                .end_use = use + given->use_count,
                                                .number = c};
            for (uint32_t i = 0; i < given->use_count; i++, use++) {
                uint32_t resource = problem->uses[given->first_use + i];
                uint32_t block = find_block(problem, blocks, resource, given->start);
                plan->uses[use] = (sk_plan_use){resource, block};
            }
            sort_uses(plan, plan->uses + use - given->use_count, given->use_count);
        }
    }
    plan->first_choice[problem->job_count] = plan->choice_count;
}

/* ------------------------------------------------------------------ families */

static void gather_members(sk_plan *plan)
{
    for (uint32_t job = 0; job < plan->job_count; job++) {
        plan->family[job] = plan->problem->family == NULL ? SK_NONE : plan->problem->family[job];
        if (plan->family[job] != SK_NONE)
            plan->first_member[plan->family[job] + 2]++;
    }
    for (uint32_t f = 0; f < plan->problem->family_count; f++)
        plan->first_member[f + 2] += plan->first_member[f + 1];
    for (uint32_t job = 0; job < plan->job_count; job++)
        if (plan->family[job] != SK_NONE)
            plan->members[plan->first_member[plan->family[job] + 1]++] = job;
}

/* --------------------------------------------------------------------- fixed */

/* Place the fixed jobs; of those that clash, the first. */
static void place_fixed(sk_plan *plan, sk_timetable *table)
{
    const uint32_t *fixed = plan->problem->fixed;
    for (uint32_t job = 0; fixed != NULL && job < plan->job_count; job++) {
        if (fixed[job] == SK_NONE || !sk_timetable_is_free(table, fixed[job]))
            continue;
        sk_timetable_place(table, fixed[job]);
        plan->fixed[job] = 1;
    }
}

static int is_left(const sk_plan *plan, const sk_timetable *table, uint32_t choice)
{
    uint32_t job = plan->choices[choice].job;
    if (plan->problem->fixed != NULL && plan->problem->fixed[job] != SK_NONE)
        return table->choice_of[job] == choice;
    return sk_timetable_is_free(table, choice);
}

static void leave_out_taken(sk_plan *plan, const sk_timetable *table)
{
    uint32_t kept = 0;
    for (uint32_t job = 0; job < plan->job_count; job++) {
        uint32_t first = plan->first_choice[job];
        plan->first_choice[job] = kept;
        for (uint32_t c = first; c < plan->problem->first_choice[job + 1]; c++) {
            if (!is_left(plan, table, c))
                continue;
            if (plan->problem->previous != NULL && plan->problem->previous[job] == c)
                plan->previous[job] = kept;
            plan->choices[kept++] = plan->choices[c];
        }
    }
    plan->first_choice[plan->job_count] = plan->choice_count = kept;
}

/* --------------------------------------------------------------------- parts */

uint32_t sk_find_root(uint32_t *parent, uint32_t item)
{
    while (parent[item] != item) {
        parent[item] = parent[parent[item]];
        item = parent[item];
    }
    return item;
}

void sk_join_roots(uint32_t *parent, uint32_t one, uint32_t other)
{
    one = sk_find_root(parent, one);
    other = sk_find_root(parent, other);
    if (one < other)
        parent[other] = one;
    else
        parent[one] = other;
}

static void join_jobs(const sk_plan *plan, uint32_t *parent, uint32_t *user)
{
    for (uint32_t job = 0; job < plan->job_count; job++) {
        if (plan->family[job] != SK_NONE)
            sk_join_roots(parent, job, plan->members[plan->first_member[plan->family[job]]]);
        for (uint32_t c = plan->first_choice[job]; c < plan->first_choice[job + 1]; c++)
            for (uint32_t u = plan->choices[c].first_use; u < plan->choices[c].end_use; u++) {
                uint32_t *first = &user[plan->uses[u].resource];
                if (*first == SK_NONE)
                    *first = job;
                sk_join_roots(parent, job, *first);
            }
    }
}

static void list_parts(sk_plan *plan, uint32_t *parent, uint32_t *part)
{
    uint32_t end = 0;
    for (uint32_t job = 0; job < plan->job_count; job++) {
        uint32_t root = sk_find_root(parent, job);
        part[job] = root == job ? plan->part_count++ : part[root];
        plan->part_end[part[job]]++;
    }
    for (uint32_t p = 0; p < plan->part_count; p++) {
        uint32_t size = plan->part_end[p];
        plan->part_end[p] = end; /* for the time being its start */
        end += size;
    }
    for (uint32_t job = 0; job < plan->job_count; job++)
        plan->part_jobs[plan->part_end[part[job]]++] = job;
}

static int find_parts(sk_plan *plan, sk_arena *arena)
{
    uint32_t *parent = sk_arena_array(arena, plan->job_count, sizeof *parent, 0);
    uint32_t *part = sk_arena_array(arena, plan->job_count, sizeof *part, 0);
    uint32_t *user = sk_arena_array(arena, plan->problem->resource_count, sizeof *user, 0xff);
    if (parent == NULL || part == NULL || user == NULL)
        return 0;
    for (uint32_t job = 0; job < plan->job_count; job++)
        parent[job] = job;
    join_jobs(plan, parent, user);
    list_parts(plan, parent, part);
    return 1;
}

/* ---------------------------------------------------------------------- make */

uint32_t sk_plan_count_choices(const sk_plan *plan, const uint32_t *jobs, uint32_t count)
{
    uint32_t choices = 0;
    for (uint32_t i = 0; i < count; i++)
        choices += plan->first_choice[jobs[i] + 1] - plan->first_choice[jobs[i]];
    return choices;
}

static size_t count_uses(const sk_schedule_problem *problem, uint32_t choice_count)
{
    size_t count = 0;
    for (uint32_t c = 0; c < choice_count; c++)
        count += problem->choices[c].use_count;
    return count;
}

static int take_arrays(sk_plan *plan, sk_arena *arena)
{
    const sk_schedule_problem *problem = plan->problem;
    size_t jobs = problem->job_count, uses = count_uses(problem, plan->choice_count);
    plan->first_choice = sk_arena_array(arena, jobs + 1, sizeof *plan->first_choice, 0);
    plan->choices = sk_arena_array(arena, plan->choice_count, sizeof *plan->choices, 0);
    plan->uses = sk_arena_array(arena, uses, sizeof *plan->uses, 0);
    plan->unplaced = sk_arena_array(arena, jobs, sizeof *plan->unplaced, 0);
    plan->family = sk_arena_array(arena, jobs, sizeof *plan->family, 0);
    plan->previous = sk_arena_array(arena, jobs, sizeof *plan->previous, 0xff);
    plan->fixed = sk_arena_array(arena, jobs, sizeof *plan->fixed, 0);
    plan->members = sk_arena_array(arena, jobs, sizeof *plan->members, 0);
    plan->part_end = sk_arena_array(arena, jobs, sizeof *plan->part_end, 0);
    plan->part_jobs = sk_arena_array(arena, jobs, sizeof *plan->part_jobs, 0);
    plan->popular = sk_arena_array(arena, problem->resource_count, sizeof *plan->popular, 0);
    plan->first_member =
        sk_arena_array(arena, (size_t)problem->family_count + 2, sizeof *plan->first_member, 0);
    return plan->first_choice != NULL && plan->choices != NULL && plan->uses != NULL &&
           plan->unplaced != NULL && plan->family != NULL && plan->previous != NULL && plan->fixed != NULL &&
           plan->members != NULL && plan->part_end != NULL && plan->part_jobs != NULL &&
           plan->popular != NULL && plan->first_member != NULL;
}

schakel_status sk_plan_make(sk_plan *plan, const sk_schedule_problem *problem, sk_arena *arena)
{
    uint32_t choices = problem->job_count == 0 ? 0 : problem->first_choice[problem->job_count];
    *plan = (sk_plan){.problem = problem, .job_count = problem->job_count, .choice_count = choices};
    uint32_t *last_job = sk_arena_array(arena, problem->resource_count, sizeof *last_job, 0xff);
    block_lists lists = {
        .first = sk_arena_array(arena, (size_t)problem->resource_count + 2, sizeof *lists.first, 0),
        .blocks = sk_arena_array(arena, problem->block_count, sizeof *lists.blocks, 0)};
    sk_timetable fixed;
    if (!take_arrays(plan, arena) || last_job == NULL || lists.first == NULL || lists.blocks == NULL)
        return SCHAKEL_NO_MEMORY;
    count_popular(plan, last_job);
    list_blocks(problem, &lists);
    compile_choices(plan, &lists);
    if (!count_costs(plan))
        return SCHAKEL_TOO_LARGE;
    gather_members(plan);
    if (!sk_timetable_make(&fixed, plan, arena))
        return SCHAKEL_NO_MEMORY;
    place_fixed(plan, &fixed);
    leave_out_taken(plan, &fixed);
    return find_parts(plan, arena) ? SCHAKEL_OK : SCHAKEL_NO_MEMORY;
}
