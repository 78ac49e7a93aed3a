/* Syllables, against words that were counted by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/text.h"

/* Lists of words by their number of syllables, from 1 on. */
static const char *const words[] = {
    "school leeuw eeuw nieuw nieuws sneeuw duw vrouw blauw geel rood groen bloem ijs bij tijd ui fruit huis toets "
    "kind juf klas groep brief maart zee twee drie vier één thuis naar team coach quiz maai haai fraai hooi 's 't",
    "zeeën station mooie ouder ouders vader moeder meester leerkracht lezen schrijven spelen afspraak bureau cadeau "
    "niveau nieuwe eeuwen duwen vrouwen bouwen blauwe boeien groeien koeien moeilijk tijden vrijheid krijgen uien "
    "huizen buiten zuivel auto auto's foto's opa oma actie functie pensioen miljoen knieën reëel zoals chaos baby "
    "hobby yoghurt royaal coachen online website laptop e-mail mailen trainer milieu café privé haaien fraaie gooien "
    "schoolplein gymles zwemles rapport toetsen verzuim leerling thuiswerk idee zeven software geuit geuren skiën "
    "cliënt geëerd",
    "gemeente bioscoop ideeën reünie museum eieren kinderen rekenen vakantie directeur makkelijk bijeenkomst partijen "
    "radio video studio audio augustus september oktober nationaal functioneel ruïne theater ideaal geopend actueel "
    "lyceum dialoog computer interview serieus pdf aanwezig leerlingen speciaal sociaal creatief barbecue "
    "absentie absenties poëzie patiënt variant",
    "ouderavond begeleiding januari februari serieuze biologie beïnvloeden egoïsme tweeëntwintig drieëndertig financiën "
    "officieel financieel reageren beantwoorden situatie gymnasium materiaal aquarium religieus luizenouder "
    "bibliotheek realiteit gehandicapt hygiëne",
    "nationaliteit geïnteresseerd coördinator coöperatie officiële individueel creativiteit administratie organisatie "
    "communicatie",
    "ouderbetrokkenheid"};

static void words_have_the_syllables_that_people_count(void **state)
{
    (void)state;
    size_t count = 0, wrong = 0;
    for (size_t syllables = 1; syllables <= sizeof words / sizeof words[0]; syllables++) {
        char copy[2048];
        snprintf(copy, sizeof copy, "%s", words[syllables - 1]);
        for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " "), count++) {
            size_t found = schakel_syllables(word, strlen(word));
            if (found == syllables)
                continue;
            print_message("%s: %zu instead of %zu\n", word, found, syllables);
            wrong++;
        }
    }
    assert_true(count >= 200);
    assert_int_equal(wrong, 0);
}

static size_t syllables(const char *word)
{
    return schakel_syllables(word, strlen(word));
}

static void the_way_a_word_is_written_does_not_matter(void **state)
{
    (void)state;
    assert_int_equal(syllables("OUDERAVOND"), 4);
    assert_int_equal(syllables("Reünie"), 3);
    assert_int_equal(syllables("REÜNIE"), 3);
    assert_int_equal(syllables("reu\xCC\x88nie"), 3); /* u with its trema apart */
    assert_int_equal(syllables("ouder\xC2\xAD"
                               "avond"),
                     4); /* soft hyphen */
}

static void what_has_no_letter_has_no_syllable(void **state)
{
    (void)state;
    assert_int_equal(schakel_syllables(NULL, 0), 0);
    assert_int_equal(syllables(""), 0);
    assert_int_equal(syllables("2026"), 0);
    assert_int_equal(syllables("?!"), 0);
    assert_int_equal(syllables("\xC3"), 0); /* not UTF-8 */
    assert_int_equal(syllables("привет"), 1);
}

static void long_runs_of_letters_are_counted_too(void **state)
{
    (void)state;
    char word[3000];
    for (size_t i = 0; i < sizeof word; i += 2)
        memcpy(word + i, "na", 2);
    assert_int_equal(schakel_syllables(word, sizeof word), sizeof word / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_the_syllables_that_people_count),
        cmocka_unit_test(the_way_a_word_is_written_does_not_matter),
        cmocka_unit_test(what_has_no_letter_has_no_syllable),
        cmocka_unit_test(long_runs_of_letters_are_counted_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
