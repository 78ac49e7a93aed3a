#include "exchange/json_scan.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "schakel/exchange.h"

/* What may come next. */
typedef enum expecting {
    EXPECT_VALUE,
    EXPECT_ITEM_OR_END,
    EXPECT_NAME_OR_END,
    EXPECT_NAME,
    EXPECT_COMMA_OR_END,
    EXPECT_NOTHING
} expecting;

/* An array or object that is open. */
typedef struct frame {
    char bracket;
    size_t index; /* in an array: which item */
    size_t name;  /* in an object: where the member's name begins, after the quote; 0 before there is one */
    size_t name_length;
} frame;

typedef struct scanner {
    const char *text;
    size_t length;
    size_t at;
    size_t depth_max;
    size_t depth;
    expecting next;
    schakel_status status;
    char problem[128];
    frame frames[SCHAKEL_NESTING_MAX];
} scanner;

static int refuse(scanner *s, schakel_status status, const char *problem)
{
    s->status = status;
    snprintf(s->problem, sizeof s->problem, "%s", problem);
    return 0;
}

/* "expected X, found Y", Y being what stands here. */
static int refuse_found(scanner *s, const char *expected)
{
    char found[32] = "the end";
    if (s->at < s->length) {
        unsigned char lead = (unsigned char)s->text[s->at];
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (lead < 0x20)
            snprintf(found, sizeof found, "a control character");
        else
            snprintf(found, sizeof found, "%.*s", length, s->text + s->at);
    }
    s->status = SCHAKEL_SYNTAX;
    snprintf(s->problem, sizeof s->problem, "expected %s, found %s", expected, found);
    return 0;
}

static int peek(const scanner *s)
{
    return s->at < s->length ? (unsigned char)s->text[s->at] : -1;
}

static int is_digit(int c)
{
    return c >= '0' && c <= '9';
}

/* ------------------------------------------------------------------ scalars */

