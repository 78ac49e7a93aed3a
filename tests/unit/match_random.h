/* Small random schools with everything that a matching looks at, added in any order. */
#ifndef TESTS_UNIT_MATCH_RANDOM_H
#define TESTS_UNIT_MATCH_RANDOM_H

#include <stdlib.h>
#include <string.h>

#include "schakel/match.h"

enum {
    TODAY = 20000, /* Friday 4 October 2024 */
    MOST_ADULTS = 4,
    MOST_OFFERS = 7,
    MOST_NEEDS = 5,
    MOST_PLACES = 2,
    MOST_CONCEPTS = 4,
    BUILTINS = 4,
    MOST_GROUPS = 2,
    MOST_CHILDREN = 4,
    MOST_ASKS = 4
};

typedef struct availability {
    schakel_window windows[2];
    size_t window_count;
    schakel_exception exceptions[2];
    size_t exception_count;
} availability;

typedef struct drawn_school {
    size_t adult_count, offer_count, need_count, concept_count, group_count, child_count, ask_count;
    schakel_adult adults[MOST_ADULTS];
    schakel_offer offers[MOST_OFFERS];
    schakel_need needs[MOST_NEEDS];
    schakel_place places[MOST_NEEDS][MOST_PLACES];
    size_t place_count[MOST_NEEDS];
    schakel_concept concepts[MOST_CONCEPTS];
    schakel_group groups[MOST_GROUPS];
    schakel_child children[MOST_CHILDREN];
    schakel_tie ties[MOST_CHILDREN];
    schakel_ask asks[MOST_ASKS];
    availability adult_times[MOST_ADULTS];
    availability offer_times[MOST_OFFERS];
    schakel_language_skill skills[MOST_ADULTS][2];
    const char *offer_concepts[MOST_OFFERS][2];
    const char *offer_languages[MOST_OFFERS];
    /* Built-in concepts that have to do with each other; 0 when there are none. */
    const char *builtins[BUILTINS];
    size_t builtin_count;
    const char *concept_serves[MOST_CONCEPTS][2];
} drawn_school;

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static inline uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

/* Ids whose order has nothing to do with the order of adding. */
static inline const char *id_of(uint32_t turn, size_t index)
{
    static const char *const ids[] = {"m", "c", "x", "a", "q", "f", "t", "b"};
    return ids[(turn + index) % 8];
}

static inline void draw_times(availability *times, uint64_t *seed)
{
    times->window_count = draw(seed, 3) == 0 ? 1 + draw(seed, 2) : 0;
    for (size_t i = 0; i < times->window_count; i++) {
        schakel_time start = (schakel_time)(480 + 30 * draw(seed, 6));
        times->windows[i] =
            (schakel_window){1 + draw(seed, 127), start, start + 30 + 30 * (schakel_time)draw(seed, 8)};
    }
    times->exception_count = draw(seed, 4) == 0 ? 1 + draw(seed, 2) : 0;
    for (size_t i = 0; i < times->exception_count; i++) {
        schakel_time start = (schakel_time)(30 * draw(seed, 24));
        schakel_time end = draw(seed, 4) == 0 ? 1440 : start + 30 + 30 * (schakel_time)draw(seed, 12);
        times->exceptions[i] =
            (schakel_exception){TODAY + (schakel_date)draw(seed, 6), start, end, (int32_t)draw(seed, 2)};
    }
}

static inline const char *draw_language(uint64_t *seed)
{
    static const char *const tags[] = {"nl", "ar", "ar-SY", "AR"};
    return tags[draw(seed, 4)];
}

