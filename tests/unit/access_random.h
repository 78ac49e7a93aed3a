/*
 * Small random schools in which every text and every id is a mark of its own: "Q000042Q". What
 * is in an output can be read off the marks in it.
 */
#ifndef TESTS_UNIT_ACCESS_RANDOM_H
#define TESTS_UNIT_ACCESS_RANDOM_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/dialogue.h"

enum {
    TODAY = 20000,
    STAFF = 4,
    GROUPS = 2,
    ADULTS = 4,
    CHILDREN = 3,
    RUNGS = 3,
    MARKS_MAX = 400,
    MARK_SIZE = 9
};

/* What a mark stands for. The index says of which record. */
typedef enum mark_kind {
    MARK_PUBLIC,     /* everybody sees it */
    MARK_HOST,       /* the host's own data: nobody sees it in a view */
    MARK_ADULT,      /* id and name */
    MARK_WITH_ADULT, /* offers and asks: who sees the adult whole */
    MARK_CHILD,
    MARK_CONSENT,
    MARK_WISH,
    MARK_ANSWER,
    MARK_CASE,
    MARK_TALK,
    MARK_AGREEMENT,
    MARK_CONTACT
} mark_kind;

typedef struct mark {
    mark_kind kind;
    size_t index;
} mark;

/* The records that are about people, as they were added; the library is not asked what they are. */
typedef struct random_school {
    uint64_t seed;
    schakel_school *school;
    mark marks[MARKS_MAX];
    char texts[MARKS_MAX][MARK_SIZE];
    size_t mark_count;
    schakel_school_info info;
    schakel_staff staff[STAFF];
    schakel_group groups[GROUPS];
    const char *group_staff[GROUPS][STAFF];
    schakel_adult adults[ADULTS];
    schakel_child children[CHILDREN];
    schakel_tie ties[CHILDREN][ADULTS];
    int tied[CHILDREN][ADULTS];
    schakel_rung rungs[RUNGS];
    const char *rung_staff[RUNGS][STAFF];
    schakel_consent consents[6];
    size_t consent_count;
    schakel_question questions[3];
    schakel_wish wishes[4];
    schakel_answer answers[5];
    schakel_case cases[2];
    schakel_step steps[2][RUNGS];
    schakel_note notes[2];
    schakel_talk talks[4];
    const char *talk_staff[4][STAFF];
    const char *talk_adults[4][ADULTS];
    schakel_agreement agreements[4];
    schakel_contact contacts[4];
    schakel_activity activity;
    const char *attended[ADULTS];
} random_school;

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static inline uint32_t draw(random_school *r, uint32_t below)
{
    r->seed = r->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((r->seed >> 33) * below) >> 31);
}

static inline const char *new_mark(random_school *r, mark_kind kind, size_t index)
{
    size_t at = r->mark_count++;
    if (at >= MARKS_MAX)
        abort();
    r->marks[at] = (mark){kind, index};
    snprintf(r->texts[at], MARK_SIZE, "Q%06uQ", (unsigned)at);
    return r->texts[at];
}

/* The host's own data with a mark in it. */
static inline const char *host_data(random_school *r, char out[32])
{
    snprintf(out, 32, "{\"x-own\": \"%s\"}", new_mark(r, MARK_HOST, 0));
    return out;
}

#define ADD(r, kind, record)                                                                                 \
    do {                                                                                                     \
        schakel_error error = SCHAKEL_ERROR_INIT;                                                            \
        char own[32];                                                                                        \
        (record)->extra = host_data(r, own);                                                                 \
        if (schakel_school_add_##kind((r)->school, record, &error) != SCHAKEL_OK) {                          \
            fprintf(stderr, "seed %llu: %s %s\n", (unsigned long long)(r)->seed, error.path, error.message); \
            abort();                                                                                         \
        }                                                                                                    \
        (record)->extra = NULL;                                                                              \
    } while (0)

/* Some of a list, each with a chance of one in `rare`. */
static inline size_t some_of(random_school *r, const char **out, const char *const *all, size_t count,
                             uint32_t rare)
{
    size_t chosen = 0;
    for (size_t i = 0; i < count; i++)
        if (draw(r, rare) == 0)
            out[chosen++] = all[i];
    return chosen;
}

