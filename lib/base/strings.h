/* Interned strings and a hash index from ids to numbers. */
#ifndef SK_BASE_STRINGS_H
#define SK_BASE_STRINGS_H

#include "base/memory.h"

/* A text and its hash, so that growing and most misses need not read the text again. */
typedef struct sk_string_slot {
    const char *text;
    size_t hash;
} sk_string_slot;

/* Each different text once; equal texts have equal pointers. */
typedef struct sk_strings {
    sk_arena arena;
    sk_string_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
} sk_strings;

void sk_strings_init(sk_strings *strings, const schakel_allocator *allocator);
void sk_strings_destroy(sk_strings *strings);
/* The one copy of a text; NULL when memory ran out. */
const char *sk_strings_intern(sk_strings *strings, const char *text);
/* The one copy when it is there already, else NULL. */
const char *sk_strings_find(const sk_strings *strings, const char *text);

/* From an interned text to a number. Keys are compared by pointer. */
typedef struct sk_index_slot {
    const char *key;
    size_t value;
} sk_index_slot;

typedef struct sk_index {
    const schakel_allocator *allocator;
    sk_index_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
} sk_index;

void sk_index_init(sk_index *index, const schakel_allocator *allocator);
void sk_index_destroy(sk_index *index);
/* Make sure that one more key fits. Returns 0 when memory ran out. */
int sk_index_reserve(sk_index *index);
/* Set a key for which there is room; a key that is there gets the new value. */
void sk_index_set(sk_index *index, const char *key, size_t value);
/* The value of a key, or (size_t)-1. */
size_t sk_index_get(const sk_index *index, const char *key);
/* Remove a key that is there. */
void sk_index_remove(sk_index *index, const char *key);

#endif
