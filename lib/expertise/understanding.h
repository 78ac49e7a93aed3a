/* What a text was found to say. */
#ifndef SK_EXPERTISE_UNDERSTANDING_H
#define SK_EXPERTISE_UNDERSTANDING_H

#include "expertise/reading.h"

typedef struct sk_told_evidence {
    size_t start, end;
    const char *wording;
    int32_t score;
} sk_told_evidence;

typedef struct sk_told_concept {
    const char *id, *label_nl, *label_en;
    int32_t score, excluded;
    size_t first, count; /* in the evidence */
} sk_told_concept;

typedef struct sk_told_language {
    const char *tag;
    size_t start, end;
    int32_t excluded;
} sk_told_language;

struct schakel_understanding {
    schakel_allocator allocator; /* first, as in every handle */
    sk_arena arena;
    sk_told_concept *concepts;
    sk_told_evidence *evidence;
    sk_told_language *languages;
    size_t concept_count, language_count;
};

/* From what was read to what is told. Returns 0 when memory ran out. */
int sk_rank(sk_reading *reading, const schakel_understand_options *options, schakel_understanding *out);

#endif
