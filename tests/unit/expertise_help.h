/* Understanding one text in a test, and what it said. */
#ifndef TESTS_UNIT_EXPERTISE_HELP_H
#define TESTS_UNIT_EXPERTISE_HELP_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/expertise.h"

/* Made once for a test program. */
static schakel_expertise *expertise;

static inline int make_expertise(void **state)
{
    (void)state;
    return schakel_expertise_create(NULL, NULL, &expertise, NULL) == SCHAKEL_OK ? 0 : -1;
}

static inline int end_expertise(void **state)
{
    (void)state;
    schakel_expertise_destroy(expertise);
    return 0;
}

static inline schakel_understanding *understand_with(const schakel_expertise *with, const char *text)
{
    schakel_understanding *u = NULL;
    assert_int_equal(schakel_expertise_understand(with, text, strlen(text), NULL, &u, NULL), SCHAKEL_OK);
    return u;
}

static inline schakel_understanding *understand(const char *text)
{
    return understand_with(expertise, text);
}

/* The place of a concept, which has its id without "schakel:" when it is built in; SCHAKEL_NONE when it is not told. */
static inline size_t place_of(const schakel_understanding *u, const char *id, schakel_found_concept *out)
{
    for (size_t i = 0; i < schakel_understanding_concept_count(u); i++) {
        schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
        assert_int_equal(schakel_understanding_get_concept(u, i, &found), SCHAKEL_OK);
        const char *colon = strchr(found.concept_id, ':');
        if (strcmp(colon == NULL ? found.concept_id : colon + 1, id) != 0)
            continue;
        if (out != NULL)
            *out = found;
        return i;
    }
    return SCHAKEL_NONE;
}

/* 1 when it is offered, -1 when it is turned down, 0 when it is not told. */
static inline int told_of(const char *text, const char *id)
{
    schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_understanding *u = understand(text);
    int told = place_of(u, id, &found) == SCHAKEL_NONE ? 0 : found.excluded ? -1 : 1;
    schakel_understanding_destroy(u);
    return told;
}

static inline int32_t score_of(const char *text, const char *id)
{
    schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_understanding *u = understand(text);
    place_of(u, id, &found);
    schakel_understanding_destroy(u);
    return found.score;
}

/* Fails with the text and what came first when it is something else. */
static inline void assert_first(const char *text, const char *id)
{
    schakel_found_concept first = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_understanding *u = understand(text);
    schakel_understanding_get_concept(u, 0, &first);
    size_t place = place_of(u, id, NULL);
    if (place != 0)
        fail_msg("\"%s\": %s is not first but %s", text, id,
                 first.concept_id == NULL ? "nothing" : first.concept_id);
    schakel_understanding_destroy(u);
}

#endif
