/* Times and dates that can be read in two ways. */
#include <stdio.h>
#include <string.h>

#include "text/check.h"
#include "text/lexicon.h"

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

enum {
    HOUR = 60,
    HALF_DAY = 12 * HOUR,
    NIGHT_ENDS = 6 * HOUR,
    SCHOOL_OPENS = 7 * HOUR,
    LATE_ENDS = 22 * HOUR
};

/* Is a time (0 to 719 minutes on the twelve-hour clock) more likely to be after noon? */
static int is_late(const sk_checking *c, const sk_sentence *s, int morning)
{
    if (sk_has_role(s, SK_ROLE_MORNING) || sk_has_role(s, SK_ROLE_NIGHT))
        return 0;
    if (sk_has_role(s, SK_ROLE_EVENING) || morning < SCHOOL_OPENS)
        return 1;
    return c->evening && morning + HALF_DAY <= LATE_ENDS;
}

/* In a text for parents half 3 is after noon: no school writes about the night, unless it says so. */
static int has_two_readings(const sk_sentence *s, int morning)
{
    return morning >= NIGHT_ENDS || sk_has_role(s, SK_ROLE_NIGHT) || sk_has_role(s, SK_ROLE_MORNING);
}

static void find_time(sk_checking *c, sk_sentence *s, size_t first, size_t last, const int *minutes,
                      int count)
{
    char quote[SK_QUOTE_SIZE], times[2][16];
    size_t start = s->tokens[first].start, end = s->tokens[last].end;
    for (int i = 0; i < count; i++)
        snprintf(times[i], sizeof times[i], "%d.%02d uur", minutes[i] / HOUR % 24, minutes[i] % HOUR);
    sk_quote(c, start, end, quote);
    if (count == 2)
        sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_WARNING, start, end,
                "Niet iedereen leest “%1” goed. Schrijf de tijd in cijfers: “%2” of “%3”.",
                "“%1” is easily misread. Write the time in figures: “%2” or “%3”.",
                (const char *const[]){quote, times[0], times[1]});
    else
        sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_WARNING, start, end,
                "Niet iedereen leest “%1” goed. Schrijf de tijd zo: “%2”.",
                "“%1” is easily misread. Write the time like this: “%2”.",
                (const char *const[]){quote, times[0]});
    for (int i = 0; i < count; i++)
        sk_suggest(c, times[i], strlen(times[i]));
    sk_claim(s, first, last);
}

/* half 9 's avonds: no morning is meant. */
static int is_told_late(const sk_sentence *s, size_t last)
{
    for (size_t i = last + 1; i < s->count && i <= last + 2; i++)
        if (sk_is_form(s, &s->tokens[i], "avonds") || sk_is_form(s, &s->tokens[i], "middags"))
            return 1;
    return 0;
}

/* A time on the twelve-hour clock. Both readings are offered, the likelier one first. */
static void find_clock(sk_checking *c, sk_sentence *s, size_t first, size_t last, int minutes)
{
    int morning = (minutes + HALF_DAY) % HALF_DAY, late = is_late(c, s, morning);
    int readings[2] = {late ? morning + HALF_DAY : morning, late ? morning : morning + HALF_DAY};
    if (last + 1 < s->count && s->tokens[last + 1].role == SK_ROLE_UUR)
        last++;
    int told = late && is_told_late(s, last);
    find_time(c, s, first, last, readings, has_two_readings(s, morning) && !told ? 2 : 1);
}

/* The hour in halfacht, or 0. */
static int half_hour(const sk_sentence *s, const sk_token *t)
{
    static const char *const hours[] = {"een",   "twee", "drie",  "vier", "vijf", "zes",
                                        "zeven", "acht", "negen", "tien", "elf",  "twaalf"};
    const char *form = s->forms + t->form;
    if (t->role != SK_ROLE_HALF_HOUR)
        return 0;
    for (int i = 0; i < 12; i++)
        if (strlen(hours[i]) == t->form_length - 4u && memcmp(form + 4, hours[i], t->form_length - 4u) == 0)
            return i + 1;
    return 0;
}

