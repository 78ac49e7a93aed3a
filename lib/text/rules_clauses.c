/* Rules about clauses: passive, subordinate clauses. */
#include <string.h>

#include "text/check.h"

/* ------------------------------------------------------------------ passive */

static int names_doer(const sk_sentence *s, const sk_clause *clause)
{
    for (size_t i = clause->start; i < clause->end; i++)
        if (s->tokens[i].role == SK_ROLE_DOOR && sk_of_clause(s, clause, i))
            return 1;
    return 0;
}

/* Is it told when it was done: gisteren, op 3 mei, in 2019? */
static int names_time(const sk_sentence *s, const sk_clause *clause)
{
    for (size_t i = clause->start; i < clause->end; i++) {
        const sk_token *t = &s->tokens[i];
        int year = t->kind == SK_TOKEN_NUMBER && t->letters == 4 && i > 0 && sk_has(t - 1, SK_PREPOSITION);
        int time = t->role == SK_ROLE_MONTH || t->role == SK_ROLE_WEEKDAY || t->role == SK_ROLE_YESTERDAY;
        if ((year || time) && sk_of_clause(s, clause, i))
            return 1;
    }
    return 0;
}

/* Then "zijn" with a participle tells of a deed. Without these it may as well tell how things are now. */
static int names_deed(const sk_sentence *s, const sk_clause *clause)
{
    return names_doer(s, clause) || names_time(s, clause);
}

/*
 * With "zijn" only what cannot be a perfect tense of going or becoming, nor a quality. A relative
 * clause tells which thing is meant (het park dat is aangelegd), and one of time or condition what must
 * be so first (zodra het is aangelegd): there the state counts, unless the deed is told as well.
 */
static int is_passive_perfect(const sk_sentence *s, const sk_clause *clause, size_t participle)
{
    const sk_token *t = &s->tokens[participle],
                   *opener = &s->tokens[clause->opener != SK_NOWHERE ? clause->opener : clause->start];
    int quality = sk_has(t, SK_ADJECTIVE) && !(participle + 1 < s->count && t[1].role == SK_ROLE_DOOR);
    if (!sk_has(t, SK_PARTICIPLE_PASSIVE) || quality || t->word == SK_NO_WORD || /* hoogopgeleid */
        sk_has(t, SK_PARTICIPLE_OTHER | SK_WITH_ZIJN | SK_INFINITIVE))
        return 0;
    int main_clause = clause->kind == SK_CLAUSE_MAIN || clause->kind == SK_CLAUSE_INSERTED;
    if (!main_clause && participle > clause->finite + 2u)
        return 0; /* no part of the verbs at the end */
    /* "omdat hij geïnformeerd is", "bekend gemaakt": so qualities stand. */
    int as_quality = participle < clause->finite || (t->role == SK_ROLE_MADE && participle > 0 &&
                                                     s->analysis->tags[participle - 1] == SK_TAG_ADJECTIVE);
    int state = as_quality || clause->kind == SK_CLAUSE_RELATIVE || opener->role == SK_ROLE_ONCE ||
                opener->role == SK_ROLE_ALS;
    return !state || names_deed(s, clause);
}

/* A form that no list has, made as participles are: geprikkeld, doorgezaagd. */
static int looks_like_participle(const sk_sentence *s, const sk_token *t)
{
    const char *form = s->forms + t->form;
    size_t length = t->form_length;
    if (t->kind != SK_TOKEN_WORD || SK_CLASS(t->flags) != SK_TAG_OTHER || length < 7 ||
        (t->shape & SK_SHAPE_NAME))
        return 0;
    int ends = form[length - 1] == 'd' || (form[length - 1] == 't' && form[length - 2] != 's');
    for (size_t i = 0; ends && i <= 5; i++)
        if ((i == 0 || i > 1) && form[i] == 'g' && form[i + 1] == 'e')
            return 1;
    return 0;
}

/*
 * How something is called or seen: nobody in particular does it. And what the reader asks for
 * (wilt u gebeld worden?): every other wording is harder.
 */
