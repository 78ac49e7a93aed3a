/* No group of a few people follows from what an engagement shows. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/insight_attacker.h"
#include "unit/insight_events.h"

enum { GROUPS = 4, PROFILES = 7, EVENTS = 4, SORTS = 6 };

/* Numbers that are the same on every machine (Knuth's constants, TAOCP 3.3.4). */
static uint32_t random_below(uint64_t *seed, uint32_t bound)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % bound;
}

/* What happened to some people, and how many they are in each group. */
typedef struct event {
    int sort;
    schakel_date date;
    schakel_tone tone;
} event;

typedef struct profile {
    event events[EVENTS];
    int event_count;
} profile;

enum { INTRODUCTION, CARE, CONTACT, WALK_IN, EVENING, ASK };

static void reach(schakel_school *school, const event *e, const char *child_id, const char *adult_id)
{
    switch (e->sort) {
    case INTRODUCTION:
    case CARE:
        add_talk(school, e->sort == CARE ? SCHAKEL_TALK_CARE : SCHAKEL_TALK_INTRODUCTORY, e->date, child_id,
                 adult_id, e->tone);
        break;
    case CONTACT:
        add_contact(school, e->date, child_id, adult_id, e->tone);
        break;
    case ASK:
        add_ask(school, e->date, adult_id, SCHAKEL_ASK_DONE);
        break;
    default:
        add_activity(school, e->sort == WALK_IN ? SCHAKEL_ACTIVITY_WALK_IN : SCHAKEL_ACTIVITY_PARENTS_EVENING,
                     e->date, NULL, &adult_id, 1);
        break;
    }
}

static void add_person(schakel_school *school, const profile *p, int group)
{
    static const char *const groups[GROUPS] = {"g1", "g2", "g3", NULL};
    static const schakel_tie_kind ties[GROUPS] = {SCHAKEL_TIE_MOTHER, SCHAKEL_TIE_FATHER, SCHAKEL_TIE_PARENT,
                                                  SCHAKEL_TIE_FRIEND};
    static const char *const languages[GROUPS] = {"nl", "nl", "ti", "so"};
    char id[32];
    next_id(school, SCHAKEL_KIND_CHILD, id);
    add_child(school, id, groups[group]);
    add_adult(school, id, languages[(group + p->event_count) % GROUPS]);
    add_tie(school, id, id, ties[group]);
    for (int i = 0; i < p->event_count; i++)
        reach(school, &p->events[i], id, id);
}

/* Some day in three months, the first days of a month more often; or a year earlier. */
static schakel_date random_day(uint64_t *seed, int with_year_before)
{
    char text[SCHAKEL_DATE_SIZE];
    uint32_t day = random_below(seed, 2) ? 1 + random_below(seed, 4) : 1 + random_below(seed, 28);
    int before = with_year_before && random_below(seed, 4) == 0;
    snprintf(text, sizeof text, "%d-%02u-%02u", before ? 2025 : 2026, 9 + random_below(seed, 3), day);
    return on(text);
}

static void add_random_rounds(schakel_school *school, uint64_t *seed)
{
    /* Some of them take all days of the period together. */
    static const char *const spans[][2] = {
        {"2026-09-01", "2026-10-10"}, {"2026-10-11", "2027-01-31"}, {"2026-09-01", "2026-09-14"},
        {"2026-09-15", "2026-10-10"}, {"2026-09-01", "2026-09-30"}, {"2026-10-01", "2026-11-30"},
        {"2026-09-01", "2026-11-30"}, {"2026-10-02", "2026-10-05"}, {"2026-08-01", "2026-09-10"},
        {"2026-09-11", "2026-11-30"},
    };
    enum { SPANS = sizeof spans / sizeof spans[0] };
    uint32_t rounds = random_below(seed, 4);
    for (uint32_t i = 0; i < rounds; i++) {
        const char *const *span = spans[random_below(seed, SPANS)];
        char id[32];
        add_round(school, next_id(school, SCHAKEL_KIND_CYCLE_ENTRY, id),
                  random_below(seed, 3) ? SCHAKEL_TALK_INTRODUCTORY : SCHAKEL_TALK_CARE, on(span[0]),
                  on(span[1]));
    }
}

/* What a school is to bring out. */
typedef struct taste {
    uint32_t sorts[SORTS], sort_count, groups, profiles, events, problems;
    int is_plain;   /* one month, no rounds; many numbers that are just too small or just enough */
    int is_lonely;  /* one person or none of a profile in a group */
    int is_crowded; /* mostly enough */
    int is_full;    /* all but a few are reached */
    int with_year_before;
} taste;

