/* Rules of style and time: what each must find, and what looks like it and must be left alone. */
#include "unit/text_expect.h"

static void deeds_in_nouns_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Wij beginnen met het versieren van de hal.", "het versieren van", NULL},
        {"Let op het tijdig betalen van de reis.", "het tijdig betalen van", NULL},
        {"De afronding van de voorbereiding duurt lang.", "afronding van de voorbereiding", NULL},
        {"De raad neemt morgen een besluit.", "neemt morgen een besluit", NULL},
        {"De handhaving van de regels vindt plaats in mei.", "handhaving van de regels vindt", NULL},
        {"Het leven van de mier is kort.", NULL, NULL},
        {"De tekening van de woning hangt in de gang.", NULL, NULL},
        {"De leerlingen van de training eten samen.", NULL, NULL},
        {"Het besluit is bekend, dus neem uw tas mee.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_NOMINAL_STYLE, list);
}

static void piled_up_prepositions_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"De sleutel van de kast in de hal naast de trap bij de deur is weg.",
         "van de kast in de hal naast de trap bij de deur", NULL},
        {"De sleutel van de kast in de hal naast de trap is weg.", NULL, NULL},
        {"Wij gaan op vrijdag 3 juli om 9.00 uur met de bus naar zee.", NULL, NULL},
        {"Loop door de poort, langs het hek, over het plein en naar de deur.", NULL, NULL},
        {"Bel met de juf van groep 4 om na de les van vrijdag te praten.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_PREPOSITION_CHAIN, list);
}

static void impersonal_wording_is_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Hier mag men niet rennen.", "men", NULL},
        {"Er wordt vandaag niet gezwommen.", "Er wordt vandaag niet gezwommen", NULL},
        {"Er moet nog worden geoefend.", "Er moet nog worden geoefend", NULL},
        {"Er is besloten om te stoppen.", "Er is besloten", NULL},
        {"Er is gisteren in de schuur ingebroken.", "Er is gisteren in de schuur ingebroken", NULL},
        {"Wij horen dat er hard gelopen wordt.", "er hard gelopen wordt", NULL},
        {"Daarover wordt nu gesproken.", "wordt nu gesproken", NULL},
        {"Het is niet de bedoeling dat u betaalt.", "Het is niet de bedoeling dat", NULL},
        {"Het verdient aanbeveling om te bellen.", "Het verdient aanbeveling om", "Het is goed om"},
        {"Van u wordt hulp verwacht.", "wordt hulp verwacht", NULL},
        {"Er is iets gebeurd.", NULL, NULL},
        {"Er is koffie gezet.", NULL, NULL},
        {"Er wordt door de juf voorgelezen.", NULL, NULL},
        {"Zij wordt er blij van.", NULL, NULL},
        {"Wij hebben dat niet verwacht.", NULL, NULL},
        {"Sem wordt morgen acht jaar.", NULL, NULL},
        {"Er komen veel mensen.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_IMPERSONAL, list);
}

static void words_that_point_at_nothing_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Dit kost veel tijd.", "Dit", NULL},
        {"Beste ouders,\nHierdoor is de deur dicht.", "Hierdoor", NULL},
        {"Zij komt later.", "Zij", NULL},
        {"Het gaat vandaag niet door.", "Het", NULL},
        {"U krijgt een pas. Deze is gratis.", "Deze", NULL},
        {"Vul deze in.", "deze", NULL},
        {"Voor vragen over voornoemde belt u ons.", "voornoemde", NULL},
        {"Wij bespreken het een en ander met u.", "het een en ander", NULL},
        {"Dit is juf Vera.", NULL, NULL},
        {"Dit zijn de regels.", NULL, NULL},
        {"Deze week is de poort dicht.", NULL, NULL},
        {"Kom deze mooie dag langs.", NULL, NULL},
        {"Het regent.", NULL, NULL},
        {"Juf Vera is ziek. Zij komt later.", NULL, NULL},
        {"De poort is dicht. Dit duurt lang.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_UNCLEAR_REFERENCE, list);
}

static void detours_with_er_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Er is sprake van regen.", "Er is sprake van", "Er is"},
        {"Er zijn kinderen die graag zwemmen.", "Er zijn kinderen die", NULL},
        {"In mei waren er ouders die hielpen.", "waren er ouders die", NULL},
        {"Er is veel behoefte aan hulp.", "Er is veel behoefte", NULL},
        {"Er bestaat een kans op regen.", "Er bestaat", NULL},
        {"Er vindt morgen een gesprek plaats.", "Er vindt morgen een gesprek plaats", NULL},
        {"Er dienen drie vaders mee te gaan.", "Er dienen", NULL},
        {"Houd er rekening mee dat het regent.", "er rekening mee", NULL},
        {"Er is thee.", NULL, NULL},
        {"Er is een kans dat het regent.", NULL, NULL},
        {"Er is die dag thee.", NULL, NULL},
        {"De les vindt in de hal plaats.", NULL, NULL},
        {"Bent u er ook?", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_ER_CONSTRUCTION, list);
}

