/* schakel times: which moments suit whom, and which of them together reach everybody. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "program.h"

static const char help[] =
    "Usage: schakel times [--slot MOMENT]... [--activity ID | --group ID...] [--spread N|all]\n"
    "                     [--each adults|families] [--today DATE] [--format text|json] [--lang nl|en]\n"
    "                     [SCHOOL.json|-]\n"
    "\n"
    "Whom each moment reaches and whom it shuts out, held against when parents can come; the best\n"
    "first. \"-\" or no file is standard input.\n"
    "\n"
    "  --slot MOMENT           a moment to look at, as 2026-10-06/19:30-21:00; may be there more\n"
    "                          than once (default: when the activity is)\n"
    "  --activity ID           for whom: those the activity is for\n"
    "  --group ID              for whom: the parents of a group; may be there more than once\n"
    "                          (default: the parents of the whole school)\n"
    "  --spread N|all          choose at most N moments that together reach the most people at\n"
    "                          least once; all: as few as reach everybody that can be reached\n"
    "  --each adults|families  reach each adult (default), or somebody of each family\n"
    "  --today DATE            the day to look from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json      for people (default) or for programs\n"
    "  --lang nl|en            language of the words (default nl)\n"
    "\n"
    "Exit status: 0 fine; 1 somebody can come at none of the moments, or at none that are chosen;\n"
    "2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel times --slot 2026-10-06/19:30-21:00 --slot 2026-10-07/08:30-09:30 --spread all school.json\n";

static const char *const each_choices[] = {"adults", "families", NULL}; /* by value of schakel_spread_each */
enum { OWN_SLOT, OWN_ACTIVITY, OWN_GROUP, OWN_SPREAD, OWN_EACH, OWN_COUNT };

/* ------------------------------------------------------------------------- options */

/* Without --spread one is made all the same, to tell who can come at none of the moments. Returns 0 after a complaint. */
static int read_spread(const school_view *view, schakel_spread_options *options)
{
    const char *text = view->own[OWN_SPREAD].value;
    options->each = (schakel_spread_each)view->own[OWN_EACH].chosen;
    if (text == NULL || strcasecmp(text, "all") == 0)
        return 1;
    if (text[0] >= '1' && text[0] <= '9' && strlen(text) <= 3 && strspn(text, "0123456789") == strlen(text))
        options->times = (int32_t)strtol(text, NULL, 10);
    if (options->times >= 1 && options->times <= SCHAKEL_SLOTS_MAX)
        return 1;
    complain("--spread is \"%s\": expected a number from 1 to %d, or all", text, SCHAKEL_SLOTS_MAX);
    return 0;
}

/* -------------------------------------------------------------------------- output */

/* Add an object as a member of another: its lines move two places, and the last does not end. */
static int add_member(bytes *out, const char *object, size_t length)
{
    int fine = 1;
    for (size_t i = 0; fine && i + 1 < length; i++)
        fine = bytes_add(out, object + i, 1) && (object[i] != '\n' || bytes_add(out, "  ", 2));
    return fine;
}

/* Put the spread, or null, into the timing as its last member. Returns 0 when memory ran out. */
static int join(bytes *out, const char *timing, size_t length, const char *spread, size_t spread_length)
{
    static const char end[] = "\n}\n", name[] = ",\n  \"spread\": ";
    return bytes_add(out, timing, length - strlen(end)) && bytes_add(out, name, strlen(name)) &&
           (spread != NULL ? add_member(out, spread, spread_length) : bytes_add(out, "null", 4)) &&
           bytes_add(out, end, strlen(end));
}

static schakel_status show_json(const schakel_timing *timing, const schakel_spread *spread, school_view *view,
                                schakel_error *error)
{
    char *object = NULL, *member = NULL;
    size_t length = 0, member_length = 0;
    schakel_status status = schakel_timing_to_json(timing, &object, &length, error);
    if (status == SCHAKEL_OK && spread != NULL)
        status = schakel_spread_to_json(spread, &member, &member_length, error);
    if (status == SCHAKEL_OK && !join(&view->joined, object, length, member, member_length)) {
        complain_memory();
        view->has_complained = 1;
        status = SCHAKEL_NO_MEMORY;
    }
    schakel_buffer_free(object);
    schakel_buffer_free(member);
    return status;
}

static schakel_status show(const schakel_timing *timing, const schakel_spread *spread, school_view *view,
                           schakel_error *error)
{
    if (view->format == AS_JSON)
        return show_json(timing, spread, view, error);
    schakel_present_options present = text_options(view);
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    size_t index = schakel_school_find(view->school, SCHAKEL_KIND_ACTIVITY, view->own[OWN_ACTIVITY].value);
    schakel_school_get_activity(view->school, index, &activity);
    present.title = activity.title;
    return schakel_present_timing(timing, spread, view->school, &present, &view->shown, &view->length, error);
}

static schakel_status spread_and_show(const schakel_timing *timing, const schakel_spread_options *options,
                                      school_view *view, schakel_error *error)
{
    int is_asked = view->own[OWN_SPREAD].value != NULL;
    schakel_spread *spread = NULL;
    schakel_status status = schakel_spread_make(timing, options, &spread, error);
    if (status == SCHAKEL_OK)
        status = show(timing, is_asked ? spread : NULL, view, error);
    if (schakel_spread_missed_count(spread) > 0)
        view->exit_status = EXIT_OPEN;
    schakel_spread_destroy(spread);
    return status;
}

static schakel_status look_at_times(const schakel_timing_options *options,
                                    const schakel_spread_options *spreading, school_view *view,
                                    schakel_error *error)
{
    schakel_timing *timing = NULL;
    schakel_status status = schakel_timing_make(view->school, options, &timing, error);
    if (status == SCHAKEL_OK)
        status = spread_and_show(timing, spreading, view, error);
    schakel_timing_destroy(timing);
    return status;
}

static schakel_status make_times(school_view *view, schakel_error *error)
{
    schakel_slot slots[SCHAKEL_SLOTS_MAX];
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    schakel_spread_options spreading = SCHAKEL_SPREAD_OPTIONS_INIT;
    options.today = view->today;
    options.activity_id = view->own[OWN_ACTIVITY].value;
    options.slots = slots;
    if (!slot_options(view->line, slots, &options.slot_count) || !read_spread(view, &spreading))
        return give_up(view);
    const char **groups = all_values(view->line, "group", &options.group_count);
    options.group_ids = groups;
    schakel_status status = groups != NULL ? look_at_times(&options, &spreading, view, error) : give_up(view);
    free(groups);
    return status;
}

int run_times(int argc, char **argv)
{
    static const option own[] = {
        [OWN_SLOT] = {"slot", 1, NULL, 0, NULL},         [OWN_ACTIVITY] = {"activity", 1, NULL, 0, NULL},
        [OWN_GROUP] = {"group", 1, NULL, 0, NULL},       [OWN_SPREAD] = {"spread", 1, NULL, 0, NULL},
        [OWN_EACH] = {"each", 1, each_choices, 0, NULL},
    };
    static const school_command command = {help, text_or_json, own, OWN_COUNT, make_times};
    return run_on_school(argc, argv, &command);
}
