/*
 * The rules behind syllables.c. A header of its own, because generate_tables counts the syllables
 * of listed words at build time by the same rules.
 *
 * A run of vowel letters is cut into the vowels that Dutch writes with one, two or three letters
 * (a, aa, aai, ie, eeu, ...), longest first; each is a syllable. A trema opens a new one. Short
 * words that nobody can say as they stand are spelt (bso, tv). What the rules cannot know, mostly
 * words from English and French, is in a list of corrections.
 */
#ifndef SK_TEXT_SYLLABLE_RULES_H
#define SK_TEXT_SYLLABLE_RULES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { PIECE = 256 };

/* Vowels of more than one letter, longest first; those of one letter follow from the others' lack. */
static const struct {
    char letters[5];
    size_t length;
} vowels[] = {{"euil", 4}, {"ouil", 4}, {"aai", 3}, {"ooi", 3}, {"oei", 3}, {"eeu", 3}, {"ieu", 3},
              {"eau", 3},  {"oeu", 3},  {"aa", 2},  {"ee", 2},  {"oo", 2},  {"uu", 2},  {"ie", 2},
              {"oe", 2},   {"eu", 2},   {"ui", 2},  {"ei", 2},  {"ey", 2},  {"ay", 2},  {"oy", 2},
              {"au", 2},   {"ou", 2},   {"ai", 2},  {"oi", 2},  {"ij", 2}};

/*
 * A part of a word: with ^ at its start only, with $ at its end only, with + not before what makes
 * a silent e sound (game, games, gamet and gamebaas have one vowel less than is written, gamen has not).
 */
typedef struct correction {
    const char *part;
    int syllables; /* to add */
} correction;

/* In the order of their first letters. */
static const correction corrections[] = {
    {"-date+", -1},   {"-time+", -1},       {"avalanche+", -1}, {"avenue+", -1},    {"baguette", -2},
    {"barbecue", -1}, {"baseline+", -1},    {"beach", -1},      {"beamer", -1},     {"^beat$", -1},
    {"^beats$", -1},  {"^beij", 1},         {"bike+", -1},      {"board", -1},      {"boat", -1},
    {"branche+", -1}, {"break", -1},        {"brioche+", -1},   {"broche+", -1},    {"business", -1},
    {"cake+", -1},    {"cheat", -1},        {"chrome+", -1},    {"clean", -1},      {"coach", -1},
    {"coat", -1},     {"comeback", -1},     {"coupe+", -1},     {"cream", -1},      {"cruise+", -1},
    {"crème+", -1},   {"dance+", -1},       {"^date+", -1},     {"dead", -1},       {"deadline+", -1},
    {"^deal$", -1},   {"^dealer", -1},      {"^deals$", -1},    {"dream", -1},      {"drive+", -1},
    {"easy", -1},     {"escape+", -1},      {"^eu$", 1},        {"facebook", -1},   {"fake+", -1},
    {"feature", -2},  {"fondue+", -1},      {"freelance+", -1}, {"fulltime+", -1},  {"game+", -1},
    {"^geij", 1},     {"goal", -1},         {"hardware+", -1},  {"head", -1},       {"headline+", -1},
    {"home+", -1},    {"homepage+", -1},    {"hype+", -1},      {"^ib$", 1},        {"^ict$", 2},
    {"ieus$", 1},     {"ieuze", 1},         {"ileum", 1},       {"interface+", -1}, {"issue+", -1},
    {"jeans", -1},    {"leader", -1},       {"learn", -1},      {"leas", -1},       {"lease+", -1},
    {"life+", -1},    {"like+", -1},        {"^live$", -1},     {"livestream", -1}, {"load", -1},
    {"make-up", -1},  {"management", -1},   {"milieus$", -1},   {"mousse+", -1},    {"muesli", -1},
    {"nice+", -1},    {"niche$", -1},       {"niches$", -1},    {"notebook", -1},   {"offline+", -1},
    {"oleum", 1},     {"online+", -1},      {"ouche+", -1},     {"parttime+", -1},  {"pdate+", -1},
    {"peak", -1},     {"performance+", -1}, {"phone+", -1},     {"pipeline+", -1},  {"que$", -1},
    {"ques$", -1},    {"quiche+", -1},      {"quote+", -1},     {"race+", -1},      {"reader", -1},
    {"revue+", -1},   {"road", -1},         {"roast", -1},      {"safe+", -1},      {"schoolsite+", -1},
    {"service+", -1}, {"seum", 1},          {"shake+", -1},     {"^site+", -1},     {"skate+", -1},
    {"skyline+", -1}, {"sneak", -1},        {"soap", -1},       {"software+", -1},  {"statement", -1},
    {"steak", -1},    {"stream", -1},       {"style+", -1},     {"sweater", -1},    {"^tape+", -1},
    {"team", -1},     {"teaser", -1},       {"^time+", -1},     {"timeline+", -1},  {"toast", -1},
    {"trade+", -1},   {"upgrade+", -1},     {"^url$", 2},       {"voice+", -1},     {"webpage+", -1},
    {"website+", -1}, {"white+", -1},       {"yceum", 1},       {"youtube+", -1},   {"zoiets", 1},
    {"èche+", -1},
};

