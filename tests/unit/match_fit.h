/* How an offer fits by its concepts, worked out once more in the plainest way: from the offer up. */
#ifndef TESTS_UNIT_MATCH_FIT_H
#define TESTS_UNIT_MATCH_FIT_H

#include <string.h>

#include "schakel/match.h"

static inline schakel_concept concept_of(const schakel_school *school, const char *id)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    schakel_school_get_concept(school, schakel_school_find(school, SCHAKEL_KIND_CONCEPT, id), &record);
    if (record.id == NULL)
        schakel_builtin_concept_get(schakel_builtin_concept_find(id), &record);
    assert_string_equal(record.id, id);
    return record;
}

/* How many steps up from one concept to another; -1 when it does not lead there. */
static inline int steps_up(const schakel_school *school, const char *from, const char *to)
{
    int steps = 0;
    for (; from != NULL && strcmp(from, to) != 0; steps++)
        from = concept_of(school, from).broader_id;
    return from == NULL ? -1 : steps;
}

static inline int32_t at_least_500(int32_t fit)
{
    return fit < 500 ? 500 : fit;
}

/* The best fit by any concept of an offer; 0 when none leads to what is wanted. `serves`: it takes a crossing. */
static inline int32_t fit_of(const schakel_school *school, const schakel_offer *offer, const char *wanted,
                             int *serves)
{
    int32_t plain = 0, crossing = 0;
    for (size_t i = 0; i < offer->concept_count; i++) {
        int steps = steps_up(school, offer->concept_ids[i], wanted), before = 0;
        if (steps >= 0 && at_least_500(1000 - 100 * steps) > plain)
            plain = at_least_500(1000 - 100 * steps);
        for (const char *id = offer->concept_ids[i]; id != NULL; before++) {
            schakel_concept record = concept_of(school, id);
            for (size_t j = 0; j < record.serves_count; j++) {
                int after = steps_up(school, record.serves_ids[j], wanted);
                int32_t fit = after < 0 ? 0 : at_least_500(800 - 100 * (before + after));
                crossing = fit > crossing ? fit : crossing;
            }
            id = record.broader_id;
        }
    }
    *serves = crossing > plain;
    return crossing > plain ? crossing : plain;
}

#endif
