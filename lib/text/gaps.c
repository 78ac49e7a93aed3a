#include <unicode/uchar.h>

#include "text/scan.h"

/* A line this short was not wrapped: what follows it on the next line stands apart. */
enum { SHORT_LINE = 50 };

static void end_line(sk_scan *s)
{
    size_t length = s->at - s->line_start;
    /* CR LF ends one line, not an empty one after it. */
    if (length == 0 && s->text[s->at] == '\n' && s->at > 0 && s->text[s->at - 1] == '\r') {
        s->line_start++;
        return;
    }
    int meant = length >= 1 && s->text[s->at - 1] == '\\';
    meant |= length >= 2 && s->text[s->at - 1] == ' ' && s->text[s->at - 2] == ' ';
    if (meant)
        s->gap |= SK_GAP_BREAK;
    else if (length <= SHORT_LINE)
        s->gap |= SK_GAP_SHORT_LINE;
    s->gap |= SK_GAP_SPACE;
    s->line_start = s->at + 1;
}

static void note_close(sk_scan *s, uint32_t gap)
{
    s->closed_after_mark |= (s->gap & (SK_GAP_DOT | SK_GAP_MARK)) != 0 && (s->gap & SK_GAP_SPACE) == 0;
    s->gap |= gap;
}

static int is_line_end(unsigned char c)
{
    return c == '\n' || c == '\r';
}

/* The target of a link, "](...)", is no text. */
static int skip_link_target(sk_scan *s)
{
    if (s->at + 1 >= s->end || s->text[s->at + 1] != '(')
        return 0;
    size_t at = s->at + 2 > s->no_target ? s->at + 2 : s->no_target;
    while (at < s->end && at - s->at < SK_ADDRESS_MAX && !is_line_end(s->text[at]) && s->text[at] != ')')
        at++;
    s->no_target = at;
    if (at >= s->end || s->text[at] != ')')
        return 0;
    s->at = at + 1;
    return 1;
}

static int skip_tag(sk_scan *s)
{
    if (s->at + 1 >= s->end || (s->text[s->at + 1] != '/' && s->text[s->at + 1] != '!' &&
                                sk_class_of(s->text[s->at + 1]) != SK_C_LETTER))
        return 0;
    for (size_t at = s->at + 1;
         at < s->end && at - s->at < 200 && !is_line_end(s->text[at]) && s->text[at] != '<'; at++) {
        /* <https://school.nl> and <jan@school.nl> are shown. */
        if (s->text[at] == ':' || s->text[at] == '@')
            return 0;
        if (s->text[at] == '>') {
            s->gap |= SK_GAP_SPACE;
            s->at = at + 1;
            return 1;
        }
    }
    return 0;
}

void sk_pass_ascii(sk_scan *s, unsigned char c)
{
    switch (c) {
    case '\n':
    case '\r':
        end_line(s);
        break;
    case ' ':
    case '\t':
        s->gap |= SK_GAP_SPACE;
        break;
    case '.':
        s->gap |= SK_GAP_DOT;
        break;
    case '!':
    case '?':
        s->gap |= SK_GAP_MARK;
        break;
    case ',':
        s->gap |= SK_GAP_COMMA;
        break;
    case ':':
    case ';':
        s->gap |= SK_GAP_COLON;
        break;
    case '(':
    case '[':
        s->gap |= SK_GAP_OPEN;
        break;
    case ')':
        note_close(s, SK_GAP_CLOSE);
        break;
    case ']':
        note_close(s, SK_GAP_CLOSE);
        if (skip_link_target(s))
            return;
        break;
    case '"':
    case '\'':
        note_close(s, SK_GAP_QUOTE);
        break;
    case '-':
        if (s->gap & SK_GAP_SPACE)
            s->gap |= SK_GAP_DASH;
        break;
    case '/':
        s->gap |= SK_GAP_SLASH;
        break;
    case '|':
        s->gap |= SK_GAP_CELL;
        break;
    case '<':
        if (skip_tag(s))
            return;
        break;
    default:
        break;
    }
    s->at++;
}

void sk_pass_high(sk_scan *s)
{
    size_t next;
    UChar32 c = sk_decode(s, s->at, &next);
    if (c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x3000)
        s->gap |= SK_GAP_SPACE;
    else if (c == 0x2026)
        s->gap |= SK_GAP_DOT;
    else if (c == 0x2013 || c == 0x2014)
        s->gap |= SK_GAP_DASH;
    else if ((c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB)
        note_close(s, SK_GAP_QUOTE);
    else if (c >= 0x300 && u_hasBinaryProperty(c, UCHAR_S_TERM))
        s->gap |= SK_GAP_MARK;
    else if (c == 0x60C || c == 0x3001)
        s->gap |= SK_GAP_COMMA;
    s->at = next;
}
