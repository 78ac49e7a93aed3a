#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "text/check.h"
#include "text/house_style.h"
#include "text/model.h"

struct schakel_checker {
    schakel_allocator allocator; /* first, as in every handle */
    sk_own_phrases own;
    uint64_t silent;
};

/* Norms for a text and its paragraphs at A2; each level up may have as much again. */
enum { TEXT_WORDS = 300, PARAGRAPH_SENTENCES = 10, PARAGRAPH_WORDS = 120 };

schakel_status schakel_checker_create_with(const schakel_allocator *allocator,
                                           const schakel_house_style *style, schakel_checker **out,
                                           schakel_error *error)
{
    schakel_allocator resolved;
    if (out == NULL)
        return sk_fail_misuse(error, "out");
    *out = NULL;
    if (!sk_allocator_resolve(allocator, &resolved))
        return sk_fail_misuse(error, "allocator");
    /* The library's own lists are constant tables, so there is nothing else to make. */
    schakel_checker *checker = sk_alloc_zeroed(&resolved, 1, sizeof *checker);
    if (checker == NULL)
        return sk_fail_memory(error);
    checker->allocator = resolved;
    if (style != NULL && !sk_own_phrases_make(&checker->own, style, &checker->allocator)) {
        schakel_checker_destroy(checker);
        return sk_fail_memory(error);
    }
    checker->silent = style != NULL ? sk_house_style_silent(style) : 0;
    *out = checker;
    return SCHAKEL_OK;
}

schakel_status schakel_checker_create(const schakel_allocator *allocator, schakel_checker **out,
                                      schakel_error *error)
{
    return schakel_checker_create_with(allocator, NULL, out, error);
}

void schakel_checker_destroy(schakel_checker *checker)
{
    if (checker == NULL)
        return;
    schakel_allocator allocator = checker->allocator;
    sk_own_phrases_free(&checker->own, &allocator);
    sk_free(&allocator, checker);
}

static void check_sentence(sk_checking *c, sk_sentence *s)
{
    sk_judge_words(c, s);
    sk_analyse(s->tokens, s->count, s->forms, &c->analysis);
    sk_count_clauses(s, &c->counts);
    sk_rules_time(c, s);
    sk_rules_phrases(c, s);
    sk_rules_words(c, s);
    sk_rules_list(c, s);
    sk_rules_style(c, s);
    sk_rules_clauses(c, s);
    sk_rules_sentence(c, s);
    sk_rules_apart(c, s);
    sk_rules_reference(c, s);
    sk_rules_nouns(c, s);
    sk_rules_numbers(c, s);
    sk_rules_reader(c, s);
    sk_rules_marks(c, s);
    sk_note_sentence(c, s);
}

static size_t times_the_norm(schakel_level target)
{
    return target <= SCHAKEL_LEVEL_A2 ? 1 : (size_t)(target - SCHAKEL_LEVEL_A1);
}

static void check_paragraph(sk_checking *c, const sk_unit *unit, size_t sentences, const sk_segmenter *g)
{
    size_t times = times_the_norm(c->target);
    char first[SK_NUMBER_SIZE], second[SK_NUMBER_SIZE];
    if (unit->kind != SK_UNIT_PARAGRAPH ||
        (sentences <= times * PARAGRAPH_SENTENCES && g->token_count <= times * PARAGRAPH_WORDS))
        return;
    sk_find(c, SCHAKEL_RULE_LONG_PARAGRAPH, SCHAKEL_SEVERITY_WARNING, g->tokens[0].start,
            g->tokens[g->token_count - 1].end,
            "Deze alinea is lang: %1 zinnen, %2 woorden. Maak er twee of meer van en zet er kopjes boven.",
            "This paragraph is long: %1 sentences, %2 words. Make two or more of it and give them headings.",
            (const char *const[]){sk_number(sentences, first), sk_number(g->token_count, second)});
}

