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

/* The first phrase with a head, or NULL. The others follow it as long as `more` says so, longest first. */
static inline const sk_phrase *sk_phrase_first(const sk_book *book, uint32_t head)
{
    uint32_t at = SK_HASH_SLOT(head, book->slot_mask);
    for (uint32_t slot; (slot = book->slots[at]) != 0; at = (at + 1) & book->slot_mask)
        if (SK_SLOT_TAG(slot) == SK_SLOT_TAG(head) && book->phrases[SK_SLOT_NUMBER(slot) - 1].head == head)
            return &book->phrases[SK_SLOT_NUMBER(slot) - 1];
    return NULL;
}

/*
 * Does a phrase stand at `start`? Returns where it ends, or 0. Runs of white space count as one
 * space, curly and straight apostrophes are the same, emphasis marks and soft hyphens are passed.
 */
size_t sk_phrase_end(const sk_book *book, const sk_phrase *phrase, const char *text, size_t start,
                     size_t end);

#endif
