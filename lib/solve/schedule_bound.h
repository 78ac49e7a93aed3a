/*
 * What no timetable of a part can beat, by prices (a Lagrangian relaxation; Held & Karp, 1971; Fisher, 1981).
 *
 * Each choice is on the line of one of its resources. The best timetable of a line by itself is a shortest way
 * through time: jobs one after another, with gaps and holes. What that leaves out is priced: a job earns its
 * `reward` each time it is on a line, so that it is there once; a minute of a resource that is not the line
 * has a `toll`, so that it is used once. What a family costs is shared between the choices of its jobs.
 *
 * All rewards and tolls give a bound that holds. Good ones are found by raising the rewards of jobs that are on
 * no line, lowering those of jobs that are there twice, and so on.
 *
 * Choices and jobs are numbered within the part here, in the order of its jobs. Costs are the plan's times `scale`.
 */
#ifndef SK_SOLVE_SCHEDULE_BOUND_H
#define SK_SOLVE_SCHEDULE_BOUND_H

#include "solve/schedule_plan.h"

/* Of a resource that choices have although it is not their line: a stretch of time. */
typedef struct sk_bound_toll {
    uint32_t from, to; /* stretches */
} sk_bound_toll;

/* The choices of a line. Forwards, and backwards with mirrored times. */
typedef struct sk_bound_line {
    uint32_t first, count; /* in the orders */
    int32_t gap;
    uint32_t first_block, block_count;
} sk_bound_line;

/* The best way through a line so far that ended in a block, by itself and with what holes after it would cost. */
typedef struct sk_bound_end {
    int64_t value, slope;
    uint32_t value_choice, slope_choice;
} sk_bound_end;

/* Through time in one direction: how choices are met, and the best way that ends with each. */
typedef struct sk_bound_way {
    int64_t *start, *end;
    uint32_t *by_start, *by_end;
    int64_t *value;
    uint32_t *before; /* the choice before, or SK_NONE */
} sk_bound_way;

/*
 * A bound of all costs, or of the high part alone, in units: then nothing costs anything but having no place. A
 * choice is on the line of a resource that all choices of its job have, if there is one; or of the most popular one.
 */
typedef enum sk_bound_kind { SK_BOUND_ALL, SK_BOUND_HIGH_BY_JOB, SK_BOUND_HIGH_BY_CHOICE } sk_bound_kind;

typedef struct sk_bound {
    const sk_part *part;
    const sk_plan *plan;
    sk_bound_kind kind;
    int64_t scale;
    int64_t limit; /* of rewards and tolls */
    uint32_t job_count, choice_count;
    uint32_t *first_choice; /* of each job; one more for the end */
    uint32_t *job;          /* of each choice */
    uint8_t *is_alive;      /* may a choice still be used? */
    uint32_t *alive_count;  /* of each job */
    int64_t *own_cost;      /* of each choice */
    int64_t *unplaced;      /* of each job */
    uint8_t *must;          /* of each job: has it a place in every timetable that is looked for? */
    uint32_t *number_of;    /* of each job of the plan, its number here */

    uint32_t family_count;
    uint32_t *families;    /* with more than one job that has choices */
    sk_timetable settled;  /* families with the jobs that have one choice left, while shares are counted */
    int64_t *share;        /* of each choice, of what its family costs */
    int64_t rest;          /* what families cost beyond their shares */
    int64_t *least_with;   /* while shares are counted: of each choice, what its family costs at least */
    uint32_t *had_choices; /* while shares are counted, of one family */

    uint32_t *line_of; /* of each choice, the resource, or SK_NONE */
    uint32_t *line;    /* of each choice */
    uint32_t line_count;
    sk_bound_line *lines;
    uint32_t *block;    /* of each choice, in its line; the last one is for what is in none */
    int64_t *hole_cost; /* of each block of each line */
    sk_bound_end *ends; /* of each block of each line */
    sk_bound_way ways[2];

    size_t *first_toll; /* of each choice, in `tolls`; one more for the end */
    sk_bound_toll *tolls;
    uint32_t stretch_count;

    int64_t *cost;   /* of each choice, after rewards and tolls */
    int64_t *reward; /* of each job */
    int64_t *toll;   /* of each stretch */
    int64_t *paid;   /* the tolls of all stretches before each; one more for the end */
    int32_t *had;    /* how often each job is on a line */
    int32_t *used;   /* how often each stretch is used, as differences */
    double *mean_had, *mean_used;
    int64_t *best_reward, *best_toll;
} sk_bound;

int sk_bound_make(sk_bound *bound, const sk_part *part, sk_bound_kind kind, sk_arena *arena);
/* The lines of a bound when its choices are known, and then what has a toll. */
int sk_bound_make_lines(sk_bound *bound, sk_arena *arena);
int sk_bound_make_tolls(sk_bound *bound, sk_arena *arena);
/* The best way through a line in a direction; `last` becomes its last choice or SK_NONE. */
int64_t sk_bound_walk(sk_bound *bound, const sk_bound_line *line, int direction, uint32_t *last);

/* Share what families cost, now that some choices are gone. */
void sk_bound_share(sk_bound *bound);
/* What all timetables cost at least with the rewards and tolls there are; times `scale`. */
int64_t sk_bound_value(sk_bound *bound);
/*
 * At most so many rounds towards what `target` costs. Returns what no timetable that costs less than `target`
 * can beat; never above `target`. The best rewards and tolls are kept.
 */
int64_t sk_bound_climb(sk_bound *bound, int rounds, int64_t target);

static inline uint32_t sk_bound_plan_choice(const sk_bound *bound, uint32_t choice)
{
    uint32_t job = bound->job[choice];
    return bound->plan->first_choice[bound->part->jobs[job]] + choice - bound->first_choice[job];
}

static inline const sk_plan_choice *sk_bound_choice(const sk_bound *bound, uint32_t choice)
{
    return &bound->plan->choices[sk_bound_plan_choice(bound, choice)];
}

#endif
