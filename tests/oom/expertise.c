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

/* A text of some sentences, in a school with a concept of its own. */
static schakel_status understand(const schakel_allocator *allocator, void *context)
{
    static const char *const wordings[] = {"zwoffels vouwen", "krinten plooien"};
    (void)context;
    schakel_school *school = NULL;
    schakel_expertise *expertise = NULL;
    schakel_understanding *u = NULL;
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    char *json = NULL;
    size_t length = 0;
    concept.id = "zwoffel";
    concept.label_nl = "zwoffelen";
    concept.broader_id = "schakel:crafts";
    concept.wordings = wordings;
    concept.wording_count = 2;
    schakel_status status = schakel_school_create(allocator, &school, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_concept(school, &concept, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_expertise_create(school, allocator, &expertise, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_expertise_understand(expertise, text, strlen(text), NULL, &u, NULL);
    if (u != NULL && schakel_understanding_concept_count(u) < 8)
        status = SCHAKEL_MISUSE;
    if (status == SCHAKEL_OK)
        status = schakel_understanding_to_json(u, &json, &length, NULL);
    schakel_buffer_free(json);
    schakel_understanding_destroy(u);
    schakel_expertise_destroy(expertise);
    schakel_school_destroy(school);
    return status;
}

static void every_failed_allocation_is_an_ordinary_error(void **state)
{
    (void)state;
    assert_int_equal(understand(NULL, NULL), SCHAKEL_OK); /* ICU loads what it keeps */
    assert_true(failing_every_request(understand, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_failed_allocation_is_an_ordinary_error)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
