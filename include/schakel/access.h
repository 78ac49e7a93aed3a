/*
 * schakel/access.h - who may see what, and why: the school as one person may see it.
 *
 * A view is a school of its own that holds no more than one person may see for one
 * purpose. Whatever is made of it (a document, a cycle, an agenda, a count) cannot
 * hold more. The host's own data never goes into a view.
 *
 * A record is seen when its scope is among the scopes that the viewer has for the child
 * it is about, and among those that the purpose needs:
 *
 *   purpose    organise: practical; dialogue: practical and progress; care: all three
 *
 *   viewer     for which children                      scopes
 *   adult      those it is tied to                     as schakel_school_told()
 *   child      itself                                  all; when others decide for it: practical, progress
 *   teacher    of the own groups                       practical, progress
 *   assistant  of the own groups                       practical
 *   counsellor all                                     all
 *   coordinator all                                    practical
 *   head       all                                     practical, progress
 *   any staff  with whom they had or plan a talk       practical, progress
 *   any staff  on a rung that a case of it reached     practical, progress, and that case
 *
 *   kind                         scope      further rules
 *   staff, groups, concepts, needs, cycle, questions, series, activities, teams, rungs:
 *                                for everybody; who came to an activity only for who sees those adults whole
 *   adult                        practical  self and staff: whole. Adults and children: the name of parents of
 *                                           children of whom they are told progress, of whom they consented to
 *   child                        practical  date of birth: the child itself, and staff with progress
 *   tie                          practical  own ones; staff: all
 *   offer, ask                              as the adult
 *   consent                      progress   who gave or got it, the child; a parent with authority; staff. Only with
 *                                           the child and both adults
 *   question's answer            progress   its author and the readers the question names
 *   wish                                    its author; staff, about a child with progress; a shared one everybody,
 *                                           without its author
 *   talk                         progress   with practical alone: when and with whom, for who takes part and for
 *                                           who plans (coordinator, head)
 *   agreement                    progress
 *   contact                      progress   adults: their own; a child when it decides
 *   case                         care       as are talks, agreements and contacts that belong to one
 */
#ifndef SCHAKEL_ACCESS_H
#define SCHAKEL_ACCESS_H

#include "dialogue.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What somebody wants to see the school for. */
typedef enum schakel_purpose {
    SCHAKEL_PURPOSE_ORGANISE = 0, /**< plan activities, ask and invite */
    SCHAKEL_PURPOSE_DIALOGUE = 1, /**< talk about how a child does */
    SCHAKEL_PURPOSE_CARE = 2      /**< solve a case */
} schakel_purpose;

/** Who looks, what for and when. */
typedef struct schakel_viewer {
    size_t struct_size;
    schakel_kind kind;       /**< SCHAKEL_KIND_ADULT (default), SCHAKEL_KIND_STAFF or SCHAKEL_KIND_CHILD */
    const char *id;          /**< required */
    schakel_purpose purpose; /**< default dialogue */
    schakel_date today;      /**< required: consent and age are those of this day */
} schakel_viewer;

#define SCHAKEL_VIEWER_INIT \
    {sizeof(schakel_viewer), SCHAKEL_KIND_ADULT, NULL, SCHAKEL_PURPOSE_DIALOGUE, SCHAKEL_NO_DATE}

/** How much of a record somebody sees. */
typedef enum schakel_sight {
    SCHAKEL_SIGHT_NOTHING = 0,
    SCHAKEL_SIGHT_PART = 1, /**< an adult's or child's name, when a talk is, a wish without its author */
    SCHAKEL_SIGHT_WHOLE = 2
} schakel_sight;

