#include "outreach/offers.h"

#include <string.h>

#include "school/languages.h"

static schakel_concept concept_with(const schakel_school *school, const char *id)
{
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    size_t own = schakel_school_find(school, SCHAKEL_KIND_CONCEPT, id);
    if (own != SCHAKEL_NONE)
        schakel_school_get_concept(school, own, &concept);
    else
        schakel_builtin_concept_get(schakel_builtin_concept_find(id), &concept);
    return concept;
}

static int is_one_of(const char *id, const char *const *ids, size_t count)
{
    size_t i = 0;
    while (i < count && strcmp(ids[i], id) != 0)
        i++;
    return i < count;
}

/* Does a concept, or one that it serves, stand among some? */
static int leads_to(const schakel_concept *concept, const char *const *ids, size_t count)
{
    if (is_one_of(concept->id, ids, count))
        return 1;
    for (size_t i = 0; i < concept->serves_count; i++)
        if (is_one_of(concept->serves_ids[i], ids, count))
            return 1;
    return 0;
}

int sk_offers_concept(const schakel_school *school, const schakel_offer *offer,
                      const char *const *concept_ids, size_t count)
{
    for (size_t i = 0; i < offer->concept_count; i++) {
        schakel_concept offered = concept_with(school, offer->concept_ids[i]);
        while (!leads_to(&offered, concept_ids, count) && offered.broader_id != NULL)
            offered = concept_with(school, offered.broader_id);
        if (leads_to(&offered, concept_ids, count))
            return 1;
    }
    return 0;
}

int sk_offer_holds_in(const schakel_offer *offer, const char *language)
{
    for (size_t i = 0; i < offer->language_count; i++)
        if (sk_same_language(offer->languages[i], language))
            return 1;
    return offer->language_count == 0;
}
