/* Moments that together reach as many as possible: worked out by hand, and against every choice on random schools. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/timing_build.h"

static schakel_spread *spread_over(const schakel_timing *timing, schakel_spread_each each, int32_t times)
{
    schakel_spread_options options = SCHAKEL_SPREAD_OPTIONS_INIT;
    schakel_spread *spread = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    options.each = each;
    options.times = times;
    if (schakel_spread_make(timing, &options, &spread, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return spread;
}

/* "6/7 <=7 fewest 2 proven: slot 0 +4 of 4, slot 3 +2 of 5; missed mum2" */
static void list_spread(const schakel_spread *spread, char *out, size_t size)
{
    schakel_spread_summary all = SCHAKEL_SPREAD_SUMMARY_INIT;
    assert_int_equal(schakel_spread_get_summary(spread, &all), SCHAKEL_OK);
    size_t used = (size_t)snprintf(out, size, "%zu/%zu <=%zu fewest %zu %s:", all.reached, all.people,
                                   all.bound, all.fewest, all.optimal ? "proven" : "found");
    for (size_t i = 0; i < schakel_spread_count(spread); i++) {
        schakel_spread_moment moment = SCHAKEL_SPREAD_MOMENT_INIT;
        assert_int_equal(schakel_spread_get(spread, i, &moment), SCHAKEL_OK);
        used += (size_t)snprintf(out + used, size - used, " slot %zu +%zu of %zu,", moment.slot_index,
                                 moment.first_time, moment.can_come);
    }
    used += (size_t)snprintf(out + used, size - used, " missed");
    for (size_t i = 0; i < schakel_spread_missed_count(spread); i++)
        used += (size_t)snprintf(out + used, size - used, " %s", schakel_spread_missed(spread, i));
    assert_null(schakel_spread_missed(spread, schakel_spread_missed_count(spread)));
    assert_true(used < size);
}

static void expect_spread(const schakel_timing *timing, schakel_spread_each each, int32_t times,
                          const char *expected)
{
    char found[1000];
    schakel_spread *spread = spread_over(timing, each, times);
    list_spread(spread, found, sizeof found);
    assert_string_equal(found, expected);
    schakel_spread_destroy(spread);
}

/* ----------------------------------------------------------------- by hand */

static void adults_of_a_school_in_shifts(void **state)
{
    (void)state;
    for (size_t turn = 0; turn < 7; turn++) {
        schakel_school *school = school_in_shifts(turn);
        schakel_timing *timing = time_slots(school, shift_slots, SHIFT_SLOTS);
        /* mum1 needs Tuesday evening and mum2 Saturday; of the other two, Thursday brings more people. */
        expect_spread(timing, SCHAKEL_SPREAD_ADULTS, 0,
                      "7/7 <=7 fewest 3 proven: slot 0 +4 of 4, slot 3 +2 of 5, slot 2 +1 of 4, missed");
        expect_spread(timing, SCHAKEL_SPREAD_ADULTS, 1,
                      "5/7 <=5 fewest 0 proven: slot 3 +5 of 5, missed mum1 mum2");
        expect_spread(timing, SCHAKEL_SPREAD_ADULTS, 2,
                      "6/7 <=6 fewest 0 proven: slot 0 +4 of 4, slot 3 +2 of 5, missed mum2");
        expect_spread(timing, SCHAKEL_SPREAD_ADULTS, 256,
                      "7/7 <=7 fewest 0 proven: slot 0 +4 of 4, slot 3 +2 of 5, slot 2 +1 of 4, missed");
        schakel_timing_destroy(timing);
        schakel_school_destroy(school);
    }
}

/* Somebody of each family is enough: parents who live apart are one family as long as they share a child. */
static void families_of_a_school_in_shifts(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots, SHIFT_SLOTS);
    (void)state;
    expect_spread(timing, SCHAKEL_SPREAD_FAMILIES, 0, "4/4 <=4 fewest 1 proven: slot 3 +4 of 4, missed");
    schakel_timing_destroy(timing);
    timing = time_slots(school, shift_slots, 3);
    expect_spread(timing, SCHAKEL_SPREAD_FAMILIES, 0,
                  "4/4 <=4 fewest 2 proven: slot 0 +3 of 3, slot 1 +1 of 3, missed");
    expect_spread(timing, SCHAKEL_SPREAD_FAMILIES, 1,
                  "3/4 <=3 fewest 0 proven: slot 0 +3 of 3, missed guard5");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* Who can come at none of the moments is missed whatever is chosen, and asks for no moment. */
static void who_can_never_come_is_missed(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots + 3, 1);
    (void)state;
    expect_spread(timing, SCHAKEL_SPREAD_ADULTS, 0,
                  "5/7 <=5 fewest 1 proven: slot 0 +5 of 5, missed mum1 mum2");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

