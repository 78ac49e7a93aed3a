/* Is a term or abbreviation explained where it stands? */
#include <string.h>

#include "text/check.h"

int sk_is_bracketed(const sk_sentence *s, size_t first, size_t last)
{
    const sk_token *next = last + 1 < s->count ? &s->tokens[last + 1] : NULL;
    if (next != NULL && (next->gap & SK_GAP_OPEN))
        return 1;
    return (s->tokens[first].gap & SK_GAP_OPEN) && (next == NULL || (next->gap & SK_GAP_CLOSE));
}

/* IB'er, TLV, CvB: a word of letters of other words. */
static int is_short_form(const sk_checking *c, const sk_token *t)
{
    for (size_t i = t->start + 1; i < t->end; i++)
        if (c->text[i] >= 'A' && c->text[i] <= 'Z')
            return t->kind != SK_TOKEN_ADDRESS;
    return t->kind == SK_TOKEN_ABBREVIATION;
}

int sk_ends_bracket(const sk_sentence *s, size_t i)
{
    return i + 1 == s->count || (s->tokens[i + 1].gap & SK_GAP_CLOSE) != 0;
}

int sk_is_beside_its_short_form(const sk_checking *c, const sk_sentence *s, size_t first, size_t last)
{
    const sk_token *t = s->tokens;
    if (last + 1 < s->count && t[last + 1].gap & SK_GAP_OPEN)
        return is_short_form(c, &t[last + 1]) && sk_ends_bracket(s, last + 1);
    return first > 0 && t[first].gap & SK_GAP_OPEN && is_short_form(c, &t[first - 1]);
}

/* Does the next sentence tell what it is: Dat is, Dit zijn, Dat betekent, Zo heet? */
static int is_told_next(const sk_checking *c, const sk_sentence *s)
{
    static const char *const openers[] = {"dat", "dit", "zo", "daar", "hier", NULL};
    static const char *const verbs[] = {"is", "zijn", "betekent", "heet", "noemen", "bedoelen", NULL};
    /* The sentences of a unit stand behind each other. */
    const sk_token *end = c->segmenter.tokens + c->segmenter.token_count, *next = s->tokens + s->count;
    return end - next >= 3 && sk_is_one_of(s, next, openers) && sk_is_one_of(s, next + 1, verbs);
}

/* Een rapport is een ...: the sentence itself tells what it is. */
static int is_defined(const sk_sentence *s, size_t first, size_t last)
{
    const sk_token *t = s->tokens + last;
    return last + 3 < s->count && first <= 1 && t[1].role == SK_ROLE_ZIJN &&
           (t[1].gap & ~(unsigned)SK_GAP_CLOSE) == SK_GAP_SPACE && sk_is_form(s, t + 2, "een");
}

/* # Studiedag: alle kinderen vrij */
static int is_told_by_heading(const sk_sentence *s, size_t first, size_t last)
{
    return s->unit == SK_UNIT_HEADING && first == 0 && last + 2 < s->count &&
           (s->tokens[last + 1].gap & SK_GAP_COLON);
}

int sk_is_told(const sk_checking *c, const sk_sentence *s, size_t first, size_t last)
{
    return is_defined(s, first, last) || is_told_next(c, s) || is_told_by_heading(s, first, last);
}

/* "De oudercommissie (OC)": the text gives the name in full, if not here. */
int sk_is_given_in_full(const sk_checking *c, size_t start, size_t end)
{
    const char *at = c->text, *stop = c->text + c->length;
    size_t length = end - start;
    while (at != NULL && (at = memchr(at, '(', (size_t)(stop - at))) != NULL) {
        at++;
        if ((size_t)(stop - at) > length && at[length] == ')' && memcmp(at, c->text + start, length) == 0)
            return 1;
    }
    return 0;
}
