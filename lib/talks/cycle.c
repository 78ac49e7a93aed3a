/* What is due, planned, done and missed for every child. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "school/dutch.h"
#include "school/told.h"
#include "schakel/talks.h"
#include "talks/records.h"

struct schakel_cycle {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_cycle_entry *entries; /* by first day, then id */
    size_t entry_count;
    schakel_cycle_row *rows;
    size_t count;
    size_t capacity;
};

/* All there is to know of one child while its rows are made. */
typedef struct child_talks {
    const schakel_school *school;
    size_t child;
    schakel_date today;
    const char *const *adult_ids;
    size_t adult_count;
    int needs_bridge;
    int32_t year;        /* of the group; 0 for mixed or none */
    const size_t *talks; /* of this child, by day and id */
    size_t talk_count;
    const size_t *agreements; /* open ones of this child, by day and id */
    size_t agreement_count;
} child_talks;

/* ------------------------------------------------------------------ entries */

static int by_first_day(const void *a, const void *b)
{
    const schakel_cycle_entry *left = a, *right = b;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return strcmp(left->id, right->id);
}

/* The school's own entries, or the default ones. */
static int collect_entries(schakel_cycle *cycle, const schakel_school *school)
{
    size_t own = schakel_school_count(school, SCHAKEL_KIND_CYCLE_ENTRY);
    size_t count = own > 0 ? own : schakel_cycle_default_count(school->info.stage);
    cycle->entries = sk_arena_array(&cycle->arena, count, sizeof *cycle->entries, 0);
    if (cycle->entries == NULL)
        return 0;
    for (size_t i = 0; i < count; i++) {
        cycle->entries[i] = (schakel_cycle_entry)SCHAKEL_CYCLE_ENTRY_INIT;
        if (own > 0)
            schakel_school_get_cycle_entry(school, i, &cycle->entries[i]);
        else
            schakel_cycle_default(school->info.stage, i, school->info.year_start, school->info.year_end,
                                  &cycle->entries[i]);
    }
    qsort(cycle->entries, count, sizeof *cycle->entries, by_first_day);
    cycle->entry_count = count;
    return 1;
}

static int holds_for(const schakel_cycle_entry *entry, int32_t year)
{
    int limited = entry->year_low > 0 || entry->year_high > 0;
    if (!limited)
        return 1;
    return year > 0 && year >= entry->year_low && (entry->year_high == 0 || year <= entry->year_high);
}

enum { DAYS_EARLY = 30 };

/* The entry a talk counts for, or NULL. Entries come by their first day. */
static const schakel_cycle_entry *entry_of_talk(const schakel_cycle *cycle, const child_talks *c,
                                                const schakel_talk *talk)
{
    const schakel_cycle_entry *found = NULL;
    for (size_t i = 0; i < cycle->entry_count; i++) {
        const schakel_cycle_entry *entry = &cycle->entries[i];
        if (entry->kind != talk->kind || !holds_for(entry, c->year))
            continue;
        if (entry->first <= talk->date || (found == NULL && entry->first - DAYS_EARLY <= talk->date))
            found = entry;
    }
    schakel_date end = c->school->info.year_end;
    if (found != NULL && talk->date > end && talk->date > found->last)
        return NULL;
    return found;
}

/* --------------------------------------------------------------------- rows */

/* Which of two talks for one entry tells how it stands: a held one, else the first to come, else the last. */
static int tells_more(const schakel_talk *talk, const schakel_talk *known, schakel_date today)
{
    if (known == NULL)
        return 1;
    if ((talk->state == SCHAKEL_TALK_HELD) != (known->state == SCHAKEL_TALK_HELD))
        return talk->state == SCHAKEL_TALK_HELD;
    /* Talks come by day. Of two that were held the first counts. */
    return known->state != SCHAKEL_TALK_HELD && known->date < today;
}

static schakel_due how_it_stands(const schakel_cycle_row *row, const schakel_talk *talk, schakel_date today)
{
    if (talk != NULL && talk->state == SCHAKEL_TALK_HELD)
        return SCHAKEL_DUE_DONE;
    if (talk != NULL)
        return talk->date >= today ? SCHAKEL_DUE_PLANNED : SCHAKEL_DUE_UNRECORDED;
    if (today < row->first)
        return SCHAKEL_DUE_LATER;
    return today <= row->last ? SCHAKEL_DUE_NOW : SCHAKEL_DUE_MISSED;
}

