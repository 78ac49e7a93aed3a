/*
 * Building a timetable and improving it. First jobs without a place push others out until all have one (Nagata &
 * Bräysy, 2009). Then jobs that are near each other are taken out and put back, each at its best place (ruin and
 * recreate; Schrimpf and others, 2000; Christiaens & Vanden Berghe, 2020). What becomes dearer is kept now and then,
 * the less the longer it goes on.
 */
#include <string.h>

#include "solve/schedule_plan.h"

enum {
    LEAST_OUT = 2, /* jobs to take out at once */
    MOST_OUT = 9,
    SIDES = 3,           /* how often to look for something near, for each job to take out */
    BLINK = 100,         /* one in so many choices isn't seen, so that not always the same is found */
    HEAT = 6,            /* what a change may make dearer at first, in what a job costs on average */
    MOST_IN_THE_WAY = 4, /* jobs that may go out for one without a place */
    STIRS = 5,           /* jobs that may move at random after that */
    HOUSING = 5          /* one in so many parts of the effort goes to giving all a place */
};

typedef struct search {
    sk_part *part;
    sk_timetable *table;
    const sk_plan *plan;
    uint64_t seed;
    uint64_t left;  /* effort */
    uint64_t whole; /* at the start */
    int64_t heat;   /* what may be dearer at the start */
    uint32_t *out;  /* the jobs that are out, in the order in which they will be put back */
    uint32_t out_count;
    /* What changed since the last decision, so that it can be undone. */
    uint32_t *changed;
    uint32_t *before; /* of each job that changed, the choice it had */
    uint8_t *is_changed;
    uint32_t changed_count;
    uint32_t *missed;   /* of each job, how often it had no place */
    uint32_t *homeless; /* jobs without a place that have choices */
    uint32_t homeless_count;
} search;

/* ------------------------------------------------------------------- journal */

static void note(search *s, uint32_t job)
{
    if (s->is_changed[job])
        return;
    s->is_changed[job] = 1;
    s->before[job] = s->table->choice_of[job];
    s->changed[s->changed_count++] = job;
}

static void forget_changes(search *s)
{
    for (uint32_t i = 0; i < s->changed_count; i++)
        s->is_changed[s->changed[i]] = 0;
    s->changed_count = 0;
}

static void undo(search *s)
{
    for (uint32_t i = 0; i < s->changed_count; i++)
        if (s->table->choice_of[s->changed[i]] != SK_NONE)
            sk_timetable_remove(s->table, s->changed[i]);
    for (uint32_t i = 0; i < s->changed_count; i++)
        if (s->before[s->changed[i]] != SK_NONE)
            sk_timetable_place(s->table, s->before[s->changed[i]]);
    forget_changes(s);
}

/* ------------------------------------------------------------------ take out */

static void take_out(search *s, uint32_t job)
{
    note(s, job);
    if (s->table->choice_of[job] != SK_NONE)
        sk_timetable_remove(s->table, job);
    s->out[s->out_count++] = job;
}

static int64_t distance(const sk_slot *slot, const sk_plan_choice *choice)
{
    return slot->start < choice->start ? (int64_t)choice->start - slot->end
                                       : (int64_t)slot->start - choice->end;
}

/* The job of a list that is nearest in time to a choice. */
static uint32_t nearest_job(const search *s, const sk_slot_list *list, const sk_plan_choice *choice)
{
    uint32_t nearest = SK_NONE;
    int64_t least = INT64_MAX;
    for (uint32_t i = 0; i < list->count; i++)
        if (!s->plan->fixed[list->slots[i].job] && distance(&list->slots[i], choice) < least) {
            least = distance(&list->slots[i], choice);
            nearest = list->slots[i].job;
        }
    return nearest;
}

/* A job near a choice: with one of its resources, or of the same family. */
static uint32_t find_near(search *s, uint32_t choice)
{
    const sk_plan_choice *c = &s->plan->choices[choice];
    uint32_t uses = c->end_use - c->first_use, side = sk_draw(&s->seed, uses + 1);
    if (side < uses)
        return nearest_job(s, &s->table->resources[s->plan->uses[c->first_use + side].resource], c);
    uint32_t family = s->plan->family[c->job];
    return family == SK_NONE ? SK_NONE : nearest_job(s, &s->table->families[family], c);
}

