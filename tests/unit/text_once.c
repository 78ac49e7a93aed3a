/* One problem gets one finding: where two rules see the same thing, one speaks. And advice fits its sentence. */
#include "text_expect.h"

typedef struct once {
    const char *text;
    schakel_rule speaks, silent;
} once;

static int speaks(const schakel_report *report, schakel_rule rule)
{
    schakel_finding f = SCHAKEL_FINDING_INIT;
    return first_of(report, rule, &f) < schakel_report_finding_count(report);
}

static void one_problem_gets_one_finding(void **state)
{
    (void)state;
    static const once list[] = {
        {"Er wordt morgen vroeg gestart.", SCHAKEL_RULE_IMPERSONAL, SCHAKEL_RULE_PASSIVE},
        {"Er kan op school een fiets geleend worden.", SCHAKEL_RULE_IMPERSONAL, SCHAKEL_RULE_PASSIVE},
        {"De tas wordt morgen na de les door de juf naar huis gebracht.", SCHAKEL_RULE_PASSIVE,
         SCHAKEL_RULE_PINCER},
        {"Wij willen op school eerst graag de kat uit de boom kijken.", SCHAKEL_RULE_FIGURE_OF_SPEECH,
         SCHAKEL_RULE_PINCER},
        {"Mocht u op die dag een uur tijd over hebben, bel dan.", SCHAKEL_RULE_FORMAL_WORDING,
         SCHAKEL_RULE_PINCER},
        {"Ik wil graag weten wat uw kind leuk vindt als het na school thuis is.",
         SCHAKEL_RULE_SUBORDINATE_CLAUSES, SCHAKEL_RULE_LONG_SENTENCE},
        {"Wij rekenen op uw medewerking.", SCHAKEL_RULE_GUILT, SCHAKEL_RULE_FORMAL_WORDING},
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        schakel_report *report = check_at(list[i].text, SCHAKEL_LEVEL_A2);
        if (!speaks(report, list[i].speaks) || speaks(report, list[i].silent))
            fail_msg("%s: %s %d, %s %d", list[i].text, schakel_rule_name(list[i].speaks),
                     speaks(report, list[i].speaks), schakel_rule_name(list[i].silent),
                     speaks(report, list[i].silent));
        schakel_report_destroy(report);
    }
}

static void dates_read_as_one_word(void **state)
{
    (void)state;
    static const expectation length[] = {
        {"Kom op maandag 14 september of donderdag 17 september, tussen 14.30 uur en 19.00 uur.", NULL, NULL},
        {"Groeten van de kinderen van groep 6 en van meester Noor\nbasisschool De Springplank", NULL, NULL},
    };
    static const expectation split[] = {
        {"Geef het papier voor of op vrijdag 28 mei terug.", NULL, NULL},
        {"Geef het papier met de naam van uw kind terug.", "Geef het papier met de naam van uw kind terug",
         NULL},
    };
    EXPECT(SCHAKEL_RULE_LONG_SENTENCE, length);
    EXPECT(SCHAKEL_RULE_SPLIT_VERB, split);
}

typedef struct advice {
    const char *text;
    schakel_rule rule;
    const char *part; /* of the message */
} advice;

static void advice_fits_its_sentence(void **state)
{
    (void)state;
    static const advice list[] = {
        {"Op dinsdag 25 mei a.s. gaan wij weg.", SCHAKEL_RULE_ABBREVIATION, "de datum staat er al"},
        {"Neem kleren mee i.v.m. het water.", SCHAKEL_RULE_ABBREVIATION, "een zin met “omdat”"},
        {"De fietsen worden gekeurd door ouders.", SCHAKEL_RULE_PASSIVE, "Begin met wie het doet"},
        {"De fietsen worden gekeurd.", SCHAKEL_RULE_PASSIVE, "Zeg wie het doet"},
        {"Wij komen rond het middaguur terug.", SCHAKEL_RULE_UNCLEAR_TIME, "hoe laat"},
        {"Volgend jaar lopen wij weer.", SCHAKEL_RULE_UNCLEAR_TIME, "het jaar"},
        {"De komende maanden is het druk.", SCHAKEL_RULE_UNCLEAR_TIME, "van welke dag tot welke dag"},
        {"U hoort het z.s.m. van ons.", SCHAKEL_RULE_UNCLEAR_TIME, "“zo snel mogelijk”"},
        {"Lever het in voor vrijdag.", SCHAKEL_RULE_UNCLEAR_TIME, "Welke vrijdag"},
        {"Het is de bedoeling dat u betaalt.", SCHAKEL_RULE_IMPERSONAL, "“wij willen dat”"},
        {"Het is niet de bedoeling dat u betaalt.", SCHAKEL_RULE_IMPERSONAL, "Noem de persoon"},
        {"Het is nooit echt de bedoeling om te rennen.", SCHAKEL_RULE_IMPERSONAL, "Noem de persoon"},
        {"Bellen hebben wij altijd op prijs gesteld.", SCHAKEL_RULE_IMPERSONAL, "“wij vinden het fijn”"},
        {"Te laat komen wordt niet op prijs gesteld.", SCHAKEL_RULE_IMPERSONAL, "Noem de persoon"},
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        schakel_report *report = check_at(list[i].text, SCHAKEL_LEVEL_A2);
        schakel_finding f = SCHAKEL_FINDING_INIT;
        if (first_of(report, list[i].rule, &f) == schakel_report_finding_count(report) ||
            strstr(f.message_nl, list[i].part) == NULL)
            fail_msg("%s: %s", list[i].text, f.message_nl != NULL ? f.message_nl : "nothing");
        schakel_report_destroy(report);
    }
}

static void what_the_text_explains_needs_no_more(void **state)
{
    (void)state;
    static const expectation terms[] = {
        {"# Studiedag: alle kinderen vrij\n\nKom.", NULL, NULL},
        {"# Een studiedag\n\nKom.", "studiedag", NULL},
    };
    static const expectation abbreviations[] = {
        {"# De OC zoekt leden\n\nKomt u bij de oudercommissie (OC)?", NULL, NULL},
        {"# De OC zoekt leden\n\nKomt u ook?", "OC", NULL},
    };
    EXPECT(SCHAKEL_RULE_SCHOOL_TERM, terms);
    EXPECT(SCHAKEL_RULE_ABBREVIATION, abbreviations);
}

static void words_are_read_in_their_place(void **state)
{
    (void)state;
    static const expectation passive[] = {{"Geen bericht is goed bericht.", NULL, NULL}};
    static const expectation pincer[] = {
        {"Hier komen nu meer kinderen te voet naar school dan vijf jaar geleden.", NULL, NULL}};
    static const expectation clauses[] = {
        {"Het is fijn als uw kind die dag geen vlechten of gel in het haar heeft.",
         "als uw kind die dag geen vlechten of gel in het haar heeft", NULL},
        {"Het vertelt wat goed gaat en wat moeilijk is.", NULL, NULL}};
    static const expectation times[] = {{"Kom om half 9 's avonds.", "half 9", "20.30 uur"}};
    EXPECT(SCHAKEL_RULE_PASSIVE, passive);
    EXPECT(SCHAKEL_RULE_PINCER, pincer);
    EXPECT(SCHAKEL_RULE_SUBORDINATE_CLAUSES, clauses);
    EXPECT(SCHAKEL_RULE_UNCLEAR_TIME, times);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_problem_gets_one_finding),
        cmocka_unit_test(dates_read_as_one_word),
        cmocka_unit_test(advice_fits_its_sentence),
        cmocka_unit_test(what_the_text_explains_needs_no_more),
        cmocka_unit_test(words_are_read_in_their_place),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
