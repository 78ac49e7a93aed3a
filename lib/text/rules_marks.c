/* Emphasis that makes a text harder to read: capitals, exclamation marks piled up. */
#include <string.h>

#include "text/check.h"

/* A word of three letters may be an acronym; so many words in capitals are a sentence. */
enum { CAPITALS_LEAST = 3, CAPITALS_SENTENCE = 4 };

/* A word that is written in capitals to stand out. Acronyms are no words, or nouns by accident (BOL). */
static int is_shouted(const sk_token *t)
{
    if (!(t->shape & SK_SHAPE_CAPITALS) || t->shape & (SK_SHAPE_CLAIMED | SK_SHAPE_NAME) ||
        t->kind != SK_TOKEN_WORD || t->letters < CAPITALS_LEAST)
        return 0;
    int known = t->word != SK_NO_WORD && !sk_has(t, SK_CAPITAL);
    int maybe_acronym = t->letters <= CAPITALS_LEAST && sk_has(t, SK_NOUN);
    return known && !maybe_acronym;
}

static void find_capitals(sk_checking *c, const sk_sentence *s, size_t first, size_t last)
{
    char quote[SK_QUOTE_SIZE], plain[SK_QUOTE_SIZE];
    size_t start = s->tokens[first].start, end = s->tokens[last].end;
    sk_quote(c, start, end, quote);
    memcpy(plain, quote, sizeof plain);
    for (char *at = plain; *at != '\0'; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at + 32);
    if (last - first + 1 >= CAPITALS_SENTENCE)
        sk_find(c, SCHAKEL_RULE_LAYOUT, SCHAKEL_SEVERITY_HINT, start, end,
                "Schrijf deze woorden met kleine letters. Veel hoofdletters lezen moeilijk.",
                "Write these words in small letters. Many capitals are hard to read.", NULL);
    else
        sk_find(c, SCHAKEL_RULE_LAYOUT, SCHAKEL_SEVERITY_HINT, start, end,
                "Schrijf “%2” in plaats van “%1”. Is het belangrijk? Maak het dan vet.",
                "Write “%2” instead of “%1”. If it matters, make it bold.",
                (const char *const[]){quote, plain});
}

/* Runs of words in capitals that hold one that is shouted: LET OP, NIET. */
static void check_capitals(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        if (!(s->tokens[i].shape & SK_SHAPE_CAPITALS))
            continue;
        size_t last = i;
        int shouted = is_shouted(&s->tokens[i]);
        while (last + 1 < s->count && s->tokens[last + 1].shape & SK_SHAPE_CAPITALS)
            shouted |= is_shouted(&s->tokens[++last]);
        if (shouted)
            find_capitals(c, s, i, last);
        i = last;
    }
}

static void check_exclamations(sk_checking *c, const sk_sentence *s)
{
    size_t start = s->tokens[s->count - 1].end, end = start;
    while (end < c->length && c->text[end] == '!')
        end++;
    if (end - start < 2)
        return;
    sk_find(c, SCHAKEL_RULE_LAYOUT, SCHAKEL_SEVERITY_HINT, start, end, "Eén uitroepteken is genoeg.",
            "One exclamation mark is enough.", NULL);
    sk_suggest(c, "!", 1);
}

void sk_rules_marks(sk_checking *c, sk_sentence *s)
{
    check_capitals(c, s);
    check_exclamations(c, s);
}
