/* What a word is in its sentence, where the lists leave a choice: verbs and pronouns. */
#include "text/context.h"

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
    /* "..., bel dan" */
    int behind_comma = (c->tokens[c->i].gap & SK_GAP_COMMA) && has_finite(c);
    return after(c) == SK_TAG_ADVERB && (behind_comma || (c->at_start && in(class_at(c, c->i + 2), SUBJECT)));
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
    return in(after(c), VERB | OPENS | CLASSES(SK_TAG_COORDINATING)) || after(c) == AT_END;
}

/* geld, regel: a verb beside "ik" (and before "je") only, a noun everywhere else. */
static int wants_first_person(const sk_context *c)
{
    const sk_token *t = &c->tokens[c->i];
    return sk_has(t, SK_STEM) && t->role == SK_ROLE_NONE && c->forms[t->form + t->form_length - 1] != 't';
}

static sk_tag noun_or_finite(const sk_context *c)
{
    const sk_token *t = &c->tokens[c->i];
    /* kan, wil, was: "te laat was", but "de vuile was" */
    int helper = t->role == SK_ROLE_MODAL || t->role == SK_ROLE_ZIJN;
    if (helper && c->before == SK_TAG_ADJECTIVE && !sk_has(t - 1, SK_INFLECTED))
        return SK_TAG_FINITE;
    if (in(c->before, BEFORE_NOUN))
        return SK_TAG_NOUN;
    if (helper || is_request(c))
        return SK_TAG_FINITE;
    if (!c->main)
        return !has_finite(c) && ends_clause(c) && c->before != SK_TAG_RELATIVE &&
                       !in(after(c), CLASSES(SK_TAG_FINITE) | CLASSES(SK_UNSURE_ZIJN))
                   ? SK_TAG_FINITE
                   : SK_TAG_NOUN;
    if (wants_first_person(c) && c->before != SK_TAG_SUBJECT && !in(after(c), SUBJECT_PRONOUN))
        return SK_TAG_NOUN;
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
    /* "u afmelden": u and je do not go with this form */
    if (c->before == SK_TAG_SUBJECT && has_finite(c) && t[-1].role == SK_ROLE_YOU && t[-1].letters <= 2)
        return SK_TAG_INFINITIVE;
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
    /* "De ouders die willen helpen kunnen mailen": the verb of the clause around it. "Die kunnen worden
       gebeld" and "die ziek zijn blijven thuis" tell them apart. */
    if (c->before == SK_TAG_FINITE && c->tokens[c->i - 1].role != SK_ROLE_NONE)
        return c->outer_waits && c->tokens[c->i - 1].role == SK_ROLE_ZIJN &&
                       in(after(c), SUBJECT | NOMINAL | CLASSES(SK_TAG_ADVERB) | CLASSES(SK_TAG_PRONOUN))
                   ? SK_TAG_FINITE
                   : SK_TAG_INFINITIVE;
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
    unsigned next = after(c), second = class_at(c, c->i + 2);
    if (in(c->before, BEFORE_NOUN) || (next < 64 && c->tokens[c->i + 1].role == SK_ROLE_HEBBEN))
        return SK_TAG_NOUN;
    if (c->main && !has_finite(c)) {
        if (c->before == SK_TAG_SUBJECT || next == SK_TAG_SUBJECT ||
            (c->tokens[c->i].gap & SK_GAP_COMMA && in(next, SUBJECT)))
            return SK_TAG_FINITE;
        return verb_is_due(c) && in(c->before, CLASSES(SK_TAG_NOUN) | CLASSES(SK_TAG_ADVERB)) ? SK_TAG_FINITE
                                                                                              : SK_TAG_NOUN;
    }
    if ((finite_is(c, SK_ROLE_MODAL) && (ends_clause(c) || c->before == SK_TAG_ADVERB ||
                                         (c->before == SK_TAG_NOUN && next == SK_TAG_PREPOSITION))) ||
        (finite_is(c, SK_ROLE_GOING) && after(c) == AT_END))
        return SK_TAG_INFINITIVE;
    if (!c->main && !has_finite(c)) {
        if (next < 64 && c->tokens[c->i + 1].role == SK_ROLE_MODAL)
            return SK_TAG_INFINITIVE;
        /* "dat kinderen leren fietsen" */
        int infinitive_last =
            second == AT_END && in(next, CLASSES(SK_UNSURE_INFINITIVE) | CLASSES(SK_UNSURE_NOUN_INFINITIVE));
        return (next == AT_END || infinitive_last) && c->before != SK_TAG_RELATIVE ? SK_TAG_FINITE
                                                                                   : SK_TAG_NOUN;
    }
    return SK_TAG_NOUN;
}

static sk_tag participle(const sk_context *c)
{
    unsigned next = after(c);
    int before_noun =
        in(next, CLASSES(SK_TAG_NOUN) | CLASSES(SK_TAG_OTHER) | CLASSES(SK_UNSURE_NOUN_FINITE)) &&
        c->tokens[c->i + 1].role != SK_ROLE_MODAL && c->tokens[c->i + 1].role != SK_ROLE_ZIJN;
    if (c->before == SK_TAG_PREPOSITION && !in(next, VERB | CLASSES(SK_TAG_COORDINATING)))
        return SK_TAG_ADJECTIVE; /* als bedoeld in artikel 3 */
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
    if (sk_has(t, SK_NOUN) && in(c->before, CLASSES(SK_TAG_DETERMINER) | CLASSES(SK_TAG_ADJECTIVE)))
        return SK_TAG_NOUN; /* goed bericht */
    if (participle(c) == SK_TAG_ADJECTIVE)
        return SK_TAG_ADJECTIVE;
    if (after_helper(c) ||
        (c->i > 0 && c->before == SK_TAG_FINITE && c->tokens[c->i - 1].role != SK_ROLE_NONE &&
         c->tokens[c->i - 1].role != SK_ROLE_MODAL))
        return SK_TAG_PARTICIPLE;
    if (next < 64 && (c->tokens[c->i + 1].role == SK_ROLE_WORDEN ||
                      (!c->main && c->tokens[c->i + 1].role == SK_ROLE_MODAL) ||
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

/* "te laat" and "te Utrecht" have no verb. */
static sk_tag te(const sk_context *c)
{
    return in(after(c), VERB | CLASSES(SK_UNSURE_NOUN_INFINITIVE)) ? SK_TAG_TE : SK_TAG_ADVERB;
}

sk_tag sk_make_sure(const sk_context *c, sk_tag unsure)
{
    switch (unsure) {
    case SK_TAG_TE:
        return te(c);
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
        return after(c) == SK_UNSURE_INFINITIVE && !verb_behind(c) &&
                       (has_finite(c) ||
                        in(c->before, CLASSES(SK_TAG_COORDINATING) | CLASSES(SK_TAG_PREPOSITION)))
                   ? SK_TAG_DETERMINER
                   : determiner_or(c, SK_TAG_SUBJECT);
    case SK_UNSURE_JE:
        return determiner_or(c, SK_TAG_SUBJECT);
    case SK_UNSURE_DIT:
        return determiner_or(c, SK_TAG_PRONOUN);
    default:
        return sk_make_sure_opener(c, unsure);
    }
}