static void check_unit(sk_checking *c, const sk_unit *unit)
{
    sk_segmenter *g = &c->segmenter;
    size_t sentences = 0;
    if (!sk_tokenise(g, unit)) {
        c->failed = 1;
        return;
    }
    int language = sk_other_language(g, unit->apart);
    /* What stands right below Dutch says it once more. */
    if (language != SK_DUTCH && unit->beside && !c->in_other_language)
        return;
    if (g->token_count > 0 && language != SK_DUTCH) {
        sk_find_other_language(c, language);
        return;
    }
    c->in_other_language = 0;
    for (size_t first = 0, next; first < g->token_count && !c->failed; first = next) {
        next = first + 1;
        while (next < g->token_count && !(g->tokens[next].shape & SK_SHAPE_FIRST))
            next++;
        sk_asked asked = {0, 0, 0};
        sk_sentence s = {.findings_before = c->report->finding_count,
                         .tokens = g->tokens + first,
                         .count = next - first,
                         .forms = g->forms,
                         .unit = unit->kind,
                         .in_unit = sentences,
                         .in_text = c->counts.sentences,
                         .analysis = &c->analysis,
                         .asked = &asked};
        check_sentence(c, &s);
        sentences++;
    }
    if (g->token_count == 0 || c->failed)
        return;
    c->counts.paragraphs += (size_t)unit->opens_paragraph;
    check_paragraph(c, unit, sentences, g);
}

static void check_text_length(sk_checking *c)
{
    size_t times = times_the_norm(c->target);
    char number[SK_NUMBER_SIZE];
    if (c->counts.words <= times * TEXT_WORDS)
        return;
    sk_find(
        c, SCHAKEL_RULE_LONG_TEXT, SCHAKEL_SEVERITY_HINT, 0, c->length,
        "De tekst is lang: %1 woorden. Vertel alleen wat de lezer nu moet weten, het liefst op één bladzijde.",
        "The text is long: %1 words. Tell only what the reader needs to know now, preferably on one page.",
        (const char *const[]){sk_number(c->counts.words, number)});
}

/* ---------------------------------------------------------------- in order */

static int is_before(const sk_found *a, const sk_found *b)
{
    if (a->start != b->start)
        return a->start < b->start;
    if (a->end != b->end)
        return a->end > b->end; /* what holds the other comes first */
    return a->rule < b->rule;
}

/* Merge neighbours that are in order by themselves, from `width` findings on. */
static void merge(const sk_found *from, sk_found *to, size_t count, size_t width)
{
    for (size_t low = 0; low < count; low += 2 * width) {
        size_t middle = low + width < count ? low + width : count;
        size_t high = middle + width < count ? middle + width : count;
        size_t left = low, right = middle;
        for (size_t i = low; i < high; i++)
            to[i] = left < middle && (right >= high || !is_before(&from[right], &from[left])) ? from[left++]
                                                                                              : from[right++];
    }
}

static int sort_findings(sk_checking *c)
{
    schakel_report *r = c->report;
    if (r->finding_count < 2)
        return 1;
    sk_found *other = sk_alloc(c->allocator, r->finding_count * sizeof *other);
    if (other == NULL)
        return 0;
    for (size_t width = 1; width < r->finding_count; width *= 2) {
        sk_found *swap = r->findings;
        merge(r->findings, other, r->finding_count, width);
        r->findings = other;
        other = swap;
    }
    r->finding_room = r->finding_count;
    sk_free(c->allocator, other);
    return 1;
}

/* Lines and columns, in one walk along the text. */
static void place_findings(const sk_checking *c)
{
    sk_line_walk walk = {0, 1, 0};
    for (size_t i = 0; i < c->report->finding_count; i++) {
        sk_found *found = &c->report->findings[i];
        sk_line_walk_to(&walk, c->text, c->length, found->start);
        found->line = walk.line;
        found->column = found->start - walk.start + 1;
    }
}

