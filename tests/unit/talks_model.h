/* The cycle written a second time, slowly, from the words of schakel/talks.h, and random schools to hold it against. */
#ifndef TESTS_UNIT_TALKS_MODEL_H
#define TESTS_UNIT_TALKS_MODEL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/talks.h"

/* ------------------------------------------------------------------- as text */

typedef struct text {
    char at[8192];
    size_t length;
} text;

__attribute__((format(printf, 2, 3))) static void put(text *out, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(out->at + out->length, sizeof out->at - out->length, format, arguments);
    va_end(arguments);
    assert_true(length >= 0 && (size_t)length < sizeof out->at - out->length);
    out->length += (size_t)length;
}

static const char *const due_words[] = {"later", "now", "planned", "unrecorded", "done", "missed"};
static const char *const part_words[] = {"absent", "joins", "leads"};

static void put_list(text *out, const char *const *ids, size_t count)
{
    put(out, " [");
    for (size_t i = 0; i < count; i++)
        put(out, "%s%s", i == 0 ? "" : " ", ids[i]);
    put(out, "]");
}

/* "autumn done t1; spring later +1": how each entry stands, the talk, how many were missed. */
static void put_brief(text *out, const schakel_cycle_row *row)
{
    put(out, "%s%s %s", out->length == 0 ? "" : "; ", row->entry_id, due_words[row->due]);
    if (row->talk_id != NULL)
        put(out, " %s", row->talk_id);
    if (row->missed_before > 0)
        put(out, " +%d", (int)row->missed_before);
    assert_int_equal(row->talk_id == NULL, row->date == SCHAKEL_NO_DATE);
}

/* "autumn 30 bridge joins [anna] [a1 a2]": what to prepare. */
static void put_preparation(text *out, const schakel_cycle_row *row)
{
    put(out, "%s%s %d%s %s", out->length == 0 ? "" : "; ", row->entry_id, (int)row->minutes,
        row->needs_bridge ? " bridge" : "", part_words[row->child]);
    put_list(out, row->adult_ids, row->adult_count);
    put_list(out, row->agreement_ids, row->agreement_count);
}

/* Everything that a row says. */
static void put_whole(text *out, const schakel_cycle_row *row)
{
    put(out, "%s %s %s %d %s %d %d", row->child_id, row->entry_id, row->title == NULL ? "-" : row->title,
        (int)row->kind, due_words[row->due], (int)row->first, (int)row->last);
    put(out, " %s %d %d%s %s", row->talk_id == NULL ? "-" : row->talk_id, (int)row->date, (int)row->minutes,
        row->needs_bridge ? " bridge" : "", part_words[row->child]);
    put_list(out, row->adult_ids, row->adult_count);
    put_list(out, row->questions, row->question_count);
    put_list(out, row->agreement_ids, row->agreement_count);
    put(out, " +%d\n", (int)row->missed_before);
}

enum { CHILDREN = 3, ADULTS_DRAWN = 3, MOST = 8, FIRST_DAY = 20666 /* 2026-08-01 */ };

/* Ids whose order has nothing to do with the order of adding. */
static const char *const model_ids[MOST] = {"m", "c", "x", "a", "q", "f", "t", "b"};

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static int draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)(((*seed >> 33) * below) >> 31);
}

static schakel_status add_adult(schakel_school *school, const char *id, uint64_t *seed)
{
    static const char *const tags[] = {"nl", "nl-BE", "ti"};
    schakel_language_skill skills[] = {{"en", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1},
                                       {tags[draw(seed, 3)], (schakel_level)draw(seed, 8), SCHAKEL_LEVEL_A1}};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.languages = skills;
    adult.language_count = (size_t)draw(seed, 3);
    return schakel_school_add_adult(school, &adult, NULL);
}

