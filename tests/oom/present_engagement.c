/* Every allocation fails in turn while an engagement is counted and shown; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "oom/failing.h"
#include "schakel/present.h"
#include "unit/engaged_school.h"

static schakel_status show(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_engagement *engagement = NULL;
    schakel_reach *reach = NULL;
    char *text = NULL;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill_engaged_school(school);
    if (status == SCHAKEL_OK)
        status = schakel_engagement_count(school, NULL, &engagement, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_reach_count(school, NULL, &reach, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_engagement(engagement, school, reach, context, &text, NULL, NULL);
    schakel_buffer_free(text);
    schakel_reach_destroy(reach);
    schakel_engagement_destroy(engagement);
    schakel_school_destroy(school);
    return status;
}

static void showing_survives(void **state)
{
    schakel_present_options text = SCHAKEL_PRESENT_OPTIONS_INIT, html = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    html.format = SCHAKEL_FORMAT_HTML;
    assert_true(failing_every_request(show, &text));
    assert_true(failing_every_request(show, &html));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(showing_survives)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
