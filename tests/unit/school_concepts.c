/* The built-in concepts, whatever they are, and the records that refer to them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "schakel/schakel.h"
#include "school/builtin.h"

#define OK(call) assert_int_equal((call), SCHAKEL_OK)
#define UNKNOWN "schakel:no-such-concept"

enum { TODAY = 20000 };

static schakel_concept builtin_at(size_t index)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    OK(schakel_builtin_concept_get(index, &record));
    return record;
}

/* --------------------------------------------------------------- what they are */

static void ids_are_in_order_and_found(void **state)
{
    const char *before = "";
    (void)state;
    for (size_t i = 0; i < schakel_builtin_concept_count(); i++) {
        schakel_concept record = builtin_at(i);
        assert_true(strcmp(before, record.id) < 0);
        assert_memory_equal(record.id, "schakel:", strlen("schakel:"));
        assert_int_equal(schakel_builtin_concept_find(record.id), i);
        before = record.id;
    }
    static const char *const none[] = {"", "plumber", "schakel:", UNKNOWN, "schakel:\xFF", "schakel", NULL};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_int_equal(schakel_builtin_concept_find(none[i]), SCHAKEL_NONE);
}

static void labels_and_wordings_say_something(void **state)
{
    (void)state;
    for (size_t i = 0; i < schakel_builtin_concept_count(); i++) {
        schakel_concept record = builtin_at(i);
        assert_true(strlen(record.label_nl) > 0 && strlen(record.label_en) > 0);
        assert_null(record.extra);
        assert_int_equal(record.wordings == NULL, record.wording_count == 0);
        for (size_t j = 0; j < record.wording_count; j++) {
            assert_true(strlen(record.wordings[j]) > 0);
            for (size_t k = 0; k < j; k++)
                assert_string_not_equal(record.wordings[j], record.wordings[k]);
        }
    }
}

/* The one at the top, or none when the way up does not end. */
static size_t top_of(size_t index)
{
    for (size_t steps = 0; steps <= schakel_builtin_concept_count(); steps++) {
        const char *broader = builtin_at(index).broader_id;
        if (broader == NULL)
            return index;
        index = schakel_builtin_concept_find(broader);
        assert_true(index != SCHAKEL_NONE);
    }
    return SCHAKEL_NONE;
}

static void they_lead_to_each_other_and_not_round(void **state)
{
    (void)state;
    for (size_t i = 0; i < schakel_builtin_concept_count(); i++) {
        schakel_concept record = builtin_at(i);
        assert_true(top_of(i) != SCHAKEL_NONE);
        assert_int_equal(record.serves_ids == NULL, record.serves_count == 0);
        for (size_t j = 0; j < record.serves_count; j++) {
            size_t served = schakel_builtin_concept_find(record.serves_ids[j]);
            assert_true(served != SCHAKEL_NONE && served != i);
            const char *top = builtin_at(top_of(served)).id;
            assert_true(strcmp(top, "schakel:theme") == 0 || strcmp(top, "schakel:need") == 0);
            for (size_t k = 0; k < j; k++)
                assert_string_not_equal(record.serves_ids[j], record.serves_ids[k]);
        }
    }
}

static int is_among(const sk_builtin_links *links, size_t from, size_t other)
{
    for (uint32_t i = links->first[from]; i < links->first[from + 1]; i++)
        if (links->others[i] == other)
            return 1;
    return 0;
}

