/*
 * schakel/dialogue.h - what parents, child and school say and agree: activities and
 * the why behind them, the talks of a year, passports, wishes, agreements, contact,
 * cases that climb the ladder, consent, and teams in which parents take part.
 *
 * These are records of a school, as in schakel/school.h: adding copies, getting lends,
 * ids are unique per kind. The order of adding is: staff, groups, concepts, adults,
 * children, ties, rungs, consents, cycle entries, questions, wishes, series, teams,
 * activities, offers, needs, places, asks, answers, cases, talks, agreements, contacts.
 *
 * Where a record says who did something there are three members, for an adult, somebody
 * of the staff and a child. At most one of them is set; none means that it is not
 * known or not told.
 */
#ifndef SCHAKEL_DIALOGUE_H
#define SCHAKEL_DIALOGUE_H

#include "school.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --------------------------------------------------------------- activities */

/** The kinds of talk and activity. The first ones are talks about one child. */
typedef enum schakel_activity_kind {
    SCHAKEL_TALK_INTAKE = 0,           /**< before or at the start: kennismaking, intake */
    SCHAKEL_TALK_INTRODUCTORY = 1,     /**< at the start of a year: startgesprek */
    SCHAKEL_TALK_PROGRESS = 2,         /**< how the child develops: voortgangsgesprek, driehoeksgesprek */
    SCHAKEL_TALK_HANDOVER = 3,         /**< to the next group or school: overdrachtsgesprek */
    SCHAKEL_TALK_SIGNING = 4,          /**< the education agreement of mbo */
    SCHAKEL_TALK_CARE = 5,             /**< about extra support */
    SCHAKEL_TALK_OTHER = 6,
    SCHAKEL_ACTIVITY_PARENTS_EVENING = 7,
    SCHAKEL_ACTIVITY_INTERACTIVE_EVENING = 8,
    SCHAKEL_ACTIVITY_FATHERS_EVENING = 9,
    SCHAKEL_ACTIVITY_WISHES_EVENING = 10, /**< wishes and expectations: complaints become wishes */
    SCHAKEL_ACTIVITY_GROUP_TALK = 11,
    SCHAKEL_ACTIVITY_WALK_IN = 12,        /**< parent and child together, at the door */
    SCHAKEL_ACTIVITY_HOME_ASSIGNMENT = 13,
    SCHAKEL_ACTIVITY_COURSE_MEETING = 14,
    SCHAKEL_ACTIVITY_WELCOME = 15,
    SCHAKEL_ACTIVITY_STUDENT_EVENING = 16, /**< for parents, run by students */
    SCHAKEL_ACTIVITY_WORKING_GROUP = 17,
    SCHAKEL_ACTIVITY_COUNCIL = 18,
    SCHAKEL_ACTIVITY_OTHER = 19
} schakel_activity_kind;

/** What an activity is for (Lusse 2017): school and parents exchange, align, facilitate. */
typedef enum schakel_goal {
    SCHAKEL_GOAL_EXCHANGE = 0,
    SCHAKEL_GOAL_ALIGN = 1,
    SCHAKEL_GOAL_FACILITATE = 2
} schakel_goal;

/** Which part of involvement at home it is about (Lusse 2017). */
typedef enum schakel_component {
    SCHAKEL_COMPONENT_NONE = 0,
    SCHAKEL_COMPONENT_PEDAGOGICAL = 1, /**< encourage */
    SCHAKEL_COMPONENT_LEARNING = 2,    /**< widen the world, give structure */
    SCHAKEL_COMPONENT_CAREER = 3       /**< be a sounding board */
} schakel_component;

/** For whom an activity is. */
typedef enum schakel_audience {
    SCHAKEL_AUDIENCE_PARENTS = 0,  /**< every parent */
    SCHAKEL_AUDIENCE_FATHERS = 1,
    SCHAKEL_AUDIENCE_NEWCOMERS = 2,
    SCHAKEL_AUDIENCE_TOGETHER = 3, /**< parents with their children */
    SCHAKEL_AUDIENCE_CHILDREN = 4,
    SCHAKEL_AUDIENCE_TEAM = 5      /**< the members of its team */
} schakel_audience;

