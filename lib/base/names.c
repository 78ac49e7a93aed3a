/* Version and levels. */
#include <string.h>

#include "base/unicode.h"
#include "schakel/base.h"

#define TEXT_OF(number) #number
#define VERSION_TEXT(major, minor, patch) TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(patch)

const char *schakel_version(void)
{
    return VERSION_TEXT(SCHAKEL_VERSION_MAJOR, SCHAKEL_VERSION_MINOR, SCHAKEL_VERSION_PATCH);
}

/* By value of schakel_level. */
static const char level_names[][8] = {"unknown", "none", "A1", "A2", "B1", "B2", "C1", "C2"};
enum { LEVEL_COUNT = sizeof level_names / sizeof level_names[0] };

const char *schakel_level_name(schakel_level level)
{
    size_t value = (size_t)level;
    return value < LEVEL_COUNT ? level_names[value] : level_names[0];
}

schakel_level schakel_level_from_name(const char *name)
{
    for (int level = 1; name != NULL && level < LEVEL_COUNT; level++) {
        size_t i = 0;
        while (name[i] != '\0' && sk_ascii_lower(name[i]) == sk_ascii_lower(level_names[level][i]))
            i++;
        if (name[i] == level_names[level][i])
            return (schakel_level)level;
    }
    return SCHAKEL_LEVEL_UNKNOWN;
}
