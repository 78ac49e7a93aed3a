/* How the asks are spread: worked out by hand, and counted once more in the plainest way. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <math.h>

#include "unit/insight_loads.h"
#include "insight/profile.h"

/* "40/10 2+:7 asks 55 gini 0.7500": adults / never asked, most asked, asks. */
static void list_total(const schakel_load *load, schakel_load_people who, schakel_load_moment moment,
                       char *out, size_t size)
{
    schakel_load_total t = SCHAKEL_LOAD_TOTAL_INIT;
    assert_int_equal(schakel_load_get_total(load, who, moment, &t), SCHAKEL_OK);
    assert_int_equal(t.adults, t.asked + t.never_asked);
    if (t.hidden) {
        assert_true(t.adults == 0 && t.asks_hidden && t.asks == 0 && t.most_adults == 0);
        snprintf(out, size, "-");
        return;
    }
    int used = snprintf(out, size, "%zu/%zu %zu%s:%zu", t.adults, t.never_asked, t.most_asked,
                        t.most_or_more ? "+" : "", t.most_adults);
    if (!t.asks_hidden)
        snprintf(out + used, size - (size_t)used, " asks %zu gini %.4f", t.asks, t.gini);
}

/* "0:20/5 1:10/10 2+:7/7": adults / offerers. */
static void list_bins(const schakel_load *load, schakel_load_moment moment, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_load_bin_count(load, moment); i++) {
        schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
        assert_int_equal(schakel_load_get_bin(load, moment, i, &bin), SCHAKEL_OK);
        used += (size_t)snprintf(out + used, size - used, "%s%zu%s:%zu", i == 0 ? "" : " ", bin.asks,
                                 bin.or_more ? "+" : "", bin.adults);
        if (!bin.offerers_hidden)
            used += (size_t)snprintf(out + used, size - used, "/%zu", bin.offerers);
    }
}

/* "mother 20 offer 10 never 5>0 asks 20>30; father 20 never 10; ti -" */
static void list_load_rows(const schakel_load *load, schakel_breakdown breakdown, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_load_row_count(load); i++) {
        schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
        assert_int_equal(schakel_load_get_row(load, i, &row), SCHAKEL_OK);
        if (row.breakdown != breakdown)
            continue;
        used += (size_t)snprintf(out + used, size - used, "%s%s ", used == 0 ? "" : "; ", row.key);
        if (row.hidden) {
            assert_true(row.adults == 0 && row.offerers_hidden && row.plan_hidden && row.asks_hidden);
            used += (size_t)snprintf(out + used, size - used, "-");
            continue;
        }
        assert_int_equal(row.adults, row.asked + row.never_asked);
        used += (size_t)snprintf(out + used, size - used, "%zu", row.adults);
        if (!row.offerers_hidden)
            used += (size_t)snprintf(out + used, size - used, " offer %zu", row.offerers);
        used += (size_t)snprintf(out + used, size - used, " never %zu", row.never_asked);
        if (!row.plan_hidden)
            used += (size_t)snprintf(out + used, size - used, ">%zu", row.never_asked_with_plan);
        if (!row.asks_hidden)
            used += (size_t)snprintf(out + used, size - used, " asks %zu", row.asks);
        if (!row.asks_hidden && !row.plan_hidden)
            used += (size_t)snprintf(out + used, size - used, ">%zu", row.asks_with_plan);
        assert_true(used < size);
    }
}

/* --------------------------------------------------------------------- by hand */

enum { GROUPS = 8, OUT = 768 };

#define M SCHAKEL_TIE_MOTHER
#define F SCHAKEL_TIE_FATHER

