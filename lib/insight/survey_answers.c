/* Gathering who answered what. */
#include "insight/survey_answers.h"

#include <stdlib.h>
#include <string.h>

#include "insight/table.h"

typedef struct gathering {
    sk_answers *answers;
    const schakel_school *school;
    sk_strings *strings;
    size_t *position; /* by question of the school: its place among those of the survey, or SCHAKEL_NONE */
} gathering;

/* ----------------------------------------------------------------- questions */

static int lists(const char *const *texts, size_t count, const char *text)
{
    size_t i = 0;
    while (i < count && strcmp(texts[i], text) != 0)
        i++;
    return i < count;
}

static void add_question(sk_answers *answers, const schakel_survey_question *record)
{
    sk_question *question = &answers->questions[answers->question_count++];
    question->record = *record;
    for (size_t i = 0; i < record->choice_count; i++)
        question->choice_counted[i] = lists(record->counted, record->counted_count, record->choices[i]);
}

static int gather_questions(gathering *g)
{
    sk_answers *answers = g->answers;
    size_t count = schakel_school_count(g->school, SCHAKEL_KIND_SURVEY_QUESTION);
    answers->questions = sk_arena_array(&answers->arena, count, sizeof *answers->questions, 0);
    g->position = sk_arena_array(&answers->arena, count, sizeof *g->position, 0xFF);
    if (answers->questions == NULL || g->position == NULL)
        return 0;
    for (int theme = SCHAKEL_THEME_ROLE; theme <= SCHAKEL_THEME_OTHER; theme++)
        for (size_t i = 0; i < count; i++) {
            schakel_survey_question record = SCHAKEL_SURVEY_QUESTION_INIT;
            schakel_school_get_survey_question(g->school, i, &record);
            if ((int)record.theme != theme || strcmp(record.survey_id, answers->survey.id) != 0)
                continue;
            g->position[i] = answers->question_count;
            add_question(answers, &record);
        }
    return 1;
}

int sk_question_has_rows(const sk_question *question)
{
    return question->record.counted_count != 0 && !question->record.background;
}

/* ----------------------------------------------------------------- responses */

static int gather_responses(gathering *g)
{
    sk_answers *answers = g->answers;
    size_t count = schakel_school_count(g->school, SCHAKEL_KIND_RESPONSE);
    answers->responses = sk_arena_array(&answers->arena, count, sizeof *answers->responses, 0);
    for (size_t i = 0; answers->responses != NULL && i < count; i++) {
        schakel_response response = SCHAKEL_RESPONSE_INIT;
        schakel_school_get_response(g->school, i, &response);
        if (strcmp(response.survey_id, answers->survey.id) == 0)
            answers->responses[answers->response_count++] = i;
    }
    return answers->responses != NULL;
}

static size_t choice_of(const schakel_survey_question *question, const char *choice)
{
    size_t i = 0;
    while (strcmp(question->choices[i], choice) != 0)
        i++;
    return i;
}

/* What a response says to the questions, in their order: the parts, and the choices that were counted. */
static void count_replies(gathering *g, const schakel_response *response, unsigned char *parts)
{
    for (size_t i = 0; i < response->reply_count; i++) {
        const schakel_reply *reply = &response->replies[i];
        size_t place =
            g->position[schakel_school_find(g->school, SCHAKEL_KIND_SURVEY_QUESTION, reply->question_id)];
        sk_question *question = &g->answers->questions[place];
        size_t choice = choice_of(&question->record, reply->choice);
        question->choice_people[choice]++;
        parts[place] = question->choice_counted[choice] ? SK_COUNTED : SK_OTHER;
    }
    for (size_t i = 0; i < g->answers->question_count; i++)
        g->answers->questions[i].all.people[parts[i]]++;
}

/* ----------------------------------------------------------------- breakdowns */

static const char *role_key(const schakel_school *school, const schakel_response *response)
{
    static const char *const told[] = {[SCHAKEL_RESPONDENT_UNKNOWN] = "unknown",
                                       [SCHAKEL_RESPONDENT_MOTHER] = "mother",
                                       [SCHAKEL_RESPONDENT_FATHER] = "father",
                                       [SCHAKEL_RESPONDENT_PARENT] = "parent",
                                       [SCHAKEL_RESPONDENT_OTHER] = "other"};
    if (response->adult_id == NULL)
        return told[response->role];
    return sk_role_name(
        sk_role_of_adult(school, schakel_school_find(school, SCHAKEL_KIND_ADULT, response->adult_id)));
}

static const char *reply_key(const schakel_response *response, const char *question_id)
{
    for (size_t i = 0; i < response->reply_count; i++)
        if (strcmp(response->replies[i].question_id, question_id) == 0)
            return response->replies[i].choice;
    return "";
}

/* Somebody who is named; else somebody of whom only the language is known, if that. */
static schakel_adult respondent(const schakel_school *school, const schakel_response *response,
                                schakel_language_skill *skill)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    *skill = (schakel_language_skill){response->language, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN};
    if (response->adult_id != NULL)
        schakel_school_get_adult(school, schakel_school_find(school, SCHAKEL_KIND_ADULT, response->adult_id),
                                 &adult);
    else if (response->language != NULL) {
        adult.languages = skill;
        adult.language_count = 1;
    }
    return adult;
}

/* The group of a response. What is made up is written in `subtag`. */
static const char *key_of(const gathering *g, const sk_breakdown *breakdown, const schakel_response *response,
                          char subtag[SK_SUBTAG_SIZE])
{
    schakel_language_skill skill;
    if (breakdown->kind == SCHAKEL_BY_ROLE)
        return role_key(g->school, response);
    if (breakdown->kind == SCHAKEL_BY_BACKGROUND)
        return reply_key(response, g->answers->questions[breakdown->question].record.id);
    schakel_adult adult = respondent(g->school, response, &skill);
    if (breakdown->kind == SCHAKEL_BY_READING)
        return sk_reading_name(sk_reading_of_adult(&adult));
    sk_language_of_adult(&adult, subtag);
    return subtag;
}

