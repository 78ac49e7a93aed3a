/* Schools in which people must be reached: who speaks what, what was asked for, and what came of contacts. */
#ifndef TESTS_UNIT_OUTREACH_BUILD_H
#define TESTS_UNIT_OUTREACH_BUILD_H

#include <stdio.h>
#include <string.h>

#include "unit/timing_build.h"

static inline void add_speaker(schakel_school *school, const char *id, const schakel_language_skill *skills,
                               size_t count, uint32_t prefers)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.languages = skills;
    adult.language_count = count;
    adult.prefers = prefers;
    TELL(school, adult, &adult);
}

/* A contact about the first child. */
static inline void add_contact(schakel_school *school, const char *adult_id, schakel_channel channel,
                               schakel_answered reached, int from_parent, schakel_date date)
{
    char id[32];
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    schakel_school_get_child(school, 0, &child);
    snprintf(id, sizeof id, "k%zu", schakel_school_count(school, SCHAKEL_KIND_CONTACT));
    contact.id = id;
    contact.child_id = child.id;
    contact.adult_id = adult_id;
    contact.channel = channel;
    contact.reached = reached;
    contact.from_parent = from_parent;
    contact.date = date;
    TELL(school, contact, &contact);
}

/* An activity of groups; without any, of the whole school. */
static inline schakel_activity activity_of(const char *id, schakel_audience audience,
                                           const schakel_slot *slot)
{
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    activity.id = id;
    activity.why = "Samen praten";
    activity.audience = audience;
    activity.date = slot->date;
    activity.start = slot->start;
    activity.end = slot->end;
    return activity;
}

static inline schakel_school *load_sample_school(const char *name)
{
    char path[300];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    snprintf(path, sizeof path, "%s/%s", SCHAKEL_EXAMPLE_DATA, name);
    if (schakel_school_load(path, NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s %s", path, error.path, error.message);
    return school;
}

#endif
