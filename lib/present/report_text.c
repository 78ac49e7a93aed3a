/* A text report for a terminal: each place in its line, underlined, and a summary. */
#include "base/unicode.h"
#include "present/report.h"

#include <string.h>

enum {
    LINE = 80,  /* columns of a terminal */
    WIDTH = 70, /* columns of source that are shown at most */
    LEAD = 20,  /* of which before the place, when the line is longer */
    SLACK = 15, /* how far a cut may move to fall between two words */
    FIRST = 24, /* columns that are underlined of a wide place */
    TAB = 4,
    REASONS = 3 /* how many reasons the summary has */
};

/* A stretch of one source line, and the place in it. */
typedef struct excerpt {
    size_t from, to;   /* bytes of the text that are shown */
    size_t start, end; /* the place, cut to what is underlined */
    int cut_left, cut_right;
    int goes_on; /* the place is longer than what is underlined */
} excerpt;

static int ends_line(char c)
{
    return c == '\n' || c == '\r';
}

static int columns_at(const char *text, size_t length, size_t at, size_t *size)
{
    uint32_t c;
    *size = sk_utf8_next(text + at, length - at, &c);
    return c == '\t' ? TAB : sk_columns(c);
}

static size_t previous(const char *text, size_t at)
{
    at--;
    for (int i = 0; i < 3 && at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80; i++)
        at--;
    return at;
}

/* Go back from `at` by at most `columns`, or to the start of the line; *used is how many were gone. */
static size_t go_back(const char *text, size_t length, size_t at, int columns, int *used)
{
    *used = 0;
    while (at > 0 && !ends_line(text[at - 1])) {
        size_t size;
        size_t before = previous(text, at);
        int width = columns_at(text, length, before, &size);
        if (*used + width > columns)
            break;
        *used += width;
        at = before;
    }
    return at;
}

static size_t go_on(const char *text, size_t length, size_t at, int columns)
{
    int used = 0;
    while (at < length && !ends_line(text[at])) {
        size_t size;
        used += columns_at(text, length, at, &size);
        if (used > columns)
            break;
        at += size;
    }
    return at;
}

/* Cut a line around a place. However long the line is, no more of it is read than is shown. */
static excerpt cut_line(const char *text, size_t length, size_t start, size_t end)
{
    excerpt e;
    int before;
    e.start = start;
    e.from = go_back(text, length, start, WIDTH, &before);
    e.to = go_on(text, length, e.from, WIDTH);
    int from_start = e.from == 0 || ends_line(text[e.from - 1]);
    int to_end = e.to == length || ends_line(text[e.to]);
    if (!from_start || !to_end) {
        if (before > LEAD)
            e.from = go_back(text, length, start, LEAD, &before);
        e.to = go_on(text, length, e.from, WIDTH);
    }
    e.cut_left = e.from > 0 && !ends_line(text[e.from - 1]);
    e.cut_right = e.to < length && !ends_line(text[e.to]);
    int inside_left = e.cut_left && text[e.from - 1] != ' ';
    for (size_t i = e.from; inside_left && i < e.start && i < e.from + SLACK; i++) {
        if (text[i] == ' ') {
            e.from = i + 1;
            break;
        }
    }
    int inside_right = e.cut_right && text[e.to] != ' ';
    for (size_t i = e.to; inside_right && i > e.start + 1 && i + SLACK > e.to; i--) {
        if (text[i] == ' ') {
            e.to = i;
            break;
        }
    }
    e.end = end < e.to ? end : e.to;
    if (e.end < e.start)
        e.end = e.start;
    e.goes_on = e.end < end;
    return e;
}

/* Of a sentence, underline no more than its first words. */
static void keep_first_words(excerpt *e, const char *text)
{
    size_t end = go_on(text, e->end, e->start, FIRST), word = end;
    if (end == e->end)
        return;
    while (word > e->start && text[word] != ' ')
        word--;
    e->end = word > e->start ? word : end;
    e->goes_on = 1;
}

