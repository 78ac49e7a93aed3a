/* What is not Dutch is recognised and not judged; what is Dutch is never taken for something else. */
#include "unit/text_help.h"

static schakel_report *judged(const char *text, schakel_verdict *verdict)
{
    schakel_report *report = check(text, strlen(text));
    assert_int_equal(schakel_report_get_verdict(report, verdict), SCHAKEL_OK);
    return report;
}

/* Places that are not in Dutch: how many, and where the first one is. */
static size_t foreign_places(const schakel_report *report, schakel_finding *first)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_finding f = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &f);
        if (f.rule == SCHAKEL_RULE_OTHER_LANGUAGE && count++ == 0)
            *first = f;
    }
    return count;
}

typedef struct letter {
    const char *language, *text;
} letter;

static const letter foreign[] = {
    {"en", "Dear parents,\n\nThe school is closed on Friday. Please pick up your child at two o'clock."},
    {"en", "There will be no gym class next week."},
    {"en", "Would you like to help us with the party? We need people who can bake."},
    {"de",
     "Liebe Eltern,\n\nam Freitag ist die Schule geschlossen. Bitte holen Sie Ihr Kind um zwei Uhr ab."},
    {"de", "Wir möchten gerne mit Ihnen über Ihr Kind sprechen."},
    {"fr",
     "Chers parents,\n\nL'école est fermée vendredi. Merci de venir chercher votre enfant à deux heures."},
    {"fr", "Nous voulons parler avec vous de votre enfant."},
    {"es", "Queridos padres:\n\nEl viernes la escuela está cerrada. Por favor, recojan a su hijo a las dos."},
    {"es", "Queremos hablar con usted sobre su hijo en la escuela."},
    {"pl", "Drodzy rodzice,\n\nw piątek szkoła jest zamknięta. Proszę odebrać dziecko o godzinie drugiej."},
    {"tr", "Sevgili veliler,\n\nCuma günü okul kapalı. Lütfen çocuğunuzu saat ikide alın."},
    {"fy", "Bêste âlden,\n\nFreed is de skoalle ticht. Wolle jo jo bern om twa oere ophelje?"},
    {"it",
     "Cari genitori,\n\nvenerdì la scuola è chiusa. Per favore venite a prendere il vostro bambino alle due."},
    {"pt",
     "Caros pais,\n\nNa sexta-feira a escola está fechada. Por favor, venham buscar o seu filho às duas horas."},
    {"ro",
     "Dragi părinți,\n\nVineri școala este închisă. Vă rugăm să veniți după copilul dumneavoastră la ora două."},
    {"so",
     "Waalidiinta sharafta leh,\n\nJimcaha dugsigu waa xiran yahay. Fadlan ka soo qaado ilmahaaga labada saac."},
    {"und", "Kedves szülők, pénteken zárva lesz az iskola, kérjük, két órakor jöjjenek a gyerekekért."},
    {"und", "Të dashur prindër, të premten shkolla është mbyllur, ju lutem merrni fëmijën në orën dy."},
    {"und", "أعزائي أولياء الأمور، المدرسة مغلقة يوم الجمعة. يرجى اصطحاب طفلك في الساعة الثانية."},
    {"und", "Шановні батьки, у п'ятницю школа зачинена. Будь ласка, заберіть дитину о другій годині."},
    {"und", "ክቡራት ወለዲ፡ ዓርቢ ቤት ትምህርቲ ዕጹው እዩ።"},
    {"und", "亲爱的家长，星期五学校放假。"},
};

static void other_languages_are_recognised_and_not_judged(void **state)
{
    size_t wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++) {
        schakel_verdict v = SCHAKEL_VERDICT_INIT;
        schakel_finding f = SCHAKEL_FINDING_INIT;
        schakel_report *report = judged(foreign[i].text, &v);
        int judged = v.level != SCHAKEL_LEVEL_UNKNOWN || v.difficulty != 0 || v.confidence != 0;
        if (strcmp(v.language, foreign[i].language) != 0 || judged || v.meets_target ||
            schakel_report_reason_count(report) != 0 || foreign_places(report, &f) == 0) {
            print_message("%s, not %s: %s\n", v.language, foreign[i].language, foreign[i].text);
            wrong++;
        }
        schakel_report_destroy(report);
    }
    assert_int_equal(wrong, 0);
}

