/* schakel reach: who is asked and who never is. */
#include "program.h"

static const char help[] =
    "Usage: schakel reach [--today DATE] [--format text|json|html] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "Which parents were asked for something this school year, and which never were. Groups too\n"
    "small to stay anonymous are not shown. \"-\" or no file is standard input.\n"
    "\n"
    "  --today DATE             the last day that counts, as 2026-09-01 (default: the computer's\n"
    "                           date); the school year's ends are the limits\n"
    "  --format text|json|html  for people (default), for programs, or a web page\n"
    "  --lang nl|en             language of the words (default nl)\n"
    "\n"
    "Exit status: 0 fine; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel reach --format html school.json > bereik.html\n";

static const char *const format_choices[] = {"text", "json", "html", NULL};
enum { OPTION_TODAY, OPTION_FORMAT, OPTION_LANG, OPTION_COUNT };
enum { AS_TEXT, AS_JSON, AS_HTML };

static schakel_status show(const option *options, const schakel_reach *reach, const char *title, char **out,
                           size_t *length, schakel_error *error)
{
    schakel_language language = (schakel_language)options[OPTION_LANG].chosen;
    if (options[OPTION_FORMAT].chosen == AS_JSON)
        return schakel_reach_to_json(reach, language, out, length, error);
    schakel_present_options present = SCHAKEL_PRESENT_OPTIONS_INIT;
    present.format = options[OPTION_FORMAT].chosen == AS_HTML ? SCHAKEL_FORMAT_HTML : SCHAKEL_FORMAT_TEXT;
    present.language = language;
    present.colour = colours_wanted();
    present.title = title;
    return schakel_present_reach(reach, &present, out, length, error);
}

static int reach_school(const option *options, const command_line *line, const schakel_school *school,
                        schakel_date today)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &info);
    schakel_reach_options count = SCHAKEL_REACH_OPTIONS_INIT;
    count.until = today < info.year_start ? info.year_start : today > info.year_end ? info.year_end : today;
    schakel_reach *reach = NULL;
    char *shown = NULL;
    size_t length = 0;
    schakel_status status = schakel_reach_count(school, &count, &reach, &error);
    if (status == SCHAKEL_OK)
        status = show(options, reach, info.name != NULL ? info.name : info.id, &shown, &length, &error);
    schakel_reach_destroy(reach);
    if (status != SCHAKEL_OK)
        return complain_error(line->operand_count == 1 ? line->operands[0] : "-", &error, 0);
    bytes output = {shown, length, length};
    int ends = write_output(&output, EXIT_FINE);
    schakel_buffer_free(shown);
    return ends;
}

int run_reach(int argc, char **argv)
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
    int status = reach_school(options, &line, school, today);
    schakel_school_destroy(school);
    return status;
}
