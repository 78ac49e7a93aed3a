#include "outreach/audience.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "school/families.h"
#include "school/told.h"

typedef struct finding {
    const schakel_school *school;
    sk_arena *arena;
    sk_audience *audience;
    schakel_activity activity; /* without an id when it is for groups */
    const char *const *group_ids;
    size_t group_count;
    schakel_date today;
    sk_families families;
    uint32_t *number; /* by family of the school: its number in the audience, or UNSEEN */
    schakel_error *error;
} finding;

enum { DAYS_NEW = 365 };
#define UNSEEN UINT32_MAX

static int is_for_team(const finding *f)
{
    return f->activity.id != NULL && f->activity.audience == SCHAKEL_AUDIENCE_TEAM;
}

static int has_group(const finding *f, const char *group_id)
{
    for (size_t i = 0; i < f->group_count; i++)
        if (group_id != NULL && strcmp(f->group_ids[i], group_id) == 0)
            return 1;
    return f->group_count == 0;
}

static int in_team(const finding *f, const char *adult_id, const char *child_id)
{
    schakel_team team = SCHAKEL_TEAM_INIT;
    schakel_school_get_team(f->school, schakel_school_find(f->school, SCHAKEL_KIND_TEAM, f->activity.team_id),
                            &team);
    for (size_t i = 0; i < team.member_count; i++) {
        const schakel_member *member = &team.members[i];
        if ((adult_id != NULL && member->adult_id == adult_id) ||
            (child_id != NULL && member->child_id == child_id))
            return 1;
    }
    return 0;
}

/* Does the audience take this adult, whose ties to its children are known? */
static int takes(const finding *f, const schakel_adult *adult, const sk_member *member)
{
    if (f->activity.id == NULL)
        return 1;
    switch (f->activity.audience) {
    case SCHAKEL_AUDIENCE_FATHERS:
        return member->is_father;
    case SCHAKEL_AUDIENCE_NEWCOMERS:
        return adult->since == SCHAKEL_NO_DATE || f->activity.date - adult->since < DAYS_NEW;
    case SCHAKEL_AUDIENCE_CHILDREN:
        return 0;
    case SCHAKEL_AUDIENCE_TEAM:
        return in_team(f, adult->id, NULL);
    case SCHAKEL_AUDIENCE_PARENTS:
    case SCHAKEL_AUDIENCE_TOGETHER:
        break;
    }
    return 1;
}

/* Give a family of the school its number in the audience, and a member that family once. */
static void add_family(finding *f, uint32_t family, uint32_t *numbers, sk_member *member)
{
    if (f->number[family] == UNSEEN)
        f->number[family] = (uint32_t)f->audience->family_count++;
    for (size_t i = 0; i < member->family_count; i++)
        if (numbers[i] == f->number[family])
            return;
    numbers[member->family_count++] = f->number[family];
}

/* The children about whom this adult may be invited, in the order of their ids. Returns 0 when memory ran out. */
static int read_children(const finding *f, sk_member *member, uint32_t *families)
{
    size_t ties = schakel_school_adult_tie_count(f->school, member->adult);
    const char **ids = sk_arena_alloc(f->arena, ties * sizeof *ids);
    member->child_ids = ids;
    for (size_t i = 0; ids != NULL && i < ties; i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_school_get_adult_tie(f->school, member->adult, i, &tie);
        size_t index = schakel_school_find(f->school, SCHAKEL_KIND_CHILD, tie.child_id);
        schakel_school_get_child(f->school, index, &child);
        if ((!is_for_team(f) && !has_group(f, child.group_id)) ||
            !sk_told_allows(sk_told(f->school, index, member->adult, SCHAKEL_SCOPE_PRACTICAL, f->today)))
            continue;
        families[member->child_count] = f->families.of_child[index];
        ids[member->child_count++] = tie.child_id;
        member->is_mother |= tie.kind == SCHAKEL_TIE_MOTHER;
        member->is_father |= tie.kind == SCHAKEL_TIE_FATHER;
    }
    return ids != NULL;
}

static schakel_status add_adult(finding *f, size_t index)
{
    size_t ties = schakel_school_adult_tie_count(f->school, index);
    sk_member member = {.adult = index};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    uint32_t *families = sk_arena_alloc(f->arena, ties * sizeof *families);
    uint32_t *numbers = sk_arena_alloc(f->arena, ties * sizeof *numbers);
    if (families == NULL || numbers == NULL || !read_children(f, &member, families))
        return sk_fail_memory(f->error);
    schakel_school_get_adult(f->school, index, &adult);
    if ((member.child_count == 0 && !is_for_team(f)) || !takes(f, &adult, &member))
        return SCHAKEL_OK;
    for (size_t i = 0; i < member.child_count; i++)
        add_family(f, families[i], numbers, &member);
    member.families = numbers;
    f->audience->members[f->audience->count++] = member;
    return SCHAKEL_OK;
}

