/* What a text report looks like, letter by letter. */
#include <stdio.h>

#include "unit/present_reports.h"

/* ------------------------------------------------------------------- places */

typedef struct place_case {
    const char *why, *text, *what;
    const char *shown; /* up to the empty line before the summary */
} place_case;

#define TIP "tip [hard-word]\n"
#define ADVICE "| Zeg het gewoner.\n\n"

static const place_case places[] = {
    {"at the start", "Conform de brief.\n", "Conform", "1:1: " TIP " 1 | Conform de brief.\n   | ^~~~~~~\n"},
    {"at the end of a text without a newline", "De brief", "brief",
     "1:4: " TIP " 1 | De brief\n   |    ^~~~~\n"},
    {"of one letter", "Ga a weg", "a w", "1:4: " TIP " 1 | Ga a weg\n   |    ^~~\n"},
    {"after letters of two bytes", "\xC3\xA9\xC3\xA9n caf\xC3\xA9 vandaag", "vandaag",
     "1:13: " TIP " 1 | \xC3\xA9\xC3\xA9n caf\xC3\xA9 vandaag\n   |          ^~~~~~~\n"},
    {"of letters of two bytes", "De caf\xC3\xA9s gaan", "caf\xC3\xA9s",
     "1:4: " TIP " 1 | De caf\xC3\xA9s gaan\n   |    ^~~~~\n"},
    {"after letters with a mark of its own", "cafe\xCC\x81 vandaag", "vandaag",
     "1:8: " TIP " 1 | cafe\xCC\x81 vandaag\n   |      ^~~~~~~\n"},
    {"after wide letters and a picture", "\xE5\xAD\xA6\xE6\xA0\xA1 \xF0\x9F\x98\x80 oud", "oud",
     "1:13: " TIP " 1 | \xE5\xAD\xA6\xE6\xA0\xA1 \xF0\x9F\x98\x80 oud\n   |         ^~~\n"},
    {"of wide letters", "a \xE5\xAD\xA6\xE6\xA0\xA1 b", "\xE5\xAD\xA6\xE6\xA0\xA1",
     "1:3: " TIP " 1 | a \xE5\xAD\xA6\xE6\xA0\xA1 b\n   |   ^~~~\n"},
    {"after tabs, which stop at every fourth column", "\ta\tb conform", "conform",
     "1:6: " TIP " 1 |     a   b conform\n   |           ^~~~~~~\n"},
    {"across a tab", "ab\tcd", "b\tc", "1:2: " TIP " 1 | ab  cd\n   |  ^~~~\n"},
    {"on a line that ends in CR LF", "Hallo.\r\nConform de brief.\r\nDag.", "Conform",
     "2:1: " TIP " 2 | Conform de brief.\n   | ^~~~~~~\n"},
    {"on a line that ends in CR", "Hallo.\rConform\rDag.", "Conform",
     "2:1: " TIP " 2 | Conform\n   | ^~~~~~~\n"},
    {"over several lines: the first one is shown", "Wij gaan\nmorgen weg.", "gaan\nmorgen",
     "1:5: " TIP " 1 | Wij gaan\n   |     ^~~~" EM "\n"},
    {"with a code that would steer the terminal", "Rood \x1B[31mconform\xC2\x9B", "conform",
     "1:11: " TIP " 1 | Rood \xEF\xBF\xBD[31mconform\xEF\xBF\xBD\n   |           ^~~~~~~\n"},
    {"with a change of direction", "a\xE2\x80\xAE b", "b", "1:6: " TIP " 1 | a\xEF\xBF\xBD b\n   |    ^\n"},
    {"of a mark alone", "e\xCC\x81", "\xCC\x81", "1:2: " TIP " 1 | e\xCC\x81\n   |  ^\n"},
    {"on line ten", "\n\n\n\n\n\n\n\n\nConform", "Conform", "10:1: " TIP " 10 | Conform\n    | ^~~~~~~\n"},
};

static void the_place_is_underlined(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        schakel_finding finding = find(places[i].text, places[i].what, SCHAKEL_SEVERITY_HINT, 0);
        schakel_report report = make_report(&finding, 1);
        char *shown = show(&report, places[i].text, NULL);
        size_t length = strlen(places[i].shown);
        const char *advice = shown + length + strspn(shown + length, " ");
        if (strncmp(shown, places[i].shown, length) != 0 || strncmp(advice, ADVICE, strlen(ADVICE)) != 0)
            fail_msg("%s:\n%s", places[i].why, shown);
        schakel_buffer_free(shown);
    }
}