static taste random_taste(uint64_t *seed)
{
    taste t = {.sort_count = 1 + random_below(seed, 4),
               .groups = 1 + random_below(seed, GROUPS),
               .profiles = 2 + random_below(seed, PROFILES - 1),
               .events = 1 + random_below(seed, EVENTS),
               .problems = random_below(seed, 3),
               .is_plain = random_below(seed, 2) == 0,
               .is_lonely = random_below(seed, 50) == 0,
               .is_crowded = random_below(seed, 3) == 0,
               .is_full = random_below(seed, 5) == 0,
               .with_year_before = random_below(seed, 6) == 0};
    int is_about_problems = random_below(seed, 2) == 0;
    for (uint32_t i = 0; i < t.sort_count; i++)
        t.sorts[i] = random_below(seed, SORTS);
    if (t.is_plain) {
        t.groups = 2 + random_below(seed, 2);
        t.events = 1 + random_below(seed, 2);
        t.sort_count = 2 + random_below(seed, 2);
        t.with_year_before = 0;
        t.problems = is_about_problems ? 2 : 0;
        t.sorts[0] = CONTACT;
        t.sorts[1] = WALK_IN;
        t.sorts[2] = is_about_problems ? EVENING : random_below(seed, SORTS);
    }
    return t;
}

static size_t random_people(uint64_t *seed, const taste *t, uint32_t min_cell)
{
    if (random_below(seed, t->is_plain ? 2 : 4) == 0)
        return 0;
    if (t->is_lonely)
        return random_below(seed, 2);
    if (t->is_plain)
        return 1 + random_below(seed, min_cell + 3);
    return random_below(seed, 4) < (t->is_crowded ? 3 : 1) ? min_cell + random_below(seed, 3)
                                                           : random_below(seed, min_cell + 1);
}

static profile random_profile(uint64_t *seed, const taste *t)
{
    profile p = {.event_count = (int)random_below(seed, t->events + 1)};
    if (t->is_full && p.event_count == 0)
        p.event_count = 1;
    for (int k = 0; k < p.event_count; k++) {
        p.events[k].sort = (int)t->sorts[random_below(seed, t->sort_count)];
        p.events[k].date = t->is_plain ? on("2026-09-03") : random_day(seed, t->with_year_before);
        p.events[k].tone = random_below(seed, 3) < t->problems ? SCHAKEL_TONE_PROBLEM : SCHAKEL_TONE_NEUTRAL;
    }
    return p;
}

/* A school of a few profiles, each with some people in each group, few or enough. */
static schakel_school *random_school(uint64_t *seed, size_t min_cell)
{
    taste t = random_taste(seed);
    int one_month = t.is_plain || random_below(seed, 3) == 0;
    schakel_school *school = events_school("2026-09-01", one_month ? "2026-09-30" : "2026-11-30");
    add_group(school, "g1");
    add_group(school, "g2");
    add_group(school, "g3");
    if (!t.is_plain && random_below(seed, 2))
        add_random_rounds(school, seed);
    for (uint32_t i = 0; i < t.profiles; i++) {
        profile p = random_profile(seed, &t);
        for (uint32_t group = 0; group < t.groups; group++)
            for (size_t k = random_people(seed, &t, (uint32_t)min_cell); k > 0; k--)
                add_person(school, &p, (int)group);
    }
    for (size_t few = t.is_full ? 1 + random_below(seed, (uint32_t)min_cell - 1) : 0; few > 0; few--)
        add_person(school, &(profile){.event_count = 0}, (int)random_below(seed, t.groups));
    return school;
}

typedef struct tally {
    size_t shown, hidden, totals, months, rounds, problems, nearly_all, rows_of_nearly_all, nearly_all_rows;
} tally;

static void count_rows(const schakel_engagement *engagement, tally *t)
{
    int nearly_all[SCHAKEL_UNIT_CHILDREN + 1] = {0};
    for (size_t i = 0; i < schakel_engagement_row_count(engagement); i++) {
        schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
        schakel_engagement_get_row(engagement, i, &row);
        schakel_reach_way way = way_at(engagement, row.way);
        int counts = !row.hidden && row.reached != 0;
        t->hidden += row.hidden != 0;
        t->shown += counts && row.breakdown != SCHAKEL_BY_ALL;
        t->totals += counts && row.breakdown == SCHAKEL_BY_ALL && row.way != 0;
        t->months += counts && way.by == SCHAKEL_REACHED_IN_MONTH;
        t->rounds += counts && way.by == SCHAKEL_REACHED_IN_ROUND;
        t->problems += !row.problems_hidden && row.only_problems != 0;
        t->nearly_all += row.breakdown == SCHAKEL_BY_ALL && row.at_least != 0;
        t->nearly_all_rows += row.breakdown != SCHAKEL_BY_ALL && row.at_least != 0;
        nearly_all[row.unit] |= row.way == 0 && row.breakdown == SCHAKEL_BY_ALL && row.at_least != 0;
        t->rows_of_nearly_all += counts && row.breakdown != SCHAKEL_BY_ALL && nearly_all[row.unit];
    }
}

