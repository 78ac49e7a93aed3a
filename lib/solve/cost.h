/* Costs in two parts that are compared high part first, and arithmetic that sees overflow; and no number at all. */
#ifndef SK_SOLVE_COST_H
#define SK_SOLVE_COST_H

#include <stdint.h>

/* No number of a list: none of them. */
#define SK_NONE UINT32_MAX

typedef struct sk_cost {
    int64_t high;
    int64_t low;
} sk_cost;

static inline sk_cost sk_cost_add(sk_cost a, sk_cost b)
{
    return (sk_cost){a.high + b.high, a.low + b.low};
}

static inline sk_cost sk_cost_subtract(sk_cost a, sk_cost b)
{
    return (sk_cost){a.high - b.high, a.low - b.low};
}

static inline int sk_cost_less(sk_cost a, sk_cost b)
{
    return a.high < b.high || (a.high == b.high && a.low < b.low);
}

static inline int sk_cost_equal(sk_cost a, sk_cost b)
{
    return a.high == b.high && a.low == b.low;
}

/* *total += a * b for numbers that are 0 or more. Returns 0, with *total as it was, when that passes `limit`. */
static inline int sk_add_product(int64_t *total, int64_t a, int64_t b, int64_t limit)
{
    if (a != 0 && b > (limit - *total) / a)
        return 0;
    *total += a * b;
    return 1;
}

#endif