static const struct {
    const char *why;
    int min_cell;
    asked_people groups[GROUPS];
    const char *recorded, *with_plan; /* of the offerers */
    const char *bins, *bins_with_plan, *roles;
} table[] = {
    {"nobody at all",
     5,
     {{M, "nl", 0, 0, 0, 0}},
     "0/0 0:0 asks 0 gini 0.0000",
     "0/0 0:0 asks 0 gini 0.0000",
     "0:0/0",
     "0:0/0",
     "father 0 offer 0 never 0>0 asks 0>0; mother 0 offer 0 never 0>0 asks 0>0; other 0 offer 0 never 0>0 "
     "asks 0>0; parent 0 offer 0 never 0>0 asks 0>0"},
    {"(0, 0, 0, 4), five times",
     5,
     {{M, "nl", 15, 1, 0, 0}, {M, "nl", 5, 1, 4, 0}},
     "20/15 4:5 asks 20 gini 0.7500",
     "20/15 4:5 asks 20 gini 0.7500",
     "0:15/15 1:0/0 2:0/0 3:0/0 4:5/5",
     "0:15/15 1:0/0 2:0/0 3:0/0 4:5/5",
     "mother 20 offer 20 never 15>15 asks 20>20; father 0 offer 0 never 0>0 asks 0>0; other 0 offer 0 never "
     "0>0 asks 0>0; parent 0 offer 0 never 0>0 asks 0>0"},
    {"(1, 2, 3, 4), five times, and others who offer nothing",
     5,
     {{M, "nl", 5, 1, 1, 0},
      {M, "nl", 5, 1, 2, 0},
      {M, "nl", 5, 1, 3, 0},
      {F, "nl", 5, 1, 4, 0},
      {F, "nl", 7, 0, 0, 0}},
     "20/0 4:5 asks 50 gini 0.2500",
     "20/0 4:5 asks 50 gini 0.2500",
     "0:7/0 1:5/5 2:5/5 3:5/5 4:5/5",
     "0:7/0 1:5/5 2:5/5 3:5/5 4:5/5",
     "mother 15 offer 15 never 0>0 asks 30>30; father 12 offer 5 never 7>7 asks 20>20; other 0 offer 0 never "
     "0>0 asks 0>0; parent 0 offer 0 never 0>0 asks 0>0"},
    {"all the same",
     5,
     {{M, "nl", 9, 1, 3, 0}},
     "9/0 3:9 asks 27 gini 0.0000",
     "9/0 3:9 asks 27 gini 0.0000",
     "0:0/0 1:0/0 2:0/0 3:9/9",
     "0:0/0 1:0/0 2:0/0 3:9/9",
     "mother 9 offer 9 never 0>0 asks 27>27; father 0 offer 0 never 0>0 asks 0>0; other 0 offer 0 never 0>0 "
     "asks 0>0; parent 0 offer 0 never 0>0 asks 0>0"},
    {"a plan that asks those who were not",
     5,
     {{M, "nl", 10, 1, 1, 0}, {F, "nl", 10, 1, 0, 1}},
     "20/10 1:10 asks 10 gini 0.5000",
     "20/0 1:20 asks 20 gini 0.0000",
     "0:10/10 1:10/10",
     "0:0/0 1:20/20",
     "father 10 offer 10 never 10>0 asks 0>10; mother 10 offer 10 never 0>0 asks 10>10; other 0 offer 0 "
     "never 0>0 asks 0>0; parent 0 offer 0 never 0>0 asks 0>0"},
    {"the one who was asked most often is not pointed at",
     5,
     {{M, "nl", 20, 1, 0, 0}, {M, "nl", 9, 1, 1, 0}, {M, "nl", 1, 1, 9, 0}},
     "30/20 1+:10 asks 18 gini 0.6667",
     "30/20 1+:10 asks 18 gini 0.6667",
     "0:20/20 1+:10/10",
     "0:20/20 1+:10/10",
     "mother 30 offer 30 never 20>20 asks 18>18; father 0 offer 0 never 0>0 asks 0>0; other 0 offer 0 never "
     "0>0 asks 0>0; parent 0 offer 0 never 0>0 asks 0>0"},
    {"one more ask than people would be one person asked twice: no asks",
     5,
     {{M, "nl", 20, 1, 0, 0}, {M, "nl", 9, 1, 1, 0}, {M, "nl", 1, 1, 2, 0}},
     "30/20 1+:10",
     "30/20 1+:10",
     "0:20/20 1+:10/10",
     "0:20/20 1+:10/10",
     "mother 30 offer 30 never 20>20; father 0 offer 0 never 0>0; other 0 offer 0 never 0>0; parent 0 offer 0 "
     "never 0>0"},
    {"few were asked and offer nothing: no offerers",
     5,
     {{M, "nl", 20, 1, 0, 0}, {M, "nl", 10, 1, 1, 0}, {F, "nl", 2, 0, 1, 0}, {F, "nl", 20, 0, 0, 0}},
     "-",
     "-",
     "0:40 1:12",
     "0:40 1:12",
     "other 0 never 0>0 asks 0>0; parent 0 never 0>0 asks 0>0; father -; mother -"},
    {"a plan of few asks is hidden",
     5,
     {{M, "nl", 20, 1, 0, 0}, {M, "nl", 10, 1, 1, 0}, {M, "nl", 2, 1, 0, 1}},
     "32/22 1:10 asks 10 gini 0.6875",
     "-",
     "0:22/22 1:10/10",
     "",
     "mother 32 offer 32 never 22 asks 10; father 0 offer 0 never 0 asks 0; other 0 offer 0 never 0 asks 0; "
     "parent 0 offer 0 never 0 asks 0"},
    {"a plan that asks few more often than once hides the plan of them",
     5,
     {{M, "nl", 20, 1, 0, 0}, {M, "nl", 10, 1, 1, 0}, {M, "nl", 2, 1, 1, 1}},
     "32/20 1:12 asks 12 gini 0.6250",
     "-",
     "0:20/20 1:12/12",
     "",
     "mother 32 offer 32 never 20 asks 12; father 0 offer 0 never 0 asks 0; other 0 offer 0 never 0 asks 0; "
     "parent 0 offer 0 never 0 asks 0"},
    {"few fathers asked twice: their asks do not follow from all asks less those of the mothers",
     5,
     {{M, "nl", 20, 1, 0, 0},
      {M, "nl", 10, 1, 1, 0},
      {M, "nl", 10, 1, 2, 0},
      {F, "nl", 20, 1, 0, 0},
      {F, "nl", 6, 1, 1, 0},
      {F, "nl", 2, 1, 2, 0}},
     "68/40 2:12 asks 40 gini 0.6588",
     "68/40 2:12 asks 40 gini 0.6588",
     "0:40/40 1:16/16 2:12/12",
     "0:40/40 1:16/16 2:12/12",
     "mother 40 offer 40 never 20>20; father 28 offer 28 never 20>20; other 0 offer 0 never 0>0 asks 0>0; "
     "parent 0 offer 0 never 0>0 asks 0>0"},
    {"the last number may be higher with the plan",
     5,
     {{M, "nl", 20, 1, 0, 0},
      {M, "nl", 20, 1, 0, 1},
      {M, "nl", 20, 1, 0, 2},
      {M, "nl", 20, 1, 1, 0},
      {M, "nl", 20, 1, 1, 1},
      {M, "nl", 4, 1, 3, 0},
      {M, "nl", 8, 1, 0, 3}},
     "112/68 1+:44 asks 52 gini 0.6071",
     "112/20 2+:52 asks 156 gini 0.3251",
     "0:68/68 1+:44/44",
     "0:20/20 1:40/40 2+:52/52",
     "mother 112 offer 112 never 68>20 asks 52>156; father 0 offer 0 never 0>0 asks 0>0; other 0 offer 0 "
     "never 0>0 asks 0>0; parent 0 offer 0 never 0>0 asks 0>0"},
};

