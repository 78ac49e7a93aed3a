/*
 * No small group follows from a load. First by adding and subtracting all figures of many
 * schools. Then by brute force: of small schools, every school that has the same figures is
 * tried, and a number of people follows when it is the same in each of them.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>

#include "unit/effort.h"
#include "unit/insight_loads.h"

static const schakel_tie_kind ties[] = {SCHAKEL_TIE_MOTHER, SCHAKEL_TIE_FATHER, SCHAKEL_TIE_PARENT,
                                        SCHAKEL_TIE_FRIEND};
static const char *const roles[] = {"mother", "father", "parent", "other"};
static const char *const languages[] = {"am", "nl", "so", "ti"};

/* ------------------------------------------------------------ adding and subtracting */

static void assert_open(size_t number, size_t min_cell, const char *what)
{
    /* A difference that cannot be is huge, and would be a mistake as well. */
    if (number > 1000000 || (number != 0 && number < min_cell))
        fail_msg("%s: %zu, of at least %zu", what, number, min_cell);
}

/* What is known of a group of people: a row, the hidden rows together, or everybody. */
typedef struct figures {
    size_t adults, asked;             /* always */
    size_t offerers, asked_with_plan; /* when the people are shown */
    size_t asks, asks_with_plan;      /* when the asks are shown */
} figures;

/* What a load tells apart at all. */
typedef struct told {
    int offerers, plan, asks, others_are_never_asked, others_are_never_planned;
} told;

static figures figures_of(const schakel_load_row *row)
{
    return (figures){row->adults,          row->asked, row->offerers,
                     row->asked_with_plan, row->asks,  row->asks_with_plan};
}

static void subtract(figures *from, const figures *what)
{
    from->adults -= what->adults;
    from->asked -= what->asked;
    from->offerers -= what->offerers;
    from->asked_with_plan -= what->asked_with_plan;
    from->asks -= what->asks;
    from->asks_with_plan -= what->asks_with_plan;
}

static void people_are_open(const figures *f, size_t min_cell)
{
    assert_open(f->adults, min_cell, "adults");
    assert_open(f->asked, min_cell, "asked");
    assert_open(f->adults - f->asked, min_cell, "never asked");
}

static void more_is_open(const figures *f, const told *t, size_t min_cell)
{
    if (t->offerers) {
        assert_open(f->offerers, min_cell, "offerers");
        assert_open(f->adults - f->offerers, min_cell, "others");
        /* When nobody else is asked, those who are asked are offerers. */
        if (t->others_are_never_asked)
            assert_open(f->offerers - f->asked, min_cell, "offerers never asked");
        if (t->others_are_never_planned && t->plan)
            assert_open(f->offerers - f->asked_with_plan, min_cell, "offerers never asked with the plan");
    }
    if (t->plan) {
        assert_open(f->asked_with_plan, min_cell, "asked with the plan");
        assert_open(f->adults - f->asked_with_plan, min_cell, "never asked with the plan");
        assert_open(f->asked_with_plan - f->asked, min_cell, "asked for the first time");
    }
}

static void asks_are_open(const figures *f, const told *t, size_t min_cell)
{
    size_t again = f->asks - f->asked, again_with_plan = f->asks_with_plan - f->asked_with_plan;
    assert_open(again, min_cell, "asks beyond the first");
    if (!t->plan)
        return;
    assert_open(again_with_plan, min_cell, "asks beyond the first with the plan");
    assert_open(again_with_plan - again, min_cell, "planned asks beyond the first");
}

/* What the rows of a breakdown tell apart. */
static told told_by(const schakel_load *load, schakel_breakdown breakdown, const told *all)
{
    told made = *all;
    made.offerers = made.plan = 0;
    for (size_t i = 1; i < schakel_load_row_count(load); i++) {
        schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
        assert_int_equal(schakel_load_get_row(load, i, &row), SCHAKEL_OK);
        if (row.breakdown == breakdown && row.adults != 0) {
            made.offerers |= !row.offerers_hidden;
            made.plan |= !row.plan_hidden;
        }
    }
    assert_true(made.offerers <= all->offerers && made.plan <= all->plan);
    return made;
}

