/*
 * The promise of schakel/rounds.h a second time, slowly and from the school alone: which talks a round has, what each may be,
 * which two cannot both be, and what a timetable costs.
 */
#ifndef TESTS_UNIT_ROUNDS_MODEL_H
#define TESTS_UNIT_ROUNDS_MODEL_H

#include <stdlib.h>
#include <string.h>

#include "schakel/talks.h"
#include "schakel/rounds.h"

enum { MODEL_TALKS = 64, MODEL_ADULTS = 8, MODEL_STAFF = 4, MODEL_TAGS = 8, MODEL_LEADERS = 2 };

/* A talk at a time, or at none (date SCHAKEL_NO_DATE). */
typedef struct model_time {
    schakel_date date;
    schakel_time start;
    const char *room; /* NULL when online */
    int online;
    int interpreter;            /* block of the round, or -1 */
    const char *interpreter_id; /* the adult who interprets */
    int leader;                 /* which of those who may lead the talk does */
} model_time;

/* Who of the staff are there when one of them leads, first, and how they understand the adults. */
typedef struct model_staffing {
    const char *ids[MODEL_STAFF];
    size_t count;
    const char *shared;
    int brings; /* does somebody bring who interprets? */
    const char *wanted[MODEL_TAGS];
    size_t wanted_count;
} model_staffing;

typedef struct model_talk {
    const char *child_id;
    const char *adults[MODEL_ADULTS];
    size_t adult_count;
    model_staffing staffings[MODEL_LEADERS]; /* one for each who may lead */
    int leaders;
    int sits;
    int minutes;
    schakel_child_part part;
    int bridge;
    unsigned prefers;
    int missed;
    int unpopular;
    schakel_talk planned; /* id NULL when new */
    int fixed;
    model_time fixed_time;
    int family;
} model_talk;

typedef struct model {
    const schakel_school *school;
    schakel_timetable_options options;
    schakel_round round;
    model_talk talks[MODEL_TALKS];
    size_t count;
    size_t gone;
} model;

/* ------------------------------------------------------------------- records */

static int same(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static int among(const char *const *ids, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (same(ids[i], id))
            return 1;
    return 0;
}

static schakel_adult adult_of(const model *m, const char *id)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(m->school, schakel_school_find(m->school, SCHAKEL_KIND_ADULT, id), &adult);
    return adult;
}

static schakel_staff staff_of(const model *m, const char *id)
{
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    schakel_school_get_staff(m->school, schakel_school_find(m->school, SCHAKEL_KIND_STAFF, id), &staff);
    return staff;
}

static schakel_talk talk_at(const model *m, size_t index)
{
    schakel_talk talk = SCHAKEL_TALK_INIT;
    schakel_school_get_talk(m->school, index, &talk);
    return talk;
}

static schakel_round_wish wish_of(const model *m, const char *child_id)
{
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_ROUND_WISH); i++) {
        schakel_round_wish wish = SCHAKEL_ROUND_WISH_INIT;
        schakel_school_get_round_wish(m->school, i, &wish);
        if (same(wish.round_id, m->round.id) && same(wish.child_id, child_id))
            return wish;
    }
    schakel_round_wish none = SCHAKEL_ROUND_WISH_INIT;
    return none;
}

static int is_told(const model *m, const char *child_id, const char *adult_id)
{
    schakel_told told = SCHAKEL_TOLD_INIT;
    schakel_school_told(m->school, child_id, adult_id, SCHAKEL_SCOPE_PRACTICAL, m->options.today, &told,
                        NULL);
    return told.allowed;
}

static int has_blocks(const model *m, const char *staff_id)
{
    for (size_t i = 0; i < m->round.block_count; i++)
        if (same(m->round.blocks[i].staff_id, staff_id))
            return 1;
    return 0;
}

/* ------------------------------------------------------------------ languages */

static int same_tongue(const char *a, const char *b)
{
    return strcspn(a, "-") == strcspn(b, "-") && strncmp(a, b, strcspn(a, "-")) == 0;
}

