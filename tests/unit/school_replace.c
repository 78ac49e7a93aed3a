/*
 * Replacing a record. Whether that may be, and what comes of it, is held against documents: the record is replaced there
 * too, and the document is read anew.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/exchange.h"
#include "school/model.h"

enum { DOCUMENT_SIZE = 1024 * 1024 };

static char *read_file(const char *name)
{
    char path[sizeof SCHAKEL_TEST_DATA + 100];
    char *text = calloc(1, DOCUMENT_SIZE);
    snprintf(path, sizeof path, SCHAKEL_TEST_DATA "/%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(text);
    if (file == NULL || fread(text, 1, DOCUMENT_SIZE - 1, file) == 0)
        fail_msg("%s cannot be read", path);
    fclose(file);
    return text;
}

static schakel_school *school_of(const char *text)
{
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_school_from_json(text, strlen(text), NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

static char *text_of(const schakel_school *school)
{
    char *text = NULL;
    assert_int_equal(schakel_school_to_json(school, &text, NULL, NULL), SCHAKEL_OK);
    return text;
}

static void assert_same(const char *text, const char *other)
{
    cJSON *a = cJSON_Parse(text), *b = cJSON_Parse(other);
    if (!cJSON_Compare(a, b, 1))
        fail_msg("%s\n%s", text, other);
    cJSON_Delete(a);
    cJSON_Delete(b);
}

/* ------------------------------------------------------------ beside documents */

/* What hangs on a record and is no part of it. */
static const char *hanging(schakel_kind kind)
{
    return kind == SCHAKEL_KIND_CHILD ? "ties" : kind == SCHAKEL_KIND_NEED ? "places" : NULL;
}

/* The document with at an index of a kind the record of another index, but for its id and what hangs on it. */
static char *substituted(const cJSON *document, schakel_kind kind, size_t at, size_t by)
{
    cJSON *changed = cJSON_Duplicate(document, 1);
    cJSON *list = cJSON_GetObjectItem(changed, sk_kinds[kind].section);
    cJSON *old = cJSON_GetArrayItem(list, (int)at);
    cJSON *record = cJSON_Duplicate(cJSON_GetArrayItem(list, (int)by), 1);
    const char *const stay[] = {"id", hanging(kind)};
    for (size_t i = 0; i < 2 && stay[i] != NULL; i++) {
        cJSON *member = cJSON_DetachItemFromObject(old, stay[i]);
        cJSON_DeleteItemFromObject(record, stay[i]);
        if (member != NULL)
            cJSON_AddItemToObject(record, stay[i], member);
    }
    cJSON_ReplaceItemInArray(list, (int)at, record);
    char *text = cJSON_PrintUnformatted(changed);
    cJSON_Delete(changed);
    return text;
}

typedef struct tally {
    size_t replaced, refused;
} tally;

static void try_pair(const char *text, const cJSON *document, schakel_kind kind, size_t at, size_t by,
                     tally *t)
{
    schakel_school *school = school_of(text), *expected = NULL;
    char *changed = substituted(document, kind, at, by), *before = text_of(school);
    sk_any_record record;
    memcpy(&record, sk_kinds[kind].shape->defaults, sk_kinds[kind].record_size);
    assert_int_equal(sk_school_get(school, kind, by, &record), SCHAKEL_OK);
    const char *id = sk_entry_id(school, kind, at);
    memcpy((char *)&record + offsetof(record_head, id), &id, sizeof id);
    schakel_error error = SCHAKEL_ERROR_INIT, why = SCHAKEL_ERROR_INIT;
    schakel_status found = schakel_school_replace(school, kind, &record, &error);
    schakel_status read = schakel_school_from_json(changed, strlen(changed), NULL, &expected, &why);
    if ((found == SCHAKEL_OK) != (read == SCHAKEL_OK))
        fail_msg("%s %zu as %zu: %s %s; the document: %s %s", sk_kinds[kind].name, at, by, error.path,
                 error.message, why.path, why.message);
    char *after = text_of(school), *wanted = read == SCHAKEL_OK ? text_of(expected) : NULL;
    assert_same(after, wanted != NULL ? wanted : before);
    t->replaced += found == SCHAKEL_OK;
    t->refused += found != SCHAKEL_OK;
    cJSON_free(changed);
    schakel_buffer_free(before);
    schakel_buffer_free(after);
    schakel_buffer_free(wanted);
    schakel_school_destroy(school);
    schakel_school_destroy(expected);
}

static tally try_document(const char *name)
{
    char *text = read_file(name);
    cJSON *document = cJSON_Parse(text);
    schakel_school *school = school_of(text);
    tally t = {0, 0};
    for (size_t kind = 0; kind < SK_KIND_COUNT; kind++) {
        size_t count = schakel_school_count(school, (schakel_kind)kind);
        for (size_t at = 0; at < count; at++)
            for (size_t by = 0; by < count; by++)
                try_pair(text, document, (schakel_kind)kind, at, by, &t);
    }
    schakel_school_destroy(school);
    cJSON_Delete(document);
    free(text);
    return t;
}

static void replacing_gives_what_the_document_gives(void **state)
{
    static const char *const names[] = {"right/full.json", "right/dialogue.json",
                                        "../fuzz/views/random_11.json"};
    size_t replaced = 0, refused = 0;
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        tally t = try_document(names[i]);
        replaced += t.replaced;
        refused += t.refused;
    }
    /* Both ends of it were seen. */
    assert_true(replaced > 100 && refused > 20);
}

/* ------------------------------------------------------------------ one by one */

static schakel_school *dialogue(void)
{
    char *text = read_file("right/dialogue.json");
    schakel_school *school = school_of(text);
    free(text);
    return school;
}

