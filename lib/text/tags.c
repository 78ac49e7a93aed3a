/* What a word is in its sentence, where the lists leave a choice. */
#include <string.h>

#include "text/check.h"
#include "text/clauses.h"
#include "text/lexicon.h"

/* How far to look for the verb that makes a conjunction of a word. */
enum { LOOK_AHEAD = 24 };
/* In place of a class: the clause ends here, or the sentence does. */
enum { AT_END = 255 };

#define CLASSES(a) (UINT64_C(1) << (a))
#define NOMINAL                                                                                              \
    (CLASSES(SK_TAG_OTHER) | CLASSES(SK_TAG_NOUN) | CLASSES(SK_TAG_ADJECTIVE) | CLASSES(SK_TAG_NUMERAL) |    \
     CLASSES(SK_UNSURE_NOUN_FINITE) | CLASSES(SK_UNSURE_NOUN_INFINITIVE) |                                   \
     CLASSES(SK_UNSURE_PARTICIPLE_NOUN))
/* After these a noun comes. */
#define BEFORE_NOUN                                                                                          \
    (CLASSES(SK_TAG_DETERMINER) | CLASSES(SK_TAG_ADJECTIVE) | CLASSES(SK_TAG_NUMERAL) |                      \
     CLASSES(SK_TAG_PREPOSITION))
#define VERB                                                                                                 \
    (CLASSES(SK_TAG_FINITE) | CLASSES(SK_UNSURE_INFINITIVE) | CLASSES(SK_UNSURE_PARTICIPLE) |                \
     CLASSES(SK_UNSURE_PARTICIPLE_VERB) | CLASSES(SK_UNSURE_ZIJN) | CLASSES(SK_TAG_TE))
/* The first word of a subject. */
#define SUBJECT                                                                                              \
    (CLASSES(SK_TAG_SUBJECT) | CLASSES(SK_UNSURE_JE) | CLASSES(SK_UNSURE_HET) | CLASSES(SK_TAG_DETERMINER) | \
     CLASSES(SK_UNSURE_DIT))
#define SUBJECT_PRONOUN (CLASSES(SK_TAG_SUBJECT) | CLASSES(SK_UNSURE_JE) | CLASSES(SK_UNSURE_HET))
#define OPENS                                                                                                \
    (CLASSES(SK_TAG_OPENER) | CLASSES(SK_UNSURE_RELATIVE) | CLASSES(SK_UNSURE_DIE) |                         \
     CLASSES(SK_UNSURE_DAT) | CLASSES(SK_UNSURE_OM) | CLASSES(SK_UNSURE_ALS))

static int in(unsigned class, uint64_t set)
{
    return class < 64 && (set >> class & 1) != 0;
}

/* The class of a later token in the same stretch between marks, or AT_END. */
static unsigned class_at(const sk_context *c, size_t at)
{
    if (at >= c->count || c->tokens[at].gap & SK_GAP_CLAUSE)
        return AT_END;
    return c->tokens[at].shape & SK_SHAPE_NAME ? SK_TAG_NOUN : SK_CLASS(c->tokens[at].flags);
}

static unsigned after(const sk_context *c)
{
    return class_at(c, c->i + 1);
}

static int has_finite(const sk_context *c)
{
    return c->clause->finite != SK_NOWHERE;
}

static int finite_is(const sk_context *c, sk_role role)
{
    return has_finite(c) && c->tokens[c->clause->finite].role == role;
}

static int after_helper(const sk_context *c)
{
    return finite_is(c, SK_ROLE_HEBBEN) || finite_is(c, SK_ROLE_ZIJN) || finite_is(c, SK_ROLE_WORDEN);
}

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

static sk_tag determiner_or(const sk_context *c, sk_tag other)
{
    return in(after(c), NOMINAL) ? SK_TAG_DETERMINER : other;
}

/* ------------------------------------------------------------------- verbs */

/* A main clause that waits for its verb, with something before it that can be a first part. */
static int verb_is_due(const sk_context *c)
{
    return c->main && !has_finite(c) && !c->at_start &&
           !in(c->before, BEFORE_NOUN | CLASSES(SK_TAG_COORDINATING)) &&
           !in(after(c), CLASSES(SK_TAG_FINITE) | CLASSES(SK_UNSURE_ZIJN));
}

