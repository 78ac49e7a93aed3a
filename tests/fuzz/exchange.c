/* Whatever the bytes: reading ends well or with an error, and what was read is written and read back. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/exchange.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition)
{
    if (!condition)
        abort();
}

static char *write_school(const schakel_school *school, size_t *length)
{
    char *text = NULL;
    require(schakel_school_to_json(school, &text, length, NULL) == SCHAKEL_OK);
    return text;
}

static void check_error(const schakel_error *error, schakel_status status, size_t size)
{
    require(error->status == status && status != SCHAKEL_NO_MEMORY && status != SCHAKEL_MISUSE);
    require(error->message[0] != '\0' && error->line > 0 && error->column > 0 && error->offset <= size);
    require(memchr(error->message, '\0', sizeof error->message) != NULL);
    require(memchr(error->path, '\0', sizeof error->path) != NULL);
}

/* All that is wrong has a place, in order; what is told first when reading stops there is among it. */
static void check_problems(const char *text, size_t size, const schakel_error *first)
{
    schakel_problems *problems = NULL;
    require(schakel_document_check(text, size, NULL, &problems, NULL) == SCHAKEL_OK);
    size_t count = schakel_problems_count(problems), before = 0;
    int has_first = first == NULL;
    require((count == 0) == (first == NULL));
    for (size_t i = 0; i < count; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        require(schakel_problems_get(problems, i, &error) == SCHAKEL_OK);
        check_error(&error, error.status, size);
        require(error.offset >= before);
        before = error.offset;
        has_first |=
            first != NULL && error.offset == first->offset && strcmp(error.message, first->message) == 0;
    }
    require(has_first);
    schakel_problems_destroy(problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = NULL;
    schakel_status status = schakel_school_from_json((const char *)data, size, NULL, &school, &error);
    if (status != SCHAKEL_OK) {
        check_error(&error, status, size);
        require(school == NULL);
        check_problems((const char *)data, size, &error);
        return 0;
    }
    check_problems((const char *)data, size, NULL);
    size_t length, again_length;
    char *text = write_school(school, &length);
    schakel_school *again = NULL;
    require(schakel_school_from_json(text, length, NULL, &again, NULL) == SCHAKEL_OK);
    char *again_text = write_school(again, &again_length);
    require(length == again_length && memcmp(text, again_text, length) == 0);
    schakel_buffer_free(again_text);
    schakel_buffer_free(text);
    schakel_school_destroy(again);
    schakel_school_destroy(school);
    return 0;
}
