/* House styles: what goes in, what is refused, and what a checker makes of it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/text.h"

static schakel_house_style *style;

static int make_style(void **state)
{
    (void)state;
    return schakel_house_style_create(NULL, &style, NULL) == SCHAKEL_OK ? 0 : -1;
}

static int end_style(void **state)
{
    (void)state;
    schakel_house_style_destroy(style);
    style = NULL;
    return 0;
}

static void add_word(const char *word, schakel_level level)
{
    assert_int_equal(schakel_house_style_add_word(style, word, level, NULL), SCHAKEL_OK);
}

static void add_replacement(const char *hard, const char *plain)
{
    assert_int_equal(schakel_house_style_add_replacement(style, hard, plain, NULL), SCHAKEL_OK);
}

static void add_term(const char *term, const char *explanation)
{
    assert_int_equal(schakel_house_style_add_term(style, term, explanation, NULL, NULL), SCHAKEL_OK);
}

static schakel_report *check_at(const char *text, schakel_level target)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_check_options options = SCHAKEL_CHECK_OPTIONS_INIT;
    options.target = target;
    assert_int_equal(schakel_checker_create_with(NULL, style, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, text, strlen(text), &options, &report, NULL), SCHAKEL_OK);
    schakel_checker_destroy(checker);
    return report;
}

/* What is found as text: rule, place and first suggestion, a finding a line. */
static void describe(const char *text, schakel_level target, char out[1024])
{
    schakel_report *report = check_at(text, target);
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_report_finding_count(report) && used < 1024; i++) {
        schakel_finding f = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &f);
        const char *suggestion = schakel_report_get_suggestion(report, i, 0);
        used += (size_t)snprintf(out + used, 1024 - used, "%s(%.*s)%s%s ", schakel_rule_name(f.rule),
                                 (int)(f.end - f.start), text + f.start, suggestion != NULL ? "=" : "",
                                 suggestion != NULL ? suggestion : "");
    }
    schakel_report_destroy(report);
}

static void expect(const char *text, const char *found)
{
    char shown[1024];
    describe(text, SCHAKEL_LEVEL_A2, shown);
    assert_string_equal(shown, found);
}

