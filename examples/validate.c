/* schakel validate: is a school document right. */
#include <stdio.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel validate [--lang nl|en] [SCHOOL.json...|-]\n"
    "\n"
    "Is a school document right? All that is wrong is named with its place, of each record the\n"
    "first thing. \"-\" or no file is standard input.\n"
    "\n"
    "  --lang nl|en  language of the words (default nl)\n"
    "\n"
    "Exit status: 0 every document is right; 2 one is wrong, or wrong usage.\n"
    "\n"
    "Example:\n"
    "  schakel validate school.json\n";

enum { OPTION_LANG, OPTION_COUNT };
enum { SHOWN_MOST = 100 };

/* What is counted when it is there, with the words for one and for more, by language. */
static const struct counted {
    schakel_kind kind;
    const char *one[2], *more[2];
} counted[] = {
    {SCHAKEL_KIND_ADULT, {"volwassene", "adult"}, {"volwassenen", "adults"}},
    {SCHAKEL_KIND_CHILD, {"kind", "child"}, {"kinderen", "children"}},
    {SCHAKEL_KIND_GROUP, {"groep", "group"}, {"groepen", "groups"}},
    {SCHAKEL_KIND_OFFER, {"aanbod", "offer"}, {"keer aanbod", "offers"}},
    {SCHAKEL_KIND_NEED, {"vraag", "need"}, {"vragen", "needs"}},
    {SCHAKEL_KIND_ASK, {"keer gevraagd", "ask"}, {"keer gevraagd", "asks"}},
    {SCHAKEL_KIND_ACTIVITY, {"activiteit", "activity"}, {"activiteiten", "activities"}},
    {SCHAKEL_KIND_TALK, {"gesprek", "talk"}, {"gesprekken", "talks"}},
    {SCHAKEL_KIND_ROUND, {"ronde", "round"}, {"rondes", "rounds"}},
    {SCHAKEL_KIND_RESPONSE, {"ingevulde vragenlijst", "response"}, {"ingevulde vragenlijsten", "responses"}},
};

static int report_fine(const char *name, const schakel_school *school, int language, bytes *output)
{
    static const char *const fine[] = {"in orde", "fine"};
    char text[512];
    const char *before = " (";
    int used = snprintf(text, sizeof text, ": %s", fine[language]);
    for (size_t i = 0; i < sizeof counted / sizeof counted[0]; i++) {
        size_t count = schakel_school_count(school, counted[i].kind);
        if (count == 0)
            continue;
        used += snprintf(text + used, sizeof text - (size_t)used, "%s%zu %s", before, count,
                         count == 1 ? counted[i].one[language] : counted[i].more[language]);
        before = ", ";
    }
    used += snprintf(text + used, sizeof text - (size_t)used, "%s\n", before[0] == ',' ? ")" : "");
    return bytes_add(output, input_name(name), strlen(input_name(name))) &&
           bytes_add(output, text, (size_t)used);
}

/* Say all that is wrong, or what was found first when there is no memory for more. Returns 0. */
static int complain_all(const char *name, const bytes *input, const schakel_error *first)
{
    schakel_problems *problems = NULL;
    schakel_document_check(input->data, input->length, NULL, &problems, NULL);
    size_t count = schakel_problems_count(problems);
    for (size_t i = 0; i < count && i < SHOWN_MOST; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        schakel_problems_get(problems, i, &error);
        complain_error(name, &error, 0);
    }
    if (count == 0)
        complain_error(name, first, 0);
    if (count > SHOWN_MOST)
        complain("%s: and %zu more", input_name(name), count - SHOWN_MOST);
    schakel_problems_destroy(problems);
    return 0;
}

/* Returns 0 after a complaint. */
static int validate_file(const char *name, int language, bytes *output)
{
    bytes input = {NULL, 0, 0};
    schakel_school *school = NULL;
    int fine = read_input(name, &input);
    if (fine) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        fine = schakel_school_from_json(input.data, input.length, NULL, &school, &error) == SCHAKEL_OK;
        if (!fine)
            complain_all(name, &input, &error);
        else if (!report_fine(name, school, language, output))
            fine = (complain_memory(), 0);
    }
    schakel_school_destroy(school);
    bytes_free(&input);
    return fine;
}

int run_validate(int argc, char **argv)
{
    option options[OPTION_COUNT] = {[OPTION_LANG] = {"lang", 1, language_choices, SCHAKEL_DUTCH, NULL}};
    command_line line = {help, options, OPTION_COUNT, NULL, 0};
    parse_result parsed = parse_arguments(argc, argv, &line);
    if (parsed != PARSE_GO_ON)
        return parsed == PARSE_HELPED ? EXIT_FINE : EXIT_WRONG;
    bytes output = {NULL, 0, 0};
    int fine = 1;
    if (line.operand_count == 0)
        fine = validate_file("-", options[OPTION_LANG].chosen, &output);
    /* A wrong file does not keep the others from being looked at. */
    for (size_t i = 0; i < line.operand_count; i++)
        fine = validate_file(line.operands[i], options[OPTION_LANG].chosen, &output) && fine;
    int status = fine ? write_output(&output, EXIT_FINE) : EXIT_WRONG;
    bytes_free(&output);
    return status;
}
