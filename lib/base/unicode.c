#include "base/unicode.h"

#include <string.h>

#include <unicode/utf8.h>

int sk_utf8_valid(const char *text, size_t length, size_t *bad_offset)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t at = 0;
    while (at < length) {
        /* Eight ASCII bytes at a time: most of any Dutch text. */
        uint64_t eight;
        while (length - at >= sizeof eight &&
               (memcpy(&eight, bytes + at, sizeof eight), (eight & 0x8080808080808080u) == 0))
            at += sizeof eight;
        if (at == length)
            break;
        /* U8_NEXT counts in int32_t; a window of one character keeps any length within it. */
        int32_t step = 0;
        int32_t window = length - at < 4 ? (int32_t)(length - at) : 4;
        UChar32 c;
        U8_NEXT(bytes + at, step, window, c);
        if (c < 0) {
            if (bad_offset != NULL)
                *bad_offset = at;
            return 0;
        }
        at += (size_t)step;
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

void sk_position(const char *text, size_t offset, size_t *line, size_t *column)
{
    size_t lines = 1, start = 0;
    for (size_t i = 0; i < offset; i++) {
        /* Of CR LF, only the LF ends the line. */
        if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < offset && text[i + 1] == '\n'))) {
            lines++;
            start = i + 1;
        }
    }
    *line = lines;
    *column = offset - start + 1;
}
