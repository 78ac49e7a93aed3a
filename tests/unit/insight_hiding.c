/*
 * What is hidden cannot be worked out. A reader knows the total, the rows that are shown, and
 * that a hidden row holds somebody. Every way to fill the hidden rows that agrees with all of
 * that is tried: a count follows when it is the same in each of them.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/insight_build.h"

enum { ROWS = 4, MOST = 128 };

/* Numbers that are the same on every machine (Knuth's constants, TAOCP 3.3.4). */
static uint32_t random_below(uint64_t *seed, uint32_t bound)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % bound;
}

/* The values that a count of a hidden row can have. */
typedef struct values {
    unsigned char adults[MOST], asked[MOST], never[MOST];
} values;

typedef struct puzzle {
    int rows;
    int adults[ROWS], asked[ROWS]; /* the row being tried */
    values possible[ROWS];
} puzzle;

static void fill_rows(puzzle *p, int row, int adults, int asked)
{
    int left = p->rows - row - 1;
    if (row >= ROWS)
        return;
    if (left == 0) {
        if (adults < 1 || asked > adults)
            return;
        p->adults[row] = adults;
        p->asked[row] = asked;
        for (int i = 0; i < p->rows; i++) {
            p->possible[i].adults[p->adults[i]] = 1;
            p->possible[i].asked[p->asked[i]] = 1;
            p->possible[i].never[p->adults[i] - p->asked[i]] = 1;
        }
        return;
    }
    for (p->adults[row] = 1; p->adults[row] <= adults - left; p->adults[row]++)
        for (p->asked[row] = 0; p->asked[row] <= p->adults[row] && p->asked[row] <= asked; p->asked[row]++)
            fill_rows(p, row + 1, adults - p->adults[row], asked - p->asked[row]);
}

static int count_values(const unsigned char possible[MOST])
{
    int count = 0;
    for (int i = 0; i < MOST; i++)
        count += possible[i];
    return count;
}

static int shows(size_t persons, size_t min_cell)
{
    return persons == 0 || persons >= min_cell;
}

/* What is known of a breakdown: the rows, and what the hidden ones add up to. */
typedef struct known {
    schakel_reach_row shown[16];
    size_t shown_count, hidden_count;
    size_t adults, asked, yes; /* of hidden rows; yes: of all rows whose yes is hidden */
    size_t yes_asked;          /* asked in all rows whose yes is hidden */
} known;

static known read_breakdown(const schakel_reach *reach, schakel_breakdown breakdown)
{
    known k;
    schakel_reach_row all = SCHAKEL_REACH_ROW_INIT;
    assert_int_equal(schakel_reach_get_row(reach, 0, &all), SCHAKEL_OK);
    memset(&k, 0, sizeof k);
    k.adults = all.adults;
    k.asked = k.yes_asked = all.asked;
    k.yes = all.said_yes;
    for (size_t i = 0; i < schakel_reach_row_count(reach); i++) {
        schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
        assert_int_equal(schakel_reach_get_row(reach, i, &row), SCHAKEL_OK);
        if (row.breakdown != breakdown)
            continue;
        k.hidden_count += (size_t)row.hidden;
        k.adults -= row.adults;
        k.asked -= row.asked;
        if (!row.yes_hidden) {
            k.yes -= row.said_yes;
            k.yes_asked -= row.asked;
        }
        if (!row.hidden)
            k.shown[k.shown_count++] = row;
    }
    return k;
}

static void counts_do_not_follow(const known *k, size_t min_cell)
{
    puzzle p;
    assert_true(shows(k->adults, min_cell) && shows(k->asked, min_cell) &&
                shows(k->adults - k->asked, min_cell));
    if (k->hidden_count == 0)
        return;
    memset(&p, 0, sizeof p);
    p.rows = (int)k->hidden_count;
    assert_in_range(p.rows, 2, ROWS);
    fill_rows(&p, 0, (int)k->adults, (int)k->asked);
    for (int i = 0; i < p.rows; i++) {
        assert_true(count_values(p.possible[i].adults) > 1);
        /* That nobody at all was asked may be known: it is said of enough people. */
        assert_true(k->asked == 0 || count_values(p.possible[i].asked) > 1);
        assert_true(k->adults == k->asked || count_values(p.possible[i].never) > 1);
    }
}

/* Every way to share out the yes of rows whose asked is known, and of the hidden rows as one. */
static void yes_does_not_follow(const known *k, size_t min_cell)
{
    assert_true(shows(k->yes, min_cell) && shows(k->yes_asked - k->yes, min_cell));
    for (size_t i = 0; i < k->shown_count; i++) {
        const schakel_reach_row *row = &k->shown[i];
        if (!row->yes_hidden) {
            assert_true(shows(row->said_yes, min_cell) && shows(row->asked - row->said_yes, min_cell));
            continue;
        }
        int possible = 0;
        for (size_t yes = 0; yes <= row->asked && yes <= k->yes; yes++)
            possible += k->yes - yes <= k->yes_asked - row->asked;
        assert_true(possible > 1);
    }
}

