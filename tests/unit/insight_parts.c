/* What goes along with hidden rows. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "insight/parts.h"

/* A row of `some` people and `others`, hidden when one of the two is a handful. */
static sk_parted_row row_of(size_t some, size_t others)
{
    sk_parted_row row = {{{some, some}, {others, others}}, some + others, 0};
    row.hidden = !sk_is_open(some, 5) || !sk_is_open(others, 5);
    return row;
}

static void nothing_goes_along_where_nothing_is_hidden(void **state)
{
    sk_parted_row rows[] = {row_of(0, 5), row_of(5, 5), row_of(9, 6)};
    (void)state;
    assert_true(sk_hide_parted(rows, 3, 5));
    assert_false(rows[0].hidden || rows[1].hidden || rows[2].hidden);
}

static void the_smallest_row_goes_along_and_rows_of_its_size(void **state)
{
    sk_parted_row rows[] = {row_of(0, 0), row_of(2, 5), row_of(5, 5), row_of(0, 10), row_of(9, 9)};
    (void)state;
    assert_true(sk_hide_parted(rows, 5, 5));
    assert_false(rows[0].hidden);
    assert_true(rows[1].hidden && rows[2].hidden && rows[3].hidden);
    assert_false(rows[4].hidden);
}

static void hidden_rows_that_are_enough_together_take_nobody_along(void **state)
{
    sk_parted_row rows[] = {row_of(3, 6), row_of(4, 6), row_of(9, 9)};
    (void)state;
    assert_true(sk_hide_parted(rows, 3, 5));
    assert_true(rows[0].hidden && rows[1].hidden && !rows[2].hidden);
}

static void one_person_for_each_hidden_row_is_too_few(void **state)
{
    sk_parted_row rows[] = {row_of(1, 0), row_of(1, 0), row_of(1, 0), row_of(1, 0),
                            row_of(1, 0), row_of(6, 0), row_of(8, 0)};
    (void)state;
    assert_true(sk_hide_parted(rows, 7, 5));
    assert_true(rows[5].hidden && !rows[6].hidden);
    assert_false(sk_hide_parted(rows, 5, 5));
}

static void what_is_not_surely_enough_takes_rows_along(void **state)
{
    sk_parted_row rows[] = {{{{4, 9}}, 9, 1}, {{{0, 7}}, 10, 0}, {{{1, 3}}, 11, 0}, {{{6, 8}}, 12, 0}};
    (void)state;
    assert_true(sk_hide_parted(rows, 4, 5));
    assert_true(rows[1].hidden && rows[2].hidden && !rows[3].hidden);
}

static void where_all_is_not_enough_all_is_hidden(void **state)
{
    sk_parted_row rows[] = {row_of(2, 5), row_of(1, 6)};
    (void)state;
    assert_false(sk_hide_parted(rows, 2, 5));
    assert_true(rows[0].hidden && rows[1].hidden);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_goes_along_where_nothing_is_hidden),
        cmocka_unit_test(the_smallest_row_goes_along_and_rows_of_its_size),
        cmocka_unit_test(hidden_rows_that_are_enough_together_take_nobody_along),
        cmocka_unit_test(one_person_for_each_hidden_row_is_too_few),
        cmocka_unit_test(what_is_not_surely_enough_takes_rows_along),
        cmocka_unit_test(where_all_is_not_enough_all_is_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
