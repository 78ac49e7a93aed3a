/* A bridge while it is planned. */
#ifndef SK_OUTREACH_BRIDGE_H
#define SK_OUTREACH_BRIDGE_H

#include "base/memory.h"
#include "schakel/outreach.h"
#include "school/languages.h"
#include "school/model.h"

/* What a way says: why it is possible or not. */
typedef enum sk_way_reason {
    SK_WAY_SHARED,
    SK_WAY_PERHAPS_SHARED, /* it is not known how well */
    SK_WAY_NOT_SHARED,
    SK_WAY_BROUGHT,
    SK_WAY_BROUGHT_UNASKED,
    SK_WAY_NOT_BROUGHT,
    SK_WAY_TIED,
    SK_WAY_TIED_BUSY,
    SK_WAY_OFFERED,
    SK_WAY_OFFERED_BUSY,
    SK_WAY_VIDEO,
    SK_WAY_VIDEO_UNASKED,
    SK_WAY_NO_VIDEO,
    SK_WAY_MACHINE,
    SK_WAY_TELEPHONE,
    SK_WAY_NO_LANGUAGE,  /* it is not known from which language */
    SK_WAY_NOT_AT_SCHOOL /* the school cannot make this bridge */
} sk_way_reason;

/* When something has to be prepared: flags, of which all must hold. */
enum {
    SK_WHEN_NOT_ALL = 0x1,     /* somebody in need does not speak the language */
    SK_WHEN_INTERPRETED = 0x2, /* a person interprets */
    SK_WHEN_TECHNICAL = 0x4,   /* something has to work */
    SK_WHEN_MACHINE = 0x8,
    SK_WHEN_READS_LITTLE = 0x10 /* somebody reads their own language below A2 */
};

enum { SK_PREPARATIONS_MAX = 16 };

/* Does somebody speak a language well: at B1 or better? Perhaps, when they have it and no level is recorded. */
typedef enum sk_well { SK_WELL_NO, SK_WELL_PERHAPS, SK_WELL_YES } sk_well;

/* A language of the adults in need. */
typedef struct sk_tongue {
    const char *tag;
    size_t best_of;    /* of how many it is the best, or one of those */
    int levels;        /* of all of them together */
    sk_well of_all;    /* do all adults in need speak it well? */
    sk_well of_served; /* and those who are served? */
} sk_tongue;

/* Entries of the school, by id. */
typedef struct sk_people {
    const void **entries;
    size_t count;
} sk_people;

typedef struct sk_bridging {
    const schakel_school *school;
    schakel_bridge_options options;
    schakel_bridge_plan *plan;
    sk_people adults, staff; /* in the talk */
    sk_people in_need;       /* adults who need a bridge; those who have the first tongue come first */
    size_t served_count;     /* how many that are */
    sk_tongue *tongues;      /* of the adults in need; the first is the plan's */
    size_t tongue_count;
} sk_bridging;

struct schakel_bridge_plan {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_bridge_summary summary;
    schakel_bridge_way *ways;
    size_t way_count;
    size_t way_capacity;
    size_t preparations[SK_PREPARATIONS_MAX];
    size_t preparation_count;
};

sk_well sk_speaks_well(sk_skill skill);
/* Find who needs a bridge, and in which languages. Returns 0 when memory ran out. */
int sk_bridge_read_languages(sk_bridging *b);
/* The first tongue that somebody can help those who are served in; NULL for none. */
const sk_tongue *sk_bridge_tongue_of(const sk_bridging *b, const schakel_adult *helper,
                                     const schakel_offer *offer);
/* Add ways of those who have a tie, and those who offer. Returns 0 when memory ran out. */
int sk_bridge_add_helpers(sk_bridging *b);
/* Returns 0 when memory ran out. */
int sk_bridge_add_way(sk_bridging *b, schakel_bridge bridge, sk_way_reason reason, const char *language,
                      const char *adult_id, const char *staff_id);

/* The sentences. */
void sk_bridge_say_way(schakel_bridge_way *way, sk_way_reason reason);
void sk_bridge_say_summary(schakel_bridge_summary *summary);
/* Note what is to be prepared when these flags hold. */
void sk_bridge_prepare(schakel_bridge_plan *plan, unsigned holds);

#endif
