/* Reading the school into the order of ids. */
#include "match/roster.h"

#include <string.h>

#include "match/order.h"

/* ------------------------------------------------------------------ memory */

/* A zeroed array from the arena; also one of no items is not NULL. */
static int take(roster *r, void *array, size_t count, size_t item_size)
{
    void *block = sk_arena_array(&r->arena, count, item_size, 0);
    if (block != NULL)
        memcpy(array, &block, sizeof block);
    return block != NULL;
}

/* ------------------------------------------------------------------- order */

/* The ids of one kind of record, by index in the school, and where each comes in their order. */
typedef struct ranking {
    const char **ids;
    uint32_t *order;
    uint32_t *rank;
} ranking;

static int id_before(const void *context, uint32_t x, uint32_t y)
{
    const char *const *ids = context;
    return strcmp(ids[x], ids[y]) < 0;
}

static int begin_ranking(roster *r, ranking *ranks, size_t count)
{
    return take(r, &ranks->ids, count, sizeof *ranks->ids) &&
           take(r, &ranks->order, count, sizeof *ranks->order) &&
           take(r, &ranks->rank, count, sizeof *ranks->rank);
}

static void end_ranking(ranking *ranks, size_t count)
{
    for (uint32_t i = 0; i < count; i++)
        ranks->order[i] = i;
    sk_order(ranks->order, count, id_before, ranks->ids);
    for (uint32_t i = 0; i < count; i++)
        ranks->rank[ranks->order[i]] = i;
}

typedef struct rankings {
    ranking adults, offers, needs;
} rankings;

/* ----------------------------------------------------------------- records */

static int read_adults(roster *r, ranking *ranks)
{
    size_t count = r->adult_count = schakel_school_count(r->school, SCHAKEL_KIND_ADULT);
    if (!begin_ranking(r, ranks, count) || !take(r, &r->adults, count, sizeof *r->adults))
        return 0;
    for (size_t i = 0; i < count; i++) {
        schakel_adult record = SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(r->school, i, &record);
        ranks->ids[i] = record.id;
    }
    end_ranking(ranks, count);
    for (size_t i = 0; i < count; i++) {
        roster_adult *adult = &r->adults[i];
        adult->record = (schakel_adult)SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(r->school, ranks->order[i], &adult->record);
        adult->room = adult->record.cap == 0 ? INT32_MAX : adult->record.cap;
    }
    return 1;
}

static int read_offers(roster *r, rankings *all)
{
    size_t count = r->offer_count = schakel_school_count(r->school, SCHAKEL_KIND_OFFER);
    if (!begin_ranking(r, &all->offers, count) || !take(r, &r->offers, count, sizeof *r->offers))
        return 0;
    for (size_t i = 0; i < count; i++) {
        schakel_offer record = SCHAKEL_OFFER_INIT;
        schakel_school_get_offer(r->school, i, &record);
        all->offers.ids[i] = record.id;
    }
    end_ranking(&all->offers, count);
    for (size_t i = 0; i < count; i++) {
        roster_offer *offer = &r->offers[i];
        offer->record = (schakel_offer)SCHAKEL_OFFER_INIT;
        schakel_school_get_offer(r->school, all->offers.order[i], &offer->record);
        size_t adult = schakel_school_find(r->school, SCHAKEL_KIND_ADULT, offer->record.adult_id);
        offer->adult = all->adults.rank[adult];
        offer->room = offer->record.cap == 0 ? INT32_MAX : offer->record.cap;
    }
    return 1;
}

static void fill_need(const roster *r, roster_need *need, size_t index)
{
    need->record = (schakel_need)SCHAKEL_NEED_INIT;
    schakel_school_get_need(r->school, index, &need->record);
    need->last_date = need->record.last_date == SCHAKEL_NO_DATE ? need->record.date : need->record.last_date;
    need->group = need->record.group_id == NULL
                      ? SCHAKEL_NONE
                      : schakel_school_find(r->school, SCHAKEL_KIND_GROUP, need->record.group_id);
    need->is_timed = need->record.start != SCHAKEL_NO_TIME && need->last_date == need->record.date;
    need->is_over = need->last_date < r->options.today;
}

