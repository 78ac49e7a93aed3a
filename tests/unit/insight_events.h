/* Schools in which people are reached: one adult and one child at a time. */
#ifndef TESTS_UNIT_INSIGHT_EVENTS_H
#define TESTS_UNIT_INSIGHT_EVENTS_H

#include <stdio.h>
#include <string.h>

#include "schakel/insight.h"

#define ADD(school, record, value)                                                                           \
    assert_int_equal(schakel_school_add_##record(school, value, NULL), SCHAKEL_OK)

static inline schakel_date on(const char *text)
{
    schakel_date date = schakel_date_parse(text);
    assert_int_not_equal(date, SCHAKEL_NO_DATE);
    return date;
}

static inline schakel_school *events_school(const char *from, const char *until)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = on(from);
    info.year_end = on(until);
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    return school;
}

static inline void add_group(schakel_school *school, const char *id)
{
    schakel_group group = SCHAKEL_GROUP_INIT;
    group.id = id;
    ADD(school, group, &group);
}

static inline void add_child(schakel_school *school, const char *id, const char *group_id)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = id;
    child.group_id = group_id;
    ADD(school, child, &child);
}

static inline void add_adult(schakel_school *school, const char *id, const char *language)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_language_skill skill = {language, SCHAKEL_LEVEL_B2, SCHAKEL_LEVEL_B1};
    adult.id = id;
    adult.languages = &skill;
    adult.language_count = language != NULL;
    ADD(school, adult, &adult);
}

static inline void add_tie(schakel_school *school, const char *child_id, const char *adult_id,
                           schakel_tie_kind kind)
{
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = child_id;
    tie.adult_id = adult_id;
    tie.kind = kind;
    ADD(school, tie, &tie);
}

/* An id for the next record of a kind. */
static inline const char *next_id(const schakel_school *school, schakel_kind kind, char out[32])
{
    snprintf(out, 32, "%zu", schakel_school_count(school, kind));
    return out;
}

static inline void add_talk(schakel_school *school, schakel_activity_kind kind, schakel_date date,
                            const char *child_id, const char *adult_id, schakel_tone tone)
{
    char id[32];
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = next_id(school, SCHAKEL_KIND_TALK, id);
    talk.kind = kind;
    talk.child_id = child_id;
    talk.date = date;
    talk.state = SCHAKEL_TALK_HELD;
    talk.adult_ids = &adult_id;
    talk.adult_count = adult_id != NULL;
    talk.tone = tone;
    ADD(school, talk, &talk);
}

static inline void add_activity(schakel_school *school, schakel_activity_kind kind, schakel_date date,
                                const char *group_id, const char *const *adult_ids, size_t adult_count)
{
    char id[32];
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    activity.id = next_id(school, SCHAKEL_KIND_ACTIVITY, id);
    activity.kind = kind;
    activity.why = "omdat we elkaar willen kennen";
    activity.date = date;
    activity.group_ids = &group_id;
    activity.group_count = group_id != NULL;
    activity.attended_ids = adult_ids;
    activity.attended_count = adult_count;
    ADD(school, activity, &activity);
}

static inline void add_contact(schakel_school *school, schakel_date date, const char *child_id,
                               const char *adult_id, schakel_tone tone)
{
    char id[32];
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    contact.id = next_id(school, SCHAKEL_KIND_CONTACT, id);
    contact.child_id = child_id;
    contact.adult_id = adult_id;
    contact.date = date;
    contact.tone = tone;
    ADD(school, contact, &contact);
}

static inline void add_ask(schakel_school *school, schakel_date date, const char *adult_id,
                           schakel_ask_state state)
{
    char id[32];
    schakel_ask ask = SCHAKEL_ASK_INIT;
    ask.id = next_id(school, SCHAKEL_KIND_ASK, id);
    ask.adult_id = adult_id;
    ask.date = date;
    ask.state = state;
    ADD(school, ask, &ask);
}

static inline void add_round(schakel_school *school, const char *id, schakel_activity_kind kind,
                             schakel_date first, schakel_date last)
{
    schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
    entry.id = id;
    entry.kind = kind;
    entry.first = first;
    entry.last = last;
    ADD(school, cycle_entry, &entry);
}

#endif
