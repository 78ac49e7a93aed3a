/* For which children and adults a viewer sees what. */
#include <string.h>

#include "access/sight.h"
#include "base/error.h"
#include "school/families.h"
#include "school/told.h"

enum {
    PRACTICAL = SCHAKEL_SCOPE_PRACTICAL,
    TALKING = SCHAKEL_SCOPE_PRACTICAL | SCHAKEL_SCOPE_PROGRESS,
    EVERYTHING = SCHAKEL_SCOPE_ALL
};

int sk_is_viewer(const sk_sight *s, schakel_kind kind, const char *id)
{
    return s->viewer.kind == kind && s->viewer.id == id;
}

static size_t place_of(const sk_sight *s, schakel_kind kind, const char *id)
{
    return sk_index_get(&s->school->tables[kind].by_id, id);
}

static size_t count_of(const sk_sight *s, schakel_kind kind)
{
    return s->school->tables[kind].count;
}

static void see_adult(sk_sight *s, size_t adult, schakel_sight sight, schakel_access_reason reason)
{
    if (sight > s->adults[adult]) {
        s->adults[adult] = (unsigned char)sight;
        s->adult_reasons[adult] = (unsigned char)reason;
    }
}

/* ------------------------------------------------------------------- adults */

/* The names of other parents of a child of whom this adult is told progress. */
static void see_other_parents(sk_sight *s, size_t child)
{
    const child_entry *entry = sk_entry(s->school, SCHAKEL_KIND_CHILD, child);
    for (const tie_node *node = entry->ties.first; node != NULL; node = node->next_of_child)
        if (sk_is_parent_kind(node->tie.kind))
            see_adult(s, place_of(s, SCHAKEL_KIND_ADULT, node->tie.adult_id), SCHAKEL_SIGHT_PART,
                      SCHAKEL_ACCESS_NAME);
}

/* Who gave and who got a consent that the viewer gave or got know each other's names. */
static void see_consents(sk_sight *s)
{
    for (size_t i = 0; i < count_of(s, SCHAKEL_KIND_CONSENT); i++) {
        const schakel_consent *consent = sk_entry(s->school, SCHAKEL_KIND_CONSENT, i);
        const char *both[] = {consent->by_adult_id, consent->adult_id};
        if (both[0] != s->viewer.id && both[1] != s->viewer.id)
            continue;
        for (int k = 0; k < 2; k++)
            if (both[k] != NULL)
                see_adult(s, place_of(s, SCHAKEL_KIND_ADULT, both[k]), SCHAKEL_SIGHT_PART,
                          SCHAKEL_ACCESS_NAME);
    }
}

static void look_as_adult(sk_sight *s)
{
    const adult_entry *self = sk_entry(s->school, SCHAKEL_KIND_ADULT, s->index);
    see_adult(s, s->index, SCHAKEL_SIGHT_WHOLE, SCHAKEL_ACCESS_OWN);
    for (const tie_node *node = self->ties.first; node != NULL; node = node->next_of_adult) {
        size_t child = place_of(s, SCHAKEL_KIND_CHILD, node->tie.child_id);
        s->scopes[child] = sk_told_scopes(s->school, child, s->index, s->viewer.today);
        if ((s->scopes[child] & s->needed & SCHAKEL_SCOPE_PROGRESS) != 0)
            see_other_parents(s, child);
    }
    see_consents(s);
}

/* ----------------------------------------------------------------- children */

static void look_as_child(sk_sight *s)
{
    const child_entry *self = sk_entry(s->school, SCHAKEL_KIND_CHILD, s->index);
    s->scopes[s->index] = sk_child_decides(s->school, s->index, s->viewer.today) ? EVERYTHING : TALKING;
    for (const tie_node *node = self->ties.first; node != NULL; node = node->next_of_child)
        see_adult(s, place_of(s, SCHAKEL_KIND_ADULT, node->tie.adult_id), SCHAKEL_SIGHT_PART,
                  SCHAKEL_ACCESS_NAME);
}

/* -------------------------------------------------------------------- staff */

static const struct {
    uint32_t own_groups, all;
} roles[] = {
    [SCHAKEL_STAFF_TEACHER] = {TALKING, 0},       [SCHAKEL_STAFF_ASSISTANT] = {PRACTICAL, 0},
    [SCHAKEL_STAFF_COUNSELLOR] = {0, EVERYTHING}, [SCHAKEL_STAFF_COORDINATOR] = {0, PRACTICAL},
    [SCHAKEL_STAFF_HEAD] = {0, TALKING},          [SCHAKEL_STAFF_OTHER] = {0, 0},
};

