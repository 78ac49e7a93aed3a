/* Moments and whom they reach: worked out by hand, and against another way of counting on random schools. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/timing_build.h"

/* "slot 3: 4/5 1+2 ?2 without mum1 mum2": families/adults, mothers+fathers, who said nothing. */
static void list_moments(const schakel_timing *timing, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t rank = 0; rank < schakel_timing_count(timing); rank++) {
        schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
        assert_int_equal(schakel_timing_get(timing, rank, &row), SCHAKEL_OK);
        used +=
            (size_t)snprintf(out + used, size - used, "slot %zu: %zu/%zu %zu+%zu ?%zu without",
                             row.slot_index, row.families, row.adults, row.mothers, row.fathers, row.unknown);
        size_t shut_out = schakel_timing_shut_out_count(timing, rank);
        for (size_t i = 0; i < shut_out; i++)
            used +=
                (size_t)snprintf(out + used, size - used, " %s", schakel_timing_shut_out(timing, rank, i));
        assert_null(schakel_timing_shut_out(timing, rank, shut_out));
        used += (size_t)snprintf(out + used, size - used, "\n");
        assert_true(used < size);
    }
}

static void expect_moments(const schakel_timing *timing, const char *expected)
{
    char found[4000];
    list_moments(timing, found, sizeof found);
    assert_string_equal(found, expected);
}

/* ----------------------------------------------------------------- by hand */

static void a_school_in_shifts(void **state)
{
    (void)state;
    for (size_t turn = 0; turn < 7; turn++) {
        schakel_school *school = school_in_shifts(turn);
        schakel_timing *timing = time_slots(school, shift_slots, SHIFT_SLOTS);
        schakel_timing_people all = SCHAKEL_TIMING_PEOPLE_INIT;
        assert_int_equal(schakel_timing_get_people(timing, &all), SCHAKEL_OK);
        assert_int_equal(all.families, 4);
        assert_int_equal(all.adults, 7);
        assert_int_equal(all.mothers, 3);
        assert_int_equal(all.fathers, 2);
        assert_int_equal(all.unknown, 2);
        expect_moments(timing, "slot 3: 4/5 1+2 ?2 without mum1 mum2\n"
                               "slot 0: 3/4 2+1 ?2 without dad1 guard5 mum2\n"
                               "slot 1: 3/4 1+1 ?2 without dad2 mum1 mum2\n"
                               "slot 2: 3/4 2+0 ?2 without dad1 dad2 mum1\n");
        schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
        schakel_timing_get(timing, 0, &row);
        assert_memory_equal(&row.slot, &shift_slots[3], sizeof row.slot);
        schakel_timing_destroy(timing);
        schakel_school_destroy(school);
    }
}

