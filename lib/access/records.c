/* What a viewer sees of each kind of record. */
#include "access/sight.h"

static const sk_seen everybody = {SCHAKEL_SIGHT_WHOLE, SCHAKEL_ACCESS_EVERYBODY};
static const sk_seen own = {SCHAKEL_SIGHT_WHOLE, SCHAKEL_ACCESS_OWN};

static sk_seen no(schakel_access_reason reason)
{
    return (sk_seen){SCHAKEL_SIGHT_NOTHING, reason};
}

/* For staff it is no part of their work, for others it has nothing to do with them. */
static sk_seen no_business(const sk_sight *s)
{
    return no(s->viewer.kind == SCHAKEL_KIND_STAFF ? SCHAKEL_ACCESS_NOT_TASK : SCHAKEL_ACCESS_NO_TIE);
}

static int is_staff(const sk_sight *s)
{
    return s->viewer.kind == SCHAKEL_KIND_STAFF;
}

/* Is the viewer the one of these three that is set? */
static int is_one_of(const sk_sight *s, const char *adult_id, const char *staff_id, const char *child_id)
{
    return sk_is_viewer(s, SCHAKEL_KIND_ADULT, adult_id) || sk_is_viewer(s, SCHAKEL_KIND_STAFF, staff_id) ||
           sk_is_viewer(s, SCHAKEL_KIND_CHILD, child_id);
}

/* ------------------------------------------------------------------- people */

static sk_seen see_adult(const sk_sight *s, const char *adult_id)
{
    size_t adult = sk_index_get(&s->school->tables[SCHAKEL_KIND_ADULT].by_id, adult_id);
    if (s->adults[adult] == SCHAKEL_SIGHT_NOTHING)
        return no_business(s);
    return (sk_seen){(schakel_sight)s->adults[adult], (schakel_access_reason)s->adult_reasons[adult]};
}

/* What only who sees the adult whole sees: offers and asks. */
static sk_seen see_with_adult(const sk_sight *s, const char *adult_id)
{
    sk_seen seen = see_adult(s, adult_id);
    return seen.sight == SCHAKEL_SIGHT_WHOLE ? seen : no_business(s);
}

static sk_seen see_child(const sk_sight *s, const schakel_child *child)
{
    sk_seen seen = sk_sight_scope(s, child->id, SCHAKEL_SCOPE_PRACTICAL);
    sk_seen progress = sk_sight_scope(s, child->id, SCHAKEL_SCOPE_PROGRESS);
    if (sk_is_viewer(s, SCHAKEL_KIND_CHILD, child->id))
        return own;
    /* Consent to hear how a child does says nothing of dates, and yet needs the child's name. */
    if (progress.sight != SCHAKEL_SIGHT_NOTHING && !is_staff(s))
        seen = progress;
    if (seen.sight != SCHAKEL_SIGHT_NOTHING && !(is_staff(s) && progress.sight != SCHAKEL_SIGHT_NOTHING))
        seen.sight = SCHAKEL_SIGHT_PART;
    if (seen.sight == SCHAKEL_SIGHT_NOTHING) {
        sk_seen care = sk_sight_scope(s, child->id, SCHAKEL_SCOPE_CARE);
        if (care.sight != SCHAKEL_SIGHT_NOTHING)
            seen = (sk_seen){SCHAKEL_SIGHT_PART, care.reason};
    }
    return seen;
}

/* A consent means something else without who gave it or who got it. */
static int sees_both(const sk_sight *s, const schakel_consent *consent)
{
    const char *both[] = {consent->by_adult_id, consent->adult_id};
    for (int k = 0; k < 2; k++)
        if (both[k] != NULL && see_adult(s, both[k]).sight == SCHAKEL_SIGHT_NOTHING)
            return 0;
    return 1;
}

