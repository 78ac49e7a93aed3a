/* A text report as a web page: the text with numbered highlights, the advice beside it. */
#include "base/unicode.h"
#include "present/report.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------- the scale */

enum { STEP = 90, STEPS = SCHAKEL_LEVEL_C1 - SCHAKEL_LEVEL_A1 + 1 };

static void add_scale(sk_page *page, const schakel_verdict *verdict, size_t words)
{
    const char *level = schakel_level_name(verdict->level), *target = schakel_level_name(verdict->target);
    sk_buffer_addf(&page->out,
                   "<svg role=\"img\" viewBox=\"0 0 %d 74\" width=\"%d\" height=\"74\" aria-label=\"",
                   STEP * STEPS, STEP * STEPS);
    sk_buffer_addf(&page->out, sk_say(page, "Niveau %s; het doel is %s.", "Level %s; the target is %s."),
                   level, target);
    sk_buffer_adds(&page->out, "\">\n");
    for (int i = 0; i < STEPS; i++) {
        schakel_level step = (schakel_level)(SCHAKEL_LEVEL_A1 + i);
        int here = step == verdict->level, wanted = step == verdict->target;
        sk_buffer_addf(&page->out,
                       "<rect x=\"%d\" y=\"2\" width=\"%d\" height=\"40\" rx=\"5\" fill=\"%s\" stroke=\"%s\" "
                       "stroke-width=\"%d\"/><text x=\"%d\" y=\"28\" text-anchor=\"middle\" font-size=\"19\" "
                       "font-weight=\"%d\" fill=\"%s\">%s</text>",
                       i * STEP + 3, STEP - 6,
                       here ? (verdict->meets_target ? "#1b6e3c" : "#a14400") : "#f2f2f2",
                       wanted ? "#0b4a82" : "#767676", wanted ? 4 : 1, i * STEP + STEP / 2, here ? 700 : 400,
                       here ? "#fff" : "#1a1a1a", schakel_level_name(step));
        const char *below = here && wanted ? sk_say(page, "tekst en doel", "text and target")
                            : here         ? sk_say(page, "deze tekst", "this text")
                            : wanted       ? sk_say(page, "doel", "target")
                                           : "";
        sk_buffer_addf(
            &page->out,
            "<text x=\"%d\" y=\"64\" text-anchor=\"middle\" font-size=\"15\" fill=\"#1a1a1a\">%s</text>\n",
            i * STEP + STEP / 2, below);
    }
    sk_buffer_addf(&page->out, "</svg>\n<p class=\"note\">%s ",
                   sk_say(page, "Hoe zeker is dit niveau?", "How certain is this level?"));
    sk_buffer_addf(&page->out, "<span class=\"certainty\">%s.</span>%s", sk_certainty(page, verdict, words),
                   sk_say(page, " De moeilijkheid is ", " The difficulty is "));
    sk_add_number(page, verdict->difficulty, 0);
    sk_buffer_adds(&page->out, sk_say(page, " van 100.</p>\n", " of 100.</p>\n"));
}

/* ----------------------------------------------------------------- the highlights */

/* How a place is marked, the strongest last. What is about a sentence gives way to what is about its words. */
typedef enum mark { NO_MARK, FOREIGN, WIDE_TIP, WIDE_WARNING, WIDE_ERROR, TIP, WARNING, ERROR, MARKS } mark;

static mark mark_of(const schakel_finding *finding, const char *text)
{
    if (finding->start == finding->end || finding->rule == SCHAKEL_RULE_LONG_PARAGRAPH)
        return NO_MARK;
    if (finding->rule == SCHAKEL_RULE_OTHER_LANGUAGE)
        return FOREIGN;
    return (mark)((sk_is_wide(finding, text) ? WIDE_TIP : TIP) + (int)finding->severity);
}

/* Where a finding ends. */
typedef struct ending {
    size_t at;
    mark mark;
} ending;

static int by_place(const void *a, const void *b)
{
    const ending *left = a, *right = b;
    if (left->at != right->at)
        return left->at < right->at ? -1 : 1;
    return (int)left->mark - (int)right->mark;
}

/* Of the findings that are marked, in order. */
typedef struct endings {
    ending *items;
    size_t count;
} endings;

/* How many findings of each kind hold at the place that is being written. */
typedef struct covering {
    size_t of[MARKS];
} covering;

