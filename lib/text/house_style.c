#include "text/house_style.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/error.h"
#include "base/unicode.h"

enum { PATTERN_MAX = 250, EXPLANATION_MAX = 500, COLUMNS = 4 };

schakel_status schakel_house_style_create(const schakel_allocator *allocator, schakel_house_style **out,
                                          schakel_error *error)
{
    schakel_allocator resolved;
    if (out == NULL)
        return sk_fail_misuse(error, "out");
    *out = NULL;
    if (!sk_allocator_resolve(allocator, &resolved))
        return sk_fail_misuse(error, "allocator");
    schakel_house_style *style = sk_alloc_zeroed(&resolved, 1, sizeof *style);
    if (style == NULL)
        return sk_fail_memory(error);
    style->allocator = resolved;
    sk_arena_init(&style->arena, &style->allocator);
    *out = style;
    return SCHAKEL_OK;
}

void schakel_house_style_destroy(schakel_house_style *style)
{
    if (style == NULL)
        return;
    schakel_allocator allocator = style->allocator;
    sk_arena_destroy(&style->arena);
    sk_free(&allocator, style->entries);
    sk_free(&allocator, style);
}

uint64_t sk_house_style_silent(const schakel_house_style *style)
{
    return style->silent;
}

/* ------------------------------------------------------------------- entries */

enum { QUOTE_SIZE = 61 };

/* The beginning of a text, as errors quote it. */
static const char *quote(const char *text, char out[QUOTE_SIZE])
{
    size_t length = strlen(text);
    if (length >= QUOTE_SIZE)
        length = sk_utf8_cut(text, QUOTE_SIZE - 1);
    memcpy(out, text, length);
    out[length] = '\0';
    return out;
}

/* Text of at most `most` bytes without control characters. */
static schakel_status check_text(const char *what, const char *text, size_t most, schakel_error *error)
{
    size_t length = strlen(text), bad = 0;
    if (length > most)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "%s has %zu bytes, the most is %zu", what, length, most);
    if (!sk_utf8_valid(text, length, &bad))
        return sk_fail(error, SCHAKEL_SYNTAX, NULL, "%s is not UTF-8: byte 0x%02X", what,
                       (unsigned char)text[bad]);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] < ' ')
            return sk_fail(error, SCHAKEL_INVALID, NULL, "%s holds a control character", what);
    return SCHAKEL_OK;
}

/* As in texts: one way to write an apostrophe, a hyphen and a space, and nothing that is not shown. */
static const char *plain_form(const char *from, uint32_t c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
        return "'";
    case 0x2010:
    case 0x2011:
        return "-";
    case 0xA0:
    case 0x202F:
        return " ";
    case 0xAD:
    case '*':
    case '_':
        return "";
    default:
        return from;
    }
}

/* Copy a wording as it is looked for: runs of white space are one space. */
static void copy_pattern(const char *pattern, char out[PATTERN_MAX + 1])
{
    size_t length = strlen(pattern), used = 0;
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t c;
        size = sk_utf8_next(pattern + at, length - at, &c);
        const char *plain = plain_form(pattern + at, c);
        size_t plain_size = plain == pattern + at ? size : strlen(plain);
        if (plain[0] == ' ' && (used == 0 || out[used - 1] == ' '))
            continue;
        memcpy(out + used, plain, plain_size);
        used += plain_size;
    }
    if (used > 0 && out[used - 1] == ' ')
        used--;
    out[used] = '\0';
}

/* How a wording is found, and whether it holds a capital. Returns 0 when it begins with no letter or digit. */
static int read_pattern(const char *pattern, sk_entry *entry)
{
    char small[2 * PATTERN_MAX + 1]; /* a small letter may take a byte more than its capital */
    size_t length = strlen(pattern), used = 0;
    for (size_t at = 0; at < length;) {
        uint32_t c;
        at += sk_utf8_next(pattern + at, length - at, &c);
        UChar32 lower = u_tolower((UChar32)c);
        if (used == 0 && !u_isalnum(lower))
            return 0;
        entry->exact |= lower != (UChar32)c;
        U8_APPEND_UNSAFE((uint8_t *)small, used, lower);
    }
    small[used] = '\0';
    entry->start = sk_start_of_pattern(small);
    return entry->start.key_length > 0;
}

/* The wording as it is looked for goes to `out`. */
static schakel_status check_pattern(const char *what, const char *pattern, sk_entry *entry,
                                    char out[PATTERN_MAX + 1], schakel_error *error)
{
    schakel_status status = check_text(what, pattern, PATTERN_MAX, error);
    if (status != SCHAKEL_OK)
        return status;
    char shown[QUOTE_SIZE];
    copy_pattern(pattern, out);
    if (!read_pattern(out, entry))
        return sk_fail(error, SCHAKEL_INVALID, NULL, "%s is \"%s\": expected a letter or digit first", what,
                       quote(pattern, shown));
    if (entry->start.key_length > SK_FORM_MAX)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "%s is \"%s…\": a word has at most %d bytes", what,
                       quote(pattern, shown), SK_FORM_MAX);
    return SCHAKEL_OK;
}

