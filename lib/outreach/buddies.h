/* Whom a search for buddies looks at: newcomers, who would help them, and what was asked before. */
#ifndef SK_OUTREACH_BUDDIES_H
#define SK_OUTREACH_BUDDIES_H

#include "base/memory.h"
#include "schakel/outreach.h"

typedef struct sk_buddy_child {
    const char *id;
    const char *group_id; /* NULL for none, or when the adult may not be told about this child */
} sk_buddy_child;

typedef struct sk_newcomer {
    schakel_adult record;
    const sk_buddy_child *children;
    size_t child_count;
} sk_newcomer;

typedef struct sk_helper {
    schakel_adult record;
    const sk_buddy_child *children;
    size_t child_count;
    int32_t asked; /* this school year */
    int32_t room;  /* how many newcomers more there may be */
} sk_helper;

typedef struct sk_help_offer {
    schakel_offer record;
    uint32_t helper;
    int32_t room;
} sk_help_offer;

/* An ask to help somebody. */
typedef struct sk_help_asked {
    const char *helper_id;
    const char *newcomer_id;
    int helps;    /* is or was a buddy this school year or of who is still new, or is asked to be one */
    int declined; /* said no or stayed away, whenever it was */
} sk_help_asked;

typedef struct sk_buddy_people {
    sk_newcomer *newcomers; /* by id */
    sk_helper *helpers;     /* by id */
    sk_help_offer *offers;  /* by helper, then id */
    sk_help_asked *asked;   /* by helper, then newcomer */
    size_t newcomer_count, helper_count, offer_count, asked_count;
} sk_buddy_people;

/* Read the school; what is found lies in the arena and the school. Returns 0 when memory ran out. */
int sk_buddy_people_read(sk_buddy_people *people, const schakel_school *school,
                         const schakel_buddies_options *options, sk_arena *arena);

/* Did a helper say no to a newcomer, or stay away? */
int sk_helper_declined(const sk_buddy_people *people, const char *helper_id, const char *newcomer_id);

#endif
