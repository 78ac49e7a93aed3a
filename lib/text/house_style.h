/* A school's own words, wordings, terms and choice of rules, and how a checker holds them. */
#ifndef SK_TEXT_HOUSE_STYLE_H
#define SK_TEXT_HOUSE_STYLE_H

#include "base/memory.h"
#include "base/unicode.h"
#include "schakel/text.h"
#include "text/phrases.h"

/* Phrases in memory of their own. Zeroed: none. */
typedef struct sk_own_phrases {
    sk_book book;
    char *text;
    sk_phrase *phrases;
    uint32_t *slots;
} sk_own_phrases;

/* Returns 0 when memory ran out; there is nothing to free then. */
int sk_own_phrases_make(sk_own_phrases *own, const schakel_house_style *style,
                        const schakel_allocator *allocator);
void sk_own_phrases_free(sk_own_phrases *own, const schakel_allocator *allocator);

/* The rules that must not speak, a bit each. */
uint64_t sk_house_style_silent(const schakel_house_style *style);

/* One line of a house style. */
typedef struct sk_entry {
    const char *pattern, *advice, *extra;
    sk_pattern_start start;
    uint8_t list, kind, exact;
    uint16_t group;
    uint32_t number; /* later ones win */
} sk_entry;

struct schakel_house_style {
    schakel_allocator allocator; /* first, as in every handle */
    sk_arena arena;
    sk_entry *entries;
    size_t count, room;
    uint64_t silent;
};

#endif
