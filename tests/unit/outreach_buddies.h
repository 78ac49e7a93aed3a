/* Newcomers and who would help them, written down in few words. */
#ifndef TESTS_UNIT_OUTREACH_BUDDIES_H
#define TESTS_UNIT_OUTREACH_BUDDIES_H

#include <string.h>

#include "schakel/outreach.h"

#define DAY(text) schakel_date_parse(text)

/* ------------------------------------------------------------------ building */

static inline schakel_school *build_school(void)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = DAY("2026-08-01");
    info.year_end = DAY("2027-07-31");
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    static const char *const groups[] = {"groep 3", "groep 7"};
    for (size_t i = 0; i < 2; i++) {
        schakel_group group = SCHAKEL_GROUP_INIT;
        group.id = groups[i];
        assert_int_equal(schakel_school_add_group(school, &group, NULL), SCHAKEL_OK);
    }
    return school;
}

/* Somebody with a child of their own. */
typedef struct person {
    const char *id, *since, *country;
    const char *tags[3]; /* spoken at B1, after "+" at C1, after "-" at A2 */
    const char *child;
    const char *group;
    int32_t cap;
} person;

static inline void add_person(schakel_school *school, const person *p)
{
    schakel_language_skill skills[3];
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    adult.id = p->id;
    adult.since = DAY(p->since);
    adult.country = p->country;
    adult.cap = p->cap;
    adult.languages = skills;
    for (; adult.language_count < 3 && p->tags[adult.language_count] != NULL; adult.language_count++) {
        const char *tag = p->tags[adult.language_count];
        skills[adult.language_count] = (schakel_language_skill){*tag == '+' || *tag == '-' ? tag + 1 : tag,
                                                                *tag == '+'   ? SCHAKEL_LEVEL_C1
                                                                : *tag == '-' ? SCHAKEL_LEVEL_A2
                                                                              : SCHAKEL_LEVEL_B1,
                                                                SCHAKEL_LEVEL_UNKNOWN};
    }
    child.id = tie.child_id = p->child;
    child.group_id = p->group;
    tie.adult_id = p->id;
    assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
    if (schakel_school_find(school, SCHAKEL_KIND_CHILD, p->child) == SCHAKEL_NONE)
        assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_tie(school, &tie, NULL), SCHAKEL_OK);
}

static inline schakel_offer offer_of(const char *id, const char *adult)
{
    static const char *const concepts[] = {"schakel:help-welcome"};
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    offer.id = id;
    offer.adult_id = adult;
    offer.concept_ids = concepts;
    offer.concept_count = 1;
    return offer;
}

static inline void add_offer(schakel_school *school, const schakel_offer *offer)
{
    assert_int_equal(schakel_school_add_offer(school, offer, NULL), SCHAKEL_OK);
}

static inline void add_ask(schakel_school *school, const char *id, const char *adult, const char *for_id,
                           const char *date, schakel_ask_state state)
{
    schakel_ask ask = SCHAKEL_ASK_INIT;
    ask.id = id;
    ask.adult_id = adult;
    ask.for_id = for_id;
    ask.date = DAY(date);
    ask.state = state;
    assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
}

static const person derya = {.id = "Derya Varenblad",
                             .since = "2026-08-24",
                             .country = "SY",
                             .tags = {"+ar-SY", "-nl"},
                             .child = "Lale Varenblad",
                             .group = "groep 3"};
static const person sami = {.id = "Sami Zonnedauw",
                            .since = "2023-08-21",
                            .country = "SY",
                            .tags = {"+ar", "nl"},
                            .child = "Nour Zonnedauw",
                            .group = "groep 7"};

/* ------------------------------------------------------------------ looking */

static inline schakel_buddies *find(const schakel_school *school, int32_t each)
{
    schakel_buddies *buddies = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    options.today = DAY("2026-09-01");
    options.each = each;
    if (schakel_buddies_make(school, &options, &buddies, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return buddies;
}

static inline schakel_buddy_pair pair_at(const schakel_buddies *buddies, size_t index)
{
    schakel_buddy_pair pair = SCHAKEL_BUDDY_PAIR_INIT;
    assert_int_equal(schakel_buddies_get(buddies, index, &pair), SCHAKEL_OK);
    return pair;
}

/* Who helps Derya; destroys the school. NULL for nobody. */
static inline const char *buddy_of_derya(schakel_school *school)
{
    schakel_buddies *buddies = find(school, 2);
    size_t i = 0;
    while (strcmp(pair_at(buddies, i).newcomer_id, derya.id) != 0)
        i++;
    const char *found = pair_at(buddies, i).buddy_id;
    if (found != NULL) {
        assert_string_equal(found, sami.id);
        found = sami.id;
    }
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
    return found;
}

/* A newcomer, and an experienced parent who offers to help. */
static inline schakel_school *build_two(void)
{
    schakel_school *school = build_school();
    schakel_offer offer = offer_of("welkom", sami.id);
    add_person(school, &derya);
    add_person(school, &sami);
    add_offer(school, &offer);
    return school;
}

#endif
