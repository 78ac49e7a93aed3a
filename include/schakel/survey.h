/*
 * schakel/survey.h - surveys among parents: questions by theme, and what was answered.
 *
 * These are records of a school, as in schakel/school.h: adding copies, getting lends, ids are
 * unique per kind. They are added last: survey, survey question, response. What came out is
 * counted by schakel/insight.h, which never shows what a few people answered.
 */
#ifndef SCHAKEL_SURVEY_H
#define SCHAKEL_SURVEY_H

#include "dialogue.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * What a question is about: the five themes of the listening exercise "Staat van de Ouder" (Spierenburg, in
 * De stem van ouders, Sardes 2017), and everything else.
 */
typedef enum schakel_theme {
    SCHAKEL_THEME_ROLE = 0,        /**< what parents and school contribute and expect */
    SCHAKEL_THEME_TRANSITIONS = 1, /**< to another group or school */
    SCHAKEL_THEME_PRIVACY = 2,
    SCHAKEL_THEME_HOURS = 3,  /**< school hours and holidays */
    SCHAKEL_THEME_SAFETY = 4, /**< safety and bullying */
    SCHAKEL_THEME_OTHER = 5
} schakel_theme;

/** Questions to parents in one round. */
typedef struct schakel_survey {
    size_t struct_size;
    const char *id;
    const char *title;  /**< may be NULL */
    schakel_date first; /**< the first day on which it can be filled in; SCHAKEL_NO_DATE when not known */
    schakel_date last;  /**< the last day; SCHAKEL_NO_DATE when not known */
    int32_t anonymous;  /**< 1: no response bears a name; 0: a response may say whose it is */
    const char *extra;  /**< as in schakel_school_info */
} schakel_survey;

#define SCHAKEL_SURVEY_INIT {sizeof(schakel_survey), NULL, NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 0, NULL}

/** The fewest and the most choices of a question. */
#define SCHAKEL_CHOICES_MIN 2
#define SCHAKEL_CHOICES_MAX 20

/** A question of a survey. */
typedef struct schakel_survey_question {
    size_t struct_size;
    const char *id;        /**< unique among the questions of all surveys */
    const char *survey_id; /**< required */
    schakel_theme theme;
    const char *text;           /**< required */
    const char *const *choices; /**< the answers to choose from, each once; a respondent takes one */
    size_t choice_count;
    const char *const *counted; /**< the choices whose share is told and compared, taken together; none: each by itself only */
    size_t counted_count;
    int32_t background; /**< 1 when it says who the respondents are, so that the other questions are compared by it */
    const char *extra;  /**< as in schakel_school_info */
} schakel_survey_question;

#define SCHAKEL_SURVEY_QUESTION_INIT \
    {sizeof(schakel_survey_question), NULL, NULL, SCHAKEL_THEME_OTHER, NULL, NULL, 0, NULL, 0, 0, NULL}

/** What a respondent without a name says to be to a child. */
typedef enum schakel_respondent {
    SCHAKEL_RESPONDENT_UNKNOWN = 0,
    SCHAKEL_RESPONDENT_MOTHER = 1,
    SCHAKEL_RESPONDENT_FATHER = 2,
    SCHAKEL_RESPONDENT_PARENT = 3, /**< a parent who is called neither */
    SCHAKEL_RESPONDENT_OTHER = 4
} schakel_respondent;

/** An answer to one question. Its layout is final: it never grows. */
typedef struct schakel_reply {
    const char *question_id; /**< of the same survey; each at most once in a response */
    const char *choice;      /**< one of its choices */
} schakel_reply;

/** What one respondent answered. It bears no date: with one it could be told whose it is. */
typedef struct schakel_response {
    size_t struct_size;
    const char *id;
    const char *survey_id;   /**< required */
    const char *adult_id;    /**< who answered; NULL in an anonymous survey, or when the name is not kept */
    schakel_respondent role; /**< of a respondent without a name; with adult_id it stays unknown */
    const char *language;    /**< BCP 47; what a respondent without a name speaks best; NULL when not told */
    const schakel_reply *replies;
    size_t reply_count;
    const char *extra; /**< as in schakel_school_info */
} schakel_response;

#define SCHAKEL_RESPONSE_INIT \
    {sizeof(schakel_response), NULL, NULL, NULL, SCHAKEL_RESPONDENT_UNKNOWN, NULL, NULL, 0, NULL}

/*
 * As "Adding" and "Getting" in schakel/school.h.
 */

/** Add a survey. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_survey(schakel_school *school, const schakel_survey *survey,
                                                     schakel_error *error);
/** Add a question; its survey must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_survey_question(schakel_school *school,
                                                              const schakel_survey_question *question,
                                                              schakel_error *error);
/** Add a response; its survey, adult and questions must be there. See "Adding" above. */
SCHAKEL_API schakel_status schakel_school_add_response(schakel_school *school, const schakel_response *response,
                                                       schakel_error *error);

/** Get the survey at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_survey(const schakel_school *school, size_t index,
                                                     schakel_survey *out);
/** Get the question at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_survey_question(const schakel_school *school, size_t index,
                                                              schakel_survey_question *out);
/** Get the response at an index. See "Getting" above. */
SCHAKEL_API schakel_status schakel_school_get_response(const schakel_school *school, size_t index,
                                                       schakel_response *out);

/**
 * Questions to begin with: two for each of the five themes, in Dutch at level A2, with the choices
 * "ja", "soms", "nee" and "weet ik niet", of which "ja" is counted. A school changes them as it likes.
 * @return how many there are.
 */
SCHAKEL_API size_t schakel_survey_default_count(void);

/**
 * One of those questions, by theme; ready to be added once survey_id is set.
 * @param out its strings and lists are constant; its survey_id is NULL.
 * @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index.
 */
SCHAKEL_API schakel_status schakel_survey_default(size_t index, schakel_survey_question *out);

#ifdef __cplusplus
}
#endif

#endif
