/* Who could help which newcomer, as a flow of newcomers to those who help. */
#include "outreach/buddies.h"

#include <string.h>

#include "base/error.h"
#include "outreach/offers.h"
#include "school/languages.h"
#include "solve/flow.h"

struct schakel_buddies {
    schakel_allocator allocator;
    schakel_buddy_pair *pairs;
    size_t count;
};

enum { FIT_FULL = 1000, FIT_LANGUAGE = 400, FIT_COUNTRY = 300, FIT_DUTCH = 200, FIT_GROUP = 100 };
enum { SQUARE_WEIGHT = 250 };
enum { DAYS_MOST = 3650, EACH_MOST = 100 };

/* Why there is nobody, the nearest to somebody last. */
typedef enum stop { STOP_NOBODY_OFFERS, STOP_NOBODY_FITS, STOP_DECLINED, STOP_BUSY } stop;

/* An offer that would do for a newcomer. */
typedef struct pair {
    uint32_t newcomer;
    uint32_t offer;
    const char *language;
    int same_country, same_group, both_dutch;
} pair;

typedef struct search {
    const schakel_school *school;
    schakel_buddies_options options;
    sk_arena arena;
    sk_buddy_people people;
    pair *pairs; /* by newcomer, then offer */
    size_t pair_count, pair_capacity;
    unsigned char *stops; /* by newcomer */
    size_t *chosen;       /* by newcomer: a pair, or SCHAKEL_NONE */
    schakel_error *error;
} search;

/* --------------------------------------------------------------- sentences */

typedef struct sentence {
    const char *nl, *en;
} sentence;

enum { SHARE_NOTHING, SHARE_LANGUAGE, SHARE_DUTCH, SHARE_COUNT };

#define COUNTRY_NL "Deze ouders kennen scholen in hetzelfde land."
#define COUNTRY_EN "These parents know schools in the same country."
#define LANGUAGE_NL "Deze ouders spreken dezelfde taal."
#define LANGUAGE_EN "These parents speak the same language."
#define DUTCH_NL "Deze ouders spreken allebei goed Nederlands."
#define DUTCH_EN "These parents both speak Dutch well."
#define COUNTRY_TOO_NL " Ze kennen scholen in hetzelfde land."
#define COUNTRY_TOO_EN " They know schools in the same country."
#define GROUP_TOO_NL " Ze hebben een kind in dezelfde groep."
#define GROUP_TOO_EN " They have a child in the same group."
#define ASK_NL " Vraag eerst of ze elkaar verstaan."
#define ASK_EN " Ask first whether they understand each other."

/* By what they speak, whether they know schools of one country, and whether they have children in one group. */
static const sentence why[SHARE_COUNT][2][2] = {
    [SHARE_NOTHING] = {{{NULL, NULL}, {NULL, NULL}},
                       {{COUNTRY_NL ASK_NL, COUNTRY_EN ASK_EN},
                        {COUNTRY_NL GROUP_TOO_NL ASK_NL, COUNTRY_EN GROUP_TOO_EN ASK_EN}}},
    [SHARE_LANGUAGE] = {{{LANGUAGE_NL, LANGUAGE_EN}, {LANGUAGE_NL GROUP_TOO_NL, LANGUAGE_EN GROUP_TOO_EN}},
                        {{LANGUAGE_NL COUNTRY_TOO_NL, LANGUAGE_EN COUNTRY_TOO_EN},
                         {LANGUAGE_NL COUNTRY_TOO_NL GROUP_TOO_NL, LANGUAGE_EN COUNTRY_TOO_EN GROUP_TOO_EN}}},
    [SHARE_DUTCH] = {{{DUTCH_NL, DUTCH_EN}, {DUTCH_NL GROUP_TOO_NL, DUTCH_EN GROUP_TOO_EN}},
                     {{DUTCH_NL COUNTRY_TOO_NL, DUTCH_EN COUNTRY_TOO_EN},
                      {DUTCH_NL COUNTRY_TOO_NL GROUP_TOO_NL, DUTCH_EN COUNTRY_TOO_EN GROUP_TOO_EN}}},
};