/** Why somebody sees a record, or does not. */
typedef enum schakel_access_reason {
    /* yes */
    SCHAKEL_ACCESS_EVERYBODY = 0, /**< holds nothing about a person */
    SCHAKEL_ACCESS_OWN = 1,       /**< is the viewer's own, or about the viewer */
    SCHAKEL_ACCESS_TOLD = 2,      /**< may be told about the child: see schakel_school_told() */
    SCHAKEL_ACCESS_TASK = 3,      /**< belongs to the work of this member of the staff */
    SCHAKEL_ACCESS_RUNG = 4,      /**< the case reached a rung the viewer stands on */
    SCHAKEL_ACCESS_READER = 5,    /**< the question says that this reader sees the answers */
    SCHAKEL_ACCESS_SHARED = 6,    /**< was shared with everybody, without a name */
    SCHAKEL_ACCESS_NAME = 7,      /**< the name alone: somebody who goes with the same child */
    SCHAKEL_ACCESS_TAKES_PART = 8, /**< when and with whom alone: the viewer takes part or plans */
    /* no */
    SCHAKEL_ACCESS_NO_TIE = 9,       /**< has nothing to do with the viewer */
    SCHAKEL_ACCESS_STOPPED = 10,     /**< the school may not tell this adult */
    SCHAKEL_ACCESS_NO_CONSENT = 11,  /**< nobody gave consent */
    SCHAKEL_ACCESS_CHILD_DECIDES = 12, /**< the student decides and gave no consent */
    SCHAKEL_ACCESS_WITHDRAWN = 13,   /**< consent was withdrawn */
    SCHAKEL_ACCESS_PURPOSE = 14,     /**< not needed for this purpose */
    SCHAKEL_ACCESS_NOT_TASK = 15,    /**< does not belong to this work */
    SCHAKEL_ACCESS_NOT_READER = 16   /**< is for its author, or for other readers */
} schakel_access_reason;

/** An answer to a question of access. Strings are constant. */
typedef struct schakel_access {
    size_t struct_size;
    schakel_sight sight;
    schakel_access_reason reason;
    const char *reason_nl; /**< one Dutch sentence */
    const char *reason_en; /**< the same in English */
} schakel_access;

#define SCHAKEL_ACCESS_INIT \
    {sizeof(schakel_access), SCHAKEL_SIGHT_NOTHING, SCHAKEL_ACCESS_NO_TIE, NULL, NULL}

/**
 * May somebody see a record, how much of it, and why?
 * @return SCHAKEL_OK, also when the answer is no; SCHAKEL_NOT_FOUND for a viewer or record that is not
 * there; SCHAKEL_INVALID for a viewer who is nobody, or without a day; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_access_ask(const schakel_school *school, const schakel_viewer *viewer,
                                              schakel_kind kind, const char *id, schakel_access *out,
                                              schakel_error *error);

/**
 * Make the school as one person may see it.
 * @param school read, not changed. The view keeps no pointer into it.
 * @param out the caller ends it with schakel_school_destroy(). It holds what schakel_access_ask() gives
 * whole or in part; a reference to what is not seen is left out.
 * @return as schakel_access_ask().
 */
SCHAKEL_API schakel_status schakel_view(const schakel_school *school, const schakel_viewer *viewer,
                                        schakel_school **out, schakel_error *error);

/**
 * Make the school without one person (Algemene verordening gegevensbescherming, art. 17).
 * Gone are the person, their ties, offers, asks, answers and consents given by or to them, and their
 * wishes unless shared; of a child also its talks, agreements, contacts, cases and what was said
 * about it. Everywhere else the person is left out and the rest stays: an agreement without who does
 * it, a note without who told it, a shared wish without its author. An offer that held only together with the person
 * is kept, and not asked for (SCHAKEL_LIMIT_NEVER). Counts stay: who came to an activity or
 * a talk is counted in unnamed_attended and unnamed_adults. Nothing of the person is in the new school;
 * end the old one. The host's own data is copied for everybody else, so take the person out of that yourself.
 * @param kind SCHAKEL_KIND_ADULT, SCHAKEL_KIND_STAFF or SCHAKEL_KIND_CHILD.
 * @param out the caller ends it with schakel_school_destroy().
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND; SCHAKEL_INVALID for another kind; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_school_without(const schakel_school *school, schakel_kind kind, const char *id,
                                                  schakel_school **out, schakel_error *error);

#ifdef __cplusplus
}
#endif

#endif
