#include "base/unicode.h"

#include <string.h>

#include <unicode/utf8.h>

/* The character that begins a text, negative for broken UTF-8; *size is how many bytes it has. */
static UChar32 character(const char *text, size_t length, size_t *size)
{
    /* U8_NEXT counts in int32_t; a window of one character keeps any length within it. */
    int32_t step = 0, window = length < U8_MAX_LENGTH ? (int32_t)length : U8_MAX_LENGTH;
    UChar32 c;
    U8_NEXT((const uint8_t *)text, step, window, c);
    *size = (size_t)step;
    return c;
}

size_t sk_utf8_next_high(const char *text, size_t length, uint32_t *code_point)
{
    size_t size;
    UChar32 c = character(text, length, &size);
    *code_point = c < 0 ? 0xFFFD : (uint32_t)c;
    return c < 0 ? 1 : size;
}

int sk_utf8_valid(const char *text, size_t length, size_t *bad_offset)
{
    size_t at = 0, size;
    while (at < length) {
        /* Eight ASCII bytes at a time: most of any Dutch text. */
        uint64_t eight;
        while (length - at >= sizeof eight &&
               (memcpy(&eight, text + at, sizeof eight), (eight & 0x8080808080808080u) == 0))
            at += sizeof eight;
        if (at == length)
            break;
        if (character(text + at, length - at, &size) < 0) {
            if (bad_offset != NULL)
                *bad_offset = at;
            return 0;
        }
        at += size;
    }
    return 1;
}

size_t sk_utf8_cut(const char *text, size_t length)
{
    size_t start = length;
    while (start > 0 && length - start < 4 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return length;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return length - (start - 1) < needed ? start - 1 : length;
}

size_t sk_line_end(const char *text, size_t at, size_t end)
{
    /* By windows: a text with only one of the two marks must not be searched to its end for the other. */
    enum { WINDOW = 1024 };
    while (at < end) {
        size_t window = end - at < WINDOW ? end - at : WINDOW;
        const char *feed = memchr(text + at, '\n', window);
        size_t stop = feed != NULL ? (size_t)(feed - text) : at + window;
        const char *carriage = memchr(text + at, '\r', stop - at);
        if (carriage != NULL)
            return (size_t)(carriage - text);
        if (feed != NULL)
            return stop;
        at = stop;
    }
    return end;
}

void sk_line_walk_to(sk_line_walk *walk, const char *text, size_t length, size_t offset)
{
    while (walk->at < offset) {
        size_t end = sk_line_end(text, walk->at, offset);
        walk->at = end < offset ? end + 1 : offset;
        /* Of CR LF, only the LF ends the line. */
        if (end < offset && !(text[end] == '\r' && end + 1 < length && text[end + 1] == '\n')) {
            walk->line++;
            walk->start = walk->at;
        }
    }
}

void sk_position(const char *text, size_t offset, size_t *line, size_t *column)
{
    sk_line_walk walk = {0, 1, 0};
    sk_line_walk_to(&walk, text, offset, offset);
    *line = walk.line;
    *column = offset - walk.start + 1;
}
