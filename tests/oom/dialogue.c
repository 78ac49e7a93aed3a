/* Every allocation of reading a dialogue, of the ladder and of passports fails in turn; nothing leaks or half-happens. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "oom/failing.h"
#include "schakel/exchange.h"

typedef struct document {
    char text[20000];
    size_t length;
} document;

static schakel_status step_and_note(schakel_school *school)
{
    schakel_step step = {"r3", schakel_date_from_ymd(2026, 11, 20), "Samen verder"};
    schakel_note note = {
        schakel_date_from_ymd(2026, 11, 21), SCHAKEL_NOTE_TRIED, "Het gaat beter.", NULL, NULL, NULL};
    schakel_case before = SCHAKEL_CASE_INIT, after = SCHAKEL_CASE_INIT;
    schakel_school_get_case(school, 0, &before);
    schakel_status status = schakel_school_step_up(school, "k1", &step, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_note(school, "k1", &note, NULL);
    schakel_school_get_case(school, 0, &after);
    size_t steps = after.step_count - before.step_count, notes = after.note_count - before.note_count;
    assert_true(steps <= 1 && notes <= steps && (status == SCHAKEL_OK) == (notes == 1));
    return status;
}

static schakel_status answer_and_make(schakel_school *school)
{
    static const char *const concepts[] = {"reading", "music"};
    schakel_answer answer = SCHAKEL_ANSWER_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    answer.id = "new-a";
    answer.question_id = "v2";
    answer.group_id = "g1";
    answer.date = need.date = schakel_date_from_ymd(2026, 11, 20);
    answer.text = "Hulp";
    answer.concept_ids = concepts;
    answer.concept_count = 2;
    need.id = "new-n";
    schakel_status status = schakel_school_add_answer(school, &answer, NULL);
    if (status == SCHAKEL_OK) {
        status = schakel_school_need_from_answer(school, "new-a", &need, NULL);
        /* A need with all its places, or none. */
        int is_there = schakel_school_find(school, SCHAKEL_KIND_NEED, "new-n") != SCHAKEL_NONE;
        assert_true(is_there == (status == SCHAKEL_OK));
    }
    answer.id = "new-b";
    answer.question_id = "v1";
    answer.child_id = "c1";
    answer.by_adult_id = "a1";
    offer.id = "new-o";
    if (status == SCHAKEL_OK)
        status = schakel_school_add_answer(school, &answer, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_offer_from_answer(school, "new-b", &offer, NULL);
    return status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    const document *d = context;
    schakel_school *school = NULL;
    schakel_status status = schakel_school_from_json(d->text, d->length, allocator, &school, NULL);
    assert_true((status == SCHAKEL_OK) == (school != NULL));
    if (status == SCHAKEL_OK)
        status = step_and_note(school);
    if (status == SCHAKEL_OK)
        status = answer_and_make(school);
    schakel_school_destroy(school);
    return status;
}

static void the_dialogue_survives(void **state)
{
    static document d;
    FILE *file = fopen(SCHAKEL_TEST_DATA "/right/dialogue.json", "rb");
    (void)state;
    assert_non_null(file);
    d.length = fread(d.text, 1, sizeof d.text, file);
    fclose(file);
    assert_true(failing_every_request(attempt, &d));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_dialogue_survives)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
