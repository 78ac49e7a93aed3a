/* Reading the command line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "program.h"

const char *const language_choices[] = {"nl", "en", NULL};
const char *const channel_choices[] = {"in_person", "visit", "call", "video",      "message",
                                       "mail",      "other", "film", "newsletter", NULL};

/* Longer than any name here; what is longer is near to none. */
enum { LONGEST_NAME = 32 };

/* How many letters must be put in, left out or changed to get from one word to the other. */
static size_t distance(const char *a, const char *b)
{
    size_t row[LONGEST_NAME + 1];
    size_t width = strlen(b);
    for (size_t j = 0; j <= width; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= width; j++) {
            size_t best = diagonal + (a[i - 1] != b[j - 1]);
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            diagonal = row[j];
            row[j] = best;
        }
    }
    return row[width];
}

const char *nearest_name(const char *typed, const char *const *names, size_t count)
{
    const char *nearest = NULL;
    size_t least = 3; /* further away it is another word */
    if (strlen(typed) > LONGEST_NAME)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t far = distance(typed, names[i]);
        if (far < least && far < strlen(names[i])) {
            least = far;
            nearest = names[i];
        }
    }
    return nearest;
}

static int unknown_option(const char *command, const command_line *line, const char *typed)
{
    const char *names[16] = {"help"};
    size_t count = 1;
    for (size_t i = 0; i < line->option_count && count < sizeof names / sizeof names[0]; i++)
        names[count++] = line->options[i].name;
    const char *nearest = typed[0] == '-' && typed[1] == '-' ? nearest_name(typed + 2, names, count) : NULL;
    if (nearest != NULL)
        return complain("unknown option \"%s\": is \"--%s\" meant? See schakel %s --help", typed, nearest,
                        command);
    return complain("unknown option \"%s\": see schakel %s --help", typed, command);
}

/* "text, json or html" */
static void list_choices(const char *const *choices, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; choices[i] != NULL && used < size; i++) {
        const char *before = i == 0 ? "" : choices[i + 1] == NULL ? " or " : ", ";
        used += (size_t)snprintf(out + used, size - used, "%s%s", before, choices[i]);
    }
}

/* Which choice a value is, -1 for none. */
static int find_choice(const char *const *choices, const char *value)
{
    for (int i = 0; choices[i] != NULL; i++)
        if (strcasecmp(value, choices[i]) == 0)
            return i;
    return -1;
}

static int choose(const char *command, option *given, const char *value)
{
    given->value = value;
    if (given->choices == NULL)
        return 1;
    int chosen = find_choice(given->choices, value);
    if (chosen >= 0) {
        given->chosen = chosen;
        return 1;
    }
    char choices[128];
    list_choices(given->choices, choices, sizeof choices);
    complain("--%s is \"%s\": expected %s; see schakel %s --help", given->name, value, choices, command);
    return 0;
}

/* The option that an argument begins with: "--name" or "--name=value"; NULL for none. */
static option *find_option(const command_line *line, const char *argument)
{
    size_t length = strcspn(argument, "=");
    for (size_t i = 0; i < line->option_count; i++) {
        const char *name = line->options[i].name;
        if (length == strlen(name) + 2 && memcmp(argument, "--", 2) == 0 &&
            memcmp(argument + 2, name, length - 2) == 0)
            return &line->options[i];
    }
    return NULL;
}

/* How many arguments an option takes: its value may be one of its own. */
static int arguments_taken(const option *given, const char *argument)
{
    return given->takes_value && strchr(argument, '=') == NULL ? 2 : 1;
}

/* One option that begins at argv[at]; returns how many arguments it took, 0 after a complaint. */
static int read_option(int argc, char **argv, int at, command_line *line)
{
    const char *argument = argv[at];
    const char *equals = strchr(argument, '=');
    option *found = find_option(line, argument);
    if (found == NULL) {
        char name[LONGEST_NAME + 1];
        size_t length = strcspn(argument, "=");
        snprintf(name, sizeof name, "%.*s", (int)(length < LONGEST_NAME ? length : LONGEST_NAME), argument);
        unknown_option(argv[0], line, name);
        return 0;
    }
    if (!found->takes_value) {
        if (equals != NULL) {
            complain("--%s takes no value: see schakel %s --help", found->name, argv[0]);
            return 0;
        }
        found->chosen = 1;
        return 1;
    }
    int taken = arguments_taken(found, argument);
    if (at + taken > argc) {
        complain("--%s needs a value: see schakel %s --help", found->name, argv[0]);
        return 0;
    }
    return choose(argv[0], found, equals != NULL ? equals + 1 : argv[at + 1]) ? taken : 0;
}