/* The talk that was held or planned for an entry; counts those that were missed. */
static const schakel_talk *find_talk(const schakel_cycle *cycle, const child_talks *c,
                                     const schakel_cycle_entry *entry, int32_t *missed)
{
    const schakel_talk *found = NULL;
    for (size_t i = 0; i < c->talk_count; i++) {
        const schakel_talk *talk = sk_entry(c->school, SCHAKEL_KIND_TALK, c->talks[i]);
        if (talk->state == SCHAKEL_TALK_CANCELLED || entry_of_talk(cycle, c, talk) != entry)
            continue;
        if (talk->state == SCHAKEL_TALK_MISSED)
            ++*missed;
        else if (tells_more(talk, found, c->today))
            found = talk;
    }
    return found;
}

static schakel_child_part part_of_child(const schakel_cycle_entry *entry, int32_t year)
{
    return entry->child_year > 0 && year < entry->child_year ? SCHAKEL_CHILD_ABSENT : entry->child;
}

/* Open agreements made before the talk. Returns 0 when memory ran out. */
static int add_agreements(schakel_cycle *cycle, const child_talks *c, schakel_cycle_row *row)
{
    const char **ids = sk_arena_alloc(&cycle->arena, c->agreement_count * sizeof *ids);
    schakel_date before = row->date == SCHAKEL_NO_DATE ? INT32_MAX : row->date;
    if (ids == NULL)
        return 0;
    for (size_t i = 0; i < c->agreement_count; i++) {
        const schakel_agreement *agreement = sk_entry(c->school, SCHAKEL_KIND_AGREEMENT, c->agreements[i]);
        if (agreement->date < before)
            ids[row->agreement_count++] = agreement->id;
    }
    row->agreement_ids = ids;
    return 1;
}

static int add_row(schakel_cycle *cycle, const child_talks *c, const schakel_cycle_entry *entry)
{
    schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
    row.child_id = sk_entry_id(c->school, SCHAKEL_KIND_CHILD, c->child);
    row.entry_id = entry->id;
    row.title = entry->title;
    row.kind = entry->kind;
    row.first = entry->first;
    row.last = entry->last;
    const schakel_talk *talk = find_talk(cycle, c, entry, &row.missed_before);
    row.due = how_it_stands(&row, talk, c->today);
    if (talk != NULL) {
        row.talk_id = talk->id;
        row.date = talk->date;
    }
    row.needs_bridge = c->needs_bridge;
    row.minutes = entry->minutes + (c->needs_bridge ? entry->bridge_minutes : 0);
    row.child = part_of_child(entry, c->year);
    row.adult_ids = c->adult_ids;
    row.adult_count = c->adult_count;
    row.questions = entry->questions;
    row.question_count = entry->question_count;
    if (row.due != SCHAKEL_DUE_DONE && row.due != SCHAKEL_DUE_MISSED && !add_agreements(cycle, c, &row))
        return 0;
    if (!sk_grow(&cycle->allocator, &cycle->rows, &cycle->capacity, cycle->count + 1, sizeof *cycle->rows))
        return 0;
    cycle->rows[cycle->count++] = row;
    return 1;
}

/* ----------------------------------------------------------------- children */

/* Whom to invite. Ties come by the id of the adult. */
static int invite(schakel_cycle *cycle, child_talks *c)
{
    const child_entry *child = sk_entry(c->school, SCHAKEL_KIND_CHILD, c->child);
    const char **ids = sk_arena_alloc(&cycle->arena, child->ties.count * sizeof *ids);
    if (ids == NULL)
        return 0;
    c->adult_count = 0;
    c->needs_bridge = 0;
    for (const tie_node *node = child->ties.first; node != NULL; node = node->next_of_child) {
        size_t adult = schakel_school_find(c->school, SCHAKEL_KIND_ADULT, node->tie.adult_id);
        if (!sk_told_allows(sk_told(c->school, c->child, adult, SCHAKEL_SCOPE_PRACTICAL, c->today)))
            continue;
        ids[c->adult_count++] = node->tie.adult_id;
        c->needs_bridge |= sk_lacks_dutch(sk_entry(c->school, SCHAKEL_KIND_ADULT, adult));
    }
    c->adult_ids = ids;
    return 1;
}

