#include "text/phrases.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/unicode.h"

/* Means the same in every text: no mark that is passed, no other way to write a space or apostrophe. */
static int is_plain(unsigned char c)
{
    return c == ' ' || (c > ' ' && c < 0x80 && c != '*' && c != '_');
}

/* The next character of a text as patterns are written; marks without meaning are passed. */
static UChar32 next_character(const char *text, size_t *at, size_t end)
{
    while (*at < end) {
        uint32_t code_point;
        *at += sk_utf8_next(text + *at, end - *at, &code_point);
        UChar32 c = (UChar32)code_point;
        if (c == '*' || c == '_' || c == 0xAD)
            continue;
        if (c == 0x2019 || c == 0x2018)
            return '\'';
        if (c == 0x2010 || c == 0x2011)
            return '-';
        return c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F ? ' ' : c;
    }
    return U_SENTINEL;
}

/* A word goes on with a letter or digit, or with a hyphen or apostrophe and one of those. */
static int word_goes_on(const char *text, size_t at, size_t end)
{
    if (at >= end || text[at] == ' ')
        return 0;
    UChar32 c = next_character(text, &at, end);
    if (c == '-' || c == '\'')
        c = next_character(text, &at, end);
    return c != U_SENTINEL && u_isalnum(c);
}

static size_t skip_spaces(const char *text, size_t at, size_t end)
{
    for (;;) {
        size_t next = at;
        if (next_character(text, &next, end) != ' ')
            return at;
        at = next;
    }
}

size_t sk_phrase_end(const sk_book *book, const sk_phrase *phrase, const char *text, size_t start, size_t end)
{
    const char *pattern = book->text + phrase->pattern;
    size_t at = start, in_pattern = 0, length = phrase->length;
    UChar32 wanted = 0;
    while (in_pattern < length) {
        /* Letters and spaces of ASCII, which is nearly always all there is. */
        unsigned char found_byte = at < end ? (unsigned char)text[at] : 0;
        unsigned char wanted_byte = (unsigned char)pattern[in_pattern];
        if (found_byte < 0x80 &&
            (found_byte == wanted_byte ||
             (!phrase->exact && (unsigned char)sk_ascii_lower((char)found_byte) == wanted_byte))) {
            at++;
            in_pattern++;
            wanted = wanted_byte;
        } else if (is_plain(found_byte)) {
            return 0;
        } else {
            wanted = next_character(pattern, &in_pattern, length);
            UChar32 found = next_character(text, &at, end);
            if (found == U_SENTINEL || (found != wanted && (phrase->exact || u_tolower(found) != wanted)))
                return 0;
        }
        if (wanted == ' ' && at < end && (text[at] == ' ' || !is_plain((unsigned char)text[at])))
            at = skip_spaces(text, at, end);
    }
    /* A pattern that ends in a dot stops there; any other must end where the word does. */
    return wanted != '.' && word_goes_on(text, at, end) ? 0 : at;
}
