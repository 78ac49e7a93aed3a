/* In which ways people can have been reached in a period. */
#include <stdlib.h>
#include <string.h>

#include "insight/engagement.h"

/* --------------------------------------------------------------------- events */

const schakel_kind sk_event_kinds[SK_EVENT_KINDS] = {SCHAKEL_KIND_TALK, SCHAKEL_KIND_ACTIVITY,
                                                     SCHAKEL_KIND_CONTACT, SCHAKEL_KIND_ASK};

static int read_talk(const schakel_talk *talk, sk_event *event)
{
    event->date = talk->date;
    event->sort = (int)talk->kind;
    event->is_problem = talk->tone == SCHAKEL_TONE_PROBLEM;
    event->child_id = talk->child_id;
    event->adults[0].ids = talk->adult_ids;
    event->adults[0].count = talk->adult_count;
    return talk->state == SCHAKEL_TALK_HELD;
}

/* One to which nobody came may still be to come. */
static int read_activity(const schakel_activity *activity, sk_event *event)
{
    event->date = activity->date;
    event->sort = (int)activity->kind;
    event->adults[0].ids = activity->attended_ids;
    event->adults[0].count = activity->attended_count;
    event->adults[1].ids = activity->host_ids;
    event->adults[1].count = activity->host_count;
    event->group_ids = activity->group_ids;
    event->group_count = activity->group_count;
    return activity->attended_count != 0 || activity->unnamed_attended != 0;
}

static int read_contact(const schakel_contact *contact, sk_event *event)
{
    event->date = contact->date;
    event->sort = SK_SORT_CONTACT;
    event->is_problem = contact->tone == SCHAKEL_TONE_PROBLEM;
    event->child_id = contact->child_id;
    event->adults[0].ids = &contact->adult_id;
    event->adults[0].count = contact->adult_id != NULL;
    return contact->reached != SCHAKEL_NO;
}

static int read_ask(const schakel_ask *ask, sk_event *event)
{
    event->date = ask->date;
    event->sort = SK_SORT_CONTACT;
    event->adults[0].ids = &ask->adult_id;
    event->adults[0].count = 1;
    return ask->state == SCHAKEL_ASK_DONE;
}

int sk_read_event(const schakel_school *school, schakel_kind kind, size_t index, sk_event_record *record,
                  sk_event *event)
{
    *event = (sk_event){0};
    switch (kind) {
    case SCHAKEL_KIND_TALK:
        record->talk = (schakel_talk)SCHAKEL_TALK_INIT;
        schakel_school_get_talk(school, index, &record->talk);
        return read_talk(&record->talk, event);
    case SCHAKEL_KIND_ACTIVITY:
        record->activity = (schakel_activity)SCHAKEL_ACTIVITY_INIT;
        schakel_school_get_activity(school, index, &record->activity);
        return read_activity(&record->activity, event);
    case SCHAKEL_KIND_CONTACT:
        record->contact = (schakel_contact)SCHAKEL_CONTACT_INIT;
        schakel_school_get_contact(school, index, &record->contact);
        return read_contact(&record->contact, event);
    default:
        record->ask = (schakel_ask)SCHAKEL_ASK_INIT;
        schakel_school_get_ask(school, index, &record->ask);
        return read_ask(&record->ask, event);
    }
}

/* ----------------------------------------------------------------------- days */

/* The same day a year earlier; of 29 February the day before. */
static schakel_date year_earlier(schakel_date date)
{
    int year = 0, month = 0, day = 0;
    if (schakel_date_to_ymd(date, &year, &month, &day) != SCHAKEL_OK)
        return SCHAKEL_NO_DATE;
    schakel_date earlier = schakel_date_from_ymd(year - 1, month, day);
    return earlier != SCHAKEL_NO_DATE ? earlier : schakel_date_from_ymd(year - 1, month, day - 1);
}

static schakel_date next_month(schakel_date date)
{
    int year = 0, month = 0;
    schakel_date_to_ymd(date, &year, &month, NULL);
    return month == 12 ? schakel_date_from_ymd(year + 1, 1, 1) : schakel_date_from_ymd(year, month + 1, 1);
}

/* --------------------------------------------------------------------- adding */

