/*
 * Reading a school document. The whole text is scanned first, so whatever is wrong
 * with its syntax is known before anything is built. Then one record at a time gets a
 * tree, goes into the school, and its tree is gone: the trees of a large document
 * would take more memory than the school itself.
 */
#include <string.h>

#include "base/error.h"
#include "base/strings.h"
#include "exchange/json_scan.h"
#include "exchange/json_write.h"
#include "exchange/read.h"
#include "schakel/exchange.h"

/* The members at the top. */
typedef struct document {
    sk_value top;
    sk_value version;
    sk_value school;
    sk_value sections[SK_KIND_COUNT]; /* by kind */
    sk_json_writer extra;             /* the host's own members, still without a closing brace */
    sk_strings extra_names;
} document;

static sk_value *member_called(document *d, const char *name)
{
    if (strcmp(name, "schakel") == 0)
        return &d->version;
    if (strcmp(name, "school") == 0)
        return &d->school;
    for (size_t kind = 0; kind < SK_KIND_COUNT; kind++)
        if (strcmp(name, sk_kinds[kind].section) == 0)
            return &d->sections[kind];
    return NULL;
}

static int refuse_unknown(sk_reader *reader, const sk_value *at, const char *name)
{
    char allowed[SK_WORDS_SIZE] = "schakel, school, x-...";
    for (size_t i = 0; i < SK_KIND_COUNT; i++)
        sk_add_word(allowed, sizeof allowed, "", sk_kinds[sk_kind_order[i]].section);
    return sk_refuse_member(reader, at, name, allowed);
}

/* Keep a member of the host's. */
static int take_extra(sk_reader *reader, document *d, const char *decoded, const sk_value *name,
                      const sk_value *value)
{
    sk_value where = *value, child = *value;
    if (sk_strings_find(&d->extra_names, decoded) != NULL)
        return sk_refuse_free_value(reader, SCHAKEL_DUPLICATE, value);
    cJSON *tree = sk_tree_parse(value->text, value->length, NULL);
    if (tree == NULL || sk_strings_intern(&d->extra_names, decoded) == NULL) {
        cJSON_Delete(tree);
        return sk_refuse_memory(reader);
    }
    child.node = tree;
    schakel_status status = sk_check_free_value(&child, reader->allocator, &where);
    cJSON_Delete(tree);
    if (status != SCHAKEL_OK)
        return sk_refuse_free_value(reader, status, &where);
    if (d->extra.buffer.length == 0)
        sk_json_open(&d->extra, NULL, '{');
    sk_json_copy(&d->extra, name, value);
    return !d->extra.buffer.failed || sk_refuse_memory(reader);
}

static int take_member(sk_reader *reader, document *d, const sk_value *name, const sk_value *value)
{
    /* A name may be written with escapes. */
    cJSON *decoded = sk_tree_parse(name->text, name->length, NULL);
    if (decoded == NULL)
        return sk_refuse_memory(reader);
    sk_value *member = member_called(d, decoded->valuestring);
    int fine = member != NULL && member->text == NULL;
    if (fine)
        *member = *value;
    else if (member == NULL && sk_is_free_name(decoded->valuestring))
        fine = take_extra(reader, d, decoded->valuestring, name, value);
    else if (member == NULL)
        refuse_unknown(reader, value, decoded->valuestring);
    else
        sk_refuse(reader, value, SCHAKEL_DUPLICATE, "this member is there twice");
    cJSON_Delete(decoded);
    return fine;
}

static int read_version(sk_reader *reader, const document *d)
{
    const sk_value *version = &d->version;
    if (version->text == NULL)
        return sk_refuse(reader, &d->top, SCHAKEL_INVALID, "expected a member \"schakel\", found none");
    cJSON *tree = sk_tree_parse(version->text, version->length, NULL);
    if (tree == NULL)
        return sk_refuse_memory(reader);
    int is_one = cJSON_IsNumber(tree) && tree->valuedouble == 1;
    cJSON_Delete(tree);
    return is_one || sk_refuse_found(reader, version, "1, the version of this kind of document");
}

static int read_top(sk_reader *reader, document *d)
{
    const char *start = sk_json_skip_space(reader->text, reader->text + reader->length);
    sk_value name, child;
    sk_value top = {NULL, start, (size_t)(sk_json_skip_value(start, reader->text + reader->length) - start)};
    if (top.text[0] != '{')
        return sk_refuse_found(reader, &top, "an object");
    sk_children children = sk_children_of(&top);
    while (sk_children_next(&children, &name, &child))
        if (!take_member(reader, d, &name, &child) && !sk_go_on(reader, NULL))
            return 0;
    d->top = top;
    return 1;
}

/*
 * Read the object that begins at `start` into `record`; *end becomes the first byte after it, and the
 * tree is the reader's record until drop_record().
 */
static int read_record(sk_reader *reader, const sk_shape *shape, const char *start, const char **end,
                       void *record)
{
    const cJSON *tree = sk_tree_parse(start, (size_t)(reader->text + reader->length - start), end);
    reader->record = (sk_value){tree, start, tree == NULL ? 0 : (size_t)(*end - start)};
    return tree == NULL ? sk_refuse_memory(reader) : sk_read_object(reader, shape, tree, record);
}