/** Meetings that belong together: a course, weekly walk-ins. */
typedef struct schakel_series {
    size_t struct_size;
    const char *id;
    const char *title;      /**< may be NULL */
    const char *goal;       /**< what taking part in all of it brings; may be NULL */
    const char *background; /**< what whoever leads it should know; may be NULL */
    const char *extra;      /**< as in schakel_school_info */
} schakel_series;

#define SCHAKEL_SERIES_INIT {sizeof(schakel_series), NULL, NULL, NULL, NULL, NULL}

/** Something that school and parents do together. Needs may hang on it: see schakel_need.activity_id. */
typedef struct schakel_activity {
    size_t struct_size;
    const char *id;
    const char *title; /**< may be NULL */
    schakel_activity_kind kind;
    schakel_goal goal;
    schakel_component component;
    schakel_audience audience;
    const char *why;    /**< required: start with why */
    schakel_date date;  /**< required */
    schakel_time start; /**< SCHAKEL_NO_TIME when there is no time */
    schakel_time end;   /**< later than start; SCHAKEL_NO_TIME exactly when start is */
    const char *series_id;        /**< may be NULL */
    const char *team_id;          /**< whose activity it is; may be NULL */
    const char *const *group_ids; /**< for which groups; none means the whole school */
    size_t group_count;
    const char *const *wish_ids; /**< the wishes and expectations it answers */
    size_t wish_count;
    const char *const *staff_ids; /**< who of the staff leads it */
    size_t staff_count;
    const char *const *host_ids; /**< adults who lead it */
    size_t host_count;
    const char *guide_goal;         /**< for whoever leads it: what this meeting is to bring; may be NULL */
    const char *const *guide_steps; /**< in order */
    size_t guide_step_count;
    const char *guide_background;      /**< may be NULL */
    const char *const *attended_ids;   /**< adults who came */
    size_t attended_count;
    int32_t unnamed_attended; /**< how many came besides them: not on a list, or erased since */
    const char *extra;        /**< as in schakel_school_info */
} schakel_activity;

#define SCHAKEL_ACTIVITY_INIT                                                                             \
    {sizeof(schakel_activity), NULL, NULL, SCHAKEL_ACTIVITY_OTHER, SCHAKEL_GOAL_EXCHANGE,                 \
     SCHAKEL_COMPONENT_NONE, SCHAKEL_AUDIENCE_PARENTS, NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_TIME,            \
     SCHAKEL_NO_TIME, NULL, NULL, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, NULL, 0, NULL, NULL, 0, 0, NULL}

/** What a team is. */
typedef enum schakel_team_kind {
    SCHAKEL_TEAM_WORKING_GROUP = 0,
    SCHAKEL_TEAM_COUNCIL = 1,
    SCHAKEL_TEAM_INITIATIVE = 2 /**< led by parents */
} schakel_team_kind;

/**
 * Somebody in a team. Its layout is final: it never grows, so that arrays of it keep
 * their stride.
 */
typedef struct schakel_member {
    const char *adult_id; /**< at most one of the three; none for somebody who is not named */
    const char *staff_id;
    const char *child_id;
    const char *role; /**< what they do in it; may be NULL */
} schakel_member;

/**
 * People who take something on together: a working group, a council, a plan of parents.
 * What it needs are needs with its team_id, what parents bring are offers with its
 * team_id, and what the school brings stands here.
 */
typedef struct schakel_team {
    size_t struct_size;
    const char *id;
    const char *name; /**< may be NULL */
    schakel_team_kind kind;
    const char *why;    /**< may be NULL; required for an initiative */
    schakel_date first; /**< its first day; SCHAKEL_NO_DATE when not known */
    schakel_date last;  /**< its last day; SCHAKEL_NO_DATE while it goes on */
    const schakel_member *members;
    size_t member_count;
    const char *const *wish_ids; /**< the wishes it works on */
    size_t wish_count;
    const char *const *school_offers; /**< what the school brings: a room, hours, materials */
    size_t school_offer_count;
    const char *extra; /**< as in schakel_school_info */
} schakel_team;

#define SCHAKEL_TEAM_INIT                                                                               \
    {sizeof(schakel_team), NULL, NULL, SCHAKEL_TEAM_WORKING_GROUP, NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, \
     NULL, 0, NULL, 0, NULL, 0, NULL}

/* -------------------------------------------------------------------- talks */

