/* What the word before, the words behind and the clause so far say about a word that can be many things. */
#ifndef SK_TEXT_CONTEXT_H
#define SK_TEXT_CONTEXT_H

#include "text/check.h"
#include "text/clauses.h"

typedef struct sk_context {
    const sk_token *tokens;
    const char *forms;
    size_t i, count;
    sk_tag before;   /* SK_TAG_OTHER also at the start and behind a comma */
    int at_start;    /* nothing but marks before it */
    int main;        /* the verb comes second here, not last */
    int outer_waits; /* a clause around this one still has no finite verb */
    const sk_clause *clause;
} sk_context;

/* What an unsure form is here: one of the sure tags. */
sk_tag sk_make_sure(const sk_context *c, sk_tag unsure);
/* The same for words that may open a clause. */
sk_tag sk_make_sure_opener(const sk_context *c, sk_tag unsure);

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

static inline int in(unsigned class, uint64_t set)
{
    return class < 64 && (set >> class & 1) != 0;
}

/* The class of a later token in the same stretch between marks, or AT_END. */
static inline unsigned class_at(const sk_context *c, size_t at)
{
    if (at >= c->count || c->tokens[at].gap & (SK_GAP_CLAUSE & ~(SK_GAP_OPEN | SK_GAP_CLOSE)))
        return AT_END;
    return c->tokens[at].shape & SK_SHAPE_NAME ? SK_TAG_NOUN : SK_CLASS(c->tokens[at].flags);
}

static inline unsigned after(const sk_context *c)
{
    return class_at(c, c->i + 1);
}

static inline int has_finite(const sk_context *c)
{
    return c->clause->finite != SK_NOWHERE;
}

static inline int finite_is(const sk_context *c, sk_role role)
{
    return has_finite(c) && c->tokens[c->clause->finite].role == role;
}

static inline int after_helper(const sk_context *c)
{
    return finite_is(c, SK_ROLE_HEBBEN) || finite_is(c, SK_ROLE_ZIJN) || finite_is(c, SK_ROLE_WORDEN);
}

/* "kunt u het inleveren", "wilt u ons helpen": a verb comes behind, and no noun. */
static inline int verb_behind(const sk_context *c)
{
    unsigned next = after(c), second = class_at(c, c->i + 2);
    return in(next, CLASSES(SK_UNSURE_INFINITIVE) | CLASSES(SK_UNSURE_NOUN_INFINITIVE)) &&
           (finite_is(c, SK_ROLE_MODAL) || finite_is(c, SK_ROLE_GOING)) &&
           (second == AT_END || in(second, VERB | OPENS | CLASSES(SK_TAG_COORDINATING)));
}

static inline sk_tag determiner_or(const sk_context *c, sk_tag other)
{
    /* "Dat kan", "Die wil": no jug and no will. */
    int helper = c->i + 1 < c->count &&
                 (c->tokens[c->i + 1].role == SK_ROLE_MODAL || c->tokens[c->i + 1].role == SK_ROLE_ZIJN);
    return in(after(c), NOMINAL) && !verb_behind(c) && !helper ? SK_TAG_DETERMINER : other;
}

#endif
