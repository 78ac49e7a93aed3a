/*
 * schakel/school.h - the model: a school, its people and the ties between them,
 * what parents offer, what the school needs, and what was asked before.
 *
 * Adding copies a record, its strings and its lists. Getting lends: what a
 * record points to lives until that record is removed or replaced, or the school is destroyed. Ids are the
 * host's own strings (1 to 255 bytes of UTF-8 without control characters), unique
 * per kind. A record may only refer to what is already there, so the order of
 * adding is: staff, groups, concepts, adults, children, ties, offers, needs,
 * places, asks. All text is UTF-8.
 *
 * The model holds no more about a child than a way of working needs: an id, a
 * name if the host wants one, a group, the adults it is tied to and, where age decides
 * who is told, a date of birth. There is no
 * field for health, religion, income or the story of a flight.
 *
 * A school is used by one thread at a time; many threads may read one that
 * nobody changes.
 */
#ifndef SCHAKEL_SCHOOL_H
#define SCHAKEL_SCHOOL_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A school and all that it holds. */
typedef struct schakel_school schakel_school;

/** An index that means "none". */
#define SCHAKEL_NONE ((size_t)-1)

/** The highest count, cap or notice. */
#define SCHAKEL_NUMBER_MAX 10000
/** The most places a need has; one more gives SCHAKEL_TOO_LARGE. */
#define SCHAKEL_PLACES_MAX 1000
/** The most ties a child or an adult has; one more gives SCHAKEL_TOO_LARGE. */
#define SCHAKEL_TIES_MAX 1000
/** The most items in any other list of a record; one more gives SCHAKEL_TOO_LARGE. */
#define SCHAKEL_LIST_MAX 1000
/** The most days between the first and the last day of a need. */
#define SCHAKEL_NEED_DAYS_MAX 366

/* ------------------------------------------------------------------ records */

/** The kind of school. */
typedef enum schakel_stage {
    SCHAKEL_STAGE_PRESCHOOL = 0, /**< childcare and preschool */
    SCHAKEL_STAGE_PO = 1,        /**< primary school */
    SCHAKEL_STAGE_VO = 2,        /**< secondary school */
    SCHAKEL_STAGE_MBO = 3        /**< vocational college */
} schakel_stage;

/** Days in a row. Its layout is final: it never grows. */
typedef struct schakel_period {
    schakel_date first;
    schakel_date last; /**< not before first */
} schakel_period;

/** The school itself. */
typedef struct schakel_school_info {
    size_t struct_size;
    const char *id;          /**< the host's id for the school */
    const char *name;        /**< may be NULL */
    schakel_stage stage;
    schakel_date year_start; /**< first day of the school year that caps and loads are counted in */
    schakel_date year_end;   /**< its last day, not before year_start */
    const char *extra;       /**< the host's own data, kept and never read: see schakel/exchange.h; may be NULL */
    const char *document_extra; /**< the same, of the document as a whole */
    /**
     * From which age a child decides who is told about it: 16 to 18, or 0 for what the law says, 18
     * (Burgerlijk Wetboek 1:233 and 1:245). A school may choose 16, the age from which a child uses
     * its own rights over its data (Uitvoeringswet AVG art. 5).
     */
    int32_t decides_age;
    const schakel_period *closed; /**< holidays, in order and without overlap: then the school sends nothing out */
    size_t closed_count;
} schakel_school_info;

#define SCHAKEL_SCHOOL_INFO_INIT \
    {sizeof(schakel_school_info), NULL, NULL, SCHAKEL_STAGE_PO, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, NULL, NULL, 0, NULL, 0}

/** What somebody does at the school. */
typedef enum schakel_staff_role {
    SCHAKEL_STAFF_TEACHER = 0,
    SCHAKEL_STAFF_ASSISTANT = 1,
    SCHAKEL_STAFF_COUNSELLOR = 2,  /**< intern begeleider, mentor, study coach */
    SCHAKEL_STAFF_COORDINATOR = 3, /**< parents' coordinator */
    SCHAKEL_STAFF_HEAD = 4,
    SCHAKEL_STAFF_OTHER = 5
} schakel_staff_role;

/**
 * A language somebody knows, and how well. Its layout is final: it never grows,
 * so that arrays of it keep their stride.
 */
typedef struct schakel_language_skill {
    const char *tag; /**< BCP 47: "nl", "ti", "ar-SY" */
    schakel_level speaking;
    schakel_level reading;
} schakel_language_skill;

