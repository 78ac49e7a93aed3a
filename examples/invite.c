/* schakel invite: whom to invite for an activity, how and when. */
#include "program.h"

static const char help[] =
    "Usage: schakel invite --activity ID [--text FILE] [--slot DAY/START-END]... [--notice N]\n"
    "                      [--channel CHANNEL]... [--today DATE] [--format text|json] [--lang nl|en]\n"
    "                      [SCHOOL.json|-]\n"
    "\n"
    "Whom to invite for an activity, by which channel and in which language, by when, and what to see\n"
    "to first. \"-\" or no file is standard input.\n"
    "\n"
    "  --activity ID         the activity\n"
    "  --text FILE           the text of the invitation: is it plain, and who cannot read it\n"
    "  --slot DAY/START-END  a moment to choose from, as 2026-10-06/19:30-21:00; may be there several\n"
    "                        times (default: the activity's own)\n"
    "  --notice N            how many days ahead to invite, 0 to 366 (default 21)\n"
    "  --channel CHANNEL     a way in which the school reaches people: in_person, visit, call, video,\n"
    "                        message, mail, film or newsletter; may be there several times (default: all)\n"
    "  --today DATE          the day to look from, as 2026-09-01 (default: the computer's date)\n"
    "  --format text|json    for people (default) or for programs\n"
    "  --lang nl|en          language of the words (default nl)\n"
    "\n"
    "Exit status: 0 fine; 1 there is something to see to first; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel invite --activity evening --text letter.txt --today 2026-09-01 school.json\n";

enum { OWN_ACTIVITY, OWN_TEXT, OWN_SLOT, OWN_NOTICE, OWN_CHANNEL, OWN_COUNT };

static schakel_status show(const schakel_invitation *invitation, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_invitation_to_json(invitation, view->language, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    return schakel_present_invitation(invitation, view->school, &present, &view->shown, &view->length, error);
}

static schakel_status invite_with(const schakel_invitation_options *options, school_view *view,
                                  schakel_error *error)
{
    schakel_invitation *invitation = NULL;
    schakel_status status = schakel_invitation_make(view->school, options, &invitation, error);
    if (status == SCHAKEL_OK)
        status = show(invitation, view, error);
    view->exit_status = schakel_invitation_advice_count(invitation) != 0 ? EXIT_OPEN : EXIT_FINE;
    schakel_invitation_destroy(invitation);
    return status;
}

static schakel_status make_invitation(school_view *view, schakel_error *error)
{
    schakel_invitation_options options = SCHAKEL_INVITATION_OPTIONS_INIT;
    schakel_slot slots[SCHAKEL_SLOTS_MAX];
    schakel_report *report = NULL;
    const char *text = view->own[OWN_TEXT].value;
    options.today = view->today;
    options.activity_id = view->own[OWN_ACTIVITY].value;
    options.slots = slots;
    options.offered = choices_option(view->line, &view->own[OWN_CHANNEL]);
    number_option(&view->own[OWN_NOTICE], &options.notice);
    if (options.activity_id == NULL)
        complain("--activity is missing: see schakel invite --help");
    if (options.activity_id == NULL || !slot_options(view->line, slots, &options.slot_count))
        return give_up(view);
    schakel_status status = text != NULL ? check_letter(view, text, &report, error) : SCHAKEL_OK;
    options.report = report;
    if (status == SCHAKEL_OK)
        status = invite_with(&options, view, error);
    schakel_report_destroy(report);
    return status;
}

int run_invite(int argc, char **argv)
{
    static const option own[] = {[OWN_ACTIVITY] = {"activity", 1, NULL, 0, NULL},
                                 [OWN_TEXT] = {"text", 1, NULL, 0, NULL},
                                 [OWN_SLOT] = {"slot", 1, NULL, 0, NULL},
                                 [OWN_NOTICE] = {"notice", 1, NULL, 0, NULL},
                                 [OWN_CHANNEL] = {"channel", 1, channel_choices, 0, NULL}};
    static const school_command command = {help, text_or_json, own, OWN_COUNT, make_invitation};
    return run_on_school(argc, argv, &command);
}