static void spread_as_worked_out_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        char recorded[OUT], with_plan[OUT], bins[OUT], more_bins[OUT], roles[OUT];
        schakel_load *load = load_of_people(table[i].groups, GROUPS, table[i].min_cell);
        list_total(load, SCHAKEL_LOAD_OFFERERS, SCHAKEL_LOAD_RECORDED, recorded, OUT);
        list_total(load, SCHAKEL_LOAD_OFFERERS, SCHAKEL_LOAD_WITH_PLAN, with_plan, OUT);
        list_bins(load, SCHAKEL_LOAD_RECORDED, bins, OUT);
        list_bins(load, SCHAKEL_LOAD_WITH_PLAN, more_bins, OUT);
        list_load_rows(load, SCHAKEL_BY_ROLE, roles, OUT);
        schakel_load_destroy(load);
        if (strcmp(recorded, table[i].recorded) != 0 || strcmp(with_plan, table[i].with_plan) != 0 ||
            strcmp(bins, table[i].bins) != 0 || strcmp(more_bins, table[i].bins_with_plan) != 0 ||
            strcmp(roles, table[i].roles) != 0)
            fail_msg("%s:\n  %s\n  %s\n  %s\n  %s\n  %s", table[i].why, recorded, with_plan, bins, more_bins,
                     roles);
    }
}

