/* Every rule: what it must find, and what looks like it and must be left alone. */
#include "unit/text_expect.h"

static void long_sentences_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Een twee drie vier vijf zes zeven acht negen tien elf twaalf.", NULL, NULL},
        {"Kom. Een twee drie vier vijf zes zeven acht negen tien elf twaalf 13.",
         "Een twee drie vier vijf zes zeven acht negen tien elf twaalf 13", NULL},
        /* A date and a time are read as one word each. */
        {"Wij zien u op dinsdag 22 september 2026 tot 9.15 uur in ons mooie nieuwe lokaal.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_LONG_SENTENCE, list);
    static const char text[] = "Een twee drie vier vijf zes zeven acht negen tien elf twaalf 13.";
    schakel_finding f = SCHAKEL_FINDING_INIT;
    schakel_report *report = check_at(text, SCHAKEL_LEVEL_B1);
    assert_int_equal(first_of(report, SCHAKEL_RULE_LONG_SENTENCE, &f), schakel_report_finding_count(report));
    schakel_report_destroy(report);
}

static void hard_words_are_found_once(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Dat is een vermeend feit.", "vermeend", NULL},
        {"Wij bellen u op school.", NULL, NULL},
        {"Ik woon in Wumwamwomwimstad.", NULL, NULL},
        {"De wumwam komt om 19.30 uur via www.wumwamwomwimwam.example.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_HARD_WORD, list);
    static const expectation unknown[] = {
        {"De wumwamwomwimwam komt.", "wumwamwomwimwam", NULL},
        {"Dat is een vermeend feit.", NULL, NULL},
        {"Ik woon in Wumwamwomwimstad.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_UNKNOWN_WORD, unknown);
    schakel_report *report = check_at("De wumwamwomwimwam is de wumwamwomwimwam.", SCHAKEL_LEVEL_A2);
    assert_int_equal(schakel_report_finding_count(report), 1);
    schakel_report_destroy(report);
}

static void officialese_gets_a_plain_wording(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"De aanvangstijd is 9.00 uur.", "aanvangstijd", "begintijd"},
        {"Wij starten door middel van een spel.", "door middel van", "met"},
        {"Tevens komt er thee.", "Tevens", "Ook"},
        {"Aan de   hand\nhiervan gaan wij verder.", "Aan de   hand\nhiervan", "Hiermee"},
        {"U helpt de kinderen.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_FORMAL_WORDING, list);
}

static void school_terms_are_explained_at_first_use(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"De adaptieve toetsen zijn morgen.", "adaptieve toetsen", NULL},
        {"Het eigenaarschap (kinderen plannen zelf) groeit.", NULL, NULL},
        /* An abbreviation explains no term, nor does the term explain the abbreviation. */
        {"Wij vragen een toelaatbaarheidsverklaring (TLV) aan.", "toelaatbaarheidsverklaring", NULL},
        {"De TLV (toelaatbaarheidsverklaring) is er.", "TLV", NULL},
        {"De TLV (een toelaatbaarheidsverklaring) is er.", "TLV", NULL},
        {"De intern begeleider (IB'er) belt u.", "intern begeleider", NULL},
        {"De AB'er (ambulant begeleider) belt u.", "ambulant begeleider", NULL},
        {"Een toelaatbaarheidsverklaring (TLV) is een papier voor een andere school.", NULL, NULL},
        {"Er komt een toelaatbaarheidsverklaring (TLV). Dat is een papier.", NULL, NULL},
        {"De TLV (papier voor een andere school) is er.", NULL, NULL},
        {"Het SWV (samenwerkingsverband, alle scholen in de buurt) beslist.", NULL, NULL},
        {"De intern begeleider (zij helpt de juf) belt u.", NULL, NULL},
        {"Kom naar de OPP-bespreking.", "OPP", NULL},
        {"Er zijn hoofdluizen. Zoek de neten.", "hoofdluizen", NULL},
    };
    EXPECT(SCHAKEL_RULE_SCHOOL_TERM, list);
    schakel_finding f = SCHAKEL_FINDING_INIT;
    schakel_report *report = check_at("Een adaptieve toets. Twee adaptieve toetsen.", SCHAKEL_LEVEL_A2);
    size_t count = 0;
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_report_get_finding(report, i, &f);
        count += f.rule == SCHAKEL_RULE_SCHOOL_TERM;
    }
    assert_int_equal(count, 1);
    schakel_report_destroy(report);
}

