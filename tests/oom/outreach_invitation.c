/* Every allocation of readers and invitations, and of what shows them, fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"
#include "schakel/present.h"

enum { DAY = 20733 /* 2026-10-06 */ };

/* Families who speak a dozen languages, more than the list of languages has room for at first. */
static schakel_status fill(schakel_school *school)
{
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    schakel_status status = SCHAKEL_OK;
    for (int i = 0; i < 14 && status == SCHAKEL_OK; i++) {
        char id[16], tag[] = {(char)('a' + i), 'x', 'x', '\0'};
        schakel_language_skill skill = {tag, SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_contact contact = SCHAKEL_CONTACT_INIT;
        snprintf(id, sizeof id, "id-%d", i);
        child.id = adult.id = tie.child_id = tie.adult_id = id;
        contact.id = contact.child_id = contact.adult_id = id;
        adult.languages = &skill;
        adult.language_count = 1;
        contact.date = DAY - i;
        status = schakel_school_add_child(school, &child, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_adult(school, &adult, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_tie(school, &tie, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_contact(school, &contact, NULL);
    }
    activity.id = "evening";
    activity.why = "Lezen";
    activity.audience = SCHAKEL_AUDIENCE_TOGETHER;
    activity.date = DAY;
    activity.start = 1170;
    activity.end = 1260;
    return status == SCHAKEL_OK ? schakel_school_add_activity(school, &activity, NULL) : status;
}

typedef schakel_status maker(const schakel_school *school);

static schakel_status make_readers(const schakel_school *school)
{
    schakel_readers *readers = NULL;
    schakel_readers_options options = SCHAKEL_READERS_OPTIONS_INIT;
    char *json = NULL, *text = NULL;
    options.today = DAY - 30;
    options.level = SCHAKEL_LEVEL_A2;
    schakel_status status = schakel_readers_make(school, &options, &readers, NULL);
    if ((status == SCHAKEL_OK) != (readers != NULL))
        status = SCHAKEL_MISUSE;
    if (status == SCHAKEL_OK)
        status = schakel_readers_to_json(readers, SCHAKEL_DUTCH, &json, NULL, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_readers(readers, school, NULL, &text, NULL, NULL);
    schakel_buffer_free(json);
    schakel_buffer_free(text);
    schakel_readers_destroy(readers);
    return status;
}

static schakel_status make_invitation(const schakel_school *school)
{
    static const schakel_slot slots[] = {{DAY, 600, 660}, {DAY + 1, 600, 660}};
    schakel_invitation *invitation = NULL;
    schakel_invitation_options options = SCHAKEL_INVITATION_OPTIONS_INIT;
    char *json = NULL, *text = NULL;
    options.today = DAY - 30;
    options.activity_id = "evening";
    options.slots = slots;
    options.slot_count = 2;
    schakel_status status = schakel_invitation_make(school, &options, &invitation, NULL);
    if ((status == SCHAKEL_OK) != (invitation != NULL))
        status = SCHAKEL_MISUSE;
    if (status == SCHAKEL_OK)
        status = schakel_invitation_to_json(invitation, SCHAKEL_DUTCH, &json, NULL, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_invitation(invitation, school, NULL, &text, NULL, NULL);
    schakel_buffer_free(json);
    schakel_buffer_free(text);
    schakel_invitation_destroy(invitation);
    return status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school);
    if (status == SCHAKEL_OK)
        status = (*(maker *const *)context)(school);
    schakel_school_destroy(school);
    return status;
}

static void readers_without_memory_leave_nothing_behind(void **state)
{
    static maker *make = make_readers;
    (void)state;
    assert_true(failing_every_request(attempt, &make));
}

static void an_invitation_without_memory_leaves_nothing_behind(void **state)
{
    static maker *make = make_invitation;
    (void)state;
    assert_true(failing_every_request(attempt, &make));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readers_without_memory_leave_nothing_behind),
        cmocka_unit_test(an_invitation_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