static int needs_dutch(const schakel_adult *adult)
{
    int speaks = adult->language_count == 0;
    for (size_t i = 0; i < adult->language_count; i++)
        speaks |= same_tongue(adult->languages[i].tag, "nl") &&
                  (adult->languages[i].speaking == SCHAKEL_LEVEL_UNKNOWN ||
                   adult->languages[i].speaking >= SCHAKEL_LEVEL_B1);
    return !speaks;
}

static int owns_tongue(const schakel_adult *adult, const char *tag)
{
    for (size_t i = 0; i < adult->language_count; i++)
        if (same_tongue(adult->languages[i].tag, tag) &&
            (adult->languages[i].speaking == SCHAKEL_LEVEL_UNKNOWN ||
             adult->languages[i].speaking >= SCHAKEL_LEVEL_B1))
            return 1;
    return 0;
}

static int staff_speaks(const model *m, const model_staffing *staffing, const char *tag)
{
    for (size_t k = 0; k < staffing->count; k++) {
        schakel_staff staff = staff_of(m, staffing->ids[k]);
        for (size_t i = 0; i < staff.language_count; i++)
            if (same_tongue(staff.languages[i].tag, tag) && staff.languages[i].speaking >= SCHAKEL_LEVEL_B1)
                return 1;
    }
    return 0;
}

static int round_interprets(const model *m, const char *tag)
{
    for (size_t i = 0; i < m->round.interpreter_count; i++)
        if (same_tongue(m->round.interpreters[i].language, tag))
            return 1;
    return 0;
}

/* How all adults of a talk are understood when a staffing is there. */
static void model_bridge(const model *m, model_talk *talk, model_staffing *who)
{
    for (size_t a = 0; a < talk->adult_count; a++) {
        schakel_adult adult = adult_of(m, talk->adults[a]);
        const char *shared = NULL, *wanted[MODEL_TAGS];
        size_t count = 0;
        if (!needs_dutch(&adult))
            continue;
        talk->bridge = 1;
        for (size_t i = 0; i < adult.language_count && shared == NULL; i++)
            if (owns_tongue(&adult, adult.languages[i].tag) && staff_speaks(m, who, adult.languages[i].tag))
                shared = adult.languages[i].tag;
        if (shared != NULL) {
            who->shared = who->shared == NULL ? shared : who->shared;
            continue;
        }
        if (adult.brings_interpreter == SCHAKEL_YES) {
            who->brings = 1;
            continue;
        }
        if (who->wanted_count == 0) {
            for (size_t i = 0; i < adult.language_count; i++)
                if (owns_tongue(&adult, adult.languages[i].tag) &&
                    round_interprets(m, adult.languages[i].tag))
                    who->wanted[who->wanted_count++] = adult.languages[i].tag;
            continue;
        }
        for (size_t i = 0; i < who->wanted_count; i++)
            if (owns_tongue(&adult, who->wanted[i]))
                wanted[count++] = who->wanted[i];
        if (count > 0)
            memcpy(who->wanted, wanted, count * sizeof *wanted);
        who->wanted_count = count > 0 ? count : who->wanted_count;
    }
}

/* ------------------------------------------------------------------ the talks */

/* Parties of adults: a letter for each adult, equal for those who come together. */
static void model_parties(const schakel_round_wish *wish, const int32_t *homes, size_t count, int *party)
{
    int homes_seen = 0;
    for (int32_t home = 1; home <= 9; home++)
        for (size_t i = 0; i < count; i++)
            if (homes[i] == home) {
                homes_seen++;
                break;
            }
    for (size_t i = 0; i < count; i++) {
        party[i] = 0;
        if (wish->apart == SCHAKEL_YES)
            party[i] = (int)i;
        if (wish->apart == SCHAKEL_UNASKED && homes_seen > 1)
            party[i] = homes[i];
    }
}

static model_talk *model_new(model *m, const char *child_id)
{
    model_talk *talk = &m->talks[m->count++];
    if (m->count > MODEL_TALKS)
        abort();
    memset(talk, 0, sizeof *talk);
    talk->child_id = child_id;
    schakel_talk none = SCHAKEL_TALK_INIT;
    talk->planned = none;
    return talk;
}

