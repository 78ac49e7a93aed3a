/*
 * Who may see what, written a second time from the words of schakel/access.h and
 * schakel/dialogue.h, over the records as they were drawn. It asks the library nothing.
 */
#ifndef TESTS_UNIT_ACCESS_MODEL_H
#define TESTS_UNIT_ACCESS_MODEL_H

#include "schakel/access.h"
#include "unit/access_random.h"

static inline int same(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static inline int is_in(const char *const *ids, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (same(ids[i], id))
            return 1;
    return 0;
}

#define PLACE(r, list, id) place_in((r)->list, sizeof(r)->list[0], sizeof(r)->list / sizeof(r)->list[0], id)

/* The place of the record with an id; all records begin with size and id. */
static inline size_t place_in(const void *records, size_t size, size_t count, const char *id)
{
    size_t i = 0;
    for (; i < count; i++) {
        const char *own;
        memcpy(&own, (const char *)records + i * size + sizeof(size_t), sizeof own);
        if (same(own, id))
            break;
    }
    return i;
}

/* ------------------------------------------------------------------- consent */

static inline int model_decides(const random_school *r, size_t child)
{
    int age = r->info.decides_age == 0 ? 18 : r->info.decides_age, year, month, day, y, m, d;
    if (r->children[child].born == SCHAKEL_NO_DATE)
        return r->info.stage == SCHAKEL_STAGE_MBO;
    schakel_date_to_ymd(r->children[child].born, &year, &month, &day);
    schakel_date_to_ymd(TODAY, &y, &m, &d);
    int years = y - year - (m < month || (m == month && d < day));
    return years >= age;
}

static inline int model_authority(const schakel_tie *tie)
{
    if (tie->authority != SCHAKEL_AUTHORITY_UNKNOWN)
        return tie->authority == SCHAKEL_AUTHORITY_HAS;
    return tie->kind == SCHAKEL_TIE_MOTHER || tie->kind == SCHAKEL_TIE_FATHER ||
           tie->kind == SCHAKEL_TIE_PARENT || tie->kind == SCHAKEL_TIE_GUARDIAN;
}

static inline int model_consent(const random_school *r, size_t child, size_t adult, uint32_t scope)
{
    for (size_t i = 0; i < r->consent_count; i++) {
        const schakel_consent *c = &r->consents[i];
        int holds = c->given <= TODAY && (c->withdrawn == SCHAKEL_NO_DATE || TODAY < c->withdrawn);
        if (!holds || !same(c->child_id, r->children[child].id) || !same(c->adult_id, r->adults[adult].id) ||
            (c->scopes & scope) == 0)
            continue;
        if (model_decides(r, child)) {
            if (c->by_adult_id == NULL)
                return 1;
            continue;
        }
        size_t giver = c->by_adult_id == NULL ? ADULTS : PLACE(r, adults, c->by_adult_id);
        if (giver < ADULTS && r->tied[child][giver] && r->ties[child][giver].informed &&
            model_authority(&r->ties[child][giver]))
            return 1;
    }
    return 0;
}

static inline int model_told(const random_school *r, size_t child, size_t adult, uint32_t scope)
{
    const schakel_tie *tie = &r->ties[child][adult];
    if (!r->tied[child][adult] || !tie->informed)
        return 0;
    if (!model_decides(r, child)) {
        int brings_up = tie->kind == SCHAKEL_TIE_MOTHER || tie->kind == SCHAKEL_TIE_FATHER ||
                        tie->kind == SCHAKEL_TIE_PARENT || tie->kind == SCHAKEL_TIE_FOSTER_PARENT;
        if (model_authority(tie) || (brings_up && scope != SCHAKEL_SCOPE_CARE))
            return 1;
    }
    return model_consent(r, child, adult, scope);
}

/* -------------------------------------------------------------------- scopes */

static inline int model_runs_group(const random_school *r, size_t viewer, const char *group_id)
{
    size_t group = PLACE(r, groups, group_id);
    return group < GROUPS &&
           is_in(r->groups[group].staff_ids, r->groups[group].staff_count, r->staff[viewer].id);
}

static inline int reached(const random_school *r, size_t viewer, size_t c)
{
    const char *group = r->children[PLACE(r, children, r->cases[c].child_id)].group_id;
    for (size_t k = 0; k < r->cases[c].step_count; k++) {
        int nobody = r->rungs[k].staff_count == 0;
        if (is_in(r->rungs[k].staff_ids, r->rungs[k].staff_count, r->staff[viewer].id) ||
            (nobody && !r->rungs[k].outside && model_runs_group(r, viewer, group)))
            return 1;
    }
    return 0;
}

static inline uint32_t model_staff_scopes(const random_school *r, size_t viewer, size_t child)
{
    uint32_t scopes = 0;
    int own = model_runs_group(r, viewer, r->children[child].group_id);
    switch (r->staff[viewer].role) {
    case SCHAKEL_STAFF_TEACHER:
        scopes = own ? 3 : 0;
        break;
    case SCHAKEL_STAFF_ASSISTANT:
        scopes = own ? 1 : 0;
        break;
    case SCHAKEL_STAFF_COUNSELLOR:
        scopes = 7;
        break;
    case SCHAKEL_STAFF_COORDINATOR:
        scopes = 1;
        break;
    case SCHAKEL_STAFF_HEAD:
        scopes = 3;
        break;
    case SCHAKEL_STAFF_OTHER:
        break;
    }
    for (size_t i = 0; i < 4; i++)
        if (same(r->talks[i].child_id, r->children[child].id) &&
            is_in(r->talks[i].staff_ids, r->talks[i].staff_count, r->staff[viewer].id))
            scopes |= 3;
    for (size_t i = 0; i < 2; i++)
        if (same(r->cases[i].child_id, r->children[child].id) && reached(r, viewer, i))
            scopes |= 3;
    return scopes;
}

typedef struct looker {
    schakel_kind kind;
    size_t place;
    schakel_purpose purpose;
} looker;

static inline uint32_t needed(const looker *who)
{
    static const uint32_t by_purpose[] = {1, 3, 7};
    return by_purpose[who->purpose];
}

/* What the viewer has for a child, before the purpose. */
static inline uint32_t model_has(const random_school *r, const looker *who, size_t child)
{
    if (who->kind == SCHAKEL_KIND_STAFF)
        return model_staff_scopes(r, who->place, child);
    if (who->kind == SCHAKEL_KIND_CHILD)
        return child != who->place ? 0 : model_decides(r, child) ? 7 : 3;
    uint32_t scopes = 0;
    for (uint32_t scope = 1; scope <= 4; scope *= 2)
        if (model_told(r, child, who->place, scope))
            scopes |= scope;
    return scopes;
}

static inline int model_scope(const random_school *r, const looker *who, const char *child_id, uint32_t scope)
{
    return (model_has(r, who, PLACE(r, children, child_id)) & needed(who) & scope) != 0;
}

static inline int sees_all_children(const random_school *r, const looker *who)
{
    schakel_staff_role role = r->staff[who->kind == SCHAKEL_KIND_STAFF ? who->place : 0].role;
    return who->kind == SCHAKEL_KIND_STAFF &&
           (role == SCHAKEL_STAFF_COUNSELLOR || role == SCHAKEL_STAFF_COORDINATOR ||
            role == SCHAKEL_STAFF_HEAD);
}

static inline const char *id_of(const random_school *r, const looker *who)
{
    return who->kind == SCHAKEL_KIND_STAFF   ? r->staff[who->place].id
           : who->kind == SCHAKEL_KIND_CHILD ? r->children[who->place].id
                                             : r->adults[who->place].id;
}

static inline int is_one_of(const random_school *r, const looker *who, const char *adult, const char *staff,
                            const char *child)
{
    const char *id = id_of(r, who);
    return (who->kind == SCHAKEL_KIND_ADULT && same(adult, id)) ||
           (who->kind == SCHAKEL_KIND_STAFF && same(staff, id)) ||
           (who->kind == SCHAKEL_KIND_CHILD && same(child, id));
}

/* -------------------------------------------------------------------- sights */

static inline int model_adult(const random_school *r, const looker *who, size_t adult)
{
    if (who->kind == SCHAKEL_KIND_STAFF) {
        int known = sees_all_children(r, who);
        for (size_t c = 0; c < CHILDREN; c++)
            known |= r->tied[c][adult] && model_has(r, who, c) != 0;
        return known ? SCHAKEL_SIGHT_WHOLE : SCHAKEL_SIGHT_NOTHING;
    }
    if (who->kind == SCHAKEL_KIND_CHILD)
        return r->tied[who->place][adult] ? SCHAKEL_SIGHT_PART : SCHAKEL_SIGHT_NOTHING;
    if (adult == who->place)
        return SCHAKEL_SIGHT_WHOLE;
    for (size_t c = 0; c < CHILDREN; c++)
        if (r->tied[c][adult] && r->ties[c][adult].kind <= SCHAKEL_TIE_GUARDIAN && r->tied[c][who->place] &&
            model_scope(r, who, r->children[c].id, SCHAKEL_SCOPE_PROGRESS))
            return SCHAKEL_SIGHT_PART;
    for (size_t i = 0; i < r->consent_count; i++) {
        const schakel_consent *c = &r->consents[i];
        const char *self = r->adults[who->place].id, *other = r->adults[adult].id;
        if ((same(c->by_adult_id, self) || same(c->adult_id, self)) &&
            (same(c->by_adult_id, other) || same(c->adult_id, other)))
            return SCHAKEL_SIGHT_PART;
    }
    return SCHAKEL_SIGHT_NOTHING;
}

static inline int model_child(const random_school *r, const looker *who, size_t child)
{
    const char *id = r->children[child].id;
    if (who->kind == SCHAKEL_KIND_CHILD)
        return child == who->place ? SCHAKEL_SIGHT_WHOLE : SCHAKEL_SIGHT_NOTHING;
    if (!model_scope(r, who, id, SCHAKEL_SCOPE_ALL))
        return SCHAKEL_SIGHT_NOTHING;
    return who->kind == SCHAKEL_KIND_STAFF && model_scope(r, who, id, SCHAKEL_SCOPE_PROGRESS)
               ? SCHAKEL_SIGHT_WHOLE
               : SCHAKEL_SIGHT_PART;
}

static inline int model_case(const random_school *r, const looker *who, size_t c)
{
    return model_scope(r, who, r->cases[c].child_id, SCHAKEL_SCOPE_CARE) ||
           (who->kind == SCHAKEL_KIND_STAFF && who->purpose == SCHAKEL_PURPOSE_CARE &&
            reached(r, who->place, c));
}

static inline int model_about(const random_school *r, const looker *who, const char *child_id,
                              const char *case_id)
{
    if (case_id != NULL)
        return model_case(r, who, PLACE(r, cases, case_id));
    return model_scope(r, who, child_id, SCHAKEL_SCOPE_PROGRESS);
}

static inline int model_talk(const random_school *r, const looker *who, const schakel_talk *t)
{
    int takes_part = who->kind == SCHAKEL_KIND_CHILD   ? t->child != SCHAKEL_CHILD_ABSENT
                     : who->kind == SCHAKEL_KIND_STAFF ? is_in(t->staff_ids, t->staff_count, id_of(r, who))
                                                       : is_in(t->adult_ids, t->adult_count, id_of(r, who));
    int whole = t->kind == SCHAKEL_TALK_CARE && t->case_id == NULL
                    ? model_scope(r, who, t->child_id, SCHAKEL_SCOPE_CARE)
                    : model_about(r, who, t->child_id, t->case_id);
    if (whole)
        return SCHAKEL_SIGHT_WHOLE;
    return (takes_part || sees_all_children(r, who)) &&
                   model_scope(r, who, t->child_id, SCHAKEL_SCOPE_PRACTICAL)
               ? SCHAKEL_SIGHT_PART
               : SCHAKEL_SIGHT_NOTHING;
}

static inline int model_contact(const random_school *r, const looker *who, const schakel_contact *c)
{
    if (!model_about(r, who, c->child_id, c->case_id))
        return 0;
    if (who->kind == SCHAKEL_KIND_STAFF)
        return 1;
    if (who->kind == SCHAKEL_KIND_ADULT)
        return same(c->adult_id, id_of(r, who));
    return model_decides(r, who->place);
}

static inline int model_answer(const random_school *r, const looker *who, const schakel_answer *a)
{
    static const uint32_t flags[] = {
        [SCHAKEL_KIND_ADULT] = 1, [SCHAKEL_KIND_STAFF] = 2, [SCHAKEL_KIND_CHILD] = 4};
    if (a->child_id != NULL && !model_scope(r, who, a->child_id, SCHAKEL_SCOPE_PROGRESS))
        return 0;
    return is_one_of(r, who, a->by_adult_id, a->by_staff_id, a->by_child_id) ||
           (r->questions[PLACE(r, questions, a->question_id)].readers & flags[who->kind]) != 0;
}

static inline int model_wish(const random_school *r, const looker *who, const schakel_wish *w)
{
    if (is_one_of(r, who, w->by_adult_id, w->by_staff_id, w->by_child_id))
        return SCHAKEL_SIGHT_WHOLE;
    if (who->kind == SCHAKEL_KIND_STAFF)
        return w->child_id == NULL || model_scope(r, who, w->child_id, SCHAKEL_SCOPE_PROGRESS)
                   ? SCHAKEL_SIGHT_WHOLE
                   : SCHAKEL_SIGHT_NOTHING;
    return w->shared && w->child_id == NULL ? SCHAKEL_SIGHT_PART : SCHAKEL_SIGHT_NOTHING;
}

static inline int model_consent_seen(const random_school *r, const looker *who, const schakel_consent *c)
{
    size_t by = PLACE(r, adults, c->by_adult_id), to = PLACE(r, adults, c->adult_id);
    if (!model_child(r, who, PLACE(r, children, c->child_id)) || (by < ADULTS && !model_adult(r, who, by)) ||
        (to < ADULTS && !model_adult(r, who, to)))
        return 0;
    if (is_one_of(r, who, c->by_adult_id, NULL, c->child_id) || is_one_of(r, who, c->adult_id, NULL, NULL))
        return 1;
    if (!model_scope(r, who, c->child_id, SCHAKEL_SCOPE_PROGRESS))
        return 0;
    return who->kind == SCHAKEL_KIND_STAFF ||
           (who->kind == SCHAKEL_KIND_ADULT && c->by_adult_id != NULL &&
            model_has(r, who, PLACE(r, children, c->child_id)) == SCHAKEL_SCOPE_ALL);
}

/* Is the record of this mark seen, whole or in part? */
static inline int model_sees(const random_school *r, const looker *who, mark m)
{
    switch (m.kind) {
    case MARK_PUBLIC:
        return 1;
    case MARK_HOST:
        return 0;
    case MARK_ADULT:
        return model_adult(r, who, m.index) != SCHAKEL_SIGHT_NOTHING;
    case MARK_WITH_ADULT:
        return model_adult(r, who, m.index) == SCHAKEL_SIGHT_WHOLE;
    case MARK_CHILD:
        return model_child(r, who, m.index) != SCHAKEL_SIGHT_NOTHING;
    case MARK_CONSENT:
        return model_consent_seen(r, who, &r->consents[m.index]);
    case MARK_WISH:
        return model_wish(r, who, &r->wishes[m.index]) != SCHAKEL_SIGHT_NOTHING;
    case MARK_ANSWER:
        return model_answer(r, who, &r->answers[m.index]);
    case MARK_CASE:
        return model_case(r, who, m.index);
    case MARK_TALK:
        return model_talk(r, who, &r->talks[m.index]) != SCHAKEL_SIGHT_NOTHING;
    case MARK_AGREEMENT:
        return model_about(r, who, r->agreements[m.index].child_id, r->agreements[m.index].case_id);
    case MARK_CONTACT:
        return model_contact(r, who, &r->contacts[m.index]);
    }
    return 0;
}

#endif