static void a_place_of_no_width_gets_one_column(void **state)
{
    (void)state;
    static const char *const texts[] = {"Dag", "Dag\nen"};
    for (size_t i = 0; i < 2; i++) {
        schakel_finding finding = find(texts[i], "Dag", SCHAKEL_SEVERITY_HINT, 0);
        finding.start = finding.end = 3;
        finding.column = 4;
        schakel_report report = make_report(&finding, 1);
        char *shown = show(&report, texts[i], NULL);
        assert_non_null(strstr(shown, "1:4: " TIP " 1 | Dag\n   |    ^\n   " ADVICE));
        schakel_buffer_free(shown);
    }
}

/* A line of 40 words of nine letters and a space, with one word to find. */
static void a_long_line_is_cut_around_the_place(void **state)
{
    (void)state;
    static const struct {
        size_t word;
        const char *source, *under;
    } cases[] = {
        {0, " 1 | conform-- ouderavon ouderavon ouderavon ouderavon ouderavon ouderavon" EM "\n",
         "   | ^~~~~~~\n"},
        {20, " 1 | " EM "ouderavon ouderavon conform-- ouderavon ouderavon ouderavon ouderavon" EM "\n",
         "   |                      ^~~~~~~\n"},
        {39, " 1 | " EM "ouderavon ouderavon conform-- \n", "   |                      ^~~~~~~\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[401];
        for (size_t word = 0; word < 40; word++)
            memcpy(text + word * 10, word == cases[i].word ? "conform-- " : "ouderavon ", 10);
        text[400] = '\0';
        schakel_finding finding = find(text, "conform", SCHAKEL_SEVERITY_HINT, 0);
        schakel_report report = make_report(&finding, 1);
        char *shown = show(&report, text, NULL);
        if (strstr(shown, cases[i].source) == NULL || strstr(shown, cases[i].under) == NULL)
            fail_msg("%s", shown);
        schakel_buffer_free(shown);
    }
}

/* Words of six letters: twenty columns before the place lie in the middle of one. */
static void a_cut_falls_between_words(void **state)
{
    (void)state;
    char text[422] = "";
    for (int word = 0; word < 60; word++)
        strcat(text, word == 30 ? "conform " : "school ");
    schakel_finding finding = find(text, "conform", SCHAKEL_SEVERITY_HINT, 0);
    schakel_report report = make_report(&finding, 1);
    char *shown = show(&report, text, NULL);
    assert_non_null(strstr(shown, " 1 | " EM
                                  "school school conform school school school school school school" EM "\n"
                                  "   |                ^~~~~~~\n"));
    schakel_buffer_free(shown);
}

/* No spaces to cut at, letters of three bytes: a cut must still fall between letters. */
static void a_cut_never_splits_a_letter(void **state)
{
    (void)state;
    char text[3 * 300 + 1];
    for (size_t i = 0; i < 300; i++)
        memcpy(text + 3 * i, "\xE2\x82\xAC", 3);
    text[900] = '\0';
    for (size_t at = 0; at < 300; at += 7) {
        schakel_finding finding = find(text, "\xE2\x82\xAC", SCHAKEL_SEVERITY_HINT, 0);
        finding.start = 3 * at;
        finding.end = finding.start + 3;
        schakel_report report = make_report(&finding, 1);
        char *shown = show(&report, text, NULL);
        size_t length = strlen(shown);
        for (size_t i = 0; i < length; i++)
            if ((unsigned char)shown[i] == 0xE2)
                assert_true(((unsigned char)shown[i + 1] & 0xC0) == 0x80 &&
                            ((unsigned char)shown[i + 2] & 0xC0) == 0x80);
        assert_null(strstr(shown, "\xEF\xBF\xBD"));
        schakel_buffer_free(shown);
    }
}

/* File names can hold any bytes. */
static void a_name_that_is_not_utf8_does_no_harm(void **state)
{
    static const struct {
        const char *title, *shown;
    } cases[] = {
        {"a\xFF.txt", "a\xEF\xBF\xBD.txt: "},
        {"a\x80", "a\xEF\xBF\xBD: "},
        {"cut \xE2\x82", "cut \xEF\xBF\xBD\xEF\xBF\xBD: "},
        {"\xC3(", "\xEF\xBF\xBD(: "},
        {"overlong \xC0\xAF", "overlong \xEF\xBF\xBD\xEF\xBF\xBD: "},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD: "},
        {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD: "},
        {"caf\xC3\xA9 \xEF\xBF\xBD", "caf\xC3\xA9 \xEF\xBF\xBD: "},
        {"two\nlines", "two\xEF\xBF\xBDlines: "},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_report report = make_report(NULL, 0);
        schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
        options.title = cases[i].title;
        char *shown = show(&report, "", &options);
        assert_memory_equal(shown, cases[i].shown, strlen(cases[i].shown));
        schakel_buffer_free(shown);
    }
}

/* -------------------------------------------------------- wide places, whole text */

/* What a place of a text, all of it, looks like. */
static void assert_wide(const char *text, const char *what, const char *source, size_t underlined)
{
    schakel_finding finding = find(text, what, SCHAKEL_SEVERITY_WARNING, 0);
    schakel_report report = make_report(&finding, 1);
    char expected[256], *shown = show(&report, text, NULL);
    char tildes[64];
    memset(tildes, '~', sizeof tildes);
    snprintf(expected, sizeof expected, " 1 | %s\n   | ^%.*s" EM "\n   | Zeg", source, (int)underlined - 1,
             tildes);
    if (strstr(shown, expected) == NULL)
        fail_msg("expected\n%s\nfound\n%s", expected, shown);
    schakel_buffer_free(shown);
}

static void a_wide_place_is_underlined_at_its_first_words(void **state)
{
    static const char text[] =
        "Wij vragen u om morgen met uw kind naar het grote feest op school te komen. Dag!";
    static const char shown[] = "Wij vragen u om morgen met uw kind naar het grote feest op school te" EM;
    (void)state;
    assert_wide(text, "Wij vragen u om morgen met uw kind naar het grote feest op school te komen", shown,
                strlen("Wij vragen u om morgen"));
    assert_wide(text, "Wij vragen u om morgen met uw kind naar het", shown, strlen("Wij vragen u om morgen"));
    assert_wide("Wij gaan naar buiten\nmet de klas.", "Wij gaan naar buiten\nmet de klas",
                "Wij gaan naar buiten", strlen("Wij gaan naar buiten"));
}

static void a_wide_word_is_underlined_in_part(void **state)
{
    char text[101], source[101];
    (void)state;
    memset(text, 'x', 100);
    text[100] = '\0';
    snprintf(source, sizeof source, "%.70s" EM, text);
    assert_wide(text, text, source, 24);
}

static void the_whole_text_comes_first_and_has_no_place(void **state)
{
    static const char text[] = "Conform de brief.\nDag.\n";
    schakel_finding findings[3];
    (void)state;
    findings[0] = find(text, "Conform", SCHAKEL_SEVERITY_HINT, 0);
    findings[1] = find(text, text, SCHAKEL_SEVERITY_HINT, 0);
    findings[1].rule = SCHAKEL_RULE_LONG_TEXT;
    findings[1].message_nl =
        "De tekst is lang: 486 woorden. Vertel alleen wat de lezer nu moet weten, het liefst op "
        "\xC3\xA9\xC3\xA9n bladzijde.";
    findings[2] = find(text, "Dag", SCHAKEL_SEVERITY_HINT, 0);
    findings[2].rule = SCHAKEL_RULE_LAYOUT; /* at one place it is a place */
    schakel_report report = make_report(findings, 3);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.title = "b.txt";
    char *shown = show(&report, text, &options);
    static const char first[] =
        "b.txt: tip [long-text]\n"
        "   De tekst is lang: 486 woorden. Vertel alleen wat de lezer nu moet weten, het\n"
        "   liefst op \xC3\xA9\xC3\xA9n bladzijde.\n"
        "\n"
        "b.txt:1:1: tip [hard-word]\n";
    assert_memory_equal(shown, first, sizeof first - 1);
    assert_non_null(strstr(shown, "\nb.txt:2:1: tip [?]\n 2 | Dag.\n   | ^~~\n"));
    assert_non_null(strstr(shown, "3 opmerkingen: 3 \xC3\x97 tip\n"));
    schakel_buffer_free(shown);
}

static void what_is_about_the_whole_text_is_told_apart(void **state)
{
    static const char text[] = "Een twee drie.\nVier vijf zes zeven.\nAcht.";
    static const struct {
        schakel_rule rule;
        const char *place;
        int whole;
    } cases[] = {
        {SCHAKEL_RULE_LONG_TEXT, text, 1},
        {SCHAKEL_RULE_LONG_TEXT, "Acht", 1},
        {SCHAKEL_RULE_ONLY_PROBLEMS, "Acht", 1},
        {SCHAKEL_RULE_LAYOUT, "Acht", 0},
        {SCHAKEL_RULE_LAYOUT, text, 1},
        {SCHAKEL_RULE_INCOMPLETE_INVITATION, "zeven.\nAcht", 1},
        {SCHAKEL_RULE_INCOMPLETE_INVITATION, "Vier", 1},
        {SCHAKEL_RULE_NO_CLEAR_REQUEST, "", 1},
        {SCHAKEL_RULE_NO_CLEAR_REQUEST, "Een", 0},
        {SCHAKEL_RULE_LONG_PARAGRAPH, text, 0},
        {SCHAKEL_RULE_OTHER_LANGUAGE, text, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_finding finding = find(text, cases[i].place, SCHAKEL_SEVERITY_HINT, 0);
        finding.rule = cases[i].rule;
        schakel_report report = make_report(&finding, 1);
        char *shown = show(&report, text, NULL);
        assert_int_equal(strncmp(shown, "tip [", 5) == 0, cases[i].whole);
        schakel_buffer_free(shown);
    }
}

/* ---------------------------------------------------------------------- misuse */

static void wrong_use_is_told(void **state)
{
    (void)state;
    schakel_finding finding = find("Dag", "Dag", SCHAKEL_SEVERITY_HINT, 0);
    schakel_report report = make_report(&finding, 1);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *shown = NULL;
    for (int format = SCHAKEL_FORMAT_TEXT; format <= SCHAKEL_FORMAT_HTML; format++) {
        options.format = (schakel_format)format;
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_present_report(&report, "Da", 2, &options, &shown, NULL, &error),
                         SCHAKEL_MISUSE);
        assert_null(shown);
        assert_string_equal(error.message,
                            "a finding lies outside the text: this is not the text that was checked");
    }
    options.format = (schakel_format)2;
    assert_int_equal(schakel_present_report(&report, "Dag", 3, &options, &shown, NULL, NULL), SCHAKEL_MISUSE);
    options.struct_size = 0;
    assert_int_equal(schakel_present_report(&report, "Dag", 3, &options, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_report(NULL, "Dag", 3, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_report(&report, NULL, 3, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_report(&report, "Dag", 3, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
}

static void options_of_an_older_program_will_do(void **state)
{
    (void)state;
    schakel_finding finding = find("Dag", "Dag", SCHAKEL_SEVERITY_HINT, 0);
    schakel_report report = make_report(&finding, 1);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.struct_size = offsetof(schakel_present_options, first_line);
    options.first_line = 99; /* beyond what this program knows of */
    char *shown = show(&report, "Dag", &options);
    assert_memory_equal(shown, "1:1: ", 5);
    schakel_buffer_free(shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_place_is_underlined),
        cmocka_unit_test(a_place_of_no_width_gets_one_column),
        cmocka_unit_test(a_long_line_is_cut_around_the_place),
        cmocka_unit_test(a_cut_falls_between_words),
        cmocka_unit_test(a_cut_never_splits_a_letter),
        cmocka_unit_test(a_name_that_is_not_utf8_does_no_harm),
        cmocka_unit_test(a_wide_place_is_underlined_at_its_first_words),
        cmocka_unit_test(a_wide_word_is_underlined_in_part),
        cmocka_unit_test(the_whole_text_comes_first_and_has_no_place),
        cmocka_unit_test(what_is_about_the_whole_text_is_told_apart),
        cmocka_unit_test(wrong_use_is_told),
        cmocka_unit_test(options_of_an_older_program_will_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