static void add_stretch(sk_page *page, const char *text, size_t from, size_t to, const covering *covers)
{
    static const char *const openings[MARKS] = {
        "",
        "<mark class=\"foreign\" lang=\"\">",
        "<mark class=\"tip wide\">",
        "<mark class=\"warning wide\">",
        "<mark class=\"error wide\">",
        "<mark class=\"tip\">",
        "<mark class=\"warning\">",
        "<mark class=\"error\">",
    };
    int strongest = MARKS - 1;
    if (from == to)
        return;
    while (strongest > NO_MARK && covers->of[strongest] == 0)
        strongest--;
    sk_buffer_adds(&page->out, openings[strongest]);
    sk_add_shown(page, text + from, to - from);
    if (strongest > NO_MARK)
        sk_buffer_adds(&page->out, "</mark>");
}

static void add_number(sk_page *page, size_t number)
{
    sk_buffer_addf(&page->out, "<sup id=\"p%zu\"><a href=\"#a%zu\" aria-label=\"%s %zu\">%zu</a></sup>",
                   number, number, sk_say(page, "opmerking", "remark"), number, number);
}

/* The next finding that has a place, from *at on. Returns 0 when there is none. */
static int next_place(const schakel_report *report, const char *text, size_t length, size_t *at,
                      schakel_finding *finding)
{
    for (; *at < schakel_report_finding_count(report); ++*at) {
        schakel_report_get_finding(report, *at, finding);
        if (!sk_is_about_all(finding, text, length))
            return 1;
    }
    return 0;
}

/* Findings may overlap, so the text is cut wherever one begins or ends. */
static void add_text(sk_page *page, const schakel_report *report, const char *text, size_t length,
                     const endings *ends)
{
    covering covers = {{0}};
    schakel_finding finding = SCHAKEL_FINDING_INIT;
    size_t at = 0, begun = 0, ended = 0, number = 0;
    int more = next_place(report, text, length, &begun, &finding);
    while (more || ended < ends->count) {
        int ends_first = !more || (ended < ends->count && ends->items[ended].at <= finding.start);
        size_t next = ends_first ? ends->items[ended].at : finding.start;
        add_stretch(page, text, at, next, &covers);
        at = next;
        if (ends_first) {
            covers.of[ends->items[ended++].mark]--;
            continue;
        }
        covers.of[mark_of(&finding, text)]++;
        add_number(page, ++number);
        begun++;
        more = next_place(report, text, length, &begun, &finding);
    }
    add_stretch(page, text, at, length, &covers);
}

static void add_legend(sk_page *page)
{
    static const char *const classes[] = {"tip", "warning", "error"};
    sk_buffer_adds(&page->out, "<p class=\"legend\">");
    for (int severity = SCHAKEL_SEVERITY_HINT; severity <= SCHAKEL_SEVERITY_ERROR; severity++)
        sk_buffer_addf(&page->out, "<mark class=\"%s\">%s</mark> ", classes[severity],
                       sk_severity_word(page, (schakel_severity)severity));
    sk_buffer_adds(&page->out, "</p>\n");
}

/* The language of the text, as an attribute: "" says that it is not known. */
static const char *text_language(const schakel_verdict *verdict)
{
    return strcmp(verdict->language, "und") == 0 ? "" : verdict->language;
}

static void add_text_section(sk_page *page, const schakel_report *report, const char *text, size_t length,
                             const endings *ends)
{
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_report_get_verdict(report, &verdict);
    sk_buffer_addf(&page->out, "<section>\n<h2 id=\"text\">%s</h2>\n", sk_say(page, "De tekst", "The text"));
    if (ends->count != 0 && sk_is_judged(&verdict))
        add_legend(page);
    sk_buffer_addf(&page->out,
                   "<div class=\"text\" lang=\"%s\" role=\"region\" aria-labelledby=\"text\" tabindex=\"0\">",
                   text_language(&verdict));
    add_text(page, report, text, length, ends);
    sk_buffer_adds(&page->out, "</div>\n</section>\n");
}

/* --------------------------------------------------------------------- the advice */

enum { QUOTE = 60 };