/* By stop. */
static const sentence why_not[] = {
    [STOP_NOBODY_OFFERS] = {"Nu biedt niemand dit aan. Vraag ouders met ervaring of ze willen helpen.",
                            "Nobody offers this now. Ask parents with experience whether they want to help."},
    [STOP_NOBODY_FITS] =
        {"Zoek iemand met dezelfde taal. Of zoek iemand die scholen in hetzelfde land kent.",
         "Look for somebody with the same language. Or look for somebody who knows schools in the same country."},
    [STOP_DECLINED] = {"Een ouder die past, kan of wil dit niet doen. Zoek nog iemand.",
                       "A parent who fits cannot or will not do this. Look for somebody else."},
    [STOP_BUSY] = {"De ouders die passen, helpen al genoeg. Zoek nog iemand.",
                   "The parents who fit help enough already. Look for somebody else."},
};

static const sentence not_known = {"We weten niet welke taal deze ouder goed spreekt. Vraag dat eerst.",
                                   "We do not know which language this parent speaks well. Ask that first."};

/* ------------------------------------------------------------------- pairs */

/* How well whoever speaks a language less speaks it; unknown below B1, or when the offer does not hold in it. */
static schakel_level shared_level(const schakel_adult *newcomer, const schakel_adult *helper,
                                  const schakel_offer *offer, const char *language)
{
    schakel_level one = sk_adult_skill(newcomer, language).speaking;
    schakel_level other = sk_adult_skill(helper, language).speaking;
    schakel_level lower = one < other ? one : other;
    return lower >= SCHAKEL_LEVEL_B1 && sk_offer_holds_in(offer, language) ? lower : SCHAKEL_LEVEL_UNKNOWN;
}

/* The language they share best that is not Dutch. */
static const char *find_language(const schakel_adult *newcomer, const schakel_adult *helper,
                                 const schakel_offer *offer)
{
    const char *best = NULL;
    schakel_level best_level = SCHAKEL_LEVEL_UNKNOWN;
    for (size_t i = 0; i < newcomer->language_count; i++) {
        const char *tag = newcomer->languages[i].tag;
        schakel_level level = shared_level(newcomer, helper, offer, tag);
        if (level == SCHAKEL_LEVEL_UNKNOWN || sk_same_language(tag, "nl") || sk_same_language(tag, "und"))
            continue;
        if (level > best_level || (level == best_level && strcmp(tag, best) < 0)) {
            best = tag;
            best_level = level;
        }
    }
    return best;
}

static int share_child(const sk_newcomer *newcomer, const sk_helper *helper)
{
    for (size_t i = 0; i < newcomer->child_count; i++)
        for (size_t k = 0; k < helper->child_count; k++)
            if (strcmp(newcomer->children[i].id, helper->children[k].id) == 0)
                return 1;
    return 0;
}

static int share_group(const sk_newcomer *newcomer, const sk_helper *helper)
{
    for (size_t i = 0; i < newcomer->child_count; i++)
        for (size_t k = 0; k < helper->child_count; k++) {
            const char *one = newcomer->children[i].group_id, *other = helper->children[k].group_id;
            if (one != NULL && other != NULL && strcmp(one, other) == 0)
                return 1;
        }
    return 0;
}

/* What a newcomer and whoever made an offer share. */
static pair find_shared(const search *s, uint32_t newcomer, uint32_t offer)
{
    const sk_newcomer *n = &s->people.newcomers[newcomer];
    const sk_help_offer *o = &s->people.offers[offer];
    const sk_helper *h = &s->people.helpers[o->helper];
    const char *country = n->record.country;
    pair p = {.newcomer = newcomer, .offer = offer};
    p.language = find_language(&n->record, &h->record, &o->record);
    p.same_country = country != NULL && h->record.country != NULL && strcmp(country, h->record.country) == 0;
    p.same_group = share_group(n, h);
    p.both_dutch = shared_level(&n->record, &h->record, &o->record, "nl") != SCHAKEL_LEVEL_UNKNOWN;
    return p;
}

static int32_t fit_of(const pair *p)
{
    return (p->language != NULL ? FIT_LANGUAGE : 0) + (p->same_country ? FIT_COUNTRY : 0) +
           (p->both_dutch ? FIT_DUTCH : 0) + (p->same_group ? FIT_GROUP : 0);
}

