#include "exchange/shapes.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

/* -------------------------------------------------------------------- words */

const char *const sk_day_names[7] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

static const char *const stages[] = {"preschool", "po", "vo", "mbo"};
static const char *const roles[] = {"teacher", "assistant", "counsellor", "coordinator", "head", "other"};
static const char *const levels[] = {NULL, "none", "A1", "A2", "B1", "B2", "C1", "C2"};
static const char *const tie_kinds[] = {"mother",   "father",   "parent",  "stepparent", "foster_parent",
                                        "guardian", "relative", "partner", "friend",     "other"};
static const char *const limits[] = {"none", "own_group", "never"};
static const char *const priorities[] = {"low", "normal", "high"};
static const char *const states[] = {"open", "yes", "no", "done", "no_show"};

/* Members of these kinds are read and written as an int32_t. */
_Static_assert(sizeof(schakel_stage) == sizeof(int32_t) && sizeof(schakel_level) == sizeof(int32_t) &&
                   sizeof(schakel_date) == sizeof(int32_t) && sizeof(uint32_t) == sizeof(int32_t),
               "an enum, a date and a set of days are as large as an int32_t");

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
enum { OPTIONAL = 0, REQUIRED = 1 };

/* clang-format off */
#define TEXT(name, required, type, member) \
    {name, SK_FIELD_TEXT, required, offsetof(type, member), 0, 0, 0, NULL, 0, NULL}
#define NUMBER(name, type, member, low, high) \
    {name, SK_FIELD_NUMBER, OPTIONAL, offsetof(type, member), 0, low, high, NULL, 0, NULL}
#define SCALAR(name, kind, required, type, member) \
    {name, kind, required, offsetof(type, member), 0, 0, 0, NULL, 0, NULL}
#define CHOICE(name, required, type, member, words) \
    {name, SK_FIELD_CHOICE, required, offsetof(type, member), 0, 0, 0, words, COUNT(words), NULL}
#define TEXTS(name, required, type, member, count) \
    {name, SK_FIELD_TEXTS, required, offsetof(type, member), offsetof(type, count), 0, 0, NULL, 0, NULL}
#define OBJECTS(name, type, member, count, shape, most) \
    {name, SK_FIELD_OBJECTS, OPTIONAL, offsetof(type, member), offsetof(type, count), 0, most, NULL, 0, \
     &(shape)}
/* clang-format on */

/* ---------------------------------------------------------- parts of records */

static const schakel_language_skill no_skill = {NULL, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN};
static const sk_field skill_fields[] = {
    TEXT("tag", REQUIRED, schakel_language_skill, tag),
    CHOICE("speaking", OPTIONAL, schakel_language_skill, speaking, levels),
    CHOICE("reading", OPTIONAL, schakel_language_skill, reading, levels),
};
static const sk_shape skill_shape = {sizeof(schakel_language_skill), &no_skill, SK_NO_EXTRA, skill_fields,
                                     COUNT(skill_fields)};

static const schakel_window no_window = {0, SCHAKEL_NO_TIME, SCHAKEL_NO_TIME};
static const sk_field window_fields[] = {
    SCALAR("days", SK_FIELD_DAYS, REQUIRED, schakel_window, weekdays),
    SCALAR("start", SK_FIELD_TIME, REQUIRED, schakel_window, start),
    SCALAR("end", SK_FIELD_TIME, REQUIRED, schakel_window, end),
};
static const sk_shape window_shape = {sizeof(schakel_window), &no_window, SK_NO_EXTRA, window_fields,
                                      COUNT(window_fields)};

/* Without times it is the whole day. */
static const schakel_exception whole_day = {SCHAKEL_NO_DATE, 0, 1440, 0};
static const sk_field exception_fields[] = {
    SCALAR("date", SK_FIELD_DATE, REQUIRED, schakel_exception, date),
    SCALAR("start", SK_FIELD_TIME, OPTIONAL, schakel_exception, start),
    SCALAR("end", SK_FIELD_TIME, OPTIONAL, schakel_exception, end),
    SCALAR("available", SK_FIELD_BOOLEAN, REQUIRED, schakel_exception, available),
};
static const sk_shape exception_shape = {sizeof(schakel_exception), &whole_day, SK_NO_EXTRA, exception_fields,
                                         COUNT(exception_fields)};

