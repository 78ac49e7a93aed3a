/* A survey as it was answered: everything, before what is hidden. */
#ifndef SK_INSIGHT_SURVEY_ANSWERS_H
#define SK_INSIGHT_SURVEY_ANSWERS_H

#include "base/strings.h"
#include "schakel/insight.h"

/* What somebody did with a question: gave a counted answer, gave another, or gave none. */
enum { SK_COUNTED, SK_OTHER, SK_SKIPPED, SK_PARTS };

typedef struct sk_parts {
    size_t people[SK_PARTS];
} sk_parts;

/* A question. Its record is lent by the school. */
typedef struct sk_question {
    schakel_survey_question record;
    int choice_counted[SCHAKEL_CHOICES_MAX]; /* is it one of those that are counted together? */
    size_t choice_people[SCHAKEL_CHOICES_MAX];
    sk_parts all;
} sk_question;

/* Respondents who are alike in one breakdown. The key is lent by the strings. */
typedef struct sk_group {
    const char *key;
    size_t people;
    size_t found; /* as the how manieth it was found */
} sk_group;

typedef struct sk_breakdown {
    schakel_breakdown kind;
    size_t question;  /* a background question; else SCHAKEL_NONE */
    sk_group *groups; /* with somebody in them, the smallest first, then by key */
    size_t group_count;
    size_t group_capacity;
    uint32_t *of_response; /* the group of each */
} sk_breakdown;

typedef struct sk_answers {
    sk_arena arena;
    const schakel_allocator *allocator;
    schakel_survey survey;  /* lent by the school */
    sk_question *questions; /* by theme, then as they were added */
    size_t question_count;
    size_t *responses; /* their places in the school */
    size_t response_count;
    unsigned char *parts; /* by response, then question */
    sk_breakdown *breakdowns;
    size_t breakdown_count;
} sk_answers;

/*
 * Gather the answers to the survey at a place. Keys of groups are interned in `strings`. Returns 0 when memory ran
 * out; the answers are to be destroyed in any case.
 */
int sk_answers_gather(sk_answers *answers, const schakel_school *school, size_t survey, sk_strings *strings);
void sk_answers_destroy(sk_answers *answers);

/* Is this a question of which rows are made? */
int sk_question_has_rows(const sk_question *question);
/* Count the groups of a breakdown in the three parts of a question; cells are zeroed and as many as the groups. */
void sk_answers_cross(const sk_answers *answers, const sk_breakdown *breakdown, size_t question,
                      sk_parts *cells);

#endif
