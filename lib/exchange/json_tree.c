#include "exchange/json_tree.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "exchange/json_scan.h"

cJSON *sk_tree_parse(const char *text, size_t length, const char **end)
{
    return cJSON_ParseWithLengthOpts(text, length, end, 0);
}

sk_children sk_children_of(const sk_value *container)
{
    return (sk_children){container->node == NULL ? NULL : container->node->child, container->text + 1,
                         container->text + container->length - 1, container->text[0] == '{'};
}

/* Take one value from the text. */
static sk_value take_text(sk_children *children)
{
    const char *start = children->at;
    children->at = sk_json_skip_value(start, children->end);
    return (sk_value){NULL, start, (size_t)(children->at - start)};
}

static void skip_separators(sk_children *children)
{
    const char *at = sk_json_skip_space(children->at, children->end);
    if (at < children->end && (*at == ',' || *at == ':'))
        at = sk_json_skip_space(at + 1, children->end);
    children->at = at;
}

int sk_children_next(sk_children *children, sk_value *name, sk_value *child)
{
    skip_separators(children);
    if (children->at == children->end)
        return 0;
    if (children->has_names) {
        sk_value text = take_text(children);
        skip_separators(children);
        if (name != NULL)
            *name = text;
    }
    *child = take_text(children);
    child->node = children->node;
    if (children->node != NULL)
        children->node = children->node->next;
    return 1;
}

/* Put the value of a node, when it is in a container, in *out. Nesting is bounded by the scan. */
static int find(const sk_value *container, const cJSON *node, sk_value *out)
{
    sk_value child;
    sk_children children = sk_children_of(container);
    while (sk_children_next(&children, NULL, &child)) {
        *out = child;
        if (child.node == node || (child.node->child != NULL && find(&child, node, out)))
            return 1;
    }
    return 0;
}

sk_value sk_value_of(const sk_value *tree, const cJSON *node)
{
    sk_value found = *tree;
    return tree->node == node || !find(tree, node, &found) ? *tree : found;
}

const char *sk_value_found(const sk_value *value, char out[SK_FOUND_SIZE])
{
    enum { SHOWN = SK_FOUND_SIZE - 4 };
    if (value->text[0] == '{')
        return "an object";
    if (value->text[0] == '[')
        return "an array";
    size_t length = value->length;
    if (length > SHOWN)
        length = sk_utf8_cut(value->text, SHOWN);
    snprintf(out, SK_FOUND_SIZE, "%.*s%s", (int)length, value->text, length < value->length ? "..." : "");
    return out;
}

/* -------------------------------------------------------------- free values */

/* The significant digits of a number as it is written; returns how many, at most `size`. */
static size_t significant_digits(const char *text, size_t length, char *digits, size_t size)
{
    size_t count = 0, last = 0;
    for (size_t i = 0; i < length && text[i] != 'e' && text[i] != 'E'; i++) {
        /* Whatever is no digit is a sign or a decimal point, which in printed text may be the locale's. */
        if (text[i] < '0' || text[i] > '9' || (count == 0 && text[i] == '0') || count == size)
            continue;
        digits[count++] = text[i];
        if (text[i] != '0')
            last = count;
    }
    return last;
}

static int is_whole(const sk_value *number)
{
    return memchr(number->text, '.', number->length) == NULL &&
           memchr(number->text, 'e', number->length) == NULL &&
           memchr(number->text, 'E', number->length) == NULL;
}

/* Does a 64-bit float hold this number to its last digit? */
static int keeps_digits(const sk_value *number)
{
    enum { DIGITS_MAX = 17 };
    char written[SK_NUMBER_LENGTH_MAX], held[SK_NUMBER_LENGTH_MAX], printed[SK_NUMBER_LENGTH_MAX];
    double value = number->node->valuedouble;
    size_t count = significant_digits(number->text, number->length, written, sizeof written);
    if (count == 0)
        return 1;
    if (count > DIGITS_MAX || !isfinite(value) || value == 0)
        return 0;
    if (is_whole(number) && (value > 9007199254740992.0 || value < -9007199254740992.0))
        return 0;
    int length = snprintf(printed, sizeof printed, "%.*e", (int)count - 1, value);
    return length > 0 && significant_digits(printed, (size_t)length, held, sizeof held) == count &&
           memcmp(written, held, count) == 0;
}

static int by_name(const void *a, const void *b)
{
    const cJSON *const *first = a, *const *second = b;
    return strcmp((*first)->string, (*second)->string);
}

schakel_status sk_check_names(const sk_value *object, const schakel_allocator *allocator, sk_value *where)
{
    size_t count = (size_t)cJSON_GetArraySize(object->node), i = 0;
    const cJSON *node, *twice = NULL;
    if (count < 2)
        return SCHAKEL_OK;
    const cJSON **members = sk_alloc_zeroed(allocator, count, sizeof *members);
    if (members == NULL)
        return SCHAKEL_NO_MEMORY;
    cJSON_ArrayForEach(node, object->node) members[i++] = node;
    qsort(members, count, sizeof *members, by_name);
    for (i = 1; i < count && twice == NULL; i++)
        if (strcmp(members[i - 1]->string, members[i]->string) == 0)
            twice = members[i];
    sk_free(allocator, members);
    if (twice == NULL)
        return SCHAKEL_OK;
    sk_children children = sk_children_of(object);
    sk_value child;
    while (sk_children_next(&children, NULL, &child))
        if (child.node->string != NULL && strcmp(child.node->string, twice->string) == 0)
            *where = child; /* the last one with that name */
    return SCHAKEL_DUPLICATE;
}

/* Nesting is bounded by the scan, so this may call itself. */
schakel_status sk_check_free_value(const sk_value *value, const schakel_allocator *allocator, sk_value *where)
{
    schakel_status status = SCHAKEL_OK;
    if (cJSON_IsNumber(value->node) && !keeps_digits(value)) {
        *where = *value;
        return SCHAKEL_INVALID;
    }
    if (!cJSON_IsArray(value->node) && !cJSON_IsObject(value->node))
        return SCHAKEL_OK;
    if (cJSON_IsObject(value->node))
        status = sk_check_names(value, allocator, where);
    sk_children children = sk_children_of(value);
    sk_value child;
    while (status == SCHAKEL_OK && sk_children_next(&children, NULL, &child))
        status = sk_check_free_value(&child, allocator, where);
    return status;
}
