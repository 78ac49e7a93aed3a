/* From labels and wordings to patterns of slots. */
#include <string.h>

#include "base/unicode.h"
#include "expertise/cue_words.h"
#include "expertise/reading.h"

/* No word of a wording is worth less than this, however common. */
enum { WEIGHT_LEAST = 60, NAME_LONGEST = 3, PART_LEAST = 4 };
/* How much a part of a word tells of what the word does. */
enum { PART_SHARE = 700, HINT_SHARE = 650 };

uint32_t sk_term_find(const schakel_expertise *expertise, const char *text)
{
    const char *known = sk_strings_find(&expertise->strings, text);
    return known == NULL ? SK_NO_TERM : (uint32_t)sk_index_get(&expertise->numbers, known);
}

int sk_add_cues(schakel_expertise *x)
{
    char word[SK_FORM_MAX + 1];
    for (size_t i = 0; i < sizeof sk_cue_lists / sizeof sk_cue_lists[0]; i++)
        for (const char *at = sk_cue_lists[i].words; *at != '\0'; at += strlen(word) + 1) {
            size_t length = strcspn(at, " "), known;
            memcpy(word, at, length);
            word[length] = '\0';
            const char *text = sk_strings_intern(&x->strings, word);
            if (text == NULL || !sk_index_reserve(&x->cues))
                return 0;
            known = sk_index_get(&x->cues, text);
            sk_index_set(&x->cues, text, sk_cue_lists[i].cue | (known == (size_t)-1 ? 0 : known));
        }
    return 1;
}

uint32_t sk_cues_of(const schakel_expertise *x, const char *form, size_t length)
{
    char word[SK_FORM_MAX + 1];
    if (length == 0 || length > SK_CUE_LONGEST)
        return 0;
    memcpy(word, form, length);
    word[length] = '\0';
    size_t cues = sk_index_get(&x->cues, sk_strings_find(&x->strings, word));
    return cues == (size_t)-1 ? 0 : (uint32_t)cues;
}

size_t sk_plain_word(const char *word, size_t length, char out[SK_FORM_MAX + 1])
{
    size_t size = sk_utf8_plain(word, length, out, SK_FORM_MAX);
    if (size == 0) { /* nothing but marks */
        size = length < SK_FORM_MAX ? length : SK_FORM_MAX;
        memcpy(out, word, size);
    }
    out[size] = '\0';
    return size;
}

uint32_t sk_term_take(schakel_expertise *x, const char *word, size_t length)
{
    char plain[SK_FORM_MAX + 1];
    size_t size = sk_plain_word(word, length, plain);
    uint32_t known = sk_term_find(x, plain);
    if (known != SK_NO_TERM)
        return known;
    const char *text = sk_strings_intern(&x->strings, plain);
    if (text == NULL || !sk_index_reserve(&x->numbers) ||
        !sk_grow(&x->allocator, &x->terms, &x->term_room, x->term_count + 1, sizeof *x->terms))
        return SK_NO_TERM;
    sk_index_set(&x->numbers, text, x->term_count);
    x->terms[x->term_count] = (sk_term){.text = text, .last = SK_NO_CONCEPT, .length = (uint8_t)size};
    return (uint32_t)x->term_count++;
}

static int add_term(schakel_expertise *x, sk_slot *slot, uint32_t concept, const char *word, size_t length)
{
    uint32_t number = sk_term_take(x, word, length);
    if (number == SK_NO_TERM)
        return 0;
    for (size_t i = 0; i < slot->count; i++)
        if (slot->terms[i] == number)
            return 1;
    if (slot->count < SK_SLOT_TERMS)
        slot->terms[slot->count++] = number;
    if (x->terms[number].last != concept) {
        x->terms[number].last = concept;
        x->terms[number].concepts++;
    }
    return 1;
}

/*
 * The terms that fill a slot. Wordings are written as a dictionary has them, so a form that is a
 * word by itself is meant as that: "bakken" is no plural here. Others stand for their bases.
 */
static int fill_slot(schakel_expertise *x, sk_slot *slot, uint32_t concept, const char *form, size_t length)
{
    sk_base bases[SK_BASES_MAX];
    size_t count = sk_bases(form, length, bases);
    int same = 0; /* or meant as it stands: a helpende is somebody */
    uint32_t word = sk_word_find(sk_hash(form, length), form, length);
    if (word != SK_NO_WORD)
        same = (sk_words[word].flags & SK_PARTICIPLE_PRESENT) != 0 || sk_is_own_base(word);
    slot->count = 0;
    slot->weight = 0;
    for (size_t i = 0; i < count; i++)
        if (bases[i].kind == SK_BASE_SAME || (bases[i].kind == SK_BASE_LISTED && !same) ||
            bases[i].kind == SK_BASE_PLURAL)
            if (!add_term(x, slot, concept, bases[i].text, bases[i].length))
                return 0;
    return 1;
}

/* Room for the slots of one more pattern, which are not counted yet. */
static sk_slot *open_slots(schakel_expertise *x)
{
    if (!sk_grow(&x->allocator, &x->slots, &x->slot_room, x->slot_count + SK_SLOTS_MAX, sizeof *x->slots))
        return NULL;
    return x->slots + x->slot_count;
}

