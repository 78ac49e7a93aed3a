/* Every allocation of buddies fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/outreach.h"

enum { TODAY = 20000, PEOPLE = 40 };

/* Every other adult is new; the others help. */
static schakel_status add_adult(schakel_school *school, int number)
{
    static const char *const concepts[] = {"schakel:need-buddy"};
    char id[16];
    schakel_language_skill skill = {"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_ask ask = SCHAKEL_ASK_INIT;
    snprintf(id, sizeof id, "%d", number);
    adult.id = child.id = tie.adult_id = tie.child_id = offer.id = offer.adult_id = ask.id = ask.adult_id =
        id;
    adult.languages = &skill;
    adult.language_count = 1;
    adult.since = number % 2 == 0 ? TODAY - 10 : TODAY - 1000;
    offer.concept_ids = concepts;
    offer.concept_count = 1;
    ask.date = TODAY - 1;
    ask.for_id = number % 4 == 1 ? "0" : NULL;
    ask.state = SCHAKEL_ASK_NO;
    schakel_status status = schakel_school_add_adult(school, &adult, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_child(school, &child, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_tie(school, &tie, NULL);
    if (status == SCHAKEL_OK && number % 2 == 1)
        status = schakel_school_add_offer(school, &offer, NULL);
    return status == SCHAKEL_OK ? schakel_school_add_ask(school, &ask, NULL) : status;
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    schakel_buddies *buddies = NULL;
    schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    (void)context;
    options.today = TODAY;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    for (int i = 0; i < PEOPLE && status == SCHAKEL_OK; i++)
        status = add_adult(school, i);
    if (status == SCHAKEL_OK) {
        status = schakel_buddies_make(school, &options, &buddies, NULL);
        if ((status == SCHAKEL_OK) != (buddies != NULL) ||
            (status == SCHAKEL_OK && schakel_buddies_count(buddies) != PEOPLE / 2))
            status = SCHAKEL_MISUSE;
    }
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
    return status;
}

static void buddies_without_memory_leave_nothing_behind(void **state)
{
    (void)state;
    assert_true(failing_every_request(attempt, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buddies_without_memory_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