static void rows_give_nothing_away(const schakel_load *load, schakel_breakdown breakdown,
                                   const told *all_told, size_t min_cell)
{
    const told told_here = told_by(load, breakdown, all_told), *t = &told_here;
    schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
    size_t rows = 0;
    assert_int_equal(schakel_load_get_row(load, 0, &row), SCHAKEL_OK);
    figures left = figures_of(&row), more_left = left, asks_left = left, all = left;
    for (size_t i = 1; i < schakel_load_row_count(load); i++) {
        assert_int_equal(schakel_load_get_row(load, i, &row), SCHAKEL_OK);
        if (row.breakdown != breakdown)
            continue;
        figures f = figures_of(&row);
        int more_hidden = (t->offerers && row.offerers_hidden) || (t->plan && row.plan_hidden);
        rows++;
        subtract(&left, &f);
        if (!row.hidden)
            people_are_open(&f, min_cell);
        if (!more_hidden) {
            subtract(&more_left, &f);
            more_is_open(&f, t, min_cell);
        }
        if (!row.asks_hidden) {
            assert_true(!more_hidden && t->asks);
            subtract(&asks_left, &f);
            asks_are_open(&f, t, min_cell);
        }
    }
    if (rows == 0)
        return;
    people_are_open(&left, min_cell);
    more_is_open(&more_left, t, min_cell);
    if (t->asks)
        asks_are_open(&asks_left, t, min_cell);
    assert_true(all.adults >= left.adults);
}

/* The bins, and what they leave for those in the last one. `offerers`: 1, or 0 for the others, -1 for all. */
static void bins_give_nothing_away(const schakel_load *load, int offerers, const told *t, size_t min_cell)
{
    size_t bins_of[2][16], counts[2];
    for (int moment = 0; moment <= t->plan; moment++) {
        schakel_load_total all = SCHAKEL_LOAD_TOTAL_INIT, some = SCHAKEL_LOAD_TOTAL_INIT;
        schakel_load_get_total(load, SCHAKEL_LOAD_ADULTS, (schakel_load_moment)moment, &all);
        schakel_load_get_total(load, SCHAKEL_LOAD_OFFERERS, (schakel_load_moment)moment, &some);
        size_t rest = offerers < 0 ? all.asks : offerers ? some.asks : all.asks - some.asks;
        counts[moment] = schakel_load_bin_count(load, (schakel_load_moment)moment);
        for (size_t i = 0; i < counts[moment]; i++) {
            schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
            assert_int_equal(schakel_load_get_bin(load, (schakel_load_moment)moment, i, &bin), SCHAKEL_OK);
            bins_of[moment][i] = offerers < 0 ? bin.adults
                                 : offerers   ? bin.offerers
                                              : bin.adults - bin.offerers;
            rest -= i * bins_of[moment][i];
            assert_open(bins_of[moment][i], min_cell, "bin");
        }
        if (t->asks)
            assert_open(rest, min_cell, "asks beyond the last bin");
    }
    /* Who is asked so often is so with the plan: the difference is whom the plan brings there. */
    size_t from = 0, from_with_plan = 0, bins = counts[0];
    for (size_t i = bins; t->plan && i < counts[1]; i++)
        from_with_plan += bins_of[1][i];
    for (size_t i = bins; t->plan && i-- > 0 && i < counts[1];) {
        from += bins_of[0][i];
        from_with_plan += bins_of[1][i];
        assert_open(from_with_plan - from, min_cell, "brought so far by the plan");
    }
}