static void abbreviations_are_written_out(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Dat kost 3 euro p.p. per dag.", "p.p.", "per persoon"},
        {"Hij heeft een QXZ gekregen.", NULL, NULL},
        {"De GGD-arts komt.", "GGD", NULL},
        {"Wij geven EHBO-les.", NULL, NULL},
        {"Dhr. Smit belt op 3 dec. naar u.", NULL, NULL},
        {"Hij is zo. Maar zij niet.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_ABBREVIATION, list);
}

static void passives_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Het feest wordt door ons betaald.", "wordt door ons betaald", NULL},
        {"U zult worden gebeld.", "worden gebeld", NULL},
        {"Wij weten dat het feest betaald wordt.", "betaald wordt", NULL},
        {"Er wordt gedanst.", NULL, NULL}, /* impersonal speaks */
        {"De brief is gisteren geschreven.", "is gisteren geschreven", NULL},
        {"Wie wordt vandaag door zijn oma gehaald?", "wordt vandaag door zijn oma gehaald", NULL},
        {"Hij is gevallen en wordt nu opgehaald.", "wordt nu opgehaald", NULL},
        {"Het plein moet geveegd worden.", "geveegd worden", NULL},
        {"De ramen zijn gezeemd door twee ouders.", NULL, NULL},
        {"De tent wordt geschulderd.", "wordt geschulderd", NULL},
        {"Het huis dat is gebouwd, is mooi.", NULL, NULL},
        {"Het huis dat in 2019 is gebouwd, is mooi.", "is gebouwd", NULL},
        {"Zodra het formulier is ingevuld, bellen wij u.", NULL, NULL},
        {"Zodra het formulier door u is ingevuld, bellen wij.", "is ingevuld", NULL},
        {"Wij weten dat de juf geïnformeerd is.", NULL, NULL},
        {"Het lokaal is schoon gemaakt.", NULL, NULL},
        {"Deze dag wordt kijkdag genoemd.", NULL, NULL},
        {"Uw kind wordt door de dokter gezien.", "wordt door de dokter gezien", NULL},
        {"Wilt u gebeld worden?", NULL, NULL},
        {"Hij wil gebeld worden.", "gebeld worden", NULL},
        {"In de gang wordt niet gerend.", NULL, NULL}, /* impersonal speaks */
        {"Wij houden het kind dat geboren is vast.", NULL, NULL},
        {"De les is begonnen.", NULL, NULL},
        {"Uw kind is geboren in Zuiderdam.", NULL, NULL},
        {"U bent verplicht om te bellen.", NULL, NULL},
        {"De school is gesloten.", NULL, NULL},
        {"Het wordt dit jaar een mooi feest.", NULL, NULL},
        {"Wij geven u een bepaald bedrag.", NULL, NULL},
        {"Hij wordt ziek.", NULL, NULL},
        {"Zij wordt lerares.", NULL, NULL},
        {"Wij zijn gekomen.", NULL, NULL},
        {"Wij hebben u gebeld.", NULL, NULL},
        {"Hij is getrouwd.", NULL, NULL},
        {"Het wordt leuk, want wij hebben gezongen.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_PASSIVE, list);
}

static void verb_parts_far_apart_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Wij hebben u gisteren na de les op school met de auto gebracht.",
         "hebben u gisteren na de les op school met de auto gebracht", NULL},
        {"Wij hebben u gisteren gebeld.", NULL, NULL},
        {"Het feest is geslaagd en de kinderen zijn allemaal weer naar huis gegaan.", NULL, NULL},
        {"Wij hebben een fijne dag, want wij gaan met alle kinderen zwemmen.", NULL, NULL},
        {"Het is fijn om met alle kinderen van de school naar zee te gaan.", NULL, NULL},
        {"Wij hebben de ouders die gisteren niet konden komen vandaag gebeld.",
         "hebben de ouders die gisteren niet konden komen vandaag gebeld", NULL},
        {"De ouders die willen helpen kunnen zich melden.", NULL, NULL},
        {"De juf, die al twintig jaar met plezier bij ons werkt, stopt.",
         "juf, die al twintig jaar met plezier bij ons werkt, stopt", NULL},
        {"De door de ouders van onze school bedachte spelletjes zijn leuk.",
         "De door de ouders van onze school bedachte spelletjes", NULL},
        {"De door ouders bedachte spelletjes zijn leuk.", NULL, NULL},
        {"Wij gaan na de vakantie met alle kleuters naar het bos wandelen.",
         "gaan na de vakantie met alle kleuters naar het bos wandelen", NULL},
        {"Het plan heeft veel goede kanten, zoals samen buiten spelen.", NULL, NULL},
        {"Beste ouders van groep 3 en 4, op dinsdag gaan wij naar zee.", NULL, NULL},
        {"Dat kan door de vraag op de achterkant te beantwoorden.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_PINCER, list);
}