static inline void add_people(random_school *r)
{
    const char *staff_ids[STAFF];
    for (size_t i = 0; i < STAFF; i++) {
        r->staff[i] = (schakel_staff)SCHAKEL_STAFF_INIT;
        r->staff[i].id = staff_ids[i] = new_mark(r, MARK_PUBLIC, i);
        r->staff[i].name = new_mark(r, MARK_PUBLIC, i);
        r->staff[i].role = (schakel_staff_role)draw(r, 6);
        ADD(r, staff, &r->staff[i]);
    }
    for (size_t i = 0; i < GROUPS; i++) {
        r->groups[i] = (schakel_group)SCHAKEL_GROUP_INIT;
        r->groups[i].id = new_mark(r, MARK_PUBLIC, i);
        r->groups[i].staff_ids = r->group_staff[i];
        r->groups[i].staff_count = some_of(r, r->group_staff[i], staff_ids, STAFF, 3);
        ADD(r, group, &r->groups[i]);
    }
    for (size_t i = 0; i < ADULTS; i++) {
        r->adults[i] = (schakel_adult)SCHAKEL_ADULT_INIT;
        r->adults[i].id = new_mark(r, MARK_ADULT, i);
        r->adults[i].name = new_mark(r, MARK_ADULT, i);
        r->adults[i].cap = 7;
        ADD(r, adult, &r->adults[i]);
    }
    for (size_t i = 0; i < CHILDREN; i++) {
        r->children[i] = (schakel_child)SCHAKEL_CHILD_INIT;
        r->children[i].id = new_mark(r, MARK_CHILD, i);
        r->children[i].name = new_mark(r, MARK_CHILD, i);
        r->children[i].group_id = draw(r, 4) == 0 ? NULL : r->groups[draw(r, GROUPS)].id;
        r->children[i].born =
            draw(r, 3) == 0 ? SCHAKEL_NO_DATE : TODAY - 365 * 15 - (schakel_date)draw(r, 365 * 4);
        ADD(r, child, &r->children[i]);
        for (size_t a = 0; a < ADULTS; a++) {
            schakel_tie *tie = &r->ties[i][a];
            r->tied[i][a] = draw(r, 2) == 0;
            *tie = (schakel_tie)SCHAKEL_TIE_INIT;
            tie->child_id = r->children[i].id;
            tie->adult_id = r->adults[a].id;
            tie->kind = (schakel_tie_kind)draw(r, 10);
            tie->informed = draw(r, 6) != 0;
            tie->authority = (schakel_authority)draw(r, 3);
            if (r->tied[i][a] && schakel_school_add_tie(r->school, tie, NULL) != SCHAKEL_OK)
                abort();
        }
    }
    for (size_t i = 0; i < RUNGS; i++) {
        r->rungs[i] = (schakel_rung)SCHAKEL_RUNG_INIT;
        r->rungs[i].id = new_mark(r, MARK_PUBLIC, i);
        r->rungs[i].name = new_mark(r, MARK_PUBLIC, i);
        r->rungs[i].level = (int32_t)i + 1;
        r->rungs[i].outside = i == RUNGS - 1;
        r->rungs[i].staff_ids = r->rung_staff[i];
        r->rungs[i].staff_count = some_of(r, r->rung_staff[i], staff_ids, STAFF, 4);
        ADD(r, rung, &r->rungs[i]);
    }
}

static inline void add_consents(random_school *r)
{
    r->consent_count = draw(r, 7);
    for (size_t i = 0; i < r->consent_count; i++) {
        schakel_consent *c = &r->consents[i];
        *c = (schakel_consent)SCHAKEL_CONSENT_INIT;
        c->id = new_mark(r, MARK_CONSENT, i);
        c->child_id = r->children[draw(r, CHILDREN)].id;
        c->by_adult_id = draw(r, 2) == 0 ? NULL : r->adults[draw(r, ADULTS)].id;
        if (draw(r, 5) == 0)
            c->rung_id = r->rungs[RUNGS - 1].id;
        else
            c->adult_id = r->adults[draw(r, ADULTS)].id;
        c->scopes = 1 + draw(r, 7);
        c->given = TODAY - 10 + (schakel_date)draw(r, 12);
        c->withdrawn = draw(r, 3) != 0 ? SCHAKEL_NO_DATE : c->given + (schakel_date)draw(r, 12);
        ADD(r, consent, c);
    }
}

/* At most one of the three. */
static inline void draw_person(random_school *r, const char **adult, const char **staff, const char **child)
{
    switch (draw(r, 4)) {
    case 0:
        *adult = r->adults[draw(r, ADULTS)].id;
        break;
    case 1:
        *staff = r->staff[draw(r, STAFF)].id;
        break;
    case 2:
        *child = r->children[draw(r, CHILDREN)].id;
        break;
    default:
        break;
    }
}

