#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* ---------------------------------------------------------------- allocator */

static void *libc_allocate(void *context, size_t size)
{
    (void)context;
    return malloc(size);
}

static void *libc_reallocate(void *context, void *block, size_t size)
{
    (void)context;
    return realloc(block, size);
}

static void libc_release(void *context, void *block)
{
    (void)context;
    free(block);
}

int sk_allocator_resolve(const schakel_allocator *given, schakel_allocator *out)
{
    const schakel_allocator libc = {sizeof libc, NULL, libc_allocate, libc_reallocate, libc_release};
    *out = libc;
    if (given == NULL)
        return 1;
    return sk_record_in(given, out, sizeof *out) && out->allocate != NULL && out->reallocate != NULL &&
           out->release != NULL;
}

void *sk_alloc(const schakel_allocator *allocator, size_t size)
{
    return allocator->allocate(allocator->context, size == 0 ? 1 : size);
}

void *sk_alloc_zeroed(const schakel_allocator *allocator, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    void *block = sk_alloc(allocator, count * size);
    if (block != NULL)
        memset(block, 0, count * size);
    return block;
}

void sk_free(const schakel_allocator *allocator, void *block)
{
    if (block != NULL)
        allocator->release(allocator->context, block);
}

int sk_grow(const schakel_allocator *allocator, void *items, size_t *capacity, size_t needed,
            size_t item_size)
{
    if (needed <= *capacity)
        return 1;
    size_t wanted = *capacity + *capacity / 2;
    if (wanted < needed)
        wanted = needed;
    if (wanted < 8)
        wanted = 8;
    if (wanted > SIZE_MAX / item_size)
        return 0;
    /* The pointer is copied as bytes: its type is the caller's. */
    void *old;
    memcpy(&old, items, sizeof old);
    void *grown = old == NULL ? sk_alloc(allocator, wanted * item_size)
                              : allocator->reallocate(allocator->context, old, wanted * item_size);
    if (grown == NULL)
        return 0;
    memcpy(items, &grown, sizeof grown);
    *capacity = wanted;
    return 1;
}

/* -------------------------------------------------------------------- arena */

struct sk_arena_block {
    struct sk_arena_block *older;
    max_align_t bytes[];
};

enum { ARENA_FIRST = 1024, ARENA_LARGEST = 1024 * 1024 };

void sk_arena_init(sk_arena *arena, const schakel_allocator *allocator)
{
    *arena = (sk_arena){allocator, NULL, 0, 0};
}

void sk_arena_destroy(sk_arena *arena)
{
    struct sk_arena_block *block = arena->blocks;
    while (block != NULL) {
        struct sk_arena_block *older = block->older;
        sk_free(arena->allocator, block);
        block = older;
    }
    sk_arena_init(arena, arena->allocator);
}

static void *arena_take(sk_arena *arena, size_t size, size_t alignment)
{
    size_t start = (arena->used + alignment - 1) / alignment * alignment;
    if (arena->blocks == NULL || start > arena->size || size > arena->size - start) {
        size_t next = arena->size == 0 ? ARENA_FIRST : arena->size * 2;
        if (next > ARENA_LARGEST)
            next = ARENA_LARGEST;
        if (next < size)
            next = size;
        if (next > SIZE_MAX - sizeof(struct sk_arena_block))
            return NULL;
        struct sk_arena_block *block = sk_alloc(arena->allocator, sizeof *block + next);
        if (block == NULL)
            return NULL;
        block->older = arena->blocks;
        arena->blocks = block;
        arena->size = next;
        start = 0;
    }
    arena->used = start + size;
    return (char *)arena->blocks->bytes + start;
}

void *sk_arena_alloc(sk_arena *arena, size_t size)
{
    return arena_take(arena, size, _Alignof(max_align_t));
}

void *sk_arena_array(sk_arena *arena, size_t count, size_t size, int fill)
{
    void *items = size != 0 && count > SIZE_MAX / size ? NULL : sk_arena_alloc(arena, count * size);
    if (items != NULL)
        memset(items, fill, count * size);
    return items;
}

char *sk_arena_text(sk_arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        return NULL;
    char *copy = arena_take(arena, length + 1, 1);
    if (copy != NULL) {
        if (length > 0)
            memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}

/* ------------------------------------------------------------------- buffer */

/* A text that is handed out is preceded by the allocator that must take it back. */
typedef union buffer_head {
    schakel_allocator allocator;
    max_align_t align;
} buffer_head;

void sk_buffer_init(sk_buffer *buffer, const schakel_allocator *allocator)
{
    *buffer = (sk_buffer){allocator, NULL, 0, 0, 0};
}

void sk_buffer_destroy(sk_buffer *buffer)
{
    if (buffer->data != NULL)
        sk_free(buffer->allocator, buffer->data - sizeof(buffer_head));
    sk_buffer_init(buffer, buffer->allocator);
}

/* Room for `more` bytes and a NUL. */
static int buffer_reserve(sk_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return 0;
    if (more <= SIZE_MAX - buffer->length - sizeof(buffer_head) - 1) {
        size_t needed = sizeof(buffer_head) + buffer->length + more + 1;
        char *block = buffer->data == NULL ? NULL : buffer->data - sizeof(buffer_head);
        if (sk_grow(buffer->allocator, &block, &buffer->capacity, needed, 1)) {
            buffer->data = block + sizeof(buffer_head);
            return 1;
        }
    }
    buffer->failed = 1;
    return 0;
}

void sk_buffer_add(sk_buffer *buffer, const char *text, size_t length)
{
    if (!buffer_reserve(buffer, length))
        return;
    if (length > 0)
        memcpy(buffer->data + buffer->length, text, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void sk_buffer_adds(sk_buffer *buffer, const char *text)
{
    sk_buffer_add(buffer, text, strlen(text));
}

void sk_buffer_addf(sk_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        buffer->failed = 1;
    else if (buffer_reserve(buffer, (size_t)length)) {
        vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
}

schakel_status sk_buffer_take(sk_buffer *buffer, char **out, size_t *length)
{
    sk_buffer_add(buffer, "", 0);
    *out = NULL;
    if (buffer->failed) {
        sk_buffer_destroy(buffer);
        return SCHAKEL_NO_MEMORY;
    }
    buffer_head head;
    memset(&head, 0, sizeof head);
    head.allocator = *buffer->allocator;
    memcpy(buffer->data - sizeof head, &head, sizeof head);
    *out = buffer->data;
    if (length != NULL)
        *length = buffer->length;
    sk_buffer_init(buffer, buffer->allocator);
    return SCHAKEL_OK;
}

void schakel_buffer_free(char *buffer)
{
    if (buffer == NULL)
        return;
    buffer_head head;
    memcpy(&head, buffer - sizeof head, sizeof head);
    sk_free(&head.allocator, buffer - sizeof head);
}
