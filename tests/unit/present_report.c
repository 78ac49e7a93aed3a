/* What a text report looks like, letter by letter. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>

#include "unit/present_stand_in.h"

/* The place of `what` in the text as a finding; line and column as the text room counts them. */
static schakel_finding find(const char *text, const char *what, schakel_severity severity, size_t suggestions)
{
    schakel_finding finding = SCHAKEL_FINDING_INIT;
    const char *place = strstr(text, what);
    assert_non_null(place);
    finding.rule = SCHAKEL_RULE_HARD_WORD;
    finding.severity = severity;
    finding.start = (size_t)(place - text);
    finding.end = finding.start + strlen(what);
    finding.line = finding.column = 1;
    for (const char *c = text; c < place; c++) {
        int ends = *c == '\n' || (*c == '\r' && c[1] != '\n');
        finding.line += (size_t)ends;
        finding.column = ends ? 1 : finding.column + 1;
    }
    finding.message_nl = "Zeg het gewoner.";
    finding.message_en = "Say it plainer.";
    finding.suggestion_count = suggestions;
    return finding;
}

static schakel_report make_report(const schakel_finding *findings, size_t count)
{
    schakel_report report;
    const schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    const schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    memset(&report, 0, sizeof report);
    assert_true(sk_allocator_resolve(NULL, &report.allocator));
    report.verdict = verdict;
    report.metrics = metrics;
    report.findings = findings;
    report.count = count;
    report.suggestions[0] = "volgens";
    report.suggestions[1] = "zoals <in>";
    return report;
}

/* The caller ends the text with schakel_buffer_free(). */
static char *show(const schakel_report *report, const char *text, const schakel_present_options *options)
{
    char *shown = NULL;
    size_t length = 0;
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_int_equal(schakel_present_report(report, text, strlen(text), options, &shown, &length, &error),
                     SCHAKEL_OK);
    assert_non_null(shown);
    assert_int_equal(length, strlen(shown));
    return shown;
}

/* ------------------------------------------------------------------- places */

typedef struct place_case {
    const char *why, *text, *what;
    const char *shown; /* up to the empty line before the summary */
} place_case;

#define TIP "tip [hard-word]: Zeg het gewoner.\n"
#define EM "\xE2\x80\xA6"

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
     "1:5: " TIP " 1 | Wij gaan\n   |     ^~~~\n"},
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
        if (strncmp(shown, places[i].shown, length) != 0 || shown[length] != '\n')
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
        assert_non_null(strstr(shown, "1:4: " TIP " 1 | Dag\n   |    ^\n\n"));
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
        {0,
         " 1 | conform-- ouderavon ouderavon ouderavon ouderavon ouderavon ouderavon ouderavon ouderavon ouderavon" EM
         "\n",
         "   | ^~~~~~~\n"},
        {20,
         " 1 | " EM
         "ouderavon ouderavon ouderavon conform-- ouderavon ouderavon ouderavon ouderavon ouderavon ouderavon" EM
         "\n",
         "   |                                ^~~~~~~\n"},
        {39, " 1 | " EM "ouderavon ouderavon ouderavon conform-- \n",
         "   |                                ^~~~~~~\n"},
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

/* Words of six letters: thirty columns before the place lies in the middle of one. */
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
                                  "school school school school conform school school school school school "
                                  "school school school school" EM "\n"
                                  "   |                              ^~~~~~~\n"));
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

/* ------------------------------------------------------------------ the whole */

static const char letter[] = "Conform de brief.\n";

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
    assert_string_equal(
        shown, "brief.txt:7:1: let op [hard-word]: Zeg het gewoner.\n"
               " 7 | Conform de brief.\n"
               "   | ^~~~~~~\n"
               "   | beter: \"volgens\", \"zoals <in>\"\n"
               "\n"
               "brief.txt:7:12: fout [hard-word]: Zeg het gewoner.\n"
               " 7 | Conform de brief.\n"
               "   |            ^~~~~\n"
               "\n"
               "brief.txt: te moeilijk voor niveau A2 (niveau B1, zekerheid 71%; moeilijkheid 63 van 100)\n"
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
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.language = SCHAKEL_ENGLISH;
    options.colour = 1;
    char *shown = show(&report, letter, &options);
    assert_string_equal(
        shown,
        "\x1B[1m1:1: \x1B[0m\x1B[33mwarning\x1B[0m [hard-word]: Say it plainer.\n"
        " 1 | \x1B[33mConform\x1B[0m de brief.\n"
        "   | \x1B[33m^~~~~~~\x1B[0m\n"
        "   | \x1B[32mbetter: \"volgens\", \"zoals <in>\"\x1B[0m\n"
        "\n"
        "\x1B[1m\x1B[33mtoo hard for level A2 (level B1, confidence 71%; difficulty 63 of 100)\x1B[0m\n"
        "  3 words in 1 sentence; 3.0 per sentence, the longest 3\n"
        "  hard words: 33%; passive sentences: 1%; sentences with a subordinate clause: 0%\n"
        "  Leesindex A 0.0; Flesch-Douma -12.3 (higher is easier)\n"
        "  1 remark: 1 \xC3\x97 warning\n");
    schakel_buffer_free(shown);
}

