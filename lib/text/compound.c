#include "text/lexicon.h"

#include <string.h>

/*
 * Compounds are cut into known words, fewest parts first (which makes the parts long), with the
 * linking letters -s-, -e-, -en-, -er- and a hyphen between them. Derivations of known words by an
 * everyday ending count as known too.
 */

enum { PART_MIN = 3, COMPOUND_MAX = 48, PARTS_MAX = 5 };

/* What may be the first part of a compound, and what its last. */
#define FIRST_PART (SK_NOUN | SK_STEM | SK_ADJECTIVE | SK_ADVERB | SK_NUMERAL | SK_PREPOSITION)
#define LAST_PART (SK_NOUN | SK_ADJECTIVE | SK_INFINITIVE | SK_PARTICIPLE_PASSIVE | SK_PARTICIPLE_OTHER)

typedef struct part {
    uint8_t level; /* schakel_level, 0 for none */
    uint32_t flags;
} part;

typedef struct ending {
    char text[8];
    uint8_t length;
    uint32_t of;    /* what it is put after */
    uint32_t flags; /* what it makes */
} ending;

static const ending endings[] = {
    {"heden", 5, SK_ADJECTIVE | SK_PARTICIPLE_PASSIVE, SK_NOUN},
    {"heid", 4, SK_ADJECTIVE | SK_PARTICIPLE_PASSIVE, SK_NOUN},
    {"loze", 4, SK_NOUN, SK_ADJECTIVE},
    {"loos", 4, SK_NOUN, SK_ADJECTIVE},
    {"bare", 4, SK_STEM, SK_ADJECTIVE},
    {"baar", 4, SK_STEM, SK_ADJECTIVE},
    {"achtige", 7, SK_NOUN, SK_ADJECTIVE},
    {"achtig", 6, SK_NOUN, SK_ADJECTIVE},
    {"sters", 5, SK_STEM, SK_NOUN},
    {"ster", 4, SK_STEM, SK_NOUN},
    {"ingen", 5, SK_STEM, SK_NOUN},
    {"ing", 3, SK_STEM, SK_NOUN},
    {"ers", 3, SK_STEM, SK_NOUN},
    {"er", 2, SK_STEM, SK_NOUN},
};

static part listed(const char *form, size_t length)
{
    part found = {0, 0};
    uint32_t number = sk_word_find(sk_hash(form, length), form, length);
    if (number != SK_NO_WORD) {
        found.level = sk_words[number].level;
        found.flags = sk_words[number].flags;
    }
    return found;
}

/* What is harder than its base: derived words are learnt from B1 on. */
static uint8_t derived_level(uint8_t level)
{
    return level < SCHAKEL_LEVEL_B1 ? SCHAKEL_LEVEL_B1 : level;
}

/* verzorging is made of verzorg, but regeling of regel and making of maken: try the infinitive. */
static part derived(const char *form, size_t length)
{
    char infinitive[SK_FORM_MAX + 3];
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t end = endings[i].length;
        if (length < end + PART_MIN || memcmp(form + length - end, endings[i].text, end) != 0)
            continue;
        part base = listed(form, length - end);
        if (!(base.flags & endings[i].of) && (endings[i].of & SK_STEM) && length - end + 2 <= SK_FORM_MAX) {
            memcpy(infinitive, form, length - end);
            memcpy(infinitive + length - end, "en", 2);
            base = listed(infinitive, length - end + 2);
            base.flags = base.flags & SK_INFINITIVE ? SK_STEM : 0;
        }
        if (base.flags & endings[i].of) {
            part made = {derived_level(base.level), endings[i].flags};
            return made;
        }
    }
    part none = {0, 0};
    return none;
}

typedef struct cut {
    uint8_t done;   /* was looked at */
    uint8_t parts;  /* 0: cannot be cut from here */
    uint8_t level;  /* the hardest part's */
    uint32_t flags; /* of the last part */
} cut;

/* The ways to cut a word, by the place they begin at. */
typedef struct cutter {
    const char *form;
    size_t length;
    cut cuts[COMPOUND_MAX + 1];
} cutter;

/* How many linking letters stand at a place: the lengths to try, 0 first. */
static size_t links(const char *at, size_t left, size_t out[4])
{
    size_t count = 0;
    out[count++] = 0;
    if (left > PART_MIN && (at[0] == 's' || at[0] == 'e' || at[0] == '-'))
        out[count++] = 1;
    if (left > PART_MIN + 1 &&
        ((at[0] == 'e' && (at[1] == 'n' || at[1] == 'r')) || (at[0] == 's' && at[1] == '-')))
        out[count++] = 2;
    return count;
}

static void join_cuts(cut *best, part first, const cut *rest)
{
    if (rest->parts == 0)
        return;
    cut candidate = *rest;
    candidate.parts++;
    if (first.level > candidate.level)
        candidate.level = first.level;
    if (best->parts == 0 || candidate.parts < best->parts ||
        (candidate.parts == best->parts && candidate.level < best->level))
        *best = candidate;
}

/* What is left may be one part. */
static part last_part(const char *form, size_t length)
{
    part last = listed(form, length);
    return last.flags & LAST_PART ? last : derived(form, length);
}

/* The best way to cut what begins at a place; only places that a known part leads to are looked at. */
static const cut *cut_from(cutter *c, size_t at, int parts_left)
{
    cut *best = &c->cuts[at];
    if (best->done || c->length < at + PART_MIN || parts_left == 0)
        return best;
    best->done = 1;
    part whole = at > 0 ? last_part(c->form + at, c->length - at) : (part){0, 0};
    if (whole.flags & LAST_PART) {
        best->parts = 1;
        best->level = whole.level;
        best->flags = whole.flags;
        return best;
    }
    uint32_t hash = SK_HASH_START;
    for (size_t end = at; end + PART_MIN <= c->length;) {
        hash = SK_HASH_STEP(hash, c->form[end++]);
        if (end < at + PART_MIN)
            continue;
        uint32_t number = sk_word_find(hash, c->form + at, end - at);
        if (number == SK_NO_WORD || !(sk_words[number].flags & FIRST_PART))
            continue;
        part first = {sk_words[number].level, sk_words[number].flags};
        size_t lengths[4], count = links(c->form + end, c->length - end, lengths);
        for (size_t i = 0; i < count; i++)
            join_cuts(best, first, cut_from(c, end + lengths[i], parts_left - 1));
    }
    return best;
}

schakel_level sk_compound_level(const char *form, size_t length, uint32_t *flags)
{
    *flags = 0;
    if (length < 2 * PART_MIN || length > COMPOUND_MAX)
        return SCHAKEL_LEVEL_UNKNOWN;
    part made = derived(form, length);
    if (made.flags != 0) {
        *flags = made.flags;
        return (schakel_level)made.level;
    }
    cutter c;
    c.form = form;
    c.length = length;
    memset(c.cuts, 0, (length + 1) * sizeof c.cuts[0]);
    const cut *best = cut_from(&c, 0, PARTS_MAX);
    if (best->parts == 0)
        return SCHAKEL_LEVEL_UNKNOWN;
    *flags = best->flags;
    int level = best->level + (best->parts > 2);
    return (schakel_level)(level < SCHAKEL_LEVEL_C1 ? level : SCHAKEL_LEVEL_C1);
}
