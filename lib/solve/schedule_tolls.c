/*
 * What has a toll: resources that are not the line of all choices that have them, and that more than one job may
 * have. Their time is cut into stretches where any of those choices starts or is over.
 */
#include "solve/flow_search.h"
#include "solve/schedule_bound.h"

/* A choice that has a resource, from and until when (with the gap). */
typedef struct wish {
    uint32_t choice;
    int32_t from, until;
} wish;

typedef struct tolls {
    sk_bound *bound;
    uint8_t *has_toll; /* of each resource */
    uint32_t *first;   /* of each resource, its wishes; one more for the end, and one to fill with */
    wish *wishes;
    size_t wish_count;
    int64_t *times; /* of one resource, with room for all its wishes' times */
    uint32_t *order;
} tolls;

static void find_tolled(tolls *t)
{
    const sk_plan *plan = t->bound->plan;
    for (uint32_t c = 0; c < t->bound->choice_count; c++) {
        const sk_plan_choice *choice = sk_bound_choice(t->bound, c);
        for (uint32_t u = choice->first_use; u < choice->end_use; u++) {
            uint32_t resource = plan->uses[u].resource;
            if (resource != t->bound->line_of[c] && plan->popular[resource] > 1)
                t->has_toll[resource] = 1;
        }
    }
}

static void count_wishes(tolls *t)
{
    const sk_plan *plan = t->bound->plan;
    for (uint32_t c = 0; c < t->bound->choice_count; c++) {
        const sk_plan_choice *choice = sk_bound_choice(t->bound, c);
        for (uint32_t u = choice->first_use; u < choice->end_use; u++)
            if (t->has_toll[plan->uses[u].resource]) {
                t->first[plan->uses[u].resource + 2]++;
                t->bound->first_toll[c + 1]++;
                t->wish_count++;
            }
    }
    for (uint32_t r = 0; r < plan->problem->resource_count; r++)
        t->first[r + 2] += t->first[r + 1];
    for (uint32_t c = 0; c < t->bound->choice_count; c++)
        t->bound->first_toll[c + 1] += t->bound->first_toll[c];
}

static void list_wishes(tolls *t)
{
    const sk_plan *plan = t->bound->plan;
    for (uint32_t c = 0; c < t->bound->choice_count; c++) {
        const sk_plan_choice *choice = sk_bound_choice(t->bound, c);
        for (uint32_t u = choice->first_use; u < choice->end_use; u++) {
            uint32_t resource = plan->uses[u].resource;
            if (t->has_toll[resource])
                t->wishes[t->first[resource + 1]++] =
                    (wish){c, choice->start, choice->end + plan->problem->gap[resource]};
        }
    }
}

/* The times of a resource, each once and rising; returns how many. */
static uint32_t list_times(tolls *t, const wish *wishes, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        t->times[2 * i] = wishes[i].from;
        t->times[2 * i + 1] = wishes[i].until;
    }
    for (uint32_t i = 0; i < 2 * count; i++)
        t->order[i] = i;
    sk_flow_sort(t->times, t->order, (size_t)2 * count);
    for (uint32_t i = 0; i < 2 * count; i++)
        if (kept == 0 || t->times[t->order[i]] != t->times[t->order[kept - 1]])
            t->order[kept++] = t->order[i];
    return kept;
}

static uint32_t find_time(const tolls *t, uint32_t count, int64_t time)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (t->times[t->order[middle]] < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void cut_time(tolls *t, uint32_t resource, uint32_t *filled)
{
    sk_bound *bound = t->bound;
    const wish *wishes = t->wishes + t->first[resource];
    uint32_t count = t->first[resource + 1] - t->first[resource];
    uint32_t times = list_times(t, wishes, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t from = find_time(t, times, wishes[i].from), until = find_time(t, times, wishes[i].until);
        size_t at = bound->first_toll[wishes[i].choice] + filled[wishes[i].choice]++;
        bound->tolls[at] = (sk_bound_toll){bound->stretch_count + from, bound->stretch_count + until};
    }
    if (times > 0)
        bound->stretch_count += times - 1;
}

static int take_arrays(tolls *t, sk_arena *arena)
{
    sk_bound *bound = t->bound;
    size_t wishes = t->wish_count;
    t->wishes = sk_arena_array(arena, wishes, sizeof *t->wishes, 0);
    t->times = sk_arena_array(arena, 2 * wishes, sizeof *t->times, 0);
    t->order = sk_arena_array(arena, 2 * wishes, sizeof *t->order, 0);
    bound->tolls = sk_arena_array(arena, wishes, sizeof *bound->tolls, 0);
    return t->wishes != NULL && t->times != NULL && t->order != NULL && bound->tolls != NULL;
}

int sk_bound_make_tolls(sk_bound *bound, sk_arena *arena)
{
    uint32_t resources = bound->plan->problem->resource_count;
    tolls t = {.bound = bound,
               .has_toll = sk_arena_array(arena, resources, sizeof *t.has_toll, 0),
               .first = sk_arena_array(arena, (size_t)resources + 2, sizeof *t.first, 0)};
    uint32_t *filled = sk_arena_array(arena, bound->choice_count, sizeof *filled, 0);
    bound->first_toll = sk_arena_array(arena, (size_t)bound->choice_count + 1, sizeof *bound->first_toll, 0);
    if (t.has_toll == NULL || t.first == NULL || filled == NULL || bound->first_toll == NULL)
        return 0;
    find_tolled(&t);
    count_wishes(&t);
    if (!take_arrays(&t, arena))
        return 0;
    list_wishes(&t);
    for (uint32_t r = 0; r < resources; r++)
        cut_time(&t, r, filled);
    return 1;
}
