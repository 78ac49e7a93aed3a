/* schakel check: is a text plain Dutch, and what to change. */
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel check [--format text|json|html] [--target A1..C1] [--style FILE] [--lines]\n"
    "                     [--lang nl|en] [FILE...|-]\n"
    "\n"
    "Is a text plain Dutch, and what to change. Texts are UTF-8, plain or light Markdown;\n"
    "\"-\" or no file is standard input.\n"
    "\n"
    "  --format text|json|html  how to show it: for people (default), one line of JSON for each\n"
    "                           text, or a web page (of one text)\n"
    "  --target A1..C1          the level that the text must be readable at (default A2)\n"
    "  --style FILE             the school's own words, wordings, terms and choice of rules; see below\n"
    "  --lines                  each line is a text of its own\n"
    "  --lang nl|en             language of the advice (default nl)\n"
    "\n"
    "A house style has a line for each, with tabs between the columns and # before a remark:\n"
    "  word     kanjertraining  A2            this word has this level\n"
    "  replace  kernteam        de leraren    write this instead; alternatives are parted by \" / \"\n"
    "  term     kanjerles       Uw kind leert goed omgaan met anderen.   explain it like this\n"
    "  rule     guilt           off           this rule is silent\n"
    "\n"
    "Exit status: 0 every text meets the target; 1 a text does not; 2 wrong usage or input.\n"
    "\n"
    "Examples:\n"
    "  schakel check brief.txt\n"
    "  schakel check --format html --target B1 brief.txt > brief.html\n"
    "  schakel check --style huisstijl.tsv brief.txt\n"
    "  schakel check --lines --format json < zinnen.txt\n";

static const char *const format_choices[] = {"text", "json", "html", NULL};
static const char *const target_choices[] = {"A1", "A2", "B1", "B2", "C1", NULL}; /* as in schakel_level */
enum { OPTION_FORMAT, OPTION_TARGET, OPTION_STYLE, OPTION_LINES, OPTION_LANG, OPTION_COUNT };

typedef struct job {
    const schakel_checker *checker;
    const option *options;
    bytes output;
    int status; /* how the program ends */
} job;

static schakel_status show(const job *j, const schakel_report *report, const char *name, const char *text,
                           size_t length, size_t line_before, char **out, size_t *out_length,
                           schakel_error *error)
{
    schakel_language language = (schakel_language)j->options[OPTION_LANG].chosen;
    const char *title = strcmp(name, "-") == 0 ? NULL : name, *slash = strrchr(name, '/');
    if (j->options[OPTION_FORMAT].chosen == AS_JSON)
        return schakel_report_to_json(report, title, language, out, out_length, error);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.format = j->options[OPTION_FORMAT].chosen == AS_HTML ? SCHAKEL_FORMAT_HTML : SCHAKEL_FORMAT_TEXT;
    options.language = language;
    options.colour = colours_wanted();
    /* A page has the name of the file above it; in a terminal the whole path can be opened. */
    options.title = options.format == SCHAKEL_FORMAT_HTML && slash != NULL ? slash + 1 : title;
    options.first_line = line_before + 1;
    return schakel_present_report(report, text, length, &options, out, out_length, error);
}

/* Check one text, whose first line comes after `line_before` others in its file. Returns 0 after a complaint. */
static int check_text(job *j, const char *name, const char *text, size_t length, size_t line_before)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_check_options options = SCHAKEL_CHECK_OPTIONS_INIT;
    options.target = (schakel_level)(SCHAKEL_LEVEL_A1 + j->options[OPTION_TARGET].chosen);
    schakel_report *report = NULL;
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    char *shown = NULL;
    size_t shown_length = 0;
    schakel_status status = schakel_check(j->checker, text, length, &options, &report, &error);
    if (status == SCHAKEL_OK)
        status = schakel_report_get_verdict(report, &verdict);
    if (status == SCHAKEL_OK)
        status = show(j, report, name, text, length, line_before, &shown, &shown_length, &error);
    schakel_report_destroy(report);
    if (status != SCHAKEL_OK) {
        complain_error(name, &error, line_before);
        return 0;
    }
    if (!verdict.meets_target)
        j->status = EXIT_OPEN;
    /* People get an empty line between texts, programs a line a text. */
    const char *between = j->options[OPTION_FORMAT].chosen == AS_TEXT && j->output.length != 0 ? "\n" : "";
    const char *after = j->options[OPTION_FORMAT].chosen == AS_JSON ? "\n" : "";
    int kept = bytes_add(&j->output, between, strlen(between));
    kept = bytes_take_over(&j->output, shown, shown_length) && kept;
    kept = kept && bytes_add(&j->output, after, strlen(after));
    return kept || (complain_memory(), 0);
}

