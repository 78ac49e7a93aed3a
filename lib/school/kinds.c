/* The kinds of record, and the functions that add and get each of them. */
#include <string.h>

#include "base/error.h"
#include "school/adding.h"
#include "school/checks.h"

#define PLAIN(kind, label, list, shape_, type)                                                               \
    [SCHAKEL_KIND_##kind] = {label, list, &(shape_), sizeof(type), sizeof(type)}

const sk_kind_info sk_kinds[SK_KIND_COUNT] = {
    PLAIN(STAFF, "staff", "staff", sk_staff_shape, schakel_staff),
    PLAIN(GROUP, "group", "groups", sk_group_shape, schakel_group),
    PLAIN(CONCEPT, "concept", "concepts", sk_concept_shape, schakel_concept),
    [SCHAKEL_KIND_ADULT] = {"adult", "adults", &sk_adult_shape, sizeof(schakel_adult), sizeof(adult_entry)},
    [SCHAKEL_KIND_CHILD] = {"child", "children", &sk_child_shape, sizeof(schakel_child), sizeof(child_entry)},
    PLAIN(OFFER, "offer", "offers", sk_offer_shape, schakel_offer),
    [SCHAKEL_KIND_NEED] = {"need", "needs", &sk_need_shape, sizeof(schakel_need), sizeof(need_entry)},
    PLAIN(ASK, "ask", "asks", sk_ask_shape, schakel_ask),
    PLAIN(CONSENT, "consent", "consents", sk_consent_shape, schakel_consent),
    PLAIN(CYCLE_ENTRY, "cycle entry", "cycle", sk_cycle_entry_shape, schakel_cycle_entry),
    PLAIN(QUESTION, "question", "questions", sk_question_shape, schakel_question),
    PLAIN(WISH, "wish", "wishes", sk_wish_shape, schakel_wish),
    PLAIN(SERIES, "series", "series", sk_series_shape, schakel_series),
    PLAIN(TEAM, "team", "teams", sk_team_shape, schakel_team),
    PLAIN(ACTIVITY, "activity", "activities", sk_activity_shape, schakel_activity),
    PLAIN(ANSWER, "answer", "answers", sk_answer_shape, schakel_answer),
    PLAIN(RUNG, "rung", "ladder", sk_rung_shape, schakel_rung),
    PLAIN(CASE, "case", "cases", sk_case_shape, schakel_case),
    PLAIN(TALK, "talk", "talks", sk_talk_shape, schakel_talk),
    PLAIN(AGREEMENT, "agreement", "agreements", sk_agreement_shape, schakel_agreement),
    PLAIN(CONTACT, "contact", "contacts", sk_contact_shape, schakel_contact),
    PLAIN(SURVEY, "survey", "surveys", sk_survey_shape, schakel_survey),
    PLAIN(SURVEY_QUESTION, "survey question", "survey_questions", sk_survey_question_shape,
          schakel_survey_question),
    PLAIN(ROUND, "round", "rounds", sk_round_shape, schakel_round),
    PLAIN(ROUND_WISH, "round wish", "round_wishes", sk_round_wish_shape, schakel_round_wish),
    PLAIN(RESPONSE, "response", "responses", sk_response_shape, schakel_response),
};

const schakel_kind sk_kind_order[SK_KIND_COUNT] = {
    SCHAKEL_KIND_STAFF,
    SCHAKEL_KIND_GROUP,
    SCHAKEL_KIND_CONCEPT,
    SCHAKEL_KIND_ADULT,
    SCHAKEL_KIND_CHILD,
    SCHAKEL_KIND_RUNG,
    SCHAKEL_KIND_CONSENT,
    SCHAKEL_KIND_CYCLE_ENTRY,
    SCHAKEL_KIND_QUESTION,
    SCHAKEL_KIND_WISH,
    SCHAKEL_KIND_SERIES,
    SCHAKEL_KIND_TEAM,
    SCHAKEL_KIND_ACTIVITY,
    SCHAKEL_KIND_OFFER,
    SCHAKEL_KIND_NEED,
    SCHAKEL_KIND_ASK,
    SCHAKEL_KIND_ANSWER,
    SCHAKEL_KIND_CASE,
    SCHAKEL_KIND_ROUND,
    SCHAKEL_KIND_ROUND_WISH,
    SCHAKEL_KIND_TALK,
    SCHAKEL_KIND_AGREEMENT,
    SCHAKEL_KIND_CONTACT,
    SCHAKEL_KIND_SURVEY,
    SCHAKEL_KIND_SURVEY_QUESTION,
    SCHAKEL_KIND_RESPONSE,
};

const char *sk_word(schakel_kind kind, const char *member, int32_t value)
{
    const sk_shape *shape = sk_kinds[kind].shape;
    for (size_t i = 0; i < shape->field_count; i++)
        if (strcmp(shape->fields[i].name, member) == 0 && (size_t)value < shape->fields[i].choice_count)
            return shape->fields[i].choices[value];
    return NULL;
}

/* ------------------------------------------------------------------- adding */

/* Hang a consent on its child. Returns 0 when memory ran out. */
static int hang_consent(schakel_school *school, const schakel_consent *consent)
{
    child_entry *child = sk_find_entry(school, SCHAKEL_KIND_CHILD, consent->child_id);
    consent_node *node = sk_arena_alloc(&school->arena, sizeof *node);
    if (node == NULL)
        return 0;
    *node = (consent_node){*consent, child->consents};
    child->consents = node;
    return 1;
}

static schakel_status append(sk_adding *a, schakel_kind kind, const void *entry)
{
    table *records = &a->school->tables[kind];
    if (!sk_grow(&a->school->allocator, &records->entries, &records->capacity, records->count + 1,
                 sk_kinds[kind].entry_size) ||
        !sk_index_reserve(&records->by_id) ||
        (kind == SCHAKEL_KIND_CONSENT && !hang_consent(a->school, entry)))
        return sk_fail_memory(a->error);
    memcpy(sk_entry(a->school, kind, records->count), entry, sk_kinds[kind].entry_size);
    sk_index_set(&records->by_id, sk_entry_id(a->school, kind, records->count), records->count);
    records->count++;
    return SCHAKEL_OK;
}

/* Check a record and make it an entry of which all is the school's own. What fails is in `a`. */
static void take(sk_adding *a, schakel_school *school, schakel_kind kind, const void *record,
                 any_entry *entry, schakel_error *error)
{
    const sk_kind_info *info = &sk_kinds[kind];
    memset(entry, 0, sizeof *entry);
    memcpy(entry, info->shape->defaults, info->record_size);
    if (sk_adding_begin(a, school, record, entry, info->record_size, error))
        sk_adding_take(a, info->shape, entry);
}

schakel_status sk_school_replace(schakel_school *school, schakel_kind kind, const void *record,
                                 schakel_error *error)
{
    sk_adding a;
    any_entry entry;
    take(&a, school, kind, record, &entry, error);
    if (a.status == SCHAKEL_OK)
        memcpy(sk_find_entry(school, kind, sk_text_at(&entry, offsetof(record_head, id))), &entry,
               sk_kinds[kind].record_size);
    return a.status;
}

schakel_status sk_school_add(schakel_school *school, schakel_kind kind, const void *record,
                             schakel_error *error)
{
    sk_adding a;
    any_entry entry;
    take(&a, school, kind, record, &entry, error);
    if (a.status != SCHAKEL_OK)
        return a.status;
    const char *id = sk_text_at(&entry, offsetof(record_head, id));
    if (sk_find_entry(school, kind, id) != NULL) {
        sk_adding_refuse(&a, SCHAKEL_DUPLICATE, "id", "the id \"%s\" is taken by another %s", id,
                         sk_kinds[kind].name);
        return a.status;
    }
    return append(&a, kind, &entry);
}

/* ------------------------------------------------------------------ getting */

schakel_status sk_school_get(const schakel_school *school, schakel_kind kind, size_t index, void *out)
{
    if (out == NULL || index >= schakel_school_count(school, kind) ||
        !sk_record_out(out, sk_entry(school, kind, index), sk_kinds[kind].record_size))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------ kind by kind */

#define ADD_AND_GET(name, kind)                                                                              \
    schakel_status schakel_school_add_##name(schakel_school *school, const schakel_##name *record,           \
                                             schakel_error *error)                                           \
    {                                                                                                        \
        return sk_school_add(school, SCHAKEL_KIND_##kind, record, error);                                    \
    }                                                                                                        \
    schakel_status schakel_school_get_##name(const schakel_school *school, size_t index,                     \
                                             schakel_##name *out)                                            \
    {                                                                                                        \
        return sk_school_get(school, SCHAKEL_KIND_##kind, index, out);                                       \
    }

ADD_AND_GET(staff, STAFF)
ADD_AND_GET(group, GROUP)
ADD_AND_GET(concept, CONCEPT)
ADD_AND_GET(adult, ADULT)
ADD_AND_GET(child, CHILD)
ADD_AND_GET(offer, OFFER)
ADD_AND_GET(need, NEED)
ADD_AND_GET(ask, ASK)
ADD_AND_GET(consent, CONSENT)
ADD_AND_GET(cycle_entry, CYCLE_ENTRY)
ADD_AND_GET(question, QUESTION)
ADD_AND_GET(wish, WISH)
ADD_AND_GET(series, SERIES)
ADD_AND_GET(team, TEAM)
ADD_AND_GET(activity, ACTIVITY)
ADD_AND_GET(answer, ANSWER)
ADD_AND_GET(rung, RUNG)
ADD_AND_GET(case, CASE)
ADD_AND_GET(talk, TALK)
ADD_AND_GET(agreement, AGREEMENT)
ADD_AND_GET(contact, CONTACT)
ADD_AND_GET(survey, SURVEY)
ADD_AND_GET(survey_question, SURVEY_QUESTION)
ADD_AND_GET(response, RESPONSE)
ADD_AND_GET(round, ROUND)
ADD_AND_GET(round_wish, ROUND_WISH)
