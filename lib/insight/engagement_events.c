/* Who is reached by what. */
#include "insight/engagement.h"
#include "school/families.h"

typedef struct finding {
    const sk_ways *ways;
    sk_reached *reached;
    sk_families families;
    uint64_t *bits;        /* of the event at hand */
    uint32_t *groups_seen; /* by group: the last activity that was for it, from 1 */
    uint32_t *visited;     /* by family: the last activity it was at, from 1 */
    uint32_t activities;   /* so far */
} finding;

/* ----------------------------------------------------------------------- bits */

static void set_bit(uint64_t *bits, size_t column)
{
    bits[column / 64] |= (uint64_t)1 << (column % 64);
}

static int is_of_sort(const sk_ways *ways, size_t way, int sort)
{
    size_t of_sort = ways->of_sort[sort];
    if (way == SK_WAY_ANYTHING || way == ways->year_before || way == of_sort)
        return 1;
    if (way < ways->sorts_end || of_sort == SCHAKEL_NONE)
        return 0;
    return way < ways->rounds_end ? (int)ways->list[way].told.kind == sort : !ways->list[of_sort].has_rounds;
}

static int is_in_days(const schakel_reach_way *way, schakel_date date)
{
    return date >= way->first && (way->last == SCHAKEL_NO_DATE || date <= way->last);
}

/* Set the bits of all ways that an event belongs to. Returns 0 when it belongs to none. */
static int set_event_bits(finding *f, const sk_event *event)
{
    const sk_ways *ways = f->ways;
    int belongs = 0;
    for (size_t i = 0; i < f->reached->words; i++)
        f->bits[i] = 0;
    for (size_t i = 0; i < ways->count; i++) {
        if (!is_of_sort(ways, i, event->sort) || !is_in_days(&ways->list[i].told, event->date))
            continue;
        set_bit(f->bits, i);
        belongs = 1;
        if (i == SK_WAY_ANYTHING && !event->is_problem)
            set_bit(f->bits, sk_column_fine(ways));
        if (ways->list[i].told.by == SCHAKEL_REACHED_IN_MONTH)
            set_bit(f->bits, sk_column_monthly(ways));
    }
    return belongs;
}

static void reach_person(const finding *f, schakel_unit unit, size_t person)
{
    size_t words = f->reached->words;
    uint64_t *bits = f->reached->of_unit[unit].bits + person * words;
    for (size_t i = 0; i < words; i++)
        bits[i] |= f->bits[i];
}

/* --------------------------------------------------------------------- people */

static void mark_groups(finding *f, const sk_event *event)
{
    for (size_t i = 0; i < event->group_count; i++)
        f->groups_seen[schakel_school_find(f->ways->school, SCHAKEL_KIND_GROUP, event->group_ids[i])] =
            f->activities;
}

static int is_for_child(const finding *f, const sk_event *event, size_t index)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    if (event->group_count == 0)
        return 1;
    schakel_school_get_child(f->ways->school, index, &child);
    size_t group = schakel_school_find(f->ways->school, SCHAKEL_KIND_GROUP, child.group_id);
    return group != SCHAKEL_NONE && f->groups_seen[group] == f->activities;
}

static void reach_child(finding *f, const sk_event *event, size_t child)
{
    uint32_t family = f->families.of_child[child];
    uint32_t *visits = f->reached->visits[event->sort];
    reach_person(f, SCHAKEL_UNIT_CHILDREN, child);
    if (visits == NULL || !(f->bits[0] & 1 << SK_WAY_ANYTHING) || f->visited[family] == f->activities)
        return;
    f->visited[family] = f->activities;
    visits[family]++;
}

static void reach_children_of(finding *f, const sk_event *event, size_t adult)
{
    const schakel_school *school = f->ways->school;
    size_t ties = schakel_school_adult_tie_count(school, adult);
    for (size_t i = 0; i < ties; i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_school_get_adult_tie(school, adult, i, &tie);
        size_t child = schakel_school_find(school, SCHAKEL_KIND_CHILD, tie.child_id);
        if (is_for_child(f, event, child))
            reach_child(f, event, child);
    }
}

