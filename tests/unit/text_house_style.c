/* House styles: what a checker makes of them. */
#include "unit/house_styles.h"

/* ------------------------------------------------------------------------ words */

static void a_word_up_to_the_target_is_left_alone(void **state)
{
    static const char text[] = "Wij geven kanjertraining.";
    (void)state;
    assert_false(is_quiet(text, SCHAKEL_LEVEL_A2));
    add_word("kanjertraining", SCHAKEL_LEVEL_B1);
    assert_false(is_quiet(text, SCHAKEL_LEVEL_A2));
    assert_true(is_quiet(text, SCHAKEL_LEVEL_B1));
    add_word("kanjertraining", SCHAKEL_LEVEL_A2);
    assert_true(is_quiet(text, SCHAKEL_LEVEL_A2));
    assert_true(is_quiet("Kanjertraining is leuk.", SCHAKEL_LEVEL_A2));
    assert_false(is_quiet(text, SCHAKEL_LEVEL_A1));
    assert_false(is_quiet("Wij geven kanjertrainingen.", SCHAKEL_LEVEL_A2)); /* every form by itself */
}

static void no_list_speaks_about_an_allowed_word(void **state)
{
    static const struct {
        const char *word, *text;
    } cases[] = {
        {"tevens", "Er is tevens thee."},                         /* officialese */
        {"ouderraad", "De ouderraad komt."},                      /* a school term */
        {"luizenmoeder", "De luizenmoeder komt."},                /* leaves fathers out */
        {"MR", "De MR komt."},                                    /* an abbreviation */
        {"de kat uit de boom", "Wij kijken de kat uit de boom."}, /* a figure of speech */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_false(is_quiet(cases[i].text, SCHAKEL_LEVEL_A2));
        add_word(cases[i].word, SCHAKEL_LEVEL_A2);
        if (!is_quiet(cases[i].text, SCHAKEL_LEVEL_A2))
            fail_msg("%s", cases[i].text);
    }
}

static void an_allowed_word_makes_a_text_easier(void **state)
{
    static const char text[] = "Wumwam is leuk. De wumwam begint morgen. Kom ook naar de wumwam.";
    schakel_verdict before = SCHAKEL_VERDICT_INIT, after = SCHAKEL_VERDICT_INIT;
    schakel_metrics m = SCHAKEL_METRICS_INIT;
    (void)state;
    schakel_report *report = check_at(text, SCHAKEL_LEVEL_A2);
    schakel_report_get_verdict(report, &before);
    schakel_report_destroy(report);
    add_word("wumwam", SCHAKEL_LEVEL_A1);
    report = check_at(text, SCHAKEL_LEVEL_A2);
    schakel_report_get_verdict(report, &after);
    schakel_report_get_metrics(report, &m);
    schakel_report_destroy(report);
    assert_true(after.difficulty < before.difficulty);
    assert_true(m.unknown_word_share == 0 && m.hard_word_share == 0);
}

static void a_word_can_be_made_hard(void **state)
{
    (void)state;
    assert_true(is_quiet("Het feest is mooi.", SCHAKEL_LEVEL_A2));
    add_word("feest", SCHAKEL_LEVEL_C1);
    expect("Het feest is mooi.", "hard-word(feest) ");
}

/* ---------------------------------------------------------------- replacements */

static void a_replacement_stands_in_for_a_wording(void **state)
{
    (void)state;
    add_replacement("kernteam", "de leraren / het team");
    add_replacement("in goed overleg", "");
    expect("Kernteam en kernteam.",
           "formal-wording(Kernteam)=De leraren formal-wording(kernteam)=de leraren ");
    expect("Wij kiezen in goed overleg.", "formal-wording(in goed overleg) ");
    assert_true(is_quiet("Wij gaan naar het kernteamhuis.", SCHAKEL_LEVEL_C1)); /* whole words */
    schakel_report *report = check_at("Het kernteam.", SCHAKEL_LEVEL_A2);
    assert_string_equal(schakel_report_get_suggestion(report, 0, 1), "het team");
    assert_null(schakel_report_get_suggestion(report, 0, 2));
    schakel_report_destroy(report);
}

/* Also of the longest there is. */
static void the_message_has_the_wording(void **state)
{
    char plain[251];
    schakel_finding f = SCHAKEL_FINDING_INIT;
    (void)state;
    memset(plain, 'b', sizeof plain - 1);
    plain[sizeof plain - 1] = '\0';
    add_replacement("kernteam", plain);
    schakel_report *report = check_at("Het kernteam komt.", SCHAKEL_LEVEL_A2);
    assert_int_equal(schakel_report_get_finding(report, 0, &f), SCHAKEL_OK);
    assert_non_null(strstr(f.message_nl, plain));
    assert_non_null(strstr(f.message_en, plain));
    schakel_report_destroy(report);
}

