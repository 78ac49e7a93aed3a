/* Schools one a line. */
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "exchange/json_scan.h"
#include "schakel/exchange.h"

struct schakel_stream {
    schakel_allocator allocator;
    schakel_read_function read;
    void *context;
    char *data;
    size_t capacity;
    size_t start;    /* of the line at hand */
    size_t looked;   /* up to where there is no newline in it */
    size_t end;      /* of what was read */
    size_t line;     /* its number, from 1 */
    size_t offset;   /* of `start` in the whole stream */
    int is_skipping; /* the line is too long: leave out the rest of it */
    int at_end;
    int is_broken;
};

enum { STEP = 64 * 1024 };

schakel_status schakel_stream_open(schakel_read_function read, void *context,
                                   const schakel_allocator *allocator, schakel_stream **out,
                                   schakel_error *error)
{
    schakel_allocator own;
    if (out != NULL)
        *out = NULL;
    if (read == NULL || out == NULL || !sk_allocator_resolve(allocator, &own))
        return sk_fail_misuse(error,
                              "expected a read function, a place to put the stream and a whole allocator");
    schakel_stream *stream = sk_alloc_zeroed(&own, 1, sizeof *stream);
    if (stream == NULL)
        return sk_fail_memory(error);
    stream->allocator = own;
    stream->read = read;
    stream->context = context;
    stream->line = 1;
    *out = stream;
    return SCHAKEL_OK;
}

void schakel_stream_close(schakel_stream *stream)
{
    if (stream == NULL)
        return;
    schakel_allocator allocator = stream->allocator;
    sk_free(&allocator, stream->data);
    sk_free(&allocator, stream);
}

/* Read some more behind what is there. */
static schakel_status read_more(schakel_stream *stream, schakel_error *error)
{
    size_t got = 0;
    if (stream->start > 0) {
        memmove(stream->data, stream->data + stream->start, stream->end - stream->start);
        stream->end -= stream->start;
        stream->looked -= stream->start;
        stream->start = 0;
    }
    if (!sk_grow(&stream->allocator, &stream->data, &stream->capacity, stream->end + STEP, 1))
        return sk_fail_memory(error);
    size_t room = stream->capacity - stream->end;
    if (!stream->read(stream->context, stream->data + stream->end, room, &got) || got > room) {
        stream->is_broken = 1;
        return sk_fail(error, SCHAKEL_IO, NULL, "reading failed");
    }
    stream->end += got;
    stream->at_end = got == 0;
    return SCHAKEL_OK;
}

/* Leave `length` bytes behind. */
static void pass(schakel_stream *stream, size_t length)
{
    stream->start += length;
    stream->looked = stream->start;
    stream->offset += length;
}

/*
 * Find the end of the line at hand; its length, without the newline, goes to *length.
 * A line that is too long is given up as soon as that is known, so that memory stays bounded.
 */
static schakel_status find_line(schakel_stream *stream, size_t *length, schakel_error *error)
{
    for (;;) {
        size_t unseen = stream->end - stream->looked;
        const char *newline = unseen == 0 ? NULL : memchr(stream->data + stream->looked, '\n', unseen);
        size_t end = newline == NULL ? stream->end : (size_t)(newline - stream->data);
        *length = end - stream->start;
        stream->looked = end;
        if (stream->is_skipping) {
            pass(stream, *length);
            *length = 0;
        }
        if (newline != NULL || stream->at_end)
            return SCHAKEL_OK;
        if (*length > SCHAKEL_DOCUMENT_MAX) {
            stream->is_skipping = 1;
            sk_fail(error, SCHAKEL_TOO_LARGE, NULL, "a document is at most 1 GiB");
            sk_error_at(error, stream->line, 1, stream->offset);
            return SCHAKEL_TOO_LARGE;
        }
        schakel_status status = read_more(stream, error);
        if (status != SCHAKEL_OK)
            return status;
    }
}

/* Read the line as a school. */
static schakel_status read_line(const schakel_stream *stream, size_t length, schakel_school **out,
                                schakel_error *error)
{
    schakel_error wrong = SCHAKEL_ERROR_INIT;
    schakel_status status =
        schakel_school_from_json(stream->data + stream->start, length, &stream->allocator, out, &wrong);
    if (status == SCHAKEL_OK || error == NULL)
        return status;
    /* A document may hold carriage returns, which count as lines in it but not here. */
    if (wrong.line > 0)
        sk_error_at(&wrong, stream->line, wrong.offset + 1, stream->offset + wrong.offset);
    sk_record_out(error, &wrong, sizeof wrong);
    return status;
}

schakel_status schakel_stream_next(schakel_stream *stream, schakel_school **out, schakel_error *error)
{
    size_t length = 0;
    if (out != NULL)
        *out = NULL;
    if (stream == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a stream and a place to put the school");
    if (stream->is_broken)
        return sk_fail(error, SCHAKEL_IO, NULL, "reading failed");
    for (;;) {
        schakel_status status = find_line(stream, &length, error);
        if (status != SCHAKEL_OK)
            return status;
        const char *line = stream->data + stream->start;
        int is_blank = length == 0 || sk_json_skip_space(line, line + length) == line + length;
        if (!is_blank)
            status = read_line(stream, length, out, error);
        int has_newline = stream->start + length < stream->end;
        pass(stream, length + (has_newline ? 1 : 0));
        stream->line++;
        stream->is_skipping = 0;
        if (!is_blank || !has_newline)
            return status;
    }
}
