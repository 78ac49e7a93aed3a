/* From the lists of runs of words to phrases. Included by generate_tables.c only. */
#ifndef SK_TEXT_GENERATE_PHRASES_H
#define SK_TEXT_GENERATE_PHRASES_H

#include "generate_forms.h"
#include "generate_lists.h"

static void add_phrase(tables *t, const list_reader *reader, const char *pattern, phrase values)
{
    char folded[256];
    if (strlen(pattern) > 250)
        stop(reader, "the pattern is too long");
    snprintf(folded, sizeof folded, "%s", pattern);
    lower(folded);
    values.start = sk_start_of_pattern(folded);
    if (values.start.key_length == 0)
        stop(reader, "a pattern must begin with a letter or a digit");
    values.exact = strcmp(folded, pattern) != 0;
    values.pattern = copy(t, pattern);
    if (t->phrase_count == t->phrase_room) {
        t->phrase_room = t->phrase_room == 0 ? 1024 : t->phrase_room * 2;
        t->phrases = must(realloc(t->phrases, t->phrase_room * sizeof *t->phrases));
    }
    t->phrases[t->phrase_count++] = values;
}

static sk_kind parse_kind(const list_reader *reader, const char *name)
{
    static const char *const names[] = {
        [SK_KIND_REPLACE] = "replace",      [SK_KIND_ADVISE] = "advise", [SK_KIND_AVOID] = "avoid",
        [SK_KIND_ACCEPT] = "accept",        [SK_KIND_TITLE] = "title",   [SK_KIND_WEEKDAY] = "weekday",
        [SK_KIND_MONTH] = "month",          [SK_KIND_SCHOOL] = "school", [SK_KIND_GENDERED] = "gendered",
        [SK_KIND_STEREOTYPE] = "stereotype"};
    return (sk_kind)POSITION_OF(reader, name, names, "kind");
}

static phrase phrase_values(tables *t, sk_list list, sk_kind kind, const char *advice, const char *extra)
{
    phrase values = {NULL, copy(t, advice), copy(t, extra), {0, 0, 0, 0, 0}, (int)list, (int)kind, 0, 0};
    return values;
}

static void take_term(tables *t, list_reader *reader)
{
    char part[FORM_SIZE];
    phrase values = phrase_values(t, SK_LIST_TERM, SK_KIND_NONE, reader->columns[2], reader->columns[3]);
    values.group = t->group_count++;
    add_phrase(t, reader, reader->columns[0], values);
    for (const char *rest = reader->columns[1]; next_part(&rest, ",", part);)
        add_phrase(t, reader, part, values);
}

static void take_abbreviation(tables *t, list_reader *reader)
{
    sk_kind kind = parse_kind(reader, reader->columns[2]);
    phrase values = phrase_values(t, SK_LIST_ABBREVIATION, kind, reader->columns[1], "");
    values.group = t->group_count++;
    add_phrase(t, reader, reader->columns[0], values);
}

static void take_gendered(tables *t, list_reader *reader)
{
    sk_kind kind = parse_kind(reader, reader->columns[2]);
    add_phrase(t, reader, reader->columns[0],
               phrase_values(t, SK_LIST_GENDERED, kind, reader->columns[1], reader->columns[3]));
}

/* Rows of a wording and what to say about it. */
static void take_advice(tables *t, list_reader *reader)
{
    const word_list *list = reader->list;
    add_phrase(t, reader, reader->columns[0],
               phrase_values(t, list->phrases, list->kind, reader->columns[1], ""));
}

static void take_style(tables *t, list_reader *reader)
{
    static const char *const names[] = {[SK_STYLE_IMPERSONAL] = "impersonal",
                                        [SK_STYLE_ASKED] = "asked",
                                        [SK_STYLE_REFERENCE] = "unclear-reference",
                                        [SK_STYLE_ER] = "er-construction",
                                        [SK_STYLE_TIME] = "unclear-time"};
    phrase values =
        phrase_values(t, SK_LIST_STYLE, parse_kind(reader, reader->columns[3]), reader->columns[2], "");
    values.group = POSITION_OF(reader, reader->columns[1], names, "rule of style");
    add_phrase(t, reader, reader->columns[0], values);
}

