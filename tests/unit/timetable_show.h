/* Showing the timetable that is made by hand, and looking at what comes out. */
#ifndef TESTS_UNIT_TIMETABLE_SHOW_H
#define TESTS_UNIT_TIMETABLE_SHOW_H

#include <stdio.h>

#include "schakel/present.h"
#include "unit/timetable_stand_in.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static inline char *show(const schakel_timetable *timetable, const char *staff_id, const char *child_id,
                         schakel_format format, schakel_language language)
{
    char *text = NULL;
    size_t length = 0;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    schakel_timetable_view view = SCHAKEL_TIMETABLE_VIEW_INIT;
    schakel_school *school = stand_in_school(NULL);
    options.format = format;
    options.language = language;
    view.staff_id = staff_id;
    view.child_id = child_id;
    if (schakel_present_timetable(timetable, school, &view, &options, &text, &length, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    assert_int_equal(strlen(text), length);
    schakel_school_destroy(school);
    return text;
}

static inline void assert_text(const char *staff_id, const char *child_id, schakel_language language,
                               const char *expected)
{
    schakel_timetable timetable = stand_in_timetable(NULL);
    char *text = show(&timetable, staff_id, child_id, SCHAKEL_FORMAT_TEXT, language);
    if (strcmp(text, expected) != 0)
        print_error("%s", text);
    assert_string_equal(text, expected);
    schakel_buffer_free(text);
}

static inline size_t count_of(const char *text, const char *part)
{
    size_t found = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
        found++;
    return found;
}

/* Every element that begins also ends, the last one that began first; SVG shapes and <br> have no end. */
static inline void assert_well_formed(const char *html)
{
    enum { DEEPEST = 32, LONGEST = 16 };
    char open[DEEPEST][LONGEST];
    size_t depth = 0;
    for (const char *at = html; (at = strchr(at, '<')) != NULL; at++) {
        char name[LONGEST];
        const char *end = strchr(at, '>');
        assert_non_null(end);
        if (at[1] == '!' || end[-1] == '/' || sscanf(at + 1 + (at[1] == '/'), "%15[a-z0-9]", name) != 1 ||
            strcmp(name, "br") == 0 || strcmp(name, "meta") == 0)
            continue;
        if (at[1] != '/') {
            assert_true(depth < DEEPEST);
            strcpy(open[depth++], name);
        } else if (depth == 0 || strcmp(open[--depth], name) != 0) {
            fail_msg("</%s> ends <%s>: %.60s", name, open[depth], at);
        }
    }
    assert_int_equal(depth, 0);
}

#endif
