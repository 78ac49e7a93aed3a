/* Who could interpret: adults with a tie to the same child, and those who offer it. */
#include <stdlib.h>
#include <string.h>

#include "outreach/bridge.h"
#include "outreach/offers.h"
#include "school/told.h"

enum { DAY_END = 1440 };

/* What an adult of the school is to the talk: flags. */
enum {
    IN_TALK = 0x1,
    TIED = 0x2,    /* to a child of an adult in the talk, and told how it does */
    NOT_TOLD = 0x4 /* tied to one, and not told */
};

typedef struct helper {
    const char *id; /* NULL as long as the adult is none */
    const sk_tongue *tongue;
    int can_come;
    int is_tied;
} helper;

typedef struct search {
    sk_bridging *b;
    unsigned char *roles; /* by adult */
    helper *helpers;      /* by adult */
} search;

/* --------------------------------------------------------------------- roles */

static size_t adult_at(const search *s, const char *id)
{
    return schakel_school_find(s->b->school, SCHAKEL_KIND_ADULT, id);
}

static void give_role_about(search *s, size_t child)
{
    const child_entry *entry = sk_entry(s->b->school, SCHAKEL_KIND_CHILD, child);
    for (const tie_node *node = entry->ties.first; node != NULL; node = node->next_of_child) {
        size_t adult = adult_at(s, node->tie.adult_id);
        schakel_told_reason told =
            sk_told(s->b->school, child, adult, SCHAKEL_SCOPE_PROGRESS, s->b->options.date);
        s->roles[adult] |= sk_told_allows(told) ? TIED : NOT_TOLD;
    }
}

static void give_roles(search *s)
{
    for (size_t i = 0; i < s->b->adults.count; i++) {
        const adult_entry *entry = s->b->adults.entries[i];
        s->roles[adult_at(s, entry->record.id)] |= IN_TALK;
        for (const tie_node *node = entry->ties.first; node != NULL; node = node->next_of_adult)
            give_role_about(s, schakel_school_find(s->b->school, SCHAKEL_KIND_CHILD, node->tie.child_id));
    }
}

/* ---------------------------------------------------------------------- time */

static int is_free(const sk_bridging *b, const schakel_adult *adult, const schakel_offer *offer,
                   schakel_time start)
{
    schakel_time end = start + b->plan->summary.minutes;
    return schakel_available(adult->windows, adult->window_count, adult->exceptions, adult->exception_count,
                             b->options.date, start, end) &&
           (offer == NULL || schakel_available(offer->windows, offer->window_count, offer->exceptions,
                                               offer->exception_count, b->options.date, start, end));
}

/* At the start of the talk; when that is not known, at some time of the day. */
static int can_come(const sk_bridging *b, const schakel_adult *adult, const schakel_offer *offer)
{
    if (b->options.start != SCHAKEL_NO_TIME)
        return is_free(b, adult, offer, b->options.start);
    for (schakel_time start = 0; start + b->plan->summary.minutes <= DAY_END; start++)
        if (is_free(b, adult, offer, start))
            return 1;
    return 0;
}

/* -------------------------------------------------------------------- helpers */

/* Of several offers of one adult, the one with which they can come counts, then the one in the better language. */
static void consider(search *s, size_t index, const schakel_offer *offer)
{
    const schakel_adult *adult = sk_entry(s->b->school, SCHAKEL_KIND_ADULT, index);
    const sk_tongue *tongue = sk_bridge_tongue_of(s->b, adult, offer);
    helper *known = &s->helpers[index];
    if (tongue == NULL)
        return;
    helper found = {adult->id, tongue, can_come(s->b, adult, offer), offer == NULL};
    if (known->id == NULL || found.can_come > known->can_come ||
        (found.can_come == known->can_come && found.tongue < known->tongue))
        *known = found;
}

static int shares_group(const sk_bridging *b, const char *group_id)
{
    for (size_t i = 0; i < b->adults.count; i++) {
        const adult_entry *entry = b->adults.entries[i];
        for (const tie_node *node = entry->ties.first; node != NULL; node = node->next_of_adult) {
            const schakel_child *child = sk_find_entry(b->school, SCHAKEL_KIND_CHILD, node->tie.child_id);
            if (child->group_id == group_id)
                return 1;
        }
    }
    return 0;
}

/* Has an adult a child in a group of one of the children that the talk may be about? */
static int is_of_own_group(const sk_bridging *b, size_t index)
{
    const adult_entry *entry = sk_entry(b->school, SCHAKEL_KIND_ADULT, index);
    for (const tie_node *node = entry->ties.first; node != NULL; node = node->next_of_adult) {
        const schakel_child *child = sk_find_entry(b->school, SCHAKEL_KIND_CHILD, node->tie.child_id);
        if (child->group_id != NULL && shares_group(b, child->group_id))
            return 1;
    }
    return 0;
}

static int offers_to_interpret(const sk_bridging *b, const schakel_offer *offer, size_t adult)
{
    static const char *const concepts[] = {"schakel:interpreter", "schakel:need-interpreting",
                                           "schakel:translator"};
    if (offer->limit == SCHAKEL_LIMIT_NEVER || offer->together_id != NULL)
        return 0;
    if (offer->limit == SCHAKEL_LIMIT_OWN_GROUP && !is_of_own_group(b, adult))
        return 0;
    return sk_offers_concept(b->school, offer, concepts, sizeof concepts / sizeof concepts[0]);
}

static int with_ties_first(const void *a, const void *b)
{
    const helper *one = a, *other = b;
    return one->is_tied != other->is_tied ? other->is_tied - one->is_tied : strcmp(one->id, other->id);
}

/* List those who were found, and put them in order. */
static int add_found(search *s, size_t adults)
{
    static const sk_way_reason reasons[2][2] = {{SK_WAY_OFFERED_BUSY, SK_WAY_OFFERED},
                                                {SK_WAY_TIED_BUSY, SK_WAY_TIED}};
    size_t count = 0;
    for (size_t i = 0; i < adults; i++)
        if (s->helpers[i].id != NULL)
            s->helpers[count++] = s->helpers[i];
    qsort(s->helpers, count, sizeof *s->helpers, with_ties_first);
    for (size_t i = 0; i < count; i++) {
        const helper *h = &s->helpers[i];
        if (!sk_bridge_add_way(s->b, SCHAKEL_BRIDGE_NEARBY, reasons[h->is_tied][h->can_come], h->tongue->tag,
                               h->id, NULL))
            return 0;
    }
    return 1;
}

int sk_bridge_add_helpers(sk_bridging *b)
{
    size_t adults = schakel_school_count(b->school, SCHAKEL_KIND_ADULT);
    search s = {.b = b};
    s.roles = sk_arena_array(&b->plan->arena, adults, sizeof *s.roles, 0);
    s.helpers = sk_arena_array(&b->plan->arena, adults, sizeof *s.helpers, 0);
    if (s.roles == NULL || s.helpers == NULL)
        return 0;
    give_roles(&s);
    for (size_t i = 0; i < adults; i++)
        if (s.roles[i] == TIED)
            consider(&s, i, NULL);
    for (size_t i = 0; i < schakel_school_count(b->school, SCHAKEL_KIND_OFFER); i++) {
        const schakel_offer *offer = sk_entry(b->school, SCHAKEL_KIND_OFFER, i);
        size_t adult = adult_at(&s, offer->adult_id);
        if (s.roles[adult] == 0 && offers_to_interpret(b, offer, adult))
            consider(&s, adult, offer);
    }
    return add_found(&s, adults);
}
