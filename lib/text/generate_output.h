/* Writing the tables as C. */
#ifndef SK_TEXT_GENERATE_OUTPUT_H
#define SK_TEXT_GENERATE_OUTPUT_H

#include "generate_store.h"
#include "syllable_rules.h"
#include "tables.h"

/* Text is written as one literal, cut in lines; offsets are counted along. */
typedef struct text_writer {
    FILE *out;
    size_t used;
    int column;
} text_writer;

static uint32_t write_text(text_writer *w, const char *text, size_t length)
{
    uint32_t offset = (uint32_t)w->used;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (w->column == 0)
            fputs("    \"", w->out);
        if (c < ' ' || c >= 0x7F || c == '"' || c == '\\' || c == '?')
            fprintf(w->out, "\\%03o", c);
        else
            fputc(c, w->out);
        if (++w->column == 100) {
            fputs("\"\n", w->out);
            w->column = 0;
        }
    }
    w->used += length;
    return offset;
}

static void end_text(text_writer *w)
{
    fputs(w->column > 0 ? "\";\n" : "    \"\";\n", w->out);
}

static size_t slot_count(size_t entries)
{
    size_t size = 16;
    while (size < 2 * entries)
        size *= 2;
    return size;
}

static void write_slots(FILE *out, const char *name, const uint32_t *slots, size_t size)
{
    fprintf(out, "const uint32_t %s_mask = %zuu;\nconst uint32_t %ss[] = {", name, size - 1, name);
    for (size_t i = 0; i < size; i++)
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : "", slots[i]);
    fputs("\n};\n", out);
}

static void fill_slot(uint32_t *slots, size_t size, const char *key, size_t number)
{
    uint32_t hash = sk_hash(key, strlen(key));
    size_t slot = SK_HASH_SLOT(hash, size - 1);
    while (slots[slot] != 0)
        slot = (slot + 1) & (size - 1);
    slots[slot] = SK_SLOT_TAG(hash) | (uint32_t)(number + 1);
}

static void write_words(const tables *t, FILE *out)
{
    size_t size = slot_count(t->form_count);
    uint32_t *slots = must(calloc(size, sizeof *slots));
    uint32_t *offsets = must(calloc(t->form_count + 1, sizeof *offsets));
    text_writer writer = {out, 0, 0};
    fputs("const char sk_word_text[] =\n", out);
    for (size_t i = 0; i < t->form_count; i++)
        offsets[i] = write_text(&writer, t->forms[i].text, strlen(t->forms[i].text));
    end_text(&writer);
    fputs("const sk_word sk_words[] = {\n", out);
    for (size_t i = 0; i < t->form_count; i++) {
        const word_form *f = &t->forms[i];
        fprintf(out, "    {%u, %u, %d, %zu, %d, %d, %zu, %d},\n", offsets[i], f->flags, f->lemma,
                strlen(f->text), f->level, f->role, count_syllables(f->text, strlen(f->text)), f->cues);
        fill_slot(slots, size, f->text, i);
    }
    fputs("};\n", out);
    write_slots(out, "sk_word_slot", slots, size);
    fprintf(out, "const uint32_t sk_lemma_count = %d;\n", t->lemma_count + 1);
    free(offsets);
    free(slots);
}

/* What follows the key of a phrase in its pattern, in lower case. */
static void next_of(const phrase *p, char out[SK_NEXT_SIZE])
{
    const char *rest = p->pattern + strlen(p->key);
    size_t length = strlen(rest);
    memset(out, 0, SK_NEXT_SIZE);
    memcpy(out, rest, length < SK_NEXT_SIZE ? length : SK_NEXT_SIZE);
    for (size_t i = 0; i < SK_NEXT_SIZE; i++)
        if (out[i] >= 'A' && out[i] <= 'Z')
            out[i] = (char)(out[i] + 32);
}

/* How many phrases from one on have its key and so many bytes of what follows. */
static int count_alike(const tables *t, size_t i, size_t bytes)
{
    char own[SK_NEXT_SIZE], other[SK_NEXT_SIZE];
    int count = 1;
    next_of(&t->phrases[i], own);
    for (size_t k = i + 1; k < t->phrase_count && count < UINT8_MAX; k++, count++) {
        next_of(&t->phrases[k], other);
        if (strcmp(t->phrases[i].key, t->phrases[k].key) != 0 || memcmp(own, other, bytes) != 0)
            break;
    }
    return count;
}

