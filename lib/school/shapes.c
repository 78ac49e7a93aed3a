/* The members of people, offers, needs and asks. */
#include "school/checks.h"
#include "school/fields.h"

/* -------------------------------------------------------------------- words */

static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
static const char *const stages[] = {"preschool", "po", "vo", "mbo"};
static const char *const roles[] = {"teacher", "assistant", "counsellor", "coordinator", "head", "other"};
static const char *const levels[] = {NULL, "none", "A1", "A2", "B1", "B2", "C1", "C2"};
static const char *const tie_kinds[] = {"mother",   "father",   "parent",  "stepparent", "foster_parent",
                                        "guardian", "relative", "partner", "friend",     "other"};
static const char *const limits[] = {"none", "own_group", "never"};
static const char *const priorities[] = {"low", "normal", "high"};
const char *const sk_yes_no[] = {NULL, "yes", "no"};
const char *const sk_channels[] = {"in_person", "visit", "call", "video",     "message",
                                   "mail",      "other", "film", "newsletter"};
static const char *const states[] = {"open", "yes", "no", "done", "no_show"};

/* ---------------------------------------------------------- parts of records */

static const schakel_language_skill no_skill = {NULL, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN};
static const sk_field skill_fields[] = {
    SCALAR("tag", SK_FIELD_LANGUAGE, REQUIRED, schakel_language_skill, tag),
    CHOICE("speaking", OPTIONAL, schakel_language_skill, speaking, levels),
    CHOICE("reading", OPTIONAL, schakel_language_skill, reading, levels),
};
static SHAPE(skill_shape, schakel_language_skill, no_skill, SK_NO_EXTRA, skill_fields, NULL);

static const schakel_window no_window = {0, SCHAKEL_NO_TIME, SCHAKEL_NO_TIME};
static const sk_field window_fields[] = {
    FLAGS("days", REQUIRED, schakel_window, weekdays, days),
    SCALAR("start", SK_FIELD_TIME, REQUIRED, schakel_window, start),
    SCALAR("end", SK_FIELD_TIME, REQUIRED, schakel_window, end),
};
static SHAPE(window_shape, schakel_window, no_window, SK_NO_EXTRA, window_fields, sk_check_window);

/* Without times it is the whole day. */
static const schakel_exception whole_day = {SCHAKEL_NO_DATE, 0, 1440, 0};
static const sk_field exception_fields[] = {
    DATE("date", REQUIRED, schakel_exception, date),
    SCALAR("start", SK_FIELD_TIME, OPTIONAL, schakel_exception, start),
    SCALAR("end", SK_FIELD_TIME, OPTIONAL, schakel_exception, end),
    SCALAR("available", SK_FIELD_BOOLEAN, REQUIRED, schakel_exception, available),
};
static SHAPE(exception_shape, schakel_exception, whole_day, SK_NO_EXTRA, exception_fields,
             sk_check_exception);

static const schakel_period no_period = {SCHAKEL_NO_DATE, SCHAKEL_NO_DATE};
static const sk_field period_fields[] = {
    DATE("first", REQUIRED, schakel_period, first),
    DATE("last", REQUIRED, schakel_period, last),
};
static SHAPE(period_shape, schakel_period, no_period, SK_NO_EXTRA, period_fields, sk_check_period);

static const schakel_tie no_tie = SCHAKEL_TIE_INIT;
static const sk_field tie_fields[] = {
    REFERENCE("adult", REQUIRED, schakel_tie, adult_id, ADULT),
    CHOICE("kind", REQUIRED, schakel_tie, kind, tie_kinds),
    BOOLEAN("informed", schakel_tie, informed),
    CHOICE("authority", OPTIONAL, schakel_tie, authority, sk_yes_no),
    NUMBER("home", schakel_tie, home, 0, 9),
};
SHAPE(sk_tie_shape, schakel_tie, no_tie, SK_NO_EXTRA, tie_fields, NULL);