/* Four hexadecimal digits at an offset, or -1. */
static int hexadecimal(const scanner *s, size_t at)
{
    int value = 0;
    if (s->length - at < 4)
        return -1;
    for (size_t i = at; i < at + 4; i++) {
        char c = s->text[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* An escape; `at` is on the backslash. */
static int scan_escape(scanner *s)
{
    static const char simple[] = "\"\\/bfnrt";
    char kind = s->length - s->at > 1 ? s->text[s->at + 1] : '\0';
    if (kind != '\0' && strchr(simple, kind) != NULL) {
        s->at += 2;
        return 1;
    }
    int unit = kind == 'u' ? hexadecimal(s, s->at + 2) : -1;
    if (unit < 0)
        return refuse(s, SCHAKEL_SYNTAX,
                      "expected an escape: a backslash and one of \" \\ / b f n r t, or u and 4 digits");
    /* cJSON ends the string there, and so does C. */
    if (unit == 0)
        return refuse(s, SCHAKEL_INVALID, "expected text without the character \\u0000");
    if (unit >= 0xD800 && unit <= 0xDFFF) {
        size_t second = s->at + 6;
        int has_second = s->length - s->at >= 12 && s->text[second] == '\\' && s->text[second + 1] == 'u';
        int low = unit <= 0xDBFF && has_second ? hexadecimal(s, second + 2) : -1;
        if (low < 0xDC00 || low > 0xDFFF)
            return refuse(s, SCHAKEL_INVALID, "expected a pair of surrogates, found half of one");
        s->at += 6;
    }
    s->at += 6;
    return 1;
}

/* The first byte from `at` that is not simply a part of a string. */
static size_t skip_plain(const scanner *s, size_t at)
{
    const unsigned char *start = (const unsigned char *)s->text;
    const unsigned char *byte = start + at, *end = start + s->length;
    while (byte < end && *byte >= 0x20 && *byte != '"' && *byte != '\\')
        byte++;
    return (size_t)(byte - start);
}

/* A string; `at` is on the first quote. */
static int scan_string(scanner *s)
{
    size_t start = s->at++;
    for (;;) {
        s->at = skip_plain(s, s->at);
        int c = peek(s);
        if (c == '"') {
            s->at++;
            return 1;
        }
        if (c < 0) {
            s->at = start;
            return refuse(s, SCHAKEL_SYNTAX, "this string has no closing quote");
        }
        if (c < 0x20)
            return refuse(s, SCHAKEL_SYNTAX, "expected an escape such as \\n, found a control character");
        if (!scan_escape(s))
            return 0;
    }
}

/* Digits, at least one. */
static int scan_digits(scanner *s)
{
    if (!is_digit(peek(s)))
        return refuse_found(s, "a digit");
    while (is_digit(peek(s)))
        s->at++;
    return 1;
}

static int scan_number(scanner *s)
{
    size_t start = s->at;
    s->at += peek(s) == '-';
    if (peek(s) == '0') {
        s->at++;
        if (is_digit(peek(s)))
            return refuse(s, SCHAKEL_SYNTAX, "expected a number without a 0 in front");
    } else if (!scan_digits(s)) {
        return 0;
    }
    if (peek(s) == '.') {
        s->at++;
        if (!scan_digits(s))
            return 0;
    }
    if (peek(s) == 'e' || peek(s) == 'E') {
        s->at++;
        s->at += peek(s) == '+' || peek(s) == '-';
        if (!scan_digits(s))
            return 0;
    }
    if (s->at - start > SK_NUMBER_LENGTH_MAX) {
        s->at = start;
        return refuse(s, SCHAKEL_TOO_LARGE, "expected a number of at most 63 characters");
    }
    return 1;
}

static int scan_word(scanner *s, const char *word)
{
    size_t length = strlen(word);
    if (s->length - s->at < length || memcmp(s->text + s->at, word, length) != 0)
        return refuse_found(s, "a value");
    s->at += length;
    return 1;
}

/* ---------------------------------------------------------------- structure */

static int open_bracket(scanner *s, char bracket)
{
    if (s->depth == s->depth_max) {
        s->status = SCHAKEL_TOO_LARGE;
        snprintf(s->problem, sizeof s->problem, "arrays and objects are nested at most %d deep",
                 SCHAKEL_NESTING_MAX);
        return 0;
    }
    s->frames[s->depth++] = (frame){bracket, 0, 0, 0};
    s->next = bracket == '{' ? EXPECT_NAME_OR_END : EXPECT_ITEM_OR_END;
    s->at++;
    return 1;
}

static void after_value(scanner *s)
{
    s->next = s->depth == 0 ? EXPECT_NOTHING : EXPECT_COMMA_OR_END;
}

static int close_bracket(scanner *s)
{
    s->depth--;
    s->at++;
    after_value(s);
    return 1;
}

static int scan_value(scanner *s)
{
    int c = peek(s);
    int ok;
    if (c == '{' || c == '[')
        return open_bracket(s, (char)c);
    if (c == '"')
        ok = scan_string(s);
    else if (c == '-' || is_digit(c))
        ok = scan_number(s);
    else if (c == 't')
        ok = scan_word(s, "true");
    else if (c == 'f')
        ok = scan_word(s, "false");
    else if (c == 'n')
        ok = scan_word(s, "null");
    else
        ok = refuse_found(s, "a value");
    after_value(s);
    return ok;
}

static int scan_name(scanner *s)
{
    if (peek(s) != '"')
        return refuse_found(s, "a name between double quotes");
    size_t start = s->at + 1;
    if (!scan_string(s))
        return 0;
    s->frames[s->depth - 1].name = start;
    s->frames[s->depth - 1].name_length = s->at - 1 - start;
    s->at = (size_t)(sk_json_skip_space(s->text + s->at, s->text + s->length) - s->text);
    if (peek(s) != ':')
        return refuse_found(s, "a colon");
    s->at++;
    s->next = EXPECT_VALUE;
    return 1;
}

static int scan_comma(scanner *s)
{
    frame *top = &s->frames[s->depth - 1];
    if (peek(s) != ',')
        return refuse_found(s, top->bracket == '{' ? "a comma or }" : "a comma or ]");
    top->index++;
    top->name = top->name_length = 0;
    s->next = top->bracket == '{' ? EXPECT_NAME : EXPECT_VALUE;
    s->at++;
    return 1;
}

static int step(scanner *s)
{
    int c = peek(s);
    switch (s->next) {
    case EXPECT_VALUE:
        return scan_value(s);
    case EXPECT_ITEM_OR_END:
        return c == ']' ? close_bracket(s) : scan_value(s);
    case EXPECT_NAME_OR_END:
        return c == '}' ? close_bracket(s) : scan_name(s);
    case EXPECT_NAME:
        return scan_name(s);
    case EXPECT_COMMA_OR_END:
        return c == (s->frames[s->depth - 1].bracket == '{' ? '}' : ']') ? close_bracket(s) : scan_comma(s);
    case EXPECT_NOTHING:
        break;
    }
    return c < 0 || refuse_found(s, "nothing more");
}

/* Scan until the end, the first thing that is wrong, or `stop`. */
static void run(scanner *s, size_t stop)
{
    for (;;) {
        s->at = (size_t)(sk_json_skip_space(s->text + s->at, s->text + s->length) - s->text);
        if (s->at >= stop || (s->next == EXPECT_NOTHING && s->at == s->length) || !step(s))
            return;
    }
}

/*
 * Write one part of a JSON Pointer; a name is given as it is written, escapes included.
 * Returns 0 when it does not fit.
 */
static int write_part(const scanner *s, const frame *open, char *out, size_t size)
{
    size_t used = 1;
    if (open->bracket == '[')
        return (size_t)snprintf(out, size, "/%zu", open->index) < size;
    if (size < 2)
        return 0;
    for (size_t i = 0; i < open->name_length; i++) {
        char c = s->text[open->name + i];
        int is_special = c == '~' || c == '/';
        if (used + 1 + (size_t)is_special >= size)
            return 0;
        if (is_special)
            out[used++] = '~';
        out[used++] = c == '~' ? '0' : c == '/' ? '1' : c;
    }
    out[0] = '/';
    out[used] = '\0';
    return 1;
}

/* Where the scanner is, as a JSON Pointer; too long a one, of the nearest thing around it that fits. */
static void write_pointer(const scanner *s, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < s->depth && (s->frames[i].bracket == '[' || s->frames[i].name != 0); i++) {
        if (!write_part(s, &s->frames[i], out + used, size - used)) {
            out[used] = '\0';
            return;
        }
        used += strlen(out + used);
    }
}

static schakel_status fail(const scanner *s, schakel_error *error)
{
    char path[sizeof error->path];
    size_t line, column;
    write_pointer(s, path, sizeof path);
    sk_fail(error, s->status, path, "%s", s->problem);
    sk_position(s->text, s->at, &line, &column);
    sk_error_at(error, line, column, s->at);
    return s->status;
}

schakel_status sk_json_scan(const char *text, size_t length, size_t depth_max, schakel_error *error)
{
    scanner s;
    s.text = text;
    s.length = length;
    s.at = s.depth = 0;
    s.depth_max = depth_max;
    s.next = EXPECT_VALUE;
    s.status = SCHAKEL_OK;
    if (!sk_utf8_valid(text, length, &s.at))
        refuse(&s, SCHAKEL_SYNTAX, "expected UTF-8");
    else if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        refuse(&s, SCHAKEL_SYNTAX, "expected no byte order mark");
    else
        run(&s, SIZE_MAX);
    return s.status == SCHAKEL_OK ? SCHAKEL_OK : fail(&s, error);
}

void sk_json_pointer(const char *text, size_t length, size_t offset, char *out, size_t size)
{
    scanner s;
    s.text = text;
    s.length = length;
    s.at = s.depth = 0;
    s.depth_max = SCHAKEL_NESTING_MAX;
    s.next = EXPECT_VALUE;
    run(&s, offset);
    write_pointer(&s, out, size);
}

/* ----------------------------------------------------------------- scanned text */

const char *sk_json_skip_space(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
        at++;
    return at;
}

/* What a byte means to somebody who skips: most mean nothing. */
enum { SKIP_QUOTE = 1, SKIP_BACKSLASH = 2, SKIP_OPEN = 3, SKIP_CLOSE = 4, SKIP_END = 5 };
static const unsigned char meaning[256] = {
    ['"'] = SKIP_QUOTE, ['\\'] = SKIP_BACKSLASH, ['{'] = SKIP_OPEN, ['['] = SKIP_OPEN,
    ['}'] = SKIP_CLOSE, [']'] = SKIP_CLOSE,      [','] = SKIP_END,  [' '] = SKIP_END,
    ['\n'] = SKIP_END,  ['\r'] = SKIP_END,       ['\t'] = SKIP_END};

static unsigned meaning_of(char c)
{
    return meaning[(unsigned char)c];
}

/* From the first quote to after the last. */
static const char *skip_string(const char *at)
{
    for (at++; *at != '"'; at++)
        at += *at == '\\';
    return at + 1;
}

static const char *skip_scalar(const char *at, const char *end)
{
    while (at < end && meaning_of(*at) < SKIP_CLOSE)
        at++;
    return at;
}

const char *sk_json_skip_value(const char *at, const char *end)
{
    size_t depth = 0;
    if (*at == '"')
        return skip_string(at);
    if (meaning_of(*at) != SKIP_OPEN)
        return skip_scalar(at, end);
    for (;;) {
        unsigned what = meaning_of(*at);
        if (what == SKIP_QUOTE) {
            at = skip_string(at);
            continue;
        }
        at++;
        if (what == SKIP_OPEN)
            depth++;
        else if (what == SKIP_CLOSE && --depth == 0)
            return at;
    }
}
