/* Which talks a round has, who comes to them, and how they were planned before. */
#include <stdlib.h>
#include <string.h>

#include "school/told.h"
#include "talks/records.h"
#include "talks/timetable.h"

enum { DAYS_A_YEAR = 365 };

/* A record of a talk of the round, and whether a talk to be planned is what became of it. */
typedef struct earlier {
    const schakel_talk *record;
    int taken;
} earlier;

/* All there is to know of one child while its talks are found. */
typedef struct finding {
    sk_round_plan *plan;
    size_t child;
    const schakel_round_wish *wish; /* NULL for none */
    int in_round;
    schakel_child_part part;
    const char **adult_ids; /* who come, by id, and in which home they live */
    int32_t *homes;
    size_t adult_count;
    sk_staffing *staffings; /* one for each who may lead, as yet in no language */
    size_t staffing_count;
    int sits;
    earlier *live; /* planned, and still to come; by day and id */
    size_t live_count;
    earlier *over; /* of the round, and not to be planned again */
    size_t over_count;
    int missed;
    int32_t unpopular;
    size_t first; /* of this child's talks, in the plan */
} finding;

/* ------------------------------------------------------------------ who comes */

static int may_be_told(const finding *f, const char *adult_id)
{
    return sk_told_allows(sk_told(f->plan->school, f->child, sk_round_adult(f->plan, adult_id),
                                  SCHAKEL_SCOPE_PRACTICAL, f->plan->options->today));
}

/* Ties come by the id of the adult. Returns 0 when memory ran out. */
static int find_adults(finding *f)
{
    const child_entry *child = sk_entry(f->plan->school, SCHAKEL_KIND_CHILD, f->child);
    f->adult_ids = sk_arena_alloc(f->plan->arena, child->ties.count * sizeof *f->adult_ids);
    f->homes = sk_arena_alloc(f->plan->arena, child->ties.count * sizeof *f->homes);
    if (f->adult_ids == NULL || f->homes == NULL)
        return 0;
    for (const tie_node *node = child->ties.first; node != NULL; node = node->next_of_child) {
        const char *id = node->tie.adult_id;
        int wants = f->wish == NULL || f->wish->adult_count == 0 ||
                    sk_round_names(f->wish->adult_ids, f->wish->adult_count, id);
        if (!wants || !may_be_told(f, id))
            continue;
        f->homes[f->adult_count] = node->tie.home;
        f->adult_ids[f->adult_count++] = id;
    }
    return 1;
}

/* Do those who come live in two homes that are known? */
static int live_in_two_homes(const finding *f)
{
    int32_t home = 0;
    for (size_t i = 0; i < f->adult_count; i++) {
        if (home != 0 && f->homes[i] != 0 && f->homes[i] != home)
            return 1;
        home = f->homes[i] != 0 ? f->homes[i] : home;
    }
    return 0;
}

static int come_together(const finding *f, size_t one, size_t other)
{
    schakel_answered apart = f->wish == NULL ? SCHAKEL_UNASKED : f->wish->apart;
    if (one == other || apart == SCHAKEL_NO)
        return 1;
    if (apart == SCHAKEL_YES)
        return 0;
    return f->homes[one] == f->homes[other] || !live_in_two_homes(f);
}

/* ------------------------------------------------------------------ the staff */

static int has_blocks(const finding *f, const char *staff_id)
{
    return f->plan->has_blocks[sk_round_staff(f->plan, staff_id)];
}

/* Led by somebody, or by nobody who is known (NULL), and joined by whom the wish adds. Returns 0 when memory ran out. */
static int add_staffing(finding *f, const char *leader_id)
{
    size_t added = f->wish == NULL ? 0 : f->wish->staff_count, count = 0;
    const char **ids = sk_arena_alloc(f->plan->arena, (added + 1) * sizeof *ids);
    if (ids == NULL)
        return 0;
    if (leader_id != NULL)
        ids[count++] = leader_id;
    for (size_t i = 0; i < added; i++)
        if (f->wish->staff_ids[i] != leader_id)
            ids[count++] = f->wish->staff_ids[i];
    f->staffings[f->staffing_count++] = (sk_staffing){.staff_ids = ids, .staff_count = count};
    return 1;
}

/* One staffing for each who runs the group and has blocks, and whom the wish adds or does not. */
static int add_leaders(finding *f, const schakel_group *group, int is_added)
{
    for (size_t i = 0; i < group->staff_count; i++) {
        const char *id = group->staff_ids[i];
        int joins = f->wish != NULL && sk_round_names(f->wish->staff_ids, f->wish->staff_count, id);
        if (has_blocks(f, id) && joins == is_added && !add_staffing(f, id))
            return 0;
    }
    return 1;
}

