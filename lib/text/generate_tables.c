/*
 * generate_tables WORDS_DIR OUTPUT.c
 *
 * Turns the word lists into the constant tables of tables.h: every entry with its inflected
 * forms, and every phrase by its first word. Runs at build time. A list that is missing or
 * wrong ends the build with file, line and what is wrong.
 */
#include "generate_inflection.h"
#include "generate_output.h"
#include "generate_plain.h"
#include "generate_roles.h"
#include "generate_store.h"
#include "tables.h"

/* ------------------------------------------------------------------- lists */

static int parse_level(const list_reader *reader, const char *name)
{
    static const char *const names[] = {"A1", "A2", "B1", "B2", "C1", "C2"};
    for (int i = 0; i < 6; i++)
        if (strcmp(name, names[i]) == 0)
            return 2 + i;
    stop(reader, "\"%s\" is no level (A1 to C2)", name);
    return 0;
}

/* Cut a line into its columns. */
static void split(list_reader *reader, int column_count)
{
    char *at = reader->text;
    for (int i = 0; i < column_count; i++) {
        reader->columns[i] = at;
        char *tab = strchr(at, '\t');
        if ((tab == NULL) != (i == column_count - 1))
            stop(reader, "there must be %d columns", column_count);
        if (tab != NULL)
            *tab = '\0';
        if (*at == '\0')
            stop(reader, "column %d is empty (- means none)", i + 1);
        if (strcmp(at, "-") == 0)
            *at = '\0';
        at = tab != NULL ? tab + 1 : at;
    }
    if (reader->columns[0][0] == '\0')
        stop(reader, "the first column is empty");
}

typedef void (*take_row)(tables *t, list_reader *reader);

static void read_list(tables *t, const char *name, const char *header, int column_count, take_row take)
{
    list_reader reader;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", t->folder, name);
    reader.name = path;
    reader.line = 0;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        stop(NULL, "%s:1: the list is missing", path);
    int header_seen = 0;
    while (fgets(reader.text, sizeof reader.text, file) != NULL) {
        reader.line++;
        size_t length = strlen(reader.text);
        if (length == sizeof reader.text - 1)
            stop(&reader, "the line is too long");
        if (length > 0 && reader.text[length - 1] == '\n')
            reader.text[--length] = '\0';
        if (strchr(reader.text, '\r') != NULL)
            stop(&reader, "lines must end in LF");
        if (!header_seen && reader.text[0] == '#')
            continue;
        if (!header_seen && strcmp(reader.text, header) != 0)
            stop(&reader, "the header must be \"%s\"", header);
        if (header_seen) {
            split(&reader, column_count);
            take(t, &reader);
        }
        header_seen = 1;
    }
    if (!header_seen)
        stop(&reader, "there is no header");
    fclose(file);
}

/* ------------------------------------------------------------------- forms */

static void index_rebuild(tables *t)
{
    t->index_size = t->index_size == 0 ? 4096 : t->index_size * 2;
    free(t->index);
    t->index = must(calloc(t->index_size, sizeof *t->index));
    for (size_t i = 0; i < t->form_count; i++) {
        size_t slot = SK_HASH_SLOT(sk_hash(t->forms[i].text, strlen(t->forms[i].text)), t->index_size - 1);
        while (t->index[slot] != 0)
            slot = (slot + 1) & (t->index_size - 1);
        t->index[slot] = (uint32_t)(i + 1);
    }
}

/* The entry of a form, or NULL. */
static word_form *find_form(const tables *t, const char *text)
{
    if (t->index_size == 0)
        return NULL;
    size_t slot = SK_HASH_SLOT(sk_hash(text, strlen(text)), t->index_size - 1);
    for (; t->index[slot] != 0; slot = (slot + 1) & (t->index_size - 1))
        if (strcmp(t->forms[t->index[slot] - 1].text, text) == 0)
            return &t->forms[t->index[slot] - 1];
    return NULL;
}

/* The entry of a form; new ones have level 0. */
static word_form *form_entry(tables *t, const char *text)
{
    word_form *known = find_form(t, text);
    if (known != NULL)
        return known;
    if (2 * (t->form_count + 1) > t->index_size)
        index_rebuild(t);
    size_t slot = SK_HASH_SLOT(sk_hash(text, strlen(text)), t->index_size - 1);
    while (t->index[slot] != 0)
        slot = (slot + 1) & (t->index_size - 1);
    if (t->form_count == t->form_room) {
        t->form_room = t->form_room == 0 ? 4096 : t->form_room * 2;
        t->forms = must(realloc(t->forms, t->form_room * sizeof *t->forms));
    }
    word_form *entry = &t->forms[t->form_count++];
    memset(entry, 0, sizeof *entry);
    entry->text = copy(t, text);
    t->index[slot] = (uint32_t)t->form_count;
    return entry;
}

