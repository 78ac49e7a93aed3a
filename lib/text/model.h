/* From counts to difficulty and level. */
#ifndef SK_TEXT_MODEL_H
#define SK_TEXT_MODEL_H

#include "text/check.h"

/* What the model looks at, each about 0 to 1. */
enum {
    SK_BY_MEAN_LENGTH,
    SK_BY_LONGEST,
    SK_BY_ABOVE_A2,
    SK_BY_ABOVE_B1,
    SK_BY_UNKNOWN,
    SK_BY_PASSIVES,
    SK_BY_FORMAL,
    SK_BY_SYLLABLES,
    SK_BY_ADDRESS,
    SK_BY_PREPOSITIONS,
    SK_BY_LINKS,
    SK_BY_ABSTRACT,
    SK_BY_LONG_WORDS,
    SK_BY_COMMAS,
    SK_BY_FINITE,
    SK_BY_SUBORDINATE,
    SK_FEATURES
};

void sk_features(const sk_counts *counts, double out[SK_FEATURES]);
/* Difficulty, level and confidence; the counts have words. */
void sk_judge_text(const sk_counts *counts, schakel_verdict *out);

#endif
