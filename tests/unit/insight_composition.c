/* Who is missing in a team, worked out by hand; and what a row must not tell. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/insight_build.h"

enum { MOST_MEMBERS = 16 };

/* The first adults of each group of people are members, so many of each. */
static void add_team(schakel_school *school, const people *groups, const int *members, size_t count)
{
    char ids[MOST_MEMBERS][32];
    schakel_member list[MOST_MEMBERS] = {{NULL, NULL, NULL, NULL}};
    schakel_team team = SCHAKEL_TEAM_INIT;
    int adult = 0;
    for (size_t g = 0; g < count; adult += groups[g].count, g++)
        for (int i = 0; i < members[g]; i++) {
            assert_true(team.member_count < MOST_MEMBERS && i < groups[g].count);
            snprintf(ids[team.member_count], sizeof ids[0], "adult-%d", adult + i);
            list[team.member_count].adult_id = ids[team.member_count];
            team.member_count++;
        }
    team.id = "team";
    team.members = list;
    assert_int_equal(schakel_school_add_team(school, &team, NULL), SCHAKEL_OK);
}

/* "3 members; all 40 3.00; mother 20 1.50 missing; ti -" */
static void list_composition(const schakel_composition *composition, char *out, size_t size)
{
    size_t used = (size_t)snprintf(out, size, "%zu members", schakel_composition_members(composition));
    for (size_t i = 0; i < schakel_composition_row_count(composition); i++) {
        schakel_composition_row row = SCHAKEL_COMPOSITION_ROW_INIT;
        assert_int_equal(schakel_composition_get_row(composition, i, &row), SCHAKEL_OK);
        used += (size_t)snprintf(out + used, size - used, "; %s ", row.key);
        if (row.hidden) {
            assert_true(row.adults == 0 && !(row.expected > 0) && row.missing == 0);
            used += (size_t)snprintf(out + used, size - used, "-");
        } else {
            used += (size_t)snprintf(out + used, size - used, "%zu %.2f%s", row.adults, row.expected,
                                     row.missing ? " missing" : "");
        }
        assert_true(used < size);
    }
}

enum { GROUPS = 4, OUT = 512 };

static void compose(const people groups[GROUPS], const int members[GROUPS], int min_cell, char out[OUT])
{
    schakel_school *school = build_empty();
    schakel_composition *composition = NULL;
    schakel_composition_options options = SCHAKEL_COMPOSITION_OPTIONS_INIT;
    options.min_cell = min_cell;
    for (size_t g = 0; g < GROUPS; g++)
        build_people(school, &groups[g]);
    add_team(school, groups, members, GROUPS);
    assert_int_equal(schakel_composition_make(school, "team", &options, &composition, NULL), SCHAKEL_OK);
    /* It keeps no pointer into the school. */
    schakel_school_destroy(school);
    list_composition(composition, out, OUT);
    schakel_composition_destroy(composition);
}

#define M SCHAKEL_TIE_MOTHER
#define F SCHAKEL_TIE_FATHER
#define P SCHAKEL_TIE_PARENT
#define O SCHAKEL_TIE_FRIEND