/* What stops this offer for this newcomer; STOP_BUSY when only too much to do can. */
static stop try_offer(const search *s, const pair *p)
{
    const sk_newcomer *newcomer = &s->people.newcomers[p->newcomer];
    const sk_help_offer *offer = &s->people.offers[p->offer];
    const sk_helper *helper = &s->people.helpers[offer->helper];
    int holds = offer->record.limit != SCHAKEL_LIMIT_OWN_GROUP || p->same_group;
    int shares = p->language != NULL || p->same_country || p->both_dutch;
    if (strcmp(newcomer->record.id, helper->record.id) == 0 || share_child(newcomer, helper) || !holds ||
        !shares)
        return STOP_NOBODY_FITS;
    return sk_helper_declined(&s->people, helper->record.id, newcomer->record.id) ? STOP_DECLINED : STOP_BUSY;
}

static int find_pairs(search *s)
{
    const schakel_allocator *allocator = s->arena.allocator;
    s->stops = sk_arena_array(&s->arena, s->people.newcomer_count, sizeof *s->stops, STOP_NOBODY_OFFERS);
    if (s->stops == NULL)
        return 0;
    for (uint32_t i = 0; i < s->people.newcomer_count; i++)
        for (uint32_t k = 0; k < s->people.offer_count; k++) {
            pair p = find_shared(s, i, k);
            stop stopped = try_offer(s, &p);
            if (stopped > s->stops[i])
                s->stops[i] = (unsigned char)stopped;
            if (stopped != STOP_BUSY)
                continue;
            if (!sk_grow(allocator, &s->pairs, &s->pair_capacity, s->pair_count + 1, sizeof *s->pairs))
                return 0;
            s->pairs[s->pair_count++] = p;
        }
    return 1;
}

/* -------------------------------------------------------------------- flow */

/* The arrays of a flow: each newcomer is a source; each helper a root, with a node for each of the offers below it. */
typedef struct network {
    uint32_t *first_arc, *arc_node, *parent, *offer_node;
    int64_t *arc_cost, *stay, *base;
    int32_t *supply, *capacity;
    sk_flow_problem problem;
} network;

static int make_room(search *s, network *n)
{
    size_t sources = s->people.newcomer_count, nodes = s->people.helper_count + s->people.offer_count;
    n->first_arc = sk_arena_array(&s->arena, sources + 1, sizeof *n->first_arc, 0);
    n->supply = sk_arena_array(&s->arena, sources, sizeof *n->supply, 0);
    n->stay = sk_arena_array(&s->arena, sources, sizeof *n->stay, 0);
    n->arc_node = sk_arena_array(&s->arena, s->pair_count, sizeof *n->arc_node, 0);
    n->arc_cost = sk_arena_array(&s->arena, s->pair_count, sizeof *n->arc_cost, 0);
    n->parent = sk_arena_array(&s->arena, nodes, sizeof *n->parent, 0);
    n->capacity = sk_arena_array(&s->arena, nodes, sizeof *n->capacity, 0);
    n->base = sk_arena_array(&s->arena, nodes, sizeof *n->base, 0);
    n->offer_node = sk_arena_array(&s->arena, s->people.offer_count, sizeof *n->offer_node, 0);
    return n->first_arc != NULL && n->supply != NULL && n->stay != NULL && n->arc_node != NULL &&
           n->arc_cost != NULL && n->parent != NULL && n->capacity != NULL && n->base != NULL &&
           n->offer_node != NULL;
}

static void add_nodes(const search *s, network *n)
{
    uint32_t node = 0, root = SK_NONE;
    for (uint32_t i = 0; i < s->people.offer_count; i++) {
        const sk_help_offer *offer = &s->people.offers[i];
        if (i == 0 || offer->helper != offer[-1].helper) {
            root = node++;
            n->parent[root] = SK_NONE;
            n->capacity[root] = s->people.helpers[offer->helper].room;
            n->base[root] = s->people.helpers[offer->helper].asked;
        }
        n->parent[node] = root;
        n->capacity[node] = offer->room;
        n->offer_node[i] = node++;
    }
    n->problem.node_count = node;
}

