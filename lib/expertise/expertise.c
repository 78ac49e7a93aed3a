/* Making the index: the built-in concepts first, then those of the school. */
#include <string.h>

#include "base/error.h"
#include "expertise/index.h"
#include "expertise/tables.h"

void schakel_expertise_destroy(schakel_expertise *expertise)
{
    if (expertise == NULL)
        return;
    const schakel_allocator allocator = expertise->allocator;
    sk_index_destroy(&expertise->numbers);
    sk_index_destroy(&expertise->cues);
    sk_strings_destroy(&expertise->strings);
    sk_free(&allocator, expertise->terms);
    sk_free(&allocator, expertise->slots);
    sk_free(&allocator, expertise->patterns);
    sk_free(&allocator, expertise->postings);
    sk_free(&allocator, expertise->uses);
    sk_free(&allocator, expertise->synonyms);
    sk_free(&allocator, expertise->concepts);
    sk_free(&allocator, expertise->by_start);
    sk_free(&allocator, expertise->by_end);
    sk_arena_destroy(&expertise->arena);
    sk_free(&allocator, expertise);
}

/* A copy of a school's text, NULL for NULL. Returns 0 when memory ran out. */
static int keep_text(schakel_expertise *x, const char *text, const char **kept)
{
    *kept = text == NULL ? NULL : sk_arena_text(&x->arena, text, strlen(text));
    return text == NULL || *kept != NULL;
}

/* A concept, built in or of the school, by its number here. */
static schakel_concept concept_at(const schakel_school *school, size_t number)
{
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    size_t builtin = schakel_builtin_concept_count();
    if (number < builtin)
        schakel_builtin_concept_get(number, &concept);
    else
        schakel_school_get_concept(school, number - builtin, &concept);
    return concept;
}

/* What is built in lives for ever. */
static void add_builtin(schakel_expertise *x, uint32_t number)
{
    const schakel_concept *concept = &sk_builtin_concepts[number];
    const uint32_t *served = &sk_builtin_served.first[number];
    x->concepts[number] = (sk_expert_concept){.id = concept->id,
                                              .label_nl = concept->label_nl,
                                              .label_en = concept->label_en,
                                              .broader = sk_builtin_broader[number],
                                              .serves = sk_builtin_served.others + served[0],
                                              .serves_count = served[1] - served[0]};
}

/* The number here of the concept with an id, which is there; SK_NO_CONCEPT for NULL. */
static uint32_t number_of(const schakel_school *school, const char *id)
{
    if (id == NULL)
        return SK_NO_CONCEPT;
    size_t index = schakel_builtin_concept_find(id);
    if (index == SCHAKEL_NONE)
        index = schakel_builtin_concept_count() + schakel_school_find(school, SCHAKEL_KIND_CONCEPT, id);
    return (uint32_t)index;
}

/* The themes and needs that a concept of the school serves, by number. */
static int keep_serves(schakel_expertise *x, sk_expert_concept *kept, const schakel_concept *concept)
{
    uint32_t *serves = sk_arena_alloc(&x->arena, (concept->serves_count + 1) * sizeof *serves);
    if (serves == NULL)
        return 0;
    for (size_t i = 0; i < concept->serves_count; i++)
        serves[i] = (uint32_t)schakel_builtin_concept_find(concept->serves_ids[i]);
    kept->serves = serves;
    kept->serves_count = (uint32_t) concept->serves_count;
    return 1;
}

/* What is the school's is copied. */
static int add_own(schakel_expertise *x, const schakel_school *school, size_t number)
{
    const schakel_concept concept = concept_at(school, number);
    sk_expert_concept *c = &x->concepts[number];
    c->broader = number_of(school, concept.broader_id);
    return keep_text(x, concept.id, &c->id) && keep_text(x, concept.label_nl, &c->label_nl) &&
           keep_text(x, concept.label_en, &c->label_en) && keep_serves(x, c, &concept);
}

