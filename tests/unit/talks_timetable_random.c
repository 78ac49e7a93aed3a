/*
 * Random rounds of talks, held against the promise of schakel/rounds.h written a second time: every hard rule and every
 * sum; the best there is on small rounds by trying everything; and again after families and school change their minds.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/rounds_check.h"
#include "unit/rounds_random.h"

static schakel_timetable_options options_of(const drawn *d, uint64_t seed)
{
    schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    options.round_id = "r";
    options.today = d->today;
    options.effort = 200;
    if (draw(&seed, 3) == 0) {
        options.notice = draw(&seed, 12);
        options.visit_weight = draw(&seed, 3) * 50;
        options.wait_weight = draw(&seed, 4);
        options.hole_weight = draw(&seed, 3);
        options.preference_weight = draw(&seed, 100);
        options.unpopular_weight = draw(&seed, 100);
        options.change_weight = draw(&seed, 300);
    }
    return options;
}

/* Do two teachers who may lead the same talks each lead one of them? */
static int is_shared(const checked *c)
{
    size_t led[MODEL_LEADERS] = {0};
    for (size_t t = 0; t < c->m.count; t++)
        if (c->m.talks[t].leaders == MODEL_LEADERS && c->times[t].date != SCHAKEL_NO_DATE)
            led[c->times[t].leader]++;
    return led[0] > 0 && led[1] > 0;
}

static void every_rule_and_sum_holds(void **state)
{
    static checked c;
    static drawn d;
    size_t clashes = 0, shared = 0, reasons[SCHAKEL_UNPLACED_FULL + 1] = {0};
    (void)state;
    for (uint64_t seed = 0; seed < 50 * EFFORT; seed++) {
        draw_all(&d, seed, 0);
        schakel_school *school = school_of(&d, (int)(seed % 5));
        schakel_timetable_options options = options_of(&d, seed);
        options.effort = 1 + (int)(seed % 50);
        schakel_timetable *timetable = make_checked(&c, school, &options);
        clashes += timetable == NULL;
        for (size_t i = 0; i < schakel_timetable_count(timetable); i++)
            reasons[row_at(timetable, i).reason]++;
        shared += timetable != NULL && is_shared(&c);
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
    /* All of it happens; that fixed talks clash only in some of four hundred rounds. */
    for (size_t i = 0; i <= SCHAKEL_UNPLACED_FULL; i++)
        assert_true(reasons[i] > 0);
    assert_true(clashes + 1 > EFFORT / 20 && shared > EFFORT);
}

/* ------------------------------------------------------------ order of records */

static void put_row(char *out, size_t size, const schakel_timetable *timetable, size_t index)
{
    schakel_timetable_row row = row_at(timetable, index);
    size_t used = (size_t)snprintf(out, size, "%s %d %d %d %s %d %d %s %s %d %s %d %s", row.child_id,
                                   row.date, row.start, row.minutes, row.room == NULL ? "-" : row.room,
                                   row.online, row.needs_bridge, row.language == NULL ? "-" : row.language,
                                   row.interpreter_id == NULL ? "-" : row.interpreter_id, row.has_interpreter,
                                   row.talk_id == NULL ? "-" : row.talk_id, (int)row.reason,
                                   row.text_nl == NULL ? "-" : row.text_nl);
    for (size_t i = 0; i < row.adult_count; i++)
        used += (size_t)snprintf(out + used, size - used, " %s", row.adult_ids[i]);
    for (size_t i = 0; i < row.staff_count; i++)
        used += (size_t)snprintf(out + used, size - used, " %s", row.staff_ids[i]);
    snprintf(out + used, size - used, " %zu", schakel_timetable_moment_count(timetable, index));
}

static void the_order_of_records_is_nothing(void **state)
{
    static drawn d;
    (void)state;
    for (uint64_t seed = 0; seed < 5 * EFFORT; seed++) {
        draw_all(&d, seed, 0);
        schakel_timetable_options options = options_of(&d, seed);
        schakel_school *school = school_of(&d, 0), *other = school_of(&d, 1 + (int)(seed % 7));
        schakel_timetable *timetable = NULL, *again = NULL;
        schakel_status status = schakel_timetable_make(school, &options, &timetable, NULL);
        assert_int_equal(schakel_timetable_make(other, &options, &again, NULL), status);
        assert_int_equal(schakel_timetable_count(timetable), schakel_timetable_count(again));
        for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
            char one[600], two[600];
            put_row(one, sizeof one, timetable, i);
            put_row(two, sizeof two, again, i);
            assert_string_equal(one, two);
        }
        schakel_timetable_destroy(timetable);
        schakel_timetable_destroy(again);
        schakel_school_destroy(school);
        schakel_school_destroy(other);
    }
}