static sk_seen see_consent(const sk_sight *s, const schakel_consent *consent)
{
    size_t child = sk_index_get(&s->school->tables[SCHAKEL_KIND_CHILD].by_id, consent->child_id);
    sk_seen seen = see_child(s, sk_entry(s->school, SCHAKEL_KIND_CHILD, child));
    if (seen.sight == SCHAKEL_SIGHT_NOTHING)
        return seen;
    if (!sees_both(s, consent))
        return no_business(s);
    if (is_one_of(s, consent->by_adult_id, NULL, consent->child_id) ||
        sk_is_viewer(s, SCHAKEL_KIND_ADULT, consent->adult_id))
        return own;
    seen = sk_sight_scope(s, consent->child_id, SCHAKEL_SCOPE_PROGRESS);
    if (is_staff(s) || seen.sight == SCHAKEL_SIGHT_NOTHING)
        return seen;
    /* Of the other adults only who has authority, and so all scopes without asking. */
    int all = s->scopes[child] == SCHAKEL_SCOPE_ALL;
    return all && consent->by_adult_id != NULL ? seen : no(SCHAKEL_ACCESS_NOT_READER);
}

/* ------------------------------------------------------------ passports, wishes */

static int is_reader(const sk_sight *s, uint32_t readers)
{
    switch (s->viewer.kind) {
    case SCHAKEL_KIND_ADULT:
        return (readers & SCHAKEL_READER_PARENT) != 0;
    case SCHAKEL_KIND_STAFF:
        return (readers & SCHAKEL_READER_TEACHER) != 0;
    default:
        return (readers & SCHAKEL_READER_CHILD) != 0;
    }
}

static sk_seen see_answer(const sk_sight *s, const schakel_answer *answer)
{
    const schakel_question *question = sk_find_entry(s->school, SCHAKEL_KIND_QUESTION, answer->question_id);
    sk_seen seen = {SCHAKEL_SIGHT_WHOLE, SCHAKEL_ACCESS_READER};
    if (answer->child_id != NULL)
        seen = sk_sight_scope(s, answer->child_id, SCHAKEL_SCOPE_PROGRESS);
    if (seen.sight == SCHAKEL_SIGHT_NOTHING)
        return seen;
    if (is_one_of(s, answer->by_adult_id, answer->by_staff_id, answer->by_child_id))
        return own;
    return is_reader(s, question->readers) ? (sk_seen){SCHAKEL_SIGHT_WHOLE, SCHAKEL_ACCESS_READER}
                                           : no(SCHAKEL_ACCESS_NOT_READER);
}

static sk_seen see_wish(const sk_sight *s, const schakel_wish *wish)
{
    if (is_one_of(s, wish->by_adult_id, wish->by_staff_id, wish->by_child_id))
        return own;
    if (is_staff(s)) {
        if (wish->child_id != NULL)
            return sk_sight_scope(s, wish->child_id, SCHAKEL_SCOPE_PROGRESS);
        return (sk_seen){SCHAKEL_SIGHT_WHOLE, SCHAKEL_ACCESS_TASK};
    }
    if (wish->shared && wish->child_id == NULL)
        return (sk_seen){SCHAKEL_SIGHT_PART, SCHAKEL_ACCESS_SHARED};
    return no(SCHAKEL_ACCESS_NOT_READER);
}

/* ------------------------------------------------------------- talks and cases */

static sk_seen see_case(const sk_sight *s, const schakel_case *c)
{
    sk_seen seen = sk_sight_scope(s, c->child_id, SCHAKEL_SCOPE_CARE);
    if (seen.sight == SCHAKEL_SIGHT_NOTHING && sk_reached_rung(s, c)) {
        seen.sight = (s->needed & SCHAKEL_SCOPE_CARE) != 0 ? SCHAKEL_SIGHT_WHOLE : SCHAKEL_SIGHT_NOTHING;
        seen.reason = seen.sight ? SCHAKEL_ACCESS_RUNG : SCHAKEL_ACCESS_PURPOSE;
    }
    return seen;
}

/* What is about a child, and about a case of it when case_id is not NULL. */
static sk_seen see_about(const sk_sight *s, const char *child_id, const char *case_id)
{
    if (case_id != NULL)
        return see_case(s, sk_find_entry(s->school, SCHAKEL_KIND_CASE, case_id));
    return sk_sight_scope(s, child_id, SCHAKEL_SCOPE_PROGRESS);
}

