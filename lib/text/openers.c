/* Words that may open a clause: does one open here? */
#include <string.h>

#include "text/context.h"

/* How far to look for the verb that makes a conjunction of a word. */
enum { LOOK_AHEAD = 24 };

/* Can the last word of a clause be its verb? Unknown words can. */
static int may_be_last_verb(const sk_context *c, size_t at, unsigned class)
{
    return in(class, CLASSES(SK_UNSURE_NOUN_FINITE) | CLASSES(SK_UNSURE_NOUN_INFINITIVE)) ||
           (class == SK_TAG_OTHER && c->tokens[at].kind == SK_TOKEN_WORD &&
            !(c->tokens[at].shape & SK_SHAPE_CAPITAL));
}

/* Where the first finite verb stands behind this word, before the next mark or clause; or SK_NOWHERE. */
static size_t finite_ahead(const sk_context *c)
{
    unsigned before = SK_TAG_OTHER;
    for (size_t at = c->i + 1; at <= c->i + LOOK_AHEAD; at++) {
        unsigned class = class_at(c, at);
        int ends = class_at(c, at + 1) == AT_END;
        /* "... wat u dat vindt": behind a pronoun no clause opens. */
        if (class == AT_END || (at > c->i + 1 && in(class, OPENS) && !in(before, SUBJECT_PRONOUN)))
            break;
        if (in(class,
               CLASSES(SK_TAG_FINITE) | CLASSES(SK_UNSURE_INFINITIVE) | CLASSES(SK_UNSURE_PARTICIPLE_VERB)) &&
            before != SK_TAG_COORDINATING && before != SK_TAG_TE)
            return at;
        if (at > c->i + 1 && ends && may_be_last_verb(c, at, class) &&
            !in(before, BEFORE_NOUN | CLASSES(SK_UNSURE_HET)))
            return at;
        if (class == SK_UNSURE_ZIJN && (ends || !in(class_at(c, at + 1), NOMINAL)))
            return at;
        before = class;
    }
    return SK_NOWHERE;
}

/* Does the stretch behind this word end in its verb, as a subordinate clause does? */
static int verb_is_last(const sk_context *c)
{
    size_t at = finite_ahead(c);
    if (at == SK_NOWHERE)
        return 0;
    while (in(class_at(c, at + 1), VERB | CLASSES(SK_TAG_TE)))
        at++;
    return !in(class_at(c, at + 1), SUBJECT | CLASSES(SK_TAG_ADVERB) | NOMINAL);
}

static int is_time_noun(const sk_context *c)
{
    const sk_token *t = &c->tokens[c->i + 1];
    const char *form = c->forms + t->form;
    if ((t->form_length == 3 && memcmp(form, "dag", 3) == 0) ||
        (t->form_length == 4 && memcmp(form, "keer", 4) == 0))
        return 1;
    return t->role == SK_ROLE_PERIOD || t->role == SK_ROLE_EVENING || t->role == SK_ROLE_MORNING;
}

/* iemand, iedereen, degene: the shorter ones take no clause. */
enum { SOMEBODY = 6 };

static int behind_noun(const sk_context *c)
{
    return in(c->before, CLASSES(SK_TAG_NOUN) | CLASSES(SK_TAG_OTHER) | CLASSES(SK_TAG_PRONOUN) |
                             CLASSES(SK_TAG_SUBJECT) | CLASSES(SK_TAG_NUMERAL)) &&
           !c->at_start && !(c->tokens[c->i].gap & SK_GAP_CLAUSE) &&
           (c->before != SK_TAG_SUBJECT || c->tokens[c->i - 1].letters >= SOMEBODY);
}

static sk_tag dat(const sk_context *c)
{
    if (c->i > 0 && c->tokens[c->i - 1].role == SK_ROLE_ZONDER)
        return SK_TAG_OPENER;
    sk_tag word = determiner_or(c, SK_TAG_PRONOUN);
    unsigned next = after(c);
    if (in(c->before, CLASSES(SK_TAG_PREPOSITION) | CLASSES(SK_TAG_OPENER) | CLASSES(SK_TAG_RELATIVE)) ||
        next == AT_END)
        return word;
    int comma = (c->tokens[c->i].gap & SK_GAP_COMMA) != 0;
    if (c->at_start)
        return in(next, SUBJECT) && verb_is_last(c) ? SK_TAG_OPENER : word;
    if (finite_ahead(c) == SK_NOWHERE)
        return word;
    if (behind_noun(c) && c->before == SK_TAG_NOUN)
        return SK_TAG_RELATIVE;
    if (in(next, CLASSES(SK_TAG_FINITE) | CLASSES(SK_UNSURE_INFINITIVE)))
        return comma && !in(class_at(c, c->i + 2), SUBJECT_PRONOUN) && verb_is_last(c) ? SK_TAG_RELATIVE
                                                                                       : SK_TAG_PRONOUN;
    return c->before == SK_TAG_COORDINATING && c->main ? word : SK_TAG_OPENER;
}

