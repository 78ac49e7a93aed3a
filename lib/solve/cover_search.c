/* Branch and bound: take one of some sets into the choice, or leave all those before it out for good. */
#include <stdlib.h>
#include <string.h>

#include "solve/cover_inside.h"

/* A set that may still be taken, and what the choice would be worth more with it. */
typedef struct candidate {
    int64_t gain;
    uint32_t set;
} candidate;

typedef struct search {
    cover *c;
    const cover_goal *goal;
    const cover_prices *prices;
    int64_t wanted;
    int found_enough, is_stopped;
    /* The choice at hand. */
    uint32_t chosen[SK_COVER_SETS_MAX];
    uint32_t chosen_count;
    int64_t covered, times;
    uint32_t *cover_count; /* of each class, by how many chosen sets */
    candidate *room;       /* for the candidates at each depth, set_count of them */
    /* For one branch at a time. */
    uint32_t *seen; /* of each class that is not covered, how many candidates have it */
    unsigned char is_candidate[SK_COVER_SETS_MAX];
} search;

static uint32_t places_left(const search *s)
{
    return s->goal->most - s->chosen_count;
}

static int64_t worth_now(const search *s)
{
    return cover_worth(s->goal, s->covered, s->times);
}

/* ------------------------------------------------------------------- the choice */

static void take(search *s, uint32_t set)
{
    const cover_set *taken = &s->c->sets[set];
    s->chosen[s->chosen_count++] = set;
    s->times += taken->size;
    for (uint32_t k = 0; k < taken->class_count; k++)
        if (s->cover_count[taken->classes[k]]++ == 0)
            s->covered += s->c->classes[taken->classes[k]].weight;
}

static void give_back(search *s)
{
    const cover_set *taken = &s->c->sets[s->chosen[--s->chosen_count]];
    s->times -= taken->size;
    for (uint32_t k = 0; k < taken->class_count; k++)
        if (--s->cover_count[taken->classes[k]] == 0)
            s->covered -= s->c->classes[taken->classes[k]].weight;
}

/* Does one ascending list of sets come before another as long? */
static int comes_first(const uint32_t *a, const uint32_t *b, uint32_t count)
{
    uint32_t i = 0;
    while (i < count && a[i] == b[i])
        i++;
    return i < count && a[i] < b[i];
}

/* Keep the choice at hand when it is what is looked for. */
static void consider(search *s)
{
    cover *c = s->c;
    uint32_t sorted[SK_COVER_SETS_MAX];
    int64_t worth = worth_now(s);
    if (worth < s->wanted)
        return;
    memcpy(sorted, s->chosen, s->chosen_count * sizeof *sorted);
    qsort(sorted, s->chosen_count, sizeof *sorted, cover_ascending);
    /* With sizes the best choice is worth what is wanted, and all that are have as many sets. */
    if (s->goal->with_sizes && worth == s->wanted && !comes_first(sorted, c->best, c->best_count))
        return;
    memcpy(c->best, sorted, s->chosen_count * sizeof *sorted);
    c->best_count = s->chosen_count;
    c->best_covered = s->covered;
    c->best_times = s->times;
    s->wanted = worth + !s->goal->with_sizes;
    s->found_enough = worth >= s->goal->enough;
}

static int is_over(const search *s)
{
    return s->found_enough || s->is_stopped;
}

/* ------------------------------------------------------------------- what is left */

static int gains_most(const void *a, const void *b)
{
    const candidate *left = a, *right = b;
    if (left->gain != right->gain)
        return left->gain > right->gain ? -1 : 1;
    return left->set < right->set ? -1 : 1;
}

/* What the first candidates add at most, one for each place that is left but `kept_free`. */
static int64_t best_gains(const search *s, const candidate *candidates, uint32_t count, uint32_t kept_free)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < count && i + kept_free < places_left(s); i++)
        sum += candidates[i].gain;
    return sum;
}

/*
 * Work out what each candidate adds, and how much can be covered in all; leave out those that add nothing or
 * too little. Returns how many are left, those that gain most first.
 */
static uint32_t weigh(search *s, candidate *candidates, uint32_t count, int64_t *coverable)
{
    const cover *c = s->c;
    uint32_t kept = 0;
    *coverable = s->covered;
    memset(s->seen, 0, c->class_count * sizeof *s->seen);
    for (uint32_t i = 0; i < count; i++) {
        const cover_set *set = &c->sets[candidates[i].set];
        int64_t covers = 0;
        for (uint32_t k = 0; k < set->class_count; k++) {
            uint32_t class = set->classes[k];
            if (s->cover_count[class] != 0)
                continue;
            covers += c->classes[class].weight;
            *coverable += s->seen[class]++ == 0 ? c->classes[class].weight : 0;
        }
        candidates[kept] = (candidate){cover_worth(s->goal, covers, set->size), candidates[i].set};
        kept += covers > 0;
    }
    qsort(candidates, kept, sizeof *candidates, gains_most);
    int64_t others = worth_now(s) + best_gains(s, candidates, kept, 1);
    while (kept >= places_left(s) && kept > 0 && others + candidates[kept - 1].gain < s->wanted)
        kept--;
    return kept;
}

/*
 * Leave out the candidates with which the prices say that `least` is not reached. Returns how many are left: none when it
 * cannot be reached at all.
 */
