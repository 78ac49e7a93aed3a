/* Rows of plain.tsv about verbs. Included by generate_tables.c only. */
#ifndef SK_TEXT_GENERATE_PLAIN_VERBS_H
#define SK_TEXT_GENERATE_PLAIN_VERBS_H

#include "generate_drafts.h"

typedef enum finite_form { FIRST, THIRD, PAST, PASTS, PRESENTS, FINITE_FORMS } finite_form;

typedef struct verb_forms {
    lemma_phrase phrase;
    char prefix[FORM_SIZE], base[FORM_SIZE];
    char finite[FINITE_FORMS][FORM_SIZE]; /* without the prefix */
    char participle[FORM_SIZE], inflected[FORM_SIZE];
    int split; /* something stands before the verb that a main clause puts behind it */
} verb_forms;

static void present_forms(verb_forms *v, const char *present)
{
    if (*present == '\0') {
        stem_of(v->base, v->finite[FIRST]);
        join(v->finite[THIRD], v->finite[FIRST], strlen(v->finite[FIRST]),
             ends_with(v->finite[FIRST], "t") ? "" : "t");
        return;
    }
    next_part(&present, ",", v->finite[FIRST]);
    while (next_part(&present, ",", v->finite[THIRD]))
        ;
}

static verb_forms verb_of(const tables *t, const list_reader *reader, const char *text)
{
    verb_forms v;
    memset(&v, 0, sizeof v);
    v.phrase = find_head(t, reader, LEMMA_VERB, text);
    char *const *columns = v.phrase.head->columns;
    const char *bar = strchr(columns[0], '|');
    if (bar != NULL)
        join(v.prefix, columns[0], (size_t)(bar - columns[0]), "");
    join(v.base, "", 0, bar != NULL ? bar + 1 : columns[0]);
    present_forms(&v, columns[7]);
    join(v.finite[PAST], "", 0, columns[2]);
    join(v.finite[PASTS], "", 0, columns[3]);
    join(v.finite[PRESENTS], "", 0, v.base);
    join(v.participle, "", 0, columns[4]);
    inflected_participle(columns[4], v.inflected);
    v.split = bar != NULL || v.phrase.before[0] != '\0';
    return v;
}

/* Words that keep their order: infinitive, participle, joined finite form. */
static void put_joined(const verb_forms *v, const char *prefix, const char *verb, char out[WORDING_SIZE])
{
    snprintf(out, WORDING_SIZE, "%s%s%s%s", v->phrase.before, prefix, verb, v->phrase.after);
}

static void put_te(const verb_forms *v, char out[WORDING_SIZE])
{
    snprintf(out, WORDING_SIZE, "%s%s%ste %s%s", v->phrase.before, v->prefix, v->prefix[0] != '\0' ? " " : "",
             v->base, v->phrase.after);
}

/* A finite form in a main clause: what belongs before the verb stands after it, or after `gap`. */
static void put_main(const verb_forms *v, finite_form form, const char *gap, char out[WORDING_SIZE])
{
    size_t before = strlen(v->phrase.before); /* its last byte is a space */
    snprintf(out, WORDING_SIZE, "%s%s%.*s%s%s%s", v->finite[form], v->split ? gap : "",
             before > 0 ? (int)before - 1 : 0, v->phrase.before,
             before > 0 && v->prefix[0] != '\0' ? " " : "", v->prefix, v->phrase.after);
}

/* Do both want a preposition after them, or neither? Else the order of the words changes. */
static int same_tail(const verb_forms *hard, const verb_forms *plain)
{
    return (hard->phrase.after[0] != '\0') == (plain->phrase.after[0] != '\0');
}

static int participles_fit(const verb_forms *hard, const verb_forms *plain)
{
    char *const *one = hard->phrase.head->columns, *const *other = plain->phrase.head->columns;
    int passive = hard->phrase.before[0] == '\0' && strcmp(one[6], "t") == 0;
    int ending = strcmp(hard->participle, hard->inflected) == 0 &&
                 strcmp(plain->participle, plain->inflected) != 0 && hard->phrase.before[0] == '\0';
    return same_tail(hard, plain) && strstr(other[5], one[5]) != NULL && !ending &&
           (!passive || strcmp(other[6], "t") == 0);
}

/* Their participles never stand before a noun. */
static int is_auxiliary(const verb_forms *v)
{
    return strcmp(v->base, "hebben") == 0 || strcmp(v->base, "zijn") == 0;
}

static int main_forms_fit(const verb_forms *hard, const verb_forms *plain, finite_form form)
{
    /* "u is" is no Dutch, and no other verb has a form of its own there that must be used. */
    if (form == THIRD && strcmp(plain->base, "zijn") == 0)
        return 0;
    if (hard->phrase.before[0] != '\0') /* nothing stands between verb and words: it is a main clause */
        return same_tail(hard, plain) || (plain->phrase.after[0] == '\0' && !plain->split);
    return same_tail(hard, plain) && !plain->split;
}

