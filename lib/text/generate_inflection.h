/*
 * Dutch inflection: from the entries of the word lists to the forms that occur in texts. Included by
 * generate_tables.c only. It may make a form too many (a recogniser is not hurt by it), so it
 * follows the spelling rules and leaves what they cannot know to the columns of the lists.
 */
#ifndef SK_TEXT_GENERATE_INFLECTION_H
#define SK_TEXT_GENERATE_INFLECTION_H

#include <string.h>

enum { FORM_SIZE = 128 };

static int is_vowel(char c)
{
    return c != '\0' && strchr("aeiouy", c) != NULL;
}

static int ends_with(const char *word, const char *end)
{
    size_t length = strlen(word), end_length = strlen(end);
    return length >= end_length && strcmp(word + length - end_length, end) == 0;
}

static int ends_with_any(const char *word, const char *const *ends)
{
    for (; *ends != NULL; ends++)
        if (ends_with(word, *ends))
            return 1;
    return 0;
}

/* One vowel letter before the last, one consonant: bal, maak no, bezem too. */
static int ends_short(const char *word)
{
    size_t n = strlen(word);
    return n >= 2 && !is_vowel(word[n - 1]) && is_vowel(word[n - 2]) && (n < 3 || !is_vowel(word[n - 3]));
}

/* The first `length` bytes of a word and an ending; cut where it would not fit. */
static void join(char out[FORM_SIZE], const char *word, size_t length, const char *ending)
{
    size_t end_length = strlen(ending);
    length = length < FORM_SIZE - 1 ? length : FORM_SIZE - 1;
    end_length = end_length < FORM_SIZE - 1 - length ? end_length : FORM_SIZE - 1 - length;
    memmove(out, word, length); /* it may be its own beginning */
    memcpy(out + length, ending, end_length);
    out[length + end_length] = '\0';
}

/* The same with its last letter doubled: bal becomes ball. */
static void doubled(const char *word, char out[FORM_SIZE])
{
    size_t n = strlen(word);
    join(out, word, n, n > 0 ? word + n - 1 : "");
}

/* Diminutives; up to two candidates, "" where there is no second. */
static void diminutives(const char *noun, char first[FORM_SIZE], char second[FORM_SIZE])
{
    static const char *const vowel_ends[] = {"ie", "oe", "ee", "ei", "ui", "ou",
                                             "au", "eu", "ij", "w",  "e",  NULL};
    size_t n = strlen(noun);
    char last = n > 0 ? noun[n - 1] : ' ';
    char twice[FORM_SIZE];
    doubled(noun, twice);
    second[0] = '\0';
    if (ends_with_any(noun, vowel_ends)) {
        join(first, noun, n, "tje");
    } else if (last == 'a' || last == 'o' || last == 'u') {
        join(first, twice, n + 1, "tje");
    } else if (last == 'i') {
        join(first, noun, n, "etje");
    } else if (last == 'y') {
        join(first, noun, n, "'tje");
    } else if (ends_with(noun, "ng")) {
        join(first, noun, n, "etje");
        join(second, noun, n - 1, "kje");
    } else if (last == 'm') {
        join(first, noun, n, "pje");
        if (ends_short(noun))
            join(second, twice, n + 1, "etje");
    } else if (last == 'n' || last == 'l' || last == 'r') {
        join(first, noun, n, "tje");
        if (ends_short(noun))
            join(second, twice, n + 1, "etje");
    } else {
        join(first, noun, n, "je");
        if ((last == 'g' || last == 'b') && ends_short(noun))
            join(second, twice, n + 1, "etje");
    }
}

/* From the infinitive without -en to the stem as it is written: mak to maak, lez to lees, bell to bel. */
static void stem_of(const char *infinitive, char out[FORM_SIZE])
{
    join(out, infinitive, strlen(infinitive), "");
    size_t n = strlen(out);
    if (!ends_with(out, "en")) {
        if (n > 1)
            out[n - 1] = '\0'; /* gaan, doen and zien come with their own column */
        return;
    }
    out[n -= 2] = '\0';
    if (n < 2)
        return;
    if (out[n - 1] == out[n - 2] && !is_vowel(out[n - 1])) {
        out[--n] = '\0';
    } else if (!is_vowel(out[n - 1]) && strchr("aeou", out[n - 2]) != NULL &&
               (n < 3 || !is_vowel(out[n - 3]) || (n >= 4 && out[n - 4] == 'q'))) {
        /* An open syllable keeps its long vowel when it closes. */
        if (n + 1 < FORM_SIZE) {
            out[n + 1] = '\0';
            out[n] = out[n - 1];
            out[n - 1] = out[n - 2];
            n++;
        }
    }
    if (out[n - 1] == 'v')
        out[n - 1] = 'f';
    else if (out[n - 1] == 'z')
        out[n - 1] = 's';
}

/* The participle as it stands before a noun: gebeld to gebelde, gedaan to gedane, geschreven as it is. */
static void inflected_participle(const char *participle, char out[FORM_SIZE])
{
    size_t n = strlen(participle);
    const char ending[] = {n > 0 ? participle[n - 1] : ' ', 'e', '\0'};
    if (ends_with(participle, "en"))
        join(out, participle, n, "");
    else if (n > 3 && participle[n - 2] == participle[n - 3] && is_vowel(participle[n - 2]))
        join(out, participle, n - 2, ending);
    else
        join(out, participle, n, ends_short(participle) ? ending : "e");
}

static void superlative(const char *adjective, char out[FORM_SIZE])
{
    join(out, adjective, strlen(adjective), ends_with(adjective, "s") ? "t" : "st");
}

#endif