static int takes_part(const sk_sight *s, const schakel_talk *talk)
{
    const char *const *ids = is_staff(s) ? talk->staff_ids : talk->adult_ids;
    size_t count = is_staff(s) ? talk->staff_count : talk->adult_count, i = 0;
    if (s->viewer.kind == SCHAKEL_KIND_CHILD)
        return talk->child != SCHAKEL_CHILD_ABSENT;
    while (i < count && ids[i] != s->viewer.id)
        i++;
    return i < count;
}

static sk_seen see_talk(const sk_sight *s, const schakel_talk *talk)
{
    sk_seen seen = talk->kind == SCHAKEL_TALK_CARE && talk->case_id == NULL
                       ? sk_sight_scope(s, talk->child_id, SCHAKEL_SCOPE_CARE)
                       : see_about(s, talk->child_id, talk->case_id);
    sk_seen practical = sk_sight_scope(s, talk->child_id, SCHAKEL_SCOPE_PRACTICAL);
    if (seen.sight == SCHAKEL_SIGHT_NOTHING && practical.sight != SCHAKEL_SIGHT_NOTHING &&
        (takes_part(s, talk) || s->all_children != 0))
        return (sk_seen){SCHAKEL_SIGHT_PART, SCHAKEL_ACCESS_TAKES_PART};
    return seen;
}

static sk_seen see_contact(const sk_sight *s, const schakel_contact *contact)
{
    sk_seen seen = see_about(s, contact->child_id, contact->case_id);
    if (is_staff(s) || seen.sight == SCHAKEL_SIGHT_NOTHING)
        return seen;
    if (s->viewer.kind == SCHAKEL_KIND_ADULT)
        return contact->adult_id == s->viewer.id ? own : no(SCHAKEL_ACCESS_NOT_READER);
    int decides = s->scopes[s->index] == SCHAKEL_SCOPE_ALL;
    return decides ? seen : no(SCHAKEL_ACCESS_NOT_READER);
}

/* ------------------------------------------------------------------ surveys */

/* What somebody answered is for counts alone: nobody but the respondent reads it. */
static sk_seen see_response(const sk_sight *s, const schakel_response *response)
{
    return sk_is_viewer(s, SCHAKEL_KIND_ADULT, response->adult_id) ? own : no(SCHAKEL_ACCESS_NOT_READER);
}

/* -------------------------------------------------------------------- kinds */

int sk_sight_of_tie(const sk_sight *s, const schakel_tie *tie)
{
    if (is_staff(s))
        return sk_sight_scope(s, tie->child_id, SCHAKEL_SCOPE_PRACTICAL).sight != SCHAKEL_SIGHT_NOTHING;
    return is_one_of(s, tie->adult_id, NULL, tie->child_id);
}

sk_seen sk_sight_of(const sk_sight *s, schakel_kind kind, size_t index)
{
    const void *entry = sk_entry(s->school, kind, index);
    switch (kind) {
    case SCHAKEL_KIND_ADULT:
        return see_adult(s, ((const schakel_adult *)entry)->id);
    case SCHAKEL_KIND_CHILD:
        return see_child(s, entry);
    case SCHAKEL_KIND_OFFER:
        return see_with_adult(s, ((const schakel_offer *)entry)->adult_id);
    case SCHAKEL_KIND_ASK:
        return see_with_adult(s, ((const schakel_ask *)entry)->adult_id);
    case SCHAKEL_KIND_CONSENT:
        return see_consent(s, entry);
    case SCHAKEL_KIND_ANSWER:
        return see_answer(s, entry);
    case SCHAKEL_KIND_WISH:
        return see_wish(s, entry);
    case SCHAKEL_KIND_CASE:
        return see_case(s, entry);
    case SCHAKEL_KIND_TALK:
        return see_talk(s, entry);
    case SCHAKEL_KIND_AGREEMENT:
        return see_about(s, ((const schakel_agreement *)entry)->child_id,
                         ((const schakel_agreement *)entry)->case_id);
    case SCHAKEL_KIND_CONTACT:
        return see_contact(s, entry);
    case SCHAKEL_KIND_ROUND_WISH:
        return sk_sight_scope(s, ((const schakel_round_wish *)entry)->child_id, SCHAKEL_SCOPE_PRACTICAL);
    case SCHAKEL_KIND_RESPONSE:
        return see_response(s, entry);
    default:
        return everybody;
    }
}
