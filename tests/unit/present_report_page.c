/* What a text report looks like as a web page. */
#include "unit/present_reports.h"

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
    assert_non_null(strstr(page, "<span class=\"kind\">tip:</span> Geen &lt;script&gt;."
                                 "<br>Beter: <span class=\"better\" lang=\"nl\">volgens</span>, "
                                 "<span class=\"better\" lang=\"nl\">zoals &lt;in&gt;</span>"));
    assert_non_null(strstr(page, "<span class=\"kind serious\">fout:</span> "));
#define N(number)                                                                                            \
    "<sup id=\"p" number "\"><a href=\"#a" number "\" aria-label=\"opmerking " number "\">" number           \
    "</a></sup>"
    assert_string_equal(
        between(page, "<div class=\"text\"", "</section>"),
        "<div class=\"text\" lang=\"nl\" role=\"region\" aria-labelledby=\"text\" tabindex=\"0\">" N("1") "<mark class=\"warning\">Zeg </mark>" N(
            "2") "<mark class=\"warning\">&lt;b&gt;</mark>" N("3") "<mark class=\"error\">&quot;ja&quot;</mark>"
                                                                   "<mark class=\"error\"> &amp; &#39;</mark>nee" N(
                                                                       "4") "&#39;&lt;/b&gt;\r\nof " N("5") "<mark class=\"tip\">niet</mark>.\xEF\xBF\xBD</div>\n");
#undef N
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
    char *page = show(&report, "Dag.", &options);
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
    char quote[128] = "<q lang=\"nl\">";
    memset(quote + 13, 'x', 60);
    strcpy(quote + 73, EM "</q>");
    assert_non_null(strstr(page, quote));
    schakel_buffer_free(page);
}

/* --------------------------------------------------------------- what to do first */

/* The block with steps of a page; the caller ends the page. */
static const char *steps_of(const schakel_report *report, const char *text, schakel_language language,
                            char **page)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.format = SCHAKEL_FORMAT_HTML;
    options.language = language;
    *page = show(report, text, &options);
    return between(*page, "<section class=\"steps\">", "</section>");
}

static const char words[] = "aa bb cc dd ee ff gg hh";

/* A finding for each pair of letters, of these rules. */
static void make_findings(schakel_finding *findings, const schakel_rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        findings[i] = find(words, "", SCHAKEL_SEVERITY_WARNING, 0);
        findings[i].rule = rules[i];
        findings[i].start = 3 * i;
        findings[i].end = 3 * i + 2;
    }
}

static schakel_report judged_report(const schakel_finding *findings, size_t count, schakel_level level)
{
    schakel_report report = make_report(findings, count);
    report.verdict.level = level;
    report.verdict.meets_target = level <= SCHAKEL_LEVEL_A2;
    report.metrics.words = 8;
    return report;
}

static void steps_are_the_heaviest_reasons_with_their_places(void **state)
{
    static const schakel_rule rules[] = {SCHAKEL_RULE_HARD_WORD,    SCHAKEL_RULE_LONG_SENTENCE,
                                         SCHAKEL_RULE_SCHOOL_TERM,  SCHAKEL_RULE_LONG_TEXT,
                                         SCHAKEL_RULE_ABBREVIATION, SCHAKEL_RULE_HARD_WORD,
                                         SCHAKEL_RULE_HARD_WORD,    SCHAKEL_RULE_PASSIVE};
    schakel_finding findings[8];
    const schakel_reason reasons[] = {reason("words", 9), reason("sentences", 8), reason("reader", 7),
                                      reason("passives", 6)};
    char *page;
    (void)state;
    make_findings(findings, rules, 8);
    schakel_report report = judged_report(findings, 8, SCHAKEL_LEVEL_B1);
    report.reasons = reasons;
    report.reason_count = 4;
    /* The fourth finding is about the whole text: it has no number. */
    assert_string_equal(
        steps_of(&report, words, SCHAKEL_DUTCH, &page),
        "<section class=\"steps\">\n<h2>Wat doet u eerst?</h2>\n<ol>\n"
        "<li><strong>Kies gewone woorden.</strong> Schrijf een ander woord, of leg het moeilijke "
        "woord uit.<br><span class=\"places\">5 plekken, de eerste zijn <a href=\"#p1\">1</a>, "
        "<a href=\"#p3\">3</a>, <a href=\"#p4\">4</a> en <a href=\"#p5\">5</a>.</span></li>\n"
        "<li><strong>Maak de zinnen korter.</strong> Zet in elke zin \xC3\xA9\xC3\xA9n boodschap."
        "<br><span class=\"places\">1 plek: <a href=\"#p2\">2</a>.</span></li>\n"
        "<li><strong>Praat tegen de lezer.</strong> Schrijf \xE2\x80\x9Cu\xE2\x80\x9D en "
        "\xE2\x80\x9Cwij\xE2\x80\x9D. Schrijf dagen en tijden in cijfers.</li>\n</ol>\n");
    schakel_buffer_free(page);
}

