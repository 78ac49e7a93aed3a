/* From evidence to concepts, best first. */
#include <stdlib.h>
#include <string.h>

#include "expertise/understanding.h"

/*
 * Of what adds to the strongest evidence half counts. What a school asks for and the names of its
 * lessons are less likely meant than what somebody is or does; so are languages, which are told
 * apart.
 */
enum { MORE_EVIDENCE = 500 };
static const uint16_t root_worth[] = {1000, 780, 500, 600, 1000, 1000};
/* A concept that only gathers others, and one at the very top. */
enum { GROUP = 850, TOP = 400 };
/* The weight of words by themselves at which half of what can be told by them is told. */
enum { WORDS_HALF = 500 };
/* What is left when all that tells is one word that only goes with the concept: a husband is no barber. */
enum { LONE_HINT = 400 };
/* What is said later is rather said beside it: how much less the last word is worth than the first. */
enum { LATER = 110 };
/* How much of what a theme or need is told goes to what serves it. */
enum { SERVES = 350, FIELD = 200 };
/* A broader concept that has no words of its own, against a narrower one that has the same. */
enum { BROADER = 600, NARROWER_LEAST = 750 };

/* A concept with some evidence. */
typedef struct candidate {
    const char *id;
    uint32_t concept;
    int32_t score, lifted;
    uint8_t refused;
    uint8_t count;
    uint32_t evidence[SK_EVIDENCE_MAX]; /* the strongest first */
} candidate;

static int is_before(const sk_evidence *a, const sk_evidence *b)
{
    if (a->word != b->word)
        return b->word;
    if (a->score != b->score)
        return a->score > b->score;
    return a->start != b->start ? a->start < b->start : a->pattern < b->pattern;
}

static int overlap(const sk_evidence *a, const sk_evidence *b)
{
    return a->start < b->end && b->start < a->end;
}

/* Of evidence that shares words only the strongest counts. */
static void leave_apart(const sk_reading *r, candidate *c)
{
    uint8_t kept = 0;
    for (size_t i = 0; i < c->count; i++) {
        int apart = 1;
        for (size_t k = 0; k < kept; k++)
            apart &= !overlap(&r->evidence[c->evidence[i]], &r->evidence[c->evidence[k]]);
        if (apart)
            c->evidence[kept++] = c->evidence[i];
    }
    c->count = kept;
}

/* One word by itself tells little, some together much. */
static uint32_t words_score(uint32_t weight)
{
    uint64_t square = (uint64_t)weight * weight;
    return (uint32_t)(SK_WHOLE * square / (square + WORDS_HALF * WORDS_HALF));
}

/* Whole wordings, and how much more the words by themselves tell. */
static void add_up(const sk_reading *r, candidate *c)
{
    uint32_t score = 0, words = 0, whole = 0;
    for (size_t i = 0; i < c->count; i++) {
        const sk_evidence *e = &r->evidence[c->evidence[i]];
        if (e->word)
            words += e->score;
        else
            score += (SK_WHOLE - score) * e->score / SK_WHOLE * (whole++ == 0 ? SK_WHOLE : MORE_EVIDENCE) /
                     SK_WHOLE;
    }
    words = words_score(words);
    if (whole == 0 && c->count == 1 &&
        r->expertise->patterns[r->evidence[c->evidence[0]].pattern].kind == SK_PATTERN_HINT)
        words = words * LONE_HINT / SK_WHOLE;
    c->score = (int32_t)(whole == 0 ? words : score + (SK_WHOLE - score) * words / SK_WHOLE);
}

/* Gather the evidence of a concept that is refused or that is not. */
static void gather(const sk_reading *r, uint32_t concept, int refused, candidate *c)
{
    memset(c, 0, sizeof *c);
    c->id = r->expertise->concepts[concept].id;
    c->concept = concept;
    c->refused = (uint8_t)refused;
    for (uint32_t at = r->first[concept]; at != 0; at = r->evidence[at - 1].next) {
        if (r->evidence[at - 1].refused != refused)
            continue;
        size_t place = c->count++;
        for (; place > 0 && is_before(&r->evidence[at - 1], &r->evidence[c->evidence[place - 1]]); place--)
            c->evidence[place] = c->evidence[place - 1];
        c->evidence[place] = at - 1;
    }
    leave_apart(r, c);
    add_up(r, c);
}

/* Has the broader concept no evidence but words that led to the narrower one too? */
static int has_nothing_more(const sk_reading *r, const candidate *broader, const candidate *narrower)
{
    for (size_t i = 0; i < broader->count; i++) {
        int shared = 0;
        for (size_t k = 0; k < narrower->count && !shared; k++)
            shared = overlap(&r->evidence[broader->evidence[i]], &r->evidence[narrower->evidence[k]]);
        if (!shared)
            return 0;
    }
    return 1;
}

/* The score of a concept that another leans on, when both are offered or both turned down. */
static int32_t score_beside(const candidate *list, const uint32_t *places, uint32_t concept, int refused)
{
    uint32_t place = concept == SK_NO_CONCEPT ? 0 : places[concept];
    return place != 0 && list[place - 1].refused == refused ? list[place - 1].score : 0;
}

static int32_t lift(int32_t score, int32_t beside, int32_t part)
{
    return score + (SK_WHOLE - score) * beside / SK_WHOLE * part / SK_WHOLE;
}

/*
 * What is of the field that was told of, or serves a theme or need that was, is rather meant; what
 * only gathers others is less. places: of each concept, its candidate plus one.
 */
