#include <string.h>

#include "text/phrases.h"
#include "text/scan.h"

/* Longer words are no abbreviations. */
enum { ABBREVIATION_MAX = 8 };

/* Weekdays, months, max. and min. are abbreviations next to a number only: zo. and max. also end sentences. */
static int needs_number(const sk_phrase *phrase)
{
    const char *pattern = sk_phrase_text + phrase->pattern;
    return phrase->kind == SK_KIND_WEEKDAY || phrase->kind == SK_KIND_MONTH || strcmp(pattern, "max.") == 0 ||
           strcmp(pattern, "min.") == 0;
}

static int number_beside(const sk_scan *s, size_t end, uint32_t gap)
{
    const sk_segmenter *g = s->segmenter;
    const sk_token *before = g->token_count > 0 ? &g->tokens[g->token_count - 1] : NULL;
    if (before != NULL && before->kind == SK_TOKEN_NUMBER && (gap & ~(uint32_t)SK_GAP_SPACE) == 0)
        return 1;
    while (end < s->end && s->text[end] == ' ')
        end++;
    return end < s->end && sk_class_of(s->text[end]) == SK_C_DIGIT;
}

/* An abbreviation of the list that reaches past the letters just read. */
static int listed_abbreviation(sk_scan *s, sk_token *token, uint32_t gap)
{
    const sk_book listed = sk_listed_phrases();
    const sk_phrase *phrase = sk_phrase_first(&listed, token->key);
    for (int more = phrase != NULL; more; more = phrase->more, phrase++) {
        if (phrase->list != SK_LIST_ABBREVIATION)
            continue;
        size_t end = sk_phrase_end(&listed, phrase, (const char *)s->text, token->start, s->end);
        if (end <= s->at || (needs_number(phrase) && !number_beside(s, end, gap)))
            continue;
        s->at = end;
        token->kind = SK_TOKEN_ABBREVIATION;
        token->phrase_kind = phrase->kind;
        return 1;
    }
    return 0;
}

/* Single letters with dots between, in no list: b.s.o., A.B. */
static void dotted_letters(sk_scan *s, const sk_word_scan *w, sk_token *token)
{
    size_t at = s->at;
    if (w->letters != 1 || w->length != 1)
        return;
    for (size_t next; at + 1 < s->end && s->text[at] == '.' && sk_letter_at(s, at + 1); at = next) {
        sk_decode(s, at + 1, &next);
        if (sk_letter_at(s, next))
            break;
    }
    if (at == s->at)
        return;
    s->at = at < s->end && s->text[at] == '.' ? at + 1 : at;
    token->kind = SK_TOKEN_ABBREVIATION;
    token->phrase_kind = SK_KIND_NONE;
}

static int is_address_byte(unsigned char c)
{
    return c > ' ' && strchr("<>()[]{}\"'|*`\\", c) == NULL;
}

/* Is this the start of a web or e-mail address: school.nl, https://, jan@ */
static int address_follows(const sk_scan *s, const sk_word_scan *w)
{
    size_t left = s->end - s->at;
    const unsigned char *here = s->text + s->at;
    if (left > 1 && here[0] == '@' && sk_letter_at(s, s->at + 1))
        return 1;
    if (left > 3 && memcmp(here, "://", 3) == 0)
        return 1;
    return left > 2 && here[0] == '.' && w->letters > 1 && sk_class_of(here[1]) == SK_C_LETTER &&
           sk_class_of(here[2]) == SK_C_LETTER;
}

static void scan_address(sk_scan *s)
{
    size_t stop = s->end - s->at > SK_ADDRESS_MAX ? s->at + SK_ADDRESS_MAX : s->end;
    size_t last = s->at;
    for (size_t at = s->at; at < stop && is_address_byte(s->text[at]); at++)
        if (strchr(".,;:!?", s->text[at]) == NULL)
            last = at + 1; /* an end mark after the address is the sentence's */
    /* Not through the middle of a character. */
    while (last < s->end && (s->text[last] & 0xC0) == 0x80)
        last++;
    s->at = last;
}

/* 010 - 000 00 00 is one number. */
static void scan_telephone(sk_scan *s, const sk_word_scan *w)
{
    size_t digits = w->digits, at = s->at;
    while (at < s->end && digits <= 15) {
        size_t blanks = at;
        while (blanks < s->end && blanks - at < 3 && (s->text[blanks] == ' ' || s->text[blanks] == '-'))
            blanks++;
        size_t group = blanks;
        while (group < s->end && sk_class_of(s->text[group]) == SK_C_DIGIT)
            group++;
        if (group == blanks || blanks == at || sk_letter_at(s, group))
            break;
        digits += group - blanks;
        at = group;
    }
    if (digits >= 9 && digits <= 15)
        s->at = at;
}

/* ouder(s): the bracketed ending belongs to the word. */
static void scan_optional_ending(sk_scan *s)
{
    size_t at = s->at + 1;
    while (at < s->end && at - s->at <= 2 && sk_class_of(s->text[at]) == SK_C_LETTER)
        at++;
    if (at > s->at + 1 && at < s->end && s->text[at] == ')')
        s->at = at + 1;
}

void sk_scan_special(sk_scan *s, sk_word_scan *w, sk_token *token, uint32_t gap)
{
    unsigned char next = s->at < s->end ? s->text[s->at] : ' ';
    if ((next == '.' || next == '/') && w->length <= ABBREVIATION_MAX && listed_abbreviation(s, token, gap))
        return;
    if (next == '.')
        dotted_letters(s, w, token);
    if (address_follows(s, w)) {
        token->kind = SK_TOKEN_ADDRESS;
        scan_address(s);
    } else if (w->digits > 1 && w->letters == 0 && (next == ' ' || next == '-') &&
               (w->form[0] == '0' || (token->start > 0 && s->text[token->start - 1] == '+'))) {
        scan_telephone(s, w);
    } else if (next == '(' && w->letters > 2) {
        scan_optional_ending(s);
    }
}
