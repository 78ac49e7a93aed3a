/* What the words of a stretch can stand for. */
#include <string.h>

#include "base/unicode.h"
#include "expertise/cue_words.h"
#include "expertise/reading.h"

enum { PART_LEAST = 4, START_LEAST = 6 };

/* Where a hit is kept. */
typedef struct place {
    sk_reading *reading;
    size_t word, other;
    uint16_t quality;
    uint8_t part, weak;
} place;

static void keep(place *at, uint32_t term, unsigned quality)
{
    sk_reading *r = at->reading;
    sk_hit *hits = r->hits + at->word * SK_HITS_MAX;
    uint8_t *count = &r->hit_counts[at->word];
    for (size_t i = 0; i < *count; i++) {
        if (hits[i].term != term)
            continue;
        if (hits[i].quality < quality)
            hits[i] = (sk_hit){term, (uint16_t)quality, (uint8_t)at->other, at->part, at->weak};
        return;
    }
    if (*count < SK_HITS_MAX)
        hits[(*count)++] = (sk_hit){term, (uint16_t)quality, (uint8_t)at->other, at->part, at->weak};
}

/* Look a word up; quality is of SK_WHOLE of that of the place. Returns whether it is a term. */
static int look_up(place *at, const char *word, size_t length, unsigned quality)
{
    char plain[SK_FORM_MAX + 1];
    if (length > SK_FORM_MAX)
        return 0;
    sk_plain_word(word, length, plain);
    uint32_t term = sk_term_find(at->reading->expertise, plain);
    if (term == SK_NO_TERM)
        return 0;
    const sk_term *t = &at->reading->expertise->terms[term];
    quality = at->quality * quality / SK_WHOLE;
    if (t->concepts > 0)
        keep(at, term, quality);
    for (size_t i = 0; i < t->synonym_count && quality >= SK_QUALITY_RULE; i++) {
        const sk_synonym *s = &at->reading->expertise->synonyms[t->synonym + i];
        keep(at, s->term, quality * s->quality / SK_WHOLE);
    }
    return t->concepts > 0;
}

/* Behind an article stands no verb: de hei is not what a pile driver does. */
static int is_noun_here(const sk_reading *r, size_t word)
{
    return word > 0 && (r->tokens[word].gap & SK_GAP_CLAUSE) == 0 &&
           ((r->tokens[word - 1].flags & SK_ARTICLE) != 0 || r->cues[word - 1] & SK_WORD_ARTICLE);
}

/* Is a base a verb and nothing else? */
static int is_verb(const sk_base *base)
{
    uint32_t word = sk_word_find(sk_hash(base->text, base->length), base->text, base->length);
    return word != SK_NO_WORD && (sk_words[word].flags & (SK_INFINITIVE | SK_NOUN)) == SK_INFINITIVE;
}

/* All bases of a word. Returns whether one that is surely meant is a term. */
static int look_up_bases(place *at, const char *word, size_t length)
{
    static const uint16_t qualities[] = {SK_WHOLE,        SK_WHOLE,          SK_QUALITY_RULE,
                                         SK_QUALITY_RULE, SK_QUALITY_PERSON, SK_QUALITY_DEED};
    sk_base bases[SK_BASES_MAX];
    size_t count = sk_bases(word, length, bases);
    uint32_t number = sk_word_find(sk_hash(word, length), word, length);
    int known = 0, noun = !at->part && is_noun_here(at->reading, at->word),
        itself = number != SK_NO_WORD && sk_is_own_base(number);
    for (size_t i = 0; i < count; i++) {
        unsigned quality = qualities[bases[i].kind];
        if (bases[i].kind == SK_BASE_LISTED && itself)
            quality = SK_QUALITY_OTHER;
        if (noun && bases[i].kind == SK_BASE_LISTED && is_verb(&bases[i]))
            continue;
        if (look_up(at, bases[i].text, bases[i].length, quality))
            known |= bases[i].kind < SK_BASE_DEED;
    }
    return known;
}

/* ---------------------------------------------------------------- compounds */

/* Each run of parts of a compound that the lexicon can cut: the ends tell more than the rest. */
static int look_up_parts(place *at, const char *form, const sk_compound_part *parts, size_t count,
                         unsigned quality)
{
    int known = 0;
    at->part = 1;
    for (size_t first = 0; first < count; first++)
        for (size_t last = first; last < count; last++) {
            size_t end = parts[last].start + (size_t)parts[last].length;
            if (first == 0 && last + 1 == count)
                continue; /* the word itself */
            at->quality =
                (uint16_t)(quality * (last + 1 == count ? SK_QUALITY_HEAD : SK_QUALITY_MODIFIER) / SK_WHOLE);
            known |= look_up_bases(at, form + parts[first].start, end - parts[first].start);
        }
    return known;
}

