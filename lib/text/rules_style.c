/* Rules about who does it: impersonal wording and detours with "er"; and what the list of style says. */
#include <string.h>

#include "text/check.h"

#define PARTICIPLE (SK_PARTICIPLE_PASSIVE | SK_PARTICIPLE_OTHER)

/* The token after the clause that goes on behind token i. */
static size_t clause_end(const sk_sentence *s, size_t i)
{
    size_t end = i + 1;
    while (end < s->count && end <= i + SK_REACH && !(s->tokens[end].gap & SK_GAP_CLAUSE) &&
           !sk_opens_subordinate(s, end))
        end++;
    return end;
}

static int has_role_between(const sk_sentence *s, size_t from, size_t to, sk_role role)
{
    for (size_t i = from; i < to; i++)
        if (s->tokens[i].role == role)
            return 1;
    return 0;
}

/* ------------------------------------------------------------------- from the list */

typedef struct style_message {
    schakel_rule rule;
    schakel_severity severity;
    const char *nl, *en, *nl_plain, *en_plain; /* without and with a wording to write */
} style_message;

static const style_message messages[] = {
    [SK_STYLE_IMPERSONAL] = {SCHAKEL_RULE_IMPERSONAL, SCHAKEL_SEVERITY_WARNING,
                             "“%1” zegt niet wie het doet. Noem de persoon: “wij”, “u” of een naam.",
                             "“%1” does not say who does it. Name the person: “wij”, “u” or a name.",
                             "“%1” zegt niet wie het doet. Schrijf bijvoorbeeld “%2”.",
                             "“%1” does not say who does it. Write for example “%2”."},
    [SK_STYLE_ASKED] = {SCHAKEL_RULE_IMPERSONAL, SCHAKEL_SEVERITY_WARNING,
                        "“%1” zegt niet wie het doet. Noem de persoon: “wij”, “u” of een naam.",
                        "“%1” does not say who does it. Name the person: “wij”, “u” or a name.",
                        "“%1” zegt niet wie het doet. Schrijf bijvoorbeeld “%2”.",
                        "“%1” does not say who does it. Write for example “%2”."},
    [SK_STYLE_REFERENCE] = {SCHAKEL_RULE_UNCLEAR_REFERENCE, SCHAKEL_SEVERITY_WARNING,
                            "Waar gaat “%1” over? Noem de persoon of het ding zelf.",
                            "What does “%1” refer to? Name the person or thing itself.", NULL, NULL},
    [SK_STYLE_ER] = {SCHAKEL_RULE_ER_CONSTRUCTION, SCHAKEL_SEVERITY_HINT,
                     "“%1” is een omweg. Zeg gewoon wie wat doet.",
                     "“%1” is a detour. Just say who does what.",
                     "“%1” is een omweg. Schrijf bijvoorbeeld “%2”.",
                     "“%1” is a detour. Write for example “%2”."},
    [SK_STYLE_TIME] = {SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_HINT,
                       "Wanneer is “%1”? Schrijf een dag en een datum.",
                       "When is “%1”? Write a day and a date.",
                       "Wanneer is “%1”? Schrijf hoe laat het is, bijvoorbeeld “%2”.",
                       "When is “%1”? Write the time, for example “%2”."},
    [SK_STYLE_SOON] = {SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_HINT, NULL, NULL,
                       "Schrijf “%2” in plaats van “%1”. Weet u de dag? Schrijf dan de datum.",
                       "Write “%2” instead of “%1”. If you know the day, write the date."},
};

void sk_find_style_at(sk_checking *c, const sk_sentence *s, sk_style style, size_t first, size_t last,
                      const char *plain)
{
    const style_message *m = &messages[style];
    size_t start = s->tokens[first].start, end = s->tokens[last].end;
    char quote[SK_QUOTE_SIZE];
    int with_plain = m->nl_plain != NULL && *plain != '\0';
    sk_quote(c, start, end, quote);
    sk_find(c, m->rule, m->severity, start, end, with_plain ? m->nl_plain : m->nl,
            with_plain ? m->en_plain : m->en, (const char *const[]){quote, plain});
}