/** Somebody who works at the school. */
typedef struct schakel_staff {
    size_t struct_size;
    const char *id;
    const char *name; /**< may be NULL */
    schakel_staff_role role;
    const char *extra; /**< as in schakel_school_info */
    const schakel_language_skill *languages; /**< besides Dutch, which everybody who works there is taken to speak */
    size_t language_count;
} schakel_staff;

#define SCHAKEL_STAFF_INIT {sizeof(schakel_staff), NULL, NULL, SCHAKEL_STAFF_TEACHER, NULL, NULL, 0}

/** A group of children (a class). */
typedef struct schakel_group {
    size_t struct_size;
    const char *id;
    const char *name;             /**< may be NULL */
    int32_t year;                 /**< year of the stage (group 1 to 8 in po, class 1 to 6 in vo); 0 when mixed or none */
    const char *const *staff_ids; /**< who runs it */
    size_t staff_count;
    const char *extra; /**< as in schakel_school_info */
} schakel_group;

#define SCHAKEL_GROUP_INIT {sizeof(schakel_group), NULL, NULL, 0, NULL, 0, NULL}

/**
 * A thing that can be offered or needed: reading aloud, plumbing, a drive. A
 * concept may have a broader one; circles are refused.
 *
 * Besides those of the school there are built-in concepts: see
 * schakel_builtin_concept_count(). Their ids begin with "schakel:", which no
 * other id of a concept may. Wherever a record refers to a concept it may refer
 * to a built-in one, as if that were in the school; schakel_school_count() and
 * schakel_school_find() see those of the school alone.
 */
typedef struct schakel_concept {
    size_t struct_size;
    const char *id;
    const char *label_nl;   /**< may be NULL */
    const char *label_en;   /**< may be NULL */
    const char *broader_id; /**< the concept one step up, own or built-in; NULL for none */
    const char *extra;      /**< as in schakel_school_info */
    const char *const *wordings; /**< other ways in which people say it, in any language */
    size_t wording_count;
    /**
     * Built-in themes and needs that somebody who offers this can serve: a
     * plumber helps with lessons about water. Built-in concepts only.
     */
    const char *const *serves_ids;
    size_t serves_count;
} schakel_concept;

#define SCHAKEL_CONCEPT_INIT {sizeof(schakel_concept), NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0}

/** Yes, no, or nobody asked. */
typedef enum schakel_answered { SCHAKEL_UNASKED = 0, SCHAKEL_YES = 1, SCHAKEL_NO = 2 } schakel_answered;

/** A parent, or any other adult who matters to a child. */
typedef struct schakel_adult {
    size_t struct_size;
    const char *id;
    const char *name; /**< may be NULL */
    const schakel_language_skill *languages;
    size_t language_count;
    const schakel_window *windows; /**< when this adult can come; none means always */
    size_t window_count;
    const schakel_exception *exceptions;
    size_t exception_count;
    int32_t cap;       /**< how many asks a school year at most, all offers together; 0 means no maximum */
    const char *extra; /**< as in schakel_school_info */
    /**
     * The last day on which the school accepts this adult's certificate of conduct (verklaring omtrent
     * het gedrag); SCHAKEL_NO_DATE when it has none on file. Only places that ask for one look at it.
     */
    schakel_date certificate_until;
    /** How this adult asked to be reached: a bit (1u << channel) for each schakel_channel of schakel/dialogue.h; 0 when not asked. */
    uint32_t prefers;
    /** The country whose schools this adult knows, to be helped by, or help, somebody who knows them too: two capital letters of ISO 3166-1, or NULL. */
    const char *country;
    schakel_date since; /**< since when this adult has a child at the school; SCHAKEL_NO_DATE when not known */
    schakel_answered brings_interpreter; /**< can a trusted adult come along who interprets? Never a child */
    schakel_answered video_interpreter;  /**< is there an acquaintance elsewhere who interprets by video? */
} schakel_adult;

#define SCHAKEL_ADULT_INIT                                                                           \
    {sizeof(schakel_adult), NULL, NULL, NULL, 0, NULL, 0, NULL, 0, 0, NULL, SCHAKEL_NO_DATE, 0, NULL, \
     SCHAKEL_NO_DATE, SCHAKEL_UNASKED, SCHAKEL_UNASKED}

