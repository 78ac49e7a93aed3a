/*
 * Every figure of a load is a sum of cells of one table, so it is enough that no cell is
 * too small: then no adding and subtracting leads to a small group. Numbers of asks are
 * the exception. They tell what those in the last cell were asked beyond its number, the
 * rest. When the rest is large enough it can be shared out among them in more than one
 * way, and how many of them were asked how often does not follow.
 */
#include "insight/profile.h"

#include <stdint.h>
#include <string.h>

#include "insight/parts.h"

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

void sk_profile_count(sk_profile *profile, int offers, size_t recorded, size_t with_plan)
{
    profile->people[offers][lesser(recorded, SK_MOST_ASKS)][lesser(with_plan, SK_MOST_ASKS)]++;
    profile->asks[offers][SK_RECORDED] += recorded;
    profile->asks[offers][SK_WITH_PLAN] += with_plan;
    if (recorded > profile->most[SK_RECORDED])
        profile->most[SK_RECORDED] = recorded;
    if (with_plan > profile->most[SK_WITH_PLAN])
        profile->most[SK_WITH_PLAN] = with_plan;
}

void sk_profile_add(sk_profile *sum, const sk_profile *profile)
{
    for (int offers = 0; offers < 2; offers++)
        for (size_t i = 0; i < SK_BINS; i++)
            for (size_t j = 0; j < SK_BINS; j++)
                sum->people[offers][i][j] += profile->people[offers][i][j];
    for (int moment = 0; moment < 2; moment++) {
        sum->asks[0][moment] += profile->asks[0][moment];
        sum->asks[1][moment] += profile->asks[1][moment];
        if (profile->most[moment] > sum->most[moment])
            sum->most[moment] = profile->most[moment];
    }
}

size_t sk_profile_people(const sk_profile *profile, int offers, int moment, size_t last, size_t bin)
{
    size_t people = 0;
    for (int o = 0; o < 2; o++)
        for (size_t i = 0; i < SK_BINS && (offers < 0 || o == offers); i++)
            for (size_t j = 0; j < SK_BINS; j++)
                if (lesser(moment == SK_RECORDED ? i : j, last) == bin)
                    people += profile->people[o][i][j];
    return people;
}

size_t sk_profile_asks(const sk_profile *profile, int offers, int moment)
{
    return offers >= 0 ? profile->asks[offers][moment] : profile->asks[0][moment] + profile->asks[1][moment];
}

/* --------------------------------------------------------------- what may be shown */

/* The table with no more cells than are told apart. */
static int cells_show(const sk_profile *profile, const sk_detail *detail, size_t min_cell)
{
    size_t cells[2][SK_BINS][SK_BINS];
    memset(cells, 0, sizeof cells);
    for (int offers = 0; offers < 2; offers++)
        for (size_t i = 0; i < SK_BINS; i++)
            for (size_t j = 0; j < SK_BINS; j++)
                cells[offers && detail->offerers][lesser(i, detail->last[SK_RECORDED])]
                     [detail->plan ? lesser(j, detail->last[SK_WITH_PLAN]) : 0] +=
                    profile->people[offers][i][j];
    for (int offers = 0; offers < 2; offers++)
        for (size_t i = 0; i < SK_BINS; i++)
            for (size_t j = 0; j < SK_BINS; j++)
                if (!sk_is_open(cells[offers][i][j], min_cell))
                    return 0;
    return 1;
}

static size_t people_from(const sk_profile *profile, int offers, int moment, size_t asks)
{
    return sk_profile_people(profile, offers, moment, asks, asks);
}

/* Asks beyond the number of the last bin. */
static size_t rest_of(const sk_profile *profile, int offers, int moment, size_t last)
{
    size_t rest = sk_profile_asks(profile, offers, moment);
    for (size_t asks = 1; asks <= last; asks++)
        rest -= people_from(profile, offers, moment, asks);
    return rest;
}

/* Of two people who were asked five times together, one was asked three times or more. */
enum { FEWEST_FOR_REST = 3 };

static int rest_shows(const sk_profile *profile, int offers, int moment, size_t last, size_t min_cell)
{
    size_t rest = rest_of(profile, offers, moment, last);
    return rest == 0 || (rest >= min_cell && people_from(profile, offers, moment, last) >= FEWEST_FOR_REST);
}