/* The places of a need, by id, at the end of r->places. */
static void fill_places(roster *r, uint32_t need, size_t index, const char **ids, uint32_t *order)
{
    uint32_t count = (uint32_t)schakel_school_place_count(r->school, index);
    for (uint32_t i = 0; i < count; i++) {
        schakel_place record = SCHAKEL_PLACE_INIT;
        schakel_school_get_place(r->school, index, i, &record);
        ids[i] = record.id;
        order[i] = i;
    }
    sk_order(order, count, id_before, ids);
    for (uint32_t i = 0; i < count; i++) {
        roster_place *place = &r->places[r->place_count++];
        place->record = (schakel_place)SCHAKEL_PLACE_INIT;
        schakel_school_get_place(r->school, index, order[i], &place->record);
        place->concept_index = sk_concept_index(r->school, place->record.concept_id);
        place->need = need;
        place->wanted = r->needs[need].is_over ? 0 : place->record.count;
    }
}

static int read_needs(roster *r, ranking *ranks)
{
    size_t count = r->need_count = schakel_school_count(r->school, SCHAKEL_KIND_NEED);
    size_t places = 0, most = 0;
    const char **ids;
    uint32_t *order;
    if (!begin_ranking(r, ranks, count) || !take(r, &r->needs, count, sizeof *r->needs))
        return 0;
    for (size_t i = 0; i < count; i++) {
        schakel_need record = SCHAKEL_NEED_INIT;
        size_t own = schakel_school_place_count(r->school, i);
        schakel_school_get_need(r->school, i, &record);
        ranks->ids[i] = record.id;
        places += own;
        most = own > most ? own : most;
    }
    end_ranking(ranks, count);
    if (!take(r, &r->places, places, sizeof *r->places) || !take(r, &ids, most, sizeof *ids) ||
        !take(r, &order, most, sizeof *order))
        return 0;
    for (uint32_t i = 0; i < count; i++) {
        fill_need(r, &r->needs[i], ranks->order[i]);
        fill_places(r, i, ranks->order[i], ids, order);
    }
    return 1;
}

/* -------------------------------------------------------------------- past */

static int is_this_year(const schakel_school_info *info, schakel_date date)
{
    return date >= info->year_start && (info->year_end == SCHAKEL_NO_DATE || date <= info->year_end);
}