static sk_tag die(const sk_context *c)
{
    sk_tag word = determiner_or(c, SK_TAG_PRONOUN);
    if (c->at_start || c->before == SK_TAG_PREPOSITION || after(c) == AT_END)
        return word;
    int comma = (c->tokens[c->i].gap & (SK_GAP_COMMA | SK_GAP_DASH)) != 0;
    int goes_on = c->before == SK_TAG_COORDINATING && c->clause->kind == SK_CLAUSE_RELATIVE;
    /* "Vul de lijst in die u hebt gekregen": the noun stands before the last verb. */
    int behind_verb = in(c->before, CLASSES(SK_TAG_INFINITIVE) | CLASSES(SK_TAG_PARTICIPLE) |
                                        CLASSES(SK_TAG_PARTICLE) | (c->main ? 0 : CLASSES(SK_TAG_FINITE)));
    if (behind_verb && verb_is_last(c))
        return SK_TAG_RELATIVE;
    if (!comma && !goes_on && (!behind_noun(c) || is_time_noun(c)))
        return word;
    return finite_ahead(c) != SK_NOWHERE ? SK_TAG_RELATIVE : word;
}

/* Als kinderen die ver weg wonen, ...: the verb comes only behind another clause. */
static int noun_has_clause(const sk_context *c)
{
    uint64_t relative = CLASSES(SK_UNSURE_DIE) | CLASSES(SK_UNSURE_DAT) | CLASSES(SK_UNSURE_RELATIVE);
    int free = c->at_start || c->before == SK_TAG_ADJECTIVE || c->tokens[c->i].gap & SK_GAP_COMMA;
    return free && (in(class_at(c, c->i + 2), relative) ||
                    (after(c) == SK_TAG_DETERMINER && in(class_at(c, c->i + 3), relative)));
}

static sk_tag als(const sk_context *c)
{
    unsigned next = after(c);
    size_t verb = finite_ahead(c);
    if (verb == SK_NOWHERE)
        return noun_has_clause(c) ? SK_TAG_OPENER : SK_TAG_PREPOSITION;
    /* "zo groot als een huis"; "het kind dat als laatste weggaat": the verb is that of the clause around it */
    int waits = !c->main && !has_finite(c) && c->clause->kind != SK_CLAUSE_OM;
    if ((c->before == SK_TAG_ADJECTIVE && !c->at_start && !in(next, SUBJECT_PRONOUN)) ||
        (waits && !in(next, SUBJECT)))
        return SK_TAG_PREPOSITION;
    /* Als ouder kunt u ... */
    if ((in(next, NOMINAL) && verb == c->i + 2 && in(class_at(c, c->i + 3), SUBJECT)) ||
        (in(next, NOMINAL) && in(class_at(c, verb + 1), SUBJECT_PRONOUN)))
        return SK_TAG_PREPOSITION;
    return SK_TAG_OPENER;
}

static sk_tag om(const sk_context *c)
{
    const sk_token *next = c->i + 1 < c->count ? &c->tokens[c->i + 1] : NULL;
    if (next == NULL || next->kind == SK_TOKEN_NUMBER || next->role >= SK_ROLE_HOUR ||
        next->role == SK_ROLE_HALF || next->role == SK_ROLE_KWART)
        if (next == NULL || next->role != SK_ROLE_HOUR)
            return SK_TAG_PREPOSITION;
    for (size_t at = c->i + 1; at <= c->i + LOOK_AHEAD; at++) {
        unsigned class = class_at(c, at);
        if (class == SK_TAG_TE)
            return SK_TAG_OM;
        if (class == SK_TAG_OPENER || at >= c->count ||
            (class == AT_END && !(c->tokens[at].gap & SK_GAP_COMMA)))
            break;
    }
    return SK_TAG_PREPOSITION;
}

