/*
 * What plain.tsv says, before forms that are the same are brought together: the words it names and
 * the wordings for each of their forms. Included by generate_tables.c only.
 */
#ifndef SK_TEXT_GENERATE_DRAFTS_H
#define SK_TEXT_GENERATE_DRAFTS_H

#include "generate_forms.h"
#include "generate_lists.h"
#include "generate_phrases.h"

enum { ALTERNATIVES_MAX = 8, WORDING_SIZE = 8 * FORM_SIZE };

/* Is it the same word, whether or not a bar marks its separable prefix? */
static int same_lemma(const char *listed, const char *word, size_t length)
{
    size_t i = 0;
    for (; *listed != '\0'; listed++) {
        if (*listed == '|' && (i >= length || word[i] != '|'))
            continue;
        if (i >= length || *listed != word[i])
            return 0;
        i++;
    }
    return i == length;
}

static const lemma *find_lemma(const tables *t, lemma_class class, const char *word, size_t length)
{
    for (size_t i = 0; i < t->lemma_kept; i++)
        if (t->lemmas[i].class == class && same_lemma(t->lemmas[i].columns[0], word, length))
            return &t->lemmas[i];
    return NULL;
}

/* A wording around the word in it that is inflected. */
typedef struct lemma_phrase {
    const lemma *head;
    char before[FORM_SIZE], after[FORM_SIZE]; /* with the space between */
} lemma_phrase;

/* Find the word of a class in a wording: the first one for nouns, the last one for the others. */
static lemma_phrase find_head(const tables *t, const list_reader *reader, lemma_class class, const char *text)
{
    static const char *const lists[] = {"nouns.tsv", "verbs.tsv", "adjectives.tsv"};
    lemma_phrase found = {NULL, "", ""};
    for (const char *word = text; *word != '\0';) {
        size_t length = strcspn(word, " ");
        const lemma *head = find_lemma(t, class, word, length);
        if (head != NULL) {
            found.head = head;
            join(found.before, text, (size_t)(word - text), "");
            join(found.after, "", 0, word + length);
            if (class == LEMMA_NOUN)
                break;
        }
        word += length + (word[length] == ' ');
    }
    if (found.head == NULL)
        stop(reader, "no word of \"%s\" is in %s", text, lists[class]);
    return found;
}

/* ------------------------------------------------------------------ drafts */

/* What takes the place of one form: wordings that fit and wordings that only show the way. */
typedef struct wording {
    char fitting[WORDING_SIZE], other[WORDING_SIZE], articles[FORM_SIZE];
} wording;

/* Add to a list "a / b" what is not in it yet. */
static void add_wording(char list[WORDING_SIZE], const char *text)
{
    char part[FORM_SIZE];
    for (const char *rest = list; next_part(&rest, " / ", part);)
        if (strcmp(part, text) == 0)
            return;
    size_t used = strlen(list);
    snprintf(list + used, WORDING_SIZE - used, "%s%s", used > 0 ? " / " : "", text);
}

static void add_draft(tables *t, const list_reader *reader, const char *pattern, const char *advice,
                      const char *articles, sk_kind kind, int written_out)
{
    if (t->draft_count == t->draft_room) {
        t->draft_room = t->draft_room == 0 ? 2048 : 2 * t->draft_room;
        t->drafts = must(realloc(t->drafts, t->draft_room * sizeof *t->drafts));
    }
    t->drafts[t->draft_count++] = (plain_draft){copy(t, pattern), copy(t, advice), copy(t, articles),
                                                (int)kind,        written_out,     reader->line};
}

/* A form that another word has as well, and that everybody knows as that: vervoer, acht, uit. */
static int belongs_to_everyday_word(const tables *t, const char *form, const lemma *hard)
{
    const word_form *entry = find_form(t, form);
    return entry != NULL && entry->lemma != hard->number && entry->level <= SCHAKEL_LEVEL_A2;
}

static void add_form_draft(tables *t, const list_reader *reader, const lemma *hard, const char *pattern,
                           const wording *plain)
{
    if (*pattern == '\0' || belongs_to_everyday_word(t, pattern, hard))
        return;
    if (*plain->fitting == '\0')
        add_draft(t, reader, pattern, plain->other, "", SK_KIND_ADVISE, 0);
    else if (*plain->articles != '\0')
        add_draft(t, reader, pattern, plain->fitting, plain->articles, SK_KIND_NOUN, 0);
    else
        add_draft(t, reader, pattern, plain->fitting, "", SK_KIND_REPLACE, 0);
}

#endif