static schakel_status keep_entry(schakel_house_style *style, const char *pattern, const char *advice,
                                 const char *extra, sk_entry entry, schakel_error *error)
{
    if (style->count >= SCHAKEL_HOUSE_STYLE_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, NULL, "a house style has at most %zu entries",
                       SCHAKEL_HOUSE_STYLE_MAX);
    entry.pattern = sk_arena_text(&style->arena, pattern, strlen(pattern));
    entry.advice = sk_arena_text(&style->arena, advice, strlen(advice));
    entry.extra = sk_arena_text(&style->arena, extra, strlen(extra));
    entry.number = (uint32_t)style->count;
    if (entry.pattern == NULL || entry.advice == NULL || entry.extra == NULL ||
        !sk_grow(&style->allocator, &style->entries, &style->room, style->count + 1, sizeof *style->entries))
        return sk_fail_memory(error);
    style->entries[style->count++] = entry;
    return SCHAKEL_OK;
}

schakel_status schakel_house_style_add_word(schakel_house_style *style, const char *word, schakel_level level,
                                            schakel_error *error)
{
    sk_entry entry = {NULL, NULL, NULL, {0, 0, 0, 0, 0}, SK_LIST_WORD, SK_KIND_NONE, 0, 0, 0};
    if (style == NULL || word == NULL)
        return sk_fail_misuse(error, style == NULL ? "style" : "word");
    char pattern[PATTERN_MAX + 1];
    schakel_status status = check_pattern("word", word, &entry, pattern, error);
    if (status != SCHAKEL_OK)
        return status;
    char shown[QUOTE_SIZE];
    if (level < SCHAKEL_LEVEL_A1 || level > SCHAKEL_LEVEL_C1)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "the level of \"%s\" is none: expected A1 to C1",
                       quote(word, shown));
    entry.group = (uint16_t)level;
    return keep_entry(style, pattern, "", "", entry, error);
}

schakel_status schakel_house_style_add_replacement(schakel_house_style *style, const char *hard,
                                                   const char *plain, schakel_error *error)
{
    sk_entry entry = {NULL, NULL, NULL, {0, 0, 0, 0, 0}, SK_LIST_FORMAL, SK_KIND_REPLACE, 0, 0, 0};
    if (style == NULL || hard == NULL || plain == NULL)
        return sk_fail_misuse(error, style == NULL ? "style" : hard == NULL ? "hard" : "plain");
    char pattern[PATTERN_MAX + 1];
    schakel_status status = check_pattern("hard", hard, &entry, pattern, error);
    if (status == SCHAKEL_OK)
        status = check_text("plain", plain, PATTERN_MAX, error);
    return status == SCHAKEL_OK ? keep_entry(style, pattern, plain, "", entry, error) : status;
}

schakel_status schakel_house_style_add_term(schakel_house_style *style, const char *term,
                                            const char *explanation, const char *explanation_en,
                                            schakel_error *error)
{
    sk_entry entry = {NULL, NULL, NULL, {0, 0, 0, 0, 0}, SK_LIST_TERM, SK_KIND_NONE, 0, 0, 0};
    if (style == NULL || term == NULL || explanation == NULL)
        return sk_fail_misuse(error, style == NULL ? "style" : term == NULL ? "term" : "explanation");
    const char *english = explanation_en != NULL && explanation_en[0] != '\0' ? explanation_en : explanation;
    char pattern[PATTERN_MAX + 1];
    schakel_status status = check_pattern("term", term, &entry, pattern, error);
    if (status == SCHAKEL_OK)
        status = check_text("explanation", explanation, EXPLANATION_MAX, error);
    if (status == SCHAKEL_OK)
        status = check_text("explanation_en", english, EXPLANATION_MAX, error);
    char shown[QUOTE_SIZE];
    if (status == SCHAKEL_OK && explanation[0] == '\0')
        status =
            sk_fail(error, SCHAKEL_INVALID, NULL, "the explanation of \"%s\" is empty", quote(term, shown));
    /* A group of its own: explained where it stands first. */
    entry.group = (uint16_t)(sk_group_count + style->count);
    return status == SCHAKEL_OK ? keep_entry(style, pattern, explanation, english, entry, error) : status;
}

schakel_status schakel_house_style_set_rule(schakel_house_style *style, schakel_rule rule, int on,
                                            schakel_error *error)
{
    if (style == NULL)
        return sk_fail_misuse(error, "style");
    if (schakel_rule_name(rule) == NULL)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "%d is no rule", (int)rule);
    uint64_t bit = (uint64_t)1 << rule;
    style->silent = on ? style->silent & ~bit : style->silent | bit;
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------------- reading */