/* Who may lead: whom the wish adds joins the others, and leads when there is no other. Without any, the group's first. */
static int find_staff(finding *f, const schakel_group *group)
{
    static const schakel_group nothing = SCHAKEL_GROUP_INIT;
    group = group == NULL ? &nothing : group;
    f->staffings = sk_arena_alloc(f->plan->arena, (group->staff_count + 1) * sizeof *f->staffings);
    if (f->staffings == NULL || !add_leaders(f, group, 0) ||
        (f->staffing_count == 0 && !add_leaders(f, group, 1)))
        return 0;
    f->sits = f->staffing_count > 0;
    for (size_t i = 0; f->wish != NULL && i < f->wish->staff_count; i++)
        f->sits = f->sits && has_blocks(f, f->wish->staff_ids[i]);
    return f->staffing_count > 0 || add_staffing(f, group->staff_count > 0 ? group->staff_ids[0] : NULL);
}

/* ------------------------------------------------------------------ the talks */

static sk_round_talk *add_talk(finding *f)
{
    sk_round_plan *plan = f->plan;
    sk_staffing *staffings = sk_arena_alloc(plan->arena, f->staffing_count * sizeof *staffings);
    if (staffings == NULL || !sk_grow(plan->arena->allocator, &plan->talks, &plan->talk_capacity,
                                      plan->talk_count + 1, sizeof *plan->talks))
        return NULL;
    memcpy(staffings, f->staffings, f->staffing_count * sizeof *staffings);
    sk_round_talk *talk = &plan->talks[plan->talk_count++];
    *talk = (sk_round_talk){.child = f->child,
                            .staffings = staffings,
                            .staffing_count = f->staffing_count,
                            .sits = f->sits,
                            .part = f->part,
                            .prefers = f->wish == NULL ? 0 : f->wish->prefers,
                            .missed = f->missed,
                            .unpopular = f->unpopular};
    return talk;
}

/* A talk of one adult and all who come together with that one. Returns 0 when memory ran out. */
static int add_together(finding *f, size_t adult)
{
    sk_round_talk *talk = add_talk(f);
    const char **ids = sk_arena_alloc(f->plan->arena, f->adult_count * sizeof *ids);
    if (talk == NULL || ids == NULL)
        return 0;
    for (size_t i = adult; i < f->adult_count; i++)
        if (come_together(f, adult, i))
            ids[talk->adult_count++] = f->adult_ids[i];
    talk->adult_ids = ids;
    return 1;
}

/* Returns 0 when memory ran out. */
static int add_talks(finding *f)
{
    if (f->adult_count == 0)
        return add_talk(f) != NULL;
    for (size_t i = 0; i < f->adult_count; i++) {
        size_t k = 0;
        while (!come_together(f, k, i))
            k++;
        if (k == i && !add_together(f, i))
            return 0;
    }
    return 1;
}

/* ------------------------------------------------------------- as it was planned */

/* How many of a talk's adults a record names. */
static size_t count_shared(const schakel_talk *record, const sk_round_talk *talk)
{
    size_t count = 0;
    for (size_t i = 0; i < talk->adult_count; i++)
        count += (size_t)sk_round_names(record->adult_ids, record->adult_count, talk->adult_ids[i]);
    return count;
}

/* How much a record may differ from the talk that became of it, best first. */
typedef enum likeness { SAME_ADULTS, SOME_ADULTS, ANY_ADULTS, LIKENESSES } likeness;

static int is_like(const schakel_talk *record, const sk_round_talk *talk, likeness like)
{
    size_t shared = count_shared(record, talk);
    switch (like) {
    case SAME_ADULTS:
        return shared == record->adult_count && shared == talk->adult_count;
    case SOME_ADULTS:
        return shared > 0;
    default:
        return 1;
    }
}

static int is_fixed(const schakel_talk *record)
{
    return record != NULL && record->fixed && record->start != SCHAKEL_NO_TIME;
}

static void take_as_planned(const finding *f, sk_round_talk *talk, likeness like, int fixed)
{
    for (size_t i = 0; i < f->live_count && talk->planned == NULL; i++)
        if (!f->live[i].taken && is_fixed(f->live[i].record) == fixed &&
            is_like(f->live[i].record, talk, like)) {
            talk->planned = f->live[i].record;
            f->live[i].taken = 1;
        }
}