static void piled_up_clauses_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Wij bellen u, omdat het regent en omdat wij weg zijn.",
         "Wij bellen u, omdat het regent en omdat wij weg zijn", NULL},
        {"Wij bellen u omdat het regent.", NULL, NULL},
        {"Doe dat als vader, net als vorig jaar.", NULL, NULL},
        {"Weet u of de man die daar staat, Bram kent?", "Weet u of de man die daar staat, Bram kent", NULL},
        {"Als u een vraag hebt die haast heeft, belt u ons.",
         "Als u een vraag hebt die haast heeft, belt u ons", NULL},
        {"Wij komen omdat uw kind op maandag met zijn klas in onze tuin werkt.",
         "omdat uw kind op maandag met zijn klas in onze tuin werkt", NULL},
        {"Ik weet niet wie er komt als het regent.", "Ik weet niet wie er komt als het regent", NULL},
        {"Geef het boek terug dat u hebt geleend zodra u het uit hebt.",
         "Geef het boek terug dat u hebt geleend zodra u het uit hebt", NULL},
        {"Die dag eten wij dat brood op, want dat is lekker.", NULL, NULL},
        {"Als ouder kunt u ons helpen of dat aan anderen vragen.", NULL, NULL},
        {"Hoe laat komt de juf die avond?", NULL, NULL},
        {"Wilt u mailen of de school bellen?", NULL, NULL},
        {"Om 9 uur gaan wij weg om op tijd te zijn.", NULL, NULL},
        {"Toen ging de bel en nu gaan wij eten.", NULL, NULL},
        {"Blijf thuis als uw kind hoest en moe is.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_SUBORDINATE_CLAUSES, list);
    schakel_finding f = SCHAKEL_FINDING_INIT;
    schakel_report *report = check_at(list[0].text, SCHAKEL_LEVEL_B1);
    assert_int_equal(first_of(report, SCHAKEL_RULE_SUBORDINATE_CLAUSES, &f),
                     schakel_report_finding_count(report));
    schakel_report_destroy(report);
    report = check_at(list[1].text, SCHAKEL_LEVEL_A1);
    assert_true(first_of(report, SCHAKEL_RULE_SUBORDINATE_CLAUSES, &f) <
                schakel_report_finding_count(report));
    schakel_report_destroy(report);
}