/* ------------------------------------------------------------------------- Gini */

static double gini_by_double_sum(const size_t *loads, size_t count)
{
    double apart = 0, sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)loads[i];
        for (size_t j = 0; j < count; j++)
            apart += fabs((double)loads[i] - (double)loads[j]);
    }
    return sum > 0 ? apart / (2 * (double)count * (double)count * (sum / (double)count)) : 0.0;
}

static double gini_of(const size_t *loads, size_t count, size_t most)
{
    sk_stretch stretches[64];
    size_t used = 0;
    for (size_t load = 0; load <= most; load++) {
        size_t equal = 0;
        for (size_t i = 0; i < count; i++)
            equal += loads[i] == load;
        stretches[used++] = (sk_stretch){equal, equal * load};
    }
    return sk_gini(stretches, used);
}

static void the_gini_coefficient_is_the_double_sum(void **state)
{
    static const struct {
        size_t loads[4];
        double expected;
    } worked[] = {{{0, 0, 0, 4}, 0.75},
                  {{3, 3, 3, 3}, 0.0},
                  {{1, 2, 3, 4}, 0.25},
                  {{0, 0, 0, 0}, 0.0},
                  {{0, 0, 5, 5}, 0.5}};
    uint64_t seed = 1912;
    (void)state;
    for (size_t i = 0; i < sizeof worked / sizeof worked[0]; i++) {
        assert_true(fabs(gini_of(worked[i].loads, 4, 5) - worked[i].expected) < 1e-15);
        assert_true(fabs(gini_by_double_sum(worked[i].loads, 4) - worked[i].expected) < 1e-15);
    }
    for (int round = 0; round < 5000; round++) {
        size_t loads[40], count = 1 + random_below(&seed, 40), most = random_below(&seed, 60);
        for (size_t i = 0; i < count; i++)
            loads[i] = random_below(&seed, 3) == 0 ? 0 : random_below(&seed, (uint32_t)most + 1);
        double exact = gini_by_double_sum(loads, count);
        assert_true(fabs(gini_of(loads, count, most) - exact) < 1e-12);
        assert_true(exact >= 0 && exact < 1);
    }
}

/* ------------------------------------------------------------ against plain counts */

enum { MOST_PEOPLE = 64 };