/** What the child does in a talk. */
typedef enum schakel_child_part {
    SCHAKEL_CHILD_ABSENT = 0,
    SCHAKEL_CHILD_JOINS = 1,
    SCHAKEL_CHILD_LEADS = 2
} schakel_child_part;

/**
 * A talk that belongs to every child's school year. A school without any follows the
 * default cycle of its stage: see schakel/talks.h.
 */
typedef struct schakel_cycle_entry {
    size_t struct_size;
    const char *id;
    const char *title;          /**< may be NULL */
    schakel_activity_kind kind; /**< a talk */
    schakel_date first;         /**< required: the first day of the time for it */
    schakel_date last;          /**< required: the last day, not before first */
    int32_t year_low;           /**< from which year of the stage; 0 for every year */
    int32_t year_high;          /**< to which year; 0 for every year */
    int32_t minutes;            /**< how long, 5 to 240; default 15 */
    int32_t bridge_minutes;     /**< how much longer when a language bridge is needed, 0 to 240; default 15 */
    schakel_child_part child;   /**< default joins */
    int32_t child_year;         /**< from which year of the stage the child takes part; 0 for every year */
    const char *const *questions; /**< what to ask, kept ready */
    size_t question_count;
    const char *extra; /**< as in schakel_school_info */
} schakel_cycle_entry;

#define SCHAKEL_CYCLE_ENTRY_INIT                                                                         \
    {sizeof(schakel_cycle_entry), NULL, NULL, SCHAKEL_TALK_PROGRESS, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 0, \
     0, 15, 15, SCHAKEL_CHILD_JOINS, 0, NULL, 0, NULL}

/** How a talk stands. */
typedef enum schakel_talk_state {
    SCHAKEL_TALK_PLANNED = 0,
    SCHAKEL_TALK_HELD = 1,
    SCHAKEL_TALK_MISSED = 2,   /**< somebody did not come */
    SCHAKEL_TALK_CANCELLED = 3
} schakel_talk_state;

/** What a talk or a contact was about for the parent. */
typedef enum schakel_tone {
    SCHAKEL_TONE_NEUTRAL = 0,
    SCHAKEL_TONE_GOOD = 1,   /**< what goes well */
    SCHAKEL_TONE_PROBLEM = 2 /**< what goes wrong */
} schakel_tone;

/** How people without a good shared language understand each other, in the order in which to look for one. */
typedef enum schakel_bridge {
    SCHAKEL_BRIDGE_NONE = 0,
    SCHAKEL_BRIDGE_SHARED_LANGUAGE = 1, /**< another language that both speak */
    SCHAKEL_BRIDGE_NEARBY = 2,          /**< a trusted adult who comes along, never a child */
    SCHAKEL_BRIDGE_VIDEO = 3,           /**< an acquaintance by video */
    SCHAKEL_BRIDGE_MACHINE = 4,         /**< machine translation */
    SCHAKEL_BRIDGE_TELEPHONE = 5        /**< an interpreter by telephone */
} schakel_bridge;

/** A talk about one child, planned or held. */
typedef struct schakel_talk {
    size_t struct_size;
    const char *id;
    schakel_activity_kind kind; /**< a talk */
    const char *child_id;
    schakel_date date;  /**< required */
    schakel_time start; /**< SCHAKEL_NO_TIME when not known */
    int32_t minutes;    /**< 0 to 1440; 0 when not known */
    schakel_talk_state state;
    const char *const *staff_ids;
    size_t staff_count;
    const char *const *adult_ids; /**< who is to come; of a talk that was held, who came */
    size_t adult_count;
    int32_t unnamed_adults; /**< how many more, erased since */
    schakel_child_part child;
    schakel_bridge bridge;
    schakel_tone tone;
    const char *case_id; /**< the case it belongs to; may be NULL */
    const char *extra;   /**< as in schakel_school_info */
    const char *round_id; /**< the round it was planned in: see schakel/rounds.h; may be NULL */
    const char *room;     /**< where; may be NULL */
    int32_t online;       /**< 1 when it is by video */
    int32_t fixed;        /**< 1 when a new timetable may not move it */
    const char *interpreter_id; /**< the adult of the school who interprets; may be NULL */
} schakel_talk;

#define SCHAKEL_TALK_INIT                                                                             \
    {sizeof(schakel_talk), NULL, SCHAKEL_TALK_PROGRESS, NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, 0,    \
     SCHAKEL_TALK_PLANNED, NULL, 0, NULL, 0, 0, SCHAKEL_CHILD_ABSENT, SCHAKEL_BRIDGE_NONE,            \
     SCHAKEL_TONE_NEUTRAL, NULL, NULL, NULL, NULL, 0, 0, NULL}

