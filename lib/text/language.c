/* Is a unit Dutch? Frequent words tell: those of other languages against those that the lexicon knows. */
#include "text/check.h"

/*
 * Fewer words than this tell nothing; with this many in small letters (names have a capital), so few
 * known ones that it cannot be Dutch either.
 */
enum { WORDS_LEAST = 2, WORDS_MANY = 6, KNOWN_LEAST_PERCENT = 25 };

static uint32_t languages_of(uint32_t hash)
{
    uint32_t at = SK_HASH_SLOT(hash, sk_language_word_mask);
    for (; sk_language_words[at].languages != 0; at = (at + 1) & sk_language_word_mask)
        if (sk_language_words[at].hash == hash)
            return sk_language_words[at].languages;
    return 0;
}

static size_t count_languages(const sk_segmenter *g, size_t counts[SK_LANGUAGES_MAX])
{
    size_t words = 0;
    for (size_t i = 0; i < g->token_count; i++) {
        const sk_token *t = &g->tokens[i];
        if (t->kind != SK_TOKEN_WORD || t->form_length == 0)
            continue;
        words += !(t->shape & SK_SHAPE_CAPITAL);
        for (uint32_t set = languages_of(t->hash), k = 0; set != 0; set >>= 1, k++)
            counts[k] += set & 1;
    }
    return words;
}

/* Tuesday, September 22, 2026: among numbers and with a word that both languages have, it looks Dutch. */
static int is_half_known(const sk_segmenter *g)
{
    size_t words = 0, known = 0;
    for (size_t i = 0; i < g->token_count; i++) {
        words += g->tokens[i].kind == SK_TOKEN_WORD;
        known += g->tokens[i].kind == SK_TOKEN_WORD && g->tokens[i].word != SK_NO_WORD;
    }
    return 2 * known <= words && words > 0;
}

int sk_other_language(const sk_segmenter *g, int apart)
{
    size_t known = 0, foreign_script = 0;
    for (size_t i = 0; i < g->token_count; i++) {
        known += g->tokens[i].word != SK_NO_WORD || g->tokens[i].kind != SK_TOKEN_WORD;
        foreign_script += (g->tokens[i].shape & SK_SHAPE_FOREIGN) != 0;
    }
    /* Nearly every unit is Dutch: nothing more to look up. */
    if (apart ? !is_half_known(g) : 4 * known >= 3 * g->token_count)
        return SK_DUTCH;
    if (2 * foreign_script > g->token_count)
        return SK_UNDETERMINED;
    size_t counts[SK_LANGUAGES_MAX] = {0}, words = count_languages(g, counts), best = 0;
    for (size_t k = 1; k < sk_language_count; k++)
        if (counts[k] > counts[best])
            best = k;
    if (counts[best] >= WORDS_LEAST && counts[best] > known)
        return (int)best;
    if (apart)
        return SK_UNDETERMINED;
    return words >= WORDS_MANY && 100 * known < KNOWN_LEAST_PERCENT * g->token_count ? SK_UNDETERMINED
                                                                                     : SK_DUTCH;
}

void sk_find_other_language(sk_checking *c, int language)
{
    const sk_segmenter *g = &c->segmenter;
    size_t start = g->tokens[0].start, end = g->tokens[g->token_count - 1].end;
    schakel_report *r = c->report;
    c->other_words += g->token_count;
    if (g->token_count > c->other_most) {
        c->other_most = g->token_count;
        c->other_language = language;
    }
    /* Neighbouring units are one place. */
    if (c->in_other_language && !(c->silent >> SCHAKEL_RULE_OTHER_LANGUAGE & 1)) {
        r->findings[r->finding_count - 1].end = end;
        return;
    }
    c->in_other_language = 1;
    sk_find(c, SCHAKEL_RULE_OTHER_LANGUAGE, SCHAKEL_SEVERITY_HINT, start, end,
            "Dit stuk is niet in het Nederlands. Het is niet beoordeeld.",
            "This part is not in Dutch. It was not judged.", NULL);
}
