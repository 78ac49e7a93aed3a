/* schakel balance: who is asked too often, who never, and what each side expects. */
#include "program.h"

static const char help[] =
    "Usage: schakel balance [--from DATE] [--today DATE] [--format text|json] [--lang nl|en]\n"
    "                       [SCHOOL.json|-]\n"
    "\n"
    "Who was asked more often than they want, who offers something and was not asked, and what\n"
    "parents and school expect of each other. It names people: it is for whoever does the asking.\n"
    "\"-\" or no file is standard input.\n"
    "\n"
    "  --from DATE         the first day that counts (default: the start of the school year)\n"
    "  --today DATE        the last day that counts, as 2026-09-01 (default: the computer's date; at\n"
    "                      most the end of the school year)\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the words (default nl)\n"
    "\n"
    "Exit status: 0 nobody is asked too often; 1 somebody is; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel balance --from 2026-11-01 --today 2027-02-01 school.json\n";

enum { OWN_FROM, OWN_COUNT };

static schakel_status show(const schakel_balance *balance, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_balance_to_json(balance, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_balance(balance, view->school, &present, &view->shown, &view->length, error);
}

static schakel_status make_balance(school_view *view, schakel_error *error)
{
    schakel_balance_options options = SCHAKEL_BALANCE_OPTIONS_INIT;
    schakel_balance *balance = NULL;
    if (!read_period(view, &view->own[OWN_FROM], &options.from, &options.until))
        return give_up(view);
    schakel_status status = schakel_balance_make(view->school, &options, &balance, error);
    if (status == SCHAKEL_OK)
        status = show(balance, view, error);
    for (size_t i = 0; i < schakel_balance_count(balance); i++) {
        schakel_balance_row row = SCHAKEL_BALANCE_ROW_INIT;
        schakel_balance_get(balance, i, &row);
        if (row.kind == SCHAKEL_ASKED_TOO_OFTEN)
            view->exit_status = EXIT_OPEN;
    }
    schakel_balance_destroy(balance);
    return status;
}

int run_balance(int argc, char **argv)
{
    static const option own[] = {[OWN_FROM] = {"from", 1, NULL, 0, NULL}};
    static const school_command command = {help, text_or_json, own, OWN_COUNT, make_balance};
    return run_on_school(argc, argv, &command);
}
