/* What the words of a stretch add to the concepts. */
#include "expertise/cue_words.h"
#include "expertise/reading.h"

/* How much of what is missing in its score a kind of concept gets that is rather meant. */
enum { PREFERRED = 150 };
/* Of occupations by a wording of something that people do, when nothing tells of work. */
enum { NO_JOB = 920 };
/* Of activities when work is all that is told of. */
enum { NO_PASTIME = 900 };
/* What is left of a word that is part of a longer wording. */
enum { WITHIN_LONGER = 500 };
/* Of a language in which something else is offered. */
enum { MEANS = 600 };
/* Of words by themselves: for occupations when nothing or only a pastime is told of, for activities when work is. */
enum { WORD_NO_JOB = 950, WORD_HOBBY = 850, WORD_JOB = 850 };
/* A word with less tells nothing. */
enum { TELLING = 400, TELLING_QUALITY = 700 };

/* Keep evidence. The same words again make nothing surer: of one concept each term counts once. */
static int keep(sk_reading *r, const sk_evidence *found)
{
    uint32_t concept = r->expertise->patterns[found->pattern].concept;
    size_t kept = 0;
    for (uint32_t at = r->first[concept]; at != 0; at = r->evidence[at - 1].next, kept++) {
        sk_evidence *e = &r->evidence[at - 1];
        if (e->term != found->term || e->refused != found->refused)
            continue;
        if (e->word > found->word || (e->word == found->word && e->score < found->score)) {
            const uint32_t next = e->next;
            *e = *found;
            e->next = next;
        }
        return 1;
    }
    if (kept == SK_EVIDENCE_MAX)
        return 1;
    if (!sk_grow(r->segmenter.allocator, &r->evidence, &r->evidence_room, r->evidence_count + 1,
                 sizeof *r->evidence))
        return 0;
    r->evidence[r->evidence_count] = *found;
    r->evidence[r->evidence_count].next = r->first[concept];
    r->first[concept] = (uint32_t)++r->evidence_count;
    return 1;
}

/* "Ik ben", "ik werk": rather a job. "Graag", "thuis": rather something that is done for pleasure. */
static uint32_t kind_told(const sk_reading *r)
{
    uint32_t cues = 0;
    for (size_t i = 0; i < r->count; i++)
        cues |= r->cues[i] & (SK_WORD_JOB | SK_WORD_PASTIME);
    return cues;
}

static void prefer(sk_reading *r)
{
    uint32_t cues = kind_told(r);
    for (size_t i = 0; i < r->match_count; i++) {
        sk_match *m = &r->matches[i];
        const sk_pattern *p = &r->expertise->patterns[m->pattern];
        sk_root root = (sk_root)r->expertise->concepts[p->concept].root;
        if ((cues == SK_WORD_JOB && root == SK_ROOT_OCCUPATION) ||
            (cues == SK_WORD_PASTIME && root == SK_ROOT_ACTIVITY))
            m->score = (uint16_t)(m->score + (SK_WHOLE - m->score) * PREFERRED / SK_WHOLE);
        else if (cues == SK_WORD_JOB && root == SK_ROOT_ACTIVITY)
            m->score = (uint16_t)(m->score * NO_PASTIME / SK_WHOLE);
        else if (!(cues & SK_WORD_JOB) && root == SK_ROOT_OCCUPATION && p->kind != SK_PATTERN_LABEL)
            m->score = (uint16_t)(m->score * NO_JOB / SK_WHOLE);
    }
}

/* Where the name of a language is an adjective no language is meant, and else nothing else is. */
static int means_other(const sk_reading *r, size_t word, size_t word_count, uint32_t pattern)
{
    int is_language =
        r->expertise->concepts[r->expertise->patterns[pattern].concept].root == SK_ROOT_LANGUAGE;
    return r->named[word] && is_language == (r->language[word] == 0) && (is_language || word_count == 1);
}

/* "In het Turks": the language is not what is offered, but what it is offered in. */
static int is_means(const sk_reading *r, size_t word)
{
    for (size_t i = word; i > 0; i--) {
        if (r->cues[i - 1] & SK_WORD_IN)
            return 1;
        if (!(r->named[i - 1] || r->cues[i - 1] & (SK_WORD_EMPTY | SK_WORD_JOINS)))
            return 0;
    }
    return 0;
}

