/*
 * generate_expertise OUTPUT.c LANGUAGES.tsv SYNONYMS.tsv HINTS.tsv
 *
 * Turns the names of languages into a table in the order of the names, synonyms into lines of words in plain letters,
 * and hints into a table in the order of the concepts. Runs at build time; a list that is wrong ends the build with
 * file, line and what is wrong.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

enum { LINE_SIZE = 1024, NAMES_MAX = 2048, HINTS_MAX = 4096, TAG_SIZE = 8, NAME_SIZE = 40 };

typedef struct language_name {
    char name[NAME_SIZE];
    char tag[TAG_SIZE];
} language_name;

static const char *path;
static int line_number;

static void stop(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s:%d: ", path, line_number);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const language_name *)a)->name, ((const language_name *)b)->name);
}

static void add_name(language_name *names, size_t *count, const char *tag, const char *name, size_t length)
{
    if (*count == NAMES_MAX)
        stop("more than %d names", NAMES_MAX);
    language_name *n = &names[*count];
    size_t size = sk_utf8_plain(name, length, n->name, NAME_SIZE - 1);
    if (size == 0 || strlen(tag) >= TAG_SIZE || *tag == '\0')
        stop("\"%.*s\" or its tag is empty or too long", (int)length, name);
    n->name[size] = '\0';
    strcpy(n->tag, tag);
    for (size_t i = 0; i < *count; i++)
        if (strcmp(names[i].name, n->name) == 0) {
            if (strcmp(names[i].tag, tag) != 0)
                stop("\"%s\" is a name of %s too", n->name, names[i].tag);
            return; /* the same in both languages */
        }
    (*count)++;
}

static void add_names(language_name *names, size_t *count, const char *tag, const char *list)
{
    while (*list != '\0') {
        size_t length = strcspn(list, ";");
        add_name(names, count, tag, list, length);
        list += length;
        list += strspn(list, "; ");
    }
}

static FILE *open_list(const char *name)
{
    path = name;
    line_number = 0;
    FILE *in = fopen(name, "rb");
    if (in == NULL)
        stop("cannot be opened");
    return in;
}

/* The next row, without its end. Returns 0 behind the last; stops where a list is not as it should be. */
static int next_row(FILE *in, const char *header, char line[LINE_SIZE])
{
    int is_header = line_number == 0;
    while (fgets(line, LINE_SIZE, in) != NULL) {
        line_number++;
        size_t length = strcspn(line, "\n");
        if (line[length] == '\0')
            stop("a line has less than %d bytes, and an end", LINE_SIZE - 1);
        line[length] = '\0';
        if (line[0] == '#')
            continue;
        if (!is_header)
            return 1;
        if (strcmp(line, header) != 0)
            stop("the header is not \"%s\"", header);
        is_header = 0;
    }
    return 0;
}

static size_t read_names(FILE *in, language_name *names)
{
    char line[LINE_SIZE];
    size_t count = 0;
    while (next_row(in, "tag\tnl\ten", line)) {
        char *nl = strchr(line, '\t'), *en = nl == NULL ? NULL : strchr(nl + 1, '\t');
        if (en == NULL)
            stop("a row has a tag and two lists of names");
        *nl = *en = '\0';
        add_names(names, &count, line, nl + 1);
        add_names(names, &count, line, en + 1);
    }
    return count;
}

static void write_languages(FILE *out, const char *list)
{
    static language_name names[NAMES_MAX];
    FILE *in = open_list(list);
    size_t count = read_names(in, names);
    fclose(in);
    qsort(names, count, sizeof *names, compare_names);
    fputs("const sk_language_name sk_language_names[] = {\n", out);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "    {\"%s\", \"%s\"},\n", names[i].name, names[i].tag);
    fprintf(out, "};\nconst size_t sk_language_name_count = %zu;\n", count);
}

/* A group as one line, its words with a space behind each. */
static void write_group(FILE *out, const char *group)
{
    char plain[NAME_SIZE];
    int count = 0;
    fputs("    \"", out);
    for (size_t length; *group != '\0'; group += length + strspn(group + length, "; ")) {
        length = strcspn(group, ";");
        size_t size = sk_utf8_plain(group, length, plain, sizeof plain - 1);
        if (size == 0 || memchr(group, ' ', length) != NULL)
            stop("\"%.*s\" is no word, or too long", (int)length, group);
        fprintf(out, "%.*s ", (int)size, plain);
        count++;
    }
    fputs("\\n\"\n", out);
    if (count < 2)
        stop("a group has two words or more");
}

static void write_synonyms(FILE *out, const char *list)
{
    char line[LINE_SIZE];
    FILE *in = open_list(list);
    fputs("#if defined(__GNUC__)\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n#endif\n"
          "const char sk_synonyms[] =\n",
          out);
    while (next_row(in, "words", line))
        write_group(out, line);
    fputs("    \"\";\n", out);
    fclose(in);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *copy(const char *text)
{
    char *made = malloc(strlen(text) + 1);
    if (made == NULL)
        stop("out of memory");
    return strcpy(made, text);
}

/* A row as it is read: the concept, a tab, the words. */
static size_t read_hints(FILE *in, char **rows)
{
    char line[LINE_SIZE];
    size_t count = 0;
    while (next_row(in, "concept\twords", line)) {
        if (strchr(line, '\t') == NULL || strpbrk(line, "\"\\") != NULL || count == HINTS_MAX)
            stop("a row has a concept and words; there are at most %d", HINTS_MAX);
        rows[count++] = copy(line);
    }
    return count;
}

static void write_hints(FILE *out, const char *list)
{
    static char *rows[HINTS_MAX];
    FILE *in = open_list(list);
    size_t count = read_hints(in, rows);
    fclose(in);
    qsort(rows, count, sizeof *rows, compare_texts);
    fputs("const sk_hint sk_hints[] = {\n", out);
    for (size_t i = 0; i < count; i++) {
        size_t id = strcspn(rows[i], "\t");
        fprintf(out, "    {\"%.*s\", \"%s\"},\n", (int)id, rows[i], rows[i] + id + 1);
        free(rows[i]);
    }
    fprintf(out, "};\nconst size_t sk_hint_count = %zu;\n", count);
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return fprintf(stderr, "usage: generate_expertise OUTPUT.c LANGUAGES.tsv SYNONYMS.tsv HINTS.tsv\n"),
               1;
    path = argv[1];
    FILE *out = fopen(argv[1], "wb");
    if (out == NULL)
        stop("cannot be written");
    fputs("/* Made by generate_expertise out of lib/expertise/languages.tsv, synonyms.tsv and hints.tsv. */\n"
          "#include \"expertise/tables.h\"\n\n",
          out);
    write_languages(out, argv[2]);
    write_synonyms(out, argv[3]);
    write_hints(out, argv[4]);
    path = argv[1];
    if (fclose(out) != 0)
        stop("cannot be written");
    return 0;
}
