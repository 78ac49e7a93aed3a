/* Words, numbers, dates and safe text. */
#include "present/page.h"

#include <stdio.h>
#include <string.h>

#include "base/days.h"
#include "base/unicode.h"

const char *sk_say(const sk_page *page, const char *nl, const char *en)
{
    return page->options.language == SCHAKEL_ENGLISH ? en : nl;
}

void sk_paint(sk_page *page, sk_colour colour)
{
    static const char codes[][6] = {"\x1b[0m",  "\x1b[1m",  "\x1b[2m", "\x1b[31m",
                                    "\x1b[33m", "\x1b[36m", "\x1b[32m"};
    if (page->options.colour)
        sk_buffer_adds(&page->out, codes[colour]);
}

/* ------------------------------------------------------------------ characters */

typedef struct range {
    uint32_t first, last;
} range;

static int lies_in(const range *ranges, size_t count, uint32_t code_point)
{
    for (size_t i = 0; i < count; i++)
        if (code_point >= ranges[i].first && code_point <= ranges[i].last)
            return 1;
    return 0;
}

int sk_steers(uint32_t code_point)
{
    static const range steering[] = {
        {0x00, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x202E}, {0x2066, 0x2069}}; /* controls; direction */
    return lies_in(steering, sizeof steering / sizeof steering[0], code_point);
}

int sk_columns(uint32_t code_point)
{
    /* Marks that sit on the letter before them, and joiners: the blocks of Unicode that matter to most. */
    static const range none[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                                 {0x064B, 0x065F}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
                                 {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
                                 {0xFE20, 0xFE2F}};
    /* East Asian wide characters and pictures. */
    static const range two[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},  {0x3400, 0x4DBF},
                                {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
                                {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                                {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    if (code_point < 0x300)
        return 1;
    if (lies_in(none, sizeof none / sizeof none[0], code_point))
        return 0;
    return lies_in(two, sizeof two / sizeof two[0], code_point) ? 2 : 1;
}

static const char *escape(uint32_t code_point)
{
    switch (code_point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    }
    return NULL;
}

void sk_add_shown(sk_page *page, const char *text, size_t length)
{
    int html = page->options.format == SCHAKEL_FORMAT_HTML;
    size_t kept = 0; /* what lies before it has been written */
    for (size_t at = 0; at < length;) {
        uint32_t c;
        size_t size = sk_utf8_next(text + at, length - at, &c);
        const char *instead = html ? escape(c) : NULL;
        int layout = html && (c == '\t' || c == '\n' || c == '\r');
        int broken = c == 0xFFFD && size == 1;
        if (instead == NULL && (broken || sk_steers(c)) && !layout)
            instead = "\xEF\xBF\xBD";
        if (instead != NULL) {
            sk_buffer_add(&page->out, text + kept, at - kept);
            sk_buffer_adds(&page->out, instead);
            kept = at + size;
        }
        at += size;
    }
    sk_buffer_add(&page->out, text + kept, length - kept);
}

void sk_add_name(sk_page *page, const char *text)
{
    sk_add_shown(page, text, strlen(text));
}

/* ---------------------------------------------------------------- numbers, dates */

void sk_add_number(sk_page *page, double value, int decimals)
{
    /* printf would follow the locale of the host. */
    int64_t scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    double size = value < 0 ? -value : value;
    int64_t scaled = (int64_t)(size * (double)scale + 0.5);
    sk_buffer_addf(&page->out, "%s%lld", value < 0 && scaled != 0 ? "-" : "", (long long)(scaled / scale));
    if (decimals > 0)
        sk_buffer_addf(&page->out, "%s%0*lld", sk_say(page, ",", "."), decimals, (long long)(scaled % scale));
}

void sk_add_percentage(sk_page *page, double share)
{
    sk_add_number(page, share * 100, 0);
    sk_buffer_adds(&page->out, "%");
}

void sk_add_count(sk_page *page, size_t count, const char *one, const char *more)
{
    sk_buffer_addf(&page->out, "%zu %s", count, count == 1 ? one : more);
}

void sk_add_month(sk_page *page, schakel_date date)
{
    int year, month;
    if (schakel_date_to_ymd(date, &year, &month, NULL) == SCHAKEL_OK)
        sk_buffer_addf(&page->out, "%s %d", sk_month_word(month, page->options.language), year);
}

void sk_add_date(sk_page *page, schakel_date date, int with_weekday)
{
    int day;
    if (schakel_date_to_ymd(date, NULL, NULL, &day) != SCHAKEL_OK)
        return;
    if (with_weekday)
        sk_buffer_addf(&page->out, "%s ", sk_weekday_word(date, page->options.language));
    sk_buffer_addf(&page->out, "%d ", day);
    sk_add_month(page, date);
}
