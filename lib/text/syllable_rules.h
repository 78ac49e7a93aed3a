/*
 * The rules behind syllables.c. A header of its own, because generate_tables counts the syllables
 * of listed words at build time by the same rules.
 *
 * A run of vowel letters is cut into the vowels that Dutch writes with one, two or three letters
 * (a, aa, aai, ie, eeu, ...), longest first; each is a syllable. A trema opens a new one. What the
 * rules cannot know, mostly words from English and French, is in a list of corrections.
 */
#ifndef SK_TEXT_SYLLABLE_RULES_H
#define SK_TEXT_SYLLABLE_RULES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { PIECE = 256 };

/* Vowels of more than one letter, longest first; those of one letter follow from the others' lack. */
static const struct {
    char letters[4];
    size_t length;
} vowels[] = {{"aai", 3}, {"ooi", 3}, {"oei", 3}, {"eeu", 3}, {"ieu", 3}, {"eau", 3}, {"aa", 2}, {"ee", 2},
              {"oo", 2},  {"uu", 2},  {"ie", 2},  {"oe", 2},  {"eu", 2},  {"ui", 2},  {"ei", 2}, {"ey", 2},
              {"ay", 2},  {"oy", 2},  {"au", 2},  {"ou", 2},  {"ai", 2},  {"oi", 2},  {"ij", 2}};

typedef struct correction {
    const char *part; /* anywhere in a word; with $ at its end only */
    int syllables;    /* to add */
} correction;

static const correction corrections[] = {
    {"team", -1},     {"coach", -1},      {"online", -1},   {"offline", -1},    {"site$", -1},
    {"sites$", -1},   {"game$", -1},      {"games$", -1},   {"whiteboard", -1}, {"chromebook", -1},
    {"homepage", -1}, {"iphone", -1},     {"toast", -1},    {"jeans", -1},      {"dealer", -1},
    {"barbecue", -1}, {"skateboard", -1}, {"update$", -1},  {"updates$", -1},   {"eum$", 1},
    {"eums$", 1},     {"ieus$", 1},       {"ieuze", 1},     {"beamer", -1},     {"soap", -1},
    {"goal", -1},     {"timeline", -2},   {"software", -1}, {"hardware", -1},   {"deadline", -1},
    {"baseline", -1}, {"time$", -1},      {"leasen", -1},   {"cake$", -1},      {"cakes$", -1},
};

/* One letter: its base in lower case ('b' for every letter that is not Latin), whether it has a trema. */
typedef struct letter {
    char base; /* 0 for what is no letter */
    char trema;
} letter;

/* Latin-1 from U+00C0 on; small letters differ from capitals by 0x20. '*' is a cross or division sign. */
static const char latin1_bases[] = "aaaaaabceeeeiiiibnooooo*ouuuuybbaaaaaabceeeeiiiibnooooo*ouuuuyby";

static letter base_letter(uint32_t c)
{
    letter l = {0, 0};
    if (c < 0x80) {
        if (c >= 'A' && c <= 'Z')
            c += 32;
        l.base = (c >= 'a' && c <= 'z') ? (char)c : 0;
    } else if (c >= 0xC0 && c <= 0xFF) {
        uint32_t small = c | 0x20;
        l.base = latin1_bases[c - 0xC0] == '*' ? 0 : latin1_bases[c - 0xC0];
        l.trema = small == 0xE4 || small == 0xEB || small == 0xEF || small == 0xF6 || small == 0xFC;
    } else if (c >= 0x100) {
        l.base = c == 0x2019 || (c >= 0x2010 && c <= 0x2015) ? 0 : 'b';
    }
    return l;
}

