/* For whom an activity is: who may be invited about which child. */
#ifndef SK_OUTREACH_AUDIENCE_H
#define SK_OUTREACH_AUDIENCE_H

#include "base/memory.h"
#include "schakel/outreach.h"
#include "school/languages.h"

typedef struct sk_member {
    size_t adult;                 /* place in the school */
    const char *const *child_ids; /* the children it is about, by id */
    size_t child_count;
    const uint32_t *families; /* of those children, each once; numbers below sk_audience.family_count */
    size_t family_count;
    int is_mother; /* of one of them */
    int is_father;
} sk_member;

typedef struct sk_audience {
    sk_member *members; /* by id */
    size_t count;
    const char **child_ids; /* who gets an invitation of their own, by id */
    size_t child_count;
    size_t family_count; /* families of which somebody is a member */
} sk_audience;

/* What asks for an audience: an activity, or groups. Strings need not be the school's own. */
typedef struct sk_audience_of {
    const char *activity_id; /* NULL for groups */
    const char *const *group_ids;
    size_t group_count;
    schakel_date today;
} sk_audience_of;

/*
 * Work out an audience (see schakel_invitation_make()); what it points to lies in the arena and the school. Checks
 * `today`, the activity ("/activity") and the groups ("/groups/3").
 */
schakel_status sk_audience_find(sk_audience *audience, const schakel_school *school, const sk_audience_of *of,
                                sk_arena *arena, schakel_error *error);

#endif
