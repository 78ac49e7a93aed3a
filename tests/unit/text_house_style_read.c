/* House styles: what goes in, from calls and from text, what is refused, and how long it lives. */
#include "unit/house_styles.h"

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
        {"", SCHAKEL_INVALID},     {" ", SCHAKEL_INVALID},         {"-a", SCHAKEL_INVALID},
        {"(a)", SCHAKEL_INVALID},  {"'s avonds", SCHAKEL_INVALID}, {"\xE2\x82\xAC", SCHAKEL_INVALID},
        {"a\tb", SCHAKEL_INVALID}, {"a\nb", SCHAKEL_INVALID},      {"a\xFF", SCHAKEL_SYNTAX},
        {"\xC3", SCHAKEL_SYNTAX},
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
    assert_int_equal(schakel_house_style_set_rule(style, SCHAKEL_RULE_UNKNOWN_WORD, 0, NULL), SCHAKEL_OK);
    assert_int_equal(
        schakel_house_style_set_rule(style, (schakel_rule)(SCHAKEL_RULE_UNKNOWN_WORD + 1), 0, NULL),
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

int main(void)
{
    const struct CMUnitTest tests[] = {
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
