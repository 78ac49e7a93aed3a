/* Writing a school as a document. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "exchange/json_scan.h"
#include "exchange/json_write.h"
#include "exchange/shapes.h"
#include "schakel/exchange.h"

typedef struct writing {
    sk_json_writer json;
    schakel_error *error;
    char path[64]; /* of the record that is written */
} writing;

static const char *text_at(const void *record, size_t offset)
{
    const char *text;
    memcpy(&text, (const char *)record + offset, sizeof text);
    return text;
}

static int32_t number_at(const void *record, size_t offset)
{
    int32_t number;
    memcpy(&number, (const char *)record + offset, sizeof number);
    return number;
}

static size_t count_at(const void *record, size_t offset)
{
    size_t count;
    memcpy(&count, (const char *)record + offset, sizeof count);
    return count;
}

/* ------------------------------------------------------------- the host's data */

static schakel_status refuse_extra(writing *w, schakel_status status, const char *what)
{
    if (status == SCHAKEL_NO_MEMORY)
        return sk_fail_memory(w->error);
    return sk_fail(w->error, SCHAKEL_INVALID, w->path, "the host's own data: %s", what);
}

static schakel_status copy_members(writing *w, const sk_value *object)
{
    sk_value name, child, where;
    schakel_status status = sk_check_free_value(object, w->json.buffer.allocator, &where);
    if (status == SCHAKEL_DUPLICATE)
        return refuse_extra(w, status, "a member is there twice");
    if (status != SCHAKEL_OK)
        return refuse_extra(w, status, "a number has more digits than a 64-bit float holds");
    sk_children children = sk_children_of(object);
    while (sk_children_next(&children, &name, &child)) {
        if (strncmp(child.node->string, "x-", 2) != 0)
            return refuse_extra(w, SCHAKEL_INVALID, "expected members that begin with \"x-\"");
        sk_json_copy(&w->json, &name, &child);
    }
    return SCHAKEL_OK;
}

/* `extra` was given by the host and may be anything. */
static schakel_status write_extra(writing *w, const char *extra)
{
    schakel_error wrong = SCHAKEL_ERROR_INIT;
    size_t length = strlen(extra);
    /* Its outer braces are those of the record. */
    schakel_status status = sk_json_scan(extra, length, SCHAKEL_NESTING_MAX + 1 - w->json.depth, &wrong);
    if (status != SCHAKEL_OK)
        return refuse_extra(w, status, wrong.message);
    const char *start = sk_json_skip_space(extra, extra + length);
    if (*start != '{')
        return refuse_extra(w, SCHAKEL_INVALID, "expected a JSON object");
    sk_value object = {NULL, start, (size_t)(sk_json_skip_value(start, extra + length) - start)};
    cJSON *tree = sk_tree_parse(object.text, object.length, NULL);
    if (tree == NULL)
        return sk_fail_memory(w->error);
    object.node = tree;
    status = copy_members(w, &object);
    cJSON_Delete(tree);
    return status;
}

/* ------------------------------------------------------------------- records */

static schakel_status write_fields(writing *w, const sk_shape *shape, const void *record);

static void write_scalar(sk_json_writer *json, const sk_field *field, int32_t value)
{
    switch (field->kind) {
    case SK_FIELD_BOOLEAN:
        sk_json_boolean(json, field->name, value);
        break;
    case SK_FIELD_DATE:
        sk_json_date(json, field->name, value);
        break;
    case SK_FIELD_TIME:
        sk_json_time(json, field->name, value);
        break;
    case SK_FIELD_CHOICE:
        sk_json_text(json, field->name, field->choices[value]);
        break;
    case SK_FIELD_DAYS:
        sk_json_open(json, field->name, '[');
        for (int day = 0; day < 7; day++)
            if (((uint32_t)value >> day & 1) != 0)
                sk_json_text(json, NULL, sk_day_names[day]);
        sk_json_close(json, ']');
        break;
    default:
        sk_json_integer(json, field->name, value);
        break;
    }
}

static void write_texts(sk_json_writer *json, const sk_field *field, const void *record)
{
    const char *const *texts;
    memcpy(&texts, (const char *)record + field->offset, sizeof texts);
    sk_json_open(json, field->name, '[');
    for (size_t i = 0; i < count_at(record, field->count_offset); i++)
        sk_json_text(json, NULL, texts[i]);
    sk_json_close(json, ']');
}

