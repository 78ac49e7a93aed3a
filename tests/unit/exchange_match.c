/* Matchings and calendars as JSON, and a plan that is read back. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "unit/exchange_trees.h"

/* ----------------------------------------------------------------- matching */

static void assert_reasons(const cJSON *reasons, uint32_t flags)
{
    static const struct {
        uint32_t flag;
        const char *word;
    } words[] = {
        {SCHAKEL_REASON_SAME_CONCEPT, "same_concept"}, {SCHAKEL_REASON_NARROWER_CONCEPT, "narrower_concept"},
        {SCHAKEL_REASON_LANGUAGE, "language"},         {SCHAKEL_REASON_NEVER_ASKED, "never_asked"},
        {SCHAKEL_REASON_LEAST_ASKED, "least_asked"},   {SCHAKEL_REASON_OWN_GROUP, "own_group"},
        {SCHAKEL_REASON_ONLY_ONE, "only_one"},         {SCHAKEL_REASON_SERVES_THEME, "serves_theme"}};
    const cJSON *item = reasons->child;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if ((flags & words[i].flag) == 0)
            continue;
        assert_non_null(item);
        assert_string_equal(item->valuestring, words[i].word);
        item = item->next;
    }
    assert_null(item);
}

static void assert_ask(const schakel_matching *matching, size_t index, const cJSON *ask)
{
    static const char *const names[] = {"need",   "place",        "adult", "offer",   "fit",    "date",
                                        "ask_by", "asked_before", "next",  "reasons", "reason", "was_planned",
                                        NULL};
    schakel_match_ask expected = SCHAKEL_MATCH_ASK_INIT;
    assert_int_equal(schakel_matching_get(matching, index, &expected), SCHAKEL_OK);
    assert_members(ask, names);
    assert_text(ask, "need", expected.need_id);
    assert_text(ask, "place", expected.place_id);
    assert_text(ask, "adult", expected.adult_id);
    assert_text(ask, "offer", expected.offer_id);
    assert_number(ask, "fit", expected.fit);
    assert_date(ask, "date", expected.date);
    assert_date(ask, "ask_by", expected.ask_by);
    assert_number(ask, "asked_before", expected.asked_before);
    assert_text(ask, "next", expected.next_adult_id);
    assert_reasons(get(ask, "reasons"), expected.reasons);
    assert_text(ask, "reason", expected.reason_en);
    const cJSON *was_planned = get(ask, "was_planned");
    assert_true(cJSON_IsBool(was_planned));
    assert_int_equal(cJSON_IsTrue(was_planned), expected.was_planned);
}

static void assert_open(const schakel_matching *matching, size_t index, const cJSON *open)
{
    static const char *const names[] = {"need", "place", "missing", "why", "message", NULL};
    static const char *const reasons[] = {"no_offer",    "limit",    "language", "time",
                                          "notice",      "declined", "cap",      "busy",
                                          "certificate", "together", "minimum"};
    schakel_match_open expected = SCHAKEL_MATCH_OPEN_INIT;
    assert_int_equal(schakel_matching_get_open(matching, index, &expected), SCHAKEL_OK);
    assert_members(open, names);
    assert_text(open, "need", expected.need_id);
    assert_text(open, "place", expected.place_id);
    assert_number(open, "missing", expected.missing);
    assert_text(open, "why", reasons[expected.reason]);
    assert_text(open, "message", expected.why_en);
}

static void assert_proof(const schakel_matching *matching, const cJSON *proof)
{
    static const char *const names[] = {"value", "bound", "optimal", "nodes", NULL};
    schakel_match_proof expected = SCHAKEL_MATCH_PROOF_INIT;
    schakel_matching_get_proof(matching, &expected);
    assert_members(proof, names);
    assert_true(cJSON_GetArrayItem(get(proof, "value"), 0)->valuedouble == (double)expected.value_high);
    assert_true(cJSON_GetArrayItem(get(proof, "value"), 1)->valuedouble == (double)expected.value_low);
    assert_true(cJSON_GetArrayItem(get(proof, "bound"), 0)->valuedouble == (double)expected.bound_high);
    assert_true(cJSON_GetArrayItem(get(proof, "bound"), 1)->valuedouble == (double)expected.bound_low);
    assert_int_equal(cJSON_IsTrue(get(proof, "optimal")), expected.optimal);
    assert_number(proof, "nodes", expected.nodes);
}

