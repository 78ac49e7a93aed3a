/* What is turned down is told apart from what is offered, and no more than that. */
#include "unit/expertise_help.h"

typedef struct example {
    const char *text;
    const char *offered; /* NULL for none */
    const char *refused; /* NULL for none */
} example;

static void check(const example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const example *e = &examples[i];
        if (e->offered != NULL && told_of(e->text, e->offered) != 1)
            fail_msg("\"%s\": %s is not offered", e->text, e->offered);
        if (e->refused != NULL && told_of(e->text, e->refused) != -1)
            fail_msg("\"%s\": %s is not turned down", e->text, e->refused);
    }
}

#define CHECK(examples) check(examples, sizeof(examples) / sizeof *(examples))

static void what_follows_a_word_of_refusal(void **state)
{
    (void)state;
    static const example examples[] = {
        {"Niet voor luizenpluizen", NULL, "help-hair-check"},
        {"Ik wil graag voorlezen, maar geen luizen pluizen", "reading-aloud", "help-hair-check"},
        {"Geen schaken, wel voorlezen", "reading-aloud", "chess"},
        {"liever niet schaken", NULL, "chess"},
        {"Alles behalve schaken", NULL, "chess"},
        {"Ik kan koken zonder schaken", NULL, "chess"},
        {"Ik lees voor in plaats van schaken", "reading-aloud", "chess"},
        {"I can do anything but chess", NULL, "chess"},
        {"I do not play chess but I am a hairdresser", "hairdresser", "chess"},
        {"I don't like chess", NULL, "chess"},
        {"Reading aloud instead of chess", "reading-aloud", "chess"},
    };
    CHECK(examples);
}

static void what_comes_before_it(void **state)
{
    (void)state;
    static const example examples[] = {
        {"Schaken liever niet", NULL, "chess"},
        {"Schaken doe ik niet graag", NULL, "chess"},
        {"Schaken, voetballen en vissen doe ik niet", NULL, "football"},
        {"Ik lees graag voor en schaken kan ik niet", "reading-aloud", "chess"},
        {"Ik lees graag voor, schaken lijkt me niets", "reading-aloud", "chess"},
        {"Schaken doe ik die dag niet", NULL, "chess"},
        {"Chess is not for me", NULL, "chess"},
    };
    CHECK(examples);
}

static void a_refusal_ends_where_an_offer_begins(void **state)
{
    (void)state;
    static const example examples[] = {
        {"Niet schaken maar wel voorlezen", "reading-aloud", "chess"},
        {"Geen schaken, voorlezen vind ik leuk", "reading-aloud", "chess"},
        {"Geen schaken, voetbal of vissen", NULL, "football"},
        {"Geen schaken. Voorlezen.", "reading-aloud", "chess"},
        {"Geen schaken: ik ben kapper", "hairdresser", "chess"},
        {"Ik schaak niet en ik ben kapper", "hairdresser", NULL},
    };
    CHECK(examples);
}

static void not_every_word_of_refusal_refuses(void **state)
{
    (void)state;
    static const example examples[] = {
        {"Niet alleen schaken maar ook voorlezen", "chess", NULL},
        {"Schaken is geen probleem", "chess", NULL},
        {"Waarom niet schaken", "chess", NULL},
        {"Ik help moeders die niet kunnen fietsen: kapper ben ik", "hairdresser", NULL},
        {"Schaken met kinderen die niet kunnen voetballen", "chess", NULL},
        {"Not only chess", "chess", NULL},
    };
    CHECK(examples);
}

static void turned_down_counts_for_more_than_offered_as_surely(void **state)
{
    (void)state;
    assert_int_equal(told_of("Schaken. Geen schaken.", "chess"), -1);
}

static void what_is_turned_down_comes_behind_what_is_offered(void **state)
{
    (void)state;
    schakel_understanding *u = understand("Geen schaken, ik ben kapper");
    int refused = 0;
    for (size_t i = 0; i < schakel_understanding_concept_count(u); i++) {
        schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
        schakel_understanding_get_concept(u, i, &found);
        assert_true(found.excluded >= refused);
        refused = found.excluded;
    }
    assert_int_equal(refused, 1);
    schakel_understanding_destroy(u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_follows_a_word_of_refusal),
        cmocka_unit_test(what_comes_before_it),
        cmocka_unit_test(a_refusal_ends_where_an_offer_begins),
        cmocka_unit_test(not_every_word_of_refusal_refuses),
        cmocka_unit_test(turned_down_counts_for_more_than_offered_as_surely),
        cmocka_unit_test(what_is_turned_down_comes_behind_what_is_offered),
    };
    return cmocka_run_group_tests(tests, make_expertise, end_expertise);
}
