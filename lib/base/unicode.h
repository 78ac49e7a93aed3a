/* The little that every room needs of Unicode. */
#ifndef SK_BASE_UNICODE_H
#define SK_BASE_UNICODE_H

#include <stddef.h>
#include <stdint.h>

/* Is this UTF-8 (no surrogates, nothing over U+10FFFF, nothing overlong)? On 0, *bad_offset is the first bad byte. */
int sk_utf8_valid(const char *text, size_t length, size_t *bad_offset);
/* The largest length not over `length` that does not cut a character in two. */
size_t sk_utf8_cut(const char *text, size_t length);
/* What sk_utf8_next() does for characters outside ASCII. */
size_t sk_utf8_next_high(const char *text, size_t length, uint32_t *code_point);

/* The code point at text[0..length), length over 0, and how many bytes it has; broken UTF-8 is U+FFFD of one byte. */
static inline size_t sk_utf8_next(const char *text, size_t length, uint32_t *code_point)
{
    *code_point = (unsigned char)text[0];
    return *code_point < 0x80 ? 1 : sk_utf8_next_high(text, length, code_point);
}

/*
 * A word as it is compared: small letters without their marks (coördinator, Coordinator), ß and its like in
 * two letters. Writes at most `room` bytes and no NUL; returns how many, or 0 when it does not fit.
 */
size_t sk_utf8_plain(const char *text, size_t length, char *out, size_t room);

/* Where the next LF or CR stands, from `at` on; `end` when there is none before it. */
size_t sk_line_end(const char *text, size_t at, size_t end);

/* Where a walk along a text is; begin with {0, 1, 0}. Lines end at LF, CR LF or CR. */
typedef struct sk_line_walk {
    size_t at;
    size_t line;  /* from 1 */
    size_t start; /* offset of the line's first byte */
} sk_line_walk;

/* Walk on to an offset that is not behind. `length` is as far as the text may be read. */
void sk_line_walk_to(sk_line_walk *walk, const char *text, size_t length, size_t offset);
/* Line and byte column, both from 1, of an offset; nothing from there on is read. */
void sk_position(const char *text, size_t offset, size_t *line, size_t *column);

/* The small letter of an ASCII capital; any other byte as it is. */
static inline char sk_ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

#endif