/* Short, or with many words that no list has: all Dutch. */
static const char *const dutch[] = {
    "OK",
    "Ok!",
    "Top.",
    "Super, thanks!",
    "Ja.",
    "Nee",
    "Hoi",
    "Dank u wel.",
    "Fijn weekend!",
    "Tot morgen.",
    "Is goed.",
    "Sorry, te laat.",
    "Komt goed!",
    "Geen probleem.",
    "Wie kan helpen?",
    "12",
    "06 - 12 34 56 78",
    "12.30 uur",
    "12 juni 2027",
    "?!",
    "Wumwam",
    "Sinterklaas",
    "School",
    "Weekend",
    "Computer",
    "Yasmina",
    "Yasmina el Ouazzani",
    "Sem, Noor, Daan, Yara, Mees, Lina, Omar, Sofia",
    "Abdullah, Mehmet, Zeynep, Oluwaseun, Przemek, Nguyen, Szymon, Tsegay",
    "- Ahmed\n- Fatima\n- Kacper\n- Wiktoria\n- Yusuf\n- Elif\n- Samuel",
    "Groep 3: Yara B., Mehmet K., Przemek W., Zeynep A.",
    "Els Waterlelie, juf van groep 4",
    "Basisschool De Springplank, Kerkstraat 12, Zandwijk",
    "info@springplank.example",
    "https://www.springplank.example/ouders/agenda",
    "Wifi: springplank-gast",
    "De a.s. MR-vergadering is i.v.m. de OR-avond verplaatst.",
    "Pannenkoeken, spekjes, poffertjes en limonadesiroop.",
    "Wij spelen trefbal, slagbal, tikkertje en verstoppertje.",
    "De hoofdluiscontrole en de tussenschoolse opvang zijn verplaatst.",
    "Neem gymschoenen, zwemspullen, regenlaarzen en een rugzakje mee.",
    "De kleuters knutselen een lampionnetje van crêpepapier.",
    "We gaan naar het Openluchtmuseum en daarna naar de Efteling.",
    "Het team volgt de training Teach like a champion.",
    "Uw kind mag zijn laptop, headset en powerbank meenemen.",
    "De workshop graffiti en de masterclass breakdance zijn vol.",
    "Download de app Social Schools via de Play Store of de App Store.",
    "Parro, Magister, Kwieb en Basisonline zijn apps.",
    "Wij kijken de film The Lion King in de aula.",
    "De meester speelt de song Happy Birthday op zijn ukelele.",
    "Onze school doet mee aan Jantje Beton en de Koningsspelen.",
    "Het thema is restaurant, met pizza, sushi, couscous en baklava.",
    "Op het menu: spaghetti, lasagne, falafel en ratatouille.",
    "Voor het Suikerfeest bakken we baklava en baghrir.",
    "Morgen is het Eid al-Fitr.",
    "Kerstdiner: cupcakes, wraps, brownies, quiche, muffins.",
    "Sportdag! Hockey, judo, freerunnen, kickboksen en streetdance.",
    "Breng uw kind naar de kiss-and-ride.",
    "Wij zoeken een klussenouder en een voorleesopa.",
    "Onze school heeft een plusklas, schakelklas en taalklas.",
    "Het schoolplein wordt vergroend met wilgentenen en boomstammen.",
    "Denkt u aan het strippenkaartje voor de busrit?",
    "Juf Saskia is met zwangerschapsverlof; juf Annemarijn vervangt haar.",
    "Meester Giel komt uit Weert en praat een beetje Limburgs.",
    "De leerlingenraad presenteert het pestprotocol.",
    "Breuken, kommagetallen, procenten en verhoudingstabellen.",
    "Gezocht: lege wc-rollen, eierdozen, melkpakken en kurken.",
    "Fleur haalt haar B-diploma, Mats zijn C-diploma.",
    "Bingo, bowlen en karaoke bij het slotfeest!",
};

