/* Schools of people who offer something or not, and were asked and are planned to be asked so often. */
#ifndef TESTS_UNIT_INSIGHT_LOADS_H
#define TESTS_UNIT_INSIGHT_LOADS_H

#include "unit/insight_build.h"

/* Numbers that are the same on every machine (Knuth's constants, TAOCP 3.3.4). */
static inline uint32_t random_below(uint64_t *seed, uint32_t bound)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % bound;
}

/* So many adults of one kind. */
typedef struct asked_people {
    schakel_tie_kind tie;
    const char *language;
    int count, offers, recorded, planned;
} asked_people;

enum { MOST_PLANNED = 512 };

typedef struct asked_plan {
    char ids[MOST_PLANNED][32];
    const char *pointers[MOST_PLANNED];
    size_t count;
} asked_plan;

static inline void build_offer(schakel_school *school, const char *adult_id, schakel_offer_limit limit)
{
    static const char *const concept_id = "concept";
    schakel_concept made = SCHAKEL_CONCEPT_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    char id[32];
    made.id = concept_id;
    if (schakel_school_count(school, SCHAKEL_KIND_CONCEPT) == 0)
        assert_int_equal(schakel_school_add_concept(school, &made, NULL), SCHAKEL_OK);
    snprintf(id, sizeof id, "offer-%zu", schakel_school_count(school, SCHAKEL_KIND_OFFER));
    offer.id = id;
    offer.adult_id = adult_id;
    offer.concept_ids = &concept_id;
    offer.concept_count = 1;
    offer.limit = limit;
    assert_int_equal(schakel_school_add_offer(school, &offer, NULL), SCHAKEL_OK);
}

static inline void build_asked(schakel_school *school, const asked_people *p, asked_plan *plan)
{
    for (int i = 0; i < p->count; i++) {
        char id[32];
        schakel_language_skill skill = {p->language, SCHAKEL_LEVEL_B2, SCHAKEL_LEVEL_B1};
        snprintf(id, sizeof id, "adult-%zu", schakel_school_count(school, SCHAKEL_KIND_ADULT));
        build_adult(school, id, &skill, p->language != NULL);
        build_tie(school, "child", id, p->tie);
        if (p->offers)
            build_offer(school, id, SCHAKEL_LIMIT_NONE);
        for (int j = 0; j < p->recorded; j++)
            build_ask(school, id, schakel_date_from_ymd(2026, 9, 1), (schakel_ask_state)(j % 5));
        for (int j = 0; j < p->planned; j++) {
            assert_true(plan->count < MOST_PLANNED);
            snprintf(plan->ids[plan->count], sizeof plan->ids[0], "%s", id);
            plan->pointers[plan->count] = plan->ids[plan->count];
            plan->count++;
        }
    }
}

static inline schakel_load *load_of_people(const asked_people *groups, size_t count, int min_cell)
{
    static asked_plan plan;
    schakel_school *school = build_empty();
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    schakel_load *load = NULL;
    plan.count = 0;
    for (size_t i = 0; i < count; i++)
        build_asked(school, &groups[i], &plan);
    options.min_cell = min_cell;
    options.planned_adult_ids = plan.pointers;
    options.planned_count = plan.count;
    assert_int_equal(schakel_load_count(school, &options, &load, NULL), SCHAKEL_OK);
    /* It keeps no pointer into the school. */
    schakel_school_destroy(school);
    return load;
}

#endif
