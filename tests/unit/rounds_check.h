/* A timetable held against the model: every rule, every sum, every moment and every reason. */
#ifndef TESTS_UNIT_ROUNDS_CHECK_H
#define TESTS_UNIT_ROUNDS_CHECK_H

#include <stdio.h>

#include "unit/rounds_model.h"

/* The rows of a timetable as times of the model's talks. */
typedef struct checked {
    model m;
    model_time times[MODEL_TALKS];
    size_t row_of[MODEL_TALKS];
    model_value value;
} checked;

static schakel_timetable_row row_at(const schakel_timetable *timetable, size_t index)
{
    schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
    assert_int_equal(schakel_timetable_get(timetable, index, &row), SCHAKEL_OK);
    return row;
}

static int is_row_of(const schakel_timetable_row *row, const model_talk *talk)
{
    int is_same = same(row->child_id, talk->child_id) && row->adult_count == talk->adult_count;
    for (size_t i = 0; is_same && i < talk->adult_count; i++)
        is_same = same(row->adult_ids[i], talk->adults[i]);
    /* Two fixed talks about one child may be with the same adults. */
    return is_same && (row->talk_id == NULL) == (talk->planned.id == NULL) &&
           (row->talk_id == NULL || same(row->talk_id, talk->planned.id));
}

/* Who leads the talk of a row: the one of those who may with whom its staff are the row's. */
static int leader_of(const schakel_timetable_row *row, const model_talk *talk)
{
    for (int k = 0; k < talk->leaders; k++) {
        const model_staffing *who = &talk->staffings[k];
        int is_same = row->staff_count == who->count;
        for (size_t i = 0; is_same && i < who->count; i++)
            is_same = same(row->staff_ids[i], who->ids[i]);
        if (is_same)
            return k;
    }
    fail_msg("the staff of %s may not have that talk", talk->child_id);
    return -1;
}

static void check_row(const schakel_timetable_row *row, const model_talk *talk, const model_time *time)
{
    assert_int_equal(row->minutes, talk->minutes);
    assert_int_equal(row->child, talk->part);
    assert_int_equal(row->needs_bridge, talk->bridge);
    assert_int_equal(row->fixed, talk->fixed);
    int is_placed = row->date != SCHAKEL_NO_DATE;
    assert_int_equal(is_placed, row->start != SCHAKEL_NO_TIME);
    assert_int_equal(is_placed, row->reason == SCHAKEL_PLACED);
    assert_int_equal(is_placed, row->text_nl == NULL);
    assert_int_equal(is_placed, row->text_en == NULL);
    assert_true(row->room == NULL || !row->online);
    assert_int_equal(row->moved, has_moved(talk, time));
    const char *shared = talk->staffings[time->leader].shared;
    if (!row->has_interpreter)
        assert_true(row->language == shared || same(row->language, shared));
    if (row->interpreter_id != NULL)
        assert_true(row->has_interpreter);
    assert_int_equal(row->brings_interpreter, talk->staffings[time->leader].brings);
}

/* Give the talks that somebody from outside interprets a block each. Returns whether that can be. */
static int give_interpreters(checked *c, const schakel_timetable *timetable, size_t t)
{
    const model *m = &c->m;
    if (t == m->count)
        return 1;
    schakel_timetable_row row = row_at(timetable, c->row_of[t]);
    model_time *time = &c->times[t];
    if (!row.has_interpreter || m->talks[t].fixed)
        return give_interpreters(c, timetable, t + 1);
    for (int i = 0; i < (int)m->round.interpreter_count; i++) {
        const char *adult_id = m->round.interpreters[i].adult_id;
        int is_free = (adult_id == NULL) == (row.interpreter_id == NULL) &&
                      (adult_id == NULL || same(adult_id, row.interpreter_id)) &&
                      same(m->round.interpreters[i].language, row.language) &&
                      interpreter_fits(m, &m->talks[t], i, time);
        time->interpreter = i;
        for (size_t u = 0; is_free && adult_id == NULL && u < m->count; u++)
            if ((u < t || m->talks[u].fixed) && c->times[u].interpreter == i &&
                too_near(&m->talks[t], time, &m->talks[u], &c->times[u], 0))
                is_free = 0;
        if (is_free && give_interpreters(c, timetable, t + 1))
            return 1;
    }
    time->interpreter = -1;
    return 0;
}

