/* Every allocation of an engagement, and of its JSON, fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"
#include "schakel/insight.h"

enum { FAMILIES = 30, GROUPS = 12 };

static schakel_status add_family(schakel_school *school, int number)
{
    char id[32], group_id[32], tag[4] = {(char)('a' + number / 26), (char)('a' + number % 26), 'x', '\0'};
    const char *adult_id = id;
    snprintf(id, sizeof id, "%d", number);
    snprintf(group_id, sizeof group_id, "%d", number % GROUPS);
    schakel_group group = SCHAKEL_GROUP_INIT;
    group.id = group_id;
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = id;
    child.group_id = group_id;
    schakel_language_skill skill = {tag, SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.languages = &skill;
    adult.language_count = 1;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = tie.adult_id = id;
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = talk.child_id = id;
    talk.date = 20010 + number;
    talk.state = SCHAKEL_TALK_HELD;
    talk.adult_ids = &adult_id;
    talk.adult_count = 1;
    schakel_status status = number < GROUPS ? schakel_school_add_group(school, &group, NULL) : SCHAKEL_OK;
    if (status == SCHAKEL_OK)
        status = schakel_school_add_child(school, &child, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_adult(school, &adult, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_tie(school, &tie, NULL);
    return status == SCHAKEL_OK ? schakel_school_add_talk(school, &talk, NULL) : status;
}

static schakel_status fill(schakel_school *school)
{
    const char *adult_id = "0";
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = 20000;
    info.year_end = 20300;
    schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
    entry.id = entry.title = "halfway";
    entry.first = 20020;
    entry.last = 20030;
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    activity.id = activity.why = "evening";
    activity.date = 20100;
    activity.attended_ids = &adult_id;
    activity.attended_count = 1;
    schakel_status status = schakel_school_set_info(school, &info, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_cycle_entry(school, &entry, NULL);
    for (int i = 0; i < FAMILIES && status == SCHAKEL_OK; i++)
        status = add_family(school, i);
    return status == SCHAKEL_OK ? schakel_school_add_activity(school, &activity, NULL) : status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_engagement *engagement = NULL;
    char *json = NULL;
    (void)context;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school);
    if (status == SCHAKEL_OK) {
        status = schakel_engagement_count(school, NULL, &engagement, NULL);
        if ((status == SCHAKEL_OK) != (engagement != NULL))
            status = SCHAKEL_MISUSE;
    }
    if (status == SCHAKEL_OK) {
        status = schakel_engagement_to_json(engagement, NULL, SCHAKEL_DUTCH, &json, NULL, NULL);
        if ((status == SCHAKEL_OK) != (json != NULL))
            status = SCHAKEL_MISUSE;
    }
    schakel_buffer_free(json);
    schakel_engagement_destroy(engagement);
    schakel_school_destroy(school);
    return status;
}

static void an_engagement_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_engagement_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