static void totals_are_those_of_a_plain_count(void **state)
{
    uint64_t seed = 4711;
    size_t exact = 0, cut = 0;
    (void)state;
    for (int round = 0; round < 2000; round++) {
        asked_people groups[6];
        size_t loads[2][MOST_PEOPLE], count = 0, everybody = 0, recorded = 0;
        for (int g = 0; g < 6; g++) {
            groups[g] = (asked_people){M,
                                       "nl",
                                       (int)random_below(&seed, 10),
                                       random_below(&seed, 4) != 0,
                                       (int)random_below(&seed, 4),
                                       (int)random_below(&seed, 3)};
            for (int i = 0; i < groups[g].count; i++) {
                everybody++;
                recorded += (size_t)groups[g].recorded;
                if (!groups[g].offers)
                    continue;
                loads[0][count] = (size_t)groups[g].recorded;
                loads[1][count++] = (size_t)(groups[g].recorded + groups[g].planned);
            }
        }
        schakel_load *load = load_of_people(groups, 6, 2);
        for (int moment = 0; moment < 2; moment++) {
            schakel_load_total t = SCHAKEL_LOAD_TOTAL_INIT, all = SCHAKEL_LOAD_TOTAL_INIT;
            size_t sum = 0, never = 0;
            for (size_t i = 0; i < count; i++) {
                sum += loads[moment][i];
                never += loads[moment][i] == 0;
            }
            assert_int_equal(
                schakel_load_get_total(load, SCHAKEL_LOAD_OFFERERS, (schakel_load_moment)moment, &t),
                SCHAKEL_OK);
            assert_int_equal(
                schakel_load_get_total(load, SCHAKEL_LOAD_ADULTS, (schakel_load_moment)moment, &all),
                SCHAKEL_OK);
            assert_true(all.hidden || all.adults == everybody);
            assert_true(moment == 1 || all.asks_hidden || all.asks == recorded);
            assert_true(t.hidden || (t.adults == count && t.never_asked == never));
            if (t.asks_hidden)
                continue;
            double gini = gini_by_double_sum(loads[moment], count);
            assert_int_equal(t.asks, sum);
            assert_true(count == 0 || fabs(t.mean - (double)sum / (double)count) < 1e-12);
            assert_true(t.gini <= gini + 1e-12);
            assert_true(t.most_or_more || fabs(t.gini - gini) < 1e-12);
            exact += !t.most_or_more;
            cut += (size_t)t.most_or_more;
        }
        schakel_load_destroy(load);
    }
    assert_true(exact > 1000 && cut > 50);
}

/* ------------------------------------------------------------------------- rows */

