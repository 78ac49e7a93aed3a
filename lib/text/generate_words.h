/* From the lists of words to their forms. Included by generate_tables.c only. */
#ifndef SK_TEXT_GENERATE_WORDS_H
#define SK_TEXT_GENERATE_WORDS_H

#include "generate_forms.h"
#include "generate_lists.h"
#include "generate_roles.h"

/* Remember the entry that a reader is at, for the rows of plain.tsv that name it. */
static void keep_lemma(tables *t, const list_reader *reader, lemma_class class, int column_count, int level)
{
    if (t->lemma_kept == t->lemma_room) {
        t->lemma_room = t->lemma_room == 0 ? 1024 : 2 * t->lemma_room;
        t->lemmas = must(realloc(t->lemmas, t->lemma_room * sizeof *t->lemmas));
    }
    lemma *kept = &t->lemmas[t->lemma_kept++];
    memset(kept, 0, sizeof *kept);
    kept->class = class;
    kept->number = t->lemma_count;
    kept->level = level;
    for (int i = 0; i < column_count; i++)
        kept->columns[i] = copy(t, reader->columns[i]);
}

static void take_noun(tables *t, list_reader *reader)
{
    const char *noun = reader->columns[0], *plurals = reader->columns[3];
    int level = parse_level(reader, reader->columns[1]);
    char part[FORM_SIZE], second[FORM_SIZE], whole[FORM_SIZE];
    t->lemma_count++;
    t->base = noun;
    keep_lemma(t, reader, LEMMA_NOUN, 4, level);
    add_form(t, noun, level, SK_NOUN);
    while (next_part(&plurals, ",", part))
        add_form(t, part, level, SK_NOUN | SK_PLURAL);
    if (ends_with(noun, "je"))
        return;
    diminutives(noun, part, second);
    for (int i = 0; i < 2; i++) {
        const char *small = i == 0 ? part : second;
        if (*small == '\0')
            continue;
        add_form(t, small, level, SK_NOUN);
        join(whole, small, strlen(small), "s");
        add_form(t, whole, level, SK_NOUN | SK_PLURAL);
    }
}

/* A form of a separable verb without its first part: by itself it says no more than the verb that is left. */
static void add_loose_form(tables *t, const char *prefix, const char *text, int level, uint32_t flags)
{
    const char *whole = t->base;
    t->base = whole + strlen(prefix);
    add_form(t, text, level, SK_FINITE | flags);
    t->base = whole;
}

/* A finite form by itself and, for a separable verb, joined as in subordinate clauses. */
static void add_finite(tables *t, const char *prefix, const char *text, int level, uint32_t flags)
{
    char whole[FORM_SIZE];
    if (*text == '\0')
        return;
    add_loose_form(t, prefix, text, level, flags);
    if (*prefix != '\0') {
        join(whole, prefix, strlen(prefix), text);
        add_form(t, whole, level, SK_FINITE | flags);
    }
}

static void add_present(tables *t, const char *prefix, const char *base, const char *present, int level)
{
    char first[FORM_SIZE], third[FORM_SIZE];
    if (*present == '\0') {
        stem_of(base, first);
        add_finite(t, prefix, first, level, SK_STEM);
        if (!ends_with(first, "t")) {
            join(third, first, strlen(first), "t");
            add_finite(t, prefix, third, level, 0);
        }
        return;
    }
    uint32_t flags = SK_STEM;
    while (next_part(&present, ",", first)) {
        add_finite(t, prefix, first, level, flags);
        flags = 0;
    }
}

static void add_participle(tables *t, const char *participle, int level, const char *auxiliary,
                           int transitive)
{
    char inflected[FORM_SIZE];
    if (*participle == '\0')
        return;
    uint32_t flags = transitive ? SK_PARTICIPLE_PASSIVE : SK_PARTICIPLE_OTHER;
    if (strstr(auxiliary, "zijn") != NULL)
        flags |= SK_WITH_ZIJN;
    add_form(t, participle, level, flags);
    inflected_participle(participle, inflected);
    add_form(t, inflected, level, SK_PARTICIPLE_INFLECTED);
}

static void take_verb(tables *t, list_reader *reader)
{
    char prefix[FORM_SIZE] = "", whole[FORM_SIZE], infinitive[FORM_SIZE];
    const char *base = reader->columns[0];
    const char *bar = strchr(base, '|');
    int level = parse_level(reader, reader->columns[1]);
    const char *transitive = reader->columns[6];
    if (strcmp(transitive, "t") != 0 && strcmp(transitive, "i") != 0)
        stop(reader, "\"%s\" is not t or i", transitive);
    if (bar != NULL) {
        join(prefix, base, (size_t)(bar - base), "");
        base = bar + 1;
    }
    t->lemma_count++;
    keep_lemma(t, reader, LEMMA_VERB, 8, level);
    join(whole, prefix, strlen(prefix), base);
    join(infinitive, whole, strlen(whole), "");
    t->base = infinitive;
    add_form(t, whole, level, SK_INFINITIVE);
    if (bar != NULL) {
        add_loose_form(t, prefix, base, level, 0);
        form_entry(t, whole)->separable = t->lemma_count;
        form_entry(t, prefix)->flags |= SK_SEPARABLE;
    }
    join(whole, whole, strlen(whole), "d");
    add_form(t, whole, level, SK_PARTICIPLE_PRESENT);
    join(whole, whole, strlen(whole), "e");
    add_form(t, whole, level, SK_PARTICIPLE_PRESENT | SK_INFLECTED);
    add_present(t, prefix, base, reader->columns[7], level);
    add_finite(t, prefix, reader->columns[2], level, 0);
    add_finite(t, prefix, reader->columns[3], level, 0);
    add_participle(t, reader->columns[4], level, reader->columns[5], *transitive == 't');
    t->base = NULL;
}

