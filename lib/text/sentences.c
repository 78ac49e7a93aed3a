#include "text/segment.h"

/*
 * Where sentences end, after the rules of Unicode (UAX 29): after ! and ?, after a dot unless a
 * small letter follows, never inside a number. Corrected for Dutch: not after an abbreviation, an
 * initial or an ordinal; not after a question in quotes that the sentence goes on after.
 */

/* A word that begins with a capital only because it opens a sentence: no noun, which may be a name. */
static int opens_a_sentence(const sk_token *token)
{
    const uint32_t opening = SK_ARTICLE | SK_PRONOUN | SK_PREPOSITION | SK_COORDINATING | SK_SUBORDINATING |
                             SK_ADVERB | SK_INTERJECTION | SK_PARTICLE | SK_FINITE;
    return (token->shape & SK_SHAPE_CAPITAL) != 0 && (token->flags & opening) != 0 &&
           (token->flags & (SK_CAPITAL | SK_NOUN)) == 0;
}

/* J. Jansen; not "plan B. Daarna". */
static int is_initial(const sk_token *token, const sk_token *after)
{
    return token->kind == SK_TOKEN_WORD && token->letters == 1 && (token->shape & SK_SHAPE_CAPITAL) != 0 &&
           !opens_a_sentence(after);
}

int sk_sentence_ends(const sk_token *before, const sk_token *after)
{
    uint32_t gap = after->gap;
    int capital = (after->shape & SK_SHAPE_CAPITAL) != 0;
    int other = capital || after->kind == SK_TOKEN_NUMBER || (after->shape & SK_SHAPE_FOREIGN) != 0;
    if (gap & (SK_GAP_CELL | SK_GAP_BREAK))
        return 1;
    if ((gap & SK_GAP_SHORT_LINE) && other)
        return 1;
    if (gap & SK_GAP_MARK)
        return other || !(gap & SK_GAP_CLOSED_AFTER);
    if (before->kind == SK_TOKEN_ABBREVIATION && !(gap & SK_GAP_DOT))
        return before->phrase_kind != SK_KIND_TITLE && opens_a_sentence(after) && gap == SK_GAP_SPACE;
    /* "Het kost 85,-. Bel ons": comma and dash are part of the price. */
    int price = before->kind == SK_TOKEN_NUMBER && !(gap & SK_GAP_COLON);
    if (!(gap & SK_GAP_DOT) || !other || (gap & (SK_GAP_COMMA | SK_GAP_COLON) && !price))
        return 0;
    if (!(gap & SK_GAP_SPACE)) /* a forgotten space */
        return capital && before->letters > 1;
    return !is_initial(before, after);
}