/* A line, cut in columns; each NUL-terminated. */
typedef struct style_line {
    char text[4 * EXPLANATION_MAX];
    char *columns[COLUMNS];
    size_t count;
} style_line;

static int cut_line(const char *text, size_t length, style_line *line)
{
    line->count = 0;
    if (length >= sizeof line->text || memchr(text, '\0', length) != NULL)
        return 0;
    memcpy(line->text, text, length);
    line->text[length] = '\0';
    char *last = line->text;
    for (char *at = line->text; at != NULL; line->count++) {
        if (line->count == COLUMNS)
            return 0;
        line->columns[line->count] = last = at;
        at = strchr(at, '\t');
        if (at != NULL)
            *at++ = '\0';
    }
    /* Spreadsheets give every line as many columns. */
    if (line->count == COLUMNS && *last == '\0')
        line->count--;
    return 1;
}

static int find_rule(const char *name, schakel_rule *rule)
{
    const char *known;
    for (int i = 0; (known = schakel_rule_name((schakel_rule)i)) != NULL; i++)
        if (strcmp(name, known) == 0) {
            *rule = (schakel_rule)i;
            return 1;
        }
    return 0;
}

static schakel_status take_rule(schakel_house_style *style, const style_line *line, schakel_error *error)
{
    char shown[QUOTE_SIZE];
    schakel_rule rule;
    schakel_status status = check_text("a rule", line->columns[1], PATTERN_MAX, error);
    if (status == SCHAKEL_OK)
        status = check_text("on or off", line->columns[2], PATTERN_MAX, error);
    if (status != SCHAKEL_OK)
        return status;
    if (!find_rule(line->columns[1], &rule))
        return sk_fail(error, SCHAKEL_INVALID, NULL, "\"%s\" is no rule", quote(line->columns[1], shown));
    int on = strcmp(line->columns[2], "on") == 0;
    if (!on && strcmp(line->columns[2], "off") != 0)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "a rule is on or off, not \"%s\"",
                       quote(line->columns[2], shown));
    return schakel_house_style_set_rule(style, rule, on, error);
}

static schakel_status take_line(schakel_house_style *style, const char *text, size_t length,
                                schakel_error *error)
{
    style_line line;
    int cut = cut_line(text, length, &line);
    const char *kind = cut ? line.columns[0] : "";
    if (cut && line.count == 3 && strcmp(kind, "word") == 0)
        return schakel_house_style_add_word(style, line.columns[1], schakel_level_from_name(line.columns[2]),
                                            error);
    if (cut && line.count == 3 && strcmp(kind, "replace") == 0)
        return schakel_house_style_add_replacement(style, line.columns[1], line.columns[2], error);
    if (cut && line.count >= 3 && strcmp(kind, "term") == 0)
        return schakel_house_style_add_term(style, line.columns[1], line.columns[2],
                                            line.count > 3 ? line.columns[3] : NULL, error);
    if (cut && line.count == 3 && strcmp(kind, "rule") == 0)
        return take_rule(style, &line, error);
    return sk_fail(error, SCHAKEL_SYNTAX, NULL,
                   "expected word, replace, term or rule and two or three columns parted by tabs");
}

static schakel_status check_utf8(const char *text, size_t length, schakel_error *error)
{
    size_t bad = 0, line, column;
    if (length == 0 || sk_utf8_valid(text, length, &bad))
        return SCHAKEL_OK;
    sk_position(text, bad, &line, &column);
    sk_fail(error, SCHAKEL_SYNTAX, NULL, "the house style is not UTF-8: byte 0x%02X",
            (unsigned char)text[bad]);
    sk_error_at(error, line, column, bad);
    return SCHAKEL_SYNTAX;
}

schakel_status schakel_house_style_read(schakel_house_style *style, const char *text, size_t length,
                                        schakel_error *error)
{
    static const char mark[] = "\xEF\xBB\xBF"; /* some programs begin a file so */
    if (style == NULL || (text == NULL && length > 0))
        return sk_fail_misuse(error, style == NULL ? "style" : "text");
    schakel_status status = check_utf8(text, length, error);
    size_t number = 0, start = 0, next, count_before = style->count;
    uint64_t silent_before = style->silent;
    if (length >= strlen(mark) && memcmp(text, mark, strlen(mark)) == 0)
        start = strlen(mark);
    for (; status == SCHAKEL_OK && start < length; start = next) {
        const char *line_end = memchr(text + start, '\n', length - start);
        size_t end = line_end != NULL ? (size_t)(line_end - text) : length;
        next = line_end != NULL ? end + 1 : length;
        number++;
        if (end > start && text[end - 1] == '\r')
            end--;
        if (end == start || text[start] == '#')
            continue;
        status = take_line(style, text + start, end - start, error);
        if (status != SCHAKEL_OK) {
            sk_error_at(error, number, 1, start);
            style->count = count_before;
            style->silent = silent_before;
        }
    }
    return status;
}
