/* How often people are asked: one table, and which figures of it may be shown. */
#ifndef SK_INSIGHT_PROFILE_H
#define SK_INSIGHT_PROFILE_H

#include <stddef.h>

/* The highest number of asks that has a cell of its own also stands for all above it. */
enum { SK_MOST_ASKS = 12, SK_BINS = SK_MOST_ASKS + 1, SK_RECORDED = 0, SK_WITH_PLAN = 1 };

typedef struct sk_profile {
    size_t people[2][SK_BINS][SK_BINS]; /* by offering, asks recorded, asks with the plan */
    size_t asks[2][2];                  /* by offering; SK_RECORDED, SK_WITH_PLAN */
    size_t most[2];                     /* the most asks of one person */
} sk_profile;

/* What is told apart. */
typedef struct sk_detail {
    int offerers;   /* from those who offer nothing */
    int plan;       /* from what is recorded; when not, there is one moment, SK_RECORDED */
    int asks;       /* also how many asks there are */
    size_t last[2]; /* the number of the last bin of each moment, which stands for more as well */
} sk_detail;

void sk_profile_count(sk_profile *profile, int offers, size_t recorded, size_t with_plan);
void sk_profile_add(sk_profile *sum, const sk_profile *profile);

/* People in a bin (or above the last one), and asks, of those who offer, who do not, or both (offers -1). */
size_t sk_profile_people(const sk_profile *profile, int offers, int moment, size_t last, size_t bin);
size_t sk_profile_asks(const sk_profile *profile, int offers, int moment);

/* May what is told apart be shown of these people? */
int sk_profile_shows(const sk_profile *profile, const sk_detail *detail, size_t min_cell);
/* The most that may be told apart; without a plan, recorded and with_plan are the same in `all`. */
sk_detail sk_profile_choose(const sk_profile *all, int has_plan, size_t min_cell);
/* The part of it that holds for rows without asks: never asked, or asked. */
sk_detail sk_detail_of_people(const sk_detail *detail);

/* A number of people who are asked equally often, or count at their mean. */
typedef struct sk_stretch {
    size_t people, asks;
} sk_stretch;

/* The Gini coefficient of people in stretches, the least asked first. */
double sk_gini(const sk_stretch *stretches, size_t count);

#endif