static const schakel_tie no_tie = SCHAKEL_TIE_INIT;
static const sk_field tie_fields[] = {
    TEXT("adult", REQUIRED, schakel_tie, adult_id),
    CHOICE("kind", REQUIRED, schakel_tie, kind, tie_kinds),
    SCALAR("informed", SK_FIELD_BOOLEAN, OPTIONAL, schakel_tie, informed),
};
static const sk_shape tie_shape = {sizeof(schakel_tie), &no_tie, SK_NO_EXTRA, tie_fields, COUNT(tie_fields)};

static const schakel_place no_place = SCHAKEL_PLACE_INIT;
static const sk_field place_fields[] = {
    TEXT("id", REQUIRED, schakel_place, id),
    TEXT("concept", REQUIRED, schakel_place, concept_id),
    NUMBER("count", schakel_place, count, 1, SCHAKEL_NUMBER_MAX),
    TEXT("language", OPTIONAL, schakel_place, language),
};
static const sk_shape place_shape = {sizeof(schakel_place), &no_place, offsetof(schakel_place, extra),
                                     place_fields, COUNT(place_fields)};

/* ------------------------------------------------------------------ records */

static const schakel_school_info no_info = SCHAKEL_SCHOOL_INFO_INIT;
static const sk_field school_fields[] = {
    TEXT("id", REQUIRED, schakel_school_info, id),
    TEXT("name", OPTIONAL, schakel_school_info, name),
    CHOICE("stage", REQUIRED, schakel_school_info, stage, stages),
    SCALAR("year_start", SK_FIELD_DATE, REQUIRED, schakel_school_info, year_start),
    SCALAR("year_end", SK_FIELD_DATE, REQUIRED, schakel_school_info, year_end),
};
const sk_shape sk_school_shape = {sizeof(schakel_school_info), &no_info, offsetof(schakel_school_info, extra),
                                  school_fields, COUNT(school_fields)};

static const schakel_staff no_staff = SCHAKEL_STAFF_INIT;
static const sk_field staff_fields[] = {
    TEXT("id", REQUIRED, schakel_staff, id),
    TEXT("name", OPTIONAL, schakel_staff, name),
    CHOICE("role", OPTIONAL, schakel_staff, role, roles),
};
static const sk_shape staff_shape = {sizeof(schakel_staff), &no_staff, offsetof(schakel_staff, extra),
                                     staff_fields, COUNT(staff_fields)};

static const schakel_group no_group = SCHAKEL_GROUP_INIT;
static const sk_field group_fields[] = {
    TEXT("id", REQUIRED, schakel_group, id),
    TEXT("name", OPTIONAL, schakel_group, name),
    NUMBER("year", schakel_group, year, 0, 8),
    TEXTS("staff", OPTIONAL, schakel_group, staff_ids, staff_count),
};
static const sk_shape group_shape = {sizeof(schakel_group), &no_group, offsetof(schakel_group, extra),
                                     group_fields, COUNT(group_fields)};

static const schakel_concept no_concept = SCHAKEL_CONCEPT_INIT;
static const sk_field concept_fields[] = {
    TEXT("id", REQUIRED, schakel_concept, id),
    TEXT("nl", OPTIONAL, schakel_concept, label_nl),
    TEXT("en", OPTIONAL, schakel_concept, label_en),
    TEXT("broader", OPTIONAL, schakel_concept, broader_id),
};
static const sk_shape concept_shape = {sizeof(schakel_concept), &no_concept, offsetof(schakel_concept, extra),
                                       concept_fields, COUNT(concept_fields)};

static const schakel_adult no_adult = SCHAKEL_ADULT_INIT;
static const sk_field adult_fields[] = {
    TEXT("id", REQUIRED, schakel_adult, id),
    TEXT("name", OPTIONAL, schakel_adult, name),
    OBJECTS("languages", schakel_adult, languages, language_count, skill_shape, 0),
    OBJECTS("windows", schakel_adult, windows, window_count, window_shape, 0),
    OBJECTS("exceptions", schakel_adult, exceptions, exception_count, exception_shape, 0),
    NUMBER("cap", schakel_adult, cap, 0, SCHAKEL_NUMBER_MAX),
};
static const sk_shape adult_shape = {sizeof(schakel_adult), &no_adult, offsetof(schakel_adult, extra),
                                     adult_fields, COUNT(adult_fields)};