static void nobody_to_reach(void **state)
{
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    schakel_timing *timing = time_slots(school, shift_slots, SHIFT_SLOTS);
    (void)state;
    expect_spread(timing, SCHAKEL_SPREAD_ADULTS, 0, "0/0 <=0 fewest 0 proven: missed");
    expect_spread(timing, SCHAKEL_SPREAD_FAMILIES, 3, "0/0 <=0 fewest 0 proven: missed");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ stories */

/* Instead of one evening at which the same parents come, a school plans two and reaches every family. */
static void S13_two_moments_reach_who_one_evening_never_reaches(void **state)
{
    static const schakel_slot slots[] = {
        {TUESDAY, 1170, 1260}, {TUESDAY + 7, 1170, 1260}, {TUESDAY + 15, 510, 570}};
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    (void)state;
    add_adult(school, "nurse", WORKDAYS, 480, 900, NULL); /* works evenings */
    add_adult(school, "baker", WORKDAYS, 900, 1380, NULL);
    add_adult(school, "clerk", WORKDAYS, 1080, 1380, NULL);
    for (int i = 0; i < 3; i++) {
        static const char *const children[] = {"c1", "c2", "c3"}, *const adults[] = {"nurse", "baker",
                                                                                     "clerk"};
        add_child(school, children[i], NULL);
        add_tie(school, children[i], adults[i], SCHAKEL_TIE_PARENT);
    }
    schakel_timing *timing = time_slots(school, slots, 3);
    expect_spread(timing, SCHAKEL_SPREAD_FAMILIES, 2,
                  "3/3 <=3 fewest 0 proven: slot 0 +2 of 2, slot 2 +1 of 1, missed");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* Fathers' evenings on other days reach no more when a father works every evening: he is named, to be asked apart. */
static void S4_a_father_who_can_never_come_is_asked_apart(void **state)
{
    static const schakel_slot slots[] = {
        {TUESDAY, 1170, 1260}, {TUESDAY + 3, 1170, 1260}, {TUESDAY + 4, 600, 720}};
    schakel_school *school = school_in_shifts(0);
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    schakel_timing *timing = NULL;
    (void)state;
    activity.id = "fathers";
    activity.why = "vaders willen elkaar spreken";
    activity.audience = SCHAKEL_AUDIENCE_FATHERS;
    activity.date = TUESDAY;
    TELL(school, activity, &activity);
    options.today = TODAY;
    options.activity_id = "fathers";
    options.slots = slots;
    options.slot_count = 3;
    assert_int_equal(schakel_timing_make(school, &options, &timing, NULL), SCHAKEL_OK);
    /* dad1 works every evening of the week. */
    expect_spread(timing, SCHAKEL_SPREAD_ADULTS, 0, "1/2 <=1 fewest 1 proven: slot 0 +1 of 1, missed dad1");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* --------------------------------------------------------------- at random */

typedef struct choice {
    uint32_t set; /* slots as bits */
    size_t reached, times, count;
} choice;

/* What a choice brings, to each adult or to each family. */
static choice choice_of(const people *all, const schakel_slot *slots, size_t slot_count, uint32_t set,
                        schakel_spread_each each)
{
    choice c = {set, 0, 0, count_bits(set)};
    uint32_t reached = 0;
    for (size_t slot = 0; slot < slot_count; slot++) {
        uint32_t then = 0;
        for (size_t i = 0; (set >> slot & 1) && i < all->count; i++)
            if (can_come(&all->adults[i], &slots[slot]))
                then |= each == SCHAKEL_SPREAD_ADULTS ? UINT32_C(1) << i : all->families[i];
        reached |= then;
        c.times += count_bits(then);
    }
    c.reached = count_bits(reached);
    return c;
}

static int is_better(const choice *a, const choice *b)
{
    if (a->reached != b->reached)
        return a->reached > b->reached;
    if (a->count != b->count)
        return a->count < b->count;
    if (a->times != b->times)
        return a->times > b->times;
    uint32_t differ = a->set ^ b->set;
    return (a->set & differ & (~differ + 1)) != 0;
}

static choice best_choice(const people *all, const schakel_slot *slots, size_t slot_count,
                          schakel_spread_each each, size_t most)
{
    choice best = choice_of(all, slots, slot_count, 0, each);
    for (uint32_t set = 1; set < UINT32_C(1) << slot_count; set++) {
        choice c = choice_of(all, slots, slot_count, set, each);
        if (c.count <= most && is_better(&c, &best))
            best = c;
    }
    return best;
}

/* Each moment once, by time, with who comes for the first time; and who is missed. */
static void expect_list(const schakel_spread *spread, const people *all, const schakel_slot *slots,
                        size_t slot_count, schakel_spread_each each, const choice *best)
{
    uint32_t set = 0;
    size_t missed = 0;
    for (size_t i = 0; i < schakel_spread_count(spread); i++) {
        schakel_spread_moment moment = SCHAKEL_SPREAD_MOMENT_INIT, next = SCHAKEL_SPREAD_MOMENT_INIT;
        schakel_spread_get(spread, i, &moment);
        assert_memory_equal(&moment.slot, &slots[moment.slot_index], sizeof moment.slot);
        size_t before = choice_of(all, slots, slot_count, set, each).reached;
        set |= UINT32_C(1) << moment.slot_index;
        assert_int_equal(moment.first_time, choice_of(all, slots, slot_count, set, each).reached - before);
        assert_int_equal(moment.can_come,
                         choice_of(all, slots, slot_count, UINT32_C(1) << moment.slot_index, each).reached);
        if (schakel_spread_get(spread, i + 1, &next) == SCHAKEL_OK)
            assert_true(next.slot.date > moment.slot.date ||
                        (next.slot.date == moment.slot.date && next.slot.start >= moment.slot.start));
    }
    assert_int_equal(set, best->set);
    uint32_t families = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < all->count; i++) {
            int can = 0;
            for (size_t slot = 0; slot < slot_count; slot++)
                can |= (set >> slot & 1) && can_come(&all->adults[i], &slots[slot]);
            if (pass == 0)
                families |= can ? all->families[i] : 0;
            else if (each == SCHAKEL_SPREAD_ADULTS ? !can : (all->families[i] & ~families) != 0)
                assert_string_equal(schakel_spread_missed(spread, missed++), all->adults[i].id);
        }
    assert_int_equal(schakel_spread_missed_count(spread), missed);
}

static void no_choice_on_random_schools_is_better(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 15 * EFFORT; seed++) {
        schakel_slot slots[MOST_SLOTS];
        size_t slot_count = draw_slots(slots, seed);
        schakel_school *school = draw_school(seed, (uint32_t)(seed % 3));
        schakel_timing *timing = time_slots(school, slots, slot_count);
        people all;
        find_people(&all, school, NULL, 0);
        for (int each = SCHAKEL_SPREAD_ADULTS; each <= SCHAKEL_SPREAD_FAMILIES; each++)
            for (int32_t times = 0; times <= 3; times++) {
                choice best = best_choice(&all, slots, slot_count, (schakel_spread_each)each,
                                          times == 0 ? slot_count : (size_t)times);
                schakel_spread *spread = spread_over(timing, (schakel_spread_each)each, times);
                schakel_spread_summary found = SCHAKEL_SPREAD_SUMMARY_INIT;
                schakel_spread_get_summary(spread, &found);
                assert_int_equal(found.people,
                                 each == SCHAKEL_SPREAD_ADULTS ? all.count : count_bits(all.all_families));
                assert_int_equal(found.reached, best.reached);
                assert_int_equal(found.bound, best.reached);
                assert_int_equal(found.fewest, times == 0 ? best.count : 0);
                assert_int_equal(found.optimal, 1);
                assert_int_equal(found.each, each);
                expect_list(spread, &all, slots, slot_count, (schakel_spread_each)each, &best);
                schakel_spread_destroy(spread);
            }
        schakel_timing_destroy(timing);
        schakel_school_destroy(school);
    }
}

static void the_order_of_adding_does_not_matter(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 5 * EFFORT; seed++) {
        char found[2][1000];
        schakel_slot slots[MOST_SLOTS];
        size_t slot_count = draw_slots(slots, seed);
        for (uint32_t turn = 0; turn < 2; turn++) {
            schakel_school *school = draw_school(seed, turn * 2);
            schakel_timing *timing = time_slots(school, slots, slot_count);
            schakel_spread *spread =
                spread_over(timing, (schakel_spread_each)(seed % 2), (int32_t)(seed % 3));
            list_spread(spread, found[turn], sizeof found[turn]);
            schakel_spread_destroy(spread);
            schakel_timing_destroy(timing);
            schakel_school_destroy(school);
        }
        assert_string_equal(found[0], found[1]);
    }
}

