/* Numbers in letters where a figure reads faster. */
#include <stdio.h>
#include <string.h>

#include "text/check.h"

/* What is left of a numeral that is being read. */
typedef struct numeral {
    const char *at;
    size_t left;
} numeral;

static int take(numeral *n, const char *part)
{
    size_t length = strlen(part);
    if (n->left < length || memcmp(n->at, part, length) != 0)
        return 0;
    n->at += length;
    n->left -= length;
    return 1;
}

/* The first of these words that a numeral goes on with, times `step` and from `from` on; or 0. */
static int take_any(numeral *n, const char *const *words, size_t count, int from, int step)
{
    for (size_t i = 0; i < count; i++)
        if (take(n, words[i]))
            return from + step * (int)i;
    return 0;
}

/* 1 to 99: zeven, zeventien, zevenentwintig, drieëntwintig; 0 for none. */
static int take_small(numeral *n)
{
    static const char *const teens[] = {"tien",     "elf",     "twaalf",    "dertien",  "veertien",
                                        "vijftien", "zestien", "zeventien", "achttien", "negentien"};
    static const char *const tens[] = {"twintig", "dertig",   "veertig", "vijftig",
                                       "zestig",  "zeventig", "tachtig", "negentig"};
    static const char *const units[] = {"een", "twee",  "drie", "vier", "vijf",
                                        "zes", "zeven", "acht", "negen"};
    int value = take_any(n, teens, 10, 10, 1);
    if (value == 0)
        value = take_any(n, tens, 8, 20, 10);
    if (value > 0)
        return value;
    value = take_any(n, units, 9, 1, 1);
    numeral rest = *n;
    if (value > 0 && (take(&rest, "en") || take(&rest, "ën"))) {
        int ten = take_any(&rest, tens, 8, 20, 10);
        if (ten > 0) {
            *n = rest;
            return value + ten;
        }
    }
    return value;
}

int sk_numeral_value(const char *form, size_t length)
{
    numeral n = {form, length};
    int value = take_small(&n);
    if (take(&n, "honderd"))
        value = (value > 0 ? value : 1) * 100 + take_small(&n);
    if (take(&n, "duizend"))
        value = (value > 0 ? value : 1) * 1000;
    return n.left == 0 ? value : 0;
}

/* The value of an ordinal of a date (eerste to eenendertigste), or 0. */
static int ordinal_of(const char *form, size_t length)
{
    enum { DAY_MOST = 31 };
    int value = 0;
    if (length == 6 && memcmp(form, "eerste", 6) == 0)
        return 1;
    if (length == 5 && memcmp(form, "derde", 5) == 0)
        return 3;
    if (length > 3 && memcmp(form + length - 3, "ste", 3) == 0)
        value = sk_numeral_value(form, length - 3);
    else if (length > 2 && memcmp(form + length - 2, "de", 2) == 0)
        value = sk_numeral_value(form, length - 2);
    return value <= DAY_MOST ? value : 0;
}

static int number_at(const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    if (!sk_has(t, SK_NUMERAL) || t->kind != SK_TOKEN_WORD || t->form_length == 0 ||
        t->shape & (SK_SHAPE_CLAIMED | SK_SHAPE_NAME))
        return 0;
    return sk_numeral_value(s->forms + t->form, t->form_length);
}

static int goes_on(const sk_sentence *s, size_t i)
{
    return i + 1 < s->count && !(s->tokens[i + 1].gap & SK_GAP_CLAUSE);
}

/* vier, acht and zeven are verbs as well: "acht u", "wij vieren", "zeven het meel". */
static int may_be_verb(const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    if (!sk_has(t, SK_FINITE | SK_INFINITIVE))
        return 0;
    if (i > 0 && (sk_has(t - 1, SK_PREPOSITION | SK_ARTICLE) || t[-1].role == SK_ROLE_NUMBERED ||
                  t[-1].role == SK_ROLE_WORDEN || t[-1].role == SK_ROLE_ZIJN))
        return 0;
    if (!goes_on(s, i))
        return 1;
    const sk_token *next = t + 1;
    int counted = sk_has(next, SK_PLURAL | SK_INFLECTED) || next->role == SK_ROLE_UUR ||
                  next->role == SK_ROLE_MONTH || (sk_has(next, SK_NOUN) && !(t->shape & SK_SHAPE_FIRST));
    return !counted || sk_has(next, SK_ARTICLE | SK_PRONOUN);
}

