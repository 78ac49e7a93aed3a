#include "text/lexicon.h"

#include <string.h>

#include "text/compound_words.h"

/*
 * Compounds are cut into known words: of the ways to cut, the one with the fewest parts wins, then
 * the one with the fewest short and unusual parts. Dutch has rules for what may stand before what
 * (a verb after a particle only, an -s- after some nouns only), and they are kept strictly here: to
 * call a misspelling known is worse than not to know a rare compound. Derivations of known words by
 * an everyday ending or prefix count as known too.
 */

/* How long: a part, a word that is looked at, one of two nouns (kompas is none), what is in no_parts. */
enum { PART_MIN = 3, WORD_MIN = 6, NOUN_WORD_MIN = 7, NO_PART_MAX = 4 };
enum { COMPOUND_MAX = 48, LONG_COMPOUND = 18 };

#define PARTICIPLE (SK_PARTICIPLE_PASSIVE | SK_PARTICIPLE_OTHER | SK_PARTICIPLE_INFLECTED)
#define SHADE SK_PARTICLE /* a kind that only stands before adjectives */
#define LAST_PART (SK_NOUN | SK_ADJECTIVE | SK_INFINITIVE | PARTICIPLE | SK_PARTICIPLE_PRESENT)

typedef struct part {
    uint8_t level; /* schakel_level, 0 for none */
    uint32_t flags;
} part;

/* Is a form in a list of words, which are in order and have a space before and after each. */
static int in_list(const char *list, const char *form, size_t length)
{
    for (const char *word = list + 1; *word != '\0' && *word <= form[0]; word++) {
        size_t same = 0;
        while (same < length && word[same] == form[same] && word[same] != ' ')
            same++;
        word += same;
        if (same == length && *word == ' ')
            return 1;
        while (*word != ' ')
            word++;
    }
    return 0;
}

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
static part made_of(part base, uint32_t flags)
{
    part made = {base.level < SCHAKEL_LEVEL_B1 ? SCHAKEL_LEVEL_B1 : base.level, flags};
    return made;
}

static part base_of(const char *form, size_t length, uint32_t of)
{
    char infinitive[SK_FORM_MAX];
    if (of != SK_INFINITIVE)
        return listed(form, length);
    part none = {0, 0};
    if (length + 2 > sizeof infinitive)
        return none;
    memcpy(infinitive, form, length);
    memcpy(infinitive + length, "en", 2);
    return listed(infinitive, length + 2);
}

/* A particle and the name of a deed: terugstorting. */
static part derived_deed(const char *form, size_t length)
{
    part none = {0, 0};
    if (length < 8 || memcmp(form + length - 3, "ing", 3) != 0)
        return none;
    for (size_t start = 2; start <= 7 && start + 5 < length; start++) {
        if (!in_list(particles, form, start))
            continue;
        part base = base_of(form + start, length - start - 3, SK_INFINITIVE);
        if (base.flags & SK_INFINITIVE)
            return made_of(base, SK_NOUN);
    }
    return none;
}

static part derived(const char *form, size_t length)
{
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t end = endings[i].length;
        if (form[length - 1] != endings[i].text[end - 1] || length < end + PART_MIN ||
            memcmp(form + length - end, endings[i].text, end) != 0)
            continue;
        part base = base_of(form, length - end, endings[i].of);
        if (base.flags & endings[i].of)
            return made_of(base, endings[i].flags);
    }
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        size_t start = prefixes[i].length;
        if (length < start + PART_MIN + 1 || memcmp(form, prefixes[i].text, start) != 0)
            continue;
        part base = listed(form + start, length - start);
        if (base.flags & prefixes[i].of)
            return made_of(base, base.flags & (prefixes[i].flags | SK_INFLECTED));
    }
    return derived_deed(form, length);
}

typedef struct cut {
    uint8_t done;   /* was looked at */
    uint8_t parts;  /* 0: cannot be cut from here */
    uint16_t cost;  /* lower is better */
    uint8_t length; /* of the first part */
    uint8_t link;
    uint8_t shorts; /* how many parts are short */
    part first;
    uint32_t flags; /* of the last part */
} cut;

/* The ways to cut a word, by the place they begin at. */
typedef struct cutter {
    const char *form;
    size_t length;
    cut cuts[COMPOUND_MAX + 1];
} cutter;

enum { PART_COST = 20, SHORT_COST = 4, ADJECTIVE_COST = 3, STEM_COST = 2, LINK_COST = 1 };

