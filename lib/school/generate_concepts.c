/*
 * generate_concepts OUTPUT.c [CONCEPTS.tsv ...]
 *
 * Turns the lists of concepts into the constant tables of builtin.h. Runs at build time. A list
 * that is wrong ends the build with file, line and what is wrong; no lists make empty tables.
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "school/builtin.h"

enum column {
    COLUMN_ID,
    COLUMN_BROADER,
    COLUMN_NL,
    COLUMN_EN,
    COLUMN_WORDINGS_NL,
    COLUMN_WORDINGS_EN,
    COLUMN_SERVES,
    COLUMN_COUNT
};

static const char *const column_names[COLUMN_COUNT] = {"id",          "broader",     "nl",    "en",
                                                       "wordings_nl", "wordings_en", "serves"};

enum { LINE_SIZE = 8192, ID_MOST = 60, LIST_MOST = 100 };

/* Parts of a column, which point into its text. */
typedef struct part_list {
    char *parts[LIST_MOST];
    size_t count;
} part_list;

typedef struct concept_row {
    const char *file;
    int line;
    char *text; /* holds the columns */
    char *columns[COLUMN_COUNT];
    part_list wordings, serves;
    uint32_t broader;
    uint32_t served[LIST_MOST];
} concept_row;

typedef struct concept_list {
    concept_row *rows;
    size_t count, room;
} concept_list;

static void stop(const concept_row *row, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (row != NULL)
        fprintf(stderr, "%s:%d: ", row->file, row->line);
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

/* ------------------------------------------------------------------ columns */

static void check_id(const concept_row *row, const char *id)
{
    size_t length = strlen(id);
    int fine = length > 0 && length <= ID_MOST && id[0] >= 'a' && id[0] <= 'z' && id[length - 1] != '-';
    for (size_t i = 0; i < length && fine; i++)
        fine = (id[i] >= 'a' && id[i] <= 'z') || (id[i] >= '0' && id[i] <= '9') ||
               (id[i] == '-' && id[i - 1] != '-');
    if (!fine)
        stop(row, "\"%s\" is no id: small letters, digits and single hyphens, at most %d", id, ID_MOST);
}

/* Words with single blanks between them, and nothing that is not to be seen. */
static void check_text(const concept_row *row, const char *text, enum column column)
{
    size_t length = strlen(text);
    int fine = length > 0 && text[0] != ' ' && text[length - 1] != ' ' && strchr(text, ';') == NULL &&
               strstr(text, "  ") == NULL && sk_utf8_valid(text, length, NULL);
    for (size_t i = 0; i < length; i++)
        fine &= (unsigned char)text[i] >= ' ' && text[i] != 0x7F;
    if (!fine)
        stop(row, "\"%s\" in column %s: expected UTF-8 text, parts with \"; \" between them", text,
             column_names[column]);
}

static int same_letters(const char *one, const char *other)
{
    while (*one != '\0' && sk_ascii_lower(*one) == sk_ascii_lower(*other)) {
        one++;
        other++;
    }
    return *one == *other;
}

static int has_part(const part_list *list, size_t from, const char *part)
{
    for (size_t i = from; i < list->count; i++)
        if (same_letters(list->parts[i], part))
            return 1;
    return 0;
}

/* Cut a list in parts and add them. A part is there once in its column, and does not say what `label` says. */
static void take_parts(concept_row *row, enum column column, const char *label, part_list *list)
{
    size_t from = list->count;
    for (char *at = row->columns[column], *end; at != NULL && *at != '\0'; at = end) {
        end = strstr(at, "; ");
        if (end != NULL) {
            *end = '\0';
            end += 2;
            if (*end == '\0')
                stop(row, "column %s ends in \"; \"", column_names[column]);
        }
        check_text(row, at, column);
        if (has_part(list, from, at) || (label != NULL && same_letters(label, at)))
            stop(row, "\"%s\" is there twice, in column %s", at, column_names[column]);
        /* What is said alike in two languages is one wording. */
        if (has_part(list, 0, at))
            continue;
        if (list->count == LIST_MOST)
            stop(row, "there are over %d parts, in column %s", LIST_MOST, column_names[column]);
        list->parts[list->count++] = at;
    }
}

static void take_columns(concept_row *row)
{
    check_id(row, row->columns[COLUMN_ID]);
    if (row->columns[COLUMN_BROADER][0] != '\0')
        check_id(row, row->columns[COLUMN_BROADER]);
    check_text(row, row->columns[COLUMN_NL], COLUMN_NL);
    check_text(row, row->columns[COLUMN_EN], COLUMN_EN);
    take_parts(row, COLUMN_WORDINGS_NL, row->columns[COLUMN_NL], &row->wordings);
    take_parts(row, COLUMN_WORDINGS_EN, row->columns[COLUMN_EN], &row->wordings);
    take_parts(row, COLUMN_SERVES, NULL, &row->serves);
}

/* ------------------------------------------------------------------- reading */

/* One line without its end. */
static int next_line(concept_row *at, char text[LINE_SIZE], FILE *file)
{
    if (fgets(text, LINE_SIZE, file) == NULL)
        return 0;
    at->line++;
    size_t length = strlen(text);
    if (length == LINE_SIZE - 1)
        stop(at, "the line is too long");
    if (length > 0 && text[length - 1] == '\n')
        text[length - 1] = '\0';
    if (strchr(text, '\r') != NULL)
        stop(at, "lines must end in LF");
    return 1;
}

static void split(concept_row *row)
{
    char *at = row->text;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        row->columns[i] = at;
        char *tab = strchr(at, '\t');
        if ((tab == NULL) != (i == COLUMN_COUNT - 1))
            stop(row, "there must be %d columns", COLUMN_COUNT);
        if (tab != NULL) {
            *tab = '\0';
            at = tab + 1;
        }
    }
}

