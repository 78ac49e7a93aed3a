/* Checking the members of a record by its table, and copying them into the school. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "school/adding.h"
#include "school/builtin.h"

enum { ID_MAX = 255, PATH_SIZE = 128 };

void sk_adding_refuse(sk_adding *a, schakel_status status, const char *member, const char *format, ...)
{
    char path[PATH_SIZE];
    const char *slash = member[0] == '\0' ? "" : "/";
    if (a->list == NULL)
        snprintf(path, sizeof path, "%s%s", slash, member);
    else
        snprintf(path, sizeof path, "/%s/%zu%s%s", a->list, a->index, slash, member);
    va_list arguments;
    va_start(arguments, format);
    a->status = sk_fail_list(a->error, status, path, format, arguments);
    va_end(arguments);
}

/* ------------------------------------------------------------------ scalars */

static void take_number(sk_adding *a, int32_t value, int32_t low, int32_t high, const char *member)
{
    if (value < low || value > high)
        sk_adding_refuse(a, SCHAKEL_INVALID, member, "expected a number from %d to %d, found %d", (int)low,
                         (int)high, (int)value);
}

static void take_scalar(sk_adding *a, const sk_field *field, int32_t value)
{
    const char *member = field->name;
    switch (field->kind) {
    case SK_FIELD_BOOLEAN:
        take_number(a, value, 0, 1, member);
        break;
    case SK_FIELD_DATE:
        if ((field->required || value != SCHAKEL_NO_DATE) &&
            schakel_date_to_ymd(value, NULL, NULL, NULL) != SCHAKEL_OK)
            sk_adding_refuse(a, SCHAKEL_INVALID, member, "expected a date in the years 1 to 9999");
        break;
    case SK_FIELD_TIME:
        if (field->required || value != SCHAKEL_NO_TIME)
            take_number(a, value, 0, 1440, member);
        break;
    case SK_FIELD_CHOICE:
        take_number(a, value, 0, (int32_t)field->choice_count - 1, member);
        break;
    case SK_FIELD_FLAGS:
        if (value < 0 || value >> field->choice_count != 0)
            sk_adding_refuse(a, SCHAKEL_INVALID, member, "expected no flags but the lowest %zu",
                             field->choice_count);
        break;
    default:
        take_number(a, value, field->low, field->high, member);
        break;
    }
}

/* -------------------------------------------------------------------- texts */

static int is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The outer form of a BCP 47 tag (RFC 5646): 2 to 8 letters, then parts of 1 to 8 letters or digits. */
static int is_language_tag(const char *tag)
{
    size_t part = 0;
    for (const char *c = tag; c - tag < 36; c++) {
        if (*c == '-' || *c == '\0') {
            if (part == 0 || part > 8 || (c - tag == 1))
                return 0;
            if (*c == '\0')
                return 1;
            part = 0;
        } else if (is_letter(*c) || (*c >= '0' && *c <= '9' && memchr(tag, '-', (size_t)(c - tag)) != NULL)) {
            part++;
        } else {
            return 0;
        }
    }
    return 0;
}

static int is_id(const char *id)
{
    size_t length = strlen(id);
    int has_control = 0;
    for (size_t i = 0; i < length; i++)
        has_control |= (unsigned char)id[i] < 0x20 || id[i] == 0x7F;
    return length > 0 && length <= ID_MAX && !has_control;
}

/*
 * Replace a text by the school's own copy. What stands for itself (an id, a language) is interned; other
 * text is not: names differ, and nobody looks for them.
 */
static void keep(sk_adding *a, const char **text, int interned, const char *member)
{
    size_t length = strlen(*text);
    if (!sk_utf8_valid(*text, length, NULL)) {
        sk_adding_refuse(a, SCHAKEL_INVALID, member, "expected UTF-8");
        return;
    }
    *text = interned ? sk_strings_intern(&a->school->strings, *text)
                     : sk_arena_text(&a->school->strings.arena, *text, length);
    if (*text == NULL)
        a->status = sk_fail_memory(a->error);
}

void sk_adding_text(sk_adding *a, const char **text, int required, const char *member)
{
    size_t length = *text == NULL ? 0 : strlen(*text);
    if (required && strspn(length == 0 ? "" : *text, " \t\r\n") == length)
        sk_adding_refuse(a, SCHAKEL_INVALID, member, "expected a text that is not empty");
    else if (*text != NULL)
        keep(a, text, 0, member);
}

static void take_key(sk_adding *a, const char **id, const char *member)
{
    if (*id == NULL || !is_id(*id))
        sk_adding_refuse(a, SCHAKEL_INVALID, member,
                         "expected an id of 1 to 255 bytes without control characters");
    else
        keep(a, id, 1, member);
}

static void take_reference(sk_adding *a, schakel_kind target, const char **id, const char *member)
{
    take_key(a, id, member);
    if (a->status == SCHAKEL_OK && !sk_is_there(a->school, target, *id))
        sk_adding_refuse(a, SCHAKEL_NOT_FOUND, member, "there is no %s with id \"%s\"", sk_kinds[target].name,
                         *id);
}

