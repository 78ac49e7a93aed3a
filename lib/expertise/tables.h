/* The tables that generate_expertise makes out of languages.tsv, synonyms.tsv and hints.tsv. */
#ifndef SK_EXPERTISE_TABLES_H
#define SK_EXPERTISE_TABLES_H

#include <stddef.h>

/* In the order of the names (by byte). */
typedef struct sk_language_name {
    char name[40]; /* in plain letters */
    char tag[8];
} sk_language_name;

extern const sk_language_name sk_language_names[];
extern const size_t sk_language_name_count;

/* Words that go with a concept, in the order of the concepts (by byte). */
typedef struct sk_hint {
    const char *concept; /* without "schakel:" */
    const char *words;   /* parted by spaces */
} sk_hint;

extern const sk_hint sk_hints[];
extern const size_t sk_hint_count;

/* Groups of words in plain letters: a space behind each word, a line for each group. */
extern const char sk_synonyms[];

#endif
