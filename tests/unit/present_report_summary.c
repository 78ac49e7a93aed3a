/* What a text report ends with: the verdict, how sure it is, the reasons, the figures. */
#include "unit/present_reports.h"

static const char letter[] = "Conform de brief.\n";

static const schakel_reason whole_reasons[] = {
    {sizeof(schakel_reason), "sentences", 12.4, "De zinnen zijn lang.", "The sentences are long."},
    {sizeof(schakel_reason), "words", 4.6, "Er staan veel moeilijke woorden in.",
     "There are many hard words."},
};

static schakel_report whole_report(schakel_finding findings[2])
{
    findings[0] = find(letter, "Conform", SCHAKEL_SEVERITY_WARNING, 2);
    findings[1] = find(letter, "brief", SCHAKEL_SEVERITY_ERROR, 0);
    schakel_report report = make_report(findings, 2);
    report.verdict.level = SCHAKEL_LEVEL_B1;
    report.verdict.confidence = 0.714;
    report.verdict.difficulty = 62.5;
    report.metrics.words = 3;
    report.metrics.sentences = 1;
    report.metrics.longest_sentence = 3;
    report.metrics.words_per_sentence = 3;
    report.metrics.hard_word_share = 1.0 / 3;
    report.metrics.passive_share = 0.005;
    report.metrics.leesindex_a = -0.04;
    report.metrics.flesch_douma = -12.25;
    report.reasons = whole_reasons;
    report.reason_count = 2;
    return report;
}

static void findings_and_summary_in_dutch(void **state)
{
    (void)state;
    schakel_finding findings[2];
    schakel_report report = whole_report(findings);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.title = "brief.txt";
    options.first_line = 7;
    char *shown = show(&report, letter, &options);
    assert_string_equal(shown, "brief.txt:7:1: let op [hard-word]\n"
                               " 7 | Conform de brief.\n"
                               "   | ^~~~~~~\n"
                               "   | Zeg het gewoner.\n"
                               "   | beter: \"volgens\", \"zoals <in>\"\n"
                               "\n"
                               "brief.txt:7:12: fout [hard-word]\n"
                               " 7 | Conform de brief.\n"
                               "   |            ^~~~~\n"
                               "   | Zeg het gewoner.\n"
                               "\n"
                               "brief.txt: te moeilijk voor niveau A2: dit is niveau B1\n"
                               "  het niveau is vrij zeker; de moeilijkheid is 63 van 100\n"
                               "  wat het moeilijk maakt:\n"
                               "  - De zinnen zijn lang. (12 punten)\n"
                               "  - Er staan veel moeilijke woorden in. (5 punten)\n"
                               "  3 woorden in 1 zin; gemiddeld 3,0 per zin, de langste 3\n"
                               "  moeilijke woorden: 33%; lijdende zinnen: 1%; zinnen met een bijzin: 0%\n"
                               "  Leesindex A 0,0; Flesch-Douma -12,3 (hoger is makkelijker)\n"
                               "  2 opmerkingen: 1 \xC3\x97 fout, 1 \xC3\x97 let op\n");
    schakel_buffer_free(shown);
}

static void findings_and_summary_in_english_and_colour(void **state)
{
    (void)state;
    schakel_finding findings[2];
    schakel_report report = whole_report(findings);
    report.count = 1;
    report.reason_count = 1;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.language = SCHAKEL_ENGLISH;
    options.colour = 1;
    char *shown = show(&report, letter, &options);
    assert_string_equal(shown,
                        "\x1B[1m1:1: \x1B[0m\x1B[33mwarning\x1B[0m [hard-word]\n"
                        " 1 | \x1B[33mConform\x1B[0m de brief.\n"
                        "   | \x1B[33m^~~~~~~\x1B[0m\n"
                        "   | Say it plainer.\n"
                        "   | \x1B[32mbetter: \"volgens\", \"zoals <in>\"\x1B[0m\n"
                        "\n"
                        "\x1B[1m\x1B[33mtoo hard for level A2: this is level B1\x1B[0m\n"
                        "  the level is fairly certain; the difficulty is 63 of 100\n"
                        "  what makes it hard:\n"
                        "  - The sentences are long. (12 points)\n"
                        "  3 words in 1 sentence; 3.0 per sentence, the longest 3\n"
                        "  hard words: 33%; passive sentences: 1%; sentences with a subordinate clause: 0%\n"
                        "  Leesindex A 0.0; Flesch-Douma -12.3 (higher is easier)\n"
                        "  1 remark: 1 \xC3\x97 warning\n");
    schakel_buffer_free(shown);
}