static void add_arcs(const search *s, network *n)
{
    uint32_t arc = 0;
    for (uint32_t i = 0; i < s->people.newcomer_count; i++) {
        n->supply[i] = 1;
        n->stay[i] = 1;
        for (; arc < s->pair_count && s->pairs[arc].newcomer == i; arc++) {
            n->arc_node[arc] = n->offer_node[s->pairs[arc].offer];
            n->arc_cost[arc] = FIT_FULL - fit_of(&s->pairs[arc]);
        }
        n->first_arc[i + 1] = arc;
    }
    n->problem.arc_count = arc;
}

static schakel_status build(search *s, network *n)
{
    if (s->pair_count > INT32_MAX / 4)
        return SCHAKEL_TOO_LARGE;
    if (!make_room(s, n))
        return SCHAKEL_NO_MEMORY;
    add_nodes(s, n);
    add_arcs(s, n);
    n->problem.source_count = (uint32_t)s->people.newcomer_count;
    n->problem.first_arc = n->first_arc;
    n->problem.supply = n->supply;
    n->problem.stay = n->stay;
    n->problem.arc_node = n->arc_node;
    n->problem.arc_cost = n->arc_cost;
    n->problem.parent = n->parent;
    n->problem.capacity = n->capacity;
    n->problem.base = n->base;
    n->problem.weight = SQUARE_WEIGHT;
    return SCHAKEL_OK;
}