/* One character of source, or blanks as wide as it; returns the column after it. */
static int add_character(sk_page *page, const char *text, size_t size, int column, uint32_t c, int blank)
{
    int width = c == '\t' ? TAB - column % TAB : sk_columns(c);
    if (c == '\t' || blank)
        sk_buffer_addf(&page->out, "%*s", width, "");
    else
        sk_add_shown(page, text, size);
    return column + width;
}

static void add_source(sk_page *page, const char *text, const excerpt *e, sk_colour colour)
{
    int column = 0;
    if (e->cut_left)
        sk_buffer_adds(&page->out, "\xE2\x80\xA6");
    column += e->cut_left;
    for (size_t at = e->from; at < e->to;) {
        uint32_t c;
        size_t size = sk_utf8_next(text + at, e->to - at, &c);
        if (at == e->start && e->start < e->end)
            sk_paint(page, colour);
        column = add_character(page, text + at, size, column, c, 0);
        at += size;
        if (at == e->end && e->start < e->end)
            sk_paint(page, SK_PLAIN);
    }
    if (e->cut_right)
        sk_buffer_adds(&page->out, "\xE2\x80\xA6");
    sk_buffer_adds(&page->out, "\n");
}

static void add_underline(sk_page *page, const char *text, const excerpt *e, sk_colour colour)
{
    int column = e->cut_left;
    if (e->cut_left)
        sk_buffer_adds(&page->out, " ");
    size_t at = e->from;
    while (at < e->start) {
        uint32_t c;
        size_t size = sk_utf8_next(text + at, e->to - at, &c);
        column = add_character(page, text + at, size, column, c, 1);
        at += size;
    }
    sk_paint(page, colour);
    int first = column;
    while (at < e->end || column == first) {
        uint32_t c = ' ';
        size_t size = at < e->end ? sk_utf8_next(text + at, e->end - at, &c) : 1;
        int width = c == '\t' ? TAB - column % TAB : sk_columns(c);
        /* A place of no width, such as a mark or the end of a line, gets one column. */
        if (width == 0 && at + size >= e->end && column == first)
            width = 1;
        for (int i = 0; i < width; i++, column++)
            sk_buffer_adds(&page->out, column == first ? "^" : "~");
        at += size;
    }
    if (e->goes_on)
        sk_buffer_adds(&page->out, "\xE2\x80\xA6");
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
}

static sk_colour severity_colour(schakel_severity severity)
{
    return severity == SCHAKEL_SEVERITY_ERROR     ? SK_RED
           : severity == SCHAKEL_SEVERITY_WARNING ? SK_YELLOW
                                                  : SK_CYAN;
}

/* ---------------------------------------------------------------------- advice */

/* Where the next word goes, on lines that begin alike. */
typedef struct paragraph {
    const char *lead; /* what each line begins with, after the margin */
    int margin;
    int column;
} paragraph;

static void begin_line(sk_page *page, paragraph *p)
{
    sk_buffer_addf(&page->out, "%*s%s", p->margin, "", p->lead);
    p->column = p->margin + (int)strlen(p->lead);
}

/* Words, on a new line where they would not fit. */
static void add_wrapped(sk_page *page, paragraph *p, const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        size_t end = at;
        int columns = 0;
        while (end < length && text[end] != ' ') {
            size_t size;
            columns += columns_at(text, length, end, &size);
            end += size;
        }
        if (p->column + columns > LINE && at > 0) {
            sk_buffer_adds(&page->out, "\n");
            begin_line(page, p);
        } else if (at > 0) {
            sk_buffer_adds(&page->out, " ");
            p->column++;
        }
        sk_add_shown(page, text + at, end - at);
        p->column += columns;
        at = end + (end < length);
    }
}

static void add_suggestions(sk_page *page, const schakel_report *report, size_t index, size_t count,
                            int margin)
{
    if (count == 0)
        return;
    sk_buffer_addf(&page->out, "%*s | ", margin, "");
    sk_paint(page, SK_GREEN);
    sk_buffer_adds(&page->out, sk_say(page, "beter: ", "better: "));
    for (size_t i = 0; i < count; i++) {
        const char *suggestion = schakel_report_get_suggestion(report, index, i);
        if (suggestion == NULL)
            continue;
        sk_buffer_adds(&page->out, i == 0 ? "\"" : ", \"");
        sk_add_name(page, suggestion);
        sk_buffer_adds(&page->out, "\"");
    }
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
}

