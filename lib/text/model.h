/* From counts to difficulty and level. */
#ifndef SK_TEXT_MODEL_H
#define SK_TEXT_MODEL_H

#include "text/check.h"

/* What the model looks at, in the order of the rows of words/model.tsv. */
enum {
    SK_BY_MEAN_LENGTH,
    SK_BY_LONGEST,
    SK_BY_ABOVE_A2,
    SK_BY_ABOVE_B1,
    SK_BY_UNKNOWN,
    SK_BY_PASSIVES,
    SK_BY_FORMAL,
    SK_BY_ADDRESS,
    SK_BY_LINKS,
    SK_BY_ABSTRACT,
    SK_BY_COMMAS,
    SK_BY_BRACKETS,
    SK_BY_NUMBERS,
    SK_BY_STYLE,
    SK_BY_PARTICIPLES,
    SK_BY_ADVERBS,
    SK_BY_EVERYDAY,
    SK_BY_VERBLESS,
    SK_BY_FAR,
    SK_FEATURES
};
_Static_assert(SK_FEATURES <= (int)SK_FEATURES_MAX, "a report has no room for every feature");

/* The name of a feature as words/model.tsv has it; NULL for a number that is none. */
const char *sk_feature_name(size_t feature);
void sk_features(const sk_counts *counts, double out[SK_FEATURES]);
/* What makes a text harder than a text for A2 usually is, by how many points, and whether there is much of it. */
typedef struct sk_reason {
    sk_aspect aspect;
    double points;
    int much;
} sk_reason;
/* The reasons of a text above A2, the heaviest first; returns how many. */
size_t sk_reasons(const sk_counts *counts, const double features[SK_FEATURES], sk_reason out[SK_ASPECTS]);
/* Difficulty, level and confidence; the counts have words. */
void sk_judge_text(const sk_counts *counts, const double features[SK_FEATURES], schakel_verdict *out);

#endif