static int add_child(schakel_cycle *cycle, child_talks *c)
{
    const schakel_child *child = sk_entry(c->school, SCHAKEL_KIND_CHILD, c->child);
    const schakel_group *group =
        child->group_id == NULL ? NULL : sk_find_entry(c->school, SCHAKEL_KIND_GROUP, child->group_id);
    c->year = group == NULL ? 0 : group->year;
    if (!invite(cycle, c))
        return 0;
    for (size_t i = 0; i < cycle->entry_count; i++)
        if (holds_for(&cycle->entries[i], c->year) && !add_row(cycle, c, &cycle->entries[i]))
            return 0;
    return 1;
}

static int is_open(const void *record)
{
    return ((const schakel_agreement *)record)->state == SCHAKEL_AGREEMENT_OPEN;
}

static int fill(schakel_cycle *cycle, const schakel_school *school, const schakel_cycle_options *options)
{
    child_talks c = {.school = school, .today = options->today};
    sk_by_child talks, agreements;
    size_t *children = sk_ids_in_order(school, SCHAKEL_KIND_CHILD, &cycle->arena);
    if (children == NULL || !collect_entries(cycle, school) ||
        !sk_group_by_child(&talks, school, SCHAKEL_KIND_TALK, NULL, &cycle->arena) ||
        !sk_group_by_child(&agreements, school, SCHAKEL_KIND_AGREEMENT, is_open, &cycle->arena))
        return 0;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_CHILD); i++) {
        c.child = children[i];
        if (options->child_id != NULL &&
            strcmp(options->child_id, sk_entry_id(school, SCHAKEL_KIND_CHILD, c.child)) != 0)
            continue;
        c.talks = sk_of_child(&talks, c.child, &c.talk_count);
        c.agreements = sk_of_child(&agreements, c.child, &c.agreement_count);
        if (!add_child(cycle, &c))
            return 0;
    }
    return 1;
}

/* -------------------------------------------------------------- public calls */

schakel_status schakel_cycle_make(const schakel_school *school, const schakel_cycle_options *options,
                                  schakel_cycle **out, schakel_error *error)
{
    schakel_cycle_options used = SCHAKEL_CYCLE_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || options == NULL || out == NULL || !sk_record_in(options, &used, sizeof used))
        return sk_fail_misuse(error,
                              "expected a school, options with their struct_size and a place for the cycle");
    schakel_status status = sk_check_day(school, used.today, error);
    if (status != SCHAKEL_OK)
        return status;
    if (used.child_id != NULL &&
        schakel_school_find(school, SCHAKEL_KIND_CHILD, used.child_id) == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, "/child_id", "there is no child with id \"%s\"",
                       used.child_id);
    schakel_cycle *cycle = sk_alloc_zeroed(sk_handle_allocator(school), 1, sizeof *cycle);
    if (cycle == NULL)
        return sk_fail_memory(error);
    cycle->allocator = *sk_handle_allocator(school);
    sk_arena_init(&cycle->arena, &cycle->allocator);
    if (!fill(cycle, school, &used)) {
        schakel_cycle_destroy(cycle);
        return sk_fail_memory(error);
    }
    *out = cycle;
    return SCHAKEL_OK;
}

void schakel_cycle_destroy(schakel_cycle *cycle)
{
    if (cycle == NULL)
        return;
    schakel_allocator allocator = cycle->allocator;
    sk_arena_destroy(&cycle->arena);
    sk_free(&allocator, cycle->rows);
    sk_free(&allocator, cycle);
}

size_t schakel_cycle_entry_count(const schakel_cycle *cycle)
{
    return cycle == NULL ? 0 : cycle->entry_count;
}

schakel_status schakel_cycle_get_entry(const schakel_cycle *cycle, size_t index, schakel_cycle_entry *out)
{
    if (cycle == NULL || out == NULL || index >= cycle->entry_count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &cycle->entries[index], sizeof cycle->entries[index]) ? SCHAKEL_OK
                                                                                    : SCHAKEL_MISUSE;
}

size_t schakel_cycle_count(const schakel_cycle *cycle)
{
    return cycle == NULL ? 0 : cycle->count;
}

schakel_status schakel_cycle_get(const schakel_cycle *cycle, size_t index, schakel_cycle_row *out)
{
    if (cycle == NULL || out == NULL || index >= cycle->count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &cycle->rows[index], sizeof cycle->rows[index]) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
