/* What people, rooms and interpreters keep busy. */
#include <string.h>

#include "talks/timetable.h"

static size_t person_of_child(const sk_round_plan *plan, size_t child)
{
    return schakel_school_count(plan->school, SCHAKEL_KIND_ADULT) + child;
}

static size_t count_persons(const sk_round_plan *plan)
{
    return person_of_child(plan, schakel_school_count(plan->school, SCHAKEL_KIND_CHILD));
}

/* The persons at a talk, besides staff: by number, from 0 on; SCHAKEL_NONE after the last. */
static size_t person_at(const sk_round_plan *plan, const sk_round_talk *talk, size_t number)
{
    if (number < talk->adult_count)
        return sk_round_adult(plan, talk->adult_ids[number]);
    int child_comes = number == talk->adult_count && talk->part != SCHAKEL_CHILD_ABSENT;
    return child_comes ? person_of_child(plan, talk->child) : SCHAKEL_NONE;
}

/* SK_NONE when memory ran out. */
static uint32_t add_resource(sk_round_plan *plan, int32_t gap)
{
    sk_round_people *people = &plan->people;
    if (!sk_grow(plan->arena->allocator, &people->gap, &people->gap_capacity, (size_t)people->count + 1,
                 sizeof *people->gap))
        return SK_NONE;
    people->gap[people->count] = gap;
    return people->count++;
}

/* Take a resource that nobody took before. Returns 0 when memory ran out. */
static int take_resource(sk_round_plan *plan, uint32_t *resource, int32_t gap)
{
    if (*resource == SK_NONE)
        *resource = add_resource(plan, gap);
    return *resource != SK_NONE;
}

/* Which talks each person is at. */
static int find_presences(sk_round_plan *plan)
{
    sk_round_people *people = &plan->people;
    size_t persons = count_persons(plan), person;
    uint32_t *first = sk_arena_array(plan->arena, persons + 2, sizeof *first, 0);
    if (first == NULL)
        return 0;
    for (size_t t = 0; t < sk_round_all_talks(plan); t++)
        for (size_t i = 0; (person = person_at(plan, &plan->talks[t], i)) != SCHAKEL_NONE; i++)
            first[person + 2]++;
    for (size_t p = 0; p < persons; p++)
        first[p + 2] += first[p + 1];
    people->presences = sk_arena_alloc(plan->arena, first[persons + 1] * sizeof *people->presences);
    for (size_t t = 0; people->presences != NULL && t < sk_round_all_talks(plan); t++)
        for (size_t i = 0; (person = person_at(plan, &plan->talks[t], i)) != SCHAKEL_NONE; i++)
            people->presences[first[person + 1]++] = (uint32_t)t;
    people->first = first;
    return people->presences != NULL;
}

static int may_lead(const sk_round_talk *talk, const char *staff_id)
{
    uint32_t i = 0;
    while (i < talk->staffing_count && sk_leader_id(talk, i) != staff_id)
        i++;
    return i < talk->staffing_count;
}

int sk_round_goes_online(const sk_round_plan *plan, const sk_round_talk *talk)
{
    if (talk->fixed && talk->planned->online)
        return 1;
    size_t i = 0;
    while (i < plan->round->block_count &&
           !(plan->blocks[i]->online && may_lead(talk, plan->blocks[i]->staff_id)))
        i++;
    return i < plan->round->block_count;
}

/* Who stays with the same teacher does not walk. */
static int stays(const sk_round_talk *one, uint32_t leader, const sk_round_talk *other, uint32_t other_leader)
{
    const char *id = sk_leader_id(one, leader);
    return id != NULL && id == sk_leader_id(other, other_leader);
}

/* Between two talks on the spot: a resource for each leader of the first, unless nobody else leads the other. */
static int add_walks_on_the_spot(sk_round_plan *plan, sk_walk *walk)
{
    const sk_round_talk *one = &plan->talks[walk->talks[0]], *other = &plan->talks[walk->talks[1]];
    walk->on_the_spot = sk_arena_array(plan->arena, one->staffing_count, sizeof *walk->on_the_spot, 0xFF);
    for (uint32_t i = 0; walk->on_the_spot != NULL && i < one->staffing_count; i++)
        if (!(other->staffing_count == 1 && stays(one, i, other, 0)) &&
            !take_resource(plan, &walk->on_the_spot[i], plan->round->walk_minutes))
            return 0;
    return walk->on_the_spot != NULL;
}

