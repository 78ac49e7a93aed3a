/* What came out of a survey: counting, comparing, and the public calls. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "insight/statistics.h"
#include "insight/survey_hide.h"
#include "insight/table.h"

/* A row, and which of the comparisons is its own; SCHAKEL_NONE when there is nobody to compare with. */
typedef struct result_row {
    schakel_survey_row record;
    size_t test;
} result_row;

typedef struct result_question {
    schakel_question_result record;
    schakel_choice_result *choices;
} result_question;

struct schakel_survey_result {
    schakel_allocator allocator;
    sk_strings strings;
    sk_arena arena;
    schakel_survey_summary summary;
    result_question *questions;
    size_t question_count;
    result_row *rows;
    size_t row_count;
};

typedef struct counting {
    schakel_survey_result *result;
    sk_answers answers;
    sk_arena arena; /* for what is needed no longer than counting takes */
    sk_shown shown;
    sk_test *tests;
    size_t test_count;
} counting;

/* The result's own copy of a text. NULL gives NULL; what finds no memory sets *fine to 0. */
static const char *keep(counting *c, const char *text, int *fine)
{
    const char *kept = text != NULL ? sk_strings_intern(&c->result->strings, text) : NULL;
    *fine &= text == NULL || kept != NULL;
    return kept;
}

static double share_of(size_t count, size_t n)
{
    return n != 0 ? (double)count / (double)n : 0;
}

/* ------------------------------------------------------------------ questions */

static int fill_choice(counting *c, size_t question, size_t choice, schakel_choice_result *out)
{
    const sk_question *from = &c->answers.questions[question];
    const sk_shown_question *shown = &c->shown.questions[question];
    int fine = 1;
    *out = (schakel_choice_result)SCHAKEL_CHOICE_RESULT_INIT;
    out->choice = keep(c, from->record.choices[choice], &fine);
    out->counted = from->choice_counted[choice];
    out->hidden = shown->choice_hidden[choice] || c->result->summary.hidden;
    if (!out->hidden) {
        out->count = from->choice_people[choice];
        out->share = share_of(out->count, shown->n);
        schakel_share_interval(out->count, shown->n, &out->low, &out->high);
    }
    return fine;
}

static int fill_question(counting *c, size_t index, result_question *out)
{
    const sk_question *from = &c->answers.questions[index];
    const sk_shown_question *shown = &c->shown.questions[index];
    schakel_question_result *record = &out->record;
    int fine = 1;
    *record = (schakel_question_result)SCHAKEL_QUESTION_RESULT_INIT;
    record->question_id = keep(c, from->record.id, &fine);
    record->text = keep(c, from->record.text, &fine);
    record->theme = from->record.theme;
    record->background = from->record.background;
    record->hidden = shown->hidden || c->result->summary.hidden;
    record->n = record->hidden ? 0 : shown->n;
    record->choice_count = from->record.choice_count;
    record->has_counted = from->record.counted_count != 0;
    record->counted_hidden = record->has_counted && (shown->counted_hidden || record->hidden);
    if (record->has_counted && !record->counted_hidden) {
        record->counted = from->all.people[SK_COUNTED];
        record->share = share_of(record->counted, record->n);
        schakel_share_interval(record->counted, record->n, &record->low, &record->high);
    }
    out->choices = sk_arena_array(&c->result->arena, record->choice_count, sizeof *out->choices, 0);
    for (size_t i = 0; out->choices != NULL && i < record->choice_count; i++)
        fine &= fill_choice(c, index, i, &out->choices[i]);
    return fine && out->choices != NULL;
}

static int fill_questions(counting *c)
{
    schakel_survey_result *result = c->result;
    size_t count = c->answers.question_count;
    result->questions = sk_arena_array(&result->arena, count, sizeof *result->questions, 0);
    if (result->questions == NULL)
        return 0;
    for (; result->question_count < count; result->question_count++)
        if (!fill_question(c, result->question_count, &result->questions[result->question_count]))
            return 0;
    return 1;
}

/* ----------------------------------------------------------------------- rows */

static const sk_shown_table *table_at(const counting *c, size_t breakdown, size_t question)
{
    return &c->shown.tables[breakdown * c->answers.question_count + question];
}

