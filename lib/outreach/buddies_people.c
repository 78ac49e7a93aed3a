/* Reading who is new and who would help, in the order of ids. */
#include "outreach/buddies.h"

#include <stdlib.h>
#include <string.h>

#include "outreach/offers.h"
#include "school/told.h"

/* What is counted of the asks: by the place of the adult, and of the offer. */
typedef struct tally {
    int32_t *asked; /* this school year */
    int32_t *taken; /* of those without the ones that were answered with no */
    int32_t *helps; /* to how many newcomers the adult is a buddy */
    unsigned char *has_buddy;
    int32_t *offer_taken;
} tally;

typedef struct reading {
    const schakel_school *school;
    const schakel_buddies_options *options;
    sk_arena *arena;
    sk_buddy_people *people;
    schakel_school_info info;
    tally tally;
} reading;

/* A zeroed array from the arena. Returns 0 when memory ran out. */
static int take(reading *r, void *array, size_t count, size_t item_size)
{
    void *block = sk_arena_array(r->arena, count, item_size, 0);
    if (block != NULL)
        memcpy(array, &block, sizeof block);
    return block != NULL;
}

/* -------------------------------------------------------------------- asks */

static int by_helper_and_newcomer(const void *a, const void *b)
{
    const sk_help_asked *one = a, *other = b;
    int order = strcmp(one->helper_id, other->helper_id);
    return order != 0 ? order : strcmp(one->newcomer_id, other->newcomer_id);
}

static int is_this_year(const reading *r, schakel_date date)
{
    return date >= r->info.year_start && (r->info.year_end == SCHAKEL_NO_DATE || date <= r->info.year_end);
}

static void count_ask(reading *r, const schakel_ask *ask)
{
    size_t adult = schakel_school_find(r->school, SCHAKEL_KIND_ADULT, ask->adult_id);
    r->tally.asked[adult]++;
    if (ask->state == SCHAKEL_ASK_NO)
        return;
    r->tally.taken[adult]++;
    if (ask->offer_id != NULL)
        r->tally.offer_taken[schakel_school_find(r->school, SCHAKEL_KIND_OFFER, ask->offer_id)]++;
}

static int is_new(const reading *r, const schakel_adult *adult)
{
    return adult->since != SCHAKEL_NO_DATE && r->options->today - adult->since < r->options->newcomer_days;
}

/* Who got a buddy before the summer still has one after it, as long as they are new. */
static void add_help_asked(reading *r, const schakel_ask *ask, int this_year)
{
    size_t newcomer = schakel_school_find(r->school, SCHAKEL_KIND_ADULT, ask->for_id);
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(r->school, newcomer, &adult);
    int counts = this_year || (ask->date < r->info.year_start && is_new(r, &adult));
    int declined = ask->state == SCHAKEL_ASK_NO || ask->state == SCHAKEL_ASK_NO_SHOW;
    sk_help_asked help = {ask->adult_id, ask->for_id, counts && !declined, declined};
    r->people->asked[r->people->asked_count++] = help;
    if (help.helps)
        r->tally.has_buddy[newcomer] = 1;
}

/* Somebody who was asked twice for one newcomer is the buddy of one. */
static void count_helped(reading *r)
{
    const sk_help_asked *asked = r->people->asked, *counted = NULL;
    for (size_t i = 0; i < r->people->asked_count; i++) {
        if (!asked[i].helps || (counted != NULL && by_helper_and_newcomer(counted, &asked[i]) == 0))
            continue;
        counted = &asked[i];
        r->tally.helps[schakel_school_find(r->school, SCHAKEL_KIND_ADULT, counted->helper_id)]++;
    }
}

static int read_asks(reading *r)
{
    size_t count = schakel_school_count(r->school, SCHAKEL_KIND_ASK);
    size_t adults = schakel_school_count(r->school, SCHAKEL_KIND_ADULT);
    size_t offers = schakel_school_count(r->school, SCHAKEL_KIND_OFFER);
    tally *t = &r->tally;
    if (!take(r, &t->asked, adults, sizeof *t->asked) || !take(r, &t->taken, adults, sizeof *t->taken) ||
        !take(r, &t->helps, adults, sizeof *t->helps) ||
        !take(r, &t->has_buddy, adults, sizeof *t->has_buddy) ||
        !take(r, &t->offer_taken, offers, sizeof *t->offer_taken) ||
        !take(r, &r->people->asked, count, sizeof *r->people->asked))
        return 0;
    for (size_t i = 0; i < count; i++) {
        schakel_ask ask = SCHAKEL_ASK_INIT;
        schakel_school_get_ask(r->school, i, &ask);
        int this_year = is_this_year(r, ask.date);
        if (this_year)
            count_ask(r, &ask);
        if (ask.for_id != NULL)
            add_help_asked(r, &ask, this_year);
    }
    qsort(r->people->asked, r->people->asked_count, sizeof *r->people->asked, by_helper_and_newcomer);
    count_helped(r);
    return 1;
}