/* Add one form of the current lemma. Where words share a form, the easiest one gives the level. */
static void add_form(tables *t, const char *text, int level, uint32_t flags)
{
    char folded[FORM_SIZE];
    join(folded, text, strlen(text), "");
    lower(folded);
    size_t length = strlen(folded);
    if (length == 0 || length > SK_FORM_MAX)
        return;
    if (strcmp(folded, text) != 0)
        flags |= SK_CAPITAL;
    word_form *entry = form_entry(t, folded);
    entry->flags |= flags;
    if (entry->level == 0 || level < entry->level) {
        entry->level = level;
        entry->lemma = t->lemma_count;
    }
}

/* Call for each part of a list in a column ("a,b" or "a / b"); parts are copied. */
static int next_part(const char **rest, const char *separator, char out[FORM_SIZE])
{
    if (**rest == '\0')
        return 0;
    const char *end = strstr(*rest, separator);
    size_t length = end != NULL ? (size_t)(end - *rest) : strlen(*rest);
    join(out, *rest, length, "");
    *rest = end != NULL ? end + strlen(separator) : *rest + length;
    return 1;
}

static void take_noun(tables *t, list_reader *reader)
{
    const char *noun = reader->columns[0], *plurals = reader->columns[3];
    int level = parse_level(reader, reader->columns[1]);
    char part[FORM_SIZE], second[FORM_SIZE], whole[FORM_SIZE];
    t->lemma_count++;
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

/* A finite form by itself and, for a separable verb, joined as in subordinate clauses. */
static void add_finite(tables *t, const char *prefix, const char *text, int level, uint32_t flags)
{
    char whole[FORM_SIZE];
    if (*text == '\0')
        return;
    add_form(t, text, level, SK_FINITE | flags);
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
    char prefix[FORM_SIZE] = "", whole[FORM_SIZE];
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
    add_form(t, whole, level, SK_INFINITIVE);
    if (bar != NULL) {
        add_form(t, base, level, SK_FINITE);
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
}

static void take_adjective(tables *t, list_reader *reader)
{
    const char *adjective = reader->columns[0], *inflected = reader->columns[2],
               *comparative = reader->columns[3];
    int level = parse_level(reader, reader->columns[1]);
    char form_text[FORM_SIZE], whole[FORM_SIZE];
    t->lemma_count++;
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
                entry->level = 3;
        }
    for (const char *rest = paperwork; next_part(&rest, " ", word);)
        form_entry(t, word)->flags |= SK_PAPERWORK;
    /* So are the loose parts of verbs that are in no list by themselves. */
    for (size_t i = 0; i < t->form_count; i++)
        if (t->forms[i].level == 0)
            t->forms[i].level = 3;
}

/* ----------------------------------------------------------------- phrases */

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
    static const struct {
        const char *name;
        sk_kind kind;
    } kinds[] = {{"replace", SK_KIND_REPLACE},   {"advise", SK_KIND_ADVISE},
                 {"avoid", SK_KIND_AVOID},       {"accept", SK_KIND_ACCEPT},
                 {"title", SK_KIND_TITLE},       {"weekday", SK_KIND_WEEKDAY},
                 {"month", SK_KIND_MONTH},       {"school", SK_KIND_SCHOOL},
                 {"gendered", SK_KIND_GENDERED}, {"stereotype", SK_KIND_STEREOTYPE}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(name, kinds[i].name) == 0)
            return kinds[i].kind;
    stop(reader, "\"%s\" is no kind", name);
    return SK_KIND_NONE;
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

static void take_guilt(tables *t, list_reader *reader)
{
    add_phrase(t, reader, reader->columns[0],
               phrase_values(t, SK_LIST_GUILT, SK_KIND_NONE, reader->columns[1], ""));
}

static void take_flight(tables *t, list_reader *reader)
{
    add_phrase(t, reader, reader->columns[0],
               phrase_values(t, SK_LIST_FLIGHT, SK_KIND_NONE, reader->columns[1], ""));
}

static void take_idiom(tables *t, list_reader *reader)
{
    add_phrase(t, reader, reader->columns[0],
               phrase_values(t, SK_LIST_IDIOM, SK_KIND_ADVISE, reader->columns[1], ""));
}

static void take_reading(tables *t, list_reader *reader)
{
    add_phrase(t, reader, reader->columns[0],
               phrase_values(t, SK_LIST_READING, SK_KIND_ADVISE, reader->columns[1], ""));
}

static void take_style(tables *t, list_reader *reader)
{
    static const char *const names[] = {"impersonal", "asked", "unclear-reference", "er-construction",
                                        "unclear-time"};
    phrase values =
        phrase_values(t, SK_LIST_STYLE, parse_kind(reader, reader->columns[3]), reader->columns[2], "");
    for (values.group = 0; values.group < (int)(sizeof names / sizeof names[0]); values.group++) {
        if (strcmp(reader->columns[1], names[values.group]) == 0) {
            add_phrase(t, reader, reader->columns[0], values);
            return;
        }
    }
    stop(reader, "\"%s\" is no rule of style", reader->columns[1]);
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
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(name, names[i]) == 0)
            return 1 << i;
    stop(reader, "\"%s\" is no part of a letter", name);
    return 0;
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
    static const char *const names[SK_ASPECTS] = {"sentences", "words",   "passives", "officialese",
                                                  "reader",    "clauses", "style"};
    for (uint8_t i = 0; i < SK_ASPECTS; i++)
        if (strcmp(name, names[i]) == 0)
            return i;
    stop(reader, "\"%s\" is no aspect", name);
    return 0;
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

/* By head, the longest pattern first; then by pattern and list, so that the order is the same everywhere. */
static int compare_phrases(const void *a, const void *b)
{
    const phrase *x = a, *y = b;
    size_t x_length = strlen(x->pattern), y_length = strlen(y->pattern);
    if (x->start.head != y->start.head)
        return x->start.head < y->start.head ? -1 : 1;
    if (x_length != y_length)
        return x_length > y_length ? -1 : 1;
    int order = strcmp(x->pattern, y->pattern);
    return order != 0 ? order : x->list - y->list;
}

/* Easy words first: they are most of any text, and so lie together in memory. */
static int compare_forms(const void *a, const void *b)
{
    const word_form *x = a, *y = b;
    return x->level != y->level ? x->level - y->level : strcmp(x->text, y->text);
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

static void free_tables(tables *t)
{
    for (size_t i = 0; i < t->text_count; i++)
        free(t->texts[i]);
    free(t->texts);
    free(t->forms);
    free(t->index);
    free(t->phrases);
    free(t->lemmas);
    free(t->drafts);
}

int main(int argc, char **argv)
{
    static tables t;
    if (argc != 3)
        stop(NULL, "usage: generate_tables WORDS_DIR OUTPUT.c");
    t.folder = argv[1];
    read_list(&t, "nouns.tsv", "word\tlevel\tarticle\tplural", 4, take_noun);
    read_list(&t, "verbs.tsv", "verb\tlevel\tpast\tpast_plural\tparticiple\tauxiliary\ttransitive\tpresent",
              8, take_verb);
    read_list(&t, "adjectives.tsv", "word\tlevel\tinflected\tcomparative", 4, take_adjective);
    read_list(&t, "other.tsv", "word\tlevel\tclass", 3, take_other);
    add_partitives(&t);
    if (t.lemma_count >= UINT16_MAX)
        stop(NULL, "%d words are more than the tables can number", t.lemma_count);
    set_roles(&t);
    if (t.form_count >= SK_SLOT_NUMBER(UINT32_MAX))
        stop(NULL, "%zu forms are more than the tables can number", t.form_count);
    read_list(&t, "plain.tsv", "hard\tplain\tkind", 3, take_plain);
    finish_plain(&t);
    read_list(&t, "terms.tsv", "term\tforms\texplanation\texplanation_en", 4, take_term);
    read_list(&t, "abbreviations.tsv", "abbreviation\tfull\tkind", 3, take_abbreviation);
    read_list(&t, "gendered.tsv", "pattern\talternative\tkind\twhy", 4, take_gendered);
    read_list(&t, "guilt.tsv", "pattern\tadvice", 2, take_guilt);
    read_list(&t, "flight.tsv", "pattern\tadvice", 2, take_flight);
    read_list(&t, "idioms.tsv", "pattern\tmeaning", 2, take_idiom);
    read_list(&t, "reading.tsv", "pattern\tadvice", 2, take_reading);
    read_list(&t, "style.tsv", "pattern\trule\tplain\tkind", 4, take_style);
    read_list(&t, "weak.tsv", "noun\tverbs\tplain", 3, take_weak);
    read_list(&t, "names.tsv", "thing\tname", 2, take_name);
    read_list(&t, "model.tsv", "name\tkind\tvalue\tusual\taspect\twhat", 6, take_model);
    read_list(&t, "languages.tsv", "word\tlanguage", 2, take_foreign);
    read_list(&t, "cues.tsv", "pattern\tkind", 2, take_cue);
    mark_openers(&t);
    qsort(t.forms, t.form_count, sizeof *t.forms, compare_forms);
    qsort(t.phrases, t.phrase_count, sizeof *t.phrases, compare_phrases);

    FILE *out = fopen(argv[2], "wb");
    if (out == NULL)
        stop(NULL, "%s: cannot be written", argv[2]);
    fputs("/* Made by generate_tables out of lib/text/words. */\n"
          "#include \"text/tables.h\"\n\n"
          "#if defined(__GNUC__)\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n#endif\n\n",
          out);
    write_words(&t, out);
    write_phrases(&t, out);
    write_languages(&t, out);
    write_model(&t, out);
    if (fclose(out) != 0)
        stop(NULL, "%s: cannot be written", argv[2]);
    free_tables(&t);
    return 0;
}
