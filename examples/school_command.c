/* What the subcommands about one school have in common. */
#include "program.h"

enum { OPTION_TODAY, OPTION_FORMAT, OPTION_LANG, OPTION_COUNT };

int run_on_school(int argc, char **argv, const char *help, const char *const *formats,
                  schakel_status (*make)(school_view *view, schakel_error *error))
{
    option options[OPTION_COUNT] = {[OPTION_TODAY] = {"today", 1, NULL, 0, NULL},
                                    [OPTION_FORMAT] = {"format", 1, formats, AS_TEXT, NULL},
                                    [OPTION_LANG] = {"lang", 1, language_choices, SCHAKEL_DUTCH, NULL}};
    command_line line = {help, options, OPTION_COUNT, NULL, 0};
    parse_result parsed = parse_arguments(argc, argv, &line);
    if (parsed != PARSE_GO_ON)
        return parsed == PARSE_HELPED ? EXIT_FINE : EXIT_WRONG;
    schakel_date today = date_option(&options[OPTION_TODAY]);
    schakel_school *school = today != SCHAKEL_NO_DATE ? read_school(&line) : NULL;
    if (school == NULL)
        return EXIT_WRONG;
    schakel_error error = SCHAKEL_ERROR_INIT;
    school_view view = {
        school, today,    options[OPTION_FORMAT].chosen, (schakel_language)options[OPTION_LANG].chosen, NULL,
        0,      EXIT_FINE};
    int status;
    if (make(&view, &error) == SCHAKEL_OK) {
        bytes output = {view.shown, view.length, view.length};
        status = write_output(&output, view.exit_status);
    } else {
        status = complain_error(line.operand_count == 1 ? line.operands[0] : "-", &error, 0);
    }
    schakel_buffer_free(view.shown);
    schakel_school_destroy(school);
    return status;
}
