/* schakel buddies: who could help which new parent. */
#include "program.h"

static const char help[] =
    "Usage: schakel buddies [--each N] [--newcomer-days N] [--experience-days N] [--today DATE]\n"
    "                       [--format text|json] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "For each new parent an experienced parent who wants to help, speaks the same language or knows\n"
    "the schools of the same country, and was not asked too often. \"-\" or no file is standard input.\n"
    "\n"
    "  --each N             how many new parents one parent helps at most, 1 to 100 (default 2)\n"
    "  --newcomer-days N    new is who has a child here for fewer days than this, 1 to 3650 (default 365)\n"
    "  --experience-days N  and experienced who has for as many days or more, 1 to 3650 (default 365)\n"
    "  --today DATE         the day to look from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json   for people (default) or for programs\n"
    "  --lang nl|en         language of the words (default nl)\n"
    "\n"
    "Exit status: 0 for every new parent there is somebody; 1 for some there is nobody; 2 wrong\n"
    "usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel buddies --newcomer-days 180 --each 1 --today 2026-09-01 school.json\n";

enum { OWN_EACH, OWN_NEWCOMER_DAYS, OWN_EXPERIENCE_DAYS, OWN_COUNT };

static schakel_status show(const schakel_buddies *buddies, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_buddies_to_json(buddies, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_buddies(buddies, view->school, &present, &view->shown, &view->length, error);
}

static schakel_status make_buddies(school_view *view, schakel_error *error)
{
    schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    options.today = view->today;
    number_option(&view->own[OWN_EACH], &options.each);
    number_option(&view->own[OWN_NEWCOMER_DAYS], &options.newcomer_days);
    number_option(&view->own[OWN_EXPERIENCE_DAYS], &options.experience_days);
    schakel_buddies *buddies = NULL;
    schakel_status status = schakel_buddies_make(view->school, &options, &buddies, error);
    if (status == SCHAKEL_OK)
        status = show(buddies, view, error);
    for (size_t i = 0; i < schakel_buddies_count(buddies); i++) {
        schakel_buddy_pair pair = SCHAKEL_BUDDY_PAIR_INIT;
        schakel_buddies_get(buddies, i, &pair);
        if (pair.buddy_id == NULL)
            view->exit_status = EXIT_OPEN;
    }
    schakel_buddies_destroy(buddies);
    return status;
}

int run_buddies(int argc, char **argv)
{
    static const option own[] = {[OWN_EACH] = {"each", 1, NULL, 0, NULL},
                                 [OWN_NEWCOMER_DAYS] = {"newcomer-days", 1, NULL, 0, NULL},
                                 [OWN_EXPERIENCE_DAYS] = {"experience-days", 1, NULL, 0, NULL}};
    static const school_command command = {help, text_or_json, own, OWN_COUNT, make_buddies};
    return run_on_school(argc, argv, &command);
}