/* Compare a group with everybody else it is counted among, and keep the test. */
static void compare(counting *c, const schakel_question_result *question, result_row *row)
{
    schakel_survey_row *record = &row->record;
    size_t everybody = record->with_skipped ? c->answers.response_count : question->n;
    size_t others = everybody - record->n;
    if (others == 0)
        return;
    record->p =
        schakel_groups_differ(record->counted, record->n, question->counted - record->counted, others);
    row->test = c->test_count;
    c->tests[c->test_count++] = (sk_test){row->test, record->p, 1};
}

static void add_row(counting *c, const sk_shown_table *table, size_t group, schakel_survey_row record)
{
    result_row *row = &c->result->rows[c->result->row_count++];
    const sk_parts *parts = &table->cells[group];
    row->record = record;
    row->test = SCHAKEL_NONE;
    row->record.hidden = group < table->hidden_count;
    row->record.with_skipped = !row->record.hidden && table->with_skipped;
    if (row->record.hidden)
        return;
    row->record.counted = parts->people[SK_COUNTED];
    row->record.n = parts->people[SK_COUNTED] + parts->people[SK_OTHER];
    row->record.share = share_of(row->record.counted, row->record.n);
    schakel_share_interval(row->record.counted, row->record.n, &row->record.low, &row->record.high);
    const schakel_question_result *question = &c->result->questions[record.question].record;
    if (table->group_count == 2 && group == 1 && table->hidden_count == 0) {
        /* Two groups are each other's others: that is one comparison, not two. */
        row->test = row[-1].test;
        row->record.p = row[-1].record.p;
    } else {
        compare(c, question, row);
    }
}

static int as_listed(const void *a, const void *b)
{
    const schakel_survey_row *left = &((const result_row *)a)->record,
                             *right = &((const result_row *)b)->record;
    if (left->hidden != right->hidden)
        return left->hidden - right->hidden;
    if (left->n != right->n)
        return left->n > right->n ? -1 : 1;
    return strcmp(left->key, right->key);
}

static void add_rows(counting *c, size_t question, size_t index)
{
    const sk_breakdown *breakdown = &c->answers.breakdowns[index];
    const sk_shown_table *table = table_at(c, index, question);
    result_row *first = c->result->rows + c->result->row_count;
    if (table->cells == NULL)
        return;
    schakel_survey_row record = SCHAKEL_SURVEY_ROW_INIT;
    record.question = question;
    record.breakdown = breakdown->kind;
    if (breakdown->question != SCHAKEL_NONE)
        record.background_id = c->result->questions[breakdown->question].record.question_id;
    for (size_t i = 0; i < breakdown->group_count; i++) {
        record.key = breakdown->groups[i].key;
        add_row(c, table, i, record);
    }
    qsort(first, breakdown->group_count, sizeof *first, as_listed);
}

static void adjust(counting *c)
{
    schakel_survey_result *result = c->result;
    sk_holm(c->tests, c->test_count);
    for (size_t i = 0; i < result->row_count; i++) {
        result_row *row = &result->rows[i];
        if (row->test == SCHAKEL_NONE)
            continue;
        row->record.p_adjusted = c->tests[row->test].adjusted;
        row->record.differs = row->record.p_adjusted < 0.05;
    }
    result->summary.comparisons = c->test_count;
}

static int fill_rows(counting *c)
{
    schakel_survey_result *result = c->result;
    size_t count = 0, questions = c->answers.question_count, breakdowns = c->answers.breakdown_count;
    for (size_t i = 0; i < questions * breakdowns; i++)
        count += c->shown.tables[i].cells != NULL ? c->shown.tables[i].group_count : 0;
    result->rows = sk_arena_array(&result->arena, count, sizeof *result->rows, 0);
    c->tests = sk_arena_array(&c->arena, count, sizeof *c->tests, 0);
    if (result->rows == NULL || c->tests == NULL)
        return 0;
    for (size_t q = 0; q < questions && !result->summary.hidden; q++)
        for (size_t b = 0; b < breakdowns; b++)
            add_rows(c, q, b);
    adjust(c);
    return 1;
}

/* --------------------------------------------------------------- public calls */