/** Where something is done. */
typedef enum schakel_where { SCHAKEL_AT_HOME = 0, SCHAKEL_AT_SCHOOL = 1 } schakel_where;

/** How an agreement stands. */
typedef enum schakel_agreement_state {
    SCHAKEL_AGREEMENT_OPEN = 0,
    SCHAKEL_AGREEMENT_DONE = 1,
    SCHAKEL_AGREEMENT_DROPPED = 2
} schakel_agreement_state;

/** Who does what by when. An open one comes back at the child's next talk. */
typedef struct schakel_agreement {
    size_t struct_size;
    const char *id;
    const char *child_id;
    const char *talk_id; /**< the talk it was made in, of the same child; may be NULL */
    const char *case_id; /**< the case it is to help, of the same child; may be NULL */
    const char *text;    /**< required: what is done */
    const char *by_adult_id; /**< who does it: at most one of the three */
    const char *by_staff_id;
    const char *by_child_id;
    schakel_date date; /**< required: when it was made */
    schakel_date due;  /**< by when; SCHAKEL_NO_DATE for always */
    schakel_where where;
    schakel_component component;
    schakel_agreement_state state;
    schakel_answered supported; /**< do the parents support it? */
    schakel_answered feasible;  /**< can the parents carry it out? */
    const char *extra;          /**< as in schakel_school_info */
} schakel_agreement;

#define SCHAKEL_AGREEMENT_INIT                                                                           \
    {sizeof(schakel_agreement), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, SCHAKEL_NO_DATE,         \
     SCHAKEL_NO_DATE, SCHAKEL_AT_HOME, SCHAKEL_COMPONENT_NONE, SCHAKEL_AGREEMENT_OPEN, SCHAKEL_UNASKED, \
     SCHAKEL_UNASKED, NULL}

/** How people were in contact. */
typedef enum schakel_channel {
    SCHAKEL_CHANNEL_IN_PERSON = 0,
    SCHAKEL_CHANNEL_VISIT = 1, /**< at home */
    SCHAKEL_CHANNEL_CALL = 2,
    SCHAKEL_CHANNEL_VIDEO = 3,
    SCHAKEL_CHANNEL_MESSAGE = 4, /**< an app */
    SCHAKEL_CHANNEL_MAIL = 5,    /**< a letter or e-mail */
    SCHAKEL_CHANNEL_OTHER = 6,
    SCHAKEL_CHANNEL_FILM = 7,      /**< a picture or a film */
    SCHAKEL_CHANNEL_NEWSLETTER = 8 /**< one text for everybody */
} schakel_channel;

/** What a contact was for. */
typedef enum schakel_contact_purpose {
    SCHAKEL_CONTACT_ACQUAINT = 0,
    SCHAKEL_CONTACT_PROGRESS = 1,
    SCHAKEL_CONTACT_INVITE = 2,
    SCHAKEL_CONTACT_QUESTION = 3,
    SCHAKEL_CONTACT_CONCERN = 4,
    SCHAKEL_CONTACT_PRACTICAL = 5
} schakel_contact_purpose;

/** A contact about one child outside the talks. It holds no text: what was said is for talk and case. */
typedef struct schakel_contact {
    size_t struct_size;
    const char *id;
    const char *child_id;
    const char *adult_id; /**< NULL for an adult who is not named */
    const char *staff_id; /**< may be NULL */
    schakel_date date;    /**< required */
    schakel_channel channel;
    schakel_contact_purpose purpose;
    schakel_tone tone;
    int32_t from_parent; /**< 1 when the parent began, 0 when the school did */
    const char *case_id; /**< the case it belongs to, of the same child; may be NULL */
    const char *extra;   /**< as in schakel_school_info */
    schakel_answered reached; /**< did it get through: an answer, or they came? */
} schakel_contact;

#define SCHAKEL_CONTACT_INIT                                                                    \
    {sizeof(schakel_contact), NULL, NULL, NULL, NULL, SCHAKEL_NO_DATE, SCHAKEL_CHANNEL_IN_PERSON, \
     SCHAKEL_CONTACT_PRACTICAL, SCHAKEL_TONE_NEUTRAL, 0, NULL, NULL, SCHAKEL_UNASKED}

