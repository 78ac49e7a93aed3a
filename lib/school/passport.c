/* Offers and needs that come of answers in a passport. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "school/model.h"

/* The answer with an id to a question of a kind; NULL after filling *status. */
static schakel_answer *find_answer(schakel_school *school, const char *answer_id, schakel_question_kind kind,
                                   schakel_status *status, schakel_error *error)
{
    size_t index = schakel_school_find(school, SCHAKEL_KIND_ANSWER, answer_id);
    if (index == SCHAKEL_NONE) {
        *status = sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no answer with id \"%s\"", answer_id);
        return NULL;
    }
    schakel_answer *answer = sk_entry(school, SCHAKEL_KIND_ANSWER, index);
    const schakel_question *question = sk_find_entry(school, SCHAKEL_KIND_QUESTION, answer->question_id);
    if (question->kind != kind) {
        *status = sk_fail(error, SCHAKEL_INVALID, NULL, "expected an answer to a question for %s",
                          kind == SCHAKEL_QUESTION_OFFER ? "offers" : "needs");
        return NULL;
    }
    if (answer->offer_id != NULL || answer->need_id != NULL) {
        *status = sk_fail(error, SCHAKEL_DUPLICATE, NULL, "\"%s\" came of this answer already",
                          answer->offer_id != NULL ? answer->offer_id : answer->need_id);
        return NULL;
    }
    *status = SCHAKEL_OK;
    return answer;
}

schakel_status schakel_school_offer_from_answer(schakel_school *school, const char *answer_id,
                                                const schakel_offer *offer, schakel_error *error)
{
    schakel_offer full = SCHAKEL_OFFER_INIT;
    schakel_status status;
    if (school == NULL || answer_id == NULL || offer == NULL || !sk_record_in(offer, &full, sizeof full))
        return sk_fail_misuse(error, "expected a school, an answer and an offer with its struct_size");
    schakel_answer *answer = find_answer(school, answer_id, SCHAKEL_QUESTION_OFFER, &status, error);
    if (answer == NULL)
        return status;
    if (answer->by_adult_id == NULL)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "expected an answer of an adult");
    full.adult_id = answer->by_adult_id;
    if (full.text == NULL)
        full.text = answer->text;
    if (full.concept_count == 0) {
        full.concept_ids = answer->concept_ids;
        full.concept_count = answer->concept_count;
    }
    status = schakel_school_add_offer(school, &full, error);
    if (status == SCHAKEL_OK)
        answer->offer_id = sk_strings_find(&school->strings, full.id);
    return status;
}

/* A place for every concept of the answer. */
static schakel_status add_places(schakel_school *school, const schakel_answer *answer, const char *need_id,
                                 schakel_error *error)
{
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < answer->concept_count && status == SCHAKEL_OK; i++) {
        char id[24];
        schakel_place place = SCHAKEL_PLACE_INIT;
        snprintf(id, sizeof id, "p%zu", i + 1);
        place.need_id = need_id;
        place.id = id;
        place.concept_id = answer->concept_ids[i];
        status = schakel_school_add_place(school, &place, error);
    }
    return status;
}

schakel_status schakel_school_need_from_answer(schakel_school *school, const char *answer_id,
                                               const schakel_need *need, schakel_error *error)
{
    schakel_need full = SCHAKEL_NEED_INIT;
    schakel_status status;
    if (school == NULL || answer_id == NULL || need == NULL || !sk_record_in(need, &full, sizeof full))
        return sk_fail_misuse(error, "expected a school, an answer and a need with its struct_size");
    schakel_answer *answer = find_answer(school, answer_id, SCHAKEL_QUESTION_NEED, &status, error);
    if (answer == NULL)
        return status;
    if (full.title == NULL)
        full.title = answer->text;
    if (full.group_id == NULL)
        full.group_id = answer->group_id;
    status = schakel_school_add_need(school, &full, error);
    if (status != SCHAKEL_OK)
        return status;
    status = add_places(school, answer, full.id, error);
    /* A need without its places is half a need. */
    if (status != SCHAKEL_OK)
        schakel_school_remove(school, SCHAKEL_KIND_NEED, full.id, NULL);
    else
        answer->need_id = sk_strings_find(&school->strings, full.id);
    return status;
}