/** A pupil or student. */
typedef struct schakel_child {
    size_t struct_size;
    const char *id;
    const char *name;     /**< may be NULL */
    const char *group_id; /**< NULL when in no group */
    const char *extra;    /**< as in schakel_school_info */
    schakel_date born;    /**< SCHAKEL_NO_DATE when not known; it only tells from when the child decides: see schakel_school_decides() */
} schakel_child;

#define SCHAKEL_CHILD_INIT {sizeof(schakel_child), NULL, NULL, NULL, NULL, SCHAKEL_NO_DATE}

/** What an adult is to a child. */
typedef enum schakel_tie_kind {
    SCHAKEL_TIE_MOTHER = 0,
    SCHAKEL_TIE_FATHER = 1,
    SCHAKEL_TIE_PARENT = 2, /**< a parent who is called neither */
    SCHAKEL_TIE_STEPPARENT = 3,
    SCHAKEL_TIE_FOSTER_PARENT = 4,
    SCHAKEL_TIE_GUARDIAN = 5,
    SCHAKEL_TIE_RELATIVE = 6,
    SCHAKEL_TIE_PARTNER = 7, /**< the student's own partner */
    SCHAKEL_TIE_FRIEND = 8,
    SCHAKEL_TIE_OTHER = 9
} schakel_tie_kind;

/** Parental authority (gezag). */
typedef enum schakel_authority {
    SCHAKEL_AUTHORITY_UNKNOWN = 0,
    SCHAKEL_AUTHORITY_HAS = 1,
    SCHAKEL_AUTHORITY_HAS_NOT = 2
} schakel_authority;

/**
 * The tie between an adult and a child. A child has any number of them and none
 * is the first: they come back in the order of the adults' ids.
 */
typedef struct schakel_tie {
    size_t struct_size;
    const char *child_id;
    const char *adult_id;
    schakel_tie_kind kind;
    int32_t informed; /**< 0 when the school may not tell this adult about the child, whatever else holds; else 1 */
    schakel_authority authority; /**< see schakel_school_told() */
    int32_t home; /**< in which of the child's homes the adult lives: 1, 2 and so on to 9; 0 when not told. Adults of two homes have talks apart unless they agree */
} schakel_tie;

#define SCHAKEL_TIE_INIT {sizeof(schakel_tie), NULL, NULL, SCHAKEL_TIE_PARENT, 1, SCHAKEL_AUTHORITY_UNKNOWN, 0}

/** Where an offer holds. */
typedef enum schakel_offer_limit {
    SCHAKEL_LIMIT_NONE = 0,      /**< for every group */
    SCHAKEL_LIMIT_OWN_GROUP = 1, /**< only for a group in which the adult has a child */
    SCHAKEL_LIMIT_NEVER = 2      /**< do not ask now; the offer is kept */
} schakel_offer_limit;

/** "Schakel mij in voor...": what an adult can do for the school. */
typedef struct schakel_offer {
    size_t struct_size;
    const char *id;
    const char *adult_id;
    const char *const *concept_ids; /**< at least one */
    size_t concept_count;
    int32_t cap;    /**< how often a school year at most; 0 means no maximum */
    int32_t notice; /**< how many days ahead the adult wants to be asked; 0 or more */
    schakel_offer_limit limit;
    const char *const *languages; /**< BCP 47; none means every language the adult speaks at B1 or better */
    size_t language_count;
    const schakel_window *windows; /**< none means whenever the adult can come */
    size_t window_count;
    const schakel_exception *exceptions;
    size_t exception_count;
    const char *text;  /**< the adult's own words; may be NULL */
    const char *extra; /**< as in schakel_school_info */
    const char *team_id; /**< the plan it is part of: see schakel/dialogue.h; may be NULL */
    /**
     * Another adult without whom this one does not want to come: the offer counts only for a need in
     * which that adult has a place too. NULL for none. For two who only come together, both offers say so.
     */
    const char *together_id;
} schakel_offer;

#define SCHAKEL_OFFER_INIT                                                                             \
    {sizeof(schakel_offer), NULL, NULL, NULL, 0, 0, 0, SCHAKEL_LIMIT_NONE, NULL, 0, NULL, 0, NULL, 0, \
     NULL, NULL, NULL, NULL}

/** How much it matters that a need is met. */
typedef enum schakel_priority {
    SCHAKEL_PRIORITY_LOW = 0,
    SCHAKEL_PRIORITY_NORMAL = 1,
    SCHAKEL_PRIORITY_HIGH = 2
} schakel_priority;