/* Put a response in its group. Returns 0 when memory ran out. */
static int add_to_group(gathering *g, sk_breakdown *breakdown, const schakel_response *response,
                        uint32_t *group)
{
    char subtag[SK_SUBTAG_SIZE];
    const char *key = sk_strings_intern(g->strings, key_of(g, breakdown, response, subtag));
    size_t i = 0;
    while (i < breakdown->group_count && breakdown->groups[i].key != key)
        i++;
    if (key == NULL || !sk_grow(g->answers->allocator, &breakdown->groups, &breakdown->group_capacity, i + 1,
                                sizeof *breakdown->groups))
        return 0;
    if (i == breakdown->group_count)
        breakdown->groups[breakdown->group_count++] = (sk_group){key, 0, i};
    breakdown->groups[i].people++;
    *group = (uint32_t)i;
    return 1;
}

static int by_people(const void *a, const void *b)
{
    const sk_group *left = a, *right = b;
    if (left->people != right->people)
        return left->people < right->people ? -1 : 1;
    return strcmp(left->key, right->key);
}

/* Whatever the order in which they were found. */
static int put_groups_in_order(sk_answers *answers, sk_breakdown *breakdown)
{
    uint32_t *place = sk_arena_array(&answers->arena, breakdown->group_count, sizeof *place, 0);
    if (place == NULL)
        return 0;
    if (breakdown->group_count != 0)
        qsort(breakdown->groups, breakdown->group_count, sizeof *breakdown->groups, by_people);
    for (size_t i = 0; i < breakdown->group_count; i++)
        place[breakdown->groups[i].found] = (uint32_t)i;
    for (size_t i = 0; i < answers->response_count; i++)
        breakdown->of_response[i] = place[breakdown->of_response[i]];
    return 1;
}

static int gather_breakdowns(gathering *g)
{
    sk_answers *answers = g->answers;
    static const schakel_breakdown fixed[] = {SCHAKEL_BY_ROLE, SCHAKEL_BY_LANGUAGE, SCHAKEL_BY_READING};
    enum { FIXED = sizeof fixed / sizeof fixed[0] };
    /* How people read is known of those who are known by name alone. */
    size_t kept = answers->survey.anonymous ? FIXED - 1 : FIXED;
    answers->breakdowns =
        sk_arena_array(&answers->arena, FIXED + answers->question_count, sizeof *answers->breakdowns, 0);
    if (answers->breakdowns == NULL)
        return 0;
    for (size_t i = 0; i < kept; i++)
        answers->breakdowns[answers->breakdown_count++] =
            (sk_breakdown){fixed[i], SCHAKEL_NONE, NULL, 0, 0, NULL};
    for (size_t i = 0; i < answers->question_count; i++)
        if (answers->questions[i].record.background)
            answers->breakdowns[answers->breakdown_count++] =
                (sk_breakdown){SCHAKEL_BY_BACKGROUND, i, NULL, 0, 0, NULL};
    for (size_t i = 0; i < answers->breakdown_count; i++) {
        sk_breakdown *breakdown = &answers->breakdowns[i];
        breakdown->of_response =
            sk_arena_array(&answers->arena, answers->response_count, sizeof *breakdown->of_response, 0);
        if (breakdown->of_response == NULL)
            return 0;
    }
    return 1;
}

/* ------------------------------------------------------------------- the whole */

static int gather_answers(gathering *g)
{
    sk_answers *answers = g->answers;
    if (!gather_questions(g) || !gather_responses(g) || !gather_breakdowns(g))
        return 0;
    answers->parts = sk_arena_array(&answers->arena, answers->response_count,
                                    answers->question_count == 0 ? 1 : answers->question_count, SK_SKIPPED);
    if (answers->parts == NULL)
        return 0;
    for (size_t i = 0; i < answers->response_count; i++) {
        schakel_response response = SCHAKEL_RESPONSE_INIT;
        schakel_school_get_response(g->school, answers->responses[i], &response);
        count_replies(g, &response, answers->parts + i * answers->question_count);
        for (size_t b = 0; b < answers->breakdown_count; b++)
            if (!add_to_group(g, &answers->breakdowns[b], &response, &answers->breakdowns[b].of_response[i]))
                return 0;
    }
    for (size_t b = 0; b < answers->breakdown_count; b++)
        if (!put_groups_in_order(answers, &answers->breakdowns[b]))
            return 0;
    return 1;
}

int sk_answers_gather(sk_answers *answers, const schakel_school *school, size_t survey, sk_strings *strings)
{
    gathering g = {answers, school, strings, NULL};
    *answers = (sk_answers){.allocator = sk_handle_allocator(school), .survey = SCHAKEL_SURVEY_INIT};
    sk_arena_init(&answers->arena, answers->allocator);
    schakel_school_get_survey(school, survey, &answers->survey);
    return gather_answers(&g);
}

void sk_answers_destroy(sk_answers *answers)
{
    for (size_t i = 0; i < answers->breakdown_count; i++)
        sk_free(answers->allocator, answers->breakdowns[i].groups);
    sk_arena_destroy(&answers->arena);
}

void sk_answers_cross(const sk_answers *answers, const sk_breakdown *breakdown, size_t question,
                      sk_parts *cells)
{
    for (size_t i = 0; i < answers->response_count; i++)
        cells[breakdown->of_response[i]].people[answers->parts[i * answers->question_count + question]]++;
}