static uint32_t price(search *s, candidate *candidates, uint32_t count, int64_t least)
{
    const cover_prices *prices = s->prices;
    int64_t bound = prices->rest, last = 0, enough = least * prices->scale;
    uint32_t places = places_left(s), kept = 0;
    memset(s->is_candidate, 0, s->c->set_count);
    for (uint32_t i = 0; i < count; i++)
        s->is_candidate[candidates[i].set] = 1;
    for (uint32_t i = 0; i < s->chosen_count; i++)
        bound += prices->earned[s->chosen[i]];
    for (uint32_t i = 0; i < s->c->set_count && places > 0; i++) {
        uint32_t set = prices->order[i];
        if (!s->is_candidate[set])
            continue;
        last = prices->earned[set];
        bound += last;
        places--;
    }
    if (bound < enough)
        return 0;
    /* One that is not among those takes the place of the last; when there is a place to spare, all are. */
    for (uint32_t i = 0; i < count; i++) {
        int64_t earned = prices->earned[candidates[i].set];
        candidates[kept] = candidates[i];
        kept += places > 0 || earned >= last || bound - last + earned >= enough;
    }
    return kept;
}

/* Could the choice, with the lowest candidates, come before the best one? */
static int may_come_first(const search *s, const candidate *candidates, uint32_t count)
{
    uint32_t lowest[SK_COVER_SETS_MAX], length = 0, places = places_left(s);
    unsigned char state[SK_COVER_SETS_MAX] = {0};
    for (uint32_t i = 0; i < count; i++)
        state[candidates[i].set] = 1;
    for (uint32_t i = 0; i < s->chosen_count; i++)
        state[s->chosen[i]] = 2;
    for (uint32_t set = 0; set < s->c->set_count; set++) {
        if (state[set] == 0 || (state[set] == 1 && places == 0))
            continue;
        places -= state[set] == 1;
        lowest[length++] = set;
    }
    return length == s->c->best_count && comes_first(lowest, s->c->best, length);
}

/* ---------------------------------------------------------------------- branches */

#define NO_CLASS UINT32_MAX

/* The class with fewest candidates among those without which too little is covered. */
static uint32_t find_needed(const search *s, int64_t spare)
{
    uint32_t needed = NO_CLASS;
    for (uint32_t i = 0; i < s->c->class_count; i++)
        if (s->seen[i] > 0 && s->c->classes[i].weight > spare &&
            (needed == NO_CLASS || s->seen[i] < s->seen[needed]))
            needed = i;
    return needed;
}

/* Put the candidates that hold a class first, in the same order; returns how many do. */
static uint32_t put_first(const search *s, candidate *candidates, uint32_t count, uint32_t class)
{
    candidate others[SK_COVER_SETS_MAX];
    uint32_t front = 0, back = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (cover_is_in(&s->c->classes[class], s->c->sets[candidates[i].set].index))
            candidates[front++] = candidates[i];
        else
            others[back++] = candidates[i];
    }
    memcpy(candidates + front, others, back * sizeof *others);
    return front;
}

/*
 * Leave out candidates with which what is wanted is not reached, and put first those between which there is to choose.
 * Returns how many these are.
 */
static uint32_t find_ways(search *s, candidate *candidates, uint32_t *count)
{
    int64_t coverable;
    *count = weigh(s, candidates, *count, &coverable);
    int64_t least = s->wanted + (s->goal->with_sizes && !may_come_first(s, candidates, *count));
    int64_t spare = coverable - least / s->goal->per_weight;
    if (worth_now(s) + best_gains(s, candidates, *count, 0) < least || spare < 0)
        return 0;
    *count = price(s, candidates, *count, least);
    uint32_t needed = find_needed(s, spare), ways = 0;
    if (needed != NO_CLASS && places_left(s) > 1)
        return put_first(s, candidates, *count, needed);
    while (ways < *count && worth_now(s) + best_gains(s, candidates + ways, *count - ways, 0) >= least)
        ways++;
    return ways;
}

static void look(search *s, candidate *candidates, uint32_t count)
{
    s->is_stopped = s->c->nodes == s->c->effort;
    if (s->is_stopped)
        return;
    s->c->nodes++;
    consider(s);
    if (places_left(s) == 0 || is_over(s))
        return;
    uint32_t ways = find_ways(s, candidates, &count);
    candidate *next = candidates + s->c->set_count;
    for (uint32_t i = 0; i < ways && !is_over(s); i++) {
        take(s, candidates[i].set);
        memcpy(next, candidates + i + 1, (count - i - 1) * sizeof *next);
        look(s, next, count - i - 1);
        give_back(s);
    }
}

cover_end sk_cover_search(cover *c, const cover_goal *goal, const cover_prices *prices)
{
    sk_arena arena;
    search s = {.c = c, .goal = goal, .prices = prices, .wanted = goal->wanted};
    sk_arena_init(&arena, c->allocator);
    s.cover_count = sk_arena_array(&arena, c->class_count, sizeof *s.cover_count, 0);
    s.seen = sk_arena_array(&arena, c->class_count, sizeof *s.seen, 0);
    s.room = sk_arena_array(&arena, (size_t)c->set_count * (goal->most + 1), sizeof *s.room, 0);
    int fine = s.cover_count != NULL && s.seen != NULL && s.room != NULL;
    if (fine) {
        for (uint32_t j = 0; j < c->set_count; j++)
            s.room[j].set = j;
        look(&s, s.room, c->set_count);
    }
    sk_arena_destroy(&arena);
    if (!fine)
        return COVER_NO_MEMORY;
    return s.is_stopped ? COVER_STOPPED : COVER_PROVEN;
}