static schakel_status add_child(schakel_school *school, const char *id, uint64_t *seed)
{
    const char *group_id = draw(seed, 5) == 0 ? NULL : model_ids[draw(seed, 2)];
    schakel_date born = draw(seed, 2) ? SCHAKEL_NO_DATE : FIRST_DAY - 6574 + 40 * draw(seed, 10);
    schakel_child child = {sizeof child, id, NULL, group_id, NULL, born};
    schakel_status status = schakel_school_add_child(school, &child, NULL);
    for (int i = 0; i < ADULTS_DRAWN; i++) {
        schakel_tie tie = {sizeof tie,         id,
                           model_ids[i],       (schakel_tie_kind)draw(seed, 10),
                           draw(seed, 5) != 0, (schakel_authority)draw(seed, 3), 0};
        status |= schakel_school_add_tie(school, &tie, NULL);
    }
    return status;
}

static schakel_status add_group(schakel_school *school, const char *id, uint64_t *seed)
{
    schakel_group group = {sizeof group, id, NULL, draw(seed, 5), NULL, 0, NULL};
    return schakel_school_add_group(school, &group, NULL);
}

static schakel_status add_consent(schakel_school *school, const char *id, uint64_t *seed)
{
    schakel_consent consent = SCHAKEL_CONSENT_INIT;
    consent.id = id;
    consent.child_id = model_ids[draw(seed, CHILDREN)];
    consent.adult_id = model_ids[draw(seed, ADULTS_DRAWN)];
    consent.scopes = (uint32_t)(1 + draw(seed, 7));
    consent.given = FIRST_DAY + 40 * draw(seed, 5);
    return schakel_school_add_consent(school, &consent, NULL);
}

static schakel_status add_entry(schakel_school *school, const char *id, uint64_t *seed)
{
    schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
    entry.id = id;
    entry.kind = (schakel_activity_kind)(1 + draw(seed, 2));
    entry.first = FIRST_DAY + 20 * draw(seed, 18);
    entry.last = entry.first + 20 * draw(seed, 4);
    entry.year_low = draw(seed, 3);
    entry.year_high = draw(seed, 2) * (entry.year_low + draw(seed, 3));
    entry.child_year = draw(seed, 5);
    return schakel_school_add_cycle_entry(school, &entry, NULL);
}

static schakel_status add_talk(schakel_school *school, const char *id, uint64_t *seed)
{
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = id;
    talk.kind = (schakel_activity_kind)draw(seed, 5);
    talk.child_id = model_ids[draw(seed, CHILDREN)];
    talk.date = FIRST_DAY - 200 + 10 * draw(seed, 60);
    talk.state = (schakel_talk_state)draw(seed, 4);
    return schakel_school_add_talk(school, &talk, NULL);
}

static schakel_status add_agreement(schakel_school *school, const char *id, uint64_t *seed)
{
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    agreement.id = id;
    agreement.child_id = model_ids[draw(seed, CHILDREN)];
    agreement.text = "Lezen";
    agreement.date = FIRST_DAY + 40 * draw(seed, 8);
    agreement.state = (schakel_agreement_state)draw(seed, 3);
    return schakel_school_add_agreement(school, &agreement, NULL);
}

/* A small random school; with another turn the same one, added in another order. */
static schakel_school *draw_school(uint64_t seed, uint32_t turn)
{
    static schakel_status (*const adders[])(schakel_school *, const char *, uint64_t *) = {
        add_group, add_adult, add_child, add_consent, add_entry, add_talk, add_agreement};
    const uint32_t counts[] = {2,
                               ADULTS_DRAWN,
                               CHILDREN,
                               (uint32_t)draw(&seed, 5),
                               (uint32_t)draw(&seed, 5),
                               (uint32_t)draw(&seed, MOST + 1),
                               (uint32_t)draw(&seed, MOST + 1)};
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.stage = (schakel_stage)draw(&seed, 4);
    info.year_start = FIRST_DAY;
    info.year_end = FIRST_DAY + 364;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    for (size_t kind = 0; kind < sizeof adders / sizeof adders[0]; kind++)
        for (uint32_t i = 0; i < counts[kind]; i++) {
            uint32_t which = (i + turn) % counts[kind];
            uint64_t own = seed + kind * 100 + which;
            draw(&own, 2);
            assert_int_equal(adders[kind](school, model_ids[which], &own), SCHAKEL_OK);
        }
    return school;
}