typedef struct finding {
    sk_ways *ways;
    sk_strings *texts;
    size_t occasions[SK_SORT_COUNT];
    schakel_date before_from, before_until; /* the same period a year earlier */
    int before;                             /* did anything take place in it? */
} finding;

static sk_way *add_way(finding *f, schakel_reached_by by, schakel_date first, schakel_date last)
{
    sk_way *way = &f->ways->list[f->ways->count++];
    *way = (sk_way){.told = SCHAKEL_REACH_WAY_INIT};
    way->told.by = by;
    way->told.first = first;
    way->told.last = last;
    return way;
}

static int is_in_period(const sk_ways *ways, schakel_date date)
{
    return date >= ways->from && (ways->until == SCHAKEL_NO_DATE || date <= ways->until);
}

static void count_occasions(finding *f)
{
    const schakel_school *school = f->ways->school;
    for (int k = 0; k < SK_EVENT_KINDS; k++) {
        size_t count = schakel_school_count(school, sk_event_kinds[k]);
        for (size_t i = 0; i < count; i++) {
            sk_event_record record;
            sk_event event;
            if (!sk_read_event(school, sk_event_kinds[k], i, &record, &event))
                continue;
            f->occasions[event.sort] += (size_t)is_in_period(f->ways, event.date);
            f->before |= event.date >= f->before_from && event.date <= f->before_until;
        }
    }
}

static void add_sorts(finding *f)
{
    sk_ways *ways = f->ways;
    for (int sort = 0; sort < SK_SORT_COUNT; sort++) {
        ways->of_sort[sort] = SCHAKEL_NONE;
        if (f->occasions[sort] == 0)
            continue;
        schakel_reached_by by =
            sort == SK_SORT_CONTACT ? SCHAKEL_REACHED_BY_CONTACT : SCHAKEL_REACHED_BY_KIND;
        ways->of_sort[sort] = ways->count;
        sk_way *way = add_way(f, by, ways->from, ways->until);
        way->may_be_problem = sort <= SCHAKEL_TALK_OTHER || sort == SK_SORT_CONTACT;
        if (by == SCHAKEL_REACHED_BY_KIND)
            way->told.kind = (schakel_activity_kind)sort;
        if (by == SCHAKEL_REACHED_BY_KIND && !way->may_be_problem)
            way->told.occasions = f->occasions[sort];
    }
    ways->sorts_end = ways->count;
}

/* --------------------------------------------------------------------- rounds */

static int by_length(const void *a, const void *b)
{
    const schakel_reach_way *left = &((const sk_way *)a)->told, *right = &((const sk_way *)b)->told;
    int64_t left_days = (int64_t)left->last - left->first, right_days = (int64_t)right->last - right->first;
    if (left_days != right_days)
        return left_days < right_days ? -1 : 1;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return strcmp(left->entry_id, right->entry_id);
}

static int by_first_day(const void *a, const void *b)
{
    const schakel_reach_way *left = &((const sk_way *)a)->told, *right = &((const sk_way *)b)->told;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return strcmp(left->entry_id, right->entry_id);
}

/* Add an entry of the cycle, with those of its days that are in the period. Returns 0 when memory ran out. */
static int add_round(finding *f, size_t index)
{
    sk_ways *ways = f->ways;
    schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
    schakel_school_get_cycle_entry(ways->school, index, &entry);
    schakel_date first = entry.first < ways->from ? ways->from : entry.first;
    schakel_date last = ways->until != SCHAKEL_NO_DATE && entry.last > ways->until ? ways->until : entry.last;
    if (last < first)
        return 1;
    sk_way *way = add_way(f, SCHAKEL_REACHED_IN_ROUND, first, last);
    way->told.kind = entry.kind;
    way->told.entry_id = sk_strings_intern(f->texts, entry.id);
    way->told.title = entry.title != NULL ? sk_strings_intern(f->texts, entry.title) : NULL;
    way->within = ways->of_sort[entry.kind] != SCHAKEL_NONE ? ways->of_sort[entry.kind] : SK_WAY_ANYTHING;
    return way->told.entry_id != NULL && (entry.title == NULL || way->told.title != NULL);
}

static int share_days(const schakel_reach_way *a, const schakel_reach_way *b)
{
    return a->kind == b->kind && a->first <= b->last && b->first <= a->last;
}

