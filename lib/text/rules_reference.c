/* Words that point at something the reader cannot see. */
#include "text/check.h"

/* Does "deze", "dit", "dat" or "die" stand for a thing by itself? Before a noun it points well: deze week. */
static int stands_alone(const sk_sentence *s, size_t i)
{
    if (i + 1 >= s->count || s->tokens[i + 1].gap & SK_GAP_CLAUSE)
        return 1;
    const sk_token *next = s->tokens + i + 1;
    if (next->role == SK_ROLE_ZIJN || next->role == SK_ROLE_WORDEN || next->role == SK_ROLE_HEBBEN ||
        next->role == SK_ROLE_MODAL || sk_is_named_subject(next))
        return !(next->shape & SK_SHAPE_NAME);
    if (next->kind != SK_TOKEN_WORD || next->flags == 0 ||
        sk_has(next, SK_NOUN | SK_ADJECTIVE | SK_NUMERAL | SK_PARTICIPLE_INFLECTED | SK_PARTICIPLE_PRESENT))
        return 0;
    return 1;
}

/* dit is juf Noor, dit zijn de regels: what it is follows, so nothing is unclear. */
static int introduces(const sk_sentence *s)
{
    const sk_token *t = s->tokens;
    if ((t->role != SK_ROLE_DIT && t->role != SK_ROLE_DAT) || s->count < 3 || t[1].role != SK_ROLE_ZIJN)
        return 0;
    return sk_has(t + 2, SK_ARTICLE | SK_NOUN) || (t[2].shape & SK_SHAPE_CAPITAL) ||
           (sk_has(t + 2, SK_PRONOUN) && s->count > 3 && !sk_has(t + 2, SK_ADVERB));
}

/* Het gaat niet door; het begint om 9.00 uur. Not the weather: het regent. */
static int is_missing_thing(const sk_sentence *s)
{
    const sk_token *verb = s->tokens + 1;
    if (sk_is_form(s, verb, "gaat"))
        for (size_t i = 2; i < s->count; i++)
            if (s->tokens[i].role == SK_ROLE_DOOR &&
                (i + 1 == s->count || s->tokens[i + 1].gap & SK_GAP_CLAUSE))
                return 1;
    return (sk_is_form(s, verb, "begint") || sk_is_form(s, verb, "duurt")) && s->count > 2 &&
           (s->tokens[2].role == SK_ROLE_OM || s->tokens[2].kind == SK_TOKEN_NUMBER);
}

/* Does the first sentence of a text begin with a word that points back? */
static int points_at_nothing(const sk_sentence *s)
{
    const sk_token *t = s->tokens;
    switch (t->role) {
    case SK_ROLE_DIT:
    case SK_ROLE_DAT:
    case SK_ROLE_DIE:
    case SK_ROLE_DEZE:
        return s->count > 1 && stands_alone(s, 0) && !introduces(s);
    case SK_ROLE_POINTS_BACK:
        return 1;
    case SK_ROLE_HET:
        return s->count > 2 && is_missing_thing(s);
    case SK_ROLE_SUBJECT:
        return sk_is_form(s, t, "hij") || sk_is_form(s, t, "zij") || sk_is_form(s, t, "ze");
    default:
        return 0;
    }
}

static int is_greeting(const sk_sentence *s)
{
    enum { GREETING_MOST = 6 };
    return s->tokens[0].role == SK_ROLE_GREETING && s->count <= GREETING_MOST;
}

static void check_first_word(sk_checking *c, const sk_sentence *s)
{
    if (is_greeting(s))
        return;
    if (!c->told && !(s->tokens[0].shape & SK_SHAPE_CLAIMED) && points_at_nothing(s))
        sk_find_style_at(c, s, SK_STYLE_REFERENCE, 0, 0, "");
    else if (s->tokens[0].role == SK_ROLE_DEZE && stands_alone(s, 0))
        sk_find_style_at(c, s, SK_STYLE_REFERENCE, 0, 0, "");
    c->told = 1;
}

/*
 * "Dit", "hiermee", "zij" in the first sentence of a text (a greeting aside) point at nothing;
 * "deze" for a thing by itself (Deze is op kamp) is hard to follow anywhere. Later on "dit" and
 * "hij" point at what was told, and "deze week" names it.
 */
void sk_rules_reference(sk_checking *c, sk_sentence *s)
{
    check_first_word(c, s);
    if (!(s->roles & sk_role_bit(SK_ROLE_DEZE)))
        return;
    for (size_t i = 1; i < s->count; i++)
        if (s->tokens[i].role == SK_ROLE_DEZE && stands_alone(s, i))
            sk_find_style_at(c, s, SK_STYLE_REFERENCE, i, i, "");
}