/* Does a child get an invitation of its own? */
static int invites_child(const finding *f, const schakel_child *child)
{
    if (f->activity.id == NULL)
        return 0;
    if (is_for_team(f))
        return in_team(f, NULL, child->id);
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(f->school, &info);
    int meant = f->activity.audience == SCHAKEL_AUDIENCE_CHILDREN ||
                f->activity.audience == SCHAKEL_AUDIENCE_TOGETHER;
    return has_group(f, child->group_id) && (meant || info.stage == SCHAKEL_STAGE_MBO ||
                                             schakel_school_decides(f->school, child->id, f->today));
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The places of the adults, in the order of their ids; NULL when memory ran out. */
static size_t *adults_by_id(const finding *f, size_t count)
{
    const char **ids = sk_arena_alloc(f->arena, count * sizeof *ids);
    size_t *places = sk_arena_alloc(f->arena, count * sizeof *places);
    if (ids == NULL || places == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(f->school, i, &adult);
        ids[i] = adult.id;
    }
    qsort(ids, count, sizeof *ids, by_text);
    for (size_t i = 0; i < count; i++)
        places[i] = schakel_school_find(f->school, SCHAKEL_KIND_ADULT, ids[i]);
    return places;
}

static schakel_status find_people(finding *f)
{
    size_t adults = schakel_school_count(f->school, SCHAKEL_KIND_ADULT);
    size_t children = schakel_school_count(f->school, SCHAKEL_KIND_CHILD);
    sk_audience *audience = f->audience;
    size_t *places = adults_by_id(f, adults);
    audience->members = sk_arena_alloc(f->arena, adults * sizeof *audience->members);
    audience->child_ids = sk_arena_alloc(f->arena, children * sizeof *audience->child_ids);
    if (!sk_families_find(&f->families, f->school, f->arena))
        return sk_fail_memory(f->error);
    f->number = sk_arena_array(f->arena, f->families.count, sizeof *f->number, 0xFF);
    if (places == NULL || audience->members == NULL || audience->child_ids == NULL || f->number == NULL)
        return sk_fail_memory(f->error);
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < adults && status == SCHAKEL_OK; i++)
        status = add_adult(f, places[i]);
    for (size_t i = 0; i < children; i++) {
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_school_get_child(f->school, i, &child);
        if (invites_child(f, &child))
            audience->child_ids[audience->child_count++] = child.id;
    }
    qsort(audience->child_ids, audience->child_count, sizeof *audience->child_ids, by_text);
    return status;
}

static schakel_status check_groups(const finding *f)
{
    for (size_t i = 0; i < f->group_count; i++) {
        char path[32];
        snprintf(path, sizeof path, "/groups/%zu", i);
        if (f->group_ids[i] == NULL)
            return sk_fail_misuse(f->error, "expected the id of each group");
        if (schakel_school_find(f->school, SCHAKEL_KIND_GROUP, f->group_ids[i]) == SCHAKEL_NONE)
            return sk_fail(f->error, SCHAKEL_NOT_FOUND, path, "there is no group with id \"%s\"",
                           f->group_ids[i]);
    }
    return SCHAKEL_OK;
}

schakel_status sk_audience_find(sk_audience *audience, const schakel_school *school, const sk_audience_of *of,
                                sk_arena *arena, schakel_error *error)
{
    finding f = {.school = school,
                 .arena = arena,
                 .audience = audience,
                 .group_ids = of->group_ids,
                 .group_count = of->group_count,
                 .today = of->today,
                 .error = error};
    f.activity = (schakel_activity)SCHAKEL_ACTIVITY_INIT;
    *audience = (sk_audience){0};
    if (schakel_date_to_ymd(of->today, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/today", "expected a date in the years 1 to 9999");
    if (of->activity_id == NULL) {
        schakel_status status = check_groups(&f);
        return status == SCHAKEL_OK ? find_people(&f) : status;
    }
    size_t index = schakel_school_find(school, SCHAKEL_KIND_ACTIVITY, of->activity_id);
    if (index == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, "/activity", "there is no activity with id \"%s\"",
                       of->activity_id);
    if (of->group_count != 0)
        return sk_fail(error, SCHAKEL_INVALID, "/groups", "expected none, since the activity has its own");
    schakel_school_get_activity(school, index, &f.activity);
    f.group_ids = f.activity.group_ids;
    f.group_count = f.activity.group_count;
    return find_people(&f);
}
