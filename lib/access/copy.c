#include "access/copy.h"

#include <string.h>

#include "base/error.h"

typedef struct copying {
    const schakel_school *from;
    schakel_school *to;
    const sk_copy_rules *rules;
    void *context;
    schakel_kind kind; /* of the record at hand */
    size_t index;
    sk_arena arena; /* of its lists */
    schakel_error *error;
} copying;

static void set_text(void *record, size_t offset, const char *text)
{
    memcpy((char *)record + offset, &text, sizeof text);
}

/* Is the record with this id in the copy already, or built in? Records come in an order in which they can be added. */
static int is_there(const copying *c, schakel_kind kind, const char *id)
{
    return sk_is_there(c->to, kind, id);
}

/* --------------------------------------------------------------- references */

static int keeps_item(const copying *c, const sk_field *field, const char *id)
{
    return c->rules->keeps_item == NULL || c->rules->keeps_item(c->context, c->kind, c->index, field, id);
}

static schakel_status leave_out(copying *c, const sk_shape *shape, void *record, int *stays);

/* Copy a list so that items can be left out of it; NULL when memory ran out or it is empty. */
static char *copy_list(copying *c, const sk_field *field, const void *record, size_t size)
{
    size_t count = sk_count_at(record, field->count_offset);
    char *copy = count == 0 ? NULL : sk_arena_alloc(&c->arena, count * size);
    if (copy != NULL)
        memcpy(copy, sk_text_at(record, field->offset), count * size);
    return copy;
}

static schakel_status leave_out_of_list(copying *c, const sk_field *field, void *record)
{
    size_t size = field->items != NULL ? field->items->size : sizeof(const char *);
    size_t count = sk_count_at(record, field->count_offset), kept = 0;
    char *items = copy_list(c, field, record, size);
    if (items == NULL)
        return count == 0 ? SCHAKEL_OK : SCHAKEL_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        char *item = items + i * size;
        int stays = 1;
        schakel_status status = SCHAKEL_OK;
        if (field->items != NULL)
            status = leave_out(c, field->items, item, &stays);
        else
            stays =
                is_there(c, field->target, sk_text_at(item, 0)) && keeps_item(c, field, sk_text_at(item, 0));
        if (status != SCHAKEL_OK)
            return status;
        if (stays)
            memmove(items + kept++ * size, item, size);
    }
    set_text(record, field->offset, items);
    memcpy((char *)record + field->count_offset, &kept, sizeof kept);
    return SCHAKEL_OK;
}

/* Leave out of a record what refers to what is not kept; *stays becomes 0 when it cannot do without. */
static schakel_status leave_out(copying *c, const sk_shape *shape, void *record, int *stays)
{
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < shape->field_count && status == SCHAKEL_OK; i++) {
        const sk_field *field = &shape->fields[i];
        if (field->kind == SK_FIELD_REFERENCE) {
            const char *id = sk_text_at(record, field->offset);
            if (id == NULL || is_there(c, field->target, id))
                continue;
            *stays &= !field->required;
            set_text(record, field->offset, NULL);
        } else if (field->kind == SK_FIELD_REFERENCES || field->kind == SK_FIELD_OBJECTS) {
            status = leave_out_of_list(c, field, record);
        }
    }
    return status;
}

/* ------------------------------------------------------------------- records */

static schakel_status copy_places(copying *c, size_t index)
{
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < schakel_school_place_count(c->from, index) && status == SCHAKEL_OK; i++) {
        schakel_place place = SCHAKEL_PLACE_INIT;
        schakel_school_get_place(c->from, index, i, &place);
        if (!c->rules->with_extra)
            place.extra = NULL;
        status = schakel_school_add_place(c->to, &place, c->error);
    }
    return status;
}

static schakel_status copy_ties(copying *c, size_t index)
{
    const child_entry *child = sk_entry(c->from, SCHAKEL_KIND_CHILD, index);
    schakel_status status = SCHAKEL_OK;
    for (const tie_node *node = child->ties.first; node != NULL && status == SCHAKEL_OK;
         node = node->next_of_child)
        if (is_there(c, SCHAKEL_KIND_ADULT, node->tie.adult_id) &&
            (c->rules->keeps_tie == NULL || c->rules->keeps_tie(c->context, &node->tie)))
            status = schakel_school_add_tie(c->to, &node->tie, c->error);
    return status;
}

static schakel_status copy_record(copying *c, schakel_kind kind, size_t index)
{
    const sk_shape *shape = sk_kinds[kind].shape;
    sk_any_record record;
    int stays = 1;
    c->kind = kind;
    c->index = index;
    memcpy(&record, shape->defaults, shape->size);
    sk_school_get(c->from, kind, index, &record);
    if (!c->rules->with_extra)
        set_text(&record, shape->extra, NULL);
    c->rules->trim(c->context, kind, index, &record);
    if (leave_out(c, shape, &record, &stays) != SCHAKEL_OK)
        return sk_fail_memory(c->error);
    if (!stays)
        return SCHAKEL_OK;
    schakel_status status = sk_school_add(c->to, kind, &record, c->error);
    if (status == SCHAKEL_OK && kind == SCHAKEL_KIND_NEED)
        status = copy_places(c, index);
    if (status == SCHAKEL_OK && kind == SCHAKEL_KIND_CHILD)
        status = copy_ties(c, index);
    return status;
}

static schakel_status copy_kind(copying *c, schakel_kind kind)
{
    schakel_status status = SCHAKEL_OK;
    for (size_t i = 0; i < schakel_school_count(c->from, kind) && status == SCHAKEL_OK; i++) {
        if (!c->rules->keeps(c->context, kind, i))
            continue;
        status = copy_record(c, kind, i);
        sk_arena_destroy(&c->arena);
    }
    return status;
}

static schakel_status copy_info(copying *c)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(c->from, &info);
    if (info.id == NULL)
        return SCHAKEL_OK;
    if (!c->rules->with_extra)
        info.extra = info.document_extra = NULL;
    return schakel_school_set_info(c->to, &info, c->error);
}

schakel_status sk_copy_school(const schakel_school *school, const sk_copy_rules *rules, void *context,
                              schakel_school **out, schakel_error *error)
{
    copying c = {.from = school, .rules = rules, .context = context, .error = error};
    schakel_status status = schakel_school_create(sk_handle_allocator(school), &c.to, error);
    if (status != SCHAKEL_OK)
        return status;
    sk_arena_init(&c.arena, sk_handle_allocator(school));
    status = copy_info(&c);
    for (size_t i = 0; i < SK_KIND_COUNT && status == SCHAKEL_OK; i++)
        status = copy_kind(&c, sk_kind_order[i]);
    sk_arena_destroy(&c.arena);
    if (status == SCHAKEL_OK)
        *out = c.to;
    else
        schakel_school_destroy(c.to);
    return status;
}