/* Of rounds of one kind that share a day the shortest stays, so that they cannot be told apart by subtraction. */
static void leave_out_overlaps(sk_ways *ways)
{
    size_t kept = ways->sorts_end;
    qsort(ways->list + kept, ways->count - kept, sizeof *ways->list, by_length);
    for (size_t i = kept; i < ways->count; i++) {
        int overlaps = 0;
        for (size_t k = ways->sorts_end; k < kept && !overlaps; k++)
            overlaps = share_days(&ways->list[k].told, &ways->list[i].told);
        if (!overlaps)
            ways->list[kept++] = ways->list[i];
    }
    ways->count = kept;
    qsort(ways->list + ways->sorts_end, kept - ways->sorts_end, sizeof *ways->list, by_first_day);
}

/* Rounds share no days, so they take every day of the period when they have as many. */
static void compare_days(sk_ways *ways, size_t kind_way)
{
    int64_t days = 0;
    for (size_t i = ways->sorts_end; i < ways->rounds_end; i++)
        if (ways->list[i].within == kind_way)
            days += (int64_t)ways->list[i].told.last - ways->list[i].told.first + 1;
    ways->list[kind_way].has_rounds = days != 0;
    ways->list[kind_way].rounds_are_all = days == (int64_t)ways->until - ways->from + 1;
}

static int add_rounds(finding *f)
{
    sk_ways *ways = f->ways;
    size_t entries = schakel_school_count(ways->school, SCHAKEL_KIND_CYCLE_ENTRY);
    for (size_t i = 0; i < entries; i++)
        if (!add_round(f, i))
            return 0;
    leave_out_overlaps(ways);
    ways->rounds_end = ways->count;
    for (size_t i = 1; i < ways->sorts_end; i++)
        compare_days(ways, i);
    return 1;
}

/* --------------------------------------------------------------------- months */

static void add_months(finding *f)
{
    sk_ways *ways = f->ways;
    enum { DAYS_MAX = SK_MONTHS_MAX * 31 };
    if (ways->from != SCHAKEL_NO_DATE && ways->until != SCHAKEL_NO_DATE &&
        (int64_t)ways->until - ways->from < DAYS_MAX)
        for (schakel_date first = ways->from; first != SCHAKEL_NO_DATE && first <= ways->until;) {
            schakel_date next = next_month(first);
            schakel_date last = next == SCHAKEL_NO_DATE || next > ways->until ? ways->until : next - 1;
            add_way(f, SCHAKEL_REACHED_IN_MONTH, first, last);
            first = next;
        }
    size_t months = ways->count - ways->rounds_end;
    if (months < 2 || months > SK_MONTHS_MAX)
        ways->count = ways->rounds_end;
    ways->months_end = ways->count;
}

/* ---------------------------------------------------------------------- public */

int sk_find_ways(sk_ways *ways, const schakel_school *school, schakel_date from, schakel_date until,
                 sk_strings *texts, sk_arena *arena)
{
    /* A period of DAYS_MAX days may touch one month more than fit; they are counted before they are dropped. */
    enum { OTHERS = 1 + SK_SORT_COUNT + SK_MONTHS_MAX + 2 + 1 };
    size_t entries = schakel_school_count(school, SCHAKEL_KIND_CYCLE_ENTRY);
    finding f = {.ways = ways, .texts = texts};
    *ways = (sk_ways){.school = school, .from = from, .until = until, .year_before = SCHAKEL_NONE};
    ways->list = sk_arena_array(arena, OTHERS + entries, sizeof *ways->list, 0);
    if (ways->list == NULL)
        return 0;
    f.before_from = year_earlier(from);
    f.before_until = year_earlier(until);
    /* A longer period would share days with the one a year earlier, and people could be found by subtraction. */
    if (f.before_from == SCHAKEL_NO_DATE || f.before_until == SCHAKEL_NO_DATE || f.before_until >= from)
        f.before_from = INT32_MAX;
    count_occasions(&f);
    add_way(&f, SCHAKEL_REACHED_BY_ANYTHING, from, until);
    add_sorts(&f);
    if (!add_rounds(&f))
        return 0;
    add_months(&f);
    if (f.before) {
        ways->year_before = ways->count;
        add_way(&f, SCHAKEL_REACHED_YEAR_BEFORE, f.before_from, f.before_until);
    }
    return 1;
}