static int lists(const char *const *ids, size_t count, const char *id)
{
    size_t i = 0;
    while (i < count && ids[i] != id)
        i++;
    return i < count;
}

static int runs_group(const sk_sight *s, const char *group_id)
{
    const schakel_group *group =
        group_id == NULL ? NULL : sk_find_entry(s->school, SCHAKEL_KIND_GROUP, group_id);
    return group != NULL && lists(group->staff_ids, group->staff_count, s->viewer.id);
}

/* Who has a talk with a child, or gets a case of it, knows the child. */
static void look_by_work(sk_sight *s)
{
    for (size_t i = 0; i < count_of(s, SCHAKEL_KIND_TALK); i++) {
        const schakel_talk *talk = sk_entry(s->school, SCHAKEL_KIND_TALK, i);
        if (lists(talk->staff_ids, talk->staff_count, s->viewer.id))
            s->scopes[place_of(s, SCHAKEL_KIND_CHILD, talk->child_id)] |= TALKING;
    }
    for (size_t i = 0; i < count_of(s, SCHAKEL_KIND_CASE); i++) {
        const schakel_case *c = sk_entry(s->school, SCHAKEL_KIND_CASE, i);
        if (sk_reached_rung(s, c))
            s->scopes[place_of(s, SCHAKEL_KIND_CHILD, c->child_id)] |= TALKING;
    }
}

static void look_as_staff(sk_sight *s)
{
    const schakel_staff *self = sk_entry(s->school, SCHAKEL_KIND_STAFF, s->index);
    s->all_children = roles[self->role].all;
    for (size_t i = 0; i < count_of(s, SCHAKEL_KIND_CHILD); i++) {
        const schakel_child *child = sk_entry(s->school, SCHAKEL_KIND_CHILD, i);
        s->scopes[i] = roles[self->role].all;
        if (runs_group(s, child->group_id))
            s->scopes[i] |= roles[self->role].own_groups;
    }
    look_by_work(s);
    for (size_t i = 0; i < count_of(s, SCHAKEL_KIND_ADULT); i++) {
        const adult_entry *adult = sk_entry(s->school, SCHAKEL_KIND_ADULT, i);
        int known = s->all_children != 0;
        for (const tie_node *node = adult->ties.first; node != NULL && !known; node = node->next_of_adult)
            known = s->scopes[place_of(s, SCHAKEL_KIND_CHILD, node->tie.child_id)] != 0;
        if (known)
            see_adult(s, i, SCHAKEL_SIGHT_WHOLE, SCHAKEL_ACCESS_TASK);
    }
}

int sk_reached_rung(const sk_sight *s, const schakel_case *c)
{
    for (size_t i = 0; i < c->step_count && s->viewer.kind == SCHAKEL_KIND_STAFF; i++) {
        const schakel_rung *rung = sk_find_entry(s->school, SCHAKEL_KIND_RUNG, c->steps[i].rung_id);
        const schakel_child *child = sk_find_entry(s->school, SCHAKEL_KIND_CHILD, c->child_id);
        if (rung->staff_count > 0 ? lists(rung->staff_ids, rung->staff_count, s->viewer.id)
                                  : !rung->outside && runs_group(s, child->group_id))
            return 1;
    }
    return 0;
}

/* ---------------------------------------------------------------- why (not) */

static schakel_access_reason reason_told(schakel_told_reason told)
{
    switch (told) {
    case SCHAKEL_TOLD_STOPPED:
        return SCHAKEL_ACCESS_STOPPED;
    case SCHAKEL_TOLD_NO_CONSENT:
        return SCHAKEL_ACCESS_NO_CONSENT;
    case SCHAKEL_TOLD_CHILD_DECIDES:
        return SCHAKEL_ACCESS_CHILD_DECIDES;
    case SCHAKEL_TOLD_WITHDRAWN:
        return SCHAKEL_ACCESS_WITHDRAWN;
    case SCHAKEL_TOLD_NO_TIE:
        return SCHAKEL_ACCESS_NO_TIE;
    default:
        return SCHAKEL_ACCESS_TOLD;
    }
}

