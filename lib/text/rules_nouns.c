/* Rules about nouns that do the work of verbs, and about phrases with a preposition piled on one another. */
#include <string.h>

#include "text/check.h"
#include "text/lexicon.h"

enum {
    ABSTRACT_MANY = 3, /* abstract nouns in one sentence that make it heavy */
    CHAIN_MANY = 4,    /* phrases with a preposition in a row */
    BETWEEN_MOST = 3   /* words between "van" and its noun */
};

/* ---------------------------------------------------------------- deeds in nouns */

/*
 * het organiseren van de sportdag: say who organises. An adverb may stand between: het tijdig
 * betalen van. What is also a noun of its own is left alone: het eten van, het leven van.
 */
static void check_verb_as_noun(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i + 2 < s->count; i++) {
        const sk_token *t = s->tokens + i;
        if (t->role != SK_ROLE_HET)
            continue;
        size_t verb = i + 1;
        while (verb + 2 < s->count && verb <= i + 2 && !sk_has(s->tokens + verb, SK_INFINITIVE | SK_NOUN) &&
               sk_has(s->tokens + verb, SK_ADVERB | SK_ADJECTIVE | SK_PREPOSITION))
            verb++;
        const sk_token *infinitive = s->tokens + verb, *van = infinitive + 1;
        if (verb + 1 >= s->count || !sk_has(infinitive, SK_INFINITIVE) ||
            sk_has(infinitive, SK_NOUN | SK_PARTICIPLE_INFLECTED) || van->role != SK_ROLE_VAN ||
            (t[1].gap | infinitive->gap | van->gap) & SK_GAP_CLAUSE)
            continue;
        char quote[SK_QUOTE_SIZE];
        sk_quote(c, t->start, van->end, quote);
        sk_find(c, SCHAKEL_RULE_NOMINAL_STYLE, SCHAKEL_SEVERITY_HINT, t->start, van->end,
                "Maak van “%1 …” een zin met een werkwoord: zeg wie wat doet.",
                "Turn “%1 …” into a sentence with a verb: say who does what.", (const char *const[]){quote});
    }
}

static void find_nouns(sk_checking *c, const sk_sentence *s, size_t first, size_t last, size_t count)
{
    char one[SK_QUOTE_SIZE], other[SK_QUOTE_SIZE], number[SK_NUMBER_SIZE];
    sk_quote(c, s->tokens[first].start, s->tokens[first].end, one);
    sk_quote(c, s->tokens[last].start, s->tokens[last].end, other);
    sk_find(
        c, SCHAKEL_RULE_NOMINAL_STYLE, SCHAKEL_SEVERITY_WARNING, s->tokens[first].start, s->tokens[last].end,
        "Er staan %3 zware woorden bij elkaar, zoals “%1” en “%2”. Gebruik werkwoorden: zeg wie wat doet.",
        "%3 heavy nouns stand together, such as “%1” and “%2”. Use verbs: say who does what.",
        (const char *const[]){one, other, sk_number(count, number)});
}

static int ends_in(const char *end, const char *ending, size_t length)
{
    return memcmp(end - length, ending, length) == 0;
}

/* Built like deeds, but one can walk into them. */
static int is_body(const sk_sentence *s, const sk_token *t)
{
    static const char *const bodies[] = {"afdeling",     "afdelingen", "coöperatie",   "instelling",
                                         "instellingen", "opleiding",  "opleidingen",  "regering",
                                         "stichting",    "vereniging", "verenigingen", NULL};
    return sk_is_one_of(s, t, bodies);
}

