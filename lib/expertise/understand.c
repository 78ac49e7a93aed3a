/* Reading a text, stretch by stretch, and lending what it said. */
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "expertise/cue_words.h"
#include "expertise/understanding.h"
#include "text/check.h"

enum { CONCEPTS_HIGH = 1000 };

/* ------------------------------------------------------------------ reading */

/* A language is told once. That it is offered somewhere counts for more than that it is turned down elsewhere. */
static int keep_mention(sk_reading *r, const sk_mention *told)
{
    for (size_t i = 0; i < r->mention_count; i++) {
        sk_mention *known = &r->mentions[i];
        if (strcmp(known->tag, told->tag) != 0)
            continue;
        if (known->refused && !told->refused)
            *known = *told;
        return 1;
    }
    if (!sk_grow(r->segmenter.allocator, &r->mentions, &r->mention_room, r->mention_count + 1,
                 sizeof *r->mentions))
        return 0;
    r->mentions[r->mention_count++] = *told;
    return 1;
}

static int keep_language(sk_reading *r, size_t word)
{
    size_t language = r->language[word] - 1u, last = word + sk_named_language_words(language) - 1;
    int hardly = word > 0 && (r->cues[word - 1] & SK_WORD_HARDLY) != 0;
    const sk_mention told = {sk_named_language_tag(language), r->tokens[word].start, r->tokens[last].end,
                             (uint8_t)(hardly || r->refused[word])};
    return keep_mention(r, &told);
}

/* Whoever writes in another language knows it. */
static int keep_written(sk_reading *r)
{
    const sk_segmenter *g = &r->segmenter;
    int language = g->token_count > 0 ? sk_other_language(g, 0) : SK_DUTCH;
    if (language < 0)
        return 1;
    const sk_mention told = {sk_languages[language], g->tokens[0].start, g->tokens[g->token_count - 1].end,
                             0};
    return keep_mention(r, &told);
}

static int read_stretch(sk_reading *r, size_t from, size_t to)
{
    r->tokens = r->segmenter.tokens + from;
    r->count = to - from;
    sk_read_words(r);
    sk_read_languages(r);
    sk_count_finites(r);
    sk_forget_refusals(r);
    if (!sk_read_patterns(r))
        return 0;
    sk_note_telling(r);
    sk_read_refusals(r);
    if (r->refusal_count > 0 && !sk_part_patterns(r))
        return 0;
    sk_settle_patterns(r);
    for (size_t i = 0; i < r->count; i++)
        if (r->language[i] != 0 && !keep_language(r, i))
            return 0;
    return sk_keep_evidence(r);
}

static int read_unit(sk_reading *r, const sk_unit *unit)
{
    if (!sk_tokenise(&r->segmenter, unit))
        return 0;
    const sk_token *tokens = r->segmenter.tokens;
    size_t from = 0, count = r->segmenter.token_count;
    for (size_t i = 1; i <= count; i++) {
        if (i < count && !(tokens[i].shape & SK_SHAPE_FIRST) && i - from < SK_STRETCH_MAX)
            continue;
        if (!read_stretch(r, from, i))
            return 0;
        from = i;
    }
    return keep_written(r);
}

static int read_text(sk_reading *r, size_t length)
{
    sk_unit unit = {.kind = SK_UNIT_PARAGRAPH};
    size_t at = 0;
    while (sk_next_unit(r->text, length, &at, &unit))
        if (!read_unit(r, &unit))
            return 0;
    return 1;
}

static int open_reading(sk_reading *r, const schakel_expertise *expertise, const char *text, size_t length)
{
    memset(r, 0, sizeof *r);
    r->expertise = expertise;
    r->text = text;
    r->length = length;
    sk_segmenter_init(&r->segmenter, &expertise->allocator, text);
    r->hits = sk_alloc_zeroed(&expertise->allocator, SK_STRETCH_MAX * SK_HITS_MAX, sizeof *r->hits);
    r->first = sk_alloc_zeroed(&expertise->allocator, expertise->concept_count + 1, sizeof *r->first);
    r->counted = sk_alloc_zeroed(&expertise->allocator, 2 * expertise->term_count + 1, sizeof *r->counted);
    return r->hits != NULL && r->first != NULL && r->counted != NULL;
}

static void close_reading(sk_reading *r)
{
    const schakel_allocator *allocator = r->segmenter.allocator;
    sk_free(allocator, r->hits);
    sk_free(allocator, r->matches);
    sk_free(allocator, r->evidence);
    sk_free(allocator, r->first);
    sk_free(allocator, r->counted);
    sk_free(allocator, r->mentions);
    sk_segmenter_destroy(&r->segmenter);
}

/* ---------------------------------------------------------------- the calls */

static schakel_status check_text(const char *text, size_t length, schakel_error *error)
{
    size_t bad = 0, line, column;
    if (length > SCHAKEL_UNDERSTAND_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, NULL, "the text has %zu bytes; at most %zu are read", length,
                       SCHAKEL_UNDERSTAND_MAX);
    if (sk_utf8_valid(text, length, &bad))
        return SCHAKEL_OK;
    sk_position(text, bad, &line, &column);
    schakel_status status = sk_fail(error, SCHAKEL_SYNTAX, NULL, "the text is not UTF-8");
    sk_error_at(error, line, column, bad);
    return status;
}

