/* A timetable: who has whom when, what that costs, and what one more job would cost. */
#include "solve/schedule_plan.h"

#include <string.h>

/* -------------------------------------------------------------------- slots */

/* The first slot that ends more than `gap` before `start` no longer: all before it are out of the way. */
static uint32_t first_after(const sk_slot_list *list, int32_t start, int32_t gap)
{
    uint32_t low = 0, high = list->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (list->slots[middle].end + gap <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void insert_slot(sk_slot_list *list, uint32_t at, sk_slot slot)
{
    memmove(list->slots + at + 1, list->slots + at, (list->count - at) * sizeof slot);
    list->slots[at] = slot;
    list->count++;
}

static void remove_slot(sk_slot_list *list, uint32_t at)
{
    list->count--;
    memmove(list->slots + at, list->slots + at + 1, (list->count - at) * sizeof *list->slots);
}

static int slot_precedes(const sk_slot *one, const sk_slot *other)
{
    return one->start < other->start || (one->start == other->start && one->job < other->job);
}

/* Where a slot is, or would be. */
static uint32_t position_of(const sk_slot_list *list, const sk_slot *slot)
{
    uint32_t at = 0;
    while (at < list->count && slot_precedes(&list->slots[at], slot))
        at++;
    return at;
}

static sk_slot slot_of(const sk_plan_choice *choice, uint32_t block)
{
    return (sk_slot){choice->start, choice->end, choice->job, block};
}

/* -------------------------------------------------------------------- holes */

static int64_t idle_between(const sk_slot *one, const sk_slot *next, int32_t gap)
{
    int64_t idle = (int64_t)next->start - one->end - gap;
    return one->block == next->block && one->block != SK_NONE && idle > 0 ? idle : 0;
}

/* How many more idle minutes a slot at a position makes; it may fill some. */
static int64_t idle_more(const sk_slot_list *list, uint32_t at, const sk_slot *slot, int32_t gap)
{
    const sk_slot *before = at == 0 ? NULL : &list->slots[at - 1];
    const sk_slot *after = at == list->count ? NULL : &list->slots[at];
    int64_t more = 0;
    if (before != NULL)
        more += idle_between(before, slot, gap);
    if (after != NULL)
        more += idle_between(slot, after, gap);
    if (before != NULL && after != NULL)
        more -= idle_between(before, after, gap);
    return more;
}

int64_t sk_timetable_hole_minutes(const sk_timetable *table, uint32_t resource)
{
    const sk_slot_list *list = &table->resources[resource];
    int64_t minutes = 0;
    for (uint32_t i = 1; i < list->count; i++)
        minutes += idle_between(&list->slots[i - 1], &list->slots[i], table->plan->problem->gap[resource]);
    return minutes;
}

static int64_t hole_price(const sk_timetable *table, const sk_plan_choice *choice)
{
    const sk_schedule_problem *problem = table->plan->problem;
    int64_t price = 0;
    for (uint32_t u = choice->first_use; u < choice->end_use; u++) {
        sk_plan_use use = table->plan->uses[u];
        if (use.block == SK_NONE)
            continue;
        const sk_slot_list *list = &table->resources[use.resource];
        sk_slot slot = slot_of(choice, use.block);
        uint32_t at = first_after(list, choice->start, problem->gap[use.resource]);
        price +=
            problem->blocks[use.block].hole_cost * idle_more(list, at, &slot, problem->gap[use.resource]);
    }
    return price;
}

/* ------------------------------------------------------------------ families */

/* A slot more in a run of visits, of which the latest end so far is kept. */
static void add_to_visits(const sk_schedule_problem *problem, const sk_slot *slot, sk_visits *visits,
                          int32_t *latest)
{
    if (visits->count == 0) {
        visits->count = 1;
        *latest = slot->end;
        return;
    }
    int64_t wait = (int64_t)slot->start - *latest;
    if (wait > problem->longest_wait)
        visits->count++;
    else if (wait > problem->walk)
        visits->wait += wait - problem->walk;
    if (slot->end > *latest)
        *latest = slot->end;
}

static sk_visits count_visits(const sk_schedule_problem *problem, const sk_slot_list *list,
                              const sk_slot *extra)
{
    sk_visits visits = {0, 0};
    int32_t latest = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        if (extra != NULL && slot_precedes(extra, &list->slots[i])) {
            add_to_visits(problem, extra, &visits, &latest);
            extra = NULL;
        }
        add_to_visits(problem, &list->slots[i], &visits, &latest);
    }
    if (extra != NULL)
        add_to_visits(problem, extra, &visits, &latest);
    return visits;
}

sk_visits sk_timetable_visits(const sk_timetable *table, uint32_t family)
{
    return count_visits(table->plan->problem, &table->families[family], NULL);
}

int64_t sk_timetable_family_cost(const sk_timetable *table, uint32_t family, uint32_t choice)
{
    const sk_schedule_problem *problem = table->plan->problem;
    sk_slot extra = {0, 0, 0, SK_NONE};
    if (choice != SK_NONE)
        extra = slot_of(&table->plan->choices[choice], SK_NONE);
    sk_visits visits = count_visits(problem, &table->families[family], choice == SK_NONE ? NULL : &extra);
    int64_t more = visits.count > 1 ? visits.count - 1 : 0;
    return more * problem->visit_cost + visits.wait * problem->wait_cost;
}

static int64_t family_price(const sk_timetable *table, uint32_t choice)
{
    uint32_t family = table->plan->family[table->plan->choices[choice].job];
    if (family == SK_NONE || table->families[family].count == 0)
        return 0;
    return sk_timetable_family_cost(table, family, choice) - sk_timetable_family_cost(table, family, SK_NONE);
}

/* ----------------------------------------------------------------- questions */

int sk_plan_clash(const sk_plan *plan, const sk_plan_choice *one, const sk_plan_choice *other)
{
    for (uint32_t u = one->first_use; u < one->end_use; u++)
        for (uint32_t v = other->first_use; v < other->end_use; v++) {
            uint32_t resource = plan->uses[u].resource;
            int32_t gap = plan->problem->gap[resource];
            if (resource == plan->uses[v].resource && one->start < other->end + gap &&
                other->start < one->end + gap)
                return 1;
        }
    return 0;
}

int sk_timetable_is_free(const sk_timetable *table, uint32_t choice)
{
    const sk_plan_choice *wanted = &table->plan->choices[choice];
    for (uint32_t u = wanted->first_use; u < wanted->end_use; u++) {
        uint32_t resource = table->plan->uses[u].resource;
        int32_t gap = table->plan->problem->gap[resource];
        const sk_slot_list *list = &table->resources[resource];
        uint32_t at = first_after(list, wanted->start, gap);
        if (at < list->count && list->slots[at].start < wanted->end + gap)
            return 0;
    }
    return 1;
}

int64_t sk_timetable_price(const sk_timetable *table, uint32_t choice)
{
    const sk_plan_choice *wanted = &table->plan->choices[choice];
    return wanted->cost - table->plan->unplaced[wanted->job] + hole_price(table, wanted) +
           family_price(table, choice);
}

static int is_among(const uint32_t *jobs, uint32_t count, uint32_t job)
{
    for (uint32_t i = 0; i < count; i++)
        if (jobs[i] == job)
            return 1;
    return 0;
}

uint32_t sk_timetable_in_the_way(const sk_timetable *table, uint32_t choice, uint32_t *jobs, uint32_t room)
{
    const sk_plan_choice *wanted = &table->plan->choices[choice];
    uint32_t count = 0;
    for (uint32_t u = wanted->first_use; u < wanted->end_use; u++) {
        uint32_t resource = table->plan->uses[u].resource;
        int32_t gap = table->plan->problem->gap[resource];
        const sk_slot_list *list = &table->resources[resource];
        for (uint32_t at = first_after(list, wanted->start, gap);
             at < list->count && list->slots[at].start < wanted->end + gap; at++) {
            uint32_t job = list->slots[at].job;
            if (is_among(jobs, count, job))
                continue;
            if (count == room || table->plan->fixed[job])
                return SK_NONE;
            jobs[count++] = job;
        }
    }
    return count;
}

/* ------------------------------------------------------------------- changes */

void sk_timetable_join_family(sk_timetable *table, uint32_t choice)
{
    const sk_plan_choice *joining = &table->plan->choices[choice];
    sk_slot_list *list = &table->families[table->plan->family[joining->job]];
    sk_slot slot = slot_of(joining, SK_NONE);
    insert_slot(list, position_of(list, &slot), slot);
}

void sk_timetable_leave_family(sk_timetable *table, uint32_t choice)
{
    const sk_plan_choice *leaving = &table->plan->choices[choice];
    sk_slot_list *list = &table->families[table->plan->family[leaving->job]];
    sk_slot slot = slot_of(leaving, SK_NONE);
    remove_slot(list, position_of(list, &slot));
}

void sk_timetable_place(sk_timetable *table, uint32_t choice)
{
    const sk_plan_choice *placed = &table->plan->choices[choice];
    uint32_t family = table->plan->family[placed->job];
    table->cost += sk_timetable_price(table, choice);
    for (uint32_t u = placed->first_use; u < placed->end_use; u++) {
        sk_plan_use use = table->plan->uses[u];
        sk_slot_list *list = &table->resources[use.resource];
        insert_slot(list, first_after(list, placed->start, table->plan->problem->gap[use.resource]),
                    slot_of(placed, use.block));
    }
    if (family != SK_NONE)
        sk_timetable_join_family(table, choice);
    table->choice_of[placed->job] = choice;
}

void sk_timetable_remove(sk_timetable *table, uint32_t job)
{
    uint32_t choice = table->choice_of[job];
    const sk_plan_choice *placed = &table->plan->choices[choice];
    uint32_t family = table->plan->family[job];
    for (uint32_t u = placed->first_use; u < placed->end_use; u++) {
        sk_slot_list *list = &table->resources[table->plan->uses[u].resource];
        remove_slot(list, first_after(list, placed->start, 0));
    }
    if (family != SK_NONE)
        sk_timetable_leave_family(table, choice);
    table->choice_of[job] = SK_NONE;
    table->cost -= sk_timetable_price(table, choice);
}

void sk_timetable_begin(sk_timetable *table, const uint32_t *jobs, uint32_t count)
{
    table->cost = 0;
    for (uint32_t i = 0; i < count; i++)
        table->cost += table->plan->unplaced[jobs[i]];
    for (uint32_t i = 0; i < count; i++)
        if (table->plan->fixed[jobs[i]])
            sk_timetable_place(table, table->plan->first_choice[jobs[i]]);
}

/* ---------------------------------------------------------------------- make */

/* A list for each of `count`, with room for as many slots as it may get. */
static sk_slot_list *make_lists(sk_arena *arena, uint32_t count, const uint32_t *room)
{
    sk_slot_list *lists = sk_arena_array(arena, count, sizeof *lists, 0);
    size_t total = 0;
    for (uint32_t i = 0; i < count; i++)
        total += room[i];
    sk_slot *slots = sk_arena_array(arena, total, sizeof *slots, 0);
    if (lists == NULL || slots == NULL)
        return NULL;
    for (uint32_t i = 0; i < count; i++) {
        lists[i].slots = slots;
        slots += room[i];
    }
    return lists;
}

int sk_timetable_make(sk_timetable *table, const sk_plan *plan, sk_arena *arena)
{
    uint32_t families = plan->problem->family_count;
    uint32_t *sizes = sk_arena_array(arena, families, sizeof *sizes, 0);
    *table = (sk_timetable){.plan = plan};
    if (sizes == NULL)
        return 0;
    for (uint32_t f = 0; f < families; f++)
        sizes[f] = plan->first_member[f + 1] - plan->first_member[f];
    table->choice_of = sk_arena_array(arena, plan->job_count, sizeof *table->choice_of, 0xff);
    table->resources = make_lists(arena, plan->problem->resource_count, plan->popular);
    table->families = make_lists(arena, families, sizes);
    if (table->choice_of == NULL || table->resources == NULL || table->families == NULL)
        return 0;
    return 1;
}
