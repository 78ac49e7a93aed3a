/* The plan as it was. */
#ifndef SK_MATCH_PLANNED_H
#define SK_MATCH_PLANNED_H

#include "match/roster.h"

/* Read the plan from the options, and mark the pairs that were in it. Returns 0 when memory ran out. */
int sk_planned_read(roster *r);

/* A copy of the options with a plan of its own; NULL strings in it are refused by whoever takes options. */
int sk_planned_copy(sk_arena *arena, const schakel_match_options *options, schakel_match_options *copy);

#endif