static int shares_adult(const schakel_talk *record, const model_talk *talk)
{
    for (size_t i = 0; i < record->adult_count; i++)
        if (among(talk->adults, talk->adult_count, record->adult_ids[i]))
            return 1;
    return 0;
}

static int has_same_adults(const schakel_talk *record, const model_talk *talk)
{
    for (size_t i = 0; i < record->adult_count; i++)
        if (!among(talk->adults, talk->adult_count, record->adult_ids[i]))
            return 0;
    return record->adult_count == talk->adult_count;
}

static int comes_before(const schakel_talk *a, const schakel_talk *b)
{
    return a->date != b->date ? a->date < b->date : strcmp(a->id, b->id) < 0;
}

/* The records of the round about a child, by day and id: those still to come, or those that are over. */
static size_t model_records(const model *m, const char *child_id, int to_come, schakel_talk *out)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_TALK); i++) {
        schakel_talk talk = talk_at(m, i);
        if (!same(talk.round_id, m->round.id) || !same(talk.child_id, child_id) ||
            (talk.state == SCHAKEL_TALK_PLANNED && talk.date >= m->options.today) != to_come)
            continue;
        size_t at = count++;
        for (; at > 0 && comes_before(&talk, &out[at - 1]); at--)
            out[at] = out[at - 1];
        out[at] = talk;
    }
    return count;
}

static void model_history(const model *m, model_talk *talk)
{
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_TALK); i++) {
        schakel_talk record = talk_at(m, i);
        int32_t ago = m->options.today - record.date;
        if (!same(record.child_id, talk->child_id) || ago < 0)
            continue;
        talk->missed |= record.state == SCHAKEL_TALK_MISSED && ago <= 365;
        talk->unpopular += (record.state == SCHAKEL_TALK_MISSED || record.state == SCHAKEL_TALK_HELD) &&
                           ago <= 730 && record.start >= 0 && (record.start < 510 || record.start >= 1230);
    }
}

/* Each who may lead, with who joins. Who joins leads only when nobody else can, and who has no blocks not at all. */
static void model_staff(const model *m, model_talk *talk, const schakel_group *group,
                        const schakel_round_wish *wish)
{
    int others = 0, everybody_sits = 1;
    for (size_t i = 0; i < group->staff_count; i++)
        others += has_blocks(m, group->staff_ids[i]) &&
                  !among(wish->staff_ids, wish->staff_count, group->staff_ids[i]);
    for (size_t i = 0; i < group->staff_count; i++)
        if (has_blocks(m, group->staff_ids[i]) &&
            (others == 0 || !among(wish->staff_ids, wish->staff_count, group->staff_ids[i])))
            talk->staffings[talk->leaders++].ids[0] = group->staff_ids[i];
    for (size_t i = 0; i < wish->staff_count; i++)
        everybody_sits &= has_blocks(m, wish->staff_ids[i]);
    talk->sits = talk->leaders > 0 && everybody_sits;
    if (talk->leaders == 0)
        talk->staffings[talk->leaders++].ids[0] = group->staff_count > 0 ? group->staff_ids[0] : NULL;
    for (int k = 0; k < talk->leaders; k++) {
        model_staffing *who = &talk->staffings[k];
        who->count = who->ids[0] != NULL;
        for (size_t i = 0; i < wish->staff_count; i++)
            if (!among(who->ids, who->count, wish->staff_ids[i]))
                who->ids[who->count++] = wish->staff_ids[i];
    }
}

/* What a fixed talk says itself. */
static void model_fix(const model *m, model_talk *talk)
{
    const schakel_talk *record = &talk->planned;
    const char *told[MODEL_ADULTS];
    size_t count = 0;
    if (record->id == NULL || !record->fixed || record->start == SCHAKEL_NO_TIME)
        return;
    for (size_t i = 0; i < record->adult_count; i++) {
        if (!is_told(m, talk->child_id, record->adult_ids[i]))
            continue;
        size_t at = count++;
        for (; at > 0 && strcmp(told[at - 1], record->adult_ids[i]) > 0; at--)
            told[at] = told[at - 1];
        told[at] = record->adult_ids[i];
    }
    if (count > 0) {
        memcpy(talk->adults, told, count * sizeof *told);
        talk->adult_count = count;
    }
    if (record->staff_count > 0) {
        memcpy(talk->staffings[0].ids, record->staff_ids, record->staff_count * sizeof *record->staff_ids);
        talk->staffings[0].count = record->staff_count;
        talk->leaders = 1;
    }
    talk->part = record->child;
    talk->fixed = talk->adult_count > 0;
}

