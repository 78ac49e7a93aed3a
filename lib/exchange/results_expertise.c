/* Results as JSON: what a text says about somebody. */
#include "base/error.h"
#include "exchange/results.h"
#include "schakel/exchange.h"

static void write_evidence(sk_json_writer *json, const schakel_understanding *understanding, size_t concept,
                           size_t index)
{
    schakel_found_evidence evidence = SCHAKEL_FOUND_EVIDENCE_INIT;
    schakel_understanding_get_evidence(understanding, concept, index, &evidence);
    sk_json_open(json, NULL, '{');
    sk_json_integer(json, "start", (int64_t)evidence.start);
    sk_json_integer(json, "end", (int64_t)evidence.end);
    sk_json_text(json, "wording", evidence.wording);
    sk_json_integer(json, "score", evidence.score);
    sk_json_close(json, '}');
}

static void write_concept(sk_json_writer *json, const schakel_understanding *understanding, size_t index)
{
    schakel_found_concept concept = SCHAKEL_FOUND_CONCEPT_INIT;
    schakel_understanding_get_concept(understanding, index, &concept);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "concept", concept.concept_id);
    sk_json_text(json, "nl", concept.label_nl);
    sk_json_text(json, "en", concept.label_en);
    sk_json_integer(json, "score", concept.score);
    sk_json_boolean(json, "excluded", concept.excluded);
    sk_json_open(json, "evidence", '[');
    for (size_t i = 0; i < concept.evidence_count; i++)
        write_evidence(json, understanding, index, i);
    sk_json_close(json, ']');
    sk_json_close(json, '}');
}

static void write_language(sk_json_writer *json, const schakel_understanding *understanding, size_t index)
{
    schakel_found_language language = SCHAKEL_FOUND_LANGUAGE_INIT;
    schakel_understanding_get_language(understanding, index, &language);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "tag", language.tag);
    sk_json_integer(json, "start", (int64_t)language.start);
    sk_json_integer(json, "end", (int64_t)language.end);
    sk_json_boolean(json, "excluded", language.excluded);
    sk_json_close(json, '}');
}

schakel_status schakel_understanding_to_json(const schakel_understanding *understanding, char **out,
                                             size_t *length, schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, understanding, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_open(&json, "concepts", '[');
    for (size_t i = 0; i < schakel_understanding_concept_count(understanding); i++)
        write_concept(&json, understanding, i);
    sk_json_close(&json, ']');
    sk_json_open(&json, "languages", '[');
    for (size_t i = 0; i < schakel_understanding_language_count(understanding); i++)
        write_language(&json, understanding, i);
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