static void errors_are_the_first_step(void **state)
{
    static const schakel_rule rules[] = {SCHAKEL_RULE_HARD_WORD, SCHAKEL_RULE_FLIGHT_HISTORY,
                                         SCHAKEL_RULE_FLIGHT_HISTORY};
    schakel_finding findings[3];
    const schakel_reason reasons[] = {reason("words", 9), reason("style", 8), reason("clauses", 7)};
    char *page;
    (void)state;
    make_findings(findings, rules, 3);
    findings[1].severity = findings[2].severity = SCHAKEL_SEVERITY_ERROR;
    schakel_report report = judged_report(findings, 3, SCHAKEL_LEVEL_B1);
    report.reasons = reasons;
    report.reason_count = 3;
    const char *steps = steps_of(&report, words, SCHAKEL_ENGLISH, &page);
    assert_non_null(strstr(steps, "<ol>\n<li><strong>Take out the errors first.</strong>"));
    assert_non_null(strstr(steps, "2 places: <a href=\"#p2\">2</a> and <a href=\"#p3\">3</a>."));
    assert_non_null(strstr(steps, "Choose everyday words."));
    assert_non_null(strstr(steps, "Use more verbs."));
    assert_null(strstr(steps, "Make the sentences simpler."));
    schakel_buffer_free(page);
}

static void every_reason_has_a_step(void **state)
{
    static const char *const names[] = {"sentences", "words",   "passives", "officialese",
                                        "reader",    "clauses", "style"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        schakel_report report = judged_report(NULL, 0, SCHAKEL_LEVEL_B1);
        const schakel_reason only = reason(names[i], 5);
        char *page;
        report.reasons = &only;
        report.reason_count = 1;
        assert_non_null(strstr(steps_of(&report, words, SCHAKEL_DUTCH, &page), "<li><strong>"));
        schakel_buffer_free(page);
    }
}

static void without_steps_something_is_said_too(void **state)
{
    static const schakel_rule rules[] = {SCHAKEL_RULE_HARD_WORD};
    const schakel_reason reasons[] = {reason("words", 2), reason("a reason of a later version", 2)};
    schakel_finding findings[1];
    char *page;
    (void)state;
    make_findings(findings, rules, 1);
    schakel_report report = judged_report(findings, 0, SCHAKEL_LEVEL_A2);
    assert_non_null(strstr(steps_of(&report, words, SCHAKEL_DUTCH, &page), "<p>U hoeft niets te doen.</p>"));
    schakel_buffer_free(page);
    report.findings = findings;
    report.count = 1;
    assert_non_null(strstr(steps_of(&report, words, SCHAKEL_DUTCH, &page),
                           "<p>Kijk naar de opmerkingen bij de tekst.</p>"));
    schakel_buffer_free(page);
    report.reasons = reasons;
    report.reason_count = 2;
    assert_non_null(strstr(steps_of(&report, words, SCHAKEL_DUTCH, &page),
                           "<p>De tekst is goed genoeg. Zo wordt hij nog beter:</p>\n<ol>\n<li>"));
    schakel_buffer_free(page);
}

/* -------------------------------------------------------- whole text, other languages */

static void the_whole_text_has_a_block_of_its_own(void **state)
{
    static const schakel_rule rules[] = {SCHAKEL_RULE_LONG_TEXT, SCHAKEL_RULE_HARD_WORD};
    schakel_finding findings[2];
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    make_findings(findings, rules, 2);
    schakel_report report = judged_report(findings, 2, SCHAKEL_LEVEL_A2);
    options.format = SCHAKEL_FORMAT_HTML;
    char *page = show(&report, words, &options);
    const char *whole = strstr(page, "<h2>Over de hele tekst</h2>\n<ul class=\"advice\">\n"
                                     "<li><span class=\"kind\">let op:</span> Zeg het gewoner.</li>\n</ul>");
    const char *text = strstr(page, "\"text\" tabindex=\"0\">aa <sup id=\"p1\">");
    assert_true(whole != NULL && text != NULL && whole < text);
    assert_non_null(strstr(page, "<li id=\"a1\"><a href=\"#p1\"><q lang=\"nl\">bb</q>"));
    assert_null(strstr(page, "id=\"p2\""));
    schakel_buffer_free(page);
    report.count = 1;
    page = show(&report, words, &options);
    assert_non_null(strstr(page, "<p>Op losse plekken is niets aan te merken.</p>"));
    schakel_buffer_free(page);
}

