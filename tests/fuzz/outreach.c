/*
 * Whatever the bytes: of a school that can be read, everything of outreach and insight can be made, written as JSON and
 * shown. A date may be far off, so an invitation may be refused, but nothing else may be.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/schakel.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TODAY = 20700, PEOPLE = 4 };

static void require(int condition)
{
    if (!condition)
        abort();
}

/* Give back a text, which must be there. */
static void check_text(schakel_status status, char *text)
{
    require(status == SCHAKEL_OK && text != NULL);
    schakel_buffer_free(text);
}

#define SHOWS(call)                                                                                          \
    do {                                                                                                     \
        char *text = NULL;                                                                                   \
        schakel_status status = call;                                                                        \
        check_text(status, text);                                                                            \
    } while (0)

static void count_people(const schakel_school *school)
{
    schakel_engagement *engagement = NULL;
    schakel_reach *reach = NULL;
    schakel_balance *balance = NULL;
    schakel_present_options page = SCHAKEL_PRESENT_OPTIONS_INIT;
    page.format = SCHAKEL_FORMAT_HTML;
    require(schakel_engagement_count(school, NULL, &engagement, NULL) == SCHAKEL_OK);
    require(schakel_reach_count(school, NULL, &reach, NULL) == SCHAKEL_OK);
    require(schakel_balance_make(school, NULL, &balance, NULL) == SCHAKEL_OK);
    SHOWS(schakel_engagement_to_json(engagement, reach, SCHAKEL_DUTCH, &text, NULL, NULL));
    SHOWS(schakel_present_engagement(engagement, school, reach, NULL, &text, NULL, NULL));
    SHOWS(schakel_present_engagement(engagement, school, NULL, &page, &text, NULL, NULL));
    SHOWS(schakel_balance_to_json(balance, SCHAKEL_ENGLISH, &text, NULL, NULL));
    SHOWS(schakel_present_balance(balance, school, NULL, &text, NULL, NULL));
    schakel_balance_destroy(balance);
    schakel_reach_destroy(reach);
    schakel_engagement_destroy(engagement);
}

static void count_surveys(const schakel_school *school)
{
    schakel_present_options page = SCHAKEL_PRESENT_OPTIONS_INIT;
    page.format = SCHAKEL_FORMAT_HTML;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_SURVEY); i++) {
        schakel_survey survey = SCHAKEL_SURVEY_INIT;
        schakel_survey_options options = SCHAKEL_SURVEY_OPTIONS_INIT;
        schakel_survey_result *result = NULL;
        options.min_cell = 2;
        require(schakel_school_get_survey(school, i, &survey) == SCHAKEL_OK);
        require(schakel_survey_count(school, survey.id, &options, &result, NULL) == SCHAKEL_OK);
        SHOWS(schakel_survey_result_to_json(result, SCHAKEL_DUTCH, &text, NULL, NULL));
        SHOWS(schakel_present_survey_result(result, NULL, &text, NULL, NULL));
        SHOWS(schakel_present_survey_result(result, &page, &text, NULL, NULL));
        schakel_survey_result_destroy(result);
    }
}

static void reach_everybody(const schakel_school *school)
{
    static const schakel_slot slots[] = {{TODAY + 7, 510, 570}, {TODAY + 9, 1170, 1260}};
    schakel_buddies_options buddies_options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    schakel_readers_options readers_options = SCHAKEL_READERS_OPTIONS_INIT;
    schakel_timing_options timing_options = SCHAKEL_TIMING_OPTIONS_INIT;
    schakel_buddies *buddies = NULL;
    schakel_readers *readers = NULL;
    schakel_timing *timing = NULL;
    schakel_spread *spread = NULL;
    buddies_options.today = readers_options.today = timing_options.today = TODAY;
    readers_options.level = SCHAKEL_LEVEL_B1;
    timing_options.slots = slots;
    timing_options.slot_count = sizeof slots / sizeof slots[0];
    require(schakel_buddies_make(school, &buddies_options, &buddies, NULL) == SCHAKEL_OK);
    require(schakel_readers_make(school, &readers_options, &readers, NULL) == SCHAKEL_OK);
    require(schakel_timing_make(school, &timing_options, &timing, NULL) == SCHAKEL_OK);
    require(schakel_spread_make(timing, NULL, &spread, NULL) == SCHAKEL_OK);
    SHOWS(schakel_buddies_to_json(buddies, SCHAKEL_DUTCH, &text, NULL, NULL));
    SHOWS(schakel_present_buddies(buddies, school, NULL, &text, NULL, NULL));
    SHOWS(schakel_readers_to_json(readers, SCHAKEL_DUTCH, &text, NULL, NULL));
    SHOWS(schakel_present_readers(readers, school, NULL, &text, NULL, NULL));
    SHOWS(schakel_timing_to_json(timing, &text, NULL, NULL));
    SHOWS(schakel_spread_to_json(spread, &text, NULL, NULL));
    SHOWS(schakel_present_timing(timing, spread, school, NULL, &text, NULL, NULL));
    schakel_spread_destroy(spread);
    schakel_timing_destroy(timing);
    schakel_readers_destroy(readers);
    schakel_buddies_destroy(buddies);
}