static int fill(counting *c, const schakel_school *school, size_t survey, size_t min_cell)
{
    schakel_survey_summary *summary = &c->result->summary;
    int fine = 1;
    if (!sk_answers_gather(&c->answers, school, survey, &c->result->strings) ||
        !sk_answers_hide(&c->answers, min_cell, &c->arena, &c->shown))
        return 0;
    summary->survey_id = keep(c, c->answers.survey.id, &fine);
    summary->title = keep(c, c->answers.survey.title, &fine);
    summary->anonymous = c->answers.survey.anonymous;
    summary->min_cell = (int32_t)min_cell;
    summary->hidden = c->answers.response_count != 0 && c->answers.response_count < min_cell;
    summary->responses = summary->hidden ? 0 : c->answers.response_count;
    return fine && fill_questions(c) && fill_rows(c);
}

static schakel_survey_result *make_result(const schakel_allocator *allocator)
{
    const schakel_survey_summary nothing = SCHAKEL_SURVEY_SUMMARY_INIT;
    schakel_survey_result *result = sk_alloc_zeroed(allocator, 1, sizeof *result);
    if (result == NULL)
        return NULL;
    result->allocator = *allocator;
    result->summary = nothing;
    sk_strings_init(&result->strings, &result->allocator);
    sk_arena_init(&result->arena, &result->allocator);
    return result;
}

schakel_status schakel_survey_count(const schakel_school *school, const char *survey_id,
                                    const schakel_survey_options *options, schakel_survey_result **out,
                                    schakel_error *error)
{
    schakel_survey_options used = SCHAKEL_SURVEY_OPTIONS_INIT;
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the result");
    *out = NULL;
    if (school == NULL || survey_id == NULL)
        return sk_fail_misuse(error, "expected a school and the id of a survey");
    if (options != NULL && !sk_record_in(options, &used, sizeof used))
        return sk_fail_misuse(error, "expected options with their struct_size");
    schakel_status status = sk_check_min_cell(error, used.min_cell);
    if (status != SCHAKEL_OK)
        return status;
    size_t survey = schakel_school_find(school, SCHAKEL_KIND_SURVEY, survey_id);
    if (survey == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, "/survey", "there is no survey \"%s\"", survey_id);
    counting c = {.result = make_result(sk_handle_allocator(school))};
    if (c.result == NULL)
        return sk_fail_memory(error);
    sk_arena_init(&c.arena, sk_handle_allocator(school));
    int fine = fill(&c, school, survey, (size_t)used.min_cell);
    sk_answers_destroy(&c.answers);
    sk_arena_destroy(&c.arena);
    if (!fine) {
        schakel_survey_result_destroy(c.result);
        return sk_fail_memory(error);
    }
    *out = c.result;
    return SCHAKEL_OK;
}

void schakel_survey_result_destroy(schakel_survey_result *result)
{
    if (result == NULL)
        return;
    schakel_allocator allocator = result->allocator;
    sk_arena_destroy(&result->arena);
    sk_strings_destroy(&result->strings);
    sk_free(&allocator, result);
}

schakel_status schakel_survey_result_get_summary(const schakel_survey_result *result,
                                                 schakel_survey_summary *out)
{
    if (result == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &result->summary, sizeof result->summary) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_survey_result_question_count(const schakel_survey_result *result)
{
    return result != NULL ? result->question_count : 0;
}

schakel_status schakel_survey_result_get_question(const schakel_survey_result *result, size_t index,
                                                  schakel_question_result *out)
{
    if (result == NULL || out == NULL || index >= result->question_count)
        return SCHAKEL_MISUSE;
    const schakel_question_result *record = &result->questions[index].record;
    return sk_record_out(out, record, sizeof *record) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

schakel_status schakel_survey_result_get_choice(const schakel_survey_result *result, size_t question_index,
                                                size_t choice_index, schakel_choice_result *out)
{
    if (result == NULL || out == NULL || question_index >= result->question_count)
        return SCHAKEL_MISUSE;
    const result_question *question = &result->questions[question_index];
    if (choice_index >= question->record.choice_count)
        return SCHAKEL_MISUSE;
    const schakel_choice_result *record = &question->choices[choice_index];
    return sk_record_out(out, record, sizeof *record) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_survey_result_row_count(const schakel_survey_result *result)
{
    return result != NULL ? result->row_count : 0;
}

schakel_status schakel_survey_result_get_row(const schakel_survey_result *result, size_t index,
                                             schakel_survey_row *out)
{
    if (result == NULL || out == NULL || index >= result->row_count)
        return SCHAKEL_MISUSE;
    const schakel_survey_row *record = &result->rows[index].record;
    return sk_record_out(out, record, sizeof *record) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