static const sk_child_document no_child = {SCHAKEL_CHILD_INIT, NULL, 0};
static const sk_field child_fields[] = {
    TEXT("id", REQUIRED, sk_child_document, child.id),
    TEXT("name", OPTIONAL, sk_child_document, child.name),
    TEXT("group", OPTIONAL, sk_child_document, child.group_id),
    OBJECTS("ties", sk_child_document, ties, tie_count, tie_shape, SCHAKEL_TIES_MAX),
};
static const sk_shape child_shape = {sizeof(sk_child_document), &no_child,
                                     offsetof(sk_child_document, child.extra), child_fields,
                                     COUNT(child_fields)};

static const schakel_offer no_offer = SCHAKEL_OFFER_INIT;
static const sk_field offer_fields[] = {
    TEXT("id", REQUIRED, schakel_offer, id),
    TEXT("adult", REQUIRED, schakel_offer, adult_id),
    TEXTS("concepts", REQUIRED, schakel_offer, concept_ids, concept_count),
    NUMBER("cap", schakel_offer, cap, 0, SCHAKEL_NUMBER_MAX),
    NUMBER("notice", schakel_offer, notice, 0, SCHAKEL_NUMBER_MAX),
    CHOICE("limit", OPTIONAL, schakel_offer, limit, limits),
    TEXTS("languages", OPTIONAL, schakel_offer, languages, language_count),
    OBJECTS("windows", schakel_offer, windows, window_count, window_shape, 0),
    OBJECTS("exceptions", schakel_offer, exceptions, exception_count, exception_shape, 0),
    TEXT("text", OPTIONAL, schakel_offer, text),
};
static const sk_shape offer_shape = {sizeof(schakel_offer), &no_offer, offsetof(schakel_offer, extra),
                                     offer_fields, COUNT(offer_fields)};

static const sk_need_document no_need = {SCHAKEL_NEED_INIT, NULL, 0};
static const sk_field need_fields[] = {
    TEXT("id", REQUIRED, sk_need_document, need.id),
    TEXT("title", OPTIONAL, sk_need_document, need.title),
    TEXT("group", OPTIONAL, sk_need_document, need.group_id),
    SCALAR("date", SK_FIELD_DATE, REQUIRED, sk_need_document, need.date),
    SCALAR("last_date", SK_FIELD_DATE, OPTIONAL, sk_need_document, need.last_date),
    SCALAR("start", SK_FIELD_TIME, OPTIONAL, sk_need_document, need.start),
    SCALAR("end", SK_FIELD_TIME, OPTIONAL, sk_need_document, need.end),
    NUMBER("notice", sk_need_document, need.notice, 0, SCHAKEL_NUMBER_MAX),
    CHOICE("priority", OPTIONAL, sk_need_document, need.priority, priorities),
    OBJECTS("places", sk_need_document, places, place_count, place_shape, SCHAKEL_PLACES_MAX),
};
static const sk_shape need_shape = {sizeof(sk_need_document), &no_need,
                                    offsetof(sk_need_document, need.extra), need_fields, COUNT(need_fields)};

static const schakel_ask no_ask = SCHAKEL_ASK_INIT;
static const sk_field ask_fields[] = {
    TEXT("id", REQUIRED, schakel_ask, id),
    TEXT("adult", REQUIRED, schakel_ask, adult_id),
    TEXT("need", OPTIONAL, schakel_ask, need_id),
    TEXT("place", OPTIONAL, schakel_ask, place_id),
    TEXT("offer", OPTIONAL, schakel_ask, offer_id),
    SCALAR("date", SK_FIELD_DATE, REQUIRED, schakel_ask, date),
    CHOICE("state", REQUIRED, schakel_ask, state, states),
};
static const sk_shape ask_shape = {sizeof(schakel_ask), &no_ask, offsetof(schakel_ask, extra), ask_fields,
                                   COUNT(ask_fields)};

/* ----------------------------------------------------------------- sections */

/* Most records go in and out as they are. */
#define PLAIN_SECTION(kind, member)                                                                          \
    static schakel_status add_##kind(schakel_school *school, const sk_any_record *record,                    \
                                     schakel_error *error)                                                   \
    {                                                                                                        \
        return schakel_school_add_##kind(school, &record->member, error);                                    \
    }                                                                                                        \
    static int get_##kind(const schakel_school *school, size_t index, sk_any_record *out, sk_arena *arena)   \
    {                                                                                                        \
        (void)arena;                                                                                         \
        return schakel_school_get_##kind(school, index, &out->member) == SCHAKEL_OK;                         \
    }

