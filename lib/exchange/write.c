/* Writing a school as a document. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "exchange/json_scan.h"
#include "exchange/json_write.h"
#include "exchange/sections.h"
#include "schakel/exchange.h"

typedef struct writing {
    sk_json_writer json;
    schakel_error *error;
    char path[64]; /* of the record that is written */
} writing;

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
    case SK_FIELD_FLAGS:
        sk_json_open(json, field->name, '[');
        for (size_t bit = 0; bit < field->choice_count; bit++)
            if (((uint32_t)value >> bit & 1) != 0)
                sk_json_text(json, NULL, field->choices[bit]);
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
    for (size_t i = 0; i < sk_count_at(record, field->count_offset); i++)
        sk_json_text(json, NULL, texts[i]);
    sk_json_close(json, ']');
}

static schakel_status write_objects(writing *w, const sk_field *field, const void *record)
{
    const char *items = sk_text_at(record, field->offset);
    size_t outside = strlen(w->path);
    schakel_status status = SCHAKEL_OK;
    sk_json_open(&w->json, field->name, '[');
    for (size_t i = 0; i < sk_count_at(record, field->count_offset) && status == SCHAKEL_OK; i++) {
        snprintf(w->path + outside, sizeof w->path - outside, "/%s/%zu", field->name, i);
        sk_json_open(&w->json, NULL, '{');
        status = write_fields(w, field->items, items + i * field->items->size);
        sk_json_close(&w->json, '}');
    }
    w->path[outside] = '\0';
    sk_json_close(&w->json, ']');
    return status;
}

static schakel_status write_field(writing *w, const sk_shape *shape, const sk_field *field,
                                  const void *record)
{
    if (field->kind < SK_FIELD_ID) {
        int32_t value = sk_number_at(record, field->offset);
        if (field->required || value != sk_number_at(shape->defaults, field->offset))
            write_scalar(&w->json, field, value);
    } else if (field->kind < SK_FIELD_REFERENCES) {
        if (sk_text_at(record, field->offset) != NULL)
            sk_json_text(&w->json, field->name, sk_text_at(record, field->offset));
    } else if (sk_count_at(record, field->count_offset) > 0) {
        if (field->items != NULL)
            return write_objects(w, field, record);
        write_texts(&w->json, field, record);
    }
    return SCHAKEL_OK;
}

static schakel_status write_fields(writing *w, const sk_shape *shape, const void *record)
{
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < shape->field_count && status == SCHAKEL_OK; i++)
        status = write_field(w, shape, &shape->fields[i], record);
    if (status == SCHAKEL_OK && shape->extra != SK_NO_EXTRA && sk_text_at(record, shape->extra) != NULL)
        status = write_extra(w, sk_text_at(record, shape->extra));
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

static schakel_status write_record(writing *w, const schakel_school *school, schakel_kind kind, size_t index)
{
    sk_any_record record;
    sk_arena arena;
    sk_arena_init(&arena, w->json.buffer.allocator);
    snprintf(w->path, sizeof w->path, "/%s/%zu", sk_kinds[kind].section, index);
    sk_json_open(&w->json, NULL, '{');
    schakel_status status = sk_section_get(school, kind, index, &record, &arena)
                                ? write_fields(w, sk_kinds[kind].shape, &record)
                                : sk_fail_memory(w->error);
    sk_json_close(&w->json, '}');
    sk_arena_destroy(&arena);
    return status;
}

static schakel_status write_section(writing *w, const schakel_school *school, schakel_kind kind)
{
    schakel_status status = SCHAKEL_OK;
    size_t count = schakel_school_count(school, kind);
    if (count == 0)
        return SCHAKEL_OK;
    sk_json_open(&w->json, sk_kinds[kind].section, '[');
    for (size_t i = 0; i < count && status == SCHAKEL_OK; i++)
        status = write_record(w, school, kind, i);
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
    for (size_t i = 0; i < SK_KIND_COUNT && status == SCHAKEL_OK; i++)
        status = write_section(&w, school, sk_kind_order[i]);
    if (status == SCHAKEL_OK)
        status = write_document_extra(&w, school);
    sk_json_close(&w.json, '}');
    if (status != SCHAKEL_OK) {
        sk_buffer_destroy(&w.json.buffer);
        return status;
    }
    return sk_json_finish(&w.json, out, length, error);
}
