/* The smallest change that would give a talk a time. */
#ifndef SK_TALKS_TIMETABLE_PROPOSALS_H
#define SK_TALKS_TIMETABLE_PROPOSALS_H

#include "talks/timetable.h"

/* What one of the staff would have to do for a talk at some time. */
typedef struct sk_seat {
    int32_t price;              /* 0 for nothing */
    const schakel_block *block; /* that holds the time, or would when it were longer; NULL for none */
} sk_seat;

/* A talk at a time that it can't have yet. */
typedef struct sk_proposal {
    int32_t price;
    schakel_date date;
    schakel_time start, end;
    const schakel_block *place; /* where who leads sits, or would sit longer; NULL for another time */
    uint32_t leader;      /* of the talk */
    int missing_staff;    /* how many of the staff would have to sit longer or at another time */
    const char *staff_id; /* the first of them */
    sk_seat seat;         /* and what that one would have to do */
    int missing_interpreter;
    uint32_t interpreter; /* in the plan; SK_NONE for none */
} sk_proposal;

/* A time that was proposed for another talk, which so keeps a resource busy: what is proposed can all be done. */
typedef struct sk_promise {
    int32_t start, end;
    const struct sk_promise *next; /* of the same resource */
} sk_promise;

typedef struct sk_seeking {
    sk_round_plan *plan;
    const sk_round_busy *busy;
    const sk_promise **promises; /* by resource, also of rooms that no talk could be in before */
    uint32_t *waiting; /* fixed talks that wait for an interpreter */
    size_t waiting_count;
    uint32_t talk;
    sk_proposal best;
} sk_seeking;

/* These return 0 when memory ran out. */
int sk_begin_seeking(sk_seeking *s, sk_round_plan *plan, const sk_round_busy *busy);
/* Find what is best for a talk, and keep it free. `has_found` tells whether there is anything. */
int sk_seek(sk_seeking *s, uint32_t talk, int *has_found);

#endif