static void check_header(concept_row *header)
{
    split(header);
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (strcmp(header->columns[i], column_names[i]) != 0)
            stop(header, "column %d must be %s", i + 1, column_names[i]);
}

static void add_row(concept_list *list, const concept_row *at, const char *text)
{
    if (list->count == list->room) {
        list->room = list->room == 0 ? 256 : 2 * list->room;
        list->rows = must(realloc(list->rows, list->room * sizeof *list->rows));
    }
    concept_row *row = &list->rows[list->count++];
    *row = *at;
    row->text = must(malloc(strlen(text) + 1));
    strcpy(row->text, text);
    split(row);
    take_columns(row);
}

static void read_file(concept_list *list, const char *path)
{
    char text[LINE_SIZE];
    concept_row at = {.file = path, .text = text};
    int header_seen = 0;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        stop(NULL, "%s: cannot be read", path);
    while (next_line(&at, text, file)) {
        if (!header_seen && text[0] == '#')
            continue;
        if (header_seen)
            add_row(list, &at, text);
        else
            check_header(&at);
        header_seen = 1;
    }
    if (!header_seen)
        stop(&at, "there is no header");
    fclose(file);
}

/* --------------------------------------------------------------------- links */

static int compare_rows(const void *x, const void *y)
{
    const concept_row *one = x, *other = y;
    int order = strcmp(one->columns[COLUMN_ID], other->columns[COLUMN_ID]);
    if (order == 0)
        order = strcmp(one->file, other->file);
    return order != 0 ? order : one->line - other->line;
}

static uint32_t find(const concept_list *list, const concept_row *row, const char *id)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(list->rows[middle].columns[COLUMN_ID], id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == list->count || strcmp(list->rows[low].columns[COLUMN_ID], id) != 0)
        stop(row, "there is no concept \"%s\"", id);
    return (uint32_t)low;
}

/* The concept without a broader one that a row leads up to. */
static const concept_row *find_top(const concept_list *list, const concept_row *row)
{
    const concept_row *top = row;
    for (size_t steps = 0; top->broader != SK_NO_BUILTIN; steps++) {
        if (steps == list->count)
            stop(row, "the broader concepts of \"%s\" go round in a circle", row->columns[COLUMN_ID]);
        top = &list->rows[top->broader];
    }
    return top;
}