/* om 10 voor 8, begint vijf over negen; not 5 voor 12 kinderen. */
static int is_at_clock(const sk_sentence *s, size_t first, size_t last)
{
    const sk_token *t = s->tokens;
    if (first == 0 || !sk_has(t + first - 1, SK_PREPOSITION | SK_FINITE))
        return 0;
    return t[first - 1].role == SK_ROLE_OM || last + 1 >= s->count || (t[last + 1].gap & SK_GAP_CLAUSE) ||
           t[last + 1].role == SK_ROLE_UUR || !sk_has(t + last + 1, SK_NOUN | SK_ADJECTIVE);
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
    int half = half_hour(s, t);
    if (half > 0) {
        find_clock(c, s, i, i, 60 * half - 30);
        return 1;
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
    if (sk_hour(c, t + 2) == 0 || !is_at_clock(s, i, i + 2))
        return 0;
    find_clock(c, s, i, i + 2, 60 * sk_hour(c, t + 2) + minutes * sign);
    return 3;
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

/* Figures at `at`, at most two: their value, or -1. */
static int read_figures(const char *text, size_t *at, size_t end)
{
    size_t start = *at;
    int value = 0;
    while (*at < end && *at < start + 2 && text[*at] >= '0' && text[*at] <= '9')
        value = 10 * value + (text[(*at)++] - '0');
    return *at > start ? value : -1;
}

/*
 * op 12-3, vrijdag 12/3. Only behind such a word, and before no noun: 3-4 may be a score or a
 * number of things.
 */
static int read_day_and_month(const sk_checking *c, const sk_sentence *s, size_t i, int *day, int *month)
{
    enum { LEAP_YEAR = 2024 };
    const sk_token *t = s->tokens + i;
    size_t at = t->start;
    if (i == 0 || t->end - t->start < 3 || t->end - t->start > 5 ||
        !(t[-1].role == SK_ROLE_WEEKDAY || sk_is_form(s, t - 1, "op") || sk_is_form(s, t - 1, "uiterlijk")))
        return 0;
    if (i + 1 < s->count && !(t[1].gap & SK_GAP_CLAUSE) && sk_has(t + 1, SK_NOUN | SK_INFLECTED | SK_NUMERAL))
        return 0;
    *day = read_figures(c->text, &at, t->end);
    if (at == t->end || (c->text[at] != '-' && c->text[at] != '/'))
        return 0;
    at++;
    *month = read_figures(c->text, &at, t->end);
    return at == t->end && *month > 0 && schakel_date_from_ymd(LEAP_YEAR, *month, *day) != SCHAKEL_NO_DATE;
}

static void check_date(sk_checking *c, sk_sentence *s, size_t i)
{
    static const char *const months[] = {"januari",   "februari", "maart",    "april",
                                         "mei",       "juni",     "juli",     "augustus",
                                         "september", "oktober",  "november", "december"};
    const sk_token *t = &s->tokens[i];
    int day, month, year;
    char quote[SK_QUOTE_SIZE], wording[32];
    if (read_date(c->text + t->start, t->end - t->start, &day, &month, &year))
        snprintf(wording, sizeof wording, "%d %s %d", day, months[month - 1], year);
    else if (read_day_and_month(c, s, i, &day, &month))
        snprintf(wording, sizeof wording, "%d %s", day, months[month - 1]);
    else
        return;
    sk_quote(c, t->start, t->end, quote);
    sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_HINT, t->start, t->end,
            "Schrijf de maand als woord: “%2” in plaats van “%1”.",
            "Write the month as a word: “%2” instead of “%1”.", (const char *const[]){quote, wording});
    sk_suggest(c, wording, strlen(wording));
}

size_t sk_spare_words(const sk_sentence *s, size_t first, size_t end)
{
    size_t spare = 0;
    for (size_t i = first; i + 1 < end; i++) {
        const sk_token *t = &s->tokens[i], *next = t + 1;
        if (next->gap != SK_GAP_SPACE)
            continue;
        int number = t->kind == SK_TOKEN_NUMBER;
        if (number
                ? next->role == SK_ROLE_MONTH || next->role == SK_ROLE_UUR
                : (t->role == SK_ROLE_WEEKDAY || t->role == SK_ROLE_MONTH) && next->kind == SK_TOKEN_NUMBER)
            spare++;
        if (t->role == SK_ROLE_VOOR && i + 2 < end && sk_is_form(s, next, "of") && sk_is_form(s, t + 2, "op"))
            spare += 2;
    }
    return spare;
}

static int names_a_day(const sk_checking *c, const sk_sentence *s)
{
    int day, month, year;
    for (size_t i = 0; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        if (t->kind != SK_TOKEN_NUMBER || (i + 1 < s->count && t[1].role == SK_ROLE_UUR))
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

int sk_names_a_day(const sk_checking *c, const sk_sentence *s)
{
    if (s->asked->names_a_day == 0)
        s->asked->names_a_day = (uint8_t)(1 + names_a_day(c, s));
    return s->asked->names_a_day == 2;
}

static int is_coming(const sk_checking *c, const sk_token *t)
{
    return t->kind == SK_TOKEN_ABBREVIATION && t->end - t->start == 4 &&
           strncmp(c->text + t->start, "a.s.", 4) == 0;
}

/* maandag, maandagavond */
static int is_day(const sk_sentence *s, const sk_token *t)
{
    static const char *const parts[] = {"ochtend", "morgen", "middag", "avond", "nacht"};
    const char *form = s->forms + t->form;
    if (t->role == SK_ROLE_WEEKDAY)
        return 1;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        size_t length = strlen(parts[i]);
        if (t->form_length < length + strlen("maandag") ||
            memcmp(form + t->form_length - length, parts[i], length) != 0)
            continue;
        size_t day = t->form_length - length;
        uint32_t word = sk_word_find(sk_hash(form, day), form, day);
        return word != SK_NO_WORD && sk_words[word].role == SK_ROLE_WEEKDAY;
    }
    return 0;
}

/* volgende week (op) woensdag: where it ends. */
static size_t with_day_behind(const sk_sentence *s, size_t period)
{
    size_t day = period + 1;
    day += day < s->count && sk_is_form(s, &s->tokens[day], "op") && s->tokens[day].gap == SK_GAP_SPACE;
    return day < s->count && s->tokens[day].gap == SK_GAP_SPACE && is_day(s, &s->tokens[day]) ? day : period;
}

/* Does a day stand right before token i? */
static int has_day_before(const sk_sentence *s, size_t i)
{
    return i > 0 && s->tokens[i].gap == SK_GAP_SPACE && is_day(s, &s->tokens[i - 1]);
}

/* Tokens first to last, which is first when there is nothing to find; do they name a day of the week? */
typedef struct coming {
    size_t first, last;
    int day;
} coming;

/* volgende week (woensdag), woensdag volgende week, komende donderdag, a.s. donderdag, donderdag a.s. */
static coming coming_at(const sk_checking *c, const sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    coming found = {i, i, 0};
    int next = i + 1 < s->count && !(t[1].gap & SK_GAP_CLAUSE);
    if (next && is_day(s, t + 1)) {
        found = (coming){i, i + 1, 1};
    } else if (next && t->role == SK_ROLE_NEXT && t[1].role == SK_ROLE_PERIOD) {
        int week = sk_is_form(s, t + 1, "week"), before = week && has_day_before(s, i);
        size_t last = week && !before ? with_day_behind(s, i + 1) : i + 1;
        found = (coming){before ? i - 1 : i, last, before || last > i + 1};
    } else if (is_coming(c, t) && has_day_before(s, i)) {
        found = (coming){i - 1, i, 1};
    }
    return found;
}

/* What to write instead, in Dutch and in English. */
static const char *const *advice_on(const sk_sentence *s, const coming *found)
{
    static const char *const a_day[] = {
        "Schrijf de dag met de datum erbij, bijvoorbeeld “donderdag 3 december”.",
        "Write the day with its date, for example “donderdag 3 december”."};
    static const char *const a_year[] = {"Schrijf het jaar in cijfers, bijvoorbeeld “2027”.",
                                         "Write the year in figures, for example “2027”."};
    static const char *const a_stretch[] = {"Schrijf van welke dag tot welke dag.",
                                            "Write from which day to which day."};
    static const char *const stretches[] = {"weken", "maanden", NULL};
    const sk_token *last = &s->tokens[found->last];
    return sk_is_form(s, last, "jaar") ? a_year : sk_is_one_of(s, last, stretches) ? a_stretch : a_day;
}

/* Which one is it when the letter is read later? Returns the token after the finding, or i. */
static size_t check_coming(sk_checking *c, sk_sentence *s, size_t i)
{
    if (s->tokens[i].role != SK_ROLE_NEXT && !is_coming(c, &s->tokens[i]))
        return i;
    const coming found = coming_at(c, s, i);
    if (found.first == found.last || sk_names_a_day(c, s))
        return i;
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[found.first].start, end = s->tokens[found.last].end;
    const char *const *advice = advice_on(s, &found);
    sk_quote(c, start, end, quote);
    sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, found.day ? SCHAKEL_SEVERITY_WARNING : SCHAKEL_SEVERITY_HINT, start,
            end, "Wanneer is “%1”? %2", "When is “%1”? %3",
            (const char *const[]){quote, advice[0], advice[1]});
    sk_claim(s, found.first, found.last);
    return found.last + 1;
}

static int names_weekdays(const sk_sentence *s)
{
    if (s->asked->names_weekdays == 0) {
        size_t weekdays = 0;
        for (size_t i = 0; i < s->count; i++)
            weekdays += s->tokens[i].role == SK_ROLE_WEEKDAY;
        s->asked->names_weekdays = weekdays > 1 ? 2 : 1;
    }
    return s->asked->names_weekdays == 2;
}

/* tot vrijdag, uiterlijk woensdag: a last day needs its date. Not van maandag tot vrijdag. */
static size_t check_last_day(sk_checking *c, sk_sentence *s, size_t i)
{
    static const char *const until[] = {"tot", "voor", "vóór", "uiterlijk", NULL};
    if (i + 1 < s->count && coming_at(c, s, i + 1).first == i) /* woensdag volgende week */
        return 0;
    if (i == 0 || s->tokens[i].gap != SK_GAP_SPACE || !sk_is_one_of(s, &s->tokens[i - 1], until) ||
        names_weekdays(s) || sk_names_a_day(c, s))
        return 0;
    char quote[SK_QUOTE_SIZE], day[SK_QUOTE_SIZE];
    sk_quote(c, s->tokens[i - 1].start, s->tokens[i].end, quote);
    sk_quote(c, s->tokens[i].start, s->tokens[i].end, day);
    sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_HINT, s->tokens[i - 1].start, s->tokens[i].end,
            "Welke %2 is dat? Schrijf bij “%1” ook de datum, bijvoorbeeld “3 december”.",
            "Which day is that? Write the date with “%1” as well, for example “3 december”.",
            (const char *const[]){quote, day});
    sk_claim(s, i - 1, i);
    return 1;
}

