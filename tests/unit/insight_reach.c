/* Reach, worked out by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/insight_build.h"

static schakel_reach *count(const schakel_school *school, const schakel_reach_options *options)
{
    schakel_reach *reach = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_int_equal(schakel_reach_count(school, options, &reach, &error), SCHAKEL_OK);
    assert_non_null(reach);
    return reach;
}

typedef struct worked {
    const char *why;
    int min_cell;
    people groups[6];
    const char *all, *roles, *languages;
} worked;

#define M SCHAKEL_TIE_MOTHER
#define F SCHAKEL_TIE_FATHER
#define P SCHAKEL_TIE_PARENT
#define O SCHAKEL_TIE_FRIEND

static const worked table[] = {
    {"nobody at all",
     5,
     {{M, NULL, 0, 0, 0}},
     "all 0/0/0",
     "father 0/0/0; mother 0/0/0; other 0/0/0; parent 0/0/0",
     ""},
    {"everything is large enough",
     5,
     {{M, "nl", 20, 10, 5}, {F, "ar", 10, 5, 5}},
     "all 30/15/10",
     "mother 20/10/5; father 10/5/5; other 0/0/0; parent 0/0/0",
     "nl 20/10/5; ar 10/5/5"},
    {"exactly the minimum shows, one fewer does not",
     5,
     {{M, "nl", 5, 5, 5}, {F, "nl", 10, 10, 5}, {P, "nl", 5, 0, 0}},
     "all 20/15/10",
     "father 10/10/5; mother 5/5/5; parent 5/0/0; other 0/0/0",
     "nl 20/15/10"},
    {"a small row takes the smallest other one along",
     5,
     {{M, "nl", 20, 10, 5}, {F, "nl", 10, 5, 5}, {P, "nl", 6, 6, 6}, {O, "nl", 2, 2, 2}},
     "all 38/23/18",
     "mother 20/10/5; father 10/5/5; other -; parent -",
     "nl 38/23/18"},
    {"a large row with few asked is hidden, and those never asked with it",
     5,
     {{M, "nl", 40, 20, 10}, {F, "nl", 30, 3, 3}, {P, "nl", 6, 6, 6}},
     "all 76/29/19",
     "mother 40/20/10; other 0/0/0; father -; parent -",
     "nl 76/29/19"},
    {"few never asked hide a row too, until enough are hidden",
     5,
     {{M, "nl", 40, 20, 10}, {F, "nl", 30, 29, 29}, {P, "nl", 8, 5, 5}, {O, "nl", 20, 15, 15}},
     "all 98/69/59",
     "mother 40/20/10; father -; other -; parent -",
     "nl 98/69/59"},
    {"rows of one size go along together",
     5,
     {{M, "nl", 40, 20, 10}, {F, "ar", 6, 6, 6}, {P, "ti", 6, 6, 6}, {O, "tr", 4, 4, 4}},
     "all 56/36/26",
     "mother 40/20/10; father -; other -; parent -",
     "nl 40/20/10; ar -; ti -; tr -"},
    {"hidden rows are in the order of their keys, whatever their size",
     5,
     {{M, "nl", 40, 20, 10}, {M, "so", 4, 4, 4}, {M, "am", 1, 1, 1}},
     "all 45/25/15",
     "mother 45/25/15; father 0/0/0; other 0/0/0; parent 0/0/0",
     "nl 40/20/10; am -; so -"},
    {"a small total hides every row with people in it",
     5,
     {{M, "nl", 40, 2, 2}, {F, "ar", 40, 0, 0}},
     "all -",
     "other 0/0/0; parent 0/0/0; father -; mother -",
     "ar -; nl -"},
    {"few who said yes are hidden, and the row with fewest asked goes along",
     5,
     {{M, "nl", 40, 20, 10}, {F, "ar", 30, 20, 3}, {P, "ti", 20, 12, 6}},
     "all 90/52/19",
     "mother 40/20/10; father 30/20/?; parent 20/12/?; other 0/0/0",
     "nl 40/20/10; ar 30/20/?; ti 20/12/?"},
    {"few who were asked and did not say yes are hidden as well",
     5,
     {{M, "nl", 40, 20, 10}, {F, "ar", 30, 20, 18}, {P, "ti", 20, 12, 6}},
     "all 90/52/34",
     "mother 40/20/10; father 30/20/?; parent 20/12/?; other 0/0/0",
     "nl 40/20/10; ar 30/20/?; ti 20/12/?"},
    {"the yes of rows with as many asked goes along together",
     5,
     {{M, "nl", 40, 20, 10}, {F, "ar", 30, 12, 6}, {P, "ti", 20, 12, 6}, {O, "so", 30, 20, 3}},
     "all 120/64/25",
     "mother 40/20/10; father 30/12/?; other 30/20/?; parent 20/12/?",
     "nl 40/20/10; ar 30/12/?; so 30/20/?; ti 20/12/?"},
    {"a row where nobody was asked has no yes to hide",
     5,
     {{M, "nl", 40, 20, 10}, {F, "ar", 30, 20, 3}, {P, "ti", 20, 0, 0}},
     "all 90/40/13",
     "mother 40/20/?; father 30/20/?; parent 20/0/0; other 0/0/0",
     "nl 40/20/?; ar 30/20/?; ti 20/0/0"},
    {"when the yes of everybody is hidden, so is that of every row",
     5,
     {{M, "nl", 40, 20, 2}, {F, "ar", 30, 20, 0}},
     "all 70/40/?",
     "mother 40/20/?; father 30/20/?; other 0/0/0; parent 0/0/0",
     "nl 40/20/?; ar 30/20/?"},
    {"one person for each language would tell it all: no languages",
     2,
     {{M, "nl", 1, 1, 0}, {M, "ar", 1, 0, 0}, {M, "ti", 1, 1, 1}, {M, "so", 1, 0, 0}},
     "all 4/2/?",
     "mother 4/2/?; father 0/0/0; other 0/0/0; parent 0/0/0",
     ""},
};

static void counts_as_worked_out_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const worked *w = &table[i];
        char all[64], roles[256], languages[256];
        schakel_school *school = build_empty();
        for (size_t g = 0; g < sizeof w->groups / sizeof w->groups[0]; g++)
            build_people(school, &w->groups[g]);
        schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
        options.min_cell = w->min_cell;
        schakel_reach *reach = count(school, &options);
        schakel_school_destroy(school);
        list_rows(reach, SCHAKEL_BY_ALL, all, sizeof all);
        list_rows(reach, SCHAKEL_BY_ROLE, roles, sizeof roles);
        list_rows(reach, SCHAKEL_BY_LANGUAGE, languages, sizeof languages);
        schakel_reach_destroy(reach);
        if (strcmp(all, w->all) != 0 || strcmp(roles, w->roles) != 0 || strcmp(languages, w->languages) != 0)
            fail_msg("%s:\n  %s\n  %s\n  %s", w->why, all, roles, languages);
    }
}

/* Ten like the one under test, so that nothing is hidden. */
enum { ENOUGH = 10 };