/* What is kept by index says what the ids say, in both directions. */
static void indexes_say_what_ids_say(void **state)
{
    size_t count = schakel_builtin_concept_count(), broader = 0, served = 0;
    (void)state;
    for (size_t i = 0; i < count; i++) {
        schakel_concept record = builtin_at(i);
        size_t up =
            record.broader_id == NULL ? SK_NO_BUILTIN : schakel_builtin_concept_find(record.broader_id);
        assert_int_equal(sk_builtin_broader[i], up);
        assert_true(record.broader_id == NULL || is_among(&sk_builtin_narrower, up, i));
        broader += record.broader_id != NULL;
        for (size_t j = 0; j < record.serves_count; j++) {
            size_t other = schakel_builtin_concept_find(record.serves_ids[j]);
            assert_true(is_among(&sk_builtin_served, i, other) && is_among(&sk_builtin_serving, other, i));
        }
        served += record.serves_count;
    }
    assert_int_equal(sk_builtin_narrower.first[count], broader);
    assert_int_equal(sk_builtin_served.first[count], served);
    assert_int_equal(sk_builtin_serving.first[count], served);
}

static void getting_asks_for_a_place_and_a_right_index(void **state)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    (void)state;
    assert_int_equal(schakel_builtin_concept_get(schakel_builtin_concept_count(), &record), SCHAKEL_MISUSE);
    assert_int_equal(schakel_builtin_concept_get(SCHAKEL_NONE, &record), SCHAKEL_MISUSE);
    assert_int_equal(schakel_builtin_concept_get(0, NULL), SCHAKEL_MISUSE);
    record.struct_size = 0;
    assert_int_equal(schakel_builtin_concept_get(0, &record), SCHAKEL_MISUSE);
    assert_null(record.id);
}

/* A program that was built before a concept had wordings. */
static void an_older_record_is_filled_as_far_as_it_goes(void **state)
{
    static const char *const untouched[] = {"untouched"};
    (void)state;
    if (schakel_builtin_concept_count() == 0)
        skip();
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    record.struct_size = offsetof(schakel_concept, wordings);
    record.wordings = untouched;
    record.wording_count = 7;
    OK(schakel_builtin_concept_get(0, &record));
    assert_string_equal(record.id, builtin_at(0).id);
    assert_ptr_equal(record.wordings, untouched);
    assert_int_equal(record.wording_count, 7);
    assert_int_equal(record.struct_size, offsetof(schakel_concept, wordings));
}

/* --------------------------------------------------------- what refers to them */

static schakel_school *new_school(void)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    OK(schakel_school_create(NULL, &school, NULL));
    info.id = "school";
    info.year_start = info.year_end = TODAY;
    OK(schakel_school_set_info(school, &info, NULL));
    adult.id = "anna";
    OK(schakel_school_add_adult(school, &adult, NULL));
    adult.id = "bea";
    OK(schakel_school_add_adult(school, &adult, NULL));
    need.id = "n";
    need.date = TODAY;
    OK(schakel_school_add_need(school, &need, NULL));
    return school;
}

static schakel_status add_concept(schakel_school *school, const char *broader_id, const char *serves_id,
                                  const char *also_serves_id, schakel_error *error)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    const char *serves[] = {serves_id, also_serves_id};
    const char *wordings[] = {"lassen", "metaal bewerken", "welding"};
    char wording[] = "lasbrander";
    wordings[1] = wording;
    record.id = "own";
    record.broader_id = broader_id;
    record.wordings = wordings;
    record.wording_count = 3;
    record.serves_ids = serves;
    record.serves_count = (size_t)(serves_id != NULL) + (also_serves_id != NULL);
    schakel_status status = schakel_school_add_concept(school, &record, error);
    wording[0] = 'X'; /* adding copies */
    return status;
}

static schakel_status add_offer(schakel_school *school, const char *concept_id, schakel_error *error)
{
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    offer.id = "o";
    offer.adult_id = "anna";
    offer.concept_ids = &concept_id;
    offer.concept_count = 1;
    return schakel_school_add_offer(school, &offer, error);
}

static schakel_status add_place(schakel_school *school, const char *concept_id, schakel_error *error)
{
    schakel_place place = SCHAKEL_PLACE_INIT;
    place.need_id = "n";
    place.id = "p";
    place.concept_id = concept_id;
    return schakel_school_add_place(school, &place, error);
}