/* 9u30, 9.30u, 9u: the minutes since midnight, or -1 for what is written well (9.30, 9:30) or no time. */
static int odd_time(const char *text, size_t at, size_t end)
{
    int hour = read_figures(text, &at, end), minute = 0, odd = 0;
    if (hour < 0 || at == end)
        return -1;
    char mark = text[at++];
    if (mark != 'u' && mark != 'U' && mark != 'h' && mark != '.' && mark != ':')
        return -1;
    odd = mark != '.' && mark != ':';
    if (at < end || !odd) {
        size_t from = at;
        minute = read_figures(text, &at, end);
        if (minute < 0 || at != from + 2)
            return -1;
    }
    if (at < end && !odd && (text[at] == 'u' || text[at] == 'U')) {
        odd = 1;
        at++;
    }
    return odd && at == end && hour < 24 && minute < HOUR ? hour * HOUR + minute : -1;
}

/* 9u30 and 9 uur 30: one way of writing for all times. */
static size_t check_figures(sk_checking *c, sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    int time = odd_time(c->text, t->start, t->end);
    if (time >= 0) {
        size_t last = i + 1 < s->count && t[1].role == SK_ROLE_UUR && t[1].gap == SK_GAP_SPACE ? i + 1 : i;
        find_time(c, s, i, last, &time, 1);
        return last - i + 1;
    }
    if (i + 2 >= s->count || t[1].role != SK_ROLE_UUR || t[2].kind != SK_TOKEN_NUMBER ||
        t[1].gap != SK_GAP_SPACE || t[2].gap != SK_GAP_SPACE)
        return 0;
    size_t at = t->start, minutes_at = t[2].start;
    int hour = read_figures(c->text, &at, t->end), minute = read_figures(c->text, &minutes_at, t[2].end);
    if (hour < 0 || hour > 23 || at != t->end || minute < 0 || minute >= HOUR ||
        minutes_at != t[2].start + 2 || minutes_at != t[2].end)
        return 0;
    time = hour * HOUR + minute;
    find_time(c, s, i, i + 2, &time, 1);
    return 3;
}

