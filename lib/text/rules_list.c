/* The rule about enumerations in running text that are clearer as a list. */
#include "text/check.h"

/* Parts of an enumeration that make it a list, and words in one part that are too many for that. */
enum { PARTS_MANY = 4, PART_LONG = 14 };

/* What is read of an enumeration, from its end to its beginning. */
typedef struct parts {
    const sk_sentence *s;
    size_t start; /* of the part that was read last */
    size_t count;
    int by_verb; /* each part begins with its own verb */
    int by_preposition;
} parts;

static sk_tag tag_at(const sk_sentence *s, size_t i)
{
    return (sk_tag)s->analysis->tags[i];
}

/* "lichte, matige, ernstige en ...": qualities of one thing. And a pair is one part, not the end of a list. */
static int is_no_thing(const sk_sentence *s, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++)
        if (s->tokens[i].role == SK_ROLE_EN)
            return 1;
    return end == start + 1 && tag_at(s, start) == SK_TAG_ADJECTIVE &&
           sk_has(&s->tokens[start], SK_INFLECTED);
}

static int has_finite(const sk_sentence *s, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (tag_at(s, i) == SK_TAG_FINITE)
            return 1;
    return 0;
}

/* Opens a clause, or turns to something else: then no part of a list begins here. */
static int turns(const sk_sentence *s, size_t i)
{
    sk_tag tag = tag_at(s, i);
    return tag == SK_TAG_OPENER || tag == SK_TAG_RELATIVE || tag == SK_TAG_OM || tag == SK_TAG_COORDINATING ||
           (tag == SK_TAG_SUBJECT && s->tokens[i].role != SK_ROLE_YOU) || s->tokens[i].role == SK_ROLE_MAAR;
}

/* Does the part from `start` to `end` go with those behind it? */
static int is_part(const parts *p, size_t start, size_t end)
{
    if (end - start > PART_LONG || turns(p->s, start) ||
        p->s->tokens[start].gap & (SK_GAP_OPEN | SK_GAP_CLOSE))
        return 0;
    if (is_no_thing(p->s, start, end))
        return 0;
    if (p->by_verb)
        return tag_at(p->s, start) == SK_TAG_FINITE;
    return !has_finite(p->s, start, end) && (tag_at(p->s, start) != SK_TAG_PREPOSITION || p->by_preposition);
}

/* The comma before token `i`, or 0 when another mark, the start of the sentence or too many words come first. */
static size_t comma_before(const sk_sentence *s, size_t i)
{
    size_t least = i > PART_LONG ? i - PART_LONG : 0;
    while (i > least && !(s->tokens[i].gap & SK_GAP_CLAUSE))
        i--;
    return s->tokens[i].gap & SK_GAP_COMMA ? i : 0;
}

/* "Als het regent, neem een jas, ...": what stands before the first comma is no part of the list. */
static int is_first_part(const parts *p, size_t comma)
{
    const sk_analysis *a = p->s->analysis;
    sk_clause_kind kind = (sk_clause_kind)a->clauses[a->clause_of[comma - 1]].kind;
    if (!p->by_verb)
        return 1;
    return kind == SK_CLAUSE_MAIN && has_finite(p->s, a->clauses[a->clause_of[comma - 1]].start, comma);
}

/* The parts before "en" or "of" at token `last`; where the first comma stands is left in p->start. */
static void read_parts(parts *p, size_t last)
{
    const sk_sentence *s = p->s;
    size_t end = last, comma = comma_before(s, last);
    p->count = 1;
    p->by_verb = tag_at(s, last + 1) == SK_TAG_FINITE;
    p->by_preposition = tag_at(s, last + 1) == SK_TAG_PREPOSITION;
    if (comma == last && comma > 0) { /* "A, B, en C" */
        comma = comma_before(s, last - 1);
        p->start = last;
    }
    while (comma > 0 && is_part(p, comma, end)) {
        p->count++;
        p->start = comma;
        end = comma;
        comma = comma_before(s, comma - 1);
    }
    p->count += p->count > 1 && is_first_part(p, p->start);
}

/* Groep 3, 4, 5 en 6: numbers and days are short enough to stand in a row. */
static int only_numbers(const parts *p, size_t last)
{
    if (p->s->tokens[last - 1].kind == SK_TOKEN_NUMBER && p->s->tokens[last + 1].kind == SK_TOKEN_NUMBER)
        return 1;
    for (size_t i = p->start; i < last; i++)
        if (p->s->tokens[i].kind != SK_TOKEN_NUMBER && tag_at(p->s, i) != SK_TAG_NUMERAL &&
            p->s->tokens[i].role != SK_ROLE_WEEKDAY && p->s->tokens[i].role != SK_ROLE_MONTH)
            return 0;
    return 1;
}

static size_t end_of_last(const sk_sentence *s, size_t i)
{
    while (i + 1 < s->analysis->count && !(s->tokens[i + 1].gap & SK_GAP_CLAUSE))
        i++;
    return i;
}

void sk_rules_list(sk_checking *c, sk_sentence *s)
{
    if (s->unit != SK_UNIT_PARAGRAPH)
        return;
    for (size_t i = PARTS_MANY - 1; i + 1 < s->analysis->count; i++) {
        if (s->tokens[i].role != SK_ROLE_EN || tag_at(s, i) != SK_TAG_COORDINATING)
            continue;
        parts p = {s, i, 0, 0, 0};
        read_parts(&p, i);
        if (p.count < PARTS_MANY || only_numbers(&p, i))
            continue;
        char number[SK_NUMBER_SIZE];
        size_t last = end_of_last(s, i);
        sk_find(c, SCHAKEL_RULE_MAKE_LIST, SCHAKEL_SEVERITY_HINT, s->tokens[p.start - 1].start,
                s->tokens[last].end,
                "Hier staan %1 dingen achter elkaar. Maak er een lijst van: elk ding op een eigen regel.",
                "%1 things stand in a row here. Make a list of it: each thing on a line of its own.",
                (const char *const[]){sk_number(p.count, number)});
        i = last;
    }
}
