/* Schools for a bridge in few words, and a plan as one line of text. */
#ifndef TESTS_UNIT_BRIDGE_BUILD_H
#define TESTS_UNIT_BRIDGE_BUILD_H

#include <stdio.h>
#include <string.h>

#include "schakel/outreach.h"

enum { PEOPLE_LANGUAGES = 8, PEOPLE_ROOM = 200 };

/* The day of all talks: a Tuesday. */
static inline schakel_date talk_day(void)
{
    return schakel_date_from_ymd(2026, 11, 24);
}

static inline schakel_school *new_school(void)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = schakel_date_from_ymd(2026, 8, 24);
    info.year_end = schakel_date_from_ymd(2027, 7, 16);
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    return school;
}

/* Languages written as "ti C2, nl A1/B1": how well they are spoken and read; unknown when it is not said. */
typedef struct languages {
    char text[PEOPLE_ROOM];
    schakel_language_skill skills[PEOPLE_LANGUAGES];
    size_t count;
} languages;

static inline void read_languages(languages *out, const char *text)
{
    assert_true(strlen(text) < sizeof out->text);
    strcpy(out->text, text);
    out->count = 0;
    for (char *item = strtok(out->text, ","); item != NULL; item = strtok(NULL, ",")) {
        char *tag = item + strspn(item, " ");
        char *speaking = strchr(tag, ' ');
        char *reading = strchr(tag, '/');
        schakel_language_skill skill = {tag, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN};
        if (reading != NULL) {
            *reading = '\0';
            skill.reading = schakel_level_from_name(reading + 1);
        }
        if (speaking != NULL) {
            *speaking = '\0';
            skill.speaking = schakel_level_from_name(speaking + 1);
        }
        assert_true(out->count < PEOPLE_LANGUAGES);
        out->skills[out->count++] = skill;
    }
}

/* Add an adult who is as in `like` for the rest; NULL for nothing else. */
static inline void add_adult(schakel_school *school, const char *id, const char *text,
                             const schakel_adult *like)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    languages known;
    read_languages(&known, text);
    if (like != NULL)
        adult = *like;
    adult.id = id;
    adult.languages = known.skills;
    adult.language_count = known.count;
    assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
}

static inline void add_staff(schakel_school *school, const char *id, const char *text)
{
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    languages known;
    read_languages(&known, text);
    staff.id = id;
    staff.languages = known.skills;
    staff.language_count = known.count;
    assert_int_equal(schakel_school_add_staff(school, &staff, NULL), SCHAKEL_OK);
}

static inline void add_child(schakel_school *school, const char *id, const char *group)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = id;
    child.group_id = group;
    assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
}

static inline void add_group(schakel_school *school, const char *id)
{
    schakel_group group = SCHAKEL_GROUP_INIT;
    group.id = id;
    assert_int_equal(schakel_school_add_group(school, &group, NULL), SCHAKEL_OK);
}

static inline void add_tie(schakel_school *school, const char *child, const char *adult,
                           schakel_tie_kind kind, int32_t informed)
{
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = child;
    tie.adult_id = adult;
    tie.kind = kind;
    tie.informed = informed;
    assert_int_equal(schakel_school_add_tie(school, &tie, NULL), SCHAKEL_OK);
}

/* Add an offer of one concept that is as in `like` for the rest; NULL for nothing else. */
static inline void add_offer(schakel_school *school, const char *id, const char *adult,
                             const char *concept_id, const schakel_offer *like)
{
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    if (like != NULL)
        offer = *like;
    offer.id = id;
    offer.adult_id = adult;
    offer.concept_ids = &concept_id;
    offer.concept_count = 1;
    assert_int_equal(schakel_school_add_offer(school, &offer, NULL), SCHAKEL_OK);
}

/* ------------------------------------------------------------------ as text */

static const char *const bridge_words[] = {"none", "shared", "nearby", "video", "machine", "telephone"};

/* "nearby ti 30: shared- ti, nearby- ti, nearby+ ti omar, ...": what is chosen, and each way, possible or not. */
static inline void write_plan(const schakel_bridge_plan *plan, char *out, size_t size)
{
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    assert_int_equal(schakel_bridge_plan_get_summary(plan, &summary), SCHAKEL_OK);
    assert_true(summary.text_nl[0] != '\0' && summary.text_en[0] != '\0');
    size_t used = (size_t)snprintf(out, size, "%s%s %s %d", summary.needed ? "" : "no ",
                                   bridge_words[summary.bridge], summary.language, (int)summary.minutes);
    for (size_t i = 0; i < schakel_bridge_plan_way_count(plan); i++) {
        schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
        assert_int_equal(schakel_bridge_plan_get_way(plan, i, &way), SCHAKEL_OK);
        assert_true(way.text_nl[0] != '\0' && way.text_en[0] != '\0');
        used += (size_t)snprintf(out + used, size - used, "%s%s%s %s", i == 0 ? ": " : ", ",
                                 bridge_words[way.bridge], way.possible ? "+" : "-", way.language);
        if (way.adult_id != NULL)
            used += (size_t)snprintf(out + used, size - used, " %s", way.adult_id);
        if (way.staff_id != NULL)
            used += (size_t)snprintf(out + used, size - used, " %s", way.staff_id);
    }
    assert_true(used < size);
}

/* ------------------------------------------------------------------ the talk */

/* The talk of the tests: Derya, who speaks Tigrinya, with one teacher at nine o'clock. */
static inline schakel_bridge_options talk_of(const char *const *adults, size_t adult_count,
                                             const char *const *staff, size_t staff_count)
{
    schakel_bridge_options options = SCHAKEL_BRIDGE_OPTIONS_INIT;
    options.adult_ids = adults;
    options.adult_count = adult_count;
    options.staff_ids = staff;
    options.staff_count = staff_count;
    options.date = talk_day();
    options.start = 9 * 60;
    return options;
}

static const char *const derya[] = {"derya"};
static const char *const teacher[] = {"s1"};

static inline schakel_bridge_plan *make(const schakel_school *school, const schakel_bridge_options *options)
{
    schakel_bridge_plan *plan = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_bridge_plan_make(school, options, &plan, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return plan;
}

static inline void assert_planned(const schakel_school *school, const schakel_bridge_options *options,
                                  const char *expected)
{
    char text[1000];
    schakel_bridge_plan *plan = make(school, options);
    write_plan(plan, text, sizeof text);
    assert_string_equal(text, expected);
    schakel_bridge_plan_destroy(plan);
}

static inline void assert_for_derya(const schakel_school *school, const char *expected)
{
    const schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
    assert_planned(school, &options, expected);
}

/* Derya, mother of Kim in g1, who is as in `like` for the rest; a teacher who speaks Dutch alone, and Ines who speaks more. */
static inline schakel_school *school_of_derya(const char *languages_of_derya, const schakel_adult *like)
{
    schakel_school *school = new_school();
    add_staff(school, "s1", "");
    add_staff(school, "ines", "en C1, ti B2");
    add_group(school, "g1");
    add_group(school, "g2");
    add_adult(school, "derya", languages_of_derya, like);
    add_child(school, "kim", "g1");
    add_tie(school, "kim", "derya", SCHAKEL_TIE_MOTHER, 1);
    return school;
}

#endif