/*
 * begin maart, half oktober, rond de kerst: on which day? Where the sentence names a day as well
 * nothing is unclear.
 */
static size_t check_rough_date(sk_checking *c, sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    size_t last = i + 1;
    if (t->role == SK_ROLE_AROUND) {
        last +=
            last < s->count && (s->tokens[last].role == SK_ROLE_DE || s->tokens[last].role == SK_ROLE_HET);
        const sk_token *day = s->tokens + last;
        int holiday =
            last < s->count && (day->role == SK_ROLE_HOLIDAY ||
                                (day->form_length >= 8 &&
                                 memcmp(s->forms + day->form + day->form_length - 8, "vakantie", 8) == 0));
        if (!holiday)
            return 0;
    } else if (last >= s->count || s->tokens[last].role != SK_ROLE_MONTH) {
        return 0;
    }
    if (s->tokens[last].gap & SK_GAP_CLAUSE || sk_names_a_day(c, s))
        return 0;
    char quote[SK_QUOTE_SIZE];
    sk_quote(c, t->start, s->tokens[last].end, quote);
    sk_find(c, SCHAKEL_RULE_UNCLEAR_TIME, SCHAKEL_SEVERITY_HINT, t->start, s->tokens[last].end,
            "Wanneer is “%1”? Schrijf een dag en een datum.", "When is “%1”? Write a day and a date.",
            (const char *const[]){quote});
    sk_claim(s, i, last);
    return last - i + 1;
}