static void find_others(const concept_list *list, concept_row *row)
{
    const char *broader = row->columns[COLUMN_BROADER];
    row->broader = broader[0] == '\0' ? SK_NO_BUILTIN : find(list, row, broader);
    for (size_t i = 0; i < row->serves.count; i++)
        row->served[i] = find(list, row, row->serves.parts[i]);
}

static void check_served(const concept_list *list, const concept_row *row)
{
    find_top(list, row);
    for (size_t i = 0; i < row->serves.count; i++) {
        const char *top = find_top(list, &list->rows[row->served[i]])->columns[COLUMN_ID];
        if (strcmp(top, "theme") != 0 && strcmp(top, "need") != 0)
            stop(row, "\"%s\" is no theme and no need, and cannot be served", row->serves.parts[i]);
        if (&list->rows[row->served[i]] == row)
            stop(row, "\"%s\" serves itself", row->serves.parts[i]);
    }
}

static void link_rows(concept_list *list)
{
    if (list->count > 1)
        qsort(list->rows, list->count, sizeof *list->rows, compare_rows);
    for (size_t i = 1; i < list->count; i++)
        if (strcmp(list->rows[i - 1].columns[COLUMN_ID], list->rows[i].columns[COLUMN_ID]) == 0)
            stop(&list->rows[i], "the id \"%s\" is taken already, at %s:%d", list->rows[i].columns[COLUMN_ID],
                 list->rows[i - 1].file, list->rows[i - 1].line);
    for (size_t i = 0; i < list->count; i++)
        find_others(list, &list->rows[i]);
    for (size_t i = 0; i < list->count; i++)
        check_served(list, &list->rows[i]);
}

/* ------------------------------------------------------------------- writing */

static void write_text(FILE *out, const char *prefix, const char *text)
{
    fprintf(out, "\"%s", prefix);
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c >= 0x7F || c == '"' || c == '\\' || c == '?')
            fprintf(out, "\\%03o", c);
        else
            fputc(c, out);
    }
    fputs("\", ", out);
}

static const part_list *parts_at(const concept_row *row, size_t offset)
{
    return (const part_list *)(const void *)((const char *)row + offset);
}

/* Every part that the rows have in one list; no array when there are none. */
static void write_parts(FILE *out, const concept_list *list, const char *name, const char *prefix,
                        size_t offset)
{
    size_t written = 0;
    for (size_t i = 0; i < list->count; i++) {
        const part_list *parts = parts_at(&list->rows[i], offset);
        for (size_t j = 0; j < parts->count; j++) {
            if (written++ == 0)
                fprintf(out, "static const char *const %s[] = {\n", name);
            fputs(j == 0 ? "    " : "", out);
            write_text(out, prefix, parts->parts[j]);
            fputs(j + 1 == parts->count ? "\n" : "", out);
        }
    }
    fputs(written > 0 ? "};\n" : "", out);
}

static void write_part_range(FILE *out, const char *name, size_t first, size_t count)
{
    if (count == 0)
        fputs("NULL, 0, ", out);
    else
        fprintf(out, "%s + %zu, %zu, ", name, first, count);
}

static void write_records(FILE *out, const concept_list *list)
{
    size_t wordings = 0, serves = 0;
    fprintf(out, "const uint32_t sk_builtin_count = %zu;\nconst schakel_concept sk_builtin_concepts[] = {\n",
            list->count);
    for (size_t i = 0; i < list->count; i++) {
        const concept_row *row = &list->rows[i];
        fputs("    {sizeof(schakel_concept), ", out);
        write_text(out, SK_BUILTIN_PREFIX, row->columns[COLUMN_ID]);
        write_text(out, "", row->columns[COLUMN_NL]);
        write_text(out, "", row->columns[COLUMN_EN]);
        if (row->broader == SK_NO_BUILTIN)
            fputs("NULL, ", out);
        else
            write_text(out, SK_BUILTIN_PREFIX, row->columns[COLUMN_BROADER]);
        fputs("NULL, ", out);
        write_part_range(out, "wordings", wordings, row->wordings.count);
        write_part_range(out, "served_ids", serves, row->serves.count);
        fputs("},\n", out);
        wordings += row->wordings.count;
        serves += row->serves.count;
    }
    fputs(
        "    /* An array is not empty. */\n    SCHAKEL_CONCEPT_INIT};\nconst uint32_t sk_builtin_broader[] = {\n",
        out);
    for (size_t i = 0; i < list->count; i++)
        if (list->rows[i].broader == SK_NO_BUILTIN)
            fputs("    SK_NO_BUILTIN,\n", out);
        else
            fprintf(out, "    %u,\n", list->rows[i].broader);
    fputs("    SK_NO_BUILTIN};\n", out);
}

