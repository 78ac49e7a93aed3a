/* What one viewer may see: the rules of schakel/access.h. */
#ifndef SK_ACCESS_SIGHT_H
#define SK_ACCESS_SIGHT_H

#include "schakel/access.h"
#include "school/model.h"

/* What the viewer may see of the people, worked out before anything else. */
typedef struct sk_sight {
    const schakel_school *school;
    schakel_viewer viewer;        /* its id is the school's own */
    size_t index;                 /* of the viewer among its kind */
    uint32_t needed;              /* scopes that the purpose needs */
    uint32_t all_children;        /* scopes that a member of the staff has for every child */
    uint32_t *scopes;             /* by child, what the viewer has, whatever the purpose */
    unsigned char *adults;        /* by adult, a schakel_sight */
    unsigned char *adult_reasons; /* by adult, a schakel_access_reason */
} sk_sight;

typedef struct sk_seen {
    schakel_sight sight;
    schakel_access_reason reason;
} sk_seen;

/* Work out what a viewer sees of the people. The viewer is copied. End it with sk_sight_end(), also on failure. */
schakel_status sk_sight_begin(sk_sight *s, const schakel_school *school, const schakel_viewer *viewer,
                              schakel_error *error);
void sk_sight_end(sk_sight *s);

/* What the viewer sees of a record. */
sk_seen sk_sight_of(const sk_sight *s, schakel_kind kind, size_t index);
int sk_sight_of_tie(const sk_sight *s, const schakel_tie *tie);

/* people.c: does somebody have this scope for a child, and why (not)? */
sk_seen sk_sight_scope(const sk_sight *s, const char *child_id, uint32_t scope);
int sk_is_viewer(const sk_sight *s, schakel_kind kind, const char *id);
/* Did a case reach a rung on which the viewer stands? */
int sk_reached_rung(const sk_sight *s, const schakel_case *c);

#endif