/* The day after a talk: nothing has to be taken apart, though an agreement refers to it. */
static void a_talk_is_held(void **state)
{
    schakel_school *school = dialogue();
    schakel_talk talk = SCHAKEL_TALK_INIT, held = SCHAKEL_TALK_INIT;
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    (void)state;
    assert_int_equal(schakel_school_get_agreement(school, 0, &agreement), SCHAKEL_OK);
    size_t index = schakel_school_find(school, SCHAKEL_KIND_TALK, agreement.talk_id);
    assert_int_equal(schakel_school_get_talk(school, index, &talk), SCHAKEL_OK);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_TALK, talk.id, NULL), SCHAKEL_IN_USE);
    talk.state = SCHAKEL_TALK_MISSED;
    talk.tone = SCHAKEL_TONE_GOOD;
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_TALK, &talk, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_get_talk(school, index, &held), SCHAKEL_OK);
    assert_int_equal(held.state, SCHAKEL_TALK_MISSED);
    assert_int_equal(held.tone, SCHAKEL_TONE_GOOD);
    assert_string_equal(held.id, talk.id);
    assert_int_equal(held.date, talk.date);
    schakel_school_destroy(school);
}

static void what_hangs_on_a_record_stays(void **state)
{
    schakel_school *school = dialogue();
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    (void)state;
    assert_int_equal(schakel_school_get_child(school, 0, &child), SCHAKEL_OK);
    size_t ties = schakel_school_child_tie_count(school, 0);
    assert_true(ties > 0);
    child.name = "Saar Zonnebloem";
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_CHILD, &child, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_child_tie_count(school, 0), ties);
    assert_int_equal(schakel_school_get_need(school, 0, &need), SCHAKEL_OK);
    size_t places = schakel_school_place_count(school, 0);
    assert_true(places > 0);
    need.title = "Voorlezen";
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_NEED, &need, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_place_count(school, 0), places);
    schakel_school_destroy(school);
}

/* A consent is found from its child: also after it goes to another, and when it is taken away. */
static void a_consent_goes_to_another_child(void **state)
{
    schakel_school *school = dialogue();
    schakel_consent consent = SCHAKEL_CONSENT_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    (void)state;
    for (size_t to = 0; to < 2; to++) {
        assert_int_equal(schakel_school_get_consent(school, 0, &consent), SCHAKEL_OK);
        assert_int_equal(schakel_school_get_child(school, to, &child), SCHAKEL_OK);
        consent.child_id = child.id;
        assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_CONSENT, &consent, NULL), SCHAKEL_OK);
        for (size_t c = 0; c < 2; c++) {
            const child_entry *entry = sk_entry(school, SCHAKEL_KIND_CHILD, c);
            size_t hanging_here = 0;
            for (const consent_node *node = entry->consents; node != NULL; node = node->next)
                hanging_here += strcmp(node->consent.id, consent.id) == 0;
            assert_int_equal(hanging_here, c == to);
        }
    }
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_CONSENT, consent.id, NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
}

static void what_is_wrong_is_named(void **state)
{
    schakel_school *school = dialogue();
    schakel_talk talk = SCHAKEL_TALK_INIT;
    schakel_error error = SCHAKEL_ERROR_INIT;
    char *before = text_of(school);
    (void)state;
    assert_int_equal(schakel_school_get_talk(school, 0, &talk), SCHAKEL_OK);
    schakel_talk other = talk;
    other.id = "nobody";
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_TALK, &other, &error), SCHAKEL_NOT_FOUND);
    assert_string_equal(error.path, "/id");
    assert_string_equal(error.message, "there is no talk with id \"nobody\"");
    other.id = NULL;
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_TALK, &other, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/id");
    other = talk;
    other.start = 2000;
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_TALK, &other, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/start");
    assert_int_equal(schakel_school_replace(NULL, SCHAKEL_KIND_TALK, &talk, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_TALK, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_replace(school, (schakel_kind)99, &talk, NULL), SCHAKEL_MISUSE);
    other = talk;
    other.struct_size = 1;
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_TALK, &other, NULL), SCHAKEL_MISUSE);
    char *after = text_of(school);
    assert_string_equal(after, before);
    schakel_buffer_free(after);
    schakel_buffer_free(before);
    schakel_school_destroy(school);
}

/* Concepts that refer to each other would never end. */
static void nothing_goes_round(void **state)
{
    schakel_school *school = NULL;
    schakel_concept craft = SCHAKEL_CONCEPT_INIT, plumbing = SCHAKEL_CONCEPT_INIT;
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    craft.id = "craft";
    plumbing.id = "plumbing";
    plumbing.broader_id = "craft";
    assert_int_equal(schakel_school_add_concept(school, &craft, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_concept(school, &plumbing, NULL), SCHAKEL_OK);
    craft.broader_id = "plumbing";
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_CONCEPT, &craft, &error), SCHAKEL_INVALID);
    assert_string_equal(error.message, "expected no concept that is not before it, found \"plumbing\"");
    craft.broader_id = "craft";
    assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_CONCEPT, &craft, NULL), SCHAKEL_INVALID);
    assert_int_equal(schakel_school_get_concept(school, 0, &craft), SCHAKEL_OK);
    assert_null(craft.broader_id);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replacing_gives_what_the_document_gives),
        cmocka_unit_test(a_talk_is_held),
        cmocka_unit_test(what_hangs_on_a_record_stays),
        cmocka_unit_test(a_consent_goes_to_another_child),
        cmocka_unit_test(what_is_wrong_is_named),
        cmocka_unit_test(nothing_goes_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
