/*
 * Which rows of a table are too small to show. Statistics offices call it primary and
 * secondary suppression: first the cells that hold too few people, then as many
 * others as it takes to keep the first from following by subtraction.
 *
 * A reader can always add up what is hidden in a breakdown: the total less the rows
 * that are shown. So that sum is held to the same rule as a single row. Which rows go
 * along depends on their sizes alone, rows of one size together, so that the hidden
 * rows can change places without a trace.
 */
#include "insight/table.h"

#include <stdlib.h>
#include <string.h>

#include "insight/parts.h"

static int size_shows(const sk_cell *cell, size_t min_cell)
{
    return sk_is_open(cell->adults, min_cell);
}

static int counts_show(const sk_cell *cell, size_t min_cell)
{
    return sk_is_open(cell->adults, min_cell) && sk_is_open(cell->asked, min_cell) &&
           sk_is_open(cell->adults - cell->asked, min_cell);
}

static int yes_shows(const sk_cell *cell, size_t min_cell)
{
    return sk_is_open(cell->said_yes, min_cell) && sk_is_open(cell->asked - cell->said_yes, min_cell);
}

void sk_hide_total(sk_cell *all, size_t min_cell)
{
    all->hidden = !counts_show(all, min_cell);
    all->yes_hidden = all->hidden || !yes_shows(all, min_cell);
}

static int by_adults(const void *a, const void *b)
{
    const sk_cell *left = a, *right = b;
    return (left->adults > right->adults) - (left->adults < right->adults);
}

static int by_asked(const void *a, const void *b)
{
    const sk_cell *left = a, *right = b;
    return (left->asked > right->asked) - (left->asked < right->asked);
}

static void add_to(sk_cell *sum, const sk_cell *cell)
{
    sum->adults += cell->adults;
    sum->asked += cell->asked;
    sum->said_yes += cell->said_yes;
}

/*
 * Hide what does not show, and besides what is hidden the smallest other rows until all of that, added up, does. The
 * smallest row comes first. Returns 0 when the hidden rows are known to hold one person each.
 */
static int hide_smallest(sk_cell *rows, size_t count, size_t min_cell, int (*shows)(const sk_cell *, size_t))
{
    sk_cell sum = {0};
    size_t hidden = 0;
    for (size_t i = 0; i < count; i++) {
        rows[i].hidden |= !shows(&rows[i], min_cell);
        if (rows[i].hidden) {
            add_to(&sum, &rows[i]);
            hidden++;
        }
    }
    size_t size = 0; /* of the last row that went along */
    for (size_t i = 0; i < count && hidden != 0; i++) {
        if (rows[i].hidden || rows[i].adults == 0)
            continue;
        if (shows(&sum, min_cell) && sum.adults > hidden && rows[i].adults != size)
            break;
        rows[i].hidden = 1;
        size = rows[i].adults;
        add_to(&sum, &rows[i]);
        hidden++;
    }
    return hidden == 0 || sum.adults > hidden;
}

/* Tables of other counts hide the same sizes, so that no size follows from laying them side by side. */
static int hide_counts(sk_cell *rows, size_t count, size_t min_cell)
{
    for (size_t i = 0; i < count; i++)
        rows[i].hidden = 0;
    qsort(rows, count, sizeof *rows, by_adults);
    return hide_smallest(rows, count, min_cell, size_shows) &&
           hide_smallest(rows, count, min_cell, counts_show);
}

static void hide_yes(sk_cell *rows, size_t count, size_t min_cell)
{
    sk_cell sum = {0};
    int any = 0;
    for (size_t i = 0; i < count; i++) {
        rows[i].yes_hidden = rows[i].hidden || !yes_shows(&rows[i], min_cell);
        if (rows[i].yes_hidden) {
            add_to(&sum, &rows[i]);
            any = 1;
        }
    }
    qsort(rows, count, sizeof *rows, by_asked);
    size_t size = 0; /* of the last row that went along */
    for (size_t i = 0; i < count && any; i++) {
        /* Where nobody was asked, everybody knows that nobody said yes. */
        if (rows[i].yes_hidden || rows[i].asked == 0)
            continue;
        if (yes_shows(&sum, min_cell) && rows[i].asked != size)
            break;
        rows[i].yes_hidden = 1;
        size = rows[i].asked;
        add_to(&sum, &rows[i]);
    }
}

