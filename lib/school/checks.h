/* What no single member of a record tells: see sk_shape.check. Also the tables of every kind. */
#ifndef SK_SCHOOL_CHECKS_H
#define SK_SCHOOL_CHECKS_H

#include "school/shape.h"

void sk_check_staff(struct sk_adding *a, void *record);
void sk_check_school(struct sk_adding *a, void *record);
void sk_check_period(struct sk_adding *a, void *record);
void sk_check_concept(struct sk_adding *a, void *record);
void sk_check_window(struct sk_adding *a, void *record);
void sk_check_exception(struct sk_adding *a, void *record);
void sk_check_adult(struct sk_adding *a, void *record);
void sk_check_offer(struct sk_adding *a, void *record);
void sk_check_place(struct sk_adding *a, void *record);
void sk_check_need(struct sk_adding *a, void *record);
void sk_check_ask(struct sk_adding *a, void *record);
void sk_check_member(struct sk_adding *a, void *record);
void sk_check_note(struct sk_adding *a, void *record);
void sk_check_activity(struct sk_adding *a, void *record);
void sk_check_team(struct sk_adding *a, void *record);
void sk_check_cycle_entry(struct sk_adding *a, void *record);
void sk_check_talk(struct sk_adding *a, void *record);
void sk_check_agreement(struct sk_adding *a, void *record);
void sk_check_contact(struct sk_adding *a, void *record);
void sk_check_answer(struct sk_adding *a, void *record);
void sk_check_wish(struct sk_adding *a, void *record);
void sk_check_rung(struct sk_adding *a, void *record);
void sk_check_case(struct sk_adding *a, void *record);
void sk_check_consent(struct sk_adding *a, void *record);
void sk_check_survey(struct sk_adding *a, void *record);
void sk_check_survey_question(struct sk_adding *a, void *record);
void sk_check_response(struct sk_adding *a, void *record);
void sk_check_block(struct sk_adding *a, void *record);
void sk_check_interpreter_block(struct sk_adding *a, void *record);
void sk_check_round_wish(struct sk_adding *a, void *record);

/* Words that more than one table has. */
extern const char *const sk_yes_no[SCHAKEL_NO + 1]; /* by schakel_answered */
extern const char *const sk_activity_kinds[SCHAKEL_ACTIVITY_OTHER + 1];
extern const char *const sk_child_parts[SCHAKEL_CHILD_LEADS + 1];
extern const char *const sk_channels[SCHAKEL_CHANNEL_NEWSLETTER + 1]; /* by schakel_channel */

extern const sk_shape sk_tie_shape, sk_place_shape, sk_step_shape, sk_note_shape;
extern const sk_shape sk_staff_shape, sk_group_shape, sk_concept_shape, sk_adult_shape, sk_child_shape,
    sk_offer_shape, sk_need_shape, sk_ask_shape, sk_consent_shape, sk_cycle_entry_shape, sk_question_shape,
    sk_wish_shape, sk_series_shape, sk_team_shape, sk_activity_shape, sk_answer_shape, sk_rung_shape,
    sk_case_shape, sk_talk_shape, sk_agreement_shape, sk_contact_shape, sk_survey_shape,
    sk_survey_question_shape, sk_response_shape, sk_round_shape, sk_round_wish_shape;

#endif
