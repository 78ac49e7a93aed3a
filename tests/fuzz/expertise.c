/* Whatever the bytes: a text is understood or is said not to be UTF-8, and what is told lies within it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/expertise.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition)
{
    if (!condition)
        abort();
}

static int at_boundary(const uint8_t *data, size_t size, size_t offset)
{
    return offset == size || (data[offset] & 0xC0) != 0x80;
}

static void check_range(const uint8_t *data, size_t size, size_t start, size_t end)
{
    require(start < end && end <= size && at_boundary(data, size, start) && at_boundary(data, size, end));
}

static void check_concepts(const schakel_understanding *u, const uint8_t *data, size_t size, int32_t least)
{
    int32_t score = 1000, excluded = 0;
    for (size_t i = 0; i < schakel_understanding_concept_count(u); i++) {
        schakel_found_concept c = SCHAKEL_FOUND_CONCEPT_INIT;
        require(schakel_understanding_get_concept(u, i, &c) == SCHAKEL_OK);
        require(schakel_builtin_concept_find(c.concept_id) != SCHAKEL_NONE);
        require(c.excluded >= excluded && c.evidence_count >= 1);
        if (c.excluded != excluded)
            score = 1000;
        require(c.score >= 1 && c.score >= least && c.score <= score);
        excluded = c.excluded;
        score = c.score;
        for (size_t k = 0; k < c.evidence_count; k++) {
            schakel_found_evidence e = SCHAKEL_FOUND_EVIDENCE_INIT;
            require(schakel_understanding_get_evidence(u, i, k, &e) == SCHAKEL_OK);
            require(e.score >= 1 && e.score <= 1000 && e.wording != NULL);
            check_range(data, size, e.start, e.end);
        }
    }
}

static void check_languages(const schakel_understanding *u, const uint8_t *data, size_t size)
{
    size_t start = 0;
    for (size_t i = 0; i < schakel_understanding_language_count(u); i++) {
        schakel_found_language l = SCHAKEL_FOUND_LANGUAGE_INIT;
        require(schakel_understanding_get_language(u, i, &l) == SCHAKEL_OK);
        require(l.tag[0] != '\0' && l.start >= start);
        check_range(data, size, l.start, l.end);
        start = l.start;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static schakel_expertise *expertise; /* made once: it never changes */
    schakel_understanding *u = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_understand_options options = SCHAKEL_UNDERSTAND_OPTIONS_INIT;
    if (expertise == NULL)
        require(schakel_expertise_create(NULL, NULL, &expertise, NULL) == SCHAKEL_OK);
    /* The last byte chooses the limits. */
    options.max_concepts = 1 + (size > 0 ? data[size - 1] : 9);
    options.min_score = size > 0 ? data[size - 1] % 3 * 100 : 0;
    schakel_status status =
        schakel_expertise_understand(expertise, (const char *)data, size, &options, &u, &error);
    require(status == SCHAKEL_OK || status == SCHAKEL_SYNTAX);
    require((u != NULL) == (status == SCHAKEL_OK));
    if (u != NULL) {
        check_concepts(u, data, size, options.min_score);
        check_languages(u, data, size);
    } else {
        require(error.line > 0 && error.column > 0 && error.offset < size);
    }
    schakel_understanding_destroy(u);
    return 0;
}
