/* schakel match: which parent to ask for what. */
#include "program.h"

static const char help[] =
    "Usage: schakel match [--today DATE] [--format text|json] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "Which parent to ask for what, by when and why; what stays open; and whether this is proven\n"
    "best. \"-\" or no file is standard input.\n"
    "\n"
    "  --today DATE        the day to plan from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the reasons (default nl)\n"
    "\n"
    "Exit status: 0 every place is filled; 1 places stay open; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel match --today 2026-09-01 school.json\n";

static schakel_status show(const schakel_matching *matching, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_matching_to_json(matching, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_matching(matching, view->school, &present, &view->shown, &view->length, error);
}

static schakel_status make_matching(school_view *view, schakel_error *error)
{
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    options.today = view->today;
    schakel_matching *matching = NULL;
    schakel_status status = schakel_match(view->school, &options, &matching, error);
    if (status == SCHAKEL_OK)
        status = show(matching, view, error);
    view->exit_status = schakel_matching_open_count(matching) != 0 ? EXIT_OPEN : EXIT_FINE;
    schakel_matching_destroy(matching);
    return status;
}

int run_match(int argc, char **argv)
{
    static const school_command command = {help, text_or_json, NULL, 0, make_matching};
    return run_on_school(argc, argv, &command);
}
