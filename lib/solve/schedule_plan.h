/*
 * Inside the scheduler: the problem compiled, and a timetable that jobs are put in and taken out of.
 *
 * Inside, a cost is one number: `unit` times the high part plus the low part; no timetable's low parts
 * together reach the unit.
 */
#ifndef SK_SOLVE_SCHEDULE_PLAN_H
#define SK_SOLVE_SCHEDULE_PLAN_H

#include "solve/schedule.h"

typedef struct sk_plan_choice {
    int32_t start, end;
    int64_t cost; /* with what changing costs */
    uint32_t job;
    uint32_t first_use, end_use; /* the resource that most jobs may use comes first */
    uint32_t number;             /* in the problem */
} sk_plan_choice;

typedef struct sk_plan_use {
    uint32_t resource;
    uint32_t block; /* with a hole cost, in which the choice starts; or SK_NONE */
} sk_plan_use;

/* Choices that can't be had because of fixed jobs are left out. */
typedef struct sk_plan {
    const sk_schedule_problem *problem;
    uint32_t job_count;
    uint32_t choice_count;
    uint32_t *first_choice; /* of each job; one more for the end */
    sk_plan_choice *choices;
    sk_plan_use *uses;
    int64_t unit;
    int64_t total;          /* more than any timetable costs */
    int64_t *unplaced;      /* of each job, what having no place costs, with what changing costs */
    uint32_t *family;       /* of each job, or SK_NONE */
    uint32_t *previous;     /* of each job, its choice of last time that is left, or SK_NONE */
    uint8_t *fixed;         /* of each job: is it placed for good? */
    uint32_t *first_member; /* of each family, in `members`; one more for the end, and one to fill with */
    uint32_t *members;
    uint32_t *popular; /* of each resource, how many jobs may use it */
    /* The parts: jobs that have something in common, directly or by way of others. */
    uint32_t part_count;
    uint32_t *part_end; /* in `part_jobs` */
    uint32_t *part_jobs;
} sk_plan;

/* A job at its place, as a resource or a family sees it. */
typedef struct sk_slot {
    int32_t start, end;
    uint32_t job;
    uint32_t block;
} sk_slot;

/* Slots by start, then job. Those of a resource have no minute in common. */
typedef struct sk_slot_list {
    sk_slot *slots;
    uint32_t count;
} sk_slot_list;

typedef struct sk_timetable {
    const sk_plan *plan;
    uint32_t *choice_of; /* of each job, in the plan, or SK_NONE */
    int64_t cost;        /* see sk_timetable_begin */
    sk_slot_list *resources;
    sk_slot_list *families;
} sk_timetable;

/* What a family's jobs come to. */
typedef struct sk_visits {
    uint32_t count;
    int64_t wait; /* minutes beyond walking */
} sk_visits;

schakel_status sk_plan_make(sk_plan *plan, const sk_schedule_problem *problem, sk_arena *arena);

/* How many choices some jobs have together. */
uint32_t sk_plan_count_choices(const sk_plan *plan, const uint32_t *jobs, uint32_t count);
/* Can two choices not be had at once? */
int sk_plan_clash(const sk_plan *plan, const sk_plan_choice *one, const sk_plan_choice *other);

/* An empty one. Returns 0 when memory ran out. */
int sk_timetable_make(sk_timetable *table, const sk_plan *plan, sk_arena *arena);
/* Begin with some jobs that have no place yet: from here on the cost is theirs. The fixed ones get their place. */
void sk_timetable_begin(sk_timetable *table, const uint32_t *jobs, uint32_t count);
int sk_timetable_is_free(const sk_timetable *table, uint32_t choice);
/* What the cost becomes more by placing its job, which has no place, at a free choice; may be below 0. */
int64_t sk_timetable_price(const sk_timetable *table, uint32_t choice);
void sk_timetable_place(sk_timetable *table, uint32_t choice);
void sk_timetable_remove(sk_timetable *table, uint32_t job);
/*
 * The jobs in the way of a choice, each once, written to `jobs`; no more than `room`. SK_NONE when there are
 * more, or one is fixed.
 */
uint32_t sk_timetable_in_the_way(const sk_timetable *table, uint32_t choice, uint32_t *jobs, uint32_t room);
sk_visits sk_timetable_visits(const sk_timetable *table, uint32_t family);
int64_t sk_timetable_hole_minutes(const sk_timetable *table, uint32_t resource);
/* Let a choice count for its family alone, and no longer. */
void sk_timetable_join_family(sk_timetable *table, uint32_t choice);
void sk_timetable_leave_family(sk_timetable *table, uint32_t choice);
/* What a family costs with a choice as well (SK_NONE: without). */
int64_t sk_timetable_family_cost(const sk_timetable *table, uint32_t family, uint32_t choice);

/* Some of a family's jobs have a place: what the others weigh, and what its low part then is at least. */
typedef struct sk_wish {
    int64_t high, low;
} sk_wish;

/* What families can have, each by itself. */
typedef struct sk_wishes {
    uint32_t count;
    uint32_t *first_wish; /* of each family; one more for the end */
    sk_wish *wishes;
    int64_t unit; /* of the plan */
} sk_wishes;

/*
 * A part to be solved. Every step keeps `best` and its cost the best there is, and `bound` at or below what any
 * timetable of the part costs.
 */
typedef struct sk_part {
    sk_timetable *table; /* of other parts too; this part's jobs are as the last step left them */
    const uint32_t *jobs;
    uint32_t count;
    uint32_t choice_count;
    uint32_t *best; /* by job, of all parts: its choice */
    int64_t cost;
    int64_t bound;
    uint64_t effort; /* what is left of it */
    sk_wishes *wishes;
    sk_arena *arena; /* for as long as this part is worked at */
} sk_part;

/* Find what the families of a part can have, in an arena that outlives the part's. Returns 0 when memory ran out. */
int sk_wishes_find(sk_wishes *wishes, const sk_part *part, sk_arena *arena);
/* The high part that no timetable of the part can beat. */
int64_t sk_wishes_high(const sk_wishes *wishes);
/* The low part that none can beat whose high part is at most so much (and can be). */
int64_t sk_wishes_low(const sk_wishes *wishes, int64_t high);

/* Each returns 0 when memory ran out. */
int sk_part_build(sk_part *part);
int sk_part_search(sk_part *part, uint64_t effort);
int sk_part_bound(sk_part *part);
int sk_part_prove(sk_part *part, uint64_t effort);
/* The table as the best has it. */
void sk_part_restore(sk_part *part);

/* What belongs together, each item pointing towards the root of what it is with; the lowest item is the root. */
uint32_t sk_find_root(uint32_t *parent, uint32_t item);
void sk_join_roots(uint32_t *parent, uint32_t one, uint32_t other);

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static inline uint32_t sk_draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

#endif
