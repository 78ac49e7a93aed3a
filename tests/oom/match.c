/* Every allocation of a matching fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/match.h"

enum { TODAY = 20000 };

static schakel_status add_people(schakel_school *school, int count)
{
    schakel_status status = SCHAKEL_OK;
    for (int i = 0; i < count && status == SCHAKEL_OK; i++) {
        char id[16];
        const char *concept_id = i % 3 == 0 ? "picture-books" : "reading";
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        snprintf(id, sizeof id, "%d", i);
        adult.id = child.id = offer.id = tie.child_id = tie.adult_id = offer.adult_id = id;
        child.group_id = "g";
        offer.concept_ids = &concept_id;
        offer.concept_count = 1;
        status = schakel_school_add_adult(school, &adult, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_child(school, &child, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_tie(school, &tie, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_offer(school, &offer, NULL);
    }
    return status;
}

/* Needs that overlap in a chain, the two in the middle above all, so that the search has to branch. */
static schakel_status add_needs(schakel_school *school, int count)
{
    schakel_status status = SCHAKEL_OK;
    for (int i = 0; i < count && status == SCHAKEL_OK; i++) {
        char id[16];
        schakel_need need = SCHAKEL_NEED_INIT;
        schakel_place place = SCHAKEL_PLACE_INIT;
        schakel_ask ask = SCHAKEL_ASK_INIT;
        snprintf(id, sizeof id, "%d", i);
        need.id = place.need_id = place.id = ask.id = ask.adult_id = id;
        need.date = TODAY + 1;
        need.start = 540 + 40 * i;
        need.end = need.start + 60;
        need.priority = i == 1 || i == 2 ? SCHAKEL_PRIORITY_HIGH : SCHAKEL_PRIORITY_NORMAL;
        place.concept_id = "reading";
        place.count = 3;
        ask.date = TODAY;
        status = schakel_school_add_need(school, &need, NULL);
        if (status == SCHAKEL_OK)
            status = schakel_school_add_place(school, &place, NULL);
        if (status == SCHAKEL_OK && i == 0) {
            ask.need_id = ask.place_id = id;
            status = schakel_school_add_ask(school, &ask, NULL);
        }
    }
    return status;
}

static schakel_status fill(schakel_school *school)
{
    schakel_group group = SCHAKEL_GROUP_INIT;
    schakel_concept broad = SCHAKEL_CONCEPT_INIT, narrow = SCHAKEL_CONCEPT_INIT;
    group.id = "g";
    broad.id = narrow.broader_id = "reading";
    narrow.id = "picture-books";
    schakel_concept builtin = SCHAKEL_CONCEPT_INIT;
    if (schakel_builtin_concept_get(0, &builtin) == SCHAKEL_OK) {
        broad.broader_id = builtin.id;
        narrow.serves_ids = &builtin.id;
        narrow.serves_count = 1;
    }
    schakel_status status = schakel_school_add_group(school, &group, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_concept(school, &broad, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_concept(school, &narrow, NULL);
    if (status == SCHAKEL_OK)
        status = add_people(school, 4);
    return status == SCHAKEL_OK ? add_needs(school, 5) : status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_matching *matching = NULL;
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    options.today = TODAY;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = fill(school);
    if (status == SCHAKEL_OK) {
        status = schakel_match(school, &options, &matching, NULL);
        if ((status == SCHAKEL_OK) != (matching != NULL))
            status = SCHAKEL_MISUSE;
    }
    if (status == SCHAKEL_OK && schakel_matching_get_proof(matching, &proof) == SCHAKEL_OK)
        *(int32_t *)context = proof.nodes;
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    return status;
}

static void a_matching_without_memory_leaves_nothing_behind(void **state)
{
    int32_t nodes = 0;
    (void)state;
    assert_true(failing_every_request(attempt, &nodes));
    /* Branching allocates too; without it the test would not reach that. */
    assert_true(nodes > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_matching_without_memory_leaves_nothing_behind)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
