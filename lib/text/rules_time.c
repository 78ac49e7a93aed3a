/* Times and dates that can be read in two ways. */
#include <stdio.h>
#include <string.h>

#include "text/check.h"

int sk_hour(const sk_checking *c, const sk_token *token)
{
    if (token->role >= SK_ROLE_HOUR && token->role <= SK_ROLE_HOUR_LAST)
        return token->role - SK_ROLE_HOUR + 1;
    size_t length = token->end - token->start;
    if (token->kind != SK_TOKEN_NUMBER || length > 2)
        return 0;
    int value = 0;
    for (size_t i = token->start; i < token->end; i++) {
        if (c->text[i] < '0' || c->text[i] > '9')
            return 0;
        value = 10 * value + (c->text[i] - '0');
    }
    return value <= 12 ? value : 0;
}

static int has_role(const sk_sentence *s, sk_role role)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->tokens[i].role == role)
            return 1;
    return 0;
}

static void claim_tokens(sk_sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++)
        s->tokens[i].shape |= SK_SHAPE_CLAIMED;
}

/*
 * A time on the twelve-hour clock, as minutes 0 to 719. Both readings are offered; the likelier
 * one for a school comes first: 7.00 to 12.59 in the morning, unless the text spoke of an evening.
 */
static void find_clock(sk_checking *c, sk_sentence *s, size_t first, size_t last, int minutes)
{
    char quote[SK_QUOTE_SIZE], times[2][16];
    if (last + 1 < s->count && s->tokens[last + 1].role == SK_ROLE_UUR)
        last++;
    int morning = (minutes + 720) % 720, evening = morning + 720;
    int late = !has_role(s, SK_ROLE_MORNING) && (c->evening || morning < 7 * 60);
    size_t start = s->tokens[first].start, end = s->tokens[last].end;
    for (int i = 0; i < 2; i++) {
        int time = (i == 0) == (late != 0) ? evening : morning;
        snprintf(times[i], sizeof times[i], "%d.%02d uur", time / 60 % 24, time % 60);
    }
    sk_quote(c, start, end, quote);
    sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_WARNING, start, end,
            "Niet iedereen leest “%1” goed. Schrijf de tijd in cijfers: “%2” of “%3”.",
            "“%1” is easily misread. Write the time in figures: “%2” or “%3”.",
            (const char *const[]){quote, times[0], times[1]});
    sk_suggest(c, times[0], strlen(times[0]));
    sk_suggest(c, times[1], strlen(times[1]));
    claim_tokens(s, first, last);
}

/* half 8, 5 over half 8, kwart over 7, om 10 voor 8. Returns the tokens that were used. */
static size_t check_clock(sk_checking *c, sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    size_t left = s->count - i;
    if (left >= 2 && t->role == SK_ROLE_HALF && sk_hour(c, t + 1) > 0) {
        find_clock(c, s, i, i + 1, 60 * sk_hour(c, t + 1) - 30);
        return 2;
    }
    if (left < 3 || (t[1].role != SK_ROLE_OVER && t[1].role != SK_ROLE_VOOR))
        return 0;
    int sign = t[1].role == SK_ROLE_OVER ? 1 : -1;
    if (t->role == SK_ROLE_KWART && sk_hour(c, t + 2) > 0) {
        find_clock(c, s, i, i + 2, 60 * sk_hour(c, t + 2) + 15 * sign);
        return 3;
    }
    int minutes = sk_hour(c, t);
    if (minutes != 5 && minutes != 10)
        return 0;
    if (left >= 4 && t[2].role == SK_ROLE_HALF && sk_hour(c, t + 3) > 0) {
        find_clock(c, s, i, i + 3, 60 * sk_hour(c, t + 3) - 30 + minutes * sign);
        return 4;
    }
    if (i > 0 && t[-1].role == SK_ROLE_OM && sk_hour(c, t + 2) > 0) {
        find_clock(c, s, i, i + 2, 60 * sk_hour(c, t + 2) + minutes * sign);
        return 3;
    }
    return 0;
}