static void find_rows(checked *c, const schakel_timetable *timetable)
{
    assert_int_equal(schakel_timetable_count(timetable), c->m.count);
    for (size_t t = 0; t < c->m.count; t++) {
        const model_talk *talk = &c->m.talks[t];
        size_t i = 0;
        schakel_timetable_row row;
        do {
            if (i == c->m.count)
                fail_msg("no row for %s", talk->child_id);
            row = row_at(timetable, i++);
        } while (!is_row_of(&row, talk));
        c->row_of[t] = i - 1;
        c->times[t] = (model_time){
            row.date, row.start, row.room, row.online, -1, row.interpreter_id, leader_of(&row, talk)};
        check_row(&row, talk, &c->times[t]);
        if (talk->fixed) {
            assert_int_equal(row.date, talk->fixed_time.date);
            assert_int_equal(row.start, talk->fixed_time.start);
            assert_true(row.room == talk->fixed_time.room || same(row.room, talk->fixed_time.room));
            assert_int_equal(row.online, talk->fixed_time.online);
            assert_int_equal(c->times[t].leader, talk->fixed_time.leader);
            assert_int_equal(row.has_interpreter,
                             talk->fixed_time.interpreter >= 0 || talk->fixed_time.interpreter_id != NULL);
            c->times[t] = talk->fixed_time;
        }
    }
}

static void check_rules(checked *c, const schakel_timetable *timetable)
{
    const model *m = &c->m;
    assert_true(give_interpreters(c, timetable, 0));
    for (size_t t = 0; t < m->count; t++) {
        if (c->times[t].date == SCHAKEL_NO_DATE)
            continue;
        if (!m->talks[t].fixed &&
            (is_forbidden(m, &m->talks[t], &c->times[t]) || is_elsewhere(m, &m->talks[t], &c->times[t])))
            fail_msg("%s may not be then", m->talks[t].child_id);
        for (size_t u = 0; u < t; u++)
            if (c->times[u].date != SCHAKEL_NO_DATE &&
                clash(m, &m->talks[t], &c->times[t], &m->talks[u], &c->times[u]))
                fail_msg("%s and %s clash", m->talks[t].child_id, m->talks[u].child_id);
    }
}

static void check_order(const schakel_timetable *timetable)
{
    for (size_t i = 1; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row a = row_at(timetable, i - 1), b = row_at(timetable, i);
        int order = (a.reason != SCHAKEL_PLACED) - (b.reason != SCHAKEL_PLACED);
        if (order == 0 && a.reason == SCHAKEL_PLACED) {
            order = a.date != b.date ? a.date - b.date : a.start - b.start;
            order = order != 0 ? order
                               : strcmp(a.staff_count > 0 ? a.staff_ids[0] : "",
                                        b.staff_count > 0 ? b.staff_ids[0] : "");
        }
        order = order != 0 ? order : strcmp(a.child_id, b.child_id);
        assert_true(order <= 0);
    }
}

static void check_summary(const checked *c, const schakel_timetable *timetable)
{
    schakel_timetable_summary s = SCHAKEL_TIMETABLE_SUMMARY_INIT;
    const model_value *v = &c->value;
    assert_int_equal(schakel_timetable_get_summary(timetable, &s), SCHAKEL_OK);
    assert_int_equal(s.talks, c->m.count);
    assert_int_equal(s.placed, v->placed);
    assert_int_equal(s.cost, v->cost);
    assert_int_equal(s.families, v->families);
    assert_int_equal(s.together, v->together);
    assert_int_equal(s.wait_minutes, v->wait);
    assert_int_equal(s.hole_minutes, v->hole);
    assert_int_equal(s.preferring, v->preferring);
    assert_int_equal(s.preferred, v->preferred);
    assert_int_equal(s.moved, v->moved);
    assert_true(s.placed <= s.most && s.most <= s.talks);
    assert_true(0 <= s.bound && s.bound <= s.cost);
    if (s.optimal)
        assert_int_equal(s.bound, s.cost);
}

