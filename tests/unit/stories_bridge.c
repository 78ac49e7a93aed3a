/*
 * Parents who fled, told as stories on the sample school through the public headers.
 * The name of a test begins with the row it tells.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/stories.h"

/* Two families are new: a father with a degree, who speaks English, and a mother alone, who never learned to read. */
static schakel_school *with_new_families(void)
{
    static const schakel_language_skill of_yonas[] = {{"am", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2},
                                                      {"en", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1}};
    static const schakel_language_skill of_selam[] = {{"am", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_NONE},
                                                      {"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_NONE}};
    static const schakel_language_skill of_teacher[] = {{"en", SCHAKEL_LEVEL_B2, SCHAKEL_LEVEL_C1}};
    static const char *const names[][3] = {{"yonas", "Yonas Zonnedauw", "abel"},
                                           {"selam", "Selam Varenblad", "luwam"}};
    schakel_school *school = load_sample("school.json");
    schakel_staff teacher = SCHAKEL_STAFF_INIT;
    teacher.id = "new-teacher";
    teacher.languages = of_teacher;
    teacher.language_count = 1;
    TELL(school, staff, &teacher);
    for (size_t i = 0; i < 2; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        adult.id = tie.adult_id = names[i][0];
        adult.name = names[i][1];
        adult.languages = i == 0 ? of_yonas : of_selam;
        adult.language_count = 2;
        child.id = tie.child_id = names[i][2];
        tie.kind = i == 0 ? SCHAKEL_TIE_FATHER : SCHAKEL_TIE_MOTHER;
        TELL(school, adult, &adult);
        TELL(school, child, &child);
        TELL(school, tie, &tie);
    }
    return school;
}

/* A parent of another child, who came from the same country years ago and wants to interpret on Tuesdays. */
static void add_interpreter(schakel_school *school)
{
    static const schakel_language_skill languages[] = {{"am", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C1},
                                                       {"nl", SCHAKEL_LEVEL_B2, SCHAKEL_LEVEL_B2}};
    static const schakel_window tuesday = {0x02, 8 * 60, 12 * 60};
    static const char *const concept_id = "schakel:interpreter";
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    adult.id = offer.adult_id = offer.id = "hanna";
    adult.languages = languages;
    adult.language_count = 2;
    offer.concept_ids = &concept_id;
    offer.concept_count = 1;
    offer.windows = &tuesday;
    offer.window_count = 1;
    TELL(school, adult, &adult);
    TELL(school, offer, &offer);
}

static schakel_bridge_plan *plan_talk(const schakel_school *school, const char *adult, const char *date)
{
    static const char *const teacher = "new-teacher";
    schakel_bridge_options options = SCHAKEL_BRIDGE_OPTIONS_INIT;
    schakel_bridge_plan *plan = NULL;
    options.adult_ids = &adult;
    options.staff_ids = &teacher;
    options.adult_count = options.staff_count = 1;
    options.date = day(date);
    options.start = 9 * 60;
    assert_int_equal(schakel_bridge_plan_make(school, &options, &plan, NULL), SCHAKEL_OK);
    return plan;
}

static schakel_bridge_summary summary_of(const schakel_bridge_plan *plan)
{
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    assert_int_equal(schakel_bridge_plan_get_summary(plan, &summary), SCHAKEL_OK);
    return summary;
}

static int prepares(const schakel_bridge_plan *plan, const char *words)
{
    for (size_t i = 0; i < schakel_bridge_plan_preparation_count(plan); i++)
        if (strstr(schakel_bridge_plan_preparation(plan, i, SCHAKEL_DUTCH), words) != NULL)
            return 1;
    return 0;
}

/* Does the cycle leave time for a bridge in the talks about a child? */
static int cycle_needs_bridge(const schakel_school *school, const char *child_id)
{
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    schakel_cycle *cycle = NULL;
    schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
    options.today = day("2026-09-01");
    options.child_id = child_id;
    assert_int_equal(schakel_cycle_make(school, &options, &cycle, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_cycle_get(cycle, 0, &row), SCHAKEL_OK);
    schakel_cycle_destroy(cycle);
    return row.needs_bridge;
}

/* With the father the teacher speaks English. For the mother she asks an app to speak, until somebody can come along. */
static void S5_each_parent_gets_the_bridge_that_fits(void **state)
{
    schakel_school *school = with_new_families();
    (void)state;
    schakel_bridge_plan *father = plan_talk(school, "yonas", "2026-11-24");
    schakel_bridge_plan *mother = plan_talk(school, "selam", "2026-11-24");
    assert_int_equal(summary_of(father).bridge, SCHAKEL_BRIDGE_SHARED_LANGUAGE);
    assert_string_equal(summary_of(father).language, "en");
    assert_int_equal(summary_of(mother).bridge, SCHAKEL_BRIDGE_MACHINE);
    assert_string_equal(summary_of(mother).language, "am");
    assert_true(prepares(mother, "hardop"));
    assert_false(prepares(father, "hardop"));
    /* For both: more time, no child who interprets, no question about the flight. */
    assert_int_equal(summary_of(father).minutes, 30);
    assert_int_equal(summary_of(mother).minutes, 30);
    assert_true(prepares(father, "nooit een kind") && prepares(mother, "nooit een kind"));
    assert_true(prepares(father, "niet naar een vlucht") && prepares(mother, "niet naar een vlucht"));
    assert_true(cycle_needs_bridge(school, "abel") && cycle_needs_bridge(school, "luwam"));
    schakel_bridge_plan_destroy(father);
    schakel_bridge_plan_destroy(mother);
    schakel_school_destroy(school);
}

static void S5_somebody_trusted_comes_along_when_they_can(void **state)
{
    schakel_school *school = with_new_families();
    schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
    (void)state;
    add_interpreter(school);
    schakel_bridge_plan *tuesday = plan_talk(school, "selam", "2026-11-24");
    schakel_bridge_plan *wednesday = plan_talk(school, "selam", "2026-11-25");
    assert_int_equal(summary_of(tuesday).bridge, SCHAKEL_BRIDGE_NEARBY);
    assert_true(prepares(tuesday, "niet tegen de tolk"));
    assert_int_equal(schakel_bridge_plan_get_way(tuesday, 2, &way), SCHAKEL_OK);
    assert_string_equal(way.adult_id, "hanna");
    assert_non_null(strstr(way.text_nl, "Vraag de ouder eerst"));
    assert_int_equal(summary_of(wednesday).bridge, SCHAKEL_BRIDGE_MACHINE);
    schakel_bridge_plan_destroy(tuesday);
    schakel_bridge_plan_destroy(wednesday);
    schakel_school_destroy(school);
}

/* The invitation says the day in the mother's own language too. */
static void S5_the_day_is_said_in_the_own_language(void **state)
{
    char words[SCHAKEL_WORDS_SIZE], dutch[SCHAKEL_WORDS_SIZE];
    schakel_school *school = with_new_families();
    schakel_bridge_plan *plan = plan_talk(school, "selam", "2026-11-24");
    schakel_bridge_summary summary = summary_of(plan);
    (void)state;
    assert_int_equal(schakel_date_words(summary.date, summary.language, words, sizeof words, NULL),
                     SCHAKEL_OK);
    assert_int_equal(schakel_date_words(summary.date, "nl", dutch, sizeof dutch, NULL), SCHAKEL_OK);
    assert_string_equal(dutch, "dinsdag 24 november 2026");
    assert_non_null(strstr(words, "ኖቬምበር")); /* November */
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S5_each_parent_gets_the_bridge_that_fits),
        cmocka_unit_test(S5_somebody_trusted_comes_along_when_they_can),
        cmocka_unit_test(S5_the_day_is_said_in_the_own_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