int sk_hide_rows(const sk_cell *all, sk_cell *rows, size_t count, size_t min_cell)
{
    if (!hide_counts(rows, count, min_cell))
        return 0;
    if (all->hidden) {
        for (size_t i = 0; i < count; i++)
            rows[i].hidden = rows[i].yes_hidden = rows[i].adults != 0;
        return 1;
    }
    /* When the yes of everybody is too small to show, no sum of rows will do and all go along. */
    hide_yes(rows, count, min_cell);
    return 1;
}

/* Asks are hidden wherever people are: numbers that follow from each other go together. */
static int *hidden_flag(sk_cell *row, const sk_detail *detail)
{
    return detail->asks ? &row->asks_hidden : &row->people_hidden;
}

/* The size of the smallest rows of which this is shown; 0 when there are none. */
static size_t smallest_shown(sk_cell *rows, size_t count, const sk_detail *detail)
{
    size_t smallest = 0;
    for (size_t i = 0; i < count; i++)
        if (!*hidden_flag(&rows[i], detail) && rows[i].adults != 0 &&
            (smallest == 0 || rows[i].adults < smallest))
            smallest = rows[i].adults;
    return smallest;
}

static void hide_detail(sk_cell *rows, size_t count, const sk_detail *detail, size_t min_cell)
{
    sk_profile sum;
    int any = 0;
    memset(&sum, 0, sizeof sum);
    for (size_t i = 0; i < count; i++) {
        int *hidden = hidden_flag(&rows[i], detail);
        *hidden =
            rows[i].hidden || rows[i].people_hidden || !sk_profile_shows(rows[i].profile, detail, min_cell);
        if (*hidden) {
            sk_profile_add(&sum, rows[i].profile);
            any = 1;
        }
    }
    size_t size = any ? smallest_shown(rows, count, detail) : 0;
    for (; size != 0 && !sk_profile_shows(&sum, detail, min_cell); size = smallest_shown(rows, count, detail))
        for (size_t i = 0; i < count; i++)
            if (rows[i].adults == size && !*hidden_flag(&rows[i], detail)) {
                *hidden_flag(&rows[i], detail) = 1;
                sk_profile_add(&sum, rows[i].profile);
            }
}

/* How many rows with people in them show what is told apart. */
static size_t hide_details(sk_cell *rows, size_t count, const sk_detail *detail, size_t min_cell)
{
    const sk_detail people = sk_detail_of_people(detail);
    size_t shown = 0;
    for (size_t i = 0; i < count; i++)
        rows[i].people_hidden = 0;
    hide_detail(rows, count, &people, min_cell);
    if (detail->asks)
        hide_detail(rows, count, detail, min_cell);
    for (size_t i = 0; i < count; i++) {
        rows[i].asks_hidden |= !detail->asks;
        rows[i].offerers_hidden = rows[i].people_hidden || !detail->offerers;
        rows[i].plan_hidden = rows[i].people_hidden || !detail->plan;
        shown += rows[i].adults != 0 && !rows[i].people_hidden;
    }
    return shown;
}

void sk_hide_profiles(sk_cell *rows, size_t count, const sk_detail *detail, size_t min_cell)
{
    static const struct {
        int offerers, plan;
    } tries[] = {{1, 1}, {0, 1}, {1, 0}, {0, 0}};
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        sk_detail tried = *detail;
        if (tries[i].offerers > detail->offerers || tries[i].plan > detail->plan)
            continue;
        tried.offerers = tries[i].offerers;
        tried.plan = tries[i].plan;
        if (hide_details(rows, count, &tried, min_cell) != 0)
            return;
    }
    /* Only rows without people are left to show. */
    hide_details(rows, count, detail, min_cell);
}