int sk_helper_declined(const sk_buddy_people *people, const char *helper_id, const char *newcomer_id)
{
    const sk_help_asked wanted = {helper_id, newcomer_id, 0, 0};
    size_t low = 0, high = people->asked_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_helper_and_newcomer(&people->asked[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < people->asked_count && by_helper_and_newcomer(&people->asked[low], &wanted) == 0; low++)
        if (people->asked[low].declined)
            return 1;
    return 0;
}

/* ---------------------------------------------------------------- children */

/* The children of an adult, lying in the arena; `told` becomes about how many the adult may be told. NULL when memory ran out. */
static sk_buddy_child *read_children(reading *r, size_t adult, size_t *count, size_t *told)
{
    sk_buddy_child *children;
    *count = schakel_school_adult_tie_count(r->school, adult);
    *told = 0;
    if (!take(r, &children, *count, sizeof *children))
        return NULL;
    for (size_t i = 0; i < *count; i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_school_get_adult_tie(r->school, adult, i, &tie);
        size_t index = schakel_school_find(r->school, SCHAKEL_KIND_CHILD, tie.child_id);
        schakel_school_get_child(r->school, index, &child);
        children[i].id = tie.child_id;
        if (!sk_told_allows(sk_told(r->school, index, adult, SCHAKEL_SCOPE_PRACTICAL, r->options->today)))
            continue;
        children[i].group_id = child.group_id;
        ++*told;
    }
    return children;
}

/* --------------------------------------------------------------- newcomers */

static int newcomer_by_id(const void *a, const void *b)
{
    return strcmp(((const sk_newcomer *)a)->record.id, ((const sk_newcomer *)b)->record.id);
}

static int read_newcomers(reading *r)
{
    size_t count = schakel_school_count(r->school, SCHAKEL_KIND_ADULT);
    sk_buddy_people *people = r->people;
    if (!take(r, &people->newcomers, count, sizeof *people->newcomers))
        return 0;
    for (size_t i = 0; i < count; i++) {
        sk_newcomer newcomer = {SCHAKEL_ADULT_INIT, NULL, 0};
        size_t told;
        schakel_school_get_adult(r->school, i, &newcomer.record);
        if (!is_new(r, &newcomer.record) || r->tally.has_buddy[i])
            continue;
        newcomer.children = read_children(r, i, &newcomer.child_count, &told);
        if (newcomer.children == NULL)
            return 0;
        if (told > 0)
            people->newcomers[people->newcomer_count++] = newcomer;
    }
    qsort(people->newcomers, people->newcomer_count, sizeof *people->newcomers, newcomer_by_id);
    return 1;
}

/* ----------------------------------------------------------------- helpers */

static int offer_by_adult(const void *a, const void *b)
{
    const schakel_offer *one = &((const sk_help_offer *)a)->record;
    const schakel_offer *other = &((const sk_help_offer *)b)->record;
    int order = strcmp(one->adult_id, other->adult_id);
    return order != 0 ? order : strcmp(one->id, other->id);
}

static int32_t room_within(int32_t cap, int32_t taken)
{
    if (cap == 0)
        return INT32_MAX;
    return cap > taken ? cap - taken : 0;
}

static int is_experienced(const reading *r, const char *adult_id)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(r->school, schakel_school_find(r->school, SCHAKEL_KIND_ADULT, adult_id), &adult);
    return adult.since != SCHAKEL_NO_DATE && r->options->today - adult.since >= r->options->experience_days;
}

static int offers_help(const reading *r, const schakel_offer *offer)
{
    static const char *const concepts[] = {"schakel:need-buddy", "schakel:help-welcome"};
    return offer->limit != SCHAKEL_LIMIT_NEVER && offer->together_id == NULL &&
           sk_offers_concept(r->school, offer, concepts, sizeof concepts / sizeof concepts[0]) &&
           is_experienced(r, offer->adult_id);
}

static int read_offers(reading *r)
{
    size_t count = schakel_school_count(r->school, SCHAKEL_KIND_OFFER);
    sk_buddy_people *people = r->people;
    if (!take(r, &people->offers, count, sizeof *people->offers))
        return 0;
    for (size_t i = 0; i < count; i++) {
        sk_help_offer offer = {SCHAKEL_OFFER_INIT, 0, 0};
        schakel_school_get_offer(r->school, i, &offer.record);
        offer.room = room_within(offer.record.cap, r->tally.offer_taken[i]);
        if (offers_help(r, &offer.record))
            people->offers[people->offer_count++] = offer;
    }
    qsort(people->offers, people->offer_count, sizeof *people->offers, offer_by_adult);
    return 1;
}

static int add_helper(reading *r, const char *adult_id)
{
    sk_helper *helper = &r->people->helpers[r->people->helper_count++];
    size_t adult = schakel_school_find(r->school, SCHAKEL_KIND_ADULT, adult_id), told;
    helper->record = (schakel_adult)SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(r->school, adult, &helper->record);
    helper->asked = r->tally.asked[adult];
    helper->room = room_within(helper->record.cap, r->tally.taken[adult]);
    int32_t newcomers =
        r->options->each > r->tally.helps[adult] ? r->options->each - r->tally.helps[adult] : 0;
    if (helper->room > newcomers)
        helper->room = newcomers;
    helper->children = read_children(r, adult, &helper->child_count, &told);
    return helper->children != NULL;
}

/* Offers lie by adult, so each adult's are a run. */
static int read_helpers(reading *r)
{
    sk_buddy_people *people = r->people;
    if (!take(r, &people->helpers, people->offer_count, sizeof *people->helpers))
        return 0;
    for (size_t i = 0; i < people->offer_count; i++) {
        sk_help_offer *offer = &people->offers[i];
        int is_next = i == 0 || strcmp(offer->record.adult_id, offer[-1].record.adult_id) != 0;
        if (is_next && !add_helper(r, offer->record.adult_id))
            return 0;
        offer->helper = (uint32_t)people->helper_count - 1;
    }
    return 1;
}

int sk_buddy_people_read(sk_buddy_people *people, const schakel_school *school,
                         const schakel_buddies_options *options, sk_arena *arena)
{
    reading r = {.school = school, .options = options, .arena = arena, .people = people};
    *people = (sk_buddy_people){0};
    r.info = (schakel_school_info)SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &r.info);
    return read_asks(&r) && read_newcomers(&r) && read_offers(&r) && read_helpers(&r);
}
