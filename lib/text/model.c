#include "text/model.h"

/*
 * Difficulty is a weighted sum of what is known to make Dutch hard to read: long sentences, hard
 * words, passives, officialese, nouns piled up, nobody addressed (Kim & Pander Maat 2025 for
 * which of these count most). Weights and limits are in words/model.tsv, with how they were fitted.
 */
/* A level is this many points; words at which half the doubt of a short text is gone; a reason of fewer points is none. */
enum { LEVEL_POINTS = 20, CONFIDENT_WORDS = 40, USUAL_WORDS = 10, REASON_LEAST = 2 };

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
        "mean-length", "longest", "above-a2", "above-b1", "unknown",  "passives", "formal",
        "address",     "links",   "abstract", "commas",   "brackets", "numbers",  "style",
        "participles", "adverbs", "everyday", "verbless", "far"};
    return feature < SK_FEATURES ? names[feature] : NULL;
}

/*
 * A short text says little: what it has or lacks may be chance. Its features are taken as if some
 * words of a usual text for A2 stood beside it.
 */
static void towards_usual(size_t words, double x[SK_FEATURES])
{
    double own = saturate((double)words, USUAL_WORDS);
    for (size_t i = 0; i < SK_FEATURES; i++)
        x[i] = sk_weights[i].usual + own * (x[i] - sk_weights[i].usual);
}

static size_t heavy_constructions(const sk_counts *n)
{
    return n->found[SCHAKEL_RULE_NOMINAL_STYLE] + n->found[SCHAKEL_RULE_IMPERSONAL] +
           n->found[SCHAKEL_RULE_ER_CONSTRUCTION] + n->found[SCHAKEL_RULE_PREPOSITION_CHAIN];
}

void sk_features(const sk_counts *n, double out[SK_FEATURES])
{
    size_t w = n->words, s = n->sentences;
    size_t wording = n->found[SCHAKEL_RULE_FORMAL_WORDING] + n->found[SCHAKEL_RULE_ABBREVIATION] +
                     n->found[SCHAKEL_RULE_UNCLEAR_TIME] + n->found[SCHAKEL_RULE_FIGURE_OF_SPEECH] +
                     n->found[SCHAKEL_RULE_NUMBER_WORDS] + n->found[SCHAKEL_RULE_GENDERED_WORDING];
    out[SK_BY_MEAN_LENGTH] = saturate(per(w, s), 12);
    out[SK_BY_LONGEST] = saturate((double)n->longest_sentence, 15);
    out[SK_BY_ABOVE_A2] = per(n->above_a2, w);
    out[SK_BY_ABOVE_B1] = per(n->above_b1, w);
    out[SK_BY_UNKNOWN] = per(n->unknown, w);
    out[SK_BY_PASSIVES] = saturate(per(n->passives, s), 0.5);
    out[SK_BY_FORMAL] = per(wording, w);
    out[SK_BY_ADDRESS] = per(n->address, w);
    out[SK_BY_LINKS] = per(n->function_links, w);
    out[SK_BY_ABSTRACT] = per(n->abstract_nouns, w);
    out[SK_BY_COMMAS] = per(n->commas, w);
    out[SK_BY_BRACKETS] = per(n->brackets, w);
    out[SK_BY_NUMBERS] = per(n->numbers, w);
    out[SK_BY_PARTICIPLES] = per(n->participles, w);
    out[SK_BY_ADVERBS] = per(n->adverbs, w);
    out[SK_BY_EVERYDAY] = per(n->everyday, w);
    out[SK_BY_VERBLESS] = per(n->verbless, s + 2); /* one alone may be a caption */
    out[SK_BY_FAR] = saturate(per(n->far, s), 6);
    out[SK_BY_STYLE] = saturate(per(heavy_constructions(n), s), 0.5);
    towards_usual(w, out);
}

/* Where the sum lies on the scale: a level every 20 points, straight between limits, ever slower beyond them. */
static double difficulty_of(double sum)
{
    const double *limits = sk_limits;
    const int last = SK_LIMITS - 1;
    if (sum < limits[0]) {
        double band = limits[1] - limits[0];
        return LEVEL_POINTS * band / (band + limits[0] - sum);
    }
    for (int i = 0; i < last; i++)
        if (sum < limits[i + 1])
            return LEVEL_POINTS * (i + 1 + (sum - limits[i]) / (limits[i + 1] - limits[i]));
    double band = limits[last] - limits[last - 1];
    return LEVEL_POINTS * (SK_LIMITS + 1 - band / (band + sum - limits[last]));
}

