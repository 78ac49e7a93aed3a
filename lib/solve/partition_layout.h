/* Items in groups while they are moved about, with what each item would add to each group. */
#ifndef SK_SOLVE_PARTITION_LAYOUT_H
#define SK_SOLVE_PARTITION_LAYOUT_H

#include "solve/partition_part.h"

/* What is not allowed; less than any score, and not less than INT64_MIN after a few are added. */
#define SK_PARTITION_NEVER (INT64_MIN / 8)

/* A group has a slot; a slot without items is free. */
typedef struct partition_layout {
    const partition_part *part;
    uint32_t slots;
    uint32_t group_count;
    uint32_t placed; /* items in a group */
    int64_t score;
    int64_t steps; /* still allowed */
    uint32_t *group_of;
    /* The items of each slot, linked; SK_PARTITION_OUT ends them. */
    uint32_t *first;
    uint32_t *next;
    uint32_t *before;
    uint32_t *size;
    uint32_t *leaders;
    uint64_t *common;     /* labels that all items of the slot have */
    uint64_t *others;     /* of an item in a slot: labels that all others in it have */
    int32_t *gain;        /* slots * count: the worth of an item beside those in the slot */
    int32_t *own;         /* of an item in a slot, its gain there */
    uint16_t *clashes;    /* slots * count: how many in the slot an item clashes with */
    unsigned char *dirty; /* of each item, 1 when its slot changed since it was looked at */
} partition_layout;

/* All items out. Returns 0 when memory ran out. */
int sk_layout_init(partition_layout *l, const partition_part *part, sk_arena *arena);

/* Take an item from where it is and put it in a slot, or out. */
void sk_layout_put(partition_layout *l, uint32_t item, uint32_t slot);

/* Put every item where `group_of` says. */
void sk_layout_restore(partition_layout *l, const uint32_t *group_of);

/* What the score gains by taking an item out of its group, which keeps others. */
int64_t sk_layout_leave_gain(const partition_layout *l, uint32_t item);

/* By putting an item that is out in a slot; SK_PARTITION_NEVER when the rules forbid that. */
int64_t sk_layout_join_gain(const partition_layout *l, uint32_t item, uint32_t slot);

/* By moving an item, or one that is out, to a slot. */
int64_t sk_layout_move_gain(const partition_layout *l, uint32_t item, uint32_t slot);

/* May an item take the place of one that is in a slot, whatever becomes of that one? */
int sk_layout_may_replace(const partition_layout *l, uint32_t item, uint32_t placed);

/* May two items, of which one may be out, take each other's place? */
int sk_layout_may_exchange(const partition_layout *l, uint32_t item, uint32_t other);

/* Find the best other to exchange an item with: what that gains, more than `least`; or SK_PARTITION_OUT. */
int64_t sk_layout_find_exchange(const partition_layout *l, uint32_t item, int64_t least, uint32_t *other);

/* Exchange the places of two items. */
void sk_layout_exchange(partition_layout *l, uint32_t item, uint32_t other);

#endif
