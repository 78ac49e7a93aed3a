/* The days and times that a letter names: of what it tells, not of its deadlines. */
#include "text/letter.h"

#include <string.h>

#include "text/check.h"

/* voor vrijdag, voor of op vrijdag, uiterlijk vrijdag */
static int is_deadline(const sk_sentence *s, size_t i)
{
    static const char *const passed[] = {"op", "of", NULL};
    static const char *const before[] = {"voor", "vóór", "uiterlijk", "tot", NULL};
    while (i > 0 && sk_is_one_of(s, &s->tokens[i - 1], passed))
        i--;
    return i > 0 && sk_is_one_of(s, &s->tokens[i - 1], before);
}

int sk_is_weekday(const sk_token *t)
{
    return t->role == SK_ROLE_WEEKDAY || t->phrase_kind == SK_KIND_WEEKDAY;
}

/* A date in figures: 03-04-2026, 3/4/26. */
int sk_is_date(const sk_checking *c, const sk_token *t)
{
    size_t marks = 0;
    for (size_t i = t->start; i < t->end; i++)
        marks += c->text[i] == '-' || c->text[i] == '/';
    return marks == 2 && t->end - t->start <= 10;
}

/* van maandag tot vrijdag: how long it takes, and no deadline */
int sk_ends_a_period(const sk_sentence *s, size_t i)
{
    enum { WORDS_OF_A_DATE = 5 };
    if (!sk_is_form(s, &s->tokens[i], "tot"))
        return 0;
    for (size_t back = 1; back <= WORDS_OF_A_DATE && back <= i; back++)
        if (s->tokens[i - back].role == SK_ROLE_VAN)
            return 1;
    return 0;
}

void sk_note_day(sk_checking *c, const sk_sentence *s, size_t i)
{
    static const char *const every[] = {"elke", "iedere", NULL};
    const sk_token *t = s->tokens + i, *next = i + 1 < s->count ? t + 1 : NULL;
    int weekday = sk_is_weekday(t);
    int date = weekday
                   ? next != NULL && next->kind == SK_TOKEN_NUMBER && next->letters <= 2
                   : (next != NULL && (next->role == SK_ROLE_MONTH || next->phrase_kind == SK_KIND_MONTH)) ||
                         sk_is_date(c, t);
    if (!weekday && !date)
        return;
    size_t first = !weekday && i > 0 && sk_is_weekday(t - 1) ? i - 1 : i;
    if (is_deadline(s, first) && !sk_ends_a_period(s, first - 1)) {
        sk_note_fact(c, s, sk_fact_of(SK_CUE_DEADLINE), t->start, t->end);
        return;
    }
    if (weekday)
        sk_note_fact(c, s, SK_FACT_WEEKDAY, t->start, t->end);
    if (date || (i > 0 && sk_is_one_of(s, &s->tokens[i - 1], every)))
        sk_note_fact(c, s, SK_FACT_DATE, t->start, t->end);
}

/* Figures of a clock from `at` on, 9.00 or 19:30: where they end, or 0. */
static size_t clock_end(const char *text, size_t at, size_t end)
{
    size_t digits = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9' && digits < 2) {
        at++;
        digits++;
    }
    if (digits == 0 || at + 3 > end || (text[at] != '.' && text[at] != ':'))
        return 0;
    if (text[at + 1] < '0' || text[at + 1] > '5' || text[at + 2] < '0' || text[at + 2] > '9')
        return 0;
    return at + 3;
}

/* How many times of the day stand in a token: 19.30, 19.30-21.00, half (8), 8 (uur). */
static int times_in(const sk_checking *c, const sk_sentence *s, size_t i)
{
    static const char *const at_words[] = {"om", "vanaf", "tot", "van", "rond", NULL};
    const sk_token *t = s->tokens + i;
    int more = i + 1 < s->count;
    if (t->role == SK_ROLE_HALF)
        return more && sk_hour(c, t + 1) > 0;
    if (t->role == SK_ROLE_KWART)
        return more && (t[1].role == SK_ROLE_OVER || t[1].role == SK_ROLE_VOOR);
    if (t->kind == SK_TOKEN_NUMBER) {
        size_t end = clock_end(c->text, t->start, t->end);
        if (end == t->end)
            return !(more && sk_is_form(s, &s->tokens[i + 1], "euro")) &&
                   !(t->start >= 2 && (unsigned char)c->text[t->start - 2] == 0xAC);
        if (end > 0 && c->text[end] == '-' && clock_end(c->text, end + 1, t->end) == t->end)
            return 2;
    }
    return more && t[1].role == SK_ROLE_UUR && sk_hour(c, t) > 0 && i > 0 &&
           sk_is_one_of(s, &s->tokens[i - 1], at_words);
}

/* Does the sentence say when it is over? */
static int speaks_of_the_end(const sk_sentence *s)
{
    static const char *const words[] = {"klaar",   "stoppen",  "stopt", "sluiten",   "sluit",
                                        "eindigt", "eindigen", "einde", "afgelopen", "terug",
                                        "voorbij", "eindtijd", NULL};
    for (size_t i = 0; i < s->count; i++)
        if (sk_is_one_of(s, &s->tokens[i], words))
            return 1;
    return 0;
}

/* Which time begins and which ends: tot 21.00, the second of two, the one of a sentence that speaks of the end. */
void sk_note_times(sk_checking *c, const sk_sentence *s)
{
    static const char *const before[] = {"voor", "vóór", "uiterlijk", NULL};
    size_t last = s->count;
    for (size_t i = 0; i < s->count; i++)
        if (times_in(c, s, i) > 0)
            last = i;
    for (size_t i = 0; last < s->count && i <= last; i++) {
        const sk_token *t = &s->tokens[i];
        int times = times_in(c, s, i);
        if (times == 0 || is_deadline(s, i > 0 && sk_is_weekday(t - 1) ? i - 1 : i)) {
            if (times > 0 && i > 0 && sk_is_form(s, &s->tokens[i - 1], "tot"))
                sk_note_fact(c, s, SK_FACT_END, t->start, t->end);
            continue;
        }
        if (i > 0 && sk_is_one_of(s, &s->tokens[i - 1], before))
            continue;
        int begun = (c->letter.here_known >> SK_FACT_BEGIN & 1) || sk_knows(&c->letter, SK_FACT_BEGIN);
        int ends = begun || (i == last && speaks_of_the_end(s));
        sk_note_fact(c, s, ends ? SK_FACT_END : SK_FACT_BEGIN, t->start, t->end);
        if (times > 1)
            sk_note_fact(c, s, SK_FACT_END, t->start, t->end);
    }
}