static uint32_t draw_choice(search *s, uint32_t job)
{
    uint32_t first = s->plan->first_choice[job];
    return first + sk_draw(&s->seed, s->plan->first_choice[job + 1] - first);
}

/* Around jobs that are out already, at the places they had or could have. */
static void take_out_near(search *s, uint32_t wanted)
{
    for (uint32_t tries = wanted * SIDES; tries > 0 && s->out_count < wanted; tries--) {
        uint32_t job = s->out[sk_draw(&s->seed, s->out_count)];
        uint32_t choice = s->before[job];
        if (choice == SK_NONE || sk_draw(&s->seed, 2) == 0)
            choice = draw_choice(s, job);
        uint32_t near = find_near(s, choice);
        if (near != SK_NONE)
            take_out(s, near);
    }
}

/* ------------------------------------------------------------------ put back */

static uint32_t choice_count(const sk_plan *plan, uint32_t job)
{
    return plan->first_choice[job + 1] - plan->first_choice[job];
}

/* All choices of a job are taken to last as long; a job that has none left lasts no time. */
static int32_t length_of(const sk_plan *plan, uint32_t job)
{
    const sk_plan_choice *choice = &plan->choices[plan->first_choice[job]];
    return choice_count(plan, job) == 0 ? 0 : choice->end - choice->start;
}

static int goes_before(const search *s, uint32_t order, uint32_t one, uint32_t other)
{
    if (order == 0)
        return length_of(s->plan, one) > length_of(s->plan, other);
    return choice_count(s->plan, one) < choice_count(s->plan, other);
}

static void sort_out(const search *s, uint32_t order)
{
    for (uint32_t i = 1; i < s->out_count; i++) {
        uint32_t job = s->out[i], at = i;
        for (; at > 0 && goes_before(s, order, job, s->out[at - 1]); at--)
            s->out[at] = s->out[at - 1];
        s->out[at] = job;
    }
}

static void shuffle(search *s)
{
    for (uint32_t i = s->out_count; i > 1; i--) {
        uint32_t other = sk_draw(&s->seed, i), job = s->out[i - 1];
        s->out[i - 1] = s->out[other];
        s->out[other] = job;
    }
}

static void spend(search *s, uint64_t effort)
{
    s->left -= effort < s->left ? effort : s->left;
}

/* The free choice that costs least, or SK_NONE. */
static uint32_t find_place(search *s, uint32_t job, uint32_t blink)
{
    uint32_t best = SK_NONE, first = s->plan->first_choice[job], end = s->plan->first_choice[job + 1];
    int64_t least = 0;
    for (uint32_t c = first; c < end; c++) {
        if ((blink != 0 && sk_draw(&s->seed, blink) == 0) || !sk_timetable_is_free(s->table, c))
            continue;
        int64_t price = sk_timetable_price(s->table, c);
        if (best == SK_NONE || price < least) {
            best = c;
            least = price;
        }
    }
    spend(s, end - first);
    return best;
}

static void put_back(search *s, uint32_t blink)
{
    for (uint32_t i = 0; i < s->out_count; i++) {
        uint32_t choice = find_place(s, s->out[i], blink);
        if (choice != SK_NONE)
            sk_timetable_place(s->table, choice);
    }
    s->out_count = 0;
}

/* ------------------------------------------------------------------ homeless */

static void count_homeless(search *s)
{
    s->homeless_count = 0;
    for (uint32_t i = 0; i < s->part->count; i++) {
        uint32_t job = s->part->jobs[i];
        if (s->table->choice_of[job] == SK_NONE &&
            s->plan->first_choice[job] < s->plan->first_choice[job + 1])
            s->homeless[s->homeless_count++] = job;
    }
}

