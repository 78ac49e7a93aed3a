/* Every allocation of a bridge fails in turn, as do those of showing and writing it; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"
#include "schakel/present.h"

enum { HELPERS = 40 };

/* A mother, and so many who could interpret, half of whom have a tie to her child. */
static schakel_status fill(schakel_school *school)
{
    static const char *const concept_id = "schakel:interpreter";
    const schakel_language_skill languages[] = {{"tr", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_A1},
                                                {"ar", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_A1},
                                                {"nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_A1}};
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    child.id = staff.id = "one";
    staff.languages = languages;
    staff.language_count = 2;
    schakel_status status = schakel_school_add_child(school, &child, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_staff(school, &staff, NULL);
    for (int i = 0; i <= HELPERS && status == SCHAKEL_OK; i++) {
        char id[16];
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        snprintf(id, sizeof id, "adult-%d", i);
        adult.id = tie.adult_id = offer.id = offer.adult_id = id;
        adult.languages = languages;
        adult.language_count = i == 0 ? 2 : 3;
        tie.child_id = "one";
        offer.concept_ids = &concept_id;
        offer.concept_count = 1;
        status = schakel_school_add_adult(school, &adult, NULL);
        if (status == SCHAKEL_OK && i % 2 == 0)
            status = schakel_school_add_tie(school, &tie, NULL);
        if (status == SCHAKEL_OK && i % 2 == 1)
            status = schakel_school_add_offer(school, &offer, NULL);
    }
    return status;
}

static schakel_status make_plan(schakel_school *school, schakel_bridge_plan **plan)
{
    static const char *const adults[] = {"adult-0"}, *const staff[] = {"one"};
    schakel_bridge_options options = SCHAKEL_BRIDGE_OPTIONS_INIT;
    options.adult_ids = adults;
    options.staff_ids = staff;
    options.adult_count = options.staff_count = 1;
    options.date = 20781;
    schakel_status status = schakel_bridge_plan_make(school, &options, plan, NULL);
    if ((status == SCHAKEL_OK) != (*plan != NULL) ||
        (*plan != NULL && schakel_bridge_plan_way_count(*plan) != HELPERS + 6))
        return SCHAKEL_MISUSE;
    return status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_bridge_plan *plan = NULL;
    char *text = NULL, *json = NULL;
    (void)context;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school);
    if (status == SCHAKEL_OK)
        status = make_plan(school, &plan);
    if (status == SCHAKEL_OK) {
        status = schakel_present_bridge_plan(plan, school, NULL, &text, NULL, NULL);
        if ((status == SCHAKEL_OK) != (text != NULL))
            status = SCHAKEL_MISUSE;
    }
    if (status == SCHAKEL_OK) {
        status = schakel_bridge_plan_to_json(plan, SCHAKEL_DUTCH, &json, NULL, NULL);
        if ((status == SCHAKEL_OK) != (json != NULL))
            status = SCHAKEL_MISUSE;
    }
    schakel_buffer_free(text);
    schakel_buffer_free(json);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
    return status;
}

static void a_bridge_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bridge_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
