/* Rules about a letter as a whole and about what it asks of its readers: what they must find, and what they must leave alone. */
#include "unit/text_expect.h"

static const char *message_of(const schakel_report *report, schakel_rule rule)
{
    schakel_finding f = SCHAKEL_FINDING_INIT;
    return first_of(report, rule, &f) < schakel_report_finding_count(report) ? f.message_nl : "";
}

/* The first message of a rule about a text; "" for none. */
static void expect_message(schakel_rule rule, const char *text, const char *message)
{
    schakel_report *report = check_at(text, SCHAKEL_LEVEL_A2);
    assert_string_equal(message_of(report, rule), message);
    schakel_report_destroy(report);
}

static size_t count_of(const schakel_report *report, schakel_rule rule)
{
    size_t count = 0;
    schakel_finding f = SCHAKEL_FINDING_INIT;
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        assert_int_equal(schakel_report_get_finding(report, i, &f), SCHAKEL_OK);
        count += f.rule == rule;
    }
    return count;
}

static void one_thing_has_one_name(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"De leraar belt u. U mag de docent ook bellen.", "docent", "leraar"},
        {"Een leraar belt u. De docent is er elke dag.", "docent", NULL},
        {"De leraar belt u. De leraren zijn er elke dag.", NULL, NULL},
        {"Juf Roos belt u. Vraag het aan de juf.", NULL, NULL},
        {"De juf en de meester zijn er.", NULL, NULL},
        {"De medezeggenschapsraad (MR) praat. Vraag het de MR.", NULL, NULL},
        {"Leerjaar 1 is de eerste klas.", NULL, NULL},
        {"De leraar belt u. Dit is de docent.", "docent", "leraar"},
        {"De medezeggenschapsraad praat. Vraag het de MR.", "MR", NULL},
        {"Wij gaan naar de buitenschoolse opvang. De opvang is open.", NULL, NULL},
        {"De conciërge helpt u. Wij zoeken een huismeester.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_ONE_NAME, list);
    expect_message(SCHAKEL_RULE_ONE_NAME, "De leraar belt u. U mag de docent ook bellen.",
                   "Noem dit steeds hetzelfde: hier “docent”, eerder “leraar”.");
    schakel_report *report =
        check_at("De leraar belt. De docent komt. De leerkracht helpt. De docent gaat.", SCHAKEL_LEVEL_A2);
    assert_int_equal(count_of(report, SCHAKEL_RULE_ONE_NAME), 3);
    schakel_report_destroy(report);
}

#define WHOM "Beste ouders van groep 5,\n"
#define INVITE "Op donderdag 4 maart is er een ouderavond. U bent welkom!\n"
#define REST "U hoeft zich niet aan te melden. Hebt u een vraag? Bel juf Roos: 010 - 000 00 00.\n"

