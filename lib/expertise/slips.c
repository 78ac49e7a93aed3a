/*
 * Words with one slip of the keyboard. A word that has one has its first or its second half right,
 * so that only terms that begin or end alike need a look.
 */
#include <stdlib.h>
#include <string.h>

#include "expertise/index.h"

/* As many terms that begin alike are looked at: a bound for lists that are no natural words. */
enum { LOOK_MAX = 400 };

typedef struct ordered {
    const char *text;
    uint32_t term;
    uint8_t length;
} ordered;

static int compare_starts(const void *a, const void *b)
{
    return strcmp(((const ordered *)a)->text, ((const ordered *)b)->text);
}

static int compare_backwards(const char *one, size_t length, const char *other, size_t other_length)
{
    while (length > 0 && other_length > 0) {
        length--;
        other_length--;
        if (one[length] != other[other_length])
            return (unsigned char)one[length] < (unsigned char)other[other_length] ? -1 : 1;
    }
    return (length > 0) - (other_length > 0);
}

static int compare_ends(const void *a, const void *b)
{
    const ordered *x = a, *y = b;
    return compare_backwards(x->text, x->length, y->text, y->length);
}

static uint32_t *keep_order(const schakel_expertise *x, const ordered *list, size_t count)
{
    uint32_t *kept = sk_alloc_zeroed(&x->allocator, count + 1, sizeof *kept);
    for (size_t i = 0; kept != NULL && i < count; i++)
        kept[i] = list[i].term;
    return kept;
}

int sk_order_long_terms(schakel_expertise *x)
{
    ordered *list = sk_alloc_zeroed(&x->allocator, x->term_count + 1, sizeof *list);
    if (list == NULL)
        return 0;
    for (size_t i = 0; i < x->term_count; i++)
        if (x->terms[i].length >= SK_SLIP_MIN)
            list[x->long_count++] = (ordered){x->terms[i].text, (uint32_t)i, x->terms[i].length};
    qsort(list, x->long_count, sizeof *list, compare_starts);
    x->by_start = keep_order(x, list, x->long_count);
    qsort(list, x->long_count, sizeof *list, compare_ends);
    x->by_end = keep_order(x, list, x->long_count);
    sk_free(&x->allocator, list);
    return x->by_start != NULL && x->by_end != NULL;
}

/* Are two different words one slip apart? */
static int is_near(const char *one, size_t length, const char *other, size_t other_length)
{
    size_t start = 0, end = 0, least = length < other_length ? length : other_length;
    while (start < least && one[start] == other[start])
        start++;
    while (end < least - start && one[length - 1 - end] == other[other_length - 1 - end])
        end++;
    if (start == least)
        return 0; /* an ending more: Nederland is no slip for Nederlands */
    size_t left = length - start - end, other_left = other_length - start - end;
    if (left <= 1 && other_left <= 1)
        return 1;
    return left == 2 && other_left == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
}

typedef struct search {
    const schakel_expertise *expertise;
    const char *text;
    size_t length;
    void (*found)(void *context, uint32_t term);
    void *context;
} search;

static void try_term(const search *s, uint32_t number)
{
    const sk_term *t = &s->expertise->terms[number];
    if (t->length + 1u < s->length || t->length > s->length + 1)
        return;
    if (is_near(s->text, s->length, t->text, t->length))
        s->found(s->context, number);
}

/* How a term compares with the half of the word that is looked for. */
static int compare_half(const search *s, uint32_t number, int backwards, size_t half)
{
    const sk_term *t = &s->expertise->terms[number];
    if (!backwards)
        return strncmp(t->text, s->text, half);
    size_t length = t->length < half ? t->length : half;
    return compare_backwards(t->text + t->length - length, length, s->text + s->length - half, half);
}

static void try_half(const search *s, const uint32_t *order, int backwards, size_t half)
{
    size_t low = 0, high = s->expertise->long_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_half(s, order[middle], backwards, half) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < s->expertise->long_count && i - low < LOOK_MAX; i++) {
        if (compare_half(s, order[i], backwards, half) != 0)
            return;
        try_term(s, order[i]);
    }
}

void sk_terms_near(const schakel_expertise *expertise, const char *text, size_t length,
                   void (*found)(void *context, uint32_t term), void *context)
{
    const search s = {expertise, text, length, found, context};
    size_t half = length / 2;
    if (length < SK_SLIP_MIN)
        return;
    try_half(&s, expertise->by_start, 0, half);
    try_half(&s, expertise->by_end, 1, length - half);
}
