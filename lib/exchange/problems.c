/* Everything that is wrong in a document, one record after another. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/strings.h"
#include "exchange/read.h"
#include "schakel/exchange.h"

struct schakel_problems {
    schakel_allocator allocator;
    schakel_error *list;
    size_t count, capacity;
    sk_strings lost;    /* the ids of the records that are wrong */
    int has_lost_an_id; /* is one of them without an id? */
};

/* -------------------------------------------------------------------- keeping */

static int keep(schakel_problems *problems, const schakel_error *error)
{
    if (!sk_grow(&problems->allocator, &problems->list, &problems->capacity, problems->count + 1,
                 sizeof *problems->list))
        return 0;
    problems->list[problems->count++] = *error;
    return 1;
}

/* Is what is not there a record that was lost, or may it be? Then it is known already what is wrong. */
static int misses_lost_record(const sk_reader *reader)
{
    const schakel_error *error = &reader->error;
    if (error->status != SCHAKEL_NOT_FOUND)
        return 0;
    if (reader->problems->has_lost_an_id)
        return 1;
    cJSON *id = sk_tree_parse(reader->text + error->offset, reader->length - error->offset, NULL);
    int is_lost = cJSON_IsString(id) && sk_strings_find(&reader->problems->lost, id->valuestring) != NULL;
    cJSON_Delete(id);
    return is_lost;
}

int sk_go_on(sk_reader *reader, const cJSON *record)
{
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(record, "id");
    if (reader->problems == NULL || reader->error.status == SCHAKEL_NO_MEMORY)
        return 0;
    if (!misses_lost_record(reader) && !keep(reader->problems, &reader->error))
        return sk_refuse_memory(reader);
    if (!cJSON_IsString(id)) {
        reader->problems->has_lost_an_id |= record != NULL;
        return 1;
    }
    return sk_strings_intern(&reader->problems->lost, id->valuestring) != NULL || sk_refuse_memory(reader);
}

static int by_place(const void *a, const void *b)
{
    const schakel_error *left = a, *right = b;
    return (left->offset > right->offset) - (left->offset < right->offset);
}

/* --------------------------------------------------------------------- public */

schakel_status schakel_document_check(const char *json, size_t length, const schakel_allocator *allocator,
                                      schakel_problems **out, schakel_error *error)
{
    schakel_allocator own;
    schakel_school *school = NULL;
    schakel_error last = SCHAKEL_ERROR_INIT;
    if (out != NULL)
        *out = NULL;
    if (out == NULL || (json == NULL && length > 0) || !sk_allocator_resolve(allocator, &own))
        return sk_fail_misuse(error, "expected a text, a place to put the problems and a whole allocator");
    schakel_problems *problems = sk_alloc_zeroed(&own, 1, sizeof *problems);
    if (problems == NULL)
        return sk_fail_memory(error);
    problems->allocator = own;
    sk_strings_init(&problems->lost, &problems->allocator);
    schakel_status status = sk_read_school(json, length, &own, problems, &school, &last);
    schakel_school_destroy(school);
    /* What ended the reading, such as a comma too many. */
    if (status == SCHAKEL_NO_MEMORY || (status != SCHAKEL_OK && !keep(problems, &last))) {
        schakel_problems_destroy(problems);
        return sk_fail_memory(error);
    }
    if (problems->count > 0)
        qsort(problems->list, problems->count, sizeof *problems->list, by_place);
    *out = problems;
    return SCHAKEL_OK;
}

size_t schakel_problems_count(const schakel_problems *problems)
{
    return problems == NULL ? 0 : problems->count;
}

schakel_status schakel_problems_get(const schakel_problems *problems, size_t index, schakel_error *out)
{
    if (index >= schakel_problems_count(problems) || out == NULL ||
        !sk_record_out(out, &problems->list[index], sizeof *out))
        return SCHAKEL_MISUSE;
    return SCHAKEL_OK;
}

void schakel_problems_destroy(schakel_problems *problems)
{
    if (problems == NULL)
        return;
    schakel_allocator allocator = problems->allocator;
    sk_strings_destroy(&problems->lost);
    sk_free(&allocator, problems->list);
    sk_free(&allocator, problems);
}
