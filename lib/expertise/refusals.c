/*
 * What is turned down. "Geen", "behalve" and "without" turn down what follows in their clause;
 * "niet" and "not" as well, or else what came before in it ("rijden liever niet"). A clause ends
 * at most marks and at "maar" and "wel"; behind a comma it goes on when what follows is only
 * another thing of the same list.
 *
 * No wording lies across a refusal: who speaks Turkish and does not cook offers no Turkish food.
 * What is turned down goes with the words of its own clause ("ik speel geen piano") and, when that
 * has no verb, with the verb of another ("geen brood maar wel taarten bakken"). Only what is left
 * out ("zonder patroon") goes with nothing else.
 */
#include <string.h>

#include "expertise/cue_words.h"
#include "expertise/reading.h"

/* How far before a word of refusal those stand that it is about. */
enum { OTHERS_NEAR = 3 };

static int is_word(const sk_reading *r, size_t word, const char *text)
{
    return word < r->count && r->tokens[word].form_length == strlen(text) &&
           memcmp(sk_form_of(r, word), text, strlen(text)) == 0;
}

/* A verb that goes with another: heb gelegd, wil leggen. */
static int is_helper(const sk_token *t)
{
    return t->role == SK_ROLE_ZIJN || t->role == SK_ROLE_HEBBEN || t->role == SK_ROLE_MODAL ||
           t->role == SK_ROLE_WORDEN || t->role == SK_ROLE_GOING;
}

/* Ik help: what can be a noun too is a verb behind who tells. */
static int is_finite(const sk_reading *r, size_t word)
{
    const sk_token *t = &r->tokens[word];
    return is_helper(t) || SK_CLASS(t->flags) == SK_TAG_FINITE ||
           ((t->flags & SK_FINITE) != 0 && word > 0 && r->cues[word - 1] & SK_WORD_SELF);
}

static int parts_clause(const sk_token *t)
{
    return (t->gap & (SK_GAP_CLAUSE & ~SK_GAP_COMMA)) != 0;
}

/* Does a clause of its own begin here: is something offered or told before the next mark? */
static int begins_offer(const sk_reading *r, size_t from)
{
    for (size_t i = from; i < r->count; i++) {
        if (i > from && (r->tokens[i].gap & SK_GAP_CLAUSE) != 0)
            return 0;
        if (r->cues[i] & SK_WORD_OFFERS || is_finite(r, i))
            return 1;
    }
    return 0;
}

/* Where what a word of refusal turns down ends. */
static size_t end_of_refusal(const sk_reading *r, size_t cue)
{
    for (size_t i = cue + 1; i < r->count; i++) {
        const sk_token *t = &r->tokens[i];
        if (parts_clause(t) || r->cues[i] & SK_WORD_TURNS)
            return i;
        if ((t->gap & SK_GAP_COMMA) != 0 && begins_offer(r, i))
            return i;
        if (r->cues[i] & SK_WORD_JOINS && i + 1 < r->count &&
            (r->cues[i + 1] & SK_WORD_OFFERS || is_finite(r, i + 1)))
            return i;
    }
    return r->count;
}

static int has_finite(const sk_reading *r, size_t from, size_t to)
{
    return r->finites[to] > r->finites[from];
}

/* Where the clause of a word of refusal begins, of what stands before it. */
static size_t start_of_clause(const sk_reading *r, size_t cue)
{
    size_t start = cue;
    while (start > 0) {
        size_t before = start - 1;
        if (parts_clause(&r->tokens[start]) || r->cues[before] & SK_WORD_CONJUNCTION)
            return start;
        int joined = ((r->tokens[start].gap & SK_GAP_COMMA) != 0 && start < cue) ||
                     (r->cues[before] & SK_WORD_JOINS) != 0;
        /* Rijden, koken en lezen doe ik niet: the verb comes once for all. */
        if (joined && (has_finite(r, 0, start) || r->cues[start] & SK_WORD_SELF))
            return start;
        start = before;
    }
    return 0;
}

static int is_main_verb(const sk_reading *r, size_t word)
{
    const uint32_t forms = SK_INFINITIVE | SK_PARTICIPLE_PASSIVE | SK_PARTICIPLE_OTHER;
    const sk_token *t = &r->tokens[word];
    return !is_helper(t) && (is_finite(r, word) || (t->flags & forms) != 0);
}

static int has_main_verb(const sk_reading *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (is_main_verb(r, i))
            return 1;
    return 0;
}

/* By the refusal that was read last. One within another is one with it: geen piano en geen gitaar. */
static int refuse(sk_reading *r, size_t from, size_t to)
{
    int any = 0;
    for (size_t i = from; i < to; i++) {
        any |= r->told[i];
        if (r->refused[i] == 0)
            r->refused[i] = (uint8_t)r->refusal_count;
    }
    return any;
}