/* Was eerst uw handen. */
static int is_request_with_adverb(const sk_context *c)
{
    return c->at_start && after(c) == SK_TAG_ADVERB && in(class_at(c, c->i + 2), SUBJECT);
}

/* "Vraag de juf", "Bel ons", and the same behind "en". */
static int is_request(const sk_context *c)
{
    return c->main &&
           (c->at_start || c->before == SK_TAG_COORDINATING || (c->tokens[c->i].gap & SK_GAP_COMMA)) &&
           (is_request_with_adverb(c) ||
            in(after(c), SUBJECT | CLASSES(SK_TAG_PRONOUN) | CLASSES(SK_UNSURE_DAT) | CLASSES(SK_UNSURE_DIE) |
                             (c->at_start ? CLASSES(SK_TAG_PREPOSITION) : 0))) &&
           !(c->i + 1 < c->count && c->tokens[c->i + 1].role == SK_ROLE_VAN);
}

static int ends_clause(const sk_context *c)
{
    return in(after(c), VERB | CLASSES(SK_TAG_COORDINATING)) || after(c) == AT_END;
}

static sk_tag noun_or_finite(const sk_context *c)
{
    if (in(c->before, BEFORE_NOUN))
        return SK_TAG_NOUN;
    /* kan, wil, was */
    if (is_request(c) || c->tokens[c->i].role == SK_ROLE_MODAL || c->tokens[c->i].role == SK_ROLE_ZIJN)
        return SK_TAG_FINITE;
    if (!c->main)
        return !has_finite(c) && ends_clause(c) && c->before != SK_TAG_RELATIVE &&
                       !in(after(c), CLASSES(SK_TAG_FINITE) | CLASSES(SK_UNSURE_ZIJN))
                   ? SK_TAG_FINITE
                   : SK_TAG_NOUN;
    return verb_is_due(c) ? SK_TAG_FINITE : SK_TAG_NOUN;
}

static sk_tag adverb_or_finite(const sk_context *c)
{
    sk_tag other = sk_has(&c->tokens[c->i], SK_ADJECTIVE) ? SK_TAG_ADJECTIVE : SK_TAG_ADVERB;
    if (has_finite(c) && c->clause->pending != SK_NOWHERE && in(after(c), SUBJECT_PRONOUN))
        return SK_TAG_FINITE; /* ..., dan laat hij ... */
    if (!c->main || has_finite(c))
        return is_request(c) && c->main ? SK_TAG_FINITE : other;
    return c->before == SK_TAG_SUBJECT || (is_request(c) && after(c) != SK_TAG_PREPOSITION) ? SK_TAG_FINITE
                                                                                            : other;
}

static sk_tag infinitive_or_finite(const sk_context *c)
{
    const sk_token *t = &c->tokens[c->i];
    if (c->before == SK_TAG_TE || c->clause->kind == SK_CLAUSE_OM)
        return SK_TAG_INFINITIVE;
    if (c->before == SK_TAG_DETERMINER)
        return SK_TAG_NOUN;
    if (c->main) {
        if (!has_finite(c))
            return SK_TAG_FINITE;
        /* "want wij hebben", "en de ouders brengen koekjes" */
        if (c->clause->pending != SK_NOWHERE && c->clause->pending < c->i &&
            in(c->before, CLASSES(SK_TAG_SUBJECT) | CLASSES(SK_TAG_NOUN)) &&
            (t->role != SK_ROLE_NONE || c->before == SK_TAG_SUBJECT ||
             (after(c) != AT_END &&
              !in(after(c), VERB | CLASSES(SK_TAG_COORDINATING) | CLASSES(SK_TAG_PREPOSITION)))))
            return SK_TAG_FINITE;
        /* ... en verzoeken wij u ..., ", gaan wij" */
        return after(c) == SK_TAG_SUBJECT && (c->before == SK_TAG_COORDINATING || (t->gap & SK_GAP_COMMA))
                   ? SK_TAG_FINITE
                   : SK_TAG_INFINITIVE;
    }
    if (!has_finite(c))
        return in(after(c), CLASSES(SK_TAG_FINITE)) && !in(c->before, CLASSES(SK_TAG_SUBJECT))
                   ? SK_TAG_INFINITIVE
                   : SK_TAG_FINITE;
    /* "De ouders die willen helpen kunnen mailen": the verb of the clause around it. */
    if (c->outer_waits &&
        (t->gap & SK_GAP_COMMA || c->clause->other_last != SK_NOWHERE || c->clause->finite + 1u < c->i) &&
        (t->role != SK_ROLE_NONE || after(c) == SK_TAG_SUBJECT))
        return SK_TAG_FINITE;
    return SK_TAG_INFINITIVE;
}

