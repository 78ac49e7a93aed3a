#include "exchange/read.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "exchange/json_scan.h"
#include "exchange/json_write.h"

/* ----------------------------------------------------------------- refusing */

enum { PATH_SIZE = sizeof(((schakel_error *)NULL)->path) };

static void set_position(sk_reader *reader, const char *at)
{
    size_t line, column, offset = (size_t)(at - reader->text);
    sk_position(reader->text, offset, &line, &column);
    sk_error_at(&reader->error, line, column, offset);
}

int sk_refuse(sk_reader *reader, const sk_value *at, schakel_status status, const char *format, ...)
{
    char path[PATH_SIZE], message[2 * sizeof reader->error.message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    /* A message is one line, also when it has a name or an id with control characters. */
    for (char *c = message; *c != '\0'; c++)
        if ((unsigned char)*c < 0x20)
            *c = ' ';
    sk_json_pointer(reader->text, reader->length, (size_t)(at->text - reader->text), path, sizeof path);
    sk_fail(&reader->error, status, path, "%s", message);
    set_position(reader, at->text);
    return 0;
}

int sk_refuse_memory(sk_reader *reader)
{
    sk_fail_memory(&reader->error);
    return 0;
}

int sk_refuse_found(sk_reader *reader, const sk_value *at, const char *expected)
{
    char found[SK_FOUND_SIZE];
    return sk_refuse(reader, at, SCHAKEL_INVALID, "expected %s, found %s", expected,
                     sk_value_found(at, found));
}

int sk_refuse_member(sk_reader *reader, const sk_value *at, const char *name, const char *allowed)
{
    size_t length = strlen(name), shown = length > 40 ? sk_utf8_cut(name, 40) : length;
    return sk_refuse(reader, at, SCHAKEL_INVALID, "unknown member \"%.*s%s\"; allowed: %s", (int)shown, name,
                     shown < length ? "..." : "", allowed);
}

static int refuse_node(sk_reader *reader, const cJSON *node, schakel_status status, const char *problem)
{
    sk_value at = sk_value_of(&reader->record, node);
    return sk_refuse(reader, &at, status, "%s", problem);
}

static int refuse_found(sk_reader *reader, const cJSON *node, const char *expected)
{
    sk_value at = sk_value_of(&reader->record, node);
    return sk_refuse_found(reader, &at, expected);
}

void sk_add_word(char *list, size_t size, const char *quotes, const char *word)
{
    static const char more[] = ", ...";
    size_t used = strlen(list), longer = strlen(word) + 2 * strlen(quotes) + 2;
    if (used + longer + sizeof more <= size)
        snprintf(list + used, size - used, "%s%s%s%s", used == 0 ? "" : ", ", quotes, word, quotes);
    else if (used < sizeof more || strcmp(list + used + 1 - sizeof more, more) != 0)
        snprintf(list + used, size - used, "%s", more);
}

/* ------------------------------------------------------------------ scalars */

static int read_text(sk_reader *reader, const cJSON *node, const char **out)
{
    if (!cJSON_IsString(node))
        return refuse_found(reader, node, "a string");
    *out = node->valuestring;
    return 1;
}

static int read_number(sk_reader *reader, const sk_field *field, const cJSON *node, int32_t *out)
{
    double number = node->valuedouble;
    char expected[64];
    if (!cJSON_IsNumber(node) || !(number >= field->low && number <= field->high) ||
        number != (double)(int32_t)number) {
        snprintf(expected, sizeof expected, "a whole number from %d to %d", (int)field->low,
                 (int)field->high);
        return refuse_found(reader, node, expected);
    }
    *out = (int32_t)number;
    return 1;
}

/* The place of a word among some, or `count`. */
static size_t find_word(const cJSON *node, const char *const *words, size_t count)
{
    size_t i = 0;
    while (i < count &&
           !(words[i] != NULL && cJSON_IsString(node) && strcmp(words[i], node->valuestring) == 0))
        i++;
    return i;
}

static int refuse_word(sk_reader *reader, const cJSON *node, const char *const *words, size_t count)
{
    char list[SK_WORDS_SIZE] = "", expected[SK_WORDS_SIZE + 16];
    for (size_t i = 0; i < count; i++)
        if (words[i] != NULL)
            sk_add_word(list, sizeof list, "\"", words[i]);
    snprintf(expected, sizeof expected, "one of %s", list);
    return refuse_found(reader, node, expected);
}

static int read_choice(sk_reader *reader, const sk_field *field, const cJSON *node, int32_t *out)
{
    size_t choice = find_word(node, field->choices, field->choice_count);
    if (choice == field->choice_count)
        return refuse_word(reader, node, field->choices, field->choice_count);
    *out = (int32_t)choice;
    return 1;
}

static int read_flags(sk_reader *reader, const sk_field *field, const cJSON *node, int32_t *out)
{
    uint32_t flags = 0;
    const cJSON *item;
    if (!cJSON_IsArray(node))
        return refuse_found(reader, node, "an array");
    cJSON_ArrayForEach(item, node)
    {
        size_t bit = find_word(item, field->choices, field->choice_count);
        if (bit == field->choice_count)
            return refuse_word(reader, item, field->choices, field->choice_count);
        if ((flags >> bit & 1) != 0) {
            sk_value at = sk_value_of(&reader->record, item);
            return sk_refuse(reader, &at, SCHAKEL_DUPLICATE, "\"%s\" is there twice", field->choices[bit]);
        }
        flags |= UINT32_C(1) << bit;
    }
    *out = (int32_t)flags;
    return 1;
}

static int read_scalar(sk_reader *reader, const sk_field *field, const cJSON *node, int32_t *out)
{
    const char *text = cJSON_IsString(node) ? node->valuestring : NULL;
    switch (field->kind) {
    case SK_FIELD_BOOLEAN:
        *out = cJSON_IsTrue(node);
        return cJSON_IsBool(node) || refuse_found(reader, node, "true or false");
    case SK_FIELD_DATE:
        *out = schakel_date_parse(text);
        return *out != SCHAKEL_NO_DATE || refuse_found(reader, node, "a date that exists, as YYYY-MM-DD");
    case SK_FIELD_TIME:
        *out = schakel_time_parse(text);
        return *out != SCHAKEL_NO_TIME || refuse_found(reader, node, "a time as HH:MM from 00:00 to 24:00");
    case SK_FIELD_CHOICE:
        return read_choice(reader, field, node, out);
    case SK_FIELD_FLAGS:
        return read_flags(reader, field, node, out);
    default:
        return read_number(reader, field, node, out);
    }
}

/* -------------------------------------------------------------------- lists */

static int read_item(sk_reader *reader, const sk_field *field, const cJSON *node, char *out)
{
    const char *text = NULL;
    if (field->items != NULL)
        return sk_read_object(reader, field->items, node, out);
    if (!read_text(reader, node, &text))
        return 0;
    memcpy(out, &text, sizeof text);
    return 1;
}

/* Read an array into the arena; the record gets its address and count. */
static int read_list(sk_reader *reader, const sk_field *field, const cJSON *node, char *record)
{
    const cJSON *item;
    if (!cJSON_IsArray(node))
        return refuse_found(reader, node, "an array");
    size_t size = field->items == NULL ? sizeof(const char *) : field->items->size;
    size_t count = (size_t)cJSON_GetArraySize(node);
    /* Before the items are read: looking up the host's members of each goes over the whole record. */
    if (field->high > 0 && count > (size_t)field->high)
        return refuse_node(reader, cJSON_GetArrayItem(node, field->high), SCHAKEL_TOO_LARGE,
                           "this is one more than the list may hold");
    char *items = count > SIZE_MAX / size ? NULL : sk_arena_alloc(&reader->arena, count * size);
    if (items == NULL)
        return sk_refuse_memory(reader);
    memcpy(record + field->offset, &items, sizeof items);
    memcpy(record + field->count_offset, &count, sizeof count);
    cJSON_ArrayForEach(item, node)
    {
        if (!read_item(reader, field, item, items))
            return 0;
        items += size;
    }
    return 1;
}

/* ------------------------------------------------------------------ objects */

static int read_field(sk_reader *reader, const sk_field *field, const cJSON *node, char *record)
{
    const char *text = NULL;
    int32_t number = 0;
    if (field->kind >= SK_FIELD_REFERENCES)
        return read_list(reader, field, node, record);
    if (field->kind >= SK_FIELD_ID) {
        if (!read_text(reader, node, &text))
            return 0;
        memcpy(record + field->offset, &text, sizeof text);
        return 1;
    }
    if (!read_scalar(reader, field, node, &number))
        return 0;
    memcpy(record + field->offset, &number, sizeof number);
    return 1;
}

int sk_is_free_name(const char *name)
{
    return name[0] == 'x' && name[1] == '-';
}

/* Copy the host's own members of an object into one of their own. */
static schakel_status copy_free_members(sk_reader *reader, const sk_value *object, sk_json_writer *out,
                                        sk_value *where)
{
    sk_value name, child;
    schakel_status status = sk_check_names(object, reader->allocator, where);
    sk_children children = sk_children_of(object);
    sk_json_open(out, NULL, '{');
    while (status == SCHAKEL_OK && sk_children_next(&children, &name, &child)) {
        if (!sk_is_free_name(child.node->string))
            continue;
        status = sk_check_free_value(&child, reader->allocator, where);
        sk_json_copy(out, &name, &child);
    }
    sk_json_close(out, '}');
    return out->buffer.failed ? SCHAKEL_NO_MEMORY : status;
}

int sk_refuse_free_value(sk_reader *reader, schakel_status status, const sk_value *where)
{
    if (status == SCHAKEL_DUPLICATE)
        return sk_refuse(reader, where, status, "this member is there twice");
    if (status == SCHAKEL_INVALID)
        return sk_refuse_found(reader, where, "a number that a 64-bit float holds to its last digit");
    return sk_refuse_memory(reader);
}

/* Keep the host's own members as text. */
static int read_extra(sk_reader *reader, const cJSON *node, const char **out)
{
    sk_value where, object = sk_value_of(&reader->record, node);
    sk_json_writer json;
    sk_json_writer_init(&json, reader->allocator, 1);
    schakel_status status = copy_free_members(reader, &object, &json, &where);
    if (status == SCHAKEL_OK)
        *out = sk_arena_text(&reader->arena, json.buffer.data, json.buffer.length);
    sk_buffer_destroy(&json.buffer);
    return *out != NULL || sk_refuse_free_value(reader, status, &where);
}

static int refuse_unknown(sk_reader *reader, const sk_shape *shape, const cJSON *member)
{
    char allowed[SK_WORDS_SIZE] = "";
    for (size_t i = 0; i < shape->field_count; i++)
        sk_add_word(allowed, sizeof allowed, "", shape->fields[i].name);
    if (shape->extra != SK_NO_EXTRA)
        sk_add_word(allowed, sizeof allowed, "", "x-...");
    sk_value at = sk_value_of(&reader->record, member);
    return sk_refuse_member(reader, &at, member->string, allowed);
}

static int check_required(sk_reader *reader, const sk_shape *shape, const cJSON *node, uint32_t seen)
{
    size_t i = 0;
    while (i < shape->field_count && (!shape->fields[i].required || (seen >> i & 1) != 0))
        i++;
    if (i == shape->field_count)
        return 1;
    sk_value at = sk_value_of(&reader->record, node);
    return sk_refuse(reader, &at, SCHAKEL_INVALID, "expected a member \"%s\", found none",
                     shape->fields[i].name);
}

/* The field with a name, or the count. Members mostly come in order, so it looks from `next` on. */
static size_t find_field(const sk_shape *shape, const char *name, size_t next)
{
    for (size_t tried = 0; tried < shape->field_count; tried++, next++) {
        if (next >= shape->field_count)
            next = 0;
        if (strcmp(shape->fields[next].name, name) == 0)
            return next;
    }
    return shape->field_count;
}

int sk_read_object(sk_reader *reader, const sk_shape *shape, const cJSON *node, void *record)
{
    uint32_t seen = 0;
    int has_extra = 0;
    size_t next = 0;
    const cJSON *member;
    if (!cJSON_IsObject(node))
        return refuse_found(reader, node, "an object");
    memcpy(record, shape->defaults, shape->size);
    cJSON_ArrayForEach(member, node)
    {
        size_t i = find_field(shape, member->string, next);
        if (i < shape->field_count) {
            next = i + 1;
            if ((seen >> i & 1) != 0)
                return refuse_node(reader, member, SCHAKEL_DUPLICATE, "this member is there twice");
            seen |= UINT32_C(1) << i;
            if (!read_field(reader, &shape->fields[i], member, record))
                return 0;
        } else if (sk_is_free_name(member->string) && shape->extra != SK_NO_EXTRA) {
            has_extra = 1;
        } else {
            return refuse_unknown(reader, shape, member);
        }
    }
    const char *extra = NULL;
    if (!check_required(reader, shape, node, seen) || (has_extra && !read_extra(reader, node, &extra)))
        return 0;
    if (has_extra)
        memcpy((char *)record + shape->extra, &extra, sizeof extra);
    return 1;
}

/* ------------------------------------------------------------------- adding */

/* The deepest node on a path of plain names and numbers. */
static const cJSON *follow(const cJSON *node, const char *path)
{
    while (*path == '/') {
        size_t length = strcspn(++path, "/"), index = 0, wanted = strtoul(path, NULL, 10);
        const cJSON *child = node->child;
        if (cJSON_IsArray(node))
            for (; child != NULL && index < wanted; index++)
                child = child->next;
        else
            while (child != NULL &&
                   (strlen(child->string) != length || memcmp(child->string, path, length) != 0))
                child = child->next;
        if (child == NULL)
            break;
        node = child;
        path += length;
    }
    return node;
}

int sk_refuse_record(sk_reader *reader, schakel_status status, const schakel_error *wrong)
{
    char path[PATH_SIZE + sizeof wrong->path];
    if (status == SCHAKEL_NO_MEMORY)
        return sk_refuse_memory(reader);
    sk_json_pointer(reader->text, reader->length, (size_t)(reader->record.text - reader->text), path,
                    PATH_SIZE);
    size_t length = strlen(path);
    snprintf(path + length, sizeof path - length, "%s", wrong->path);
    sk_fail(&reader->error, status, path, "%s", wrong->message);
    set_position(reader, sk_value_of(&reader->record, follow(reader->record.node, wrong->path)).text);
    return 0;
}

int sk_add_record(sk_reader *reader, schakel_kind kind, const sk_any_record *record)
{
    schakel_error wrong = SCHAKEL_ERROR_INIT;
    schakel_status status = sk_section_add(reader->school, kind, record, &wrong);
    return status == SCHAKEL_OK || sk_refuse_record(reader, status, &wrong);
}