/* From where wording is heavy: "het is niet" of "het is niet de bedoeling dat". */
static size_t reach_back(const sk_sentence *s, size_t first)
{
    enum { REACH = 5 };
    for (size_t i = first; i-- > 0 && i + REACH >= first && !(s->tokens[i + 1].gap & SK_GAP_CLAUSE);) {
        const sk_token *t = s->tokens + i;
        if (t->role == SK_ROLE_ZIJN || t->role == SK_ROLE_WORDEN)
            return i > 0 && t[-1].role == SK_ROLE_HET && !(t->gap & SK_GAP_CLAUSE) ? i - 1 : i;
    }
    return first;
}

/* niet de bedoeling dat: its plain wording would say the opposite. */
static int is_denied(const sk_sentence *s, size_t first)
{
    enum { REACH = 3 };
    for (size_t i = first; i-- > 0 && i + REACH >= first && !(s->tokens[i + 1].gap & SK_GAP_CLAUSE);)
        if (s->tokens[i].role == SK_ROLE_NEGATION)
            return 1;
    return 0;
}

/* Where "worden" stands in the clause of a participle: wordt vriendelijk verzocht. s->count for nowhere, or for "er wordt". */
static size_t worden_beside(const sk_sentence *s, size_t i)
{
    size_t from = i, to = clause_end(s, i), found = s->count;
    while (from > 0 && i - from < SK_REACH && !(s->tokens[from].gap & SK_GAP_CLAUSE) &&
           !sk_opens_subordinate(s, from))
        from--;
    for (size_t k = from; k < to; k++) {
        if (s->tokens[k].role == SK_ROLE_ER)
            return s->count;
        if (s->tokens[k].role == SK_ROLE_WORDEN)
            found = k;
    }
    return found;
}

int sk_find_style(sk_checking *c, const sk_sentence *s, const sk_phrase *phrase, const char *text,
                  size_t first, size_t last)
{
    const char *plain = text + phrase->advice;
    sk_style style = (sk_style)phrase->group;
    size_t beside = style == SK_STYLE_ASKED ? worden_beside(s, first) : first;
    if (beside == s->count || (style == SK_STYLE_TIME && sk_names_a_day(c, s)))
        return 0;
    first = beside < first ? beside : first;
    last = beside > last ? beside : last;
    if (style == SK_STYLE_IMPERSONAL && phrase->kind == SK_KIND_ADVISE) {
        if (is_denied(s, first))
            plain = "";
        first = reach_back(s, first);
    }
    int soon = style == SK_STYLE_TIME && phrase->kind == SK_KIND_REPLACE;
    sk_find_style_at(c, s, soon ? SK_STYLE_SOON : style, first, last, plain);
    if (phrase->kind == SK_KIND_REPLACE)
        sk_suggest_all(c, plain);
    return 1;
}

/* --------------------------------------------------------------------- impersonal */

/* An unlisted word that is built like one: ingebroken, opgehoogd. */
static int looks_like_participle(const sk_sentence *s, const sk_token *t)
{
    const char *form = s->forms + t->form;
    size_t length = t->form_length, ge = 0;
    if (t->flags != 0 || t->kind != SK_TOKEN_WORD || length < 6 ||
        !(form[length - 1] == 'd' || form[length - 1] == 't' || memcmp(form + length - 2, "en", 2) == 0))
        return 0;
    while (ge + 4 < length && memcmp(form + ge, "ge", 2) != 0)
        ge++;
    return ge + 4 < length && ge <= 6;
}

/* A participle that stands by itself, not before its noun. */
static int is_verbal(const sk_sentence *s, size_t i, size_t end, uint32_t kinds)
{
    const sk_token *t = s->tokens + i;
    if (t->shape & (SK_SHAPE_NAME | SK_SHAPE_CAPITAL))
        return 0;
    return (sk_has(t, kinds) || looks_like_participle(s, t)) &&
           !(i + 1 < end && sk_has(t + 1, SK_NOUN) &&
             !sk_has(t + 1, SK_FINITE | SK_INFINITIVE | SK_PREPOSITION));
}

/* The first participle after token i in its clause, or 0. */
static size_t participle_after(const sk_sentence *s, size_t i, uint32_t kinds)
{
    size_t end = clause_end(s, i);
    for (size_t k = i + 1; k < end; k++)
        if (is_verbal(s, k, end, kinds))
            return k;
    return 0;
}