static told what_is_told(const schakel_load *load)
{
    schakel_load_total t[2][2];
    for (int who = 0; who < 2; who++)
        for (int moment = 0; moment < 2; moment++) {
            t[who][moment] = (schakel_load_total)SCHAKEL_LOAD_TOTAL_INIT;
            assert_int_equal(schakel_load_get_total(load, (schakel_load_people)who,
                                                    (schakel_load_moment)moment, &t[who][moment]),
                             SCHAKEL_OK);
        }
    told made = {!t[1][0].hidden, !t[0][1].hidden, !t[0][0].asks_hidden, 0, 0};
    made.others_are_never_asked = made.offerers && t[0][0].asked == t[1][0].asked;
    made.others_are_never_planned = made.offerers && made.plan && t[0][1].asked == t[1][1].asked;
    return made;
}

static void draw_groups(asked_people groups[16], uint64_t *seed)
{
    uint32_t most = 2 + random_below(seed, 12), often = 1 + random_below(seed, 4);
    int with_others = random_below(seed, 2) == 0, with_plan = random_below(seed, 3) != 0;
    for (int i = 0; i < 16; i++) {
        groups[i] = (asked_people){ties[random_below(seed, 4)],    languages[random_below(seed, 4)],
                                   (int)random_below(seed, most),  !with_others || random_below(seed, 3) != 0,
                                   (int)random_below(seed, often), 0};
        if (random_below(seed, 3) == 0)
            groups[i].count = 0;
        if (with_plan && (groups[i].offers || random_below(seed, 4) == 0))
            groups[i].planned = (int)random_below(seed, 3);
        if (!groups[i].offers && random_below(seed, 2) == 0)
            groups[i].recorded = 0;
    }
}

static void no_small_group_follows_by_adding_and_subtracting(void **state)
{
    enum { ROUNDS = 60 * EFFORT };
    size_t shown = 0, with_plan = 0, with_offerers = 0, with_asks = 0, rows_asks = 0, rows_no_asks = 0;
    uint64_t seed = 1905;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        asked_people groups[16];
        size_t min_cell = 2 + random_below(&seed, 4);
        draw_groups(groups, &seed);
        schakel_load *load = load_of_people(groups, 16, (int)min_cell);
        schakel_load_row all = SCHAKEL_LOAD_ROW_INIT;
        assert_int_equal(schakel_load_get_row(load, 0, &all), SCHAKEL_OK);
        told t = what_is_told(load);
        if (!all.hidden) {
            for (int b = SCHAKEL_BY_ROLE; b <= SCHAKEL_BY_READING; b++)
                rows_give_nothing_away(load, (schakel_breakdown)b, &t, min_cell);
            for (int offerers = -1; offerers <= (t.offerers ? 1 : -1); offerers++)
                bins_give_nothing_away(load, offerers, &t, min_cell);
        } else {
            assert_true(!t.offerers && !t.plan && !t.asks &&
                        schakel_load_bin_count(load, SCHAKEL_LOAD_RECORDED) == 0);
        }
        shown += !all.hidden;
        with_plan += (size_t)t.plan;
        with_offerers += (size_t)t.offerers;
        with_asks += (size_t)t.asks;
        for (size_t i = 1; i < schakel_load_row_count(load); i++) {
            schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
            assert_int_equal(schakel_load_get_row(load, i, &row), SCHAKEL_OK);
            rows_asks += !row.asks_hidden && row.adults != 0;
            rows_no_asks += row.asks_hidden && row.adults != 0;
        }
        schakel_load_destroy(load);
    }
    print_message(
        "%d schools: %zu shown, %zu with the plan, %zu with offerers, %zu with asks; rows with asks "
        "%zu, without %zu\n",
        ROUNDS, shown, with_plan, with_offerers, with_asks, rows_asks, rows_no_asks);
    assert_true(shown > ROUNDS / 2 && with_plan > ROUNDS / 12 && with_offerers > ROUNDS / 12 &&
                with_asks > ROUNDS / 12 && rows_asks > ROUNDS / 12 && rows_no_asks > ROUNDS / 12);
}