static int begins_with_any(const char *form, size_t length, const char *const *starts)
{
    for (; *starts != NULL; starts++) {
        size_t size = strlen(*starts);
        if (length > size + 1 && memcmp(form, *starts, size) == 0)
            return 1;
    }
    return 0;
}

static int ends_with_any(const char *form, size_t length, const char *const *ends)
{
    for (; *ends != NULL; ends++) {
        size_t size = strlen(*ends);
        if (length > size && memcmp(form + length - size, *ends, size) == 0)
            return 1;
    }
    return 0;
}

/* Nouns with -s-: by their ending (opening), their prefix (verkeer), or because they are in the list. */
static int takes_s(const char *form, size_t length, uint32_t flags)
{
    return (flags & SK_NOUN) && (ends_with_any(form, length, s_endings) ||
                                 begins_with_any(form, length, s_prefixes) || in_list(with_s, form, length));
}

/* How many linking letters may stand after a part: the lengths to try, 0 first. */
static size_t links(const char *form, size_t length, const char *after, size_t left, uint32_t flags,
                    size_t out[3])
{
    size_t count = 0;
    out[count++] = 0;
    if (left > PART_MIN && (after[0] == '-' || (after[0] == 's' && takes_s(form, length, flags))))
        out[count++] = 1;
    if (left > PART_MIN + 1 && after[0] == 'e' && after[1] == 'r' && in_list(with_er, form, length))
        out[count++] = 2;
    if (left > PART_MIN + 1 && after[0] == form[length - 1] && after[1] == 'e' &&
        in_list(" zon ", form, length))
        out[count++] = 2;
    return count;
}

/* A plural before another part is one in -en; the others have -s- or nothing there. */
static int is_joinable_noun(const char *form, size_t length, uint32_t flags)
{
    return (flags & SK_NOUN) && !((flags & SK_PLURAL) && form[length - 1] == 's');
}

/* May a word stand before another part at this place; the kinds that it does so as. */
static uint32_t first_kinds(const char *form, size_t length, size_t at, uint32_t flags)
{
    uint32_t kinds = 0;
    int opens = at == 0 && (in_list(openers, form, length) || in_list(particles, form, length));
    if (length < PART_MIN && !opens)
        return form[length] == '-' || (form[length] == 'e' && in_list(with_er, form, length))
                   ? flags & SK_NOUN
                   : 0;
    if (length <= NO_PART_MAX && in_list(no_parts, form, length))
        return 0;
    if (is_joinable_noun(form, length, flags))
        kinds |= SK_NOUN;
    if (flags & SK_STEM)
        kinds |= SK_STEM;
    if ((flags & (SK_ADJECTIVE | SK_ADVERB)) && in_list(qualities, form, length))
        kinds |= SK_ADJECTIVE;
    if ((flags & (SK_ADJECTIVE | SK_PREPOSITION)) && in_list(shades, form, length))
        kinds |= SHADE;
    if (at == 0 && (flags & SK_NUMERAL))
        kinds |= SK_NUMERAL;
    if (opens)
        kinds |= SK_ADVERB;
    return kinds;
}

/* Inflected or not. */
static int is_head(const char *form, size_t length)
{
    return in_list(heads, form, length) || (form[length - 1] == 'e' && in_list(heads, form, length - 1));
}

/* May what is no noun be the last part, after a first part of these kinds. */
static int may_follow(const char *first, size_t first_length, uint32_t kinds, int at_start, const char *last,
                      size_t last_length, uint32_t flags)
{
    if ((kinds & SK_STEM) && in_list(" goed ", last, last_length)) /* speelgoed: a noun here */
        return 1;
    if ((flags & SK_ADJECTIVE) &&
        (in_list(shades, first, first_length) ||
         ((kinds & (SK_NOUN | SK_ADJECTIVE | SK_STEM)) && is_head(last, last_length))))
        return 1;
    if (((kinds & SK_ADJECTIVE) || in_list(" zelf ", first, first_length)) &&
        (flags & (PARTICIPLE | SK_PARTICIPLE_PRESENT)))
        return 1;
    return at_start && (flags & (SK_INFINITIVE | PARTICIPLE)) && in_list(particles, first, first_length);
}

