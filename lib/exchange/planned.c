/* Reading a plan back: the asks of a matching that was written as JSON. */
#include <string.h>

#include "base/error.h"
#include "exchange/json_scan.h"
#include "exchange/read.h"
#include "schakel/exchange.h"

/* What is read of an ask, in the order of schakel_planned. */
static const char *const members[] = {"need", "place", "adult"};
enum { MEMBERS = sizeof members / sizeof members[0] };

/* A plan that is handed out is preceded by the allocator that must take it back. */
typedef union planned_head {
    schakel_allocator allocator;
    max_align_t align;
} planned_head;

/* Which of some names a member has, names being written with or without escapes; `count` for none. */
static size_t find_member(sk_reader *reader, const sk_value *name, const char *const *names, size_t count)
{
    size_t i = 0;
    cJSON *decoded = sk_tree_parse(name->text, name->length, NULL);
    if (decoded == NULL)
        return sk_refuse_memory(reader), count + 1;
    while (i < count && strcmp(decoded->valuestring, names[i]) != 0)
        i++;
    cJSON_Delete(decoded);
    return i;
}

/* Put an id behind those that were read; each ends in a NUL, which scanned text has none of. */
static int keep_id(sk_reader *reader, const sk_value *value, sk_buffer *ids)
{
    if (value->text[0] != '"')
        return sk_refuse_found(reader, value, "a string");
    cJSON *decoded = sk_tree_parse(value->text, value->length, NULL);
    if (decoded == NULL)
        return sk_refuse_memory(reader);
    sk_buffer_add(ids, decoded->valuestring, strlen(decoded->valuestring) + 1);
    cJSON_Delete(decoded);
    return !ids->failed || sk_refuse_memory(reader);
}

static int read_ask(sk_reader *reader, const sk_value *ask, sk_buffer *ids)
{
    sk_value name, child, found[MEMBERS] = {{NULL, NULL, 0}};
    if (ask->text[0] != '{')
        return sk_refuse_found(reader, ask, "an object");
    sk_children children = sk_children_of(ask);
    while (sk_children_next(&children, &name, &child)) {
        size_t member = find_member(reader, &name, members, MEMBERS);
        if (member > MEMBERS)
            return 0;
        if (member == MEMBERS)
            continue;
        if (found[member].text != NULL)
            return sk_refuse(reader, &child, SCHAKEL_DUPLICATE, "this member is there twice");
        found[member] = child;
    }
    for (size_t i = 0; i < MEMBERS; i++) {
        if (found[i].text == NULL)
            return sk_refuse(reader, ask, SCHAKEL_INVALID, "expected a member \"%s\", found none",
                             members[i]);
        if (!keep_id(reader, &found[i], ids))
            return 0;
    }
    return 1;
}

/* The list of asks at the top. Returns 0 after filling the error. */
static int find_asks(sk_reader *reader, sk_value *asks)
{
    static const char *const name_of_list[] = {"asks"};
    const char *end = reader->text + reader->length, *start = sk_json_skip_space(reader->text, end);
    sk_value name, child, top = {NULL, start, (size_t)(sk_json_skip_value(start, end) - start)};
    *asks = (sk_value){NULL, NULL, 0};
    if (top.text[0] != '{')
        return sk_refuse_found(reader, &top, "an object");
    sk_children children = sk_children_of(&top);
    while (sk_children_next(&children, &name, &child)) {
        size_t member = find_member(reader, &name, name_of_list, 1);
        if (member > 1)
            return 0;
        if (member == 1)
            continue;
        if (asks->text != NULL)
            return sk_refuse(reader, &child, SCHAKEL_DUPLICATE, "this member is there twice");
        *asks = child;
    }
    if (asks->text == NULL)
        return sk_refuse(reader, &top, SCHAKEL_INVALID, "expected a member \"asks\", found none");
    return asks->text[0] == '[' || sk_refuse_found(reader, asks, "an array");
}

/* Read all ids one behind the other. */
static int read_asks(sk_reader *reader, sk_buffer *ids, size_t *count)
{
    sk_value asks, ask;
    if (reader->length > SCHAKEL_DOCUMENT_MAX) {
        sk_fail(&reader->error, SCHAKEL_TOO_LARGE, NULL, "a document is at most 1 GiB");
        return 0;
    }
    if (sk_json_scan(reader->text, reader->length, SCHAKEL_NESTING_MAX, &reader->error) != SCHAKEL_OK ||
        !find_asks(reader, &asks))
        return 0;
    sk_children children = sk_children_of(&asks);
    for (; sk_children_next(&children, NULL, &ask); ++*count)
        if (!read_ask(reader, &ask, ids))
            return 0;
    return 1;
}

/* One block: the allocator, the asks, and their ids. */
static schakel_planned *make_plan(const schakel_allocator *allocator, const sk_buffer *ids, size_t count)
{
    /* An ask takes more bytes in the text than here, so nothing overflows. */
    size_t records = count * sizeof(schakel_planned);
    char *block = sk_alloc(allocator, sizeof(planned_head) + records + ids->length);
    if (block == NULL)
        return NULL;
    planned_head head;
    memset(&head, 0, sizeof head);
    head.allocator = *allocator;
    memcpy(block, &head, sizeof head);
    schakel_planned *planned = (schakel_planned *)(void *)(block + sizeof head);
    char *text = block + sizeof head + records;
    if (ids->length > 0)
        memcpy(text, ids->data, ids->length);
    for (size_t i = 0; i < count; i++) {
        const char **own[MEMBERS] = {&planned[i].need_id, &planned[i].place_id, &planned[i].adult_id};
        for (size_t member = 0; member < MEMBERS; member++) {
            *own[member] = text;
            text += strlen(text) + 1;
        }
    }
    return planned;
}

schakel_status schakel_planned_from_json(const char *json, size_t length, const schakel_allocator *allocator,
                                         schakel_planned **out, size_t *count, schakel_error *error)
{
    schakel_allocator own;
    sk_buffer ids;
    size_t read = 0;
    if (out != NULL)
        *out = NULL;
    if (count != NULL)
        *count = 0;
    if (out == NULL || count == NULL || (json == NULL && length > 0) ||
        !sk_allocator_resolve(allocator, &own))
        return sk_fail_misuse(error, "expected a text, a place to put the plan and a whole allocator");
    sk_reader reader = {.text = json == NULL ? "" : json, .length = length, .error = SCHAKEL_ERROR_INIT};
    reader.allocator = &own;
    sk_buffer_init(&ids, &own);
    if (read_asks(&reader, &ids, &read)) {
        *out = make_plan(&own, &ids, read);
        if (*out == NULL)
            sk_refuse_memory(&reader);
        else
            *count = read;
    }
    sk_buffer_destroy(&ids);
    if (*out == NULL && error != NULL)
        sk_record_out(error, &reader.error, sizeof reader.error);
    return *out != NULL ? SCHAKEL_OK : reader.error.status;
}

void schakel_planned_free(schakel_planned *planned)
{
    planned_head head;
    if (planned == NULL)
        return;
    char *block = (char *)(void *)planned - sizeof head;
    memcpy(&head, block, sizeof head);
    sk_free(&head.allocator, block);
}
