#include "text/clauses.h"

#include <string.h>

#include "text/context.h"
#include "text/lexicon.h"

/* Clauses within clauses; what is deeper counts as one with the clause around it. */
enum { DEPTH = 8 };

typedef struct walk {
    sk_analysis *a;
    sk_clause *now;
    size_t depth;
    uint8_t stack[DEPTH]; /* numbers of the clauses around, the innermost last */
    sk_context context;
} walk;

static int is_complete(const sk_clause *clause)
{
    return clause->kind == SK_CLAUSE_OM ? clause->infinitive != SK_NOWHERE : clause->finite != SK_NOWHERE;
}

static uint8_t number_of(const walk *w)
{
    return w->stack[w->depth - 1];
}

static int is_main(const sk_clause *clause)
{
    return clause->kind == SK_CLAUSE_MAIN || clause->kind == SK_CLAUSE_INSERTED;
}

static void enter(walk *w)
{
    w->now = &w->a->clauses[number_of(w)];
    w->context.clause = w->now;
    w->context.main = is_main(w->now);
    w->context.outer_waits = 0;
    for (size_t i = 0; i + 1 < w->depth; i++)
        w->context.outer_waits |= w->a->clauses[w->stack[i]].finite == SK_NOWHERE;
}

/* A new clause in place `depth` of the stack. Returns 0 when there is no room for it. */
static int open_clause(walk *w, size_t depth, sk_clause_kind kind, size_t start)
{
    static const sk_clause none = {0,          0,          SK_NOWHERE, SK_NOWHERE, SK_NOWHERE,
                                   SK_NOWHERE, SK_NOWHERE, SK_NOWHERE, SK_NOWHERE, SK_NOWHERE,
                                   SK_NOWHERE, SK_NOWHERE, 0,          0};
    sk_analysis *a = w->a;
    if (a->clause_count == SK_CLAUSES || depth == DEPTH)
        return 0;
    sk_clause *clause = &a->clauses[a->clause_count];
    *clause = none;
    clause->start = clause->end = (uint16_t)start;
    clause->kind = (uint8_t)kind;
    clause->parent = depth > 0 ? w->stack[depth - 1] : (uint8_t)a->clause_count;
    w->stack[depth] = (uint8_t)a->clause_count++;
    w->depth = depth + 1;
    enter(w);
    return 1;
}

static void leave(walk *w)
{
    w->depth--;
    enter(w);
}

/* Tokens from `start` to before `i` that were taken for another clause's belong to the present one. */
static void hand_over(walk *w, uint8_t from, size_t start, size_t i)
{
    for (size_t k = start; k < i; k++)
        if (w->a->clause_of[k] == from)
            w->a->clause_of[k] = number_of(w);
}

/* The tokens of the present clause from `start` on begin one of their own, of the same kind or another. */
static void split(walk *w, size_t start, size_t i, sk_clause_kind kind)
{
    sk_clause *old = w->now;
    uint8_t old_number = number_of(w);
    old->pending = SK_NOWHERE;
    if (!open_clause(w, w->depth - 1, kind, start))
        return;
    hand_over(w, old_number, start, i);
    w->now->opener = old->opener;
    old->end = (uint16_t)start;
    /* Verbs that stood behind the mark go along. */
    if (old->other_last != SK_NOWHERE && old->other_last >= start)
        old->other_last = old->other_first < start ? old->other_first : SK_NOWHERE;
    if (old->other_first != SK_NOWHERE && old->other_first >= start)
        old->other_first = SK_NOWHERE;
    if (old->participle != SK_NOWHERE && old->participle >= start)
        old->participle = SK_NOWHERE;
    if (old->infinitive != SK_NOWHERE && old->infinitive >= start)
        old->infinitive = SK_NOWHERE;
}

/* Wie een fiets meeneemt, zorgt ...: what looked like a question was the subject. */
static void mend_question(walk *w, size_t i)
{
    if (w->now->pending == i && w->context.tokens[w->now->start].role == SK_ROLE_RELATIVE)
        w->now->kind = SK_CLAUSE_RELATIVE;
}

/* "... als het regent en wij komen later": the verb comes second, so a main clause goes on. */
static int main_goes_on(const walk *w, size_t i)
{
    const sk_context *c = &w->context;
    if (i + 1 >= c->count || c->tokens[i + 1].gap & SK_GAP_CLAUSE)
        return 0;
    int last = i + 2 >= c->count || c->tokens[i + 2].gap & SK_GAP_CLAUSE;
    return !in(SK_CLASS(c->tokens[i + 1].flags), VERB | CLASSES(SK_TAG_PREPOSITION) |
                                                     CLASSES(SK_TAG_COORDINATING) | CLASSES(SK_TAG_OPENER) |
                                                     (last ? CLASSES(SK_UNSURE_NOUN_INFINITIVE) : 0));
}

