#include "base/error.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"

int sk_record_out(void *record, const void *full, size_t full_size)
{
    size_t room;
    memcpy(&room, record, sizeof room);
    if (room <= sizeof room)
        return 0;
    size_t size = room < full_size ? room : full_size;
    memcpy((char *)record + sizeof room, (const char *)full + sizeof room, size - sizeof room);
    return 1;
}

int sk_record_in(const void *record, void *full, size_t full_size)
{
    size_t given;
    memcpy(&given, record, sizeof given);
    if (given <= sizeof given)
        return 0;
    size_t size = given < full_size ? given : full_size;
    memcpy((char *)full + sizeof given, (const char *)record + sizeof given, size - sizeof given);
    return 1;
}

schakel_status sk_fail_list(schakel_error *error, schakel_status status, const char *path, const char *format,
                            va_list arguments)
{
    if (error == NULL)
        return status;
    schakel_error full = SCHAKEL_ERROR_INIT;
    full.status = status;
    if (path != NULL) {
        size_t length = strlen(path);
        if (length >= sizeof full.path)
            length = sk_utf8_cut(path, sizeof full.path - 1);
        memcpy(full.path, path, length);
    }
    int length = vsnprintf(full.message, sizeof full.message, format, arguments);
    if (length < 0)
        full.message[0] = '\0';
    else if ((size_t)length >= sizeof full.message)
        full.message[sk_utf8_cut(full.message, sizeof full.message - 1)] = '\0';
    sk_record_out(error, &full, sizeof full);
    return status;
}

schakel_status sk_fail(schakel_error *error, schakel_status status, const char *path, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    sk_fail_list(error, status, path, format, arguments);
    va_end(arguments);
    return status;
}

schakel_status sk_fail_memory(schakel_error *error)
{
    return sk_fail(error, SCHAKEL_NO_MEMORY, NULL, "out of memory");
}

schakel_status sk_fail_misuse(schakel_error *error, const char *what)
{
    return sk_fail(error, SCHAKEL_MISUSE, NULL, "%s", what);
}

schakel_status sk_check_number(schakel_error *error, const char *path, int32_t number, int32_t least,
                               int32_t most)
{
    if (number >= least && number <= most)
        return SCHAKEL_OK;
    return sk_fail(error, SCHAKEL_INVALID, path, "expected a number from %d to %d, found %d", (int)least,
                   (int)most, (int)number);
}

void sk_error_at(schakel_error *error, size_t line, size_t column, size_t offset)
{
    if (error == NULL)
        return;
    schakel_error full = SCHAKEL_ERROR_INIT;
    if (!sk_record_in(error, &full, sizeof full))
        return;
    full.line = line;
    full.column = column;
    full.offset = offset;
    sk_record_out(error, &full, sizeof full);
}

const char *schakel_status_text(schakel_status status)
{
    switch (status) {
    case SCHAKEL_OK:
        return "ok";
    case SCHAKEL_NO_MEMORY:
        return "out of memory";
    case SCHAKEL_MISUSE:
        return "misuse";
    case SCHAKEL_SYNTAX:
        return "not well-formed";
    case SCHAKEL_INVALID:
        return "invalid value";
    case SCHAKEL_DUPLICATE:
        return "duplicate id";
    case SCHAKEL_NOT_FOUND:
        return "not found";
    case SCHAKEL_IN_USE:
        return "in use";
    case SCHAKEL_TOO_LARGE:
        return "too large";
    case SCHAKEL_IO:
        return "input or output failed";
    }
    return "unknown status";
}
