/* schakel understand: what somebody can do, out of what they write. */
#include <stdio.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel understand [--format text|json] [--lang nl|en] [--school FILE] [TEXT...|-]\n"
    "\n"
    "From what somebody writes about themselves to what they offer: jobs, hobbies, help and languages,\n"
    "and what they would rather not do. \"-\" or no text is standard input; several words are one text.\n"
    "\n"
    "  --format text|json  for people (default) or for programs\n"
    "  --lang nl|en        language of the labels (default nl)\n"
    "  --school FILE       a school document whose own concepts count too\n"
    "\n"
    "Exit status: 0 fine; 1 nothing was recognised; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel understand \"Ik ben kapper en spreek Turks, maar liever niet rijden\"\n";

enum { OPTION_FORMAT, OPTION_LANG, OPTION_SCHOOL, OPTION_COUNT };

typedef struct shown {
    bytes output;
    const char *text;
    schakel_language language;
    int failed; /* memory ran out */
} shown;

static void say(shown *s, const char *text, size_t length)
{
    s->failed |= !bytes_add(&s->output, text, length);
}

static void say_text(shown *s, const char *nl, const char *en)
{
    const char *text = s->language == SCHAKEL_ENGLISH ? en : nl;
    say(s, text, strlen(text));
}

/* A line about one concept: its label and the words that led to it. */
static void say_concept(shown *s, const schakel_understanding *understanding, size_t index,
                        const schakel_found_concept *concept)
{
    const char *label = s->language == SCHAKEL_ENGLISH ? concept->label_en : concept->label_nl;
    char score[32];
    say_text(s, "  ", "  ");
    say_text(s, label != NULL ? label : concept->concept_id, label != NULL ? label : concept->concept_id);
    snprintf(score, sizeof score, "  %d  ", (int)concept->score);
    say(s, score, strlen(score));
    for (size_t i = 0; i < concept->evidence_count; i++) {
        schakel_found_evidence evidence = SCHAKEL_FOUND_EVIDENCE_INIT;
        schakel_understanding_get_evidence(understanding, index, i, &evidence);
        say_text(s, i == 0 ? "“" : ", “", i == 0 ? "“" : ", “");
        say(s, s->text + evidence.start, evidence.end - evidence.start);
        say_text(s, "”", "”");
    }
    say_text(s, "\n", "\n");
}

static void say_concepts(shown *s, const schakel_understanding *understanding, int excluded)
{
    int begun = 0;
    for (size_t i = 0; i < schakel_understanding_concept_count(understanding); i++) {
        schakel_found_concept concept = SCHAKEL_FOUND_CONCEPT_INIT;
        schakel_understanding_get_concept(understanding, i, &concept);
        if (concept.excluded != excluded)
            continue;
        if (!begun && excluded)
            say_text(s, "Liever niet\n", "Rather not\n");
        else if (!begun)
            say_text(s, "Aanbod\n", "Offers\n");
        begun = 1;
        say_concept(s, understanding, i, &concept);
    }
}

static void say_languages(shown *s, const schakel_understanding *understanding)
{
    for (size_t i = 0; i < schakel_understanding_language_count(understanding); i++) {
        schakel_found_language language = SCHAKEL_FOUND_LANGUAGE_INIT;
        schakel_understanding_get_language(understanding, i, &language);
        if (i == 0)
            say_text(s, "Talen\n", "Languages\n");
        say_text(s, language.excluded ? "  niet " : "  ", language.excluded ? "  not " : "  ");
        say(s, s->text + language.start, language.end - language.start);
        say_text(s, " (", " (");
        say(s, language.tag, strlen(language.tag));
        say_text(s, ")\n", ")\n");
    }
}

static int is_empty(const schakel_understanding *understanding)
{
    return schakel_understanding_concept_count(understanding) == 0 &&
           schakel_understanding_language_count(understanding) == 0;
}

static schakel_status show(shown *s, const schakel_understanding *understanding, int format,
                           schakel_error *error)
{
    char *json = NULL;
    size_t length = 0;
    if (format == AS_JSON) {
        schakel_status status = schakel_understanding_to_json(understanding, &json, &length, error);
        s->failed |= status == SCHAKEL_OK && !bytes_take_over(&s->output, json, length);
        return status;
    }
    say_concepts(s, understanding, 0);
    say_concepts(s, understanding, 1);
    say_languages(s, understanding);
    if (is_empty(understanding))
        say_text(s, "Hier is niets in herkend. Schrijf bijvoorbeeld: ik ben kapper en ik kan goed koken.\n",
                 "Nothing was recognised. Write for example: I am a hairdresser and I cook well.\n");
    return SCHAKEL_OK;
}

static int is_input(const char *name)
{
    return name != NULL && strcmp(name, "-") == 0;
}

/* Is the text what comes in on standard input? */
static int wants_input(const command_line *line)
{
    return line->operand_count == 0 || (line->operand_count == 1 && is_input(line->operands[0]));
}

/* The words on the command line as one text, or standard input. Returns 0 after a complaint. */
static int read_text(const command_line *line, bytes *text)
{
    if (wants_input(line))
        return read_input("-", text);
    for (size_t i = 0; i < line->operand_count; i++)
        if ((i > 0 && !bytes_add(text, " ", 1)) ||
            !bytes_add(text, line->operands[i], strlen(line->operands[i]))) {
            complain_memory();
            return 0;
        }
    return 1;
}

/* The school that was named, if one was. Returns 0 after a complaint. */
static int read_own(const option *named, schakel_school **school)
{
    *school = named->value == NULL ? NULL : read_school(named->value);
    return named->value == NULL || *school != NULL;
}

static int understand(const option *options, const schakel_school *school, const bytes *text)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_understanding *understanding = NULL;
    shown s = {{NULL, 0, 0}, text->data, (schakel_language)options[OPTION_LANG].chosen, 0};
    int status = EXIT_WRONG;
    if (schakel_understand(school, text->data, text->length, NULL, &understanding, &error) != SCHAKEL_OK ||
        show(&s, understanding, options[OPTION_FORMAT].chosen, &error) != SCHAKEL_OK)
        complain_error("-", &error, 0);
    else if (s.failed)
        complain_memory();
    else
        status = write_output(&s.output, is_empty(understanding) ? EXIT_OPEN : EXIT_FINE);
    schakel_understanding_destroy(understanding);
    bytes_free(&s.output);
    return status;
}

int run_understand(int argc, char **argv)
{
    option options[OPTION_COUNT] = {[OPTION_FORMAT] = {"format", 1, text_or_json, AS_TEXT, NULL},
                                    [OPTION_LANG] = {"lang", 1, language_choices, SCHAKEL_DUTCH, NULL},
                                    [OPTION_SCHOOL] = {"school", 1, NULL, 0, NULL}};
    command_line line = {help, options, OPTION_COUNT, NULL, 0};
    parse_result parsed = parse_arguments(argc, argv, &line);
    if (parsed != PARSE_GO_ON)
        return parsed == PARSE_HELPED ? EXIT_FINE : EXIT_WRONG;
    if (is_input(options[OPTION_SCHOOL].value) && wants_input(&line))
        return complain("standard input cannot be both the school and the text");
    schakel_school *school = NULL;
    bytes text = {NULL, 0, 0};
    int status = EXIT_WRONG;
    if (read_own(&options[OPTION_SCHOOL], &school) && read_text(&line, &text))
        status = understand(options, school, &text);
    bytes_free(&text);
    schakel_school_destroy(school);
    return status;
}
