/* schakel balance: who is asked too often, who never, and what each side expects. */
#include "program.h"

static const char help[] =
    "Usage: schakel balance [--today DATE] [--format text|json] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "Who was asked more often this school year than they want, who offers something and was not\n"
    "asked, and what parents and school expect of each other. It names people: it is for whoever\n"
    "does the asking. \"-\" or no file is standard input.\n"
    "\n"
    "  --today DATE        the last day that counts, as 2026-09-01 (default: the computer's date);\n"
    "                      the school year's ends are the limits\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the words (default nl)\n"
    "\n"
    "Exit status: 0 nobody is asked too often; 1 somebody is; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel balance --today 2027-02-01 school.json\n";

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
    options.until = last_day_until_today(view, options.from);
    schakel_balance *balance = NULL;
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
    static const school_command command = {help, text_or_json, NULL, 0, make_balance};
    return run_on_school(argc, argv, &command);
}