static const schakel_place no_place = SCHAKEL_PLACE_INIT;
static const sk_field place_fields[] = {
    KEY("id", schakel_place, id),
    REFERENCE("concept", REQUIRED, schakel_place, concept_id, CONCEPT),
    NUMBER("count", schakel_place, count, 1, SCHAKEL_NUMBER_MAX),
    SCALAR("language", SK_FIELD_LANGUAGE, OPTIONAL, schakel_place, language),
    NUMBER("minimum", schakel_place, minimum, 0, SCHAKEL_NUMBER_MAX),
    BOOLEAN("certificate", schakel_place, certificate),
};
SHAPE(sk_place_shape, schakel_place, no_place, offsetof(schakel_place, extra), place_fields, sk_check_place);

/* ------------------------------------------------------------------ records */

static const schakel_school_info no_info = SCHAKEL_SCHOOL_INFO_INIT;
static const sk_field school_fields[] = {
    KEY("id", schakel_school_info, id),
    TEXT("name", OPTIONAL, schakel_school_info, name),
    CHOICE("stage", REQUIRED, schakel_school_info, stage, stages),
    DATE("year_start", REQUIRED, schakel_school_info, year_start),
    DATE("year_end", REQUIRED, schakel_school_info, year_end),
    NUMBER("decides_age", schakel_school_info, decides_age, 0, 18),
    OBJECTS("closed", schakel_school_info, closed, closed_count, period_shape),
};
SHAPE(sk_school_shape, schakel_school_info, no_info, offsetof(schakel_school_info, extra), school_fields,
      sk_check_school);

static const schakel_staff no_staff = SCHAKEL_STAFF_INIT;
static const sk_field staff_fields[] = {
    ID(schakel_staff, id),
    TEXT("name", OPTIONAL, schakel_staff, name),
    CHOICE("role", OPTIONAL, schakel_staff, role, roles),
    OBJECTS("languages", schakel_staff, languages, language_count, skill_shape),
};
SHAPE(sk_staff_shape, schakel_staff, no_staff, offsetof(schakel_staff, extra), staff_fields, sk_check_staff);

static const schakel_group no_group = SCHAKEL_GROUP_INIT;
static const sk_field group_fields[] = {
    ID(schakel_group, id),
    TEXT("name", OPTIONAL, schakel_group, name),
    NUMBER("year", schakel_group, year, 0, 8),
    REFERENCES("staff", OPTIONAL, schakel_group, staff_ids, staff_count, STAFF),
};
SHAPE(sk_group_shape, schakel_group, no_group, offsetof(schakel_group, extra), group_fields, NULL);

static const schakel_concept no_concept = SCHAKEL_CONCEPT_INIT;
static const sk_field concept_fields[] = {
    ID(schakel_concept, id),
    TEXT("nl", OPTIONAL, schakel_concept, label_nl),
    TEXT("en", OPTIONAL, schakel_concept, label_en),
    REFERENCE("broader", OPTIONAL, schakel_concept, broader_id, CONCEPT),
    TEXTS("wordings", schakel_concept, wordings, wording_count),
    REFERENCES("serves", OPTIONAL, schakel_concept, serves_ids, serves_count, CONCEPT),
};
SHAPE(sk_concept_shape, schakel_concept, no_concept, offsetof(schakel_concept, extra), concept_fields,
      sk_check_concept);

static const schakel_adult no_adult = SCHAKEL_ADULT_INIT;
static const sk_field adult_fields[] = {
    ID(schakel_adult, id),
    TEXT("name", OPTIONAL, schakel_adult, name),
    OBJECTS("languages", schakel_adult, languages, language_count, skill_shape),
    OBJECTS("windows", schakel_adult, windows, window_count, window_shape),
    OBJECTS("exceptions", schakel_adult, exceptions, exception_count, exception_shape),
    NUMBER("cap", schakel_adult, cap, 0, SCHAKEL_NUMBER_MAX),
    DATE("certificate_until", OPTIONAL, schakel_adult, certificate_until),
    FLAGS("prefers", OPTIONAL, schakel_adult, prefers, sk_channels),
    TEXT("country", OPTIONAL, schakel_adult, country),
    DATE("since", OPTIONAL, schakel_adult, since),
    CHOICE("brings_interpreter", OPTIONAL, schakel_adult, brings_interpreter, sk_yes_no),
    CHOICE("video_interpreter", OPTIONAL, schakel_adult, video_interpreter, sk_yes_no),
};
SHAPE(sk_adult_shape, schakel_adult, no_adult, offsetof(schakel_adult, extra), adult_fields, sk_check_adult);

