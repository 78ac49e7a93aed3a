/*
 * Which rows of a breakdown go along with those that are hidden, so that what is hidden does not follow from
 * the total less what is shown.
 */
#ifndef SK_INSIGHT_PARTS_H
#define SK_INSIGHT_PARTS_H

#include <stddef.h>

/*
 * A number of people that somebody who adds and subtracts may find in a row. Often it is exactly known, and both are the
 * same; where it depends on what is added and subtracted, it is never under `least`, and 0 when `most` is.
 */
typedef struct sk_part {
    size_t least, most;
} sk_part;

enum { SK_PARTS_MAX = 4 };

typedef struct sk_parted_row {
    sk_part parts[SK_PARTS_MAX]; /* those that are not used are 0 */
    size_t people;               /* rows without people never go along */
    int hidden;
} sk_parted_row;

/* Nobody is nobody's secret; from min_cell on a person is one of enough. */
int sk_is_open(size_t people, size_t min_cell);

/*
 * Hide besides the rows that are hidden already the smallest others, rows of one size together, until each part added up
 * over the hidden rows is open and leaves more or less than one person for each of them. The rows stand from the smallest
 * to the largest. Returns 0 when that takes all rows with people and still is not enough; they are hidden then.
 */
int sk_hide_parted(sk_parted_row *rows, size_t count, size_t min_cell);

#endif
