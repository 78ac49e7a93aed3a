#include "text/bases.h"

#include <string.h>

/*
 * The lexicon says of its own forms what they belong to. Of other words the endings tell, Dutch
 * ones and English ones, with the spelling rules turned round: a doubled consonant may have been
 * single, a single vowel long, an f or s a v or z.
 */

enum { STEM_MIN = 2, WORD_MIN = 4 };

typedef struct bases {
    sk_base *out;
    size_t count;
} bases;

static int is_vowel(char c)
{
    return c != '\0' && strchr("aeiouy", c) != NULL;
}

static void add(bases *b, const char *text, size_t length, const char *ending, sk_base_kind kind)
{
    size_t end = strlen(ending);
    if (length < STEM_MIN || length + end > SK_FORM_MAX || b->count == SK_BASES_MAX)
        return;
    sk_base *base = &b->out[b->count];
    memcpy(base->text, text, length);
    memcpy(base->text + length, ending, end + 1);
    base->length = (uint8_t)(length + end);
    base->kind = (uint8_t)kind;
    for (size_t i = 0; i < b->count; i++)
        if (b->out[i].length == base->length && memcmp(b->out[i].text, base->text, base->length) == 0)
            return;
    b->count++;
}

/* The length of a form without an ending, or 0 when it does not end so or too little would be left. */
static size_t without(const char *form, size_t length, const char *ending)
{
    size_t end = strlen(ending);
    return length >= end + STEM_MIN && memcmp(form + length - end, ending, end) == 0 ? length - end : 0;
}

/* Does a text end in a consonant that stands twice? */
static int is_doubled(const char *text, size_t length)
{
    return length > 2 && text[length - 1] == text[length - 2] && !is_vowel(text[length - 1]);
}

/* What is left of a Dutch word without -en or -e, as it is written when nothing follows. */
static void add_closed(bases *b, const char *text, size_t length, sk_base_kind kind)
{
    char closed[SK_FORM_MAX + 2];
    if (length < STEM_MIN || length > SK_FORM_MAX)
        return;
    add(b, text, length, "", kind);
    memcpy(closed, text, length);
    if (is_doubled(text, length)) {
        add(b, text, length - 1, "", kind);
        return;
    }
    char last = text[length - 1];
    if (last == 'v' || last == 'z')
        closed[length - 1] = last == 'v' ? 'f' : 's';
    add(b, closed, length, "", kind);
    if (!is_vowel(last) && is_vowel(text[length - 2]) && (length < 3 || !is_vowel(text[length - 3]))) {
        closed[length] = closed[length - 1];
        closed[length - 1] = closed[length - 2];
        add(b, closed, length + 1, "", kind);
    }
}

/* The Dutch infinitive of a stem: werk, las, maak, lees. */
static void add_infinitive(bases *b, const char *stem, size_t length, sk_base_kind kind)
{
    char open[SK_FORM_MAX + 2];
    if (length < STEM_MIN || length > SK_FORM_MAX)
        return;
    char last = stem[length - 1];
    add(b, stem, length, "en", kind);
    if (is_vowel(last))
        return;
    memcpy(open, stem, length);
    open[length] = last;
    int two_vowels = is_vowel(stem[length - 2]) && length > 2 && stem[length - 2] == stem[length - 3];
    if (two_vowels) {
        open[length - 2] = last == 's' ? 'z' : last == 'f' ? 'v' : last;
        add(b, open, length - 1, "en", kind);
        open[length - 2] = last;
        add(b, open, length - 1, "en", kind);
    } else if (is_vowel(stem[length - 2])) {
        add(b, open, length + 1, "en", kind);
    }
}

static void add_small(bases *b, const char *form, size_t length)
{
    static const char *const endings[] = {"etje", "tje", "pje", "kje", "je", NULL};
    size_t whole = without(form, length, "s") > 0 ? length - 1 : length;
    for (size_t i = 0, left; endings[i] != NULL; i++)
        if ((left = without(form, whole, endings[i])) > 0)
            add_closed(b, form, left, SK_BASE_PLURAL);
}

static void add_dutch_verb(bases *b, const char *form, size_t length)
{
    static const char *const pasts[] = {"te", "de", "ten", "den", "t", "d", "end", "ende", NULL};
    add_infinitive(b, form, length, SK_BASE_RULE);
    for (size_t i = 0, left; pasts[i] != NULL; i++) {
        if ((left = without(form, length, pasts[i])) == 0)
            continue;
        add_infinitive(b, form, left, SK_BASE_RULE);
        if (left > 4 && memcmp(form, "ge", 2) == 0)
            add_infinitive(b, form + 2, left - 2, SK_BASE_RULE);
    }
}

static void add_dutch(bases *b, const char *form, size_t length)
{
    size_t left;
    if ((left = without(form, length, "en")) > 0 || (left = without(form, length, "\xC3\xABn")) > 0)
        add_closed(b, form, left, SK_BASE_PLURAL);
    add_small(b, form, length);
    if ((left = without(form, length, "e")) > 0)
        add_closed(b, form, left, SK_BASE_RULE);
    add_dutch_verb(b, form, length);
}

/* Verslaafden: what the lexicon has as an adjective or participle, as people. */
static void add_persons(bases *b, const char *form, size_t length)
{
    size_t left = without(form, length, "n");
    uint32_t word = left == 0 ? SK_NO_WORD : sk_word_find(sk_hash(form, left), form, left);
    const uint32_t *numbers;
    if (word == SK_NO_WORD || form[left - 1] != 'e')
        return;
    add(b, form, left, "", SK_BASE_PLURAL);
    for (size_t n = sk_listed_bases(word, &numbers); n > 0; n--)
        add(b, sk_word_text + sk_words[numbers[n - 1]].text, sk_words[numbers[n - 1]].length, "",
            SK_BASE_PLURAL);
}

