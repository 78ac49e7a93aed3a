/* schakel bridge: how to understand each other in a talk. */
#include <stdlib.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel bridge --adult ID [--adult ID…] --staff ID [--staff ID…] [--date DATE]\n"
    "                      [--start HH:MM] [--minutes N] [--today DATE] [--format text|json]\n"
    "                      [--lang nl|en] [SCHOOL.json|-]\n"
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
    "  --today DATE        today, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the words (default nl)\n"
    "\n"
    "Exit status: 0 no bridge is needed, or there is one; 1 there is none yet; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel bridge --adult a021 --staff s02 --date 2026-11-24 --start 09:00 school.json\n";

enum { OWN_ADULT, OWN_STAFF, OWN_DATE, OWN_START, OWN_MINUTES, OWN_COUNT };

static schakel_status show(const schakel_bridge_plan *plan, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_bridge_plan_to_json(plan, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_bridge_plan(plan, view->school, &present, &view->shown, &view->length, error);
}

static schakel_status refuse(school_view *view)
{
    view->has_complained = 1;
    return SCHAKEL_INVALID;
}

/* When the talk is. */
static schakel_status read_moment(school_view *view, schakel_bridge_options *options)
{
    const char *start = view->own[OWN_START].value;
    options->date = view->own[OWN_DATE].value == NULL ? view->today : date_option(&view->own[OWN_DATE]);
    if (options->date == SCHAKEL_NO_DATE)
        return refuse(view);
    options->start = schakel_time_parse(start);
    if (start != NULL && options->start == SCHAKEL_NO_TIME) {
        complain("--start is \"%s\": expected a time, written as 09:00", start);
        return refuse(view);
    }
    if (view->own[OWN_MINUTES].value != NULL)
        options->minutes = whole_number(view->own[OWN_MINUTES].value);
    return SCHAKEL_OK;
}

/* How many times an option is there; its values go to a list that has room for them unless it is NULL. */
static size_t list_values(const school_view *view, const char *name, const char **values)
{
    size_t count = 0;
    for (const char *value; (value = nth_value(view->line, name, count)) != NULL; count++)
        if (values != NULL)
            values[count] = value;
    return count;
}

/* The library names the place in its options; people know it by the option of the program. */
static void name_option(schakel_error *error)
{
    static const char *const names[][2] = {{"/adults", "--adult"},
                                           {"/staff", "--staff"},
                                           {"/date", "--date"},
                                           {"/start", "--start"},
                                           {"/minutes", "--minutes"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strncmp(error->path, names[i][0], strlen(names[i][0])) == 0)
            strcpy(error->path, names[i][1]);
}

static schakel_status plan_talk(school_view *view, schakel_bridge_options *options, schakel_error *error)
{
    schakel_bridge_plan *plan = NULL;
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    schakel_status status = schakel_bridge_plan_make(view->school, options, &plan, error);
    if (status == SCHAKEL_OK)
        status = show(plan, view, error);
    else
        name_option(error);
    schakel_bridge_plan_get_summary(plan, &summary);
    if (summary.needed && summary.bridge == SCHAKEL_BRIDGE_NONE)
        view->exit_status = EXIT_OPEN;
    schakel_bridge_plan_destroy(plan);
    return status;
}

static schakel_status make_bridge(school_view *view, schakel_error *error)
{
    schakel_bridge_options options = SCHAKEL_BRIDGE_OPTIONS_INIT;
    schakel_status status = read_moment(view, &options);
    if (status != SCHAKEL_OK)
        return status;
    options.adult_count = list_values(view, "adult", NULL);
    options.staff_count = list_values(view, "staff", NULL);
    /* One more: nothing at all may be no memory either. */
    const char **ids = malloc((options.adult_count + options.staff_count + 1) * sizeof *ids);
    if (ids == NULL) {
        complain_memory();
        return refuse(view);
    }
    list_values(view, "adult", ids);
    list_values(view, "staff", ids + options.adult_count);
    options.adult_ids = ids;
    options.staff_ids = ids + options.adult_count;
    status = plan_talk(view, &options, error);
    free(ids);
    return status;
}

int run_bridge(int argc, char **argv)
{
    static const option own[] = {[OWN_ADULT] = {"adult", 1, NULL, 0, NULL},
                                 [OWN_STAFF] = {"staff", 1, NULL, 0, NULL},
                                 [OWN_DATE] = {"date", 1, NULL, 0, NULL},
                                 [OWN_START] = {"start", 1, NULL, 0, NULL},
                                 [OWN_MINUTES] = {"minutes", 1, NULL, 0, NULL}};
    static const school_command command = {help, text_or_json, own, OWN_COUNT, make_bridge};
    return run_on_school(argc, argv, &command);
}