static void weigh(const sk_reading *r, candidate *list, size_t count, const uint32_t *places)
{
    for (size_t i = 0; i < count; i++)
        list[i].score -= (int32_t)((uint64_t)list[i].score * r->evidence[list[i].evidence[0]].start /
                                   (r->length + 1) * LATER / SK_WHOLE);
    for (size_t i = 0; i < count; i++) {
        const sk_expert_concept *c = &r->expertise->concepts[list[i].concept];
        int32_t served = 0,
                lifted = lift(list[i].score, score_beside(list, places, c->broader, list[i].refused), FIELD);
        for (size_t k = 0; k < c->serves_count; k++) {
            int32_t score = score_beside(list, places, c->serves[k], list[i].refused);
            served = score > served ? score : served;
        }
        lifted = lift(lifted, served, SERVES) * root_worth[c->root] / SK_WHOLE;
        list[i].lifted = c->broader == SK_NO_CONCEPT ? lifted * TOP / SK_WHOLE
                         : c->is_group               ? lifted * GROUP / SK_WHOLE
                                                     : lifted;
    }
    for (size_t i = 0; i < count; i++)
        list[i].score = list[i].lifted;
}

/* places: of each concept, its candidate plus one. */
static void lower_broader(const sk_reading *r, candidate *list, size_t count, const uint32_t *places)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t up = r->expertise->concepts[list[i].concept].broader;
        if (list[i].count == 0 || r->evidence[list[i].evidence[0]].word)
            continue; /* nothing but loose words */
        for (; up != SK_NO_CONCEPT; up = r->expertise->concepts[up].broader) {
            candidate *broader = places[up] == 0 ? NULL : &list[places[up] - 1];
            if (broader == NULL || broader->refused != list[i].refused ||
                list[i].score < broader->score * NARROWER_LEAST / SK_WHOLE ||
                !has_nothing_more(r, broader, &list[i]))
                continue;
            int32_t most = list[i].score * BROADER / SK_WHOLE;
            broader->score = broader->score < most ? broader->score : most;
        }
    }
}

static int compare_candidates(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->refused != y->refused)
        return x->refused - y->refused;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return strcmp(x->id, y->id);
}

static const char *copy(schakel_understanding *out, const char *text, int *failed)
{
    if (text == NULL)
        return NULL;
    const char *copied = sk_arena_text(&out->arena, text, strlen(text));
    *failed |= copied == NULL;
    return copied;
}

static int tell(const sk_reading *r, const candidate *c, schakel_understanding *out, size_t *evidence)
{
    const sk_expert_concept *concept = &r->expertise->concepts[c->concept];
    int failed = 0;
    sk_told_concept *told = &out->concepts[out->concept_count];
    *told = (sk_told_concept){copy(out, concept->id, &failed),
                              copy(out, concept->label_nl, &failed),
                              copy(out, concept->label_en, &failed),
                              c->score,
                              c->refused,
                              *evidence,
                              c->count};
    for (size_t i = 0; i < c->count; i++) {
        const sk_evidence *e = &r->evidence[c->evidence[i]];
        out->evidence[(*evidence)++] = (sk_told_evidence){
            e->start, e->end, copy(out, r->expertise->patterns[e->pattern].text, &failed), e->score};
    }
    out->concept_count++;
    return !failed;
}

static int tell_best(const sk_reading *r, const candidate *list, size_t count,
                     const schakel_understand_options *options, schakel_understanding *out)
{
    size_t told[2] = {0, 0}, evidence = 0, most = (size_t)options->max_concepts;
    size_t room = count < 2 * most ? count : 2 * most;
    out->concepts = sk_arena_array(&out->arena, room + 1, sizeof *out->concepts, 0);
    out->evidence = sk_arena_array(&out->arena, (room + 1) * SK_EVIDENCE_MAX, sizeof *out->evidence, 0);
    if (out->concepts == NULL || out->evidence == NULL)
        return 0;
    for (size_t i = 0; i < count; i++) {
        if (list[i].score < 1 || list[i].score < options->min_score || told[list[i].refused] == most)
            continue;
        told[list[i].refused]++;
        if (!tell(r, &list[i], out, &evidence))
            return 0;
    }
    return 1;
}

static int tell_languages(const sk_reading *r, schakel_understanding *out)
{
    out->languages = sk_arena_array(&out->arena, r->mention_count + 1, sizeof *out->languages, 0);
    if (out->languages == NULL)
        return 0;
    for (size_t i = 0; i < r->mention_count; i++) {
        const sk_mention *m = &r->mentions[i];
        size_t place = out->language_count++;
        for (; place > 0 && out->languages[place - 1].start > m->start; place--)
            out->languages[place] = out->languages[place - 1];
        out->languages[place] = (sk_told_language){m->tag, m->start, m->end, m->refused};
    }
    return 1;
}

int sk_rank(sk_reading *r, const schakel_understand_options *options, schakel_understanding *out)
{
    const schakel_expertise *x = r->expertise;
    candidate *list = sk_alloc_zeroed(&x->allocator, x->concept_count + 1, sizeof *list);
    uint32_t *places = sk_alloc_zeroed(&x->allocator, x->concept_count + 1, sizeof *places);
    size_t count = 0;
    int done = list != NULL && places != NULL;
    for (uint32_t i = 0; done && i < x->concept_count; i++) {
        candidate refused;
        if (r->first[i] == 0)
            continue;
        gather(r, i, 0, &list[count]);
        gather(r, i, 1, &refused);
        if (refused.score > 0 && refused.score >= list[count].score)
            list[count] = refused; /* better to ask for nothing than for what was turned down */
        if (list[count].score == 0)
            continue;
        places[i] = (uint32_t)++count;
    }
    if (done) {
        weigh(r, list, count, places);
        lower_broader(r, list, count, places);
        qsort(list, count, sizeof *list, compare_candidates);
        done = tell_best(r, list, count, options, out) && tell_languages(r, out);
    }
    sk_free(&x->allocator, list);
    sk_free(&x->allocator, places);
    return done;
}