static uint32_t find_place(const roster *r, uint32_t need, const char *id)
{
    /* Places lie by need, then id. */
    size_t low = 0, high = r->place_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const roster_place *place = &r->places[middle];
        if (place->need < need || (place->need == need && strcmp(place->record.id, id) < 0))
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static void count_ask(roster *r, const rankings *all, const schakel_school_info *info, const schakel_ask *ask,
                      roster_adult *adult)
{
    adult->past_count += ask->need_id != NULL;
    if (!is_this_year(info, ask->date))
        return;
    adult->asked++;
    if (ask->state == SCHAKEL_ASK_NO)
        return;
    if (adult->record.cap != 0 && adult->room > 0)
        adult->room--;
    if (ask->offer_id == NULL)
        return;
    size_t index = schakel_school_find(r->school, SCHAKEL_KIND_OFFER, ask->offer_id);
    roster_offer *offer = &r->offers[all->offers.rank[index]];
    if (offer->record.cap != 0 && offer->room > 0)
        offer->room--;
}

static void add_past(roster *r, const rankings *all, const schakel_ask *ask, roster_adult *adult)
{
    size_t index = schakel_school_find(r->school, SCHAKEL_KIND_NEED, ask->need_id);
    uint32_t need = all->needs.rank[index];
    uint32_t place = find_place(r, need, ask->place_id);
    /* Somebody who was asked twice for a place still takes one seat. */
    if (sk_keeps_place(ask->state) && !sk_is_in_place(r, (uint32_t)(adult - r->adults), place) &&
        r->places[place].wanted > 0)
        r->places[place].wanted--;
    r->past[adult->first_past + adult->past_count++] = (roster_past){need, place, ask->state};
}

static int read_asks(roster *r, const rankings *all)
{
    size_t count = schakel_school_count(r->school, SCHAKEL_KIND_ASK);
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(r->school, &info);
    for (int filling = 0; filling <= 1; filling++) {
        for (size_t i = 0; i < count; i++) {
            schakel_ask ask = SCHAKEL_ASK_INIT;
            schakel_school_get_ask(r->school, i, &ask);
            size_t index = schakel_school_find(r->school, SCHAKEL_KIND_ADULT, ask.adult_id);
            roster_adult *adult = &r->adults[all->adults.rank[index]];
            if (!filling)
                count_ask(r, all, &info, &ask, adult);
            else if (ask.need_id != NULL)
                add_past(r, all, &ask, adult);
        }
        if (filling)
            break;
        size_t total = 0;
        for (size_t i = 0; i < r->adult_count; i++) {
            r->adults[i].first_past = total;
            total += r->adults[i].past_count;
            r->adults[i].past_count = 0;
        }
        if (!take(r, &r->past, total, sizeof *r->past))
            return 0;
    }
    return 1;
}

/* ------------------------------------------------------------------ groups */

static int read_groups(roster *r, const rankings *all)
{
    size_t children = schakel_school_count(r->school, SCHAKEL_KIND_CHILD);
    for (int filling = 0; filling <= 1; filling++) {
        for (size_t i = 0; i < children; i++) {
            schakel_child child = SCHAKEL_CHILD_INIT;
            schakel_school_get_child(r->school, i, &child);
            if (child.group_id == NULL)
                continue;
            size_t group = schakel_school_find(r->school, SCHAKEL_KIND_GROUP, child.group_id);
            size_t ties = schakel_school_child_tie_count(r->school, i);
            for (size_t j = 0; j < ties; j++) {
                schakel_tie tie = SCHAKEL_TIE_INIT;
                schakel_school_get_child_tie(r->school, i, j, &tie);
                size_t index = schakel_school_find(r->school, SCHAKEL_KIND_ADULT, tie.adult_id);
                roster_adult *adult = &r->adults[all->adults.rank[index]];
                if (filling)
                    r->groups[adult->first_group + adult->group_count] = group;
                adult->group_count++;
            }
        }
        if (filling)
            break;
        size_t total = 0;
        for (size_t i = 0; i < r->adult_count; i++) {
            r->adults[i].first_group = total;
            total += r->adults[i].group_count;
            r->adults[i].group_count = 0;
        }
        if (!take(r, &r->groups, total, sizeof *r->groups))
            return 0;
    }
    return 1;
}

/* --------------------------------------------------------------- begin, end */

/* Indexes are 32 bits wide. */
static int is_too_large(const schakel_school *school)
{
    const size_t most = INT32_MAX;
    size_t needs = schakel_school_count(school, SCHAKEL_KIND_NEED), places = 0;
    for (size_t i = 0; i < needs && places <= most; i++)
        places += schakel_school_place_count(school, i);
    return schakel_school_count(school, SCHAKEL_KIND_ADULT) > most ||
           schakel_school_count(school, SCHAKEL_KIND_OFFER) > most ||
           schakel_school_count(school, SCHAKEL_KIND_CONCEPT) > most ||
           schakel_school_count(school, SCHAKEL_KIND_ASK) > most || needs > most || places > most;
}

schakel_status sk_roster_begin(roster *r, const schakel_school *school, const schakel_match_options *options)
{
    rankings all;
    memset(r, 0, sizeof *r);
    r->school = school;
    r->options = *options;
    sk_arena_init(&r->arena, sk_handle_allocator(school));
    if (is_too_large(school))
        return SCHAKEL_TOO_LARGE;
    if (!read_adults(r, &all.adults) || !read_offers(r, &all) || !read_needs(r, &all.needs) ||
        !read_asks(r, &all) || !read_groups(r, &all) || !sk_read_concepts(r))
        return SCHAKEL_NO_MEMORY;
    return SCHAKEL_OK;
}

void sk_roster_end(roster *r)
{
    sk_free(r->arena.allocator, r->pairs);
    sk_arena_destroy(&r->arena);
}
