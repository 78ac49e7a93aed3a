/* The members of what parents, child and school say and agree. */
#include "school/checks.h"
#include "school/fields.h"

/* -------------------------------------------------------------------- words */

const char *const sk_activity_kinds[] = {"intake_talk",
                                         "introductory_talk",
                                         "progress_talk",
                                         "handover_talk",
                                         "signing_talk",
                                         "care_talk",
                                         "other_talk",
                                         "parents_evening",
                                         "interactive_evening",
                                         "fathers_evening",
                                         "wishes_evening",
                                         "group_talk",
                                         "walk_in",
                                         "home_assignment",
                                         "course_meeting",
                                         "welcome_meeting",
                                         "student_evening",
                                         "working_group",
                                         "council",
                                         "other"};
static const char *const goals[] = {"exchange", "align", "facilitate"};
static const char *const components[] = {"none", "pedagogical", "learning", "career"};
static const char *const audiences[] = {"parents", "fathers", "newcomers", "together", "children", "team"};
static const char *const team_kinds[] = {"working_group", "council", "initiative"};
const char *const sk_child_parts[] = {"absent", "joins", "leads"};
static const char *const talk_states[] = {"planned", "held", "missed", "cancelled"};
static const char *const tones[] = {"neutral", "good", "problem"};
static const char *const bridges[] = {"none", "shared_language", "nearby", "video", "machine", "telephone"};
static const char *const places[] = {"home", "school"};
static const char *const agreement_states[] = {"open", "done", "dropped"};
static const char *const purposes[] = {"acquaint", "progress", "invite", "question", "concern", "practical"};
static const char *const authors[] = {"parent", "teacher", "child"};
static const char *const question_kinds[] = {"open", "offer", "need", "interest"};
static const char *const wish_kinds[] = {"wish", "complaint", "expectation"};
static const char *const wish_states[] = {"open", "busy", "done", "declined"};
static const char *const note_kinds[] = {"told", "tried", "agreed"};
static const char *const scopes[] = {"practical", "progress", "care"};

/* ---------------------------------------------------------- parts of records */

static const schakel_member no_member = {NULL, NULL, NULL, NULL};
static const sk_field member_fields[] = {
    REFERENCE("adult", OPTIONAL, schakel_member, adult_id, ADULT),
    REFERENCE("staff", OPTIONAL, schakel_member, staff_id, STAFF),
    REFERENCE("child", OPTIONAL, schakel_member, child_id, CHILD),
    TEXT("role", OPTIONAL, schakel_member, role),
};
static SHAPE(member_shape, schakel_member, no_member, SK_NO_EXTRA, member_fields, sk_check_member);

static const schakel_step no_step = {NULL, SCHAKEL_NO_DATE, NULL};
static const sk_field step_fields[] = {
    REFERENCE("rung", REQUIRED, schakel_step, rung_id, RUNG),
    DATE("date", REQUIRED, schakel_step, date),
    TEXT("reason", OPTIONAL, schakel_step, reason),
};
SHAPE(sk_step_shape, schakel_step, no_step, SK_NO_EXTRA, step_fields, NULL);

static const schakel_note no_note = {SCHAKEL_NO_DATE, SCHAKEL_NOTE_TOLD, NULL, NULL, NULL, NULL};
static const sk_field note_fields[] = {
    DATE("date", REQUIRED, schakel_note, date),
    CHOICE("kind", REQUIRED, schakel_note, kind, note_kinds),
    TEXT("text", REQUIRED, schakel_note, text),
    REFERENCE("by_adult", OPTIONAL, schakel_note, by_adult_id, ADULT),
    REFERENCE("by_staff", OPTIONAL, schakel_note, by_staff_id, STAFF),
    REFERENCE("by_child", OPTIONAL, schakel_note, by_child_id, CHILD),
};
SHAPE(sk_note_shape, schakel_note, no_note, SK_NO_EXTRA, note_fields, sk_check_note);

/* ---------------------------------------------------------- activities, teams */

static const schakel_series no_series = SCHAKEL_SERIES_INIT;
static const sk_field series_fields[] = {
    ID(schakel_series, id),
    TEXT("title", OPTIONAL, schakel_series, title),
    TEXT("goal", OPTIONAL, schakel_series, goal),
    TEXT("background", OPTIONAL, schakel_series, background),
};
SHAPE(sk_series_shape, schakel_series, no_series, offsetof(schakel_series, extra), series_fields, NULL);