/* Does a subject stand between: a noun that no preposition leads to, or a pronoun? */
static int has_subject(const sk_sentence *s, size_t from, size_t to)
{
    int led = 0;
    for (size_t i = from; i < to; i++) {
        const sk_token *t = s->tokens + i;
        if (sk_is_named_subject(t) && !led)
            return 1;
        if (t->flags == 0 || (sk_has(t, SK_NOUN) && !sk_has(t, SK_ADVERB | SK_PREPOSITION))) {
            if (!led)
                return 1;
            led = 0;
        }
        led |= sk_has(t, SK_PREPOSITION);
    }
    return 0;
}

/* ... worden betaald, betaald worden: the last word of the pair, or 0. */
static size_t passive_infinitive(const sk_sentence *s, size_t from)
{
    size_t end = clause_end(s, from);
    for (size_t k = from + 1; k < end; k++) {
        if (s->tokens[k].role != SK_ROLE_WORDEN)
            continue;
        if (k + 1 < end && sk_has(s->tokens + k + 1, PARTICIPLE))
            return k + 1;
        if (sk_has(s->tokens + k - 1, PARTICIPLE) ||
            (s->tokens[k - 1].role == SK_ROLE_TE && k >= 2 && sk_has(s->tokens + k - 2, PARTICIPLE)))
            return k;
    }
    return 0;
}

/*
 * er wordt gevraagd, er is besloten, er zal worden gestart. Verbs that form their perfect tense
 * with "zijn" (er is gebeurd) say what happens, and a subject after "er is" (er is koffie gezet)
 * makes it a plain sentence.
 */
static size_t impersonal_end(const sk_sentence *s, size_t er, size_t verb)
{
    const sk_token *t = s->tokens + verb;
    size_t from = er > verb ? er : verb;
    if (t->role == SK_ROLE_WORDEN)
        return participle_after(s, from, PARTICIPLE);
    if (t->role == SK_ROLE_MODAL)
        return passive_infinitive(s, from);
    if (t->role != SK_ROLE_ZIJN)
        return 0;
    size_t end = participle_after(s, from, PARTICIPLE);
    if (end == 0 || sk_has(s->tokens + end, SK_WITH_ZIJN | SK_ADJECTIVE) ||
        has_subject(s, er + 1, er > verb ? end : verb) || has_subject(s, from + 1, end))
        return 0;
    return end;
}

/* Hierover wordt nog overlegd, op school wordt veel gelezen: a passive that has no subject. */
static void check_no_subject(sk_checking *c, const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    if (i == 0 || t->gap & SK_GAP_CLAUSE || sk_has_role(s, SK_ROLE_ER))
        return;
    uint32_t kinds = t[-1].role == SK_ROLE_POINTS_BACK ? PARTICIPLE : SK_PARTICIPLE_OTHER;
    size_t end = participle_after(s, i, kinds);
    if (end == 0 || has_subject(s, i > SK_REACH ? i - SK_REACH : 0, end) ||
        (kinds == SK_PARTICIPLE_OTHER && sk_has(s->tokens + end, SK_PARTICIPLE_PASSIVE | SK_ADJECTIVE)))
        return;
    sk_find_style_at(c, s, SK_STYLE_IMPERSONAL, i, end, "");
}

/* ------------------------------------------------------------------ er-construction */

/* er zijn ouders die ...: the noun could open the sentence itself. Returns the relative word, or 0. */
static size_t relative_after(const sk_sentence *s, size_t from)
{
    for (size_t i = from + 2; i + 1 < s->count && i <= from + SK_REACH; i++) {
        const sk_token *t = s->tokens + i, *next = t + 1;
        int noun = (sk_has(t - 1, SK_NOUN | SK_PRONOUN | SK_NUMERAL) || t[-1].flags == 0) &&
                   !sk_is_named_subject(t - 1);
        if (t->role == SK_ROLE_RELATIVE || sk_has(t, SK_COORDINATING))
            return 0; /* what follows is about something else */
        if ((t->role != SK_ROLE_DIE && t->role != SK_ROLE_DAT) || !noun)
            continue;
        if (sk_has(next, SK_NOUN) && !sk_has(next, SK_FINITE | SK_ADVERB | SK_PREPOSITION))
            return 0; /* die dag; de kans dat kinderen ... */
        if (t->role == SK_ROLE_DAT && (sk_is_named_subject(next) || sk_has(next, SK_ARTICLE | SK_PRONOUN)))
            return 0;
        return i;
    }
    return 0;
}