/* ------------------------------------------------------------------ the best */

typedef struct trying {
    const model *m;
    model_time *options[MODEL_TALKS];
    size_t counts[MODEL_TALKS];
    model_time times[MODEL_TALKS];
    model_value best;
    int any;
    unsigned long tried;
} trying;

static int is_better(const model_value *a, const model_value *b)
{
    if (a->weight != b->weight)
        return a->weight > b->weight;
    return a->goes != b->goes ? a->goes < b->goes : a->cost < b->cost;
}

/* Try every time of the talks from one on, and none. `weight` and `goes` are of those before, `left` is what the rest weighs. */
static void try_all(trying *t, size_t talk, int weight, int left, int goes)
{
    const model *m = t->m;
    if (t->any &&
        (weight + left < t->best.weight || (weight + left == t->best.weight && goes > t->best.goes)))
        return;
    if (talk == m->count) {
        model_value value = model_sum(m, t->times);
        t->tried++;
        if (!t->any || is_better(&value, &t->best))
            t->best = value;
        t->any = 1;
        return;
    }
    int own = m->talks[talk].missed ? SCHAKEL_ROUND_MISSED_COUNTS : 1;
    for (size_t i = 0; i < t->counts[talk]; i++) {
        size_t u = 0;
        t->times[talk] = t->options[talk][i];
        while (u < talk && (t->times[u].date == SCHAKEL_NO_DATE ||
                            !clash(m, &m->talks[talk], &t->times[talk], &m->talks[u], &t->times[u])))
            u++;
        if (u == talk)
            try_all(t, talk + 1, weight + own, left - own, goes);
    }
    if (!m->talks[talk].fixed) {
        t->times[talk] = (model_time){SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, NULL, 0, -1, NULL, 0};
        try_all(t, talk + 1, weight, left - own, goes + (m->talks[talk].planned.id != NULL));
    }
}

/* The times at which nobody is elsewhere. */
static size_t possible_times(const model *m, const model_talk *talk, model_time *out)
{
    size_t count = allowed_times(m, talk, out), kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_elsewhere(m, talk, &out[i]))
            out[kept++] = out[i];
    return kept;
}

/* The best timetable by trying all; 0 when there are too many. */
static int find_best(const model *m, model_value *best)
{
    static model_time options[MODEL_TALKS][MODEL_OPTIONS];
    static trying t;
    double size = 1;
    int left = 0;
    memset(&t, 0, sizeof t);
    t.m = m;
    for (size_t i = 0; i < m->count; i++) {
        options[i][0] = m->talks[i].fixed_time;
        t.options[i] = options[i];
        t.counts[i] = m->talks[i].fixed ? 1 : possible_times(m, &m->talks[i], options[i]);
        left += m->talks[i].missed ? SCHAKEL_ROUND_MISSED_COUNTS : 1;
        size *= 1.0 + (double)t.counts[i];
    }
    if (size > 200000)
        return 0;
    try_all(&t, 0, 0, left, 0);
    *best = t.best;
    return 1;
}

/* Would it be a worse timetable when only the first who may lead a talk could? */
static int needs_to_be_shared(const model *m, const model_value *best)
{
    static model alone;
    model_value value;
    alone = *m;
    for (size_t t = 0; t < alone.count; t++)
        alone.talks[t].leaders = 1;
    return find_best(&alone, &value) && is_better(best, &value);
}