static sk_tag noun_or_infinitive(const sk_context *c)
{
    if (c->before == SK_TAG_TE)
        return SK_TAG_INFINITIVE;
    if (in(c->before, BEFORE_NOUN))
        return SK_TAG_NOUN;
    if (c->main && !has_finite(c)) {
        if (c->before == SK_TAG_SUBJECT || after(c) == SK_TAG_SUBJECT)
            return SK_TAG_FINITE;
        return verb_is_due(c) && in(c->before, CLASSES(SK_TAG_NOUN) | CLASSES(SK_TAG_ADVERB)) ? SK_TAG_FINITE
                                                                                              : SK_TAG_NOUN;
    }
    if ((finite_is(c, SK_ROLE_MODAL) && (ends_clause(c) || c->before == SK_TAG_ADVERB)) ||
        (finite_is(c, SK_ROLE_GOING) && after(c) == AT_END))
        return SK_TAG_INFINITIVE;
    if (!c->main && !has_finite(c)) {
        unsigned next = after(c);
        if (next < 64 && c->tokens[c->i + 1].role == SK_ROLE_MODAL)
            return SK_TAG_INFINITIVE;
        return next == AT_END && c->before != SK_TAG_RELATIVE ? SK_TAG_FINITE : SK_TAG_NOUN;
    }
    return SK_TAG_NOUN;
}

static sk_tag participle(const sk_context *c)
{
    unsigned next = after(c);
    int before_noun = in(next, CLASSES(SK_TAG_NOUN) | CLASSES(SK_TAG_OTHER) | CLASSES(SK_UNSURE_NOUN_FINITE));
    return before_noun && (c->at_start || in(c->before, BEFORE_NOUN | CLASSES(SK_TAG_PRONOUN)))
               ? SK_TAG_ADJECTIVE
               : SK_TAG_PARTICIPLE;
}

static sk_tag participle_or_verb(const sk_context *c)
{
    const sk_token *t = &c->tokens[c->i];
    unsigned next = after(c);
    if (c->before == SK_TAG_TE)
        return SK_TAG_INFINITIVE;
    if (participle(c) == SK_TAG_ADJECTIVE)
        return SK_TAG_ADJECTIVE;
    if (after_helper(c) ||
        (c->i > 0 && c->before == SK_TAG_FINITE && c->tokens[c->i - 1].role != SK_ROLE_NONE &&
         c->tokens[c->i - 1].role != SK_ROLE_MODAL))
        return SK_TAG_PARTICIPLE;
    if (next < 64 && (c->tokens[c->i + 1].role == SK_ROLE_WORDEN ||
                      c->tokens[c->i + 1].role == SK_ROLE_HEBBEN || c->tokens[c->i + 1].role == SK_ROLE_ZIJN))
        return SK_TAG_PARTICIPLE;
    if (sk_has(t, SK_INFINITIVE) && (c->main || has_finite(c) || c->clause->kind == SK_CLAUSE_OM))
        return infinitive_or_finite(c);
    if (!has_finite(c))
        return SK_TAG_FINITE;
    return SK_TAG_PARTICIPLE;
}

