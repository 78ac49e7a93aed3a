/* Shares with their interval, the exact comparison of two groups, and many comparisons at once. */
#include "insight/statistics.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"
#include "schakel/insight.h"

/* ---------------------------------------------------------------- one share */

static const double z = 1.959963984540054; /* 97.5% of the normal distribution lies below it */

schakel_status schakel_share_interval(size_t count, size_t n, double *low, double *high)
{
    double ends[2] = {0, 1};
    if (count > n)
        return SCHAKEL_MISUSE;
    if (n != 0) {
        double people = (double)n, p = (double)count / people, z2 = z * z;
        double middle = p + z2 / (2 * people);
        double reach = z * sqrt(p * (1 - p) / people + z2 / (4 * people * people));
        /* Rounding must not move an end away from what it is exactly. */
        ends[0] = count == 0 ? 0 : (middle - reach) / (1 + z2 / people);
        ends[1] = count == n ? 1 : (middle + reach) / (1 + z2 / people);
    }
    if (low != NULL)
        *low = ends[0];
    if (high != NULL)
        *high = ends[1];
    return SCHAKEL_OK;
}

/* --------------------------------------------------------------- two groups */

/* All tables with the margins of one table; a table is told by its first cell, x. */
typedef struct margins {
    double counted; /* of both groups together */
    double first;   /* people in the first group */
    double people;
    double least, most; /* the first and the last x that there is */
} margins;

static margins margins_of(size_t a_count, size_t a_n, size_t b_count, size_t b_n)
{
    margins m = {(double)(a_count + b_count), (double)a_n, (double)(a_n + b_n), 0, 0};
    m.least = fmax(0, m.counted + m.first - m.people);
    m.most = fmin(m.counted, m.first);
    return m;
}

/* The chance of x + 1 over the chance of x; 0 past the last x. */
static double ratio_up(const margins *m, double x)
{
    return (m->counted - x) * (m->first - x) / ((x + 1) * (m->people - m->counted - m->first + x + 1));
}

/* The chance of x - 1 over the chance of x; 0 past the first x. */
static double ratio_down(const margins *m, double x)
{
    return x <= m->least ? 0 : 1 / ratio_up(m, x - 1);
}

/* Of two chances that differ less than this, rounding may be the cause. */
static const double same = 1 + 1e-9;

/* Chances as multiples of that of the likeliest x. */
typedef struct chances {
    double all;
    double no_likelier; /* than the table that was seen */
} chances;

static void add_side(const margins *m, double x, double (*ratio)(const margins *, double), double step,
                     double seen, chances *sum)
{
    /* Chances fall ever faster, so where one has vanished the rest have. */
    for (double chance = ratio(m, x); chance > 0; x += step, chance *= ratio(m, x)) {
        sum->all += chance;
        if (chance <= seen * same)
            sum->no_likelier += chance;
    }
}

/* The chance of x as a multiple of that of the likeliest; 0 when it is too small for a double. */
static double chance_of(const margins *m, double likeliest, double x)
{
    double chance = 1;
    for (double at = likeliest; at < x && chance > 0; at++)
        chance *= ratio_up(m, at);
    for (double at = likeliest; at > x && chance > 0; at--)
        chance *= ratio_down(m, at);
    return chance;
}

enum { PEOPLE_MAX = 10000000 };

double schakel_groups_differ(size_t a_count, size_t a_n, size_t b_count, size_t b_n)
{
    if (a_count > a_n || b_count > b_n || a_n >= PEOPLE_MAX || b_n >= PEOPLE_MAX - a_n)
        return -1;
    margins m = margins_of(a_count, a_n, b_count, b_n);
    double likeliest = floor((m.counted + 1) * (m.first + 1) / (m.people + 2));
    likeliest = fmin(fmax(likeliest, m.least), m.most);
    double seen = chance_of(&m, likeliest, (double)a_count);
    chances sum = {1, 1 <= seen * same};
    add_side(&m, likeliest, ratio_up, 1, seen, &sum);
    add_side(&m, likeliest, ratio_down, -1, seen, &sum);
    return fmin(sum.no_likelier / sum.all, 1);
}

/* ----------------------------------------------------------- many comparisons */

static int by_p(const void *a, const void *b)
{
    const sk_test *left = a, *right = b;
    return (left->p > right->p) - (left->p < right->p);
}

static int by_number(const void *a, const void *b)
{
    const sk_test *left = a, *right = b;
    return (left->number > right->number) - (left->number < right->number);
}

void sk_holm(sk_test *tests, size_t count)
{
    double reached = 0; /* by the ones before: an adjusted p-value is never below theirs */
    if (count == 0)
        return;
    qsort(tests, count, sizeof *tests, by_p);
    for (size_t i = 0; i < count; i++) {
        reached = fmax(reached, fmin(1, tests[i].p * (double)(count - i)));
        tests[i].adjusted = reached;
    }
    qsort(tests, count, sizeof *tests, by_number);
}
