/* Input, output and complaints. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "program.h"

int complain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("schakel: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return EXIT_WRONG;
}

int complain_memory(void)
{
    return complain("out of memory");
}

const char *input_name(const char *name)
{
    return strcmp(name, "-") == 0 ? "(standard input)" : name;
}

int complain_error(const char *name, const schakel_error *error, size_t line_before)
{
    const char *path = error->path, *colon = path[0] != '\0' ? ": " : "";
    if (error->line != 0)
        return complain("%s:%zu:%zu: %s%s%s", input_name(name), error->line + line_before, error->column,
                        path, colon, error->message);
    if (line_before != 0)
        return complain("%s:%zu: %s%s%s", input_name(name), line_before + 1, path, colon, error->message);
    return complain("%s: %s%s%s", input_name(name), path, colon, error->message);
}

static int bytes_reserve(bytes *b, size_t more)
{
    if (more <= b->capacity - b->length)
        return 1;
    if (more > SIZE_MAX / 2 || b->length > SIZE_MAX / 4)
        return 0;
    size_t capacity = b->length + more + b->length / 2 + 256;
    char *data = realloc(b->data, capacity);
    if (data == NULL)
        return 0;
    b->data = data;
    b->capacity = capacity;
    return 1;
}

int bytes_add(bytes *to, const char *data, size_t length)
{
    if (!bytes_reserve(to, length))
        return 0;
    if (length != 0)
        memcpy(to->data + to->length, data, length);
    to->length += length;
    return 1;
}

int bytes_take_over(bytes *to, char *buffer, size_t length)
{
    int added = bytes_add(to, buffer, length);
    schakel_buffer_free(buffer);
    return added;
}

void bytes_free(bytes *b)
{
    free(b->data);
    b->data = NULL;
    b->length = b->capacity = 0;
}

static int read_all(FILE *file, const char *name, bytes *out)
{
    for (;;) {
        if (!bytes_reserve(out, 65536)) {
            complain_memory();
            return 0;
        }
        errno = 0;
        size_t got = fread(out->data + out->length, 1, out->capacity - out->length, file);
        out->length += got;
        if (got != 0)
            continue;
        if (ferror(file)) {
            complain("%s: cannot be read: %s", input_name(name), strerror(errno));
            return 0;
        }
        return 1;
    }
}

FILE *open_input(const char *name)
{
    if (strcmp(name, "-") == 0)
        return stdin;
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        complain("%s: cannot be read: %s", name, strerror(errno));
    return file;
}

int read_input(const char *name, bytes *out)
{
    out->length = 0;
    FILE *file = open_input(name);
    int fine = file != NULL && read_all(file, name, out);
    if (file != NULL && file != stdin)
        fclose(file);
    return fine;
}

schakel_school *read_school(const char *name)
{
    bytes input = {NULL, 0, 0};
    schakel_school *school = NULL;
    if (read_input(name, &input)) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        if (schakel_school_from_json(input.data, input.length, NULL, &school, &error) != SCHAKEL_OK)
            complain_error(name, &error, 0);
    }
    bytes_free(&input);
    return school;
}

static int complain_output(void)
{
    return complain("the output cannot be written: %s", errno != 0 ? strerror(errno) : "unknown reason");
}

int write_part(const char *data, size_t length)
{
    errno = 0;
    if (fwrite(data, 1, length, stdout) == length)
        return 1;
    complain_output();
    return 0;
}

int write_output(const bytes *output, int exit_status)
{
    errno = 0;
    int fine = output->length == 0 || fwrite(output->data, 1, output->length, stdout) == output->length;
    /* A full disk may show only when the file is closed. */
    fine = fclose(stdout) == 0 && fine;
    return fine ? exit_status : complain_output();
}

int colours_wanted(void)
{
    const char *no_colour = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && (no_colour == NULL || no_colour[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0);
}