static void invite(const schakel_school *school)
{
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_ACTIVITY) && i < PEOPLE; i++) {
        schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
        schakel_invitation_options options = SCHAKEL_INVITATION_OPTIONS_INIT;
        schakel_invitation *invitation = NULL;
        require(schakel_school_get_activity(school, i, &activity) == SCHAKEL_OK);
        options.today =
            activity.date < TODAY ? activity.date : TODAY; /* what is over, nobody is invited for */
        options.activity_id = activity.id;
        if (schakel_invitation_make(school, &options, &invitation, NULL) != SCHAKEL_OK)
            continue;
        SHOWS(schakel_invitation_to_json(invitation, SCHAKEL_DUTCH, &text, NULL, NULL));
        SHOWS(schakel_present_invitation(invitation, school, NULL, &text, NULL, NULL));
        schakel_invitation_destroy(invitation);
    }
}

static void bridge(const schakel_school *school)
{
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    if (schakel_school_get_staff(school, 0, &staff) != SCHAKEL_OK)
        return;
    for (size_t i = 0; i < PEOPLE; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_bridge_options options = SCHAKEL_BRIDGE_OPTIONS_INIT;
        schakel_channel_advice advice = SCHAKEL_CHANNEL_ADVICE_INIT;
        schakel_bridge_plan *plan = NULL;
        if (schakel_school_get_adult(school, i, &adult) != SCHAKEL_OK)
            return;
        options.adult_ids = &adult.id;
        options.staff_ids = &staff.id;
        options.adult_count = options.staff_count = 1;
        options.date = TODAY;
        require(schakel_channel_advise(school, adult.id, 0, TODAY, &advice, NULL) == SCHAKEL_OK);
        require(schakel_bridge_plan_make(school, &options, &plan, NULL) == SCHAKEL_OK);
        SHOWS(schakel_bridge_plan_to_json(plan, SCHAKEL_DUTCH, &text, NULL, NULL));
        SHOWS(schakel_present_bridge_plan(plan, school, NULL, &text, NULL, NULL));
        schakel_bridge_plan_destroy(plan);
    }
}

/* Fixed talks of a document may clash, which is told; everything else gives a timetable, also one without a talk in it. */
static void plan_rounds(const schakel_school *school)
{
    schakel_present_options page = SCHAKEL_PRESENT_OPTIONS_INIT;
    page.format = SCHAKEL_FORMAT_HTML;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_ROUND); i++) {
        schakel_round round = SCHAKEL_ROUND_INIT;
        schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
        schakel_timetable *timetable = NULL;
        require(schakel_school_get_round(school, i, &round) == SCHAKEL_OK);
        options.round_id = round.id;
        options.today = TODAY;
        options.effort = 1;
        schakel_status made = schakel_timetable_make(school, &options, &timetable, NULL);
        if (made == SCHAKEL_INVALID)
            continue;
        require(made == SCHAKEL_OK);
        SHOWS(schakel_timetable_to_json(timetable, SCHAKEL_DUTCH, &text, NULL, NULL));
        SHOWS(schakel_present_timetable(timetable, school, NULL, NULL, &text, NULL, NULL));
        SHOWS(schakel_present_timetable(timetable, school, NULL, &page, &text, NULL, NULL));
        schakel_timetable_destroy(timetable);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    schakel_school *school = NULL;
    if (schakel_school_from_json((const char *)data, size, NULL, &school, NULL) != SCHAKEL_OK)
        return 0;
    count_people(school);
    count_surveys(school);
    reach_everybody(school);
    invite(school);
    bridge(school);
    plan_rounds(school);
    schakel_school_destroy(school);
    return 0;
}