static const struct {
    const char *why;
    int min_cell;
    people groups[GROUPS];
    int members[GROUPS];
    const char *expected;
} table[] = {
    {"nobody at all",
     5,
     {{M, "nl", 0, 0, 0}},
     {0},
     "0 members; all 0 0.00; father 0 0.00; mother 0 0.00; other 0 0.00; parent 0 0.00"},
    {"a team without members misses nobody: nobody was to be expected",
     5,
     {{M, "nl", 10, 0, 0}},
     {0},
     "0 members; all 10 0.00; mother 10 0.00; father 0 0.00; other 0 0.00; parent 0 0.00; nl 10 0.00"},
    {"fathers are missing",
     5,
     {{M, "nl", 20, 0, 0}, {F, "nl", 20, 0, 0}},
     {4},
     "4 members; all 40 4.00; father 20 2.00 missing; mother 20 2.00; other 0 0.00; parent 0 0.00; nl 40 "
     "4.00"},
    {"one of them is enough not to be missing",
     5,
     {{M, "nl", 20, 0, 0}, {F, "nl", 20, 0, 0}},
     {3, 1},
     "4 members; all 40 4.00; father 20 2.00; mother 20 2.00; other 0 0.00; parent 0 0.00; nl 40 4.00"},
    {"a half expected is missing",
     5,
     {{M, "nl", 30, 0, 0}, {F, "nl", 10, 0, 0}},
     {2},
     "2 members; all 40 2.00; mother 30 1.50; father 10 0.50 missing; other 0 0.00; parent 0 0.00; nl 40 "
     "2.00"},
    {"less than a half is not",
     5,
     {{M, "nl", 31, 0, 0}, {F, "nl", 10, 0, 0}},
     {2},
     "2 members; all 41 2.00; mother 31 1.51; father 10 0.49; other 0 0.00; parent 0 0.00; nl 41 2.00"},
    {"a language is missing",
     5,
     {{M, "nl", 20, 0, 0}, {M, "ti", 20, 0, 0}},
     {2},
     "2 members; all 40 2.00; mother 40 2.00; father 0 0.00; other 0 0.00; parent 0 0.00; nl 20 1.00; ti 20 "
     "1.00 "
     "missing"},
    {"so are those whose language nobody knows",
     5,
     {{M, "nl", 20, 0, 0}, {M, NULL, 20, 0, 0}},
     {2},
     "2 members; all 40 2.00; mother 40 2.00; father 0 0.00; other 0 0.00; parent 0 0.00; nl 20 1.00; und "
     "20 1.00 "
     "missing"},
    {"few are hidden, and the smallest other row with them",
     5,
     {{M, "nl", 20, 0, 0}, {F, "nl", 10, 0, 0}, {P, "ti", 4, 0, 0}},
     {4},
     "4 members; all 34 4.00; mother 20 2.35; other 0 0.00; father -; parent -; nl -; ti -"},
    {"exactly the minimum shows",
     4,
     {{M, "nl", 20, 0, 0}, {F, "nl", 10, 0, 0}, {P, "ti", 4, 0, 0}},
     {8},
     "8 members; all 34 8.00; mother 20 4.71; father 10 2.35 missing; parent 4 0.94 missing; other 0 0.00; "
     "nl 30 "
     "7.06; ti 4 0.94 missing"},
    {"what asks made small does not count here",
     5,
     {{M, "nl", 20, 1, 1}, {F, "nl", 20, 19, 2}},
     {4},
     "4 members; all 40 4.00; father 20 2.00 missing; mother 20 2.00; other 0 0.00; parent 0 0.00; nl 40 "
     "4.00"},
    {"a small school shows nothing of its people",
     5,
     {{M, "nl", 2, 0, 0}, {F, "ti", 2, 0, 0}},
     {1},
     "1 members; all -; other 0 0.00; parent 0 0.00; father -; mother -; nl -; ti -"},
    {"one person for each language: no languages",
     2,
     {{M, "nl", 1, 0, 0}, {M, "ti", 1, 0, 0}, {M, "so", 1, 0, 0}, {M, "ar", 1, 0, 0}},
     {1, 1},
     "2 members; all 4 2.00; mother 4 2.00; father 0 0.00; other 0 0.00; parent 0 0.00"},
};

static void compares_as_worked_out_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        char out[OUT];
        compose(table[i].groups, table[i].members, table[i].min_cell, out);
        if (strcmp(out, table[i].expected) != 0)
            fail_msg("%s: %s", table[i].why, out);
    }
}

