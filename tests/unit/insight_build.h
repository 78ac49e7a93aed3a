/* Schools of people who were asked or not, and a reach as one line of text. */
#ifndef TESTS_UNIT_INSIGHT_BUILD_H
#define TESTS_UNIT_INSIGHT_BUILD_H

#include <stdio.h>
#include <string.h>

#include "schakel/insight.h"

/* So many adults of one kind: the first `yes` were asked and said yes, the next were asked and said no. */
typedef struct people {
    schakel_tie_kind tie;
    const char *language; /* NULL for none */
    int count, asked, yes;
} people;

static inline schakel_school *build_empty(void)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = schakel_date_from_ymd(2026, 8, 1);
    info.year_end = schakel_date_from_ymd(2027, 7, 31);
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = "child";
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_child(school, &child, NULL), SCHAKEL_OK);
    return school;
}

static inline void build_adult(schakel_school *school, const char *id,
                               const schakel_language_skill *languages, size_t language_count)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.languages = languages;
    adult.language_count = language_count;
    assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
}

static inline void build_tie(schakel_school *school, const char *child_id, const char *adult_id,
                             schakel_tie_kind kind)
{
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = child_id;
    tie.adult_id = adult_id;
    tie.kind = kind;
    assert_int_equal(schakel_school_add_tie(school, &tie, NULL), SCHAKEL_OK);
}

static inline void build_ask(schakel_school *school, const char *adult_id, schakel_date date,
                             schakel_ask_state state)
{
    char id[32];
    schakel_ask ask = SCHAKEL_ASK_INIT;
    snprintf(id, sizeof id, "ask-%zu", schakel_school_count(school, SCHAKEL_KIND_ASK));
    ask.id = id;
    ask.adult_id = adult_id;
    ask.date = date;
    ask.state = state;
    assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
}

static inline void build_people(schakel_school *school, const people *p)
{
    for (int i = 0; i < p->count; i++) {
        char id[32];
        schakel_language_skill skill = {p->language, SCHAKEL_LEVEL_B2, SCHAKEL_LEVEL_B1};
        snprintf(id, sizeof id, "adult-%zu", schakel_school_count(school, SCHAKEL_KIND_ADULT));
        build_adult(school, id, &skill, p->language != NULL);
        build_tie(school, "child", id, p->tie);
        if (i < p->asked)
            build_ask(school, id, schakel_date_from_ymd(2026, 9, 1),
                      i < p->yes ? SCHAKEL_ASK_YES : SCHAKEL_ASK_NO);
    }
}

/* "all 20/10/5; mother 20/10/?; ti -": key, adults / asked / said yes. */
static inline void list_rows(const schakel_reach *reach, schakel_breakdown breakdown, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++) {
        schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
        assert_int_equal(schakel_reach_get_row(reach, i, &row), SCHAKEL_OK);
        if (row.breakdown != breakdown)
            continue;
        used += (size_t)snprintf(out + used, size - used, "%s%s ", used == 0 ? "" : "; ", row.key);
        assert_int_equal(row.never_asked, row.adults - row.asked);
        if (row.hidden) {
            assert_true(row.yes_hidden && row.adults == 0 && row.asked == 0 && row.said_yes == 0);
            used += (size_t)snprintf(out + used, size - used, "-");
        } else if (row.yes_hidden) {
            assert_int_equal(row.said_yes, 0);
            used += (size_t)snprintf(out + used, size - used, "%zu/%zu/?", row.adults, row.asked);
        } else {
            used +=
                (size_t)snprintf(out + used, size - used, "%zu/%zu/%zu", row.adults, row.asked, row.said_yes);
        }
    }
}

#endif