/* Does what is shown of a verdict without findings begin so? */
static void assert_verdict(const schakel_verdict *verdict, size_t words, schakel_language language,
                           const char *expected)
{
    schakel_report report = make_report(NULL, 0);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.language = language;
    report.verdict = *verdict;
    report.metrics.words = words;
    char *shown = show(&report, "", &options);
    if (strncmp(shown, expected, strlen(expected)) != 0)
        fail_msg("expected %s\nfound %s", expected, shown);
    schakel_buffer_free(shown);
}

static void the_verdict_in_words(void **state)
{
    static const struct {
        schakel_level level, target;
        int meets;
        const char *shown;
    } cases[] = {
        {SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_A2, 1, "er staan geen woorden in\n  niets aan te merken\n"},
        {SCHAKEL_LEVEL_A2, SCHAKEL_LEVEL_A2, 1, "leesbaar op niveau A2\n"},
        {SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_A2, 1, "leesbaar op niveau A2, zelfs op niveau A1\n"},
        {SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_A2, 0, "leesbaar op niveau A2, maar er staan fouten in\n"},
        {SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_B1, 0, "te moeilijk voor niveau B1: dit is niveau C1\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
        verdict.level = cases[i].level;
        verdict.target = cases[i].target;
        verdict.meets_target = cases[i].meets;
        assert_verdict(&verdict, 0, SCHAKEL_DUTCH, cases[i].shown);
    }
}

static void how_certain_in_words(void **state)
{
    static const struct {
        double confidence;
        size_t words;
        const char *shown;
    } cases[] = {
        {0.8, 10, "leesbaar op niveau A2\n  het niveau is zeker; "},
        {0.799, 10, "leesbaar op niveau A2\n  het niveau is vrij zeker; "},
        {0.599, 59, "leesbaar op niveau A2\n  het niveau is niet zeker, want de tekst is kort; "},
        {0.599, 60, "leesbaar op niveau A2\n  het niveau is niet zeker; "},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
        verdict.level = SCHAKEL_LEVEL_A2;
        verdict.meets_target = 1;
        verdict.confidence = cases[i].confidence;
        assert_verdict(&verdict, cases[i].words, SCHAKEL_DUTCH, cases[i].shown);
    }
}

static void another_language_is_named(void **state)
{
    static const struct {
        const char *tag, *nl, *en;
    } cases[] = {
        {"en", "niet beoordeeld: deze tekst is in het Engels\n  niets",
         "not judged: this text is in English\n"},
        {"fy", "niet beoordeeld: deze tekst is in het Fries\n",
         "not judged: this text is in Western Frisian\n"},
        {"xx", "niet beoordeeld: deze tekst is in het xx\n", "not judged: this text is in xx\n"},
        {"und", "niet beoordeeld: deze tekst is niet in het Nederlands\n",
         "not judged: this text is not in Dutch\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
        verdict.language = cases[i].tag;
        assert_verdict(&verdict, 3, SCHAKEL_DUTCH, cases[i].nl);
        assert_verdict(&verdict, 3, SCHAKEL_ENGLISH, cases[i].en);
    }
}

static void no_more_than_three_reasons_are_told(void **state)
{
    schakel_report report = make_report(NULL, 0);
    schakel_reason reasons[4];
    (void)state;
    for (size_t i = 0; i < 4; i++)
        reasons[i] = reason("words", 9.4 - (double)i);
    report.verdict.level = SCHAKEL_LEVEL_B1;
    report.reasons = reasons;
    report.reason_count = 4;
    char *shown = show(&report, "", NULL);
    assert_non_null(strstr(shown, "(9 punten)\n"));
    assert_non_null(strstr(shown, "(7 punten)\n"));
    assert_null(strstr(shown, "(6 punten)\n"));
    schakel_buffer_free(shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_and_summary_in_dutch),
        cmocka_unit_test(findings_and_summary_in_english_and_colour),
        cmocka_unit_test(the_verdict_in_words),
        cmocka_unit_test(how_certain_in_words),
        cmocka_unit_test(another_language_is_named),
        cmocka_unit_test(no_more_than_three_reasons_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
