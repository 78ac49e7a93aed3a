/* The concepts of a school beside the built-in ones; options, misuse and what does not depend on the order. */
#include <stdlib.h>

#include "expertise/tables.h"
#include "unit/expertise_help.h"

static schakel_school *make_school(void)
{
    schakel_school *school = NULL;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    return school;
}

static void add_concept(schakel_school *school, const char *id, const char *label, const char *broader,
                        const char *const *wordings, size_t count)
{
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    concept.id = id;
    concept.label_nl = label;
    concept.broader_id = broader;
    concept.wordings = wordings;
    concept.wording_count = count;
    assert_int_equal(schakel_school_add_concept(school, &concept, NULL), SCHAKEL_OK);
}

static schakel_expertise *make_with(const schakel_school *school)
{
    schakel_expertise *made = NULL;
    assert_int_equal(schakel_expertise_create(school, NULL, &made, NULL), SCHAKEL_OK);
    return made;
}

static void a_school_has_concepts_of_its_own(void **state)
{
    (void)state;
    static const char *const wordings[] = {"zwoffels vouwen", "krintelaar"};
    schakel_school *school = make_school();
    add_concept(school, "zwoffel", "zwoffelen", "schakel:crafts", wordings, 2);
    schakel_expertise *with = make_with(school);
    schakel_school_destroy(school); /* it keeps no pointer into the school */
    static const char *const texts[] = {"Ik kan zwoffelen", "ik vouw graag zwoffels", "krintelaars",
                                        "krintelar"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        schakel_understanding *u = understand_with(with, texts[i]);
        schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
        assert_int_equal(place_of(u, "zwoffel", &found), 0);
        assert_string_equal(found.label_nl, "zwoffelen");
        assert_null(found.label_en);
        schakel_understanding_destroy(u);
        assert_int_equal(told_of(texts[i], "zwoffel"), 0); /* which is built in nowhere */
    }
    schakel_understanding *u = understand_with(with, "Ik ben kapper");
    assert_int_equal(place_of(u, "hairdresser", NULL), 0);
    schakel_expertise_destroy(with);
    schakel_understanding_destroy(u); /* it may be ended after what it was made with */
}

static void a_broader_concept_does_not_win_over_a_narrower_one_by_the_same_words(void **state)
{
    (void)state;
    static const char *const same[] = {"zwoffelkrint"};
    schakel_school *school = make_school();
    add_concept(school, "wide", "zwoffelwerk", NULL, same, 1);
    add_concept(school, "narrow", "krinten", "wide", same, 1);
    schakel_expertise *with = make_with(school);
    schakel_found_concept wide = SCHAKEL_FOUND_CONCEPT_INIT, narrow = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_understanding *u = understand_with(with, "zwoffelkrint");
    assert_int_equal(place_of(u, "narrow", &narrow), 0);
    assert_int_equal(place_of(u, "wide", &wide), 1);
    assert_true(wide.score < narrow.score);
    schakel_understanding_destroy(u);
    schakel_expertise_destroy(with);
    schakel_school_destroy(school);
}

static void a_rare_word_tells_more_than_a_common_one(void **state)
{
    (void)state;
    static const char *const rare[] = {"zwoffel trekken"}, *const common[] = {"krint trekken"};
    schakel_school *school = make_school();
    char id[8];
    for (int i = 0; i < 40; i++) {
        snprintf(id, sizeof id, "c%d", i);
        add_concept(school, id, NULL, NULL, common, 1);
    }
    add_concept(school, "rare", NULL, NULL, rare, 1);
    schakel_expertise *with = make_with(school);
    schakel_found_concept one = SCHAKEL_FOUND_CONCEPT_INIT, other = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_understand_options all = SCHAKEL_UNDERSTAND_OPTIONS_INIT;
    schakel_understanding *u = NULL;
    all.max_concepts = 1000;
    all.min_score = 0;
    assert_int_equal(schakel_expertise_understand(with, "zwoffel. krint.", 15, &all, &u, NULL), SCHAKEL_OK);
    assert_int_equal(place_of(u, "rare", &one), 0);
    assert_true(place_of(u, "c7", &other) != SCHAKEL_NONE);
    assert_true(other.score < one.score);
    schakel_understanding_destroy(u);
    schakel_expertise_destroy(with);
    schakel_school_destroy(school);
}

