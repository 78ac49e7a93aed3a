/* schakel agenda: what is coming and what asks for care. */
#include "program.h"

static const char help[] =
    "Usage: schakel agenda [--days N] [--today DATE] [--format text|json] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "The talks and activities that are coming, day by day, and then what asks for care: agreements\n"
    "that are due, wishes without an answer, parents nobody spoke with. \"-\" or no file is standard\n"
    "input.\n"
    "\n"
    "  --days N            how many days ahead, 0 to 366 (default 28)\n"
    "  --today DATE        the day to look from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the words (default nl)\n"
    "\n"
    "Exit status: 0 nothing asks for care; 1 something does; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel agenda --days 14 --today 2026-09-01 school.json\n";

enum { OWN_DAYS };

static schakel_status show(const schakel_agenda *agenda, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_agenda_to_json(agenda, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_agenda(agenda, view->school, &present, &view->shown, &view->length, error);
}

static schakel_status make_agenda(school_view *view, schakel_error *error)
{
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    options.today = view->today;
    number_option(&view->own[OWN_DAYS], &options.days);
    schakel_agenda *agenda = NULL;
    schakel_status status = schakel_agenda_make(view->school, &options, &agenda, error);
    if (status == SCHAKEL_OK)
        status = show(agenda, view, error);
    for (size_t i = 0; i < schakel_agenda_count(agenda); i++) {
        schakel_agenda_item item = SCHAKEL_AGENDA_ITEM_INIT;
        schakel_agenda_get(agenda, i, &item);
        if (item.kind > SCHAKEL_AGENDA_ACTIVITY)
            view->exit_status = EXIT_OPEN;
    }
    schakel_agenda_destroy(agenda);
    return status;
}

int run_agenda(int argc, char **argv)
{
    static const option own[] = {[OWN_DAYS] = {"days", 1, NULL, 0, NULL}};
    static const school_command command = {help, text_or_json, own, 1, make_agenda};
    return run_on_school(argc, argv, &command);
}
