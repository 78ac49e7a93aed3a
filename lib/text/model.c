#include "text/model.h"

/*
 * Difficulty is a weighted sum of what is known to make Dutch hard to read: long sentences, hard
 * words, passives, officialese, nouns piled up, nobody addressed (Kim & Pander Maat 2025 for
 * which of these count most). The weights were fitted by logistic regression on pairs of a hard
 * and an easier wording of the same text, each held to the sign that reading research gives it.
 */
static double per(size_t part, size_t whole)
{
    return (double)part / (double)(whole == 0 ? 1 : whole);
}

/* Grows from 0 to 1 and ever slower, so that one extreme sentence cannot tip a text. */
static double saturate(double value, double half)
{
    return value / (value + half);
}

const char *sk_feature_name(size_t feature)
{
    static const char names[SK_FEATURES][16] = {
        "mean-length", "longest",  "above-a2",   "above-b1", "unknown", "level",
        "passives",    "formal",   "syllables",  "letters",  "address", "prepositions",
        "links",       "abstract", "long-words", "commas",   "finite",  "subordinate",
        "density",     "nouns",    "brackets",   "numbers",  "pincers", "style"};
    return feature < SK_FEATURES ? names[feature] : NULL;
}

void sk_features(const sk_counts *n, double out[SK_FEATURES])
{
    size_t w = n->words, s = n->sentences;
    size_t style = n->found[SCHAKEL_RULE_NOMINAL_STYLE] + n->found[SCHAKEL_RULE_IMPERSONAL] +
                   n->found[SCHAKEL_RULE_ER_CONSTRUCTION] + n->found[SCHAKEL_RULE_PREPOSITION_CHAIN] +
                   n->found[SCHAKEL_RULE_UNCLEAR_REFERENCE];
    out[SK_BY_MEAN_LENGTH] = saturate(per(w, s), 12);
    out[SK_BY_LONGEST] = saturate((double)n->longest_sentence, 15);
    out[SK_BY_ABOVE_A2] = per(n->above_a2, w);
    out[SK_BY_ABOVE_B1] = per(n->above_b1, w);
    out[SK_BY_UNKNOWN] = per(n->unknown, w);
    out[SK_BY_LEVEL] = per(n->content_level, n->content) / 4;
    out[SK_BY_PASSIVES] = saturate(per(n->passives, s), 0.5);
    out[SK_BY_FORMAL] = saturate(per(n->formal, w), 0.05);
    out[SK_BY_SYLLABLES] = per(n->syllables, w) - 1;
    out[SK_BY_LETTERS] = per(n->letters, w) / 10;
    out[SK_BY_ADDRESS] = per(n->address, w);
    out[SK_BY_PREPOSITIONS] = per(n->prepositions, w);
    out[SK_BY_LINKS] = per(n->function_links, w);
    out[SK_BY_ABSTRACT] = per(n->abstract_nouns, w);
    out[SK_BY_LONG_WORDS] = per(n->long_words, w);
    out[SK_BY_COMMAS] = per(n->commas, w);
    out[SK_BY_FINITE] = per(n->finite, w);
    out[SK_BY_SUBORDINATE] = saturate(per(n->subordinate_clauses, s), 0.5);
    out[SK_BY_DENSITY] = saturate(per(n->content, n->finite == 0 ? 1 : n->finite), 4);
    out[SK_BY_NOUNS] = per(n->nouns, w);
    out[SK_BY_BRACKETS] = per(n->brackets, w);
    out[SK_BY_NUMBERS] = per(n->numbers, w);
    out[SK_BY_PINCERS] = saturate(per(n->found[SCHAKEL_RULE_PINCER], s), 0.5);
    out[SK_BY_STYLE] = saturate(per(style, s), 0.5);
}

static const double weights[SK_FEATURES] = {
    [SK_BY_MEAN_LENGTH] = 3.5,  /* words per sentence */
    [SK_BY_LONGEST] = 3.3,      /* words in the longest sentence */
    [SK_BY_ABOVE_A2] = 2.55,    /* share of words first met at B1 or later */
    [SK_BY_ABOVE_B1] = 1.95,    /* the same for B2 */
    [SK_BY_UNKNOWN] = 1.05,     /* share of words in no list */
    [SK_BY_PASSIVES] = 4.3,     /* passives per sentence */
    [SK_BY_FORMAL] = 1.7,       /* officialese per word */
    [SK_BY_SYLLABLES] = 0.87,   /* syllables per word, over one */
    [SK_BY_ADDRESS] = -2.1,     /* share of u, je, wij, ... */
    [SK_BY_PREPOSITIONS] = 0.5, /* share of prepositions */
    [SK_BY_LINKS] = 1.8,        /* share of van, door, ten, ter */
    [SK_BY_ABSTRACT] = 0.85,    /* share of nouns in -ing, -heid, -atie, ... */
    [SK_BY_LONG_WORDS] = 0.4,   /* share of words of ten letters or more */
    [SK_BY_COMMAS] = 1.36,      /* commas per word */
    [SK_BY_FINITE] = -0.43,     /* share of words that can be finite verbs */
    [SK_BY_SUBORDINATE] =
        0.25, /* subordinate clauses per sentence; by the norm for A2, the pairs are silent */
};

/* The sum of a text half-way: sentences of about fourteen words, some of them hard. */
static const double half_way = 4.9;
static const double least = 0.3; /* keeps the sum of the easiest texts above 0 */

/*
 * Up to these difficulties a text is A1, A2, B1, B2. The limit of A2 is where sentences of ten to
 * twelve everyday words lie, the longest that Dutch norms for A2 allow.
 */
static const double limits[] = {20, 40, 60, 80};

/* Words at which half the doubt about the level is gone. */
enum { CONFIDENT_WORDS = 60 };

void sk_judge_text(const sk_counts *n, const double x[SK_FEATURES], schakel_verdict *out)
{
    double sum = least;
    for (size_t i = 0; i < SK_FEATURES; i++)
        sum += weights[i] * x[i];
    if (sum < 0)
        sum = 0;
    /* From 0 to 100 without exp(), so that every machine gives the same figure. */
    out->difficulty = 100 * sum * sum / (sum * sum + half_way * half_way);
    out->level = SCHAKEL_LEVEL_A1;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        if (out->difficulty >= limits[i])
            out->level = (schakel_level)(SCHAKEL_LEVEL_A2 + (int)i);
    out->confidence = saturate((double)n->words, CONFIDENT_WORDS);
}