/* ------------------------------------------------------------------ what could be */

enum { MODEL_OPTIONS = 800 };

/* Those of them in a block of who leads. */
static size_t allowed_in(const model *m, const model_talk *talk, const schakel_block *block, int leader,
                         model_time *out, size_t room)
{
    size_t count = 0;
    for (int start = block->start; start + talk->minutes <= block->end; start += model_step(m))
        for (int i = -1; i < (int)m->round.interpreter_count; i++) {
            model_time time = {block->date,   start, block->online ? NULL : block->room,
                               block->online, i,     i < 0 ? NULL : m->round.interpreters[i].adult_id,
                               leader};
            if (!is_forbidden(m, talk, &time) && count < room)
                out[count++] = time;
        }
    return count;
}

/* All times that the rules about the talk alone allow, with each who may lead. */
static size_t allowed_times(const model *m, const model_talk *talk, model_time *out)
{
    size_t count = 0;
    for (size_t b = 0; talk->adult_count > 0 && talk->sits && b < m->round.block_count; b++)
        for (int leader = 0; leader < talk->leaders; leader++)
            if (same(m->round.blocks[b].staff_id, talk->staffings[leader].ids[0]))
                count += allowed_in(m, talk, &m->round.blocks[b], leader, out + count, MODEL_OPTIONS - count);
    return count;
}

static int is_in_nobodys_way(const checked *c, size_t talk, const model_time *time)
{
    if (is_elsewhere(&c->m, &c->m.talks[talk], time))
        return 0;
    for (size_t t = 0; t < c->m.count; t++)
        if (t != talk && c->times[t].date != SCHAKEL_NO_DATE &&
            clash(&c->m, &c->m.talks[talk], time, &c->m.talks[t], &c->times[t]))
            return 0;
    return 1;
}

/* Several interpreters from outside may be given in several ways; moments are told for one of them. */
static int has_interchangeable(const model *m)
{
    int outside = 0;
    for (size_t i = 0; i < m->round.interpreter_count; i++)
        outside += m->round.interpreters[i].adult_id == NULL;
    return outside > 1;
}

/* How much another time differs from a talk besides: in who leads, then in being by video or not, then in its room. */
static int model_unlikeness(const model_time *time, const char *leader_id, const model_time *other,
                            const char *other_leader_id)
{
    int is_same_room = time->room == other->room || same(time->room, other->room);
    return 4 * !same(leader_id, other_leader_id) + 2 * (time->online != other->online) + !is_same_room;
}

/* Is a moment one that is free, and with nothing at that time that is more like the talk? */
static void check_moment(const checked *c, size_t t, const model_time *options, size_t count,
                         const schakel_timetable_moment *moment)
{
    const model_talk *talk = &c->m.talks[t];
    const char *leader_id = talk->staffings[c->times[t].leader].ids[0];
    model_time told = {.room = moment->room, .online = moment->online};
    int unlike = model_unlikeness(&c->times[t], leader_id, &told, moment->staff_id), is_free = 0;
    for (size_t i = 0; i < count; i++) {
        const char *other_id = talk->staffings[options[i].leader].ids[0];
        if (options[i].date != moment->date || options[i].start != moment->start ||
            !is_in_nobodys_way(c, t, &options[i]))
            continue;
        assert_true(unlike <= model_unlikeness(&c->times[t], leader_id, &options[i], other_id));
        is_free |= model_unlikeness(&told, moment->staff_id, &options[i], other_id) == 0;
    }
    assert_true(is_free);
}

