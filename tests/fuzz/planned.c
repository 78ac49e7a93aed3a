/* Whatever the bytes: a plan is read or refused with a place, and what was read is written and read back the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "schakel/exchange.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition)
{
    if (!condition)
        abort();
}

static void check_error(const schakel_error *error, schakel_status status, size_t size)
{
    require(error->status == status && status != SCHAKEL_NO_MEMORY && status != SCHAKEL_MISUSE);
    require(error->message[0] != '\0' && error->line > 0 && error->column > 0 && error->offset <= size);
    require(memchr(error->message, '\0', sizeof error->message) != NULL);
    require(memchr(error->path, '\0', sizeof error->path) != NULL);
}

/* Written without the library. */
static char *write_plan(const schakel_planned *planned, size_t count)
{
    cJSON *top = cJSON_CreateObject(), *asks = cJSON_AddArrayToObject(top, "asks");
    for (size_t i = 0; i < count; i++) {
        cJSON *ask = cJSON_CreateObject();
        cJSON_AddStringToObject(ask, "need", planned[i].need_id);
        cJSON_AddStringToObject(ask, "place", planned[i].place_id);
        cJSON_AddStringToObject(ask, "adult", planned[i].adult_id);
        cJSON_AddItemToArray(asks, ask);
    }
    char *text = cJSON_PrintUnformatted(top);
    cJSON_Delete(top);
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_planned *planned = NULL, *again = NULL;
    size_t count = 0, again_count = 0;
    schakel_status status =
        schakel_planned_from_json((const char *)data, size, NULL, &planned, &count, &error);
    if (status != SCHAKEL_OK) {
        check_error(&error, status, size);
        require(planned == NULL && count == 0);
        return 0;
    }
    char *text = write_plan(planned, count);
    require(text != NULL);
    require(schakel_planned_from_json(text, strlen(text), NULL, &again, &again_count, NULL) == SCHAKEL_OK);
    require(count == again_count);
    for (size_t i = 0; i < count; i++)
        require(strcmp(planned[i].need_id, again[i].need_id) == 0 &&
                strcmp(planned[i].place_id, again[i].place_id) == 0 &&
                strcmp(planned[i].adult_id, again[i].adult_id) == 0);
    cJSON_free(text);
    schakel_planned_free(again);
    schakel_planned_free(planned);
    return 0;
}