static void dutch_is_dutch(void **state)
{
    size_t wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof dutch / sizeof dutch[0]; i++) {
        schakel_verdict v = SCHAKEL_VERDICT_INIT;
        schakel_finding f = SCHAKEL_FINDING_INIT;
        schakel_report *report = judged(dutch[i], &v);
        if (strcmp(v.language, "nl") != 0 || foreign_places(report, &f) != 0) {
            print_message("%s: %s\n", v.language, dutch[i]);
            wrong++;
        }
        schakel_report_destroy(report);
    }
    assert_int_equal(wrong, 0);
}

/* The same Dutch with and without a part in another language. */
static void of_a_mixed_letter_the_dutch_counts(void **state)
{
    static const char alone[] = "Op vrijdag is de school dicht. De leraren hebben dan een studiedag.\n\n"
                                "Uw kind is die dag vrij. Maandag zien wij uw kind weer.\n";
    static const char mixed[] = "Op vrijdag is de school dicht. De leraren hebben dan een studiedag.\n\n"
                                "On Friday the school is closed. The teachers have a study day then.\n\n"
                                "The children are free, we will see you on Monday.\n\n"
                                "Uw kind is die dag vrij. Maandag zien wij uw kind weer.\n";
    schakel_verdict a = SCHAKEL_VERDICT_INIT, b = SCHAKEL_VERDICT_INIT;
    schakel_metrics m = SCHAKEL_METRICS_INIT, n = SCHAKEL_METRICS_INIT;
    schakel_finding f = SCHAKEL_FINDING_INIT;
    (void)state;
    schakel_report *first = judged(alone, &a), *second = judged(mixed, &b);
    schakel_report_get_metrics(first, &m);
    schakel_report_get_metrics(second, &n);
    assert_string_equal(b.language, "nl");
    assert_true(a.difficulty == b.difficulty && a.level == b.level && a.meets_target == b.meets_target);
    assert_true(m.words == n.words && m.sentences == n.sentences && m.paragraphs == n.paragraphs);
    /* Neighbours are one place. */
    assert_int_equal(foreign_places(second, &f), 1);
    assert_int_equal(f.start, strstr(mixed, "On Friday") - mixed);
    assert_int_equal(f.end, strstr(mixed, "Monday") + 6 - mixed);
    schakel_report_destroy(first);
    schakel_report_destroy(second);
}

/* Dates that are given once more, each below the Dutch one, in the language of the reader. */
static void lines_that_stand_apart_are_not_judged(void **state)
{
    static const char alone[] = "# Kom praten over Noor\n\n"
                                "- Wanneer: dinsdag 22 september 2026, 11:15 tot 11:30 uur\n"
                                "- Waar: op school, lokaal 7\n\n"
                                "Praten kan ook op:\n\n- dinsdag 22 september 2026, 13:00 uur\n";
    static const char arabic[] = "# Kom praten over Noor\n\n"
                                 "- Wanneer: dinsdag 22 september 2026, 11:15 tot 11:30 uur\n"
                                 "  \u2068الثلاثاء، ٢٢ أيلول ٢٠٢٦, ١١:١٥ ص\u2069\n"
                                 "  \u2068Tuesday, September 22, 2026, 11:15 AM\u2069\n"
                                 "- Waar: op school, lokaal 7\n\n"
                                 "Praten kan ook op:\n\n- dinsdag 22 september 2026, 13:00 uur\n"
                                 "  \u2068الثلاثاء، 22 سبتمبر 2026, 13:00\u2069\n"
                                 "  \u2068martes, 22 de septiembre de 2026, 13:00\u2069\n"
                                 "  \u2068terça-feira, 22 de setembro de 2026 às 13:00\u2069\n"
                                 "  \u2068wtorek, 22 września 2026 13:00\u2069\n"
                                 "  \u206722 Eylül 2026 Salı 13:00\u2069\n";
    schakel_verdict a = SCHAKEL_VERDICT_INIT, b = SCHAKEL_VERDICT_INIT;
    schakel_metrics m = SCHAKEL_METRICS_INIT, n = SCHAKEL_METRICS_INIT;
    (void)state;
    schakel_report *first = judged(alone, &a), *second = judged(arabic, &b);
    schakel_report_get_metrics(first, &m);
    schakel_report_get_metrics(second, &n);
    assert_int_equal(b.meets_target, 1);
    assert_true(a.difficulty == b.difficulty && a.confidence == b.confidence);
    assert_true(m.words == n.words && m.sentences == n.sentences && m.paragraphs == n.paragraphs);
    assert_int_equal(schakel_report_finding_count(first), schakel_report_finding_count(second));
    schakel_report_destroy(first);
    schakel_report_destroy(second);
}

