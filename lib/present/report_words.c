/* Words and measures that both forms of a text report use. */
#include "present/report.h"

#include <string.h>

#include "base/unicode.h"

enum { WIDE = 40 /* columns */, SHORT_TEXT = 60 /* words */ };

const char *sk_severity_word(const sk_page *page, schakel_severity severity)
{
    switch (severity) {
    case SCHAKEL_SEVERITY_HINT:
        return sk_say(page, "tip", "tip");
    case SCHAKEL_SEVERITY_WARNING:
        return sk_say(page, "let op", "warning");
    case SCHAKEL_SEVERITY_ERROR:
        break;
    }
    return sk_say(page, "fout", "error");
}

static int is_dutch(const schakel_verdict *verdict)
{
    return strcmp(verdict->language, "nl") == 0;
}

int sk_is_judged(const schakel_verdict *verdict)
{
    return is_dutch(verdict) && verdict->level != SCHAKEL_LEVEL_UNKNOWN;
}

static void add_language(sk_page *page, const schakel_verdict *verdict)
{
    if (strcmp(verdict->language, "und") == 0)
        sk_buffer_adds(&page->out, sk_say(page, "niet beoordeeld: deze tekst is niet in het Nederlands",
                                          "not judged: this text is not in Dutch"));
    else
        sk_buffer_addf(
            &page->out,
            sk_say(page, "niet beoordeeld: deze tekst is in het %s", "not judged: this text is in %s"),
            sk_language_word(page, verdict->language));
}

void sk_add_verdict(sk_page *page, const schakel_verdict *verdict)
{
    const char *target = schakel_level_name(verdict->target);
    if (!is_dutch(verdict)) {
        add_language(page, verdict);
        return;
    }
    if (verdict->level == SCHAKEL_LEVEL_UNKNOWN) {
        sk_buffer_adds(&page->out, sk_say(page, "er staan geen woorden in", "there are no words in it"));
        return;
    }
    if (verdict->level > verdict->target)
        sk_buffer_addf(&page->out, sk_say(page, "te moeilijk voor niveau %s", "too hard for level %s"),
                       target);
    else
        sk_buffer_addf(&page->out, sk_say(page, "leesbaar op niveau %s", "readable at level %s"), target);
    const char *level = schakel_level_name(verdict->level);
    if (verdict->level > verdict->target)
        sk_buffer_addf(&page->out, sk_say(page, ": dit is niveau %s", ": this is level %s"), level);
    else if (!verdict->meets_target)
        sk_buffer_adds(&page->out, sk_say(page, ", maar er staan fouten in", ", but with errors"));
    else if (verdict->level < verdict->target)
        sk_buffer_addf(&page->out, sk_say(page, ", zelfs op niveau %s", ", even at level %s"), level);
}

const char *sk_certainty(const sk_page *page, const schakel_verdict *verdict, size_t words)
{
    if (verdict->confidence >= 0.8)
        return sk_say(page, "zeker", "certain");
    if (verdict->confidence >= 0.6)
        return sk_say(page, "vrij zeker", "fairly certain");
    if (words >= SHORT_TEXT)
        return sk_say(page, "niet zeker", "not certain");
    return sk_say(page, "niet zeker, want de tekst is kort", "not certain, as the text is short");
}

int sk_is_about_all(const schakel_finding *finding, const char *text, size_t length)
{
    size_t size = finding->end - finding->start;
    switch (finding->rule) {
    case SCHAKEL_RULE_LONG_TEXT:
    case SCHAKEL_RULE_ONLY_PROBLEMS:
    case SCHAKEL_RULE_INCOMPLETE_INVITATION:
        return 1;
    case SCHAKEL_RULE_NO_CLEAR_REQUEST:
    case SCHAKEL_RULE_LAYOUT:
        /* These may also point at the one place that it is about. */
        return size == 0 || size >= length / 2 || memchr(text + finding->start, '\n', size) != NULL;
    default:
        return 0;
    }
}

int sk_is_wide(const schakel_finding *finding, const char *text)
{
    int columns = 0;
    for (size_t at = finding->start; at < finding->end;) {
        uint32_t c;
        at += sk_utf8_next(text + at, finding->end - at, &c);
        columns += sk_columns(c);
        if (columns > WIDE || c == '\n' || c == '\r')
            return 1;
    }
    return 0;
}

int sk_fits(const schakel_finding *finding, size_t length)
{
    return finding->start <= finding->end && finding->end <= length;
}
