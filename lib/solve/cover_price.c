/*
 * A bound by prices. Whatever each class pays, at most its worth, a choice is worth no more than
 *     sum over classes (worth - price) + sum over its sets (what its classes pay, and its own size if sizes count),
 * since a class that is covered pays at least once, and what is not covered loses its worth but pays nothing. So the sets
 * that earn most give a bound. A class that none of those holds is asked less, one that several hold more.
 */
#include <stdlib.h>
#include <string.h>

#include "solve/cover_inside.h"

enum { ROUNDS = 400, PATIENCE = 15, SCALE_MOST = 4096 };

typedef struct earning_set {
    int64_t earned;
    uint32_t set;
} earning_set;

typedef struct pricing {
    const cover *c;
    const cover_goal *goal;
    int64_t scale;
    int64_t *price;
    int64_t rest;
    int32_t *held; /* of each class, by how many of the sets that earn most */
    earning_set ranked[SK_COVER_SETS_MAX];
} pricing;

static int earns_most(const void *a, const void *b)
{
    const earning_set *left = a, *right = b;
    if (left->earned != right->earned)
        return left->earned > right->earned ? -1 : 1;
    return left->set < right->set ? -1 : 1;
}

/* The worth of a class that is covered, in parts of scale. */
static int64_t worth_of(const pricing *p, uint32_t class)
{
    return p->c->classes[class].weight * p->goal->per_weight * p->scale;
}

/* Rank the sets by what they earn; returns the bound, in parts of scale. */
static int64_t find_bound(pricing *p)
{
    const cover *c = p->c;
    p->rest = 0;
    for (uint32_t i = 0; i < c->class_count; i++)
        p->rest += worth_of(p, i) - p->price[i];
    for (uint32_t j = 0; j < c->set_count; j++) {
        const cover_set *set = &c->sets[j];
        int64_t earned = p->goal->with_sizes ? set->size * p->scale : 0;
        for (uint32_t k = 0; k < set->class_count; k++)
            earned += p->price[set->classes[k]];
        p->ranked[j] = (earning_set){earned, j};
    }
    qsort(p->ranked, c->set_count, sizeof p->ranked[0], earns_most);
    int64_t bound = p->rest;
    for (uint32_t j = 0; j < p->goal->most; j++)
        bound += p->ranked[j].earned;
    return bound;
}

/* Move each price against what is wrong with it, by a step of which `share` is the part of the way. */
static void change_prices(pricing *p, int64_t excess, double share)
{
    const cover *c = p->c;
    double norm = 0;
    for (uint32_t i = 0; i < c->class_count; i++)
        p->held[i] = -1;
    for (uint32_t j = 0; j < p->goal->most; j++) {
        const cover_set *set = &c->sets[p->ranked[j].set];
        for (uint32_t k = 0; k < set->class_count; k++)
            p->held[set->classes[k]]++;
    }
    for (uint32_t i = 0; i < c->class_count; i++)
        norm += (double)c->classes[i].weight * p->held[i] * p->held[i];
    double step = norm == 0 ? 0 : share * (double)excess / norm;
    for (uint32_t i = 0; i < c->class_count; i++) {
        int64_t most = worth_of(p, i);
        double changed = (double)p->price[i] - step * (double)c->classes[i].weight * p->held[i];
        p->price[i] = changed <= 0 ? 0 : changed >= (double)most ? most : (int64_t)changed;
    }
}

static void keep_prices(cover_prices *prices, const pricing *p)
{
    memcpy(prices->price, p->price, p->c->class_count * sizeof *p->price);
    prices->rest = p->rest;
    for (uint32_t j = 0; j < p->c->set_count; j++) {
        prices->order[j] = p->ranked[j].set;
        prices->earned[p->ranked[j].set] = p->ranked[j].earned;
    }
}

/* As fine as can be without sums of prices getting too large to hold. */
static int64_t find_scale(const cover *c, const cover_goal *goal)
{
    int64_t total = 1;
    for (uint32_t i = 0; i < c->class_count; i++)
        total += c->classes[i].weight;
    int64_t largest = INT64_MAX / 4 / total / goal->per_weight / (goal->most + 2), scale = 1;
    while (scale < SCALE_MOST && scale * 2 <= largest)
        scale *= 2;
    return scale;
}

/* Prices that were found for another goal, for this one. */
static void take_over(pricing *p, const cover_prices *prices)
{
    for (uint32_t i = 0; i < p->c->class_count; i++) {
        int64_t most = worth_of(p, i);
        double before = (double)prices->price[i] / (double)prices->scale;
        double price = before * (double)p->goal->per_weight * (double)p->scale;
        p->price[i] = price >= (double)most ? most : (int64_t)price;
    }
}

int sk_cover_prices_init(cover_prices *prices, cover *c)
{
    prices->scale = 1;
    prices->rest = 0;
    prices->price = sk_arena_array(&c->arena, c->class_count, sizeof *prices->price, 0);
    prices->earned = sk_arena_array(&c->arena, c->set_count, sizeof *prices->earned, 0);
    prices->order = sk_arena_array(&c->arena, c->set_count, sizeof *prices->order, 0);
    return prices->price != NULL && prices->earned != NULL && prices->order != NULL;
}

static int64_t improve(pricing *p, cover_prices *prices)
{
    int64_t best = INT64_MAX, enough = p->goal->wanted * p->scale;
    double share = 1;
    for (int round = 0, since = 0; round < ROUNDS && best >= enough; round++, since++) {
        int64_t found = find_bound(p);
        if (found < best) {
            best = found;
            since = 0;
            keep_prices(prices, p);
        } else if (since == PATIENCE) {
            share /= 2;
            since = 0;
        }
        change_prices(p, found - enough + p->scale, share);
    }
    return best;
}

int sk_cover_find_prices(cover_prices *prices, const cover *c, const cover_goal *goal, int64_t *bound)
{
    sk_arena arena;
    pricing p = {.c = c, .goal = goal, .scale = find_scale(c, goal)};
    sk_arena_init(&arena, c->allocator);
    p.price = sk_arena_array(&arena, c->class_count, sizeof *p.price, 0);
    p.held = sk_arena_array(&arena, c->class_count, sizeof *p.held, 0);
    int fine = p.price != NULL && p.held != NULL;
    if (fine) {
        take_over(&p, prices);
        *bound = improve(&p, prices) / p.scale;
        prices->scale = p.scale;
    }
    sk_arena_destroy(&arena);
    return fine;
}