static void model_child(model *m, const schakel_child *child)
{
    schakel_round_wish wish = wish_of(m, child->id);
    schakel_group group = SCHAKEL_GROUP_INIT;
    const char *adults[MODEL_ADULTS];
    int32_t homes[MODEL_ADULTS];
    int party[MODEL_ADULTS];
    schakel_talk to_come[MODEL_TALKS], over[MODEL_TALKS];
    size_t count = 0, first = m->count;
    size_t index = schakel_school_find(m->school, SCHAKEL_KIND_CHILD, child->id);
    schakel_school_get_group(m->school, schakel_school_find(m->school, SCHAKEL_KIND_GROUP, child->group_id),
                             &group);
    for (size_t i = 0; i < schakel_school_child_tie_count(m->school, index); i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_school_get_child_tie(m->school, index, i, &tie);
        if (!is_told(m, child->id, tie.adult_id) ||
            (wish.adult_count > 0 && !among(wish.adult_ids, wish.adult_count, tie.adult_id)))
            continue;
        homes[count] = tie.home;
        adults[count++] = tie.adult_id;
    }
    int comes = (m->round.group_count == 0 || among(m->round.group_ids, m->round.group_count, group.id)) &&
                !wish.skips;
    model_parties(&wish, homes, count, party);
    for (size_t i = 0; comes && i < count; i++) {
        size_t k = 0;
        while (party[k] != party[i])
            k++;
        if (k < i)
            continue;
        model_talk *talk = model_new(m, child->id);
        for (k = i; k < count; k++)
            if (party[k] == party[i])
                talk->adults[talk->adult_count++] = adults[k];
    }
    if (comes && count == 0)
        model_new(m, child->id);
    /* What was planned for it: by the same adults, by some of them, by anybody. */
    size_t plans = model_records(m, child->id, 1, to_come), done = model_records(m, child->id, 0, over);
    for (int pass = 0; pass < 6; pass++)
        for (size_t t = first; t < m->count; t++)
            for (size_t i = 0; i < plans && m->talks[t].planned.id == NULL; i++) {
                int stays = to_come[i].fixed && to_come[i].start != SCHAKEL_NO_TIME;
                int alike = pass < 2   ? has_same_adults(&to_come[i], &m->talks[t])
                            : pass < 4 ? shares_adult(&to_come[i], &m->talks[t])
                                       : 1;
                /* Fixed ones in the first pass of two. */
                if (to_come[i].id == NULL || stays == pass % 2 || !alike)
                    continue;
                m->talks[t].planned = to_come[i];
                to_come[i].id = NULL;
            }
    /* What is over is not planned again. */
    int is_over[MODEL_TALKS] = {0};
    for (size_t i = 0; i < done; i++) {
        int named = 0;
        for (size_t t = first; t < m->count; t++)
            named |= shares_adult(&over[i], &m->talks[t]);
        for (size_t t = first; t < m->count; t++)
            is_over[t] |= m->talks[t].planned.id == NULL && (!named || shares_adult(&over[i], &m->talks[t]));
    }
    size_t kept = first;
    for (size_t t = first; t < m->count; t++)
        if (!is_over[t])
            m->talks[kept++] = m->talks[t];
    m->count = kept;
    /* Planned talks that became of nothing. */
    for (size_t i = 0; i < plans; i++) {
        int told = 0;
        for (size_t k = 0; k < to_come[i].adult_count; k++)
            told |= is_told(m, child->id, to_come[i].adult_ids[k]);
        if (to_come[i].id == NULL)
            continue;
        if (to_come[i].fixed && to_come[i].start != SCHAKEL_NO_TIME && told && !wish.skips)
            model_new(m, child->id)->planned = to_come[i];
        else
            m->gone++;
    }
    for (size_t t = first; t < m->count; t++) {
        model_talk *talk = &m->talks[t];
        talk->part = m->round.child_year > 0 && group.year < m->round.child_year ? SCHAKEL_CHILD_ABSENT
                                                                                 : m->round.child;
        talk->prefers = wish.prefers;
        model_staff(m, talk, &group, &wish);
        model_history(m, talk);
        model_fix(m, talk);
        for (int k = 0; k < talk->leaders; k++)
            model_bridge(m, talk, &talk->staffings[k]);
        talk->minutes = wish.minutes != 0 ? wish.minutes : m->round.minutes;
        talk->minutes += talk->bridge ? m->round.bridge_minutes : 0;
        if (talk->fixed && talk->planned.minutes > 0)
            talk->minutes = talk->planned.minutes;
    }
}