static void check_reach(const schakel_reach *reach, size_t min_cell, int one_person_a_language)
{
    schakel_reach_row all = SCHAKEL_REACH_ROW_INIT;
    assert_int_equal(schakel_reach_get_row(reach, 0, &all), SCHAKEL_OK);
    for (int b = SCHAKEL_BY_ROLE; b <= SCHAKEL_BY_LANGUAGE; b++) {
        known k = read_breakdown(reach, (schakel_breakdown)b);
        if (all.hidden) {
            for (size_t i = 0; i < k.shown_count; i++)
                assert_int_equal(k.shown[i].adults, 0);
            continue;
        }
        if (k.shown_count + k.hidden_count == 0) {
            assert_true(all.adults == 0 || one_person_a_language || b == SCHAKEL_BY_ROLE);
            continue;
        }
        counts_do_not_follow(&k, min_cell);
        if (!all.yes_hidden)
            yes_does_not_follow(&k, min_cell);
        else
            for (size_t i = 0; i < k.shown_count; i++)
                assert_true(k.shown[i].asked == 0 || k.shown[i].yes_hidden);
    }
}

static void nothing_hidden_follows_from_what_is_shown(void **state)
{
    static const char *const languages[ROWS] = {"am", "nl", "so", "ti"};
    static const schakel_tie_kind ties[ROWS] = {SCHAKEL_TIE_MOTHER, SCHAKEL_TIE_FATHER, SCHAKEL_TIE_PARENT,
                                                SCHAKEL_TIE_FRIEND};
    size_t hidden = 0, tables = 0, left_out = 0, yes_hidden = 0;
    uint64_t seed = 20261001;
    (void)state;
    for (int round = 0; round < 4000; round++) {
        size_t min_cell = 2 + random_below(&seed, 4);
        uint32_t most = 1 + random_below(&seed, 8);
        int singles = 1;
        schakel_school *school = build_empty();
        for (int i = 0; i < ROWS; i++) {
            people p = {ties[random_below(&seed, ROWS)], languages[i], 0, 0, 0};
            p.count = (int)random_below(&seed, most + 1);
            p.asked = (int)random_below(&seed, (uint32_t)p.count + 1);
            p.yes = (int)random_below(&seed, (uint32_t)p.asked + 1);
            if (random_below(&seed, 3) == 0)
                p.asked = p.yes = p.count;
            singles &= p.count <= 1;
            build_people(school, &p);
        }
        schakel_reach_options options = SCHAKEL_REACH_OPTIONS_INIT;
        options.min_cell = (int32_t)min_cell;
        schakel_reach *reach = NULL;
        assert_int_equal(schakel_reach_count(school, &options, &reach, NULL), SCHAKEL_OK);
        check_reach(reach, min_cell, singles);
        known k = read_breakdown(reach, SCHAKEL_BY_LANGUAGE);
        hidden += k.hidden_count;
        tables += k.hidden_count != 0 && k.shown_count != 0;
        left_out += k.hidden_count + k.shown_count == 0;
        for (size_t i = 0; i < k.shown_count; i++)
            yes_hidden += (size_t)k.shown[i].yes_hidden;
        schakel_reach_destroy(reach);
        schakel_school_destroy(school);
    }
    /* The schools do bring out what is tested here. */
    assert_true(hidden > 1000 && tables > 200 && left_out > 10 && yes_hidden > 200);
}

static void the_order_of_the_records_changes_nothing(void **state)
{
    static const people groups[] = {{SCHAKEL_TIE_MOTHER, "nl", 20, 10, 5},
                                    {SCHAKEL_TIE_FATHER, "ar", 6, 6, 6},
                                    {SCHAKEL_TIE_PARENT, "ti", 6, 6, 6},
                                    {SCHAKEL_TIE_FRIEND, "so", 3, 3, 3},
                                    {SCHAKEL_TIE_MOTHER, "tr", 20, 12, 8}};
    enum { GROUPS = sizeof groups / sizeof groups[0] };
    char first[2][256];
    (void)state;
    for (int turn = 0; turn < GROUPS; turn++) {
        char lists[2][256];
        schakel_school *school = build_empty();
        for (int i = 0; i < GROUPS; i++)
            build_people(school, &groups[(i * 2 + turn) % GROUPS]);
        schakel_reach *reach = NULL;
        assert_int_equal(schakel_reach_count(school, NULL, &reach, NULL), SCHAKEL_OK);
        list_rows(reach, SCHAKEL_BY_ROLE, lists[0], sizeof lists[0]);
        list_rows(reach, SCHAKEL_BY_LANGUAGE, lists[1], sizeof lists[1]);
        if (turn == 0)
            memcpy(first, lists, sizeof first);
        assert_string_equal(lists[0], first[0]);
        assert_string_equal(lists[1], first[1]);
        schakel_reach_destroy(reach);
        schakel_school_destroy(school);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_hidden_follows_from_what_is_shown),
        cmocka_unit_test(the_order_of_the_records_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
