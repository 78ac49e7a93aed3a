/* Writing the tables as C. */
#ifndef SK_TEXT_GENERATE_OUTPUT_H
#define SK_TEXT_GENERATE_OUTPUT_H

#include "generate_classes.h"
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

static void write_slots(FILE *out, const char *name, const uint32_t *slots, size_t size)
{
    fprintf(out, "const uint32_t %s_mask = %zuu;\nconst uint32_t %ss[] = {", name, size - 1, name);
    for (size_t i = 0; i < size; i++)
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : "", slots[i]);
    fputs("\n};\n", out);
}

static void fill_slot(uint32_t *slots, size_t size, uint32_t hash, size_t number)
{
    size_t slot = SK_HASH_SLOT(hash, size - 1);
    while (slots[slot] != 0)
        slot = (slot + 1) & (size - 1);
    slots[slot] = SK_SLOT_TAG(hash) | (uint32_t)(number + 1);
}

/* The infinitives of separable verbs in the order of their lemmas. */
static void write_separables(const tables *t, const uint32_t *offsets, FILE *out)
{
    const word_form **of_lemma = must(calloc((size_t)t->lemma_count + 1, sizeof(word_form *)));
    size_t count = 0;
    for (size_t i = 0; i < t->form_count; i++)
        if (t->forms[i].separable)
            of_lemma[t->forms[i].separable] = &t->forms[i];
    fputs("const sk_separable sk_separables[] = {\n", out);
    for (int number = 0; number <= t->lemma_count; number++) {
        if (of_lemma[number] == NULL)
            continue;
        fprintf(out, "    {%u, %d, %zu},\n", offsets[of_lemma[number] - t->forms], number,
                strlen(of_lemma[number]->text));
        count++;
    }
    fprintf(out, "    {0, 0, 0}\n};\nconst uint32_t sk_separable_count = %zu;\n", count);
    free(of_lemma);
}

/* The number of a form that is there. */
static uint32_t number_of(const tables *t, const uint32_t *slots, size_t size, const char *text)
{
    size_t slot = SK_HASH_SLOT(sk_hash(text, strlen(text)), size - 1);
    while (strcmp(t->forms[SK_SLOT_NUMBER(slots[slot]) - 1].text, text) != 0)
        slot = (slot + 1) & (size - 1);
    return SK_SLOT_NUMBER(slots[slot]) - 1;
}

/* The base of each form; for those with more than one, where their list begins. */
static void write_bases(const tables *t, const uint32_t *slots, size_t size, FILE *out)
{
    size_t used = 0;
    fputs("const uint32_t sk_word_bases[] = {\n", out);
    for (size_t i = 0; i < t->form_count; i++) {
        const word_form *f = &t->forms[i];
        if (f->base_count > 1) {
            fprintf(out, "    %uu,\n", SK_MANY_BASES | (uint32_t)used);
            used += (size_t)f->base_count + 1;
        } else {
            fprintf(out, "    %u,\n",
                    f->base_count == 0 ? (unsigned)i : number_of(t, slots, size, f->bases[0]));
        }
    }
    fputs("};\nconst uint32_t sk_more_bases[] = {\n", out);
    for (size_t i = 0; i < t->form_count; i++) {
        const word_form *f = &t->forms[i];
        if (f->base_count < 2)
            continue;
        fprintf(out, "    %d,", f->base_count);
        for (int k = 0; k < f->base_count; k++)
            fprintf(out, " %u,", number_of(t, slots, size, f->bases[k]));
        fputc('\n', out);
    }
    fputs("    0\n};\n", out);
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
        uint32_t class = class_of(f->text, f->flags, f->role);
        fprintf(out, "    {%u, %u, %d, %zu, %d, %d, %zu, %d},\n", offsets[i],
                f->flags | class << SK_CLASS_SHIFT, f->lemma, strlen(f->text), f->level, f->role,
                count_syllables(f->text, strlen(f->text)), f->cues);
        fill_slot(slots, size, sk_hash(f->text, strlen(f->text)), i);
    }
    fputs("};\n", out);
    write_slots(out, "sk_word_slot", slots, size);
    write_bases(t, slots, size, out);
    write_separables(t, offsets, out);
    free(offsets);
    free(slots);
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
        int more = i + 1 < t->phrase_count && p->start.head == t->phrases[i + 1].start.head;
        fprintf(out, "    {%u, %u, %u, %uu, %u, %d, %zu, %d, %d, %d, %d},\n", offsets[i][0], offsets[i][1],
                offsets[i][2], p->start.head, p->start.third, p->group, strlen(p->pattern), p->list, p->kind,
                p->exact, more);
        if (i == 0 || p->start.head != t->phrases[i - 1].start.head)
            fill_slot(slots, size, p->start.head, i);
    }
    fputs("};\n", out);
    write_slots(out, "sk_phrase_slot", slots, size);
    fprintf(out, "const uint32_t sk_group_count = %d;\nconst uint32_t sk_name_count = %d;\n", t->group_count,
            t->name_count);
    fprintf(out, "const uint32_t sk_phrase_count = %zu;\n", t->phrase_count);
    free(offsets);
    free(slots);
}

static void write_pressure(const tables *t, FILE *out)
{
    size_t size = slot_count(t->pressure_count);
    pressure_word *slots = must(calloc(size, sizeof *slots));
    for (size_t i = 0; i < t->pressure_count; i++) {
        size_t slot = SK_HASH_SLOT(t->pressure[i].hash, size - 1);
        while (slots[slot].kinds != 0)
            slot = (slot + 1) & (size - 1);
        slots[slot] = t->pressure[i];
    }
    fprintf(out,
            "const uint32_t sk_pressure_word_mask = %zuu;\nconst sk_pressure_word sk_pressure_words[] = {\n",
            size - 1);
    for (size_t i = 0; i < size; i++)
        fprintf(out, "    {%uu, %lluu},\n", slots[i].hash, (unsigned long long)slots[i].kinds);
    fputs("};\n", out);
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

static void write_numbers(FILE *out, const char *name, const double *numbers, size_t count)
{
    fprintf(out, "const double %s[] = {", name);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%.17g, ", numbers[i]);
    fputs("};\n", out);
}

static void write_model(const tables *t, FILE *out)
{
    if (t->limit_count != SK_LIMITS || t->doubt_count != SK_DOUBTS)
        stop(NULL, "model.tsv must have %d limits and %d doubts", SK_LIMITS, SK_DOUBTS);
    fprintf(out, "const uint32_t sk_weight_count = %zuu;\nconst sk_weight sk_weights[] = {\n",
            t->weight_count);
    for (size_t i = 0; i < t->weight_count; i++)
        fprintf(out, "    {\"%s\", %.17g, %.17g, %d},\n", t->weights[i].name, t->weights[i].weight,
                t->weights[i].usual, t->weights[i].aspect);
    fputs("};\n", out);
    write_numbers(out, "sk_limits", t->limits, SK_LIMITS);
    write_numbers(out, "sk_doubts", t->doubts, SK_DOUBTS);
}

#endif