/* er is behoefte aan, er is geen mogelijkheid: the noun says less than a verb would. */
static int is_empty_noun(const sk_sentence *s, const sk_token *t)
{
    static const char *const nouns[] = {"aanleiding",      "behoefte",     "belangstelling", "bezwaar",
                                        "gelegenheid",     "mogelijkheid", "mogelijkheden",  "noodzaak",
                                        "onduidelijkheid", "sprake",       "verwarring",     NULL};
    return sk_is_one_of(s, t, nouns);
}

/* Where a detour ends that begins with "er" and a verb, or 0. */
static size_t detour_end(const sk_sentence *s, size_t er, size_t verb)
{
    const sk_token *t = s->tokens + verb;
    size_t from = er > verb ? er : verb, end = clause_end(s, from);
    if (t->role == SK_ROLE_BESTAAT)
        return from;
    if (t->role == SK_ROLE_MODAL && s->forms[t->form] == 'd') /* er dient, er dienen */
        return from;
    for (size_t i = from + 1; i < end; i++) {
        const sk_token *word = s->tokens + i;
        if ((t->role == SK_ROLE_VINDT && sk_is_form(s, word, "plaats")) || word->role == SK_ROLE_TAKES_PLACE)
            return i;
        if (t->role == SK_ROLE_ZIJN && is_empty_noun(s, word))
            return i;
    }
    return t->role == SK_ROLE_ZIJN ? relative_after(s, from) : 0;
}

static int is_er_verb(const sk_token *t)
{
    return t->role == SK_ROLE_ZIJN || t->role == SK_ROLE_WORDEN || t->role == SK_ROLE_MODAL ||
           t->role == SK_ROLE_VINDT || t->role == SK_ROLE_BESTAAT || t->role == SK_ROLE_HEBBEN;
}

/* The verb of "er": beside it, or at the end of a subordinate clause (omdat er ... wordt gewerkt). */
static size_t verb_of_er(const sk_sentence *s, size_t er)
{
    if (er + 1 < s->count && is_er_verb(s->tokens + er + 1) && !(s->tokens[er + 1].gap & SK_GAP_CLAUSE))
        return er + 1;
    if (er > 0 && is_er_verb(s->tokens + er - 1) && !(s->tokens[er].gap & SK_GAP_CLAUSE))
        return er >= 2 && sk_is_named_subject(s->tokens + er - 2) ? s->count : er - 1;
    if (er == 0 || !sk_has(s->tokens + er - 1, SK_SUBORDINATING))
        return s->count;
    size_t end = clause_end(s, er);
    for (size_t i = er + 1; i < end; i++)
        if (is_er_verb(s->tokens + i))
            return i;
    return s->count;
}

/* In a subordinate clause the participle may stand before its verb: dat er hard gewerkt wordt. */
static size_t closing_passive(const sk_sentence *s, size_t er, size_t verb)
{
    return verb > er + 1 && s->tokens[verb].role == SK_ROLE_WORDEN && sk_has(s->tokens + verb - 1, PARTICIPLE)
               ? verb
               : 0;
}

static void check_er(sk_checking *c, const sk_sentence *s, size_t er)
{
    size_t verb = verb_of_er(s, er);
    if (verb == s->count || s->tokens[er].shape & SK_SHAPE_CLAIMED)
        return;
    size_t first = er < verb ? er : verb;
    size_t end = impersonal_end(s, er, verb);
    if (end == 0)
        end = closing_passive(s, er, verb);
    if (end > 0 &&
        !has_role_between(s, first, clause_end(s, end), SK_ROLE_DOOR)) { /* door de juf: said who */
        sk_find_style_at(c, s, SK_STYLE_IMPERSONAL, first, end, "");
        return;
    }
    end = detour_end(s, er, verb);
    if (end > 0)
        sk_find_style_at(c, s, SK_STYLE_ER, first, end, "");
}

void sk_rules_style(sk_checking *c, sk_sentence *s)
{
    const uint64_t asked = sk_role_bit(SK_ROLE_ER) | sk_role_bit(SK_ROLE_WORDEN);
    if (!(s->roles & asked))
        return;
    for (size_t i = 0; i < s->count; i++) {
        if (s->tokens[i].role == SK_ROLE_ER)
            check_er(c, s, i);
        else if (s->tokens[i].role == SK_ROLE_WORDEN)
            check_no_subject(c, s, i);
    }
}
