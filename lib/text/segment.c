#include "text/segment.h"

#include <string.h>

#include "base/unicode.h"
#include "text/scan.h"

/*
 * Light Markdown: headings (# and underlined), list items, table rows, quotes, rules and fences.
 * Whatever else a text holds is a paragraph. A line in another script or within an isolate stands
 * apart from its neighbours: letters give a date once more in the language of their reader.
 */
typedef enum line_kind {
    LINE_BLANK,
    LINE_TEXT,
    LINE_SCRIPT,  /* in another script than Latin */
    LINE_ISOLATE, /* from the beginning of an isolate (U+2066 to U+2068) to its end (U+2069) */
    LINE_HEADING,
    LINE_ITEM,
    LINE_ROW,
    LINE_UNDERLINE /* === or ---: makes a heading of the line above, or parts */
} line_kind;

typedef struct line {
    size_t start, end, next; /* end is before the line end, next after it */
    size_t content;          /* where its words begin, after the mark */
    line_kind kind;
} line;

static int is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static size_t skip_blanks(const char *text, size_t at, size_t end)
{
    while (at < end && is_blank(text[at]))
        at++;
    return at;
}

/* Consists of one mark repeated, three times or more, with blanks between. */
static int is_rule(const char *text, size_t at, size_t end)
{
    char mark = text[at];
    size_t count = 0;
    if (strchr("-=_*~`", mark) == NULL || mark == '\0')
        return 0;
    for (; at < end; at++) {
        if (text[at] == mark)
            count++;
        else if (!is_blank(text[at]))
            return 0;
    }
    return count >= 3;
}

/* The row under the head of a table: |---|:--:| */
static int is_table_rule(const char *text, size_t at, size_t end)
{
    for (; at < end; at++)
        if (text[at] != '|' && text[at] != '-' && text[at] != ':' && !is_blank(text[at]))
            return 0;
    return 1;
}

/* Where the words of a list item begin, or `at` when this is no item. */
static size_t after_bullet(const char *text, size_t at, size_t end)
{
    static const char *const bullets[] = {"-", "*", "+", "\xE2\x80\xA2", "\xE2\x80\x93", "\xC2\xB7", NULL};
    size_t after = at;
    for (int i = 0; bullets[i] != NULL && after == at; i++) {
        size_t length = strlen(bullets[i]);
        if (end - at > length && memcmp(text + at, bullets[i], length) == 0)
            after = at + length;
    }
    if (after == at) {
        size_t digit = at;
        while (digit < end && digit - at < 3 && text[digit] >= '0' && text[digit] <= '9')
            digit++;
        if (digit > at && end - digit > 1 && (text[digit] == '.' || text[digit] == ')'))
            after = digit + 1;
    }
    return after > at && after < end && is_blank(text[after]) ? skip_blanks(text, after, end) : at;
}

/* Are all letters of a line in other scripts than Latin, and has it any? */
static int is_in_another_script(const char *text, size_t at, size_t end)
{
    int found = 0;
    while (at < end) {
        uint32_t c;
        at += sk_utf8_next(text + at, end - at, &c);
        if (c < 0x80 ? sk_class_of((unsigned char)c) == SK_C_LETTER ||
                           sk_class_of((unsigned char)c) == SK_C_CAPITAL
                     : sk_is_latin((UChar32)c))
            return 0;
        found |= sk_is_foreign_letter((UChar32)c);
    }
    return found;
}

/* Does one isolate hold the whole line? */
static int is_isolated(const char *text, size_t at, size_t end)
{
    enum { ISOLATE_FIRST = 0x2066, ISOLATE_LAST = 0x2068, ISOLATE_END = 0x2069 };
    size_t open = 0;
    while (at < end) {
        uint32_t c;
        at += sk_utf8_next(text + at, end - at, &c);
        open += c >= ISOLATE_FIRST && c <= ISOLATE_LAST;
        if (open == 0)
            return 0;
        open -= c == ISOLATE_END;
    }
    return open == 0;
}

