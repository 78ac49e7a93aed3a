/* Building a school for a test in few words. Each line that is not asked for has a plain default. */
#ifndef TESTS_UNIT_MATCH_BUILD_H
#define TESTS_UNIT_MATCH_BUILD_H

#include "schakel/match.h"

enum { YEAR_START = 20000, TODAY = 20030, DAY = 20040 /* Wednesday 13 November 2024 */, YEAR_END = 20300 };

static inline schakel_school *new_school(void)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = YEAR_START;
    info.year_end = YEAR_END;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    return school;
}

static inline void add_concept(schakel_school *school, const char *id, const char *broader_id)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    record.id = id;
    record.broader_id = broader_id;
    assert_int_equal(schakel_school_add_concept(school, &record, NULL), SCHAKEL_OK);
}

static inline schakel_adult an_adult(const char *id)
{
    schakel_adult record = SCHAKEL_ADULT_INIT;
    record.id = id;
    return record;
}

static inline void add_adult(schakel_school *school, const schakel_adult *record)
{
    assert_int_equal(schakel_school_add_adult(school, record, NULL), SCHAKEL_OK);
}

static inline void add_plain_adult(schakel_school *school, const char *id)
{
    schakel_adult record = an_adult(id);
    add_adult(school, &record);
}

/* A child of an adult in a group. */
static inline void add_child(schakel_school *school, const char *id, const char *group_id,
                             const char *adult_id)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    child.id = id;
    child.group_id = group_id;
    tie.child_id = id;
    tie.adult_id = adult_id;
    assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_tie(school, &tie, NULL), SCHAKEL_OK);
}

static inline void add_group(schakel_school *school, const char *id)
{
    schakel_group record = SCHAKEL_GROUP_INIT;
    record.id = id;
    assert_int_equal(schakel_school_add_group(school, &record, NULL), SCHAKEL_OK);
}

/* An offer of one concept; `concept_id` must stay where it is until the offer is added. */
static inline schakel_offer an_offer(const char *id, const char *adult_id, const char *const *concept_id)
{
    schakel_offer record = SCHAKEL_OFFER_INIT;
    record.id = id;
    record.adult_id = adult_id;
    record.concept_ids = concept_id;
    record.concept_count = 1;
    return record;
}

static inline void add_offer(schakel_school *school, const schakel_offer *record)
{
    assert_int_equal(schakel_school_add_offer(school, record, NULL), SCHAKEL_OK);
}

static inline void add_plain_offer(schakel_school *school, const char *id, const char *adult_id,
                                   const char *concept_id)
{
    schakel_offer record = an_offer(id, adult_id, &concept_id);
    add_offer(school, &record);
}

/* A need on DAY from 9:00 to 10:00. */
static inline schakel_need a_need(const char *id)
{
    schakel_need record = SCHAKEL_NEED_INIT;
    record.id = id;
    record.date = DAY;
    record.start = 540;
    record.end = 600;
    return record;
}

static inline void add_need(schakel_school *school, const schakel_need *record, const char *concept_id,
                            int32_t count)
{
    schakel_place place = SCHAKEL_PLACE_INIT;
    place.need_id = record->id;
    place.id = "p";
    place.concept_id = concept_id;
    place.count = count;
    assert_int_equal(schakel_school_add_need(school, record, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
}

static inline void add_plain_need(schakel_school *school, const char *id, const char *concept_id,
                                  int32_t count)
{
    schakel_need record = a_need(id);
    add_need(school, &record, concept_id, count);
}

/* An ask of long enough ago; `need_id` may be NULL. */
static inline void add_ask(schakel_school *school, const char *id, const char *adult_id, const char *need_id,
                           const char *offer_id, schakel_ask_state state)
{
    schakel_ask record = SCHAKEL_ASK_INIT;
    record.id = id;
    record.adult_id = adult_id;
    record.need_id = need_id;
    record.place_id = need_id == NULL ? NULL : "p";
    record.offer_id = offer_id;
    record.date = TODAY - 1;
    record.state = state;
    assert_int_equal(schakel_school_add_ask(school, &record, NULL), SCHAKEL_OK);
}

static inline schakel_match_options plain_options(void)
{
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    options.today = TODAY;
    return options;
}

static inline schakel_matching *match(const schakel_school *school, const schakel_match_options *options)
{
    schakel_matching *matching = NULL;
    schakel_match_options plain = plain_options();
    assert_int_equal(schakel_match(school, options == NULL ? &plain : options, &matching, NULL), SCHAKEL_OK);
    return matching;
}

static inline schakel_match_ask ask_at(const schakel_matching *matching, size_t index)
{
    schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
    assert_int_equal(schakel_matching_get(matching, index, &ask), SCHAKEL_OK);
    return ask;
}

static inline schakel_match_open open_at(const schakel_matching *matching, size_t index)
{
    schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
    assert_int_equal(schakel_matching_get_open(matching, index, &open), SCHAKEL_OK);
    return open;
}

/* How many asks a school gets, and what is the reason for its one open place; both end the school. */
static inline size_t count_asks(schakel_school *school, const schakel_match_options *options)
{
    schakel_matching *matching = match(school, options);
    size_t count = schakel_matching_count(matching);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    return count;
}

static inline int only_open_reason(schakel_school *school)
{
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_open_count(matching), 1);
    int reason = open_at(matching, 0).reason;
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    return reason;
}

#endif
