#include "text/syllables.h"

#include "schakel/text.h"
#include "base/unicode.h"
#include "text/syllable_rules.h"

size_t sk_syllables(const char *form, size_t length)
{
    return count_syllables(form, length);
}

size_t schakel_syllables(const char *word, size_t length)
{
    char small[128];
    if (word == NULL || length == 0 || !sk_utf8_valid(word, length, NULL))
        return 0;
    if (length > sizeof small)
        return sk_syllables(word, length);
    /* Corrections are in small letters. */
    for (size_t i = 0; i < length; i++)
        small[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + 32 : word[i]);
    return sk_syllables(small, length);
}