/* Where a quote of a place ends: there, or between two words when it is long. */
static size_t quote_end(const char *text, size_t start, size_t end)
{
    size_t at = start;
    for (int columns = 0; at < end && columns < QUOTE;) {
        uint32_t c;
        at += sk_utf8_next(text + at, end - at, &c);
        columns += sk_columns(c);
    }
    size_t word = at;
    while (at < end && word > start && text[word] != ' ')
        word--;
    return word > start ? word : at;
}

static void add_quote(sk_page *page, const char *text, const schakel_finding *finding)
{
    size_t end = quote_end(text, finding->start, finding->end);
    int foreign = finding->rule == SCHAKEL_RULE_OTHER_LANGUAGE;
    sk_buffer_addf(&page->out, "<q lang=\"%s\">", foreign ? "" : "nl");
    sk_add_shown(page, text + finding->start, end - finding->start);
    sk_buffer_adds(&page->out, end < finding->end ? "\xE2\x80\xA6</q>" : "</q>");
}

static void add_message(sk_page *page, const schakel_report *report, size_t index,
                        const schakel_finding *finding)
{
    const char *message = sk_say(page, finding->message_nl, finding->message_en);
    sk_buffer_addf(&page->out, "<span class=\"kind%s\">%s:</span> ",
                   finding->severity == SCHAKEL_SEVERITY_ERROR ? " serious" : "",
                   sk_severity_word(page, finding->severity));
    sk_add_name(page, message != NULL ? message : "");
    for (size_t i = 0; i < finding->suggestion_count; i++) {
        const char *suggestion = schakel_report_get_suggestion(report, index, i);
        if (suggestion == NULL)
            continue;
        sk_buffer_adds(&page->out, i == 0 ? sk_say(page, "<br>Beter: ", "<br>Better: ") : ", ");
        sk_buffer_adds(&page->out, "<span class=\"better\" lang=\"nl\">");
        sk_add_name(page, suggestion);
        sk_buffer_adds(&page->out, "</span>");
    }
}

/* What is about the whole text, if anything is; returns how many remarks that were. */
static size_t add_whole_advice(sk_page *page, const schakel_report *report, const char *text, size_t length)
{
    size_t found = 0;
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_finding finding = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &finding);
        if (!sk_is_about_all(&finding, text, length))
            continue;
        if (found++ == 0)
            sk_buffer_addf(&page->out, "<section>\n<h2>%s</h2>\n<ul class=\"advice\">\n",
                           sk_say(page, "Over de hele tekst", "About the whole text"));
        sk_buffer_adds(&page->out, "<li>");
        add_message(page, report, i, &finding);
        sk_buffer_adds(&page->out, "</li>\n");
    }
    if (found != 0)
        sk_buffer_adds(&page->out, "</ul>\n</section>\n");
    return found;
}

static void add_places_advice(sk_page *page, const schakel_report *report, const char *text, size_t length,
                              int said_something)
{
    schakel_finding finding = SCHAKEL_FINDING_INIT;
    size_t number = 0;
    sk_buffer_addf(&page->out, "<section>\n<h2>%s</h2>\n",
                   sk_say(page, "Wat kan beter?", "What can be better?"));
    for (size_t i = 0; next_place(report, text, length, &i, &finding); i++) {
        if (number++ == 0)
            sk_buffer_adds(&page->out, "<ol class=\"advice\">\n");
        sk_buffer_addf(&page->out, "<li id=\"a%zu\"><a href=\"#p%zu\">", number, number);
        add_quote(page, text, &finding);
        sk_buffer_adds(&page->out, "</a><br>");
        add_message(page, report, i, &finding);
        sk_buffer_adds(&page->out, "</li>\n");
    }
    if (number != 0)
        sk_buffer_adds(&page->out, "</ol>\n");
    else
        sk_buffer_addf(&page->out, "<p>%s</p>\n",
                       said_something ? sk_say(page, "Op losse plekken is niets aan te merken.",
                                               "Nothing to remark at single places.")
                                      : sk_say(page, "Niets aan te merken.", "Nothing to remark."));
    sk_buffer_adds(&page->out, "</section>\n");
}

/* -------------------------------------------------------------------- the numbers */

typedef struct figure {
    const char *nl, *en;
    double value;
    int decimals; /* -1: a share, shown as a percentage */
} figure;