static inline void add_words(random_school *r)
{
    for (size_t i = 0; i < 3; i++) {
        schakel_question *q = &r->questions[i];
        *q = (schakel_question)SCHAKEL_QUESTION_INIT;
        q->id = new_mark(r, MARK_PUBLIC, i);
        q->text = new_mark(r, MARK_PUBLIC, i);
        q->author = (schakel_author)i;
        q->readers = draw(r, 8);
        ADD(r, question, q);
    }
    for (size_t i = 0; i < 4; i++) {
        schakel_wish *w = &r->wishes[i];
        *w = (schakel_wish)SCHAKEL_WISH_INIT;
        w->id = new_mark(r, MARK_WISH, i);
        w->text = new_mark(r, MARK_WISH, i);
        w->answer = new_mark(r, MARK_WISH, i);
        w->kind = i == 0 ? SCHAKEL_WISH_COMPLAINT : SCHAKEL_WISH_WISH;
        w->from_id = i == 1 ? r->wishes[0].id : NULL;
        draw_person(r, &w->by_adult_id, &w->by_staff_id, &w->by_child_id);
        w->child_id = draw(r, 2) == 0 ? NULL : r->children[draw(r, CHILDREN)].id;
        w->date = TODAY - 5;
        w->shared = draw(r, 2) == 0;
        ADD(r, wish, w);
    }
    for (size_t i = 0; i < 5; i++) {
        schakel_answer *a = &r->answers[i];
        const schakel_question *q = &r->questions[draw(r, 3)];
        size_t child = draw(r, CHILDREN);
        *a = (schakel_answer)SCHAKEL_ANSWER_INIT;
        a->id = new_mark(r, MARK_ANSWER, i);
        a->text = new_mark(r, MARK_ANSWER, i);
        a->question_id = q->id;
        a->child_id = q->author == SCHAKEL_AUTHOR_TEACHER && draw(r, 3) == 0 ? NULL : r->children[child].id;
        if (q->author == SCHAKEL_AUTHOR_PARENT)
            a->by_adult_id = r->adults[draw(r, ADULTS)].id;
        else if (q->author == SCHAKEL_AUTHOR_TEACHER)
            a->by_staff_id = r->staff[draw(r, STAFF)].id;
        else
            a->by_child_id = a->child_id;
        a->date = TODAY - 4;
        ADD(r, answer, a);
    }
}

static inline void add_asks(random_school *r)
{
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    concept_.id = new_mark(r, MARK_PUBLIC, 0);
    ADD(r, concept, &concept_);
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    char own_of_place[32];
    need.id = place.need_id = new_mark(r, MARK_PUBLIC, 0);
    need.title = new_mark(r, MARK_PUBLIC, 0);
    need.date = TODAY + 4;
    ADD(r, need, &need);
    place.id = new_mark(r, MARK_PUBLIC, 0);
    place.concept_id = concept_.id;
    place.extra = host_data(r, own_of_place);
    if (schakel_school_add_place(r->school, &place, NULL) != SCHAKEL_OK)
        abort();
    for (size_t i = 0; i < 2; i++) {
        size_t adult = draw(r, ADULTS);
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_ask ask = SCHAKEL_ASK_INIT;
        offer.id = new_mark(r, MARK_WITH_ADULT, adult);
        offer.text = new_mark(r, MARK_WITH_ADULT, adult);
        offer.adult_id = ask.adult_id = r->adults[adult].id;
        offer.concept_ids = &concept_.id;
        offer.concept_count = 1;
        ADD(r, offer, &offer);
        ask.id = new_mark(r, MARK_WITH_ADULT, adult);
        ask.offer_id = offer.id;
        ask.date = TODAY - 3;
        ADD(r, ask, &ask);
    }
}

static inline void add_case(random_school *r, size_t i)
{
    schakel_case *c = &r->cases[i];
    schakel_note *note = &r->notes[i];
    *c = (schakel_case)SCHAKEL_CASE_INIT;
    c->id = new_mark(r, MARK_CASE, i);
    c->title = new_mark(r, MARK_CASE, i);
    c->support = new_mark(r, MARK_CASE, i);
    c->child_id = r->children[draw(r, CHILDREN)].id;
    c->opened = TODAY - 9;
    c->steps = r->steps[i];
    for (size_t k = 0; k < RUNGS && draw(r, 3) != 0; k++) {
        schakel_step step = {r->rungs[k].id, TODAY - 8, new_mark(r, MARK_CASE, i)};
        r->steps[i][c->step_count++] = step;
    }
    *note = (schakel_note){TODAY - 8, SCHAKEL_NOTE_TOLD, new_mark(r, MARK_CASE, i), NULL, NULL, NULL};
    draw_person(r, &note->by_adult_id, &note->by_staff_id, &note->by_child_id);
    c->notes = note;
    c->note_count = 1;
    ADD(r, case, c);
}