/* Names of what verbs with a particle do: inschrijving comes from inschrijven, it is no schrijving. */
static int is_deed(const char *form, size_t length)
{
    static const char *const ends[] = {"ing", "ingen", NULL};
    return ends_with_any(form, length, ends) || in_list(deeds, form, length);
}

/* After a function word: a noun after some (thuistaal), the stem of a verb and more after all (inloopochtend). */
static int fits_function_word(const cutter *c, size_t at, size_t length, const cut *rest, size_t next)
{
    if (in_list(openers, c->form + at, length))
        return rest->parts > 1 || !in_list(particles, c->form + at, length) ||
               !is_deed(c->form + next, rest->length);
    return rest->parts > 1 && (rest->first.flags & SK_STEM);
}

/* May this first part stand before the rest. */
static int fits(const cutter *c, size_t at, const cut *first, uint32_t kinds, const cut *rest, size_t next)
{
    if (rest->parts > 1 && first->shorts + rest->shorts > 1)
        return 0; /* three parts of which two are short are chance: staratlamp */
    if (rest->parts == 1 && !(rest->flags & SK_NOUN))
        return may_follow(c->form + at, first->length, kinds, at == 0, c->form + next, rest->length,
                          rest->flags);
    if ((kinds & SK_ADVERB) && !(kinds & (SK_NOUN | SK_ADJECTIVE)))
        return fits_function_word(c, at, first->length, rest, next);
    return kinds != SHADE && (at > 0 || (kinds & SK_ADVERB) || c->length >= NOUN_WORD_MIN);
}

/* The best that begins with this first part, and goes on as the rest does. */
static void join_cuts(cutter *c, size_t at, const cut *first, uint32_t kinds, size_t link)
{
    size_t next = at + first->length + link;
    const cut *rest = &c->cuts[next];
    cut *best = &c->cuts[at];
    if (rest->parts == 0 || rest->parts == SK_PARTS_MAX || !fits(c, at, first, kinds, rest, next))
        return;
    unsigned cost = rest->cost + PART_COST + first->cost + (link > 0 ? LINK_COST : 0u);
    if (best->parts != 0 && best->cost <= cost)
        return;
    *best = *first;
    best->cost = (uint16_t)cost;
    best->shorts = (uint8_t)(first->shorts + rest->shorts);
    best->parts = (uint8_t)(rest->parts + 1);
    best->link = (uint8_t)link;
    best->flags = rest->flags;
    best->done = 1;
}

/* What is left may be one part; short ones that begin with a vowel end many simple words (kantoor). */
static part last_part(const char *form, size_t length)
{
    part last = listed(form, length);
    part none = {0, 0};
    if ((length == PART_MIN && strchr("aeiou", form[0]) != NULL &&
         !in_list(" app ijs oog uur ", form, length)) ||
        in_list(no_ends, form, length))
        return none;
    return last.flags & LAST_PART ? last : derived(form, length);
}

/* A first part that is in no list, but is derived with an ending that takes -s-: inburgering+s. */
static part derived_first(const char *form, size_t length, char after)
{
    part none = {0, 0};
    if (after != 's' || length < 6 ||
        (memcmp(form + length - 3, "ing", 3) != 0 && memcmp(form + length - 3, "eid", 3) != 0))
        return none;
    return derived(form, length);
}

static void cut_from(cutter *c, size_t at, int parts_left);

static void try_first(cutter *c, size_t at, size_t length, part word, int parts_left)
{
    const char *form = c->form + at;
    uint32_t kinds = first_kinds(form, length, at, word.flags);
    if (kinds == 0)
        return;
    cut first = {0};
    first.first = word;
    first.length = (uint8_t)length;
    first.shorts = length <= PART_MIN && kinds != SK_ADVERB;
    first.cost = (uint16_t)((length <= PART_MIN ? SHORT_COST : 0) + (kinds & SK_NOUN        ? 0
                                                                     : kinds & SK_ADJECTIVE ? ADJECTIVE_COST
                                                                                            : STEM_COST));
    size_t lengths[3],
        count = links(form, length, form + length, c->length - at - length, word.flags, lengths);
    for (size_t i = 0; i < count; i++) {
        cut_from(c, at + length + lengths[i], parts_left - 1);
        join_cuts(c, at, &first, kinds, lengths[i]);
    }
}