/* Is there nothing to say about a word in a sentence that is plain otherwise? */
static int is_quiet(const char *text, schakel_level target)
{
    char shown[1024];
    describe(text, target, shown);
    return shown[0] == '\0';
}

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
    expect("\xC3\x89\xC3\xA9nzaam.", "formal-wording(\xC3\x89\xC3\xA9nzaam)=alleen ");
    add_replacement("na\xC3\xAF"
                    "ef",
                    "lief");
    expect("Hij is na\xC3\xAF"
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

/* ------------------------------------------------------------------- wrong calls */

static void wrong_words_are_refused(void **state)
{
    char longest[253];
    (void)state;
    memset(longest, 'a', sizeof longest);
    memcpy(longest + 60, " ", 1);
    longest[251] = '\0'; /* 251 bytes */
    static const struct {
        const char *word;
        schakel_status status;
    } cases[] = {
        {"", SCHAKEL_INVALID},          {" ", SCHAKEL_INVALID},
        {"-a", SCHAKEL_INVALID},        {"(a)", SCHAKEL_INVALID},
        {"'s avonds", SCHAKEL_INVALID}, {"\xE2\x82\xAC", SCHAKEL_INVALID},
        {"a\tb", SCHAKEL_INVALID},      {"a\nb", SCHAKEL_INVALID},
        {"\xC3\x89", SCHAKEL_INVALID},  {"caf\xC3\x89", SCHAKEL_INVALID},
        {"a\xFF", SCHAKEL_SYNTAX},      {"\xC3", SCHAKEL_SYNTAX},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_error e = SCHAKEL_ERROR_INIT;
        const char *word = cases[i].word;
        assert_int_equal(schakel_house_style_add_word(style, word, SCHAKEL_LEVEL_A2, &e), cases[i].status);
        assert_true(e.status == cases[i].status && strstr(e.message, "word") != NULL);
        assert_int_equal(schakel_house_style_add_replacement(style, word, "b", &e), cases[i].status);
        assert_int_equal(schakel_house_style_add_term(style, word, "b", NULL, &e), cases[i].status);
    }
    assert_int_equal(schakel_house_style_add_word(style, longest, SCHAKEL_LEVEL_A2, NULL), SCHAKEL_INVALID);
    longest[250] = '\0';
    assert_int_equal(schakel_house_style_add_word(style, longest, SCHAKEL_LEVEL_A2, NULL), SCHAKEL_OK);
    longest[60] = 'a'; /* a first word of 250 letters */
    assert_int_equal(schakel_house_style_add_word(style, longest, SCHAKEL_LEVEL_A2, NULL), SCHAKEL_INVALID);
    longest[63] = '\0';
    assert_int_equal(schakel_house_style_add_word(style, longest, SCHAKEL_LEVEL_A2, NULL), SCHAKEL_OK);
}

static void wrong_levels_texts_and_rules_are_refused(void **state)
{
    char long_text[502];
    (void)state;
    memset(long_text, 'b', sizeof long_text);
    long_text[501] = '\0';
    assert_int_equal(schakel_house_style_add_term(style, "a", long_text, NULL, NULL), SCHAKEL_INVALID);
    assert_int_equal(schakel_house_style_add_term(style, "a", "b", long_text, NULL), SCHAKEL_INVALID);
    long_text[500] = '\0';
    assert_int_equal(schakel_house_style_add_term(style, "a", long_text, long_text, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_house_style_add_replacement(style, "a", long_text + 249, NULL), SCHAKEL_INVALID);
    assert_int_equal(schakel_house_style_add_replacement(style, "a", long_text + 250, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_house_style_add_replacement(style, "a", "b\nc", NULL), SCHAKEL_INVALID);
    assert_int_equal(schakel_house_style_add_replacement(style, "a", "b\xC3", NULL), SCHAKEL_SYNTAX);
    assert_int_equal(schakel_house_style_add_term(style, "a", "", "b", NULL), SCHAKEL_INVALID);
    for (int level = -1; level <= 9; level++) {
        int fine = level >= SCHAKEL_LEVEL_A1 && level <= SCHAKEL_LEVEL_C1;
        assert_int_equal(schakel_house_style_add_word(style, "a", (schakel_level)level, NULL),
                         fine ? SCHAKEL_OK : SCHAKEL_INVALID);
    }
    assert_int_equal(schakel_house_style_set_rule(style, (schakel_rule)-1, 0, NULL), SCHAKEL_INVALID);
    assert_int_equal(schakel_house_style_set_rule(style, SCHAKEL_RULE_OTHER_LANGUAGE, 0, NULL), SCHAKEL_OK);
    assert_int_equal(
        schakel_house_style_set_rule(style, (schakel_rule)(SCHAKEL_RULE_OTHER_LANGUAGE + 1), 0, NULL),
        SCHAKEL_INVALID);
}

static void null_is_misuse(void **state)
{
    schakel_allocator broken = SCHAKEL_ALLOCATOR_INIT;
    schakel_house_style *other = style;
    schakel_checker *checker = NULL;
    schakel_error e = SCHAKEL_ERROR_INIT;
    (void)state;
    assert_int_equal(schakel_house_style_create(NULL, NULL, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_create(&broken, &other, &e), SCHAKEL_MISUSE);
    assert_null(other);
    assert_int_equal(schakel_house_style_add_word(NULL, "a", SCHAKEL_LEVEL_A2, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_add_word(style, NULL, SCHAKEL_LEVEL_A2, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_add_replacement(NULL, "a", "b", &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_add_replacement(style, NULL, "b", &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_add_replacement(style, "a", NULL, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_add_term(NULL, "a", "b", NULL, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_add_term(style, NULL, "b", NULL, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_add_term(style, "a", NULL, "b", &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_set_rule(NULL, SCHAKEL_RULE_GUILT, 0, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_read(NULL, "", 0, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_read(style, NULL, 1, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_house_style_read(style, NULL, 0, &e), SCHAKEL_OK);
    assert_int_equal(schakel_checker_create_with(NULL, style, NULL, &e), SCHAKEL_MISUSE);
    assert_int_equal(schakel_checker_create_with(&broken, style, &checker, &e), SCHAKEL_MISUSE);
    schakel_house_style_destroy(NULL);
}

static void no_more_than_so_many_entries(void **state)
{
    char word[16];
    schakel_error e = SCHAKEL_ERROR_INIT;
    (void)state;
    for (size_t i = 0; i < SCHAKEL_HOUSE_STYLE_MAX; i++) {
        snprintf(word, sizeof word, "wum%zu", i);
        assert_int_equal(i % 2 == 0 ? schakel_house_style_add_replacement(style, word, "x", NULL)
                                    : schakel_house_style_add_term(style, word, "x", NULL, NULL),
                         SCHAKEL_OK);
    }
    assert_int_equal(schakel_house_style_add_word(style, "a", SCHAKEL_LEVEL_A2, &e), SCHAKEL_TOO_LARGE);
    assert_int_equal(schakel_house_style_read(style, "word\ta\tA2\n", 10, &e), SCHAKEL_TOO_LARGE);
    assert_int_equal(e.line, 1);
    expect("De wum0, wum1, wum9998 en wum9999.",
           "formal-wording(wum0)=x school-term(wum1) formal-wording(wum9998)=x school-term(wum9999) ");
}

/* ----------------------------------------------------------------------- reading */

static void every_kind_of_line_is_read(void **state)
{
    static const char lines[] = "\xEF\xBB\xBF# Onze school\r\n"
                                "\r\n"
                                "\n"
                                "word\tkanjertraining\tA2\r\n"
                                "word\tfeest\tb2\t\n" /* a spreadsheet gives every line as many columns */
                                "replace\tkernteam\tde leraren\n"
                                "replace\tin goed overleg\t\n"
                                "term\tkanjerles\tSamen leren spelen.\tLearning to play.\n"
                                "term\twumwam\tRust.\n"
                                "rule\tunclear-time\toff\n"
                                "rule\tguilt\toff\n"
                                "rule\tguilt\ton";
    (void)state;
    assert_int_equal(schakel_house_style_read(style, lines, sizeof lines - 1, NULL), SCHAKEL_OK);
    expect("Wij geven kanjertraining om half 8.", "");
    expect("Het feest.", "hard-word(feest) ");
    expect("Kernteam, in goed overleg.",
           "formal-wording(Kernteam)=De leraren formal-wording(in goed overleg) ");
    expect("Kanjerles en wumwam.", "school-term(Kanjerles) school-term(wumwam) ");
    /* More can be read and added afterwards. */
    assert_int_equal(schakel_house_style_read(style, "replace\tkernteam\thet team", 25, NULL), SCHAKEL_OK);
    expect("Kernteam.", "formal-wording(Kernteam)=Het team ");
}

static void a_wrong_line_is_told_and_nothing_is_half_done(void **state)
{
    char line[2600];
    static const struct {
        const char *line;
        schakel_status status;
        const char *message;
    } cases[] = {
        {"x", SCHAKEL_SYNTAX, "word, replace, term or rule"},
        {"word", SCHAKEL_SYNTAX, "word, replace, term or rule"},
        {"word\ta", SCHAKEL_SYNTAX, "word, replace, term or rule"},
        {"word a A2", SCHAKEL_SYNTAX, "tabs"},
        {"Word\ta\tA2", SCHAKEL_SYNTAX, "word, replace, term or rule"},
        {" word\ta\tA2", SCHAKEL_SYNTAX, "word, replace, term or rule"},
        {" # a", SCHAKEL_SYNTAX, "word, replace, term or rule"},
        {"\t", SCHAKEL_SYNTAX, "word, replace, term or rule"},
        {"word\ta\tA2\tb", SCHAKEL_SYNTAX, "columns"},
        {"replace\ta\tb\tc", SCHAKEL_SYNTAX, "columns"},
        {"term\ta\tb\tc\td", SCHAKEL_SYNTAX, "columns"},
        {"term\ta", SCHAKEL_SYNTAX, "columns"},
        {"rule\tguilt\toff\tyes", SCHAKEL_SYNTAX, "columns"},
        {"word\ta\t", SCHAKEL_INVALID, "A1 to C1"},
        {"word\ta\tC2", SCHAKEL_INVALID, "A1 to C1"},
        {"word\ta\tA2 ", SCHAKEL_INVALID, "A1 to C1"},
        {"word\t\tA2", SCHAKEL_INVALID, "letter or digit"},
        {"replace\t-\tb", SCHAKEL_INVALID, "letter or digit"},
        {"term\ta\t", SCHAKEL_INVALID, "empty"},
        {"rule\tgilt\toff", SCHAKEL_INVALID, "\"gilt\" is no rule"},
        {"rule\tguilt\tno", SCHAKEL_INVALID, "not \"no\""},
        {"rule\tguilt\t", SCHAKEL_INVALID, "on or off"},
        {"rule\t\x1b[31m\toff", SCHAKEL_INVALID, "control character"},
    };
    (void)state;
    add_word("kanjertraining", SCHAKEL_LEVEL_A2);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_error e = SCHAKEL_ERROR_INIT;
        int length = snprintf(line, sizeof line,
                              "# a\nword\tkanjertraining\tC1\nrule\thard-word\toff\n\n%s\nx", cases[i].line);
        schakel_status status = schakel_house_style_read(style, line, (size_t)length, &e);
        if (status != cases[i].status || strstr(e.message, cases[i].message) == NULL)
            fail_msg("%s gives %s", cases[i].line, e.message);
        assert_int_equal(e.line, 5);
        assert_int_equal(e.column, 1);
        assert_int_equal(e.offset, strstr(line, "\n\n") + 2 - line);
        expect("Wij geven kanjertraining.", "");
        add_word("feest", SCHAKEL_LEVEL_C1);
        expect("Het feest.", "hard-word(feest) ");
    }
}

static void bytes_that_cannot_be_are_told(void **state)
{
    static const char broken[] = "word\ta\tA2\nword\tb\xFF\tA2\n";
    static const char with_nul[] = "word\ta\tA2\nword\tb\0c\tA2\n";
    char *huge = malloc(3000);
    schakel_error e = SCHAKEL_ERROR_INIT;
    (void)state;
    assert_non_null(huge);
    assert_int_equal(schakel_house_style_read(style, broken, sizeof broken - 1, &e), SCHAKEL_SYNTAX);
    assert_true(e.line == 2 && e.column == 7 && e.offset == 16);
    assert_int_equal(schakel_house_style_read(style, with_nul, sizeof with_nul - 1, &e), SCHAKEL_SYNTAX);
    assert_int_equal(e.line, 2);
    memset(huge, 'a', 3000);
    memcpy(huge, "term\ta\t", 7);
    assert_int_equal(schakel_house_style_read(style, huge, 3000, &e), SCHAKEL_SYNTAX);
    assert_int_equal(schakel_house_style_read(style, huge, 7 + 501, &e), SCHAKEL_INVALID);
    assert_int_equal(schakel_house_style_read(style, huge, 7 + 500, &e), SCHAKEL_OK);
    free(huge);
}

/* A quote in an error is cut between letters. */
static void errors_are_utf8(void **state)
{
    char word[203] = "-";
    schakel_error e = SCHAKEL_ERROR_INIT;
    (void)state;
    for (size_t i = 0; i < 100; i++)
        memcpy(word + 1 + 2 * i, "\xC3\xA9", 3);
    assert_int_equal(schakel_house_style_add_word(style, word, SCHAKEL_LEVEL_A2, &e), SCHAKEL_INVALID);
    assert_null(strstr(e.message, "\xC3\""));
}

/* ---------------------------------------------------------------------- lifetime */

static void a_checker_keeps_what_it_was_given(void **state)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    (void)state;
    char word[] = "wumwam";
    add_replacement(word, "een");
    word[0] = 'x';
    assert_int_equal(schakel_checker_create_with(NULL, style, &checker, NULL), SCHAKEL_OK);
    add_replacement("wumwam", "twee");
    schakel_house_style_destroy(style);
    style = NULL;
    assert_int_equal(schakel_check(checker, "De wumwam.", 10, NULL, &report, NULL), SCHAKEL_OK);
    schakel_checker_destroy(checker);
    assert_string_equal(schakel_report_get_suggestion(report, 0, 0), "een");
    schakel_report_destroy(report);
}

static void an_empty_style_is_none(void **state)
{
    static const char text[] = "Tevens gaan wij met de luizenmoeder om half 8 naar de ouderraad.";
    char with[1024], without[1024];
    (void)state;
    describe(text, SCHAKEL_LEVEL_A2, with);
    schakel_house_style_destroy(style);
    style = NULL;
    describe(text, SCHAKEL_LEVEL_A2, without);
    assert_string_equal(with, without);
    assert_true(strlen(with) > 100);
}

#define STYLE_TEST(name) cmocka_unit_test_setup_teardown(name, make_style, end_style)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STYLE_TEST(a_word_up_to_the_target_is_left_alone),
        STYLE_TEST(no_list_speaks_about_an_allowed_word),
        STYLE_TEST(an_allowed_word_makes_a_text_easier),
        STYLE_TEST(a_word_can_be_made_hard),
        STYLE_TEST(a_replacement_stands_in_for_a_wording),
        STYLE_TEST(a_term_is_explained_where_it_stands_first),
        STYLE_TEST(the_longest_wording_speaks),
        STYLE_TEST(a_longer_wording_of_the_library_speaks),
        STYLE_TEST(at_equal_length_the_school_speaks),
        STYLE_TEST(what_is_added_last_wins),
        STYLE_TEST(a_capital_makes_a_wording_exact),
        STYLE_TEST(wordings_are_found_as_people_write_them),
        STYLE_TEST(a_rule_can_be_silent),
        STYLE_TEST(every_rule_can_be_silent),
        STYLE_TEST(wrong_words_are_refused),
        STYLE_TEST(wrong_levels_texts_and_rules_are_refused),
        STYLE_TEST(null_is_misuse),
        STYLE_TEST(no_more_than_so_many_entries),
        STYLE_TEST(every_kind_of_line_is_read),
        STYLE_TEST(a_wrong_line_is_told_and_nothing_is_half_done),
        STYLE_TEST(bytes_that_cannot_be_are_told),
        STYLE_TEST(errors_are_utf8),
        STYLE_TEST(a_checker_keeps_what_it_was_given),
        STYLE_TEST(an_empty_style_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