static void small_rounds_are_the_best_there_is(void **state)
{
    static checked c;
    static drawn d;
    size_t compared = 0, hard = 0, proven = 0, shared = 0;
    (void)state;
    for (uint64_t seed = 0; seed < 30 * EFFORT; seed++) {
        model_value best;
        draw_all(&d, seed, 1);
        schakel_school *school = school_of(&d, 0);
        schakel_timetable_options options = options_of(&d, seed);
        schakel_timetable *timetable = make_checked(&c, school, &options);
        if (timetable != NULL && find_best(&c.m, &best)) {
            schakel_timetable_summary s = SCHAKEL_TIMETABLE_SUMMARY_INIT;
            schakel_timetable_get_summary(timetable, &s);
            compared++;
            hard += best.placed > 2 && best.cost > 0;
            proven += s.optimal != 0;
            shared += needs_to_be_shared(&c.m, &best);
            assert_true(s.most >= best.placed);
            assert_int_equal(c.value.weight, best.weight);
            assert_int_equal(c.value.goes, best.goes);
            assert_int_equal(c.value.cost, best.cost);
            assert_true(s.bound <= best.cost);
        }
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
    assert_true(compared > 20 * EFFORT && hard > 3 * EFFORT && shared > EFFORT);
    assert_true(proven * 100 >= compared * 99);
}

/* --------------------------------------------------------------- changed minds */

/* The text of a talk, of its own. */
typedef struct own_talk {
    schakel_talk record;
    char id[64], child[16], round[4], room[16], interpreter[16];
    char adults[MODEL_ADULTS][16], staff[MODEL_STAFF][16];
    const char *adult_ids[MODEL_ADULTS], *staff_ids[MODEL_STAFF];
} own_talk;

static const char *own_text(char *room, size_t size, const char *text)
{
    if (text == NULL)
        return NULL;
    snprintf(room, size, "%s", text);
    return room;
}

static void take_talk(own_talk *own, const schakel_talk *talk)
{
    own->record = *talk;
    own->record.id = own_text(own->id, sizeof own->id, talk->id);
    own->record.child_id = own_text(own->child, sizeof own->child, talk->child_id);
    own->record.round_id = own_text(own->round, sizeof own->round, talk->round_id);
    own->record.room = own_text(own->room, sizeof own->room, talk->room);
    own->record.interpreter_id = own_text(own->interpreter, sizeof own->interpreter, talk->interpreter_id);
    for (size_t i = 0; i < talk->adult_count; i++)
        own->adult_ids[i] = own_text(own->adults[i], sizeof own->adults[i], talk->adult_ids[i]);
    for (size_t i = 0; i < talk->staff_count; i++)
        own->staff_ids[i] = own_text(own->staff[i], sizeof own->staff[i], talk->staff_ids[i]);
    own->record.adult_ids = own->adult_ids;
    own->record.staff_ids = own->staff_ids;
}

static void put_talk(schakel_school *school, const own_talk *own)
{
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_TALK, own->id, NULL), SCHAKEL_OK);
    ADD(talk, &own->record);
}

/* Somebody moves a talk by hand to one of its other moments: there, and with who leads it then. */
static void move_by_hand(own_talk *own, const schakel_timetable_moment *moment)
{
    own->record.date = moment->date;
    own->record.start = moment->start;
    own->record.room = moment->room;
    own->record.online = moment->online;
    own->staff_ids[0] = moment->staff_id;
}

/* A talk of the round is fixed, held, missed or cancelled, or moved by hand. */
static void change_a_talk(schakel_school *school, const schakel_timetable *timetable, uint64_t *seed)
{
    own_talk own;
    size_t count = schakel_timetable_count(timetable);
    if (count == 0)
        return;
    size_t index = (size_t)draw(seed, (int)count);
    schakel_timetable_row row = row_at(timetable, index);
    schakel_talk talk = SCHAKEL_TALK_INIT;
    size_t moments = schakel_timetable_moment_count(timetable, index);
    for (size_t i = 0; row.date != SCHAKEL_NO_DATE && i < schakel_school_count(school, SCHAKEL_KIND_TALK);
         i++) {
        schakel_school_get_talk(school, i, &talk);
        if (!same(talk.round_id, "r") || !same(talk.child_id, row.child_id) || talk.date != row.date ||
            talk.start != row.start || talk.state != SCHAKEL_TALK_PLANNED)
            continue;
        take_talk(&own, &talk);
        int what = draw(seed, 6);
        if (what == 0)
            own.record.state = (schakel_talk_state)draw(seed, 4);
        if (what == 1 && moments > 0) {
            schakel_timetable_moment moment = SCHAKEL_TIMETABLE_MOMENT_INIT;
            schakel_timetable_get_moment(timetable, index, (size_t)draw(seed, (int)moments), &moment);
            move_by_hand(&own, &moment);
        }
        own.record.fixed = what >= 1 && what < 4;
        put_talk(school, &own);
        return;
    }
}

