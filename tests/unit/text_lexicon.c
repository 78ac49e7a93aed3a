/* Levels of words: listed, inflected, derived and compound. */
#include "unit/text_help.h"
#include "text/lexicon.h"

static schakel_level level(const char *word)
{
    return schakel_word_level(checker, word, strlen(word));
}

static uint32_t flags(const char *form)
{
    uint32_t number = sk_word_find(sk_hash(form, strlen(form)), form, strlen(form));
    return number == SK_NO_WORD ? 0 : sk_words[number].flags;
}

static void assert_known(const char *words)
{
    char copy[1024];
    strcpy(copy, words);
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) {
        if (level(word) == SCHAKEL_LEVEL_UNKNOWN)
            print_message("%s is unknown\n", word);
        assert_int_not_equal(level(word), SCHAKEL_LEVEL_UNKNOWN);
    }
}

static void verbs_are_known_in_all_their_forms(void **state)
{
    (void)state;
    assert_known(
        "bellen bel belt belde belden gebeld bellend bellende opbellen opbel opbelt opbelde opbelden opgebeld "
        "maken maak maakt gemaakt gemaakte lezen lees leest las lazen gelezen schrijven schrijf schrijft "
        "geven geef lopen loop zitten zit praten praat zetten gezette gaan ga gaat zijn ben is regelen regelt");
    assert_true(flags("opgebeld") & SK_PARTICIPLE_PASSIVE);
    assert_true(flags("gekomen") & SK_WITH_ZIJN);
    assert_true(flags("maak") & SK_STEM);
    assert_true(flags("maken") & SK_INFINITIVE);
    assert_int_equal(flags("mak"), 0);
}

static void adjectives_are_known_in_all_their_forms(void **state)
{
    (void)state;
    assert_known("leuk leuke leuker leukere leukst leukste leuks goed goede beter betere lief lieve liever "
                 "groot grote groter grootste Arabisch arabische");
}

static void nouns_are_known_in_all_their_forms(void **state)
{
    (void)state;
    assert_known(
        "school scholen schooltje schooltjes kind kinderen kindje brief brieven briefje boom bomen boompje "
        "auto auto's autootje tekening tekeningen ring ringetje bal ballen balletje weg weggetje");
}

static schakel_level compound(const char *form)
{
    uint32_t last = 0;
    schakel_level found = sk_compound_level(form, strlen(form), &last);
    assert_true(found == SCHAKEL_LEVEL_UNKNOWN || (last & SK_NOUN) != 0);
    return found;
}

/* A compound that is in no list is A2 at least. */
static schakel_level hardest(const char *one, const char *other)
{
    assert_int_not_equal(level(one), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_not_equal(level(other), SCHAKEL_LEVEL_UNKNOWN);
    schakel_level found = level(one) > level(other) ? level(one) : level(other);
    return found > SCHAKEL_LEVEL_A2 ? found : SCHAKEL_LEVEL_A2;
}

static void compounds_are_as_hard_as_their_hardest_part(void **state)
{
    (void)state;
    assert_int_equal(compound("ouderbetrokkenheid"), hardest("ouder", "betrokkenheid"));
    assert_int_equal(compound("fietsboom"), hardest("fiets", "boom"));
    assert_int_equal(compound("boekenfiets"), hardest("boek", "fiets"));
    assert_int_equal(compound("kinderfiets"), hardest("kind", "fiets"));
    assert_int_equal(compound("lesbrieven"), hardest("les", "brief"));
    assert_known("schoolfeest kinderboek zwembroek huisdeur lesboek schoolfeesten ouder-avond");
    assert_int_equal(compound("wumwamschool"), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(compound("schoolwumwam"), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(level("schoolwumwam"), SCHAKEL_LEVEL_UNKNOWN);
}

static void more_than_two_parts_are_a_level_harder(void **state)
{
    (void)state;
    assert_int_equal(compound("fietsboomdeur"), (schakel_level)(hardest("fiets", "boom") + 1));
}

static void derived_words_are_known(void **state)
{
    (void)state;
    assert_known("leukheid wegbrenger autoloze");
    assert_true(level("leukheid") >= SCHAKEL_LEVEL_B1);
}

static void spelling_is_forgiven(void **state)
{
    (void)state;
    assert_int_equal(level("SCHOOL"), level("school"));
    assert_int_equal(level("School"), level("school"));
    assert_int_equal(level("scho\xC2\xADol"), level("school"));
    assert_int_equal(level("auto\xE2\x80\x99s"), level("auto's"));
    assert_int_equal(level("E\xCC\x81\xC3\xA9n"), level("één"));
}

static void what_is_no_word_is_unknown(void **state)
{
    (void)state;
    assert_int_equal(schakel_word_level(NULL, "school", 6), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(schakel_word_level(checker, NULL, 0), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(level(""), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(level("twee woorden"), SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(level("scho\xC3"), SCHAKEL_LEVEL_UNKNOWN);
    char word[300];
    memset(word, 'a', sizeof word);
    assert_int_equal(schakel_word_level(checker, word, sizeof word), SCHAKEL_LEVEL_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verbs_are_known_in_all_their_forms),
        cmocka_unit_test(adjectives_are_known_in_all_their_forms),
        cmocka_unit_test(nouns_are_known_in_all_their_forms),
        cmocka_unit_test(compounds_are_as_hard_as_their_hardest_part),
        cmocka_unit_test(more_than_two_parts_are_a_level_harder),
        cmocka_unit_test(derived_words_are_known),
        cmocka_unit_test(spelling_is_forgiven),
        cmocka_unit_test(what_is_no_word_is_unknown),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