/* Of records that are as like, fixed ones first. */
static void take_planned(const finding *f)
{
    for (likeness like = SAME_ADULTS; like < LIKENESSES; like++)
        for (int fixed = 1; fixed >= 0; fixed--)
            for (size_t i = f->first; i < f->plan->talk_count; i++)
                take_as_planned(f, &f->plan->talks[i], like, fixed);
}

static int shares_with_any(const finding *f, const schakel_talk *record)
{
    size_t i = f->first;
    while (i < f->plan->talk_count && count_shared(record, &f->plan->talks[i]) == 0)
        i++;
    return i < f->plan->talk_count;
}

/* A talk that is over was for those who were to come; without any of those who come now, for all. */
static int is_over(const finding *f, const sk_round_talk *talk)
{
    for (size_t i = 0; i < f->over_count; i++)
        if (count_shared(f->over[i].record, talk) > 0 || !shares_with_any(f, f->over[i].record))
            return 1;
    return 0;
}

static void leave_out_over(finding *f)
{
    sk_round_talk *talks = f->plan->talks;
    size_t kept = f->first;
    for (size_t i = f->first; i < f->plan->talk_count; i++)
        talks[i].over = talks[i].planned == NULL && is_over(f, &talks[i]);
    for (size_t i = f->first; i < f->plan->talk_count; i++)
        if (!talks[i].over)
            talks[kept++] = talks[i];
    f->plan->talk_count = kept;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The adults of a record who may be told, by id; NULL when memory ran out. */
static const char **told_of_record(const finding *f, const schakel_talk *record, size_t *count)
{
    const char **ids = sk_arena_alloc(f->plan->arena, record->adult_count * sizeof *ids);
    *count = 0;
    for (size_t i = 0; ids != NULL && i < record->adult_count; i++)
        if (may_be_told(f, record->adult_ids[i]))
            ids[(*count)++] = record->adult_ids[i];
    if (*count > 0)
        qsort(ids, *count, sizeof *ids, by_text);
    return ids;
}

/* A fixed talk stays what it was where its record says so. Returns 0 when memory ran out. */
static int keep_fixed(const finding *f, sk_round_talk *talk)
{
    const schakel_talk *record = talk->planned;
    size_t count;
    const char **ids = told_of_record(f, record, &count);
    if (ids == NULL)
        return 0;
    if (count > 0) {
        talk->adult_ids = ids;
        talk->adult_count = count;
    }
    if (record->staff_count > 0) {
        talk->staffings[0] =
            (sk_staffing){.staff_ids = record->staff_ids, .staff_count = record->staff_count};
        talk->staffing_count = 1;
    }
    talk->part = record->child;
    talk->fixed = talk->adult_count > 0;
    return 1;
}

/* Does a planned talk stay without a talk that it became? Only a fixed one does, when somebody still comes. */
static int stays(const finding *f, const schakel_talk *record)
{
    size_t i = 0;
    while (i < record->adult_count && !may_be_told(f, record->adult_ids[i]))
        i++;
    return is_fixed(record) && i < record->adult_count && (f->wish == NULL || !f->wish->skips);
}

/* Returns 0 when memory ran out. */
static int keep_the_rest(finding *f)
{
    sk_round_plan *plan = f->plan;
    for (size_t i = 0; i < f->live_count; i++) {
        const schakel_talk *record = f->live[i].record;
        if (f->live[i].taken)
            continue;
        if (stays(f, record)) {
            sk_round_talk *talk = add_talk(f);
            if (talk == NULL)
                return 0;
            talk->planned = record;
            continue;
        }
        if (!sk_grow(plan->arena->allocator, &plan->gone, &plan->gone_capacity, plan->gone_count + 1,
                     sizeof *plan->gone))
            return 0;
        plan->gone[plan->gone_count++] = record->id;
    }
    return 1;
}

/* How long each talk takes, with whom, and how. Returns 0 when memory ran out. */
static int finish_talk(const finding *f, sk_round_talk *talk)
{
    const schakel_round *round = f->plan->round;
    if ((is_fixed(talk->planned) && !keep_fixed(f, talk)) || !sk_round_find_bridge(f->plan, talk))
        return 0;
    talk->minutes = f->wish != NULL && f->wish->minutes > 0 ? f->wish->minutes : round->minutes;
    talk->minutes += talk->needs_bridge ? round->bridge_minutes : 0;
    if (talk->fixed && talk->planned->minutes > 0)
        talk->minutes = talk->planned->minutes;
    return 1;
}

/* ----------------------------------------------------------------- one child */

static int is_within(schakel_date date, schakel_date today, int32_t days)
{
    return date <= today && today - date <= days;
}

static void read_history(finding *f, const schakel_talk *record)
{
    schakel_date today = f->plan->options->today;
    if (record->state != SCHAKEL_TALK_HELD && record->state != SCHAKEL_TALK_MISSED)
        return;
    f->missed |= record->state == SCHAKEL_TALK_MISSED && is_within(record->date, today, DAYS_A_YEAR);
    f->unpopular += record->start != SCHAKEL_NO_TIME && sk_round_is_unpopular(record->start) &&
                    is_within(record->date, today, 2 * DAYS_A_YEAR);
}

/* Returns 0 when memory ran out. */
static int read_records(finding *f, const sk_by_child *records)
{
    size_t count;
    const size_t *places = sk_of_child(records, f->child, &count);
    f->live = sk_arena_alloc(f->plan->arena, count * sizeof *f->live);
    f->over = sk_arena_alloc(f->plan->arena, count * sizeof *f->over);
    for (size_t i = 0; f->live != NULL && f->over != NULL && i < count; i++) {
        const schakel_talk *record = sk_entry(f->plan->school, SCHAKEL_KIND_TALK, places[i]);
        read_history(f, record);
        if (record->round_id != f->plan->round->id)
            continue;
        if (record->state == SCHAKEL_TALK_PLANNED && record->date >= f->plan->options->today)
            f->live[f->live_count++] = (earlier){record, 0};
        else
            f->over[f->over_count++] = (earlier){record, 0};
    }
    return f->live != NULL && f->over != NULL;
}

static void read_group(finding *f, const schakel_group *group)
{
    const schakel_round *round = f->plan->round;
    int32_t year = group == NULL ? 0 : group->year;
    f->in_round = round->group_count == 0 ||
                  (group != NULL && sk_round_names(round->group_ids, round->group_count, group->id));
    f->part = round->child_year > 0 && year < round->child_year ? SCHAKEL_CHILD_ABSENT : round->child;
}

static int find_talks_of_child(finding *f, const sk_by_child *records)
{
    const schakel_school *school = f->plan->school;
    const schakel_child *child = sk_entry(school, SCHAKEL_KIND_CHILD, f->child);
    const schakel_group *group =
        child->group_id == NULL ? NULL : sk_find_entry(school, SCHAKEL_KIND_GROUP, child->group_id);
    f->first = f->plan->talk_count;
    read_group(f, group);
    if (!read_records(f, records) || !find_adults(f) || !find_staff(f, group))
        return 0;
    if (f->in_round && (f->wish == NULL || !f->wish->skips) && !add_talks(f))
        return 0;
    take_planned(f);
    leave_out_over(f);
    if (!keep_the_rest(f))
        return 0;
    for (size_t i = f->first; i < f->plan->talk_count; i++)
        if (!finish_talk(f, &f->plan->talks[i]))
            return 0;
    return 1;
}

/* The wish for each child in the round, or NULL; NULL when memory ran out. */
static const schakel_round_wish **wishes_by_child(const sk_round_plan *plan)
{
    const schakel_school *school = plan->school;
    size_t children = schakel_school_count(school, SCHAKEL_KIND_CHILD);
    const schakel_round_wish **wishes = sk_arena_alloc(plan->arena, children * sizeof *wishes);
    for (size_t i = 0; wishes != NULL && i < children; i++)
        wishes[i] = NULL;
    for (size_t i = 0; wishes != NULL && i < schakel_school_count(school, SCHAKEL_KIND_ROUND_WISH); i++) {
        const schakel_round_wish *wish = sk_entry(school, SCHAKEL_KIND_ROUND_WISH, i);
        if (wish->round_id == plan->round->id)
            wishes[schakel_school_find(school, SCHAKEL_KIND_CHILD, wish->child_id)] = wish;
    }
    return wishes;
}

int sk_round_find_talks(sk_round_plan *plan)
{
    sk_by_child records;
    const size_t *children = sk_ids_in_order(plan->school, SCHAKEL_KIND_CHILD, plan->arena);
    const schakel_round_wish **wishes = wishes_by_child(plan);
    if (children == NULL || wishes == NULL ||
        !sk_group_by_child(&records, plan->school, SCHAKEL_KIND_TALK, NULL, plan->arena))
        return 0;
    for (size_t i = 0; i < schakel_school_count(plan->school, SCHAKEL_KIND_CHILD); i++) {
        finding f = {.plan = plan, .child = children[i], .wish = wishes[children[i]]};
        if (!find_talks_of_child(&f, &records))
            return 0;
    }
    return 1;
}