/* A family wishes something else. */
static void change_a_wish(schakel_school *school, drawn *d, uint64_t *seed)
{
    int child = draw(seed, d->child_count);
    if (d->wishes[child].is_there)
        assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_ROUND_WISH, child_ids[child], NULL),
                         SCHAKEL_OK);
    draw_wish(d, child, seed);
    if (d->wishes[child].is_there)
        ADD(round_wish, &d->wishes[child].record);
}

/* A teacher joins a group, or leaves it. */
static void change_a_group(schakel_school *school, drawn *d, uint64_t *seed)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    int group = draw(seed, d->group_count), staff = draw(seed, d->staff_count);
    schakel_group *record = &d->groups[group];
    if (d->group_staff[group][0] != staff_ids[staff])
        d->group_staff[group][1] = staff_ids[staff];
    int is_one = d->group_staff[group][0] == d->group_staff[group][1];
    record->staff_count = is_one ? 1 : 1 + (size_t)draw(seed, 2);
    if (schakel_school_replace(school, SCHAKEL_KIND_GROUP, record, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
}

/* How many talks a document holds, all about them in one line each. */
static size_t put_talks(const schakel_school *school, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_TALK); i++) {
        schakel_talk talk = SCHAKEL_TALK_INIT;
        schakel_school_get_talk(school, i, &talk);
        used += (size_t)snprintf(out + used, size - used, "%s %s %d %d %d %d %d %d %s %d %d\n", talk.id,
                                 talk.child_id, talk.date, talk.start, talk.minutes, (int)talk.state,
                                 (int)talk.staff_count, (int)talk.adult_count,
                                 talk.room == NULL ? "-" : talk.room, talk.online, (int)talk.bridge);
    }
    return used;
}

/* After applying, the school's planned talks are the rows that have a time. */
static void check_applied(const checked *c, const schakel_school *school)
{
    size_t planned = 0, placed = 0;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_TALK); i++) {
        schakel_talk talk = SCHAKEL_TALK_INIT;
        schakel_school_get_talk(school, i, &talk);
        if (!same(talk.round_id, "r") || talk.state != SCHAKEL_TALK_PLANNED || talk.date < c->m.options.today)
            continue;
        planned++;
        size_t t = 0;
        while (t < c->m.count && !(same(talk.child_id, c->m.talks[t].child_id) &&
                                   talk.date == c->times[t].date && talk.start == c->times[t].start &&
                                   (c->m.talks[t].fixed || talk.minutes == c->m.talks[t].minutes)))
            t++;
        assert_true(t < c->m.count);
    }
    for (size_t t = 0; t < c->m.count; t++)
        placed += c->times[t].date != SCHAKEL_NO_DATE;
    assert_int_equal(planned, placed);
}

