/* Trees of cJSON, each node together with the text it was read from. */
#ifndef SK_EXCHANGE_JSON_TREE_H
#define SK_EXCHANGE_JSON_TREE_H

#include <cjson/cJSON.h>

#include "base/memory.h"

/* A value in a document. `node` is NULL while no tree was built; then only `text` is known. */
typedef struct sk_value {
    const cJSON *node;
    const char *text;
    size_t length;
} sk_value;

/*
 * Build the tree of the value that begins at `text`, which is part of scanned text of
 * `length` more bytes; `end`, which may be NULL, becomes the first byte after the value.
 * NULL when memory ran out, which is all that can go wrong; end it with cJSON_Delete().
 *
 * cJSON keeps a process-wide pointer to the last error, and sets it to the same two
 * constants (NULL and 0) at the start of every parse. Two threads that do so at once
 * write equal values to a place that this library never reads. Scanned text makes no
 * error, so nothing else is written unless malloc fails.
 */
cJSON *sk_tree_parse(const char *text, size_t length, const char **end);

/* Goes over the members of an object or the items of an array. */
typedef struct sk_children {
    const cJSON *node;
    const char *at;
    const char *end;
    int has_names;
} sk_children;

sk_children sk_children_of(const sk_value *container);
/*
 * The next child; for a member `name` is its name as written, quotes included. `name` may be NULL.
 * Returns 0 at the end.
 */
int sk_children_next(sk_children *children, sk_value *name, sk_value *child);

/* The value of a node somewhere in a tree. Walks the text, so it is for what is rare. */
sk_value sk_value_of(const sk_value *tree, const cJSON *node);

/* What a value is, for a message: short text as it is written, or "an object". */
enum { SK_FOUND_SIZE = 72 };
const char *sk_value_found(const sk_value *value, char out[SK_FOUND_SIZE]);

/*
 * What is wrong with the host's own data: a number that a 64-bit float would change, a
 * member that is there twice. `where` is set unless memory ran out.
 */
schakel_status sk_check_free_value(const sk_value *value, const schakel_allocator *allocator,
                                   sk_value *where);
/* The same for the names of one object alone. */
schakel_status sk_check_names(const sk_value *object, const schakel_allocator *allocator, sk_value *where);

#endif
