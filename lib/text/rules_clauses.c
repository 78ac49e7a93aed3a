/* Rules about verbs and clauses: passive, verb parts far apart, subordinate clauses. */
#include "text/check.h"

/* More words than this between two parts of a verb, or between an article and its noun, is far. */
enum { VERB_FAR = 6, NOUN_FAR = 4 };

#define PARTICIPLE (SK_PARTICIPLE_PASSIVE | SK_PARTICIPLE_OTHER)

static int is_subject_like(const sk_token *t)
{
    return t->role == SK_ROLE_SUBJECT || t->role == SK_ROLE_YOU || t->role == SK_ROLE_WE ||
           t->role == SK_ROLE_HET || t->role == SK_ROLE_DE || t->role == SK_ROLE_ER ||
           sk_has(t, SK_ARTICLE) || (t->shape & SK_SHAPE_NAME);
}

/*
 * Words that mostly open a clause: enough to stop looking for the rest of a verb behind them. So
 * does "en" before a verb and its subject: ... en verzoeken wij u ...
 */
static int may_open_clause(const sk_sentence *s, size_t i)
{
    const sk_token *t = &s->tokens[i];
    const sk_token *next = i + 1 < s->count ? t + 1 : NULL;
    int before_noun = next != NULL && sk_has(next, SK_NOUN) && !sk_has(next, SK_FINITE);
    if (t->role == SK_ROLE_DAT)
        return !before_noun || sk_has(next, SK_PLURAL);
    if (t->role == SK_ROLE_DIE)
        return !before_noun;
    if (sk_has(t, SK_COORDINATING) && next != NULL && i + 2 < s->count)
        return sk_has(next, SK_FINITE | SK_INFINITIVE) && !sk_has(next, SK_NOUN) && is_subject_like(next + 1);
    return t->role == SK_ROLE_OM || t->role == SK_ROLE_RELATIVE || sk_opens_subordinate(s, i);
}

/* The token after the clause that holds token i. Brackets and commas part clauses, conjunctions open them. */
static size_t clause_end(const sk_sentence *s, size_t i)
{
    size_t end = i + 1;
    while (end < s->count && !(s->tokens[end].gap & SK_GAP_CLAUSE) && !may_open_clause(s, end))
        end++;
    return end;
}

static size_t clause_start(const sk_sentence *s, size_t i)
{
    while (i > 0 && !(s->tokens[i].gap & SK_GAP_CLAUSE) && !sk_opens_subordinate(s, i))
        i--;
    return i;
}

int sk_opens_subordinate(const sk_sentence *s, size_t i)
{
    const sk_token *t = &s->tokens[i];
    if (!(t->flags & (SK_SUBORDINATING | SK_PRONOUN | SK_ADVERB)) || i + 2 >= s->count ||
        t[1].gap & SK_GAP_CLAUSE)
        return 0;
    const sk_token *next = t + 1;
    int comma = (t->gap & SK_GAP_COMMA) != 0;
    switch (t->role) {
    case SK_ROLE_DAT: /* Doe dat; dat kind; zorg dat u komt */
        return i > 0 && (is_subject_like(next) || sk_has(next, SK_PLURAL));
    case SK_ROLE_DIE: /* die dag; ouders die willen helpen */
        return i > 0 && (comma || sk_has(t - 1, SK_NOUN)) &&
               !(sk_has(next, SK_NOUN) && !sk_has(next, SK_FINITE));
    case SK_ROLE_ALS: /* als ouder; net als vorig jaar; als u komt */
        return is_subject_like(next) && next->role != SK_ROLE_DE;
    case SK_ROLE_RELATIVE: /* hoe laat; vertel hoe het gaat; de manier waarop */
        return i > 0 && (is_subject_like(next) || (comma && sk_has(t, SK_SUBORDINATING)));
    case SK_ROLE_OM:
    case SK_ROLE_VOOR:
        return 0;
    default:
        break;
    }
    if (!sk_has(t, SK_SUBORDINATING))
        return 0;
    if (!sk_has(t, SK_ADVERB | SK_PREPOSITION | SK_PRONOUN | SK_COORDINATING | SK_ADJECTIVE | SK_NOUN))
        return 1;
    /* Words with several lives open a clause when a subject follows, and not at the start of a question. */
    if (sk_has(t, SK_PREPOSITION) || !is_subject_like(next))
        return 0;
    return i > 0 && (comma || sk_has(t - 1, SK_INFINITIVE | SK_FINITE | SK_NOUN));
}