static void assert_dropped(const schakel_matching *matching, size_t index, const cJSON *dropped)
{
    static const char *const names[] = {"need", "place", "adult", "why", "message", NULL};
    static const char *const reasons[] = {"gone", "declined", "cannot", "filled", "moved"};
    schakel_match_dropped expected = SCHAKEL_MATCH_DROPPED_INIT;
    assert_int_equal(schakel_matching_get_dropped(matching, index, &expected), SCHAKEL_OK);
    assert_members(dropped, names);
    assert_text(dropped, "need", expected.need_id);
    assert_text(dropped, "place", expected.place_id);
    assert_text(dropped, "adult", expected.adult_id);
    assert_text(dropped, "why", reasons[expected.reason]);
    assert_text(dropped, "message", expected.why_en);
}

static void assert_matching(const schakel_matching *matching, const cJSON *tree)
{
    static const char *const names[] = {"asks", "open", "dropped", "proof", NULL};
    assert_members(tree, names);
    assert_int_equal(cJSON_GetArraySize(get(tree, "asks")), schakel_matching_count(matching));
    for (size_t i = 0; i < schakel_matching_count(matching); i++)
        assert_ask(matching, i, cJSON_GetArrayItem(get(tree, "asks"), (int)i));
    assert_int_equal(cJSON_GetArraySize(get(tree, "open")), schakel_matching_open_count(matching));
    for (size_t i = 0; i < schakel_matching_open_count(matching); i++)
        assert_open(matching, i, cJSON_GetArrayItem(get(tree, "open"), (int)i));
    assert_int_equal(cJSON_GetArraySize(get(tree, "dropped")), schakel_matching_dropped_count(matching));
    for (size_t i = 0; i < schakel_matching_dropped_count(matching); i++)
        assert_dropped(matching, i, cJSON_GetArrayItem(get(tree, "dropped"), (int)i));
    assert_proof(matching, get(tree, "proof"));
}

static schakel_matching *match(const schakel_school *school, const schakel_planned *planned, size_t count)
{
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_matching *matching = NULL;
    options.today = schakel_date_from_ymd(2026, 9, 1);
    options.planned = planned;
    options.planned_count = count;
    assert_int_equal(schakel_match(school, &options, &matching, NULL), SCHAKEL_OK);
    return matching;
}

static char *write(const schakel_matching *matching, size_t *length)
{
    char *text = NULL;
    assert_int_equal(schakel_matching_to_json(matching, SCHAKEL_ENGLISH, &text, length, NULL), SCHAKEL_OK);
    assert_int_equal(text[*length - 1], '\n');
    return text;
}

static void check_written(const schakel_matching *matching)
{
    size_t length = 0;
    char *text = write(matching, &length);
    cJSON *tree = parse(text, length);
    assert_matching(matching, tree);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
}

