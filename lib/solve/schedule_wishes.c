/*
 * What a part costs at least when each family has what is best for itself: as if teachers, rooms and interpreters
 * had time for all, at a price for what has no place (a Lagrangian relaxation: of all that families share, only
 * what may be lost is counted). Holes cost nothing here.
 *
 * A family's jobs are placed by start: a shortest way through time for each set of them (as in Held & Karp, 1962).
 * Each job must fit the one that ends latest of those before it. Of a large family each job counts by itself.
 */
#include "solve/flow_search.h"
#include "solve/schedule_plan.h"

enum {
    MEMBERS_MOST = 5, /* jobs of a family of which all sets are tried */
    SETS_MOST = 1 << MEMBERS_MOST,
    SCALE = 1024 /* of the low part, so that a unit of the high part may have a small price */
};

/* More than any low part. */
static const int64_t NEVER = INT64_C(1) << 60;

/* Jobs that are counted together: a family, or one job. */
typedef struct circle {
    const uint32_t *jobs;
    uint32_t count;
    uint32_t choice_count; /* of all of them */
} circle;

/* A circle's choices in the order in which they are met, and what the best ways so far cost, by set of jobs. */
typedef struct walk {
    const sk_plan *plan;
    uint32_t set_count;
    uint32_t choice_count;
    const sk_plan_choice **choices;
    uint32_t *set;        /* of each choice, that of its job alone */
    int64_t *start, *end; /* of each choice */
    uint32_t *by_start, *by_end;
    int64_t longest;         /* minutes that a choice takes at most */
    int64_t *last;           /* of each choice and set, the ways of which it ends latest */
    int64_t far[SETS_MOST];  /* the ways after which another job is another visit */
    int64_t best[SETS_MOST]; /* NEVER or more when it can't be */
} walk;

/* ---------------------------------------------------------------------- walk */

static void list_choices(walk *w, const circle *c)
{
    uint32_t count = 0;
    w->longest = 0;
    for (uint32_t i = 0; i < c->count; i++)
        for (uint32_t k = w->plan->first_choice[c->jobs[i]]; k < w->plan->first_choice[c->jobs[i] + 1]; k++) {
            w->choices[count] = &w->plan->choices[k];
            w->set[count] = UINT32_C(1) << i;
            w->start[count] = w->plan->choices[k].start;
            w->end[count] = w->plan->choices[k].end;
            if (w->end[count] - w->start[count] > w->longest)
                w->longest = w->end[count] - w->start[count];
            w->by_start[count] = w->by_end[count] = count;
            count++;
        }
    w->choice_count = count;
    w->set_count = UINT32_C(1) << c->count;
    sk_flow_sort(w->start, w->by_start, count);
    sk_flow_sort(w->end, w->by_end, count);
}

static int64_t *ways_of(const walk *w, uint32_t choice)
{
    return w->last + (size_t)choice * w->set_count;
}

static void take_less(int64_t *costs, const int64_t *others, uint32_t count)
{
    for (uint32_t s = 0; s < count; s++)
        if (others[s] < costs[s])
            costs[s] = others[s];
}

/* The ways of some choices, and then another one at a cost. */
static void extend(const walk *w, const int64_t *ways, uint32_t choice, int64_t cost, int64_t *longer)
{
    for (uint32_t s = 0; s < w->set_count; s++)
        if ((s & w->set[choice]) == 0 && ways[s] + cost < longer[s | w->set[choice]])
            longer[s | w->set[choice]] = ways[s] + cost;
}

/* On one visit with a choice that starts no later. */
static void follow(const walk *w, uint32_t before, uint32_t choice)
{
    const sk_schedule_problem *problem = w->plan->problem;
    int64_t wait = w->start[choice] - w->end[before], cost = w->choices[choice]->cost;
    if (w->set[before] == w->set[choice] || wait > problem->longest_wait ||
        sk_plan_clash(w->plan, w->choices[before], w->choices[choice]))
        return;
    if (wait > problem->walk)
        cost += (wait - problem->walk) * problem->wait_cost;
    extend(w, ways_of(w, before), choice, cost,
           ways_of(w, w->end[before] > w->end[choice] ? before : choice));
}

static void go_to(walk *w, uint32_t position)
{
    const sk_schedule_problem *problem = w->plan->problem;
    uint32_t choice = w->by_start[position];
    int64_t *ways = ways_of(w, choice), cost = w->choices[choice]->cost;
    int64_t earliest = w->start[choice] - problem->longest_wait - w->longest;
    for (uint32_t s = 0; s < w->set_count; s++)
        ways[s] = NEVER;
    ways[w->set[choice]] = cost;
    extend(w, w->far, choice, problem->visit_cost + cost, ways);
    for (uint32_t i = position; i > 0 && w->start[w->by_start[i - 1]] >= earliest; i--)
        follow(w, w->by_start[i - 1], choice);
}

/* What each set of a circle's jobs costs at least. */
static void walk_through(walk *w, const circle *c)
{
    uint32_t far_count = 0;
    list_choices(w, c);
    for (uint32_t s = 0; s < w->set_count; s++)
        w->far[s] = w->best[s] = NEVER;
    w->best[0] = 0;
    for (uint32_t i = 0; i < w->choice_count; i++) {
        int64_t latest = w->start[w->by_start[i]] - w->plan->problem->longest_wait;
        for (; w->end[w->by_end[far_count]] < latest; far_count++)
            take_less(w->far, ways_of(w, w->by_end[far_count]), w->set_count);
        go_to(w, i);
    }
    for (uint32_t i = 0; i < w->choice_count; i++)
        take_less(w->best, ways_of(w, i), w->set_count);
}

/* ------------------------------------------------------------------- circles */