static const schakel_activity no_activity = SCHAKEL_ACTIVITY_INIT;
static const sk_field activity_fields[] = {
    ID(schakel_activity, id),
    TEXT("title", OPTIONAL, schakel_activity, title),
    CHOICE("kind", REQUIRED, schakel_activity, kind, sk_activity_kinds),
    CHOICE("goal", OPTIONAL, schakel_activity, goal, goals),
    CHOICE("component", OPTIONAL, schakel_activity, component, components),
    CHOICE("audience", OPTIONAL, schakel_activity, audience, audiences),
    TEXT("why", REQUIRED, schakel_activity, why),
    DATE("date", REQUIRED, schakel_activity, date),
    SCALAR("start", SK_FIELD_TIME, OPTIONAL, schakel_activity, start),
    SCALAR("end", SK_FIELD_TIME, OPTIONAL, schakel_activity, end),
    REFERENCE("series", OPTIONAL, schakel_activity, series_id, SERIES),
    REFERENCE("team", OPTIONAL, schakel_activity, team_id, TEAM),
    REFERENCES("groups", OPTIONAL, schakel_activity, group_ids, group_count, GROUP),
    REFERENCES("wishes", OPTIONAL, schakel_activity, wish_ids, wish_count, WISH),
    REFERENCES("staff", OPTIONAL, schakel_activity, staff_ids, staff_count, STAFF),
    REFERENCES("hosts", OPTIONAL, schakel_activity, host_ids, host_count, ADULT),
    TEXT("guide_goal", OPTIONAL, schakel_activity, guide_goal),
    TEXTS("guide_steps", schakel_activity, guide_steps, guide_step_count),
    TEXT("guide_background", OPTIONAL, schakel_activity, guide_background),
    REFERENCES("attended", OPTIONAL, schakel_activity, attended_ids, attended_count, ADULT),
    NUMBER("unnamed_attended", schakel_activity, unnamed_attended, 0, SCHAKEL_NUMBER_MAX),
};
SHAPE(sk_activity_shape, schakel_activity, no_activity, offsetof(schakel_activity, extra), activity_fields,
      sk_check_activity);

static const schakel_team no_team = SCHAKEL_TEAM_INIT;
static const sk_field team_fields[] = {
    ID(schakel_team, id),
    TEXT("name", OPTIONAL, schakel_team, name),
    CHOICE("kind", REQUIRED, schakel_team, kind, team_kinds),
    TEXT("why", OPTIONAL, schakel_team, why),
    DATE("first", OPTIONAL, schakel_team, first),
    DATE("last", OPTIONAL, schakel_team, last),
    OBJECTS("members", schakel_team, members, member_count, member_shape),
    REFERENCES("wishes", OPTIONAL, schakel_team, wish_ids, wish_count, WISH),
    TEXTS("school_offers", schakel_team, school_offers, school_offer_count),
};
SHAPE(sk_team_shape, schakel_team, no_team, offsetof(schakel_team, extra), team_fields, sk_check_team);

/* -------------------------------------------------------------------- talks */

static const schakel_cycle_entry no_cycle_entry = SCHAKEL_CYCLE_ENTRY_INIT;
static const sk_field cycle_entry_fields[] = {
    ID(schakel_cycle_entry, id),
    TEXT("title", OPTIONAL, schakel_cycle_entry, title),
    TALK_KIND(schakel_cycle_entry),
    DATE("first", REQUIRED, schakel_cycle_entry, first),
    DATE("last", REQUIRED, schakel_cycle_entry, last),
    NUMBER("year_low", schakel_cycle_entry, year_low, 0, 8),
    NUMBER("year_high", schakel_cycle_entry, year_high, 0, 8),
    NUMBER("minutes", schakel_cycle_entry, minutes, 5, 240),
    NUMBER("bridge_minutes", schakel_cycle_entry, bridge_minutes, 0, 240),
    CHOICE("child", OPTIONAL, schakel_cycle_entry, child, sk_child_parts),
    NUMBER("child_year", schakel_cycle_entry, child_year, 0, 8),
    TEXTS("questions", schakel_cycle_entry, questions, question_count),
};
SHAPE(sk_cycle_entry_shape, schakel_cycle_entry, no_cycle_entry, offsetof(schakel_cycle_entry, extra),
      cycle_entry_fields, sk_check_cycle_entry);