static int is_word(const char *text, size_t length)
{
    return length >= 3 && sk_word_find(sk_hash(text, length), text, length) != SK_NO_WORD;
}

/* Is it a word before the next part of a compound, with or without the letters that link them? */
static int may_open(const char *text, size_t length)
{
    if (is_word(text, length))
        return 1;
    if (length > 3 && (text[length - 1] == 's' || text[length - 1] == 'e' || text[length - 1] == '-'))
        return is_word(text, length - 1);
    return length > 4 && memcmp(text + length - 2, "en", 2) == 0 && is_word(text, length - 2);
}

/* A compound with a part that only the concepts know: hobbyloodgieter, mozaïekcursus. */
static void look_up_ends(place *at, const char *form, size_t length)
{
    int known = 0;
    at->part = 1;
    at->quality = SK_QUALITY_HEAD;
    for (size_t cut = 3; cut + PART_LEAST <= length && !known; cut++)
        if (may_open(form, cut))
            known = look_up_bases(at, form + cut, length - cut);
    at->quality = SK_QUALITY_MODIFIER;
    for (size_t cut = length > 3 ? length - 3 : 0; cut >= PART_LEAST; cut--)
        if (is_word(form + cut, length - cut) &&
            (look_up(at, form, cut, SK_WHOLE) || look_up(at, form, cut - 1, SK_WHOLE)))
            return;
    for (size_t cut = known ? 0 : length; cut >= START_LEAST; cut--)
        if (look_up(at, form, cut, SK_WHOLE))
            return; /* aspergesteker: with a last part that is in no list */
}

/* A verb with a slip is a verb: "speak" is no speaker. */
static void keep_slip_of_verb(void *context, uint32_t term)
{
    const place *at = context;
    const sk_term *t = &at->reading->expertise->terms[term];
    if (t->text[t->length - 1] == 'n')
        keep(context, term, SK_QUALITY_SLIP);
}

static void keep_slip(void *context, uint32_t term)
{
    keep(context, term, SK_QUALITY_SLIP);
}

/* A long word that means nothing as it stands. */
static void look_up_slip(place *at, const char *form, size_t length)
{
    char plain[SK_FORM_MAX + 1];
    sk_base bases[SK_BASES_MAX];
    size_t count = sk_bases(form, length, bases);
    at->part = 0;
    for (size_t i = 0; i < count; i++)
        if (bases[i].kind == SK_BASE_SAME || bases[i].kind == SK_BASE_PLURAL || bases[i].kind == SK_BASE_RULE)
            sk_terms_near(at->reading->expertise, plain, sk_plain_word(bases[i].text, bases[i].length, plain),
                          bases[i].kind == SK_BASE_RULE ? keep_slip_of_verb : keep_slip, at);
}

/* Without the hyphens that some write: luizen-ouder. */
static size_t without_hyphens(const char *form, size_t length, char out[SK_FORM_MAX + 1])
{
    size_t used = 0;
    for (size_t i = 0; i < length; i++)
        if (form[i] != '-')
            out[used++] = form[i];
    out[used] = '\0';
    return used;
}

/* "A van" says something, "van" does not. */
static int says_nothing(const sk_reading *r, size_t word)
{
    return (r->cues[word] & (SK_WORD_EMPTY | SK_WORD_REFUSES)) != 0 &&
           !(word > 0 && r->cues[word - 1] & SK_WORD_ARTICLE);
}

static void read_word(sk_reading *r, size_t word)
{
    const sk_token *t = &r->tokens[word];
    place at = {r, word, word, SK_WHOLE, 0, 0};
    sk_compound_part parts[SK_PARTS_MAX];
    char joined[SK_FORM_MAX + 1];
    const char *form = sk_form_of(r, word);
    size_t length = t->form_length;
    at.weak = (t->flags & SK_INFLECTED) != 0 && (t->flags & (SK_NOUN | SK_INFINITIVE | SK_FINITE)) == 0;
    if (length == 0 || t->kind == SK_TOKEN_ADDRESS || says_nothing(r, word))
        return;
    int known = look_up_bases(&at, form, length);
    if (!known && memchr(form, '-', length) != NULL) {
        length = without_hyphens(form, length, joined);
        form = joined;
        known = length == 0 || look_up_bases(&at, form, length);
    }
    size_t count = sk_compound_parts(form, length, parts);
    unsigned quality = known ? SK_QUALITY_WITHIN : t->word != SK_NO_WORD ? SK_QUALITY_LISTED : SK_WHOLE;
    if ((count > 1 && look_up_parts(&at, form, parts, count, quality)) || known)
        return;
    if (t->word != SK_NO_WORD)
        return;
    if (r->hit_counts[word] == 0)
        look_up_slip(&at, form, length);
    if (r->hit_counts[word] == 0)
        look_up_ends(&at, form, length);
}