typedef struct model {
    const schakel_school *school;
    schakel_date today;
    schakel_cycle_entry entries[MOST];
    size_t entry_count;
    const char *child_id;
    int32_t year;
} model;

static int holds(const model *m, const schakel_cycle_entry *entry)
{
    return (entry->year_low == 0 && entry->year_high == 0) ||
           (m->year != 0 && m->year >= entry->year_low &&
            (entry->year_high == 0 || m->year <= entry->year_high));
}

/* The last of its kind that had begun, or the first one, up to 30 days early. */
static size_t entry_of(const model *m, const schakel_talk *talk)
{
    size_t found = SCHAKEL_NONE, first = SCHAKEL_NONE;
    for (size_t i = m->entry_count; i-- > 0;) {
        if (m->entries[i].kind != talk->kind || !holds(m, &m->entries[i]))
            continue;
        if (found == SCHAKEL_NONE && m->entries[i].first <= talk->date)
            found = i;
        first = i;
    }
    if (found == SCHAKEL_NONE && first != SCHAKEL_NONE && talk->date + 30 >= m->entries[first].first)
        found = first;
    int is_next_year =
        found != SCHAKEL_NONE && talk->date > FIRST_DAY + 364 && talk->date > m->entries[found].last;
    return is_next_year ? SCHAKEL_NONE : found;
}

/* Is a talk to be shown rather than another? */
static int wins(const schakel_talk *a, const schakel_talk *b, schakel_date today)
{
    if (b->id == NULL || a->state != b->state)
        return b->id == NULL || a->state == SCHAKEL_TALK_HELD;
    int before = a->date != b->date ? a->date < b->date : strcmp(a->id, b->id) < 0;
    if (a->state == SCHAKEL_TALK_HELD || (a->date >= today && b->date >= today))
        return before;
    return a->date >= today || (b->date < today && !before);
}

static void stand(const model *m, size_t entry, schakel_cycle_row *row)
{
    schakel_talk best = SCHAKEL_TALK_INIT;
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_TALK); i++) {
        schakel_talk talk = SCHAKEL_TALK_INIT;
        schakel_school_get_talk(m->school, i, &talk);
        if (strcmp(talk.child_id, m->child_id) != 0 || entry_of(m, &talk) != entry)
            continue;
        row->missed_before += talk.state == SCHAKEL_TALK_MISSED;
        if (talk.state <= SCHAKEL_TALK_HELD && wins(&talk, &best, m->today))
            best = talk;
    }
    row->talk_id = best.id;
    row->date = best.date;
    if (best.id != NULL)
        row->due = best.state == SCHAKEL_TALK_HELD ? SCHAKEL_DUE_DONE
                   : best.date < m->today          ? SCHAKEL_DUE_UNRECORDED
                                                   : SCHAKEL_DUE_PLANNED;
    else
        row->due = m->today < row->first  ? SCHAKEL_DUE_LATER
                   : m->today > row->last ? SCHAKEL_DUE_MISSED
                                          : SCHAKEL_DUE_NOW;
}

/* Open agreements of before the talk, by day and id, into `out`. */
static size_t come_back(const model *m, const schakel_cycle_row *row, const char **out)
{
    schakel_agreement kept[MOST];
    size_t count = 0;
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_AGREEMENT); i++) {
        schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
        schakel_school_get_agreement(m->school, i, &agreement);
        if (strcmp(agreement.child_id, m->child_id) != 0 || agreement.state != SCHAKEL_AGREEMENT_OPEN ||
            (row->talk_id != NULL && agreement.date >= row->date))
            continue;
        size_t place = count++;
        for (; place > 0 &&
               (kept[place - 1].date > agreement.date ||
                (kept[place - 1].date == agreement.date && strcmp(kept[place - 1].id, agreement.id) > 0));
             place--)
            kept[place] = kept[place - 1];
        kept[place] = agreement;
    }
    for (size_t i = 0; i < count; i++)
        out[i] = kept[i].id;
    return count;
}