static void take_weak(tables *t, list_reader *reader)
{
    add_phrase(t, reader, reader->columns[0],
               phrase_values(t, SK_LIST_WEAK, SK_KIND_ADVISE, reader->columns[1], reader->columns[2]));
}

/* Rows of one thing stand together; the thing is the name to keep. */
static void take_name(tables *t, list_reader *reader)
{
    phrase values = phrase_values(t, SK_LIST_NAME, SK_KIND_NONE, reader->columns[0], "");
    const phrase *last = t->phrase_count > 0 ? &t->phrases[t->phrase_count - 1] : NULL;
    int same = last != NULL && last->list == SK_LIST_NAME && strcmp(last->advice, values.advice) == 0;
    values.group = same ? last->group : t->name_count++;
    if (same)
        values.advice = last->advice;
    add_phrase(t, reader, reader->columns[1], values);
}

static int parse_cue(const list_reader *reader, const char *name)
{
    static const char *const names[] = {"invite",  "event",    "where", "cost",     "bring",   "answer",
                                        "contact", "deadline", "whom",  "duration", "request", "problem",
                                        "good",    "excuse",   "wish",  "site"};
    return 1 << POSITION_OF(reader, name, names, "part of a letter");
}

/* A single word keeps its cues itself, so that finding them costs nothing; runs of words are phrases. */
static void take_cue(tables *t, list_reader *reader)
{
    const char *pattern = reader->columns[0];
    int cue = parse_cue(reader, reader->columns[1]);
    phrase *last = t->phrase_count > 0 ? &t->phrases[t->phrase_count - 1] : NULL;
    if (find_form(t, pattern) != NULL) {
        find_form(t, pattern)->cues |= cue;
    } else if (last != NULL && last->list == SK_LIST_CUE && strcmp(last->pattern, pattern) == 0) {
        last->group |= cue;
    } else {
        phrase values = phrase_values(t, SK_LIST_CUE, SK_KIND_NONE, "", "");
        values.group = cue;
        add_phrase(t, reader, pattern, values);
    }
}

/* By head, the longest pattern first; then by pattern and list, so that the order is the same everywhere. */
static int compare_phrases(const void *a, const void *b)
{
    const phrase *x = a, *y = b;
    int order = sk_compare_starts(x->start.head, strlen(x->pattern), y->start.head, strlen(y->pattern));
    if (order != 0)
        return order;
    order = strcmp(x->pattern, y->pattern);
    return order != 0 ? order : x->list - y->list;
}

/* Words whose key opens a phrase: most words do not, and are passed at once. */
static void mark_openers(tables *t)
{
    size_t size = slot_count(t->phrase_count), length;
    uint32_t(*keys)[2] = must(calloc(size, sizeof *keys)); /* hash and flags */
    for (size_t i = 0; i < t->phrase_count; i++) {
        size_t at = SK_HASH_SLOT(t->phrases[i].start.key, size - 1);
        while (keys[at][1] != 0 && keys[at][0] != t->phrases[i].start.key)
            at = (at + 1) & (size - 1);
        keys[at][0] = t->phrases[i].start.key;
        keys[at][1] |= t->phrases[i].start.pair ? SK_OPENS_PAIR : SK_OPENS_PHRASE;
    }
    for (size_t i = 0; i < t->form_count; i++) {
        uint32_t hash = sk_key_hash(t->forms[i].text, &length);
        size_t at = SK_HASH_SLOT(hash, size - 1);
        while (keys[at][1] != 0 && keys[at][0] != hash)
            at = (at + 1) & (size - 1);
        t->forms[i].flags |= keys[at][1];
    }
    free(keys);
}

#endif
