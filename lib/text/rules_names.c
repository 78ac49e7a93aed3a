/* Two names for one thing in one text. */
#include <string.h>

#include "base/unicode.h"
#include "text/check.h"

/* Endings of one name: leraar and leraren, uitje and uitjes, lokaal and lokalen. */
enum { ENDING = 3 };

/* The singular, plural and small forms of one name begin alike. */
static int same_name(const char *text, size_t a, size_t a_end, size_t b, size_t b_end)
{
    size_t a_length = a_end - a, b_length = b_end - b;
    size_t shorter = a_length < b_length ? a_length : b_length;
    size_t longer = a_length < b_length ? b_length : a_length;
    size_t alike = 0;
    while (alike < shorter && sk_ascii_lower(text[a + alike]) == sk_ascii_lower(text[b + alike]))
        alike++;
    if (longer - shorter <= ENDING)
        return alike >= 2 && alike + ENDING >= shorter;
    /* app van school and app, naschoolse opvang and opvang */
    const char *whole = text + (a_length > b_length ? a : b), *part = text + (a_length > b_length ? b : a);
    size_t back = longer - shorter;
    return (alike == shorter && whole[alike] == ' ') ||
           (whole[back - 1] == ' ' && memcmp(whole + back, part, shorter) == 0);
}

static int is_word(const sk_checking *c, size_t start, size_t end, const char *word)
{
    size_t length = strlen(word);
    if (end - start != length)
        return 0;
    for (size_t i = 0; i < length; i++)
        if (sk_ascii_lower(c->text[start + i]) != word[i])
            return 0;
    return 1;
}

/* het inschrijfformulier, and then het formulier: the last part stands for the whole. */
static int is_last_part(const char *text, size_t whole, size_t whole_end, size_t part, size_t part_end)
{
    size_t length = part_end - part;
    return whole_end - whole > length && memcmp(text + whole_end - length, text + part, length) == 0;
}

/* A juf and a meester are two people. */
static int are_two(const sk_checking *c, size_t a, size_t a_end, size_t b, size_t b_end)
{
    return (is_word(c, a, a_end, "juf") && is_word(c, b, b_end, "meester")) ||
           (is_word(c, a, a_end, "meester") && is_word(c, b, b_end, "juf"));
}

/* Which article goes with the word before a noun: 'd' (de, deze), 'h' (het, dit), 'n' (een, uw: either), or 0. */
static char article_before(const char *text, size_t start)
{
    static const struct {
        char word[6];
        char article;
    } words[] = {{"de", 'd'},  {"deze", 'd'}, {"die", 'd'},  {"onze", 'd'}, {"elke", 'd'},
                 {"het", 'h'}, {"dit", 'h'},  {"dat", 'h'},  {"ons", 'h'},  {"elk", 'h'},
                 {"een", 'n'}, {"uw", 'n'},   {"zijn", 'n'}, {"haar", 'n'}, {"hun", 'n'}};
    if (start < 2 || text[start - 1] != ' ')
        return 0;
    size_t end = start - 1, at = end, longest = sizeof words[0].word;
    while (at > 0 && end - at < longest && sk_ascii_lower(text[at - 1]) >= 'a' &&
           sk_ascii_lower(text[at - 1]) <= 'z')
        at--;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i].word), k = 0;
        while (k < length && end - at == length && sk_ascii_lower(text[at + k]) == words[i].word[k])
            k++;
        if (k == length)
            return words[i].article;
    }
    return 0;
}

static int is_plural(const sk_checking *c, size_t start, size_t end)
{
    char last = c->text[end - 1], before = end - start > 2 ? c->text[end - 2] : ' ';
    return last == 's' || (last == 'n' && before == 'e');
}

/* May the first name stand where the other one does? Only when number and article surely agree. */
static int fits(const sk_checking *c, const sk_named *named, size_t start, size_t end)
{
    char own = article_before(c->text, start), first = article_before(c->text, named->start);
    int opened = c->text[named->start] >= 'A' && c->text[named->start] <= 'Z';
    if (opened || is_plural(c, named->start, named->end) != is_plural(c, start, end))
        return 0;
    return own == 'n' || (own != 0 && own == first);
}

/* (MR), of naschoolse opvang, leerjaar 1 is de eerste klas: the other name is told on purpose. */
static int is_told(const sk_sentence *s, const sk_named *named, size_t first)
{
    const sk_token *t = &s->tokens[first];
    if (t->gap & SK_GAP_OPEN || (first > 0 && t[-1].role == SK_ROLE_EN && s->forms[t[-1].form] == 'o'))
        return 1;
    int beside = named->start >= s->tokens[0].start; /* in this sentence */
    for (size_t i = first; beside && i-- > 0 && first - i <= SK_REACH && s->tokens[i].start >= named->end;)
        if (s->tokens[i].role == SK_ROLE_ZIJN || sk_is_form(s, &s->tokens[i], "heet"))
            return 1;
    return 0;
}

/* een lunch, geen formulier: not what was spoken of before. */
static int is_new_thing(const sk_sentence *s, size_t first)
{
    static const char *const words[] = {"een", "geen", "elke", "ander", "andere", NULL};
    return first > 0 && sk_is_one_of(s, &s->tokens[first - 1], words);
}

static sk_named *named_thing(sk_checking *c, const sk_phrase *phrase)
{
    if (c->named == NULL)
        c->named = sk_alloc_zeroed(c->allocator, sk_name_count, sizeof *c->named);
    if (c->named == NULL) {
        c->failed = 1;
        return NULL;
    }
    return &c->named[phrase->group];
}

void sk_note_name(sk_checking *c, const sk_sentence *s, const sk_phrase *phrase, size_t first, size_t last,
                  size_t end)
{
    const sk_token *next = last + 1 < s->count ? &s->tokens[last + 1] : NULL;
    size_t start = s->tokens[first].start;
    /* juf Lotte: the title of a person. */
    if (next != NULL && next->gap == SK_GAP_SPACE && (next->shape & SK_SHAPE_CAPITAL))
        return;
    sk_named *named = named_thing(c, phrase);
    if (named == NULL)
        return;
    if (named->end == 0) {
        named->start = start;
        named->end = end;
        return;
    }
    if (same_name(c->text, named->start, named->end, start, end) ||
        are_two(c, named->start, named->end, start, end) ||
        is_last_part(c->text, named->start, named->end, start, end))
        return;
    if (named->other_end != 0 && same_name(c->text, named->other_start, named->other_end, start, end))
        return;
    if (is_new_thing(s, first))
        return;
    named->other_start = start;
    named->other_end = end;
    if (is_told(s, named, first))
        return;
    char here[SK_QUOTE_SIZE], before[SK_QUOTE_SIZE];
    sk_quote(c, start, end, here);
    sk_quote(c, named->start, named->end, before);
    sk_find(c, SCHAKEL_RULE_ONE_NAME, SCHAKEL_SEVERITY_HINT, start, end,
            "Noem dit steeds hetzelfde: hier “%1”, eerder “%2”.",
            "Use one name for this: here “%1”, before “%2”.", (const char *const[]){here, before});
    /* An acronym has capitals that its full name has not. */
    if (!(s->tokens[first].shape & SK_SHAPE_CAPITALS) && fits(c, named, start, end))
        sk_suggest(c, before, strlen(before));
}