static int is_everyday(const sk_sentence *s, const sk_clause *clause, size_t participle)
{
    if (s->tokens[participle].role == SK_ROLE_CALLED)
        return !names_doer(s, clause);
    if (clause->finite == SK_NOWHERE || s->tokens[clause->finite].role != SK_ROLE_MODAL)
        return 0;
    const sk_token *finite = &s->tokens[clause->finite];
    int reader = (clause->finite > 0 && finite[-1].role == SK_ROLE_YOU) ||
                 (clause->finite + 1u < s->count && finite[1].role == SK_ROLE_YOU);
    return reader && memcmp(s->forms + finite->form, "wil", 3) == 0;
}

/* The participle that makes a passive of a clause, or SK_NOWHERE. */
static size_t passive_participle(const sk_sentence *s, const sk_clause *clause)
{
    size_t participle = clause->participle;
    const sk_token *finite = clause->finite != SK_NOWHERE ? &s->tokens[clause->finite] : NULL;
    if (clause->worden == SK_NOWHERE) {
        if (participle == SK_NOWHERE || finite == NULL || finite->role != SK_ROLE_ZIJN)
            return SK_NOWHERE;
        return is_passive_perfect(s, clause, participle) ? participle : SK_NOWHERE;
    }
    if (participle == SK_NOWHERE) {
        size_t last = clause->end - 1u, before = clause->worden > 0 ? clause->worden - 1u : 0u;
        if (looks_like_participle(s, &s->tokens[last]) && sk_of_clause(s, clause, last))
            return last;
        return looks_like_participle(s, &s->tokens[before]) && sk_of_clause(s, clause, before) ? before
                                                                                               : SK_NOWHERE;
    }
    /* Also without an object: in de gang wordt niet gerend. */
    const sk_token *t = &s->tokens[participle];
    return sk_has(t, SK_PARTICIPLE_PASSIVE) || !sk_has(t, SK_ADJECTIVE) ? participle : SK_NOWHERE;
}

static void report_passive(sk_checking *c, const sk_sentence *s, size_t auxiliary, size_t participle,
                           int doer)
{
    size_t first = auxiliary < participle ? auxiliary : participle;
    size_t last = auxiliary < participle ? participle : auxiliary;
    char one[SK_QUOTE_SIZE], other[SK_QUOTE_SIZE];
    sk_quote(c, s->tokens[first].start, s->tokens[first].end, one);
    sk_quote(c, s->tokens[last].start, s->tokens[last].end, other);
    sk_find(c, SCHAKEL_RULE_PASSIVE, SCHAKEL_SEVERITY_WARNING, s->tokens[first].start, s->tokens[last].end,
            doer ? "Begin met wie het doet. Dan hebt u “%1 … %2” niet nodig."
                 : "Zeg wie het doet. Maak van “%1 … %2” een zin met “wij”, “u” of een naam.",
            doer ? "Begin with who does it. Then you do not need “%1 … %2”."
                 : "Say who does it. Turn “%1 … %2” into a sentence with “wij”, “u” or a name.",
            (const char *const[]){one, other});
}

static void check_passive(sk_checking *c, const sk_sentence *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->analysis->clause_count; i++) {
        const sk_clause *clause = &s->analysis->clauses[i];
        size_t participle = passive_participle(s, clause);
        if (participle == SK_NOWHERE || is_everyday(s, clause, participle))
            continue;
        count++;
        if (sk_spoke_at(c, SCHAKEL_RULE_IMPERSONAL, s, participle, participle))
            continue;
        report_passive(c, s, clause->worden != SK_NOWHERE ? clause->worden : clause->finite, participle,
                       names_doer(s, clause));
    }
    c->counts.passives += count;
    c->counts.passive_sentences += count > 0;
}

/* ------------------------------------------------------- subordinate clauses */

/* Words in a subordinate clause from which it is long, for A2; each level up may have some more. */
enum { CLAUSE_LONG = 10, CLAUSE_LONGER = 5 };

/*
 * A clause with its verb. One that goes on behind "en" without a conjunction and a subject of its own is no
 * second clause to the reader (omdat hij eet en drinkt).
 */
static int is_subordinate(const sk_sentence *s, const sk_clause *clause)
{
    if ((clause->kind != SK_CLAUSE_SUBORDINATE && clause->kind != SK_CLAUSE_RELATIVE) ||
        clause->finite == SK_NOWHERE)
        return 0;
    return clause->opener == SK_NOWHERE || clause->opener >= clause->start ||
           (clause->start + 1u < s->analysis->count &&
            s->analysis->tags[clause->start + 1] == SK_TAG_SUBJECT);
}

