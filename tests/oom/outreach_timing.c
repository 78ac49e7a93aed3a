/* Every allocation of a timing, a spread, a cover and what shows them fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"
#include "schakel/present.h"
#include "solve/cover.h"

enum { FIRST_DAY = 20697, SLOTS = 6 };

/* Adults who can each come in an hour or two, with a child each. */
static schakel_status fill(schakel_school *school, int count)
{
    schakel_status status = SCHAKEL_OK;
    for (int i = 0; i < count && status == SCHAKEL_OK; i++) {
        char id[32];
        schakel_window windows[] = {{0x7F, i % SLOTS * 60, i % SLOTS * 60 + 60},
                                    {0x7F, i * 5 % SLOTS * 60, i * 5 % SLOTS * 60 + 60}};
        snprintf(id, sizeof id, "adult-%d", i);
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = id;
        adult.windows = windows;
        adult.window_count = 2;
        schakel_child child = SCHAKEL_CHILD_INIT;
        child.id = id;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = tie.adult_id = id;
        status = schakel_school_add_adult(school, &adult, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_child(school, &child, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_tie(school, &tie, NULL);
    }
    return status;
}

/* Both as JSON and as text. */
static schakel_status show(const schakel_timing *timing, const schakel_spread *spread,
                           const schakel_school *school)
{
    char *text = NULL;
    size_t length = 0;
    schakel_status status = schakel_timing_to_json(timing, &text, &length, NULL);
    schakel_buffer_free(text);
    text = NULL;
    if (status == SCHAKEL_OK)
        status = schakel_spread_to_json(spread, &text, &length, NULL);
    schakel_buffer_free(text);
    text = NULL;
    if (status == SCHAKEL_OK)
        status = schakel_present_timing(timing, spread, school, NULL, &text, &length, NULL);
    schakel_buffer_free(text);
    return status;
}

static schakel_status time_and_spread(const schakel_school *school)
{
    schakel_slot slots[SLOTS];
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    schakel_timing *timing = NULL;
    schakel_status status;
    for (int i = 0; i < SLOTS; i++)
        slots[i] = (schakel_slot){FIRST_DAY + i, i * 60, i * 60 + 60};
    options.today = FIRST_DAY;
    options.slots = slots;
    options.slot_count = SLOTS;
    status = schakel_timing_make(school, &options, &timing, NULL);
    if ((status == SCHAKEL_OK) != (timing != NULL))
        status = SCHAKEL_MISUSE;
    for (int32_t each = 0; each < 2 && status == SCHAKEL_OK; each++) {
        schakel_spread *spread = NULL;
        schakel_spread_options spreading = SCHAKEL_SPREAD_OPTIONS_INIT;
        spreading.each = (schakel_spread_each)each;
        spreading.times = each * 2;
        status = schakel_spread_make(timing, &spreading, &spread, NULL);
        if ((status == SCHAKEL_OK) != (spread != NULL))
            status = SCHAKEL_MISUSE;
        if (status == SCHAKEL_OK)
            status = show(timing, spread, school);
        schakel_spread_destroy(spread);
    }
    schakel_timing_destroy(timing);
    return status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    (void)context;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school, 40);
    if (status == SCHAKEL_OK)
        status = time_and_spread(school);
    schakel_school_destroy(school);
    return status;
}

/* Enough for every stage of a search, and for one that is stopped. */
static schakel_status attempt_cover(const schakel_allocator *allocator, void *context)
{
    uint64_t elements[60], seed = 3;
    uint32_t chosen[12];
    const uint32_t *effort = context;
    for (size_t i = 0; i < 60; i++) {
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        elements[i] = seed >> 52 & seed >> 40 & 0xFFF;
    }
    sk_cover_problem problem = {12, 60, elements, 0, *effort};
    sk_cover_answer answer = {.chosen = chosen};
    return sk_cover_solve(&problem, allocator, &answer) ? SCHAKEL_OK : SCHAKEL_NO_MEMORY;
}

static void a_timing_or_spread_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt, NULL));
}

static void a_cover_without_memory_leaves_nothing_behind(void **state)
{
    uint32_t little = 1, much = 100000;
    (void)state;
    assert_true(failing_every_request(attempt_cover, &little));
    assert_true(failing_every_request(attempt_cover, &much));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_timing_or_spread_without_memory_leaves_nothing_behind),
        cmocka_unit_test(a_cover_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