static void invitations_tell_all(void **state)
{
    (void)state;
    static const expectation list[] = {
        {WHOM INVITE "Het is van 19.00 tot 20.30 uur in de aula.\n" REST, NULL, NULL},
        {WHOM INVITE "Het begint om half 8 in het lokaal en duurt een uur.\n" REST, NULL, NULL},
        {WHOM INVITE "Wij beginnen om 19.00 uur in ons lokaal. Om 20.30 uur zijn wij klaar.\n" REST, NULL,
         NULL},
        {WHOM INVITE "Het is van 19.00 tot 20.30 uur.\n" REST, "U bent welkom", NULL},
        {WHOM INVITE "Tijd: 19.00 uur\nHoe lang: 45 minuten\nWaar: in de aula\n" REST, NULL, NULL},
        {WHOM INVITE "Het begint om 19.00 uur in de aula. Kom 5 minuten eerder.\n" REST, "U bent welkom",
         NULL},
        {"Beste ouders,\nOp donderdag 4 maart was de ouderavond. De aula was vol. Dank u wel voor uw vragen!",
         NULL, NULL},
        {"Beste ouders,\nGroep 5 gaat op 4 maart naar het museum. Geef uw kind fruit mee. Om 14.00 uur zijn wij "
         "weer op school.",
         NULL, NULL},
        {"Is de app moeilijk? Kom dan naar de balie. Wij zijn er elke dag en helpen u graag met de app.",
         NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_INCOMPLETE_INVITATION, list);
    expect_message(
        SCHAKEL_RULE_INCOMPLETE_INVITATION, WHOM INVITE "Het begint om 19.00 uur.\n" REST,
        "In deze uitnodiging staat nog niet: hoe laat het klaar is, waar het is. Zeg ook of het iets kost "
        "en of ouders iets meenemen.");
    expect_message(
        SCHAKEL_RULE_INCOMPLETE_INVITATION,
        WHOM "Op 4 maart is er een ouderavond. U bent welkom!\nHet is van 19.00 tot 20.30 uur in de aula.\n",
        "In deze uitnodiging staat nog niet: welke dag van de week het is, hoe ouders antwoord geven, aan "
        "wie ouders iets kunnen vragen. Zeg ook of het iets kost en of ouders iets meenemen.");
    expect_message(SCHAKEL_RULE_INCOMPLETE_INVITATION,
                   WHOM "Wij nodigen u uit op donderdag 4 maart. In de aula is het open van 19.00 tot 20.30 "
                        "uur.\n" REST,
                   "In deze uitnodiging staat nog niet: wat er te doen is. Zeg ook of het iets kost en of "
                   "ouders iets meenemen.");
}

#define NEWS "De kinderen werken over water. Zij maken een boot en een brug. Dat vinden zij leuk. "

static void requests_are_clear(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Beste ouders,\n" NEWS "Het zou fijn zijn als er ouders meegaan.", "Het zou fijn zijn", NULL},
        {"Beste ouders,\n" NEWS "Het formulier moet worden ingeleverd bij de juf.",
         "Het formulier moet worden ingeleverd bij de juf", NULL},
        {"Beste ouders,\n" NEWS "Het formulier werd snel ingeleverd.", NULL, NULL},
        {"Beste ouders,\n" NEWS NEWS "Geef de lege flessen voor vrijdag 5 maart aan de juf.",
         "Geef de lege flessen voor vrijdag 5 maart aan de juf", NULL},
        {"Beste ouders,\nGeef de lege flessen voor vrijdag 5 maart aan de juf.\n" NEWS, NULL, NULL},
        {"Beste ouders,\n" NEWS NEWS "\n\n## Wat doet u?\n\nGeef de flessen voor vrijdag 5 maart aan de juf.",
         NULL, NULL},
        {"Beste ouders,\nVul het formulier in.\n" NEWS NEWS, "Vul het formulier in", NULL},
        {"Beste ouders,\n" NEWS NEWS "Hebt u een vraag? Bel juf Roos.", NULL, NULL},
        {"Beste ouders,\n" NEWS NEWS, NULL, NULL},
        {NEWS NEWS "Het zou fijn zijn als de zon schijnt.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_NO_CLEAR_REQUEST, list);
    expect_message(
        SCHAKEL_RULE_NO_CLEAR_REQUEST, list[0].text,
        "Hier vraagt u iets, maar niet duidelijk. Zet bovenaan wat de ouder moet doen en voor wanneer.");
    expect_message(SCHAKEL_RULE_NO_CLEAR_REQUEST, list[3].text,
                   "Deze vraag staat ver in de tekst. Zet bovenaan wat de ouder moet doen en voor wanneer.");
    expect_message(SCHAKEL_RULE_NO_CLEAR_REQUEST, list[6].text,
                   "Zet erbij voor welke dag de ouder dit moet doen.");
}

static void a_message_about_a_child_tells_something_good(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Daan maakt vaak ruzie. Hij luistert niet naar de juf.", "ruzie", NULL},
        {"Daan maakt vaak ruzie. Hij luistert niet naar de juf. Hij rekent wel heel goed.", NULL, NULL},
        {"Daan maakt vaak ruzie. Hij luistert niet goed naar de juf.", "ruzie", NULL},
        {"De kinderen maken vaak ruzie. Zij luisteren niet naar de juf.", NULL, NULL},
        /* A question tells nothing, neither what is hard nor what goes well. */
        {"Hoe gaat het met Daan? Wat vindt hij moeilijk? Waar is hij goed in? Kunt u niet komen? Bel dan.",
         NULL, NULL},
        {"Daan maakt vaak ruzie. Hij luistert niet naar de juf. Gaat het thuis wel goed?", "ruzie", NULL},
        {"Daan komt morgen niet op school. Hij gaat naar zijn oma.", NULL, NULL},
        {"# Te laat?\n\nKomt uw kind te laat? Bel dan.\n\n## Is het vaak te laat?\n\nHij mag niet naar huis. Praat "
         "met de juf.",
         NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_ONLY_PROBLEMS, list);
    expect_message(SCHAKEL_RULE_ONLY_PROBLEMS, list[0].text,
                   "Deze tekst vertelt alleen wat moeilijk gaat. Vertel ook iets wat goed gaat.");
}

static void emphasis_is_quiet(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Kom NIET te laat.", "NIET", NULL},
        {"LET OP: de deur is dicht.", "LET OP", NULL},
        {"DE DEUR IS DICHT VOOR 9.00 UUR.", "DE DEUR IS DICHT VOOR", NULL},
        {"Uw kind gaat naar de BSO of de IKC.", NULL, NULL},
        {"De SOP en de BOL.", NULL, NULL},
        {"Tot dan!!", "!!", "!"},
        {"Tot dan!", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_LAYOUT, list);
    expect_message(SCHAKEL_RULE_LAYOUT, "Kom NIET te laat.",
                   "Schrijf “niet” in plaats van “NIET”. Is het belangrijk? Maak het dan vet.");
}

static void long_texts_have_a_title_and_headings(void **state)
{
    (void)state;
    static char text[8192];
    const char *message;
    for (int titled = 0; titled < 2; titled++)
        for (int paragraphs = 7; paragraphs <= 14; paragraphs += 7) {
            strcpy(text, titled ? "# Wij werken over water\n\n" : "Beste ouders,\n\n");
            for (int i = 0; i < paragraphs; i++)
                strcat(text, NEWS "\n\n");
            schakel_report *report = check_at(text, SCHAKEL_LEVEL_A2);
            message = message_of(report, SCHAKEL_RULE_LAYOUT);
            if (titled && paragraphs == 7)
                assert_string_equal(message, "");
            else if (titled)
                assert_string_equal(
                    message, "Zet boven elk deel van de tekst een kopje, bijvoorbeeld “Wanneer is het?”");
            else if (paragraphs == 7)
                assert_string_equal(message, "Zet boven de tekst een titel die zegt waar het over gaat.");
            else
                assert_string_equal(message, "Zet boven de tekst een titel. Zet boven elk deel een kopje, "
                                             "bijvoorbeeld “Wanneer is het?”");
            assert_true(count_of(report, SCHAKEL_RULE_LAYOUT) <= 1);
            schakel_report_destroy(report);
        }
}

static void headings_ask(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"# Sportdag\n\nWij gaan.\n\n## Datum\n\nVrijdag 5 maart.\n\n## Tijd\n\n9.00 uur.\n\n## Plaats\n\nHet veld.",
         "Datum", NULL},
        {"# Sportdag\n\nWij gaan.\n\n## Wanneer is het?\n\nVrijdag 5 maart.\n\n## Tijd\n\n9.00 uur.\n\n## Plaats\n\n"
         "Het veld.",
         NULL, NULL},
        {"# Sportdag\n\nWij gaan.\n\n## Datum\n\nVrijdag 5 maart.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_LAYOUT, list);
}

static void reading_tasks_are_found(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Lees met uw kind over de beer.", "Lees", NULL},
        {"Neem een boek en lees met uw kind.", "lees", NULL},
        {"Wilt u thuis het verhaal overhoren?", "overhoren", NULL},
        {"Schrijf thuis een verslagje.", "Schrijf", NULL},
        {"Schrijf uw naam op de lijst.", NULL, NULL},
        {"De juf leest elke dag een verhaal.", NULL, NULL},
        {"Uw kind leert lezen en schrijven.", NULL, NULL},
        {"U mag komen luisteren als de kinderen voorlezen.", NULL, NULL},
        {"In welke taal leest u?", NULL, NULL},
        {"Kijk samen naar de plaatjes.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_READING_TASK, list);
}

static void no_parent_is_left_out(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Vraag je moeder om hulp.", "je moeder", NULL},
        {"Wij zoeken moeders voor de markt.", "moeders", NULL},
        {"Ook vaders mogen komen.", "vaders", NULL},
        {"Moeders kunnen dit ook.", NULL, NULL},
        {"Vaders en moeders zijn welkom.", NULL, NULL},
        {"Vraag je vader of je moeder om hulp.", NULL, NULL},
        {"De moeder van Roos komt ook.", NULL, NULL},
        {"Zijn moeder belt de school.", NULL, NULL},
        {"Wij maken iets moois voor Moederdag.", NULL, NULL},
        {"De meisjes mogen de tafels versieren en de jongens dragen de stoelen.",
         "meisjes mogen de tafels versieren en de jongens", NULL},
        {"De jongens en meisjes dragen samen de stoelen.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_GENDERED_WORDING, list);
}

static void idioms_are_found_where_they_are_not_meant_as_they_stand(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Wij zetten de puntjes op de i.", "de puntjes op de i", NULL},
        {"Zet bij het schrijven de puntjes op de i.", NULL, NULL},
        {"Trek op tijd aan de bel.", "Trek op tijd aan de bel", NULL},
        {"Trek aan de bel bij de deur.", NULL, NULL},
        {"Loop op je tenen langs de peuters.", NULL, NULL},
    };
    EXPECT(SCHAKEL_RULE_FIGURE_OF_SPEECH, list);
}

static void terms_may_be_explained_by_the_next_sentence(void **state)
{
    (void)state;
    static const expectation list[] = {
        {"Uw kind gaat naar de bovenbouw.", "bovenbouw", NULL},
        {"Uw kind gaat naar de bovenbouw. Dat zijn groep 6, 7 en 8.", NULL, NULL},
        {"Uw kind gaat naar de bovenbouw (groep 6, 7 en 8).", NULL, NULL},
        {"Uw kind gaat naar de bovenbouw. Daar leert het veel.", "bovenbouw", NULL},
    };
    EXPECT(SCHAKEL_RULE_SCHOOL_TERM, list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_thing_has_one_name),
        cmocka_unit_test(invitations_tell_all),
        cmocka_unit_test(requests_are_clear),
        cmocka_unit_test(a_message_about_a_child_tells_something_good),
        cmocka_unit_test(emphasis_is_quiet),
        cmocka_unit_test(long_texts_have_a_title_and_headings),
        cmocka_unit_test(headings_ask),
        cmocka_unit_test(reading_tasks_are_found),
        cmocka_unit_test(no_parent_is_left_out),
        cmocka_unit_test(idioms_are_found_where_they_are_not_meant_as_they_stand),
        cmocka_unit_test(terms_may_be_explained_by_the_next_sentence),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