/* Leave all subordinate clauses; what stands behind `start` opens a main clause. */
static void return_to_main(walk *w, size_t start, size_t i)
{
    uint8_t old = number_of(w);
    w->now->end = (uint16_t)start;
    w->now->pending = SK_NOWHERE;
    w->depth = 1;
    enter(w);
    hand_over(w, old, start, i);
    w->now->pending = (uint16_t)start;
}

static void take_finite(walk *w, size_t i)
{
    for (;;) {
        sk_clause *c = w->now;
        size_t start = c->pending;
        int can = c->kind != SK_CLAUSE_OM;
        if (can && (c->finite == SK_NOWHERE || start != SK_NOWHERE)) {
            if (c->finite != SK_NOWHERE && !is_main(c) && w->depth > 1 && start < i && main_goes_on(w, i)) {
                return_to_main(w, start, i);
                continue;
            }
            if (c->finite != SK_NOWHERE) {
                sk_clause_kind kind = (sk_clause_kind)c->kind;
                mend_question(w, i);
                split(w, start, i, kind);
            }
            w->now->finite = (uint16_t)i;
            w->now->pending = SK_NOWHERE;
            return;
        }
        if (w->depth == 1)
            return; /* a form that only looked like it */
        leave(w);
    }
}

/* The clause around this one whose helping verb still waits for this participle or infinitive. */
static size_t waiting_depth(const walk *w, sk_tag tag)
{
    for (size_t depth = w->depth - 1; depth > 0; depth--) {
        const sk_clause *c = &w->a->clauses[w->stack[depth - 1]];
        if (c->finite == SK_NOWHERE || c->other_last != SK_NOWHERE)
            continue;
        sk_role role = (sk_role)w->context.tokens[c->finite].role;
        if (tag == SK_TAG_PARTICIPLE
                ? role == SK_ROLE_HEBBEN || role == SK_ROLE_ZIJN || role == SK_ROLE_WORDEN
                : role == SK_ROLE_MODAL)
            return depth;
    }
    return 0;
}

/* The last verb of a subordinate clause. */
static size_t last_verb(const sk_clause *c)
{
    size_t finite = c->finite != SK_NOWHERE ? c->finite : 0u;
    return c->other_last != SK_NOWHERE && c->other_last > finite ? c->other_last : finite;
}

/* A participle or infinitive behind a clause that has all its verbs belongs to the one around it. */
static void return_to_waiting(walk *w, size_t i, sk_tag tag)
{
    sk_clause *c = w->now;
    if (w->depth == 1 || is_main(c) || !is_complete(c) || c->pending != SK_NOWHERE || last_verb(c) + 1 >= i ||
        (i > 0 && w->a->tags[i - 1] == SK_TAG_TE))
        return;
    size_t depth = waiting_depth(w, tag);
    if (depth == 0)
        return;
    size_t from = last_verb(c) + 1;
    uint8_t old = number_of(w);
    c->end = (uint16_t)from;
    w->depth = depth;
    enter(w);
    hand_over(w, old, from, i);
}

static void take_other_verb(walk *w, size_t i, sk_tag tag)
{
    if (tag != SK_TAG_TE)
        return_to_waiting(w, i, tag);
    sk_clause *c = w->now;
    /* "wordt gegeven in de aula, versierd met ...": behind a mark it is no part of the verb. */
    if (is_main(c) && c->other_last != SK_NOWHERE && c->pending != SK_NOWHERE && c->pending > c->other_last)
        return;
    if (c->other_first == SK_NOWHERE)
        c->other_first = (uint16_t)i;
    c->other_last = (uint16_t)i;
    if (tag == SK_TAG_PARTICIPLE)
        c->participle = (uint16_t)i;
    else if (tag == SK_TAG_INFINITIVE)
        c->infinitive = (uint16_t)i;
}

/* Marks part clauses: brackets hold one, a comma ends a subordinate clause that has its verb. */
static void take_gap(walk *w, size_t i, unsigned gap)
{
    if (gap & (SK_GAP_COLON | SK_GAP_DOT | SK_GAP_MARK)) {
        open_clause(w, 0, SK_CLAUSE_MAIN, i);
        w->context.at_start = 1;
        return;
    }
    if (gap & SK_GAP_CLOSE) {
        size_t depth = w->depth;
        while (depth > 0 && w->a->clauses[w->stack[depth - 1]].kind != SK_CLAUSE_INSERTED)
            depth--;
        if (depth > 1) {
            w->depth = depth - 1;
            enter(w);
        }
    }
    if (gap & (SK_GAP_COMMA | SK_GAP_DASH)) {
        while (w->depth > 1 && w->now->kind != SK_CLAUSE_INSERTED && is_complete(w->now))
            leave(w);
        if (w->now->finite != SK_NOWHERE)
            w->now->pending = (uint16_t)i;
    }
    if (gap & SK_GAP_OPEN)
        w->context.at_start = open_clause(w, w->depth, SK_CLAUSE_INSERTED, i);
}