/* ---------------------------------------------------------------- passports */

/** Who fills in a question of the passport. */
typedef enum schakel_author {
    SCHAKEL_AUTHOR_PARENT = 0,
    SCHAKEL_AUTHOR_TEACHER = 1,
    SCHAKEL_AUTHOR_CHILD = 2
} schakel_author;

/** What an answer is good for. */
typedef enum schakel_question_kind {
    SCHAKEL_QUESTION_OPEN = 0,    /**< to know each other */
    SCHAKEL_QUESTION_OFFER = 1,   /**< "Schakel mij in voor..." */
    SCHAKEL_QUESTION_NEED = 2,    /**< "Dit heb ik nodig..." */
    SCHAKEL_QUESTION_INTEREST = 3 /**< what a child likes and is good at */
} schakel_question_kind;

/** Who reads an answer besides its author: flags. */
#define SCHAKEL_READER_PARENT 0x1u
#define SCHAKEL_READER_TEACHER 0x2u
#define SCHAKEL_READER_CHILD 0x4u
#define SCHAKEL_READER_ALL 0x7u

/** A question of the passport; every school makes its own. */
typedef struct schakel_question {
    size_t struct_size;
    const char *id;
    const char *text; /**< required */
    schakel_author author;
    schakel_question_kind kind;
    uint32_t readers;  /**< SCHAKEL_READER_ flags; default all */
    const char *extra; /**< as in schakel_school_info */
} schakel_question;

#define SCHAKEL_QUESTION_INIT \
    {sizeof(schakel_question), NULL, NULL, SCHAKEL_AUTHOR_PARENT, SCHAKEL_QUESTION_OPEN, SCHAKEL_READER_ALL, NULL}

/** An answer in a passport. */
typedef struct schakel_answer {
    size_t struct_size;
    const char *id;
    const char *question_id;
    const char *child_id;    /**< whose passport it is in; NULL only for a teacher's answer for a group */
    const char *group_id;    /**< the group a teacher speaks for; may be NULL */
    const char *by_adult_id; /**< the author, of the kind the question asks; none when not known */
    const char *by_staff_id;
    const char *by_child_id; /**< the same as child_id */
    schakel_date date;       /**< required */
    const char *text;        /**< required */
    const char *const *concept_ids; /**< what it is about, for an offer, a need or an interest */
    size_t concept_count;
    const char *offer_id; /**< the offer that came of it; may be NULL */
    const char *need_id;  /**< the need that came of it; may be NULL */
    const char *extra;    /**< as in schakel_school_info */
} schakel_answer;

#define SCHAKEL_ANSWER_INIT                                                                           \
    {sizeof(schakel_answer), NULL, NULL, NULL, NULL, NULL, NULL, NULL, SCHAKEL_NO_DATE, NULL, NULL, 0, \
     NULL, NULL, NULL}

/* ------------------------------------------------------------------- wishes */

/** What somebody said. */
typedef enum schakel_wish_kind {
    SCHAKEL_WISH_WISH = 0,
    SCHAKEL_WISH_COMPLAINT = 1,
    SCHAKEL_WISH_EXPECTATION = 2 /**< what one side expects of the other */
} schakel_wish_kind;

/** How a wish stands. */
typedef enum schakel_wish_state {
    SCHAKEL_WISH_OPEN = 0,
    SCHAKEL_WISH_BUSY = 1, /**< somebody is working on it */
    SCHAKEL_WISH_DONE = 2,
    SCHAKEL_WISH_DECLINED = 3
} schakel_wish_state;

/** A wish, a complaint or an expectation, of parents, school or child. */
typedef struct schakel_wish {
    size_t struct_size;
    const char *id;
    schakel_wish_kind kind;
    const char *by_adult_id; /**< whose it is: at most one of the three; none for somebody who is not named */
    const char *by_staff_id;
    const char *by_child_id;
    const char *child_id; /**< the child it is about; NULL when about none */
    const char *group_id; /**< the group it is about; may be NULL */
    schakel_date date;    /**< required */
    const char *text;     /**< required */
    const char *from_id;  /**< of a wish: the complaint it was turned into this from; may be NULL */
    schakel_wish_state state;
    const char *answer;       /**< what was done with it; required when done or declined */
    schakel_date answer_date; /**< SCHAKEL_NO_DATE when there is no answer yet */
    int32_t shared;           /**< 1 when everybody may read it, without a name; 0 when the staff alone may */
    const char *extra;        /**< as in schakel_school_info */
} schakel_wish;

