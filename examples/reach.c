/* schakel reach: who is reached and who is not, and who was asked. */
#include "program.h"

static const char help[] =
    "Usage: schakel reach [--from DATE] [--today DATE] [--lines] [--format text|json|html] [--lang nl|en]\n"
    "                     [SCHOOL.json|-]\n"
    "\n"
    "Which families and adults are reached by talks, activities and contact, by what, month by month,\n"
    "and which parents were asked for something. Groups too small to stay anonymous are not shown.\n"
    "\"-\" or no file is standard input.\n"
    "\n"
    "  --from DATE              the first day that counts (default: the start of the school year)\n"
    "  --today DATE             the last day that counts, as 2026-09-01 (default: the computer's date; at\n"
    "                           most the end of the school year)\n"
    "  --lines                  each line of the input is a school of its own, and gives a line of JSON;\n"
    "                           a wrong line is named on standard error, and the others go on\n"
    "  --format text|json|html  for people (default), for programs, or a web page\n"
    "  --lang nl|en             language of the words (default nl)\n"
    "\n"
    "Exit status: 0 fine; 2 wrong usage or input.\n"
    "\n"
    "Examples:\n"
    "  schakel reach --format html school.json > bereik.html\n"
    "  schakel reach --lines --format json scholen.ndjson > bereik.ndjson\n";

static const char *const formats[] = {"text", "json", "html", NULL};
enum { OWN_FROM, OWN_LINES, OWN_COUNT };

static schakel_status show(const schakel_engagement *engagement, const schakel_reach *reach,
                           school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_engagement_to_json(engagement, reach, view->language, &view->shown, &view->length,
                                          error);
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(view->school, &info);
    schakel_present_options present = text_options(view);
    present.format = view->format == AS_HTML ? SCHAKEL_FORMAT_HTML : SCHAKEL_FORMAT_TEXT;
    present.title = info.name != NULL ? info.name : info.id;
    return schakel_present_engagement(engagement, view->school, reach, &present, &view->shown, &view->length,
                                      error);
}

/* The days that are asked for. Returns 0 after a complaint. */
static int read_days(const school_view *view, schakel_engagement_options *options)
{
    const option *from = &view->own[OWN_FROM];
    if (from->value != NULL && (options->from = date_option(from)) == SCHAKEL_NO_DATE)
        return 0;
    options->until = last_day_until_today(view, options->from);
    if (from->value == NULL || options->from <= options->until)
        return 1;
    char last[SCHAKEL_DATE_SIZE];
    schakel_date_format(options->until, last);
    complain("--from is %s, but the last day that counts is %s", from->value, last);
    return 0;
}

static schakel_status make_reach(school_view *view, schakel_error *error)
{
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    schakel_reach_options asked = SCHAKEL_REACH_OPTIONS_INIT;
    schakel_engagement *engagement = NULL;
    schakel_reach *reach = NULL;
    view->has_complained = !read_days(view, &options);
    if (view->has_complained)
        return SCHAKEL_INVALID;
    asked.from = options.from;
    asked.until = options.until;
    schakel_status status = schakel_engagement_count(view->school, &options, &engagement, error);
    if (status == SCHAKEL_OK)
        status = schakel_reach_count(view->school, &asked, &reach, error);
    if (status == SCHAKEL_OK)
        status = show(engagement, reach, view, error);
    schakel_reach_destroy(reach);
    schakel_engagement_destroy(engagement);
    return status;
}

int run_reach(int argc, char **argv)
{
    static const option own[OWN_COUNT] = {
        [OWN_FROM] = {"from", 1, NULL, 0, NULL}, [OWN_LINES] = {"lines", 0, NULL, 0, NULL}};
    static const school_command command = {help, formats, own, OWN_COUNT, make_reach};
    return run_on_school(argc, argv, &command);
}
