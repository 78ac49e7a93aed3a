/* The forms as they are gathered, each once. Included by generate_tables.c only. */
#ifndef SK_TEXT_GENERATE_FORMS_H
#define SK_TEXT_GENERATE_FORMS_H

#include "generate_inflection.h"
#include "generate_store.h"
#include "tables.h"

static void index_rebuild(tables *t)
{
    t->index_size = t->index_size == 0 ? 4096 : t->index_size * 2;
    free(t->index);
    t->index = must(calloc(t->index_size, sizeof *t->index));
    for (size_t i = 0; i < t->form_count; i++) {
        size_t slot = SK_HASH_SLOT(sk_hash(t->forms[i].text, strlen(t->forms[i].text)), t->index_size - 1);
        while (t->index[slot] != 0)
            slot = (slot + 1) & (t->index_size - 1);
        t->index[slot] = (uint32_t)(i + 1);
    }
}

/* The entry of a form, or NULL. */
static word_form *find_form(const tables *t, const char *text)
{
    if (t->index_size == 0)
        return NULL;
    size_t slot = SK_HASH_SLOT(sk_hash(text, strlen(text)), t->index_size - 1);
    for (; t->index[slot] != 0; slot = (slot + 1) & (t->index_size - 1))
        if (strcmp(t->forms[t->index[slot] - 1].text, text) == 0)
            return &t->forms[t->index[slot] - 1];
    return NULL;
}

/* The entry of a form; new ones have level 0. */
static word_form *form_entry(tables *t, const char *text)
{
    word_form *known = find_form(t, text);
    if (known != NULL)
        return known;
    if (2 * (t->form_count + 1) > t->index_size)
        index_rebuild(t);
    size_t slot = SK_HASH_SLOT(sk_hash(text, strlen(text)), t->index_size - 1);
    while (t->index[slot] != 0)
        slot = (slot + 1) & (t->index_size - 1);
    if (t->form_count == t->form_room) {
        t->form_room = t->form_room == 0 ? 4096 : t->form_room * 2;
        t->forms = must(realloc(t->forms, t->form_room * sizeof *t->forms));
    }
    word_form *entry = &t->forms[t->form_count++];
    memset(entry, 0, sizeof *entry);
    entry->text = copy(t, text);
    t->index[slot] = (uint32_t)t->form_count;
    return entry;
}

/* A form is one of the current word: a bak and to bakken share "bakken". */
static void note_base(tables *t, word_form *entry)
{
    char folded[FORM_SIZE];
    join(folded, t->base, strlen(t->base), "");
    lower(folded);
    for (int i = 0; i < entry->base_count; i++)
        if (strcmp(entry->bases[i], folded) == 0)
            return;
    if (entry->base_count < BASES_MAX)
        entry->bases[entry->base_count++] = copy(t, folded);
}

/* Add one form of the current lemma. Where words share a form, the easiest one gives the level. */
static void add_form(tables *t, const char *text, int level, uint32_t flags)
{
    char folded[FORM_SIZE];
    join(folded, text, strlen(text), "");
    lower(folded);
    size_t length = strlen(folded);
    if (length == 0 || length > SK_FORM_MAX)
        return;
    if (strcmp(folded, text) != 0)
        flags |= SK_CAPITAL;
    word_form *entry = form_entry(t, folded);
    note_base(t, entry);
    entry->flags |= flags;
    if (entry->level == 0 || level < entry->level) {
        entry->level = level;
        entry->lemma = t->lemma_count;
    }
}

/* Easy words first: they are most of any text, and so lie together in memory. */
static int compare_forms(const void *a, const void *b)
{
    const word_form *x = a, *y = b;
    return x->level != y->level ? x->level - y->level : strcmp(x->text, y->text);
}

#endif
