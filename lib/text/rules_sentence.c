/* Rules about a sentence as a whole: length, two negations. */
#include <string.h>

#include "text/check.h"
#include "text/lexicon.h"

/* Words in a sentence: more than the first is long for the level, more than the second far too long. */
static const struct {
    size_t longish, far_too_long;
} lengths[] = {{8, 12}, {12, 20}, {15, 25}, {20, 30}, {25, 40}};

static size_t level_of(const sk_checking *c)
{
    return (size_t)(c->target - SCHAKEL_LEVEL_A1);
}

/* The words of a date or time are read at once. */
static size_t length_of(const sk_sentence *s)
{
    return s->count - sk_spare_words(s, 0, s->count);
}

int sk_is_long(const sk_checking *c, const sk_sentence *s)
{
    return s->count > lengths[level_of(c)].longish && length_of(s) > lengths[level_of(c)].longish;
}

/* "Groeten van de kinderen van groep 6 en van meester Noor": no sentence. */
static int is_closing(const sk_sentence *s)
{
    for (size_t i = 0; i < s->analysis->clause_count; i++)
        if (s->analysis->clauses[i].finite != SK_NOWHERE)
            return 0;
    return sk_is_greeting(s);
}

/* A rule about its clauses told already how to cut the sentence. */
static int is_told_to_cut(const sk_checking *c, const sk_sentence *s, int far_too_long)
{
    const schakel_rule rule = SCHAKEL_RULE_SUBORDINATE_CLAUSES;
    return far_too_long ? sk_spoke_at(c, rule, s, 0, 0) && sk_spoke_at(c, rule, s, s->count - 1, s->count - 1)
                        : sk_spoke_at(c, rule, s, 0, s->count - 1);
}

static void check_length(sk_checking *c, const sk_sentence *s)
{
    size_t start = s->tokens[0].start, end = s->tokens[s->count - 1].end;
    char number[SK_NUMBER_SIZE];
    if (!sk_is_long(c, s) || is_closing(s))
        return;
    int far_too_long = length_of(s) > lengths[level_of(c)].far_too_long;
    if (is_told_to_cut(c, s, far_too_long))
        return;
    const char *const arguments[] = {sk_number(s->count, number)};
    if (far_too_long)
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

/* ------------------------------------------------------------- two negations */

/* onmogelijk, ongebruikelijk: a quality that is known without its on- as well. */
static int is_un_word(const sk_sentence *s, size_t i)
{
    const sk_token *t = &s->tokens[i];
    const char *form = s->forms + t->form;
    size_t length = t->form_length;
    if (length < 6 || form[0] != 'o' || form[1] != 'n' || t->kind != SK_TOKEN_WORD || sk_has(t, SK_NOUN))
        return 0;
    uint32_t rest = sk_word_find(sk_hash(form + 2, length - 2), form + 2, length - 2);
    if (rest != SK_NO_WORD)
        return (sk_words[rest].flags & (SK_ADJECTIVE | SK_PARTICIPLE_PASSIVE | SK_PARTICIPLE_PRESENT)) != 0;
    return sk_has(t, SK_ADJECTIVE) &&
           (memcmp(form + length - 4, "baar", 4) == 0 || memcmp(form + length - 5, "elijk", 5) == 0);
}

static int is_negation(const sk_token *t)
{
    return t->role == SK_ROLE_NEGATION || t->role == SK_ROLE_ZONDER || t->role == SK_ROLE_TENZIJ;
}

/* A word that makes two negations together with the one before it. */
static int is_second(const sk_sentence *s, size_t first, size_t i)
{
    const sk_token *t = &s->tokens[i];
    if (is_negation(t) || t->role == SK_ROLE_DENY)
        return 1;
    if (t->role == SK_ROLE_EXCLUDE)
        return i + 1 < s->count && t[1].role == SK_ROLE_DAT;
    return i <= first + 2 && s->tokens[first].role == SK_ROLE_NEGATION && is_un_word(s, i);
}

/*
 * Does the reach of a negation in clause `from` hold clause `to`? It does in the clause itself and in one
 * that says what is not so (niet dat ..., niemand die ...), not in one that says why or when.
 */
static int reaches(const sk_sentence *s, uint8_t from, uint8_t to)
{
    const sk_clause *clause = &s->analysis->clauses[to];
    const sk_token *opener = &s->tokens[clause->start];
    return from == to || (clause->parent == from &&
                          (clause->kind == SK_CLAUSE_RELATIVE || clause->kind == SK_CLAUSE_OM ||
                           (clause->kind == SK_CLAUSE_SUBORDINATE && opener->role == SK_ROLE_DAT)));
}

/* "niet alleen", "niet vandaag en niet morgen" and "niet ..., maar" are no two negations. */
static int parts_negations(const sk_sentence *s, size_t i)
{
    const sk_token *t = &s->tokens[i];
    return s->analysis->tags[i] == SK_TAG_COORDINATING || t->role == SK_ROLE_MAAR ||
           t->role == SK_ROLE_ALLEEN || (t->gap & (SK_GAP_COLON | SK_GAP_DASH | SK_GAP_MARK | SK_GAP_DOT));
}

static size_t second_negation(const sk_sentence *s, size_t first)
{
    const sk_analysis *a = s->analysis;
    for (size_t i = first + 1; i < a->count; i++) {
        if (parts_negations(s, i) ||
            (s->tokens[i].gap & SK_GAP_COMMA && a->clause_of[i] == a->clause_of[first]))
            break;
        if (is_second(s, first, i) && reaches(s, a->clause_of[first], a->clause_of[i]))
            return i;
    }
    return SK_NOWHERE;
}

static void check_negations(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i < s->analysis->count; i++) {
        if (!is_negation(&s->tokens[i]))
            continue;
        size_t second = second_negation(s, i);
        if (second == SK_NOWHERE)
            continue;
        char one[SK_QUOTE_SIZE], other[SK_QUOTE_SIZE];
        sk_quote(c, s->tokens[i].start, s->tokens[i].end, one);
        sk_quote(c, s->tokens[second].start, s->tokens[second].end, other);
        sk_find(c, SCHAKEL_RULE_DOUBLE_NEGATION, SCHAKEL_SEVERITY_WARNING, s->tokens[i].start,
                s->tokens[second].end,
                "“%1” en “%2” samen is moeilijk te lezen. Zeg wat wel kan of wel zo is.",
                "“%1” and “%2” together are hard to read. Say what is possible or what is so.",
                (const char *const[]){one, other});
        i = second;
    }
}

void sk_rules_sentence(sk_checking *c, sk_sentence *s)
{
    check_length(c, s);
    check_negations(c, s);
}