static void model_families(model *m)
{
    for (size_t t = 0; t < m->count; t++)
        m->talks[t].family = (int)t;
    for (int changed = 1; changed;) {
        changed = 0;
        for (size_t t = 0; t < m->count; t++)
            for (size_t u = 0; u < t; u++)
                for (size_t i = 0; i < m->talks[t].adult_count; i++)
                    if (m->talks[t].family != m->talks[u].family &&
                        among(m->talks[u].adults, m->talks[u].adult_count, m->talks[t].adults[i])) {
                        int low =
                            m->talks[t].family < m->talks[u].family ? m->talks[t].family : m->talks[u].family;
                        m->talks[t].family = m->talks[u].family = low;
                        changed = 1;
                    }
    }
}

/* ---------------------------------------------------------------- hard rules */

static int interpreter_fits(const model *m, const model_talk *talk, int interpreter, const model_time *time)
{
    const schakel_interpreter_block *block = &m->round.interpreters[interpreter];
    const model_staffing *who = &talk->staffings[time->leader];
    int speaks = 0;
    for (size_t i = 0; i < who->wanted_count; i++)
        speaks |= same_tongue(who->wanted[i], block->language);
    return speaks && block->date == time->date && block->start <= time->start &&
           time->start + talk->minutes <= block->end &&
           !among(talk->adults, talk->adult_count, block->adult_id);
}

static int holds_talk(const schakel_block *block, const char *staff_id, const model_talk *talk,
                      schakel_date date, schakel_time start)
{
    return same(block->staff_id, staff_id) && block->date == date && block->start <= start &&
           start + talk->minutes <= block->end;
}

static int model_step(const model *m)
{
    return m->round.minutes + m->round.pause_minutes;
}

/* Does a rule about the talk alone forbid this time? */
static int is_forbidden(const model *m, const model_talk *talk, const model_time *time)
{
    int is_old = talk->planned.id != NULL && time->date == talk->planned.date &&
                 time->start == talk->planned.start && time->online == talk->planned.online;
    const model_staffing *who = &talk->staffings[time->leader];
    int first = 0;
    if (talk->adult_count == 0 || !talk->sits ||
        (!is_old && time->date < m->options.today + m->options.notice))
        return 1;
    for (size_t i = 0; i < m->round.block_count; i++) {
        const schakel_block *block = &m->round.blocks[i];
        const char *room = block->online ? NULL : block->room;
        first |= holds_talk(block, who->ids[0], talk, time->date, time->start) &&
                 (time->start - block->start) % model_step(m) == 0 && block->online == time->online &&
                 (room == time->room || same(room, time->room));
    }
    if (!first)
        return 1;
    for (size_t k = 1; k < who->count; k++) {
        int sits = 0;
        for (size_t i = 0; i < m->round.block_count; i++)
            sits |= holds_talk(&m->round.blocks[i], who->ids[k], talk, time->date, time->start);
        if (!sits)
            return 1;
    }
    for (size_t i = 0; i < talk->adult_count; i++) {
        schakel_adult adult = adult_of(m, talk->adults[i]);
        if (!schakel_available(adult.windows, adult.window_count, adult.exceptions, adult.exception_count,
                               time->date, time->start, time->start + talk->minutes))
            return 1;
    }
    if (who->wanted_count == 0)
        return time->interpreter >= 0;
    return time->interpreter < 0 || !interpreter_fits(m, talk, time->interpreter, time);
}