static schakel_status check_options(const schakel_understand_options *options, schakel_error *error)
{
    if (options->max_concepts < 1 || options->max_concepts > CONCEPTS_HIGH)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "max_concepts is %d; expected 1 to %d",
                       (int)options->max_concepts, CONCEPTS_HIGH);
    if (options->min_score < 0 || options->min_score > SK_WHOLE)
        return sk_fail(error, SCHAKEL_INVALID, NULL, "min_score is %d; expected 0 to %d",
                       (int)options->min_score, SK_WHOLE);
    return SCHAKEL_OK;
}

schakel_status schakel_expertise_understand(const schakel_expertise *expertise, const char *text,
                                            size_t length, const schakel_understand_options *options,
                                            schakel_understanding **out, schakel_error *error)
{
    schakel_understand_options used = SCHAKEL_UNDERSTAND_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (expertise == NULL || out == NULL || (text == NULL && length > 0) ||
        (options != NULL && !sk_record_in(options, &used, sizeof used)))
        return sk_fail_misuse(error, "expected an expertise, a text and a place for the understanding");
    schakel_status status = check_options(&used, error);
    if (status == SCHAKEL_OK)
        status = check_text(text, length, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_understanding *made = sk_alloc_zeroed(&expertise->allocator, 1, sizeof *made);
    if (made == NULL)
        return sk_fail_memory(error);
    made->allocator = expertise->allocator;
    sk_arena_init(&made->arena, &made->allocator);
    sk_reading reading;
    int done = open_reading(&reading, expertise, text, length) && read_text(&reading, length) &&
               sk_rank(&reading, &used, made);
    close_reading(&reading);
    if (!done) {
        schakel_understanding_destroy(made);
        return sk_fail_memory(error);
    }
    *out = made;
    return SCHAKEL_OK;
}

schakel_status schakel_understand(const schakel_school *school, const char *text, size_t length,
                                  const schakel_understand_options *options, schakel_understanding **out,
                                  schakel_error *error)
{
    schakel_expertise *expertise = NULL;
    if (out == NULL)
        return sk_fail_misuse(error, "expected a place for the understanding");
    *out = NULL;
    schakel_status status = schakel_expertise_create(school, NULL, &expertise, error);
    if (status == SCHAKEL_OK)
        status = schakel_expertise_understand(expertise, text, length, options, out, error);
    schakel_expertise_destroy(expertise);
    return status;
}

void schakel_understanding_destroy(schakel_understanding *understanding)
{
    if (understanding == NULL)
        return;
    const schakel_allocator allocator = understanding->allocator;
    sk_arena_destroy(&understanding->arena);
    sk_free(&allocator, understanding);
}

size_t schakel_understanding_concept_count(const schakel_understanding *understanding)
{
    return understanding == NULL ? 0 : understanding->concept_count;
}

schakel_status schakel_understanding_get_concept(const schakel_understanding *understanding, size_t index,
                                                 schakel_found_concept *out)
{
    schakel_found_concept record = SCHAKEL_FOUND_CONCEPT_INIT;
    if (out == NULL || index >= schakel_understanding_concept_count(understanding))
        return SCHAKEL_MISUSE;
    const sk_told_concept *c = &understanding->concepts[index];
    record.concept_id = c->id;
    record.label_nl = c->label_nl;
    record.label_en = c->label_en;
    record.score = c->score;
    record.excluded = c->excluded;
    record.evidence_count = c->count;
    return sk_record_out(out, &record, sizeof record) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

schakel_status schakel_understanding_get_evidence(const schakel_understanding *understanding,
                                                  size_t concept_index, size_t evidence_index,
                                                  schakel_found_evidence *out)
{
    schakel_found_evidence record = SCHAKEL_FOUND_EVIDENCE_INIT;
    if (out == NULL || concept_index >= schakel_understanding_concept_count(understanding) ||
        evidence_index >= understanding->concepts[concept_index].count)
        return SCHAKEL_MISUSE;
    const sk_told_evidence *e =
        &understanding->evidence[understanding->concepts[concept_index].first + evidence_index];
    record.start = e->start;
    record.end = e->end;
    record.wording = e->wording;
    record.score = e->score;
    return sk_record_out(out, &record, sizeof record) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_understanding_language_count(const schakel_understanding *understanding)
{
    return understanding == NULL ? 0 : understanding->language_count;
}

schakel_status schakel_understanding_get_language(const schakel_understanding *understanding, size_t index,
                                                  schakel_found_language *out)
{
    schakel_found_language record = SCHAKEL_FOUND_LANGUAGE_INIT;
    if (out == NULL || index >= schakel_understanding_language_count(understanding))
        return SCHAKEL_MISUSE;
    const sk_told_language *l = &understanding->languages[index];
    record.tag = l->tag;
    record.start = l->start;
    record.end = l->end;
    record.excluded = l->excluded;
    return sk_record_out(out, &record, sizeof record) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
