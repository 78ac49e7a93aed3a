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

int read_period(const school_view *view, const option *given, schakel_date *from, schakel_date *until)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(view->school, &info);
    *from = given->value == NULL ? info.year_start : date_option(given);
    *until = view->today > info.year_end ? info.year_end : view->today;
    if (given->value == NULL && *until < *from)
        *until = *from;
    if (*from == SCHAKEL_NO_DATE || *from <= *until)
        return *from != SCHAKEL_NO_DATE;
    char last[SCHAKEL_DATE_SIZE];
    schakel_date_format(*until, last);
    complain("--from is %s, but the last day that counts is %s", given->value, last);
    return 0;
}

schakel_status give_up(school_view *view)
{
    view->has_complained = 1;
    return SCHAKEL_MISUSE;
}

/* Is a place in the options of the library, "/groups/3", that of an option, "group"? */
static int is_place_of(const char *path, const char *name)
{
    for (path += path[0] == '/'; *name != '\0'; path++, name++)
        if (*path != (*name == '-' ? '_' : *name))
            return 0;
    path += *path == 's';
    return *path == '\0' || *path == '/';
}

/* The library names the place in its options; people know it by the option of the program. */
static int complain_of(const school_view *view, schakel_error *error)
{
    for (size_t i = 0; i < view->line->option_count; i++)
        if (is_place_of(error->path, view->line->options[i].name)) {
            snprintf(error->path, sizeof error->path, "--%s", view->line->options[i].name);
            break;
        }
    return complain_error(view->input, error, 0);
}

/* ---------------------------------------------------------- many schools, one a line */

static int read_file(void *context, char *buffer, size_t size, size_t *read)
{
    FILE *file = context;
    *read = fread(buffer, 1, size, file);
    return !ferror(file);
}

/* JSON over many lines becomes one line: line ends and the spaces after them are for people. Returns its length. */
static size_t put_on_one_line(char *json, size_t length)
{
    size_t kept = 0, at = 0;
    while (at < length) {
        if (json[at] != '\n') {
            json[kept++] = json[at++];
            continue;
        }
        for (at++; at < length && json[at] == ' '; at++)
            ;
    }
    json[kept++] = '\n'; /* there was at least one */
    return kept;
}

/* What a command makes of one of them. Returns whether to go on. */
static int write_line(const school_command *command, school_view *view, int *status)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    view->shown = NULL;
    int goes_on = 1;
    if (command->make(view, &error) != SCHAKEL_OK)
        *status = view->has_complained ? EXIT_WRONG : complain_of(view, &error);
    else
        goes_on = write_part(view->shown, put_on_one_line(view->shown, view->length));
    schakel_buffer_free(view->shown);
    return goes_on;
}

static int wants_lines(const school_command *command, const school_view *view)
{
    size_t i = 0;
    while (i < command->own_count && strcmp(view->own[i].name, "lines") != 0)
        i++;
    return i < command->own_count && view->own[i].chosen;
}

/* The next school, which the view is of; NULL at the end, or when no more can be read. A wrong line is skipped with a complaint. */
static schakel_school *next_school(schakel_stream *stream, school_view *view, int *status)
{
    for (;;) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        schakel_school *school = NULL;
        schakel_status read = schakel_stream_next(stream, &school, &error);
        view->school = school;
        if (read == SCHAKEL_OK)
            return school;
        *status = complain_error(view->input, &error, 0);
        if (read == SCHAKEL_IO || read == SCHAKEL_NO_MEMORY)
            return NULL;
    }
}

static int run_on_lines(const school_command *command, school_view *view)
{
    FILE *file = open_input(view->input);
    schakel_stream *stream = NULL;
    schakel_school *school;
    bytes nothing_more = {NULL, 0, 0};
    int status = EXIT_FINE, goes_on = 1;
    if (file == NULL)
        return EXIT_WRONG;
    if (schakel_stream_open(read_file, file, NULL, &stream, NULL) != SCHAKEL_OK)
        status = complain_memory();
    while (stream != NULL && goes_on && (school = next_school(stream, view, &status)) != NULL) {
        goes_on = write_line(command, view, &status);
        schakel_school_destroy(school);
    }
    schakel_stream_close(stream);
    if (file != stdin)
        fclose(file);
    return goes_on ? write_output(&nothing_more, status) : EXIT_WRONG;
}

/* ----------------------------------------------------------------------- one school */

static int run_on_one(const school_command *command, school_view *view)
{
    schakel_school *school = read_school(view->input);
    schakel_error error = SCHAKEL_ERROR_INIT;
    int status;
    if (school == NULL)
        return EXIT_WRONG;
    view->school = school;
    if (command->make(view, &error) == SCHAKEL_OK) {
        bytes output = {view->shown, view->length, view->length};
        status = write_output(view->shown != NULL ? &output : &view->joined, view->exit_status);
    } else {
        status = view->has_complained ? EXIT_WRONG : complain_of(view, &error);
    }
    schakel_buffer_free(view->shown);
    bytes_free(&view->joined);
    schakel_school_destroy(school);
    return status;
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
    school_view view = {.today = today,
                        .format = options[OPTION_FORMAT].chosen,
                        .language = (schakel_language)options[OPTION_LANG].chosen,
                        .own = options + COMMON_OPTIONS,
                        .line = &line,
                        .input = line.operand_count == 1 ? line.operands[0] : "-",
                        .exit_status = EXIT_FINE};
    if (!wants_lines(command, &view))
        return run_on_one(command, &view);
    if (view.format != AS_JSON)
        return complain("--lines gives a line of JSON for each school: add --format json");
    return run_on_lines(command, &view);
}
