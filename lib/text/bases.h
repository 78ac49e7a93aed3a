/* From a form in a text to the words, as a dictionary has them, that it can be a form of. */
#ifndef SK_TEXT_BASES_H
#define SK_TEXT_BASES_H

#include "text/lexicon.h"

/* How a base was found. */
typedef enum sk_base_kind {
    SK_BASE_SAME,   /* the form itself */
    SK_BASE_LISTED, /* the lexicon has it */
    SK_BASE_PLURAL, /* by rule, of a word that is in no list: stukadoors, nurses */
    SK_BASE_RULE,   /* by rule, any other inflection: gestuct, baking */
    SK_BASE_PERSON, /* the same profession without its ending for a woman: lerares, kapster */
    SK_BASE_DEED    /* what somebody does who is named so, or what is done: bakker and bakken */
} sk_base_kind;

typedef struct sk_base {
    char text[SK_FORM_MAX + 1];
    uint8_t length;
    uint8_t kind; /* sk_base_kind */
} sk_base;

enum { SK_BASES_MAX = 40 };

/* The words of the lexicon that one of its forms belongs to: their numbers in sk_words. Returns how many, at least 1. */
size_t sk_listed_bases(uint32_t word, const uint32_t **numbers);

/* Is a form of the lexicon a word by itself? An uitje is rather that than a small ui. */
int sk_is_own_base(uint32_t word);

/*
 * All bases of a form in small letters, itself first. Those that the lexicon knows are sure; for
 * words that it does not know, Dutch or English, there are more than can be true: a caller takes
 * those that mean something to it. Returns how many, at least 1; a form too long for any list has
 * only itself, cut.
 */
size_t sk_bases(const char *form, size_t length, sk_base out[SK_BASES_MAX]);

#endif