/** "Dit heb ik nodig...": what the school needs, and when. */
typedef struct schakel_need {
    size_t struct_size;
    const char *id;
    const char *title;      /**< may be NULL */
    const char *group_id;   /**< the group it is for; NULL for the whole school */
    schakel_date date;      /**< the day, or the first day it can be done */
    schakel_date last_date; /**< the last day it can be done; SCHAKEL_NO_DATE for the same as date */
    schakel_time start;     /**< minutes since midnight; SCHAKEL_NO_TIME when any time will do */
    schakel_time end;       /**< later than start; SCHAKEL_NO_TIME exactly when start is */
    int32_t notice;         /**< days ahead that the school itself promises to ask; 0 or more */
    schakel_priority priority;
    const char *extra; /**< as in schakel_school_info */
    const char *activity_id; /**< the activity it is for: see schakel/dialogue.h; may be NULL */
    const char *team_id;     /**< the plan it is part of; may be NULL */
} schakel_need;

#define SCHAKEL_NEED_INIT                                                                              \
    {sizeof(schakel_need), NULL, NULL, NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, SCHAKEL_NO_TIME,        \
     SCHAKEL_NO_TIME, 0, SCHAKEL_PRIORITY_NORMAL, NULL, NULL, NULL}

/** Room in a need for people who can do the same thing. */
typedef struct schakel_place {
    size_t struct_size;
    const char *need_id;
    const char *id;         /**< unique within the need */
    const char *concept_id; /**< what they must be able to do */
    int32_t count;          /**< how many people; 1 or more */
    const char *language;   /**< BCP 47; a language they must speak; NULL for none */
    const char *extra;      /**< as in schakel_school_info */
    /**
     * With fewer people than this the whole need is off, and nobody is asked for any of its places:
     * 0 (the default) to count. One who must be there is a place of their own with count and minimum 1.
     */
    int32_t minimum;
    int32_t certificate; /**< 1 when they must have a certificate of conduct that holds on the day; else 0 */
} schakel_place;

#define SCHAKEL_PLACE_INIT {sizeof(schakel_place), NULL, NULL, NULL, 1, NULL, NULL, 0, 0}

/** How an ask stands. */
typedef enum schakel_ask_state {
    SCHAKEL_ASK_OPEN = 0,    /**< asked, no answer yet: the place is kept for this adult */
    SCHAKEL_ASK_YES = 1,     /**< will come */
    SCHAKEL_ASK_NO = 2,      /**< said no: is not asked for this need again */
    SCHAKEL_ASK_DONE = 3,    /**< came and did it */
    SCHAKEL_ASK_NO_SHOW = 4  /**< said yes and did not come */
} schakel_ask_state;

/** An adult who was asked for something. */
typedef struct schakel_ask {
    size_t struct_size;
    const char *id;
    const char *adult_id;
    const char *need_id;  /**< NULL for something that is not in the document any more */
    const char *place_id; /**< in that need; NULL exactly when need_id is */
    const char *offer_id; /**< the offer it was based on, of the same adult; may be NULL */
    schakel_date date;    /**< when the adult was asked */
    schakel_ask_state state;
    const char *extra; /**< as in schakel_school_info */
    const char *for_id; /**< the other adult this one is asked to help, as a buddy; without a need; may be NULL */
} schakel_ask;

#define SCHAKEL_ASK_INIT \
    {sizeof(schakel_ask), NULL, NULL, NULL, NULL, NULL, SCHAKEL_NO_DATE, SCHAKEL_ASK_OPEN, NULL, NULL}

/* ------------------------------------------------------------------- school */

/**
 * Make an empty school.
 * @param allocator where its memory comes from; NULL for malloc and free.
 * @param out where to put it; the caller ends it with schakel_school_destroy().
 * @param error may be NULL.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE; *out is NULL on failure.
 */
SCHAKEL_API schakel_status schakel_school_create(const schakel_allocator *allocator, schakel_school **out,
                                                 schakel_error *error);

/** End a school and all that it lent. @param school NULL is ignored. */
SCHAKEL_API void schakel_school_destroy(schakel_school *school);

/**
 * Set what is known of the school itself.
 * @param info copied; id and both dates are required.
 * @return SCHAKEL_OK, SCHAKEL_INVALID (the path names the field), SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_school_set_info(schakel_school *school, const schakel_school_info *info,
                                                   schakel_error *error);

/**
 * What is known of the school itself.
 * @param out its struct_size says how much of it is filled; all NULL and
 * SCHAKEL_NO_DATE before the first schakel_school_set_info().
 * @return SCHAKEL_OK or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_school_get_info(const schakel_school *school, schakel_school_info *out);

/* --------------------------------------------------------------------- kinds */