/* Are two stretches on one day nearer to each other than so many minutes? */
static int too_near(const model_talk *a, const model_time *at, const model_talk *b, const model_time *bt,
                    int gap)
{
    return at->date == bt->date && at->start < bt->start + b->minutes + gap &&
           bt->start < at->start + a->minutes + gap;
}

static int clash(const model *m, const model_talk *a, const model_time *at, const model_talk *b,
                 const model_time *bt)
{
    const model_staffing *with_a = &a->staffings[at->leader], *with_b = &b->staffings[bt->leader];
    int stays = !at->online && !bt->online && same(with_a->ids[0], with_b->ids[0]);
    int walk = (at->online && bt->online) || stays ? 0 : m->round.walk_minutes;
    for (size_t i = 0; i < with_a->count; i++)
        if (among(with_b->ids, with_b->count, with_a->ids[i]) &&
            too_near(a, at, b, bt, m->round.pause_minutes))
            return 1;
    for (size_t i = 0; i < a->adult_count; i++)
        if (among(b->adults, b->adult_count, a->adults[i]) && too_near(a, at, b, bt, walk))
            return 1;
    if (same(a->child_id, b->child_id) && a->part != SCHAKEL_CHILD_ABSENT &&
        b->part != SCHAKEL_CHILD_ABSENT && too_near(a, at, b, bt, walk))
        return 1;
    int one_room = same(at->room, bt->room);
    int one_interpreter = same(at->interpreter_id, bt->interpreter_id) ||
                          (at->interpreter >= 0 && at->interpreter == bt->interpreter);
    int comes_and_interprets = among(a->adults, a->adult_count, bt->interpreter_id) ||
                               among(b->adults, b->adult_count, at->interpreter_id);
    return (one_room || one_interpreter || comes_and_interprets) && too_near(a, at, b, bt, 0);
}

/* Is somebody, or the room, in a planned talk that is not of the round? */
static int is_elsewhere(const model *m, const model_talk *talk, const model_time *time)
{
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_TALK); i++) {
        schakel_talk record = talk_at(m, i);
        model_talk other = {.child_id = record.child_id, .part = record.child};
        model_time then = {record.date,
                           record.start,
                           record.online ? NULL : record.room,
                           record.online,
                           -1,
                           record.interpreter_id,
                           0};
        if (same(record.round_id, m->round.id) || record.state != SCHAKEL_TALK_PLANNED ||
            record.start == SCHAKEL_NO_TIME)
            continue;
        for (size_t k = 0; k < record.adult_count; k++)
            other.adults[other.adult_count++] = record.adult_ids[k];
        for (size_t k = 0; k < record.staff_count; k++)
            other.staffings[0].ids[other.staffings[0].count++] = record.staff_ids[k];
        other.minutes = record.minutes > 0 ? record.minutes : m->round.minutes;
        if (clash(m, talk, time, &other, &then))
            return 1;
    }
    return 0;
}

/* Blocks of interpreters by date, start, end, language and adult: the order in which they are asked. */
static int interpreter_before(const schakel_interpreter_block *a, const schakel_interpreter_block *b)
{
    if (a->date != b->date)
        return a->date < b->date;
    if (a->start != b->start)
        return a->start < b->start;
    if (a->end != b->end)
        return a->end < b->end;
    return strcmp(a->language, b->language) < 0;
}

/* The time of a fixed talk; who interprets from outside is the first who is free among those before it. */
static void model_fixed_time(model *m, size_t index)
{
    model_talk *talk = &m->talks[index];
    const schakel_talk *record = &talk->planned;
    model_time *time = &talk->fixed_time;
    *time = (model_time){record->date,
                         record->start,
                         record->online ? NULL : record->room,
                         record->online,
                         -1,
                         record->interpreter_id,
                         0};
    for (int i = 0; time->interpreter_id == NULL && i < (int)m->round.interpreter_count; i++) {
        int is_free = m->round.interpreters[i].adult_id == NULL && interpreter_fits(m, talk, i, time);
        for (size_t t = 0; t < index; t++)
            is_free = is_free && !(m->talks[t].fixed && m->talks[t].fixed_time.interpreter == i &&
                                   too_near(talk, time, &m->talks[t], &m->talks[t].fixed_time, 0));
        if (is_free &&
            (time->interpreter < 0 ||
             interpreter_before(&m->round.interpreters[i], &m->round.interpreters[time->interpreter])))
            time->interpreter = i;
    }
}