/* The others of one row, either those that it names or those that name it; `others` may be NULL to count. */
typedef size_t (*find_links)(const concept_list *list, uint32_t row, uint32_t *others);

static size_t add_link(uint32_t *others, size_t count, uint32_t other)
{
    if (others != NULL)
        others[count] = other;
    return count + 1;
}

static size_t find_narrower(const concept_list *list, uint32_t row, uint32_t *others)
{
    size_t count = 0;
    for (uint32_t i = 0; i < list->count; i++)
        if (list->rows[i].broader == row)
            count = add_link(others, count, i);
    return count;
}

static size_t find_served(const concept_list *list, uint32_t row, uint32_t *others)
{
    size_t count = 0;
    for (size_t i = 0; i < list->rows[row].serves.count; i++)
        count = add_link(others, count, list->rows[row].served[i]);
    return count;
}

static size_t find_serving(const concept_list *list, uint32_t row, uint32_t *others)
{
    size_t count = 0;
    for (uint32_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->rows[i].serves.count; j++)
            if (list->rows[i].served[j] == row)
                count = add_link(others, count, i);
    return count;
}

static void write_links(FILE *out, const concept_list *list, const char *name, find_links links)
{
    uint32_t *others = must(malloc((list->count + 1) * LIST_MOST * sizeof *others));
    size_t first = 0;
    fprintf(out, "static const uint32_t first_%s[] = {0,\n", name);
    for (uint32_t i = 0; i < list->count; i++)
        fprintf(out, "    %zu,\n", first += links(list, i, NULL));
    fprintf(out, "};\nstatic const uint32_t %s[] = {\n", name);
    for (uint32_t i = 0; i < list->count; i++) {
        size_t count = links(list, i, others);
        for (size_t j = 0; j < count; j++)
            fprintf(out, "    %u,\n", others[j]);
    }
    fprintf(out, "    SK_NO_BUILTIN};\nconst sk_builtin_links sk_builtin_%s = {first_%s, %s};\n", name, name,
            name);
    free(others);
}

static void write_tables(const concept_list *list, const char *path)
{
    FILE *out = fopen(path, "wb");
    if (out == NULL)
        stop(NULL, "%s: cannot be written", path);
    fputs("/* Made by generate_concepts out of lib/school/concepts. */\n#include \"school/builtin.h\"\n\n",
          out);
    write_parts(out, list, "wordings", "", offsetof(concept_row, wordings));
    write_parts(out, list, "served_ids", SK_BUILTIN_PREFIX, offsetof(concept_row, serves));
    write_records(out, list);
    write_links(out, list, "narrower", find_narrower);
    write_links(out, list, "served", find_served);
    write_links(out, list, "serving", find_serving);
    if (fclose(out) != 0)
        stop(NULL, "%s: cannot be written", path);
}

int main(int argc, char **argv)
{
    concept_list list = {0};
    if (argc < 2)
        stop(NULL, "usage: generate_concepts OUTPUT.c [CONCEPTS.tsv ...]");
    for (int i = 2; i < argc; i++)
        read_file(&list, argv[i]);
    link_rows(&list);
    write_tables(&list, argv[1]);
    for (size_t i = 0; i < list.count; i++)
        free(list.rows[i].text);
    free(list.rows);
    return 0;
}