static inline void draw_people(drawn_school *s, uint64_t *seed)
{
    uint32_t turn = draw(seed, 8);
    s->group_count = draw(seed, MOST_GROUPS + 1);
    for (size_t i = 0; i < s->group_count; i++) {
        s->groups[i] = (schakel_group)SCHAKEL_GROUP_INIT;
        s->groups[i].id = id_of(turn, i);
    }
    s->adult_count = 1 + draw(seed, MOST_ADULTS);
    for (size_t i = 0; i < s->adult_count; i++) {
        schakel_adult *adult = &s->adults[i];
        *adult = (schakel_adult)SCHAKEL_ADULT_INIT;
        adult->id = id_of(turn, i);
        adult->cap = draw(seed, 3) == 0 ? 1 + (int32_t)draw(seed, 3) : 0;
        draw_times(&s->adult_times[i], seed);
        adult->windows = s->adult_times[i].windows;
        adult->window_count = s->adult_times[i].window_count;
        adult->exceptions = s->adult_times[i].exceptions;
        adult->exception_count = s->adult_times[i].exception_count;
        adult->language_count = draw(seed, 3);
        for (size_t j = 0; j < adult->language_count; j++)
            s->skills[i][j] =
                (schakel_language_skill){j == 0 ? draw_language(seed) : "ti",
                                         (schakel_level)(SCHAKEL_LEVEL_A2 + draw(seed, 4)), SCHAKEL_LEVEL_A1};
        adult->languages = s->skills[i];
    }
    s->child_count = s->group_count == 0 ? 0 : draw(seed, MOST_CHILDREN + 1);
    for (size_t i = 0; i < s->child_count; i++) {
        s->children[i] = (schakel_child)SCHAKEL_CHILD_INIT;
        s->children[i].id = id_of(turn, i);
        s->children[i].group_id =
            draw(seed, 5) == 0 ? NULL : s->groups[draw(seed, (uint32_t)s->group_count)].id;
        s->ties[i] = (schakel_tie)SCHAKEL_TIE_INIT;
        s->ties[i].child_id = s->children[i].id;
        s->ties[i].adult_id = s->adults[draw(seed, (uint32_t)s->adult_count)].id;
    }
}

static inline schakel_concept builtin_at(size_t index)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    schakel_builtin_concept_get(index, &record);
    return record;
}

static inline schakel_concept draw_any_builtin(uint64_t *seed)
{
    return builtin_at(draw(seed, (uint32_t)schakel_builtin_concept_count()));
}

/* One that serves another, its broader one, one that it serves, and the broader one of that. */
static inline void draw_builtins(drawn_school *s, uint64_t *seed)
{
    s->builtin_count = 0;
    if (schakel_builtin_concept_count() == 0)
        return;
    schakel_concept serving = draw_any_builtin(seed), served = draw_any_builtin(seed);
    for (int i = 0; i < 20 && serving.serves_count == 0; i++)
        serving = draw_any_builtin(seed);
    if (serving.serves_count > 0)
        served = builtin_at(
            schakel_builtin_concept_find(serving.serves_ids[draw(seed, (uint32_t)serving.serves_count)]));
    s->builtins[0] = serving.id;
    s->builtins[1] = serving.broader_id != NULL ? serving.broader_id : draw_any_builtin(seed).id;
    s->builtins[2] = served.id;
    s->builtins[3] = served.broader_id != NULL ? served.broader_id : draw_any_builtin(seed).id;
    s->builtin_count = BUILTINS;
}

static inline void draw_concepts(drawn_school *s, uint64_t *seed)
{
    uint32_t turn = draw(seed, 8);
    draw_builtins(s, seed);
    s->concept_count = 1 + draw(seed, MOST_CONCEPTS);
    for (size_t i = 0; i < s->concept_count; i++) {
        schakel_concept *record = &s->concepts[i];
        *record = (schakel_concept)SCHAKEL_CONCEPT_INIT;
        record->id = id_of(turn, i);
        if (i > 0 && draw(seed, 3) != 0)
            record->broader_id = s->concepts[draw(seed, (uint32_t)i)].id;
        else if (s->builtin_count > 0 && draw(seed, 2) == 0)
            record->broader_id = s->builtins[draw(seed, BUILTINS)];
        record->serves_ids = s->concept_serves[i];
        record->serves_count = s->builtin_count == 0 ? 0 : draw(seed, 3);
        for (size_t j = 0; j < record->serves_count; j++)
            s->concept_serves[i][j] = s->builtins[draw(seed, BUILTINS)];
        if (record->serves_count == 2 && strcmp(record->serves_ids[0], record->serves_ids[1]) == 0)
            record->serves_count = 1;
    }
}

static inline const char *draw_concept(const drawn_school *s, uint64_t *seed)
{
    if (s->builtin_count > 0 && draw(seed, 2) == 0)
        return s->builtins[draw(seed, BUILTINS)];
    return s->concepts[draw(seed, (uint32_t)s->concept_count)].id;
}

