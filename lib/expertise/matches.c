/* From words to patterns, and which of those that share words is meant. */
#include <string.h>

#include "expertise/reading.h"

/*
 * A pattern of which less than COVER_LEAST is there is not meant. What a match says grows with the
 * weight of its words and is halved at HALF. Each word further apart costs DISTANCE.
 */
enum {
    COVER_LEAST = 700,
    COVER_FULL = 880,
    HALF = 200,
    DISTANCE = 25,
    OTHER_CLAUSE = 300,
    COVER_ONE_WORD = 950,
    COVER_PARTS = 600
};
/*
 * Wordings are a little less sure than labels, most of all a single word, which may be a thing that
 * is only mentioned; the parts of a compound are less than the whole.
 */
enum { WORDING = 950, ONE_WORD = 760, SPLIT = 800 };
/* What is left of a match whose words are all part of a longer one. */
enum { PART_OF_LONGER = 450 };

/* What it costs that two words stand apart, most of all with a verb between them that belongs to neither. */
static unsigned distance(const sk_reading *r, size_t a, size_t b)
{
    size_t first = a < b ? a : b, last = a < b ? b : a;
    unsigned cost = (unsigned)(last - first) * DISTANCE;
    return last > first + 1 && r->verbs[last] > r->verbs[first + 1] ? cost + OTHER_CLAUSE : cost;
}

static int has_word(const sk_match *m, size_t word)
{
    for (size_t i = 0; i < m->word_count; i++)
        if (m->words[i] == word)
            return 1;
    return 0;
}

/* May a word belong to a match: does no refusal part it from the others, but one of the wording itself? */
static int joins(const sk_reading *r, const sk_match *m, size_t word)
{
    if (r->refusal_count == 0 || r->expertise->patterns[m->pattern].refuses)
        return 1;
    for (size_t i = 0; i < m->word_count; i++)
        if (!sk_go_together(r, m->words[i], word))
            return 0;
    return 1;
}

/* The best way to fill a slot near a word: the quality, and the hit. */
static unsigned fill(const sk_reading *r, const sk_slot *slot, size_t near, const sk_match *m,
                     const sk_hit **hit, size_t *word)
{
    unsigned best = 0;
    size_t from = near > SK_NEAR ? near - SK_NEAR : 0, to = near + SK_NEAR + 1;
    for (size_t i = from; i < to && i < r->count; i++) {
        const sk_hit *hits = r->hits + i * SK_HITS_MAX;
        unsigned away = distance(r, i, near);
        for (size_t h = 0; h < r->hit_counts[i]; h++) {
            if (hits[h].quality <= best + away || (!hits[h].part && has_word(m, i)) || !joins(r, m, i) ||
                !joins(r, m, hits[h].other))
                continue;
            for (size_t n = 0; n < slot->count; n++)
                if (slot->terms[n] == hits[h].term) {
                    best = hits[h].quality - away;
                    *hit = &hits[h];
                    *word = i;
                }
        }
    }
    return best;
}

/* Two for each slot at most, so there is always room; compilers cannot see that. */
static void add_word(sk_match *m, size_t word)
{
    if (!has_word(m, word) && m->word_count < sizeof m->words)
        m->words[m->word_count++] = (uint8_t)word;
}

static void set_range(const sk_reading *r, sk_match *m)
{
    m->start = r->tokens[m->words[0]].start;
    m->end = r->tokens[m->words[0]].end;
    for (size_t i = 1; i < m->word_count; i++) {
        const sk_token *t = &r->tokens[m->words[i]];
        m->start = t->start < m->start ? t->start : m->start;
        m->end = t->end > m->end ? t->end : m->end;
    }
}

static unsigned score_of(const sk_pattern *p, unsigned cover, unsigned strength)
{
    static const uint16_t kinds[] = {SK_WHOLE, WORDING, 0, 0, SPLIT};
    unsigned score = SK_WHOLE * strength / (strength + HALF);
    score = score * cover / SK_WHOLE * cover / SK_WHOLE;
    if (p->kind == SK_PATTERN_WORDING && p->slot_count == 1)
        return score * ONE_WORD / SK_WHOLE;
    return score * kinds[p->kind] / SK_WHOLE;
}

