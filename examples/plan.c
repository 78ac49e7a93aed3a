/* schakel plan: a timetable for a round of talks. */
#include <stdio.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel plan --round ID [--staff ID | --child ID | --letters] [--notice DAYS] [--apply FILE]\n"
    "                    [--today DATE] [--format text|json|html] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "A timetable for a round of talks: every child, brothers and sisters together, interpreters where\n"
    "they are needed, at times when parents can come. Talks that the school has planned already move\n"
    "as little as possible. \"-\" or no file is standard input.\n"
    "\n"
    "  --round ID               which round of the school\n"
    "  --staff ID               the talks of one teacher only\n"
    "  --child ID               the letters to the family of a child, in plain Dutch\n"
    "  --letters                the letters to every family\n"
    "  --notice DAYS            a family hears of a new time this many days ahead (default 7)\n"
    "  --apply FILE             plan the talks in the school, and write that school to FILE\n"
    "  --today DATE             nothing new is planned before it, as 2026-09-01 (default: the computer's\n"
    "                           date)\n"
    "  --format text|json|html  for people (default), for programs, or a web page\n"
    "  --lang nl|en             language of the words (default nl)\n"
    "\n"
    "Exit status: 0 every talk has a time, or one teacher or family is shown; 1 a talk has none; 2 wrong\n"
    "usage or input.\n"
    "\n"
    "Examples:\n"
    "  schakel plan --round startgesprekken --format html school.json > rooster.html\n"
    "  schakel plan --round startgesprekken --child c001 school.json > brief.md\n"
    "  schakel plan --round startgesprekken --apply school.json school.json\n";

static const char *const formats[] = {"text", "json", "html", NULL};
enum { OWN_ROUND, OWN_STAFF, OWN_CHILD, OWN_LETTERS, OWN_NOTICE, OWN_APPLY, OWN_COUNT };

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

/* Is it about everybody? */
static int is_whole(const school_view *view)
{
    return view->own[OWN_STAFF].value == NULL && view->own[OWN_CHILD].value == NULL;
}

/* Of one teacher or families there are pages and text. Returns 0 after a complaint. */
static int can_be_shown(const school_view *view)
{
    int chosen = (view->own[OWN_STAFF].value != NULL) + (view->own[OWN_CHILD].value != NULL) +
                 view->own[OWN_LETTERS].chosen;
    if (chosen > 1)
        complain("--staff, --child and --letters together: expected one of them");
    else if (chosen == 1 && view->format == AS_JSON)
        complain("--staff, --child and --letters are for text and html: JSON has the whole round");
    else
        return 1;
    return 0;
}

/* Standard output has the timetable, so the school needs a file. Returns 0 after a complaint. */
static int can_be_applied(const school_view *view)
{
    const char *file = view->own[OWN_APPLY].value;
    if (file == NULL || strcmp(file, "-") != 0)
        return 1;
    complain("--apply needs the name of a file: standard output has the timetable");
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
    part.all_letters = view->own[OWN_LETTERS].chosen;
    return schakel_present_timetable(timetable, view->school, &part, &present, &view->shown, &view->length,
                                     error);
}

/* Plan the talks in the school, and write it to the file that was named. */
static schakel_status apply(const schakel_timetable *timetable, school_view *view, schakel_error *error)
{
    schakel_status status = schakel_timetable_apply(timetable, view->school, error);
    if (status == SCHAKEL_OK)
        status = schakel_school_save(view->school, view->own[OWN_APPLY].value, error);
    if (status != SCHAKEL_IO)
        return status;
    complain("--apply %s: %s", error->path, error->message);
    return give_up(view);
}

static schakel_status make_plan(school_view *view, schakel_error *error)
{
    schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    if (!has_round(view) || !can_be_shown(view) || !can_be_applied(view))
        return give_up(view);
    number_option(&view->own[OWN_NOTICE], &options.notice);
    schakel_timetable_summary summary = SCHAKEL_TIMETABLE_SUMMARY_INIT;
    schakel_timetable *timetable = NULL;
    options.round_id = view->own[OWN_ROUND].value;
    options.today = view->today;
    schakel_status status = schakel_timetable_make(view->school, &options, &timetable, error);
    if (status == SCHAKEL_OK)
        status = show(timetable, view, error);
    if (status == SCHAKEL_OK)
        schakel_timetable_get_summary(timetable, &summary);
    if (summary.placed < summary.talks && is_whole(view))
        view->exit_status = EXIT_OPEN;
    if (status == SCHAKEL_OK && view->own[OWN_APPLY].value != NULL)
        status = apply(timetable, view, error);
    schakel_timetable_destroy(timetable);
    return status;
}

int run_plan(int argc, char **argv)
{
    static const option own[OWN_COUNT] = {
        [OWN_ROUND] = {"round", 1, NULL, 0, NULL},   [OWN_STAFF] = {"staff", 1, NULL, 0, NULL},
        [OWN_CHILD] = {"child", 1, NULL, 0, NULL},   [OWN_LETTERS] = {"letters", 0, NULL, 0, NULL},
        [OWN_NOTICE] = {"notice", 1, NULL, 0, NULL}, [OWN_APPLY] = {"apply", 1, NULL, 0, NULL}};
    static const school_command command = {help, formats, own, OWN_COUNT, make_plan};
    return run_on_school(argc, argv, &command);
}
