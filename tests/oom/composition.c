/* Every allocation of a composition, and of its JSON, fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"

/* Each adult speaks a language of their own, so that the table has many rows. */
enum { ADULTS = 60 };

static schakel_status add_adult(schakel_school *school, int number)
{
    char id[32];
    const char tag[] = {(char)('a' + number / 26), (char)('a' + number % 26), 'x', '\0'};
    const schakel_language_skill skill = {tag, SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    snprintf(id, sizeof id, "adult-%d", number);
    adult.id = tie.adult_id = id;
    adult.languages = &skill;
    adult.language_count = 1;
    tie.child_id = "child";
    schakel_status status = schakel_school_add_adult(school, &adult, NULL);
    return status == SCHAKEL_OK ? schakel_school_add_tie(school, &tie, NULL) : status;
}

static schakel_status build(const schakel_allocator *allocator, schakel_school **out)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_team team = SCHAKEL_TEAM_INIT;
    const schakel_member member = {"adult-0", NULL, NULL, NULL};
    child.id = "child";
    team.id = "team";
    team.members = &member;
    team.member_count = 1;
    schakel_status status = schakel_school_create(allocator, out, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_child(*out, &child, NULL);
    for (int i = 0; i < ADULTS && status == SCHAKEL_OK; i++)
        status = add_adult(*out, i);
    return status == SCHAKEL_OK ? schakel_school_add_team(*out, &team, NULL) : status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_composition *composition = NULL;
    char *text = NULL;
    (void)context;
    schakel_status status = build(allocator, &school);
    if (status == SCHAKEL_OK) {
        status = schakel_composition_make(school, "team", NULL, &composition, NULL);
        if ((status == SCHAKEL_OK) != (composition != NULL))
            status = SCHAKEL_MISUSE;
    }
    if (status == SCHAKEL_OK) {
        status = schakel_composition_to_json(composition, &text, NULL, NULL);
        if ((status == SCHAKEL_OK) != (text != NULL))
            status = SCHAKEL_MISUSE;
    }
    schakel_buffer_free(text);
    schakel_composition_destroy(composition);
    schakel_school_destroy(school);
    return status;
}

static void a_composition_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_composition_without_memory_leaves_nothing_behind)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