static inline void draw_offers(drawn_school *s, uint64_t *seed)
{
    uint32_t turn = draw(seed, 8);
    s->offer_count = draw(seed, MOST_OFFERS + 1);
    for (size_t i = 0; i < s->offer_count; i++) {
        schakel_offer *offer = &s->offers[i];
        *offer = (schakel_offer)SCHAKEL_OFFER_INIT;
        offer->id = id_of(turn, i);
        offer->adult_id = s->adults[draw(seed, (uint32_t)s->adult_count)].id;
        offer->concept_count = 1 + draw(seed, 2);
        for (size_t j = 0; j < offer->concept_count; j++)
            s->offer_concepts[i][j] = draw_concept(s, seed);
        if (offer->concept_count == 2 && strcmp(s->offer_concepts[i][0], s->offer_concepts[i][1]) == 0)
            offer->concept_count = 1;
        offer->concept_ids = s->offer_concepts[i];
        offer->cap = draw(seed, 2) == 0 ? 1 + (int32_t)draw(seed, 2) : 0;
        offer->notice = draw(seed, 3) == 0 ? (int32_t)draw(seed, 5) : 0;
        offer->limit = draw(seed, 5) == 0 ? SCHAKEL_LIMIT_OWN_GROUP
                                          : (draw(seed, 12) == 0 ? SCHAKEL_LIMIT_NEVER : SCHAKEL_LIMIT_NONE);
        offer->language_count = draw(seed, 4) == 0;
        s->offer_languages[i] = draw_language(seed);
        offer->languages = &s->offer_languages[i];
        draw_times(&s->offer_times[i], seed);
        offer->windows = s->offer_times[i].windows;
        offer->window_count = s->offer_times[i].window_count;
        offer->exceptions = s->offer_times[i].exceptions;
        offer->exception_count = s->offer_times[i].exception_count;
    }
}

static inline void draw_needs(drawn_school *s, uint64_t *seed)
{
    uint32_t turn = draw(seed, 8);
    s->need_count = draw(seed, MOST_NEEDS + 1);
    for (size_t i = 0; i < s->need_count; i++) {
        schakel_need *need = &s->needs[i];
        *need = (schakel_need)SCHAKEL_NEED_INIT;
        need->id = id_of(turn, i);
        need->group_id = s->group_count == 0 || draw(seed, 2) == 0
                             ? NULL
                             : s->groups[draw(seed, (uint32_t)s->group_count)].id;
        need->date = TODAY - 1 + (schakel_date)draw(seed, 5);
        need->last_date = draw(seed, 4) == 0 ? need->date + (schakel_date)draw(seed, 4) : SCHAKEL_NO_DATE;
        if (draw(seed, 6) != 0) {
            need->start = (schakel_time)(540 + 30 * draw(seed, 5));
            need->end = need->start + 30 * (schakel_time)(1 + draw(seed, 3));
        }
        need->notice = draw(seed, 4) == 0 ? (int32_t)draw(seed, 4) : 0;
        need->priority = (schakel_priority)draw(seed, 3);
        s->place_count[i] = draw(seed, 8) == 0 ? 0 : 1 + draw(seed, MOST_PLACES);
        for (size_t j = 0; j < s->place_count[i]; j++) {
            schakel_place *place = &s->places[i][j];
            *place = (schakel_place)SCHAKEL_PLACE_INIT;
            place->need_id = need->id;
            place->id = id_of(turn, j);
            place->concept_id = draw_concept(s, seed);
            place->count = 1 + (int32_t)draw(seed, 2);
            place->language = draw(seed, 4) == 0 ? draw_language(seed) : NULL;
        }
    }
}

static inline void draw_asks(drawn_school *s, uint64_t *seed)
{
    uint32_t turn = draw(seed, 8);
    s->ask_count = draw(seed, MOST_ASKS + 1);
    for (size_t i = 0; i < s->ask_count; i++) {
        schakel_ask *ask = &s->asks[i];
        *ask = (schakel_ask)SCHAKEL_ASK_INIT;
        ask->id = id_of(turn, i);
        ask->adult_id = s->adults[draw(seed, (uint32_t)s->adult_count)].id;
        ask->date = TODAY - 1 - (schakel_date)(draw(seed, 2) * 400);
        ask->state = (schakel_ask_state)draw(seed, 5);
        size_t offer = draw(seed, MOST_OFFERS), need = draw(seed, MOST_NEEDS + 2),
               place = draw(seed, MOST_PLACES);
        if (offer < s->offer_count && strcmp(s->offers[offer].adult_id, ask->adult_id) == 0)
            ask->offer_id = s->offers[offer].id;
        if (need < s->need_count && place < s->place_count[need]) {
            ask->need_id = s->needs[need].id;
            ask->place_id = s->places[need][place].id;
        }
    }
}

