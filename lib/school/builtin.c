/* The concepts that the library brings itself. */
#include "school/builtin.h"

#include <string.h>

#include "base/error.h"

int sk_is_builtin_id(const char *id)
{
    return strncmp(id, SK_BUILTIN_PREFIX, strlen(SK_BUILTIN_PREFIX)) == 0;
}

size_t schakel_builtin_concept_count(void)
{
    return sk_builtin_count;
}

schakel_status schakel_builtin_concept_get(size_t index, schakel_concept *out)
{
    if (out == NULL || index >= sk_builtin_count ||
        !sk_record_out(out, &sk_builtin_concepts[index], sizeof sk_builtin_concepts[index]))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}

size_t schakel_builtin_concept_find(const char *id)
{
    if (id == NULL || !sk_is_builtin_id(id))
        return SCHAKEL_NONE;
    size_t low = 0, high = sk_builtin_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(sk_builtin_concepts[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sk_builtin_count && strcmp(sk_builtin_concepts[low].id, id) == 0 ? low : SCHAKEL_NONE;
}