/* Every line is a text, an empty one too; what follows the last line end is one only when there is something. */
static int check_lines(job *j, const char *name, const char *text, size_t length)
{
    size_t line = 0;
    for (size_t start = 0; start < length; line++) {
        const char *end = memchr(text + start, '\n', length - start);
        size_t next = end != NULL ? (size_t)(end - text) + 1 : length;
        size_t stop = end != NULL ? next - 1 : length;
        if (end != NULL && stop > start && text[stop - 1] == '\r')
            stop--;
        if (!check_text(j, name, text + start, stop - start, line))
            return 0;
        start = next;
    }
    return 1;
}

static int check_file(job *j, const char *name)
{
    bytes input = {NULL, 0, 0};
    int fine = read_input(name, &input);
    if (fine && j->options[OPTION_LINES].chosen)
        fine = check_lines(j, name, input.data, input.length);
    else if (fine)
        fine = check_text(j, name, input.data, input.length, 0);
    bytes_free(&input);
    return fine;
}

static int check_all(job *j, const command_line *line)
{
    if (line->operand_count == 0)
        return check_file(j, "-");
    for (size_t i = 0; i < line->operand_count; i++)
        if (!check_file(j, line->operands[i]))
            return 0;
    return 1;
}

/* The house style in a file. Returns 0 after a complaint; *out is NULL when no file was named. */
static int read_style(const char *name, schakel_house_style **out)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    bytes input = {NULL, 0, 0};
    *out = NULL;
    if (name == NULL)
        return 1;
    int fine = read_input(name, &input);
    if (fine && (schakel_house_style_create(NULL, out, &error) != SCHAKEL_OK ||
                 schakel_house_style_read(*out, input.data, input.length, &error) != SCHAKEL_OK)) {
        complain_error(name, &error, 0);
        fine = 0;
    }
    bytes_free(&input);
    return fine;
}

/* The checker that the options ask for; NULL after a complaint. */
static schakel_checker *make_checker(const option *options)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_house_style *style = NULL;
    schakel_checker *checker = NULL;
    if (read_style(options[OPTION_STYLE].value, &style) &&
        schakel_checker_create_with(NULL, style, &checker, &error) != SCHAKEL_OK)
        complain("%s", error.message);
    schakel_house_style_destroy(style);
    return checker;
}

/* Is standard input named both as house style and as text? */
static int wants_input_twice(const option *options, const command_line *line)
{
    const char *style = options[OPTION_STYLE].value;
    int text = line->operand_count == 0;
    for (size_t i = 0; i < line->operand_count; i++)
        text |= strcmp(line->operands[i], "-") == 0;
    return style != NULL && strcmp(style, "-") == 0 && text;
}

int run_check(int argc, char **argv)
{
    option options[OPTION_COUNT] = {
        [OPTION_FORMAT] = {"format", 1, format_choices, AS_TEXT, NULL},
        [OPTION_TARGET] = {"target", 1, target_choices, SCHAKEL_LEVEL_A2 - SCHAKEL_LEVEL_A1, NULL},
        [OPTION_STYLE] = {"style", 1, NULL, 0, NULL},
        [OPTION_LINES] = {"lines", 0, NULL, 0, NULL},
        [OPTION_LANG] = {"lang", 1, language_choices, SCHAKEL_DUTCH, NULL}};
    command_line line = {help, options, OPTION_COUNT, NULL, 0};
    parse_result parsed = parse_arguments(argc, argv, &line);
    if (parsed != PARSE_GO_ON)
        return parsed == PARSE_HELPED ? EXIT_FINE : EXIT_WRONG;
    if (options[OPTION_FORMAT].chosen == AS_HTML && (options[OPTION_LINES].chosen || line.operand_count > 1))
        return complain("a web page shows one text: give one file and no --lines");
    if (wants_input_twice(options, &line))
        return complain("standard input cannot be both the house style and a text");

    schakel_checker *checker = make_checker(options);
    if (checker == NULL)
        return EXIT_WRONG;
    job j = {checker, options, {NULL, 0, 0}, EXIT_FINE};
    int status = check_all(&j, &line) ? write_output(&j.output, j.status) : EXIT_WRONG;
    bytes_free(&j.output);
    schakel_checker_destroy(checker);
    return status;
}
