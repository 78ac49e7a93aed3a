/* A text report as a web page: the text with numbered highlights, the advice beside it. */
#include "base/unicode.h"
#include "present/page.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------- the scale */

enum { STEP = 90, STEPS = SCHAKEL_LEVEL_C1 - SCHAKEL_LEVEL_A1 + 1 };

static void add_scale(sk_page *page, const schakel_verdict *verdict)
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
                       "stroke-width=\"%d\"/><text x=\"%d\" y=\"28\" text-anchor=\"middle\" font-size=\"17\" "
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
            "<text x=\"%d\" y=\"64\" text-anchor=\"middle\" font-size=\"14\" fill=\"#1a1a1a\">%s</text>\n",
            i * STEP + STEP / 2, below);
    }
    sk_buffer_adds(&page->out, "</svg>\n");
}

/* ----------------------------------------------------------------- the highlights */

/* Where a finding ends. */
typedef struct ending {
    size_t at;
    schakel_severity severity;
} ending;

static int by_place(const void *a, const void *b)
{
    const ending *left = a, *right = b;
    if (left->at != right->at)
        return left->at < right->at ? -1 : 1;
    return (int)left->severity - (int)right->severity;
}

/* Of the findings that have a width, in order. */
typedef struct endings {
    ending *items;
    size_t count;
} endings;

/* How many findings of each severity hold at the place that is being written. */
typedef struct covering {
    size_t of[3];
} covering;

static void add_stretch(sk_page *page, const char *text, size_t from, size_t to, const covering *covers)
{
    static const char *const classes[] = {"tip", "warning", "error"};
    size_t depth = covers->of[0] + covers->of[1] + covers->of[2];
    if (from == to)
        return;
    if (depth == 0) {
        sk_add_shown(page, text + from, to - from);
        return;
    }
    int worst = covers->of[2] != 0 ? 2 : covers->of[1] != 0 ? 1 : 0;
    sk_buffer_addf(&page->out, "<mark class=\"%s%s\">", classes[worst], depth > 1 ? " more" : "");
    sk_add_shown(page, text + from, to - from);
    sk_buffer_adds(&page->out, "</mark>");
}

/* Findings may overlap, so the text is cut wherever one begins or ends. */
static void add_text(sk_page *page, const schakel_report *report, const char *text, size_t length,
                     const endings *ends)
{
    covering covers = {{0, 0, 0}};
    size_t count = schakel_report_finding_count(report);
    size_t at = 0, begun = 0, ended = 0;
    sk_buffer_adds(&page->out, "<div class=\"text\" lang=\"nl\" tabindex=\"0\">");
    while (begun < count || ended < ends->count) {
        schakel_finding finding = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, begun, &finding);
        int ends_first = begun == count || (ended < ends->count && ends->items[ended].at <= finding.start);
        size_t next = ends_first ? ends->items[ended].at : finding.start;
        add_stretch(page, text, at, next, &covers);
        at = next;
        if (ends_first) {
            covers.of[ends->items[ended++].severity]--;
            continue;
        }
        begun++;
        if (finding.start < finding.end)
            covers.of[finding.severity]++;
        sk_buffer_addf(&page->out, "<sup id=\"p%zu\"><a href=\"#a%zu\">%zu</a></sup>", begun, begun, begun);
    }
    add_stretch(page, text, at, length, &covers);
    sk_buffer_adds(&page->out, "</div>\n");
}

/* --------------------------------------------------------------------- the advice */

enum { QUOTE = 60 };

/* The place itself, cut short when it is long. */
static void add_quote(sk_page *page, const char *text, size_t start, size_t end)
{
    size_t at = start;
    for (int columns = 0; at < end && columns < QUOTE;) {
        uint32_t c;
        at += sk_utf8_next(text + at, end - at, &c);
        columns += sk_columns(c);
    }
    sk_buffer_adds(&page->out, "<q>");
    sk_add_shown(page, text + start, at - start);
    sk_buffer_adds(&page->out, at < end ? "\xE2\x80\xA6</q>" : "</q>");
}