static int rests_show(const sk_profile *profile, int offers, const sk_detail *detail, size_t min_cell)
{
    size_t low = detail->last[SK_RECORDED], high = detail->last[SK_WITH_PLAN];
    if (!rest_shows(profile, offers, SK_RECORDED, low, min_cell))
        return 0;
    if (!detail->plan)
        return 1;
    if (!rest_shows(profile, offers, SK_WITH_PLAN, high, min_cell))
        return 0;
    size_t recorded = rest_of(profile, offers, SK_RECORDED, low);
    size_t with_plan = rest_of(profile, offers, SK_WITH_PLAN, high);
    if (low == high)
        return sk_is_open(with_plan - recorded, min_cell);
    /* Nobody is asked less often with the plan, so its numbers leave room for the rest, and must leave more. */
    size_t room = 0, people = people_from(profile, offers, SK_RECORDED, low);
    for (size_t asks = low + 1; asks <= high; asks++)
        room += lesser(people, people_from(profile, offers, SK_WITH_PLAN, asks));
    return recorded == 0 || recorded + min_cell <= room;
}

int sk_profile_shows(const sk_profile *profile, const sk_detail *detail, size_t min_cell)
{
    if (!cells_show(profile, detail, min_cell))
        return 0;
    if (!detail->asks)
        return 1;
    if (!detail->offerers)
        return rests_show(profile, -1, detail, min_cell);
    return rests_show(profile, 0, detail, min_cell) && rests_show(profile, 1, detail, min_cell);
}

/* ----------------------------------------------------------------------- choosing */

/* The highest numbers for the last bins; the sum of both counts, then those with the plan. Returns 0 for none. */
static int choose_bins(const sk_profile *all, int has_plan, size_t min_cell, sk_detail *detail)
{
    size_t most[2] = {lesser(all->most[SK_RECORDED], SK_MOST_ASKS),
                      lesser(all->most[SK_WITH_PLAN], SK_MOST_ASKS)};
    size_t least[2] = {lesser(most[SK_RECORDED], 1), lesser(most[SK_WITH_PLAN], 1)};
    if (!detail->plan)
        most[SK_WITH_PLAN] = least[SK_WITH_PLAN] = 0;
    for (size_t sum = most[0] + most[1] + 1; sum-- > least[0] + least[1];)
        for (size_t high = lesser(sum, most[SK_WITH_PLAN]) + 1; high-- > least[SK_WITH_PLAN];) {
            size_t low = sum - high;
            if (low < least[SK_RECORDED] || low > most[SK_RECORDED] ||
                (detail->plan && (low > high || (!has_plan && low != high))))
                continue;
            detail->last[SK_RECORDED] = low;
            detail->last[SK_WITH_PLAN] = high;
            if (sk_profile_shows(all, detail, min_cell))
                return 1;
        }
    return 0;
}

sk_detail sk_profile_choose(const sk_profile *all, int has_plan, size_t min_cell)
{
    /* What is given up first comes first. */
    static const sk_detail details[] = {{1, 1, 1, {0, 0}}, {1, 0, 1, {0, 0}}, {1, 1, 0, {0, 0}},
                                        {1, 0, 0, {0, 0}}, {0, 1, 1, {0, 0}}, {0, 0, 1, {0, 0}},
                                        {0, 1, 0, {0, 0}}, {0, 0, 0, {0, 0}}};
    sk_detail detail = details[0];
    for (size_t i = 0; i < sizeof details / sizeof details[0]; i++) {
        detail = details[i];
        if (choose_bins(all, has_plan, min_cell, &detail))
            break;
    }
    return detail;
}

sk_detail sk_detail_of_people(const sk_detail *detail)
{
    sk_detail people = *detail;
    people.asks = 0;
    people.last[SK_RECORDED] = lesser(detail->last[SK_RECORDED], 1);
    people.last[SK_WITH_PLAN] = lesser(detail->last[SK_WITH_PLAN], 1);
    return people;
}

/* ------------------------------------------------------------------------ spread */

double sk_gini(const sk_stretch *stretches, size_t count)
{
    /*
     * With the loads in order, sum_i sum_j |x_i - x_j| = 2 sum_i (2i - n - 1) x_i, i from 1. A stretch
     * of c people after r others has ranks that are r + (c + 1) / 2 in the mean.
     */
    int64_t people = 0, asks = 0, before = 0, apart = 0;
    for (size_t i = 0; i < count; i++) {
        people += (int64_t)stretches[i].people;
        asks += (int64_t)stretches[i].asks;
    }
    for (size_t i = 0; i < count; i++) {
        apart += (int64_t)stretches[i].asks * (2 * before + (int64_t)stretches[i].people - people);
        before += (int64_t)stretches[i].people;
    }
    return asks == 0 ? 0.0 : (double)apart / ((double)people * (double)asks);
}
