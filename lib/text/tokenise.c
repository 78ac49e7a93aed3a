#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "text/lexicon.h"
#include "text/scan.h"

/*
 * Words are found by a pass of our own over ASCII and Latin letters, which keeps Dutch things
 * whole that the general rules of Unicode (UAX 29) cut: luizen-ouder, foto's, 19.30, 03-04-2026,
 * d.w.z., info@school.nl. Every other script is cut by ICU's word iterator.
 */

void sk_segmenter_init(sk_segmenter *segmenter, const schakel_allocator *allocator, const char *text)
{
    memset(segmenter, 0, sizeof *segmenter);
    segmenter->allocator = allocator;
    segmenter->text = text;
}

void sk_segmenter_destroy(sk_segmenter *segmenter)
{
    sk_free(segmenter->allocator, segmenter->tokens);
    sk_free(segmenter->allocator, segmenter->forms);
    if (segmenter->break_iterator != NULL)
        ubrk_close(segmenter->break_iterator);
}

static void keep(sk_word_scan *w, char c)
{
    if (w->length < SK_FORM_MAX)
        w->form[w->length] = c;
    w->length++;
}

static void keep_character(sk_word_scan *w, UChar32 c)
{
    uint8_t bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    for (int32_t i = 0; i < length; i++)
        keep(w, (char)bytes[i]);
}

/* A letter with its mark apart (e and U+0308) becomes the one letter that lists hold. */
static void keep_mark(sk_word_scan *w, UChar32 mark)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status) || w->length == 0 || w->length > SK_FORM_MAX ||
        (unsigned char)w->form[w->length - 1] >= 0x80)
        return;
    UChar32 composed = unorm2_composePair(nfc, (unsigned char)w->form[w->length - 1], mark);
    if (composed < 0)
        return;
    w->length--;
    keep_character(w, composed);
}

/* A character outside ASCII within a word. Returns 0 when the word ends before it. */
static int scan_high(sk_scan *s, sk_word_scan *w)
{
    size_t next;
    UChar32 c = sk_decode(s, s->at, &next);
    if (sk_is_latin(c)) {
        UChar32 small = u_tolower(c);
        w->capitals += small != c;
        w->first_capital |= small != c && w->letters == 0;
        w->letters++;
        keep_character(w, small);
    } else if (c >= 0x300 && c <= 0x36F && w->letters > 0) {
        keep_mark(w, c);
    } else if ((c == 0x2019 || c == 0x2010 || c == 0x2011) && sk_letter_at(s, next)) {
        keep(w, c == 0x2019 ? '\'' : '-');
    } else if (c != 0xAD || w->letters == 0) { /* a soft hyphen is as good as nothing */
        return 0;
    }
    s->at = next;
    return 1;
}

/* A run of small letters of ASCII, which most words are. */
static void scan_letters(sk_scan *s, sk_word_scan *w)
{
    size_t at = s->at;
    while (at < s->end && s->text[at] >= 'a' && s->text[at] <= 'z') {
        if (w->length < SK_FORM_MAX)
            w->form[w->length] = (char)s->text[at];
        w->length++;
        at++;
    }
    w->letters += at - s->at;
    s->at = at;
}

/* Letters, digits and what may join them. */
static void scan_word(sk_scan *s, sk_word_scan *w)
{
    while (s->at < s->end) {
        unsigned char c = s->text[s->at];
        switch (sk_class_of(c)) {
        case SK_C_LETTER:
            scan_letters(s, w);
            continue;
        case SK_C_CAPITAL:
            w->first_capital |= w->letters + w->digits == 0;
            w->letters++;
            w->capitals++;
            keep(w, (char)(c + 32));
            break;
        case SK_C_DIGIT:
            w->digits++;
            keep(w, (char)c);
            break;
        case SK_C_HIGH:
            if (!scan_high(s, w))
                return;
            continue;
        default: {
            /* Hyphens and apostrophes join letters; dots, commas and the like join digits only. */
            int joins = c == '-' || c == '\'';
            if ((c == '.' || c == ',' || c == ':' || c == '/') && s->at > 0)
                joins = sk_class_of(s->text[s->at - 1]) == SK_C_DIGIT && s->at + 1 < s->end &&
                        sk_class_of(s->text[s->at + 1]) == SK_C_DIGIT;
            if (!joins || !sk_letter_at(s, s->at + 1))
                return;
            keep(w, (char)c);
        }
        }
        s->at++;
    }
}

static void hash_form(const sk_word_scan *w, sk_token *token)
{
    uint32_t hash = SK_HASH_START;
    size_t length = w->length < SK_FORM_MAX ? w->length : SK_FORM_MAX;
    int in_key = 1;
    for (size_t i = 0; i < length; i++) {
        /* What joins letters and digits lies before the digits in ASCII, but for the colon. */
        if (in_key && (unsigned char)w->form[i] <= ':' && !sk_is_key_byte((unsigned char)w->form[i])) {
            token->key = hash;
            in_key = 0;
        }
        hash = SK_HASH_STEP(hash, w->form[i]);
    }
    token->hash = hash;
    if (in_key)
        token->key = hash;
}

