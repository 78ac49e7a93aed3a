/* Reading a list: its lines, columns and what a column may say. Included by generate_tables.c only. */
#ifndef SK_TEXT_GENERATE_LISTS_H
#define SK_TEXT_GENERATE_LISTS_H

#include "generate_inflection.h"
#include "generate_store.h"
#include "tables.h"

/* Which of the names is this one? */
static int position_of(const list_reader *reader, const char *name, const char *const *names, size_t count,
                       const char *what)
{
    for (size_t i = 0; i < count; i++)
        if (names[i] != NULL && strcmp(names[i], name) == 0)
            return (int)i;
    stop(reader, "\"%s\" is no %s", name, what);
    return 0;
}

#define POSITION_OF(reader, name, names, what)                                                               \
    position_of(reader, name, names, sizeof(names) / sizeof(names)[0], what)

static int parse_level(const list_reader *reader, const char *name)
{
    static const char *const names[] = {"A1", "A2", "B1", "B2", "C1", "C2"};
    return SCHAKEL_LEVEL_A1 + POSITION_OF(reader, name, names, "level (A1 to C2)");
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

/* As many columns as the header of the list has. */
static int count_columns(const char *header)
{
    int count = 1;
    for (; (header = strchr(header, '\t')) != NULL; header++)
        count++;
    return count;
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

/* One line without its end; stops where it is not as the lists are. */
static int next_line(list_reader *reader, FILE *file)
{
    if (fgets(reader->text, sizeof reader->text, file) == NULL)
        return 0;
    reader->line++;
    size_t length = strlen(reader->text);
    if (length == sizeof reader->text - 1)
        stop(reader, "the line is too long");
    if (length > 0 && reader->text[length - 1] == '\n')
        reader->text[--length] = '\0';
    if (strchr(reader->text, '\r') != NULL)
        stop(reader, "lines must end in LF");
    return 1;
}

static void read_list(tables *t, const word_list *list)
{
    list_reader reader;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", t->folder, list->file);
    reader.name = path;
    reader.line = 0;
    reader.list = list;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        stop(NULL, "%s:1: the list is missing", path);
    int header_seen = 0, column_count = count_columns(list->header);
    while (next_line(&reader, file)) {
        if (!header_seen && reader.text[0] == '#')
            continue;
        if (!header_seen && strcmp(reader.text, list->header) != 0)
            stop(&reader, "the header must be \"%s\"", list->header);
        if (header_seen) {
            split(&reader, column_count);
            list->take(t, &reader);
        }
        header_seen = 1;
    }
    if (!header_seen)
        stop(&reader, "there is no header");
    fclose(file);
    if (list->finish != NULL)
        list->finish(t);
}

#endif