/* ---------------------------------------------------------------------- brute force */

/* Kinds of people. A school is how many there are of each. */
typedef struct kind {
    int row, offers, recorded, with_plan;
} kind;

enum { MOST_KINDS = 32, MOST_EQUATIONS = 96, MOST_SECRETS = 1024 };

typedef struct world {
    kind kinds[MOST_KINDS];
    size_t kind_count;
    int people;
    unsigned char
        *schools; /* MOST_KINDS numbers each: with as many each time the compiler counts them side by side */
    size_t count, capacity;
} world;

static void add_school(world *w, const unsigned char *numbers)
{
    if (w->count == w->capacity) {
        w->capacity = w->capacity == 0 ? 1024 : w->capacity * 2;
        w->schools = realloc(w->schools, w->capacity * MOST_KINDS);
        assert_non_null(w->schools);
    }
    memcpy(w->schools + w->count++ * MOST_KINDS, numbers, MOST_KINDS);
}

/* Every way to have so many people. */
static void add_all_schools(world *w)
{
    unsigned char numbers[MOST_KINDS] = {0};
    size_t last = w->kind_count - 1;
    numbers[0] = (unsigned char)w->people;
    for (;;) {
        add_school(w, numbers);
        /* The next one: as counting, in the order of the first number that can be taken from. */
        size_t at = 0;
        while (numbers[at] == 0)
            at++;
        if (at == last)
            return;
        unsigned char moved = numbers[at];
        numbers[at] = 0;
        numbers[at + 1]++;
        numbers[0] = (unsigned char)(moved - 1);
    }
}

typedef struct equation {
    unsigned char weights[MOST_KINDS];
    size_t value;
    int at_least; /* rather than equal */
} equation;

typedef struct system {
    const world *world;
    equation equations[MOST_EQUATIONS];
    size_t count;
} system_of_figures;

/* Whom a figure is over: row and offers -1 for all; from so many asks up to so many, of a moment. */
typedef struct part {
    int row, offers, moment, from, to;
} part;

static int asks_of(const kind *k, int moment)
{
    return moment == 0 ? k->recorded : k->with_plan;
}

static int is_in(const kind *k, const part *p)
{
    int asks = asks_of(k, p->moment);
    return (p->row < 0 || k->row == p->row) && (p->offers < 0 || k->offers == p->offers) && asks >= p->from &&
           asks <= p->to;
}

static void add_equation(system_of_figures *s, part p, int of_asks, size_t value)
{
    equation *e = &s->equations[s->count++];
    assert_true(s->count <= MOST_EQUATIONS);
    e->value = value;
    e->at_least = 0;
    memset(e->weights, 0, sizeof e->weights);
    for (size_t i = 0; i < s->world->kind_count; i++) {
        const kind *k = &s->world->kinds[i];
        e->weights[i] = (unsigned char)(is_in(k, &p) ? (of_asks ? asks_of(k, p.moment) : 1) : 0);
    }
}

enum { EVER = 99 };

static void know_totals(system_of_figures *s, const schakel_load *load)
{
    for (int who = 0; who < 2; who++)
        for (int moment = 0; moment < 2; moment++) {
            schakel_load_total t = SCHAKEL_LOAD_TOTAL_INIT;
            int offers = who == 0 ? -1 : 1;
            schakel_load_get_total(load, (schakel_load_people)who, (schakel_load_moment)moment, &t);
            if (t.hidden)
                continue;
            add_equation(s, (part){-1, offers, moment, 0, EVER}, 0, t.adults);
            add_equation(s, (part){-1, offers, moment, 0, 0}, 0, t.never_asked);
            if (!t.asks_hidden)
                add_equation(s, (part){-1, offers, moment, 0, EVER}, 1, t.asks);
            for (size_t i = 0; i < schakel_load_bin_count(load, (schakel_load_moment)moment); i++) {
                schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
                schakel_load_get_bin(load, (schakel_load_moment)moment, i, &bin);
                add_equation(s, (part){-1, offers, moment, (int)i, bin.or_more ? EVER : (int)i}, 0,
                             who == 0 ? bin.adults : bin.offerers);
            }
        }
}

