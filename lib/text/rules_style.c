/* Rules about style: deeds hidden in nouns. */
#include "text/check.h"

/* Abstract nouns in one sentence that make it heavy. */
enum { ABSTRACT_MANY = 3 };

/* het organiseren van de sportdag: say who organises. */
static void check_verb_as_noun(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i + 2 < s->count; i++) {
        const sk_token *t = s->tokens + i;
        if (t->role != SK_ROLE_HET || !sk_has(t + 1, SK_INFINITIVE) ||
            sk_has(t + 1, SK_NOUN | SK_ADJECTIVE | SK_PARTICIPLE_INFLECTED) || t[2].role != SK_ROLE_VAN ||
            (t[1].gap | t[2].gap) & SK_GAP_CLAUSE)
            continue;
        char quote[SK_QUOTE_SIZE];
        sk_quote(c, t->start, t[2].end, quote);
        sk_find(c, SCHAKEL_RULE_NOMINAL_STYLE, SCHAKEL_SEVERITY_HINT, t->start, t[2].end,
                "Maak van “%1 …” een zin met een werkwoord: zeg wie wat doet.",
                "Turn “%1 …” into a sentence with a verb: say who does what.", (const char *const[]){quote});
    }
}

static void check_nouns(sk_checking *c, const sk_sentence *s)
{
    size_t count = 0, first = 0, last = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (!sk_is_abstract(s, &s->tokens[i]))
            continue;
        if (count++ == 0)
            first = i;
        last = i;
    }
    if (count < ABSTRACT_MANY)
        return;
    char one[SK_QUOTE_SIZE], other[SK_QUOTE_SIZE], number[SK_NUMBER_SIZE];
    sk_quote(c, s->tokens[first].start, s->tokens[first].end, one);
    sk_quote(c, s->tokens[last].start, s->tokens[last].end, other);
    sk_find(
        c, SCHAKEL_RULE_NOMINAL_STYLE, SCHAKEL_SEVERITY_WARNING, s->tokens[first].start, s->tokens[last].end,
        "Er staan %3 zware woorden bij elkaar, zoals “%1” en “%2”. Gebruik werkwoorden: zeg wie wat doet.",
        "%3 heavy nouns stand together, such as “%1” and “%2”. Use verbs: say who does what.",
        (const char *const[]){one, other, sk_number(count, number)});
}

void sk_rules_style(sk_checking *c, sk_sentence *s)
{
    check_verb_as_noun(c, s);
    check_nouns(c, s);
}
