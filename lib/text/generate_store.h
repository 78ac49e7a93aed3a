/* What generate_tables holds before it is written: a reader's place, forms and phrases. */
#ifndef SK_TEXT_GENERATE_STORE_H
#define SK_TEXT_GENERATE_STORE_H

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/base.h"
#include "tables.h"

enum { LINE_SIZE = 8192, COLUMNS_MAX = 8, FOREIGN_MAX = 4096, PRESSURE_MAX = 1024, WEIGHTS_MAX = 32 };

typedef struct tables tables;
typedef struct list_reader list_reader;

/* A list and what is done with it. */
typedef struct word_list {
    const char *file, *header;
    void (*take)(tables *t, list_reader *reader); /* each row */
    void (*finish)(tables *t);                    /* when all are taken; NULL for nothing */
    /* Of the phrases that its rows are, where all are alike. */
    sk_list phrases;
    sk_kind kind;
} word_list;

struct list_reader {
    const word_list *list;
    const char *name;
    int line;
    char *columns[COLUMNS_MAX];
    char text[LINE_SIZE];
};

/* More words than this share no form; the last ones would be left out. */
enum { BASES_MAX = 8 };

typedef struct word_form {
    char *text;
    const char *bases[BASES_MAX]; /* the words that it is a form of, as a dictionary has them */
    int base_count;
    uint32_t flags;
    int level, lemma, role, cues;
    int separable; /* the lemma of which it is the infinitive, for a separable verb */
} word_form;

typedef struct phrase {
    const char *pattern, *advice, *extra;
    sk_pattern_start start;
    int list, kind, exact, group;
} phrase;

typedef struct pressure_word {
    uint32_t hash;
    uint64_t kinds;
} pressure_word;

typedef struct foreign_word {
    uint32_t hash, languages;
} foreign_word;

typedef enum lemma_class { LEMMA_NOUN, LEMMA_VERB, LEMMA_ADJECTIVE } lemma_class;

/* An entry of a word list as it was read. */
typedef struct lemma {
    lemma_class class;
    char *columns[COLUMNS_MAX];
    int number, level;
} lemma;

/* A phrase of plain.tsv before forms that are the same are brought together. */
typedef struct plain_draft {
    const char *pattern, *advice, *articles;
    int kind, written_out, line;
} plain_draft;

struct tables {
    const char *folder;
    word_form *forms;
    size_t form_count, form_room;
    uint32_t *index; /* of forms: number plus one */
    size_t index_size;
    phrase *phrases;
    size_t phrase_count, phrase_room;
    int lemma_count, group_count, name_count;
    const char *base; /* of the forms that are being added */
    sk_weight weights[WEIGHTS_MAX];
    size_t weight_count;
    double limits[SK_LIMITS], doubts[SK_DOUBTS];
    size_t limit_count, doubt_count;
    char languages[SK_LANGUAGES_MAX][4];
    uint32_t language_count;
    foreign_word foreign[FOREIGN_MAX];
    size_t foreign_count;
    pressure_word pressure[PRESSURE_MAX];
    size_t pressure_count;
    lemma *lemmas;
    size_t lemma_kept, lemma_room;
    plain_draft *drafts;
    size_t draft_count, draft_room;
    char **texts; /* all that was copied, to be freed at the end */
    size_t text_count, text_room;
};

static void stop(const list_reader *reader, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (reader != NULL)
        fprintf(stderr, "%s:%d: ", reader->name, reader->line);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

static void *must(void *block)
{
    if (block == NULL)
        stop(NULL, "out of memory");
    return block;
}

static char *copy(tables *t, const char *text)
{
    size_t size = strlen(text) + 1;
    if (t->text_count == t->text_room) {
        t->text_room = t->text_room == 0 ? 4096 : 2 * t->text_room;
        t->texts = must(realloc(t->texts, t->text_room * sizeof *t->texts));
    }
    t->texts[t->text_count] = must(malloc(size));
    return memcpy(t->texts[t->text_count++], text, size);
}

/* Room for a hash table that is at most half full. */
static size_t slot_count(size_t entries)
{
    size_t size = 16;
    while (size < 2 * entries)
        size *= 2;
    return size;
}

/* Lower case of ASCII and Latin-1, which is all that the lists hold. */
static void lower(char *text)
{
    for (unsigned char *at = (unsigned char *)text; *at != '\0'; at++) {
        if (*at >= 'A' && *at <= 'Z')
            *at = (unsigned char)(*at + 32);
        else if (*at == 0xC3 && at[1] >= 0x80 && at[1] <= 0x9E && at[1] != 0x97)
            at[1] = (unsigned char)(at[1] + 32);
    }
}

#endif
