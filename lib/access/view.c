/* Views, and answers to questions of access. */
#include <string.h>

#include "access/copy.h"
#include "access/sight.h"
#include "base/error.h"

/* In the order of schakel_access_reason. */
static const struct {
    const char *nl, *en;
} reasons[] = {
    {"Dit mag iedereen zien.", "Everybody may see this."},
    {"Dit is van u of het gaat over u.", "This is yours, or about you."},
    {"U mag horen hoe het met dit kind gaat.", "You may be told about this child."},
    {"Dit hoort bij uw werk.", "This belongs to your work."},
    {"U helpt om dit op te lossen.", "You help to solve this."},
    {"De vraag is ook voor u om te lezen.", "The question says that you may read the answers."},
    {"Dit is met iedereen gedeeld, zonder naam.", "This was shared with everybody, without a name."},
    {"U ziet alleen de naam.", "You see the name alone."},
    {"U ziet alleen wanneer het is en met wie.", "You see only when it is and with whom."},
    {"Dit gaat niet over u.", "This has nothing to do with you."},
    {"De school mag u hierover niets vertellen.", "The school may not tell you about this."},
    {"Niemand heeft gezegd dat u dit mag zien.", "Nobody gave consent for you to see this."},
    {"De leerling beslist zelf en heeft niet gezegd dat u dit mag zien.",
     "The student decides and gave no consent for you to see this."},
    {"U mocht dit eerst wel zien, maar nu niet meer.", "Consent for you to see this was withdrawn."},
    {"U hebt dit hier niet voor nodig.", "You do not need it for this."},
    {"Dit hoort niet bij uw werk.", "This does not belong to your work."},
    {"Dit is voor anderen om te lezen.", "This is for others to read."},
};

/* ------------------------------------------------------------------ trimming */

static sk_seen seen_in(const void *context, schakel_kind kind, size_t index)
{
    return sk_sight_of(context, kind, index);
}

static int view_keeps(void *context, schakel_kind kind, size_t index)
{
    return seen_in(context, kind, index).sight != SCHAKEL_SIGHT_NOTHING;
}

static int view_keeps_tie(void *context, const schakel_tie *tie)
{
    return sk_sight_of_tie(context, tie);
}

/* Whether somebody came to an activity, or takes part in a talk of which one sees a part, is not told by a name. */
static int view_keeps_item(void *context, schakel_kind kind, size_t index, const sk_field *field,
                           const char *id)
{
    const sk_sight *s = context;
    int attended = kind == SCHAKEL_KIND_ACTIVITY && field->offset == offsetof(schakel_activity, attended_ids);
    int in_part = kind == SCHAKEL_KIND_TALK && field->target == SCHAKEL_KIND_ADULT &&
                  seen_in(context, kind, index).sight == SCHAKEL_SIGHT_PART;
    if (!attended && !in_part)
        return 1;
    size_t adult = schakel_school_find(s->school, SCHAKEL_KIND_ADULT, id);
    return s->adults[adult] == SCHAKEL_SIGHT_WHOLE;
}

static void trim_talk(schakel_talk *talk)
{
    talk->tone = SCHAKEL_TONE_NEUTRAL;
    talk->unnamed_adults = 0;
    /* That it is about extra support is part of what is not told. */
    if (talk->kind == SCHAKEL_TALK_CARE)
        talk->kind = SCHAKEL_TALK_OTHER;
}

static void trim_part(schakel_kind kind, sk_any_record *record)
{
    if (kind == SCHAKEL_KIND_ADULT) {
        schakel_adult name = SCHAKEL_ADULT_INIT;
        name.id = record->adult.id;
        name.name = record->adult.name;
        record->adult = name;
    } else if (kind == SCHAKEL_KIND_CHILD) {
        record->child.child.born = SCHAKEL_NO_DATE;
    } else if (kind == SCHAKEL_KIND_TALK) {
        trim_talk(&record->talk);
    } else if (kind == SCHAKEL_KIND_WISH) {
        record->wish.by_adult_id = record->wish.by_staff_id = record->wish.by_child_id = NULL;
    }
}

static void view_trim(void *context, schakel_kind kind, size_t index, sk_any_record *record)
{
    if (seen_in(context, kind, index).sight == SCHAKEL_SIGHT_PART)
        trim_part(kind, record);
}

/* -------------------------------------------------------------- public calls */

static const sk_copy_rules view_rules = {view_keeps, view_trim, view_keeps_item, view_keeps_tie, 0};

schakel_status schakel_view(const schakel_school *school, const schakel_viewer *viewer, schakel_school **out,
                            schakel_error *error)
{
    sk_sight s;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || viewer == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school, a viewer and a place to put the view");
    schakel_status status = sk_sight_begin(&s, school, viewer, error);
    if (status == SCHAKEL_OK)
        status = sk_copy_school(school, &view_rules, &s, out, error);
    sk_sight_end(&s);
    return status;
}

schakel_status schakel_access_ask(const schakel_school *school, const schakel_viewer *viewer,
                                  schakel_kind kind, const char *id, schakel_access *out,
                                  schakel_error *error)
{
    sk_sight s;
    if (school == NULL || viewer == NULL || id == NULL || out == NULL || (size_t)kind >= SK_KIND_COUNT)
        return sk_fail_misuse(error, "expected a school, a viewer, a record and a place to answer");
    schakel_status status = sk_sight_begin(&s, school, viewer, error);
    size_t index = schakel_school_find(school, kind, id);
    if (status == SCHAKEL_OK && index == SCHAKEL_NONE)
        status =
            sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no %s with id \"%s\"", sk_kinds[kind].name, id);
    if (status == SCHAKEL_OK) {
        sk_seen seen = sk_sight_of(&s, kind, index);
        schakel_access answer = SCHAKEL_ACCESS_INIT;
        answer.sight = seen.sight;
        answer.reason = seen.reason;
        answer.reason_nl = reasons[seen.reason].nl;
        answer.reason_en = reasons[seen.reason].en;
        if (!sk_record_out(out, &answer, sizeof answer))
            status = sk_fail_misuse(error, "expected a struct_size");
    }
    sk_sight_end(&s);
    return status;
}