/* One letter: its base in lower case ('b' for every letter that is not Latin), whether it has a trema. */
typedef struct letter {
    char base; /* 0 for what is no letter */
    char trema;
    char mark; /* what is no letter: ' or - or another */
} letter;

/* Latin-1 from U+00C0 on; small letters differ from capitals by 0x20. '*' is a cross or division sign. */
static const char latin1_bases[] = "aaaaaabceeeeiiiibnooooo*ouuuuybbaaaaaabceeeeiiiibnooooo*ouuuuyby";

static letter base_letter(uint32_t c)
{
    letter l = {0, 0, 0};
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
    if (l.base == 0)
        l.mark = c == '\'' || c == 0x2019 ? '\'' : '-';
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
    return l[i].base == 'y' && vowel_after && (i == 0 || is_vowel_letter(l[i - 1].base));
}

/* -tion-, -sioen: one syllable, as in station and pensioen; fysio has two. */
static int is_glide(const letter *l, size_t i, size_t count)
{
    return l[i].base == 'i' && !l[i].trema && i >= 1 && (l[i - 1].base == 't' || l[i - 1].base == 's') &&
           i + 2 < count && l[i + 1].base == 'o' && !l[i + 1].trema &&
           (l[i + 2].base == 'n' || (l[i + 2].base == 'e' && !l[i + 2].trema));
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

static size_t count_vowels(const letter *l, size_t count)
{
    size_t syllables = 0;
    for (size_t i = 0; i < count;) {
        if (!is_vowel_letter(l[i].base) || sounds_as_consonant(l, i, count) || is_glide(l, i, count)) {
            i++;
            continue;
        }
        i += vowel_length(l, i, count);
        syllables++;
    }
    return syllables;
}

/* May two consonants begin a word. */
static int may_begin(char first, char second)
{
    static const char pairs[] =
        "bjblbrchclcrdjdrdwfjflfnfrghglgngrkhklknkrkwljnjphpjplpnprpsrhscsfshsjskslsmsnspsqstsvsw"
        "thtjtrtstwvlvrwhwrzhzw";
    for (size_t i = 0; i + 1 < sizeof pairs; i += 2)
        if (pairs[i] == first && pairs[i + 1] == second)
            return 1;
    return 0;
}

/* May two consonants stand together at the end of a word: what comes after l and r is free. */
static int may_end(char first, char second)
{
    static const char *const after[26] = {['b' - 'a'] = "bst",
                                          ['c' - 'a'] = "chkst",
                                          ['d' - 'a'] = "dst",
                                          ['f' - 'a'] = "fst",
                                          ['g' - 'a'] = "ghst",
                                          ['h' - 'a'] = "lmnrst",
                                          ['j' - 'a'] = "dfgklmnprstvz",
                                          ['k' - 'a'] = "kst",
                                          ['m' - 'a'] = "bdfmpst",
                                          ['n' - 'a'] = "cdgknst",
                                          ['p' - 'a'] = "fhpst",
                                          ['s' - 'a'] = "chkmpst",
                                          ['t' - 'a'] = "hstz",
                                          ['w' - 'a'] = "dlmnst",
                                          ['x' - 'a'] = "st",
                                          ['z' - 'a'] = "z"};
    if (first == 'l' || first == 'r' || first == second)
        return 1;
    return after[first - 'a'] != NULL && strchr(after[first - 'a'], second) != NULL;
}

enum { SPELT_MAX = 4 };

/* Can nobody say it as a word: bso, vmbo, avg, tv. */
static int is_unsayable(const letter *l, size_t count)
{
    size_t begin = 0, end = count;
    while (begin < count && !is_vowel_letter(l[begin].base))
        begin++;
    while (end > 0 && !is_vowel_letter(l[end - 1].base))
        end--;
    if (begin == count)
        return count >= 2;
    if (begin >= 2 && !may_begin(l[0].base, l[1].base))
        return 1;
    for (size_t i = end; i + 1 < count; i++)
        if (!may_end(l[i].base, l[i + 1].base))
            return 1;
    return 0;
}

/* The stretch of letters from a place on. */
static size_t stretch(const letter *l, size_t from, size_t count)
{
    size_t end = from;
    while (end < count && l[end].base != 0)
        end++;
    return end - from;
}

/* 'er, 'en, 'je: put after an abbreviation, as in zzp'er. */
static int is_abbreviation_ending(const letter *l, size_t at, size_t count)
{
    return at + 2 < count && l[at].mark == '\'' && l[at + 1].base != 't' &&
           (l[at + 1].base == 'e' || l[at + 2].base == 'e');
}

/* Of one stretch of letters; a single consonant counts before a hyphen only (T-shirt, not auto's). */
static size_t count_stretch(const letter *l, size_t from, size_t length, size_t count)
{
    int after_apostrophe = from > 0 && l[from - 1].mark == '\'';
    size_t end = from + length, syllables = count_vowels(l + from, length);
    if (after_apostrophe)
        return syllables;
    if (length == 1 && syllables == 0)
        return end < count && l[end].mark == '-';
    if (length <= SPELT_MAX &&
        (is_unsayable(l + from, length) || (length < SPELT_MAX && is_abbreviation_ending(l, end, count))))
        return length;
    return syllables;
}

static size_t count_piece(const letter *l, size_t count, int latin)
{
    size_t syllables = 0;
    for (size_t at = 0; at < count; at++) {
        size_t length = stretch(l, at, count);
        if (length > 0)
            syllables += latin ? count_stretch(l, at, length, count) : count_vowels(l + at, length);
        at += length;
    }
    return syllables;
}

static int is_consonant(char c)
{
    return c >= 'a' && c <= 'z' && !is_vowel_letter(c);
}

/* Does an e at the end of an English or French part stay silent before what comes after it. */
static int stays_silent(const char *rest, size_t length)
{
    if (length == 0 || (length == 1 && (*rest == 's' || *rest == 't')) || *rest == '-' || *rest == '\'')
        return 1;
    if (length < 3 || !is_consonant(*rest) || *rest == 'r')
        return 0;
    return *rest != 'n' || !is_consonant(rest[1]);
}

/* Does a correction hold at this place. */
static int holds(const char *part, const char *form, size_t length, size_t at)
{
    if (*part == '^') {
        if (at > 0)
            return 0;
        part++;
    }
    size_t size = strlen(part);
    char last = part[size - 1];
    size -= last == '$' || last == '+';
    if (length - at < size || memcmp(form + at, part, size) != 0)
        return 0;
    size_t left = length - at - size;
    return last == '$' ? left == 0 : last != '+' || stays_silent(form + at + size, left);
}

static unsigned char first_letter(size_t i)
{
    const char *part = corrections[i].part;
    return (unsigned char)part[*part == '^'];
}

static int64_t correct(const char *form, size_t length)
{
    int64_t sum = 0;
    for (size_t at = 0; at < length; at++) {
        unsigned char c = (unsigned char)form[at];
        size_t low = 0, high = sizeof corrections / sizeof corrections[0], count = high;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (first_letter(middle) < c)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < count && first_letter(low) == c; low++)
            if (holds(corrections[low].part, form, length, at))
                sum += corrections[low].syllables;
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
    size_t syllables = 0, count = 0, step;
    int latin = 1, has_letter = 0;
    for (size_t at = 0; at < length; at += step) {
        uint32_t c = character_at(form, length, at, &step);
        if (c == 0x308 && count > 0)
            piece[count - 1].trema = 1;
        if (c == 0xAD || (c >= 0x300 && c <= 0x36F))
            continue; /* soft hyphens and marks that stand apart from their letter */
        piece[count] = base_letter(c);
        latin &= c < 0x100 || piece[count].base == 0;
        has_letter |= piece[count].base != 0;
        if (++count == PIECE) {
            syllables += count_piece(piece, count, latin);
            count = 0;
        }
    }
    if (count > 0)
        syllables += count_piece(piece, count, latin);
    int64_t corrected = (int64_t)syllables + correct(form, length);
    if (corrected < 1)
        return (size_t)has_letter;
    return (size_t)corrected;
}

#endif
