/* Schools in files. A file is written whole or not at all. */
#define _XOPEN_SOURCE 700 /* realpath */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "schakel/exchange.h"

static schakel_status fail_system(schakel_error *error, const char *path, const char *what, int number)
{
    char reason[128] = "";
    if (strerror_r(number, reason, sizeof reason) != 0)
        snprintf(reason, sizeof reason, "error %d", number);
    return sk_fail(error, SCHAKEL_IO, path, "%s: %s", what, reason);
}

/* --------------------------------------------------------------------- load */

typedef struct bytes {
    char *data;
    size_t length;
    size_t capacity;
} bytes;

/* Read until the end, or until there is more than a document may have. */
static schakel_status read_all(int file, const char *path, const schakel_allocator *allocator, bytes *text,
                               schakel_error *error)
{
    enum { STEP = 64 * 1024 };
    while (text->length <= SCHAKEL_DOCUMENT_MAX) {
        if (!sk_grow(allocator, &text->data, &text->capacity, text->length + STEP, 1))
            return sk_fail_memory(error);
        ssize_t got = read(file, text->data + text->length, text->capacity - text->length);
        if (got == 0)
            break;
        if (got > 0)
            text->length += (size_t)got;
        else if (errno != EINTR)
            return fail_system(error, path, "this file cannot be read", errno);
    }
    return SCHAKEL_OK;
}

schakel_status schakel_school_load(const char *path, const schakel_allocator *allocator, schakel_school **out,
                                   schakel_error *error)
{
    schakel_allocator own;
    if (out != NULL)
        *out = NULL;
    if (path == NULL || out == NULL || !sk_allocator_resolve(allocator, &own))
        return sk_fail_misuse(error, "expected a path, a place to put the school and a whole allocator");
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail_system(error, path, "this file cannot be opened", errno);
    bytes text = {NULL, 0, 0};
    struct stat info;
    /* One more than its size, so that the end is seen without growing. */
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0 &&
        (uintmax_t)info.st_size < SCHAKEL_DOCUMENT_MAX)
        sk_grow(&own, &text.data, &text.capacity, (size_t)info.st_size + 1, 1);
    schakel_status status = read_all(file, path, &own, &text, error);
    close(file);
    if (status == SCHAKEL_OK)
        status = schakel_school_from_json(text.data, text.length, allocator, out, error);
    sk_free(&own, text.data);
    return status;
}

/* --------------------------------------------------------------------- save */

/* Where a file goes: the name of the new file beside it, and the folder of both. */
typedef struct target {
    char *path; /* with links followed */
    char *temporary;
    char *folder;
} target;

static void target_free(target *t, const schakel_allocator *allocator)
{
    sk_free(allocator, t->path);
    sk_free(allocator, t->temporary);
    sk_free(allocator, t->folder);
}

static char *copy_text(const schakel_allocator *allocator, const char *text, size_t length, size_t more)
{
    char *copy = sk_alloc(allocator, length + more + 1);
    if (copy != NULL) {
        memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}

enum { SUFFIX_SIZE = 32 };

/* Returns 0 when memory ran out. */
static int target_init(target *t, const schakel_allocator *allocator, const char *path)
{
    /* A file that is not there yet has no real path; its own name will do. */
    char *real = realpath(path, NULL);
    const char *name = real == NULL ? path : real;
    const char *slash = strrchr(name, '/');
    size_t length = strlen(name);
    t->path = copy_text(allocator, name, length, 0);
    t->temporary = copy_text(allocator, name, length, SUFFIX_SIZE);
    /* "/name" lies in "/", "name" in ".". */
    if (slash == NULL)
        t->folder = copy_text(allocator, ".", 1, 0);
    else
        t->folder = copy_text(allocator, name, slash == name ? 1 : (size_t)(slash - name), 0);
    free(real);
    return t->path != NULL && t->temporary != NULL && t->folder != NULL;
}

/* Make a file that was not there. Returns -1 with errno set when none can be made. */
static int create_beside(target *t)
{
    size_t length = strlen(t->path);
    int file = -1;
    for (int i = 0; i < 1000 && file < 0; i++) {
        snprintf(t->temporary + length, SUFFIX_SIZE, ".%ld-%d.tmp", (long)getpid(), i);
        file = open(t->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file < 0 && errno != EEXIST)
            break;
    }
    return file;
}

static int write_all(int file, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t wrote = write(file, text, length);
        if (wrote < 0 && errno != EINTR)
            return 0;
        if (wrote > 0) {
            text += wrote;
            length -= (size_t)wrote;
        }
    }
    return 1;
}

/* Fill the new file so that it would survive a loss of power. Closes it. Returns 0 with errno set. */
static int fill(int file, const struct stat *old, const char *text, size_t length)
{
    int fine = (old == NULL || fchmod(file, old->st_mode & 07777) == 0) && write_all(file, text, length) &&
               fsync(file) == 0;
    int reason = errno;
    if (close(file) != 0 && fine) {
        fine = 0;
        reason = errno;
    }
    errno = reason;
    return fine;
}

static schakel_status save_text(target *t, const char *path, const char *text, size_t length,
                                schakel_error *error)
{
    struct stat old;
    int is_there = stat(t->path, &old) == 0;
    if (is_there && !S_ISREG(old.st_mode))
        return sk_fail(error, SCHAKEL_IO, path, "this is not an ordinary file");
    int folder = open(t->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return fail_system(error, path, "its folder cannot be opened", errno);
    schakel_status status = SCHAKEL_OK;
    int file = create_beside(t);
    if (file < 0) {
        status = fail_system(error, path, "no file can be made beside it", errno);
    } else if (!fill(file, is_there ? &old : NULL, text, length) || rename(t->temporary, t->path) != 0) {
        status = fail_system(error, path, "this file cannot be written", errno);
        unlink(t->temporary);
    } else {
        /* The new file is in place for good, so a folder that cannot be synced is no failure. */
        fsync(folder);
    }
    close(folder);
    return status;
}

schakel_status schakel_school_save(const schakel_school *school, const char *path, schakel_error *error)
{
    char *text = NULL;
    size_t length = 0;
    if (school == NULL || path == NULL)
        return sk_fail_misuse(error, "expected a school and a path");
    schakel_status status = schakel_school_to_json(school, &text, &length, error);
    if (status != SCHAKEL_OK)
        return status;
    const schakel_allocator *allocator = sk_handle_allocator(school);
    target t = {NULL, NULL, NULL};
    status =
        target_init(&t, allocator, path) ? save_text(&t, path, text, length, error) : sk_fail_memory(error);
    target_free(&t, allocator);
    schakel_buffer_free(text);
    return status;
}
