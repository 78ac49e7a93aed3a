/* Rules about a sentence as a whole: length, two negations. */
#include <string.h>

#include "text/check.h"

/* Words between two negations that still belong together. */
enum { NEGATIONS_NEAR = 5 };

/* Words in a sentence: more than the first is long for the level, more than the second far too long. */
static const struct {
    size_t longish, far_too_long;
} lengths[] = {{8, 12}, {12, 20}, {15, 25}, {20, 30}, {25, 40}};

static void check_length(sk_checking *c, const sk_sentence *s)
{
    size_t level = (size_t)(c->target - SCHAKEL_LEVEL_A1);
    size_t start = s->tokens[0].start, end = s->tokens[s->count - 1].end;
    char number[SK_NUMBER_SIZE];
    if (s->count <= lengths[level].longish)
        return;
    const char *const arguments[] = {sk_number(s->count, number)};
    if (s->count > lengths[level].far_too_long)
        sk_find(
            c, SCHAKEL_RULE_LONG_SENTENCE, SCHAKEL_SEVERITY_WARNING, start, end,
            "Deze zin is veel te lang: %1 woorden. Maak er drie of meer zinnen van, met één boodschap per zin.",
            "This sentence is far too long: %1 words. Make three or more sentences of it, one message each.",
            arguments);
    else
        sk_find(c, SCHAKEL_RULE_LONG_SENTENCE, SCHAKEL_SEVERITY_HINT, start, end,
                "Deze zin heeft %1 woorden. Maak er liever twee zinnen van, of haal woorden weg.",
                "This sentence has %1 words. Better make two sentences of it, or take words out.", arguments);
}

static int is_negation(const sk_token *t)
{
    return t->role == SK_ROLE_NEGATION || t->role == SK_ROLE_ZONDER;
}

/* Two negations in one clause. "niet alleen", "en niet", "of niet" and lists of what is not do not count. */
static void check_negations(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        if (!is_negation(&s->tokens[i]))
            continue;
        for (size_t k = i + 1; k < s->count && k <= i + NEGATIONS_NEAR; k++) {
            const sk_token *t = &s->tokens[k];
            if (t->gap & SK_GAP_CLAUSE || t->role == SK_ROLE_EN || t->role == SK_ROLE_MAAR ||
                t->role == SK_ROLE_ALLEEN || sk_has(t, SK_COORDINATING) || sk_opens_subordinate(s, k))
                break;
            if (!is_negation(t))
                continue;
            char one[SK_QUOTE_SIZE], other[SK_QUOTE_SIZE];
            sk_quote(c, s->tokens[i].start, s->tokens[i].end, one);
            sk_quote(c, t->start, t->end, other);
            sk_find(c, SCHAKEL_RULE_DOUBLE_NEGATION, SCHAKEL_SEVERITY_WARNING, s->tokens[i].start, t->end,
                    "“%1” en “%2” staan in één zin. Zeg het zonder dubbele ontkenning: zeg wat wel kan.",
                    "“%1” and “%2” stand in one sentence. Avoid the double negation: say what is possible.",
                    (const char *const[]){one, other});
            i = k;
            break;
        }
    }
}

void sk_rules_sentence(sk_checking *c, sk_sentence *s)
{
    check_length(c, s);
    check_negations(c, s);
}