/** The kinds of record that have an id of their own. */
typedef enum schakel_kind {
    SCHAKEL_KIND_STAFF = 0,
    SCHAKEL_KIND_GROUP = 1,
    SCHAKEL_KIND_CONCEPT = 2,
    SCHAKEL_KIND_ADULT = 3,
    SCHAKEL_KIND_CHILD = 4,
    SCHAKEL_KIND_OFFER = 5,
    SCHAKEL_KIND_NEED = 6,
    SCHAKEL_KIND_ASK = 7,
    /* the records of schakel/dialogue.h */
    SCHAKEL_KIND_CONSENT = 8,
    SCHAKEL_KIND_CYCLE_ENTRY = 9,
    SCHAKEL_KIND_QUESTION = 10,
    SCHAKEL_KIND_WISH = 11,
    SCHAKEL_KIND_SERIES = 12,
    SCHAKEL_KIND_TEAM = 13,
    SCHAKEL_KIND_ACTIVITY = 14,
    SCHAKEL_KIND_ANSWER = 15,
    SCHAKEL_KIND_RUNG = 16,
    SCHAKEL_KIND_CASE = 17,
    SCHAKEL_KIND_TALK = 18,
    SCHAKEL_KIND_AGREEMENT = 19,
    SCHAKEL_KIND_CONTACT = 20,
    /* the records of schakel/survey.h */
    SCHAKEL_KIND_SURVEY = 21,
    SCHAKEL_KIND_SURVEY_QUESTION = 22,
    SCHAKEL_KIND_RESPONSE = 23,
    /* the records of schakel/rounds.h */
    SCHAKEL_KIND_ROUND = 24,
    SCHAKEL_KIND_ROUND_WISH = 25
} schakel_kind;

/**
 * How many records of a kind there are. Indexes run from 0 to this, in the
 * order of adding.
 * @return the count; 0 for NULL or an unknown kind.
 */
SCHAKEL_API size_t schakel_school_count(const schakel_school *school, schakel_kind kind);

/**
 * The index of the record with an id, in constant time.
 * @return the index, or SCHAKEL_NONE.
 */
SCHAKEL_API size_t schakel_school_find(const schakel_school *school, schakel_kind kind, const char *id);

/**
 * Remove a record. Later indexes move down by one, in time linear in the count.
 * Ties go with their adult or child, places with their need. The memory comes
 * back when the school is destroyed.
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND; SCHAKEL_IN_USE when another record
 * refers to it (the message names one), and then nothing has changed; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_school_remove(schakel_school *school, schakel_kind kind, const char *id,
                                                 schakel_error *error);

/**
 * Put a record in the place of the one with the same id: an ask that was answered, a talk that was held or cancelled.
 * The record may be one that a getter gave, with other members. Its index, the ties of an adult or child and the places
 * of a need stay as they are. In time linear in what the school holds; the old record's memory comes back when the
 * school is destroyed.
 * @param record of the kind: a schakel_talk for SCHAKEL_KIND_TALK, and so on; copied.
 * @return as "Adding" below, but SCHAKEL_NOT_FOUND at "/id" for an id that is not there; SCHAKEL_INVALID also for a reference
 * to a record of the same kind that was not added before this one; SCHAKEL_IN_USE when a record that refers to it would
 * be wrong (the message names it and says why). On failure nothing has changed.
 */
SCHAKEL_API schakel_status schakel_school_replace(schakel_school *school, schakel_kind kind, const void *record,
                                                  schakel_error *error);

/*
 * Adding: each function copies one record. `school` and the record must not be
 * NULL; `error` may be. They return SCHAKEL_OK; SCHAKEL_INVALID for a value that
 * is not allowed, SCHAKEL_DUPLICATE for an id that is there already and
 * SCHAKEL_NOT_FOUND for a reference to nothing (the error's path names the member as
 * the JSON document calls it, for instance "/group" or "/windows/0/end");
 * SCHAKEL_TOO_LARGE; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE. On failure nothing has changed.
 *
 * Getting: `out` carries its struct_size, which says how much of it is filled.
 * They return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or an index that is too high.
 */

