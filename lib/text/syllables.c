#include "text/syllables.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

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
        int32_t step = 0, window = length - at < 4 ? (int32_t)(length - at) : 4;
        UChar32 c;
        U8_NEXT((const uint8_t *)word + at, step, window, c);
        if (u_isalpha(c))
            return 1;
        at += (size_t)step;
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
        small[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + 32 : word[i]);
    return sk_syllables(small, length);
}
