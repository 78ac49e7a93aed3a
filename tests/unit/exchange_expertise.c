/* What was understood, as JSON: the members that are promised, in their order. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <string.h>

#include "schakel/exchange.h"

static cJSON *json_of(const char *text)
{
    schakel_understanding *u = NULL;
    char *json = NULL;
    size_t length = 0;
    assert_int_equal(schakel_understand(NULL, text, strlen(text), NULL, &u, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_understanding_to_json(u, &json, &length, NULL), SCHAKEL_OK);
    assert_int_equal(strlen(json), length);
    assert_int_equal(json[length - 1], '\n');
    cJSON *tree = cJSON_ParseWithLength(json, length);
    assert_non_null(tree);
    schakel_buffer_free(json);
    schakel_understanding_destroy(u);
    return tree;
}

static void assert_members(const cJSON *object, const char *const *names)
{
    const cJSON *member = object->child;
    for (; *names != NULL; names++, member = member->next) {
        assert_non_null(member);
        assert_string_equal(member->string, *names);
    }
    assert_null(member);
}

static void concepts_and_languages_are_written(void **state)
{
    static const char *const whole[] = {"concepts", "languages", NULL};
    static const char *const concept[] = {"concept", "nl", "en", "score", "excluded", "evidence", NULL};
    static const char *const evidence[] = {"start", "end", "wording", "score", NULL};
    static const char *const language[] = {"tag", "start", "end", "excluded", NULL};
    (void)state;
    cJSON *tree = json_of("Ik ben kapper. Ik spreek geen Turks.");
    assert_members(tree, whole);
    const cJSON *first = cJSON_GetArrayItem(cJSON_GetObjectItem(tree, "concepts"), 0);
    assert_members(first, concept);
    assert_string_equal(cJSON_GetObjectItem(first, "concept")->valuestring, "schakel:hairdresser");
    assert_string_equal(cJSON_GetObjectItem(first, "nl")->valuestring, "kapper");
    assert_string_equal(cJSON_GetObjectItem(first, "en")->valuestring, "hairdresser");
    assert_true(cJSON_IsFalse(cJSON_GetObjectItem(first, "excluded")));
    const cJSON *words = cJSON_GetArrayItem(cJSON_GetObjectItem(first, "evidence"), 0);
    assert_members(words, evidence);
    assert_int_equal(cJSON_GetObjectItem(words, "start")->valueint, 7);
    assert_int_equal(cJSON_GetObjectItem(words, "end")->valueint, 13);
    assert_string_equal(cJSON_GetObjectItem(words, "wording")->valuestring, "kapper");
    const cJSON *named = cJSON_GetArrayItem(cJSON_GetObjectItem(tree, "languages"), 0);
    assert_members(named, language);
    assert_string_equal(cJSON_GetObjectItem(named, "tag")->valuestring, "tr");
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(named, "excluded")));
    cJSON_Delete(tree);
}

static void nothing_is_two_empty_lists(void **state)
{
    (void)state;
    cJSON *tree = json_of("");
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(tree, "concepts")), 0);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(tree, "languages")), 0);
    cJSON_Delete(tree);
}

static void misuse_is_told(void **state)
{
    (void)state;
    char *json = NULL;
    size_t length = 0;
    assert_int_equal(schakel_understanding_to_json(NULL, &json, &length, NULL), SCHAKEL_MISUSE);
    assert_null(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(concepts_and_languages_are_written),
                                       cmocka_unit_test(nothing_is_two_empty_lists),
                                       cmocka_unit_test(misuse_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