/* The jobs in the way of a choice by how hard they are to place; INT64_MAX when it can't be had. */
static int64_t weigh(search *s, uint32_t choice, uint32_t *in_the_way)
{
    uint32_t count = sk_timetable_in_the_way(s->table, choice, in_the_way, MOST_IN_THE_WAY);
    int64_t weight = 0;
    if (count == SK_NONE)
        return INT64_MAX;
    for (uint32_t i = 0; i < count; i++)
        weight += s->plan->unplaced[in_the_way[i]] / s->plan->unit * (1 + s->missed[in_the_way[i]]);
    return weight;
}

/*
 * A job goes in at the choice with the least in the way, and that goes out. Jobs that were often left without a
 * place weigh more, so that it isn't the same ones over and over.
 */
static void make_room(search *s, uint32_t job)
{
    uint32_t in_the_way[MOST_IN_THE_WAY], best = SK_NONE, ties = 0;
    uint32_t first = s->plan->first_choice[job], end = s->plan->first_choice[job + 1];
    int64_t least = INT64_MAX;
    for (uint32_t c = first; c < end; c++) {
        int64_t weight = weigh(s, c, in_the_way);
        ties = weight < least ? 1 : ties + (weight == least);
        if (weight < least || (weight == least && weight != INT64_MAX && sk_draw(&s->seed, ties) == 0))
            best = c;
        least = weight < least ? weight : least;
    }
    spend(s, end - first);
    s->missed[job]++;
    if (best == SK_NONE)
        return;
    uint32_t count = sk_timetable_in_the_way(s->table, best, in_the_way, MOST_IN_THE_WAY);
    for (uint32_t i = 0; i < count; i++)
        take_out(s, in_the_way[i]);
    note(s, job);
    sk_timetable_place(s->table, best);
}

/* ------------------------------------------------------------------- improve */

static void keep_best(search *s)
{
    if (s->table->cost >= s->part->cost)
        return;
    s->part->cost = s->table->cost;
    for (uint32_t i = 0; i < s->part->count; i++)
        s->part->best[s->part->jobs[i]] = s->table->choice_of[s->part->jobs[i]];
}

static void change_something(search *s)
{
    uint32_t wanted = LEAST_OUT + sk_draw(&s->seed, MOST_OUT - LEAST_OUT + 1);
    if (s->homeless_count > 0 && sk_draw(&s->seed, 2) == 0)
        make_room(s, s->homeless[sk_draw(&s->seed, s->homeless_count)]);
    uint32_t job = s->part->jobs[sk_draw(&s->seed, s->part->count)];
    if (s->out_count == 0 && !s->plan->fixed[job] &&
        s->plan->first_choice[job] < s->plan->first_choice[job + 1])
        take_out(s, job);
    spend(s, 1);
    if (s->out_count == 0)
        return;
    take_out_near(s, wanted);
    shuffle(s);
    uint32_t order = sk_draw(&s->seed, 4);
    if (order < 2)
        sort_out(s, order);
    put_back(s, BLINK);
}

/* What a change may make dearer, drawn between nothing and what is still allowed. */
static int64_t draw_patience(search *s)
{
    double left = (double)s->left / (double)s->whole;
    if (s->homeless_count > 0 && left > 0.5)
        left = 1;
    double drawn = sk_draw(&s->seed, 1024) / 1024.0, squared = drawn * drawn;
    return (int64_t)((double)s->heat * left * left * squared * squared);
}

static void improve(search *s)
{
    count_homeless(s);
    while (s->left > 0 && s->part->cost > s->part->bound) {
        int64_t before = s->table->cost;
        change_something(s);
        if (s->table->cost > before + draw_patience(s)) {
            undo(s);
            continue;
        }
        forget_changes(s);
        keep_best(s);
        count_homeless(s);
    }
}

void sk_part_restore(sk_part *part)
{
    sk_timetable *table = part->table;
    for (uint32_t i = 0; i < part->count; i++) {
        uint32_t job = part->jobs[i];
        if (table->choice_of[job] != part->best[job] && table->choice_of[job] != SK_NONE)
            sk_timetable_remove(table, job);
    }
    for (uint32_t i = 0; i < part->count; i++) {
        uint32_t job = part->jobs[i];
        if (table->choice_of[job] != part->best[job])
            sk_timetable_place(table, part->best[job]);
    }
}