/* How many tokens a finding took that begins with token i. */
static size_t check_time(sk_checking *c, sk_sentence *s, size_t i)
{
    const sk_token *t = s->tokens + i;
    if (t->kind == SK_TOKEN_NUMBER) {
        size_t used = check_clock(c, s, i);
        if (used == 0)
            used = check_figures(c, s, i);
        if (used == 0)
            check_date(c, s, i);
        return used;
    }
    if (t->role == SK_ROLE_WEEKDAY)
        return check_last_day(c, s, i);
    if (t->role == SK_ROLE_PART_OF_MONTH || t->role == SK_ROLE_HALF || t->role == SK_ROLE_AROUND) {
        size_t used = check_rough_date(c, s, i);
        if (used > 0)
            return used;
    }
    if (t->role == SK_ROLE_NEXT || t->kind == SK_TOKEN_ABBREVIATION)
        return check_coming(c, s, i) - i;
    int may_be_clock = t->role == SK_ROLE_HALF || t->role == SK_ROLE_KWART || t->role >= SK_ROLE_HOUR ||
                       t->role == SK_ROLE_HALF_HOUR;
    return may_be_clock ? check_clock(c, s, i) : 0;
}

void sk_rules_time(sk_checking *c, sk_sentence *s)
{
    const uint64_t hours = ~(sk_role_bit(SK_ROLE_HOUR) - 1); /* the last roles of all */
    const uint64_t asked = hours | sk_role_bit(SK_ROLE_HALF) | sk_role_bit(SK_ROLE_HALF_HOUR) |
                           sk_role_bit(SK_ROLE_WEEKDAY) | sk_role_bit(SK_ROLE_KWART) |
                           sk_role_bit(SK_ROLE_NEXT) | sk_role_bit(SK_ROLE_PART_OF_MONTH) |
                           sk_role_bit(SK_ROLE_AROUND);
    const unsigned kinds = 1u << SK_TOKEN_NUMBER | 1u << SK_TOKEN_ABBREVIATION;
    if (!(s->roles & asked) && !(s->kinds & kinds))
        return;
    for (size_t i = 0; i < s->count;) {
        size_t used = check_time(c, s, i);
        i += used > 0 ? used : 1;
    }
}