static void the_verdict_in_words(void **state)
{
    static const struct {
        schakel_level level;
        int meets;
        const char *shown;
    } cases[] = {
        {SCHAKEL_LEVEL_UNKNOWN, 1, "er staan geen woorden in\n  niets aan te merken\n"},
        {SCHAKEL_LEVEL_A1, 1,
         "leesbaar op niveau A2 (niveau A1, zekerheid 0%; moeilijkheid 0 van 100)\n  niets aan te merken\n"},
        {SCHAKEL_LEVEL_A2, 0,
         "leesbaar op niveau A2, maar er staan fouten in (niveau A2, zekerheid 0%; moeilijkheid 0 van 100)\n"
         "  niets aan te merken\n"},
        {SCHAKEL_LEVEL_C1, 0,
         "te moeilijk voor niveau A2 (niveau C1, zekerheid 0%; moeilijkheid 0 van 100)\n  niets aan te merken\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_report report = make_report(NULL, 0);
        report.verdict.level = cases[i].level;
        report.verdict.meets_target = cases[i].meets;
        char *shown = show(&report, "", NULL);
        assert_string_equal(shown, cases[i].shown);
        schakel_buffer_free(shown);
    }
}

/* ------------------------------------------------------------------------ HTML */

static const char *between(char *page, const char *begin, const char *end)
{
    char *from = strstr(page, begin);
    assert_non_null(from);
    char *to = strstr(from, end);
    assert_non_null(to);
    *to = '\0';
    return from;
}

static void html_marks_overlapping_places_and_escapes_everything(void **state)
{
    (void)state;
    static const char text[] = "Zeg <b>\"ja\" & 'nee'</b>\r\nof niet.\x1B";
    schakel_finding findings[5];
    findings[0] = find(text, "Zeg <b>\"ja\"", SCHAKEL_SEVERITY_WARNING, 0);
    findings[1] = find(text, "<b>", SCHAKEL_SEVERITY_HINT, 2);
    findings[2] = find(text, "\"ja\" & '", SCHAKEL_SEVERITY_ERROR, 0);
    findings[3] = find(text, "nee", SCHAKEL_SEVERITY_HINT, 0);
    findings[3].start = findings[3].end; /* no width */
    findings[4] = find(text, "niet", SCHAKEL_SEVERITY_HINT, 0);
    findings[1].message_nl = "Geen <script>.";
    schakel_report report = make_report(findings, 5);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.format = SCHAKEL_FORMAT_HTML;
    options.colour = 1;
    options.title = "a<b>.txt";
    char *page = show(&report, text, &options);
    assert_null(strchr(page, '\x1B'));
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "http"));
    assert_memory_equal(page, "<!DOCTYPE html>\n<html lang=\"nl\">", 32);
    assert_non_null(strstr(page, "<title>a&lt;b&gt;.txt</title>"));
    assert_non_null(strstr(
        page,
        "<span class=\"kind\">tip:</span> Geen &lt;script&gt;."
        "<br>Beter: <span class=\"better\">volgens</span>, <span class=\"better\">zoals &lt;in&gt;</span>"));
    assert_string_equal(
        between(page, "<div class=\"text\"", "</section>"),
        "<div class=\"text\" lang=\"nl\" tabindex=\"0\"><sup id=\"p1\"><a href=\"#a1\">1</a></sup><mark class=\"warning\">Zeg </mark>"
        "<sup id=\"p2\"><a href=\"#a2\">2</a></sup><mark class=\"warning more\">&lt;b&gt;</mark>"
        "<sup id=\"p3\"><a href=\"#a3\">3</a></sup><mark class=\"error more\">&quot;ja&quot;</mark>"
        "<mark class=\"error\"> &amp; &#39;</mark>nee<sup id=\"p4\"><a href=\"#a4\">4</a></sup>&#39;&lt;/b&gt;\r\n"
        "of <sup id=\"p5\"><a href=\"#a5\">5</a></sup><mark class=\"tip\">niet</mark>.\xEF\xBF\xBD</div>\n");
    schakel_buffer_free(page);
}

/* The text in a page: without marks and numbers, and what was escaped put back. */
static void read_back(const char *page, char *out)
{
    static const struct {
        const char *escaped;
        char plain;
    } escapes[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    while (*page != '\0') {
        if (strncmp(page, "<sup", 4) == 0) {
            page = strstr(page, "</sup>") + 6;
        } else if (*page == '<') {
            page = strchr(page, '>') + 1;
        } else if (*page == '&') {
            for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++)
                if (strncmp(page, escapes[i].escaped, strlen(escapes[i].escaped)) == 0)
                    *out++ = escapes[i].plain;
            page = strchr(page, ';') + 1;
        } else {
            *out++ = *page++;
        }
    }
    *out = '\0';
}