/* Omdat het regent en omdat ...: the second stands beside the first, not in it. */
static void take_opener(walk *w, size_t i, sk_tag tag)
{
    if (w->depth > 1 && w->context.before == SK_TAG_COORDINATING && is_complete(w->now) && !is_main(w->now))
        leave(w);
    if (open_clause(w, w->depth,
                    tag == SK_TAG_OM         ? SK_CLAUSE_OM
                    : tag == SK_TAG_RELATIVE ? SK_CLAUSE_RELATIVE
                                             : SK_CLAUSE_SUBORDINATE,
                    i))
        w->now->opener = (uint16_t)i;
}

uint32_t sk_whole_verb(const sk_token *finite, const sk_token *part, const char *forms)
{
    char whole[2 * SK_FORM_MAX];
    size_t length = (size_t)part->form_length + finite->form_length;
    if (length > SK_FORM_MAX || part->form_length == 0 || finite->form_length == 0)
        return SK_NO_WORD;
    memcpy(whole, forms + part->form, part->form_length);
    memcpy(whole + part->form_length, forms + finite->form, finite->form_length);
    uint32_t word = sk_word_find(sk_hash(whole, length), whole, length);
    return word != SK_NO_WORD && sk_words[word].flags & (SK_FINITE | SK_INFINITIVE) ? word : SK_NO_WORD;
}

/* Does a loose part of the finite verb stand here: with nothing behind it that it could belong to? */
static int is_particle(const walk *w, size_t i)
{
    const sk_context *c = &w->context;
    const sk_token *t = &c->tokens[i];
    if (!is_main(w->now) || w->now->finite == SK_NOWHERE)
        return 0;
    /* "een opdracht in de les": a noun */
    if (sk_has(t, SK_NOUN) && (c->before == SK_TAG_DETERMINER || c->before == SK_TAG_PREPOSITION))
        return 0;
    if (i + 1 < c->count && !(t[1].gap & SK_GAP_CLAUSE)) {
        unsigned next = SK_CLASS(t[1].flags);
        if (next != SK_TAG_COORDINATING && next != SK_TAG_OPENER && next != SK_TAG_PREPOSITION &&
            next < SK_UNSURE_DAT)
            return 0;
    }
    return sk_whole_verb(&c->tokens[w->now->finite], t, c->forms) != SK_NO_WORD;
}

static sk_tag tag_of(walk *w, size_t i)
{
    const sk_token *t = &w->context.tokens[i];
    if (t->kind == SK_TOKEN_NUMBER)
        return w->context.before == SK_TAG_NOUN ? SK_TAG_NOUN : SK_TAG_NUMERAL; /* groep 8 */
    if (t->shape & SK_SHAPE_NAME)
        return SK_TAG_NOUN;
    sk_tag class = (sk_tag)SK_CLASS(t->flags);
    if (t->flags & SK_SEPARABLE && is_particle(w, i))
        return SK_TAG_PARTICLE;
    /* vijf jaar geleden: no one suffers */
    if (i > 0 && t[-1].role == SK_ROLE_PERIOD && t->form_length == 7 &&
        memcmp(w->context.forms + t->form, "geleden", 7) == 0)
        return SK_TAG_ADVERB;
    return class < SK_TAG_SURE && class != SK_TAG_TE ? class : sk_make_sure(&w->context, class);
}

static void take(walk *w, size_t i)
{
    const sk_token *t = &w->context.tokens[i];
    if (t->gap & SK_GAP_CLAUSE && i > 0) {
        w->context.before = SK_TAG_OTHER;
        take_gap(w, i, t->gap);
    }
    w->context.i = i;
    sk_tag tag = tag_of(w, i);
    if (tag >= SK_TAG_PARTICLE) {
        if (tag == SK_TAG_FINITE)
            take_finite(w, i);
        else if (tag >= SK_TAG_TE)
            take_other_verb(w, i, tag);
        else if (tag >= SK_TAG_OPENER)
            take_opener(w, i, tag);
        else if (tag == SK_TAG_COORDINATING)
            w->now->pending = (uint16_t)i;
        else if (tag == SK_TAG_PARTICLE && w->now->particle == SK_NOWHERE)
            w->now->particle = (uint16_t)i;
        if (t->role == SK_ROLE_WORDEN && tag >= SK_TAG_FINITE)
            w->now->worden = (uint16_t)i;
    }
    w->a->tags[i] = (uint8_t)tag;
    w->a->clause_of[i] = number_of(w);
    w->now->end = (uint16_t)(i + 1);
    w->context.before = tag;
    w->context.at_start = 0;
}