/* The circles of a part, in the order of their first jobs; returns how many. */
static uint32_t list_circles(const sk_part *part, circle *circles)
{
    const sk_plan *plan = part->table->plan;
    uint32_t count = 0;
    for (uint32_t i = 0; i < part->count; i++) {
        const uint32_t *jobs = &part->jobs[i];
        uint32_t family = plan->family[*jobs], size = 1;
        if (family != SK_NONE &&
            plan->first_member[family + 1] - plan->first_member[family] <= MEMBERS_MOST) {
            jobs = plan->members + plan->first_member[family];
            size = plan->first_member[family + 1] - plan->first_member[family];
        }
        if (*jobs == part->jobs[i])
            circles[count++] = (circle){jobs, size, sk_plan_count_choices(plan, jobs, size)};
    }
    return count;
}

/* ------------------------------------------------------------------- wishes */

/* A set of a circle's jobs has a place and the others have none. */
static void add_wish(sk_wishes *wishes, const sk_plan *plan, const circle *c, uint32_t set, int64_t low)
{
    sk_wish wish = {0, low};
    for (uint32_t i = 0; i < c->count; i++) {
        uint32_t job = c->jobs[i];
        if ((set >> i & 1) == 0) {
            wish.high += plan->unplaced[job] / plan->unit;
            wish.low += plan->unplaced[job] % plan->unit;
        }
    }
    wishes->wishes[wishes->first_wish[wishes->count + 1]++] = wish;
}

static int take_walk(walk *w, const circle *circles, uint32_t count, sk_arena *arena)
{
    size_t choices = 0, ways = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t of_circle = (size_t)circles[i].choice_count << circles[i].count;
        choices = circles[i].choice_count > choices ? circles[i].choice_count : choices;
        ways = of_circle > ways ? of_circle : ways;
    }
    w->choices = sk_arena_array(arena, choices, sizeof *w->choices, 0);
    w->set = sk_arena_array(arena, choices, sizeof *w->set, 0);
    w->start = sk_arena_array(arena, choices, sizeof *w->start, 0);
    w->end = sk_arena_array(arena, choices, sizeof *w->end, 0);
    w->by_start = sk_arena_array(arena, choices, sizeof *w->by_start, 0);
    w->by_end = sk_arena_array(arena, choices, sizeof *w->by_end, 0);
    w->last = sk_arena_array(arena, ways, sizeof *w->last, 0);
    return w->choices != NULL && w->set != NULL && w->start != NULL && w->end != NULL &&
           w->by_start != NULL && w->by_end != NULL && w->last != NULL;
}

int sk_wishes_find(sk_wishes *wishes, const sk_part *part, sk_arena *arena)
{
    walk w = {.plan = part->table->plan};
    circle *circles = sk_arena_array(part->arena, part->count, sizeof *circles, 0);
    uint32_t count = circles == NULL ? 0 : list_circles(part, circles);
    size_t sets = 0;
    for (uint32_t i = 0; i < count; i++)
        sets += (size_t)1 << circles[i].count;
    *wishes =
        (sk_wishes){.unit = w.plan->unit,
                    .first_wish = sk_arena_array(arena, (size_t)count + 1, sizeof *wishes->first_wish, 0),
                    .wishes = sk_arena_array(arena, sets, sizeof *wishes->wishes, 0)};
    if (circles == NULL || wishes->first_wish == NULL || wishes->wishes == NULL ||
        !take_walk(&w, circles, count, part->arena))
        return 0;
    for (; wishes->count < count; wishes->count++) {
        const circle *c = &circles[wishes->count];
        wishes->first_wish[wishes->count + 1] = wishes->first_wish[wishes->count];
        walk_through(&w, c);
        for (uint32_t s = 0; s < w.set_count; s++)
            if (w.best[s] < NEVER)
                add_wish(wishes, w.plan, c, s, w.best[s]);
    }
    return 1;
}

/* -------------------------------------------------------------------- bounds */

int64_t sk_wishes_high(const sk_wishes *wishes)
{
    int64_t high = 0;
    for (uint32_t f = 0; f < wishes->count; f++) {
        int64_t least = INT64_MAX;
        for (uint32_t i = wishes->first_wish[f]; i < wishes->first_wish[f + 1]; i++)
            if (wishes->wishes[i].high < least)
                least = wishes->wishes[i].high;
        high += least;
    }
    return high;
}

/* What is best for all at a price of a unit of the high part; the low part is times SCALE, with what that costs. */
static sk_wish choose_all(const sk_wishes *wishes, int64_t price)
{
    sk_wish all = {0, 0};
    for (uint32_t f = 0; f < wishes->count; f++) {
        sk_wish best = {0, INT64_MAX};
        for (uint32_t i = wishes->first_wish[f]; i < wishes->first_wish[f + 1]; i++) {
            const sk_wish *wish = &wishes->wishes[i];
            int64_t low = wish->low * SCALE + price * wish->high;
            if (low < best.low)
                best = (sk_wish){wish->high, low};
        }
        all.high += best.high;
        all.low += best.low;
    }
    return all;
}

/* The bound rises with the price as long as more is lost than may be, and then falls. */
int64_t sk_wishes_low(const sk_wishes *wishes, int64_t high)
{
    int64_t too_low = -1, enough = wishes->unit * SCALE, best = 0;
    while (enough - too_low > 1) {
        int64_t price = too_low + (enough - too_low) / 2;
        sk_wish all = choose_all(wishes, price);
        int64_t low = all.low - price * high;
        best = low > best ? low : best;
        if (all.high > high)
            too_low = price;
        else
            enough = price;
    }
    return (best + SCALE - 1) / SCALE;
}