/* What an isolate holds may be Dutch, and one within a line leaves the line as it is. */
static void isolates_hide_no_dutch(void **state)
{
    static const struct {
        const char *text;
        size_t words, places;
    } texts[] = {
        {"Op vrijdag is de school dicht.\n\u2068Uw kind is die dag vrij.\u2069\n", 12, 0},
        {"De juf belt u.\n\u2068Noor\u2069 en \u2068Daan\u2069\n", 7, 0},
        {"De juf belt u.\n\u2068010 - 000 00 00\u2069\n", 5, 0},
        {"De juf heet \u2068سلمى\u2069.\n", 4, 0},
        {"De juf belt u.\n\u2068On Friday the school is closed.\n", 10, 0}, /* it does not end */
        /* Without isolates it may be the letter itself. */
        {"De juf belt u.\nيوم الجمعة المدرسة مغلقة\n", 4, 1},
        {"De juf belt u.\n\n\u2068يوم الجمعة المدرسة مغلقة\u2069\n", 4, 1},
        {"\u2068On Friday the school is closed.\u2069\n\u2068The children are free.\u2069\n", 0, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        schakel_verdict v = SCHAKEL_VERDICT_INIT;
        schakel_metrics m = SCHAKEL_METRICS_INIT;
        schakel_finding f = SCHAKEL_FINDING_INIT;
        schakel_report *report = judged(texts[i].text, &v);
        schakel_report_get_metrics(report, &m);
        size_t places = foreign_places(report, &f);
        if (m.words != texts[i].words || places != texts[i].places)
            fail_msg("%zu words, %zu places: %s", m.words, places, texts[i].text);
        schakel_report_destroy(report);
    }
}

static void the_larger_part_decides(void **state)
{
    static const char text[] = "De school is dicht.\n\n"
                               "On Friday the school is closed. The teachers have a study day then.\n\n"
                               "Uw kind is vrij.\n\nWe will see you and your child on Monday.\n";
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    schakel_finding f = SCHAKEL_FINDING_INIT;
    (void)state;
    schakel_report *report = judged(text, &v);
    assert_string_equal(v.language, "en");
    assert_int_equal(v.level, SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(v.meets_target, 0);
    assert_int_equal(foreign_places(report, &f), 2);
    schakel_report_destroy(report);
}

static void the_largest_of_several_languages_is_named(void **state)
{
    static const char text[] = "On Friday the school is closed.\n\n"
                               "Am Freitag ist die Schule geschlossen und die Kinder haben frei.\n";
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    (void)state;
    schakel_report *report = judged(text, &v);
    assert_string_equal(v.language, "de");
    schakel_report_destroy(report);
}

static void a_silent_rule_leaves_other_languages_unjudged(void **state)
{
    static const char text[] = "On Friday the school is closed.\n\nThe children are free on that day.\n";
    schakel_house_style *style = NULL;
    schakel_checker *silent = NULL;
    schakel_report *report = NULL;
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    (void)state;
    assert_int_equal(schakel_house_style_create(NULL, &style, NULL), SCHAKEL_OK);
    schakel_house_style_set_rule(style, SCHAKEL_RULE_OTHER_LANGUAGE, 0, NULL);
    assert_int_equal(schakel_checker_create_with(NULL, style, &silent, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(silent, text, strlen(text), NULL, &report, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_report_finding_count(report), 0);
    schakel_report_get_verdict(report, &v);
    assert_string_equal(v.language, "en");
    schakel_report_destroy(report);
    schakel_checker_destroy(silent);
    schakel_house_style_destroy(style);
}

static void nothing_is_dutch(void **state)
{
    static const char *const texts[] = {"", "\n\n", "...", "\xF0\x9F\x8E\x89"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        schakel_verdict v = SCHAKEL_VERDICT_INIT;
        schakel_report *report = judged(texts[i], &v);
        assert_string_equal(v.language, "nl");
        assert_int_equal(v.meets_target, 1);
        schakel_report_destroy(report);
    }
}

/* ---------------------------------------------------------------------- reasons */

static void a_hard_text_has_reasons_in_order(void **state)
{
    static const char hard[] =
        "Conform de vigerende regelgeving dient de absentie van uw zoon of dochter, teneinde de registratie te "
        "kunnen waarborgen, door de verzorgers voorafgaand aan de aanvang van de lessen te worden gemeld. "
        "Ongeoorloofd verzuim wordt door de directie van de school geregistreerd.";
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    double before = 101;
    size_t words = 0, sentences = 0;
    (void)state;
    schakel_report *report = judged(hard, &v);
    size_t count = schakel_report_reason_count(report);
    assert_true(count >= 3);
    for (size_t i = 0; i < count; i++) {
        schakel_reason r = SCHAKEL_REASON_INIT;
        assert_int_equal(schakel_report_get_reason(report, i, &r), SCHAKEL_OK);
        assert_true(r.points > 0 && r.points <= before && r.points <= v.difficulty);
        assert_true(r.text_nl[strlen(r.text_nl) - 1] == '.' && r.text_en[strlen(r.text_en) - 1] == '.');
        words += strcmp(r.name, "words") == 0;
        sentences += strcmp(r.name, "sentences") == 0;
        before = r.points;
    }
    assert_int_equal(words, 1);
    assert_int_equal(sentences, 1);
    schakel_report_destroy(report);
}

static void the_reason_is_what_was_made_hard(void **state)
{
    static const letter cases[] = {
        {"sentences",
         "Morgen gaan wij met uw kind en met de juf en met de meester en met alle kinderen van de klas "
         "in de bus naar het bos en naar het water en daar eten wij brood en drinken wij melk."},
        {"passives",
         "Uw kind wordt gebracht. Het eten wordt gemaakt. De bus wordt betaald. U wordt gebeld. De "
         "les wordt gegeven. Het boek wordt gekocht."},
        {"words",
         "Wij geven u de discrepantie. U ziet de consequentie. Wij geven u de implementatie. U leest de "
         "legitimatie."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_verdict v = SCHAKEL_VERDICT_INIT;
        schakel_reason r = SCHAKEL_REASON_INIT;
        schakel_report *report = judged(cases[i].text, &v);
        assert_true(schakel_report_reason_count(report) > 0);
        schakel_report_get_reason(report, 0, &r);
        if (strcmp(r.name, cases[i].language) != 0)
            fail_msg("%s: %s", r.name, cases[i].text);
        schakel_report_destroy(report);
    }
}

/* Of every text that the project knows: what a reason says shows in the figures that are told beside it. */
static void check_reasons(const char *name, const char *text, size_t length, void *context)
{
    size_t *seen = context;
    schakel_report *report = NULL;
    schakel_metrics m = SCHAKEL_METRICS_INIT;
    assert_int_equal(schakel_check(checker, text, length, NULL, &report, NULL), SCHAKEL_OK);
    schakel_report_get_metrics(report, &m);
    for (size_t i = 0; i < schakel_report_reason_count(report); i++) {
        schakel_reason r = SCHAKEL_REASON_INIT;
        schakel_report_get_reason(report, i, &r);
        int fine = strcmp(r.text_nl, "De zinnen zijn lang.") == 0 ? m.words_per_sentence > 10
                   : strcmp(r.name, "sentences") == 0             ? m.longest_sentence > 12
                   : strcmp(r.text_nl, "Er staan veel moeilijke of onbekende woorden in.") == 0
                       ? m.hard_word_share + m.unknown_word_share > 0.05
                   : strcmp(r.name, "words") == 0 ? m.hard_word_share + m.unknown_word_share > 0
                   : strcmp(r.text_nl, "Vaak staat er niet wie iets doet.") == 0 ? m.passive_share > 0.25
                   : strcmp(r.name, "passives") == 0                             ? m.passive_share > 0
                                                                                 : 1;
        if (!fine)
            fail_msg("%s: %s (%.1f points)", name, r.text_nl, r.points);
        seen[0]++;
    }
    schakel_report_destroy(report);
}

static void reasons_agree_with_the_figures(void **state)
{
    static const char *const texts[] = {
        "U krijgt het OPP van de IB'er. Het SWV beslist.",
        "De juf heet Noor. Zij en Daan, Sem en Lina beslissen. Noor beslist.",
        "Wanneer: dinsdag 15 september\nWaar: Kerkstraat 12, Zandwijk\nWie: Salma, Nabil, Yara en Marloes",
    };
    size_t seen = 0;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        check_reasons(texts[i], texts[i], strlen(texts[i]), &seen);
    each_text(SCHAKEL_TEST_DATA "/text/levels", ".md", check_reasons, &seen);
    each_text(SCHAKEL_TEST_DATA "/text/letters", ".md", check_reasons, &seen);
    assert_true(seen > 200);
}

static void an_easy_text_has_no_reasons(void **state)
{
    static const char *const easy[] = {"Morgen is er een feest. Wij eten soep en brood. Komt u ook?",
                                       "Uw kind is ziek. Wilt u ons bellen? Bel om 8.15 uur. Dank u wel.", "",
                                       "12"};
    (void)state;
    for (size_t i = 0; i < sizeof easy / sizeof easy[0]; i++) {
        schakel_verdict v = SCHAKEL_VERDICT_INIT;
        schakel_report *report = judged(easy[i], &v);
        assert_int_equal(schakel_report_reason_count(report), 0);
        schakel_report_destroy(report);
    }
}

static void wrong_calls_are_told(void **state)
{
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    schakel_reason r = SCHAKEL_REASON_INIT;
    (void)state;
    schakel_report *report = judged("Kom!", &v);
    assert_int_equal(schakel_report_reason_count(NULL), 0);
    assert_int_equal(schakel_report_get_reason(NULL, 0, &r), SCHAKEL_MISUSE);
    assert_int_equal(schakel_report_get_reason(report, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_report_get_reason(report, schakel_report_reason_count(report), &r),
                     SCHAKEL_MISUSE);
    schakel_report_destroy(report);
    report = judged("Conform de vigerende regelgeving dient de absentie te worden geregistreerd.", &v);
    r.struct_size = 0;
    assert_int_equal(schakel_report_get_reason(report, 0, &r), SCHAKEL_MISUSE);
    schakel_report_destroy(report);
}

/* A program that was built before the language was added. */
static void an_older_verdict_keeps_its_size(void **state)
{
    schakel_verdict v = SCHAKEL_VERDICT_INIT;
    (void)state;
    v.struct_size = offsetof(schakel_verdict, language);
    v.language = "untouched";
    schakel_report *report = judged("On Friday the school is closed.", &v);
    assert_string_equal(v.language, "untouched");
    schakel_report_destroy(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_languages_are_recognised_and_not_judged),
        cmocka_unit_test(dutch_is_dutch),
        cmocka_unit_test(of_a_mixed_letter_the_dutch_counts),
        cmocka_unit_test(lines_that_stand_apart_are_not_judged),
        cmocka_unit_test(isolates_hide_no_dutch),
        cmocka_unit_test(the_larger_part_decides),
        cmocka_unit_test(the_largest_of_several_languages_is_named),
        cmocka_unit_test(a_silent_rule_leaves_other_languages_unjudged),
        cmocka_unit_test(nothing_is_dutch),
        cmocka_unit_test(a_hard_text_has_reasons_in_order),
        cmocka_unit_test(the_reason_is_what_was_made_hard),
        cmocka_unit_test(reasons_agree_with_the_figures),
        cmocka_unit_test(an_easy_text_has_no_reasons),
        cmocka_unit_test(wrong_calls_are_told),
        cmocka_unit_test(an_older_verdict_keeps_its_size),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