static schakel_school *school_with_references(const char *id)
{
    schakel_school *school = new_school();
    OK(add_concept(school, id, id, NULL, NULL));
    OK(add_offer(school, id, NULL));
    OK(add_place(school, id, NULL));
    return school;
}

static void assert_references(const schakel_school *school, const char *id)
{
    schakel_concept own = SCHAKEL_CONCEPT_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    assert_int_equal(schakel_school_count(school, SCHAKEL_KIND_CONCEPT), 1);
    assert_int_equal(schakel_school_find(school, SCHAKEL_KIND_CONCEPT, id), SCHAKEL_NONE);
    OK(schakel_school_get_concept(school, 0, &own));
    assert_string_equal(own.broader_id, id);
    assert_int_equal(own.wording_count, 3);
    assert_string_equal(own.wordings[0], "lassen");
    assert_string_equal(own.wordings[1], "lasbrander");
    assert_string_equal(own.wordings[2], "welding");
    assert_int_equal(own.serves_count, 1);
    assert_string_equal(own.serves_ids[0], id);
    OK(schakel_school_get_offer(school, 0, &offer));
    assert_int_equal(offer.concept_count, 1);
    assert_string_equal(offer.concept_ids[0], id);
    OK(schakel_school_get_place(school, 0, 0, &place));
    assert_string_equal(place.concept_id, id);
}

static void records_refer_to_them_as_if_they_were_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < schakel_builtin_concept_count(); i++) {
        schakel_school *school = school_with_references(builtin_at(i).id);
        assert_references(school, builtin_at(i).id);
        schakel_school_destroy(school);
    }
}

static void a_document_keeps_the_references(void **state)
{
    char *json = NULL;
    size_t length = 0;
    schakel_school *copy = NULL;
    (void)state;
    if (schakel_builtin_concept_count() == 0)
        skip();
    schakel_school *school = school_with_references(builtin_at(0).id);
    OK(schakel_school_to_json(school, &json, &length, NULL));
    OK(schakel_school_from_json(json, length, NULL, &copy, NULL));
    assert_references(copy, builtin_at(0).id);
    schakel_buffer_free(json);
    schakel_school_destroy(copy);
    schakel_school_destroy(school);
}

static void views_keep_the_references(void **state)
{
    schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
    schakel_school *copy = NULL;
    (void)state;
    if (schakel_builtin_concept_count() == 0)
        skip();
    const char *id = builtin_at(0).id;
    schakel_school *school = school_with_references(id);
    viewer.id = "anna";
    viewer.today = TODAY;
    OK(schakel_view(school, &viewer, &copy, NULL));
    assert_references(copy, id);
    schakel_school_destroy(copy);
    OK(schakel_school_without(school, SCHAKEL_KIND_ADULT, "bea", &copy, NULL));
    assert_references(copy, id);
    schakel_school_destroy(copy);
    schakel_school_destroy(school);
}

static void they_cannot_be_removed_nor_do_they_hold_others(void **state)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    if (schakel_builtin_concept_count() == 0)
        skip();
    const char *id = builtin_at(0).id;
    schakel_school *school = school_with_references(id);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_CONCEPT, id, &error), SCHAKEL_NOT_FOUND);
    OK(schakel_school_remove(school, SCHAKEL_KIND_CONCEPT, "own", NULL));
    OK(schakel_school_remove(school, SCHAKEL_KIND_OFFER, "o", NULL));
    OK(schakel_school_remove(school, SCHAKEL_KIND_NEED, "n", NULL));
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------- what is refused */

static void assert_refused(schakel_status status, const schakel_error *error, schakel_status expected,
                           const char *path, const char *message)
{
    assert_int_equal(status, expected);
    assert_int_equal(error->status, expected);
    assert_string_equal(error->path, path);
    assert_string_equal(error->message, message);
}