static void add_plurals(bases *b, const char *form, size_t length)
{
    size_t left;
    if ((left = without(form, length, "'s")) > 0)
        add(b, form, left, "", SK_BASE_PLURAL);
    if ((left = without(form, length, "s")) > 0 && form[left - 1] != 's' && form[left - 1] != '\'')
        add(b, form, left, "", SK_BASE_PLURAL);
    if ((left = without(form, length, "ies")) > 0)
        add(b, form, left, "y", SK_BASE_PLURAL);
    else if ((left = without(form, length, "es")) > 0)
        add(b, form, left, "", SK_BASE_PLURAL);
}

/* What is left of an English verb without -ing, -ed or -er: bak, runn, teach. */
static void add_english_stem(bases *b, const char *form, size_t left, sk_base_kind kind)
{
    if (left == 0)
        return;
    add(b, form, left, "", kind);
    add(b, form, left, "e", kind);
    if (is_doubled(form, left))
        add(b, form, left - 1, "", kind);
}

static void add_english(bases *b, const char *form, size_t length)
{
    add_english_stem(b, form, without(form, length, "ing"), SK_BASE_RULE);
    add_english_stem(b, form, without(form, length, "ed"), SK_BASE_RULE);
    add_english_stem(b, form, without(form, length, "er"), SK_BASE_DEED);
    add_english_stem(b, form, without(form, length, "ers"), SK_BASE_DEED);
}

/* kapster, from kap: kapper. */
static void add_person_of_stem(bases *b, const char *stem, size_t length)
{
    sk_base found[SK_BASES_MAX];
    bases verbs = {found, 0};
    add_infinitive(&verbs, stem, length, SK_BASE_PERSON);
    for (size_t i = 0; i < verbs.count; i++)
        add(b, found[i].text, found[i].length - 1u, "r", SK_BASE_PERSON);
}

static void add_person(bases *b, const char *form, size_t length)
{
    static const struct {
        const char *ending, *instead;
    } endings[] = {{"ares", "aar"},    {"aressen", "aar"}, {"eres", "er"},  {"eressen", "er"},
                   {"euse", "eur"},    {"euses", "eur"},   {"rice", "eur"}, {"rices", "eur"},
                   {"iste", "ist"},    {"istes", "ist"},   {"ente", "ent"}, {"entes", "ent"},
                   {"ante", "ant"},    {"antes", "ant"},   {"esse", "is"},  {"ologe", "oloog"},
                   {"ologes", "oloog"}};
    size_t left;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if ((left = without(form, length, endings[i].ending)) > 0)
            add(b, form, left, endings[i].instead, SK_BASE_PERSON);
    if ((left = without(form, length, "ster")) > 0 || (left = without(form, length, "sters")) > 0)
        add_person_of_stem(b, form, left);
    if ((left = without(form, length, "in")) > 0 || (left = without(form, length, "innen")) > 0) {
        add(b, form, left, "", SK_BASE_PERSON);
        if (is_doubled(form, left))
            add(b, form, left - 1, "", SK_BASE_PERSON);
    }
}

static void add_deed(bases *b, const char *form, size_t length)
{
    static const char *const endings[] = {"er",   "ers",  "ster", "sters", "aar",
                                          "aars", "erij", "ing",  "ingen", NULL};
    for (size_t i = 0, left; endings[i] != NULL; i++) {
        if ((left = without(form, length, endings[i])) < 3)
            continue;
        add(b, form, left, "en", SK_BASE_DEED);
        if (endings[i][0] == 's') /* of the stem: naaister */
            add_infinitive(b, form, left, SK_BASE_DEED);
    }
}

size_t sk_listed_bases(uint32_t word, const uint32_t **numbers)
{
    uint32_t base = sk_word_bases[word];
    *numbers = &sk_word_bases[word];
    if ((base & SK_MANY_BASES) == 0)
        return 1;
    const uint32_t *more = &sk_more_bases[base & ~SK_MANY_BASES];
    *numbers = more + 1;
    return *more;
}

int sk_is_own_base(uint32_t word)
{
    const uint32_t *numbers;
    for (size_t n = sk_listed_bases(word, &numbers); n > 0; n--)
        if (numbers[n - 1] == word)
            return 1;
    return 0;
}

size_t sk_bases(const char *form, size_t length, sk_base out[SK_BASES_MAX])
{
    bases b = {out, 0};
    const uint32_t *numbers;
    if (length > SK_FORM_MAX)
        length = SK_FORM_MAX;
    add(&b, form, length, "", SK_BASE_SAME);
    if (b.count == 0) { /* one letter */
        memcpy(out[0].text, form, length);
        out[0].text[length] = '\0';
        out[0].length = (uint8_t)length;
        out[0].kind = SK_BASE_SAME;
        return 1;
    }
    uint32_t word = sk_word_find(sk_hash(form, length), form, length);
    if (word != SK_NO_WORD) {
        size_t count = sk_listed_bases(word, &numbers);
        for (size_t i = 0; i < count; i++)
            add(&b, sk_word_text + sk_words[numbers[i]].text, sk_words[numbers[i]].length, "",
                SK_BASE_LISTED);
    } else if (length >= WORD_MIN) {
        add_plurals(&b, form, length);
        add_persons(&b, form, length);
        add_dutch(&b, form, length);
        add_english(&b, form, length);
    }
    if (length >= WORD_MIN) {
        add_person(&b, form, length);
        add_deed(&b, form, length);
    }
    return b.count;
}
