/* Looking up runs of words in the phrase lists. */
#ifndef SK_TEXT_PHRASES_H
#define SK_TEXT_PHRASES_H

#include "text/tables.h"

/* Phrases to look up: the library's own, or those of a house style. */
typedef struct sk_book {
    const char *text; /* what the offsets in phrases point into */
    const sk_phrase *phrases;
    const uint32_t *slots;
    uint32_t slot_mask;
} sk_book;

static inline sk_book sk_listed_phrases(void)
{
    const sk_book book = {sk_phrase_text, sk_phrases, sk_phrase_slots, sk_phrase_slot_mask};
    return book;
}

/* Letters and digits: what a key consists of. */
static inline int sk_is_key_byte(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

/*
 * The first phrase with a key (the letters and digits that a form begins with), or NULL. The
 * others with that key follow it as long as `more` says so, longest first.
 */
const sk_phrase *sk_phrase_first(const sk_book *book, uint32_t key_hash, const char *form,
                                 size_t form_length);

/*
 * What follows a key in the text, in lower case, for a quick look at many phrases. `any` and
 * `any_second` are set where only sk_phrase_end() can tell: marks that are passed, letters outside ASCII.
 */
typedef struct sk_following {
    char first, second;
    unsigned char any, any_second, key_ends;
} sk_following;

sk_following sk_phrase_following(const char *text, size_t at, size_t end);

/* 0 when a phrase certainly does not stand before what follows its key. */
static inline int sk_phrase_possible(const sk_phrase *phrase, const sk_following *following)
{
    if (following->any)
        return 1;
    if (phrase->next[0] == '\0')
        return following->key_ends;
    return phrase->next[0] == following->first &&
           (following->any_second || phrase->next[1] == '\0' || phrase->next[1] == following->second);
}

/*
 * Does a phrase stand at `start`? Returns where it ends, or 0. Runs of white space count as one
 * space, curly and straight apostrophes are the same, emphasis marks and soft hyphens are passed.
 */
size_t sk_phrase_end(const sk_book *book, const sk_phrase *phrase, const char *text, size_t start,
                     size_t end);

#endif