static void reach_verdict(sk_checking *c)
{
    schakel_report *r = c->report;
    const schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    const schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    r->verdict = verdict;
    r->metrics = metrics;
    r->verdict.target = c->target;
    if (c->counts.paragraphs == 0 && c->counts.words > 0)
        c->counts.paragraphs = 1;
    sk_fill_metrics(&c->counts, c->length, &r->metrics);
    int dutch = c->counts.words >= c->other_words;
    sk_features(&c->counts, r->features);
    r->counts = c->counts;
    if (dutch && c->counts.words > 0)
        sk_judge_text(&c->counts, r->features, &r->verdict);
    if (!dutch)
        r->verdict.language = c->other_language == SK_UNDETERMINED ? "und" : sk_languages[c->other_language];
    r->verdict.meets_target = dutch && r->verdict.level <= c->target;
    for (size_t i = 0; i < r->finding_count; i++)
        r->verdict.meets_target &= r->findings[i].severity != SCHAKEL_SEVERITY_ERROR;
}

static int run(sk_checking *c)
{
    sk_unit unit = {.kind = SK_UNIT_PARAGRAPH};
    size_t at = 0;
    sk_segmenter_init(&c->segmenter, c->allocator, c->text);
    while (!c->failed && sk_next_unit(c->text, c->length, &at, &unit))
        check_unit(c, &unit);
    if (!c->failed) {
        check_text_length(c);
        sk_rules_letter(c);
    }
    c->failed = c->failed || !sort_findings(c);
    if (!c->failed) {
        place_findings(c);
        reach_verdict(c);
    }
    sk_segmenter_destroy(&c->segmenter);
    sk_free(c->allocator, c->seen.slots);
    sk_free(c->allocator, c->named);
    return !c->failed;
}

static schakel_status check_arguments(const schakel_checker *checker, const char *text, size_t length,
                                      const schakel_check_options *given, schakel_check_options *options,
                                      schakel_report **out, schakel_error *error)
{
    size_t bad = 0, line, column;
    if (out == NULL)
        return sk_fail_misuse(error, "out");
    *out = NULL;
    if (checker == NULL || (text == NULL && length > 0))
        return sk_fail_misuse(error, checker == NULL ? "checker" : "text");
    if (given != NULL && !sk_record_in(given, options, sizeof *options))
        return sk_fail_misuse(error, "options");
    if (options->target < SCHAKEL_LEVEL_A1 || options->target > SCHAKEL_LEVEL_C1)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "target is %s, expected A1 to C1",
                       schakel_level_name(options->target));
    if (length > SCHAKEL_TEXT_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, NULL, "the text has %zu bytes, the most is %zu", length,
                       SCHAKEL_TEXT_MAX);
    if (length > 0 && !sk_utf8_valid(text, length, &bad)) {
        sk_position(text, bad, &line, &column);
        sk_fail(error, SCHAKEL_SYNTAX, NULL, "the text is not UTF-8: byte 0x%02X", (unsigned char)text[bad]);
        sk_error_at(error, line, column, bad);
        return SCHAKEL_SYNTAX;
    }
    return SCHAKEL_OK;
}

schakel_status schakel_check(const schakel_checker *checker, const char *text, size_t length,
                             const schakel_check_options *options, schakel_report **out, schakel_error *error)
{
    schakel_check_options wanted = SCHAKEL_CHECK_OPTIONS_INIT;
    schakel_status status = check_arguments(checker, text, length, options, &wanted, out, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_report *report = sk_alloc_zeroed(&checker->allocator, 1, sizeof *report);
    if (report == NULL)
        return sk_fail_memory(error);
    report->allocator = checker->allocator;
    sk_arena_init(&report->arena, &report->allocator);
    sk_checking checking;
    memset(&checking, 0, sizeof checking);
    checking.allocator = &report->allocator;
    checking.text = text;
    checking.length = length;
    checking.target = wanted.target;
    checking.own = &checker->own.book;
    checking.silent = checker->silent;
    checking.report = report;
    if (!run(&checking)) {
        schakel_report_destroy(report);
        return sk_fail_memory(error);
    }
    *out = report;
    return SCHAKEL_OK;
}