sk_token *sk_open_token(sk_scan *s, sk_word_scan *w)
{
    sk_segmenter *g = s->segmenter;
    if ((g->token_count == g->token_room &&
         !sk_grow(g->allocator, &g->tokens, &g->token_room, g->token_count + 1, sizeof *g->tokens)) ||
        (g->form_room - g->form_used <= SK_FORM_MAX &&
         !sk_grow(g->allocator, &g->forms, &g->form_room, g->form_used + SK_FORM_MAX + 1, 1)))
        return NULL;
    sk_token *token = &g->tokens[g->token_count];
    memset(token, 0, sizeof *token);
    memset(w, 0, sizeof *w);
    w->form = g->forms + g->form_used;
    token->gap = (uint16_t)(s->gap | (s->closed_after_mark ? SK_GAP_CLOSED_AFTER : 0));
    token->form = (uint32_t)g->form_used;
    token->word = SK_NO_WORD;
    s->gap = 0;
    s->closed_after_mark = 0;
    return token;
}

void sk_close_token(sk_scan *s, sk_token *token, const sk_word_scan *w, size_t end)
{
    sk_segmenter *g = s->segmenter;
    size_t letters = w->letters + w->digits;
    token->end = (uint32_t)end;
    token->letters = (uint16_t)(letters < UINT16_MAX ? letters : UINT16_MAX);
    if (w->length <= SK_FORM_MAX && token->kind != SK_TOKEN_ADDRESS && w->length > 0) {
        token->form_length = (uint8_t)w->length;
        g->form_used += w->length;
        sk_token_look_up(token, w->form);
    }
    if (w->first_capital)
        token->shape |= SK_SHAPE_CAPITAL;
    if (w->letters > 1 && w->capitals == w->letters)
        token->shape |= SK_SHAPE_CAPITALS;
    if (g->token_count == 0 || sk_sentence_ends(token - 1, token))
        token->shape |= SK_SHAPE_FIRST;
    g->token_count++;
}

static int take_word(sk_scan *s, size_t start)
{
    sk_word_scan w;
    uint32_t gap = s->gap;
    sk_token *token = sk_open_token(s, &w);
    if (token == NULL)
        return 0;
    token->start = (uint32_t)start;
    if (start < s->at)
        keep(&w, '\''); /* 's, 't */
    scan_word(s, &w);
    hash_form(&w, token);
    token->kind = w.digits > 0 ? SK_TOKEN_NUMBER : SK_TOKEN_WORD;
    sk_scan_special(s, &w, token, gap);
    sk_close_token(s, token, &w, s->at);
    return 1;
}

/* 's, 't, 'n and their like begin with the apostrophe. Returns its length in bytes, or 0. */
static size_t leading_apostrophe(const sk_scan *s)
{
    const unsigned char *here = s->text + s->at;
    size_t left = s->end - s->at, length = here[0] == '\'' ? 1 : 0;
    if (left > 3 && here[0] == 0xE2 && here[1] == 0x80 && (here[2] == 0x98 || here[2] == 0x99))
        length = 3;
    if (length == 0 || left <= length || strchr("stnkmr", here[length]) == NULL || here[length] == '\0')
        return 0;
    return sk_letter_at(s, s->at + length + 1) ? 0 : length;
}

int sk_tokenise(sk_segmenter *segmenter, const sk_unit *unit)
{
    sk_scan s = {segmenter, (const unsigned char *)segmenter->text, unit->start, unit->end, unit->start, 0, 0,
                 0};
    segmenter->token_count = 0;
    segmenter->form_used = 0;
    while (s.at < s.end) {
        unsigned char c = s.text[s.at];
        sk_byte_class kind = sk_class_of(c);
        size_t start = s.at, apostrophe = 0, next;
        if (kind == SK_C_SPACE || kind == SK_C_OTHER || (kind == SK_C_HIGH && c == 0xE2)) {
            apostrophe = c == '\'' || c == 0xE2 ? leading_apostrophe(&s) : 0;
            if (apostrophe == 0 && kind != SK_C_HIGH) {
                sk_pass_ascii(&s, c);
                continue;
            }
            s.at += apostrophe;
        }
        if (kind == SK_C_HIGH && apostrophe == 0 && !sk_letter_at(&s, s.at)) {
            if (!sk_is_foreign_letter(sk_decode(&s, s.at, &next)))
                sk_pass_high(&s);
            else if (!sk_take_foreign(&s))
                return 0;
        } else if (!take_word(&s, start)) {
            return 0;
        }
    }
    return 1;
}

size_t sk_fold(const char *word, size_t length, char out[SK_FORM_MAX + 1])
{
    sk_scan s = {NULL, (const unsigned char *)word, 0, length, 0, 0, 0, 0};
    sk_word_scan w = {out, 0, 0, 0, 0, 0};
    size_t apostrophe = length > 0 ? leading_apostrophe(&s) : 0;
    if (apostrophe > 0)
        keep(&w, '\'');
    s.at = apostrophe;
    scan_word(&s, &w);
    return s.at == length && w.length <= SK_FORM_MAX ? w.length : 0;
}
