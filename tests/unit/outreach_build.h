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

#endif
