/* What the subcommands about one school have in common. */
#include "program.h"

#include <string.h>

enum { OPTION_TODAY, OPTION_FORMAT, OPTION_LANG, COMMON_OPTIONS };

const char *const text_or_json[] = {"text", "json", NULL};

schakel_present_options text_options(const school_view *view)
{
    schakel_present_options present = SCHAKEL_PRESENT_OPTIONS_INIT;
    present.language = view->language;
    present.colour = colours_wanted();
    return present;
}

int run_on_school(int argc, char **argv, const school_command *command)
{
    option options[COMMON_OPTIONS + OWN_OPTIONS_MAX] = {
        [OPTION_TODAY] = {"today", 1, NULL, 0, NULL},
        [OPTION_FORMAT] = {"format", 1, command->formats, AS_TEXT, NULL},
        [OPTION_LANG] = {"lang", 1, language_choices, SCHAKEL_DUTCH, NULL}};
    if (command->own_count > 0)
        memcpy(options + COMMON_OPTIONS, command->own, command->own_count * sizeof *options);
    command_line line = {command->help, options, COMMON_OPTIONS + command->own_count, NULL, 0};
    parse_result parsed = parse_arguments(argc, argv, &line);
    if (parsed != PARSE_GO_ON)
        return parsed == PARSE_HELPED ? EXIT_FINE : EXIT_WRONG;
    schakel_date today = date_option(&options[OPTION_TODAY]);
    if (today == SCHAKEL_NO_DATE)
        return EXIT_WRONG;
    if (line.operand_count > 1)
        return complain("one school document at a time: \"%s\" is one too many", line.operands[1]);
    const char *name = line.operand_count == 1 ? line.operands[0] : "-";
    schakel_school *school = read_school(name);
    if (school == NULL)
        return EXIT_WRONG;
    schakel_error error = SCHAKEL_ERROR_INIT;
    school_view view = {.school = school,
                        .today = today,
                        .format = options[OPTION_FORMAT].chosen,
                        .language = (schakel_language)options[OPTION_LANG].chosen,
                        .own = options + COMMON_OPTIONS,
                        .line = &line,
                        .input = name,
                        .exit_status = EXIT_FINE};
    int status;
    if (command->make(&view, &error) == SCHAKEL_OK) {
        bytes output = {view.shown, view.length, view.length};
        status = write_output(view.shown != NULL ? &output : &view.joined, view.exit_status);
    } else {
        status = view.has_complained ? EXIT_WRONG : complain_error(view.input, &error, 0);
    }
    schakel_buffer_free(view.shown);
    bytes_free(&view.joined);
    schakel_school_destroy(school);
    return status;
}
