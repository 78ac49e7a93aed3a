/* What of a survey is shown. */
#ifndef SK_INSIGHT_SURVEY_HIDE_H
#define SK_INSIGHT_SURVEY_HIDE_H

#include "insight/survey_answers.h"

typedef struct sk_shown_question {
    int hidden; /* nothing is shown */
    int counted_hidden;
    int few_skipped; /* so few that they count as having given another answer */
    size_t n;
    int choice_hidden[SCHAKEL_CHOICES_MAX];
} sk_shown_question;

/* A breakdown of a question: its groups in three parts. */
typedef struct sk_shown_table {
    sk_parts *cells;
    size_t group_count;
    size_t hidden_count; /* how many groups are hidden: the smallest */
    int with_skipped;    /* who skipped the question counts as having given another answer */
} sk_shown_table;

typedef struct sk_shown {
    sk_shown_question *questions;
    sk_shown_table *tables; /* by breakdown, then question; one without cells has no rows */
} sk_shown;

/* Find out what may be shown, of at least min_cell responses. Returns 0 when memory ran out; it lies in the arena. */
int sk_answers_hide(const sk_answers *answers, size_t min_cell, sk_arena *arena, sk_shown *shown);

#endif
