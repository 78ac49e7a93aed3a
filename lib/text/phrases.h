/* Looking up runs of words in the phrase lists. */
#ifndef SK_TEXT_PHRASES_H
#define SK_TEXT_PHRASES_H

#include <string.h>

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
 * What follows a key in the text, in lower case, for a quick look at many phrases. Only the first
 * `sure` bytes count: beyond them stands what only sk_phrase_end() can tell, such as marks that are
 * passed and letters outside ASCII.
 */
typedef struct sk_following {
    char text[SK_NEXT_SIZE];
    unsigned char sure, key_ends;
} sk_following;

sk_following sk_phrase_following(const char *text, size_t at, size_t end);

/* The first bytes of eight, as a mask. */
static inline uint64_t sk_first_bytes(size_t count)
{
    static const unsigned char masks[2 * SK_NEXT_SIZE] = {255, 255, 255, 255, 255, 255, 255, 255};
    uint64_t mask;
    memcpy(&mask, masks + SK_NEXT_SIZE - count, sizeof mask);
    return mask;
}

/*
 * How many phrases from this one on certainly do not stand before what follows their key; 0 when
 * this one may.
 */
static inline size_t sk_phrase_passed(const sk_phrase *phrase, const sk_following *following)
{
    uint64_t wanted, found;
    size_t length = (size_t)phrase->length - phrase->key_length;
    if (length == 0)
        return !(following->key_ends || following->sure == 0);
    if (length > following->sure)
        length = following->sure;
    memcpy(&wanted, phrase->next, sizeof wanted);
    memcpy(&found, following->text, sizeof found);
    uint64_t other = wanted ^ found;
    if ((other & sk_first_bytes(length)) == 0)
        return 0;
    if (following->sure < SK_ALIKE_LONG || phrase->alike == 0)
        return 1;
    if (other & sk_first_bytes(SK_ALIKE))
        return phrase->alike;
    return other & sk_first_bytes(SK_ALIKE_LONG) ? phrase->alike_long : 1;
}

/*
 * Does a phrase stand at `start`? Returns where it ends, or 0. Runs of white space count as one
 * space, curly and straight apostrophes are the same, emphasis marks and soft hyphens are passed.
 */
size_t sk_phrase_end(const sk_book *book, const sk_phrase *phrase, const char *text, size_t start,
                     size_t end);

#endif