typedef struct plain_verbs {
    verb_forms hard, plain[ALTERNATIVES_MAX];
    size_t count;
} plain_verbs;

static void take_infinitives(tables *t, list_reader *reader, const plain_verbs *row)
{
    wording bare = {"", "", ""}, te = {"", "", ""};
    char text[WORDING_SIZE];
    int any_split = row->hard.split;
    for (size_t i = 0; i < row->count; i++) {
        const verb_forms *plain = &row->plain[i];
        /* The infinitive of a verb that is not split is also the plural of a main clause. */
        int fits = same_tail(&row->hard, plain) && (row->hard.split || !plain->split);
        put_joined(plain, plain->prefix, plain->base, text);
        add_wording(fits ? bare.fitting : bare.other, text);
        put_te(plain, text);
        add_wording(same_tail(&row->hard, plain) ? te.fitting : te.other, text);
        any_split |= plain->split;
    }
    put_joined(&row->hard, row->hard.prefix, row->hard.base, text);
    add_form_draft(t, reader, row->hard.phrase.head, text, &bare);
    put_te(&row->hard, text);
    add_form_draft(t, reader, row->hard.phrase.head, any_split ? text : "", &te);
}

static void take_main_form(tables *t, list_reader *reader, const plain_verbs *row, finite_form form)
{
    wording found = {"", "", ""};
    char text[WORDING_SIZE];
    const verb_forms *hard = &row->hard;
    int adjacent = hard->phrase.before[0] != '\0';
    if (hard->finite[form][0] == '\0' || hard->prefix[0] != '\0' || (form == PRESENTS && !adjacent) ||
        (form == FIRST && strcmp(hard->finite[FIRST], hard->finite[THIRD]) == 0))
        return;
    for (size_t i = 0; i < row->count; i++) {
        int fits = main_forms_fit(hard, &row->plain[i], form);
        put_main(&row->plain[i], form, adjacent ? " " : " … ", text);
        add_wording(fits ? found.fitting : found.other, text);
    }
    put_main(hard, form, " ", text);
    add_form_draft(t, reader, hard->phrase.head, text, &found);
}

static void take_joined_form(tables *t, list_reader *reader, const plain_verbs *row, finite_form form)
{
    wording found = {"", "", ""};
    char text[WORDING_SIZE], whole[FORM_SIZE];
    const verb_forms *hard = &row->hard;
    if (!hard->split || hard->finite[form][0] == '\0')
        return;
    for (size_t i = 0; i < row->count; i++) {
        const verb_forms *plain = &row->plain[i];
        int fits = same_tail(hard, plain) && !(form == THIRD && strcmp(plain->base, "zijn") == 0);
        put_joined(plain, plain->prefix, plain->finite[form], text);
        add_wording(fits ? found.fitting : found.other, text);
    }
    join(whole, hard->prefix, strlen(hard->prefix), hard->finite[form]);
    put_joined(hard, "", whole, text);
    add_form_draft(t, reader, hard->phrase.head, text, &found);
}

static void take_participles(tables *t, list_reader *reader, const plain_verbs *row)
{
    wording bare = {"", "", ""}, inflected = {"", "", ""};
    char text[WORDING_SIZE];
    const verb_forms *hard = &row->hard;
    if (hard->participle[0] == '\0')
        return;
    for (size_t i = 0; i < row->count; i++) {
        const verb_forms *plain = &row->plain[i];
        int fits = participles_fit(hard, plain);
        put_joined(plain, "", plain->participle, text);
        add_wording(fits ? bare.fitting : bare.other, text);
        int attributive = fits && plain->phrase.before[0] == '\0' && !is_auxiliary(plain);
        put_joined(plain, "", attributive ? plain->inflected : plain->participle, text);
        add_wording(attributive ? inflected.fitting : inflected.other, text);
    }
    put_joined(hard, "", hard->participle, text);
    add_form_draft(t, reader, hard->phrase.head, text, &bare);
    if (hard->phrase.before[0] == '\0' && hard->phrase.after[0] == '\0' &&
        strcmp(hard->participle, hard->inflected) != 0)
        add_form_draft(t, reader, hard->phrase.head, hard->inflected, &inflected);
}

static void take_plain_verb(tables *t, list_reader *reader)
{
    plain_verbs row;
    char part[FORM_SIZE];
    row.count = 0;
    row.hard = verb_of(t, reader, reader->columns[0]);
    for (const char *rest = reader->columns[1]; next_part(&rest, " / ", part);) {
        if (row.count == ALTERNATIVES_MAX)
            stop(reader, "there are more than %d wordings", ALTERNATIVES_MAX);
        row.plain[row.count++] = verb_of(t, reader, part);
    }
    take_infinitives(t, reader, &row);
    for (int form = 0; form < FINITE_FORMS; form++)
        take_main_form(t, reader, &row, (finite_form)form);
    for (int form = THIRD; form <= PASTS; form++)
        take_joined_form(t, reader, &row, (finite_form)form);
    take_participles(t, reader, &row);
}

#endif
