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
    return last + 3 < s->count && first <= 1 && t[1].role == SK_ROLE_ZIJN && t[1].gap == SK_GAP_SPACE &&
           sk_is_form(s, t + 2, "een");
}

/* # Studiedag: alle kinderen vrij */
static int is_told_by_heading(const sk_sentence *s, size_t first, size_t last)
{
    return s->unit == SK_UNIT_HEADING && first == 0 && last + 2 < s->count &&
           (s->tokens[last + 1].gap & SK_GAP_COLON);
}

int sk_is_explained(const sk_checking *c, const sk_sentence *s, size_t first, size_t last)
{
    return sk_is_bracketed(s, first, last) || is_defined(s, first, last) || is_told_next(c, s) ||
           is_told_by_heading(s, first, last);
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