/* With one branch the answer may not be the best, and says so; its bounds hold. */
static void a_limit_of_effort_is_told(void **state)
{
    schakel_slot slots[12];
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    schakel_spread_options options = SCHAKEL_SPREAD_OPTIONS_INIT;
    schakel_spread_summary limited = SCHAKEL_SPREAD_SUMMARY_INIT, all = SCHAKEL_SPREAD_SUMMARY_INIT;
    schakel_spread *spread = NULL;
    uint64_t seed = 5;
    (void)state;
    for (int i = 0; i < 12; i++)
        slots[i] = (schakel_slot){TUESDAY, i * 60, i * 60 + 60};
    add_child(school, "c", NULL);
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
    schakel_timing *timing = time_slots(school, slots, 12);
    options.max_nodes = 1;
    assert_int_equal(schakel_spread_make(timing, &options, &spread, NULL), SCHAKEL_OK);
    schakel_spread_get_summary(spread, &limited);
    size_t limited_count = schakel_spread_count(spread);
    schakel_spread_destroy(spread);
    assert_int_equal(schakel_spread_make(timing, NULL, &spread, NULL), SCHAKEL_OK);
    schakel_spread_get_summary(spread, &all);
    assert_int_equal(limited.optimal, 0);
    assert_int_equal(all.optimal, 1);
    assert_int_equal(limited.reached, all.reached);
    assert_true(limited.fewest <= all.fewest && all.fewest == schakel_spread_count(spread));
    assert_true(limited.fewest <= limited_count && limited_count >= all.fewest);
    schakel_spread_destroy(spread);
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------- errors */

static void wrong_options_say_where(void **state)
{
    enum { S = sizeof(schakel_spread_options) };
    static const struct {
        schakel_spread_options options;
        schakel_status status;
        const char *path;
    } cases[] = {{{S, (schakel_spread_each)2, 0, 1}, SCHAKEL_INVALID, "/each"},
                 {{S, SCHAKEL_SPREAD_ADULTS, -1, 1}, SCHAKEL_INVALID, "/times"},
                 {{S, SCHAKEL_SPREAD_ADULTS, 257, 1}, SCHAKEL_INVALID, "/times"},
                 {{S, SCHAKEL_SPREAD_ADULTS, 0, 0}, SCHAKEL_INVALID, "/max_nodes"},
                 {{1, SCHAKEL_SPREAD_ADULTS, 0, 1}, SCHAKEL_MISUSE, ""}};
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots, SHIFT_SLOTS);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_spread *spread = (schakel_spread *)timing;
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_spread_make(timing, &cases[i].options, &spread, &error), cases[i].status);
        assert_null(spread);
        assert_string_equal(error.path, cases[i].path);
        assert_true(strstr(error.message, "expected") != NULL);
    }
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

