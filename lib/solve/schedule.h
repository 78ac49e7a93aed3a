/*
 * Giving many short jobs (talks) a time and what they need, with families whose jobs should be on one visit.
 *
 * A resource (a teacher, a parent, a child, an interpreter, a room) does one job at a time and needs some minutes
 * between two jobs. A job has choices: a time with the resources it then uses. The caller compiles everything
 * that limits a job (hours, blocks, which interpreter) into its choices.
 *
 * What an answer costs, to be compared high part first (solve/cost.h):
 *
 *   high  the jobs that have no place, each with its own weight;
 *   low   the costs of the choices;
 *         of each family, each visit after the first, and each minute of waiting within a visit;
 *         of each block of a resource, each idle minute between two jobs beyond the resource's gap;
 *         of each job with a previous choice, having another one or none.
 *
 * A visit is a run of jobs of one family, by start, of which each starts at most longest_wait minutes after
 * the latest end before it. Days are nothing to this file: the caller leaves more than that between two days.
 *
 * The jobs are taken apart into parts that have nothing in common. Each part gets a first timetable (as it was, then
 * the hardest jobs first). First all are given a place, as far as that goes, by putting one in and what is in its way
 * out; then jobs that are near each other are taken out and put back, over and over. A bound on the high part comes
 * from each resource's own best timetable at prices for the jobs, and one on the low part from what each family would
 * have by itself. Where these differ from the answer and the part has no more than 40 jobs, branch and bound tries to
 * make them meet, which up to 14 jobs it does. Of a large part the high part is mostly proven; the bound on the low
 * part comes near where people have time enough, and is half of the cost where many want the same minutes.
 *
 * Effort is counted and not timed, so that the answer doesn't depend on the machine. Equal answers are decided by
 * the order of jobs and choices: the same arrays give the same answer.
 */
#ifndef SK_SOLVE_SCHEDULE_H
#define SK_SOLVE_SCHEDULE_H

#include "base/memory.h"
#include "solve/cost.h"

typedef struct sk_schedule_choice {
    int32_t start, end; /* minutes from any moment that all share; start < end */
    int64_t cost;       /* low part, 0 or more */
    uint32_t first_use; /* in sk_schedule_problem.uses: the resources, each once; choices may share them */
    uint32_t use_count;
} sk_schedule_choice;

/* A time in which the idle minutes of a resource count. Blocks of one resource have no minute in common. */
typedef struct sk_schedule_block {
    uint32_t resource;
    int32_t from, to;  /* a job belongs to the block in which it starts: from <= start < to */
    int64_t hole_cost; /* of each idle minute between two jobs beyond the gap, 0 or more */
} sk_schedule_block;

/* Lent by the caller while a function runs. Arrays of no members may be NULL. */
typedef struct sk_schedule_problem {
    uint32_t resource_count;
    const int32_t *gap; /* of each resource, minutes between two jobs, 0 or more */

    uint32_t job_count;
    const uint32_t *first_choice; /* of each job; job_count + 1 of them */
    const int64_t *unplaced;      /* of each job: the high part when it has no place, 1 or more */
    const uint32_t *family;       /* of each job, below family_count, or SK_NONE; NULL for none */
    const uint32_t *previous;     /* of each job, its choice of last time or SK_NONE; NULL for none */
    const uint32_t *fixed;        /* of each job, the choice it must have or SK_NONE; NULL for none. Of fixed jobs
                                     that clash, the later ones have no place. */
    const sk_schedule_choice *choices;
    const uint32_t *uses;

    uint32_t block_count;
    const sk_schedule_block *blocks;

    uint32_t family_count;
    int32_t longest_wait; /* minutes within a visit, 0 or more */
    int32_t walk;         /* minutes between two jobs of a visit that are no waiting, 0 or more */
    int64_t visit_cost;   /* of each visit of a family after the first, 0 or more */
    int64_t wait_cost;    /* of each minute of waiting, 0 or more */
    int64_t change_cost;  /* of each job that has not its previous choice, 0 or more */

    uint64_t effort; /* choices to look at after the first timetable, at most; a second is some thirty million */
} sk_schedule_problem;

typedef struct sk_schedule_answer {
    uint32_t *choice_of; /* of each job, or SK_NONE; room for job_count of them is the caller's */
    sk_cost value;
    sk_cost bound;     /* no answer costs less */
    int64_t low_bound; /* nor is the low part less of one whose high part is no more than this one's */
    int optimal;       /* value equals bound */
    uint32_t placed;
    uint32_t visits;       /* of all families together */
    uint32_t changed;      /* jobs that have not their previous choice */
    int64_t wait_minutes;  /* of families, within visits, beyond walking */
    int64_t hole_minutes;  /* of blocks with a hole cost */
    uint32_t parts;        /* that have nothing in common */
    uint64_t effort_spent; /* in the improvement and the proof */
} sk_schedule_answer;

/*
 * Solve. SCHAKEL_NO_MEMORY; SCHAKEL_TOO_LARGE when costs might not fit (about: all weights together times all
 * low costs together pass 2^50); then the answer means nothing.
 */
schakel_status sk_schedule_solve(const sk_schedule_problem *problem, const schakel_allocator *allocator,
                                 sk_schedule_answer *answer);

/* Can two choices not be had at once, by themselves? They use a resource both, too near each other. */
int sk_schedule_clash(const sk_schedule_problem *problem, const sk_schedule_choice *one,
                      const sk_schedule_choice *other);

/* Something in the way of a choice: a job that has a resource at that time. */
typedef struct sk_schedule_blocker {
    uint32_t job;
    uint32_t resource;
} sk_schedule_blocker;

/*
 * What stands in the way of a choice for a job. The choice may be one that is not in the problem ("if she also sat
 * on Tuesday"), with its uses after the last of the problem's. By job, then as the choice uses the resources. Writes
 * as many as there is room for and returns how many there are.
 */
size_t sk_schedule_blockers(const sk_schedule_problem *problem, const uint32_t *choice_of, uint32_t job,
                            const sk_schedule_choice *choice, sk_schedule_blocker *blockers, size_t room);

/*
 * Of a job's choices, the one with the least in the way: fixed jobs first, then the weight of the jobs, then the
 * choice's own cost. SK_NONE for a job without choices.
 */
uint32_t sk_schedule_nearest(const sk_schedule_problem *problem, const uint32_t *choice_of, uint32_t job);

/*
 * Would a job fit with a choice, as above, when each job in its way moves to another choice that is free
 * (1 in *fits), and nothing else changes? SCHAKEL_NO_MEMORY.
 */
schakel_status sk_schedule_would_fit(const sk_schedule_problem *problem, const uint32_t *choice_of, uint32_t job,
                                     const sk_schedule_choice *choice, const schakel_allocator *allocator,
                                     int *fits);

#endif