/* How far a difficulty is from the nearest limit between levels, 0 to 1: half a level or more is 1. */
static double clearness(double difficulty)
{
    double nearest = LEVEL_POINTS / 2;
    for (int i = 1; i <= SK_LIMITS; i++) {
        double away = difficulty - LEVEL_POINTS * i;
        away = away < 0 ? -away : away;
        nearest = away < nearest ? away : nearest;
    }
    return nearest / (LEVEL_POINTS / 2);
}

/*
 * How often the level of a text so long and so far from a limit was right, among texts and parts
 * of texts of known level. The curve has the shape of a logistic one without exp().
 */
static double confidence_of(size_t words, double difficulty)
{
    double length = saturate((double)words, CONFIDENT_WORDS), clear = clearness(difficulty);
    double z = sk_doubts[0] + sk_doubts[1] * length + sk_doubts[2] * clear + sk_doubts[3] * length * clear;
    return 0.5 + 0.5 * z / (1 + (z < 0 ? -z : z));
}

static double sum_of(const double x[SK_FEATURES])
{
    double sum = 0;
    for (size_t i = 0; i < SK_FEATURES; i++)
        sum += sk_weights[i].weight * x[i];
    return sum;
}

void sk_judge_text(const sk_counts *n, const double x[SK_FEATURES], schakel_verdict *out)
{
    /* Sums, products and quotients only, so that every machine gives the same figure. */
    out->difficulty = difficulty_of(sum_of(x));
    out->level = SCHAKEL_LEVEL_A1;
    for (int i = 1; i <= SK_LIMITS; i++)
        if (out->difficulty >= LEVEL_POINTS * i)
            out->level = (schakel_level)(SCHAKEL_LEVEL_A1 + i);
    out->confidence = confidence_of(n->words, out->difficulty);
}

/*
 * Points alone make no reason: in a text that lacks something they may come from a single word. What the
 * reason says must show in the figures as well. Norms for A2 are at most 10 words a sentence, no passives
 * and no subordinate clauses; readers follow a text when they know 95 to 98 of 100 words (Laufer 1989).
 */
typedef enum extent { NOT_THERE, THERE, MUCH } extent;

static extent extent_of(const sk_counts *n, sk_aspect aspect)
{
    enum { WORDS_OF_SENTENCE = 10, LONG_SENTENCE = 12, FAR = 4 };
    size_t w = n->words, s = n->sentences;
    double hard = per(n->above_a2 + n->unknown, w), passives = per(n->passive_sentences, s);
    switch (aspect) {
    case SK_ASPECT_SENTENCES:
        return per(w, s) > WORDS_OF_SENTENCE ? MUCH : n->longest_sentence > LONG_SENTENCE ? THERE : NOT_THERE;
    case SK_ASPECT_WORDS:
        return hard > 0.05 ? MUCH : hard > 0 ? THERE : NOT_THERE;
    case SK_ASPECT_PASSIVES:
        return passives > 0.25 ? MUCH : passives > 0 ? THERE : NOT_THERE;
    case SK_ASPECT_READER:
        return per(n->address, w) < sk_weights[SK_BY_ADDRESS].usual / 2 &&
                       per(n->numbers, w) < sk_weights[SK_BY_NUMBERS].usual
                   ? THERE
                   : NOT_THERE;
    case SK_ASPECT_CLAUSES:
        return per(n->subordinate_sentences, s) > 0.2 || per(n->far, s) > FAR ? THERE : NOT_THERE;
    case SK_ASPECT_STYLE:
        return n->abstract_nouns + heavy_constructions(n) > 0 ? THERE : NOT_THERE;
    default: /* officialese: its points are all of wordings that were found */
        return THERE;
    }
}

size_t sk_reasons(const sk_counts *n, const double x[SK_FEATURES], sk_reason out[SK_ASPECTS])
{
    double more[SK_ASPECTS + 1] = {0}, sum = sum_of(x), difficulty = difficulty_of(sum);
    size_t count = 0;
    if (difficulty < 2 * LEVEL_POINTS)
        return 0;
    for (size_t i = 0; i < SK_FEATURES; i++)
        more[sk_weights[i].aspect] += sk_weights[i].weight * (x[i] - sk_weights[i].usual);
    for (int aspect = 0; aspect < SK_ASPECTS; aspect++) {
        double points = difficulty - difficulty_of(sum - more[aspect]);
        extent found = extent_of(n, (sk_aspect)aspect);
        size_t at = count;
        if (points < REASON_LEAST || found == NOT_THERE)
            continue;
        for (; at > 0 && out[at - 1].points < points; at--)
            out[at] = out[at - 1];
        out[at] = (sk_reason){(sk_aspect)aspect, points, found == MUCH};
        count++;
    }
    return count;
}
