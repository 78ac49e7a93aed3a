/* Every allocation of a school fails in turn; nothing leaks and what was there stays. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "oom/failing.h"
#include "schakel/school.h"

/* Add one of everything that has lists, `count` times. The first failure decides. */
static schakel_status fill(schakel_school *school, int count)
{
    static const schakel_language_skill skills[] = {{"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_B1}};
    static const schakel_window windows[] = {{1, 540, 600}};
    static const schakel_exception exceptions[] = {{20000, 0, 1440, 0}};
    static const char *const concepts[] = {"k"}, *const tags[] = {"nl"}, *const staff_ids[] = {"s"};
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    staff.id = "s";
    schakel_group group = SCHAKEL_GROUP_INIT;
    group.id = "g";
    group.staff_ids = staff_ids;
    group.staff_count = 1;
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    static const char *const wordings[] = {"klussen", "doing odd jobs"};
    schakel_concept builtin = SCHAKEL_CONCEPT_INIT;
    concept_.id = "k";
    concept_.wordings = wordings;
    concept_.wording_count = 2;
    if (schakel_builtin_concept_get(0, &builtin) == SCHAKEL_OK) {
        concept_.broader_id = builtin.id;
        concept_.serves_ids = &builtin.id;
        concept_.serves_count = 1;
    }
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = info.year_end = 20000;
    schakel_status status = schakel_school_set_info(school, &info, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_staff(school, &staff, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_group(school, &group, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_concept(school, &concept_, NULL);
    for (int i = 0; i < count && status == SCHAKEL_OK; i++) {
        char id[16];
        snprintf(id, sizeof id, "i%d", i);
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = id;
        adult.languages = skills;
        adult.windows = windows;
        adult.exceptions = exceptions;
        adult.language_count = adult.window_count = adult.exception_count = 1;
        schakel_child child = SCHAKEL_CHILD_INIT;
        child.id = id;
        child.group_id = "g";
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = tie.adult_id = id;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        offer.id = offer.adult_id = id;
        offer.concept_ids = concepts;
        offer.languages = tags;
        offer.concept_count = offer.language_count = 1;
        schakel_need need = SCHAKEL_NEED_INIT;
        need.id = id;
        need.date = 20000;
        schakel_place place = SCHAKEL_PLACE_INIT;
        place.need_id = place.id = id;
        place.concept_id = "k";
        schakel_ask ask = SCHAKEL_ASK_INIT;
        ask.id = ask.adult_id = ask.need_id = ask.place_id = ask.offer_id = id;
        ask.date = 20000;
        size_t before = schakel_school_count(school, SCHAKEL_KIND_ADULT);
        status = schakel_school_add_adult(school, &adult, NULL);
        if (status != SCHAKEL_OK)
            assert_int_equal(schakel_school_count(school, SCHAKEL_KIND_ADULT), before);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_child(school, &child, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_tie(school, &tie, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_offer(school, &offer, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_need(school, &need, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_place(school, &place, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_ask(school, &ask, NULL);
    }
    return status;
}

static schakel_status build(const schakel_allocator *allocator, void *context)
{
    schakel_school *school;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school, *(const int *)context);
    schakel_school_destroy(school);
    return status;
}

static void building_a_school_survives_every_failure(void **state)
{
    (void)state;
    int count = 40;
    assert_true(failing_every_request(build, &count));
}

/* After a failure the same record can be added again. */
static void a_failed_add_changes_nothing(void **state)
{
    (void)state;
    for (size_t k = 1; k < 60; k++) {
        failing f = {0, 0, 0, 0, 0};
        schakel_allocator allocator = failing_allocator(&f);
        schakel_school *school;
        assert_int_equal(schakel_school_create(&allocator, &school, NULL), SCHAKEL_OK);
        f.fail_at = f.requests + k;
        size_t added = 0;
        for (int i = 0; i < 100; i++) {
            char id[16];
            snprintf(id, sizeof id, "a%d", i);
            schakel_adult adult = SCHAKEL_ADULT_INIT;
            adult.id = id;
            schakel_error error = SCHAKEL_ERROR_INIT;
            schakel_status status = schakel_school_add_adult(school, &adult, &error);
            if (status == SCHAKEL_NO_MEMORY) {
                assert_int_equal(error.status, SCHAKEL_NO_MEMORY);
                assert_int_equal(schakel_school_find(school, SCHAKEL_KIND_ADULT, id), SCHAKEL_NONE);
                status = schakel_school_add_adult(school, &adult, NULL);
            }
            assert_int_equal(status, SCHAKEL_OK);
            assert_int_equal(schakel_school_find(school, SCHAKEL_KIND_ADULT, id), added++);
        }
        schakel_school_destroy(school);
        assert_int_equal(f.live, 0);
    }
}

static void a_failed_replacement_changes_nothing(void **state)
{
    static char name[100000]; /* more than the school has lying ready */
    failing f = {0, 0, 0, 0, 0};
    schakel_allocator allocator = failing_allocator(&f);
    schakel_school *school;
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    (void)state;
    memset(name, 'a', sizeof name - 1);
    assert_int_equal(schakel_school_create(&allocator, &school, NULL), SCHAKEL_OK);
    adult.id = "a1";
    adult.name = "Marieke Korenaar";
    assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
    adult.name = name;
    f.fail_at = f.requests + 1;
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_ADULT, &adult, NULL), SCHAKEL_NO_MEMORY);
    assert_int_equal(schakel_school_get_adult(school, 0, &adult), SCHAKEL_OK);
    assert_string_equal(adult.name, "Marieke Korenaar");
    adult.name = name;
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_ADULT, &adult, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_get_adult(school, 0, &adult), SCHAKEL_OK);
    assert_string_equal(adult.name, name);
    schakel_school_destroy(school);
    assert_int_equal(f.live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(building_a_school_survives_every_failure),
        cmocka_unit_test(a_failed_add_changes_nothing),
        cmocka_unit_test(a_failed_replacement_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
