/*
 * From the rows of plain.tsv to phrases: rows of lemmas become all forms of the hard word, each
 * with the same form of the plain one. A form that cannot simply be exchanged only advises.
 * Included by generate_tables.c only.
 */
#ifndef SK_TEXT_GENERATE_PLAIN_H
#define SK_TEXT_GENERATE_PLAIN_H

#include "generate_drafts.h"
#include "generate_plain_verbs.h"

/* ------------------------------------------------------------------- nouns */

static void noun_singular(const lemma_phrase *hard, const lemma_phrase *plain, wording *out)
{
    const char *article = plain->head->columns[2], *hard_article = hard->head->columns[2];
    char whole[WORDING_SIZE];
    int differs = strchr(article, '/') == NULL && strcmp(article, hard_article) != 0;
    snprintf(whole, sizeof whole, "%s%s%s", plain->before, plain->head->columns[0], plain->after);
    add_wording(out->fitting, whole);
    /* One for every wording, so that they stay in step; the first character tells whether any differs. */
    size_t used = strlen(out->articles);
    snprintf(out->articles + used, sizeof out->articles - used, "%c%s", differs ? '!' : ' ',
             strchr(article, '/') == NULL ? article : hard_article);
}

static void noun_plural(const lemma_phrase *plain, wording *out)
{
    char part[FORM_SIZE], whole[WORDING_SIZE];
    const char *plurals = plain->head->columns[3];
    int has_plural = next_part(&plurals, ",", part);
    snprintf(whole, sizeof whole, "%s%s%s", plain->before, has_plural ? part : plain->head->columns[0],
             plain->after);
    add_wording(has_plural ? out->fitting : out->other, whole);
}

/* "!het de" (marks and articles) to "het / de", or to "" where all wordings take the article that stands. */
static void finish_articles(wording *singular)
{
    char list[FORM_SIZE] = "";
    int differs = strchr(singular->articles, '!') != NULL;
    for (const char *at = singular->articles; differs && *at != '\0';) {
        size_t length = 1 + strcspn(at + 1, "! ");
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%.*s", used > 0 ? " / " : "", (int)length - 1, at + 1);
        at += length;
    }
    memcpy(singular->articles, list, sizeof list);
}

static void take_plain_noun(tables *t, list_reader *reader)
{
    wording singular = {"", "", ""}, plural = {"", "", ""};
    char part[FORM_SIZE], pattern[WORDING_SIZE];
    lemma_phrase hard = find_head(t, reader, LEMMA_NOUN, reader->columns[0]);
    for (const char *rest = reader->columns[1]; next_part(&rest, " / ", part);) {
        lemma_phrase plain = find_head(t, reader, LEMMA_NOUN, part);
        noun_singular(&hard, &plain, &singular);
        noun_plural(&plain, &plural);
    }
    finish_articles(&singular);
    add_form_draft(t, reader, hard.head, reader->columns[0], &singular);
    for (const char *rest = hard.head->columns[3]; next_part(&rest, ",", part);) {
        snprintf(pattern, sizeof pattern, "%s%s%s", hard.before, part, hard.after);
        add_form_draft(t, reader, hard.head, pattern, &plural);
    }
}

/* -------------------------------------------------------------- adjectives */

static void take_plain_adjective(tables *t, list_reader *reader)
{
    wording base = {"", "", ""}, inflected = {"", "", ""};
    char part[FORM_SIZE], whole[WORDING_SIZE];
    lemma_phrase hard = find_head(t, reader, LEMMA_ADJECTIVE, reader->columns[0]);
    for (const char *rest = reader->columns[1]; next_part(&rest, " / ", part);) {
        lemma_phrase plain = find_head(t, reader, LEMMA_ADJECTIVE, part);
        char *const *forms = plain.head->columns;
        add_wording(base.fitting, part);
        snprintf(whole, sizeof whole, "%s%s%s", plain.before, forms[2][0] != '\0' ? forms[2] : forms[0],
                 plain.after);
        add_wording(inflected.fitting, whole);
    }
    add_form_draft(t, reader, hard.head, reader->columns[0], &base);
    if (hard.head->columns[2][0] == '\0')
        return;
    snprintf(whole, sizeof whole, "%s%s%s", hard.before, hard.head->columns[2], hard.after);
    add_form_draft(t, reader, hard.head, whole, &inflected);
}

/* -------------------------------------------------------------------- rows */

static void take_plain(tables *t, list_reader *reader)
{
    static const struct {
        const char *name;
        void (*take)(tables *, list_reader *);
    } lemmas[] = {{"verb", take_plain_verb}, {"noun", take_plain_noun}, {"adjective", take_plain_adjective}};
    for (size_t i = 0; i < sizeof lemmas / sizeof lemmas[0]; i++) {
        if (strcmp(reader->columns[2], lemmas[i].name) != 0)
            continue;
        if (reader->columns[1][0] == '\0')
            stop(reader, "a %s needs a plain one", lemmas[i].name);
        lemmas[i].take(t, reader);
        return;
    }
    sk_kind kind = parse_kind(reader, reader->columns[2]);
    if (kind != SK_KIND_REPLACE && kind != SK_KIND_ADVISE && kind != SK_KIND_ACCEPT)
        stop(reader, "\"%s\" is no kind of this list", reader->columns[2]);
    add_draft(t, reader, reader->columns[0], reader->columns[1], "", kind, 1);
}

/* By pattern; what is written out comes first. */
static int compare_drafts(const void *a, const void *b)
{
    const plain_draft *x = a, *y = b;
    int order = strcmp(x->pattern, y->pattern);
    if (order == 0)
        order = y->written_out - x->written_out;
    return order != 0 ? order : x->line - y->line;
}

/* Forms of two words, or two forms of one (verstrekt): the reader must choose. */
static void merge_drafts(tables *t, plain_draft *first, const plain_draft *second)
{
    char both[WORDING_SIZE], part[FORM_SIZE];
    if (first->kind == second->kind && strcmp(first->advice, second->advice) == 0)
        return;
    snprintf(both, sizeof both, "%s", first->advice);
    for (const char *rest = second->advice; next_part(&rest, " / ", part);)
        add_wording(both, part);
    first->advice = copy(t, both);
    first->articles = "";
    first->kind = SK_KIND_ADVISE;
}

/* All rows are read: what is written out wins, what must be left alone goes, the rest becomes phrases. */
static void finish_plain(tables *t)
{
    list_reader place = {.name = "plain.tsv"};
    if (t->draft_count > 0)
        qsort(t->drafts, t->draft_count, sizeof *t->drafts, compare_drafts);
    for (size_t i = 0, next; i < t->draft_count; i = next) {
        plain_draft *d = &t->drafts[i];
        place.line = d->line;
        for (next = i + 1; next < t->draft_count && strcmp(t->drafts[next].pattern, d->pattern) == 0;
             next++) {
            if (t->drafts[next].written_out)
                stop(&place, "\"%s\" is in the list twice", d->pattern);
            if (!d->written_out)
                merge_drafts(t, d, &t->drafts[next]);
        }
        if (d->kind != SK_KIND_ACCEPT)
            add_phrase(t, &place, d->pattern,
                       phrase_values(t, SK_LIST_FORMAL, (sk_kind)d->kind, d->advice, d->articles));
    }
}

#endif