/* Returns 0 when memory ran out. */
static int add_walk(sk_round_plan *plan, uint32_t one, uint32_t other)
{
    sk_round_people *people = &plan->people;
    int32_t minutes = plan->round->walk_minutes;
    sk_walk walk = {{one, other}, NULL, {SK_NONE, SK_NONE}};
    if (!add_walks_on_the_spot(plan, &walk))
        return 0;
    for (int i = 0; i < 2; i++)
        if (sk_round_goes_online(plan, &plan->talks[walk.talks[i]]) &&
            !take_resource(plan, &walk.online[i], minutes))
            return 0;
    if (!sk_grow(plan->arena->allocator, &people->walks, &people->walk_capacity, people->walks_count + 1,
                 sizeof *people->walks))
        return 0;
    people->walks[people->walks_count++] = walk;
    return 1;
}

/* Nobody who is at one talk only, and interprets nothing, can be in anybody's way. */
static int find_person(sk_round_plan *plan, size_t person)
{
    sk_round_people *people = &plan->people;
    uint32_t first = people->first[person], end = people->first[person + 1];
    if (end - first < 2)
        return 1;
    if (!take_resource(plan, &people->body[person], 0))
        return 0;
    people->first_walk[person] = (uint32_t)people->walks_count;
    for (uint32_t i = first; plan->round->walk_minutes > 0 && i < end; i++)
        for (uint32_t k = i + 1; k < end; k++)
            if (!add_walk(plan, people->presences[i], people->presences[k]))
                return 0;
    people->walk_count[person] = (uint32_t)people->walks_count - people->first_walk[person];
    return 1;
}

/* Everybody who may be at a talk. Returns 0 when memory ran out. */
static int find_staff(sk_round_plan *plan, const sk_staffing *staffing)
{
    for (size_t i = 0; i < staffing->staff_count; i++)
        if (!take_resource(plan, &plan->people.staff[sk_round_staff(plan, staffing->staff_ids[i])],
                           plan->round->pause_minutes))
            return 0;
    return 1;
}

/* In the order of the talks, which doesn't depend on the order of the records. */
static int find_people_of_talks(sk_round_plan *plan)
{
    sk_round_people *people = &plan->people;
    for (size_t t = 0; t < sk_round_all_talks(plan); t++) {
        const sk_round_talk *talk = &plan->talks[t];
        size_t person;
        for (size_t i = 0; i < talk->staffing_count; i++)
            if (!find_staff(plan, &talk->staffings[i]))
                return 0;
        for (size_t i = 0; (person = person_at(plan, talk, i)) != SCHAKEL_NONE; i++)
            if (people->body[person] == SK_NONE && !find_person(plan, person))
                return 0;
    }
    return 1;
}

static int find_interpreters(sk_round_plan *plan)
{
    sk_round_people *people = &plan->people;
    for (size_t i = 0; i < plan->round->interpreter_count; i++) {
        const char *adult_id = plan->interpreters[i]->adult_id;
        uint32_t *resource =
            adult_id == NULL ? &people->outside[i] : &people->body[sk_round_adult(plan, adult_id)];
        if (!take_resource(plan, resource, 0))
            return 0;
    }
    /* Somebody may interpret in a fixed talk who has no block. */
    for (size_t t = 0; t < sk_round_all_talks(plan); t++) {
        const schakel_talk *planned = plan->talks[t].planned;
        if (plan->talks[t].fixed && planned->interpreter_id != NULL &&
            !take_resource(plan, &people->body[sk_round_adult(plan, planned->interpreter_id)], 0))
            return 0;
    }
    return 1;
}

int sk_round_find_people(sk_round_plan *plan)
{
    sk_round_people *people = &plan->people;
    size_t staff = schakel_school_count(plan->school, SCHAKEL_KIND_STAFF), persons = count_persons(plan);
    size_t rooms = plan->round->block_count + sk_round_all_talks(plan);
    people->staff = sk_arena_array(plan->arena, staff, sizeof *people->staff, 0xFF);
    people->body = sk_arena_array(plan->arena, persons, sizeof *people->body, 0xFF);
    people->first_walk = sk_arena_array(plan->arena, persons, sizeof *people->first_walk, 0);
    people->walk_count = sk_arena_array(plan->arena, persons, sizeof *people->walk_count, 0);
    people->outside =
        sk_arena_array(plan->arena, plan->round->interpreter_count, sizeof *people->outside, 0xFF);
    people->rooms = sk_arena_alloc(plan->arena, rooms * sizeof *people->rooms);
    people->room_resources = sk_arena_alloc(plan->arena, rooms * sizeof *people->room_resources);
    return people->staff != NULL && people->body != NULL && people->first_walk != NULL &&
           people->walk_count != NULL && people->outside != NULL && people->rooms != NULL &&
           people->room_resources != NULL && find_presences(plan) && find_people_of_talks(plan) &&
           find_interpreters(plan);
}