static void what_is_not_dutch_has_no_level_and_its_own_language(void **state)
{
    static const struct {
        const char *tag, *lang, *verdict;
    } cases[] = {{"en", "lang=\"en\" role", "niet beoordeeld: deze tekst is in het Engels."},
                 {"und", "lang=\"\" role", "niet beoordeeld: deze tekst is niet in het Nederlands."}};
    schakel_finding finding = find(words, words, SCHAKEL_SEVERITY_HINT, 0);
    (void)state;
    finding.rule = SCHAKEL_RULE_OTHER_LANGUAGE;
    for (size_t i = 0; i < 2; i++) {
        schakel_report report = make_report(&finding, 1);
        schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
        options.format = SCHAKEL_FORMAT_HTML;
        report.verdict.language = cases[i].tag;
        char *page = show(&report, words, &options);
        assert_non_null(strstr(page, cases[i].lang));
        assert_non_null(strstr(page, cases[i].verdict));
        assert_non_null(strstr(page, "<p class=\"verdict open\">"));
        assert_non_null(strstr(page, "<mark class=\"foreign\" lang=\"\">aa bb"));
        assert_non_null(strstr(page, "<q lang=\"\">aa bb"));
        assert_null(strstr(page, "<svg"));
        assert_null(strstr(page, "class=\"steps\""));
        assert_null(strstr(page, "<dl>"));
        schakel_buffer_free(page);
    }
}

static void an_empty_text_shows_no_text(void **state)
{
    schakel_report report = make_report(NULL, 0);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    options.format = SCHAKEL_FORMAT_HTML;
    char *page = show(&report, "", &options);
    assert_non_null(strstr(page, "er staan geen woorden in."));
    assert_null(strstr(page, "class=\"sides\""));
    schakel_buffer_free(page);
}

/* Words within a long sentence stand out; a long paragraph is not marked at all. */
static void a_wide_place_gives_way_to_the_words_in_it(void **state)
{
    static const char text[] = "Wij gaan conform de brief met alle kinderen van de klas naar het bos.";
    schakel_finding findings[3];
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    findings[0] = find(text, text, SCHAKEL_SEVERITY_WARNING, 0);
    findings[0].rule = SCHAKEL_RULE_LONG_PARAGRAPH;
    findings[1] = find(text, text, SCHAKEL_SEVERITY_ERROR, 0);
    findings[2] = find(text, "conform", SCHAKEL_SEVERITY_HINT, 0);
    schakel_report report = make_report(findings, 3);
    options.format = SCHAKEL_FORMAT_HTML;
    char *page = show(&report, text, &options);
    assert_non_null(strstr(page, "<mark class=\"error wide\">Wij gaan </mark><sup id=\"p3\">"));
    assert_non_null(strstr(page, "<mark class=\"tip\">conform</mark><mark class=\"error wide\"> de brief"));
    schakel_buffer_free(page);
    report.count = 1;
    page = show(&report, text, &options);
    assert_null(strstr(page, "<mark class=\"warning\">Wij"));
    assert_non_null(strstr(page, "</sup>Wij gaan conform"));
    schakel_buffer_free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(html_marks_overlapping_places_and_escapes_everything),
        cmocka_unit_test(whatever_overlaps_no_letter_is_lost),
        cmocka_unit_test(html_without_findings_says_so),
        cmocka_unit_test(html_shows_level_and_target_on_a_scale),
        cmocka_unit_test(html_cuts_a_long_quote_short),
        cmocka_unit_test(steps_are_the_heaviest_reasons_with_their_places),
        cmocka_unit_test(errors_are_the_first_step),
        cmocka_unit_test(every_reason_has_a_step),
        cmocka_unit_test(without_steps_something_is_said_too),
        cmocka_unit_test(the_whole_text_has_a_block_of_its_own),
        cmocka_unit_test(what_is_not_dutch_has_no_level_and_its_own_language),
        cmocka_unit_test(an_empty_text_shows_no_text),
        cmocka_unit_test(a_wide_place_gives_way_to_the_words_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
