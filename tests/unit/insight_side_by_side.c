/* The tables of one school lie side by side: what one hides does not follow from what another shows. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/insight_events.h"

enum { KINDS = 4, ROWS_MOST = 8 };

/* Numbers that are the same on every machine (Knuth's constants, TAOCP 3.3.4). */
static uint32_t random_below(uint64_t *seed, uint32_t bound)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % bound;
}

/* ------------------------------------------------------------------- the school */

static void add_people(schakel_school *school, int role, int language, uint64_t *seed, uint32_t count)
{
    static const schakel_tie_kind ties[KINDS] = {SCHAKEL_TIE_MOTHER, SCHAKEL_TIE_FATHER, SCHAKEL_TIE_PARENT,
                                                 SCHAKEL_TIE_FRIEND};
    static const char *const languages[KINDS] = {"nl", "ar", "ti", "so"};
    uint32_t asked_in = 1 + random_below(seed, 3), reached_in = 1 + random_below(seed, 3);
    for (uint32_t i = 0; i < count; i++) {
        char id[32];
        next_id(school, SCHAKEL_KIND_CHILD, id);
        add_child(school, id, NULL);
        add_adult(school, id, languages[language]);
        add_tie(school, id, id, ties[role]);
        if (random_below(seed, asked_in) == 0)
            add_ask(school, on("2026-09-03"), id, random_below(seed, 2) ? SCHAKEL_ASK_DONE : SCHAKEL_ASK_NO);
        if (random_below(seed, reached_in) == 0)
            add_contact(school, on("2026-09-03"), id, id, SCHAKEL_TONE_GOOD);
    }
}

/* Groups of a few, and of just enough. */
static schakel_school *random_school(uint64_t *seed, uint32_t min_cell)
{
    schakel_school *school = events_school("2026-09-01", "2026-09-30");
    for (int i = 0; i < KINDS; i++)
        add_people(school, i, (int)random_below(seed, KINDS), seed, random_below(seed, 3 * min_cell));
    return school;
}

/* -------------------------------------------------------------------- the attack */

/* The rows of a breakdown, and how many people each has where some table shows it. */
typedef struct known {
    char keys[ROWS_MOST][16];
    size_t people[ROWS_MOST];
    int is_shown[ROWS_MOST];
    size_t count;
    size_t all;
} known;

static void note_row(known *k, schakel_breakdown of, schakel_breakdown breakdown, const char *key,
                     int is_shown, size_t people)
{
    size_t i = 0;
    if (breakdown == SCHAKEL_BY_ALL && is_shown)
        k->all = people;
    if (breakdown != of)
        return;
    while (i < k->count && strcmp(k->keys[i], key) != 0)
        i++;
    if (i == k->count)
        snprintf(k->keys[k->count++], sizeof k->keys[0], "%s", key);
    assert_true(!k->is_shown[i] || !is_shown || k->people[i] == people);
    if (is_shown) {
        k->is_shown[i] = 1;
        k->people[i] = people;
    }
}

static void note_reach(known *k, schakel_breakdown of, const schakel_reach *reach)
{
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++) {
        schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
        schakel_reach_get_row(reach, i, &row);
        note_row(k, of, row.breakdown, row.key, !row.hidden, row.adults);
    }
}

static void note_load(known *k, schakel_breakdown of, const schakel_load *load)
{
    for (size_t i = 0; i < schakel_load_row_count(load); i++) {
        schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
        schakel_load_get_row(load, i, &row);
        note_row(k, of, row.breakdown, row.key, !row.hidden, row.adults);
    }
}

/* Of the rows by anything; in these a number of people is shown where it isn't 0. */
static void note_engagement(known *k, schakel_breakdown of, const schakel_engagement *engagement)
{
    for (size_t i = 0; i < schakel_engagement_row_count(engagement); i++) {
        schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
        schakel_engagement_get_row(engagement, i, &row);
        if (row.unit == SCHAKEL_UNIT_ADULTS)
            note_row(k, of, row.breakdown, row.key, !row.hidden || row.people != 0, row.people);
    }
}

/* What no table shows follows, added up, from the total less what some table does. */
static size_t sum_of_unknown(const known *k, size_t *rows)
{
    size_t left = k->all;
    *rows = 0;
    for (size_t i = 0; i < k->count; i++) {
        left -= k->is_shown[i] ? k->people[i] : 0;
        *rows += !k->is_shown[i];
    }
    return left;
}

static void no_few_people_follow_from_all_tables_together(void **state)
{
    static const schakel_breakdown breakdowns[] = {SCHAKEL_BY_ROLE, SCHAKEL_BY_LANGUAGE, SCHAKEL_BY_READING};
    size_t shown = 0, hidden = 0;
    (void)state;
    for (uint64_t school_seed = 1; school_seed <= 100 * EFFORT; school_seed++) {
        uint64_t seed = school_seed;
        schakel_reach_options asked = SCHAKEL_REACH_OPTIONS_INIT;
        schakel_load_options spread = SCHAKEL_LOAD_OPTIONS_INIT;
        schakel_engagement_options reached = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
        schakel_reach *reach = NULL;
        schakel_load *load = NULL;
        schakel_engagement *engagement = NULL;
        random_below(&seed, 2);
        asked.min_cell = spread.min_cell = reached.min_cell = 2 + (int32_t)random_below(&seed, 4);
        schakel_school *school = random_school(&seed, (uint32_t)asked.min_cell);
        assert_int_equal(schakel_reach_count(school, &asked, &reach, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_load_count(school, &spread, &load, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_engagement_count(school, &reached, &engagement, NULL), SCHAKEL_OK);
        for (size_t i = 0; i < sizeof breakdowns / sizeof breakdowns[0]; i++) {
            known k = {.count = 0};
            size_t rows;
            note_reach(&k, breakdowns[i], reach);
            note_load(&k, breakdowns[i], load);
            note_engagement(&k, breakdowns[i], engagement);
            size_t unknown = sum_of_unknown(&k, &rows);
            /* Each row that is hidden holds somebody. */
            if (k.count != 0 && unknown != 0 && (unknown < (size_t)asked.min_cell || unknown == rows))
                fail_msg("school %llu, breakdown %d: %zu people follow, minimum %d",
                         (unsigned long long)school_seed, (int)breakdowns[i], unknown, (int)asked.min_cell);
            shown += k.count - rows;
            hidden += rows;
        }
        schakel_engagement_destroy(engagement);
        schakel_load_destroy(load);
        schakel_reach_destroy(reach);
        schakel_school_destroy(school);
    }
    assert_true(shown > 100 * EFFORT && hidden > 100 * EFFORT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_few_people_follow_from_all_tables_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
