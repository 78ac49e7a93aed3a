/* Words that say much the same: those of the list, and who does something beside what is done. */
#include <stdlib.h>
#include <string.h>

#include "expertise/cue_words.h"
#include "expertise/index.h"
#include "expertise/tables.h"

/* How well one stands for the other, of SK_WHOLE. */
enum { LISTED = 800, WHO_DOES = 750, GROUP_MAX = 16 };
/* What more concepts do than this is done by anybody: werken, helpen. */
enum { COMMON = 12 };

static int add(schakel_expertise *x, uint32_t of, uint32_t term, uint16_t quality)
{
    if (!sk_grow(&x->allocator, &x->synonyms, &x->synonym_room, x->synonym_count + 1, sizeof *x->synonyms))
        return 0;
    x->synonyms[x->synonym_count++] = (sk_synonym){of, term, quality};
    return 1;
}

/* Each word of a group for each other. Returns 0 when memory ran out. */
static int add_group(schakel_expertise *x, const char *group, size_t length)
{
    uint32_t terms[GROUP_MAX];
    size_t count = 0;
    for (size_t at = 0, word; at < length && count < GROUP_MAX; at += word + 1) {
        word = strcspn(group + at, " ");
        terms[count] = sk_term_take(x, group + at, word);
        if (terms[count++] == SK_NO_TERM)
            return 0;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++)
            if (terms[i] != terms[k] && x->terms[terms[k]].concepts > 0 &&
                !add(x, terms[i], terms[k], LISTED))
                return 0;
    return 1;
}

/*
 * "Ik componeer" may be said for componist only by the list, but "ik bewaak" for bewaker by rule. Not
 * what anybody does in a language: who speaks Turkish is no speaker.
 */
static int add_who_does(schakel_expertise *x, uint32_t number)
{
    sk_base bases[SK_BASES_MAX];
    size_t count = 0;
    if (x->terms[number].concepts > 0)
        count = sk_bases(x->terms[number].text, x->terms[number].length, bases);
    for (size_t i = 0; i < count; i++) {
        uint32_t verb = bases[i].kind == SK_BASE_DEED ? sk_term_find(x, bases[i].text) : SK_NO_TERM;
        if (verb != SK_NO_TERM && x->terms[verb].concepts <= COMMON &&
            !(sk_cues_of(x, bases[i].text, bases[i].length) & SK_WORD_TAKES_LANGUAGE) &&
            !add(x, verb, number, WHO_DOES))
            return 0;
    }
    return 1;
}

static int compare(const void *a, const void *b)
{
    const sk_synonym *x = a, *y = b;
    if (x->of != y->of)
        return x->of < y->of ? -1 : 1;
    return x->term < y->term ? -1 : x->term > y->term;
}

int sk_add_synonyms(schakel_expertise *x)
{
    size_t terms = x->term_count;
    for (const char *line = sk_synonyms; *line != '\0'; line += strcspn(line, "\n") + 1)
        if (!add_group(x, line, strcspn(line, "\n")))
            return 0;
    for (size_t i = 0; i < terms; i++)
        if (!add_who_does(x, (uint32_t)i))
            return 0;
    qsort(x->synonyms, x->synonym_count, sizeof *x->synonyms, compare);
    for (size_t i = x->synonym_count; i-- > 0;) {
        sk_term *t = &x->terms[x->synonyms[i].of];
        t->synonym = (uint32_t)i;
        t->synonym_count++;
    }
    return 1;
}
