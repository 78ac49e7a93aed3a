/* Making the index: the built-in concepts first, then those of the school. */
#include <string.h>

#include "base/error.h"
#include "expertise/index.h"

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

static int add_words(schakel_expertise *x, sk_segmenter *g, uint32_t number, const schakel_concept *concept,
                     int is_own)
{
    const sk_expert_concept *c = &x->concepts[number];
    if ((c->label_nl != NULL && !sk_add_pattern(x, g, number, c->label_nl, SK_PATTERN_LABEL)) ||
        (c->label_en != NULL && !sk_add_pattern(x, g, number, c->label_en, SK_PATTERN_LABEL)))
        return 0;
    for (size_t i = 0; i < concept->wording_count; i++) {
        const char *wording = concept->wordings[i];
        if ((is_own && !keep_text(x, wording, &wording)) ||
            !sk_add_pattern(x, g, number, wording, SK_PATTERN_WORDING))
            return 0;
    }
    return 1;
}

static int add_builtin(schakel_expertise *x, sk_segmenter *g, size_t index)
{
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    schakel_builtin_concept_get(index, &concept);
    size_t broader = schakel_builtin_concept_find(concept.broader_id);
    x->concepts[index] =
        (sk_expert_concept){concept.id, concept.label_nl, concept.label_en,
                            broader == SCHAKEL_NONE ? SK_NO_CONCEPT : (uint32_t)broader, SK_ROOT_OTHER};
    return add_words(x, g, (uint32_t)index, &concept, 0);
}

static int add_own(schakel_expertise *x, sk_segmenter *g, const schakel_school *school, size_t index)
{
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    size_t builtin = schakel_builtin_concept_count();
    schakel_school_get_concept(school, index, &concept);
    sk_expert_concept *c = &x->concepts[builtin + index];
    c->broader = SK_NO_CONCEPT;
    c->root = SK_ROOT_OTHER;
    if (!keep_text(x, concept.id, &c->id) || !keep_text(x, concept.label_nl, &c->label_nl) ||
        !keep_text(x, concept.label_en, &c->label_en))
        return 0;
    if (concept.broader_id != NULL) {
        size_t broader = schakel_builtin_concept_find(concept.broader_id);
        if (broader == SCHAKEL_NONE)
            broader = builtin + schakel_school_find(school, SCHAKEL_KIND_CONCEPT, concept.broader_id);
        c->broader = (uint32_t)broader;
    }
    return add_words(x, g, (uint32_t)(builtin + index), &concept, 1);
}

/* What the concepts descend from; a broader concept always comes before a narrower one of the school, not of the library. */
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
    size_t builtin = schakel_builtin_concept_count(), own = x->concept_count - builtin;
    int done = 1;
    sk_segmenter_init(&segmenter, &x->allocator, "");
    for (size_t i = 0; i < builtin && done; i++)
        done = add_builtin(x, &segmenter, i);
    for (size_t i = 0; i < own && done; i++)
        done = add_own(x, &segmenter, school, i);
    sk_segmenter_destroy(&segmenter);
    if (done)
        find_roots(x);
    return done && sk_finish_patterns(x) && sk_order_long_terms(x);
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