/* A noun made of a verb or a quality, whatever its level; "tekening" may be one too, so it never counts by itself. */
static int is_deed(const sk_sentence *s, const sk_token *t)
{
    enum { SHORTEST = 7 }; /* no ending is longer */
    if (t->form_length < SHORTEST || !(t->flags == 0 || sk_has(t, SK_NOUN)) || t->level == SCHAKEL_LEVEL_A1 ||
        t->kind != SK_TOKEN_WORD || (t->shape & SK_SHAPE_NAME))
        return 0;
    const char *end = s->forms + t->form + t->form_length;
    switch (end[-1]) {
    case 'g':
        return ends_in(end, "ing", 3) && !ends_in(end, "rling", 5); /* a leerling is a person */
    case 'd':
        return ends_in(end, "heid", 4);
    case 'e':
        return ends_in(end, "atie", 4);
    case 's':
        return ends_in(end, "aties", 5);
    case 't':
        return ends_in(end, "iteit", 5);
    case 'n':
        return (ends_in(end, "ingen", 5) && !ends_in(end, "rlingen", 7)) || ends_in(end, "heden", 5);
    default:
        return 0;
    }
}

/* Where the noun stands that "van" leads to (van de nieuwe regeling), or 0. */
static size_t noun_after(const sk_sentence *s, size_t link)
{
    for (size_t i = link + 1; i < s->count && i <= link + 1 + BETWEEN_MOST; i++) {
        const sk_token *t = s->tokens + i;
        if (t->gap & SK_GAP_CLAUSE)
            return 0;
        if (sk_has(t, SK_NOUN) || t->flags == 0)
            return i;
        if (!sk_has(t, SK_ARTICLE | SK_PRONOUN | SK_ADJECTIVE | SK_NUMERAL | SK_PARTICIPLE_INFLECTED))
            return 0;
    }
    return 0;
}

/* de invoering van de verbetering: two deeds hang together. One of them must be a heavy word. */
static int check_chain_of_deeds(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i + 2 < s->count; i++) {
        const sk_token *link = s->tokens + i + 1;
        if (link->role != SK_ROLE_VAN && link->role != SK_ROLE_TOT && link->role != SK_ROLE_VOOR)
            continue;
        size_t next = is_deed(s, s->tokens + i) ? noun_after(s, i + 1) : 0;
        if (next == 0 || !is_deed(s, s->tokens + next) ||
            !(sk_is_abstract(s, s->tokens + i) || sk_is_abstract(s, s->tokens + next)))
            continue;
        find_nouns(c, s, i, next, 2);
        return 1;
    }
    return 0;
}

/* De uitreiking van de diploma's vindt plaats: a deed that takes place, and nobody does it. */
static void check_deed_that_takes_place(sk_checking *c, const sk_sentence *s, size_t deed)
{
    if (deed + 1 >= s->count || s->tokens[deed + 1].role != SK_ROLE_VAN)
        return;
    for (size_t i = deed + 2; i < s->count; i++) {
        char noun[SK_QUOTE_SIZE], verb[SK_QUOTE_SIZE];
        const sk_token *t = s->tokens + i;
        if (t->role != SK_ROLE_TAKES_PLACE && t->role != SK_ROLE_VINDT)
            continue;
        sk_quote(c, s->tokens[deed].start, s->tokens[deed].end, noun);
        sk_quote(c, t->start, t->end, verb);
        sk_find(c, SCHAKEL_RULE_NOMINAL_STYLE, SCHAKEL_SEVERITY_HINT, s->tokens[deed].start, t->end,
                "Maak van “%1 … %2” een zin met een werkwoord: zeg wie wat doet.",
                "Turn “%1 … %2” into a sentence with a verb: say who does what.",
                (const char *const[]){noun, verb});
        return;
    }
}

static int came_before(const sk_sentence *s, size_t i)
{
    for (size_t k = i > SK_REACH ? i - SK_REACH : 0; k < i; k++)
        if (s->tokens[k].hash == s->tokens[i].hash)
            return 1;
    return 0;
}

/* Where no noun of the sentence is heavy, nothing is. A noun that is repeated counts once. */
static void check_nouns(sk_checking *c, const sk_sentence *s)
{
    size_t deeds = 0, heavy = 0, first = 0, last = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (!is_deed(s, s->tokens + i) || is_body(s, s->tokens + i) || came_before(s, i))
            continue;
        if (deeds++ == 0)
            first = i;
        last = i;
        heavy += (size_t)sk_is_abstract(s, s->tokens + i);
    }
    if (heavy >= ABSTRACT_MANY)
        find_nouns(c, s, first, last, heavy);
    else if (deeds > 0 && !(deeds > 1 && check_chain_of_deeds(c, s)))
        check_deed_that_takes_place(c, s, first);
}

