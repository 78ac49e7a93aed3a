/* The model of difficulty, the frequent words of other languages, and the words of pressure. Included by generate_tables.c only. */
#ifndef SK_TEXT_GENERATE_MODEL_H
#define SK_TEXT_GENERATE_MODEL_H

#include "generate_lists.h"
#include "pressure.h"

static uint32_t language_number(tables *t, const list_reader *reader, const char *tag)
{
    for (uint32_t i = 0; i < t->language_count; i++)
        if (strcmp(t->languages[i], tag) == 0)
            return i;
    if (t->language_count == SK_LANGUAGES_MAX || strlen(tag) >= sizeof t->languages[0])
        stop(reader, "\"%s\" is a language too many or no short tag", tag);
    strcpy(t->languages[t->language_count], tag);
    return t->language_count++;
}

/* Rows of one word stand together. */
static void take_foreign(tables *t, list_reader *reader)
{
    uint32_t hash = sk_hash(reader->columns[0], strlen(reader->columns[0]));
    if (t->foreign_count == FOREIGN_MAX)
        stop(reader, "there are more than %d words", FOREIGN_MAX);
    if (t->foreign_count == 0 || t->foreign[t->foreign_count - 1].hash != hash)
        t->foreign[t->foreign_count++].hash = hash;
    t->foreign[t->foreign_count - 1].languages |= 1u << language_number(t, reader, reader->columns[1]);
}

static void take_pressure(tables *t, list_reader *reader)
{
#define NAME(kind) #kind,
    static const char *const names[] = {SK_PRESSURE_KINDS(NAME)};
#undef NAME
    char part[FORM_SIZE];
    if (t->pressure_count == PRESSURE_MAX)
        stop(reader, "there are more than %d words", PRESSURE_MAX);
    pressure_word *word = &t->pressure[t->pressure_count++];
    word->hash = sk_hash(reader->columns[0], strlen(reader->columns[0]));
    for (const char *rest = reader->columns[1]; next_part(&rest, ",", part);) {
        for (char *at = part; *at != '\0'; at++)
            *at = (char)(*at >= 'a' && *at <= 'z' ? *at - 32 : *at);
        word->kinds |= UINT64_C(1) << POSITION_OF(reader, part, names, "kind");
    }
}

static double parse_number(const list_reader *reader, const char *text)
{
    char *end = NULL;
    double value = strtod(text, &end);
    if (end == text || *end != '\0')
        stop(reader, "\"%s\" is no number", text);
    return value;
}

static uint8_t parse_aspect(const list_reader *reader, const char *name)
{
    static const char *const names[SK_ASPECTS + 1] = {"sentences",   "words",  "passives",
                                                      "officialese", "reader", "clauses",
                                                      "style",       ""}; /* an empty cell: of none */
    return (uint8_t)POSITION_OF(reader, name, names, "aspect");
}

static void take_model(tables *t, list_reader *reader)
{
    char **columns = reader->columns;
    double value = parse_number(reader, columns[2]);
    if (strcmp(columns[1], "weight") == 0 && t->weight_count < WEIGHTS_MAX) {
        sk_weight *w = &t->weights[t->weight_count++];
        snprintf(w->name, sizeof w->name, "%s", columns[0]);
        w->weight = value;
        w->usual = parse_number(reader, columns[3]);
        w->aspect = parse_aspect(reader, columns[4]);
    } else if (strcmp(columns[1], "limit") == 0 && t->limit_count < SK_LIMITS) {
        t->limits[t->limit_count++] = value;
    } else if (strcmp(columns[1], "doubt") == 0 && t->doubt_count < SK_DOUBTS) {
        t->doubts[t->doubt_count++] = value;
    } else {
        stop(reader, "\"%s\" is no kind, or there are too many of it", columns[1]);
    }
}

#endif