/* Take away most that stands in the way, so that people can do many things and needs clash. */
static inline void open_up(drawn_school *s, uint64_t *seed)
{
    for (size_t i = 0; i < s->adult_count; i++)
        s->adults[i].window_count = s->adults[i].exception_count = 0;
    for (size_t i = 0; i < s->offer_count; i++) {
        s->offers[i].window_count = s->offers[i].exception_count = 0;
        s->offers[i].notice = 0;
        s->offers[i].limit = SCHAKEL_LIMIT_NONE;
        s->offer_concepts[i][0] = s->concepts[0].id;
        s->offers[i].concept_count = 1;
    }
    for (size_t i = 0; i < s->need_count; i++) {
        s->needs[i].notice = 0;
        s->needs[i].date = TODAY + (schakel_date)draw(seed, 2);
        if (s->needs[i].last_date < s->needs[i].date)
            s->needs[i].last_date = SCHAKEL_NO_DATE;
        for (size_t j = 0; j < s->place_count[i]; j++) {
            s->places[i][j].language = NULL;
            s->places[i][j].concept_id = s->concepts[0].id;
        }
    }
    s->ask_count = s->ask_count > 1 ? 1 : s->ask_count;
}

static inline void draw_school(drawn_school *s, uint64_t *seed)
{
    draw_people(s, seed);
    draw_concepts(s, seed);
    draw_offers(s, seed);
    draw_needs(s, seed);
    draw_asks(s, seed);
    if (draw(seed, 2) == 0)
        open_up(s, seed);
}

/* The numbers below `count` in a random order; seed 0 leaves them in order. */
static inline void draw_order(size_t *order, size_t count, uint64_t *seed)
{
    for (size_t i = 0; i < count; i++) {
        size_t j = *seed == 0 ? i : draw(seed, (uint32_t)i + 1);
        order[i] = order[j];
        order[j] = i;
    }
}

/* Make the school, with the records of each kind in an order drawn from the seed. NULL when something is refused. */
static inline schakel_school *build_school(const drawn_school *s, uint64_t seed)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    size_t order[16], inner[16];
    schakel_status status = schakel_school_create(NULL, &school, NULL);
    info.id = "school";
    info.year_start = TODAY - 40;
    info.year_end = TODAY + 300;
    status |= schakel_school_set_info(school, &info, NULL);
    draw_order(order, s->group_count, &seed);
    for (size_t i = 0; i < s->group_count; i++)
        status |= schakel_school_add_group(school, &s->groups[order[i]], NULL);
    /* A concept waits until the broader one is there. */
    draw_order(order, s->concept_count, &seed);
    for (size_t round = 0; round < s->concept_count; round++)
        for (size_t i = 0; i < s->concept_count; i++) {
            const schakel_concept *record = &s->concepts[order[i]];
            if (schakel_school_find(school, SCHAKEL_KIND_CONCEPT, record->id) == SCHAKEL_NONE &&
                (record->broader_id == NULL ||
                 schakel_builtin_concept_find(record->broader_id) != SCHAKEL_NONE ||
                 schakel_school_find(school, SCHAKEL_KIND_CONCEPT, record->broader_id) != SCHAKEL_NONE))
                status |= schakel_school_add_concept(school, record, NULL);
        }
    draw_order(order, s->adult_count, &seed);
    for (size_t i = 0; i < s->adult_count; i++)
        status |= schakel_school_add_adult(school, &s->adults[order[i]], NULL);
    draw_order(order, s->child_count, &seed);
    for (size_t i = 0; i < s->child_count; i++)
        status |= schakel_school_add_child(school, &s->children[order[i]], NULL);
    for (size_t i = 0; i < s->child_count; i++)
        status |= schakel_school_add_tie(school, &s->ties[order[i]], NULL);
    draw_order(order, s->offer_count, &seed);
    for (size_t i = 0; i < s->offer_count; i++)
        status |= schakel_school_add_offer(school, &s->offers[order[i]], NULL);
    draw_order(order, s->need_count, &seed);
    for (size_t i = 0; i < s->need_count; i++) {
        status |= schakel_school_add_need(school, &s->needs[order[i]], NULL);
        draw_order(inner, s->place_count[order[i]], &seed);
        for (size_t j = 0; j < s->place_count[order[i]]; j++)
            status |= schakel_school_add_place(school, &s->places[order[i]][inner[j]], NULL);
    }
    draw_order(order, s->ask_count, &seed);
    for (size_t i = 0; i < s->ask_count; i++)
        status |= schakel_school_add_ask(school, &s->asks[order[i]], NULL);
    if (status == SCHAKEL_OK)
        return school;
    schakel_school_destroy(school);
    return NULL;
}

#endif