static void a_timetable_lives_on(void **state)
{
    static checked c;
    static drawn d;
    static char before[20000], after[20000];
    size_t steps = 0, unchanged = 0;
    (void)state;
    for (uint64_t seed = 0; seed < 12 * EFFORT; seed++) {
        uint64_t dice = seed;
        draw_all(&d, seed, seed % 3 == 0);
        schakel_school *school = school_of(&d, 0);
        schakel_timetable_options options = options_of(&d, seed);
        for (int step = 0; step < 6; step++, steps++) {
            schakel_timetable *timetable = make_checked(&c, school, &options);
            if (timetable == NULL)
                break;
            assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
            check_applied(&c, school);
            model_value value = c.value;
            schakel_timetable_summary first = SCHAKEL_TIMETABLE_SUMMARY_INIT;
            schakel_timetable_get_summary(timetable, &first);
            schakel_timetable_destroy(timetable);
            put_talks(school, before, sizeof before);
            timetable = make_checked(&c, school, &options);
            assert_non_null(timetable);
            assert_true(c.value.weight >= value.weight && c.value.goes == 0);
            /* Made and applied again nothing changes, when it was the best there is. */
            if (first.optimal && options.change_weight > 0) {
                unchanged++;
                assert_int_equal(schakel_timetable_apply(timetable, school, NULL), SCHAKEL_OK);
                put_talks(school, after, sizeof after);
                assert_string_equal(before, after);
                assert_int_equal(c.value.moved, 0);
            }
            change_a_talk(school, timetable, &dice);
            schakel_timetable_destroy(timetable);
            for (int i = draw(&dice, 3); i > 0; i--)
                change_a_wish(school, &d, &dice);
            if (draw(&dice, 3) == 0)
                change_a_group(school, &d, &dice);
            options.today += draw(&dice, 3) == 0;
        }
        schakel_school_destroy(school);
    }
    assert_true(steps > 40 * EFFORT && unchanged * 10 > steps * 9);
}

/* -------------------------------------------------------------- what would help */

static schakel_date september(int date)
{
    return schakel_date_from_ymd(2026, 9, date);
}

/* Somebody sits longer on a day: every block is there a second time, from a moment or until one. */
static void sit_longer(drawn *d, const char *staff_id, schakel_date date, int until, int from)
{
    size_t count = d->round.block_count;
    for (size_t i = 0; i < count; i++) {
        schakel_block block = d->blocks[i];
        if (!same(block.staff_id, staff_id) || block.date != date)
            continue;
        block.end = until > block.end ? until : block.end;
        block.start = from < block.start ? from : block.start;
        d->blocks[d->round.block_count++] = block;
        assert_true(d->round.block_count <= DRAWN_BLOCKS + DRAWN_EXTRA);
    }
}

/* A block of somebody at a time: in the room where they sit right before or after it, when a turn can begin there. */
static schakel_block block_then(const drawn *d, const char *staff_id, schakel_date date, int start, int end,
                                int online)
{
    int pause = d->round.pause_minutes;
    schakel_block block = {staff_id, date, start, end, NULL, online};
    for (size_t i = d->round.block_count; i-- > 0;) {
        const schakel_block *other = &d->blocks[i];
        if (other->staff_id == staff_id && other->date == date && start <= other->end + pause &&
            other->start <= end + pause && (start - other->start) % (d->round.minutes + pause) == 0)
            block.room = other->room;
    }
    return block;
}

/* Somebody who is named sits, or interprets, at a time. */
static void sit_then(drawn *d, const char *name, schakel_date date, int start, int end, int online)
{
    for (int k = 0; k < DRAWN_STAFF; k++)
        if (same(name, staff_ids[k])) {
            schakel_block block = block_then(d, staff_ids[k], date, start, end, online);
            d->blocks[d->round.block_count++] = block;
        }
    const char *tongue = same(name, "Turks")      ? "tr"
                         : same(name, "Arabisch") ? "ar"
                         : same(name, "Tigrinya") ? "ti"
                                                  : NULL;
    if (tongue != NULL)
        d->interpreters[d->round.interpreter_count++] =
            (schakel_interpreter_block){tongue, NULL, date, start, end};
    assert_true(d->round.block_count <= DRAWN_BLOCKS + DRAWN_EXTRA);
}

/* Do what a sentence says. Returns 0 for one that only advises. */
static int follow(drawn *d, const char *text)
{
    char name[16];
    int date, hour, minute, hour2, minute2, end = 0;
    if (strncmp(text, "Dit gesprek kan op ", 19) != 0)
        return 0;
    if (sscanf(text, "Dit gesprek kan op %*s %d september, als %15s tot %d:%d blijft.%n", &date, name, &hour,
               &minute, &end) == 4 &&
        end > 0) {
        sit_longer(d, name, september(date), hour * 60 + minute, 1440);
        return 1;
    }
    if (sscanf(text, "Dit gesprek kan op %*s %d september, als %15s al om %d:%d begint.%n", &date, name,
               &hour, &minute, &end) == 4 &&
        end > 0) {
        sit_longer(d, name, september(date), 0, hour * 60 + minute);
        return 1;
    }
    assert_int_equal(sscanf(text, "Dit gesprek kan op %*s %d september van %d:%d tot %d:%d%n", &date, &hour,
                            &minute, &hour2, &minute2, &end),
                     5);
    text += end;
    int online = strncmp(text, " online", 7) == 0;
    for (text += online ? 7 : 0; sscanf(text, "%*[ ,.]%15[a-zA-Z0-9]%n", name, &end) == 1 ||
                                 sscanf(text, "%15[a-zA-Z0-9]%n", name, &end) == 1;
         text += end)
        sit_then(d, name, september(date), hour * 60 + minute, hour2 * 60 + minute2, online);
    return 1;
}

