/*
 * What is shared by the files that make an engagement: the ways in which people are reached, what reached each person, and
 * the rows that are counted from it.
 */
#ifndef SK_INSIGHT_ENGAGEMENT_H
#define SK_INSIGHT_ENGAGEMENT_H

#include "insight/table.h"

/* Anything is always the first way; the kinds and contact ("sorts") come next, then rounds, months, the year before. */
enum { SK_WAY_ANYTHING = 0, SK_MONTHS_MAX = 24 };

/*
 * The sorts of thing that reach people: the kinds of talk and activity by value, then contact. Doing what was asked goes with
 * contact: whoever lays a count of those who said yes beside one of those who came would know how few did not.
 */
enum { SK_SORT_CONTACT = SCHAKEL_ACTIVITY_OTHER + 1, SK_SORT_COUNT };

typedef struct sk_way {
    schakel_reach_way told;
    size_t within;      /* the way that everybody reached by this one is reached by too */
    int may_be_problem; /* of a sort: talks and contact, which have a tone */
    int has_rounds;     /* of a kind: it is told by round, not by month */
    int rounds_are_all; /* of a kind: its rounds take every day of the period */
} sk_way;

typedef struct sk_ways {
    const schakel_school *school;
    schakel_date from, until;
    sk_way *list;
    size_t count;
    size_t of_sort[SK_SORT_COUNT]; /* SCHAKEL_NONE where nothing of the sort took place */
    size_t sorts_end;              /* sorts are the ways from 1 to this */
    size_t rounds_end;
    size_t months_end;
    size_t year_before; /* SCHAKEL_NONE for none */
} sk_ways;

/* Besides a bit for each way people have two: not only problems reached them; something reached them that is told by month. */
static inline size_t sk_column_fine(const sk_ways *ways)
{
    return ways->count;
}

static inline size_t sk_column_monthly(const sk_ways *ways)
{
    return ways->count + 1;
}

static inline size_t sk_column_count(const sk_ways *ways)
{
    return ways->count + 2;
}

/* Something that reached people. */
typedef struct sk_event {
    schakel_date date;
    int sort;
    int is_problem;
    const char *child_id; /* the one child it is about; NULL when it reaches children of the adults */
    struct {
        const char *const *ids;
        size_t count;
    } adults[2];
    const char *const *group_ids; /* children of these groups; none for all */
    size_t group_count;
} sk_event;

/* The kinds of record that events are read from. */
enum { SK_EVENT_KINDS = 4 };
extern const schakel_kind sk_event_kinds[SK_EVENT_KINDS];
/* The event in a record, which says so when nobody was reached: then 0. The event points into the record. */
typedef union sk_event_record {
    schakel_talk talk;
    schakel_activity activity;
    schakel_contact contact;
    schakel_ask ask;
} sk_event_record;
int sk_read_event(const schakel_school *school, schakel_kind kind, size_t index, sk_event_record *record,
                  sk_event *event);

/* Work out the ways of a period. Texts are interned in `texts`, the list lies in the arena. Returns 0 when memory ran out. */
int sk_find_ways(sk_ways *ways, const schakel_school *school, schakel_date from, schakel_date until,
                 sk_strings *texts, sk_arena *arena);

/* Of everybody of a unit, by their place: a bit for each column. */
typedef struct sk_people {
    uint64_t *bits;
    size_t count;
} sk_people;

typedef struct sk_reached {
    sk_people of_unit[SCHAKEL_UNIT_CHILDREN + 1];
    size_t words; /* of bits, for each of them */
    uint32_t *visits
        [SK_SORT_COUNT]; /* of a kind of activity: by family, at how many it was; NULL for other sorts */
} sk_reached;

/* Find out who is reached by what; all of it lies in the arena. Returns 0 when memory ran out. */
int sk_find_reached(sk_reached *reached, const sk_ways *ways, sk_arena *arena);

static inline int sk_has_column(const sk_reached *reached, schakel_unit unit, size_t person, size_t column)
{
    return (int)(reached->of_unit[unit].bits[person * reached->words + column / 64] >> (column % 64) & 1);
}

/* A row of people: how many have each column, and whether that is hidden. */
typedef struct sk_unit_row {
    const char *key;
    size_t people;
    size_t rank; /* rows with one are listed in its order, whatever their size */
    size_t *counts;
    unsigned char *hidden;
    int people_hidden; /* of a breakdown: how many people there are does not show */
    size_t *at_least;  /* of what is hidden: this many, when that may be told; else 0 */
} sk_unit_row;

/* The people of a unit, broken down. */
typedef struct sk_unit_table {
    schakel_unit unit;
    schakel_breakdown breakdown;
    sk_unit_row *rows;
    size_t count;
    size_t capacity;
    int left_out; /* nothing of it can be shown, not even that a row is there */
} sk_unit_table;

/* All adults, all families, all children; adults by role, by language, by reading; children by group. */
enum { SK_UNIT_TABLES = 7, SK_TABLE_ROLE = 3, SK_TABLE_LANGUAGE, SK_TABLE_READING, SK_TABLE_GROUP };

/* Count the tables. Keys are interned in `texts`, the rest lies in the arena. Returns 0 when memory ran out. */
int sk_count_units(sk_unit_table tables[SK_UNIT_TABLES], const sk_ways *ways, const sk_reached *reached,
                   sk_strings *texts, sk_arena *arena);

/* Hide what may not be shown, and put the rows in the order in which they are listed. Returns 0 when memory ran out. */
int sk_hide_units(sk_unit_table tables[SK_UNIT_TABLES], const sk_ways *ways, size_t min_cell,
                  sk_arena *arena);

#endif
