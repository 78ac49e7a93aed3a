#include "school/dutch.h"

#include "base/unicode.h"

static int is_dutch(const char *tag)
{
    return sk_ascii_lower(tag[0]) == 'n' && sk_ascii_lower(tag[1]) == 'l' &&
           (tag[2] == '\0' || tag[2] == '-');
}

int sk_lacks_dutch(const schakel_adult *adult)
{
    for (size_t i = 0; i < adult->language_count; i++) {
        const schakel_language_skill *skill = &adult->languages[i];
        if (is_dutch(skill->tag) &&
            (skill->speaking == SCHAKEL_LEVEL_UNKNOWN || skill->speaking >= SCHAKEL_LEVEL_B1))
            return 0;
    }
    return adult->language_count > 0;
}
