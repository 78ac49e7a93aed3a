/* Results as JSON: text reports and reach. */
#include <string.h>

#include "base/error.h"
#include "exchange/results.h"
#include "schakel/exchange.h"

int sk_result_begin(sk_json_writer *json, const void *handle, char **out, int one_line, schakel_error *error)
{
    if (out != NULL)
        *out = NULL;
    if (handle == NULL || out == NULL) {
        sk_fail_misuse(error, "expected a result and a place to put the text");
        return 0;
    }
    sk_json_writer_init(json, sk_handle_allocator(handle), one_line);
    sk_json_open(json, NULL, '{');
    return 1;
}

const char *sk_breakdown_word(int breakdown)
{
    static const char *const words[] = {"all", "role", "language", "reading", "group", "background"};
    return words[breakdown];
}

void sk_json_texts(sk_json_writer *json, const char *name, const char *const *texts, size_t count)
{
    sk_json_open(json, name, '[');
    for (size_t i = 0; i < count; i++)
        sk_json_text(json, NULL, texts[i]);
    sk_json_close(json, ']');
}

/* ------------------------------------------------------------------- report */

static void write_metrics(sk_json_writer *json, const schakel_report *report)
{
    schakel_metrics metrics = SCHAKEL_METRICS_INIT;
    schakel_report_get_metrics(report, &metrics);
    sk_json_open(json, "metrics", '{');
    sk_json_integer(json, "words", (int64_t)metrics.words);
    sk_json_integer(json, "sentences", (int64_t)metrics.sentences);
    sk_json_decimal(json, "words_per_sentence", metrics.words_per_sentence);
    sk_json_decimal(json, "syllables_per_word", metrics.syllables_per_word);
    sk_json_decimal(json, "flesch_douma", metrics.flesch_douma);
    sk_json_decimal(json, "leesindex_a", metrics.leesindex_a);
    sk_json_integer(json, "bytes", (int64_t)metrics.bytes);
    sk_json_integer(json, "paragraphs", (int64_t)metrics.paragraphs);
    sk_json_integer(json, "syllables", (int64_t)metrics.syllables);
    sk_json_integer(json, "letters", (int64_t)metrics.letters);
    sk_json_integer(json, "longest_sentence", (int64_t)metrics.longest_sentence);
    sk_json_decimal(json, "letters_per_word", metrics.letters_per_word);
    sk_json_decimal(json, "hard_word_share", metrics.hard_word_share);
    sk_json_decimal(json, "unknown_word_share", metrics.unknown_word_share);
    sk_json_decimal(json, "passive_share", metrics.passive_share);
    sk_json_decimal(json, "subordinate_share", metrics.subordinate_share);
    sk_json_close(json, '}');
}

static void write_finding(sk_json_writer *json, const schakel_report *report, size_t index,
                          schakel_language language)
{
    static const char *const severities[] = {"hint", "warning", "error"};
    schakel_finding finding = SCHAKEL_FINDING_INIT;
    schakel_report_get_finding(report, index, &finding);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "rule", schakel_rule_name(finding.rule));
    sk_json_text(json, "severity", severities[finding.severity]);
    sk_json_integer(json, "start", (int64_t)finding.start);
    sk_json_integer(json, "end", (int64_t)finding.end);
    sk_json_integer(json, "line", (int64_t)finding.line);
    sk_json_integer(json, "column", (int64_t)finding.column);
    sk_json_text(json, "message", language == SCHAKEL_ENGLISH ? finding.message_en : finding.message_nl);
    sk_json_open(json, "suggestions", '[');
    for (size_t i = 0; i < finding.suggestion_count; i++)
        sk_json_text(json, NULL, schakel_report_get_suggestion(report, index, i));
    sk_json_close(json, ']');
    sk_json_close(json, '}');
}

