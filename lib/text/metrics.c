#include "text/check.h"

static double ratio(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

void sk_fill_metrics(const sk_counts *n, size_t bytes, schakel_metrics *out)
{
    out->bytes = bytes;
    out->words = n->words;
    out->sentences = n->sentences;
    out->paragraphs = n->paragraphs;
    out->syllables = n->syllables;
    out->letters = n->letters;
    out->longest_sentence = n->longest_sentence;
    out->words_per_sentence = ratio(n->words, n->sentences);
    out->syllables_per_word = ratio(n->syllables, n->words);
    out->letters_per_word = ratio(n->letters, n->words);
    out->hard_word_share = ratio(n->above_target, n->words);
    out->unknown_word_share = ratio(n->unknown, n->words);
    out->passive_share = ratio(n->passive_sentences, n->sentences);
    out->subordinate_share = ratio(n->subordinate_sentences, n->sentences);
    if (n->words == 0)
        return;
    /* Douma, De leesbaarheid van landbouwbladen, 1960. */
    out->flesch_douma = 206.84 - 77 * out->syllables_per_word - 0.93 * out->words_per_sentence;
    /* Brouwer, Onderzoek naar de leesmoeilijkheden van Nederlands proza, 1963. */
    out->leesindex_a = 195 - 2 * out->words_per_sentence - 200.0 / 3 * out->syllables_per_word;
}
