/* Every allocation of making an expertise and of understanding a text fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "oom/failing.h"
#include "schakel/exchange.h"

static const char text[] =
    "Schakel mij in voor: ik ben verpleegkundige en kan iets vertellen over het ziekenhuis, ook in het Tigrinya. Ik leg "
    "buizen, lees graag voor en maak taarten. Geen luizen, geen schaken, liever niet rijden. Ik spreek Turks, Arabisch, "
    "Pools, Engels, Frans en Spaans, maar Nederlands niet. 你好世界。 Zwoffelen kan ik ook, en lodgieter ben ik.";

/* An expertise of a school with a concept of its own; the expertise needs the school. */
typedef struct made {
    schakel_school *school;
    schakel_expertise *expertise;
} made;

static schakel_status make(const schakel_allocator *allocator, made *out)
{
    static const char *const wordings[] = {"zwoffels vouwen", "krinten plooien"};
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    *out = (made){NULL, NULL};
    concept.id = "zwoffel";
    concept.label_nl = "zwoffelen";
    concept.broader_id = "schakel:crafts";
    concept.wordings = wordings;
    concept.wording_count = 2;
    schakel_status status = schakel_school_create(allocator, &out->school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_concept(out->school, &concept, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_expertise_create(out->school, allocator, &out->expertise, NULL);
    return status;
}

static void end(made *of)
{
    schakel_expertise_destroy(of->expertise);
    schakel_school_destroy(of->school);
}

static schakel_status make_and_end(const schakel_allocator *allocator, void *context)
{
    made here;
    (void)context;
    schakel_status status = make(allocator, &here);
    end(&here);
    return status;
}

/* An expertise that stays, as making one takes long, and the allocator that it was made with. */
typedef struct kept {
    failing failing;
    made made;
} kept;

/* Understand a text of some sentences. The kept allocator fails as the given one would. */
static schakel_status understand(const schakel_allocator *allocator, void *context)
{
    kept *k = context;
    failing *f = allocator->context;
    size_t live = k->failing.live;
    schakel_understanding *u = NULL;
    char *json = NULL;
    size_t length = 0;
    k->failing = *f;
    k->failing.live = live;
    schakel_status status =
        schakel_expertise_understand(k->made.expertise, text, strlen(text), NULL, &u, NULL);
    if (u != NULL && schakel_understanding_concept_count(u) < 8)
        status = SCHAKEL_MISUSE;
    if (status == SCHAKEL_OK)
        status = schakel_understanding_to_json(u, &json, &length, NULL);
    schakel_buffer_free(json);
    schakel_understanding_destroy(u);
    *f = k->failing;
    f->live -= live;
    return status;
}

static void making_an_expertise_may_fail_anywhere(void **state)
{
    (void)state;
    assert_int_equal(make_and_end(NULL, NULL), SCHAKEL_OK); /* ICU loads what it keeps */
    assert_true(failing_every_request(make_and_end, NULL));
}

static void understanding_may_fail_anywhere(void **state)
{
    (void)state;
    kept k = {{0, 0, 0, 0, 0}, {NULL, NULL}};
    schakel_allocator allocator = failing_allocator(&k.failing);
    assert_int_equal(make(&allocator, &k.made), SCHAKEL_OK);
    size_t before = k.failing.live;
    assert_true(failing_every_request(understand, &k));
    assert_int_equal(k.failing.live, before);
    assert_true(k.failing.requests > 20); /* of the last attempt, in which none failed */
    end(&k.made);
    assert_int_equal(k.failing.live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(making_an_expertise_may_fail_anywhere),
                                       cmocka_unit_test(understanding_may_fail_anywhere)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
