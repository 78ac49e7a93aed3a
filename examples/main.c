/* schakel: plain language, matching, talks and reach for schools, at a terminal. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel SUBCOMMAND [OPTION...] [FILE...]\n"
    "\n"
    "For schools that see parents as partners.\n"
    "\n"
    "  check       is a text plain Dutch, and what to change (begrijpelijk Nederlands?)\n"
    "  match       which parent to ask for what (wie vraag je waarvoor?)\n"
    "  plan        a timetable for a round of talks (wie komt wanneer praten?)\n"
    "  cycle       which talks are due, planned and held (welke gesprekken komen er?)\n"
    "  agenda      what is coming and what asks for care (wat komt eraan, en wat vraagt aandacht?)\n"
    "  invite      whom to invite for an activity, how and when (wie nodig je uit, en hoe?)\n"
    "  readers     who can read a letter (wie kan deze brief lezen?)\n"
    "  times       which moments suit whom (wanneer kunnen de ouders?)\n"
    "  bridge      how to understand each other in a talk (hoe versta je elkaar in een gesprek?)\n"
    "  buddies     who could help which new parent (wie kan een nieuwe ouder helpen?)\n"
    "  view        what one person may see of the school (wat mag iemand zien?)\n"
    "  reach       whom the school reaches, by what, and whom not (wie bereik je, en wie niet?)\n"
    "  survey      what parents answered (wat vinden de ouders?)\n"
    "  balance     who is asked too often, and who never (wie vraag je te vaak, en wie nooit?)\n"
    "  understand  what somebody offers, out of what they write (wat biedt iemand aan?)\n"
    "  validate    is a school document right (klopt het bestand?)\n"
    "\n"
    "  --help     this text; `schakel SUBCOMMAND --help` says more\n"
    "  --version  the version of the library\n"
    "\n"
    "Exit status: 0 fine; 1 a text is too hard, or something is left to do; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel check --target A2 brief.txt\n";

typedef struct subcommand {
    const char *name;
    int (*run)(int argc, char **argv);
} subcommand;

static const subcommand subcommands[] = {
    {"check", run_check},      {"match", run_match},     {"plan", run_plan},
    {"cycle", run_cycle},      {"agenda", run_agenda},   {"invite", run_invite},
    {"readers", run_readers},  {"times", run_times},     {"bridge", run_bridge},
    {"buddies", run_buddies},  {"view", run_view},       {"reach", run_reach},
    {"survey", run_survey},    {"balance", run_balance}, {"understand", run_understand},
    {"validate", run_validate}};
enum { SUBCOMMAND_COUNT = sizeof subcommands / sizeof subcommands[0] };

static int say(const char *text)
{
    bytes output = {NULL, 0, 0};
    int status =
        bytes_add(&output, text, strlen(text)) ? write_output(&output, EXIT_FINE) : complain_memory();
    bytes_free(&output);
    return status;
}

static int say_version(void)
{
    char text[64];
    snprintf(text, sizeof text, "schakel %s\n", schakel_version());
    return say(text);
}

static int unknown_subcommand(const char *typed)
{
    const char *names[SUBCOMMAND_COUNT];
    for (size_t i = 0; i < SUBCOMMAND_COUNT; i++)
        names[i] = subcommands[i].name;
    const char *nearest = nearest_name(typed, names, SUBCOMMAND_COUNT);
    if (nearest != NULL)
        return complain("unknown subcommand \"%s\": is \"%s\" meant? See schakel --help", typed, nearest);
    return complain("unknown subcommand \"%s\": see schakel --help", typed);
}

int main(int argc, char **argv)
{
#ifdef SIGPIPE
    /* A reader that goes away is an error in writing, with a message, and no sudden end. */
    signal(SIGPIPE, SIG_IGN);
#endif
    if (argc < 2)
        return complain("a subcommand is missing: see schakel --help");
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return say(help);
    if (strcmp(argv[1], "--version") == 0)
        return say_version();
    for (size_t i = 0; i < SUBCOMMAND_COUNT; i++)
        if (strcmp(argv[1], subcommands[i].name) == 0)
            return subcommands[i].run(argc - 1, argv + 1);
    return unknown_subcommand(argv[1]);
}
