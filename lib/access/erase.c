/* The school without one person. */
#include "access/copy.h"
#include "base/error.h"
#include "schakel/access.h"

typedef struct erasing {
    const schakel_school *school;
    schakel_kind kind;
    const char *id; /* the school's own */
} erasing;

static int is_adult(const erasing *e, const char *id)
{
    return e->kind == SCHAKEL_KIND_ADULT && e->id == id;
}

static int is_staff(const erasing *e, const char *id)
{
    return e->kind == SCHAKEL_KIND_STAFF && e->id == id;
}

static int is_child(const erasing *e, const char *id)
{
    return e->kind == SCHAKEL_KIND_CHILD && e->id == id;
}

/* Is a record the person's own, or about the child, so that nothing of it may stay? */
static int keeps(void *context, schakel_kind kind, size_t index)
{
    const erasing *e = context;
    const void *entry = sk_entry(e->school, kind, index);
    const schakel_consent *consent = entry;
    const schakel_answer *answer = entry;
    const schakel_wish *wish = entry;
    if (kind == e->kind)
        return sk_entry_id(e->school, kind, index) != e->id;
    switch (kind) {
    case SCHAKEL_KIND_CONSENT:
        return !is_adult(e, consent->by_adult_id) && !is_adult(e, consent->adult_id);
    case SCHAKEL_KIND_ANSWER:
        return !is_adult(e, answer->by_adult_id) && !is_staff(e, answer->by_staff_id) &&
               !is_child(e, answer->child_id);
    case SCHAKEL_KIND_WISH:
        return !is_child(e, wish->child_id) &&
               (wish->shared || !(is_adult(e, wish->by_adult_id) || is_staff(e, wish->by_staff_id) ||
                                  is_child(e, wish->by_child_id)));
    default:
        return 1; /* what cannot do without the person goes for want of its reference */
    }
}

static int32_t more_by_one(int32_t unnamed)
{
    return unnamed < SCHAKEL_NUMBER_MAX ? unnamed + 1 : unnamed;
}

static void trim(void *context, schakel_kind kind, size_t index, sk_any_record *record)
{
    const erasing *e = context;
    (void)index;
    if (kind == SCHAKEL_KIND_ACTIVITY)
        for (size_t i = 0; i < record->activity.attended_count; i++)
            if (is_adult(e, record->activity.attended_ids[i]))
                record->activity.unnamed_attended = more_by_one(record->activity.unnamed_attended);
    /* Who only comes together with somebody who is gone does not come alone; the offer is kept. */
    if (kind == SCHAKEL_KIND_OFFER && record->offer.together_id != NULL &&
        is_adult(e, record->offer.together_id))
        record->offer.limit = SCHAKEL_LIMIT_NEVER;
    if (kind == SCHAKEL_KIND_TALK)
        for (size_t i = 0; i < record->talk.adult_count; i++)
            if (is_adult(e, record->talk.adult_ids[i]))
                record->talk.unnamed_adults = more_by_one(record->talk.unnamed_adults);
}

static const sk_copy_rules rules = {keeps, trim, NULL, NULL, 1};

schakel_status schakel_school_without(const schakel_school *school, schakel_kind kind, const char *id,
                                      schakel_school **out, schakel_error *error)
{
    if (out != NULL)
        *out = NULL;
    if (school == NULL || id == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school, a person and a place to put the new school");
    if (kind != SCHAKEL_KIND_ADULT && kind != SCHAKEL_KIND_STAFF && kind != SCHAKEL_KIND_CHILD)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "expected an adult, somebody of the staff or a child");
    size_t index = schakel_school_find(school, kind, id);
    if (index == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no %s with id \"%s\"", sk_kinds[kind].name,
                       id);
    erasing e = {school, kind, sk_entry_id(school, kind, index)};
    return sk_copy_school(school, &rules, &e, out, error);
}