sk_seen sk_sight_scope(const sk_sight *s, const char *child_id, uint32_t scope)
{
    size_t child = place_of(s, SCHAKEL_KIND_CHILD, child_id);
    int has = (s->scopes[child] & scope) != 0;
    if (has && (s->needed & scope) == 0)
        return (sk_seen){SCHAKEL_SIGHT_NOTHING, SCHAKEL_ACCESS_PURPOSE};
    schakel_sight sight = has ? SCHAKEL_SIGHT_WHOLE : SCHAKEL_SIGHT_NOTHING;
    if (s->viewer.kind == SCHAKEL_KIND_STAFF)
        return (sk_seen){sight, has ? SCHAKEL_ACCESS_TASK : SCHAKEL_ACCESS_NOT_TASK};
    if (s->viewer.kind == SCHAKEL_KIND_CHILD) {
        int own = child == s->index;
        schakel_access_reason no = own ? SCHAKEL_ACCESS_NOT_READER : SCHAKEL_ACCESS_NO_TIE;
        return (sk_seen){sight, has ? SCHAKEL_ACCESS_OWN : no};
    }
    return (sk_seen){sight, reason_told(sk_told(s->school, child, s->index, scope, s->viewer.today))};
}

/* -------------------------------------------------------------------- begin */

static const uint32_t scopes_of_purpose[] = {PRACTICAL, TALKING, EVERYTHING};

static schakel_status take_viewer(sk_sight *s, const schakel_viewer *viewer, schakel_error *error)
{
    const schakel_viewer defaults = SCHAKEL_VIEWER_INIT;
    s->viewer = defaults;
    if (!sk_record_in(viewer, &s->viewer, sizeof s->viewer) || s->viewer.id == NULL)
        return sk_fail_misuse(error, "expected a viewer with its struct_size and an id");
    schakel_kind kind = s->viewer.kind;
    if (kind != SCHAKEL_KIND_ADULT && kind != SCHAKEL_KIND_STAFF && kind != SCHAKEL_KIND_CHILD)
        return sk_fail(error, SCHAKEL_INVALID, "/kind",
                       "expected an adult, somebody of the staff or a child");
    if ((unsigned)s->viewer.purpose > SCHAKEL_PURPOSE_CARE)
        return sk_fail(error, SCHAKEL_INVALID, "/purpose", "expected a purpose");
    if (schakel_date_to_ymd(s->viewer.today, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/today", "expected a date in the years 1 to 9999");
    s->index = schakel_school_find(s->school, kind, s->viewer.id);
    if (s->index == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, "/id", "there is no %s with id \"%s\"", sk_kinds[kind].name,
                       s->viewer.id);
    s->viewer.id = sk_entry_id(s->school, kind, s->index);
    s->needed = scopes_of_purpose[s->viewer.purpose];
    return SCHAKEL_OK;
}

schakel_status sk_sight_begin(sk_sight *s, const schakel_school *school, const schakel_viewer *viewer,
                              schakel_error *error)
{
    const schakel_allocator *allocator = sk_handle_allocator(school);
    *s = (sk_sight){.school = school};
    schakel_status status = take_viewer(s, viewer, error);
    if (status != SCHAKEL_OK)
        return status;
    s->scopes = sk_alloc_zeroed(allocator, count_of(s, SCHAKEL_KIND_CHILD), sizeof *s->scopes);
    s->adults = sk_alloc_zeroed(allocator, count_of(s, SCHAKEL_KIND_ADULT), 1);
    s->adult_reasons = sk_alloc_zeroed(allocator, count_of(s, SCHAKEL_KIND_ADULT), 1);
    if (s->scopes == NULL || s->adults == NULL || s->adult_reasons == NULL)
        return sk_fail_memory(error);
    memset(s->adult_reasons, SCHAKEL_ACCESS_NO_TIE, count_of(s, SCHAKEL_KIND_ADULT));
    if (s->viewer.kind == SCHAKEL_KIND_STAFF)
        look_as_staff(s);
    else if (s->viewer.kind == SCHAKEL_KIND_ADULT)
        look_as_adult(s);
    else
        look_as_child(s);
    return SCHAKEL_OK;
}

void sk_sight_end(sk_sight *s)
{
    const schakel_allocator *allocator = sk_handle_allocator(s->school);
    sk_free(allocator, s->scopes);
    sk_free(allocator, s->adults);
    sk_free(allocator, s->adult_reasons);
}
