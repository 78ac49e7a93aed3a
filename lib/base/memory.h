/* Memory for the library: the caller's allocator, growing arrays, an arena and text buffers. */
#ifndef SK_BASE_MEMORY_H
#define SK_BASE_MEMORY_H

#include "schakel/base.h"

/*
 * Fill *out from what the caller passed (NULL: malloc, realloc, free).
 * Returns 0 when a function in it is missing.
 */
int sk_allocator_resolve(const schakel_allocator *given, schakel_allocator *out);

/*
 * The allocator of a handle (school, checker, report, matching, reach, ...). Every handle's
 * first member is the schakel_allocator it was made with, so that what is made from it can
 * use the same one without knowing the room it comes from.
 */
static inline const schakel_allocator *sk_handle_allocator(const void *handle)
{
    return (const schakel_allocator *)handle;
}

/* Memory or NULL; a size of 0 counts as 1. */
void *sk_alloc(const schakel_allocator *allocator, size_t size);
/* Zeroed memory for count items, or NULL, also when count * size overflows. */
void *sk_alloc_zeroed(const schakel_allocator *allocator, size_t count, size_t size);
/* NULL is ignored. */
void sk_free(const schakel_allocator *allocator, void *block);

/*
 * Make room for `needed` items in an array: `items` is the address of the array's
 * pointer. Grows by half at least. Returns 0 when memory ran out; the array stays.
 */
int sk_grow(const schakel_allocator *allocator, void *items, size_t *capacity, size_t needed,
            size_t item_size);

/* Memory that is given back all at once. The allocator must outlive it. */
typedef struct sk_arena {
    const schakel_allocator *allocator;
    struct sk_arena_block *blocks;
    size_t used; /* in the newest block */
    size_t size; /* of the newest block */
} sk_arena;

void sk_arena_init(sk_arena *arena, const schakel_allocator *allocator);
void sk_arena_destroy(sk_arena *arena);
/* Aligned for any type; NULL when memory ran out. Not zeroed. */
void *sk_arena_alloc(sk_arena *arena, size_t size);
/* An array with every byte set to `fill`; NULL when memory ran out, also when count * size overflows. */
void *sk_arena_array(sk_arena *arena, size_t count, size_t size, int fill);
/* A NUL-terminated copy, packed without alignment; NULL when memory ran out. */
char *sk_arena_text(sk_arena *arena, const char *text, size_t length);

/*
 * Text that is built up piece by piece. A piece that finds no memory sets `failed`
 * and later pieces are ignored, so only the end needs a check.
 */
typedef struct sk_buffer {
    const schakel_allocator *allocator;
    char *data; /* NUL-terminated, or NULL while empty */
    size_t length;
    size_t capacity;
    int failed;
} sk_buffer;

void sk_buffer_init(sk_buffer *buffer, const schakel_allocator *allocator);
void sk_buffer_destroy(sk_buffer *buffer);
void sk_buffer_add(sk_buffer *buffer, const char *text, size_t length);
void sk_buffer_adds(sk_buffer *buffer, const char *text);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void sk_buffer_addf(sk_buffer *buffer, const char *format, ...);
/*
 * Hand the text to the caller, who ends it with schakel_buffer_free(). The buffer is
 * empty after it. Returns SCHAKEL_NO_MEMORY when a piece had failed; *out is NULL then.
 */
schakel_status sk_buffer_take(sk_buffer *buffer, char **out, size_t *length);

#endif
