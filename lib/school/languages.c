#include "school/languages.h"

#include "base/unicode.h"

int sk_same_language(const char *a, const char *b)
{
    size_t i = 0;
    while (a[i] != '\0' && a[i] != '-' && sk_ascii_lower(a[i]) == sk_ascii_lower(b[i]))
        i++;
    return (a[i] == '\0' || a[i] == '-') && (b[i] == '\0' || b[i] == '-');
}

sk_skill sk_skill_in(const schakel_language_skill *languages, size_t count, const char *language)
{
    sk_skill skill = {SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN, 0};
    for (size_t i = 0; i < count; i++) {
        if (!sk_same_language(languages[i].tag, language))
            continue;
        skill.is_there = 1;
        skill.speaking = languages[i].speaking > skill.speaking ? languages[i].speaking : skill.speaking;
        skill.reading = languages[i].reading > skill.reading ? languages[i].reading : skill.reading;
    }
    return skill;
}

sk_skill sk_adult_skill(const schakel_adult *adult, const char *language)
{
    return sk_skill_in(adult->languages, adult->language_count, language);
}
