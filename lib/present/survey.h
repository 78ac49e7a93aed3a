/* What the text and the page of a survey share. */
#ifndef SK_PRESENT_SURVEY_H
#define SK_PRESENT_SURVEY_H

#include "present/counts.h"

/* Questions belong to a theme, or tell who the respondents are. */
enum { SK_SURVEY_BACKGROUND = SCHAKEL_THEME_OTHER + 1, SK_SURVEY_CHAPTERS };
/* A question, chapter by chapter; begin with {0}. */
typedef struct sk_survey_place {
    size_t next; /* from which question of the chapter on */
    int chapter;
    const char *heading; /* of the chapter when this is its first question, else NULL */
    size_t index;
    schakel_question_result question;
} sk_survey_place;
/* Returns 0 when there are no more. */
int sk_next_survey_question(const sk_page *page, const schakel_survey_result *result, sk_survey_place *place);

/* "1100 mensen vulden de vragenlijst in." or that there are too few to show anything; each sentence between `before` and `after`. */
void sk_add_survey_lead(sk_page *page, const schakel_survey_result *result, const char *before,
                        const char *after);
/* What the question of the page is when it has no title. */
const char *sk_survey_title(const sk_page *page, const schakel_survey_summary *summary);
/* The choices that are counted together: "“ja” of “soms”" */
void sk_add_counted_choices(sk_page *page, const schakel_survey_result *result, size_t question);
/* "67% zegt “ja”: 737 van de 1100 mensen. ..." between `before` and `after`; nothing when there is nothing to tell. */
void sk_add_counted_sentence(sk_page *page, const schakel_survey_result *result, size_t question,
                             const char *before, const char *after);
/* "tussen 64% en 70%" */
void sk_add_between(sk_page *page, double low, double high);

/* Rows that stand together: one breakdown of one question. */
typedef struct sk_survey_section {
    size_t first, end;
} sk_survey_section;
/* The next section of a question that shows something, from section->end on. Returns 0 when there is none. */
int sk_next_survey_section(const schakel_survey_result *result, size_t question, sk_survey_section *section);
const char *sk_survey_section_heading(const sk_page *page, const schakel_survey_result *result,
                                      const sk_survey_section *section);
const char *sk_survey_group_word(const sk_page *page, const schakel_survey_row *row);
/* "meer dan de anderen" when a group differs; else NULL. */
const char *sk_survey_difference(const sk_page *page, const schakel_survey_result *result,
                                 const schakel_survey_row *row);
/* How to read it, and what is hidden; each sentence between `before` and `after`. */
void sk_add_survey_notes(sk_page *page, const schakel_survey_result *result, const char *before,
                         const char *after);

void sk_survey_html(sk_page *page, const schakel_survey_result *result);

#endif