#define SCHAKEL_WISH_INIT                                                                              \
    {sizeof(schakel_wish), NULL, SCHAKEL_WISH_WISH, NULL, NULL, NULL, NULL, NULL, SCHAKEL_NO_DATE, NULL, \
     NULL, SCHAKEL_WISH_OPEN, NULL, SCHAKEL_NO_DATE, 0, NULL}

/* ----------------------------------------------------------- cases, the ladder */

/** A rung of the school's ladder: who is asked when those below cannot solve it. */
typedef struct schakel_rung {
    size_t struct_size;
    const char *id;
    const char *name;             /**< may be NULL */
    int32_t level;                /**< 1 for the lowest, to 100; unique */
    const char *const *staff_ids; /**< who stands on it; none inside the school: whoever runs the child's group */
    size_t staff_count;
    int32_t outside;   /**< 1 when it is outside the school: a case goes there only with consent */
    const char *extra; /**< as in schakel_school_info */
} schakel_rung;

#define SCHAKEL_RUNG_INIT {sizeof(schakel_rung), NULL, NULL, 1, NULL, 0, 0, NULL}

/** A step to a rung. Its layout is final: it never grows. */
typedef struct schakel_step {
    const char *rung_id;
    schakel_date date;
    const char *reason; /**< may be NULL */
} schakel_step;

/** What a note is about. */
typedef enum schakel_note_kind {
    SCHAKEL_NOTE_TOLD = 0,  /**< what parents, child or school told */
    SCHAKEL_NOTE_TRIED = 1, /**< what was tried, and how it went */
    SCHAKEL_NOTE_AGREED = 2
} schakel_note_kind;

/** A note in a case. Its layout is final: it never grows. */
typedef struct schakel_note {
    schakel_date date;
    schakel_note_kind kind;
    const char *text;        /**< required */
    const char *by_adult_id; /**< who told it: at most one of the three */
    const char *by_staff_id;
    const char *by_child_id;
} schakel_note;

/**
 * Something about a child that school and parents must solve together. What was told,
 * tried and agreed stays with it on every rung, so that parents need not tell it again.
 */
typedef struct schakel_case {
    size_t struct_size;
    const char *id;
    const char *child_id;
    const char *title;   /**< may be NULL */
    schakel_date opened; /**< required */
    schakel_date closed; /**< not before opened; SCHAKEL_NO_DATE while it goes on */
    const schakel_step *steps; /**< by date, each to a higher rung than the one before */
    size_t step_count;
    const schakel_note *notes; /**< by date */
    size_t note_count;
    schakel_date support_offered; /**< when independent support was offered; SCHAKEL_NO_DATE for not yet */
    const char *support;          /**< who supports the parents; may be NULL */
    const char *extra;            /**< as in schakel_school_info */
} schakel_case;

#define SCHAKEL_CASE_INIT                                                                             \
    {sizeof(schakel_case), NULL, NULL, NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, NULL, 0, NULL, 0,      \
     SCHAKEL_NO_DATE, NULL, NULL}

/* ------------------------------------------------------------------ consent */

/** What may be told about a child: flags. */
#define SCHAKEL_SCOPE_PRACTICAL 0x1u /**< dates, invitations, being part of a talk */
#define SCHAKEL_SCOPE_PROGRESS 0x2u  /**< talks, agreements, passports: how the child does */
#define SCHAKEL_SCOPE_CARE 0x4u      /**< cases: extra support and what goes wrong */
#define SCHAKEL_SCOPE_ALL 0x7u

/** Leave to tell something about a child to somebody who may not hear it of themselves. */
typedef struct schakel_consent {
    size_t struct_size;
    const char *id;
    const char *child_id;
    const char *by_adult_id; /**< the parent who gave it; NULL for the child's own */
    const char *adult_id;    /**< to whom it may be told; NULL for a rung */
    const char *rung_id;     /**< the rung outside the school a case may go to; NULL for an adult */
    uint32_t scopes;         /**< SCHAKEL_SCOPE_ flags, at least one */
    schakel_date given;      /**< required: its first day */
    schakel_date withdrawn;  /**< the first day it holds no more; SCHAKEL_NO_DATE while it holds */
    const char *extra;       /**< as in schakel_school_info */
} schakel_consent;