static int close_pattern(schakel_expertise *x, uint32_t concept, const char *text, size_t slots,
                         sk_pattern_kind kind)
{
    if (slots == 0)
        return 1;
    if (!sk_grow(&x->allocator, &x->patterns, &x->pattern_room, x->pattern_count + 1, sizeof *x->patterns))
        return 0;
    sk_pattern *p = &x->patterns[x->pattern_count++];
    *p = (sk_pattern){text, concept, (uint32_t)x->slot_count, 0, (uint8_t)slots, 0, (uint8_t)kind, 0, 0};
    x->slot_count += slots;
    return 1;
}

/*
 * A word of a wording that is in no list may be said in its parts: all of it when it is the only
 * word, and else each part tells a little.
 */
static int add_split(schakel_expertise *x, const sk_segmenter *g, const sk_token *token, uint32_t concept,
                     const char *text, sk_pattern_kind kind)
{
    sk_compound_part parts[SK_PARTS_MAX];
    const char *form = g->forms + token->form;
    size_t count = token->word == SK_NO_WORD ? sk_compound_parts(form, token->form_length, parts) : 0;
    for (size_t i = 0; i < count; i++)
        if (parts[i].length < PART_LEAST)
            return 1; /* lam and pionnen */
    if (count < 2)
        return 1;
    sk_slot *slots = open_slots(x);
    if (slots == NULL)
        return 0;
    for (size_t i = 0; i < count; i++)
        if (!fill_slot(x, &slots[i], concept, form + parts[i].start, parts[i].length))
            return 0;
    return close_pattern(x, concept, text, count, kind);
}

static uint32_t cues_at(const schakel_expertise *x, const sk_segmenter *g, size_t i)
{
    return sk_cues_of(x, g->forms + g->tokens[i].form, g->tokens[i].form_length);
}

static int fills_slot(const schakel_expertise *x, const sk_segmenter *g, size_t i, int all)
{
    return g->tokens[i].form_length > 0 &&
           (all || !(cues_at(x, g, i) & SK_WORD_EMPTY) || (i > 0 && cues_at(x, g, i - 1) & SK_WORD_ARTICLE));
}

/* "In het Arabisch" in what is no language itself: it goes for any. */
static int names_language(const schakel_expertise *x, const sk_segmenter *g, size_t i, uint32_t concept)
{
    char name[SK_FORM_MAX + 1];
    if (x->concepts[concept].root == SK_ROOT_LANGUAGE || i < 2 || !(cues_at(x, g, i - 2) & SK_WORD_IN))
        return 0;
    size_t length = sk_plain_word(g->forms + g->tokens[i].form, g->tokens[i].form_length, name);
    return sk_named_language_find(name, length) > 0;
}

int sk_add_pattern(schakel_expertise *x, sk_segmenter *g, uint32_t concept, const char *text,
                   sk_pattern_kind kind)
{
    const sk_unit unit = {.end = strlen(text), .kind = SK_UNIT_PARAGRAPH, .opens_paragraph = 1};
    size_t filled = 0, used = 0;
    g->text = text;
    if (!sk_tokenise(g, &unit))
        return 0;
    for (size_t i = 0; i < g->token_count; i++)
        filled += (size_t)fills_slot(x, g, i, 0);
    sk_slot *slots = open_slots(x);
    if (slots == NULL)
        return 0;
    for (size_t i = 0; i < g->token_count && used < SK_SLOTS_MAX; i++) {
        const sk_token *t = &g->tokens[i];
        if (!fills_slot(x, g, i, filled == 0))
            continue;
        if (!fill_slot(x, &slots[used], concept, g->forms + t->form, t->form_length) ||
            (names_language(x, g, i, concept) && !add_term(x, &slots[used], concept, SK_ANY_LANGUAGE, 1)))
            return 0;
        used++;
    }
    if (!close_pattern(x, concept, text, used, kind))
        return 0;
    if (used == 1 && g->tokens[0].shape & SK_SHAPE_CAPITAL && strlen(text) <= NAME_LONGEST)
        x->patterns[x->pattern_count - 1].is_name = 1;
    for (size_t i = 0; i < g->token_count && used > 0; i++)
        if (cues_at(x, g, i) & (SK_WORD_REFUSES | SK_WORD_REFUSES_AFTER))
            x->patterns[x->pattern_count - 1].refuses = 1;
    for (size_t i = 0; i < g->token_count; i++)
        if (fills_slot(x, g, i, filled == 0) &&
            !add_split(x, g, &g->tokens[i], concept, text, used == 1 ? SK_PATTERN_SPLIT : SK_PATTERN_WORDS))
            return 0;
    return 1;
}

int sk_add_hint(schakel_expertise *x, uint32_t concept, const char *word, size_t length, const char *text)
{
    sk_slot *slots = open_slots(x);
    return slots != NULL && fill_slot(x, slots, concept, word, length) &&
           close_pattern(x, concept, text, 1, SK_PATTERN_HINT);
}