/* De Zeven Zeeën, Twee Torens: a name, where a word with a capital stands beside it. */
static int is_in_name(const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    if (!(t->shape & SK_SHAPE_CAPITAL))
        return 0;
    return !(t->shape & SK_SHAPE_FIRST) || (goes_on(s, i) && (t[1].shape & SK_SHAPE_CAPITAL));
}

/* met zijn drieën, alle drie, een op de vier, twee aan twee, honderd procent: said so, not counted. */
static int is_fixed(const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    int next = goes_on(s, i);
    if (next && (sk_is_form(s, t + 1, "procent") || sk_is_form(s, t + 1, "dank")))
        return sk_is_form(s, t, "honderd") || sk_is_form(s, t, "duizend");
    if (next && i + 2 < s->count && sk_is_form(s, t + 1, "aan") && t[2].hash == t->hash)
        return 1;
    if (i >= 2 && sk_is_form(s, t - 1, "aan") && t[-2].hash == t->hash)
        return 1;
    if (i == 0)
        return 0;
    if (sk_is_form(s, t - 1, "alle"))
        return 1;
    return i >= 2 && t[-1].role == SK_ROLE_DE && sk_is_form(s, t - 2, "op") && i >= 3 &&
           (sk_has(t - 3, SK_NUMERAL) || t[-3].role == SK_ROLE_HOUR);
}

static int is_number(const sk_sentence *s, size_t i)
{
    return number_at(s, i) >= 2 && !may_be_verb(s, i) && !is_in_name(s, i) && !is_fixed(s, i);
}

static void find_number(sk_checking *c, const sk_sentence *s, size_t first, size_t last, const char *figures)
{
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[first].start, end = s->tokens[last].end;
    sk_quote(c, start, end, quote);
    sk_find(c, SCHAKEL_RULE_NUMBER_WORDS, SCHAKEL_SEVERITY_HINT, start, end, "Schrijf “%1” in cijfers: “%2”.",
            "Write “%1” in figures: “%2”.", (const char *const[]){quote, figures});
    sk_suggest(c, figures, strlen(figures));
}

/* de vierde maart: 4 maart. Returns whether it was one. */
static int check_ordinal(sk_checking *c, const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    if (!goes_on(s, i) || (t[1].role != SK_ROLE_MONTH && t[1].phrase_kind != SK_KIND_MONTH) ||
        t->form_length == 0 || t->shape & SK_SHAPE_CLAIMED)
        return 0;
    int day = ordinal_of(s->forms + t->form, t->form_length);
    if (day == 0)
        return 0;
    char figures[16];
    snprintf(figures, sizeof figures, "%d", day);
    find_number(c, s, i > 0 && t[-1].role == SK_ROLE_DE ? i - 1 : i, i, figures);
    return 1;
}

/* Two numbers that belong together (twee of drie, zeven en acht) are one finding. Returns its last token. */
static size_t check_number(sk_checking *c, const sk_sentence *s, size_t i)
{
    char figures[48];
    const sk_token *link = s->tokens + i + 1;
    size_t last = i;
    int linked = i + 2 < s->count && (link->role == SK_ROLE_EN || link->role == SK_ROLE_TOT) &&
                 !((link->gap | link[1].gap) & SK_GAP_CLAUSE) && link->end - link->start < 8 &&
                 is_number(s, i + 2);
    if (linked) {
        last = i + 2;
        snprintf(figures, sizeof figures, "%d %.*s %d", number_at(s, i), (int)(link->end - link->start),
                 c->text + link->start, number_at(s, last));
    } else {
        snprintf(figures, sizeof figures, "%d", number_at(s, i));
    }
    find_number(c, s, i, last, figures);
    return last;
}

/*
 * Numbers of two and more (vijftien kinderen, groep zeven, negen uur) read faster as figures; een
 * is mostly an article, and an ordinal is a figure only in a date. What another rule spoke about
 * (half negen) is left to it.
 */
void sk_rules_numbers(sk_checking *c, sk_sentence *s)
{
    if (!(s->flags & SK_NUMERAL) || s->count < 2) /* a number by itself counts nothing */
        return;
    for (size_t i = 0; i < s->count; i++) {
        if (!sk_has(s->tokens + i, SK_NUMERAL) || check_ordinal(c, s, i))
            continue;
        if (is_number(s, i))
            i = check_number(c, s, i);
    }
}
