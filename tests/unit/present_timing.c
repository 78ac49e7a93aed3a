/* Moments and their spread as text: every line, in Dutch and in English. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/timing_build.h"

/* The parents of the school in shifts, some with names. */
static schakel_school *school_with_names(void)
{
    schakel_school *school = school_in_shifts(0);
    static const char *const names[][2] = {{"mum1", "Derya Varenblad"}, {"mum2", "Saba Wolkenveld"}};
    for (size_t i = 0; i < 2; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        adult.id = names[i][0];
        schakel_school_get_adult(school, schakel_school_find(school, SCHAKEL_KIND_ADULT, adult.id), &adult);
        schakel_window window = adult.windows[0];
        adult.id = i == 0 ? "m1" : "m2";
        adult.name = names[i][1];
        adult.windows = &window;
        TELL(school, adult, &adult);
        tie.child_id = i == 0 ? "c1" : "c2";
        tie.adult_id = adult.id;
        TELL(school, tie, &tie);
    }
    return school;
}

static void assert_text(const schakel_school *school, const schakel_slot *slots, size_t slot_count,
                        const schakel_spread_options *spreading, const schakel_present_options *options,
                        const char *expected)
{
    schakel_timing *timing = time_slots(school, slots, slot_count);
    schakel_spread *spread = NULL;
    char *text = NULL;
    size_t length = 0;
    if (spreading != NULL)
        assert_int_equal(schakel_spread_make(timing, spreading, &spread, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_present_timing(timing, spread, school, options, &text, &length, NULL),
                     SCHAKEL_OK);
    if (strcmp(text, expected) != 0)
        print_error("%s", text);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
    schakel_buffer_free(text);
    schakel_spread_destroy(spread);
    schakel_timing_destroy(timing);
}

static void one_moment_names_whom_it_shuts_out(void **state)
{
    schakel_school *school = school_with_names();
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    options.title = "Wensavond";
    assert_text(
        school, shift_slots + 3, 1, NULL, &options,
        "Wensavond\n"
        "\n"
        "Wanneer kunnen de ouders?\n"
        "Uitgenodigd: 9 mensen uit 4 gezinnen. Daarvan 3 moeders en 2 vaders.\n"
        "Van 2 van hen is niet bekend wanneer ze kunnen. Vraag dat nog. Nu doen we alsof ze altijd kunnen.\n"
        "\n"
        "Wie kan dan?\n"
        "  1. donderdag 8 oktober 2026, 13:00 tot 14:00 uur\n"
        "     ████████████████████  4 van 4 gezinnen, 5 van 9 mensen (1 moeder en 2 vaders); 4 kunnen niet\n"
        "\n"
        "Wie kan dan niet?\n"
        "Spreek met hen apart een moment af.\n"
        "  - Derya Varenblad\n"
        "  - Saba Wolkenveld\n"
        "  - mum1\n"
        "  - mum2\n");
    options.language = SCHAKEL_ENGLISH;
    options.title = NULL;
    options.colour = 1;
    assert_text(school, shift_slots, 1, NULL, &options,
                "\x1b[1mWhen can the parents come?\x1b[0m\n"
                "Invited: 9 people of 4 families. Of these 3 mothers and 2 fathers.\n"
                "For 2 of them it is not known when they can come. Ask them. Until then it is as if they always can.\n"
                "\n"
                "\x1b[1mWho can come then?\x1b[0m\n"
                "  1. \x1b[36mTuesday 6 October 2026, 19:30 to 21:00\x1b[0m\n"
                "     \x1b[36m███████████████\x1b[0m\x1b[2m░░░░░\x1b[0m  3 of 4 families, 5 of 9 people (2 "
                "mothers and 1 father); 4 cannot\n"
                "\n"
                "\x1b[1mWho cannot come then?\x1b[0m\n"
                "Agree on another moment with them.\n"
                "  - dad1\n"
                "  - guard5\n"
                "  - Saba Wolkenveld\n"
                "  - mum2\n");
    schakel_school_destroy(school);
}

static void several_moments_count_and_a_spread_names(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_spread_options spreading = SCHAKEL_SPREAD_OPTIONS_INIT;
    (void)state;
    assert_text(
        school, shift_slots + 2, 2, &spreading, NULL,
        "Wanneer kunnen de ouders?\n"
        "Uitgenodigd: 7 mensen uit 4 gezinnen. Daarvan 3 moeders en 2 vaders.\n"
        "Van 2 van hen is niet bekend wanneer ze kunnen. Vraag dat nog. Nu doen we alsof ze altijd kunnen.\n"
        "\n"
        "De beste momenten eerst\n"
        "  1. donderdag 8 oktober 2026, 13:00 tot 14:00 uur\n"
        "     ████████████████████  4 van 4 gezinnen, 5 van 7 mensen (1 moeder en 2 vaders); 2 kunnen niet\n"
        "  2. zaterdag 10 oktober 2026, 10:00 tot 12:00 uur\n"
        "     ███████████████░░░░░  3 van 4 gezinnen, 4 van 7 mensen (2 moeders en 0 vaders); 3 kunnen niet\n"
        "\n"
        "Kies deze momenten\n"
        "  donderdag 8 oktober 2026, 13:00 tot 14:00 uur: 5 mensen, 5 voor het eerst\n"
        "  zaterdag 10 oktober 2026, 10:00 tot 12:00 uur: 4 mensen, 1 voor het eerst\n"
        "Minstens één keer kunnen komen: 6 van 7 mensen.\n"
        "Met minder momenten lukt dat niet.\n"
        "\n"
        "Wie kan op geen van deze momenten?\n"
        "Spreek met deze persoon apart een moment af.\n"
        "  - mum1\n");
    spreading.each = SCHAKEL_SPREAD_FAMILIES;
    spreading.times = 1;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.language = SCHAKEL_ENGLISH;
    assert_text(
        school, shift_slots + 3, 1, &spreading, &options,
        "When can the parents come?\n"
        "Invited: 7 people of 4 families. Of these 3 mothers and 2 fathers.\n"
        "For 2 of them it is not known when they can come. Ask them. Until then it is as if they always can.\n"
        "\n"
        "Who can come then?\n"
        "  1. Thursday 8 October 2026, 13:00 to 14:00\n"
        "     ████████████████████  4 of 4 families, 5 of 7 people (1 mother and 2 fathers); 2 cannot\n"
        "\n"
        "Choose these moments\n"
        "  Thursday 8 October 2026, 13:00 to 14:00: 4 families, 4 for the first time\n"
        "Can come at least once: 4 of 4 families.\n"
        "With so many moments it cannot be better.\n");
    schakel_school_destroy(school);
}

static void nobody_and_everybody(void **state)
{
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    (void)state;
    assert_text(school, shift_slots, 1, NULL, NULL,
                "Wanneer kunnen de ouders?\nEr is niemand om uit te nodigen.\n");
    add_adult(school, "a", WORKDAYS, 0, 1440, NULL);
    add_child(school, "c", NULL);
    add_tie(school, "c", "a", SCHAKEL_TIE_MOTHER);
    assert_text(school, shift_slots, 1, NULL, NULL,
                "Wanneer kunnen de ouders?\n"
                "Uitgenodigd: 1 persoon uit 1 gezin. Daarvan 1 moeder en 0 vaders.\n"
                "\n"
                "Wie kan dan?\n"
                "  1. dinsdag 6 oktober 2026, 19:30 tot 21:00 uur\n"
                "     ████████████████████  1 van 1 gezin, 1 van 1 persoon (1 moeder en 0 vaders)\n");
    schakel_school_destroy(school);
}

static void one_person_is_not_spoken_of_as_several(void **state)
{
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    (void)state;
    add_adult(school, "a", SATURDAY, 0, 1440, NULL);
    add_adult(school, "b", 0, 0, 0, NULL);
    add_child(school, "c", NULL);
    add_tie(school, "c", "a", SCHAKEL_TIE_MOTHER);
    add_tie(school, "c", "b", SCHAKEL_TIE_FATHER);
    assert_text(
        school, shift_slots, 1, NULL, NULL,
        "Wanneer kunnen de ouders?\n"
        "Uitgenodigd: 2 mensen uit 1 gezin. Daarvan 1 moeder en 1 vader.\n"
        "Van 1 persoon is niet bekend wanneer die kan. Vraag dat nog. Nu doen we alsof die altijd kan.\n"
        "\n"
        "Wie kan dan?\n"
        "  1. dinsdag 6 oktober 2026, 19:30 tot 21:00 uur\n"
        "     ████████████████████  1 van 1 gezin, 1 van 2 mensen (0 moeders en 1 vader); 1 kan niet\n"
        "\n"
        "Wie kan dan niet?\n"
        "Spreek met deze persoon apart een moment af.\n"
        "  - a\n");
    schakel_school_destroy(school);
}

/* A team has members without children: there are no families to draw a bar of. */
static void a_team_without_families_has_no_bar(void **state)
{
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    schakel_member member = {.adult_id = "a"};
    schakel_team team = SCHAKEL_TEAM_INIT;
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    schakel_timing *timing = NULL;
    char *text = NULL;
    size_t length = 0;
    (void)state;
    add_adult(school, "a", SATURDAY, 0, 1440, NULL);
    team.id = activity.team_id = "a";
    team.members = &member;
    team.member_count = 1;
    TELL(school, team, &team);
    activity.id = options.activity_id = "meeting";
    activity.why = "samen plannen";
    activity.audience = SCHAKEL_AUDIENCE_TEAM;
    activity.date = options.today = TODAY;
    activity.start = at(9, 0);
    activity.end = at(10, 0);
    TELL(school, activity, &activity);
    assert_int_equal(schakel_timing_make(school, &options, &timing, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_present_timing(timing, NULL, school, NULL, &text, &length, NULL), SCHAKEL_OK);
    assert_non_null(
        strstr(text, "\n     0 van 0 gezinnen, 0 van 1 persoon (0 moeders en 0 vaders); 1 kan niet\n"));
    schakel_buffer_free(text);
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* Forty adults who can each come in three hours of a day, and its twelve hours. */
static schakel_school *draw_hours(schakel_slot slots[12], uint64_t seed)
{
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "c", NULL);
    for (int i = 0; i < 12; i++)
        slots[i] = (schakel_slot){TUESDAY, i * 60, i * 60 + 60};
    for (int i = 0; i < 40; i++) {
        char id[8];
        schakel_window windows[3];
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        snprintf(id, sizeof id, "a%d", i);
        for (int k = 0; k < 3; k++) {
            schakel_time start = (schakel_time)draw(&seed, 12) * 60;
            windows[k] = (schakel_window){0x7F, start, start + 60};
        }
        adult.id = id;
        adult.windows = windows;
        adult.window_count = 3;
        TELL(school, adult, &adult);
        add_tie(school, "c", id, SCHAKEL_TIE_PARENT);
    }
    return school;
}

/* What is not proven is said with what may still be. */
static void a_limit_of_effort_is_said(void **state)
{
    static const char *const expected[] = {
        "\nMisschien kan het met minder momenten, maar niet met minder dan ",
        "\nMisschien kan het beter, maar niet beter dan "};
    (void)state;
    for (int i = 0; i < 2; i++) {
        schakel_slot slots[12];
        schakel_school *school = draw_hours(slots, 1);
        schakel_timing *timing = time_slots(school, slots, 12);
        schakel_spread_options spreading = SCHAKEL_SPREAD_OPTIONS_INIT;
        schakel_spread *spread = NULL;
        char *text = NULL;
        size_t length = 0;
        spreading.max_nodes = 1;
        spreading.times = i * 4;
        assert_int_equal(schakel_spread_make(timing, &spreading, &spread, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_present_timing(timing, spread, school, NULL, &text, &length, NULL),
                         SCHAKEL_OK);
        if (strstr(text, expected[i]) == NULL)
            fail_msg("%s", strstr(text, "Minstens"));
        schakel_buffer_free(text);
        schakel_spread_destroy(spread);
        schakel_timing_destroy(timing);
        schakel_school_destroy(school);
    }
}

static void text_needs_a_timing_a_school_and_a_terminal(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots, 1);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL;
    size_t length;
    (void)state;
    assert_int_equal(schakel_present_timing(NULL, NULL, school, NULL, &text, &length, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_timing(timing, NULL, NULL, NULL, &text, &length, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_timing(timing, NULL, school, NULL, NULL, &length, NULL), SCHAKEL_MISUSE);
    options.format = SCHAKEL_FORMAT_HTML;
    assert_int_equal(schakel_present_timing(timing, NULL, school, &options, &text, &length, NULL),
                     SCHAKEL_MISUSE);
    assert_null(text);
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_moment_names_whom_it_shuts_out),
        cmocka_unit_test(several_moments_count_and_a_spread_names),
        cmocka_unit_test(nobody_and_everybody),
        cmocka_unit_test(one_person_is_not_spoken_of_as_several),
        cmocka_unit_test(a_team_without_families_has_no_bar),
        cmocka_unit_test(a_limit_of_effort_is_said),
        cmocka_unit_test(text_needs_a_timing_a_school_and_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