/* Every row of which no people show by some way holds somebody, so they must be more than there are rows. */
static void no_row_is_known_to_hold_one(const schakel_engagement *engagement, schakel_unit unit,
                                        schakel_breakdown breakdown)
{
    size_t people = 0, rows = schakel_engagement_row_count(engagement);
    for (size_t i = 0, left = 0, hidden = 0; i < rows; i++) {
        schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT, next = SCHAKEL_ENGAGEMENT_ROW_INIT;
        schakel_engagement_get_row(engagement, i, &row);
        schakel_engagement_get_row(engagement, i + 1, &next);
        if (row.way == 0 && row.unit == unit && row.breakdown == SCHAKEL_BY_ALL)
            people = row.people;
        if (row.unit == unit && row.breakdown == breakdown) {
            left += row.people;
            hidden += row.hidden && row.at_least == 0;
        }
        if (i + 1 < rows && next.way == row.way)
            continue;
        assert_true(hidden == 0 || people == 0 || people - left > hidden);
        left = hidden = 0;
    }
}

/*
 * The sorts that reached a row, added up, less those reached by anything: by so many people at most more than one sort was
 * done. In a row that shows all sorts, or all rows that do not together, that must not be a few.
 */
static void few_are_reached_by_more_than_one_sort(const schakel_engagement *engagement,
                                                  schakel_breakdown breakdown, size_t min_cell)
{
    size_t all = 0, left = 0, place = 0, rows = schakel_engagement_row_count(engagement);
    size_t more[GROUPS + 1] = {0};
    int hides[GROUPS + 1] = {0}, total_hides = 0;
    for (size_t i = 0, way_before = 0; i < rows; i++) {
        schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
        schakel_engagement_get_row(engagement, i, &row);
        schakel_reach_way way = way_at(engagement, row.way);
        schakel_unit unit = breakdown == SCHAKEL_BY_GROUP ? SCHAKEL_UNIT_CHILDREN : SCHAKEL_UNIT_ADULTS;
        place = row.way == way_before ? place : 0;
        way_before = row.way;
        if (row.unit != unit || (row.way != 0 && !is_sort(&way)))
            continue;
        size_t reached = row.way == 0 ? (size_t)0 - row.reached : row.reached;
        if (row.breakdown == SCHAKEL_BY_ALL) {
            all += reached;
            total_hides |= row.hidden;
        }
        if (row.breakdown != breakdown)
            continue;
        more[place] += reached;
        hides[place++] |= row.hidden;
    }
    if (total_hides)
        return;
    left = all;
    for (size_t i = 0; i <= GROUPS; i++) {
        if (hides[i])
            continue;
        assert_true(more[i] == 0 || more[i] >= min_cell);
        left -= more[i];
    }
    assert_true(all == 0 || all >= min_cell);
    assert_true(left == 0 || left >= min_cell);
}

static void attack_all(attacker *a, uint64_t seed)
{
    static const struct {
        schakel_unit unit;
        schakel_breakdown breakdown;
    } tables[] = {{SCHAKEL_UNIT_CHILDREN, SCHAKEL_BY_GROUP},
                  {SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ROLE},
                  {SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_LANGUAGE}};
    find_patterns(a);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        no_row_is_known_to_hold_one(a->engagement, tables[i].unit, tables[i].breakdown);
        few_are_reached_by_more_than_one_sort(a->engagement, tables[i].breakdown, a->min_cell);
        size_t leak = attack(a, tables[i].unit, tables[i].breakdown);
        if (leak != 0)
            fail_msg("school %llu, table %zu: a group of %zu follows, minimum %zu", (unsigned long long)seed,
                     i, leak, a->min_cell);
    }
}