static void split_verbs_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Wij nodigen u en uw kinderen op donderdag 3 juni graag uit.",
         "nodigen u en uw kinderen op donderdag 3 juni graag uit", NULL},
        {"Lever de lijst met de namen bij juf Sterre in, want zij wacht.",
         "Lever de lijst met de namen bij juf Sterre in", NULL},
        {"Wij nodigen u graag uit.", NULL, NULL},
        {"Wij willen u en uw kinderen op donderdag 3 juni graag uitnodigen.", NULL, NULL},
        {"Neem brood mee voor alle kinderen die met ons in de bus zitten.", NULL, NULL},
        {"Wij wachten met alle kinderen van de klas op de bus.", NULL, NULL},
        {"De kinderen fietsen met de meester en twee ouders het bos uit.", NULL, NULL},
        {"Juf Sterre geeft elke leerling een opdracht voor thuis in de les.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_SPLIT_VERB, list);
    schakel_finding f = SCHAKEL_FINDING_INIT;
    schakel_report *report = check_at(list[0].text, SCHAKEL_LEVEL_A2);
    first_of(report, SCHAKEL_RULE_SPLIT_VERB, &f);
    assert_non_null(strstr(f.message_nl, "uitnodigen"));
    schakel_report_destroy(report);
}

static void enumerations_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Neem een jas, een beker, een bal en een boek mee.", "jas, een beker, een bal en een boek mee",
         NULL},
        {"Veeg het plein, was de ramen, geef de planten water en zet thee.",
         "plein, was de ramen, geef de planten water en zet thee", NULL},
        {"Neem een jas, een beker en een boek mee.", NULL, NULL},
        {"Als het regent, neem dan een jas, een tas en een boek mee.", NULL, NULL},
        {"Groep 3, 4, 5 en 6 gaan naar zee.", NULL, NULL},
        {"Kom op maandag, dinsdag, donderdag of vrijdag.", NULL, NULL},
        {"- Neem een jas, een beker, een bal en een boek mee.", NULL, NULL},
        {"Het regende, het waaide, het was koud en wij gingen weg.", NULL, NULL},
        {"Beste ouders, morgen gaan wij, zoals u weet, met bus en trein weg.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_MAKE_LIST, list);
}

static void nouns_made_of_verbs_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Wij beginnen met het organiseren van feest.", "het organiseren van", NULL},
        {"Wij organiseren het feest van groep 3.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_NOMINAL_STYLE, list);
}

static void gendered_wording_is_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Wij zoeken een klasmoeder.", "klasmoeder", "klassenouder"},
        {"Beste mama's, kom allemaal.", "Beste mama's", "Beste ouders"},
        {"Beste mama's en papa's, kom allemaal.", NULL, NULL},
        {"Mijn moeder komt.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_GENDERED_WORDING, list);
}

static void two_negations_in_one_clause_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Kom niet zonder jas.", "niet zonder", NULL},
        {"Niemand mag niet meedoen.", "Niemand mag niet", NULL},
        {"Het is niet onmogelijk.", "niet onmogelijk", NULL},
        {"Wij zeggen niet dat u geen vragen mag stellen.", "niet dat u geen", NULL},
        {"Er is niemand die dat niet weet.", "niemand die dat niet", NULL},
        {"Wij komen, tenzij u niet thuis bent.", "tenzij u niet", NULL},
        {"Dat kunnen wij niet ontkennen.", "niet ontkennen", NULL},
        {"Wij kunnen niet uitsluiten dat het regent.", "niet uitsluiten", NULL},
        {"Kom niet als u geen tijd hebt.", NULL, NULL},
        {"Het is niet onder de tafel.", NULL, NULL},
        {"Wij gaan niet, omdat er niemand is.", NULL, NULL},
        {"Wij sluiten niemand uit.", NULL, NULL},
        {"Niet alleen u, ook wij komen niet.", NULL, NULL},
        {"Ik kom niet en hij komt ook niet.", NULL, NULL},
        {"Wij gaan niet. Wij weten niets.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_DOUBLE_NEGATION, list);
}