/* Whom to invite, into `out`; and is there somebody who is known to speak less Dutch than B1? */
static size_t invited(const model *m, size_t child, const char **out, int32_t *needs_bridge)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_school_child_tie_count(m->school, child); i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_told told = SCHAKEL_TOLD_INIT;
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_school_get_child_tie(m->school, child, i, &tie);
        schakel_school_told(m->school, tie.child_id, tie.adult_id, SCHAKEL_SCOPE_PRACTICAL, m->today, &told,
                            NULL);
        if (!told.allowed)
            continue;
        out[count++] = tie.adult_id;
        schakel_school_get_adult(m->school, schakel_school_find(m->school, SCHAKEL_KIND_ADULT, tie.adult_id),
                                 &adult);
        /* The first language is always English. */
        schakel_level level = adult.language_count == 2 ? adult.languages[1].speaking : SCHAKEL_LEVEL_NONE;
        int dutch = adult.language_count == 2 && adult.languages[1].tag[0] == 'n';
        *needs_bridge |= adult.language_count > 0 &&
                         !(dutch && (level == SCHAKEL_LEVEL_UNKNOWN || level >= SCHAKEL_LEVEL_B1));
    }
    return count;
}

static void put_child(text *out, model *m, size_t child)
{
    schakel_child record = SCHAKEL_CHILD_INIT;
    schakel_group group = SCHAKEL_GROUP_INIT;
    const char *adult_ids[ADULTS_DRAWN], *agreement_ids[MOST];
    schakel_school_get_child(m->school, child, &record);
    schakel_school_get_group(m->school, schakel_school_find(m->school, SCHAKEL_KIND_GROUP, record.group_id),
                             &group);
    m->child_id = record.id;
    m->year = group.year;
    for (size_t i = 0; i < m->entry_count; i++) {
        const schakel_cycle_entry *entry = &m->entries[i];
        schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
        if (!holds(m, entry))
            continue;
        row.child_id = record.id;
        row.entry_id = entry->id;
        row.title = entry->title;
        row.kind = entry->kind;
        row.first = entry->first;
        row.last = entry->last;
        row.child =
            entry->child_year != 0 && m->year < entry->child_year ? SCHAKEL_CHILD_ABSENT : entry->child;
        row.questions = entry->questions;
        row.question_count = entry->question_count;
        stand(m, i, &row);
        row.adult_ids = adult_ids;
        row.adult_count = invited(m, child, adult_ids, &row.needs_bridge);
        row.minutes = row.needs_bridge ? 30 : 15;
        row.agreement_ids = agreement_ids;
        if (row.due != SCHAKEL_DUE_DONE && row.due != SCHAKEL_DUE_MISSED)
            row.agreement_count = come_back(m, &row, agreement_ids);
        put_whole(out, &row);
    }
}

static int by_first_day(const void *a, const void *b)
{
    const schakel_cycle_entry *left = a, *right = b;
    return left->first != right->first ? (left->first > right->first) - (left->first < right->first)
                                       : strcmp(left->id, right->id);
}

/* Returns where the last child begins. */
static size_t put_model(text *out, const schakel_school *school, schakel_date today)
{
    model m = {.school = school, .today = today};
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &info);
    size_t own = schakel_school_count(school, SCHAKEL_KIND_CYCLE_ENTRY);
    for (; m.entry_count < (own > 0 ? own : 3); m.entry_count++) {
        schakel_cycle_entry *entry = &m.entries[m.entry_count];
        *entry = (schakel_cycle_entry)SCHAKEL_CYCLE_ENTRY_INIT;
        if (own > 0)
            schakel_school_get_cycle_entry(school, m.entry_count, entry);
        else
            schakel_cycle_default(info.stage, m.entry_count, info.year_start, info.year_end, entry);
    }
    qsort(m.entries, m.entry_count, sizeof m.entries[0], by_first_day);
    /* The ids are "m", "c" and "x". */
    put_child(out, &m, schakel_school_find(school, SCHAKEL_KIND_CHILD, "c"));
    put_child(out, &m, schakel_school_find(school, SCHAKEL_KIND_CHILD, "m"));
    size_t last = out->length;
    put_child(out, &m, schakel_school_find(school, SCHAKEL_KIND_CHILD, "x"));
    return last;
}

#endif