static void know_rows(system_of_figures *s, const schakel_load *load)
{
    for (size_t i = 1; i < schakel_load_row_count(load); i++) {
        schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
        int r = 0;
        schakel_load_get_row(load, i, &row);
        if (row.breakdown != SCHAKEL_BY_ROLE)
            continue;
        while (strcmp(roles[r], row.key) != 0)
            r++;
        if (row.hidden) {
            add_equation(s, (part){r, -1, 0, 0, EVER}, 0, 1);
            s->equations[s->count - 1].at_least = 1;
            continue;
        }
        add_equation(s, (part){r, -1, 0, 0, EVER}, 0, row.adults);
        add_equation(s, (part){r, -1, 0, 0, 0}, 0, row.never_asked);
        if (!row.offerers_hidden)
            add_equation(s, (part){r, 1, 0, 0, EVER}, 0, row.offerers);
        if (!row.plan_hidden)
            add_equation(s, (part){r, -1, 1, 0, 0}, 0, row.never_asked_with_plan);
        if (!row.asks_hidden)
            add_equation(s, (part){r, -1, 0, 0, EVER}, 1, row.asks);
        if (!row.asks_hidden && !row.plan_hidden)
            add_equation(s, (part){r, -1, 1, 0, EVER}, 1, row.asks_with_plan);
    }
}

/* What weights and numbers come to. */
static unsigned weigh(const unsigned char weights[MOST_KINDS], const unsigned char numbers[MOST_KINDS])
{
    unsigned sum = 0;
    for (size_t k = 0; k < MOST_KINDS; k++)
        sum += (unsigned)weights[k] * numbers[k];
    return sum;
}

static int agrees(const system_of_figures *s, const unsigned char *numbers)
{
    for (size_t i = 0; i < s->count; i++) {
        const equation *e = &s->equations[i];
        unsigned sum = weigh(e->weights, numbers);
        if (e->at_least ? sum < e->value : sum != e->value)
            return 0;
    }
    return 1;
}

typedef struct secret {
    part part;
    unsigned char weights[MOST_KINDS]; /* 1 for whom it is over */
    size_t low, high;
} secret;

static size_t list_secrets(secret *secrets, const world *w)
{
    size_t count = 0;
    for (int row = -1; row < 3; row++)
        for (int offers = -1; offers < 2; offers++)
            for (int moment = 0; moment < 2; moment++)
                for (int from = 0; from <= 4; from++)
                    for (int more = 0; more < 2; more++)
                        secrets[count++] =
                            (secret){{row, offers, moment, from, more ? EVER : from}, {0}, EVER, 0};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < w->kind_count; k++)
            secrets[i].weights[k] = (unsigned char)is_in(&w->kinds[k], &secrets[i].part);
    return count;
}

/* Returns how many schools have the same figures. */
static size_t nothing_small_follows(const system_of_figures *s, size_t min_cell)
{
    static secret secrets[MOST_SECRETS];
    size_t count = list_secrets(secrets, s->world), alike = 0;
    assert_true(count <= MOST_SECRETS);
    for (size_t i = 0; i < s->world->count; i++) {
        const unsigned char *numbers = s->world->schools + i * MOST_KINDS;
        if (!agrees(s, numbers))
            continue;
        alike++;
        for (size_t j = 0; j < count; j++) {
            size_t number = weigh(secrets[j].weights, numbers);
            secrets[j].low = number < secrets[j].low ? number : secrets[j].low;
            secrets[j].high = number > secrets[j].high ? number : secrets[j].high;
        }
    }
    assert_true(alike > 0);
    for (size_t j = 0; j < count; j++) {
        const part *p = &secrets[j].part;
        if (secrets[j].low == secrets[j].high && secrets[j].low != 0 && secrets[j].low < min_cell)
            fail_msg("of row %d, offering %d, moment %d, asked %d to %d: %zu, of at least %zu", p->row,
                     p->offers, p->moment, p->from, p->to, secrets[j].low, min_cell);
    }
    return alike;
}

