#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "text/scan.h"

int sk_is_foreign_letter(UChar32 c)
{
    return c > 0x24F && !sk_is_latin(c) && (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
}

static int take_foreign_word(sk_scan *s, size_t start, size_t end)
{
    sk_word_scan w;
    sk_token *token = sk_open_token(s, &w);
    if (token == NULL)
        return 0;
    token->start = (uint32_t)start;
    for (size_t at = start, next; at < end; at = next) {
        UChar32 c = sk_decode(s, at, &next);
        w.letters += u_isalnum(c) != 0;
    }
    token->shape = SK_SHAPE_FOREIGN | SK_SHAPE_NAME;
    sk_close_token(s, token, &w, end);
    return 1;
}

/* Letters of other scripts up to the first Latin letter or mark, cut by ICU. */
int sk_take_foreign(sk_scan *s)
{
    sk_segmenter *g = s->segmenter;
    size_t start = s->at, stop = start, next;
    for (size_t at = start; at < s->end; at = next) {
        UChar32 c = sk_decode(s, at, &next);
        if (sk_is_foreign_letter(c))
            stop = next;
        else if (c != ' ')
            break;
    }
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    if (g->break_iterator == NULL)
        g->break_iterator = ubrk_open(UBRK_WORD, "nl", NULL, 0, &status);
    utext_openUTF8(&view, (const char *)s->text + start, (int64_t)(stop - start), &status);
    ubrk_setUText(g->break_iterator, &view, &status);
    int fine = U_SUCCESS(status);
    if (fine) {
        int32_t from = ubrk_first(g->break_iterator);
        for (int32_t to; fine && (to = ubrk_next(g->break_iterator)) != UBRK_DONE; from = to) {
            if (ubrk_getRuleStatus(g->break_iterator) >= UBRK_WORD_NONE_LIMIT)
                fine = take_foreign_word(s, start + (size_t)from, start + (size_t)to);
            else
                s->gap |= SK_GAP_SPACE;
        }
    }
    utext_close(&view);
    s->at = stop;
    return fine;
}