static int by_start(const void *a, const void *b)
{
    const schakel_finding *left = a, *right = b;
    return (left->start > right->start) - (left->start < right->start);
}

static void whatever_overlaps_no_letter_is_lost(void **state)
{
    static const char *const letters[] = {"a", "<", "&",  "\"",       "'",
                                          ">", " ", "\n", "\xC3\xA9", "\xF0\x9F\x98\x80"};
    uint64_t seed = 7;
    (void)state;
    for (int round = 0; round < 500; round++) {
        char text[256] = "", kept[4096];
        size_t borders[65] = {0}, count = 0;
        schakel_finding findings[12];
        for (; count < 60; count++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            strcat(text, letters[(seed >> 33) % 10]);
            borders[count + 1] = strlen(text);
        }
        for (size_t i = 0; i < 12; i++) {
            findings[i] = find(text, "", SCHAKEL_SEVERITY_HINT, 0);
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t from = (seed >> 33) % 60, length = (seed >> 43) % 20;
            findings[i].severity = (schakel_severity)((seed >> 53) % 3);
            findings[i].start = borders[from];
            findings[i].end = borders[from + length < 60 ? from + length : 60];
        }
        qsort(findings, 12, sizeof findings[0], by_start);
        schakel_report report = make_report(findings, 12);
        schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
        schakel_buffer_free(
            show(&report, text, &options)); /* nothing to compare with, but nothing may break */
        options.format = SCHAKEL_FORMAT_HTML;
        char *page = show(&report, text, &options);
        read_back(between(page, "<div class=\"text\"", "</section>"), kept);
        assert_memory_equal(kept, text, strlen(text));
        assert_string_equal(kept + strlen(text), "\n");
        schakel_buffer_free(page);
    }
}

static void html_without_findings_says_so(void **state)
{
    (void)state;
    schakel_report report = make_report(NULL, 0);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.format = SCHAKEL_FORMAT_HTML;
    options.language = SCHAKEL_ENGLISH;
    char *page = show(&report, "", &options);
    assert_non_null(strstr(page, "<html lang=\"en\">"));
    assert_non_null(strstr(page, "Nothing to remark."));
    schakel_buffer_free(page);
}

static void html_shows_level_and_target_on_a_scale(void **state)
{
    static const struct {
        schakel_level level;
        int meets;
        const char *label, *here, *fill;
    } cases[] = {
        {SCHAKEL_LEVEL_A2, 1, "aria-label=\"Niveau A2; het doel is A2.\"", ">tekst en doel<", "#1b6e3c"},
        {SCHAKEL_LEVEL_C1, 0, "aria-label=\"Niveau C1; het doel is A2.\"", ">deze tekst<",
         "fill=\"#a14400\""},
    };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        schakel_report report = make_report(NULL, 0);
        schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
        options.format = SCHAKEL_FORMAT_HTML;
        report.verdict.level = cases[i].level;
        report.verdict.meets_target = cases[i].meets;
        char *page = show(&report, "", &options);
        assert_non_null(strstr(page, cases[i].label));
        assert_non_null(strstr(page, cases[i].here));
        assert_non_null(strstr(page, cases[i].fill));
        schakel_buffer_free(page);
    }
}

static void html_cuts_a_long_quote_short(void **state)
{
    (void)state;
    char text[101];
    memset(text, 'x', 100);
    text[100] = '\0';
    schakel_finding finding = find(text, text, SCHAKEL_SEVERITY_HINT, 0);
    schakel_report report = make_report(&finding, 1);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.format = SCHAKEL_FORMAT_HTML;
    char *page = show(&report, text, &options);
    char quote[128] = "<q>";
    memset(quote + 3, 'x', 60);
    strcpy(quote + 63, EM "</q>");
    assert_non_null(strstr(page, quote));
    schakel_buffer_free(page);
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
        cmocka_unit_test(findings_and_summary_in_dutch),
        cmocka_unit_test(findings_and_summary_in_english_and_colour),
        cmocka_unit_test(the_verdict_in_words),
        cmocka_unit_test(html_marks_overlapping_places_and_escapes_everything),
        cmocka_unit_test(whatever_overlaps_no_letter_is_lost),
        cmocka_unit_test(html_without_findings_says_so),
        cmocka_unit_test(html_shows_level_and_target_on_a_scale),
        cmocka_unit_test(html_cuts_a_long_quote_short),
        cmocka_unit_test(wrong_use_is_told),
        cmocka_unit_test(options_of_an_older_program_will_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