#define SCHAKEL_CONSENT_INIT \
    {sizeof(schakel_consent), NULL, NULL, NULL, NULL, NULL, 0, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, NULL}

/** Why the school may tell an adult something about a child, or may not. */
typedef enum schakel_told_reason {
    SCHAKEL_TOLD_NO_TIE = 0,       /**< no: is nothing to this child */
    SCHAKEL_TOLD_STOPPED = 1,      /**< no: the school may not tell this adult (schakel_tie.informed) */
    SCHAKEL_TOLD_AUTHORITY = 2,    /**< yes: has parental authority over a minor */
    SCHAKEL_TOLD_DUTY = 3,         /**< yes: a parent without authority, or a foster parent, is told how the child does */
    SCHAKEL_TOLD_CONSENT = 4,      /**< yes: a parent with authority gave consent */
    SCHAKEL_TOLD_CHILD = 5,        /**< yes: the child decides and gave consent */
    SCHAKEL_TOLD_NO_CONSENT = 6,   /**< no: nobody gave consent for this */
    SCHAKEL_TOLD_CHILD_DECIDES = 7, /**< no: the child decides and gave no consent for this */
    SCHAKEL_TOLD_WITHDRAWN = 8     /**< no: consent was withdrawn */
} schakel_told_reason;

/** What an adult may be told. Strings are constant. */
typedef struct schakel_told {
    size_t struct_size;
    int32_t allowed; /**< 1 or 0 */
    schakel_told_reason reason;
    const char *reason_nl; /**< one Dutch sentence */
    const char *reason_en; /**< the same in English */
    const char *source;    /**< the law it rests on; NULL for a rule of the school or the child */
} schakel_told;

#define SCHAKEL_TOLD_INIT {sizeof(schakel_told), 0, SCHAKEL_TOLD_NO_TIE, NULL, NULL, NULL}

/**
 * May the school tell an adult something about a child? In this order:
 *  1. No tie: no. A tie with informed 0: no, whatever else holds.
 *  2. A child who decides (see schakel_school_decides()): yes exactly when it gave consent
 *     that holds on that day.
 *  3. A parent with authority: yes, everything. Authority is what the tie says; when it
 *     says nothing, mother, father, parent and guardian are taken to have it.
 *  4. A mother, father or parent without authority, and a foster parent: dates and
 *     invitations, and how the child does; not the notes of a case. (Burgerlijk Wetboek 1:377c
 *     gives a parent without authority the important facts on request, unless the child's interest is
 *     against it: record that with informed 0.)
 *  5. Everybody else: when a parent with authority gave consent that holds on that day.
 * @param scope one SCHAKEL_SCOPE_ flag. @param date the day.
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND for a child or adult that is not there; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_school_told(const schakel_school *school, const char *child_id,
                                               const char *adult_id, uint32_t scope, schakel_date date,
                                               schakel_told *out, schakel_error *error);

/**
 * Does a child decide who is told? From the birthday that schakel_school_info.decides_age
 * names; a child whose date of birth is not known does when the school is an mbo.
 * @return 1 or 0, also 0 for a child that is not there.
 */
SCHAKEL_API int schakel_school_decides(const schakel_school *school, const char *child_id, schakel_date date);

/* ------------------------------------------------------------ adding, getting */

/*
 * As "Adding" and "Getting" in schakel/school.h.
 */

