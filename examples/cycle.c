/* schakel cycle: which talks are due, planned and held. */
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel cycle [--child ID] [--today DATE] [--format text|json] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "The talks that belong to this school year: which are due, planned, held and missed, for which\n"
    "children. \"-\" or no file is standard input.\n"
    "\n"
    "  --child ID          one child: whom to invite, what to ask, which agreements come back\n"
    "  --today DATE        the day to look from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the words (default nl)\n"
    "\n"
    "Exit status: 0 fine; 1 talks must be planned or written down, or were missed; 2 wrong usage or\n"
    "input.\n"
    "\n"
    "Example:\n"
    "  schakel cycle --child c001 --today 2026-09-01 school.json\n";

enum { OWN_CHILD };

static schakel_status show(const schakel_cycle *cycle, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_cycle_to_json(cycle, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_cycle(cycle, view->school, &present, &view->shown, &view->length, error);
}

static int is_left_to_do(schakel_due due)
{
    return due == SCHAKEL_DUE_NOW || due == SCHAKEL_DUE_UNRECORDED || due == SCHAKEL_DUE_MISSED;
}

static schakel_status make_cycle(school_view *view, schakel_error *error)
{
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    options.today = view->today;
    options.child_id = view->own[OWN_CHILD].value;
    schakel_cycle *cycle = NULL;
    schakel_status status = schakel_cycle_make(view->school, &options, &cycle, error);
    if (status == SCHAKEL_NOT_FOUND)
        strcpy(error->path, "--child");
    if (status == SCHAKEL_OK)
        status = show(cycle, view, error);
    for (size_t i = 0; i < schakel_cycle_count(cycle); i++) {
        schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
        schakel_cycle_get(cycle, i, &row);
        if (is_left_to_do(row.due))
            view->exit_status = EXIT_OPEN;
    }
    schakel_cycle_destroy(cycle);
    return status;
}

int run_cycle(int argc, char **argv)
{
    static const option own[] = {[OWN_CHILD] = {"child", 1, NULL, 0, NULL}};
    static const school_command command = {help, text_or_json, own, 1, make_cycle};
    return run_on_school(argc, argv, &command);
}
