/* schakel bridge: how to understand each other in a talk. */
#include <stdlib.h>

#include "program.h"

static const char help[] =
    "Usage: schakel bridge --adult ID [--adult ID…] --staff ID [--staff ID…] [--date DATE]\n"
    "                      [--start HH:MM] [--minutes N] [--bridge-minutes N] [--way WAY]...\n"
    "                      [--today DATE] [--format text|json] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "How parents and staff without a good shared language will understand each other in a talk: in\n"
    "which language, with whose help, how long it takes and what to prepare. \"-\" or no file is\n"
    "standard input.\n"
    "\n"
    "  --adult ID          a parent in the talk; once for each\n"
    "  --staff ID          somebody of the staff in it; once for each\n"
    "  --date DATE         the day of the talk, as 2026-11-24 (default: --today)\n"
    "  --start HH:MM       when it starts (default: not known yet)\n"
    "  --minutes N         how long it takes without a bridge, 5 to 240 (default 15)\n"
    "  --bridge-minutes N  how much longer with one, 0 to 240 (default 15)\n"
    "  --way WAY           a way the school can use: shared_language, nearby (somebody comes along),\n"
    "                      video, machine (an app) or telephone; may be there several times\n"
    "                      (default: all)\n"
    "  --today DATE        today, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the words (default nl)\n"
    "\n"
    "Exit status: 0 no bridge is needed, or there is one; 1 there is none yet; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel bridge --adult a021 --staff s02 --date 2026-11-24 --start 09:00 school.json\n";

enum { OWN_ADULT, OWN_STAFF, OWN_DATE, OWN_START, OWN_MINUTES, OWN_BRIDGE_MINUTES, OWN_WAY, OWN_COUNT };

/* By value of schakel_bridge, from SCHAKEL_BRIDGE_SHARED_LANGUAGE on. */
static const char *const way_choices[] = {"shared_language", "nearby", "video", "machine", "telephone", NULL};

static schakel_status show(const schakel_bridge_plan *plan, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_bridge_plan_to_json(plan, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_bridge_plan(plan, view->school, &present, &view->shown, &view->length, error);
}

/* When the talk is, and how long. Returns 0 after a complaint. */
static int read_moment(const school_view *view, schakel_bridge_options *options)
{
    const char *start = view->own[OWN_START].value;
    options->date = view->own[OWN_DATE].value == NULL ? view->today : date_option(&view->own[OWN_DATE]);
    if (options->date == SCHAKEL_NO_DATE)
        return 0;
    options->start = schakel_time_parse(start);
    if (start != NULL && options->start == SCHAKEL_NO_TIME) {
        complain("--start is \"%s\": expected a time, written as 09:00", start);
        return 0;
    }
    number_option(&view->own[OWN_MINUTES], &options->minutes);
    number_option(&view->own[OWN_BRIDGE_MINUTES], &options->bridge_minutes);
    return 1;
}

static schakel_status plan_talk(school_view *view, schakel_bridge_options *options, schakel_error *error)
{
    schakel_bridge_plan *plan = NULL;
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    schakel_status status = schakel_bridge_plan_make(view->school, options, &plan, error);
    if (status == SCHAKEL_OK)
        status = show(plan, view, error);
    schakel_bridge_plan_get_summary(plan, &summary);
    if (summary.needed && summary.bridge == SCHAKEL_BRIDGE_NONE)
        view->exit_status = EXIT_OPEN;
    schakel_bridge_plan_destroy(plan);
    return status;
}

static schakel_status make_bridge(school_view *view, schakel_error *error)
{
    schakel_bridge_options options = SCHAKEL_BRIDGE_OPTIONS_INIT;
    if (!read_moment(view, &options))
        return give_up(view);
    const char **adults = all_values(view->line, "adult", &options.adult_count);
    const char **staff = all_values(view->line, "staff", &options.staff_count);
    options.adult_ids = adults;
    options.staff_ids = staff;
    options.offered = choices_option(view->line, &view->own[OWN_WAY]) << SCHAKEL_BRIDGE_SHARED_LANGUAGE;
    schakel_status status =
        adults != NULL && staff != NULL ? plan_talk(view, &options, error) : give_up(view);
    free(adults);
    free(staff);
    return status;
}

int run_bridge(int argc, char **argv)
{
    static const option own[] = {[OWN_ADULT] = {"adult", 1, NULL, 0, NULL},
                                 [OWN_STAFF] = {"staff", 1, NULL, 0, NULL},
                                 [OWN_DATE] = {"date", 1, NULL, 0, NULL},
                                 [OWN_START] = {"start", 1, NULL, 0, NULL},
                                 [OWN_MINUTES] = {"minutes", 1, NULL, 0, NULL},
                                 [OWN_BRIDGE_MINUTES] = {"bridge-minutes", 1, NULL, 0, NULL},
                                 [OWN_WAY] = {"way", 1, way_choices, 0, NULL}};
    static const school_command command = {help, text_or_json, own, OWN_COUNT, make_bridge};
    return run_on_school(argc, argv, &command);
}