static schakel_status choose(search *s)
{
    network n = {0};
    sk_flow flow;
    s->chosen = sk_arena_array(&s->arena, s->people.newcomer_count, sizeof *s->chosen, 0xFF);
    if (s->chosen == NULL)
        return SCHAKEL_NO_MEMORY;
    schakel_status status = build(s, &n);
    if (status == SCHAKEL_OK)
        status = sk_flow_create(&flow, &n.problem, s->arena.allocator);
    if (status != SCHAKEL_OK)
        return status;
    sk_flow_solve(&flow);
    for (uint32_t arc = 0; arc < n.problem.arc_count; arc++)
        if (sk_flow_is_used(&flow, arc))
            s->chosen[s->pairs[arc].newcomer] = arc;
    sk_flow_destroy(&flow);
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------------ result */

static schakel_buddy_pair found_pair(const search *s, const pair *p)
{
    const sk_help_offer *offer = &s->people.offers[p->offer];
    schakel_buddy_pair out = SCHAKEL_BUDDY_PAIR_INIT;
    int share = p->language != NULL ? SHARE_LANGUAGE : p->both_dutch ? SHARE_DUTCH : SHARE_NOTHING;
    const sentence *text = &why[share][p->same_country][p->same_group];
    out.newcomer_id = s->people.newcomers[p->newcomer].record.id;
    out.buddy_id = offer->record.adult_id;
    out.offer_id = offer->record.id;
    out.language = p->language;
    out.same_country = p->same_country;
    out.same_group = p->same_group;
    out.fit = fit_of(p);
    out.text_nl = text->nl;
    out.text_en = text->en;
    return out;
}

/* Is there something to look for: a country, or a language that an adult speaks well? */
static int is_known(const schakel_adult *adult)
{
    for (size_t i = 0; i < adult->language_count; i++)
        if (adult->languages[i].speaking >= SCHAKEL_LEVEL_B1 &&
            !sk_same_language(adult->languages[i].tag, "und"))
            return 1;
    return adult->country != NULL;
}

static schakel_buddy_pair lonely_pair(const search *s, size_t newcomer)
{
    const schakel_adult *adult = &s->people.newcomers[newcomer].record;
    schakel_buddy_pair out = SCHAKEL_BUDDY_PAIR_INIT;
    stop stopped = s->stops[newcomer];
    const sentence *text = stopped == STOP_NOBODY_FITS && !is_known(adult) ? &not_known : &why_not[stopped];
    out.newcomer_id = adult->id;
    out.text_nl = text->nl;
    out.text_en = text->en;
    return out;
}

/* First who gets somebody, then who gets nobody. */
static void list_pairs(const search *s, schakel_buddies *buddies)
{
    for (size_t i = 0; i < s->people.newcomer_count; i++)
        if (s->chosen[i] != SCHAKEL_NONE)
            buddies->pairs[buddies->count++] = found_pair(s, &s->pairs[s->chosen[i]]);
    for (size_t i = 0; i < s->people.newcomer_count; i++)
        if (s->chosen[i] == SCHAKEL_NONE)
            buddies->pairs[buddies->count++] = lonely_pair(s, i);
}

static schakel_status make_result(const search *s, schakel_buddies **out)
{
    const schakel_allocator *allocator = s->arena.allocator;
    schakel_buddies *buddies = sk_alloc_zeroed(allocator, 1, sizeof *buddies);
    if (buddies == NULL)
        return SCHAKEL_NO_MEMORY;
    buddies->allocator = *allocator;
    buddies->pairs = sk_alloc_zeroed(allocator, s->people.newcomer_count, sizeof *buddies->pairs);
    if (buddies->pairs == NULL) {
        schakel_buddies_destroy(buddies);
        return SCHAKEL_NO_MEMORY;
    }
    list_pairs(s, buddies);
    *out = buddies;
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------ public calls */

static schakel_status take_options(search *s, const schakel_buddies_options *given)
{
    const schakel_buddies_options defaults = SCHAKEL_BUDDIES_OPTIONS_INIT;
    schakel_buddies_options *used = &s->options;
    *used = defaults;
    if (given == NULL || !sk_record_in(given, used, sizeof *used))
        return sk_fail_misuse(s->error, "expected options with their struct_size");
    if (schakel_date_to_ymd(used->today, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(s->error, SCHAKEL_INVALID, "/today", "expected a date in the years 1 to 9999");
    schakel_status status = sk_check_number(s->error, "/newcomer_days", used->newcomer_days, 1, DAYS_MOST);
    if (status == SCHAKEL_OK)
        status = sk_check_number(s->error, "/experience_days", used->experience_days, 1, DAYS_MOST);
    if (status == SCHAKEL_OK)
        status = sk_check_number(s->error, "/each", used->each, 1, EACH_MOST);
    return status;
}

/* Numbers of people, offers and asks are 32 bits wide. */
static int is_too_large(const schakel_school *school)
{
    const size_t most = INT32_MAX / 4;
    return schakel_school_count(school, SCHAKEL_KIND_ADULT) > most ||
           schakel_school_count(school, SCHAKEL_KIND_OFFER) > most ||
           schakel_school_count(school, SCHAKEL_KIND_ASK) > most;
}

static schakel_status find_buddies(search *s, schakel_buddies **out)
{
    if (is_too_large(s->school))
        return SCHAKEL_TOO_LARGE;
    if (!sk_buddy_people_read(&s->people, s->school, &s->options, &s->arena) || !find_pairs(s))
        return SCHAKEL_NO_MEMORY;
    schakel_status status = choose(s);
    return status == SCHAKEL_OK ? make_result(s, out) : status;
}

schakel_status schakel_buddies_make(const schakel_school *school, const schakel_buddies_options *options,
                                    schakel_buddies **out, schakel_error *error)
{
    search s = {.school = school, .error = error};
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the buddies");
    *out = NULL;
    if (school == NULL)
        return sk_fail_misuse(error, "expected a school");
    schakel_status status = take_options(&s, options);
    if (status != SCHAKEL_OK)
        return status;
    sk_arena_init(&s.arena, sk_handle_allocator(school));
    status = find_buddies(&s, out);
    sk_free(s.arena.allocator, s.pairs);
    sk_arena_destroy(&s.arena);
    if (status == SCHAKEL_NO_MEMORY)
        return sk_fail_memory(error);
    if (status == SCHAKEL_TOO_LARGE)
        return sk_fail(error, SCHAKEL_TOO_LARGE, NULL, "too many people, offers and asks to find buddies");
    return status;
}

void schakel_buddies_destroy(schakel_buddies *buddies)
{
    if (buddies == NULL)
        return;
    schakel_allocator allocator = buddies->allocator;
    sk_free(&allocator, buddies->pairs);
    sk_free(&allocator, buddies);
}

size_t schakel_buddies_count(const schakel_buddies *buddies)
{
    return buddies != NULL ? buddies->count : 0;
}

schakel_status schakel_buddies_get(const schakel_buddies *buddies, size_t index, schakel_buddy_pair *out)
{
    if (buddies == NULL || out == NULL || index >= buddies->count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &buddies->pairs[index], sizeof buddies->pairs[index]) ? SCHAKEL_OK
                                                                                    : SCHAKEL_MISUSE;
}