/* A school of so many people who are asked no more often than `most`; less than the world has room for. */
static schakel_load *draw_load(const world *w, int most, size_t min_cell, uint64_t *seed)
{
    asked_people groups[16];
    uint32_t few = 1 + random_below(seed, (uint32_t)w->kind_count);
    kind liked[MOST_KINDS];
    for (uint32_t i = 0; i < few; i++)
        do
            liked[i] = w->kinds[random_below(seed, (uint32_t)w->kind_count)];
        while (liked[i].with_plan > most);
    for (int i = 0; i < w->people; i++) {
        kind k = liked[random_below(seed, few)];
        groups[i] = (asked_people){ties[k.row], "nl", 1, k.offers, k.recorded, k.with_plan - k.recorded};
    }
    return load_of_people(groups, (size_t)w->people, (int)min_cell);
}

static void try_world(world *w, int most, int rounds, const char *name)
{
    uint64_t seed = 2026;
    size_t told_something = 0, alike = 0;
    add_all_schools(w);
    for (int round = 0; round < rounds; round++) {
        static system_of_figures s;
        size_t min_cell = 2 + (random_below(&seed, 4) == 0);
        schakel_load *load = draw_load(w, most, min_cell, &seed);
        s.world = w;
        s.count = 0;
        know_totals(&s, load);
        know_rows(&s, load);
        if (s.count > 8) {
            alike += nothing_small_follows(&s, min_cell);
            told_something++;
        }
        schakel_load_destroy(load);
    }
    print_message("%s: %zu schools tried against each of %zu; %zu alike\n", name, w->count, told_something,
                  alike);
    assert_true(told_something * 3 >= (size_t)rounds);
    free(w->schools);
}

/* Kinds for all rows, offering or not, recorded and with the plan up to so many. */
static world make_world(int rows, int offers, int recorded, int with_plan, int size)
{
    world w = {{{0, 0, 0, 0}}, 0, size, NULL, 0, 0};
    for (int row = 0; row < rows; row++)
        for (int o = offers ? 0 : 1; o < 2; o++)
            for (int b = 0; b <= recorded; b++)
                for (int p = b; p <= (with_plan == 0 ? b : with_plan); p++) {
                    assert_true(w.kind_count < MOST_KINDS);
                    w.kinds[w.kind_count++] = (kind){row, o, b, p};
                }
    return w;
}

static void no_small_group_follows_at_all(void **state)
{
    static const struct {
        const char *name;
        int rows, offers, recorded, with_plan, people, most, rounds;
    } cases[] = {
        {"everybody, plan", 1, 0, 4, 4, 8, 3, 30},
        {"everybody, offers and plan", 1, 1, 3, 3, 7, 2, 30},
        {"rows", 3, 0, 4, 0, 8, 3, 30},
        {"rows, offers", 3, 1, 2, 0, 7, 1, 30},
        {"rows, plan", 3, 0, 1, 3, 6, 2, 30},
        {"rows, offers and plan", 2, 1, 1, 2, 7, 1, 30},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        world w = make_world(cases[i].rows, cases[i].offers, cases[i].recorded, cases[i].with_plan,
                             cases[i].people);
        try_world(&w, cases[i].most, cases[i].rounds * EFFORT / 100, cases[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_small_group_follows_by_adding_and_subtracting),
        cmocka_unit_test(no_small_group_follows_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