static void numbers_in_letters_get_figures(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Wij zoeken vijftien kinderen.", "vijftien", "15"},
        {"Kom om negen uur.", "negen", "9"},
        {"Groep zeven gaat mee.", "zeven", "7"},
        {"Het is drie euro.", "drie", "3"},
        {"Op vierentwintig mei is het feest.", "vierentwintig", "24"},
        {"Drieëndertig ouders komen.", "Drieëndertig", "33"},
        {"Het kost tweehonderdvijftig euro.", "tweehonderdvijftig", "250"},
        {"Kom op de vierde maart.", "de vierde", "4"},
        {"Neem twee of drie boeken mee.", "twee of drie", "2 of 3"},
        {"Hij wordt acht.", "acht", "8"},
        {"Acht u dit goed?", NULL, NULL},
        {"Wij vieren feest met zijn vieren.", NULL, NULL},
        {"Een kind komt als tweede.", NULL, NULL},
        {"Alle drie komen.", NULL, NULL},
        {"Een op de vier kinderen zwemt.", NULL, NULL},
        {"De kinderen lopen twee aan twee.", NULL, NULL},
        {"Wij gaan naar De Zeven Bomen.", NULL, NULL},
        {"Kom om half negen.", NULL, NULL}, /* the rule for times has it */
        {"Kom om 9 uur.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_NUMBER_WORDS, list);
}

static void times_get_one_form(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Kom om 9u30.", "9u30", "9.30 uur"},
        {"Kom om 09:30u.", "09:30u", "9.30 uur"},
        {"Kom om 9 uur 30.", "9 uur 30", "9.30 uur"},
        {"Kom om 14u.", "14u", "14.00 uur"},
        {"Kom om halfacht.", "halfacht", "7.30 uur"},
        {"Wij gaan tot vijf over negen door.", "vijf over negen", "9.05 uur"},
        {"Kom om half 3.", "half 3", "14.30 uur"},
        {"Het werd half 3 in de nacht.", "half 3", "2.30 uur"},
        {"De avond was leuk. Kom om kwart voor 12.", "kwart voor 12", "11.45 uur"},
        {"Kom op 12-3.", "12-3", "12 maart"},
        {"Kom op vrijdag 3/12 naar school.", "3/12", "3 december"},
        {"Kom om 9:30 uur.", NULL, NULL},
        {"Kom om 19.30 uur.", NULL, NULL},
        {"Het werd 3-4 voor ons.", NULL, NULL},
        {"Er zijn tien voor acht kinderen.", NULL, NULL},
        {"Neem 9 uur 5 tassen mee.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_UNCLEAR_TIME, list);
}

static void rough_dates_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Begin november is het feest.", "Begin november", NULL},
        {"Het feest is medio maart.", "medio maart", NULL},
        {"Vanaf half oktober is er les.", "half oktober", NULL},
        {"Aan het einde van de maand sluit de hal.", "einde van de maand", NULL},
        {"In de loop van juni belt de juf.", "In de loop van", NULL},
        {"Binnenkort is het feest.", "Binnenkort", NULL},
        {"Rond de kerst is het stil.", "Rond de kerst", NULL},
        {"Bel z.s.m. de school.", "z.s.m.", "zo snel mogelijk"},
        {"Volgend jaar is er weer feest.", "Volgend jaar", NULL},
        {"Kom vrijdag a.s. naar school.", "vrijdag a.s.", NULL},
        {"Begin november, op dinsdag 3 november, is het feest.", NULL, NULL},
        {"Het begin van het boek is leuk.", NULL, NULL},
        {"Wij staan rond de boom.", NULL, NULL},
        {"De volgende keer helpt u.", NULL, NULL},
        {"Kom voor vrijdag 3 maart.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_UNCLEAR_TIME, list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deeds_in_nouns_are_found),
        cmocka_unit_test(piled_up_prepositions_are_found),
        cmocka_unit_test(impersonal_wording_is_found),
        cmocka_unit_test(words_that_point_at_nothing_are_found),
        cmocka_unit_test(detours_with_er_are_found),
        cmocka_unit_test(numbers_in_letters_get_figures),
        cmocka_unit_test(times_get_one_form),
        cmocka_unit_test(rough_dates_are_found),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