/* With what the sentence asks for, more can be placed. */
static void what_a_sentence_says_helps(void **state)
{
    static checked c, then;
    static drawn d, changed;
    size_t followed = 0, advised = 0;
    (void)state;
    for (uint64_t seed = 0; seed < 20 * EFFORT; seed++) {
        draw_all(&d, seed, seed % 2 == 0);
        schakel_school *school = school_of(&d, 0);
        schakel_timetable_options options = options_of(&d, seed);
        schakel_timetable *timetable = make_checked(&c, school, &options);
        for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
            schakel_timetable_row row = row_at(timetable, i);
            changed = d;
            changed.round.blocks = changed.blocks;
            changed.round.interpreters = changed.interpreters;
            /* Who had no blocks at all may become the teacher of more talks with the first one. */
            if (row.reason == SCHAKEL_PLACED || row.reason == SCHAKEL_UNPLACED_NO_STAFF)
                continue;
            if (!follow(&changed, row.text_nl)) {
                advised++;
                continue;
            }
            schakel_school *better = school_of(&changed, 0);
            schakel_timetable *again = make_checked(&then, better, &options);
            followed++;
            if (then.value.weight <= c.value.weight)
                fail_msg("seed %d: %s", (int)seed, row.text_nl);
            schakel_timetable_destroy(again);
            schakel_school_destroy(better);
        }
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
    assert_true(followed > 10 * EFFORT && advised > 0);
}

/* What the sentences of a round ask for can all be done, and then helps all of those talks. */
static void what_all_sentences_say_helps_all(void **state)
{
    static checked c;
    static drawn d, changed;
    size_t several = 0;
    (void)state;
    for (uint64_t seed = 0; seed < 40 * EFFORT; seed++) {
        draw_all(&d, seed, 1);
        schakel_school *school = school_of(&d, 0);
        schakel_timetable_options options = options_of(&d, seed);
        schakel_timetable *timetable = make_checked(&c, school, &options);
        size_t followed = 0, placed = c.value.placed, own_staff = 0;
        changed = d;
        changed.round.blocks = changed.blocks;
        changed.round.interpreters = changed.interpreters;
        for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
            schakel_timetable_row row = row_at(timetable, i);
            own_staff += row.reason == SCHAKEL_UNPLACED_NO_STAFF;
            if (row.reason != SCHAKEL_PLACED && followed < 3 &&
                changed.round.interpreter_count < sizeof d.interpreters / sizeof d.interpreters[0])
                followed += (size_t)follow(&changed, row.text_nl);
        }
        /* Who had no blocks at all may become the teacher of more talks with the first one. */
        if (followed > 1 && own_staff == 0) {
            schakel_school *better = school_of(&changed, 0);
            schakel_timetable *again = make_checked(&c, better, &options);
            several++;
            if (c.value.placed < placed + followed)
                fail_msg("seed %d: %zu, not %zu", (int)seed, c.value.placed, placed + followed);
            schakel_timetable_destroy(again);
            schakel_school_destroy(better);
        }
        schakel_timetable_destroy(timetable);
        schakel_school_destroy(school);
    }
    assert_true(several > EFFORT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_and_sum_holds),
        cmocka_unit_test(the_order_of_records_is_nothing),
        cmocka_unit_test(small_rounds_are_the_best_there_is),
        cmocka_unit_test(a_timetable_lives_on),
        cmocka_unit_test(what_a_sentence_says_helps),
        cmocka_unit_test(what_all_sentences_say_helps_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
