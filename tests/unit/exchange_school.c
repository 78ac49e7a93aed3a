/* What is in a document is in the school, and the other way round. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/exchange.h"

/* A file of tests/data/right; free() it. */
static char *read_right(const char *name)
{
    char path[512];
    snprintf(path, sizeof path, SCHAKEL_TEST_DATA "/right/%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 64 * 1024);
    assert_non_null(text);
    assert_true(fread(text, 1, 64 * 1024 - 1, file) > 0);
    fclose(file);
    return text;
}

static schakel_school *parse(const char *json)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = NULL;
    if (schakel_school_from_json(json, strlen(json), NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

static char *write(const schakel_school *school)
{
    char *text = NULL;
    size_t length = 0;
    assert_int_equal(schakel_school_to_json(school, &text, &length, NULL), SCHAKEL_OK);
    assert_int_equal(length, strlen(text));
    return text;
}

static schakel_school *load_right(const char *name)
{
    char *json = read_right(name);
    schakel_school *school = parse(json);
    free(json);
    return school;
}

#define HEAD                                                                                                 \
    "{\"schakel\":1,\"school\":{\"id\":\"s\",\"stage\":\"po\",\"year_start\":\"2026-08-24\","                \
    "\"year_end\":\"2027-07-16\"}"

/* ------------------------------------------------------------------ reading */

static void the_school_itself_is_read(void **state)
{
    schakel_school *school = load_right("full.json");
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    (void)state;
    assert_int_equal(schakel_school_get_info(school, &info), SCHAKEL_OK);
    assert_string_equal(info.id, "de-linde");
    assert_string_equal(info.name, "Basisschool \"De Linde\"");
    assert_int_equal(info.stage, SCHAKEL_STAGE_PO);
    assert_int_equal(info.year_start, schakel_date_from_ymd(2026, 8, 24));
    assert_int_equal(info.year_end, schakel_date_from_ymd(2027, 7, 16));
    assert_string_equal(info.extra,
                        "{\"x-host\": {\"brin\": \"00AA\", \"tags\": [1.50, -0, 1e2, 9007199254740992, true, "
                        "false, null, \"\\u0041\\/\", [], {}]}}");
    schakel_school_destroy(school);
}

static void staff_groups_and_concepts_are_read(void **state)
{
    schakel_school *school = load_right("full.json");
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    schakel_group group = SCHAKEL_GROUP_INIT;
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    (void)state;
    assert_int_equal(schakel_school_count(school, SCHAKEL_KIND_STAFF), 6);
    for (size_t i = 0; i < 6; i++) {
        schakel_school_get_staff(school, i, &staff);
        assert_int_equal(staff.role, i); /* the file has them in the order of the enum */
    }
    schakel_school_get_group(school, 0, &group);
    assert_int_equal(group.year, 0);
    assert_int_equal(group.staff_count, 2);
    assert_string_equal(group.staff_ids[0], "t2");
    assert_string_equal(group.staff_ids[1], "t1");
    assert_string_equal(group.extra, "{\"x-room\": \"0.12\"}");
    schakel_school_get_group(school, 1, &group);
    assert_int_equal(group.year, 8);
    schakel_school_get_concept(school, 1, &concept_);
    assert_string_equal(concept_.label_nl, "voorlezen");
    assert_null(concept_.label_en);
    assert_string_equal(concept_.broader_id, "reading");
    assert_int_equal(concept_.wording_count + concept_.serves_count, 0);
    schakel_school_get_concept(school, 2, &concept_);
    assert_string_equal(concept_.broader_id, "schakel:need-reading-aloud");
    assert_int_equal(concept_.wording_count, 2);
    assert_string_equal(concept_.wordings[1], "storytelling");
    assert_int_equal(concept_.serves_count, 1);
    assert_string_equal(concept_.serves_ids[0], "schakel:theme-reading");
    schakel_school_destroy(school);
}

static void adults_are_read(void **state)
{
    schakel_school *school = load_right("full.json");
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    (void)state;
    schakel_school_get_adult(school, 0, &adult);
    assert_string_equal(adult.name, "Zo\xC3\xAB \xC3\x9Cnal \xE2\x80\x93 \xE6\xAF\x8D");
    assert_int_equal(adult.cap, 10000);
    assert_int_equal(adult.certificate_until, schakel_date_from_ymd(2027, 7, 1));
    assert_int_equal(adult.language_count, 6);
    assert_string_equal(adult.languages[1].tag, "ti");
    assert_int_equal(adult.languages[1].speaking, SCHAKEL_LEVEL_C2);
    assert_int_equal(adult.languages[1].reading, SCHAKEL_LEVEL_NONE);
    assert_int_equal(adult.languages[2].reading, SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(adult.window_count, 2);
    assert_int_equal(adult.windows[0].weekdays, 0x7F);
    assert_int_equal(adult.windows[0].end, 1440);
    assert_int_equal(adult.windows[1].weekdays, 0x40);
    assert_int_equal(adult.windows[1].start, 510);
    assert_int_equal(adult.exception_count, 4);
    assert_int_equal(adult.exceptions[0].start, 0);
    assert_int_equal(adult.exceptions[0].end, 1440);
    assert_int_equal(adult.exceptions[0].available, 0);
    assert_int_equal(adult.exceptions[1].start, 720);
    assert_int_equal(adult.exceptions[1].end, 1440);
    assert_int_equal(adult.exceptions[1].available, 1);
    assert_int_equal(adult.exceptions[2].end, 720);
    schakel_school_get_adult(school, 1, &adult);
    assert_null(adult.name);
    assert_null(adult.extra);
    assert_int_equal(adult.language_count + adult.window_count + adult.exception_count, 0);
    assert_int_equal(adult.cap, 0);
    assert_int_equal(adult.certificate_until, SCHAKEL_NO_DATE);
    schakel_school_destroy(school);
}

static void children_and_offers_are_read(void **state)
{
    schakel_school *school = load_right("full.json");
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    (void)state;
    schakel_school_get_child(school, 0, &child);
    assert_string_equal(child.name, "");
    assert_string_equal(child.group_id, "g1");
    assert_int_equal(schakel_school_child_tie_count(school, 0), 2);
    schakel_school_get_child_tie(school, 0, 0, &tie);
    assert_string_equal(tie.adult_id, "a1");
    assert_int_equal(tie.kind, SCHAKEL_TIE_MOTHER);
    assert_int_equal(tie.informed, 1);
    schakel_school_get_child_tie(school, 0, 1, &tie);
    assert_int_equal(tie.kind, SCHAKEL_TIE_STEPPARENT);
    assert_int_equal(tie.informed, 0);
    schakel_school_get_offer(school, 0, &offer);
    assert_string_equal(offer.adult_id, "a1");
    assert_int_equal(offer.concept_count, 2);
    assert_int_equal(offer.cap, 3);
    assert_int_equal(offer.notice, 14);
    assert_int_equal(offer.limit, SCHAKEL_LIMIT_OWN_GROUP);
    assert_string_equal(offer.languages[1], "ti");
    assert_int_equal(offer.windows[0].weekdays, 4);
    assert_int_equal(offer.exceptions[0].date, schakel_date_from_ymd(2026, 11, 25));
    assert_string_equal(offer.text, "Schakel mij in voor\xE2\x80\xA6\n\"voorlezen\"\t\x01\\");
    assert_string_equal(offer.together_id, "a2");
    schakel_school_destroy(school);
}

static void needs_and_asks_are_read(void **state)
{
    schakel_school *school = load_right("full.json");
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    schakel_ask ask = SCHAKEL_ASK_INIT;
    (void)state;
    schakel_school_get_need(school, 0, &need);
    assert_string_equal(need.title, "Voorleesontbijt");
    assert_string_equal(need.group_id, "g1");
    assert_int_equal(need.last_date - need.date, 2);
    assert_int_equal(need.start, 510);
    assert_int_equal(need.end, 570);
    assert_int_equal(need.notice, 21);
    assert_int_equal(need.priority, SCHAKEL_PRIORITY_HIGH);
    assert_int_equal(schakel_school_place_count(school, 0), 3);
    schakel_school_get_place(school, 0, 0, &place);
    assert_int_equal(place.count, 4);
    assert_string_equal(place.language, "ti");
    assert_int_equal(place.minimum, 2);
    assert_int_equal(place.certificate, 1);
    assert_string_equal(place.extra, "{\"x-chair\": {\"red\": 2}}");
    schakel_school_get_place(school, 0, 1, &place);
    assert_int_equal(place.count, 1);
    assert_null(place.language);
    assert_int_equal(place.minimum, 0);
    assert_int_equal(place.certificate, 0);
    schakel_school_get_need(school, 1, &need);
    assert_int_equal(need.priority, SCHAKEL_PRIORITY_LOW);
    assert_int_equal(need.last_date, need.date);
    assert_int_equal(need.start, SCHAKEL_NO_TIME);
    schakel_school_get_ask(school, 0, &ask);
    assert_string_equal(ask.offer_id, "o1");
    assert_int_equal(ask.state, SCHAKEL_ASK_YES);
    schakel_school_get_ask(school, 1, &ask);
    assert_null(ask.need_id);
    assert_int_equal(ask.state, SCHAKEL_ASK_NO_SHOW);
    schakel_school_destroy(school);
}

static void a_broader_concept_may_come_later(void **state)
{
    /* e before d before c; a is on its own; b waits for d, which is there by then. */
    schakel_school *school =
        parse(HEAD ",\"concepts\":[{\"id\":\"a\"},{\"id\":\"c\",\"broader\":\"d\"},{\"id\":\"b\","
                   "\"broader\":\"d\"},{\"id\":\"d\",\"broader\":\"e\"},{\"id\":\"e\"}]}");
    static const char *const order[] = {"a", "e", "d", "c", "b"};
    (void)state;
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(schakel_school_find(school, SCHAKEL_KIND_CONCEPT, order[i]), i);
    schakel_school_destroy(school);
}

static void a_long_chain_of_concepts_is_read_in_linear_time(void **state)
{
    enum { COUNT = 50000, SIZE = COUNT * 48 };
    char *json = malloc(SIZE);
    (void)state;
    assert_non_null(json);
    int used = snprintf(json, SIZE, HEAD ",\"concepts\":[");
    for (int i = 0; i < COUNT; i++)
        used +=
            snprintf(json + used, (size_t)(SIZE - used), "{\"id\":\"k%d\",\"broader\":\"k%d\"},", i, i + 1);
    snprintf(json + used, (size_t)(SIZE - used), "{\"id\":\"k%d\"}]}", COUNT);
    schakel_school *school = parse(json);
    assert_int_equal(schakel_school_find(school, SCHAKEL_KIND_CONCEPT, "k0"), COUNT);
    schakel_school_destroy(school);
    free(json);
}

static void names_are_matched_with_their_case(void **state)
{
    schakel_school *school = NULL;
    const char *json = HEAD ",\"adults\":[{\"ID\":\"a\"}]}";
    (void)state;
    assert_int_equal(schakel_school_from_json(json, strlen(json), NULL, &school, NULL), SCHAKEL_INVALID);
}

static void the_text_need_not_end_in_nul(void **state)
{
    const char *json = HEAD "}";
    size_t length = strlen(json);
    char *exact = malloc(length);
    schakel_school *school = NULL;
    (void)state;
    assert_non_null(exact);
    memcpy(exact, json, length);
    assert_int_equal(schakel_school_from_json(exact, length, NULL, &school, NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
    free(exact);
}

static void *read_many_times(void *json)
{
    size_t right = 0;
    for (int i = 0; i < 200; i++) {
        schakel_school *school = NULL;
        right += schakel_school_from_json(json, strlen(json), NULL, &school, NULL) == SCHAKEL_OK;
        schakel_school_destroy(school);
        right += schakel_school_from_json("{\"schakel\": 2}", 14, NULL, &school, NULL) == SCHAKEL_INVALID;
    }
    return right == 400 ? json : NULL;
}

static void threads_read_at_the_same_time(void **state)
{
    enum { THREADS = 4 };
    pthread_t threads[THREADS];
    char *json = read_right("full.json");
    (void)state;
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_many_times, json), 0);
    for (int i = 0; i < THREADS; i++) {
        void *result = NULL;
        assert_int_equal(pthread_join(threads[i], &result), 0);
        assert_ptr_equal(result, json);
    }
    free(json);
}

static void misuse_is_refused(void **state)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = NULL;
    char *text;
    (void)state;
    assert_int_equal(schakel_school_from_json(NULL, 1, NULL, &school, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_from_json("{}", 2, NULL, NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_from_json(NULL, 0, NULL, &school, &error), SCHAKEL_SYNTAX);
    assert_int_equal(schakel_school_from_json("{}", SCHAKEL_DOCUMENT_MAX + 1, NULL, &school, &error),
                     SCHAKEL_TOO_LARGE);
    assert_int_equal(schakel_school_to_json(NULL, &text, NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_create(NULL, &school, &error), SCHAKEL_OK);
    assert_int_equal(schakel_school_to_json(school, NULL, NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_to_json(school, &text, NULL, &error), SCHAKEL_INVALID);
    assert_null(text);
    assert_string_equal(error.path, "/school");
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ writing */

static void what_was_written_comes_back_byte_for_byte(void **state)
{
    static const char *const names[] = {"full.json", "dialogue.json"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char *json = read_right(names[i]);
        schakel_school *school = parse(json);
        char *text = write(school);
        assert_string_equal(text, json);
        schakel_buffer_free(text);
        schakel_school_destroy(school);
        free(json);
    }
}

/* The document of the dialogue has every kind of record there is. */
static void every_kind_is_read(void **state)
{
    schakel_school *school = load_right("dialogue.json");
    (void)state;
    for (int kind = SCHAKEL_KIND_STAFF; kind <= SCHAKEL_KIND_ROUND_WISH; kind++)
        assert_true(schakel_school_count(school, (schakel_kind)kind) > 0);
    schakel_school_destroy(school);
}

static void another_way_of_writing_gives_the_same(void **state)
{
    char *json = read_right("full.json");
    schakel_school *school = load_right("loose.json");
    char *text = write(school);
    (void)state;
    assert_string_equal(text, json);
    schakel_buffer_free(text);
    schakel_school_destroy(school);
    free(json);
}

static void the_least_school_is_short(void **state)
{
    schakel_school *school = load_right("least.json");
    char *text = write(school);
    (void)state;
    assert_string_equal(text,
                        "{\n  \"schakel\": 1,\n  \"school\": {\n    \"id\": \"s\",\n    \"stage\": \"mbo\",\n"
                        "    \"year_start\": \"2026-08-01\",\n    \"year_end\": \"2026-08-01\"\n  }\n}\n");
    schakel_buffer_free(text);
    schakel_school_destroy(school);
}

/* ----------------------------------------------------------- the host's data */

static schakel_school *with_extra(const char *extra)
{
    schakel_school *school = parse(HEAD "}");
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = "a";
    adult.extra = extra;
    assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
    return school;
}

static void extra_that_is_no_object_of_x_members_is_refused(void **state)
{
    static const char *const wrong[] = {"",
                                        "{",
                                        "[]",
                                        "\"x-a\"",
                                        "{\"a\":1}",
                                        "{\"x\":1}",
                                        "{\"X-a\":1}",
                                        "{\"x-a\":01}",
                                        "{\"x-a\":1}x",
                                        "{\"x-a\":\"\\u0000\"}",
                                        "{\"x-a\":1,\"x-a\":2}",
                                        "{\"x-a\":9007199254740993}",
                                        "{\"x-a\":[1e999]}",
                                        "{\"x-a\":1,\"id\":\"b\"}"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        schakel_school *school = with_extra(wrong[i]);
        char *text = (char *)school;
        assert_int_equal(schakel_school_to_json(school, &text, NULL, &error), SCHAKEL_INVALID);
        assert_null(text);
        assert_string_equal(error.path, "/adults/0");
        schakel_school_destroy(school);
    }
}

static void extra_from_the_host_is_written_in_the_fixed_form(void **state)
{
    schakel_school *school = with_extra(" {\"x-b\" : [ 1,{ \"k\":\"v\" } ],\n\"x-a\":{ } } ");
    char *text = write(school);
    (void)state;
    const char *adult = strstr(text, "\"id\": \"a\"");
    assert_non_null(adult);
    assert_string_equal(
        adult, "\"id\": \"a\",\n      \"x-b\": [\n        1,\n        {\n          \"k\": \"v\"\n        }\n"
               "      ],\n      \"x-a\": {}\n    }\n  ]\n}\n");
    schakel_buffer_free(text);
    schakel_school_destroy(school);
}

/* An extra that could not be read back at its place is refused when it is written. */
static void extra_is_not_nested_deeper_than_can_be_read(void **state)
{
    (void)state;
    for (int deep = 60; deep <= 64; deep++) {
        char extra[256] = "{\"x-a\":";
        size_t used = strlen(extra);
        memset(extra + used, '[', (size_t)deep);
        memset(extra + used + deep, ']', (size_t)deep);
        strcpy(extra + used + 2 * deep, "}");
        schakel_school *school = with_extra(extra), *again = NULL;
        char *text = NULL;
        size_t length = 0;
        /* Document, list and adult are 3 levels of the 64. */
        schakel_status expected = deep <= SCHAKEL_NESTING_MAX - 3 ? SCHAKEL_OK : SCHAKEL_INVALID;
        assert_int_equal(schakel_school_to_json(school, &text, &length, NULL), expected);
        if (expected == SCHAKEL_OK)
            assert_int_equal(schakel_school_from_json(text, length, NULL, &again, NULL), SCHAKEL_OK);
        schakel_school_destroy(again);
        schakel_buffer_free(text);
        schakel_school_destroy(school);
    }
}

/* A decimal comma must change neither what is read nor what is written. */
static void the_locale_does_not_matter(void **state)
{
    static const char *const names[] = {"nl_NL.UTF-8", "nl_NL.utf8", "de_DE.UTF-8", "fr_FR.UTF-8"};
    size_t i = 0;
    (void)state;
    while (i < sizeof names / sizeof names[0] && setlocale(LC_ALL, names[i]) == NULL)
        i++;
    if (i == sizeof names / sizeof names[0])
        skip();
    assert_string_equal(localeconv()->decimal_point, ",");
    schakel_school *school = with_extra("{\"x-a\":0.25,\"x-b\":123.456e-7}");
    char *text = write(school);
    assert_non_null(strstr(text, "\"x-a\": 0.25,\n      \"x-b\": 123.456e-7\n"));
    schakel_school *again = parse(text);
    schakel_school_destroy(again);
    schakel_buffer_free(text);
    schakel_school_destroy(school);
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_school_itself_is_read),
        cmocka_unit_test(staff_groups_and_concepts_are_read),
        cmocka_unit_test(adults_are_read),
        cmocka_unit_test(children_and_offers_are_read),
        cmocka_unit_test(needs_and_asks_are_read),
        cmocka_unit_test(a_broader_concept_may_come_later),
        cmocka_unit_test(a_long_chain_of_concepts_is_read_in_linear_time),
        cmocka_unit_test(names_are_matched_with_their_case),
        cmocka_unit_test(the_text_need_not_end_in_nul),
        cmocka_unit_test(threads_read_at_the_same_time),
        cmocka_unit_test(misuse_is_refused),
        cmocka_unit_test(what_was_written_comes_back_byte_for_byte),
        cmocka_unit_test(every_kind_is_read),
        cmocka_unit_test(another_way_of_writing_gives_the_same),
        cmocka_unit_test(the_least_school_is_short),
        cmocka_unit_test(extra_that_is_no_object_of_x_members_is_refused),
        cmocka_unit_test(extra_from_the_host_is_written_in_the_fixed_form),
        cmocka_unit_test(extra_is_not_nested_deeper_than_can_be_read),
        cmocka_unit_test(the_locale_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
