/* schakel reach: who is asked and who never is. */
#include "program.h"

static const char help[] =
    "Usage: schakel reach [--today DATE] [--format text|json|html] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "Which parents were asked for something this school year, and which never were. Groups too\n"
    "small to stay anonymous are not shown. \"-\" or no file is standard input.\n"
    "\n"
    "  --today DATE             the last day that counts, as 2026-09-01 (default: the computer's\n"
    "                           date); the school year's ends are the limits\n"
    "  --format text|json|html  for people (default), for programs, or a web page\n"
    "  --lang nl|en             language of the words (default nl)\n"
    "\n"
    "Exit status: 0 fine; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel reach --format html school.json > bereik.html\n";

static const char *const formats[] = {"text", "json", "html", NULL};

static schakel_status show(const schakel_reach *reach, const char *title, school_view *view,
                           schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_reach_to_json(reach, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    present.format = view->format == AS_HTML ? SCHAKEL_FORMAT_HTML : SCHAKEL_FORMAT_TEXT;
    present.title = title;
    return schakel_present_reach(reach, &present, &view->shown, &view->length, error);
}

static schakel_status make_reach(school_view *view, schakel_error *error)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(view->school, &info);
    schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
    options.until = view->today < info.year_start ? info.year_start
                    : view->today > info.year_end ? info.year_end
                                                  : view->today;
    schakel_reach *reach = NULL;
    schakel_status status = schakel_reach_count(view->school, &options, &reach, error);
    if (status == SCHAKEL_OK)
        status = show(reach, info.name != NULL ? info.name : info.id, view, error);
    schakel_reach_destroy(reach);
    return status;
}

int run_reach(int argc, char **argv)
{
    static const school_command command = {help, formats, NULL, 0, make_reach};
    return run_on_school(argc, argv, &command);
}
