/* From the entries of a house style to phrases that are looked up like the library's own. */
#include <stdlib.h>
#include <string.h>

#include "text/house_style.h"

/* Byte by byte without regard to case. */
static int compare_folded(const char *a, const char *b)
{
    while (*a != '\0' && sk_ascii_lower(*a) == sk_ascii_lower(*b)) {
        a++;
        b++;
    }
    return (unsigned char)sk_ascii_lower(*a) - (unsigned char)sk_ascii_lower(*b);
}

/* By head, the longest pattern first, the one added last before those of the same pattern. */
static int by_head(const void *a, const void *b)
{
    const sk_entry *x = a, *y = b;
    int order = sk_compare_starts(x->start.head, strlen(x->pattern), y->start.head, strlen(y->pattern));
    if (order != 0)
        return order;
    order = compare_folded(x->pattern, y->pattern);
    if (order != 0)
        return order;
    return x->number > y->number ? -1 : 1;
}

/* Does an entry that was added later match wherever this one does? */
static int covers(const sk_entry *later, const sk_entry *entry)
{
    return !later->exact || strcmp(later->pattern, entry->pattern) == 0;
}

/* Keep of each wording what was said about it last, in whatever list. Returns how many are left. */
static size_t keep_last(sk_entry *sorted, size_t count)
{
    size_t kept = 0, run = 0; /* where the kept entries with this pattern begin */
    for (size_t i = 0; i < count; i++) {
        int covered = 0;
        if (kept > 0 && compare_folded(sorted[kept - 1].pattern, sorted[i].pattern) != 0)
            run = kept;
        for (size_t k = run; k < kept && !covered; k++)
            covered = covers(&sorted[k], &sorted[i]);
        if (!covered)
            sorted[kept++] = sorted[i];
    }
    return kept;
}

static uint32_t put_text(char *text, size_t *used, const char *piece)
{
    size_t size = strlen(piece) + 1, at = *used;
    memcpy(text + at, piece, size);
    *used += size;
    return (uint32_t)at;
}

static void put_phrase(sk_own_phrases *own, size_t *used, const sk_entry *entry, size_t i)
{
    sk_phrase *p = &own->phrases[i];
    p->pattern = put_text(own->text, used, entry->pattern);
    p->advice = put_text(own->text, used, entry->advice);
    p->extra = put_text(own->text, used, entry->extra);
    p->group = entry->group;
    p->length = (uint8_t)strlen(entry->pattern);
    p->head = entry->start.head;
    p->third = entry->start.third;
    p->list = entry->list;
    p->kind = entry->kind;
    p->exact = entry->exact;
}

static void put_slot(sk_own_phrases *own, const sk_entry *entry, size_t i)
{
    uint32_t at = SK_HASH_SLOT(entry->start.head, own->book.slot_mask);
    while (own->slots[at] != 0)
        at = (at + 1) & own->book.slot_mask;
    own->slots[at] = SK_SLOT_TAG(entry->start.head) | (uint32_t)(i + 1);
}

static void fill(sk_own_phrases *own, const sk_entry *entries, size_t count)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        put_phrase(own, &used, &entries[i], i);
        own->phrases[i].more = i + 1 < count && entries[i].start.head == entries[i + 1].start.head;
        if (i == 0 || entries[i - 1].start.head != entries[i].start.head)
            put_slot(own, &entries[i], i);
    }
}

int sk_own_phrases_make(sk_own_phrases *own, const schakel_house_style *style,
                        const schakel_allocator *allocator)
{
    size_t size = 0, slots = 16;
    memset(own, 0, sizeof *own);
    if (style->count == 0)
        return 1;
    for (size_t i = 0; i < style->count; i++)
        size += strlen(style->entries[i].pattern) + strlen(style->entries[i].advice) +
                strlen(style->entries[i].extra) + 3;
    while (slots < 2 * style->count)
        slots *= 2;
    sk_entry *sorted = sk_alloc(allocator, style->count * sizeof *sorted);
    own->text = sk_alloc(allocator, size);
    own->phrases = sk_alloc_zeroed(allocator, style->count, sizeof *own->phrases);
    own->slots = sk_alloc_zeroed(allocator, slots, sizeof *own->slots);
    int fine = sorted != NULL && own->text != NULL && own->phrases != NULL && own->slots != NULL;
    if (fine) {
        const sk_book book = {own->text, own->phrases, own->slots, (uint32_t)(slots - 1)};
        own->book = book;
        memcpy(sorted, style->entries, style->count * sizeof *sorted);
        qsort(sorted, style->count, sizeof *sorted, by_head);
        fill(own, sorted, keep_last(sorted, style->count));
    } else {
        sk_own_phrases_free(own, allocator);
    }
    sk_free(allocator, sorted);
    return fine;
}

void sk_own_phrases_free(sk_own_phrases *own, const schakel_allocator *allocator)
{
    sk_free(allocator, own->text);
    sk_free(allocator, own->phrases);
    sk_free(allocator, own->slots);
    memset(own, 0, sizeof *own);
}