/* The words that go with a built-in concept; NULL for none. */
static const char *hints_of(const char *id)
{
    const size_t prefix = strlen(SK_BUILTIN_PREFIX);
    size_t low = 0, high = sk_hint_count;
    if (!sk_is_builtin_id(id))
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(sk_hints[middle].concept, id + prefix);
        if (order == 0)
            return sk_hints[middle].words;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static int add_hints(schakel_expertise *x, uint32_t number)
{
    const sk_expert_concept *c = &x->concepts[number];
    const char *at = hints_of(c->id);
    for (size_t length; at != NULL && *at != '\0'; at += length + strspn(at + length, " ")) {
        length = strcspn(at, " ");
        if (!sk_add_hint(x, number, at, length, c->label_nl))
            return 0;
    }
    return 1;
}

static int add_words(schakel_expertise *x, sk_segmenter *g, const schakel_school *school, size_t number)
{
    const schakel_concept concept = concept_at(school, number);
    const sk_expert_concept *c = &x->concepts[number];
    uint32_t n = (uint32_t)number;
    if ((c->label_nl != NULL && !sk_add_pattern(x, g, n, c->label_nl, SK_PATTERN_LABEL)) ||
        (c->label_en != NULL && !sk_add_pattern(x, g, n, c->label_en, SK_PATTERN_LABEL)))
        return 0;
    for (size_t i = 0; i < concept.wording_count; i++) {
        const char *wording = concept.wordings[i];
        if ((number >= schakel_builtin_concept_count() && !keep_text(x, wording, &wording)) ||
            !sk_add_pattern(x, g, n, wording, SK_PATTERN_WORDING))
            return 0;
    }
    return add_hints(x, n);
}

static void find_roots(schakel_expertise *x)
{
    static const struct {
        const char *id;
        uint8_t root;
    } roots[] = {{"schakel:language", SK_ROOT_LANGUAGE},
                 {"schakel:theme", SK_ROOT_THEME},
                 {"schakel:need", SK_ROOT_NEED},
                 {"schakel:occupation", SK_ROOT_OCCUPATION},
                 {"schakel:activity", SK_ROOT_ACTIVITY}};
    for (size_t i = 0; i < x->concept_count; i++) {
        uint32_t top = (uint32_t)i;
        if (x->concepts[top].broader != SK_NO_CONCEPT)
            x->concepts[x->concepts[top].broader].is_group = 1;
        while (x->concepts[top].broader != SK_NO_CONCEPT)
            top = x->concepts[top].broader;
        for (size_t k = 0; k < sizeof roots / sizeof roots[0]; k++)
            if (strcmp(x->concepts[top].id, roots[k].id) == 0)
                x->concepts[i].root = roots[k].root;
    }
}

static int fill_index(schakel_expertise *x, const schakel_school *school)
{
    sk_segmenter segmenter;
    int done = 1;
    for (uint32_t i = 0; i < sk_builtin_count; i++)
        add_builtin(x, i);
    for (size_t i = sk_builtin_count; i < x->concept_count && done; i++)
        done = add_own(x, school, i);
    if (!done)
        return 0;
    find_roots(x);
    sk_segmenter_init(&segmenter, &x->allocator, "");
    for (size_t i = 0; i < x->concept_count && done; i++)
        done = add_words(x, &segmenter, school, i);
    sk_segmenter_destroy(&segmenter);
    return done && sk_add_synonyms(x) && sk_finish_patterns(x) && sk_order_long_terms(x);
}

schakel_status schakel_expertise_create(const schakel_school *school, const schakel_allocator *allocator,
                                        schakel_expertise **out, schakel_error *error)
{
    schakel_allocator used;
    if (out != NULL)
        *out = NULL;
    if (allocator == NULL && school != NULL)
        allocator = sk_handle_allocator(school);
    if (out == NULL || !sk_allocator_resolve(allocator, &used))
        return sk_fail_misuse(error, "expected a place for the expertise and an allocator that is complete");
    schakel_expertise *x = sk_alloc_zeroed(&used, 1, sizeof *x);
    if (x == NULL)
        return sk_fail_memory(error);
    x->allocator = used;
    sk_arena_init(&x->arena, &x->allocator);
    sk_strings_init(&x->strings, &x->allocator);
    sk_index_init(&x->numbers, &x->allocator);
    sk_index_init(&x->cues, &x->allocator);
    x->concept_count = schakel_builtin_concept_count() +
                       (school == NULL ? 0 : schakel_school_count(school, SCHAKEL_KIND_CONCEPT));
    x->concepts = sk_alloc_zeroed(&x->allocator, x->concept_count + 1, sizeof *x->concepts);
    if (x->concepts == NULL || !sk_add_cues(x) || !fill_index(x, school)) {
        schakel_expertise_destroy(x);
        return sk_fail_memory(error);
    }
    *out = x;
    return SCHAKEL_OK;
}