/* ------------------------------------------------- words that belong together */

static int look_up_joined(place *at, const sk_reading *r, size_t first, const char *second, size_t length)
{
    char joined[SK_FORM_MAX + 1];
    size_t start = r->tokens[first].form_length;
    if (start == 0 || start + length > SK_FORM_MAX)
        return 0;
    memcpy(joined, sk_form_of(r, first), start);
    memcpy(joined + start, second, length);
    return look_up(at, joined, start + length, SK_WHOLE);
}

static int is_te(const sk_reading *r, size_t word)
{
    return r->tokens[word].form_length == 2 && memcmp(sk_form_of(r, word), "te", 2) == 0;
}

/* A word and the next as one: les geven, thee kransje, voor te lezen. */
static void join_next(sk_reading *r, size_t word)
{
    size_t next = word + 1;
    const uint32_t *numbers;
    if (next + 1 < r->count && is_te(r, next))
        next++;
    if (next >= r->count || (r->tokens[next].gap & SK_GAP_CLAUSE) != 0)
        return;
    place at = {r, word, next, SK_WHOLE, 0, 0};
    const sk_token *t = &r->tokens[next];
    if (r->cues[next] & SK_WORD_EMPTY ||
        (r->cues[word] & SK_WORD_EMPTY && (t->flags & (SK_FINITE | SK_INFINITIVE)) == 0))
        return; /* wat er is no water */
    look_up_joined(&at, r, word, sk_form_of(r, next), t->form_length);
    if (t->word == SK_NO_WORD)
        return;
    for (size_t n = sk_listed_bases(t->word, &numbers); n > 0; n--)
        look_up_joined(&at, r, word, sk_word_text + sk_words[numbers[n - 1]].text,
                       sk_words[numbers[n - 1]].length);
}

/* Is a word that can stand before a noun the loose part of a verb here: does nothing follow that it could go with? */
static int may_be_loose(const sk_reading *r, size_t word)
{
    const sk_token *next = &r->tokens[word + 1];
    if ((r->tokens[word].flags & SK_PREPOSITION) == 0 || word + 1 >= r->count ||
        (next->gap & SK_GAP_CLAUSE) != 0)
        return 1;
    return (next->flags & (SK_COORDINATING | SK_SUBORDINATING)) != 0 || next->role == SK_ROLE_TE ||
           ((next->flags & (SK_FINITE | SK_INFINITIVE)) != 0 &&
            (next->flags & (SK_NOUN | SK_ADJECTIVE)) == 0) ||
           (next->flags & SK_PREPOSITION) != 0;
}

/* A verb and what is parted from it: lees graag voor, geef ook les. */
static void join_parted(sk_reading *r, size_t verb)
{
    const uint32_t *numbers;
    const sk_token *t = &r->tokens[verb];
    if (t->word == SK_NO_WORD || (t->flags & (SK_FINITE | SK_INFINITIVE)) == 0)
        return;
    size_t count = sk_listed_bases(t->word, &numbers);
    for (size_t i = verb + 1; i < r->count && i <= verb + SK_NEAR; i++) {
        if ((r->tokens[i].gap & (SK_GAP_CLAUSE & ~SK_GAP_COMMA)) != 0)
            return;
        place at = {r, verb, i, SK_WHOLE, 0, 0};
        for (size_t n = 0; n < count && may_be_loose(r, i); n++) {
            const sk_word *base = &sk_words[numbers[n]];
            if (sk_word_text[base->text + base->length - 1u] == 'n') /* an infinitive, of no list or not */
                look_up_joined(&at, r, i, sk_word_text + base->text, base->length);
        }
    }
}

void sk_note_any_language(sk_reading *r, size_t word)
{
    place at = {r, word, word, SK_WHOLE, 0, 0};
    r->told[word] = 1;
    look_up(&at, SK_ANY_LANGUAGE, 1, SK_WHOLE);
}

void sk_read_words(sk_reading *r)
{
    memset(r->hit_counts, 0, r->count);
    for (size_t i = 0; i < r->count; i++)
        r->cues[i] = sk_cues_of(r->expertise, sk_form_of(r, i), r->tokens[i].form_length);
    memset(r->told, 0, r->count);
    for (size_t i = 0; i < r->count; i++) {
        read_word(r, i);
        join_next(r, i);
        join_parted(r, i);
    }
}
