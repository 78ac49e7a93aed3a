#include "text/check.h"

/* Shorter ones without a verb are greetings and names. */
enum { SENTENCE_LEAST = 5 };

static double ratio(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

/* How many words lie between the first and the last of the parts of a clause that belong together. */
static size_t clause_stretch(const sk_clause *clause)
{
    size_t first = clause->finite, last = clause->finite;
    if (clause->finite == SK_NOWHERE)
        return 0;
    if (clause->subject != SK_NOWHERE) {
        first = clause->subject < first ? clause->subject : first;
        last = clause->subject > last ? clause->subject : last;
    }
    if (clause->other_last != SK_NOWHERE && clause->other_last > last)
        last = clause->other_last;
    return last - first;
}

/* "Bel ons", "Vertel een verhaal": speaks to the reader as "u" does. "Kom je?" has its own. */
static int is_request(const sk_sentence *s)
{
    return s->count > 1 && s->analysis->tags[0] == SK_TAG_FINITE && sk_has(&s->tokens[0], SK_STEM) &&
           s->analysis->tags[1] != SK_TAG_SUBJECT;
}

/*
 * Is token i a participle that is not part of a perfect with hebben, which is how people tell what they did?
 * In "de school beslist" it is no participle.
 */
static int is_heavy_participle(const sk_sentence *s, size_t i)
{
    const uint32_t participle =
        SK_PARTICIPLE_PASSIVE | SK_PARTICIPLE_OTHER | SK_PARTICIPLE_INFLECTED | SK_PARTICIPLE_PRESENT;
    if (!sk_has(&s->tokens[i], participle) || (s->tokens[i].shape & SK_SHAPE_NAME) ||
        s->analysis->tags[i] == SK_TAG_FINITE)
        return 0;
    const sk_clause *clause = &s->analysis->clauses[s->analysis->clause_of[i]];
    return s->analysis->tags[i] != SK_TAG_PARTICIPLE || clause->finite == SK_NOWHERE ||
           s->tokens[clause->finite].role != SK_ROLE_HEBBEN;
}

/* "Groeten van directeur Vos van de basisschool": no sentence. */
int sk_is_greeting(const sk_sentence *s)
{
    uint32_t first = s->tokens[0].word;
    return first != SK_NO_WORD && (sk_words[first].cues & SK_CUE_EXCUSE) != 0;
}

void sk_count_clauses(const sk_sentence *s, sk_counts *n)
{
    size_t verbs = 0, farthest = 0;
    for (size_t i = 0; i < s->analysis->clause_count; i++) {
        size_t stretch = clause_stretch(&s->analysis->clauses[i]);
        const sk_clause *clause = &s->analysis->clauses[i];
        verbs += clause->finite != SK_NOWHERE;
        n->verbless += clause->finite == SK_NOWHERE &&
                       (clause->kind == SK_CLAUSE_SUBORDINATE || clause->kind == SK_CLAUSE_RELATIVE) &&
                       clause->end > clause->start + SENTENCE_LEAST;
        farthest = stretch > farthest ? stretch : farthest;
    }
    for (size_t i = 0; i < s->analysis->count; i++)
        n->participles += (size_t)is_heavy_participle(s, i);
    n->address += (size_t)is_request(s);
    n->far += farthest;
    n->verbless +=
        verbs == 0 && s->unit == SK_UNIT_PARAGRAPH && s->count >= SENTENCE_LEAST && !sk_is_greeting(s);
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