static void write_reasons(sk_json_writer *json, const schakel_report *report, schakel_language language)
{
    sk_json_open(json, "reasons", '[');
    for (size_t i = 0; i < schakel_report_reason_count(report); i++) {
        schakel_reason reason = SCHAKEL_REASON_INIT;
        schakel_report_get_reason(report, i, &reason);
        sk_json_open(json, NULL, '{');
        sk_json_text(json, "name", reason.name);
        sk_json_decimal(json, "points", reason.points);
        sk_json_text(json, "text", language == SCHAKEL_ENGLISH ? reason.text_en : reason.text_nl);
        sk_json_close(json, '}');
    }
    sk_json_close(json, ']');
}

schakel_status schakel_report_to_json(const schakel_report *report, const char *file,
                                      schakel_language language, char **out, size_t *length,
                                      schakel_error *error)
{
    sk_json_writer json;
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    if (!sk_result_begin(&json, report, out, 1, error))
        return SCHAKEL_MISUSE;
    schakel_report_get_verdict(report, &verdict);
    sk_json_text(&json, "file", file);
    sk_json_decimal(&json, "difficulty", verdict.difficulty);
    sk_json_text(&json, "level", schakel_level_name(verdict.level));
    sk_json_decimal(&json, "confidence", verdict.confidence);
    sk_json_boolean(&json, "meets_target", verdict.meets_target);
    write_metrics(&json, report);
    sk_json_open(&json, "findings", '[');
    for (size_t i = 0; i < schakel_report_finding_count(report); i++)
        write_finding(&json, report, i, language);
    sk_json_close(&json, ']');
    sk_json_text(&json, "language", verdict.language);
    write_reasons(&json, report, language);
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}

/* -------------------------------------------------------------------- reach */

void sk_json_count(sk_json_writer *json, const char *name, size_t count, int is_hidden)
{
    if (is_hidden)
        sk_json_null(json, name);
    else
        sk_json_integer(json, name, (int64_t)count);
}

void sk_json_figure(sk_json_writer *json, const char *name, double figure, int is_hidden)
{
    if (is_hidden)
        sk_json_null(json, name);
    else
        sk_json_decimal(json, name, figure);
}

static void write_row(sk_json_writer *json, const schakel_reach *reach, size_t index)
{
    schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
    schakel_reach_get_row(reach, index, &row);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "breakdown", sk_breakdown_word((int)row.breakdown));
    sk_json_text(json, "key", row.key);
    sk_json_count(json, "adults", row.adults, row.hidden);
    sk_json_count(json, "asked", row.asked, row.hidden);
    sk_json_count(json, "never_asked", row.never_asked, row.hidden);
    sk_json_count(json, "said_yes", row.said_yes, row.hidden || row.yes_hidden);
    sk_json_close(json, '}');
}

void sk_json_hiding_rule(sk_json_writer *json, const schakel_allocator *allocator, int32_t min_cell,
                         schakel_language language)
{
    sk_buffer rule;
    sk_buffer_init(&rule, allocator);
    sk_buffer_addf(
        &rule,
        language == SCHAKEL_ENGLISH
            ? "A number under %d is not shown, except 0. Sometimes another number is not shown either: "
              "otherwise you could work it out."
            : "Een aantal kleiner dan %d staat er niet in, behalve 0. Soms staat een ander aantal er ook "
              "niet in: anders kun je het uitrekenen.",
        (int)min_cell);
    json->buffer.failed |= rule.failed;
    sk_json_text(json, "rule", rule.data);
    sk_buffer_destroy(&rule);
}

void sk_json_reach(sk_json_writer *json, const schakel_reach *reach, schakel_language language)
{
    schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
    schakel_reach_get_options(reach, &options);
    sk_json_date(json, "from", options.from);
    sk_json_date(json, "until", options.until);
    sk_json_integer(json, "min_cell", options.min_cell);
    sk_json_hiding_rule(json, sk_handle_allocator(reach), options.min_cell, language);
    sk_json_open(json, "rows", '[');
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++)
        write_row(json, reach, i);
    sk_json_close(json, ']');
}

schakel_status schakel_reach_to_json(const schakel_reach *reach, schakel_language language, char **out,
                                     size_t *length, schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, reach, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_reach(&json, reach, language);
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
