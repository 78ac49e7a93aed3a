/* What no single member of a survey's records tells. */
#include <string.h>

#include "school/adding.h"
#include "school/checks.h"

static int lists(const char *const *texts, size_t count, const char *text)
{
    size_t i = 0;
    while (i < count && strcmp(texts[i], text) != 0)
        i++;
    return i < count;
}

/* An item of a list that is wrong. */
static void refuse_item(struct sk_adding *a, const char *list, size_t index, const char *member,
                        schakel_status status, const char *what)
{
    a->list = list;
    a->index = index;
    sk_adding_refuse(a, status, member, "%s", what);
}

static void check_distinct(struct sk_adding *a, const char *list, const char *const *texts, size_t count)
{
    for (size_t i = 1; i < count && a->status == SCHAKEL_OK; i++)
        if (lists(texts, i, texts[i]))
            refuse_item(a, list, i, "", SCHAKEL_DUPLICATE, "the same text is there twice");
}

void sk_check_survey(struct sk_adding *a, void *record)
{
    const schakel_survey *survey = record;
    if (survey->first != SCHAKEL_NO_DATE && survey->last != SCHAKEL_NO_DATE && survey->last < survey->first)
        sk_adding_refuse(a, SCHAKEL_INVALID, "last", "expected a last day that is not before the first");
}

void sk_check_survey_question(struct sk_adding *a, void *record)
{
    const schakel_survey_question *question = record;
    if (question->choice_count < SCHAKEL_CHOICES_MIN || question->choice_count > SCHAKEL_CHOICES_MAX) {
        sk_adding_refuse(a, SCHAKEL_INVALID, "choices", "expected %d to %d choices, found %zu",
                         SCHAKEL_CHOICES_MIN, SCHAKEL_CHOICES_MAX, question->choice_count);
        return;
    }
    check_distinct(a, "choices", question->choices, question->choice_count);
    for (size_t i = 0; i < question->counted_count && a->status == SCHAKEL_OK; i++)
        if (!lists(question->choices, question->choice_count, question->counted[i]))
            refuse_item(a, "counted", i, "", SCHAKEL_INVALID, "expected one of the choices");
    check_distinct(a, "counted", question->counted, question->counted_count);
}

static void check_reply(struct sk_adding *a, const schakel_response *response, size_t index)
{
    const schakel_reply *reply = &response->replies[index];
    const schakel_survey_question *question =
        sk_find_entry(a->school, SCHAKEL_KIND_SURVEY_QUESTION, reply->question_id);
    if (question->survey_id != response->survey_id)
        refuse_item(a, "replies", index, "question", SCHAKEL_INVALID,
                    "expected a question of the same survey");
    else if (!lists(question->choices, question->choice_count, reply->choice))
        refuse_item(a, "replies", index, "choice", SCHAKEL_INVALID, "expected one of the question's choices");
    for (size_t i = 0; i < index && a->status == SCHAKEL_OK; i++)
        if (response->replies[i].question_id == reply->question_id)
            refuse_item(a, "replies", index, "question", SCHAKEL_DUPLICATE, "this question is there twice");
}

void sk_check_response(struct sk_adding *a, void *record)
{
    const schakel_response *response = record;
    const schakel_survey *survey = sk_find_entry(a->school, SCHAKEL_KIND_SURVEY, response->survey_id);
    if (survey->anonymous && response->adult_id != NULL)
        sk_adding_refuse(a, SCHAKEL_INVALID, "adult", "expected none, since the survey is anonymous");
    else if (response->adult_id != NULL && response->role != SCHAKEL_RESPONDENT_UNKNOWN)
        sk_adding_refuse(a, SCHAKEL_INVALID, "role", "expected none, since it is known who answered");
    else if (response->adult_id != NULL && response->language != NULL)
        sk_adding_refuse(a, SCHAKEL_INVALID, "language", "expected none, since it is known who answered");
    for (size_t i = 0; i < response->reply_count && a->status == SCHAKEL_OK; i++)
        check_reply(a, response, i);
}