/* Is a pattern looked for as a whole? */
static int is_whole(const sk_pattern *p)
{
    return p->kind != SK_PATTERN_WORDS && p->kind != SK_PATTERN_HINT;
}

/* The logarithm to base 2 of a number from 1 on, in 256ths, rounded down. */
static uint32_t logarithm(uint32_t value)
{
    uint32_t whole = 0;
    while (value >> (whole + 1) != 0)
        whole++;
    uint64_t rest = ((uint64_t)value << 32) >> whole; /* 1 to 2, with 32 bits behind the point */
    uint32_t result = whole << 8;
    for (uint32_t bit = 128; bit > 0; bit >>= 1) {
        rest = (rest >> 16) * (rest >> 16);
        if (rest >> 33 != 0) {
            result |= bit;
            rest >>= 1;
        }
    }
    return result;
}

static void weigh(schakel_expertise *x)
{
    uint32_t all = logarithm((uint32_t)x->concept_count + 1);
    for (size_t i = 0; i < x->term_count; i++) {
        sk_term *t = &x->terms[i];
        uint32_t weight =
            SK_WHOLE * (all - logarithm(t->concepts > 0 ? t->concepts : 1)) / (all > 0 ? all : 1);
        t->weight = (uint16_t)(weight > WEIGHT_LEAST ? weight : WEIGHT_LEAST);
    }
    for (size_t i = 0; i < x->pattern_count; i++) {
        sk_pattern *p = &x->patterns[i];
        sk_slot *slots = &x->slots[p->slot];
        for (size_t k = 0; k < p->slot_count; k++) {
            slots[k].weight = SK_WHOLE;
            for (size_t n = 0; n < slots[k].count; n++)
                if (x->terms[slots[k].terms[n]].weight < slots[k].weight)
                    slots[k].weight = x->terms[slots[k].terms[n]].weight;
            if (slots[k].weight > slots[p->anchor].weight)
                p->anchor = (uint8_t)k;
            p->weight = (uint16_t)(p->weight + slots[k].weight);
        }
    }
}

/* Patterns come concept by concept, so the last use of a term tells whether the concept has it already. */
static void add_use(schakel_expertise *x, uint32_t pattern, const sk_slot *slot, uint32_t term)
{
    const sk_pattern *p = &x->patterns[pattern];
    sk_term *t = &x->terms[term];
    sk_use *last = t->use_count > 0 ? &x->uses[t->use + t->use_count - 1] : NULL;
    uint32_t most = p->kind == SK_PATTERN_HINT    ? HINT_SHARE
                    : p->kind == SK_PATTERN_WORDS ? PART_SHARE
                                                  : SK_WHOLE;
    uint16_t share = (uint16_t)(most * slot->weight / p->weight);
    if (last == NULL || last->concept != p->concept)
        x->uses[t->use + t->use_count++] = (sk_use){p->concept, pattern, share};
    else if (last->share < share)
        *last = (sk_use){p->concept, pattern, share};
}

static int add_uses(schakel_expertise *x)
{
    uint32_t next = 0;
    for (size_t i = 0; i < x->term_count; i++) {
        x->terms[i].use = next;
        next += x->terms[i].concepts <= SK_USES_MAX ? x->terms[i].concepts : 0;
    }
    x->uses = sk_alloc_zeroed(&x->allocator, (size_t)next + 1, sizeof *x->uses);
    if (x->uses == NULL)
        return 0;
    for (size_t i = 0; i < x->pattern_count; i++)
        for (size_t k = 0; k < x->patterns[i].slot_count; k++) {
            const sk_slot *slot = &x->slots[x->patterns[i].slot + k];
            for (size_t n = 0; n < slot->count; n++)
                if (x->terms[slot->terms[n]].concepts <= SK_USES_MAX)
                    add_use(x, (uint32_t)i, slot, slot->terms[n]);
        }
    return 1;
}

int sk_finish_patterns(schakel_expertise *x)
{
    size_t total = 0;
    weigh(x);
    for (size_t i = 0; i < x->pattern_count; i++) {
        const sk_slot *anchor = &x->slots[x->patterns[i].slot + x->patterns[i].anchor];
        for (size_t n = 0; n < anchor->count && is_whole(&x->patterns[i]); n++, total++)
            x->terms[anchor->terms[n]].posting_count++;
    }
    x->postings = sk_alloc_zeroed(&x->allocator, total + 1, sizeof *x->postings);
    if (x->postings == NULL)
        return 0;
    uint32_t next = 0;
    for (size_t i = 0; i < x->term_count; i++) {
        x->terms[i].posting = next;
        next += x->terms[i].posting_count;
        x->terms[i].posting_count = 0;
    }
    for (size_t i = 0; i < x->pattern_count; i++) {
        const sk_slot *anchor = &x->slots[x->patterns[i].slot + x->patterns[i].anchor];
        for (size_t n = 0; n < anchor->count && is_whole(&x->patterns[i]); n++) {
            sk_term *t = &x->terms[anchor->terms[n]];
            x->postings[t->posting + t->posting_count++] = (uint32_t)i;
        }
    }
    return add_uses(x);
}