/* What was understood, as text. */
static void write_down(const schakel_understanding *u, char *out, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < schakel_understanding_concept_count(u); i++) {
        schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
        schakel_understanding_get_concept(u, i, &found);
        used += (size_t)snprintf(out + used, size - used, "%s %d %d:", found.concept_id, (int)found.score,
                                 (int)found.excluded);
        for (size_t k = 0; k < found.evidence_count; k++) {
            schakel_found_evidence e = SCHAKEL_FOUND_EVIDENCE_INIT;
            schakel_understanding_get_evidence(u, i, k, &e);
            used += (size_t)snprintf(out + used, size - used, " %zu-%zu %s %d", e.start, e.end, e.wording,
                                     (int)e.score);
        }
        used += (size_t)snprintf(out + used, size - used, "\n");
        assert_true(used < size);
    }
}

static void the_order_of_the_concepts_does_not_matter(void **state)
{
    (void)state;
    static const char *const ids[] = {"d", "a", "c", "b"};
    static const char *const labels[] = {"zwoffel", "zwoffel", "zwoffelkrint", "krint plooien"};
    static const char text[] = "Ik plooi krint en zwoffel, ook zwoffelkrint";
    char results[2][8192];
    for (int backwards = 0; backwards <= 1; backwards++) {
        schakel_school *school = make_school();
        for (size_t i = 0; i < 4; i++) {
            size_t k = backwards ? 3 - i : i;
            add_concept(school, ids[k], labels[k], NULL, NULL, 0);
        }
        schakel_expertise *with = make_with(school);
        schakel_understanding *u = understand_with(with, text);
        assert_true(schakel_understanding_concept_count(u) >= 4);
        write_down(u, results[backwards], sizeof results[backwards]);
        schakel_understanding_destroy(u);
        schakel_expertise_destroy(with);
        schakel_school_destroy(school);
    }
    assert_string_equal(results[0], results[1]);
}

static void options_limit_what_is_told(void **state)
{
    (void)state;
    static const char text[] = "Ik ben kapper, timmerman, bakker en loodgieter. Geen schaken, geen voetbal.";
    schakel_understand_options options = SCHAKEL_UNDERSTAND_OPTIONS_INIT;
    schakel_understanding *u = NULL;
    size_t counts[2] = {0, 0};
    options.max_concepts = 2;
    assert_int_equal(schakel_expertise_understand(expertise, text, strlen(text), &options, &u, NULL),
                     SCHAKEL_OK);
    for (size_t i = 0; i < schakel_understanding_concept_count(u); i++) {
        schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
        schakel_understanding_get_concept(u, i, &found);
        counts[found.excluded]++;
    }
    assert_int_equal(counts[0], 2);
    assert_int_equal(counts[1], 2);
    schakel_understanding_destroy(u);
    options.min_score = 1000;
    assert_int_equal(schakel_expertise_understand(expertise, text, strlen(text), &options, &u, NULL),
                     SCHAKEL_OK);
    assert_int_equal(schakel_understanding_concept_count(u), 0);
    schakel_understanding_destroy(u);
}

static void wrong_input_is_refused(void **state)
{
    (void)state;
    schakel_understanding *u = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_understand_options options = SCHAKEL_UNDERSTAND_OPTIONS_INIT;
    assert_int_equal(schakel_expertise_understand(expertise, "a\nkapper \xff", 10, NULL, &u, &error),
                     SCHAKEL_SYNTAX);
    assert_null(u);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 8);
    assert_int_equal(error.offset, 9);
    options.max_concepts = 0;
    assert_int_equal(schakel_expertise_understand(expertise, "a", 1, &options, &u, &error), SCHAKEL_INVALID);
    options.max_concepts = 1001;
    assert_int_equal(schakel_expertise_understand(expertise, "a", 1, &options, &u, &error), SCHAKEL_INVALID);
    options.max_concepts = 1;
    options.min_score = 1001;
    assert_int_equal(schakel_expertise_understand(expertise, "a", 1, &options, &u, &error), SCHAKEL_INVALID);
    assert_int_equal(
        schakel_expertise_understand(expertise, "a", SCHAKEL_UNDERSTAND_MAX + 1, NULL, &u, &error),
        SCHAKEL_TOO_LARGE);
}

