/* Every allocation of a reach and of a load fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/insight.h"

/* A school of `count` adults who each speak a language of their own. */
static schakel_status fill(schakel_school *school, int count)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = "child";
    schakel_status status = schakel_school_add_child(school, &child, NULL);
    for (int i = 0; i < count && status == SCHAKEL_OK; i++) {
        char id[32], tag[4] = {(char)('a' + i / 26), (char)('a' + i % 26), 'x', '\0'};
        snprintf(id, sizeof id, "adult-%d", i);
        schakel_language_skill skill = {tag, SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = id;
        adult.languages = &skill;
        adult.language_count = 1;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = "child";
        tie.adult_id = id;
        schakel_ask ask = SCHAKEL_ASK_INIT;
        ask.id = ask.adult_id = id;
        ask.date = 20000;
        status = schakel_school_add_adult(school, &adult, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_tie(school, &tie, NULL);
        if (status == SCHAKEL_OK && i % 2 == 0)
            status = schakel_school_add_ask(school, &ask, NULL);
    }
    return status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_reach *reach = NULL;
    (void)context;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school, 60);
    if (status == SCHAKEL_OK) {
        status = schakel_reach_count(school, NULL, &reach, NULL);
        if ((status == SCHAKEL_OK) != (reach != NULL))
            status = SCHAKEL_MISUSE;
    }
    schakel_reach_destroy(reach);
    schakel_school_destroy(school);
    return status;
}

static schakel_status attempt_load(const schakel_allocator *allocator, void *context)
{
    static const char *const plan[] = {"adult-1", "adult-2", "adult-1"};
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    schakel_school *school = NULL;
    schakel_load *load = NULL;
    (void)context;
    options.planned_adult_ids = plan;
    options.planned_count = sizeof plan / sizeof plan[0];
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school, 60);
    if (status == SCHAKEL_OK) {
        status = schakel_load_count(school, &options, &load, NULL);
        if ((status == SCHAKEL_OK) != (load != NULL))
            status = SCHAKEL_MISUSE;
    }
    schakel_load_destroy(load);
    schakel_school_destroy(school);
    return status;
}

static void a_load_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt_load, NULL));
}

static void a_reach_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reach_without_memory_leaves_nothing_behind),
        cmocka_unit_test(a_load_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