static int is_vowel_letter(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* Is the letter at i a consonant although it is written as a vowel: qu-, y before a vowel. */
static int sounds_as_consonant(const letter *l, size_t i, size_t count)
{
    int vowel_after = i + 1 < count && is_vowel_letter(l[i + 1].base);
    if (l[i].base == 'u' && i > 0 && l[i - 1].base == 'q')
        return 1;
    return l[i].base == 'y' && vowel_after &&
           (i == 0 || l[i - 1].base == 0 || is_vowel_letter(l[i - 1].base));
}

/* -tio-, -sio-: one syllable, as in station and pensioen. */
static int is_glide(const letter *l, size_t i, size_t count)
{
    return l[i].base == 'i' && !l[i].trema && i >= 1 && (l[i - 1].base == 't' || l[i - 1].base == 's') &&
           i + 1 < count && l[i + 1].base == 'o' && !l[i + 1].trema;
}

/* How many letters the vowel at i is written with. */
static size_t vowel_length(const letter *l, size_t i, size_t count)
{
    for (size_t v = 0; v < sizeof vowels / sizeof vowels[0]; v++) {
        size_t same = 0;
        while (same < vowels[v].length && i + same < count && l[i + same].base == vowels[v].letters[same] &&
               (same == 0 || !l[i + same].trema))
            same++;
        if (same == vowels[v].length)
            return same;
    }
    return 1;
}

static size_t count_vowels(const letter *l, size_t count, size_t *letters)
{
    size_t syllables = 0;
    for (size_t i = 0; i < count;) {
        *letters += l[i].base != 0;
        if (!is_vowel_letter(l[i].base) || sounds_as_consonant(l, i, count) || is_glide(l, i, count)) {
            i++;
            continue;
        }
        size_t length = vowel_length(l, i, count);
        *letters += length - 1;
        syllables++;
        i += length;
    }
    return syllables;
}

static int correct(const char *form, size_t length)
{
    int sum = 0;
    for (size_t i = 0; i < sizeof corrections / sizeof corrections[0]; i++) {
        const char *part = corrections[i].part;
        size_t size = strlen(part), at_end = part[size - 1] == '$';
        size -= at_end;
        if (length < size)
            continue;
        size_t from = at_end ? length - size : 0;
        for (size_t at = from; at + size <= length; at++) {
            if (form[at] == part[0] && memcmp(form + at, part, size) == 0) {
                sum += corrections[i].syllables;
                break;
            }
        }
    }
    return sum;
}

/* The character at a place of valid UTF-8, and how many bytes it has. */
static uint32_t character_at(const char *form, size_t length, size_t at, size_t *step)
{
    unsigned char lead = (unsigned char)form[at];
    size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint32_t c = size == 1 ? lead : lead & (0xFFu >> (size + 1));
    *step = 1;
    for (; *step < size && at + *step < length; (*step)++)
        c = (c << 6) | ((unsigned char)form[at + *step] & 0x3F);
    return c;
}

/* Of a form in lower case, which is valid UTF-8. At least 1 when it has a letter. */
static size_t count_syllables(const char *form, size_t length)
{
    letter piece[PIECE];
    size_t syllables = 0, letters = 0, count = 0, step;
    int ascii = 1;
    for (size_t at = 0; at < length; at += step) {
        uint32_t c = character_at(form, length, at, &step);
        ascii &= c < 0x80;
        if (c == 0x308 && count > 0)
            piece[count - 1].trema = 1;
        if (c == 0xAD || (c >= 0x300 && c <= 0x36F))
            continue; /* soft hyphens and marks that stand apart from their letter */
        piece[count++] = base_letter(c);
        if (count == PIECE) {
            syllables += count_vowels(piece, count, &letters);
            count = 0;
        }
    }
    syllables += count_vowels(piece, count, &letters);
    if (letters == 0)
        return 0;
    /* Abbreviations without vowels are spelt: pdf. */
    if (syllables == 0)
        return ascii && letters >= 2 && letters <= 4 ? letters : 1;
    int corrected = (int)syllables + correct(form, length);
    return corrected < 1 ? 1 : (size_t)corrected;
}

#endif
