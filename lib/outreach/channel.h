/* How to reach adults, without going over all contacts for each. */
#ifndef SK_OUTREACH_CHANNEL_H
#define SK_OUTREACH_CHANNEL_H

#include "base/memory.h"
#include "schakel/outreach.h"

enum { SK_CHANNEL_COUNT = SCHAKEL_CHANNEL_NEWSLETTER + 1 };

/* What came of the contacts with an adult in the year before a day, by channel. */
typedef struct sk_tries {
    uint32_t got_through[SK_CHANNEL_COUNT];
    uint32_t missed[SK_CHANNEL_COUNT];
    int came_to_talk;
} sk_tries;

typedef struct sk_advisor {
    const schakel_school *school;
    uint32_t offered;
    sk_tries *tries; /* by adult */
} sk_advisor;

/* Count all contacts once; the counts lie in the arena. Checks `today` and `offered`. */
schakel_status sk_advisor_make(sk_advisor *advisor, const schakel_school *school, uint32_t offered,
                               schakel_date today, sk_arena *arena, schakel_error *error);
/* As schakel_channel_advise(), by the place of the adult. */
schakel_channel_advice sk_advise(const sk_advisor *advisor, size_t adult);

/* Can somebody who reads Dutch at a level read a text of a level? */
schakel_answered sk_can_read(schakel_level reading, schakel_level text);

#endif