/* Tokens between which noun and verb belong together: no comma, no other clause. */
static void same_clause(const sk_sentence *s, size_t *first, size_t *last)
{
    size_t from = *first, to = *last;
    while (from > 0 && *first - from < SK_REACH && !(s->tokens[from].gap & SK_GAP_CLAUSE) &&
           !sk_opens_subordinate(s, from))
        from--;
    while (to + 1 < s->count && to - *last < SK_REACH && !(s->tokens[to + 1].gap & SK_GAP_CLAUSE) &&
           !sk_opens_subordinate(s, to + 1))
        to++;
    *first = from;
    *last = to;
}

/* The token of a clause that is a form of one of these verbs (nemen / treffen), or `none`. */
static size_t form_of_any(const sk_sentence *s, size_t from, size_t to, const char *verbs, size_t none)
{
    while (*verbs != '\0') {
        const char *end = strstr(verbs, " / ");
        size_t length = end != NULL ? (size_t)(end - verbs) : strlen(verbs);
        uint32_t verb = sk_word_find(sk_hash(verbs, length), verbs, length);
        for (size_t i = from; verb != SK_NO_WORD && i <= to; i++)
            if (s->tokens[i].word != SK_NO_WORD &&
                sk_words[s->tokens[i].word].lemma == sk_words[verb].lemma && !sk_has(s->tokens + i, SK_NOUN))
                return i;
        verbs += length + (end != NULL ? 3 : 0);
    }
    return none;
}

/*
 * De directie neemt in juni een beslissing: one verb says it. Both must stand in one clause; the
 * list leaves out what everybody says (een afspraak maken).
 */
int sk_find_weak_verb(sk_checking *c, const sk_sentence *s, const sk_phrase *phrase, const char *text,
                      size_t first, size_t last)
{
    char noun[SK_QUOTE_SIZE], weak[SK_QUOTE_SIZE];
    size_t from = first, to = last;
    same_clause(s, &from, &to);
    size_t verb = form_of_any(s, from, to, text + phrase->advice, s->count);
    if (verb == s->count)
        return 0;
    sk_quote(c, s->tokens[first].start, s->tokens[last].end, noun);
    sk_quote(c, s->tokens[verb].start, s->tokens[verb].end, weak);
    sk_find(c, SCHAKEL_RULE_NOMINAL_STYLE, SCHAKEL_SEVERITY_HINT,
            s->tokens[verb < first ? verb : first].start, s->tokens[verb > last ? verb : last].end,
            "Zeg “%1” en “%2” met één werkwoord, bijvoorbeeld “%3”.",
            "Say “%1” and “%2” with one verb, for example “%3”.",
            (const char *const[]){noun, weak, text + phrase->extra});
    return 1;
}

/* ------------------------------------------------------- phrases with a preposition */

/* Stands before the noun of a phrase: de, uw, nieuwe, drie, 3. */
static int is_before_noun(const sk_token *t)
{
    return t->kind == SK_TOKEN_NUMBER ||
           sk_has(t, SK_ARTICLE | SK_PRONOUN | SK_ADJECTIVE | SK_NUMERAL | SK_PARTICIPLE_INFLECTED);
}

static int is_head(const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    if (sk_has(t, SK_PREPOSITION)) /* a bij is an insect, too */
        return 0;
    return sk_has(t, SK_NOUN) || (t->shape & SK_SHAPE_NAME) || t->kind != SK_TOKEN_WORD || t->flags == 0 ||
           (sk_has(t, SK_INFINITIVE) && t[-1].role == SK_ROLE_HET);
}

/*
 * The token after the phrase that begins with the preposition i, or i when there is none. `counts`
 * tells whether it weighs: a day, date or hour (op vrijdag 3 juli, van 9.00 uur) reads easily.
 */