static void a_term_is_explained_where_it_stands_first(void **state)
{
    schakel_finding f = SCHAKEL_FINDING_INIT;
    (void)state;
    assert_int_equal(schakel_house_style_add_term(style, "kanjerles", "Samen leren spelen.",
                                                  "Learning to play together.", NULL),
                     SCHAKEL_OK);
    assert_int_equal(schakel_house_style_add_term(style, "wumwam", "Rust.", "", NULL), SCHAKEL_OK);
    schakel_report *report = check_at("De kanjerles en de kanjerles. De wumwam.", SCHAKEL_LEVEL_A2);
    assert_int_equal(schakel_report_finding_count(report), 2);
    schakel_report_get_finding(report, 0, &f);
    assert_int_equal(f.rule, SCHAKEL_RULE_SCHOOL_TERM);
    assert_non_null(strstr(f.message_nl, "Samen leren spelen."));
    assert_non_null(strstr(f.message_en, "Learning to play together."));
    schakel_report_get_finding(report, 1, &f);
    assert_non_null(strstr(f.message_en, "Rust."));
    schakel_report_destroy(report);
    expect("De kanjerles (samen leren spelen).", "");
}

/* ------------------------------------------------------------------- which speaks */

static void the_longest_wording_speaks(void **state)
{
    (void)state;
    add_replacement("rapport", "kaart");
    add_replacement("rapport maken", "schrijven");
    expect("Wij gaan rapport maken.", "formal-wording(rapport maken)=schrijven ");
    expect("Het rapport.", "formal-wording(rapport)=kaart ");
    add_word("maken", SCHAKEL_LEVEL_A1); /* allowed alone, not in the longer wording */
    expect("Wij gaan rapport maken.", "formal-wording(rapport maken)=schrijven ");
    add_word("rapport maken", SCHAKEL_LEVEL_A2);
    expect("Wij gaan rapport maken.", "");
}

static void a_longer_wording_of_the_library_speaks(void **state)
{
    (void)state;
    add_word("betrekking", SCHAKEL_LEVEL_A2);
    expect("Met betrekking tot de klas.", "formal-wording(Met betrekking tot)=Over ");
    add_replacement("met", "mee");
    expect("Met betrekking tot de klas.", "formal-wording(Met betrekking tot)=Over ");
    add_replacement("met betrekking tot de klas", "voor de klas");
    expect("Met betrekking tot de klas.", "formal-wording(Met betrekking tot de klas)=Voor de klas ");
}

static void at_equal_length_the_school_speaks(void **state)
{
    (void)state;
    add_replacement("tevens", "en");
    expect("Er is tevens thee.", "formal-wording(tevens)=en ");
    add_replacement("ouderraad", "groep ouders"); /* a school term of the library */
    expect("De ouderraad komt.", "formal-wording(ouderraad)=groep ouders ");
    add_replacement("luizenmoeder", "hulp"); /* leaves fathers out, says the library */
    expect("De luizenmoeder komt.", "formal-wording(luizenmoeder)=hulp ");
    add_term("stukje", "Een beetje."); /* nothing of the library in the way */
    expect("Het stukje.", "school-term(stukje) ");
}

static void what_is_added_last_wins(void **state)
{
    (void)state;
    add_replacement("wumwam", "een");
    add_replacement("wumwam", "twee");
    expect("De wumwam.", "formal-wording(wumwam)=twee ");
    add_term("wumwam", "Drie.");
    expect("De wumwam.", "school-term(wumwam) ");
    add_word("wumwam", SCHAKEL_LEVEL_A2);
    expect("De wumwam.", "");
    add_replacement("wumwam", "vier");
    expect("De wumwam.", "formal-wording(wumwam)=vier ");
}

static void a_capital_makes_a_wording_exact(void **state)
{
    (void)state;
    add_replacement("Wam", "Karel");
    expect("Wam zag wam en WAM.", "formal-wording(Wam)=Karel ");
    add_replacement("wumwam", "klein");
    add_replacement("WUMWAM", "groot");
    expect("Wumwam, WUMWAM en wumwam.",
           "formal-wording(Wumwam)=Klein formal-wording(WUMWAM)=Groot formal-wording(wumwam)=klein ");
    add_replacement("wumwam", "weer klein"); /* says it of capitals too, and was added later */
    expect("WUMWAM.", "formal-wording(WUMWAM)=Weer klein ");
}