static void unclear_times_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Kom om half 9.", "half 9", "8.30 uur"},
        {"Kom om half acht 's avonds.", "half acht", "19.30 uur"},
        {"De avond begint om kwart over 7.", "kwart over 7", "19.15 uur"},
        {"Het is om kwart voor 3 klaar.", "kwart voor 3", "14.45 uur"},
        {"Wij gaan om 5 over half 1 weg.", "5 over half 1", "12.35 uur"},
        {"Kom om 10 voor 8.", "10 voor 8", "7.50 uur"},
        {"Kom om half 1 uur.", "half 1 uur", "12.30 uur"},
        {"Kom op 03-04-2026.", "03-04-2026", "3 april 2026"},
        {"Kom op 2026-04-03.", "2026-04-03", "3 april 2026"},
        {"Kom a.s. donderdag.", "a.s. donderdag", NULL},
        {"Volgende week is het feest.", "Volgende week", NULL},
        {"Volgende week woensdag is het feest.", "Volgende week woensdag", NULL},
        {"Het feest is volgende week op woensdagmiddag.", "volgende week op woensdagmiddag", NULL},
        {"Het feest is woensdag volgende week.", "woensdag volgende week", NULL},
        {"Het feest is komende vrijdagavond.", "komende vrijdagavond", NULL},
        {"Het feest is vrijdagavond a.s.", "vrijdagavond a.s.", NULL},
        {"Lever het in voor woensdag volgende week.", "woensdag volgende week", NULL},
        {"Volgende week, woensdag, is het feest.", "Volgende week", NULL},
        {"Volgende week op school is het feest.", "Volgende week", NULL},
        {"Wij zien de volgende middag weer uit naar u.", NULL, NULL},
        {"Kom donderdag 3 december om 19.30 uur.", NULL, NULL},
        {"Volgende week, op donderdag 3 december, is het feest.", NULL, NULL},
        {"Een half jaar lang zijn er 5 voor 12 kinderen.", NULL, NULL},
        {"Op 31-02-2026 en 06-12345678.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_UNCLEAR_TIME, list);
}

static void guilt_is_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Uw aanwezigheid is verplicht.", "Uw aanwezigheid is verplicht", NULL},
        {"Wij zien u graag.", NULL, NULL},
        {"U bent als vader immers eindverantwoordelijk.", "U bent als vader immers eindverantwoordelijk",
         NULL},
        {"De school is eindverantwoordelijk voor de veiligheid.", NULL, NULL},
        {"Helaas zien wij dat dit nog onvoldoende gebeurt.",
         "Helaas zien wij dat dit nog onvoldoende gebeurt", NULL},
        {"Helaas komen ouders te weinig naar de avonden.", "Helaas komen ouders te weinig", NULL},
        {"Helaas is er dit jaar te weinig geld.", NULL, NULL},
        {"Helaas kunnen wij u te weinig tijd geven.", NULL, NULL},
        {"Helaas hebt u zich niet aan de regels gehouden.", "u zich niet aan de regels gehouden", NULL},
        {"Kunt u zich niet aan de afspraak houden? Bel ons.", NULL, NULL},
        {"Wij hebben ons niet aan de afspraak met u gehouden. Sorry!", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_GUILT, list);
}

static void questions_about_a_flight_must_not_go_out(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Waarom bent u gevlucht?", "Waarom bent u gevlucht", NULL},
        {"Hoe gaat het met uw kind?", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_FLIGHT_HISTORY, list);
    schakel_report *report = check_at(list[0].text, SCHAKEL_LEVEL_C1);
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_report_get_verdict(report, &verdict);
    assert_int_equal(verdict.meets_target, 0);
    schakel_report_destroy(report);
}