static void a_matching_has_asks_open_places_and_proof(void **state)
{
    schakel_school *school = load_sample();
    schakel_matching *matching = match(school, NULL, 0);
    (void)state;
    assert_true(schakel_matching_count(matching) > 0 && schakel_matching_open_count(matching) > 0);
    assert_int_equal(schakel_matching_dropped_count(matching), 0);
    check_written(matching);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

/* --------------------------------------------------------------------- plan */

static void what_was_written_is_read_back_and_repaired(void **state)
{
    schakel_school *school = load_sample();
    schakel_matching *matching = match(school, NULL, 0);
    schakel_planned *planned = NULL;
    size_t length = 0, count = 0;
    char *text = write(matching, &length);
    (void)state;
    assert_int_equal(schakel_planned_from_json(text, length, NULL, &planned, &count, NULL), SCHAKEL_OK);
    memset(text, 'x', length); /* nothing points into it */
    schakel_buffer_free(text);
    assert_int_equal(count, schakel_matching_count(matching));
    for (size_t i = 0; i < count; i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        assert_string_equal(planned[i].need_id, ask.need_id);
        assert_string_equal(planned[i].place_id, ask.place_id);
        assert_string_equal(planned[i].adult_id, ask.adult_id);
    }
    planned[0].adult_id = "nobody";
    planned[1].need_id = "nothing";
    schakel_matching *again = match(school, planned, count);
    assert_int_equal(schakel_matching_dropped_count(again), 2);
    check_written(again);
    schakel_matching_destroy(again);
    schakel_planned_free(planned);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

static void a_plan_is_read_whatever_else_there_is(void **state)
{
    static const char text[] =
        " {\"later\": [1, {\"asks\": 2}], \"as\\u006bs\": [ {\"new\": {\"need\": 1}, \"adult\": \"a\\n\\\"1\", "
        "\"need\":\"n\", \"pl\\u0061ce\": \"\xC3\xA9\", \"new\": null},\n{\"need\":\"\",\"place\":\"p\","
        "\"adult\":\"\\ud83d\\ude00\"}] , \"proof\": null } ";
    schakel_planned *planned = NULL;
    size_t count = 0;
    (void)state;
    assert_int_equal(schakel_planned_from_json(text, sizeof text - 1, NULL, &planned, &count, NULL),
                     SCHAKEL_OK);
    assert_int_equal(count, 2);
    assert_string_equal(planned[0].need_id, "n");
    assert_string_equal(planned[0].place_id, "\xC3\xA9");
    assert_string_equal(planned[0].adult_id, "a\n\"1");
    assert_string_equal(planned[1].need_id, "");
    assert_string_equal(planned[1].adult_id, "\xF0\x9F\x98\x80");
    schakel_planned_free(planned);
    assert_int_equal(schakel_planned_from_json("{\"asks\":[]}", 11, NULL, &planned, &count, NULL),
                     SCHAKEL_OK);
    assert_non_null(planned);
    assert_int_equal(count, 0);
    schakel_planned_free(planned);
    schakel_planned_free(NULL);
}

static void what_is_no_plan_is_refused_with_its_place(void **state)
{
#define ASK "{\"need\":\"n\",\"place\":\"p\",\"adult\":\"a\"}"
    static const struct {
        const char *text, *path, *message;
        schakel_status status;
        size_t offset;
    } wrong[] = {
        {"", "", "", SCHAKEL_SYNTAX, 0},
        {"[]", "", "expected an object, found an array", SCHAKEL_INVALID, 0},
        {"{}", "", "expected a member \"asks\", found none", SCHAKEL_INVALID, 0},
        {"{\"asks\":{}}", "/asks", "expected an array, found an object", SCHAKEL_INVALID, 8},
        {"{\"asks\":[],\"asks\":[]}", "/asks", "this member is there twice", SCHAKEL_DUPLICATE, 18},
        {"{\"asks\":[" ASK ",7]}", "/asks/1", "expected an object, found 7", SCHAKEL_INVALID, 46},
        {"{\"asks\":[" ASK "," ASK "," ASK ",{\"need\":\"n\",\"place\":\"p\",\"adult\":null}]}",
         "/asks/3/adult", "expected a string, found null", SCHAKEL_INVALID, 0},
        {"{\"asks\":[{\"need\":\"n\",\"adult\":\"a\"}]}", "/asks/0",
         "expected a member \"place\", found none", SCHAKEL_INVALID, 9},
        {"{\"asks\":[{\"need\":\"n\",\"need\":\"n\"}]}", "/asks/0/need", "this member is there twice",
         SCHAKEL_DUPLICATE, 28},
        {"{\"asks\":[{\"need\":\"\\u0000\"}]}", "/asks/0/need", "expected text without the character \\u0000",
         SCHAKEL_INVALID, 0},
        {"{\"asks\":[]} x", "", "", SCHAKEL_SYNTAX, 0},
        {"{\"asks\":[\"\xFF\"]}", "", "", SCHAKEL_SYNTAX, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        schakel_planned *planned = (schakel_planned *)(uintptr_t)1;
        size_t count = 9;
        assert_int_equal(
            schakel_planned_from_json(wrong[i].text, strlen(wrong[i].text), NULL, &planned, &count, &error),
            wrong[i].status);
        assert_null(planned);
        assert_int_equal(count, 0);
        assert_int_equal(error.status, wrong[i].status);
        assert_true(error.line == 1 && error.column == error.offset + 1);
        if (wrong[i].message[0] == '\0')
            continue;
        assert_string_equal(error.path, wrong[i].path);
        assert_string_equal(error.message, wrong[i].message);
        if (wrong[i].offset != 0)
            assert_int_equal(error.offset, wrong[i].offset);
    }
}

/* ----------------------------------------------------------------- calendar */

static void assert_entry(const schakel_calendar *calendar, size_t index, const cJSON *entry)
{
    static const char *const names[] = {"send_on", "adult", "need",   "place", "ask_by",
                                        "date",    "next",  "urgent", NULL};
    schakel_calendar_entry expected = SCHAKEL_CALENDAR_ENTRY_INIT;
    assert_int_equal(schakel_calendar_get(calendar, index, &expected), SCHAKEL_OK);
    assert_members(entry, names);
    assert_date(entry, "send_on", expected.send_on);
    assert_text(entry, "adult", expected.adult_id);
    assert_text(entry, "need", expected.need_id);
    assert_text(entry, "place", expected.place_id);
    assert_date(entry, "ask_by", expected.ask_by);
    assert_date(entry, "date", expected.date);
    assert_text(entry, "next", expected.next_adult_id);
    assert_int_equal(cJSON_IsTrue(get(entry, "urgent")), expected.is_urgent);
}

static void assert_thanks(const schakel_calendar *calendar, size_t index, const cJSON *thanks)
{
    static const char *const names[] = {"adult", "why", "message", NULL};
    static const char *const reasons[] = {"no_need", "enough", "not_then", "waiting"};
    schakel_calendar_thanks expected = SCHAKEL_CALENDAR_THANKS_INIT;
    assert_int_equal(schakel_calendar_get_thanks(calendar, index, &expected), SCHAKEL_OK);
    assert_members(thanks, names);
    assert_text(thanks, "adult", expected.adult_id);
    assert_text(thanks, "why", reasons[expected.reason]);
    assert_text(thanks, "message", expected.message_nl);
}

static void a_calendar_has_asks_and_thanks(void **state)
{
    static const char *const names[] = {"today", "asks", "thanks", NULL};
    schakel_school *school = load_sample();
    schakel_matching *matching = match(school, NULL, 0);
    schakel_calendar_options options = SCHAKEL_CALENDAR_OPTIONS_INIT, used = SCHAKEL_CALENDAR_OPTIONS_INIT;
    schakel_calendar *calendar = NULL;
    char *text = NULL;
    size_t length = 0;
    (void)state;
    options.answer_days = 9;
    assert_int_equal(schakel_calendar_make(matching, school, &options, &calendar, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_calendar_get_options(calendar, &used), SCHAKEL_OK);
    assert_int_equal(used.answer_days, 9);
    assert_int_equal(used.today, schakel_date_from_ymd(2026, 9, 1));
    assert_int_equal(schakel_calendar_get_options(NULL, &used), SCHAKEL_MISUSE);
    assert_int_equal(schakel_calendar_get_options(calendar, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_calendar_to_json(calendar, SCHAKEL_DUTCH, &text, &length, NULL), SCHAKEL_OK);
    cJSON *tree = parse(text, length);
    assert_members(tree, names);
    assert_text(tree, "today", "2026-09-01");
    assert_true(schakel_calendar_count(calendar) > 0 && schakel_calendar_thanks_count(calendar) > 0);
    assert_int_equal(cJSON_GetArraySize(get(tree, "asks")), schakel_calendar_count(calendar));
    for (size_t i = 0; i < schakel_calendar_count(calendar); i++)
        assert_entry(calendar, i, cJSON_GetArrayItem(get(tree, "asks"), (int)i));
    assert_int_equal(cJSON_GetArraySize(get(tree, "thanks")), schakel_calendar_thanks_count(calendar));
    for (size_t i = 0; i < schakel_calendar_thanks_count(calendar); i++)
        assert_thanks(calendar, i, cJSON_GetArrayItem(get(tree, "thanks"), (int)i));
    cJSON_Delete(tree);
    schakel_buffer_free(text);
    schakel_calendar_destroy(calendar);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

static void misuse_is_refused(void **state)
{
    schakel_planned *planned = NULL;
    schakel_allocator half = SCHAKEL_ALLOCATOR_INIT;
    char *text = NULL;
    size_t count = 0;
    (void)state;
    half.release = NULL;
    half.allocate = NULL;
    half.context = &half;
    assert_int_equal(schakel_calendar_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_planned_from_json("{}", 2, NULL, NULL, &count, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_planned_from_json("{}", 2, NULL, &planned, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_planned_from_json(NULL, 2, NULL, &planned, &count, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_planned_from_json("{}", 2, &half, &planned, &count, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_planned_from_json(NULL, 0, NULL, &planned, &count, NULL), SCHAKEL_SYNTAX);
    assert_null(planned);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_matching_has_asks_open_places_and_proof),
        cmocka_unit_test(what_was_written_is_read_back_and_repaired),
        cmocka_unit_test(a_plan_is_read_whatever_else_there_is),
        cmocka_unit_test(what_is_no_plan_is_refused_with_its_place),
        cmocka_unit_test(a_calendar_has_asks_and_thanks),
        cmocka_unit_test(misuse_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