typedef struct language_case {
    schakel_language_skill skills[3];
    size_t count;
    const char *expected;
} language_case;

static void an_adult_counts_under_the_language_spoken_best(void **state)
{
    static const language_case cases[] = {
        {{{"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_B1}, {"ar-SY", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_A1}},
         2,
         "ar"},
        {{{"nl", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2}, {"en", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C2}}, 2, "nl"},
        {{{"nl", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2}, {"tr", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_NONE}}, 2, "tr"},
        {{{"tr", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2}, {"ku", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_NONE}}, 2, "ku"},
        {{{"PT-br", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN}}, 1, "pt"},
        {{{"ti", SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_NONE}}, 1, "und"},
        {{{"ti", SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_NONE}, {"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_A1}},
         2,
         "nl"},
        {{{NULL, SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_NONE}}, 0, "und"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = build_empty();
        for (int person = 0; person < ENOUGH; person++) {
            char id[16];
            snprintf(id, sizeof id, "p%d", person);
            build_adult(school, id, cases[i].skills, cases[i].count);
            build_tie(school, "child", id, SCHAKEL_TIE_PARENT);
        }
        char expected[32], languages[64];
        schakel_reach *reach = count(school, NULL);
        list_rows(reach, SCHAKEL_BY_LANGUAGE, languages, sizeof languages);
        snprintf(expected, sizeof expected, "%s %d/0/0", cases[i].expected, ENOUGH);
        assert_string_equal(languages, expected);
        schakel_reach_destroy(reach);
        schakel_school_destroy(school);
    }
}

static void an_adult_with_several_ties_has_the_first_role(void **state)
{
    static const struct {
        schakel_tie_kind kinds[2];
        const char *expected;
    } cases[] = {
        {{SCHAKEL_TIE_FRIEND, SCHAKEL_TIE_MOTHER}, "mother"},
        {{SCHAKEL_TIE_FATHER, SCHAKEL_TIE_STEPPARENT}, "father"},
        {{SCHAKEL_TIE_GUARDIAN, SCHAKEL_TIE_OTHER}, "parent"},
        {{SCHAKEL_TIE_FOSTER_PARENT, SCHAKEL_TIE_PARTNER}, "parent"},
        {{SCHAKEL_TIE_RELATIVE, SCHAKEL_TIE_FRIEND}, "other"},
        {{SCHAKEL_TIE_STEPPARENT, SCHAKEL_TIE_RELATIVE}, "parent"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = build_empty();
        schakel_child child = SCHAKEL_CHILD_INIT;
        child.id = "second child";
        assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
        for (int person = 0; person < ENOUGH; person++) {
            char id[16];
            snprintf(id, sizeof id, "p%d", person);
            build_adult(school, id, NULL, 0);
            build_tie(school, "child", id, cases[i].kinds[0]);
            build_tie(school, "second child", id, cases[i].kinds[1]);
        }
        char roles[128];
        schakel_reach *reach = count(school, NULL);
        list_rows(reach, SCHAKEL_BY_ROLE, roles, sizeof roles);
        assert_memory_equal(roles, cases[i].expected, strlen(cases[i].expected));
        schakel_reach_destroy(reach);
        schakel_school_destroy(school);
    }
}

static void only_adults_with_a_tie_count(void **state)
{
    (void)state;
    static const people parents = {SCHAKEL_TIE_PARENT, "nl", 10, 5, 5};
    char all[64];
    schakel_school *school = build_empty();
    build_people(school, &parents);
    build_adult(school, "neighbour", NULL, 0);
    build_ask(school, "neighbour", schakel_date_from_ymd(2026, 9, 1), SCHAKEL_ASK_YES);
    schakel_reach *reach = count(school, NULL);
    list_rows(reach, SCHAKEL_BY_ALL, all, sizeof all);
    assert_string_equal(all, "all 10/5/5");
    schakel_reach_destroy(reach);
    schakel_school_destroy(school);
}

static void only_asks_in_the_period_count_both_ends_included(void **state)
{
    static const struct {
        const char *from, *until, *expected;
    } cases[] = {{NULL, NULL, "all 10/10/0"},
                 {"2026-09-01", "2026-09-01", "all 10/10/0"},
                 {"2026-09-02", NULL, "all 10/0/0"},
                 {NULL, "2026-08-31", "all 10/0/0"},
                 {"2026-08-31", "2026-09-02", "all 10/10/0"},
                 {"2020-01-01", "2020-12-31", "all 10/0/0"}};
    static const people parents = {SCHAKEL_TIE_PARENT, "nl", 10, 10, 0};
    (void)state;
    schakel_school *school = build_empty();
    build_people(school, &parents);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char all[64];
        schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT, used = SCHAKEL_REACH_OPTIONS_INIT;
        options.from = schakel_date_parse(cases[i].from);
        options.until = schakel_date_parse(cases[i].until);
        schakel_reach *reach = count(school, &options);
        list_rows(reach, SCHAKEL_BY_ALL, all, sizeof all);
        assert_string_equal(all, cases[i].expected);
        assert_int_equal(schakel_reach_get_options(reach, &used), SCHAKEL_OK);
        assert_int_equal(used.from, schakel_date_parse(cases[i].from != NULL ? cases[i].from : "2026-08-01"));
        assert_int_equal(used.until,
                         schakel_date_parse(cases[i].until != NULL ? cases[i].until : "2027-07-31"));
        schakel_reach_destroy(reach);
    }
    schakel_school_destroy(school);
}

static void saying_yes_is_yes_whether_they_came_or_not(void **state)
{
    static const struct {
        schakel_ask_state answer;
        const char *expected;
    } cases[] = {{SCHAKEL_ASK_OPEN, "all 10/10/0"},
                 {SCHAKEL_ASK_YES, "all 10/10/10"},
                 {SCHAKEL_ASK_NO, "all 10/10/0"},
                 {SCHAKEL_ASK_DONE, "all 10/10/10"},
                 {SCHAKEL_ASK_NO_SHOW, "all 10/10/10"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char all[64];
        schakel_school *school = build_empty();
        for (int person = 0; person < ENOUGH; person++) {
            char id[16];
            snprintf(id, sizeof id, "p%d", person);
            build_adult(school, id, NULL, 0);
            build_tie(school, "child", id, SCHAKEL_TIE_PARENT);
            /* Twice asked is one person asked. */
            build_ask(school, id, schakel_date_from_ymd(2026, 9, 1), cases[i].answer);
            build_ask(school, id, schakel_date_from_ymd(2026, 10, 1), SCHAKEL_ASK_NO);
        }
        schakel_reach *reach = count(school, NULL);
        list_rows(reach, SCHAKEL_BY_ALL, all, sizeof all);
        assert_string_equal(all, cases[i].expected);
        schakel_reach_destroy(reach);
        schakel_school_destroy(school);
    }
}

static void options_out_of_range_are_refused_by_name(void **state)
{
    static const struct {
        const char *from, *until;
        int min_cell;
        const char *path;
    } cases[] = {{NULL, NULL, 1, "/min_cell"},
                 {NULL, NULL, 1001, "/min_cell"},
                 {NULL, NULL, -5, "/min_cell"},
                 {"2026-09-02", "2026-09-01", 5, "/until"},
                 {NULL, "2026-07-31", 5, "/until"}};
    (void)state;
    schakel_school *school = build_empty();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        schakel_reach *reach = (schakel_reach *)school;
        schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
        options.from = schakel_date_parse(cases[i].from);
        options.until = schakel_date_parse(cases[i].until);
        options.min_cell = cases[i].min_cell;
        assert_int_equal(schakel_reach_count(school, &options, &reach, &error), SCHAKEL_INVALID);
        assert_null(reach);
        assert_string_equal(error.path, cases[i].path);
    }
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    (void)state;
    schakel_school *school = build_empty();
    schakel_reach *reach = NULL;
    schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
    schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
    assert_int_equal(schakel_reach_count(NULL, NULL, &reach, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_reach_count(school, NULL, NULL, NULL), SCHAKEL_MISUSE);
    options.struct_size = 0;
    assert_int_equal(schakel_reach_count(school, &options, &reach, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_reach_row_count(NULL), 0);
    assert_int_equal(schakel_reach_get_row(NULL, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_reach_get_options(NULL, &options), SCHAKEL_MISUSE);
    reach = count(school, NULL);
    assert_int_equal(schakel_reach_get_row(reach, schakel_reach_row_count(reach), &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_reach_get_row(reach, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_reach_get_options(reach, NULL), SCHAKEL_MISUSE);
    schakel_reach_destroy(reach);
    schakel_reach_destroy(NULL);
    schakel_school_destroy(school);
}

static void a_school_without_info_counts_every_ask(void **state)
{
    (void)state;
    char all[64];
    schakel_school *school = NULL;
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = "child";
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
    static const people parents = {SCHAKEL_TIE_PARENT, "nl", 10, 5, 5};
    build_people(school, &parents);
    schakel_reach *reach = count(school, NULL);
    list_rows(reach, SCHAKEL_BY_ALL, all, sizeof all);
    assert_string_equal(all, "all 10/5/5");
    schakel_reach_destroy(reach);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_as_worked_out_by_hand),
        cmocka_unit_test(an_adult_counts_under_the_language_spoken_best),
        cmocka_unit_test(an_adult_with_several_ties_has_the_first_role),
        cmocka_unit_test(only_adults_with_a_tie_count),
        cmocka_unit_test(only_asks_in_the_period_count_both_ends_included),
        cmocka_unit_test(saying_yes_is_yes_whether_they_came_or_not),
        cmocka_unit_test(options_out_of_range_are_refused_by_name),
        cmocka_unit_test(misuse_is_told),
        cmocka_unit_test(a_school_without_info_counts_every_ask),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
