/* Calendar dates, times of day and weekly availability. */
#include <string.h>

#include "schakel/base.h"

/* ------------------------------------------------------------------- dates */

static int is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/*
 * Days from 1970-01-01, counted in years that begin on 1 March so that the leap day
 * comes last: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
static schakel_date days_from_civil(int year, int month, int day)
{
    year -= month <= 2;
    int era = year / 400;
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

schakel_date schakel_date_from_ymd(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return SCHAKEL_NO_DATE;
    return days_from_civil(year, month, day);
}

schakel_status schakel_date_to_ymd(schakel_date date, int *year, int *month, int *day)
{
    if (date < days_from_civil(1, 1, 1) || date > days_from_civil(9999, 12, 31))
        return SCHAKEL_INVALID;
    /* The same source, civil_from_days. */
    int shifted = date + 719468;
    int era = shifted / 146097;
    int day_of_era = shifted - era * 146097;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int march_month = (5 * day_of_year + 2) / 153;
    int m = march_month + (march_month < 10 ? 3 : -9);
    if (year != NULL)
        *year = year_of_era + era * 400 + (m <= 2);
    if (month != NULL)
        *month = m;
    if (day != NULL)
        *day = day_of_year - (153 * march_month + 2) / 5 + 1;
    return SCHAKEL_OK;
}

/* The number that `count` digits spell, or -1. */
static int read_digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static void write_digits(char *out, int count, int value)
{
    for (int i = count - 1; i >= 0; i--, value /= 10)
        out[i] = (char)('0' + value % 10);
}

schakel_date schakel_date_parse(const char *text)
{
    if (text == NULL || strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return SCHAKEL_NO_DATE;
    return schakel_date_from_ymd(read_digits(text, 4), read_digits(text + 5, 2), read_digits(text + 8, 2));
}

void schakel_date_format(schakel_date date, char out[SCHAKEL_DATE_SIZE])
{
    int year, month, day;
    out[0] = '\0';
    if (schakel_date_to_ymd(date, &year, &month, &day) != SCHAKEL_OK)
        return;
    write_digits(out, 4, year);
    out[4] = '-';
    write_digits(out + 5, 2, month);
    out[7] = '-';
    write_digits(out + 8, 2, day);
    out[10] = '\0';
}

int schakel_date_weekday(schakel_date date)
{
    /* 1970-01-01 was a Thursday. */
    int64_t days = ((int64_t)date + 3) % 7;
    return (int)(days < 0 ? days + 7 : days) + 1;
}

int schakel_date_iso_week(schakel_date date, int *year)
{
    /* A week belongs to the year of its Thursday. */
    schakel_date thursday = date + 4 - schakel_date_weekday(date);
    int thursday_year = 0;
    if (schakel_date_to_ymd(thursday, &thursday_year, NULL, NULL) != SCHAKEL_OK)
        return 0;
    if (year != NULL)
        *year = thursday_year;
    return (thursday - days_from_civil(thursday_year, 1, 1)) / 7 + 1;
}

/* ------------------------------------------------------------------- times */

schakel_time schakel_time_parse(const char *text)
{
    if (text == NULL || strlen(text) != 5 || text[2] != ':')
        return SCHAKEL_NO_TIME;
    int hours = read_digits(text, 2);
    int minutes = read_digits(text + 3, 2);
    if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 1440)
        return SCHAKEL_NO_TIME;
    return hours * 60 + minutes;
}

void schakel_time_format(schakel_time time, char out[SCHAKEL_TIME_SIZE])
{
    out[0] = '\0';
    if (time < 0 || time > 1440)
        return;
    write_digits(out, 2, time / 60);
    out[2] = ':';
    write_digits(out + 3, 2, time % 60);
    out[5] = '\0';
}

/* ------------------------------------------------------------ availability */

int schakel_available(const schakel_window *windows, size_t window_count, const schakel_exception *exceptions,
                      size_t exception_count, schakel_date date, schakel_time start, schakel_time end)
{
    for (size_t i = 0; i < exception_count; i++)
        if (exceptions[i].date == date && !exceptions[i].available && exceptions[i].start < end &&
            exceptions[i].end > start)
            return 0;
    if (window_count == 0)
        return 1;
    /* Walk from start to end, each time to the furthest end of a stretch that holds where we are. */
    uint32_t weekday = UINT32_C(1) << (schakel_date_weekday(date) - 1);
    schakel_time covered = start;
    while (covered < end) {
        schakel_time furthest = covered;
        for (size_t i = 0; i < window_count; i++)
            if ((windows[i].weekdays & weekday) != 0 && windows[i].start <= covered &&
                windows[i].end > furthest)
                furthest = windows[i].end;
        for (size_t i = 0; i < exception_count; i++)
            if (exceptions[i].date == date && exceptions[i].available && exceptions[i].start <= covered &&
                exceptions[i].end > furthest)
                furthest = exceptions[i].end;
        if (furthest == covered)
            return 0;
        covered = furthest;
    }
    return 1;
}
