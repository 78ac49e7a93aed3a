#include "text/syllables.h"

#include <unicode/uchar.h>

#include "schakel/text.h"
#include "base/unicode.h"
#include "text/syllable_rules.h"

size_t sk_syllables(const char *form, size_t length)
{
    return count_syllables(form, length);
}

/* Of valid UTF-8. */
static int has_letter(const char *word, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t c;
        at += sk_utf8_next(word + at, length - at, &c);
        if (u_isalpha((UChar32)c))
            return 1;
    }
    return 0;
}

size_t schakel_syllables(const char *word, size_t length)
{
    char small[128];
    if (word == NULL || length == 0 || !sk_utf8_valid(word, length, NULL) || !has_letter(word, length))
        return 0;
    if (length > sizeof small)
        return sk_syllables(word, length);
    /* Corrections are in small letters. */
    for (size_t i = 0; i < length; i++)
        small[i] = sk_ascii_lower(word[i]);
    return sk_syllables(small, length);
}