static int take_arrays(search *s, sk_arena *arena)
{
    size_t jobs = s->plan->job_count;
    s->out = sk_arena_array(arena, jobs, sizeof *s->out, 0);
    s->changed = sk_arena_array(arena, jobs, sizeof *s->changed, 0);
    s->before = sk_arena_array(arena, jobs, sizeof *s->before, 0);
    s->is_changed = sk_arena_array(arena, jobs, sizeof *s->is_changed, 0);
    s->missed = sk_arena_array(arena, jobs, sizeof *s->missed, 0);
    s->homeless = sk_arena_array(arena, jobs, sizeof *s->homeless, 0);
    return s->out != NULL && s->changed != NULL && s->before != NULL && s->is_changed != NULL &&
           s->missed != NULL && s->homeless != NULL;
}

/* A job somewhere else, at random, if that is free. */
static void stir(search *s)
{
    uint32_t job = s->part->jobs[sk_draw(&s->seed, s->part->count)];
    if (s->table->choice_of[job] == SK_NONE || s->plan->fixed[job])
        return;
    uint32_t had = s->table->choice_of[job], choice = draw_choice(s, job);
    sk_timetable_remove(s->table, job);
    sk_timetable_place(s->table, sk_timetable_is_free(s->table, choice) ? choice : had);
    spend(s, 1);
}

/* Until all have a place, or some effort is spent: one goes in and what is in the way goes out. */
static void house_all(search *s, uint64_t effort)
{
    uint64_t end = s->left > effort ? s->left - effort : 0;
    count_homeless(s);
    while (s->homeless_count > 0 && s->left > end && s->part->cost > s->part->bound) {
        uint32_t job = s->homeless[sk_draw(&s->seed, s->homeless_count)];
        uint32_t choice = find_place(s, job, 0);
        if (choice != SK_NONE)
            sk_timetable_place(s->table, choice);
        else
            make_room(s, job);
        s->out_count = 0;
        forget_changes(s);
        keep_best(s);
        for (int i = 0; i < STIRS; i++)
            stir(s);
        count_homeless(s);
    }
    sk_part_restore(s->part);
}

static int begin(search *s, sk_part *part, uint64_t effort)
{
    *s = (search){.part = part,
                  .table = part->table,
                  .plan = part->table->plan,
                  .seed = 1,
                  .left = effort,
                  .whole = effort};
    return take_arrays(s, part->arena);
}

/* As it was last time, where that is free. */
static void place_previous(search *s)
{
    for (uint32_t i = 0; i < s->part->count; i++) {
        uint32_t job = s->part->jobs[i], choice = s->plan->previous[job];
        if (choice != SK_NONE && s->table->choice_of[job] == SK_NONE &&
            sk_timetable_is_free(s->table, choice))
            sk_timetable_place(s->table, choice);
    }
}

/* Hardest first: the longest, and of those the ones with fewest choices. */
int sk_part_build(sk_part *part)
{
    search s;
    if (!begin(&s, part, 0))
        return 0;
    sk_timetable_begin(part->table, part->jobs, part->count);
    part->cost = INT64_MAX;
    /* A job alone finds its best place by itself. */
    if (part->count > 1)
        place_previous(&s);
    count_homeless(&s);
    memcpy(s.out, s.homeless, s.homeless_count * sizeof *s.out);
    s.out_count = s.homeless_count;
    sort_out(&s, 1);
    sort_out(&s, 0);
    put_back(&s, 0);
    keep_best(&s);
    return 1;
}

int sk_part_search(sk_part *part, uint64_t effort)
{
    search s;
    if (!begin(&s, part, effort < part->effort ? effort : part->effort))
        return 0;
    s.heat = HEAT * (part->cost % s.plan->unit / part->count);
    house_all(&s, s.whole / HOUSING);
    improve(&s);
    sk_part_restore(part);
    part->effort -= s.whole - s.left;
    return 1;
}