static const schakel_talk no_talk = SCHAKEL_TALK_INIT;
static const sk_field talk_fields[] = {
    ID(schakel_talk, id),
    TALK_KIND(schakel_talk),
    REFERENCE("child", REQUIRED, schakel_talk, child_id, CHILD),
    DATE("date", REQUIRED, schakel_talk, date),
    SCALAR("start", SK_FIELD_TIME, OPTIONAL, schakel_talk, start),
    NUMBER("minutes", schakel_talk, minutes, 0, 1440),
    CHOICE("state", REQUIRED, schakel_talk, state, talk_states),
    REFERENCES("staff", OPTIONAL, schakel_talk, staff_ids, staff_count, STAFF),
    REFERENCES("adults", OPTIONAL, schakel_talk, adult_ids, adult_count, ADULT),
    NUMBER("unnamed_adults", schakel_talk, unnamed_adults, 0, SCHAKEL_NUMBER_MAX),
    CHOICE("child_part", OPTIONAL, schakel_talk, child, sk_child_parts),
    CHOICE("bridge", OPTIONAL, schakel_talk, bridge, bridges),
    CHOICE("tone", OPTIONAL, schakel_talk, tone, tones),
    REFERENCE("case", OPTIONAL, schakel_talk, case_id, CASE),
    REFERENCE("round", OPTIONAL, schakel_talk, round_id, ROUND),
    TEXT("room", OPTIONAL, schakel_talk, room),
    BOOLEAN("online", schakel_talk, online),
    BOOLEAN("fixed", schakel_talk, fixed),
    REFERENCE("interpreter", OPTIONAL, schakel_talk, interpreter_id, ADULT),
};
SHAPE(sk_talk_shape, schakel_talk, no_talk, offsetof(schakel_talk, extra), talk_fields, sk_check_talk);

static const schakel_agreement no_agreement = SCHAKEL_AGREEMENT_INIT;
static const sk_field agreement_fields[] = {
    ID(schakel_agreement, id),
    REFERENCE("child", REQUIRED, schakel_agreement, child_id, CHILD),
    REFERENCE("talk", OPTIONAL, schakel_agreement, talk_id, TALK),
    REFERENCE("case", OPTIONAL, schakel_agreement, case_id, CASE),
    TEXT("text", REQUIRED, schakel_agreement, text),
    REFERENCE("by_adult", OPTIONAL, schakel_agreement, by_adult_id, ADULT),
    REFERENCE("by_staff", OPTIONAL, schakel_agreement, by_staff_id, STAFF),
    REFERENCE("by_child", OPTIONAL, schakel_agreement, by_child_id, CHILD),
    DATE("date", REQUIRED, schakel_agreement, date),
    DATE("due", OPTIONAL, schakel_agreement, due),
    CHOICE("where", OPTIONAL, schakel_agreement, where, places),
    CHOICE("component", OPTIONAL, schakel_agreement, component, components),
    CHOICE("state", OPTIONAL, schakel_agreement, state, agreement_states),
    CHOICE("supported", OPTIONAL, schakel_agreement, supported, sk_yes_no),
    CHOICE("feasible", OPTIONAL, schakel_agreement, feasible, sk_yes_no),
};
SHAPE(sk_agreement_shape, schakel_agreement, no_agreement, offsetof(schakel_agreement, extra),
      agreement_fields, sk_check_agreement);

static const schakel_contact no_contact = SCHAKEL_CONTACT_INIT;
static const sk_field contact_fields[] = {
    ID(schakel_contact, id),
    REFERENCE("child", REQUIRED, schakel_contact, child_id, CHILD),
    REFERENCE("adult", OPTIONAL, schakel_contact, adult_id, ADULT),
    REFERENCE("staff", OPTIONAL, schakel_contact, staff_id, STAFF),
    DATE("date", REQUIRED, schakel_contact, date),
    CHOICE("channel", REQUIRED, schakel_contact, channel, sk_channels),
    CHOICE("purpose", REQUIRED, schakel_contact, purpose, purposes),
    CHOICE("tone", OPTIONAL, schakel_contact, tone, tones),
    BOOLEAN("from_parent", schakel_contact, from_parent),
    REFERENCE("case", OPTIONAL, schakel_contact, case_id, CASE),
    CHOICE("reached", OPTIONAL, schakel_contact, reached, sk_yes_no),
};
SHAPE(sk_contact_shape, schakel_contact, no_contact, offsetof(schakel_contact, extra), contact_fields,
      sk_check_contact);

/* ------------------------------------------------------------ passports, wishes */

static const schakel_question no_question = SCHAKEL_QUESTION_INIT;
static const sk_field question_fields[] = {
    ID(schakel_question, id),
    TEXT("text", REQUIRED, schakel_question, text),
    CHOICE("author", REQUIRED, schakel_question, author, authors),
    CHOICE("kind", OPTIONAL, schakel_question, kind, question_kinds),
    FLAGS("readers", OPTIONAL, schakel_question, readers, authors),
};
SHAPE(sk_question_shape, schakel_question, no_question, offsetof(schakel_question, extra), question_fields,
      NULL);

