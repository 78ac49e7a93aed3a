#include <string.h>

#include <unicode/uchar.h>

#include "base/error.h"
#include "base/unicode.h"
#include "text/check.h"
#include "text/model.h"

void schakel_report_destroy(schakel_report *report)
{
    if (report == NULL)
        return;
    schakel_allocator allocator = report->allocator;
    sk_free(&allocator, report->findings);
    sk_free(&allocator, report->suggestions);
    sk_arena_destroy(&report->arena);
    sk_free(&allocator, report);
}

schakel_status schakel_report_get_verdict(const schakel_report *report, schakel_verdict *out)
{
    if (report == NULL || out == NULL || !sk_record_out(out, &report->verdict, sizeof report->verdict))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}

schakel_status schakel_report_get_metrics(const schakel_report *report, schakel_metrics *out)
{
    if (report == NULL || out == NULL || !sk_record_out(out, &report->metrics, sizeof report->metrics))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}

size_t schakel_report_reason_count(const schakel_report *report)
{
    sk_reason reasons[SK_ASPECTS];
    if (report == NULL || report->verdict.level == SCHAKEL_LEVEL_UNKNOWN)
        return 0;
    return sk_reasons(&report->counts, report->features, reasons);
}

schakel_status schakel_report_get_reason(const schakel_report *report, size_t index, schakel_reason *out)
{
    /* How it is said where there is some of it, and much. */
    static const struct {
        const char *name, *nl[2], *en[2];
    } aspects[SK_ASPECTS] = {
        {"sentences",
         {"Een of meer zinnen zijn lang.", "De zinnen zijn lang."},
         {"One sentence or more is long.", "The sentences are long."}},
        {"words",
         {"Er staan moeilijke of onbekende woorden in.", "Er staan veel moeilijke of onbekende woorden in."},
         {"There are hard or unknown words.", "There are many hard or unknown words."}},
        {"passives",
         {"Soms staat er niet wie iets doet.", "Vaak staat er niet wie iets doet."},
         {"It does not always say who does something.", "It often does not say who does something."}},
        {"officialese",
         {"Er staan ambtelijke of onduidelijke woorden in.", NULL},
         {"There is official or unclear wording.", NULL}},
        {"reader",
         {"De tekst praat weinig tegen de lezer: gebruik \"u\" en \"wij\", en dagen en tijden in cijfers.",
          NULL},
         {"The text hardly speaks to the reader: use \"u\" and \"wij\", and days and times in figures.",
          NULL}},
        {"clauses",
         {"De zinnen zitten ingewikkeld in elkaar.", NULL},
         {"The sentences are complicated.", NULL}},
        {"style", {"Er staan zware woorden bij elkaar.", NULL}, {"Heavy words are piled up.", NULL}},
    };
    sk_reason reasons[SK_ASPECTS];
    if (out == NULL || index >= schakel_report_reason_count(report))
        return SCHAKEL_MISUSE;
    sk_reasons(&report->counts, report->features, reasons);
    const sk_reason *reason = &reasons[index];
    schakel_reason full = SCHAKEL_REASON_INIT;
    full.name = aspects[reason->aspect].name;
    full.points = reason->points;
    full.text_nl = aspects[reason->aspect].nl[reason->much];
    full.text_en = aspects[reason->aspect].en[reason->much];
    return sk_record_out(out, &full, sizeof full) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_report_finding_count(const schakel_report *report)
{
    return report == NULL ? 0 : report->finding_count;
}

schakel_status schakel_report_get_finding(const schakel_report *report, size_t index, schakel_finding *out)
{
    if (report == NULL || out == NULL || index >= report->finding_count)
        return SCHAKEL_MISUSE;
    const sk_found *found = &report->findings[index];
    schakel_finding full = SCHAKEL_FINDING_INIT;
    full.rule = found->rule;
    full.severity = found->severity;
    full.start = found->start;
    full.end = found->end;
    full.line = found->line;
    full.column = found->column;
    full.message_nl = found->message_nl;
    full.message_en = found->message_en;
    full.suggestion_count = found->suggestion_count;
    return sk_record_out(out, &full, sizeof full) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

const char *schakel_report_get_suggestion(const schakel_report *report, size_t finding_index,
                                          size_t suggestion_index)
{
    if (report == NULL || finding_index >= report->finding_count ||
        suggestion_index >= report->findings[finding_index].suggestion_count)
        return NULL;
    return report->suggestions[report->findings[finding_index].suggestion + suggestion_index];
}

const char *schakel_rule_name(schakel_rule rule)
{
    static const char names[][24] = {"long-sentence",
                                     "hard-word",
                                     "formal-wording",
                                     "school-term",
                                     "abbreviation",
                                     "passive",
                                     "pincer",
                                     "subordinate-clauses",
                                     "nominal-style",
                                     "gendered-wording",
                                     "double-negation",
                                     "unclear-time",
                                     "long-text",
                                     "guilt",
                                     "flight-history",
                                     "long-paragraph",
                                     "preposition-chain",
                                     "impersonal",
                                     "unclear-reference",
                                     "er-construction",
                                     "split-verb",
                                     "make-list",
                                     "one-name",
                                     "number-words",
                                     "figure-of-speech",
                                     "reading-task",
                                     "incomplete-invitation",
                                     "no-clear-request",
                                     "only-problems",
                                     "layout",
                                     "other-language",
                                     "unknown-word"};
    size_t number = (size_t)rule;
    return number < sizeof names / sizeof names[0] ? names[number] : NULL;
}

/* ----------------------------------------------------------- filling a report */

void sk_quote(const sk_checking *c, size_t start, size_t end, char out[SK_QUOTE_SIZE])
{
    size_t length = end - start, room = SK_QUOTE_SIZE - 1 - strlen("\xE2\x80\xA6");
    int cut = length > SK_QUOTE_SIZE - 1;
    if (cut)
        length = sk_utf8_cut(c->text + start, room);
    memcpy(out, c->text + start, length);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)out[i] < ' ')
            out[i] = ' ';
    strcpy(out + length, cut ? "\xE2\x80\xA6" : "");
}