/* "... wat goed gaat en wat moeilijk is": two of a kind are a list, which reads easily. */
static int is_listed(const sk_sentence *s, const sk_clause *clause, size_t opener)
{
    return clause->start > 0 && s->analysis->tags[clause->start - 1] == SK_TAG_COORDINATING &&
           s->tokens[clause->start].hash == s->tokens[opener].hash &&
           s->analysis->tags[clause->start + 1] != SK_TAG_SUBJECT;
}

static size_t length_of(const sk_sentence *s, const sk_clause *clause)
{
    return (size_t)(clause->end - clause->start) - sk_spare_words(s, clause->start, clause->end);
}

static void report_long_clause(sk_checking *c, const sk_sentence *s, const sk_clause *clause)
{
    char number[SK_NUMBER_SIZE], quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[clause->start].start;
    sk_quote(c, start, s->tokens[clause->start].end, quote);
    sk_find(c, SCHAKEL_RULE_SUBORDINATE_CLAUSES, SCHAKEL_SEVERITY_WARNING, start,
            s->tokens[clause->end - 1].end,
            "Het deel vanaf “%1” is lang: %2 woorden. Maak er een eigen zin van.",
            "The part from “%1” on is long: %2 words. Make a sentence of its own of it.",
            (const char *const[]){quote, sk_number((size_t)(clause->end - clause->start), number)});
}

static void report_clauses(sk_checking *c, const sk_sentence *s, const size_t openers[2], size_t count)
{
    char one[SK_QUOTE_SIZE], other[SK_QUOTE_SIZE], number[SK_NUMBER_SIZE];
    const char *nl =
        "Hier zitten te veel zinnen in één zin: “%1 …”, “%2 …”. Maak van elk deel een eigen zin.";
    const char *en = "Too many sentences in one: “%1 …”, “%2 …”. Make each part a sentence of its own.";
    if (count == 1) {
        nl = "Maak er twee zinnen van: maak van “%1 …” een eigen zin.";
        en = "Make two sentences of it: make “%1 …” a sentence of its own.";
    } else if (sk_is_long(c, s)) {
        nl = "Deze zin is lang: %3 woorden, met “%1 …” en “%2 …”. Maak van elk deel een eigen zin.";
        en = "This sentence is long: %3 words, with “%1 …” and “%2 …”. Make each part a sentence of its "
             "own.";
    }
    sk_quote(c, s->tokens[openers[0]].start, s->tokens[openers[0]].end, one);
    sk_quote(c, s->tokens[openers[1]].start, s->tokens[openers[1]].end, other);
    sk_find(c, SCHAKEL_RULE_SUBORDINATE_CLAUSES, SCHAKEL_SEVERITY_WARNING, s->tokens[0].start,
            s->tokens[s->count - 1].end, nl, en,
            (const char *const[]){one, other, sk_number(s->count, number)});
}

static void check_subordinate(sk_checking *c, const sk_sentence *s)
{
    size_t above_a1 = (size_t)(c->target - SCHAKEL_LEVEL_A1), count = 0;
    size_t allowed = above_a1, openers[2] = {0, 0},
           length = CLAUSE_LONG + CLAUSE_LONGER * above_a1 - CLAUSE_LONGER;
    const sk_clause *longest = NULL;
    for (size_t i = 0; i < s->analysis->clause_count; i++) {
        const sk_clause *clause = &s->analysis->clauses[i];
        if (!is_subordinate(s, clause))
            continue;
        if (count > 0 && is_listed(s, clause, openers[0]) && !sk_is_long(c, s))
            continue;
        if (count < 2)
            openers[count] = clause->start;
        count++;
        if (longest == NULL || length_of(s, clause) > length_of(s, longest))
            longest = clause;
    }
    c->counts.subordinate_sentences += count > 0;
    if (count > allowed)
        report_clauses(c, s, openers, count);
    else if (longest != NULL && length_of(s, longest) >= length)
        report_long_clause(c, s, longest);
}

void sk_rules_clauses(sk_checking *c, sk_sentence *s)
{
    check_passive(c, s);
    check_subordinate(c, s);
}
