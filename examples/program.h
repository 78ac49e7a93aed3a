/* What the subcommands share: options, input, output and complaints. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stdio.h>

#include <schakel/schakel.h>

/* How the program ends. */
enum {
    EXIT_FINE = 0,
    EXIT_OPEN = 1, /* a text does not meet its target, or something is left to do */
    EXIT_WRONG = 2 /* wrong usage or input, or the output could not be written */
};

/* The subcommands: argv[0] is the subcommand's name. They return how the program ends. */
int run_agenda(int argc, char **argv);
int run_balance(int argc, char **argv);
int run_bridge(int argc, char **argv);
int run_buddies(int argc, char **argv);
int run_check(int argc, char **argv);
int run_cycle(int argc, char **argv);
int run_invite(int argc, char **argv);
int run_match(int argc, char **argv);
int run_plan(int argc, char **argv);
int run_reach(int argc, char **argv);
int run_readers(int argc, char **argv);
int run_survey(int argc, char **argv);
int run_times(int argc, char **argv);
int run_understand(int argc, char **argv);
int run_validate(int argc, char **argv);
int run_view(int argc, char **argv);

/* ------------------------------------------------------------------ options */

/* An option of a subcommand. One with choices takes one of them, in upper or lower case. */
typedef struct option {
    const char *name;           /* without the dashes */
    int takes_value;            /* --name VALUE or --name=VALUE */
    const char *const *choices; /* ends in NULL; NULL when any value will do */
    int chosen; /* which choice, at first the default; for an option without value 1 when it was there */
    const char *value; /* NULL when it was not there */
} option;

typedef struct command_line {
    const char *help; /* what --help prints */
    option *options;
    size_t option_count;
    char **operands; /* what is no option, in order; the options come after them */
    size_t operand_count;
} command_line;

/* How parsing went: go on, or end the program with success or failure. */
typedef enum parse_result { PARSE_GO_ON, PARSE_HELPED, PARSE_FAILED } parse_result;

/* Read the arguments; operands are gathered at the front of argv itself. Answers --help. */
parse_result parse_arguments(int argc, char **argv, command_line *line);
/* Of an option that may be there several times, the value at an index; NULL when there are no more. */
const char *nth_value(const command_line *line, const char *name, size_t index);
/* The choices that several subcommands have. */
extern const char *const language_choices[]; /* by value of schakel_language */
extern const char *const channel_choices[];  /* by value of schakel_channel */
/* The name among `names` that is nearest to what was typed; NULL when none is near. */
const char *nearest_name(const char *typed, const char *const *names, size_t count);
/* Every value of such an option, to be freed; NULL after a complaint. */
const char **all_values(const command_line *line, const char *name, size_t *count);
/* Of an option that may be there several times, what was chosen as bits; 0 when it was not given. */
uint32_t choices_option(const command_line *line, const option *given);
/* The whole number that an option gives, which may be too large; -1 for what is none. Left alone when it was not given. */
void number_option(const option *given, int32_t *number);
/* The date of an option, the computer's date when it was not given; SCHAKEL_NO_DATE after a complaint. */
schakel_date date_option(const option *given);
/* The moments of every --slot, as 2026-10-06/19:30-21:00. Returns 0 after a complaint. */
int slot_options(const command_line *line, schakel_slot slots[SCHAKEL_SLOTS_MAX], size_t *count);

/* ---------------------------------------------------------- input and output */

/* Bytes that grow. */
typedef struct bytes {
    char *data;
    size_t length;
    size_t capacity;
} bytes;

/* Both return 0 when memory ran out. */
int bytes_add(bytes *to, const char *data, size_t length);
int bytes_take_over(bytes *to, char *buffer, size_t length);
void bytes_free(bytes *b);

/* Read a whole file, "-" being standard input. Returns 0 after a complaint. */
int read_input(const char *name, bytes *out);
/* Read the school in a file, "-" being standard input. NULL after a complaint. */
schakel_school *read_school(const char *name);
/* Write everything, or complain: standard output gets what the program has to say at its very end. */
int write_output(const bytes *output, int exit_status);
/* Write a part of what the program has to say. Returns 0 after a complaint. */
int write_part(const char *data, size_t length);
/* 1 when standard output is a terminal that may have colours. */
int colours_wanted(void);
/* Open a file for reading, "-" being standard input; NULL after a complaint. */
FILE *open_input(const char *name);
/* What to call an input in messages. */
const char *input_name(const char *name);

/* ------------------------------------------------------- one school, one day */

/* What --format chooses, in the order of the choices; match, plan, reach and survey have html. */
enum { AS_TEXT, AS_JSON, AS_HTML };
extern const char *const text_or_json[];

/* What a subcommand about one school makes of it. */
typedef struct school_view {
    schakel_school *school;
    schakel_date today;
    int format; /* AS_TEXT, AS_JSON or AS_HTML */
    schakel_language language;
    const option *own;        /* the subcommand's own options, as they were given */
    const command_line *line; /* all that was given: see nth_value() */
    const char *input;  /* what an error is about: the school, unless the subcommand reads something else */
    int has_complained; /* 1 when what went wrong was said already */
    char *shown;        /* to be filled, with its length */
    size_t length;
    bytes joined;    /* or this, what the subcommand put together itself */
    int exit_status; /* EXIT_FINE unless something is left to do */
} school_view;

/* A subcommand about one school, or about many of which each has a line. */
typedef struct school_command {
    const char *help;
    const char *const *formats;
    /* Options besides --today, --format and --lang. With --lines among them the input may be many schools, one a line. */
    const option *own;
    size_t own_count; /* at most OWN_OPTIONS_MAX */
    schakel_status (*make)(school_view *view, schakel_error *error);
} school_command;
enum { OWN_OPTIONS_MAX = 7 };

/* Read options and a school, let the command fill the view, and write it. */
int run_on_school(int argc, char **argv, const school_command *command);
/* What a command returns after a complaint of its own. */
schakel_status give_up(school_view *view);
/*
 * The days that count: from that of an option, or else the start of the school year, until today, at most the end of the
 * school year. Returns 0 after a complaint, also of a first day after the last.
 */
int read_period(const school_view *view, const option *given, schakel_date *from, schakel_date *until);
/* How to show a result as text. */
schakel_present_options text_options(const school_view *view);

/* Check the letter in a file, "-" being standard input; it must be in Dutch. What is wrong with it is said with its name. */
schakel_status check_letter(school_view *view, const char *name, schakel_report **out, schakel_error *error);

/* Say on standard error what is wrong. They return EXIT_WRONG. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
int complain(const char *format, ...);
/* The error of the library about an input; `line_before` lines precede what the library saw of it. */
int complain_error(const char *name, const schakel_error *error, size_t line_before);
int complain_memory(void);

#endif
