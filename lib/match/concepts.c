/* The concepts of the school and of the library, and the offers that fit a place. */
#include "match/roster.h"

#include "match/order.h"
#include "school/builtin.h"

/* Steps count down from what fits best to the least. */
enum { FIT_SAME = 1000, FIT_SERVES = 800, FIT_STEP = 100, FIT_LEAST = 500 };

/* -------------------------------------------------------------------- reading */

size_t sk_concept_index(const schakel_school *school, const char *id)
{
    if (sk_is_builtin_id(id))
        return schakel_school_count(school, SCHAKEL_KIND_CONCEPT) + schakel_builtin_concept_find(id);
    return schakel_school_find(school, SCHAKEL_KIND_CONCEPT, id);
}

static int begin_links(sk_arena *arena, concept_links *links, size_t concept_count, size_t count)
{
    links->first = sk_arena_array(arena, concept_count, sizeof *links->first, 0xFF);
    links->next = sk_arena_array(arena, count, sizeof *links->next, 0);
    links->other = sk_arena_array(arena, count, sizeof *links->other, 0);
    return links->first != NULL && links->next != NULL && links->other != NULL;
}

static void add_link(concept_links *links, size_t from, uint32_t other)
{
    links->other[links->count] = other;
    links->next[links->count] = links->first[from];
    links->first[from] = links->count++;
}

static schakel_concept own_concept(const roster *r, size_t index)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    schakel_school_get_concept(r->school, index, &record);
    return record;
}

static int begin_net(roster *r)
{
    concept_net *net = &r->concepts;
    size_t own = net->own_count = schakel_school_count(r->school, SCHAKEL_KIND_CONCEPT);
    size_t all = net->count = own + sk_builtin_count, served = 0, offered = 0;
    for (size_t i = 0; i < own; i++)
        served += own_concept(r, i).serves_count;
    for (size_t i = 0; i < r->offer_count; i++)
        offered += r->offers[i].record.concept_count;
    net->walk = sk_arena_alloc(&r->arena, all * sizeof *net->walk);
    net->served_walk = sk_arena_alloc(&r->arena, all * sizeof *net->served_walk);
    net->walked_last = sk_arena_array(&r->arena, all, sizeof *net->walked_last, 0);
    r->walk_offers = sk_arena_array(&r->arena, r->offer_count, sizeof *r->walk_offers, 0);
    r->offer_fit = sk_arena_array(&r->arena, r->offer_count, sizeof *r->offer_fit, 0);
    r->offer_serves = sk_arena_array(&r->arena, r->offer_count, sizeof *r->offer_serves, 0);
    return begin_links(&r->arena, &net->narrower, all, own) &&
           begin_links(&r->arena, &net->serving, all, served) &&
           begin_links(&r->arena, &net->offers, all, offered) && net->walk != NULL &&
           net->served_walk != NULL && net->walked_last != NULL && r->walk_offers != NULL &&
           r->offer_fit != NULL && r->offer_serves != NULL;
}

int sk_read_concepts(roster *r)
{
    concept_net *net = &r->concepts;
    if (!begin_net(r))
        return 0;
    for (uint32_t i = 0; i < net->own_count; i++) {
        schakel_concept record = own_concept(r, i);
        if (record.broader_id != NULL)
            add_link(&net->narrower, sk_concept_index(r->school, record.broader_id), i);
        for (size_t j = 0; j < record.serves_count; j++)
            add_link(&net->serving, sk_concept_index(r->school, record.serves_ids[j]), i);
    }
    /* Each goes to the front of its list, so this leaves the lists in order, which sorting likes. */
    for (uint32_t i = (uint32_t)r->offer_count; i-- > 0;)
        for (size_t j = 0; j < r->offers[i].record.concept_count; j++)
            add_link(&net->offers, sk_concept_index(r->school, r->offers[i].record.concept_ids[j]), i);
    return 1;
}

/* -------------------------------------------------------------------- walking */

/* The steps of a walk, in the order in which they are taken. */
typedef struct concept_walk {
    concept_step *steps;
    size_t count;
    int once; /* leave out a concept that the walk came to before */
} concept_walk;