static void no_small_group_follows(void **state)
{
    static attacker a;
    tally t = {0};
    (void)state;
    for (uint64_t school_seed = 1; school_seed <= 200 * EFFORT; school_seed++) {
        uint64_t seed = school_seed;
        random_below(&seed, 2);
        schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
        options.min_cell = 2 + (int32_t)random_below(&seed, 4);
        schakel_school *school = random_school(&seed, (size_t)options.min_cell);
        schakel_engagement *engagement = NULL;
        assert_int_equal(schakel_engagement_count(school, &options, &engagement, NULL), SCHAKEL_OK);
        a.engagement = engagement;
        a.min_cell = (size_t)options.min_cell;
        attack_all(&a, school_seed);
        count_rows(engagement, &t);
        schakel_engagement_destroy(engagement);
        schakel_school_destroy(school);
    }
    /* The schools do bring out what is tested here, and the search comes to its end. */
    assert_true(t.shown > 500 * EFFORT && t.hidden > 500 * EFFORT && t.totals > 500 * EFFORT);
    assert_true(t.months > 100 * EFFORT && t.rounds > 20 * EFFORT && t.problems > 50 * EFFORT);
    assert_true(t.nearly_all > 20 * EFFORT && t.rows_of_nearly_all > 10 * EFFORT);
    assert_true(t.nearly_all_rows > 10 * EFFORT);
    assert_int_equal(a.given_up, 0);
}

/* ------------------------------------------------------------- by construction */

/* So many people in a group, reached by contact (about a problem or not), a walk-in and an evening. */
typedef struct some {
    int group, people;
    const char *by; /* letters: p for contact about a problem, c for another, w, e */
} some;

static profile profile_of(const char *by)
{
    profile p = {.event_count = 0};
    for (; *by != '\0'; by++) {
        event e = {*by == 'w'   ? WALK_IN
                   : *by == 'e' ? EVENING
                                : CONTACT,
                   on("2026-09-03"), *by == 'p' ? SCHAKEL_TONE_PROBLEM : SCHAKEL_TONE_GOOD};
        p.events[p.event_count++] = e;
    }
    return p;
}

/* Rules that only matter when numbers meet that seldom meet: without one of them, the first group would follow. */
static void no_small_group_follows_where_numbers_seldom_meet(void **state)
{
    static attacker a;
    static const struct {
        int32_t min_cell;
        some people[12];
    } schools[] = {
        /* Contact less who was reached by nothing else in the second group: 6 - 4. */
        {4,
         {{0, 8, "w"},
          {0, 4, "we"},
          {0, 1, "cw"},
          {1, 8, "w"},
          {1, 4, "c"},
          {1, 1, "cw"},
          {2, 10, "cw"},
          {2, 10, "w"}}},
        /* Contact less who was reached only about problems in the second group: 7 - 5. */
        {4,
         {{0, 4, "w"},
          {0, 4, "we"},
          {0, 1, "cw"},
          {1, 3, "w"},
          {1, 4, "we"},
          {1, 1, "cw"},
          {1, 5, "p"},
          {2, 10, "cw"},
          {2, 10, "w"},
          {2, 6, "we"}}},
        /* There is no contact in the second group, so nobody there is reached only about problems: 9 - 8. */
        {4,
         {{0, 5, "p"},
          {0, 1, "c"},
          {1, 4, "w"},
          {1, 4, "e"},
          {2, 10, "c"},
          {2, 10, "w"},
          {2, 4, "e"},
          {2, 5, "p"}}},
        /* Nobody is reached by two, so what the first group shows tells the third sort: 9 - 5 - 3. */
        {2,
         {{0, 5, "c"},
          {0, 3, "e"},
          {0, 1, "w"},
          {0, 9, ""},
          {1, 2, "c"},
          {1, 3, "e"},
          {1, 2, "w"},
          {2, 6, "c"},
          {2, 2, "w"},
          {2, 6, ""}}},
        /* Of three groups nearly all are reached, and of the last one all: 3 - 1 - 1. */
        {3,
         {{0, 19, "w"},
          {0, 1, ""},
          {1, 20, "w"},
          {1, 1, ""},
          {2, 21, "w"},
          {2, 1, ""},
          {3, 30, "w"}}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof schools / sizeof schools[0]; i++) {
        schakel_school *school = events_school("2026-09-01", "2026-09-30");
        schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
        schakel_engagement *engagement = NULL;
        add_group(school, "g1");
        add_group(school, "g2");
        add_group(school, "g3");
        for (const some *s = schools[i].people; s->by != NULL; s++) {
            profile p = profile_of(s->by);
            for (int k = 0; k < s->people; k++)
                add_person(school, &p, s->group);
        }
        options.min_cell = schools[i].min_cell;
        assert_int_equal(schakel_engagement_count(school, &options, &engagement, NULL), SCHAKEL_OK);
        a.engagement = engagement;
        a.min_cell = (size_t)options.min_cell;
        attack_all(&a, i);
        schakel_engagement_destroy(engagement);
        schakel_school_destroy(school);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_small_group_follows),
        cmocka_unit_test(no_small_group_follows_where_numbers_seldom_meet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