static void turn_down(sk_reading *r, size_t cue)
{
    int leaves_out =
        (r->cues[cue] & SK_WORD_LEAVES_OUT) != 0; /* naaien zonder patroon: sewing is not refused */
    size_t start = leaves_out ? cue : start_of_clause(r, cue), end = end_of_refusal(r, cue);
    r->refusals[r->refusal_count++] =
        (sk_refusal){(uint8_t)start, (uint8_t)end, !leaves_out && !has_main_verb(r, start, end)};
    if (!refuse(r, cue + 1, end) && r->cues[cue] & SK_WORD_REFUSES)
        refuse(r, start, cue);
}

/* Moeders die nooit leerden fietsen: what others do not. "Die dag" is no others. */
static int is_of_others(const sk_reading *r, size_t word)
{
    for (size_t i = word; i > 0 && word - i < OTHERS_NEAR && (r->tokens[i].gap & SK_GAP_CLAUSE) == 0; i--)
        if ((r->tokens[i - 1].role == SK_ROLE_DIE && (r->tokens[i].flags & SK_NOUN) == 0) ||
            is_word(r, i - 1, "who"))
            return 1;
    return 0;
}

static int refuses(const sk_reading *r, size_t word)
{
    return (r->cues[word] & (SK_WORD_REFUSES_AFTER | SK_WORD_REFUSES)) != 0 &&
           !(word + 1 < r->count && r->cues[word + 1] & SK_WORD_LIFTS) &&
           !(word > 0 && r->cues[word - 1] & SK_WORD_ASKS_WHY) && !is_of_others(r, word);
}

/* In plaats van, instead of, rather than, anything but: the last word of it is the next. */
static int replaces(const sk_reading *r, size_t word)
{
    return (is_word(r, word, "plaats") && is_word(r, word + 1, "van")) ||
           (is_word(r, word, "instead") && is_word(r, word + 1, "of")) ||
           (is_word(r, word, "rather") && is_word(r, word + 1, "than")) ||
           (is_word(r, word, "anything") && is_word(r, word + 1, "but"));
}

/* Does a wording hold the word of refusal itself that stands between its words? */
static int says_so(const sk_reading *r, const sk_match *m)
{
    size_t first = m->words[0], last = m->words[0];
    for (size_t i = 1; i < m->word_count; i++) {
        first = m->words[i] < first ? m->words[i] : first;
        last = m->words[i] > last ? m->words[i] : last;
    }
    for (size_t i = first + 1; i < last; i++)
        if (r->cues[i] & (SK_WORD_REFUSES | SK_WORD_REFUSES_AFTER))
            return 1;
    return 0;
}

void sk_count_finites(sk_reading *r)
{
    r->finites[0] = r->verbs[0] = 0;
    for (size_t i = 0; i < r->count; i++) {
        int finite = is_finite(r, i);
        r->finites[i + 1] = (uint8_t)(r->finites[i] + finite);
        r->verbs[i + 1] = (uint8_t)(r->verbs[i] + (finite && !is_helper(&r->tokens[i])));
    }
}

void sk_forget_refusals(sk_reading *r)
{
    memset(r->refused, 0, r->count);
    r->refusal_count = 0;
}

/* Can what a refusal turns down go with a word that it does not? */
static int reaches(const sk_reading *r, const sk_refusal *refusal, size_t word)
{
    return (word >= refusal->start && word < refusal->end) || (refusal->borrows && is_main_verb(r, word));
}

int sk_go_together(const sk_reading *r, size_t a, size_t b)
{
    if (r->refused[a] == r->refused[b])
        return 1;
    if (r->refused[a] != 0 && r->refused[b] != 0)
        return 0;
    return r->refused[a] != 0 ? reaches(r, &r->refusals[r->refused[a] - 1], b)
                              : reaches(r, &r->refusals[r->refused[b] - 1], a);
}

/* Ik praat Turks en ik speel niet mee: who says so does not join in a talk (meepraten). */
static void part_hits(sk_reading *r, size_t word)
{
    sk_hit *hits = r->hits + word * SK_HITS_MAX;
    for (size_t h = 0; h < r->hit_counts[word]; h++)
        if (!sk_go_together(r, word, hits[h].other))
            hits[h].quality = 0;
}

void sk_read_refusals(sk_reading *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (replaces(r, i))
            turn_down(r, i + 1);
        else if (refuses(r, i))
            turn_down(r, i);
    for (size_t i = 0; i < r->count && r->refusal_count > 0; i++)
        part_hits(r, i);
}

int sk_is_refused(const sk_reading *r, const sk_match *m)
{
    int refused = 0;
    for (size_t i = 0; i < m->word_count; i++)
        refused |= r->refused[m->words[i]] != 0;
    return refused && !(r->expertise->patterns[m->pattern].refuses && says_so(r, m));
}