static void drop_record(sk_reader *reader)
{
    cJSON_Delete((cJSON *)reader->record.node);
    reader->record.node = NULL;
    sk_arena_destroy(&reader->arena);
}

static int read_info(sk_reader *reader, const document *d)
{
    schakel_school_info info;
    schakel_error wrong = SCHAKEL_ERROR_INIT;
    const char *end;
    if (d->school.text == NULL)
        return sk_refuse(reader, &d->top, SCHAKEL_INVALID, "expected a member \"school\", found none");
    int fine = read_record(reader, &sk_school_shape, d->school.text, &end, &info);
    if (fine) {
        schakel_status status = schakel_school_set_info(reader->school, &info, &wrong);
        fine = status == SCHAKEL_OK || sk_refuse_record(reader, status, &wrong);
    }
    drop_record(reader);
    return fine;
}

/* The member in which a record refers to another of its kind; NULL when it never does. */
static const sk_field *own_reference(schakel_kind kind)
{
    const sk_shape *shape = sk_kinds[kind].shape;
    for (size_t i = 0; i < shape->field_count; i++)
        if (shape->fields[i].kind == SK_FIELD_REFERENCE && shape->fields[i].target == kind)
            return &shape->fields[i];
    return NULL;
}

static int read_section(sk_reader *reader, schakel_kind kind, const sk_value *array)
{
    const sk_field *reference = own_reference(kind);
    if (array->text == NULL)
        return 1;
    if (array->text[0] != '[')
        return sk_refuse_found(reader, array, "an array") || sk_go_on(reader, NULL);
    if (reference != NULL)
        return sk_read_ordered(reader, kind, reference, array);
    /* Where a record ends follows from reading it, so that nothing is gone over twice. */
    const char *last = array->text + array->length - 1;
    const char *at = sk_json_skip_space(array->text + 1, last);
    while (at < last) {
        sk_any_record record;
        int fine = (read_record(reader, sk_kinds[kind].shape, at, &at, &record) &&
                    sk_add_record(reader, kind, &record)) ||
                   sk_go_on(reader, reader->record.node);
        drop_record(reader);
        if (!fine)
            return 0;
        at = sk_json_skip_space(at, last);
        if (at < last)
            at = sk_json_skip_space(at + 1, last);
    }
    return 1;
}

static int set_document_extra(sk_reader *reader, document *d)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    if (d->extra.buffer.length == 0)
        return 1;
    sk_json_close(&d->extra, '}');
    schakel_school_get_info(reader->school, &info);
    info.document_extra = d->extra.buffer.data;
    return (!d->extra.buffer.failed && schakel_school_set_info(reader->school, &info, NULL) == SCHAKEL_OK) ||
           sk_refuse_memory(reader);
}

static int read_members(sk_reader *reader, document *d)
{
    if (!read_top(reader, d) || (!read_version(reader, d) && !sk_go_on(reader, NULL)) ||
        (!(read_info(reader, d) && set_document_extra(reader, d)) && !sk_go_on(reader, NULL)))
        return 0;
    for (size_t i = 0; i < SK_KIND_COUNT; i++)
        if (!read_section(reader, sk_kind_order[i], &d->sections[sk_kind_order[i]]))
            return 0;
    return 1;
}

static int read_document(sk_reader *reader)
{
    document d = {.top = {NULL, NULL, 0}};
    if (reader->length > SCHAKEL_DOCUMENT_MAX) {
        sk_fail(&reader->error, SCHAKEL_TOO_LARGE, NULL, "a document is at most 1 GiB");
        return 0;
    }
    if (sk_json_scan(reader->text, reader->length, SCHAKEL_NESTING_MAX, &reader->error) != SCHAKEL_OK)
        return 0;
    sk_json_writer_init(&d.extra, reader->allocator, 1);
    sk_strings_init(&d.extra_names, reader->allocator);
    int fine = read_members(reader, &d);
    sk_buffer_destroy(&d.extra.buffer);
    sk_strings_destroy(&d.extra_names);
    return fine;
}

schakel_status sk_read_school(const char *json, size_t length, const schakel_allocator *allocator,
                              schakel_problems *problems, schakel_school **out, schakel_error *error)
{
    sk_reader reader = {.text = json == NULL ? "" : json,
                        .length = length,
                        .error = SCHAKEL_ERROR_INIT,
                        .problems = problems};
    schakel_status status = schakel_school_create(allocator, &reader.school, error);
    if (status != SCHAKEL_OK)
        return status;
    reader.allocator = sk_handle_allocator(reader.school);
    sk_arena_init(&reader.arena, reader.allocator);
    int fine = read_document(&reader);
    sk_arena_destroy(&reader.arena);
    if (fine) {
        *out = reader.school;
        return SCHAKEL_OK;
    }
    schakel_school_destroy(reader.school);
    if (error != NULL)
        sk_record_out(error, &reader.error, sizeof reader.error);
    return reader.error.status;
}

schakel_status schakel_school_from_json(const char *json, size_t length, const schakel_allocator *allocator,
                                        schakel_school **out, schakel_error *error)
{
    if (out != NULL)
        *out = NULL;
    if (out == NULL || (json == NULL && length > 0))
        return sk_fail_misuse(error, "expected a text and a place to put the school");
    return sk_read_school(json, length, allocator, NULL, out, error);
}