static void reading_is_that_of_the_best_dutch(void **state)
{
    static const struct {
        schakel_language_skill skills[3];
        size_t count;
        const char *expected;
    } cases[] = {
        {{{"nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_A2}}, 1, "A2"},
        {{{"ti", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1}, {"NL-be", SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_B1}},
         2,
         "B1"},
        {{{"nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_A1}, {"nl-BE", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_C2}},
         2,
         "C2"},
        {{{"nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_NONE}}, 1, "none"},
        {{{"nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_UNKNOWN}}, 1, "unknown"},
        {{{"nds", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_B2}}, 1, "unknown"},
        {{{NULL, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN}}, 0, "unknown"},
    };
    static const char *const order[] = {"none", "A1", "A2", "B1", "B2", "C1", "C2", "unknown"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = build_empty();
        schakel_load *load = NULL;
        size_t seen = 0;
        for (int person = 0; person < 10; person++) {
            char id[16];
            snprintf(id, sizeof id, "p%d", person);
            build_adult(school, id, cases[i].skills, cases[i].count);
            build_tie(school, "child", id, SCHAKEL_TIE_PARENT);
        }
        assert_int_equal(schakel_load_count(school, NULL, &load, NULL), SCHAKEL_OK);
        for (size_t r = 0; r < schakel_load_row_count(load); r++) {
            schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
            assert_int_equal(schakel_load_get_row(load, r, &row), SCHAKEL_OK);
            if (row.breakdown != SCHAKEL_BY_READING)
                continue;
            assert_string_equal(row.key, order[seen++]);
            assert_int_equal(row.adults, strcmp(row.key, cases[i].expected) == 0 ? 10 : 0);
        }
        assert_int_equal(seen, sizeof order / sizeof order[0]);
        schakel_load_destroy(load);
        schakel_school_destroy(school);
    }
}

static void who_counts_and_which_asks(void **state)
{
    static const asked_people parents = {SCHAKEL_TIE_PARENT, "nl", 10, 1, 1, 0};
    static const char *const plan[] = {"adult-0", "adult-1",   "adult-2",  "adult-3",
                                       "adult-4", "neighbour", "neighbour"};
    static const struct {
        const char *from, *until, *expected;
    } cases[] = {{NULL, NULL, "10/0 2:5 asks 15 gini 0.1667"},
                 {"2026-09-01", "2026-09-01", "10/0 2:5 asks 15 gini 0.1667"},
                 {"2026-09-02", NULL, "10/5 1:5 asks 5 gini 0.5000"},
                 {NULL, "2026-08-31", "10/5 1:5 asks 5 gini 0.5000"}};
    (void)state;
    schakel_school *school = build_empty();
    asked_plan planned = {{{0}}, {NULL}, 0};
    build_asked(school, &parents, &planned);
    build_adult(school, "neighbour", NULL, 0);
    build_ask(school, "neighbour", schakel_date_from_ymd(2026, 9, 1), SCHAKEL_ASK_YES);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char total[OUT];
        schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT, used = SCHAKEL_LOAD_OPTIONS_INIT;
        schakel_load *load = NULL;
        options.from = schakel_date_parse(cases[i].from);
        options.until = schakel_date_parse(cases[i].until);
        options.planned_adult_ids = plan;
        options.planned_count = sizeof plan / sizeof plan[0];
        assert_int_equal(schakel_load_count(school, &options, &load, NULL), SCHAKEL_OK);
        list_total(load, SCHAKEL_LOAD_ADULTS, SCHAKEL_LOAD_WITH_PLAN, total, OUT);
        assert_string_equal(total, cases[i].expected);
        assert_int_equal(schakel_load_has_plan(load), 1);
        assert_int_equal(schakel_load_get_options(load, &used), SCHAKEL_OK);
        assert_true(used.planned_adult_ids == NULL && used.planned_count == 0);
        assert_int_equal(used.from, schakel_date_parse(cases[i].from != NULL ? cases[i].from : "2026-08-01"));
        assert_int_equal(used.until,
                         schakel_date_parse(cases[i].until != NULL ? cases[i].until : "2027-07-31"));
        schakel_load_destroy(load);
    }
    schakel_school_destroy(school);
}

static void an_offer_that_may_not_be_asked_now_makes_no_offerer(void **state)
{
    schakel_load *load = NULL;
    schakel_load_total t = SCHAKEL_LOAD_TOTAL_INIT;
    (void)state;
    schakel_school *school = build_empty();
    for (int person = 0; person < 30; person++) {
        char id[16];
        snprintf(id, sizeof id, "p%02d", person);
        build_adult(school, id, NULL, 0);
        build_tie(school, "child", id, SCHAKEL_TIE_PARENT);
        for (int limit = 0; limit < 3; limit++)
            if (person % 3 == limit || (person % 3 == 1 && limit == 2))
                build_offer(school, id, (schakel_offer_limit)limit);
    }
    assert_int_equal(schakel_load_count(school, NULL, &load, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_load_get_total(load, SCHAKEL_LOAD_OFFERERS, SCHAKEL_LOAD_RECORDED, &t),
                     SCHAKEL_OK);
    assert_int_equal(t.adults, 20);
    assert_int_equal(schakel_load_has_plan(load), 0);
    schakel_load_destroy(load);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ wrong and misuse */

static void what_is_wrong_is_named(void **state)
{
    static const char *const plan[] = {"adult-1", "adult-0", "nobody", "nowhere"}, *const hole[] = {NULL};
    static const asked_people parents = {SCHAKEL_TIE_PARENT, "nl", 10, 1, 1, 0};
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    schakel_school *school = build_empty();
    asked_plan planned = {{{0}}, {NULL}, 0};
    build_asked(school, &parents, &planned);
    schakel_load *load = (schakel_load *)school;
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    options.planned_adult_ids = plan;
    options.planned_count = 4;
    assert_int_equal(schakel_load_count(school, &options, &load, &error), SCHAKEL_NOT_FOUND);
    assert_null(load);
    assert_string_equal(error.path, "/planned/2");
    assert_non_null(strstr(error.message, "\"nobody\""));
    options.planned_adult_ids = hole;
    options.planned_count = 1;
    assert_int_equal(schakel_load_count(school, &options, &load, &error), SCHAKEL_MISUSE);
    options.planned_adult_ids = NULL;
    assert_int_equal(schakel_load_count(school, &options, &load, &error), SCHAKEL_MISUSE);
    options.planned_count = 0;
    for (int min_cell = -1; min_cell <= 1001; min_cell += min_cell == 1 ? 1000 : 1) {
        options.min_cell = min_cell;
        assert_int_equal(schakel_load_count(school, &options, &load, &error), SCHAKEL_INVALID);
        assert_string_equal(error.path, "/min_cell");
    }
    options.min_cell = 5;
    options.from = schakel_date_from_ymd(2026, 9, 2);
    options.until = schakel_date_from_ymd(2026, 9, 1);
    assert_int_equal(schakel_load_count(school, &options, &load, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/until");
    options.struct_size = 0;
    assert_int_equal(schakel_load_count(school, &options, &load, NULL), SCHAKEL_MISUSE);
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    schakel_load_total total = SCHAKEL_LOAD_TOTAL_INIT;
    schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
    schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    schakel_load *load = NULL;
    (void)state;
    schakel_school *school = build_empty();
    assert_int_equal(schakel_load_count(NULL, NULL, &load, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_count(school, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_count(school, NULL, &load, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_load_get_total(NULL, SCHAKEL_LOAD_ADULTS, SCHAKEL_LOAD_RECORDED, &total),
                     SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_get_total(load, (schakel_load_people)2, SCHAKEL_LOAD_RECORDED, &total),
                     SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_get_total(load, SCHAKEL_LOAD_ADULTS, (schakel_load_moment)2, &total),
                     SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_get_total(load, SCHAKEL_LOAD_ADULTS, SCHAKEL_LOAD_RECORDED, NULL),
                     SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_bin_count(NULL, SCHAKEL_LOAD_RECORDED), 0);
    assert_int_equal(schakel_load_bin_count(load, (schakel_load_moment)-1), 0);
    assert_int_equal(schakel_load_get_bin(load, SCHAKEL_LOAD_RECORDED, 1, &bin), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_get_bin(load, SCHAKEL_LOAD_RECORDED, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_row_count(NULL), 0);
    assert_int_equal(schakel_load_get_row(load, schakel_load_row_count(load), &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_get_row(load, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_get_row(NULL, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_has_plan(NULL), 0);
    assert_int_equal(schakel_load_get_options(NULL, &options), SCHAKEL_MISUSE);
    assert_int_equal(schakel_load_get_options(load, NULL), SCHAKEL_MISUSE);
    schakel_load_destroy(load);
    schakel_load_destroy(NULL);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spread_as_worked_out_by_hand),
        cmocka_unit_test(the_gini_coefficient_is_the_double_sum),
        cmocka_unit_test(totals_are_those_of_a_plain_count),
        cmocka_unit_test(reading_is_that_of_the_best_dutch),
        cmocka_unit_test(who_counts_and_which_asks),
        cmocka_unit_test(an_offer_that_may_not_be_asked_now_makes_no_offerer),
        cmocka_unit_test(what_is_wrong_is_named),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
