#include "present/own_words.h"

#include <string.h>

/* Within these, words that run from right to left leave the rest of the line in its place (Unicode UAX 9). */
#define ISOLATE "\xE2\x81\xA8"     /* U+2068, by the direction of what follows */
#define END_ISOLATE "\xE2\x81\xA9" /* U+2069 */

static int is_page_language(const sk_page *page, const char *tag)
{
    return strcmp(tag, sk_say(page, "nl", "en")) == 0;
}

/* Words by ICU that are not there are left out; that memory ran out is an error of the page. */
static int is_there(sk_page *page, schakel_status status)
{
    page->out.failed |= status == SCHAKEL_NO_MEMORY;
    return status == SCHAKEL_OK;
}

/* Words of a language that may run in the other direction stand between these; on a page they say which language it is. */
static void begin_isolate(sk_page *page, const char *tag)
{
    if (page->options.format == SCHAKEL_FORMAT_TEXT) {
        sk_buffer_adds(&page->out, ISOLATE);
        return;
    }
    sk_buffer_adds(&page->out, "<bdi lang=\"");
    sk_add_name(page, tag);
    sk_buffer_adds(&page->out, "\" dir=\"auto\">");
}

static void end_isolate(sk_page *page)
{
    sk_buffer_adds(&page->out, page->options.format == SCHAKEL_FORMAT_TEXT ? END_ISOLATE : "</bdi>");
}

void sk_add_language(sk_page *page, const char *tag)
{
    char words[SCHAKEL_WORDS_SIZE];
    schakel_status status = schakel_language_name(tag, sk_say(page, "nl", "en"), words, sizeof words, NULL);
    sk_add_name(page, is_there(page, status) ? words : sk_language_word(page, tag));
}

void sk_add_own_name(sk_page *page, const char *tag)
{
    char words[SCHAKEL_WORDS_SIZE];
    if (is_page_language(page, tag) ||
        !is_there(page, schakel_language_name(tag, tag, words, sizeof words, NULL)))
        return;
    sk_buffer_adds(&page->out, " (");
    begin_isolate(page, tag);
    sk_add_name(page, words);
    end_isolate(page);
    sk_buffer_adds(&page->out, ")");
}

void sk_add_own_moment(sk_page *page, const char *tag, schakel_date date, schakel_time time)
{
    char words[SCHAKEL_WORDS_SIZE];
    if (is_page_language(page, tag) ||
        !is_there(page, schakel_date_words(date, tag, words, sizeof words, NULL)))
        return;
    sk_buffer_adds(&page->out, page->options.format == SCHAKEL_FORMAT_HTML ? "<br>" : "  ");
    begin_isolate(page, tag);
    sk_add_name(page, words);
    if (time != SCHAKEL_NO_TIME && is_there(page, schakel_time_words(time, tag, words, sizeof words, NULL))) {
        sk_buffer_adds(&page->out, ", ");
        sk_add_name(page, words);
    }
    end_isolate(page);
    sk_buffer_adds(&page->out, page->options.format == SCHAKEL_FORMAT_HTML ? "" : "\n");
}