static size_t phrase_end(const sk_sentence *s, size_t i, int *counts)
{
    size_t at = i + 1, heads = 0;
    int numbers = 0, times = 0;
    for (; at < s->count && !(s->tokens[at].gap & SK_GAP_CLAUSE); at++) {
        const sk_token *t = s->tokens + at;
        if (is_head(s, at))
            heads++;
        else if (heads > 0 || !is_before_noun(t) || (at > i + 1 && sk_has(t, SK_ARTICLE)))
            break; /* a second article begins what is no part of it: van ons een brief */
        numbers |= t->kind == SK_TOKEN_NUMBER;
        times |=
            t->role == SK_ROLE_UUR || t->role == SK_ROLE_WEEKDAY || (t->role == SK_ROLE_MONTH && numbers);
    }
    const sk_token *last = s->tokens + at - 1;
    *counts = !(times && (numbers || at == i + 2)) && !(numbers && at == i + 2) && last->role != SK_ROLE_UUR;
    return at > i + 1 && last->role != SK_ROLE_DE && last->role != SK_ROLE_HET ? at : i;
}

/* om het hek te verven: "om" opens a clause. */
static int opens_aim(const sk_sentence *s, size_t i)
{
    for (size_t k = i + 1; k < s->count && k <= i + SK_REACH && !(s->tokens[k].gap & SK_GAP_CLAUSE); k++)
        if (s->tokens[k].role == SK_ROLE_TE)
            return 1;
    return 0;
}

static int opens_phrase(const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    return sk_has(t, SK_PREPOSITION) && t->role != SK_ROLE_TE && !(t->shape & SK_SHAPE_NAME) &&
           !(t->role == SK_ROLE_OM && opens_aim(s, i));
}

/* Where a chain that begins with token i ends; *count are the phrases that weigh. */
static size_t chain_end(const sk_sentence *s, size_t i, size_t *count)
{
    size_t at = i;
    *count = 0;
    while (at < s->count && (at == i || !(s->tokens[at].gap & (SK_GAP_CLAUSE | SK_GAP_QUOTE)))) {
        size_t from = at + (at > i && s->tokens[at].role == SK_ROLE_EN);
        int counts = 0;
        if (from >= s->count || !opens_phrase(s, from))
            break;
        size_t end = phrase_end(s, from, &counts);
        if (end == from)
            break;
        *count += (size_t)counts;
        at = end;
    }
    return at;
}

/*
 * Four or more phrases with a preposition in a row: de regels voor het parkeren van auto's in de
 * straat naast de school. Commas and verbs part them, and then they read one by one.
 */
static void check_prepositions(sk_checking *c, const sk_sentence *s)
{
    for (size_t i = 0; i + 2 * CHAIN_MANY <= s->count; i++) {
        if (!opens_phrase(s, i))
            continue;
        size_t count = 0, end = chain_end(s, i, &count);
        if (count >= CHAIN_MANY) {
            char first[SK_QUOTE_SIZE], number[SK_NUMBER_SIZE];
            sk_quote(c, s->tokens[i].start, s->tokens[i + 2].end, first);
            sk_find(c, SCHAKEL_RULE_PREPOSITION_CHAIN, SCHAKEL_SEVERITY_HINT, s->tokens[i].start,
                    s->tokens[end - 1].end,
                    "Vanaf “%1 …” staan er %2 stukjes achter elkaar. Maak er twee zinnen van.",
                    "From “%1 …” on, %2 phrases with a preposition stand in a row. Make two sentences of it.",
                    (const char *const[]){first, sk_number(count, number)});
        }
        if (end > i)
            i = end - 1;
    }
}

void sk_rules_nouns(sk_checking *c, sk_sentence *s)
{
    if (s->roles & sk_role_bit(SK_ROLE_HET) && s->roles & sk_role_bit(SK_ROLE_VAN))
        check_verb_as_noun(c, s);
    if (s->abstract_nouns > 0)
        check_nouns(c, s);
    if (s->prepositions >= CHAIN_MANY)
        check_prepositions(c, s);
}
