/*
 * What is turned down. "Geen", "behalve" and "without" turn down what follows in their clause;
 * "niet" and "not" as well, or else what came before in it ("rijden liever niet"). A clause ends
 * at most marks and at "maar" and "wel"; behind a comma it goes on when what follows is only
 * another thing of the same list.
 */
#include <string.h>

#include "expertise/cue_words.h"
#include "expertise/reading.h"

static int is_listed(const sk_reading *r, size_t word, const char *list)
{
    return r->tokens[word].form_length > 0 &&
           sk_is_in(list, sk_form_of(r, word), r->tokens[word].form_length);
}

static int is_finite(const sk_token *t)
{
    return t->role == SK_ROLE_ZIJN || t->role == SK_ROLE_HEBBEN || t->role == SK_ROLE_MODAL ||
           t->role == SK_ROLE_WORDEN || t->role == SK_ROLE_GOING ||
           ((t->flags & SK_FINITE) != 0 && (t->flags & (SK_INFINITIVE | SK_NOUN | SK_ADJECTIVE)) == 0);
}

static int parts_clause(const sk_token *t)
{
    return (t->gap & (SK_GAP_CLAUSE & ~SK_GAP_COMMA)) != 0;
}

/* Does a clause of its own begin here: is something offered or told before the next mark? */
static int begins_offer(const sk_reading *r, size_t from)
{
    for (size_t i = from; i < r->count; i++) {
        if (i > from && (r->tokens[i].gap & SK_GAP_CLAUSE) != 0)
            return 0;
        if (is_listed(r, i, sk_offer_words) || is_finite(&r->tokens[i]))
            return 1;
    }
    return 0;
}

static int is_and(const sk_reading *r, size_t word)
{
    return is_listed(r, word, " en of and or ");
}

/* Where what a word of refusal turns down ends. */
static size_t end_of_refusal(const sk_reading *r, size_t cue)
{
    for (size_t i = cue + 1; i < r->count; i++) {
        const sk_token *t = &r->tokens[i];
        if (parts_clause(t) || is_listed(r, i, sk_turn_words))
            return i;
        if ((t->gap & SK_GAP_COMMA) != 0 && begins_offer(r, i))
            return i;
        if (is_and(r, i) && i + 1 < r->count &&
            (is_listed(r, i + 1, sk_offer_words) || is_finite(&r->tokens[i + 1])))
            return i;
    }
    return r->count;
}

static int has_finite(const sk_reading *r, size_t from, size_t to)
{
    return r->finites[to] > r->finites[from];
}

/* Where the clause of a word of refusal begins, of what stands before it. */
static size_t start_of_clause(const sk_reading *r, size_t cue)
{
    size_t start = cue;
    int finite = is_finite(&r->tokens[cue]);
    while (start > 0) {
        size_t before = start - 1;
        if (parts_clause(&r->tokens[start]) || is_listed(r, before, " maar but want because omdat "))
            return start;
        /* Rijden, koken en lezen doe ik niet: the verb comes once for all. */
        if ((r->tokens[start].gap & SK_GAP_COMMA) != 0 && start < cue && has_finite(r, 0, start))
            return start;
        if (is_and(r, before) && has_finite(r, 0, before) && (finite || !has_finite(r, start, cue)))
            return start;
        start = before;
    }
    return 0;
}

static int refuse(sk_reading *r, size_t from, size_t to)
{
    int any = 0;
    for (size_t i = from; i < to; i++) {
        any |= r->told[i];
        r->refused[i] = 1;
    }
    return any;
}

static int refuses(const sk_reading *r, size_t word)
{
    if (!is_listed(r, word, sk_before_words) && !is_listed(r, word, sk_either_words))
        return 0;
    return !(word + 1 < r->count && is_listed(r, word + 1, sk_no_refusal)) &&
           !(word > 0 && is_listed(r, word - 1, sk_no_refusal_before));
}

/* In plaats van and instead of. */
static int replaces(const sk_reading *r, size_t word)
{
    return (is_listed(r, word, " plaats ") && word > 0 && is_listed(r, word - 1, " in ") &&
            word + 1 < r->count && is_listed(r, word + 1, " van ")) ||
           (is_listed(r, word, " instead rather ") && word + 1 < r->count &&
            is_listed(r, word + 1, " of than ")) ||
           (is_listed(r, word, " anything ") && word + 1 < r->count && is_listed(r, word + 1, " but "));
}

void sk_read_refusals(sk_reading *r)
{
    memset(r->refused, 0, r->count);
    r->finites[0] = 0;
    for (size_t i = 0; i < r->count; i++)
        r->finites[i + 1] = (uint8_t)(r->finites[i] + is_finite(&r->tokens[i]));
    for (size_t i = 0; i < r->count; i++) {
        if (replaces(r, i)) {
            refuse(r, i + 2, end_of_refusal(r, i + 1));
            continue;
        }
        if (!refuses(r, i))
            continue;
        if (!refuse(r, i + 1, end_of_refusal(r, i)) && is_listed(r, i, sk_either_words))
            refuse(r, start_of_clause(r, i), i);
    }
    for (size_t i = 0; i < r->match_count; i++)
        r->matches[i].refused = r->refused[r->matches[i].anchor];
}