static void take_adjective(tables *t, list_reader *reader)
{
    const char *adjective = reader->columns[0], *inflected = reader->columns[2],
               *comparative = reader->columns[3];
    int level = parse_level(reader, reader->columns[1]);
    char form_text[FORM_SIZE], whole[FORM_SIZE];
    t->lemma_count++;
    t->base = adjective;
    keep_lemma(t, reader, LEMMA_ADJECTIVE, 4, level);
    add_form(t, adjective, level, SK_ADJECTIVE);
    add_form(t, inflected, level, SK_ADJECTIVE | SK_INFLECTED);
    if (*comparative == '\0')
        return;
    add_form(t, comparative, level, SK_ADJECTIVE);
    join(whole, comparative, strlen(comparative), "e");
    add_form(t, whole, level, SK_ADJECTIVE | SK_INFLECTED);
    superlative(adjective, form_text);
    add_form(t, form_text, level, SK_ADJECTIVE);
    join(whole, form_text, strlen(form_text), "e");
    add_form(t, whole, level, SK_ADJECTIVE | SK_INFLECTED);
}

/* "iets leuks": where it is no word of its own, as slechts is. */
static void add_partitive(tables *t, const lemma *of, const char *adjective)
{
    char whole[FORM_SIZE];
    int count = t->lemma_count;
    if (*adjective == '\0' || ends_with(adjective, "s"))
        return;
    join(whole, adjective, strlen(adjective), "s");
    if (find_form(t, whole) != NULL)
        return;
    t->lemma_count = of->number;
    t->base = of->columns[0];
    add_form(t, whole, of->level, SK_ADJECTIVE);
    t->lemma_count = count;
}

static void add_partitives(tables *t)
{
    for (size_t i = 0; i < t->lemma_kept; i++) {
        const lemma *of = &t->lemmas[i];
        if (of->class != LEMMA_ADJECTIVE || *of->columns[2] == '\0')
            continue;
        add_partitive(t, of, of->columns[0]);
        add_partitive(t, of, of->columns[3]);
    }
}

static void take_other(tables *t, list_reader *reader)
{
    static const struct {
        const char *name;
        uint32_t flag;
    } classes[] = {{"article", SK_ARTICLE},
                   {"pronoun", SK_PRONOUN},
                   {"preposition", SK_PREPOSITION},
                   {"conjunction_coordinating", SK_COORDINATING},
                   {"conjunction_subordinating", SK_SUBORDINATING},
                   {"adverb", SK_ADVERB},
                   {"numeral", SK_NUMERAL},
                   {"interjection", SK_INTERJECTION},
                   {"particle", SK_PARTICLE}};
    t->lemma_count++;
    t->base = reader->columns[0];
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        if (strcmp(reader->columns[2], classes[i].name) == 0) {
            add_form(t, reader->columns[0], parse_level(reader, reader->columns[1]), classes[i].flag);
            return;
        }
    }
    stop(reader, "\"%s\" is no class", reader->columns[2]);
}

static void set_roles(tables *t)
{
    char word[FORM_SIZE];
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        for (const char *rest = roles[i].forms; next_part(&rest, " ", word);) {
            word_form *entry = form_entry(t, word);
            entry->role = (int)roles[i].role;
            if (entry->level == 0) /* in no list: everyday all the same */
                entry->level = SCHAKEL_LEVEL_A2;
        }
    for (const char *rest = paperwork; next_part(&rest, " ", word);)
        form_entry(t, word)->flags |= SK_PAPERWORK;
    /* So are the loose parts of verbs that are in no list by themselves. */
    for (size_t i = 0; i < t->form_count; i++)
        if (t->forms[i].level == 0)
            t->forms[i].level = SCHAKEL_LEVEL_A2;
}

/* All words are read: what follows from them. */
static void finish_words(tables *t)
{
    add_partitives(t);
    if (t->lemma_count >= UINT16_MAX)
        stop(NULL, "%d words are more than the tables can number", t->lemma_count);
    set_roles(t);
    if (t->form_count >= SK_SLOT_NUMBER(UINT32_MAX))
        stop(NULL, "%zu forms are more than the tables can number", t->form_count);
}

#endif
