/* schakel plan: a timetable for a round of talks. */
#include <stdio.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel plan --round ID [--staff ID | --child ID] [--today DATE] [--format text|json|html]\n"
    "                    [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "A timetable for a round of talks: every child, brothers and sisters together, interpreters where\n"
    "they are needed, at times when parents can come. \"-\" or no file is standard input.\n"
    "\n"
    "  --round ID               which round of the school\n"
    "  --staff ID               the talks of one teacher only\n"
    "  --child ID               the letters to the family of a child, in plain Dutch\n"
    "  --today DATE             nothing new is planned before it, as 2026-09-01 (default: the computer's\n"
    "                           date)\n"
    "  --format text|json|html  for people (default), for programs, or a web page\n"
    "  --lang nl|en             language of the words (default nl)\n"
    "\n"
    "Exit status: 0 every talk has a time; 1 one has none; 2 wrong usage or input.\n"
    "\n"
    "Examples:\n"
    "  schakel plan --round startgesprekken --format html school.json > rooster.html\n"
    "  schakel plan --round startgesprekken --child c001 school.json > brief.md\n";

static const char *const formats[] = {"text", "json", "html", NULL};
enum { OWN_ROUND, OWN_STAFF, OWN_CHILD, OWN_COUNT };

/* Which rounds there are, as far as they fit. */
static void list_rounds(const schakel_school *school, char *out, size_t size)
{
    size_t count = schakel_school_count(school, SCHAKEL_KIND_ROUND), used = 0;
    snprintf(out, size, "the school has none");
    for (size_t i = 0; i < count && used < size; i++) {
        schakel_round round = SCHAKEL_ROUND_INIT;
        schakel_school_get_round(school, i, &round);
        used +=
            (size_t)snprintf(out + used, size - used, "%s\"%s\"", i == 0 ? "expected " : " or ", round.id);
    }
}

/* Is the round that is asked for one of the school's? If not, it complains. */
static int has_round(const school_view *view)
{
    char rounds[256];
    const char *round = view->own[OWN_ROUND].value;
    if (round != NULL && schakel_school_find(view->school, SCHAKEL_KIND_ROUND, round) != SCHAKEL_NONE)
        return 1;
    list_rounds(view->school, rounds, sizeof rounds);
    if (round == NULL)
        complain("--round is missing: %s", rounds);
    else
        complain("--round is \"%s\": %s", round, rounds);
    return 0;
}

/* Of one teacher or one family there are pages and text. Returns 0 after a complaint. */
static int can_be_shown(const school_view *view)
{
    int chosen = (view->own[OWN_STAFF].value != NULL) + (view->own[OWN_CHILD].value != NULL);
    if (chosen == 2)
        complain("--staff and --child together: expected one of them");
    else if (chosen == 1 && view->format == AS_JSON)
        complain("--staff and --child are for text and html: JSON has the whole round");
    else
        return 1;
    return 0;
}

static schakel_status show(const schakel_timetable *timetable, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_timetable_to_json(timetable, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    present.format = view->format == AS_HTML ? SCHAKEL_FORMAT_HTML : SCHAKEL_FORMAT_TEXT;
    schakel_timetable_view part = SCHAKEL_TIMETABLE_VIEW_INIT;
    part.staff_id = view->own[OWN_STAFF].value;
    part.child_id = view->own[OWN_CHILD].value;
    return schakel_present_timetable(timetable, view->school, &part, &present, &view->shown, &view->length,
                                     error);
}

static schakel_status make_plan(school_view *view, schakel_error *error)
{
    if (!has_round(view) || !can_be_shown(view))
        return give_up(view);
    schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    schakel_timetable_summary summary = SCHAKEL_TIMETABLE_SUMMARY_INIT;
    schakel_timetable *timetable = NULL;
    options.round_id = view->own[OWN_ROUND].value;
    options.today = view->today;
    schakel_status status = schakel_timetable_make(view->school, &options, &timetable, error);
    if (status == SCHAKEL_OK)
        status = show(timetable, view, error);
    if (status == SCHAKEL_OK)
        schakel_timetable_get_summary(timetable, &summary);
    if (summary.placed < summary.talks)
        view->exit_status = EXIT_OPEN;
    schakel_timetable_destroy(timetable);
    return status;
}

int run_plan(int argc, char **argv)
{
    static const option own[OWN_COUNT] = {[OWN_ROUND] = {"round", 1, NULL, 0, NULL},
                                          [OWN_STAFF] = {"staff", 1, NULL, 0, NULL},
                                          [OWN_CHILD] = {"child", 1, NULL, 0, NULL}};
    static const school_command command = {help, formats, own, OWN_COUNT, make_plan};
    return run_on_school(argc, argv, &command);
}