/* A participle that stands by itself and not before its noun. */
static int is_verbal(const sk_sentence *s, size_t i, size_t end, uint32_t kinds)
{
    const sk_token *t = &s->tokens[i];
    if (!sk_has(t, kinds) || (t->shape & SK_SHAPE_NAME))
        return 0;
    int before_noun = i + 1 < end && sk_has(t + 1, SK_NOUN) && !sk_has(t + 1, SK_FINITE | SK_INFINITIVE);
    return !(before_noun &&
             (i == 0 || sk_has(t - 1, SK_ARTICLE | SK_PRONOUN | SK_ADJECTIVE | SK_PREPOSITION)));
}

/* With "zijn" only what cannot be a perfect tense or a quality. */
static int passive_with_zijn(const sk_sentence *s, size_t i, size_t end)
{
    return is_verbal(s, i, end, SK_PARTICIPLE_PASSIVE) &&
           !sk_has(&s->tokens[i], SK_PARTICIPLE_OTHER | SK_WITH_ZIJN | SK_ADJECTIVE | SK_INFINITIVE);
}

int sk_find_passive(const sk_sentence *s, size_t from, size_t *first, size_t *last)
{
    for (size_t i = from; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        if (t->role != SK_ROLE_WORDEN && t->role != SK_ROLE_ZIJN)
            continue;
        int worden = t->role == SK_ROLE_WORDEN;
        size_t end = clause_end(s, i), start = clause_start(s, i);
        int er = (i > 0 && t[-1].role == SK_ROLE_ER) || (i + 1 < end && t[1].role == SK_ROLE_ER);
        uint32_t kinds = worden && er ? PARTICIPLE : SK_PARTICIPLE_PASSIVE;
        for (size_t k = end; k-- > i + 1;) {
            if (worden ? is_verbal(s, k, end, kinds) : passive_with_zijn(s, k, end)) {
                *first = i;
                *last = k;
                return 1;
            }
        }
        for (size_t k = i; worden && k-- > start && k + 3 >= i;) {
            if (is_verbal(s, k, end, kinds)) {
                *first = k;
                *last = i;
                return 1;
            }
        }
    }
    return 0;
}

static void check_passive(sk_checking *c, const sk_sentence *s)
{
    size_t first = 0, last = 0, count = 0;
    for (size_t from = 0; sk_find_passive(s, from, &first, &last); from = last + 1, count++) {
        char auxiliary[SK_QUOTE_SIZE], participle[SK_QUOTE_SIZE];
        sk_quote(c, s->tokens[first].start, s->tokens[first].end, auxiliary);
        sk_quote(c, s->tokens[last].start, s->tokens[last].end, participle);
        sk_find(c, SCHAKEL_RULE_PASSIVE, SCHAKEL_SEVERITY_WARNING, s->tokens[first].start,
                s->tokens[last].end,
                "Zeg wie het doet. Maak van “%1 … %2” een zin met “wij”, “u” of een naam.",
                "Say who does it. Turn “%1 … %2” into a sentence with “wij”, “u” or a name.",
                (const char *const[]){auxiliary, participle});
    }
    c->counts.passives += count;
    c->counts.passive_sentences += count > 0;
}

static int is_helper(const sk_token *t)
{
    return t->role == SK_ROLE_ZIJN || t->role == SK_ROLE_WORDEN || t->role == SK_ROLE_HEBBEN ||
           t->role == SK_ROLE_MODAL;
}

/* Where the verbs at the end of a clause begin, or `end` when it does not end in one. */
static size_t verbs_at_end(const sk_sentence *s, size_t start, size_t end)
{
    size_t i = end;
    while (i > start) {
        const sk_token *t = &s->tokens[i - 1];
        int verb = !(t->shape & SK_SHAPE_CAPITAL) && sk_has(t, SK_INFINITIVE | PARTICIPLE) &&
                   !sk_has(t, SK_NOUN | SK_PREPOSITION | SK_ADVERB | SK_PRONOUN);
        if (!verb && !(i < end && (t->role == SK_ROLE_TE || is_helper(t))))
            break;
        i--;
    }
    return i;
}