static int keep_matches(sk_reading *r)
{
    for (size_t i = 0; i < r->match_count; i++) {
        const sk_match *m = &r->matches[i];
        const sk_pattern *p = &r->expertise->patterns[m->pattern];
        sk_evidence found = {.pattern = m->pattern,
                             .term = r->expertise->slots[p->slot + p->anchor].terms[0],
                             .start = m->start,
                             .end = m->end,
                             .score = m->score,
                             .refused = (uint8_t)sk_is_refused(r, m)};
        if (r->language[m->anchor] != 0 && is_means(r, m->anchor))
            found.score = (uint16_t)(found.score * MEANS / SK_WHOLE);
        if (!means_other(r, m->anchor, m->word_count, m->pattern) && !keep(r, &found))
            return 0;
    }
    return 1;
}

/* What a word by itself is worth for a concept of its kind. */
static unsigned word_worth(const sk_reading *r, uint32_t concept, uint32_t kinds)
{
    sk_root root = (sk_root)r->expertise->concepts[concept].root;
    if (root == SK_ROOT_OCCUPATION)
        return kinds & SK_WORD_JOB ? SK_WHOLE : kinds & SK_WORD_PASTIME ? WORD_HOBBY : WORD_NO_JOB;
    return root == SK_ROOT_ACTIVITY && kinds == SK_WORD_JOB ? WORD_JOB : SK_WHOLE;
}

/* A word counts for every concept that has it in a wording, by how much of that wording it is. */
static int keep_word(sk_reading *r, size_t word, const sk_hit *hit, uint32_t kinds)
{
    const sk_term *t = &r->expertise->terms[hit->term];
    unsigned weight = (unsigned)t->weight * t->weight / SK_WHOLE * hit->quality / SK_WHOLE;
    size_t other = hit->other, refused = (r->refused[word] | r->refused[other]) != 0;
    if (r->longest[word] > 1)
        weight = weight * WITHIN_LONGER / SK_WHOLE;
    uint16_t *counted = &r->counted[hit->term + (refused ? r->expertise->term_count : 0)];
    if (t->concepts > SK_USES_MAX || *counted >= weight)
        return 1;
    *counted = (uint16_t)weight;
    for (size_t i = 0; i < t->use_count; i++) {
        const sk_use *use = &r->expertise->uses[t->use + i];
        const sk_token *a = &r->tokens[word < other ? word : other],
                       *b = &r->tokens[word < other ? other : word];
        const sk_evidence found = {.pattern = use->pattern,
                                   .term = hit->term,
                                   .start = a->start,
                                   .end = b->end,
                                   .score = (uint16_t)(weight * use->share / SK_WHOLE *
                                                       word_worth(r, use->concept, kinds) / SK_WHOLE),
                                   .refused = (uint8_t)refused,
                                   .word = 1};
        if (found.score > 0 && !means_other(r, word, 1, use->pattern) && !keep(r, &found))
            return 0;
    }
    return 1;
}

void sk_note_telling(sk_reading *r)
{
    for (size_t i = 0; i < r->match_count; i++)
        r->told[r->matches[i].anchor] = 1;
    for (size_t i = 0; i < r->count; i++)
        for (size_t h = 0; h < r->hit_counts[i]; h++) {
            const sk_hit *hit = &r->hits[i * SK_HITS_MAX + h];
            if (hit->quality >= TELLING_QUALITY && r->expertise->terms[hit->term].weight >= TELLING)
                r->told[i] = 1;
        }
}

int sk_keep_evidence(sk_reading *r)
{
    uint32_t kinds = kind_told(r);
    prefer(r);
    if (!keep_matches(r))
        return 0;
    for (size_t i = 0; i < r->count; i++)
        for (size_t h = 0; h < r->hit_counts[i]; h++)
            if (!keep_word(r, i, &r->hits[i * SK_HITS_MAX + h], kinds))
                return 0;
    return 1;
}
