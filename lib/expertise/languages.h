/* The table of names that generate_languages makes out of languages.tsv, in the order of the names (by byte). */
#ifndef SK_EXPERTISE_LANGUAGES_H
#define SK_EXPERTISE_LANGUAGES_H

#include <stddef.h>

typedef struct sk_language_name {
    char name[40]; /* in plain letters */
    char tag[8];
} sk_language_name;

extern const sk_language_name sk_language_names[];
extern const size_t sk_language_name_count;

#endif