/* Do fixed talks break a rule among themselves? */
static int fixed_clash(const model *m)
{
    for (size_t t = 0; t < m->count; t++)
        for (size_t u = 0; u < t; u++)
            if (m->talks[t].fixed && m->talks[u].fixed &&
                clash(m, &m->talks[t], &m->talks[t].fixed_time, &m->talks[u], &m->talks[u].fixed_time))
                return 1;
    return 0;
}

static int by_child_id(const void *a, const void *b)
{
    return strcmp(((const schakel_child *)a)->id, ((const schakel_child *)b)->id);
}

static void model_make(model *m, const schakel_school *school, const schakel_timetable_options *options)
{
    static schakel_child children[MODEL_TALKS];
    size_t count = schakel_school_count(school, SCHAKEL_KIND_CHILD);
    schakel_round round = SCHAKEL_ROUND_INIT;
    memset(m, 0, sizeof *m);
    m->school = school;
    m->options = *options;
    schakel_school_get_round(school, schakel_school_find(school, SCHAKEL_KIND_ROUND, options->round_id),
                             &round);
    m->round = round;
    for (size_t i = 0; i < count; i++) {
        children[i].struct_size = sizeof children[i];
        schakel_school_get_child(school, i, &children[i]);
    }
    qsort(children, count, sizeof *children, by_child_id);
    for (size_t i = 0; i < count; i++)
        model_child(m, &children[i]);
    for (size_t t = 0; t < m->count; t++)
        if (m->talks[t].fixed)
            model_fixed_time(m, t);
    model_families(m);
}

/* --------------------------------------------------------------------- costs */

/* What a timetable comes to. */
typedef struct model_value {
    int weight; /* of talks with a time */
    int goes;   /* talks that were planned and have none now */
    long long cost;
    size_t placed, moved, families, together, preferring, preferred;
    int wait, hole;
} model_value;

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void value_families(const model *m, const model_time *times, model_value *value)
{
    for (size_t f = 0; f < m->count; f++) {
        int keys[MODEL_TALKS], ends[MODEL_TALKS], count = 0, size = 0, visits = 0;
        for (size_t t = 0; t < m->count; t++) {
            if (m->talks[t].family != (int)f)
                continue;
            size++;
            if (times[t].date != SCHAKEL_NO_DATE)
                keys[count++] = (times[t].date - m->options.today) * 10000 + times[t].start;
        }
        if (size < 2)
            continue;
        qsort(keys, (size_t)count, sizeof *keys, by_number);
        for (int i = 0; i < count; i++) {
            ends[i] = 0;
            for (size_t t = 0; t < m->count; t++)
                if (m->talks[t].family == (int)f && times[t].date != SCHAKEL_NO_DATE &&
                    (times[t].date - m->options.today) * 10000 + times[t].start == keys[i] &&
                    keys[i] + m->talks[t].minutes > ends[i])
                    ends[i] = keys[i] + m->talks[t].minutes;
            /* The latest end so far on this day. */
            if (i > 0 && keys[i] / 10000 == keys[i - 1] / 10000 && ends[i - 1] > ends[i])
                ends[i] = ends[i - 1];
            int waited = i == 0 ? 0 : keys[i] - ends[i - 1];
            if (i == 0 || keys[i] / 10000 != keys[i - 1] / 10000 || waited > 60)
                visits++;
            else if (waited > m->round.walk_minutes)
                value->wait += waited - m->round.walk_minutes;
        }
        value->cost += visits > 1 ? (visits - 1) * (long long)m->options.visit_weight : 0;
        value->families++;
        value->together += visits == 1 && count == size;
    }
}