static inline void add_talk(random_school *r, size_t i)
{
    const char *staff_ids[STAFF], *adult_ids[ADULTS];
    schakel_talk *t = &r->talks[i];
    for (size_t k = 0; k < STAFF; k++)
        staff_ids[k] = r->staff[k].id;
    for (size_t k = 0; k < ADULTS; k++)
        adult_ids[k] = r->adults[k].id;
    *t = (schakel_talk)SCHAKEL_TALK_INIT;
    t->id = new_mark(r, MARK_TALK, i);
    t->kind = (schakel_activity_kind)draw(r, 7);
    t->case_id = draw(r, 3) == 0 ? r->cases[draw(r, 2)].id : NULL;
    t->child_id = r->children[draw(r, CHILDREN)].id;
    for (size_t k = 0; k < 2; k++)
        if (t->case_id == r->cases[k].id)
            t->child_id = r->cases[k].child_id;
    t->date = TODAY - 7 + (schakel_date)draw(r, 14);
    t->state = (schakel_talk_state)draw(r, 4);
    t->staff_ids = r->talk_staff[i];
    t->staff_count = some_of(r, r->talk_staff[i], staff_ids, STAFF, 5);
    t->adult_ids = r->talk_adults[i];
    t->adult_count = some_of(r, r->talk_adults[i], adult_ids, ADULTS, 3);
    t->child = (schakel_child_part)draw(r, 3);
    t->tone = SCHAKEL_TONE_PROBLEM;
    ADD(r, talk, t);
}

/* A record about a child, and perhaps about a case of it. */
static inline void draw_subject(random_school *r, const char **child_id, const char **case_id)
{
    const schakel_case *c = &r->cases[draw(r, 2)];
    *case_id = draw(r, 3) == 0 ? c->id : NULL;
    *child_id = *case_id != NULL ? c->child_id : r->children[draw(r, CHILDREN)].id;
}

static inline void add_dialogue(random_school *r)
{
    for (size_t i = 0; i < 2; i++)
        add_case(r, i);
    for (size_t i = 0; i < 4; i++)
        add_talk(r, i);
    for (size_t i = 0; i < 4; i++) {
        schakel_agreement *a = &r->agreements[i];
        *a = (schakel_agreement)SCHAKEL_AGREEMENT_INIT;
        a->id = new_mark(r, MARK_AGREEMENT, i);
        a->text = new_mark(r, MARK_AGREEMENT, i);
        draw_subject(r, &a->child_id, &a->case_id);
        draw_person(r, &a->by_adult_id, &a->by_staff_id, &a->by_child_id);
        a->date = TODAY - 6;
        a->due = TODAY + 3;
        a->feasible = (schakel_answered)draw(r, 3);
        ADD(r, agreement, a);
    }
    for (size_t i = 0; i < 4; i++) {
        schakel_contact *c = &r->contacts[i];
        *c = (schakel_contact)SCHAKEL_CONTACT_INIT;
        c->id = new_mark(r, MARK_CONTACT, i);
        draw_subject(r, &c->child_id, &c->case_id);
        c->adult_id = draw(r, 4) == 0 ? NULL : r->adults[draw(r, ADULTS)].id;
        c->staff_id = r->staff[draw(r, STAFF)].id;
        c->date = TODAY - 2;
        c->tone = (schakel_tone)draw(r, 3);
        ADD(r, contact, c);
    }
    const char *adult_ids[ADULTS];
    for (size_t k = 0; k < ADULTS; k++)
        adult_ids[k] = r->adults[k].id;
    r->activity = (schakel_activity)SCHAKEL_ACTIVITY_INIT;
    r->activity.id = new_mark(r, MARK_PUBLIC, 0);
    r->activity.why = new_mark(r, MARK_PUBLIC, 0);
    r->activity.date = TODAY - 1;
    r->activity.attended_ids = r->attended;
    r->activity.attended_count = some_of(r, r->attended, adult_ids, ADULTS, 2);
    ADD(r, activity, &r->activity);
}

/* Make a school; end it with schakel_school_destroy(r->school). */
static inline void make_random_school(random_school *r, uint64_t seed)
{
    memset(r, 0, sizeof *r);
    r->seed = seed;
    if (schakel_school_create(NULL, &r->school, NULL) != SCHAKEL_OK)
        abort();
    char own[2][32];
    r->info = (schakel_school_info)SCHAKEL_SCHOOL_INFO_INIT;
    r->info.id = new_mark(r, MARK_PUBLIC, 0);
    r->info.name = new_mark(r, MARK_PUBLIC, 0);
    r->info.stage = (schakel_stage)draw(r, 4);
    r->info.year_start = TODAY - 100;
    r->info.year_end = TODAY + 200;
    r->info.decides_age = draw(r, 2) == 0 ? 0 : 16 + (int32_t)draw(r, 3);
    r->info.extra = host_data(r, own[0]);
    r->info.document_extra = host_data(r, own[1]);
    if (schakel_school_set_info(r->school, &r->info, NULL) != SCHAKEL_OK)
        abort();
    add_people(r);
    add_consents(r);
    add_words(r);
    add_asks(r);
    add_dialogue(r);
}

#endif