/* A family counts once when brothers and sisters are in several groups; only the groups asked for count. */
static void only_the_groups_that_are_asked(void **state)
{
    static const char *const groups[] = {"g2"};
    schakel_school *school = school_in_shifts(0);
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    schakel_timing *timing = NULL;
    (void)state;
    options.today = TODAY;
    options.group_ids = groups;
    options.group_count = 1;
    options.slots = shift_slots;
    options.slot_count = SHIFT_SLOTS;
    assert_int_equal(schakel_timing_make(school, &options, &timing, NULL), SCHAKEL_OK);
    expect_moments(timing, "slot 3: 3/4 1+1 ?2 without mum2\n"
                           "slot 2: 3/4 2+0 ?2 without dad2\n"
                           "slot 0: 2/3 1+1 ?2 without guard5 mum2\n"
                           "slot 1: 2/3 1+0 ?2 without dad2 mum2\n");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* As many families, adults, fathers and mothers: then the day, the start, the end and the place decide. */
static void ties_go_to_the_earliest(void **state)
{
    static const schakel_slot slots[] = {{TODAY + 2, 600, 660},
                                         {TODAY + 1, 700, 760},
                                         {TODAY + 1, 600, 700},
                                         {TODAY + 1, 600, 660},
                                         {TODAY + 1, 600, 660}};
    static const size_t expected[] = {3, 4, 2, 1, 0};
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    (void)state;
    add_adult(school, "a", 0, 0, 0, NULL);
    add_child(school, "c", NULL);
    add_tie(school, "c", "a", SCHAKEL_TIE_PARENT);
    schakel_timing *timing = time_slots(school, slots, 5);
    for (size_t rank = 0; rank < 5; rank++) {
        schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
        schakel_timing_get(timing, rank, &row);
        assert_int_equal(row.slot_index, expected[rank]);
    }
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* Mothers cannot make up for fathers: five of one and one of the other come after three and three. */
static void fathers_and_mothers_are_weighed(void **state)
{
    static const schakel_slot slots[] = {{TUESDAY, 540, 600}, {TUESDAY + 1, 540, 600}};
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    (void)state;
    for (int i = 0; i < 8; i++) {
        /* The four mothers and a father can come on Tuesday; two mothers and three fathers on Wednesday. */
        static const uint32_t days[] = {2, 2, 6, 6, 2, 4, 4, 4};
        char adult[8], child[8];
        snprintf(adult, sizeof adult, "a%d", i);
        snprintf(child, sizeof child, "c%d", i);
        add_adult(school, adult, days[i], 0, 1440, NULL);
        add_child(school, child, NULL);
        add_tie(school, child, adult, i < 4 ? SCHAKEL_TIE_MOTHER : SCHAKEL_TIE_FATHER);
    }
    schakel_timing *timing = time_slots(school, slots, 2);
    expect_moments(timing, "slot 1: 5/5 2+3 ?0 without a0 a1 a4\n"
                           "slot 0: 5/5 4+1 ?0 without a5 a6 a7\n");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

static void the_exceptions_of_the_year_count(void **state)
{
    static const schakel_exception holiday = {TUESDAY, 0, 1440, 0}, free_evening = {TUESDAY, 1140, 1320, 1},
                                   too_short = {TUESDAY, 1140, 1200, 1};
    static const schakel_slot slots[] = {{TUESDAY, 1170, 1260}, {TUESDAY + 7, 1170, 1260}};
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    (void)state;
    add_adult(school, "away", WORKDAYS, 1020, 1380, &holiday);
    add_adult(school, "free", WORKDAYS, 480, 720, &free_evening);
    add_adult(school, "short", WORKDAYS, 480, 720, &too_short);
    add_child(school, "c", NULL);
    add_tie(school, "c", "away", SCHAKEL_TIE_MOTHER);
    add_tie(school, "c", "free", SCHAKEL_TIE_FATHER);
    add_tie(school, "c", "short", SCHAKEL_TIE_PARENT);
    schakel_timing *timing = time_slots(school, slots, 2);
    expect_moments(timing, "slot 0: 1/1 0+1 ?0 without away short\n"
                           "slot 1: 1/1 1+0 ?0 without free short\n");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

static void nobody_to_invite(void **state)
{
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    (void)state;
    schakel_timing *timing = time_slots(school, shift_slots, 1);
    expect_moments(timing, "slot 0: 0/0 0+0 ?0 without\n");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ stories */

static void add_activity(schakel_school *school, schakel_audience audience, schakel_time start)
{
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    activity.id = "evening";
    activity.why = "omdat ouders het vroegen";
    activity.audience = audience;
    activity.date = TUESDAY;
    activity.start = start;
    activity.end = start == SCHAKEL_NO_TIME ? SCHAKEL_NO_TIME : start + 90;
    TELL(school, activity, &activity);
}

static schakel_status time_activity(const schakel_school *school, schakel_timing **timing,
                                    schakel_error *error)
{
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    options.today = TODAY;
    options.activity_id = "evening";
    return schakel_timing_make(school, &options, timing, error);
}

/* Parents with busy jobs can come when the moment is held against their hours before it is announced. */
static void S2_a_moment_is_held_against_working_hours(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = NULL;
    (void)state;
    add_activity(school, SCHAKEL_AUDIENCE_PARENTS, at(19, 30));
    assert_int_equal(time_activity(school, &timing, NULL), SCHAKEL_OK);
    expect_moments(timing, "slot 0: 3/4 2+1 ?2 without dad1 guard5 mum2\n");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* An evening for fathers shuts out the father who works evenings: by name, so that he is asked apart. */
static void S4_a_fathers_evening_names_the_father_on_evening_shift(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = NULL;
    (void)state;
    add_activity(school, SCHAKEL_AUDIENCE_FATHERS, at(19, 30));
    assert_int_equal(time_activity(school, &timing, NULL), SCHAKEL_OK);
    expect_moments(timing, "slot 0: 1/1 0+1 ?0 without dad1\n");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* A student of age who lets her partner be told: the partner counts, the mother without consent does not. */
static void S13_a_student_chooses_who_is_counted(void **state)
{
    static const schakel_slot slots[] = {{TUESDAY, 1170, 1260}};
    schakel_school *school = begin_school(SCHAKEL_STAGE_MBO);
    (void)state;
    add_adult(school, "mother", WORKDAYS, 1020, 1380, NULL);
    add_adult(school, "partner", WORKDAYS, 1020, 1380, NULL);
    add_child(school, "student", NULL);
    add_tie(school, "student", "mother", SCHAKEL_TIE_MOTHER);
    add_tie(school, "student", "partner", SCHAKEL_TIE_PARTNER);
    add_consent(school, "k", "student", "partner", NULL);
    schakel_timing *timing = time_slots(school, slots, 1);
    expect_moments(timing, "slot 0: 1/1 0+0 ?0 without\n");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* --------------------------------------------------------------- at random */

/* What a slot should count: families, adults, mothers, fathers, who said nothing, and whom it shuts out. */
static void expect_row(const people *all, const schakel_timing *timing, size_t rank,
                       const schakel_timing_row *row)
{
    uint32_t families = 0;
    size_t adults = 0, mothers = 0, fathers = 0, unknown = 0, shut_out = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (!can_come(&all->adults[i], &row->slot)) {
            assert_string_equal(schakel_timing_shut_out(timing, rank, shut_out++), all->adults[i].id);
            continue;
        }
        families |= all->families[i];
        adults++;
        mothers += (size_t)all->is_mother[i];
        fathers += (size_t)all->is_father[i];
        unknown += all->adults[i].window_count + all->adults[i].exception_count == 0;
    }
    assert_int_equal(schakel_timing_shut_out_count(timing, rank), shut_out);
    assert_int_equal(row->families, count_bits(families));
    assert_int_equal(row->adults, adults);
    assert_int_equal(row->mothers, mothers);
    assert_int_equal(row->fathers, fathers);
    assert_int_equal(row->unknown, unknown);
}

/* A number that is larger for a better moment, as long as all counts are small. */
static int64_t worth(const schakel_timing_row *row)
{
    size_t fewer = row->mothers < row->fathers ? row->mothers : row->fathers;
    int64_t value = (int64_t)((row->families * 10 + row->adults) * 10 + fewer);
    value = value * 10 + (TODAY + 9 - row->slot.date);
    value = value * 10000 + (1440 - row->slot.start);
    value = value * 10000 + (1440 - row->slot.end);
    return value * 10 - (int64_t)row->slot_index;
}

static void random_schools_are_counted_right(void **state)
{
    static const char *const groups[] = {"g1", "g0"};
    (void)state;
    for (uint64_t seed = 0; seed < 30 * EFFORT; seed++) {
        char first[4000], second[4000];
        schakel_slot slots[MOST_SLOTS];
        people all;
        schakel_school *school = draw_school(seed, 0), *other = draw_school(seed, 3);
        schakel_timing *timing = NULL;
        schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
        schakel_timing_people found = SCHAKEL_TIMING_PEOPLE_INIT;
        options.today = TODAY;
        options.group_ids = groups;
        options.group_count = seed % 3;
        options.slots = slots;
        options.slot_count = draw_slots(slots, seed);
        find_people(&all, school, groups, options.group_count);
        assert_int_equal(schakel_timing_make(school, &options, &timing, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_timing_count(timing), options.slot_count);
        assert_int_equal(schakel_timing_get_people(timing, &found), SCHAKEL_OK);
        assert_int_equal(found.adults, all.count);
        assert_int_equal(found.families, count_bits(all.all_families));
        int64_t last = INT64_MAX;
        for (size_t rank = 0; rank < options.slot_count; rank++) {
            schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
            schakel_timing_get(timing, rank, &row);
            assert_memory_equal(&row.slot, &slots[row.slot_index], sizeof row.slot);
            expect_row(&all, timing, rank, &row);
            assert_true(worth(&row) < last);
            last = worth(&row);
        }
        list_moments(timing, first, sizeof first);
        schakel_timing_destroy(timing);
        assert_int_equal(schakel_timing_make(other, &options, &timing, NULL), SCHAKEL_OK);
        list_moments(timing, second, sizeof second);
        assert_string_equal(first, second);
        schakel_timing_destroy(timing);
        schakel_school_destroy(school);
        schakel_school_destroy(other);
    }
}

/* ------------------------------------------------------------------- errors */

typedef struct wrong {
    schakel_timing_options options;
    schakel_status status;
    const char *path, *says;
} wrong;

static void wrong_options_say_where(void **state)
{
    static const char *const nowhere[] = {"g9"}, *const nothing[] = {NULL};
    static schakel_slot too_many[SCHAKEL_SLOTS_MAX + 1];
    static const schakel_slot no_day[] = {{TUESDAY, 60, 120}, {SCHAKEL_NO_DATE, 60, 120}};
    static const schakel_slot backward[] = {{TUESDAY, 120, 120}}, late[] = {{TUESDAY, 1400, 1441}},
                              early[] = {{TUESDAY, -1, 60}};
    enum { S = sizeof(schakel_timing_options) };
    static const wrong cases[] = {
        {{S, SCHAKEL_NO_DATE, NULL, NULL, 0, shift_slots, 4}, SCHAKEL_INVALID, "/today", "a date"},
        {{S, TODAY, "nothing", NULL, 0, shift_slots, 4}, SCHAKEL_NOT_FOUND, "/activity", "\"nothing\""},
        {{S, TODAY, NULL, nowhere, 1, shift_slots, 4}, SCHAKEL_NOT_FOUND, "/groups/0", "\"g9\""},
        {{S, TODAY, "evening", nowhere, 1, shift_slots, 4}, SCHAKEL_INVALID, "/groups", "none"},
        {{S, TODAY, NULL, nothing, 1, shift_slots, 4}, SCHAKEL_MISUSE, "", "each group"},
        {{S, TODAY, NULL, NULL, 1, shift_slots, 4}, SCHAKEL_MISUSE, "", "the groups"},
        {{S, TODAY, NULL, NULL, 0, NULL, 1}, SCHAKEL_MISUSE, "", "the moments"},
        {{S, TODAY, NULL, NULL, 0, NULL, 0}, SCHAKEL_INVALID, "/slots", "there is no activity"},
        {{S, TODAY, "evening", NULL, 0, NULL, 0}, SCHAKEL_INVALID, "/slots", "no time of its own"},
        {{S, TODAY, NULL, NULL, 0, too_many, SCHAKEL_SLOTS_MAX + 1},
         SCHAKEL_TOO_LARGE,
         "/slots",
         "at most 256"},
        {{S, TODAY, NULL, NULL, 0, no_day, 2}, SCHAKEL_INVALID, "/slots/1", "a date"},
        {{S, TODAY, NULL, NULL, 0, backward, 1}, SCHAKEL_INVALID, "/slots/0", "120 to 120"},
        {{S, TODAY, NULL, NULL, 0, late, 1}, SCHAKEL_INVALID, "/slots/0", "1400 to 1441"},
        {{S, TODAY, NULL, NULL, 0, early, 1}, SCHAKEL_INVALID, "/slots/0", "-1 to 60"},
        {{1, TODAY, NULL, NULL, 0, shift_slots, 4}, SCHAKEL_MISUSE, "", "options"},
    };
    schakel_school *school = school_in_shifts(0);
    (void)state;
    add_activity(school, SCHAKEL_AUDIENCE_PARENTS, SCHAKEL_NO_TIME);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_timing *timing = (schakel_timing *)school;
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_timing_make(school, &cases[i].options, &timing, &error), cases[i].status);
        assert_null(timing);
        assert_int_equal(error.status, cases[i].status);
        assert_string_equal(error.path, cases[i].path);
        if (strstr(error.message, cases[i].says) == NULL)
            fail_msg("\"%s\" does not say \"%s\"", error.message, cases[i].says);
    }
    schakel_school_destroy(school);
}

/* The most moments there may be. */
static void as_many_slots_as_there_may_be(void **state)
{
    static schakel_slot slots[SCHAKEL_SLOTS_MAX];
    schakel_school *school = school_in_shifts(0);
    (void)state;
    for (int i = 0; i < SCHAKEL_SLOTS_MAX; i++)
        slots[i] = (schakel_slot){TUESDAY + i, 19 * 60, 20 * 60};
    schakel_timing *timing = time_slots(school, slots, SCHAKEL_SLOTS_MAX);
    schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
    assert_int_equal(schakel_timing_count(timing), SCHAKEL_SLOTS_MAX);
    /* The first Thursday: mum1, dad2, mum4, aunt4 and guard5. */
    schakel_timing_get(timing, 0, &row);
    assert_int_equal(row.slot_index, 2);
    assert_int_equal(row.families, 4);
    assert_int_equal(row.adults, 5);
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

static void misuse_is_said_and_shorter_records_are_filled(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots, SHIFT_SLOTS);
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    schakel_timing_people all = SCHAKEL_TIMING_PEOPLE_INIT;
    schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
    schakel_timing *none = timing;
    (void)state;
    assert_int_equal(schakel_timing_make(NULL, &options, &none, NULL), SCHAKEL_MISUSE);
    assert_null(none);
    assert_int_equal(schakel_timing_make(school, NULL, &none, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_make(school, &options, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_get_people(NULL, &all), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_get_people(timing, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_get(NULL, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_get(timing, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_get(timing, SHIFT_SLOTS, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_count(NULL), 0);
    assert_int_equal(schakel_timing_shut_out_count(NULL, 0), 0);
    assert_int_equal(schakel_timing_shut_out_count(timing, SHIFT_SLOTS), 0);
    assert_null(schakel_timing_shut_out(NULL, 0, 0));
    assert_null(schakel_timing_shut_out(timing, SHIFT_SLOTS, 0));
    schakel_timing_destroy(NULL);
    all.struct_size = offsetof(schakel_timing_people, mothers);
    assert_int_equal(schakel_timing_get_people(timing, &all), SCHAKEL_OK);
    assert_int_equal(all.adults, 7);
    assert_int_equal(all.mothers, 0);
    row.struct_size = offsetof(schakel_timing_row, adults);
    assert_int_equal(schakel_timing_get(timing, 0, &row), SCHAKEL_OK);
    assert_int_equal(row.families, 4);
    assert_int_equal(row.adults, 0);
    all.struct_size = row.struct_size = 1;
    assert_int_equal(schakel_timing_get_people(timing, &all), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_get(timing, 0, &row), SCHAKEL_MISUSE);
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_school_in_shifts),
        cmocka_unit_test(only_the_groups_that_are_asked),
        cmocka_unit_test(ties_go_to_the_earliest),
        cmocka_unit_test(fathers_and_mothers_are_weighed),
        cmocka_unit_test(the_exceptions_of_the_year_count),
        cmocka_unit_test(nobody_to_invite),
        cmocka_unit_test(S2_a_moment_is_held_against_working_hours),
        cmocka_unit_test(S4_a_fathers_evening_names_the_father_on_evening_shift),
        cmocka_unit_test(S13_a_student_chooses_who_is_counted),
        cmocka_unit_test(random_schools_are_counted_right),
        cmocka_unit_test(wrong_options_say_where),
        cmocka_unit_test(as_many_slots_as_there_may_be),
        cmocka_unit_test(misuse_is_said_and_shorter_records_are_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
