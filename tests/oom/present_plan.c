/* Every allocation fails in turn while a plan and its calendar are made and shown; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "oom/failing.h"
#include "schakel/present.h"

/* Seven adults who can do it, three who are wanted. */
static schakel_status fill(schakel_school *school)
{
    static const char *const concept_id = "concept";
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    concept_.id = place.concept_id = concept_id;
    need.id = place.need_id = "need";
    need.date = 20030;
    place.id = "place";
    place.count = 3;
    schakel_status status = schakel_school_add_concept(school, &concept_, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_need(school, &need, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_place(school, &place, NULL);
    for (int i = 0; i < 7 && status == SCHAKEL_OK; i++) {
        const char id[] = {(char)('a' + i), '\0'};
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        adult.id = offer.id = offer.adult_id = id;
        offer.concept_ids = &concept_id;
        offer.concept_count = 1;
        status = schakel_school_add_adult(school, &adult, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_offer(school, &offer, NULL);
    }
    return status;
}

static schakel_status show(const schakel_allocator *allocator, void *context)
{
    static const schakel_planned planned[] = {{"need", "place", "a"}, {"need", "place", "z"}};
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_school *school = NULL;
    schakel_matching *matching = NULL;
    schakel_calendar *calendar = NULL;
    char *plan = NULL, *dates = NULL;
    options.today = 20000;
    options.planned = planned;
    options.planned_count = 2;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school);
    if (status == SCHAKEL_OK)
        status = schakel_match(school, &options, &matching, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_matching(matching, school, context, &plan, NULL, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_calendar_make(matching, school, NULL, &calendar, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_calendar(calendar, school, context, &dates, NULL, NULL);
    schakel_buffer_free(dates);
    schakel_buffer_free(plan);
    schakel_calendar_destroy(calendar);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    return status;
}

static void plans_survive(void **state)
{
    schakel_present_options text = SCHAKEL_PRESENT_OPTIONS_INIT, html = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    html.format = SCHAKEL_FORMAT_HTML;
    assert_true(failing_every_request(show, &text));
    assert_true(failing_every_request(show, &html));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(plans_survive)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