/* The numbers of a date such as 03-04-2026, 3/4/26 or 2026-04-03. Returns 0 for what is none. */
static int read_date(const char *text, size_t length, int *day, int *month, int *year)
{
    char copy[16];
    int parts[3], used = 0;
    char first_mark, second_mark;
    if (length < 6 || length > 10)
        return 0;
    memcpy(copy, text, length);
    copy[length] = '\0';
    if (sscanf(copy, "%4d%c%2d%c%4d%n", &parts[0], &first_mark, &parts[1], &second_mark, &parts[2], &used) !=
            5 ||
        (size_t)used != length || first_mark != second_mark || strchr("-/.", first_mark) == NULL)
        return 0;
    int year_first = parts[0] > 31;
    *day = year_first ? parts[2] : parts[0];
    *month = parts[1];
    *year = year_first ? parts[0] : parts[2];
    if (*year >= 0 && *year < 100)
        *year += 2000;
    return schakel_date_from_ymd(*year, *month, *day) != SCHAKEL_NO_DATE && *year >= 1900 && *year < 2200;
}

static void check_date(sk_checking *c, sk_sentence *s, size_t i)
{
    static const char *const months[] = {"januari",   "februari", "maart",    "april",
                                         "mei",       "juni",     "juli",     "augustus",
                                         "september", "oktober",  "november", "december"};
    const sk_token *t = &s->tokens[i];
    int day, month, year;
    if (t->kind != SK_TOKEN_NUMBER || !read_date(c->text + t->start, t->end - t->start, &day, &month, &year))
        return;
    char quote[SK_QUOTE_SIZE], wording[32];
    sk_quote(c, t->start, t->end, quote);
    snprintf(wording, sizeof wording, "%d %s %d", day, months[month - 1], year);
    sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_HINT, t->start, t->end,
            "Schrijf de maand als woord: “%2” in plaats van “%1”.",
            "Write the month as a word: “%2” instead of “%1”.", (const char *const[]){quote, wording});
    sk_suggest(c, wording, strlen(wording));
}

int sk_names_a_day(const sk_checking *c, const sk_sentence *s)
{
    int day, month, year;
    for (size_t i = 0; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        if (t->kind != SK_TOKEN_NUMBER)
            continue;
        if (i + 1 < s->count && (t[1].role == SK_ROLE_MONTH || t[1].phrase_kind == SK_KIND_MONTH))
            return 1;
        if (i > 0 && (t[-1].role == SK_ROLE_WEEKDAY || t[-1].phrase_kind == SK_KIND_WEEKDAY))
            return 1;
        if (read_date(c->text + t->start, t->end - t->start, &day, &month, &year))
            return 1;
    }
    return 0;
}

static int is_coming(const sk_checking *c, const sk_token *t)
{
    return t->kind == SK_TOKEN_ABBREVIATION && t->end - t->start == 4 &&
           strncmp(c->text + t->start, "a.s.", 4) == 0;
}

/* volgende week, komende donderdag, a.s. donderdag: which one is it when the letter is read later? */
static void check_coming(sk_checking *c, sk_sentence *s, size_t i)
{
    if (i + 1 >= s->count)
        return;
    const sk_token *t = s->tokens + i;
    int weekday = t[1].role == SK_ROLE_WEEKDAY;
    int coming =
        t->role == SK_ROLE_NEXT ? weekday || t[1].role == SK_ROLE_PERIOD : is_coming(c, t) && weekday;
    if (!coming || sk_names_a_day(c, s))
        return;
    char quote[SK_QUOTE_SIZE];
    sk_quote(c, t->start, t[1].end, quote);
    sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, weekday ? SCHAKEL_SEVERITY_WARNING : SCHAKEL_SEVERITY_HINT,
            t->start, t[1].end,
            "Wanneer is “%1”? Schrijf de dag met de datum erbij, bijvoorbeeld “donderdag 3 december”.",
            "When is “%1”? Write the day with its date, for example “donderdag 3 december”.",
            (const char *const[]){quote});
    claim_tokens(s, i, i + 1);
}

void sk_rules_time(sk_checking *c, sk_sentence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        size_t used = check_clock(c, s, i);
        if (used > 0) {
            i += used - 1;
            continue;
        }
        check_date(c, s, i);
        check_coming(c, s, i);
    }
}