/* Move the argument at a place in front of those before it, back to another place; they keep their order. */
static void move_back(char **argv, int at, int to)
{
    char *moved = argv[at];
    memmove(argv + to + 1, argv + to, (size_t)(at - to) * sizeof *argv);
    argv[to] = moved;
}

parse_result parse_arguments(int argc, char **argv, command_line *line)
{
    int operands = 0;
    int only_operands = 0;
    line->operands = argv + 1;
    for (int at = 1; at < argc;) {
        const char *argument = argv[at];
        if (!only_operands && strcmp(argument, "--") == 0) {
            only_operands = 1;
            at++;
        } else if (only_operands || argument[0] != '-' || argument[1] == '\0') {
            move_back(argv, at++, 1 + operands++);
        } else if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) {
            bytes output = {NULL, 0, 0};
            int status = bytes_add(&output, line->help, strlen(line->help)) ? write_output(&output, EXIT_FINE)
                                                                            : complain_memory();
            bytes_free(&output);
            return status == EXIT_FINE ? PARSE_HELPED : PARSE_FAILED;
        } else {
            int taken = read_option(argc, argv, at, line);
            if (taken == 0)
                return PARSE_FAILED;
            at += taken;
        }
    }
    line->operand_count = (size_t)operands;
    return PARSE_GO_ON;
}

const char *nth_value(const command_line *line, const char *name, size_t index)
{
    char **argument = line->operands + line->operand_count;
    while (*argument != NULL && strcmp(*argument, "--") != 0) {
        const option *given = find_option(line, *argument);
        int taken = arguments_taken(given, *argument);
        if (strcmp(given->name, name) == 0 && index-- == 0)
            return taken == 2 ? argument[1] : strchr(*argument, '=') + 1;
        argument += taken;
    }
    return NULL;
}

const char **all_values(const command_line *line, const char *name, size_t *count)
{
    for (*count = 0; nth_value(line, name, *count) != NULL;)
        ++*count;
    /* One more: nothing at all may be no memory either. */
    const char **values = malloc((*count + 1) * sizeof *values);
    for (size_t i = 0; values != NULL && i < *count; i++)
        values[i] = nth_value(line, name, i);
    if (values == NULL)
        complain_memory();
    return values;
}

uint32_t choices_option(const command_line *line, const option *given)
{
    uint32_t bits = 0;
    const char *value;
    for (size_t i = 0; (value = nth_value(line, given->name, i)) != NULL; i++)
        bits |= UINT32_C(1) << find_choice(given->choices, value);
    return bits;
}

void number_option(const option *given, int32_t *number)
{
    const char *text = given->value;
    if (text == NULL)
        return;
    size_t digits = strspn(text, "0123456789");
    *number = digits == 0 || digits > 6 || text[digits] != '\0' ? -1 : (int32_t)strtol(text, NULL, 10);
}

schakel_date date_option(const option *given)
{
    if (given->value != NULL) {
        schakel_date date = schakel_date_parse(given->value);
        if (date == SCHAKEL_NO_DATE)
            complain("--%s is \"%s\": expected a date that exists, written as 2026-09-01", given->name,
                     given->value);
        return date;
    }
    time_t now = time(NULL);
    struct tm local;
    if (now == (time_t)-1 || localtime_r(&now, &local) == NULL) {
        complain("the computer's date is not known: give --%s", given->name);
        return SCHAKEL_NO_DATE;
    }
    return schakel_date_from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

/* "2026-10-06/19:30-21:00"; a part that is longer than it should be is no day or time. */
static int parse_slot(const char *text, schakel_slot *slot)
{
    char date[SCHAKEL_DATE_SIZE + 1], start[SCHAKEL_TIME_SIZE + 1], end[SCHAKEL_TIME_SIZE + 1];
    int used = 0;
    if (sscanf(text, "%11[^/]/%6[^-]-%6[0-9:]%n", date, start, end, &used) != 3 || text[used] != '\0')
        return 0;
    *slot = (schakel_slot){schakel_date_parse(date), schakel_time_parse(start), schakel_time_parse(end)};
    return slot->date != SCHAKEL_NO_DATE && slot->start != SCHAKEL_NO_TIME && slot->end > slot->start;
}

int slot_options(const command_line *line, schakel_slot slots[SCHAKEL_SLOTS_MAX], size_t *count)
{
    const char *text;
    for (*count = 0; (text = nth_value(line, "slot", *count)) != NULL; (*count)++) {
        if (*count == SCHAKEL_SLOTS_MAX) {
            complain("--slot is there more than %d times", SCHAKEL_SLOTS_MAX);
            return 0;
        }
        if (!parse_slot(text, &slots[*count])) {
            complain("--slot is \"%s\": expected a day, a start and a later end, written as "
                     "2026-10-06/19:30-21:00",
                     text);
            return 0;
        }
    }
    return 1;
}
