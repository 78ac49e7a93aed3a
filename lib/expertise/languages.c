/*
 * Which languages somebody knows. A name of a language is mostly an adjective too: "Turks eten" and
 * "ik ben Turks" name no language that is spoken, "in het Turks" and "Turks en Arabisch" do.
 */
#include "expertise/tables.h"

#include <string.h>

#include "expertise/cue_words.h"
#include "expertise/reading.h"

static size_t find_name(const char *name, size_t length)
{
    size_t low = 0, high = sk_language_name_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strncmp(sk_language_names[middle].name, name, length);
        if (order == 0)
            order = sk_language_names[middle].name[length] != '\0';
        if (order == 0)
            return middle + 1;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Arabischtalig, Engelstalige: the name in front, with or without -s-. */
static size_t find_speaking(const char *word, size_t length)
{
    if (length > 2 && word[length - 1] == 'e')
        length--;
    return length > 8 && memcmp(word + length - 6, "talig", 5) != 0 &&
                   memcmp(word + length - 5, "talig", 5) == 0
               ? find_name(word, length - 5)
               : 0;
}

size_t sk_named_language_find(const char *name, size_t length)
{
    size_t found = find_name(name, length);
    return found > 0 ? found : find_speaking(name, length);
}

const char *sk_named_language_tag(size_t language)
{
    return sk_language_names[language].tag;
}

size_t sk_named_language_words(size_t language)
{
    return strchr(sk_language_names[language].name, ' ') != NULL ? 2 : 1;
}

static size_t plain_form(const sk_reading *r, size_t word, char out[SK_FORM_MAX + 1])
{
    return sk_plain_word(sk_form_of(r, word), r->tokens[word].form_length, out);
}

/* A name of two words is told by the pair; the second word has none of its own then. */
static size_t find_at(const sk_reading *r, size_t word, size_t *words)
{
    char name[2 * SK_FORM_MAX + 2];
    size_t length = plain_form(r, word, name);
    *words = 2;
    if (word + 1 < r->count && (r->tokens[word + 1].gap & ~SK_GAP_SPACE) == 0) {
        name[length] = ' ';
        size_t second = plain_form(r, word + 1, name + length + 1),
               found = find_name(name, length + 1 + second);
        if (found > 0)
            return found;
    }
    *words = 1;
    return length > 0 ? sk_named_language_find(name, length) : 0;
}

/* Is something said before it, in the same clause, that takes a language? */
static int has_cue_before(const sk_reading *r, size_t word)
{
    for (size_t i = word, away = 0; i > 0 && away < SK_NEAR; away++) {
        if ((r->tokens[i].gap & (SK_GAP_CLAUSE & ~SK_GAP_COMMA)) != 0)
            return 0;
        if (r->cues[--i] & SK_WORD_TAKES_LANGUAGE)
            return 1;
    }
    return 0;
}

/* Does the next word take the name for an adjective? */
static int is_adjective(const sk_reading *r, size_t next)
{
    if (next >= r->count || r->tokens[next].gap & SK_GAP_CLAUSE)
        return 0;
    const sk_token *t = &r->tokens[next];
    if (r->cues[next] & (SK_WORD_AFTER_LANGUAGE | SK_WORD_EMPTY))
        return 0;
    return t->word == SK_NO_WORD || (t->flags & (SK_NOUN | SK_ADJECTIVE | SK_PARTICIPLE_INFLECTED)) != 0;
}

static int is_meant(const sk_reading *r, size_t word, size_t words)
{
    size_t next = word + words;
    if (next < r->count && r->language[next] != 0 && (r->tokens[next].gap & SK_GAP_CLAUSE) == 0)
        return 0; /* Surinaams Nederlands: the second is */
    if (is_adjective(r, next))
        return 0;
    if (word > 0 && (r->cues[word - 1] & SK_WORD_ORIGIN) != 0 && !has_cue_before(r, word))
        return 0;
    return 1;
}

void sk_read_languages(sk_reading *r)
{
    size_t words;
    memset(r->language, 0, r->count * sizeof r->language[0]);
    for (size_t i = 0; i < r->count; i += words) {
        words = 1;
        if (r->tokens[i].form_length > 0)
            r->language[i] = (uint16_t)find_at(r, i, &words);
    }
    for (size_t i = 0; i < r->count; i++) {
        r->named[i] = r->language[i] != 0;
        if (r->language[i] == 0)
            continue;
        if (is_meant(r, i, sk_named_language_words(r->language[i] - 1u)))
            sk_note_any_language(r, i);
        else
            r->language[i] = 0;
    }
}
