/* Every allocation fails in turn while a balance and buddies are made, shown and written; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"
#include "schakel/present.h"

enum { TODAY = 20000, PEOPLE = 12 };

/* Everybody expects something; a third each was asked too often, never, and while they do not want it. */
static schakel_status add_adult(schakel_school *school, int number)
{
    static const char *const concepts[] = {"schakel:plumber"};
    char id[16];
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_ask ask = SCHAKEL_ASK_INIT;
    schakel_wish wish = SCHAKEL_WISH_INIT;
    snprintf(id, sizeof id, "%d", number);
    adult.id = child.id = tie.adult_id = tie.child_id = offer.id = offer.adult_id = ask.adult_id = wish.id =
        wish.by_adult_id = id;
    adult.since = TODAY - 10;
    offer.concept_ids = concepts;
    offer.concept_count = 1;
    offer.cap = 1;
    offer.limit = number % 3 == 2 ? SCHAKEL_LIMIT_NEVER : SCHAKEL_LIMIT_NONE;
    ask.offer_id = id;
    ask.date = wish.date = TODAY;
    wish.kind = SCHAKEL_WISH_EXPECTATION;
    wish.text = "Iets.";
    schakel_status status = schakel_school_add_adult(school, &adult, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_child(school, &child, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_tie(school, &tie, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_wish(school, &wish, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_offer(school, &offer, NULL);
    for (int i = 0; i < 2 && number % 3 != 1 && status == SCHAKEL_OK; i++) {
        char ask_id[16];
        snprintf(ask_id, sizeof ask_id, "%d-%d", number, i);
        ask.id = ask_id;
        status = schakel_school_add_ask(school, &ask, NULL);
    }
    return status;
}

static schakel_status fill(const schakel_allocator *allocator, schakel_school **school)
{
    schakel_status status = schakel_school_create(allocator, school, NULL);
    for (int i = 0; i < PEOPLE && status == SCHAKEL_OK; i++)
        status = add_adult(*school, i);
    return status;
}

static schakel_status attempt_balance(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_balance *balance = NULL;
    char *text = NULL, *json = NULL;
    (void)context;
    schakel_status status = fill(allocator, &school);
    if (status == SCHAKEL_OK) {
        status = schakel_balance_make(school, NULL, &balance, NULL);
        /* A third too often, a third never, and a third both too often and while they do not want it. */
        if ((status == SCHAKEL_OK) != (balance != NULL) ||
            (status == SCHAKEL_OK && schakel_balance_count(balance) != 4 * PEOPLE / 3))
            status = SCHAKEL_MISUSE;
    }
    if (status == SCHAKEL_OK)
        status = schakel_present_balance(balance, school, NULL, &text, NULL, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_balance_to_json(balance, SCHAKEL_DUTCH, &json, NULL, NULL);
    schakel_buffer_free(text);
    schakel_buffer_free(json);
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
    return status;
}

static schakel_status attempt_buddies(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_buddies *buddies = NULL;
    schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    char *text = NULL, *json = NULL;
    (void)context;
    options.today = TODAY;
    schakel_status status = fill(allocator, &school);
    if (status == SCHAKEL_OK)
        status = schakel_buddies_make(school, &options, &buddies, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_present_buddies(buddies, school, NULL, &text, NULL, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_buddies_to_json(buddies, SCHAKEL_DUTCH, &json, NULL, NULL);
    schakel_buffer_free(text);
    schakel_buffer_free(json);
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
    return status;
}

static void a_balance_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt_balance, NULL));
}

static void showing_buddies_without_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt_buddies, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_balance_without_memory_leaves_nothing_behind),
        cmocka_unit_test(showing_buddies_without_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
