/*
 * From the rows of plain.tsv to phrases: rows of lemmas become all forms of the hard word, each
 * with the same form of the plain one. A form that cannot simply be exchanged only advises.
 * Included by generate_tables.c only.
 */
#ifndef SK_TEXT_GENERATE_PLAIN_H
#define SK_TEXT_GENERATE_PLAIN_H

#include "generate_inflection.h"
#include "generate_store.h"
#include "tables.h"

/* Of generate_tables.c. */
static int next_part(const char **rest, const char *separator, char out[FORM_SIZE]);
static word_form *find_form(const tables *t, const char *text);
static void add_phrase(tables *t, const list_reader *reader, const char *pattern, phrase values);
static sk_kind parse_kind(const list_reader *reader, const char *name);
static phrase phrase_values(tables *t, sk_list list, sk_kind kind, const char *advice, const char *extra);

enum { ALTERNATIVES_MAX = 8, WORDING_SIZE = 8 * FORM_SIZE };

/* ------------------------------------------------------------------ lemmas */

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
    return entry != NULL && entry->lemma != hard->number && entry->level <= 3; /* A2 */ /* A2 */
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

/* ------------------------------------------------------------------- verbs */

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