static sk_tag zijn(const sk_context *c)
{
    if (c->before == SK_TAG_TE)
        return SK_TAG_INFINITIVE;
    int before_noun = in(after(c), CLASSES(SK_TAG_NOUN) | CLASSES(SK_TAG_OTHER) | CLASSES(SK_TAG_ADJECTIVE) |
                                       CLASSES(SK_UNSURE_NOUN_FINITE) | CLASSES(SK_UNSURE_NOUN_INFINITIVE));
    int no_subject = c->at_start || in(c->before, BEFORE_NOUN | CLASSES(SK_TAG_COORDINATING) |
                                                      CLASSES(SK_TAG_OPENER) | CLASSES(SK_TAG_RELATIVE));
    if (before_noun && (has_finite(c) || no_subject || c->clause->kind == SK_CLAUSE_OM))
        return SK_TAG_DETERMINER;
    if (!has_finite(c) && c->clause->kind != SK_CLAUSE_OM)
        return SK_TAG_FINITE;
    if (c->outer_waits)
        return SK_TAG_FINITE;
    /* "... en zijn te zien": a second clause */
    return c->clause->pending != SK_NOWHERE && !finite_is(c, SK_ROLE_MODAL) ? SK_TAG_FINITE
                                                                            : SK_TAG_INFINITIVE;
}

/* ----------------------------------------------------------- words that open clauses */

static int is_time_noun(const sk_context *c)
{
    const sk_token *t = &c->tokens[c->i + 1];
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
    if (c->before == SK_TAG_PREPOSITION || next == AT_END)
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

static sk_tag als(const sk_context *c)
{
    unsigned next = after(c);
    size_t verb = finite_ahead(c);
    if (verb == SK_NOWHERE)
        return SK_TAG_PREPOSITION;
    if (in(c->before, CLASSES(SK_TAG_ADJECTIVE)) && !c->at_start && !in(next, SUBJECT_PRONOUN))
        return SK_TAG_PREPOSITION;
    /* Als ouder kunt u ... */
    if (in(next, NOMINAL) && verb == c->i + 2 && in(class_at(c, c->i + 3), SUBJECT))
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
    return behind && (in(after(c), SUBJECT) || er) && (verb_is_last(c) || opens_first(c))
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
    if (verb == SK_NOWHERE)
        return wat ? determiner_or(c, SK_TAG_PRONOUN) : word;
    int right_behind = verb == c->i + 1;
    if (c->at_start) {
        if (right_behind || (wat && next == SK_TAG_DETERMINER))
            return word;
        return in(next, SUBJECT) && verb_is_last(c) ? SK_TAG_RELATIVE : word;
    }
    if (wat && in(next, NOMINAL | CLASSES(SK_TAG_ADVERB)) && !in(c->before, CLASSES(SK_TAG_PRONOUN)) &&
        !verb_is_last(c))
        return determiner_or(c, SK_TAG_ADVERB);
    /* "Vraag: waar is de school?" has its verb first. */
    if (right_behind && in(class_at(c, c->i + 2), SUBJECT) && !behind_noun(c))
        return word;
    return SK_TAG_RELATIVE;
}

sk_tag sk_make_sure(const sk_context *c, sk_tag unsure)
{
    switch (unsure) {
    case SK_UNSURE_NOUN_FINITE:
        return noun_or_finite(c);
    case SK_UNSURE_ADVERB_FINITE:
        return adverb_or_finite(c);
    case SK_UNSURE_INFINITIVE:
        return infinitive_or_finite(c);
    case SK_UNSURE_NOUN_INFINITIVE:
        return noun_or_infinitive(c);
    case SK_UNSURE_PARTICIPLE:
        return participle(c);
    case SK_UNSURE_PARTICIPLE_VERB:
        return participle_or_verb(c);
    case SK_UNSURE_PARTICIPLE_NOUN:
        return in(c->before, BEFORE_NOUN) ? SK_TAG_NOUN : participle(c);
    case SK_UNSURE_ZIJN:
        return zijn(c);
    case SK_UNSURE_HET:
        return after(c) == SK_UNSURE_INFINITIVE && (has_finite(c) || c->before == SK_TAG_COORDINATING)
                   ? SK_TAG_DETERMINER
                   : determiner_or(c, SK_TAG_SUBJECT);
    case SK_UNSURE_JE:
        return determiner_or(c, SK_TAG_SUBJECT);
    case SK_UNSURE_DIT:
        return determiner_or(c, SK_TAG_PRONOUN);
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
