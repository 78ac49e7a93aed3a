/*
 * A school of thirty families of one parent and one child. Fourteen parents come to a walk-in, with six others there is
 * contact about problems alone, and the last ten came to an evening a year before. No memory is kept when it runs out.
 */
#ifndef TESTS_UNIT_ENGAGED_SCHOOL_H
#define TESTS_UNIT_ENGAGED_SCHOOL_H

#include <stdio.h>

#include "schakel/survey.h"

enum {
    FAMILIES = 30,
    WALKED_IN = 14,
    WORRIED = 6,
    FIRST_DAY = 20697 /* 1 September 2026 */,
    LAST_DAY = 20818
};

static char adult_ids[FAMILIES][4], child_ids[FAMILIES][4];
static const char *came_now[WALKED_IN], *came_then[FAMILIES - WALKED_IN - WORRIED];

static inline schakel_status add_family(schakel_school *school, int number)
{
    static const schakel_language_skill dutch = {"nl", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_B1};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    snprintf(adult_ids[number], sizeof adult_ids[number], "a%02d", number);
    snprintf(child_ids[number], sizeof child_ids[number], "c%02d", number);
    adult.id = tie.adult_id = adult_ids[number];
    adult.languages = &dutch;
    adult.language_count = 1;
    child.id = tie.child_id = child_ids[number];
    child.group_id = "g";
    tie.kind = number % 2 == 0 ? SCHAKEL_TIE_MOTHER : SCHAKEL_TIE_FATHER;
    schakel_status status = schakel_school_add_adult(school, &adult, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_child(school, &child, NULL);
    return status == SCHAKEL_OK ? schakel_school_add_tie(school, &tie, NULL) : status;
}

static inline schakel_status add_activity(schakel_school *school, const char *id, schakel_activity_kind kind,
                                          schakel_date date, const char *const *came, size_t count)
{
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    activity.id = id;
    activity.kind = kind;
    activity.why = "Ouders willen dit.";
    activity.date = date;
    activity.attended_ids = came;
    activity.attended_count = count;
    return schakel_school_add_activity(school, &activity, NULL);
}

static inline schakel_status add_worry(schakel_school *school, int number)
{
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    contact.id = contact.adult_id = adult_ids[number];
    contact.child_id = child_ids[number];
    contact.date = FIRST_DAY + 10;
    contact.channel = SCHAKEL_CHANNEL_CALL;
    contact.purpose = SCHAKEL_CONTACT_CONCERN;
    contact.tone = SCHAKEL_TONE_PROBLEM;
    return schakel_school_add_contact(school, &contact, NULL);
}

static inline schakel_status fill_engaged_school(schakel_school *school)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_group group = SCHAKEL_GROUP_INIT;
    info.id = "engaged";
    info.year_start = FIRST_DAY;
    info.year_end = LAST_DAY;
    group.id = "g";
    group.name = "De <Uilen>";
    schakel_status status = schakel_school_set_info(school, &info, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_group(school, &group, NULL);
    for (int i = 0; i < FAMILIES && status == SCHAKEL_OK; i++)
        status = add_family(school, i);
    for (int i = 0; i < WALKED_IN; i++)
        came_now[i] = adult_ids[i];
    for (int i = WALKED_IN + WORRIED; i < FAMILIES; i++)
        came_then[i - WALKED_IN - WORRIED] = adult_ids[i];
    if (status == SCHAKEL_OK)
        status = add_activity(school, "inloop", SCHAKEL_ACTIVITY_WALK_IN, FIRST_DAY + 5, came_now, WALKED_IN);
    if (status == SCHAKEL_OK)
        status = add_activity(school, "avond", SCHAKEL_ACTIVITY_PARENTS_EVENING, FIRST_DAY - 360, came_then,
                              FAMILIES - WALKED_IN - WORRIED);
    for (int i = WALKED_IN; i < WALKED_IN + WORRIED && status == SCHAKEL_OK; i++)
        status = add_worry(school, i);
    return status;
}

#endif