static const schakel_answer no_answer = SCHAKEL_ANSWER_INIT;
static const sk_field answer_fields[] = {
    ID(schakel_answer, id),
    REFERENCE("question", REQUIRED, schakel_answer, question_id, QUESTION),
    REFERENCE("child", OPTIONAL, schakel_answer, child_id, CHILD),
    REFERENCE("group", OPTIONAL, schakel_answer, group_id, GROUP),
    REFERENCE("by_adult", OPTIONAL, schakel_answer, by_adult_id, ADULT),
    REFERENCE("by_staff", OPTIONAL, schakel_answer, by_staff_id, STAFF),
    REFERENCE("by_child", OPTIONAL, schakel_answer, by_child_id, CHILD),
    DATE("date", REQUIRED, schakel_answer, date),
    TEXT("text", REQUIRED, schakel_answer, text),
    REFERENCES("concepts", OPTIONAL, schakel_answer, concept_ids, concept_count, CONCEPT),
    REFERENCE("offer", OPTIONAL, schakel_answer, offer_id, OFFER),
    REFERENCE("need", OPTIONAL, schakel_answer, need_id, NEED),
};
SHAPE(sk_answer_shape, schakel_answer, no_answer, offsetof(schakel_answer, extra), answer_fields,
      sk_check_answer);

static const schakel_wish no_wish = SCHAKEL_WISH_INIT;
static const sk_field wish_fields[] = {
    ID(schakel_wish, id),
    CHOICE("kind", REQUIRED, schakel_wish, kind, wish_kinds),
    REFERENCE("by_adult", OPTIONAL, schakel_wish, by_adult_id, ADULT),
    REFERENCE("by_staff", OPTIONAL, schakel_wish, by_staff_id, STAFF),
    REFERENCE("by_child", OPTIONAL, schakel_wish, by_child_id, CHILD),
    REFERENCE("child", OPTIONAL, schakel_wish, child_id, CHILD),
    REFERENCE("group", OPTIONAL, schakel_wish, group_id, GROUP),
    DATE("date", REQUIRED, schakel_wish, date),
    TEXT("text", REQUIRED, schakel_wish, text),
    REFERENCE("from", OPTIONAL, schakel_wish, from_id, WISH),
    CHOICE("state", OPTIONAL, schakel_wish, state, wish_states),
    TEXT("answer", OPTIONAL, schakel_wish, answer),
    DATE("answer_date", OPTIONAL, schakel_wish, answer_date),
    BOOLEAN("shared", schakel_wish, shared),
};
SHAPE(sk_wish_shape, schakel_wish, no_wish, offsetof(schakel_wish, extra), wish_fields, sk_check_wish);

/* ------------------------------------------------------------ cases, consent */

static const schakel_rung no_rung = SCHAKEL_RUNG_INIT;
static const sk_field rung_fields[] = {
    ID(schakel_rung, id),
    TEXT("name", OPTIONAL, schakel_rung, name),
    {.name = "level",
     .kind = SK_FIELD_NUMBER,
     .required = REQUIRED,
     .offset = offsetof(schakel_rung, level),
     .low = 1,
     .high = 100},
    REFERENCES("staff", OPTIONAL, schakel_rung, staff_ids, staff_count, STAFF),
    BOOLEAN("outside", schakel_rung, outside),
};
SHAPE(sk_rung_shape, schakel_rung, no_rung, offsetof(schakel_rung, extra), rung_fields, sk_check_rung);

static const schakel_case no_case = SCHAKEL_CASE_INIT;
static const sk_field case_fields[] = {
    ID(schakel_case, id),
    REFERENCE("child", REQUIRED, schakel_case, child_id, CHILD),
    TEXT("title", OPTIONAL, schakel_case, title),
    DATE("opened", REQUIRED, schakel_case, opened),
    DATE("closed", OPTIONAL, schakel_case, closed),
    OBJECTS("steps", schakel_case, steps, step_count, sk_step_shape),
    OBJECTS("notes", schakel_case, notes, note_count, sk_note_shape),
    DATE("support_offered", OPTIONAL, schakel_case, support_offered),
    TEXT("support", OPTIONAL, schakel_case, support),
};
SHAPE(sk_case_shape, schakel_case, no_case, offsetof(schakel_case, extra), case_fields, sk_check_case);

static const schakel_consent no_consent = SCHAKEL_CONSENT_INIT;
static const sk_field consent_fields[] = {
    ID(schakel_consent, id),
    REFERENCE("child", REQUIRED, schakel_consent, child_id, CHILD),
    REFERENCE("by_adult", OPTIONAL, schakel_consent, by_adult_id, ADULT),
    REFERENCE("adult", OPTIONAL, schakel_consent, adult_id, ADULT),
    REFERENCE("rung", OPTIONAL, schakel_consent, rung_id, RUNG),
    FLAGS("scopes", REQUIRED, schakel_consent, scopes, scopes),
    DATE("given", REQUIRED, schakel_consent, given),
    DATE("withdrawn", OPTIONAL, schakel_consent, withdrawn),
};
SHAPE(sk_consent_shape, schakel_consent, no_consent, offsetof(schakel_consent, extra), consent_fields,
      sk_check_consent);