static schakel_status write_objects(writing *w, const sk_field *field, const void *record)
{
    const char *items = text_at(record, field->offset);
    size_t outside = strlen(w->path);
    schakel_status status = SCHAKEL_OK;
    sk_json_open(&w->json, field->name, '[');
    for (size_t i = 0; i < count_at(record, field->count_offset) && status == SCHAKEL_OK; i++) {
        snprintf(w->path + outside, sizeof w->path - outside, "/%s/%zu", field->name, i);
        sk_json_open(&w->json, NULL, '{');
        status = write_fields(w, field->items, items + i * field->items->size);
        sk_json_close(&w->json, '}');
    }
    w->path[outside] = '\0';
    sk_json_close(&w->json, ']');
    return status;
}

static schakel_status write_fields(writing *w, const sk_shape *shape, const void *record)
{
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < shape->field_count && status == SCHAKEL_OK; i++) {
        const sk_field *field = &shape->fields[i];
        if (field->kind == SK_FIELD_TEXT) {
            if (text_at(record, field->offset) != NULL)
                sk_json_text(&w->json, field->name, text_at(record, field->offset));
        } else if (field->kind == SK_FIELD_TEXTS) {
            if (count_at(record, field->count_offset) > 0)
                write_texts(&w->json, field, record);
        } else if (field->kind == SK_FIELD_OBJECTS) {
            if (count_at(record, field->count_offset) > 0)
                status = write_objects(w, field, record);
        } else {
            int32_t value = number_at(record, field->offset);
            if (field->required || value != number_at(shape->defaults, field->offset))
                write_scalar(&w->json, field, value);
        }
    }
    if (status == SCHAKEL_OK && shape->extra != SK_NO_EXTRA && text_at(record, shape->extra) != NULL)
        status = write_extra(w, text_at(record, shape->extra));
    return status;
}

/* ------------------------------------------------------------------ document */

static schakel_status write_info(writing *w, const schakel_school *school)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &info);
    snprintf(w->path, sizeof w->path, "/school");
    if (info.id == NULL)
        return sk_fail(w->error, SCHAKEL_INVALID, w->path, "expected a school with its info set");
    sk_json_open(&w->json, "school", '{');
    schakel_status status = write_fields(w, &sk_school_shape, &info);
    sk_json_close(&w->json, '}');
    return status;
}

static schakel_status write_record(writing *w, const schakel_school *school, const sk_section *section,
                                   size_t index)
{
    sk_any_record record;
    sk_arena arena;
    sk_arena_init(&arena, w->json.buffer.allocator);
    memcpy(&record, section->shape->defaults, section->shape->size);
    snprintf(w->path, sizeof w->path, "/%s/%zu", section->name, index);
    sk_json_open(&w->json, NULL, '{');
    schakel_status status = section->get(school, index, &record, &arena)
                                ? write_fields(w, section->shape, &record)
                                : sk_fail_memory(w->error);
    sk_json_close(&w->json, '}');
    sk_arena_destroy(&arena);
    return status;
}

static schakel_status write_section(writing *w, const schakel_school *school, const sk_section *section)
{
    schakel_status status = SCHAKEL_OK;
    size_t count = schakel_school_count(school, section->kind);
    if (count == 0)
        return SCHAKEL_OK;
    sk_json_open(&w->json, section->name, '[');
    for (size_t i = 0; i < count && status == SCHAKEL_OK; i++)
        status = write_record(w, school, section, i);
    sk_json_close(&w->json, ']');
    return status;
}

static schakel_status write_document_extra(writing *w, const schakel_school *school)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &info);
    w->path[0] = '\0';
    return info.document_extra == NULL ? SCHAKEL_OK : write_extra(w, info.document_extra);
}

schakel_status schakel_school_to_json(const schakel_school *school, char **out, size_t *length,
                                      schakel_error *error)
{
    if (out != NULL)
        *out = NULL;
    if (school == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school and a place to put the text");
    writing w = {.error = error};
    sk_json_writer_init(&w.json, sk_handle_allocator(school), 0);
    sk_json_open(&w.json, NULL, '{');
    sk_json_integer(&w.json, "schakel", 1);
    schakel_status status = write_info(&w, school);
    for (size_t i = 0; i < SK_SECTION_COUNT && status == SCHAKEL_OK; i++)
        status = write_section(&w, school, &sk_sections[i]);
    if (status == SCHAKEL_OK)
        status = write_document_extra(&w, school);
    sk_json_close(&w.json, '}');
    if (status != SCHAKEL_OK) {
        sk_buffer_destroy(&w.json.buffer);
        return status;
    }
    return sk_json_finish(&w.json, out, length, error);
}