static void an_id_of_theirs_is_refused(void **state)
{
    static const char *const ids[] = {"schakel:", "schakel:own", "schakel:plumber", UNKNOWN};
    schakel_school *school = new_school();
    (void)state;
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        schakel_concept record = SCHAKEL_CONCEPT_INIT;
        schakel_error error = SCHAKEL_ERROR_INIT;
        record.id = ids[i];
        assert_refused(
            schakel_school_add_concept(school, &record, &error), &error, SCHAKEL_INVALID, "/id",
            "expected an id that does not begin with \"schakel:\", as those of built-in concepts do");
        record.id = ids[i] + 1; /* "chakel:" is nobody's */
        OK(schakel_school_add_concept(school, &record, NULL));
    }
    /* Only concepts are built in. */
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    staff.id = "schakel:plumber";
    OK(schakel_school_add_staff(school, &staff, NULL));
    schakel_school_destroy(school);
}

static void an_unknown_one_is_refused_with_its_place(void **state)
{
    static const char unknown[] = "there is no concept with id \"" UNKNOWN "\"";
    schakel_school *school = new_school();
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    assert_refused(add_offer(school, UNKNOWN, &error), &error, SCHAKEL_NOT_FOUND, "/concepts/0", unknown);
    assert_refused(add_place(school, UNKNOWN, &error), &error, SCHAKEL_NOT_FOUND, "/concept", unknown);
    assert_refused(add_concept(school, UNKNOWN, NULL, NULL, &error), &error, SCHAKEL_NOT_FOUND, "/broader",
                   unknown);
    assert_refused(add_concept(school, NULL, UNKNOWN, NULL, &error), &error, SCHAKEL_NOT_FOUND, "/serves/0",
                   unknown);
    schakel_school_destroy(school);
}

static void an_own_concept_serves_built_in_ones_alone(void **state)
{
    (void)state;
    if (schakel_builtin_concept_count() == 0)
        skip();
    const char *id = builtin_at(0).id;
    schakel_school *school = new_school();
    schakel_concept other = SCHAKEL_CONCEPT_INIT;
    schakel_error error = SCHAKEL_ERROR_INIT;
    other.id = "other";
    OK(schakel_school_add_concept(school, &other, NULL));
    assert_refused(add_concept(school, NULL, id, "other", &error), &error, SCHAKEL_INVALID, "/serves/1",
                   "expected the id of a built-in concept, which begins with \"schakel:\"");
    assert_int_equal(add_concept(school, NULL, id, id, &error), SCHAKEL_DUPLICATE);
    assert_string_equal(error.path, "/serves/1");
    schakel_school_destroy(school);
}

static void a_wording_says_something(void **state)
{
    static const char *const wordings[] = {"timmeren", " \t"};
    schakel_school *school = new_school();
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    record.id = "own";
    record.wordings = wordings;
    record.wording_count = 2;
    assert_refused(schakel_school_add_concept(school, &record, &error), &error, SCHAKEL_INVALID,
                   "/wordings/1", "expected a text that is not empty");
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_in_order_and_found),
        cmocka_unit_test(labels_and_wordings_say_something),
        cmocka_unit_test(they_lead_to_each_other_and_not_round),
        cmocka_unit_test(indexes_say_what_ids_say),
        cmocka_unit_test(getting_asks_for_a_place_and_a_right_index),
        cmocka_unit_test(an_older_record_is_filled_as_far_as_it_goes),
        cmocka_unit_test(records_refer_to_them_as_if_they_were_there),
        cmocka_unit_test(a_document_keeps_the_references),
        cmocka_unit_test(views_keep_the_references),
        cmocka_unit_test(they_cannot_be_removed_nor_do_they_hold_others),
        cmocka_unit_test(an_id_of_theirs_is_refused),
        cmocka_unit_test(an_unknown_one_is_refused_with_its_place),
        cmocka_unit_test(an_own_concept_serves_built_in_ones_alone),
        cmocka_unit_test(a_wording_says_something),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