static void wordings_are_found_as_people_write_them(void **state)
{
    (void)state;
    add_replacement("cr\xC3\xA8mekleur", "geel");
    expect("Cr\xC3\xA8mekleur. CR\xC3\x88MEKLEUR.",
           "formal-wording(Cr\xC3\xA8mekleur)=Geel formal-wording(CR\xC3\x88MEKLEUR)=Geel ");
    add_replacement("\xC3\xA9\xC3\xA9nzaam", "alleen");
    expect("\xC3\x89\xC3\xA9nzaam.", "formal-wording(\xC3\x89\xC3\xA9nzaam)=Alleen ");
    add_replacement("\xC3\x89"
                    "lan",
                    "onze school"); /* a capital is exact, outside ASCII too */
    expect("De \xC3\x89"
           "lan en de \xC3\xA9"
           "lan.",
           "formal-wording(\xC3\x89"
           "lan)=Onze school ");
    add_replacement("na\xC3\xAF"
                    "ef",
                    "lief");
    expect("De man is na\xC3\xAF"
           "ef.",
           "formal-wording(na\xC3\xAF"
           "ef)=lief ");
    add_replacement("wum\xE2\x80\x99s", "plaatjes"); /* a curly apostrophe is an apostrophe */
    expect("De wum's en wum\xE2\x80\x99s.",
           "formal-wording(wum's)=plaatjes formal-wording(wum\xE2\x80\x99s)=plaatjes ");
    add_replacement("wam  wum ", "rijtje"); /* white space is one space */
    expect("De wam\nwum en **wam** wum.",
           "formal-wording(wam\nwum)=rijtje formal-wording(wam** wum)=rijtje ");
    add_replacement("wim\xC2\xADwom", "heen");
    expect("Wimwom, wim\xC2\xADwom.", "formal-wording(Wimwom)=Heen formal-wording(wim\xC2\xADwom)=heen ");
    add_replacement("3-2-1", "aftellen");
    expect("Wij doen 3-2-1 samen.", "formal-wording(3-2-1)=aftellen ");
}

/* ------------------------------------------------------------------------- rules */

static void a_rule_can_be_silent(void **state)
{
    static const char text[] = "Er is tevens thee om half 8.";
    schakel_verdict before = SCHAKEL_VERDICT_INIT, after = SCHAKEL_VERDICT_INIT;
    (void)state;
    expect(text, "formal-wording(tevens)=ook unclear-time(half 8)=7.30 uur ");
    schakel_report *report = check_at(text, SCHAKEL_LEVEL_A2);
    schakel_report_get_verdict(report, &before);
    schakel_report_destroy(report);
    assert_int_equal(schakel_house_style_set_rule(style, SCHAKEL_RULE_FORMAL_WORDING, 0, NULL), SCHAKEL_OK);
    expect(text, "unclear-time(half 8)=7.30 uur ");
    report = check_at(text, SCHAKEL_LEVEL_A2);
    schakel_report_get_verdict(report, &after);
    schakel_report_destroy(report);
    assert_true(before.difficulty == after.difficulty && before.level == after.level);
    assert_int_equal(schakel_house_style_set_rule(style, SCHAKEL_RULE_UNCLEAR_TIME, 0, NULL), SCHAKEL_OK);
    expect(text, "");
    assert_int_equal(schakel_house_style_set_rule(style, SCHAKEL_RULE_FORMAL_WORDING, 7, NULL), SCHAKEL_OK);
    expect(text, "formal-wording(tevens)=ook ");
}

/* With everything silent nothing may be left behind that another rule trips over. */
static void every_rule_can_be_silent(void **state)
{
    static const char text[] =
        "Dear parents, this is a letter in English for you.\n\nThis is the second part of the letter.\n\n"
        "Tevens wordt d.m.v. een spel om half 8 door de klasmoeder bepaald wie er gevlucht is.\n\n"
        "This is the third part of the letter for you and your child.\n";
    (void)state;
    for (int rule = 0; schakel_rule_name((schakel_rule)rule) != NULL; rule++)
        assert_int_equal(schakel_house_style_set_rule(style, (schakel_rule)rule, 0, NULL), SCHAKEL_OK);
    assert_true(is_quiet(text, SCHAKEL_LEVEL_A1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STYLE_TEST(a_word_up_to_the_target_is_left_alone),
        STYLE_TEST(no_list_speaks_about_an_allowed_word),
        STYLE_TEST(an_allowed_word_makes_a_text_easier),
        STYLE_TEST(a_word_can_be_made_hard),
        STYLE_TEST(a_replacement_stands_in_for_a_wording),
        STYLE_TEST(the_message_has_the_wording),
        STYLE_TEST(a_term_is_explained_where_it_stands_first),
        STYLE_TEST(the_longest_wording_speaks),
        STYLE_TEST(a_longer_wording_of_the_library_speaks),
        STYLE_TEST(at_equal_length_the_school_speaks),
        STYLE_TEST(what_is_added_last_wins),
        STYLE_TEST(a_capital_makes_a_wording_exact),
        STYLE_TEST(wordings_are_found_as_people_write_them),
        STYLE_TEST(a_rule_can_be_silent),
        STYLE_TEST(every_rule_can_be_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