static void add_advice(sk_page *page, const schakel_report *report, size_t index, const char *text)
{
    schakel_finding finding = SCHAKEL_FINDING_INIT;
    schakel_report_get_finding(report, index, &finding);
    const char *message = sk_say(page, finding.message_nl, finding.message_en);
    sk_buffer_addf(&page->out, "<li id=\"a%zu\"><a href=\"#p%zu\">", index + 1, index + 1);
    add_quote(page, text, finding.start, finding.end);
    sk_buffer_addf(&page->out, "</a><br><span class=\"kind\">%s:</span> ",
                   sk_severity_word(page, finding.severity));
    sk_add_name(page, message != NULL ? message : "");
    for (size_t i = 0; i < finding.suggestion_count; i++) {
        const char *suggestion = schakel_report_get_suggestion(report, index, i);
        if (suggestion == NULL)
            continue;
        sk_buffer_adds(&page->out, i == 0 ? sk_say(page, "<br>Beter: ", "<br>Better: ") : ", ");
        sk_buffer_adds(&page->out, "<span class=\"better\">");
        sk_add_name(page, suggestion);
        sk_buffer_adds(&page->out, "</span>");
    }
    sk_buffer_adds(&page->out, "</li>\n");
}

static void add_all_advice(sk_page *page, const schakel_report *report, const char *text)
{
    size_t count = schakel_report_finding_count(report);
    sk_buffer_addf(&page->out, "<h2>%s</h2>\n", sk_say(page, "Wat kan beter?", "What can be better?"));
    if (count == 0) {
        sk_buffer_addf(&page->out, "<p>%s</p>\n", sk_say(page, "Niets aan te merken.", "Nothing to remark."));
        return;
    }
    sk_buffer_adds(&page->out, "<ol class=\"advice\">\n");
    for (size_t i = 0; i < count; i++)
        add_advice(page, report, i, text);
    sk_buffer_adds(&page->out, "</ol>\n");
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
static int collect_endings(sk_page *page, const schakel_report *report, size_t length, endings *out)
{
    size_t count = schakel_report_finding_count(report);
    out->count = 0;
    out->items = sk_alloc_zeroed(page->out.allocator, count, sizeof *out->items);
    if (out->items == NULL)
        page->out.failed = 1;
    for (size_t i = 0; out->items != NULL && i < count; i++) {
        schakel_finding finding = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &finding);
        if (finding.start > finding.end || finding.end > length)
            return 0;
        if (finding.start < finding.end) {
            out->items[out->count].at = finding.end;
            out->items[out->count++].severity = finding.severity;
        }
    }
    if (out->count != 0)
        qsort(out->items, out->count, sizeof *out->items, by_place);
    return 1;
}

static void add_page(sk_page *page, const schakel_report *report, const char *text, size_t length,
                     const endings *ends)
{
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    schakel_report_get_verdict(report, &verdict);
    schakel_report_get_metrics(report, &metrics);
    const char *title = page->options.title;
    sk_html_begin(page, title != NULL ? title : sk_say(page, "Begrijpelijk Nederlands?", "Plain Dutch?"));
    sk_buffer_addf(&page->out, "<p class=\"verdict %s\">", verdict.meets_target ? "good" : "hard");
    sk_add_verdict(page, &verdict);
    sk_buffer_adds(&page->out, "</p>\n");
    add_scale(page, &verdict);
    sk_buffer_addf(&page->out, "<div class=\"sides\">\n<section>\n<h2>%s</h2>\n",
                   sk_say(page, "De tekst", "The text"));
    add_text(page, report, text, length, ends);
    sk_buffer_adds(&page->out, "</section>\n<section>\n");
    add_all_advice(page, report, text);
    sk_buffer_adds(&page->out, "</section>\n</div>\n");
    add_figures(page, &metrics);
    sk_html_end(page);
}

int sk_report_html(sk_page *page, const schakel_report *report, const char *text, size_t length)
{
    endings ends;
    int fits = collect_endings(page, report, length, &ends);
    if (fits && ends.items != NULL)
        add_page(page, report, text, length, &ends);
    sk_free(page->out.allocator, ends.items);
    return fits;
}