const char *sk_number(size_t value, char out[SK_NUMBER_SIZE])
{
    char *at = out + SK_NUMBER_SIZE - 1;
    *at = '\0';
    do {
        *--at = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    return at;
}

static const char *keep_message(sk_checking *c, const char *format, const char *const *arguments)
{
    /* Explanations from the lists are the longest part, a few hundred bytes. */
    char message[1536];
    size_t used = 0;
    while (*format != '\0') {
        const char *piece = format;
        const char *mark = strchr(format, '%');
        size_t length = mark != NULL ? (size_t)(mark - format) : strlen(format);
        format += length;
        if (length == 0) {
            piece = arguments[format[1] - '1'];
            length = strlen(piece);
            format += 2;
        }
        if (length > sizeof message - used)
            length = sk_utf8_cut(piece, sizeof message - used);
        memcpy(message + used, piece, length);
        used += length;
    }
    return sk_arena_text(&c->report->arena, message, used);
}

void sk_find(sk_checking *c, schakel_rule rule, schakel_severity severity, size_t start, size_t end,
             const char *message_nl, const char *message_en, const char *const *arguments)
{
    schakel_report *r = c->report;
    c->counts.found[rule]++;
    c->last_is_silent = (c->silent >> rule & 1) != 0;
    if (c->last_is_silent)
        return;
    if (c->failed ||
        !sk_grow(c->allocator, &r->findings, &r->finding_room, r->finding_count + 1, sizeof *r->findings)) {
        c->failed = 1;
        return;
    }
    /* A message without arguments is a constant and needs no copy. */
    const char *nl = arguments != NULL ? keep_message(c, message_nl, arguments) : message_nl;
    const char *en = arguments != NULL ? keep_message(c, message_en, arguments) : message_en;
    if (nl == NULL || en == NULL) {
        c->failed = 1;
        return;
    }
    sk_found *found = &r->findings[r->finding_count++];
    memset(found, 0, sizeof *found);
    found->rule = rule;
    found->severity = severity;
    found->start = start;
    found->end = end;
    found->message_nl = nl;
    found->message_en = en;
    found->suggestion = r->suggestion_count;
}

int sk_spoke_at(const sk_checking *c, schakel_rule rule, const sk_sentence *s, size_t first, size_t last)
{
    const schakel_report *r = c->report;
    size_t start = s->tokens[first].start, end = s->tokens[last].end;
    for (size_t i = s->findings_before; i < r->finding_count; i++)
        if (r->findings[i].rule == rule && r->findings[i].start < end && r->findings[i].end > start)
            return 1;
    return 0;
}

void sk_suggest(sk_checking *c, const char *wording, size_t length)
{
    schakel_report *r = c->report;
    if (c->failed || length == 0 || c->last_is_silent)
        return;
    char *kept = sk_arena_text(&r->arena, wording, length);
    if (kept == NULL || !sk_grow(c->allocator, &r->suggestions, &r->suggestion_room, r->suggestion_count + 1,
                                 sizeof *r->suggestions)) {
        c->failed = 1;
        return;
    }
    sk_found *found = &r->findings[r->finding_count - 1];
    uint32_t first = 0;
    sk_utf8_next(c->text + found->start, c->length - found->start, &first);
    if (u_isupper((UChar32)first) && kept[0] >= 'a' && kept[0] <= 'z')
        kept[0] = (char)(kept[0] - 32);
    r->suggestions[r->suggestion_count++] = kept;
    found->suggestion_count++;
}

void sk_suggest_all(sk_checking *c, const char *wordings)
{
    while (*wordings != '\0') {
        const char *end = strstr(wordings, " / ");
        size_t length = end != NULL ? (size_t)(end - wordings) : strlen(wordings);
        sk_suggest(c, wordings, length);
        wordings += length + (end != NULL ? 3 : 0);
    }
}

/* ------------------------------------------------------- what was seen before */

static void seen_put(uint64_t *slots, size_t capacity, uint64_t key)
{
    size_t slot = (size_t)((key * 0x9E3779B97F4A7C15u) >> 32) & (capacity - 1);
    while (slots[slot] != 0)
        slot = (slot + 1) & (capacity - 1);
    slots[slot] = key;
}

int sk_seen_before(sk_checking *c, sk_seen_kind kind, uint32_t value)
{
    sk_seen *seen = &c->seen;
    uint64_t key = ((uint64_t)kind << 32) | value;
    if (2 * (seen->count + 1) > seen->capacity) {
        size_t capacity = seen->capacity == 0 ? 64 : 2 * seen->capacity;
        uint64_t *slots = sk_alloc_zeroed(c->allocator, capacity, sizeof *slots);
        if (slots == NULL) {
            c->failed = 1;
            return 1;
        }
        for (size_t i = 0; i < seen->capacity; i++)
            if (seen->slots[i] != 0)
                seen_put(slots, capacity, seen->slots[i]);
        sk_free(c->allocator, seen->slots);
        seen->slots = slots;
        seen->capacity = capacity;
    }
    size_t slot = (size_t)((key * 0x9E3779B97F4A7C15u) >> 32) & (seen->capacity - 1);
    for (; seen->slots[slot] != 0; slot = (slot + 1) & (seen->capacity - 1))
        if (seen->slots[slot] == key)
            return 1;
    seen->slots[slot] = key;
    seen->count++;
    return 0;
}