static void long_paragraphs_and_texts_are_found(void **state)
{
    (void)state;
    char text[4096] = "";
    schakel_finding f = SCHAKEL_FINDING_INIT;
    for (int i = 0; i < 10; i++)
        strcat(text, "Wij gaan. ");
    schakel_report *report = check_at(text, SCHAKEL_LEVEL_A2);
    assert_int_equal(schakel_report_finding_count(report), 0);
    schakel_report_destroy(report);
    report = check_at(strcat(text, "Wij gaan. "), SCHAKEL_LEVEL_A2);
    assert_int_equal(schakel_report_finding_count(report), 1);
    assert_int_equal(first_of(report, SCHAKEL_RULE_LONG_PARAGRAPH, &f), 0);
    schakel_report_destroy(report);

    text[0] = '\0';
    for (int i = 0; i < 151; i++)
        strcat(text, i % 5 == 4 ? "Wij gaan.\n\n" : "Wij gaan. ");
    report = check_at(text, SCHAKEL_LEVEL_A2);
    assert_int_equal(schakel_report_finding_count(report), 2); /* it has no title either */
    assert_int_equal(first_of(report, SCHAKEL_RULE_LONG_TEXT, &f), 0);
    schakel_report_destroy(report);
}

static void plain_sentences_are_left_alone(void **state)
{
    (void)state;
    static const char *const plain[] = {
        "Beste ouders,",
        "Wij gaan op vrijdag 3 juli zwemmen.",
        "Hoe laat begint het?",
        "Neem brood en drinken mee.",
        "Bel ons of mail naar info@school.example.",
        "Hebt u een vraag? Kom dan langs.",
        "Groeten van juf Sterre",
        "De deur gaat om 8.15 uur open.",
    };
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        schakel_report *report = check_at(plain[i], SCHAKEL_LEVEL_A2);
        schakel_finding f = SCHAKEL_FINDING_INIT;
        if (schakel_report_get_finding(report, 0, &f) == SCHAKEL_OK)
            print_message("%s: %s\n", plain[i], f.message_nl);
        assert_int_equal(schakel_report_finding_count(report), 0);
        schakel_report_destroy(report);
    }
}

static void every_rule_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int rule = 0; rule <= SCHAKEL_RULE_UNKNOWN_WORD; rule++)
        for (int other = 0; other < rule; other++)
            assert_string_not_equal(schakel_rule_name((schakel_rule)rule),
                                    schakel_rule_name((schakel_rule)other));
    assert_string_equal(schakel_rule_name(SCHAKEL_RULE_LONG_SENTENCE), "long-sentence");
    assert_string_equal(schakel_rule_name(SCHAKEL_RULE_UNKNOWN_WORD), "unknown-word");
    assert_null(schakel_rule_name((schakel_rule)(SCHAKEL_RULE_UNKNOWN_WORD + 1)));
    assert_null(schakel_rule_name((schakel_rule)-1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_sentences_are_found),
        cmocka_unit_test(hard_words_are_found_once),
        cmocka_unit_test(officialese_gets_a_plain_wording),
        cmocka_unit_test(school_terms_are_explained_at_first_use),
        cmocka_unit_test(abbreviations_are_written_out),
        cmocka_unit_test(passives_are_found),
        cmocka_unit_test(verb_parts_far_apart_are_found),
        cmocka_unit_test(piled_up_clauses_are_found),
        cmocka_unit_test(split_verbs_are_found),
        cmocka_unit_test(enumerations_are_found),
        cmocka_unit_test(nouns_made_of_verbs_are_found),
        cmocka_unit_test(gendered_wording_is_found),
        cmocka_unit_test(two_negations_in_one_clause_are_found),
        cmocka_unit_test(unclear_times_are_found),
        cmocka_unit_test(guilt_is_found),
        cmocka_unit_test(questions_about_a_flight_must_not_go_out),
        cmocka_unit_test(long_paragraphs_and_texts_are_found),
        cmocka_unit_test(plain_sentences_are_left_alone),
        cmocka_unit_test(every_rule_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
