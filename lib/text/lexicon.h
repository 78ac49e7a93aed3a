/* What a word is and how hard it is. */
#ifndef SK_TEXT_LEXICON_H
#define SK_TEXT_LEXICON_H

#include "schakel/base.h"
#include "text/segment.h"

/* The number of a form (lower case) in sk_words, or SK_NO_WORD. */
uint32_t sk_word_find(uint32_t hash, const char *form, size_t length);

/* Fill word, flags, level and role of a token from the list. */
void sk_token_look_up(sk_token *token, const char *form);

/* A part of a compound. */
typedef struct sk_compound_part {
    uint8_t start;  /* in bytes, in the form */
    uint8_t length; /* without its link */
    uint8_t link;   /* of the linking letters after it: the s of verkeersles */
    uint8_t level;  /* schakel_level */
    uint32_t flags;
} sk_compound_part;

enum { SK_PARTS_MAX = 5 };

/* Cut a compound, whether it is listed or not, into words that are. Returns how many, 0 when it cannot be cut. */
size_t sk_compound_parts(const char *form, size_t length, sk_compound_part out[SK_PARTS_MAX]);

/*
 * A word that is in no list, as a derivation or compound of words that are.
 * Returns its level, or SCHAKEL_LEVEL_UNKNOWN; *flags are those of its last part.
 */
schakel_level sk_compound_level(const char *form, size_t length, uint32_t *flags);

/* Lower case as lists hold it, for one word; returns the length or 0 when it is too long for any list. */
size_t sk_fold(const char *word, size_t length, char out[SK_FORM_MAX + 1]);

#endif