/* -------------------------------------------------------------------- uses */

/* Nothing for SK_NONE. Returns 0 when memory ran out. */
static int add_use(sk_round_plan *plan, uint32_t resource)
{
    if (resource == SK_NONE)
        return 1;
    if (!sk_grow(plan->arena->allocator, &plan->uses, &plan->use_capacity, plan->use_count + 1,
                 sizeof *plan->uses))
        return 0;
    plan->uses[plan->use_count++] = resource;
    return 1;
}

/* Returns 0 when memory ran out, also when that was why there is no resource. */
static int use_room(sk_round_plan *plan, const char *room)
{
    sk_round_people *people = &plan->people;
    size_t i = 0;
    while (i < people->room_count && strcmp(people->rooms[i], room) != 0)
        i++;
    if (i == people->room_count) {
        people->rooms[i] = room;
        people->room_resources[i] = add_resource(plan, 0);
        if (people->room_resources[i] == SK_NONE)
            return 0;
        people->room_count++;
    }
    return add_use(plan, people->room_resources[i]);
}

/* What a talk on the spot uses of a walk: as the first its leader's own, as the other those of all other leaders. */
static int use_on_the_spot(sk_round_plan *plan, const sk_walk *walk, int which, uint32_t leader)
{
    const sk_round_talk *one = &plan->talks[walk->talks[0]], *other = &plan->talks[walk->talks[1]];
    if (which == 0)
        return add_use(plan, walk->on_the_spot[leader]);
    for (uint32_t i = 0; i < one->staffing_count; i++)
        if (!stays(one, i, other, leader) && !add_use(plan, walk->on_the_spot[i]))
            return 0;
    return 1;
}

/* What a talk uses of a walk from or to it. */
static int use_walk(sk_round_plan *plan, const sk_walk *walk, int which, const sk_round_time *time)
{
    return time->online
               ? add_use(plan, walk->online[which])
               : use_on_the_spot(plan, walk, which, time->leader) && add_use(plan, walk->online[!which]);
}

/* What a person who is at a talk has to keep free. */
static int use_person(sk_round_plan *plan, uint32_t talk, size_t person, const sk_round_time *time)
{
    const sk_round_people *people = &plan->people;
    if (!add_use(plan, people->body[person]))
        return 0;
    for (uint32_t i = 0; i < people->walk_count[person]; i++) {
        const sk_walk *walk = &people->walks[people->first_walk[person] + i];
        for (int which = 0; which < 2; which++)
            if (walk->talks[which] == talk && !use_walk(plan, walk, which, time))
                return 0;
    }
    return 1;
}

int sk_round_use(sk_round_plan *plan, uint32_t talk, const sk_round_time *time)
{
    const sk_round_talk *t = &plan->talks[talk];
    const sk_staffing *staffing = &t->staffings[time->leader];
    size_t person;
    for (size_t i = 0; i < staffing->staff_count; i++)
        if (!add_use(plan, plan->people.staff[sk_round_staff(plan, staffing->staff_ids[i])]))
            return 0;
    if (time->room != NULL && !time->online && !use_room(plan, time->room))
        return 0;
    for (size_t i = 0; (person = person_at(plan, t, i)) != SCHAKEL_NONE; i++)
        if (!use_person(plan, talk, person, time))
            return 0;
    if (time->interpreter != SK_NONE && plan->people.outside[time->interpreter] != SK_NONE)
        return add_use(plan, plan->people.outside[time->interpreter]);
    /* An adult who comes to a talk and interprets in it as well is there once. */
    return time->interpreter_id == NULL ||
           sk_round_names(t->adult_ids, t->adult_count, time->interpreter_id) ||
           add_use(plan, plan->people.body[sk_round_adult(plan, time->interpreter_id)]);
}