/** Add a consent; its child, adults and rung must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_consent(schakel_school *school, const schakel_consent *consent,
                                                      schakel_error *error);
/** Add an entry of the yearly cycle. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_cycle_entry(schakel_school *school, const schakel_cycle_entry *entry,
                                                          schakel_error *error);
/** Add a question of the passport. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_question(schakel_school *school, const schakel_question *question,
                                                       schakel_error *error);
/** Add a wish; the complaint it came from must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_wish(schakel_school *school, const schakel_wish *wish,
                                                   schakel_error *error);
/** Add a series. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_series(schakel_school *school, const schakel_series *series,
                                                     schakel_error *error);
/** Add a team; its members and wishes must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_team(schakel_school *school, const schakel_team *team,
                                                   schakel_error *error);
/** Add an activity; all it refers to must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_activity(schakel_school *school, const schakel_activity *activity,
                                                       schakel_error *error);
/** Add an answer in a passport; all it refers to must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_answer(schakel_school *school, const schakel_answer *answer,
                                                     schakel_error *error);
/** Add a rung of the ladder. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_rung(schakel_school *school, const schakel_rung *rung,
                                                   schakel_error *error);
/** Add a case; its child and rungs must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_case(schakel_school *school, const schakel_case *case_,
                                                   schakel_error *error);
/** Add a talk; all it refers to must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_talk(schakel_school *school, const schakel_talk *talk,
                                                   schakel_error *error);
/** Add an agreement; all it refers to must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_agreement(schakel_school *school, const schakel_agreement *agreement,
                                                        schakel_error *error);
/** Add a contact; all it refers to must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_contact(schakel_school *school, const schakel_contact *contact,
                                                      schakel_error *error);

/** Get the consent at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_consent(const schakel_school *school, size_t index,
                                                      schakel_consent *out);
/** Get the cycle entry at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_cycle_entry(const schakel_school *school, size_t index,
                                                          schakel_cycle_entry *out);
/** Get the question at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_question(const schakel_school *school, size_t index,
                                                       schakel_question *out);
/** Get the wish at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_wish(const schakel_school *school, size_t index, schakel_wish *out);
/** Get the series at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_series(const schakel_school *school, size_t index,
                                                     schakel_series *out);
/** Get the team at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_team(const schakel_school *school, size_t index, schakel_team *out);
/** Get the activity at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_activity(const schakel_school *school, size_t index,
                                                       schakel_activity *out);
/** Get the answer at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_answer(const schakel_school *school, size_t index,
                                                     schakel_answer *out);
/** Get the rung at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_rung(const schakel_school *school, size_t index, schakel_rung *out);
/** Get the case at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_case(const schakel_school *school, size_t index, schakel_case *out);
/** Get the talk at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_talk(const schakel_school *school, size_t index, schakel_talk *out);
/** Get the agreement at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_agreement(const schakel_school *school, size_t index,
                                                        schakel_agreement *out);
/** Get the contact at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_contact(const schakel_school *school, size_t index,
                                                      schakel_contact *out);

/* ---------------------------------------------------------- ways of working */

/**
 * Make an offer of an answer to "Schakel mij in voor...". The answer then refers to it.
 * @param offer its id is required. Its adult is the answer's author; its text and concepts are the
 * answer's when it has none of its own; the rest is taken as it is.
 * @return SCHAKEL_OK; as schakel_school_add_offer(); SCHAKEL_NOT_FOUND when there is no such answer;
 * SCHAKEL_INVALID when it is no answer of an adult to a question for offers; SCHAKEL_DUPLICATE when
 * an offer came of it already.
 */
SCHAKEL_API schakel_status schakel_school_offer_from_answer(schakel_school *school, const char *answer_id,
                                                            const schakel_offer *offer, schakel_error *error);

/**
 * Make a need of an answer to "Dit heb ik nodig...", with a place for each of its concepts. The
 * answer then refers to it.
 * @param need its id and date are required. Its title and group are the answer's text and group when it
 * has none of its own.
 * @return as schakel_school_offer_from_answer().
 */
SCHAKEL_API schakel_status schakel_school_need_from_answer(schakel_school *school, const char *answer_id,
                                                           const schakel_need *need, schakel_error *error);

/**
 * Take a case to a higher rung. Its notes go with it: who stands on the rung may read all of them.
 * @param step its rung and date are required.
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND for a case or rung that is not there; SCHAKEL_INVALID when the
 * rung is not higher than the last, the date is before the last step or after the case was closed, or
 * the rung is outside the school and no consent for it holds on that day; SCHAKEL_TOO_LARGE;
 * SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE. On failure nothing has changed.
 */
SCHAKEL_API schakel_status schakel_school_step_up(schakel_school *school, const char *case_id,
                                                  const schakel_step *step, schakel_error *error);

/**
 * Add a note to a case, after the notes of the same or an earlier day.
 * @return as schakel_school_step_up().
 */
SCHAKEL_API schakel_status schakel_school_add_note(schakel_school *school, const char *case_id,
                                                   const schakel_note *note, schakel_error *error);

#ifdef __cplusplus
}
#endif

#endif