static void classify(const char *text, line *l)
{
    size_t at = skip_blanks(text, l->start, l->end);
    while (at < l->end && text[at] == '>')
        at = skip_blanks(text, at + 1, l->end);
    l->content = at;
    l->kind = LINE_TEXT;
    if (at == l->end) {
        l->kind = LINE_BLANK;
    } else if (text[at] == '#') {
        size_t after = at;
        while (after < l->end && text[after] == '#')
            after++;
        if (after - at <= 6 && (after == l->end || is_blank(text[after])))
            l->kind = LINE_HEADING;
        l->content = l->kind == LINE_HEADING ? after : at;
    } else if (is_rule(text, at, l->end)) {
        l->kind = text[at] == '=' || text[at] == '-' ? LINE_UNDERLINE : LINE_BLANK;
    } else if (text[at] == '|') {
        l->kind = is_table_rule(text, at, l->end) ? LINE_BLANK : LINE_ROW;
    } else if (l->end - at >= 3 && (memcmp(text + at, "```", 3) == 0 || memcmp(text + at, "~~~", 3) == 0)) {
        l->kind = LINE_BLANK;
    } else {
        l->content = after_bullet(text, at, l->end);
        if (l->content > at)
            l->kind = LINE_ITEM;
        else if (is_isolated(text, at, l->end))
            l->kind = LINE_ISOLATE;
        else if (is_in_another_script(text, at, l->end))
            l->kind = LINE_SCRIPT;
    }
}

static int read_line(const char *text, size_t length, size_t at, line *l)
{
    if (at >= length)
        return 0;
    size_t end = sk_line_end(text, at, length);
    l->start = at;
    l->end = end;
    l->next = end < length ? end + 1 : end;
    if (end + 1 < length && text[end] == '\r' && text[end + 1] == '\n')
        l->next = end + 2;
    classify(text, l);
    return 1;
}

/* Is this row the one under a table's head? It parts nothing. */
static int parts_paragraphs(const char *text, const line *l)
{
    return (l->kind == LINE_BLANK && !(l->content < l->end && text[l->content] == '|')) ||
           l->kind == LINE_UNDERLINE;
}

int sk_next_unit(const char *text, size_t length, size_t *at, sk_unit *unit)
{
    line l, below = {0, 0, 0, 0, LINE_BLANK};
    /* Whether a list or table goes on is told by what stands right before. */
    int parted = *at == 0;
    while (read_line(text, length, *at, &l) && (l.kind == LINE_BLANK || l.kind == LINE_UNDERLINE)) {
        parted |= parts_paragraphs(text, &l);
        *at = l.next;
    }
    if (*at >= length)
        return 0;
    sk_unit_kind before = unit->kind;
    unit->apart = l.kind == LINE_SCRIPT || l.kind == LINE_ISOLATE;
    unit->beside = l.kind == LINE_ISOLATE && !parted;
    unit->start = l.content;
    unit->end = l.end;
    *at = l.next;
    unit->kind = l.kind == LINE_HEADING ? SK_UNIT_HEADING
                 : l.kind == LINE_ITEM  ? SK_UNIT_ITEM
                 : l.kind == LINE_ROW   ? SK_UNIT_ROW
                                        : SK_UNIT_PARAGRAPH;
    if (!unit->apart && (unit->kind == SK_UNIT_PARAGRAPH || unit->kind == SK_UNIT_ITEM)) {
        while (read_line(text, length, *at, &below) && below.kind == LINE_TEXT) {
            unit->end = below.end;
            *at = below.next;
        }
        /* Underlined text is a heading when it is one line. */
        if (*at < length && below.kind == LINE_UNDERLINE && unit->kind == SK_UNIT_PARAGRAPH &&
            unit->end == l.end) {
            unit->kind = SK_UNIT_HEADING;
            *at = below.next;
        }
    }
    /* A list is one paragraph, also with blank lines between its items. */
    int goes_on = (unit->kind == SK_UNIT_ITEM && before == SK_UNIT_ITEM) ||
                  (unit->kind == SK_UNIT_ROW && before == SK_UNIT_ROW && !parted) ||
                  (unit->apart && before != SK_UNIT_HEADING && !parted);
    if (unit->apart && goes_on)
        unit->kind = before;
    unit->opens_paragraph = unit->kind != SK_UNIT_HEADING && !goes_on;
    return 1;
}
