/* Every allocation of a grouping fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"

enum { PEOPLE = 7 };

static schakel_status fill(schakel_school *school, char ids[PEOPLE][8])
{
    static const schakel_language_skill skill = {"ar", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
    static const char *const concepts[] = {"k"};
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    concept_.id = "k";
    schakel_status status = schakel_school_add_concept(school, &concept_, NULL);
    for (size_t i = 0; i < PEOPLE && status == SCHAKEL_OK; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        snprintf(ids[i], sizeof ids[i], "a%zu", i);
        adult.id = offer.id = offer.adult_id = ids[i];
        adult.languages = &skill;
        adult.language_count = i % 2;
        offer.concept_ids = concepts;
        offer.concept_count = 1;
        status = schakel_school_add_adult(school, &adult, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_offer(school, &offer, NULL);
    }
    return status;
}

static schakel_status make_groups(const schakel_allocator *allocator, void *context)
{
    char ids[PEOPLE][8];
    const char *all[PEOPLE];
    schakel_school *school = NULL;
    schakel_grouping *grouping = NULL;
    char *json = NULL;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school, ids);
    for (size_t i = 0; i < PEOPLE; i++)
        all[i] = ids[i];
    schakel_grouping_options options = SCHAKEL_GROUPING_OPTIONS_INIT;
    options.low = 2;
    options.high = 3;
    options.mix = SCHAKEL_MIX_ALIKE;
    options.adult_ids = options.host_ids = all;
    options.adult_count = PEOPLE;
    options.host_count = 2;
    options.effort = *(int32_t *)context;
    if (status == SCHAKEL_OK) {
        status = schakel_grouping_make(school, &options, &grouping, NULL);
        assert_true((status == SCHAKEL_OK) == (grouping != NULL));
    }
    if (status == SCHAKEL_OK)
        status = schakel_grouping_to_json(grouping, &json, NULL, NULL);
    schakel_buffer_free(json);
    schakel_grouping_destroy(grouping);
    schakel_school_destroy(school);
    return status;
}

static void groups_survive(void **state)
{
    int32_t little = 1, enough = 100000;
    (void)state;
    assert_true(failing_every_request(make_groups, &little));
    assert_true(failing_every_request(make_groups, &enough));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(groups_survive)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
