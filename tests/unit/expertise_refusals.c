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

/* Fails when evidence of what is offered or of what is turned down lies out of a part of the text. */
static void check_within(const char *text, int excluded, size_t start, size_t end)
{
    schakel_understanding *u = understand(text);
    size_t seen = 0;
    for (size_t i = 0; i < schakel_understanding_concept_count(u); i++) {
        schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
        schakel_understanding_get_concept(u, i, &found);
        for (size_t k = 0; k < found.evidence_count && found.excluded == excluded; k++, seen++) {
            schakel_found_evidence e = SCHAKEL_FOUND_EVIDENCE_INIT;
            schakel_understanding_get_evidence(u, i, k, &e);
            if (e.start < start || e.end > end)
                fail_msg("\"%s\": %s by \"%.*s\"", text, found.concept_id, (int)(e.end - e.start),
                         text + e.start);
        }
    }
    if (seen == 0)
        fail_msg("\"%s\": nothing is %s", text, excluded ? "turned down" : "offered");
    schakel_understanding_destroy(u);
}

/* One text out of an offer and a refusal, each with words that go with words of the other. */
static void check_pair(const char *first, const char *between, const char *second, int refused_first)
{
    char text[256];
    snprintf(text, sizeof text, "%s%s%s", first, between, second);
    size_t end = strlen(first), start = end + strlen(between), whole = strlen(text);
    check_within(text, refused_first, 0, end);
    check_within(text, !refused_first, start, whole);
}

static void no_wording_lies_across_a_refusal(void **state)
{
    (void)state;
    static const char *const offers[] = {
        "ik spreek Turks",          "ik praat Arabisch",   "ik heb verstand van hout", "ik ben goed in taal",
        "ik kan goed piano spelen", "ik repareer fietsen", "ik vertaal brieven",       "ik help de juf"};
    static const char *const refusals[] = {"ik kan niet koken",        "zingen doe ik niet",
                                           "ik wil niet rijden",       "ik kan geen auto's repareren",
                                           "ik geef geen les",         "ik wil niet voorlezen",
                                           "ik speel liever niet mee", "ik maak niet graag schoon"};
    static const char *const between[] = {" en ", " maar ", ", ", ": ", ". "};
    for (size_t i = 0; i < sizeof offers / sizeof offers[0]; i++)
        for (size_t k = 0; k < sizeof refusals / sizeof refusals[0]; k++)
            for (size_t n = 0; n < sizeof between / sizeof between[0]; n++) {
                check_pair(offers[i], between[n], refusals[k], 0);
                check_pair(refusals[k], between[n], offers[i], 1);
            }
}

static void S10_what_is_turned_down_makes_no_offer_of_the_rest(void **state)
{
    (void)state;
    static const example examples[] = {
        {"Ik spreek Turks en ik kan niet koken", "language-turkish", "cooking"},
        {"Ik praat Turks maar koken doe ik niet", "language-turkish", "cooking"},
        {"Koken kan ik niet maar ik spreek Turks", "language-turkish", "cooking"},
        {"Ik spreek geen Turks maar koken kan ik goed", "cooking", "language-turkish"},
        {"I speak Turkish but no cooking", "language-turkish", "cook"},
    };
    CHECK(examples);
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
        assert_int_equal(told_of(examples[i].text, "dishes-turkish"), 0);
    assert_first(examples[0].text, "language-turkish");
}

static void two_refusals_make_no_third(void **state)
{
    (void)state;
    static const char text[] = "Ik spreek geen Turks en ik kan niet koken";
    assert_int_equal(told_of(text, "language-turkish"), -1);
    assert_int_equal(told_of(text, "cooking"), -1);
    assert_int_equal(told_of(text, "dishes-turkish"), 0);
}

static void a_refusal_goes_with_the_words_of_its_clause(void **state)
{
    (void)state;
    static const example examples[] = {
        {"Turks kan ik niet koken", NULL, "dishes-turkish"},
        {"Met een busje wil ik niet rijden", NULL, "help-minibus"},
        {"Ik speel geen piano", NULL, "piano"},
        {"Ik leg geen buizen", NULL, "plumber"},
        {"Ik lees geen verhalen voor", NULL, "reading-aloud"},
    };
    CHECK(examples);
}

static void a_refusal_without_a_verb_takes_that_of_another_clause(void **state)
{
    (void)state;
    static const example examples[] = {
        {"Ik kan geen brood maar wel taarten bakken", "cakes", "bread-baking"},
        {"Geen taarten maar wel brood bakken", "bread-baking", "cakes"},
        {"Ik repareer fietsen maar geen auto's", "bicycle-repair", "car-mechanic"},
        {"Ik kan wel brood maar geen taarten bakken", "bread-baking", "cakes"},
        {"Ik kan geen gitaar maar wel piano spelen", "piano", "guitar"},
        {"Liever geen gitaar, piano kan ik goed", "piano", "guitar"},
        {"Liever geen gitaar spelen, piano kan ik goed", "piano", "guitar"},
    };
    CHECK(examples);
}

/* What can be a noun is a verb behind "ik", so a new clause begins behind it. */
static void a_refusal_does_not_reach_back_into_what_is_offered(void **state)
{
    (void)state;
    static const example examples[] = {
        {"Ik fiets en zingen doe ik niet", "cycling", "singing"},
        {"Koken of bakken, we kunnen niet zingen", "cooking", "singing"},
        {"Koken, bakken en zingen doe ik niet", NULL, "cooking"},
    };
    CHECK(examples);
}

static void what_is_left_out_turns_nothing_else_down(void **state)
{
    (void)state;
    assert_first("Ik kan naaien zonder patroon", "sewing");
    assert_first("Ik bak taarten in plaats van brood", "cakes");
    assert_int_equal(told_of("Ik bak taarten in plaats van brood", "bread-baking"), -1);
    assert_int_equal(told_of("Ik repareer alles behalve auto's", "car-mechanic"), -1);
}

static void a_wording_with_a_word_of_refusal_is_whole(void **state)
{
    (void)state;
    assert_first("Boeren zonder gif", "organic-farmer");
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
        cmocka_unit_test(no_wording_lies_across_a_refusal),
        cmocka_unit_test(S10_what_is_turned_down_makes_no_offer_of_the_rest),
        cmocka_unit_test(two_refusals_make_no_third),
        cmocka_unit_test(a_refusal_goes_with_the_words_of_its_clause),
        cmocka_unit_test(a_refusal_without_a_verb_takes_that_of_another_clause),
        cmocka_unit_test(a_refusal_does_not_reach_back_into_what_is_offered),
        cmocka_unit_test(what_is_left_out_turns_nothing_else_down),
        cmocka_unit_test(a_wording_with_a_word_of_refusal_is_whole),
        cmocka_unit_test(turned_down_counts_for_more_than_offered_as_surely),
        cmocka_unit_test(what_is_turned_down_comes_behind_what_is_offered),
    };
    return cmocka_run_group_tests(tests, make_expertise, end_expertise);
}