/* Only inside hidden rows do the two schools of a pair differ, or only in how many members a row has. */
static void what_may_not_be_told_makes_no_difference(void **state)
{
    static const struct {
        const char *why;
        people one[GROUPS], other[GROUPS];
        int members_one[GROUPS], members_other[GROUPS];
    } pairs[] = {
        {"hidden roles change sizes",
         {{M, "nl", 20, 0, 0}, {F, "nl", 4, 0, 0}, {P, "nl", 2, 0, 0}},
         {{M, "nl", 20, 0, 0}, {F, "nl", 2, 0, 0}, {P, "nl", 4, 0, 0}},
         {2},
         {2}},
        {"hidden languages change sizes",
         {{M, "nl", 20, 0, 0}, {M, "ti", 4, 0, 0}, {M, "so", 1, 0, 0}},
         {{M, "nl", 20, 0, 0}, {M, "ti", 1, 0, 0}, {M, "so", 4, 0, 0}},
         {3},
         {3}},
        {"the members come from another hidden row",
         {{M, "nl", 20, 0, 0}, {F, "nl", 4, 0, 0}, {P, "nl", 4, 0, 0}},
         {{M, "nl", 20, 0, 0}, {F, "nl", 4, 0, 0}, {P, "nl", 4, 0, 0}},
         {1, 2, 0},
         {1, 0, 2}},
        {"a small school",
         {{M, "nl", 3, 0, 0}, {F, "ti", 1, 0, 0}},
         {{M, "nl", 1, 0, 0}, {F, "ti", 2, 0, 0}},
         {1, 0},
         {0, 1}},
        {"rows that are shown have other members, and each has some",
         {{M, "nl", 20, 0, 0}, {F, "ti", 20, 0, 0}},
         {{M, "nl", 20, 0, 0}, {F, "ti", 20, 0, 0}},
         {9, 1},
         {3, 7}},
        {"a row of which little was expected has members or none",
         {{M, "nl", 90, 0, 0}, {F, "ti", 9, 0, 0}},
         {{M, "nl", 90, 0, 0}, {F, "ti", 9, 0, 0}},
         {5, 0},
         {3, 2}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        char one[OUT], other[OUT];
        compose(pairs[i].one, pairs[i].members_one, 5, one);
        compose(pairs[i].other, pairs[i].members_other, 5, other);
        if (strcmp(one, other) != 0)
            fail_msg("%s:\n%s\n%s", pairs[i].why, one, other);
    }
}

static void somebody_who_is_no_adult_with_a_tie_is_no_member(void **state)
{
    static const people parents = {SCHAKEL_TIE_MOTHER, "nl", 10, 0, 0};
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    schakel_team team = SCHAKEL_TEAM_INIT;
    const schakel_member members[] = {
        {"adult-0", NULL, NULL, "voorzitter"}, {"adult-0", NULL, NULL, "schrijver"},
        {"neighbour", NULL, NULL, NULL},       {NULL, "ines", NULL, NULL},
        {NULL, NULL, "child", NULL},           {NULL, NULL, NULL, "nog open"}};
    char out[OUT];
    (void)state;
    schakel_school *school = build_empty();
    schakel_composition *composition = NULL;
    build_people(school, &parents);
    build_adult(school, "neighbour", NULL, 0);
    staff.id = "ines";
    assert_int_equal(schakel_school_add_staff(school, &staff, NULL), SCHAKEL_OK);
    team.id = "team";
    team.members = members;
    team.member_count = sizeof members / sizeof members[0];
    assert_int_equal(schakel_school_add_team(school, &team, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_composition_make(school, "team", NULL, &composition, NULL), SCHAKEL_OK);
    list_composition(composition, out, sizeof out);
    assert_string_equal(
        out,
        "1 members; all 10 1.00; mother 10 1.00; father 0 0.00; other 0 0.00; parent 0 0.00; nl 10 1.00");
    schakel_composition_destroy(composition);
    schakel_school_destroy(school);
}

static void every_kind_of_tie_has_its_role(void **state)
{
    static const struct {
        schakel_tie_kind kind;
        const char *expected;
    } cases[] = {{SCHAKEL_TIE_MOTHER, "mother"},        {SCHAKEL_TIE_FATHER, "father"},
                 {SCHAKEL_TIE_PARENT, "parent"},        {SCHAKEL_TIE_STEPPARENT, "parent"},
                 {SCHAKEL_TIE_FOSTER_PARENT, "parent"}, {SCHAKEL_TIE_GUARDIAN, "parent"},
                 {SCHAKEL_TIE_RELATIVE, "other"},       {SCHAKEL_TIE_PARTNER, "other"},
                 {SCHAKEL_TIE_FRIEND, "other"},         {SCHAKEL_TIE_OTHER, "other"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const people groups[GROUPS] = {{cases[i].kind, "nl", 10, 0, 0}};
        const int members[GROUPS] = {0};
        char out[OUT], expected[64];
        compose(groups, members, 5, out);
        /* The only row with people in it is the first of the roles. */
        snprintf(expected, sizeof expected, "0 members; all 10 0.00; %s 10 0.00; ", cases[i].expected);
        assert_memory_equal(out, expected, strlen(expected));
    }
}

static void languages_are_those_spoken_best(void **state)
{
    static const struct {
        schakel_language_skill skills[3];
        size_t count;
        const char *expected;
    } cases[] = {
        {{{"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_B1}, {"AR-sy", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_A1}},
         2,
         "ar 10"},
        {{{"nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_B1}, {"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_A1}},
         2,
         "ti 10"},
        {{{"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_B1}, {"nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_A1}},
         2,
         "ti 10"},
        {{{"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_B1}, {"so", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_A1}},
         2,
         "so 10"},
        {{{"ti", SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_NONE}}, 1, "und 10"},
        {{{"abcdefgh-nl", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_NONE}}, 1, "abcdefgh 10"},
        {{{"zu", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_NONE}}, 1, "zu 10"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[OUT];
        schakel_school *school = build_empty();
        schakel_composition *composition = NULL;
        schakel_team team = SCHAKEL_TEAM_INIT;
        team.id = "team";
        for (int person = 0; person < 10; person++) {
            char id[16];
            snprintf(id, sizeof id, "p%d", person);
            build_adult(school, id, cases[i].skills, cases[i].count);
            build_tie(school, "child", id, SCHAKEL_TIE_PARENT);
        }
        assert_int_equal(schakel_school_add_team(school, &team, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_composition_make(school, "team", NULL, &composition, NULL), SCHAKEL_OK);
        list_composition(composition, out, sizeof out);
        /* The languages are the last rows. */
        const char *last = strrchr(out, ';');
        assert_memory_equal(last + 2, cases[i].expected, strlen(cases[i].expected));
        schakel_composition_destroy(composition);
        schakel_school_destroy(school);
    }
}

static void wrong_options_and_misuse_are_told(void **state)
{
    (void)state;
    schakel_school *school = build_empty();
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_composition *composition = (schakel_composition *)school;
    schakel_composition_row row = SCHAKEL_COMPOSITION_ROW_INIT;
    schakel_composition_options options = SCHAKEL_COMPOSITION_OPTIONS_INIT;
    const schakel_team team = {.struct_size = sizeof team, .id = "team"};
    static const int wrong[] = {-5, 0, 1, 1001};
    assert_int_equal(schakel_school_add_team(school, &team, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        options.min_cell = wrong[i];
        assert_int_equal(schakel_composition_make(school, "team", &options, &composition, &error),
                         SCHAKEL_INVALID);
        assert_null(composition);
        assert_string_equal(error.path, "/min_cell");
    }
    assert_int_equal(schakel_composition_make(school, "tea", NULL, &composition, &error), SCHAKEL_NOT_FOUND);
    assert_non_null(strstr(error.message, "team with id \"tea\""));
    assert_int_equal(schakel_composition_make(NULL, "team", NULL, &composition, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_composition_make(school, NULL, NULL, &composition, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_composition_make(school, "team", NULL, NULL, NULL), SCHAKEL_MISUSE);
    for (int edge = 0; edge <= 1; edge++) {
        options.min_cell = edge == 0 ? 2 : 1000;
        assert_int_equal(schakel_composition_make(school, "team", &options, &composition, NULL), SCHAKEL_OK);
        schakel_composition_destroy(composition);
    }
    options.struct_size = 0;
    assert_int_equal(schakel_composition_make(school, "team", &options, &composition, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_composition_members(NULL) + schakel_composition_row_count(NULL), 0);
    assert_int_equal(schakel_composition_make(school, "team", NULL, &composition, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_composition_row_count(composition), 5);
    assert_int_equal(schakel_composition_get_row(composition, 5, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_composition_get_row(composition, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_composition_get_row(NULL, 0, &row), SCHAKEL_MISUSE);
    row.struct_size = 0;
    assert_int_equal(schakel_composition_get_row(composition, 0, &row), SCHAKEL_MISUSE);
    schakel_composition_destroy(composition);
    schakel_composition_destroy(NULL);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_as_worked_out_by_hand),
        cmocka_unit_test(what_may_not_be_told_makes_no_difference),
        cmocka_unit_test(somebody_who_is_no_adult_with_a_tie_is_no_member),
        cmocka_unit_test(every_kind_of_tie_has_its_role),
        cmocka_unit_test(languages_are_those_spoken_best),
        cmocka_unit_test(wrong_options_and_misuse_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
