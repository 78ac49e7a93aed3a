/* What the parts of the tokeniser share: where it is in a unit, and the word being read. */
#ifndef SK_TEXT_SCAN_H
#define SK_TEXT_SCAN_H

#include <unicode/utf8.h>

#include "base/unicode.h"
#include "text/segment.h"

/* Addresses and link targets are not looked for any further than this. */
enum { SK_ADDRESS_MAX = 2048 };

typedef enum sk_byte_class {
    SK_C_OTHER,
    SK_C_LETTER,
    SK_C_CAPITAL,
    SK_C_DIGIT,
    SK_C_SPACE,
    SK_C_HIGH
} sk_byte_class;

static inline sk_byte_class sk_class_of(unsigned char c)
{
    if (c >= 'a' && c <= 'z')
        return SK_C_LETTER;
    if (c >= 0x80)
        return SK_C_HIGH;
    if (c >= 'A' && c <= 'Z')
        return SK_C_CAPITAL;
    if (c >= '0' && c <= '9')
        return SK_C_DIGIT;
    return c == ' ' || (c >= '\t' && c <= '\r') ? SK_C_SPACE : SK_C_OTHER;
}

typedef struct sk_scan {
    sk_segmenter *segmenter;
    const unsigned char *text;
    size_t at, end;
    size_t line_start;
    uint32_t gap;
    int closed_after_mark;
    size_t no_target; /* up to here it is known that no link target ends */
} sk_scan;

/* What is being read of one word. */
typedef struct sk_word_scan {
    char *form;
    size_t length; /* of the form; may pass SK_FORM_MAX, but no more is kept */
    size_t letters, digits, capitals;
    int first_capital;
} sk_word_scan;

static inline UChar32 sk_decode(const sk_scan *s, size_t at, size_t *next)
{
    if (at >= s->end) {
        *next = at;
        return U_SENTINEL;
    }
    uint32_t c;
    *next = at + sk_utf8_next((const char *)s->text + at, s->end - at, &c);
    return (UChar32)c;
}

static inline int sk_is_latin(UChar32 c)
{
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF) || c == 0xAA ||
           c == 0xBA;
}

/* Can a word go on at a place: is there a Latin letter or a digit? */
static inline int sk_letter_at(const sk_scan *s, size_t at)
{
    size_t next;
    UChar32 c = sk_decode(s, at, &next);
    return c >= 0x80 ? sk_is_latin(c)
                     : c > 0 && sk_class_of((unsigned char)c) >= SK_C_LETTER &&
                           sk_class_of((unsigned char)c) <= SK_C_DIGIT;
}

/* Begin the next token, with the gap before it. */
sk_token *sk_open_token(sk_scan *s, sk_word_scan *w);
/* End the token that was begun last and add it to the others. */
void sk_close_token(sk_scan *s, sk_token *token, const sk_word_scan *w, size_t end);

/* Letters were read: are they the beginning of an abbreviation, address or telephone number? Reads that. */
void sk_scan_special(sk_scan *s, sk_word_scan *w, sk_token *token, uint32_t gap);
/* The letters of scripts that are cut by ICU. Returns 0 when memory ran out. */
int sk_is_foreign_letter(UChar32 c);
int sk_take_foreign(sk_scan *s);
/* Pass what stands between words, one character at a time, and note what it means. */
void sk_pass_ascii(sk_scan *s, unsigned char c);
void sk_pass_high(sk_scan *s);

#endif
