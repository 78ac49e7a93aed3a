/* Records of a school in an order that does not depend on when they were added. */
#ifndef SK_TALKS_RECORDS_H
#define SK_TALKS_RECORDS_H

#include "school/model.h"

/* The places of all records of a kind, by id; NULL when memory ran out. */
size_t *sk_ids_in_order(const schakel_school *school, schakel_kind kind, sk_arena *arena);

/* Talks, agreements or contacts by child; of each child by day, then id. */
typedef struct sk_by_child {
    size_t *places;
    size_t *first; /* of each child, and one more for the end */
} sk_by_child;

/* `is_wanted` is asked about each record; NULL for all. Returns 0 when memory ran out. */
int sk_group_by_child(sk_by_child *out, const schakel_school *school, schakel_kind kind,
                      int (*is_wanted)(const void *record), sk_arena *arena);
/* The places of one child's records, and how many. */
const size_t *sk_of_child(const sk_by_child *records, size_t child, size_t *count);

/* SCHAKEL_INVALID unless a day is one and the school has its info. */
schakel_status sk_check_day(const schakel_school *school, schakel_date today, schakel_error *error);

#endif