/* The best way to cut what begins at a place; only places that a known part leads to are looked at. */
static void cut_from(cutter *c, size_t at, int parts_left)
{
    cut *best = &c->cuts[at];
    if (best->done || c->length < at + PART_MIN || parts_left == 0)
        return;
    best->done = 1;
    part whole = at > 0 ? last_part(c->form + at, c->length - at) : (part){0, 0};
    if (whole.flags & LAST_PART) {
        best->parts = 1;
        best->length = (uint8_t)(c->length - at);
        best->shorts = best->length <= PART_MIN;
        best->cost = (uint16_t)(best->shorts ? SHORT_COST : 0);
        best->first = whole;
        best->flags = whole.flags;
        return;
    }
    uint32_t hash = SK_HASH_START;
    for (size_t end = at; end + PART_MIN <= c->length;) {
        hash = SK_HASH_STEP(hash, c->form[end++]);
        if (end < at + 2)
            continue;
        uint32_t number = sk_word_find(hash, c->form + at, end - at);
        part word = {0, 0};
        if (number == SK_NO_WORD)
            word = derived_first(c->form + at, end - at, c->form[end]);
        else
            word = (part){sk_words[number].level, sk_words[number].flags};
        if (word.flags != 0)
            try_first(c, at, end - at, word, parts_left);
    }
}

size_t sk_compound_parts(const char *form, size_t length, sk_compound_part out[SK_PARTS_MAX])
{
    cutter c;
    if (length < WORD_MIN || length > COMPOUND_MAX)
        return 0;
    c.form = form;
    c.length = length;
    memset(c.cuts, 0, (length + 1) * sizeof c.cuts[0]);
    cut_from(&c, 0, SK_PARTS_MAX);
    size_t count = c.cuts[0].parts, at = 0;
    for (size_t i = 0; i < count; i++) {
        const cut *from = &c.cuts[at];
        out[i].start = (uint8_t)at;
        out[i].length = from->length;
        out[i].link = from->link;
        out[i].level = from->first.level;
        out[i].flags = from->first.flags;
        at += from->length + from->link;
    }
    return count;
}

/* Does it name a deed or a quality, which nobody can point at. */
static int is_abstract(const char *form, size_t length)
{
    static const char *const ends[] = {"ing",  "ingen", "heid",  "heden", "teit",
                                       "atie", "aties", "schap", NULL};
    return ends_with_any(form, length, ends);
}

/*
 * As hard as its hardest part, but nobody learns a word that is in no list first (A2). It is a level
 * harder when its parts do not help each other: when there are more than two or many letters, when
 * none is easier than the hardest, or when the last is abstract though easy. A figure of speech is
 * harder yet, most of all after the stem of a verb.
 */
static schakel_level level_of(const char *form, size_t length, const sk_compound_part *parts, size_t count)
{
    int hardest = SCHAKEL_LEVEL_A1, easiest = SCHAKEL_LEVEL_C1;
    for (size_t i = 0; i < count; i++) {
        hardest = parts[i].level > hardest ? parts[i].level : hardest;
        easiest = parts[i].level < easiest ? parts[i].level : easiest;
    }
    const sk_compound_part *last = &parts[count - 1];
    const char *last_form = form + last->start;
    int harder = count > 2 || length > LONG_COMPOUND || (easiest == hardest && hardest > SCHAKEL_LEVEL_A1) ||
                 (hardest <= SCHAKEL_LEVEL_A2 && is_abstract(last_form, last->length));
    int figure = in_list(figures, last_form, last->length);
    int level = (hardest < SCHAKEL_LEVEL_A2 ? SCHAKEL_LEVEL_A2 : hardest) + harder + figure;
    if (figure && (parts[0].flags & SK_STEM) && level < SCHAKEL_LEVEL_B2)
        level = SCHAKEL_LEVEL_B2;
    return (schakel_level)(level < SCHAKEL_LEVEL_C1 ? level : SCHAKEL_LEVEL_C1);
}

schakel_level sk_compound_level(const char *form, size_t length, uint32_t *flags)
{
    sk_compound_part parts[SK_PARTS_MAX];
    *flags = 0;
    if (length < WORD_MIN || length > COMPOUND_MAX)
        return SCHAKEL_LEVEL_UNKNOWN;
    part made = derived(form, length);
    if (made.flags != 0) {
        *flags = made.flags;
        return (schakel_level)made.level;
    }
    size_t count = sk_compound_parts(form, length, parts);
    if (count == 0)
        return SCHAKEL_LEVEL_UNKNOWN;
    *flags = parts[count - 1].flags;
    return level_of(form, length, parts, count);
}
