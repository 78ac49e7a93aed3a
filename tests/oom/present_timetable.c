/* Every allocation of what is shown and written of a timetable fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "oom/failing.h"
#include "schakel/exchange.h"
#include "schakel/present.h"
#include "unit/timetable_stand_in.h"

typedef struct what {
    schakel_format format;
    const char *staff_id, *child_id;
    int all_letters;
} what;

/* The school is there already: only what is made of it has to do with less memory. */
static schakel_status show(const schakel_allocator *allocator, void *context)
{
    const what *w = context;
    schakel_timetable timetable = stand_in_timetable(allocator);
    schakel_school *school = stand_in_school(NULL);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    schakel_timetable_view view = SCHAKEL_TIMETABLE_VIEW_INIT;
    char *shown = NULL;
    options.format = w->format;
    view.staff_id = w->staff_id;
    view.child_id = w->child_id;
    view.all_letters = w->all_letters;
    schakel_status status =
        schakel_present_timetable(&timetable, school, &view, &options, &shown, NULL, NULL);
    if ((status == SCHAKEL_OK) != (shown != NULL))
        status = SCHAKEL_MISUSE;
    schakel_buffer_free(shown);
    schakel_school_destroy(school);
    return status;
}

static schakel_status to_json(const schakel_allocator *allocator, void *context)
{
    schakel_timetable timetable = stand_in_timetable(allocator);
    char *written = NULL;
    (void)context;
    schakel_status status = schakel_timetable_to_json(&timetable, SCHAKEL_DUTCH, &written, NULL, NULL);
    if ((status == SCHAKEL_OK) != (written != NULL))
        status = SCHAKEL_MISUSE;
    schakel_buffer_free(written);
    return status;
}

static void what_is_shown_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    for (int format = SCHAKEL_FORMAT_TEXT; format <= SCHAKEL_FORMAT_HTML; format++) {
        what all[] = {{(schakel_format)format, NULL, NULL, 0},
                      {(schakel_format)format, "joost", NULL, 0},
                      {(schakel_format)format, NULL, "mees", 0},
                      {(schakel_format)format, NULL, NULL, 1}};
        for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
            assert_true(failing_every_request(show, &all[i]));
    }
}

static void what_is_written_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(to_json, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_shown_without_memory_leaves_nothing_behind),
        cmocka_unit_test(what_is_written_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
