/* schakel readers: who can read a letter. */
#include <stdlib.h>

#include "program.h"

static const char help[] =
    "Usage: schakel readers (--text FILE | --level A2) [--activity ID | --group ID...]\n"
    "                       [--channel CHANNEL]... [--today DATE] [--format text|json] [--lang nl|en]\n"
    "                       [SCHOOL.json|-]\n"
    "\n"
    "Which parents can read a letter, which cannot, and what to do for them. \"-\" or no file is\n"
    "standard input.\n"
    "\n"
    "  --text FILE         the letter\n"
    "  --level A1..C2      or its level\n"
    "  --activity ID       for whoever is invited for an activity\n"
    "  --group ID          for the parents of a group; may be there several times (default: the\n"
    "                      parents of the whole school)\n"
    "  --channel CHANNEL   a way in which the school reaches people: in_person, visit, call, video,\n"
    "                      message, mail, film or newsletter; may be there several times (default: all)\n"
    "  --today DATE        the day to look from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the words (default nl)\n"
    "\n"
    "Exit status: 0 nobody is known not to read it; 1 somebody cannot; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel readers --text letter.txt --group g3 --group g4 school.json\n";

enum { OWN_TEXT, OWN_LEVEL, OWN_ACTIVITY, OWN_GROUP, OWN_CHANNEL, OWN_COUNT };

static const char *const level_choices[] = {"A1", "A2", "B1", "B2",
                                            "C1", "C2", NULL}; /* as in schakel_level */

static schakel_status show(const schakel_readers *readers, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_readers_to_json(readers, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_readers(readers, view->school, &present, &view->shown, &view->length, error);
}

static int somebody_cannot(const schakel_readers *readers)
{
    schakel_reader first = SCHAKEL_READER_INIT; /* who cannot read it come first */
    return schakel_readers_get(readers, 0, &first) == SCHAKEL_OK && first.reads == SCHAKEL_NO;
}

static schakel_status show_readers(const schakel_readers_options *options, school_view *view,
                                   schakel_error *error)
{
    schakel_readers *readers = NULL;
    schakel_status status = schakel_readers_make(view->school, options, &readers, error);
    if (status == SCHAKEL_OK)
        status = show(readers, view, error);
    view->exit_status = somebody_cannot(readers) ? EXIT_OPEN : EXIT_FINE;
    schakel_readers_destroy(readers);
    return status;
}

/* The level that was given, or that of the letter. */
static schakel_status find_level(school_view *view, schakel_level *level, schakel_error *error)
{
    const option *text = &view->own[OWN_TEXT], *given = &view->own[OWN_LEVEL];
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_report *report = NULL;
    *level = (schakel_level)(SCHAKEL_LEVEL_A1 + given->chosen);
    if ((text->value == NULL) == (given->value == NULL)) {
        complain("expected either --text or --level: see schakel readers --help");
        return give_up(view);
    }
    if (text->value == NULL)
        return SCHAKEL_OK;
    schakel_status status = check_letter(view, text->value, &report, error);
    schakel_report_get_verdict(report, &verdict);
    schakel_report_destroy(report);
    *level = verdict.level;
    return status;
}

static schakel_status make_readers(school_view *view, schakel_error *error)
{
    schakel_readers_options options = SCHAKEL_READERS_OPTIONS_INIT;
    const char **groups = all_values(view->line, "group", &options.group_count);
    options.today = view->today;
    options.activity_id = view->own[OWN_ACTIVITY].value;
    options.group_ids = groups;
    options.offered = choices_option(view->line, &view->own[OWN_CHANNEL]);
    schakel_status status = groups != NULL ? find_level(view, &options.level, error) : give_up(view);
    if (status == SCHAKEL_OK)
        status = show_readers(&options, view, error);
    free(groups);
    return status;
}

int run_readers(int argc, char **argv)
{
    static const option own[] = {[OWN_TEXT] = {"text", 1, NULL, 0, NULL},
                                 [OWN_LEVEL] = {"level", 1, level_choices, 0, NULL},
                                 [OWN_ACTIVITY] = {"activity", 1, NULL, 0, NULL},
                                 [OWN_GROUP] = {"group", 1, NULL, 0, NULL},
                                 [OWN_CHANNEL] = {"channel", 1, channel_choices, 0, NULL}};
    static const school_command command = {help, text_or_json, own, OWN_COUNT, make_readers};
    return run_on_school(argc, argv, &command);
}