PLAIN_SECTION(staff, staff)
PLAIN_SECTION(group, group)
PLAIN_SECTION(concept, concept_)
PLAIN_SECTION(adult, adult)
PLAIN_SECTION(offer, offer)
PLAIN_SECTION(ask, ask)

/* Put "/list/index" before the path of an error. */
static schakel_status within(schakel_status status, schakel_error *error, const char *list, size_t index)
{
    char path[2 * sizeof error->path], message[sizeof error->message];
    if (status == SCHAKEL_OK)
        return status;
    snprintf(path, sizeof path, "/%s/%zu%s", list, index, error->path);
    memcpy(message, error->message, sizeof message);
    return sk_fail(error, status, path, "%s", message);
}

static schakel_status add_child(schakel_school *school, const sk_any_record *record, schakel_error *error)
{
    const sk_child_document *child = &record->child;
    schakel_status status = schakel_school_add_child(school, &child->child, error);
    for (size_t i = 0; i < child->tie_count && status == SCHAKEL_OK; i++) {
        schakel_tie tie = child->ties[i];
        tie.child_id = child->child.id;
        status = within(schakel_school_add_tie(school, &tie, error), error, "ties", i);
    }
    return status;
}

static int get_child(const schakel_school *school, size_t index, sk_any_record *out, sk_arena *arena)
{
    size_t count = schakel_school_child_tie_count(school, index);
    schakel_tie *ties = sk_arena_alloc(arena, count * sizeof *ties);
    if (ties == NULL)
        return 0;
    schakel_school_get_child(school, index, &out->child.child);
    for (size_t i = 0; i < count; i++) {
        ties[i] = no_tie;
        schakel_school_get_child_tie(school, index, i, &ties[i]);
    }
    out->child.ties = ties;
    out->child.tie_count = count;
    return 1;
}

static schakel_status add_need(schakel_school *school, const sk_any_record *record, schakel_error *error)
{
    const sk_need_document *need = &record->need;
    if ((need->need.start == SCHAKEL_NO_TIME) != (need->need.end == SCHAKEL_NO_TIME))
        return sk_fail(error, SCHAKEL_INVALID, "", "expected \"start\" and \"end\" together, or neither");
    schakel_status status = schakel_school_add_need(school, &need->need, error);
    for (size_t i = 0; i < need->place_count && status == SCHAKEL_OK; i++) {
        schakel_place place = need->places[i];
        place.need_id = need->need.id;
        status = within(schakel_school_add_place(school, &place, error), error, "places", i);
    }
    return status;
}

static int get_need(const schakel_school *school, size_t index, sk_any_record *out, sk_arena *arena)
{
    size_t count = schakel_school_place_count(school, index);
    schakel_place *places = sk_arena_alloc(arena, count * sizeof *places);
    if (places == NULL)
        return 0;
    schakel_school_get_need(school, index, &out->need.need);
    /* The model fills it in; the document leaves it out. */
    if (out->need.need.last_date == out->need.need.date)
        out->need.need.last_date = SCHAKEL_NO_DATE;
    for (size_t i = 0; i < count; i++) {
        places[i] = no_place;
        schakel_school_get_place(school, index, i, &places[i]);
    }
    out->need.places = places;
    out->need.place_count = count;
    return 1;
}

const sk_section sk_sections[SK_SECTION_COUNT] = {
    {"staff", SCHAKEL_KIND_STAFF, &staff_shape, add_staff, get_staff},
    {"groups", SCHAKEL_KIND_GROUP, &group_shape, add_group, get_group},
    {"concepts", SCHAKEL_KIND_CONCEPT, &concept_shape, add_concept, get_concept},
    {"adults", SCHAKEL_KIND_ADULT, &adult_shape, add_adult, get_adult},
    {"children", SCHAKEL_KIND_CHILD, &child_shape, add_child, get_child},
    {"offers", SCHAKEL_KIND_OFFER, &offer_shape, add_offer, get_offer},
    {"needs", SCHAKEL_KIND_NEED, &need_shape, add_need, get_need},
    {"asks", SCHAKEL_KIND_ASK, &ask_shape, add_ask, get_ask},
};