static void misuse_is_no_crash(void **state)
{
    (void)state;
    schakel_understanding *u = NULL;
    schakel_found_concept concept = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_found_language language = SCHAKEL_FOUND_LANGUAGE_INIT;
    schakel_found_evidence evidence = SCHAKEL_FOUND_EVIDENCE_INIT;
    schakel_understand_options small = {1, 10, 150};
    assert_int_equal(schakel_expertise_create(NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_expertise_understand(NULL, "a", 1, NULL, &u, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_expertise_understand(expertise, NULL, 1, NULL, &u, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_expertise_understand(expertise, "a", 1, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_expertise_understand(expertise, "a", 1, &small, &u, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_understand(NULL, "a", 1, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_expertise_understand(expertise, NULL, 0, NULL, &u, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_understanding_get_concept(u, 0, &concept), SCHAKEL_MISUSE);
    assert_int_equal(schakel_understanding_get_language(u, 0, &language), SCHAKEL_MISUSE);
    assert_int_equal(schakel_understanding_get_evidence(u, 0, 0, &evidence), SCHAKEL_MISUSE);
    schakel_understanding_destroy(u);
    assert_int_equal(schakel_understanding_concept_count(NULL), 0);
    assert_int_equal(schakel_understanding_language_count(NULL), 0);
    assert_int_equal(schakel_understanding_get_concept(NULL, 0, &concept), SCHAKEL_MISUSE);
    schakel_understanding_destroy(NULL);
    schakel_expertise_destroy(NULL);
}

static void one_call_does_what_the_handle_does(void **state)
{
    (void)state;
    static const char text[] = "Ik ben kapper en spreek Turks";
    char results[2][8192];
    schakel_understanding *u = NULL;
    assert_int_equal(schakel_understand(NULL, text, strlen(text), NULL, &u, NULL), SCHAKEL_OK);
    write_down(u, results[0], sizeof results[0]);
    schakel_understanding_destroy(u);
    u = understand(text);
    write_down(u, results[1], sizeof results[1]);
    schakel_understanding_destroy(u);
    assert_string_equal(results[0], results[1]);
}

/* A sentence that nobody ends is taken in stretches; what stands far behind is found all the same. */
static void a_long_sentence_is_read_to_its_end(void **state)
{
    (void)state;
    enum { WORDS = 5000 };
    char *text = malloc(WORDS * 4 + 64);
    assert_non_null(text);
    size_t used = 0;
    for (int i = 0; i < WORDS; i++, used += 4)
        memcpy(text + used, "bla ", 4);
    used += (size_t)snprintf(text + used, 64, "ik ben kapper");
    schakel_understanding *u = NULL;
    schakel_found_evidence evidence = SCHAKEL_FOUND_EVIDENCE_INIT;
    assert_int_equal(schakel_expertise_understand(expertise, text, used, NULL, &u, NULL), SCHAKEL_OK);
    assert_int_equal(place_of(u, "hairdresser", NULL), 0);
    assert_int_equal(schakel_understanding_get_evidence(u, 0, 0, &evidence), SCHAKEL_OK);
    assert_int_equal(evidence.end, used);
    schakel_understanding_destroy(u);
    free(text);
}

static void hints_are_of_concepts_that_are_there(void **state)
{
    (void)state;
    char id[128];
    for (size_t i = 0; i < sk_hint_count; i++) {
        snprintf(id, sizeof id, "schakel:%s", sk_hints[i].concept);
        if (schakel_builtin_concept_find(id) == SCHAKEL_NONE)
            fail_msg("there is no concept %s", id);
        if (i > 0)
            assert_true(strcmp(sk_hints[i - 1].concept, sk_hints[i].concept) < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_school_has_concepts_of_its_own),
        cmocka_unit_test(a_broader_concept_does_not_win_over_a_narrower_one_by_the_same_words),
        cmocka_unit_test(a_rare_word_tells_more_than_a_common_one),
        cmocka_unit_test(the_order_of_the_concepts_does_not_matter),
        cmocka_unit_test(options_limit_what_is_told),
        cmocka_unit_test(wrong_input_is_refused),
        cmocka_unit_test(misuse_is_no_crash),
        cmocka_unit_test(one_call_does_what_the_handle_does),
        cmocka_unit_test(a_long_sentence_is_read_to_its_end),
        cmocka_unit_test(hints_are_of_concepts_that_are_there),
    };
    return cmocka_run_group_tests(tests, make_expertise, end_expertise);
}