static void reach_by(finding *f, const sk_event *event)
{
    const schakel_school *school = f->ways->school;
    f->activities++;
    mark_groups(f, event);
    if (event->child_id != NULL)
        reach_child(f, event, schakel_school_find(school, SCHAKEL_KIND_CHILD, event->child_id));
    for (int list = 0; list < 2; list++)
        for (size_t i = 0; i < event->adults[list].count; i++) {
            size_t adult = schakel_school_find(school, SCHAKEL_KIND_ADULT, event->adults[list].ids[i]);
            reach_person(f, SCHAKEL_UNIT_ADULTS, adult);
            if (event->child_id == NULL)
                reach_children_of(f, event, adult);
        }
}

static void reach_families(finding *f)
{
    const sk_people *children = &f->reached->of_unit[SCHAKEL_UNIT_CHILDREN];
    for (size_t i = 0; i < children->count; i++) {
        for (size_t word = 0; word < f->reached->words; word++)
            f->bits[word] = children->bits[i * f->reached->words + word];
        reach_person(f, SCHAKEL_UNIT_FAMILIES, f->families.of_child[i]);
    }
}

/* --------------------------------------------------------------------- public */

static int make_room(finding *f, sk_arena *arena)
{
    const schakel_school *school = f->ways->school;
    sk_reached *reached = f->reached;
    if (!sk_families_find(&f->families, school, arena))
        return 0;
    reached->words = (sk_column_count(f->ways) + 63) / 64;
    reached->of_unit[SCHAKEL_UNIT_ADULTS].count = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    reached->of_unit[SCHAKEL_UNIT_FAMILIES].count = f->families.count;
    reached->of_unit[SCHAKEL_UNIT_CHILDREN].count = schakel_school_count(school, SCHAKEL_KIND_CHILD);
    for (int unit = SCHAKEL_UNIT_ADULTS; unit <= SCHAKEL_UNIT_CHILDREN; unit++) {
        sk_people *people = &reached->of_unit[unit];
        people->bits = sk_arena_array(arena, people->count, reached->words * sizeof *people->bits, 0);
        if (people->bits == NULL)
            return 0;
    }
    for (int sort = SCHAKEL_ACTIVITY_PARENTS_EVENING; sort <= SCHAKEL_ACTIVITY_OTHER; sort++) {
        if (f->ways->of_sort[sort] == SCHAKEL_NONE)
            continue;
        reached->visits[sort] = sk_arena_array(arena, f->families.count, sizeof *reached->visits[sort], 0);
        if (reached->visits[sort] == NULL)
            return 0;
    }
    size_t groups = schakel_school_count(school, SCHAKEL_KIND_GROUP);
    f->bits = sk_arena_array(arena, reached->words, sizeof *f->bits, 0);
    f->groups_seen = sk_arena_array(arena, groups, sizeof *f->groups_seen, 0);
    f->visited = sk_arena_array(arena, f->families.count, sizeof *f->visited, 0);
    return f->bits != NULL && f->groups_seen != NULL && f->visited != NULL;
}

int sk_find_reached(sk_reached *reached, const sk_ways *ways, sk_arena *arena)
{
    finding f = {.ways = ways, .reached = reached};
    *reached = (sk_reached){0};
    if (!make_room(&f, arena))
        return 0;
    for (int k = 0; k < SK_EVENT_KINDS; k++) {
        size_t count = schakel_school_count(ways->school, sk_event_kinds[k]);
        for (size_t i = 0; i < count; i++) {
            sk_event_record record;
            sk_event event;
            if (sk_read_event(ways->school, sk_event_kinds[k], i, &record, &event) &&
                set_event_bits(&f, &event))
                reach_by(&f, &event);
        }
    }
    reach_families(&f);
    return 1;
}