/* Does another clause open before the verb comes? */
static int opens_first(const sk_context *c)
{
    for (size_t at = c->i + 2; at <= c->i + LOOK_AHEAD; at++)
        if (in(class_at(c, at), CLASSES(SK_UNSURE_DIE) | CLASSES(SK_UNSURE_RELATIVE)))
            return 1;
        else if (class_at(c, at) == AT_END || in(class_at(c, at), VERB))
            break;
    return 0;
}

/* "weet of de bus komt" and "Weet u of ...", not "de vader of de moeder" */
static sk_tag of(const sk_context *c)
{
    int er = c->i + 1 < c->count && c->tokens[c->i + 1].role == SK_ROLE_ER;
    int behind =
        in(c->before, CLASSES(SK_TAG_FINITE) | CLASSES(SK_TAG_INFINITIVE) | CLASSES(SK_TAG_PARTICIPLE) |
                          CLASSES(SK_TAG_SUBJECT) | CLASSES(SK_TAG_ADVERB) | CLASSES(SK_TAG_PRONOUN) |
                          CLASSES(SK_TAG_PARTICLE));
    /* "mailen of ons bellen": no subject */
    if (after(c) == SK_UNSURE_DIT &&
        in(class_at(c, c->i + 2), CLASSES(SK_UNSURE_INFINITIVE) | CLASSES(SK_UNSURE_NOUN_INFINITIVE)))
        return SK_TAG_COORDINATING;
    return behind && has_finite(c) && (in(after(c), SUBJECT) || er) && (verb_is_last(c) || opens_first(c))
               ? SK_TAG_OPENER
               : SK_TAG_COORDINATING;
}

static sk_tag toen(const sk_context *c)
{
    unsigned next = after(c);
    if (sk_has(&c->tokens[c->i], SK_PREPOSITION))
        return in(next, SUBJECT) && verb_is_last(c) && finite_ahead(c) != c->i + 1 ? SK_TAG_OPENER
                                                                                   : SK_TAG_PREPOSITION;
    return in(next, SUBJECT) && verb_is_last(c) ? SK_TAG_OPENER : SK_TAG_ADVERB;
}

/* wie, wat, hoe, waar, wanneer, waarmee, welke */
static sk_tag relative(const sk_context *c)
{
    const sk_token *t = &c->tokens[c->i];
    unsigned next = after(c);
    int wat = !sk_has(t, SK_ADVERB) && t->form_length == 3 && memcmp(c->forms + t->form, "wat", 3) == 0;
    sk_tag word = sk_has(t, SK_ADVERB) ? SK_TAG_ADVERB : SK_TAG_PRONOUN;
    size_t verb = finite_ahead(c);
    if (verb == SK_NOWHERE && !c->at_start && next == SK_TAG_SUBJECT)
        return SK_TAG_RELATIVE; /* hoe wij lezen, schrijven en rekenen aanpakken */
    if (verb == SK_NOWHERE)
        return wat ? determiner_or(c, SK_TAG_PRONOUN) : word;
    if (next == SK_TAG_ADJECTIVE && sk_has(t, SK_ADVERB) && t->form_length == 4 && !c->at_start)
        return word; /* waar nodig */
    if (c->at_start) {
        if (verb == c->i + 1 || (wat && next == SK_TAG_DETERMINER))
            return word;
        return in(next, SUBJECT) && verb_is_last(c) ? SK_TAG_RELATIVE : word;
    }
    if (wat && in(next, NOMINAL | CLASSES(SK_TAG_ADVERB)) && !in(c->before, CLASSES(SK_TAG_PRONOUN)) &&
        !verb_is_last(c))
        return determiner_or(c, SK_TAG_ADVERB);
    /* "Vraag: waar is de school?", "welke dag komt uw kind?": the verb stands before its subject. */
    if (in(class_at(c, verb + 1), SUBJECT) && !behind_noun(c))
        return word;
    return SK_TAG_RELATIVE;
}

sk_tag sk_make_sure_opener(const sk_context *c, sk_tag unsure)
{
    switch (unsure) {
    case SK_UNSURE_DAT:
        return dat(c);
    case SK_UNSURE_DIE:
        return die(c);
    case SK_UNSURE_ALS:
        return als(c);
    case SK_UNSURE_OM:
        return om(c);
    case SK_UNSURE_OF:
        return of(c);
    case SK_UNSURE_OPENER:
        return toen(c);
    case SK_UNSURE_RELATIVE:
        return relative(c);
    default:
        return SK_TAG_OTHER;
    }
}