static void add_message(sk_page *page, const schakel_finding *finding, int margin, const char *lead)
{
    const char *message = sk_say(page, finding->message_nl, finding->message_en);
    paragraph p = {lead, margin, 0};
    begin_line(page, &p);
    add_wrapped(page, &p, message != NULL ? message : "");
    sk_buffer_adds(&page->out, "\n");
}

static int digits(size_t number)
{
    int count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

/* The line that begins a finding; without a place when `line` is 0. */
static void add_head(sk_page *page, const schakel_finding *finding, size_t line)
{
    const char *rule = schakel_rule_name(finding->rule);
    sk_paint(page, SK_BOLD);
    if (page->options.title != NULL) {
        sk_add_name(page, page->options.title);
        sk_buffer_adds(&page->out, line != 0 ? ":" : ": ");
    }
    if (line != 0)
        sk_buffer_addf(&page->out, "%zu:%zu: ", line, finding->column);
    sk_paint(page, SK_PLAIN);
    sk_paint(page, severity_colour(finding->severity));
    sk_buffer_addf(&page->out, "%s", sk_severity_word(page, finding->severity));
    sk_paint(page, SK_PLAIN);
    sk_buffer_addf(&page->out, " [%s]\n", rule != NULL ? rule : "?");
}

static void add_place(sk_page *page, const schakel_report *report, size_t index,
                      const schakel_finding *finding, const char *text, size_t length)
{
    size_t line = finding->line + page->options.first_line - 1;
    sk_colour colour = severity_colour(finding->severity);
    excerpt e = cut_line(text, length, finding->start, finding->end);
    int margin = digits(line) + 1;
    if (sk_is_wide(finding, text))
        keep_first_words(&e, text);
    add_head(page, finding, line);
    sk_buffer_addf(&page->out, "%*zu | ", margin, line);
    add_source(page, text, &e, colour);
    sk_buffer_addf(&page->out, "%*s | ", margin, "");
    add_underline(page, text, &e, colour);
    add_message(page, finding, margin, " | ");
    add_suggestions(page, report, index, finding->suggestion_count, margin);
    sk_buffer_adds(&page->out, "\n");
}

/* --------------------------------------------------------------------- summary */

static void add_metrics(sk_page *page, const schakel_metrics *m)
{
    sk_buffer_adds(&page->out, "  ");
    sk_add_count(page, m->words, sk_say(page, "woord", "word"), sk_say(page, "woorden", "words"));
    sk_buffer_adds(&page->out, sk_say(page, " in ", " in "));
    sk_add_count(page, m->sentences, sk_say(page, "zin", "sentence"), sk_say(page, "zinnen", "sentences"));
    sk_buffer_adds(&page->out, sk_say(page, "; gemiddeld ", "; "));
    sk_add_number(page, m->words_per_sentence, 1);
    sk_buffer_adds(&page->out, sk_say(page, " per zin, de langste ", " per sentence, the longest "));
    sk_buffer_addf(&page->out, "%zu\n  ", m->longest_sentence);
    sk_buffer_adds(&page->out, sk_say(page, "moeilijke woorden: ", "hard words: "));
    sk_add_percentage(page, m->hard_word_share);
    sk_buffer_adds(&page->out, sk_say(page, "; lijdende zinnen: ", "; passive sentences: "));
    sk_add_percentage(page, m->passive_share);
    sk_buffer_adds(&page->out,
                   sk_say(page, "; zinnen met een bijzin: ", "; sentences with a subordinate clause: "));
    sk_add_percentage(page, m->subordinate_share);
    sk_buffer_adds(&page->out, "\n  Leesindex A ");
    sk_add_number(page, m->leesindex_a, 1);
    sk_buffer_adds(&page->out, "; Flesch-Douma ");
    sk_add_number(page, m->flesch_douma, 1);
    sk_buffer_adds(&page->out, sk_say(page, " (hoger is makkelijker)\n", " (higher is easier)\n"));
}

static void add_tally(sk_page *page, const size_t tally[3])
{
    size_t total = tally[0] + tally[1] + tally[2];
    sk_buffer_adds(&page->out, "  ");
    if (total == 0) {
        sk_buffer_adds(&page->out, sk_say(page, "niets aan te merken\n", "nothing to remark\n"));
        return;
    }
    sk_add_count(page, total, sk_say(page, "opmerking", "remark"), sk_say(page, "opmerkingen", "remarks"));
    const char *between = ": ";
    for (int severity = SCHAKEL_SEVERITY_ERROR; severity >= 0; severity--) {
        if (tally[severity] == 0)
            continue;
        sk_buffer_addf(&page->out, "%s%zu \xC3\x97 %s", between, tally[severity],
                       sk_severity_word(page, (schakel_severity)severity));
        between = ", ";
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_reasons(sk_page *page, const schakel_report *report, int meets_target)
{
    size_t count = schakel_report_reason_count(report);
    if (count == 0)
        return;
    if (meets_target)
        sk_buffer_adds(&page->out, sk_say(page, "  wat nog beter kan:\n", "  what can be better still:\n"));
    else
        sk_buffer_adds(&page->out, sk_say(page, "  wat het moeilijk maakt:\n", "  what makes it hard:\n"));
    for (size_t i = 0; i < count && i < REASONS; i++) {
        schakel_reason reason = SCHAKEL_REASON_INIT;
        schakel_report_get_reason(report, i, &reason);
        sk_buffer_adds(&page->out, "  - ");
        sk_add_name(page, sk_say(page, reason.text_nl, reason.text_en));
        sk_buffer_adds(&page->out, " (");
        sk_add_number(page, reason.points, 0);
        sk_buffer_adds(&page->out, sk_say(page, " punten)\n", " points)\n"));
    }
}

static void add_summary(sk_page *page, const schakel_report *report, const size_t tally[3])
{
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    schakel_report_get_verdict(report, &verdict);
    schakel_report_get_metrics(report, &metrics);
    sk_paint(page, SK_BOLD);
    if (page->options.title != NULL) {
        sk_add_name(page, page->options.title);
        sk_buffer_adds(&page->out, ": ");
    }
    sk_paint(page, verdict.meets_target ? SK_GREEN : SK_YELLOW);
    sk_add_verdict(page, &verdict);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    if (sk_is_judged(&verdict)) {
        sk_buffer_addf(
            &page->out,
            sk_say(page, "  het niveau is %s; de moeilijkheid is ", "  the level is %s; the difficulty is "),
            sk_certainty(page, &verdict, metrics.words));
        sk_add_number(page, verdict.difficulty, 0);
        sk_buffer_adds(&page->out, sk_say(page, " van 100\n", " of 100\n"));
        add_reasons(page, report, verdict.meets_target);
        add_metrics(page, &metrics);
    }
    add_tally(page, tally);
}

int sk_report_text(sk_page *page, const schakel_report *report, const char *text, size_t length)
{
    size_t count = schakel_report_finding_count(report);
    size_t tally[3] = {0, 0, 0};
    /* First what is about the whole text, then place by place. */
    for (int places = 0; places <= 1; places++)
        for (size_t i = 0; i < count; i++) {
            schakel_finding finding = SCHAKEL_FINDING_INIT;
            schakel_report_get_finding(report, i, &finding);
            if (!sk_fits(&finding, length))
                return 0;
            if (sk_is_about_all(&finding, text, length) == places)
                continue;
            tally[finding.severity]++;
            if (places) {
                add_place(page, report, i, &finding, text, length);
                continue;
            }
            add_head(page, &finding, 0);
            add_message(page, &finding, 3, "");
            sk_buffer_adds(&page->out, "\n");
        }
    add_summary(page, report, tally);
    return 1;
}