/* "Het feest is geslaagd en de kinderen zijn naar huis gegaan": another verb came in between, with its own end. */
static int other_verb_between(const sk_sentence *s, size_t first, size_t last)
{
    int joined = 0;
    for (size_t i = first + 1; i < last; i++) {
        if (joined && is_helper(&s->tokens[i]))
            return 1;
        joined |= sk_has(&s->tokens[i], SK_COORDINATING);
    }
    return 0;
}

static void check_verbs_apart(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        if (!is_helper(&s->tokens[i]) || (i > 0 && s->tokens[i - 1].role == SK_ROLE_TE))
            continue;
        size_t end = clause_end(s, i), verb = verbs_at_end(s, i + 1, end);
        if (verb == end || verb - i - 1 <= VERB_FAR || other_verb_between(s, i, verb))
            continue;
        char helper[SK_QUOTE_SIZE], main_verb[SK_QUOTE_SIZE], number[SK_NUMBER_SIZE];
        sk_quote(c, s->tokens[i].start, s->tokens[i].end, helper);
        sk_quote(c, s->tokens[end - 1].start, s->tokens[end - 1].end, main_verb);
        sk_find(c, SCHAKEL_RULE_PINCER, SCHAKEL_SEVERITY_WARNING, s->tokens[i].start, s->tokens[end - 1].end,
                "Zet “%1” en “%2” dichter bij elkaar: er staan %3 woorden tussen. Maak er twee zinnen van.",
                "Put “%1” and “%2” closer together: %3 words stand between them. Make two sentences of it.",
                (const char *const[]){helper, main_verb, sk_number(verb - i - 1, number)});
        i = end - 1;
    }
}

/* de door de school in maart vastgestelde regels: an article, a preposition, and the noun much later. */
static void check_noun_apart(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i + NOUN_FAR < s->count; i++) {
        if (!sk_has(&s->tokens[i], SK_ARTICLE) || !sk_has(&s->tokens[i + 1], SK_PREPOSITION) ||
            sk_has(&s->tokens[i + 1], SK_NOUN | SK_ADJECTIVE))
            continue;
        size_t end = clause_end(s, i);
        for (size_t k = i + NOUN_FAR; k + 1 < end; k++) {
            if (!sk_has(&s->tokens[k], SK_PARTICIPLE_INFLECTED) || !sk_has(&s->tokens[k + 1], SK_NOUN))
                continue;
            char article[SK_QUOTE_SIZE], noun[SK_QUOTE_SIZE];
            sk_quote(c, s->tokens[i].start, s->tokens[i].end, article);
            sk_quote(c, s->tokens[k + 1].start, s->tokens[k + 1].end, noun);
            sk_find(c, SCHAKEL_RULE_PINCER, SCHAKEL_SEVERITY_WARNING, s->tokens[i].start,
                    s->tokens[k + 1].end, "Zet “%1” en “%2” bij elkaar. Vertel de rest in een eigen zin.",
                    "Put “%1” and “%2” together. Tell the rest in a sentence of its own.",
                    (const char *const[]){article, noun});
            i = k;
            break;
        }
    }
}

static void check_subordinate(sk_checking *c, const sk_sentence *s)
{
    size_t count = 0, allowed = c->target <= SCHAKEL_LEVEL_A1 ? 0 : (size_t)(c->target - SCHAKEL_LEVEL_A1);
    for (size_t i = 0; i < s->count; i++)
        count += (size_t)sk_opens_subordinate(s, i);
    char number[SK_NUMBER_SIZE];
    c->counts.subordinate_clauses += count;
    c->counts.subordinate_sentences += count > 0;
    if (count > allowed)
        sk_find(c, SCHAKEL_RULE_SUBORDINATE_CLAUSES, SCHAKEL_SEVERITY_WARNING, s->tokens[0].start,
                s->tokens[s->count - 1].end,
                count == 1 ? "Deze zin heeft een bijzin. Maak er twee zinnen van."
                           : "Deze zin heeft %1 bijzinnen. Maak van elke bijzin een eigen zin.",
                count == 1 ? "This sentence has a subordinate clause. Make two sentences of it."
                           : "This sentence has %1 subordinate clauses. Make each a sentence of its own.",
                (const char *const[]){sk_number(count, number)});
}

void sk_rules_clauses(sk_checking *c, sk_sentence *s)
{
    check_passive(c, s);
    check_verbs_apart(c, s);
    check_noun_apart(c, s);
    check_subordinate(c, s);
}