static void misuse_is_said_and_shorter_records_are_filled(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots, SHIFT_SLOTS);
    schakel_spread *spread = spread_over(timing, SCHAKEL_SPREAD_ADULTS, 0), *none = spread;
    schakel_spread_summary all = SCHAKEL_SPREAD_SUMMARY_INIT;
    schakel_spread_moment moment = SCHAKEL_SPREAD_MOMENT_INIT;
    (void)state;
    assert_int_equal(schakel_spread_make(NULL, NULL, &none, NULL), SCHAKEL_MISUSE);
    assert_null(none);
    assert_int_equal(schakel_spread_make(timing, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_spread_get_summary(NULL, &all), SCHAKEL_MISUSE);
    assert_int_equal(schakel_spread_get_summary(spread, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_spread_get(NULL, 0, &moment), SCHAKEL_MISUSE);
    assert_int_equal(schakel_spread_get(spread, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_spread_get(spread, 3, &moment), SCHAKEL_MISUSE);
    assert_int_equal(schakel_spread_count(NULL), 0);
    assert_int_equal(schakel_spread_missed_count(NULL), 0);
    assert_null(schakel_spread_missed(NULL, 0));
    schakel_spread_destroy(NULL);
    all.struct_size = offsetof(schakel_spread_summary, bound);
    assert_int_equal(schakel_spread_get_summary(spread, &all), SCHAKEL_OK);
    assert_int_equal(all.reached, 7);
    assert_int_equal(all.bound, 0);
    moment.struct_size = offsetof(schakel_spread_moment, first_time);
    assert_int_equal(schakel_spread_get(spread, 0, &moment), SCHAKEL_OK);
    assert_int_equal(moment.can_come, 4);
    assert_int_equal(moment.first_time, 0);
    all.struct_size = moment.struct_size = 1;
    assert_int_equal(schakel_spread_get_summary(spread, &all), SCHAKEL_MISUSE);
    assert_int_equal(schakel_spread_get(spread, 0, &moment), SCHAKEL_MISUSE);
    schakel_spread_destroy(spread);
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adults_of_a_school_in_shifts),
        cmocka_unit_test(families_of_a_school_in_shifts),
        cmocka_unit_test(who_can_never_come_is_missed),
        cmocka_unit_test(nobody_to_reach),
        cmocka_unit_test(S13_two_moments_reach_who_one_evening_never_reaches),
        cmocka_unit_test(S4_a_father_who_can_never_come_is_asked_apart),
        cmocka_unit_test(no_choice_on_random_schools_is_better),
        cmocka_unit_test(the_order_of_adding_does_not_matter),
        cmocka_unit_test(a_limit_of_effort_is_told),
        cmocka_unit_test(wrong_options_say_where),
        cmocka_unit_test(misuse_is_said_and_shorter_records_are_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
