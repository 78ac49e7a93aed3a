/* schakel match: which parent to ask for what, and when. */
#include <stdio.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel match [--repair PLAN.json] [--calendar] [--today DATE]\n"
    "                     [--format text|json|html] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "Which parent to ask for what, by when and why; what stays open; and whether this is proven\n"
    "best. \"-\" or no file is standard input.\n"
    "\n"
    "  --repair PLAN.json       the plan as it was, printed earlier with --format json: keeps as much\n"
    "                           of it as possible, and says what is new and what is dropped\n"
    "  --calendar               in which week to ask whom, and whom to thank for an offer\n"
    "  --today DATE             the day to plan from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json|html  for people (default), for programs, or a web page with the calendar,\n"
    "                           each need, and how the asks are spread\n"
    "  --lang nl|en             language of the reasons (default nl)\n"
    "\n"
    "Exit status: 0 every place is filled; 1 places stay open; 2 wrong usage or input.\n"
    "\n"
    "Examples:\n"
    "  schakel match --today 2026-09-01 --format json school.json > plan.json\n"
    "  schakel match --today 2026-09-08 --repair plan.json school.json\n"
    "  schakel match --calendar school.json\n";

static const char *const formats[] = {"text", "json", "html", NULL};
enum { OWN_REPAIR, OWN_CALENDAR };

static schakel_present_options page_options(const school_view *view)
{
    schakel_present_options present = text_options(view);
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    if (view->format == AS_HTML) {
        schakel_school_get_info(view->school, &info);
        present.format = SCHAKEL_FORMAT_HTML;
        present.title = info.name != NULL ? info.name : info.id;
    }
    return present;
}

static schakel_status show_calendar(const schakel_matching *matching, school_view *view, schakel_error *error)
{
    schakel_calendar *calendar = NULL;
    schakel_present_options present = page_options(view);
    schakel_status status = schakel_calendar_make(matching, view->school, NULL, &calendar, error);
    if (status == SCHAKEL_OK && view->format == AS_JSON)
        status = schakel_calendar_to_json(calendar, view->language, &view->shown, &view->length, error);
    else if (status == SCHAKEL_OK)
        status =
            schakel_present_calendar(calendar, view->school, &present, &view->shown, &view->length, error);
    schakel_calendar_destroy(calendar);
    return status;
}

static schakel_status show(const schakel_matching *matching, school_view *view, schakel_error *error)
{
    if (view->own[OWN_CALENDAR].chosen)
        return show_calendar(matching, view, error);
    if (view->format == AS_JSON)
        return schakel_matching_to_json(matching, view->language, &view->shown, &view->length, error);
    schakel_present_options present = page_options(view);
    return schakel_present_matching(matching, view->school, &present, &view->shown, &view->length, error);
}

/* Nothing is shown that does not pass the check, which does not share the code that solves. */
static schakel_status verify(const schakel_matching *matching, const school_view *view, schakel_error *error)
{
    schakel_error wrong = SCHAKEL_ERROR_INIT;
    schakel_status status = schakel_matching_verify(matching, view->school, &wrong);
    if (status != SCHAKEL_OK) {
        *error = wrong;
        snprintf(error->message, sizeof error->message, "the plan did not pass its check: %.200s",
                 wrong.message);
    }
    return status;
}

static schakel_status match_and_show(const schakel_match_options *options, school_view *view,
                                     schakel_error *error)
{
    schakel_matching *matching = NULL;
    schakel_status status = schakel_match(view->school, options, &matching, error);
    if (status == SCHAKEL_OK)
        status = verify(matching, view, error);
    if (status == SCHAKEL_OK)
        status = show(matching, view, error);
    view->exit_status = schakel_matching_open_count(matching) != 0 ? EXIT_OPEN : EXIT_FINE;
    schakel_matching_destroy(matching);
    return status;
}

/* Read the plan as it was; what is wrong with it is said with the name of its file. */
static schakel_status read_plan(school_view *view, schakel_planned **planned, size_t *count,
                                schakel_error *error)
{
    const char *name = view->own[OWN_REPAIR].value;
    bytes input = {NULL, 0, 0};
    if (strcmp(name, "-") == 0 && strcmp(view->input, "-") == 0) {
        complain("standard input cannot be both the plan and the school");
        view->has_complained = 1;
        return SCHAKEL_MISUSE;
    }
    view->input = name;
    view->has_complained = !read_input(name, &input);
    schakel_status status = view->has_complained ? SCHAKEL_IO
                                                 : schakel_planned_from_json(input.data, input.length, NULL,
                                                                             planned, count, error);
    bytes_free(&input);
    return status;
}

static schakel_status make_matching(school_view *view, schakel_error *error)
{
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_planned *planned = NULL;
    const char *school = view->input;
    schakel_status status = SCHAKEL_OK;
    options.today = view->today;
    if (view->own[OWN_REPAIR].value != NULL)
        status = read_plan(view, &planned, &options.planned_count, error);
    if (status == SCHAKEL_OK) {
        view->input = school;
        options.planned = planned;
        status = match_and_show(&options, view, error);
    }
    schakel_planned_free(planned);
    return status;
}

int run_match(int argc, char **argv)
{
    static const option own[] = {
        [OWN_REPAIR] = {"repair", 1, NULL, 0, NULL}, [OWN_CALENDAR] = {"calendar", 0, NULL, 0, NULL}};
    static const school_command command = {help, formats, own, 2, make_matching};
    return run_on_school(argc, argv, &command);
}