static void add_figures(sk_page *page, const schakel_metrics *m)
{
    const figure figures[] = {
        {"Woorden", "Words", (double)m->words, 0},
        {"Zinnen", "Sentences", (double)m->sentences, 0},
        {"Alinea\xE2\x80\x99s", "Paragraphs", (double)m->paragraphs, 0},
        {"Woorden per zin", "Words per sentence", m->words_per_sentence, 1},
        {"Langste zin (woorden)", "Longest sentence (words)", (double)m->longest_sentence, 0},
        {"Lettergrepen per woord", "Syllables per word", m->syllables_per_word, 2},
        {"Moeilijke woorden", "Hard words", m->hard_word_share, -1},
        {"Lijdende zinnen", "Passive sentences", m->passive_share, -1},
        {"Zinnen met een bijzin", "Sentences with a subordinate clause", m->subordinate_share, -1},
        {"Leesindex A", "Leesindex A", m->leesindex_a, 1},
        {"Flesch-Douma", "Flesch-Douma", m->flesch_douma, 1},
    };
    sk_buffer_addf(&page->out, "<h2>%s</h2>\n<dl>\n", sk_say(page, "Cijfers", "Figures"));
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        sk_buffer_addf(&page->out, "<div><dt>%s</dt><dd>", sk_say(page, figures[i].nl, figures[i].en));
        if (figures[i].decimals < 0)
            sk_add_percentage(page, figures[i].value);
        else
            sk_add_number(page, figures[i].value, figures[i].decimals);
        sk_buffer_adds(&page->out, "</dd></div>\n");
    }
    sk_buffer_addf(&page->out, "</dl>\n<p class=\"note\">%s</p>\n",
                   sk_say(page, "Bij Leesindex A en Flesch-Douma is hoger makkelijker.",
                          "With Leesindex A and Flesch-Douma, higher is easier."));
}

/* ----------------------------------------------------------------------- the page */

/* Returns 0 for a finding outside the text; without memory, items is NULL and the page has failed. */
static int collect_endings(sk_page *page, const schakel_report *report, const char *text, size_t length,
                           endings *out)
{
    size_t count = schakel_report_finding_count(report);
    out->count = 0;
    out->items = sk_alloc_zeroed(page->out.allocator, count, sizeof *out->items);
    if (out->items == NULL)
        page->out.failed = 1;
    for (size_t i = 0; out->items != NULL && i < count; i++) {
        schakel_finding finding = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &finding);
        if (!sk_fits(&finding, length))
            return 0;
        if (sk_is_about_all(&finding, text, length))
            continue;
        out->items[out->count].at = finding.end;
        out->items[out->count++].mark = mark_of(&finding, text);
    }
    if (out->count != 0)
        qsort(out->items, out->count, sizeof *out->items, by_place);
    return 1;
}

static void add_head(sk_page *page, const schakel_verdict *verdict, size_t words)
{
    const char *kind = sk_is_judged(verdict) ? verdict->meets_target ? "good" : "hard" : "open";
    sk_html_begin(page, sk_say(page, "Begrijpelijk Nederlands?", "Plain Dutch?"), "");
    sk_buffer_addf(&page->out, "<p class=\"verdict %s\">", kind);
    sk_add_verdict(page, verdict);
    sk_buffer_adds(&page->out, ".</p>\n");
    if (sk_is_judged(verdict))
        add_scale(page, verdict, words);
}

static void add_page(sk_page *page, const schakel_report *report, const char *text, size_t length,
                     const endings *ends)
{
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    schakel_report_get_verdict(report, &verdict);
    schakel_report_get_metrics(report, &metrics);
    add_head(page, &verdict, metrics.words);
    if (sk_is_judged(&verdict))
        sk_add_steps(page, report, text, length);
    size_t whole = add_whole_advice(page, report, text, length);
    if (length != 0) {
        sk_buffer_adds(&page->out, "<div class=\"sides\">\n");
        add_text_section(page, report, text, length, ends);
        add_places_advice(page, report, text, length, whole != 0);
        sk_buffer_adds(&page->out, "</div>\n");
    }
    if (sk_is_judged(&verdict))
        add_figures(page, &metrics);
    sk_html_end(page);
}

int sk_report_html(sk_page *page, const schakel_report *report, const char *text, size_t length)
{
    endings ends;
    int fits = collect_endings(page, report, text, length, &ends);
    if (fits && ends.items != NULL)
        add_page(page, report, text, length, &ends);
    sk_free(page->out.allocator, ends.items);
    return fits;
}
