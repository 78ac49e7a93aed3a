#include "school/families.h"

#include "school/model.h"

int sk_is_parent_kind(schakel_tie_kind kind)
{
    return kind <= SCHAKEL_TIE_GUARDIAN;
}

uint32_t sk_root_of(uint32_t *parent, uint32_t item)
{
    while (parent[item] != item) {
        parent[item] = parent[parent[item]];
        item = parent[item];
    }
    return item;
}

void sk_join(uint32_t *parent, uint32_t a, uint32_t b)
{
    uint32_t root_a = sk_root_of(parent, a), root_b = sk_root_of(parent, b);
    if (root_a < root_b)
        parent[root_b] = root_a;
    else
        parent[root_a] = root_b;
}

static void join_children_of(const schakel_school *school, size_t adult, uint32_t *parent)
{
    const adult_entry *entry = sk_entry(school, SCHAKEL_KIND_ADULT, adult);
    size_t first = SCHAKEL_NONE;
    for (const tie_node *node = entry->ties.first; node != NULL; node = node->next_of_adult) {
        if (!sk_is_parent_kind(node->tie.kind))
            continue;
        size_t child = sk_index_get(&school->tables[SCHAKEL_KIND_CHILD].by_id, node->tie.child_id);
        if (first != SCHAKEL_NONE)
            sk_join(parent, (uint32_t)first, (uint32_t)child);
        first = first == SCHAKEL_NONE ? child : first;
    }
}

int sk_families_find(sk_families *families, const schakel_school *school, sk_arena *arena)
{
    size_t children = schakel_school_count(school, SCHAKEL_KIND_CHILD);
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    uint32_t *number = sk_arena_array(arena, children, sizeof *number, 0);
    *families = (sk_families){number, 0};
    if (number == NULL)
        return 0;
    for (size_t i = 0; i < children; i++)
        number[i] = (uint32_t)i;
    for (size_t i = 0; i < adults; i++)
        join_children_of(school, i, number);
    /* A root comes before the rest of its tree, so it has its number before they take theirs from it. */
    for (size_t i = 0; i < children; i++)
        number[i] = sk_root_of(number, (uint32_t)i);
    for (size_t i = 0; i < children; i++)
        number[i] = number[i] == i ? (uint32_t)families->count++ : number[number[i]];
    return 1;
}