/* A subordinate clause without a verb that ends in an unknown word: that is its verb. */
static void find_verb(const sk_token *tokens, sk_analysis *a, size_t number)
{
    sk_clause *c = &a->clauses[number];
    size_t last = c->end - 1u;
    if (c->finite != SK_NOWHERE || c->end < c->start + 3u || a->tags[last] != SK_TAG_OTHER ||
        a->clause_of[last] != number || tokens[last].kind != SK_TOKEN_WORD ||
        a->tags[last - 1] == SK_TAG_DETERMINER || a->tags[last - 1] == SK_TAG_PREPOSITION)
        return;
    a->tags[last] = SK_TAG_FINITE;
    c->finite = (uint16_t)last;
}

/* The first noun or pronoun of a clause that no preposition stands before. */
static void find_subject(sk_analysis *a, size_t number)
{
    sk_clause *c = &a->clauses[number];
    int prepositional = 0;
    for (size_t i = c->start; i < c->end && i < c->start + 12u; i++) {
        if (a->clause_of[i] != number)
            continue;
        sk_tag tag = (sk_tag)a->tags[i];
        if (tag == SK_TAG_SUBJECT || ((tag == SK_TAG_NOUN || tag == SK_TAG_OTHER) && !prepositional)) {
            c->subject = (uint16_t)i;
            return;
        }
        /* gezien het feit */
        prepositional = tag == SK_TAG_PREPOSITION || tag == SK_TAG_PARTICIPLE ||
                        (prepositional && tag != SK_TAG_NOUN && tag != SK_TAG_OTHER && tag != SK_TAG_FINITE);
    }
}

/* "Vraag om hulp", "Bel gerust": a clause without another verb that begins with what can be a request. */
static void find_request(const sk_token *tokens, sk_analysis *a, size_t number)
{
    sk_clause *c = &a->clauses[number];
    if (c->kind != SK_CLAUSE_MAIN || c->finite != SK_NOWHERE || !(tokens[c->start].flags & SK_STEM) ||
        a->clause_of[c->start] != number ||
        (c->start + 1u < a->count && tokens[c->start + 1].role == SK_ROLE_VAN))
        return;
    a->tags[c->start] = SK_TAG_FINITE;
    c->finite = c->start;
}

/* u, je, ik, hij, men: they take no verb in -en. */
static int is_one_person(const sk_token *t, const char *forms)
{
    const char *form = forms + t->form;
    if (t->role == SK_ROLE_YOU)
        return t->form_length <= 2;
    return t->role == SK_ROLE_SUBJECT &&
           ((t->form_length == 2 && memcmp(form, "ik", 2) == 0) ||
            (t->form_length == 3 && (memcmp(form, "hij", 3) == 0 || memcmp(form, "men", 3) == 0)));
}

/*
 * "Dan u morgen bellen": what looked like the verb does not go with the subject. It is the word before it,
 * as in "dat u het laat zien", or there is none.
 */
static void check_agreement(const sk_token *tokens, const char *forms, sk_analysis *a, size_t number)
{
    sk_clause *c = &a->clauses[number];
    if (c->finite == SK_NOWHERE || c->subject == SK_NOWHERE || c->finite <= c->subject + 1 ||
        a->tags[c->subject] != SK_TAG_SUBJECT || !(tokens[c->finite].flags & SK_INFINITIVE) ||
        c->other_last != SK_NOWHERE || !is_one_person(&tokens[c->subject], forms))
        return;
    a->tags[c->finite] = SK_TAG_INFINITIVE;
    c->other_first = c->other_last = c->infinitive = c->finite;
    const uint32_t before = tokens[c->finite - 1].flags;
    c->finite = (before & SK_FINITE) && !(before & SK_NOUN) ? (uint16_t)(c->finite - 1) : SK_NOWHERE;
    if (c->finite != SK_NOWHERE)
        a->tags[c->finite] = SK_TAG_FINITE;
}

void sk_analyse(const sk_token *tokens, size_t count, const char *forms, sk_analysis *out)
{
    walk w;
    memset(&w, 0, sizeof w);
    out->count = count < SK_ANALYSED ? count : SK_ANALYSED;
    out->clause_count = 0;
    w.a = out;
    w.context.tokens = tokens;
    w.context.forms = forms;
    w.context.count = out->count;
    w.context.at_start = 1;
    open_clause(&w, 0, SK_CLAUSE_MAIN, 0);
    for (size_t i = 0; i < out->count; i++)
        take(&w, i);
    for (size_t i = 0; i < out->clause_count; i++) {
        if (out->clauses[i].kind == SK_CLAUSE_SUBORDINATE || out->clauses[i].kind == SK_CLAUSE_RELATIVE)
            find_verb(tokens, out, i);
        find_request(tokens, out, i);
        find_subject(out, i);
        check_agreement(tokens, forms, out, i);
    }
}