/** Add somebody who works at the school. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_staff(schakel_school *school, const schakel_staff *staff,
                                                    schakel_error *error);
/** Add a group; its staff must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_group(schakel_school *school, const schakel_group *group,
                                                    schakel_error *error);
/** Add a concept; its broader one and what it serves must be there or built in. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_concept(schakel_school *school, const schakel_concept *concept_,
                                                      schakel_error *error);
/** Add an adult. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_adult(schakel_school *school, const schakel_adult *adult,
                                                    schakel_error *error);
/** Add a child; its group must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_child(schakel_school *school, const schakel_child *child,
                                                    schakel_error *error);
/** Tie an adult to a child; both must be there, and they have no tie yet. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_tie(schakel_school *school, const schakel_tie *tie,
                                                  schakel_error *error);
/** Add an offer; its adult must be there, and its concepts there or built in. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_offer(schakel_school *school, const schakel_offer *offer,
                                                    schakel_error *error);
/** Add a need, still without places; its group must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_need(schakel_school *school, const schakel_need *need,
                                                   schakel_error *error);
/** Add a place to a need; the need must be there, and the concept there or built in. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_place(schakel_school *school, const schakel_place *place,
                                                    schakel_error *error);
/** Add an ask; its adult, need, place and offer must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_ask(schakel_school *school, const schakel_ask *ask,
                                                  schakel_error *error);

/** Get the staff member at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_staff(const schakel_school *school, size_t index, schakel_staff *out);
/** Get the group at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_group(const schakel_school *school, size_t index, schakel_group *out);
/** Get the concept at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_concept(const schakel_school *school, size_t index,
                                                      schakel_concept *out);
/** Get the adult at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_adult(const schakel_school *school, size_t index, schakel_adult *out);
/** Get the child at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_child(const schakel_school *school, size_t index, schakel_child *out);
/** Get the offer at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_offer(const schakel_school *school, size_t index, schakel_offer *out);
/** Get the need at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_need(const schakel_school *school, size_t index, schakel_need *out);
/** Get the ask at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_ask(const schakel_school *school, size_t index, schakel_ask *out);

/** How many places the need at an index has; 0 for an index that is too high. */
SCHAKEL_API size_t schakel_school_place_count(const schakel_school *school, size_t need_index);
/** Get a place of the need at an index, in the order of adding. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_place(const schakel_school *school, size_t need_index,
                                                    size_t place_index, schakel_place *out);

/** How many ties the child at an index has; 0 for an index that is too high. */
SCHAKEL_API size_t schakel_school_child_tie_count(const schakel_school *school, size_t child_index);
/** Get a tie of the child at an index, in the order of the adults' ids. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_child_tie(const schakel_school *school, size_t child_index,
                                                        size_t tie_index, schakel_tie *out);
/** How many ties the adult at an index has; 0 for an index that is too high. */
SCHAKEL_API size_t schakel_school_adult_tie_count(const schakel_school *school, size_t adult_index);
/** Get a tie of the adult at an index, in the order of the children's ids. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_adult_tie(const schakel_school *school, size_t adult_index,
                                                        size_t tie_index, schakel_tie *out);

/* ----------------------------------------------------------------- concepts */

/*
 * The concepts that the library brings itself: what parents do for a living and for
 * pleasure, the themes of lessons and what schools ask for, each with a label in Dutch and
 * English and the ways in which people say it. They are the same for every school and never
 * change while a program runs; any number of threads may read them. Another version of the
 * library may have more, so an index holds for one version; an id stays.
 */

/**
 * How many built-in concepts there are. Indexes run from 0 to this, in the order of the
 * ids (by byte).
 */
SCHAKEL_API size_t schakel_builtin_concept_count(void);

/**
 * Get the built-in concept at an index.
 * @param out its struct_size says how much of it is filled. The id begins with "schakel:",
 * both labels are there, `extra` is NULL, and the wordings are the Dutch ones and after those
 * the English ones. What it points to lives for ever.
 * @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or an index that is too high.
 */
SCHAKEL_API schakel_status schakel_builtin_concept_get(size_t index, schakel_concept *out);

/**
 * The index of the built-in concept with an id, in time logarithmic in the count.
 * @param id with its prefix: "schakel:plumber"; may be NULL.
 * @return the index, or SCHAKEL_NONE.
 */
SCHAKEL_API size_t schakel_builtin_concept_find(const char *id);

#ifdef __cplusplus
}
#endif

#endif
