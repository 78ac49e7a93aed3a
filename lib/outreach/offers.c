#include "outreach/offers.h"

#include <string.h>

/* The concept one step up; NULL when there is none. */
static const char *broader(const schakel_school *school, const char *id)
{
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    size_t own = schakel_school_find(school, SCHAKEL_KIND_CONCEPT, id);
    if (own != SCHAKEL_NONE)
        schakel_school_get_concept(school, own, &concept);
    else
        schakel_builtin_concept_get(schakel_builtin_concept_find(id), &concept);
    return concept.broader_id;
}

int sk_offers_concept(const schakel_school *school, const schakel_offer *offer,
                      const char *const *concept_ids, size_t count)
{
    for (size_t i = 0; i < offer->concept_count; i++)
        for (const char *id = offer->concept_ids[i]; id != NULL; id = broader(school, id))
            for (size_t k = 0; k < count; k++)
                if (strcmp(id, concept_ids[k]) == 0)
                    return 1;
    return 0;
}
