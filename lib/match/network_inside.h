/* What the files of the network share; nobody else reads this. */
#ifndef SK_MATCH_NETWORK_INSIDE_H
#define SK_MATCH_NETWORK_INSIDE_H

#include "match/network.h"

/* An adult's pairs for one need in one channel. */
typedef struct item {
    size_t first; /* in the adult's part of `mine` */
    size_t count;
    uint32_t need;
    uint32_t channel;
    uint32_t group; /* the first item of the clashing ones it is put together with */
    uint32_t id;    /* SK_NONE until it has a conflict or a partner */
} item;

/* One item excludes another, or needs one of some. */
typedef struct relation {
    uint32_t one, other;
} relation;

typedef struct relations {
    relation *items;
    size_t count;
    size_t capacity;
} relations;

typedef struct builder {
    roster *r;
    network *n;
    uint32_t *pair_place;
    uint32_t *pair_node; /* SK_NONE when the pair is left out: another of the same adult is as good */
    uint32_t *pair_item;
    uint32_t *pair_channel; /* the offer that stands apart, or SK_NONE */
    uint32_t *mine;         /* pairs by adult, then place */
    size_t *first_mine;
    /* By offer: how many needs it reaches, and the last one counted. */
    int32_t *offer_needs;
    uint32_t *offer_last_need;
    /* The nodes, one more at a time. */
    uint32_t node_count;
    uint32_t *parent;
    int32_t *capacity;
    int64_t *base;
    /* The items of the adult at hand, by channel and time; and in the order of time alone. */
    item *items;
    uint32_t *by_time;
    size_t item_count;
    uint32_t id_count;
    relations conflicts;
    relations partners;
} builder;

int sk_add_relation(builder *b, relations *all, uint32_t one, uint32_t other);

static inline int32_t sk_least(int32_t x, int32_t y)
{
    return x < y ? x : y;
}

/* Make the nodes and items of every adult, and the conflicts. Returns 0 when memory ran out. */
int sk_network_add_adults(builder *b);
/* Find which items need which others. Returns 0 when memory ran out. */
int sk_network_add_partners(builder *b);
/* The problem gets the conflicts and partners by item, and the teams. Returns 0 when memory ran out. */
int sk_network_list_rest(builder *b);

#endif