/* The start of the union of overlapping blocks of somebody in which a moment lies; -1 for none. */
static int union_start(const model *m, const char *staff_id, schakel_date date, schakel_time at)
{
    int start = -1;
    for (size_t i = 0; i < m->round.block_count; i++) {
        const schakel_block *block = &m->round.blocks[i];
        if (same(block->staff_id, staff_id) && block->date == date && block->start <= at && at < block->end)
            start = start < 0 || block->start < start ? block->start : start;
    }
    for (size_t round = 0; start >= 0 && round < m->round.block_count; round++)
        for (size_t i = 0; i < m->round.block_count; i++) {
            const schakel_block *block = &m->round.blocks[i];
            if (same(block->staff_id, staff_id) && block->date == date && block->start < start &&
                start < block->end)
                start = block->start;
        }
    return start;
}

/* Is somebody of the staff at a talk? */
static int is_at(const model_talk *talk, const model_time *time, const char *staff_id)
{
    return among(talk->staffings[time->leader].ids, talk->staffings[time->leader].count, staff_id);
}

/* The wait of each of the staff before each of its talks, when another came before it in the same block. */
static void value_holes(const model *m, const model_time *times, model_value *value)
{
    for (size_t t = 0; t < m->count; t++) {
        const model_staffing *who = &m->talks[t].staffings[times[t].leader];
        for (size_t k = 0; times[t].date != SCHAKEL_NO_DATE && k < who->count; k++) {
            const char *staff_id = who->ids[k];
            int block = union_start(m, staff_id, times[t].date, times[t].start), latest = -1;
            for (size_t u = 0; u < m->count; u++)
                if (block >= 0 && times[u].date == times[t].date && times[u].start < times[t].start &&
                    is_at(&m->talks[u], &times[u], staff_id) &&
                    union_start(m, staff_id, times[u].date, times[u].start) == block &&
                    times[u].start + m->talks[u].minutes > latest)
                    latest = times[u].start + m->talks[u].minutes;
            if (latest >= 0 && times[t].start - latest > m->round.pause_minutes)
                value->hole += times[t].start - latest - m->round.pause_minutes;
        }
    }
}

/* Does a talk that was planned become another: at no time, another time, elsewhere, or with who was not to be there? */
static int has_moved(const model_talk *talk, const model_time *time)
{
    const schakel_talk *planned = &talk->planned;
    if (planned->id == NULL)
        return 0;
    return time->date != planned->date || time->start != planned->start || time->online != planned->online ||
           (planned->staff_count > 0 &&
            !among(planned->staff_ids, planned->staff_count, talk->staffings[time->leader].ids[0]));
}

static model_value model_sum(const model *m, const model_time *times)
{
    model_value value = {.moved = m->gone};
    const schakel_timetable_options *o = &m->options;
    for (size_t t = 0; t < m->count; t++) {
        const model_talk *talk = &m->talks[t];
        int is_placed = times[t].date != SCHAKEL_NO_DATE, was = talk->planned.id != NULL;
        int moves = has_moved(talk, &times[t]);
        value.moved += (size_t)moves;
        value.goes += was && !is_placed;
        if (!is_placed)
            continue;
        schakel_time start = times[t].start;
        unsigned part = start < 720 ? 1u : start < 1080 ? 2u : 4u;
        value.placed++;
        value.weight += talk->missed ? SCHAKEL_ROUND_MISSED_COUNTS : 1;
        value.preferring += talk->prefers != 0;
        value.preferred += (talk->prefers & part) != 0;
        if (talk->prefers != 0 && (talk->prefers & part) == 0)
            value.cost += (long long)o->preference_weight * (talk->missed ? 2 : 1);
        if (start < 510 || start >= 1230)
            value.cost += (long long)o->unpopular_weight * (1 + talk->unpopular);
        if (moves)
            value.cost += o->change_weight;
    }
    value_families(m, times, &value);
    value_holes(m, times, &value);
    value.cost += (long long)value.wait * o->wait_weight + (long long)value.hole * o->hole_weight;
    return value;
}

#endif
