#include "base/strings.h"

#include <string.h>

/* FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
static size_t hash_text(const char *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return (size_t)(hash ^ (hash >> 32));
}

static size_t hash_pointer(const void *pointer)
{
    uint64_t bits = (uint64_t)(uintptr_t)pointer * 0x9E3779B97F4A7C15u;
    return (size_t)(bits >> 20);
}

/* Both tables stay at most three quarters full. */
static int is_full(size_t count, size_t capacity)
{
    return (count + 1) * 4 > capacity * 3;
}

static size_t grown(size_t capacity)
{
    return capacity == 0 ? 16 : capacity * 2;
}

/* ------------------------------------------------------------------ strings */

void sk_strings_init(sk_strings *strings, const schakel_allocator *allocator)
{
    *strings = (sk_strings){.slots = NULL};
    sk_arena_init(&strings->arena, allocator);
}

void sk_strings_destroy(sk_strings *strings)
{
    const schakel_allocator *allocator = strings->arena.allocator;
    sk_arena_destroy(&strings->arena);
    sk_free(allocator, strings->slots);
    sk_strings_init(strings, allocator);
}

/* The slot that holds a text, or the empty one where it belongs. */
static sk_string_slot *string_slot(const sk_strings *strings, const char *text, size_t hash)
{
    size_t slot = hash & (strings->capacity - 1);
    while (strings->slots[slot].text != NULL &&
           (strings->slots[slot].hash != hash || strcmp(strings->slots[slot].text, text) != 0))
        slot = (slot + 1) & (strings->capacity - 1);
    return &strings->slots[slot];
}

static int strings_grow(sk_strings *strings)
{
    sk_strings larger = *strings;
    larger.capacity = grown(strings->capacity);
    larger.slots = sk_alloc_zeroed(strings->arena.allocator, larger.capacity, sizeof *larger.slots);
    if (larger.slots == NULL)
        return 0;
    for (size_t i = 0; i < strings->capacity; i++)
        if (strings->slots[i].text != NULL)
            *string_slot(&larger, strings->slots[i].text, strings->slots[i].hash) = strings->slots[i];
    sk_free(strings->arena.allocator, strings->slots);
    *strings = larger;
    return 1;
}

const char *sk_strings_find(const sk_strings *strings, const char *text)
{
    return strings->capacity == 0 ? NULL : string_slot(strings, text, hash_text(text))->text;
}

const char *sk_strings_intern(sk_strings *strings, const char *text)
{
    if (is_full(strings->count, strings->capacity) && !strings_grow(strings))
        return NULL;
    size_t hash = hash_text(text);
    sk_string_slot *slot = string_slot(strings, text, hash);
    if (slot->text == NULL) {
        slot->text = sk_arena_text(&strings->arena, text, strlen(text));
        slot->hash = hash;
        strings->count += slot->text != NULL;
    }
    return slot->text;
}

/* -------------------------------------------------------------------- index */

void sk_index_init(sk_index *index, const schakel_allocator *allocator)
{
    *index = (sk_index){allocator, NULL, 0, 0};
}

void sk_index_destroy(sk_index *index)
{
    sk_free(index->allocator, index->slots);
    sk_index_init(index, index->allocator);
}

static size_t index_slot(const sk_index *index, const char *key)
{
    size_t slot = hash_pointer(key) & (index->capacity - 1);
    while (index->slots[slot].key != NULL && index->slots[slot].key != key)
        slot = (slot + 1) & (index->capacity - 1);
    return slot;
}

int sk_index_reserve(sk_index *index)
{
    if (!is_full(index->count, index->capacity))
        return 1;
    sk_index larger = *index;
    larger.capacity = grown(index->capacity);
    larger.slots = sk_alloc_zeroed(index->allocator, larger.capacity, sizeof *larger.slots);
    if (larger.slots == NULL)
        return 0;
    for (size_t i = 0; i < index->capacity; i++)
        if (index->slots[i].key != NULL)
            larger.slots[index_slot(&larger, index->slots[i].key)] = index->slots[i];
    sk_free(index->allocator, index->slots);
    *index = larger;
    return 1;
}

void sk_index_set(sk_index *index, const char *key, size_t value)
{
    size_t slot = index_slot(index, key);
    index->count += index->slots[slot].key == NULL;
    index->slots[slot] = (sk_index_slot){key, value};
}

size_t sk_index_get(const sk_index *index, const char *key)
{
    if (index->capacity == 0 || key == NULL)
        return (size_t)-1;
    const sk_index_slot *slot = &index->slots[index_slot(index, key)];
    return slot->key == NULL ? (size_t)-1 : slot->value;
}

void sk_index_remove(sk_index *index, const char *key)
{
    size_t mask = index->capacity - 1;
    size_t hole = index_slot(index, key);
    /* Move back what would not be found past the hole (linear probing, Knuth 6.4 algorithm R). */
    for (size_t i = (hole + 1) & mask; index->slots[i].key != NULL; i = (i + 1) & mask) {
        size_t home = hash_pointer(index->slots[i].key) & mask;
        if (((i - home) & mask) >= ((i - hole) & mask)) {
            index->slots[hole] = index->slots[i];
            hole = i;
        }
    }
    index->slots[hole].key = NULL;
    index->count--;
}