static int try_pattern(sk_reading *r, uint32_t number, size_t anchor, const sk_hit *anchor_hit)
{
    const sk_pattern *p = &r->expertise->patterns[number];
    const sk_slot *slots = &r->expertise->slots[p->slot];
    sk_match m = {.pattern = number,
                  .hit = anchor_hit,
                  .anchor = (uint8_t)anchor,
                  .word_count = 1,
                  .words = {(uint8_t)anchor}};
    unsigned sum = 0, filled = 0;
    if (anchor_hit->quality == 0 || (p->slot_count == 1 && anchor_hit->weak) ||
        (p->is_name && !(r->tokens[anchor].shape & SK_SHAPE_CAPITAL)))
        return 1;
    add_word(&m, anchor_hit->other);
    for (size_t k = 0; k < p->slot_count; k++) {
        const sk_hit *hit = anchor_hit;
        size_t word = anchor;
        unsigned quality = k == p->anchor ? anchor_hit->quality : fill(r, &slots[k], anchor, &m, &hit, &word);
        if (quality == 0)
            continue;
        filled++;
        sum += quality * slots[k].weight;
        add_word(&m, word);
        add_word(&m, hit->other);
    }
    unsigned cover = sum / p->weight;
    int whole = filled == p->slot_count;
    if (whole && filled > 1 && m.word_count == 1 && cover > COVER_PARTS && cover < COVER_ONE_WORD)
        cover = COVER_ONE_WORD; /* taartenbakker has all of it */
    if (!whole && p->kind == SK_PATTERN_SPLIT)
        return 1;
    unsigned score = score_of(p, cover, cover * p->weight / SK_WHOLE);
    if (cover < COVER_LEAST || score == 0)
        return 1;
    if (!sk_grow(r->segmenter.allocator, &r->matches, &r->match_room, r->match_count + 1, sizeof *r->matches))
        return 0;
    m.cover = (uint16_t)cover;
    m.score = (uint16_t)score;
    set_range(r, &m);
    r->matches[r->match_count++] = m;
    return 1;
}

/* Themes and needs are what a school asks; they take no words away from what somebody offers. */
static int is_asked(const schakel_expertise *x, uint32_t pattern)
{
    uint8_t root = x->concepts[x->patterns[pattern].concept].root;
    return root == SK_ROOT_THEME || root == SK_ROOT_NEED;
}

int sk_read_patterns(sk_reading *r)
{
    const schakel_expertise *x = r->expertise;
    r->match_count = 0;
    for (size_t i = 0; i < r->count; i++) {
        const sk_hit *hits = r->hits + i * SK_HITS_MAX;
        for (size_t h = 0; h < r->hit_counts[i]; h++) {
            const sk_term *t = &x->terms[hits[h].term];
            for (size_t n = 0; n < t->posting_count; n++)
                if (!try_pattern(r, x->postings[t->posting + n], i, &hits[h]))
                    return 0;
        }
    }
    return 1;
}

static int lies_across(const sk_reading *r, const sk_match *m)
{
    for (size_t i = 0; i < m->word_count; i++)
        if (!joins(r, m, m->words[i]))
            return 1;
    return 0;
}

int sk_part_patterns(sk_reading *r)
{
    size_t count = r->match_count, kept = 0;
    for (size_t i = 0; i < count; i++) {
        const sk_match m = r->matches[i];
        if (lies_across(r, &m) && !try_pattern(r, m.pattern, m.anchor, m.hit))
            return 0;
    }
    for (size_t i = 0; i < r->match_count; i++)
        if (!lies_across(r, &r->matches[i]))
            r->matches[kept++] = r->matches[i];
    r->match_count = kept;
    return 1;
}

/* How many words the longest match at each word has; of several that are as long, the concept does not matter. */
void sk_settle_patterns(sk_reading *r)
{
    uint8_t *longest = r->longest;
    memset(longest, 0, r->count);
    for (size_t i = 0; i < r->match_count; i++) {
        const sk_match *m = &r->matches[i];
        if (m->cover < COVER_FULL || is_asked(r->expertise, m->pattern))
            continue;
        for (size_t k = 0; k < m->word_count; k++)
            if (longest[m->words[k]] < m->word_count)
                longest[m->words[k]] = m->word_count;
    }
    for (size_t i = 0; i < r->match_count; i++) {
        sk_match *m = &r->matches[i];
        int shorter = 1;
        for (size_t k = 0; k < m->word_count; k++)
            shorter &= longest[m->words[k]] > m->word_count;
        if (shorter)
            m->score = (uint16_t)(m->score * PART_OF_LONGER / SK_WHOLE);
    }
}