static void step_to(concept_net *net, concept_walk *walk, size_t concept_index, uint32_t steps)
{
    if (walk->once) {
        if (net->walked_last[concept_index] == net->walk_number)
            return;
        net->walked_last[concept_index] = net->walk_number;
    }
    walk->steps[walk->count++] = (concept_step){(uint32_t)concept_index, steps};
}

/* Step to all that a concept leads to: what the school adds, and what is built in. */
static void follow(concept_net *net, concept_walk *walk, const concept_links *own,
                   const sk_builtin_links *builtin, uint32_t concept_index, uint32_t steps)
{
    for (uint32_t link = own->first[concept_index]; link != SK_NOBODY; link = own->next[link])
        step_to(net, walk, own->other[link], steps);
    if (concept_index < net->own_count)
        return;
    size_t index = concept_index - net->own_count;
    for (uint32_t link = builtin->first[index]; link < builtin->first[index + 1]; link++)
        step_to(net, walk, net->own_count + builtin->others[link], steps);
}

static int32_t fit_after(int32_t best, uint32_t steps)
{
    return steps > (uint32_t)(best - FIT_LEAST) / FIT_STEP ? FIT_LEAST : best - FIT_STEP * (int32_t)steps;
}

/* An offer that fits as well without a concept that serves is taken as that. */
static void collect_offers(roster *r, const concept_step *step, int serves)
{
    const concept_links *links = &r->concepts.offers;
    int32_t fit = fit_after(serves ? FIT_SERVES : FIT_SAME, step->steps);
    for (uint32_t link = links->first[step->concept_index]; link != SK_NOBODY; link = links->next[link]) {
        uint32_t offer = links->other[link];
        if (r->offer_fit[offer] >= fit)
            continue;
        if (r->offer_fit[offer] == 0)
            r->walk_offers[r->walk_offer_count++] = offer;
        r->offer_fit[offer] = fit;
        r->offer_serves[offer] = (uint8_t)serves;
    }
}

/* Down from a place's concept, level by level, so that an offer is met first where it fits best. */
static concept_walk walk_narrower(roster *r, size_t concept_index)
{
    concept_net *net = &r->concepts;
    concept_walk walk = {net->walk, 0, 0};
    step_to(net, &walk, concept_index, 0);
    for (size_t done = 0; done < walk.count; done++) {
        const concept_step *step = &walk.steps[done];
        collect_offers(r, step, 0);
        follow(net, &walk, &net->narrower, &sk_builtin_narrower, step->concept_index, step->steps + 1);
    }
    return walk;
}

/*
 * From each concept of the first walk over to what serves it, and from there down once more. In the order
 * of all steps together, so that a concept is met first by the shortest way; only that one counts.
 */
static void walk_serving(roster *r, const concept_walk *narrower)
{
    concept_net *net = &r->concepts;
    concept_walk walk = {net->served_walk, 0, 1};
    size_t crossed = 0, done = 0;
    net->walk_number++;
    for (uint32_t steps = 0; crossed < narrower->count || done < walk.count; steps++) {
        for (; crossed < narrower->count && narrower->steps[crossed].steps == steps; crossed++)
            follow(net, &walk, &net->serving, &sk_builtin_serving, narrower->steps[crossed].concept_index,
                   steps);
        for (size_t level_end = walk.count; done < level_end; done++) {
            const concept_step *step = &walk.steps[done];
            collect_offers(r, step, 1);
            follow(net, &walk, &net->narrower, &sk_builtin_narrower, step->concept_index, steps + 1);
        }
    }
}

static int comes_before(const void *context, uint32_t x, uint32_t y)
{
    const roster *r = context;
    uint32_t one = r->offers[x].adult, other = r->offers[y].adult;
    return one != other ? one < other : x < y;
}

void sk_walk_offers(roster *r, const roster_place *place)
{
    for (size_t i = 0; i < r->walk_offer_count; i++)
        r->offer_fit[r->walk_offers[i]] = 0;
    r->walk_offer_count = 0;
    concept_walk narrower = walk_narrower(r, place->concept_index);
    walk_serving(r, &narrower);
    sk_order(r->walk_offers, r->walk_offer_count, comes_before, r);
}