static const sk_child_document no_child = {SCHAKEL_CHILD_INIT, NULL, 0};
static const sk_field child_fields[] = {
    ID(sk_child_document, child.id),
    TEXT("name", OPTIONAL, sk_child_document, child.name),
    REFERENCE("group", OPTIONAL, sk_child_document, child.group_id, GROUP),
    DATE("born", OPTIONAL, sk_child_document, child.born),
    HANGING("ties", sk_child_document, ties, tie_count, sk_tie_shape, SCHAKEL_TIES_MAX),
};
SHAPE(sk_child_shape, sk_child_document, no_child, offsetof(sk_child_document, child.extra), child_fields,
      NULL);

static const schakel_offer no_offer = SCHAKEL_OFFER_INIT;
static const sk_field offer_fields[] = {
    ID(schakel_offer, id),
    REFERENCE("adult", REQUIRED, schakel_offer, adult_id, ADULT),
    REFERENCES("concepts", REQUIRED, schakel_offer, concept_ids, concept_count, CONCEPT),
    NUMBER("cap", schakel_offer, cap, 0, SCHAKEL_NUMBER_MAX),
    NUMBER("notice", schakel_offer, notice, 0, SCHAKEL_NUMBER_MAX),
    CHOICE("limit", OPTIONAL, schakel_offer, limit, limits),
    LANGUAGES("languages", schakel_offer, languages, language_count),
    OBJECTS("windows", schakel_offer, windows, window_count, window_shape),
    OBJECTS("exceptions", schakel_offer, exceptions, exception_count, exception_shape),
    TEXT("text", OPTIONAL, schakel_offer, text),
    REFERENCE("team", OPTIONAL, schakel_offer, team_id, TEAM),
    REFERENCE("together", OPTIONAL, schakel_offer, together_id, ADULT),
};
SHAPE(sk_offer_shape, schakel_offer, no_offer, offsetof(schakel_offer, extra), offer_fields, sk_check_offer);

static const sk_need_document no_need = {SCHAKEL_NEED_INIT, NULL, 0};
static const sk_field need_fields[] = {
    ID(sk_need_document, need.id),
    TEXT("title", OPTIONAL, sk_need_document, need.title),
    REFERENCE("group", OPTIONAL, sk_need_document, need.group_id, GROUP),
    DATE("date", REQUIRED, sk_need_document, need.date),
    DATE("last_date", OPTIONAL, sk_need_document, need.last_date),
    SCALAR("start", SK_FIELD_TIME, OPTIONAL, sk_need_document, need.start),
    SCALAR("end", SK_FIELD_TIME, OPTIONAL, sk_need_document, need.end),
    NUMBER("notice", sk_need_document, need.notice, 0, SCHAKEL_NUMBER_MAX),
    CHOICE("priority", OPTIONAL, sk_need_document, need.priority, priorities),
    REFERENCE("activity", OPTIONAL, sk_need_document, need.activity_id, ACTIVITY),
    REFERENCE("team", OPTIONAL, sk_need_document, need.team_id, TEAM),
    HANGING("places", sk_need_document, places, place_count, sk_place_shape, SCHAKEL_PLACES_MAX),
};
SHAPE(sk_need_shape, sk_need_document, no_need, offsetof(sk_need_document, need.extra), need_fields,
      sk_check_need);

static const schakel_ask no_ask = SCHAKEL_ASK_INIT;
static const sk_field ask_fields[] = {
    ID(schakel_ask, id),
    REFERENCE("adult", REQUIRED, schakel_ask, adult_id, ADULT),
    REFERENCE("need", OPTIONAL, schakel_ask, need_id, NEED),
    SCALAR("place", SK_FIELD_KEY, OPTIONAL, schakel_ask, place_id),
    REFERENCE("offer", OPTIONAL, schakel_ask, offer_id, OFFER),
    DATE("date", REQUIRED, schakel_ask, date),
    CHOICE("state", REQUIRED, schakel_ask, state, states),
    REFERENCE("for", OPTIONAL, schakel_ask, for_id, ADULT),
};
SHAPE(sk_ask_shape, schakel_ask, no_ask, offsetof(schakel_ask, extra), ask_fields, sk_check_ask);