/* Words and phrases are sorted alike, so one walk along both finds what begins with which word. */
static void write_word_phrases(const tables *t, FILE *out)
{
    if (t->phrase_count >= UINT16_MAX)
        stop(NULL, "%zu phrases are more than the tables can number", t->phrase_count);
    size_t at = 0;
    fputs("const uint16_t sk_word_phrases[] = {", out);
    for (size_t i = 0; i < t->form_count; i++) {
        while (at < t->phrase_count && strcmp(t->phrases[at].key, t->forms[i].text) < 0)
            at++;
        int opens = at < t->phrase_count && strcmp(t->phrases[at].key, t->forms[i].text) == 0;
        fprintf(out, "%s%zu,", i % 16 == 0 ? "\n    " : "", opens ? at + 1 : (size_t)0);
    }
    fputs("\n};\n", out);
}

static void write_phrases(const tables *t, FILE *out)
{
    size_t size = slot_count(t->phrase_count);
    uint32_t *slots = must(calloc(size, sizeof *slots));
    uint32_t(*offsets)[3] = must(calloc(t->phrase_count + 1, sizeof *offsets));
    text_writer writer = {out, 0, 0};
    fputs("const char sk_phrase_text[] =\n", out);
    for (size_t i = 0; i < t->phrase_count; i++) {
        const char *parts[3] = {t->phrases[i].pattern, t->phrases[i].advice, t->phrases[i].extra};
        for (int k = 0; k < 3; k++) {
            /* Forms of one term share their texts. */
            const phrase *before = i > 0 ? &t->phrases[i - 1] : NULL;
            const char *same = before == NULL ? NULL
                               : k == 1       ? before->advice
                               : k == 2       ? before->extra
                                              : NULL;
            offsets[i][k] =
                same == parts[k] ? offsets[i - 1][k] : write_text(&writer, parts[k], strlen(parts[k]) + 1);
        }
    }
    end_text(&writer);
    fputs("const sk_phrase sk_phrases[] = {\n", out);
    for (size_t i = 0; i < t->phrase_count; i++) {
        const phrase *p = &t->phrases[i];
        int more = i + 1 < t->phrase_count && strcmp(p->key, t->phrases[i + 1].key) == 0;
        char rest[SK_NEXT_SIZE];
        next_of(p, rest);
        fprintf(out, "    {%u, %u, %u, %d, %zu, %zu, %d, %d, %d, %d, %d, %d, {", offsets[i][0], offsets[i][1],
                offsets[i][2], p->group, strlen(p->pattern), strlen(p->key), p->list, p->kind, p->exact, more,
                count_alike(t, i, SK_ALIKE), count_alike(t, i, SK_ALIKE_LONG));
        for (int k = 0; k < SK_NEXT_SIZE; k++)
            fprintf(out, "%d, ", rest[k]);
        fputs("}},\n", out);
        if (i == 0 || strcmp(p->key, t->phrases[i - 1].key) != 0)
            fill_slot(slots, size, p->key, i);
    }
    fputs("};\n", out);
    write_slots(out, "sk_phrase_slot", slots, size);
    fprintf(out, "const uint32_t sk_group_count = %d;\nconst uint32_t sk_name_count = %d;\n", t->group_count,
            t->name_count);
    free(offsets);
    free(slots);
}

static void write_languages(const tables *t, FILE *out)
{
    size_t size = slot_count(t->foreign_count);
    foreign_word *slots = must(calloc(size, sizeof *slots));
    fprintf(out, "const uint32_t sk_language_count = %u;\nconst char sk_languages[SK_LANGUAGES_MAX][4] = {",
            t->language_count);
    for (uint32_t i = 0; i < t->language_count; i++)
        fprintf(out, "\"%s\", ", t->languages[i]);
    fprintf(out, "};\nconst uint32_t sk_language_word_mask = %zuu;\n", size - 1);
    for (size_t i = 0; i < t->foreign_count; i++) {
        size_t slot = SK_HASH_SLOT(t->foreign[i].hash, size - 1);
        while (slots[slot].languages != 0)
            slot = (slot + 1) & (size - 1);
        slots[slot] = t->foreign[i];
    }
    fputs("const sk_language_word sk_language_words[] = {\n", out);
    for (size_t i = 0; i < size; i++)
        fprintf(out, "    {%uu, %uu},\n", slots[i].hash, slots[i].languages);
    fputs("};\n", out);
    free(slots);
}

#endif
