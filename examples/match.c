/* schakel match: which parent to ask for what. */
#include "program.h"

static const char help[] =
    "Usage: schakel match [--today DATE] [--format text|json] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "Which parent to ask for what, by when and why; what stays open; and whether this is proven\n"
    "best. \"-\" or no file is standard input.\n"
    "\n"
    "  --today DATE        the day to plan from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the reasons (default nl)\n"
    "\n"
    "Exit status: 0 every place is filled; 1 places stay open; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel match --today 2026-09-01 school.json\n";

static const char *const format_choices[] = {"text", "json", NULL};
enum { OPTION_TODAY, OPTION_FORMAT, OPTION_LANG, OPTION_COUNT };
enum { AS_TEXT, AS_JSON };

static schakel_status show(const option *options, const schakel_matching *matching,
                           const schakel_school *school, char **out, size_t *length, schakel_error *error)
{
    schakel_language language = (schakel_language)options[OPTION_LANG].chosen;
    if (options[OPTION_FORMAT].chosen == AS_JSON)
        return schakel_matching_to_json(matching, language, out, length, error);
    schakel_present_options present = SCHAKEL_PRESENT_OPTIONS_INIT;
    present.language = language;
    present.colour = colours_wanted();
    return schakel_present_matching(matching, school, &present, out, length, error);
}

static int match_school(const option *options, const command_line *line, const schakel_school *school,
                        schakel_date today)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_match_options match = SCHAKEL_MATCH_OPTIONS_INIT;
    match.today = today;
    schakel_matching *matching = NULL;
    char *shown = NULL;
    size_t length = 0;
    schakel_status status = schakel_match(school, &match, &matching, &error);
    if (status == SCHAKEL_OK)
        status = show(options, matching, school, &shown, &length, &error);
    int ends = schakel_matching_open_count(matching) != 0 ? EXIT_OPEN : EXIT_FINE;
    schakel_matching_destroy(matching);
    if (status != SCHAKEL_OK)
        return complain_error(line->operand_count == 1 ? line->operands[0] : "-", &error, 0);
    bytes output = {shown, length, length};
    ends = write_output(&output, ends);
    schakel_buffer_free(shown);
    return ends;
}

int run_match(int argc, char **argv)
{
    option options[OPTION_COUNT] = {[OPTION_TODAY] = {"today", 1, NULL, 0, NULL},
                                    [OPTION_FORMAT] = {"format", 1, format_choices, AS_TEXT, NULL},
                                    [OPTION_LANG] = {"lang", 1, language_choices, SCHAKEL_DUTCH, NULL}};
    command_line line = {help, options, OPTION_COUNT, NULL, 0};
    parse_result parsed = parse_arguments(argc, argv, &line);
    if (parsed != PARSE_GO_ON)
        return parsed == PARSE_HELPED ? EXIT_FINE : EXIT_WRONG;
    schakel_date today = date_option(&options[OPTION_TODAY]);
    schakel_school *school = today != SCHAKEL_NO_DATE ? read_school(&line) : NULL;
    if (school == NULL)
        return EXIT_WRONG;
    int status = match_school(options, &line, school, today);
    schakel_school_destroy(school);
    return status;
}