static void check_moments(const checked *c, const schakel_timetable *timetable, size_t t)
{
    static model_time options[MODEL_OPTIONS];
    size_t count = allowed_times(&c->m, &c->m.talks[t], options), row = c->row_of[t], found = 0;
    if (has_interchangeable(&c->m))
        return;
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;
        int is_known = 0;
        if (options[i].date < c->m.options.today + c->m.options.notice ||
            (options[i].date == c->times[t].date && options[i].start == c->times[t].start) ||
            !is_in_nobodys_way(c, t, &options[i]))
            continue;
        for (; k < schakel_timetable_moment_count(timetable, row); k++) {
            schakel_timetable_moment moment = SCHAKEL_TIMETABLE_MOMENT_INIT;
            assert_int_equal(schakel_timetable_get_moment(timetable, row, k, &moment), SCHAKEL_OK);
            is_known |= moment.date == options[i].date && moment.start == options[i].start;
        }
        assert_true(is_known);
        for (k = 0; k < i; k++)
            if (options[k].date == options[i].date && options[k].start == options[i].start &&
                is_in_nobodys_way(c, t, &options[k]))
                break;
        found += k == i;
    }
    assert_int_equal(found, schakel_timetable_moment_count(timetable, row));
    schakel_timetable_moment last = SCHAKEL_TIMETABLE_MOMENT_INIT;
    for (size_t k = 0; k < found; k++) {
        schakel_timetable_moment moment = SCHAKEL_TIMETABLE_MOMENT_INIT;
        schakel_timetable_get_moment(timetable, row, k, &moment);
        assert_true(k == 0 || last.date < moment.date ||
                    (last.date == moment.date && last.start < moment.start));
        check_moment(c, t, options, count, &moment);
        last = moment;
    }
}

/* Nobody needs an interpreter any more. */
static void understand_all(model_talk *talk)
{
    for (int k = 0; k < talk->leaders; k++)
        talk->staffings[k].wanted_count = 0;
}

/* A talk whose adults can always come, and that needs no interpreter: what is left are the blocks. */
static schakel_unplaced_reason reason_of(const model *m, const model_talk *talk)
{
    static model_time options[MODEL_OPTIONS];
    int seated = 0, coming = 0, understood = 0, left = 0;
    if (talk->adult_count == 0)
        return SCHAKEL_UNPLACED_NO_ADULT;
    for (size_t i = 0; i < m->round.block_count; i++)
        for (int k = 0; k < talk->leaders; k++)
            left |= same(m->round.blocks[i].staff_id, talk->staffings[k].ids[0]) &&
                    m->round.blocks[i].date >= m->options.today + m->options.notice;
    model_talk alone = *talk;
    const char *somebody[] = {"nobody in particular"};
    alone.adults[0] = somebody[0];
    alone.adult_count = 1; /* an adult who isn't there can always come */
    understand_all(&alone);
    seated = allowed_times(m, &alone, options) > 0;
    alone = *talk;
    understand_all(&alone);
    coming = allowed_times(m, &alone, options) > 0;
    understood = allowed_times(m, talk, options) > 0;
    if (!talk->sits || (!left && !seated))
        return SCHAKEL_UNPLACED_NO_STAFF;
    if (!seated)
        return SCHAKEL_UNPLACED_TOO_LONG;
    if (!coming)
        return SCHAKEL_UNPLACED_WINDOWS;
    return understood ? SCHAKEL_UNPLACED_FULL : SCHAKEL_UNPLACED_INTERPRETER;
}

/* Make a timetable and check all of it. NULL when fixed talks clash, which must be said. */
static schakel_timetable *make_checked(checked *c, const schakel_school *school,
                                       const schakel_timetable_options *options)
{
    schakel_timetable *timetable = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    model_make(&c->m, school, options);
    schakel_status status = schakel_timetable_make(school, options, &timetable, &error);
    if (fixed_clash(&c->m)) {
        size_t index = 0;
        assert_int_equal(status, SCHAKEL_INVALID);
        assert_null(timetable);
        assert_int_equal(sscanf(error.path, "/talks/%zu", &index), 1);
        assert_true(talk_at(&c->m, index).fixed);
        return NULL;
    }
    if (status != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    find_rows(c, timetable);
    check_rules(c, timetable);
    check_order(timetable);
    c->value = model_sum(&c->m, c->times);
    check_summary(c, timetable);
    for (size_t t = 0; t < c->m.count; t++) {
        check_moments(c, timetable, t);
        schakel_timetable_row row = row_at(timetable, c->row_of[t]);
        if (row.reason != SCHAKEL_PLACED)
            assert_int_equal(row.reason, reason_of(&c->m, &c->m.talks[t]));
    }
    return timetable;
}

#endif
