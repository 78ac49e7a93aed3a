/* What the comparisons of a survey rest on, besides schakel_share_interval() and schakel_groups_differ(). */
#ifndef SK_INSIGHT_STATISTICS_H
#define SK_INSIGHT_STATISTICS_H

#include <stddef.h>

/* The p-value of a test, and what becomes of it when others are done as well. */
typedef struct sk_test {
    size_t number; /* in what order the tests are */
    double p;
    double adjusted;
} sk_test;

/* Adjust p-values by the step-down method of Holm. In the end the tests are in the order of their numbers. */
void sk_holm(sk_test *tests, size_t count);

#endif