static void take_language(sk_adding *a, const char **tag, const char *member)
{
    if (*tag == NULL || !is_language_tag(*tag))
        sk_adding_refuse(a, SCHAKEL_INVALID, member,
                         "expected a language tag of BCP 47, such as \"nl\" or \"ar-SY\", found \"%s\"",
                         *tag == NULL ? "" : *tag);
    else
        keep(a, tag, 1, member);
}

/* One text of whatever kind: a member, or an item of a list. */
static void take_string(sk_adding *a, const sk_field *field, const char **text, int required,
                        const char *member)
{
    switch (field->kind) {
    case SK_FIELD_TEXT:
    case SK_FIELD_TEXTS:
        sk_adding_text(a, text, required, member);
        break;
    case SK_FIELD_LANGUAGE:
    case SK_FIELD_LANGUAGES:
        if (required || *text != NULL)
            take_language(a, text, member);
        break;
    case SK_FIELD_REFERENCE:
    case SK_FIELD_REFERENCES:
        if (required || *text != NULL)
            take_reference(a, field->target, text, member);
        break;
    default:
        if (required || *text != NULL)
            take_key(a, text, member);
        break;
    }
}

/* -------------------------------------------------------------------- lists */

void *sk_adding_longer(sk_adding *a, const void *items, size_t count, size_t size)
{
    char *copy = a->status == SCHAKEL_OK ? sk_arena_alloc(&a->school->arena, (count + 1) * size) : NULL;
    if (copy == NULL && a->status == SCHAKEL_OK)
        a->status = sk_fail_memory(a->error);
    if (copy != NULL && count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

/* Copy a list into the arena; NULL when it is empty or a check failed. */
static char *take_items(sk_adding *a, const char *items, size_t count, size_t size, const char *member)
{
    if (count == 0)
        return NULL;
    if (items == NULL)
        sk_adding_refuse(a, SCHAKEL_INVALID, member, "expected as many items as the count says, found none");
    else if (count > SCHAKEL_LIST_MAX)
        sk_adding_refuse(a, SCHAKEL_TOO_LARGE, member, "expected at most %d items, found %zu",
                         SCHAKEL_LIST_MAX, count);
    char *copy = a->status == SCHAKEL_OK ? sk_arena_alloc(&a->school->arena, count * size) : NULL;
    if (copy != NULL)
        memcpy(copy, items, count * size);
    else if (a->status == SCHAKEL_OK)
        a->status = sk_fail_memory(a->error);
    return copy;
}

static void refuse_twice(sk_adding *a, const char *const *ids, size_t count)
{
    for (size_t i = 0; i + 1 < count && a->status == SCHAKEL_OK; i++)
        if (ids[i] == ids[count - 1])
            sk_adding_refuse(a, SCHAKEL_DUPLICATE, "", "\"%s\" is there twice", ids[i]);
}

static void take_list(sk_adding *a, const sk_field *field, char *record)
{
    size_t count = sk_count_at(record, field->count_offset);
    size_t size = field->kind == SK_FIELD_OBJECTS ? field->items->size : sizeof(const char *);
    char *items = take_items(a, sk_text_at(record, field->offset), count, size, field->name);
    memcpy(record + field->offset, &items, sizeof items);
    a->list = field->name;
    for (size_t i = 0; items != NULL && i < count && a->status == SCHAKEL_OK; i++) {
        a->index = i;
        if (field->kind == SK_FIELD_OBJECTS) {
            sk_adding_take(a, field->items, items + i * size);
        } else {
            const char **texts = (const char **)(void *)items;
            take_string(a, field, &texts[i], 1, "");
            if (field->kind == SK_FIELD_REFERENCES)
                refuse_twice(a, texts, i + 1);
        }
    }
    a->list = NULL;
}

/* ------------------------------------------------------------------- records */

static void take_field(sk_adding *a, const sk_field *field, char *record)
{
    if (field->kind < SK_FIELD_ID) {
        take_scalar(a, field, sk_number_at(record, field->offset));
    } else if (field->kind < SK_FIELD_REFERENCES) {
        const char *text = sk_text_at(record, field->offset);
        take_string(a, field, &text, field->required, field->name);
        memcpy(record + field->offset, &text, sizeof text);
    } else if (field->kind != SK_FIELD_HANGING) {
        take_list(a, field, record);
    }
}

void sk_adding_take(sk_adding *a, const sk_shape *shape, void *record)
{
    for (size_t i = 0; i < shape->field_count && a->status == SCHAKEL_OK; i++)
        take_field(a, &shape->fields[i], record);
    if (a->status == SCHAKEL_OK && shape->check != NULL)
        shape->check(a, record);
    if (a->status == SCHAKEL_OK && shape->extra != SK_NO_EXTRA) {
        const char *extra = sk_text_at(record, shape->extra);
        sk_adding_text(a, &extra, 0, "extra");
        memcpy((char *)record + shape->extra, &extra, sizeof extra);
    }
}

int sk_adding_begin(sk_adding *a, schakel_school *school, const void *record, void *full, size_t size,
                    schakel_error *error)
{
    *a = (sk_adding){school, error, SCHAKEL_OK, NULL, 0};
    if (school == NULL || record == NULL || !sk_record_in(record, full, size))
        a->status = sk_fail_misuse(error, "expected a school and a record with its struct_size");
    return a->status == SCHAKEL_OK;
}
