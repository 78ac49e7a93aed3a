/* Moments held against when people can come: what a spread is chosen from. */
#ifndef SK_OUTREACH_TIMING_H
#define SK_OUTREACH_TIMING_H

#include "outreach/audience.h"

/* A moment with whom it reaches, and whom it shuts out. */
typedef struct sk_moment {
    schakel_timing_row row;
    const uint32_t *shut_out; /* places in the audience; their number follows from the row */
} sk_moment;

struct schakel_timing {
    schakel_allocator allocator;
    sk_arena arena;
    sk_audience audience;
    const char **adult_ids; /* of the members of the audience; the school's own */
    schakel_timing_people people;
    size_t slot_count;
    size_t words;       /* of a set of slots */
    uint64_t *can_come; /* of each member: the set of slots, by their place in the options */
    sk_moment *moments; /* the best first */
};

/* Of an adult without windows and exceptions it is not known when they can come. */
static inline int sk_said_when(const schakel_adult *adult)
{
    return adult->window_count > 0 || adult->exception_count > 0;
}

/* How many mothers or fathers a moment reaches, whichever are fewer. */
static inline size_t sk_fewer_parents(const schakel_timing_row *row)
{
    return row->mothers < row->fathers ? row->mothers : row->fathers;
}

/* The set of slots at which a member can come, as words of 64 slots. */
static inline uint64_t *sk_slots_of(const schakel_timing *timing, size_t member)
{
    return timing->can_come + member * timing->words;
}

#endif
