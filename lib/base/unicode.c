#include "base/unicode.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
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

/* Letters that Unicode takes for one, with the letters that people write in place of them. */
static const char *written_out(UChar32 c)
{
    return c == 0xDF    ? "ss"
           : c == 0xE6  ? "ae"
           : c == 0xF8  ? "o"
           : c == 0x153 ? "oe"
           : c == 0x142 ? "l"
           : c == 0x131 ? "i"
                        : NULL;
}

/* A character outside ASCII as it is compared: up to four bytes. */
static size_t plain_character(UChar32 c, char out[U8_MAX_LENGTH])
{
    UErrorCode status = U_ZERO_ERROR;
    UChar parts[8];
    c = u_tolower(c);
    const char *letters = written_out(c);
    if (letters != NULL) {
        memcpy(out, letters, strlen(letters));
        return strlen(letters);
    }
    if (u_getCombiningClass(c) != 0)
        return 0;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    int32_t count =
        U_SUCCESS(status)
            ? unorm2_getDecomposition(nfd, c, parts, (int32_t)(sizeof parts / sizeof parts[0]), &status)
            : -1;
    if (count > 0 && U_SUCCESS(status))
        U16_GET(parts, 0, 0, count, c);
    size_t length = 0;
    U8_APPEND_UNSAFE((uint8_t *)out, length, c);
    return length;
}

size_t sk_utf8_plain(const char *text, size_t length, char *out, size_t room)
{
    size_t used = 0;
    for (size_t at = 0, size; at < length; at += size) {
        char high[U8_MAX_LENGTH];
        UChar32 c = (unsigned char)text[at];
        size_t count = 1;
        if (c < 0x80) {
            size = 1;
            high[0] = sk_ascii_lower(text[at]);
        } else {
            c = character(text + at, length - at, &size);
            count = plain_character(c < 0 ? 0xFFFD : c, high);
        }
        if (room - used < count)
            return 0;
        memcpy(out + used, high, count);
        used += count;
    }
    return used;
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
